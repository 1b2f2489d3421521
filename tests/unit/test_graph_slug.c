#include "unit.h"

#include "graph/slug.h"

typedef void put(pq_buf *out, pq_view text);

static void assert_put(put *how, const char *text, const char *want) {
  pq_buf out;
  pq_buf_init(&out, NULL);
  how(&out, pq_view_of(text));
  assert_int_equal(out.status, PQ_OK);
  pq_buf_char(&out, '\0');
  assert_string_equal(out.ptr, want);
  pq_buf_clear(&out);
}

static void test_slugs(void **state) {
  (void)state;
  static const char *const cases[][2] = {
      {"cell cycle genes", "cell-cycle-genes"},
      {"NF-\xCE\xBA"
       "B",
       "nf-kappab"},
      {"TGF\xCE\xB2 1", "tgfbeta-1"},
      {"\xC2\xB5M", "mum"},       /* the micro sign is a mu in NFKC */
      {"x\xC2\xB2", "x2"},        /* superscript two */
      {"\xEF\xBC\xA1", "a"},      /* full-width A */
      {"caf\xC3\xA9 1", "caf-1"}, /* no letter of a-z */
      {"--a  /  b--", "a-b"},
      {"\xE4\xB8\xAD\xE6\x96\x87", ""},
      {"", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
    assert_put(pq_slug_put, cases[i][0], cases[i][1]);
  }
}

static void test_surnames(void **state) {
  (void)state;
  static const char *const cases[][2] = {
      {"Zamo", "zamo"},
      {"M\xC3\xBCller", "muller"},
      {"Mu\xCC\x88ller", "muller"}, /* with a combining mark */
      {"Nguy\xE1\xBB\x85n", "nguyen"},
      {"O'Brien", "o-brien"},
      {"De Stefani", "de-stefani"},
      {"Lefort-Tran", "lefort-tran"},
      {"J\xC3\xB8rgensen", "j-rgensen"}, /* NFD leaves this letter whole */
      {"\xCE\x91\xCE\xB2", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
    assert_put(pq_slug_surname, cases[i][0], cases[i][1]);
  }
}

static void test_percent(void **state) {
  (void)state;
  assert_put(pq_slug_encode, "P40763-2", "P40763-2");
  assert_put(pq_slug_encode, "a/b c~_", "a%2Fb%20c~_");
  assert_put(pq_slug_encode, "\xC3\xA9", "%C3%A9");
}

static void test_doi(void **state) {
  (void)state;
  assert_put(pq_slug_doi, "10.1000/a/b(1)", "10.1000/a/b%281%29");
  assert_put(pq_slug_doi, "10.1000/<x>", "10.1000/%3Cx%3E");
  assert_put(pq_slug_doi, "10.1000/", "10.1000/");
  assert_put(pq_slug_doi, "", "");
}

static void test_digits(void **state) {
  (void)state; /* SHA-256 of "abc", FIPS 180-4 */
  assert_put(pq_slug_digits, "abc", "ba7816bf8f01cfea414140de5dae2223");
}

static void test_short_names_stay(void **state) {
  (void)state;
  pq_buf name;
  pq_buf_init(&name, NULL);
  pq_buf_text(&name, "http://x/");
  for (size_t i = 0; i < PQ_LOCAL_MOST; ++i) {
    pq_buf_char(&name, 'a');
  }
  pq_slug_shorten(&name, 9);
  assert_int_equal(name.len, 9 + PQ_LOCAL_MOST);
  pq_buf_clear(&name);
}

static void test_long_names_keep_their_head(void **state) {
  (void)state;
  pq_buf name;
  pq_buf long_name;
  pq_buf_init(&name, NULL);
  pq_buf_init(&long_name, NULL);
  pq_buf_text(&long_name, "complex.");
  while (long_name.len < 121) {
    pq_buf_char(&long_name, 'b');
  }
  pq_buf_text(&name, "http://x/");
  pq_buf_put(&name, pq_buf_view(&long_name));
  pq_slug_shorten(&name, 9);
  pq_digest digest;
  pq_digest_of(pq_buf_view(&long_name), &digest);
  assert_int_equal(name.len, strlen("http://x/complex.") + 32);
  assert_memory_equal(name.ptr, "http://x/complex.", 17);
  assert_memory_equal(name.ptr + 17, digest.hex, 32);
  pq_buf_clear(&name);
  pq_buf_clear(&long_name);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_slugs),
      cmocka_unit_test(test_surnames),
      cmocka_unit_test(test_percent),
      cmocka_unit_test(test_doi),
      cmocka_unit_test(test_digits),
      cmocka_unit_test(test_short_names_stay),
      cmocka_unit_test(test_long_names_keep_their_head),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
