#include "compose.h"

enum {
  PARTS_MOST = PQ_MEMBERS_MOST
};

typedef enum bond {
  BOND_NONE,
  BOND_COLON,
  BOND_FUSION,
  BOND_DASH
} bond;

/* "GTP-bound RAS": the form of RAS that acts.  "PRLR-bound STAT5" is STAT5, and
 * "RAS-bound GTP" is GTP. */
static bool is_loaded(const pq_line *l, const pq_mention *a,
                      const pq_mention *b) {
  const uint32_t from = pq_mention_end(l, a);
  return pq_mention_begin(l, b) == from + 2 && pq_line_dash(l, from) &&
         pq_line_glued(l, from) && pq_line_glued(l, from + 1) &&
         pq_line_says(l, from + 1, "bound") &&
         pq_entity_at(l->r, a->entity)->kind == PQ_ENTITY_MOLECULE &&
         pq_mention_is_thing(l->r, b);
}

/* "PDXK:2xZn2+": how many of the next there are. */
static bool is_copies(const pq_line *l, uint32_t i) {
  const pq_view w = i < l->n ? pq_line_word(l, i) : (pq_view){"", 0};
  return w.len > 1 && w.ptr[w.len - 1] == 'x' && pq_is_digit(w.ptr[0]);
}

/* What ties the mentions a and b together, with no space but behind "bound". */
static bond bond_between(const pq_line *l, const pq_mention *a,
                         const pq_mention *b) {
  const uint32_t from = pq_mention_end(l, a);
  const uint32_t to = pq_mention_begin(l, b);
  if (b->said == PQ_SAID_MEMBER) return BOND_NONE; /* "AKT1-3" */
  if (is_loaded(l, a, b)) return BOND_COLON;
  if (to <= from || !pq_line_glued(l, to)) return BOND_NONE;
  for (uint32_t i = from; i < to; ++i) {
    if (!pq_line_glued(l, i)) return BOND_NONE;
  }
  const bool copies = to == from + 2 && is_copies(l, from + 1);
  if ((copies || to == from + 1) && pq_line_mark(l, from, ':')) {
    return BOND_COLON;
  }
  if (to == from + 1 && pq_line_dash(l, from)) return BOND_DASH;
  if (to == from + 2 && pq_line_mark(l, from, ':') &&
      pq_line_mark(l, from + 1, ':')) {
    return BOND_FUSION;
  }
  return BOND_NONE;
}

static bool may_bond(const pq_record *r, const pq_mention *m) {
  const pq_entity_kind k = pq_entity_at(r, m->entity)->kind;
  return pq_mention_is_thing(r, m) || k == PQ_ENTITY_MOLECULE ||
         k == PQ_ENTITY_DRUG;
}

static bool all_molecules(const pq_scanner *s, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; ++i) {
    const pq_entity *const e = pq_entity_at(s->l->r, s->found.at[i].entity);
    if (e->kind != PQ_ENTITY_MOLECULE) return false;
  }
  return true;
}

/* Do words by the pair make "A-B" a fusion?  Only close by: the translocation
 * of SMAD3-SMAD4 to the nucleus, or a fusion named elsewhere in the sentence,
 * tells nothing of it. */
static bool says_fusion(const pq_line *l, uint32_t begin, uint32_t end) {
  static const char *const behind[] = {"rearrangement", "rearrangements"};
  enum {
    NEAR = 2 /* "oncogenic fusion proteins A-B", "A-B oncogenic fusion" */
  };
  const uint32_t from = begin > NEAR + 1 ? begin - NEAR - 1 : 0;
  for (uint32_t i = from; i < end + NEAR && i < l->n; ++i) {
    if (pq_line_lists(l, i, PQ_LIST_FUSION)) return true;
  }
  return pq_line_says(l, end, behind[0]) || pq_line_says(l, end, behind[1]);
}

static pq_view id_of(const pq_record *r, const pq_mention *m) {
  return pq_entity_at(r, pq_entity_base(r, m->entity))->id;
}

