/* Things that bind each other, form complexes, and leave them. */
#include "draft.h"
#include "recast.h"
#include "seek.h"

static pq_view sort_key(const pq_record *r, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(r, id);
  return e->accession.len ? e->accession : e->id.len ? e->id : e->label;
}

pq_status pq_bond_complex(pq_parse *p, const pq_entity_id *ids, uint32_t n,
                          pq_entity_id *out) {
  pq_record *const r = p->r;
  pq_entity_id *const members = pq_arena_take(r->arena, n * sizeof *members);
  if (!members) return r->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t k = i;
    for (; k > 0 &&
           pq_view_order(sort_key(r, members[k - 1]), sort_key(r, ids[i])) > 0;
         --k) {
      members[k] = members[k - 1];
    }
    members[k] = ids[i];
  }
  const pq_entity e = {
      .kind = PQ_ENTITY_COMPLEX, .members = members, .n_members = n};
  return pq_store_entity(r, &e, out);
}

/* How many of one kind a word says that come together; 0 if it says none. */
static uint32_t copies_of(pq_view word) {
  static const struct {
    const char *word;
    uint32_t n;
  } copies[] = {{"dimer", 2},      {"dimers", 2},       {"homodimer", 2},
                {"homodimers", 2}, {"trimer", 3},       {"trimers", 3},
                {"homotrimer", 3}, {"homotrimers", 3},  {"tetramer", 4},
                {"tetramers", 4},  {"homotetramer", 4}, {"homotetramers", 4}};
  for (size_t i = 0; i < sizeof copies / sizeof copies[0]; ++i) {
    if (pq_view_says(word, copies[i].word)) return copies[i].n;
  }
  return 0;
}

/* "The STAT5A dimer" is two of it. */
pq_status pq_bond_copies(pq_parse *p, const pq_chunk *c, uint32_t unit,
                         pq_named *n) {
  enum {
    MOST = 4
  };
  pq_entity_id ids[MOST];
  const uint32_t copies =
      unit + 1 < c->end ? copies_of(pq_unit_text(p, unit + 1)) : 0;
  const pq_entity *const e =
      pq_entity_at(p->r, pq_entity_base(p->r, n->entity));
  if (!copies || p->units.at[unit].n > 1 || e->kind != PQ_ENTITY_PROTEIN ||
      p->r->wants_happenings) {
    return PQ_OK;
  }
  for (uint32_t i = 0; i < copies; ++i) {
    ids[i] = n->entity;
  }
  n->span.end = p->units.at[unit + 1].span.end;
  n->reach.end = n->span.end;
  return pq_bond_complex(p, ids, copies, &n->entity);
}

/* "A binds B to form a complex", "A binds B, forming a dimer": of both. */
void pq_bond_lend(pq_parse *p, uint32_t verb, uint32_t noun) {
  const pq_chunk *const v = &p->chunks.at[verb];
  const uint32_t made = p->chunks.at[noun].hit;
  if (v->form == PQ_VERB_FINITE || !made ||
      !p->hits.at[made].trigger->carried ||
      pq_hit_arg(&p->hits.at[made], PQ_AS_THEME)) {
    return;
  }
  for (uint32_t i = p->hits.at[v->hit].chunk; i-- > 1;) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind == PQ_CHUNK_STOP || c->kind == PQ_CHUNK_SUBORDINATE) return;
    if (c->kind != PQ_CHUNK_VERB) continue;
    const pq_hit *const h = &p->hits.at[c->hit];
    if (c->hit && h->trigger->type == PQ_TRIGGER_EVENT &&
        p->r->kinds[h->trigger->kind].binding && h->voice == PQ_ACTIVE_VOICE &&
        c->clause == v->clause) {
      pq_hit_copy(p, c->hit, made, PQ_AS_PARTNER);
    }
    return;
  }
}

/* "a complex between A and B" */
static bool is_between(const pq_parse *p, uint32_t chunk) {
  return pq_chunk_is(p, chunk + 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[chunk + 1].begin, "between") &&
         pq_chunk_is(p, chunk + 2, PQ_CHUNK_NOUN) &&
         p->chunks.at[chunk + 2].next;
}

