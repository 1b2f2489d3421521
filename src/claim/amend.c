/* What a sentence says of what it has told: that nobody has seen it, that
 * little speaks for it, or that it is gone.
 *
 *   evidence that A does B | is lacking           unclear
 *   evidence for E | has not been found           unclear
 *   E | is absent in these cells                  negated
 *   A does B, but | this | has not been seen      unclear
 *   A does B, but whether | this | occurs ...     unclear
 *   A does B; however, | others | did not find    denied
 *   A does B, whereas others found no | evidence  denied
 *   A does B, although | evidence | is lacking    unclear
 *   A is said to do B, but | it | does not        denied
 */
#include "doubt.h"

enum {
  SUBJECT_MOST = 3 /* units: "this finding" */
};

static bool ends_in(const pq_parse *p, uint32_t chunk, pq_meaning meaning) {
  return pq_chunk_is(p, chunk, PQ_CHUNK_NOUN) &&
         pq_unit_means(p, p->chunks.at[chunk].end - 1, meaning);
}

/* The first cue from unit `begin` up to `end` that puts in doubt; or NULL.  A
 * word for little evidence does where the text speaks of evidence. */
static const pq_cue *doubting(const pq_parse *p, uint32_t begin, uint32_t end,
                              bool evidence) {
  for (uint32_t i = 0; i < p->cues.n; ++i) {
    const pq_cue *const c = &p->cues.at[i];
    const bool doubts =
        c->kind == PQ_CUE_NEGATION || c->kind == PQ_CUE_UNCLEAR ||
        c->kind == PQ_CUE_CONTROVERSY || (evidence && c->kind == PQ_CUE_SCANT);
    if (doubts && c->unit >= begin && c->unit < end) return c;
  }
  return NULL;
}

/* The units that a predicate takes: its verb groups, and a noun group behind
 * "is". */
static uint32_t end_of(const pq_parse *p, uint32_t verb) {
  uint32_t k = verb;
  while (pq_chunk_is(p, k + 1, PQ_CHUNK_VERB)) {
    ++k;
  }
  if (p->chunks.at[k].copula && pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN)) ++k;
  return p->chunks.at[k].end;
}

/* ---- evidence ---- */

/* Do these words lead what the hit says: "evidence that A does B", "proof of
 * E", "data supporting E"? */
static bool is_led_by(const pq_parse *p, const pq_hit *h, pq_meaning words) {
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  if (h->voice == PQ_NOMINAL) {
    const uint32_t first = c->prior ? c->prior : h->chunk;
    const bool linked = pq_chunk_is(p, first - 1, PQ_CHUNK_PREPOSITION) ||
                        (pq_chunk_is(p, first - 1, PQ_CHUNK_VERB) &&
                         p->chunks.at[first - 1].form == PQ_VERB_ING);
    return linked && ends_in(p, first - 2, words);
  }
  for (uint32_t i = h->chunk; i-- > 2;) {
    const pq_chunk_kind kind = p->chunks.at[i].kind;
    if (kind == PQ_CHUNK_STOP || kind == PQ_CHUNK_WHETHER) return false;
    if (kind == PQ_CHUNK_SUBORDINATE) {
      return pq_unit_says(p, p->chunks.at[i].begin, "that") &&
             ends_in(p, i - 1, words);
    }
  }
  return false;
}

/* The finite verb group behind what is told that goes on with no other; 0 none.
 */
static uint32_t verb_behind(const pq_parse *p, uint32_t chunk) {
  for (uint32_t i = chunk + 1; i < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind == PQ_CHUNK_STOP || c->kind == PQ_CHUNK_SUBORDINATE ||
        c->kind == PQ_CHUNK_RELATIVE) {
      return 0;
    }
    if (c->kind == PQ_CHUNK_VERB && c->form == PQ_VERB_FINITE &&
        !pq_chunk_is(p, i - 1, PQ_CHUNK_AND)) {
      return i;
    }
  }
  return 0;
}

