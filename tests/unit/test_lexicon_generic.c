#include "unit.h"

#include "lexicon/generic.h"

static void test_generic(void **state) {
  (void)state;
  static const char *const yes[] = {"kinase",
                                    "transcription factor",
                                    "transcription factors",
                                    "alpha chain",
                                    "homodimer",
                                    "zinc finger",
                                    "guanine nucleotide exchange factor",
                                    "zeta",
                                    "guanine-nucleotide releasing factor",
                                    "small nuclear protein"};
  static const char *const no[] = {"",
                                   "insulin",
                                   "Kinase",
                                   "zinc finger protein 721",
                                   "tyrosine kinase",
                                   "kinase -",
                                   "protein C",
                                   "alpha-1",
                                   "anaplastic lymphoma kinase",
                                   "transcription factor p38",
                                   "factor b\xCE\xB1",
                                   "gas",
                                   "ss"};
  for (size_t i = 0; i < sizeof yes / sizeof yes[0]; ++i) {
    if (!pq_generic(pq_view_of(yes[i]))) fail_msg("%s", yes[i]);
  }
  for (size_t i = 0; i < sizeof no / sizeof no[0]; ++i) {
    if (pq_generic(pq_view_of(no[i]))) fail_msg("%s", no[i]);
  }
}

/* Every word is found, so the list is sorted. */
static void test_sorted(void **state) {
  (void)state;
  static const char *const some[] = {"a",       "zinc",    "activator", "unit",
                                     "variant", "and",     "b",         "of",
                                     "peptide", "nuclear", "unknown",   "c"};
  for (size_t i = 0; i < sizeof some / sizeof some[0]; ++i) {
    if (!pq_generic(pq_view_of(some[i]))) fail_msg("%s", some[i]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_generic),
      cmocka_unit_test(test_sorted),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
