#include "normal.h"

#include "base/greek.h"
#include "base/utf8.h"

/* The long names of Greek letters, by their first letter ... */
static const pq_view long_greek[26] = {
#define PQ_GREEK_LONG(code, first, second, name) \
  [(first) - 'a'] = PQ_LIT_INIT(name),
#define PQ_GREEK_SHORT(code, first, second, name)
#include "base/greek.def"
};

/* ... and by their first two: of each first one, the bits of the second.  A
 * byte counts by its lowest five bits, so that the case does not. */
static const uint32_t long_starts[32] = {
#define PQ_GREEK_LONG(code, first, second, name) \
  [(first) % 32] = (uint32_t)1 << (second) % 32,
#define PQ_GREEK_SHORT(code, first, second, name)
#include "base/greek.def"
};

/* One bit of 64 for the first two letters of a word, and those of all names:
 * most words have none of them. */
#define START(first, second) \
  ((uint64_t)1 << ((first) % 32U * 7U + (second) % 32U) % 64U)
static const uint64_t starts = 0
#define PQ_GREEK_LONG(code, first, second, name) | START(first, second)
#define PQ_GREEK_SHORT                           PQ_GREEK_LONG
#include "base/greek.def"
    ;

enum {
  N_LETTERS = 26
};

/* Characters that fold to something that Unicode's tables do not say. */
static const struct {
  uint32_t code;
  char text[4];
  pq_fold_class is;
} odd[] = {{0xAA, "a", PQ_FOLD_LETTER},     {0xBA, "o", PQ_FOLD_LETTER},
           {0xC6, "AE", PQ_FOLD_LETTER},    {0xD0, "D", PQ_FOLD_LETTER},
           {0xD8, "O", PQ_FOLD_LETTER},     {0xDE, "Th", PQ_FOLD_LETTER},
           {0xDF, "ss", PQ_FOLD_LETTER},    {0xE6, "ae", PQ_FOLD_LETTER},
           {0xF0, "d", PQ_FOLD_LETTER},     {0xF8, "o", PQ_FOLD_LETTER},
           {0xFE, "th", PQ_FOLD_LETTER},    {0x110, "D", PQ_FOLD_LETTER},
           {0x111, "d", PQ_FOLD_LETTER},    {0x131, "i", PQ_FOLD_LETTER},
           {0x141, "L", PQ_FOLD_LETTER},    {0x142, "l", PQ_FOLD_LETTER},
           {0x152, "OE", PQ_FOLD_LETTER},   {0x153, "oe", PQ_FOLD_LETTER},
           {0x2018, "'", PQ_FOLD_MARK},     {0x2019, "'", PQ_FOLD_MARK},
           {0x201A, "'", PQ_FOLD_MARK},     {0x201B, "'", PQ_FOLD_MARK},
           {0x2032, "'", PQ_FOLD_MARK},     {0x201C, "\"", PQ_FOLD_MARK},
           {0x201D, "\"", PQ_FOLD_MARK},    {0x201E, "\"", PQ_FOLD_MARK},
           {0x2033, "\"", PQ_FOLD_MARK},    {0x207A, "+", PQ_FOLD_MARK},
           {0x207B, "-", PQ_FOLD_DASH},     {0x208A, "+", PQ_FOLD_MARK},
           {0x208B, "-", PQ_FOLD_DASH},     {0xFB00, "ff", PQ_FOLD_LETTER},
           {0xFB01, "fi", PQ_FOLD_LETTER},  {0xFB02, "fl", PQ_FOLD_LETTER},
           {0xFB03, "ffi", PQ_FOLD_LETTER}, {0xFB04, "ffl", PQ_FOLD_LETTER},
           {0xFB05, "st", PQ_FOLD_LETTER},  {0xFB06, "st", PQ_FOLD_LETTER}};

static pq_fold fold_of(const char *text, pq_fold_class is) {
  pq_fold f = {.is = is, .len = (uint8_t)strlen(text)};
  memcpy(f.text, text, f.len);
  return f;
}

