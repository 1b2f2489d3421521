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

static pq_status add_reference(pq_record *r, const char *authors) {
  const pq_reference ref = {.authors = pq_view_of(authors)};
  PQ_PUSH(r->arena, &r->references, ref);
  return PQ_OK;
}

/* The names before a year, where the record lists one work or none. */
static void expect_of(const char *list, const char *text, const char *year,
                      const char *names, bool et_al) {
  scanned s;
  pq_authors a = {.begin = 0};
  const pq_line l = cut_text(&s, text);
  if (*list) assert_int_equal(add_reference(&s.r, list), PQ_OK);
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

static void expect(const char *text, const char *year, const char *names,
                   bool et_al) {
  expect_of("", text, year, names, et_al);
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

static void test_two_words(void **state) {
  (void)state;
  expect("(Al Hadithy et al. 2005)", "2005", "Al Hadithy", true);
  expect("(Langlois d'Estaintot et al. 2004)", "2004", "Langlois d'Estaintot",
         true);
  expect("(D'amico MA et al. 2014)", "2014", "D'amico", true);
  expect("(Li W W et al. 2012)", "2012", "Li", true);
  expect("(TACE Shi et al. 2006)", "2006", "Shi", true);
  expect("Furthermore Shi et al. (2006)", "2006", "Shi", true);
  expect_of("De Rosa MF, Sillence D", "(Fabiana de Rosa et al. 2004)", "2004",
            "de Rosa", true);
}

static void test_listed(void **state) {
  (void)state;
  expect("(Lee, Shuman et al. 2010)", "2010", "Shuman", true);
  expect_of("Lee S, Shuman JD", "(Lee, Shuman et al. 2010)", "2010",
            "Lee|Shuman", true);
  expect_of("Lee S, Shuman JD", "(Lee, Miller et al. 2010)", "2010", "Miller",
            true);
  expect_of("Leeds S, Shuman JD", "(Lee, Shuman et al. 2010)", "2010", "Shuman",
            true);
  expect_of("Suga H, Inoue K, Kimura E", "(Suga, Inoue, Kimura et al. 2003)",
            "2003", "Suga|Inoue|Kimura", true);
  expect_of("Hosaka PF", "(Hosaka, PF, 1999)", "1999", "Hosaka", false);
}

static void test_slips(void **state) {
  (void)state;
  expect("(Hurley at al. 1985)", "1985", "Hurley", true);
  expect("(Gerber e al.2001)", "2001", "Gerber", true);
  expect("(Zetterstr\xC3\x83\xC2\xB6m CK et al. 2002)", "2002",
         "Zetterstr\xC3\x83\xC2\xB6m", true);
  expect("(5 \xC2\xB5m 2002)", "2002", NULL, false);
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
      cmocka_unit_test(test_two_words),
      cmocka_unit_test(test_listed),
      cmocka_unit_test(test_slips),
      cmocka_unit_test(test_nobody),
      cmocka_unit_test(test_how_they_stand),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
