#include "link.h"
#include "plan_sketch.h"

#include "graph/claim_name.h"

/* ---- the description ---- */

void pq_sketch_tell(pq_sketch *s, const char *head, pq_view sentence) {
  if (s->desc.len) pq_buf_char(&s->desc, ' ');
  pq_buf_text(&s->desc, head);
  pq_buf_put(&s->desc, sentence);
  pq_buf_char(&s->desc, '.');
}

pq_status pq_sketch_leave(pq_sketch *s, const char *word) {
  for (uint32_t i = 0; i < s->left_out.n; ++i) {
    if (strcmp(s->left_out.at[i].word, word) == 0) {
      ++s->left_out.at[i].n;
      return PQ_OK;
    }
  }
  PQ_PUSH(s->arena, &s->left_out, ((pq_left_out){word, 1}));
  return PQ_OK;
}

static pq_status put_desc(pq_sketch *s) {
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    const pq_process *const p = &s->processes.at[i];
    const pq_draw_node *const node = &s->plan->nodes.at[p->node];
    if (i > 1) pq_buf_char(&s->room, ' ');
    pq_buf_text(&s->room,
                node->uncertain ? "Uncertain process: " : "Process: ");
    pq_buf_put(&s->room,
               p->event ? s->g->events[p->event].label : node->tooltip);
    pq_buf_char(&s->room, '.');
  }
  if (s->room.len && s->desc.len) pq_buf_char(&s->room, ' ');
  pq_buf_put(&s->room, pq_buf_view(&s->desc));
  if (s->desc.status) return s->desc.status;
  if (!s->room.len) {
    pq_buf_text(&s->room,
                s->left_out.n ? "Nothing to draw." : "No claims found.");
  }
  return pq_sketch_keep(s, &s->plan->desc);
}

static pq_status put_more(pq_sketch *s) {
  for (uint32_t i = 0; i < s->left_out.n; ++i) {
    if (i) pq_buf_text(&s->room, ", ");
    pq_buf_text(&s->room, s->left_out.at[i].word);
    pq_buf_text(&s->room, " (");
    pq_buf_number(&s->room, s->left_out.at[i].n);
    pq_buf_char(&s->room, ')');
  }
  return pq_sketch_keep(s, &s->plan->more);
}

/* ---- cited works (M9) ---- */

/* What the first event happens to. */
static pq_view theme_of(const pq_sketch *s) {
  const pq_record *const r = s->g->record;
  for (uint32_t i = 0; i < s->says.n; ++i) {
    const pq_event_id id =
        pq_graph_claim_event(r, &r->claims.at[s->says.at[i].claim]);
    const pq_event *const e = id ? pq_event_at(r, id) : NULL;
    if (!e || !e->n_themes) continue;
    return s->g->entities[pq_entity_base(r, e->themes[0])].label;
  }
  return (pq_view){"", 0};
}

static pq_status put_link(pq_sketch *s, const pq_work *w, pq_view theme,
                          pq_draw_work *out) {
  const pq_view pmid = pq_graph_pmid(s->g->record, w);
  if (pmid.len) {
    pq_link_pmid(&s->room, pmid);
  } else {
    pq_link_search(&s->room, w, theme);
  }
  return pq_sketch_keep(s, &out->url);
}

static void put_work(pq_buf *out, const pq_work *w) {
  const uint32_t shown = pq_work_key_authors(w);
  for (uint32_t i = 0; i < shown; ++i) {
    if (i) pq_buf_text(out, " & ");
    pq_buf_put(out, pq_view_head(w->authors[i], 60));
  }
  if (!shown) pq_buf_text(out, "anonymous");
  if (w->year) {
    pq_buf_format(out, " %04u", (unsigned)w->year);
  } else {
    pq_buf_text(out, ", no year");
  }
  if (w->letter) pq_buf_char(out, w->letter);
}

/* Is the work cited as a review wherever it is cited? */
static bool is_review(const pq_record *r, pq_work_id id) {
  bool any = false;
  for (uint32_t i = 0; i < r->citations.n; ++i) {
    if (r->citations.at[i].work != id) continue;
    if (r->citations.at[i].role != PQ_ROLE_REVIEW) return false;
    any = true;
  }
  return any;
}

