#include "bench.h"
#include "unit.h"

#include "write/silence.h"

/* A record of one sentence. */
static void put_sentence(pq_bench *b, bool trigger) {
  const pq_sentence s = {.has_trigger = trigger};
  pq_sentence *const at = pq_arena_take(&b->arena, sizeof *at);
  assert_non_null(at);
  *at = s;
  b->record.sentences.at = at;
  b->record.sentences.n = b->record.sentences.cap = 1;
}

static void put_name(pq_bench *b, pq_entity_kind kind, const char *label) {
  const pq_entity_id id = pq_bench_add(
      b, &(pq_entity){.kind = kind,
                      .id = kind == PQ_ENTITY_UNGROUNDED ? (pq_view){"", 0}
                                                         : pq_view_of(label),
                      .label = pq_view_of(label)});
  pq_mention *const at =
      pq_arena_take(&b->arena, (b->record.mentions.n + 1) * sizeof *at);
  assert_non_null(at);
  memcpy(at, b->record.mentions.at, b->record.mentions.n * sizeof *at);
  at[b->record.mentions.n] = (pq_mention){.entity = id};
  b->record.mentions.at = at;
  b->record.mentions.cap = ++b->record.mentions.n;
}

static void put_site(pq_bench *b) {
  pq_site_mention *const at = pq_arena_take(&b->arena, sizeof *at);
  assert_non_null(at);
  b->record.sites.at = at;
  b->record.sites.n = b->record.sites.cap = 1;
}

static void assert_why(const pq_bench *b, const char *want) {
  pq_shelves shelves;
  assert_int_equal(pq_shelves_fill(&b->record, &shelves), PQ_OK);
  const pq_silence silence = pq_silence_of(&b->record, &shelves, 0);
  assert_string_equal(silence.why, want);
  assert_true(strlen(silence.what) > 0);
}

/* From nothing to two names that a rule reads. */
static void test_reasons(void **state) {
  pq_bench *const b = *state;
  put_sentence(b, false);
  assert_why(b, "nothing in it is a name that is known");
  put_site(b);
  assert_why(b, "a site, but no name that it could belong to");
  put_name(b, PQ_ENTITY_UNGROUNDED, "QZX9");
  assert_why(b, "its names are not in the lexicon");
  put_name(b, PQ_ENTITY_PROTEIN, "HGNC:1");
  assert_why(b, "names, but no word between them that a rule reads");
  put_sentence(b, true);
  assert_why(b, "a word that a rule reads, but not of whom or what it is said");
}

static void test_one_name(void **state) {
  pq_bench *const b = *state;
  put_sentence(b, false);
  put_name(b, PQ_ENTITY_PROTEIN, "HGNC:1");
  assert_why(b, "one name, and no event or relation of it that a rule reads");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_reasons, pq_bench_empty,
                                      pq_bench_close),
      cmocka_unit_test_setup_teardown(test_one_name, pq_bench_empty,
                                      pq_bench_close),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
