#include "affix.h"

#include "site.h"

enum {
  SITES_MOST = PQ_MODS_MOST
};

uint32_t pq_affix_phosphate(char residue) {
  switch (residue) {
  case 'S': return 46;
  case 'T': return 47;
  case 'Y': return 48;
  case 'H': return 890;
  default: return 696;
  }
}

pq_status pq_affix_state(pq_record *r, pq_entity_id thing,
                         const pq_modification *mods, uint32_t n,
                         pq_entity_id *out) {
  pq_modification *const sorted =
      pq_arena_take(r->arena, (n ? n : 1) * sizeof *sorted);
  if (!sorted) return r->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t k = i;
    for (; k > 0 && pq_modification_order(&sorted[k - 1], &mods[i]) > 0; --k) {
      sorted[k] = sorted[k - 1];
    }
    sorted[k] = mods[i];
  }
  pq_entity e = *pq_entity_at(r, thing);
  if (e.of || e.kind == PQ_ENTITY_UNGROUNDED) {
    *out = thing; /* a state of a state is not made from a prefix */
    return PQ_OK;
  }
  e.of = thing;
  e.label = (pq_view){"", 0};
  e.mods = sorted;
  e.n_mods = n;
  return pq_store_entity(r, &e, out);
}

static bool says_phospho(const pq_line *l, uint32_t i) {
  return pq_line_says(l, i, "p") || pq_line_says(l, i, "phospho");
}

/* Sites that are glued together before token `end`: "Y705,S727".  Returns the
 * token on which they begin. */
static uint32_t sites_before(const pq_scanner *s, uint32_t end,
                             pq_modification *mods, uint32_t *n) {
  uint32_t i = end;
  *n = 0;
  while (i > 0 && *n < SITES_MOST) {
    pq_site_word w;
    if (!pq_site_of_word(s->lex, pq_line_word(s->l, i - 1), &w) ||
        w.mutant.len) {
      break;
    }
    mods[(*n)++] =
        (pq_modification){w.site, pq_affix_phosphate(w.site.residue)};
    --i;
    if (w.phospho || i == 0 || !pq_line_glued(s->l, i) ||
        !pq_line_mark(s->l, i - 1, ',')) {
      break;
    }
    --i;
  }
  return i;
}

/* Take tokens from `begin` on into the mention, and their sites with them. */
static void widen(const pq_scanner *s, pq_mention *m, uint32_t begin) {
  const uint32_t end = pq_mention_end(s->l, m);
  m->token = s->l->first + begin;
  m->n_tokens = end - begin;
  m->span.begin = s->l->at[begin].span.begin;
}

/* "p-STAT3", "phospho-STAT3", "p-Y705,S727-STAT3", "pY705-STAT3". */
static pq_status phospho_prefix(const pq_scanner *s, pq_mention *m) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  const uint32_t at = pq_mention_begin(l, m);
  if (at < 2 || !pq_line_glued(l, at) || !pq_line_dash(l, at - 1) ||
      !pq_line_glued(l, at - 1)) {
    return PQ_OK;
  }
  pq_modification mods[SITES_MOST];
  uint32_t n = 0;
  uint32_t begin = at - 1;
  if (says_phospho(l, begin - 1)) {
    mods[n++] = (pq_modification){.term = pq_affix_phosphate('\0')};
    begin -= 1;
  } else {
    pq_site_word w;
    begin = sites_before(s, begin, mods, &n);
    const bool own = n > 0 &&
                     pq_site_of_word(s->lex, pq_line_word(l, begin), &w) &&
                     w.phospho;
    const bool led = n > 0 && begin >= 2 && pq_line_dash(l, begin - 1) &&
                     pq_line_glued(l, begin) && says_phospho(l, begin - 2);
    if (!own && !led) return PQ_OK;
    if (led) begin -= 2;
  }
  m->effect = PQ_EFFECT_PHOSPHO;
  widen(s, m, begin);
  PQ_TRY(st, pq_affix_state(l->r, m->entity, mods, n, &m->entity));
  return PQ_OK;
}

/* The text that is glued before the mention, from token `from`. */
static pq_view glued_text(const pq_line *l, uint32_t from, uint32_t to) {
  return pq_span_text(
      l->text, (pq_span){l->at[from].span.begin, l->at[to - 1].span.end});
}

/* "DN-STAT3": the state that a prefix tells. */
static pq_status active_state(const pq_scanner *s, pq_mention *m) {
  pq_record *const r = s->l->r;
  pq_entity e = *pq_entity_at(r, m->entity);
  if (e.of || e.kind == PQ_ENTITY_UNGROUNDED) return PQ_OK;
  e.of = m->entity;
  e.label = (pq_view){"", 0};
  e.active = m->effect == PQ_EFFECT_ACTIVE ? PQ_ACTIVE : PQ_INACTIVE;
  return pq_store_entity(r, &e, &m->entity);
}

