/* A NULL where there should be none, which a count tells: misuse is told, by
 * every call, and ends nothing. */
#include "scratch.h"
#include "unit.h"

static pq_status take(void *user, const char *bytes, size_t len) {
  (void)user;
  (void)bytes;
  (void)len;
  return PQ_OK;
}

static pq_engine *open_default(void) {
  pq_engine *engine = NULL;
  assert_int_equal(pq_engine_open(NULL, NULL, &engine), PQ_OK);
  return engine;
}

/* One path, and no paths. */
static void test_inputs(void **state) {
  (void)state;
  pq_scratch s;
  pq_engine *const e = open_default();
  pq_output out = {.write = take};
  pq_scratch_open(&s);
  const pq_inputs none = {.n_paths = 1};
  const pq_build_options build = {.folder = s.folder};
  const pq_draw_options draw = {.folder = s.folder};
  const pq_annotate_options annotate = {.folder = s.folder};
  const pq_ask_options ask = {.question = "disputes"};
  assert_int_equal(pq_extract(e, &none, "nq", &out, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_build(e, &none, &build, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_pages(e, &none, s.folder, NULL, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_draw(e, &none, &draw, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_annotate(e, &none, &annotate, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_explain(e, &none, &out, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_check(e, NULL, 0, &none, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_ask(e, &none, &ask, &out, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_lexicon_gaps(e, &none, &out, NULL, NULL), PQ_BAD_ARG);
  pq_engine_close(e);
  pq_scratch_close(&s);
}

/* One word of a list, and no list. */
static void test_lists(void **state) {
  (void)state;
  pq_scratch s;
  pq_engine *e = open_default();
  pq_output out = {.write = take};
  pq_scratch_open(&s);
  const pq_inputs nothing = {.files_from = "/dev/null"};
  const pq_build_options build = {.folder = s.folder, .n_types = 1};
  const pq_draw_options types = {.folder = s.folder, .n_types = 1};
  const pq_draw_options statuses = {.folder = s.folder, .n_statuses = 1};
  const pq_ask_options ask = {.question = "disputes", .n_settings = 1};
  const pq_import files = {.kind = "tsv", .n_files = 1};
  const char *const path = "/dev/null";
  const pq_import lexicons = {
      .kind = "tsv", .files = &path, .n_files = 1, .n_lexicons = 1};
  assert_int_equal(pq_build(e, &nothing, &build, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_draw(e, &nothing, &types, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_draw(e, &nothing, &statuses, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_ask(e, &nothing, &ask, &out, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_check(e, NULL, 1, NULL, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_merge(NULL, 1, NULL, &out, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_lexicon_import(&files, "x", NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_lexicon_import(&lexicons, "x", NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_lexicon_merge(NULL, 1, "x", NULL), PQ_BAD_ARG);
  pq_engine_close(e);
  pq_scratch_close(&s);
}

/* What failed leaves alone what it was to fill. */
static void test_untouched(void **state) {
  (void)state;
  pq_engine *const e = open_default();
  pq_output out = {.write = take};
  const char *const none = "/dev/null/none.nq";
  pq_merge_count count = {.graphs = 7, .quads = 7};
  uint64_t n = 7;
  const pq_import import = {.kind = "hgnc", .files = &none, .n_files = 1};
  assert_int_equal(pq_merge(&none, 1, NULL, &out, NULL, &count), PQ_BAD_READ);
  assert_int_equal(count.graphs, 7);
  assert_int_equal(pq_check(e, &none, 1, NULL, NULL, &n), PQ_BAD_READ);
  assert_int_equal(n, 7);
  assert_int_equal(pq_lexicon_import(&import, "x", NULL, &n), PQ_BAD_READ);
  assert_int_equal(n, 7);
  pq_engine_close(e);
}

static void test_engine(void **state) {
  (void)state;
  pq_engine *e = NULL;
  const pq_options lexicons = {.n_lexicons = 1};
  const pq_options bibliographies = {.n_bibliographies = 1};
  assert_int_equal(pq_engine_open(&lexicons, NULL, &e), PQ_BAD_ARG);
  assert_int_equal(pq_engine_open(&bibliographies, NULL, &e), PQ_BAD_ARG);
  assert_int_equal(pq_engine_open(NULL, NULL, NULL), PQ_BAD_ARG);
  assert_null(e);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_inputs),
      cmocka_unit_test(test_lists),
      cmocka_unit_test(test_untouched),
      cmocka_unit_test(test_engine),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