/* "the A:B complex", "a complex of A and B", "the A homodimer" */
static bool is_complex(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t noun = p->units.at[c->end - 1].noun;
  if (!c->name_end) {
    return (c->of || is_between(p, chunk)) && p->g->triggers.at[noun].carried &&
           pq_chunk_is(p, chunk + 1, PQ_CHUNK_PREPOSITION);
  }
  const pq_mention *const m =
      &p->r->mentions.at[p->units.at[c->name_begin].first];
  return pq_entity_at(p->r, m->entity)->kind == PQ_ENTITY_COMPLEX ||
         (c->name_end + 1 == c->end &&
          copies_of(pq_unit_text(p, c->name_end)) > 0);
}

/* "The formation of the A:B complex": its assembly. */
void pq_bond_whole(pq_parse *p, pq_hit *h) {
  const pq_trigger *const as = pq_noun_rule(p, h->trigger->when_whole);
  if (!as || h->voice != PQ_NOMINAL || pq_hit_arg(h, PQ_AS_THEME)) return;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    pq_arg *const a = &h->args[i];
    if (a->role != PQ_AS_PRODUCT || a->hit || !is_complex(p, a->chunk)) {
      continue;
    }
    pq_hit_turn(h, a, PQ_AS_THEME);
    if (!p->chunks.at[a->chunk].name_end && is_between(p, a->chunk)) {
      a->chunk += 2;
    }
    h->trigger = as;
  }
}

static pq_draft begin(const pq_parse *p, uint32_t hit, const pq_made *m) {
  return (pq_draft){.hit = hit,
                    .span = pq_span_join(p->hits.at[hit].span, m->span),
                    .theme = m->theme,
                    .not_span = m->not_span,
                    .agent_sentence = p->sentence,
                    .theme_sentence = m->theme_sentence};
}

static pq_status pair(pq_parse *p, uint32_t hit, const pq_made *m, uint32_t a,
                      uint32_t b) {
  pq_draft d = begin(p, hit, m);
  d.claim = (pq_claim){
      .subject = pq_entity_node(m->themes[a]),
      .object = pq_entity_node(m->themes[b]),
      .relation = PQ_REL_INTERACTS,
      .negated = ((m->not_themes >> a | m->not_themes >> b) & 1) != 0};
  d.span = p->hits.at[hit].span;
  const pq_span spans[] = {m->theme_spans[a], m->theme_spans[b]};
  for (size_t i = 0; i < 2; ++i) {
    if (i == 0 && m->inherited) continue;
    d.span = pq_span_join(d.span, spans[i]);
  }
  d.agent = spans[0];
  d.agent_sentence = m->inherited ? m->theme_sentence : p->sentence;
  d.theme = spans[1];
  d.theme_sentence = p->sentence;
  return pq_draft_keep(p, &d);
}

/* "A or B binds something": not each other. */
static bool is_choice(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  return theme && !theme->end && p->chunks.at[theme->chunk].list_or;
}

/* "chains, to which A and B bind": those, and not each other. */
static bool binds_before(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const uint32_t first = theme ? theme->chunk : 0;
  return first > 2 && first < h->chunk &&
         pq_chunk_is(p, first - 1, PQ_CHUNK_RELATIVE) &&
         pq_chunk_is(p, first - 2, PQ_CHUNK_PREPOSITION);
}

/* "A and B bind the enhancer": what they bind has no name, and they do not bind
 * each other. */
static bool binds_other(const pq_parse *p, const pq_hit *h) {
  static const char *const leads[] = {"to", "with", "onto", "near", NULL};
  static const char *const on[] = {"at", "on", "in", "within", NULL};
  uint32_t i = h->chunk + 1;
  if (h->voice != PQ_ACTIVE_VOICE ||
      p->chunks.at[h->chunk].form == PQ_VERB_ING) {
    return false;
  }
  if (binds_before(p, h)) return true;
  /* "bind at the promoter of C" */
  if (pq_chunk_is(p, i, PQ_CHUNK_PREPOSITION) &&
      pq_chunk_is(p, i + 1, PQ_CHUNK_NOUN) &&
      pq_view_says_any(p->chunks.at[i].slot, on)) {
    const pq_chunk *const c = &p->chunks.at[i + 1];
    return (p->units.at[c->end - 1].classes & PQ_W_GENE) != 0;
  }
  if (pq_chunk_is(p, i, PQ_CHUNK_PREPOSITION) &&
      pq_view_says_any(p->chunks.at[i].slot, leads)) {
    ++i;
  }
  /* "bind and activate transcription of C" */
  const uint32_t shared = pq_chunk_is(p, i, PQ_CHUNK_AND) &&
                                  pq_chunk_is(p, i + 1, PQ_CHUNK_VERB) &&
                                  pq_chunk_is(p, i + 2, PQ_CHUNK_NOUN)
                              ? p->chunks.at[i + 2].hit
                              : 0;
  if (shared && p->hits.at[shared].trigger->type == PQ_TRIGGER_EVENT &&
      !p->r->kinds[p->hits.at[shared].trigger->kind].assembly) {
    return true;
  }
  return pq_chunk_is(p, i, PQ_CHUNK_NOUN) &&
         !pq_unit_says(p, p->chunks.at[i].end - 1, "other") &&
         !pq_unit_says(p, p->chunks.at[i].end - 1, "another");
}

