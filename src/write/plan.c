#include "plan.h"

#include "plan_sketch.h"

#include "graph/parts.h"

/* Slot 0 of each table is no item. */
static pq_status begin_plan(const pq_sketch *s) {
  PQ_PUSH(s->arena, &s->plan->nodes, ((pq_draw_node){.lane = PQ_NO_LANE}));
  PQ_PUSH(s->arena, &s->plan->boxes, ((pq_draw_box){.kind = PQ_BOX_SET}));
  return PQ_OK;
}

static pq_status begin_tables(pq_sketch *s) {
  PQ_PUSH(s->arena, &s->box_says, ((pq_box_says){.papers = {NULL}}));
  PQ_PUSH(s->arena, &s->processes, ((pq_process){.event = 0}));
  PQ_PUSH(s->arena, &s->links, ((pq_link){.chip = 0}));
  return PQ_OK;
}

static pq_status begin(pq_sketch *s) {
  const pq_record *const r = s->g->record;
  const size_t n_entities = (size_t)r->entities.n + 1;
  const size_t n_events = (size_t)r->events.n + 1;
  s->nodes = pq_arena_take(s->arena, n_entities * sizeof *s->nodes);
  s->genes = pq_arena_take(s->arena, n_entities * sizeof *s->genes);
  s->bare = pq_arena_take(s->arena, n_entities * sizeof *s->bare);
  s->by_event = pq_arena_take(s->arena, n_events * sizeof *s->by_event);
  if (!s->nodes || !s->genes || !s->bare || !s->by_event) {
    return s->arena->status;
  }
  const pq_status st = begin_plan(s);
  return st ? st : begin_tables(s);
}

static pq_status draw(pq_sketch *s) {
  static pq_status (*const steps[])(pq_sketch *) = {begin,
                                                    pq_sketch_says,
                                                    pq_sketch_works,
                                                    pq_sketch_processes,
                                                    pq_sketch_links,
                                                    pq_sketch_disputes,
                                                    pq_sketch_notes,
                                                    pq_sketch_tell_apart,
                                                    pq_sketch_lanes,
                                                    pq_sketch_columns,
                                                    pq_sketch_orders,
                                                    pq_sketch_centers,
                                                    pq_sketch_words};
  pq_status st = PQ_OK;
  for (size_t i = 0; i < sizeof steps / sizeof steps[0]; ++i) {
    PQ_TRY(st, steps[i](s));
  }
  return s->arena->status;
}

static pq_status draw_flow(pq_sketch *s) {
  pq_status st = PQ_OK;
  s->plan->flow = true;
  PQ_TRY(st, begin(s));
  PQ_TRY(st, pq_sketch_says(s));
  PQ_TRY(st, pq_sketch_flow(s, s->overview->fold));
  PQ_TRY(st, pq_sketch_words(s));
  return s->arena->status;
}

static pq_status fill(const pq_sketch *begun, pq_status (*how)(pq_sketch *),
                      pq_plan *out) {
  pq_status st = PQ_OK;
  pq_sketch s = *begun;
  pq_plan plan = {.view = s.view};
  pq_record record;
  pq_graph ordered;
  PQ_TRY(st, pq_graph_parts(s.g, &record, &ordered));
  s.g = &ordered;
  s.arena = s.g->arena;
  s.plan = &plan;
  pq_buf_init(&s.room, s.arena->alloc);
  pq_buf_init(&s.desc, s.arena->alloc);
  st = how(&s);
  pq_buf_clear(&s.room);
  pq_buf_clear(&s.desc);
  if (!st) *out = plan;
  return st;
}

/* Rules place what an eye takes in. */
static bool is_small(const pq_plan *plan) {
  enum {
    NODES_MOST = 60
  };
  uint32_t n = 0;
  for (uint32_t i = 1; i < plan->nodes.n; ++i) {
    const pq_draw_kind kind = plan->nodes.at[i].kind;
    n += !pq_draw_is_scaffold(kind) && kind != PQ_DRAW_CHIP;
  }
  return n <= NODES_MOST;
}

pq_status pq_plan_overview(const pq_graph *g, const pq_overview *options,
                           pq_plan *out) {
  enum {
    CLAIMS_MOST = 200
  };
  pq_status st = PQ_OK;
  const pq_sketch s = {.g = g, .view = PQ_PLAN_OVERVIEW, .overview = options};
  if (!options->fold && g->n_claims <= CLAIMS_MOST) {
    PQ_TRY(st, fill(&s, draw, out));
    if (is_small(out)) return PQ_OK;
  }
  return fill(&s, draw_flow, out);
}

const char *pq_plan_view_name(size_t index) {
  static const char *const names[] = {"card", "evidence", "overview"};
  return index < PQ_N_PLAN_VIEWS ? names[index] : NULL;
}

pq_status pq_plan_fill(const pq_graph *g, pq_plan_view view, pq_plan *out) {
  const pq_sketch s = {.g = g, .view = view};
  return fill(&s, draw, out);
}

pq_status pq_plan_map(const pq_graph *g, pq_plan *out) {
  const pq_sketch s = {.g = g, .view = PQ_PLAN_CARD, .map = true};
  return fill(&s, draw, out);
}
