/* Front matter: any bytes. */
#include "fuzz.h"

#include "base/utf8.h"
#include "read/front.h"

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
  pq_arena *const arena = pq_fuzz_arena();
  if (pq_store_begin(&r, arena, NULL)) return 0;
  r.bytes = pq_fuzz_view(data, size);
  if (pq_utf8_check(r.bytes) < size) return 0; /* the door sends it away */
  const pq_status st = pq_front_read(&r, &front);
  pq_fuzz_insist(st != PQ_INTERNAL, "no mistake of ours");
  if (!st) look(&r, &front);
  return 0;
}
