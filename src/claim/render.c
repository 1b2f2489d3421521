/* Verbs that say with an adjective what is done: "A keeps B inactive", "A
 * renders B active" are read as "A inactivates B", "A activates B". */
#include "unit.h"

#include <string.h>

enum {
  OBJECT_MOST = 6 /* units: "the cyclin B1 - CDK1" */
};

static bool renders(const pq_parse *p, uint32_t i) {
  return pq_unit_means(p, i, PQ_M_RENDERING) &&
         p->units.at[i].kind == PQ_UNIT_WORD && p->units.at[i].forms;
}

/* What an adjective behind the object tells; NULL: nothing. */
static const pq_word *told_by(const pq_parse *p, uint32_t i) {
  const bool active = pq_unit_says(p, i, "active");
  if (!active && !pq_unit_says(p, i, "inactive")) return NULL;
  return pq_rules_word(p->g,
                       active ? PQ_LIT("activate") : PQ_LIT("inactivate"));
}

/* Is the adjective the last word of what the verb says: no "active site"? */
static bool ends_there(const pq_parse *p, uint32_t i) {
  const pq_unit *const next = pq_unit_at(p, i + 1);
  return i + 1 >= p->units.n || next->kind == PQ_UNIT_MARK ||
         (next->classes & (PQ_W_PREPOSITION | PQ_W_AND | PQ_W_SUBORDINATE |
                           PQ_W_RELATIVE | PQ_W_ADVERB));
}

/* The adjective behind the name that follows a verb; 0: there is none. */
static uint32_t adjective_of(const pq_parse *p, uint32_t verb) {
  uint32_t i = verb + 1;
  const uint32_t most = i + OBJECT_MOST;
  while (i < p->units.n && i < most && p->units.at[i].kind != PQ_UNIT_NAME) {
    if (p->units.at[i].forms) return 0;
    ++i;
  }
  while (i < p->units.n && i < most && p->units.at[i].kind == PQ_UNIT_NAME) {
    ++i;
  }
  const bool object = i < p->units.n && p->units.at[i - 1].kind == PQ_UNIT_NAME;
  return object && told_by(p, i) && ends_there(p, i) ? i : 0;
}

void pq_render_read(pq_parse *p) {
  for (uint32_t i = 1; i + 2 < p->units.n; ++i) {
    const uint32_t at = renders(p, i) ? adjective_of(p, i) : 0;
    const pq_word *const as = at ? told_by(p, at) : NULL;
    if (!as) continue;
    p->units.at[i].verb = as->verb;
    memmove(&p->units.at[at], &p->units.at[at + 1],
            (p->units.n - at - 1) * sizeof p->units.at[0]);
    --p->units.n;
  }
}
