#include "test_lexicon_tables.h"

#include "lexicon/join.h"

static const table_text tables[] = {
    CONCEPTS("FPLX:JAK\tfamily\tJAK\t9606\tUniProt:P00002\t\n"
             "HGNC:1\tgene\tH4C1\t9606\tUniProt:P62805\ta note\n"
             "HGNC:2\tgene\tH4C2\t9606\tUniProt:P62805\t\n"
             "HGNC:6192\tgene\tJAK2\t9606\tUniProt:O60674|NCBIGene:3717\t\n"
             "NCBIGene:3717\tgene\tjak2\t9606\tNCBIGene:3717\t\n"
             "UniProt:O60674\tgene\tJAK2\t9606\tUniProt:O60674\t\n"
             "UniProt:P00002\tgene\tX\t9606\tUniProt:P00002\t\n"
             "UniProt:P62805\tgene\tH4C1\t9606\tUniProt:P62805\t\n"),
    NAMES("Janus 2\tHGNC.symbol:JAK2\tname\t\t\n"
          "nobody\tHGNC.symbol:NOB1\tname\t\t\n"
          "jak two\tNCBIGene:3717\tname\t\t\n"
          "JAK2\tUniProt:O60674\tname\t\t\n"
          "X\tUniProt:P00002\tname\t\t\n"
          "histone H4\tUniProt:P62805\tname\t\t\n"),
    MEMBERS("HGNC.symbol:JAK2\tisa\tFPLX:JAK\n"),
    FUSIONS("HGNC.symbol:H4C1::HGNC.symbol:JAK2\tHGNC.symbol:H4C1\t"
            "HGNC.symbol:JAK2\tH4C1-JAK2\t\n")};

static void load(made *m) {
  *m = (made){.lex = NULL};
  pq_arena_init(&m->arena, NULL, 0);
  pq_buf_init(&m->image, NULL);
  for (size_t i = 0; i < COUNT(tables); ++i) {
    assert_int_equal(load_text(m, &tables[i], NULL), PQ_OK);
  }
  assert_int_equal(pq_join(&m->arena, &m->tables, NULL), PQ_OK);
}

static pq_view cell(const made *m, pq_table_id id, uint32_t row, size_t i) {
  return m->tables.at[id].rows.at[row].cell[i];
}

static void test_ids(void **state) {
  (void)state;
  made m;
  load(&m);
  ASSERT_VIEW(cell(&m, PQ_TABLE_NAMES, 0, PQ_NAMES_ID), "HGNC:6192");
  ASSERT_VIEW(cell(&m, PQ_TABLE_NAMES, 1, PQ_NAMES_ID), "HGNC.symbol:NOB1");
  ASSERT_VIEW(cell(&m, PQ_TABLE_NAMES, 2, PQ_NAMES_ID), "HGNC:6192");
  ASSERT_VIEW(cell(&m, PQ_TABLE_NAMES, 3, PQ_NAMES_ID), "HGNC:6192");
  /* A family is no gene, whatever its xrefs are. */
  ASSERT_VIEW(cell(&m, PQ_TABLE_NAMES, 4, PQ_NAMES_ID), "UniProt:P00002");
  /* Two genes make this protein: it is neither. */
  ASSERT_VIEW(cell(&m, PQ_TABLE_NAMES, 5, PQ_NAMES_ID), "UniProt:P62805");
  ASSERT_VIEW(cell(&m, PQ_TABLE_MEMBERS, 0, PQ_MEMBERS_CHILD), "HGNC:6192");
  ASSERT_VIEW(cell(&m, PQ_TABLE_MEMBERS, 0, PQ_MEMBERS_PARENT), "FPLX:JAK");
  ASSERT_VIEW(cell(&m, PQ_TABLE_FUSIONS, 0, PQ_FUSIONS_ID),
              "HGNC:1::HGNC:6192");
  unmake(&m);
}

/* What a thing said under its other id stays, behind what it says itself. */
static void test_things(void **state) {
  (void)state;
  made m;
  load(&m);
  pq_lexicon *lex = NULL;
  pq_concept c;
  assert_int_equal(pq_compile(&m.arena, &m.tables, &m.image), PQ_OK);
  const pq_lexicon_sources sources = {.image = pq_buf_view(&m.image)};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &lex), PQ_OK);
  assert_true(pq_lexicon_concept(lex, PQ_LIT("HGNC:6192"), &c));
  ASSERT_VIEW(c.label, "JAK2");
  ASSERT_VIEW(c.xrefs, "UniProt:O60674|NCBIGene:3717");
  assert_false(pq_lexicon_concept(lex, PQ_LIT("UniProt:O60674"), &c));
  assert_true(pq_lexicon_concept(lex, PQ_LIT("UniProt:P62805"), &c));
  pq_lexicon_close(lex);
  unmake(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_ids),
      cmocka_unit_test(test_things),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
