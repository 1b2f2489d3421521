/* What is written onto a name, and names of species. */
#include "layer.h"
#include "normal.h"

/* Bytes of `text` from `at` that a pattern covers, or 0.  A dash in the pattern
 * is any dash. */
static size_t covered(pq_view text, size_t at, pq_view pattern) {
  const size_t begin = at;
  for (size_t i = 0; i < pattern.len; ++i) {
    if (at >= text.len) return 0;
    if (pattern.ptr[i] == '-') {
      if (pq_fold_next(text, &at).is != PQ_FOLD_DASH) return 0;
    } else if (text.ptr[at++] != pattern.ptr[i]) {
      return 0;
    }
  }
  return at - begin;
}

/* May a byte of a text stand for one of a pattern? */
static bool may_cover(char text, char pattern) {
  return text == pattern || pattern == '-';
}

/* "p" and "phospho" without a dash are prefixes of names only, not of words:
 * "pSTAT3", not "protein". */
static bool may_begin(pq_view pattern, pq_view rest) {
  if (pq_view_ends(pattern, PQ_LIT("-"))) return true;
  if (pq_is_upper(rest.ptr[0])) return true;
  for (size_t i = 0; i < rest.len; ++i) {
    if (pq_is_digit(rest.ptr[i])) return true;
  }
  return false;
}

/* Does any prefix let the token be?  A word in small letters has no dash, no
 * capital and no digit for one to end at. */
static bool is_plain_word(pq_view token) {
  for (size_t i = 0; i < token.len; ++i) {
    const char c = token.ptr[i];
    if (!pq_is_lower(c) && !(i == 0 && pq_is_upper(c))) return false;
  }
  return true;
}

pq_effect pq_lexicon_prefix(const pq_lexicon *lex, pq_view token,
                            pq_view *rest) {
  size_t best = 0;
  pq_effect effect = PQ_EFFECT_NONE;
  if (is_plain_word(token)) return effect;
  for (uint8_t l = 0; l < lex->n; ++l) {
    const pq_image *const im = &lex->layers[l].image;
    const uint64_t rows = im->hints.prefixes[pq_image_letter(token, 0)];
    if (!rows) continue; /* so it is of most */
    for (uint32_t i = im->hints.prefix_from; i < im->n[PQ_SECTION_AFFIXES];
         ++i) {
      if (!(rows & pq_image_prefix_row(im, i)) || im->affixes[i].suffix) {
        continue;
      }
      const pq_view pattern = pq_image_text(im, im->affixes[i].pattern);
      if (!may_cover(token.ptr[0], pattern.ptr[0])) continue;
      const size_t n = covered(token, 0, pattern);
      if (n <= best || n >= token.len ||
          !may_begin(pattern, pq_view_skip(token, n))) {
        continue;
      }
      best = n;
      effect = (pq_effect)im->affixes[i].effect;
    }
  }
  if (best) *rest = pq_view_skip(token, best);
  return effect;
}

/* Where a suffix begins in the token, or its length. */
static size_t suffix_begin(pq_view token, pq_view pattern) {
  if (!token.len || !pattern.len ||
      !may_cover(token.ptr[token.len - 1], pattern.ptr[pattern.len - 1])) {
    return token.len;
  }
  for (size_t at = 1; at < token.len; ++at) {
    if (pattern.ptr[0] == '-' ? pq_is_alpha(token.ptr[at])
                              : token.ptr[at] != pattern.ptr[0]) {
      continue;
    }
    const size_t n = covered(token, at, pattern);
    if (n && at + n == token.len) return at;
  }
  return token.len;
}

pq_effect pq_lexicon_suffix(const pq_lexicon *lex, pq_view token,
                            pq_view *rest) {
  size_t best = token.len;
  pq_effect effect = PQ_EFFECT_NONE;
  for (uint8_t l = 0; l < lex->n; ++l) {
    const pq_image *const im = &lex->layers[l].image;
    for (uint32_t i = 0; i < im->n[PQ_SECTION_AFFIXES]; ++i) {
      if (!im->affixes[i].suffix) continue;
      const size_t at =
          suffix_begin(token, pq_image_text(im, im->affixes[i].pattern));
      if (at >= best) continue;
      best = at;
      effect = (pq_effect)im->affixes[i].effect;
    }
  }
  if (best < token.len) *rest = pq_view_head(token, best);
  return effect;
}

