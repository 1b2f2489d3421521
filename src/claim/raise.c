/* What two verbs with subjects of their own are said of once:
 *
 *   A phosphorylates and B dephosphorylates C
 *   A activates, whereas B inhibits, C
 */
#include "clause.h"

/* Does the verb want an object that it has not got?  One that does something
 * by itself, "A dimerizes", wants none. */
static bool wants_object(const pq_parse *p, uint32_t verb) {
  const uint32_t hit = p->chunks.at[verb].hit;
  const pq_hit *const h = &p->hits.at[hit];
  uint32_t at = 0;
  if (!pq_chunk_is(p, verb, PQ_CHUNK_VERB) || !hit || h->trigger->to.len ||
      p->chunks.at[verb].form != PQ_VERB_FINITE ||
      h->voice != PQ_ACTIVE_VOICE || pq_hit_arg(h, PQ_AS_THEME) ||
      !(pq_hit_arg(h, PQ_AS_AGENT) || pq_hit_arg(h, PQ_AS_UPSTREAM))) {
    return false;
  }
  const pq_frame_row *const row = pq_rules_slot(
      p->g, h->trigger->frame, PQ_ACTIVE_VOICE, PQ_LIT("object"), &at);
  return row && row->role == PQ_AS_THEME;
}

/* "The level rises" has no object, either: two verbs of regulation say the
 * contrary of each other. */
static bool are_alike(const pq_parse *p, uint32_t a, uint32_t b) {
  const pq_trigger *const x = p->hits.at[p->chunks.at[a].hit].trigger;
  const pq_trigger *const y = p->hits.at[p->chunks.at[b].hit].trigger;
  if (x->type != PQ_TRIGGER_REGULATION) return x->type == PQ_TRIGGER_EVENT;
  return y->type == PQ_TRIGGER_REGULATION && x->polarity != y->polarity;
}

/* The verb before the one that ends such a pair, right behind which the subject
 * of the second is joined on; 0 none. */
static uint32_t first_verb(const pq_parse *p, uint32_t verb) {
  const uint32_t prior = p->chunks.at[verb - 1].prior;
  uint32_t k = (prior ? prior : verb - 1) - 1;
  const bool contrast = pq_chunk_is(p, k, PQ_CHUNK_SUBORDINATE) &&
                        pq_unit_means(p, p->chunks.at[k].begin, PQ_M_CONTRAST);
  if (!pq_chunk_is(p, verb - 1, PQ_CHUNK_NOUN) || k < 3 ||
      !(contrast || pq_chunk_is(p, k, PQ_CHUNK_AND))) {
    return 0;
  }
  --k;
  if (pq_chunk_is(p, k, PQ_CHUNK_COMMA)) --k;
  return wants_object(p, k) && p->chunks.at[verb].hit &&
                 p->chunks.at[verb].form == PQ_VERB_FINITE &&
                 p->hits.at[p->chunks.at[verb].hit].voice == PQ_ACTIVE_VOICE &&
                 are_alike(p, k, verb)
             ? k
             : 0;
}

static void give(pq_parse *p, uint32_t verb, uint32_t noun) {
  const pq_place_for where = {.hit = p->chunks.at[verb].hit,
                              .slot = PQ_LIT("object")};
  (void)pq_argument_attach(p, &where, noun);
}

void pq_raise_object(pq_parse *p, uint32_t verb, uint32_t noun) {
  const uint32_t first = first_verb(p, verb);
  if (first) give(p, first, noun);
}

bool pq_raise_closed(pq_parse *p, uint32_t noun) {
  const uint32_t verb = noun - 2;
  if (noun < 6 || !pq_chunk_is(p, noun - 1, PQ_CHUNK_COMMA) ||
      !wants_object(p, verb)) {
    return false;
  }
  const uint32_t first = first_verb(p, verb);
  if (!first) return false;
  give(p, first, noun);
  give(p, verb, noun);
  return true;
}
