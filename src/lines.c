#include "lines.h"

#include "lines_nodes.h"

#include "base/note.h"
#include "graph/name.h"
#include "read/json.h"
#include "write/line.h"

/* One line in the making. */
typedef struct taking {
  pq_lines *lines;
  const pq_raw *raw;
  const pq_json *line;
  pq_record record;     /* its id; then one work and its reference */
  pq_graph graph;       /* names of these */
  pq_node_reader nodes; /* of what a full line has */
  pq_rdf_id stated, evidence, document;
  bool full, cites;
} taking;

void pq_lines_open(pq_lines *l, pq_rdf *rdf, pq_view base,
                   const pq_sink *sink) {
  *l = (pq_lines){.rdf = rdf, .maker = {.base = base}, .sink = sink};
  pq_arena_init(&l->arena, rdf->alloc, 0);
  pq_buf_init(&l->room, rdf->alloc);
}

void pq_lines_close(pq_lines *l) {
  pq_arena_clear(&l->arena);
  pq_buf_clear(&l->room);
}

/* `{"record":`, with white space or without. */
bool pq_lines_know(pq_view bytes) {
  static const char *const tokens[] = {"{", "\"record\"", ":"};
  for (size_t i = 0; i < sizeof tokens / sizeof *tokens; ++i) {
    const pq_view token = pq_view_of(tokens[i]);
    while (bytes.len && pq_is_space(*bytes.ptr)) {
      bytes = pq_view_skip(bytes, 1);
    }
    if (!pq_view_starts(bytes, token)) return false;
    bytes = pq_view_skip(bytes, token.len);
  }
  return true;
}

/* ---- what a line has ---- */

static pq_status refuse(const taking *t, const char *key) {
  return pq_fail(t->lines->sink, PQ_BAD_SYNTAX, "ask.claim-line", t->raw->place,
                 "no claim line as pathquill writes it: its %s is missing or"
                 " wrong",
                 key);
}

static bool is_kind(const pq_json *value, pq_json_kind kind) {
  return value && value->kind == kind;
}

static pq_view text_at(const pq_json *object, const char *key) {
  const pq_json *const value = pq_json_at(object, key);
  return is_kind(value, PQ_JSON_TEXT) ? value->text : PQ_LIT("");
}

static const pq_json *first_of(const pq_json *object, const char *key) {
  const pq_json *const list = pq_json_at(object, key);
  return is_kind(list, PQ_JSON_LIST) ? list->child : NULL;
}

static pq_status check(const taking *t) {
  static const struct {
    const char *key;
    pq_json_kind kind;
  } wanted[] = {{"record", PQ_JSON_TEXT},     {"id", PQ_JSON_TEXT},
                {"kind", PQ_JSON_TEXT},       {"label", PQ_JSON_TEXT},
                {"directness", PQ_JSON_TEXT}, {"negated", PQ_JSON_BOOL},
                {"status", PQ_JSON_TEXT},     {"alternatives", PQ_JSON_LIST},
                {"source", PQ_JSON_TEXT},     {"span", PQ_JSON_LIST},
                {"quote", PQ_JSON_TEXT},      {"cues", PQ_JSON_LIST},
                {"citations", PQ_JSON_LIST}};
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; ++i) {
    const pq_json *const value = pq_json_at(t->line, wanted[i].key);
    if (!is_kind(value, wanted[i].kind)) return refuse(t, wanted[i].key);
  }
  if (t->record.stable_id.len || t->full) return PQ_OK;
  return pq_fail(t->lines->sink, PQ_BAD_SYNTAX, "ask.claim-line", t->raw->place,
                 "this claim line has no record, so that its text and its works"
                 " have no names; ask the text itself, RDF (--to nq), or lines"
                 " that extract --full wrote");
}

/* ---- statements ---- */

static pq_status add(taking *t, pq_rdf_id subject, pq_term predicate,
                     pq_rdf_id object) {
  return pq_node_say(&t->nodes, subject, predicate, object);
}

