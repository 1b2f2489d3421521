/* One word that holds a name and what is written onto it. */
#include "affix.h"
#include "mark.h"

/* "pSTAT3", "hSTAT3", "phosphoSTAT3": the token minus what is glued on. */
pq_status pq_mention_affix(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  pq_view rest;
  const pq_spelling *const known = pq_line_spelling(l, i);
  if (known && (known->is & PQ_SPELLED_BARE)) return PQ_OK;
  const pq_effect effect = pq_lexicon_prefix(s->lex, pq_line_word(l, i), &rest);
  if (effect == PQ_EFFECT_NONE || rest.len < 3) return PQ_OK;
  pq_found f = {.n_tokens = 0};
  pq_lexicon_find_text(s->lex, rest, l->r->taxon, &f);
  if (!f.n_readings || f.readings[0].status < 2) return PQ_OK;
  pq_mention m = pq_mention_of(s, i, 1);
  PQ_TRY(st, pq_mention_ground(s, &f, &m));
  m.effect = effect;
  if (effect == PQ_EFFECT_PHOSPHO) {
    const pq_modification mod = {.term = pq_affix_phosphate('\0')};
    PQ_TRY(st, pq_affix_state(l->r, m.entity, &mod, 1, &m.entity));
  }
  return pq_mention_keep(s, m, next);
}

/* "H3K4me3": the histone with what it bears. */
pq_status pq_mention_mark(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_status st = PQ_OK;
  const pq_view word = pq_line_word(s->l, i);
  pq_view histone;
  pq_modification mod;
  if (!pq_mark_read(word, &histone, &mod)) return PQ_OK;
  pq_found f = {.n_tokens = 0};
  pq_lexicon_find_text(s->lex, histone, s->l->r->taxon, &f);
  if (!f.n_readings) return PQ_OK;
  pq_mention m = pq_mention_of(s, i, 1);
  PQ_TRY(st, pq_mention_ground(s, &f, &m));
  PQ_TRY(st, pq_affix_state(s->l->r, m.entity, &mod, 1, &m.entity));
  return pq_mention_keep(s, m, next);
}

/* "JAK2V617F": the protein with its mutation. */
pq_status pq_mention_mutant(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_status st = PQ_OK;
  pq_view protein;
  pq_view change;
  if (!(s->l->at[i].classes & PQ_TOKEN_DIGITS) ||
      !pq_mark_mutant(s->lex, pq_line_word(s->l, i), &protein, &change)) {
    return PQ_OK;
  }
  pq_found f = {.n_tokens = 0};
  pq_lexicon_find_text(s->lex, protein, s->l->r->taxon, &f);
  if (!f.n_readings || f.readings[0].status < 2) return PQ_OK;
  pq_mention m = pq_mention_of(s, i, 1);
  PQ_TRY(st, pq_mention_ground(s, &f, &m));
  pq_entity e = *pq_entity_at(s->l->r, m.entity);
  if (e.kind != PQ_ENTITY_PROTEIN && e.kind != PQ_ENTITY_FAMILY) return PQ_OK;
  e.of = m.entity;
  e.label = (pq_view){"", 0};
  e.mutant = change;
  PQ_TRY(st, pq_store_entity(s->l->r, &e, &m.entity));
  return pq_mention_keep(s, m, next);
}
