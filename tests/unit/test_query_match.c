#include "asked.h"
#include "unit.h"

#include "base/buf.h"
#include "query/match.h"
#include "query/rows.h"

enum {
  A = 1,
  B,
  C,
  D,
  R
};

/* ALK states a claim; two hops of what depends on what; a loop. */
static const char graph[] =
    "x:e1 pq:states x:c1 ; pq:status pq:Asserted ; cito:citesAsEvidence x:w1 ;"
    "  cito:citesAsAuthority x:w2 .\n"
    "x:e2 pq:states x:c1 ; pq:status pq:Denied .\n"
    "x:e3 pq:states x:c2 ; pq:status pq:Hedged ; cito:citesAsAuthority x:w1 .\n"
    "x:c1 a pq:Claim . x:c2 a pq:OpenQuestion .\n"
    "x:p pq:stateOf x:q . x:loop pq:stateOf x:loop .\n";

/* Rows as words: "e1 c1, e2 c1, ". */
typedef struct told {
  const pq_asked *asked;
  char text[400];
  size_t most, n;
} told;

static pq_status tell(void *user, const pq_rdf_id *row) {
  told *const t = user;
  static const size_t skip = sizeof "http://x/" - 1;
  if (t->n++ == t->most) return PQ_BAD_WRITE;
  for (int i = A; i <= C; ++i) {
    const pq_view iri = pq_rdf_text(&t->asked->rdf, row[i]);
    const pq_view name = iri.len ? pq_view_skip(iri, skip) : PQ_LIT("-");
    (void)strncat(t->text, i == A ? "" : " ", 2);
    (void)strncat(t->text, name.ptr, name.len);
  }
  (void)strncat(t->text, ", ", 3);
  return PQ_OK;
}

static void assert_rows(const pq_step *steps, const char *a, const char *want) {
  pq_asked asked;
  assert_int_equal(pq_asked_open(&asked, NULL, graph), PQ_OK);
  pq_row row = {0};
  if (a) row[A] = pq_asked_id(&asked, a);
  told t = {.asked = &asked, .most = SIZE_MAX};
  const pq_row_sink sink = {&t, tell};
  assert_int_equal(pq_match(&asked.index, steps, row, &sink), PQ_OK);
  assert_string_equal(t.text, want);
  for (size_t i = 0; i < PQ_VARIABLES_MOST; ++i) {
    assert_int_equal(row[i], i == A && a ? pq_asked_id(&asked, a) : 0);
  }
  pq_asked_close(&asked);
}

static const pq_term cites_list[] = {PQ_TERM_CITES_EVIDENCE,
                                     PQ_TERM_CITES_AUTHORITY};
static const pq_terms cites = TERMS(cites_list);
static const pq_term state_list[] = {PQ_TERM_STATE_OF};
static const pq_terms states = TERMS(state_list);
static const pq_term sure_list[] = {PQ_TERM_ASSERTED, PQ_TERM_HEDGED};
static const pq_terms sure = TERMS(sure_list);

static void test_links(void **state) {
  (void)state;
  static const pq_step all[] = {LINK(A, STATES, B), DONE};
  static const pq_step join[] = {LINK(A, STATES, B), LINK(C, STATES, B), DONE};
  static const pq_step is[] = {IS(B, TYPE, CLAIM), LINK(A, STATES, B), DONE};
  static const pq_step loop[] = {LINK(A, STATE_OF, A), DONE};
  assert_rows(all, NULL, "e1 c1 -, e2 c1 -, e3 c2 -, ");
  assert_rows(all, "e3", "e3 c2 -, ");
  assert_rows(all, "c1", "");
  assert_rows(join, "e2", "e2 c1 e1, e2 c1 e2, ");
  assert_rows(is, NULL, "e1 c1 -, e2 c1 -, ");
  assert_rows(loop, NULL, "loop - -, ");
}

static void test_filters(void **state) {
  (void)state;
  static const pq_step among[] = {LINK(A, STATUS, D), AMONG(D, sure), DONE};
  static const pq_step differ[] = {LINK(A, STATES, B), LINK(C, STATES, B),
                                   DIFFER(A, C), DONE};
  assert_rows(among, NULL, "e1 - -, e3 - -, ");
  assert_rows(differ, NULL, "e1 c1 e2, e2 c1 e1, ");
}

static void test_any(void **state) {
  (void)state;
  static const pq_step any[] = {ANY(A, cites, B, R), DONE};
  static const pq_step same_role[] = {ANY(A, cites, B, R), ANY(C, cites, B, R),
                                      DIFFER(A, C), DONE};
  static const pq_step roles[] = {ANY(A, cites, B, 0), ANY(C, cites, B, 0),
                                  DIFFER(A, C), DONE};
  assert_rows(any, NULL, "e1 w1 -, e3 w1 -, e1 w2 -, ");
  assert_rows(same_role, NULL, ""); /* once as evidence, once as authority */
  assert_rows(roles, NULL, "e1 w1 e3, e3 w1 e1, ");
}