static pq_status term_of(taking *t, pq_rdf_kind kind, pq_view text,
                         pq_rdf_id *out) {
  const pq_rdf_term term = {.kind = kind, .text = text};
  return pq_rdf_add_term(t->lines->rdf, &term, out);
}

static pq_status add_text(taking *t, pq_rdf_id subject, pq_term predicate,
                          pq_view text) {
  pq_status st = PQ_OK;
  pq_rdf_id id = 0;
  PQ_TRY(st, term_of(t, PQ_RDF_LITERAL, text, &id));
  return add(t, subject, predicate, id);
}

static pq_status add_iri(taking *t, pq_rdf_id subject, pq_term predicate,
                         pq_view iri) {
  pq_status st = PQ_OK;
  pq_rdf_id id = 0;
  PQ_TRY(st, term_of(t, PQ_RDF_IRI, iri, &id));
  return add(t, subject, predicate, id);
}

static pq_status add_true(taking *t, pq_rdf_id subject, pq_term predicate,
                          bool truth) {
  pq_status st = PQ_OK;
  const pq_rdf_term said = {.kind = PQ_RDF_LITERAL,
                            .text = truth ? PQ_LIT("true") : PQ_LIT("false"),
                            .type = pq_rdf_of(PQ_TERM_BOOLEAN)};
  pq_rdf_id id = 0;
  PQ_TRY(st, pq_rdf_add_term(t->lines->rdf, &said, &id));
  return add(t, subject, predicate, id);
}

/* ---- what a full line has ---- */

/* The short name at a key of an object; 0 if there is none. */
static pq_status name_at(taking *t, const pq_json *object, const char *key,
                         pq_rdf_id *out) {
  const pq_view name = text_at(object, key);
  *out = 0;
  return name.len ? pq_node_name(&t->nodes, name, out) : PQ_OK;
}

/* The ends of a claim or question, the thing of a passage. */
static pq_status take_ends(taking *t, pq_rdf_id subject) {
  static const struct {
    const char *key;
    pq_term predicate;
  } ends[] = {{"subject", PQ_TERM_SUBJECT},
              {"predicate", PQ_TERM_PREDICATE},
              {"object", PQ_TERM_OBJECT},
              {"about", PQ_TERM_DC_SUBJECT}};
  pq_status st = PQ_OK;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; ++i) {
    pq_rdf_id end = 0;
    PQ_TRY(st, name_at(t, t->line, ends[i].key, &end));
    if (end) PQ_TRY(st, add(t, subject, ends[i].predicate, end));
  }
  return PQ_OK;
}

/* Where the evidence, or the passage, stands. */
static pq_status take_place(taking *t) {
  pq_status st = PQ_OK;
  const pq_json *const begin = first_of(t->line, "span");
  if (!is_kind(begin, PQ_JSON_INTEGER) ||
      !is_kind(begin->next, PQ_JSON_INTEGER)) {
    return refuse(t, "span");
  }
  PQ_TRY(st, add(t, t->evidence, PQ_TERM_REFERENCE_CONTEXT, t->document));
  PQ_TRY(st, pq_node_number(&t->nodes, t->evidence, PQ_TERM_BEGIN_INDEX,
                            begin->text));
  return pq_node_number(&t->nodes, t->evidence, PQ_TERM_END_INDEX,
                        begin->next->text);
}

static pq_status take_nodes(taking *t) {
  pq_status st = PQ_OK;
  PQ_TRY(st, name_at(t, t->line, "document", &t->document));
  st = pq_nodes_take(&t->nodes, pq_json_at(t->line, "nodes"));
  return st == PQ_BAD_SYNTAX ? refuse(t, "nodes") : st;
}

/* ---- works ---- */

