/* pq_merge: files of quads into one, in the order of `build`, in bounded
 * memory.
 *
 *   files -> blocks -> heap of 32 MiB, sorted -> run, run, run ...
 *   runs (at most 32 at once) -> smallest block first -> output
 *
 * What fits into the heap is written from there.  A record that several files
 * have is written once; lines that only one of them has are kept. */
#include "block.h"
#include "folder.h"
#include "support.h"

#include "base/alloc.h"
#include "base/note.h"
#include "base/vec.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
  HEAP_USUAL = 32 << 20, /* bytes of blocks that wait in memory */
  RUNS_MOST = 32,        /* that are open at once */
  UNITE_LEAST = 1 << 20  /* bytes that are not sorted yet */
};

/* A block in the heap. */
typedef struct item {
  const char *base; /* of the heap, when it is sorted */
  size_t at;        /* id, graph, bytes: one behind the other */
  uint32_t id, graph;
  size_t bytes;
} item;

typedef struct merger {
  pq_alloc *alloc;
  const pq_sink *sink;
  const char *scratch;
  pq_output *out;
  pq_merge_count count;
  pq_support *support; /* or NULL */
  pq_buf heap;
  size_t heap_most;
  pq_arena arena; /* of items */
  PQ_VEC(item) items;
  int runs[RUNS_MOST];
  uint32_t n_runs;
  pq_block_quads last; /* waits for others of its key */
  bool has_last, mixed;
  size_t added;   /* where the block begins that was put into it last */
  size_t settled; /* its size when its lines were sorted */
  int to;         /* a run that is being written, or -1: the output */
} merger;

static pq_view id_of(const item *i) {
  return (pq_view){i->base + i->at, i->id};
}

static pq_view graph_of(const item *i) {
  return (pq_view){i->base + i->at + i->id, i->graph};
}

static pq_view bytes_of(const item *i) {
  return (pq_view){i->base + i->at + i->id + i->graph, i->bytes};
}

static int by_key(const void *one, const void *two) {
  const item *const a = one;
  const item *const b = two;
  const int order =
      pq_block_order(id_of(a), graph_of(a), id_of(b), graph_of(b));
  return order ? order : pq_view_order(bytes_of(a), bytes_of(b));
}

/* ---- out ---- */

static pq_status put(merger *m, pq_view bytes) {
  if (m->to < 0) return m->out->write(m->out->user, bytes.ptr, bytes.len);
  if (!pq_bytes_write(m->to, bytes)) return PQ_OK;
  return pq_fail(m->sink, PQ_BAD_WRITE, "merge.scratch",
                 (pq_place){.file = pq_view_of(m->scratch)},
                 "a temporary file cannot be written; TMPDIR names another"
                 " folder for it");
}

static size_t count_lines(pq_view bytes) {
  size_t n = 0;
  for (size_t i = 0; i < bytes.len; ++i) {
    n += bytes.ptr[i] == '\n';
  }
  return n;
}

static void cut_lines(pq_view bytes, pq_view *at) {
  while (bytes.len) {
    *at++ = pq_view_cut(&bytes, '\n');
  }
}

/* Sort the lines of the block that waits, each once. */
static pq_status settle(merger *m) {
  pq_buf made;
  pq_buf_init(&made, m->alloc);
  const pq_view bytes = pq_buf_view(&m->last.bytes);
  const size_t n = count_lines(bytes);
  pq_view *const lines = pq_calloc(m->alloc, n * sizeof *lines);
  if (!lines) return PQ_NO_MEM;
  cut_lines(bytes, lines);
  qsort(lines, n, sizeof *lines, pq_view_compare);
  for (size_t i = 0; i < n; ++i) {
    if (i && pq_view_same(lines[i - 1], lines[i])) continue;
    pq_buf_put(&made, lines[i]);
    pq_buf_char(&made, '\n');
  }
  pq_free(m->alloc, lines);
  pq_buf_clear(&m->last.bytes);
  m->last.bytes = made;
  m->added = m->settled = made.len;
  if (made.len <= PQ_BLOCK_MOST) return made.status;
  return pq_fail(m->sink, PQ_LIMIT, "merge.block", (pq_place){0},
                 "the quads of the graph %.*s take more than 256 MiB",
                 pq_view_width(pq_buf_view(&m->last.graph)), m->last.graph.ptr);
}

static pq_status put_last(merger *m) {
  if (!m->has_last) return PQ_OK;
  m->has_last = false;
  pq_status st = PQ_OK;
  if (m->mixed) PQ_TRY(st, settle(m));
  const pq_view bytes = pq_buf_view(&m->last.bytes);
  if (m->to < 0) {
    ++m->count.graphs;
    m->count.quads += count_lines(bytes);
    if (m->support) PQ_TRY(st, pq_support_add(m->support, bytes));
  }
  return put(m, bytes);
}