/* "A and B bind C and D, respectively": A with C, B with D. */
static bool is_one_to_one(const pq_parse *p, const pq_made *m) {
  return m->n_own > 1 && 2 * m->n_own == m->n_themes && pq_turn_pairs(p);
}

/* Each partner with each thing of the other side, or all with all. */
static pq_status pairs(pq_parse *p, uint32_t hit, const pq_made *m) {
  pq_status st = PQ_OK;
  const pq_hit *const h = &p->hits.at[hit];
  const bool sides = m->n_own < m->n_themes;
  const bool moves = p->r->kinds[h->trigger->kind].transport;
  const bool paired = sides && is_one_to_one(p, m);
  if (h->trigger->potential) return st; /* "A links B to C": by A alone */
  if (!sides && (moves || m->one_side || h->other_partner ||
                 binds_other(p, h) || is_choice(p, h))) {
    return st;
  }
  for (uint32_t a = 0; a < (sides ? m->n_own : m->n_themes); ++a) {
    for (uint32_t b = sides ? m->n_own : a + 1; b < m->n_themes; ++b) {
      if (moves && m->themes[a] == m->themes[b]) continue;
      if (paired && a + m->n_own != b) continue;
      if (sides && pq_turn_skips(h, m->n_themes - m->n_own, b - m->n_own)) {
        continue;
      }
      PQ_TRY(st, pair(p, hit, m, a, b));
    }
  }
  return PQ_OK;
}

/* Does the word say how many of one kind come together? */
static bool says_two(const pq_parse *p, const pq_hit *h) {
  const pq_view w = pq_unit_text(p, h->unit);
  return pq_view_alike(pq_view_head(w, 8), PQ_LIT("homodime")) ||
         pq_view_alike(pq_view_head(w, 6), PQ_LIT("dimeri"));
}

/* "A can form complexes with ligands": one thing is no complex. */
static bool wants_others(const pq_parse *p, uint32_t hit, pq_entity_id thing) {
  const pq_entity_kind kind = pq_entity_at(p->r, thing)->kind;
  return kind == PQ_ENTITY_PROTEIN &&
         pq_unit_means(p, p->hits.at[hit].unit, PQ_M_COMPLEX);
}

/* What is put together: of an event that was told before, all that it had. */
static uint32_t parts_of(const pq_parse *p, const pq_made *m,
                         pq_entity_id *ids) {
  const pq_event *const e = pq_event_at(p->r, m->event);
  const bool before = m->n_themes == 1 && e->n_themes > 1;
  const uint32_t n = before ? e->n_themes : m->n_themes;
  memcpy(ids, before ? e->themes : m->themes, n * sizeof *ids);
  return n;
}

static pq_status assemble(pq_parse *p, uint32_t hit, const pq_made *m) {
  pq_status st = PQ_OK;
  pq_entity_id ids[PQ_THEMES_MOST];
  uint32_t n = parts_of(p, m, ids);
  pq_draft d = begin(p, hit, m);
  d.claim = (pq_claim){.object = {PQ_NODE_EVENT, m->event},
                       .relation = PQ_REL_OUTPUT_OF,
                       .negated = n == 2 && m->not_themes != 0};
  if (n == 1 && says_two(p, &p->hits.at[hit])) {
    ids[n++] = m->themes[0];
  }
  if (n < 2) {
    if (wants_others(p, hit, m->themes[0])) return PQ_OK;
    d.claim.subject = pq_entity_node(m->themes[0]);
    d.claim.relation = PQ_REL_HAPPENS;
    return pq_draft_keep(p, &d);
  }
  PQ_TRY(st, pq_bond_complex(p, ids, n, &d.claim.subject.id));
  d.claim.subject.kind = PQ_NODE_ENTITY;
  return pq_draft_keep(p, &d);
}

