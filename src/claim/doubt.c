/* What puts what a word tells in doubt, beside the cues of its own verb group:
 * other verbs, and nouns before it. */
#include "doubt.h"

/* ---- chains of verb groups ---- */

/* Does the group want an auxiliary that only the one before it has? */
static bool leans(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (c->form == PQ_VERB_REDUCED) return true;
  uint32_t first = c->begin; /* "and thereby activate" */
  while (first < c->head && p->units.at[first].tag == PQ_TAG_ADVERB) {
    ++first;
  }
  return c->form == PQ_VERB_FINITE && c->head == first &&
         (p->units.at[c->head].forms & PQ_FORM_BASE);
}

/* "neither binds nor phosphorylates": what stands before the first is of both.
 */
static bool is_nor(const pq_parse *p, uint32_t i) {
  return pq_chunk_is(p, i - 1, PQ_CHUNK_AND) &&
         pq_unit_says(p, p->chunks.at[i - 1].begin, "nor");
}

/* "may bind A and activate B": how far back the group with the auxiliary is. */
static uint32_t step_over_object(const pq_parse *p, uint32_t i) {
  const bool nor = is_nor(p, i);
  if (!pq_chunk_is(p, i - 1, PQ_CHUNK_AND) || !(nor || leans(p, i)) ||
      !(nor || p->chunks.at[i].form == PQ_VERB_FINITE)) {
    return 0;
  }
  uint32_t k = i - 1;
  while (k > 1 && (pq_chunk_is(p, k, PQ_CHUNK_NOUN) ||
                   pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION) ||
                   pq_chunk_is(p, k, PQ_CHUNK_COMMA) ||
                   pq_chunk_is(p, k, PQ_CHUNK_AND))) {
    --k;
  }
  const pq_unit *const first = &p->units.at[p->chunks.at[k].begin];
  const bool leads = pq_chunk_is(p, k, PQ_CHUNK_VERB) &&
                     (nor || (first->classes & (PQ_W_MODAL | PQ_W_DO)));
  return leads ? i - k : 0;
}

/* "might be capable of phosphorylating", "is suspected of phosphorylating" */
static bool is_of_quality(const pq_parse *p, uint32_t i) {
  const bool doing = p->chunks.at[i].form == PQ_VERB_ING ||
                     pq_unit_says(p, p->chunks.at[i].begin, "being");
  return i > 3 && doing && pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[i - 1].begin, "of") &&
         pq_chunk_is(p, i - 2, PQ_CHUNK_NOUN) &&
         pq_chunk_is(p, i - 3, PQ_CHUNK_VERB) && p->chunks.at[i - 3].copula;
}

/* "a role", "important": no name, and nothing that happens. */
static bool is_empty(const pq_parse *p, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const pq_trigger *const t = p->hits.at[c->hit].trigger;
  return !c->name_end && (!c->hit || t->type == PQ_TRIGGER_REGULATION);
}

/* "may play a role in regulating", "may act by phosphorylating": how far back
 * the verb is that says no more than that; 0: none. */
static uint32_t step_over_office(const pq_parse *p, uint32_t i) {
  static const char *const slots[] = {"in",      "for", "to", "by",
                                      "through", "via", NULL};
  if (p->chunks.at[i].form != PQ_VERB_ING ||
      !pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION) ||
      !pq_view_says_any(p->chunks.at[i - 1].slot, slots)) {
    return 0;
  }
  uint32_t k = i - 2;
  if (pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION)) --k; /* "as well in" */
  while (pq_chunk_is(p, k, PQ_CHUNK_NOUN) && is_empty(p, k)) {
    --k;
    if (pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION)) --k;
  }
  if (!pq_chunk_is(p, k, PQ_CHUNK_VERB)) return 0;
  const uint32_t hit = p->chunks.at[k].hit;
  const bool plain = !hit ||
                     p->hits.at[hit].trigger->type == PQ_TRIGGER_CARRIER ||
                     (k == i - 2 && p->hits.at[hit].trigger->to.len);
  return plain ? i - k : 0;
}

/* "may act as an adaptor recruiting X", "may be the kinase that does it": the
 * same. */
static uint32_t step_over_name(const pq_parse *p, uint32_t i) {
  const bool that = pq_chunk_is(p, i - 1, PQ_CHUNK_RELATIVE) &&
                    !pq_chunk_is(p, i - 2, PQ_CHUNK_COMMA);
  uint32_t k = i - (that ? 2 : 1);
  if ((!that && p->chunks.at[i].form != PQ_VERB_ING) ||
      !pq_chunk_is(p, k, PQ_CHUNK_NOUN) || p->chunks.at[k].name_end ||
      p->chunks.at[k].hit) {
    return 0;
  }
  --k;
  const bool as = pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION) &&
                  pq_unit_says(p, p->chunks.at[k].begin, "as");
  if (as) --k;
  const pq_chunk *const verb = &p->chunks.at[k];
  return verb->kind == PQ_CHUNK_VERB && (as || verb->copula) ? i - k : 0;
}

