#include "bench.h"
#include "failing.h"
#include "unit.h"

#include "write/page.h"

static void put(pq_bench *b) {
  pq_buf_reset(&b->out);
  assert_int_equal(pq_page_put(&b->graph, PQ_LIT(""), &b->out), PQ_OK);
}

#define ASSERT_HOLDS(b, part) \
  assert_true(pq_holds(pq_buf_view(&(b)->out), part))

static uint32_t count(const pq_bench *b, const char *part) {
  uint32_t n = 0;
  const pq_view wanted = pq_view_of(part);
  for (size_t i = 0; i < b->out.len; ++i) {
    n += pq_view_starts(pq_view_skip(pq_buf_view(&b->out), i), wanted);
  }
  return n;
}

/* What the seed should give: 16 claims, a dispute, a question, and 15
 * papers of which four are reviews. */
static void test_seed(void **state) {
  pq_bench *const b = *state;
  put(b);
  assert_int_equal(count(b, "<article "), 18);
  assert_int_equal(count(b, "<article class=\"claim s-controversial\""), 1);
  assert_int_equal(count(b, "<li id=\"work-"), 15);
  ASSERT_HOLDS(b, "id=\"dispute-89cfd83970e8613125a93d9894b93bbe\"");
  ASSERT_HOLDS(b, "<li><b>1</b> open question</li>");
  ASSERT_HOLDS(b, "<h3>Reviews</h3>");
  ASSERT_HOLDS(b, "<h3>Disputed</h3>");
}

/* Words of several claims know all of them, and look like the most doubtful.
 */
static void test_overlaps(void **state) {
  pq_bench *const b = *state;
  put(b);
  ASSERT_HOLDS(b, "<span class=\"cue u s-controversial\"");
  ASSERT_HOLDS(b, "> is mediated directly by the receptor itself</span>");
  ASSERT_HOLDS(b, ">not entirely clear</span>");
}

static void test_papers_are_linked(void **state) {
  pq_bench *const b = *state;
  put(b);
  ASSERT_HOLDS(b, "href=\"#work-1\" data-w=\"1\">Zamo et al, 2002</a>");
  ASSERT_HOLDS(b, "data-w=\"10 11\">Han et al 2006 a,b</a>");
  ASSERT_HOLDS(b, "Chiarle et al. 2008 (review)</a>");
}

static void test_without_picture(void **state) {
  pq_bench *const b = *state;
  put(b);
  ASSERT_HOLDS(b, "The diagram could not be drawn");
  assert_int_equal(count(b, "<svg"), 0);
}

static void test_twice_the_same(void **state) {
  pq_bench *const b = *state;
  pq_buf again;
  put(b);
  pq_buf_init(&again, NULL);
  assert_int_equal(pq_page_put(&b->graph, PQ_LIT(""), &again), PQ_OK);
  assert_true(pq_view_same(pq_buf_view(&b->out), pq_buf_view(&again)));
  pq_buf_clear(&again);
}

/* A title of markup is text, in the head of the page too. */
static void test_title_is_text(void **state) {
  pq_bench *const b = *state;
  b->record.title = PQ_LIT("</title><script>x</script>");
  put(b);
  ASSERT_HOLDS(b,
               "<title>&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;</title>");
  ASSERT_HOLDS(b, "<h1>&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;</h1>");
}

/* Nothing was found, and nothing has a name. */
static void test_empty(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_graph_fill(&b->graph, &b->record, &b->maker), PQ_OK);
  put(b);
  ASSERT_HOLDS(b, "<h1>A record without a title</h1>");
  ASSERT_HOLDS(b, "No claim was read in this text.");
  ASSERT_HOLDS(b, "The text cites no paper.");
}

typedef struct trial {
  const pq_bench *bench;
} trial;

static pq_status run(void *user, pq_alloc *alloc) {
  const trial *const t = user;
  pq_arena arena;
  pq_record record = t->bench->record;
  pq_graph graph = t->bench->graph;
  pq_buf out;
  pq_arena_init(&arena, alloc, 0);
  pq_buf_init(&out, alloc);
  record.arena = graph.arena = &arena;
  graph.record = &record;
  const pq_status st = pq_page_put(&graph, PQ_LIT(""), &out);
  pq_buf_clear(&out);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  trial t = {*state};
  (void)pq_fail_some(run, &t, PQ_OK, 200);
}

#define WITH_SEED(test) \
  cmocka_unit_test_setup_teardown(test, pq_bench_line, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      WITH_SEED(test_seed),
      WITH_SEED(test_overlaps),
      WITH_SEED(test_papers_are_linked),
      WITH_SEED(test_without_picture),
      WITH_SEED(test_twice_the_same),
      WITH_SEED(test_title_is_text),
      cmocka_unit_test_setup_teardown(test_empty, pq_bench_empty,
                                      pq_bench_close),
      WITH_SEED(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
