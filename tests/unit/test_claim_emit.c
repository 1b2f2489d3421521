#include "data.h"
#include "ontology.h"
#include "unit.h"

#include "claim/emit.h"

static void emit(const pq_grammar *g, pq_buf *out) {
  pq_buf_init(out, NULL);
  pq_grammar_emit(g, "rules", out);
  assert_int_equal(out->status, PQ_OK);
}

static bool holds(const pq_buf *text, const char *part) {
  const pq_view v = pq_view_of(part);
  for (size_t i = 0; i + v.len <= text->len; ++i) {
    if (memcmp(text->ptr + i, v.ptr, v.len) == 0) return true;
  }
  return false;
}

/* What is linked in says what the folder says, in every member. */
static void test_built_in(void **state) {
  (void)state;
  pq_ontology files;
  pq_grammar *g = NULL;
  pq_buf read;
  pq_buf built_in;
  pq_ontology_init(&files, NULL);
  assert_int_equal(pq_ontology_read(&files, "ontology", NULL), PQ_OK);
  assert_int_equal(pq_grammar_open(NULL, files.files, files.n, NULL, &g),
                   PQ_OK);
  emit(g, &read);
  emit(pq_data_grammar(), &built_in);
  assert_string_equal(pq_grammar_digest(g),
                      pq_grammar_digest(pq_data_grammar()));
  assert_int_equal(read.len, built_in.len);
  assert_memory_equal(read.ptr, built_in.ptr, read.len);
  pq_buf_clear(&read);
  pq_buf_clear(&built_in);
  pq_grammar_close(g);
  pq_ontology_clear(&files);
}

/* Bytes that C reads otherwise are written by their number, with all digits, so
 * that none behind them is taken for one. */
static void test_text(void **state) {
  (void)state;
  const pq_grammar_file file = {PQ_LIT("a.yaml"),
                                PQ_LIT("stops: ['a\"b\\c', '\303\2517', '?"
                                       "?=']\n")};
  pq_grammar *g = NULL;
  pq_buf out;
  assert_int_equal(pq_grammar_open(NULL, &file, 1, NULL, &g), PQ_OK);
  emit(g, &out);
  assert_true(holds(&out, "stops[3] = {"));
  assert_true(holds(&out, "{\"a\\042b\\134c\",5}"));
  assert_true(holds(&out, "{\"\\303\\2517\",3}"));
  assert_true(holds(&out, "{\"\\077\\077\\075\",3}"));
  assert_true(holds(&out, "const pq_grammar rules = {"));
  pq_buf_clear(&out);
  pq_grammar_close(g);
}

/* A table without rows is an array of one. */
static void test_empty(void **state) {
  (void)state;
  pq_grammar *g = NULL;
  pq_buf out;
  assert_int_equal(pq_grammar_open(NULL, NULL, 0, NULL, &g), PQ_OK);
  emit(g, &out);
  assert_true(holds(&out, "pq_kind kinds[1] = {\n{0},\n};"));
  assert_true(holds(&out, "slots[1] = {0U,}"));
  assert_true(holds(&out, ".kinds = {(pq_kind *)kinds,0,0}"));
  pq_buf_clear(&out);
  pq_grammar_close(g);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_built_in),
      cmocka_unit_test(test_text),
      cmocka_unit_test(test_empty),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
