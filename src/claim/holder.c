/* What has sites for whom: "the TIGAR gene contains two TP53 binding sites",
 * "CIT has a RHOA-binding domain", "FLNA is an actin-binding protein".  They
 * bind.
 *
 *   the TIGAR gene | contains | two TP53 binding sites
 *   owner            verb       name word    place
 */
#include "draft.h"

/* The words, as chunks and units. */
typedef struct holder {
  uint32_t owner, group; /* chunks */
  uint32_t name, word;   /* units */
} holder;

/* The unit of "binding" before the last word of the group of three units at
 * least, if that means one of these; 0 none. */
static uint32_t binding_in(const pq_parse *p, const pq_chunk *c,
                           const pq_meanings *these) {
  const uint32_t last = c->end - 1;
  if (c->negated || !(p->units.at[last - 1].forms & PQ_FORM_ING) ||
      !pq_unit_means(p, last - 1, PQ_M_DOCKING)) {
    return 0;
  }
  return pq_unit_means_any(p, last, these) ? last - 1 : 0;
}

/* Has it what stands behind it, and says no more: "contains", "has"? */
static bool has(const pq_parse *p, uint32_t verb) {
  const pq_chunk *const c = &p->chunks.at[verb];
  if (c->kind != PQ_CHUNK_VERB || c->hit || c->negated ||
      c->form != PQ_VERB_FINITE) {
    return false;
  }
  return (p->units.at[c->end - 1].classes & PQ_W_HAVE) ||
         pq_unit_means(p, c->end - 1, PQ_M_OFFERING);
}

/* The group of names before the verb, if nothing but "of" leads to it from
 * where the clause begins; 0 none. */
static uint32_t owner_of(const pq_parse *p, uint32_t verb) {
  uint32_t i = verb - 1;
  const uint32_t owner = i;
  while (pq_chunk_is(p, i, PQ_CHUNK_NOUN) &&
         pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[i - 1].begin, "of")) {
    i -= 2;
  }
  const bool begins = i == 1 || pq_chunk_is(p, i - 1, PQ_CHUNK_STOP) ||
                      pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA) ||
                      pq_chunk_is(p, i - 1, PQ_CHUNK_SUBORDINATE);
  const pq_chunk *const c = &p->chunks.at[owner];
  return begins && pq_chunk_is(p, i, PQ_CHUNK_NOUN) && c->name_end && !c->hit &&
                 !c->prior
             ? owner
             : 0;
}

/* Is it a thing that is known, and no place? */
static bool can_bind(const pq_parse *p, uint32_t unit) {
  const pq_unit *const u = &p->units.at[unit];
  if (u->kind != PQ_UNIT_NAME || u->n != 1) return false;
  switch (pq_entity_at(p->r, p->r->mentions.at[u->first].entity)->kind) {
  case PQ_ENTITY_PLACE:
  case PQ_ENTITY_PROCESS:
  case PQ_ENTITY_PATHWAY:
  case PQ_ENTITY_SPECIES:
  case PQ_ENTITY_CELL:
  case PQ_ENTITY_CLASS:
  case PQ_ENTITY_UNGROUNDED: return false;
  default: return true;
  }
}

/* "X is | an actin-binding protein", "X, | an actin-binding protein": X; 0
 * none. */
static uint32_t named_so(const pq_parse *p, uint32_t group) {
  const uint32_t before = group - 1;
  if (pq_chunk_is(p, before, PQ_CHUNK_VERB)) {
    const pq_chunk *const c = &p->chunks.at[before];
    return c->copula && !c->negated ? owner_of(p, before) : 0;
  }
  const pq_chunk *const c = &p->chunks.at[before - 1];
  const bool apposed = pq_chunk_is(p, before, PQ_CHUNK_COMMA) &&
                       c->kind == PQ_CHUNK_NOUN && c->name_end && !c->hit &&
                       !p->chunks.at[group].prior && !c->next && !c->prior;
  return apposed ? before - 1 : 0;
}

/* Who has it: of sites, or being one. */
static uint32_t owner_by(const pq_parse *p, uint32_t group, uint32_t *word) {
  const pq_chunk *const c = &p->chunks.at[group];
  const pq_meanings sites = PQ_MEANINGS(PQ_M_ELEMENT, PQ_M_STRETCH);
  const pq_meanings proteins = PQ_MEANINGS(PQ_M_PROTEIN);
  *word = binding_in(p, c, &sites);
  if (*word) return has(p, group - 1) ? owner_of(p, group - 1) : 0;
  *word = binding_in(p, c, &proteins);
  return *word ? named_so(p, group) : 0;
}

/* "The calcium-binding protein S100A8": it does; false: no such group. */
static bool find_named(const pq_parse *p, uint32_t group, holder *out) {
  const pq_chunk *const c = &p->chunks.at[group];
  /* "protein S100A8" is a name as well */
  const bool whole = pq_view_alike(
      pq_view_head(pq_unit_text(p, c->name_begin), 8), PQ_LIT("protein "));
  const uint32_t between = whole ? 1 : 2;
  if (!c->name_end || c->name_begin < c->begin + between + 2) return false;
  const uint32_t word = c->name_begin - between;
  const uint32_t name = word - 2;
  if (c->negated || !(p->units.at[word].forms & PQ_FORM_ING) ||
      !pq_unit_means(p, word, PQ_M_DOCKING) ||
      !(whole || pq_unit_means(p, word + 1, PQ_M_PROTEIN)) ||
      !pq_unit_is_mark(p, word - 1, '-') || !can_bind(p, name) ||
      !pq_unit_is_kind(p, c->name_begin, PQ_ENTITY_PROTEIN)) {
    return false;
  }
  *out = (holder){.owner = group, .group = group, .name = name, .word = word};
  return true;
}

static bool find(const pq_parse *p, uint32_t group, holder *out) {
  const pq_chunk *const c = &p->chunks.at[group];
  if (find_named(p, group, out)) return true;
  const pq_chunk_kind before = p->chunks.at[group - 1].kind;
  if (before != PQ_CHUNK_VERB && before != PQ_CHUNK_COMMA) return false;
  uint32_t word = 0;
  const uint32_t owner = owner_by(p, group, &word);
  if (!owner) return false;
  const uint32_t name = word - (pq_unit_is_mark(p, word - 1, '-') ? 2 : 1);
  *out = (holder){.owner = owner, .group = group, .name = name, .word = word};
  return name >= c->begin && can_bind(p, name);
}

static pq_status put(pq_parse *p, const holder *h, const pq_trigger *t) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_hit_new(p, t, h->group, h->word, PQ_NOMINAL));
  p->hits.at[p->hits.n - 1].said = true;
  pq_hit_add(p, p->hits.n - 1,
             (pq_arg){.role = PQ_AS_THEME, .chunk = h->owner, .all = true});
  pq_hit_add(p, p->hits.n - 1,
             (pq_arg){.role = PQ_AS_PARTNER,
                      .chunk = h->group,
                      .begin = h->name,
                      .end = h->name + 1});
  return PQ_OK;
}

pq_status pq_holder_read(pq_parse *p) {
  pq_status st = PQ_OK;
  if (!p->holds || p->r->wants_happenings) return PQ_OK;
  const pq_trigger *const t = pq_noun_rule(p, PQ_LIT("docking-site"));
  for (uint32_t i = 1; t && i < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind != PQ_CHUNK_NOUN || c->hit || c->begin + 3 > c->end) continue;
    holder h = {0};
    if (find(p, i, &h)) PQ_TRY(st, put(p, &h, t));
  }
  return PQ_OK;
}
