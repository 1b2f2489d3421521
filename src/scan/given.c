#include "given.h"

/* What the types of the corpora are, where a name is in no lexicon.  All others
 * are things without a kind: they act and are acted on. */
static const struct {
  pq_view type;
  pq_entity_kind kind;
} kinds[] = {
    {PQ_LIT_INIT("Cellular_component"), PQ_ENTITY_PLACE},
    {PQ_LIT_INIT("Simple_chemical"), PQ_ENTITY_MOLECULE},
    {PQ_LIT_INIT("Cell"), PQ_ENTITY_CELL},
    {PQ_LIT_INIT("Cancer"), PQ_ENTITY_CELL},
    {PQ_LIT_INIT("Tissue"), PQ_ENTITY_CELL},
    {PQ_LIT_INIT("Organ"), PQ_ENTITY_CELL},
    {PQ_LIT_INIT("Multi-tissue_structure"), PQ_ENTITY_CELL},
    {PQ_LIT_INIT("Developing_anatomical_structure"), PQ_ENTITY_CELL},
    {PQ_LIT_INIT("Pathological_formation"), PQ_ENTITY_CELL},
    {PQ_LIT_INIT("Organism"), PQ_ENTITY_SPECIES},
};

static pq_entity_kind kind_of(pq_view type) {
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; ++i) {
    if (pq_view_same(type, kinds[i].type)) return kinds[i].kind;
  }
  return PQ_ENTITY_UNGROUNDED;
}

/* May a name of this type mean what the lexicon says? */
static bool agrees(pq_entity_kind given, pq_entity_kind known) {
  switch (known) {
  case PQ_ENTITY_PROTEIN:
  case PQ_ENTITY_GENE:
  case PQ_ENTITY_FAMILY:
  case PQ_ENTITY_COMPLEX:
  case PQ_ENTITY_FUSION: return given == PQ_ENTITY_UNGROUNDED;
  case PQ_ENTITY_MOLECULE:
  case PQ_ENTITY_DRUG: return given == PQ_ENTITY_MOLECULE;
  default: return given == known;
  }
}

/* "STAT3 gene expression": what happens to a given name, and no process. */
static bool happens_to(const pq_line *l, const pq_mention *m) {
  return pq_line_lists(l, pq_mention_end(l, m) - 1, PQ_LIST_DONE_TO);
}

/* Is it a name that says nothing of who acts? */
static bool may_stay(const pq_line *l, const pq_mention *m) {
  const pq_record *const r = l->r;
  switch (pq_entity_at(r, m->entity)->kind) {
  case PQ_ENTITY_PROCESS: return !happens_to(l, m);
  case PQ_ENTITY_PLACE:
  case PQ_ENTITY_CELL:
  case PQ_ENTITY_SPECIES:
  case PQ_ENTITY_CLASS: return true;
  default: return false;
  }
}

static bool touches(const pq_mention *m, pq_span span) {
  return m->span.begin < span.end && span.begin < m->span.end;
}

/* The found name of the same words, if it may be what is given. */
static pq_entity_id found_entity(const pq_scanner *s, const pq_given *g) {
  const pq_entity_kind given = kind_of(g->type);
  for (uint32_t i = 0; i < s->found.n; ++i) {
    const pq_mention *const m = &s->found.at[i];
    if (m->span.begin == g->span.begin && m->span.end == g->span.end &&
        agrees(given, pq_entity_at(s->l->r, m->entity)->kind)) {
      return m->entity;
    }
  }
  return 0;
}

static pq_status unknown_entity(const pq_scanner *s, const pq_given *g,
                                pq_entity_id *out) {
  const pq_entity e = {.kind = kind_of(g->type),
                       .label = pq_span_text(s->l->text, g->span)};
  return pq_store_entity(s->l->r, &e, out);
}

/* Is it all a residue: "Ser-241"?  Then it is a site, and no thing. */
static bool is_site(const pq_scanner *s, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; ++i) {
    if (!s->taken[i]) return false;
  }
  return end > begin;
}