static pq_status hold(merger *m, pq_view id, pq_view graph, pq_view bytes) {
  pq_block_quads *const b = &m->last;
  pq_buf_reset(&b->id);
  pq_buf_reset(&b->graph);
  pq_buf_reset(&b->bytes);
  pq_buf_put(&b->id, id);
  pq_buf_put(&b->graph, graph);
  pq_buf_put(&b->bytes, bytes);
  m->has_last = true;
  m->mixed = false;
  m->added = m->settled = 0;
  if (b->id.status) return b->id.status;
  return b->graph.status ? b->graph.status : b->bytes.status;
}

/* Another file tells something else of the graph that waits.  Its lines are put
 * behind, and all are sorted when they have become twice as many. */
static pq_status unite(merger *m, pq_view bytes) {
  pq_buf *const b = &m->last.bytes;
  m->mixed = true;
  m->added = b->len;
  pq_buf_put(b, bytes);
  if (b->status) return b->status;
  return b->len > 2 * m->settled + UNITE_LEAST ? settle(m) : PQ_OK;
}

/* Is it the block that was taken last? */
static bool is_again(const merger *m, pq_view bytes) {
  return pq_view_same(pq_view_skip(pq_buf_view(&m->last.bytes), m->added),
                      bytes);
}

/* The next block in order. */
static pq_status take(merger *m, pq_view id, pq_view graph, pq_view bytes) {
  pq_status st = PQ_OK;
  const bool same = m->has_last &&
                    pq_view_same(pq_buf_view(&m->last.graph), graph) &&
                    pq_view_same(pq_buf_view(&m->last.id), id);
  if (!same) {
    PQ_TRY(st, put_last(m));
    return hold(m, id, graph, bytes);
  }
  return is_again(m, bytes) ? PQ_OK : unite(m, bytes);
}

/* ---- the heap ---- */

static void empty_heap(merger *m) {
  pq_buf_reset(&m->heap);
  pq_arena_reset(&m->arena);
  m->items.at = NULL;
  m->items.n = m->items.cap = 0;
}

static pq_status put_heap(merger *m) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < m->items.n; ++i) {
    m->items.at[i].base = m->heap.ptr;
  }
  if (m->items.n) qsort(m->items.at, m->items.n, sizeof(item), by_key);
  for (uint32_t i = 0; i < m->items.n; ++i) {
    const item *const t = &m->items.at[i];
    PQ_TRY(st, take(m, id_of(t), graph_of(t), bytes_of(t)));
  }
  empty_heap(m);
  return put_last(m);
}

static pq_status open_run(merger *m) {
  char name[4096];
  (void)snprintf(name, sizeof name, "%s/pathquill-merge-XXXXXX", m->scratch);
  m->to = mkstemp(name);
  if (m->to < 0) {
    return pq_fail(m->sink, PQ_BAD_WRITE, "merge.scratch",
                   (pq_place){.file = pq_view_of(m->scratch)},
                   "no temporary file can be made here; TMPDIR names another"
                   " folder");
  }
  (void)unlink(name);
  return PQ_OK;
}

/* What was written can be read from its beginning on. */
static pq_status close_run(merger *m) {
  const int fd = m->to;
  m->to = -1;
  m->runs[m->n_runs++] = fd;
  return lseek(fd, 0, SEEK_SET) ? PQ_BAD_READ : PQ_OK;
}

static pq_status merge_runs(merger *m);

/* The heap goes into a run, many runs into one. */
static pq_status spill(merger *m) {
  pq_status st = PQ_OK;
  if (m->n_runs == RUNS_MOST) {
    PQ_TRY(st, open_run(m));
    PQ_TRY(st, merge_runs(m));
    PQ_TRY(st, close_run(m));
  }
  PQ_TRY(st, open_run(m));
  PQ_TRY(st, put_heap(m));
  return close_run(m);
}

static pq_status add(merger *m, const pq_block_quads *b) {
  pq_status st = PQ_OK;
  if (m->heap.len && m->heap.len + b->bytes.len > m->heap_most) {
    PQ_TRY(st, spill(m));
  }
  const item i = {.at = m->heap.len,
                  .id = (uint32_t)b->id.len,
                  .graph = (uint32_t)b->graph.len,
                  .bytes = b->bytes.len};
  pq_buf_put(&m->heap, pq_buf_view(&b->id));
  pq_buf_put(&m->heap, pq_buf_view(&b->graph));
  pq_buf_put(&m->heap, pq_buf_view(&b->bytes));
  if (m->heap.status) return m->heap.status;
  PQ_PUSH(&m->arena, &m->items, i);
  return PQ_OK;
}

/* ---- runs ---- */

/* A run that is being read, and its next block. */
typedef struct head {
  pq_blocks blocks;
  pq_block_quads block;
  bool open, ended;
} head;

static pq_status next_of(head *h) {
  const pq_status st = pq_blocks_next(&h->blocks, &h->block);
  h->ended = st == PQ_END;
  return h->ended ? PQ_OK : st;
}

static bool comes_before(const head *a, const head *b) {
  const int order =
      pq_block_order(pq_buf_view(&a->block.id), pq_buf_view(&a->block.graph),
                     pq_buf_view(&b->block.id), pq_buf_view(&b->block.graph));
  return order < 0 ||
         (order == 0 && pq_view_order(pq_buf_view(&a->block.bytes),
                                      pq_buf_view(&b->block.bytes)) < 0);
}

