#include "label.h"

static const struct {
  char letter;
  const char *name;
} residues[] = {
    {'A', "alanine"},   {'C', "cysteine"},      {'D', "aspartate"},
    {'E', "glutamate"}, {'F', "phenylalanine"}, {'G', "glycine"},
    {'H', "histidine"}, {'I', "isoleucine"},    {'K', "lysine"},
    {'L', "leucine"},   {'M', "methionine"},    {'N', "asparagine"},
    {'P', "proline"},   {'Q', "glutamine"},     {'R', "arginine"},
    {'S', "serine"},    {'T', "threonine"},     {'U', "selenocysteine"},
    {'V', "valine"},    {'W', "tryptophan"},    {'Y', "tyrosine"},
};

void pq_put_residue_words(pq_buf *out, pq_site site) {
  if (site.position) {
    if (!site.residue) pq_buf_text(out, "residue ");
    pq_put_site(out, site);
    return;
  }
  for (size_t i = 0; i < sizeof residues / sizeof residues[0]; ++i) {
    if (residues[i].letter == site.residue) pq_buf_text(out, residues[i].name);
  }
}

static void put_label(pq_buf *out, const pq_graph *g, pq_entity_id id) {
  pq_buf_put(out, g->entities[id].label);
}

void pq_put_labels(pq_buf *out, const pq_graph *g, const pq_entity_id *ids,
                   uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) {
    if (i) pq_buf_text(out, i + 1 < n ? ", " : " and ");
    put_label(out, g, ids[i]);
  }
}

static bool kind_leaves(const pq_kind *kind, uint32_t term) {
  if (kind->product_else == term || kind->product_unsaid == term) return true;
  for (size_t i = 0; i < sizeof kind->product / sizeof kind->product[0]; ++i) {
    if (kind->product[i] == term) return true;
  }
  return false;
}

/* Methylation by its degree, as marks of histones tell it: no event does. */
static const struct {
  uint32_t term;
  const char *badge;
} degrees[] = {{76, "Me2s"}, {77, "Me2a"}, {78, "Me1"},
               {83, "Me3"},  {84, "Me2"},  {85, "Me1"}};

pq_view pq_badge_of(const pq_record *r, uint32_t term) {
  for (uint32_t i = 0; i < r->n_kinds; ++i) {
    if (r->kinds[i].badge.len && kind_leaves(&r->kinds[i], term)) {
      return r->kinds[i].badge;
    }
  }
  for (size_t i = 0; i < sizeof degrees / sizeof degrees[0]; ++i) {
    if (degrees[i].term == term) return pq_view_of(degrees[i].badge);
  }
  return PQ_LIT("mod");
}

/* "p-Y705,S727-" */
static void put_mods(pq_buf *out, const pq_record *r, const pq_entity *e) {
  pq_view last = {NULL, 0};
  for (uint32_t i = 0; i < e->n_mods; ++i) {
    const pq_view badge = pq_badge_of(r, e->mods[i].term);
    if (i) pq_buf_char(out, ',');
    if (!last.ptr || !pq_view_same(last, badge)) {
      pq_buf_put(out, badge);
      if (e->mods[i].site.residue || e->mods[i].site.position) {
        pq_buf_char(out, '-');
      }
    }
    pq_put_site(out, e->mods[i].site);
    last = badge;
  }
  if (e->n_mods) pq_buf_char(out, '-');
}

static void put_state(pq_buf *out, const pq_graph *g, const pq_entity *e) {
  if (e->active == PQ_ACTIVE) pq_buf_text(out, "active ");
  if (e->active == PQ_INACTIVE) pq_buf_text(out, "inactive ");
  put_mods(out, g->record, e);
  if (pq_entity_is_piece(e)) pq_buf_text(out, "truncated ");
  put_label(out, g, e->of);
  if (e->mutant.len && !pq_entity_is_piece(e)) {
    pq_buf_char(out, ' ');
    pq_buf_put(out, e->mutant);
  }
  if (e->in_place) {
    pq_buf_text(out, " in ");
    put_label(out, g, e->in_place);
  }
}

