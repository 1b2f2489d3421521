/* The cue words of a stretch: "may", "it is possible", "not entirely clear".
 * The longest that begins at a token counts, and none begins within another.
 */
#include "parse.h"

enum {
  CUES_MOST = 60
};

static pq_view token_text(const pq_parse *p, uint32_t token) {
  if (token >= p->s->token + p->s->n_tokens) return (pq_view){"", 0};
  return pq_span_text(p->text, p->r->tokens.at[token].span);
}

/* The first cue that begins with the word at a token: 1 + its index, 0 none.
 * Most words are known. */
static uint32_t first_cue(const pq_parse *p, uint32_t token) {
  const uint32_t id = p->r->tokens.at[token].spelling;
  if (!id) return pq_rules_cue(p->g, token_text(p, token));
  pq_spelling *const s = &p->r->spellings->all.at[id];
  if (!(s->is & PQ_SPELLED_LED)) {
    s->is |= PQ_SPELLED_LED;
    s->cue = pq_rules_cue(p->g, pq_spelling_text(s));
  }
  return s->cue;
}

/* An adverb that may stand within a cue: "has not yet been formally shown",
 * "not so far been shown". */
static bool is_within(pq_view w) {
  static const char *const words[] = {"yet", "so", "thus", "far", NULL};
  return pq_view_ends(w, PQ_LIT("ly")) || pq_view_says_any(w, words);
}

/* How many tokens a cue takes whose first word stands at a token; 0: it does
 * not stand there. */
static uint32_t length_at(const pq_parse *p, const pq_cue_rule *rule,
                          uint32_t token) {
  uint32_t at = token + 1;
  for (uint32_t i = 1; i < rule->n_words; ++i, ++at) {
    while (!pq_view_alike(token_text(p, at), rule->words[i])) {
      if (!is_within(token_text(p, at))) return 0;
      ++at;
    }
  }
  return at - token;
}

/* May a cue of several words, of those that begin as `first` does, stand at a
 * token? */
static bool may_go_on(const pq_parse *p, const pq_cue_rule *first,
                      uint32_t token) {
  const pq_view second = token_text(p, token + 1);
  if (first->seconds & pq_second_mark(second)) return true;
  return is_within(second) &&
         (first->seconds & pq_second_mark(token_text(p, token + 2)));
}

/* The longest cue that begins at a token, and its length. */
static const pq_cue_rule *cue_at(const pq_parse *p, uint32_t token,
                                 uint32_t *length) {
  const pq_cue_rule *best = NULL;
  uint32_t i = first_cue(p, token);
  if (i && !may_go_on(p, &p->g->cues.at[i - 1], token)) {
    i = p->g->cues.at[i - 1].alone;
    *length = 1;
    return i ? &p->g->cues.at[i - 1] : NULL;
  }
  for (; i; i = p->g->cues.at[i - 1].next) {
    const pq_cue_rule *const rule = &p->g->cues.at[i - 1];
    if (best && rule->n_words < best->n_words) continue;
    const uint32_t n = length_at(p, rule, token);
    if (!n) continue;
    best = rule;
    *length = n;
  }
  return best;
}

/* "NO activates X": nitric oxide, where it is no title in capitals. */
static bool is_oxide(const pq_parse *p, uint32_t unit, uint32_t token) {
  return pq_view_same(token_text(p, token), PQ_LIT("NO")) &&
         unit + 1 < p->units.n && pq_is_lower(pq_unit_text(p, unit + 1).ptr[0]);
}

/* The cues that begin in a unit and not within the one before them, which ends
 * at the token `behind`. */
static pq_status add_cues(pq_parse *p, uint32_t unit, uint32_t *behind) {
  const pq_unit *const u = &p->units.at[unit];
  for (uint32_t k = 0; k < u->n_tokens; ++k) {
    const uint32_t token = u->token + k;
    if (token < *behind) continue;
    uint32_t length = 0;
    const pq_cue_rule *const rule = cue_at(p, token, &length);
    if (!rule || is_oxide(p, unit, token)) continue;
    *behind = token + length;
    const pq_cue cue = {.kind = rule->kind,
                        .clause = rule->clause,
                        .span = {p->r->tokens.at[token].span.begin,
                                 p->r->tokens.at[*behind - 1].span.end},
                        .unit = unit};
    PQ_PUSH(p->r->arena, &p->cues, cue);
  }
  return PQ_OK;
}

/* "stops phosphorylating X": it does so no longer. */
static pq_status add_end(pq_parse *p) {
  const pq_chunk *const verb = &p->chunks.at[p->ended];
  const pq_cue cue = {.kind = PQ_CUE_NEGATION,
                      .span = p->units.at[verb[-1].head].span,
                      .unit = verb->begin};
  PQ_PUSH(p->r->arena, &p->cues, cue);
  return PQ_OK;
}

pq_status pq_cues_read(pq_parse *p) {
  pq_status st = PQ_OK;
  p->cues.n = 0;
  uint32_t behind = 0;
  for (uint32_t i = 1; i < p->units.n && p->cues.n < CUES_MOST; ++i) {
    if (p->units.at[i].kind != PQ_UNIT_WORD) continue;
    PQ_TRY(st, add_cues(p, i, &behind));
  }
  return p->ended ? add_end(p) : PQ_OK;
}
