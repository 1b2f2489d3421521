#include "unit.h"

#include "model/terms.h"
#include "write/answer.h"

#define BASE "https://w3id.org/pathquill/"
#define XSD  "http://www.w3.org/2001/XMLSchema#"

/* Every kind of cell, and every byte that some format has to escape. */
static const pq_cell cells[][3] = {
    {{.kind = PQ_CELL_IRI, .text = PQ_LIT_INIT(BASE "claim/12ab")},
     {.kind = PQ_CELL_TEXT,
      .text = PQ_LIT_INIT("\"NF-\xCE\xBA"
                          "B\", x\ty\n")},
     {.kind = PQ_CELL_TEXT,
      .text = PQ_LIT_INIT("7"),
      .type = PQ_LIT_INIT(XSD "integer")}},
    {{.kind = PQ_CELL_IRI,
      .text = PQ_LIT_INIT("http://purl.obolibrary.org/obo/RO_0002502")},
     {.kind = PQ_CELL_NONE},
     {.kind = PQ_CELL_TEXT,
      .text = PQ_LIT_INIT("true"),
      .type = PQ_LIT_INIT(XSD "boolean")}},
    {{.kind = PQ_CELL_BLANK, .text = PQ_LIT_INIT("b0")},
     {.kind = PQ_CELL_TEXT,
      .text = PQ_LIT_INIT("\\"),
      .language = PQ_LIT_INIT("en")},
     {.kind = PQ_CELL_TEXT,
      .text = PQ_LIT_INIT("1\t<"),
      .type = PQ_LIT_INIT(XSD "integer")}},
};

static pq_cell cell_at(void *user, uint32_t row, uint32_t column) {
  (void)user;
  return cells[row][column];
}

static const char *const columns[] = {"node", "words", "n"};

static void assert_written(const char *format, uint32_t n_rows,
                           const char *want) {
  pq_buf out;
  pq_buf_init(&out, NULL);
  const pq_answer answer = {
      .columns = columns, .n_columns = 3, .n_rows = n_rows, .cell = cell_at};
  assert_true(pq_answer_write(pq_view_of(format), &answer, PQ_LIT(BASE), &out));
  assert_int_equal(out.status, PQ_OK);
  ASSERT_VIEW(pq_buf_view(&out), want);
  pq_buf_clear(&out);
}

static void test_text(void **state) {
  (void)state;
  assert_written("text", 0, "node  words  n\n");
  assert_written("text", 3,
                 "node        words          n\n"
                 "claim:12ab  \"NF-\xCE\xBA"
                 "B\", x y   7\n"
                 "depends on  -              true\n"
                 "_:b0        \\              1 <\n");
}

static void test_tsv(void **state) {
  (void)state;
  assert_written("tsv", 0, "?node\t?words\t?n\n");
  assert_written("tsv", 3,
                 "?node\t?words\t?n\n"
                 "<" BASE "claim/12ab>\t"
                 "\"\\\"NF-\xCE\xBA"
                 "B\\\", x\\ty\\n\"\t7\n"
                 "<http://purl.obolibrary.org/obo/RO_0002502>\t\ttrue\n"
                 "_:b0\t\"\\\\\"@en\t\"1\\t<\"^^<" XSD "integer>\n");
}

static void test_csv(void **state) {
  (void)state;
  assert_written("csv", 0, "node,words,n\r\n");
  assert_written("csv", 3,
                 "node,words,n\r\n" BASE "claim/12ab,\"\"\"NF-\xCE\xBA"
                 "B\"\", x\ty\n\",7\r\n"
                 "http://purl.obolibrary.org/obo/RO_0002502,,true\r\n"
                 "_:b0,\\,1\t<\r\n");
}

static void test_json(void **state) {
  (void)state;
  assert_written("json", 0,
                 "{\"head\":{\"vars\":[\"node\",\"words\",\"n\"]},"
                 "\"results\":{\"bindings\":[]}}\n");
  assert_written(
      "json", 2,
      "{\"head\":{\"vars\":[\"node\",\"words\",\"n\"]},"
      "\"results\":{\"bindings\":[\n"
      "{\"node\":{\"type\":\"uri\",\"value\":\"" BASE "claim/12ab\"},"
      "\"words\":{\"type\":\"literal\","
      "\"value\":\"\\\"NF-\xCE\xBA"
      "B\\\", x\\ty\\n\"},"
      "\"n\":{\"type\":\"literal\",\"value\":\"7\",\"datatype\":\"" XSD
      "integer\"}},\n"
      "{\"node\":{\"type\":\"uri\","
      "\"value\":\"http://purl.obolibrary.org/obo/RO_0002502\"},"
      "\"n\":{\"type\":\"literal\",\"value\":\"true\",\"datatype\":\"" XSD
      "boolean\"}}]}}\n");
}

static void test_formats(void **state) {
  (void)state;
  pq_buf out;
  pq_buf_init(&out, NULL);
  const pq_answer answer = {.columns = columns, .n_columns = 3};
  assert_string_equal(pq_answer_format_at(0), "text");
  assert_null(pq_answer_format_at(4));
  assert_false(pq_answer_write(PQ_LIT("xml"), &answer, PQ_LIT(BASE), &out));
  assert_int_equal(out.len, 0);
  pq_buf_clear(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_text),    cmocka_unit_test(test_tsv),
      cmocka_unit_test(test_csv),     cmocka_unit_test(test_json),
      cmocka_unit_test(test_formats),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