/* "NPM1-ALK", "ALK fusion proteins", "IL6:IL6R" */
static void put_members(pq_namer *n, const pq_entity *e) {
  const bool fusion = e->kind == PQ_ENTITY_FUSION;
  pq_entity_id sorted[PQ_MEMBERS_MOST];
  const uint32_t n_members =
      e->n_members < PQ_MEMBERS_MOST ? e->n_members : PQ_MEMBERS_MOST;
  for (uint32_t i = 0; i < n_members; ++i) {
    sorted[i] = e->members[i];
  }
  if (!fusion) pq_sort_by_local(n, sorted, n_members);
  for (uint32_t i = 0; i < n_members; ++i) {
    if (i) pq_buf_char(&n->room, fusion ? '-' : ':');
    put_label(&n->room, n->g, sorted[i]);
  }
  if (fusion && n_members == 1) pq_buf_text(&n->room, " fusion proteins");
}

pq_status pq_label_entity(pq_namer *n, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(n->g->record, id);
  if (e->of) {
    put_state(&n->room, n->g, e);
  } else if (e->label.len) {
    pq_buf_put(&n->room, e->label);
  } else if (e->n_members) {
    put_members(n, e);
  } else {
    pq_put_local(&n->room, n->g, n->g->entities[id].iri);
  }
  return pq_namer_keep(n, &n->g->entities[id].label);
}

void pq_put_places(pq_buf *out, const pq_graph *g, const pq_event *e) {
  const struct {
    const char *word;
    pq_entity_id id;
  } parts[] = {{" from ", e->from},
               {" to ", e->to},
               {" in ", e->in},
               {" downstream of ", e->downstream_of}};
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; ++i) {
    if (!parts[i].id) continue;
    pq_buf_text(out, parts[i].word);
    put_label(out, g, parts[i].id);
  }
}

void pq_put_products(pq_buf *out, const pq_graph *g, const pq_event *e) {
  if (!e->n_products) return;
  const pq_view into = g->record->kinds[e->kind].into;
  pq_buf_char(out, ' ');
  pq_buf_put(out, into.len ? into : PQ_LIT("to"));
  pq_buf_char(out, ' ');
  pq_put_labels(out, g, e->products, e->n_products);
}

/* "gtpase_activity" is written in words. */
static void put_kind(pq_buf *out, pq_view name) {
  for (size_t i = 0; i < name.len; ++i) {
    pq_buf_char(out, (char)(name.ptr[i] == '_' ? ' ' : name.ptr[i]));
  }
}

pq_status pq_label_event(pq_namer *n, pq_event_id id) {
  const pq_graph *const g = n->g;
  pq_buf *const out = &n->room;
  pq_event e = *pq_event_at(g->record, id);
  const pq_kind *const kind = &g->record->kinds[e.kind];
  const bool has_site = e.site.residue || e.site.position;
  pq_sort_by_local(n, e.themes, e.n_themes);
  pq_sort_by_local(n, e.products, e.n_products);
  if (kind->of_label || !e.n_themes) {
    put_kind(out, kind->name);
    if (e.n_themes) pq_buf_text(out, " of ");
    pq_put_labels(out, g, e.themes, e.n_themes);
    if (has_site) pq_buf_text(out, " at ");
    pq_put_residue_words(out, e.site);
  } else {
    pq_put_labels(out, g, e.themes, e.n_themes);
    if (has_site) pq_buf_char(out, ' ');
    pq_put_residue_words(out, e.site);
    pq_buf_char(out, ' ');
    put_kind(out, kind->name);
  }
  pq_put_products(out, g, &e);
  pq_put_places(out, g, &e);
  return pq_namer_keep(n, &n->g->events[id].label);
}
