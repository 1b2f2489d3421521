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
    const uint32_t code = pq_utf8_mended(word, &at);
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

/* Of ASCII, what a byte may be: in a word, or between words. */
enum {
  LETTER = 1,
  DIGIT = 2,
  BLANK = 4,
  IN_WORD = LETTER | DIGIT
};

#define TEN(c, is)                                                        \
  [c] = (is), [(c) + 1] = (is), [(c) + 2] = (is), [(c) + 3] = (is),       \
  [(c) + 4] = (is), [(c) + 5] = (is), [(c) + 6] = (is), [(c) + 7] = (is), \
  [(c) + 8] = (is), [(c) + 9] = (is)
#define LETTERS(c, is)                                                        \
  TEN(c, is), TEN((c) + 10, is), [(c) + 20] = (is), [(c) + 21] = (is),        \
                                        [(c) + 22] = (is), [(c) + 23] = (is), \
                                        [(c) + 24] = (is), [(c) + 25] = (is)
static const uint8_t kinds[256] = {
    LETTERS('a', LETTER), LETTERS('A', LETTER), TEN('0', DIGIT), [' '] = BLANK,
    ['\t'] = BLANK,       ['\n'] = BLANK,       ['\r'] = BLANK};
#undef LETTERS
#undef TEN

static uint32_t kind_at(pq_view text, size_t at) {
  return kinds[(unsigned char)text.ptr[at]];
}

static bool is_wide(char c) {
  return (unsigned char)c >= 0x80;
}

/* Of eight bytes: the high bits of those that are no ASCII letter or digit.  A
 * sum of two bytes below 0x80 has the high bit if it is not below that. */
static uint64_t no_word_bytes(uint64_t v) {
  const uint64_t ones = UINT64_C(0x0101010101010101);
  const uint64_t high = ones * 0x80;
  const uint64_t low = v & ~high;
  const uint64_t small = low | ones * 0x20;
  const uint64_t letters =
      (small + ones * (0x80 - 'a')) & ~(small + ones * (0x7F - 'z'));
  const uint64_t digits =
      (low + ones * (0x80 - '0')) & ~(low + ones * (0x7F - '9'));
  return (~(letters | digits) | v) & high;
}

/* Behind the ASCII letters and digits from `at` on. */
static size_t ascii_end(pq_view text, size_t at, size_t end) {
  for (; end - at >= 8; at += 8) {
    const uint64_t others = no_word_bytes(pq_view_eight(text.ptr + at));
    if (others) return at + pq_view_lowest(others);
  }
  while (at < end && (kind_at(text, at) & IN_WORD)) {
    ++at;
  }
  return at;
}

/* Where the word ends that begins at byte `at`; `at` if none does. */
static size_t word_end(pq_view text, size_t at, size_t end) {
  at = ascii_end(text, at, end);
  if (at == end || !is_wide(text.ptr[at])) return at;
  const pq_view until = {text.ptr, end};
  size_t next = at;
  while (next < end && in_word(pq_utf8_mended(until, &next))) {
    at = next;
  }
  return at;
}

/* "H3K27": a histone and a residue of it, which are two words.  Where the first
 * ends; `stop` of any other word. */
static size_t histone_end(pq_view text, size_t at, size_t stop) {
  static const char *const names[] = {"H2A", "H2B", "H3", "H4"};
  const pq_view word = {text.ptr + at, stop - at};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    const pq_view name = pq_view_of(names[i]);
    size_t n = name.len + 1;
    if (!pq_view_starts(word, name) || n >= word.len ||
        !strchr("KRST", word.ptr[name.len])) {
      continue;
    }
    while (n < word.len && pq_is_digit(word.ptr[n])) {
      ++n;
    }
    if (n == word.len) return at + name.len;
  }
  return stop;
}

/* "3xPPCS": a number of copies, and what there is so often.  Where the first
 * ends; `stop` of any other word. */
static size_t copies_end(pq_view text, size_t at, size_t stop) {
  size_t n = at;
  while (n < stop && pq_is_digit(text.ptr[n])) {
    ++n;
  }
  const bool copies = n > at && n + 2 < stop && text.ptr[n] == 'x' &&
                      pq_is_upper(text.ptr[n + 1]);
  return copies ? n + 1 : stop;
}

static bool is_number(pq_view word) {
  size_t n = 0;
  while (n < word.len && (kind_at(word, n) & DIGIT)) {
    ++n;
  }
  return n == word.len;
}

/* Are the token's bytes kept as a spelling? */
static bool is_spelled(const pq_record *r, const pq_token *t) {
  return r->spellings && !t->classes &&
         t->span.end - t->span.begin <= PQ_SPELLING_MOST;
}

/* What a word is: most were there before, and it is known. */
static pq_status know_word(pq_record *r, pq_view text, pq_token *t) {
  pq_status st = PQ_OK;
  const pq_view word = pq_span_text(text, t->span);
  if (!is_spelled(r, t)) {
    t->classes = classes_of(word);
    return PQ_OK;
  }
  pq_spellings *const all = r->spellings;
  PQ_TRY(st, pq_spellings_find(all, text, t->span, &t->spelling));
  pq_spelling *const s = &all->all.at[t->spelling];
  t->classes = s->classes ? s->classes : classes_of(word);
  if (t->spelling) s->classes = t->classes;
  return PQ_OK;
}

