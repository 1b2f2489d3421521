#include "name.h"
#include "slug.h"

static void put_mod_term(pq_buf *out, uint32_t term) {
  pq_buf_put(out, PQ_LIT("MOD_"));
  pq_buf_padded(out, term, 5);
}

static void put_mods(pq_buf *out, const pq_entity *e) {
  for (uint32_t i = 0; i < e->n_mods; ++i) {
    pq_buf_char(out, '.');
    if (e->mods[i].site.residue || e->mods[i].site.position) {
      pq_put_site(out, e->mods[i].site);
      pq_buf_char(out, '.');
    }
    put_mod_term(out, e->mods[i].term);
  }
}

/* ent:P40763.Y705.MOD_00048, ent:Q9UM73.F1174L.active, ... */
static void put_state(pq_buf *out, const pq_graph *g, const pq_entity *e) {
  pq_put_local(out, g, g->entities[e->of].iri);
  if (e->mutant.len) {
    pq_buf_char(out, '.');
    pq_slug_encode(out, e->mutant);
  }
  put_mods(out, e);
  if (e->active == PQ_ACTIVE) pq_buf_text(out, ".active");
  if (e->active == PQ_INACTIVE) pq_buf_text(out, ".inactive");
  if (e->in_place) {
    pq_buf_text(out, ".in.");
    pq_put_local(out, g, g->entities[e->in_place].iri);
  }
}

static void put_members(pq_buf *out, const pq_graph *g, const char *head,
                        const pq_entity_id *members, uint32_t n) {
  pq_buf_text(out, head);
  for (uint32_t i = 0; i < n; ++i) {
    pq_buf_text(out, i ? "--" : ".");
    pq_put_local(out, g, g->entities[members[i]].iri);
  }
}

static void put_text(pq_buf *out, pq_view surface) {
  pq_buf_text(out, "text.");
  const size_t from = out->len;
  pq_slug_put(out, surface);
  if (out->len == from) pq_slug_digits(out, surface);
}

/* The members as they stand in a complex's name: sorted, repeats kept. */
static pq_status sort_members(pq_namer *n, const pq_entity *e,
                              pq_entity_id **out) {
  pq_entity_id *const sorted =
      pq_arena_take(n->g->arena, e->n_members * sizeof *sorted);
  if (!sorted) return n->g->arena->status;
  if (e->n_members) {
    memcpy(sorted, e->members, e->n_members * sizeof *sorted);
  }
  if (e->kind != PQ_ENTITY_FUSION) pq_sort_by_local(n, sorted, e->n_members);
  *out = sorted;
  return PQ_OK;
}

/* A name under entity/, made of parts. */
static pq_status put_own(pq_namer *n, const pq_entity *e) {
  pq_status st = PQ_OK;
  pq_entity_id *members = NULL;
  PQ_TRY(st, sort_members(n, e, &members));
  if (!members) return PQ_NO_MEM;
  pq_put_space(&n->room, n->g, PQ_PREFIX_ENTITY);
  const size_t from = n->room.len;
  if (e->of) {
    put_state(&n->room, n->g, e);
  } else if (e->n_members) {
    const bool fusion = e->kind == PQ_ENTITY_FUSION;
    put_members(&n->room, n->g, fusion ? "fusion" : "complex", members,
                e->n_members);
  } else {
    put_text(&n->room, e->label.len ? e->label : e->id);
  }
  pq_slug_shorten(&n->room, from);
  return PQ_OK;
}

static bool has_public_name(const pq_entity *e) {
  return !e->of && e->id.len && e->kind != PQ_ENTITY_UNGROUNDED &&
         e->kind != PQ_ENTITY_CLASS &&
         !(e->kind == PQ_ENTITY_FUSION && e->n_members);
}

pq_status pq_name_entity(pq_namer *n, pq_entity_id id) {
  pq_status st = PQ_OK;
  const pq_entity *const e = pq_entity_at(n->g->record, id);
  if (!e->of && e->kind == PQ_ENTITY_PROTEIN && e->accession.len) {
    const bool isoform = pq_view_find(e->accession, '-') < e->accession.len;
    pq_put_space(&n->room, n->g,
                 isoform ? PQ_PREFIX_ISOFORM : PQ_PREFIX_UNIPROT);
    pq_slug_encode(&n->room, e->accession);
  } else if (has_public_name(e)) {
    pq_put_id(&n->room, n->g, e->id);
  } else {
    PQ_TRY(st, put_own(n, e));
  }
  return pq_namer_keep(n, &n->g->entities[id].iri);
}
