#include "rdfin.h"

#include "base/alloc.h"
#include "base/hash.h"
#include "base/utf8.h"

#include <raptor2.h>

#include <stdlib.h>

/* ---- terms, each once ---- */

enum {
  SLOTS_FIRST = 1024,
  ROOM_FIRST = 256
};

/* Room for one more of `size` bytes in a table on the heap. */
static pq_status grow(pq_alloc *alloc, void **at, uint32_t n, uint32_t *cap,
                      size_t size) {
  if (n < *cap) return PQ_OK;
  if (*cap > UINT32_MAX / 4) return PQ_LIMIT;
  const uint32_t more = *cap ? *cap * 2 : ROOM_FIRST;
  void *const grown = pq_realloc(alloc, *at, more * size);
  if (!grown) return PQ_NO_MEM;
  *at = grown;
  *cap = more;
  return PQ_OK;
}

static uint64_t hash_of(const pq_rdf_term *t) {
  const uint64_t rest = (uint64_t)t->type << 2U | (uint64_t)t->kind;
  uint64_t hash = pq_hash(t->text) ^ (rest * UINT64_C(0x9E3779B97F4A7C15));
  if (t->language.len) hash ^= pq_hash(t->language) * 31U;
  return hash;
}

static bool same_term(const pq_rdf_term *a, const pq_rdf_term *b) {
  return a->kind == b->kind && a->type == b->type &&
         pq_view_same(a->text, b->text) &&
         pq_view_same(a->language, b->language);
}

/* The slot of a term, or the free one where it would go. */
static uint32_t slot_of(const pq_rdf *rdf, const pq_rdf_term *t) {
  const uint32_t mask = rdf->n_slots - 1;
  uint32_t at = (uint32_t)hash_of(t) & mask;
  while (rdf->slots[at] && !same_term(&rdf->terms[rdf->slots[at]], t)) {
    at = (at + 1) & mask;
  }
  return at;
}

pq_rdf_id pq_rdf_id_of(const pq_rdf *rdf, const pq_rdf_term *t) {
  return rdf->slots[slot_of(rdf, t)];
}

static pq_status grow_slots(pq_rdf *rdf) {
  if (rdf->n_terms < rdf->n_slots / 2) return PQ_OK;
  if (rdf->n_slots > UINT32_MAX / 4) return PQ_LIMIT;
  const uint32_t n = rdf->n_slots ? rdf->n_slots * 2 : SLOTS_FIRST;
  pq_rdf_id *const slots = pq_calloc(rdf->alloc, n * sizeof *slots);
  if (!slots) return PQ_NO_MEM;
  pq_free(rdf->alloc, rdf->slots);
  rdf->slots = slots;
  rdf->n_slots = n;
  for (pq_rdf_id id = 1; id < rdf->n_terms; ++id) {
    rdf->slots[slot_of(rdf, &rdf->terms[id])] = id;
  }
  return PQ_OK;
}

static pq_status grow_terms(pq_rdf *rdf) {
  void *terms = rdf->terms;
  const pq_status st = grow(rdf->alloc, &terms, rdf->n_terms, &rdf->cap_terms,
                            sizeof *rdf->terms);
  rdf->terms = terms;
  return st;
}

static pq_status add_term(pq_rdf *rdf, const pq_rdf_term *t, bool copy,
                          pq_rdf_id *out) {
  pq_status st = PQ_OK;
  PQ_TRY(st, grow_slots(rdf));
  const uint32_t slot = slot_of(rdf, t);
  if (rdf->slots[slot]) {
    *out = rdf->slots[slot];
    return PQ_OK;
  }
  pq_rdf_term kept = *t;
  PQ_TRY(st, grow_terms(rdf));
  if (copy) {
    if (pq_utf8_check(t->text) < t->text.len) return PQ_BAD_ENCODING;
    PQ_TRY(st, pq_arena_copy(&rdf->arena, t->text, &kept.text));
    PQ_TRY(st, pq_arena_copy(&rdf->arena, t->language, &kept.language));
  }
  rdf->terms[rdf->n_terms] = kept;
  rdf->slots[slot] = rdf->n_terms;
  *out = rdf->n_terms++;
  return PQ_OK;
}

