#include "unit.h"

#include "base/greek.h"

static void test_names(void **state) {
  (void)state;
  ASSERT_VIEW(pq_greek_name(0x3B1), "alpha");
  ASSERT_VIEW(pq_greek_name(0x391), "alpha");
  ASSERT_VIEW(pq_greek_name(0x3C9), "omega");
  ASSERT_VIEW(pq_greek_name(0x3A9), "omega");
  ASSERT_VIEW(pq_greek_name(0x3C2), "sigma");
  ASSERT_VIEW(pq_greek_name(0x3C3), "sigma");
  ASSERT_VIEW(pq_greek_name(0x3A3), "sigma");
  static const uint32_t none[] = {0, 'a', 0x390, 0x3A2, 0x3AA, 0x3B0, 0x3CA};
  for (size_t i = 0; i < sizeof none / sizeof none[0]; ++i) {
    assert_int_equal(pq_greek_name(none[i]).len, 0);
  }
}

static void test_codes(void **state) {
  (void)state;
  assert_int_equal(pq_greek_code(PQ_LIT("alpha")), 0x3B1);
  assert_int_equal(pq_greek_code(PQ_LIT("Alpha")), 0x3B1);
  assert_int_equal(pq_greek_code(PQ_LIT("SIGMA")), 0x3C3);
  assert_int_equal(pq_greek_code(PQ_LIT("")), 0);
  assert_int_equal(pq_greek_code(PQ_LIT("alph")), 0);
  assert_int_equal(pq_greek_code(PQ_LIT("alphas")), 0);
}

/* Each letter has a name, which is its own. */
static void test_round(void **state) {
  (void)state;
  for (uint32_t code = 0x3B1; code <= 0x3C9; ++code) {
    const uint32_t same = code == 0x3C2 ? 0x3C3 : code;
    assert_int_equal(pq_greek_code(pq_greek_name(code)), same);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_codes),
      cmocka_unit_test(test_round),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
