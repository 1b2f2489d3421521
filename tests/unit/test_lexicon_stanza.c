#include "failing.h"
#include "unit.h"

#include "lexicon/import/stanza.h"

static pq_obo_line line_of(const char *text) {
  pq_obo_line line;
  pq_flaw flaw;
  assert_int_equal(pq_stanza_line(pq_view_of(text), &line, &flaw), PQ_OK);
  return line;
}

static void test_lines(void **state) {
  (void)state;
  pq_obo_line line = line_of("id: GO:0006915");
  ASSERT_VIEW(line.tag, "id");
  ASSERT_VIEW(line.value, "GO:0006915");
  line = line_of("is_obsolete:true");
  ASSERT_VIEW(line.tag, "is_obsolete");
  ASSERT_VIEW(line.value, "true");
  line = line_of("[Term]");
  ASSERT_VIEW(line.head, "Term");
  assert_int_equal(line.tag.len, 0);
  line = line_of("def:");
  ASSERT_VIEW(line.tag, "def");
  assert_int_equal(line.value.len, 0);
  assert_int_equal(line_of("").tag.len, 0);
  assert_int_equal(line_of("  ").tag.len, 0);
  assert_int_equal(line_of("! only a comment").tag.len, 0);
}

static void check_flaw(const char *text, size_t at) {
  pq_obo_line line;
  pq_flaw flaw;
  assert_int_equal(pq_stanza_line(pq_view_of(text), &line, &flaw),
                   PQ_BAD_SYNTAX);
  assert_int_equal(flaw.at, at);
}

static void test_bad_lines(void **state) {
  (void)state;
  check_flaw("[Term", 0);
  check_flaw("[]", 1);
  check_flaw("  [Term", 2);
  check_flaw("  []", 3);
  check_flaw("name", 4);
  check_flaw("name apoptosis: x", 4);
  check_flaw("  : x", 2);
  check_flaw("\xCE\xB1: x", 0);
}

/* A term from lines that are all well formed. */
static void read_term(pq_arena *arena, const char *const *lines,
                      pq_obo_term *term) {
  *term = (pq_obo_term){.obsolete = false};
  for (; *lines; ++lines) {
    const pq_obo_line line = line_of(*lines);
    pq_flaw flaw;
    assert_int_equal(
        pq_stanza_take(arena, pq_view_of(*lines), &line, term, &flaw), PQ_OK);
  }
}

static const char *const apoptosis[] = {
    "id: GO:0006915 ! as in GO",
    "name: apoptotic process",
    "namespace: biological_process",
    "alt_id: GO:0008632",
    "def: \"A death, told in \\\"quotes\\\".\" [here:there]",
    "synonym: \"apoptosis\" NARROW []",
    "synonym: \"programmed cell death by apoptosis\" EXACT []",
    "synonym: \"a so-called \\\"suicide\\\"\" RELATED SLANG [PMID:1]",
    "synonym: \"killing\" BROAD []",
    "synonym: \"no scope\" []",
    "synonym: \"  \" EXACT []",
    "is_a: GO:0012501 {source=\"X:1\"} ! programmed cell death",
    "created_by: somebody",
    NULL};

static void test_term(void **state) {
  (void)state;
  pq_arena arena;
  pq_obo_term term;
  pq_arena_init(&arena, NULL, 0);
  read_term(&arena, apoptosis, &term);
  ASSERT_VIEW(term.id, "GO:0006915");
  ASSERT_VIEW(term.name, "apoptotic process");
  ASSERT_VIEW(term.space, "biological_process");
  assert_int_equal(term.others.n, 1);
  ASSERT_VIEW(term.others.at[0], "GO:0008632");
  assert_int_equal(term.parents.n, 1);
  ASSERT_VIEW(term.parents.at[0], "GO:0012501");
  assert_int_equal(term.synonyms.n, 5); /* the blank one is none */
  assert_int_equal(term.synonyms.at[0].scope, PQ_OBO_NARROW);
  ASSERT_VIEW(term.synonyms.at[1].text, "programmed cell death by apoptosis");
  assert_int_equal(term.synonyms.at[1].scope, PQ_OBO_EXACT);
  ASSERT_VIEW(term.synonyms.at[2].text, "a so-called \"suicide\"");
  assert_int_equal(term.synonyms.at[2].scope, PQ_OBO_RELATED);
  assert_int_equal(term.synonyms.at[3].scope, PQ_OBO_BROAD);
  assert_int_equal(term.synonyms.at[4].scope, PQ_OBO_RELATED);
  assert_false(term.obsolete);
  pq_arena_clear(&arena);
}

