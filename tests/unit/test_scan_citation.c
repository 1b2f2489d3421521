#include "test_scan_text.h"

static void test_spellings(void **state) {
  static const want wants[] = {
      {"It acts (Zamo et al, 2002).", "Zamo et al 2002"},
      {"It acts (Marzec et al. 2005).", "Marzec et al 2005"},
      {"It acts (Marzec et al., 2005).", "Marzec et al 2005"},
      {"It acts (Han et al 2006 a,b).", "Han et al 2006a | Han et al 2006b"},
      {"It acts (Han et al, 2006a).", "Han et al 2006a"},
      {"It acts (Han et al, 2006a, b).", "Han et al 2006a | Han et al 2006b"},
      {"It acts (Turner and Alexander, 2006).", "Turner Alexander 2006"},
      {"It acts (Chen & Tiwari 2011).", "Chen Tiwari 2011"},
      {"It acts (Dean 2005).", "Dean 2005"},
      {"It acts (Tarling et al. 2013, Dean 2005).",
       "Tarling et al 2013 | Dean 2005"},
      {"It acts (Soares et al. 1998, 1997).",
       "Soares et al 1998 | Soares et al 1997"},
      {"It acts (Shi et al, 2006; Lai et al, 2005).",
       "Shi et al 2006 | Lai et al 2005"},
      {"It acts (see Zamo et al, 2002).", "Zamo et al 2002"},
      {"It acts [Zamo et al, 2002].", "Zamo et al 2002"},
  };
  CHECK_WANTS(state, wants, say_papers);
}

static void test_reviews(void **state) {
  static const want wants[] = {
      {"It acts (reviewed in Palmer et al, 2009).", "Palmer et al 2009 review"},
      {"It acts (reviewed by Palmer et al, 2009).", "Palmer et al 2009 review"},
      {"It acts (Zamo et al, 2002; reviewed in Chiarle et al, 2008; Palmer et"
       " al, 2009).",
       "Zamo et al 2002 | Chiarle et al 2008 review | Palmer et al 2009 "
       "review"},
      {"It acts (for a review see Palmer et al, 2009).",
       "Palmer et al 2009 review"},
  };
  CHECK_WANTS(state, wants, say_papers);
}

static void test_running_text_leads_to_works(void **state) {
  static const want wants[] = {
      {"For review, please refer to Rao and Dou 2015, Blain 2008.",
       "Rao Dou 2015 review | Blain 2008 review"},
      {"For an overview see Blain 2008 and An et al. 2004.",
       "Blain 2008 review | An et al 2004 review"},
      {"It acts, see Blain 2008.", "Blain 2008"},
      {"We refer to Blain (2008).", "Blain 2008"},
      {"In Blain 2008 was a good year.", ""},
      {"Reviews differ. See Blain 2008.", "Blain 2008"},
  };
  CHECK_WANTS(state, wants, say_papers);
}

static void test_role_ends_with_its_bracket(void **state) {
  static const want wants[] = {
      {"It acts (reviewed in Palmer et al, 2009) and rests (Zamo et al, 2002).",
       "Palmer et al 2009 review | Zamo et al 2002"},
  };
  CHECK_WANTS(state, wants, say_papers);
}

static void test_names_of_authors(void **state) {
  static const want wants[] = {
      {"It acts (M\xC3\xBCller et al, 2001).", "M\xC3\xBCller et al 2001"},
      {"It acts (O'Shea et al, 2002).", "O'Shea et al 2002"},
      {"It acts (O\xE2\x80\x99Shea et al, 2002).",
       "O\xE2\x80\x99Shea et al 2002"},
      {"It acts (Garcia-Echeverria and Sellers, 2008).",
       "Garcia-Echeverria Sellers 2008"},
      {"It acts (van der Geer et al, 1994).", "van der Geer et al 1994"},
      {"It acts (Ran et al, 2009).", "Ran et al 2009"},
  };
  CHECK_WANTS(state, wants, say_papers);
}

static void test_running_text(void **state) {
  static const want wants[] = {
      {"Zamo et al. (2002) showed it.", "Zamo et al 2002"},
      {"As shown by Turner and Alexander (2006), it acts.",
       "Turner Alexander 2006"},
  };
  CHECK_WANTS(state, wants, say_papers);
}

static void test_unbalanced(void **state) {
  static const want wants[] = {
      {"It acts (Zamo et al, 2002.", "Zamo et al 2002"},
      {"It acts Zamo et al, 2002).", "Zamo et al 2002"},
      {"It acts ((Zamo et al, 2002).", "Zamo et al 2002"},
  };
  CHECK_WANTS(state, wants, say_papers);
}

static void test_no_papers(void **state) {
  static const want wants[] = {
      {"It acts (Fig. 2).", ""},
      {"It was found in 1994.", ""},
      {"It acts (residues 1998-2005).", ""},
      {"It acts (in May 2005).", ""},
      {"It acts (Table 2001).", ""},
      {"It acts (Tyr 1278).", ""},
  };
  CHECK_WANTS(state, wants, say_papers);
}

static void test_pointers(void **state) {
  static const want wants[] = {
      {"It acts (Han et al 2006 a,b; reviewed in Palmer et al, 2009).",
       "Han et al 2006 a,b | Han et al 2006 a,b | Palmer et al, 2009"},
      {"It acts (Zamo et al, 2002; Marzec et al. 2005).",
       "Zamo et al, 2002 | Marzec et al. 2005"},
  };
  CHECK_WANTS(state, wants, say_pointers);
}

static void test_brackets(void **state) {
  scanned s;
  scan_text(&s, state,
            "It acts (Shi et al, 2006; Lai, 2005), says Dean (2005).");
  assert_int_equal(s.r.citations.n, 3);
  const pq_citation *const c = s.r.citations.at;
  assert_true(c[0].in_bracket);
  assert_int_equal(c[0].bracket.begin, c[1].bracket.begin);
  ASSERT_VIEW(pq_record_words(&s.r, 0, c[0].bracket),
              "(Shi et al, 2006; Lai, 2005)");
  assert_int_equal(c[0].role, PQ_ROLE_PRIMARY);
  assert_false(c[2].in_bracket);
  drop_text(&s);
}

static void test_one_work_for_one_key(void **state) {
  scanned s;
  scan_text(&s, state,
            "It acts (Shi et al, 2006). It rests (Shi et al. 2006).");
  assert_int_equal(s.r.citations.n, 2);
  assert_int_equal(s.r.citations.at[0].work, s.r.citations.at[1].work);
  drop_text(&s);
}

static void test_authors_are_no_names(void **state) {
  static const want wants[] = {
      {"JAK2 acts (Ran et al, 2009; Kit et al, 1999).", "JAK2=HGNC:6192"},
      {"JAK2 acts (Src and Alk, 1999).", "JAK2=HGNC:6192"},
  };
  CHECK_WANTS(state, wants, say_names);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_spellings),
      cmocka_unit_test(test_reviews),
      cmocka_unit_test(test_running_text_leads_to_works),
      cmocka_unit_test(test_role_ends_with_its_bracket),
      cmocka_unit_test(test_names_of_authors),
      cmocka_unit_test(test_running_text),
      cmocka_unit_test(test_unbalanced),
      cmocka_unit_test(test_no_papers),
      cmocka_unit_test(test_pointers),
      cmocka_unit_test(test_brackets),
      cmocka_unit_test(test_one_work_for_one_key),
      cmocka_unit_test(test_authors_are_no_names),
  };
  return cmocka_run_group_tests(tests, open_names, close_names);
}
