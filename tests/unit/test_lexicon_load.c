#include "failing.h"
#include "scratch.h"
#include "test_lexicon_tables.h"

static const table_text good[] = {
    CONCEPTS("FPLX:JAK\tfamily\tJAK\t9606\t\t\n"
             "HGNC:6192\tgene\tJAK2\t9606\tUniProt:O60674\t\n"
             "HGNC:6193\tgene\tJAK3\t9606\tUniProt:P52333|~GO:1\tnote\n"),
    NAMES("JAK\tFPLX:JAK\tcurated\tpath\t\n"
          "JAK2\tHGNC:6192\tname\t\t\n"
          "L-JAK\tHGNC:6193\tsynonym\tcs,ctx=leukocyte\told\n"),
    MEMBERS("HGNC:6192\tisa\tFPLX:JAK\nHGNC:6193\tisa\tFPLX:JAK\n"),
    FUSIONS("*::HGNC:6192\t*\tHGNC:6192\tJAK2 fusion\t\n"),
    PATHWAYS("PQ:pathway.JAK\tFPLX:JAK\tJAK pathway\tGO:0007259\n"),
    SITES("O60674\tY\t813\tcanonical\t\t\nO60674\tY\t1007\tcanonical\t\t\n")};

static void test_good(void **state) {
  (void)state;
  made m;
  make_image(&m, good, COUNT(good));
  assert_int_equal(m.tables.at[PQ_TABLE_NAMES].rows.n, 3);
  const pq_row *const row = &m.tables.at[PQ_TABLE_CONCEPTS].rows.at[2];
  ASSERT_VIEW(row->cell[PQ_CONCEPTS_XREFS], "UniProt:P52333|~GO:1");
  assert_int_equal(row->line, 4);
  unmake(&m);
}

/* One table that is wrong: the first finding and how many there are. */
typedef struct bad {
  table_text table;
  const char *code;
  uint32_t line, column;
} bad;

