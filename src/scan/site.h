/* Residues, positions and mutants, in every spelling that prose has. */
#ifndef PQ_SCAN_SITE_H
#define PQ_SCAN_SITE_H

#include "token.h"

#include "lexicon/lexicon.h"

enum {
  PQ_POSITION_MOST = 40000 /* titin, the longest, has some 34,000 residues */
};

/** Is it the letter of an amino acid? */
bool pq_site_is_amino(char c);

/** Find the sites of a sentence, append them to r->sites. */
PQ_NODISCARD pq_status pq_site_scan(const pq_line *l, const pq_lexicon *lex);

/** A site or mutant written as one word: "S727", "Ser505", "pY705", "F1174L",
 * "Arg1275Gln".  False if it is none. */
typedef struct pq_site_word {
  pq_site site;
  pq_view mutant; /* in one-letter form if it was so written */
  bool letter;    /* one letter and digits: could be a name */
  bool phospho;   /* led by p */
} pq_site_word;
bool pq_site_of_word(const pq_lexicon *lex, pq_view word, pq_site_word *out);

/** The residue that a word names: "serine", "Ser", "tyrosines"; 0 if none. */
char pq_site_residue(const pq_lexicon *lex, pq_view word);

/** Does the word speak of residues or of phosphorylation? */
bool pq_site_is_cue(const pq_record *r, pq_view word);

/** Does the token say "residue", "sites" or the like; or, with them, what leads
 * a residue in: "at", "on"? */
bool pq_site_says_residue(const pq_line *l, uint32_t i);
bool pq_site_says_cue(const pq_line *l, uint32_t i);

/** "acetylates", "SUMOylated", "methylation": is it done to residues? */
bool pq_site_is_modification(pq_view word);

/** Does the sentence speak of phosphorylation or residues?  Asked once. */
typedef struct pq_site_cues {
  bool asked, cued;
} pq_site_cues;
bool pq_site_is_cued(const pq_line *l, pq_site_cues *cues);

/** May "S727" at token i be a site, rather than a name or a phase? */
bool pq_site_bare_fits(const pq_line *l, uint32_t i, const pq_site_word *w,
                       pq_site_cues *cues);

/** May a site begin with a word that is spelled so?  Its classes and its
 * residue are set. */
bool pq_site_may_begin(const pq_spelling *s);

#endif
