/* Residues that were told of before, and what they are of. */
#include "seek.h"

enum {
  OWNERS_MOST = 4 /* groups from a residue to its protein */
};

void pq_seek_take(const pq_memory *m, pq_parts *out) {
  out->themes.at[0] = (pq_named){
      .entity = m->theme, .span = m->theme_span, .sentence = m->sentence};
  out->themes.n = 1;
  out->inherited = true;
}

static bool same_site(pq_site a, pq_site b) {
  return a.position && a.position == b.position &&
         (a.residue == b.residue || !a.residue || !b.residue);
}

/* What was said last of a residue, by an event of the kind or by itself; else
 * by any event, if all were of one thing: what is taken from a residue was put
 * on the same. */
static const pq_memory *told_of_site(const pq_parse *p, uint32_t kind,
                                     pq_site site) {
  const pq_memory *other = NULL;
  bool one = true;
  for (uint32_t i = pq_memory_at_site(p, site.position); i;
       i = pq_memory_before(p, i)) {
    const pq_memory *const m = &p->memory.at[i - 1];
    if (!same_site(m->site, site)) continue;
    if (m->kind == kind || m->kind == PQ_OF_ANY_KIND) return m;
    one = one && (!other || other->theme == m->theme);
    other = m;
  }
  return one ? other : NULL;
}

void pq_seek_owner(const pq_parse *p, const pq_hit *h, pq_parts *out) {
  const pq_memory *owner = NULL;
  for (uint32_t k = 0; k < out->sites.n; ++k) {
    const pq_memory *const m =
        told_of_site(p, pq_seek_kind(h), out->sites.at[k].site);
    if (!m || (owner && owner->theme != m->theme)) return;
    owner = m;
  }
  if (owner) pq_seek_take(owner, out);
}

uint32_t pq_seek_about(const pq_parse *p, const pq_hit *h) {
  const uint32_t subject = p->subject;
  if (p->context || !subject) return p->context;
  const pq_arg *const site = pq_hit_arg(h, PQ_AS_SITE);
  if (h->voice != PQ_PASSIVE || subject >= h->chunk || !site ||
      site->chunk <= subject || p->chunks.at[subject].next) {
    return 0;
  }
  for (uint32_t i = 1; i < h->chunk; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind != PQ_CHUNK_NOUN) continue;
    const bool thing = c->name_end && pq_argument_content(p, i).things;
    if (thing != (i == subject)) return 0;
  }
  return subject;
}

bool pq_seek_has_residues(const pq_parse *p, pq_entity_id id) {
  const pq_entity_kind kind = pq_entity_at(p->r, id)->kind;
  return kind == PQ_ENTITY_PROTEIN || kind == PQ_ENTITY_FAMILY ||
         kind == PQ_ENTITY_COMPLEX || kind == PQ_ENTITY_FUSION;
}

/* The one thing that the words give the residues of a group; false if there is
 * none, or more than one. */
static pq_status find_owner(pq_parse *p, uint32_t chunk, pq_names *out) {
  uint32_t i = chunk;
  for (uint32_t depth = 0; i && depth < OWNERS_MOST; ++depth) {
    if (p->chunks.at[i].name_end) break;
    i = p->chunks.at[i].of;
  }
  const pq_arg whole = {.chunk = i};
  return i ? pq_named_collect(p, &whole, PQ_WANT_THINGS, out) : PQ_OK;
}

/* Keep that the sites are of the thing. */
static pq_status keep_owner(pq_parse *p, const pq_sites *sites,
                            const pq_named *owner) {
  pq_status st = PQ_OK;
  for (uint32_t k = 0; k < sites->n; ++k) {
    const pq_memory memory = {.kind = PQ_OF_ANY_KIND,
                              .site = sites->at[k].site,
                              .theme = owner->entity,
                              .theme_span = owner->span,
                              .sentence = p->sentence,
                              .told_in = p->sentence};
    PQ_TRY(st, pq_memory_keep(p, &memory));
  }
  return PQ_OK;
}

pq_status pq_seek_note_sites(pq_parse *p) {
  pq_status st = PQ_OK;
  for (uint32_t i = 1; i < p->chunks.n; ++i) {
    if (!p->chunks.at[i].sites) continue;
    const pq_arg arg = {.chunk = i};
    pq_sites sites;
    sites.n = 0;
    pq_named_sites(p, &arg, &sites);
    if (!sites.n || !sites.at[0].site.position) continue;
    pq_names *const owner = pq_names_new(p, 1);
    if (!owner) return p->r->arena->status;
    PQ_TRY(st, find_owner(p, i, owner));
    if (owner->n == 1 && pq_seek_has_residues(p, owner->at[0].entity)) {
      PQ_TRY(st, keep_owner(p, &sites, &owner->at[0]));
    }
  }
  return PQ_OK;
}

