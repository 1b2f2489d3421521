/* The questions one by one, over a file of RDF:
 *
 *   bench_ask GRAPH.nq [ROUNDS]
 *
 * Reading and indexing are told once; each question with its defaults is
 * answered, sorted and written as TSV, and its best round is told.  Processor
 * time, so that what else the machine does counts for little. */
#include "query/ask.h"

#include "feed.h"
#include "rounds.h"

#include "write/answer.h"

#include <stdio.h>
#include <stdlib.h>

/* Rows of the answer. */
static uint32_t ask(const pq_index *index, const pq_question *question,
                    pq_buf *out) {
  pq_gather gathered;
  const char *columns[PQ_COLUMNS_MOST];
  const pq_asking asking = {.question = question,
                            .base = PQ_LIT("https://w3id.org/pathquill/")};
  if (pq_ask_index(&asking, index, &gathered)) exit(EXIT_FAILURE);
  const pq_answer answer = pq_ask_answer(&gathered, columns);
  pq_buf_reset(out);
  (void)pq_answer_write(PQ_LIT("tsv"), &answer, asking.base, out);
  pq_gather_clear(&gathered);
  return answer.n_rows;
}

static void time_questions(const pq_index *index, int rounds) {
  const pq_question *q = NULL;
  pq_buf out;
  pq_buf_init(&out, NULL);
  for (size_t i = 0; (q = pq_question_at(i)); ++i) {
    double best = 0;
    uint32_t n = 0;
    if (q->compares) continue; /* wants two graphs */
    for (int r = 0; r < rounds; ++r) {
      const double began = bench_now();
      n = ask(index, q, &out);
      const double took = bench_now() - began;
      if (r == 0 || took < best) best = took;
    }
    (void)printf("%-18s %8.1f ms %8lu rows\n", q->name, best * 1e3,
                 (unsigned long)n);
  }
  pq_buf_clear(&out);
}

int main(int argc, char **argv) {
  pq_rdf rdf;
  pq_index index;
  if (argc < 2) return EXIT_FAILURE;
  const double began = bench_now();
  if (pq_rdf_open(&rdf, NULL)) return EXIT_FAILURE;
  if (pq_feed_bulk(&rdf, argv[1], NULL)) return EXIT_FAILURE;
  const double read = bench_now();
  if (pq_index_fill(&index, &rdf)) return EXIT_FAILURE;
  const double indexed = bench_now();
  (void)printf("%-18s %8.1f ms %8lu statements\n", "reading",
               (read - began) * 1e3, (unsigned long)rdf.n_triples);
  (void)printf("%-18s %8.1f ms\n", "indexing", (indexed - read) * 1e3);
  time_questions(&index, argc > 2 ? atoi(argv[2]) : 5);
  pq_index_clear(&index);
  pq_rdf_close(&rdf);
  return EXIT_SUCCESS;
}
