#include "test_lexicon_imports.h"

/* Columns and rows in another order than our tables want; comments; lines that
 * are bad each in its own way. */
static const char names[] = "# of mine\n"
                            "ID\tText\tstatus\tflags\tnote\n"
                            "HGNC:427\tthe kinase of mine\tcurated\tci\t\n"
                            "HGNC:11364\tTrigger\tsynonym\tcs,ctx=alk*\tx\n"
                            "HGNC:427\tBad\tofficial\t\t\n"
                            "\n"
                            "HGNC:427\tBad\tname\t\n"
                            "HGNC:427\t\tname\t\t\n"
                            "HGNC:427\ttwo  blanks\tname\t\t\n";
static const char concepts[] = "id\ttype\tlabel\ttaxon\txrefs\tnote\n"
                               "HGNC:427\tgene\tALK\t9606\tUniProt:Q9UM73\t\n";
static const char deny[] = "text\tid\tcontext\treason\n"
                           "Trigger\t*\tgun\ta word\n";

static const fixture files[] = {{"tsv", "names.tsv", names},
                                {"tsv", "concepts.tsv", concepts},
                                {"tsv", "deny.tsv", deny}};

static void test_rows(void **state) {
  (void)state;
  imported m;
  import_files(&m, files, N_OF(files), NULL);
  assert_int_equal(named(&m, "the kinase of mine", "HGNC:427"),
                   PQ_STATUS_CURATED);
  const pq_image_entry *const e = entry_of(&m, "Trigger", "HGNC:11364");
  assert_non_null(e);
  assert_int_equal(e->flags, PQ_NAME_CASE | PQ_NAME_CONTEXT);
  ASSERT_VIEW(pq_image_context(&m.im, (uint32_t)(e - m.im.entries)), "alk*");
  /* Another layer may know it. */
  assert_int_equal(thing(&m, "HGNC:11364")->type, PQ_IMAGE_STUB);
  assert_int_equal(thing(&m, "HGNC:427")->type, PQ_CONCEPT_GENE);
  assert_int_equal(m.im.n[PQ_SECTION_DENY], 1);
  forget(&m);
}

static void test_bad_lines(void **state) {
  (void)state;
  imported m;
  import_files(&m, files, 1, NULL);
  assert_told(&m, 0, 5, 14, "status");
  assert_told(&m, 1, 7, 1, "4 cells, where 5 belong");
  assert_told(&m, 2, 8, 10, "may not be empty");
  assert_told(&m, 3, 9, 10, "blank");
  assert_int_equal(m.file.n_bad, 4);
  assert_int_equal(m.file.n_read, 6);
  assert_int_equal(m.file.n_used, 2);
  assert_int_equal(m.file.n_names, 2);
  forget(&m);
}

static void test_header(void **state) {
  (void)state;
  static const char *const bad[] = {"", "# only this\n", "text\tid\tstatus\n",
                                    "text\ttext\tid\tstatus\tflags\n"};
  for (size_t i = 0; i < N_OF(bad); ++i) {
    imported m;
    const fixture f = {"tsv", "x", bad[i]};
    begin_import(&m, NULL);
    assert_int_equal(import_with(NULL, &f, 1, NULL, &m), PQ_BAD_SYNTAX);
    assert_string_equal(m.heard.at[0].code, "import.header");
    forget(&m);
  }
}

/* The place is that of the header, behind comments. */
static void test_header_line(void **state) {
  (void)state;
  imported m;
  const fixture f = {"tsv", "x", "# a\n# b\ntext\tid\n"};
  begin_import(&m, NULL);
  assert_int_equal(import_with(NULL, &f, 1, NULL, &m), PQ_BAD_SYNTAX);
  assert_int_equal(m.heard.at[0].line, 3);
  forget(&m);
}

/* A note is for people, whatever it says. */
static void test_notes_say_nothing(void **state) {
  (void)state;
  static const char *const notes[] = {"joined", "other"};
  for (size_t i = 0; i < N_OF(notes); ++i) {
    imported m;
    pq_buf text;
    pq_buf_init(&text, NULL);
    pq_buf_format(&text,
                  "id\ttype\tlabel\ttaxon\txrefs\tnote\n"
                  "PQ:x\tgene\tA1\t9606\t\t%s\n"
                  "PQ:x\tgene\tA2\t9606\t\t\n",
                  notes[i]);
    pq_buf_char(&text, '\0');
    const fixture f = {"tsv", "x", text.ptr};
    import_files(&m, &f, 1, NULL);
    ASSERT_VIEW(pq_image_text(&m.im, thing(&m, "PQ:x")->label), "A1");
    forget(&m);
    pq_buf_clear(&text);
  }
}

static void test_order(void **state) {
  (void)state;
  check_turned(files, 1, 2);
}

static void test_no_memory(void **state) {
  (void)state;
  check_no_memory(files, N_OF(files));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rows),
      cmocka_unit_test(test_bad_lines),
      cmocka_unit_test(test_header),
      cmocka_unit_test(test_header_line),
      cmocka_unit_test(test_notes_say_nothing),
      cmocka_unit_test(test_order),
      cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
