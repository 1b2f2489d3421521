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

/* Of several, the first one by its words: their numbers are those of chance. */
pq_rdf_id pq_re_of(const pq_rdf *rdf, pq_rdf_id subject, pq_term predicate) {
  uint32_t n = 0;
  pq_rdf_id best = 0;
  const pq_rdf_triple *const t =
      pq_rdf_find(rdf, subject, pq_rdf_of(predicate), &n);
  for (uint32_t i = 0; t && i < n; ++i) {
    const pq_view words = pq_rdf_text(rdf, t[i].object);
    if (!best || pq_view_order(words, pq_rdf_text(rdf, best)) < 0) {
      best = t[i].object;
    }
  }
  return best;
}

pq_rdf_id pq_re_one(const pq_remaking *m, pq_rdf_id subject,
                    pq_term predicate) {
  return pq_re_of(m->rdf, subject, predicate);
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
  return number_of(pq_rdf_text(rdf, pq_re_of(rdf, subject, predicate)));
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
  const pq_status st = pq_re_look(rg);
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

pq_view pq_regraph_id(const pq_regraph *rg, uint32_t index) {
  return rg->records.at[index].id;
}

pq_view pq_regraph_digits(const pq_regraph *rg, uint32_t index) {
  return pq_re_digits(rg, rg->records.at[index].graph);
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

void pq_re_digest(pq_view digits, pq_digest *out) {
  *out = (pq_digest){""};
  const size_t n = digits.len < PQ_DIGEST_HEX ? digits.len : PQ_DIGEST_HEX;
  memcpy(out->hex, digits.ptr, n);
}

static void describe(const pq_remaking *m, const pq_rerecord *record) {
  pq_record *const r = m->r;
  pq_re_digest(pq_re_digits(m->rg, record->graph), &r->digest);
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
  if (!m->r->title.len) return false;
  pq_digest_of(m->r->title, &digest);
  return pq_view_same(pq_re_digits(m->rg, document), pq_digest_short(&digest));
}

/* A file is what its record is; fields have digests of their own. */
static pq_source source_of(const pq_remaking *m, pq_view digits,
                           pq_rdf_id document) {
  if (pq_view_same(pq_digest_short(&m->r->digest), digits)) {
    return PQ_SOURCE_FILE;
  }
  return is_title(m, document) ? PQ_SOURCE_DISPLAY_NAME : PQ_SOURCE_SUMMARY;
}

static pq_status add_text(pq_remaking *m, pq_rdf_id document) {
  pq_redocument d = {.term = document,
                     .digits = pq_re_digits(m->rg, document),
                     .cut = !m->all};
  d.source = m->all ? PQ_SOURCE_FILE : source_of(m, d.digits, document);
  return pq_re_document(m, &d);
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

static pq_status begin_record(pq_remaking *m, uint32_t index) {
  pq_status st = PQ_OK;
  m->all = index >= m->rg->records.n;
  PQ_TRY(st, begin(m));
  if (!m->all) describe(m, &m->rg->records.at[index]);
  return PQ_OK;
}

static pq_status add_texts(pq_remaking *m, const pq_rdf_id *documents,
                           uint32_t n) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; !st && i < n; ++i) {
    st = add_text(m, documents[i]);
  }
  return st;
}

static pq_status make(pq_remaking *m, uint32_t index) {
  pq_status st = PQ_OK;
  pq_rdf_id *documents = NULL;
  uint32_t n = 0;
  PQ_TRY(st, begin_record(m, index));
  PQ_TRY(st, list_documents(m, index, &documents, &n));
  PQ_TRY(st, add_texts(m, documents, n));
  PQ_TRY(st, pq_re_says(m, documents, n,
                        m->all ? 0 : m->rg->records.at[index].graph));
  if (!m->all && m->rg->source.cut) {
    PQ_TRY(st, pq_re_mentions(m, documents, n));
  }
  PQ_TRY(st, pq_re_describe(m));
  pq_re_ties(m);
  return PQ_OK;
}

/* Where the quads of a graph begin. */
static uint32_t first_quad(const pq_regraph *rg, pq_rdf_id graph) {
  uint32_t low = 0;
  uint32_t high = rg->source.n_quads;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (rg->source.quads[mid].graph < graph) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

/* What a record's own graph says, if it is known: another may call the same
 * things otherwise. */
static pq_status look_into_own(pq_remaking *m, pq_rdf_id graph) {
  const pq_regraph_source *const source = &m->rg->source;
  const uint32_t first = first_quad(m->rg, graph);
  uint32_t n = 0;
  while (first + n < source->n_quads &&
         source->quads[first + n].graph == graph) {
    ++n;
  }
  if (!n) return PQ_OK;
  pq_rdf_triple *const own = pq_arena_take(m->arena, n * sizeof *own);
  if (!own) return m->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_rdf_quad *const q = &source->quads[first + i];
    own[i] = (pq_rdf_triple){q->subject, q->predicate, q->object, 0};
  }
  m->own = *m->rdf;
  m->own.triples = own;
  m->own.n_triples = n;
  m->rdf = &m->own;
  return PQ_OK;
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
  if (index < rg->records.n) {
    PQ_TRY(st, look_into_own(&m, rg->records.at[index].graph));
  }
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
  g.lacks = PQ_LACKS_STEPS | (m.lacks_text ? PQ_LACKS_TEXT : 0U) |
            (rg->mentions.n && rg->source.cut ? 0U : PQ_LACKS_MENTIONS);
  if (!m.all) {
    PQ_TRY(st, pq_re_maker(&m, rg->records.at[index].graph, &g.maker));
  }
  PQ_TRY(st, name_texts(&m, &g));
  PQ_TRY(st, pq_order_all(&g));
  *out = g;
  return PQ_OK;
}
