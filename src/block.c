#include "block.h"

#include "base/note.h"
#include "model/terms.h"
#include "query/split.h"

#include <errno.h>

void pq_block_init(pq_block_quads *b, pq_alloc *alloc) {
  pq_buf_init(&b->bytes, alloc);
  pq_buf_init(&b->id, alloc);
  pq_buf_init(&b->graph, alloc);
}

void pq_block_clear(pq_block_quads *b) {
  pq_buf_clear(&b->bytes);
  pq_buf_clear(&b->id);
  pq_buf_clear(&b->graph);
}

int pq_block_order(pq_view id_a, pq_view graph_a, pq_view id_b,
                   pq_view graph_b) {
  const int order = pq_view_order(id_a, id_b);
  return order ? order : pq_view_order(graph_a, graph_b);
}

/* ---- opening ---- */

static pq_status tell_unread(const pq_blocks *bs, pq_status st) {
  if (st == PQ_BAD_SYNTAX) {
    return pq_fail(bs->sink, PQ_BAD_READ, "merge.packed",
                   (pq_place){.file = bs->file}, "%s",
                   pq_inlet_is_wide(&bs->in)
                       ? "packed with a window of over 64 MiB (--long, "
                         "--ultra); unpack it first"
                       : "the packed data are damaged or cut off; nothing is "
                         "merged");
  }
  if (st != PQ_BAD_READ) return st;
  return pq_fail(bs->sink, st, "merge.unread", (pq_place){.file = bs->file},
                 "cannot read the file: %s", pq_file_why(errno));
}

static void begin(pq_blocks *bs, pq_alloc *alloc, pq_view file,
                  const pq_sink *sink) {
  *bs = (pq_blocks){.file = file, .sink = sink};
  pq_inlet_init(&bs->in, alloc);
  pq_buf_init(&bs->ahead, alloc);
  pq_buf_init(&bs->graph, alloc);
}

pq_status pq_blocks_open(pq_blocks *bs, pq_alloc *alloc, const char *path,
                         const pq_sink *sink) {
  const bool input = pq_view_same(pq_view_of(path), PQ_LIT("-"));
  begin(bs, alloc, input ? PQ_LIT("(standard input)") : pq_view_of(path), sink);
  pq_status st = pq_inlet_open(&bs->in, input ? NULL : path, PQ_FILE_NAMED);
  if (!st) st = pq_inlet_unpack(&bs->in, pq_inlet_packing(&bs->in));
  return tell_unread(bs, st);
}

pq_status pq_blocks_open_at(pq_blocks *bs, pq_alloc *alloc, int fd,
                            const pq_sink *sink) {
  begin(bs, alloc, PQ_LIT("(temporary file)"), sink);
  return tell_unread(bs, pq_inlet_adopt(&bs->in, fd));
}

void pq_blocks_close(pq_blocks *bs) {
  pq_inlet_clear(&bs->in);
  pq_buf_clear(&bs->ahead);
  pq_buf_clear(&bs->graph);
}

/* ---- lines ---- */

/* What matters of a line. */
typedef struct quad {
  pq_view graph; /* empty: none */
  pq_view id;    /* of the record, if that is what the line says */
} quad;

/* Documents have their digests as identifiers. */
static bool is_digest(pq_view object) {
  return object.len == sizeof "\"sha256:\"" - 1 + 64 &&
         pq_view_starts(object, PQ_LIT("\"sha256:"));
}

/* That of the record. */
static bool is_identifier(pq_view predicate, pq_view object) {
  return pq_view_same(pq_quad_iri(predicate),
                      pq_term_iri(PQ_TERM_IDENTIFIER)) &&
         !is_digest(object);
}

/* Without quotes and escapes, for these would sort elsewhere: "A" stands before
 * "A B" though a quote comes after a space. */
static void put_text(pq_buf *out, pq_view literal) {
  for (size_t i = 1; i < literal.len && literal.ptr[i] != '"'; ++i) {
    char c = literal.ptr[i];
    if (c == '\\' && i + 1 < literal.len) {
      c = literal.ptr[++i];
      if (c == 'n') c = '\n';
      if (c == 'r') c = '\r';
      if (c == 't') c = '\t';
    }
    pq_buf_char(out, c);
  }
}

