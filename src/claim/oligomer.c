/* "X is a homodimer", "X functions as a homotrimer": X is put together from its
 * like. */
#include "clause.h"

/* What comes about where a noun group says so of its subject; NULL: it does
 * not.  "a homodimer", "homodimers", "homodimeric", but not "of A", "with A".
 */
static const pq_trigger *shape_of(const pq_parse *p, uint32_t noun) {
  static const char *const of_others[] = {"of", "with", NULL};
  const pq_chunk *const c = &p->chunks.at[noun];
  const uint32_t last = c->end - 1;
  const bool two = pq_unit_means(p, last, PQ_M_HOMODIMER);
  if ((!two && !pq_unit_means(p, last, PQ_M_HOMOOLIGOMER)) || c->name_end ||
      c->hit || c->of || c->next || c->prior || c->negated ||
      (pq_chunk_is(p, noun + 1, PQ_CHUNK_PREPOSITION) &&
       pq_view_says_any(p->chunks.at[noun + 1].slot, of_others))) {
    return NULL;
  }
  const pq_trigger *const t =
      pq_noun_rule(p, two ? PQ_LIT("self-dimer") : PQ_LIT("self-oligomer"));
  return t && t->type == PQ_TRIGGER_EVENT ? t : NULL;
}

/* "functions as": does the verb say no more? */
static bool says_little(const pq_parse *p, uint32_t verb) {
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  return !p->chunks.at[verb].hit ||
         (h->trigger->type == PQ_TRIGGER_REGULATION &&
          !pq_hit_arg(h, PQ_AS_THEME));
}

/* Behind "is", or behind "as" of a verb that says no more: "functions as". */
static bool is_said_so(const pq_parse *p, uint32_t noun) {
  const bool as = pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION) &&
                  pq_unit_says(p, p->chunks.at[noun - 1].begin, "as");
  const uint32_t verb = noun - (as && noun > 1 ? 2 : 1);
  return pq_chunk_is(p, verb, PQ_CHUNK_VERB) &&
         (as ? says_little(p, verb) : p->chunks.at[verb].copula);
}

pq_status pq_oligomer_make(pq_parse *p, uint32_t subject, uint32_t noun) {
  if (!subject || p->r->wants_happenings || p->hits.n >= PQ_HITS_MOST) {
    return PQ_OK;
  }
  const pq_trigger *const t = shape_of(p, noun);
  const pq_chunk *const s = &p->chunks.at[subject];
  /* "The enzyme, a synthetase, is a homodimer": not each synthetase */
  const uint32_t of = p->chunks.at[s->of].begin;
  const bool apposed = s->of && pq_chunk_is(p, subject + 1, PQ_CHUNK_COMMA) &&
                       (pq_unit_says(p, of, "a") || pq_unit_says(p, of, "an"));
  if (!t || s->hit || s->next || apposed || !is_said_so(p, noun)) {
    return PQ_OK;
  }
  const pq_content who = pq_argument_content(p, subject);
  if (!who.things && !who.anaphor) return PQ_OK;
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_hit_new(p, t, noun, p->chunks.at[noun].end - 1, PQ_NOMINAL));
  p->hits.at[p->hits.n - 1].said = true;
  pq_hit_add(p, p->hits.n - 1,
             (pq_arg){.role = PQ_AS_THEME, .chunk = subject, .all = true});
  return PQ_OK;
}
