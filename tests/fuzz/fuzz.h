/* What the fuzz targets share. */
#ifndef PQ_TESTS_FUZZ_FUZZ_H
#define PQ_TESTS_FUZZ_FUZZ_H

#include "base/arena.h"
#include "base/view.h"

/* libFuzzer calls these by name; who has nothing to make ready leaves the first
 * out. */
/* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer names it. */
int LLVMFuzzerInitialize(int *argc, char ***argv);
/* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer names it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** End the process, so that the fuzzer keeps the input. */
void pq_fuzz_insist(bool holds, const char *what);

/** An empty arena of 64 MiB at the most: the same at every call, so ask once
 * for an input. */
pq_arena *pq_fuzz_arena(void);

/** Bytes as a view. */
static inline pq_view pq_fuzz_view(const uint8_t *data, size_t size) {
  return (pq_view){(const char *)data, size};
}

#endif
