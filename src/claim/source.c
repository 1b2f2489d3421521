/* "X produces B from A", "B is produced from A": A becomes B. */
#include "recast.h"

/* The noun group behind "from" in what follows a verb; 0 none. */
static uint32_t source_of(const pq_parse *p, uint32_t verb) {
  for (uint32_t i = verb + 1; i + 1 < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind == PQ_CHUNK_PREPOSITION) {
      if (pq_view_same(c->slot, PQ_LIT("from"))) {
        return pq_chunk_is(p, i + 1, PQ_CHUNK_NOUN) ? i + 1 : 0;
      }
    } else if (c->kind != PQ_CHUNK_NOUN && c->kind != PQ_CHUNK_AND) {
      return 0;
    }
  }
  return 0;
}

static bool is_molecule(const pq_parse *p, const pq_arg *a) {
  return !a->hit && !a->end && pq_argument_is_molecule(p, a->chunk, false);
}

/* Does the verb say what is made: "produces nitric oxide"? */
static bool makes(const pq_parse *p, const pq_hit *h) {
  const pq_trigger *const t = h->trigger;
  return h->voice != PQ_NOMINAL && t->type == PQ_TRIGGER_REGULATION &&
         t->has_thing_kind && p->r->kinds[t->thing_kind].output_theme;
}

bool pq_source_cleaves(const pq_parse *p, const pq_hit *h) {
  return h->trigger->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[h->trigger->kind].undoes &&
         p->r->kinds[h->trigger->kind].into.len > 0;
}

/* "cleaves two amino acids from X": it is X that is cleaved. */
static void recast_cut(pq_parse *p, uint32_t hit) {
  pq_hit *const h = &p->hits.at[hit];
  const uint32_t object = h->chunk + 1;
  const uint32_t from =
      h->voice == PQ_ACTIVE_VOICE && pq_chunk_is(p, object, PQ_CHUNK_NOUN) &&
              pq_chunk_is(p, object + 1, PQ_CHUNK_PREPOSITION) &&
              pq_view_same(p->chunks.at[object + 1].slot, PQ_LIT("from")) &&
              pq_chunk_is(p, object + 2, PQ_CHUNK_NOUN)
          ? object + 2
          : 0;
  const bool other = !p->chunks.at[object].name_end;
  const bool molecule = from && pq_argument_is_molecule(p, object, false);
  if (!from || !(other || molecule) || p->chunks.at[from].hit ||
      p->chunks.at[object].hit || !pq_argument_content(p, from).things) {
    return;
  }
  for (uint32_t i = 0; i < h->n_args; ++i) {
    pq_arg *const a = &h->args[i];
    if (a->role == PQ_AS_THEME) pq_hit_turn(h, a, PQ_AS_NONE);
  }
  pq_hit_add(p, hit, (pq_arg){.role = PQ_AS_THEME, .chunk = from, .all = true});
}

void pq_source_recast(pq_parse *p, uint32_t hit) {
  pq_hit *const h = &p->hits.at[hit];
  if (pq_source_cleaves(p, h)) {
    recast_cut(p, hit);
    return;
  }
  const pq_arg *const made = makes(p, h) ? pq_hit_arg(h, PQ_AS_THEME) : NULL;
  if (!made || !is_molecule(p, made)) return;
  const pq_arg *const by = pq_hit_arg(h, PQ_AS_AGENT);
  const uint32_t from = by && by->hit ? 0 : source_of(p, h->chunk);
  const pq_trigger *const t = pq_rules_verb(p->g, PQ_LIT("generate"));
  if (!from || p->chunks.at[from].hit || !t || t->type != PQ_TRIGGER_EVENT ||
      !pq_argument_is_molecule(p, from, false)) {
    return;
  }
  for (uint32_t i = 0; i < h->n_args; ++i) {
    pq_arg *const a = &h->args[i];
    if (a->role == PQ_AS_THEME) pq_hit_turn(h, a, PQ_AS_PRODUCT);
    if (a->role == PQ_AS_AGENT) a->relation = PQ_REL_DIRECT;
  }
  h->trigger = t;
  pq_hit_add(p, hit, (pq_arg){.role = PQ_AS_THEME, .chunk = from, .all = true});
}
