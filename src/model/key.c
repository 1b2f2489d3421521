#include "key.h"

#include "store.h"

#include "base/hash.h"
#include "base/utf8.h"

/* Take another number in. */
static uint64_t mix(uint64_t sum, uint64_t value) {
  sum = (sum ^ value) * UINT64_C(0x9E3779B97F4A7C15); /* 2^64 / golden ratio */
  return sum ^ sum >> 32;
}

static uint64_t mix_ids(uint64_t sum, const uint32_t *ids, uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) {
    sum = mix(sum, ids[i]);
  }
  return mix(sum, n);
}

static uint64_t mix_site(uint64_t sum, pq_site site) {
  return mix(sum, (uint64_t)site.position << 8 | (unsigned char)site.residue);
}

static uint64_t mix_node(uint64_t sum, pq_node node) {
  return mix(sum, (uint64_t)node.kind << 32 | node.id);
}

pq_status pq_key_entity(const void *row, const pq_arena *arena, uint32_t *key) {
  const pq_entity *const e = row;
  (void)arena;
  uint64_t sum = mix(pq_hash(e->id), e->kind);
  sum = mix(sum, (uint64_t)e->of << 32 | e->in_place);
  sum = mix(sum ^ pq_hash(e->mutant), e->active);
  for (uint32_t i = 0; i < e->n_mods; ++i) {
    sum = mix(mix_site(sum, e->mods[i].site), e->mods[i].term);
  }
  sum = mix_ids(sum, e->members, e->n_members);
  if (e->kind == PQ_ENTITY_UNGROUNDED || pq_entity_is_disease(e)) {
    sum = mix(sum, pq_hash(e->label));
  }
  *key = (uint32_t)sum;
  return PQ_OK;
}

pq_status pq_key_event(const void *row, const pq_arena *arena, uint32_t *key) {
  const pq_event *const e = row;
  (void)arena;
  uint64_t sum = mix_site(e->kind, e->site);
  sum = mix(sum, (uint64_t)e->from << 32 | e->to);
  sum = mix(sum, (uint64_t)e->in << 32 | e->downstream_of);
  sum = mix_ids(sum, e->themes, e->n_themes);
  *key = (uint32_t)mix_ids(sum, e->products, e->n_products);
  return PQ_OK;
}

pq_status pq_key_claim(const void *row, const pq_arena *arena, uint32_t *key) {
  const pq_claim *const c = row;
  (void)arena;
  uint64_t sum = mix_node(mix_node(c->negated, c->subject), c->object);
  sum = mix(sum, (uint64_t)c->relation << 8 | c->polarity);
  sum = mix(sum, (uint64_t)c->direct);
  *key = (uint32_t)mix(sum, pq_hash(c->species));
  return PQ_OK;
}

/* Of the authors the first alone: how many more count is for two works to
 * say. */
pq_status pq_key_work(const void *row, const pq_arena *arena, uint32_t *key) {
  const pq_work *const w = row;
  pq_buf name;
  pq_buf_init(&name, arena->alloc);
  if (w->n_authors) pq_utf8_fold(w->authors[0], &name);
  uint64_t sum = mix(pq_hash(pq_buf_view(&name)), w->year);
  sum = mix(sum,
            (uint64_t)pq_work_key_authors(w) << 8 | (unsigned char)w->letter);
  const pq_status st = name.status;
  pq_buf_clear(&name);
  *key = (uint32_t)sum;
  return st;
}

uint32_t pq_key_site(pq_entity_id protein, pq_site site) {
  return (uint32_t)mix_site(mix(0, protein), site);
}
