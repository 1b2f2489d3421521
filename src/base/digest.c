#include "digest.h"

#include "alloc.h"

#include <openssl/evp.h>

struct pq_digester {
  pq_alloc *alloc;
  EVP_MD_CTX *context;
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

pq_status pq_digest_of(pq_view bytes, pq_digest *out) {
  unsigned char raw[EVP_MAX_MD_SIZE];
  if (!EVP_Digest(bytes.ptr, bytes.len, raw, NULL, EVP_sha256(), NULL)) {
    return PQ_NO_MEM;
  }
  write_hex(raw, out);
  return PQ_OK;
}

pq_status pq_digester_open(pq_alloc *alloc, pq_digester **out) {
  pq_digester *const d = pq_calloc(alloc, sizeof *d);
  if (!d) return PQ_NO_MEM;
  d->alloc = alloc;
  d->context = EVP_MD_CTX_new();
  if (!d->context || !EVP_DigestInit_ex(d->context, EVP_sha256(), NULL)) {
    pq_digester_close(d);
    return PQ_NO_MEM;
  }
  *out = d;
  return PQ_OK;
}

pq_status pq_digester_add(pq_digester *d, pq_view bytes) {
  return EVP_DigestUpdate(d->context, bytes.ptr, bytes.len) ? PQ_OK : PQ_NO_MEM;
}

/* Without an algorithm the context begins again with the one that it has,
 * which need not be looked up. */
pq_status pq_digester_end(pq_digester *d, pq_digest *out) {
  unsigned char raw[EVP_MAX_MD_SIZE];
  if (!EVP_DigestFinal_ex(d->context, raw, NULL) ||
      !EVP_DigestInit_ex(d->context, NULL, NULL)) {
    return PQ_NO_MEM;
  }
  write_hex(raw, out);
  return PQ_OK;
}

pq_status pq_digest_by(pq_digester *d, pq_view bytes, pq_digest *out) {
  pq_status st = PQ_OK;
  if (!d) return pq_digest_of(bytes, out);
  PQ_TRY(st, pq_digester_add(d, bytes));
  return pq_digester_end(d, out);
}

void pq_digester_close(pq_digester *d) {
  if (!d) return;
  EVP_MD_CTX_free(d->context);
  pq_free(d->alloc, d);
}
