#include "heard.h"
#include "ontology.h"
#include "scratch.h"
#include "unit.h"

static void test_sorted_files(void **state) {
  (void)state;
  pq_scratch s;
  pq_ontology o;
  pq_scratch_open(&s);
  (void)pq_scratch_folder(&s, "grammar");
  (void)pq_scratch_file(&s, "grammar/b.yaml", PQ_LIT("b: 1\n"));
  (void)pq_scratch_file(&s, "grammar/a.yaml", PQ_LIT(""));
  (void)pq_scratch_file(&s, "grammar/.hidden.yaml", PQ_LIT("x"));
  (void)pq_scratch_file(&s, "grammar/notes.txt", PQ_LIT("x"));
  pq_ontology_init(&o, NULL);
  assert_int_equal(pq_ontology_read(&o, s.folder, NULL), PQ_OK);
  assert_int_equal(o.n, 2);
  assert_true(pq_view_ends(o.files[0].name, PQ_LIT("/grammar/a.yaml")));
  ASSERT_VIEW(o.files[0].bytes, "");
  assert_true(pq_view_ends(o.files[1].name, PQ_LIT("/grammar/b.yaml")));
  ASSERT_VIEW(o.files[1].bytes, "b: 1\n");
  pq_ontology_clear(&o);
  pq_scratch_close(&s);
}

static void assert_refused(const char *folder, pq_status want,
                           const char *code) {
  pq_ontology o;
  pq_heard heard;
  pq_heard_init(&heard);
  pq_ontology_init(&o, NULL);
  assert_int_equal(pq_ontology_read(&o, folder, &heard.sink), want);
  assert_non_null(pq_heard_find(&heard, code));
  pq_ontology_clear(&o);
}

static void test_no_folder(void **state) {
  (void)state;
  pq_scratch s;
  pq_scratch_open(&s);
  assert_refused(s.folder, PQ_BAD_READ, "grammar.unread");
  (void)pq_scratch_folder(&s, "grammar");
  assert_refused(s.folder, PQ_BAD_READ, "grammar.none");
  pq_scratch_close(&s);
}

/* Neither a folder nor a FIFO is read, nor waited for. */
static void test_no_file(void **state) {
  (void)state;
  pq_scratch s;
  pq_scratch_open(&s);
  (void)pq_scratch_folder(&s, "grammar");
  (void)pq_scratch_fifo(&s, "grammar/a.yaml");
  assert_refused(s.folder, PQ_BAD_READ, "grammar.unread");
  pq_scratch_close(&s);
}

static void test_too_large(void **state) {
  (void)state;
  pq_scratch s;
  pq_buf big;
  pq_buf_init(&big, NULL);
  assert_int_equal(pq_buf_reserve(&big, PQ_GRAMMAR_MOST + 1), PQ_OK);
  memset(big.ptr, '#', PQ_GRAMMAR_MOST + 1);
  big.len = PQ_GRAMMAR_MOST + 1;
  pq_scratch_open(&s);
  (void)pq_scratch_folder(&s, "grammar");
  (void)pq_scratch_file(&s, "grammar/a.yaml", pq_buf_view(&big));
  assert_refused(s.folder, PQ_LIMIT, "grammar.unread");
  pq_scratch_close(&s);
  pq_buf_clear(&big);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sorted_files),
      cmocka_unit_test(test_no_folder),
      cmocka_unit_test(test_no_file),
      cmocka_unit_test(test_too_large),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
