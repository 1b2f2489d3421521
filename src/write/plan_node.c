#include "plan_sketch.h"

#include "base/utf8.h"
#include "graph/label.h"

enum {
  NAME_BREAK = 14,
  EFFECT_BREAK = 10,
  MEMBER_BREAK = 24,
  MEMBER_BYTES = 96
};

pq_status pq_sketch_add(pq_sketch *s, const pq_draw_node *node, uint32_t *out) {
  pq_draw_node n = *node;
  n.lane = PQ_NO_LANE;
  PQ_PUSH(s->arena, &s->plan->nodes, n);
  *out = s->plan->nodes.n - 1;
  return PQ_OK;
}

static pq_draw_kind kind_of(const pq_record *r, const pq_entity *e) {
  const pq_entity *const base = e->of ? pq_entity_at(r, e->of) : e;
  if (e->mutant.len && !pq_entity_is_piece(e)) return PQ_DRAW_DISEASE;
  switch (base->kind) {
  case PQ_ENTITY_PROTEIN:
  case PQ_ENTITY_FAMILY: return PQ_DRAW_PROTEIN;
  case PQ_ENTITY_COMPLEX:
    return base->n_members ? PQ_DRAW_COMPLEX : PQ_DRAW_PROTEIN;
  case PQ_ENTITY_FUSION: return PQ_DRAW_DISEASE;
  case PQ_ENTITY_GENE:
  case PQ_ENTITY_GROUP: return PQ_DRAW_GENE;
  case PQ_ENTITY_PATHWAY: return PQ_DRAW_PATHWAY;
  case PQ_ENTITY_PROCESS: return PQ_DRAW_EFFECT;
  case PQ_ENTITY_MOLECULE:
  case PQ_ENTITY_DRUG: return PQ_DRAW_CHEMICAL;
  case PQ_ENTITY_PLACE:
  case PQ_ENTITY_SPECIES:
  case PQ_ENTITY_CELL:
  case PQ_ENTITY_CLASS:
  case PQ_ENTITY_UNGROUNDED: break;
  }
  return PQ_DRAW_OTHER;
}

/* ---- badges (M3) ---- */

/* Badges are joined by '|', so none may hold one. */
static void put_badge(pq_buf *out, char mark, pq_view words) {
  enum {
    LETTERS_MOST = 24
  };
  size_t at = 0;
  if (out->len) pq_buf_char(out, '|');
  pq_buf_char(out, mark);
  for (size_t letters = 0; at < words.len && letters < LETTERS_MOST;
       ++letters) {
    const size_t from = at;
    const uint32_t code = pq_utf8_next(words, &at);
    const pq_view letter = {words.ptr + from, at - from};
    pq_buf_put(out, code == '|' || code == '\n' ? PQ_LIT(" ") : letter);
  }
  if (at < words.len) pq_buf_text(out, "…");
}

/* All that an overview shows is active. */
static void put_state(pq_buf *out, const pq_sketch *s, const pq_entity *e) {
  const pq_graph *const g = s->g;
  const bool tells = s->view != PQ_PLAN_OVERVIEW;
  if (e->active == PQ_ACTIVE && tells) put_badge(out, '+', PQ_LIT("active"));
  if (e->active == PQ_INACTIVE) put_badge(out, '+', PQ_LIT("inactive"));
  for (uint32_t i = 0; i < e->n_mods; ++i) {
    put_badge(out, '+', pq_badge_of(g->record, e->mods[i].term));
    pq_put_site(out, e->mods[i].site);
  }
  if (e->mutant.len) put_badge(out, '+', e->mutant);
  if (e->in_place) put_badge(out, '@', g->entities[e->in_place].label);
}

static bool holds_badge(pq_view mods, pq_view badge) {
  while (mods.ptr && mods.len) {
    if (pq_view_same(pq_view_cut(&mods, '|'), badge)) return true;
  }
  return false;
}

