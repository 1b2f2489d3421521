#include "alloc.h"

#include <stdlib.h>
#include <string.h>

void *pq_realloc(pq_alloc *a, void *ptr, size_t size) {
  if (a) return a->resize(a, ptr, size);
  if (size) return realloc(ptr, size);
  free(ptr);
  return NULL;
}

void *pq_calloc(pq_alloc *a, size_t size) {
  if (!a) return calloc(1, size); /* fresh pages are zero, and untouched */
  void *const ptr = pq_realloc(a, NULL, size);
  if (ptr) memset(ptr, 0, size);
  return ptr;
}

void pq_free(pq_alloc *a, void *ptr) {
  if (ptr) (void)pq_realloc(a, ptr, 0);
}