static bool is_fusion(const pq_scanner *s, const pq_mention *a,
                      const pq_mention *b, bond how) {
  if (how == BOND_FUSION) return true;
  pq_concept c;
  bool exact = false;
  const pq_record *const r = s->l->r;
  if (!id_of(r, a).len || !id_of(r, b).len) return false;
  const bool listed =
      pq_lexicon_fusion(s->lex, id_of(r, a), id_of(r, b), &c, &exact);
  return listed ||
         says_fusion(s->l, pq_mention_begin(s->l, a), pq_mention_end(s->l, b));
}

/* Make mentions [i, end) one mention of `entity`. */
static void fold(pq_scanner *s, uint32_t i, uint32_t end, pq_entity_id entity) {
  pq_mention *const m = &s->found.at[i];
  const pq_mention *const last = &s->found.at[end - 1];
  m->span.end = last->span.end;
  m->n_tokens = last->token + last->n_tokens - m->token;
  m->entity = entity;
  m->said = PQ_SAID_COMPOSED;
  m->effect = PQ_EFFECT_NONE;
  const uint32_t gone = end - i - 1;
  for (uint32_t k = end; k < s->found.n; ++k) {
    s->found.at[k - gone] = s->found.at[k];
  }
  s->found.n -= gone;
}

static int order_ids(const pq_record *r, pq_entity_id a, pq_entity_id b) {
  const pq_entity *const x = pq_entity_at(r, a);
  const pq_entity *const y = pq_entity_at(r, b);
  const int c = pq_view_order(x->accession.len ? x->accession : x->id,
                              y->accession.len ? y->accession : y->id);
  return c ? c : (a > b) - (a < b);
}

static pq_status make_whole(pq_scanner *s, uint32_t i, uint32_t end,
                            pq_entity_kind kind) {
  pq_status st = PQ_OK;
  pq_record *const r = s->l->r;
  pq_entity_id *const members =
      pq_arena_take(r->arena, (end - i) * sizeof *members);
  if (!members) return r->arena->status;
  for (uint32_t k = i; k < end; ++k) {
    const pq_entity_id id = s->found.at[k].entity;
    uint32_t at = k - i;
    for (; kind == PQ_ENTITY_COMPLEX && at > 0 &&
           order_ids(r, members[at - 1], id) > 0;
         --at) {
      members[at] = members[at - 1];
    }
    members[at] = id;
  }
  const pq_entity e = {.kind = kind, .members = members, .n_members = end - i};
  pq_entity_id id = 0;
  PQ_TRY(st, pq_store_entity(r, &e, &id));
  fold(s, i, end, id);
  return PQ_OK;
}

static pq_status make_unknown(pq_scanner *s, uint32_t i, uint32_t end) {
  pq_status st = PQ_OK;
  const pq_span span = {s->found.at[i].span.begin,
                        s->found.at[end - 1].span.end};
  pq_entity_id id = 0;
  PQ_TRY(st, pq_store_unknown(s->l->r, pq_span_text(s->l->text, span), &id));
  fold(s, i, end, id);
  s->found.at[i].said = PQ_SAID_UNKNOWN;
  return PQ_OK;
}

static bool all_grounded(const pq_scanner *s, uint32_t i, uint32_t end) {
  for (uint32_t k = i; k < end; ++k) {
    if (pq_entity_at(s->l->r, s->found.at[k].entity)->kind ==
        PQ_ENTITY_UNGROUNDED) {
      return false;
    }
  }
  return true;
}

/* Does what follows tell of two, "A-B binding", rather than of a pair? */
static bool says_both(const pq_scanner *s, uint32_t end) {
  const uint32_t at = pq_mention_end(s->l, &s->found.at[end - 1]);
  return pq_line_lists(s->l, at, PQ_LIST_OF_TWO);
}

