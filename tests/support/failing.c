#include "failing.h"

#include <stdlib.h>

static void *failing_resize(pq_alloc *self, void *ptr, size_t size) {
  pq_failing *const f = (pq_failing *)self;
  if (!size) {
    free(ptr);
    return NULL;
  }
  ++f->n_calls;
  if (!f->n_left) return NULL;
  --f->n_left;
  return realloc(ptr, size);
}

pq_failing pq_failing_new(size_t n) {
  return (pq_failing){.base = {failing_resize}, .n_left = n};
}
