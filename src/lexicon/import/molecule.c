#include "lexicon/import/molecule.h"

#include "base/greek.h"
#include "base/utf8.h"
#include "model/plain_part.h"

enum {
  TAG_MOST = 14, /* "</smallsup>" and the like */
  NO_BREAK_SPACE = 0xA0,
  PRIME = 0x2032
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

/* Bytes of the entity that the text begins with, or 0; its text to `out`, in
 * `room` if it is made.  A Greek letter that is named stays a name: that is
 * what the key of a name has for it. */
static size_t entity_at(pq_view raw, char room[4], pq_view *out) {
  size_t len = 0;
  uint32_t code = pq_plain_entity(raw, &len);
  if (!code) return 0;
  const pq_view name = {raw.ptr + 1, len - 2};
  if (code == NO_BREAK_SPACE) code = ' ';
  if (code == PRIME) code = '\'';
  *out = pq_greek_code(name) ? name : (pq_view){room, pq_utf8_put(code, room)};
  return len;
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
    if (raw.ptr[at] == '&') {
      step = entity_at(pq_view_skip(raw, at), room, &text);
    }
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