pq_status pq_sketch_badge(pq_sketch *s, uint32_t node, pq_view badge) {
  pq_draw_node *const n = &s->plan->nodes.at[node];
  if (!badge.len || holds_badge(n->mods, badge)) return PQ_OK;
  pq_buf_put(&s->room, n->mods);
  put_badge(&s->room, badge.ptr[0], pq_view_skip(badge, 1));
  return pq_sketch_keep(s, &n->mods);
}

/* ---- nodes ---- */

pq_status pq_sketch_link(pq_sketch *s, pq_entity_id base, pq_view *out) {
  const pq_view iri = s->g->entities[base].iri;
  pq_view local = {NULL, 0};
  const pq_prefix_id spaces[] = {PQ_PREFIX_UNIPROT, PQ_PREFIX_ISOFORM};
  for (size_t i = 0; i < 2; ++i) {
    const pq_view space = pq_prefix_at(spaces[i])->space;
    if (pq_view_starts(iri, space)) local = pq_view_skip(iri, space.len);
  }
  if (!local.len) return PQ_OK;
  pq_buf_text(&s->room, "https://www.uniprot.org/uniprotkb/");
  pq_buf_put(&s->room, pq_view_head(local, pq_view_find(local, '-')));
  pq_buf_text(&s->room, "/entry");
  return pq_sketch_keep(s, out);
}

/* So that a complex of many stays a label that Graphviz takes. */
static pq_view cut(pq_view label) {
  size_t n = label.len < MEMBER_BYTES ? label.len : MEMBER_BYTES;
  while (n < label.len && ((unsigned char)label.ptr[n] & 0xC0U) == 0x80) {
    --n;
  }
  return pq_view_head(label, n);
}

/* Members have no order but that of their names. */
pq_status pq_sketch_sorted(const pq_sketch *s, const pq_entity_id *ids,
                           uint32_t n, pq_entity_id **out) {
  pq_entity_id *const sorted =
      pq_arena_take(s->arena, ((size_t)n + 1) * sizeof *sorted);
  if (!sorted) return s->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_view iri = s->g->entities[ids[i]].iri;
    uint32_t k = i;
    for (; k > 0 && pq_view_order(s->g->entities[sorted[k - 1]].iri, iri) > 0;
         --k) {
      sorted[k] = sorted[k - 1];
    }
    sorted[k] = ids[i];
  }
  *out = sorted;
  return PQ_OK;
}

static pq_status name_members(pq_sketch *s, const pq_entity_id *given,
                              uint32_t n, pq_draw_node *node) {
  pq_status st = PQ_OK;
  pq_entity_id *ids = NULL;
  pq_view *const members = pq_arena_take(s->arena, n * sizeof *members);
  if (!members) return s->arena->status;
  PQ_TRY(st, pq_sketch_sorted(s, given, n, &ids));
  if (!ids) return PQ_NO_MEM; /* never: for those who check */
  for (uint32_t i = 0; i < n; ++i) {
    pq_put_lines(&s->room, cut(s->g->entities[ids[i]].label), MEMBER_BREAK);
    PQ_TRY(st, pq_sketch_keep(s, &members[i]));
  }
  node->members = members;
  node->n_members = n;
  return PQ_OK;
}

/* Equal IRIs are one thing. */
static pq_entity_id first_of(const pq_graph *g, pq_entity_id id) {
  for (pq_entity_id i = 1; i < id; ++i) {
    if (pq_view_same(g->entities[i].iri, g->entities[id].iri)) return i;
  }
  return id;
}

/* "PI3K" of an overview's PI3K pathway: its colour says the rest. */
static pq_view short_label(const pq_sketch *s, pq_entity_id id) {
  const pq_view tail = PQ_LIT(" pathway");
  const pq_view label = s->g->entities[id].label;
  const bool cuts = s->view == PQ_PLAN_OVERVIEW &&
                    pq_entity_at(s->g->record, id)->kind == PQ_ENTITY_PATHWAY;
  if (!cuts || !pq_view_ends(label, tail) || label.len == tail.len) {
    return label;
  }
  return pq_view_head(label, label.len - tail.len);
}

