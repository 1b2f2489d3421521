#include "regraph_make.h"

#include "graph/name.h"

static bool is_event_term(const pq_remaking *m, pq_rdf_id term) {
  const pq_view iri = pq_rdf_text(m->rdf, term);
  const pq_view base = m->rg->maker->base;
  const pq_view space = pq_prefix_at(PQ_PREFIX_EVENT)->space;
  return pq_view_starts(iri, base) &&
         pq_view_starts(pq_view_skip(iri, base.len), space);
}

pq_status pq_re_entity(pq_remaking *m, pq_rdf_id term, pq_entity_id *out) {
  *out = term ? pq_re_seen(m, term) : 0;
  if (*out || !term) return PQ_OK;
  const pq_name name = {.iri = pq_rdf_text(m->rdf, term),
                        .label = pq_re_text(m, term, PQ_TERM_LABEL)};
  *out = m->r->entities.n;
  pq_re_mark(m, term, *out);
  PQ_PUSH(m->arena, &m->r->entities,
          ((pq_entity){.kind = PQ_ENTITY_UNGROUNDED}));
  PQ_PUSH(m->arena, &m->entities, name);
  PQ_PUSH(m->arena, &m->entity_terms, term);
  return PQ_OK;
}

pq_status pq_re_event(pq_remaking *m, pq_rdf_id term, pq_event_id *out) {
  *out = term ? pq_re_seen(m, term) : 0;
  if (*out || !term) return PQ_OK;
  const pq_graph_event name = {.iri = pq_rdf_text(m->rdf, term),
                               .label = pq_re_text(m, term, PQ_TERM_LABEL)};
  *out = m->r->events.n;
  pq_re_mark(m, term, *out);
  PQ_PUSH(m->arena, &m->r->events, ((pq_event){.kind = 0}));
  PQ_PUSH(m->arena, &m->events, name);
  PQ_PUSH(m->arena, &m->event_terms, term);
  return PQ_OK;
}

pq_status pq_re_node(pq_remaking *m, pq_rdf_id term, pq_node *out) {
  pq_status st = PQ_OK;
  *out = (pq_node){PQ_NODE_NONE, 0};
  if (!term) return PQ_OK;
  if (is_event_term(m, term)) {
    PQ_TRY(st, pq_re_event(m, term, &out->id));
    out->kind = PQ_NODE_EVENT;
  } else {
    PQ_TRY(st, pq_re_entity(m, term, &out->id));
    out->kind = PQ_NODE_ENTITY;
  }
  return PQ_OK;
}

/* ---- things ---- */

static pq_entity_kind kind_of(const pq_remaking *m, pq_rdf_id term) {
  static const struct {
    pq_term type;
    pq_entity_kind kind;
  } kinds[] = {{PQ_TERM_PROTEIN, PQ_ENTITY_PROTEIN},
               {PQ_TERM_GENE, PQ_ENTITY_GENE},
               {PQ_TERM_PROTEIN_FAMILY, PQ_ENTITY_FAMILY},
               {PQ_TERM_COMPLEX, PQ_ENTITY_COMPLEX},
               {PQ_TERM_PATHWAY, PQ_ENTITY_PATHWAY},
               {PQ_TERM_PROCESS, PQ_ENTITY_PROCESS},
               {PQ_TERM_DISEASE, PQ_ENTITY_PROCESS},
               {PQ_TERM_CELLULAR_COMPONENT, PQ_ENTITY_PLACE},
               {PQ_TERM_SMALL_MOLECULE, PQ_ENTITY_MOLECULE},
               {PQ_TERM_GENE_GROUP, PQ_ENTITY_GROUP},
               {PQ_TERM_ORGANISM, PQ_ENTITY_SPECIES},
               {PQ_TERM_CELL, PQ_ENTITY_CELL}};
  if (pq_re_one(m, term, PQ_TERM_FUSION_OF)) return PQ_ENTITY_FUSION;
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; ++i) {
    if (pq_re_is(m, term, PQ_TERM_TYPE, kinds[i].type)) return kinds[i].kind;
  }
  return PQ_ENTITY_UNGROUNDED;
}

/* Where a part's label stands in the label of the whole, which has the order
 * of the text; at the end if nowhere. */
static size_t place_in(pq_view whole, pq_view part) {
  for (size_t i = 0; part.len && i + part.len <= whole.len; ++i) {
    if (pq_view_starts(pq_view_skip(whole, i), part)) return i;
  }
  return whole.len;
}