static bool is_dash(uint32_t code) {
  return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

static bool is_blank(uint32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 ||
         (code >= 0x2000 && code <= 0x200B) || code == 0x202F ||
         code == 0x205F || code == 0x3000 || code == 0xFEFF;
}

/* The digit that a sub- or superscript writes, or 0. */
static char script_digit(uint32_t code) {
  switch (code) {
  case 0xB9: return '1';
  case 0xB2: return '2';
  case 0xB3: return '3';
  default: break;
  }
  if (code == 0x2070 || (code >= 0x2074 && code <= 0x2079)) {
    return "0123456789"[code - 0x2070];
  }
  if (code >= 0x2080 && code <= 0x2089) return "0123456789"[code - 0x2080];
  return '\0';
}

/* The letter that a symbol is, or the code itself. */
static uint32_t letter_of(uint32_t code) {
  switch (code) {
  case 0xB5: return 0x3BC;  /* micro sign */
  case 0x3D0: return 0x3B2; /* symbols: beta, theta, phi, pi, kappa, rho, */
  case 0x3D1: return 0x3B8; /* epsilon */
  case 0x3D5: return 0x3C6;
  case 0x3D6: return 0x3C0;
  case 0x3F0: return 0x3BA;
  case 0x3F1: return 0x3C1;
  case 0x3F5: return 0x3B5;
  default: return code;
  }
}

static pq_fold fold_ascii(char c) {
  pq_fold f = {.text = {c}, .len = 1, .is = PQ_FOLD_MARK};
  if (pq_is_alpha(c)) f.is = PQ_FOLD_LETTER;
  if (pq_is_digit(c)) f.is = PQ_FOLD_DIGIT;
  if (c == '-') f.is = PQ_FOLD_DASH;
  if (is_blank((unsigned char)c)) f.is = PQ_FOLD_BLANK;
  return f;
}

/* A code point beyond ASCII; `raw` is its bytes. */
static pq_fold fold_wide(uint32_t code, pq_view raw) {
  if (is_dash(code)) return fold_of("-", PQ_FOLD_DASH);
  if (is_blank(code)) return fold_of(" ", PQ_FOLD_BLANK);
  if (code == 0xAD) return fold_of("", PQ_FOLD_SOFT);
  for (size_t i = 0; i < sizeof odd / sizeof odd[0]; ++i) {
    if (odd[i].code == code) return fold_of(odd[i].text, odd[i].is);
  }
  const char digit[2] = {script_digit(code), '\0'};
  if (digit[0]) return fold_of(digit, PQ_FOLD_DIGIT);
  if (pq_utf8_is_mark(code)) return fold_of("", PQ_FOLD_NOTHING);
  const uint32_t base = pq_utf8_base(code);
  const pq_view greek = pq_greek_name(letter_of(base));
  if (greek.len) return fold_of(greek.ptr, PQ_FOLD_GREEK); /* a literal */
  if (base < 0x80) return fold_ascii((char)base);
  pq_fold f = {.is = pq_utf8_is_letter(code) ? PQ_FOLD_LETTER : PQ_FOLD_MARK,
               .len =
                   (uint8_t)(raw.len < PQ_FOLD_MOST ? raw.len : PQ_FOLD_MOST)};
  memcpy(f.text, raw.ptr, f.len);
  return f;
}

pq_fold pq_fold_next(pq_view raw, size_t *at) {
  const size_t begin = *at;
  const uint32_t code = pq_utf8_mended(raw, at);
  if (code < 0x80) return fold_ascii((char)code);
  return fold_wide(code, (pq_view){raw.ptr + begin, *at - begin});
}

/* A run of one kind that is being read: its folded bytes stand in the key
 * already, behind a gap if a space may come before them. */
typedef struct piece {
  uint32_t at, len; /* in k->text */
  uint32_t points;  /* letters in it */
  pq_fold_class is;
  bool full;
} piece;

static void piece_byte(pq_normal *k, piece *p, char c) {
  if (!(k->how & PQ_NORMAL_CASE)) c = pq_to_lower(c);
  k->text[p->at + p->len++] = c;
}

static void piece_add(pq_normal *k, piece *p, const pq_fold *f) {
  if (k->len + p->len > PQ_KEY_MOST) {
    p->full = true;
    return;
  }
  for (uint32_t i = 0; i < f->len; ++i) {
    piece_byte(k, p, f->text[i]);
  }
  ++p->points;
}

/* The letters from `*at` on that need no folding. */
static void piece_letters(pq_normal *k, piece *p, pq_view raw, size_t *at,
                          size_t to) {
  const size_t room = PQ_KEY_MOST + 1 - k->len - p->len;
  const size_t end = to - *at < room ? to : *at + room;
  const size_t begin = *at;
  size_t i = begin;
  for (; i < end && pq_is_alpha(raw.ptr[i]); ++i) {
    piece_byte(k, p, raw.ptr[i]);
  }
  p->points += (uint32_t)(i - begin);
  *at = i;
}

/* Does this name stand at byte `at`, in whatever case? */
static bool alike_at(pq_view text, size_t at, pq_view name) {
  return at + name.len <= text.len &&
         pq_to_lower(text.ptr[at]) == name.ptr[0] &&
         pq_view_alike((pq_view){text.ptr + at, name.len}, name);
}

/* Length of the long Greek name at byte `at`, or 0.  Next to nothing begins
 * with the first two letters of one, so they are asked for together. */
static inline size_t greek_at(pq_view text, size_t at) {
  if (at + 2 > text.len) return 0;
  const uint32_t first = (unsigned char)text.ptr[at] % 32U;
  const uint32_t second = (unsigned char)text.ptr[at + 1] % 32U;
  if (!(long_starts[first] >> second & 1U)) return 0;
  const char c = pq_to_lower(text.ptr[at]);
  if (!pq_is_lower(c)) return 0;
  const pq_view name = long_greek[c - 'a'];
  return name.len && alike_at(text, at, name) ? name.len : 0;
}

static bool is_greek_word(pq_view word) {
  if (word.len < 2) return false;
  const unsigned char first = (unsigned char)word.ptr[0];
  const unsigned char second = (unsigned char)word.ptr[1];
  return (starts & START(first, second)) && pq_greek_code(word);
}

/* Is it a Greek name, or one with a letter behind it ("kappaB")? */
static bool leads_greek(pq_view word, pq_fold_class is) {
  if (is == PQ_FOLD_GREEK) return true;
  if (is != PQ_FOLD_LETTER) return false;
  const size_t n = greek_at(word, 0);
  return (n && word.len == n + 1) || is_greek_word(word);
}

/* Is it a Greek name, or does it end with one ("NFkappa")? */
static bool ends_greek(pq_view word, pq_fold_class is) {
  if (is == PQ_FOLD_GREEK) return true;
  if (is != PQ_FOLD_LETTER) return false;
  for (size_t i = 0; i < N_LETTERS; ++i) {
    const size_t n = long_greek[i].len;
    if (n && word.len > n && alike_at(word, word.len - n, long_greek[i])) {
      return true;
    }
  }
  return is_greek_word(word);
}

bool pq_normal_greek(pq_view letters) {
  return leads_greek(letters, PQ_FOLD_LETTER);
}

static bool is_wordy(pq_fold_class c) {
  return c == PQ_FOLD_LETTER || c == PQ_FOLD_GREEK;
}

/* May a space come before the next piece? */
static bool has_gap(const pq_normal *k) {
  return k->len > 0 && (k->blank || (k->dash && (k->how & PQ_NORMAL_SPACE)));
}

/* Does the space before this piece stay? */
static bool keeps_space(const pq_normal *k, const piece *p) {
  if (!has_gap(k)) return false;
  if (is_wordy(k->last) && p->is == PQ_FOLD_DIGIT) return false;
  if (k->last == PQ_FOLD_DIGIT && is_wordy(p->is)) return false;
  if (leads_greek((pq_view){k->text + p->at, p->len}, p->is)) return false;
  if (p->is != PQ_FOLD_LETTER || p->points > 1) return true;
  return !ends_greek(pq_view_skip(pq_normal_key(k), k->last_at), k->last);
}

static void put_piece(pq_normal *k, const piece *p) {
  const bool space = keeps_space(k, p);
  if (p->full || k->len + p->len + space > PQ_KEY_MOST) {
    k->full = true;
    return;
  }
  if (space) {
    k->text[k->len++] = ' ';
  }
  k->last_at = k->len;
  if (p->at != k->len) { /* the gap closes */
    memmove(k->text + k->len, k->text + p->at, p->len);
  }
  k->len += p->len;
  k->last = p->is;
  k->blank = k->dash = false;
}

void pq_normal_begin(pq_normal *k, uint32_t how) {
  k->len = 0;
  k->how = how;
  k->last = PQ_FOLD_NOTHING;
  k->last_at = 0;
  k->blank = k->dash = k->dashed = k->full = false;
}

/* The run that begins at `*at`: letters or digits together, others alone. */
static void read_piece(pq_normal *k, pq_view raw, size_t *at, size_t to,
                       piece *p) {
  *p = (piece){.at = k->len + has_gap(k), .is = PQ_FOLD_NOTHING};
  if (*at < to && pq_is_alpha(raw.ptr[*at])) {
    p->is = PQ_FOLD_LETTER;
    piece_letters(k, p, raw, at, to);
    if (*at == to) return;
  }
  while (*at < to) {
    size_t next = *at;
    const pq_fold f = pq_fold_next(raw, &next);
    const bool first = p->points == 0;
    const bool joins =
        f.is == p->is && (f.is == PQ_FOLD_LETTER || f.is == PQ_FOLD_DIGIT);
    if (!first && !joins && f.is != PQ_FOLD_NOTHING) return;
    if (first) p->is = f.is;
    if (first || joins) piece_add(k, p, &f);
    *at = next;
    if (p->is == PQ_FOLD_LETTER) piece_letters(k, p, raw, at, to);
  }
}

bool pq_normal_add(pq_normal *k, pq_view raw, size_t from, size_t to) {
  size_t at = from;
  while (at < to && !k->full) {
    piece p;
    read_piece(k, raw, &at, to, &p);
    switch (p.is) {
    case PQ_FOLD_NOTHING:
    case PQ_FOLD_SOFT: break;
    case PQ_FOLD_BLANK: k->blank = true; break;
    case PQ_FOLD_DASH: k->dash = k->dashed = true; break;
    case PQ_FOLD_LETTER:
    case PQ_FOLD_GREEK:
    case PQ_FOLD_DIGIT:
    case PQ_FOLD_MARK: put_piece(k, &p); break;
    }
  }
  return !k->full;
}

bool pq_normal_word(pq_normal *k, pq_view word, bool gap, bool apart) {
  const bool behind = has_gap(k) || (gap && k->len > 0);
  if (behind && !apart) return false;
  const bool space = behind && k->last != PQ_FOLD_DIGIT;
  if (k->full || k->len + word.len + space > PQ_KEY_MOST) return false;
  if (space) k->text[k->len++] = ' ';
  k->last_at = k->len;
  const char bit = k->how & PQ_NORMAL_CASE ? '\0' : ' '; /* of small letters */
  char *const to = k->text + k->len;
  for (size_t i = 0; i < word.len; ++i) {
    to[i] = (char)(word.ptr[i] | bit);
  }
  k->len += (uint32_t)word.len;
  k->last = PQ_FOLD_LETTER;
  k->blank = k->dash = false;
  return true;
}

bool pq_normal_mark(pq_normal *k, char mark, bool gap) {
  if (mark == '-') {
    k->dash = k->dashed = true;
    k->blank = k->blank || gap;
    return !k->full;
  }
  const bool space = has_gap(k) || (gap && k->len > 0);
  if (k->full || k->len + 1 + space > PQ_KEY_MOST) {
    k->full = true;
    return false;
  }
  if (space) k->text[k->len++] = ' ';
  k->last_at = k->len;
  k->text[k->len++] = mark;
  k->last = PQ_FOLD_MARK;
  k->blank = k->dash = false;
  return true;
}

pq_view pq_normal_of(pq_normal *k, pq_view raw, uint32_t how) {
  pq_normal_begin(k, how);
  if (!pq_normal_add(k, raw, 0, raw.len)) return (pq_view){"", 0};
  return pq_normal_key(k);
}

static bool is_letter_byte(char c) {
  return pq_is_lower(c) || (unsigned char)c >= 0x80;
}

pq_view pq_normal_run(pq_view key) {
  size_t n = 0;
  if (key.len && pq_is_digit(key.ptr[0])) {
    while (n < key.len && pq_is_digit(key.ptr[n])) {
      ++n;
    }
    return pq_view_head(key, n);
  }
  const size_t lead = greek_at(key, 0);
  if (lead) return pq_view_head(key, lead);
  while (n < key.len && is_letter_byte(key.ptr[n]) &&
         !(n && greek_at(key, n))) {
    ++n;
  }
  return pq_view_head(key, n ? n : 1);
}
