#include "plan.h"

#include "plan_sketch.h"

#include "graph/name.h"

/* Slot 0 of each table is no item. */
static pq_status begin_tables(pq_sketch *s) {
  PQ_PUSH(s->arena, &s->plan->nodes, ((pq_draw_node){.lane = PQ_NO_LANE}));
  PQ_PUSH(s->arena, &s->plan->boxes, ((pq_draw_box){.kind = PQ_BOX_SET}));
  PQ_PUSH(s->arena, &s->box_says, ((pq_box_says){.sentence = 0}));
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
  if (!s->nodes || !s->genes || !s->bare || !s->by_event)
    return s->arena->status;
  return begin_tables(s);
}

static pq_status draw(pq_sketch *s) {
  pq_status st = PQ_OK;
  PQ_TRY(st, begin(s));
  PQ_TRY(st, pq_sketch_says(s));
  PQ_TRY(st, pq_sketch_processes(s));
  PQ_TRY(st, pq_sketch_links(s));
  PQ_TRY(st, pq_sketch_disputes(s));
  PQ_TRY(st, pq_sketch_notes(s));
  PQ_TRY(st, pq_sketch_lanes(s));
  PQ_TRY(st, pq_sketch_columns(s));
  PQ_TRY(st, pq_sketch_orders(s));
  PQ_TRY(st, pq_sketch_words(s));
  return s->arena->status;
}

pq_status pq_plan_fill(const pq_graph *g, pq_plan *out) {
  pq_plan plan = {.empty = false};
  pq_sketch s = {.g = g, .arena = g->arena, .plan = &plan};
  pq_buf_init(&s.room, g->arena->alloc);
  pq_buf_init(&s.desc, g->arena->alloc);
  const pq_status st = draw(&s);
  pq_buf_clear(&s.room);
  pq_buf_clear(&s.desc);
  if (!st) *out = plan;
  return st;
}
