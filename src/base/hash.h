/* 64-bit hashes for tables (XXH3).  Never for names: see digest.h. */
#ifndef PQ_BASE_HASH_H
#define PQ_BASE_HASH_H

#include "base/view.h"

uint64_t pq_hash(pq_view bytes);

#endif
