/* Lines are put together only when they are in order; until then
 *
 *   heads    one for each subject in turn: its token, its rows
 *   rows     predicate, token of the object
 *   tokens   <subject> SP  object SP  object SP ...   each rendered once
 *
 * No token is the beginning of another one, for it ends with its first space
 * outside of quotes; so lines are in the order of their tokens. */
#include "quads.h"

#include "out.h"

typedef struct head {
  uint32_t begin, len; /* of the subject's token */
  uint32_t first, n;   /* rows */
} head;

typedef struct row {
  pq_view predicate;   /* bare: no term of ours holds what is escaped */
  uint32_t begin, len; /* of the object's token */
} row;

typedef struct lines {
  const pq_graph *g;
  pq_buf tokens;
  pq_buf tail; /* what every line ends with */
  PQ_VEC(head) heads;
  PQ_VEC(row) rows;
  uint32_t *ids, *room; /* for sorting: one for each row */
} lines;

enum {
  TOKENS_FIRST = 16 * 1024, /* most records need no more */
  ROWS_FIRST = 128,
  RUN = 8 /* so many are sorted by insertion */
};

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
  pq_buf_put(out, PQ_LIT("^^"));
  pq_out_iri(out, pq_term_iri(types[t->literal]));
}

/* ---- taking statements ---- */

static pq_view token(const lines *all, uint32_t begin, uint32_t len) {
  return (pq_view){all->tokens.ptr + begin, len};
}

/* What was put from `begin` on becomes a token. */
static pq_status end_token(lines *all, uint32_t begin, uint32_t *len) {
  pq_buf_char(&all->tokens, ' ');
  if (all->tokens.status) return all->tokens.status;
  if (all->tokens.len > UINT32_MAX / 2) return PQ_LIMIT;
  *len = (uint32_t)all->tokens.len - begin;
  return PQ_OK;
}

/* The last head, if it is this subject's. */
static head *head_of(const lines *all, pq_view subject) {
  if (!all->heads.n) return NULL;
  head *const h = &all->heads.at[all->heads.n - 1];
  const pq_view bare = token(all, h->begin + 1, h->len - 3);
  return pq_view_same(bare, subject) ? h : NULL;
}

static pq_status begin_head(lines *all, pq_view subject) {
  pq_status st = PQ_OK;
  head h = {.begin = (uint32_t)all->tokens.len, .first = all->rows.n};
  pq_out_iri(&all->tokens, subject);
  PQ_TRY(st, end_token(all, h.begin, &h.len));
  PQ_PUSH(all->g->arena, &all->heads, h);
  return PQ_OK;
}

static pq_status add_row(void *user, const pq_triple *t) {
  pq_status st = PQ_OK;
  lines *const all = user;
  if (!head_of(all, t->subject)) PQ_TRY(st, begin_head(all, t->subject));
  row r = {.predicate = t->predicate, .begin = (uint32_t)all->tokens.len};
  pq_quads_object(&all->tokens, t);
  PQ_TRY(st, end_token(all, r.begin, &r.len));
  PQ_PUSH(all->g->arena, &all->rows, r);
  ++all->heads.at[all->heads.n - 1].n;
  return PQ_OK;
}

/* ---- their order ---- */

typedef int (*order)(const lines *all, uint32_t a, uint32_t b);

static int head_order(const lines *all, uint32_t a, uint32_t b) {
  const head *const x = &all->heads.at[a];
  const head *const y = &all->heads.at[b];
  return pq_view_order(token(all, x->begin, x->len),
                       token(all, y->begin, y->len));
}

/* As if each ended with '>'. */
static int iri_order(pq_view a, pq_view b) {
  const size_t n = a.len < b.len ? a.len : b.len;
  const int c = memcmp(a.ptr, b.ptr, n);
  if (c || a.len == b.len) return c;
  return a.len < b.len ? '>' - (unsigned char)b.ptr[n]
                       : (unsigned char)a.ptr[n] - '>';
}

static int row_order(const lines *all, uint32_t a, uint32_t b) {
  const row *const x = &all->rows.at[a];
  const row *const y = &all->rows.at[b];
  if (x->predicate.ptr != y->predicate.ptr) {
    const int c = iri_order(x->predicate, y->predicate);
    if (c) return c;
  }
  return pq_view_order(token(all, x->begin, x->len),
                       token(all, y->begin, y->len));
}

static void insert(const lines *all, uint32_t *ids, uint32_t n, order by) {
  for (uint32_t i = 1; i < n; ++i) {
    const uint32_t id = ids[i];
    uint32_t k = i;
    for (; k > 0 && by(all, ids[k - 1], id) > 0; --k) {
      ids[k] = ids[k - 1];
    }
    ids[k] = id;
  }
}

