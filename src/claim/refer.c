/* Whom a pronoun means, as far as its own sentence tells.  What there is to go
 * by is a row of one table; the first that tells decides.  A way may tell that
 * two could be meant: then nobody is.  What no row tells, and what stands in
 * sentences before, is sought by anaphora.c. */
#include "refer.h"

#include "draft.h"

/* "its receptor", "its kinase", and not "its protein", "its complex" */
static bool is_of_class(const pq_parse *p, uint32_t unit) {
  const uint32_t noun = p->units.at[unit].class_noun;
  const pq_view class_id = p->g->class_ids.at[noun];
  return noun && !p->r->wants_happenings &&
         !pq_view_same(class_id, PQ_LIT("*")) &&
         !pq_view_same(class_id, PQ_LIT("PQ:class.complex"));
}

/* "their protein partners", "its substrates": somebody else; "its dimer" is not
 * one of the two. */
static bool is_another(const pq_parse *p, const pq_chunk *c) {
  const uint32_t head = c->end - 1;
  return !c->hit && (pq_unit_means(p, head, PQ_M_TARGET) ||
                     pq_unit_means(p, head, PQ_M_MATE) || is_of_class(p, head));
}

/* "its", "their" */
static bool says_own(const pq_parse *p, uint32_t unit) {
  return pq_unit_says(p, unit, "its") || pq_unit_says(p, unit, "their");
}

/* Is there a pronoun of something else in the group: "it", "they", "its E"? */
static bool has_pronoun(const pq_parse *p, const pq_chunk *c) {
  const uint32_t first = c->begin;
  if (says_own(p, first)) return !is_another(p, c);
  return pq_unit_says(p, first, "it") || pq_unit_says(p, first, "they") ||
         pq_unit_says(p, first, "them");
}

bool pq_refer_is_own(const pq_parse *p, uint32_t hit) {
  const pq_arg *const theme = pq_hit_arg(&p->hits.at[hit], PQ_AS_THEME);
  const pq_chunk *const c = &p->chunks.at[theme ? theme->chunk : 0];
  return theme && c->refers && pq_unit_says(p, c->begin + 1, "own");
}

bool pq_refer_is_mutual(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  return c->end == c->begin + 2 && pq_unit_says(p, c->end - 1, "other") &&
         pq_unit_says(p, c->begin, "each");
}

/* "A and B phosphorylate each other": the list; what binds each other is told
 * of by itself. */
static bool refer_mutual(pq_walker *w, uint32_t noun) {
  const pq_parse *const p = w->p;
  if (!pq_refer_is_mutual(p, noun) ||
      !pq_chunk_is(p, noun - 1, PQ_CHUNK_VERB) || p->r->wants_happenings) {
    return false;
  }
  const pq_hit *const h = &p->hits.at[p->chunks.at[noun - 1].hit];
  const pq_arg *const agent = pq_hit_arg(h, PQ_AS_AGENT);
  const bool event = h->trigger->type == PQ_TRIGGER_EVENT;
  if (!event || !agent || agent->hit) return false;
  p->chunks.at[noun].refers = agent->chunk;
  return true;
}

/* "phosphorylates itself", "phosphorylates X and itself", and not "by itself",
 * which is "alone" */
static bool refer_itself(pq_walker *w, uint32_t noun) {
  const pq_parse *const p = w->p;
  pq_chunk *const c = &p->chunks.at[noun];
  const uint32_t verb = (c->prior ? c->prior : noun) - 1;
  if (c->end != c->begin + 1 || !(p->units.at[c->begin].classes & PQ_W_SAME) ||
      !pq_chunk_is(p, verb, PQ_CHUNK_VERB)) {
    return refer_mutual(w, noun);
  }
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  const pq_arg *const agent = pq_hit_arg(h, PQ_AS_AGENT);
  c->refers = agent && !agent->hit ? agent->chunk : pq_walk_top(w)->subject;
  return true;
}

/* "Neither A nor B does X, but both do Y": the two of the subject before. */
static bool is_both(const pq_parse *p, uint32_t noun, uint32_t subject) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const uint32_t next = p->chunks.at[subject].next;
  return subject && c->end == c->begin + 1 &&
         pq_unit_says(p, c->begin, "both") && next &&
         !p->chunks.at[next].next && pq_chunk_is(p, noun + 1, PQ_CHUNK_VERB);
}

/* ---- the ways ---- */

/* "X represses its own transcription", "both ... their own": the subject, or
 * what that means. */
static pq_meant by_own(const pq_pronoun *it) {
  const pq_chunk *const c = &it->p->chunks.at[it->noun];
  if (!it->own || !pq_unit_says(it->p, c->begin + 1, "own")) {
    return PQ_NOT_TOLD;
  }
  const uint32_t refers = it->p->chunks.at[it->now->subject].refers;
  return pq_meant_if(refers ? refers : it->now->subject);
}

