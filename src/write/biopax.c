#include "biopax.h"

#include "out.h"

#include "base/note.h"
#include "graph/claim_name.h"

/* ---- what may be written ---- */

/* Ids of what says or denies the same: the ends and the predicate of a claim.
 */
static pq_status edge_of(pq_biopax *b, pq_intern *edges, pq_claim_id id,
                         uint32_t *edge) {
  pq_node ends[2];
  const pq_graph *const g = b->g;
  pq_claim_ends(g, &g->record->claims.at[id], &ends[0], &ends[1]);
  pq_buf_reset(&b->name);
  pq_buf_put(&b->name, pq_node_iri(g, ends[0]));
  pq_buf_format(&b->name, " %d ", (int)g->claims[id].predicate);
  pq_buf_put(&b->name, pq_node_iri(g, ends[1]));
  if (b->name.status) return b->name.status;
  return pq_intern_put(edges, pq_buf_view(&b->name), edge);
}

/* How the claims of one edge are spoken of. */
typedef struct voice {
  bool asserted, doubted;
} voice;

static void hear(const pq_graph *g, const pq_intern *claims, voice *voices) {
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    const pq_evidence *const e = &g->record->evidence.at[g->evidence_order[i]];
    if (e->states != PQ_STATES_CLAIM) continue;
    const uint32_t id = pq_intern_find(claims, g->claims[e->id].iri);
    if (id >= claims->texts.n) continue;
    voices[id].asserted |= e->stance == PQ_ASSERTED;
    voices[id].doubted |=
        e->stance == PQ_CONTROVERSIAL || e->stance == PQ_DENIED;
  }
  for (uint32_t i = 0; i < g->n_disputes; ++i) {
    const pq_dispute *const d = &g->record->disputes.at[g->dispute_order[i]];
    for (uint32_t k = 0; k < d->n_alternatives; ++k) {
      const pq_view iri = g->claims[d->alternatives[k]].iri;
      const uint32_t id = pq_intern_find(claims, iri);
      if (id < claims->texts.n) voices[id].doubted = true;
    }
  }
}

/* Mark edges whose negation is asserted; claims by place in their order. */
static void mark_denied(const pq_graph *g, const voice *voices,
                        const uint32_t *edge, bool *denied) {
  for (uint32_t i = 0; i < g->n_claims; ++i) {
    const bool no = g->record->claims.at[g->claim_order[i]].negated;
    if (no && voices[i].asserted) denied[edge[i]] = true;
  }
}

/* Asserted, neither negated nor doubted, and no asserted claim denies it. */
static pq_status find_plain(pq_biopax *b) {
  pq_status st = PQ_OK;
  pq_intern claims;
  pq_intern edges;
  const pq_graph *const g = b->g;
  pq_intern_init(&claims, g->arena);
  pq_intern_init(&edges, g->arena);
  voice *const voices = pq_arena_take(g->arena, g->n_claims * sizeof *voices);
  bool *const denied = pq_arena_take(g->arena, g->n_claims);
  uint32_t *const edge = pq_arena_take(g->arena, g->n_claims * sizeof *edge);
  if (!voices || !denied || !edge) return g->arena->status;
  for (uint32_t i = 0; i < g->n_claims; ++i) {
    uint32_t id = 0; /* is i: each claim is there once */
    PQ_TRY(st, pq_intern_put(&claims, g->claims[g->claim_order[i]].iri, &id));
    PQ_TRY(st, edge_of(b, &edges, g->claim_order[i], &edge[i]));
  }
  hear(g, &claims, voices);
  mark_denied(g, voices, edge, denied);
  for (uint32_t i = 0; i < g->n_claims; ++i) {
    const pq_claim_id id = g->claim_order[i];
    b->plain[id] = voices[i].asserted && !voices[i].doubted &&
                   !denied[edge[i]] && !g->claims[id].question &&
                   !g->record->claims.at[id].negated;
  }
  return PQ_OK;
}

/* ---- events ---- */

static bool all_physical(const pq_record *r, const pq_entity_id *ids,
                         uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) {
    if (!pq_bp_is_physical(r, ids[i])) return false;
  }
  return n > 0;
}

static bool is_protein(const pq_record *r, pq_entity_id id) {
  return pq_entity_at(r, pq_entity_base(r, id))->kind == PQ_ENTITY_PROTEIN;
}

