#include "test_lexicon_tables.h"

static const table_text tables[] = {
    CONCEPTS("FPLX:JAK\tfamily\tJAK\t9606\t\t\n"
             "HGNC:6192\tgene\tJAK2\t9606\t\t\n"
             "HGNC:6193\tgene\tJAK3\t9606\t\t\n"),
    NAMES("JAK\tFPLX:JAK\tcurated\tpath\t\n"
          "JAK2\tHGNC:6192\tname\tctx=a\t\n"
          "Ja-K2\tHGNC:6192\tsynonym\t\t\n"
          "p1\tHGNC:6192\tsynonym\tamb\t\n"
          "P1\tHGNC:6193\tformer\tamb\t\n"),
    MEMBERS("HGNC:6192\tisa\tFPLX:JAK\n")};

static void expect(pq_view told, const char *line) {
  const size_t n = strlen(line);
  for (size_t i = 0; i + n <= told.len; ++i) {
    if (memcmp(told.ptr + i, line, n) == 0) return;
  }
  fail_msg("no \"%s\" in:\n%.*s", line, (int)told.len, told.ptr);
}

static void test_counts(void **state) {
  (void)state;
  made m;
  pq_buf told;
  pq_buf_init(&told, NULL);
  make_lexicon(&m, tables, COUNT(tables));
  pq_lexicon_count(m.lex, &told);
  const pq_view text = pq_buf_view(&told);
  expect(text, "layer 0, written, ");
  /* Keys: jak; jak2 and "ja k2" for the dash; p1 for two genes. */
  expect(text, "  gene                   2         5         3\n");
  expect(text, "  family                 1         1         1\n");
  expect(text, "  all                    3         6         4\n");
  expect(text, "1 curated, 1 name, 3 synonym, 1 former\n");
  expect(text, "ambiguous keys: 1\n");
  expect(text, "members: 1  fusions: 0");
  pq_buf_clear(&told);
  unmake(&m);
}

static void test_sources(void **state) {
  (void)state;
  made m;
  pq_buf told;
  pq_lexicon *lex = NULL;
  pq_buf_init(&told, NULL);
  make_image(&m, tables, COUNT(tables));
  m.tables.sources = PQ_LIT("hgnc\tset.txt\t2024-10-18\tCC0-1.0\tabc\t9\t8\t7"
                            "\ntsv\tmine.tsv\t\t\tdef\t1\t1\t1\n");
  m.image.len = 0;
  assert_int_equal(pq_compile(&m.arena, &m.tables, &m.image), PQ_OK);
  const pq_lexicon_sources sources = {.image = pq_buf_view(&m.image)};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &lex), PQ_OK);
  pq_lexicon_count(lex, &told);
  expect(pq_buf_view(&told), "layer 0, imported, ");
  expect(pq_buf_view(&told), "  source hgnc set.txt, 2024-10-18, CC0-1.0\n"
                             "    SHA-256 abc\n"
                             "    rows 9, used 8, names 7\n"
                             "  source tsv mine.tsv\n"
                             "    SHA-256 def\n");
  pq_lexicon_close(lex);
  pq_buf_clear(&told);
  unmake(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_counts),
      cmocka_unit_test(test_sources),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
