/* Genes of species that are not named after the human ones.
 *
 *   In mouse, JAK2 phosphorylates STAT3.    the human genes, and the species
 *   In Arabidopsis, CDC2 binds CYCD1.       CDC2, which may be the human CDK1:
 *                                           a candidate, and no identity
 * What a claim of such a species is about becomes a thing without an identity,
 * by the words of the text.  So do their names in the sentence, if none of its
 * claims is about another species. */
#include "parse.h"

enum {
  DEPTH_MOST = 3 /* a state of a complex of states */
};

static bool is_foreign(const pq_parse *p, pq_view taxon) {
  if (!taxon.len || pq_view_same(taxon, PQ_LIT("9606"))) return false;
  const pq_word *const w = pq_rules_word(p->g, taxon);
  return !w || !pq_meanings_have(&w->meanings, PQ_M_HUMAN_NAMES);
}

/* The species that a draft is said of. */
static pq_view taxon_of(const pq_parse *p, const pq_draft *d) {
  return d->claim.species.len ? d->claim.species : p->r->taxon;
}

/* ---- what a gene becomes ---- */

static bool is_human_gene(const pq_entity *e) {
  return !e->of &&
         (e->kind == PQ_ENTITY_PROTEIN || e->kind == PQ_ENTITY_GENE) &&
         pq_view_same(e->taxon, PQ_LIT("9606"));
}

/* One draft that is turned, or the names of a record: then there is none. */
typedef struct turning {
  pq_parse *p;
  const pq_draft *draft;
  PQ_VEC(pq_entity_id) genes; /* that were turned */
} turning;

static bool same_span(pq_span a, pq_span b) {
  return a.begin == b.begin && a.end == b.end;
}

/* The name of a gene in the sentence: where the draft has it, or the first; 0
 * none. */
static pq_mention_id name_of(const turning *t, pq_entity_id id) {
  const pq_record *const r = t->p->r;
  pq_mention_id first = 0;
  for (uint32_t i = t->p->first_mention;
       i < r->mentions.n && r->mentions.at[i].sentence == t->p->sentence; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    if (m->entity != id) continue;
    if (t->draft && (same_span(m->span, t->draft->agent) ||
                     same_span(m->span, t->draft->theme))) {
      return i;
    }
    first = first ? first : i;
  }
  return first;
}

/* The sentence's own words for a gene, or the name that is known. */
static pq_view words_of(const turning *t, pq_entity_id id, uint16_t *score) {
  const pq_mention_id name = name_of(t, id);
  const pq_mention *const m = &t->p->r->mentions.at[name];
  if (name && m->n_readings) *score = m->readings[0].score;
  const bool whole =
      name && m->said == PQ_SAID_NAME && m->effect == PQ_EFFECT_NONE;
  return whole ? pq_span_text(t->p->text, m->span)
               : pq_entity_at(t->p->r, id)->label;
}

static pq_status turn_gene(turning *t, pq_entity_id id, pq_entity_id *out) {
  pq_status st = PQ_OK;
  pq_record *const r = t->p->r;
  pq_tie *const tie = pq_arena_take(r->arena, sizeof *tie);
  if (!tie) return r->arena->status;
  const pq_entity *const gene = pq_entity_at(r, id);
  *tie = (pq_tie){.id = gene->id, .label = gene->label};
  pq_entity e = {
      .kind = PQ_ENTITY_UNGROUNDED, .candidates = tie, .n_candidates = 1};
  PQ_TRY(st, pq_arena_line(r->arena, words_of(t, id, &tie->score), &e.label));
  PQ_PUSH(r->arena, &t->genes, id);
  return pq_store_entity(r, &e, out);
}

/* NOLINTBEGIN(misc-no-recursion): DEPTH_MOST */

static pq_status turn(turning *t, pq_entity_id id, uint32_t depth,
                      pq_entity_id *out);

static pq_status turn_all(turning *t, pq_entity_id *ids, uint32_t n,
                          uint32_t depth, bool *changed) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_entity_id old = ids[i];
    PQ_TRY(st, turn(t, old, depth, &ids[i]));
    *changed = *changed || ids[i] != old;
  }
  return PQ_OK;
}

/* A gene, and what is a state of one or is composed of some; all else, and what
 * has a name of its own, stays. */
