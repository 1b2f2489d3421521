/* What is written higher or lower than the text before it.
 *
 *   Ca<sup>2+</sup>       a charge, Tyr<sup>118</sup> a place in a protein,
 *   p27<sup>Kip1</sup>    a name: of the word before
 *   SCF<sup>FBXW7</sup>   another name: with the word before
 *   STAT3<sup>12</sup>    a paper or note: not STAT312
 * The words before tell them apart. */
#include "plain_part.h"

/* ---- characters ---- */

char pq_plain_script(uint32_t code, bool *upper) {
  static const char digits[] = "0123456789+-=()";
  *upper = code < 0x2080;
  switch (code) {
  case 0xB9: return '1';
  case 0xB2: return '2';
  case 0xB3: return '3';
  case 0x2071: return 'i';
  case 0x207F: return 'n';
  default: break;
  }
  if (code == 0x2070 || (code >= 0x2074 && code <= 0x207E)) {
    return digits[code - 0x2070];
  }
  if (code < 0x2080 || code > 0x208E) return '\0';
  return digits[code - 0x2080];
}

static bool is_sign(char c) {
  return c == '+' || c == '-';
}

static bool is_in_word(char c) {
  return pq_is_alpha(c) || pq_is_digit(c) || (unsigned char)c >= 0x80;
}

/* ---- the word before ---- */

static pq_view last_word(pq_view text) {
  size_t n = 0;
  while (n < text.len && is_in_word(text.ptr[text.len - 1 - n])) {
    ++n;
  }
  return pq_view_skip(text, text.len - n);
}

static bool ends_with_digit(pq_view text) {
  return text.len && pq_is_digit(text.ptr[text.len - 1]);
}

static bool all(pq_view text, bool (*is)(char c)) {
  for (size_t i = 0; i < text.len; ++i) {
    if (!is(text.ptr[i])) return false;
  }
  return text.len > 0;
}

static bool is_unit(pq_view word) {
  static const char *const units[] = {
      "m",   "cm", "mm", "nm", "km", "s",         "ms", "h",
      "min", "M",  "mM", "nM", "g",  "kg",        "mg", "mol",
      "ml",  "L",  "l",  "d",  "J",  "\xC2\xB5m", NULL};
  for (size_t i = 0; units[i]; ++i) {
    if (pq_view_same(word, pq_view_of(units[i]))) return true;
  }
  return false;
}

static bool is_acid(pq_view word) {
  /* "pTyr" */
  if (word.len == 4 && word.ptr[0] == 'p') word = pq_view_skip(word, 1);
  static const char *const acids[] = {"Ala",
                                      "Arg",
                                      "Asn",
                                      "Asp",
                                      "Cys",
                                      "Gln",
                                      "Glu",
                                      "Gly",
                                      "His",
                                      "Ile",
                                      "Leu",
                                      "Lys",
                                      "Met",
                                      "Phe",
                                      "Pro",
                                      "Ser",
                                      "Thr",
                                      "Trp",
                                      "Tyr",
                                      "Val",
                                      "serine",
                                      "threonine",
                                      "tyrosine",
                                      "lysine",
                                      "arginine",
                                      "cysteine",
                                      "histidine",
                                      "aspartate",
                                      "asparagine",
                                      "glutamate",
                                      "proline",
                                      "methionine",
                                      "glutamine",
                                      "phosphoserine",
                                      "phosphotyrosine",
                                      "phosphothreonine",
                                      NULL};
  for (size_t i = 0; acids[i]; ++i) {
    if (pq_view_alike(word, pq_view_of(acids[i]))) return true;
  }
  return false;
}

static bool is_lower(char c) {
  return pq_is_lower(c);
}

/* "at S<sup>473</sup>", "AKT1 S<sup>473</sup>", "pY<sup>705</sup>"; no "vitamin
 * K<sup>12</sup>". */
static bool is_letter_of_acid(pq_view before, pq_view word) {
  static const char *const places[] = {
      "at",    "on",       "of",   "and", "or",   "residue", "site", "residues",
      "sites", "position", "both", "to",  "from", "via",     "the",  NULL};
  const bool phospho = word.len == 2 && word.ptr[0] == 'p';
  const char c = word.ptr[word.len - 1];
  if ((word.len != 1 && !phospho) || !strchr("STYKR", c)) return false;
  before = pq_view_head(before, before.len - word.len);
  if (phospho || !before.len) return true;
  if (before.ptr[before.len - 1] != ' ') return true; /* "(", "/", "-" */
  const pq_view other = last_word(pq_view_trim(before));
  if (!all(other, is_lower)) return true;
  for (size_t i = 0; places[i]; ++i) {
    if (pq_view_same(other, pq_view_of(places[i]))) return true;
  }
  return false;
}

