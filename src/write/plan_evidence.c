/* The evidence view: a card for each claim, with its papers (M8). */
#include "plan_sketch.h"

enum {
  HEAD_BREAK = 20, /* letters */
  STATUS_BREAK = 24,
  REMARK_BREAK = 25,
  LONG_BREAK = 50,
  SAME_BREAK = 22,
  ALWAYS_LISTED = 3,    /* so few papers are listed again */
  ROW_BYTES = 250,      /* of a row's markup */
  CARD_BYTES = 9 * 1024 /* Graphviz takes 16,384 characters of a label */
};

/* A card in the making. */
typedef struct card {
  pq_sketch *s;
  PQ_VEC(pq_draw_row) rows;
  size_t bytes;
} card;

static pq_status add_row(card *c, const pq_draw_row *row) {
  c->bytes += ROW_BYTES + row->text.len + row->url.len + row->tooltip.len;
  PQ_PUSH(c->s->arena, &c->rows, *row);
  return PQ_OK;
}

/* What the room holds, as rows of one kind. */
static pq_status add_lines(card *c, pq_draw_row_kind kind, size_t most,
                           uint32_t port) {
  pq_status st = PQ_OK;
  pq_view lines = {"", 0};
  PQ_TRY(st, pq_sketch_keep_lines(c->s, most, &lines));
  while (lines.ptr && lines.len) {
    const pq_draw_row row = {
        .kind = kind, .text = pq_view_cut(&lines, '\n'), .port = port};
    PQ_TRY(st, add_row(c, &row));
    port = 0;
  }
  return PQ_OK;
}

/* ---- papers ---- */

static uint32_t count_reviews(const pq_sketch *s, pq_papers papers) {
  uint32_t n = 0;
  for (uint32_t i = 1; i <= s->n_works; ++i) {
    n += pq_papers_have(papers, i) && s->plan->works.at[i - 1].review;
  }
  return n;
}

static void put_number(pq_buf *out, uint32_t n, const char *one,
                       const char *many) {
  pq_buf_number(out, n);
  pq_buf_text(out, n == 1 ? one : many);
}

/* "6 studies, 3 reviews" */
static void put_counts(pq_sketch *s, pq_papers papers) {
  const uint32_t all = pq_papers_count(s, papers);
  const uint32_t reviews = count_reviews(s, papers);
  if (!all) pq_buf_text(&s->room, "no citation");
  if (all > reviews) {
    put_number(&s->room, all - reviews, " study", " studies");
  }
  if (all > reviews && reviews) pq_buf_text(&s->room, ", ");
  if (reviews) put_number(&s->room, reviews, " review", " reviews");
}

static pq_status add_work(card *c, const pq_draw_work *work) {
  const pq_view tail = PQ_LIT(" (review)");
  pq_view text = work->label;
  if (work->review && text.len > tail.len) text.len -= tail.len;
  const pq_draw_row row = {.kind = work->review ? PQ_ROW_REVIEW : PQ_ROW_WORK,
                           .text = text,
                           .url = work->url,
                           .tooltip = work->tooltip};
  return add_row(c, &row);
}

static pq_status list_some(card *c, pq_papers papers, bool reviews,
                           uint32_t *left) {
  pq_status st = PQ_OK;
  for (uint32_t i = 1; i <= c->s->n_works; ++i) {
    const pq_draw_work *const work = &c->s->plan->works.at[i - 1];
    if (!pq_papers_have(papers, i) || work->review != reviews) continue;
    if (c->bytes > CARD_BYTES) {
      ++*left;
    } else {
      PQ_TRY(st, add_work(c, work));
    }
  }
  return PQ_OK;
}

