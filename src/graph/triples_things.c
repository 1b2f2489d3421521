#include "order.h"
#include "reach.h"
#include "slug.h"
#include "triples.h"

pq_term pq_entity_class(const pq_record *r, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(r, pq_entity_base(r, id));
  switch (e->kind) {
  case PQ_ENTITY_PROTEIN:
    return e->accession.len || !e->id.len ||
                   pq_view_starts(e->id, PQ_LIT("UniProt:"))
               ? PQ_TERM_PROTEIN
               : PQ_TERM_GENE;
  case PQ_ENTITY_GENE: return PQ_TERM_GENE;
  case PQ_ENTITY_FAMILY: return PQ_TERM_PROTEIN_FAMILY;
  case PQ_ENTITY_COMPLEX: return PQ_TERM_COMPLEX;
  case PQ_ENTITY_FUSION:
    return e->n_members == 1 ? PQ_TERM_PROTEIN_FAMILY : PQ_TERM_PROTEIN;
  case PQ_ENTITY_PATHWAY: return PQ_TERM_PATHWAY;
  case PQ_ENTITY_PROCESS:
    return pq_entity_is_disease(e) ? PQ_TERM_DISEASE : PQ_TERM_PROCESS;
  case PQ_ENTITY_PLACE: return PQ_TERM_CELLULAR_COMPONENT;
  case PQ_ENTITY_MOLECULE:
  case PQ_ENTITY_DRUG: return PQ_TERM_SMALL_MOLECULE;
  case PQ_ENTITY_GROUP: return PQ_TERM_GENE_GROUP;
  case PQ_ENTITY_SPECIES: return PQ_TERM_ORGANISM;
  case PQ_ENTITY_CELL: return PQ_TERM_CELL;
  case PQ_ENTITY_CLASS:
  case PQ_ENTITY_UNGROUNDED: break;
  }
  return PQ_TERM_UNGROUNDED;
}

static void walk_mod(pq_walk *w, const pq_modification *m) {
  pq_buf id;
  pq_buf_init(&id, w->room.alloc);
  pq_buf_format(&id, "MOD:%05u", (unsigned)m->term);
  if (!w->status) w->status = id.status;
  pq_walk_id(w, PQ_TERM_MODIFICATION, pq_buf_view(&id));
  pq_buf_clear(&id);
}

/* Hand over a residue's IRI as object. */
static void walk_location(pq_walk *w, pq_entity_id thing, pq_site site) {
  if (!site.residue && !site.position) return;
  pq_view iri = {NULL, 0};
  pq_put_site_iri(&w->room, w->g, thing, site);
  if (!w->status) w->status = w->room.status;
  if (!w->status) {
    w->status = pq_arena_copy(w->g->arena, pq_buf_view(&w->room), &iri);
  }
  pq_buf_reset(&w->room);
  pq_walk_iri(w, PQ_TERM_LOCATION, iri);
}

static void walk_state(pq_walk *w, const pq_entity *e) {
  pq_walk_iri(w, PQ_TERM_STATE_OF, w->g->entities[e->of].iri);
  if (e->active != PQ_ACTIVITY_UNSAID) {
    pq_walk_bool(w, PQ_TERM_ACTIVE, e->active == PQ_ACTIVE);
  }
  if (e->n_mods == 1) {
    walk_mod(w, &e->mods[0]);
    walk_location(w, e->of, e->mods[0].site);
  }
  pq_walk_text(w, PQ_TERM_NOTATION, e->mutant);
  if (e->in_place) {
    pq_walk_iri(w, PQ_TERM_LOCATED_IN, w->g->entities[e->in_place].iri);
  }
  if (e->n_mods < 2) return;
  pq_entity_id singles[PQ_MODS_MOST];
  uint32_t n = 0;
  for (uint32_t i = 0; i < e->n_mods && n < PQ_MODS_MOST; ++i) {
    if (w->status) return;
    w->status = pq_single_state(w->g->record, e, i, &singles[n++]);
  }
  pq_walk_entities(w, PQ_TERM_BROADER, singles, n);
}

