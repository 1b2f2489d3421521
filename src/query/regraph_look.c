/* What the statements are about: records, and places of their documents. */
#include "regraph_make.h"

#include <stdlib.h>

static int by_number(uint32_t a, uint32_t b) {
  return (a > b) - (a < b);
}

static int by_place(const void *one, const void *two) {
  const pq_replace *const a = one;
  const pq_replace *const b = two;
  int c = by_number(a->document, b->document);
  if (!c) c = by_number(a->begin, b->begin);
  if (!c) c = by_number(a->end, b->end);
  if (!c) c = by_number(a->node, b->node);
  if (!c) c = by_number(a->about, b->about);
  return c ? c : by_number(a->graph, b->graph);
}

static pq_replace place_of(const pq_regraph *rg, pq_rdf_id node,
                           pq_rdf_id about) {
  return (pq_replace){.document =
                          pq_re_of(rg->rdf, node, PQ_TERM_REFERENCE_CONTEXT),
                      .begin = pq_re_number(rg->rdf, node, PQ_TERM_BEGIN_INDEX),
                      .end = pq_re_number(rg->rdf, node, PQ_TERM_END_INDEX),
                      .node = node,
                      .about = about};
}

/* One place names one thing or work, or several. */
static pq_status add_places(pq_regraph *rg, pq_rdf_id node, pq_places *to) {
  uint32_t n = 0;
  const pq_rdf_triple *const t =
      pq_rdf_find(rg->rdf, node, pq_rdf_of(PQ_TERM_IDENT_REF), &n);
  for (uint32_t i = 0; i < n; ++i) {
    PQ_PUSH(&rg->arena, to, place_of(rg, node, t[i].object));
  }
  return PQ_OK;
}

/* Places by what they are. */
static pq_status add_typed(pq_regraph *rg, const pq_rdf_triple *t) {
  if (t->object == pq_rdf_of(PQ_TERM_POINTER)) {
    return add_places(rg, t->subject, &rg->pointers);
  }
  if (t->object == pq_rdf_of(PQ_TERM_OFFSET_STRING)) {
    return add_places(rg, t->subject, &rg->mentions);
  }
  if (t->object == pq_rdf_of(PQ_TERM_PASSAGE)) {
    PQ_PUSH(&rg->arena, &rg->passages, place_of(rg, t->subject, 0));
  }
  return PQ_OK;
}

/* Statements of one graph are neighbours, each once, as pq_rdf_settle has
 * them. */
static int by_graph(const void *one, const void *two) {
  const pq_rdf_quad *const a = one;
  const pq_rdf_quad *const b = two;
  int c = by_number(a->graph, b->graph);
  if (!c) c = by_number(a->subject, b->subject);
  if (!c) c = by_number(a->predicate, b->predicate);
  return c ? c : by_number(a->object, b->object);
}

static void sort_quads(pq_regraph *rg) {
  uint32_t n = 0;
  pq_rdf_quad *const at = rg->source.quads;
  if (rg->source.n_quads) {
    qsort(at, rg->source.n_quads, sizeof *at, by_graph);
  }
  for (uint32_t i = 0; i < rg->source.n_quads; ++i) {
    if (!n || by_graph(&at[n - 1], &at[i]) != 0) at[n++] = at[i];
  }
  rg->source.n_quads = n;
}

/* Does the named graph of this evidence tell of it already? */
static bool named_graphs(const pq_regraph *rg, pq_rdf_id node) {
  return rg->marks[node].turn == rg->turn;
}

/* Evidence whose named graphs are known. */
static pq_status look_at_quads(pq_regraph *rg) {
  for (uint32_t i = 0; i < rg->source.n_quads; ++i) {
    const pq_rdf_quad *const q = &rg->source.quads[i];
    if (q->predicate != pq_rdf_of(PQ_TERM_STATES)) continue;
    pq_replace row = place_of(rg, q->subject, q->object);
    row.graph = q->graph;
    rg->marks[q->subject].turn = rg->turn;
    PQ_PUSH(&rg->arena, &rg->evidence, row);
  }
  return PQ_OK;
}

static bool is_document(const pq_regraph *rg, pq_rdf_id node) {
  return pq_re_of(rg->rdf, node, PQ_TERM_TYPE) == pq_rdf_of(PQ_TERM_CONTEXT);
}

/* What the documents are about, by the named graph if it is known. */
static void name_by_quads(const pq_regraph *rg) {
  for (uint32_t i = 0; i < rg->source.n_quads; ++i) {
    const pq_rdf_quad *const q = &rg->source.quads[i];
    if (q->predicate == pq_rdf_of(PQ_TERM_DC_SUBJECT) &&
        is_document(rg, q->subject)) {
      rg->marks[q->graph] = (pq_remark){rg->turn, q->object};
    }
  }
  for (uint32_t i = 0; i < rg->records.n; ++i) {
    pq_rerecord *const record = &rg->records.at[i];
    const pq_remark *const mark = &rg->marks[record->graph];
    if (mark->turn == rg->turn) record->reaction = mark->id;
  }
}

