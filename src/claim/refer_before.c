/* "Its", of what the sentence before told of, and not of what stands near. */
#include "anaphora.h"
#include "refer.h"

/* Does a verb say that its subject acts on the noun group: "brings about its
 * E", "leads to its E", "is required for its E"? */
static bool is_brought_about(const pq_parse *p, uint32_t noun) {
  const bool linked = pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION);
  const uint32_t verb = noun - (linked ? 2 : 1);
  if (!pq_chunk_is(p, verb, PQ_CHUNK_VERB)) return false;
  const uint32_t hit = p->chunks.at[verb].hit;
  const pq_trigger *const t = p->hits.at[hit].trigger;
  if (!hit) return false;
  if (t->type == PQ_TRIGGER_DEPENDENCE) return linked;
  return p->hits.at[hit].voice == PQ_ACTIVE_VOICE &&
         t->type == PQ_TRIGGER_REGULATION && linked == (t->to.len > 0);
}

/* "X is stable.  Y brings about its degradation": not Y's, and hardly Y's where
 * something else was told before that it may be of. */
static bool is_of_before(const pq_parse *p, uint32_t subject, uint32_t noun) {
  const pq_chunk *const s = &p->chunks.at[subject];
  const uint32_t hit = p->chunks.at[noun].hit;
  if (!hit || p->hits.at[hit].trigger->self || !is_brought_about(p, noun)) {
    return false;
  }
  pq_entity_id whose = 0;
  const uint32_t n = pq_anaphor_owners(p, noun, &whose);
  if (!n) return p->memory.n && p->memory.at[0].told_in != p->sentence;
  return n > 1 ||
         (n && whose != pq_entity_base(p->r, pq_unit_entity(p, s->name_begin)));
}

/* "X is a channel.  Y binds its tail": not Y's. */
static bool is_bound_part(const pq_parse *p, uint32_t subject, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const pq_hit *const h = &p->hits.at[p->chunks.at[noun - 1].hit];
  const pq_chunk *const s = &p->chunks.at[subject];
  return pq_chunk_is(p, noun - 1, PQ_CHUNK_VERB) &&
         p->chunks.at[noun - 1].hit && h->trigger->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[h->trigger->kind].binding &&
         (p->units.at[c->end - 1].classes & PQ_W_PART) && s->name_end &&
         p->n_topics == 1 &&
         pq_entity_base(p->r, pq_unit_entity(p, s->name_begin)) != p->topics[0];
}

/* "Y keeps levels of X low by promoting its degradation": not Y's. */
static bool is_by_way(const pq_parse *p, uint32_t subject, uint32_t noun) {
  const uint32_t by = noun - 2;
  return noun > 4 && pq_chunk_is(p, by, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[by].begin, "by") && by - 1 > subject &&
         pq_chunk_is(p, by - 1, PQ_CHUNK_NOUN) && is_brought_about(p, noun);
}

bool pq_refer_may_own(const pq_parse *p, uint32_t subject, uint32_t noun) {
  const pq_chunk *const s = &p->chunks.at[subject];
  if (!subject || p->r->wants_happenings) return true;
  if (is_by_way(p, subject, noun)) return false;
  if (s->name_end) {
    return !is_of_before(p, subject, noun) && !is_bound_part(p, subject, noun);
  }
  if (pq_anaphor_this(p, subject)) return false;
  return !s->hit || pq_hit_arg(&p->hits.at[s->hit], PQ_AS_THEME);
}

/* "Its phosphorylation by X leads to its degradation", "X binds it, leading to
 * its degradation": the first of the two, where nothing in this sentence is
 * meant; 0 none. */
static uint32_t same_before(const pq_parse *p, uint32_t noun) {
  const uint32_t begin = p->chunks.at[noun].begin;
  if (!pq_unit_says(p, begin, "its") || p->r->wants_happenings) return 0;
  for (uint32_t i = noun; i-- > 1;) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind != PQ_CHUNK_NOUN || c->refers) continue;
    const bool its = c->hit && pq_unit_says(p, c->begin, "its");
    const bool it =
        pq_chunk_is(p, i - 1, PQ_CHUNK_VERB) && pq_unit_says(p, c->begin, "it");
    if (its || it) return i;
  }
  return 0;
}

