#include "test_scan_text.h"

#include "scan/authors.h"

/* The token that is this number. */
static uint32_t token_of(const pq_line *l, const char *word) {
  uint32_t i = 0;
  while (i < l->n && !pq_line_says(l, i, word)) {
    ++i;
  }
  assert_true(i < l->n);
  return i;
}

static void expect(const char *text, const char *year, const char *names,
                   bool et_al) {
  scanned s;
  pq_authors a = {.begin = 0};
  const pq_line l = cut_text(&s, text);
  const bool found = pq_authors_before(&l, token_of(&l, year), &a);
  assert_int_equal(found, names != NULL);
  if (found) {
    for (uint32_t i = 0; i < a.work.n_authors; ++i) {
      if (i) pq_buf_char(&s.told, '|');
      pq_buf_put(&s.told, a.work.authors[i]);
    }
    ASSERT_VIEW(pq_buf_view(&s.told), names);
    assert_int_equal(a.work.et_al, et_al);
    assert_true(a.begin < a.end);
  }
  drop_text(&s);
}

static void test_one(void **state) {
  (void)state;
  expect("(Dean 2005)", "2005", "Dean", false);
  expect("(Dean, 2005)", "2005", "Dean", false);
  expect("(Zamo et al, 2002)", "2002", "Zamo", true);
  expect("(Marzec et al. 2005)", "2005", "Marzec", true);
}

static void test_two(void **state) {
  (void)state;
  expect("(Turner and Alexander, 2006)", "2006", "Turner|Alexander", false);
  expect("(Chen & Tiwari 2011)", "2011", "Chen|Tiwari", false);
}

static void test_shapes_of_names(void **state) {
  (void)state;
  expect("(O'Brien et al, 2002)", "2002", "O'Brien", true);
  expect("(Garcia-Echeverria and Sellers, 2008)", "2008",
         "Garcia-Echeverria|Sellers", false);
  expect("(van der Geer et al, 1994)", "1994", "van der Geer", true);
  expect("(McCubrey et al, 2007)", "2007", "McCubrey", true);
}

static void test_nobody(void **state) {
  (void)state;
  expect("(in 2002)", "2002", NULL, false);
  expect("2002 was mild", "2002", NULL, false);
  expect("residues 2002", "2002", NULL, false);
  expect("(see 2002)", "2002", NULL, false);
}

static void test_how_they_stand(void **state) {
  (void)state;
  scanned s;
  pq_authors a = {.begin = 0};
  pq_line l = cut_text(&s, "As Zamo et al. (2002) say");
  assert_true(pq_authors_before(&l, token_of(&l, "2002"), &a));
  assert_true(a.bracketed);
  ASSERT_VIEW(pq_line_word(&l, a.begin), "Zamo");
  drop_text(&s);
  l = cut_text(&s, "(Shi et al, 2006)");
  assert_true(pq_authors_before(&l, token_of(&l, "2006"), &a));
  assert_false(a.bracketed);
  drop_text(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one),
      cmocka_unit_test(test_two),
      cmocka_unit_test(test_shapes_of_names),
      cmocka_unit_test(test_nobody),
      cmocka_unit_test(test_how_they_stand),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
