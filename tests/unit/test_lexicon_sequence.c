#include "unit.h"

#include "lexicon/import/source.h"

static void test_accessions(void **state) {
  (void)state;
  static const char *const good[] = {"P40763",      "Q9UM73",    "A0A024R1R8",
                                     "P40763-2",    "Q8WZ42-12", "O43521",
                                     "A0A024R1R8-1"};
  static const char *const bad[] = {
      "",       "P4076",      "P407630",     "p40763",     "4P0763",
      "PP0763", "P4076A",     "P40763-",     "P40763-x",   "P40763.2",
      "STAT3",  "A0A024R1RX", "A0A0249R18R", "A0A0241R18", "-2"};
  for (size_t i = 0; i < sizeof good / sizeof good[0]; ++i) {
    if (!pq_import_is_accession(pq_view_of(good[i]))) fail_msg("%s", good[i]);
  }
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; ++i) {
    if (pq_import_is_accession(pq_view_of(bad[i]))) fail_msg("%s", bad[i]);
  }
}

/* The order depends on what a sequence says, and on all of it. */
static void test_order(void **state) {
  (void)state;
  const pq_sequence sorted[] = {{PQ_LIT("A"), PQ_LIT(""), PQ_LIT("MA"), 0},
                                {PQ_LIT("B"), PQ_LIT("y"), PQ_LIT("MA"), 2},
                                {PQ_LIT("B"), PQ_LIT("x"), PQ_LIT("MA"), 2},
                                {PQ_LIT("B"), PQ_LIT("x"), PQ_LIT("MA"), 0},
                                {PQ_LIT("B"), PQ_LIT("x"), PQ_LIT("MC"), 9}};
  for (size_t i = 0; i < 5; ++i) {
    for (size_t k = 0; k < 5; ++k) {
      const int c = pq_sequence_order(&sorted[i], &sorted[k]);
      assert_int_equal((c > 0) - (c < 0), (i > k) - (i < k));
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_accessions),
      cmocka_unit_test(test_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
