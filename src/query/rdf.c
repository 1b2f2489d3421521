#include "rdf.h"

#include "base/alloc.h"
#include "base/hash.h"
#include "base/utf8.h"

#include <stdlib.h>

/* ---- terms, each once ---- */

enum {
  SLOTS_FIRST = 1024,
  ROOM_FIRST = 256
};

/* Room for one more of `size` bytes in a table on the heap. */
static pq_status grow(pq_alloc *alloc, void **at, uint32_t n, uint32_t *cap,
                      size_t size) {
  if (n < *cap) return PQ_OK;
  if (*cap > UINT32_MAX / 4) return PQ_LIMIT;
  const uint32_t more = *cap ? *cap * 2 : ROOM_FIRST;
  void *const grown = pq_realloc(alloc, *at, more * size);
  if (!grown) return PQ_NO_MEM;
  *at = grown;
  *cap = more;
  return PQ_OK;
}

static uint64_t hash_of(const pq_rdf_term *t) {
  const uint64_t rest = (uint64_t)t->type << 2U | (uint64_t)t->kind;
  uint64_t hash = pq_hash(t->text) ^ (rest * UINT64_C(0x9E3779B97F4A7C15));
  if (t->language.len) hash ^= pq_hash(t->language) * 31U;
  return hash;
}

static bool same_term(const pq_rdf_term *a, const pq_rdf_term *b) {
  return a->kind == b->kind && a->type == b->type &&
         pq_view_same(a->text, b->text) &&
         pq_view_same(a->language, b->language);
}

/* The slot of a term, or the free one where it would go. */
static uint32_t slot_of(const pq_rdf *rdf, const pq_rdf_term *t) {
  const uint32_t mask = rdf->n_slots - 1;
  uint32_t at = (uint32_t)hash_of(t) & mask;
  while (rdf->slots[at] && !same_term(&rdf->terms[rdf->slots[at]], t)) {
    at = (at + 1) & mask;
  }
  return at;
}

pq_rdf_id pq_rdf_id_of(const pq_rdf *rdf, const pq_rdf_term *t) {
  return rdf->slots[slot_of(rdf, t)];
}

static pq_status grow_slots(pq_rdf *rdf) {
  if (rdf->n_terms < rdf->n_slots / 2) return PQ_OK;
  if (rdf->n_slots > UINT32_MAX / 4) return PQ_LIMIT;
  const uint32_t n = rdf->n_slots ? rdf->n_slots * 2 : SLOTS_FIRST;
  pq_rdf_id *const slots = pq_calloc(rdf->alloc, n * sizeof *slots);
  if (!slots) return PQ_NO_MEM;
  pq_free(rdf->alloc, rdf->slots);
  rdf->slots = slots;
  rdf->n_slots = n;
  for (pq_rdf_id id = 1; id < rdf->n_terms; ++id) {
    rdf->slots[slot_of(rdf, &rdf->terms[id])] = id;
  }
  return PQ_OK;
}

static pq_status grow_terms(pq_rdf *rdf) {
  void *terms = rdf->terms;
  const pq_status st = grow(rdf->alloc, &terms, rdf->n_terms, &rdf->cap_terms,
                            sizeof *rdf->terms);
  rdf->terms = terms;
  return st;
}

static pq_status add_term(pq_rdf *rdf, const pq_rdf_term *t, bool copy,
                          pq_rdf_id *out) {
  pq_status st = PQ_OK;
  PQ_TRY(st, grow_slots(rdf));
  const uint32_t slot = slot_of(rdf, t);
  if (rdf->slots[slot]) {
    *out = rdf->slots[slot];
    return PQ_OK;
  }
  pq_rdf_term kept = *t;
  PQ_TRY(st, grow_terms(rdf));
  if (copy) {
    if (pq_utf8_check(t->text) < t->text.len) return PQ_BAD_ENCODING;
    PQ_TRY(st, pq_arena_copy(&rdf->arena, t->text, &kept.text));
    PQ_TRY(st, pq_arena_copy(&rdf->arena, t->language, &kept.language));
  }
  rdf->terms[rdf->n_terms] = kept;
  rdf->slots[slot] = rdf->n_terms;
  *out = rdf->n_terms++;
  return PQ_OK;
}

