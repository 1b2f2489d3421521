/* Sites that are one word: "Y705", "Ser32", "F1174L". */
#include "site.h"

static const char amino[] = "ACDEFGHIKLMNPQRSTVWY";

bool pq_site_is_amino(char c) {
  return c && strchr(amino, c) != NULL;
}

/* Letters, then digits: the length of the letters, 0 if not so. */
static size_t letters_then_digits(pq_view w) {
  size_t k = 0;
  while (k < w.len && pq_is_alpha(w.ptr[k])) {
    ++k;
  }
  if (k == 0 || k == w.len) return 0;
  for (size_t i = k; i < w.len; ++i) {
    if (!pq_is_digit(w.ptr[i])) return 0;
  }
  return k;
}

/* The residue that letters name: one capital, three letters, a whole word. */
static char residue_of(const pq_lexicon *lex, pq_view letters) {
  if (letters.len == 1) {
    if (pq_site_is_amino(letters.ptr[0])) return letters.ptr[0];
    return '\0';
  }
  if (letters.len < 3) return '\0';
  return pq_lexicon_residue(lex, letters);
}

static bool place(pq_site_word *out, char residue, pq_view digits) {
  const uint32_t n = pq_number_of(digits);
  if (!residue || n == 0 || n > PQ_POSITION_MOST || digits.ptr[0] == '0') {
    return false;
  }
  out->site = (pq_site){residue, n};
  return true;
}

/* "F508del", "L755fs": what became of the residue, if no other one. */
static bool is_fate(pq_view w) {
  return pq_view_same(w, PQ_LIT("del")) || pq_view_same(w, PQ_LIT("dup")) ||
         pq_view_same(w, PQ_LIT("fs"));
}

/* "F1174L", "Arg1275Gln", "F508del". */
static bool mutant_of(const pq_lexicon *lex, pq_view w, pq_site_word *out) {
  size_t end = w.len;
  while (end > 0 && pq_is_alpha(w.ptr[end - 1])) {
    --end;
  }
  const pq_view head = pq_view_head(w, end);
  const pq_view tail = pq_view_skip(w, end);
  const size_t k = letters_then_digits(head);
  if (!k || !tail.len || (k != 1 && k != 3)) return false;
  const bool exchanged = tail.len == k && residue_of(lex, tail);
  if ((!exchanged && !is_fate(tail)) ||
      !place(out, residue_of(lex, pq_view_head(head, k)),
             pq_view_skip(head, k))) {
    return false;
  }
  out->mutant = w;
  return true;
}

bool pq_site_of_word(const pq_lexicon *lex, pq_view word, pq_site_word *out) {
  *out = (pq_site_word){.letter = false};
  const size_t k = letters_then_digits(word);
  if (!k) return mutant_of(lex, word, out);
  const pq_view letters = pq_view_head(word, k);
  const pq_view digits = pq_view_skip(word, k);
  out->letter = k == 1;
  if (place(out, residue_of(lex, letters), digits)) return true;
  if (letters.ptr[0] != 'p' || k < 2) return false;
  out->phospho = true;
  out->letter = false;
  return place(out, residue_of(lex, pq_view_skip(letters, 1)), digits);
}
