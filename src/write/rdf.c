#include "rdf.h"

#include "out.h"

#include "base/module.h"

#include <raptor2.h>

/* What is called of raptor, without "raptor_"; see module.h. */
#define CALLS(F)                      \
  F(free_iostream)                    \
  F(free_serializer)                  \
  F(free_uri)                         \
  F(free_world)                       \
  F(new_iostream_from_handler)        \
  F(new_serializer)                   \
  F(new_term_from_counted_literal)    \
  F(new_term_from_counted_uri_string) \
  F(new_uri)                          \
  F(new_uri_from_counted_string)      \
  F(new_world_internal)               \
  F(serializer_serialize_end)         \
  F(serializer_serialize_statement)   \
  F(serializer_set_namespace)         \
  F(serializer_set_option)            \
  F(serializer_start_to_iostream)     \
  F(statement_clear)                  \
  F(statement_init)                   \
  F(world_open)                       \
  F(world_set_flag)                   \
  F(world_set_log_handler)
#define MEMBER(name) __typeof__ (&raptor_##name)(name);
#define NAME(name)   "raptor_" #name,
typedef struct calls {
  CALLS(MEMBER)
} calls;

static const char *const names[] = {CALLS(NAME)};

static const pq_module library = {PQ_RAPTOR_FILE, "libraptor2-0", names,
                                  sizeof names / sizeof *names};

/* Name spaces whose terms may become elements.  Those of OBO share one, because
 * no XML name begins with a digit. */
