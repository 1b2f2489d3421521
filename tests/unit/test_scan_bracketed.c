#include "test_scan_text.h"

static void test_short_form_within(void **state) {
  static const want wants[] = {
      {"Nuclear factor (NF)-kappaB acts.",
       "Nuclear factor (NF)-kappaB=FPLX:NFkappaB"},
  };
  CHECK_WANTS(state, wants, say_names);
}

/* What stands higher or lower. */
static void test_index(void **state) {
  static const want wants[] = {
      {"It makes PGE(2) and Bcl-x(L).",
       "PGE(2)=CHEBI:606564 | Bcl-x(L)=HGNC:992"},
      {"I(kappa)B(alpha) is lost.", "I(kappa)B(alpha)=HGNC:7797"},
      {"STAT3 (2) acts on STAT3(Y705).", "STAT3=HGNC:11364 | STAT3=HGNC:11364"},
  };
  CHECK_WANTS(state, wants, say_names);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_short_form_within),
      cmocka_unit_test(test_index),
  };
  return cmocka_run_group_tests(tests, open_names, close_names);
}
