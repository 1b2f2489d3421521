#include "failing.h"
#include "heard.h"
#include "scratch.h"
#include "unit.h"

#include "lexicon/image.h"
#include "lexicon/import/import.h"

/* An import of one file in memory, opened. */
typedef struct imported {
  pq_import_run *run;
  pq_buf bytes;
  pq_image im;
  pq_heard heard;
} imported;

static void import_text(imported *x, const char *text, const char *taxa) {
  const pq_import_kind *const kind = pq_import_kind_of(PQ_LIT("uniprot-fasta"));
  const pq_import_options options = {.taxa = taxa};
  pq_heard_init(&x->heard);
  pq_buf_init(&x->bytes, NULL);
  assert_non_null(kind);
  assert_int_equal(pq_import_open(NULL, &options, &x->heard.sink, &x->run),
                   PQ_OK);
  assert_int_equal(pq_import_bytes(x->run, kind, "a.fasta", pq_view_of(text)),
                   PQ_OK);
  assert_int_equal(pq_import_finish(x->run, &x->bytes), PQ_OK);
  assert_int_equal(
      pq_image_open(PQ_LIT("x"), pq_buf_view(&x->bytes), NULL, &x->im), PQ_OK);
}

static void drop(imported *x) {
  pq_import_close(x->run);
  pq_buf_clear(&x->bytes);
}

/* "P40763 MAY; P40763-2 Short MA; " of all sequences, in their order. */
static void check(const imported *x, const char *want) {
  pq_buf out;
  pq_buf_init(&out, NULL);
  for (uint32_t i = 0; i < x->im.n[PQ_SECTION_SEQUENCES]; ++i) {
    const pq_image_sequence *const row = &x->im.sequences[i];
    pq_buf_put(&out, pq_image_text(&x->im, row->accession));
    pq_buf_char(&out, ' ');
    pq_buf_put(&out, pq_image_text(&x->im, row->name));
    if (row->name) pq_buf_char(&out, ' ');
    for (uint32_t k = 1; k <= row->length; ++k) {
      pq_buf_char(&out, pq_image_acid(&x->im, row, k));
    }
    pq_buf_text(&out, "; ");
  }
  ASSERT_VIEW(pq_buf_view(&out), want);
  pq_buf_clear(&out);
}

static void check_counts(const imported *x, uint64_t read, uint64_t used,
                         uint64_t bad) {
  const pq_import_file *const f = pq_import_file_at(x->run, 0);
  assert_int_equal(f->n_read, read);
  assert_int_equal(f->n_used, used);
  assert_int_equal(f->n_bad, bad);
}

/* An invented protein of 61 residues and an isoform of it. */
static const char whole[] =
    ">sp|P40763|STAT3_HUMAN Invented OS=Homo sapiens OX=9606 GN=STAT3 PE=1 "
    "SV=2\n"
    "MAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
    "Y\n"
    ">sp|P40763-2|STAT3_HUMAN Isoform Del-701 of Invented OS=Homo sapiens "
    "OX=9606 GN=STAT3\n"
    "MAY\n"
    ">tr|A0A024R1R8|A0A024R1R8_HUMAN Other OS=Homo sapiens OX=9606\n"
    "MU\n";

