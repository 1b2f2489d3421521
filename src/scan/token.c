#include "token.h"

#include "base/utf8.h"

enum {
  TOKENS_MOST = 2000,
  TAG_MOST = 80
};

static bool is_greek(uint32_t code) {
  return (code >= 0x370 && code <= 0x3FF) || code == 0xB5;
}

/* Sub- and superscript digits are written onto the word before them. */
static bool is_script_digit(uint32_t code) {
  return (code >= 0x2070 && code <= 0x2089) || code == 0xB2 || code == 0xB3 ||
         code == 0xB9;
}

static bool in_word(uint32_t code) {
  if (code < 0x80) return pq_is_alpha((char)code) || pq_is_digit((char)code);
  return pq_utf8_is_letter(code) || pq_utf8_is_mark(code) ||
         is_script_digit(code) || is_greek(code);
}

static bool is_blank(uint32_t code) {
  return code == ' ' || code == '\t' || code == '\n' || code == '\r' ||
         code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F ||
         code == 0x3000 || code == 0xFEFF || code == 0xAD;
}

static bool is_capital(uint32_t code) {
  return code < 0x80 ? pq_is_upper((char)code) : pq_utf8_is_upper(code);
}

/* Classes of a word, from its letters. */
static uint32_t classes_of(pq_view word) {
  uint32_t c = 0;
  bool digits = false;
  bool letters = false;
  bool lower = false;
  bool upper = false;
  for (size_t at = 0; at < word.len;) {
    const bool first = at == 0;
    const uint32_t code = pq_utf8_next(word, &at);
    if (code < 0x80 && pq_is_digit((char)code)) {
      digits = true;
      continue;
    }
    letters = true;
    if (is_greek(code)) c |= PQ_TOKEN_GREEK;
    if (is_capital(code)) {
      if (first) c |= PQ_TOKEN_CAPITAL;
      if (lower) c |= PQ_TOKEN_MIXED;
      upper = true;
    } else {
      lower = true;
    }
  }
  c |= letters ? PQ_TOKEN_WORD : PQ_TOKEN_NUMBER;
  if (digits && letters) c |= PQ_TOKEN_DIGITS;
  if (upper && !lower) c |= PQ_TOKEN_CAPITALS;
  return c;
}

/* Of ASCII, what a byte may be in a word. */
enum {
  LOWER = 1,
  UPPER = 2,
  DIGIT = 4,
  LOWER_UPPER = 8 /* a capital behind a small letter */
};

#define TEN(c, is)                                                        \
  [c] = (is), [(c) + 1] = (is), [(c) + 2] = (is), [(c) + 3] = (is),       \
  [(c) + 4] = (is), [(c) + 5] = (is), [(c) + 6] = (is), [(c) + 7] = (is), \
  [(c) + 8] = (is), [(c) + 9] = (is)
#define LETTERS(c, is)                                                        \
  TEN(c, is), TEN((c) + 10, is), [(c) + 20] = (is), [(c) + 21] = (is),        \
                                        [(c) + 22] = (is), [(c) + 23] = (is), \
                                        [(c) + 24] = (is), [(c) + 25] = (is)
static const uint8_t kinds[256] = {LETTERS('a', LOWER), LETTERS('A', UPPER),
                                   TEN('0', DIGIT)};
#undef LETTERS
#undef TEN

static uint32_t kind_at(pq_view text, size_t at) {
  return kinds[(unsigned char)text.ptr[at]];
}

/* Classes of an ASCII word that begins with a byte of kind `first` and has
 * `all` kinds: as those of `classes_of`. */
static uint32_t plain_classes(uint32_t first, uint32_t all) {
  uint32_t c = all & (LOWER | UPPER) ? PQ_TOKEN_WORD : PQ_TOKEN_NUMBER;
  if ((all & DIGIT) && c == PQ_TOKEN_WORD) c |= PQ_TOKEN_DIGITS;
  if (first & UPPER) c |= PQ_TOKEN_CAPITAL;
  if (all & LOWER_UPPER) c |= PQ_TOKEN_MIXED;
  if ((all & UPPER) && !(all & LOWER)) c |= PQ_TOKEN_CAPITALS;
  return c;
}

/* The ASCII letters and digits from `*at` on, which ends up behind them. */
static uint32_t plain_word(pq_view text, size_t *at, size_t end) {
  const uint32_t first = kind_at(text, *at);
  uint32_t all = first;
  size_t i = *at + 1;
  for (uint32_t k; i < end && (k = kind_at(text, i)) != 0; ++i) {
    all |= k | ((all & LOWER) && k == UPPER ? LOWER_UPPER : 0U);
  }
  *at = i;
  return plain_classes(first, all);
}

/* The token at byte `at` of the text. */
static pq_token token_at(pq_view text, size_t at, size_t end) {
  size_t next = at;
  const uint32_t first = pq_utf8_next(text, &next);
  if (!in_word(first)) {
    return (pq_token){.span = {(uint32_t)at, (uint32_t)next},
                      .classes = PQ_TOKEN_MARK};
  }
  size_t stop = next;
  if (first < 0x80) {
    stop = at;
    const uint32_t classes = plain_word(text, &stop, end);
    if (stop == end || (unsigned char)text.ptr[stop] < 0x80) {
      return (pq_token){.span = {(uint32_t)at, (uint32_t)stop},
                        .classes = classes};
    }
  }
  next = stop;
  while (next < end && in_word(pq_utf8_next(text, &next))) {
    stop = next;
  }
  const pq_span span = {(uint32_t)at, (uint32_t)stop};
  return (pq_token){.span = span,
                    .classes = classes_of(pq_span_text(text, span))};
}

