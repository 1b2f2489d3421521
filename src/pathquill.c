#include "data.h"
#include "engine.h"
#include "folder.h"
#include "ontology.h"

#include "base/alloc.h"
#include "base/note.h"
#include "base/utf8.h"

#ifndef PQ_VERSION
#  define PQ_VERSION "0.1.0"
#endif

/* The engine and what its parts look into. */
typedef struct whole {
  pq_engine engine; /* first: the caller's pointer is this one */
  pq_ontology ontology;
  pq_grammar *read; /* rules of that ontology; NULL: the built-in ones serve */
} whole;

static const char usual_base[] = "https://w3id.org/pathquill/";

static bool is_under(const void *user, pq_view id, pq_view class_id) {
  return pq_lexicon_under(user, id, class_id);
}

/* A base is "scheme:...", holds no character that an IRI may not, and ends
 * where a local name can begin. */
static bool is_base(pq_view base) {
  const size_t colon = pq_view_find(base, ':');
  if (colon == 0 || colon + 1 >= base.len || !pq_is_alpha(base.ptr[0])) {
    return false;
  }
  for (size_t i = 0; i < base.len; ++i) {
    const unsigned char c = (unsigned char)base.ptr[i];
    if (c <= ' ' || c >= 0x7F || strchr("<>\"{}|^`\\", c)) return false;
  }
  const char last = base.ptr[base.len - 1];
  return last == '/' || last == '#';
}

static pq_status open_base(whole *w, const pq_options *o, const pq_sink *sink) {
  const char *const given = o->base ? o->base : usual_base;
  if (!is_base(pq_view_of(given))) {
    return pq_fail(sink, PQ_BAD_ARG, "option.base", (pq_place){0},
                   "a base IRI is absolute and ends with / or #: %s", given);
  }
  pq_buf_text(&w->engine.kept, given);
  return w->engine.kept.status;
}

static pq_status open_lexicon(whole *w, const pq_options *o,
                              const pq_sink *sink) {
  pq_status st = PQ_OK;
  pq_view folder = {0};
  pq_lexicon_sources sources = {.overlays = o->lexicons,
                                .n_overlays = o->n_lexicons};
  if (o->ontology) {
    const pq_view parts[] = {pq_view_of(o->ontology), PQ_LIT("/lexicon")};
    PQ_TRY(st, pq_arena_join(&w->ontology.arena, parts, 2, &folder));
    sources.folder = folder.ptr;
  } else {
    sources.image = pq_data_lexicon();
  }
  return pq_lexicon_open(w->engine.alloc, &sources, sink, &w->engine.lexicon);
}

static pq_status open_grammar(whole *w, const pq_options *o,
                              const pq_sink *sink) {
  pq_status st = PQ_OK;
  w->engine.grammar = pq_data_grammar();
  if (!o->ontology) return PQ_OK;
  PQ_TRY(st, pq_ontology_read(&w->ontology, o->ontology, sink));
  PQ_TRY(st, pq_grammar_open(w->engine.alloc, w->ontology.files, w->ontology.n,
                             sink, &w->read));
  w->engine.grammar = w->read;
  return PQ_OK;
}

static pq_status open_bibliography(whole *w, const pq_options *o,
                                   const pq_sink *sink) {
  pq_status st = PQ_OK;
  pq_bibliography **const b = &w->engine.bibliography;
  if (!o->n_bibliographies) return PQ_OK;
  PQ_TRY(st, pq_bibliography_open(w->engine.alloc, sink, b));
  for (size_t i = 0; i < o->n_bibliographies; ++i) {
    PQ_TRY(st, pq_bibliography_add(*b, o->bibliographies[i]));
  }
  return pq_bibliography_settle(*b);
}

static void fill_engine(whole *w, const pq_options *o) {
  pq_engine *const e = &w->engine;
  e->trace = o->trace;
  e->jobs = o->jobs < PQ_JOBS_MOST ? o->jobs : PQ_JOBS_MOST;
  e->classes = (pq_classes){.user = e->lexicon, .under = is_under};
  e->stops.words = pq_grammar_stops(e->grammar, &e->stops.n);
  e->maker = (pq_maker){
      .version = PQ_LIT(PQ_VERSION),
      .lexicon = pq_view_of(pq_lexicon_digest(e->lexicon)),
      .grammar = pq_view_of(pq_grammar_digest(e->grammar)),
      .bibliography = pq_bibliography_digest(e->bibliography),
      .base = pq_buf_view(&e->kept),
      .mentions = o->mentions,
      .text = o->text,
      .full = o->full,
  };
}