static void test_near_and_same(void **state) {
  (void)state;
  static const pq_step from[] = {NEAR(A, states, B), DONE};
  static const pq_step to[] = {NEAR(B, states, A), DONE};
  static const pq_step same[] = {SAME(B, A), SAME(A, C), DONE};
  assert_rows(from, "p", "p p -, p q -, ");
  assert_rows(to, "q", "q q -, q p -, ");
  assert_rows(from, "q", "q q -, ");
  assert_rows(same, "p", "p p p, ");
}

static const pq_step works[] = {ANY(A, cites, C, R), DONE};
static const pq_step is_claim[] = {IS(B, TYPE, CLAIM), DONE};
static const pq_step is_question[] = {IS(B, TYPE, OPEN_QUESTION), DONE};
static const pq_step nothing[] = {IS(B, TYPE, DISPUTE), DONE};

static void test_blocks(void **state) {
  (void)state;
  static const pq_step *const both[] = {is_question, nothing, is_claim, NULL};
  static const pq_step maybe[] = {LINK(A, STATES, B), MAYBE(works), DONE};
  static const pq_step none[] = {LINK(A, STATES, B), NONE(works), DONE};
  static const pq_step some[] = {LINK(A, STATES, B), SOME(works), DONE};
  static const pq_step either[] = {LINK(A, STATES, B), EITHER(both), DONE};
  assert_rows(maybe, NULL, "e1 c1 w1, e1 c1 w2, e2 c1 -, e3 c2 w1, ");
  assert_rows(none, NULL, "e2 c1 -, ");
  assert_rows(some, NULL, "e1 c1 -, e3 c2 -, "); /* each once */
  assert_rows(either, NULL, "e1 c1 -, e2 c1 -, e3 c2 -, ");
}

/* Blocks in blocks: what is tried inside leaves nothing behind. */
static void test_nested_blocks(void **state) {
  (void)state;
  static const pq_step uncited[] = {IS(B, TYPE, CLAIM), NONE(works), DONE};
  static const pq_step not_so[] = {LINK(A, STATES, B), NONE(uncited), DONE};
  static const pq_step doubly[] = {LINK(A, STATES, B), MAYBE(uncited),
                                   MAYBE(works), DONE};
  static const pq_step *const ways[] = {works, works, NULL};
  static const pq_step inside[] = {EITHER(ways), DONE};
  static const pq_step once[] = {LINK(A, STATES, B), SOME(inside), DONE};
  assert_rows(not_so, NULL, "e1 c1 -, e3 c2 -, ");
  assert_rows(doubly, NULL, "e1 c1 w1, e1 c1 w2, e2 c1 -, e3 c2 w1, ");
  assert_rows(once, NULL, "e1 c1 -, e3 c2 -, ");
}

/* What the sink says ends it, wherever the steps are. */
static void test_the_sink_ends_it(void **state) {
  (void)state;
  static const pq_step steps[] = {LINK(A, STATES, B), MAYBE(works), DONE};
  pq_asked asked;
  assert_int_equal(pq_asked_open(&asked, NULL, graph), PQ_OK);
  for (size_t most = 0; most < 4; ++most) {
    pq_row row = {0};
    told t = {.asked = &asked, .most = most};
    const pq_row_sink sink = {&t, tell};
    assert_int_equal(pq_match(&asked.index, steps, row, &sink), PQ_BAD_WRITE);
    assert_int_equal(t.n, most + 1);
    assert_int_equal(row[A], 0);
  }
  pq_asked_close(&asked);
}

static pq_status ignore(void *user, const pq_rdf_id *row) {
  (void)user;
  (void)row;
  return PQ_OK;
}

/* Six times all statements with all others: more than anybody waits for. */
static void test_too_much(void **state) {
  (void)state;
  static const pq_step steps[] = {LINK(1, STATES, 2),
                                  LINK(3, STATES, 4),
                                  LINK(5, STATES, 6),
                                  LINK(7, STATES, 8),
                                  LINK(9, STATES, 10),
                                  LINK(11, STATES, 12),
                                  DONE};
  pq_asked asked;
  pq_buf text;
  pq_row row = {0};
  const pq_row_sink sink = {NULL, ignore};
  pq_buf_init(&text, NULL);
  for (unsigned i = 0; i < 100; ++i) {
    pq_buf_format(&text, "x:e%u pq:states x:c .\n", i);
  }
  pq_buf_char(&text, '\0');
  assert_int_equal(pq_asked_open(&asked, NULL, text.ptr), PQ_OK);
  assert_int_equal(pq_match(&asked.index, steps, row, &sink), PQ_LIMIT);
  pq_asked_close(&asked);
  pq_buf_clear(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_links),
      cmocka_unit_test(test_filters),
      cmocka_unit_test(test_any),
      cmocka_unit_test(test_near_and_same),
      cmocka_unit_test(test_blocks),
      cmocka_unit_test(test_nested_blocks),
      cmocka_unit_test(test_the_sink_ends_it),
      cmocka_unit_test(test_too_much),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
