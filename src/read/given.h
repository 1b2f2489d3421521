/* The entities that came with a text, in BioNLP's standoff format (.a1):
 *
 *   T1<TAB>Protein 0 5<TAB>STAT3
 *   T2<TAB>Complex 8 12;16 20<TAB>IL-2 R-a      in pieces
 * Offsets count code points of the text, half open.  Lines of other kinds say
 * nothing of entities and are passed over: * E M A R N #.
 */
#ifndef PQ_READ_GIVEN_H
#define PQ_READ_GIVEN_H

#include "model/store.h"

/** Fill r->given and r->cuts from the bytes of an .a1 file; r->texts.at[0] is
 * what they count in.  `file` is where findings point.  PQ_OK, PQ_BAD_SYNTAX,
 * PQ_BAD_ENCODING or PQ_LIMIT with a finding, PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_given_read(pq_record *r, pq_view bytes, pq_view file);

#endif
