/* A noun that happens within a group of something else: "phosphorylation sites
 * of X", "X expression levels", "the phosphorylation site S101".
 *
 *   "the JAK2 phosphorylation sites of STAT3"   cause JAK2, theme STAT3
 *   "the STAT3 phosphorylation sites"           theme STAT3
 *   "the phosphorylation sites S727 and Y705"   theme: whose they were before
 */
#include "happen.h"
#include "recast.h"

/* What the group is of: "of X", "in X"; a site is "on X", too.  0 none. */
static uint32_t whole_of(const pq_parse *p, uint32_t chunk) {
  static const char *const all[] = {"on", "of", "in", "within", NULL};
  const bool site =
      (p->units.at[p->chunks.at[chunk].end - 1].classes & PQ_W_SITE) != 0;
  const char *const *const words = site ? all : all + 1;
  const bool led =
      pq_chunk_is(p, chunk + 1, PQ_CHUNK_PREPOSITION) &&
      pq_chunk_is(p, chunk + 2, PQ_CHUNK_NOUN) &&
      !p->chunks.at[chunk + 2].hit &&
      pq_view_says_any(pq_unit_text(p, p->chunks.at[chunk + 1].begin), words);
  return led ? chunk + 2 : 0;
}

/* "a site in X, S101, which", "the sites in X are S5 and S9": the group that
 * lists residues behind another; 0 none. */
static uint32_t list_behind(const pq_parse *p, uint32_t chunk) {
  const uint32_t k = chunk + 1;
  const bool is = pq_chunk_is(p, k, PQ_CHUNK_VERB) && p->chunks.at[k].copula &&
                  !p->chunks.at[k].negated;
  const bool listed = (is || pq_chunk_is(p, k, PQ_CHUNK_COMMA)) &&
                      pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN) &&
                      p->chunks.at[k + 1].sites && !p->chunks.at[k + 1].hit &&
                      !p->chunks.at[k + 1].name_end;
  return listed ? k + 1 : 0;
}

/* The residues of "the site S101", "a site in X (S101)", "a site in X, S101".
 */
static void find_sites(const pq_parse *p, uint32_t chunk, uint32_t unit,
                       pq_sites *out) {
  const uint32_t whole = whole_of(p, chunk);
  const pq_arg own = {
      .chunk = chunk, .begin = unit + 1, .end = p->chunks.at[chunk].end};
  const pq_arg in = {.chunk = whole};
  const pq_arg list = {.chunk = list_behind(p, whole ? whole : chunk),
                       .all = true};
  pq_named_sites(p, &own, out);
  if (!out->n && whole && p->chunks.at[whole].sites) {
    pq_named_sites(p, &in, out);
  }
  if (!out->n && list.chunk) pq_named_sites(p, &list, out);
}

/* The last that was told of the first residue in a group; NULL if nothing. */
static const pq_memory *owner_of(const pq_parse *p, const pq_sites *sites) {
  for (uint32_t i = sites->n ? p->memory.n : 0; i-- > 0;) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->site.position && m->site.position == sites->at[0].site.position &&
        m->site.residue == sites->at[0].site.residue) {
      return m;
    }
  }
  return NULL;
}

static pq_status put(pq_happener *w, const pq_happening *h,
                     const pq_fill *themes, const pq_fill *causes,
                     const pq_sites *sites) {
  pq_status st = PQ_OK;
  for (uint32_t t = 0; t < themes->n; ++t) {
    for (uint32_t s = 0; s < (sites->n ? sites->n : 1); ++s) {
      pq_filler fillers[3] = {themes->at[t]};
      uint32_t n = 1;
      if (sites->n) {
        fillers[n++] =
            (pq_filler){PQ_PART_SITE, 0, 0, sites->at[s].span, false};
      }
      if (causes->n) fillers[n++] = causes->at[0];
      PQ_TRY(st, pq_happen_put(w, h, fillers, n));
    }
  }
  return PQ_OK;
}

