/* Lines are put together only when they are in order; until then
 *
 *   heads    one for each subject in turn: its token, its rows
 *   rows     the token of a predicate and an object
 *   tokens   <subject> SP  <predicate> SP object SP ...    each rendered once
 *
 * No token is the beginning of another one, for it ends with its first space,
 * or its second, outside of quotes; so lines are in the order of their tokens.
 * Behind the last token there is room for a block, so that tokens are copied in
 * whole blocks: a copy of just their bytes would ask for each length. */
#include "quads.h"

#include "out.h"

typedef struct span {
  uint32_t begin, len; /* of a token */
} span;

typedef struct head {
  span token;
  uint32_t first, n; /* rows */
} head;

/* What is sorted, when no token moves any more. */
typedef struct item {
  const char *ptr;
  uint32_t len;
  uint32_t head; /* its index, if it is one */
} item;

typedef struct lines {
  const pq_graph *g;
  pq_buf tokens;
  span tail; /* what every line ends with: the first token */
  PQ_VEC(head) heads;
  PQ_VEC(span) rows;
  item *items, *room; /* for sorting: one for each row */
} lines;

enum {
  TOKENS_FIRST = 32 * 1024, /* most records need no more */
  ROWS_FIRST = 128,
  RUN = 8, /* so many are sorted by insertion */
  BLOCK = 64
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

/* What was put from `token->begin` on becomes a token. */
static pq_status end_token(lines *all, span *token) {
  pq_buf_char(&all->tokens, ' ');
  if (all->tokens.status) return all->tokens.status;
  if (all->tokens.len > UINT32_MAX / 2) return PQ_LIMIT;
  token->len = (uint32_t)all->tokens.len - token->begin;
  return PQ_OK;
}

/* Is the last head this subject's? */
static bool has_head(const lines *all, pq_view subject) {
  if (!all->heads.n) return false;
  const span token = all->heads.at[all->heads.n - 1].token;
  const char *const bare = all->tokens.ptr + token.begin + 1;
  return pq_view_same((pq_view){bare, token.len - 3}, subject);
}

static pq_status begin_head(lines *all, pq_view subject) {
  pq_status st = PQ_OK;
  head h = {.token.begin = (uint32_t)all->tokens.len, .first = all->rows.n};
  pq_out_iri(&all->tokens, subject);
  PQ_TRY(st, end_token(all, &h.token));
  PQ_PUSH(all->g->arena, &all->heads, h);
  return PQ_OK;
}

/* As it is: no term of ours holds what is escaped. */
static void put_predicate(pq_buf *tokens, pq_view iri) {
  const size_t len = iri.len + 3;
  if (!pq_buf_has_room(tokens, len) && pq_buf_reserve(tokens, len)) return;
  char *const to = tokens->ptr + tokens->len;
  to[0] = '<';
  memcpy(to + 1, iri.ptr, iri.len);
  to[len - 2] = '>';
  to[len - 1] = ' ';
  tokens->len += len;
}

static pq_status add_row(void *user, const pq_triple *t) {
  pq_status st = PQ_OK;
  lines *const all = user;
  if (!has_head(all, t->subject)) PQ_TRY(st, begin_head(all, t->subject));
  span row = {.begin = (uint32_t)all->tokens.len};
  put_predicate(&all->tokens, t->predicate);
  pq_quads_object(&all->tokens, t);
  PQ_TRY(st, end_token(all, &row));
  PQ_PUSH(all->g->arena, &all->rows, row);
  ++all->heads.at[all->heads.n - 1].n;
  return PQ_OK;
}

/* ---- their order ---- */

static item item_of(const lines *all, span token, uint32_t of) {
  return (item){all->tokens.ptr + token.begin, token.len, of};
}

static int order(const item *a, const item *b) {
  return memcmp(a->ptr, b->ptr, a->len < b->len ? a->len : b->len);
}

static bool same(const item *a, const item *b) {
  return a->len == b->len && memcmp(a->ptr, b->ptr, a->len) == 0;
}

static void insert(item *items, size_t n) {
  for (size_t i = 1; i < n; ++i) {
    const item one = items[i];
    size_t k = i;
    for (; k > 0 && order(&items[k - 1], &one) > 0; --k) {
      items[k] = items[k - 1];
    }
    items[k] = one;
  }
}

/* Two sorted runs, items[0, middle) and items[middle, n), into `to`. */
static void merge(const item *items, size_t middle, size_t n, item *to) {
  size_t a = 0;
  size_t b = middle;
  while (a < middle && b < n) {
    *to++ = order(&items[a], &items[b]) <= 0 ? items[a++] : items[b++];
  }
  memcpy(to, items + a, (middle - a) * sizeof *to);
  memcpy(to + (middle - a), items + b, (n - b) * sizeof *to);
}

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

/* Merge sort from the bottom: no recursion, no bad case. */
static void sort_items(item *items, size_t n, item *room) {
  for (size_t i = 0; i < n; i += RUN) {
    insert(items + i, least(RUN, n - i));
  }
  for (size_t run = RUN; run < n; run *= 2) {
    for (size_t i = 0; i < n; i += 2 * run) {
      merge(items + i, least(run, n - i), least(2 * run, n - i), room + i);
    }
    memcpy(items, room, n * sizeof *items);
  }
}

/* ---- writing ---- */

/* Some bytes behind the token too. */
static char *put(char *to, const char *token, size_t len) {
  for (size_t i = 0; i < len; i += BLOCK) {
    memcpy(to + i, token + i, BLOCK);
  }
  return to + len;
}

static void put_line(const lines *all, const item *subject, const item *row,
                     pq_buf *out) {
  const size_t len = (size_t)subject->len + row->len + all->tail.len;
  if (!pq_buf_has_room(out, len + BLOCK) && pq_buf_reserve(out, len + BLOCK)) {
    return;
  }
  char *to = put(out->ptr + out->len, subject->ptr, subject->len);
  to = put(to, row->ptr, row->len);
  (void)put(to, all->tokens.ptr + all->tail.begin, all->tail.len);
  out->len += len;
}

/* The lines of one subject, each once. */
static void put_subject(const lines *all, const item *subject, size_t n,
                        pq_buf *out) {
  item *const rows = all->items;
  sort_items(rows, n, all->room);
  for (size_t i = 0; i < n; ++i) {
    if (i > 0 && same(&rows[i - 1], &rows[i])) continue;
    put_line(all, subject, &rows[i], out);
  }
}

/* The walk may come back to a subject. */
static void put_all(const lines *all, const item *heads, pq_buf *out) {
  for (uint32_t i = 0; i < all->heads.n;) {
    const item *const subject = &heads[i];
    size_t n = 0;
    do {
      const head *const h = &all->heads.at[heads[i].head];
      for (uint32_t k = 0; k < h->n; ++k) {
        all->items[n++] = item_of(all, all->rows.at[h->first + k], 0);
      }
      ++i;
    } while (i < all->heads.n && same(subject, &heads[i]));
    put_subject(all, subject, n, out);
  }
}

static pq_status put_sorted(lines *all, pq_buf *out) {
  pq_status st = PQ_OK;
  pq_arena *const arena = all->g->arena;
  const size_t n = all->rows.n;
  const uint32_t n_heads = all->heads.n; /* at most as many */
  PQ_TRY(st, pq_buf_reserve(&all->tokens, BLOCK));
  all->items = pq_arena_room(arena, (2 * n + n_heads) * sizeof *all->items);
  if (!all->items) return arena->status;
  all->room = all->items + n;
  item *const heads = all->room + n;
  for (uint32_t i = 0; i < n_heads; ++i) {
    heads[i] = item_of(all, all->heads.at[i].token, i);
  }
  sort_items(heads, n_heads, all->room);
  put_all(all, heads, out);
  return out->status;
}

static pq_status walk(lines *all, bool quads) {
  pq_status st = PQ_OK;
  pq_buf *const tokens = &all->tokens;
  const pq_triple_sink sink = {all, add_row};
  PQ_TRY(st, pq_buf_reserve(tokens, TOKENS_FIRST));
  if (quads) pq_out_iri(tokens, all->g->graph_iri);
  pq_buf_put(tokens, quads ? PQ_LIT(" .\n") : PQ_LIT(".\n"));
  PQ_TRY(st, tokens->status);
  all->tail.len = (uint32_t)tokens->len;
  PQ_RESERVE(all->g->arena, &all->rows, ROWS_FIRST);
  return pq_graph_walk(all->g, &sink);
}

static pq_status write_sorted(const pq_graph *g, bool quads, pq_buf *out) {
  lines all = {.g = g};
  pq_buf_init(&all.tokens, out->alloc);
  pq_status st = walk(&all, quads);
  if (!st) st = put_sorted(&all, out);
  pq_buf_clear(&all.tokens);
  return st;
}

pq_status pq_write_nquads(const pq_graph *g, pq_buf *out) {
  return write_sorted(g, true, out);
}

pq_status pq_write_ntriples(const pq_graph *g, pq_buf *out) {
  return write_sorted(g, false, out);
}
