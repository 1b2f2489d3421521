/* Any text with marks: its plain text, and where it stands in the other. */
#include "fuzz.h"

#include "base/utf8.h"
#include "model/plain.h"

static void look(pq_view text, const pq_plain *p) {
  uint32_t last = 0;
  pq_fuzz_insist(p->bytes.len <= text.len, "a plain text is no longer");
  pq_fuzz_insist(pq_utf8_check(p->bytes) == p->bytes.len, "it is UTF-8");
  for (size_t at = 0; at < p->bytes.len;) {
    const uint32_t begin = (uint32_t)at;
    (void)pq_utf8_next(p->bytes, &at);
    const pq_span span = pq_plain_written(p, (pq_span){begin, (uint32_t)at});
    pq_fuzz_insist(span.begin >= last && span.end <= text.len,
                   "places are in order");
    const pq_view words = pq_span_text(text, span);
    pq_fuzz_insist(pq_utf8_check(words) == words.len,
                   "they are between characters");
    const pq_span back = pq_plain_span(p, span);
    pq_fuzz_insist(pq_span_empty(span) ||
                       (back.begin == begin && back.end == (uint32_t)at),
                   "there and back again");
    last = span.begin;
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pq_plain plain = {0};
  const pq_view text = pq_fuzz_view(data, size);
  if (pq_utf8_check(text) != text.len) return 0;
  pq_arena *const arena = pq_fuzz_arena();
  if (!pq_plain_make(arena, text, &plain)) look(text, &plain);
  return 0;
}
