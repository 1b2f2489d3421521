/* The state of what is named: "active", "phosphorylated", "V617F". */
#include "draft.h"

static bool may_have_state(const pq_entity *e) {
  return !e->of &&
         (e->kind == PQ_ENTITY_PROTEIN || e->kind == PQ_ENTITY_FAMILY ||
          e->kind == PQ_ENTITY_COMPLEX ||
          (e->kind == PQ_ENTITY_FUSION && e->n_members == 2));
}

/* The state that an adjective tells: active, or modified at a place unknown. */
static bool state_of_word(const pq_parse *p, const pq_unit *u, pq_activity *a,
                          uint32_t *term) {
  if (u->kind != PQ_UNIT_WORD) return false;
  *a = u->classes & PQ_W_ACTIVE     ? PQ_ACTIVE
       : u->classes & PQ_W_INACTIVE ? PQ_INACTIVE
                                    : PQ_ACTIVITY_UNSAID;
  if (*a != PQ_ACTIVITY_UNSAID) return true;
  if (!u->adjective || !u->verb) return false;
  const pq_trigger *const t = &p->g->triggers.at[u->verb];
  if (t->type != PQ_TRIGGER_EVENT) return false;
  const pq_kind *const kind = &p->r->kinds[t->kind];
  *a = kind->leaves;
  *term = kind->product_unsaid;
  return *a != PQ_ACTIVITY_UNSAID || *term;
}

/* What words tell of the state of a name. */
typedef struct state {
  pq_activity active;
  uint32_t term;
  pq_view mutant;
  pq_site site;  /* where it is modified */
  uint32_t unit; /* the word before the name that tells it; 0 none */
} state;

static pq_status make_state(pq_parse *p, pq_entity_id thing, const state *s,
                            pq_entity_id *out) {
  pq_record *const r = p->r;
  pq_entity e = *pq_entity_at(r, thing);
  e.of = thing;
  e.label = (pq_view){"", 0};
  e.active = s->active;
  e.mutant = s->mutant;
  if (s->term) {
    pq_modification *const mod = pq_arena_take(r->arena, sizeof *mod);
    if (!mod) return r->arena->status;
    *mod = (pq_modification){s->site, s->term};
    e.mods = mod;
    e.n_mods = 1;
  }
  return pq_store_entity(r, &e, out);
}

/* "the Y705F mutant of STAT3": what was changed, if a unit tells it. */
static pq_view mutant_at(const pq_parse *p, uint32_t unit) {
  const pq_unit *const u = &p->units.at[unit];
  const bool one = u->kind == PQ_UNIT_SITE && u->n == 1;
  return one ? p->r->sites.at[u->first].mutant : (pq_view){"", 0};
}

/* "non-active", "non-phosphorylated", "un-phosphorylated" */
static bool is_undone(const pq_parse *p, uint32_t i) {
  return pq_unit_is_mark(p, i - 1, '-') &&
         (pq_unit_says(p, i - 2, "non") || pq_unit_says(p, i - 2, "un"));
}

/* One word more; true if it tells what state the thing is in. */
static bool add_word(const pq_parse *p, const pq_chunk *c, uint32_t i,
                     state *s) {
  const pq_unit *const u = &p->units.at[i];
  /* "defective X binding": the binding is */
  if ((u->classes & PQ_W_LACK) && c->hit) return false;
  if (u->kind == PQ_UNIT_WORD && (u->classes & PQ_W_MUTANT)) {
    const pq_view changed = mutant_at(p, i - 1); /* "Y705F mutant" */
    s->mutant = changed.len                       ? changed
                : pq_unit_says(p, i, "truncated") ? PQ_LIT("truncated")
                                                  : PQ_LIT("mutant");
  }
  const bool told = state_of_word(p, u, &s->active, &s->term);
  if (told && s->active == PQ_ACTIVE && is_undone(p, i)) {
    s->active = PQ_INACTIVE;
  }
  return told;
}

