/* What a sentence says of an event noun, if its verb claims nothing itself.
 *
 *   cleavage of A by B | was not observed      the cue is all that the verb
 * says no evidence | for | cleavage of A by B     the cue leads the noun
 *   cleavage of A by B | may explain its loss  says nothing of the cleavage
 */
#include "parse.h"

/* A verb group, with the infinitive that it leads to. */
typedef struct predicate {
  uint32_t first, last; /* chunks; 0: there is none */
} predicate;

/* "needs to be confirmed": a cue begins with the verb. */
static bool begins_cue(const pq_parse *p, uint32_t verb) {
  for (uint32_t i = 0; i < p->cues.n; ++i) {
    const pq_cue *const cue = &p->cues.at[i];
    if (cue->kind == PQ_CUE_UNCLEAR && cue->unit == p->chunks.at[verb].head &&
        cue->span.end > p->chunks.at[verb].span.end) {
      return true;
    }
  }
  return false;
}

/* The verb group at a chunk, if it claims nothing itself. */
static predicate predicate_at(const pq_parse *p, uint32_t k) {
  const predicate none = {0, 0};
  if (!pq_chunk_is(p, k, PQ_CHUNK_VERB) ||
      (p->chunks.at[k].hit && !begins_cue(p, k)) ||
      p->chunks.at[k].form != PQ_VERB_FINITE) {
    return none;
  }
  if (!pq_chunk_is(p, k + 1, PQ_CHUNK_VERB)) return (predicate){k, k};
  return p->chunks.at[k + 1].hit ? none : (predicate){k, k + 1};
}

/* "reports on E", "the evidence for E": what is said of them is said of E.  The
 * chunk before them, or `link`. */
static uint32_t past_evidence(const pq_parse *p, uint32_t link) {
  const bool noun = pq_chunk_is(p, link, PQ_CHUNK_PREPOSITION) &&
                    pq_chunk_is(p, link - 1, PQ_CHUNK_NOUN);
  return noun && pq_unit_means(p, p->chunks.at[link - 1].end - 1, PQ_M_ACCOUNT)
             ? link - 2
             : link;
}

/* What is said of an event noun: "cleavage of A by B | was not seen", "... | is
 * thought to occur". */
static predicate predicate_of(const pq_parse *p, const pq_hit *h) {
  const predicate none = {0, 0};
  const pq_chunk *const noun = &p->chunks.at[h->chunk];
  /* "the loss of A and cleavage of B" is one list; "on A, but cleavage" is not
   */
  const bool but = pq_unit_says(p, noun->begin - 1, "but");
  const uint32_t first = noun->prior && !but ? noun->prior : h->chunk;
  const uint32_t before = past_evidence(p, first - 1);
  uint32_t k = h->chunk + 1;
  /* "other phosphorylation sites have been proposed" */
  const bool ends = h->unit + 1 == noun->end || !noun->hit;
  if (h->voice != PQ_NOMINAL || !ends ||
      pq_chunk_is(p, before, PQ_CHUNK_PREPOSITION) ||
      pq_chunk_is(p, before, PQ_CHUNK_VERB)) {
    return none;
  }
  while (pq_chunk_is(p, k, PQ_CHUNK_NOUN) ||
         pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION) ||
         pq_chunk_is(p, k, PQ_CHUNK_AND)) {
    ++k;
  }
  return predicate_at(p, k);
}

/* "has been proposed, but | is disputed": what is said next. */
static predicate predicate_after(const pq_parse *p, uint32_t k) {
  if (pq_chunk_is(p, k, PQ_CHUNK_COMMA)) ++k;
  return pq_chunk_is(p, k, PQ_CHUNK_AND) ? predicate_at(p, k + 1)
                                         : (predicate){0, 0};
}

/* The first unit behind a verb group that is no adverb: "is still | unclear".
 */
static uint32_t past_adverbs(const pq_parse *p, uint32_t i) {
  while (i < p->units.n && p->units.at[i].tag == PQ_TAG_ADVERB) {
    ++i;
  }
  return i;
}

static bool is_passive(const pq_parse *p, const pq_chunk *c) {
  for (uint32_t i = c->begin; i < c->head; ++i) {
    if (p->units.at[i].classes & PQ_W_BE) return true;
  }
  return false;
}

/* "does not occur before Y": then it does. */
static bool is_put_off(const pq_parse *p, uint32_t chunk) {
  const uint32_t unit = p->chunks.at[chunk < p->chunks.n ? chunk : 0].begin;
  return pq_unit_says(p, unit, "before") || pq_unit_says(p, unit, "until") ||
         pq_unit_says(p, unit, "unless");
}

