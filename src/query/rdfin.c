#include "rdfin.h"

#include "base/alloc.h"
#include "base/module.h"

#include <raptor2.h>

/* What is called of raptor, without "raptor_"; see module.h. */
#define CALLS(F)                  \
  F(free_parser)                  \
  F(free_uri)                     \
  F(free_world)                   \
  F(new_parser)                   \
  F(new_uri)                      \
  F(new_world_internal)           \
  F(parser_get_locator)           \
  F(parser_parse_abort)           \
  F(parser_parse_chunk)           \
  F(parser_parse_start)           \
  F(parser_set_option)            \
  F(parser_set_statement_handler) \
  F(uri_as_counted_string)        \
  F(world_open)                   \
  F(world_set_flag)               \
  F(world_set_log_handler)
#define MEMBER(name) __typeof__ (&raptor_##name)(name);
#define NAME(name)   "raptor_" #name,
typedef struct calls {
  CALLS(MEMBER)
} calls;

static const char *const names[] = {CALLS(NAME)};

static const pq_module library = {PQ_RAPTOR_FILE, "libraptor2-0", names,
                                  sizeof names / sizeof *names};

enum {
  MISTAKES_MOST = 20
};

struct pq_rdf_reader {
  calls raptor;
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

static pq_status take_iri(const pq_rdf_reader *r, raptor_uri *uri,
                          pq_rdf_id *out) {
  size_t len = 0;
  const unsigned char *const text = r->raptor.uri_as_counted_string(uri, &len);
  const pq_rdf_term t = {.text = {(const char *)text, len}};
  return pq_rdf_add_term(r->rdf, &t, out);
}

static pq_status take_literal(const pq_rdf_reader *r,
                              const raptor_term_literal_value *v,
                              pq_rdf_id *out) {
  pq_status st = PQ_OK;
  pq_rdf_term t = {.kind = PQ_RDF_LITERAL,
                   .text = {(const char *)v->string, v->string_len}};
  if (v->language) {
    t.language = (pq_view){(const char *)v->language, v->language_len};
  }
  if (v->datatype) PQ_TRY(st, take_iri(r, v->datatype, &t.type));
  return pq_rdf_add_term(r->rdf, &t, out);
}

static pq_status take_term(const pq_rdf_reader *r, const raptor_term *term,
                           pq_rdf_id *out) {
  if (term->type == RAPTOR_TERM_TYPE_URI) {
    return take_iri(r, term->value.uri, out);
  }
  if (term->type == RAPTOR_TERM_TYPE_LITERAL) {
    return take_literal(r, &term->value.literal, out);
  }
  const raptor_term_blank_value *const b = &term->value.blank;
  const pq_rdf_term t = {.kind = PQ_RDF_BLANK,
                         .text = {(const char *)b->string, b->string_len}};
  return pq_rdf_add_term(r->rdf, &t, out);
}

static pq_status take_graph(const pq_rdf_reader *r, const raptor_term *graph) {
  pq_status st = PQ_OK;
  pq_rdf_id id = 0;
  if (!graph) return PQ_OK;
  PQ_TRY(st, take_term(r, graph, &id));
  r->rdf->terms[id].graph = true;
  return PQ_OK;
}

static pq_status take_triple(pq_rdf_reader *r, const raptor_statement *s) {
  pq_status st = PQ_OK;
  pq_rdf *const rdf = r->rdf;
  pq_rdf_triple t = {.line = line_of(r->raptor.parser_get_locator(r->parser))};
  PQ_TRY(st, take_term(r, s->subject, &t.subject));
  PQ_TRY(st, take_term(r, s->predicate, &t.predicate));
  PQ_TRY(st, take_term(r, s->object, &t.object));
  PQ_TRY(st, take_graph(r, s->graph));
  return pq_rdf_add(rdf, &t);
}

static void take_statement(void *user, raptor_statement *statement) {
  pq_rdf_reader *const r = user;
  if (r->status) return;
  const pq_status st = take_triple(r, statement);
  if (st == PQ_BAD_ENCODING) {
    const pq_place at = {.file = r->file,
                         .line =
                             line_of(r->raptor.parser_get_locator(r->parser))};
    (void)pq_fail(r->sink, st, "check.encoding", at,
                  "a text is no UTF-8, or holds NUL; write the file anew");
  }
  r->status = st;
  if (st) r->raptor.parser_parse_abort(r->parser);
}

static pq_status open_parser(pq_rdf_reader *r, const char *syntax) {
  if (pq_module_find(&library, &r->raptor)) {
    return pq_module_miss(&library, r->sink, PQ_BAD_READ);
  }
  r->world = r->raptor.new_world_internal(RAPTOR_VERSION);
  if (!r->world) return PQ_NO_MEM;
  (void)r->raptor.world_set_flag(r->world,
                                 RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
  if (r->raptor.world_open(r->world)) return PQ_NO_MEM;
  (void)r->raptor.world_set_log_handler(r->world, r, take_mistake);
  r->parser = r->raptor.new_parser(r->world, syntax);
  if (!r->parser) return r->status ? r->status : PQ_NO_MEM;
  static const raptor_option closed[] = {RAPTOR_OPTION_NO_NET,
                                         RAPTOR_OPTION_NO_FILE};
  for (size_t i = 0; i < sizeof closed / sizeof closed[0]; ++i) {
    (void)r->raptor.parser_set_option(r->parser, closed[i], NULL, 1);
  }
  (void)r->raptor.parser_set_option(
      r->parser, RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, NULL, 0);
  r->raptor.parser_set_statement_handler(r->parser, r, take_statement);
  /* A base that no file has: what is relative to it is found out. */
  raptor_uri *const base =
      r->raptor.new_uri(r->world, (const unsigned char *)"relative:/");
  if (!base) return PQ_NO_MEM;
  const int failed = r->raptor.parser_parse_start(r->parser, base);
  r->raptor.free_uri(base);
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
  return settle(r,
                r->raptor.parser_parse_chunk(
                    r->parser, (const unsigned char *)bytes.ptr, bytes.len, 0));
}

pq_status pq_rdf_reader_end(pq_rdf_reader *r) {
  pq_status st = r->status;
  if (!st) st = settle(r, r->raptor.parser_parse_chunk(r->parser, NULL, 0, 1));
  if (!st) pq_rdf_settle(r->rdf);
  return st;
}

void pq_rdf_reader_close(pq_rdf_reader *r) {
  if (!r) return;
  if (r->parser) r->raptor.free_parser(r->parser);
  if (r->world) r->raptor.free_world(r->world);
  pq_free(r->rdf->alloc, r);
}
