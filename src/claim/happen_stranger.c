/* Events of the kinds in which any name will do, and each that is told counts:
 * who carries them out in other words, those that name no theme, and residues
 * that are told to be sites.
 *
 *   "AKT1 catalyzes the phosphorylation of GSK3B"  cause AKT1
 *   "phosphorylation of S473 by an unknown kinase" site S473
 *   "S9A was not phosphorylated, and S9 is ..."    site S9
 *
 * For annotation with names of our own: given names come with rules of what an
 * event is. */
#include "happen.h"
#include "recast.h"

static bool is_of_strangers(const pq_record *r, const pq_happening *h) {
  return !r->only_given && h->sort == PQ_HAPPENING_EVENT &&
         r->kinds[h->kind].strangers;
}

static bool has_role(const pq_happening *h, pq_part_role role) {
  for (uint32_t i = 0; i < h->n_fillers; ++i) {
    if (h->fillers[i].role == role) return true;
  }
  return false;
}

static pq_status add_fillers(pq_record *r, pq_happening *h,
                             const pq_fill *more) {
  pq_filler *const all =
      pq_arena_take(r->arena, (h->n_fillers + more->n + 1) * sizeof *all);
  if (!all) return r->arena->status;
  for (uint32_t i = 0; i < h->n_fillers; ++i) {
    all[i] = h->fillers[i];
  }
  for (uint32_t i = 0; i < more->n; ++i) {
    all[h->n_fillers + i] = more->at[i];
  }
  h->fillers = all;
  h->n_fillers += more->n;
  return PQ_OK;
}

static pq_status add_causes(pq_happener *w, pq_happening *h,
                            const pq_fill *causes) {
  pq_fill *const more = pq_fill_new(w);
  if (!more) return w->p->r->arena->status;
  for (uint32_t i = 0; i < causes->n; ++i) {
    if (!causes->at[i].mention || causes->at[i].negated) continue;
    more->at[more->n] = causes->at[i];
    more->at[more->n++].role = PQ_PART_CAUSE;
  }
  return add_fillers(w->p->r, h, more);
}

pq_status pq_happen_carry(pq_happener *w, const pq_fill *themes,
                          const pq_fill *causes) {
  pq_status st = PQ_OK;
  pq_record *const r = w->p->r;
  for (uint32_t i = 0; i < themes->n; ++i) {
    pq_happening *const h = &r->happenings.at[themes->at[i].happening];
    if (!themes->at[i].happening || themes->at[i].negated ||
        !is_of_strangers(r, h) || has_role(h, PQ_PART_CAUSE)) {
      continue;
    }
    PQ_TRY(st, add_causes(w, h, causes));
  }
  return PQ_OK;
}

pq_status pq_happen_with(pq_happener *w, uint32_t hit, pq_fill *causes) {
  const pq_parse *const p = w->p;
  const pq_hit *const h = &p->hits.at[hit];
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  if (p->r->only_given || !kind->strangers || causes->n ||
      h->voice == PQ_ACTIVE_VOICE) {
    return PQ_OK;
  }
  for (uint32_t c = h->chunk + 1; c + 1 < p->chunks.n; ++c) {
    const pq_chunk *const noun = &p->chunks.at[c + 1];
    if (p->chunks.at[c].kind == PQ_CHUNK_VERB ||
        p->chunks.at[c].kind == PQ_CHUNK_STOP) {
      return PQ_OK;
    }
    if (!pq_chunk_is(p, c, PQ_CHUNK_PREPOSITION) ||
        !pq_unit_says(p, p->chunks.at[c].begin, "with") || !noun->name_end ||
        !pq_argument_is_doer(p, noun->name_begin, kind)) {
      continue;
    }
    return pq_happen_units(w, c + 1, noun->name_begin, noun->name_end,
                           PQ_PART_CAUSE, causes);
  }
  return PQ_OK;
}