/* Studies first; what is too much for a label is counted. */
static pq_status list_works(card *c, pq_papers papers) {
  pq_status st = PQ_OK;
  uint32_t left = 0;
  PQ_TRY(st, list_some(c, papers, false, &left));
  PQ_TRY(st, list_some(c, papers, true, &left));
  if (!left) return PQ_OK;
  pq_buf_text(&c->s->room, "and ");
  pq_buf_number(&c->s->room, left);
  pq_buf_text(&c->s->room, " more");
  return add_lines(c, PQ_ROW_REMARK, REMARK_BREAK, 0);
}

/* An earlier card with the same papers, if they are many. */
static const pq_told_papers *find_same(const pq_sketch *s, pq_papers papers) {
  if (pq_papers_count(s, papers) <= ALWAYS_LISTED) return NULL;
  for (uint32_t i = 0; i < s->told.n; ++i) {
    if (pq_papers_same(s, s->told.at[i].papers, papers)) return &s->told.at[i];
  }
  return NULL;
}

static pq_status add_works(card *c, pq_papers papers, pq_view title) {
  const pq_told_papers *const same = find_same(c->s, papers);
  if (same) {
    pq_buf_text(&c->s->room, "same citations as “");
    pq_buf_put(&c->s->room, same->title);
    pq_buf_text(&c->s->room, "”");
    return add_lines(c, PQ_ROW_SAME, SAME_BREAK, 0);
  }
  const pq_told_papers told = {papers, title};
  PQ_PUSH(c->s->arena, &c->s->told, told);
  return list_works(c, papers);
}

/* ---- how sure ---- */

static pq_draw_tone tone_of(const pq_say *say) {
  switch (say->stance) {
  case PQ_ASSERTED:
  case PQ_PRESUPPOSED: return PQ_TONE_ASSERTED;
  case PQ_HEDGED: return PQ_TONE_HEDGED;
  case PQ_CONTROVERSIAL:
  case PQ_ALTERNATIVE: return PQ_TONE_DISPUTED;
  default: return PQ_TONE_OPEN;
  }
}

static void put_stance(pq_sketch *s, const pq_say *say, bool open) {
  static const char *const words[PQ_N_STANCES] = {
      "asserted",        "presupposed", "hedged",  "? alternative",
      "? controversial", "~ unclear",   "✕ denied"};
  const bool quotes = open && say->stance == PQ_UNCLEAR && say->cue.len > 0;
  pq_buf_text(&s->room, quotes ? "~" : words[say->stance]);
  if (!say->cue.len || say->stance == PQ_CONTROVERSIAL) return;
  pq_buf_char(&s->room, ' ');
  pq_put_quoted(&s->room, say->cue);
}

static pq_status add_status(card *c, const pq_say *say, pq_papers papers,
                            bool open) {
  pq_status st = PQ_OK;
  put_stance(c->s, say, open);
  PQ_TRY(st, add_lines(c, PQ_ROW_STATUS, STATUS_BREAK, 0));
  put_counts(c->s, papers);
  return add_lines(c, PQ_ROW_STATUS, STATUS_BREAK, 0);
}

/* ---- cards ---- */

static pq_status finish(card *c, pq_draw_node *node, pq_view digits,
                        uint32_t *out) {
  pq_status st = PQ_OK;
  pq_buf_text(&c->s->room, "say.");
  pq_buf_put(&c->s->room, digits);
  PQ_TRY(st, pq_sketch_keep(c->s, &node->name));
  node->kind = PQ_DRAW_CLAIM;
  node->rows = c->rows.at;
  node->n_rows = c->rows.n;
  return pq_sketch_add(c->s, node, out);
}

static pq_status digits_of(pq_sketch *s, const pq_say *say, pq_view *out) {
  pq_put_short(&s->room, s->g->claims[say->claim].iri);
  return pq_sketch_keep(s, out);
}

