/* The door of the room `lexicon`: names of biological things and what each may
 * mean.  A lexicon never changes once it is open. */
#ifndef PQ_LEXICON_LEXICON_H
#define PQ_LEXICON_LEXICON_H

#include "base/buf.h"
#include "model/record.h"

typedef struct pq_lexicon pq_lexicon;

/** Where a lexicon comes from; layers, strongest first: overlays that people
 * wrote; the folder or, without one, the built-in image; overlays that were
 * imported, which are images with sources. */
typedef struct pq_lexicon_sources {
  pq_view image;               /* the built-in one; empty if `folder` is set */
  const char *folder;          /* tables to compile at start, or NULL */
  const char *const *overlays; /* .tsv (names.tsv or concepts.tsv columns, told
                                  by their header line) or .pqlx */
  size_t n_overlays;
} pq_lexicon_sources;

PQ_NODISCARD pq_status pq_lexicon_open(pq_alloc *alloc,
                                       const pq_lexicon_sources *sources,
                                       const pq_sink *sink, pq_lexicon **out);
void pq_lexicon_close(pq_lexicon *lex);

/** SHA-256 over all layers, in hex. */
const char *pq_lexicon_digest(const pq_lexicon *lex);

/** Types of concept, as in concepts.tsv. */
typedef enum pq_concept_type {
  PQ_CONCEPT_GENE,
  PQ_CONCEPT_FAMILY,
  PQ_CONCEPT_COMPLEX,
  PQ_CONCEPT_FUSION,
  PQ_CONCEPT_PATHWAY,
  PQ_CONCEPT_PROCESS,
  PQ_CONCEPT_GROUP,
  PQ_CONCEPT_COMPARTMENT,
  PQ_CONCEPT_MOLECULE,
  PQ_CONCEPT_DRUG,
  PQ_CONCEPT_SPECIES,
  PQ_CONCEPT_CELL,
  PQ_CONCEPT_VIRUS,
  PQ_CONCEPT_CLASS,
  PQ_CONCEPT_MODIFICATION
} pq_concept_type;

/** One concept.  Views live as long as the lexicon. */
typedef struct pq_concept {
  pq_view id, label, taxon, xrefs;
  pq_view accession; /* first UniProt xref, without its prefix, or empty */
  pq_concept_type type;
} pq_concept;

/** Look a concept up by id.  False if there is none. */
bool pq_lexicon_concept(const pq_lexicon *lex, pq_view id, pq_concept *out);

/** The concept of a reading that a look-up gave. */
bool pq_lexicon_read(const pq_lexicon *lex, const pq_reading *reading,
                     pq_concept *out);

/** Is `child` the same as, or through members.tsv (isa, partof, any depth up to
 * 8) under `parent`? */
bool pq_lexicon_under(const pq_lexicon *lex, pq_view child, pq_view parent);

/** Flags of a name. */
enum {
  PQ_NAME_CASE = 1,       /* cs */
  PQ_NAME_ANY_CASE = 2,   /* ci */
  PQ_NAME_NO_PLURAL = 4,  /* noplural */
  PQ_NAME_NO_AFFIX = 8,   /* noaffix */
  PQ_NAME_HEAD = 16,      /* head: needs a following noun */
  PQ_NAME_CONTEXT = 32,   /* ctx= */
  PQ_NAME_AMBIGUOUS = 64, /* amb */
  PQ_NAME_PATHWAY = 128   /* path */
};

enum {
  PQ_READINGS_MOST = 12,
  PQ_TIE = 10, /* thousandths: scores closer than this are a tie */
  PQ_NAME_TOKENS_MOST = 12
};

/** Where to look: from token `at` of a sentence. */
typedef struct pq_look {
  pq_view text;           /* the document */
  const pq_token *tokens; /* of the sentence */
  uint32_t n_tokens;
  uint32_t at;
  uint32_t most; /* no match longer than this many tokens; 0: no limit */
  bool capitals; /* the whole sentence is in capitals */
  pq_view taxon; /* of the record, or empty */
  pq_spelling *spellings; /* of the tokens, or NULL */
  pq_pairs *strange;      /* what is remembered of them; NULL if they are */
} pq_look;

/** What was found: the longest name that passes the filters of lexicon design
 * sections 5 and 7, with all its readings, best first. */
typedef struct pq_found {
  uint32_t n_tokens; /* 0: nothing */
  uint32_t flags;    /* of the best reading's name */
  bool tied;         /* the two best differ by less than 0.01 in score and name
                        different concepts, and the row does not say amb off */
  pq_reading readings[PQ_READINGS_MOST];
  uint32_t n_readings;
} pq_found;

