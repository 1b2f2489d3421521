#include "write.h"

#include "rdf.h"

static const pq_writer writers[] = {
    {"ttl", ".ttl", PQ_WRITER_TEXT, pq_write_turtle},
    {"nq", ".nq", PQ_WRITER_TEXT, pq_write_nquads},
    {"nt", ".nt", PQ_WRITER_TEXT, pq_write_ntriples},
    {"rdf", ".rdf", PQ_WRITER_TEXT, pq_write_rdfxml},
    {"jsonl", ".jsonl", PQ_WRITER_TEXT, pq_write_claim_lines},
    {"tsv", ".tsv", PQ_WRITER_TEXT, pq_write_claim_table},
    {"dot", ".dot", PQ_WRITER_TEXT, pq_write_dot},
    {"svg", ".svg", PQ_WRITER_PICTURE, NULL},
    {"png", ".png", PQ_WRITER_PICTURE, NULL},
    {"pdf", ".pdf", PQ_WRITER_PICTURE, NULL},
};

enum {
  N_WRITERS = sizeof writers / sizeof writers[0]
};

const pq_writer *pq_writer_at(size_t index) {
  return index < N_WRITERS ? &writers[index] : NULL;
}

const pq_writer *pq_writer_named(pq_view name) {
  for (size_t i = 0; i < N_WRITERS; ++i) {
    if (pq_view_same(pq_view_of(writers[i].name), name)) return &writers[i];
  }
  return NULL;
}