static pq_status dissociate(pq_parse *p, uint32_t hit, const pq_made *m) {
  pq_status st = PQ_OK;
  pq_draft d = begin(p, hit, m);
  pq_event e = *pq_event_at(p->r, m->event);
  pq_entity_id thing = m->themes[0];
  if (m->n_themes > 1) {
    PQ_TRY(st, pq_bond_complex(p, m->themes, m->n_themes, &thing));
    e.n_themes = 1;
    e.themes[0] = thing;
  }
  pq_event_id event = 0;
  PQ_TRY(st, pq_store_event(p->r, &e, &event));
  d.claim = (pq_claim){.subject = pq_entity_node(thing),
                       .object = {PQ_NODE_EVENT, event},
                       .relation = PQ_REL_HAPPENS};
  return pq_draft_keep(p, &d);
}

pq_status pq_draft_bonds(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const pq_kind *const kind = &p->r->kinds[p->hits.at[hit].trigger->kind];
  for (uint32_t i = 0; i < p->hits.at[hit].n_events; ++i) {
    const pq_made m = p->hits.at[hit].events[i];
    if (kind->binding || kind->transport) PQ_TRY(st, pairs(p, hit, &m));
    if (kind->binding && m.n_themes == 1) PQ_TRY(st, pq_draft_stay(p, hit, &m));
    if (kind->assembly) PQ_TRY(st, assemble(p, hit, &m));
    if (kind->dissociation) PQ_TRY(st, dissociate(p, hit, &m));
  }
  return PQ_OK;
}

bool pq_hit_is_complex(const pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const uint32_t class_noun = hit ? p->units.at[h->unit].class_noun : 0;
  return class_noun && h->voice == PQ_NOMINAL &&
         h->trigger->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[h->trigger->kind].assembly &&
         pq_view_same(p->g->class_ids.at[class_noun],
                      PQ_LIT("PQ:class.complex"));
}

/* "A and B are receptors for an odd thing": they do not bind each other. */
static bool lacks_other(const pq_parse *p, const pq_hit *h, uint32_t partners) {
  return h->trigger->type == PQ_TRIGGER_EVENT && h->trigger->actor &&
         !partners && p->r->kinds[h->trigger->kind].binding;
}

/* "A binds B to dissociate an odd thing from C": it does not dissociate itself.
 */
static bool parts_others(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const uint32_t next = h->chunk + 1;
  return h->trigger->type == PQ_TRIGGER_EVENT && h->voice == PQ_ACTIVE_VOICE &&
         theme && theme->chunk < h->chunk &&
         p->r->kinds[h->trigger->kind].dissociation &&
         pq_chunk_is(p, next, PQ_CHUNK_NOUN) && !p->chunks.at[next].name_end;
}

bool pq_bond_acts(const pq_parse *p, uint32_t hit, uint32_t governor) {
  const pq_hit *const g = &p->hits.at[governor];
  if (!governor || p->hits.at[hit].voice != PQ_NOMINAL) return false;
  for (uint32_t i = 0; i < g->n_args; ++i) {
    const pq_frame_role role = g->args[i].role;
    if (g->args[i].hit == hit &&
        (role == PQ_AS_AGENT || role == PQ_AS_UPSTREAM)) {
      return true;
    }
  }
  return false;
}

/* "A links B to an odd thing": B is linked to nothing that is known. */
static bool links_one(const pq_hit *h, uint32_t things) {
  return h->voice == PQ_ACTIVE_VOICE && h->trigger->potential && things < 2;
}

bool pq_bond_lacks(const pq_parse *p, const pq_hit *h, uint32_t themes,
                   uint32_t partners) {
  return lacks_other(p, h, partners) || parts_others(p, h) ||
         links_one(h, themes + partners);
}

/* "the A:B interaction": A and B bind each other, and not the complex another.
 */
void pq_bond_part(const pq_parse *p, const pq_hit *h, pq_names *themes) {
  const pq_arg *const a = pq_hit_arg(h, PQ_AS_THEME);
  if (themes->n != 1 || h->voice != PQ_NOMINAL || !a || !a->end ||
      a->chunk != h->chunk || !pq_unit_means(p, h->unit, PQ_M_PAIRING)) {
    return;
  }
  const pq_named whole = themes->at[0];
  const pq_entity *const e = pq_entity_at(p->r, whole.entity);
  if (e->kind != PQ_ENTITY_COMPLEX || e->n_members != 2) return;
  themes->n = 2;
  for (uint32_t i = 0; i < 2; ++i) {
    themes->at[i] = whole;
    themes->at[i].entity = e->members[i];
  }
}

