/* "This site", "both residues": those that were told of last. */
#include "anaphora.h"
#include "draft.h"

enum {
  BACK_MOST = 3 /* sentences */
};

bool pq_anaphor_is_site(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (c->kind != PQ_CHUNK_NOUN || c->name_end || c->hit || c->sites || c->of ||
      c->negated || !(p->units.at[c->end - 1].classes & PQ_W_SITE)) {
    return false;
  }
  const bool same =
      pq_unit_says(p, c->begin, "the") && pq_unit_says(p, c->begin + 1, "same");
  const bool points = (p->units.at[c->begin].classes & PQ_W_DEMONSTRATIVE) ||
                      pq_unit_says(p, c->begin, "both") ||
                      pq_unit_says(p, c->begin, "each") || same;
  for (uint32_t i = c->begin + (same ? 2 : 0); points && i < c->end; ++i) {
    const uint32_t idle = PQ_W_DETERMINER | PQ_W_DEMONSTRATIVE | PQ_W_SITE;
    if (!(p->units.at[i].classes & idle)) return false;
  }
  return points && c->end > c->begin + 1 &&
         !pq_unit_says(p, c->begin + 1, "other");
}

static bool is_same_site(pq_site a, pq_site b) {
  return a.position == b.position && a.residue == b.residue;
}

/* How many residues a group means: one, two, or (0) as many as there are. */
static uint32_t number_meant(const pq_parse *p, const pq_chunk *c) {
  if (pq_unit_says(p, c->begin, "both")) return 2;
  bool many = pq_unit_says(p, c->begin, "each");
  for (uint32_t i = c->begin; i < c->end; ++i) {
    many = many || (p->units.at[i].classes & PQ_W_PLURAL);
    if (pq_unit_says(p, i, "two")) return 2;
  }
  return many ? 0 : 1;
}

/* The last memory of the residues that a group means: those of the last
 * sentence that told of any.  NULL: none, or not as many as it says. */
static const pq_memory *last_sites(const pq_parse *p, uint32_t chunk) {
  const uint32_t want = number_meant(p, &p->chunks.at[chunk]);
  const pq_memory *last = NULL;
  uint32_t n = 0;
  for (uint32_t i = p->memory.n; i-- > 0;) {
    const pq_memory *const m = &p->memory.at[i];
    if (!m->site.position) continue;
    if (!last) last = m;
    if (m->told_in != last->told_in) break;
    bool again = false;
    for (const pq_memory *k = m + 1; k <= last; ++k) {
      again = again || is_same_site(k->site, m->site);
    }
    n += !again;
  }
  const bool near = last && last->told_in + BACK_MOST >= p->sentence;
  return near && (!want || n == want) ? last : NULL;
}

void pq_anaphor_sites(const pq_parse *p, uint32_t chunk, pq_sites *out) {
  if (!pq_anaphor_is_site(p, chunk)) return;
  const pq_memory *const last = last_sites(p, chunk);
  for (uint32_t i = 0; last && &p->memory.at[i] <= last; ++i) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->told_in != last->told_in || !m->site.position ||
        out->n == PQ_NAMED_MOST) {
      continue;
    }
    bool again = false;
    for (uint32_t k = 0; k < out->n; ++k) {
      again = again || (out->at[k].site.residue == m->site.residue &&
                        out->at[k].site.position == m->site.position);
    }
    const pq_placed one = {.site = m->site, .span = p->chunks.at[chunk].span};
    if (!again) out->at[out->n++] = one;
  }
}