static void test_entries(void **state) {
  (void)state;
  imported x;
  import_text(&x, whole, NULL);
  check(&x, "A0A024R1R8 MU; P40763 MAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            "AAAAAAAAAAAAAAAAAAY; P40763-2 Del-701 MAY; ");
  check_counts(&x, 3, 3, 0);
  assert_int_equal(x.im.n[PQ_SECTION_ENTRIES], 0);
  drop(&x);
}

/* Bare heads, lower case, blanks, comments, CR LF, a stop, no last LF. */
static void test_forms(void **state) {
  (void)state;
  imported x;
  import_text(
      &x, ";a comment\r\n>P11111 what\r\nma y\r\n\r\nga*\r\n>Q99999-12\r\nMC",
      NULL);
  check(&x, "P11111 MAYGA; Q99999-12 MC; ");
  check_counts(&x, 2, 2, 0);
  drop(&x);
}

static void test_left_out(void **state) {
  (void)state;
  imported x;
  import_text(&x,
              ">sp|P11111|A Part (Fragment) OS=Homo sapiens OX=9606\nMA\n"
              ">sp|P11112|A Part (Fragments) OS=Homo sapiens OX=9606\nMA\n"
              ">sp|P11113|A Whole (Fragment) binder OS=Mus OX=10090 GN=A\nMC\n"
              ">sp|P11114|A Part (Fragment)\nMA\n"
              ">sp|P11115|A Whole OS=Homo sapiens OX=9606\nMD\n",
              NULL);
  check(&x, "P11113 MC; P11115 MD; ");
  check_counts(&x, 5, 2, 0);
  drop(&x);
  import_text(&x,
              ">sp|P11113|A Whole OS=Mus OX=10090 GN=A\nMC\n"
              ">sp|P11115|A Whole OS=Homo sapiens OX=9606\nMD\n"
              ">P11116\nME\n",
              "9606,7227");
  check(&x, "P11115 MD; P11116 ME; "); /* of which nothing is said: wanted */
  drop(&x);
}

static void check_wrong(const char *text, uint32_t line, uint32_t column,
                        const char *words) {
  imported x;
  pq_buf all;
  pq_buf_init(&all, NULL);
  pq_buf_text(&all, text);
  pq_buf_text(&all, "\n>P11111\nMA\n");
  pq_buf_char(&all, '\0');
  import_text(&x, all.ptr, NULL);
  const pq_heard_note *const n = pq_heard_find(&x.heard, "import.line");
  assert_non_null(n);
  assert_int_equal(n->severity, PQ_NOTE_ERROR);
  assert_int_equal(n->line, line);
  assert_int_equal(n->column, column);
  if (!strstr(n->text, words)) fail_msg("%s", n->text);
  check(&x, "P11111 MA; "); /* what follows is read */
  assert_int_equal(pq_import_file_at(x.run, 0)->n_bad, 1);
  drop(&x);
  pq_buf_clear(&all);
}

static void test_wrong_lines(void **state) {
  (void)state;
  check_wrong("MA", 1, 1, "before the first line");
  check_wrong(">sp|4P0763|X\nMA", 1, 5, "an entry begins with");
  check_wrong(">\nMA", 1, 2, "an entry begins with");
  check_wrong(">sp|P40763-|X\nMA", 1, 5, "an entry begins with");
  check_wrong(">sp|P40763|X\nMA\nA1A\nM2", 3, 2, "no letter of a residue");
  check_wrong(">sp|P40763|X\nM*A", 2, 2, "no letter of a residue");
  check_wrong(">sp|P40763|X", 1, 1, "no residues");
  /* An entry without one of its lines would have other numbers. */
  check_wrong(">sp|P40763|X\nMA\nA\xFF\nMA", 3, 2, "no UTF-8");
}

static void test_accession_twice(void **state) {
  (void)state;
  imported x;
  import_text(&x,
              ">P11111\nMC\n>P11111\nMA\n>P11111\nMC\n>P11112\nM\n>P11112\nM",
              NULL);
  check(&x, "P11111 MA; P11112 M; ");
  const pq_heard_note *const n =
      pq_heard_find(&x.heard, "import.sequence-twice");
  assert_non_null(n);
  assert_int_equal(n->severity, PQ_NOTE_WARN);
  assert_non_null(strstr(n->text, "P11111"));
  for (size_t i = 0; i < x.heard.n; ++i) {
    assert_null(strstr(x.heard.at[i].text, "P11112"));
  }
  drop(&x);
}

static void test_too_long(void **state) {
  (void)state;
  imported x;
  pq_buf text;
  pq_buf_init(&text, NULL);
  pq_buf_text(&text, ">P11111\n");
  for (size_t i = 0; i < 1000001; ++i) {
    pq_buf_char(&text, 'A');
    if (i % 60000 == 59999) pq_buf_char(&text, '\n');
  }
  pq_buf_text(&text, "\n>P11112\nMA\n");
  pq_buf_char(&text, '\0');
  import_text(&x, text.ptr, NULL);
  check(&x, "P11112 MA; ");
  const pq_heard_note *const n = pq_heard_find(&x.heard, "import.line");
  assert_non_null(n);
  assert_int_equal(n->line, 1);
  drop(&x);
  pq_buf_clear(&text);
}

static pq_status import_with(void *user, pq_alloc *alloc) {
  (void)user;
  pq_status st = PQ_OK;
  pq_import_run *run = NULL;
  pq_buf out;
  PQ_TRY(st, pq_import_open(alloc, NULL, NULL, &run));
  pq_buf_init(&out, alloc);
  st = pq_import_bytes(run, pq_import_kind_of(PQ_LIT("uniprot-fasta")),
                       "a.fasta", pq_view_of(whole));
  if (!st) st = pq_import_finish(run, &out);
  pq_buf_clear(&out);
  pq_import_close(run);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_fail_each(import_with, NULL, PQ_OK) > 5);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_entries),
      cmocka_unit_test(test_forms),
      cmocka_unit_test(test_left_out),
      cmocka_unit_test(test_wrong_lines),
      cmocka_unit_test(test_accession_twice),
      cmocka_unit_test(test_too_long),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
