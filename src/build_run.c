/* pq_build: every record twice, first for its key, then for its files.
 *
 *   inputs -> scratch file + keys -> sort -> makings -> ID.ttl ID.svg ...
 *                                               +--> graph.nq  report.tsv
 *                                               +--> names.tsv
 *                                               +--> ledger -> edges, kgx
 *                                               +--> site/
 * Since work goes by key, output does not know the order of the inputs.  Many
 * threads make; one of them, this one, takes what was made, in the order of the
 * keys, however many they are. */
#include "bundle.h"
#include "keying.h"
#include "kgx_run.h"
#include "making.h"
#include "names.h"
#include "report.h"
#include "web_run.h"

#include "base/alloc.h"
#include "base/note.h"
#include "base/pool.h"

#include <unistd.h>

enum {
  MAKINGS_PER_WORKER = 4 /* about 1 MB each; fewer would mean more waking */
};

typedef struct builder {
  pq_engine *engine;
  const pq_build_options *options;
  const pq_sink *sink;
  pq_wants wants;
  /* One per worker; easels only where pictures are wanted. */
  pq_easel *easels[PQ_JOBS_MOST];
  uint32_t n_easels;
  pq_spellings spellings[PQ_JOBS_MOST];
  pq_making *makings; /* in the slots */
  uint32_t n_workers, n_makings;
  pq_pool *pool; /* NULL where this thread does all */
  pq_folder folder;
  pq_keys keys;
  pq_harvest harvest;
  pq_buf bytes;
  pq_beside graph, report;
  pq_names names;
  pq_ledger ledger; /* empty where nothing is wanted of it */
  pq_kgx kgx;       /* likewise */
  pq_web_run web;   /* likewise */
  pq_web_overview overview;
  pq_tally tally;
} builder;

const char *pq_type_name(size_t index) {
  const pq_writer *const writer = pq_writer_at(index);
  return writer ? writer->name : NULL;
}

/* ---- opening ---- */

static pq_status add_type(builder *b, const char *name) {
  const pq_writer *const writer = pq_writer_named(pq_view_of(name));
  if (!writer) {
    return pq_fail(b->sink, PQ_BAD_ARG, "type.unknown", (pq_place){0},
                   "no such type: %s", name);
  }
  for (size_t i = 0; i < b->wants.n_types; ++i) {
    if (b->wants.types[i] == writer) return PQ_OK;
  }
  assert(b->wants.n_types < PQ_TYPES_LIMIT); /* there are fewer writers */
  b->wants.types[b->wants.n_types++] = writer;
  return pq_writer_ready(writer, b->sink);
}

static pq_status choose_types(builder *b) {
  static const char *const usual[] = {"ttl", "dot", "svg"};
  pq_status st = PQ_OK;
  const bool given = b->options->n_types > 0;
  const char *const *const names = given ? b->options->types : usual;
  const size_t n = given ? b->options->n_types : sizeof usual / sizeof *usual;
  for (size_t i = 0; i < n; ++i) {
    PQ_TRY(st, add_type(b, names[i]));
  }
  return PQ_OK;
}

static bool wants(const builder *b, pq_writer_kind kind) {
  for (size_t i = 0; i < b->wants.n_types; ++i) {
    if (b->wants.types[i]->kind == kind) return true;
  }
  return false;
}

static pq_status open_site(builder *b, const char *path) {
  pq_status st = PQ_OK;
  if (!b->options->site) return PQ_OK;
  PQ_TRY(st, b->options->only_site ? pq_web_run_open_at(&b->web, path, b->sink)
                                   : pq_web_run_open(&b->web, &b->folder));
  b->wants.pages = &b->web.records;
  return pq_web_overview_open(&b->overview, b->sink);
}

static pq_status open_files(builder *b, const char *path) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_folder_scratch(&b->folder, &b->wants.scratch));
  PQ_TRY(st, open_site(b, path));
  if (b->options->only_site) return PQ_OK;
  PQ_TRY(st, pq_beside_open(&b->folder, "graph.nq", &b->graph));
  return pq_beside_open(&b->folder, "report.tsv", &b->report);
}

static bool wants_pictures(const builder *b) {
  return wants(b, PQ_WRITER_PICTURE) || wants(b, PQ_WRITER_MAP) ||
         b->options->site;
}

