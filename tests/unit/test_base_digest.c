#include "unit.h"

#include "base/digest.h"

/* FIPS 180-2, appendix B, and the digest of nothing. */
static void test_known(void **state) {
  (void)state;
  static const char *const cases[][2] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb924"
           "27ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223"
              "b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039"
       "a33ce45964ff2167f6ecedd419db06c1"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    pq_digest d;
    pq_digest_of(pq_view_of(cases[i][0]), &d);
    assert_string_equal(d.hex, cases[i][1]);
    assert_int_equal(pq_digest_short(&d).len, 32);
    assert_true(pq_view_starts(pq_view_of(d.hex), pq_digest_short(&d)));
  }
}

/* The same, whatever the pieces are, and as often as one likes. */
static void test_pieces(void **state) {
  (void)state;
  pq_digester *d = NULL;
  const pq_view text =
      PQ_LIT("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq");
  pq_digest want;
  pq_digest_of(text, &want);
  assert_int_equal(pq_digester_open(NULL, &d), PQ_OK);
  for (size_t step = 1; step <= text.len; step += 11) {
    pq_digest got;
    for (size_t at = 0; at < text.len; at += step) {
      const pq_view rest = pq_view_skip(text, at);
      pq_digester_add(d, pq_view_head(rest, step));
    }
    pq_digester_end(d, &got);
    assert_string_equal(got.hex, want.hex);
  }
  pq_digester_close(d);
  pq_digester_close(NULL);
}

/* FIPS 180-2: "abc" and nothing, by one digester, one behind the other. */
static void test_many(void **state) {
  (void)state;
  static const char nothing[] =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  pq_digester *d = NULL;
  pq_digest digest;
  assert_int_equal(pq_digester_open(NULL, &d), PQ_OK);
  for (int i = 0; i < 2; ++i) {
    pq_digester_add(d, PQ_LIT("abc"));
    pq_digester_end(d, &digest);
    assert_memory_equal(digest.hex, "ba7816bf8f01cfea414140de5dae2223", 32);
    pq_digester_end(d, &digest);
    assert_string_equal(digest.hex, nothing);
  }
  pq_digester_close(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_known),
                                     cmocka_unit_test(test_pieces),
                                     cmocka_unit_test(test_many)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