/* "appears to bind A and to activate B": how far back "to bind" is; 0: none. */
static uint32_t step_to_infinitive(const pq_parse *p, uint32_t i) {
  uint32_t k = i - 1;
  if (!pq_chunk_is(p, k, PQ_CHUNK_AND)) return 0;
  while (pq_chunk_is(p, k, PQ_CHUNK_NOUN) ||
         pq_chunk_is(p, k, PQ_CHUNK_COMMA) ||
         pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION) ||
         pq_chunk_is(p, k, PQ_CHUNK_AND)) {
    --k;
  }
  return pq_chunk_is(p, k, PQ_CHUNK_VERB) &&
                 p->chunks.at[k].form == PQ_VERB_INFINITIVE
             ? i - k
             : 0;
}

/* "is", "has not": what a verb behind has to complete. */
static bool is_begun(const pq_chunk *verb) {
  return verb->kind == PQ_CHUNK_VERB && (verb->copula || !verb->head);
}

/* "is not, as was once thought, | done", "is believed, but not proven, | to
 * do": how far back the verb group is that goes on behind an aside; 0: none. */
static uint32_t step_over_aside(const pq_parse *p, uint32_t i) {
  enum {
    ASIDE_MOST = 8 /* chunks */
  };
  const pq_verb_form form = p->chunks.at[i].form;
  if (form == PQ_VERB_ING || !pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA)) return 0;
  bool names = false;
  for (uint32_t k = i - 2; k > 1 && k + ASIDE_MOST > i; --k) {
    const pq_chunk *const c = &p->chunks.at[k];
    const pq_chunk *const verb = &p->chunks.at[k - 1];
    if (c->kind == PQ_CHUNK_STOP) return 0;
    names = names || c->name_end;
    if (c->kind != PQ_CHUNK_COMMA) continue;
    const bool led = form == PQ_VERB_INFINITIVE && !names && !verb->hit &&
                     verb->kind == PQ_CHUNK_VERB;
    const bool done = form != PQ_VERB_INFINITIVE && is_begun(verb);
    return led || done ? i - k + 1 : 0;
  }
  return 0;
}

static uint32_t step_over_more(const pq_parse *p, uint32_t i) {
  const uint32_t aside = step_over_aside(p, i);
  if (aside) return aside;
  const uint32_t office = step_over_office(p, i);
  if (office) return office;
  const uint32_t name = step_over_name(p, i);
  return name ? name : step_over_object(p, i);
}

/* How far back the verb group stands that this one goes on from; 0: none. */
static uint32_t step_back(const pq_parse *p, uint32_t i) {
  const bool infinitive = p->chunks.at[i].form == PQ_VERB_INFINITIVE ||
                          pq_unit_says(p, p->chunks.at[i].begin, "to");
  if (infinitive && pq_chunk_is(p, i - 1, PQ_CHUNK_VERB)) return 1;
  if (i <= 2) return 0;
  if (is_of_quality(p, i)) return 3;
  if (infinitive && pq_chunk_is(p, i - 1, PQ_CHUNK_AND)) {
    const uint32_t back = step_to_infinitive(p, i);
    if (back) return back;
  }
  if (!pq_chunk_is(p, i - 2, PQ_CHUNK_VERB)) return step_over_more(p, i);
  const bool able = infinitive && pq_chunk_is(p, i - 1, PQ_CHUNK_NOUN) &&
                    p->chunks.at[i - 2].copula;
  /* "may bind and phosphorylate"; "not bound but phosphorylated" is */
  const bool joined = pq_chunk_is(p, i - 1, PQ_CHUNK_AND) &&
                      (is_nor(p, i) || leans(p, i)) &&
                      !pq_unit_says(p, p->chunks.at[i - 1].begin, "but");
  return able || joined ? 2 : step_over_more(p, i);
}

uint32_t pq_doubt_chain(const pq_parse *p, uint32_t chunk) {
  uint32_t i = chunk;
  for (uint32_t left = 6; left > 0; --left) {
    const uint32_t back = step_back(p, i);
    if (!back) break;
    i -= back;
  }
  return i;
}

bool pq_doubt_is_cut(const pq_parse *p, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; ++i) {
    if (p->units.at[i].tag == PQ_TAG_STOP) return true;
  }
  return false;
}

/* ---- nouns and other verbs ---- */

/* Is there a word that negates in the verb groups that end with this one:
 * "were unable to detect", "was not seen"? */
