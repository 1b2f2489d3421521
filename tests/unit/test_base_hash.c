#include "unit.h"

#include "base/hash.h"

static void test_hash(void **state) {
  (void)state;
  /* XXH3's own test vector: 64 bits, seed 0, no input. */
  assert_true(pq_hash(PQ_LIT("")) == UINT64_C(0x2D06800538D394C2));
  const char text[] = "STAT3 STAT3";
  assert_true(pq_hash((pq_view){text, 5}) == pq_hash((pq_view){text + 6, 5}));
  assert_false(pq_hash(PQ_LIT("STAT3")) == pq_hash(PQ_LIT("STAT5")));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_hash)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