/* "promotes", "STAT3 Y705 phosphorylation"; the two as one are the title. */
static pq_status add_head(card *c, const pq_say *say, pq_view object,
                          pq_view *title) {
  enum {
    VERB_BREAK = 16
  };
  pq_status st = PQ_OK;
  pq_sketch *const s = c->s;
  const bool gene = pq_is_expression(s->g, say->target);
  pq_put_verb(s, say);
  if (gene && !object.len) pq_buf_text(&s->room, " of");
  PQ_TRY(st, pq_sketch_keep(s, title));
  pq_buf_put(&s->room, *title);
  PQ_TRY(st, add_lines(c, PQ_ROW_HEAD, VERB_BREAK, 0));
  if (!object.len) return PQ_OK;
  pq_buf_put(&s->room, object);
  PQ_TRY(st, add_lines(c, PQ_ROW_HEAD, HEAD_BREAK, 0));
  pq_buf_put(&s->room, *title);
  pq_buf_char(&s->room, ' ');
  pq_buf_put(&s->room, object);
  return pq_sketch_keep(s, title);
}

pq_status pq_evidence_group(pq_sketch *s, const pq_group *group,
                            pq_papers papers, pq_view object, uint32_t *out) {
  pq_status st = PQ_OK;
  card c = {.s = s};
  const pq_say *const say = group->at[0];
  pq_draw_node node = {.tone = tone_of(say)};
  pq_view title = {"", 0};
  pq_view digits = {"", 0};
  PQ_TRY(st, add_head(&c, say, object, &title));
  PQ_TRY(st, add_status(&c, say, papers, false));
  PQ_TRY(st, add_works(&c, papers, title));
  pq_put_sentence(s, group, papers);
  PQ_TRY(st, pq_sketch_keep(s, &node.tooltip));
  PQ_TRY(st, pq_sketch_classes(s, group, &node.says));
  PQ_TRY(st, digits_of(s, say, &digits));
  return finish(&c, &node, digits, out);
}

static const pq_say *say_of(const pq_sketch *s, pq_claim_id claim) {
  for (uint32_t i = 0; i < s->says.n; ++i) {
    if (s->says.at[i].claim == claim) return &s->says.at[i];
  }
  return NULL;
}

static pq_status add_sides(card *c, const pq_rivals *rivals) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < rivals->n_sides; ++i) {
    pq_buf_put(&c->s->room, rivals->sides[i].words);
    if (i + 1 < rivals->n_sides) pq_buf_text(&c->s->room, ", or");
    PQ_TRY(st, add_lines(c, PQ_ROW_HEAD, HEAD_BREAK, i + 1));
  }
  return PQ_OK;
}

/* Which papers take which side. */
static pq_status add_side_works(card *c, const pq_rivals *rivals) {
  pq_status st = PQ_OK;
  bool any = false;
  for (uint32_t i = 0; i < rivals->n_sides; ++i) {
    const pq_say *const say = say_of(c->s, rivals->sides[i].claim);
    if (!say || !pq_papers_count(c->s, say->papers)) continue;
    any = true;
    pq_buf_text(&c->s->room, "cited for “");
    pq_buf_put(&c->s->room, rivals->sides[i].words);
    pq_buf_text(&c->s->room, "”:");
    PQ_TRY(st, add_lines(c, PQ_ROW_REMARK, REMARK_BREAK, 0));
    PQ_TRY(st, list_works(c, say->papers));
  }
  if (any) return PQ_OK;
  pq_buf_text(&c->s->room, "no side is given a citation");
  return add_lines(c, PQ_ROW_REMARK, LONG_BREAK, 0);
}

static pq_status head_dispute(card *c, const pq_rivals *rivals,
                              pq_papers papers) {
  pq_status st = PQ_OK;
  pq_buf_put(&c->s->room, rivals->about);
  PQ_TRY(st, add_lines(c, PQ_ROW_HEAD, HEAD_BREAK, 0));
  PQ_TRY(st, add_sides(c, rivals));
  pq_buf_text(&c->s->room, "? controversial");
  PQ_TRY(st, add_lines(c, PQ_ROW_STATUS, STATUS_BREAK, 0));
  put_counts(c->s, papers);
  return add_lines(c, PQ_ROW_STATUS, STATUS_BREAK, 0);
}

