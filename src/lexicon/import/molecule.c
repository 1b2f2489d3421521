#include "lexicon/import/molecule.h"

#include "base/greek.h"
#include "base/utf8.h"

enum {
  TAG_MOST = 14,   /* "</smallsup>" and the like */
  ENTITY_MOST = 12 /* "&#x003B1;" */
};

/* ---- markup ---- */

/* Bytes of the tag that begins at `at`, or 0.  "(1->4)" and "a<b" are none. */
static size_t tag_at(pq_view raw, size_t at) {
  size_t i = at + 1;
  if (i < raw.len && raw.ptr[i] == '/') ++i;
  if (i >= raw.len || !pq_is_alpha(raw.ptr[i])) return 0;
  while (i < raw.len && i - at < TAG_MOST &&
         (pq_is_alpha(raw.ptr[i]) || pq_is_digit(raw.ptr[i]))) {
    ++i;
  }
  if (i < raw.len && raw.ptr[i] == '/') ++i; /* <br/> */
  return i < raw.len && raw.ptr[i] == '>' ? i + 1 - at : 0;
}

static const struct {
  pq_view name, text;
} entities[] = {
    {PQ_LIT_INIT("amp"), PQ_LIT_INIT("&")},
    {PQ_LIT_INIT("apos"), PQ_LIT_INIT("'")},
    {PQ_LIT_INIT("gt"), PQ_LIT_INIT(">")},
    {PQ_LIT_INIT("lt"), PQ_LIT_INIT("<")},
    {PQ_LIT_INIT("nbsp"), PQ_LIT_INIT(" ")},
    {PQ_LIT_INIT("prime"), PQ_LIT_INIT("'")},
    {PQ_LIT_INIT("quot"), PQ_LIT_INIT("\"")},
};

/* Surrogates, and what moves a terminal: neither is written in a name. */
static bool is_no_character(uint32_t code) {
  const bool blank = code == '\t' || code == '\n' || code == '\r';
  return (code >= 0xD800 && code < 0xE000) || (code < ' ' && !blank) ||
         (code >= 0x7F && code < 0xA0);
}

/* The character of "#945" or "#x3B1"; 0 if it is none. */
static uint32_t number_of(pq_view name) {
  const bool hex = name.len > 1 && pq_to_lower(name.ptr[1]) == 'x';
  const uint32_t base = hex ? 16 : 10;
  uint32_t code = 0;
  for (size_t i = hex ? 2 : 1; i < name.len; ++i) {
    const char c = pq_to_lower(name.ptr[i]);
    uint32_t digit = 16;
    if (pq_is_digit(c)) digit = (uint32_t)(c - '0');
    if (c >= 'a' && c <= 'f') digit = (uint32_t)(c - 'a') + 10;
    if (digit >= base) return 0;
    code = code * base + digit;
    if (code > 0x10FFFF) return 0;
  }
  return is_no_character(code) ? 0 : code;
}

/* What an entity stands for, in `room` if it is made; empty if unknown. */
static pq_view entity_text(pq_view name, char room[4]) {
  for (size_t i = 0; i < sizeof entities / sizeof entities[0]; ++i) {
    if (pq_view_same(name, entities[i].name)) return entities[i].text;
  }
  /* HTML's names of Greek letters are what the key of a name has for them. */
  if (pq_greek_code(name)) return name;
  const uint32_t code = pq_view_starts(name, PQ_LIT("#")) ? number_of(name) : 0;
  return (pq_view){room, code ? pq_utf8_put(code, room) : 0};
}

/* Bytes of the entity that begins at `at`, or 0; its text to `out`. */
static size_t entity_at(pq_view raw, size_t at, char room[4], pq_view *out) {
  const pq_view rest = pq_view_head(pq_view_skip(raw, at + 1), ENTITY_MOST);
  const size_t n = pq_view_find(rest, ';');
  if (n == 0 || n == rest.len) return 0;
  const pq_view text = entity_text(pq_view_head(rest, n), room);
  if (text.len) *out = text;
  return text.len ? n + 2 : 0;
}

