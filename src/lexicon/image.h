/* The compiled lexicon: one run of bytes that is mapped and used as it is.
 *
 *   header 512 | strings | concepts | entries | hash | first | ... | acids
 *
 * A string is named by the offset of its length in `strings`; 0 is the empty
 * one.  Strings are sorted, so equal texts have equal offsets and the order of
 * offsets is the order of texts.
 *
 *   hash    key -> slot {tag, first entry + 1}, open addressing; entries of one
 *           key stand together.  The key settles what a tag cannot; imported
 *           names are too many to keep theirs, which is made again of the text
 *   first   first run of a key -> longest key that begins so, in bytes, and
 *           what stands behind the run
 *   filter  two bits for each key in a word of 64, both by its hash: nearly all
 *           that is asked for and is no key lacks one
 *   acids   residues of all sequences, five bits each (A is 0), the lowest bit
 *           first; a sequence begins with a byte
 *
 *   sources a line for each file that was imported, cells cut at TABs: kind,
 *           file, release, licence, SHA-256, rows read, rows used, names.  An
 *           image that has any is imported: weaker than what people wrote.
 *
 * The bytes may be hostile: sections are checked when the image is opened, and
 * each index and string offset where it is used.
 */
#ifndef PQ_LEXICON_IMAGE_H
#define PQ_LEXICON_IMAGE_H

#include "base/digest.h"
#include "base/note.h"

enum {
  PQ_IMAGE_VERSION = 6,
  PQ_IMAGE_HEADER = 576,
  PQ_IMAGE_ORDER = 0x01020304,
  PQ_IMAGE_STUB = 255, /* type of a concept that another layer has */
  PQ_ACID_BITS = 5,    /* of a residue */
  PQ_ACID_MASK = 31
};

typedef enum pq_section {
  PQ_SECTION_STRINGS,
  PQ_SECTION_CONCEPTS,
  PQ_SECTION_ENTRIES,
  PQ_SECTION_HASH,
  PQ_SECTION_FIRST,
  PQ_SECTION_MEMBERS,
  PQ_SECTION_FUSIONS,
  PQ_SECTION_PATHWAYS,
  PQ_SECTION_AFFIXES,
  PQ_SECTION_DENY,
  PQ_SECTION_ENGLISH,
  PQ_SECTION_RESIDUES,
  PQ_SECTION_SITES,
  PQ_SECTION_SPECIES,
  PQ_SECTION_SOURCES,
  PQ_SECTION_SEQUENCES,
  PQ_SECTION_ACIDS,
  PQ_SECTION_HEADS,
  PQ_SECTION_FILTER,
  PQ_N_SECTIONS
} pq_section;

typedef struct pq_image_section {
  uint64_t offset, length, checksum;
} pq_image_section;

typedef struct pq_image_header {
  char magic[4]; /* "PQLX" */
  uint32_t version, order, n_sections;
  uint64_t length;            /* of the whole image */
  uint64_t checksum;          /* of the header, with this field 0 */
  char digest[PQ_DIGEST_HEX]; /* SHA-256 of what follows the header */
  pq_image_section sections[PQ_N_SECTIONS];
} pq_image_header;

/** Sorted by id. */
typedef struct pq_image_concept {
  uint32_t id, label, taxon, xrefs, accession; /* strings */
  uint32_t type;
  uint32_t after, close; /* strings; of pathways */
} pq_image_concept;

/** How an entry's key comes from its text, and what stands before it. */
enum {
  PQ_ENTRY_SPACED = 1, /* a dash counts as a space */
  PQ_ENTRY_SAME = 2,   /* the key is that of the entry before */
  PQ_ENTRY_CONTEXT = 4 /* no name: the text is the context of the one before */
};

/** Sorted by key, concept, status (best first), text. */
typedef struct pq_image_entry {
  uint32_t text, key; /* strings; an image with sources does not keep its keys,
                         but what stands behind them in longer ones */
  uint32_t concept;   /* index */
  uint16_t flags;
  uint8_t status, how;
} pq_image_entry;

typedef struct pq_image_slot {
  uint32_t tag, value; /* value 0: empty */
} pq_image_slot;

/** A bit for a character of a key, of 24: small letters, the last four together
 * with the first, digits, and all others. */
static inline uint32_t pq_character_mark(char c) {
  if (pq_is_lower(c)) return (uint32_t)1 << (uint32_t)((c - 'a') % 22);
  return (uint32_t)1 << (pq_is_digit(c) ? 22U : 23U);
}

/** The mark of what stands behind the first bytes of a longer key, or behind a
 * space behind them; 0 if it is no longer than they. */
static inline uint32_t pq_mark_behind(pq_view key, size_t begins) {
  const size_t next =
      begins < key.len && key.ptr[begins] == ' ' ? begins + 1 : begins;
  return next < key.len ? pq_character_mark(key.ptr[next]) : 0;
}

/** The value of a first run: the longest key, and such marks. */
enum {
  PQ_FIRST_LONGEST = 0xFF,
  PQ_FIRST_MARKS = 8 /* the first bit */
};

