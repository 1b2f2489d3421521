#include "plan_sketch.h"

/* Weights of arcs (L11). */
enum {
  INPUT = 80,
  OUTPUT = 160,
  SIDE = 12
};

/* An output that leads back to an input is drawn once more, as a form. */
static pq_status break_loops(pq_sketch *s, pq_process *p) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < p->n_outputs; ++i) {
    bool loop = false;
    for (uint32_t k = 0; k < p->n_inputs; ++k) {
      loop = loop || pq_sketch_leads(s, p->outputs[i], p->inputs[k]);
    }
    if (!loop) continue;
    pq_draw_node again = s->plan->nodes.at[p->outputs[i]];
    again.box = 0;
    pq_buf_text(&s->room, "again.");
    pq_buf_put(&s->room, again.name);
    pq_buf_char(&s->room, '.');
    pq_put_curie(&s->room, s->g, s->g->events[p->event].iri);
    PQ_TRY(st, pq_sketch_keep(s, &again.name));
    PQ_TRY(st, pq_sketch_add(s, &again, &p->outputs[i]));
  }
  return PQ_OK;
}

static pq_status add_arcs(pq_sketch *s, const pq_process *p) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < p->n_inputs; ++i) {
    const pq_draw_arc arc = {.from = p->inputs[i],
                             .to = p->node,
                             .to_side = i ? 's' : 'w',
                             .weight = i ? SIDE : INPUT};
    PQ_TRY(st, pq_sketch_arc(s, &arc));
  }
  for (uint32_t i = 0; i < p->n_outputs; ++i) {
    const pq_draw_arc arc = {.from = p->node,
                             .to = p->outputs[i],
                             .to_side = 'w',
                             .head = PQ_HEAD_PRODUCTION,
                             .weight = OUTPUT};
    PQ_TRY(st, pq_sketch_arc(s, &arc));
  }
  return PQ_OK;
}

/* Name a process after what it stands for, and put it among the others. */
static pq_status add_process(pq_sketch *s, pq_process *p, pq_draw_node *node,
                             pq_view iri) {
  pq_status st = PQ_OK;
  pq_buf_text(&s->room, "do.");
  pq_put_curie(&s->room, s->g, iri);
  PQ_TRY(st, pq_sketch_keep(s, &node->name));
  PQ_TRY(st, pq_sketch_add(s, node, &p->node));
  PQ_TRY(st, add_arcs(s, p));
  PQ_PUSH(s->arena, &s->processes, *p);
  return PQ_OK;
}

/* An event as what it leaves; of several things the first, as claims name the
 * whole event anyhow. */
static pq_status fold(pq_sketch *s, pq_process *p, pq_draw_node *node) {
  pq_status st = PQ_OK;
  if (p->n_outputs > 1) p->n_outputs = 1;
  if (!p->n_outputs) {
    node->kind = PQ_DRAW_OTHER;
    pq_put_lines(&s->room, s->g->events[p->event].label, 14);
    PQ_TRY(st, pq_sketch_keep(s, &node->label));
    pq_put_curie(&s->room, s->g, s->g->events[p->event].iri);
    PQ_TRY(st, pq_sketch_keep(s, &node->name));
    PQ_TRY(st, pq_sketch_add(s, node, &p->outputs[0]));
    p->n_outputs = 1;
  }
  p->node = p->outputs[0];
  PQ_PUSH(s->arena, &s->processes, *p);
  return PQ_OK;
}

pq_status pq_sketch_process(pq_sketch *s, pq_event_id event, uint32_t *out) {
  pq_status st = PQ_OK;
  if (s->by_event[event]) {
    *out = s->by_event[event];
    return PQ_OK;
  }
  pq_process p = {.event = event};
  const pq_record *const r = s->g->record;
  const pq_kind *const kind = &r->kinds[pq_event_at(r, event)->kind];
  const bool dot = kind->binding || kind->assembly;
  pq_draw_node node = {.kind = dot ? PQ_DRAW_BINDING : PQ_DRAW_PROCESS,
                       .tooltip = s->g->events[event].label};
  PQ_TRY(st, pq_papers_new(s, &p.papers));
  PQ_TRY(st, pq_papers_new(s, &p.told));
  PQ_TRY(st, pq_process_ends(s, &p));
  if (pq_is_folded(s)) {
    PQ_TRY(st, fold(s, &p, &node));
  } else {
    PQ_TRY(st, break_loops(s, &p));
    PQ_TRY(st, add_process(s, &p, &node, s->g->events[event].iri));
  }
  *out = s->by_event[event] = s->processes.n - 1;
  return PQ_OK;
}