static const bad bad_forms[] = {
    {{PQ_TABLE_CONCEPTS, "id\ttype\tlabel\ttaxon\txrefs\n", ""},
     "lexicon.header",
     1,
     1},
    {{PQ_TABLE_ENGLISH, "# only this\n", ""}, "lexicon.header", 1, 1},
    {{PQ_TABLE_ENGLISH, "", ""}, "lexicon.header", 1, 1},
    {CONCEPTS("HGNC:1\tgene\tA\t9606\t\n"), "lexicon.cells", 2, 1},
    {CONCEPTS("HGNC:1\tgene\tA\t9606\t\t\t\n"), "lexicon.cells", 2, 1},
    {CONCEPTS("HGNC:1\tgenes\tA\t9606\t\t\n"), "lexicon.cell", 2, 8},
    {CONCEPTS("HGNC:1\tgene\t\t9606\t\t\n"), "lexicon.cell", 2, 13},
    {CONCEPTS("HGNC:1\tgene\tA\thuman\t\t\n"), "lexicon.cell", 2, 15},
    {CONCEPTS("HGNC:1\tgene\tA\t9606\tP40763\t\n"), "lexicon.cell", 2, 20},
    {CONCEPTS("HGNC:1\tgene\tA\t9606\tUniProt:P1|\t\n"), "lexicon.cell", 2, 20},
    {CONCEPTS("HGNC 1\tgene\tA\t9606\t\t\n"), "lexicon.cell", 2, 1},
    {CONCEPTS("HGNC:1\tgene\tA \t9606\t\t\n"), "lexicon.cell", 2, 13},
    {CONCEPTS("HGNC:1\tgene\tA  b\t9606\t\t\n"), "lexicon.cell", 2, 13},
    {CONCEPTS("HGNC:2\tgene\tA\t9606\t\t\nHGNC:1\tgene\tA\t9606\t\t\n"),
     "lexicon.order", 3, 1},
    {CONCEPTS("HGNC:1\tgene\tA\t9606\t\t\nHGNC:1\tgene\tB\t9606\t\t\n"),
     "lexicon.twice", 3, 1},
    {CONCEPTS("\n"), "lexicon.cells", 2, 1},
    {NAMES("A\tHGNC:1\tofficial\t\t\n"), "lexicon.cell", 2, 10},
    {NAMES("A\tHGNC:1\tname\tcs,xx\t\n"), "lexicon.cell", 2, 15},
    {NAMES("A\tHGNC:1\tname\tcs,cs\t\n"), "lexicon.cell", 2, 15},
    {NAMES("A\tHGNC:1\tname\tcs,ci\t\n"), "lexicon.cell", 2, 15},
    {NAMES("A\tHGNC:1\tname\tctx=\t\n"), "lexicon.cell", 2, 15},
    {NAMES("A\tHGNC:1\tname\tctx=a//b\t\n"), "lexicon.cell", 2, 15},
    {NAMES("--\tHGNC:1\tname\t\t\n"), "lexicon.cell", 2, 1},
    {NAMES("a b c d e f g h i j k l m\tHGNC:1\tname\t\t\n"), "lexicon.cell", 2,
     1},
    /* (id, text): b of HGNC:1 comes before a of HGNC:2 */
    {NAMES("a\tHGNC:2\tname\t\t\nb\tHGNC:1\tname\t\t\n"), "lexicon.order", 3,
     3},
    {NAMES("\xCE\xBA\tHGNC:1\tname\t\t\n\xCE\xB1\tHGNC:1\tname\t\t\n"),
     "lexicon.order", 3, 3},
    {MEMBERS("HGNC:1\tpart_of\tHGNC:2\n"), "lexicon.cell", 2, 8},
    {MEMBERS("HGNC:1\tisa\tHGNC:1\n"), "lexicon.cell", 2, 12},
    {FUSIONS("HGNC:1:HGNC:2\tHGNC:1\tHGNC:2\tx\t\n"), "lexicon.cell", 2, 1},
    {PATHWAYS("PQ:p\ta|b|c|d|e\tx\t\n"), "lexicon.cell", 2, 6},
    {AFFIXES("p-\tbefore\tstate\tphospho\n"), "lexicon.cell", 2, 4},
    {AFFIXES("p-\tprefix\tmood\tphospho\n"), "lexicon.cell", 2, 11},
    {AFFIXES("p-\tprefix\tstate\tphosphate\n"), "lexicon.cell", 2, 17},
    {DENY("ER\t*\ta b\twhy\n"), "lexicon.cell", 2, 6},
    {DENY("ER\t*\t\t\n"), "lexicon.cell", 2, 7},
    {DENY("ER\t-\tcell\twhy\n"), "lexicon.cell", 2, 6},
    {ENGLISH("Cat\n"), "lexicon.cell", 2, 1},
    {RESIDUES("s\tSer\tserine\t\n"), "lexicon.cell", 2, 1},
    {RESIDUES("S\tSeri\tserine\t\n"), "lexicon.cell", 2, 3},
    {SITES("P1\tY\t0\tcanonical\t\t\n"), "lexicon.cell", 2, 6},
    {SITES("P1\tY\t1\told\t\t\n"), "lexicon.cell", 2, 8},
    {SITES("P1\tY\t1\tlegacy\t\t\n"), "lexicon.cell", 2, 15},
    {SITES("P1\tY\t1\tcanonical\t2\t\n"), "lexicon.cell", 2, 18},
    /* 9 comes before 10: positions are numbers */
    {SITES("P1\tY\t10\tcanonical\t\t\nP1\tY\t9\tcanonical\t\t\n"),
     "lexicon.order", 3, 1},
    {SPECIES("human\tman\tname\n"), "lexicon.cell", 2, 7},
    {SPECIES("human\t9606\tnoun\n"), "lexicon.cell", 2, 12}};

static void test_bad_forms(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(bad_forms); ++i) {
    pq_heard h;
    pq_heard_init(&h);
    made m = {.lex = NULL};
    pq_arena_init(&m.arena, NULL, 0);
    const bad *const b = &bad_forms[i];
    assert_int_equal(load_text(&m, &b->table, &h.sink), PQ_BAD_SYNTAX);
    if (strcmp(h.at[0].code, b->code) != 0 || h.at[0].line != b->line ||
        h.at[0].column != b->column) {
      fail_msg("case %zu: %s at %u:%u: %s", i, h.at[0].code, h.at[0].line,
               h.at[0].column, h.at[0].text);
    }
    pq_arena_clear(&m.arena);
  }
}

