#include "asked.h"
#include "unit.h"

#include "query/ask.h"

enum {
  A = 1,
  B,
  C
};

static const char graph[] =
    "x:a rdfs:label \"b\" , \"a\" , 10 , 9 , x:i , \"a\"@en , \"1z\" .\n";

static const pq_question plain = {
    .name = "plain",
    .columns = {{"a", A, false}, {"b", B, false}},
    .order = {-1},
};

static const pq_question counted = {
    .name = "counted",
    .columns = {{"a", A, false}, {"b", B, true}, {"c", C, true}},
    .order = {-2, 1},
};

/* The object of the graph with these words. */
static pq_rdf_id value(const pq_asked *a, const char *words, bool plainly) {
  for (pq_rdf_id i = PQ_N_TERMS + 1; i < a->rdf.n_terms; ++i) {
    const bool tagged = a->rdf.terms[i].language.len > 0;
    if (pq_view_same(pq_rdf_text(&a->rdf, i), pq_view_of(words)) &&
        tagged != plainly) {
      return i;
    }
  }
  return 0;
}

static void add(pq_gather *g, pq_rdf_id a, pq_rdf_id b, pq_rdf_id c) {
  pq_row row = {0};
  row[A] = a;
  row[B] = b;
  row[C] = c;
  assert_int_equal(pq_gather_add(g, row), PQ_OK);
}

/* Rows as "a b, a b, ". */
static void assert_table(pq_gather *g, const char *want) {
  char text[400] = "";
  const char *columns[PQ_COLUMNS_MOST];
  const pq_answer answer = pq_ask_answer(g, columns);
  for (uint32_t r = 0; r < answer.n_rows; ++r) {
    for (uint32_t c = 0; c < answer.n_columns; ++c) {
      const pq_cell cell = answer.cell(answer.user, r, c);
      (void)strncat(text, c ? " " : "", 2);
      (void)strncat(text, cell.text.len ? cell.text.ptr : "-",
                    cell.text.len ? cell.text.len : 1);
      if (cell.language.len) (void)strncat(text, "@", 2);
    }
    (void)strncat(text, ", ", 3);
  }
  assert_string_equal(text, want);
}

/* Each once; downwards: literals, IRIs, nothing; numbers by value. */
static void test_order(void **state) {
  (void)state;
  pq_asked a;
  pq_gather g;
  assert_int_equal(pq_asked_open(&a, NULL, graph), PQ_OK);
  pq_gather_init(&g, &a.rdf, &plain);
  for (int twice = 0; twice < 2; ++twice) {
    add(&g, 0, value(&a, "a", true), 0);
    add(&g, value(&a, "9", true), 0, 0);
    add(&g, value(&a, "1z", true), 0, 0);
    add(&g, value(&a, "10", true), 0, 0);
    add(&g, pq_asked_id(&a, "i"), 0, 0);
    add(&g, value(&a, "a", true), value(&a, "b", true), 0);
    add(&g, value(&a, "a", true), value(&a, "a", true), 0);
    add(&g, value(&a, "a", false), 0, 0);
  }
  assert_int_equal(pq_gather_settle(&g), PQ_OK);
  assert_table(&g, "a@ -, a a, a b, 1z -, 10 -, 9 -, http://x/i -, - a, ");
  pq_gather_clear(&g);
  pq_asked_close(&a);
}

static void gather_counts(pq_gather *g, const pq_asked *a) {
  const pq_rdf_id one = value(a, "a", true);
  const pq_rdf_id two = value(a, "b", true);
  add(g, two, one, one);
  add(g, one, one, two);
  add(g, two, two, one);
  add(g, one, 0, one);
  add(g, two, one, one);
}

/* Values that differ are counted, nothing is not one; the highest first. */
static void test_counts(void **state) {
  (void)state;
  pq_asked a;
  pq_gather g;
  assert_int_equal(pq_asked_open(&a, NULL, graph), PQ_OK);
  pq_gather_init(&g, &a.rdf, &counted);
  gather_counts(&g, &a);
  assert_int_equal(pq_gather_settle(&g), PQ_OK);
  assert_table(&g, "b 2 1, a 1 2, ");
  pq_gather_clear(&g);
  pq_asked_close(&a);
}

static void test_nothing(void **state) {
  (void)state;
  pq_asked a;
  pq_gather g;
  assert_int_equal(pq_asked_open(&a, NULL, graph), PQ_OK);
  pq_gather_init(&g, &a.rdf, &counted);
  assert_int_equal(pq_gather_settle(&g), PQ_OK);
  assert_table(&g, "");
  pq_gather_clear(&g);
  pq_asked_close(&a);
}

/* Many rows, in an order that nobody chose. */
static void test_many(void **state) {
  (void)state;
  enum {
    MANY = 5000
  };
  pq_asked a;
  pq_gather g;
  assert_int_equal(pq_asked_open(&a, NULL, graph), PQ_OK);
  pq_gather_init(&g, &a.rdf, &counted);
  for (uint32_t i = 0; i < MANY; ++i) {
    const uint32_t k = (i * 2654435761U) % MANY;
    add(&g, 1 + k % 7, 1 + k % 11, 1 + k % 5);
  }
  assert_int_equal(pq_gather_settle(&g), PQ_OK);
  assert_int_equal(g.n, 7);
  for (uint32_t i = 0; i < g.n; ++i) {
    assert_int_equal(g.cells[i * 3 + 1], 11);
    assert_int_equal(g.cells[i * 3 + 2], 5);
  }
  pq_gather_clear(&g);
  pq_asked_close(&a);
}

static pq_status trial(pq_asked *a) {
  pq_status st = PQ_OK;
  pq_gather g;
  pq_row row = {0};
  pq_gather_init(&g, &a->rdf, &counted);
  for (uint32_t i = 0; !st && i < 300; ++i) {
    row[A] = 1 + i % 7;
    row[B] = 1 + i;
    st = pq_gather_add(&g, row);
  }
  if (!st) st = pq_gather_settle(&g);
  pq_gather_clear(&g);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_asked_fail_each(trial, graph) > 4);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_order),         cmocka_unit_test(test_counts),
      cmocka_unit_test(test_nothing),       cmocka_unit_test(test_many),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
