#include "write.h"

#include "biopax.h"
#include "cited.h"
#include "jsonld.h"
#include "network.h"
#include "rdf.h"
#include "report.h"

static const pq_writer writers[] = {
    {"ttl", ".ttl", PQ_WRITER_TEXT, pq_write_turtle, pq_write_turtle, NULL,
     NULL},
    {"nq", ".nq", PQ_WRITER_TEXT, pq_write_nquads, pq_write_nquads, NULL, NULL},
    {"nt", ".nt", PQ_WRITER_TEXT, pq_write_ntriples, pq_write_ntriples, NULL,
     NULL},
    {"rdf", ".rdf", PQ_WRITER_TEXT, pq_write_rdfxml, pq_stream_rdfxml,
     pq_rdfxml_head, pq_rdfxml_tail},
    {"jsonld", ".jsonld", PQ_WRITER_TEXT, pq_write_jsonld, pq_stream_jsonld,
     NULL, NULL},
    {"jsonl", ".jsonl", PQ_WRITER_TEXT, pq_write_claim_lines,
     pq_write_claim_lines, NULL, NULL},
    {"tsv", ".tsv", PQ_WRITER_TEXT, pq_write_claim_table, pq_stream_claim_table,
     pq_claim_table_head, NULL},
    {"bib", ".bib", PQ_WRITER_TEXT, pq_write_bibtex, NULL, NULL, NULL},
    {"csl", ".csl.json", PQ_WRITER_TEXT, pq_write_csl, NULL, NULL, NULL},
    {"biopax", ".owl", PQ_WRITER_TEXT, pq_write_biopax, NULL, NULL, NULL},
    {"graphml", ".graphml", PQ_WRITER_TEXT, pq_write_graphml, NULL, NULL, NULL},
    {"cx2", ".cx2", PQ_WRITER_TEXT, pq_write_cx2, NULL, NULL, NULL},
    {"kgx", "", PQ_WRITER_RUN, NULL, NULL, NULL, NULL},
    {"dot", ".dot", PQ_WRITER_TEXT, pq_write_dot, NULL, NULL, NULL},
    {"svg", ".svg", PQ_WRITER_PICTURE, NULL, NULL, NULL, NULL},
    {"png", ".png", PQ_WRITER_PICTURE, NULL, NULL, NULL, NULL},
    {"pdf", ".pdf", PQ_WRITER_PICTURE, NULL, NULL, NULL, NULL},
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