static bool is_denying(const pq_parse *p, uint32_t verb) {
  if (p->chunks.at[verb].negated) return true;
  const uint32_t begin = p->chunks.at[pq_doubt_chain(p, verb)].begin;
  for (uint32_t i = 0; i < p->cues.n; ++i) {
    const pq_cue *const cue = &p->cues.at[i];
    if (cue->kind == PQ_CUE_NEGATION && cue->unit >= begin &&
        cue->unit < p->chunks.at[verb].end) {
      return true;
    }
  }
  return false;
}

/* The verb of which a noun is the subject, whatever phrases stand between; 0
 * none. */
static uint32_t verb_behind(const pq_parse *p, uint32_t noun) {
  uint32_t k = noun + 1;
  while (pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION) &&
         pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN)) {
    k += 2;
  }
  return pq_chunk_is(p, k, PQ_CHUNK_VERB) &&
                 p->chunks.at[k].form == PQ_VERB_FINITE &&
                 !pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION)
             ? k
             : 0;
}

/* "was detected", "was detectable", and not "was significant". */
static bool is_to_be_seen(const pq_parse *p, uint32_t verb) {
  const pq_chunk *const c = &p->chunks.at[verb];
  if (c->head) return pq_unit_means(p, c->head, PQ_M_SEEN);
  return pq_chunk_is(p, verb + 1, PQ_CHUNK_NOUN) &&
         pq_unit_means(p, p->chunks.at[verb + 1].end - 1, PQ_M_SEEN);
}

/* "was undetectable" */
static bool is_unseen(const pq_parse *p, uint32_t verb) {
  const uint32_t last = p->chunks.at[verb].end;
  return p->chunks.at[verb].copula && pq_unit_means(p, last, PQ_M_UNSEEN);
}

bool pq_doubt_is_unseen(const pq_parse *p, const pq_hit *h) {
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  if (h->voice != PQ_NOMINAL) return false;
  const uint32_t before = h->chunk - 1;
  if (pq_chunk_is(p, before, PQ_CHUNK_PREPOSITION)) {
    const uint32_t lead = p->chunks.at[before].begin;
    const bool either = pq_chunk_is(p, before - 1, PQ_CHUNK_AND);
    if (pq_unit_says(p, lead, "lacking") ||
        (pq_unit_says(p, lead, "without") && !either)) {
      return true; /* "with or without X" leaves it open */
    }
    return pq_unit_says(p, lead, "of") &&
           pq_chunk_is(p, before - 1, PQ_CHUNK_NOUN) &&
           pq_unit_means(p, p->chunks.at[before - 1].end - 1, PQ_M_ABSENT);
  }
  const uint32_t verb = c->verb ? c->verb : verb_behind(p, h->chunk);
  if (!verb || p->chunks.at[verb].hit) return false;
  return is_unseen(p, verb) ||
         (is_denying(p, verb) && (c->verb || is_to_be_seen(p, verb)));
}

bool pq_doubt_suggests(const pq_parse *p, const pq_hit *h, const pq_cue *cue) {
  if (cue->kind != PQ_CUE_HEDGE || !cue->clause || cue->unit >= h->unit ||
      pq_doubt_is_cut(p, cue->unit, h->unit)) {
    return false;
  }
  const uint32_t verb = p->chunks.at[h->chunk].verb;
  if (h->voice == PQ_NOMINAL) {
    const pq_chunk *const c = &p->chunks.at[verb];
    return verb && verb < h->chunk && cue->unit >= c->begin &&
           cue->unit < c->end;
  }
  for (uint32_t i = h->chunk; i-- > 1;) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->end <= cue->unit + 1) break;
    if (c->kind == PQ_CHUNK_VERB && c->begin > cue->unit) return false;
  }
  return p->chunks.at[h->chunk].form == PQ_VERB_FINITE;
}

bool pq_doubt_asks(const pq_parse *p, const pq_cue *cue) {
  return cue->kind == PQ_CUE_UNCLEAR && !cue->clause &&
         !pq_unit_says(p, cue->unit, "not");
}

bool pq_doubt_is_aim(const pq_parse *p, const pq_hit *h) {
  const uint32_t verb = p->chunks.at[h->chunk].verb;
  if (h->voice != PQ_NOMINAL || !verb || verb > h->chunk) return false;
  const pq_chunk *const c = &p->chunks.at[verb];
  return pq_unit_says(p, c->begin, "to") &&
         pq_unit_means(p, c->end - 1, PQ_M_AIM);
}

bool pq_doubt_is_status(const pq_parse *p, const pq_hit *h) {
  const uint32_t next = h->unit + 1;
  return h->voice == PQ_NOMINAL && next < p->chunks.at[h->chunk].end &&
         pq_unit_means(p, next, PQ_M_STATUS);
}

bool pq_doubt_is_unable(const pq_parse *p, uint32_t verb) {
  return p->chunks.at[verb].negated ||
         (p->chunks.at[verb].form == PQ_VERB_INFINITIVE &&
          pq_unit_means(p, p->chunks.at[verb].begin - 1, PQ_M_UNABLE));
}
