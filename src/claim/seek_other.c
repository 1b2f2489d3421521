/* Whether an event happens to what its words name, though nothing known has
 * such a name: then what was named elsewhere is not meant. */
#include "seek.h"

/* "activation of these pathways": of what was not found. */
static bool is_of_these(const pq_parse *p, const pq_hit *h) {
  const uint32_t of = h->chunk + 1;
  const pq_chunk *const c = &p->chunks.at[of + 1 < p->chunks.n ? of + 1 : 0];
  return h->voice == PQ_NOMINAL && pq_chunk_is(p, of, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[of].begin, "of") &&
         c->kind == PQ_CHUNK_NOUN && !c->name_end && !c->hit && !c->sites &&
         !c->of && !p->units.at[c->end - 1].class_noun &&
         (p->units.at[c->begin].classes & PQ_W_DEMONSTRATIVE) &&
         !(p->units.at[c->end - 1].classes & (PQ_W_SITE | PQ_W_HAPPENING)) &&
         c->end > c->begin + 1;
}

/* "phosphorylation of the latter", "activates them", "both are phosphorylated",
 * which are nothing that has a name. */
static bool is_of_latter(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const pq_chunk *const c = &p->chunks.at[theme ? theme->chunk : 0];
  return theme && (pq_unit_says(p, c->end - 1, "latter") ||
                   pq_unit_says(p, c->end - 1, "them") ||
                   pq_unit_says(p, c->begin, "both"));
}

/* "degradation of inclusions": of something that is no name, and so of nothing
 * that was named before. */
static bool is_of_other(const pq_parse *p, const pq_hit *h) {
  const uint32_t of = h->chunk + 1;
  return h->other_theme || is_of_these(p, h) || is_of_latter(p, h) ||
         (h->voice == PQ_NOMINAL && pq_chunk_is(p, of, PQ_CHUNK_PREPOSITION) &&
          pq_unit_says(p, p->chunks.at[of].begin, "of") &&
          pq_chunk_is(p, of + 1, PQ_CHUNK_NOUN) &&
          pq_argument_is_other(p, of + 1));
}

/* "expression of many genes", "activation of various receptors": of things that
 * nobody names, and of none that was named before. */
static bool is_of_any(const pq_parse *p, const pq_hit *h) {
  const uint32_t of = h->chunk + 1;
  const pq_chunk *const c = &p->chunks.at[of + 1 < p->chunks.n ? of + 1 : 0];
  if (h->voice != PQ_NOMINAL || !pq_chunk_is(p, of, PQ_CHUNK_PREPOSITION) ||
      !pq_unit_says(p, p->chunks.at[of].begin, "of") ||
      c->kind != PQ_CHUNK_NOUN || c->name_end || c->hit || c->sites || c->of ||
      c->refers) {
    return false;
  }
  const pq_unit *const first = &p->units.at[c->begin];
  const pq_view last = pq_unit_text(p, c->end - 1);
  const bool definite =
      (first->classes & (PQ_W_DEMONSTRATIVE | PQ_W_PLURAL | PQ_W_PRONOUN)) ||
      pq_unit_says(p, c->begin, "the") || pq_unit_says(p, c->begin, "its") ||
      pq_unit_says(p, c->begin, "their") || pq_unit_says(p, c->begin, "each");
  return !definite && last.len > 3 && last.ptr[last.len - 1] == 's' &&
         last.ptr[last.len - 2] != 's' &&
         !(p->units.at[c->end - 1].classes & (PQ_W_SITE | PQ_W_HAPPENING));
}

/* "inflammasome activation", "platelet activation": a noun for a thing that no
 * lexicon knows. */
static bool names_thing(const pq_parse *p, uint32_t unit) {
  const pq_view w = pq_unit_text(p, unit);
  const size_t tail = 4;
  if (pq_unit_means(p, unit, PQ_M_SOME_THING)) return true;
  if (w.len < 6) return false;
  const pq_view end = pq_view_skip(w, w.len - tail);
  return pq_view_same(end, PQ_LIT("some")) ||
         pq_view_same(pq_view_skip(end, 1), PQ_LIT("ase"));
}

