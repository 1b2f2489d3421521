/* Where the rows of a sentence begin: they stand in the order of sentences, so
 * a look in the middle tells which half. */
#include "store.h"

#include <stddef.h>

/* Rows whose sentence lies `offset` bytes into them. */
typedef struct rows {
  const void *at;
  size_t size, offset;
  uint32_t low, high;
} rows;

static pq_sentence_id sentence_of(const rows *w, uint32_t i) {
  pq_sentence_id id = 0;
  memcpy(&id, (const char *)w->at + i * w->size + w->offset, sizeof id);
  return id;
}

static uint32_t first_of(rows w, pq_sentence_id sentence) {
  while (w.low < w.high) {
    const uint32_t mid = w.low + (w.high - w.low) / 2;
    if (sentence_of(&w, mid) < sentence) {
      w.low = mid + 1;
    } else {
      w.high = mid;
    }
  }
  return w.low;
}

uint32_t pq_first_mention(const pq_record *r, pq_sentence_id sentence) {
  const rows all = {r->mentions.at, sizeof *r->mentions.at,
                    offsetof(pq_mention, sentence), 1, r->mentions.n};
  return first_of(all, sentence);
}

uint32_t pq_first_site(const pq_record *r, pq_sentence_id sentence) {
  const rows all = {r->sites.at, sizeof *r->sites.at,
                    offsetof(pq_site_mention, sentence), 0, r->sites.n};
  return first_of(all, sentence);
}

uint32_t pq_first_species(const pq_record *r, pq_sentence_id sentence) {
  const rows all = {r->species_said.at, sizeof *r->species_said.at,
                    offsetof(pq_species_mention, sentence), 0,
                    r->species_said.n};
  return first_of(all, sentence);
}

/* The record's own comes last, whatever sentence it has. */
uint32_t pq_first_citation(const pq_record *r, pq_sentence_id sentence) {
  uint32_t n = r->citations.n;
  while (n > 0 && r->citations.at[n - 1].own) {
    --n;
  }
  const rows all = {r->citations.at, sizeof *r->citations.at,
                    offsetof(pq_citation, sentence), 0, n};
  return first_of(all, sentence);
}
