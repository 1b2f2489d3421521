/* A finite verb behind "and" that goes on with an outer clause, past the one
 * that lies upon it. */
#include "clause.h"

/* "A binds B in complex with C and recruits D": A does.  The finite verb goes
 * on with one of its kind, past the phrase that lies on it. */
static void leave_complex(pq_walker *w, uint32_t i) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  if (w->depth < 2 || !pq_chunk_is(p, i - 1, PQ_CHUNK_AND) || !now->verb ||
      p->chunks.at[i].form != PQ_VERB_FINITE) {
    return;
  }
  const pq_clause *const outer = &w->stack[w->depth - 2];
  const pq_chunk *const verb = &p->chunks.at[now->verb];
  const bool phrase = verb->form == PQ_VERB_REDUCED;
  if (phrase && outer->verb && outer->subject &&
      p->chunks.at[outer->verb].form == PQ_VERB_FINITE) {
    --w->depth;
  }
}

static bool is_passive(const pq_parse *p, uint32_t verb) {
  return (p->units.at[p->chunks.at[verb].begin].classes & PQ_W_BE) != 0;
}

/* "A is done by B, which does C, and is undone by D": A is, for the verb is
 * like that of A and unlike that of B. */
static void leave_aside(pq_walker *w, uint32_t i) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  if (w->depth < 2 || !now->after_comma || !now->verb ||
      !pq_chunk_is(p, i - 1, PQ_CHUNK_AND) ||
      !pq_chunk_is(p, i - 2, PQ_CHUNK_COMMA)) {
    return;
  }
  const pq_clause *const outer = &w->stack[w->depth - 2];
  if (outer->verb && outer->subject &&
      is_passive(p, outer->verb) == is_passive(p, i) &&
      is_passive(p, now->verb) != is_passive(p, i)) {
    --w->depth;
  }
}

void pq_walk_leave(pq_walker *w, uint32_t verb) {
  leave_complex(w, verb);
  leave_aside(w, verb);
}
