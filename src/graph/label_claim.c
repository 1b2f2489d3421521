#include "claim_name.h"
#include "label.h"

static const struct {
  pq_term predicate;
  const char *one, *many; /* subject singular, plural */
} verbs[] = {
    {PQ_TERM_ENABLES, "mediates", "mediate"},
    {PQ_TERM_ACTS_UPSTREAM_POSITIVE, "promotes", "promote"},
    {PQ_TERM_CAUSALLY_UPSTREAM_POSITIVE, "promotes", "promote"},
    {PQ_TERM_ACTS_UPSTREAM_NEGATIVE, "inhibits", "inhibit"},
    {PQ_TERM_CAUSALLY_UPSTREAM_NEGATIVE, "inhibits", "inhibit"},
    {PQ_TERM_ACTS_UPSTREAM, "affects", "affect"},
    {PQ_TERM_CAUSALLY_UPSTREAM, "affects", "affect"},
    {PQ_TERM_INVOLVED_POSITIVE, "upregulates", "upregulate"},
    {PQ_TERM_REGULATES_POSITIVE, "upregulates", "upregulate"},
    {PQ_TERM_INVOLVED_NEGATIVE, "downregulates", "downregulate"},
    {PQ_TERM_REGULATES_NEGATIVE, "downregulates", "downregulate"},
    {PQ_TERM_INVOLVED, "regulates", "regulate"},
    {PQ_TERM_REGULATES, "regulates", "regulate"},
    {PQ_TERM_DEPENDS_ON, "depends on", "depend on"},
    {PQ_TERM_INTERACTS, "interacts with", "interact with"},
    {PQ_TERM_INFLUENCES, "influences", "influence"},
    {PQ_TERM_LOCATED_IN, "is in", "are in"},
    {PQ_TERM_PART_OF, "is part of", "are part of"},
    {PQ_TERM_OUTPUT_OF, "is formed by", "are formed by"},
    {PQ_TERM_PARTICIPATES_IN, "participates in", "participate in"},
};

static const pq_entity *entity_of(const pq_record *r, pq_node node) {
  return node.kind == PQ_NODE_ENTITY ? pq_entity_at(r, node.id) : NULL;
}

static bool is_plural(const pq_record *r, pq_node node) {
  const pq_entity *const e = entity_of(r, node);
  if (!e) return false;
  const pq_entity *const base = e->of ? pq_entity_at(r, e->of) : e;
  return base->kind == PQ_ENTITY_GROUP ||
         (base->kind == PQ_ENTITY_FUSION && base->n_members == 1);
}

static void put_end(pq_buf *out, const pq_graph *g, pq_node node) {
  const pq_entity *const e = entity_of(g->record, node);
  if (e && e->kind == PQ_ENTITY_PATHWAY) pq_buf_text(out, "the ");
  if (node.kind == PQ_NODE_NONE) pq_buf_text(out, "what");
  pq_buf_put(out, pq_node_label(g, node));
}

static void put_direct(pq_buf *out, const pq_claim *c) {
  const pq_direct direct = pq_claim_direct(c);
  if (direct == PQ_DIRECTLY) pq_buf_text(out, "directly ");
  if (direct == PQ_INDIRECTLY) pq_buf_text(out, "indirectly ");
}

static void put_verb(pq_buf *out, pq_term predicate, bool plural) {
  for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; ++i) {
    if (verbs[i].predicate == predicate) {
      pq_buf_text(out, plural ? verbs[i].many : verbs[i].one);
    }
  }
}

/* "STAT3 is phosphorylated at Y705": the event's only theme is the subject. */
static bool is_agentless(const pq_record *r, const pq_claim *c) {
  if (c->relation != PQ_REL_HAPPENS || c->object.kind != PQ_NODE_EVENT ||
      c->subject.kind != PQ_NODE_ENTITY) {
    return false;
  }
  const pq_event *const e = pq_event_at(r, c->object.id);
  return e->n_themes == 1 && e->themes[0] == c->subject.id &&
         r->kinds[e->kind].participle.len > 0;
}

static void put_agentless(pq_namer *n, const pq_claim *c) {
  const pq_graph *const g = n->g;
  pq_buf *const out = &n->room;
  pq_event e = *pq_event_at(g->record, c->object.id);
  pq_sort_by_local(n, e.products, e.n_products);
  put_end(out, g, c->subject);
  pq_buf_text(out, is_plural(g->record, c->subject) ? " are " : " is ");
  put_direct(out, c);
  pq_buf_put(out, g->record->kinds[e.kind].participle);
  if (e.site.residue || e.site.position) pq_buf_text(out, " at ");
  pq_put_residue_words(out, e.site);
  pq_put_products(out, g, &e);
  pq_put_places(out, g, &e);
}

static void put_sentence(pq_namer *n, const pq_claim *c, pq_term predicate) {
  const pq_graph *const g = n->g;
  pq_node subject;
  pq_node object;
  pq_claim_ends(g, c, &subject, &object);
  put_end(&n->room, g, subject);
  pq_buf_char(&n->room, ' ');
  put_direct(&n->room, c);
  put_verb(&n->room, predicate, is_plural(g->record, subject));
  pq_buf_char(&n->room, ' ');
  put_end(&n->room, g, object);
}

/* " in Mus musculus" */
static void put_species(pq_namer *n, const pq_claim *c) {
  if (!c->species.len) return;
  pq_buf iri;
  pq_buf_init(&iri, n->room.alloc);
  pq_put_taxon(&iri, n->g, c->species);
  const pq_view name = pq_gloss_of(pq_buf_view(&iri));
  pq_buf_text(&n->room, name.len ? " in " : " in taxon ");
  pq_buf_put(&n->room, name.len ? name : c->species);
  if (iri.status && !n->room.status) n->room.status = iri.status;
  pq_buf_clear(&iri);
}

pq_status pq_label_claim(pq_namer *n, pq_claim_id id) {
  const pq_claim *const c = &n->g->record->claims.at[id];
  pq_graph_claim *const name = &n->g->claims[id];
  const bool agentless = is_agentless(n->g->record, c);
  pq_view sentence = {NULL, 0};
  pq_status st = PQ_OK;
  if (agentless) {
    put_agentless(n, c);
  } else {
    put_sentence(n, c, name->predicate);
  }
  PQ_TRY(st, pq_namer_keep(n, &sentence));
  if (c->negated) pq_buf_text(&n->room, "not: ");
  pq_buf_put(&n->room, sentence);
  put_species(n, c);
  if (name->question) pq_buf_char(&n->room, '?');
  return pq_namer_keep(n, &name->label);
}

pq_status pq_label_dispute(pq_namer *n, pq_dispute_id id,
                           const pq_claim_id *sides, uint32_t n_sides) {
  for (uint32_t i = 0; i < n_sides; ++i) {
    if (i) pq_buf_text(&n->room, ", or ");
    pq_buf_put(&n->room, n->g->claims[sides[i]].label);
  }
  pq_buf_char(&n->room, '?');
  return pq_namer_keep(n, &n->g->disputes[id].label);
}