/* "the variant isoform of X", "the X variant": what is said of it is not said
 * of X.  Before a name the word tells what kind of thing that is: "the histone
 * variant H2AX". */
static void note_variant(const pq_parse *p, uint32_t i, state *s) {
  if (!s->mutant.len &&
      (pq_unit_says(p, i, "variant") || pq_unit_says(p, i, "variants"))) {
    const pq_view changed = mutant_at(p, i - 1);
    s->mutant = changed.len ? changed : PQ_LIT("variant");
  }
}

/* "LCK-phosphorylated ZAP70", "Y705-phosphorylated STAT3": what the word with a
 * dash tells, and where it was done. */
static bool word_dashed(const pq_parse *p, const pq_chunk *c, uint32_t unit,
                        state *s) {
  const pq_trigger *const t = pq_dashed_trigger(p, c->begin, unit);
  const bool of_noun = c->hit && p->units.at[unit].compound != UINT32_MAX;
  if (!t || of_noun || is_undone(p, unit) || !pq_dashed_name(p, c, unit) ||
      p->r->wants_happenings) {
    return false;
  }
  const pq_unit *const before = &p->units.at[unit - 2];
  const pq_kind *const kind = &p->r->kinds[t->kind];
  if (before->kind == PQ_UNIT_SITE && before->n == 1) {
    s->site = p->r->sites.at[before->first].site;
  }
  s->active = kind->leaves;
  s->term = kind->product_unsaid;
  s->unit = unit;
  return s->active != PQ_ACTIVITY_UNSAID || s->term;
}

/* Words before the name in its group. */
static bool words_before(const pq_parse *p, const pq_chunk *c, uint32_t unit,
                         state *s) {
  for (uint32_t i = unit; i-- > c->begin;) {
    const pq_unit *const u = &p->units.at[i];
    if (u->compound) return word_dashed(p, c, i, s);
    if (u->kind == PQ_UNIT_NAME) return false;
    const bool had = s->mutant.len > 0;
    const bool told = add_word(p, c, i, s);
    if (told || (!had && s->mutant.len)) s->unit = i;
    if (told) return true;
  }
  return false;
}

/* "the STAT3 dominant-negative mutant": words behind it that go with it. */
static bool words_behind(const pq_parse *p, const pq_chunk *c, uint32_t unit,
                         state *s) {
  for (uint32_t i = unit + 1; i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind != PQ_UNIT_WORD || u->compound || u->noun) return false;
    note_variant(p, i, s);
    if ((u->classes & (PQ_W_INACTIVE | PQ_W_MUTANT)) && add_word(p, c, i, s)) {
      return true;
    }
  }
  return false;
}

/* "phosphorylated Y1068 of EGFR": the one residue that is modified. */
static bool words_of_site(const pq_parse *p, const pq_chunk *c, state *s) {
  uint32_t term = 0;
  for (uint32_t i = c->begin; c->sites && i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    pq_activity active = PQ_ACTIVITY_UNSAID;
    if (u->kind == PQ_UNIT_WORD && u->adjective) {
      (void)state_of_word(p, u, &active, &term);
    }
    const bool one =
        u->kind == PQ_UNIT_SITE && u->n == 1 && i + 1 == c->end && !c->next;
    if (one && term && p->r->sites.at[u->first].site.position) {
      s->site = p->r->sites.at[u->first].site;
      s->term = term;
      return true;
    }
  }
  return false;
}

/* "a kinase-dead mutant of LCK", "phosphorylated Y1068 of EGFR" */
static bool words_of_whole(const pq_parse *p, uint32_t chunk, state *s) {
  if (chunk < 3 || p->chunks.at[chunk - 2].of != chunk) return false;
  const pq_chunk *const c = &p->chunks.at[chunk - 2];
  if (words_of_site(p, c, s)) return true;
  /* "the redox-active domain of X", "the active site of X": X need not be */
  if (pq_unit_means(p, c->end - 1, PQ_M_STRETCH) ||
      (p->units.at[c->end - 1].classes & PQ_W_SITE)) {
    return false;
  }
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const uint32_t told =
        p->units.at[i].classes & (PQ_W_ACTIVE | PQ_W_INACTIVE | PQ_W_MUTANT);
    if (told && add_word(p, c, i, s)) return true;
    note_variant(p, i, s);
  }
  return false;
}

