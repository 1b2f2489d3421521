#include "unit.h"

#include "query/questions.h"

#include <stdio.h>
#include <stdlib.h>

enum {
  DEPTH_MOST = 8,
  TWIN_MOST = 16384
};

/* What the tables must keep to, for the evaluator looks at nothing of it. */

/* NOLINTNEXTLINE(misc-no-recursion): DEPTH_MOST */
static void check_steps(const pq_step *s, bool *used, int depth) {
  assert_true(depth < DEPTH_MOST);
  for (; s->op != PQ_DONE; ++s) {
    assert_true(s->subject < PQ_VARIABLES_MOST);
    assert_true(s->object < PQ_VARIABLES_MOST);
    assert_true(s->by < PQ_VARIABLES_MOST);
    const bool block =
        s->op == PQ_MAYBE || s->op == PQ_SOME || s->op == PQ_NONE;
    const bool list = s->op == PQ_ANY || s->op == PQ_NEAR || s->op == PQ_AMONG;
    assert_int_equal(block, s->block != NULL);
    assert_int_equal(s->op == PQ_EITHER, s->blocks != NULL);
    assert_int_equal(list, s->terms != NULL);
    assert_int_equal(!block && s->op != PQ_EITHER, s->subject != 0);
    used[s->subject] = true;
    used[s->object] = true;
    used[s->by] = true;
    if (block) check_steps(s->block, used, depth + 1);
    for (size_t i = 0; s->blocks && s->blocks[i]; ++i) {
      check_steps(s->blocks[i], used, depth + 1);
    }
  }
}

static uint32_t check_columns(const pq_question *q, const bool *used) {
  uint32_t n = 0;
  bool counts = false;
  for (const pq_column *c = q->columns; c->name; ++c, ++n) {
    assert_true(n < PQ_COLUMNS_MOST);
    assert_true(used[c->variable]);
    assert_true(c->count || !counts); /* those that count come last */
    counts = c->count;
  }
  assert_false(q->columns[0].count);
  return n;
}

static void test_tables(void **state) {
  (void)state;
  const pq_question *q = NULL;
  for (size_t i = 0; (q = pq_question_at(i)); ++i) {
    bool used[PQ_VARIABLES_MOST] = {false};
    check_steps(q->steps, used, 0);
    /* What is told of two graphs is no variable of the steps in each. */
    if (q->compares) memset(used, true, sizeof used);
    const uint32_t n = check_columns(q, used);
    for (const int8_t *o = q->order; *o; ++o) {
      assert_true((uint32_t)abs(*o) <= n);
    }
    for (const pq_parameter *p = q->parameters; p->variable; ++p) {
      assert_true(used[p->variable]);
    }
    assert_ptr_equal(pq_question_named(pq_view_of(q->name)), q);
  }
  assert_non_null(pq_question_at(21));
  assert_null(pq_question_named(PQ_LIT("")));
  assert_null(pq_question_named(PQ_LIT("dispute")));
}

static size_t read_twin(const pq_question *q, char *text) {
  char path[256];
  (void)snprintf(path, sizeof path, "ontology/queries/%s", q->twin);
  FILE *const in = fopen(path, "rb");
  assert_non_null(in);
  const size_t n = fread(text, 1, TWIN_MOST - 1, in);
  assert_true(n < TWIN_MOST - 1);
  text[n] = '\0';
  (void)fclose(in);
  return n;
}

/* The query's own columns, in order, and its parameters with their defaults. */
static void test_twins(void **state) {
  (void)state;
  static char text[TWIN_MOST];
  char words[256];
  const pq_question *q = NULL;
  for (size_t i = 0; (q = pq_question_at(i)); ++i) {
    (void)read_twin(q, text);
    const char *at = strstr(text, "\nSELECT ");
    assert_non_null(at);
    for (const pq_column *c = q->columns; c->name; ++c) {
      (void)snprintf(words, sizeof words, "?%s%s ", c->name,
                     c->count ? ")" : "");
      at = strstr(at, words);
      assert_non_null(at);
    }
    for (const pq_parameter *p = q->parameters; p->variable; ++p) {
      if (!p->name) continue;
      (void)snprintf(words, sizeof words, "\n# Parameter %s = %s: ", p->name,
                     p->value);
      assert_non_null(strstr(text, words));
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tables),
      cmocka_unit_test(test_twins),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