static void test_all_are_told(void **state) {
  (void)state;
  pq_heard h;
  pq_heard_init(&h);
  made m = {.lex = NULL};
  pq_arena_init(&m.arena, NULL, 0);
  const table_text t = ENGLISH("Cat\nDog\nfox\nEel\n");
  assert_int_equal(load_text(&m, &t, &h.sink), PQ_BAD_SYNTAX);
  assert_int_equal(h.n, 3); /* "Eel" is out of order too, told once */
  pq_arena_clear(&m.arena);
}

/* Tables that are well formed and do not fit together. */
typedef struct misfit {
  table_text tables[3];
  const char *code;
  uint32_t line, column;
} misfit;

#define TWO_GENES \
  CONCEPTS("HGNC:1\tgene\tA\t9606\t\t\nHGNC:2\tgene\tB\t9606\t\t\n")

static const misfit misfits[] = {
    {{TWO_GENES, NAMES("A\tHGNC:3\tname\t\t\n"), ENGLISH("")},
     "lexicon.unknown-id",
     2,
     3},
    {{TWO_GENES, MEMBERS("HGNC:1\tisa\tFPLX:X\n"), ENGLISH("")},
     "lexicon.unknown-id",
     2,
     12},
    {{TWO_GENES, FUSIONS("HGNC:9::HGNC:2\tHGNC:9\tHGNC:2\tx\t\n"), ENGLISH("")},
     "lexicon.unknown-id",
     2,
     16},
    {{TWO_GENES, PATHWAYS("PQ:p\tHGNC:1|HGNC:7\tx\t\n"), ENGLISH("")},
     "lexicon.unknown-id",
     2,
     6},
    {{TWO_GENES, PATHWAYS("HGNC:2\tHGNC:1\tx\t\n"), ENGLISH("")},
     "lexicon.id-twice",
     2,
     1},
    {{TWO_GENES, NAMES("same\tHGNC:1\tname\t\t\nsame\tHGNC:2\tsynonym\t\t\n"),
      ENGLISH("")},
     "lexicon.ambiguous",
     3,
     1},
    {{TWO_GENES, MEMBERS("HGNC:1\tisa\tHGNC:2\nHGNC:2\tisa\tHGNC:1\n"),
      ENGLISH("")},
     "lexicon.circle",
     2,
     1},
    {{TWO_GENES, DENY("A\tHGNC:1\t\talways\nA\tHGNC:1\t!kinase\tnot\n"),
      ENGLISH("")},
     "lexicon.idle-denial",
     3,
     1},
    {{TWO_GENES, DENY("A\t*\t\tany\nA\tHGNC:1\t\tone\n"), ENGLISH("")},
     "lexicon.idle-denial",
     3,
     1}};

static void test_misfits(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(misfits); ++i) {
    pq_heard h;
    pq_heard_init(&h);
    made m = {.lex = NULL};
    pq_arena_init(&m.arena, NULL, 0);
    for (size_t k = 0; k < 3; ++k) {
      assert_int_equal(load_text(&m, &misfits[i].tables[k], &h.sink), PQ_OK);
    }
    assert_int_equal(pq_load_check(&m.arena, &m.tables, NULL, &h.sink),
                     PQ_BAD_SYNTAX);
    if (strcmp(h.at[0].code, misfits[i].code) != 0 ||
        h.at[0].line != misfits[i].line ||
        h.at[0].column != misfits[i].column) {
      fail_msg("case %zu: %s at %u:%u: %s", i, h.at[0].code, h.at[0].line,
               h.at[0].column, h.at[0].text);
    }
    pq_arena_clear(&m.arena);
  }
}

