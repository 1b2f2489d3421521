/* What is named only to be set aside: "phosphorylates A rather than binding B",
 * "by A instead of by B", "degradation rather than activation"; "binds
 * phosphorylated but not unphosphorylated A". */
#include "unit.h"

#include <string.h>

enum {
  STATE_MOST = 4 /* units: "GDP-bound" */
};

/* ---- states ---- */

static bool is_state(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = &p->units.at[i];
  return u->kind == PQ_UNIT_WORD &&
         ((u->forms & PQ_FORM_EN) ||
          (u->classes & (PQ_W_ACTIVE | PQ_W_INACTIVE | PQ_W_MUTANT)) ||
          pq_unit_says(p, i, "type")); /* "wild-type" */
}

static bool is_undone(const pq_parse *p, uint32_t i) {
  const pq_view w = pq_unit_text(p, i);
  return p->units.at[i].kind == PQ_UNIT_WORD &&
         (pq_view_starts(w, PQ_LIT("un")) || pq_view_starts(w, PQ_LIT("non")));
}

/* The unit behind "not inactive", "not the GDP-bound", with what a comma before
 * "but" closes, if the thing follows; 0 if not so. */
static uint32_t past_state(const pq_parse *p, uint32_t not_at, bool comma) {
  uint32_t i = not_at + 1;
  if (pq_unit_at(p, i)->classes & PQ_W_DETERMINER) ++i;
  const uint32_t most = i + STATE_MOST;
  while (i < p->units.n && i < most && !is_state(p, i) && !is_undone(p, i)) {
    ++i;
  }
  if (i >= p->units.n || i == most) return 0;
  ++i;
  if (comma && !pq_unit_is_mark(p, i, ',')) return 0;
  if (comma) ++i;
  const bool thing = i < p->units.n && (p->units.at[i].kind == PQ_UNIT_NAME ||
                                        pq_unit_says(p, i, "form") ||
                                        pq_unit_says(p, i, "forms"));
  return thing ? i : 0;
}

/* Does the state that ends at a unit begin a noun group, and is it no verb that
 * a name has: "A phosphorylated but not activated B"? */
static bool is_adjective(const pq_parse *p, uint32_t i) {
  if (!is_state(p, i)) return false;
  while (i > 1 && p->units.at[i].glued) {
    --i;
  }
  const pq_unit *const before = &p->units.at[i - 1];
  return i == 1 || (before->kind == PQ_UNIT_WORD &&
                    !(before->classes & (PQ_W_BE | PQ_W_HAVE)) &&
                    (before->forms ||
                     (before->classes & (PQ_W_PREPOSITION | PQ_W_DETERMINER |
                                         PQ_W_AND | PQ_W_ADVERB))));
}

void pq_contrast_cut(pq_parse *p) {
  for (uint32_t i = 2; i + 2 < p->units.n; ++i) {
    if (!(p->units.at[i].classes & PQ_W_AND) || !pq_unit_says(p, i, "but") ||
        !pq_unit_says(p, i + 1, "not")) {
      continue;
    }
    const bool comma = pq_unit_is_mark(p, i - 1, ',');
    const uint32_t from = comma ? i - 1 : i;
    const uint32_t to = past_state(p, i + 1, comma);
    if (!to || from < 2 || !is_adjective(p, from - 1)) continue;
    memmove(&p->units.at[from], &p->units.at[to],
            (p->units.n - to) * sizeof p->units.at[0]);
    p->units.n -= to - from;
  }
}

/* ---- groups ---- */

static bool sets_aside(const pq_parse *p, uint32_t chunk) {
  return pq_chunk_is(p, chunk, PQ_CHUNK_PREPOSITION) &&
         pq_view_same(p->chunks.at[chunk].slot, PQ_LIT("rather than"));
}

bool pq_contrast_drops(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t first =
      c->kind == PQ_CHUNK_NOUN && c->prior ? c->prior : chunk;
  return sets_aside(p, first - 1) ||
         (pq_chunk_is(p, first - 1, PQ_CHUNK_PREPOSITION) &&
          sets_aside(p, first - 2));
}
