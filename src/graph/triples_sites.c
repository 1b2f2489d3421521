#include "slug.h"
#include "triples.h"

#include <stdlib.h>

typedef struct site_row {
  pq_view iri;
  pq_entity_id base;
  pq_site site;
  uint32_t number; /* in the order found: of one IRI the first counts */
} site_row;

typedef PQ_VEC(site_row) site_rows;

static int by_iri(const void *a, const void *b) {
  const site_row *const x = a;
  const site_row *const y = b;
  const int order = pq_view_order(x->iri, y->iri);
  return order ? order : (x->number > y->number) - (x->number < y->number);
}

static pq_status add_site(pq_arena *arena, site_rows *rows, site_row row) {
  row.number = rows->n;
  PQ_PUSH(arena, rows, row);
  return PQ_OK;
}

static void note_site(pq_walk *w, site_rows *rows, pq_entity_id thing,
                      pq_site site) {
  if (w->status || (!site.residue && !site.position)) return;
  site_row row = {{NULL, 0}, pq_entity_base(w->g->record, thing), site, 0};
  pq_put_site_iri(&w->room, w->g, thing, site);
  w->status = w->room.status;
  if (!w->status) {
    w->status = pq_arena_copy(w->g->arena, pq_buf_view(&w->room), &row.iri);
  }
  pq_buf_reset(&w->room);
  if (!w->status) w->status = add_site(w->g->arena, rows, row);
}

static void walk_site(pq_walk *w, const site_row *row) {
  pq_walk_subject(w, PQ_SECTION_RESIDUES, row->iri);
  pq_walk_term(w, PQ_TERM_TYPE,
               row->site.position ? PQ_TERM_EXACT_POSITION
                                  : PQ_TERM_FUZZY_POSITION);
  pq_walk_iri(w, PQ_TERM_REFERENCE, w->g->entities[row->base].iri);
  if (row->site.position) {
    pq_walk_number(w, PQ_TERM_POSITION, row->site.position);
  }
  pq_buf notation;
  pq_buf_init(&notation, w->room.alloc);
  pq_put_site(&notation, row->site);
  if (!w->status) w->status = notation.status;
  pq_walk_text(w, PQ_TERM_NOTATION, pq_buf_view(&notation));
  pq_buf_clear(&notation);
  /* Only a residue: of one behind the sequence's end there is none. */
  const pq_checked *const c = pq_checked_of(w->g->record, row->base, row->site);
  if (c && c->verdict.check == PQ_SITE_MISMATCH && c->verdict.there) {
    pq_walk_text(w, PQ_TERM_SEQUENCE_RESIDUE, (pq_view){&c->verdict.there, 1});
  }
}

void pq_walk_sites(pq_walk *w) {
  const pq_record *const r = w->g->record;
  site_rows rows = {NULL, 0, 0};
  for (uint32_t i = 0; i < w->g->n_entities; ++i) {
    const pq_entity *const e = pq_entity_at(r, w->g->entity_order[i]);
    if (e->of && e->n_mods == 1) {
      note_site(w, &rows, e->of, e->mods[0].site);
    }
  }
  for (uint32_t i = 1; i < r->events.n; ++i) {
    const pq_event *const e = pq_event_at(r, i);
    if (!w->g->events[i].iri.len || !e->n_themes) continue;
    note_site(w, &rows, e->themes[0], e->site);
  }
  if (rows.n > 1) qsort(rows.at, rows.n, sizeof *rows.at, by_iri);
  for (uint32_t i = 0; i < rows.n; ++i) {
    const bool again = i && pq_view_same(rows.at[i - 1].iri, rows.at[i].iri);
    if (!again) walk_site(w, &rows.at[i]);
  }
}

static void note_taxon(pq_walk *w, pq_iris *rows, pq_view taxon) {
  if (w->status || !taxon.len) return;
  pq_put_taxon(&w->room, w->g, taxon);
  pq_walk_note(w, rows);
}

static void note_mod(pq_walk *w, pq_iris *rows, const pq_entity *e) {
  if (w->status || !e->of || e->n_mods != 1) return;
  pq_put_space(&w->room, w->g, PQ_PREFIX_MOD);
  pq_buf_padded(&w->room, e->mods[0].term, 5);
  pq_walk_note(w, rows);
}

/* The label of a taxon or residue: as listed, else the record's own word. */
static pq_view label_of(const pq_graph *g, pq_view iri) {
  const pq_view listed = pq_gloss_of(iri);
  const pq_view space = pq_prefix_at(PQ_PREFIX_TAXON)->space;
  if (listed.len || !pq_view_starts(iri, space)) return listed;
  const bool record =
      pq_view_same(pq_view_skip(iri, space.len), g->record->taxon);
  return record ? g->record->species : PQ_LIT("");
}

static bool is_entity(const pq_graph *g, pq_view iri) {
  for (uint32_t i = 0; i < g->n_entities; ++i) {
    if (pq_view_same(g->entities[g->entity_order[i]].iri, iri)) return true;
  }
  return false;
}

void pq_walk_terms(pq_walk *w) {
  const pq_graph *const g = w->g;
  pq_iris rows = {NULL, 0, 0};
  if (g->record_iri.len) note_taxon(w, &rows, g->record->taxon);
  for (uint32_t i = 0; i < g->n_entities; ++i) {
    const pq_entity *const e = pq_entity_at(g->record, g->entity_order[i]);
    const bool has_taxon =
        e->kind == PQ_ENTITY_PROTEIN || e->kind == PQ_ENTITY_GENE;
    if (!e->of && has_taxon) note_taxon(w, &rows, e->taxon);
    note_mod(w, &rows, e);
  }
  for (uint32_t i = 0; i < g->n_claims; ++i) {
    note_taxon(w, &rows, g->record->claims.at[g->claim_order[i]].species);
  }
  pq_views sorted = {rows.at, rows.n};
  pq_views_sort(&sorted);
  for (uint32_t i = 0; i < sorted.n; ++i) {
    if (is_entity(g, sorted.at[i])) continue;
    pq_walk_subject(w, PQ_SECTION_TERMS, sorted.at[i]);
    pq_walk_text(w, PQ_TERM_LABEL, label_of(g, sorted.at[i]));
  }
}