static pq_status add_work(pq_sketch *s, pq_work_id id, pq_view theme) {
  pq_status st = PQ_OK;
  const pq_work *const w = &s->g->record->works.at[id];
  pq_draw_work work = {.url = {"", 0}};
  put_work(&s->room, w);
  work.review = is_review(s->g->record, id);
  if (work.review) pq_buf_text(&s->room, " (review)");
  PQ_TRY(st, pq_sketch_keep(s, &work.label));
  pq_buf_put(&s->room, work.label);
  pq_buf_text(&s->room, pq_graph_pmid(s->g->record, w).len ? ": open in PubMed"
                                                           : ": search PubMed");
  PQ_TRY(st, pq_sketch_keep(s, &work.tooltip));
  PQ_TRY(st, put_link(s, w, theme, &work));
  PQ_PUSH(s->arena, &s->plan->works, work);
  return PQ_OK;
}

pq_status pq_sketch_works(pq_sketch *s) {
  pq_status st = PQ_OK;
  const pq_view theme = theme_of(s);
  for (uint32_t number = 1; number <= s->n_works; ++number) {
    for (pq_work_id id = 1; id < s->g->record->works.n; ++id) {
      if (s->numbers[id] == number) PQ_TRY(st, add_work(s, id, theme));
    }
  }
  return PQ_OK;
}

/* ---- the key: only what is drawn (L12) ---- */

static bool has_arc(const pq_plan *p, pq_draw_head head, bool disputed) {
  for (uint32_t i = 0; i < p->arcs.n; ++i) {
    const bool is_disputed = p->arcs.at[i].line == PQ_LINE_DISPUTED;
    if (p->arcs.at[i].head == head && is_disputed == disputed) return true;
  }
  return false;
}

static bool has_head(const pq_plan *p, pq_draw_head head) {
  return has_arc(p, head, false);
}

/* Badges start with '+' (set), '-' (named) or '@' (a place). */
static bool has_badge(const pq_plan *p, char mark) {
  for (uint32_t i = 1; i < p->nodes.n; ++i) {
    pq_view rest = p->nodes.at[i].mods;
    while (rest.ptr && rest.len) {
      if (pq_view_cut(&rest, '|').ptr[0] == mark) return true;
    }
  }
  return false;
}

static bool denies(const pq_plan *p) {
  for (uint32_t i = 1; i < p->nodes.n; ++i) {
    const pq_draw_node *const n = &p->nodes.at[i];
    if (n->kind == PQ_DRAW_NOTE && pq_view_starts(n->label, PQ_LIT("✕"))) {
      return true;
    }
  }
  return false;
}

static bool has_line(const pq_plan *p, pq_draw_line line) {
  for (uint32_t i = 0; i < p->arcs.n; ++i) {
    if (p->arcs.at[i].line == line) return true;
  }
  return false;
}

static bool has_kind(const pq_plan *p, pq_draw_kind kind) {
  for (uint32_t i = 1; i < p->nodes.n; ++i) {
    if (p->nodes.at[i].kind == kind) return true;
  }
  return false;
}

/* A dot has no room for the "?". */
static bool has_unsure(const pq_plan *p) {
  for (uint32_t i = 1; i < p->nodes.n; ++i) {
    const pq_draw_node *const n = &p->nodes.at[i];
    if (n->uncertain && n->kind == PQ_DRAW_PROCESS) return true;
  }
  return false;
}

static bool binds(const pq_sketch *s) {
  for (uint32_t i = 1; i < s->links.n; ++i) {
    if (s->links.at[i].predicate == PQ_TERM_INTERACTS) return true;
  }
  return false;
}

/* What is disputed has the heads of what is not, in its own colour. */
static pq_status add_disputed(pq_sketch *s) {
  static const struct {
    pq_draw_head head;
    pq_draw_sign sign;
  } rows[] = {{PQ_HEAD_MODULATION, {"╌╌◇", "controversial", true}},
              {PQ_HEAD_STIMULATION, {"╌╌▷", "promotes, controversial", true}},
              {PQ_HEAD_CATALYSIS, {"╌╌○", "mediates, controversial", true}},
              {PQ_HEAD_INHIBITION, {"╌╌┤", "inhibits, controversial", true}},
              {PQ_HEAD_NECESSARY, {"╌╌|▷", "needed for, controversial", true}}};
  const uint32_t before = s->plan->signs.n;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    if (!has_arc(s->plan, rows[i].head, true)) continue;
    PQ_PUSH(s->arena, &s->plan->signs, rows[i].sign);
  }
  if (s->plan->signs.n > before || !has_line(s->plan, PQ_LINE_DISPUTED)) {
    return PQ_OK;
  }
  PQ_PUSH(s->arena, &s->plan->signs,
          ((pq_draw_sign){"╌╌", "controversial", true}));
  return PQ_OK;
}

typedef struct row {
  bool shown;
  const char *sign, *word;
} row;

