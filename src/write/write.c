#include "write.h"

#include "biopax.h"
#include "cited.h"
#include "jsonld.h"
#include "network.h"
#include "rdf.h"
#include "report.h"

/* What is not named is text without a stream. */
static const pq_writer writers[] = {
    {"ttl", ".ttl", .write = pq_write_turtle, .stream = pq_write_turtle},
    {"nq", ".nq", .write = pq_write_nquads, .stream = pq_write_nquads},
    {"nt", ".nt", .write = pq_write_ntriples, .stream = pq_write_ntriples},
    {"rdf", ".rdf", .write = pq_write_rdfxml, .stream = pq_stream_rdfxml,
     .head = pq_rdfxml_head, .tail = pq_rdfxml_tail, .ready = pq_rdfxml_ready,
     .alone = true},
    {"jsonld", ".jsonld", .write = pq_write_jsonld, .stream = pq_stream_jsonld},
    {"jsonl", ".jsonl", .write = pq_write_claim_lines,
     .stream = pq_write_claim_lines},
    {"tsv", ".tsv", .write = pq_write_claim_table,
     .stream = pq_stream_claim_table, .head = pq_claim_table_head},
    {"bib", ".bib", .write = pq_write_bibtex},
    {"csl", ".csl.json", .write = pq_write_csl},
    {"biopax", ".owl", .write = pq_write_biopax},
    {"graphml", ".graphml", .write = pq_write_graphml},
    {"cx2", ".cx2", .write = pq_write_cx2},
    {"kgx", "", .kind = PQ_WRITER_RUN},
    {"dot", ".dot", .write = pq_write_dot},
    {"sbgn", ".sbgn", .kind = PQ_WRITER_MAP},
    {"svg", ".svg", .kind = PQ_WRITER_PICTURE},
    {"png", ".png", .kind = PQ_WRITER_PICTURE},
    {"pdf", ".pdf", .kind = PQ_WRITER_PICTURE},
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

pq_status pq_writer_ready(const pq_writer *writer, const pq_sink *sink) {
  return writer->ready ? writer->ready(sink) : PQ_OK;
}