/* The token at byte `at` of the text; a word's classes are not known yet. */
static pq_token token_at(const pq_record *r, pq_view text, size_t at,
                         size_t end) {
  size_t stop = word_end(text, at, end);
  const bool mark = stop == at;
  if (text.ptr[at] == 'H' && stop > at + 3) stop = histone_end(text, at, stop);
  if (pq_is_digit(text.ptr[at])) stop = copies_end(text, at, stop);
  if (mark) (void)pq_utf8_mended((pq_view){text.ptr, end}, &stop);
  pq_token t = {.span = {(uint32_t)at, (uint32_t)stop}};
  if (mark) {
    t.classes = PQ_TOKEN_MARK;
  } else if (is_number(pq_span_text(text, t.span))) {
    t.classes = PQ_TOKEN_NUMBER;
  } else if (is_spelled(r, &t)) {
    t.spelling = pq_spellings_seek(r->spellings, text, t.span);
  }
  return t;
}

/* Markdown's "**JAK2**", "*in vitro*", "`Y694`": the mark at `at` only shows
 * how the word looks; in "HLA-A*02" it is of the name. */
static bool is_emphasis(pq_view text, size_t at, size_t end) {
  if (text.ptr[at] != '*' && text.ptr[at] != '`') return false;
  const bool within = at > 0 && at + 1 < end &&
                      (kind_at(text, at - 1) & IN_WORD) &&
                      (kind_at(text, at + 1) & IN_WORD);
  return !within;
}

/* "**JAK2**-mediated": does nothing else stand between two tokens? */
static bool is_glued(pq_view text, size_t last, size_t begin) {
  while (last < begin && is_emphasis(text, last, begin + 1)) {
    ++last;
  }
  return last == begin;
}

/* The words of the sentence, now that they are on their way. */
static pq_status know_words(pq_record *r, pq_view text, const pq_sentence *s) {
  pq_status st = PQ_OK;
  if (!s->n_tokens) return PQ_OK;
  pq_token *const t = r->tokens.at + s->token;
  for (uint32_t i = 0; i < s->n_tokens; ++i) {
    if (is_spelled(r, &t[i])) pq_spellings_near(r->spellings, t[i].spelling);
  }
  size_t last = s->span.end; /* where the token before ended */
  for (uint32_t i = 0; i < s->n_tokens; ++i) {
    if (!t[i].classes) PQ_TRY(st, know_word(r, text, &t[i]));
    if (is_glued(text, last, t[i].span.begin)) t[i].classes |= PQ_TOKEN_GLUED;
    last = t[i].span.end;
  }
  return PQ_OK;
}

/* Behind the blanks from `at` on, where there may be some beyond ASCII. */
static size_t skip_wide_blanks(pq_view text, size_t at, size_t end) {
  const pq_view until = {text.ptr, end};
  size_t next = at;
  while (at < end && is_blank(pq_utf8_mended(until, &next))) {
    at = next;
  }
  return at;
}

/* The same, and emphasis; nearly all are ASCII. */
static size_t skip_blanks(pq_view text, size_t at, size_t end) {
  while (at < end &&
         ((kind_at(text, at) & BLANK) || is_emphasis(text, at, end))) {
    ++at;
  }
  if (at == end || !is_wide(text.ptr[at])) return at;
  return skip_wide_blanks(text, at, end);
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
  const pq_view text = r->texts.at[s->text].plain.bytes;
  s->token = r->tokens.n;
  for (size_t at = s->span.begin;;) {
    at = skip_blanks(text, at, s->span.end);
    if (at >= s->span.end) break;
    if (r->tokens.n - s->token == TOKENS_MOST) {
      pq_warn(r->sink, "sentence.too-long", r->place,
              "a sentence of more than %d tokens is cut there",
              (int)TOKENS_MOST);
      break;
    }
    const pq_token t = token_at(r, text, at, next_cut(r, at, s->span.end));
    PQ_PUSH(r->arena, &r->tokens, t);
    at = t.span.end;
  }
  s->n_tokens = r->tokens.n - s->token;
  return know_words(r, text, s);
}

pq_line pq_token_line(pq_record *r, pq_sentence_id id) {
  const pq_sentence *const s = &r->sentences.at[id];
  return (pq_line){.r = r,
                   .id = id,
                   .text = r->texts.at[s->text].plain.bytes,
                   .at = r->tokens.at + s->token,
                   .n = s->n_tokens,
                   .first = s->token};
}

bool pq_line_dash(const pq_line *l, uint32_t i) {
  if (i >= l->n || !(l->at[i].classes & PQ_TOKEN_MARK)) return false;
  size_t at = l->at[i].span.begin;
  const uint32_t code = pq_utf8_mended(l->text, &at);
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

/* What begins at the word is a URL or an identifier, or nothing. */
static void mask_word(const pq_line *l, uint32_t i) {
  const uint32_t end = is_url(l, i) ? run_end(l, i) : identifier_end(l, i);
  pq_line_mask(l, i, end);
}

/* What the mark at token `i` tells of: a tag that it begins, or a word right
 * before it that may be the beginning of something. */
static void mask_at(const pq_line *l, uint32_t i) {
  const char c = l->text.ptr[l->at[i].span.begin];
  if (c == '<') pq_line_mask(l, i, tag_end(l, i));
  if ((c == ':' || c == '.') && i > 0 &&
      !(l->at[i - 1].classes & PQ_TOKEN_MARK)) {
    mask_word(l, i - 1);
  }
}

void pq_token_mask(pq_record *r, const pq_sentence *s) {
  const pq_line l = pq_token_line(r, (pq_sentence_id)(s - r->sentences.at));
  for (uint32_t i = 0; i < l.n; ++i) {
    const pq_span at = l.at[i].span;
    if (l.at[i].classes & PQ_TOKEN_MARK) {
      mask_at(&l, i);
    } else if (at.end - at.begin == 2 && pq_line_says(&l, i, "EC")) {
      mask_word(&l, i);
    }
  }
}