/* One thing goes somewhere, and is not said to be anywhere else. */
static bool is_move(const pq_record *r, const pq_event *e) {
  return e->n_themes == 1 && e->to && !pq_entity_at(r, e->themes[0])->in_place;
}

/* Where an event happens, and what it hangs on, has no place in an interaction;
 * a group that goes leaves no state, so that nothing is known of its left side.
 */
const char *pq_bp_event_class(const pq_graph *g, pq_event_id id) {
  const pq_record *const r = g->record;
  const pq_event *const e = pq_event_at(r, id);
  const pq_kind *const kind = &r->kinds[e->kind];
  const pq_entity_id product = g->events[id].product;
  if (e->in || e->downstream_of || !all_physical(r, e->themes, e->n_themes)) {
    return NULL;
  }
  if (kind->binding) return e->n_themes > 1 ? "MolecularInteraction" : NULL;
  if (kind->conversion) {
    const bool whole = all_physical(r, e->products, e->n_products);
    return whole ? "BiochemicalReaction" : NULL;
  }
  if (kind->dissociation) return NULL;
  if (kind->transport) return is_move(r, e) ? "Transport" : NULL;
  if (kind->destruction) return e->n_themes == 1 ? "Degradation" : NULL;
  if (kind->output_theme) {
    const bool protein = e->n_themes == 1 && is_protein(r, e->themes[0]);
    return protein ? "TemplateReaction" : NULL;
  }
  if (!product || !pq_bp_is_physical(r, product)) return NULL;
  return kind->assembly ? "ComplexAssembly" : "BiochemicalReaction";
}

static pq_bp_name event_name(const pq_graph *g, pq_event_id id) {
  return (pq_bp_name){"event", g->events[id].iri};
}

static void link_all(pq_biopax *b, const char *property,
                     const pq_entity_id *ids, uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) {
    bool again = false;
    for (uint32_t k = 0; k < i; ++k) {
      again = again || ids[k] == ids[i];
    }
    if (!again) pq_bp_link(b, property, pq_bp_thing(b, ids[i]));
  }
}

/* ---- claims ---- */

static bool is_entity(pq_node node) {
  return node.kind == PQ_NODE_ENTITY;
}

/* The event that a claim is about, and who acts on it; 0: the event itself. */
typedef struct deed {
  pq_event_id event;
  pq_entity_id actor;
  const char *control; /* its class: "Catalysis" */
} deed;

static bool is_template(const pq_graph *g, pq_event_id id) {
  return strcmp(pq_bp_event_class(g, id), "TemplateReaction") == 0;
}

static const char *control_of(const pq_graph *g, const pq_claim *c, deed d) {
  const pq_record *const r = g->record;
  const bool physical = pq_bp_is_physical(r, d.actor);
  if (!physical && !pq_bp_is_pathway(r, d.actor)) return NULL;
  if (is_template(g, d.event)) {
    return physical ? "TemplateReactionRegulation" : "Control";
  }
  const bool binding = r->kinds[pq_event_at(r, d.event)->kind].binding;
  const bool direct = c->relation == PQ_REL_DIRECT && physical && !binding;
  return direct ? "Catalysis" : "Control";
}

/* False: BioPAX has no words for it. */
static bool find_deed(const pq_graph *g, pq_claim_id id, deed *out) {
  const pq_claim *const c = &g->record->claims.at[id];
  const bool needs = c->relation == PQ_REL_DEPENDS_ON;
  const pq_node event = needs ? c->subject : c->object;
  const pq_node actor = needs ? c->object : c->subject;
  deed d = {.event = event.id};
  if (c->species.len || event.kind != PQ_NODE_EVENT || !is_entity(actor) ||
      !pq_bp_event_class(g, d.event)) {
    return false;
  }
  switch (c->relation) {
  case PQ_REL_HAPPENS:
  case PQ_REL_OUTPUT_OF: break;
  case PQ_REL_DIRECT:
  case PQ_REL_UPSTREAM:
  case PQ_REL_REGULATES:
  case PQ_REL_DEPENDS_ON:
    d.actor = actor.id;
    d.control = control_of(g, c, d);
    if (!d.control) return false;
    break;
  default: return false;
  }
  *out = d;
  return true;
}

static bool is_binding(const pq_graph *g, pq_claim_id id) {
  const pq_claim *const c = &g->record->claims.at[id];
  return c->relation == PQ_REL_INTERACTS && !c->species.len &&
         is_entity(c->subject) && is_entity(c->object) &&
         pq_bp_is_physical(g->record, c->subject.id) &&
         pq_bp_is_physical(g->record, c->object.id);
}

