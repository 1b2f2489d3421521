#include "test_claim_text.h"

static const char *const roles[] = {
    [PQ_AS_NONE] = "none",       [PQ_AS_AGENT] = "agent",
    [PQ_AS_UPSTREAM] = "before", [PQ_AS_DEPENDS] = "needs",
    [PQ_AS_THEME] = "theme",     [PQ_AS_PARTNER] = "partner",
    [PQ_AS_PRODUCT] = "product", [PQ_AS_SITE] = "site",
    [PQ_AS_FROM] = "from",       [PQ_AS_TO] = "to",
    [PQ_AS_IN] = "in",
};

static const char *role_of(pq_frame_role role) {
  return role < sizeof roles / sizeof roles[0] ? roles[role] : "other";
}

/* Arguments of a hit: "agent=JAK2 theme=STAT3", what happens in <>. */
static void expect_args(void *const *state, const char *text, const char *lemma,
                        const char *want) {
  parsed d;
  parse_text(&d, state, text, TO_CLAUSES);
  const pq_hit *const h = &d.p.hits.at[hit_of(&d, lemma)];
  for (uint32_t i = 0; i < h->n_args; ++i) {
    const pq_arg *const a = &h->args[i];
    if (i) pq_buf_char(&d.out, ' ');
    pq_buf_text(&d.out, role_of(a->role));
    pq_buf_char(&d.out, '=');
    if (a->hit) {
      pq_buf_char(&d.out, '<');
      pq_buf_put(&d.out, d.p.hits.at[a->hit].trigger->lemma);
      pq_buf_char(&d.out, '>');
    } else {
      pq_buf_put(&d.out, chunk_words(&d, a->chunk));
    }
  }
  if (!pq_view_same(pq_buf_view(&d.out), pq_view_of(want))) {
    print_error("%s\n", text);
  }
  ASSERT_VIEW(pq_buf_view(&d.out), want);
  drop_parsed(&d);
}

static void test_active(void **state) {
  expect_args(state, "JAK2 phosphorylates STAT3 at Y705", "phosphorylate",
              "agent=JAK2 theme=STAT3 site=Y705");
  expect_args(state, "JAK2 phosphorylates STAT3", "phosphorylate",
              "agent=JAK2 theme=STAT3");
}

static void test_passive(void **state) {
  expect_args(state, "STAT3 is phosphorylated at Y705 by JAK2", "phosphorylate",
              "theme=STAT3 site=Y705 agent=JAK2");
  expect_args(state, "STAT3 is phosphorylated downstream of ALK",
              "phosphorylate", "theme=STAT3 before=ALK");
}

static void test_nominal(void **state) {
  expect_args(state, "phosphorylation of STAT3 by JAK2 at Y705 occurs",
              "phosphorylate", "theme=STAT3 agent=JAK2 site=Y705");
}

static void test_relative(void **state) {
  expect_args(state, "AKT1, which is activated by PDPK1, phosphorylates BAD",
              "phosphorylate", "agent=AKT1 theme=BAD");
  expect_args(state, "AKT1, which is activated by PDPK1, phosphorylates BAD",
              "activate", "theme=AKT1 before=PDPK1");
}

static void test_what_happens_as_argument(void **state) {
  expect_args(state, "SRC promotes phosphorylation of STAT3", "promote",
              "agent=SRC theme=<phosphorylate>");
}

static void test_transport(void **state) {
  expect_args(state, "STAT3 translocates from the cytosol to the nucleus",
              "translocate", "theme=STAT3 from=the cytosol to=the nucleus");
}

static void test_voice(void **state) {
  parsed d;
  parse_text(&d, state, "STAT3 is phosphorylated by JAK2", TO_CLAUSES);
  assert_int_equal(d.p.hits.at[hit_of(&d, "phosphorylate")].voice, PQ_PASSIVE);
  drop_parsed(&d);
  parse_text(&d, state, "JAK2 phosphorylates STAT3", TO_CLAUSES);
  const pq_hit *const h = &d.p.hits.at[hit_of(&d, "phosphorylate")];
  assert_int_equal(h->voice, PQ_ACTIVE_VOICE);
  assert_non_null(pq_hit_arg(h, PQ_AS_AGENT));
  assert_null(pq_hit_arg(h, PQ_AS_SITE));
  drop_parsed(&d);
}

static void test_means(void **state) {
  parsed d;
  parse_text(&d, state, "AKT1 inhibits BAD by phosphorylating FOXO3",
             TO_CLAUSES);
  assert_int_equal(d.p.hits.at[hit_of(&d, "phosphorylate")].means_of,
                   hit_of(&d, "inhibit"));
  drop_parsed(&d);
}

static void test_no_more_than_fit(void **state) {
  parsed d;
  parse_text(&d, state, "JAK2 phosphorylates STAT3", TO_CLAUSES);
  const uint32_t hit = hit_of(&d, "phosphorylate");
  for (int i = 0; i < 2 * PQ_ARGS_MOST; ++i) {
    pq_hit_add(&d.p, hit, (pq_arg){.role = PQ_AS_SITE, .chunk = 1});
  }
  assert_int_equal(d.p.hits.at[hit].n_args, PQ_ARGS_MOST);
  drop_parsed(&d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_active),
      cmocka_unit_test(test_passive),
      cmocka_unit_test(test_nominal),
      cmocka_unit_test(test_relative),
      cmocka_unit_test(test_what_happens_as_argument),
      cmocka_unit_test(test_transport),
      cmocka_unit_test(test_voice),
      cmocka_unit_test(test_means),
      cmocka_unit_test(test_no_more_than_fit),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