static pq_status open_heads(merger *m, head *heads, uint32_t n) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < n; ++i) {
    head *const h = &heads[i];
    pq_block_init(&h->block, m->alloc);
    h->open = true;
    const int fd = m->runs[i];
    m->runs[i] = -1; /* theirs now */
    PQ_TRY(st, pq_blocks_open_at(&h->blocks, m->alloc, fd, m->sink));
    PQ_TRY(st, next_of(h));
  }
  return PQ_OK;
}

static head *first_of(head *heads, uint32_t n) {
  head *best = NULL;
  for (uint32_t i = 0; i < n; ++i) {
    if (heads[i].ended) continue;
    if (!best || comes_before(&heads[i], best)) best = &heads[i];
  }
  return best;
}

static pq_status merge_heads(merger *m, head *heads, uint32_t n) {
  pq_status st = PQ_OK;
  PQ_TRY(st, open_heads(m, heads, n));
  for (head *h = first_of(heads, n); h; h = first_of(heads, n)) {
    PQ_TRY(st, take(m, pq_buf_view(&h->block.id), pq_buf_view(&h->block.graph),
                    pq_buf_view(&h->block.bytes)));
    PQ_TRY(st, next_of(h));
  }
  return put_last(m);
}

/* All runs, which are used up. */
static pq_status merge_runs(merger *m) {
  const uint32_t n = m->n_runs;
  head *const heads = pq_calloc(m->alloc, n * sizeof *heads);
  if (!heads) return PQ_NO_MEM;
  m->n_runs = 0;
  const pq_status st = merge_heads(m, heads, n);
  for (uint32_t i = 0; i < n; ++i) {
    if (!heads[i].open && m->runs[i] >= 0) (void)close(m->runs[i]);
    if (!heads[i].open) continue;
    pq_blocks_close(&heads[i].blocks);
    pq_block_clear(&heads[i].block);
  }
  pq_free(m->alloc, heads);
  return st;
}

/* ---- in ---- */

static pq_status read_blocks(merger *m, pq_blocks *blocks) {
  pq_status st = PQ_OK;
  pq_block_quads b;
  pq_block_init(&b, m->alloc);
  while (!st) {
    st = pq_blocks_next(blocks, &b);
    if (!st) st = add(m, &b);
  }
  pq_block_clear(&b);
  return st == PQ_END ? PQ_OK : st;
}

static pq_status read_file(merger *m, const char *path) {
  pq_blocks blocks;
  pq_status st = pq_blocks_open(&blocks, m->alloc, path, m->sink);
  if (!st) st = read_blocks(m, &blocks);
  pq_blocks_close(&blocks);
  return st;
}

static pq_status merge_all(merger *m, const char *const *files, size_t n) {
  pq_status st = PQ_OK;
  for (size_t i = 0; i < n; ++i) {
    PQ_TRY(st, read_file(m, files[i]));
  }
  if (!m->n_runs) return put_heap(m);
  if (m->items.n) PQ_TRY(st, spill(m));
  return merge_runs(m);
}

static pq_status save_summary(merger *m, const char *path) {
  pq_status st = PQ_OK;
  pq_buf table;
  pq_buf_init(&table, m->alloc);
  st = pq_support_table(m->support, &table);
  if (!st) st = pq_file_save(path, pq_buf_view(&table), m->sink);
  pq_buf_clear(&table);
  return st;
}

static void open_merger(merger *m) {
  pq_buf_init(&m->heap, m->alloc);
  pq_arena_init(&m->arena, m->alloc, 0);
  pq_block_init(&m->last, m->alloc);
}

static void close_merger(merger *m) {
  if (m->to >= 0) (void)close(m->to);
  for (uint32_t i = 0; i < m->n_runs; ++i) {
    (void)close(m->runs[i]);
  }
  pq_buf_clear(&m->heap);
  pq_arena_clear(&m->arena);
  pq_block_clear(&m->last);
}

pq_status pq_merge(const char *const *files, size_t n_files,
                   const pq_merge_options *options, pq_output *out,
                   const pq_sink *sink, pq_merge_count *count) {
  const pq_merge_options usual = {.scratch = NULL};
  const pq_merge_options *const o = options ? options : &usual;
  if (!files || !out || !out->write) return PQ_BAD_ARG;
  pq_support support;
  pq_support_init(&support, NULL);
  merger m = {.sink = sink,
              .scratch = o->scratch && *o->scratch ? o->scratch : "/tmp",
              .out = out,
              .heap_most = o->memory ? o->memory : HEAP_USUAL,
              .support = o->summary ? &support : NULL,
              .to = -1};
  open_merger(&m);
  pq_status st = o->summary ? pq_file_foresee(o->summary, sink) : PQ_OK;
  if (!st) st = merge_all(&m, files, n_files);
  if (!st && o->summary) st = save_summary(&m, o->summary);
  if (!st && count) *count = m.count;
  close_merger(&m);
  pq_support_clear(&support);
  return st;
}
