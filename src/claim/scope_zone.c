/* The words that tell a hit: its verb group, and what stands before that. */
#include "doubt.h"
#include "scope.h"

bool pq_scope_is_aside(const pq_parse *p, uint32_t i) {
  const pq_tag tag = p->units.at[i].tag;
  return tag == PQ_TAG_ADVERB ||
         (tag == PQ_TAG_COMMA && p->units.at[i - 1].tag == PQ_TAG_ADVERB);
}

/* "is", "is thought to be" */
static bool ends_in_be(const pq_parse *p, uint32_t verb) {
  static const char *const words[] = {"is",   "are", "was", "were",
                                      "been", "be",  NULL};
  const uint32_t last = p->chunks.at[verb].end - 1;
  return pq_view_says_any(pq_unit_text(p, last), words);
}

/* "may be targeted for degradation": the verb that says no more; 0 none. */
static uint32_t all_that_says(const pq_parse *p, const pq_hit *h) {
  const pq_hit *const by = &p->hits.at[h->used_by];
  const bool only = h->said && h->used_by && by->voice == PQ_PASSIVE &&
                    by->trigger->type == PQ_TRIGGER_REGULATION &&
                    !pq_hit_arg(by, PQ_AS_AGENT) &&
                    !pq_hit_arg(by, PQ_AS_UPSTREAM);
  return only ? by->chunk : 0;
}

/* The verb group that tells the hit: its own, or that of "plays a role in",
 * "acts as an inhibitor of", "is thought to be a substrate of", whose subject
 * fills a role of the noun behind it; 0 none. */
static uint32_t told_by(const pq_parse *p, const pq_hit *h) {
  if (p->chunks.at[h->chunk].kind == PQ_CHUNK_VERB) return h->chunk;
  const uint32_t user = all_that_says(p, h);
  if (user) return user;
  const uint32_t before = h->chunk - 1;
  const bool as = pq_chunk_is(p, before, PQ_CHUNK_PREPOSITION);
  const uint32_t verb = before - (as ? 1 : 0);
  if (!pq_chunk_is(p, verb, PQ_CHUNK_VERB)) return 0;
  for (uint32_t k = 0; k < h->n_args; ++k) {
    const pq_arg *const a = &h->args[k];
    const bool acts = a->role == PQ_AS_AGENT || a->role == PQ_AS_UPSTREAM ||
                      h->trigger->type == PQ_TRIGGER_STATE;
    const bool is = a->role == PQ_AS_THEME && ends_in_be(p, verb);
    if ((acts || is) && a->chunk < verb) return verb;
  }
  return 0;
}

pq_zone pq_scope_zone(const pq_parse *p, const pq_hit *h) {
  const pq_chunk *const own = &p->chunks.at[h->chunk];
  if (own->kind == PQ_CHUNK_SUBORDINATE) return (pq_zone){own->begin, own->end};
  const uint32_t verb = told_by(p, h);
  if (!verb) return (pq_zone){0, 0};
  pq_zone z = {p->chunks.at[pq_doubt_chain(p, verb)].begin,
               p->chunks.at[verb].end};
  while (z.begin > 2 && pq_scope_is_aside(p, z.begin - 1)) {
    --z.begin;
  }
  return z;
}