static bool goes_before(const pq_remaking *m, pq_entity_id a, pq_entity_id b) {
  return pq_view_order(m->entities.at[a].iri, m->entities.at[b].iri) < 0;
}

static void sort_by_label(const pq_remaking *m, pq_view whole,
                          pq_entity_id *ids, uint32_t n) {
  for (uint32_t i = 1; i < n; ++i) {
    const pq_entity_id id = ids[i];
    const size_t at = place_in(whole, m->entities.at[id].label);
    uint32_t k = i;
    for (; k > 0; --k) {
      const size_t other = place_in(whole, m->entities.at[ids[k - 1]].label);
      if (other < at || (other == at && !goes_before(m, id, ids[k - 1]))) {
        break;
      }
      ids[k] = ids[k - 1];
    }
    ids[k] = id;
  }
}

/* "complex.A--A--B": how often its members stand in the name of a whole, one
 * after the other, as they are sorted.  A homodimer has one member twice. */
static uint32_t take_repeats(const pq_remaking *m, pq_view *rest,
                             pq_entity_id id) {
  pq_buf local;
  pq_graph g = {.maker = m->rg->maker};
  uint32_t n = 0;
  pq_buf_init(&local, m->arena->alloc);
  pq_put_local(&local, &g, m->entities.at[id].iri);
  while (!local.status && local.len &&
         pq_view_starts(*rest, pq_buf_view(&local))) {
    const pq_view behind = pq_view_skip(*rest, local.len);
    if (behind.len && !pq_view_starts(behind, PQ_LIT("--"))) break;
    *rest = pq_view_skip(behind, behind.len ? 2 : 0);
    ++n;
  }
  pq_buf_clear(&local);
  return n ? n : 1;
}

/* The name of a complex behind its head; nothing for what is no such name. */
static pq_view members_of(const pq_remaking *m, pq_entity_id id) {
  const pq_view iri = m->entities.at[id].iri;
  const pq_view head = PQ_LIT("complex.");
  const pq_view local = pq_view_skip(iri, place_in(iri, head));
  return pq_view_skip(local, local.len ? head.len : 0);
}

static pq_status sort_by_name(const pq_remaking *m, pq_entity_id *ids,
                              uint32_t n) {
  pq_graph g = {.maker = m->rg->maker, .entities = m->entities.at};
  pq_namer namer = {.g = &g};
  pq_buf_init(&namer.room, m->arena->alloc);
  pq_sort_by_local(&namer, ids, n);
  const pq_status st = namer.room.status;
  pq_buf_clear(&namer.room);
  return st;
}

static pq_status take_parts(pq_remaking *m, pq_rdf_id term, pq_term predicate,
                            pq_entity_id *ids, uint32_t *n_out) {
  pq_status st = PQ_OK;
  uint32_t n = 0;
  const pq_rdf_triple *const t = pq_re_all(m, term, predicate, &n);
  for (*n_out = 0; *n_out < n && *n_out < PQ_MEMBERS_MOST; ++*n_out) {
    PQ_TRY(st, pq_re_entity(m, t[*n_out].object, &ids[*n_out]));
  }
  return PQ_OK;
}

static pq_status list_parts(pq_remaking *m, pq_rdf_id term, pq_entity_id id,
                            pq_entity *e) {
  pq_status st = PQ_OK;
  uint32_t n = 0;
  pq_entity_id parts[PQ_MEMBERS_MOST];
  pq_entity_id *const members =
      pq_arena_take(m->arena, PQ_MEMBERS_MOST * sizeof *members);
  if (!members) return m->arena->status;
  PQ_TRY(st, take_parts(m, term, PQ_TERM_HAS_PART, parts, &n));
  PQ_TRY(st, sort_by_name(m, parts, n));
  pq_view rest = members_of(m, id);
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t k = take_repeats(m, &rest, parts[i]);
    for (; k && e->n_members < PQ_MEMBERS_MOST; --k) {
      members[e->n_members++] = parts[i];
    }
  }
  e->members = members;
  return PQ_OK;
}

/* The label of a fusion has its partners in their order. */
static pq_status list_partners(pq_remaking *m, pq_rdf_id term, pq_entity_id id,
                               pq_entity *e) {
  pq_status st = PQ_OK;
  pq_entity_id *const members =
      pq_arena_take(m->arena, PQ_MEMBERS_MOST * sizeof *members);
  if (!members) return m->arena->status;
  PQ_TRY(st, take_parts(m, term, PQ_TERM_FUSION_OF, members, &e->n_members));
  e->members = members;
  sort_by_label(m, m->entities.at[id].label, members, e->n_members);
  return PQ_OK;
}

