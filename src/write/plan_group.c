/* Says that are drawn as one, and the boxes around what they name. */
#include "plan_sketch.h"

#include "graph/claim_name.h"

enum {
  SET_MOST = 6, /* of more members, five are shown */
  SET_SHOWN = 5
};

/* ---- groups ---- */

/* A card of the evidence view has one list of papers. */
static bool may_join(const pq_sketch *s, const pq_say *a, const pq_say *b) {
  if (s->view == PQ_PLAN_EVIDENCE && !pq_papers_same(s, a->papers, b->papers)) {
    return false;
  }
  return !b->done && pq_say_is_drawn(s, b) && a->predicate == b->predicate &&
         pq_same_place(a->where, b->where) && a->stance == b->stance &&
         pq_claim_direct(pq_say_claim(s, a)) ==
             pq_claim_direct(pq_say_claim(s, b)) &&
         pq_view_same(a->cue, b->cue);
}

void pq_group_actors(pq_sketch *s, uint32_t from, pq_group *group) {
  const pq_say *const first = group->at[0];
  for (uint32_t i = from + 1; i < s->says.n; ++i) {
    pq_say *const other = &s->says.at[i];
    if (may_join(s, first, other) &&
        pq_same_node(first->target, other->target) &&
        first->predicate != PQ_TERM_INTERACTS) {
      group->at[group->n++] = other;
    }
  }
}

static bool same_sort(const pq_sketch *s, pq_node a, pq_node b) {
  const bool gene = pq_is_expression(s->g, a);
  if (gene != pq_is_expression(s->g, b)) return false;
  if (!gene) return a.kind == PQ_NODE_ENTITY && b.kind == PQ_NODE_ENTITY;
  return pq_event_at(s->g->record, a.id)->kind ==
         pq_event_at(s->g->record, b.id)->kind;
}

void pq_group_targets(pq_sketch *s, uint32_t from, pq_group *group) {
  const pq_say *const first = group->at[0];
  for (uint32_t i = from + 1; i < s->says.n; ++i) {
    pq_say *const other = &s->says.at[i];
    if (may_join(s, first, other) && pq_same_node(first->actor, other->actor) &&
        same_sort(s, first->target, other->target) &&
        first->predicate != PQ_TERM_INTERACTS) {
      group->at[group->n++] = other;
    }
  }
}

pq_status pq_group_papers(pq_sketch *s, const pq_group *group, pq_papers *out,
                          bool *same) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_papers_new(s, out));
  *same = true;
  for (uint32_t i = 0; i < group->n; ++i) {
    const pq_papers papers = group->at[i]->papers;
    *same = *same && pq_papers_same(s, papers, group->at[0]->papers);
    pq_papers_add(s, *out, papers);
  }
  return PQ_OK;
}

/* ---- boxes ---- */

static pq_node end_of(const pq_say *say, bool actor) {
  return actor ? say->actor : say->target;
}

/* The box whose members are just these ends, or 0. */
uint32_t pq_group_box(const pq_sketch *s, const pq_group *group, bool actors) {
  uint32_t box = 0;
  for (uint32_t i = 0; i < group->n; ++i) {
    const uint32_t node = pq_sketch_drawn(s, end_of(group->at[i], actors));
    const uint32_t here = node ? s->plan->nodes.at[node].box : 0;
    if (!here || (i && here != box)) return 0;
    box = here;
  }
  uint32_t n = 0;
  for (uint32_t i = 1; i < s->plan->nodes.n; ++i) {
    n += s->plan->nodes.at[i].box == box;
  }
  return n == group->n ? box : 0;
}

static bool is_new(const pq_sketch *s, pq_node node) {
  if (node.kind == PQ_NODE_EVENT) {
    return pq_is_expression(s->g, node) && !pq_sketch_drawn(s, node);
  }
  for (uint32_t i = 1; i < s->plan->nodes.n; ++i) {
    const uint32_t thing = s->plan->nodes.at[i].thing;
    if (thing && thing == pq_entity_base(s->g->record, node.id) &&
        !pq_entity_at(s->g->record, node.id)->of) {
      return false;
    }
  }
  return !pq_sketch_drawn(s, node);
}

bool pq_group_is_new(const pq_sketch *s, const pq_group *group, bool actors) {
  for (uint32_t i = 0; i < group->n; ++i) {
    if (!is_new(s, end_of(group->at[i], actors))) return false;
  }
  return group->n > 1;
}

