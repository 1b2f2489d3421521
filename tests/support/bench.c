#include "bench.h"

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

/* raptor 2.0.15 forgets the datatypes of N-Triples and N-Quads, one object each
 * per file, and some terms of a file that does not parse. */
/* NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming) */
const char *__lsan_default_suppressions(void);
/* NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming) */
const char *__lsan_default_suppressions(void) {
  return "leak:libraptor2\n";
}

static pq_bench *open_bench(void) {
  pq_bench *const b = calloc(1, sizeof *b);
  if (!b) return NULL;
  pq_arena_init(&b->arena, NULL, 0);
  pq_buf_init(&b->out, NULL);
  b->maker = pq_sample_maker;
  return b;
}

static int keep(void **state, pq_bench *b, pq_status st) {
  *state = b;
  return st ? -1 : 0;
}

static int open_seed(void **state, bool json, bool rich) {
  pq_bench *const b = open_bench();
  if (!b) return -1;
  b->maker.mentions = rich;
  b->maker.text = rich;
  pq_status st = pq_seed_build(&b->record, &b->arena, json);
  if (!st) st = pq_graph_fill(&b->graph, &b->record, &b->maker);
  return keep(state, b, st);
}

int pq_bench_file(void **state) {
  return open_seed(state, false, false);
}

int pq_bench_line(void **state) {
  return open_seed(state, true, false);
}

int pq_bench_rich(void **state) {
  return open_seed(state, true, true);
}

int pq_bench_empty(void **state) {
  pq_bench *const b = open_bench();
  if (!b) return -1;
  const pq_status st = pq_store_begin(&b->record, &b->arena, NULL);
  b->record.kinds = pq_sample_kinds;
  b->record.n_kinds = PQ_N_SAMPLE_KINDS;
  return keep(state, b, st);
}

int pq_bench_close(void **state) {
  pq_bench *const b = *state;
  if (!b) return 0;
  pq_buf_clear(&b->out);
  pq_arena_clear(&b->arena);
  free(b);
  return 0;
}

bool pq_bench_design(const char *name, pq_buf *out) {
  char path[512];
  char bytes[4096];
  /* A test has one thread. */
  /* NOLINTNEXTLINE(concurrency-mt-unsafe) */
  const char *const shared = getenv("SHARED");
  (void)snprintf(path, sizeof path, "%s/design/%s",
                 shared ? shared : "../shared", name);
  FILE *const in = fopen(path, "rb");
  if (!in) return false;
  for (size_t n; (n = fread(bytes, 1, sizeof bytes, in)) > 0;) {
    pq_buf_put(out, (pq_view){bytes, n});
  }
  (void)fclose(in);
  return !out->status;
}

pq_entity_id pq_bench_add(pq_bench *b, const pq_entity *e) {
  pq_entity_id id = 0;
  assert_int_equal(pq_store_entity(&b->record, e, &id), PQ_OK);
  return id;
}

void pq_bench_read_back(pq_rdf *rdf, const char *syntax, pq_view bytes) {
  pq_rdf_reader *reader = NULL;
  assert_int_equal(pq_rdf_open(rdf, NULL), PQ_OK);
  assert_int_equal(
      pq_rdf_reader_open(rdf, syntax, PQ_LIT("test"), NULL, &reader), PQ_OK);
  assert_int_equal(pq_rdf_reader_take(reader, bytes), PQ_OK);
  assert_int_equal(pq_rdf_reader_end(reader), PQ_OK);
  pq_rdf_reader_close(reader);
}

bool pq_holds(pq_view text, const char *part) {
  const pq_view wanted = pq_view_of(part);
  for (size_t i = 0; i + wanted.len <= text.len; ++i) {
    if (pq_view_starts(pq_view_skip(text, i), wanted)) return true;
  }
  return false;
}

uint32_t pq_bench_told(const pq_heard *heard, const char *code) {
  uint32_t n = 0;
  for (size_t i = 0; i < heard->n && i < PQ_HEARD_MOST; ++i) {
    n += strcmp(heard->at[i].code, code) == 0;
  }
  return n;
}