/* "GFP-STAT3", "anti-STAT3": a listed prefix with its dash. */
static pq_status listed_prefix(const pq_scanner *s, pq_mention *m) {
  const pq_line *const l = s->l;
  const uint32_t at = pq_mention_begin(l, m);
  if (m->effect != PQ_EFFECT_NONE || at < 2 || !pq_line_glued(l, at) ||
      !pq_line_dash(l, at - 1) || !pq_line_glued(l, at - 1)) {
    return PQ_OK;
  }
  const uint32_t end = pq_mention_end(l, m);
  pq_view rest;
  const pq_effect e =
      pq_lexicon_prefix(s->lex, glued_text(l, at - 2, end), &rest);
  if (e == PQ_EFFECT_NONE || !pq_view_same(rest, glued_text(l, at, end))) {
    return PQ_OK;
  }
  m->effect = e;
  widen(s, m, at - 2);
  const bool state = e == PQ_EFFECT_ACTIVE || e == PQ_EFFECT_INACTIVE;
  return state ? active_state(s, m) : PQ_OK;
}

/* "STAT3-pY705": a site behind the name that says that it is phosphorylated. */
static pq_status phospho_suffix(const pq_scanner *s, pq_mention *m) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  const uint32_t end = pq_mention_end(l, m);
  pq_site_word w;
  if (!pq_line_dash(l, end) || !pq_line_glued(l, end) ||
      !pq_line_glued(l, end + 1) ||
      !pq_site_of_word(s->lex, pq_line_word(l, end + 1), &w) || !w.phospho ||
      w.mutant.len) {
    return PQ_OK;
  }
  const pq_modification mod = {w.site, pq_affix_phosphate(w.site.residue)};
  m->effect = PQ_EFFECT_PHOSPHO;
  m->n_tokens += 2;
  m->span.end = l->at[end + 1].span.end;
  PQ_TRY(st, pq_affix_state(l->r, m->entity, &mod, 1, &m->entity));
  return PQ_OK;
}

/* A name that became part of the one behind it: the "GFP" of "GFP-STAT3". */
static void drop_covered_names(pq_scanner *s) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < s->found.n; ++i) {
    const bool covered = i + 1 < s->found.n &&
                         !s->found.at[i + 1].same_tokens &&
                         s->found.at[i].token >= s->found.at[i + 1].token;
    if (!covered) s->found.at[n++] = s->found.at[i];
  }
  s->found.n = n;
}

/* "STAT3-/-", "STAT3-pY705". */
static void listed_suffix(const pq_scanner *s, pq_mention *m) {
  const pq_line *const l = s->l;
  const uint32_t begin = pq_mention_begin(l, m);
  uint32_t end = pq_mention_end(l, m);
  const uint32_t first = end;
  while (pq_line_glued(l, end) && !pq_line_mark(l, end, '.') &&
         !pq_line_mark(l, end, ',') && !pq_line_mark(l, end, ')')) {
    ++end;
  }
  if (end == first) return;
  pq_view rest;
  const pq_effect e =
      pq_lexicon_suffix(s->lex, glued_text(l, begin, end), &rest);
  if (e != PQ_EFFECT_NONE && pq_view_same(rest, glued_text(l, begin, first))) {
    m->effect = e;
  }
}

/* Sites inside a widened mention are part of the name; those of its sentence
 * are the last that were found. */
static void drop_covered_sites(const pq_scanner *s, const pq_mention *m) {
  pq_record *const r = s->l->r;
  uint32_t n = r->sites.n;
  while (n > 0 && r->sites.at[n - 1].sentence == m->sentence) {
    --n;
  }
  for (uint32_t i = n; i < r->sites.n; ++i) {
    if (!pq_span_holds(m->span, r->sites.at[i].span)) {
      r->sites.at[n++] = r->sites.at[i];
    }
  }
  r->sites.n = n;
}

pq_status pq_affix_scan(pq_scanner *s) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < s->found.n; ++i) {
    pq_mention *const m = &s->found.at[i];
    if (!pq_mention_is_thing(s->l->r, m)) continue;
    PQ_TRY(st, phospho_prefix(s, m));
    PQ_TRY(st, listed_prefix(s, m));
    PQ_TRY(st, phospho_suffix(s, m));
    listed_suffix(s, m);
    drop_covered_sites(s, m);
  }
  drop_covered_names(s);
  return PQ_OK;
}
