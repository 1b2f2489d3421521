#include "failing.h"
#include "support.h"
#include "unit.h"

#include <stdio.h>

#define TYPE  " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
#define NS    "https://w3id.org/pathquill/ns#"
#define CLAIM "<x:claim/"
#define ENDS  " <x:g> .\n"

static const char one[] =
    CLAIM "1>" TYPE "<" NS "Claim>" ENDS CLAIM "2>" TYPE "<" NS "Claim>" ENDS
          "<x:d/1>" TYPE "<" NS "Dispute>" ENDS "<x:q/1>" TYPE "<" NS
          "OpenQuestion>" ENDS "<x:e/1> <" NS "states> " CLAIM "1>" ENDS
          "<x:e/2> <" NS "states> " CLAIM "1>" ENDS "<x:e/3> <" NS
          "states> <x:d/1>" ENDS "<x:e/1>" TYPE "<" NS "Evidence>" ENDS;
static const char two[] = CLAIM "1>" TYPE "<" NS "Claim>" ENDS "<x:e/4> <" NS
                                "states> " CLAIM "1>" ENDS;

static void test_table(void **state) {
  (void)state;
  pq_support s;
  pq_buf out;
  pq_support_init(&s, NULL);
  pq_buf_init(&out, NULL);
  assert_int_equal(pq_support_add(&s, pq_view_of(one)), PQ_OK);
  assert_int_equal(pq_support_add(&s, pq_view_of(two)), PQ_OK);
  assert_int_equal(pq_support_table(&s, &out), PQ_OK);
  /* claim 2, the question and the dispute stand in one document, claim 1 in
   * two; three places tell of claim 1, one of the dispute */
  ASSERT_VIEW(pq_buf_view(&out),
              "documents\tclaims\tquestions\tdisputes\tevidence\n"
              "1\t1\t1\t1\t1\n"
              "2\t1\t0\t0\t3\n");
  pq_buf_clear(&out);
  pq_support_clear(&s);
}

static void test_nothing(void **state) {
  (void)state;
  pq_support s;
  pq_buf out;
  pq_support_init(&s, NULL);
  pq_buf_init(&out, NULL);
  assert_int_equal(pq_support_add(&s, PQ_LIT("<x:a> <x:p> \"b\" .\n\n")),
                   PQ_OK);
  assert_int_equal(pq_support_table(&s, &out), PQ_OK);
  ASSERT_VIEW(pq_buf_view(&out),
              "documents\tclaims\tquestions\tdisputes\tevidence\n");
  pq_buf_clear(&out);
  pq_support_clear(&s);
}

static pq_status count(void *user, pq_alloc *alloc) {
  (void)user;
  pq_support s;
  pq_buf out;
  pq_support_init(&s, alloc);
  pq_buf_init(&out, alloc);
  pq_status st = PQ_OK;
  for (int i = 0; i < 2000 && !st; ++i) {
    char line[200];
    (void)snprintf(line, sizeof line, CLAIM "%d>" TYPE "<" NS "Claim>" ENDS, i);
    st = pq_support_add(&s, pq_view_of(line));
  }
  if (!st) st = pq_support_table(&s, &out);
  pq_buf_clear(&out);
  pq_support_clear(&s);
  return st;
}

static void test_failing_memory(void **state) {
  (void)state;
  (void)pq_fail_each(count, NULL, PQ_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_table),
      cmocka_unit_test(test_nothing),
      cmocka_unit_test(test_failing_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
