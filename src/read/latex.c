#include "latex.h"

#include "base/greek.h"
#include "base/utf8.h"

/* Accents, and the combining mark that each puts on the next letter. */
static const struct {
  char command;
  uint32_t mark;
} accents[] = {
    {'`', 0x300}, {'\'', 0x301}, {'^', 0x302}, {'~', 0x303}, {'=', 0x304},
    {'u', 0x306}, {'.', 0x307},  {'"', 0x308}, {'r', 0x30A}, {'H', 0x30B},
    {'v', 0x30C}, {'d', 0x323},  {'c', 0x327}, {'k', 0x328}, {'b', 0x331},
};

static const struct {
  const char *command, *text;
} letters[] = {
    {"ss", "\xC3\x9F"},
    {"o", "\xC3\xB8"},
    {"O", "\xC3\x98"},
    {"l", "\xC5\x82"},
    {"L", "\xC5\x81"},
    {"ae", "\xC3\xA6"},
    {"AE", "\xC3\x86"},
    {"oe", "\xC5\x93"},
    {"OE", "\xC5\x92"},
    {"aa", "\xC3\xA5"},
    {"AA", "\xC3\x85"},
    {"i", "i"},
    {"j", "j"},
    {"dh", "\xC3\xB0"},
    {"DH", "\xC3\x90"},
    {"th", "\xC3\xBE"},
    {"TH", "\xC3\x9E"},
    {"dj", "\xC4\x91"},
    {"DJ", "\xC4\x90"},
    {"textendash", "\xE2\x80\x93"},
    {"textemdash", "\xE2\x80\x94"},
    {"textquoteright", "\xE2\x80\x99"},
    {"textquotesingle", "'"},
    {"textunderscore", "_"},
    {"textasciitilde", "~"},
    {"textbackslash", "\\"},
    {"textbraceleft", "{"},
    {"textbraceright", "}"},
    {"textasciicircum", "^"},
};

/* The letters of a command, and the blanks behind it. */
static pq_view take_word(pq_view text, size_t *at) {
  const size_t begin = *at;
  while (*at < text.len && pq_is_alpha(text.ptr[*at])) {
    ++*at;
  }
  const pq_view word = {text.ptr + begin, *at - begin};
  while (*at < text.len && pq_is_space(text.ptr[*at])) {
    ++*at;
  }
  return word;
}

/* "alpha", "Delta": the letter, in `room`, or nothing. */
static pq_view greek_of(pq_view word, char room[4]) {
  const uint32_t code = pq_greek_code(word);
  for (size_t i = 1; i < word.len; ++i) {
    if (!pq_is_lower(word.ptr[i])) return (pq_view){"", 0};
  }
  if (!code) return (pq_view){"", 0};
  const bool capital = pq_is_upper(word.ptr[0]);
  return (pq_view){room,
                   pq_utf8_put(capital ? code - PQ_GREEK_CAPITAL : code, room)};
}

/* What a command writes, in `room` if it is made; or nothing. */
static pq_view letter_of(pq_view word, char room[4]) {
  for (size_t i = 0; i < sizeof letters / sizeof *letters; ++i) {
    if (pq_view_same(word, pq_view_of(letters[i].command))) {
      return pq_view_of(letters[i].text);
    }
  }
  return greek_of(word, room);
}

/* What an accent stands on: "u", "{u}", "{\i}", "\i".  Empty if nothing. */
static pq_view take_base(pq_view text, size_t *at, char room[4]) {
  while (*at < text.len &&
         (pq_is_space(text.ptr[*at]) || text.ptr[*at] == '{')) {
    ++*at;
  }
  if (*at < text.len && text.ptr[*at] == '\\') {
    size_t next = *at + 1;
    const pq_view letter = letter_of(take_word(text, &next), room);
    if (letter.len) *at = next;
    return letter;
  }
  const size_t begin = *at;
  if (begin == text.len || text.ptr[begin] == '}') return (pq_view){"", 0};
  (void)pq_utf8_next(text, at);
  return (pq_view){text.ptr + begin, *at - begin};
}

/* The letter and the mark as one character where there is one. */
static void put_accent(pq_buf *out, uint32_t mark, pq_view base) {
  char pair[32];
  if (!base.len || base.len > 8) return;
  memcpy(pair, base.ptr, base.len);
  const size_t n = pq_utf8_put(mark, pair + base.len);
  pq_utf8_nfkc((pq_view){pair, base.len + n}, out);
}

static bool put_if_accent(pq_buf *out, char command, pq_view text, size_t *at) {
  for (size_t i = 0; i < sizeof accents / sizeof *accents; ++i) {
    char room[4];
    if (accents[i].command != command) continue;
    put_accent(out, accents[i].mark, take_base(text, at, room));
    return true;
  }
  return false;
}

/* What is no letter: an accent, a space, or a character as it is; a place where
 * a word may be divided is nothing. */
static void put_sign(pq_buf *out, char sign, pq_view text, size_t *at) {
  static const char spaces[] = ",;:\\ \t\r\n";
  static const char nothing[] = "-/!@()[]";
  if (put_if_accent(out, sign, text, at)) return;
  if (memchr(spaces, sign, sizeof spaces - 1)) {
    pq_buf_char(out, ' ');
  } else if (sign > ' ' && sign < 0x7F &&
             !memchr(nothing, sign, sizeof nothing - 1)) {
    pq_buf_char(out, sign);
  }
}

/* Behind a backslash. */
static void put_command(pq_buf *out, pq_view text, size_t *at) {
  if (*at == text.len) return;
  const char first = text.ptr[*at];
  if (!pq_is_alpha(first)) {
    ++*at;
    put_sign(out, first, text, at);
    return;
  }
  const pq_view word = take_word(text, at);
  if (word.len == 1 && put_if_accent(out, first, text, at)) return;
  char room[4];
  pq_buf_put(out, letter_of(word, room));
}

void pq_latex_put(pq_buf *out, pq_view text) {
  for (size_t at = 0; at < text.len;) {
    const char c = text.ptr[at++];
    if (c == '\\') {
      put_command(out, text, &at);
    } else if (c == '~') {
      pq_buf_char(out, ' ');
    } else if (c != '{' && c != '}' && c != '$') {
      pq_buf_char(out, c);
    }
  }
}
