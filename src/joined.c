#include "joined.h"

#include "feed.h"

#include "base/alloc.h"
#include "base/inlet.h"
#include "base/note.h"
#include "read/sentence.h"
#include "write/write.h"

pq_status pq_joined_open(pq_joined *joined, pq_alloc *alloc,
                         const pq_sink *sink) {
  pq_status st = PQ_OK;
  *joined = (pq_joined){.sink = sink};
  PQ_TRY(st, pq_rdf_open(&joined->rdf, alloc));
  pq_buf_init(&joined->bytes, alloc);
  pq_quads_open(&joined->quads, &joined->rdf, PQ_LIT("records"), sink);
  return PQ_OK;
}

void pq_joined_close(pq_joined *joined) {
  pq_free(joined->rdf.alloc, joined->named);
  pq_quads_close(&joined->quads);
  pq_buf_clear(&joined->bytes);
  pq_rdf_close(&joined->rdf);
}

/* ---- lines of N-Quads ---- */

static pq_status keep_quad(pq_joined *joined, const pq_rdf_quad *q) {
  if (joined->n_named == joined->cap_named) {
    const uint32_t cap = joined->cap_named ? 2 * joined->cap_named : 256;
    if (cap < joined->cap_named) return PQ_LIMIT;
    void *const grown = pq_realloc(joined->rdf.alloc, joined->named,
                                   cap * sizeof *joined->named);
    if (!grown) return PQ_NO_MEM;
    joined->named = grown;
    joined->cap_named = cap;
  }
  joined->named[joined->n_named++] = *q;
  return PQ_OK;
}

static pq_status take_line(pq_joined *joined, pq_quads *quads, pq_view line,
                           uint32_t number) {
  pq_status st = PQ_OK;
  const uint32_t n = joined->rdf.n_triples;
  PQ_TRY(st, pq_quads_line(quads, line, number));
  if (joined->rdf.n_triples == n || !quads->graph) return PQ_OK;
  const pq_rdf_triple *const t = &joined->rdf.triples[n];
  return keep_quad(joined, &(pq_rdf_quad){t->subject, t->predicate, t->object,
                                          quads->graph});
}

static pq_status take_lines(pq_joined *joined, pq_quads *quads, pq_inlet *in) {
  for (;;) {
    pq_view line;
    uint32_t number = 0;
    pq_status st = pq_inlet_line(in, &line, &number);
    if (st == PQ_END) return PQ_OK;
    if (st == PQ_NO_MEM) return st;
    if (st) {
      const pq_place at = {.file = quads->file, .line = number};
      return pq_fail(joined->sink, st, "draw.unread", at, "%s",
                     st == PQ_LIMIT ? "the line is longer than 4 MiB"
                                    : "cannot read the file");
    }
    PQ_TRY(st, take_line(joined, quads, line, number));
  }
}

static pq_status take_quads(pq_joined *joined, const char *path) {
  pq_quads quads;
  pq_inlet in;
  const pq_place at = {.file = pq_view_of(path)};
  pq_quads_open(&quads, &joined->rdf, at.file, joined->sink);
  pq_inlet_init(&in, joined->rdf.alloc);
  pq_status st = pq_inlet_open(&in, path, PQ_FILE_NAMED);
  st = st ? pq_fail(joined->sink, st, "draw.unread", at, "cannot open the file")
          : take_lines(joined, &quads, &in);
  pq_inlet_clear(&in);
  pq_quads_close(&quads);
  return st;
}

static pq_status take_file(pq_joined *joined, const char *path) {
  return pq_view_ends(pq_view_of(path), PQ_LIT(".nq"))
             ? take_quads(joined, path)
             : pq_feed_bulk(&joined->rdf, path, joined->sink);
}

pq_status pq_joined_files(pq_joined *joined, const pq_inputs *inputs) {
  for (size_t i = 0; i < inputs->n_paths; ++i) {
    if (!pq_rdf_syntax(pq_view_of(inputs->paths[i]))) continue;
    const pq_status st = take_file(joined, inputs->paths[i]);
    const bool told = st == PQ_BAD_SYNTAX || st == PQ_BAD_ENCODING;
    if (st) return told ? PQ_BAD_READ : st;
  }
  return PQ_OK;
}

pq_status pq_joined_graph(pq_joined *joined, const pq_graph *g) {
  pq_status st = PQ_OK;
  pq_buf_reset(&joined->bytes);
  PQ_TRY(st, pq_write_nquads(g, &joined->bytes));
  if (joined->bytes.status) return joined->bytes.status;
  return pq_quads_text(&joined->quads, pq_buf_view(&joined->bytes));
}

/* ---- sentences ---- */

static pq_status cut_file(const pq_engine *engine, pq_record *r,
                          pq_text_id text, pq_raw_format format) {
  pq_status st = PQ_OK;
  pq_record read;
  const pq_raw raw = {.bytes = r->texts.at[text].bytes, .format = format};
  PQ_TRY(st, pq_store_begin(&read, r->arena, NULL));
  PQ_TRY(st, pq_read_record(&read, &raw, &engine->stops));
  for (uint32_t i = 0; i < read.sentences.n; ++i) {
    pq_sentence one = read.sentences.at[i];
    one.text = text;
    PQ_PUSH(r->arena, &r->sentences, one);
  }
  return PQ_OK;
}

/* As it was cut when it was read; what cannot be read again is prose. */
static pq_status cut(void *user, pq_record *r, pq_text_id text) {
  const pq_engine *const engine = user;
  const pq_text *const t = &r->texts.at[text];
  const bool title = t->source == PQ_SOURCE_DISPLAY_NAME;
  const uint32_t before = r->sentences.n;
  if (t->source == PQ_SOURCE_FILE) {
    const pq_status st = cut_file(engine, r, text, PQ_RAW_MARKDOWN);
    if (st == PQ_NO_MEM || r->sentences.n > before) return st;
    return cut_file(engine, r, text, PQ_RAW_PLAIN);
  }
  const pq_block block = {.text = text,
                          .part = title ? PQ_PART_TITLE : PQ_PART_SUMMARY,
                          .span = {0, (uint32_t)t->plain.bytes.len},
                          .whole = title};
  return pq_sentence_cut(r, &block, &engine->stops);
}

pq_status pq_joined_regraph(pq_joined *joined, const pq_engine *engine,
                            bool pages, pq_regraph **out) {
  pq_rdf_settle(&joined->rdf);
  pq_regraph_source source = {.rdf = &joined->rdf,
                              .quads = joined->named,
                              .n_quads = joined->n_named,
                              .maker = &engine->maker};
  if (pages) source.cut = cut;
  source.user = (void *)engine; /* which it only reads */
  source.kinds = pq_grammar_kinds(engine->grammar, &source.n_kinds);
  return pq_regraph_open(&source, out);
}

pq_status pq_joined_records(pq_alloc *alloc, const pq_inputs *inputs,
                            pq_inputs *out, bool *some) {
  const char **const paths =
      pq_calloc(alloc, (inputs->n_paths + 1) * sizeof *paths);
  if (!paths) return PQ_NO_MEM;
  *out = *inputs;
  out->paths = paths;
  out->n_paths = 0;
  for (size_t i = 0; i < inputs->n_paths; ++i) {
    if (pq_rdf_syntax(pq_view_of(inputs->paths[i]))) continue;
    paths[out->n_paths++] = inputs->paths[i];
  }
  *some = out->n_paths || out->files_from || !inputs->n_paths;
  return PQ_OK;
}
