#include "standoff.h"

#include "out.h"

#include "model/store.h"

enum {
  ROLES_MOST = PQ_N_PART_ROLES,
  PARTS_MOST = 32 /* fillers of an event */
};

/* An argument that is written: a T or an E id. */
typedef struct part {
  pq_view role;
  bool event;
  uint32_t id;
} part;

/* An event that is written. */
typedef struct written {
  pq_view type;
  uint32_t trigger; /* T id */
  const part *parts;
  uint32_t n_parts;
  pq_sentence_id sentence;
} written;

/* A T line beyond the names: a trigger, a site, a place. */
typedef struct bound {
  pq_view type;
  pq_span span;
  pq_sentence_id sentence;
  uint32_t id;
} bound;

typedef struct sheet {
  const pq_record *r;
  pq_scheme scheme;
  pq_buf *out;
  uint32_t next;   /* T id */
  uint32_t *names; /* by mention: T id; 0 none */
  part *outer;     /* by happening: what stands for it; id 0 none */
  PQ_VEC(bound) bounds;
  PQ_VEC(written) events; /* [0] unused; E id is the index */
  pq_buf triggers, lines, marks;
  uint32_t n_marks;
} sheet;

/* ---- T lines ---- */

static void put_bound(const sheet *s, pq_buf *out, uint32_t id, pq_view type,
                      pq_sentence_id sentence, pq_span span) {
  const pq_text *const t = &s->r->texts.at[s->r->sentences.at[sentence].text];
  pq_buf_char(out, 'T');
  pq_buf_number(out, id);
  pq_buf_char(out, '\t');
  pq_buf_put(out, type);
  pq_buf_char(out, ' ');
  pq_buf_number(out, pq_text_point(t, span.begin));
  pq_buf_char(out, ' ');
  pq_buf_number(out, pq_text_point(t, span.end));
  pq_buf_char(out, '\t');
  pq_out_standoff(out, pq_span_text(t->bytes, span));
  pq_buf_char(out, '\n');
}

/* The T id of a trigger or site: one for all that stand there. */
static pq_status bind(sheet *s, pq_view type, pq_sentence_id sentence,
                      pq_span span, uint32_t *id) {
  for (uint32_t i = s->bounds.n; i-- > 0;) {
    const bound *const b = &s->bounds.at[i];
    if (b->sentence != sentence) break;
    if (b->span.begin == span.begin && b->span.end == span.end &&
        pq_view_same(b->type, type)) {
      *id = b->id;
      return PQ_OK;
    }
  }
  *id = s->next++;
  const bound b = {type, span, sentence, *id};
  PQ_PUSH(s->r->arena, &s->bounds, b);
  put_bound(s, &s->triggers, *id, type, sentence, span);
  return PQ_OK;
}

static uint32_t number_of(pq_view id) {
  uint32_t n = 0;
  for (size_t i = 1; i < id.len; ++i) {
    n = 10 * n + (uint32_t)(id.ptr[i] - '0');
  }
  return n;
}

/* Given names keep their ids; what is new counts on. */
static void take_given(sheet *s) {
  const pq_record *const r = s->r;
  for (uint32_t i = 0; i < r->given.n; ++i) {
    const uint32_t n = number_of(r->given.at[i].id);
    if (n >= s->next) s->next = n + 1;
  }
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    const uint32_t given = r->mentions.at[i].given;
    if (given) s->names[i] = number_of(r->given.at[given - 1].id);
  }
}

static void put_reference(sheet *s, uint32_t n, uint32_t id,
                          const pq_entity *e) {
  const bool protein = e->accession.len > 0;
  pq_buf_char(s->out, 'N');
  pq_buf_number(s->out, n);
  pq_buf_text(s->out, "\tReference T");
  pq_buf_number(s->out, id);
  pq_buf_text(s->out, protein ? " UniProt:" : " ");
  pq_out_standoff(s->out, protein ? e->accession : e->id);
  pq_buf_char(s->out, '\t');
  pq_out_standoff(s->out, e->label);
  pq_buf_char(s->out, '\n');
}