static bool is_residue(pq_view before, pq_view word) {
  return word.len && (is_acid(word) || is_letter_of_acid(before, word));
}

/* "Tyr<sup>845</sup>,<sup>1068</sup>", "Ser<sup>218</sup>/<sup>222</sup>": one
 * more place of the residue.  A short number there is a reference. */
static bool is_next_place(pq_view before, pq_view script) {
  enum {
    PLACE_LEAST = 3
  };
  if (script.len < PLACE_LEAST || !all(script, pq_is_digit)) return false;
  while (before.len && strchr(", /", before.ptr[before.len - 1])) {
    const size_t mark = --before.len;
    while (ends_with_digit(before)) {
      --before.len;
    }
    const pq_view word = last_word(before);
    if (word.len) return before.len < mark && is_residue(before, word);
  }
  return false;
}

/* ---- what is written higher ---- */

typedef struct content {
  bool letters, digits, signs, slashes, spaces, others;
} content;

static content content_of(pq_view text) {
  content c = {0};
  for (size_t i = 0; i < text.len; ++i) {
    const char at = text.ptr[i];
    const bool wide = (unsigned char)at >= 0x80;
    c.letters = c.letters || pq_is_alpha(at) || wide;
    c.digits = c.digits || pq_is_digit(at);
    c.signs = c.signs || is_sign(at);
    c.slashes = c.slashes || at == '/';
    c.spaces = c.spaces || pq_is_space(at);
    c.others = c.others || (!is_in_word(at) && !is_sign(at) && at != '/');
  }
  return c;
}

/* "<sup>32</sup>P", "<sup>3</sup>H": does an element follow? */
static bool is_isotope(pq_view behind) {
  static const char *const elements[] = {"H",  "C",  "N",  "O",  "P",  "S",
                                         "I",  "F",  "Na", "K",  "Ca", "Fe",
                                         "Cl", "Rb", "Cr", "Tc", "Zn", NULL};
  size_t n = 0;
  while (n < behind.len && pq_is_alpha(behind.ptr[n])) {
    ++n;
  }
  for (size_t i = 0; elements[i]; ++i) {
    if (pq_view_same(pq_view_head(behind, n), pq_view_of(elements[i]))) {
      return true;
    }
  }
  return false;
}

static pq_script charge(pq_view word, pq_view script) {
  if (all(word, pq_is_digit)) return PQ_SCRIPT_POWER; /* 10<sup>-6</sup> */
  if (all(script, is_sign)) return PQ_SCRIPT_GLUE;    /* CD4<sup>+</sup> */
  if (!ends_with_digit(word)) return PQ_SCRIPT_GLUE;
  return is_sign(script.ptr[0]) ? PQ_SCRIPT_DROP : PQ_SCRIPT_BRACKET;
}

static pq_script number(pq_view before, pq_view word, pq_view script) {
  const bool plain = all(script, pq_is_digit);
  if (plain && all(word, pq_is_digit)) return PQ_SCRIPT_POWER;
  if (plain && is_unit(word)) return PQ_SCRIPT_GLUE;
  const bool places = pq_is_digit(script.ptr[0]) && ends_with_digit(script);
  return places && is_residue(before, word) ? PQ_SCRIPT_GLUE : PQ_SCRIPT_DROP;
}

/* "S473", "pTyr705", "Ser-473": a place, and no part of the name before it. */
static bool is_site(pq_view script) {
  size_t n = 0;
  while (n < script.len && pq_is_alpha(script.ptr[n])) {
    ++n;
  }
  const pq_view letters = pq_view_head(script, n);
  if (n < script.len && script.ptr[n] == '-') ++n;
  if (script.len < n + 2 || !all(pq_view_skip(script, n), pq_is_digit)) {
    return false;
  }
  const bool phospho = letters.len == 2 && letters.ptr[0] == 'p';
  if (letters.len == 1 || phospho) {
    return strchr("STY", letters.ptr[letters.len - 1]) != NULL;
  }
  return is_acid(letters);
}

