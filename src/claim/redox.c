/* "reduces oxidized X", "iron is reduced by X": there is no less of it. */
#include "recast.h"

/* Is it said to be oxidized, or is it what takes electrons, by its name? */
static bool takes_electrons(const pq_grammar *g, pq_view word) {
  static const char *const heads[] = {"oxidi",   "disulf", "ferric", "cupric",
                                      "dehydro", "Fe3+",   "Cu2+",   NULL};
  static const char *const tails[] = {"quinone",   "peroxide", "peroxides",
                                      "sulfoxide", "radical",  NULL};
  for (size_t i = 0; heads[i]; ++i) {
    if (pq_view_starts(word, pq_view_of(heads[i]))) return true;
  }
  for (size_t i = 0; tails[i]; ++i) {
    if (pq_view_ends(word, pq_view_of(tails[i]))) return true;
  }
  return pq_text_means(g, word, PQ_M_OXIDANT);
}

/* "reduces this to retinol", whatever it is. */
static bool leads_to_molecule(const pq_parse *p, uint32_t noun) {
  return pq_chunk_is(p, noun + 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[noun + 1].begin, "to") &&
         pq_chunk_is(p, noun + 2, PQ_CHUNK_NOUN) &&
         pq_argument_is_molecule(p, noun + 2, false);
}

/* "uses NADPH to reduce testosterone": it gets electrons from that. */
static bool names_donor(const pq_parse *p) {
  for (uint32_t i = 1; i < p->units.n; ++i) {
    if (pq_unit_says(p, i, "NADPH") || pq_unit_says(p, i, "NADH")) return true;
  }
  return false;
}

bool pq_redox_is(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (!theme || theme->hit || theme->end || h->voice == PQ_NOMINAL ||
      !pq_view_starts(pq_unit_text(p, h->unit), PQ_LIT("reduc"))) {
    return false;
  }
  if (leads_to_molecule(p, theme->chunk) || names_donor(p)) return true;
  for (uint32_t k = theme->chunk; k; k = p->chunks.at[k].next) {
    const pq_chunk *const c = &p->chunks.at[k];
    if (c->hit) return false; /* "reduces iron uptake" */
    for (uint32_t i = c->begin; i < c->end; ++i) {
      if (takes_electrons(p->g, pq_unit_text(p, i))) return true;
    }
  }
  return false;
}