/* Members of a list may stand at the same words. */
static uint32_t same_before(const sheet *s, uint32_t i) {
  const pq_mention *const m = &s->r->mentions.at[i];
  for (uint32_t k = i; k-- > 1;) {
    const pq_mention *const o = &s->r->mentions.at[k];
    if (o->sentence != m->sentence) break;
    if (o->span.begin == m->span.begin && o->span.end == m->span.end) return k;
  }
  return 0;
}

/* Names of our own: T lines, and N lines for what the lexicon knows. */
static void put_names(sheet *s) {
  const pq_record *const r = s->r;
  uint32_t n = 0;
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    const pq_view type =
        pq_scheme_entity(s->scheme, pq_entity_at(r, m->entity)->kind);
    if (!type.len) continue;
    const uint32_t before = same_before(s, i);
    if (before && s->names[before]) {
      s->names[i] = s->names[before];
    } else {
      s->names[i] = s->next++;
      put_bound(s, s->out, s->names[i], type, m->sentence, m->span);
    }
    const pq_entity *const e = pq_entity_at(r, pq_entity_base(r, m->entity));
    if (e->id.len) put_reference(s, ++n, s->names[i], e);
  }
}

/* ---- arguments ---- */

static bool is_place(pq_part_role role) {
  return role == PQ_PART_AT || role == PQ_PART_TO || role == PQ_PART_FROM;
}

/* The given entity whose words a site is. */
static uint32_t given_site(const sheet *s, pq_span span) {
  const pq_record *const r = s->r;
  for (uint32_t i = 0; i < r->given.n; ++i) {
    const pq_given *const g = &r->given.at[i];
    if (g->span.begin < span.end && span.begin < g->span.end) {
      return number_of(g->id);
    }
  }
  return 0;
}

static pq_status bind_site(sheet *s, const pq_happening *h, pq_span span,
                           uint32_t *id) {
  *id = s->r->only_given ? given_site(s, span) : 0;
  if (*id) return PQ_OK;
  if (s->r->only_given && !pq_scheme_adds_entities(s->scheme)) return PQ_OK;
  return bind(s, PQ_LIT("Entity"), h->sentence, span, id);
}

/* What fills a role; its id is 0 if it is not written. */
static pq_status fill_part(sheet *s, const pq_happening *h, const pq_filler *f,
                           part *out) {
  uint32_t *const id = &out->id;
  *out = (part){{"", 0}, false, 0};
  if (f->happening) {
    *out = s->outer[f->happening];
    return PQ_OK;
  }
  if (f->role == PQ_PART_SITE) return bind_site(s, h, f->span, id);
  *id = s->names[f->mention];
  if (*id || !is_place(f->role) || !pq_scheme_adds_entities(s->scheme)) {
    return PQ_OK;
  }
  const pq_mention *const m = &s->r->mentions.at[f->mention];
  return bind(s, PQ_LIT("Entity"), m->sentence, m->span, id);
}

/* Cells and tissues of a process as the scheme has them. */
static pq_part_role role_of(const pq_happening *h, const pq_filler *f,
                            const pq_scheme_event *as) {
  if (as->yields && f->role == PQ_PART_THEME) return PQ_PART_PRODUCT;
  if (h->sort != PQ_HAPPENING_PROCESS || as->living == PQ_LIVING_NONE) {
    return f->role;
  }
  if (f->role == PQ_PART_INSTRUMENT) return f->role;
  return as->living == PQ_LIVING_PLACE ? PQ_PART_AT : PQ_PART_THEME;
}

/* Arguments in the order of the roles.  `*whole` is false if one is missing
 * that the event cannot do without. */
