#include "plan_sketch.h"

#include "graph/claim_name.h"

enum {
  RIVAL_BREAK = 18
};

/* A dispute and what its readings share. */
typedef struct quarrel {
  pq_dispute_id id;
  const pq_claim *sides[PQ_ALTERNATIVES_MOST];
  pq_claim_id claims[PQ_ALTERNATIVES_MOST];
  uint32_t n;
  pq_node actor; /* from which the readings fork, or NONE */
  pq_node target;
  uint32_t node, process; /* where they join */
} quarrel;

static pq_node actor_of(const pq_claim *c) {
  return c->relation == PQ_REL_DEPENDS_ON ? c->object : c->subject;
}

static pq_node target_of(const pq_claim *c) {
  return c->relation == PQ_REL_DEPENDS_ON ? c->subject : c->object;
}

/* ---- who quarrels about what ---- */

static pq_event_id bare(const pq_graph *g, pq_event_id event) {
  const pq_event_id broader = event ? g->events[event].broader : 0;
  return broader ? broader : event;
}

/* Is a claim about the same event, one of them perhaps with more said? */
static bool about(const pq_sketch *s, const pq_claim *c, const quarrel *q) {
  const pq_node target = target_of(c);
  if (target.kind != PQ_NODE_EVENT || q->target.kind != PQ_NODE_EVENT) {
    return pq_same_node(target, q->target);
  }
  return bare(s->g, target.id) == bare(s->g, q->target.id);
}

static pq_node find_actor(const pq_sketch *s, const quarrel *q) {
  const pq_record *const r = s->g->record;
  bool all_same = true;
  for (uint32_t i = 0; i < q->n; ++i) {
    const pq_node target = target_of(q->sides[i]);
    const pq_entity_id up = target.kind == PQ_NODE_EVENT
                                ? pq_event_at(r, target.id)->downstream_of
                                : 0;
    if (up) return (pq_node){PQ_NODE_ENTITY, up};
    all_same =
        all_same && pq_same_node(actor_of(q->sides[i]), actor_of(q->sides[0]));
  }
  if (all_same) return actor_of(q->sides[0]);
  for (uint32_t i = 0; i < s->says.n; ++i) {
    const pq_say *const say = &s->says.at[i];
    const pq_claim *const c = &r->claims.at[say->claim];
    if (say->stance == PQ_PRESUPPOSED && about(s, c, q) &&
        say->actor.kind == PQ_NODE_ENTITY) {
      return say->actor;
    }
  }
  return (pq_node){PQ_NODE_NONE, 0};
}

/* Is it the thing, a state of it, or a fusion with it? */
static bool is_of(const pq_sketch *s, uint32_t node, pq_entity_id thing) {
  const pq_record *const r = s->g->record;
  const uint32_t other = s->plan->nodes.at[node].thing;
  if (!other) return false;
  if (other == thing) return true;
  const pq_entity *const e = pq_entity_at(r, other);
  for (uint32_t i = 0; e->kind == PQ_ENTITY_FUSION && i < e->n_members; ++i) {
    if (e->members[i] == thing) return true;
  }
  return false;
}

/* A drawn node of the quarrel's actor that acts on the process; 0: none. */
static uint32_t acting(const pq_sketch *s, uint32_t process,
                       pq_entity_id thing) {
  for (uint32_t i = 0; i < s->plan->arcs.n; ++i) {
    const pq_draw_arc *const a = &s->plan->arcs.at[i];
    if (!a->link || s->links.at[a->link].process != process) continue;
    const uint32_t box = a->from_box;
    for (uint32_t k = 1; k < s->plan->nodes.n; ++k) {
      const bool tail =
          k == a->from || (box && s->plan->nodes.at[k].box == box);
      if (tail && is_of(s, k, thing)) return k;
    }
  }
  return 0;
}

