/* What many tests need: the seed's graph, ready to be written; files that lie
 * beside the repository. */
#ifndef PQ_TESTS_SUPPORT_BENCH_H
#define PQ_TESTS_SUPPORT_BENCH_H

#include "heard.h"
#include "seed_record.h"

#include "query/rdfin.h"

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

/** Put an entity into the record; it must fit.  Its id. */
pq_entity_id pq_bench_add(pq_bench *b, const pq_entity *e);

/** Open `rdf` and read what was written into it, which must be without a
 * mistake. */
void pq_bench_read_back(pq_rdf *rdf, const char *syntax, pq_view bytes);

/** Does a text hold another? */
bool pq_holds(pq_view text, const char *part);

/** How many of the findings that were kept have this code. */
uint32_t pq_bench_told(const pq_heard *heard, const char *code);

#endif
