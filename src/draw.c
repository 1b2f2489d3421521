/* pq_draw: pictures of records, or one of all of them.
 *
 *   records -> desk ---------------> graph --+
 *      |                                     +-> DOT -> easel -> ID.svg
 *      +--> pool -> statements --> graphs ---+
 *   .nq ----^
 * Records go the short way, but for an overview, whose graph is the union of
 * all statements. */
#include "folder.h"
#include "keys.h"
#include "pool.h"
#include "run.h"

#include "base/alloc.h"
#include "base/note.h"
#include "query/regraph.h"
#include "write/write.h"

#include <stdio.h>

enum {
  TYPES_MOST = 8
};

typedef struct drawer {
  pq_engine *engine;
  const pq_draw_options *options;
  const pq_sink *sink;
  pq_plan_view view;
  const pq_writer *types[TYPES_MOST];
  size_t n_types;
  pq_easel *easel;
  pq_folder folder;
  pq_pool pool;
  pq_arena arena, graphs; /* of names; of a graph that was read back */
  PQ_VEC(pq_view) stems;  /* of the files that are written */
  pq_buf dot, bytes, only;
  bool drawn; /* the one picture of a file */
} drawer;

const char *pq_draw_view_name(size_t index) {
  return pq_plan_view_name(index);
}

/* ---- what is asked for ---- */

static pq_status find_view(drawer *d) {
  const char *const name = d->options->view ? d->options->view : "card";
  for (size_t i = 0; pq_plan_view_name(i); ++i) {
    if (strcmp(pq_plan_view_name(i), name) != 0) continue;
    d->view = (pq_plan_view)i;
    return PQ_OK;
  }
  return pq_fail(d->sink, PQ_BAD_ARG, "view.unknown", (pq_place){0},
                 "no such view: %s", name);
}

static bool is_drawing(const pq_writer *w) {
  return w && (w->kind == PQ_WRITER_PICTURE || w->write == pq_write_dot);
}

static pq_status add_type(drawer *d, const char *name) {
  const pq_writer *const writer = pq_writer_named(pq_view_of(name));
  if (!is_drawing(writer) || d->n_types == TYPES_MOST) {
    return pq_fail(d->sink, PQ_BAD_ARG, "type.unknown", (pq_place){0},
                   "no such type of drawing: %s", name);
  }
  d->types[d->n_types++] = writer;
  return PQ_OK;
}

static pq_status find_types(drawer *d) {
  pq_status st = PQ_OK;
  const pq_draw_options *const o = d->options;
  if (!o->n_types) return add_type(d, "svg");
  for (size_t i = 0; i < o->n_types; ++i) {
    PQ_TRY(st, add_type(d, o->types[i]));
  }
  if (o->folder || d->n_types == 1) return PQ_OK;
  return pq_fail(d->sink, PQ_BAD_ARG, "draw.several", (pq_place){0},
                 "several types do not go into one file; name a folder");
}

static pq_status start(drawer *d) {
  pq_status st = PQ_OK;
  bool pictures = false;
  PQ_TRY(st, find_view(d));
  PQ_TRY(st, find_types(d));
  for (size_t i = 0; i < d->n_types; ++i) {
    pictures = pictures || d->types[i]->kind == PQ_WRITER_PICTURE;
  }
  if (pictures) PQ_TRY(st, pq_easel_open(d->engine->alloc, d->sink, &d->easel));
  if (!d->options->folder) return PQ_OK;
  return pq_folder_open(d->options->folder, d->sink, &d->folder);
}

/* ---- names of files ---- */

static bool is_taken(const drawer *d, pq_view stem) {
  for (uint32_t i = 0; i < d->stems.n; ++i) {
    if (pq_view_same(d->stems.at[i], stem)) return true;
  }
  return false;
}

/* The id; where it cannot name a file, or is taken, the digest too. */
static pq_status find_stem(drawer *d, const pq_graph *g, pq_buf *out) {
  pq_status st = PQ_OK;
  const pq_view id = g->record->stable_id;
  pq_view kept = {"", 0};
  pq_buf_reset(out);
  if (pq_id_names_file(id)) pq_buf_put(out, id);
  if (!out->len || is_taken(d, id)) {
    if (out->len) pq_buf_char(out, '.');
    pq_buf_put(out, pq_digest_short(&g->record->digest));
  }
  if (out->status) return out->status;
  PQ_TRY(st, pq_arena_copy(&d->arena, pq_buf_view(out), &kept));
  PQ_PUSH(&d->arena, &d->stems, kept);
  return PQ_OK;
}

/* ---- drawing ---- */

/* One picture into `bytes`; `*none`: it cannot be drawn, and that was told. */
static pq_status make(drawer *d, const pq_writer *type, bool *none) {
  pq_buf_reset(&d->bytes);
  *none = false;
  if (type->kind != PQ_WRITER_PICTURE) {
    pq_buf_put(&d->bytes, pq_buf_view(&d->dot));
    return d->bytes.status;
  }
  const pq_status st = pq_easel_draw(d->easel, pq_buf_view(&d->dot),
                                     pq_view_of(type->name), &d->bytes);
  *none = st == PQ_LIMIT;
  return *none ? PQ_OK : st;
}

static pq_status keep_only(drawer *d) {
  if (d->drawn) {
    return pq_fail(d->sink, PQ_BAD_ARG, "draw.several", (pq_place){0},
                   "several records do not go into one file; name a folder");
  }
  d->drawn = true;
  pq_buf_put(&d->only, pq_buf_view(&d->bytes));
  return d->only.status;
}

