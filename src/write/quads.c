#include "quads.h"

#include "out.h"

typedef struct lines {
  const pq_graph *g;
  bool quads;
  pq_buf text;            /* lines one after another, with their LF */
  PQ_VEC(uint32_t) begin; /* of each line in `text` */
} lines;

static const pq_term types[] = {[PQ_INTEGER] = PQ_TERM_INTEGER,
                                [PQ_DECIMAL] = PQ_TERM_DECIMAL,
                                [PQ_BOOLEAN] = PQ_TERM_BOOLEAN,
                                [PQ_YEAR] = PQ_TERM_YEAR};

void pq_quads_object(pq_buf *out, const pq_triple *t) {
  if (t->literal == PQ_IRI) {
    pq_out_iri(out, t->object);
    return;
  }
  pq_out_string(out, t->object);
  if (t->literal == PQ_PLAIN) return;
  pq_buf_text(out, "^^");
  pq_out_iri(out, pq_term_iri(types[t->literal]));
}

static pq_status add_line(void *user, const pq_triple *t) {
  lines *const all = user;
  pq_buf *const out = &all->text;
  if (out->len > UINT32_MAX / 2) return PQ_LIMIT;
  PQ_PUSH(all->g->arena, &all->begin, (uint32_t)out->len);
  pq_out_iri(out, t->subject);
  pq_buf_char(out, ' ');
  pq_out_iri(out, t->predicate);
  pq_buf_char(out, ' ');
  pq_quads_object(out, t);
  pq_buf_char(out, ' ');
  if (all->quads) {
    pq_out_iri(out, all->g->graph_iri);
    pq_buf_char(out, ' ');
  }
  pq_buf_text(out, ".\n");
  return out->status;
}

/* Without its LF, for a tab sorts before it. */
static pq_view line_at(const lines *all, uint32_t begin) {
  const pq_view rest = pq_view_skip(pq_buf_view(&all->text), begin);
  return pq_view_head(rest, pq_view_find(rest, '\n'));
}

static int order_of(const lines *all, uint32_t a, uint32_t b) {
  return pq_view_order(line_at(all, a), line_at(all, b));
}

static void sift(const lines *all, uint32_t *heap, uint32_t at, uint32_t n) {
  for (uint32_t child; (child = 2 * at + 1) < n; at = child) {
    if (child + 1 < n && order_of(all, heap[child], heap[child + 1]) < 0) {
      ++child;
    }
    if (order_of(all, heap[at], heap[child]) >= 0) return;
    const uint32_t held = heap[at];
    heap[at] = heap[child];
    heap[child] = held;
  }
}

/* Heap sort: no memory, no recursion, no bad case. */
static void sort_lines(lines *all) {
  uint32_t *const heap = all->begin.at;
  for (uint32_t i = all->begin.n / 2; i > 0; --i) {
    sift(all, heap, i - 1, all->begin.n);
  }
  for (uint32_t n = all->begin.n; n > 1; --n) {
    const uint32_t held = heap[0];
    heap[0] = heap[n - 1];
    heap[n - 1] = held;
    sift(all, heap, 0, n - 1);
  }
}

static pq_status write_sorted(const pq_graph *g, bool quads, pq_buf *out) {
  lines all = {.g = g, .quads = quads};
  const pq_triple_sink sink = {&all, add_line};
  pq_buf_init(&all.text, out->alloc);
  pq_status st = pq_graph_walk(g, &sink);
  if (!st) sort_lines(&all);
  pq_view last = {NULL, 0};
  for (uint32_t i = 0; !st && i < all.begin.n; ++i) {
    const pq_view line = line_at(&all, all.begin.at[i]);
    if (last.ptr && pq_view_same(last, line)) continue;
    pq_buf_put(out, line);
    pq_buf_char(out, '\n');
    last = line;
  }
  pq_buf_clear(&all.text);
  return st ? st : out->status;
}

pq_status pq_write_nquads(const pq_graph *g, pq_buf *out) {
  return write_sorted(g, true, out);
}

pq_status pq_write_ntriples(const pq_graph *g, pq_buf *out) {
  return write_sorted(g, false, out);
}