static bool parse(pq_view line, quad *out) {
  pq_view terms[PQ_QUAD_TERMS];
  const uint32_t n = pq_quad_split(line, terms);
  *out = (quad){.graph = {"", 0}, .id = {"", 0}};
  if (n == PQ_QUAD_TERMS) out->graph = terms[3];
  if (n && is_identifier(terms[1], terms[2])) out->id = terms[2];
  return n > 0;
}

static pq_status tell_bad(const pq_blocks *bs, uint32_t line) {
  return pq_fail(bs->sink, PQ_BAD_SYNTAX, "merge.line",
                 (pq_place){.file = bs->file, .line = line},
                 "this is no line of N-Quads; only files of --to nq, or"
                 " graph.nq, can be merged");
}

static bool is_empty(pq_view line) {
  const pq_view text = pq_view_trim(line);
  return !text.len || *text.ptr == '#';
}

/* The next line that says something. */
static pq_status next_line(pq_blocks *bs, pq_view *line, quad *q) {
  pq_status st = PQ_OK;
  uint32_t number = 0;
  do {
    st = pq_inlet_line(&bs->in, line, &number);
    if (st == PQ_LIMIT) {
      return pq_fail(bs->sink, st, "merge.line",
                     (pq_place){.file = bs->file, .line = number},
                     "the line is longer than 4 MiB");
    }
    if (st) return tell_unread(bs, st);
  } while (is_empty(*line));
  return parse(*line, q) ? PQ_OK : tell_bad(bs, number);
}

/* ---- blocks ---- */

static void keep(pq_buf *to, pq_view text) {
  pq_buf_reset(to);
  pq_buf_put(to, text);
}

static pq_status add_line(const pq_blocks *bs, pq_block_quads *b, pq_view line,
                          const quad *q) {
  if (b->bytes.len + line.len >= PQ_BLOCK_MOST) {
    return pq_fail(bs->sink, PQ_LIMIT, "merge.block",
                   (pq_place){.file = bs->file},
                   "the quads of one graph take more than 256 MiB");
  }
  pq_buf_put(&b->bytes, pq_view_trim(line));
  pq_buf_char(&b->bytes, '\n');
  if (q->id.len && !b->id.len) put_text(&b->id, q->id);
  return b->bytes.status ? b->bytes.status : b->id.status;
}

/* The line that was read too far begins the block. */
static pq_status begin_block(pq_blocks *bs, pq_block_quads *b) {
  quad q;
  pq_buf_reset(&b->bytes);
  pq_buf_reset(&b->id);
  keep(&b->graph, pq_buf_view(&bs->graph));
  if (b->graph.status) return b->graph.status;
  if (!parse(pq_buf_view(&bs->ahead), &q)) return PQ_INTERNAL;
  return add_line(bs, b, pq_buf_view(&bs->ahead), &q);
}

static pq_status look_ahead(pq_blocks *bs, pq_view line, const quad *q) {
  keep(&bs->ahead, line);
  keep(&bs->graph, q->graph);
  bs->has_ahead = true;
  return bs->ahead.status ? bs->ahead.status : bs->graph.status;
}

pq_status pq_blocks_next(pq_blocks *bs, pq_block_quads *out) {
  pq_status st = PQ_OK;
  pq_view line = {"", 0};
  quad q = {.graph = {"", 0}};
  if (!bs->has_ahead) {
    PQ_TRY(st, next_line(bs, &line, &q));
    PQ_TRY(st, look_ahead(bs, line, &q));
  }
  PQ_TRY(st, begin_block(bs, out));
  bs->has_ahead = false;
  for (;;) {
    st = next_line(bs, &line, &q);
    if (st) return st == PQ_END ? PQ_OK : st;
    if (!pq_view_same(q.graph, pq_buf_view(&out->graph))) {
      return look_ahead(bs, line, &q);
    }
    PQ_TRY(st, add_line(bs, out, line, &q));
  }
}
