#include "test_scan_text.h"

static void test_spellings_of_a_symbol(void **state) {
  static const want wants[] = {
      {"It is STAT3.", "STAT3=HGNC:11364"},
      {"It is Stat3.", "Stat3=HGNC:11364"},
      {"It is stat3.", "stat3=HGNC:11364"},
      {"It is STAT-3.", "STAT-3=HGNC:11364"},
      {"It is STAT 3.", "STAT 3=HGNC:11364"},
      {"It is STAT\xE2\x80\x91"
       "3.",
       "STAT\xE2\x80\x91"
       "3=HGNC:11364"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_greek(void **state) {
  static const want wants[] = {
      {"It is NF-\xCE\xBA"
       "B.",
       "NF-\xCE\xBA"
       "B=FPLX:NFkappaB"},
      {"It is NF-kB.", "NF-kB=FPLX:NFkappaB"},
      {"It is NF kappa B.", "NF kappa B=FPLX:NFkappaB"},
      {"It is NF-kappa B.", "NF-kappa B=FPLX:NFkappaB"},
      {"It is NF\xCE\xBA"
       "B.",
       "NF\xCE\xBA"
       "B=FPLX:NFkappaB"},
      {"It is nuclear factor-kappaB.", "nuclear factor-kappaB=FPLX:NFkappaB"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_families_before_members(void **state) {
  static const want wants[] = {
      {"It is PI3K.", "PI3K=FPLX:PI3K"},
      {"It is AKT.", "AKT=FPLX:AKT"},
      {"It is STAT5.", "STAT5=FPLX:STAT5"},
      {"It is JNK.", "JNK=FPLX:JNK"},
      {"It is RAS.", "RAS=FPLX:RAS"},
      {"It is MAPK.", "MAPK=FPLX:MAPK"},
      {"It is MEK.", "MEK=FPLX:MEK"},
      {"It is mTORC1.", "mTORC1=FPLX:mTORC1"},
      {"It is p38.", "p38=FPLX:p38"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_names_with_a_history(void **state) {
  static const want wants[] = {
      {"It is p27.", "p27=HGNC:1785"},   {"It is A20.", "A20=HGNC:11896"},
      {"It is Cdc2.", "Cdc2=HGNC:1722"}, {"It is RSK1.", "RSK1=HGNC:10430"},
      {"It is p53.", "p53=HGNC:11998"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_a_tie_is_no_identity(void **state) {
  scanned s;
  scan_text(&s, state, "It is p40.");
  assert_int_equal(s.r.mentions.n, 2);
  const pq_entity *const e = pq_entity_at(&s.r, s.r.mentions.at[1].entity);
  assert_int_equal(e->kind, PQ_ENTITY_UNGROUNDED);
  assert_true(e->n_candidates >= 2);
  drop_text(&s);
}

static void test_english_words(void **state) {
  static const want wants[] = {
      {"Was it so?", ""},
      {"Set the rest aside.", ""},
      {"Rest is needed.", ""},
      {"Cat hair was found.", ""},
      {"Not all of it was.", ""},
      {"It stays in a dish.", ""},
      {"It acts as a rule.", ""},
      {"It met the rest.", ""},
      {"It is MET.", "MET=HGNC:7029"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_what_is_no_gene(void **state) {
  static const want wants[] = {
      {"ALK (MIM:105590) acts.", "ALK=HGNC:427"},
      {"It acts in trans.", ""},
      {"Ca2+ is there.", "Ca2+=CHEBI:29108"},
      {"LPS is there.", "LPS=CHEBI:16412"},
      {"It acts at the ER.", "ER=GO:0005783"},
      {"AMP is there.", "AMP=CHEBI:456215"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_plurals(void **state) {
  static const want wants[] = {
      {"MAPKs act.", "MAPKs=FPLX:MAPK"},
      {"PI3Ks act.", "PI3Ks=FPLX:PI3K"},
      {"PKCs act.", "PKCs=FPLX:PKC"},
      {"STAT3s act.", "STAT3s=HGNC:11364"},
      {"Synthesis of the virus mass ends.", ""},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_longest_name_wins(void **state) {
  static const want wants[] = {
      {"It is anaplastic lymphoma kinase.",
       "anaplastic lymphoma kinase=HGNC:427"},
      {"It is signal transducer and activator of transcription 3.",
       "signal transducer and activator of transcription 3=HGNC:11364"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_bracket_within_a_name(void **state) {
  static const want wants[] = {
      {"It is nuclear factor (NF)-kappaB.",
       "nuclear factor (NF)-kappaB=FPLX:NFkappaB"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_molecules_and_places(void **state) {
  static const want wants[] = {
      {"ATP is in the nucleus.", "ATP=CHEBI:30616 | nucleus=GO:0005634"},
      {"GTP moves to the plasma membrane.",
       "GTP=CHEBI:37565 | plasma membrane=GO:0005886"},
  };
  CHECK_WANTS(state, wants, say_names);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_spellings_of_a_symbol),
      cmocka_unit_test(test_greek),
      cmocka_unit_test(test_families_before_members),
      cmocka_unit_test(test_names_with_a_history),
      cmocka_unit_test(test_a_tie_is_no_identity),
      cmocka_unit_test(test_english_words),
      cmocka_unit_test(test_what_is_no_gene),
      cmocka_unit_test(test_plurals),
      cmocka_unit_test(test_longest_name_wins),
      cmocka_unit_test(test_bracket_within_a_name),
      cmocka_unit_test(test_molecules_and_places),
  };
  return cmocka_run_group_tests(tests, open_names, close_names);
}
