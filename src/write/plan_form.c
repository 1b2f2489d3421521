#include "plan_sketch.h"

pq_status pq_sketch_arc(pq_sketch *s, const pq_draw_arc *arc) {
  PQ_PUSH(s->arena, &s->plan->arcs, *arc);
  return PQ_OK;
}

pq_draw_line pq_line_of(pq_stance stance) {
  if (stance == PQ_HEDGED) return PQ_LINE_HEDGED;
  return stance == PQ_CONTROVERSIAL || stance == PQ_ALTERNATIVE
             ? PQ_LINE_DISPUTED
             : PQ_LINE_SOLID;
}

pq_status pq_sketch_box(pq_sketch *s, const pq_draw_box *box,
                        const pq_box_says *says, uint32_t *out) {
  pq_draw_box b = *box;
  b.lines = 1 + (b.strong.len > 0);
  for (size_t i = 0; i < b.label.len; ++i) {
    b.lines += b.label.ptr[i] == '\n';
  }
  PQ_PUSH(s->arena, &s->plan->boxes, b);
  PQ_PUSH(s->arena, &s->box_says, *says);
  *out = s->plan->boxes.n - 1;
  return PQ_OK;
}

pq_status pq_sketch_says_too(pq_sketch *s, uint32_t node, pq_view iri) {
  pq_buf_put(&s->room, s->plan->nodes.at[node].says);
  pq_put_say_class(&s->room, iri);
  return pq_sketch_keep(s, &s->plan->nodes.at[node].says);
}

pq_status pq_sketch_classes(pq_sketch *s, const pq_group *group, pq_view *out) {
  for (uint32_t i = 0; i < group->n; ++i) {
    pq_put_say_class(&s->room, s->g->claims[group->at[i]->claim].iri);
  }
  return pq_sketch_keep(s, out);
}

/* ---- does an arc lead from one to another? ---- */

typedef struct reached {
  bool *nodes, *boxes;
} reached;

static bool is_reached(const pq_sketch *s, const reached *seen, uint32_t node) {
  return seen->nodes[node] || seen->boxes[s->plan->nodes.at[node].box];
}

static void reach(const pq_sketch *s, const reached *seen, uint32_t node) {
  const uint32_t box = s->plan->nodes.at[node].box;
  seen->nodes[node] = true;
  if (box) seen->boxes[box] = true;
}

/* Arcs are mostly made from left to right, so that few sweeps do. */
bool pq_sketch_leads(const pq_sketch *s, uint32_t from, uint32_t to) {
  const reached seen = {pq_arena_take(s->arena, s->plan->nodes.n + 1),
                        pq_arena_take(s->arena, s->plan->boxes.n + 1)};
  if (!seen.nodes || !seen.boxes) return true; /* the arena keeps why */
  reach(s, &seen, from);
  for (bool more = true; more && !is_reached(s, &seen, to);) {
    more = false;
    for (uint32_t i = 0; i < s->plan->arcs.n; ++i) {
      const pq_draw_arc *const a = &s->plan->arcs.at[i];
      if (!is_reached(s, &seen, a->from) || is_reached(s, &seen, a->to)) {
        continue;
      }
      reach(s, &seen, a->to);
      more = true;
    }
  }
  return is_reached(s, &seen, to);
}

/* ---- where claims about a thing leave (L9) ---- */

enum {
  ENDS_MOST = 32
};

static bool is_input(const pq_sketch *s, uint32_t node) {
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    if (pq_process_takes(&s->processes.at[i], node)) return true;
  }
  return false;
}

/* What was switched off does not do what the text says of the thing. */
static bool is_inactive(const pq_sketch *s, uint32_t node) {
  const pq_record *const r = s->g->record;
  for (pq_entity_id i = 1; i < r->entities.n; ++i) {
    if (s->nodes[i] == node && r->entities.at[i].active == PQ_INACTIVE) {
      return true;
    }
  }
  return false;
}

/* Is it what an event leaves that undoes its theme, and no other leaves? */
static bool is_undone(const pq_sketch *s, uint32_t node) {
  bool undone = false;
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    const pq_process *const p = &s->processes.at[i];
    if (!pq_process_gives(p, node)) continue;
    if (!p->event || !pq_undoes(s, p->event)) return false;
    undone = true;
  }
  return undone;
}

/* The ends of all state chains of a thing; returns how many. */
static uint32_t find_ends(const pq_sketch *s, uint32_t thing, uint32_t *ends,
                          uint32_t most) {
  uint32_t n = 0;
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    const pq_process *const p = &s->processes.at[i];
    for (uint32_t k = 0; k < p->n_outputs; ++k) {
      const uint32_t node = p->outputs[k];
      if (s->plan->nodes.at[node].thing != thing || is_input(s, node) ||
          is_inactive(s, node)) {
        continue;
      }
      bool known = false;
      for (uint32_t j = 0; j < n; ++j) {
        known = known || ends[j] == node;
      }
      if (!known && n < most) ends[n++] = node;
    }
  }
  return n;
}