pq_status pq_evidence_dispute(pq_sketch *s, const pq_rivals *rivals,
                              pq_papers papers, uint32_t *out) {
  pq_status st = PQ_OK;
  card c = {.s = s};
  pq_draw_node node = {.tone = PQ_TONE_DISPUTED, .tooltip = rivals->tooltip};
  PQ_TRY(st, head_dispute(&c, rivals, papers));
  PQ_TRY(st, add_works(&c, papers, rivals->about));
  PQ_TRY(st, add_side_works(&c, rivals));
  if (rivals->presupposed.len) {
    pq_buf_text(&s->room, "presupposed: ");
    pq_buf_put(&s->room, rivals->presupposed);
    PQ_TRY(st, add_lines(&c, PQ_ROW_REMARK, REMARK_BREAK, 0));
  }
  return finish(&c, &node, rivals->digits, out);
}

/* An arc to or from a card, and the link that gives it a lane. */
static pq_status tie(pq_sketch *s, const pq_link *link, pq_draw_line line,
                     uint32_t from, uint32_t to) {
  const pq_draw_arc arc = {.from = from,
                           .to = to,
                           .to_side = 'w',
                           .line = line,
                           .weight = 4,
                           .n = link->n,
                           .link = s->links.n};
  return pq_sketch_arc(s, &arc);
}

/* A card that words are the head of. */
static pq_status make_plain(pq_sketch *s, const pq_say *say, pq_view words,
                            pq_draw_node *node, uint32_t *out) {
  pq_status st = PQ_OK;
  card c = {.s = s};
  pq_view digits = {"", 0};
  pq_buf_put(&s->room, words);
  PQ_TRY(st, add_lines(&c, PQ_ROW_HEAD, HEAD_BREAK, 0));
  PQ_TRY(st, add_status(&c, say, say->papers, node->tone == PQ_TONE_OPEN));
  PQ_TRY(st, add_works(&c, say->papers, words));
  PQ_TRY(st, digits_of(s, say, &digits));
  return finish(&c, node, digits, out);
}

pq_status pq_evidence_note(pq_sketch *s, const pq_say *say, pq_view words,
                           uint32_t anchor) {
  pq_status st = PQ_OK;
  pq_draw_node node = {.tone = PQ_TONE_OPEN,
                       .tooltip = s->g->claims[say->claim].label};
  pq_link link = {.source = anchor, .n = pq_papers_count(s, say->papers)};
  PQ_TRY(st, make_plain(s, say, words, &node, &link.chip));
  PQ_TRY(st, tie(s, &link, PQ_LINE_OPEN, anchor, link.chip));
  PQ_PUSH(s->arena, &s->links, link);
  return PQ_OK;
}

/* ---- events by themselves ---- */

static pq_node event_end(const pq_say *say) {
  return say->target.kind == PQ_NODE_EVENT ? say->target : say->actor;
}

/* Do cards of claims about the event list all of its papers? */
static pq_status is_told(pq_sketch *s, const pq_say *say, bool *out) {
  pq_status st = PQ_OK;
  pq_papers papers = {NULL};
  bool any = false;
  PQ_TRY(st, pq_papers_new(s, &papers));
  for (uint32_t i = 0; i < s->says.n; ++i) {
    const pq_say *const other = &s->says.at[i];
    if (pq_is_event_claim(s, other) || !other->done ||
        (!pq_same_node(other->target, event_end(say)) &&
         !pq_same_node(other->actor, event_end(say)))) {
      continue;
    }
    any = true;
    pq_papers_add(s, papers, other->papers);
  }
  *out = any && pq_papers_within(s, say->papers, papers);
  return PQ_OK;
}

static bool happens_only(const pq_sketch *s, const pq_say *say) {
  return pq_say_is_drawn(s, say) && pq_is_event_claim(s, say) &&
         event_end(say).kind == PQ_NODE_EVENT;
}

