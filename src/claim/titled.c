/* What stands before a name says what that does: "the EGFR inhibitor
 * gefitinib", "NMDA receptor antagonists such as memantine". */
#include "draft.h"

/* "kinase" in "the EGFR kinase inhibitor": it goes with the name before it. */
static uint32_t whose_at(const pq_parse *p, const pq_chunk *c, uint32_t unit) {
  const bool more = unit > c->begin &&
                    (p->units.at[unit].classes & PQ_W_GENERIC) &&
                    p->units.at[unit - 1].kind == PQ_UNIT_NAME;
  const uint32_t name = more ? unit - 1 : unit;
  if (name < c->begin || p->units.at[name].n != 1 ||
      (name > c->begin && p->units.at[name - 1].kind == PQ_UNIT_MARK)) {
    return 0;
  }
  return pq_unit_is_kind(p, name, PQ_ENTITY_PROTEIN) ||
                 pq_unit_is_kind(p, name, PQ_ENTITY_FAMILY) ||
                 pq_unit_is_kind(p, name, PQ_ENTITY_COMPLEX)
             ? name
             : 0;
}

/* Can a name be of what has such a title: a drug, a protein? */
static bool may_act(const pq_parse *p, const pq_chunk *c) {
  const uint32_t name = c->name_begin;
  return c->end == c->name_end && p->units.at[name].n == 1 &&
         (pq_unit_is_kind(p, name, PQ_ENTITY_DRUG) ||
          pq_unit_is_kind(p, name, PQ_ENTITY_MOLECULE) ||
          pq_unit_is_kind(p, name, PQ_ENTITY_PROTEIN) ||
          pq_unit_is_kind(p, name, PQ_ENTITY_UNGROUNDED));
}

/* Does the noun at a unit say what acts, and how: "inhibitor"? */
static bool is_title(const pq_parse *p, uint32_t unit) {
  const pq_unit *const u = &p->units.at[unit];
  if (u->kind != PQ_UNIT_WORD || !u->noun) return false;
  const pq_trigger *const t = &p->g->triggers.at[u->noun];
  return t->actor && t->type == PQ_TRIGGER_REGULATION && t->has_thing_kind &&
         t->relation == PQ_REL_UPSTREAM;
}

/* A title, whose it is, and who has it. */
typedef struct titled {
  uint32_t unit, whose; /* units; 0 none */
  uint32_t chunk;       /* noun group of the title */
  uint32_t named;       /* noun group of the first name */
} titled;

/* "EGFR inhibitors such as A": the group with the names; 0 none. */
static uint32_t examples_of(const pq_parse *p, const pq_chunk *c) {
  static const char *const leads[] = {"such as", "including", NULL};
  return c->of > 2 && !c->name_end && c->end > c->begin + 1 &&
                 pq_chunk_is(p, c->of - 1, PQ_CHUNK_PREPOSITION) &&
                 pq_view_says_any(p->chunks.at[c->of - 1].slot, leads)
             ? c->of
             : 0;
}

static titled find(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  titled t = {.chunk = chunk};
  if (c->hit || c->negated) return t;
  if (c->name_end) {
    t.named = c->name_begin > c->begin + 1 ? chunk : 0;
    t.unit = c->name_begin - 1;
  } else {
    t.named = examples_of(p, c);
    t.unit = c->end - 1;
  }
  if (t.named && is_title(p, t.unit) && may_act(p, &p->chunks.at[t.named])) {
    t.whose = whose_at(p, c, t.unit - 1);
  }
  return t;
}

/* "the E2F activators (E2F1 ...)": of the kind themselves. */
static bool is_one_of_them(const pq_parse *p, uint32_t name, uint32_t whose) {
  const pq_view id = pq_entity_at(p->r, pq_unit_entity(p, name))->id;
  const pq_view all = pq_entity_at(p->r, pq_unit_entity(p, whose))->id;
  return id.len && all.len && p->classes && p->classes->under &&
         p->classes->under(p->classes->user, id, all);
}

static void give_to(pq_parse *p, uint32_t hit, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  pq_hit_add(p, hit,
             (pq_arg){.role = PQ_AS_AGENT,
                      .relation = PQ_REL_DIRECT,
                      .polarity = PQ_POSITIVE,
                      .chunk = chunk,
                      .begin = c->name_begin,
                      .end = c->name_end});
}

/* "inhibitors A and B": so do the others of the list. */
static void give_list(pq_parse *p, uint32_t hit, uint32_t chunk) {
  for (uint32_t k = p->chunks.at[chunk].next; k; k = p->chunks.at[k].next) {
    const pq_chunk *const c = &p->chunks.at[k];
    if (!c->name_end || c->hit || c->negated || !may_act(p, c) ||
        c->begin != c->name_begin) {
      return;
    }
    give_to(p, hit, k);
  }
}

static pq_status give(pq_parse *p, const titled *t) {
  const uint32_t noun = p->units.at[t->unit].noun;
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_hit_new(p, &p->g->triggers.at[noun], t->chunk, t->unit,
                        PQ_NOMINAL));
  const uint32_t hit = p->hits.n - 1;
  pq_hit_add(p, hit,
             (pq_arg){.role = PQ_AS_THEME,
                      .chunk = t->chunk,
                      .begin = t->whose,
                      .end = t->whose + 1});
  give_to(p, hit, t->named);
  if (pq_view_ends(pq_unit_text(p, t->unit), PQ_LIT("s"))) {
    give_list(p, hit, t->named);
  }
  return PQ_OK;
}

pq_status pq_titled_read(pq_parse *p) {
  if (p->r->wants_happenings) return PQ_OK;
  for (uint32_t i = pq_first_noun(p); i; i = p->chunks.at[i].noun_behind) {
    const titled t = find(p, i);
    if (!t.whose || p->hits.n >= PQ_HITS_MOST ||
        is_one_of_them(p, p->chunks.at[t.named].name_begin, t.whose)) {
      continue;
    }
    pq_status st = PQ_OK;
    PQ_TRY(st, give(p, &t));
  }
  return PQ_OK;
}
