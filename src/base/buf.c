#include "buf.h"

#include "alloc.h"

#include <stdarg.h>
#include <stdio.h>

void pq_buf_init(pq_buf *b, pq_alloc *alloc) {
  *b = (pq_buf){.alloc = alloc};
}

void pq_buf_clear(pq_buf *b) {
  pq_free(b->alloc, b->ptr);
  pq_buf_init(b, b->alloc);
}

pq_status pq_buf_reserve(pq_buf *b, size_t more) {
  if (b->status) return b->status;
  if (more <= b->cap - b->len) return PQ_OK;
  if (more > SIZE_MAX / 4 - b->len) return b->status = PQ_LIMIT;
  const size_t cap = 2 * (b->len + more);
  char *const grown = pq_realloc(b->alloc, b->ptr, cap);
  if (!grown) return b->status = PQ_NO_MEM;
  b->ptr = grown;
  b->cap = cap;
  return PQ_OK;
}

void pq_buf_padded(pq_buf *b, uint64_t n, size_t width) {
  char digits[20];
  size_t at = sizeof digits;
  const size_t first = width < at ? at - width : 0;
  do {
    digits[--at] = (char)('0' + n % 10);
    n /= 10;
  } while (n);
  while (at > first) {
    digits[--at] = '0';
  }
  pq_buf_put(b, (pq_view){digits + at, sizeof digits - at});
}

void pq_buf_number(pq_buf *b, uint64_t n) {
  size_t width = 1;
  for (uint64_t rest = n; rest >= 10; rest /= 10) {
    ++width;
  }
  if (!pq_buf_has_room(b, width) && pq_buf_reserve(b, width)) return;
  b->len += width;
  for (char *at = b->ptr + b->len; width; --width, n /= 10) {
    *--at = (char)('0' + n % 10);
  }
}

void pq_buf_format(pq_buf *b, const char *format, ...) {
  va_list args;
  va_start(args, format);
  va_list again;
  va_copy(again, args);
  const int n = vsnprintf(NULL, 0, format, args);
  va_end(args);
  if (n > 0 && !pq_buf_reserve(b, (size_t)n + 1)) {
    (void)vsnprintf(b->ptr + b->len, (size_t)n + 1, format, again);
    b->len += (size_t)n;
  }
  va_end(again);
}