/* The first cut of a given name behind byte `at`, or `end`. */
static uint32_t next_cut(const pq_record *r, size_t at, uint32_t end) {
  if (!r->cuts.n) return end;
  uint32_t low = 0;
  uint32_t high = r->cuts.n;
  while (low < high) {
    const uint32_t mid = (low + high) / 2;
    if (r->cuts.at[mid] > at) {
      high = mid;
    } else {
      low = mid + 1;
    }
  }
  return low < r->cuts.n && r->cuts.at[low] < end ? r->cuts.at[low] : end;
}

pq_status pq_token_sentence(pq_record *r, pq_sentence *s) {
  const pq_view text = r->texts.at[s->text].bytes;
  s->token = r->tokens.n;
  bool glued = false;
  for (size_t at = s->span.begin; at < s->span.end;) {
    size_t next = at;
    if (!kind_at(text, at) && is_blank(pq_utf8_next(text, &next))) {
      glued = false;
      at = next;
      continue;
    }
    if (r->tokens.n - s->token == TOKENS_MOST) {
      pq_warn(r->sink, "sentence.too-long", r->place,
              "a sentence of more than %d tokens is cut there",
              (int)TOKENS_MOST);
      break;
    }
    pq_token t = token_at(text, at, next_cut(r, at, s->span.end));
    if (glued) t.classes |= PQ_TOKEN_GLUED;
    glued = true;
    PQ_PUSH(r->arena, &r->tokens, t);
    at = t.span.end;
  }
  s->n_tokens = r->tokens.n - s->token;
  return PQ_OK;
}

pq_line pq_token_line(pq_record *r, pq_sentence_id id) {
  const pq_sentence *const s = &r->sentences.at[id];
  return (pq_line){.r = r,
                   .id = id,
                   .text = r->texts.at[s->text].bytes,
                   .at = r->tokens.at + s->token,
                   .n = s->n_tokens,
                   .first = s->token};
}

bool pq_line_dash(const pq_line *l, uint32_t i) {
  if (i >= l->n || !(l->at[i].classes & PQ_TOKEN_MARK)) return false;
  size_t at = l->at[i].span.begin;
  const uint32_t code = pq_utf8_next(l->text, &at);
  return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

uint32_t pq_number_of(pq_view digits) {
  if (digits.len == 0 || digits.len > 5) return 0;
  uint32_t n = 0;
  for (size_t i = 0; i < digits.len; ++i) {
    if (!pq_is_digit(digits.ptr[i])) return 0;
    n = 10 * n + (uint32_t)(digits.ptr[i] - '0');
  }
  return n;
}

/* "<i>", "</sub>", "<br/>": the token behind it, or `i`. */
static uint32_t tag_end(const pq_line *l, uint32_t i) {
  if (!pq_line_mark(l, i, '<')) return i;
  uint32_t k = i + 1;
  if (pq_line_mark(l, k, '/')) ++k;
  if (k >= l->n || !(l->at[k].classes & PQ_TOKEN_WORD) ||
      !pq_line_glued(l, k) || !pq_is_alpha(l->text.ptr[l->at[k].span.begin])) {
    return i;
  }
  for (; k < l->n && l->at[k].span.end - l->at[i].span.begin < TAG_MOST; ++k) {
    if (pq_line_mark(l, k, '>')) return k + 1;
  }
  return i;
}

/* A run of tokens with no space between, from `i`. */
static uint32_t run_end(const pq_line *l, uint32_t i) {
  uint32_t k = i + 1;
  while (pq_line_glued(l, k)) {
    ++k;
  }
  return k;
}

static bool is_url(const pq_line *l, uint32_t i) {
  return ((pq_line_says(l, i, "http") || pq_line_says(l, i, "https")) &&
          pq_line_mark(l, i + 1, ':')) ||
         (pq_line_says(l, i, "www") && pq_line_mark(l, i + 1, '.'));
}

/* Prefixes of identifiers that stand in prose. */
static const char *const prefixes[] = {"MIM",     "OMIM", "PMID", "PMC",
                                       "ChEBI",   "GO",   "RO",   "MOD",
                                       "UniProt", "HGNC", "doi",  "Reactome"};

static uint32_t identifier_end(const pq_line *l, uint32_t i) {
  if (pq_line_says(l, i, "EC") && i + 2 < l->n &&
      (l->at[i + 1].classes & PQ_TOKEN_NUMBER) && pq_line_mark(l, i + 2, '.')) {
    return run_end(l, i + 1);
  }
  if (!pq_line_mark(l, i + 1, ':')) return i;
  for (size_t k = 0; k < sizeof prefixes / sizeof prefixes[0]; ++k) {
    if (pq_line_says(l, i, prefixes[k])) {
      uint32_t end = run_end(l, i + 2);
      while (end > i + 3 && (l->at[end - 1].classes & PQ_TOKEN_MARK)) {
        --end; /* the bracket or stop behind it */
      }
      return end;
    }
  }
  return i;
}

/* Most tokens begin none of these: a mark "<" or a word before ":" or ".", or
 * "EC". */
static bool may_mask(const pq_line *l, uint32_t i) {
  if (l->at[i].classes & PQ_TOKEN_MARK) return pq_line_mark(l, i, '<');
  return pq_line_mark(l, i + 1, ':') || pq_line_mark(l, i + 1, '.') ||
         pq_line_says(l, i, "EC");
}

void pq_token_mask(pq_record *r, const pq_sentence *s) {
  const pq_line l = pq_token_line(r, (pq_sentence_id)(s - r->sentences.at));
  for (uint32_t i = 0; i < l.n; ++i) {
    if (!may_mask(&l, i)) continue;
    uint32_t end = tag_end(&l, i);
    if (end == i && is_url(&l, i)) end = run_end(&l, i);
    if (end == i) end = identifier_end(&l, i);
    pq_line_mask(&l, i, end);
  }
}
