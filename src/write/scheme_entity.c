/* What a scheme calls a name of our own, if it marks it at all. */
#include "scheme.h"

#include "model/store.h"

/* GENIA marks single genes and what they make.  Families are of human genes;
 * "HIV-1 Tat" is one protein, whose forms differ from strain to strain. */
static bool is_single(const pq_record *r, const pq_entity *e) {
  switch (e->kind) {
  case PQ_ENTITY_FAMILY:
    return e->taxon.len && !pq_view_same(e->taxon, PQ_LIT("9606"));
  case PQ_ENTITY_COMPLEX: return !e->id.len;
  case PQ_ENTITY_PATHWAY:
    return e->after_entity[0] &&
           pq_entity_at(r, e->after_entity[0])->kind == PQ_ENTITY_PROTEIN;
  default: return true;
  }
}

static pq_view type_of(pq_scheme scheme, pq_entity_kind kind) {
  const bool genes = scheme == PQ_SCHEME_GE || scheme == PQ_SCHEME_EPI;
  switch (kind) {
  case PQ_ENTITY_COMPLEX:
    if (scheme == PQ_SCHEME_PC) return PQ_LIT("Complex");
    break;
  case PQ_ENTITY_PROTEIN:
  case PQ_ENTITY_GENE:
  case PQ_ENTITY_FAMILY:
  case PQ_ENTITY_FUSION:
  case PQ_ENTITY_UNGROUNDED:
  case PQ_ENTITY_PATHWAY: break;
  case PQ_ENTITY_MOLECULE:
  case PQ_ENTITY_DRUG:
    return genes ? (pq_view){"", 0} : PQ_LIT("Simple_chemical");
  case PQ_ENTITY_PLACE:
    return genes ? (pq_view){"", 0} : PQ_LIT("Cellular_component");
  default: return (pq_view){"", 0};
  }
  return genes ? PQ_LIT("Protein") : PQ_LIT("Gene_or_gene_product");
}

static pq_view living_type(const pq_record *r, const pq_mention *m,
                           pq_entity_kind kind) {
  if (m->body) return r->bodies[m->body - 1].cg;
  if (kind == PQ_ENTITY_CELL) return PQ_LIT("Cell");
  return kind == PQ_ENTITY_SPECIES ? PQ_LIT("Organism") : (pq_view){"", 0};
}

pq_view pq_scheme_entity(pq_scheme scheme, const pq_record *r,
                         const pq_mention *m) {
  const pq_entity *const e = pq_entity_at(r, pq_entity_base(r, m->entity));
  const bool whole = e->kind == PQ_ENTITY_COMPLEX && e->id.len > 0;
  if ((scheme == PQ_SCHEME_GE && !is_single(r, e)) ||
      (scheme == PQ_SCHEME_EPI && whole)) {
    return (pq_view){"", 0};
  }
  const pq_view type = type_of(scheme, e->kind);
  return type.len || !pq_scheme_marks_bodies(scheme)
             ? type
             : living_type(r, m, e->kind);
}
