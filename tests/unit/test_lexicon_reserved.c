#include "test_lexicon_tables.h"

#include "lexicon/import/reserved.h"

static void test_last_word(void **state) {
  (void)state;
  const table_text texts[] = {CONCEPTS("HGNC:427\tgene\tALK\t9606\t\t\n"),
                              DENY("secretion\t*\t\ta word of the grammar\n"
                                   "transport\t*\tbus\tonly here\n"
                                   "binding\tHGNC:427\t\tonly this\n")};
  made m;
  make_lexicon(&m, texts, 2);
  assert_true(pq_reserved_ends(m.lex, PQ_LIT("insulin secretion")));
  assert_true(pq_reserved_ends(m.lex, PQ_LIT("Secretion")));
  assert_false(pq_reserved_ends(m.lex, PQ_LIT("secretion of insulin")));
  assert_false(pq_reserved_ends(m.lex, PQ_LIT("co-secretion")));
  assert_false(pq_reserved_ends(m.lex, PQ_LIT("lactate transport")));
  assert_false(pq_reserved_ends(m.lex, PQ_LIT("actin binding")));
  assert_false(pq_reserved_ends(m.lex, PQ_LIT("")));
  unmake(&m);
}

static void test_nothing_known(void **state) {
  (void)state;
  assert_false(pq_reserved_ends(NULL, PQ_LIT("insulin secretion")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_last_word),
      cmocka_unit_test(test_nothing_known),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
