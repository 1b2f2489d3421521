/* The door of the importers: files of public databases -> an image.
 *
 *   kind + files -> rows of our tables -> pq_compile -> image with its sources
 *
 * To add a source: a file in this folder with one function that reads, and a
 * row in the table of import.c.
 */
#ifndef PQ_LEXICON_IMPORT_IMPORT_H
#define PQ_LEXICON_IMPORT_IMPORT_H

#include "base/buf.h"
#include "base/digest.h"

typedef struct pq_importer pq_importer;

/** A kind of file that can be imported. */
typedef struct pq_import_kind {
  const char *name;    /* "hgnc" */
  const char *files;   /* its official files, for the help */
  const char *licence; /* of the data, or "" */
  /** Read one file: see source.h. */
  pq_status (*read)(pq_importer *im);
  bool raw; /* no lines: `read` opens im->input->path by itself */
  /** Called once when all files are read; may be NULL. */
  pq_status (*end)(pq_importer *im);
} pq_import_kind;

/** The kinds, by index; NULL past the last. */
const pq_import_kind *pq_import_kind_at(size_t index);

/** The kind of this name, or NULL. */
const pq_import_kind *pq_import_kind_of(pq_view name);

/** What the user wants. */
typedef struct pq_import_options {
  const char *taxa; /* "9606,10090": only these; NULL: what is usual */
  bool all_loci;    /* not only genes that make a protein */
  const struct pq_lexicon *known; /* whose things are joined with those that
                                     come in; must live on; NULL: none */
  /** Called now and then with the rows read so far; NULL: not. */
  void (*tick)(void *user, uint64_t n_rows);
  void *user;
} pq_import_options;

/** What was read of a file. */
typedef struct pq_import_file {
  const pq_import_kind *kind;
  pq_view name; /* of the file, without its folders */
  char release[64];
  pq_digest digest;
  uint64_t n_read, n_used, n_bad; /* rows */
  uint64_t n_names, n_left_out;   /* names; those that cannot be one */
} pq_import_file;

/** A run: files go in one by one, an image comes out. */
typedef struct pq_import_run pq_import_run;

/** Begin.  PQ_OK (the caller closes `*out`) or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_import_open(pq_alloc *alloc,
                                      const pq_import_options *options,
                                      const pq_sink *sink, pq_import_run **out);
/** Close; NULL is allowed. */
void pq_import_close(pq_import_run *run);

/** Read a file, or the files of a folder in the order of their names.  PQ_OK,
 * whatever lines were bad: they are told and counted.  Else PQ_NO_MEM,
 * PQ_BAD_READ or PQ_BAD_SYNTAX, told: the file is not of this kind. */
PQ_NODISCARD pq_status pq_import_path(pq_import_run *run,
                                      const pq_import_kind *kind,
                                      const char *path);

/** The same for a file in memory. */
PQ_NODISCARD pq_status pq_import_bytes(pq_import_run *run,
                                       const pq_import_kind *kind,
                                       const char *name, pq_view bytes);

/** Add what an image holds, its sources too.  PQ_OK, PQ_NO_MEM, or PQ_BAD_READ
 * or PQ_LIMIT, told. */
PQ_NODISCARD pq_status pq_import_image(pq_import_run *run, const char *path);

/** What was read of the files, by index; NULL past the last. */
const pq_import_file *pq_import_file_at(const pq_import_run *run, size_t i);

/** Append the image to `out`. */
PQ_NODISCARD pq_status pq_import_finish(pq_import_run *run, pq_buf *out);

#endif
