#include "test_lexicon_tables.h"

#include "lexicon/row.h"

static void test_lines(void **state) {
  (void)state;
  pq_lines lines = {.rest = PQ_LIT("# says nothing\na\tb\n\n#\nc\n")};
  pq_view line;
  assert_true(pq_lines_next(&lines, &line));
  ASSERT_VIEW(line, "a\tb");
  assert_int_equal(lines.line, 2);
  assert_true(pq_lines_next(&lines, &line));
  ASSERT_VIEW(line, "");
  assert_int_equal(lines.line, 3);
  assert_true(pq_lines_next(&lines, &line));
  ASSERT_VIEW(line, "c");
  assert_int_equal(lines.line, 5);
  assert_false(pq_lines_next(&lines, &line));
}

static void test_cells(void **state) {
  (void)state;
  pq_view cells[3];
  assert_int_equal(pq_line_cells(PQ_LIT("a\t\tb c"), cells, 3), 3);
  ASSERT_VIEW(cells[0], "a");
  ASSERT_VIEW(cells[1], "");
  ASSERT_VIEW(cells[2], "b c");
  assert_int_equal(pq_line_cells(PQ_LIT("a\t"), cells, 3), 2);
  ASSERT_VIEW(cells[1], "");
  assert_int_equal(pq_line_cells(PQ_LIT(""), cells, 3), 1);
  assert_int_equal(pq_line_cells(PQ_LIT("1\t2\t3\t4\t5"), cells, 3), 5);
  ASSERT_VIEW(cells[2], "3");
}

static void test_place(void **state) {
  (void)state;
  const pq_view bytes = PQ_LIT("ab\n\xCE\xBA\xCE\xB1x\n");
  const pq_place at = pq_byte_place(PQ_LIT("f"), bytes, 7);
  assert_int_equal(at.line, 2);
  assert_int_equal(at.column, 3); /* two code points stand before the x */
  assert_int_equal(pq_byte_place(PQ_LIT("f"), bytes, 0).column, 1);
}

static void check_spoiled(const char *bytes, const char *code, uint32_t line,
                          uint32_t column) {
  pq_heard h;
  pq_heard_init(&h);
  assert_int_not_equal(pq_bytes_check(PQ_LIT("f"), pq_view_of(bytes), &h.sink),
                       PQ_OK);
  assert_int_equal(h.n, 1);
  assert_string_equal(h.at[0].code, code);
  assert_int_equal(h.at[0].line, line);
  assert_int_equal(h.at[0].column, column);
}

static void test_spoiled(void **state) {
  (void)state;
  check_spoiled("id\nx\xFFy\n", "lexicon.encoding", 2, 2);
  check_spoiled("id\nx\xC3", "lexicon.encoding", 2, 2);
  check_spoiled("id\r\n", "lexicon.line-end", 1, 3);
  check_spoiled("\xEF\xBB\xBFid\n", "lexicon.mark", 1, 1);
  check_spoiled("id\nlast", "lexicon.line-end", 2, 5);
  assert_int_equal(pq_bytes_check(PQ_LIT("f"), PQ_LIT("id\n"), NULL), PQ_OK);
  assert_int_equal(pq_bytes_check(PQ_LIT("f"), PQ_LIT(""), NULL), PQ_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lines),
      cmocka_unit_test(test_cells),
      cmocka_unit_test(test_place),
      cmocka_unit_test(test_spoiled),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