static bool takes_in(const pq_sketch *s, const pq_process *p, pq_event_id id) {
  const pq_event *const e = pq_event_at(s->g->record, id);
  const bool folded = pq_is_folded(s); /* what it leaves has to do */
  const uint32_t *const nodes = folded ? p->outputs : p->inputs;
  for (uint32_t i = 0; i < (folded ? p->n_outputs : p->n_inputs); ++i) {
    for (uint32_t k = 0; k < e->n_themes; ++k) {
      if (s->plan->nodes.at[nodes[i]].thing ==
          pq_entity_base(s->g->record, e->themes[k])) {
        return true;
      }
    }
  }
  return false;
}

/* Where a dispute about an event stands (M7). */
static uint32_t find_process(const pq_sketch *s, const quarrel *q) {
  const uint32_t near = pq_process_near(s, q->target.id);
  if (near || q->actor.kind != PQ_NODE_ENTITY) return near;
  const pq_entity_id thing = pq_entity_base(s->g->record, q->actor.id);
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    if (takes_in(s, &s->processes.at[i], q->target.id) && acting(s, i, thing)) {
      return i;
    }
  }
  return 0;
}

static pq_status find_target(pq_sketch *s, quarrel *q) {
  if (q->target.kind == PQ_NODE_EVENT && !pq_is_expression(s->g, q->target)) {
    q->process = find_process(s, q);
    if (q->process) {
      q->node = s->processes.at[q->process].node;
      return PQ_OK;
    }
    return pq_sketch_target(s,
                            (pq_node){PQ_NODE_EVENT, bare(s->g, q->target.id)},
                            &q->node, &q->process);
  }
  return pq_sketch_target(s, q->target, &q->node, &q->process);
}

/* ---- what is drawn ---- */

/* Do readings differ in how direct they are? */
static bool differ(const quarrel *q) {
  for (uint32_t i = 1; i < q->n; ++i) {
    if (pq_claim_direct(q->sides[i]) != pq_claim_direct(q->sides[0])) {
      return true;
    }
  }
  return false;
}

static void put_same_actor(pq_sketch *s, const quarrel *q, uint32_t side) {
  const pq_claim *const c = q->sides[side];
  const pq_direct direct = pq_claim_direct(c);
  const pq_verb *const verb =
      pq_verb_of(s->g->claims[q->claims[side]].predicate);
  if (direct == PQ_INDIRECTLY || (direct == PQ_DIRECTLY && differ(q))) {
    pq_buf_text(&s->room, direct == PQ_DIRECTLY ? "directly" : "indirectly");
  } else {
    pq_buf_text(&s->room, c->negated ? "not" : verb ? verb->one : "acts");
  }
}

/* "directly", "via JAK3" */
static void put_side(pq_sketch *s, const quarrel *q, uint32_t side) {
  const pq_node actor = actor_of(q->sides[side]);
  if (pq_same_node(actor, q->actor)) {
    put_same_actor(s, q, side);
    return;
  }
  if (q->actor.kind != PQ_NODE_NONE) pq_buf_text(&s->room, "via ");
  pq_buf_put(&s->room, pq_sketch_label(s, actor));
}

static pq_status describe_rival(pq_sketch *s, const quarrel *q, uint32_t side,
                                pq_draw_node *node) {
  pq_status st = PQ_OK;
  const pq_node actor = actor_of(q->sides[side]);
  node->tooltip = s->g->claims[q->claims[side]].label;
  put_side(s, q, side);
  if (!pq_same_node(actor, q->actor)) node->strong = pq_sketch_label(s, actor);
  pq_buf_text(&s->room, " ?");
  PQ_TRY(st, pq_sketch_keep(s, &node->label));
  if (!node->strong.len || actor.kind != PQ_NODE_ENTITY) return PQ_OK;
  return pq_sketch_link(s, pq_entity_base(s->g->record, actor.id), &node->url);
}

static pq_status tell(pq_sketch *s, const quarrel *q, pq_papers papers) {
  pq_status st = PQ_OK;
  pq_view words = {"", 0};
  const pq_view label = s->g->disputes[q->id].label;
  pq_buf_text(&s->room, "Controversial (");
  pq_put_citations(&s->room, s, papers);
  pq_buf_text(&s->room, "): ");
  pq_buf_put(&s->room, pq_view_head(label, label.len ? label.len - 1 : 0));
  PQ_TRY(st, pq_sketch_keep(s, &words));
  pq_sketch_tell(s, "", words);
  return PQ_OK;
}

