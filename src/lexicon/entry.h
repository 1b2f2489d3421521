/* The tables as loaded: rows of cells, and the words that cells may hold.
 *
 *   tables -+-< table -< row -< cell      a cell is a view into the file
 */
#ifndef PQ_LEXICON_ENTRY_H
#define PQ_LEXICON_ENTRY_H

#include "lexicon.h"

#include "base/vec.h"

/** The tables, in the order in which they are checked. */
typedef enum pq_table_id {
  PQ_TABLE_CONCEPTS,
  PQ_TABLE_NAMES,
  PQ_TABLE_MEMBERS,
  PQ_TABLE_FUSIONS,
  PQ_TABLE_PATHWAYS,
  PQ_TABLE_AFFIXES,
  PQ_TABLE_DENY,
  PQ_TABLE_ENGLISH,
  PQ_TABLE_RESIDUES,
  PQ_TABLE_SITES,
  PQ_TABLE_SPECIES,
  PQ_N_TABLES
} pq_table_id;

/* Columns of each table, in file order. */
enum {
  PQ_CONCEPTS_ID,
  PQ_CONCEPTS_TYPE,
  PQ_CONCEPTS_LABEL,
  PQ_CONCEPTS_TAXON,
  PQ_CONCEPTS_XREFS,
  PQ_CONCEPTS_JOINED /* not of the file, where it is a note: see join.h */
};
/** What stands in JOINED; no cell of a file has a TAB, so that no note says it.
 */
#define PQ_JOINED PQ_LIT("\tjoined")
enum {
  PQ_NAMES_TEXT,
  PQ_NAMES_ID,
  PQ_NAMES_STATUS,
  PQ_NAMES_FLAGS,
  PQ_NAMES_NOTE,
  PQ_NAMES_FORM /* not of the file: "plain" or "spaced", a form that was made
                   before and gets no others; usually empty */
};
enum {
  PQ_MEMBERS_CHILD,
  PQ_MEMBERS_REL,
  PQ_MEMBERS_PARENT
};
enum {
  PQ_FUSIONS_ID,
  PQ_FUSIONS_FIVE,
  PQ_FUSIONS_THREE,
  PQ_FUSIONS_LABEL
};
enum {
  PQ_PATHWAYS_ID,
  PQ_PATHWAYS_AFTER,
  PQ_PATHWAYS_LABEL,
  PQ_PATHWAYS_CLOSE
};
enum {
  PQ_AFFIXES_PATTERN,
  PQ_AFFIXES_SIDE,
  PQ_AFFIXES_CLASS,
  PQ_AFFIXES_EFFECT
};
enum {
  PQ_DENY_TEXT,
  PQ_DENY_ID,
  PQ_DENY_CONTEXT
};
enum {
  PQ_RESIDUES_LETTER,
  PQ_RESIDUES_THREE,
  PQ_RESIDUES_NAME
};
enum {
  PQ_SITES_ACCESSION,
  PQ_SITES_RESIDUE,
  PQ_SITES_POSITION,
  PQ_SITES_KIND,
  PQ_SITES_CANONICAL
};
enum {
  PQ_SPECIES_TEXT,
  PQ_SPECIES_TAXON,
  PQ_SPECIES_KIND
};

enum {
  PQ_CELLS_MOST = 6,
  PQ_CELL_MOST = 1000,
  PQ_NAMED_AFTER_MOST = 4,
  PQ_TOKENS_MOST = 24 /* of a name, dashes and marks among them */
};

/** Strength of the link from a text to an id. */
enum {
  PQ_STATUS_FORMER = 1,
  PQ_STATUS_SYNONYM,
  PQ_STATUS_NAME,
  PQ_STATUS_CURATED
};

/** One row.  Cells follow each other in the file's bytes, so that the column of
 * any of them can be counted from the first. */
typedef struct pq_row {
  pq_view cell[PQ_CELLS_MOST];
  uint32_t line;
} pq_row;

typedef struct pq_table {
  pq_view file; /* for findings */
  PQ_VEC(pq_row) rows;
} pq_table;

/** The residues of a protein or of an isoform ("P40763-2"). */
typedef struct pq_sequence {
  pq_view accession, name; /* the name of an isoform, or empty */
  pq_view residues;        /* capital letters */
  uint32_t signal;         /* residues of its signal peptide, 0: not known */
} pq_sequence;

typedef struct pq_tables {
  pq_table at[PQ_N_TABLES];
  pq_view sources; /* where imported rows come from: see image.h; or empty */
  PQ_VEC(pq_sequence) sequences;
} pq_tables;

/** Where a cell stands. */
pq_place pq_row_place(const pq_table *table, const pq_row *row, size_t cell);

/** The type that a word names; false if it names none. */
bool pq_entry_type(pq_view word, pq_concept_type *out);
/** The word for a type. */
const char *pq_entry_type_word(pq_concept_type type);

/** 1 to 4, or 0 if the word names no status. */
uint8_t pq_entry_status(pq_view word);
/** The word for a status. */
const char *pq_entry_status_word(uint8_t status);

/** Flags of a name, and the words after `ctx=`.  False if one is unknown. */
bool pq_entry_flags(pq_view cell, uint32_t *flags, pq_view *context);

/** Flags back to their cell, with the words after `ctx=`. */
PQ_NODISCARD pq_status pq_entry_flag_words(pq_arena *arena, uint32_t flags,
                                           pq_view context, pq_view *out);

/** The word for an effect; empty for none. */
const char *pq_entry_effect_word(uint8_t effect);

/** An affix's effect; PQ_EFFECT_NONE if the word names none. */
pq_effect pq_entry_effect(pq_view word);

/** Digits to a number of at most nine digits; 0 if it is none. */
uint32_t pq_entry_number(pq_view digits);

/** The first UniProt accession in a cell of xrefs, or empty. */
pq_view pq_entry_accession(pq_view xrefs);

/** The order of sequences: by accession, then by all that they say. */
int pq_sequence_order(const pq_sequence *a, const pq_sequence *b);

#endif
