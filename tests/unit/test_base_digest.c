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
    assert_int_equal(pq_digest_of(pq_view_of(cases[i][0]), &d), PQ_OK);
    assert_string_equal(d.hex, cases[i][1]);
    assert_int_equal(pq_digest_short(&d).len, 32);
    assert_true(pq_view_starts(pq_view_of(d.hex), pq_digest_short(&d)));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_known)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
