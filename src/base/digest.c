#include "digest.h"

#include "alloc.h"

#include <nettle/sha2.h>

struct pq_digester {
  pq_alloc *alloc;
  struct sha256_ctx context;
};

/* Plain loops over bytes that nothing else points to: compilers make them of
 * vectors. */
static void write_hex(const unsigned char *raw, pq_digest *out) {
  unsigned char digits[PQ_DIGEST_HEX];
  for (size_t i = 0; i < PQ_DIGEST_HEX / 2; ++i) {
    digits[2 * i] = (unsigned char)(raw[i] >> 4U);
    digits[2 * i + 1] = raw[i] & 15U;
  }
  for (size_t i = 0; i < PQ_DIGEST_HEX; ++i) {
    const unsigned char n = digits[i];
    digits[i] = (unsigned char)(n + (n > 9 ? 'a' - 10 : '0'));
  }
  memcpy(out->hex, digits, PQ_DIGEST_HEX);
  out->hex[PQ_DIGEST_HEX] = '\0';
}

static void add(struct sha256_ctx *context, pq_view bytes) {
  sha256_update(context, bytes.len, (const uint8_t *)bytes.ptr);
}

/* The context begins again by itself. */
static void end(struct sha256_ctx *context, pq_digest *out) {
  uint8_t raw[SHA256_DIGEST_SIZE];
  sha256_digest(context, sizeof raw, raw);
  write_hex(raw, out);
}

void pq_digest_of(pq_view bytes, pq_digest *out) {
  struct sha256_ctx context;
  sha256_init(&context);
  add(&context, bytes);
  end(&context, out);
}

pq_status pq_digester_open(pq_alloc *alloc, pq_digester **out) {
  pq_digester *const d = pq_calloc(alloc, sizeof *d);
  if (!d) return PQ_NO_MEM;
  d->alloc = alloc;
  sha256_init(&d->context);
  *out = d;
  return PQ_OK;
}

void pq_digester_add(pq_digester *d, pq_view bytes) {
  add(&d->context, bytes);
}

void pq_digester_end(pq_digester *d, pq_digest *out) {
  end(&d->context, out);
}

void pq_digester_close(pq_digester *d) {
  if (d) pq_free(d->alloc, d);
}