/* "was | not | detectable", "was | undetectable": it was not there. */
static bool is_unseen(const pq_parse *p, const pq_chunk *verb,
                      const pq_cue *cue) {
  const uint32_t next = past_adverbs(p, verb->end);
  if (!verb->copula || cue->kind != PQ_CUE_NEGATION) return false;
  if (cue->unit == next) {
    return pq_unit_means(p, next, PQ_M_UNSEEN);
  }
  const bool before = cue->unit >= verb->begin && cue->unit < next;
  return before && pq_unit_means(p, next, PQ_M_SEEN);
}

/* The end of a verb group, without what tells when or where: "has not been
 * shown | in vivo". */
static uint32_t end_of(const pq_parse *p, const pq_chunk *verb) {
  uint32_t last = verb->end - 1;
  while (last > verb->begin && last > verb->head &&
         p->units.at[last].tag == PQ_TAG_ADVERB) {
    --last;
  }
  return p->units.at[last].span.end;
}

/* Is the cue all that the verb says: "may occur", "has been proposed", "is
 * unclear"?  "may explain" and "is not a marker" say more. */
static bool is_all_said(const pq_parse *p, const predicate *said,
                        const pq_cue *cue) {
  const pq_chunk *const verb = &p->chunks.at[said->first];
  const pq_chunk *const last = &p->chunks.at[said->last];
  const bool one = said->first == said->last;
  const uint32_t end = end_of(p, last);
  const bool negation = cue->kind == PQ_CUE_NEGATION;
  if (one && is_unseen(p, verb, cue)) return true;
  if (one && cue->unit >= verb->end &&
      cue->unit <= past_adverbs(p, verb->end)) {
    return !negation;
  }
  if (cue->unit < verb->begin || cue->unit >= last->end) return false;
  if (p->units.at[last->head].classes & PQ_W_HAPPENING) {
    return !negation || !is_put_off(p, said->last + 1);
  }
  if (!one && cue->kind == PQ_CUE_UNCLEAR) return cue->span.end >= end;
  if (!one || verb->copula || cue->span.end > end) return cue->span.end > end;
  return cue->span.end == end && is_passive(p, verb);
}

/* "no evidence for", "evidence against": right before the noun. */
static bool leads_noun(const pq_parse *p, const pq_hit *h, const pq_cue *cue) {
  const pq_chunk *const link = &p->chunks.at[h->chunk - 1];
  return cue->clause && h->voice == PQ_NOMINAL &&
         link->kind == PQ_CHUNK_PREPOSITION &&
         (cue->span.end == link->span.end ||
          (cue->span.end < link->span.begin &&
           link->span.begin - cue->span.end <= 1));
}

/* The group that a verb chunk has as its object, past "the status of". */
static bool is_object(const pq_parse *p, uint32_t verb, uint32_t noun) {
  const uint32_t first =
      p->chunks.at[noun].prior ? p->chunks.at[noun].prior : noun;
  return first == verb + 1 ||
         (first == verb + 3 && pq_chunk_is(p, verb + 1, PQ_CHUNK_NOUN) &&
          !p->chunks.at[verb + 1].hit &&
          pq_chunk_is(p, verb + 2, PQ_CHUNK_PREPOSITION) &&
          pq_unit_says(p, p->chunks.at[verb + 2].begin, "of"));
}

/* Does the verb say that something is there: "observe", "detect"? */
static bool perceives(const pq_parse *p, const pq_chunk *verb) {
  const pq_unit *const head = &p->units.at[verb->head];
  return verb->head &&
         ((head->classes & PQ_W_HAPPENING) ||
          p->g->triggers.at[head->verb].type == PQ_TRIGGER_THOUGHT);
}

/* The last verb group of "failed to detect", "were unable to detect", "did not
 * observe" that begins at a chunk. */
static uint32_t last_of(const pq_parse *p, uint32_t verb) {
  const bool able = p->chunks.at[verb].copula &&
                    pq_chunk_is(p, verb + 1, PQ_CHUNK_NOUN) &&
                    !p->chunks.at[verb + 1].name_end;
  const uint32_t next = verb + (able ? 2 : 1);
  return pq_chunk_is(p, next, PQ_CHUNK_VERB) && !p->chunks.at[next].hit &&
                 p->chunks.at[next].form == PQ_VERB_INFINITIVE
             ? next
             : verb;
}

