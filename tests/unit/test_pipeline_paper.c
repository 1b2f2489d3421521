#include "engine.h"
#include "unit.h"

static const pq_paper paper = {
    .work = {.authors = {PQ_LIT_INIT("Li")}, .n_authors = 1, .year = 2001},
    .reference = {.pmid = PQ_LIT_INIT("7")},
    .role = PQ_ROLE_REVIEW};

static const uint32_t first[] = {0};

/* Three pieces of evidence; the second cites a work of the text, the third is
 * of one side of a dispute. */
static pq_status fill(pq_record *r, pq_arena *arena) {
  pq_status st = PQ_OK;
  const pq_work other = {
      .authors = {PQ_LIT("Li")}, .n_authors = 1, .year = 2001};
  const pq_citation cited = {.work = 1, .span = {3, 9}};
  const pq_evidence rows[] = {
      {.stance = PQ_HEDGED},
      {.stance = PQ_ASSERTED, .citations = first, .n_citations = 1},
      {.stance = PQ_ALTERNATIVE}};
  PQ_TRY(st, pq_store_begin(r, arena, NULL));
  PQ_PUSH(arena, &r->works, other);
  PQ_PUSH(arena, &r->citations, cited);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
    PQ_PUSH(arena, &r->evidence, rows[i]);
  }
  return PQ_OK;
}

typedef struct kit {
  pq_arena arena;
  pq_record r;
} kit;

static void begin(kit *k) {
  *k = (kit){.r = {.arena = NULL}};
  pq_arena_init(&k->arena, NULL, 0);
  assert_int_equal(fill(&k->r, &k->arena), PQ_OK);
}

static void test_all_cite_it(void **state) {
  (void)state;
  kit k;
  begin(&k);
  k.r.paper = &paper;
  assert_int_equal(pq_paper_cite(&k.r), PQ_OK);
  assert_int_equal(k.r.references.n, 1);
  ASSERT_VIEW(k.r.references.at[0].pmid, "7");
  assert_int_equal(k.r.works.n, 3); /* "Li 2001" of the text is another one */
  assert_true(pq_work_is_known(&k.r.works.at[2]));
  assert_false(pq_work_is_known(&k.r.works.at[1]));
  assert_int_equal(k.r.citations.n, 2);
  const pq_citation *const own = &k.r.citations.at[1];
  assert_true(own->own);
  assert_true(pq_span_empty(own->span));
  assert_int_equal(own->work, 2);
  assert_int_equal(own->role, PQ_ROLE_REVIEW);
  const pq_evidence *const e = k.r.evidence.at;
  assert_int_equal(e[0].n_citations, 1);
  assert_int_equal(e[0].citations[0], 1);
  assert_int_equal(e[1].n_citations, 2);
  assert_int_equal(e[1].citations[0], 0);
  assert_int_equal(e[1].citations[1], 1);
  assert_int_equal(e[2].n_citations, 0);
  pq_arena_clear(&k.arena);
}

static void test_nothing_to_cite(void **state) {
  (void)state;
  kit k;
  pq_paper undated = paper;
  undated.work.year = 0;
  const pq_paper *const papers[] = {NULL, &undated};
  for (size_t i = 0; i < 2; ++i) {
    begin(&k);
    k.r.paper = papers[i];
    assert_int_equal(pq_paper_cite(&k.r), PQ_OK);
    assert_int_equal(k.r.citations.n, 1);
    assert_int_equal(k.r.works.n, 2);
    pq_arena_clear(&k.arena);
  }
  begin(&k);
  k.r.paper = &paper;
  k.r.evidence.n = 0;
  assert_int_equal(pq_paper_cite(&k.r), PQ_OK);
  assert_int_equal(k.r.citations.n, 1);
  pq_arena_clear(&k.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_all_cite_it),
      cmocka_unit_test(test_nothing_to_cite),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
