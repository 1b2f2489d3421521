#include "asked.h"

#include "failing.h"
#include "unit.h"

#include "base/buf.h"
#include "query/rdfin.h"

#define SPACE "http://x/"

static const char prefixes[] =
    "@prefix pq: <https://w3id.org/pathquill/ns#> .\n"
    "@prefix work: <https://w3id.org/pathquill/work/> .\n"
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix cito: <http://purl.org/spar/cito/> .\n"
    "@prefix biolink: <https://w3id.org/biolink/vocab/> .\n"
    "@prefix uniprot: <http://purl.uniprot.org/uniprot/> .\n"
    "@prefix pubmed: <http://rdf.ncbi.nlm.nih.gov/pubmed/> .\n"
    "@prefix RO: <http://purl.obolibrary.org/obo/RO_> .\n"
    "@prefix MI: <http://purl.obolibrary.org/obo/MI_> .\n"
    "@prefix x: <" SPACE "> .\n";

static pq_status read_text(pq_rdf *rdf, const char *turtle) {
  pq_status st = PQ_OK;
  pq_rdf_reader *reader = NULL;
  PQ_TRY(st, pq_rdf_reader_open(rdf, "turtle", PQ_LIT("a.ttl"), NULL, &reader));
  st = pq_rdf_reader_take(reader, pq_view_of(prefixes));
  if (!st) st = pq_rdf_reader_take(reader, pq_view_of(turtle));
  if (!st) st = pq_rdf_reader_end(reader);
  pq_rdf_reader_close(reader);
  return st;
}

pq_status pq_asked_open(pq_asked *a, pq_alloc *alloc, const char *turtle) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_rdf_open(&a->rdf, alloc));
  st = read_text(&a->rdf, turtle);
  if (!st) st = pq_index_fill(&a->index, &a->rdf);
  if (st) pq_rdf_close(&a->rdf);
  return st;
}

void pq_asked_close(pq_asked *a) {
  pq_index_clear(&a->index);
  pq_rdf_close(&a->rdf);
}

pq_rdf_id pq_asked_id(const pq_asked *a, const char *name) {
  char iri[64] = SPACE;
  (void)strncat(iri, name, sizeof iri - sizeof SPACE);
  const pq_rdf_term t = {.kind = PQ_RDF_IRI, .text = pq_view_of(iri)};
  return pq_rdf_id_of(&a->rdf, &t);
}

typedef struct failing_run {
  pq_asked a;
  pq_asked_trial *run;
} failing_run;

static pq_status run_with(void *user, pq_alloc *alloc) {
  failing_run *const f = user;
  f->a.rdf.alloc = alloc; /* what it holds already is not touched */
  const pq_status st = f->run(&f->a);
  f->a.rdf.alloc = NULL;
  return st;
}

size_t pq_asked_fail_each(pq_asked_trial *run, const char *turtle) {
  failing_run f = {.run = run};
  assert_int_equal(pq_asked_open(&f.a, NULL, turtle), PQ_OK);
  const size_t n = pq_fail_each(run_with, &f, PQ_OK);
  pq_asked_close(&f.a);
  return n;
}
