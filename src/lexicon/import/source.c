#include "lexicon/import/source.h"

#include "base/file.h"
#include "base/note.h"
#include "base/utf8.h"
#include "lexicon/form.h"
#include "lexicon/generic.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

enum {
  TICK = 4096, /* rows between two calls for progress */
  BYTES_LEAST = 2
};

/* ---- lines ---- */

static pq_status end_of_file(pq_importer *im, pq_status st) {
  const pq_place at = {.file = im->file.name, .line = im->input->line};
  if (st == PQ_BAD_READ) {
    return pq_fail(im->sink, st, "import.file", at, "cannot read on: %s",
                   pq_file_why(errno));
  }
  if (st == PQ_BAD_SYNTAX) {
    return pq_fail(im->sink, st, "import.gzip", at,
                   "the compressed data are damaged or cut off");
  }
  return st;
}

static void begin_line(pq_importer *im, pq_view line) {
  im->line = line;
  im->used = im->bad = false;
  ++im->file.n_read;
  if (++im->n_all % TICK == 0 && im->options->tick) {
    im->options->tick(im->options->user, im->n_all);
  }
}

pq_status pq_import_line(pq_importer *im, pq_view *out) {
  for (;;) {
    pq_view line = {"", 0};
    const pq_status st = pq_input_line(im->input, &line);
    if (st && st != PQ_LIMIT) return end_of_file(im, st);
    begin_line(im, line);
    if (st) {
      pq_import_wrong(im, line, "this line is longer than 4 MiB");
      continue;
    }
    const size_t bad = pq_utf8_check(line);
    if (bad == line.len) {
      *out = line;
      return PQ_OK;
    }
    pq_import_wrong(im, pq_view_skip(line, bad),
                    "this byte is no UTF-8, or is NUL");
  }
}

void pq_import_no_row(pq_importer *im) {
  --im->file.n_read;
}

static uint32_t column_of(const pq_importer *im, pq_view where) {
  const char *const begin = im->line.ptr;
  if (where.ptr < begin || where.ptr > begin + im->line.len) return 1;
  const pq_view before = {begin, (size_t)(where.ptr - begin)};
  return (uint32_t)pq_utf8_count(before) + 1;
}

void pq_import_wrong(pq_importer *im, pq_view where, const char *format, ...) {
  if (im->bad) return;
  im->bad = true;
  const pq_place at = {.file = im->file.name,
                       .line = im->input->line,
                       .column = column_of(im, where)};
  if (++im->file.n_bad > PQ_WRONG_MOST) return;
  char text[400];
  va_list args;
  va_start(args, format);
  (void)vsnprintf(text, sizeof text, format, args);
  va_end(args);
  (void)pq_fail(im->sink, PQ_BAD_SYNTAX, "import.line", at, "%s", text);
}

/* ---- the release ---- */

void pq_import_release(pq_importer *im, pq_view release) {
  const pq_view r = pq_view_trim(release);
  size_t n = 0;
  for (size_t i = 0; i < r.len && n + 1 < sizeof im->file.release; ++i) {
    const unsigned char c = (unsigned char)r.ptr[i];
    if (c >= ' ' && c < 0x7F) im->file.release[n++] = (char)c;
  }
  im->file.release[n] = '\0';
}

