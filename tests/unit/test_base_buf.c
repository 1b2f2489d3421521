#include "failing.h"
#include "unit.h"

#include "base/buf.h"

static void test_put(void **state) {
  (void)state;
  pq_buf b;
  pq_buf_init(&b, NULL);
  ASSERT_VIEW(pq_buf_view(&b), "");
  pq_buf_put(&b, PQ_LIT("ab"));
  pq_buf_char(&b, '-');
  pq_buf_text(&b, "c");
  pq_buf_number(&b, 0);
  pq_buf_number(&b, UINT64_MAX);
  pq_buf_char(&b, ' ');
  pq_buf_padded(&b, 47, 5);
  pq_buf_padded(&b, 123456, 5);
  pq_buf_padded(&b, 0, 3);
  pq_buf_format(&b, "<%s %d>", "x", -7);
  assert_int_equal(b.status, PQ_OK);
  ASSERT_VIEW(pq_buf_view(&b),
              "ab-c018446744073709551615 00047123456000<x -7>");
  pq_buf_reset(&b);
  ASSERT_VIEW(pq_buf_view(&b), "");
  pq_buf_clear(&b);
}

static void test_grows(void **state) {
  (void)state;
  pq_buf b;
  pq_buf_init(&b, NULL);
  for (int i = 0; i < 10000; ++i) {
    pq_buf_char(&b, (char)('a' + i % 26));
  }
  assert_int_equal(b.len, 10000);
  for (size_t i = 0; i < b.len; ++i) {
    assert_int_equal(b.ptr[i], 'a' + (int)(i % 26));
  }
  pq_buf_clear(&b);
}

static void test_failure_is_kept(void **state) {
  (void)state;
  pq_failing f = pq_failing_new(1);
  pq_buf b;
  pq_buf_init(&b, &f.base);
  pq_buf_put(&b, PQ_LIT("ab"));
  assert_int_equal(pq_buf_reserve(&b, 1000), PQ_NO_MEM);
  pq_buf_char(&b, 'c'); /* would have found room */
  assert_int_equal(b.status, PQ_NO_MEM);
  ASSERT_VIEW(pq_buf_view(&b), "ab");
  pq_buf_reset(&b);
  assert_int_equal(b.status, PQ_OK);
  pq_buf_char(&b, 'c');
  ASSERT_VIEW(pq_buf_view(&b), "c");
  assert_int_equal(pq_buf_reserve(&b, SIZE_MAX / 2), PQ_LIMIT);
  pq_buf_clear(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_put),
      cmocka_unit_test(test_grows),
      cmocka_unit_test(test_failure_is_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
