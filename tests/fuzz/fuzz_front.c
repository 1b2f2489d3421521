/* Front matter: any bytes. */
#include "fuzz.h"

#include "base/utf8.h"
#include "read/front.h"

static pq_arena arena;

/* NOLINTNEXTLINE(readability-non-const-parameter): libFuzzer's signature. */
int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  pq_arena_init(&arena, NULL, (size_t)64 << 20);
  return 0;
}

static void look(const pq_record *r, const pq_front *front) {
  pq_fuzz_insist(front->end <= r->bytes.len, "it ends within the bytes");
  pq_fuzz_insist(front->found || front->end == 0 || front->end == 3,
                 "nothing found, no end but that of a byte order mark");
  pq_fuzz_insist(front->title.begin <= front->title.end &&
                     front->title.end <= r->bytes.len,
                 "the title stands in the bytes");
  pq_fuzz_insist(pq_utf8_check(r->stable_id) == r->stable_id.len,
                 "the id is UTF-8");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pq_record r = {0};
  pq_front front = {0};
  pq_arena_reset(&arena);
  if (pq_store_begin(&r, &arena, NULL)) return 0;
  r.bytes = pq_fuzz_view(data, size);
  if (pq_utf8_check(r.bytes) < size) return 0; /* the door sends it away */
  const pq_status st = pq_front_read(&r, &front);
  pq_fuzz_insist(st != PQ_INTERNAL, "no mistake of ours");
  if (!st) look(&r, &front);
  return 0;
}