pq_status pq_rdf_add_term(pq_rdf *rdf, const pq_rdf_term *t, pq_rdf_id *out) {
  return add_term(rdf, t, true, out);
}

static pq_status add_known(pq_rdf *rdf) {
  pq_status st = PQ_OK;
  PQ_TRY(st, grow_terms(rdf));
  if (!rdf->terms) return PQ_NO_MEM;
  rdf->terms[0] = (pq_rdf_term){.text = {"", 0}};
  rdf->n_terms = 1;
  for (size_t i = 0; i < PQ_N_TERMS; ++i) {
    const pq_rdf_term t = {.text = pq_term_iri((pq_term)i)};
    pq_rdf_id id = 0;
    PQ_TRY(st, add_term(rdf, &t, false, &id));
    if (id != pq_rdf_of((pq_term)i)) return PQ_INTERNAL; /* a term twice */
  }
  return PQ_OK;
}

pq_status pq_rdf_open(pq_rdf *rdf, pq_alloc *alloc) {
  *rdf = (pq_rdf){.alloc = alloc};
  pq_arena_init(&rdf->arena, alloc, 0);
  const pq_status st = add_known(rdf);
  if (st) pq_rdf_close(rdf);
  return st;
}

void pq_rdf_close(pq_rdf *rdf) {
  pq_free(rdf->alloc, rdf->terms);
  pq_free(rdf->alloc, rdf->triples);
  pq_free(rdf->alloc, rdf->slots);
  pq_arena_clear(&rdf->arena);
  *rdf = (pq_rdf){.alloc = rdf->alloc};
}

/* ---- triples, sorted ---- */

pq_status pq_rdf_add(pq_rdf *rdf, const pq_rdf_triple *t) {
  void *triples = rdf->triples;
  const pq_status st =
      grow(rdf->alloc, &triples, rdf->n_triples, &rdf->cap_triples, sizeof *t);
  rdf->triples = triples;
  if (!st) rdf->triples[rdf->n_triples++] = *t;
  return st;
}

static int by_id(uint32_t a, uint32_t b) {
  return (a > b) - (a < b);
}

static int by_content(const void *one, const void *two) {
  const pq_rdf_triple *const a = one;
  const pq_rdf_triple *const b = two;
  int c = by_id(a->subject, b->subject);
  if (!c) c = by_id(a->predicate, b->predicate);
  if (!c) c = by_id(a->object, b->object);
  return c ? c : by_id(a->line, b->line);
}

void pq_rdf_settle(pq_rdf *rdf) {
  uint32_t n = 0;
  if (!rdf->n_triples) return;
  qsort(rdf->triples, rdf->n_triples, sizeof *rdf->triples, by_content);
  for (uint32_t i = 0; i < rdf->n_triples; ++i) {
    const pq_rdf_triple *const t = &rdf->triples[i];
    const pq_rdf_triple *const last = n ? &rdf->triples[n - 1] : NULL;
    if (last && last->subject == t->subject &&
        last->predicate == t->predicate && last->object == t->object) {
      continue;
    }
    rdf->triples[n++] = *t;
  }
  rdf->n_triples = n;
}

const pq_rdf_triple *pq_rdf_find(const pq_rdf *rdf, pq_rdf_id subject,
                                 pq_rdf_id predicate, uint32_t *n) {
  const pq_rdf_triple wanted = {.subject = subject, .predicate = predicate};
  uint32_t low = 0;
  uint32_t high = rdf->n_triples;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (by_content(&rdf->triples[mid], &wanted) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  *n = 0;
  while (low + *n < rdf->n_triples &&
         rdf->triples[low + *n].subject == subject &&
         rdf->triples[low + *n].predicate == predicate) {
    ++*n;
  }
  return *n ? &rdf->triples[low] : NULL;
}
