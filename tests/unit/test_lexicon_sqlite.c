#include <stdio.h>

#ifndef PQ_WITH_SQLITE

int main(void) {
  (void)puts("SKIP: built without libsqlite3");
  return 77;
}

#else

#  include "scratch.h"
#  include "test_lexicon_sources.h"
#  include "test_lexicon_tables.h"

#  include <sqlite3.h>

/* Few genes in the tables of org.Hs.eg.db.  3 is no protein; 4 has two
 * accessions; 5 is unknown to HGNC. */
static const char genes[] =
    "CREATE TABLE metadata (name VARCHAR(80) PRIMARY KEY, value VARCHAR(255));"
    "INSERT INTO metadata VALUES ('EGSOURCEDATE', '2022-Sep12'),"
    "  ('GOSOURCEDATE', '2022-07-01'), ('TAXID', '9606');"
    "CREATE TABLE genes (_id INTEGER PRIMARY KEY, gene_id VARCHAR(10));"
    "INSERT INTO genes VALUES (1, '6774'), (2, '238'), (3, '9999'),"
    "  (4, '3718'), (5, '77');"
    "CREATE TABLE gene_info (_id INTEGER, gene_name VARCHAR(255),"
    "  symbol VARCHAR(80));"
    "INSERT INTO gene_info VALUES"
    "  (1, 'signal transducer and activator of transcription 3', 'STAT3'),"
    "  (2, 'ALK receptor tyrosine kinase', 'ALK'),"
    "  (3, 'a pseudogene', 'PSEUDO1'), (4, 'Janus kinase 3', 'JAK3'),"
    "  (5, 'a new gene', 'NEW1');"
    "CREATE TABLE genetype (_id INTEGER, gene_type VARCHAR(20));"
    "INSERT INTO genetype VALUES (1, 'protein-coding'),"
    "  (2, 'protein-coding'), (3, 'pseudo'), (4, 'protein-coding');"
    "CREATE TABLE alias (_id INTEGER, alias_symbol VARCHAR(80));"
    "INSERT INTO alias VALUES (5, 'NOVA9'), (1, 'APRF'), (1, 'STAT3'),"
    "  (3, 'PSA'), (2, 'CD246'), (7, 'ORPHAN');"
    "CREATE TABLE uniprot (_id INTEGER, uniprot_id VARCHAR(20));"
    "INSERT INTO uniprot VALUES (1, 'P40763'), (4, 'P52333'),"
    "  (4, 'A0A024R7M7');";

static const char go[] =
    "CREATE TABLE metadata (name VARCHAR(80) PRIMARY KEY, value VARCHAR(255));"
    "INSERT INTO metadata VALUES ('GOSOURCEDATE', '2022-07-01');"
    "CREATE TABLE go_term (_id INTEGER PRIMARY KEY, go_id CHAR(10),"
    "  term VARCHAR(255), ontology VARCHAR(9));"
    "INSERT INTO go_term VALUES"
    "  (1, 'GO:0006915', 'apoptotic process', 'BP'),"
    "  (2, 'GO:0004714', 'receptor tyrosine kinase activity', 'MF'),"
    "  (3, 'GO:0032991', 'protein-containing complex', 'CC'),"
    "  (4, 'GO:0034464', 'BBSome', 'CC'), (5, 'GO:0005634', 'nucleus', 'CC'),"
    "  (6, 'all', 'all', 'universal');"
    "CREATE TABLE go_synonym (_id INTEGER, synonym VARCHAR(255),"
    "  secondary CHAR(10), like_go_id SMALLINT);"
    "INSERT INTO go_synonym VALUES (1, 'apoptosis', '', 0),"
    "  (1, 'GO:0008632', 'GO:0008632', 1), (1, 'GO:0006917', 'GO:0006917', 1),"
    "  (2, 'EGFR', '', 0);"
    "CREATE TABLE go_cc_offspring (_id INTEGER, _offspring_id INTEGER);"
    "INSERT INTO go_cc_offspring VALUES (3, 4);";