/* The evidence of claims that say no more of an event than that it is. */
static void event_evidence(pq_biopax *b, pq_event_id id, bool link) {
  deed d;
  for (uint32_t i = 0; i < b->g->n_claims; ++i) {
    const pq_claim_id claim = b->g->claim_order[i];
    if (!b->plain[claim] || !find_deed(b->g, claim, &d)) continue;
    if (d.event == id && !d.actor) pq_bp_evidence(b, claim, link);
  }
}

/* The state or complex that an event leaves, if its class has a right side. */
static pq_entity_id made_by(const pq_graph *g, pq_event_id id) {
  const char *const class = pq_bp_event_class(g, id);
  const bool sided = strcmp(class, "BiochemicalReaction") == 0 ||
                     strcmp(class, "ComplexAssembly") == 0;
  const bool named = pq_event_at(g->record, id)->n_products > 0;
  return sided && !named ? g->events[id].product : 0;
}

/* What its themes are to an event. */
static const char *theme_role(const char *class) {
  if (strcmp(class, "MolecularInteraction") == 0) return "participant";
  return strcmp(class, "TemplateReaction") == 0 ? "product" : "left";
}

static void put_move(pq_biopax *b, pq_event_id id) {
  const pq_event *const e = pq_event_at(b->g->record, id);
  const pq_bp_name left = pq_bp_put_located(b, e->themes[0], e->from);
  const pq_bp_name right = pq_bp_put_located(b, e->themes[0], e->to);
  pq_bp_open(b, "Transport", event_name(b->g, id));
  pq_bp_text(b, "displayName", b->g->events[id].label);
  pq_bp_link(b, "left", left);
  pq_bp_link(b, "right", right);
  event_evidence(b, id, true);
  pq_bp_close(b, "Transport");
}

static void put_change(pq_biopax *b, pq_event_id id) {
  const pq_graph *const g = b->g;
  const pq_event *const e = pq_event_at(g->record, id);
  const char *const class = pq_bp_event_class(g, id);
  const pq_entity_id made = made_by(g, id);
  for (uint32_t i = 0; i < e->n_themes; ++i) {
    b->used[e->themes[i]] = true;
  }
  for (uint32_t i = 0; i < e->n_products; ++i) {
    b->used[e->products[i]] = true;
  }
  if (made) b->used[made] = true;
  pq_bp_open(b, class, event_name(g, id));
  pq_bp_text(b, "displayName", g->events[id].label);
  link_all(b, theme_role(class), e->themes, e->n_themes);
  link_all(b, "right", e->products, e->n_products);
  if (made) pq_bp_link(b, "right", pq_bp_thing(b, made));
  event_evidence(b, id, true);
  pq_bp_close(b, class);
}

static void put_event(pq_biopax *b, pq_event_id id) {
  if (!pq_bp_first(b, event_name(b->g, id))) return;
  event_evidence(b, id, false);
  const char *const class = pq_bp_event_class(b->g, id);
  if (strcmp(class, "Transport") == 0) {
    put_move(b, id);
  } else {
    put_change(b, id);
  }
}

static void put_control(pq_biopax *b, pq_claim_id id, deed d) {
  const pq_graph *const g = b->g;
  const pq_claim *const c = &g->record->claims.at[id];
  const pq_bp_name name = {"claim", g->claims[id].iri};
  const bool negative =
      c->relation != PQ_REL_DEPENDS_ON && c->polarity == PQ_NEGATIVE;
  const bool positive = c->relation == PQ_REL_DEPENDS_ON ||
                        c->relation == PQ_REL_DIRECT ||
                        c->polarity == PQ_POSITIVE;
  b->used[d.actor] = true;
  pq_bp_evidence(b, id, false);
  pq_bp_open(b, d.control, name);
  pq_bp_text(b, "displayName", g->claims[id].label);
  pq_bp_link(b, "controller", pq_bp_thing(b, d.actor));
  pq_bp_link(b, "controlled", event_name(g, d.event));
  pq_bp_text(b, "controlType",
             negative   ? PQ_LIT("INHIBITION")
             : positive ? PQ_LIT("ACTIVATION")
                        : PQ_LIT(""));
  pq_bp_evidence(b, id, true);
  pq_bp_close(b, d.control);
}