/* The first; the others are started beside it. */
static pq_status start_easel(builder *b) {
  pq_status st = PQ_OK;
  if (!wants_pictures(b)) return PQ_OK;
  PQ_TRY(st, pq_easel_open(b->engine->alloc, b->sink, &b->easels[0]));
  b->n_easels = 1;
  return PQ_OK;
}

static pq_status start(builder *b) {
  pq_status st = PQ_OK;
  if (!b->options->only_site) PQ_TRY(st, choose_types(b));
  PQ_TRY(st, start_easel(b));
  if (b->options->edges) {
    PQ_TRY(st, pq_file_foresee(b->options->edges, b->sink));
  }
  const char *const path = b->options->folder ? b->options->folder : "out";
  PQ_TRY(st, pq_folder_open(path, b->sink, &b->folder));
  pq_folder_sweep(&b->folder);
  PQ_TRY(st, open_files(b, path));
  if (b->options->only_site) return PQ_OK;
  pq_report_head(&b->bytes);
  if (b->bytes.status) return b->bytes.status;
  return pq_beside_put(&b->report, pq_buf_view(&b->bytes));
}

/* ---- the first reading ---- */

static pq_status read_keys(builder *b, const pq_inputs *inputs) {
  pq_status st = PQ_OK;
  const pq_keying keying = {.engine = b->engine,
                            .sink = b->sink,
                            .folder = &b->folder,
                            .scratch = b->wants.scratch,
                            .keys = &b->keys,
                            .harvest = &b->harvest};
  PQ_TRY(st, pq_keying_run(&keying, inputs));
  b->tally.failed += b->harvest.skipped;
  pq_keys_settle(&b->keys, b->sink);
  return pq_run_close(&b->harvest, b->sink);
}

/* ---- the second ---- */

static void work(void *user, uint32_t worker, uint32_t slot) {
  builder *const b = user;
  pq_making_run(&b->makings[slot], b->easels[worker], &b->spellings[worker]);
}

/* Files that an earlier run left of it would tell old news. */
static void drop_files(builder *b, const pq_making *m) {
  char stem[PQ_STEM_MOST];
  const size_t n = pq_key_stem(m->key, stem);
  pq_making_drop(m);
  if (b->options->site) pq_web_run_drop(&b->web, (pq_view){stem, n});
}

static pq_status add_to_site(builder *b, const pq_making *m) {
  pq_status st = PQ_OK;
  char stem[PQ_STEM_MOST];
  const size_t n = pq_key_stem(m->key, stem);
  if (!b->options->site) return PQ_OK;
  PQ_TRY(st, pq_web_run_row(&b->web, &m->desk.graph, (pq_view){stem, n}));
  return pq_web_overview_add(&b->overview, &m->desk.graph, (pq_view){stem, n});
}

/* What becomes of a record among the others. */
static pq_status finish(builder *b, pq_making *m) {
  pq_status st = PQ_OK;
  if (m->status) return m->status;
  PQ_TRY(st, pq_making_rest(m));
  PQ_TRY(st, add_to_site(b, m));
  if (b->options->only_site) return PQ_OK;
  return pq_beside_put(&b->graph, pq_buf_view(&m->quads));
}

/* Keep what can be said only at the end of the run. */
static pq_status enter(builder *b, const pq_making *m) {
  pq_status st = PQ_OK;
  const bool kgx = wants(b, PQ_WRITER_RUN);
  PQ_TRY(st, pq_names_add(&b->names, &m->desk));
  if (!kgx && !b->options->edges) return PQ_OK;
  PQ_TRY(st, pq_ledger_add(&b->ledger, &m->desk.graph));
  return kgx ? pq_kgx_add(&b->kgx, &b->ledger, &m->desk.graph) : PQ_OK;
}

static pq_status settle(builder *b, pq_making *m) {
  pq_status st = PQ_OK;
  pq_tally one = {0};
  if (m->lost) return m->status;
  st = finish(b, m);
  if (st == PQ_BAD_WRITE) return st;
  pq_key_tell(m->key, &m->desk.sink);
  if (st) {
    one.failed = 1;
    (void)pq_desk_give_up(&m->desk, st);
    drop_files(b, m);
  } else {
    PQ_TRY(st, enter(b, m));
    pq_desk_count(&m->desk, &one);
  }
  pq_tally_add(&b->tally, &one);
  if (b->options->only_site) return PQ_OK;
  pq_buf_reset(&b->bytes);
  pq_report_row(m->key, &m->desk, &one, &b->bytes);
  if (b->bytes.status) return b->bytes.status;
  return pq_beside_put(&b->report, pq_buf_view(&b->bytes));
}