static pq_status turn(turning *t, pq_entity_id id, uint32_t depth,
                      pq_entity_id *out) {
  pq_status st = PQ_OK;
  *out = id;
  if (!id || depth == DEPTH_MOST) return PQ_OK;
  pq_entity e = *pq_entity_at(t->p->r, id);
  if (is_human_gene(&e)) return turn_gene(t, id, out);
  if (!e.of && (e.id.len || !e.n_members)) return PQ_OK;
  bool changed = false;
  pq_entity_id *const all =
      pq_arena_take(t->p->r->arena, ((size_t)e.n_members + 1) * sizeof *all);
  if (!all) return t->p->r->arena->status;
  if (e.n_members) memcpy(all, e.members, e.n_members * sizeof *all);
  e.members = all;
  PQ_TRY(st, turn_all(t, all, e.n_members, depth + 1, &changed));
  PQ_TRY(st, turn_all(t, &e.of, 1, depth + 1, &changed));
  if (!changed) return PQ_OK;
  e.label = (pq_view){"", 0}; /* made anew of its parts */
  e.id = e.accession = e.xrefs = e.taxon = e.label;
  return pq_store_entity(t->p->r, &e, out);
}

/* NOLINTEND(misc-no-recursion) */

/* ---- what is said of it ---- */

static pq_status turn_event(turning *t, pq_event_id id, pq_event_id *out) {
  pq_status st = PQ_OK;
  pq_event e = *pq_event_at(t->p->r, id);
  bool changed = false;
  PQ_TRY(st, turn_all(t, e.themes, e.n_themes, 0, &changed));
  PQ_TRY(st, turn_all(t, e.products, e.n_products, 0, &changed));
  PQ_TRY(st, turn_all(t, &e.downstream_of, 1, 0, &changed));
  *out = id;
  return changed ? pq_store_event(t->p->r, &e, out) : PQ_OK;
}

static pq_status turn_node(turning *t, pq_node *node) {
  if (node->kind == PQ_NODE_ENTITY) return turn(t, node->id, 0, &node->id);
  if (node->kind == PQ_NODE_EVENT) return turn_event(t, node->id, &node->id);
  return PQ_OK;
}

static bool has(const turning *t, pq_entity_id id) {
  for (uint32_t i = 0; i < t->genes.n; ++i) {
    if (t->genes.at[i] == id) return true;
  }
  return false;
}

/* The names of the sentence: all, or those of the genes that were turned. */
static pq_status turn_names(turning *t, bool all) {
  pq_status st = PQ_OK;
  const pq_parse *const p = t->p;
  const pq_record *const r = p->r;
  for (uint32_t i = p->first_mention;
       i < r->mentions.n && r->mentions.at[i].sentence == p->sentence; ++i) {
    pq_entity_id id = r->mentions.at[i].entity;
    if (!all && !has(t, id)) continue;
    PQ_TRY(st, turn(t, id, 0, &id));
    r->mentions.at[i].entity = id;
  }
  return PQ_OK;
}

/* Does the sentence name a species? */
static bool names_species(const pq_parse *p) {
  return p->first_said < p->r->species_said.n &&
         p->r->species_said.at[p->first_said].sentence == p->sentence;
}

pq_status pq_foreign_sentence(pq_parse *p) {
  pq_status st = PQ_OK;
  turning t = {.p = p};
  if (p->r->only_given) return PQ_OK; /* annotation has its own names */
  if (!names_species(p) && !is_foreign(p, p->r->taxon)) return PQ_OK;
  uint32_t n = 0;
  for (uint32_t i = 0; i < p->drafts.n; ++i) {
    pq_draft *const d = &p->drafts.at[i];
    if (d->dispute || !is_foreign(p, taxon_of(p, d))) continue;
    t.draft = d;
    PQ_TRY(st, turn_node(&t, &d->claim.subject));
    PQ_TRY(st, turn_node(&t, &d->claim.object));
    ++n;
  }
  t.draft = NULL;
  return n && n == p->drafts.n ? turn_names(&t, false) : PQ_OK;
}

pq_status pq_foreign_record(pq_parse *p) {
  pq_status st = PQ_OK;
  turning t = {.p = p};
  if (!is_foreign(p, p->r->taxon)) return PQ_OK;
  for (pq_sentence_id s = 0; s < p->r->sentences.n; ++s) {
    pq_parse_turn(p, s);
    t.genes.n = 0;
    PQ_TRY(st, turn_names(&t, true));
  }
  return PQ_OK;
}