pq_view pq_lexicon_species(const pq_lexicon *lex, pq_view text) {
  pq_view alike = {"", 0};
  for (uint8_t l = 0; l < lex->n; ++l) {
    const pq_image *const im = &lex->layers[l].image;
    for (uint32_t i = 0; i < im->n[PQ_SECTION_SPECIES]; ++i) {
      const pq_image_species *const row = &im->species[i];
      const pq_view name = pq_image_text(im, row->text);
      const pq_view taxon = pq_image_text(im, row->taxon);
      if (pq_view_same(name, text)) return taxon;
      if (!row->prefix && !alike.len && pq_view_alike(name, text)) {
        alike = taxon;
      }
    }
  }
  return alike;
}

/* Does the text begin with the name, and no letter go on behind it? */
static bool begins_with(pq_view text, pq_view name) {
  return name.len <= text.len &&
         (name.len == text.len || !pq_is_alpha(text.ptr[name.len])) &&
         pq_view_alike(pq_view_head(text, name.len), name);
}

/* The longest name among the rows that the text begins with. */
static void longest_species(const pq_image *im, pq_image_rows rows,
                            pq_view text, pq_view *taxon, size_t *length) {
  for (uint32_t i = rows.at; i < rows.end; ++i) {
    const pq_image_species *const row = &im->species[i];
    const pq_view name = pq_image_text(im, row->text);
    if (row->prefix || name.len <= *length || !begins_with(text, name)) {
      continue;
    }
    *taxon = pq_image_text(im, row->taxon);
    *length = name.len;
  }
}

/* The other case of a letter, or NUL: then there is none. */
static char other_case(char c) {
  if (!pq_is_alpha(c)) return '\0';
  return (char)((unsigned char)c ^ 0x20U);
}

pq_view pq_lexicon_species_at(const pq_lexicon *lex, pq_view text,
                              size_t *length) {
  pq_view taxon = {"", 0};
  *length = 0;
  for (uint8_t l = 0; l < lex->n && text.len; ++l) {
    const pq_image *const im = &lex->layers[l].image;
    const char other = other_case(text.ptr[0]);
    longest_species(im, pq_image_species_at(im, text.ptr[0]), text, &taxon,
                    length);
    if (!other) continue;
    longest_species(im, pq_image_species_at(im, other), text, &taxon, length);
  }
  return taxon;
}

/* Does the name begin with the word, and a space or a stop behind it? */
static bool leads(pq_view name, pq_view word) {
  return name.len >= word.len &&
         pq_view_alike(pq_view_head(name, word.len), word) &&
         (name.len == word.len || !pq_is_alpha(name.ptr[word.len]));
}

static bool any_leads(const pq_image *im, pq_image_rows rows, pq_view word) {
  for (uint32_t i = rows.at; i < rows.end; ++i) {
    const pq_image_species *const row = &im->species[i];
    if (!row->prefix && leads(pq_image_text(im, row->text), word)) return true;
  }
  return false;
}

bool pq_lexicon_leads_species(const pq_lexicon *lex, pq_view word) {
  for (uint8_t l = 0; l < lex->n && word.len; ++l) {
    const pq_image *const im = &lex->layers[l].image;
    const uint32_t marks = im->hints.species[pq_image_letter(word, 0)];
    const char other = other_case(word.ptr[0]);
    if (!(word.len > 1 ? marks >> pq_image_letter(word, 1) & 1U : marks)) {
      continue;
    }
    if (any_leads(im, pq_image_species_at(im, word.ptr[0]), word)) return true;
    if (other && any_leads(im, pq_image_species_at(im, other), word)) {
      return true;
    }
  }
  return false;
}
