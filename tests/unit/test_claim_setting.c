#include "test_claim_text.h"

/* The settings of the first evidence, "; " between them. */
static void expect_settings(void *const *state, const char *text,
                            const char *want) {
  told t;
  tell_text(&t, state, text);
  const pq_record *const r = &t.desk.record;
  assert_true(r->evidence.n > 0);
  const pq_evidence *const e = &r->evidence.at[0];
  for (uint32_t i = 0; i < e->n_settings; ++i) {
    if (i) pq_buf_text(&t.out, "; ");
    pq_buf_put(&t.out, pq_record_words(r, e->sentence, e->settings[i]));
  }
  ASSERT_VIEW(pq_buf_view(&t.out), want);
  drop_told(&t);
}

static void test_words_of_their_own(void **state) {
  expect_settings(state, "LCK phosphorylates ZAP70 in vitro.", "in vitro");
  expect_settings(state, "LCK phosphorylates ZAP70 in vivo and in vitro.",
                  "in vivo; in vitro");
  expect_settings(state, "LCK phosphorylates ZAP70.", "");
}

static void test_phrases(void **state) {
  expect_settings(state, "In HeLa cells, LCK phosphorylates ZAP70.",
                  "In HeLa cells");
  expect_settings(state, "LCK phosphorylates ZAP70 in the presence of ATP.",
                  "in the presence of ATP");
  expect_settings(state, "LCK phosphorylates ZAP70 under conditions of stress.",
                  "under conditions of stress");
}

static void test_no_place_of_the_claim(void **state) {
  expect_settings(state, "LCK phosphorylates ZAP70 on the surface of T cells.",
                  "");
  expect_settings(state, "Unlike in HeLa cells, LCK phosphorylates ZAP70.", "");
}

static void test_another_verb(void **state) {
  expect_settings(state, "SRC binds STAT3 and phosphorylates STAT3 in vitro.",
                  "");
}

static void test_species(void **state) {
  assert_claims(state, "In mice and rats, LCK phosphorylates ZAP70.",
                "LCK directly mediates ZAP70 phosphorylation in Mus musculus\n"
                "LCK directly mediates ZAP70 phosphorylation in Rattus "
                "norvegicus\n");
  assert_claims(state, "In humans and mice, LCK phosphorylates ZAP70.",
                "LCK directly mediates ZAP70 phosphorylation\n");
  assert_claims(state, "LCK phosphorylates mouse ZAP70.",
                "LCK directly mediates ZAP70 phosphorylation in Mus "
                "musculus\n");
  assert_claims(state, "The orthologs of mouse LCK are known to bind ZAP70.",
                "LCK interacts with ZAP70 in Mus musculus\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_words_of_their_own),
      cmocka_unit_test(test_phrases),
      cmocka_unit_test(test_no_place_of_the_claim),
      cmocka_unit_test(test_another_verb),
      cmocka_unit_test(test_species),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