static pq_status label_box(pq_sketch *s, const quarrel *q, pq_papers papers,
                           pq_view *out) {
  enum {
    PAPERS_BREAK = 36
  };
  pq_status st = PQ_OK;
  pq_view words = {"", 0};
  const pq_node shown = q->target.kind == PQ_NODE_EVENT
                            ? (pq_node){PQ_NODE_EVENT, bare(s->g, q->target.id)}
                            : q->target;
  if (s->view == PQ_PLAN_OVERVIEW) {
    pq_put_count(&s->room, s, papers);
  } else {
    pq_put_papers(&s->room, s, papers);
  }
  PQ_TRY(st, pq_sketch_keep(s, &words));
  pq_put_lines(&s->room, pq_sketch_label(s, shown), RIVAL_BREAK);
  pq_buf_char(&s->room, '\n');
  pq_put_lines(&s->room, words, PAPERS_BREAK);
  return pq_sketch_keep(s, out);
}

static pq_status make_box(pq_sketch *s, const quarrel *q, pq_view digits,
                          pq_papers papers, pq_view says, uint32_t *out) {
  pq_status st = PQ_OK;
  pq_draw_box box = {.kind = PQ_BOX_RIVAL,
                     .strong = PQ_LIT("controversial"),
                     .tooltip = s->g->disputes[q->id].label,
                     .says = says};
  PQ_TRY(st, label_box(s, q, papers, &box.label));
  pq_buf_text(&s->room, "rival.");
  pq_buf_put(&s->room, digits);
  PQ_TRY(st, pq_sketch_keep(s, &box.name));
  PQ_TRY(st, pq_sketch_box(s, &box, &(pq_box_says){0}, out));
  return tell(s, q, papers);
}

static pq_draw_head common_head(const pq_sketch *s, const quarrel *q) {
  const pq_term first = s->g->claims[q->claims[0]].predicate;
  for (uint32_t i = 1; i < q->n; ++i) {
    if (s->g->claims[q->claims[i]].predicate != first) {
      return PQ_HEAD_MODULATION;
    }
  }
  const pq_verb *const verb = pq_verb_of(first);
  return verb ? verb->head : PQ_HEAD_MODULATION;
}

static pq_status add_line(pq_sketch *s, pq_view says, uint32_t from,
                          uint32_t to, uint32_t port, uint32_t n) {
  const pq_draw_arc arc = {.from = from,
                           .to = to,
                           .port = port,
                           .n = n,
                           .to_side = 'w',
                           .line = PQ_LINE_DISPUTED,
                           .weight = 4,
                           .link = s->links.n,
                           .says = says};
  return pq_sketch_arc(s, &arc);
}

static pq_status keep_classes(pq_sketch *s, const quarrel *q, uint32_t from,
                              uint32_t to, pq_view *out) {
  pq_put_say_class(&s->room, s->g->disputes[q->id].iri);
  for (uint32_t i = from; i < to; ++i) {
    pq_put_say_class(&s->room, s->g->claims[q->claims[i]].iri);
  }
  return pq_sketch_keep(s, out);
}

static pq_status add_rivals(pq_sketch *s, const quarrel *q, pq_view digits,
                            uint32_t box, const pq_link *link) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < q->n; ++i) {
    pq_draw_node rival = {.kind = PQ_DRAW_RIVAL, .box = box};
    uint32_t node = 0;
    PQ_TRY(st, describe_rival(s, q, i, &rival));
    PQ_TRY(st, keep_classes(s, q, i, i + 1, &rival.says));
    pq_buf_put(&s->room, digits);
    pq_buf_char(&s->room, '.');
    pq_buf_number(&s->room, i + 1);
    PQ_TRY(st, pq_sketch_keep(s, &rival.name));
    PQ_TRY(st, pq_sketch_add(s, &rival, &node));
    const pq_view says = rival.says;
    if (link->source) {
      PQ_TRY(st, add_line(s, says, link->source, node, 0, link->n));
    }
    PQ_TRY(st, add_line(s, says, node, link->chip, 0, link->n));
  }
  return PQ_OK;
}

