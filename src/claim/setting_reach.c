/* Which verbs a phrase such as "in mice" holds for. */
#include "setting.h"

/* Does the chunk turn to another matter: ";", "whereas", "but"? */
static bool is_turn(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  switch (c->kind) {
  case PQ_CHUNK_STOP: return true;
  case PQ_CHUNK_SUBORDINATE: return pq_unit_means(p, c->begin, PQ_M_CONTRAST);
  case PQ_CHUNK_AND: return pq_unit_says(p, c->begin, "but");
  default: return false;
  }
}

static bool turns_between(const pq_parse *p, uint32_t a, uint32_t b) {
  for (uint32_t i = a < b ? a : b; i < (a < b ? b : a); ++i) {
    if (is_turn(p, i)) return true;
  }
  return false;
}

uint32_t pq_setting_verb_before(const pq_parse *p, uint32_t chunk) {
  for (uint32_t i = chunk; i-- > 1;) {
    if (is_turn(p, i)) return 0;
    if (p->chunks.at[i].kind == PQ_CHUNK_VERB) return i;
  }
  return 0;
}

uint32_t pq_setting_verb_of(const pq_parse *p, const pq_hit *h) {
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  if (c->kind == PQ_CHUNK_VERB) return h->chunk;
  const uint32_t user = h->used_by ? p->hits.at[h->used_by].chunk : 0;
  if (user && p->chunks.at[user].kind == PQ_CHUNK_VERB) return user;
  return c->verb ? c->verb : pq_setting_verb_before(p, h->chunk);
}

/* "and binds", "and, in parallel to it, binds" */
static bool leads_verb(const pq_parse *p, uint32_t joint) {
  uint32_t k = joint + 1;
  if (pq_chunk_is(p, k, PQ_CHUNK_VERB)) return true;
  if (pq_chunk_is(p, k, PQ_CHUNK_COMMA)) ++k;
  while (pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION) &&
         pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN)) {
    k += 2;
  }
  if (pq_chunk_is(p, k, PQ_CHUNK_COMMA)) ++k;
  return pq_chunk_is(p, k, PQ_CHUNK_VERB) &&
         p->chunks.at[k].form == PQ_VERB_FINITE;
}

/* Do two verb groups go on in one clause, without "and" between? */
static bool is_one_clause(const pq_parse *p, uint32_t a, uint32_t b) {
  if (p->chunks.at[a].clause != p->chunks.at[b].clause) return false;
  /* "X secreted by Y binds Z on cells": it is not secreted there */
  if (a < b && p->chunks.at[a].form == PQ_VERB_REDUCED &&
      p->chunks.at[b].form == PQ_VERB_FINITE) {
    return false;
  }
  for (uint32_t i = a < b ? a : b; i < (a < b ? b : a); ++i) {
    if (p->chunks.at[i].kind == PQ_CHUNK_AND && leads_verb(p, i)) return false;
  }
  return true;
}

static bool is_and(const pq_parse *p, uint32_t i) {
  return pq_chunk_is(p, i, PQ_CHUNK_AND) ||
         (pq_chunk_is(p, i, PQ_CHUNK_COMMA) &&
          pq_chunk_is(p, i - 1, PQ_CHUNK_AND));
}

/* "in mice and in rats, ...": is there a phrase of its kind before the "and"?
 */
static bool goes_on(const pq_parse *p, uint32_t chunk) {
  uint32_t k = chunk;
  while (k > 1 && !pq_chunk_is(p, k, PQ_CHUNK_AND)) {
    --k;
  }
  return pq_chunk_is(p, k - 1, PQ_CHUNK_NOUN) &&
         pq_chunk_is(p, k - 2, PQ_CHUNK_PREPOSITION) &&
         !pq_chunk_is(p, k + 1, PQ_CHUNK_COMMA); /* "and, in rats, ..." */
}

/* The finite verb that what begins behind chunk k comes to; 0 none. */
static uint32_t next_verb(const pq_parse *p, uint32_t k) {
  while (k + 1 < p->chunks.n && !is_turn(p, k + 1)) {
    if (p->chunks.at[++k].kind == PQ_CHUNK_VERB) {
      return p->chunks.at[k].form == PQ_VERB_FINITE ? k : 0;
    }
  }
  return 0;
}

/* "A cleaves B, and its loss in mice causes C": the verb of what the phrase of
 * a noun group tells more of; 0 none. */