/* As the desk had it when it named the work. */
static bool read_work(const pq_json *c, bool prose, pq_work *w,
                      pq_reference *ref) {
  const pq_view text = text_at(c, "text");
  const pq_view suffix = text_at(c, "suffix");
  const bool other = pq_json_at(c, "et_al") != NULL;
  const pq_json *const year = pq_json_at(c, "year");
  for (const pq_json *a = first_of(c, "authors"); a; a = a->next) {
    if (a->kind != PQ_JSON_TEXT || w->n_authors == PQ_AUTHORS_MOST) {
      return false;
    }
    w->authors[w->n_authors++] = a->text;
  }
  for (size_t i = 0; year && i < year->text.len; ++i) {
    if (!pq_is_digit(year->text.ptr[i])) return false;
    w->year = w->year * 10 + (uint32_t)(year->text.ptr[i] - '0');
    if (w->year > 9999) return false;
  }
  w->et_al = pq_citation_has_others(text) != other;
  if (suffix.len) w->letter = *suffix.ptr;
  ref->pmid = text_at(c, "pmid");
  ref->doi = text_at(c, "doi");
  w->n_fits = ref->pmid.len || ref->doi.len;
  w->maybe = !w->n_fits && (prose ? pq_json_at(c, "fits") != NULL
                                  : !pq_json_at(c, "unlisted"));
  const bool own =
      pq_json_at(c, "own") != NULL; /* the paper itself: no words */
  return (text.len || own) && suffix.len <= 1;
}

static pq_status add_pubmed(taking *t, pq_rdf_id work, pq_view pmid) {
  pq_status st = PQ_OK;
  pq_buf *const room = &t->lines->room;
  pq_buf_reset(room);
  pq_put_space(room, &t->graph, PQ_PREFIX_PUBMED);
  pq_buf_put(room, pmid);
  if (room->status) return room->status;
  PQ_TRY(st, add_iri(t, work, PQ_TERM_EXACT_MATCH, pq_buf_view(room)));
  return PQ_OK;
}

static pq_status name_work(taking *t, pq_work *w, pq_reference *ref,
                           pq_name *name) {
  pq_namer namer = {.g = &t->graph};
  t->record.works.at = w;
  t->record.works.n = 1;
  t->record.references.at = ref;
  t->record.references.n = w->n_fits;
  t->graph.works = name;
  pq_buf_init(&namer.room, t->lines->rdf->alloc);
  const pq_status st = pq_name_work(&namer, 0, 0);
  pq_buf_clear(&namer.room);
  return st;
}

static pq_status describe_work(taking *t, const pq_json *c, pq_rdf_id work,
                               pq_view usual_label) {
  pq_status st = PQ_OK;
  const pq_view label = text_at(c, "label");
  const pq_view pmid = text_at(c, "pmid");
  PQ_TRY(st, add_text(t, work, PQ_TERM_LABEL, label.len ? label : usual_label));
  return pmid.len ? add_pubmed(t, work, pmid) : PQ_OK;
}

/* `*out` is 0 for one without a year: "in press" is no work. */
static pq_status take_work(taking *t, const pq_json *c, pq_rdf_id *out) {
  pq_status st = PQ_OK;
  pq_work w = {.n_authors = 0};
  pq_reference ref = {.found = 0};
  pq_name name;
  const bool prose = pq_view_same(text_at(t->line, "source"),
                                  pq_view_of(pq_source_word(PQ_SOURCE_FILE)));
  *out = 0;
  if (!read_work(c, prose, &w, &ref)) return refuse(t, "citation");
  if (!w.year) return PQ_OK;
  PQ_TRY(st, name_work(t, &w, &ref, &name));
  PQ_TRY(st, name_at(t, c, "work", out));
  if (!*out) PQ_TRY(st, term_of(t, PQ_RDF_IRI, name.iri, out));
  return describe_work(t, c, *out, name.label);
}

static pq_status take_citation(taking *t, const pq_json *c) {
  pq_status st = PQ_OK;
  pq_rdf_id work = 0;
  const bool review = pq_view_same(text_at(c, "role"), PQ_LIT("review"));
  PQ_TRY(st, take_work(t, c, &work));
  /* Of a plain passage the label of its work is all. */
  if (!work || !t->evidence) return PQ_OK;
  t->cites = true;
  return add(t, t->evidence,
             review ? PQ_TERM_CITES_AUTHORITY : PQ_TERM_CITES_EVIDENCE, work);
}

/* ---- the parts of a line ---- */

/* The place and what is said there; `which` of those that are alike.  A full
 * line has the name itself. */