/* The bytes of a file that these statements make; the caller frees them. */
static char *make_bytes(const char *sql, size_t *len) {
  sqlite3 *db = NULL;
  sqlite3_int64 n = 0;
  assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
  assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
  unsigned char *const bytes = sqlite3_serialize(db, "main", &n, 0);
  assert_non_null(bytes);
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
  *len = (size_t)n;
  return (char *)bytes;
}

static pq_status import_sql(imported *m, const char *sql) {
  size_t n = 0;
  char *const bytes = make_bytes(sql, &n);
  const pq_status st = import_bytes(m, pq_read_sqlite, (pq_view){bytes, n});
  sqlite3_free(bytes);
  return st;
}

static void test_genes(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  assert_int_equal(import_sql(&m, genes), PQ_OK);
  assert_int_equal(m.heard.n, 0);
  assert_string_equal(m.file.release, "2022-Sep12");
  assert_int_equal(m.file.n_read, 5);
  assert_int_equal(m.file.n_used, 4); /* of 5 the type is not told */
  check_concept(&m, "NCBIGene:6774", "gene", "STAT3", "9606", "UniProt:P40763");
  check_concept(&m, "NCBIGene:238", "gene", "ALK", "9606", "");
  check_concept(&m, "NCBIGene:3718", "gene", "JAK3", "9606", "");
  check_name(&m, "NCBIGene:6774", "STAT3", "name");
  check_name(&m, "NCBIGene:6774",
             "signal transducer and activator of transcription 3", "name");
  check_name(&m, "NCBIGene:6774", "APRF", "synonym");
  check_name(&m, "NCBIGene:238", "CD246", "synonym");
  check_name(&m, "NCBIGene:77", "NOVA9", "synonym");
  assert_null(concept_of(&m, "NCBIGene:9999"));
  assert_int_equal(n_rows(&m, PQ_TABLE_NAMES), 11);
  imported_end(&m);
}

static void test_all_loci(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  m.options.all_loci = true;
  assert_int_equal(import_sql(&m, genes), PQ_OK);
  check_concept(&m, "NCBIGene:9999", "gene", "PSEUDO1", "9606", "");
  check_name(&m, "NCBIGene:9999", "PSA", "synonym");
  imported_end(&m);
}

/* Older packages have fewer tables. */
static void test_few_tables(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  assert_int_equal(import_sql(&m,
                              "CREATE TABLE genes (_id INTEGER, gene_id TEXT);"
                              "INSERT INTO genes VALUES (1, '6774'), (2, 'x');"
                              "CREATE TABLE gene_info (_id, gene_name, symbol);"
                              "INSERT INTO gene_info VALUES (1, NULL, 'STAT3'),"
                              "  (2, 'b', 'B');"),
                   PQ_OK);
  assert_int_equal(n_rows(&m, PQ_TABLE_CONCEPTS), 1);
  check_concept(&m, "NCBIGene:6774", "gene", "STAT3", "-", "");
  assert_int_equal(m.file.n_bad, 1);
  check_wrong(&m, 0, 2, 1); /* the row stands for the line */
  imported_end(&m);
}

/* Import beside a lexicon that is there; the image goes to a file. */
static const char *import_beside(const pq_lexicon *known, pq_scratch *s) {
  const pq_import_options options = {.known = known};
  const pq_import_kind *const kind = pq_import_kind_of(PQ_LIT("sqlite"));
  pq_import_run *run = NULL;
  pq_buf image;
  size_t n = 0;
  char *const bytes = make_bytes(genes, &n);
  pq_buf_init(&image, NULL);
  assert_non_null(kind);
  assert_int_equal(pq_import_open(NULL, &options, NULL, &run), PQ_OK);
  assert_int_equal(pq_import_bytes(run, kind, "f", (pq_view){bytes, n}), PQ_OK);
  assert_int_equal(pq_import_finish(run, &image), PQ_OK);
  pq_import_close(run);
  const char *const path =
      pq_scratch_file(s, "genes.pqlx", pq_buf_view(&image));
  pq_buf_clear(&image);
  sqlite3_free(bytes);
  return path;
}