/* All of a node but its name. */
static pq_status describe(pq_sketch *s, pq_entity_id id, pq_draw_node *node) {
  pq_status st = PQ_OK;
  const pq_graph *const g = s->g;
  const pq_entity *const e = pq_entity_at(g->record, id);
  const pq_entity_id base = pq_entity_base(g->record, id);
  const pq_entity *const thing = pq_entity_at(g->record, base);
  node->kind = kind_of(g->record, e);
  node->thing = first_of(g, base);
  pq_put_lines(&s->room, short_label(s, base),
               node->kind == PQ_DRAW_EFFECT ? EFFECT_BREAK : NAME_BREAK);
  PQ_TRY(st, pq_sketch_keep(s, &node->label));
  put_state(&s->room, s, e);
  PQ_TRY(st, pq_sketch_keep(s, &node->mods));
  PQ_TRY(st, pq_sketch_link(s, base, &node->url));
  node->tooltip = g->entities[id].label;
  if (node->kind != PQ_DRAW_COMPLEX) return PQ_OK;
  return name_members(s, thing->members, thing->n_members, node);
}

pq_status pq_sketch_entity(pq_sketch *s, pq_entity_id id, uint32_t *out) {
  pq_status st = PQ_OK;
  const pq_entity_id first = first_of(s->g, id);
  if (!s->nodes[first]) {
    pq_draw_node node = {0};
    PQ_TRY(st, describe(s, first, &node));
    pq_put_curie(&s->room, s->g, s->g->entities[first].iri);
    PQ_TRY(st, pq_sketch_keep(s, &node.name));
    PQ_TRY(st, pq_sketch_add(s, &node, &s->nodes[first]));
  }
  *out = s->nodes[first];
  return PQ_OK;
}

/* A gene group, or a gene meant as gene, is drawn as such anyhow; and what has
 * no gene is produced as what it is. */
static bool is_gene(const pq_graph *g, pq_entity_id id) {
  const pq_draw_kind kind = kind_of(g->record, pq_entity_at(g->record, id));
  return kind == PQ_DRAW_GENE || kind == PQ_DRAW_CHEMICAL ||
         kind == PQ_DRAW_EFFECT || kind == PQ_DRAW_PATHWAY;
}

pq_status pq_sketch_gene(pq_sketch *s, pq_entity_id id, uint32_t *out) {
  pq_status st = PQ_OK;
  const pq_entity_id base = first_of(s->g, pq_entity_base(s->g->record, id));
  if (is_gene(s->g, base)) return pq_sketch_entity(s, base, out);
  if (!s->genes[base]) {
    pq_draw_node node = {0};
    PQ_TRY(st, describe(s, base, &node));
    node.kind = PQ_DRAW_GENE;
    node.url = (pq_view){"", 0};
    pq_buf_text(&s->room, "gene.");
    pq_put_curie(&s->room, s->g, s->g->entities[base].iri);
    PQ_TRY(st, pq_sketch_keep(s, &node.name));
    pq_buf_put(&s->room, node.tooltip);
    pq_buf_text(&s->room, ", the gene");
    PQ_TRY(st, pq_sketch_keep(s, &node.tooltip));
    PQ_TRY(st, pq_sketch_add(s, &node, &s->genes[base]));
  }
  *out = s->genes[base];
  return PQ_OK;
}

