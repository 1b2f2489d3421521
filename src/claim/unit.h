/* The steps from tokens to the units of a sentence. */
#ifndef PQ_CLAIM_UNIT_H
#define PQ_CLAIM_UNIT_H

#include "parse.h"

/** Does unit i stand between two members of a list that are of this kind? */
bool pq_unit_joins(const pq_parse *p, uint32_t i, pq_unit_kind kind);

/** Let lists of names and of residues be one unit each. */
void pq_units_join(pq_parse *p);

/** Brackets -> units in the flow, other names dropped, remarks in `spare`. */
PQ_NODISCARD pq_status pq_units_fold(pq_parse *p);

/** Read an arrow between two sides as what reacts into what. */
PQ_NODISCARD pq_status pq_equation_read(pq_parse *p);

/** Leave the units out that say in which state a thing does not do it: "but not
 * unphosphorylated" of "binds phosphorylated but not unphosphorylated A". */
void pq_contrast_cut(pq_parse *p);

/** Read "keeps A inactive" as "inactivates A". */
void pq_render_read(pq_parse *p);

#endif