/* Genes that are known by their number get the id they are known by. */
static void test_joined(void **state) {
  (void)state;
  const table_text texts[] = {
      CONCEPTS("HGNC:11364\tgene\tSTAT3\t9606\tNCBIGene:6774\t\n"),
      NAMES("STAT3\tHGNC:11364\tname\t\t\n")};
  made m;
  pq_scratch s;
  pq_lexicon *lex = NULL;
  pq_found found;
  pq_scratch_open(&s);
  make_lexicon(&m, texts, 2);
  const char *const path = import_beside(m.lex, &s);
  const pq_lexicon_sources sources = {
      .image = pq_buf_view(&m.image), .overlays = &path, .n_overlays = 1};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &lex), PQ_OK);
  pq_lexicon_find_text(lex, PQ_LIT("APRF"), PQ_LIT("9606"), &found);
  assert_int_equal(found.n_readings, 1);
  ASSERT_VIEW(found.readings[0].id, "HGNC:11364");
  pq_lexicon_find_text(lex, PQ_LIT("NOVA9"), PQ_LIT("9606"), &found);
  assert_int_equal(found.n_readings, 1);
  ASSERT_VIEW(found.readings[0].id, "NCBIGene:77");
  pq_lexicon_close(lex);
  unmake(&m);
  pq_scratch_close(&s);
}

static void test_go(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  assert_int_equal(import_sql(&m, go), PQ_OK);
  assert_string_equal(m.file.release, "2022-07-01");
  assert_int_equal(m.file.n_read, 6);
  assert_int_equal(m.file.n_used, 5);
  check_concept(&m, "GO:0006915", "process", "apoptotic process", "-",
                "GO:0006917|GO:0008632");
  check_concept(&m, "GO:0004714", "class", "receptor tyrosine kinase activity",
                "-", "");
  check_concept(&m, "GO:0034464", "complex", "BBSome", "-", "");
  check_concept(&m, "GO:0005634", "compartment", "nucleus", "-", "");
  check_name(&m, "GO:0006915", "apoptotic process", "name");
  /* Left: names whose scope is not told, and what molecules do. */
  assert_int_equal(n_rows(&m, PQ_TABLE_NAMES), 4);
  assert_null(concept_of(&m, "all"));
  imported_end(&m);
}

static void test_file(void **state) {
  (void)state;
  pq_scratch s;
  imported m;
  pq_input in;
  pq_scratch_open(&s);
  size_t n = 0;
  char *const bytes = make_bytes(genes, &n);
  const char *const path =
      pq_scratch_file(&s, "a b%?.sqlite", (pq_view){bytes, n});
  sqlite3_free(bytes);
  imported_begin(&m, NULL);
  pq_importer im = {.arena = &m.arena,
                    .tables = &m.tables,
                    .options = &m.options,
                    .input = &in,
                    .line = {"", 0}};
  assert_int_equal(pq_input_open(&in, NULL, path, NULL), PQ_OK);
  assert_int_equal(pq_read_sqlite(&im), PQ_OK);
  pq_input_close(&in);
  check_name(&m, "NCBIGene:6774", "APRF", "synonym");
  imported_end(&m);
  pq_scratch_close(&s);
}

static void check_refused_sql(const char *sql) {
  imported m;
  imported_begin(&m, NULL);
  assert_int_equal(import_sql(&m, sql), PQ_BAD_SYNTAX);
  assert_non_null(pq_heard_find(&m.heard, "import.sqlite"));
  imported_end(&m);
}

