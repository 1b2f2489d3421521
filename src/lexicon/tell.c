/* What the lexicon reads in a text, for people. */
#include "lookup.h"
#include "normal.h"

#include "base/alloc.h"

enum {
  TOKENS_MOST = 2000
};

/* The text's tokens. */
typedef struct teller {
  const pq_lexicon *lex;
  pq_view text;
  pq_token tokens[TOKENS_MOST];
  uint32_t n;
  pq_buf *out;
} teller;

static bool is_wordy(pq_fold_class c) {
  return c == PQ_FOLD_LETTER || c == PQ_FOLD_DIGIT || c == PQ_FOLD_GREEK ||
         c == PQ_FOLD_NOTHING;
}

static void cut(teller *t) {
  bool glued = false;
  size_t at = 0;
  while (at < t->text.len && t->n < TOKENS_MOST) {
    const size_t begin = at;
    const pq_fold f = pq_fold_next(t->text, &at);
    if (f.is == PQ_FOLD_BLANK || f.is == PQ_FOLD_SOFT) {
      glued = false;
      continue;
    }
    size_t end = at;
    bool lower = pq_is_lower(f.text[0]);
    while (is_wordy(f.is) && at < t->text.len) {
      const pq_fold next = pq_fold_next(t->text, &at);
      if (!is_wordy(next.is)) break;
      lower = lower || pq_is_lower(next.text[0]);
      end = at;
    }
    at = end;
    uint32_t classes = is_wordy(f.is) ? PQ_TOKEN_WORD : PQ_TOKEN_MARK;
    if (glued) classes |= PQ_TOKEN_GLUED;
    if (is_wordy(f.is) && !lower) classes |= PQ_TOKEN_CAPITALS;
    glued = true;
    t->tokens[t->n++] = (pq_token){.span = {(uint32_t)begin, (uint32_t)end},
                                   .classes = classes};
  }
}

static void put_score(pq_buf *out, uint32_t thousandths) {
  pq_buf_format(out, "%u.%03u", (unsigned)(thousandths / 1000),
                (unsigned)(thousandths % 1000));
}

static void put_reading(const teller *t, const pq_reading *r) {
  pq_concept c = {.type = PQ_CONCEPT_GENE};
  const bool known = pq_lexicon_concept(t->lex, r->id, &c);
  pq_buf_text(t->out, "  ");
  put_score(t->out, r->score);
  pq_buf_text(t->out, "  ");
  pq_buf_put(t->out, r->id);
  pq_buf_text(t->out, "  ");
  pq_buf_put(t->out, r->label);
  pq_buf_text(t->out, ", ");
  pq_buf_text(t->out, known ? pq_entry_type_word(c.type) : "unknown");
  pq_buf_text(t->out, "; listed as \"");
  pq_buf_put(t->out, r->name);
  pq_buf_format(t->out, "\", %s, layer %u\n", pq_entry_status_word(r->status),
                (unsigned)r->layer);
}

static void put_refusals(const teller *t, const pq_refusals *refusals) {
  for (uint32_t i = 0; i < refusals->n; ++i) {
    const pq_refused *const r = &refusals->at[i];
    pq_buf_text(t->out, "  refused  ");
    pq_buf_put(t->out, r->id);
    pq_buf_text(t->out, "  \"");
    pq_buf_put(t->out, r->name);
    pq_buf_format(t->out, "\", %s: %s\n", pq_entry_status_word(r->status),
                  pq_refusal_words(r->why));
  }
}

/* Tell of the token at `i`; returns the next one to look at. */
static uint32_t tell_token(const teller *t, uint32_t i) {
  const pq_look look = {.text = t->text,
                        .tokens = t->tokens,
                        .n_tokens = t->n,
                        .at = i,
                        .taxon = {"", 0}};
  pq_refusals refusals = {.n = 0};
  pq_found f;
  pq_lookup_find(t->lex, &look, &refusals, &f);
  if (!f.n_tokens && !refusals.n) return i + 1;
  const uint32_t last = i + (f.n_tokens ? f.n_tokens : 1) - 1;
  pq_buf_put(t->out,
             pq_span_text(t->text, (pq_span){t->tokens[i].span.begin,
                                             t->tokens[last].span.end}));
  if (!f.n_tokens) pq_buf_text(t->out, "  no name");
  if (f.tied) pq_buf_text(t->out, "  open: the best readings are tied");
  pq_buf_char(t->out, '\n');
  for (uint32_t k = 0; k < f.n_readings; ++k) {
    put_reading(t, &f.readings[k]);
  }
  put_refusals(t, &refusals);
  return last + 1;
}

void pq_lexicon_tell(const pq_lexicon *lex, pq_view text, pq_buf *out) {
  teller *const t = pq_calloc(out->alloc, sizeof *t);
  if (!t) {
    out->status = PQ_NO_MEM;
    return;
  }
  t->lex = lex;
  t->text = text;
  t->out = out;
  cut(t);
  const size_t before = out->len;
  for (uint32_t i = 0; i < t->n;) {
    i = tell_token(t, i);
  }
  if (out->len == before) pq_buf_text(out, "no name that the lexicon knows\n");
  pq_free(out->alloc, t);
}
