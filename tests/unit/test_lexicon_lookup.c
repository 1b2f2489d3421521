#include "test_lexicon_tables.h"

#include "lexicon/filter.h"
#include "lexicon/lookup.h"

static const table_text tables[] = {
    CONCEPTS("CHEBI:16412\tmolecule\tlipopolysaccharide\t-\t\t\n"
             "CHEBI:29108\tmolecule\tcalcium(2+)\t-\t\t\n"
             "CVCL_0132\tcell\tA375P\t9606\t\t\n"
             "FPLX:AKT\tfamily\tAKT\t9606\t\t\n"
             "FPLX:ERK\tfamily\tERK\t9606\t\t\n"
             "FPLX:MAPK\tfamily\tMAPK\t9606\t\t\n"
             "FPLX:NFkappaB\tcomplex\tNF-kappaB\t9606\t\t\n"
             "FPLX:PI3K\tcomplex\tPI3K\t9606\t\t\n"
             "FPLX:p38\tfamily\tp38\t9606\t\t\n"
             "GO:0005783\tcompartment\tendoplasmic reticulum\t-\t\t\n"
             "GO:0007049\tprocess\tcell cycle\t-\t\t\n"
             "HGNC:10848\tgene\tSHC2\t9606\t\t\n"
             "HGNC:11364\tgene\tSTAT3\t9606\tUniProt:P40763\t\n"
             "HGNC:1246\tgene\tC1R\t9606\t\t\n"
             "HGNC:12731\tgene\tWAS\t9606\t\t\n"
             "HGNC:1785\tgene\tCDKN1B\t9606\t\t\n"
             "HGNC:3467\tgene\tESR1\t9606\t\t\n"
             "HGNC:391\tgene\tAKT1\t9606\t\t\n"
             "HGNC:3942\tgene\tMTOR\t9606\t\t\n"
             "HGNC:427\tgene\tALK\t9606\tUniProt:Q9UM73\t\n"
             "HGNC:6081\tgene\tINS\t9606\t\t\n"
             "HGNC:6121\tgene\tIRF6\t9606\t\t\n"
             "HGNC:6193\tgene\tJAK3\t9606\t\t\n"
             "HGNC:6876\tgene\tMAPK14\t9606\t\t\n"
             "HGNC:7029\tgene\tMET\t9606\t\t\n"
             "HGNC:775\tgene\tASA\t9606\t\t\n"
             "MGI:103038\tgene\tStat3\t10090\t\t\n"
             "PQ:class.antibody\tclass\tantibody\t-\t\t\n"
             "PQ:class.kinase\tclass\tkinase\t-\t\t\n"
             "PQ:test.p40-a\tgene\tp40 a\t9606\t\t\n"
             "PQ:test.p40-b\tgene\tp40 b\t9606\t\t\n"),
    NAMES("LPS\tCHEBI:16412\tcurated\t\t\n"
          "Ca2+\tCHEBI:29108\tname\t\t\n"
          "A375P\tCVCL_0132\tname\t\t\n"
          "AKT\tFPLX:AKT\tcurated\tpath\t\n"
          "ERK\tFPLX:ERK\tcurated\tpath\t\n"
          "ERK1/2\tFPLX:ERK\tcurated\tpath\t\n"
          "MAPK\tFPLX:MAPK\tcurated\tpath\t\n"
          "NF-kappaB\tFPLX:NFkappaB\tcurated\tpath\t\n"
          "nuclear factor-kappaB\tFPLX:NFkappaB\tname\t\t\n"
          "PI3K\tFPLX:PI3K\tcurated\tpath\t\n"
          "p38\tFPLX:p38\tcurated\tpath\t\n"
          "ER\tGO:0005783\tcurated\tnoplural\t\n"
          "cell cycle\tGO:0007049\tname\t\t\n"
          "SHCB\tHGNC:10848\tsynonym\tcs\t\n"
          "APRF\tHGNC:11364\tsynonym\t\t\n"
          "STAT3\tHGNC:11364\tname\t\t\n"
          "signal transducer and activator of transcription "
          "3\tHGNC:11364\tname\t\t\n"
          "C1R\tHGNC:1246\tname\t\t\n"
          "WAS\tHGNC:12731\tname\t\t\n"
          "p27\tHGNC:1785\tcurated\t\t\n"
          "ER\tHGNC:3467\tsynonym\tamb\t\n"
          "AKT\tHGNC:391\tsynonym\tamb\t\n"
          "TOR\tHGNC:3942\tsynonym\thead\t\n"
          "mTOR\tHGNC:3942\tcurated\tpath\t\n"
          "ALK\tHGNC:427\tname\t\t\n"
          "anaplastic lymphoma kinase (Ki-1)\tHGNC:427\tname\t\t\n"
          "INS\tHGNC:6081\tname\t\t\n"
          "insulin\tHGNC:6081\tname\t\t\n"
          "LPS\tHGNC:6121\tsynonym\tamb\t\n"
          "JAK3\tHGNC:6193\tname\t\t\n"
          "p38\tHGNC:6876\tsynonym\tamb\t\n"
          "MET\tHGNC:7029\tname\t\t\n"
          "met\tHGNC:7029\tsynonym\tctx=hepatocyte/HGF,cs\t\n"
          "ASA\tHGNC:775\tname\t\t\n"
          "Stat3\tMGI:103038\tname\tamb\t\n"
          "antibody\tPQ:class.antibody\tcurated\t\t\n"
          "kinase\tPQ:class.kinase\tcurated\t\t\n"
          "p40\tPQ:test.p40-a\tsynonym\tamb\t\n"
          "p40\tPQ:test.p40-b\tsynonym\tamb\t\n"),
    DENY("ER\tHGNC:3467\t!estrogen*\treticulum\n"
         "LPS\tHGNC:6121\t!IRF6\tlipopolysaccharide\n"),
    ENGLISH("all\nmet\nrest\nset\nwas\n")};

