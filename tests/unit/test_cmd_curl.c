#include "unit.h"

#include "cmd/curl.h"

/* Each pointer is that of its name: an address comes apart. */
static void test_calls(void **state) {
  pq_curl c;
  char *host = NULL;
  (void)state;
  assert_true(pq_curl_find(&c));
  CURLU *const parts = c.url();
  assert_non_null(parts);
  assert_int_equal(c.url_set(parts, CURLUPART_URL, "https://x.org/a", 0), 0);
  assert_int_equal(c.url_get(parts, CURLUPART_HOST, &host, 0), 0);
  assert_string_equal(host, "x.org");
  c.free(host);
  c.url_cleanup(parts);
  assert_non_null(strstr(pq_curl_file(), "curl"));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_calls)};
  return cmocka_run_group_tests_name("cmd.curl", tests, NULL, NULL);
}