static pq_status add_rest(pq_sketch *s, const pq_group *group, bool actors,
                          uint32_t box) {
  pq_status st = PQ_OK;
  uint32_t node = 0;
  pq_draw_node rest = {.kind = PQ_DRAW_OTHER, .box = box};
  pq_buf_text(&s->room, "rest.");
  pq_buf_put(&s->room, s->plan->boxes.at[box].name);
  PQ_TRY(st, pq_sketch_keep(s, &rest.name));
  pq_buf_number(&s->room, group->n - SET_SHOWN);
  pq_buf_text(&s->room, " more");
  PQ_TRY(st, pq_sketch_keep(s, &rest.label));
  for (uint32_t i = SET_SHOWN; i < group->n; ++i) {
    if (i > SET_SHOWN) pq_buf_text(&s->room, ", ");
    pq_buf_put(&s->room, pq_sketch_label(s, end_of(group->at[i], actors)));
  }
  PQ_TRY(st, pq_sketch_keep(s, &rest.tooltip));
  return pq_sketch_add(s, &rest, &node);
}

static pq_status fill_box(pq_sketch *s, const pq_group *group, bool actors,
                          uint32_t box, bool papers) {
  pq_status st = PQ_OK;
  const bool cut = group->n > SET_MOST;
  for (uint32_t i = 0; i < (cut ? SET_SHOWN : group->n); ++i) {
    uint32_t node = 0;
    uint32_t process = 0;
    PQ_TRY(st,
           pq_sketch_target(s, end_of(group->at[i], actors), &node, &process));
    s->plan->nodes.at[node].box = box;
    if (!papers) continue;
    pq_put_papers(&s->room, s, group->at[i]->papers);
    PQ_TRY(st, pq_sketch_keep_lines(s, 200, &s->plan->nodes.at[node].papers));
  }
  return cut ? add_rest(s, group, actors, box) : PQ_OK;
}

static pq_status name_box(pq_sketch *s, const char *head, const pq_group *group,
                          pq_draw_box *box) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_sketch_classes(s, group, &box->says));
  pq_buf_text(&s->room, head);
  pq_put_short(&s->room, s->g->claims[group->at[0]->claim].iri);
  return pq_sketch_keep(s, &box->name);
}

pq_status pq_group_set(pq_sketch *s, const pq_group *group, bool papers,
                       uint32_t *out) {
  pq_status st = PQ_OK;
  const bool all = group->at[0]->predicate == PQ_TERM_DEPENDS_ON;
  pq_draw_box box = {
      .kind = PQ_BOX_SET,
      .label = all ? PQ_LIT("all of") : PQ_LIT("each of"),
      .tooltip = all ? PQ_LIT("the record says this of all members together")
                     : PQ_LIT("the record says this of each member")};
  PQ_TRY(st, name_box(s, "set.", group, &box));
  PQ_TRY(st, pq_sketch_box(s, &box, &(pq_box_says){0}, out));
  return fill_box(s, group, true, *out, papers);
}

pq_status pq_group_goal(pq_sketch *s, const pq_group *group, uint32_t *out) {
  pq_status st = PQ_OK;
  const pq_say *const say = group->at[0];
  bool same = true;
  pq_box_says says = {.where = say->where};
  pq_draw_box box = {.kind = PQ_BOX_GOAL};
  PQ_TRY(st, pq_group_papers(s, group, &says.papers, &same));
  PQ_TRY(st, name_box(s, "goal.", group, &box));
  if (s->view == PQ_PLAN_EVIDENCE) {
    box.label = PQ_LIT("each of");
  } else {
    PQ_TRY(st, pq_sketch_goal(s, say, same ? &says.papers : NULL, &box.label));
  }
  pq_put_sentence(s, group, says.papers);
  PQ_TRY(st, pq_sketch_keep(s, &box.tooltip));
  PQ_TRY(st, pq_sketch_box(s, &box, &says, out));
  return fill_box(s, group, false, *out, !same && !pq_is_folded(s));
}

uint32_t pq_box_first(const pq_sketch *s, uint32_t box) {
  uint32_t member = 1;
  while (s->plan->nodes.at[member].box != box) {
    ++member;
  }
  return member;
}
