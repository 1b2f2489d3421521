#include "plan_sketch.h"

enum {
  NOTE_BREAK = 20,
  NARROW_BREAK = 16 /* in an overview */
};

/* ---- what a note is about ---- */

static uint32_t product_of(const pq_sketch *s, uint32_t process) {
  const pq_process *const p = &s->processes.at[process];
  return p->n_outputs ? p->outputs[0] : p->node;
}

static uint32_t any_form(const pq_sketch *s, pq_node node) {
  if (node.kind != PQ_NODE_ENTITY) return 0;
  const pq_entity_id base = pq_entity_base(s->g->record, node.id);
  for (uint32_t i = 1; i < s->plan->nodes.n; ++i) {
    if (s->plan->nodes.at[i].thing == base) return i;
  }
  return 0;
}

/* A node that is there already. */
static uint32_t find_anchor(const pq_sketch *s, const pq_say *say) {
  const pq_node ends[] = {say->target, say->actor};
  for (size_t i = 0; i < 2; ++i) {
    const uint32_t near =
        ends[i].kind == PQ_NODE_EVENT ? pq_process_near(s, ends[i].id) : 0;
    if (near) return product_of(s, near);
  }
  for (size_t i = 0; i < 2; ++i) {
    const uint32_t drawn = pq_sketch_drawn(s, ends[i]);
    if (drawn) return drawn;
  }
  const uint32_t form = any_form(s, say->target);
  return form ? form : any_form(s, say->actor);
}

/* An open question takes its event for granted; what is denied or unclear is
 * drawn as the thing alone. */
static pq_status make_anchor(pq_sketch *s, const pq_say *say, bool question,
                             uint32_t *out) {
  pq_status st = PQ_OK;
  const bool open_target = say->target.kind == PQ_NODE_NONE;
  const pq_node end = open_target ? say->actor : say->target;
  if (end.kind == PQ_NODE_ENTITY) return pq_sketch_entity(s, end.id, out);
  const pq_event *const e = pq_event_at(s->g->record, end.id);
  if (question && !pq_is_expression(s->g, end)) {
    uint32_t index = 0;
    PQ_TRY(st, pq_sketch_process(s, end.id, &index));
    *out = product_of(s, index);
    return PQ_OK;
  }
  if (e->n_themes) return pq_sketch_entity(s, e->themes[0], out);
  PQ_TRY(st, pq_sketch_process(s, end.id, out));
  *out = product_of(s, *out);
  return PQ_OK;
}

/* ---- its words ---- */

static void put_question(pq_sketch *s, const pq_say *say) {
  const pq_verb *const verb = pq_verb_of(say->predicate);
  const char *const word = verb ? verb->one : "concerns";
  if (say->target.kind == PQ_NODE_NONE) {
    pq_buf_text(&s->room, word);
    pq_buf_text(&s->room, " what?");
  } else {
    pq_buf_text(&s->room, "what ");
    if (say->predicate == PQ_TERM_DEPENDS_ON) pq_buf_text(&s->room, "is ");
    pq_buf_text(&s->room, word);
    pq_buf_text(&s->room, " this?");
  }
}

static pq_view plain_label(const pq_sketch *s, const pq_say *say) {
  const pq_view label = s->g->claims[say->claim].label;
  const pq_view head = PQ_LIT("not: ");
  return pq_view_starts(label, head) ? pq_view_skip(label, head.len) : label;
}

/* A claim about another species, which is neither open nor denied. */
static bool is_elsewhere(const pq_sketch *s, const pq_say *say) {
  const pq_claim *const c = pq_say_claim(s, say);
  return c->species.len > 0 && !c->negated && say->stance != PQ_UNCLEAR &&
         say->stance != PQ_DENIED;
}

static pq_status put_words(pq_sketch *s, const pq_say *say, bool question,
                           pq_view *out) {
  const bool negated = pq_say_claim(s, say)->negated;
  if (question) {
    put_question(s, say);
  } else if (say->stance == PQ_UNCLEAR) {
    pq_buf_text(&s->room, negated ? "whether not: " : "whether ");
    pq_buf_put(&s->room, plain_label(s, say));
  } else if (is_elsewhere(s, say)) {
    pq_buf_put(&s->room, plain_label(s, say));
  } else {
    const bool not = negated != (say->stance == PQ_DENIED);
    pq_buf_text(&s->room, not ? "✕ not: " : "not denied: ");
    pq_buf_put(&s->room, plain_label(s, say));
  }
  return pq_sketch_keep(s, out);
}

static pq_status put_label(pq_sketch *s, const pq_say *say, bool question,
                           pq_view *out) {
  pq_status st = PQ_OK;
  pq_view words = {"", 0};
  pq_view cue = {"", 0};
  pq_view papers = {"", 0};
  PQ_TRY(st, put_words(s, say, question, &words));
  if (say->cue.len) pq_put_quoted(&s->room, say->cue);
  PQ_TRY(st, pq_sketch_keep(s, &cue));
  if (s->view == PQ_PLAN_OVERVIEW) {
    pq_put_count(&s->room, s, say->papers);
  } else {
    pq_put_papers(&s->room, s, say->papers);
  }
  PQ_TRY(st, pq_sketch_keep(s, &papers));
  const size_t most = s->view == PQ_PLAN_OVERVIEW ? NARROW_BREAK : NOTE_BREAK;
  pq_put_lines(&s->room, words, most);
  if (cue.len) pq_buf_char(&s->room, '\n');
  pq_put_lines(&s->room, cue, most);
  pq_buf_char(&s->room, '\n');
  pq_put_lines(&s->room, papers, most);
  return pq_sketch_keep(s, out);
}