/* A document of a graph; triples come sorted, so that those of one graph are
 * neighbours. */
static pq_status add_graph(pq_regraph *rg, const pq_rdf_triple *t) {
  if (!is_document(rg, t->object)) return PQ_OK; /* a maker */
  const uint32_t n = rg->records.n;
  const uint32_t first = rg->documents.n;
  PQ_PUSH(&rg->arena, &rg->documents, t->object);
  if (n && rg->records.at[n - 1].graph == t->subject) {
    ++rg->records.at[n - 1].n_documents;
    return PQ_OK;
  }
  const pq_rerecord record = {
      .graph = t->subject, .documents = first, .n_documents = 1};
  PQ_PUSH(&rg->arena, &rg->records, record);
  return PQ_OK;
}

static pq_status look_at(pq_regraph *rg, const pq_rdf_triple *t) {
  if (t->predicate == pq_rdf_of(PQ_TERM_STATES)) {
    if (named_graphs(rg, t->subject)) return PQ_OK;
    PQ_PUSH(&rg->arena, &rg->evidence, place_of(rg, t->subject, t->object));
    return PQ_OK;
  }
  if (t->predicate == pq_rdf_of(PQ_TERM_TYPE)) return add_typed(rg, t);
  return t->predicate == pq_rdf_of(PQ_TERM_DERIVED_FROM) ? add_graph(rg, t)
                                                         : PQ_OK;
}

/* The digits that a graph's, or a document's, IRI ends in. */
pq_view pq_re_digits(const pq_regraph *rg, pq_rdf_id term) {
  const pq_view iri = pq_rdf_text(rg->rdf, term);
  return iri.len < PQ_DIGEST_SHORT
             ? iri
             : pq_view_skip(iri, iri.len - PQ_DIGEST_SHORT);
}

static void name_records(const pq_regraph *rg) {
  for (uint32_t i = 0; i < rg->records.n; ++i) {
    pq_rerecord *const record = &rg->records.at[i];
    for (uint32_t k = 0; k < record->n_documents && !record->reaction; ++k) {
      const pq_rdf_id document = rg->documents.at[record->documents + k];
      const pq_rdf_id reaction =
          pq_re_of(rg->rdf, document, PQ_TERM_DC_SUBJECT);
      if (reaction) record->reaction = reaction;
    }
    record->id = pq_rdf_text(
        rg->rdf, pq_re_of(rg->rdf, record->reaction, PQ_TERM_IDENTIFIER));
  }
}

/* Few are out of order where a file holds them sorted. */
static void sort_records(const pq_regraph *rg) {
  for (uint32_t i = 1; i < rg->records.n; ++i) {
    const pq_rerecord one = rg->records.at[i];
    uint32_t k = i;
    for (; k > 0; --k) {
      const pq_rerecord *const before = &rg->records.at[k - 1];
      int order = pq_view_order(before->id, one.id);
      if (!order) {
        order = pq_view_order(pq_re_digits(rg, before->graph),
                              pq_re_digits(rg, one.graph));
      }
      if (order <= 0) break;
      rg->records.at[k] = *before;
    }
    rg->records.at[k] = one;
  }
}

void pq_re_sort(pq_replace *at, uint32_t n) {
  if (n) qsort(at, n, sizeof *at, by_place);
}

uint32_t pq_re_first(const pq_places *places, pq_rdf_id document) {
  uint32_t low = 0;
  uint32_t high = places->n;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (places->at[mid].document < document) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

pq_status pq_re_look(pq_regraph *rg) {
  pq_status st = PQ_OK;
  rg->marks = pq_arena_take(&rg->arena, rg->rdf->n_terms * sizeof *rg->marks);
  if (!rg->marks) return rg->arena.status;
  ++rg->turn;
  sort_quads(rg);
  PQ_TRY(st, look_at_quads(rg));
  for (uint32_t i = 0; i < rg->rdf->n_triples; ++i) {
    PQ_TRY(st, look_at(rg, &rg->rdf->triples[i]));
  }
  ++rg->turn;
  name_by_quads(rg);
  pq_re_sort(rg->evidence.at, rg->evidence.n);
  pq_re_sort(rg->passages.at, rg->passages.n);
  pq_re_sort(rg->mentions.at, rg->mentions.n);
  pq_re_sort(rg->pointers.at, rg->pointers.n);
  name_records(rg);
  sort_records(rg);
  return PQ_OK;
}
