#include "unit.h"

#include "model/spelling.h"

#include <stdio.h>

static uint32_t find(pq_spellings *s, const char *word) {
  uint32_t id = 0;
  const pq_view text = pq_view_of(word);
  const pq_span at = {0, (uint32_t)text.len};
  assert_int_equal(pq_spellings_find(s, text, at, &id), PQ_OK);
  return id;
}

static void test_same_and_other(void **state) {
  (void)state;
  pq_spellings s;
  pq_spellings_open(&s, NULL);
  char text[] = "binds";
  const uint32_t id = find(&s, text);
  assert_int_not_equal(id, 0);
  s.all.at[id].is = PQ_SPELLED_CUE;
  text[0] = 'B'; /* the first text is kept as a copy */
  const uint32_t other = find(&s, text);
  assert_int_not_equal(other, id);
  assert_int_equal(s.all.at[other].is, 0);
  assert_int_equal(find(&s, "binds"), id);
  assert_int_equal(s.all.at[id].is, PQ_SPELLED_CUE);
  ASSERT_VIEW(pq_spelling_text(&s.all.at[id]), "binds");
  pq_spellings_close(&s);
}

/* What stands around a word does not count, be it near the end of the text or
 * far from it; every length counts. */
static void test_surroundings(void **state) {
  (void)state;
  static const char text[] =
      "abcdefghijklmnopqrstuvwx abcdefghijklmnopqrstuvwx abcdefgh";
  pq_spellings s;
  pq_spellings_open(&s, NULL);
  for (uint32_t n = 1; n <= PQ_SPELLING_MOST; ++n) {
    uint32_t id[3] = {0};
    static const uint32_t from[] = {0, 25, 50};
    for (size_t i = 0; i < 3; ++i) {
      if (from[i] + n > sizeof text - 1) continue;
      const pq_span at = {from[i], from[i] + n};
      assert_int_equal(
          pq_spellings_find(&s, (pq_view){text, sizeof text - 1}, at, &id[i]),
          PQ_OK);
      assert_int_equal(id[i], n);
      assert_int_equal(s.all.at[n].len, n);
    }
  }
  pq_spellings_close(&s);
}

/* To bring a word near tells where it is looked for and changes nothing: not
 * before there is a spelling, nor for a word that is not there. */
static void test_near(void **state) {
  (void)state;
  pq_spellings s;
  pq_spellings_open(&s, NULL);
  const pq_view text = PQ_LIT("STAT3 binds");
  const pq_span first = {0, 5};
  const pq_span second = {6, 11};
  const uint32_t slot = pq_spellings_seek(&s, text, first);
  pq_spellings_near(&s, slot);
  assert_int_equal(s.all.n, 0);
  assert_int_equal(find(&s, "STAT3"), 1);
  assert_int_equal(s.slots[slot], 1);
  pq_spellings_near(&s, slot);
  pq_spellings_near(&s, pq_spellings_seek(&s, text, second));
  assert_int_equal(s.all.n, 2); /* none and "STAT3" */
  pq_spellings_close(&s);
}

/* More words than are kept: each has its own number or none, and a turn
 * forgets them all. */
static void test_too_many(void **state) {
  (void)state;
  pq_spellings s;
  pq_spellings_open(&s, NULL);
  char word[16];
  uint32_t last = 0;
  for (unsigned i = 0; i < PQ_SPELLINGS_MOST + 100U; ++i) {
    (void)snprintf(word, sizeof word, "w%u", i);
    const uint32_t id = find(&s, word);
    assert_true(id == 0 || id == last + 1);
    if (id) last = id;
  }
  assert_true(last >= PQ_SPELLINGS_MOST - 1);
  assert_int_equal(find(&s, "w7"), 8);
  const size_t held = s.arena.held;
  pq_spellings_turn(&s);
  assert_int_equal(find(&s, "w7"), 1);
  pq_spellings_turn(&s); /* few: they stay */
  assert_int_equal(find(&s, "w8"), 2);
  assert_int_equal(find(&s, "w7"), 1);
  assert_int_equal(s.arena.held, held);
  pq_spellings_close(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_same_and_other),
      cmocka_unit_test(test_surroundings),
      cmocka_unit_test(test_near),
      cmocka_unit_test(test_too_many),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
