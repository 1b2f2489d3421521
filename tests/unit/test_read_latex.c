#include "unit.h"

#include "read/latex.h"

static void test_text(void **state) {
  (void)state;
  static const char *const pairs[][2] = {
      {"M{\\\"u}ller", "M\xC3\xBCller"},
      {"M\\\"{u}ller", "M\xC3\xBCller"},
      {"{\\'\\i}", "\xC3\xAD"},
      {"\\v{S}koda", "\xC5\xA0koda"},
      {"Gro\\ss mann", "Gro\xC3\x9Fmann"},
      {"J{\\o}rgensen", "J\xC3\xB8rgensen"},
      {"A \\& B~C", "A & B C"},
      {"{The} \\emph{title} of $x$", "The title of x"},
      {"IL-1{\\beta}", "IL-1\xCE\xB2"},
      {"\\omicron\\GAMMA\\Delta", "\xCE\xBF\xCE\x94"},
      {"PKC$\\zeta$, T$\\Omega$", "PKC\xCE\xB6, T\xCE\xA9"},
      {"et\\ al.\\, onco\\-gene", "et al.  oncogene"},
      {"O\\textquoteright{}Brien 5\\textendash{}9 50\\%", "O\xE2\x80\x99"
                                                          "Brien 5\xE2\x80\x93"
                                                          "9 50%"},
      {"\\\"", ""},
      {"\\", ""},
      {"\\c", ""},
      {"\\'{}", ""},
  };
  pq_buf out;
  pq_buf_init(&out, NULL);
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; ++i) {
    pq_buf_reset(&out);
    pq_latex_put(&out, pq_view_of(pairs[i][0]));
    ASSERT_VIEW(pq_buf_view(&out), pairs[i][1]);
  }
  pq_buf_clear(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_text)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
