/* What a participle behind a dash says of the name that follows it:
 *
 *   LCK-phosphorylated ZAP70    LCK phosphorylates ZAP70
 *   GRB2-bound SOS1             they bind
 *   centrosome-associated AURKA it is there
 *   FAS-induced apoptosis       FAS leads to it
 * All of it is taken for granted, and the name is in that state: named_state.c.
 */
#include "draft.h"

/* The words of "X-done Y", as units. */
typedef struct dashed {
  uint32_t before, word, name;
  const pq_trigger *trigger;
} dashed;

static pq_entity_kind kind_at(const pq_parse *p, uint32_t unit) {
  const pq_mention *const m = &p->r->mentions.at[p->units.at[unit].first];
  return pq_entity_at(p->r, m->entity)->kind;
}

/* Is it a protein or what is made of proteins? */
static bool is_protein(const pq_parse *p, uint32_t unit) {
  const pq_entity_kind k = kind_at(p, unit);
  return k == PQ_ENTITY_PROTEIN || k == PQ_ENTITY_FAMILY ||
         k == PQ_ENTITY_COMPLEX || k == PQ_ENTITY_FUSION;
}

const pq_trigger *pq_dashed_trigger(const pq_parse *p, uint32_t begin,
                                    uint32_t word) {
  const pq_unit *const u = &p->units.at[word];
  if (word < begin + 2 || !u->compound || !u->verb ||
      !(u->forms & (PQ_FORM_ED | PQ_FORM_EN)) ||
      !pq_unit_is_mark(p, word - 1, '-')) {
    return NULL;
  }
  const pq_trigger *const t = &p->g->triggers.at[u->verb];
  return t->type == PQ_TRIGGER_EVENT ? t : NULL;
}

/* "TNFR-associated factor (TRAF)": the name of a whole name. */
static bool is_bracketed(const pq_parse *p, uint32_t unit) {
  const uint32_t begin = p->units.at[unit].span.begin;
  return begin && pq_mark_brackets(p->text.ptr[begin - 1]);
}

uint32_t pq_dashed_name(const pq_parse *p, const pq_chunk *c, uint32_t word) {
  uint32_t i = word + 1;
  while (i < c->end && p->units.at[i].kind == PQ_UNIT_WORD &&
         (p->units.at[i].classes & PQ_W_GENERIC)) {
    ++i;
  }
  /* "p53-associated PRKN-like protein" is neither */
  const bool on = pq_unit_is_mark(p, i + 1, '-') && pq_unit_at(p, i + 1)->glued;
  return i < c->end && p->units.at[i].kind == PQ_UNIT_NAME && !on &&
                 !is_bracketed(p, i)
             ? i
             : 0;
}

static bool find(const pq_parse *p, const pq_chunk *c, uint32_t word,
                 dashed *out) {
  const pq_trigger *const t = pq_dashed_trigger(p, c->begin, word);
  /* "IL6-activated STAT3 phosphorylation": the noun takes it */
  const bool of_noun = c->hit && p->units.at[word].compound != UINT32_MAX;
  if (!t || of_noun || p->units.at[word - 2].kind != PQ_UNIT_NAME) return false;
  const uint32_t name = pq_dashed_name(p, c, word);
  *out = (dashed){.before = word - 2, .word = word, .name = name, .trigger = t};
  return name && p->units.at[name].n == 1 && is_protein(p, name);
}

/* What the name before the dash is to what is done. */
static pq_frame_role role_of(const pq_parse *p, const dashed *d) {
  uint32_t at = 0;
  const pq_frame_row *const row =
      pq_rules_slot(p->g, d->trigger->frame, PQ_PASSIVE, PQ_LIT("by"), &at);
  return row ? row->role : PQ_AS_NONE;
}

const pq_trigger *pq_dashed_locating(const pq_parse *p) {
  for (uint32_t i = 1; i < p->g->triggers.n; ++i) {
    const pq_trigger *const t = &p->g->triggers.at[i];
    if (t->type == PQ_TRIGGER_STATE && t->relation == PQ_REL_LOCATED_IN) {
      return t;
    }
  }
  return NULL;
}

