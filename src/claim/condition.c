/* What is said of a condition only: "if X binds", "not without Y", "unless". */
#include "doubt.h"

/* Does it begin a condition: "if", "unless", "only when"? */
static bool is_if(const pq_parse *p, const pq_chunk *c) {
  static const char *const words[] = {"if",
                                      "unless",
                                      "provided that",
                                      "providing that",
                                      "in the event that",
                                      "on condition that",
                                      NULL};
  return c->kind == PQ_CHUNK_SUBORDINATE &&
         (pq_view_says_any(pq_unit_text(p, c->begin), words) ||
          (pq_unit_says(p, c->begin, "when") &&
           pq_unit_says(p, c->begin - 1, "only")));
}

/* "In the absence of X, Y is not phosphorylated" denies nothing of Y. */
static bool is_lack(const pq_parse *p, const pq_chunk *c) {
  if (c->kind != PQ_CHUNK_PREPOSITION) return false;
  return pq_view_same(pq_unit_at(p, c->begin)->slot,
                      PQ_LIT("in the absence of")) ||
         pq_unit_says(p, c->begin, "without");
}

/* "If X is phosphorylated, ...": nothing says that it is. */
static bool is_condition(const pq_parse *p, const pq_draft *d) {
  const uint32_t verb = p->hits.at[d->hit].chunk;
  const pq_chunk *const said = &p->chunks.at[verb];
  if (said->kind != PQ_CHUNK_VERB) return false;
  for (uint32_t i = 1; i < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (i < verb && c->clause == said->clause && is_if(p, c)) return true;
  }
  return false;
}

void pq_condition_drop(pq_parse *p, uint32_t first) {
  uint32_t n = first;
  for (uint32_t i = first; i < p->drafts.n; ++i) {
    const pq_draft d = p->drafts.at[i];
    if (!is_condition(p, &d)) p->drafts.at[n++] = d;
  }
  p->drafts.n = n;
}

/* "when Y1068 is mutated", "if X is blocked": of what is not as it should be.
 */
static bool is_when_lacking(const pq_parse *p, const pq_chunk *c) {
  const uint32_t lacking = PQ_W_MUTANT | PQ_W_LACK;
  if (c->kind != PQ_CHUNK_SUBORDINATE ||
      !(pq_unit_says(p, c->begin, "when") || pq_unit_says(p, c->begin, "if"))) {
    return false;
  }
  for (uint32_t i = c->begin + 1; i < p->units.n; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->tag == PQ_TAG_STOP || u->tag == PQ_TAG_COMMA) return false;
    if (u->classes & lacking) return true;
  }
  return false;
}

/* "is not sufficient to bind": with the help of others it may. */
static bool is_insufficient(const pq_parse *p, const pq_draft *d) {
  const pq_chunk *const c = &p->chunks.at[p->hits.at[d->hit].chunk];
  return c->kind == PQ_CHUNK_VERB &&
         pq_unit_means(p, c->begin - 1, PQ_M_ENOUGH);
}

/* "is unable to bind in the absence of X", "does not bind unless": it may. */
bool pq_condition_denies(const pq_parse *p, const pq_draft *d) {
  for (uint32_t i = 1; d->claim.negated && i < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (p->hits.at[d->hit].chunk == i + 1) continue; /* "without binding X" */
    if (is_insufficient(p, d)) return true;
    if (is_lack(p, c) || is_when_lacking(p, c) ||
        (c->kind == PQ_CHUNK_SUBORDINATE &&
         pq_unit_says(p, c->begin, "unless"))) {
      return true;
    }
  }
  return false;
}

bool pq_condition_is_here(const pq_parse *p, const pq_draft *d) {
  const pq_hit *const h = &p->hits.at[d->hit];
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (d->claim.negated && d->claim.relation == PQ_REL_HAPPENS &&
      h->voice == PQ_PASSIVE && !pq_hit_arg(h, PQ_AS_AGENT) &&
      !pq_hit_arg(h, PQ_AS_UPSTREAM) &&
      pq_chunk_is(p, h->chunk + 1, PQ_CHUNK_PREPOSITION) &&
      pq_unit_says(p, p->chunks.at[h->chunk + 1].begin, "by")) {
    return true;
  }
  return d->claim.negated && d->claim.relation == PQ_REL_HAPPENS &&
         h->voice == PQ_ACTIVE_VOICE && theme && theme->chunk > h->chunk;
}

bool pq_condition_is_missed(const pq_parse *p, const pq_draft *d) {
  const pq_hit *const h = &p->hits.at[d->hit];
  for (uint32_t k = 0; !d->claim.negated && k < h->n_args; ++k) {
    const pq_arg *const a = &h->args[k];
    const bool acts = a->role == PQ_AS_AGENT || a->role == PQ_AS_UPSTREAM;
    const pq_hit *const cause = &p->hits.at[acts ? a->hit : 0];
    if (acts && a->hit && cause->voice != PQ_NOMINAL &&
        cause->chunk < h->chunk && pq_modality_of_hit(p, a->hit).negated) {
      return true;
    }
  }
  return false;
}
