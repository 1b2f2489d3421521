#include "scratch.h"
#include "test_lexicon_imports.h"

#include "lexicon/lexicon.h"

static const char genes[] =
    "hgnc_id\tsymbol\tname\talias_symbol\tuniprot_ids\n"
    "HGNC:11364\tSTAT3\tsignal transducer 3\tAPRF\tP40763\n"
    "HGNC:427\tALK\tALK receptor tyrosine kinase\tCD246\tQ9UM73\n";
static const char proteins[] = "Entry\tGene Names\n"
                               "P40763\tSTAT3 HIES\n"
                               "P00001\tNOB1\n";
static const char mine[] = "text\tid\tstatus\tflags\tnote\n"
                           "Trigger\tHGNC:11364\tcurated\tcs\t\n"
                           "ties that bind\tHGNC:427\tname\tctx=alk*\t\n";

static void test_kinds(void **state) {
  (void)state;
  size_t n = 0;
  for (const pq_import_kind *k = NULL; (k = pq_import_kind_at(n)); ++n) {
    assert_ptr_equal(pq_import_kind_of(pq_view_of(k->name)), k);
    assert_true(strlen(k->files) > 0);
    assert_non_null(k->read);
  }
  assert_true(n >= 6);
  assert_null(pq_import_kind_of(PQ_LIT("HGNC")));
  assert_null(pq_import_kind_of(PQ_LIT("")));
}

/* Files and folders, some of which are not there. */
static void test_paths(void **state) {
  (void)state;
  pq_scratch s;
  pq_heard h;
  pq_import_run *run = NULL;
  pq_heard_init(&h);
  pq_scratch_open(&s);
  const pq_import_kind *const famplex = pq_import_kind_of(PQ_LIT("famplex"));
  assert_int_equal(pq_import_open(NULL, NULL, &h.sink, &run), PQ_OK);
  assert_int_equal(pq_import_path(run, famplex, "/no/such"), PQ_BAD_READ);
  assert_int_equal(pq_import_path(run, famplex, s.folder), PQ_BAD_READ);
  assert_string_equal(h.at[1].code, "import.folder");
  (void)pq_scratch_file(&s, "relations.csv", PQ_LIT("HGNC,A,isa,FPLX,B\n"));
  (void)pq_scratch_file(&s, "entities.csv", PQ_LIT("B\n"));
  (void)pq_scratch_file(&s, "other.csv", PQ_LIT("not read\n"));
  assert_int_equal(pq_import_path(run, famplex, s.folder), PQ_OK);
  ASSERT_VIEW(pq_import_file_at(run, 0)->name, "entities.csv");
  ASSERT_VIEW(pq_import_file_at(run, 1)->name, "relations.csv");
  assert_null(pq_import_file_at(run, 2));
  pq_import_close(run);
  pq_scratch_close(&s);
}

/* Fifty bad lines are told one by one, the others are counted. */
static void test_many_bad_lines(void **state) {
  (void)state;
  imported m;
  pq_buf text;
  pq_buf_init(&text, NULL);
  pq_buf_text(&text, genes);
  for (size_t i = 0; i < 70; ++i) {
    pq_buf_text(&text, "HGNC:5\tfew\n");
  }
  pq_buf_char(&text, '\0');
  const fixture f = {"hgnc", "x", text.ptr};
  import_files(&m, &f, 1, NULL);
  assert_int_equal(m.file.n_bad, 70);
  assert_int_equal(m.file.n_used, 2);
  /* 50 lines, how many more, and the counts. */
  assert_int_equal(m.heard.n, 52);
  forget(&m);
  pq_buf_clear(&text);
}

/* Files with a cell that is too long, as HEAD, many of FILL, TAIL. */
static const struct {
  const char *kind, *name, *head, *fill, *tail;
  uint32_t line, used; /* line that is told; rows that are used */
} long_cells[] = {
    {"uniprot-tsv", "u.tsv",
     "Entry\tOrganism (ID)\tGene Names\nP00001\t9606\tNOB1\nP40763\t", "9",
     "\tSTAT3\n", 3, 1},
    {"ncbi-gene", "n", "tax_id\tGeneID\tSymbol\n9606\t1\tA1BG\n9606\t", "7",
     "\tSTAT3\n", 3, 1},
    {"uniprot-fasta", "u.fasta", ">P00001\nMAQ\n>P40763-", "1", "\nMAQ\n", 3,
     1},
    {"uniprot-fasta", "u.fasta", ">P00001\nMAQ\n>sp|P40763-2|X Isoform ", "of",
     " of Signal\nMAQ\n", 3, 1},
    {"reactome", "UniProt2Reactome.txt", "P00001\tR-HSA-5\tu\tn\te\ts\n", "",
     "", 0, 1},
    {"reactome", "ReactomePathwaysRelation.txt",
     "R-HSA-5\tR-HSA-6\nR-HSA-5\tR-HSA-", "7", "\n", 2, 1},
    {"famplex", "relations.csv", "FPLX,A,isa,FPLX,B\nFPLX,A,isa,FPLX,", "C",
     "\n", 2, 1},
    {"ncbi-names", "names.dmp",
     "9606\t|\tHomo sapiens\t|\t\t|\tscientific name\t|\n"
     "9606\t|\t",
     "man ", "\t|\t\t|\tcommon name\t|\n", 2, 2},
};