/* What is no listed name may look like one that is not listed. */
static void test_denied_in_both_ways(void **state) {
  (void)state;
  const table_text tables[] = {
      TWO_GENES, DENY("A\t*\t\tany\nA\t-\t\tnothing\n"), ENGLISH("")};
  made m;
  make_image(&m, tables, COUNT(tables));
  assert_int_equal(pq_load_check(&m.arena, &m.tables, NULL, NULL), PQ_OK);
  unmake(&m);
}

static void test_marked_ambiguity(void **state) {
  (void)state;
  const table_text tables[] = {
      TWO_GENES, NAMES("same\tHGNC:1\tname\tamb\t\nsame\tHGNC:2\tname\t\t\n")};
  made m;
  make_image(&m, tables, COUNT(tables));
  unmake(&m);
}

static bool knows_three(const void *user, pq_view id) {
  (void)user;
  return pq_view_same(id, PQ_LIT("HGNC:3"));
}

static void test_other_layers(void **state) {
  (void)state;
  made m = {.lex = NULL};
  pq_arena_init(&m.arena, NULL, 0);
  const table_text t = NAMES("A\tHGNC:3\tname\t\t\n");
  const pq_known known = {.id = knows_three};
  assert_int_equal(load_text(&m, &t, NULL), PQ_OK);
  assert_int_equal(pq_load_check(&m.arena, &m.tables, &known, NULL), PQ_OK);
  assert_int_equal(pq_load_check(&m.arena, &m.tables, NULL, NULL),
                   PQ_BAD_SYNTAX);
  pq_arena_clear(&m.arena);
}

static void test_folder(void **state) {
  (void)state;
  pq_heard h;
  pq_heard_init(&h);
  pq_scratch s;
  pq_scratch_open(&s);
  pq_arena arena;
  pq_arena_init(&arena, NULL, 0);
  pq_tables tables = {0};
  assert_int_equal(pq_load_folder(&arena, s.folder, NULL, &tables),
                   PQ_BAD_READ);
  const char *const path =
      pq_scratch_file(&s, "english.tsv", PQ_LIT("word\ncat\n"));
  assert_int_equal(pq_load_folder(&arena, s.folder, NULL, &tables), PQ_OK);
  assert_int_equal(tables.at[PQ_TABLE_ENGLISH].rows.n, 1);
  tables = (pq_tables){0};
  (void)pq_scratch_file(&s, "names.txt", PQ_LIT("anything"));
  assert_int_equal(pq_load_folder(&arena, s.folder, NULL, &tables), PQ_OK);
  (void)pq_scratch_file(&s, "nmaes.tsv", PQ_LIT("word\n"));
  assert_int_equal(pq_load_folder(&arena, s.folder, &h.sink, &tables),
                   PQ_BAD_SYNTAX);
  assert_string_equal(h.at[0].code, "lexicon.table");
  pq_tables one = {0};
  assert_int_equal(pq_load_file(&arena, path, NULL, &one), PQ_OK);
  assert_int_equal(one.at[PQ_TABLE_ENGLISH].rows.n, 1);
  assert_int_equal(pq_load_file(&arena, s.folder, NULL, &one), PQ_BAD_READ);
  pq_scratch_close(&s);
  assert_int_equal(pq_load_folder(&arena, s.folder, NULL, &tables),
                   PQ_BAD_READ);
  pq_arena_clear(&arena);
}

static pq_status load_all(void *user, pq_alloc *alloc) {
  (void)user;
  made m = {.lex = NULL};
  pq_status st = PQ_OK;
  pq_arena_init(&m.arena, alloc, 0);
  for (size_t i = 0; !st && i < COUNT(good); ++i) {
    st = load_text(&m, &good[i], NULL);
  }
  if (!st) st = pq_load_check(&m.arena, &m.tables, NULL, NULL);
  pq_arena_clear(&m.arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  (void)pq_fail_each(load_all, NULL, PQ_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_good),
      cmocka_unit_test(test_bad_forms),
      cmocka_unit_test(test_all_are_told),
      cmocka_unit_test(test_misfits),
      cmocka_unit_test(test_denied_in_both_ways),
      cmocka_unit_test(test_marked_ambiguity),
      cmocka_unit_test(test_other_layers),
      cmocka_unit_test(test_folder),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
