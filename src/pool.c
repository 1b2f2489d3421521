#include "pool.h"

#include "feed.h"

#include "base/alloc.h"
#include "base/inlet.h"
#include "base/note.h"
#include "write/write.h"

pq_status pq_pool_open(pq_pool *pool, pq_alloc *alloc, const pq_sink *sink) {
  pq_status st = PQ_OK;
  *pool = (pq_pool){.sink = sink};
  PQ_TRY(st, pq_rdf_open(&pool->rdf, alloc));
  pq_buf_init(&pool->bytes, alloc);
  pq_quads_open(&pool->quads, &pool->rdf, PQ_LIT("records"), sink);
  return PQ_OK;
}

void pq_pool_close(pq_pool *pool) {
  pq_free(pool->rdf.alloc, pool->named);
  pq_quads_close(&pool->quads);
  pq_buf_clear(&pool->bytes);
  pq_rdf_close(&pool->rdf);
}

/* ---- lines of N-Quads ---- */

/* The IRI between the last brackets of a line: its graph. */
static pq_view graph_of(pq_view line) {
  size_t end = line.len;
  while (end && line.ptr[end - 1] != '>') {
    --end;
  }
  size_t from = end;
  while (from && line.ptr[from - 1] != '<') {
    --from;
  }
  return end > from ? pq_view_skip(pq_view_head(line, end - 1), from)
                    : (pq_view){"", 0};
}

static pq_status keep_quad(pq_pool *pool, const pq_rdf_quad *q) {
  if (pool->n_named == pool->cap_named) {
    const uint32_t cap = pool->cap_named ? 2 * pool->cap_named : 256;
    if (cap < pool->cap_named) return PQ_LIMIT;
    void *const grown =
        pq_realloc(pool->rdf.alloc, pool->named, cap * sizeof *pool->named);
    if (!grown) return PQ_NO_MEM;
    pool->named = grown;
    pool->cap_named = cap;
  }
  pool->named[pool->n_named++] = *q;
  return PQ_OK;
}

/* Note the graph of what two records may say of one text. */
static pq_status note_graph(pq_pool *pool, pq_view line) {
  pq_status st = PQ_OK;
  const pq_rdf_triple t = pool->rdf.triples[pool->rdf.n_triples - 1];
  const pq_rdf_term graph = {.text = graph_of(line)};
  pq_rdf_quad q = {t.subject, t.predicate, t.object, 0};
  if (t.predicate != pq_rdf_of(PQ_TERM_STATES) &&
      t.predicate != pq_rdf_of(PQ_TERM_DC_SUBJECT)) {
    return PQ_OK;
  }
  PQ_TRY(st, pq_rdf_add_term(&pool->rdf, &graph, &q.graph));
  if (q.graph == q.object) return PQ_OK; /* N-Triples: no graph */
  return keep_quad(pool, &q);
}

static pq_status take_line(pq_pool *pool, pq_quads *quads, pq_view line,
                           uint32_t number) {
  pq_status st = PQ_OK;
  const uint32_t n = pool->rdf.n_triples;
  PQ_TRY(st, pq_quads_line(quads, line, number));
  return pool->rdf.n_triples > n ? note_graph(pool, line) : PQ_OK;
}

static pq_status take_lines(pq_pool *pool, pq_quads *quads, pq_inlet *in) {
  for (;;) {
    pq_view line;
    uint32_t number = 0;
    pq_status st = pq_inlet_line(in, &line, &number);
    if (st == PQ_END) return PQ_OK;
    if (st == PQ_NO_MEM) return st;
    if (st) {
      const pq_place at = {.file = quads->file, .line = number};
      return pq_fail(pool->sink, st, "draw.unread", at, "%s",
                     st == PQ_LIMIT ? "the line is longer than 4 MiB"
                                    : "cannot read the file");
    }
    PQ_TRY(st, take_line(pool, quads, line, number));
  }
}

static pq_status take_quads(pq_pool *pool, const char *path) {
  pq_quads quads;
  pq_inlet in;
  const pq_place at = {.file = pq_view_of(path)};
  pq_quads_open(&quads, &pool->rdf, at.file, pool->sink);
  pq_inlet_init(&in, pool->rdf.alloc);
  pq_status st = pq_inlet_open(&in, path, PQ_FILE_NAMED);
  st = st ? pq_fail(pool->sink, st, "draw.unread", at, "cannot open the file")
          : take_lines(pool, &quads, &in);
  pq_inlet_clear(&in);
  pq_quads_close(&quads);
  return st;
}

static pq_status take_file(pq_pool *pool, const char *path) {
  return pq_view_ends(pq_view_of(path), PQ_LIT(".nq"))
             ? take_quads(pool, path)
             : pq_feed_bulk(&pool->rdf, path, pool->sink);
}

pq_status pq_pool_files(pq_pool *pool, const pq_inputs *inputs) {
  for (size_t i = 0; i < inputs->n_paths; ++i) {
    if (!pq_rdf_syntax(pq_view_of(inputs->paths[i]))) continue;
    const pq_status st = take_file(pool, inputs->paths[i]);
    const bool told = st == PQ_BAD_SYNTAX || st == PQ_BAD_ENCODING;
    if (st) return told ? PQ_BAD_READ : st;
  }
  return PQ_OK;
}

pq_status pq_pool_graph(pq_pool *pool, const pq_graph *g) {
  pq_status st = PQ_OK;
  pq_buf_reset(&pool->bytes);
  PQ_TRY(st, pq_write_nquads(g, &pool->bytes));
  if (pool->bytes.status) return pool->bytes.status;
  pq_view rest = pq_buf_view(&pool->bytes);
  while (!st && rest.len) {
    st = pq_quads_line(&pool->quads, pq_view_cut(&rest, '\n'), 0);
  }
  return st;
}

void pq_pool_settle(pq_pool *pool) {
  pq_rdf_settle(&pool->rdf);
}

pq_status pq_pool_records(pq_alloc *alloc, const pq_inputs *inputs,
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