/* Two sorted runs, ids[0, middle) and ids[middle, n), into `to`. */
static void merge(const lines *all, const uint32_t *ids, size_t middle,
                  size_t n, uint32_t *to, order by) {
  size_t a = 0;
  size_t b = middle;
  while (a < middle && b < n) {
    *to++ = by(all, ids[a], ids[b]) <= 0 ? ids[a++] : ids[b++];
  }
  memcpy(to, ids + a, (middle - a) * sizeof *to);
  memcpy(to + (middle - a), ids + b, (n - b) * sizeof *to);
}

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

/* Merge sort from the bottom: no recursion, no bad case. */
static void sort_ids(const lines *all, uint32_t *ids, size_t n, order by) {
  for (size_t i = 0; i < n; i += RUN) {
    insert(all, ids + i, (uint32_t)least(RUN, n - i), by);
  }
  for (size_t run = RUN; run < n; run *= 2) {
    for (size_t i = 0; i < n; i += 2 * run) {
      merge(all, ids + i, least(run, n - i), least(2 * run, n - i),
            all->room + i, by);
    }
    memcpy(ids, all->room, n * sizeof *ids);
  }
}

/* ---- writing ---- */

static char *put(char *to, pq_view text) {
  memcpy(to, text.ptr, text.len);
  return to + text.len;
}

static void put_line(const lines *all, const head *h, const row *r,
                     pq_buf *out) {
  const pq_view tail = pq_buf_view(&all->tail);
  const size_t len = h->len + 3 + r->predicate.len + r->len + tail.len;
  if (!pq_buf_has_room(out, len) && pq_buf_reserve(out, len)) return;
  char *to = put(out->ptr + out->len, token(all, h->begin, h->len));
  *to++ = '<';
  to = put(to, r->predicate);
  *to++ = '>';
  *to++ = ' ';
  to = put(to, token(all, r->begin, r->len));
  (void)put(to, tail);
  out->len += len;
}

/* The lines of one subject, each once. */
static void put_subject(const lines *all, const head *h, uint32_t *ids,
                        uint32_t n, pq_buf *out) {
  sort_ids(all, ids, n, row_order);
  for (uint32_t i = 0; i < n; ++i) {
    if (i > 0 && row_order(all, ids[i - 1], ids[i]) == 0) continue;
    put_line(all, h, &all->rows.at[ids[i]], out);
  }
}

/* The walk may come back to a subject. */
static void put_all(const lines *all, const uint32_t *heads, pq_buf *out) {
  for (uint32_t i = 0; i < all->heads.n;) {
    const uint32_t first = heads[i];
    uint32_t n = 0;
    do {
      const head *const h = &all->heads.at[heads[i]];
      for (uint32_t k = 0; k < h->n; ++k) {
        all->ids[n++] = h->first + k;
      }
      ++i;
    } while (i < all->heads.n && head_order(all, first, heads[i]) == 0);
    put_subject(all, &all->heads.at[first], all->ids, n, out);
  }
}

static pq_status put_sorted(lines *all, pq_buf *out) {
  pq_arena *const arena = all->g->arena;
  const size_t n = all->rows.n;
  const uint32_t n_heads = all->heads.n; /* at most as many */
  all->ids = pq_arena_room(arena, (2 * n + n_heads) * sizeof *all->ids);
  if (!all->ids) return arena->status;
  all->room = all->ids + n;
  uint32_t *const heads = all->room + n;
  for (uint32_t i = 0; i < n_heads; ++i) {
    heads[i] = i;
  }
  sort_ids(all, heads, n_heads, head_order);
  put_all(all, heads, out);
  return out->status;
}

static pq_status walk(lines *all) {
  pq_status st = PQ_OK;
  const pq_triple_sink sink = {all, add_row};
  PQ_TRY(st, all->tail.status);
  PQ_TRY(st, pq_buf_reserve(&all->tokens, TOKENS_FIRST));
  PQ_RESERVE(all->g->arena, &all->rows, ROWS_FIRST);
  return pq_graph_walk(all->g, &sink);
}

static pq_status write_sorted(const pq_graph *g, bool quads, pq_buf *out) {
  lines all = {.g = g};
  pq_buf_init(&all.tokens, out->alloc);
  pq_buf_init(&all.tail, out->alloc);
  if (quads) pq_out_iri(&all.tail, g->graph_iri);
  pq_buf_put(&all.tail, quads ? PQ_LIT(" .\n") : PQ_LIT(".\n"));
  pq_status st = walk(&all);
  if (!st) st = put_sorted(&all, out);
  pq_buf_clear(&all.tail);
  pq_buf_clear(&all.tokens);
  return st;
}

pq_status pq_write_nquads(const pq_graph *g, pq_buf *out) {
  return write_sorted(g, true, out);
}

pq_status pq_write_ntriples(const pq_graph *g, pq_buf *out) {
  return write_sorted(g, false, out);
}
