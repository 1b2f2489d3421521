/* pq_draw: pictures of records, or one of all of them.
 *
 *   records -> desk ---------------> graph --+
 *      |                                     +-> DOT -> easel -> ID.svg
 *      +--> pool -> statements --> graphs ---+
 *   .nq ----^
 * Records go the short way, but for an overview, whose graph is the union of
 * all statements. */
#include "folder.h"
#include "folds.h"
#include "joined.h"
#include "keys.h"
#include "run.h"

#include "base/alloc.h"
#include "base/intern.h"
#include "base/note.h"
#include "graph/narrow.h"
#include "query/regraph.h"
#include "write/easel.h"
#include "write/theme.h"

#include <stdio.h>

enum {
  TYPES_MOST = 8
};

typedef struct drawer {
  pq_engine *engine;
  const pq_draw_options *options;
  const pq_sink *sink;
  pq_plan_view view;
  pq_narrow narrow;
  int folding; /* of pq_folding; -1: as the size asks */
  pq_theme theme;
  const pq_writer *types[TYPES_MOST];
  size_t n_types;
  pq_easel *easel;
  pq_folder folder;
  pq_joined pool;
  pq_arena arena, graphs; /* of names; of a graph that was read back */
  pq_intern stems;        /* of the files that are written */
  const pq_graph *graph;  /* of the picture at hand */
  pq_sink pictures; /* takes what the easel tells, which knows no record */
  pq_buf dot, told, bytes, only;
  bool drawn; /* the one picture of a file */
  bool found; /* what is to be drawn around, in a record at least */
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

const char *pq_draw_status_name(size_t index) {
  static const char *const names[PQ_N_STANCES] = {
      "asserted",      "presupposed", "hedged", "alternative",
      "controversial", "unclear",     "denied"};
  return index < PQ_N_STANCES ? names[index] : NULL;
}

const char *pq_draw_collapse_name(size_t index) {
  static const char *const names[] = {"none", "family", "pathway"};
  return index < sizeof names / sizeof *names ? names[index] : NULL;
}

const char *pq_draw_theme_name(size_t index) {
  return pq_theme_name(index);
}

/* Index of a name, or -1, which is told. */
static int index_of(const drawer *d, const char *(*name_at)(size_t),
                    const char *name, const char *what) {
  for (size_t i = 0; name_at(i); ++i) {
    if (strcmp(name_at(i), name) == 0) return (int)i;
  }
  (void)pq_fail(d->sink, PQ_BAD_ARG, "draw.unknown", (pq_place){0},
                "no such %s: %s", what, name);
  return -1;
}

static pq_status find_narrow(drawer *d) {
  const pq_draw_options *const o = d->options;
  d->narrow = (pq_narrow){.hops = o->hops, .papers = o->min_citations};
  if (o->around) d->narrow.around = pq_view_of(o->around);
  for (size_t i = 0; i < o->n_statuses; ++i) {
    const int stance =
        index_of(d, pq_draw_status_name, o->statuses[i], "status");
    if (stance < 0) return PQ_BAD_ARG;
    d->narrow.stances |= 1U << (unsigned)stance;
  }
  d->folding = -1;
  if (!o->collapse) return PQ_OK;
  d->folding =
      index_of(d, pq_draw_collapse_name, o->collapse, "way to collapse");
  return d->folding < 0 ? PQ_BAD_ARG : PQ_OK;
}

static pq_status find_theme(drawer *d) {
  const char *const name = d->options->theme;
  const int theme = name ? index_of(d, pq_theme_name, name, "theme") : 0;
  if (theme < 0) return PQ_BAD_ARG;
  d->theme = (pq_theme)theme;
  return PQ_OK;
}

static bool is_drawing(const pq_writer *w) {
  return w && (w->kind == PQ_WRITER_PICTURE || w->kind == PQ_WRITER_MAP ||
               w->write == pq_write_dot);
}

static pq_status add_type(drawer *d, const char *name) {
  const pq_writer *const writer = pq_writer_named(pq_view_of(name));
  if (!is_drawing(writer) || d->n_types == TYPES_MOST) {
    return pq_fail(d->sink, PQ_BAD_ARG, "type.unknown", (pq_place){0},
                   "no such type of drawing: %s", name);
  }
  if (writer->kind == PQ_WRITER_MAP && d->view != PQ_PLAN_CARD) {
    return pq_fail(d->sink, PQ_BAD_ARG, "draw.sbgn", (pq_place){0},
                   "only the view card is written as %s", name);
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

/* What it tells is about the record that is drawn, if it is one. */
static void hear_easel(void *user, const pq_note *note) {
  const drawer *const d = user;
  pq_note told = *note;
  if (d->graph) {
    told.record = d->graph->record->stable_id;
    told.at = d->graph->record->place;
  }
  (void)pq_tell(d->sink, &told);
}

static pq_status start(drawer *d) {
  static const pq_easel_limits usual = {10 * 1000, (size_t)1 << 30, 50};
  static const pq_easel_limits wide = {90 * 1000, (size_t)2 << 30, 50};
  pq_status st = PQ_OK;
  bool pictures = false;
  PQ_TRY(st, find_view(d));
  PQ_TRY(st, find_narrow(d));
  PQ_TRY(st, find_theme(d));
  PQ_TRY(st, find_types(d));
  for (size_t i = 0; i < d->n_types; ++i) {
    pictures = pictures || d->types[i]->kind != PQ_WRITER_TEXT;
  }
  if (pictures) {
    PQ_TRY(st, pq_easel_start(d->engine->alloc, d->sink,
                              d->view == PQ_PLAN_OVERVIEW ? &wide : &usual,
                              &d->easel));
    d->pictures = (pq_sink){.user = d, .note = hear_easel};
    pq_easel_hear(d->easel, &d->pictures);
  }
  if (!d->options->folder) return PQ_OK;
  return pq_folder_open(d->options->folder, d->sink, &d->folder);
}

/* ---- names of files ---- */

/* As a build calls its files, and with as many digits where the id is taken;
 * where the id cannot name a file, the digest does. */
static pq_status find_stem(drawer *d, const pq_graph *g, pq_buf *out) {
  enum {
    DIGITS = 8
  };
  pq_status st = PQ_OK;
  char stem[PQ_STEM_MOST];
  uint32_t id = 0;
  const pq_view digest = pq_digest_short(&g->record->digest);
  pq_key key = {.id = g->record->stable_id, .naming = PQ_NAMED_ID};
  const bool named = pq_id_names_file(key.id);
  const size_t n = named ? pq_key_stem(&key, stem) : 0;
  const pq_view wanted = {stem, n};
  pq_buf_reset(out);
  pq_buf_put(out, named ? wanted : digest);
  if (named && pq_intern_find(&d->stems, wanted) != UINT32_MAX) {
    pq_buf_char(out, '.');
    pq_buf_put(out, pq_view_head(digest, DIGITS));
  }
  PQ_TRY(st, out->status);
  return pq_intern_put(&d->stems, pq_buf_view(out), &id);
}

/* ---- drawing ---- */

/* One picture into `bytes`; `*none`: it cannot be drawn, and that was told. */
static pq_status make(drawer *d, const pq_writer *type, bool *none) {
  pq_buf_reset(&d->bytes);
  *none = false;
  pq_buf_reset(&d->told);
  if (type->kind == PQ_WRITER_MAP) {
    const pq_status st = pq_write_sbgn(d->graph, d->easel, &d->bytes);
    *none = st == PQ_LIMIT;
    return *none ? PQ_OK : st;
  }
  if (type->kind != PQ_WRITER_PICTURE) {
    return pq_theme_paint(pq_buf_view(&d->dot), d->theme, d->options->width,
                          &d->bytes);
  }
  pq_status st = pq_theme_tell(pq_buf_view(&d->dot), d->theme,
                               d->options->width, &d->told);
  if (st) return st;
  st = pq_easel_draw(d->easel, pq_buf_view(&d->told), pq_view_of(type->name),
                     &d->bytes);
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

static bool is_narrow(const drawer *d) {
  return d->narrow.around.len || d->narrow.papers || d->narrow.stances;
}

/* `*none`: the thing that is asked for is not there. */
static pq_status narrow(const drawer *d, pq_graph *g, bool *none) {
  if (!is_narrow(d)) return PQ_OK;
  const pq_status st = pq_graph_narrow(g, &d->narrow);
  *none = st == PQ_BAD_ARG;
  return *none ? PQ_OK : st;
}

/* Past what rules can place, an overview folds families. */
static pq_status write_overview(drawer *d, const pq_graph *g,
                                pq_overview *about) {
  enum {
    MANY = 200
  };
  pq_status st = PQ_OK;
  uint32_t *folds = NULL;
  pq_folding how = (pq_folding)(d->folding < 0 ? PQ_FOLD_NONE : d->folding);
  if (d->folding < 0 && g->n_claims > MANY) how = PQ_FOLD_FAMILY;
  if (how != PQ_FOLD_NONE) {
    PQ_TRY(st, pq_folds_make(g, d->engine->lexicon, how, &folds));
  }
  about->fold = folds;
  if (d->options->title) about->title = pq_view_of(d->options->title);
  return pq_write_overview(g, about, &d->dot);
}

static pq_status put_types(drawer *d, pq_view stem) {
  pq_status st = PQ_OK;
  for (size_t i = 0; i < d->n_types; ++i) {
    bool none = false;
    PQ_TRY(st, make(d, d->types[i], &none));
    PQ_TRY(st, put(d, d->types[i], stem, none));
  }
  return PQ_OK;
}

static pq_status draw_graph(drawer *d, pq_graph *g) {
  pq_status st = PQ_OK;
  bool none = false;
  pq_buf stem;
  pq_buf_init(&stem, d->engine->alloc);
  PQ_TRY_GOTO(done, st, narrow(d, g, &none));
  if (none) goto done; /* a record that does not speak of it */
  d->found = true;
  PQ_TRY_GOTO(done, st, find_stem(d, g, &stem));
  d->graph = g;
  pq_buf_reset(&d->dot);
  PQ_TRY_GOTO(done, st, pq_write_view(g, d->view, &d->dot));
  st = put_types(d, pq_buf_view(&stem));
done:
  pq_buf_clear(&stem);
  return st;
}

static pq_status draw_record(void *user, pq_desk *desk) {
  drawer *const d = user;
  return d->view == PQ_PLAN_OVERVIEW ? pq_joined_graph(&d->pool, &desk->graph)
                                     : draw_graph(d, &desk->graph);
}

/* ---- statements ---- */

static pq_status draw_one(drawer *d, pq_regraph *rg, uint32_t index) {
  pq_status st = PQ_OK;
  pq_record record;
  pq_graph g;
  pq_arena_reset(&d->graphs);
  PQ_TRY(st, pq_regraph_fill(rg, index, &d->graphs, &record, &g));
  return draw_graph(d, &g);
}

static pq_status tell_unknown(const drawer *d) {
  return pq_fail(d->sink, PQ_BAD_ARG, "draw.around", (pq_place){0},
                 "nothing here is called '%s'; give a label, as STAT3, or an "
                 "id, as uniprot:P40763",
                 d->options->around);
}

/* The union of all records; one record alone lends its id and title. */
static pq_status draw_overview(drawer *d, pq_regraph *rg) {
  pq_status st = PQ_OK;
  pq_record record;
  pq_graph g;
  bool none = false;
  pq_overview about = {.n_records = pq_regraph_count(rg)};
  const bool one = about.n_records == 1;
  PQ_TRY(st, pq_regraph_fill(rg, one ? 0 : about.n_records, &d->graphs, &record,
                             &g));
  if (one) about.title = record.title;
  if (one) about.record = record.stable_id;
  PQ_TRY(st, narrow(d, &g, &none));
  if (none) return tell_unknown(d);
  d->found = true;
  pq_buf_reset(&d->dot);
  PQ_TRY(st, write_overview(d, &g, &about));
  return put_types(d, PQ_LIT("overview"));
}

static pq_status tell_empty(const drawer *d) {
  return pq_fail(d->sink, PQ_BAD_READ, "draw.nothing", (pq_place){0},
                 "there is no record in this RDF; was it written by "
                 "pathquill?");
}

/* `files`: some of the statements, or all, were read back. */
static pq_status draw_statements(drawer *d, bool files, pq_tally *tally) {
  pq_status st = PQ_OK;
  pq_regraph *rg = NULL;
  PQ_TRY(st, pq_joined_regraph(&d->pool, d->engine, false, &rg));
  const uint32_t n = pq_regraph_count(rg);
  const bool all = d->view == PQ_PLAN_OVERVIEW;
  if (files && !n) st = tell_empty(d);
  if (!st && all) st = draw_overview(d, rg);
  for (uint32_t i = 0; !st && !all && i < n; ++i) {
    st = draw_one(d, rg, i);
    if (tally) ++tally->records;
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
  pq_intern_init(&d->stems, &d->arena);
  pq_buf_init(&d->dot, alloc);
  pq_buf_init(&d->told, alloc);
  pq_buf_init(&d->bytes, alloc);
  pq_buf_init(&d->only, alloc);
  return pq_joined_open(&d->pool, alloc, d->sink);
}

static void close_drawer(drawer *d) {
  pq_folder_close(&d->folder);
  pq_easel_close(d->easel);
  pq_joined_close(&d->pool);
  pq_arena_clear(&d->arena);
  pq_arena_clear(&d->graphs);
  pq_buf_clear(&d->dot);
  pq_buf_clear(&d->told);
  pq_buf_clear(&d->bytes);
  pq_buf_clear(&d->only);
}

static pq_status draw_all(drawer *d, const pq_inputs *inputs, pq_tally *tally) {
  pq_status st = PQ_OK;
  const pq_visit visit = {.user = d, .record = draw_record};
  pq_inputs records;
  bool some = false;
  pq_alloc *const alloc = d->engine->alloc;
  PQ_TRY(st, pq_joined_files(&d->pool, inputs));
  PQ_TRY(st, pq_joined_records(alloc, inputs, &records, &some));
  const bool files = records.n_paths < inputs->n_paths;
  if (some) st = pq_run_each(d->engine, &records, d->sink, &visit, tally);
  pq_free(alloc, (void *)records.paths);
  if (st || (!files && d->view != PQ_PLAN_OVERVIEW)) return st;
  return draw_statements(d, files, tally);
}

/* Are there options, and the lists that they count? */
static bool has_lists(const pq_draw_options *options) {
  return options && (!options->n_types || options->types) &&
         (!options->n_statuses || options->statuses);
}

pq_status pq_draw(pq_engine *engine, const pq_inputs *inputs,
                  const pq_draw_options *options, const pq_sink *sink,
                  pq_tally *tally) {
  if (!engine || !pq_inputs_are_sound(inputs) || !has_lists(options) ||
      (!options->folder && !options->file && !options->out) ||
      (options->out && !pq_output_is_sound(options->out))) {
    return PQ_BAD_ARG;
  }
  drawer d = {
      .engine = engine, .options = options, .sink = sink, .folder = {.fd = -1}};
  pq_status st = open_drawer(&d);
  if (!st) st = start(&d);
  if (!st) st = draw_all(&d, inputs, tally);
  if (!st && options->around && !d.found) st = tell_unknown(&d);
  if (!st) st = deliver(&d);
  close_drawer(&d);
  return st;
}
