#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

void pq_fuzz_insist(bool holds, const char *what) {
  if (holds) return;
  (void)fprintf(stderr, "does not hold: %s\n", what);
  abort();
}
