#include "failing.h"
#include "test_lexicon_tables.h"

#include "lexicon/unpack.h"

/* Every table, with what an image keeps of it. */
static const table_text tables[] = {
    CONCEPTS("FPLX:JAK\tfamily\tJAK\t9606\t\t\n"
             "HGNC:6192\tgene\tJAK2\t9606\tUniProt:O60674|NCBIGene:3717\t\n"
             "PQ:pathway.plain\tpathway\tplain\t-\t\t\n"),
    NAMES("JAK\tFPLX:JAK\tcurated\tpath\t\n"
          "JAK2\tHGNC:6192\tname\tcs,noplural,ctx=a/b*\t\n"
          "Janus-kinase II (the second)\tHGNC:6192\tsynonym\tci\t\n"),
    MEMBERS("HGNC:6192\tisa\tFPLX:JAK\n"),
    FUSIONS("*::HGNC:6192\t*\tHGNC:6192\tJAK2 fusion\t\n"),
    PATHWAYS("PQ:pathway.JAK\tFPLX:JAK\tJAK pathway\tGO:0007259\n"),
    AFFIXES("-/-\tsuffix\tnot-actor\tnot-actor\np-\tprefix\tstate\tphospho\n"),
    DENY("JAK\tHGNC:6192\t!x/y\tfamily\n"),
    ENGLISH("jak\nset\n"),
    RESIDUES("Y\tTyr\ttyrosine\tMOD:00048\n"),
    SITES("O60674\tY\t1007\tcanonical\t\t\nO60674\tY\t1009\tlegacy\t1007\t\n"),
    SPECIES("h\t9606\tprefix\nhuman\t9606\tname\n")};

/* An image of an image's rows is the same image. */
static void assert_round(const made *m, uint32_t things) {
  pq_arena arena;
  pq_tables back = {.sources = {"", 0}};
  pq_buf again;
  pq_arena_init(&arena, NULL, 0);
  pq_buf_init(&again, NULL);
  const pq_image im = image_of(m);
  assert_int_equal(im.n[PQ_SECTION_CONCEPTS], things);
  assert_int_equal(pq_unpack(&arena, &im, &back), PQ_OK);
  assert_int_equal(pq_compile(&arena, &back, &again), PQ_OK);
  assert_int_equal(again.len, m->image.len);
  assert_memory_equal(again.ptr, m->image.ptr, again.len);
  pq_buf_clear(&again);
  pq_arena_clear(&arena);
}

static void test_round(void **state) {
  (void)state;
  made m;
  make_image(&m, tables, COUNT(tables));
  assert_round(&m, 5);
  unmake(&m);
}

#define TEN   "abcdefghi "
#define FORTY TEN TEN TEN TEN

/* What no name leads to is not in the image: HGNC:1's, as an importer finds it,
 * is too long for a key. */
static void test_idle(void **state) {
  (void)state;
  static pq_row names[] = {
      {.cell = {PQ_LIT_INIT(FORTY FORTY FORTY FORTY "x"), PQ_LIT_INIT("HGNC:1"),
                PQ_LIT_INIT("name")}},
      {.cell = {PQ_LIT_INIT("JAK2"), PQ_LIT_INIT("HGNC:6192"),
                PQ_LIT_INIT("name")}}};
  made m = {.lex = NULL};
  pq_arena_init(&m.arena, NULL, 0);
  pq_buf_init(&m.image, NULL);
  m.tables.at[PQ_TABLE_NAMES].rows.at = names;
  m.tables.at[PQ_TABLE_NAMES].rows.n = COUNT(names);
  assert_int_equal(pq_compile(&m.arena, &m.tables, &m.image), PQ_OK);
  assert_round(&m, 1);
  unmake(&m);
}

static pq_status unpack(void *user, pq_alloc *alloc) {
  pq_arena arena;
  pq_tables back = {.sources = {"", 0}};
  pq_arena_init(&arena, alloc, 0);
  const pq_status st = pq_unpack(&arena, user, &back);
  pq_arena_clear(&arena);
  return st;
}

static void test_no_memory(void **state) {
  (void)state;
  made m;
  make_image(&m, tables, COUNT(tables));
  pq_image im = image_of(&m);
  (void)pq_fail_each(unpack, &im, PQ_OK);
  unmake(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_round),
      cmocka_unit_test(test_idle),
      cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