static pq_lexicon *lexicon(made *m) {
  make_lexicon(m, tables, COUNT(tables));
  return m->lex;
}

/* What the lexicon reads in `text` at token `at`. */
/* Where a name is expected, and which; "" for none. */
typedef struct vector {
  const char *text;
  size_t at; /* token */
  const char *id;
  size_t n_tokens;
} vector;

static void check_vectors(const vector *v, size_t n) {
  made m;
  const pq_lexicon *const lex = lexicon(&m);
  for (size_t i = 0; i < n; ++i) {
    const pq_found f = found_at(lex, v[i].text, (uint32_t)v[i].at);
    const pq_view id = f.n_readings ? f.readings[0].id : PQ_LIT("");
    if (!pq_view_same(id, pq_view_of(v[i].id)) || f.n_tokens != v[i].n_tokens) {
      fail_msg("case %zu, \"%s\": \"%.*s\", %u tokens", i, v[i].text,
               (int)id.len, id.ptr, f.n_tokens);
    }
  }
  unmake(&m);
}

static void test_spellings(void **state) {
  (void)state;
  static const vector v[] = {
      {"STAT3 is", 0, "HGNC:11364", 1},
      {"of Stat3", 1, "HGNC:11364", 1},
      {"of stat3", 1, "HGNC:11364", 1},
      {"of STAT-3.", 1, "HGNC:11364", 3},
      {"of STAT 3", 1, "HGNC:11364", 2},
      {"of STAT\u20113", 1, "HGNC:11364", 3},
      {"p-STAT3", 1, "", 0}, /* no name begins with a dash */
      {"of aprf", 1, "HGNC:11364", 1},
      {"NF-\u03baB", 0, "FPLX:NFkappaB", 3},
      {"NF-kB", 0, "FPLX:NFkappaB", 3},
      {"NF kappa B", 0, "FPLX:NFkappaB", 3},
      {"NF-kappa B", 0, "FPLX:NFkappaB", 4},
      {"NF\u03baB", 0, "FPLX:NFkappaB", 1},
      {"nuclear factor-kappaB", 0, "FPLX:NFkappaB", 4},
      {"nuclear factor kappa B", 0, "FPLX:NFkappaB", 4},
      {"signal transducer and activator of transcription 3 (x)", 0,
       "HGNC:11364", 7},
      {"anaplastic lymphoma kinase (ALK)", 0, "HGNC:427", 3},
      {"Ca2+ ions", 0, "CHEBI:29108", 2},
      {"cell-cycle arrest", 0, "GO:0007049", 3}};
  check_vectors(v, COUNT(v));
}