static pq_status put(pq_parse *p, uint32_t chunk, const dashed *d,
                     const pq_trigger *t, pq_frame_role role) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_hit_new(p, t, chunk, d->word, PQ_NOMINAL));
  pq_hit_add(p, p->hits.n - 1,
             (pq_arg){.role = PQ_AS_THEME,
                      .chunk = chunk,
                      .begin = d->name,
                      .end = d->name + 1});
  pq_hit_add(p, p->hits.n - 1,
             (pq_arg){.role = role,
                      .chunk = chunk,
                      .begin = d->before,
                      .end = d->before + 1,
                      .how = p->units.at[d->word].span,
                      .relation =
                          role == PQ_AS_AGENT ? PQ_REL_DIRECT : PQ_REL_UPSTREAM,
                      .polarity = PQ_POSITIVE});
  return PQ_OK;
}

/* What is done is done to the bare thing, not to what it is afterwards. */
static pq_status put_bare(pq_parse *p, uint32_t chunk, const dashed *d,
                          pq_frame_role role) {
  pq_status st = PQ_OK;
  PQ_TRY(st, put(p, chunk, d, d->trigger, role));
  p->bare = true;
  st = pq_event_make(p, p->hits.n - 1, 0);
  p->bare = false;
  return st;
}

static pq_status read_word(pq_parse *p, uint32_t chunk, uint32_t word) {
  dashed d = {0};
  if (!find(p, &p->chunks.at[chunk], word, &d)) return PQ_OK;
  if (kind_at(p, d.before) == PQ_ENTITY_PLACE) {
    const bool binds = p->r->kinds[d.trigger->kind].binding;
    const pq_trigger *const t = binds ? pq_dashed_locating(p) : NULL;
    return t ? put(p, chunk, &d, t, PQ_AS_IN) : PQ_OK;
  }
  const pq_frame_role role = role_of(p, &d);
  /* "SLE-associated TLR7": of a disease, maybe */
  const bool unknown =
      role == PQ_AS_PARTNER && kind_at(p, d.before) == PQ_ENTITY_UNGROUNDED;
  return role == PQ_AS_NONE || unknown ? PQ_OK : put_bare(p, chunk, &d, role);
}

/* The verb that says what "-induced", "-mediated" or "-dependent" says of a
 * process; NULL if the grammar has none. */
static const pq_trigger *verb_of(const pq_parse *p, const pq_compound *c) {
  const pq_view verb = c->relation == PQ_REL_DEPENDS_ON ? PQ_LIT("depend")
                       : c->relation == PQ_REL_DIRECT   ? PQ_LIT("mediate")
                                                        : PQ_LIT("promote");
  return c->negated ? NULL : pq_rules_verb(p->g, verb);
}

/* "JAK2-induced apoptosis": it leads to the process. */
static pq_status read_process(pq_parse *p, uint32_t chunk, uint32_t word) {
  const pq_unit *const u = &p->units.at[word];
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (!u->compound || u->compound == UINT32_MAX || word < c->begin + 2 ||
      p->units.at[word - 2].kind != PQ_UNIT_NAME || c->hit) {
    return PQ_OK;
  }
  const uint32_t name = pq_dashed_name(p, c, word);
  const pq_compound *const how = &p->g->compounds.at[u->compound - 1];
  const pq_trigger *const t = verb_of(p, how);
  if (!t || !name || kind_at(p, name) != PQ_ENTITY_PROCESS) return PQ_OK;
  const dashed d = {
      .before = word - 2, .word = word, .name = name, .trigger = t};
  return put(p, chunk, &d, t,
             how->relation == PQ_REL_DEPENDS_ON ? PQ_AS_DEPENDS : PQ_AS_AGENT);
}

pq_status pq_dashed_read(pq_parse *p) {
  pq_status st = PQ_OK;
  if (p->r->wants_happenings) return PQ_OK; /* annotation reads them itself */
  for (uint32_t c = pq_first_noun(p); c; c = p->chunks.at[c].noun_behind) {
    for (uint32_t i = p->chunks.at[c].begin + 2; i < p->chunks.at[c].end; ++i) {
      if (p->units.at[i].compound) PQ_TRY(st, read_word(p, c, i));
      if (p->units.at[i].compound) PQ_TRY(st, read_process(p, c, i));
    }
  }
  return PQ_OK;
}