static pq_status add_rows(pq_sketch *s, const row *rows, size_t n) {
  for (size_t i = 0; i < n; ++i) {
    if (!rows[i].shown) continue;
    const pq_draw_sign sign = {.sign = rows[i].sign, .word = rows[i].word};
    PQ_PUSH(s->arena, &s->plan->signs, sign);
  }
  return PQ_OK;
}

static pq_status add_arcs(pq_sketch *s) {
  const pq_plan *const p = s->plan;
  const row rows[] = {
      {has_head(p, PQ_HEAD_PRODUCTION), "──▶", "conversion"},
      {has_head(p, PQ_HEAD_STIMULATION), "──▷", "promotes"},
      {has_head(p, PQ_HEAD_CATALYSIS), "──○", "mediates"},
      {has_head(p, PQ_HEAD_INHIBITION), "──┤", "inhibits"},
      {has_head(p, PQ_HEAD_MODULATION), "──◇", "regulates, sign not stated"},
      {has_head(p, PQ_HEAD_NECESSARY), "──|▷", "needed for"},
      {binds(s), "──", "binds"},
      {has_kind(p, PQ_DRAW_BINDING), "●", "binding"},
      {has_kind(p, PQ_DRAW_PROCESS), "□", "process"},
      {has_line(p, PQ_LINE_HEDGED), "╌╌▷", "hedged, cue quoted"},
      {has_unsure(p), "?", "uncertain process"},
  };
  return add_rows(s, rows, sizeof rows / sizeof rows[0]);
}

static pq_status add_signs(pq_sketch *s) {
  pq_status st = PQ_OK;
  const pq_plan *const p = s->plan;
  const row rows[] = {
      {has_kind(p, PQ_DRAW_NOTE), "──", "comment"},
      {denies(p), "✕", "denied"},
      {has_badge(p, '+'), "▬", "badge: state"}, /* yellow is too faint here */
      {has_badge(p, '-'), "▭", "badge: residue, unmodified"},
  };
  if (s->view == PQ_PLAN_EVIDENCE) return PQ_OK; /* cards say it in words */
  PQ_TRY(st, add_arcs(s));
  PQ_TRY(st, add_disputed(s));
  return add_rows(s, rows, sizeof rows / sizeof rows[0]);
}

/* ---- title ---- */

static bool fits_id(char c) {
  return pq_is_alpha(c) || pq_is_digit(c) || c == '-' || c == '_' || c == '.';
}

/* An id that XML takes: the stable id, or the digest of the record. */
static pq_status put_id(pq_sketch *s) {
  static const char *const tails[] = {"", "-evidence", "-overview"};
  const pq_view id =
      s->overview ? PQ_LIT("overview") : pq_bare_id(s->g->record->stable_id);
  if (!id.len || !pq_is_alpha(id.ptr[0])) pq_buf_text(&s->room, "record-");
  for (size_t i = 0; i < id.len && i < 64; ++i) {
    pq_buf_char(&s->room, (char)(fits_id(id.ptr[i]) ? id.ptr[i] : '-'));
  }
  if (!id.len) pq_buf_put(&s->room, pq_digest_short(&s->g->record->digest));
  if (!s->overview) pq_buf_text(&s->room, tails[s->view]);
  return pq_sketch_keep(s, &s->plan->id);
}

/* "activity flow, 1 record: R-HSA-9701524", and a title if none is given. */
static pq_status put_about(pq_sketch *s) {
  pq_status st = PQ_OK;
  const pq_overview *const o = s->overview;
  pq_buf_number(&s->room, o->n_records);
  pq_buf_text(&s->room, o->n_records == 1 ? " record" : " records");
  if (o->record.len) pq_buf_text(&s->room, ": ");
  pq_buf_put(&s->room, o->record);
  PQ_TRY(st, pq_sketch_keep(s, &s->plan->about));
  s->plan->title = o->title.len ? o->title : PQ_LIT("Overview");
  s->plan->shown_id = (pq_view){"", 0};
  return PQ_OK;
}

pq_status pq_sketch_words(pq_sketch *s) {
  pq_status st = PQ_OK;
  const pq_record *const r = s->g->record;
  pq_plan *const plan = s->plan;
  plan->empty = plan->nodes.n == 1;
  plan->title = r->title;
  plan->shown_id = r->stable_id;
  plan->species = r->species;
  if (s->overview) PQ_TRY(st, put_about(s));
  PQ_TRY(st, put_id(s));
  if (pq_is_reactome_id(r->stable_id)) {
    pq_link_reactome(&s->room, r->stable_id);
    PQ_TRY(st, pq_sketch_keep(s, &plan->link));
  }
  PQ_TRY(st, put_desc(s));
  PQ_TRY(st, put_more(s));
  return add_signs(s);
}
