#include "test_lexicon_tables.h"

#include "lexicon/score.h"

static uint32_t string(const char *surface, const char *name) {
  return pq_score_string(pq_view_of(surface), pq_view_of(name), false);
}

/* Exact hits of each status, the best first. */
static void test_exact(void **state) {
  (void)state;
  assert_int_equal(string("STAT3", "STAT3"), 539);
  assert_int_equal(string("NF-\u03baB", "NF-kappaB"), 539);
  assert_int_equal(string("STAT\u20113", "STAT-3"), 539);
  assert_int_equal(pq_score(4, 539, 0), 1000);
  assert_int_equal(pq_score(3, 539, 0), 778);
  assert_int_equal(pq_score(2, 539, 0), 556);
  assert_int_equal(pq_score(1, 539, 0), 333);
  assert_int_equal(pq_score(4, 539, 20), 1000);
  assert_int_equal(pq_score(1, 0, -500), 0);
  assert_int_equal(pq_score(3, 539, -20), 758);
}

/* The digits, most significant first: short 2, mixed 3, exact 2, capitals 3,
 * combination 5, dash 3; so the weights are 270 90 45 15 3 1. */
static void test_digits(void **state) {
  (void)state;
  /* A dash is missing: all pieces agree, dash 1 of 2. */
  assert_int_equal(string("STAT3", "STAT-3"), 538);
  /* One more in each. */
  assert_int_equal(string("A-BC", "AB-C"), 537);
  /* stat against STAT: no exact piece, capitals 0; one kind on each side, and
   * all in lower case counts as none. */
  assert_int_equal(string("stat3", "STAT3"), 270 + 2 * 90 + 4 * 3 + 2);
  /* "alk" for ALK: a short name in all capitals against all lower case. */
  assert_int_equal(string("alk", "ALK"), 2 * 90 + 4 * 3 + 2);
  /* mTOR against MTOR: mixed on one side. */
  assert_int_equal(string("mTOR", "MTOR"), 270 + 90 + 3 * 3 + 2);
  /* mTOR against MToR: mixed on both. */
  assert_int_equal(string("mTOR", "MToR"), 270 + 3 * 3 + 2);
  /* One piece is the same, the other not. */
  assert_int_equal(string("Insulin receptor", "insulin receptor"),
                   270 + 180 + 45 + 4 * 3 + 2);
}

static void test_sentence_initial(void **state) {
  (void)state;
  const uint32_t at_start =
      pq_score_string(PQ_LIT("Insulin"), PQ_LIT("insulin"), true);
  /* capitals 2, combination 3 + 1 */
  assert_int_equal(at_start, 270 + 180 + 2 * 15 + 4 * 3 + 2);
  assert_true(at_start > string("Insulin", "insulin"));
  assert_int_equal(pq_score_string(PQ_LIT("STAT3"), PQ_LIT("STAT3"), true),
                   539);
}

static void test_order(void **state) {
  (void)state;
  assert_true(string("STAT3", "STAT3") > string("STAT-3", "STAT3"));
  assert_true(string("STAT-3", "STAT3") > string("stat3", "STAT3"));
  assert_true(string("Stat3", "STAT3") > string("sTat3", "STAT3"));
  /* A better status outweighs a worse spelling. */
  assert_true(pq_score(3, string("stat3", "STAT3"), 0) > pq_score(2, 539, 0));
}

static void test_spaces(void **state) {
  (void)state;
  assert_true(pq_score_space(PQ_LIT("FPLX:AKT")) <
              pq_score_space(PQ_LIT("HGNC:391")));
  assert_true(pq_score_space(PQ_LIT("HGNC:391")) <
              pq_score_space(PQ_LIT("CHEBI:1")));
  assert_true(pq_score_space(PQ_LIT("CHEBI:1")) <
              pq_score_space(PQ_LIT("GO:1")));
  assert_true(pq_score_space(PQ_LIT("GO:1")) <
              pq_score_space(PQ_LIT("CVCL_0045")));
  assert_true(pq_score_space(PQ_LIT("CVCL_0045")) <
              pq_score_space(PQ_LIT("PQ:x")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_exact),
      cmocka_unit_test(test_digits),
      cmocka_unit_test(test_sentence_initial),
      cmocka_unit_test(test_order),
      cmocka_unit_test(test_spaces),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