static void test_families(void **state) {
  (void)state;
  static const vector v[] = {{"PI3K/AKT/mTOR", 0, "FPLX:PI3K", 1},
                             {"PI3K/AKT/mTOR", 2, "FPLX:AKT", 1},
                             {"PI3K/AKT/mTOR", 4, "HGNC:3942", 1},
                             {"ERK1/2 and", 0, "FPLX:ERK", 3},
                             {"p38", 0, "FPLX:p38", 1},
                             {"p27", 0, "HGNC:1785", 1},
                             {"AKT and", 0, "FPLX:AKT", 1}};
  check_vectors(v, COUNT(v));
}

static void test_plurals(void **state) {
  (void)state;
  static const vector v[] = {{"all STAT3s", 1, "HGNC:11364", 1},
                             {"the MAPKs", 1, "FPLX:MAPK", 1},
                             {"the PI3Ks", 1, "FPLX:PI3K", 1},
                             {"the kinases", 1, "PQ:class.kinase", 1},
                             {"Antibodies", 0, "PQ:class.antibody", 1},
                             {"the ERs", 1, "", 0},
                             {"synthesis", 0, "", 0},
                             {"virus", 0, "", 0},
                             {"mass", 0, "", 0}};
  check_vectors(v, COUNT(v));
}

static void test_english(void **state) {
  (void)state;
  static const vector v[] = {{"Was it", 0, "", 0},
                             {"it was", 1, "", 0},
                             {"the WAS gene", 1, "HGNC:12731", 1},
                             {"MET binds", 0, "HGNC:7029", 1},
                             {"Met binds", 0, "", 0},
                             {"of Met", 1, "", 0},
                             {"it met", 1, "", 0},
                             /* listed just so, and its context is there */
                             {"the met receptor of HGF", 1, "HGNC:7029", 1},
                             {"in a cell", 0, "", 0},
                             {"as a cell", 0, "", 0},
                             {"ASA acid", 0, "HGNC:775", 1},
                             {"asa acid", 0, "", 0},
                             {"of alk", 1, "", 0},
                             {"Insulin acts", 0, "HGNC:6081", 1},
                             {"the insulin", 1, "HGNC:6081", 1},
                             {"set 1", 0, "", 0}};
  check_vectors(v, COUNT(v));
}

static void test_short_and_numbers(void **state) {
  (void)state;
  static const vector v[] = {{"3", 0, "", 0},  {"A", 0, "", 0},
                             {"II", 0, "", 0}, {"IV", 0, "", 0},
                             {"xi", 0, "", 0}, {"C1R", 0, "HGNC:1246", 1}};
  check_vectors(v, COUNT(v));
}

static void test_case_flag(void **state) {
  (void)state;
  static const vector v[] = {{"SHCB", 0, "HGNC:10848", 1},
                             {"ShcB", 0, "", 0},
                             {"SHC-B", 0, "HGNC:10848", 3}};
  check_vectors(v, COUNT(v));
}

static void test_denied(void **state) {
  (void)state;
  static const vector v[] = {{"LPS binds", 0, "CHEBI:16412", 1},
                             {"ER stress", 0, "GO:0005783", 1},
                             {"the A375P cells", 1, "CVCL_0132", 1},
                             {"the A375P", 1, "", 0}};
  check_vectors(v, COUNT(v));
  made m;
  const pq_lexicon *const lex = lexicon(&m);
  assert_int_equal(found_at(lex, "ER stress", 0).n_readings, 1);
  /* With an estrogen about, the other reading is there as well: two letters
   * are taken of a name only, and this is a synonym. */
  assert_int_equal(found_at(lex, "ER of estrogens", 0).n_readings, 1);
  assert_int_equal(found_at(lex, "LPS and IRF6", 0).n_readings, 2);
  assert_int_equal(found_at(lex, "LPS and IRF7", 0).n_readings, 1);
  unmake(&m);
}