/* "forms complexes, heterodimers with A, B and C": a dimer is of two. */
static bool is_of_two(const pq_parse *p, const pq_hit *h, const pq_parts *w) {
  const pq_view word = pq_unit_text(p, h->unit);
  return w->themes.n == 1 && w->partners.n > 1 &&
         (pq_view_same(word, PQ_LIT("complexes")) ||
          pq_view_starts(word, PQ_LIT("dimer")) ||
          pq_view_starts(word, PQ_LIT("heterodimer")));
}

/* "a complex with A or B" */
static bool is_any_of(const pq_hit *h, const pq_chunk *chunks) {
  const pq_arg *const a = pq_hit_arg(h, PQ_AS_PARTNER);
  return a && !a->end && (a->is_or || chunks[a->chunk].list_or);
}

/* "These sites are bound by A and B", "a docking site for A and B": A and B do
 * not bind each other. */
static bool bind_others(const pq_parse *p, const pq_hit *h, const pq_parts *w) {
  const pq_arg *const who = pq_hit_arg(h, PQ_AS_PARTNER);
  return w->one_side && w->themes.n > 1 &&
         p->r->kinds[pq_seek_kind(h)].binding &&
         (h->voice != PQ_NOMINAL ||
          (who &&
           pq_view_same(pq_span_text(p->text, who->how), PQ_LIT("for"))));
}

/* "Binding of A and B to chromatin": what they bind is no thing, and they do
 * not bind each other. */
static bool is_to_nothing(const pq_parse *p, const pq_hit *h,
                          const pq_parts *w) {
  static const char *const leads[] = {"to", "onto", NULL};
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (h->voice != PQ_NOMINAL || w->partners.n || w->themes.n < 2 || !theme ||
      theme->end || !p->r->kinds[pq_seek_kind(h)].binding) {
    return false;
  }
  uint32_t last = theme->chunk;
  while (p->chunks.at[last].next) {
    last = p->chunks.at[last].next;
  }
  return pq_chunk_is(p, last + 1, PQ_CHUNK_PREPOSITION) &&
         pq_view_says_any(p->chunks.at[last + 1].slot, leads) &&
         pq_chunk_is(p, last + 2, PQ_CHUNK_NOUN) &&
         !pq_refer_is_mutual(p, last + 2);
}

/* "A dissociates from B, C and D": from each; "A and B dissociate from C and D"
 * may be one complex. */
static bool is_from_each(const pq_parse *p, const pq_hit *h,
                         const pq_parts *w) {
  const pq_arg *const from = pq_hit_arg(h, PQ_AS_PARTNER);
  for (uint32_t i = 0; i < w->partners.n; ++i) {
    if (w->partners.at[i].negated) return false;
  }
  return w->partners.n > 1 && w->themes.n == 1 && from && !from->end &&
         !from->hit && p->chunks.at[from->chunk].next &&
         from->chunk > h->chunk && p->r->kinds[pq_seek_kind(h)].dissociation &&
         !p->r->wants_happenings;
}

bool pq_bond_is_choice(const pq_parse *p, const pq_hit *h, const pq_parts *w) {
  return w->themes.n > 1 && w->themes.n <= PQ_THEMES_MOST && w->partners.n &&
         p->r->kinds[pq_seek_kind(h)].assembly && !p->r->wants_happenings &&
         (is_choice(p, h) ||
          (h->used_by && is_choice(p, &p->hits.at[h->used_by])));
}

pq_names *pq_bond_each(const pq_parse *p, const pq_hit *h, pq_parts *w) {
  const pq_kind *const kind = &p->r->kinds[pq_seek_kind(h)];
  if (is_from_each(p, h, w)) return &w->partners;
  /* "Phosphorylation of X prevents binding to A and B": to each */
  if (kind->binding && w->inherited && w->themes.n == 1 && w->partners.n > 1 &&
      h->voice == PQ_NOMINAL && !p->r->wants_happenings) {
    return &w->partners;
  }
  if (w->partners.n > 1 && kind->assembly &&
      (is_of_two(p, h, w) || is_any_of(h, p->chunks.at))) {
    return &w->partners;
  }
  return bind_others(p, h, w) || is_to_nothing(p, h, w) ? &w->themes : NULL;
}
