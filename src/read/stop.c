#include "stop.h"

#include "base/utf8.h"

/* Words are looked at no further than this. */
enum {
  WORD_MOST = 80,
  GREEK_FIRST = 0x370,
  GREEK_LAST = 0x3FF
};

/* ---- white space ---- */

/* Bytes of white space that a text begins with: 0 or more than 0 for one. */
static uint32_t space_at(pq_view rest) {
  static const pq_view others[] = {
      PQ_LIT_INIT("\xC2\xA0"),     PQ_LIT_INIT("\xE2\x80\x89"),
      PQ_LIT_INIT("\xE2\x80\xA8"), PQ_LIT_INIT("\xE2\x80\xA9"),
      PQ_LIT_INIT("\xE2\x80\xAF"), PQ_LIT_INIT("\xEF\xBB\xBF")};
  if (!rest.len) return 0;
  if (pq_is_space(rest.ptr[0])) return 1;
  if (pq_is_alpha(rest.ptr[0]) || !strchr("\xC2\xE2\xEF", rest.ptr[0])) {
    return 0;
  }
  for (size_t i = 0; i < sizeof others / sizeof *others; ++i) {
    if (pq_view_starts(rest, others[i])) return (uint32_t)others[i].len;
  }
  return 0;
}

uint32_t pq_stop_skip_space(pq_view text, uint32_t at, uint32_t limit) {
  const pq_view all = pq_view_head(text, limit);
  uint32_t n = 0;
  while ((n = space_at(pq_view_skip(all, at)))) {
    at += n;
  }
  return at;
}

/* White space that a text ends with, likewise. */
static uint32_t space_before(pq_view text) {
  static const uint32_t lengths[] = {1, 2, 3};
  for (size_t i = 0; i < sizeof lengths / sizeof *lengths; ++i) {
    const uint32_t n = lengths[i];
    if (n > text.len) return 0;
    if (space_at(pq_view_skip(text, text.len - n)) == n) return n;
  }
  return 0;
}

pq_span pq_stop_trim(pq_view text, pq_span span) {
  span.begin = pq_stop_skip_space(text, span.begin, span.end);
  uint32_t n = 0;
  while (span.begin < span.end &&
         (n = space_before(pq_span_text(text, span)))) {
    span.end -= n;
  }
  return span;
}

/* ---- marks around a stop ---- */

static bool starts_any(pq_view rest, const pq_view *marks, size_t n,
                       uint32_t *len) {
  if (!rest.len || pq_is_space(rest.ptr[0])) return false; /* most often */
  for (size_t i = 0; i < n; ++i) {
    *len = (uint32_t)marks[i].len;
    if (pq_view_starts(rest, marks[i])) return true;
  }
  return false;
}

bool pq_stop_closes(pq_view text, uint32_t *at) {
  static const pq_view marks[] = {PQ_LIT_INIT("\""),
                                  PQ_LIT_INIT("'"),
                                  PQ_LIT_INIT("*"),
                                  PQ_LIT_INIT("_"),
                                  PQ_LIT_INIT("\xE2\x80\x9D"),
                                  PQ_LIT_INIT("\xE2\x80\x99"),
                                  PQ_LIT_INIT("\xC2\xBB")};
  uint32_t n = 0;
  if (!starts_any(pq_view_skip(text, *at), marks, sizeof marks / sizeof *marks,
                  &n)) {
    return false;
  }
  *at += n;
  return true;
}

static uint32_t skip_openers(pq_view text, uint32_t at, uint32_t limit) {
  static const pq_view marks[] = {PQ_LIT_INIT("("),
                                  PQ_LIT_INIT("["),
                                  PQ_LIT_INIT("\""),
                                  PQ_LIT_INIT("'"),
                                  PQ_LIT_INIT("*"),
                                  PQ_LIT_INIT("_"),
                                  PQ_LIT_INIT("\xE2\x80\x9C"),
                                  PQ_LIT_INIT("\xE2\x80\x98")};
  uint32_t n = 0;
  const pq_view all = pq_view_head(text, limit);
  while (starts_any(pq_view_skip(all, at), marks, sizeof marks / sizeof *marks,
                    &n)) {
    at += n;
  }
  return at;
}

/* ---- the word behind ---- */

/* Up to the next white space. */
static pq_view word_from(pq_view text, uint32_t at, uint32_t limit) {
  const pq_view rest = pq_view_skip(pq_view_head(text, limit), at);
  pq_view word = {rest.ptr, 0};
  while (word.len < rest.len && word.len < WORD_MOST &&
         !space_at(pq_view_skip(rest, word.len))) {
    ++word.len;
  }
  return word;
}

