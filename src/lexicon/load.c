#include "load.h"

#include "form.h"
#include "row.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
  FILE_MOST = 256 << 20,
  MISTAKES_MOST = 200
};

/* A table that is being read. */
typedef struct reading {
  const pq_form *form;
  pq_table *table;
  const pq_sink *sink;
  uint32_t n_wrong;
} reading;

static pq_status wrong(reading *r, const pq_row *row, size_t cell,
                       const char *code, const char *what) {
  ++r->n_wrong;
  (void)pq_fail(r->sink, PQ_BAD_SYNTAX, code, pq_row_place(r->table, row, cell),
                "%s", what);
  return r->n_wrong < MISTAKES_MOST ? PQ_OK : PQ_BAD_SYNTAX;
}

static pq_status check_row(reading *r, const pq_row *row) {
  size_t cell = 0;
  const char *const what = pq_form_mistake(r->form, row, &cell);
  if (what) return wrong(r, row, cell, "lexicon.cell", what);
  if (r->table->rows.n == 0) return PQ_OK;
  const pq_row *const last = &r->table->rows.at[r->table->rows.n - 1];
  const int c = pq_form_order(r->form, last, row);
  if (c == 0) {
    return wrong(r, row, r->form->key[0], "lexicon.twice",
                 "this row stands here twice");
  }
  return c < 0 ? PQ_OK
               : wrong(r, row, r->form->key[0], "lexicon.order",
                       "rows are sorted by their key; this one is not");
}

static pq_status read_row(reading *r, pq_arena *arena, pq_view line,
                          uint32_t number) {
  pq_status st = PQ_OK;
  pq_row row = {.line = number};
  const size_t n = pq_line_cells(line, row.cell, PQ_CELLS_MOST);
  if (n != r->form->n_cells) {
    row.cell[0] = line;
    char text[80];
    (void)snprintf(text, sizeof text, "%u cells, where %u belong", (unsigned)n,
                   (unsigned)r->form->n_cells);
    return wrong(r, &row, 0, "lexicon.cells", text);
  }
  PQ_TRY(st, check_row(r, &row));
  PQ_PUSH(arena, &r->table->rows, row);
  return PQ_OK;
}

/* The table that a header is of, or PQ_N_TABLES. */
static pq_table_id table_of(pq_view header) {
  for (size_t i = 0; i < PQ_N_TABLES; ++i) {
    if (pq_view_same(header, pq_view_of(pq_forms[i].header))) {
      return (pq_table_id)i;
    }
  }
  return PQ_N_TABLES;
}

static pq_status bad_header(const pq_sink *sink, pq_view file, uint32_t line,
                            pq_table_id which) {
  const pq_place at = {file, line, 1};
  if (which == PQ_N_TABLES) {
    return pq_fail(sink, PQ_BAD_SYNTAX, "lexicon.header", at,
                   "no table has this header");
  }
  return pq_fail(sink, PQ_BAD_SYNTAX, "lexicon.header", at, "the header is: %s",
                 pq_forms[which].header);
}

pq_status pq_load_bytes(pq_arena *arena, pq_view file, pq_view bytes,
                        pq_table_id which, const pq_sink *sink,
                        pq_tables *tables) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_bytes_check(file, bytes, sink));
  pq_lines lines = {.rest = bytes};
  pq_view line = {"", 0};
  const bool any = pq_lines_next(&lines, &line);
  const pq_table_id id = any ? table_of(line) : PQ_N_TABLES;
  if (id == PQ_N_TABLES || (which != PQ_N_TABLES && id != which)) {
    return bad_header(sink, file, any ? lines.line : 1, which);
  }
  reading r = {.form = &pq_forms[id], .table = &tables->at[id], .sink = sink};
  r.table->file = file;
  while (pq_lines_next(&lines, &line)) {
    PQ_TRY(st, read_row(&r, arena, line, lines.line));
  }
  return r.n_wrong ? PQ_BAD_SYNTAX : PQ_OK;
}