static bool makes(const pq_sketch *s, pq_node event, uint32_t node) {
  return event.kind == PQ_NODE_EVENT && s->by_event[event.id] &&
         pq_process_gives(&s->processes.at[s->by_event[event.id]], node);
}

/* Does a form lead to another, by arcs or by a claim that waits for its own? */
static bool goes_on(const pq_sketch *s, uint32_t from, uint32_t to) {
  const uint32_t box = s->plan->nodes.at[from].box;
  if (box && s->plan->nodes.at[to].box == box) return false;
  if (pq_sketch_leads(s, from, to)) return true;
  for (uint32_t i = 0; i < s->says.n; ++i) {
    const pq_say *const say = &s->says.at[i];
    if (makes(s, say->actor, from) && makes(s, say->target, to) &&
        pq_say_is_drawn(s, say)) {
      return true;
    }
  }
  return false;
}

static bool any_goes_on(const pq_sketch *s, const uint32_t *ends, uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) {
    for (uint32_t k = 0; k < n; ++k) {
      if (i != k && goes_on(s, ends[i], ends[k])) return true;
    }
  }
  return false;
}

static bool can_leave(const pq_sketch *s, uint32_t node, uint32_t target) {
  return !target || !pq_sketch_leads(s, target, node);
}

/* May arcs leave all forms?  One that is left over is not what the text says,
 * nor is one of which an event left less. */
static bool all_leave(const pq_sketch *s, const uint32_t *ends, uint32_t n,
                      uint32_t target) {
  for (uint32_t i = 0; i < n; ++i) {
    if (is_undone(s, ends[i]) || !can_leave(s, ends[i], target)) return false;
  }
  return !any_goes_on(s, ends, n);
}

/* The frame around the ends, made if it is new; 0 if they do not fit one. */
static pq_status frame(pq_sketch *s, const uint32_t *ends, uint32_t n,
                       uint32_t *out) {
  pq_status st = PQ_OK;
  pq_draw_node *const nodes = s->plan->nodes.at;
  const pq_draw_node *const first = &nodes[ends[0]];
  bool one_box = true;
  for (uint32_t i = 1; i < n; ++i) {
    one_box = one_box && nodes[ends[i]].box == first->box;
  }
  *out = one_box ? first->box : 0;
  if (*out || !one_box) return PQ_OK;
  const pq_view thing = s->g->entities[first->thing].label;
  pq_draw_box box = {.kind = PQ_BOX_FORM, .label = PQ_LIT("form not stated")};
  pq_buf_text(&s->room, "form.");
  pq_put_curie(&s->room, s->g, s->g->entities[first->thing].iri);
  PQ_TRY(st, pq_sketch_keep(s, &box.name));
  pq_buf_text(&s->room, "the record says ");
  pq_buf_put(&s->room, thing);
  pq_buf_text(&s->room, " and names no form: arcs leave the frame, not a form");
  PQ_TRY(st, pq_sketch_keep(s, &box.tooltip));
  PQ_TRY(st, pq_sketch_box(s, &box, &(pq_box_says){0}, out));
  for (uint32_t i = 0; i < n; ++i) {
    nodes[ends[i]].box = *out;
  }
  return PQ_OK;
}

static bool is_activity(const pq_entity *e) {
  return e->of && e->active == PQ_ACTIVE && !e->n_mods && !e->in_place;
}

/* "active X", drawn once, stands for X that is not drawn. */
static uint32_t stand_in(const pq_sketch *s, pq_entity_id id) {
  const pq_record *const r = s->g->record;
  uint32_t found = 0;
  uint32_t n = 0;
  for (pq_entity_id i = 1; i < r->entities.n; ++i) {
    const pq_entity *const e = &r->entities.at[i];
    if (!s->nodes[i] || e->of != id) continue;
    ++n;
    if (is_activity(e)) found = s->nodes[i];
  }
  return n == 1 ? found : 0;
}

static pq_status plain_origin(pq_sketch *s, pq_entity_id id, uint32_t target,
                              pq_origin *out) {
  const uint32_t other = stand_in(s, id);
  if (!pq_sketch_drawn(s, (pq_node){PQ_NODE_ENTITY, id}) && other &&
      can_leave(s, other, target)) {
    *out = (pq_origin){other, 0};
    return PQ_OK;
  }
  return pq_sketch_entity(s, id, &out->node);
}

