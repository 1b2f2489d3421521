#include "unit.h"

#include "read/person.h"

static void test_surname(void **state) {
  (void)state;
  static const char *const pairs[][2] = {
      {"De Stefani D", "De Stefani"},
      {"Ullrich, Axel", "Ullrich"},
      {"O'Brien J Jr", "O'Brien"},
      {" Smith J-P ", "Smith"},
      {"The Consortium", "The Consortium"},
      {"Madonna", "Madonna"},
      {"VAN DER GEER, P", "VAN DER GEER"},
      {"SMITH JR, J", "SMITH"},
      {"Smith J, MD", "Smith"},
      {"", ""},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; ++i) {
    ASSERT_VIEW(pq_person_surname(pq_view_of(pairs[i][0])), pairs[i][1]);
  }
}

static void test_year(void **state) {
  (void)state;
  char letter = 'x';
  assert_int_equal(pq_person_year(PQ_LIT("2002"), &letter), 2002);
  assert_int_equal(letter, '\0');
  assert_int_equal(pq_person_year(PQ_LIT(" 2006b "), &letter), 2006);
  assert_int_equal(letter, 'b');
  assert_int_equal(pq_person_year(PQ_LIT("2006 Jan"), &letter), 2006);
  assert_int_equal(letter, '\0');
  assert_int_equal(pq_person_year(PQ_LIT("206"), NULL), 0);
  assert_int_equal(pq_person_year(PQ_LIT("in press"), NULL), 0);
}

static void test_fold(void **state) {
  (void)state;
  static const struct {
    const char *name, *folded, *core;
  } rows[] = {
      {"M\xC3\xBCller", "muller", "muller"},
      {"van der Geer", "vandergeer", "geer"},
      {"Ben-Neriah", "benneriah", "benneriah"},
      {"O\xE2\x80\x99"
       "Brien",
       "obrien", "obrien"},
      {"Van", "van", "van"},
      {"de la", "dela", "la"},
      {"1", "", ""},
  };
  pq_arena arena;
  pq_buf room;
  pq_arena_init(&arena, NULL, 0);
  pq_buf_init(&room, NULL);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
    pq_person p;
    assert_int_equal(
        pq_person_fold(&arena, &room, pq_view_of(rows[i].name), &p), PQ_OK);
    ASSERT_VIEW(p.name, rows[i].folded);
    ASSERT_VIEW(pq_person_core(&p), rows[i].core);
  }
  pq_arena_clear(&arena);
  pq_buf_clear(&room);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_surname),
      cmocka_unit_test(test_year),
      cmocka_unit_test(test_fold),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
