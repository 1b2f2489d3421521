#include "unit.h"

#include "query/split.h"

static void expect(const char *line, uint32_t n, const char *object,
                   const char *graph) {
  pq_view terms[PQ_QUAD_TERMS];
  assert_int_equal(pq_quad_split(pq_view_of(line), terms), n);
  if (n) ASSERT_VIEW(terms[2], object);
  if (n == PQ_QUAD_TERMS) ASSERT_VIEW(terms[3], graph);
}

static void test_terms(void **state) {
  (void)state;
  expect("<a:s> <a:p> <a:o> <a:g> .", 4, "<a:o>", "<a:g>");
  expect("<a:s> <a:p> <a:o> .", 3, "<a:o>", NULL);
  expect(" <a:s>\t<a:p> _:b <a:g>  . ", 4, "_:b", "<a:g>");
  expect("<a:s> <a:p> \"a \\\" <b> .\"@en <a:g> .", 4, "\"a \\\" <b> .\"@en",
         "<a:g>");
  expect("<a:s> <a:p> \"\\\\\" <a:g> .", 4, "\"\\\\\"", "<a:g>");
  expect("<a:s> <a:p> \"7\"^^<a:int> .", 3, "\"7\"^^<a:int>", NULL);
}

static void test_no_quads(void **state) {
  (void)state;
  static const char *const lines[] = {"",
                                      ".",
                                      "<a:s> <a:p> .",
                                      "<a:s> <a:p> <a:o> <a:g>",
                                      "<a:s> <a:p> <a:o> <a:g> <a:h> .",
                                      "<a:s> <a:p> \"open <a:g> .",
                                      "<a:s> <a:p> \"open\\",
                                      "<a:s <a:p",
                                      "{\"record\": 1}"};
  for (size_t i = 0; i < sizeof lines / sizeof *lines; ++i) {
    expect(lines[i], 0, NULL, NULL);
  }
}

static void test_brackets(void **state) {
  (void)state;
  ASSERT_VIEW(pq_quad_iri(PQ_LIT("<a:g>")), "a:g");
  ASSERT_VIEW(pq_quad_iri(PQ_LIT("\"a\"")), "");
  ASSERT_VIEW(pq_quad_iri(PQ_LIT("<>")), "");
  ASSERT_VIEW(pq_quad_iri(PQ_LIT("")), "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_terms),
      cmocka_unit_test(test_no_quads),
      cmocka_unit_test(test_brackets),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