static void put_binding(pq_biopax *b, pq_claim_id id) {
  const pq_claim *const c = &b->g->record->claims.at[id];
  const pq_entity_id ends[] = {c->subject.id, c->object.id};
  const pq_bp_name name = {"claim", b->g->claims[id].iri};
  b->used[ends[0]] = true;
  b->used[ends[1]] = true;
  pq_bp_evidence(b, id, false);
  pq_bp_open(b, "MolecularInteraction", name);
  pq_bp_text(b, "displayName", b->g->claims[id].label);
  link_all(b, "participant", ends, 2);
  pq_bp_evidence(b, id, true);
  pq_bp_close(b, "MolecularInteraction");
}

/* What there are no words for has been counted. */
static void put_claim(pq_biopax *b, pq_claim_id id) {
  deed d;
  if (is_binding(b->g, id)) {
    put_binding(b, id);
  } else if (find_deed(b->g, id, &d)) {
    put_event(b, d.event);
    if (d.actor) put_control(b, id, d);
  }
}

/* ---- the document ---- */

/* What is not in it, and why. */
typedef struct rest {
  unsigned claims;  /* in the record */
  unsigned reserve; /* not asserted, negated, disputed; questions too */
  unsigned words;   /* asserted, but BioPAX has no words */
} rest;

static rest count_rest(const pq_biopax *b) {
  const pq_graph *const g = b->g;
  rest n = {.claims = g->n_claims};
  for (uint32_t i = 0; i < g->n_claims; ++i) {
    deed d;
    const pq_claim_id id = g->claim_order[i];
    const bool plain = b->plain[id];
    n.reserve += !plain;
    n.words += plain && !is_binding(g, id) && !find_deed(g, id, &d);
  }
  return n;
}

static void tell_rest(const pq_biopax *b, rest n) {
  const pq_graph *const g = b->g;
  if (!n.reserve && !n.words && !g->n_disputes) return;
  pq_warn(g->record->sink, "biopax.left-out", g->record->place,
          "the BioPAX document is without %u of %u claims: %u that are not"
          " plainly asserted (reserve, negation, dispute, question) and %u for"
          " which BioPAX has no words; and without %u dispute%s",
          n.reserve + n.words, n.claims, n.reserve, n.words,
          (unsigned)g->n_disputes, g->n_disputes == 1 ? "" : "s");
}

static void put_head(pq_biopax *b, rest n) {
  pq_buf *const out = b->out;
  pq_buf_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  pq_buf_format(out,
                "<!-- %u of %u claims are not here: %u without plain assertion,"
                " %u without words in BioPAX; %u dispute%s -->\n",
                n.reserve + n.words, n.claims, n.reserve, n.words,
                (unsigned)b->g->n_disputes, b->g->n_disputes == 1 ? "" : "s");
  pq_buf_text(out, "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/"
                   "22-rdf-syntax-ns#\"\n"
                   "    xmlns:owl=\"http://www.w3.org/2002/07/owl#\"\n"
                   "    xmlns:bp=\"http://www.biopax.org/release/"
                   "biopax-level3.owl#\"\n    xml:base=\"");
  pq_out_xml(out, b->g->maker->base);
  pq_buf_text(out,
              "biopax/\">\n<owl:Ontology rdf:about=\"\">\n"
              "  <owl:imports rdf:resource=\"http://www.biopax.org/release/"
              "biopax-level3.owl#\"/>\n</owl:Ontology>\n");
}

static pq_status put_document(pq_biopax *b) {
  pq_status st = PQ_OK;
  const pq_graph *const g = b->g;
  b->used = pq_arena_take(g->arena, g->record->entities.n);
  b->plain = pq_arena_take(g->arena, g->record->claims.n);
  if (!b->used || !b->plain) return g->arena->status;
  PQ_TRY(st, find_plain(b));
  const rest n = count_rest(b);
  put_head(b, n);
  for (uint32_t i = 0; i < g->n_claims; ++i) {
    const pq_claim_id id = g->claim_order[i];
    if (b->plain[id]) put_claim(b, id);
  }
  pq_bp_put_things(b);
  pq_bp_put_references(b);
  pq_buf_text(b->out, "</rdf:RDF>\n");
  tell_rest(b, n);
  return b->out->status;
}

pq_status pq_write_biopax(const pq_graph *g, pq_buf *out) {
  pq_biopax b = {.g = g, .out = out};
  pq_intern_init(&b.done, g->arena);
  pq_buf_init(&b.name, out->alloc);
  const pq_status st = put_document(&b);
  pq_buf_clear(&b.name);
  return st;
}
