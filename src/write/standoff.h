/* BioNLP and brat standoff: events with the words that tell of them.
 *
 *   T5<TAB>Phosphorylation 6 20<TAB>phosphorylates
 *   E1<TAB>Phosphorylation:T5 Theme:T2 Cause:T1 Site:T3
 *   M1<TAB>Negation E1
 */
#ifndef PQ_WRITE_STANDOFF_H
#define PQ_WRITE_STANDOFF_H

#include "scheme.h"

#include "base/buf.h"

/** Append the annotation of the record's happenings.  With given entities: what
 * stands in an .a2 file, and ids count on behind theirs.  Else an .ann file,
 * with entities of its own and what they are in databases. */
PQ_NODISCARD pq_status pq_write_standoff(const pq_record *r, pq_scheme scheme,
                                         pq_buf *out);

#endif
