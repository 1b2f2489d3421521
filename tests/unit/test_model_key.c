#include "unit.h"

#include "model/key.h"
#include "model/store.h"

static uint32_t key_of(pq_key_of *key, const void *row) {
  const pq_arena arena = {.alloc = NULL};
  uint32_t out = 0;
  assert_int_equal(key(row, &arena, &out), PQ_OK);
  return out;
}

/* What a thing is counts, what is known of it does not; words of an unknown
 * thing are what it is. */
static void test_things(void **state) {
  (void)state;
  const pq_entity a = {.kind = PQ_ENTITY_PROTEIN, .id = PQ_LIT("HGNC:427")};
  pq_entity b = a;
  b.label = PQ_LIT("ALK");
  b.accession = PQ_LIT("Q9UM73");
  assert_int_equal(key_of(pq_key_entity, &a), key_of(pq_key_entity, &b));
  b.active = PQ_ACTIVE;
  assert_int_not_equal(key_of(pq_key_entity, &a), key_of(pq_key_entity, &b));
  pq_entity c = {.kind = PQ_ENTITY_UNGROUNDED, .label = PQ_LIT("Foo")};
  const pq_entity d = {.kind = PQ_ENTITY_UNGROUNDED, .label = PQ_LIT("Bar")};
  assert_int_not_equal(key_of(pq_key_entity, &c), key_of(pq_key_entity, &d));
}

/* Surnames but for case and diacritics; second authors are not looked at. */
static void test_works(void **state) {
  (void)state;
  const pq_work a = {.authors = {PQ_LIT("M\xC3\xBCller"), PQ_LIT("Han")},
                     .n_authors = 2,
                     .et_al = true,
                     .year = 2006};
  const pq_work b = {.authors = {PQ_LIT("MULLER")},
                     .n_authors = 1,
                     .et_al = true,
                     .year = 2006};
  pq_work c = b;
  c.letter = 'a';
  assert_int_equal(key_of(pq_key_work, &a), key_of(pq_key_work, &b));
  assert_int_not_equal(key_of(pq_key_work, &b), key_of(pq_key_work, &c));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_things),
      cmocka_unit_test(test_works),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
