#include "digest.h"

#include <openssl/evp.h>

pq_status pq_digest_of(pq_view bytes, pq_digest *out) {
  unsigned char raw[EVP_MAX_MD_SIZE];
  unsigned int n = 0;
  if (!EVP_Digest(bytes.ptr, bytes.len, raw, &n, EVP_sha256(), NULL)) {
    return PQ_NO_MEM;
  }
  static const char digits[] = "0123456789abcdef";
  for (size_t i = 0; i < PQ_DIGEST_HEX / 2; ++i) {
    out->hex[2 * i] = digits[raw[i] >> 4U];
    out->hex[2 * i + 1] = digits[raw[i] & 15U];
  }
  out->hex[PQ_DIGEST_HEX] = '\0';
  return PQ_OK;
}
