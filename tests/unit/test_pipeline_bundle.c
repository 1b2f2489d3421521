#include "bundle.h"
#include "failing.h"
#include "unit.h"

static const pq_raw raw = {
    .bytes = PQ_LIT_INIT("{\"stable_id\": \"T-1\"}"),
    .format = PQ_RAW_JSONL,
    .place = {.file = PQ_LIT_INIT("a.jsonl"), .line = 3}};
static const pq_note note = {.severity = PQ_NOTE_WARN,
                             .code = "input.unreadable",
                             .at = {.file = PQ_LIT_INIT("b.jsonl")},
                             .text = PQ_LIT_INIT("cannot be read")};

static void test_what_goes_in_is_copied(void **state) {
  (void)state;
  char bytes[] = "{}";
  pq_raw mine = raw;
  mine.bytes = (pq_view){bytes, 2};
  pq_bundle b;
  pq_bundle_open(&b, NULL);
  assert_int_equal(pq_bundle_add(&b, &mine), PQ_OK);
  assert_int_equal(pq_bundle_note(&b, &note), PQ_OK);
  bytes[0] = 'x';
  assert_int_equal(b.items.n, 2);
  assert_false(b.items.at[0].is_note);
  ASSERT_VIEW(b.items.at[0].raw.bytes, "{}");
  ASSERT_VIEW(b.items.at[0].raw.place.file, "a.jsonl");
  assert_int_equal(b.items.at[0].raw.place.line, 3);
  assert_true(b.items.at[1].is_note);
  ASSERT_VIEW(b.items.at[1].note.text, "cannot be read");
  assert_ptr_not_equal(b.items.at[1].note.text.ptr, note.text.ptr);
  pq_bundle_reset(&b);
  assert_int_equal(b.items.n, 0);
  assert_int_equal(b.size, 0);
  pq_bundle_close(&b);
}

static void test_full(void **state) {
  (void)state;
  pq_bundle b;
  pq_bundle_open(&b, NULL);
  for (int i = 0; i < PQ_BUNDLE_ITEMS; ++i) {
    assert_false(pq_bundle_is_full(&b));
    assert_int_equal(pq_bundle_add(&b, &raw), PQ_OK);
  }
  assert_true(pq_bundle_is_full(&b));
  pq_bundle_reset(&b);
  static const char long_text[PQ_BUNDLE_BYTES];
  pq_raw big = raw;
  big.bytes = (pq_view){long_text, sizeof long_text};
  assert_int_equal(pq_bundle_add(&b, &big), PQ_OK);
  assert_true(pq_bundle_is_full(&b));
  pq_bundle_close(&b);
}

static pq_status put_in(void *user, pq_alloc *alloc) {
  (void)user;
  pq_bundle b;
  pq_bundle_open(&b, alloc);
  pq_status st = PQ_OK;
  for (int i = 0; i < PQ_BUNDLE_ITEMS && !st; ++i) {
    st = pq_bundle_add(&b, &raw);
    if (!st) st = pq_bundle_note(&b, &note);
  }
  pq_bundle_close(&b);
  return st;
}

static void test_failing_memory(void **state) {
  (void)state;
  (void)pq_fail_each(put_in, NULL, PQ_OK);
}

static void test_tallies_add(void **state) {
  (void)state;
  pq_tally sum = {
      .records = 1, .claims = 2, .by_status = {1, 0, 0, 0, 0, 0, 3}};
  const pq_tally one = {.records = 4,
                        .failed = 5,
                        .evidence = 6,
                        .by_status = {1, 2, 0, 0, 0, 0, 4},
                        .sites = {7, 8, 9}};
  pq_tally_add(&sum, &one);
  assert_int_equal(sum.records, 5);
  assert_int_equal(sum.failed, 5);
  assert_int_equal(sum.claims, 2);
  assert_int_equal(sum.evidence, 6);
  assert_int_equal(sum.by_status[0], 2);
  assert_int_equal(sum.by_status[1], 2);
  assert_int_equal(sum.by_status[6], 7);
  assert_int_equal(sum.sites[2], 9);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_what_goes_in_is_copied),
      cmocka_unit_test(test_full),
      cmocka_unit_test(test_failing_memory),
      cmocka_unit_test(test_tallies_add),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