/* ---- the same in the evidence view: a card with a line a reading ---- */

static pq_view find_presupposed(const pq_sketch *s, const quarrel *q) {
  for (uint32_t i = 0; i < s->says.n; ++i) {
    const pq_say *const say = &s->says.at[i];
    if (say->stance == PQ_PRESUPPOSED && about(s, pq_say_claim(s, say), q)) {
      return s->g->claims[say->claim].label;
    }
  }
  return (pq_view){"", 0};
}

/* The reading that a line tells: those through others come first. */
static uint32_t side_at(const quarrel *q, uint32_t line) {
  for (int own = 0; own < 2; ++own) {
    for (uint32_t i = 0; i < q->n; ++i) {
      if (pq_same_node(actor_of(q->sides[i]), q->actor) != (own == 1)) continue;
      if (!line--) return i;
    }
  }
  return 0;
}

static pq_status make_card(pq_sketch *s, const quarrel *q, pq_view digits,
                           pq_papers papers, uint32_t *out) {
  pq_status st = PQ_OK;
  pq_rival sides[PQ_ALTERNATIVES_MOST];
  const pq_node shown = q->target.kind == PQ_NODE_EVENT
                            ? (pq_node){PQ_NODE_EVENT, bare(s->g, q->target.id)}
                            : q->target;
  const pq_rivals rivals = {.about = pq_sketch_label(s, shown),
                            .sides = sides,
                            .n_sides = q->n,
                            .digits = digits,
                            .tooltip = s->g->disputes[q->id].label,
                            .presupposed = find_presupposed(s, q)};
  for (uint32_t i = 0; i < q->n; ++i) {
    sides[i].claim = q->claims[side_at(q, i)];
    put_side(s, q, side_at(q, i));
    PQ_TRY(st, pq_sketch_keep(s, &sides[i].words));
  }
  return pq_evidence_dispute(s, &rivals, papers, out);
}

/* Who a reading names acts on its line. */
static pq_status add_sides(pq_sketch *s, const quarrel *q,
                           const pq_link *link) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < q->n; ++i) {
    const pq_node actor = actor_of(q->sides[side_at(q, i)]);
    pq_origin origin = {link->source, 0};
    if (!pq_same_node(actor, q->actor)) {
      PQ_TRY(st, pq_sketch_origin(s, actor, q->node, &origin));
      if (pq_sketch_leads(s, q->node, origin.node)) continue;
    }
    if (origin.node) {
      PQ_TRY(st,
             add_line(s, link->says, origin.node, link->chip, i + 1, link->n));
    }
  }
  return PQ_OK;
}

static pq_status find_source(pq_sketch *s, const quarrel *q, uint32_t *out) {
  pq_status st = PQ_OK;
  pq_origin origin = {0, 0};
  *out = 0;
  if (q->actor.kind == PQ_NODE_NONE) return PQ_OK;
  if (q->process && q->actor.kind == PQ_NODE_ENTITY) {
    *out = acting(s, q->process, pq_entity_base(s->g->record, q->actor.id));
  }
  if (!*out) {
    PQ_TRY(st, pq_sketch_origin(s, q->actor, q->node, &origin));
    *out = origin.node;
  }
  if (pq_sketch_leads(s, q->node, *out)) *out = 0;
  return PQ_OK;
}

static pq_status join(pq_sketch *s, const quarrel *q, const pq_link *link) {
  const pq_draw_kind kind = s->plan->nodes.at[q->node].kind;
  const bool free_side =
      (q->process && !pq_is_folded(s)) || kind == PQ_DRAW_EFFECT;
  const pq_draw_arc arc = {.from = link->chip,
                           .to = q->node,
                           .to_side = free_side ? '\0' : 'w',
                           .n = link->n,
                           .head = common_head(s, q),
                           .line = PQ_LINE_DISPUTED,
                           .weight = 4,
                           .link = s->links.n,
                           .says = link->says};
  return pq_sketch_arc(s, &arc);
}

