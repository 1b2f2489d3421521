#include "hash.h"

#include <xxhash.h>

uint64_t pq_hash(pq_view bytes) {
  return XXH3_64bits(bytes.ptr, bytes.len);
}
