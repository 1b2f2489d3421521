#include "standoff.h"

#include "standoff_sheet.h"

enum {
  ROLES_MOST = PQ_N_PART_ROLES,
  PARTS_MOST = 32 /* fillers of an event */
};

/* The T id of a trigger or site: one for all that stand there. */
static pq_status bind(pq_sheet *s, pq_view type, pq_sentence_id sentence,
                      pq_span span, uint32_t *id) {
  for (uint32_t i = s->bounds.n; i-- > 0;) {
    const pq_sheet_line *const b = &s->bounds.at[i];
    if (b->sentence != sentence) break;
    if (b->span.begin == span.begin && b->span.end == span.end &&
        pq_view_same(b->type, type)) {
      *id = b->id;
      return PQ_OK;
    }
  }
  *id = s->next++;
  const pq_sheet_line b = {type, span, sentence, *id};
  PQ_PUSH(s->r->arena, &s->bounds, b);
  pq_sheet_bound(s, &s->triggers, *id, type, sentence, span);
  return PQ_OK;
}

/* ---- arguments ---- */

static bool is_place(pq_part_role role) {
  return role == PQ_PART_AT || role == PQ_PART_TO || role == PQ_PART_FROM;
}

/* The given entity whose words a site is. */
static uint32_t given_site(const pq_sheet *s, pq_span span) {
  const pq_record *const r = s->r;
  for (uint32_t i = 0; i < r->given.n; ++i) {
    const pq_given *const g = &r->given.at[i];
    if (g->span.begin < span.end && span.begin < g->span.end) {
      return pq_sheet_number(g->id);
    }
  }
  return 0;
}

static pq_status bind_site(pq_sheet *s, const pq_happening *h, pq_span span,
                           uint32_t *id) {
  *id = s->r->only_given ? given_site(s, span) : 0;
  if (*id) return PQ_OK;
  if (s->r->only_given && !pq_scheme_adds_entities(s->scheme)) return PQ_OK;
  return bind(s, PQ_LIT("Entity"), h->sentence, span, id);
}

