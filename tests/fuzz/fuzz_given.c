/* Entities that come with a text: any bytes behind a fixed text. */
#include "fuzz.h"

#include "base/utf8.h"
#include "read/given.h"

static const char text[] =
    "IKK\xCE\xB2 phosphorylates <i>STAT3</i>\nat serine 727.\n";

static void look(const pq_record *r) {
  const pq_view bytes = r->texts.at[0].plain.bytes;
  for (uint32_t i = 0; i < r->given.n; ++i) {
    const pq_span s = r->given.at[i].span;
    pq_fuzz_insist(s.begin < s.end && s.end <= bytes.len,
                   "an entity stands in the text");
    const pq_view words = pq_span_text(bytes, s);
    pq_fuzz_insist(pq_utf8_check(words) == words.len,
                   "it is cut between characters");
    pq_fuzz_insist(!i || r->given.at[i - 1].span.begin <= s.begin,
                   "entities are in text order");
  }
  for (uint32_t i = 1; i < r->cuts.n; ++i) {
    pq_fuzz_insist(r->cuts.at[i - 1] < r->cuts.at[i], "cuts are in order");
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pq_record r = {0};
  pq_text_id id = 0;
  pq_arena *const arena = pq_fuzz_arena();
  if (pq_store_begin(&r, arena, NULL) ||
      pq_store_text(&r, PQ_SOURCE_FILE, pq_view_of(text), &id)) {
    return 0;
  }
  const pq_status st =
      pq_given_read(&r, pq_fuzz_view(data, size), PQ_LIT("a.a1"));
  pq_fuzz_insist(st != PQ_INTERNAL, "no mistake of ours");
  if (!st) look(&r);
  return 0;
}