static pq_status tell(pq_sketch *s, const pq_say *say, bool question) {
  pq_status st = PQ_OK;
  pq_view sentence = {"", 0};
  pq_view label = plain_label(s, say);
  const bool open = question || say->stance == PQ_UNCLEAR;
  const char *head = open                   ? "Open: "
                     : is_elsewhere(s, say) ? "In another species: "
                                            : "Negated: ";
  if (question && label.len) --label.len; /* its question mark */
  pq_buf_put(&s->room, label);
  pq_buf_text(&s->room, " (");
  if (say->cue.len) {
    pq_put_quoted(&s->room, say->cue);
    pq_buf_text(&s->room, ", ");
  }
  pq_put_citations(&s->room, s, say->papers);
  pq_buf_char(&s->room, ')');
  PQ_TRY(st, pq_sketch_keep(s, &sentence));
  pq_sketch_tell(s, head, sentence);
  return PQ_OK;
}

/* The evidence view has a card for it. */
static pq_status put_card(pq_sketch *s, pq_say *say, bool question,
                          uint32_t anchor) {
  pq_status st = PQ_OK;
  pq_view words = {"", 0};
  PQ_TRY(st, put_words(s, say, question, &words));
  return pq_evidence_note(s, say, words, anchor);
}

static pq_status put_note(pq_sketch *s, pq_say *say, bool question,
                          uint32_t anchor) {
  pq_status st = PQ_OK;
  const pq_view iri = s->g->claims[say->claim].iri;
  pq_draw_node note = {.kind = PQ_DRAW_NOTE,
                       .anchor = anchor,
                       .tooltip = s->g->claims[say->claim].label};
  uint32_t node = 0;
  PQ_TRY(st, put_label(s, say, question, &note.label));
  pq_buf_text(&s->room, "note.");
  pq_put_short(&s->room, iri);
  PQ_TRY(st, pq_sketch_keep(s, &note.name));
  PQ_TRY(st, pq_sketch_add(s, &note, &node));
  return pq_sketch_says_too(s, node, iri);
}

static pq_status add_note(pq_sketch *s, pq_say *say) {
  pq_status st = PQ_OK;
  const bool question = s->g->claims[say->claim].question;
  uint32_t anchor = find_anchor(s, say);
  if (!anchor) PQ_TRY(st, make_anchor(s, say, question, &anchor));
  say->done = true;
  PQ_TRY(st, s->view == PQ_PLAN_EVIDENCE ? put_card(s, say, question, anchor)
                                         : put_note(s, say, question, anchor));
  return tell(s, say, question);
}

/* ---- captions ---- */

static pq_status add_caption(pq_sketch *s, const pq_process *p) {
  pq_status st = PQ_OK;
  const pq_graph *const g = s->g;
  uint32_t node = 0;
  pq_view words = {"", 0};
  const pq_view kind =
      p->event ? g->record->kinds[pq_event_at(g->record, p->event)->kind].name
               : PQ_LIT("binding");
  pq_draw_node caption = {.kind = PQ_DRAW_CAPTION,
                          .anchor = p->node,
                          .says = s->plan->nodes.at[p->node].says,
                          .tooltip = s->plan->nodes.at[p->node].tooltip};
  pq_put_papers(&s->room, s, p->papers);
  PQ_TRY(st, pq_sketch_keep(s, &words));
  if (!p->firm && p->cue.len) {
    pq_put_quoted(&s->room, p->cue);
    pq_buf_char(&s->room, '\n');
  }
  pq_put_lines(&s->room, kind, NOTE_BREAK);
  pq_buf_char(&s->room, '\n');
  pq_put_lines(&s->room, words, NOTE_BREAK);
  PQ_TRY(st, pq_sketch_keep(s, &caption.label));
  pq_buf_text(&s->room, "cap.");
  pq_buf_put(&s->room, s->plan->nodes.at[p->node].name);
  PQ_TRY(st, pq_sketch_keep(s, &caption.name));
  return pq_sketch_add(s, &caption, &node);
}

/* A process shows its kind and papers if no arc shows all of them (M6). */
static pq_status add_captions(pq_sketch *s) {
  pq_status st = PQ_OK;
  if (pq_is_folded(s)) return PQ_OK;
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    const pq_process *const p = &s->processes.at[i];
    const bool dot = s->plan->nodes.at[p->node].kind == PQ_DRAW_BINDING;
    const bool quote = !p->firm && p->cue.len > 0;
    if (quote || !pq_papers_within(s, p->papers, p->told) ||
        (!p->met && !dot)) {
      PQ_TRY(st, add_caption(s, p));
    }
  }
  return PQ_OK;
}

pq_status pq_sketch_notes(pq_sketch *s) {
  pq_status st = PQ_OK;
  if (s->view == PQ_PLAN_EVIDENCE) PQ_TRY(st, pq_evidence_events(s));
  for (uint32_t i = 0; i < s->says.n; ++i) {
    pq_say *const say = &s->says.at[i];
    if (say->done) continue;
    if (say->stance == PQ_ALTERNATIVE || say->stance == PQ_PRESUPPOSED) {
      say->done = true;
    } else {
      PQ_TRY(st, add_note(s, say));
    }
  }
  return add_captions(s);
}