/* What fills a role; its id is 0 if it is not written. */
static pq_status fill_part(pq_sheet *s, const pq_happening *h,
                           const pq_filler *f, pq_sheet_part *out) {
  uint32_t *const id = &out->id;
  *out = (pq_sheet_part){{"", 0}, false, 0};
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
static pq_status parts_of(pq_sheet *s, const pq_happening *h,
                          pq_sheet_part *out, uint32_t *n, bool *whole) {
  pq_status st = PQ_OK;
  *n = 0;
  *whole = true;
  const bool process = h->sort == PQ_HAPPENING_PROCESS;
  const pq_scheme_event as = pq_scheme_event_of(s->scheme, s->r, h);
  const pq_living_rule living = as.living;
  bool some = h->bare || (process && living != PQ_LIVING_WHOLE && !as.filled);
  for (int role = 0; role < ROLES_MOST; ++role) {
    for (uint32_t i = 0; i < h->n_fillers && *n < PARTS_MOST; ++i) {
      const pq_filler *const f = &h->fillers[i];
      const pq_part_role part_role = role_of(h, f, &as);
      const pq_view name = pq_scheme_role(s->scheme, part_role);
      if (living == PQ_LIVING_NAMED && f->role == PQ_PART_PARTICIPANT) continue;
      if (f->role != (pq_part_role)role || !name.len) continue;
      pq_sheet_part p;
      PQ_TRY(st, fill_part(s, h, f, &p));
      const bool key =
          part_role == PQ_PART_THEME || part_role == PQ_PART_PRODUCT;
      if (!p.id && key && !process) *whole = false;
      if (p.id) out[(*n)++] = (pq_sheet_part){name, p.event, p.id};
      some = some || (p.id && (key || as.filled));
    }
  }
  *whole = *whole && some;
  return PQ_OK;
}

/* ---- E lines ---- */

static bool same_parts(const pq_sheet_event *a, const pq_sheet_part *parts,
                       uint32_t n) {
  if (a->n_parts != n) return false;
  for (uint32_t i = 0; i < n; ++i) {
    if (a->parts[i].id != parts[i].id || a->parts[i].event != parts[i].event ||
        !pq_view_same(a->parts[i].role, parts[i].role)) {
      return false;
    }
  }
  return true;
}

static uint32_t times_before(const pq_sheet_part *parts, uint32_t i) {
  uint32_t n = 0;
  for (uint32_t k = 0; k < i; ++k) {
    n += pq_view_same(parts[k].role, parts[i].role);
  }
  return n;
}

static void put_event(pq_sheet *s, uint32_t id, const pq_sheet_event *e) {
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
static pq_status keep_event(pq_sheet *s, const pq_happening *h, pq_view type,
                            const pq_sheet_part *parts, uint32_t n,
                            uint32_t *id) {
  pq_status st = PQ_OK;
  pq_sheet_event e = {.type = type,
                      .n_parts = n,
                      .negated = h->negated,
                      .sentence = h->sentence};
  PQ_TRY(st, bind(s, type, h->sentence, h->trigger, &e.trigger));
  for (uint32_t i = s->events.n; i-- > 1;) {
    const pq_sheet_event *const o = &s->events.at[i];
    if (o->sentence != h->sentence) break;
    if (o->trigger == e.trigger && o->negated == e.negated &&
        same_parts(o, parts, n)) {
      *id = i;
      return PQ_OK;
    }
  }
  pq_sheet_part *const kept =
      pq_arena_take(s->r->arena, (n + 1) * sizeof *kept);
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

static void put_mark(pq_sheet *s, const char *type, uint32_t event) {
  pq_buf_char(&s->marks, 'M');
  pq_buf_number(&s->marks, ++s->n_marks);
  pq_buf_char(&s->marks, '\t');
  pq_buf_text(&s->marks, type);
  pq_buf_text(&s->marks, " E");
  pq_buf_number(&s->marks, event);
  pq_buf_char(&s->marks, '\n');
}

/* Take the cause out of the parts. */
static bool cut_cause(pq_sheet_part *parts, uint32_t *n, pq_sheet_part *cause) {
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
static bool is_catalysis(const pq_sheet *s, const pq_happening *h,
                         const pq_sheet_part *parts, uint32_t n) {
  return n == 2 && parts[0].event && !parts[1].event &&
         pq_view_same(parts[1].role, PQ_LIT("Cause")) &&
         pq_scheme_catalyses(pq_record_words(s->r, h->sentence, h->trigger));
}

/* "LPS-induced inhibition of X", LPS being no name: the inhibition says it. */
static bool is_idle(const pq_sheet *s, const pq_happening *h,
                    const pq_sheet_part *parts, uint32_t n) {
  if (h->sort != PQ_HAPPENING_CONTROL || n != 1 || !parts[0].event) {
    return false;
  }
  const pq_view inner = s->events.at[parts[0].id].type;
  return pq_view_ends(inner, PQ_LIT("egulation")) &&
         (h->aside || pq_scheme_wants_cause(s->scheme));
}

static bool has_site(const pq_happening *h) {
  for (uint32_t i = 0; i < h->n_fillers; ++i) {
    if (h->fillers[i].role == PQ_PART_SITE) return true;
  }
  return false;
}

/* Has the scheme an event for it? */
static bool is_event(const pq_sheet *s, const pq_happening *h,
                     const pq_scheme_event *as, const pq_sheet_part *parts,
                     uint32_t n) {
  const bool control = h->sort == PQ_HAPPENING_CONTROL;
  if (h->loose && !pq_scheme_tells_loose(s->scheme)) return false;
  if (is_idle(s, h, parts, n)) return false;
  return as->type.len && (s->scheme != PQ_SCHEME_EPI || !control ||
                          is_catalysis(s, h, parts, n));
}

static void put_marks(pq_sheet *s, const pq_happening *h, bool denied,
                      uint32_t id) {
  const bool asked = h->asked && pq_scheme_marks_asked(s->scheme);
  if (h->negated != denied) put_mark(s, "Negation", id);
  const bool suggested = h->suggested && pq_scheme_marks_suggested(s->scheme);
  if (h->hedged || suggested || asked) put_mark(s, "Speculation", id);
}

/* What stands for what is no event: "activity of X", "treatment with X": X. */
static void stand_in(const pq_sheet *s, const pq_happening *h,
                     const pq_sheet_part *parts, uint32_t n,
                     pq_sheet_part *out) {
  if (n && h->sort != PQ_HAPPENING_PROCESS) *out = parts[0];
  for (uint32_t i = 0; i < h->n_fillers && !out->id; ++i) {
    const pq_filler *const f = &h->fillers[i];
    if (f->role == PQ_PART_INSTRUMENT) out->id = s->names[f->mention];
  }
}

/* An event over another by the same word, with what brings it about, if it is
 * told. */
static pq_status put_wrap(pq_sheet *s, const pq_happening *h, uint32_t inner,
                          const pq_sheet_part *cause, uint32_t *id) {
  pq_sheet_part parts[2] = {{PQ_LIT("Theme"), true, inner}};
  if (cause) parts[1] = *cause;
  return keep_event(s, h, pq_scheme_wrap(s->scheme), parts, cause ? 2 : 1, id);
}

/* The event, and those over it that the same word tells; the outer one is what
 * others have as their argument. */
static pq_status put_told(pq_sheet *s, const pq_happening *h,
                          const pq_scheme_event *as, pq_sheet_part *parts,
                          uint32_t n, pq_sheet_part *outer) {
  pq_status st = PQ_OK;
  pq_sheet_part cause;
  const bool caused =
      as->cause != PQ_CAUSE_KEEP && cut_cause(parts, &n, &cause);
  const uint32_t before = s->events.n;
  uint32_t id = 0;
  uint32_t more = 0;
  PQ_TRY(st, keep_event(s, h, as->type, parts, n, &id));
  const uint32_t inner = id; /* "did not transport X": X is not transported */
  if (caused && as->cause == PQ_CAUSE_WRAP) {
    PQ_TRY(st, put_wrap(s, h, id, &cause, &id));
  }
  if (as->more) PQ_TRY(st, put_wrap(s, h, id, NULL, &more));
  *outer = h->aside && pq_scheme_looks_through(s->scheme)
               ? parts[0]
               : (pq_sheet_part){{"", 0}, true, id};
  if (s->events.n > before) put_marks(s, h, as->denied, inner);
  return PQ_OK;
}

static pq_status put_happening(pq_sheet *s, pq_happening_id index) {
  pq_status st = PQ_OK;
  const pq_happening *const h = &s->r->happenings.at[index];
  const pq_scheme_event as = pq_scheme_event_of(s->scheme, s->r, h);
  pq_sheet_part parts[PARTS_MOST + 1];
  uint32_t n = 0;
  bool whole = false;
  PQ_TRY(st, parts_of(s, h, parts, &n, &whole));
  const bool far = h->remote && !has_site(h);
  if (!whole || (far && !pq_scheme_tells_remote(s->scheme)) ||
      (h->elsewhere && !pq_scheme_tells_elsewhere(s->scheme))) {
    return PQ_OK;
  }
  if (!is_event(s, h, &as, parts, n)) {
    stand_in(s, h, parts, n, &s->outer[index]);
    return PQ_OK;
  }
  return put_told(s, h, &as, parts, n, &s->outer[index]);
}

/* ---- the door ---- */

static pq_status fill(pq_sheet *s) {
  pq_status st = PQ_OK;
  const pq_record *const r = s->r;
  /* Where none is given, nobody says whose events are wanted. */
  if (r->only_given && !r->given.n) return PQ_OK;
  s->names = pq_arena_take(r->arena, (r->mentions.n + 1) * sizeof *s->names);
  s->outer = pq_arena_take(r->arena, (r->happenings.n + 1) * sizeof *s->outer);
  if (!s->names || !s->outer) return r->arena->status;
  PQ_PUSH(r->arena, &s->events,
          ((pq_sheet_event){{"", 0}, 0, NULL, 0, false, 0}));
  if (r->only_given) {
    pq_sheet_given(s);
  } else {
    PQ_TRY(st, pq_sheet_names(s));
  }
  pq_sheet_equal(s);
  for (pq_happening_id i = 1; i < r->happenings.n; ++i) {
    PQ_TRY(st, put_happening(s, i));
  }
  pq_buf_put(s->out, pq_buf_view(&s->triggers));
  pq_buf_put(s->out, pq_buf_view(&s->lines));
  pq_buf_put(s->out, pq_buf_view(&s->marks));
  return PQ_OK;
}

pq_status pq_write_standoff(const pq_record *r, pq_scheme scheme, pq_buf *out) {
  pq_sheet s = {.r = r, .scheme = scheme, .out = out, .next = 1};
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