/* Matches in the lexicon's list: "UniProt:P40763|~GO:0043066". */
static void walk_related(pq_walk *w, const pq_entity *e) {
  pq_view rest = e->xrefs;
  pq_iris iris = {NULL, 0, 0};
  while (rest.len) {
    const pq_view one = pq_view_cut(&rest, '|');
    if (pq_view_starts(one, PQ_LIT("~"))) {
      pq_walk_note_id(w, &iris, pq_view_skip(one, 1));
    }
  }
  pq_walk_iris(w, PQ_TERM_RELATED_MATCH, &iris);
}

/* A list of ids: "FPLX:MAPK|HGNC:3942". */
static void walk_list(pq_walk *w, pq_term predicate, pq_view ids) {
  pq_iris iris = {NULL, 0, 0};
  while (ids.len) {
    pq_walk_note_id(w, &iris, pq_view_cut(&ids, '|'));
  }
  pq_walk_iris(w, predicate, &iris);
}

static void walk_candidates(pq_walk *w, const pq_entity *e) {
  pq_iris iris = {NULL, 0, 0};
  for (uint32_t i = 0; i < e->n_candidates; ++i) {
    pq_walk_note_id(w, &iris, e->candidates[i].id);
  }
  pq_walk_iris(w, PQ_TERM_CLOSE_MATCH, &iris);
}

static void walk_pathway(pq_walk *w, const pq_entity *e) {
  uint32_t n = 0;
  while (n < 4 && e->after_entity[n]) {
    ++n;
  }
  pq_walk_entities(w, PQ_TERM_NAMED_AFTER, e->after_entity, n);
  if (!n) walk_list(w, PQ_TERM_NAMED_AFTER, e->after);
  walk_list(w, PQ_TERM_CLOSE_MATCH, e->close);
}

/* An isoform is narrower than its protein. */
static void walk_isoform(pq_walk *w, const pq_entity *e) {
  const size_t dash = pq_view_find(e->accession, '-');
  if (dash == e->accession.len) return;
  pq_buf id;
  pq_buf_init(&id, w->room.alloc);
  pq_buf_text(&id, "UniProt:");
  pq_buf_put(&id, pq_view_head(e->accession, dash));
  if (!w->status) w->status = id.status;
  pq_walk_id(w, PQ_TERM_BROADER, pq_buf_view(&id));
  pq_buf_clear(&id);
}

static void walk_parts(pq_walk *w, const pq_entity *e) {
  switch (e->kind) {
  case PQ_ENTITY_PROTEIN: walk_isoform(w, e); break;
  case PQ_ENTITY_COMPLEX:
    pq_walk_entities(w, PQ_TERM_HAS_PART, e->members, e->n_members);
    break;
  case PQ_ENTITY_FUSION:
    pq_walk_entities(w, PQ_TERM_FUSION_OF, e->members, e->n_members);
    break;
  case PQ_ENTITY_GROUP:
  case PQ_ENTITY_PATHWAY: walk_pathway(w, e); break;
  case PQ_ENTITY_UNGROUNDED: walk_candidates(w, e); break;
  default: break;
  }
  if (e->kind == PQ_ENTITY_PROCESS || e->kind == PQ_ENTITY_PATHWAY ||
      e->kind == PQ_ENTITY_GROUP) {
    walk_related(w, e);
  }
}

static void walk_thing(pq_walk *w, pq_section section, pq_entity_id id) {
  const pq_entity e = *pq_entity_at(w->g->record, id);
  pq_walk_subject(w, section, w->g->entities[id].iri);
  pq_walk_term(w, PQ_TERM_TYPE, pq_entity_class(w->g->record, id));
  pq_walk_text(w, PQ_TERM_LABEL, w->g->entities[id].label);
  if (e.of) {
    walk_state(w, &e);
    return;
  }
  if (e.kind == PQ_ENTITY_PROTEIN || e.kind == PQ_ENTITY_GENE) {
    pq_walk_taxon(w, e.taxon);
  }
  walk_parts(w, &e);
}

