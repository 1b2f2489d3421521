#include "by_sentence.h"

typedef pq_sentence_id sentence_of(const pq_record *r, uint32_t row);

static pq_sentence_id mention_sentence(const pq_record *r, uint32_t row) {
  return r->mentions.at[row].sentence;
}

static pq_sentence_id site_sentence(const pq_record *r, uint32_t row) {
  return r->sites.at[row].sentence;
}

static pq_sentence_id citation_sentence(const pq_record *r, uint32_t row) {
  return r->citations.at[row].sentence;
}

static pq_sentence_id evidence_sentence(const pq_record *r, uint32_t row) {
  return r->evidence.at[row].sentence;
}

/* The rows from `first` to `n`, by sentence. */
static pq_status sort_rows(const pq_record *r, uint32_t first, uint32_t n,
                           sentence_of *of, pq_by_sentence *out) {
  const size_t most = r->sentences.n;
  uint32_t *const start = pq_arena_take(r->arena, (most + 2) * sizeof *start);
  uint32_t *const items = pq_arena_take(r->arena, n * sizeof *items);
  if (!start || !items) return r->arena->status;
  for (uint32_t i = first; i < n; ++i) {
    ++start[of(r, i) + 2];
  }
  for (size_t s = 2; s < most + 2; ++s) {
    start[s] += start[s - 1];
  }
  for (uint32_t i = first; i < n; ++i) {
    items[start[of(r, i) + 1]++] = i;
  }
  *out = (pq_by_sentence){.start = start, .items = items};
  return PQ_OK;
}

pq_status pq_shelves_fill(const pq_record *r, pq_shelves *out) {
  pq_status st = PQ_OK;
  PQ_TRY(st, sort_rows(r, 1, r->mentions.n, mention_sentence, &out->mentions));
  PQ_TRY(st, sort_rows(r, 0, r->sites.n, site_sentence, &out->sites));
  PQ_TRY(st,
         sort_rows(r, 0, r->citations.n, citation_sentence, &out->citations));
  return sort_rows(r, 0, r->evidence.n, evidence_sentence, &out->evidence);
}
