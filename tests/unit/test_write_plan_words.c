#include "test_write_records.h"

#include "write/plan.h"

static bool has_sign(const pq_plan *plan, const char *sign, const char *word) {
  for (uint32_t i = 0; i < plan->signs.n; ++i) {
    if (strcmp(plan->signs.at[i].sign, sign) == 0 &&
        strcmp(plan->signs.at[i].word, word) == 0) {
      return true;
    }
  }
  return false;
}

/* "A phosphorylates B at S10", "it is controversial whether A inhibits C", "A
 * does not promote C": the key has all that is drawn, and no more. */
static void test_key(void **state) {
  static const char *const text[] = {"One says so.", "Two says so."};
  (void)state;
  for (int more = 0; more < 2; ++more) {
    sample s;
    pq_plan plan;
    sample_begin(&s, "R-HSA-6", "Keys", text, 2);
    const pq_node a = sample_protein(&s, "P00001", "AAA");
    const pq_node b = sample_protein(&s, "P00002", "BBB");
    const pq_node c = sample_protein(&s, "P00003", "CCC");
    sample_says(&s, a, PQ_REL_UPSTREAM, PQ_POSITIVE, b,
                (saying){.sentence = 1});
    if (more) {
      const pq_event event = {.kind = PQ_KIND_PHOSPHORYLATION,
                              .themes = {b.id},
                              .n_themes = 1,
                              .site = {'S', 10}};
      const pq_claim denied = {.subject = a,
                               .object = c,
                               .relation = PQ_REL_UPSTREAM,
                               .polarity = PQ_POSITIVE,
                               .negated = true};
      sample_says(&s, a, PQ_REL_UPSTREAM, PQ_POSITIVE, sample_event(&s, event),
                  (saying){.sentence = 1});
      sample_says(&s, a, PQ_REL_UPSTREAM, PQ_NEGATIVE, c,
                  (saying){.sentence = 1, .stance = PQ_CONTROVERSIAL});
      (void)sample_claim(&s, denied, (saying){.sentence = 1});
    }
    sample_end(&s);
    assert_int_equal(pq_plan_fill(&s.graph, PQ_PLAN_CARD, &plan), PQ_OK);
    assert_true(has_sign(&plan, "──▷", "promotes"));
    assert_false(has_sign(&plan, "──┤", "inhibits"));
    assert_int_equal(has_sign(&plan, "╌╌┤", "inhibits, controversial"), more);
    assert_int_equal(has_sign(&plan, "✕", "denied"), more);
    assert_int_equal(has_sign(&plan, "▬", "badge: state"), more);
    assert_int_equal(has_sign(&plan, "▭", "badge: residue, unmodified"), more);
    pq_arena_clear(&s.arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_key),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