static pq_site site_of(const pq_remaking *m, pq_rdf_id node) {
  pq_view text = pq_re_text(m, node, PQ_TERM_NOTATION);
  pq_site site = {0, 0};
  if (text.len && !pq_is_digit(text.ptr[0])) {
    site.residue = text.ptr[0];
    text = pq_view_skip(text, 1);
  }
  for (size_t i = 0; i < text.len && i < 9 && pq_is_digit(text.ptr[i]); ++i) {
    site.position = site.position * 10 + (uint32_t)(text.ptr[i] - '0');
  }
  return site;
}

static bool modification_of(const pq_remaking *m, pq_rdf_id term,
                            pq_modification *out) {
  const pq_view iri = pq_re_text(m, term, PQ_TERM_MODIFICATION);
  const pq_view space = pq_prefix_at(PQ_PREFIX_MOD)->space;
  if (!pq_view_starts(iri, space)) return false;
  *out = (pq_modification){
      .site = site_of(m, pq_re_one(m, term, PQ_TERM_LOCATION))};
  for (size_t i = space.len; i < iri.len && i < space.len + 9; ++i) {
    if (!pq_is_digit(iri.ptr[i])) return false;
    out->term = out->term * 10 + (uint32_t)(iri.ptr[i] - '0');
  }
  return true;
}

static void add_modification(pq_modification *mods, uint32_t *n,
                             const pq_modification *one) {
  uint32_t k = *n;
  if (k == PQ_MODS_MOST) return;
  for (; k > 0 && pq_modification_order(&mods[k - 1], one) > 0; --k) {
    mods[k] = mods[k - 1];
  }
  mods[k] = *one;
  ++*n;
}

/* A state of one residue says so itself; of several, the broader ones do. */
static pq_status list_modifications(const pq_remaking *m, pq_rdf_id term,
                                    pq_entity *e) {
  uint32_t n = 0;
  const pq_rdf_triple *const t = pq_re_all(m, term, PQ_TERM_BROADER, &n);
  pq_modification *const mods =
      pq_arena_take(m->arena, PQ_MODS_MOST * sizeof *mods);
  pq_modification one;
  if (!mods) return m->arena->status;
  if (modification_of(m, term, &one)) add_modification(mods, &e->n_mods, &one);
  for (uint32_t i = 0; i < n; ++i) {
    if (modification_of(m, t[i].object, &one)) {
      add_modification(mods, &e->n_mods, &one);
    }
  }
  e->mods = mods;
  return PQ_OK;
}

static pq_status describe_state(pq_remaking *m, pq_rdf_id term, pq_rdf_id of,
                                pq_entity *e) {
  static const pq_activity activities[] = {PQ_ACTIVITY_UNSAID, PQ_INACTIVE,
                                           PQ_ACTIVE};
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_re_entity(m, of, &e->of));
  PQ_TRY(st, list_modifications(m, term, e));
  e->active = activities[pq_re_bool(m, term, PQ_TERM_ACTIVE) + 1];
  e->mutant = pq_re_text(m, term, PQ_TERM_NOTATION);
  return pq_re_entity(m, pq_re_one(m, term, PQ_TERM_LOCATED_IN), &e->in_place);
}

/* What a pathway is named after. */
static pq_status list_names(pq_remaking *m, pq_rdf_id term, pq_entity *e) {
  enum {
    MOST = sizeof e->after_entity / sizeof e->after_entity[0]
  };
  pq_status st = PQ_OK;
  uint32_t n = 0;
  const pq_rdf_triple *const t = pq_re_all(m, term, PQ_TERM_NAMED_AFTER, &n);
  for (uint32_t i = 0; i < n && i < MOST; ++i) {
    PQ_TRY(st, pq_re_entity(m, t[i].object, &e->after_entity[i]));
  }
  return PQ_OK;
}

/* "9606" of a taxon's IRI. */
static pq_view taxon_of(const pq_remaking *m, pq_rdf_id term) {
  const pq_view iri = pq_re_text(m, term, PQ_TERM_IN_TAXON);
  const pq_view space = pq_prefix_at(PQ_PREFIX_TAXON)->space;
  return pq_view_starts(iri, space) ? pq_view_skip(iri, space.len) : iri;
}