/* One bad cell is told with its line, and the rest of the file is used. */
static void test_long_cells(void **state) {
  (void)state;
  static const pq_import_options human = {.taxa = "9606"};
  for (size_t i = 0; i < sizeof long_cells / sizeof long_cells[0]; ++i) {
    imported m;
    pq_buf text;
    const bool taxa = !strcmp(long_cells[i].kind, "ncbi-names");
    pq_buf_init(&text, NULL);
    pq_buf_text(&text, long_cells[i].head);
    for (size_t k = 0; k < 70000 && long_cells[i].line; ++k) {
      pq_buf_text(&text, long_cells[i].fill);
    }
    pq_buf_text(&text, long_cells[i].tail);
    pq_buf_char(&text, '\0');
    const fixture f = {long_cells[i].kind, long_cells[i].name, text.ptr};
    import_files(&m, &f, 1, taxa ? &human : NULL);
    if (m.file.n_used != long_cells[i].used ||
        m.file.n_bad != (long_cells[i].line > 0) ||
        (m.file.n_bad && m.heard.at[0].line != long_cells[i].line)) {
      fail_msg("%zu: %u used, %u bad, line %u", i, (unsigned)m.file.n_used,
               (unsigned)m.file.n_bad, m.heard.at[0].line);
    }
    forget(&m);
    pq_buf_clear(&text);
  }
}

static void count_ticks(void *user, uint64_t n_rows) {
  uint64_t *const last = user;
  assert_true(n_rows > *last);
  *last = n_rows;
}

static void test_progress(void **state) {
  (void)state;
  imported m;
  uint64_t last = 0;
  pq_buf text;
  pq_buf_init(&text, NULL);
  pq_buf_text(&text, "hgnc_id\tsymbol\tname\n");
  for (unsigned i = 0; i < 9000; ++i) {
    pq_buf_format(&text, "HGNC:%u\tG%u\tgene %u\n", i, i, i);
  }
  pq_buf_char(&text, '\0');
  const fixture f = {"hgnc", "x", text.ptr};
  const pq_import_options options = {.tick = count_ticks, .user = &last};
  import_files(&m, &f, 1, &options);
  assert_true(last > 8000 && last <= 9001);
  forget(&m);
  pq_buf_clear(&text);
}

/* The order of files does not count, not even for the sources. */
static void test_file_order(void **state) {
  (void)state;
  imported a;
  imported b;
  const fixture one[] = {{"hgnc", "g", genes}, {"uniprot-tsv", "p", proteins}};
  const fixture two[] = {one[1], one[0]};
  import_files(&a, one, 2, NULL);
  import_files(&b, two, 2, NULL);
  assert_int_equal(a.bytes.len, b.bytes.len);
  assert_memory_equal(a.bytes.ptr, b.bytes.ptr, a.bytes.len);
  /* One gene, one id. */
  assert_int_equal(named(&a, "HIES", "HGNC:11364"), PQ_STATUS_SYNONYM);
  assert_int_equal(named(&a, "NOB1", "UniProt:P00001"), PQ_STATUS_NAME);
  assert_int_equal(pq_image_find(&a.im, PQ_LIT("UniProt:P40763")), UINT32_MAX);
  forget(&a);
  forget(&b);
}

/* Rows of one thing in several files: the xrefs of all. */
static void test_xrefs(void **state) {
  (void)state;
#define CONCEPT(xrefs)                    \
  "id\ttype\tlabel\ttaxon\txrefs\tnote\n" \
  "HGNC:427\tgene\tALK\t9606\t" xrefs "\t\n"
  imported m;
  const fixture files[] = {{"tsv", "a", CONCEPT("NCBIGene:238")},
                           {"tsv", "b", CONCEPT("UniProt:Q9UM73|NCBIGene:238")},
                           {"tsv", "c", CONCEPT("Ensembl:ENSG00000171094")}};
#undef CONCEPT
  import_files(&m, files, N_OF(files), NULL);
  const pq_image_concept *const c = thing(&m, "HGNC:427");
  ASSERT_VIEW(pq_image_text(&m.im, c->xrefs),
              "UniProt:Q9UM73|NCBIGene:238|Ensembl:ENSG00000171094");
  ASSERT_VIEW(pq_image_text(&m.im, c->accession), "Q9UM73");
  assert_int_equal(m.im.n[PQ_SECTION_CONCEPTS], 1);
  forget(&m);
}

static const char *keep(pq_scratch *s, const char *name, const imported *m) {
  return pq_scratch_file(s, name, pq_buf_view(&m->bytes));
}

