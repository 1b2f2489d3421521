/* Where themes meet sites: each of a list with its own residue, or all with
 * all. */
#include "seek.h"

/* "cleaved at S1, and then at S2": such sites are numbered themselves, and are
 * no serines. */
static void drop_numbered(const pq_parse *p, const pq_hit *h, pq_sites *sites) {
  enum {
    NUMBERED_MOST = 4
  };
  if (!p->r->kinds[pq_seek_kind(h)].into.len) return;
  uint32_t n = 0;
  for (uint32_t i = 0; i < sites->n; ++i) {
    const pq_site s = sites->at[i].site;
    const bool numbered =
        s.residue == 'S' && s.position && s.position <= NUMBERED_MOST;
    if (!numbered) sites->at[n++] = sites->at[i];
  }
  sites->n = n;
}

void pq_event_collect_sites(const pq_parse *p, const pq_hit *h, pq_parts *out) {
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role != PQ_AS_SITE) continue;
    const uint32_t before = out->sites.n;
    const uint32_t first = p->chunks.at[h->args[i].chunk].begin;
    pq_named_sites(p, &h->args[i], &out->sites);
    /* "cleaved between R5 and S6": behind R5 */
    if (out->sites.n > before && pq_unit_says(p, first - 1, "between")) {
      out->sites.n = before + 1;
    }
  }
  drop_numbered(p, h, &out->sites);
}

/* "T774 of PKN1": the protein that the words give the residue.  Where they
 * give none the clause's themes stand. */
static pq_status owners_of(pq_parse *p, const pq_placed *site, unsigned want,
                           pq_names *out) {
  const pq_arg whole = {.chunk = site->of ? site->of : site->its};
  return whole.chunk ? pq_named_collect(p, &whole, want, out) : PQ_OK;
}

/* Does "its" tell whose residues they are: "its Y5 is phosphorylated"?  In "X
 * phosphorylates the odd thing at its Y5" it does not. */
static bool tells_its(const pq_hit *h, const pq_parts *w) {
  const pq_arg *const site = pq_hit_arg(h, PQ_AS_SITE);
  const bool object = h->voice == PQ_ACTIVE_VOICE && site &&
                      site->chunk == h->chunk + 1; /* "X does it to its Y5" */
  return !w->themes.n && !h->other_theme && (h->voice == PQ_PASSIVE || object);
}

/* Where the words for its protein begin; 0 if they are those of the clause. */
static uint32_t whose(const pq_hit *h, const pq_parts *w,
                      const pq_placed *site) {
  return site->of || !tells_its(h, w) ? site->of : site->its;
}

/* Sites whose protein is said beside them make events of their own.  What "its"
 * means is the protein where the clause itself tells of none. */
static bool is_owned(const pq_parse *p, const pq_hit *h, const pq_parts *w,
                     const pq_placed *site) {
  uint32_t i = whose(h, w, site);
  for (uint32_t depth = 0; i && depth < 4; ++depth) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->name_end) return true;
    const uint32_t its = tells_its(h, w) ? c->refers : 0; /* "S5 of its tail" */
    i = c->of ? c->of : its;
  }
  return false;
}

/* The event at a residue that the words give to its own protein. */
static pq_status put_owned(pq_parse *p, pq_hit *h, const pq_parts *w,
                           const pq_placed *site) {
  pq_status st = PQ_OK;
  pq_parts *const own = pq_arena_room(p->r->arena, sizeof *own);
  if (!own) return p->r->arena->status;
  *own = *w;
  own->themes.n = 0;
  own->inherited = false;
  const unsigned want = pq_seek_want(&p->r->kinds[pq_seek_kind(h)]);
  PQ_TRY(st, owners_of(p, site, want, &own->themes));
  for (uint32_t i = 0; i < own->themes.n; ++i) {
    PQ_TRY(st, pq_event_put(p, h, own, i, site));
  }
  return PQ_OK;
}

/* Is theme t one of a list, and only others of it have residues of their own:
 * "A (S5), B and C (S7)"? */
static bool has_none(const pq_parts *w, uint32_t t) {
  bool others = false;
  for (uint32_t s = 0; s < w->sites.n; ++s) {
    const uint32_t of = w->sites.at[s].of;
    if (of == w->themes.at[t].chunk) return false;
    for (uint32_t k = 0; k < w->themes.n && !others; ++k) {
      others = of && w->themes.at[k].chunk == of;
    }
  }
  return others;
}

/* Themes meet sites: one to one where there are as many of both, else each
 * theme has each site. */
pq_status pq_event_put_sites(pq_parse *p, pq_hit *h, const pq_parts *w) {
  pq_status st = PQ_OK;
  const uint32_t n = w->themes.n;
  uint32_t free_sites = 0;
  for (uint32_t s = 0; s < w->sites.n; ++s) {
    const bool owned = is_owned(p, h, w, &w->sites.at[s]);
    free_sites += !owned;
    if (owned) PQ_TRY(st, put_owned(p, h, w, &w->sites.at[s]));
  }
  for (uint32_t t = 0; t < n && !free_sites; ++t) {
    if (has_none(w, t)) PQ_TRY(st, pq_event_put(p, h, w, t, NULL));
  }
  /* "A, but not B, at S1 and S2"; each is modified at "serine and threonine" */
  const bool paired = n > 1 && free_sites == n &&
                      !w->themes.at[n - 1].negated &&
                      (w->sites.at[0].site.position || pq_turn_pairs(p));
  for (uint32_t t = 0; t < n && free_sites; ++t) {
    for (uint32_t s = 0; s < w->sites.n; ++s) {
      if (is_owned(p, h, w, &w->sites.at[s])) continue;
      if (paired && s != t) continue;
      PQ_TRY(st, pq_event_put(p, h, w, t, &w->sites.at[s]));
    }
  }
  return PQ_OK;
}

bool pq_event_any_owned(const pq_parse *p, const pq_hit *h, const pq_parts *w) {
  for (uint32_t s = 0; s < w->sites.n; ++s) {
    if (is_owned(p, h, w, &w->sites.at[s])) return true;
  }
  return false;
}
