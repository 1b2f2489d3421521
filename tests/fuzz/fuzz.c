#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

enum {
  ARENA_MOST = 64 << 20
};

pq_arena *pq_fuzz_arena(void) {
  static pq_arena arena;
  static bool made;
  if (!made) pq_arena_init(&arena, NULL, ARENA_MOST);
  made = true;
  pq_arena_reset(&arena);
  return &arena;
}

void pq_fuzz_insist(bool holds, const char *what) {
  if (holds) return;
  (void)fprintf(stderr, "does not hold: %s\n", what);
  abort();
}