/* "2024-10-18": is there such a month, and may it have such a day? */
static bool is_day(const char *iso) {
  const int month = 10 * (iso[5] - '0') + (iso[6] - '0');
  const int day = 10 * (iso[8] - '0') + (iso[9] - '0');
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

void pq_import_date(pq_importer *im, pq_view date) {
  enum {
    DIGITS = 8,
    LENGTH = 10
  };
  char iso[LENGTH + 1] = "0000-00-00";
  size_t n = 0;
  for (size_t i = 0; i < date.len; ++i) {
    if (date.ptr[i] == '-') continue;
    if (!pq_is_digit(date.ptr[i]) || n == DIGITS) return;
    iso[n + (n >= 4) + (n >= 6)] = date.ptr[i];
    ++n;
  }
  if (n != DIGITS || !is_day(iso) || strcmp(iso, im->file.release) <= 0) return;
  pq_import_release(im, (pq_view){iso, LENGTH});
}

bool pq_import_wants(const pq_importer *im, pq_view taxon, const char *usual) {
  const char *const asked = im->options->taxa ? im->options->taxa : usual;
  if (!asked || !taxon.len || pq_view_same(taxon, PQ_LIT("-"))) return true;
  pq_view rest = pq_view_of(asked);
  while (rest.len) {
    if (pq_view_same(pq_view_trim(pq_view_cut(&rest, ',')), taxon)) return true;
  }
  return false;
}

bool pq_import_is_number(pq_view text) {
  for (size_t i = 0; i < text.len; ++i) {
    if (!pq_is_digit(text.ptr[i])) return false;
  }
  return text.len > 0;
}

/* ---- what the file is called ---- */

bool pq_import_is_file(const pq_importer *im, pq_view name) {
  pq_view own = im->file.name;
  if (pq_view_ends(own, PQ_LIT(".gz"))) own.len -= 3;
  return pq_view_same(own, name);
}

bool pq_import_has_in_name(const pq_importer *im, pq_view part) {
  for (size_t i = 0; i < im->file.name.len; ++i) {
    if (pq_view_starts(pq_view_skip(im->file.name, i), part)) return true;
  }
  return false;
}

pq_status pq_import_stranger(const pq_importer *im) {
  return pq_fail(im->sink, PQ_BAD_SYNTAX, "import.stranger",
                 (pq_place){.file = im->file.name},
                 "no file of this kind is called so; there are: %s",
                 im->file.kind->files);
}

/* ---- rows ---- */

pq_status pq_import_join(pq_importer *im, const pq_view *pieces, size_t n,
                         pq_view *out) {
  return pq_arena_join(im->arena, pieces, n, out);
}

/* Rows of one thing come together and name it again and again. */
static pq_status keep(pq_importer *im, const pq_table *table, size_t cell,
                      pq_view text, pq_view *out) {
  if (!text.len) {
    *out = (pq_view){"", 0};
    return PQ_OK;
  }
  if (table->rows.n) {
    const pq_view last = table->rows.at[table->rows.n - 1].cell[cell];
    if (pq_view_same(last, text)) {
      *out = last;
      return PQ_OK;
    }
  }
  return pq_arena_copy(im->arena, text, out);
}

/* A table could not be compiled with a cell that is too long. */
static bool is_too_long(pq_importer *im, const pq_view *cells, size_t n) {
  for (size_t i = 0; i < n; ++i) {
    if (cells[i].len <= PQ_CELL_MOST) continue;
    pq_import_wrong(im, cells[i], "an id or a name is longer than %d bytes",
                    (int)PQ_CELL_MOST);
    return true;
  }
  return false;
}

pq_status pq_import_row(pq_importer *im, pq_table_id table,
                        const pq_view *cells, size_t n) {
  pq_status st = PQ_OK;
  if (is_too_long(im, cells, n)) return PQ_OK;
  pq_table *const t = &im->tables->at[table];
  pq_row row = {.line = im->input->line};
  for (size_t i = 0; i < PQ_CELLS_MOST; ++i) {
    const pq_view cell = i < n ? cells[i] : (pq_view){"", 0};
    PQ_TRY(st, keep(im, t, i, cell, &row.cell[i]));
  }
  PQ_PUSH(im->arena, &t->rows, row);
  if (!im->used) ++im->file.n_used;
  im->used = true;
  return PQ_OK;
}

pq_status pq_import_concept(pq_importer *im, const pq_concept *c) {
  pq_status st = PQ_OK;
  pq_view label;
  im->taken = false;
  if (!c->id.len) return PQ_OK;
  const pq_view said[] = {c->label, c->id, c->taxon, c->xrefs};
  if (is_too_long(im, said, sizeof said / sizeof said[0])) {
    return pq_arena_copy(im->arena, c->id, &im->refused);
  }
  PQ_TRY(st, pq_arena_line(im->arena, c->label, &label));
  if (!label.len) return pq_arena_copy(im->arena, c->id, &im->refused);
  im->refused = (pq_view){"", 0};
  im->taken = true;
  const pq_view cells[] = {
      [PQ_CONCEPTS_ID] = c->id,
      [PQ_CONCEPTS_TYPE] = pq_view_of(pq_entry_type_word(c->type)),
      [PQ_CONCEPTS_LABEL] = label,
      [PQ_CONCEPTS_TAXON] = c->taxon.len ? c->taxon : PQ_LIT("-"),
      [PQ_CONCEPTS_XREFS] = c->xrefs};
  return pq_import_row(im, PQ_TABLE_CONCEPTS, cells, 5);
}

/* Bytes of a text once its white space is squeezed; it is changed only if it
 * has to be. */
static bool is_squeezed(pq_view text) {
  for (size_t i = 0; i < text.len; ++i) {
    const bool blank = pq_is_space(text.ptr[i]);
    if (blank && (text.ptr[i] != ' ' || i == 0 || i + 1 == text.len ||
                  pq_is_space(text.ptr[i + 1]))) {
      return false;
    }
  }
  return true;
}

/* The thing that came last is a gene and has this id.  Of genes only:
 * "membrane" is a good name of a place. */
static bool is_gene(const pq_importer *im, pq_view id) {
  const pq_table *const t = &im->tables->at[PQ_TABLE_CONCEPTS];
  if (!t->rows.n) return false;
  const pq_view *const cell = t->rows.at[t->rows.n - 1].cell;
  return pq_view_same(cell[PQ_CONCEPTS_ID], id) &&
         pq_view_same(cell[PQ_CONCEPTS_TYPE], PQ_LIT("gene"));
}

pq_status pq_import_add_name(pq_importer *im, const pq_import_name *name) {
  pq_status st = PQ_OK;
  pq_view text = name->text;
  if (!is_squeezed(text)) PQ_TRY(st, pq_arena_line(im->arena, text, &text));
  if (!text.len || !name->id.len) return PQ_OK;
  if (pq_view_same(name->id, im->refused)) return PQ_OK;
  const bool generic = name->status < PQ_STATUS_CURATED &&
                       is_gene(im, name->id) && pq_generic(text);
  if (text.len < BYTES_LEAST || generic || !pq_form_can_be_name(text)) {
    ++im->file.n_left_out;
    return PQ_OK;
  }
  const pq_view cells[] = {[PQ_NAMES_TEXT] = text,
                           [PQ_NAMES_ID] = name->id,
                           [PQ_NAMES_STATUS] =
                               pq_view_of(pq_entry_status_word(name->status)),
                           [PQ_NAMES_FLAGS] = pq_view_of(name->flags)};
  PQ_TRY(st, pq_import_row(im, PQ_TABLE_NAMES, cells, 4));
  ++im->file.n_names;
  return PQ_OK;
}

pq_status pq_import_names(pq_importer *im, pq_import_name name, char mark) {
  pq_status st = PQ_OK;
  pq_view rest = name.text;
  while (rest.len) {
    name.text = pq_view_trim(pq_view_cut(&rest, mark));
    if (name.text.len) PQ_TRY(st, pq_import_add_name(im, &name));
  }
  return PQ_OK;
}

pq_status pq_import_add_xref(pq_arena *arena, pq_view space, pq_view id,
                             pq_view *xrefs) {
  const pq_view mark = xrefs->len ? PQ_LIT("|") : PQ_LIT("");
  const pq_view pieces[] = {*xrefs, mark, space, id};
  if (xrefs->len + mark.len + space.len + id.len > PQ_CELL_MOST) {
    return PQ_OK;
  }
  return pq_arena_join(arena, pieces, 4, xrefs);
}

pq_status pq_import_member(pq_importer *im, pq_view child, bool part,
                           pq_view parent) {
  const pq_view cells[] = {child, part ? PQ_LIT("partof") : PQ_LIT("isa"),
                           parent};
  if (!child.len || !parent.len || pq_view_same(child, parent)) return PQ_OK;
  return pq_import_row(im, PQ_TABLE_MEMBERS, cells, 3);
}

pq_status pq_import_fusion(pq_importer *im, pq_view five, pq_view three,
                           pq_view label) {
  pq_status st = PQ_OK;
  pq_view id;
  const pq_view pieces[] = {five, PQ_LIT("::"), three};
  if (!five.len || !three.len || !label.len) return PQ_OK;
  PQ_TRY(st, pq_import_join(im, pieces, 3, &id));
  const pq_view cells[] = {id, five, three, label};
  return pq_import_row(im, PQ_TABLE_FUSIONS, cells, 4);
}