static pq_status parts_of(sheet *s, const pq_happening *h, part *out,
                          uint32_t *n, bool *whole) {
  pq_status st = PQ_OK;
  *n = 0;
  *whole = true;
  const bool process = h->sort == PQ_HAPPENING_PROCESS;
  const pq_scheme_event as = pq_scheme_event_of(s->scheme, s->r, h);
  const pq_living_rule living = as.living;
  bool some = h->bare || (process && living != PQ_LIVING_WHOLE);
  for (int role = 0; role < ROLES_MOST; ++role) {
    for (uint32_t i = 0; i < h->n_fillers && *n < PARTS_MOST; ++i) {
      const pq_filler *const f = &h->fillers[i];
      const pq_part_role part_role = role_of(h, f, &as);
      const pq_view name = pq_scheme_role(s->scheme, part_role);
      if (living == PQ_LIVING_NAMED && f->role == PQ_PART_PARTICIPANT) continue;
      if (f->role != (pq_part_role)role || !name.len) continue;
      part p;
      PQ_TRY(st, fill_part(s, h, f, &p));
      const bool key =
          part_role == PQ_PART_THEME || part_role == PQ_PART_PRODUCT;
      if (!p.id && key && !process) *whole = false;
      if (p.id) out[(*n)++] = (part){name, p.event, p.id};
      some = some || (p.id && key);
    }
  }
  *whole = *whole && some;
  return PQ_OK;
}

/* ---- E lines ---- */

static bool same_parts(const written *a, const part *parts, uint32_t n) {
  if (a->n_parts != n) return false;
  for (uint32_t i = 0; i < n; ++i) {
    if (a->parts[i].id != parts[i].id || a->parts[i].event != parts[i].event ||
        !pq_view_same(a->parts[i].role, parts[i].role)) {
      return false;
    }
  }
  return true;
}

static uint32_t times_before(const part *parts, uint32_t i) {
  uint32_t n = 0;
  for (uint32_t k = 0; k < i; ++k) {
    n += pq_view_same(parts[k].role, parts[i].role);
  }
  return n;
}

static void put_event(sheet *s, uint32_t id, const written *e) {
  pq_buf *const out = &s->lines;
  pq_buf_char(out, 'E');
  pq_buf_number(out, id);
  pq_buf_char(out, '\t');
  pq_buf_put(out, e->type);
  pq_buf_text(out, ":T");
  pq_buf_number(out, e->trigger);
  for (uint32_t i = 0; i < e->n_parts; ++i) {
    const uint32_t before = times_before(e->parts, i);
    pq_buf_char(out, ' ');
    pq_buf_put(out, e->parts[i].role);
    if (before) pq_buf_number(out, before + 1);
    pq_buf_text(out, e->parts[i].event ? ":E" : ":T");
    pq_buf_number(out, e->parts[i].id);
  }
  pq_buf_char(out, '\n');
}

/* The E id of an event: one for all that say the same by the same word. */
static pq_status keep_event(sheet *s, const pq_happening *h, pq_view type,
                            const part *parts, uint32_t n, uint32_t *id) {
  pq_status st = PQ_OK;
  written e = {.type = type, .n_parts = n, .sentence = h->sentence};
  PQ_TRY(st, bind(s, type, h->sentence, h->trigger, &e.trigger));
  for (uint32_t i = s->events.n; i-- > 1;) {
    const written *const o = &s->events.at[i];
    if (o->sentence != h->sentence) break;
    if (o->trigger == e.trigger && same_parts(o, parts, n)) {
      *id = i;
      return PQ_OK;
    }
  }
  part *const kept = pq_arena_take(s->r->arena, (n + 1) * sizeof *kept);
  if (!kept) return s->r->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    kept[i] = parts[i];
  }
  e.parts = kept;
  PQ_PUSH(s->r->arena, &s->events, e);
  *id = s->events.n - 1;
  put_event(s, *id, &e);
  return PQ_OK;
}

static void put_mark(sheet *s, const char *type, uint32_t event) {
  pq_buf_char(&s->marks, 'M');
  pq_buf_number(&s->marks, ++s->n_marks);
  pq_buf_char(&s->marks, '\t');
  pq_buf_text(&s->marks, type);
  pq_buf_text(&s->marks, " E");
  pq_buf_number(&s->marks, event);
  pq_buf_char(&s->marks, '\n');
}

