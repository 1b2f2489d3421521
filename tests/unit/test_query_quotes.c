#include "bench.h"
#include "unit.h"

#include "query/quotes.h"
#include "write/write.h"

static void add_file(pq_quotes *quotes, pq_view bytes) {
  pq_rdf rdf;
  pq_rdf_reader *reader = NULL;
  assert_int_equal(pq_rdf_open(&rdf, NULL), PQ_OK);
  assert_int_equal(
      pq_rdf_reader_open(&rdf, "turtle", PQ_LIT("f"), NULL, &reader), PQ_OK);
  assert_int_equal(pq_rdf_reader_take(reader, bytes), PQ_OK);
  assert_int_equal(pq_rdf_reader_end(reader), PQ_OK);
  pq_rdf_reader_close(reader);
  assert_int_equal(pq_quotes_add(quotes, &rdf, PQ_LIT("f")), PQ_OK);
  pq_rdf_close(&rdf); /* the quotes stay */
}

static void test_numbers(void **state) {
  (void)state;
  uint32_t n = 7;
  assert_true(pq_quote_number(PQ_LIT("0"), &n));
  assert_int_equal(n, 0);
  assert_true(pq_quote_number(PQ_LIT("4294967295"), &n));
  assert_int_equal(n, UINT32_MAX);
  assert_false(pq_quote_number(PQ_LIT("4294967296"), &n));
  assert_false(pq_quote_number(PQ_LIT("01"), &n));
  assert_false(pq_quote_number(PQ_LIT("-1"), &n));
  assert_false(pq_quote_number(PQ_LIT(""), &n));
  assert_false(pq_quote_number(PQ_LIT("1.0"), &n));
}

static void test_points(void **state) {
  (void)state;
  assert_int_equal(pq_quote_points(PQ_LIT("")), 0);
  assert_int_equal(pq_quote_points(PQ_LIT("a\xCE\xBA\xF0\x9F\x98\x80")), 3);
}

static void test_the_seed_quotes_itself(void **state) {
  pq_bench *const b = *state;
  pq_quotes quotes;
  pq_heard heard;
  uint64_t n_errors = 0;
  pq_heard_init(&heard);
  pq_quotes_init(&quotes, NULL);
  assert_int_equal(pq_write_turtle(&b->graph, &b->out), PQ_OK);
  add_file(&quotes, pq_buf_view(&b->out));
  pq_quotes_settle(&quotes);
  assert_int_equal(quotes.all.n, 19); /* evidence nodes of the seed */
  pq_quotes_compare(&quotes, b->graph.texts[0], &b->record.texts.at[0],
                    &heard.sink, &n_errors);
  assert_int_equal(n_errors, 0);
  pq_quotes_rest(&quotes, &heard.sink);
  assert_int_equal(heard.n, 0);
  pq_quotes_clear(&quotes);
}

#define NIF "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
static const char quoting[] =
    "@prefix nif: <" NIF "> .\n"
    "<http://x/1> nif:referenceContext <http://x/d> ; nif:beginIndex 0 ;"
    " nif:endIndex 5 ; nif:anchorOf \"NF-\xCE\xBA"
    "B\" .\n"
    "<http://x/2> nif:referenceContext <http://x/d> ; nif:beginIndex 6 ;"
    " nif:endIndex 9 ; nif:anchorOf \"\xF0\x9F\x98\x80\\r\\n\" .\n"
    "<http://x/3> nif:referenceContext <http://x/d> ; nif:beginIndex 9 ;"
    " nif:endIndex 12 ; nif:anchorOf \"end\" .\n"
    "<http://x/4> nif:referenceContext <http://x/d> ; nif:beginIndex 9 ;"
    " nif:endIndex 12 ; nif:anchorOf \"End\" .\n"
    "<http://x/5> nif:referenceContext <http://x/d> ; nif:beginIndex 9 ;"
    " nif:endIndex 13 ; nif:anchorOf \"end \" .\n"
    "<http://x/6> nif:referenceContext <http://x/e> ; nif:beginIndex 0 ;"
    " nif:endIndex 1 ; nif:anchorOf \"x\" .\n"
    "<http://x/7> nif:referenceContext <http://x/e> ; nif:beginIndex -1 ;"
    " nif:endIndex 1 ; nif:anchorOf \"x\" .\n";

/* Offsets are code points: Greek, an astral character, CR LF. */
static void test_offsets(void **state) {
  pq_bench *const b = *state;
  pq_quotes quotes;
  pq_heard heard;
  pq_text_id id = 0;
  uint64_t n_errors = 0;
  pq_heard_init(&heard);
  const pq_view text = PQ_LIT("NF-\xCE\xBA"
                              "B \xF0\x9F\x98\x80\r\nend");
  assert_int_equal(pq_store_text(&b->record, PQ_SOURCE_FILE, text, &id), PQ_OK);
  pq_quotes_init(&quotes, NULL);
  add_file(&quotes, pq_view_of(quoting));
  pq_quotes_settle(&quotes);
  assert_int_equal(quotes.all.n, 6); /* one has no offsets */
  pq_quotes_compare(&quotes, PQ_LIT("http://x/d"), &b->record.texts.at[id],
                    &heard.sink, &n_errors);
  assert_int_equal(n_errors, 2); /* "End", and one past the end */
  assert_int_equal(pq_bench_told(&heard, "check.quote"), 2);
  assert_int_equal(heard.at[0].line, 5);
  assert_int_equal(heard.at[1].line, 6);
  pq_quotes_rest(&quotes, &heard.sink);
  assert_int_equal(pq_bench_told(&heard, "check.no-record"), 1);
  pq_quotes_clear(&quotes);
}

/* Far into a long text: the marks must lead to the right byte. */
static void test_long_text(void **state) {
  pq_bench *const b = *state;
  enum {
    N = 500
  };
  pq_buf text;
  pq_buf file;
  pq_quotes quotes;
  pq_text_id id = 0;
  uint64_t n_errors = 0;
  pq_buf_init(&text, NULL);
  pq_buf_init(&file, NULL);
  pq_buf_text(&file, "@prefix nif: <" NIF "> .\n");
  for (unsigned i = 0; i < N; ++i) {
    pq_buf_format(&text, "\xE2\x82\xAC%03u", i);
    pq_buf_format(&file,
                  "<http://x/%u> nif:referenceContext <http://x/d> ;"
                  " nif:beginIndex %u ; nif:endIndex %u ; nif:anchorOf"
                  " \"%03u\" .\n",
                  i, 4 * i + 1, 4 * i + 4, i);
  }
  assert_int_equal(
      pq_store_text(&b->record, PQ_SOURCE_FILE, pq_buf_view(&text), &id),
      PQ_OK);
  pq_quotes_init(&quotes, NULL);
  add_file(&quotes, pq_buf_view(&file));
  pq_quotes_settle(&quotes);
  assert_int_equal(quotes.all.n, N);
  pq_quotes_compare(&quotes, PQ_LIT("http://x/d"), &b->record.texts.at[id],
                    NULL, &n_errors);
  assert_int_equal(n_errors, 0);
  pq_quotes_clear(&quotes);
  pq_buf_clear(&text);
  pq_buf_clear(&file);
}

#define TEST(name, open) \
  cmocka_unit_test_setup_teardown(name, open, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_points),
      TEST(test_the_seed_quotes_itself, pq_bench_file),
      TEST(test_offsets, pq_bench_empty),
      TEST(test_long_text, pq_bench_empty),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