/* The cue of the verb behind what evidence speaks for. */
static const pq_cue *scant_evidence(const pq_parse *p, const pq_hit *h) {
  if (!is_led_by(p, h, PQ_M_PROOF)) return NULL;
  const uint32_t verb = verb_behind(p, h->chunk);
  return verb ? doubting(p, p->chunks.at[verb].begin, end_of(p, verb), true)
              : NULL;
}

/* "The idea that A does B | has been rejected", "is disputed". */
static bool is_given_up(const pq_parse *p, const pq_hit *h, pq_amendment *out) {
  if (h->voice == PQ_NOMINAL || !is_led_by(p, h, PQ_M_IDEA)) return false;
  const uint32_t verb = verb_behind(p, h->chunk);
  if (!verb) return false;
  const pq_chunk *const v = &p->chunks.at[verb];
  if (v->head && pq_unit_means(p, v->head, PQ_M_REJECTED)) {
    *out = (pq_amendment){PQ_DENIED, p->units.at[v->head].span};
    return true;
  }
  const pq_cue *const cue = doubting(p, v->begin, end_of(p, verb), false);
  if (!cue) return false;
  out->cue = cue->span;
  out->stance = cue->kind == PQ_CUE_CONTROVERSY ? PQ_CONTROVERSIAL : PQ_UNCLEAR;
  return true;
}

/* ---- what is gone ---- */

/* The word that says so behind a verb group, "is absent", or as its head, "was
 * lost"; 0 none. */
static uint32_t gone_word(const pq_parse *p, uint32_t verb) {
  const pq_chunk *const v = &p->chunks.at[verb];
  const uint32_t unit = v->copula && pq_chunk_is(p, verb + 1, PQ_CHUNK_NOUN)
                            ? p->chunks.at[verb + 1].end - 1
                            : v->head;
  const bool done = unit >= v->end || (p->units.at[v->begin].classes & PQ_W_BE);
  return unit && done && !v->negated && pq_unit_means(p, unit, PQ_M_GONE) ? unit
                                                                          : 0;
}

pq_span pq_amend_gone(const pq_parse *p, const pq_hit *h) {
  const pq_span none = {0, 0};
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  const uint32_t first = c->prior ? c->prior : h->chunk;
  uint32_t verb = h->chunk + 1;
  if (h->voice != PQ_NOMINAL ||
      pq_chunk_is(p, first - 1, PQ_CHUNK_PREPOSITION) ||
      pq_chunk_is(p, first - 1, PQ_CHUNK_VERB)) {
    return none;
  }
  while (pq_chunk_is(p, verb, PQ_CHUNK_NOUN) ||
         pq_chunk_is(p, verb, PQ_CHUNK_PREPOSITION) ||
         pq_chunk_is(p, verb, PQ_CHUNK_AND)) {
    ++verb;
  }
  const bool says = pq_chunk_is(p, verb, PQ_CHUNK_VERB) &&
                    p->chunks.at[verb].form == PQ_VERB_FINITE;
  const uint32_t word = says ? gone_word(p, verb) : 0;
  return word ? p->units.at[word].span : none;
}

/* ---- "but this" ---- */

/* "but", "although", "however": where a clause begins that may take back what
 * was told before. */
static bool is_turn(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  return (c->kind == PQ_CHUNK_AND || c->kind == PQ_CHUNK_SUBORDINATE) &&
         pq_unit_means(p, c->begin, PQ_M_TURN);
}

/* "this", "this finding", and not "this kinase" or "this phosphorylation". */
static bool is_this(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  return pq_chunk_is(p, chunk, PQ_CHUNK_NOUN) && !c->name_end &&
         (p->units.at[c->begin].classes & PQ_W_DEMONSTRATIVE) &&
         c->end - c->begin <= SUBJECT_MOST && ends_in(p, chunk, PQ_M_MATTER);
}

/* "this finding", "this modification" as what others did not see. */
static bool is_told(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  return pq_chunk_is(p, chunk, PQ_CHUNK_NOUN) && !c->name_end &&
         ((p->units.at[c->begin].classes & PQ_W_DEMONSTRATIVE) ||
          pq_unit_says(p, c->begin, "it"));
}