/** Where a text of this hash is looked for first, in a table of any size; then
 * slot by slot, round the end. */
static inline uint32_t pq_image_home(uint64_t hash, uint32_t n_slots) {
  return (uint32_t)((hash & UINT32_MAX) * n_slots >> 32U);
}
static inline uint32_t pq_image_next(uint32_t slot, uint32_t n_slots) {
  return slot + 1 == n_slots ? 0 : slot + 1;
}

/** The word of a filter that has a key's bits, and these: a blocked Bloom
 * filter (Putze, Sanders and Singler 2007). */
static inline uint32_t pq_filter_word(uint64_t hash, uint32_t n_words) {
  return (uint32_t)((hash >> 32U) * n_words >> 32U);
}
static inline uint64_t pq_filter_bits(uint64_t hash) {
  return (uint64_t)1 << (hash >> 32U) % 64 | (uint64_t)1 << (hash >> 38U) % 64;
}

/** Sorted by child, parent: indices of concepts. */
typedef struct pq_image_member {
  uint32_t child, parent;
} pq_image_member;

/** Sorted by five, three. */
typedef struct pq_image_fusion {
  uint32_t five, three; /* strings */
  uint32_t concept;
} pq_image_fusion;

typedef struct pq_image_affix {
  uint32_t pattern; /* string */
  uint8_t suffix, effect;
  uint16_t zero;
} pq_image_affix;

/** Sorted by key. */
typedef struct pq_image_deny {
  uint32_t key, text, id, context; /* strings; text with its case */
} pq_image_deny;

typedef struct pq_image_residue {
  uint32_t letter, three, name; /* strings */
} pq_image_residue;

/** Sorted by accession, position. */
typedef struct pq_image_site {
  uint32_t accession; /* string */
  uint32_t position, canonical;
  uint8_t residue, legacy;
  uint16_t zero;
} pq_image_site;

/** Sorted by text. */
typedef struct pq_image_species {
  uint32_t text, taxon; /* strings */
  uint32_t prefix;
} pq_image_species;

/** Sorted by accession. */
typedef struct pq_image_sequence {
  uint32_t accession, name; /* strings; the name of an isoform, or empty */
  uint32_t begin;           /* byte in `acids` */
  uint32_t length;          /* residues */
  uint32_t signal;          /* residues of its signal peptide, 0: not known */
} pq_image_sequence;

enum {
  PQ_HINT_STARTS = 28 * 28 * 28,
  PQ_HINT_DENIED = 32 * 32 * 8,
  PQ_HINT_BYTES = 129 /* ASCII one by one, all others together */
};

/** What is drawn from the sections when an image is opened, small enough to
 * stay near: most words begin no name, and these tell it without a look at the
 * tables.  A bit that is not set, or a mark, rules out; one that is set says
 * nothing. */
typedef struct pq_image_hints {
  uint32_t starts[PQ_HINT_STARTS + 1]; /* first entry whose key begins with
                                          these letters or later ones */
  uint16_t residues[32]; /* by the first letter of a residue's name: marks of
                            lengths */
  uint32_t prefix_from;  /* the first row of a prefix */
  uint64_t prefixes[32]; /* by the first letter of a prefix: its row, counted
                            from there, or that it is one of the rows behind */
  uint32_t species[32];  /* by the first letter of a species: marks of second
                            ones */
  uint32_t species_from[PQ_HINT_BYTES + 1]; /* the first row whose text begins
                                               with this byte or a later one */
  uint64_t denied[PQ_HINT_DENIED / 64];     /* by first letters and length: keys
                                               that are denied */
  uint64_t nothing[PQ_HINT_DENIED / 64];    /* and words that name nothing */
} pq_image_hints;

/** An open image: typed views into its bytes. */
typedef struct pq_image {
  pq_view bytes;
  pq_view strings;
  const pq_image_concept *concepts;
  const pq_image_entry *entries;
  const pq_image_slot *hash, *first;
  const pq_image_member *members;
  const pq_image_fusion *fusions;
  const uint32_t *pathways; /* concepts, sorted by what they are named after */
  const pq_image_affix *affixes;
  const pq_image_deny *deny;
  const uint32_t *english; /* strings */
  const pq_image_residue *residues;
  const pq_image_site *sites;
  const pq_image_species *species;
  pq_view sources;
  const pq_image_sequence *sequences;
  const unsigned char *acids;
  const uint64_t *heads; /* of the entries' keys; none if these are not kept */
  const uint64_t *filter;
  uint32_t n[PQ_N_SECTIONS]; /* elements; bytes of strings */
  pq_image_hints hints;
  char digest[PQ_DIGEST_HEX];
} pq_image;

/** Open an image that lies in memory, aligned to 8 bytes, and outlives `out`.
 * `file` is for findings.  PQ_OK, or PQ_BAD_READ with what is wrong. */
PQ_NODISCARD pq_status pq_image_open(pq_view file, pq_view bytes,
                                     const pq_sink *sink, pq_image *out);

/** The same for an image that this program has just made or has in itself: its
 * header is checked, what its sections hold is trusted and not read. */