static void test_refused(void **state) {
  (void)state;
  check_refused_sql("CREATE TABLE songs (title);");
  check_refused_sql("CREATE TABLE genes (number);");
  check_refused_sql("CREATE TABLE go_term (name);");
  /* A view may compute for ever; it is no table. */
  check_refused_sql("CREATE VIEW go_term AS SELECT 1 AS _id, 'GO:1' AS go_id,"
                    " 'x y' AS term, 'BP' AS ontology;");
  check_refused(pq_read_sqlite, "SQLite format 3 and no more", "import.sqlite");
  check_refused(pq_read_sqlite, "some text\n", "import.sqlite");
}

static void test_text_that_is_none(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  assert_int_equal(
      import_sql(&m, "CREATE TABLE go_term (_id, go_id, term, ontology);"
                     "INSERT INTO go_term VALUES"
                     "  (1, 'GO:0000001', CAST(X'FF20' AS TEXT), 'BP'),"
                     "  (2, 'GO:0000002', X'00', 'BP'), (3, NULL, 'x', 'BP'),"
                     "  (4, 'GO:0000004', 'fine term', 'BP');"),
      PQ_OK);
  assert_int_equal(n_rows(&m, PQ_TABLE_CONCEPTS), 1);
  assert_int_equal(m.file.n_bad, 2);
  check_wrong(&m, 0, 1, 1);
  check_wrong(&m, 1, 2, 1);
  imported_end(&m);
}

/* What is damaged is refused or read, and never more. */
static void test_damage(void **state) {
  (void)state;
  size_t n = 0;
  char *const bytes = make_bytes(genes, &n);
  for (size_t i = 16; i < n; i += 37) {
    imported m;
    const char was = bytes[i];
    bytes[i] = (char)((unsigned char)was ^ 0x55U);
    imported_begin(&m, NULL);
    const pq_status st = import_bytes(&m, pq_read_sqlite, (pq_view){bytes, n});
    assert_true(!st || st == PQ_BAD_SYNTAX || st == PQ_BAD_READ);
    imported_end(&m);
    bytes[i] = was;
  }
  sqlite3_free(bytes);
}

static pq_status import_view(void *user, pq_alloc *alloc) {
  const pq_view *const bytes = user;
  imported m;
  imported_begin(&m, alloc);
  const pq_status st = import_bytes(&m, pq_read_sqlite, *bytes);
  imported_end(&m);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  const char *const all[] = {genes, go};
  for (size_t i = 0; i < 2; ++i) {
    size_t n = 0;
    char *const held = make_bytes(all[i], &n);
    pq_view bytes = {held, n};
    assert_true(pq_fail_each(import_view, &bytes, PQ_OK) > 0);
    sqlite3_free(held);
  }
}

/* The library has memory of its own. */
static void test_library_out_of_memory(void **state) {
  (void)state;
  size_t n = 0;
  char *const held = make_bytes(genes, &n);
  pq_view bytes = {held, n};
  pq_status st = PQ_NO_MEM;
  size_t n_failed = 0;
  const sqlite3_int64 used = sqlite3_memory_used();
  for (sqlite3_int64 more = 1; st && more < 1 << 22; more += more / 4 + 512) {
    (void)sqlite3_hard_heap_limit64(used + more);
    st = import_view(&bytes, NULL);
    assert_true(!st || st == PQ_NO_MEM);
    n_failed += st != PQ_OK;
  }
  (void)sqlite3_hard_heap_limit64(0);
  assert_int_equal(st, PQ_OK);
  assert_true(n_failed > 1);
  sqlite3_free(held);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_genes),
      cmocka_unit_test(test_all_loci),
      cmocka_unit_test(test_joined),
      cmocka_unit_test(test_few_tables),
      cmocka_unit_test(test_go),
      cmocka_unit_test(test_file),
      cmocka_unit_test(test_refused),
      cmocka_unit_test(test_text_that_is_none),
      cmocka_unit_test(test_damage),
      cmocka_unit_test(test_out_of_memory),
      cmocka_unit_test(test_library_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

#endif
