#include "unit.h"

#include "read/field.h"

static void test_doi(void **state) {
  (void)state;
  static const char *const pairs[][2] = {
      {"10.1038/X", "10.1038/x"},
      {" https://doi.org/10.1038/x ", "10.1038/x"},
      {"HTTP://dx.doi.org/10.1038/x", "10.1038/x"},
      {"doi: 10.1000.10/a<b>(1);2-c", "10.1000.10/a<b>(1);2-c"},
      {"10.1038", ""},
      {"10.1038/", ""},
      {"10./x", ""},
      {"10.1038/a b", ""},
      {"11.1038/x", ""},
      {"", ""},
  };
  pq_arena arena;
  pq_arena_init(&arena, NULL, 0);
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; ++i) {
    pq_view doi = {"untouched", 9};
    assert_int_equal(pq_field_doi(&arena, pq_view_of(pairs[i][0]), &doi),
                     PQ_OK);
    ASSERT_VIEW(doi, pairs[i][1]);
  }
  pq_arena_clear(&arena);
}

static void test_pmid(void **state) {
  (void)state;
  assert_true(pq_field_is_pmid(PQ_LIT("11751994")));
  assert_false(pq_field_is_pmid(PQ_LIT("1175199412")));
  assert_false(pq_field_is_pmid(PQ_LIT("PMC12")));
  assert_false(pq_field_is_pmid(PQ_LIT("")));
  ASSERT_VIEW(pq_field_pmid(PQ_LIT("0")), "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_doi),
      cmocka_unit_test(test_pmid),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
