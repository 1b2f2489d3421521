#include "folds.h"

#include "graph/name.h"

pq_view pq_folds_concept(const pq_graph *g, const pq_lexicon *lex,
                         pq_entity_id id, char room[64]) {
  const pq_entity *const e = pq_entity_at(g->record, id);
  const pq_view iri = g->entities[id].iri;
  const pq_view fplx = pq_prefix_at(PQ_PREFIX_FPLX)->space;
  const pq_view uniprot = pq_prefix_at(PQ_PREFIX_UNIPROT)->space;
  const pq_view head = PQ_LIT("FPLX:");
  if (e->of) return (pq_view){"", 0};
  if (pq_view_starts(iri, fplx) && iri.len - fplx.len + head.len < 64) {
    const pq_view local = pq_view_skip(iri, fplx.len);
    memcpy(room, head.ptr, head.len);
    memcpy(room + head.len, local.ptr, local.len);
    return (pq_view){room, head.len + local.len};
  }
  if (!pq_view_starts(iri, uniprot)) return (pq_view){"", 0};
  pq_found found;
  pq_concept concept;
  pq_lexicon_find_text(lex, g->entities[id].label, PQ_LIT("9606"), &found);
  for (uint32_t i = 0; i < found.n_readings; ++i) {
    if (pq_lexicon_concept(lex, found.readings[i].id, &concept) &&
        pq_view_same(concept.accession, pq_view_skip(iri, uniprot.len))) {
      return concept.id;
    }
  }
  return (pq_view){"", 0};
}

typedef struct known {
  pq_entity_id id;
  pq_view concept;
} known;

typedef PQ_VEC(known) known_list;

static pq_status list_concepts(const pq_graph *g, const pq_lexicon *lex,
                               known_list *out) {
  pq_status st = PQ_OK;
  for (pq_entity_id i = 1; i < g->record->entities.n; ++i) {
    char room[64];
    known one = {.id = i};
    if (!g->entities[i].iri.len) continue;
    PQ_TRY(st, pq_arena_copy(g->arena, pq_folds_concept(g, lex, i, room),
                             &one.concept));
    if (one.concept.len) PQ_PUSH(g->arena, out, one);
  }
  return PQ_OK;
}

static bool is_family(const known *k) {
  return pq_view_starts(k->concept, PQ_LIT("FPLX:"));
}

/* The widest family that the graph names; of equals the first. */
static void fold_families(const pq_lexicon *lex, const known_list *all,
                          uint32_t *folds) {
  for (uint32_t i = 0; i < all->n; ++i) {
    const known *best = &all->at[i];
    for (uint32_t k = 0; k < all->n; ++k) {
      const known *const other = &all->at[k];
      if (is_family(other) && other->id != best->id &&
          pq_lexicon_under(lex, best->concept, other->concept)) {
        best = other;
      }
    }
    folds[all->at[i].id] = best->id;
  }
}

/* What a pathway is named after goes into it. */
static void fold_pathways(const pq_graph *g, uint32_t *folds) {
  const pq_record *const r = g->record;
  for (pq_entity_id i = 1; i < r->entities.n; ++i) {
    const pq_entity *const e = &r->entities.at[i];
    if (e->kind != PQ_ENTITY_PATHWAY || e->of) continue;
    for (uint32_t k = 0; k < 4 && e->after_entity[k]; ++k) {
      const pq_entity_id after = e->after_entity[k];
      for (pq_entity_id t = 1; t < r->entities.n; ++t) {
        if (folds[t] == after || t == after) folds[t] = i;
      }
    }
  }
}

pq_status pq_folds_make(const pq_graph *g, const pq_lexicon *lex,
                        pq_folding how, uint32_t **out) {
  pq_status st = PQ_OK;
  known_list all = {NULL, 0, 0};
  uint32_t *const folds = pq_arena_take(
      g->arena, ((size_t)g->record->entities.n + 1) * sizeof *folds);
  if (!folds) return g->arena->status;
  for (pq_entity_id i = 0; i < g->record->entities.n; ++i) {
    folds[i] = i;
  }
  if (how != PQ_FOLD_NONE) {
    PQ_TRY(st, list_concepts(g, lex, &all));
    fold_families(lex, &all, folds);
  }
  if (how == PQ_FOLD_PATHWAY) fold_pathways(g, folds);
  *out = folds;
  return PQ_OK;
}
