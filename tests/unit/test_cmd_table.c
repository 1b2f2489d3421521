#include "unit.h"

#include "cmd/table.h"

#include <stdio.h>

static pq_status keep(void *user, const char *bytes, size_t len) {
  pq_bytes_put(user, (pq_view){bytes, len});
  return PQ_OK;
}

static pq_status refuse(void *user, const char *bytes, size_t len) {
  (void)user;
  (void)bytes;
  (void)len;
  return PQ_BAD_WRITE;
}

static pq_status read_csv(pq_table *t, const char *csv, size_t *line) {
  return pq_table_read_csv(t, pq_view_of(csv), line);
}

static void test_cells(void **state) {
  (void)state;
  pq_table t = {0};
  size_t line = 0;
  assert_int_equal(read_csv(&t, "a,\"b \"\"c\"\"\"\r\n,\"1\n2\"\n", &line),
                   PQ_OK);
  assert_int_equal(t.n_columns, 2);
  assert_int_equal(pq_table_rows(&t), 1);
  ASSERT_VIEW(pq_table_at(&t, 0, 0), "a");
  ASSERT_VIEW(pq_table_at(&t, 0, 1), "b \"c\"");
  ASSERT_VIEW(pq_table_at(&t, 1, 0), "");
  ASSERT_VIEW(pq_table_at(&t, 1, 1), "1\n2");
  pq_table_clear(&t);
}

/* A row of another length, and quotation marks where none may be. */
static void test_broken_tables(void **state) {
  (void)state;
  static const struct {
    const char *csv;
    pq_status st;
    size_t line;
  } cases[] = {
      {"a,b\n1,2\n3\n", PQ_BAD_SYNTAX, 3},   {"a\n1,2\n", PQ_BAD_SYNTAX, 2},
      {"a\n\"x", PQ_BAD_SYNTAX, 2},          {"a\n\"x\"y\n", PQ_BAD_SYNTAX, 2},
      {"a\nb\nx\"y\n", PQ_BAD_SYNTAX, 3},    {"a\n\"1\n2\n", PQ_BAD_SYNTAX, 4},
      {"a\n\xC0\x80\n", PQ_BAD_ENCODING, 1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    pq_table t = {0};
    size_t line = 0;
    assert_int_equal(read_csv(&t, cases[i].csv, &line), cases[i].st);
    assert_int_equal(line, cases[i].line);
    pq_table_clear(&t);
  }
}

static void test_columns_are_as_wide_as_their_code_points(void **state) {
  (void)state;
  pq_table t = {0};
  pq_bytes got = {0};
  pq_output out = {.user = &got, .write = keep};
  size_t line = 0;
  assert_int_equal(read_csv(&t, "n,m\n\xCE\xBA\xCE\xBA\xCE\xBA,x\ny,\n", &line),
                   PQ_OK);
  assert_int_equal(pq_table_write_text(&t, &out), PQ_OK);
  ASSERT_VIEW(pq_bytes_view(&got),
              "n    m\n\xCE\xBA\xCE\xBA\xCE\xBA  x\ny    -\n");
  pq_bytes_clear(&got);
  pq_table_clear(&t);
}

/* One long cell does not push all others off the screen. */
static void test_a_wide_cell_sticks_out(void **state) {
  (void)state;
  char csv[512];
  pq_table t = {0};
  pq_bytes got = {0};
  pq_output out = {.user = &got, .write = keep};
  size_t line = 0;
  (void)snprintf(csv, sizeof csv, "a,b\n%0100d,x\n", 7);
  assert_int_equal(read_csv(&t, csv, &line), PQ_OK);
  assert_int_equal(pq_table_write_text(&t, &out), PQ_OK);
  assert_int_equal(got.len, 80 + 2 + 2 + 100 + 2 + 2);
  pq_bytes_clear(&got);
  pq_table_clear(&t);
}

static void test_no_column_is_nothing(void **state) {
  (void)state;
  pq_table t = {0};
  pq_output out = {.write = refuse};
  assert_int_equal(pq_table_write_text(&t, &out), PQ_OK);
  assert_int_equal(pq_table_write_csv(&t, &out), PQ_OK);
  assert_int_equal(pq_table_rows(&t), 0);
  pq_table_clear(&t);
}

static void test_a_failed_write_is_told(void **state) {
  (void)state;
  pq_table t = {0};
  pq_output out = {.write = refuse};
  size_t line = 0;
  assert_int_equal(read_csv(&t, "a\n1\n", &line), PQ_OK);
  assert_int_equal(pq_table_write_text(&t, &out), PQ_BAD_WRITE);
  assert_int_equal(pq_table_write_csv(&t, &out), PQ_BAD_WRITE);
  pq_table_clear(&t);
}

/* The same numbers each time. */
static size_t below(uint32_t *seed, size_t n) {
  *seed = *seed * 1664525U + 1013904223U;
  return (*seed >> 16) % n;
}

/* Any bytes: no crash, and a table that was read is written and read back. */
static void test_random_bytes(void **state) {
  (void)state;
  static const char letters[] = "ab,\"\n\r";
  uint32_t seed = 7;
  for (size_t i = 0; i < 20000; ++i) {
    char csv[12];
    const size_t n = below(&seed, sizeof csv);
    for (size_t k = 0; k < n; ++k) {
      csv[k] = letters[below(&seed, sizeof letters - 1)];
    }
    pq_table t = {0};
    pq_table again = {0};
    pq_bytes got = {0};
    pq_output out = {.user = &got, .write = keep};
    size_t line = 0;
    if (!pq_table_read_csv(&t, (pq_view){csv, n}, &line) && n) {
      assert_int_equal(pq_table_write_csv(&t, &out), PQ_OK);
      assert_int_equal(pq_table_read_csv(&again, pq_bytes_view(&got), &line),
                       PQ_OK);
      assert_int_equal(again.n_cells, t.n_cells);
      assert_true(
          pq_view_same(pq_bytes_view(&again.text), pq_bytes_view(&t.text)));
    }
    pq_table_clear(&t);
    pq_table_clear(&again);
    pq_bytes_clear(&got);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cells),
      cmocka_unit_test(test_broken_tables),
      cmocka_unit_test(test_columns_are_as_wide_as_their_code_points),
      cmocka_unit_test(test_a_wide_cell_sticks_out),
      cmocka_unit_test(test_no_column_is_nothing),
      cmocka_unit_test(test_a_failed_write_is_told),
      cmocka_unit_test(test_random_bytes),
  };
  return cmocka_run_group_tests_name("cmd.table", tests, NULL, NULL);
}
