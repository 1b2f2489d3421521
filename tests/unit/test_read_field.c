#include "heard.h"
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
  ASSERT_VIEW(pq_field_pmid(PQ_LIT("0012")), "12");
}

/* What is no number of PubMed must not become the name of a paper there. */
static void test_ids(void **state) {
  (void)state;
  static const char *const codes[] = {"a.pmid", "a.doi"};
  pq_arena arena;
  pq_heard heard;
  pq_reference good = {.pmid = PQ_LIT("012"), .doi = PQ_LIT("doi:10.1/X")};
  pq_reference bad = {.pmid = PQ_LIT("PMC12"), .doi = PQ_LIT("the web")};
  const pq_place at = {.file = PQ_LIT("a"), .line = 4, .column = 1};
  pq_arena_init(&arena, NULL, 0);
  pq_heard_init(&heard);
  assert_int_equal(pq_field_ids(&arena, &heard.sink, at, codes, &good), PQ_OK);
  ASSERT_VIEW(good.pmid, "12");
  ASSERT_VIEW(good.doi, "10.1/x");
  assert_int_equal(heard.n, 0);
  assert_int_equal(pq_field_ids(&arena, &heard.sink, at, codes, &bad), PQ_OK);
  ASSERT_VIEW(bad.pmid, "");
  ASSERT_VIEW(bad.doi, "");
  assert_int_equal(heard.n, 2);
  assert_string_equal(heard.at[0].code, "a.pmid");
  assert_string_equal(heard.at[1].code, "a.doi");
  assert_int_equal(heard.at[1].line, 4);
  pq_arena_clear(&arena);
}

static void test_authors(void **state) {
  (void)state;
  const pq_view plain[] = {PQ_LIT("Shi Y"), PQ_LIT("Han W")};
  const pq_view commas[] = {PQ_LIT("Shi Y"), PQ_LIT("Han, Wen")};
  pq_arena arena;
  pq_view all = {"", 0};
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(pq_field_authors(&arena, plain, 2, &all), PQ_OK);
  ASSERT_VIEW(all, "Shi Y, Han W");
  assert_int_equal(pq_field_authors(&arena, commas, 2, &all), PQ_OK);
  ASSERT_VIEW(all, "Shi Y; Han, Wen");
  assert_int_equal(pq_field_authors(&arena, commas, 0, &all), PQ_OK);
  ASSERT_VIEW(all, "");
  pq_arena_clear(&arena);
}

static void test_near(void **state) {
  (void)state;
  static const struct {
    const char *key, *known;
    bool near;
  } rows[] = {
      {"sumary", "summary", true},
      {"Summary", "summary", true},
      {"referneces", "references", true},
      {"pathway", "pathways", true},
      {"stable-id", "stable_id", true},
      {"kimd", "kind", true},
      {"title", "type", false},
      {"time", "type", false},
      {"summary_text", "summary", false},
      {"", "kind", false},
      {"referenced_elsewhere_by_others", "references", false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
    assert_int_equal(
        pq_field_is_near(pq_view_of(rows[i].key), pq_view_of(rows[i].known)),
        rows[i].near);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_doi),  cmocka_unit_test(test_pmid),
      cmocka_unit_test(test_ids),  cmocka_unit_test(test_authors),
      cmocka_unit_test(test_near),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
