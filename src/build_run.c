/* pq_build: every record twice, first for its key, then for its files.
 *
 *   inputs -> scratch file + keys -> sort -> desk -> ID.ttl ID.dot ID.svg ...
 *                                               +--> graph.nq  report.tsv
 *                                               +--> names.tsv
 *                                               +--> ledger -> edges, kgx
 *                                               +--> site/
 * Since work goes by key, output does not know the order of the inputs. */
#include "bundle.h"
#include "folder.h"
#include "kgx_run.h"
#include "names.h"
#include "report.h"
#include "run.h"
#include "web_run.h"

#include "base/note.h"
#include "write/write.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

enum {
  TYPES_MOST = 24
};

typedef struct builder {
  pq_engine *engine;
  const pq_build_options *options;
  const pq_sink *sink;
  const pq_writer *types[TYPES_MOST];
  size_t n_types;
  pq_easel *easel; /* NULL where no picture is wanted */
  pq_folder folder;
  int scratch;
  pq_keys keys;
  pq_harvest harvest;
  pq_desk desk;
  pq_buf raw, bytes, dot, quads;
  pq_buf svg; /* the picture of the record at hand */
  bool drawn; /* it is there, or cannot be made */
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
  for (size_t i = 0; i < b->n_types; ++i) {
    if (b->types[i] == writer) return PQ_OK;
  }
  assert(b->n_types < TYPES_MOST); /* there are fewer writers */
  b->types[b->n_types++] = writer;
  return PQ_OK;
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
  for (size_t i = 0; i < b->n_types; ++i) {
    if (b->types[i]->kind == kind) return true;
  }
  return false;
}

static pq_status open_files(builder *b) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_folder_scratch(&b->folder, &b->scratch));
  if (b->options->site) {
    PQ_TRY(st, pq_web_run_open(&b->web, &b->folder));
    PQ_TRY(st, pq_web_overview_open(&b->overview, b->sink));
  }
  PQ_TRY(st, pq_beside_open(&b->folder, "graph.nq", &b->graph));
  return pq_beside_open(&b->folder, "report.tsv", &b->report);
}

static pq_status start(builder *b) {
  pq_status st = PQ_OK;
  PQ_TRY(st, choose_types(b));
  if (wants(b, PQ_WRITER_PICTURE) || wants(b, PQ_WRITER_MAP) ||
      b->options->site) {
    PQ_TRY(st, pq_easel_open(b->engine->alloc, b->sink, &b->easel));
  }
  const char *const path = b->options->folder ? b->options->folder : "out";
  PQ_TRY(st, pq_folder_open(path, b->sink, &b->folder));
  PQ_TRY(st, open_files(b));
  pq_report_head(&b->bytes);
  if (b->bytes.status) return b->bytes.status;
  return pq_beside_put(&b->report, pq_buf_view(&b->bytes));
}

/* ---- the first reading ---- */

static pq_status keep_raw(const builder *b, pq_view bytes) {
  if (!pq_bytes_write(b->scratch, bytes)) return PQ_OK;
  return pq_fail(b->sink, PQ_BAD_WRITE, "output.not-written",
                 (pq_place){.file = pq_view_of(b->folder.path)},
                 "cannot keep the records for the second reading%s",
                 errno == ENOSPC ? ": no space is left" : "");
}

/* The first reading is silent: what is wrong with a record is told when it is
 * worked on, so that findings come in the order of the output. */
static pq_status read_key(builder *b, pq_desk *desk, const pq_raw *raw,
                          uint64_t *at) {
  pq_status st = pq_desk_read(desk, raw);
  const pq_view id = st ? (pq_view){"", 0} : desk->record.stable_id;
  if (!pq_shard_has(&desk->shard, id, raw->bytes)) return PQ_OK;
  PQ_TRY(st, pq_keys_add(&b->keys, raw, id, *at));
  PQ_TRY(st, keep_raw(b, raw->bytes));
  *at += raw->bytes.len;
  return PQ_OK;
}

static pq_status read_keys(builder *b, const pq_inputs *inputs) {
  pq_status st = PQ_OK;
  uint64_t at = 0;
  pq_desk desk;
  pq_stream *stream = NULL;
  PQ_TRY(st, pq_stream_open(b->engine->alloc, inputs, b->sink, &stream));
  pq_desk_open(&desk, b->engine, NULL);
  desk.shard = (pq_shard){inputs->shard, inputs->n_shards};
  while (!st) {
    pq_raw raw = {0};
    st = pq_run_next(stream, &b->harvest, &raw);
    if (!st) st = read_key(b, &desk, &raw, &at);
  }
  pq_desk_close(&desk);
  pq_stream_close(stream);
  if (st != PQ_END) return st;
  b->tally.failed += b->harvest.skipped;
  pq_keys_settle(&b->keys, b->sink);
  return pq_run_close(&b->harvest, b->sink);
}

/* ---- the second ---- */