/* From mention i, as far as bonds of one kind reach. */
static pq_status bond_from(pq_scanner *s, uint32_t i) {
  const pq_line *const l = s->l;
  const pq_record *const r = l->r;
  uint32_t end = i + 1;
  bond how = BOND_NONE;
  while (end < s->found.n && end - i < PARTS_MOST &&
         may_bond(r, &s->found.at[end - 1]) && may_bond(r, &s->found.at[end])) {
    const bond now = bond_between(l, &s->found.at[end - 1], &s->found.at[end]);
    if (now == BOND_NONE || (how != BOND_NONE && now != how)) break;
    how = now;
    ++end;
  }
  if (end == i + 1) return PQ_OK;
  if (end == i + 2 && is_fusion(s, &s->found.at[i], &s->found.at[i + 1], how) &&
      pq_mention_is_thing(r, &s->found.at[i + 1]) && how != BOND_COLON) {
    return make_whole(s, i, end, PQ_ENTITY_FUSION);
  }
  /* A dash between names that nobody knows is more often a hyphen. */
  if (how == BOND_DASH && !all_grounded(s, i, end)) return PQ_OK;
  /* "CDP-choline" is one molecule, not two that hold together. */
  if (how == BOND_DASH && all_molecules(s, i, end)) {
    return make_unknown(s, i, end);
  }
  /* Annotation marks each in "TSC1-TSC2 binding". */
  if (how == BOND_DASH && r->wants_happenings && says_both(s, end)) {
    return PQ_OK;
  }
  return make_whole(s, i, end, PQ_ENTITY_COMPLEX);
}

/* "ALK fusion proteins", "ALK fusions", "NPM1-ALK fusion protein". */
static pq_status fusion_noun(pq_scanner *s, uint32_t i) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  pq_mention *const m = &s->found.at[i];
  uint32_t end = pq_mention_end(l, m);
  const bool known = pq_entity_at(l->r, m->entity)->kind == PQ_ENTITY_FUSION;
  if (pq_line_says(l, end, "fusion") || pq_line_says(l, end, "fusions")) {
    ++end;
  } else if (!known) {
    return PQ_OK;
  }
  if (pq_line_says(l, end, "protein") || pq_line_says(l, end, "proteins") ||
      pq_line_says(l, end, "kinase") || pq_line_says(l, end, "kinases")) {
    ++end;
  }
  m->n_tokens = end - pq_mention_begin(l, m);
  m->span.end = l->at[end - 1].span.end;
  if (known) return PQ_OK;
  pq_entity_id *const member = pq_arena_take(l->r->arena, sizeof *member);
  if (!member) return l->r->arena->status;
  *member = m->entity;
  const pq_entity e = {
      .kind = PQ_ENTITY_FUSION, .members = member, .n_members = 1};
  PQ_TRY(st, pq_store_entity(l->r, &e, &m->entity));
  m->said = PQ_SAID_COMPOSED;
  return PQ_OK;
}

pq_status pq_compose_bonds(pq_scanner *s) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < s->found.n; ++i) {
    PQ_TRY(st, bond_from(s, i));
    if (pq_mention_is_thing(s->l->r, &s->found.at[i])) {
      PQ_TRY(st, fusion_noun(s, i));
    }
  }
  return PQ_OK;
}

/* Words that make a pathway of the name before them.  `*plural` says that they
 * make one of each name in a list. */
static bool pathway_noun(const pq_line *l, uint32_t i, bool *plural) {
  const bool signal = pq_line_says(l, i, "signaling") ||
                      pq_line_says(l, i, "signalling") ||
                      pq_line_says(l, i, "signal");
  uint32_t k = i + (signal ? 1 : 0);
  if (signal && pq_line_says(l, k, "transduction")) ++k;
  *plural = pq_line_says(l, k, "pathways") || pq_line_says(l, k, "cascades");
  if (*plural || pq_line_says(l, k, "pathway") ||
      pq_line_says(l, k, "cascade") || pq_line_says(l, k, "axis")) {
    return true;
  }
  return signal && !pq_line_says(l, i, "signal");
}

static bool only_joints(const pq_line *l, uint32_t from, uint32_t to) {
  for (uint32_t k = from; k < to; ++k) {
    if (!pq_line_mark(l, k, ',') && !pq_line_mark(l, k, '/') &&
        !pq_line_says(l, k, "and") && !pq_line_says(l, k, "or") &&
        !pq_line_mark(l, k, '&') && !pq_line_dash(l, k)) {
      return false;
    }
  }
  return true;
}

static bool is_pathway(const pq_scanner *s, uint32_t i) {
  return pq_entity_at(s->l->r, s->found.at[i].entity)->kind ==
         PQ_ENTITY_PATHWAY;
}

