#include "manifest.h"

#include "say.h"

#include <stdlib.h>
#include <string.h>

void pq_manifest_clear(pq_manifest *m) {
  free(m->at);
  *m = (pq_manifest){0};
}

static bool add(pq_manifest *m, const pq_parcel *parcel, uint32_t file,
                uint32_t line) {
  if (m->n == m->cap) {
    const size_t cap = m->cap ? 2 * m->cap : 256;
    pq_entry *const grown = realloc(m->at, cap * sizeof *grown);
    if (!grown) return false;
    m->at = grown;
    m->cap = cap;
  }
  pq_entry *const e = &m->at[m->n++];
  *e = (pq_entry){.file = file,
                  .line = line,
                  .n_triples = parcel->n_triples,
                  .made = parcel->made};
  memcpy(e->key, parcel->key, sizeof e->key);
  return true;
}

static pq_status read_file(pq_manifest *m, pq_parcels *p, uint32_t file) {
  pq_parcel parcel;
  for (;;) {
    const pq_status st = pq_parcels_next(p, &parcel);
    if (st) return st == PQ_END ? PQ_OK : st;
    if (!add(m, &parcel, file, pq_parcels_line(p))) return PQ_NO_MEM;
  }
}

static int by_key(const void *a, const void *b) {
  const pq_entry *const x = a;
  const pq_entry *const y = b;
  const int order = memcmp(x->key, y->key, sizeof x->key);
  if (order) return order;
  if (x->file != y->file) return x->file < y->file ? -1 : 1;
  return (x->line > y->line) - (x->line < y->line);
}

/* A graph that comes twice in one file would be replaced by its second half. */
static pq_status check_pair(const pq_entry *a, const pq_entry *b,
                            const char *const *paths, const pq_sink *sink) {
  if (a->file != b->file) return PQ_OK;
  return pq_say_at(sink, PQ_BAD_SYNTAX, "load.apart", paths[b->file], b->line,
                   "the quads of this graph are not together: some begin at "
                   "line %lu; load files one by one, not merged by sort",
                   (unsigned long)a->line);
}

/* Each key once: of two files the last has it. */
static pq_status settle(pq_manifest *m, const char *const *paths,
                        const pq_sink *sink) {
  pq_status st = PQ_OK;
  size_t n = 0;
  if (m->n) qsort(m->at, m->n, sizeof *m->at, by_key);
  for (size_t i = 0; i < m->n; ++i) {
    const bool again =
        n && memcmp(m->at[n - 1].key, m->at[i].key, PQ_KEY_SIZE) == 0;
    if (again && !st) st = check_pair(&m->at[n - 1], &m->at[i], paths, sink);
    n -= again;
    m->at[n++] = m->at[i];
  }
  m->n = n;
  for (size_t i = 0; i < n; ++i) {
    m->n_triples += m->at[i].n_triples;
  }
  return st;
}

pq_status pq_manifest_read(pq_manifest *m, pq_parcels *const *files,
                           const char *const *paths, size_t n_files,
                           const pq_sink *sink) {
  pq_status st = PQ_OK;
  for (size_t i = 0; i < n_files; ++i) {
    const pq_status bad = read_file(m, files[i], (uint32_t)i);
    if (!st) st = bad;
    if (st == PQ_NO_MEM) return st;
  }
  const pq_status apart = settle(m, paths, sink);
  return st ? st : apart;
}

pq_entry *pq_manifest_find(const pq_manifest *m, const uint8_t *key) {
  size_t low = 0;
  for (size_t high = m->n; low < high;) {
    const size_t middle = low + (high - low) / 2;
    const int order = memcmp(m->at[middle].key, key, PQ_KEY_SIZE);
    if (!order) return &m->at[middle];
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return NULL;
}