/* "AMP", "VEGFA", "the VEGFA dimer". */
static bool is_ligand(const pq_parse *p, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(p->r, pq_entity_base(p->r, id));
  if (e->kind == PQ_ENTITY_MOLECULE) return true;
  for (uint32_t i = 0; i < e->n_members; ++i) {
    if (!pq_group_is_ligand(p, e->members[i])) return false;
  }
  return e->n_members || pq_group_is_ligand(p, id);
}

uint32_t pq_seek_bound_by_ligand(const pq_parse *p, const pq_made *m) {
  if (m->n_themes != 2 || p->r->wants_happenings) return PQ_THEMES_MOST;
  const bool first = is_ligand(p, m->themes[0]);
  if (first == is_ligand(p, m->themes[1])) return PQ_THEMES_MOST;
  return first ? 1 : 0;
}

bool pq_seek_sited_of_bond(const pq_parse *p, const pq_hit *h,
                           const pq_hit *governor, pq_parts *out) {
  const pq_made *const m = h->n_events ? &h->events[0] : NULL;
  if (!m || !out->sites.n || m->n_themes < 2 || p->r->wants_happenings ||
      governor->trigger->type == PQ_TRIGGER_DEPENDENCE ||
      h->voice == PQ_PASSIVE || !p->r->kinds[pq_seek_kind(h)].binding) {
    return false;
  }
  const uint32_t bound = pq_seek_bound_by_ligand(p, m);
  uint32_t one = 0;
  uint32_t n = 0;
  for (uint32_t k = 0; k < m->n_themes; ++k) {
    if (!pq_seek_has_residues(p, m->themes[k])) continue;
    if (bound != PQ_THEMES_MOST && k != bound) continue;
    one = k;
    ++n;
  }
  const pq_named owner = {.entity = m->themes[one],
                          .span = m->theme_spans[one],
                          .sentence = m->theme_sentence};
  if (n == 1) out->themes.at[out->themes.n++] = owner;
  return true;
}

/* Is the mention within what fills a role of the hit, or acts in another? */
static bool is_in_roles(const pq_parse *p, const pq_hit *h,
                        const pq_mention *m) {
  for (uint32_t k = 1; k < p->hits.n; ++k) {
    const pq_hit *const other = &p->hits.at[k];
    for (uint32_t i = 0; i < other->n_args; ++i) {
      const pq_frame_role role = other->args[i].role;
      if (other != h && role != PQ_AS_AGENT && role != PQ_AS_UPSTREAM) continue;
      for (uint32_t c = other->args[i].chunk; c; c = p->chunks.at[c].next) {
        const pq_span s = p->chunks.at[c].span;
        if (m->span.begin >= s.begin && m->span.end <= s.end) return true;
      }
    }
  }
  return false;
}

/* "Binding of HGF to MET induces phosphorylation of Y1234": does the sentence
 * name another protein before, that the residue may be of? */
static bool names_other(const pq_parse *p, const pq_hit *h,
                        pq_entity_id topic) {
  for (uint32_t i = pq_mentions_end(p); i-- > p->first_mention;) {
    const pq_mention *const m = &p->r->mentions.at[i];
    if (m->sentence != p->sentence || m->span.begin > h->span.begin ||
        is_in_roles(p, h, m)) {
      continue;
    }
    const pq_entity_id id = pq_entity_base(p->r, m->entity);
    const pq_entity_kind kind = pq_entity_at(p->r, id)->kind;
    if (id != topic &&
        (kind == PQ_ENTITY_PROTEIN || kind == PQ_ENTITY_FAMILY)) {
      return true;
    }
  }
  return false;
}

/* The pronoun that the hit's theme is, "phosphorylates it at S5"; or nothing.
 */
static pq_span pronoun_of(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (!theme || theme->hit) return (pq_span){0, 0};
  const pq_chunk *const c = &p->chunks.at[theme->chunk];
  const bool pronoun =
      c->end == c->begin + 1 && (p->units.at[c->begin].classes & PQ_W_PRONOUN);
  return pronoun ? c->span : (pq_span){0, 0};
}

void pq_seek_remember(const pq_parse *p, const pq_hit *h, pq_parts *out) {
  const pq_memory *const last = pq_memory_of_kind(p, pq_seek_kind(h));
  if (last && out->sites.n) pq_seek_take(last, out);
  if (out->themes.n || !out->sites.n || p->n_topics != 1) return;
  /* "X transfers mannose to serine residues": of whatever has some */
  if (!out->sites.at[0].site.position && pq_hit_arg(h, PQ_AS_AGENT) &&
      !p->r->wants_happenings) {
    return;
  }
  const bool small =
      pq_entity_at(p->r, p->topics[0])->kind == PQ_ENTITY_MOLECULE;
  if (!p->r->wants_happenings && (small || names_other(p, h, p->topics[0]))) {
    return;
  }
  /* a residue and no name: of what the sentence before was about */
  out->themes.at[out->themes.n++] = (pq_named){.entity = p->topics[0],
                                               .span = pronoun_of(p, h),
                                               .sentence = p->sentence};
  out->inherited = true;
}
