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

static bool is_word(const pq_token *t) {
  return !(t->classes & (PQ_TOKEN_MASKED | PQ_TOKEN_MARK));
}

/* The words of a sentence without the citations at its end; empty if there is
 * nothing else. */
static pq_span words_of(const pq_record *r, pq_sentence_id id) {
  const pq_sentence *const s = &r->sentences.at[id];
  const pq_token *const at = r->tokens.at + s->token;
  uint32_t first = 0;
  uint32_t end = s->n_tokens;
  while (first < end && !is_word(&at[first])) {
    ++first;
  }
  if (first == end) return (pq_span){0, 0};
  while (!is_word(&at[end - 1])) {
    --end;
  }
  return (pq_span){at[first].span.begin, at[end - 1].span.end};
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

/* What a passage is about, and where that is said. */
typedef struct topic {
  pq_entity_id about; /* 0: nothing was found */
  pq_span span;
  pq_sentence_id sentence;
} topic;

/* The first thing that the sentence names, or the last named shortly before
 * it. */
static topic named_topic(const pq_record *r, pq_sentence_id id) {
  const pq_text_id text = r->sentences.at[id].text;
  topic found = {0};
  const pq_sentence_id since = id > BACK_MOST ? id - BACK_MOST : 0;
  for (uint32_t i = pq_first_mention(r, since); i < r->mentions.n; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    if (m->sentence > id) break;
    if (!is_topic(r, m) || r->sentences.at[m->sentence].text != text) {
      continue;
    }
    found = (topic){m->entity, m->span, m->sentence};
    if (m->sentence == id) break;
  }
  return found;
}

/* ---- what no lexicon knows ---- */

/* Units of a noun group without its article: none if it is only a pronoun. */
static uint32_t first_content(const pq_parse *p, const pq_chunk *c) {
  const uint32_t idle = PQ_W_DETERMINER | PQ_W_DEMONSTRATIVE | PQ_W_PRONOUN |
                        PQ_W_ADVERB | PQ_W_PLURAL;
  uint32_t i = c->begin;
  while (i < c->end && (p->units.at[i].tag != PQ_TAG_NOUN ||
                        (p->units.at[i].classes & idle))) {
    ++i;
  }
  return i;
}

/* "cleavage of desmosomal proteins" goes on behind its "of". */
static uint32_t group_end(const pq_parse *p, uint32_t i) {
  const bool of = pq_chunk_is(p, i + 1, PQ_CHUNK_PREPOSITION) &&
                  pq_view_same(p->chunks.at[i + 1].slot, PQ_LIT("of")) &&
                  pq_chunk_is(p, i + 2, PQ_CHUNK_NOUN);
  return of ? i + 2 : i;
}

/* The noun group that begins what the sentence says: no part of "In bone, ..."
 */
static pq_span lead_words(const pq_parse *p) {
  for (uint32_t i = 1; i < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind != PQ_CHUNK_NOUN ||
        pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION)) {
      continue;
    }
    const uint32_t first = first_content(p, c);
    const pq_chunk *const last = &p->chunks.at[group_end(p, i)];
    if (first < c->end && first_content(p, last) < last->end) {
      return (pq_span){p->units.at[first].span.begin, last->span.end};
    }
  }
  return (pq_span){0, 0};
}

/* What the sentence, or the last one before it, begins to speak of, as an
 * ungrounded thing. */
static pq_status unknown_topic(pq_parse *p, pq_sentence_id id, topic *out) {
  pq_status st = PQ_OK;
  const pq_text_id text = p->r->sentences.at[id].text;
  for (pq_sentence_id s = id + 1; s > 0 && s + BACK_MOST > id; --s) {
    pq_parse_turn(p, s - 1);
    if (p->s->text != text) break;
    PQ_TRY(st, pq_units_read(p));
    pq_tag_units(p);
    PQ_TRY(st, pq_chunk_units(p));
    const pq_span span = lead_words(p);
    if (pq_span_empty(span)) continue;
    *out = (topic){.span = span, .sentence = s - 1};
    return pq_store_unknown(p->r, pq_span_text(p->text, span), &out->about);
  }
  return st;
}

/* ---- passages ---- */

/* The sentence that the citations of a sentence belong to: the one before,
 * where it is nothing but citations. */
static pq_sentence_id home_of(const pq_record *r, pq_sentence_id id) {
  if (id == 0 || !pq_span_empty(words_of(r, id))) return id;
  return r->sentences.at[id - 1].text == r->sentences.at[id].text ? id - 1 : id;
}

static pq_status put(pq_parse *p, pq_sentence_id id, const uint32_t *list,
                     uint32_t n) {
  pq_status st = PQ_OK;
  pq_record *const r = p->r;
  const pq_span words = words_of(r, id);
  topic what = named_topic(r, id);
  if (!what.about) PQ_TRY(st, unknown_topic(p, id, &what));
  const pq_evidence e = {.states = PQ_STATES_NOTHING,
                         .sentence = id,
                         .span = pq_span_empty(words) ? r->sentences.at[id].span
                                                      : words,
                         .citations = list,
                         .n_citations = n,
                         .rule = PQ_LIT("passage"),
                         .agent_sentence = id,
                         .id = what.about,
                         .theme = what.span,
                         .theme_sentence = what.about ? what.sentence : id};
  PQ_PUSH(r->arena, &r->passages, e);
  return PQ_OK;
}

/* Citations come in text order, so that those of one passage stand together. */
pq_status pq_passages_keep(pq_parse *p) {
  pq_status st = PQ_OK;
  pq_record *const r = p->r;
  const uint32_t n = r->citations.n;
  const bool *const used = mark_used(r);
  if (!used) return r->arena->status;
  for (uint32_t i = 0; i < n;) {
    const pq_sentence_id home = home_of(r, r->citations.at[i].sentence);
    uint32_t end = i + 1;
    while (end < n && home_of(r, r->citations.at[end].sentence) == home) {
      ++end;
    }
    uint32_t *const list = pq_arena_take(r->arena, (end - i) * sizeof *list);
    if (!list) return r->arena->status;
    uint32_t n_list = 0;
    bool dated = false; /* a work without a year is no node of the graph */
    for (; i < end; ++i) {
      if (used[i]) continue;
      list[n_list++] = i;
      dated = dated || r->works.at[r->citations.at[i].work].year;
    }
    if (dated) PQ_TRY(st, put(p, home, list, n_list));
  }
  return PQ_OK;
}