/* The first mention of the list that ends with mention i. */
static uint32_t list_begin(const pq_scanner *s, uint32_t i) {
  const pq_line *const l = s->l;
  while (i > 0 &&
         (pq_mention_is_thing(l->r, &s->found.at[i - 1]) ||
          is_pathway(s, i - 1)) &&
         only_joints(l, pq_mention_end(l, &s->found.at[i - 1]),
                     pq_mention_begin(l, &s->found.at[i]))) {
    --i;
  }
  return i;
}

static pq_status join_after(const pq_scanner *s, const pq_entity_id *things,
                            uint32_t n, pq_entity *e) {
  pq_view ids[8];
  pq_view labels[8];
  uint32_t k = 0;
  for (uint32_t i = 0; i < n && i < 4; ++i, k += 2) {
    const pq_entity *const thing = pq_entity_at(s->l->r, things[i]);
    ids[k] = thing->id;
    labels[k] = thing->label;
    ids[k + 1] = PQ_LIT("|");
    labels[k + 1] = PQ_LIT("-");
    e->after_entity[i] = things[i];
  }
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_arena_join(s->l->r->arena, ids, k - 1, &e->after));
  labels[k - 1] = PQ_LIT(" pathway");
  return pq_arena_join(s->l->r->arena, labels, k, &e->label);
}

/* The pathway named after these things, listed or not. */
static pq_status pathway_of(const pq_scanner *s, const pq_entity_id *things,
                            uint32_t n, pq_entity_id *out) {
  pq_status st = PQ_OK;
  pq_entity e = {.kind = PQ_ENTITY_PATHWAY};
  PQ_TRY(st, join_after(s, things, n, &e));
  pq_pathway row;
  if (pq_lexicon_pathway(s->lex, e.after, &row)) {
    e.id = row.id;
    e.label = row.label;
    e.close = row.close_match;
    return pq_store_entity(s->l->r, &e, out);
  }
  const pq_view stem = pq_view_head(e.label, e.label.len - 8);
  const pq_view pieces[] = {PQ_LIT("PQ:pathway."), stem};
  PQ_TRY(st, pq_arena_join(s->l->r->arena, pieces, 2, &e.id));
  return pq_store_entity(s->l->r, &e, out);
}

static bool is_named(const pq_scanner *s, const pq_mention *m) {
  const pq_entity *const e = pq_entity_at(s->l->r, m->entity);
  return (e->kind == PQ_ENTITY_PROTEIN || e->kind == PQ_ENTITY_FAMILY ||
          e->kind == PQ_ENTITY_COMPLEX || e->kind == PQ_ENTITY_MOLECULE) &&
         e->id.len && e->label.len && !e->of;
}

static bool is_targets(const pq_scanner *s, uint32_t i) {
  const pq_entity *const e = pq_entity_at(s->l->r, s->found.at[i].entity);
  return e->kind == PQ_ENTITY_GROUP &&
         pq_view_same(e->id, PQ_LIT("PQ:genes.target"));
}

/* The group of the targets of a thing. */
static pq_status group_of(const pq_scanner *s, uint32_t group,
                          pq_entity_id thing, pq_entity_id *out) {
  pq_status st = PQ_OK;
  const pq_entity *const whose = pq_entity_at(s->l->r, thing);
  pq_entity e = *pq_entity_at(s->l->r, s->found.at[group].entity);
  const pq_view id[] = {e.id, PQ_LIT("."), whose->label};
  const pq_view label[] = {whose->label, PQ_LIT(" "), e.label};
  e.after = whose->id;
  e.after_entity[0] = thing;
  PQ_TRY(st, pq_arena_join(s->l->r->arena, id, 3, &e.id));
  PQ_TRY(st, pq_arena_join(s->l->r->arena, label, 3, &e.label));
  return pq_store_entity(s->l->r, &e, out);
}

/* "STAT3 target genes", "STAT3-target genes", "target genes of STAT3": a group
 * of its own, named after STAT3; "HIF and NF-kB target genes" are two. */
static pq_status targets_of(pq_scanner *s, uint32_t group, uint32_t name) {
  pq_status st = PQ_OK;
  pq_entity_id own = 0;
  const uint32_t first = name < group ? list_begin(s, name) : name;
  for (uint32_t k = first; k < name; ++k) {
    pq_mention *const m = &s->found.at[k];
    if (is_named(s, m)) PQ_TRY(st, group_of(s, group, m->entity, &m->entity));
  }
  PQ_TRY(st, group_of(s, group, s->found.at[name].entity, &own));
  const bool before = name < group;
  fold(s, before ? name : group, (before ? group : name) + 1, own);
  return PQ_OK;
}