/* The residues of the arguments of a hit. */
static void collect_sites(const pq_parse *p, uint32_t hit, pq_sites *out) {
  const pq_hit *const h = &p->hits.at[hit];
  out->n = 0;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    const bool own = h->args[i].chunk == h->chunk;
    const uint32_t before = out->n;
    if (h->args[i].role == PQ_AS_SITE) pq_named_sites(p, &h->args[i], out);
    /* "tyrosine phosphorylation" alone says of what kind it is. */
    for (uint32_t k = before; own && k < out->n; ++k) {
      if (!out->at[k].site.position) out->n = k;
    }
  }
}

pq_status pq_happen_told(pq_happener *w, const pq_happening *h,
                         const pq_fill *causes, const pq_sites *sites) {
  if (!is_of_strangers(w->p->r, h)) return PQ_OK;
  pq_fill *const fill = pq_fill_new(w);
  if (!fill) return w->p->r->arena->status;
  for (uint32_t i = 0; i < sites->n && fill->n < PQ_FILL_MOST; ++i) {
    if (sites->at[i].negated) continue;
    fill->at[fill->n++] =
        (pq_filler){PQ_PART_SITE, 0, 0, sites->at[i].span, false};
  }
  for (uint32_t i = 0; i < causes->n && fill->n < PQ_FILL_MOST; ++i) {
    if (!causes->at[i].mention || causes->at[i].negated) continue;
    fill->at[fill->n] = causes->at[i];
    fill->at[fill->n++].role = PQ_PART_CAUSE;
  }
  pq_happening bare = *h;
  bare.bare = true;
  return fill->n ? pq_happen_put(w, &bare, fill->at, fill->n) : PQ_OK;
}

pq_status pq_happen_bare(pq_happener *w, uint32_t hit, const pq_fill *causes,
                         const pq_grip *grip) {
  const pq_parse *const p = w->p;
  const pq_happening h = pq_happen_event_of(p, &p->hits.at[hit], grip);
  if (!is_of_strangers(p->r, &h)) return PQ_OK;
  pq_sites *const sites = pq_arena_room(p->r->arena, sizeof *sites);
  if (!sites) return p->r->arena->status;
  collect_sites(p, hit, sites);
  return pq_happen_told(w, &h, causes, sites);
}

/* ---- residues that no word has ---- */

/* The first word of the stretch that tells of such a kind; 0 none. */
static uint32_t word_of_strangers(const pq_parse *p) {
  for (uint32_t i = 1; i < p->units.n; ++i) {
    const pq_unit *const u = &p->units.at[i];
    const uint32_t t = u->noun ? u->noun : u->verb;
    if (u->kind == PQ_UNIT_WORD && t &&
        p->g->triggers.at[t].type == PQ_TRIGGER_EVENT &&
        p->r->kinds[p->g->triggers.at[t].kind].strangers) {
      return i;
    }
  }
  return 0;
}

static bool is_told(const pq_record *r, pq_sentence_id sentence, pq_span span) {
  for (uint32_t i = r->happenings.n; i-- > 1;) {
    const pq_happening *const h = &r->happenings.at[i];
    if (h->sentence != sentence) return false;
    for (uint32_t k = 0; k < h->n_fillers; ++k) {
      const pq_filler *const f = &h->fillers[k];
      if (f->role == PQ_PART_SITE && f->span.begin < span.end &&
          span.begin < f->span.end) {
        return true;
      }
    }
  }
  return false;
}

/* Residues that carry phosphate, by their number: no mutants, and no lone
 * residue words. */
static bool may_be_site(const pq_site_mention *m) {
  return m->site.position && !m->mutant.len && m->site.residue &&
         strchr("STYHD", m->site.residue);
}

/* "S63 in stathmin", "stathmin S63": the name that a residue is told to be of;
 * 0 none. */
