/* Bytes that grow.  A failed allocation sticks and is looked at once, at the
 * end. */
#ifndef PQ_CMD_BYTES_H
#define PQ_CMD_BYTES_H

#include "pathquill.h"

/** All zero is empty. */
typedef struct pq_bytes {
  char *ptr;
  size_t len, cap;
  bool failed; /* out of memory: what was put since then is lost */
} pq_bytes;

void pq_bytes_clear(pq_bytes *b);

/** Append; `text` may lie outside of `b` only. */
void pq_bytes_put(pq_bytes *b, pq_view text);
void pq_bytes_text(pq_bytes *b, const char *text);
PQ_PRINTF(2, 3)
void pq_bytes_format(pq_bytes *b, const char *format, ...);

/** Forget what was put, keep the memory. */
static inline void pq_bytes_reset(pq_bytes *b) {
  b->len = 0;
  b->failed = false;
}

static inline pq_view pq_bytes_view(const pq_bytes *b) {
  return (pq_view){b->ptr, b->len};
}

/** The bytes as a string that lives until the next change; "" if that fails. */
const char *pq_bytes_string(pq_bytes *b);

/** All of a file or standard input ("-"), at most `most` bytes.  PQ_BAD_READ,
 * PQ_LIMIT or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_bytes_read(pq_bytes *b, const char *path,
                                     size_t most);

/** Is this UTF-8 without NUL?  If not, `*where` is the offset of the first byte
 * that is wrong. */
bool pq_bytes_are_text(pq_view bytes, size_t *where);

/** Bytes that the character which begins with `lead` should have; 0: none
 * begins so. */
size_t pq_bytes_step(unsigned char lead);

#endif