static pq_status name_evidence(taking *t, const pq_json *e, uint32_t which) {
  pq_status st = PQ_OK;
  pq_buf *const room = &t->lines->room;
  const pq_json *const begin = first_of(t->line, "span");
  if (t->full) {
    PQ_TRY(st, name_at(t, e, "evidence", &t->evidence));
    return t->evidence ? take_place(t) : refuse(t, "evidence");
  }
  if (!begin || !begin->next) return refuse(t, "span");
  pq_buf_reset(room);
  pq_buf_put(room, t->record.stable_id);
  pq_buf_char(room, ' ');
  pq_buf_put(room, text_at(t->line, "source"));
  for (const pq_json *n = begin; n; n = n->next) {
    pq_buf_char(room, ' ');
    pq_buf_put(room, n->text);
  }
  pq_buf_char(room, ' ');
  pq_buf_number(room, which);
  pq_buf_char(room, ' ');
  pq_buf_put(room, text_at(t->line, "id"));
  if (room->status) return room->status;
  return term_of(t, PQ_RDF_BLANK, pq_buf_view(room), &t->evidence);
}

static pq_status take_stated(taking *t) {
  pq_status st = PQ_OK;
  const pq_view direct = text_at(t->line, "directness");
  const bool directly = pq_view_same(direct, PQ_LIT("direct"));
  PQ_TRY(st, add_text(t, t->stated, PQ_TERM_LABEL, text_at(t->line, "label")));
  for (const pq_json *a = first_of(t->line, "alternatives"); a; a = a->next) {
    PQ_TRY(st, add_iri(t, t->stated, PQ_TERM_ALTERNATIVE_OF, a->text));
  }
  PQ_TRY(st, take_ends(t, t->stated));
  if (pq_json_at(t->line, "negated")->text.len == 4) {
    PQ_TRY(st, add_true(t, t->stated, PQ_TERM_NEGATED, true));
  }
  if (!directly && !pq_view_same(direct, PQ_LIT("indirect"))) return PQ_OK;
  return add_true(t, t->stated, PQ_TERM_DIRECT, directly);
}

static pq_status take_status(taking *t, const pq_json *e) {
  const pq_view word = text_at(e, "status");
  for (int i = 0; i < PQ_N_STANCES; ++i) {
    if (!pq_view_same(word, pq_view_of(pq_stance_word((pq_stance)i)))) continue;
    return add(t, t->evidence, PQ_TERM_STATUS,
               pq_rdf_of((pq_term)(PQ_TERM_ASSERTED + i)));
  }
  return refuse(t, "status");
}

static pq_status take_citations(taking *t, const pq_json *e) {
  pq_status st = PQ_OK;
  for (const pq_json *c = first_of(e, "citations"); c; c = c->next) {
    PQ_TRY(st, take_citation(t, c));
  }
  return PQ_OK;
}

static pq_status take_evidence(taking *t, const pq_json *e) {
  pq_status st = PQ_OK;
  t->cites = false;
  PQ_TRY(st, add(t, t->evidence, PQ_TERM_STATES, t->stated));
  PQ_TRY(st, take_status(t, e));
  PQ_TRY(st, add_text(t, t->evidence, PQ_TERM_ANCHOR_OF,
                      text_at(t->line, "quote")));
  for (const pq_json *c = first_of(e, "cues"); c; c = c->next) {
    pq_view words;
    PQ_TRY(st, pq_arena_line(&t->lines->arena, text_at(c, "text"), &words));
    PQ_TRY(st, add_text(t, t->evidence, PQ_TERM_CUE, words));
  }
  PQ_TRY(st, take_citations(t, e));
  return add(t, t->evidence, PQ_TERM_TYPE,
             pq_rdf_of(t->cites ? PQ_TERM_TRACEABLE : PQ_TERM_NOT_TRACEABLE));
}

/* The line's own evidence, and others that it stands for. */
static pq_status take_all_evidence(taking *t) {
  pq_status st = PQ_OK;
  uint32_t n = 0;
  PQ_TRY(st, name_evidence(t, t->line, n));
  PQ_TRY(st, take_evidence(t, t->line));
  for (const pq_json *e = first_of(t->line, "also"); e; e = e->next) {
    PQ_TRY(st, name_evidence(t, e, ++n));
    PQ_TRY(st, take_evidence(t, e));
  }
  return PQ_OK;
}

