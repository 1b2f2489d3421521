/* Agents and residues that a sentence tells of by turns.
 *
 *   by A at S1 and by B at S2
 *   at S1 by A and at S2 by B
 */
#include "draft.h"

/* Agents and residues that take turns: their chunks. */
typedef struct turns {
  uint32_t chunks[8];
  uint32_t n;
  bool site_first;
} turns;

/* "by A at S1 and by B at S2", "at S1 by A and at S2 by B" */
static bool take_turns(const pq_hit *h, turns *t) {
  for (uint32_t i = 0; i < h->n_args; ++i) {
    const pq_arg *const a = &h->args[i];
    const bool site = a->role == PQ_AS_SITE;
    if (!site && a->role != PQ_AS_AGENT) continue;
    if (t->n == 0) t->site_first = site;
    const bool due = site == (t->site_first == (t->n % 2 == 0));
    const uint32_t last = t->n ? t->chunks[t->n - 1] : h->chunk;
    if (!due || !a->all || a->chunk <= last || t->n == 8) return false;
    t->chunks[t->n++] = a->chunk;
  }
  return t->n > 2 && t->n % 2 == 0;
}

bool pq_turn_is_other(const pq_parse *p, const pq_hit *h, const pq_arg *a,
                      const pq_made *m) {
  turns t = {.n = 0};
  uint32_t site = 0; /* of the event, and of the agent */
  uint32_t own = 0;
  if (a->role != PQ_AS_AGENT || pq_span_empty(m->site) || !take_turns(h, &t)) {
    return false;
  }
  for (uint32_t i = t.site_first ? 0 : 1; i < t.n; i += 2) {
    const uint32_t agent = t.site_first ? i + 1 : i - 1;
    if (p->chunks.at[t.chunks[i]].span.begin <= m->site.begin) {
      site = t.chunks[i];
    }
    if (t.chunks[agent] == a->chunk) own = t.chunks[i];
  }
  return site != own;
}