static uint32_t leads_subject(const pq_parse *p, uint32_t noun) {
  const bool begins = noun > 4 && pq_chunk_is(p, noun - 2, PQ_CHUNK_NOUN) &&
                      pq_chunk_is(p, noun - 3, PQ_CHUNK_AND) &&
                      pq_chunk_is(p, noun - 4, PQ_CHUNK_COMMA);
  return begins && pq_chunk_is(p, noun + 1, PQ_CHUNK_VERB) &&
                 p->chunks.at[noun + 1].form == PQ_VERB_FINITE
             ? noun + 1
             : 0;
}

/* "A binds B, in mice C binds D", with "In" perhaps, as if a sentence began:
 * the verb that the phrase of a noun group behind a comma leads in, or 0. */
static uint32_t leads_apart(const pq_parse *p, uint32_t noun) {
  const pq_view word = pq_unit_text(p, p->chunks.at[noun - 1].begin);
  if (!pq_chunk_is(p, noun - 2, PQ_CHUNK_COMMA) ||
      !pq_setting_verb_before(p, noun)) {
    return 0;
  }
  if (pq_is_upper(word.ptr[0])) return next_verb(p, noun);
  uint32_t k = noun;
  while (p->chunks.at[k].next) {
    k = p->chunks.at[k].next;
  }
  return pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN) ? next_verb(p, k) : 0;
}

uint32_t pq_setting_leads_in(const pq_parse *p, uint32_t chunk) {
  uint32_t k = chunk; /* "in vitro" has no chunk, and this one is before it */
  const bool phrase = !is_and(p, chunk);
  if (phrase) {
    const uint32_t noun =
        chunk + (p->chunks.at[chunk].kind == PQ_CHUNK_PREPOSITION);
    if (!pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION)) return 0;
    const uint32_t verb = leads_subject(p, noun);
    if (verb) return verb;
    if (!is_and(p, noun - 2)) return leads_apart(p, noun);
    for (k = noun; p->chunks.at[k].next;) {
      k = p->chunks.at[k].next;
    }
  }
  if (pq_chunk_is(p, k + 1, PQ_CHUNK_COMMA)) {
    if (phrase && goes_on(p, chunk)) return 0;
    ++k;
  }
  const bool leads = pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN) ||
                     pq_chunk_is(p, k + 1, PQ_CHUNK_VERB);
  return leads ? next_verb(p, k) : 0;
}

/* "A does B in C and D in E": in E is said of D. */
static bool is_of_next(const pq_parse *p, uint32_t chunk) {
  uint32_t noun =
      chunk; /* "in vitro" has no chunk, and this one is before it */
  if (pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION)) --noun;
  if (pq_chunk_is(p, noun, PQ_CHUNK_PREPOSITION)) --noun;
  return chunk > 3 && pq_chunk_is(p, noun, PQ_CHUNK_NOUN) &&
         p->chunks.at[noun].name_end && !p->chunks.at[noun].prior &&
         pq_chunk_is(p, noun - 1, PQ_CHUNK_AND);
}

/* "binds elements | located within promoters": nobody binds there; but "was
 * seen | observed in cells" tells where it was. */
static bool is_of_participle(const pq_parse *p, uint32_t verb, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t first = c->prior ? c->prior : chunk;
  const uint32_t lead = first - (c->kind == PQ_CHUNK_NOUN ? 1 : 0);
  return verb + 1 == lead && p->chunks.at[verb].form == PQ_VERB_REDUCED &&
         !(p->units.at[p->chunks.at[verb].head].classes & PQ_W_HAPPENING);
}

/* ", suggesting": what is said behind it is only thought. */
static bool is_thought(const pq_parse *p, uint32_t verb) {
  const pq_chunk *const c = &p->chunks.at[verb];
  const uint32_t rule = p->units.at[c->head].verb;
  return c->form == PQ_VERB_ING && pq_chunk_is(p, verb - 1, PQ_CHUNK_COMMA) &&
         p->g->triggers.at[rule].type == PQ_TRIGGER_THOUGHT;
}

bool pq_setting_reaches(const pq_parse *p, const pq_draft *d, uint32_t chunk) {
  const pq_hit *const h = &p->hits.at[d->hit];
  const uint32_t before = pq_setting_verb_before(p, chunk);
  if (turns_between(p, h->chunk, chunk)) return false;
  const uint32_t next = pq_setting_leads_in(p, chunk);
  if (next) {
    return h->chunk > chunk && is_one_clause(p, pq_setting_verb_of(p, h), next);
  }
  if (h->chunk < chunk && is_of_next(p, chunk)) return false;
  if (!before) return true;
  const uint32_t verb = pq_setting_verb_of(p, h);
  if (h->chunk < before && is_thought(p, before)) return false;
  if (verb != before && is_of_participle(p, before, chunk)) return false;
  return verb ? is_one_clause(p, verb, before) : h->chunk < chunk;
}