/* A passage states nothing.  Its works are all that a line has of it, unless
 * it is full: then it is a place that cites. */
static pq_status take_passage(taking *t, pq_view id) {
  pq_status st = PQ_OK;
  if (!t->full) return take_citations(t, t->line);
  PQ_TRY(st, term_of(t, PQ_RDF_IRI, id, &t->evidence));
  PQ_TRY(st, add(t, t->evidence, PQ_TERM_TYPE, pq_rdf_of(PQ_TERM_PASSAGE)));
  PQ_TRY(st,
         add_text(t, t->evidence, PQ_TERM_LABEL, text_at(t->line, "label")));
  PQ_TRY(st, add_text(t, t->evidence, PQ_TERM_ANCHOR_OF,
                      text_at(t->line, "quote")));
  PQ_TRY(st, take_ends(t, t->evidence));
  PQ_TRY(st, take_place(t));
  return take_citations(t, t->line);
}

/* The name space of an id tells what it is. */
static pq_status take(taking *t) {
  static const struct {
    pq_prefix_id prefix;
    pq_term type; /* of what is stated */
  } kinds[] = {{PQ_PREFIX_CLAIM, PQ_TERM_CLAIM},
               {PQ_PREFIX_QUESTION, PQ_TERM_OPEN_QUESTION},
               {PQ_PREFIX_DISPUTE, PQ_TERM_DISPUTE},
               {PQ_PREFIX_PASSAGE, PQ_TERM_PASSAGE}};
  pq_status st = PQ_OK;
  const pq_view id = text_at(t->line, "id");
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; ++i) {
    pq_buf_reset(&t->lines->room);
    pq_put_space(&t->lines->room, &t->graph, kinds[i].prefix);
    if (t->lines->room.status) return t->lines->room.status;
    if (!pq_view_starts(id, pq_buf_view(&t->lines->room))) continue;
    if (t->full) PQ_TRY(st, take_nodes(t));
    if (kinds[i].type == PQ_TERM_PASSAGE) return take_passage(t, id);
    PQ_TRY(st, term_of(t, PQ_RDF_IRI, id, &t->stated));
    PQ_TRY(st, add(t, t->stated, PQ_TERM_TYPE, pq_rdf_of(kinds[i].type)));
    PQ_TRY(st, take_stated(t));
    return take_all_evidence(t);
  }
  return pq_fail(t->lines->sink, PQ_BAD_SYNTAX, "ask.claim-line", t->raw->place,
                 "its id is none that pathquill gave under <%.*s>; was it"
                 " written with another --base?",
                 pq_view_width(t->lines->maker.base), t->lines->maker.base.ptr);
}

pq_status pq_lines_take(pq_lines *l, const pq_raw *raw) {
  pq_status st = PQ_OK;
  bool sure = false;
  pq_json *line = NULL;
  taking t = {.lines = l, .raw = raw};
  pq_arena_reset(&l->arena);
  PQ_TRY(st, pq_json_read(&l->arena, raw->bytes, &line, &sure));
  if (!line || !sure) return refuse(&t, "JSON");
  t.line = line;
  t.full = text_at(line, "document").len > 0;
  if (l->full_only && !t.full) return PQ_BAD_ARG;
  t.nodes = (pq_node_reader){.rdf = l->rdf,
                             .base = l->maker.base,
                             .room = &l->room,
                             .line = raw->place.line};
  t.record.stable_id = text_at(line, "record");
  t.graph =
      (pq_graph){.arena = &l->arena, .record = &t.record, .maker = &l->maker};
  st = check(&t);
  if (!st) st = take(&t);
  if (st == PQ_BAD_ENCODING) return refuse(&t, "text");
  if (st != PQ_LIMIT) return st;
  return pq_fail(l->sink, st, "ask.too-large", raw->place,
                 "that are more statements than a graph may have");
}