/* "We investigated | the cleavage of A", "this may involve | cleavage of A",
 * "we did not observe | cleavage of A": nobody says that it happens. */
static bool asks_for(const pq_parse *p, const pq_hit *h, const pq_cue *cue) {
  const bool open = cue->kind == PQ_CUE_UNCLEAR || cue->kind == PQ_CUE_HEDGE;
  const bool no = cue->kind == PQ_CUE_NEGATION;
  if ((!open && !no) || cue->clause || h->voice != PQ_NOMINAL) return false;
  for (uint32_t i = 1; i < h->chunk; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind != PQ_CHUNK_VERB || c->hit || cue->unit < c->begin) continue;
    const uint32_t last = last_of(p, i);
    const pq_chunk *const verb = &p->chunks.at[last];
    if (cue->unit < verb->end) {
      return is_object(p, last, h->chunk) && !is_passive(p, verb) &&
             (open || perceives(p, verb));
    }
  }
  return false;
}

/* "X is | not | an inhibitor of Y", "does | not | serve as a substrate", "is |
 * likely | a homodimer". */
static bool denies_office(const pq_parse *p, const pq_hit *h,
                          const pq_cue *cue) {
  const bool doubts = cue->kind == PQ_CUE_HEDGE && !cue->clause;
  if ((cue->kind != PQ_CUE_NEGATION && !doubts) || h->voice != PQ_NOMINAL ||
      !h->said) {
    return false;
  }
  const bool as = pq_unit_says(p, p->chunks.at[h->chunk - 1].begin, "as");
  const uint32_t verb = h->chunk - (as && h->chunk > 1 ? 2 : 1);
  const pq_chunk *const c = &p->chunks.at[verb];
  const uint32_t end =
      doubts && c->copula && !as ? p->chunks.at[h->chunk].begin : c->end;
  uint32_t first = verb; /* "is believed | to function" */
  while (doubts && pq_chunk_is(p, first - 1, PQ_CHUNK_VERB)) {
    --first;
  }
  return c->kind == PQ_CHUNK_VERB && cue->unit >= p->chunks.at[first].begin &&
         cue->unit < end;
}

/* "the sites of phosphorylation are inferred to be S5 and S9" */
static bool before_sites(const pq_parse *p, const pq_hit *h,
                         const pq_cue *cue) {
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  const pq_arg *const site = pq_hit_arg(h, PQ_AS_SITE);
  if (c->kind != PQ_CHUNK_NOUN || !h->said || !site || site->end ||
      cue->kind != PQ_CUE_HEDGE || site->chunk == h->chunk) {
    return false;
  }
  const pq_chunk *const list = &p->chunks.at[site->chunk];
  const bool before = list->begin < c->begin;
  return before ? cue->unit >= list->end && cue->unit < c->begin
                : cue->unit >= c->end && cue->unit < list->begin;
}

/* "X is a potential inhibitor of Y", "the potential sites are S5 and S9". */
static bool in_own_group(const pq_parse *p, const pq_hit *h,
                         const pq_cue *cue) {
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  return c->kind == PQ_CHUNK_NOUN && h->said && cue->kind == PQ_CUE_HEDGE &&
         cue->unit >= c->begin && cue->unit < h->unit;
}

/* "The STAT3 inhibitor stattic was studied": what it is called, nobody asks. */
static bool is_title(const pq_parse *p, const pq_hit *h) {
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  return h->voice == PQ_NOMINAL && h->trigger->actor && !c->hit &&
         c->kind == PQ_CHUNK_NOUN &&
         (c->name_end ? h->unit + 1 == c->name_begin : c->of > 0);
}

/* Does the cue tell of an event noun? */
bool pq_cue_tells_of(const pq_parse *p, const pq_hit *h, const pq_cue *cue) {
  if (cue->kind == PQ_CUE_DIRECT || cue->kind == PQ_CUE_INDIRECT ||
      cue->kind == PQ_CUE_EITHER || cue->kind == PQ_CUE_SCANT ||
      is_title(p, h)) {
    return false;
  }
  predicate said = predicate_of(p, h);
  while (said.first && !is_all_said(p, &said, cue)) {
    said = predicate_after(p, said.last + 1);
  }
  return said.first || leads_noun(p, h, cue) || asks_for(p, h, cue) ||
         denies_office(p, h, cue) || in_own_group(p, h, cue) ||
         before_sites(p, h, cue);
}