/* "two PKA phosphorylation sites": of something else. */
static bool is_doer(const pq_parse *p, uint32_t chunk, uint32_t unit,
                    uint32_t kind) {
  const uint32_t begin = p->chunks.at[chunk].begin;
  const bool open =
      begin < unit && (p->units.at[begin].classes & PQ_W_DETERMINER) &&
      !pq_unit_says(p, begin, "the") && !pq_unit_says(p, begin, "its");
  return open && p->units.at[unit].n == 1 &&
         pq_argument_is_doer(p, unit, &p->r->kinds[kind]);
}

/* What happens to whom, and by what, as far as the group says it. */
static pq_status fill(pq_happener *w, uint32_t chunk, uint32_t unit,
                      uint32_t kind, pq_fill *themes, pq_fill *causes) {
  const pq_parse *const p = w->p;
  const uint32_t whole = whole_of(p, chunk);
  const pq_arg of = {.chunk = whole, .all = true};
  pq_status st = PQ_OK;
  if (unit > p->chunks.at[chunk].begin &&
      p->units.at[unit - 1].kind == PQ_UNIT_NAME) {
    /* "the JAK2 phosphorylation site in STAT3": by JAK2 */
    const bool named = whole && p->chunks.at[whole].name_end;
    const bool acts = (p->units.at[unit + 1].classes & PQ_W_SITE) &&
                      (named || is_doer(p, chunk, unit - 1, kind));
    PQ_TRY(st, pq_happen_units(w, chunk, unit - 1, unit,
                               acts ? PQ_PART_CAUSE : PQ_PART_THEME,
                               acts ? causes : themes));
    if (!acts) return PQ_OK;
  }
  return whole ? pq_happen_fill(w, &of, PQ_PART_THEME, themes) : PQ_OK;
}

bool pq_happen_is_place(const pq_parse *p, uint32_t unit) {
  return (pq_unit_at(p, unit)->classes & PQ_W_SITE) ||
         pq_unit_means(p, unit, PQ_M_ELEMENT);
}

/* "the IFNG activation site", "the MYC transcription start": a place that is
 * called after what it is for. */
static bool is_called(const pq_parse *p, uint32_t kind, uint32_t next) {
  const pq_kind *const k = &p->r->kinds[kind];
  const bool starts = k->needs_gene && pq_unit_means(p, next, PQ_M_GENE_UNIT);
  return starts || ((k->needs_gene || k->leaves != PQ_ACTIVITY_UNSAID) &&
                    pq_happen_is_place(p, next));
}

pq_status pq_happen_inner(pq_happener *w, uint32_t chunk, uint32_t unit,
                          uint32_t kind) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (unit + 1 >= c->end || p->r->kinds[kind].binding ||
      is_called(p, kind, unit + 1) ||
      (p->units.at[unit + 1].classes & (PQ_W_GENERIC | PQ_W_OF_GENE)) ==
          PQ_W_GENERIC) {
    return PQ_OK; /* "transcription factor", but "expression levels" */
  }
  pq_fill *const themes = pq_fill_new(w);
  pq_fill *const causes = pq_fill_new(w);
  if (!themes || !causes) return p->r->arena->status;
  PQ_TRY(st, fill(w, chunk, unit, kind, themes, causes));
  pq_sites sites;
  sites.n = 0;
  if (p->units.at[unit + 1].classes & PQ_W_SITE) {
    find_sites(p, chunk, unit, &sites);
  }
  const pq_memory *const owner = themes->n ? NULL : owner_of(p, &sites);
  const pq_span here = p->units.at[unit].span;
  const pq_mention_id name =
      owner ? pq_happen_mention_near(p, owner->theme, here) : 0;
  if (name) {
    themes->at[themes->n++] =
        (pq_filler){PQ_PART_THEME, name, 0, {0, 0}, false};
  }
  const pq_happening h = {.sort = PQ_HAPPENING_EVENT,
                          .kind = kind,
                          .sentence = p->sentence,
                          .trigger = here};
  w->used[unit] = true;
  if (!themes->n) return pq_happen_told(w, &h, causes, &sites);
  return put(w, &h, themes, causes, &sites);
}
