#include "scratch.h"
#include "unit.h"

#include "cmd/secret.h"

#include <stdlib.h>
#include <sys/stat.h>

static const char variable[] = "PATHQUILL_TEST_SECRET";

static pq_status read_text(pq_scratch *s, pq_view text, pq_secret *out) {
  const char *const path = pq_scratch_file(s, "secret", text);
  assert_int_equal(chmod(path, 0600), 0);
  return pq_secret_read(path, NULL, NULL, out);
}

static void test_first_line(void **state) {
  (void)state;
  pq_scratch s;
  pq_secret secret;
  pq_scratch_open(&s);
  assert_int_equal(read_text(&s, PQ_LIT("t0ken\r\nmore\n"), &secret), PQ_OK);
  assert_string_equal(secret.text, "t0ken");
  assert_int_equal(read_text(&s, PQ_LIT("\nt0ken\n"), &secret), PQ_BAD_READ);
  assert_int_equal(read_text(&s, PQ_LIT("a\x01\n"), &secret), PQ_BAD_ENCODING);
  assert_string_equal(secret.text, "");
  pq_scratch_close(&s);
}

/* One that does not fit is refused, not cut. */
static void test_too_long(void **state) {
  (void)state;
  static char line[PQ_SECRET_MOST + 2];
  pq_scratch s;
  pq_secret secret;
  pq_scratch_open(&s);
  memset(line, 'x', sizeof line);
  assert_int_equal(read_text(&s, (pq_view){line, sizeof line}, &secret),
                   PQ_BAD_READ);
  assert_string_equal(secret.text, "");
  line[PQ_SECRET_MOST - 1] = '\n';
  assert_int_equal(read_text(&s, (pq_view){line, sizeof line}, &secret), PQ_OK);
  assert_int_equal(strlen(secret.text), PQ_SECRET_MOST - 1);
  pq_scratch_close(&s);
}

static void test_variable(void **state) {
  (void)state;
  pq_secret secret;
  assert_int_equal(pq_secret_read(NULL, variable, NULL, &secret), PQ_OK);
  assert_string_equal(secret.text, "");
  /* NOLINTNEXTLINE(concurrency-mt-unsafe): the test has one thread. */
  assert_int_equal(setenv(variable, "t0ken", 1), 0);
  assert_int_equal(pq_secret_read(NULL, variable, NULL, &secret), PQ_OK);
  assert_string_equal(secret.text, "t0ken");
  /* NOLINTNEXTLINE(concurrency-mt-unsafe): the test has one thread. */
  assert_int_equal(setenv(variable, "a\x01", 1), 0);
  assert_int_equal(pq_secret_read(NULL, variable, NULL, &secret),
                   PQ_BAD_ENCODING);
  assert_string_equal(secret.text, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_first_line),
      cmocka_unit_test(test_too_long),
      cmocka_unit_test(test_variable),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
