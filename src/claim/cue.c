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

static uint32_t cue_length(const pq_parse *p, const pq_cue_rule *rule,
                           uint32_t token) {
  for (uint32_t i = 0; i < rule->n_words; ++i) {
    if (!pq_view_alike(token_text(p, token + i), rule->words[i])) return 0;
  }
  return rule->n_words;
}

static bool leads_cue(const pq_grammar *g, pq_view word) {
  uint32_t i = g->cue_drawers[pq_rules_drawer(word)];
  while (i && !pq_view_alike(g->cues.at[i - 1].words[0], word)) {
    i = g->cues.at[i - 1].next;
  }
  return i != 0;
}

/* Does some cue begin with the word at a token?  Most words are known. */
static bool may_begin(const pq_parse *p, uint32_t token) {
  const uint32_t id = p->r->tokens.at[token].spelling;
  pq_spelling *const s = id ? &p->r->spellings->all.at[id] : NULL;
  if (!s) return true;
  if (!(s->is & PQ_SPELLED_LED)) {
    s->is |= PQ_SPELLED_LED;
    if (leads_cue(p->g, pq_spelling_text(s))) s->is |= PQ_SPELLED_LEADS;
  }
  return (s->is & PQ_SPELLED_LEADS) != 0;
}

/* The longest cue that begins at a token; of equals, the first of the file. */
static const pq_cue_rule *cue_at(const pq_parse *p, uint32_t token) {
  const pq_cue_rule *best = NULL;
  const uint32_t drawer = pq_rules_drawer(token_text(p, token));
  for (uint32_t i = p->g->cue_drawers[drawer]; i;
       i = p->g->cues.at[i - 1].next) {
    const pq_cue_rule *const rule = &p->g->cues.at[i - 1];
    if (best && rule->n_words < best->n_words) continue;
    if (cue_length(p, rule, token)) best = rule;
  }
  return best;
}

/* The cues that begin in a unit and not within the one before them, which ends
 * at the token `behind`. */
static pq_status add_cues(pq_parse *p, uint32_t unit, uint32_t *behind) {
  const pq_unit *const u = &p->units.at[unit];
  for (uint32_t k = 0; k < u->n_tokens; ++k) {
    const uint32_t token = u->token + k;
    if (token < *behind || !may_begin(p, token)) continue;
    const pq_cue_rule *const rule = cue_at(p, token);
    if (!rule) continue;
    *behind = token + rule->n_words;
    const pq_cue cue = {.kind = rule->kind,
                        .clause = rule->clause,
                        .span = {p->r->tokens.at[token].span.begin,
                                 p->r->tokens.at[*behind - 1].span.end},
                        .unit = unit};
    PQ_PUSH(p->r->arena, &p->cues, cue);
  }
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
  return PQ_OK;
}
