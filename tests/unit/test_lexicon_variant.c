#include "failing.h"
#include "test_lexicon_tables.h"

#include "lexicon/variant.h"

/* The forms of a name, one behind the other; '-' before those whose status is
 * lower. */
static void check(const char *name, const char *forms) {
  pq_arena arena;
  pq_variant v[PQ_VARIANTS_MOST];
  size_t n = 0;
  pq_buf got;
  pq_arena_init(&arena, NULL, 0);
  pq_buf_init(&got, NULL);
  assert_int_equal(pq_variants_of(&arena, pq_view_of(name), v, &n), PQ_OK);
  for (size_t i = 1; i < n; ++i) {
    pq_buf_text(&got, v[i].lower ? "-" : "+");
    pq_buf_put(&got, v[i].text);
  }
  ASSERT_VIEW(v[0].text, name);
  assert_false(v[0].lower);
  ASSERT_VIEW(pq_buf_view(&got), forms);
  pq_buf_clear(&got);
  pq_arena_clear(&arena);
}

static void test_forms(void **state) {
  (void)state;
  check("STAT3", "");
  check("anaplastic lymphoma kinase (Ki-1)", "-anaplastic lymphoma kinase");
  check("(x) y", "");
  check("p16(INK4A)", ""); /* no space: the bracket is part of the name */
  check("PKA type II", "+PKA type 2");
  check("PKA type 2", "+PKA type II");
  check("factor 10", "+factor X");
  check("II", ""); /* nothing before it */
  check("complex I (x)", "-complex I-complex 1");
  check("NF-kappaB", "+NF-kB");
  check("NF-kappa B", "+NF-kB");
  check("NF-\xCE\xBA"
        "B",
        "+NF-kB");
  check("kappa chain", ""); /* a name does not begin so */
  check("I kappa chain", "");
}

static void test_out_of_memory(void **state) {
  (void)state;
  pq_failing f = pq_failing_new(0);
  pq_arena arena;
  pq_variant v[PQ_VARIANTS_MOST];
  size_t n = 0;
  pq_arena_init(&arena, &f.base, 0);
  assert_int_equal(pq_variants_of(&arena, PQ_LIT("NF-kappaB"), v, &n),
                   PQ_NO_MEM);
  pq_arena_clear(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_forms),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