pq_status pq_sketch_form(pq_sketch *s, const pq_form *form, uint32_t *out) {
  pq_status st = PQ_OK;
  pq_draw_node node = {0};
  PQ_TRY(st, describe(s, form->entity, &node));
  pq_buf_text(&s->room, form->head);
  pq_put_curie(&s->room, s->g, s->g->entities[form->entity].iri);
  pq_buf_char(&s->room, '.');
  pq_put_curie(&s->room, s->g, s->g->events[form->event].iri);
  PQ_TRY(st, pq_sketch_keep(s, &node.name));
  pq_buf_put(&s->room, node.tooltip);
  if (form->words.len) pq_buf_text(&s->room, ", ");
  pq_buf_put(&s->room, form->words);
  PQ_TRY(st, pq_sketch_keep(s, &node.tooltip));
  PQ_TRY(st, pq_sketch_add(s, &node, out));
  return pq_sketch_badge(s, *out, form->badge);
}

static bool has_members(const pq_entity *e, const pq_entity_id *ids,
                        uint32_t n) {
  if (e->kind != PQ_ENTITY_COMPLEX || e->of || e->n_members != n) return false;
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t here = 0;
    uint32_t there = 0;
    for (uint32_t k = 0; k < n; ++k) {
      here += ids[k] == ids[i];
      there += e->members[k] == ids[i];
    }
    if (here != there) return false;
  }
  return true;
}

pq_entity_id pq_complex_of(const pq_graph *g, const pq_entity_id *ids,
                           uint32_t n) {
  const pq_record *const r = g->record;
  for (pq_entity_id i = 1; i < r->entities.n; ++i) {
    if (g->entities[i].iri.len && has_members(&r->entities.at[i], ids, n)) {
      return i;
    }
  }
  return 0;
}

static pq_status name_complex(pq_sketch *s, const pq_entity_id *ids, uint32_t n,
                              pq_draw_node *node) {
  pq_status st = PQ_OK;
  pq_buf_text(&s->room, "complex");
  for (uint32_t i = 0; i < n; ++i) {
    pq_buf_char(&s->room, '.');
    pq_put_curie(&s->room, s->g, s->g->entities[ids[i]].iri);
  }
  PQ_TRY(st, pq_sketch_keep(s, &node->name));
  for (uint32_t i = 0; i < n; ++i) {
    if (i) pq_buf_char(&s->room, ':');
    pq_buf_put(&s->room, s->g->entities[ids[i]].label);
  }
  return pq_sketch_keep(s, &node->tooltip);
}

pq_status pq_sketch_complex(pq_sketch *s, const pq_entity_id *ids, uint32_t n,
                            uint32_t *out) {
  pq_status st = PQ_OK;
  const pq_entity_id known = pq_complex_of(s->g, ids, n);
  if (known) return pq_sketch_entity(s, known, out);
  pq_draw_node node = {.kind = PQ_DRAW_COMPLEX};
  PQ_TRY(st, name_complex(s, ids, n, &node));
  for (uint32_t i = 1; i < s->plan->nodes.n; ++i) {
    if (pq_view_same(s->plan->nodes.at[i].name, node.name)) {
      *out = i;
      return PQ_OK;
    }
  }
  node.label = node.tooltip;
  PQ_TRY(st, name_members(s, ids, n, &node));
  return pq_sketch_add(s, &node, out);
}

bool pq_is_expression(const pq_graph *g, pq_node node) {
  if (node.kind != PQ_NODE_EVENT) return false;
  const pq_event *const e = pq_event_at(g->record, node.id);
  const pq_kind *const kind = &g->record->kinds[e->kind];
  return e->n_themes == 1 && (kind->needs_gene || kind->output_theme);
}

uint32_t pq_sketch_drawn(const pq_sketch *s, pq_node node) {
  const pq_record *const r = s->g->record;
  if (node.kind == PQ_NODE_ENTITY) {
    return s->nodes[first_of(s->g, node.id)];
  }
  if (node.kind != PQ_NODE_EVENT) return 0;
  if (pq_is_expression(s->g, node)) {
    const pq_entity_id base =
        first_of(s->g, pq_entity_base(r, pq_event_at(r, node.id)->themes[0]));
    return is_gene(s->g, base) ? s->nodes[base] : s->genes[base];
  }
  const uint32_t process = s->by_event[node.id];
  return process ? s->processes.at[process].node : 0;
}
