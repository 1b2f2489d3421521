/* Importers over files that stand in a test: which rows do they make? */
#ifndef PQ_TESTS_UNIT_TEST_LEXICON_SOURCES_H
#define PQ_TESTS_UNIT_TEST_LEXICON_SOURCES_H

#include "failing.h"
#include "heard.h"
#include "unit.h"

#include "lexicon/import/kinds.h"
#include "lexicon/import/source.h"

/** What was read; made by imported_begin. */
typedef struct imported {
  pq_arena arena;
  pq_tables tables;
  pq_import_options options;
  pq_heard heard;
  pq_import_file file; /* of the last file */
} imported;

typedef pq_status reader(pq_importer *im);

static inline void imported_begin(imported *m, pq_alloc *alloc) {
  pq_arena_init(&m->arena, alloc, 0);
  m->tables = (pq_tables){.at = {{.file = {"", 0}}}};
  m->options = (pq_import_options){.taxa = NULL};
  pq_heard_init(&m->heard);
}

static inline void imported_end(imported *m) {
  pq_arena_clear(&m->arena);
}

/** Read one file more. */
static inline pq_status import_bytes(imported *m, reader *read, pq_view bytes) {
  pq_input in;
  pq_importer im = {.arena = &m->arena,
                    .tables = &m->tables,
                    .options = &m->options,
                    .sink = &m->heard.sink,
                    .input = &in,
                    .line = {"", 0}};
  im.file.name = PQ_LIT("f");
  pq_status st = pq_input_bytes(&in, m->arena.alloc, "f", bytes);
  if (!st) st = read(&im);
  m->file = im.file;
  pq_input_close(&in);
  return st;
}

static inline void import_text(imported *m, reader *read, const char *text) {
  assert_int_equal(import_bytes(m, read, pq_view_of(text)), PQ_OK);
}

static inline uint32_t n_rows(const imported *m, pq_table_id table) {
  return m->tables.at[table].rows.n;
}

/** The only row of concepts with this id, or NULL; two fail the test. */
static inline const pq_view *concept_of(const imported *m, const char *id) {
  const pq_table *const t = &m->tables.at[PQ_TABLE_CONCEPTS];
  const pq_view *found = NULL;
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    if (!pq_view_same(cell[PQ_CONCEPTS_ID], pq_view_of(id))) continue;
    assert_null(found);
    found = cell;
  }
  return found;
}

static inline void check_concept(const imported *m, const char *id,
                                 const char *type, const char *label,
                                 const char *taxon, const char *xrefs) {
  const pq_view *const cell = concept_of(m, id);
  if (!cell) {
    fail_msg("there is no %s", id);
    return;
  }
  ASSERT_VIEW(cell[PQ_CONCEPTS_TYPE], type);
  ASSERT_VIEW(cell[PQ_CONCEPTS_LABEL], label);
  ASSERT_VIEW(cell[PQ_CONCEPTS_TAXON], taxon);
  ASSERT_VIEW(cell[PQ_CONCEPTS_XREFS], xrefs);
}

/** The first row of names with this id and text, or NULL. */
static inline const pq_view *name_of(const imported *m, const char *id,
                                     const char *text) {
  const pq_table *const t = &m->tables.at[PQ_TABLE_NAMES];
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    if (pq_view_same(cell[PQ_NAMES_ID], pq_view_of(id)) &&
        pq_view_same(cell[PQ_NAMES_TEXT], pq_view_of(text))) {
      return cell;
    }
  }
  return NULL;
}

static inline void check_name(const imported *m, const char *id,
                              const char *text, const char *status) {
  const pq_view *const cell = name_of(m, id, text);
  if (!cell) fail_msg("%s has no name \"%s\"", id, text);
  if (cell) ASSERT_VIEW(cell[PQ_NAMES_STATUS], status);
}

/** A finding of an importer: its place. */
static inline void check_wrong(const imported *m, size_t i, uint32_t line,
                               uint32_t column) {
  assert_true(i < m->heard.n);
  assert_string_equal(m->heard.at[i].code, "import.line");
  assert_int_equal(m->heard.at[i].line, line);
  assert_int_equal(m->heard.at[i].column, column);
}

/** Is it refused as a whole, and with which code? */
static inline void check_refused(reader *read, const char *text,
                                 const char *code) {
  imported m;
  imported_begin(&m, NULL);
  assert_int_equal(import_bytes(&m, read, pq_view_of(text)), PQ_BAD_SYNTAX);
  assert_non_null(pq_heard_find(&m.heard, code));
  imported_end(&m);
}

/** What pq_fail_each tries. */
typedef struct import_trial {
  reader *read;
  const char *text;
} import_trial;

static inline pq_status import_with(void *user, pq_alloc *alloc) {
  const import_trial *const t = user;
  imported m;
  imported_begin(&m, alloc);
  const pq_status st = import_bytes(&m, t->read, pq_view_of(t->text));
  imported_end(&m);
  return st;
}

static inline void check_out_of_memory(reader *read, const char *text) {
  import_trial t = {read, text};
  assert_true(pq_fail_each(import_with, &t, PQ_OK) > 0);
}

#endif
