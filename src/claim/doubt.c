/* What puts what a word tells in doubt, beside the cues of its own verb group:
 * other verbs, and nouns before it. */
#include "doubt.h"

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
  static const char *const words[] = {"detectable", "detected", "seen",
                                      "observed",   "visible",  "evident",
                                      "apparent",   NULL};
  const pq_chunk *const c = &p->chunks.at[verb];
  if (c->head) return pq_view_says_any(pq_unit_text(p, c->head), words);
  return pq_chunk_is(p, verb + 1, PQ_CHUNK_NOUN) &&
         pq_view_says_any(pq_unit_text(p, p->chunks.at[verb + 1].end - 1),
                          words);
}

bool pq_doubt_is_unseen(const pq_parse *p, const pq_hit *h) {
  static const char *const words[] = {"absence", "lack", "absent", NULL};
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
           pq_view_says_any(pq_unit_text(p, p->chunks.at[before - 1].end - 1),
                            words);
  }
  const uint32_t verb = c->verb ? c->verb : verb_behind(p, h->chunk);
  return verb && !p->chunks.at[verb].hit && is_denying(p, verb) &&
         (c->verb || is_to_be_seen(p, verb));
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

bool pq_doubt_is_status(const pq_parse *p, const pq_hit *h) {
  const uint32_t next = h->unit + 1;
  return h->voice == PQ_NOMINAL && next < p->chunks.at[h->chunk].end &&
         (pq_unit_says(p, next, "status") || pq_unit_says(p, next, "state"));
}