void pq_walk_things(pq_walk *w, pq_section section) {
  for (uint32_t i = 0; i < w->g->n_entities; ++i) {
    const pq_entity_id id = w->g->entity_order[i];
    if (pq_entity_section(w->g->record, id) == section) {
      walk_thing(w, section, id);
    }
  }
}

static pq_entity_id product_of(const pq_graph *g, pq_event_id id) {
  return g->events[id].product;
}

/* A gene is read; a protein that is expressed comes out. */
static bool is_output(const pq_record *r, const pq_kind *kind,
                      pq_entity_id theme) {
  const pq_entity_kind k = pq_entity_at(r, pq_entity_base(r, theme))->kind;
  return kind->output_theme && k != PQ_ENTITY_GENE && k != PQ_ENTITY_GROUP;
}

/* Inputs or outputs of an event: themes, what it leaves, what is named. */
static void walk_flow(pq_walk *w, pq_event_id id, bool output) {
  const pq_record *const r = w->g->record;
  const pq_event *const e = pq_event_at(r, id);
  const pq_kind *const kind = &r->kinds[e->kind];
  pq_entity_id flow[2 * PQ_THEMES_MOST + PQ_MEMBERS_MOST + 1];
  uint32_t n = 0;
  for (uint32_t i = 0; i < e->n_themes; ++i) {
    if (is_output(r, kind, e->themes[i]) == output) flow[n++] = e->themes[i];
  }
  for (uint32_t i = 0; output && i < e->n_products; ++i) {
    flow[n++] = e->products[i];
  }
  if (output && product_of(w->g, id)) flow[n++] = product_of(w->g, id);
  if (output && kind->dissociation && e->n_themes == 1) {
    const pq_entity *const complex = pq_entity_at(r, e->themes[0]);
    const bool fusion = complex->kind == PQ_ENTITY_FUSION;
    for (uint32_t i = 0;
         !fusion && i < complex->n_members && i < PQ_MEMBERS_MOST; ++i) {
      flow[n++] = complex->members[i];
    }
  }
  pq_walk_entities(w, output ? PQ_TERM_HAS_OUTPUT : PQ_TERM_HAS_INPUT, flow, n);
}

static void walk_entity(pq_walk *w, pq_term predicate, pq_entity_id id) {
  if (id) pq_walk_iri(w, predicate, w->g->entities[id].iri);
}

static void walk_event(pq_walk *w, pq_event_id id) {
  const pq_record *const r = w->g->record;
  const pq_event *const e = pq_event_at(r, id);
  const pq_graph_event *const name = &w->g->events[id];
  pq_walk_subject(w, PQ_SECTION_EVENTS, name->iri);
  pq_walk_id(w, PQ_TERM_TYPE, r->kinds[e->kind].term);
  pq_walk_text(w, PQ_TERM_LABEL, name->label);
  walk_flow(w, id, false);
  walk_flow(w, id, true);
  if (e->n_themes) walk_location(w, e->themes[0], e->site);
  walk_entity(w, PQ_TERM_START_LOCATION, e->from);
  walk_entity(w, PQ_TERM_END_LOCATION, e->to);
  walk_entity(w, PQ_TERM_OCCURS_IN, e->in);
  walk_entity(w, PQ_TERM_CAUSAL_AGENT, e->downstream_of);
  if (name->broader) {
    pq_walk_iri(w, PQ_TERM_BROADER, w->g->events[name->broader].iri);
  }
}

void pq_walk_events(pq_walk *w) {
  for (uint32_t i = 0; i < w->g->n_events; ++i) {
    walk_event(w, w->g->event_order[i]);
  }
}