/* Take the cause out of the parts. */
static bool cut_cause(part *parts, uint32_t *n, part *cause) {
  for (uint32_t i = 0; i < *n; ++i) {
    if (!pq_view_same(parts[i].role, PQ_LIT("Cause"))) continue;
    *cause = parts[i];
    for (uint32_t k = i + 1; k < *n; ++k) {
      parts[k - 1] = parts[k];
    }
    --*n;
    return true;
  }
  return false;
}

/* Where a control is catalysis, it is of an event, and by somebody. */
static bool is_catalysis(const sheet *s, const pq_happening *h,
                         const part *parts, uint32_t n) {
  return n == 2 && parts[0].event && !parts[1].event &&
         pq_view_same(parts[1].role, PQ_LIT("Cause")) &&
         pq_scheme_catalyses(pq_record_words(s->r, h->sentence, h->trigger));
}

/* Has the scheme an event for it? */
static bool is_event(const sheet *s, const pq_happening *h,
                     const pq_scheme_event *as, const part *parts, uint32_t n) {
  const bool control = h->sort == PQ_HAPPENING_CONTROL;
  return as->type.len && (s->scheme != PQ_SCHEME_EPI || !control ||
                          is_catalysis(s, h, parts, n));
}

static void put_marks(sheet *s, const pq_happening *h, bool denied,
                      uint32_t id) {
  const bool asked = h->asked && pq_scheme_marks_asked(s->scheme);
  if (h->negated != denied) put_mark(s, "Negation", id);
  const bool suggested = h->suggested && pq_scheme_marks_suggested(s->scheme);
  if (h->hedged || suggested || asked) put_mark(s, "Speculation", id);
}

/* What stands for what is no event: "activity of X", "treatment with X": X. */
static void stand_in(const sheet *s, const pq_happening *h, const part *parts,
                     uint32_t n, part *out) {
  if (n && h->sort != PQ_HAPPENING_PROCESS) *out = parts[0];
  for (uint32_t i = 0; i < h->n_fillers && !out->id; ++i) {
    const pq_filler *const f = &h->fillers[i];
    if (f->role == PQ_PART_INSTRUMENT) out->id = s->names[f->mention];
  }
}

/* An event over another by the same word, with what brings it about, if it is
 * told. */
static pq_status put_wrap(sheet *s, const pq_happening *h, uint32_t inner,
                          const part *cause, uint32_t *id) {
  part parts[2] = {{PQ_LIT("Theme"), true, inner}};
  if (cause) parts[1] = *cause;
  return keep_event(s, h, pq_scheme_wrap(s->scheme), parts, cause ? 2 : 1, id);
}

static pq_status put_happening(sheet *s, pq_happening_id index) {
  pq_status st = PQ_OK;
  const pq_happening *const h = &s->r->happenings.at[index];
  const pq_scheme_event as = pq_scheme_event_of(s->scheme, s->r, h);
  part parts[PARTS_MOST + 1];
  part cause;
  uint32_t n = 0;
  bool whole = false;
  PQ_TRY(st, parts_of(s, h, parts, &n, &whole));
  if (!whole) return PQ_OK;
  if (!is_event(s, h, &as, parts, n)) {
    stand_in(s, h, parts, n, &s->outer[index]);
    return PQ_OK;
  }
  const bool caused = as.cause != PQ_CAUSE_KEEP && cut_cause(parts, &n, &cause);
  const uint32_t before = s->events.n;
  uint32_t id = 0;
  uint32_t more = 0;
  PQ_TRY(st, keep_event(s, h, as.type, parts, n, &id));
  if (caused && as.cause == PQ_CAUSE_WRAP) {
    PQ_TRY(st, put_wrap(s, h, id, &cause, &id));
  }
  if (as.more) PQ_TRY(st, put_wrap(s, h, id, NULL, &more));
  s->outer[index] = h->aside && pq_scheme_looks_through(s->scheme)
                        ? parts[0]
                        : (part){{"", 0}, true, id};
  if (s->events.n > before) put_marks(s, h, as.denied, id);
  return PQ_OK;
}

