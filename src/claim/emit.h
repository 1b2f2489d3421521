/* Rules of language as a C source, so that the tool need not read its own
 * grammar at every start. */
#ifndef PQ_CLAIM_EMIT_H
#define PQ_CLAIM_EMIT_H

#include "claim.h"

/** Append a C source that defines the rules as a constant, `const pq_grammar
 * NAME`.  The buffer's status tells of a failure. */
void pq_grammar_emit(const pq_grammar *g, const char *name, pq_buf *out);

#endif