/* Says of one event with one list of papers. */
static void join_event(pq_sketch *s, uint32_t from, pq_group *group) {
  group->n = 0;
  for (uint32_t i = from; i < s->says.n; ++i) {
    pq_say *const say = &s->says.at[i];
    const pq_say *const first = &s->says.at[from];
    if (!happens_only(s, say) ||
        !pq_same_node(event_end(say), event_end(first)) ||
        say->stance != first->stance ||
        !pq_papers_same(s, say->papers, first->papers)) {
      continue;
    }
    group->at[group->n++] = say;
  }
}

static pq_status make_event_card(pq_sketch *s, const pq_group *group,
                                 uint32_t *out) {
  pq_status st = PQ_OK;
  const pq_say *const say = group->at[0];
  const pq_view label = pq_sketch_label(s, event_end(say));
  pq_draw_node node = {.tone = tone_of(say)};
  pq_buf_put(&s->room, label);
  pq_buf_text(&s->room, " (");
  pq_put_citations(&s->room, s, say->papers);
  pq_buf_char(&s->room, ')');
  PQ_TRY(st, pq_sketch_keep(s, &node.tooltip));
  PQ_TRY(st, make_plain(s, say, label, &node, out));
  pq_sketch_tell(s, "", node.tooltip);
  return PQ_OK;
}

/* From what takes part to the card, once each. */
static pq_status tie_parts(pq_sketch *s, const pq_event *e, pq_link *link,
                           pq_draw_line line) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < e->n_themes; ++i) {
    uint32_t node = 0;
    PQ_TRY(st, pq_sketch_entity(s, e->themes[i], &node));
    if (node == link->target) link->target = 0;
    if (i && e->themes[i] == e->themes[0]) continue;
    if (link->target && pq_sketch_leads(s, link->target, node)) {
      link->target = 0;
    }
    if (!link->source) link->source = node;
    PQ_TRY(st, tie(s, link, line, node, link->chip));
  }
  return PQ_OK;
}

/* What takes part, and what comes of it; of what is produced only that. */
static pq_status tie_event(pq_sketch *s, pq_node end, pq_link *link,
                           pq_draw_line line) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_sketch_target(s, end, &link->target, &link->process));
  if (!pq_is_expression(s->g, end)) {
    PQ_TRY(st, tie_parts(s, pq_event_at(s->g->record, end.id), link, line));
  }
  if (!link->target) {
    link->process = 0;
    return PQ_OK;
  }
  return tie(s, link, line, link->chip, link->target);
}

static pq_status draw_event(pq_sketch *s, const pq_group *group) {
  pq_status st = PQ_OK;
  const pq_say *const say = group->at[0];
  pq_link link = {.n = pq_papers_count(s, say->papers)};
  PQ_TRY(st, make_event_card(s, group, &link.chip));
  PQ_TRY(st, tie_event(s, event_end(say), &link, pq_line_of(say->stance)));
  if (!link.source) link.source = link.chip;
  PQ_PUSH(s->arena, &s->links, link);
  return PQ_OK;
}

pq_status pq_evidence_events(pq_sketch *s) {
  pq_status st = PQ_OK;
  pq_group group = {pq_arena_take(s->arena, (s->says.n + 1) * sizeof(pq_say *)),
                    0};
  if (!group.at) return s->arena->status;
  for (uint32_t i = 0; i < s->says.n; ++i) {
    pq_say *const say = &s->says.at[i];
    bool told = false;
    if (!happens_only(s, say)) continue;
    PQ_TRY(st, is_told(s, say, &told));
    join_event(s, i, &group);
    if (!told) PQ_TRY(st, draw_event(s, &group));
    for (uint32_t k = 0; k < group.n; ++k) {
      group.at[k]->done = true;
    }
  }
  return PQ_OK;
}
