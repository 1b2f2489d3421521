#include "species.h"

static pq_status put(const pq_line *l, uint32_t token, uint32_t n, pq_span span,
                     pq_view taxon) {
  const pq_species_mention m = {span, l->id, l->first + token, n, taxon};
  PQ_PUSH(l->r->arena, &l->r->species_said, m);
  return PQ_OK;
}

/* May a species begin at the token? */
static bool may_begin(const pq_scanner *s, uint32_t i) {
  const pq_token *const t = &s->l->at[i];
  if (!(t->classes & PQ_TOKEN_WORD) || (t->classes & PQ_TOKEN_MASKED)) {
    return false;
  }
  const pq_spelling *const known = pq_line_spelling(s->l, i);
  return known ? (known->is & PQ_SPELLED_SPECIES) != 0
               : pq_lexicon_leads_species(s->lex, pq_line_word(s->l, i));
}

/* The longest species that begins at the token: how many tokens it has. */
static uint32_t species_at(const pq_scanner *s, uint32_t i, pq_view *taxon) {
  const pq_line *const l = s->l;
  const uint32_t begin = l->at[i].span.begin;
  const pq_span rest = {begin, l->at[l->n - 1].span.end};
  size_t length = 0;
  uint32_t n = 0;
  *taxon = pq_lexicon_species_at(s->lex, pq_span_text(l->text, rest), &length);
  while (length && i + n < l->n && l->at[i + n].span.end <= begin + length) {
    ++n;
  }
  return n;
}

/* "yeast two-hybrid screening" is a method, whatever it is used on. */
static bool is_method(const pq_line *l, uint32_t i) {
  static const char *const counts[] = {"two", "2", "one", "three", NULL};
  const uint32_t hybrid = i + (pq_line_dash(l, i + 1) ? 2 : 1);
  return pq_line_says_any(l, i, counts) && pq_line_says(l, hybrid, "hybrid");
}

/* Species from token `i` on, up to `end`: what stands between two names. */
static pq_status scan_gap(const pq_scanner *s, uint32_t i, uint32_t end) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  while (i < end) {
    pq_view taxon;
    if (!may_begin(s, i)) {
      ++i;
      continue;
    }
    const uint32_t n = species_at(s, i, &taxon);
    if (n && !is_method(l, i + n)) {
      const pq_span span = {l->at[i].span.begin, l->at[i + n - 1].span.end};
      PQ_TRY(st, put(l, i, n, span, taxon));
    }
    i += n ? n : 1;
  }
  return PQ_OK;
}

/* The "m" of "mStat3" */
static pq_status scan_prefix(const pq_scanner *s, const pq_mention *m) {
  const pq_line *const l = s->l;
  const uint32_t at = pq_mention_begin(l, m);
  const pq_view word = pq_line_word(l, at);
  pq_view rest;
  if (m->effect != PQ_EFFECT_SPECIES ||
      pq_lexicon_prefix(s->lex, word, &rest) != PQ_EFFECT_SPECIES) {
    return PQ_OK;
  }
  const uint32_t n = (uint32_t)(word.len - rest.len);
  const pq_view taxon = pq_lexicon_species(s->lex, pq_view_head(word, n));
  const uint32_t begin = l->at[at].span.begin;
  return taxon.len ? put(l, at, 1, (pq_span){begin, begin + n}, taxon) : PQ_OK;
}

pq_status pq_species_scan(const pq_scanner *s) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  uint32_t next = 0;
  for (uint32_t i = 0; i < s->found.n; ++i) {
    const pq_mention *const m = &s->found.at[i];
    PQ_TRY(st, scan_gap(s, next, pq_mention_begin(l, m)));
    PQ_TRY(st, scan_prefix(s, m));
    if (pq_mention_end(l, m) > next) next = pq_mention_end(l, m);
  }
  return scan_gap(s, next, l->n);
}