pq_status pq_engine_open(const pq_options *options, const pq_sink *sink,
                         pq_engine **out) {
  const pq_options usual = {0};
  const pq_options *const o = options ? options : &usual;
  if (!out || (o->n_lexicons && !o->lexicons) ||
      (o->n_bibliographies && !o->bibliographies)) {
    return PQ_BAD_ARG;
  }
  whole *const w = pq_calloc(o->alloc, sizeof *w);
  if (!w) return PQ_NO_MEM;
  w->engine.alloc = o->alloc;
  pq_buf_init(&w->engine.kept, o->alloc);
  pq_ontology_init(&w->ontology, o->alloc);
  pq_status st = open_base(w, o, sink);
  if (!st) st = open_lexicon(w, o, sink);
  if (!st) st = open_grammar(w, o, sink);
  if (!st) st = open_bibliography(w, o, sink);
  if (st) {
    pq_engine_close(&w->engine);
    return st;
  }
  fill_engine(w, o);
  *out = &w->engine;
  return PQ_OK;
}

void pq_engine_close(pq_engine *engine) {
  if (!engine) return;
  whole *const w = (whole *)engine;
  pq_bibliography_close(engine->bibliography);
  pq_grammar_close(w->read);
  pq_lexicon_close(engine->lexicon);
  pq_buf_clear(&engine->kept);
  pq_ontology_clear(&w->ontology);
  pq_free(engine->alloc, w);
}

pq_about pq_engine_about(const pq_engine *engine) {
  return (pq_about){.version = PQ_VERSION,
                    .lexicon = pq_lexicon_digest(engine->lexicon),
                    .grammar = pq_grammar_digest(engine->grammar)};
}

/* ---- the lexicon by itself ---- */

pq_status pq_lexicon_verify(const char *folder, const pq_sink *sink) {
  if (!folder) return PQ_OK; /* the build has checked its own tables */
  pq_buf image;
  pq_buf_init(&image, NULL);
  const pq_status st = pq_lexicon_build(NULL, folder, sink, &image);
  pq_buf_clear(&image);
  return st;
}

pq_status pq_lexicon_collisions(const char *folder, const char *words,
                                const pq_sink *sink) {
  if (!words) return PQ_BAD_ARG;
  pq_status st = PQ_OK;
  pq_buf built; /* from the allocator, so aligned for an image */
  pq_buf_init(&built, NULL);
  if (folder) st = pq_lexicon_build(NULL, folder, sink, &built);
  if (!st) st = built.status;
  const pq_view image = folder ? pq_buf_view(&built) : pq_data_lexicon();
  if (!st) st = pq_lexicon_collide(image, words, sink);
  pq_buf_clear(&built);
  return st;
}

pq_status pq_lexicon_compile(const char *folder, const char *path,
                             const pq_sink *sink) {
  if (!path) return PQ_BAD_ARG;
  pq_status st = PQ_OK;
  pq_buf image;
  pq_buf_init(&image, NULL);
  if (folder) {
    st = pq_lexicon_build(NULL, folder, sink, &image);
  } else {
    pq_buf_put(&image, pq_data_lexicon());
  }
  if (!st) st = image.status;
  if (!st) st = pq_file_save(path, pq_buf_view(&image), sink);
  pq_buf_clear(&image);
  return st;
}

pq_status pq_lexicon_show(const pq_engine *engine, const char *text,
                          pq_output *out) {
  if (!engine || !text || !out || !out->write) return PQ_BAD_ARG;
  const pq_view words = pq_view_of(text);
  if (pq_utf8_check(words) < words.len) return PQ_BAD_ENCODING;
  pq_buf told;
  pq_buf_init(&told, engine->alloc);
  pq_lexicon_tell(engine->lexicon, words, &told);
  pq_status st = told.status;
  if (!st) st = out->write(out->user, pq_buf_view(&told).ptr, told.len);
  pq_buf_clear(&told);
  return st;
}
