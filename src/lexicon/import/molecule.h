/* Names of molecules as ChEBI writes them. */
#ifndef PQ_LEXICON_IMPORT_MOLECULE_H
#define PQ_LEXICON_IMPORT_MOLECULE_H

#include "base/arena.h"

enum {
  PQ_PEPTIDE_MOST = 12, /* residues of a peptide that is told by its name */
  PQ_PEPTIDES_MOST = 8
};

/** The peptides that names of one molecule spell, in one-letter code; zeroed is
 * none. */
typedef struct pq_peptides {
  char code[PQ_PEPTIDES_MOST][PQ_PEPTIDE_MOST];
  size_t len[PQ_PEPTIDES_MOST], n;
} pq_peptides;

/** A name without HTML tags, its entities resolved, each run of white space one
 * blank: "MgHPO<small><sub>4</sub></small>" is "MgHPO4". */
PQ_NODISCARD pq_status pq_molecule_name(pq_arena *arena, pq_view raw,
                                        pq_view *out);

/** One-letter code of a peptide that is named by its residues: "AGK" of
 * "L-Ala-Gly-L-Lys" and of "Ala-Gly-Lys".  Returns its length; 0 if the name is
 * no chain of two residues or more. */
size_t pq_molecule_peptide(pq_view name, char code[PQ_PEPTIDE_MOST]);

/** Does the name spell this code, dashes aside: "AGK", "A-G-K"? */
bool pq_molecule_is_code(pq_view name, pq_view code);

/** Keep what peptide a name spells, if it spells one that is new; of more than
 * PQ_PEPTIDES_MOST only the first. */
void pq_molecule_keep_peptide(pq_peptides *all, pq_view name);

/** Is the name the code of one of them, which another name spells out? */
bool pq_molecule_is_peptide(const pq_peptides *all, pq_view name);

/** Has it two letters and digits at the most?  Such a name ("EK", "Li") means
 * too much. */
bool pq_molecule_is_short(pq_view name);

/** Is it a part of something larger: "tyrosine residue", "methyl group"? */
bool pq_molecule_is_part(pq_view name);

#endif
