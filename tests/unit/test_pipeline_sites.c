#include "test_claim_text.h"

/* The lexicon that is built in knows ALK V1358 and Y1359, STAT3 Y705, and that
 * Y1068 of EGFR is Y1092 today. */

static void check_place(const told *t, const char *code, uint32_t line,
                        uint32_t column, const char *words) {
  const pq_heard_note *const n = pq_heard_find(&t->heard, code);
  assert_non_null(n);
  assert_int_equal(n->severity, PQ_NOTE_WARN);
  assert_int_equal(n->line, line);
  assert_int_equal(n->column, column);
  assert_string_equal(n->text, words);
}

static void test_the_words_of_the_site(void **state) {
  told t;
  tell_text(&t, state,
            "STAT3 is phosphorylated at Y705.\n"
            "Later, ALK is phosphorylated at Y1358 too.\n"
            "Again ALK is phosphorylated at Y1358.\n");
  assert_int_equal(t.heard.n, 1); /* once for a record */
  check_place(&t, "site.mismatch", 2, 33,
              "ALK Y1358: Q9UM73 has V there; Y1359 fits (one off); kept as"
              " written");
  drop_told(&t);
}

static void test_older_number(void **state) {
  told t;
  tell_text(&t, state, "EGFR is phosphorylated at tyrosine 1068.");
  check_place(&t, "site.legacy", 1, 27,
              "EGFR Y1068: Y1092 fits (older numbering); kept as written");
  drop_told(&t);
}

/* A state that acts has sites too. */
static void test_sites_of_states(void **state) {
  told t;
  tell_text(&t, state, "p-Y1358-ALK phosphorylates STAT3 at Y705.");
  assert_non_null(pq_heard_find(&t.heard, "site.mismatch"));
  pq_tally sum = {0};
  pq_desk_count(&t.desk, &sum);
  assert_int_equal(sum.sites[PQ_SITE_VERIFIED], 1);
  assert_int_equal(sum.sites[PQ_SITE_MISMATCH], 1);
  assert_int_equal(sum.sites[PQ_SITE_UNVERIFIED], 0);
  drop_told(&t);
}

/* The residue that a mutant replaces. */
static void test_mutants(void **state) {
  told t;
  tell_text(&t, state, "STAT3 Y705F binds JAK2. STAT3 S705A binds JAK2.");
  assert_int_equal(t.heard.n, 1);
  check_place(&t, "site.mismatch", 1, 31,
              "STAT3 S705: P40763 has Y there; kept as written");
  pq_tally sum = {0};
  pq_desk_count(&t.desk, &sum);
  assert_int_equal(sum.sites[PQ_SITE_VERIFIED], 1);
  assert_int_equal(sum.sites[PQ_SITE_MISMATCH], 1);
  drop_told(&t);
}

static void test_each_site_counts_once(void **state) {
  told t;
  tell_text(&t, state,
            "JAK2 phosphorylates STAT3 at Y705. STAT3 is phosphorylated at"
            " Y705 and at Y12. STAT3 is phosphorylated on serine.");
  pq_tally sum = {0};
  pq_desk_count(&t.desk, &sum);
  assert_int_equal(t.desk.record.checked.n, 2);
  assert_int_equal(sum.sites[PQ_SITE_VERIFIED], 1);
  assert_int_equal(sum.sites[PQ_SITE_MISMATCH], 0);
  assert_int_equal(sum.sites[PQ_SITE_UNVERIFIED], 1);
  assert_int_equal(t.heard.n, 0);
  drop_told(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_words_of_the_site),
      cmocka_unit_test(test_older_number),
      cmocka_unit_test(test_sites_of_states),
      cmocka_unit_test(test_mutants),
      cmocka_unit_test(test_each_site_counts_once),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