/* Words that begin sentences and no names. */
static bool is_opener(pq_view word) {
  static const pq_view words[] = {
      PQ_LIT_INIT("The"),   PQ_LIT_INIT("This"),    PQ_LIT_INIT("These"),
      PQ_LIT_INIT("Those"), PQ_LIT_INIT("In"),      PQ_LIT_INIT("It"),
      PQ_LIT_INIT("Its"),   PQ_LIT_INIT("However"), PQ_LIT_INIT("Thus"),
      PQ_LIT_INIT("When"),  PQ_LIT_INIT("Upon"),    PQ_LIT_INIT("After"),
      PQ_LIT_INIT("Both"),  PQ_LIT_INIT("Once"),    PQ_LIT_INIT("Although"),
      PQ_LIT_INIT("There"), PQ_LIT_INIT("They"),    PQ_LIT_INIT("As")};
  if (pq_view_ends(word, PQ_LIT(","))) --word.len;
  for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
    if (pq_view_same(word, words[i])) return true;
  }
  return false;
}

static bool is_capital(pq_view word) {
  size_t at = 0;
  if (!word.len) return false;
  const uint32_t code = pq_utf8_next(word, &at);
  return pq_utf8_is_upper(code) ||
         (code >= GREEK_FIRST && code <= GREEK_LAST && word.len > at);
}

/* p38, mTOR, c-Src, 8-OHdG, 7-methylguanine, "2)": names and counters that
 * begin with no capital.  A bare number or word does not tell. */
static bool is_name(pq_view word) {
  bool digit = false;
  bool letter = false;
  bool capital = false;
  while (word.len && strchr(".,;:", word.ptr[word.len - 1])) {
    --word.len;
  }
  if (!word.len) return false;
  for (size_t i = 0; i < word.len; ++i) {
    digit |= pq_is_digit(word.ptr[i]);
    capital |= pq_is_upper(word.ptr[i]);
    letter |= pq_is_alpha(word.ptr[i]);
  }
  if (pq_is_digit(word.ptr[0])) {
    return letter || pq_view_ends(word, PQ_LIT(")"));
  }
  return pq_is_lower(word.ptr[0]) && (digit || capital);
}

/* "<img", "</p>": a tag that stays text. */
static bool is_tag(pq_view word) {
  return word.len > 1 && word.ptr[0] == '<' &&
         (pq_is_alpha(word.ptr[1]) || word.ptr[1] == '/');
}

bool pq_stop_begins(pq_view text, uint32_t at, uint32_t limit) {
  const uint32_t from = pq_stop_skip_space(text, at, limit);
  if (from == limit) return true;
  const pq_view word = word_from(text, skip_openers(text, from, limit), limit);
  return is_capital(word) || (from > at && (is_name(word) || is_tag(word)));
}

/* ---- the word before ---- */

/* Back from the stop to white space or an opening bracket. */
static pq_view word_before(const pq_stop_place *p) {
  uint32_t from = p->stop;
  while (from > p->begin && p->stop - from < WORD_MOST) {
    const char c = p->text.ptr[from - 1];
    if (pq_is_space(c) || c == '(' || c == '[') break;
    --from;
  }
  return pq_span_text(p->text, (pq_span){from, p->stop});
}

static bool is_ascii_word(char c) {
  return pq_is_alpha(c) || pq_is_digit(c) || ((unsigned char)c & 0x80U);
}

static bool ends_alike(pq_view text, pq_view word) {
  if (!word.len || word.len > text.len ||
      !pq_may_alike(text.ptr[text.len - 1], word.ptr[word.len - 1])) {
    return false;
  }
  const size_t from = text.len - word.len;
  if (from && is_ascii_word(text.ptr[from - 1])) return false;
  return pq_view_alike(pq_view_skip(text, from), word);
}

/* "et al", "Fig", "e.g": a word of the list is before the stop. */
static bool is_listed(const pq_stop_place *p, const pq_stops *stops) {
  const pq_view before = pq_span_text(p->text, (pq_span){p->begin, p->stop});
  for (size_t i = 0; stops && i < stops->n; ++i) {
    if (ends_alike(before, stops->words[i])) return true;
  }
  return false;
}

/* "e.g", "a.k.a", "U.S": single letters, each with a stop. */
static bool is_spelled(pq_view word) {
  if (word.len < 3 || word.len % 2 == 0) return false;
  for (size_t i = 0; i < word.len; ++i) {
    if (i % 2 ? word.ptr[i] != '.' : !pq_is_alpha(word.ptr[i])) return false;
  }
  return true;
}

/* "1. First", "a. First", "iv. Fourth": a counter is all there is so far. */
static bool is_counter(const pq_stop_place *p, pq_view word) {
  const pq_span before = pq_stop_trim(p->text, (pq_span){p->begin, p->stop});
  return before.end - before.begin == word.len && word.len <= 3 &&
         (pq_is_digit(word.ptr[0]) || word.len == 1);
}