static pq_status add_known(pq_rdf *rdf) {
  pq_status st = PQ_OK;
  PQ_TRY(st, grow_terms(rdf));
  if (!rdf->terms) return PQ_NO_MEM;
  rdf->terms[0] = (pq_rdf_term){.text = {"", 0}};
  rdf->n_terms = 1;
  for (size_t i = 0; i < PQ_N_TERMS; ++i) {
    const pq_rdf_term t = {.text = pq_term_iri((pq_term)i)};
    pq_rdf_id id = 0;
    PQ_TRY(st, add_term(rdf, &t, false, &id));
    if (id != pq_rdf_of((pq_term)i)) return PQ_INTERNAL; /* a term twice */
  }
  return PQ_OK;
}

pq_status pq_rdf_open(pq_rdf *rdf, pq_alloc *alloc) {
  *rdf = (pq_rdf){.alloc = alloc};
  pq_arena_init(&rdf->arena, alloc, 0);
  const pq_status st = add_known(rdf);
  if (st) pq_rdf_close(rdf);
  return st;
}

void pq_rdf_close(pq_rdf *rdf) {
  pq_free(rdf->alloc, rdf->terms);
  pq_free(rdf->alloc, rdf->triples);
  pq_free(rdf->alloc, rdf->slots);
  pq_arena_clear(&rdf->arena);
  *rdf = (pq_rdf){.alloc = rdf->alloc};
}

/* ---- triples, sorted ---- */

static int by_id(uint32_t a, uint32_t b) {
  return (a > b) - (a < b);
}

static int by_content(const void *one, const void *two) {
  const pq_rdf_triple *const a = one;
  const pq_rdf_triple *const b = two;
  int c = by_id(a->subject, b->subject);
  if (!c) c = by_id(a->predicate, b->predicate);
  if (!c) c = by_id(a->object, b->object);
  return c ? c : by_id(a->line, b->line);
}

static void sort_triples(pq_rdf *rdf) {
  uint32_t n = 0;
  if (!rdf->n_triples) return;
  qsort(rdf->triples, rdf->n_triples, sizeof *rdf->triples, by_content);
  for (uint32_t i = 0; i < rdf->n_triples; ++i) {
    const pq_rdf_triple *const t = &rdf->triples[i];
    const pq_rdf_triple *const last = n ? &rdf->triples[n - 1] : NULL;
    if (last && last->subject == t->subject &&
        last->predicate == t->predicate && last->object == t->object) {
      continue;
    }
    rdf->triples[n++] = *t;
  }
  rdf->n_triples = n;
}

