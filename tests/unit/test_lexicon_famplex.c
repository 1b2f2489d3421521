#include "test_lexicon_imports.h"

static const char entities[] = "AMPK\r\nAMPK_alpha\r\nJAK\r\nbad id\r\n";
static const char relations[] = "HGNC,JAK2,isa,FPLX,JAK\r\n"
                                "HGNC,PRKAA1,isa,FPLX,AMPK_alpha\r\n"
                                "FPLX,AMPK_alpha,partof,FPLX,AMPK\r\n"
                                "UP,P40763,isa,FPLX,JAK\r\n"
                                "HGNC,JAK1,kindof,FPLX,JAK\r\n"
                                "PF,PF07714,isa,FPLX,JAK\r\n"
                                "HGNC,JAK3,isa,FPLX\r\n";
static const char equivalences[] = "GO,GO:0031588,AMPK\r\n"
                                   "IP,IPR016251,JAK\r\n"
                                   "MEDSCAN,urn:agi-llid:1,JAK\r\n"
                                   "BEL,JAK Family,JAK\r\n";
static const char groundings[] =
    "\"AMPK (alpha, \"\"long\"\")\",FPLX,AMPK,,,,\r\n"
    "JAKs,FPLX,JAK,,,,\r\n"
    "Janus 2,HGNC,JAK2,UP,O60674,,\r\n"
    "14-3-3zeta,UP,P63104,,,,\r\n"
    "ABA,PUBCHEM,5280896,CHEBI,CHEBI:2365,,\r\n"
    "adhesion,GO,GO:0007155,MESH,D002448,,\r\n"
    "mesh only,MESH,D000230,,,,\r\n"
    "\"no end,FPLX,JAK,,,,\r\n"
    "mid\"quote,FPLX,JAK,,,,\r\n"
    "\"text\" behind,FPLX,JAK,,,,\r\n";
static const char prefixes[] =
    "Pattern,Category,Notes\r\n"
    "EGFP-{Gene name},experimental context,fluorescent protein tag\r\n"
    "p-{Gene name},protein state,phosphorylated\r\n"
    "p{Gene name},protein state,phosphorylated\r\n"
    "{Gene name}-KD,inhibition,siRNA-based knockdown\r\n"
    "DN-{Gene name},inhibition,dominant negative\r\n"
    "GST {Gene name},experimental context,protein tag\r\n"
    "{Gene name}-{mutation},protein state,\r\n";

/* In an order that is not that of the alphabet. */
static const fixture files[] = {
    {"famplex", "relations.csv", relations},
    {"famplex", "entities.csv", entities},
    {"famplex", "grounding_map.csv", groundings},
    {"famplex", "equivalences.csv", equivalences},
    {"famplex", "gene_prefixes.csv", prefixes},
    /* Says what JAK2 and PRKAA1 are. */
    {"tsv", "concepts.tsv",
     "id\ttype\tlabel\ttaxon\txrefs\tnote\n"
     "HGNC:6192\tgene\tJAK2\t9606\tUniProt:O60674\t\n"
     "HGNC:9376\tgene\tPRKAA1\t9606\tUniProt:Q13131\t\n"}};

static void test_things(void **state) {
  (void)state;
  imported m;
  import_files(&m, files, N_OF(files), NULL);
  const pq_image_concept *c = thing(&m, "FPLX:AMPK");
  assert_int_equal(c->type, PQ_CONCEPT_COMPLEX);
  ASSERT_VIEW(pq_image_text(&m.im, c->xrefs), "GO:0031588");
  c = thing(&m, "FPLX:AMPK_alpha");
  assert_int_equal(c->type, PQ_CONCEPT_FAMILY);
  ASSERT_VIEW(pq_image_text(&m.im, c->label), "AMPK alpha");
  c = thing(&m, "FPLX:JAK");
  assert_int_equal(c->type, PQ_CONCEPT_FAMILY);
  ASSERT_VIEW(pq_image_text(&m.im, c->xrefs), "InterPro:IPR016251");
  forget(&m);
}

static void test_members(void **state) {
  (void)state;
  imported m;
  import_files(&m, files, N_OF(files), NULL);
  /* Symbols became ids where a thing has this label. */
  assert_true(is_member(&m, "HGNC:6192", "FPLX:JAK"));
  assert_true(is_member(&m, "HGNC:9376", "FPLX:AMPK_alpha"));
  assert_true(is_member(&m, "FPLX:AMPK_alpha", "FPLX:AMPK"));
  assert_true(is_member(&m, "UniProt:P40763", "FPLX:JAK"));
  assert_int_equal(m.im.n[PQ_SECTION_MEMBERS], 4);
  forget(&m);
}

