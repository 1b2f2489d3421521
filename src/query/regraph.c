#include "regraph_make.h"

#include "base/alloc.h"
#include "graph/name.h"
#include "graph/order.h"

#include <stdlib.h>

/* ---- looking things up ---- */

const pq_rdf_triple *pq_re_all(const pq_remaking *m, pq_rdf_id subject,
                               pq_term predicate, uint32_t *n) {
  return pq_rdf_find(m->rdf, subject, pq_rdf_of(predicate), n);
}

static pq_rdf_id one_of(const pq_rdf *rdf, pq_rdf_id subject,
                        pq_term predicate) {
  uint32_t n = 0;
  const pq_rdf_triple *const t =
      pq_rdf_find(rdf, subject, pq_rdf_of(predicate), &n);
  return t ? t->object : 0;
}

pq_rdf_id pq_re_one(const pq_remaking *m, pq_rdf_id subject,
                    pq_term predicate) {
  return one_of(m->rdf, subject, predicate);
}

pq_view pq_re_text(const pq_remaking *m, pq_rdf_id subject, pq_term predicate) {
  return pq_rdf_text(m->rdf, pq_re_one(m, subject, predicate));
}

static uint32_t number_of(pq_view digits) {
  uint64_t n = 0;
  for (size_t i = 0; i < digits.len && i < 10; ++i) {
    if (!pq_is_digit(digits.ptr[i])) return 0;
    n = n * 10 + (uint64_t)(digits.ptr[i] - '0');
  }
  return n < UINT32_MAX ? (uint32_t)n : 0;
}

uint32_t pq_re_number(const pq_rdf *rdf, pq_rdf_id subject, pq_term predicate) {
  return number_of(pq_rdf_text(rdf, one_of(rdf, subject, predicate)));
}

bool pq_re_is(const pq_remaking *m, pq_rdf_id subject, pq_term predicate,
              pq_term object) {
  uint32_t n = 0;
  const pq_rdf_triple *const t = pq_re_all(m, subject, predicate, &n);
  for (uint32_t i = 0; i < n; ++i) {
    if (t[i].object == pq_rdf_of(object)) return true;
  }
  return false;
}

int pq_re_bool(const pq_remaking *m, pq_rdf_id subject, pq_term predicate) {
  const pq_view text = pq_re_text(m, subject, predicate);
  if (!text.len) return -1;
  return pq_view_same(text, PQ_LIT("true")) || pq_view_same(text, PQ_LIT("1"));
}

uint32_t pq_re_seen(const pq_remaking *m, pq_rdf_id term) {
  const pq_remark *const mark = &m->rg->marks[term];
  return mark->turn == m->rg->turn ? mark->id : 0;
}

void pq_re_mark(const pq_remaking *m, pq_rdf_id term, uint32_t id) {
  m->rg->marks[term] = (pq_remark){m->rg->turn, id};
}

/* ---- what the statements are about ---- */

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
  return c ? c : by_number(a->graph, b->graph);
}

static pq_replace place_of(const pq_regraph *rg, pq_rdf_id node,
                           pq_rdf_id about) {
  return (pq_replace){.document =
                          one_of(rg->rdf, node, PQ_TERM_REFERENCE_CONTEXT),
                      .begin = pq_re_number(rg->rdf, node, PQ_TERM_BEGIN_INDEX),
                      .end = pq_re_number(rg->rdf, node, PQ_TERM_END_INDEX),
                      .node = node,
                      .about = about};
}

/* One place names one work or several. */
static pq_status add_pointers(pq_regraph *rg, pq_rdf_id node) {
  uint32_t n = 0;
  const pq_rdf_triple *const t =
      pq_rdf_find(rg->rdf, node, pq_rdf_of(PQ_TERM_IDENT_REF), &n);
  for (uint32_t i = 0; i < n; ++i) {
    PQ_PUSH(&rg->arena, &rg->pointers, place_of(rg, node, t[i].object));
  }
  return PQ_OK;
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
  return one_of(rg->rdf, node, PQ_TERM_TYPE) == pq_rdf_of(PQ_TERM_CONTEXT);
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
  if (t->predicate == pq_rdf_of(PQ_TERM_TYPE) &&
      t->object == pq_rdf_of(PQ_TERM_POINTER)) {
    return add_pointers(rg, t->subject);
  }
  return t->predicate == pq_rdf_of(PQ_TERM_DERIVED_FROM) ? add_graph(rg, t)
                                                         : PQ_OK;
}