bool pq_amend_is_people(const pq_parse *p, uint32_t chunk) {
  if (ends_in(p, chunk, PQ_M_PEOPLE)) return true;
  if (!pq_chunk_is(p, chunk, PQ_CHUNK_VERB)) return false;
  const uint32_t verb = p->chunks.at[chunk].span.begin;
  const uint32_t since = p->chunks.at[chunk - 1].span.end;
  const uint32_t end = pq_first_citation(p->r, p->sentence + 1);
  for (uint32_t i = p->citation; i < end; ++i) {
    const pq_citation *const c = &p->r->citations.at[i];
    if (!c->in_bracket && c->span.begin >= since && c->span.end + 1 >= verb &&
        c->span.end <= verb) {
      return true;
    }
  }
  return false;
}

/* Does the verb group say that something is seen or found? */
static bool sees(const pq_parse *p, uint32_t verb) {
  const pq_chunk *const c = &p->chunks.at[verb];
  const pq_unit *const head = &p->units.at[c->head];
  return c->head && ((head->classes & PQ_W_HAPPENING) ||
                     p->g->triggers.at[head->verb].type == PQ_TRIGGER_THOUGHT ||
                     pq_unit_means(p, c->head, PQ_M_CONFIRMED));
}

/* "..., but whether this occurs in C is not known": `at` is "this". */
static const pq_cue *asked_before(const pq_parse *p, uint32_t at) {
  const uint32_t verb = at + 1;
  if (!is_this(p, at) || !pq_chunk_is(p, verb, PQ_CHUNK_VERB)) return NULL;
  const pq_unit *const head = &p->units.at[p->chunks.at[verb].head];
  const bool happens =
      p->chunks.at[verb].copula || (head->classes & (PQ_W_HAPPENING | PQ_W_BE));
  return happens ? doubting(p, p->chunks.at[verb].begin, p->units.n, false)
                 : NULL;
}

/* "no binding", "no such effect": nobody says of what, or between whom. */
static bool is_none(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  return pq_chunk_is(p, chunk, PQ_CHUNK_NOUN) && !c->name_end &&
         pq_unit_says(p, c->begin, "no") &&
         !pq_chunk_is(p, chunk + 1, PQ_CHUNK_PREPOSITION) &&
         (pq_unit_says(p, c->begin + 1, "such") ||
          (c->hit && c->end == c->begin + 2));
}

/* "others found no evidence", "studies provided little support", "others saw no
 * binding" */
static const pq_cue *found_none(const pq_parse *p, uint32_t object) {
  if (!ends_in(p, object, PQ_M_PROOF) && !is_none(p, object)) return NULL;
  const pq_chunk *const c = &p->chunks.at[object];
  return doubting(p, c->begin, c->end, true);
}

/* "direct evidence is lacking", "evidence for this is limited", "no evidence
 * exists": of no other thing. */
static const pq_cue *lacks_proof(const pq_parse *p, uint32_t at) {
  if (!ends_in(p, at, PQ_M_PROOF)) return NULL;
  const bool of_this =
      pq_chunk_is(p, at + 1, PQ_CHUNK_PREPOSITION) && is_told(p, at + 2);
  const uint32_t verb = of_this ? at + 3 : at + 1;
  return pq_chunk_is(p, verb, PQ_CHUNK_VERB)
             ? doubting(p, p->chunks.at[at].begin, end_of(p, verb), true)
             : NULL;
}

/* "it does not", "they were later shown not to", and no more. */
static const pq_cue *denies_itself(const pq_parse *p, uint32_t at) {
  const pq_chunk *const c = &p->chunks.at[at];
  if (!pq_chunk_is(p, at, PQ_CHUNK_NOUN) || c->end != c->begin + 1 ||
      !(p->units.at[c->begin].classes & PQ_W_PRONOUN)) {
    return NULL;
  }
  uint32_t k = at + 1;
  while (pq_chunk_is(p, k, PQ_CHUNK_VERB) && !p->chunks.at[k].hit) {
    ++k;
  }
  if (k == at + 1) return NULL;
  if (pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION) &&
      pq_unit_says(p, p->chunks.at[k].begin, "to")) {
    ++k;
  }
  return pq_chunk_is(p, k, PQ_CHUNK_STOP)
             ? doubting(p, c->end, p->chunks.at[k].begin, false)
             : NULL;
}