/* In an overview "active X" reads as X. */
static pq_status thing_itself(pq_sketch *s, pq_entity_id id, uint32_t target,
                              pq_origin *out) {
  const pq_record *const r = s->g->record;
  for (pq_entity_id i = 1; i < r->entities.n; ++i) {
    if (s->view != PQ_PLAN_OVERVIEW || s->nodes[id]) break;
    const pq_entity *const e = &r->entities.at[i];
    if (e->of != id || !is_activity(e) || !s->nodes[i]) continue;
    if (!can_leave(s, s->nodes[i], target)) continue;
    *out = (pq_origin){s->nodes[i], 0};
    return PQ_OK;
  }
  return pq_sketch_entity(s, id, &out->node);
}

static pq_status entity_origin(pq_sketch *s, pq_entity_id id, uint32_t target,
                               pq_origin *out) {
  pq_status st = PQ_OK;
  uint32_t ends[ENDS_MOST];
  if (pq_entity_at(s->g->record, id)->of) {
    return pq_sketch_entity(s, id, &out->node);
  }
  const uint32_t n = find_ends(s, id, ends, ENDS_MOST);
  if (n == 0) return plain_origin(s, id, target, out);
  const bool all = all_leave(s, ends, n, target);
  if (all && n > 1) PQ_TRY(st, frame(s, ends, n, &out->box));
  if (!all || (n > 1 && !out->box)) return thing_itself(s, id, target, out);
  out->node = ends[n - 1];
  return PQ_OK;
}

pq_status pq_sketch_origin(pq_sketch *s, pq_node actor, uint32_t target,
                           pq_origin *out) {
  pq_status st = PQ_OK;
  *out = (pq_origin){0, 0};
  if (actor.kind == PQ_NODE_ENTITY) {
    return entity_origin(s, actor.id, target, out);
  }
  const pq_event *const e = pq_event_at(s->g->record, actor.id);
  if (pq_is_expression(s->g, actor)) {
    return pq_sketch_gene(s, e->themes[0], &out->node);
  }
  uint32_t index = 0;
  PQ_TRY(st, pq_sketch_process(s, actor.id, &index));
  const pq_process *const p = &s->processes.at[index];
  out->node = p->n_outputs ? p->outputs[0] : p->node;
  return PQ_OK;
}

/* ---- what a removal leaves ---- */

/* Is there another node that looks the same? */
static bool has_double(const pq_sketch *s, uint32_t node) {
  const pq_draw_node *const n = &s->plan->nodes.at[node];
  for (uint32_t i = 1; i < s->plan->nodes.n; ++i) {
    const pq_draw_node *const other = &s->plan->nodes.at[i];
    if (i != node && other->thing == n->thing && other->kind == n->kind &&
        !other->mods.len) {
      return true;
    }
  }
  return false;
}

static bool is_plain_removal(const pq_sketch *s, const pq_process *p) {
  return p->event && p->n_outputs == 1 &&
         pq_is_removal(s, (pq_node){PQ_NODE_EVENT, p->event}) &&
         !s->plan->nodes.at[p->outputs[0]].mods.len;
}

pq_status pq_sketch_tell_apart(pq_sketch *s) {
  pq_status st = PQ_OK;
  bool *const marked = pq_arena_take(s->arena, s->processes.n + 1);
  if (!marked) return s->arena->status;
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    const pq_process *const p = &s->processes.at[i];
    marked[i] = is_plain_removal(s, p) && has_double(s, p->outputs[0]);
  }
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    if (!marked[i]) continue;
    const pq_process *const p = &s->processes.at[i];
    const pq_event *const e = pq_event_at(s->g->record, p->event);
    pq_view badge = {"", 0};
    pq_buf_char(&s->room, '+');
    pq_buf_put(&s->room, s->g->record->kinds[e->kind].participle);
    PQ_TRY(st, pq_sketch_keep(s, &badge));
    PQ_TRY(st, pq_sketch_badge(s, p->outputs[0], badge));
  }
  return PQ_OK;
}

pq_status pq_sketch_target(pq_sketch *s, pq_node target, uint32_t *node,
                           uint32_t *process) {
  pq_status st = PQ_OK;
  *process = 0;
  if (target.kind == PQ_NODE_ENTITY) {
    return pq_sketch_entity(s, target.id, node);
  }
  if (pq_is_expression(s->g, target)) {
    const pq_event *const e = pq_event_at(s->g->record, target.id);
    return pq_sketch_gene(s, e->themes[0], node);
  }
  PQ_TRY(st, pq_sketch_process(s, target.id, process));
  *node = s->processes.at[*process].node;
  return PQ_OK;
}
