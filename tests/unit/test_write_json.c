#include "unit.h"

#include "write/json.h"

static void put_sample(pq_json *j) {
  pq_json_object(j, PQ_JSON_SPREAD);
  pq_json_key(j, PQ_LIT("a\"b"));
  pq_json_text(j, PQ_LIT("x\ny"));
  pq_json_key(j, PQ_LIT("n"));
  pq_json_number(j, 705);
  pq_json_key(j, PQ_LIT("list"));
  pq_json_array(j, PQ_JSON_SPREAD);
  pq_json_object(j, PQ_JSON_FILL);
  pq_json_key(j, PQ_LIT("yes"));
  pq_json_word(j, PQ_LIT("true"));
  pq_json_key(j, PQ_LIT("no"));
  pq_json_array(j, PQ_JSON_SPREAD);
  pq_json_close(j);
  pq_json_close(j);
  pq_json_object(j, PQ_JSON_FILL);
  pq_json_close(j);
  pq_json_close(j);
  pq_json_close(j);
  pq_json_end(j);
}

static void assert_sample(bool one_line, const char *want) {
  pq_buf out;
  pq_json j;
  pq_buf_init(&out, NULL);
  pq_json_begin(&j, &out, one_line);
  put_sample(&j);
  ASSERT_VIEW(pq_buf_view(&out), want);
  pq_buf_clear(&out);
}

static void test_spread(void **state) {
  (void)state;
  assert_sample(false, "{\n"
                       "  \"a\\\"b\": \"x\\ny\",\n"
                       "  \"n\": 705,\n"
                       "  \"list\": [\n"
                       "    {\"yes\": true, \"no\": []},\n"
                       "    {}\n"
                       "  ]\n"
                       "}\n");
}

static void test_one_line(void **state) {
  (void)state;
  assert_sample(true, "{\"a\\\"b\":\"x\\ny\",\"n\":705,\"list\":"
                      "[{\"yes\":true,\"no\":[]},{}]}\n");
}

/* Twelve of ten columns: the item that passes column 72 ends the line; a short
 * object in such a line is not broken. */
static void test_fill(void **state) {
  (void)state;
  pq_buf out;
  pq_json j;
  pq_buf_init(&out, NULL);
  pq_json_begin(&j, &out, false);
  pq_json_array(&j, PQ_JSON_FILL);
  for (int i = 0; i < 10; ++i) {
    pq_json_text(&j, PQ_LIT("1234567"));
  }
  pq_json_object(&j, PQ_JSON_FILL);
  for (int i = 0; i < 8; ++i) {
    pq_json_key(&j, PQ_LIT("1234567"));
    pq_json_number(&j, 1);
  }
  pq_json_close(&j);
  pq_json_text(&j, PQ_LIT("z"));
  pq_json_close(&j);
  ASSERT_VIEW(pq_buf_view(&out),
              "[\"1234567\", \"1234567\", \"1234567\", \"1234567\", "
              "\"1234567\", \"1234567\", \"1234567\",\n"
              "  \"1234567\", \"1234567\", \"1234567\", "
              "{\"1234567\": 1, \"1234567\": 1, \"1234567\": 1, "
              "\"1234567\": 1, \"1234567\": 1, \"1234567\": 1, "
              "\"1234567\": 1, \"1234567\": 1},\n"
              "  \"z\"]");
  pq_buf_clear(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_spread),
      cmocka_unit_test(test_one_line),
      cmocka_unit_test(test_fill),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