/* ---- equal names ---- */

static uint32_t name_at(const sheet *s, pq_span span) {
  const pq_record *const r = s->r;
  uint32_t low = 1;
  uint32_t high = r->mentions.n;
  while (low < high) { /* names are in text order */
    const uint32_t mid = (low + high) / 2;
    if (r->mentions.at[mid].span.begin < span.begin) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  if (low == r->mentions.n) return 0;
  const pq_mention *const m = &r->mentions.at[low];
  const bool same = m->span.begin == span.begin && m->span.end == span.end;
  return same ? s->names[low] : 0;
}

/* "anaplastic lymphoma kinase (ALK)": two names of one thing that the lexicon
 * knows, the second in brackets. */
static bool says_again(const sheet *s, pq_mention_id i) {
  const pq_record *const r = s->r;
  const pq_mention *const a = &r->mentions.at[i];
  const pq_mention *const b = &r->mentions.at[i + 1];
  if (a->sentence != b->sentence || a->entity != b->entity ||
      !pq_entity_at(r, a->entity)->id.len || a->span.end > b->span.begin) {
    return false;
  }
  const pq_view text = r->texts.at[r->sentences.at[a->sentence].text].bytes;
  const pq_view between =
      pq_span_text(text, (pq_span){a->span.end, b->span.begin});
  return pq_view_same(pq_view_trim(between), PQ_LIT("(")) &&
         b->span.end < text.len && text.ptr[b->span.end] == ')';
}

static void put_pair(sheet *s, uint32_t a, uint32_t b) {
  if (!a || !b || a == b) return;
  pq_buf_text(s->out, "*\tEquiv T");
  pq_buf_number(s->out, a);
  pq_buf_text(s->out, " T");
  pq_buf_number(s->out, b);
  pq_buf_char(s->out, '\n');
}

static void put_equal(sheet *s) {
  for (uint32_t i = 0; i < s->r->definitions.n; ++i) {
    const pq_definition *const d = &s->r->definitions.at[i];
    put_pair(s, name_at(s, d->long_form), name_at(s, d->short_form));
  }
  for (pq_mention_id i = 1; i + 1 < s->r->mentions.n; ++i) {
    const bool defined = s->r->mentions.at[i + 1].said == PQ_SAID_ABBREVIATION;
    if (!defined && says_again(s, i)) {
      put_pair(s, s->names[i], s->names[i + 1]);
    }
  }
}

/* ---- the door ---- */

static pq_status fill(sheet *s) {
  pq_status st = PQ_OK;
  const pq_record *const r = s->r;
  s->names = pq_arena_take(r->arena, (r->mentions.n + 1) * sizeof *s->names);
  s->outer = pq_arena_take(r->arena, (r->happenings.n + 1) * sizeof *s->outer);
  if (!s->names || !s->outer) return r->arena->status;
  PQ_PUSH(r->arena, &s->events, ((written){{"", 0}, 0, NULL, 0, 0}));
  if (r->only_given) {
    take_given(s);
  } else {
    put_names(s);
  }
  put_equal(s);
  for (pq_happening_id i = 1; i < r->happenings.n; ++i) {
    PQ_TRY(st, put_happening(s, i));
  }
  pq_buf_put(s->out, pq_buf_view(&s->triggers));
  pq_buf_put(s->out, pq_buf_view(&s->lines));
  pq_buf_put(s->out, pq_buf_view(&s->marks));
  return PQ_OK;
}

pq_status pq_write_standoff(const pq_record *r, pq_scheme scheme, pq_buf *out) {
  sheet s = {.r = r, .scheme = scheme, .out = out, .next = 1};
  pq_buf *const own[] = {&s.triggers, &s.lines, &s.marks};
  for (size_t i = 0; i < 3; ++i) {
    pq_buf_init(own[i], out->alloc);
  }
  pq_status st = fill(&s);
  for (size_t i = 0; i < 3; ++i) {
    if (!st) st = own[i]->status;
    pq_buf_clear(own[i]);
  }
  return st ? st : out->status;
}