/* What ties for a name, by IRI; who mentions it knows how well each fits. */
static pq_status list_candidates(const pq_remaking *m, pq_rdf_id term,
                                 pq_entity *e) {
  pq_status st = PQ_OK;
  uint32_t n = 0;
  const pq_rdf_triple *const t = pq_re_all(m, term, PQ_TERM_CLOSE_MATCH, &n);
  pq_tie *const ties = pq_arena_take(m->arena, ((size_t)n + 1) * sizeof *ties);
  if (!ties) return m->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    PQ_TRY(st,
           pq_id_of(m->arena, m->rg->maker, pq_rdf_text(m->rdf, t[i].object),
                    &ties[e->n_candidates].id));
    ties[e->n_candidates].label = pq_re_text(m, t[i].object, PQ_TERM_LABEL);
    e->n_candidates += ties[e->n_candidates].id.len > 0;
  }
  e->candidates = ties;
  return PQ_OK;
}

/* What has an identifier of its own is not composed, whatever its parts. */
static pq_status identify(const pq_remaking *m, pq_entity_id id, pq_entity *e) {
  pq_status st = PQ_OK;
  const pq_view head = PQ_LIT("UniProt:");
  PQ_TRY(st, pq_id_of(m->arena, m->rg->maker, m->entities.at[id].iri, &e->id));
  if (!pq_view_starts(e->id, head)) return PQ_OK;
  e->accession = pq_view_skip(e->id, head.len);
  e->id = (pq_view){"", 0}; /* the lexicon has another */
  return PQ_OK;
}

static pq_status describe_parts(pq_remaking *m, pq_rdf_id term, pq_entity_id id,
                                pq_entity *e) {
  switch (e->kind) {
  case PQ_ENTITY_UNGROUNDED: return list_candidates(m, term, e);
  case PQ_ENTITY_GROUP:
  case PQ_ENTITY_PATHWAY: return list_names(m, term, e);
  case PQ_ENTITY_COMPLEX: return list_parts(m, term, id, e);
  case PQ_ENTITY_FUSION: return list_partners(m, term, id, e);
  default: return PQ_OK;
  }
}

static pq_status describe_entity(pq_remaking *m, pq_entity_id id) {
  pq_status st = PQ_OK;
  const pq_rdf_id term = m->entity_terms.at[id];
  const pq_rdf_id of = pq_re_one(m, term, PQ_TERM_STATE_OF);
  pq_entity e = {.kind = kind_of(m, term), .label = m->entities.at[id].label};
  e.taxon = taxon_of(m, term);
  if (of && of != term) {
    e.label = (pq_view){"", 0}; /* made of its parts */
    PQ_TRY(st, describe_state(m, term, of, &e));
    m->r->entities.at[id] = e;
    return PQ_OK;
  }
  PQ_TRY(st, identify(m, id, &e));
  const bool composed =
      !e.id.len && (e.kind == PQ_ENTITY_COMPLEX || e.kind == PQ_ENTITY_FUSION);
  if (composed) e.label = (pq_view){"", 0};
  PQ_TRY(st, describe_parts(m, term, id, &e));
  m->r->entities.at[id] = e;
  return PQ_OK;
}

/* ---- events ---- */

/* By the head of the name, as two kinds may have one class. */
static uint32_t event_kind(const pq_remaking *m, pq_view iri) {
  const size_t head =
      m->rg->maker->base.len + pq_prefix_at(PQ_PREFIX_EVENT)->space.len;
  const pq_view local = pq_view_skip(iri, head < iri.len ? head : iri.len);
  const pq_view name = pq_view_head(local, pq_view_find(local, '.'));
  for (uint32_t i = 0; i < m->rg->n_kinds; ++i) {
    const pq_view known = m->rg->kinds[i].name;
    bool same = known.len <= name.len;
    size_t at = 0;
    for (size_t k = 0; same && k < known.len; ++k) {
      const bool space = known.ptr[k] == ' '; /* stands as %20 */
      same = space ? pq_view_starts(pq_view_skip(name, at), PQ_LIT("%20"))
                   : at < name.len && name.ptr[at] == known.ptr[k];
      at += space ? 3 : 1;
    }
    if (same && at == name.len) return i;
  }
  return UINT32_MAX;
}

static pq_status list_flow(pq_remaking *m, pq_rdf_id term, pq_term predicate,
                           pq_entity_id *out, uint32_t *n) {
  pq_status st = PQ_OK;
  uint32_t found = 0;
  const pq_rdf_triple *const t = pq_re_all(m, term, predicate, &found);
  for (uint32_t i = 0; i < found && *n < PQ_THEMES_MOST; ++i) {
    PQ_TRY(st, pq_re_entity(m, t[i].object, &out[*n]));
    ++*n;
  }
  return PQ_OK;
}