/* "G12C", "V600E", "Q61*": what it is mutated to. */
static bool is_variant(pq_view script) {
  const size_t last = script.len - 1;
  return script.len >= 3 && pq_is_upper(script.ptr[0]) &&
         (pq_is_upper(script.ptr[last]) || script.ptr[last] == '*') &&
         all(pq_view_skip(pq_view_head(script, last), 1), pq_is_digit);
}

/* How much there is of it, or whether its gene is whole: CD8<sup>high</sup>. */
static bool is_state(pq_view script) {
  static const char *const states[] = {
      "hi",     "high",  "lo",   "low", "int",  "neg", "pos", "dim",
      "bright", "wt",    "ko",   "ki",  "null", "mut", "dn",  "ca",
      "kd",     "total", "flox", "fl",  "tg",   "cre", "f",   NULL};
  for (size_t i = 0; states[i]; ++i) {
    if (pq_view_alike(script, pq_view_of(states[i]))) return true;
  }
  return false;
}

static bool is_capital(char c) {
  return pq_is_upper(c) || pq_is_digit(c);
}

/* "SCF<sup>FBXW7</sup>", "APC/C<sup>CDC20</sup>": a ligase with what binds its
 * substrates; no "p27<sup>Kip1</sup>". */
static bool is_partner(pq_view word, pq_view script) {
  enum {
    SYMBOL = 4,
    LIGASE_MOST = 5
  };
  return script.len >= SYMBOL && pq_is_upper(script.ptr[0]) &&
         pq_is_upper(script.ptr[1]) && all(script, is_capital) && word.len &&
         word.len <= LIGASE_MOST && all(word, is_capital);
}

static pq_script letters(pq_view word, pq_view script, const content *c) {
  static const char *const marks[] = {"TM",       "SM",       "\xE2\x84\xA2",
                                      "\xC2\xAE", "\xC2\xA9", NULL};
  for (size_t i = 0; marks[i]; ++i) {
    if (pq_view_same(script, pq_view_of(marks[i]))) return PQ_SCRIPT_DROP;
  }
  if (c->spaces || c->slashes || is_site(script) || is_variant(script) ||
      is_state(script)) {
    return PQ_SCRIPT_PART;
  }
  if (is_partner(word, script)) return PQ_SCRIPT_JOIN;
  /* "STAT5<sup>a</sup>" is a note more often than STAT5A. */
  if (script.len == 1 && ends_with_digit(word)) return PQ_SCRIPT_DROP;
  if ((unsigned char)script.ptr[0] >= 0x80 && c->others) return PQ_SCRIPT_DROP;
  return PQ_SCRIPT_GLUE;
}

pq_script pq_plain_higher(pq_view before, pq_view script, pq_view behind) {
  if (!script.len) return PQ_SCRIPT_GLUE;
  const content c = content_of(script);
  const pq_view word = last_word(before);
  const bool closed =
      pq_view_ends(before, PQ_LIT(")")) || pq_view_ends(before, PQ_LIT("]"));
  if (is_next_place(before, script)) return PQ_SCRIPT_GLUE;
  if (!word.len && !closed) {
    const bool reference = !c.letters && !c.slashes && !is_isotope(behind);
    return reference && !(c.signs && !c.digits) ? PQ_SCRIPT_DROP
                                                : PQ_SCRIPT_GLUE;
  }
  if (c.letters) return letters(word, script, &c);
  if (c.others || (!c.digits && !c.signs)) {
    return c.digits ? number(before, word, script) : PQ_SCRIPT_DROP;
  }
  if (!c.digits) return PQ_SCRIPT_GLUE; /* "+", "-/-" */
  const bool sign =
      is_sign(script.ptr[0]) || is_sign(script.ptr[script.len - 1]);
  return sign ? charge(word, script) : number(before, word, script);
}

pq_script pq_plain_lower(pq_view before, pq_view script) {
  if (!script.len) return PQ_SCRIPT_GLUE;
  if (content_of(script).spaces) return PQ_SCRIPT_PART;
  const bool count = pq_is_digit(script.ptr[0]) && ends_with_digit(before);
  return count ? PQ_SCRIPT_DROP : PQ_SCRIPT_GLUE;
}