/* Take what was made of a record, in its turn. */
static pq_status take(builder *b, pq_making *m) {
  const pq_progress *const progress = b->options->progress;
  const pq_status st = settle(b, m);
  pq_told_pass(&m->told, b->sink);
  if (st || m->told.status) return st ? st : m->told.status;
  if (progress && progress->tick) {
    progress->tick(progress->user, &b->tally, b->keys.n);
  }
  return PQ_OK;
}

static pq_status write_names(builder *b) {
  pq_names_settle(&b->names, b->sink);
  pq_buf_reset(&b->bytes);
  pq_names_table(&b->names, &b->bytes);
  if (b->bytes.status) return b->bytes.status;
  return pq_folder_put(&b->folder, "names.tsv", pq_buf_view(&b->bytes));
}

static pq_status write_edges(builder *b) {
  pq_status st = PQ_OK;
  if (!b->options->edges) return PQ_OK;
  pq_buf_reset(&b->bytes);
  PQ_TRY(st, pq_ledger_edges(&b->ledger, &b->bytes));
  return pq_file_save(b->options->edges, pq_buf_view(&b->bytes), b->sink);
}

/* Draw all records as one; `svg` stays empty where that cannot be. */
static pq_status draw_overview(builder *b, pq_buf *svg) {
  pq_status st = PQ_OK;
  pq_buf_reset(&b->bytes);
  PQ_TRY(st, pq_web_overview_dot(&b->overview, &b->bytes));
  if (b->bytes.status || !b->bytes.len) return b->bytes.status;
  pq_easel_hear(b->easels[0], b->sink);
  st = pq_easel_draw(b->easels[0], pq_buf_view(&b->bytes), PQ_LIT("svg"), svg);
  if (st) pq_buf_reset(svg);
  return st == PQ_LIMIT ? PQ_OK : st;
}

/* The pages about all records. */
static pq_status write_site(builder *b) {
  pq_buf svg;
  pq_buf_init(&svg, b->engine->alloc);
  pq_status st = draw_overview(b, &svg);
  if (!st) st = pq_web_run_overview(&b->web, &b->overview, pq_buf_view(&svg));
  pq_buf_clear(&svg);
  return st ? st : pq_web_run_finish(&b->web, &b->engine->maker);
}

/* What only the whole run tells. */
static pq_status write_whole(builder *b) {
  pq_status st = PQ_OK;
  if (b->options->only_site) return write_site(b);
  PQ_TRY(st, write_names(b));
  PQ_TRY(st, write_edges(b));
  if (b->options->site) PQ_TRY(st, write_site(b));
  return wants(b, PQ_WRITER_RUN) ? pq_kgx_write(&b->kgx, &b->ledger, &b->folder)
                                 : PQ_OK;
}

/* ---- who makes ---- */

static pq_status make_alone(builder *b) {
  pq_status st = PQ_OK;
  for (size_t i = 0; i < b->keys.n; ++i) {
    b->makings[0].key = &b->keys.at[i];
    work(b, 0, 0);
    PQ_TRY(st, take(b, &b->makings[0]));
  }
  return PQ_OK;
}

static pq_status make_together(builder *b) {
  pq_status st = PQ_OK;
  size_t sent = 0;
  for (;;) {
    uint32_t slot = 0;
    if (sent < b->keys.n && pq_pool_free(b->pool, &slot)) {
      b->makings[slot].key = &b->keys.at[sent++];
      pq_pool_send(b->pool);
      continue;
    }
    if (!pq_pool_next(b->pool, &slot)) return PQ_OK;
    PQ_TRY(st, take(b, &b->makings[slot]));
    pq_pool_done(b->pool);
  }
}

/* One easel per worker.  They are forked before there are threads; what cannot
 * be started makes the workers fewer. */