static void test_old_term(void **state) {
  (void)state;
  const char *const lines[] = {"exact_synonym: \"pTyr\" [x:y]",
                               "related_synonym: \"b\" []",
                               "narrow_synonym: \"c\" []",
                               "broad_synonym: \"d\" []",
                               "strange_synonym: not even quoted",
                               "is_obsolete: true",
                               NULL};
  pq_arena arena;
  pq_obo_term term;
  pq_arena_init(&arena, NULL, 0);
  read_term(&arena, lines, &term);
  assert_int_equal(term.synonyms.n, 4);
  assert_int_equal(term.synonyms.at[0].scope, PQ_OBO_EXACT);
  assert_int_equal(term.synonyms.at[1].scope, PQ_OBO_RELATED);
  assert_int_equal(term.synonyms.at[2].scope, PQ_OBO_NARROW);
  assert_int_equal(term.synonyms.at[3].scope, PQ_OBO_BROAD);
  assert_true(term.obsolete);
  pq_arena_clear(&arena);
}

static void check_bad_value(const char *text, size_t at) {
  pq_arena arena;
  pq_obo_term term = {.obsolete = false};
  pq_flaw flaw;
  pq_arena_init(&arena, NULL, 0);
  const pq_obo_line line = line_of(text);
  assert_int_equal(
      pq_stanza_take(&arena, pq_view_of(text), &line, &term, &flaw),
      PQ_BAD_SYNTAX);
  assert_int_equal(flaw.at, at);
  assert_int_equal(term.id.len + term.synonyms.n + term.parents.n, 0);
  pq_arena_clear(&arena);
}

static void test_bad_values(void **state) {
  (void)state;
  check_bad_value("id: two words", 4);
  check_bad_value("id:", 3);
  check_bad_value("is_a: ! only a comment", 6);
  check_bad_value("synonym: no quotes EXACT []", 9);
  check_bad_value("synonym: \"no end EXACT []", 9);
  check_bad_value("synonym: \"no end \\\"", 9);
  check_bad_value("synonym:", 8);
}

static void check_text(const char *value, const char *want) {
  pq_arena arena;
  pq_view got;
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(pq_stanza_text(&arena, pq_view_of(value), &got), PQ_OK);
  ASSERT_VIEW(got, want);
  pq_arena_clear(&arena);
}

static void test_text(void **state) {
  (void)state;
  check_text("plain", "plain");
  check_text("with ! a comment", "with");
  check_text("not \\! a comment", "not ! a comment");
  check_text("a! b", "a! b");
  check_text("with {a=\"b\"}", "with");
  check_text("5'-{[(x)]} name", "5'-{[(x)]} name");
  check_text("a {x} name", "a {x} name");
  check_text("a\\Wb\\:c\\\\d\\(e\\)\\,\\{", "a b:c\\d(e),{");
  check_text("one\\nline", "one line");
  check_text("ends with \\", "ends with \\");
  check_text("", "");
}

static pq_status term_with(void *user, pq_alloc *alloc) {
  (void)user;
  pq_arena arena;
  pq_obo_term term = {.obsolete = false};
  pq_status st = PQ_OK;
  pq_arena_init(&arena, alloc, 0);
  for (size_t i = 0; !st && apoptosis[i]; ++i) {
    const pq_obo_line line = line_of(apoptosis[i]);
    pq_flaw flaw;
    st = pq_stanza_take(&arena, pq_view_of(apoptosis[i]), &line, &term, &flaw);
  }
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_fail_each(term_with, NULL, PQ_OK) > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lines),         cmocka_unit_test(test_bad_lines),
      cmocka_unit_test(test_term),          cmocka_unit_test(test_old_term),
      cmocka_unit_test(test_bad_values),    cmocka_unit_test(test_text),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