/* Where a noun group tells of a mutation: what was changed, or that it was. */
static pq_view mutation_in(const pq_parse *p, const pq_chunk *c) {
  pq_view told = {"", 0};
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_view changed = mutant_at(p, i);
    if (changed.len) return changed;
    if (p->units.at[i].classes & PQ_W_MUTANT) told = PQ_LIT("mutant");
  }
  return told;
}

/* "JAK2 carrying the V617F mutation", "JAK2 with a mutation": it is no wild
 * type. */
static void mutation_carried(const pq_parse *p, uint32_t chunk, state *s) {
  const uint32_t next = chunk + 1;
  if (s->mutant.len || !pq_chunk_is(p, next + 1, PQ_CHUNK_NOUN) ||
      !(pq_unit_means(p, p->chunks.at[next].begin, PQ_M_CARRYING) ||
        pq_unit_says(p, p->chunks.at[next].begin, "with"))) {
    return;
  }
  s->mutant = mutation_in(p, &p->chunks.at[next + 1]);
}

/* Words around the name that tell its state: the nearest that says whether it
 * is active or modified, else that it is no wild type. */
static pq_status apply_state(pq_parse *p, const pq_chunk *c, uint32_t unit,
                             pq_named *n) {
  pq_status st = PQ_OK;
  state s = {.active = PQ_ACTIVITY_UNSAID};
  if (!may_have_state(pq_entity_at(p->r, n->entity))) return PQ_OK;
  if (words_before(p, c, unit, &s) || words_behind(p, c, unit, &s) ||
      words_of_whole(p, n->chunk, &s)) {
    s.mutant = (pq_view){"", 0};
  }
  mutation_carried(p, n->chunk, &s);
  if (s.active == PQ_ACTIVITY_UNSAID && !s.term && !s.mutant.len) return PQ_OK;
  PQ_TRY(st, make_state(p, n->entity, &s, &n->entity));
  if (s.unit) {
    n->span.begin = p->units.at[s.unit].span.begin;
    n->reach.begin = n->span.begin;
  }
  return PQ_OK;
}

pq_status pq_named_idle(pq_parse *p, pq_named *n, bool *idle) {
  const state s = {.active = PQ_INACTIVE};
  *idle = may_have_state(pq_entity_at(p->r, n->entity));
  return *idle ? make_state(p, n->entity, &s, &n->entity) : PQ_OK;
}

/* "JAK2 V617F": a mutant written behind the name. */
static pq_status apply_mutant(pq_parse *p, const pq_chunk *c, uint32_t unit,
                              pq_named *n) {
  pq_record *const r = p->r;
  const pq_unit *const next = pq_unit_at(p, unit + 1);
  if (unit + 1 >= c->end || next->kind != PQ_UNIT_SITE ||
      !may_have_state(pq_entity_at(r, n->entity))) {
    return PQ_OK;
  }
  const pq_site_mention *const m = &r->sites.at[next->first];
  if (!m->mutant.len) return PQ_OK;
  pq_entity e = *pq_entity_at(r, n->entity);
  e.of = n->entity;
  e.label = (pq_view){"", 0};
  /* "EGFR L858R and T790M mutants": none of them is the wild type */
  e.mutant = next->n == 1 ? m->mutant : PQ_LIT("mutant");
  n->span.end = m->span.end;
  n->reach.end = m->span.end;
  return pq_store_entity(r, &e, &n->entity);
}

pq_status pq_named_state(pq_parse *p, const pq_chunk *c, uint32_t unit,
                         pq_named *n) {
  pq_status st = PQ_OK;
  PQ_TRY(st, apply_mutant(p, c, unit, n));
  return apply_state(p, c, unit, n);
}
