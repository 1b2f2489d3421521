/* What is said to happen here, but not there, or by one, but not by another who
 * has no name that is told:
 *
 *   "STAT3 is phosphorylated in monocytes, but not in B cells"
 *   "STAT3, but not vanadate, induces expression of IRF1"
 *
 * Then it is told once more, denied, without who does it.
 */
#include "happen.h"

/* Is it a group of which no name is told? */
static bool is_nameless(const pq_parse *p, uint32_t noun) {
  const pq_content c = pq_argument_content(p, noun);
  return pq_chunk_is(p, noun, PQ_CHUNK_NOUN) && !c.things && !c.event &&
         !c.sites && !p->chunks.at[noun].hit;
}

/* May what a preposition leads to be where, or by whom, something happens? */
static bool leads_aside(const pq_parse *p, uint32_t chunk) {
  static const char *const words[] = {"in",   "on",   "at",    "by", "with",
                                      "from", "upon", "after", NULL};
  return pq_chunk_is(p, chunk, PQ_CHUNK_PREPOSITION) &&
         pq_view_says_any(pq_unit_text(p, p->chunks.at[chunk].begin), words);
}

/* Is the chunk behind an "and" or "but" denied, and no name that is told? */
static bool denies(const pq_parse *p, uint32_t chunk, uint32_t subject) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (!c->negated || !pq_chunk_is(p, chunk - 1, PQ_CHUNK_AND)) return false;
  if (c->kind == PQ_CHUNK_PREPOSITION) {
    return leads_aside(p, chunk) && is_nameless(p, chunk + 1);
  }
  return is_nameless(p, chunk) && c->prior &&
         (c->prior == subject || leads_aside(p, c->prior - 1));
}

/* Who acts, if that is the subject of the verb: a noun group; 0 none. */
static uint32_t subject_of(const pq_hit *h) {
  const pq_arg *const a = pq_hit_arg(h, PQ_AS_AGENT);
  const pq_arg *const subject = a ? a : pq_hit_arg(h, PQ_AS_UPSTREAM);
  return h->voice == PQ_ACTIVE_VOICE && subject && !subject->end &&
                 subject->chunk < h->chunk
             ? subject->chunk
             : 0;
}

/* "Aspirin, but not vanadate, | induces": who acts has no name at all. */
static bool denies_before(const pq_parse *p, const pq_hit *h) {
  const uint32_t last =
      h->chunk - (pq_chunk_is(p, h->chunk - 1, PQ_CHUNK_COMMA) ? 2 : 1);
  const pq_chunk *const c = &p->chunks.at[last];
  return h->voice == PQ_ACTIVE_VOICE && last < h->chunk && c->negated &&
         is_nameless(p, last) && c->prior && is_nameless(p, c->prior);
}

/* Does the clause of the verb say so, before the next verb? */
static bool is_denied_elsewhere(const pq_parse *p, const pq_hit *h) {
  const uint32_t subject = subject_of(h);
  if (!subject && denies_before(p, h)) return true;
  for (uint32_t c = subject ? subject + 1 : h->chunk + 1; c < p->chunks.n;
       ++c) {
    const pq_chunk_kind kind = p->chunks.at[c].kind;
    if (c != h->chunk && (kind == PQ_CHUNK_VERB || kind == PQ_CHUNK_STOP ||
                          kind == PQ_CHUNK_SUBORDINATE)) {
      return false;
    }
    if (denies(p, c, subject)) return true;
  }
  return false;
}

pq_status pq_happen_elsewhere(pq_happener *w, uint32_t hit,
                              const pq_told *told) {
  pq_status st = PQ_OK;
  const pq_hit *const h = &w->p->hits.at[hit];
  if (!told->n || h->voice == PQ_NOMINAL || !is_denied_elsewhere(w->p, h)) {
    return PQ_OK;
  }
  for (uint32_t i = 0; i < told->n; ++i) {
    pq_happening one = w->p->r->happenings.at[told->first + i];
    const pq_filler *const from = one.fillers;
    pq_fill *const kept = pq_fill_new(w);
    if (!kept) return w->p->r->arena->status;
    if (one.negated) continue;
    for (uint32_t k = 0; k < one.n_fillers && kept->n < PQ_FILL_MOST; ++k) {
      if (from[k].role != PQ_PART_CAUSE) kept->at[kept->n++] = from[k];
    }
    one.negated = true;
    one.elsewhere = true;
    PQ_TRY(st, pq_happen_put(w, &one, kept->at, kept->n));
  }
  return PQ_OK;
}