/* "a conserved threonine": a site, in text order. */
static pq_status add_residue(const pq_scanner *s, uint32_t token,
                             char residue) {
  const pq_line *const l = s->l;
  pq_record *const r = l->r;
  const pq_site_mention m = {.span = l->at[token].span,
                             .sentence = l->id,
                             .token = l->first + token,
                             .n_tokens = 1,
                             .site = {residue, 0}};
  PQ_PUSH(r->arena, &r->sites, m);
  uint32_t k = r->sites.n - 1;
  for (; k > 0 && r->sites.at[k - 1].sentence == l->id &&
         r->sites.at[k - 1].token > m.token;
       --k) {
    r->sites.at[k] = r->sites.at[k - 1];
  }
  r->sites.at[k] = m;
  return PQ_OK;
}

static pq_status add_given(pq_scanner *s, uint32_t index, pq_mention *out,
                           uint32_t *n) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  const pq_given *const g = &l->r->given.at[index];
  uint32_t begin = 0;
  while (begin < l->n && l->at[begin].span.begin < g->span.begin) {
    ++begin;
  }
  uint32_t end = begin;
  while (end < l->n && l->at[end].span.end <= g->span.end) {
    ++end;
  }
  if (end == begin || is_site(s, begin, end)) return PQ_OK;
  const char residue =
      pq_lexicon_residue(s->lex, pq_span_text(l->text, g->span));
  if (end == begin + 1 && residue) return add_residue(s, begin, residue);
  /* Of names that overlap the first one stands. */
  if (*n && out[*n - 1].token + out[*n - 1].n_tokens > l->first + begin) {
    return PQ_OK;
  }
  pq_mention m = {.span = g->span,
                  .sentence = l->id,
                  .token = l->first + begin,
                  .n_tokens = end - begin,
                  .entity = found_entity(s, g),
                  .given = index + 1};
  if (!m.entity) PQ_TRY(st, unknown_entity(s, g, &m.entity));
  out[(*n)++] = m;
  return PQ_OK;
}

/* The given names that stand in the sentence: [first, behind). */
static void range_of(const pq_line *l, uint32_t *first, uint32_t *behind) {
  const pq_record *const r = l->r;
  const pq_span span = r->sentences.at[l->id].span;
  uint32_t i = 0;
  while (i < r->given.n && r->given.at[i].span.begin < span.begin) {
    ++i;
  }
  *first = i;
  while (i < r->given.n && r->given.at[i].span.begin < span.end) {
    ++i;
  }
  *behind = i;
}

static bool is_free(const pq_mention *m, const pq_mention *given, uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) {
    if (touches(m, given[i].span)) return false;
  }
  return true;
}

/* Found names that may stay and given ones, in text order. */
static pq_status merge(pq_scanner *s, const pq_mention *given, uint32_t n) {
  pq_record *const r = s->l->r;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < s->found.n; ++i) {
    const pq_mention m = s->found.at[i];
    if (may_stay(s->l, &m) && is_free(&m, given, n)) s->found.at[kept++] = m;
  }
  s->found.n = kept;
  for (uint32_t i = 0; i < n; ++i) {
    PQ_PUSH(r->arena, &s->found, given[i]);
    uint32_t k = s->found.n - 1;
    for (; k > 0 && s->found.at[k - 1].token > given[i].token; --k) {
      s->found.at[k] = s->found.at[k - 1];
    }
    s->found.at[k] = given[i];
  }
  return PQ_OK;
}

/* A site within a given name is part of it. */
static void drop_sites(const pq_scanner *s, const pq_mention *given,
                       uint32_t n) {
  pq_record *const r = s->l->r;
  uint32_t kept = pq_first_site(r, s->l->id);
  for (uint32_t i = kept; i < r->sites.n; ++i) {
    const pq_site_mention *const m = &r->sites.at[i];
    bool within = false;
    for (uint32_t k = 0; k < n && m->sentence == s->l->id; ++k) {
      within = within || touches(&given[k], m->span);
    }
    if (!within) r->sites.at[kept++] = *m;
  }
  r->sites.n = kept;
}

pq_status pq_given_scan(pq_scanner *s) {
  pq_status st = PQ_OK;
  uint32_t first = 0;
  uint32_t behind = 0;
  uint32_t n = 0;
  range_of(s->l, &first, &behind);
  pq_mention *const given =
      pq_arena_take(s->l->r->arena, (behind - first + 1) * sizeof *given);
  if (!given) return s->l->r->arena->status;
  for (uint32_t i = first; i < behind; ++i) {
    PQ_TRY(st, add_given(s, i, given, &n));
  }
  drop_sites(s, given, n);
  return merge(s, given, n);
}
