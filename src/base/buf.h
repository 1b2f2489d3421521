/* Growing bytes on the heap.  A failure is kept: later puts do nothing, and
 * `status` tells at the end, so that writers need not look at each put. */
#ifndef PQ_BASE_BUF_H
#define PQ_BASE_BUF_H

#include "base/status.h"
#include "base/view.h"

typedef struct pq_buf {
  pq_alloc *alloc;
  char *ptr;
  size_t len, cap;
  pq_status status;
} pq_buf;

void pq_buf_init(pq_buf *b, pq_alloc *alloc);
void pq_buf_clear(pq_buf *b);

/** Forget the bytes, keep the memory, forgive a failure. */
static inline void pq_buf_reset(pq_buf *b) {
  b->len = 0;
  b->status = PQ_OK;
}

/** Room for `more` bytes.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_buf_reserve(pq_buf *b, size_t more);

static inline bool pq_buf_has_room(const pq_buf *b, size_t more) {
  return !b->status && more <= b->cap - b->len;
}

static inline void pq_buf_put(pq_buf *b, pq_view text) {
  if (!text.len) return;
  if (!pq_buf_has_room(b, text.len) && pq_buf_reserve(b, text.len)) return;
  memcpy(b->ptr + b->len, text.ptr, text.len);
  b->len += text.len;
}

static inline void pq_buf_char(pq_buf *b, char c) {
  if (!pq_buf_has_room(b, 1) && pq_buf_reserve(b, 1)) return;
  b->ptr[b->len++] = c;
}

static inline void pq_buf_text(pq_buf *b, const char *terminated) {
  pq_buf_put(b, pq_view_of(terminated));
}
/** Decimal digits of `n`. */
void pq_buf_number(pq_buf *b, uint64_t n);
/** The same with zeros before it, up to `width` digits (at most 20). */
void pq_buf_padded(pq_buf *b, uint64_t n, size_t width);
/** printf, for integers and strings only: no floating point (locale). */
PQ_PRINTF(2, 3) void pq_buf_format(pq_buf *b, const char *format, ...);

static inline pq_view pq_buf_view(const pq_buf *b) {
  return (pq_view){b->ptr ? b->ptr : "", b->len};
}

#endif
