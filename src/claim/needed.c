/* "X requires Y for its activity", "as a cofactor": what cannot do without Y is
 * what X does. */
#include "draft.h"

/* The group behind "for" that says no more than that: "for its activity", "for
 * full enzymatic activity", but not "for activity of Z"; or behind "as", "as a
 * cofactor". */
static bool is_aim(const pq_parse *p, uint32_t preposition) {
  const uint32_t noun = preposition + 1;
  const pq_chunk *const c = &p->chunks.at[noun < p->chunks.n ? noun : 0];
  const pq_view slot = p->chunks.at[preposition].slot;
  if (!pq_chunk_is(p, noun, PQ_CHUNK_NOUN) || c->name_end || c->next || c->of ||
      (c->hit && p->hits.at[c->hit].n_args) ||
      (pq_chunk_is(p, noun + 1, PQ_CHUNK_PREPOSITION) &&
       !pq_unit_says(p, p->chunks.at[noun + 1].begin, "by"))) {
    return false;
  }
  return (pq_view_same(slot, PQ_LIT("for")) &&
          pq_unit_means(p, c->end - 1, PQ_M_DOING)) ||
         (pq_view_same(slot, PQ_LIT("as")) &&
          (pq_unit_says(p, c->end - 1, "cofactor") ||
           pq_unit_says(p, c->end - 1, "cofactors")));
}

/* Where the clause of a verb tells what for; 0: it does not. */
static uint32_t aim_of(const pq_parse *p, uint32_t verb) {
  for (uint32_t i = verb + 1; i + 1 < p->chunks.n; ++i) {
    const pq_chunk_kind kind = p->chunks.at[i].kind;
    if (kind == PQ_CHUNK_PREPOSITION && is_aim(p, i)) return i + 1;
    if (kind != PQ_CHUNK_NOUN && kind != PQ_CHUNK_PREPOSITION &&
        kind != PQ_CHUNK_AND && kind != PQ_CHUNK_COMMA) {
      return 0;
    }
  }
  return 0;
}

/* A thing that is said in so many words. */
static bool is_thing(const pq_parse *p, const pq_arg *a) {
  return a && !a->hit && !a->end && a->chunk &&
         pq_argument_content(p, a->chunk).things;
}

pq_status pq_needed_read(pq_parse *p) {
  const uint32_t n = p->hits.n;
  if (p->r->wants_happenings) return PQ_OK;
  for (uint32_t i = 1; i < n; ++i) {
    const pq_hit *const h = &p->hits.at[i];
    if (h->trigger->type != PQ_TRIGGER_DEPENDENCE || h->voice == PQ_NOMINAL) {
      continue;
    }
    const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
    if (!is_thing(p, theme) || !is_thing(p, pq_hit_arg(h, PQ_AS_DEPENDS))) {
      continue;
    }
    const pq_trigger *const t = pq_noun_rule(p, PQ_LIT("activity"));
    const uint32_t aim = t ? aim_of(p, h->chunk) : 0;
    if (!aim || p->hits.n >= PQ_HITS_MOST) continue;
    const pq_arg whose = *theme;
    const size_t at = (size_t)(theme - h->args);
    uint32_t made = p->chunks.at[aim].hit; /* "its activity" */
    pq_status st = PQ_OK;
    if (!made) {
      PQ_TRY(st, pq_hit_new(p, t, aim, p->chunks.at[aim].end - 1, PQ_NOMINAL));
      made = p->hits.n - 1;
    }
    pq_hit_add(p, made, whose);
    p->chunks.at[aim].hit = made;
    p->hits.at[made].used_by = i;
    p->hits.at[i].args[at].hit = made;
    p->hits.at[i].args[at].chunk = aim;
    p->hits.at[i].args[at].all = false;
  }
  return PQ_OK;
}
