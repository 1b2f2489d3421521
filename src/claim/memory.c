/* What the record said so far, found without a walk over all of it: while it is
 * little that is looked through; of more there are tables.
 *
 *   which       p->memory.at[i - 1]: memories count from 1, 0 is none
 *   last_at     residue's position -> the last that has it, and from there by
 *               `before` to the one before
 *   last_of     kind -> the last of the kind
 *   done_to     kind, theme -> one of them
 *   happened    event -> one that it is of
 */
#include "seek.h"

enum {
  LONG_MEMORY = 64 /* up to here a look through costs less than tables */
};

static pq_status note(pq_parse *p, uint32_t which) {
  pq_status st = PQ_OK;
  pq_recall *const c = &p->recall;
  pq_arena *const arena = p->r->arena;
  const pq_memory *const m = &p->memory.at[which - 1];
  PQ_PUSH(arena, &c->before, pq_map_get(&c->last_at, m->site.position));
  PQ_TRY(st, pq_map_put(&c->last_at, arena, m->site.position, which));
  PQ_TRY(st, pq_map_put(&c->last_of, arena, m->kind, which));
  PQ_TRY(st, pq_map_put(&c->done_to, arena, pq_memory_pair(m->kind, m->theme),
                        which));
  return pq_map_put(&c->happened, arena, m->event, which);
}

pq_status pq_memory_keep(pq_parse *p, const pq_memory *memory) {
  pq_status st = PQ_OK;
  PQ_PUSH(p->r->arena, &p->memory, *memory);
  while (p->memory.n > LONG_MEMORY && p->recall.before.n < p->memory.n) {
    PQ_TRY(st, note(p, p->recall.before.n + 1));
  }
  return PQ_OK;
}

bool pq_memory_happened(const pq_parse *p, pq_event_id event) {
  if (p->memory.n > LONG_MEMORY) {
    return pq_map_get(&p->recall.happened, event) != 0;
  }
  for (uint32_t i = 0; i < p->memory.n; ++i) {
    if (p->memory.at[i].event == event) return true;
  }
  return false;
}

bool pq_memory_done_to(const pq_parse *p, uint32_t kind, pq_entity_id theme) {
  if (p->memory.n > LONG_MEMORY) {
    return pq_map_get(&p->recall.done_to, pq_memory_pair(kind, theme)) != 0;
  }
  for (uint32_t i = 0; i < p->memory.n; ++i) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->kind == kind && m->theme == theme) return true;
  }
  return false;
}

const pq_memory *pq_memory_of_kind(const pq_parse *p, uint32_t kind) {
  uint32_t i = p->memory.n;
  if (i > LONG_MEMORY) {
    i = pq_map_get(&p->recall.last_of, kind);
    return i ? &p->memory.at[i - 1] : NULL;
  }
  while (i > 0 && p->memory.at[i - 1].kind != kind) {
    --i;
  }
  return i ? &p->memory.at[i - 1] : NULL;
}

uint32_t pq_memory_at_site(const pq_parse *p, uint32_t position) {
  const bool tables = p->memory.n > LONG_MEMORY;
  return tables ? pq_map_get(&p->recall.last_at, position) : p->memory.n;
}

uint32_t pq_memory_before(const pq_parse *p, uint32_t which) {
  const bool tables = p->memory.n > LONG_MEMORY;
  return tables ? p->recall.before.at[which - 1] : which - 1;
}
