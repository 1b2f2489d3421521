/* What a name names: the entity of a concept, with what it brings along. */
#include "mention.h"

static const pq_entity_kind kinds[] = {
    [PQ_CONCEPT_GENE] = PQ_ENTITY_PROTEIN,
    [PQ_CONCEPT_FAMILY] = PQ_ENTITY_FAMILY,
    [PQ_CONCEPT_COMPLEX] = PQ_ENTITY_COMPLEX,
    [PQ_CONCEPT_FUSION] = PQ_ENTITY_FUSION,
    [PQ_CONCEPT_PATHWAY] = PQ_ENTITY_PATHWAY,
    [PQ_CONCEPT_PROCESS] = PQ_ENTITY_PROCESS,
    [PQ_CONCEPT_GROUP] = PQ_ENTITY_GROUP,
    [PQ_CONCEPT_COMPARTMENT] = PQ_ENTITY_PLACE,
    [PQ_CONCEPT_MOLECULE] = PQ_ENTITY_MOLECULE,
    [PQ_CONCEPT_DRUG] = PQ_ENTITY_DRUG,
    [PQ_CONCEPT_SPECIES] = PQ_ENTITY_SPECIES,
    [PQ_CONCEPT_CELL] = PQ_ENTITY_CELL,
    [PQ_CONCEPT_VIRUS] = PQ_ENTITY_SPECIES,
    [PQ_CONCEPT_CLASS] = PQ_ENTITY_CLASS,
    [PQ_CONCEPT_MODIFICATION] = PQ_ENTITY_PROCESS};

/* A pathway brings what it is named after along. */
/* NOLINTNEXTLINE(misc-no-recursion): see pq_mention_entity. */
static pq_status fill_pathway(const pq_scanner *s, pq_entity *e) {
  pq_status st = PQ_OK;
  pq_pathway row;
  if (!pq_lexicon_pathway_by_id(s->lex, e->id, &row)) return PQ_OK;
  e->label = row.label;
  e->after = row.named_after;
  e->close = row.close_match;
  pq_view rest = row.named_after;
  for (uint32_t i = 0; i < 4 && rest.len; ++i) {
    PQ_TRY(st,
           pq_mention_entity(s, pq_view_cut(&rest, '|'), &e->after_entity[i]));
  }
  return PQ_OK;
}

/* A fusion brings its partners along: "HGNC:7910::HGNC:427". */
/* NOLINTNEXTLINE(misc-no-recursion): see pq_mention_entity. */
static pq_status fill_fusion(const pq_scanner *s, pq_entity *e) {
  pq_status st = PQ_OK;
  pq_arena *const arena = s->l->r->arena;
  size_t cut = 0;
  while (cut + 1 < e->id.len &&
         (e->id.ptr[cut] != ':' || e->id.ptr[cut + 1] != ':')) {
    ++cut;
  }
  if (cut + 1 >= e->id.len) return PQ_OK;
  pq_entity_id *const members = pq_arena_take(arena, 2 * sizeof *members);
  if (!members) return arena->status;
  const pq_view halves[] = {pq_view_head(e->id, cut),
                            pq_view_skip(e->id, cut + 2)};
  for (size_t i = 0; i < 2; ++i) {
    if (pq_view_same(halves[i], PQ_LIT("*"))) continue;
    pq_entity_id id = 0;
    PQ_TRY(st, pq_mention_entity(s, halves[i], &id));
    members[e->n_members++] = id;
  }
  e->members = members;
  e->id = (pq_view){"", 0}; /* named by its partners, like one from prose */
  e->label = (pq_view){"", 0};
  return PQ_OK;
}

/* NOLINTNEXTLINE(misc-no-recursion): parts are genes and families: depth two */
static pq_status store_concept(const pq_scanner *s, const pq_concept *c,
                               pq_entity_id *out) {
  pq_status st = PQ_OK;
  pq_entity e = {.kind = kinds[c->type],
                 .id = c->id,
                 .label = c->label,
                 .accession = c->accession,
                 .xrefs = c->xrefs,
                 .taxon = c->taxon};
  if (pq_view_same(e.taxon, PQ_LIT("-"))) e.taxon = (pq_view){"", 0};
  if (c->type == PQ_CONCEPT_GENE && !c->accession.len) e.kind = PQ_ENTITY_GENE;
  if (e.kind == PQ_ENTITY_PATHWAY) PQ_TRY(st, fill_pathway(s, &e));
  if (e.kind == PQ_ENTITY_FUSION) PQ_TRY(st, fill_fusion(s, &e));
  return pq_store_entity(s->l->r, &e, out);
}

/* NOLINTNEXTLINE(misc-no-recursion): parts are genes and families: depth two */
pq_status pq_mention_entity(const pq_scanner *s, pq_view id,
                            pq_entity_id *out) {
  pq_concept c;
  if (!pq_lexicon_concept(s->lex, id, &c)) {
    pq_pathway row;
    if (!pq_lexicon_pathway_by_id(s->lex, id, &row)) {
      return pq_store_unknown(s->l->r, id, out);
    }
    c = (pq_concept){.id = row.id, .label = row.label};
    c.type = PQ_CONCEPT_PATHWAY;
  }
  return store_concept(s, &c, out);
}

pq_status pq_mention_read(const pq_scanner *s, const pq_reading *reading,
                          pq_entity_id *out) {
  pq_concept c;
  if (!pq_lexicon_read(s->lex, reading, &c)) {
    return pq_mention_entity(s, reading->id, out);
  }
  return store_concept(s, &c, out);
}

bool pq_mention_is_thing(const pq_record *r, const pq_mention *m) {
  switch (pq_entity_at(r, m->entity)->kind) {
  case PQ_ENTITY_PROTEIN:
  case PQ_ENTITY_GENE:
  case PQ_ENTITY_FAMILY:
  case PQ_ENTITY_COMPLEX:
  case PQ_ENTITY_FUSION:
  case PQ_ENTITY_UNGROUNDED: return true;
  default: return false;
  }
}
