#include "heard.h"
#include "unit.h"

#include "base/raptor.h"

/* Each pointer is that of its name: a URI comes back as it went in. */
static void test_calls(void **state) {
  pq_raptor r;
  size_t len = 0;
  (void)state;
  assert_int_equal(pq_raptor_find(&r), PQ_OK);
  raptor_world *const world = r.new_world_internal(RAPTOR_VERSION);
  assert_non_null(world);
  assert_int_equal(r.world_open(world), 0);
  raptor_uri *const uri = r.new_uri(world, (const unsigned char *)"http://x/a");
  const unsigned char *const text = r.uri_as_counted_string(uri, &len);
  ASSERT_VIEW(((pq_view){(const char *)text, len}), "http://x/a");
  r.free_uri(uri);
  r.free_world(world);
}

static void test_miss(void **state) {
  pq_heard heard;
  (void)state;
  pq_heard_init(&heard);
  assert_int_equal(pq_raptor_miss(&heard.sink, PQ_BAD_READ), PQ_BAD_READ);
  const pq_heard_note *const note = pq_heard_find(&heard, "library.missing");
  assert_non_null(note);
  assert_int_equal(note->severity, PQ_NOTE_ERROR);
  assert_non_null(strstr(note->text, "libraptor2-0")); /* what to install */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_calls),
      cmocka_unit_test(test_miss),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