/* "binds it and causes its E": of the same, whatever that is. */
static bool is_of_it(const pq_parse *p, uint32_t noun, uint32_t *it) {
  const uint32_t verb = noun - 1;
  *it = verb > 2 ? verb - 2 : 0;
  return *it && pq_chunk_is(p, verb, PQ_CHUNK_VERB) &&
         pq_chunk_is(p, verb - 1, PQ_CHUNK_AND) &&
         pq_chunk_is(p, *it, PQ_CHUNK_NOUN) &&
         pq_unit_says(p, p->chunks.at[*it].begin, "it") &&
         pq_unit_says(p, p->chunks.at[noun].begin, "its");
}

pq_meant pq_refer_with_another(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  uint32_t other = 0;
  if (same_before(p, it->noun)) return PQ_NOBODY;
  if (!is_of_it(p, it->noun, &other)) return PQ_NOT_TOLD;
  return pq_meant_for(p->chunks.at[other].refers);
}

/* "A binds its receptor": does the verb say so of what "its" means? */
static bool is_of_doer(const pq_parse *p, uint32_t k) {
  const pq_hit *const h = &p->hits.at[p->chunks.at[k - 1].hit];
  for (uint32_t i = 0; p->chunks.at[k - 1].hit && i < h->n_args; ++i) {
    if (h->args[i].chunk == p->chunks.at[k].refers) return true;
  }
  return false;
}

/* "phosphorylates it", "unmasking its tail", "increases its activity": what
 * something is done to, and no "via its tail", which may be the doer's, nor
 * "phosphorylates its subunit", which itself may be meant then. */
static bool is_acted_on(const pq_parse *p, uint32_t k) {
  const pq_chunk *const c = &p->chunks.at[k];
  if (c->kind != PQ_CHUNK_NOUN || c->name_end ||
      !pq_chunk_is(p, k - 1, PQ_CHUNK_VERB)) {
    return false;
  }
  return pq_unit_says(p, c->begin, "it") ||
         (pq_unit_says(p, c->begin, "its") &&
          (c->hit || !p->chunks.at[k - 1].hit) &&
          !pq_unit_says(p, c->begin + 1, "own") && !is_of_doer(p, k));
}

pq_meant pq_refer_acted_on(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t noun = it->noun;
  const uint32_t subject = it->use == PQ_IT_DOES ? 0 : it->now->subject;
  if (!pq_unit_says(p, p->chunks.at[noun].begin, "it")) return PQ_NOT_TOLD;
  for (uint32_t k = noun; k-- > 1;) {
    const pq_chunk *const c = &p->chunks.at[k];
    if (c->kind == PQ_CHUNK_STOP) return PQ_NOT_TOLD;
    if (!is_acted_on(p, k)) continue;
    if (c->refers && c->refers == subject) return PQ_NOT_TOLD;
    return pq_meant_if(c->refers ? c->refers : k);
  }
  return PQ_NOT_TOLD;
}

/* "it" that a clause begins with */
static bool is_subject_it(const pq_parse *p, uint32_t k) {
  const pq_chunk *const c = &p->chunks.at[k];
  return c->kind == PQ_CHUNK_NOUN && c->end == c->begin + 1 &&
         pq_unit_says(p, c->begin, "it") &&
         pq_chunk_is(p, k + 1, PQ_CHUNK_VERB) &&
         p->chunks.at[k + 1].form == PQ_VERB_FINITE &&
         !pq_chunk_is(p, k - 1, PQ_CHUNK_VERB);
}

pq_meant pq_refer_repeated(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t subject = it->now->subject;
  const uint32_t word = p->chunks.at[it->noun].begin;
  if (!subject || !p->chunks.at[subject].name_end || p->r->wants_happenings ||
      !(pq_unit_says(p, word, "it") || pq_unit_says(p, word, "its"))) {
    return PQ_NOT_TOLD;
  }
  for (uint32_t k = it->noun; k-- > 1;) {
    if (p->chunks.at[k].kind == PQ_CHUNK_STOP) return PQ_NOT_TOLD;
    if (k == subject || !is_subject_it(p, k)) continue;
    return pq_meant_if(p->chunks.at[k].refers ? p->chunks.at[k].refers : k);
  }
  return PQ_NOT_TOLD;
}