static pq_status add_operator(pq_sketch *s, pq_view digits, pq_view says,
                              uint32_t *out) {
  pq_status st = PQ_OK;
  pq_draw_node op = {.kind = PQ_DRAW_OR,
                     .says = says,
                     .label = PQ_LIT_INIT("or"),
                     .tooltip = PQ_LIT_INIT(
                         "the record does not decide between the readings")};
  pq_buf_text(&s->room, "rival.");
  pq_buf_put(&s->room, digits);
  pq_buf_text(&s->room, ".op");
  PQ_TRY(st, pq_sketch_keep(s, &op.name));
  return pq_sketch_add(s, &op, out);
}

static pq_status add_arcs(pq_sketch *s, const quarrel *q, pq_view digits,
                          uint32_t box, const pq_link *link) {
  pq_status st = PQ_OK;
  if (s->view == PQ_PLAN_EVIDENCE) {
    PQ_TRY(st, add_sides(s, q, link));
  } else {
    PQ_TRY(st, add_rivals(s, q, digits, box, link));
  }
  PQ_TRY(st, join(s, q, link));
  if (q->process) s->processes.at[q->process].met = true;
  PQ_PUSH(s->arena, &s->links, *link);
  return PQ_OK;
}

/* What the arcs meet: a box of readings and their `or`, or a card. */
static pq_status make_middle(pq_sketch *s, const quarrel *q, pq_view digits,
                             uint32_t *box, pq_link *link) {
  pq_status st = PQ_OK;
  pq_papers papers = {NULL};
  PQ_TRY(st, pq_dispute_papers(s, q->id, &papers));
  link->n = pq_papers_count(s, papers);
  if (s->view == PQ_PLAN_EVIDENCE) {
    PQ_TRY(st, make_card(s, q, digits, papers, &link->chip));
    s->plan->nodes.at[link->chip].says = link->says;
    return tell(s, q, papers);
  }
  PQ_TRY(st, make_box(s, q, digits, papers, link->says, box));
  return add_operator(s, digits, link->says, &link->chip);
}

static pq_status draw(pq_sketch *s, const quarrel *q) {
  pq_status st = PQ_OK;
  pq_view digits = {"", 0};
  uint32_t box = 0;
  pq_link link = {.target = q->node, .process = q->process, .dispute = true};
  pq_put_short(&s->room, s->g->disputes[q->id].iri);
  PQ_TRY(st, pq_sketch_keep(s, &digits));
  PQ_TRY(st, keep_classes(s, q, 0, q->n, &link.says));
  PQ_TRY(st, find_source(s, q, &link.source));
  PQ_TRY(st, make_middle(s, q, digits, &box, &link));
  return add_arcs(s, q, digits, box, &link);
}

static void settle(pq_sketch *s, const quarrel *q) {
  for (uint32_t i = 0; i < s->says.n; ++i) {
    pq_say *const say = &s->says.at[i];
    const pq_claim *const c = pq_say_claim(s, say);
    if (say->stance == PQ_PRESUPPOSED && about(s, c, q)) say->done = true;
    for (uint32_t k = 0; k < q->n; ++k) {
      if (say->claim == q->claims[k]) say->done = true;
    }
  }
}

pq_status pq_sketch_disputes(pq_sketch *s) {
  pq_status st = PQ_OK;
  const pq_record *const r = s->g->record;
  for (uint32_t i = 0; i < s->g->n_disputes; ++i) {
    quarrel q = {.id = s->g->dispute_order[i]};
    q.n = pq_dispute_sides(s->g, &r->disputes.at[q.id], q.claims);
    if (!q.n) continue;
    for (uint32_t k = 0; k < q.n; ++k) {
      q.sides[k] = &r->claims.at[q.claims[k]];
    }
    q.target = target_of(q.sides[0]);
    if (q.target.kind == PQ_NODE_NONE ||
        actor_of(q.sides[0]).kind == PQ_NODE_NONE) {
      continue;
    }
    q.actor = find_actor(s, &q);
    PQ_TRY(st, find_target(s, &q));
    PQ_TRY(st, draw(s, &q));
    settle(s, &q);
  }
  return PQ_OK;
}