/* "phosphorylates both of them": what anaphora.c finds for "both". */
static pq_meant by_both(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t of = it->noun - 1;
  const bool both = pq_chunk_is(p, of, PQ_CHUNK_PREPOSITION) &&
                    pq_chunk_is(p, of - 1, PQ_CHUNK_NOUN) &&
                    pq_unit_says(p, p->chunks.at[of - 1].begin, "both") &&
                    !p->r->wants_happenings;
  return both ? PQ_NOBODY : PQ_NOT_TOLD;
}

/* In the order in which they are asked. */
static const struct {
  unsigned uses; /* pq_pronoun_use, joined by | */
  const char *name;
  pq_meant (*ask)(const pq_pronoun *it);
} ways[] = {
    {PQ_ITS | PQ_IT_DOES, "own", by_own},

    /* "it", "they", that a clause begins with */
    {PQ_IT_DOES, "acted on", pq_refer_acted_on},
    {PQ_IT_DOES, "brought there", pq_refer_brought_there},
    {PQ_IT_DOES, "so that", pq_refer_for_purpose},
    {PQ_IT_DOES, "when done", pq_refer_when_done},
    {PQ_IT_DOES, "bound", pq_refer_bound},
    {PQ_IT_DOES, "half", pq_refer_half},
    {PQ_IT_DOES, "subject before", pq_refer_subject_before},

    /* by the words beside it */
    {PQ_IT_DONE, "both of", by_both},
    {PQ_ITS, "another its", pq_refer_with_another},
    {PQ_ITS, "goes on", pq_refer_goes_on},
    {PQ_ITS, "gene", pq_refer_gene},
    {PQ_ITS, "joined its", pq_refer_said_of},
    {PQ_ITS, "done to", pq_refer_done_to},
    {PQ_IT_DONE, "acted on", pq_refer_acted_on},
    {PQ_IT_DONE, "recruited", pq_refer_recruited},
    {PQ_IT_DONE, "primed", pq_refer_primed},
    {PQ_IT_DONE, "undergone", pq_refer_undergone},
    {PQ_ITS | PQ_IT_DONE, "repeated", pq_refer_repeated},

    /* by its clause */
    {PQ_ITS, "which", pq_refer_of_which},
    {PQ_ITS, "means", pq_refer_means},
    {PQ_ITS, "need", pq_refer_need},
    {PQ_IT_DONE, "until", pq_refer_until},
    {PQ_ITS | PQ_IT_DONE, "when bound", pq_refer_when_bound},
    {PQ_IT_DONE, "done to", pq_refer_done_by_which},

    /* by its place */
    {PQ_ITS | PQ_IT_DONE, "near", pq_refer_near},
    {PQ_ITS, "subject", pq_refer_subject},
};

static pq_pronoun pronoun_at(pq_walker *w, uint32_t noun) {
  const pq_parse *const p = w->p;
  const pq_chunk *const c = &p->chunks.at[noun];
  pq_pronoun it = {.p = p, .w = w, .now = pq_walk_top(w), .noun = noun};
  it.own = says_own(p, c->begin);
  it.object = (pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION) &&
               !pq_refer_begins_clause(p, noun)) ||
              pq_chunk_is(p, noun - 1, PQ_CHUNK_VERB);
  const bool does =
      !it.object && (!it.own || pq_unit_says(p, c->begin - 1, "where"));
  it.use = does ? PQ_IT_DOES : it.own ? PQ_ITS : PQ_IT_DONE;
  return it;
}

void pq_refer_noun(pq_walker *w, uint32_t noun) {
  pq_parse *const p = w->p;
  pq_chunk *const c = &p->chunks.at[noun];
  if (refer_itself(w, noun)) return;
  pq_refer_appose(p, noun);
  pq_refer_encode(p, noun);
  pq_refer_as(p, pq_walk_top(w)->subject, noun);
  if (is_both(p, noun, w->last_subject)) c->refers = w->last_subject;
  if (c->name_end || !has_pronoun(p, c)) return;
  const pq_pronoun it = pronoun_at(w, noun);
  c->refers = 0;
  for (size_t i = 0; i < sizeof ways / sizeof *ways; ++i) {
    if (!(ways[i].uses & it.use)) continue;
    const pq_meant meant = ways[i].ask(&it);
    if (!meant.told) continue;
    c->refers = meant.chunk == noun ? 0 : meant.chunk;
    c->way = (uint8_t)(i + 1);
    return;
  }
}

const char *pq_refer_way(uint8_t way) {
  return way ? ways[way - 1].name : "";
}