static pq_status fetch(builder *b, const pq_key *key, pq_raw *raw) {
  pq_status st = PQ_OK;
  pq_buf_reset(&b->raw);
  PQ_TRY(st, pq_buf_reserve(&b->raw, (size_t)key->len + 1));
  while (b->raw.len < key->len) {
    const ssize_t n =
        pread(b->scratch, b->raw.ptr + b->raw.len, key->len - b->raw.len,
              (off_t)(key->at + b->raw.len));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      return pq_fail(b->sink, PQ_BAD_WRITE, "output.scratch", (pq_place){0},
                     "the kept records cannot be read again");
    }
    b->raw.len += (size_t)n;
  }
  *raw = (pq_raw){.bytes = pq_buf_view(&b->raw),
                  .format = key->format,
                  .place = {.file = key->file, .line = key->line}};
  return PQ_OK;
}

static pq_status draw(builder *b, pq_view format, pq_buf *out) {
  pq_status st = PQ_OK;
  if (!b->dot.len) PQ_TRY(st, pq_write_dot(&b->desk.graph, &b->dot));
  if (b->dot.status) return b->dot.status;
  return pq_easel_draw(b->easel, pq_buf_view(&b->dot), format, out);
}

/* Draw the SVG, once; without one it stays empty. */
static pq_status draw_svg(builder *b) {
  if (b->drawn) return PQ_OK;
  b->drawn = true;
  const pq_status st = draw(b, PQ_LIT("svg"), &b->svg);
  if (st) pq_buf_reset(&b->svg);
  return st == PQ_LIMIT ? PQ_OK : st;
}

static pq_status draw_type(builder *b, pq_view format) {
  pq_status st = PQ_OK;
  if (!pq_view_same(format, PQ_LIT("svg"))) return draw(b, format, &b->bytes);
  PQ_TRY(st, draw_svg(b));
  pq_buf_put(&b->bytes, pq_buf_view(&b->svg));
  return b->svg.len ? PQ_OK : PQ_LIMIT;
}

/* The bytes of one file.  A record without a picture is no failure: the easel
 * told why. */
static pq_status make_bytes(builder *b, const pq_writer *type, bool *none) {
  pq_buf_reset(&b->bytes);
  *none = false;
  if (type->kind == PQ_WRITER_PICTURE || type->kind == PQ_WRITER_MAP) {
    const pq_status st =
        type->kind == PQ_WRITER_MAP
            ? pq_write_sbgn(&b->desk.graph, b->easel, &b->bytes)
            : draw_type(b, pq_view_of(type->name));
    *none = st == PQ_LIMIT;
    return *none ? PQ_OK : st;
  }
  return type->write(&b->desk.graph, &b->bytes);
}

static pq_status write_files(builder *b, const pq_key *key) {
  pq_status st = PQ_OK;
  char name[PQ_STEM_MOST + 16];
  const size_t n = pq_key_stem(key, name);
  pq_buf_reset(&b->dot);
  pq_buf_reset(&b->svg);
  b->drawn = false;
  for (size_t i = 0; i < b->n_types; ++i) {
    bool none = false;
    if (b->types[i]->kind == PQ_WRITER_RUN) continue;
    (void)snprintf(name + n, sizeof name - n, "%s", b->types[i]->ending);
    PQ_TRY(st, make_bytes(b, b->types[i], &none));
    if (b->bytes.status) return b->bytes.status;
    if (none) {
      pq_folder_drop(&b->folder, name); /* an old one would tell old news */
      continue;
    }
    PQ_TRY(st, pq_folder_put(&b->folder, name, pq_buf_view(&b->bytes)));
  }
  return PQ_OK;
}

static pq_status write_page(builder *b, const pq_key *key) {
  pq_status st = PQ_OK;
  char stem[PQ_STEM_MOST];
  const size_t n = pq_key_stem(key, stem);
  if (!b->options->site) return PQ_OK;
  PQ_TRY(st, draw_svg(b));
  PQ_TRY(st, pq_web_run_add(&b->web, &b->desk.graph, (pq_view){stem, n},
                            pq_buf_view(&b->svg)));
  return pq_web_overview_add(&b->overview, &b->desk.graph, (pq_view){stem, n});
}

/* A page that an earlier run left would tell old news. */
static void drop_page(builder *b, const pq_key *key) {
  char stem[PQ_STEM_MOST];
  const size_t n = pq_key_stem(key, stem);
  if (b->options->site) pq_web_run_drop(&b->web, (pq_view){stem, n});
}

static pq_status work_on(builder *b, const pq_raw *raw, const pq_key *key) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_desk_run(&b->desk, raw));
  pq_buf_reset(&b->quads);
  PQ_TRY(st, pq_write_nquads(&b->desk.graph, &b->quads));
  if (b->quads.status) return b->quads.status;
  PQ_TRY(st, write_files(b, key));
  PQ_TRY(st, write_page(b, key));
  return pq_beside_put(&b->graph, pq_buf_view(&b->quads));
}

/* Keep what can be said only at the end of the run. */
static pq_status enter(builder *b) {
  pq_status st = PQ_OK;
  const bool kgx = wants(b, PQ_WRITER_RUN);
  if (!kgx && !b->options->edges) return PQ_OK;
  PQ_TRY(st, pq_ledger_add(&b->ledger, &b->desk.graph));
  return kgx ? pq_kgx_add(&b->kgx, &b->ledger, &b->desk.graph) : PQ_OK;
}

