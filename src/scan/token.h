/* Words, numbers and marks of a sentence. */
#ifndef PQ_SCAN_TOKEN_H
#define PQ_SCAN_TOKEN_H

#include "model/store.h"

/** Cut a sentence into tokens, appended to r->tokens.  A word is a run of
 * letters and digits of any script; every other character but space is a mark
 * of its own. */
PQ_NODISCARD pq_status pq_token_sentence(pq_record *r, pq_sentence *s);

/** Flag what is no name: HTML tags, URLs, prefixed identifiers. */
void pq_token_mask(pq_record *r, const pq_sentence *s);

/** A sentence's tokens and their text: what every reader of this room takes. */
typedef struct pq_line {
  pq_record *r;
  pq_sentence_id id;
  pq_view text; /* the document */
  pq_token *at; /* tokens of the sentence */
  uint32_t n;
  uint32_t first; /* index of at[0] in r->tokens */
} pq_line;

pq_line pq_token_line(pq_record *r, pq_sentence_id id);

static inline pq_view pq_line_word(const pq_line *l, uint32_t i) {
  return i < l->n ? pq_span_text(l->text, l->at[i].span) : PQ_LIT("");
}

/** Is token i this mark? */
static inline bool pq_line_mark(const pq_line *l, uint32_t i, char c) {
  return i < l->n && (l->at[i].classes & PQ_TOKEN_MARK) &&
         l->text.ptr[l->at[i].span.begin] == c;
}

/** Is there no space before token i? */
static inline bool pq_line_glued(const pq_line *l, uint32_t i) {
  return i < l->n && (l->at[i].classes & PQ_TOKEN_GLUED);
}

/** Is token i this word, but for ASCII case? */
static inline bool pq_line_says(const pq_line *l, uint32_t i,
                                const char *word) {
  return i < l->n && pq_view_says(pq_line_word(l, i), word);
}

/** Is it one of these words, a list that NULL ends? */
static inline bool pq_line_says_any(const pq_line *l, uint32_t i,
                                    const char *const *words) {
  return i < l->n && pq_view_says_any(pq_line_word(l, i), words);
}

/** Is it in this list of the grammar? */
static inline bool pq_line_lists(const pq_line *l, uint32_t i,
                                 pq_wordlist_id list) {
  return i < l->n && l->r->lists &&
         pq_wordlist_has(&l->r->lists[list], pq_line_word(l, i));
}

/** What is known of token i by its spelling, or NULL. */
static inline const pq_spelling *pq_line_spelling(const pq_line *l,
                                                  uint32_t i) {
  const uint32_t id = i < l->n ? l->at[i].spelling : 0;
  return id ? &l->r->spellings->all.at[id] : NULL;
}

/** Take tokens [begin, end) out of what names and sites are read from. */
static inline void pq_line_mask(const pq_line *l, uint32_t begin,
                                uint32_t end) {
  for (uint32_t i = begin; i < end && i < l->n; ++i) {
    l->at[i].classes |= PQ_TOKEN_MASKED;
  }
}

/** Is token i a dash of any kind? */
bool pq_line_dash(const pq_line *l, uint32_t i);

/** The number that a view of digits writes, or 0 if it is none or too long. */
uint32_t pq_number_of(pq_view digits);

#endif
