/* What the file of a source sees: the lines that come in, and the calls that
 * make rows of them.
 *
 *   input -> pq_import_line, or pq_sheet for a table with a header
 *         -> pq_import_concept, _name, _member, _fusion, _row -> our tables
 *
 * A source never stops for a bad line: it says what is wrong with
 * pq_import_wrong and goes on.  What it returns is PQ_OK, or a failure that
 * ends the import: no memory, or a file that cannot be read to its end.
 */
#ifndef PQ_LEXICON_IMPORT_SOURCE_H
#define PQ_LEXICON_IMPORT_SOURCE_H

#include "lexicon/entry.h"
#include "lexicon/import/import.h"
#include "lexicon/import/input.h"

enum {
  PQ_RELEASE_MOST = 64,
  PQ_WRONG_MOST = 50 /* bad lines of a file that are told one by one */
};

/** An import under way. */
struct pq_importer {
  pq_arena *arena;   /* what rows are made of lives there */
  pq_tables *tables; /* the rows so far */
  const pq_import_options *options;
  const pq_sink *sink;
  pq_input *input; /* the file that is read */
  pq_view line;    /* its line, valid until the next */
  pq_import_file file;
  pq_view refused; /* id of the last concept, if it was not taken */
  bool taken;      /* the last concept was */
  bool used;       /* this line was counted as used */
  bool bad;        /* this line was counted as bad */
  uint64_t n_all;  /* rows read, of all files; for progress */
};

/** The next line that is UTF-8 without NUL, counted as read; lines that are
 * not, or are too long, are told and passed over.  PQ_END behind the last. */
PQ_NODISCARD pq_status pq_import_line(pq_importer *im, pq_view *out);

/** The line that was given last is no row: a header, a comment. */
void pq_import_no_row(pq_importer *im);

/** Tell that something is wrong with the line, at `where` in it (a part of the
 * line; of its length nothing is asked). */
PQ_PRINTF(3, 4)
void pq_import_wrong(pq_importer *im, pq_view where, const char *format, ...);

/** The file says of what release it is. */
void pq_import_release(pq_importer *im, pq_view release);

/** The file says when a row was changed: "2024-10-18" or "20241018".  The
 * newest date is its release, unless it says another. */
void pq_import_date(pq_importer *im, pq_view date);

/** Does the user want this species?  An empty taxon or "-" is always wanted;
 * where the user asked for none, `usual` is, or, if that is NULL, all are. */
bool pq_import_wants(const pq_importer *im, pq_view taxon, const char *usual);

/** A row of concepts.  Texts are copied.  A label is squeezed; taxon empty is
 * "-".  Nothing is done without an id or a label; what is too long is told, and
 * the names of a concept that was not taken are not taken either. */
PQ_NODISCARD pq_status pq_import_concept(pq_importer *im, const pq_concept *c);

/** A name that a source gives. */
typedef struct pq_import_name {
  pq_view id, text;
  uint8_t status;    /* PQ_STATUS_... */
  const char *flags; /* as in names.tsv; NULL: none */
} pq_import_name;

/** A row of names.  The text is squeezed; what can be no name (too long, too
 * many words, a single character, of a gene words for any) is left out and
 * counted. */
PQ_NODISCARD pq_status pq_import_add_name(pq_importer *im,
                                          const pq_import_name *name);

/** Names from a list: cut at `mark`, each trimmed, empty ones passed over. */
PQ_NODISCARD pq_status pq_import_names(pq_importer *im, pq_import_name name,
                                       char mark);

/** One more id in a cell of xrefs, after its `space` ("UniProt:", or empty);
 * ids that the cell has no room for are passed over. */
PQ_NODISCARD pq_status pq_import_add_xref(pq_arena *arena, pq_view space,
                                          pq_view id, pq_view *xrefs);

/** `child` is a kind or a part of `parent`. */
PQ_NODISCARD pq_status pq_import_member(pq_importer *im, pq_view child,
                                        bool part, pq_view parent);

/** The fusion of two genes, by their ids. */
PQ_NODISCARD pq_status pq_import_fusion(pq_importer *im, pq_view five,
                                        pq_view three, pq_view label);

/** The residues of a protein or isoform; capital letters only.  Texts are
 * copied. */
PQ_NODISCARD pq_status pq_import_sequence(pq_importer *im,
                                          const pq_sequence *sequence);

/** "P40763", "A0A024R1R8", "P40763-2"? */
bool pq_import_is_accession(pq_view text);

/** Sort the sequences of an import, and tell of accessions that have two. */
void pq_import_compare_sequences(pq_tables *tables, const pq_sink *sink);

/** A row of any table, cells as they stand.  Texts are copied.  A row with a
 * cell that is too long is told and passed over. */
PQ_NODISCARD pq_status pq_import_row(pq_importer *im, pq_table_id table,
                                     const pq_view *cells, size_t n);

/** An id or a cell of xrefs, from pieces: ends with the first without ptr. */
PQ_NODISCARD pq_status pq_import_join(pq_importer *im, const pq_view *pieces,
                                      size_t n, pq_view *out);

/** Is the file called so, but for a ".gz" at its end? */
bool pq_import_is_file(const pq_importer *im, pq_view name);

/** Is this part of the file's name? */
bool pq_import_has_in_name(const pq_importer *im, pq_view part);

/** Tell that no file of this kind has such a name.  Returns PQ_BAD_SYNTAX. */
pq_status pq_import_stranger(const pq_importer *im);

/** A line of comma-separated values into `n` cells, trimmed, quotes taken off.
 * `*good` is false, and it was told, if the line has others. */
PQ_NODISCARD pq_status pq_import_csv(pq_importer *im, pq_view line, size_t n,
                                     pq_view *cells, bool *good);

/** Is it an accession of an entry of UniProt? */
bool pq_import_is_entry(pq_view text);

/** Is it made of digits, and not empty? */
bool pq_import_is_number(pq_view text);

/* ---- tables with a header ---- */

enum {
  PQ_SHEET_CELLS = 256,
  PQ_SHEET_WANTED = 24
};

/** A column that a source looks for. */
typedef struct pq_column {
  const char *name; /* other spellings of it behind '/' */
  bool needed;
} pq_column;

/** A TAB-separated file whose first line names its columns.  Names are compared
 * by their letters and digits alone: "#tax_id" is "Tax ID". */
typedef struct pq_sheet {
  pq_importer *im;
  uint16_t at[PQ_SHEET_WANTED]; /* cell of a wanted column + 1; 0: not there */
  pq_view cells[PQ_SHEET_CELLS];
  size_t n_cells;
} pq_sheet;

/** Read the header.  PQ_OK, or PQ_BAD_SYNTAX, told, if a column that is needed
 * is not there or the file is empty. */
PQ_NODISCARD pq_status pq_sheet_open(pq_sheet *s, pq_importer *im,
                                     const pq_column *wanted, size_t n);

/** The next row with as many cells as the header; others are told and passed
 * over, empty lines are no rows.  PQ_END behind the last. */
PQ_NODISCARD pq_status pq_sheet_next(pq_sheet *s);

/** The cell of a wanted column, without blanks and one pair of '"' around it;
 * empty if the column is not there. */
pq_view pq_sheet_cell(const pq_sheet *s, size_t wanted);

#endif