static pq_status build_one(builder *b, const pq_key *key) {
  pq_status st = PQ_OK;
  pq_raw raw = {0};
  pq_tally one = {0};
  PQ_TRY(st, fetch(b, key, &raw));
  st = work_on(b, &raw, key);
  if (st == PQ_BAD_WRITE) return st;
  pq_key_tell(key, &b->desk.sink);
  if (st) {
    one.failed = 1;
    (void)pq_desk_give_up(&b->desk, st);
    drop_page(b, key);
  } else {
    PQ_TRY(st, pq_names_add(&b->names, &b->desk));
    PQ_TRY(st, enter(b));
    pq_desk_count(&b->desk, &one);
  }
  pq_tally_add(&b->tally, &one);
  pq_buf_reset(&b->bytes);
  pq_report_row(key, &b->desk, &one, &b->bytes);
  if (b->bytes.status) return b->bytes.status;
  return pq_beside_put(&b->report, pq_buf_view(&b->bytes));
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

/* The pages about all records. */
static pq_status write_site(builder *b) {
  pq_status st = PQ_OK;
  pq_buf_reset(&b->dot);
  pq_buf_reset(&b->svg);
  PQ_TRY(st, pq_web_overview_dot(&b->overview, &b->dot));
  if (b->dot.len) {
    st = pq_easel_draw(b->easel, pq_buf_view(&b->dot), PQ_LIT("svg"), &b->svg);
    if (st) pq_buf_reset(&b->svg);
    if (st && st != PQ_LIMIT) return st;
  }
  PQ_TRY(st, pq_web_run_overview(&b->web, &b->overview, pq_buf_view(&b->svg)));
  return pq_web_run_finish(&b->web, &b->engine->maker);
}

/* What only the whole run tells. */
static pq_status write_whole(builder *b) {
  pq_status st = PQ_OK;
  PQ_TRY(st, write_names(b));
  PQ_TRY(st, write_edges(b));
  if (b->options->site) PQ_TRY(st, write_site(b));
  return wants(b, PQ_WRITER_RUN) ? pq_kgx_write(&b->kgx, &b->ledger, &b->folder)
                                 : PQ_OK;
}

static pq_status build_all(builder *b) {
  pq_status st = PQ_OK;
  const pq_progress *const progress = b->options->progress;
  for (size_t i = 0; i < b->keys.n; ++i) {
    PQ_TRY(st, build_one(b, &b->keys.at[i]));
    if (progress && progress->tick) {
      progress->tick(progress->user, &b->tally, b->keys.n);
    }
  }
  PQ_TRY(st, write_whole(b));
  PQ_TRY(st, pq_beside_keep(&b->graph));
  return pq_beside_keep(&b->report);
}

static void open_builder(builder *b) {
  pq_alloc *const alloc = b->engine->alloc;
  pq_keys_init(&b->keys, alloc);
  pq_desk_open(&b->desk, b->engine, b->sink);
  pq_buf_init(&b->raw, alloc);
  pq_buf_init(&b->bytes, alloc);
  pq_buf_init(&b->dot, alloc);
  pq_buf_init(&b->svg, alloc);
  pq_buf_init(&b->quads, alloc);
  pq_names_init(&b->names, alloc);
  pq_ledger_init(&b->ledger, alloc);
  pq_kgx_init(&b->kgx, alloc);
  pq_web_run_init(&b->web, alloc);
  pq_web_overview_init(&b->overview, b->engine);
}

static void close_builder(builder *b) {
  pq_web_run_clear(&b->web);
  pq_web_overview_clear(&b->overview);
  pq_beside_drop(&b->graph);
  pq_beside_drop(&b->report);
  if (b->scratch >= 0) (void)close(b->scratch);
  pq_folder_close(&b->folder);
  pq_easel_close(b->easel);
  pq_desk_close(&b->desk);
  pq_keys_clear(&b->keys);
  pq_buf_clear(&b->raw);
  pq_buf_clear(&b->bytes);
  pq_buf_clear(&b->dot);
  pq_buf_clear(&b->svg);
  pq_buf_clear(&b->quads);
  pq_names_clear(&b->names);
  pq_ledger_clear(&b->ledger);
  pq_kgx_clear(&b->kgx);
}

pq_status pq_build(pq_engine *engine, const pq_inputs *inputs,
                   const pq_build_options *options, const pq_sink *sink,
                   pq_tally *tally) {
  if (!engine || !inputs || !options) return PQ_BAD_ARG;
  builder b = {.engine = engine,
               .options = options,
               .sink = sink,
               .folder = {.fd = -1},
               .scratch = -1,
               .graph = {.fd = -1},
               .report = {.fd = -1}};
  open_builder(&b);
  pq_status st = start(&b);
  if (!st) st = read_keys(&b, inputs);
  if (!st) st = build_all(&b);
  if (tally) *tally = b.tally;
  close_builder(&b);
  return st;
}