/* Does a list go on at a token? */
static bool is_listed(const pq_line *l, uint32_t i) {
  return i < l->n && only_joints(l, i, i + 1);
}

static pq_status targets_at(pq_scanner *s, uint32_t i) {
  const pq_line *const l = s->l;
  if (l->r->wants_happenings || !is_targets(s, i)) return PQ_OK;
  const uint32_t begin = pq_mention_begin(l, &s->found.at[i]);
  const uint32_t end = pq_mention_end(l, &s->found.at[i]);
  if (i > 0 && is_named(s, &s->found.at[i - 1])) {
    const uint32_t at = pq_mention_end(l, &s->found.at[i - 1]);
    if (at == begin || (at + 1 == begin && pq_line_dash(l, at))) {
      return targets_of(s, i, i - 1);
    }
  }
  if (i + 1 == s->found.n || !is_named(s, &s->found.at[i + 1]) ||
      !pq_line_says(l, end, "of") ||
      pq_mention_begin(l, &s->found.at[i + 1]) != end + 1 ||
      is_listed(l, pq_mention_end(l, &s->found.at[i + 1]))) {
    return PQ_OK;
  }
  return targets_of(s, i, i + 1);
}

/* "PI3K/AKT pathway": one pathway after both. */
static bool is_slash_list(const pq_scanner *s, uint32_t begin, uint32_t i) {
  const pq_line *const l = s->l;
  for (uint32_t k = begin; k < i; ++k) {
    const uint32_t at = pq_mention_end(l, &s->found.at[k]);
    if (!pq_line_mark(l, at, '/') && !pq_line_dash(l, at)) return false;
  }
  return i > begin;
}

static pq_status one_pathway(pq_scanner *s, uint32_t begin, uint32_t i) {
  pq_status st = PQ_OK;
  pq_entity_id things[4];
  uint32_t n = 0;
  for (uint32_t k = begin; k <= i && n < 4; ++k) {
    if (!is_named(s, &s->found.at[k])) return PQ_OK;
    things[n++] = s->found.at[k].entity;
  }
  pq_entity_id id = 0;
  PQ_TRY(st, pathway_of(s, things, n, &id));
  fold(s, begin, i + 1, id);
  return PQ_OK;
}

/* "MAPK pathway" that is listed so: the mention is "MAPK". */
static void trim_noun(pq_scanner *s, uint32_t i) {
  pq_mention *const m = &s->found.at[i];
  bool plural = false;
  for (uint32_t n = 1; n + 1 <= m->n_tokens && is_pathway(s, i); ++n) {
    const uint32_t at = pq_mention_begin(s->l, m) + n;
    if (at >= pq_mention_end(s->l, m)) return;
    if (!pathway_noun(s->l, at, &plural)) continue;
    m->n_tokens = n;
    m->span.end = s->l->at[at - 1].span.end;
    return;
  }
}

static pq_status pathway_at(pq_scanner *s, uint32_t i) {
  pq_status st = PQ_OK;
  bool plural = false;
  trim_noun(s, i);
  const uint32_t end = pq_mention_end(s->l, &s->found.at[i]);
  if (!pathway_noun(s->l, end, &plural)) return PQ_OK;
  const uint32_t begin = list_begin(s, i);
  if (is_slash_list(s, begin, i) && !plural && !s->l->r->wants_happenings) {
    return one_pathway(s, begin, i);
  }
  for (uint32_t k = plural ? begin : i; k <= i; ++k) {
    pq_mention *const m = &s->found.at[k];
    if (is_named(s, m)) {
      PQ_TRY(st, pathway_of(s, &m->entity, 1, &m->entity));
    }
  }
  return PQ_OK;
}

pq_status pq_compose_pathways(pq_scanner *s) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < s->found.n; ++i) {
    PQ_TRY(st, pathway_at(s, i));
  }
  for (uint32_t i = s->found.n; i-- > 0;) {
    if (i < s->found.n) PQ_TRY(st, targets_at(s, i));
  }
  return PQ_OK;
}