static bool joins(const pq_sketch *s, pq_node node, const pq_entity_id *pair) {
  if (node.kind != PQ_NODE_EVENT) return false;
  const pq_record *const r = s->g->record;
  const pq_event *const e = pq_event_at(r, node.id);
  return r->kinds[e->kind].binding && e->n_themes == 2 && !e->in &&
         ((e->themes[0] == pair[0] && e->themes[1] == pair[1]) ||
          (e->themes[0] == pair[1] && e->themes[1] == pair[0]));
}

/* The binding of a pair as another claim has it, or 0. */
static pq_event_id binding_of(const pq_sketch *s, const pq_entity_id *pair) {
  for (uint32_t i = 0; i < s->says.n; ++i) {
    const pq_say *const say = &s->says.at[i];
    if (!pq_say_is_drawn(s, say)) continue;
    if (joins(s, say->actor, pair)) return say->actor.id;
    if (joins(s, say->target, pair)) return say->target.id;
  }
  return 0;
}

/* One dot for both. */
static pq_status bind_in(pq_sketch *s, pq_event_id event, pq_say *say) {
  pq_status st = PQ_OK;
  uint32_t index = 0;
  PQ_TRY(st, pq_sketch_process(s, event, &index));
  pq_process *const p = &s->processes.at[index];
  if (say->stance != PQ_HEDGED && say->stance != PQ_CONTROVERSIAL) {
    p->firm = true;
  } else if (!p->cue.len) {
    p->cue = say->cue;
  }
  pq_papers_add(s, p->papers, say->papers);
  say->done = true;
  return pq_sketch_says_too(s, p->node, s->g->claims[say->claim].iri);
}

pq_status pq_sketch_bind(pq_sketch *s, pq_say *say) {
  pq_status st = PQ_OK;
  const pq_entity_id pair[] = {say->actor.id, say->target.id};
  if (pq_is_folded(s) || say->actor.kind != PQ_NODE_ENTITY ||
      say->target.kind != PQ_NODE_ENTITY) {
    return PQ_OK;
  }
  const pq_event_id event = binding_of(s, pair);
  if (event) return bind_in(s, event, say);
  if (!pq_complex_of(s->g, pair, 2)) return PQ_OK;
  pq_process p = {.firm = say->stance != PQ_HEDGED, .papers = say->papers};
  pq_draw_node node = {.kind = PQ_DRAW_BINDING,
                       .tooltip = s->g->claims[say->claim].label};
  pq_put_say_class(&s->room, s->g->claims[say->claim].iri);
  PQ_TRY(st, pq_sketch_keep(s, &node.says));
  PQ_TRY(st, pq_papers_new(s, &p.told));
  PQ_TRY(st, pq_process_take_in(s, &p, pair, 2));
  PQ_TRY(st, pq_sketch_complex(s, pair, 2, &p.outputs[0]));
  p.n_outputs = 1;
  if (pq_sketch_leads(s, p.outputs[0], p.inputs[0]) ||
      pq_sketch_leads(s, p.outputs[0], p.inputs[p.n_inputs - 1])) {
    return PQ_OK;
  }
  PQ_TRY(st, add_process(s, &p, &node, s->g->claims[say->claim].iri));
  say->done = true;
  return PQ_OK;
}

/* Of the inputs, the one that another process made comes first: the row goes
 * on through it. */
static bool is_made(const pq_sketch *s, uint32_t node) {
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    if (pq_process_gives(&s->processes.at[i], node)) return true;
  }
  return false;
}

static void swap_inputs(const pq_sketch *s, pq_process *p, uint32_t other) {
  const uint32_t first = p->inputs[0];
  p->inputs[0] = p->inputs[other];
  p->inputs[other] = first;
  for (uint32_t i = 0; i < s->plan->arcs.n; ++i) {
    pq_draw_arc *const a = &s->plan->arcs.at[i];
    if (a->to != p->node) continue;
    if (a->from == first) {
      a->to_side = 's';
      a->weight = SIDE;
    } else if (a->from == p->inputs[0]) {
      a->to_side = 'w';
      a->weight = INPUT;
    }
  }
}

void pq_sketch_choose_inputs(const pq_sketch *s) {
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    pq_process *const p = &s->processes.at[i];
    for (uint32_t k = 1; k < p->n_inputs; ++k) {
      if (is_made(s, p->inputs[k]) && !is_made(s, p->inputs[0])) {
        swap_inputs(s, p, k);
      }
    }
  }
}