/** Set what the lexicon knows of a new spelling: PQ_SPELLED_FUNCTION, _BARREN,
 * _OPEN, _APART, _ALONE, _LETTERS and _BARE, its run, reach and next.  For
 * tokens spelled so. */
void pq_lexicon_spell(const pq_lexicon *lex, pq_spelling *s);

/** The longest name that starts at the token.  Whole tokens only; a plural -s
 * is tried as the design says.  `out->n_tokens` is 0 if there is none.  Never
 * allocates. */
void pq_lexicon_find(const pq_lexicon *lex, const pq_look *look, pq_found *out);

/** Is it known, without a look at the tables, that no name begins at the token?
 * Then pq_lexicon_find finds none, and nothing is written onto one; the others
 * have to be asked. */
bool pq_lexicon_passes(const pq_look *look);

/** Is the word, which looks like a name, listed as one of nothing ("DNA",
 * "kDa")?  Its case matters. */
bool pq_lexicon_names_nothing(const pq_lexicon *lex, pq_view word);

/** As pq_lexicon_find, for a piece of text that is not a run of tokens ("JAK3"
 * in "pJAK3"): the whole of `name` must match.  Case rules apply. */
void pq_lexicon_find_text(const pq_lexicon *lex, pq_view name, pq_view taxon,
                          pq_found *out);

/** An affix row that `token` begins (or ends) with, the longest; the rest of
 * the token goes to `*rest`.  PQ_EFFECT_NONE if there is none. */
pq_effect pq_lexicon_prefix(const pq_lexicon *lex, pq_view token,
                            pq_view *rest);
pq_effect pq_lexicon_suffix(const pq_lexicon *lex, pq_view token,
                            pq_view *rest);

/** The fusion of two concepts ("HGNC:7910", "HGNC:427"): its id and label if it
 * is listed, `*::three` if only such a row is there (`*exact` false). */
bool pq_lexicon_fusion(const pq_lexicon *lex, pq_view five, pq_view three,
                       pq_concept *out, bool *exact);

/** A pathway row by what it is named after (ids joined by '|', as in
 * pathways.tsv) and its fields. */
typedef struct pq_pathway {
  pq_view id, named_after, label, close_match;
} pq_pathway;
bool pq_lexicon_pathway(const pq_lexicon *lex, pq_view named_after,
                        pq_pathway *out);
/** The same by the pathway's id. */
bool pq_lexicon_pathway_by_id(const pq_lexicon *lex, pq_view id,
                              pq_pathway *out);

/** Taxon of a species name, adjective or gene prefix, or empty. */
pq_view pq_lexicon_species(const pq_lexicon *lex, pq_view text);
/** Taxon of the longest species name or adjective that the text begins with,
 * whatever its case, up to the end of a word; `*length` is how many bytes it
 * has.  Empty if there is none. */
pq_view pq_lexicon_species_at(const pq_lexicon *lex, pq_view text,
                              size_t *length);
/** Does the name of a species, or an adjective, begin with the word? */
bool pq_lexicon_leads_species(const pq_lexicon *lex, pq_view word);

/** One-letter code of a residue name ("serine", "Ser", "S"), or 0.  Letters
 * alone are taken only in upper case. */
char pq_lexicon_residue(const pq_lexicon *lex, pq_view word);

/** What is known of a site of an accession, by its sequence in the strongest
 * layer that has one, else by sites.tsv. */
pq_verdict pq_lexicon_site(const pq_lexicon *lex, pq_view accession,
                           pq_site site);

/** Tell what the lexicon reads in `text`, as text for people. */
void pq_lexicon_tell(const pq_lexicon *lex, pq_view text, pq_buf *out);

/** Tell what the layers hold: things, names and keys by type, keys of several
 * things, sources. */
void pq_lexicon_count(const pq_lexicon *lex, pq_buf *out);

/** Tell, as a warning with its line, each word of the file `words` (one a line;
 * of a table the first column; packed by gzip or not) that is a name in the
 * image, which is aligned to 8 bytes, but for case, and that the image does not
 * know for English.  Names that count as written only (cs), in any case (ci) or
 * beside other words (ctx) were thought of.  PQ_OK, PQ_NO_MEM, or PQ_BAD_READ,
 * which was told. */
PQ_NODISCARD pq_status pq_lexicon_collide(pq_view image, const char *words,
                                          const pq_sink *sink);

/** Compile the tables of `folder` into an image.  Findings have file, line and
 * column.  The same rows give the same bytes.  `*out` is appended to. */
PQ_NODISCARD pq_status pq_lexicon_build(pq_alloc *alloc, const char *folder,
                                        const pq_sink *sink, pq_buf *out);

#endif