static pq_status open_easels(builder *b) {
  if (!b->n_easels) return PQ_OK;
  while (b->n_easels < b->n_workers) {
    const pq_status st = pq_easel_beside(b->engine->alloc, b->easels,
                                         b->n_easels, &b->easels[b->n_easels]);
    if (st == PQ_NO_MEM) return st;
    if (st) break;
    ++b->n_easels;
  }
  b->n_workers = b->n_easels;
  return PQ_OK;
}

static pq_status open_makings(builder *b) {
  const uint32_t n = b->n_workers > 1 ? MAKINGS_PER_WORKER * b->n_workers : 1;
  b->makings = pq_calloc(b->engine->alloc, n * sizeof *b->makings);
  if (!b->makings) return PQ_NO_MEM;
  while (b->n_makings < n) {
    pq_making_open(&b->makings[b->n_makings++], &b->wants);
  }
  return PQ_OK;
}

/* No more workers than records, of which this thread is one. */
static pq_status make_all(builder *b) {
  pq_status st = PQ_OK;
  const pq_pool_job job = {.user = b, .work = work};
  const uint32_t jobs = b->engine->jobs > 1 ? b->engine->jobs : 1;
  b->n_workers = b->keys.n < jobs ? (uint32_t)b->keys.n : jobs;
  PQ_TRY(st, open_easels(b));
  PQ_TRY(st, open_makings(b));
  if (b->n_workers < 2) return make_alone(b);
  PQ_TRY(st, pq_pool_open(b->engine->alloc, b->n_workers, b->n_makings, &job,
                          &b->pool));
  return make_together(b);
}

static pq_status build_all(builder *b) {
  pq_status st = PQ_OK;
  PQ_TRY(st, make_all(b));
  PQ_TRY(st, write_whole(b));
  if (b->options->only_site) return PQ_OK;
  PQ_TRY(st, pq_beside_keep(&b->graph));
  return pq_beside_keep(&b->report);
}

static void open_builder(builder *b) {
  pq_alloc *const alloc = b->engine->alloc;
  for (size_t i = 0; i < PQ_JOBS_MOST; ++i) {
    pq_spellings_open(&b->spellings[i], alloc);
  }
  pq_keys_init(&b->keys, alloc);
  pq_buf_init(&b->bytes, alloc);
  pq_names_init(&b->names, alloc);
  pq_ledger_init(&b->ledger, alloc);
  pq_kgx_init(&b->kgx, alloc);
  pq_web_run_init(&b->web, alloc);
  pq_web_overview_init(&b->overview, b->engine);
}

static void close_builder(builder *b) {
  pq_pool_close(b->pool);
  for (uint32_t i = 0; i < b->n_makings; ++i) {
    pq_making_close(&b->makings[i]);
  }
  pq_free(b->engine->alloc, b->makings);
  for (size_t i = 0; i < PQ_JOBS_MOST; ++i) {
    pq_spellings_close(&b->spellings[i]);
  }
  for (uint32_t i = 0; i < b->n_easels; ++i) {
    pq_easel_close(b->easels[i]);
  }
  pq_web_run_clear(&b->web);
  pq_web_overview_clear(&b->overview);
  pq_beside_drop(&b->graph);
  pq_beside_drop(&b->report);
  if (b->wants.scratch >= 0) (void)close(b->wants.scratch);
  pq_folder_close(&b->folder);
  pq_keys_clear(&b->keys);
  pq_buf_clear(&b->bytes);
  pq_names_clear(&b->names);
  pq_ledger_clear(&b->ledger);
  pq_kgx_clear(&b->kgx);
}

pq_status pq_build(pq_engine *engine, const pq_inputs *inputs,
                   const pq_build_options *options, const pq_sink *sink,
                   pq_tally *tally) {
  if (!engine || !pq_inputs_are_sound(inputs) || !options ||
      (options->n_types && !options->types) ||
      !pq_shard_is_sound(inputs->shard, inputs->n_shards)) {
    return PQ_BAD_ARG;
  }
  builder b = {.engine = engine,
               .options = options,
               .sink = sink,
               .wants = {.engine = engine, .scratch = -1},
               .folder = {.fd = -1},
               .graph = {.fd = -1},
               .report = {.fd = -1}};
  b.wants.folder = &b.folder;
  open_builder(&b);
  pq_status st = start(&b);
  if (!st) st = read_keys(&b, inputs);
  if (!st) st = build_all(&b);
  if (tally) *tally = b.tally;
  close_builder(&b);
  return st;
}