static bool is_little(pq_view word) {
  static const pq_view words[] = {
      PQ_LIT_INIT("by"),  PQ_LIT_INIT("of"),   PQ_LIT_INIT("and"),
      PQ_LIT_INIT("or"),  PQ_LIT_INIT("from"), PQ_LIT_INIT("with"),
      PQ_LIT_INIT("in"),  PQ_LIT_INIT("to"),   PQ_LIT_INIT("the"),
      PQ_LIT_INIT("see"), PQ_LIT_INIT("&"),    PQ_LIT_INIT("for")};
  for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
    if (pq_view_same(word, words[i])) return true;
  }
  return false;
}

/* "by J. Smith", "Robert A. Weinberg" and "Meri S. Cell" hold initials;
 * "class I. Peptides" and "Cyclin K. The" do not. */
static bool is_initial(const pq_stop_place *p, pq_view word, pq_view behind) {
  if (word.len != 1 || !pq_is_upper(word.ptr[0])) return false;
  if (is_opener(behind)) return false;
  pq_stop_place before = *p;
  before.stop = (uint32_t)(word.ptr - p->text.ptr);
  while (before.stop > p->begin && pq_is_space(p->text.ptr[before.stop - 1])) {
    --before.stop;
  }
  const pq_view first = word_before(&before);
  if (!first.len || is_little(first) || pq_is_upper(first.ptr[0])) return true;
  return strchr(".,;:([", first.ptr[first.len - 1]);
}

/* "p. Arg1275Gln", "c. 35G>A": one letter that begins a variant's name. */
static bool is_variant_mark(pq_view word) {
  return word.len == 1 && strchr("pcgmnr", word.ptr[0]);
}

/* ---- the verdict ---- */

static bool is_address(pq_view word) {
  static const pq_view marks[] = {PQ_LIT_INIT("://"), PQ_LIT_INIT("www."),
                                  PQ_LIT_INIT("@"), PQ_LIT_INIT("doi:")};
  for (size_t i = 0; i < word.len; ++i) {
    const pq_view rest = pq_view_skip(word, i);
    uint32_t n = 0;
    if (starts_any(rest, marks, sizeof marks / sizeof *marks, &n)) return true;
  }
  return false;
}

static bool is_lower_word(pq_view word) {
  size_t n = 0;
  while (n < word.len && pq_is_lower(word.ptr[word.len - 1 - n])) {
    ++n;
  }
  return n >= 3 && (n == word.len || word.ptr[word.len - 1 - n] == '-' ||
                    word.ptr[word.len - 1 - n] == '/');
}

/* "Moreover", "Triggering": a capital and then small letters only. */
static bool is_plain_word(pq_view word) {
  size_t n = 1;
  while (n < word.len && pq_is_lower(word.ptr[n])) {
    ++n;
  }
  if (n < word.len && (word.ptr[n] == ',' || word.ptr[n] == '-')) word.len = n;
  return n == word.len && n > 3 && pq_is_upper(word.ptr[0]);
}

/* No space behind the stop.  H2A.Z, Kv1.1, p.Arg1275Gln, alpha1.alpha2 and
 * addresses go on; "2005).STAT3", "complex.Putrescine", "sIL6R.A second" do
 * not. */
static bool ends_glued(const pq_stop_place *p, const pq_stops *stops,
                       pq_view before, pq_view behind) {
  if (p->text.ptr[p->stop] != '.' || p->end != p->stop + 1) return false;
  if (!before.len || !is_capital(behind)) return false;
  const char last = before.ptr[before.len - 1];
  if (last != ')' && last != ']' && !is_lower_word(before)) {
    if (before.len < 2 || is_spelled(before)) return false;
    if (!is_opener(behind) && !is_plain_word(behind) &&
        !pq_view_same(behind, PQ_LIT("A"))) {
      return false;
    }
  }
  return !is_listed(p, stops) && !is_address(before);
}

static bool ends_spaced(const pq_stop_place *p, const pq_stops *stops,
                        pq_view before, pq_view behind) {
  if (!is_capital(behind) && !is_name(behind) && !is_tag(behind)) {
    /* A bare number begins a sentence behind a bracket, and nowhere else. */
    return before.len && before.ptr[before.len - 1] == ')' && behind.len &&
           is_ascii_word(behind.ptr[0]);
  }
  if (p->text.ptr[p->stop] != '.' || !before.len) return true;
  if (is_spelled(before) || is_counter(p, before)) return false;
  if (is_listed(p, stops)) return is_opener(behind);
  if (before.len == 1 && pq_is_alpha(before.ptr[0]) && !is_capital(behind)) {
    return false;
  }
  if (is_variant_mark(before)) return is_opener(behind);
  return !is_initial(p, before, behind);
}

bool pq_stop_ends(const pq_stop_place *p, const pq_stops *stops) {
  const uint32_t from = pq_stop_skip_space(p->text, p->end, p->limit);
  if (from == p->limit) return true;
  const pq_view before = word_before(p);
  const pq_view behind =
      word_from(p->text, skip_openers(p->text, from, p->limit), p->limit);
  return from == p->end ? ends_glued(p, stops, before, behind)
                        : ends_spaced(p, stops, before, behind);
}
