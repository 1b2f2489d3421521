/* One entry of a bibliography while a reader of a format fills it.
 *
 * A reader begins an entry, adds what it finds, and ends it; text is copied, so
 * it may come from a buffer that moves.  What is wrong with an entry is told
 * once, and the entry is passed over.
 */
#ifndef PQ_READ_ITEM_H
#define PQ_READ_ITEM_H

#include "person.h"

#include "base/inlet.h"
#include "base/note.h"

enum {
  PQ_ITEM_TEXT_MOST = 64 * 1024 /* bytes of one field */
};

/** Where entries go. */
typedef struct pq_bibliography pq_bibliography;

/** A field of text. */
typedef enum pq_item_field {
  PQ_ITEM_PMID,
  PQ_ITEM_DOI,
  PQ_ITEM_TITLE,
  PQ_ITEM_YEAR, /* any text that holds a year */
  PQ_ITEM_FIELDS
} pq_item_field;

typedef struct pq_items {
  pq_bibliography *to;
  pq_inlet *in;
  const pq_sink *sink;
  pq_place at; /* of the entry; its file holds for the whole run */
  pq_arena arena;
  pq_buf room; /* for readers */
  pq_view fields[PQ_ITEM_FIELDS];
  pq_view authors[2]; /* surnames */
  uint32_t n_authors;
  char letter;
  bool begun, bad;
  bool any; /* some entry was read, or told to be bad */
} pq_items;

/** Begin an entry at a place; one that was begun and not ended is dropped. */
void pq_item_begin(pq_items *e, uint32_t line, uint32_t column);

/** Set a field, unless it is set; white space is made one. */
PQ_NODISCARD pq_status pq_item_set(pq_items *e, pq_item_field field,
                                   pq_view text);

/** Add an author by surname; an empty one is one more that has no name. */
PQ_NODISCARD pq_status pq_item_author(pq_items *e, pq_view surname);

/** Look for a PubMed number in a note or an address: "PMID: 1",
 * "pubmed.ncbi.nlm.nih.gov/1", "1[pmid]", at the beginning of it, of a line, or
 * behind a semicolon. */
PQ_NODISCARD pq_status pq_item_hint(pq_items *e, pq_view text);

/** Tell what is wrong with it; it will be passed over. */
void pq_item_spoil(pq_items *e, uint32_t line, uint32_t column,
                   const char *text);

/** Hand the entry over, if one was begun and is not spoilt. */
PQ_NODISCARD pq_status pq_item_end(pq_items *e);

/** The file cannot be read on.  Returns `st`. */
pq_status pq_items_fail(const pq_items *e, pq_status st, uint32_t line,
                        uint32_t column, const char *text);

/** All bytes of the input in `e->room`: for formats that are no lines. */
PQ_NODISCARD pq_status pq_items_whole(pq_items *e, pq_view *out);

/** Line and column of a byte, counted on from an earlier one. */
typedef struct pq_item_pen {
  size_t byte;
  uint32_t line, column; /* columns in code points */
} pq_item_pen;
void pq_item_move(pq_item_pen *pen, pq_view all, size_t byte);

/* The readers, a file each. */
PQ_NODISCARD pq_status pq_nbib_read(pq_items *e);
PQ_NODISCARD pq_status pq_pubmed_read(pq_items *e);
PQ_NODISCARD pq_status pq_ris_read(pq_items *e);
PQ_NODISCARD pq_status pq_bibtex_read(pq_items *e);
PQ_NODISCARD pq_status pq_csl_read(pq_items *e);

/** No entry yet, of a file of this name; the caller clears its arena and room.
 * Of bibliography.c, as what follows. */
void pq_bibliography_begin(pq_bibliography *b, const char *name, pq_items *out);

/** Take a finished entry over. */
PQ_NODISCARD pq_status pq_bibliography_take(pq_bibliography *b, pq_items *e);

#endif
