/* Who binds where a bond is the means of something: "A does B through
 * interaction with C", "by its binding to C".  A binds C, whatever B is. */
#include "clause.h"

static bool binds(const pq_parse *p, const pq_hit *h) {
  return h->trigger->type == PQ_TRIGGER_EVENT && h->voice == PQ_NOMINAL &&
         p->r->kinds[h->trigger->kind].binding && !h->trigger->actor &&
         !h->trigger->potential;
}

/* Is the partner named behind the noun, and nothing that it is "of"? */
static bool leads_partner(const pq_parse *p, uint32_t noun) {
  static const char *const words[] = {"with", "to", "onto", NULL};
  return pq_chunk_is(p, noun + 1, PQ_CHUNK_PREPOSITION) &&
         pq_view_says_any(p->chunks.at[noun + 1].slot, words) &&
         pq_chunk_is(p, noun + 2, PQ_CHUNK_NOUN) &&
         pq_argument_content(p, noun + 2).things;
}

/* "an interaction", "its direct interaction": no thing and no residue is named
 * before the noun. */
static bool is_bare(const pq_parse *p, const pq_chunk *c) {
  for (uint32_t i = c->begin; i < c->end; ++i) {
    if (p->units.at[i].kind == PQ_UNIT_NAME ||
        p->units.at[i].kind == PQ_UNIT_SITE) {
      return false;
    }
  }
  return !c->prior && !c->next;
}

/* "may do", "could do" */
static bool is_modal(const pq_parse *p, const pq_chunk *verb) {
  for (uint32_t i = verb->begin; i < verb->end; ++i) {
    if (p->units.at[i].classes & PQ_W_MODAL) return true;
  }
  return false;
}

void pq_bond_means(pq_walker *w, uint32_t noun) {
  static const char *const words[] = {"by", "through", "via", NULL};
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const pq_chunk *const c = &p->chunks.at[noun];
  if (p->r->wants_happenings) return; /* annotation has its own way */
  if (!c->hit || !now->subject || !now->verb ||
      p->chunks.at[now->verb].negated || p->chunks.at[now->subject].hit ||
      !pq_view_says_any(p->chunks.at[noun - 1].slot, words) ||
      !binds(p, &p->hits.at[c->hit]) || !leads_partner(p, noun) ||
      !is_bare(p, c) || pq_hit_arg(&p->hits.at[c->hit], PQ_AS_THEME)) {
    return;
  }
  const pq_place_for where = {.hit = c->hit, .slot = PQ_LIT("of")};
  if (!pq_argument_attach(p, &where, now->subject)) return;
  /* "may do B through interaction with C": then it may bind, too */
  if (is_modal(p, &p->chunks.at[now->verb])) {
    p->hits.at[c->hit].carrier = p->chunks.at[now->verb].hit;
    p->hits.at[c->hit].said = true;
  }
}
