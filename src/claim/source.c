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

void pq_source_recast(pq_parse *p, uint32_t hit) {
  pq_hit *const h = &p->hits.at[hit];
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