static const struct {
  const char *name, *space;
} spaces[] = {
    {"pq", "https://w3id.org/pathquill/ns#"},
    {"obo", "http://purl.obolibrary.org/obo/"},
    {"biolink", "https://w3id.org/biolink/vocab/"},
    {"bp", "http://www.biopax.org/release/biopax-level3.owl#"},
    {"faldo", "http://biohackathon.org/resource/faldo#"},
    {"nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"},
    {"cito", "http://purl.org/spar/cito/"},
    {"fabio", "http://purl.org/spar/fabio/"},
    {"c4o", "http://purl.org/spar/c4o/"},
    {"itsrdf", "http://www.w3.org/2005/11/its/rdf#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
};

enum {
  N_SPACES = sizeof spaces / sizeof spaces[0]
};

/* A document in the making. */
typedef struct sheet {
  calls raptor;
  raptor_world *world;
  raptor_serializer *serializer;
  pq_buf *out;
  pq_buf clean; /* a literal without control characters */
  bool used[N_SPACES];
} sheet;

/* ---- bytes out ---- */

static int put_byte(void *user, const int byte) {
  pq_buf *const out = user;
  pq_buf_char(out, (char)byte);
  return out->status ? 1 : 0;
}

static int put_bytes(void *user, const void *bytes, size_t size, size_t n) {
  pq_buf *const out = user;
  pq_buf_put(out, (pq_view){bytes, size * n});
  return out->status ? -1 : (int)n;
}

static int end_bytes(void *user) {
  (void)user;
  return 0;
}

static const raptor_iostream_handler to_buffer = {
    .version = 2,
    .write_byte = put_byte,
    .write_bytes = put_bytes,
    .write_end = end_bytes,
};

/* ---- name spaces in use ---- */

static void note_space(sheet *s, pq_view iri) {
  for (size_t i = 0; i < N_SPACES; ++i) {
    const pq_view space = pq_view_of(spaces[i].space);
    if (pq_view_starts(iri, space)) s->used[i] = true;
  }
}

static pq_status note_triple(void *user, const pq_triple *t) {
  sheet *const s = user;
  note_space(s, t->predicate);
  if (pq_term_of(t->predicate) == PQ_TERM_TYPE) note_space(s, t->object);
  return PQ_OK;
}

static pq_status declare_spaces(sheet *s) {
  for (size_t i = 0; i < N_SPACES; ++i) {
    if (!s->used[i]) continue;
    raptor_uri *const uri =
        s->raptor.new_uri(s->world, (const unsigned char *)spaces[i].space);
    if (!uri) return PQ_NO_MEM;
    const int failed = s->raptor.serializer_set_namespace(
        s->serializer, uri, (const unsigned char *)spaces[i].name);
    s->raptor.free_uri(uri);
    if (failed) return PQ_NO_MEM;
  }
  return PQ_OK;
}

/* ---- statements ---- */

static raptor_term *new_iri(const sheet *s, pq_view iri) {
  return s->raptor.new_term_from_counted_uri_string(
      s->world, (const unsigned char *)iri.ptr, iri.len);
}

/* Bytes of a character at the beginning that XML cannot hold, and at which
 * raptor would end the text: a control, U+FFFE or U+FFFF. */
static size_t forbidden_at(pq_view text) {
  const unsigned char u = (unsigned char)text.ptr[0];
  if (u == 0x7F) return 1;
  if (u < 0x20) return u == '\t' || u == '\n' || u == '\r' ? 0 : 1;
  return pq_view_starts(text, PQ_LIT("\xEF\xBF\xBE")) ||
                 pq_view_starts(text, PQ_LIT("\xEF\xBF\xBF"))
             ? 3
             : 0;
}

static pq_view clean_text(sheet *s, pq_view text) {
  pq_buf_reset(&s->clean);
  size_t plain = 0;
  for (size_t i = 0; i < text.len; ++i) {
    const size_t n = forbidden_at(pq_view_skip(text, i));
    if (!n) continue;
    pq_buf_put(&s->clean, (pq_view){text.ptr + plain, i - plain});
    pq_buf_text(&s->clean, "\xEF\xBF\xBD");
    plain = i + n;
    i = plain - 1;
  }
  if (!plain) return text;
  pq_buf_put(&s->clean, pq_view_skip(text, plain));
  return pq_buf_view(&s->clean);
}

static raptor_term *new_object(sheet *s, const pq_triple *t) {
  static const pq_term types[] = {[PQ_INTEGER] = PQ_TERM_INTEGER,
                                  [PQ_DECIMAL] = PQ_TERM_DECIMAL,
                                  [PQ_BOOLEAN] = PQ_TERM_BOOLEAN,
                                  [PQ_YEAR] = PQ_TERM_YEAR};
  if (t->literal == PQ_IRI) return new_iri(s, t->object);
  raptor_uri *type = NULL;
  if (t->literal != PQ_PLAIN) {
    const pq_view iri = pq_term_iri(types[t->literal]);
    type = s->raptor.new_uri_from_counted_string(
        s->world, (const unsigned char *)iri.ptr, iri.len);
    if (!type) return NULL;
  }
  const pq_view text = clean_text(s, t->object);
  raptor_term *const term = s->raptor.new_term_from_counted_literal(
      s->world, (const unsigned char *)text.ptr, text.len, type, NULL, 0);
  if (type) s->raptor.free_uri(type);
  return s->clean.status ? NULL : term;
}

static pq_status write_triple(void *user, const pq_triple *t) {
  sheet *const s = user;
  raptor_statement statement;
  s->raptor.statement_init(&statement, s->world);
  statement.subject = new_iri(s, t->subject);
  statement.predicate = new_iri(s, t->predicate);
  statement.object = new_object(s, t);
  const bool whole =
      statement.subject && statement.predicate && statement.object;
  const bool failed = !whole || s->raptor.serializer_serialize_statement(
                                    s->serializer, &statement);
  s->raptor.statement_clear(&statement);
  return failed ? PQ_NO_MEM : PQ_OK;
}

/* ---- the document ---- */

/* What cannot be said in XML 1.0 is replaced before raptor sees it; a library
 * prints nothing. */
static void keep_quiet(void *user, raptor_log_message *message) {
  (void)user;
  (void)message;
}

static pq_status open_sheet(sheet *s, const pq_graph *g) {
  pq_status st = PQ_OK;
  const pq_triple_sink notes = {s, note_triple};
  PQ_TRY(st, pq_module_find(&library, &s->raptor) ? PQ_BAD_WRITE : PQ_OK);
  PQ_TRY(st, pq_graph_walk(g, &notes));
  s->world = s->raptor.new_world_internal(RAPTOR_VERSION);
  if (!s->world) return PQ_NO_MEM;
  (void)s->raptor.world_set_log_handler(s->world, NULL, keep_quiet);
  /* No network: nothing of it is set up. */
  (void)s->raptor.world_set_flag(s->world,
                                 RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
  if (s->raptor.world_open(s->world)) return PQ_NO_MEM;
  s->serializer = s->raptor.new_serializer(s->world, "rdfxml-abbrev");
  if (!s->serializer) return PQ_NO_MEM;
  (void)s->raptor.serializer_set_option(s->serializer,
                                        RAPTOR_OPTION_RELATIVE_URIS, NULL, 0);
  return declare_spaces(s);
}

static pq_status fill_sheet(sheet *s, const pq_graph *g) {
  pq_status st = PQ_OK;
  const pq_triple_sink triples = {s, write_triple};
  raptor_iostream *const stream =
      s->raptor.new_iostream_from_handler(s->world, s->out, &to_buffer);
  if (!stream) return PQ_NO_MEM;
  if (s->raptor.serializer_start_to_iostream(s->serializer, NULL, stream)) {
    st = PQ_NO_MEM;
  }
  if (!st) st = pq_graph_walk(g, &triples);
  if (s->raptor.serializer_serialize_end(s->serializer) && !st) st = PQ_NO_MEM;
  s->raptor.free_iostream(stream);
  return st;
}

pq_status pq_write_rdfxml(const pq_graph *g, pq_buf *out) {
  sheet s = {.out = out};
  pq_buf_init(&s.clean, out->alloc);
  pq_status st = open_sheet(&s, g);
  if (!st) st = fill_sheet(&s, g);
  if (s.serializer) s.raptor.free_serializer(s.serializer);
  if (s.world) s.raptor.free_world(s.world);
  pq_buf_clear(&s.clean);
  return st ? st : out->status;
}

pq_status pq_rdfxml_ready(const pq_sink *sink) {
  calls raptor;
  return pq_module_find(&library, &raptor)
             ? pq_module_miss(&library, sink, PQ_BAD_WRITE)
             : PQ_OK;
}

/* ---- many records in one document ---- */

void pq_rdfxml_head(pq_buf *out) {
  pq_buf_text(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rdf:RDF "
                   "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"");
  for (size_t i = 0; i < N_SPACES; ++i) {
    pq_buf_text(out, "\n   xmlns:");
    pq_buf_text(out, spaces[i].name);
    pq_buf_text(out, "=\"");
    pq_out_xml(out, pq_view_of(spaces[i].space));
    pq_buf_char(out, '"');
  }
  pq_buf_text(out, ">\n");
}

void pq_rdfxml_tail(pq_buf *out) {
  pq_buf_text(out, "</rdf:RDF>\n");
}

/* What stands between the first tag and the last: raptor writes one document a
 * graph, and no name space outside of its first tag. */
static pq_view elements_of(pq_view document) {
  const pq_view first = PQ_LIT("<rdf:RDF");
  const pq_view last = PQ_LIT("</rdf:RDF>\n");
  pq_view rest = pq_view_skip(document, pq_view_find(document, '\n') + 1);
  if (!pq_view_starts(rest, first) || !pq_view_ends(rest, last)) {
    return (pq_view){NULL, 0};
  }
  rest = pq_view_skip(rest, pq_view_find(rest, '>') + 2);
  return pq_view_head(rest, rest.len - last.len);
}

pq_status pq_stream_rdfxml(const pq_graph *g, pq_buf *out) {
  pq_buf whole;
  pq_buf_init(&whole, out->alloc);
  pq_status st = pq_write_rdfxml(g, &whole);
  if (!st) {
    const pq_view elements = elements_of(pq_buf_view(&whole));
    if (!elements.ptr) st = PQ_INTERNAL;
    pq_buf_put(out, elements);
  }
  pq_buf_clear(&whole);
  return st ? st : out->status;
}