static pq_status put(drawer *d, const pq_writer *type, pq_view stem,
                     bool none) {
  static const char *const words[] = {"", ".evidence", ""};
  char name[PQ_FILE_NAME_MOST + 1];
  if (!d->options->folder) return none ? PQ_OK : keep_only(d);
  (void)snprintf(name, sizeof name, "%.*s%s%s", (int)stem.len, stem.ptr,
                 words[d->view], type->ending);
  if (none) {
    pq_folder_drop(&d->folder, name); /* an old one would tell old news */
    return PQ_OK;
  }
  return pq_folder_put(&d->folder, name, pq_buf_view(&d->bytes));
}

static pq_status draw(drawer *d, const pq_graph *g, pq_view stem) {
  pq_status st = PQ_OK;
  pq_buf_reset(&d->dot);
  PQ_TRY(st, pq_write_view(g, d->view, &d->dot));
  for (size_t i = 0; i < d->n_types; ++i) {
    bool none = false;
    PQ_TRY(st, make(d, d->types[i], &none));
    PQ_TRY(st, put(d, d->types[i], stem, none));
  }
  return PQ_OK;
}

static pq_status draw_graph(drawer *d, const pq_graph *g) {
  pq_status st = PQ_OK;
  pq_buf stem;
  pq_buf_init(&stem, d->engine->alloc);
  PQ_TRY_GOTO(done, st, find_stem(d, g, &stem));
  st = draw(d, g, pq_buf_view(&stem));
done:
  pq_buf_clear(&stem);
  return st;
}

static pq_status draw_record(void *user, pq_desk *desk) {
  drawer *const d = user;
  return d->view == PQ_PLAN_OVERVIEW ? pq_pool_graph(&d->pool, &desk->graph)
                                     : draw_graph(d, &desk->graph);
}

/* ---- statements ---- */

static pq_status draw_one(drawer *d, pq_regraph *rg, uint32_t index) {
  pq_status st = PQ_OK;
  pq_record record;
  pq_graph g;
  pq_arena_reset(&d->graphs);
  PQ_TRY(st, pq_regraph_fill(rg, index, &d->graphs, &record, &g));
  return d->view == PQ_PLAN_OVERVIEW ? draw(d, &g, PQ_LIT("overview"))
                                     : draw_graph(d, &g);
}

static pq_status draw_statements(drawer *d, pq_tally *tally) {
  pq_status st = PQ_OK;
  pq_regraph *rg = NULL;
  pq_pool_settle(&d->pool);
  pq_regraph_source source = {.rdf = &d->pool.rdf,
                              .quads = d->pool.named,
                              .n_quads = d->pool.n_named,
                              .maker = &d->engine->maker};
  source.kinds = pq_grammar_kinds(d->engine->grammar, &source.n_kinds);
  PQ_TRY(st, pq_regraph_open(&source, &rg));
  const uint32_t n = pq_regraph_count(rg);
  const bool all = d->view == PQ_PLAN_OVERVIEW;
  for (uint32_t i = all ? n : 0; !st && i < n + all; ++i) {
    st = draw_one(d, rg, i);
    if (!all && tally) ++tally->records;
  }
  pq_regraph_close(rg);
  return st;
}

static pq_status deliver(drawer *d) {
  const pq_draw_options *const o = d->options;
  if (o->folder || !d->drawn) return PQ_OK;
  const pq_view bytes = pq_buf_view(&d->only);
  if (o->file) return pq_file_save(o->file, bytes, d->sink);
  return o->out->write(o->out->user, bytes.ptr, bytes.len);
}

/* ---- the run ---- */

static pq_status open_drawer(drawer *d) {
  pq_alloc *const alloc = d->engine->alloc;
  pq_arena_init(&d->arena, alloc, 0);
  pq_arena_init(&d->graphs, alloc, 0);
  pq_buf_init(&d->dot, alloc);
  pq_buf_init(&d->bytes, alloc);
  pq_buf_init(&d->only, alloc);
  return pq_pool_open(&d->pool, alloc, d->sink);
}

static void close_drawer(drawer *d) {
  pq_folder_close(&d->folder);
  pq_easel_close(d->easel);
  pq_pool_close(&d->pool);
  pq_arena_clear(&d->arena);
  pq_arena_clear(&d->graphs);
  pq_buf_clear(&d->dot);
  pq_buf_clear(&d->bytes);
  pq_buf_clear(&d->only);
}

static pq_status draw_all(drawer *d, const pq_inputs *inputs, pq_tally *tally) {
  pq_status st = PQ_OK;
  const pq_visit visit = {.user = d, .record = draw_record};
  pq_inputs records;
  bool some = false;
  pq_alloc *const alloc = d->engine->alloc;
  PQ_TRY(st, pq_pool_files(&d->pool, inputs));
  PQ_TRY(st, pq_pool_records(alloc, inputs, &records, &some));
  const bool files = records.n_paths < inputs->n_paths;
  if (some) st = pq_run_each(d->engine, &records, d->sink, &visit, tally);
  pq_free(alloc, (void *)records.paths);
  if (st || (!files && d->view != PQ_PLAN_OVERVIEW)) return st;
  return draw_statements(d, tally);
}

pq_status pq_draw(pq_engine *engine, const pq_inputs *inputs,
                  const pq_draw_options *options, const pq_sink *sink,
                  pq_tally *tally) {
  if (!engine || !inputs || !options) return PQ_BAD_ARG;
  if (!options->folder && !options->file && !options->out) return PQ_BAD_ARG;
  drawer d = {
      .engine = engine, .options = options, .sink = sink, .folder = {.fd = -1}};
  pq_status st = open_drawer(&d);
  if (!st) st = start(&d);
  if (!st) st = draw_all(&d, inputs, tally);
  if (!st) st = deliver(&d);
  close_drawer(&d);
  return st;
}
