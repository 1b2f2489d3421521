/* The allocator hook. */
#ifndef PQ_BASE_ALLOC_H
#define PQ_BASE_ALLOC_H

#include "pathquill.h"

/** realloc through `a`, or the C library's if it is NULL; size 0 frees. */
void *pq_realloc(pq_alloc *a, void *ptr, size_t size);

/** Zeroed memory, or NULL. */
void *pq_calloc(pq_alloc *a, size_t size);

/** Free; NULL is allowed. */
void pq_free(pq_alloc *a, void *ptr);

#endif