/* "NF-kappaB", "p65": written like a name, though it is none that is known.  A
 * sentence begins with a capital. */
static bool looks_named(const pq_parse *p, uint32_t unit) {
  const pq_view w = pq_unit_text(p, unit);
  for (size_t i = 0; i < w.len; ++i) {
    if (pq_is_digit(w.ptr[i])) return true;
    if (pq_is_upper(w.ptr[i]) && (i > 0 || unit > 1)) return true;
  }
  return false;
}

/* "receptor activation", "MAP2K2 AL phosphorylation", "NF-kappaB DNA binding",
 * "globin gene activation": of something that has no name here.  "A protein
 * complex" is no complex of a protein. */
bool pq_seek_is_of_class(const pq_parse *p, const pq_hit *h) {
  const uint32_t first = p->chunks.at[h->chunk].begin;
  if (h->voice != PQ_NOMINAL || h->unit <= first ||
      p->r->kinds[pq_seek_kind(h)].assembly) {
    return false;
  }
  const pq_unit *const u = &p->units.at[h->unit - 1];
  const pq_token *const t = &p->r->tokens.at[u->token];
  if (u->kind != PQ_UNIT_WORD || u->compound || u->adjective) return false;
  const bool gene = (u->classes & PQ_W_GENE) && h->unit > first + 1 &&
                    p->units.at[h->unit - 2].kind == PQ_UNIT_WORD;
  return u->class_noun || gene || (t->classes & PQ_TOKEN_CAPITALS) ||
         looks_named(p, h->unit - 1) || names_thing(p, h->unit - 1);
}

/* "phosphorylation of the activator": of somebody whom only the office names.
 */
static bool is_of_actor(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  return theme && theme->hit && p->hits.at[theme->hit].trigger->actor;
}

/* "tyrosine residues within an odd motif": of what has no name. */
static bool is_in_other(const pq_parse *p, const pq_parts *w) {
  for (uint32_t i = 0; i < w->sites.n; ++i) {
    const uint32_t of = w->sites.at[i].of;
    const bool named = pq_chunk_is(p, of + 1, PQ_CHUNK_PREPOSITION) &&
                       pq_chunk_is(p, of + 2, PQ_CHUNK_NOUN) &&
                       p->chunks.at[of + 2].name_end;
    if (of && !named && pq_argument_is_other(p, of)) return true;
  }
  return false;
}

/* "before X mediates their uptake": of several that were not found, and not of
 * X. */
static bool is_of_several(const pq_parse *p, const pq_hit *h) {
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  return h->voice == PQ_NOMINAL && !c->refers &&
         pq_unit_says(p, c->begin, "their");
}

/* Does an argument in this role name a thing? */
static bool names_in_role(const pq_parse *p, const pq_hit *h,
                          pq_frame_role role) {
  const pq_arg *const a = pq_hit_arg(h, role);
  return a && !a->hit && pq_argument_content(p, a->chunk).things;
}

bool pq_seek_is_of_either(const pq_parse *p, const pq_hit *h,
                          uint32_t governor) {
  static const char *const slots[] = {"after", "upon", "following", NULL};
  const pq_hit *const g = &p->hits.at[governor];
  const uint32_t link = h->chunk - 1;
  return governor && h->voice == PQ_NOMINAL && g->voice == PQ_ACTIVE_VOICE &&
         g->chunk < h->chunk && pq_chunk_is(p, link, PQ_CHUNK_PREPOSITION) &&
         pq_view_says_any(p->chunks.at[link].slot, slots) &&
         (pq_hit_arg(h, PQ_AS_AGENT) || pq_hit_arg(h, PQ_AS_UPSTREAM)) &&
         !p->r->wants_happenings && names_in_role(p, g, PQ_AS_AGENT) &&
         names_in_role(p, g, PQ_AS_THEME);
}

bool pq_seek_is_of_other(const pq_parse *p, const pq_hit *h,
                         const pq_parts *w) {
  return (!w->partners.n && is_of_any(p, h)) || is_of_other(p, h) ||
         pq_seek_is_of_class(p, h) || is_of_actor(p, h) ||
         is_of_several(p, h) || is_in_other(p, w);
}