static pq_mention_id owner_at(const pq_parse *p, pq_span site) {
  for (uint32_t c = 1; c < p->chunks.n; ++c) {
    const pq_chunk *const g = &p->chunks.at[c];
    if (g->kind != PQ_CHUNK_NOUN || !pq_span_holds(g->span, site)) continue;
    const pq_chunk *const whole = g->name_end ? g : &p->chunks.at[g->of];
    return whole->name_end ? p->units.at[whole->name_begin].first : 0;
  }
  return 0;
}

/* The only event of the sentence that tells of a theme, and of no residue; 0:
 * there is none, or another theme. */
static pq_happening_id open_event(const pq_parse *p) {
  const pq_record *const r = p->r;
  pq_happening_id one = 0;
  for (uint32_t i = r->happenings.n; i-- > 1;) {
    const pq_happening *const h = &r->happenings.at[i];
    if (h->sentence != p->sentence) break;
    if (!is_of_strangers(r, h) || !has_role(h, PQ_PART_THEME)) continue;
    const bool other = one && r->happenings.at[one].fillers[0].mention !=
                                  h->fillers[0].mention;
    if (other || has_role(h, PQ_PART_SITE)) return 0;
    one = i;
  }
  return one;
}

/* What was told to be phosphorylated last, here or a little before; 0 none. */
static pq_mention_id last_theme(const pq_parse *p, const pq_happening *h) {
  enum {
    BACK_MOST = 2 /* sentences */
  };
  for (uint32_t i = p->memory.n; i-- > 0;) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->told_in + BACK_MOST < p->sentence) return 0;
    if (m->kind == h->kind) {
      return pq_happen_mention_near(p, m->theme, h->trigger);
    }
  }
  return 0;
}

/* Residues that nobody says of whom: of what alone the sentence tells to be
 * phosphorylated, else of what was last. */
static pq_status put_sites(pq_happener *w, const pq_happening *h,
                           pq_fill *sites) {
  pq_record *const r = w->p->r;
  if (!sites->n) return PQ_OK;
  const pq_happening_id one = open_event(w->p);
  if (one) return add_fillers(r, &r->happenings.at[one], sites);
  const pq_mention_id theme = last_theme(w->p, h);
  if (theme && sites->n < PQ_FILL_MOST) {
    sites->at[sites->n++] = (pq_filler){PQ_PART_THEME, theme, 0, {0, 0}, false};
  }
  return pq_happen_put(w, h, sites->at, sites->n);
}

pq_status pq_happen_sites(pq_happener *w) {
  pq_status st = PQ_OK;
  pq_record *const r = w->p->r;
  const uint32_t word = r->only_given ? 0 : word_of_strangers(w->p);
  if (!word) return PQ_OK;
  const pq_unit *const u = &w->p->units.at[word];
  const uint32_t t = u->noun ? u->noun : u->verb;
  const pq_happening h = {.sort = PQ_HAPPENING_EVENT,
                          .bare = true,
                          .kind = w->p->g->triggers.at[t].kind,
                          .sentence = w->p->sentence,
                          .trigger = u->span};
  pq_fill *const free_sites = pq_fill_new(w);
  if (!free_sites) return r->arena->status;
  for (uint32_t i = 0; i < r->sites.n; ++i) {
    const pq_site_mention *const m = &r->sites.at[i];
    if (m->sentence != w->p->sentence || !may_be_site(m) ||
        is_told(r, m->sentence, m->span)) {
      continue;
    }
    const pq_mention_id owner = owner_at(w->p, m->span);
    const pq_filler fillers[] = {{PQ_PART_SITE, 0, 0, m->span, false},
                                 {PQ_PART_THEME, owner, 0, {0, 0}, false}};
    if (owner) {
      PQ_TRY(st, pq_happen_put(w, &h, fillers, 2));
    } else if (free_sites->n < PQ_FILL_MOST) {
      free_sites->at[free_sites->n++] = fillers[0];
    }
  }
  return put_sites(w, &h, free_sites);
}
