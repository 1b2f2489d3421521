/* Which papers back which claim. */
#ifndef PQ_CLAIM_ATTACH_H
#define PQ_CLAIM_ATTACH_H

#include "parse.h"

/** A token of the sentence, counted from its first. */
static inline const pq_token *pq_attach_token_at(const pq_parse *p,
                                                 uint32_t i) {
  return &p->r->tokens.at[p->s->token + i];
}

/** The first token of the sentence, counted from its first, that begins at a
 * byte or behind it. */
uint32_t pq_attach_token(const pq_parse *p, uint32_t byte);

/** Is that token one of these words? */
bool pq_attach_says(const pq_parse *p, uint32_t token,
                    const char *const *words);

/** Works that running text names together, "Smith et al. (1999) and Lee et al.
 * (2001) found": citations [first, end); equal if there are none. */
typedef struct pq_running {
  uint32_t first, end;
} pq_running;

/** The last of them before byte `begin`, of the citations `first` to `n`. */
pq_running pq_running_before(const pq_parse *p, uint32_t first, uint32_t n,
                             uint32_t begin);

/** Does citation `i`, which stands in running text, back what stands at `span`?
 * `before` is what stands before that; `bracketed`: a bracket backs it. */
bool pq_running_backs(const pq_parse *p, uint32_t i, pq_span span,
                      pq_running before, bool bracketed);

#endif