/* Is a term a state of what the event acts on? */
static bool is_left(const pq_remaking *m, const pq_event *e, pq_entity_id out) {
  const pq_rdf_id of = pq_re_one(m, m->entity_terms.at[out], PQ_TERM_STATE_OF);
  for (uint32_t i = 0; of && i < e->n_themes; ++i) {
    const pq_rdf_id theme = m->entity_terms.at[e->themes[i]];
    if (of == theme || of == pq_re_one(m, theme, PQ_TERM_STATE_OF)) return true;
  }
  return false;
}

/* Take the state that is left out of what comes out; 0: there is none. */
static pq_entity_id take_left(const pq_remaking *m, const pq_event *e,
                              pq_entity_id *out, uint32_t *n) {
  for (uint32_t i = 0; i < *n; ++i) {
    const pq_entity_id left = out[i];
    if (!is_left(m, e, left)) continue;
    --*n;
    memmove(&out[i], &out[i + 1], (*n - i) * sizeof *out);
    return left;
  }
  return 0;
}

/* What comes out: a theme that is made, the state that is left, or products
 * that are named; parts of a complex are known from it. */
static pq_status describe_outputs(pq_remaking *m, pq_event_id id,
                                  const pq_kind *kind, pq_event *e) {
  pq_status st = PQ_OK;
  const pq_rdf_id term = m->event_terms.at[id];
  pq_entity_id out[PQ_THEMES_MOST];
  uint32_t n = 0;
  PQ_TRY(st, list_flow(m, term, PQ_TERM_HAS_OUTPUT, out, &n));
  if (kind->dissociation || !n) return PQ_OK;
  sort_by_label(m, m->events.at[id].label, out, n);
  if (kind->output_theme && !e->n_themes) {
    memcpy(e->themes, out, n * sizeof *out);
    e->n_themes = n;
    return PQ_OK;
  }
  if (kind->assembly && n == 1) { /* the complex */
    m->events.at[id].product = out[0];
    return PQ_OK;
  }
  if (!kind->conversion) {
    m->events.at[id].product = take_left(m, e, out, &n);
  }
  memcpy(e->products, out, n * sizeof *out);
  e->n_products = n;
  return PQ_OK;
}

static pq_status describe_places(pq_remaking *m, pq_rdf_id term, pq_event *e) {
  pq_status st = PQ_OK;
  const struct {
    pq_term predicate;
    pq_entity_id *to;
  } parts[] = {{PQ_TERM_START_LOCATION, &e->from},
               {PQ_TERM_END_LOCATION, &e->to},
               {PQ_TERM_OCCURS_IN, &e->in},
               {PQ_TERM_CAUSAL_AGENT, &e->downstream_of}};
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; ++i) {
    PQ_TRY(st, pq_re_entity(m, pq_re_one(m, term, parts[i].predicate),
                            parts[i].to));
  }
  e->site = site_of(m, pq_re_one(m, term, PQ_TERM_LOCATION));
  return PQ_OK;
}

static pq_status describe_event(pq_remaking *m, pq_event_id id) {
  pq_status st = PQ_OK;
  const pq_rdf_id term = m->event_terms.at[id];
  const uint32_t kind = event_kind(m, m->events.at[id].iri);
  pq_event e = {.kind = kind < m->rg->n_kinds ? kind : 0};
  PQ_TRY(st, list_flow(m, term, PQ_TERM_HAS_INPUT, e.themes, &e.n_themes));
  sort_by_label(m, m->events.at[id].label, e.themes, e.n_themes);
  PQ_TRY(st, describe_outputs(m, id, &m->rg->kinds[e.kind], &e));
  PQ_TRY(st, describe_places(m, term, &e));
  pq_event_id broader = 0;
  const pq_rdf_id wide = pq_re_one(m, term, PQ_TERM_BROADER);
  if (wide != term) PQ_TRY(st, pq_re_event(m, wide, &broader));
  m->events.at[id].broader = broader;
  m->r->events.at[id] = e;
  return PQ_OK;
}

/* To describe one is to see others, which come behind. */
pq_status pq_re_describe(pq_remaking *m) {
  pq_status st = PQ_OK;
  while (m->n_events < m->r->events.n || m->n_entities < m->r->entities.n) {
    if (m->n_events < m->r->events.n) {
      PQ_TRY(st, describe_event(m, m->n_events++));
    } else {
      PQ_TRY(st, describe_entity(m, m->n_entities++));
    }
  }
  return PQ_OK;
}
