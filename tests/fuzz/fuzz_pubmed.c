/* PubMed's XML as an input: any bytes, article by article. */
#include "fuzz.h"

#include "base/utf8.h"
#include "read/articles.h"
#include "read/read.h"

static const pq_view words[] = {PQ_LIT_INIT("al")};
static const pq_stops stops = {words, 1};

static void look(const pq_record *r) {
  for (uint32_t i = 0; i < r->texts.n; ++i) {
    const pq_view text = r->texts.at[i].bytes;
    pq_fuzz_insist(pq_utf8_check(text) == text.len, "texts are UTF-8");
  }
  for (uint32_t i = 0; i < r->sentences.n; ++i) {
    const pq_sentence *const s = &r->sentences.at[i];
    pq_fuzz_insist(s->span.begin < s->span.end &&
                       s->span.end <= r->texts.at[s->text].plain.bytes.len,
                   "a sentence stands in its text");
  }
  pq_fuzz_insist(!r->paper == !r->stable_id.len, "a paper has a number");
}

static void read_one(pq_view bytes) {
  pq_record r = {0};
  const pq_raw raw = {.bytes = bytes, .format = PQ_RAW_PUBMED};
  pq_fuzz_insist(pq_view_starts(bytes, PQ_LIT("<PubmedArticle")) &&
                     pq_view_ends(bytes, PQ_LIT(">")),
                 "it is an element");
  pq_arena *const arena = pq_fuzz_arena();
  if (pq_store_begin(&r, arena, NULL)) return;
  const pq_status st = pq_read_record(&r, &raw, &stops);
  pq_fuzz_insist(st != PQ_INTERNAL, "no mistake of ours");
  if (!st) look(&r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pq_inlet in;
  pq_articles all = {.in = &in};
  pq_view bytes = {"", 0};
  uint32_t line = 0;
  pq_status st = PQ_OK;
  pq_inlet_init(&in, NULL);
  if (pq_inlet_bytes(&in, pq_fuzz_view(data, size))) return 0;
  do {
    st = pq_articles_next(&all, &bytes, &line);
    if (!st) read_one(bytes);
  } while (!st || all.told);
  pq_fuzz_insist(st == PQ_END, "there is an end");
  pq_inlet_clear(&in);
  return 0;
}
