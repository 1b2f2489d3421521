/* What many tests need: the seed's graph, ready to be written; a sink that
 * remembers; files that lie beside the repository. */
#ifndef PQ_TESTS_SUPPORT_BENCH_H
#define PQ_TESTS_SUPPORT_BENCH_H

#include "seed_record.h"

/** A record with its graph and room for what is written. */
typedef struct pq_bench {
  pq_arena arena;
  pq_record record;
  pq_graph graph;
  pq_maker maker;
  pq_buf out;
} pq_bench;

/** For cmocka: set up as the Markdown file, as the JSON line, as the JSON line
 * with mentions and texts, or with a record that is empty but for its kinds of
 * event; and take down. */
int pq_bench_file(void **state);
int pq_bench_line(void **state);
int pq_bench_rich(void **state);
int pq_bench_empty(void **state);
int pq_bench_close(void **state);

/** The bytes of ../shared/design/NAME; false if they are not there. */
bool pq_bench_design(const char *name, pq_buf *out);

/** Does a text hold another? */
bool pq_holds(pq_view text, const char *part);

enum {
  PQ_HEARD_MOST = 64
};

/** The findings of a call: code and line of the first ones. */
typedef struct pq_heard {
  uint32_t n;
  char codes[PQ_HEARD_MOST][32];
  uint32_t lines[PQ_HEARD_MOST];
} pq_heard;

pq_sink pq_heard_sink(pq_heard *heard);

/** How many findings have this code. */
uint32_t pq_heard_count(const pq_heard *heard, const char *code);

#endif