static void test_ties(void **state) {
  (void)state;
  made m;
  const pq_lexicon *const lex = lexicon(&m);
  const pq_found p40 = found_at(lex, "p40", 0);
  assert_int_equal(p40.n_readings, 2);
  assert_true(p40.tied);
  assert_true(p40.flags & PQ_NAME_AMBIGUOUS);
  ASSERT_VIEW(p40.readings[0].id, "PQ:test.p40-a");
  assert_int_equal(p40.readings[0].score, 576); /* synonym, own species */
  const pq_found p38 = found_at(lex, "p38", 0);
  assert_int_equal(p38.n_readings, 2);
  assert_false(p38.tied);
  assert_true(p38.flags & PQ_NAME_PATHWAY);
  assert_true(found_at(lex, "TOR kinase", 0).flags & PQ_NAME_HEAD);
  unmake(&m);
}

static void test_species(void **state) {
  (void)state;
  made m;
  sentence s;
  pq_found f;
  const pq_lexicon *const lex = lexicon(&m);
  cut_sentence(&s, "STAT3");
  pq_look look = look_at(&s, 0);
  pq_lexicon_find(lex, &look, &f);
  ASSERT_VIEW(f.readings[0].id, "HGNC:11364");
  assert_false(f.tied);
  cut_sentence(&s, "Stat3");
  look = look_at(&s, 0);
  look.taxon = PQ_LIT("10090");
  pq_lexicon_find(lex, &look, &f);
  ASSERT_VIEW(f.readings[0].id, "MGI:103038");
  assert_int_equal(f.readings[0].score, 798);
  unmake(&m);
}

static void test_capitals(void **state) {
  (void)state;
  made m;
  sentence s;
  pq_found f;
  const pq_lexicon *const lex = lexicon(&m);
  cut_sentence(&s, "APRF WAS BOUND BY INSULIN");
  pq_look look = look_at(&s, 0);
  look.capitals = true;
  pq_lexicon_find(lex, &look, &f); /* a synonym in letters says nothing */
  assert_int_equal(f.n_tokens, 0);
  look.at = 1;
  pq_lexicon_find(lex, &look, &f);
  assert_int_equal(f.n_tokens, 0);
  look.at = 4;
  pq_lexicon_find(lex, &look, &f);
  ASSERT_VIEW(f.readings[0].id, "HGNC:6081");
  unmake(&m);
}

static void test_limits(void **state) {
  (void)state;
  made m;
  sentence s;
  pq_found f;
  const pq_lexicon *const lex = lexicon(&m);
  cut_sentence(&s, "nuclear factor-kappaB");
  pq_look look = look_at(&s, 0);
  look.most = 3;
  pq_lexicon_find(lex, &look, &f);
  assert_int_equal(f.n_tokens, 0);
  look.most = 4;
  pq_lexicon_find(lex, &look, &f);
  assert_int_equal(f.n_tokens, 4);
  s.tokens[2].classes |= PQ_TOKEN_MASKED;
  pq_lexicon_find(lex, &look, &f);
  assert_int_equal(f.n_tokens, 0);
  look.at = 99;
  pq_lexicon_find(lex, &look, &f);
  assert_int_equal(f.n_tokens, 0);
  unmake(&m);
}

static void test_text(void **state) {
  (void)state;
  made m;
  pq_found f;
  const pq_lexicon *const lex = lexicon(&m);
  pq_lexicon_find_text(lex, PQ_LIT("STAT-3"), PQ_LIT(""), &f);
  assert_int_equal(f.n_readings, 2);
  ASSERT_VIEW(f.readings[0].id, "HGNC:11364");
  pq_lexicon_find_text(lex, PQ_LIT("STAT"), PQ_LIT(""), &f);
  assert_int_equal(f.n_readings, 0);
  pq_lexicon_find_text(lex, PQ_LIT("alk"), PQ_LIT(""), &f);
  assert_int_equal(f.n_readings, 0);
  pq_lexicon_find_text(lex, PQ_LIT(""), PQ_LIT(""), &f);
  assert_int_equal(f.n_readings, 0);
  unmake(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_spellings),
      cmocka_unit_test(test_families),
      cmocka_unit_test(test_plurals),
      cmocka_unit_test(test_english),
      cmocka_unit_test(test_short_and_numbers),
      cmocka_unit_test(test_case_flag),
      cmocka_unit_test(test_denied),
      cmocka_unit_test(test_ties),
      cmocka_unit_test(test_species),
      cmocka_unit_test(test_capitals),
      cmocka_unit_test(test_limits),
      cmocka_unit_test(test_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
