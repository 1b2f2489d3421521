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

/** Allocates nothing. */
void pq_digest_of(pq_view bytes, pq_digest *out);

/** The same for bytes that come piece by piece. */
typedef struct pq_digester pq_digester;

/** PQ_OK (the caller closes `*out`) or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_digester_open(pq_alloc *alloc, pq_digester **out);
void pq_digester_add(pq_digester *d, pq_view bytes);
/** The digest of all that was added; then the next one begins. */
void pq_digester_end(pq_digester *d, pq_digest *out);
/** Close; NULL is allowed. */
void pq_digester_close(pq_digester *d);

/** The first 32 digits, as in IRIs. */
static inline pq_view pq_digest_short(const pq_digest *d) {
  return (pq_view){d->hex, PQ_DIGEST_SHORT};
}

#endif