PQ_NODISCARD pq_status pq_image_open_own(pq_view file, pq_view bytes,
                                         const pq_sink *sink, pq_image *out);

/** A file in memory, read only. */
typedef struct pq_mapping {
  void *at;
  size_t length;
} pq_mapping;

/** Map a file.  PQ_OK, PQ_BAD_READ or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_mapping_open(const char *path, const pq_sink *sink,
                                       pq_mapping *out);
void pq_mapping_close(pq_mapping *m);

/** Size of an element of a section. */
size_t pq_section_grain(pq_section section);

/** A letter of a word as a number below 32, whatever its case; 0 past its end.
 */
static inline uint32_t pq_image_letter(pq_view word, size_t at) {
  return at < word.len ? (unsigned char)word.ptr[at] % 32 : 0;
}

/** May this be the name of a residue?  False is certain. */
static inline bool pq_image_may_be_residue(const pq_image *im, pq_view word) {
  const uint32_t lengths = im->hints.residues[pq_image_letter(word, 0)];
  return lengths >> word.len % 16 & 1U;
}

/** The bit of a row of prefixes; those behind the others share one. */
static inline uint64_t pq_image_prefix_row(const pq_image *im, uint32_t row) {
  const uint32_t at = row - im->hints.prefix_from;
  return (uint64_t)1 << (at < 63 ? at : 63);
}

/** Rows [at, end) of a section. */
typedef struct pq_image_rows {
  uint32_t at, end;
} pq_image_rows;

/** The rows of species whose text begins with a byte. */
static inline pq_image_rows pq_image_species_at(const pq_image *im, char c) {
  const unsigned char byte = (unsigned char)c;
  const uint32_t *const from =
      &im->hints.species_from[byte < PQ_HINT_BYTES ? byte : PQ_HINT_BYTES - 1];
  return (pq_image_rows){from[0], from[1]};
}

/** The bit of a key among those that are denied. */
static inline uint32_t pq_image_denial(pq_view key) {
  return (pq_image_letter(key, 0) * 32 + pq_image_letter(key, 1)) * 8 +
         (uint32_t)(key.len % 8);
}

/** May a row deny this key?  False is certain. */
static inline bool pq_image_may_deny(const pq_image *im, pq_view key) {
  const uint32_t bit = pq_image_denial(key);
  return im->hints.denied[bit / 64] >> (bit % 64) & 1U;
}

/** May a row tell that this word names nothing?  False is certain. */
static inline bool pq_image_may_be_nothing(const pq_image *im, pq_view word) {
  const uint32_t bit = pq_image_denial(word);
  return im->hints.nothing[bit / 64] >> (bit % 64) & 1U;
}

/** The string at an offset; empty if there is none. */
static inline pq_view pq_image_text(const pq_image *im, uint32_t offset) {
  const pq_view empty = {"", 0};
  if (im->strings.len < 3 || offset > im->strings.len - 3) return empty;
  const unsigned char *const at =
      (const unsigned char *)im->strings.ptr + offset;
  const size_t len = at[0] | (size_t)at[1] << 8U;
  if (len > im->strings.len - offset - 3) return empty;
  return (pq_view){im->strings.ptr + offset + 2, len};
}

/** Index of the concept with this id, or UINT32_MAX. */
uint32_t pq_image_find(const pq_image *im, pq_view id);

/** The concept at an index, or NULL. */
static inline const pq_image_concept *pq_image_concept_at(const pq_image *im,
                                                          uint32_t index) {
  return index < im->n[PQ_SECTION_CONCEPTS] ? &im->concepts[index] : NULL;
}

/** Entries of a key: how many, from `*first` on; contexts are among them. */
uint32_t pq_image_entries(const pq_image *im, pq_view key, uint32_t *first);

/** The same, where pq_image_begins has told where keys begin so; `at` is 0 if
 * it has not. */
uint32_t pq_image_entries_at(const pq_image *im, pq_view key, uint32_t at,
                             uint32_t *first);

/** The context of the entry at an index; empty if it has none. */
pq_view pq_image_context(const pq_image *im, uint32_t index);

/** Does a key begin so?  `*at` is 0, or what a shorter beginning left there. */
bool pq_image_begins(const pq_image *im, pq_view beginning, uint32_t *at);

/** The marks of the characters that stand behind this beginning, whose first
 * run has so many bytes, in longer keys; all if they are not known. */
uint32_t pq_image_goes_on(const pq_image *im, pq_view beginning, size_t run);

/** Bytes of the longest key that begins with this run, or 0. */
uint32_t pq_image_longest(const pq_image *im, pq_view run);

/** Index of the first sequence whose accession is not before this one. */
uint32_t pq_image_sequence_from(const pq_image *im, pq_view accession);

/** The residue at a position (from 1) of a sequence, or 0 if there is none. */
char pq_image_acid(const pq_image *im, const pq_image_sequence *row,
                   uint32_t position);

/** Is the word, in lower case, in the list of English words? */
bool pq_image_english(const pq_image *im, pq_view word);

#endif