/* Put images together: the same as importing all files at once. */
static void test_images(void **state) {
  (void)state;
  const fixture all[] = {{"hgnc", "g", genes},
                         {"uniprot-tsv", "p", proteins},
                         {"tsv", "names.tsv", mine}};
  imported parts[3];
  imported whole;
  imported merged;
  pq_scratch s;
  pq_import_run *run = NULL;
  static const char *const names[] = {"a.pqlx", "b.pqlx", "c.pqlx"};
  pq_scratch_open(&s);
  begin_import(&merged, NULL);
  assert_int_equal(pq_import_open(NULL, NULL, &merged.heard.sink, &run), PQ_OK);
  for (size_t i = 3; i-- > 0;) {
    import_files(&parts[i], &all[i], 1, NULL);
    assert_int_equal(pq_import_image(run, keep(&s, names[i], &parts[i])),
                     PQ_OK);
    forget(&parts[i]);
  }
  assert_int_equal(pq_import_finish(run, &merged.bytes), PQ_OK);
  pq_import_close(run);
  import_files(&whole, all, 3, NULL);
  assert_int_equal(merged.bytes.len, whole.bytes.len);
  assert_memory_equal(merged.bytes.ptr, whole.bytes.ptr, whole.bytes.len);
  forget(&whole);
  forget(&merged);
  pq_scratch_close(&s);
}

static void test_bad_images(void **state) {
  (void)state;
  imported m;
  pq_scratch s;
  pq_import_run *run = NULL;
  const fixture f = {"hgnc", "g", genes};
  pq_scratch_open(&s);
  import_files(&m, &f, 1, NULL);
  const char *const cut = pq_scratch_file(
      &s, "cut.pqlx", pq_view_head(pq_buf_view(&m.bytes), m.bytes.len - 8));
  m.bytes.ptr[m.bytes.len / 2] ^= 1;
  const char *const flipped = keep(&s, "bad.pqlx", &m);
  assert_int_equal(pq_import_open(NULL, NULL, &m.heard.sink, &run), PQ_OK);
  const size_t n = m.heard.n;
  assert_int_equal(pq_import_image(run, cut), PQ_BAD_READ);
  assert_int_equal(pq_import_image(run, flipped), PQ_BAD_READ);
  assert_int_equal(pq_import_image(run, "/no/such"), PQ_BAD_READ);
  assert_non_null(strstr(m.heard.at[n].text, "cut off"));
  assert_non_null(strstr(m.heard.at[n + 1].text, "damaged"));
  pq_import_close(run);
  forget(&m);
  pq_scratch_close(&s);
}

/* Things of other layers give their ids. */
static void test_known(void **state) {
  (void)state;
  imported g;
  imported m;
  pq_lexicon *known = NULL;
  const fixture f = {"hgnc", "g", genes};
  const fixture p = {"uniprot-tsv", "p", proteins};
  import_files(&g, &f, 1, NULL);
  const pq_lexicon_sources sources = {.image = pq_buf_view(&g.bytes)};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &known), PQ_OK);
  const pq_import_options options = {.known = known};
  import_files(&m, &p, 1, &options);
  assert_int_equal(named(&m, "HIES", "HGNC:11364"), PQ_STATUS_SYNONYM);
  forget(&m);
  pq_lexicon_close(known);
  forget(&g);
}

/* Once it is open, a lexicon asks for no memory. */
static void test_look_up_allocates_nothing(void **state) {
  (void)state;
  imported m;
  pq_scratch s;
  pq_lexicon *lex = NULL;
  pq_failing f = pq_failing_new(SIZE_MAX);
  const fixture files[] = {{"hgnc", "g", genes}, {"tsv", "names.tsv", mine}};
  pq_scratch_open(&s);
  import_files(&m, files, N_OF(files), NULL);
  const char *const path = keep(&s, "a.pqlx", &m);
  const pq_lexicon_sources sources = {.overlays = &path, .n_overlays = 1};
  assert_int_equal(pq_lexicon_open(&f.base, &sources, NULL, &lex), PQ_OK);
  const size_t before = f.n_calls;
  f.n_left = 0;
  static const char *const texts[] = {
      "STAT3", "ALK", "stat-3s", "Trigger", "ALK receptor tyrosine kinase",
      "nobody"};
  for (size_t i = 0; i < N_OF(texts); ++i) {
    pq_found found;
    pq_lexicon_find_text(lex, pq_view_of(texts[i]), PQ_LIT("9606"), &found);
    /* The plural is the scanner's to cut. */
    assert_int_equal(found.n_readings, i == 2 || i == 5 ? 0 : 1);
  }
  assert_int_equal(f.n_calls, before);
  pq_lexicon_close(lex);
  forget(&m);
  pq_scratch_close(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_kinds),
      cmocka_unit_test(test_paths),
      cmocka_unit_test(test_progress),
      cmocka_unit_test(test_many_bad_lines),
      cmocka_unit_test(test_long_cells),
      cmocka_unit_test(test_file_order),
      cmocka_unit_test(test_images),
      cmocka_unit_test(test_bad_images),
      cmocka_unit_test(test_known),
      cmocka_unit_test(test_xrefs),
      cmocka_unit_test(test_look_up_allocates_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
