/* Does this protein have this residue here? */
#ifndef PQ_LEXICON_RESIDUE_H
#define PQ_LEXICON_RESIDUE_H

#include "layer.h"

/** Ask one image.  PQ_SITE_UNVERIFIED if it knows nothing of the position. */
pq_site_check pq_residue_check(const pq_image *im, pq_view accession,
                               pq_site site, char *there);

/** One-letter code of "serine", "Ser" or "S", or 0.  Three letters are taken
 * with one capital only: "his" and "MET" are other words. */
char pq_residue_of(const pq_image *im, pq_view word);

#endif