/* ---- files ---- */

static pq_status read_all(pq_arena *arena, int fd, pq_view *out) {
  struct stat about;
  if (fstat(fd, &about) || !S_ISREG(about.st_mode)) return PQ_BAD_READ;
  if (about.st_size > FILE_MOST) return PQ_LIMIT;
  const size_t size = (size_t)about.st_size;
  char *const bytes = pq_arena_take(arena, size + 1);
  if (!bytes) return arena->status;
  size_t n = 0;
  while (n < size) {
    const ssize_t got = read(fd, bytes + n, size - n);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return PQ_BAD_READ;
    if (got == 0) break;
    n += (size_t)got;
  }
  *out = (pq_view){bytes, n};
  return PQ_OK;
}

static pq_status load_path(pq_arena *arena, const char *path, pq_table_id which,
                           const pq_sink *sink, pq_tables *tables) {
  pq_status st = PQ_OK;
  pq_view file;
  pq_view bytes = {"", 0};
  PQ_TRY(st, pq_arena_copy(arena, pq_view_of(path), &file));
  const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd >= 0) {
    st = read_all(arena, fd, &bytes);
    (void)close(fd);
  }
  if (fd < 0 || st == PQ_BAD_READ || st == PQ_LIMIT) {
    return pq_fail(sink, st ? st : PQ_BAD_READ, "lexicon.file",
                   (pq_place){.file = file}, "this file cannot be read");
  }
  if (st) return st;
  return pq_load_bytes(arena, file, bytes, which, sink, tables);
}

pq_status pq_load_file(pq_arena *arena, const char *path, const pq_sink *sink,
                       pq_tables *tables) {
  return load_path(arena, path, PQ_N_TABLES, sink, tables);
}

static pq_table_id table_called(const char *name) {
  for (size_t i = 0; i < PQ_N_TABLES; ++i) {
    if (strcmp(name, pq_forms[i].file) == 0) return (pq_table_id)i;
  }
  return PQ_N_TABLES;
}

/* Which tables are there; a stranger among them is a mistake. */
static pq_status list(const char *folder, const pq_sink *sink, bool *there) {
  pq_status st = PQ_OK;
  size_t n = 0;
  DIR *const dir = opendir(folder);
  const struct dirent *entry;
  /* NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is ours alone */
  while (dir && (entry = readdir(dir))) {
    const pq_view name = pq_view_of(entry->d_name);
    const pq_table_id id = table_called(entry->d_name);
    if (id < PQ_N_TABLES) {
      there[id] = true;
      ++n;
    } else if (pq_view_ends(name, PQ_LIT(".tsv"))) {
      st = pq_fail(sink, PQ_BAD_SYNTAX, "lexicon.table",
                   (pq_place){.file = name}, "no table is called so");
    }
  }
  if (dir) (void)closedir(dir);
  if (!dir || n == 0) {
    return pq_fail(sink, PQ_BAD_READ, "lexicon.folder",
                   (pq_place){.file = pq_view_of(folder)},
                   "there are no tables here");
  }
  return st;
}

pq_status pq_load_folder(pq_arena *arena, const char *folder,
                         const pq_sink *sink, pq_tables *tables) {
  pq_status st = PQ_OK;
  pq_status bad = PQ_OK;
  bool there[PQ_N_TABLES] = {false};
  PQ_TRY(st, list(folder, sink, there));
  for (size_t i = 0; i < PQ_N_TABLES; ++i) {
    if (!there[i]) continue;
    pq_view path;
    const pq_view pieces[] = {pq_view_of(folder), PQ_LIT("/"),
                              pq_view_of(pq_forms[i].file)};
    PQ_TRY(st, pq_arena_join(arena, pieces, 3, &path));
    st = load_path(arena, path.ptr, (pq_table_id)i, sink, tables);
    if (st == PQ_NO_MEM) return st;
    if (st && !bad) bad = st;
  }
  return bad;
}