/* What the clause at chunk `at` says of what was told before it. */
static const pq_cue *taken_back(const pq_parse *p, uint32_t at,
                                bool *by_others) {
  const bool people = pq_amend_is_people(p, at);
  const uint32_t verb = pq_chunk_is(p, at, PQ_CHUNK_VERB) ? at : at + 1;
  *by_others = false;
  if (pq_chunk_is(p, at, PQ_CHUNK_WHETHER)) return asked_before(p, at + 1);
  const pq_cue *const lacks = lacks_proof(p, at);
  if (lacks) return lacks;
  if (!pq_chunk_is(p, verb, PQ_CHUNK_VERB)) return NULL;
  const pq_cue *const itself = denies_itself(p, at);
  *by_others = itself != NULL;
  if (itself) return itself;
  const pq_chunk *const v = &p->chunks.at[verb];
  const pq_cue *const none = people ? found_none(p, verb + 1) : NULL;
  *by_others = none != NULL;
  if (none) return none;
  const bool others = people && is_told(p, verb + 1);
  const bool this = is_this(p, at);
  if (!others && !this) return NULL;
  const pq_cue *const cue = doubting(p, v->begin, end_of(p, verb), false);
  if (!cue || (cue->kind == PQ_CUE_NEGATION && !sees(p, verb))) return NULL;
  *by_others = others || (pq_chunk_is(p, verb + 1, PQ_CHUNK_PREPOSITION) &&
                          pq_unit_says(p, v->end, "by") &&
                          pq_amend_is_people(p, verb + 2));
  return cue;
}

/* Does a verb between two chunks tell something of its own? */
static bool tells_more(const pq_parse *p, uint32_t from, uint32_t to) {
  for (uint32_t i = from + 1; i < to; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    const pq_hit *const h = &p->hits.at[c->hit];
    if (c->kind == PQ_CHUNK_VERB && c->hit &&
        h->trigger->type != PQ_TRIGGER_PLAIN &&
        h->trigger->type != PQ_TRIGGER_THOUGHT) {
      return true;
    }
  }
  return false;
}

static void set_amendment(pq_amendment *out, const pq_cue *cue,
                          bool by_others) {
  out->cue = cue->span;
  out->stance = by_others                         ? PQ_DENIED
                : cue->kind == PQ_CUE_CONTROVERSY ? PQ_CONTROVERSIAL
                                                  : PQ_UNCLEAR;
}

bool pq_amend_takes_back(const pq_parse *p, uint32_t at, pq_amendment *out) {
  bool by_others = false;
  const pq_cue *const cue = taken_back(p, at, &by_others);
  if (cue) set_amendment(out, cue, by_others);
  return cue != NULL;
}

static const pq_cue *turned(const pq_parse *p, const pq_hit *h,
                            bool *by_others) {
  for (uint32_t i = h->chunk + 1; i + 2 < p->chunks.n; ++i) {
    if (!is_turn(p, i)) continue;
    const uint32_t at = i + 1 + pq_chunk_is(p, i + 1, PQ_CHUNK_COMMA);
    const pq_cue *const cue = taken_back(p, at, by_others);
    return cue && !tells_more(p, h->chunk, i) ? cue : NULL;
  }
  return NULL;
}

pq_amendment pq_amend_of(const pq_parse *p, const pq_hit *h) {
  pq_amendment a = {.stance = PQ_ASSERTED};
  bool by_others = false;
  if (is_given_up(p, h, &a)) return a;
  const pq_cue *cue = p->cues.n ? scant_evidence(p, h) : NULL;
  if (!cue && p->cues.n) cue = turned(p, h, &by_others);
  if (cue) set_amendment(&a, cue, by_others);
  return a;
}
