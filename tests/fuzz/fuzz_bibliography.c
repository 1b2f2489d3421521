/* Bibliographies: any bytes as a file of one format, and a look-up. */
#include "fuzz.h"

#include "base/utf8.h"
#include "read/bibliography.h"

static const pq_work works[] = {
    {.authors = {PQ_LIT_INIT("Smith")}, .n_authors = 1, .year = 2001},
    {.authors = {PQ_LIT_INIT("de Vries"), PQ_LIT_INIT("Smith")},
     .n_authors = 2,
     .year = 2001,
     .letter = 'a'},
};

static void look_at(const pq_reference *ref) {
  const pq_view texts[] = {ref->pmid, ref->doi, ref->title};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
    pq_fuzz_insist(pq_utf8_check(texts[i]) == texts[i].len,
                   "what is kept is text");
  }
  for (size_t i = 0; i < ref->pmid.len; ++i) {
    pq_fuzz_insist(pq_is_digit(ref->pmid.ptr[i]), "a number is digits");
  }
  pq_fuzz_insist(!ref->doi.len || pq_view_starts(ref->doi, PQ_LIT("10.")),
                 "a DOI is one");
}

static void look(const pq_bibliography *b) {
  const pq_shelf *const shelf = pq_bibliography_shelf(b);
  pq_arena arena;
  pq_buf room;
  pq_arena_init(&arena, NULL, 0);
  pq_buf_init(&room, NULL);
  for (uint32_t i = 0; i < shelf->n; ++i) {
    pq_fuzz_insist(
        !i || pq_view_order(shelf->at[i - 1].key, shelf->at[i].key) <= 0,
        "the shelf is in order");
    look_at(pq_bibliography_at(b, shelf->at[i].index));
  }
  for (size_t i = 0; i < sizeof works / sizeof *works; ++i) {
    pq_wanted wanted;
    pq_fitting found = {.n = 0};
    if (pq_wanted_of(&arena, &room, &works[i], &wanted)) continue;
    pq_shelf_find(shelf, &wanted, &found);
    pq_fuzz_insist(found.n <= shelf->n, "no more fits than there are");
  }
  pq_arena_clear(&arena);
  pq_buf_clear(&room);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pq_bibliography *b = NULL;
  if (pq_bibliography_open(NULL, NULL, &b)) return 0;
  const pq_status st =
      pq_bibliography_add_bytes(b, PQ_FUZZ_NAME, pq_fuzz_view(data, size));
  pq_fuzz_insist(st != PQ_INTERNAL, "no mistake of ours");
  if (pq_bibliography_settle(b) == PQ_OK) look(b);
  pq_bibliography_close(b);
  return 0;
}