/* The digits that a graph's, or a document's, IRI ends in. */
static pq_view digits_of(const pq_regraph *rg, pq_rdf_id term) {
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
      const pq_rdf_id reaction = one_of(rg->rdf, document, PQ_TERM_DC_SUBJECT);
      if (reaction) record->reaction = reaction;
    }
    record->id = pq_rdf_text(
        rg->rdf, one_of(rg->rdf, record->reaction, PQ_TERM_IDENTIFIER));
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
        order = pq_view_order(digits_of(rg, before->graph),
                              digits_of(rg, one.graph));
      }
      if (order <= 0) break;
      rg->records.at[k] = *before;
    }
    rg->records.at[k] = one;
  }
}

static void sort_places(pq_replace *at, uint32_t n) {
  if (n) qsort(at, n, sizeof *at, by_place);
}

static pq_status look(pq_regraph *rg) {
  pq_status st = PQ_OK;
  rg->marks = pq_arena_take(&rg->arena, rg->rdf->n_terms * sizeof *rg->marks);
  if (!rg->marks) return rg->arena.status;
  ++rg->turn;
  PQ_TRY(st, look_at_quads(rg));
  for (uint32_t i = 0; i < rg->rdf->n_triples; ++i) {
    PQ_TRY(st, look_at(rg, &rg->rdf->triples[i]));
  }
  ++rg->turn;
  name_by_quads(rg);
  sort_places(rg->evidence.at, rg->evidence.n);
  sort_places(rg->pointers.at, rg->pointers.n);
  name_records(rg);
  sort_records(rg);
  return PQ_OK;
}

pq_status pq_regraph_open(const pq_regraph_source *source, pq_regraph **out) {
  pq_alloc *const alloc = source->rdf->alloc;
  pq_regraph *const rg = pq_calloc(alloc, sizeof *rg);
  if (!rg) return PQ_NO_MEM;
  *rg = (pq_regraph){.source = *source,
                     .rdf = source->rdf,
                     .maker = source->maker,
                     .kinds = source->kinds,
                     .n_kinds = source->n_kinds};
  pq_arena_init(&rg->arena, alloc, 0);
  const pq_status st = look(rg);
  if (st) {
    pq_regraph_close(rg);
    return st;
  }
  *out = rg;
  return PQ_OK;
}

void pq_regraph_close(pq_regraph *rg) {
  if (!rg) return;
  pq_alloc *const alloc = rg->rdf->alloc;
  pq_arena_clear(&rg->arena);
  pq_free(alloc, rg);
}

uint32_t pq_regraph_count(const pq_regraph *rg) {
  return rg->records.n;
}

/* ---- one of them ---- */

/* Slot 0 of each table is no item. */
static pq_status begin_names(pq_remaking *m) {
  PQ_PUSH(m->arena, &m->entities, ((pq_name){.iri = {"", 0}}));
  PQ_PUSH(m->arena, &m->disputes, ((pq_name){.iri = {"", 0}}));
  PQ_PUSH(m->arena, &m->works, ((pq_name){.iri = {"", 0}}));
  return PQ_OK;
}

static pq_status begin_tables(pq_remaking *m) {
  PQ_PUSH(m->arena, &m->events, ((pq_graph_event){.iri = {"", 0}}));
  PQ_PUSH(m->arena, &m->claims, ((pq_graph_claim){.iri = {"", 0}}));
  return PQ_OK;
}

static pq_status begin(pq_remaking *m) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_store_begin(m->r, m->arena, NULL));
  m->r->kinds = m->rg->kinds;
  m->r->n_kinds = m->rg->n_kinds;
  PQ_TRY(st, begin_names(m));
  PQ_TRY(st, begin_tables(m));
  PQ_PUSH(m->arena, &m->entity_terms, 0);
  PQ_PUSH(m->arena, &m->event_terms, 0);
  m->n_entities = m->n_events = 1;
  ++m->rg->turn;
  return PQ_OK;
}

static void put_digest(pq_view digits, pq_digest *out) {
  *out = (pq_digest){""};
  const size_t n = digits.len < PQ_DIGEST_HEX ? digits.len : PQ_DIGEST_HEX;
  memcpy(out->hex, digits.ptr, n);
}

static void describe(const pq_remaking *m, const pq_rerecord *record) {
  pq_record *const r = m->r;
  put_digest(digits_of(m->rg, record->graph), &r->digest);
  r->stable_id = record->id;
  r->title = pq_re_text(m, record->reaction, PQ_TERM_LABEL);
  const pq_rdf_id taxon = pq_re_one(m, record->reaction, PQ_TERM_IN_TAXON);
  r->species = pq_re_text(m, taxon, PQ_TERM_LABEL);
  if (pq_re_is(m, record->reaction, PQ_TERM_TYPE, PQ_TERM_BP_PATHWAY)) {
    r->type = PQ_RECORD_PATHWAY;
  }
}