const pq_rdf_triple *pq_rdf_find(const pq_rdf *rdf, pq_rdf_id subject,
                                 pq_rdf_id predicate, uint32_t *n) {
  const pq_rdf_triple wanted = {.subject = subject, .predicate = predicate};
  uint32_t low = 0;
  uint32_t high = rdf->n_triples;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (by_content(&rdf->triples[mid], &wanted) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  *n = 0;
  while (low + *n < rdf->n_triples &&
         rdf->triples[low + *n].subject == subject &&
         rdf->triples[low + *n].predicate == predicate) {
    ++*n;
  }
  return *n ? &rdf->triples[low] : NULL;
}

/* ---- the parser ---- */

enum {
  MISTAKES_MOST = 20
};

struct pq_rdf_reader {
  pq_rdf *rdf;
  const pq_sink *sink;
  pq_view file;
  raptor_world *world;
  raptor_parser *parser;
  pq_status status; /* the first failure */
  uint32_t n_mistakes;
};

const char *pq_rdf_syntax(pq_view path) {
  static const struct {
    pq_view ending;
    const char *syntax;
  } rows[] = {
      {PQ_LIT_INIT(".ttl"), "turtle"},
      {PQ_LIT_INIT(".nt"), "ntriples"},
      {PQ_LIT_INIT(".nq"), "nquads"},
      {PQ_LIT_INIT(".rdf"), "rdfxml"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    if (pq_view_ends(path, rows[i].ending)) return rows[i].syntax;
  }
  return NULL;
}

static uint32_t line_of(const raptor_locator *locator) {
  return locator && locator->line > 0 ? (uint32_t)locator->line : 0;
}

/* What raptor says: an error ends the reading. */
static void take_mistake(void *user, raptor_log_message *message) {
  pq_rdf_reader *const r = user;
  const bool error = message->level >= RAPTOR_LOG_LEVEL_ERROR;
  if (error && !r->status) r->status = PQ_BAD_SYNTAX;
  if (message->level < RAPTOR_LOG_LEVEL_WARN) return;
  if (r->n_mistakes++ >= MISTAKES_MOST) return;
  const pq_place at = {.file = r->file, .line = line_of(message->locator)};
  if (error) {
    (void)pq_fail(r->sink, PQ_BAD_SYNTAX, "check.syntax", at,
                  "the file does not parse: %s; write it anew", message->text);
  } else {
    pq_warn(r->sink, "check.syntax", at, "%s", message->text);
  }
}

static pq_status take_iri(pq_rdf *rdf, raptor_uri *uri, pq_rdf_id *out) {
  size_t len = 0;
  const unsigned char *const text = raptor_uri_as_counted_string(uri, &len);
  const pq_rdf_term t = {.text = {(const char *)text, len}};
  return add_term(rdf, &t, true, out);
}

static pq_status take_literal(pq_rdf *rdf, const raptor_term_literal_value *v,
                              pq_rdf_id *out) {
  pq_status st = PQ_OK;
  pq_rdf_term t = {.kind = PQ_RDF_LITERAL,
                   .text = {(const char *)v->string, v->string_len}};
  if (v->language) {
    t.language = (pq_view){(const char *)v->language, v->language_len};
  }
  if (v->datatype) PQ_TRY(st, take_iri(rdf, v->datatype, &t.type));
  return add_term(rdf, &t, true, out);
}

static pq_status take_term(pq_rdf *rdf, const raptor_term *term,
                           pq_rdf_id *out) {
  if (term->type == RAPTOR_TERM_TYPE_URI) {
    return take_iri(rdf, term->value.uri, out);
  }
  if (term->type == RAPTOR_TERM_TYPE_LITERAL) {
    return take_literal(rdf, &term->value.literal, out);
  }
  const raptor_term_blank_value *const b = &term->value.blank;
  const pq_rdf_term t = {.kind = PQ_RDF_BLANK,
                         .text = {(const char *)b->string, b->string_len}};
  return add_term(rdf, &t, true, out);
}

static pq_status take_graph(pq_rdf *rdf, const raptor_term *graph) {
  pq_status st = PQ_OK;
  pq_rdf_id id = 0;
  if (!graph) return PQ_OK;
  PQ_TRY(st, take_term(rdf, graph, &id));
  rdf->terms[id].graph = true;
  return PQ_OK;
}

static pq_status take_triple(pq_rdf_reader *r, const raptor_statement *s) {
  pq_status st = PQ_OK;
  pq_rdf *const rdf = r->rdf;
  pq_rdf_triple t = {.line = line_of(raptor_parser_get_locator(r->parser))};
  PQ_TRY(st, take_term(rdf, s->subject, &t.subject));
  PQ_TRY(st, take_term(rdf, s->predicate, &t.predicate));
  PQ_TRY(st, take_term(rdf, s->object, &t.object));
  PQ_TRY(st, take_graph(rdf, s->graph));
  void *triples = rdf->triples;
  st = grow(rdf->alloc, &triples, rdf->n_triples, &rdf->cap_triples, sizeof t);
  rdf->triples = triples;
  if (!st) rdf->triples[rdf->n_triples++] = t;
  return st;
}

static void take_statement(void *user, raptor_statement *statement) {
  pq_rdf_reader *const r = user;
  if (r->status) return;
  const pq_status st = take_triple(r, statement);
  if (st == PQ_BAD_ENCODING) {
    const pq_place at = {.file = r->file,
                         .line = line_of(raptor_parser_get_locator(r->parser))};
    (void)pq_fail(r->sink, st, "check.encoding", at,
                  "a text is no UTF-8, or holds NUL; write the file anew");
  }
  r->status = st;
  if (st) raptor_parser_parse_abort(r->parser);
}

static pq_status open_parser(pq_rdf_reader *r, const char *syntax) {
  r->world = raptor_new_world();
  if (!r->world) return PQ_NO_MEM;
  (void)raptor_world_set_flag(r->world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH,
                              1);
  if (raptor_world_open(r->world)) return PQ_NO_MEM;
  (void)raptor_world_set_log_handler(r->world, r, take_mistake);
  r->parser = raptor_new_parser(r->world, syntax);
  if (!r->parser) return r->status ? r->status : PQ_NO_MEM;
  static const raptor_option closed[] = {RAPTOR_OPTION_NO_NET,
                                         RAPTOR_OPTION_NO_FILE};
  for (size_t i = 0; i < sizeof closed / sizeof closed[0]; ++i) {
    (void)raptor_parser_set_option(r->parser, closed[i], NULL, 1);
  }
  (void)raptor_parser_set_option(r->parser,
                                 RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, NULL, 0);
  raptor_parser_set_statement_handler(r->parser, r, take_statement);
  /* A base that no file has: what is relative to it is found out. */
  raptor_uri *const base =
      raptor_new_uri(r->world, (const unsigned char *)"relative:/");
  if (!base) return PQ_NO_MEM;
  const int failed = raptor_parser_parse_start(r->parser, base);
  raptor_free_uri(base);
  return failed ? PQ_NO_MEM : PQ_OK;
}

pq_status pq_rdf_reader_open(pq_rdf *rdf, const char *syntax, pq_view file,
                             const pq_sink *sink, pq_rdf_reader **out) {
  pq_rdf_reader *const r = pq_calloc(rdf->alloc, sizeof *r);
  if (!r) return PQ_NO_MEM;
  *r = (pq_rdf_reader){.rdf = rdf, .sink = sink, .file = file};
  const pq_status st = open_parser(r, syntax);
  if (st) {
    pq_rdf_reader_close(r);
    return st;
  }
  *out = r;
  return PQ_OK;
}

/* raptor's own words came by the log; without any, these. */
static pq_status settle(pq_rdf_reader *r, int failed) {
  if (failed && !r->status) {
    const pq_place at = {.file = r->file};
    r->status = pq_fail(r->sink, PQ_BAD_SYNTAX, "check.syntax", at,
                        "the file does not parse; write it anew");
  }
  return r->status;
}

pq_status pq_rdf_reader_take(pq_rdf_reader *r, pq_view bytes) {
  if (r->status) return r->status;
  return settle(r, raptor_parser_parse_chunk(r->parser,
                                             (const unsigned char *)bytes.ptr,
                                             bytes.len, 0));
}

pq_status pq_rdf_reader_end(pq_rdf_reader *r) {
  pq_status st = r->status;
  if (!st) st = settle(r, raptor_parser_parse_chunk(r->parser, NULL, 0, 1));
  if (!st) sort_triples(r->rdf);
  return st;
}

void pq_rdf_reader_close(pq_rdf_reader *r) {
  if (!r) return;
  if (r->parser) raptor_free_parser(r->parser);
  if (r->world) raptor_free_world(r->world);
  pq_free(r->rdf->alloc, r);
}