pq_status pq_molecule_name(pq_arena *arena, pq_view raw, pq_view *out) {
  /* No entity is shorter than what it stands for. */
  char *const to = pq_arena_take(arena, raw.len + 1);
  if (!to) return arena->status;
  size_t n = 0;
  for (size_t at = 0; at < raw.len;) {
    char room[4];
    pq_view text = {raw.ptr + at, 1};
    size_t step = 0;
    if (raw.ptr[at] == '<') step = tag_at(raw, at);
    if (step) text.len = 0;
    if (raw.ptr[at] == '&') step = entity_at(raw, at, room, &text);
    if (text.len) memcpy(to + n, text.ptr, text.len);
    n += text.len;
    at += step ? step : 1;
  }
  return pq_arena_line(arena, (pq_view){to, n}, out);
}

/* ---- peptides ---- */

static const struct {
  char three[4];
  char one;
} residues[] = {{"Ala", 'A'}, {"Arg", 'R'}, {"Asn", 'N'}, {"Asp", 'D'},
                {"Cys", 'C'}, {"Gln", 'Q'}, {"Glu", 'E'}, {"Gly", 'G'},
                {"His", 'H'}, {"Ile", 'I'}, {"Leu", 'L'}, {"Lys", 'K'},
                {"Met", 'M'}, {"Phe", 'F'}, {"Pro", 'P'}, {"Pyl", 'O'},
                {"Sec", 'U'}, {"Ser", 'S'}, {"Thr", 'T'}, {"Trp", 'W'},
                {"Tyr", 'Y'}, {"Val", 'V'}};

static char letter_of(pq_view three) {
  for (size_t i = 0; i < sizeof residues / sizeof residues[0]; ++i) {
    if (pq_view_same(three, pq_view_of(residues[i].three))) {
      return residues[i].one;
    }
  }
  return 0;
}

size_t pq_molecule_peptide(pq_view name, char code[PQ_PEPTIDE_MOST]) {
  size_t n = 0;
  pq_view rest = name;
  while (rest.len) {
    const pq_view piece = pq_view_cut(&rest, '-');
    if (pq_view_same(piece, PQ_LIT("L")) || pq_view_same(piece, PQ_LIT("D"))) {
      continue;
    }
    const char letter = letter_of(piece);
    if (!letter || n == PQ_PEPTIDE_MOST) return 0;
    code[n++] = letter;
  }
  return n > 1 ? n : 0;
}

bool pq_molecule_is_code(pq_view name, pq_view code) {
  size_t n = 0;
  for (size_t i = 0; i < name.len; ++i) {
    if (name.ptr[i] == '-') continue;
    if (n == code.len || name.ptr[i] != code.ptr[n]) return false;
    ++n;
  }
  return n == code.len && n > 0;
}

void pq_molecule_keep_peptide(pq_peptides *all, pq_view name) {
  if (all->n == PQ_PEPTIDES_MOST) return;
  char *const code = all->code[all->n];
  const size_t len = pq_molecule_peptide(name, code);
  if (!len || pq_molecule_is_peptide(all, (pq_view){code, len})) return;
  all->len[all->n++] = len;
}

bool pq_molecule_is_peptide(const pq_peptides *all, pq_view name) {
  for (size_t i = 0; i < all->n; ++i) {
    if (pq_molecule_is_code(name, (pq_view){all->code[i], all->len[i]})) {
      return true;
    }
  }
  return false;
}

bool pq_molecule_is_short(pq_view name) {
  size_t n = 0;
  for (size_t at = 0; at < name.len;) {
    const uint32_t code = pq_utf8_next(name, &at);
    n += pq_utf8_is_letter(code) || (code < 0x80 && pq_is_digit((char)code));
  }
  return n <= 2;
}

bool pq_molecule_is_part(pq_view name) {
  static const char *const parts[] = {" residue", " residues", " group",
                                      " groups"};
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; ++i) {
    if (pq_view_ends(name, pq_view_of(parts[i]))) return true;
  }
  return false;
}