static void test_names(void **state) {
  (void)state;
  imported m;
  import_files(&m, files, N_OF(files), NULL);
  assert_int_equal(named(&m, "AMPK alpha", "FPLX:AMPK_alpha"), PQ_STATUS_NAME);
  assert_int_equal(named(&m, "AMPK (alpha, \"long\")", "FPLX:AMPK"),
                   PQ_STATUS_CURATED);
  assert_int_equal(named(&m, "JAKs", "FPLX:JAK"), PQ_STATUS_CURATED);
  assert_int_equal(named(&m, "Janus 2", "HGNC:6192"), PQ_STATUS_CURATED);
  assert_int_equal(named(&m, "14-3-3zeta", "UniProt:P63104"),
                   PQ_STATUS_CURATED);
  assert_int_equal(named(&m, "ABA", "CHEBI:2365"), PQ_STATUS_CURATED);
  assert_int_equal(named(&m, "adhesion", "GO:0007155"), PQ_STATUS_CURATED);
  for (uint32_t i = 0; i < m.im.n[PQ_SECTION_ENTRIES]; ++i) {
    const pq_view text = pq_image_text(&m.im, m.im.entries[i].text);
    assert_false(pq_view_same(text, PQ_LIT("mesh only")));
  }
  forget(&m);
}

static bool has_affix(const pq_image *im, const char *pattern, bool suffix,
                      pq_effect effect) {
  for (uint32_t i = 0; i < im->n[PQ_SECTION_AFFIXES]; ++i) {
    const pq_image_affix *const a = &im->affixes[i];
    if (pq_view_same(pq_image_text(im, a->pattern), pq_view_of(pattern)) &&
        a->suffix == suffix && a->effect == effect) {
      return true;
    }
  }
  return false;
}

static void test_affixes(void **state) {
  (void)state;
  imported m;
  import_files(&m, files, N_OF(files), NULL);
  assert_true(has_affix(&m.im, "EGFP-", false, PQ_EFFECT_TAG));
  assert_true(has_affix(&m.im, "p-", false, PQ_EFFECT_PHOSPHO));
  assert_true(has_affix(&m.im, "-KD", true, PQ_EFFECT_NOT_ACTOR));
  assert_true(has_affix(&m.im, "DN-", false, PQ_EFFECT_INACTIVE));
  assert_int_equal(m.im.n[PQ_SECTION_AFFIXES], 4);
  forget(&m);
}

static void check_bad(const fixture *f, uint32_t line, uint32_t column,
                      const char *words) {
  imported m;
  import_files(&m, f, 1, NULL);
  assert_told(&m, 0, line, column, words);
  forget(&m);
}

static void test_bad_lines(void **state) {
  (void)state;
  imported m;
  check_bad(&files[0], 5, 11, "isa or partof");
  check_bad(&files[1], 4, 1, "no id");
  check_bad(&files[2], 8, 1, "no end");
  import_files(&m, &files[0], 1, NULL);
  assert_told(&m, 1, 7, 1, "4 cells, where 5 belong");
  assert_int_equal(m.file.n_bad, 2);
  forget(&m);
  import_files(&m, &files[2], 1, NULL);
  assert_told(&m, 1, 9, 10, "inside of a cell");
  assert_told(&m, 2, 10, 7, "behind a quoted cell");
  assert_int_equal(m.file.n_bad, 3);
  forget(&m);
  const fixture other = {"famplex", "README.md", "x\n"};
  begin_import(&m, NULL);
  assert_int_equal(import_with(NULL, &other, 1, NULL, &m), PQ_BAD_SYNTAX);
  assert_non_null(strstr(m.heard.at[0].text, "entities.csv"));
  forget(&m);
}

static void test_order(void **state) {
  (void)state;
  check_turned(files, 4, 0);
  check_turned(&files[4], 1, 1);
}

static void test_no_memory(void **state) {
  (void)state;
  check_no_memory(files, N_OF(files));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_things),    cmocka_unit_test(test_members),
      cmocka_unit_test(test_names),     cmocka_unit_test(test_affixes),
      cmocka_unit_test(test_bad_lines), cmocka_unit_test(test_order),
      cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
