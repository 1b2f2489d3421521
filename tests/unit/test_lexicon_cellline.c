#include "failing.h"
#include "unit.h"

#include "lexicon/import/cellline.h"

/* The status of the last line. */
static pq_status take_lines(pq_arena *arena, const char *const *lines,
                            pq_cell_line *entry) {
  pq_status st = PQ_OK;
  *entry = (pq_cell_line){.begun = false};
  for (; !st && *lines; ++lines) {
    pq_flaw flaw;
    st = pq_cell_line_take(arena, pq_view_of(*lines), entry, &flaw);
  }
  return st;
}

static const char *const hela[] = {
    "----------------------------------------",
    "        A preface, with an ID in it.",
    "AC   CVCL_9999",
    "",
    "ID   HeLa",
    "AC   CVCL_0030",
    "AS   CVCL_0000",
    "SY   HELA; He La; S;Z",
    "DR   BTO; BTO:0000567",
    "OX   NCBI_TaxID=9606; ! Homo sapiens (Human)",
    "//",
    NULL};

static void test_entry(void **state) {
  (void)state;
  pq_arena arena;
  pq_cell_line entry;
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(take_lines(&arena, hela, &entry), PQ_END);
  ASSERT_VIEW(entry.name, "HeLa");
  ASSERT_VIEW(entry.id, "CVCL_0030");
  ASSERT_VIEW(entry.taxon, "9606");
  assert_int_equal(entry.synonyms.n, 3);
  ASSERT_VIEW(entry.synonyms.at[0], "HELA");
  ASSERT_VIEW(entry.synonyms.at[1], "He La");
  ASSERT_VIEW(entry.synonyms.at[2], "S;Z"); /* no blank: part of the name */
  pq_arena_clear(&arena);
}

static void test_hybrid(void **state) {
  (void)state;
  const char *const lines[] = {"ID   Hy",
                               "AC   CVCL_ZZ01",
                               "SY   ",
                               "OX   NCBI_TaxID=9606; ! Homo sapiens",
                               "OX   NCBI_TaxID=10090; ! Mus musculus",
                               "//",
                               NULL};
  pq_arena arena;
  pq_cell_line entry;
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(take_lines(&arena, lines, &entry), PQ_END);
  assert_int_equal(entry.taxon.len, 0);
  assert_int_equal(entry.n_taxa, 2);
  assert_int_equal(entry.synonyms.n, 0);
  pq_arena_clear(&arena);
}

static void check_flaw(const char *line, bool begun, size_t at) {
  pq_arena arena;
  pq_cell_line entry = {.begun = begun};
  pq_flaw flaw;
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(pq_cell_line_take(&arena, pq_view_of(line), &entry, &flaw),
                   PQ_BAD_SYNTAX);
  assert_int_equal(flaw.at, at);
  assert_int_equal(entry.begun, begun);
  assert_int_equal(entry.id.len + entry.name.len + entry.n_taxa, 0);
  pq_arena_clear(&arena);
}

static void test_flaws(void **state) {
  (void)state;
  check_flaw("ID   Second", true, 0);
  check_flaw("ID", false, 5);
  check_flaw("AC   0030", true, 5);
  check_flaw("AC   CVCL_0030 CVCL_0031", true, 5);
  check_flaw("OX   Homo sapiens", true, 5);
  check_flaw("OX   NCBI_TaxID=; ! nothing", true, 5);
  check_flaw("OX   NCBI_TaxID=1234567890;", true, 5);
}

static pq_status entry_with(void *user, pq_alloc *alloc) {
  (void)user;
  pq_arena arena;
  pq_cell_line entry;
  pq_arena_init(&arena, alloc, 0);
  const pq_status st = take_lines(&arena, hela, &entry);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_fail_each(entry_with, NULL, PQ_END) > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_entry),
      cmocka_unit_test(test_hybrid),
      cmocka_unit_test(test_flaws),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
