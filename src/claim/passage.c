/* What cites works and gives no claim: kept as passages, so that no citation
 * of the text is lost. */
#include "parse.h"

enum {
  BACK_MOST = 30 /* sentences that a passage may look back for a name */
};

/* Which citations a claim has; NULL if memory is out. */
static bool *mark_used(const pq_record *r) {
  bool *const used = pq_arena_take(r->arena, r->citations.n + 1);
  if (!used) return NULL;
  for (uint32_t i = 0; i < r->evidence.n; ++i) {
    const pq_evidence *const e = &r->evidence.at[i];
    for (uint32_t k = 0; k < e->n_citations; ++k) {
      used[e->citations[k]] = true;
    }
  }
  return used;
}

/* The words of a sentence without the citations at its end; empty if there is
 * nothing else. */
static pq_span words_of(const pq_record *r, pq_sentence_id id) {
  const pq_sentence *const s = &r->sentences.at[id];
  pq_span words = {0, 0};
  for (uint32_t i = 0; i < s->n_tokens; ++i) {
    const pq_token *const t = &r->tokens.at[s->token + i];
    if (t->classes & (PQ_TOKEN_MASKED | PQ_TOKEN_MARK)) continue;
    words = pq_span_join(words, t->span);
  }
  return words;
}

static bool is_topic(const pq_record *r, const pq_mention *m) {
  switch (pq_entity_at(r, m->entity)->kind) {
  case PQ_ENTITY_SPECIES:
  case PQ_ENTITY_CELL:
  case PQ_ENTITY_CLASS:
  case PQ_ENTITY_PLACE: return false;
  default: return true;
  }
}

/* What the passage is about: the first thing that it names, or the last named
 * shortly before it. */
static const pq_mention *topic_of(const pq_record *r, pq_sentence_id id) {
  const pq_text_id text = r->sentences.at[id].text;
  const pq_mention *before = NULL;
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    if (m->sentence > id) break;
    if (m->sentence + BACK_MOST < id || !is_topic(r, m) ||
        r->sentences.at[m->sentence].text != text) {
      continue;
    }
    if (m->sentence == id) return m;
    before = m;
  }
  return before;
}

/* The sentence that the citations of a sentence belong to: the one before,
 * where it is nothing but citations. */
static pq_sentence_id home_of(const pq_record *r, pq_sentence_id id) {
  if (id == 0 || !pq_span_empty(words_of(r, id))) return id;
  return r->sentences.at[id - 1].text == r->sentences.at[id].text ? id - 1 : id;
}

static pq_status put(pq_record *r, pq_sentence_id id, const uint32_t *list,
                     uint32_t n) {
  const pq_span words = words_of(r, id);
  const pq_mention *const topic = topic_of(r, id);
  pq_evidence e = {.states = PQ_STATES_NOTHING,
                   .sentence = id,
                   .span =
                       pq_span_empty(words) ? r->sentences.at[id].span : words,
                   .citations = list,
                   .n_citations = n,
                   .rule = PQ_LIT("passage"),
                   .agent_sentence = id,
                   .theme_sentence = id};
  if (topic) {
    e.id = topic->entity;
    e.theme = topic->span;
    e.theme_sentence = topic->sentence;
  }
  PQ_PUSH(r->arena, &r->passages, e);
  return PQ_OK;
}

/* Citations come in text order, so that those of one passage stand together. */
pq_status pq_passages_keep(pq_record *r) {
  pq_status st = PQ_OK;
  const uint32_t n = r->citations.n;
  const bool *const used = mark_used(r);
  if (!used) return r->arena->status;
  for (uint32_t i = 0; i < n;) {
    const pq_sentence_id home = home_of(r, r->citations.at[i].sentence);
    uint32_t *const list = pq_arena_take(r->arena, n * sizeof *list);
    if (!list) return r->arena->status;
    uint32_t n_list = 0;
    bool dated = false; /* a work without a year is no node of the graph */
    for (; i < n && home_of(r, r->citations.at[i].sentence) == home; ++i) {
      if (used[i]) continue;
      list[n_list++] = i;
      dated = dated || r->works.at[r->citations.at[i].work].year;
    }
    if (dated) PQ_TRY(st, put(r, home, list, n_list));
  }
  return PQ_OK;
}