/* Is the document the title?  Its name is its digest. */
static bool is_title(const pq_remaking *m, pq_rdf_id document) {
  pq_digest digest;
  if (!m->r->title.len || pq_digest_of(m->r->title, &digest)) return false;
  return pq_view_same(digits_of(m->rg, document), pq_digest_short(&digest));
}

/* A text that holds nothing but what will be put into it, and a sentence. */
static pq_status add_text(const pq_remaking *m, pq_rdf_id document) {
  pq_text text = {.source = PQ_SOURCE_FILE, .bytes = {"", 0}};
  const pq_sentence sentence = {.text = m->r->texts.n, .part = PQ_PART_SUMMARY};
  put_digest(digits_of(m->rg, document), &text.digest);
  PQ_PUSH(m->arena, &m->r->texts, text);
  PQ_PUSH(m->arena, &m->r->sentences, sentence);
  return PQ_OK;
}

/* Documents by IRI: their numbers are those of chance. */
static void sort_documents(const pq_remaking *m, pq_rdf_id *at, uint32_t n) {
  for (uint32_t i = 1; i < n; ++i) {
    const pq_rdf_id one = at[i];
    const pq_view iri = pq_rdf_text(m->rdf, one);
    uint32_t k = i;
    for (; k > 0 && pq_view_order(pq_rdf_text(m->rdf, at[k - 1]), iri) > 0;
         --k) {
      at[k] = at[k - 1];
    }
    at[k] = one;
  }
}

/* The documents of one record, the title first, each once. */
static uint32_t add_documents(const pq_remaking *m, const pq_rerecord *record,
                              pq_rdf_id *out) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < record->n_documents; ++i) {
    const pq_rdf_id one = m->rg->documents.at[record->documents + i];
    if (pq_re_seen(m, one)) continue; /* two records have one text */
    pq_re_mark(m, one, 1);
    out[n++] = one;
  }
  sort_documents(m, out, n);
  for (uint32_t i = 1; i < n; ++i) {
    if (!is_title(m, out[i])) continue;
    const pq_rdf_id title = out[i];
    out[i] = out[0];
    out[0] = title;
  }
  return n;
}

/* Those of one record, or of all in their order. */
static pq_status list_documents(const pq_remaking *m, uint32_t index,
                                pq_rdf_id **out, uint32_t *n) {
  const pq_regraph *const rg = m->rg;
  const bool all = index >= rg->records.n;
  *n = 0;
  *out = pq_arena_take(m->arena, ((size_t)rg->documents.n + 1) * sizeof **out);
  if (!*out) return m->arena->status;
  for (uint32_t i = all ? 0 : index; i < (all ? rg->records.n : index + 1);
       ++i) {
    *n += add_documents(m, &rg->records.at[i], *out + *n);
  }
  return PQ_OK;
}

static pq_status make(pq_remaking *m, uint32_t index) {
  pq_status st = PQ_OK;
  pq_rdf_id *documents = NULL;
  uint32_t n = 0;
  PQ_TRY(st, begin(m));
  if (index < m->rg->records.n) describe(m, &m->rg->records.at[index]);
  PQ_TRY(st, list_documents(m, index, &documents, &n));
  for (uint32_t i = 0; i < n; ++i) {
    PQ_TRY(st, add_text(m, documents[i]));
  }
  const bool one = index < m->rg->records.n;
  PQ_TRY(st,
         pq_re_says(m, documents, n, one ? m->rg->records.at[index].graph : 0));
  return pq_re_describe(m);
}

static pq_status name_texts(const pq_remaking *m, pq_graph *g) {
  pq_namer namer = {.g = g};
  pq_buf_init(&namer.room, m->arena->alloc);
  g->texts = pq_arena_take(m->arena, (m->r->texts.n + 1) * sizeof *g->texts);
  const pq_status st = g->texts ? pq_name_record(&namer) : m->arena->status;
  pq_buf_clear(&namer.room);
  return st;
}

pq_status pq_regraph_fill(pq_regraph *rg, uint32_t index, pq_arena *arena,
                          pq_record *record, pq_graph *out) {
  pq_status st = PQ_OK;
  pq_remaking m = {.rg = rg, .rdf = rg->rdf, .arena = arena, .r = record};
  PQ_TRY(st, make(&m, index));
  pq_graph g = {.arena = arena,
                .record = record,
                .maker = rg->maker,
                .entities = m.entities.at,
                .events = m.events.at,
                .claims = m.claims.at,
                .disputes = m.disputes.at,
                .works = m.works.at,
                .evidence = m.evidence.at};
  PQ_TRY(st, name_texts(&m, &g));
  PQ_TRY(st, pq_order_all(&g));
  *out = g;
  return PQ_OK;
}
