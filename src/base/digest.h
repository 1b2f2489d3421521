/* SHA-256: the names of contents. */
#ifndef PQ_BASE_DIGEST_H
#define PQ_BASE_DIGEST_H

#include "base/status.h"
#include "base/view.h"

enum {
  PQ_DIGEST_HEX = 64,
  PQ_DIGEST_SHORT = 32
};

/** SHA-256 as 64 lower-case hex digits and a NUL. */
typedef struct pq_digest {
  char hex[PQ_DIGEST_HEX + 1];
} pq_digest;

/** PQ_OK, or PQ_NO_MEM if the library could not work. */
PQ_NODISCARD pq_status pq_digest_of(pq_view bytes, pq_digest *out);

/** The first 32 digits, as in IRIs. */
static inline pq_view pq_digest_short(const pq_digest *d) {
  return (pq_view){d->hex, PQ_DIGEST_SHORT};
}

#endif
