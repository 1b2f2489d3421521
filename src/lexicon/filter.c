#include "filter.h"

#include "normal.h"

static void count_letter(char c, pq_traits *t) {
  if (pq_is_upper(c)) {
    if (t->letters == 0) t->first_upper = true;
    ++t->upper;
  }
  t->lower += pq_is_lower(c);
  ++t->letters;
}

static void add_letter(char c, pq_traits *t) {
  if (t->gaps || t->digits || t->n_word == PQ_WORD_MOST) return;
  t->word[t->n_word++] = pq_to_lower(c);
}

static void count_fold(const pq_fold *f, pq_traits *t) {
  switch (f->is) {
  case PQ_FOLD_NOTHING:
  case PQ_FOLD_SOFT: break;
  case PQ_FOLD_LETTER: count_letter(f->text[0], t); break;
  case PQ_FOLD_GREEK: ++t->letters; break;
  case PQ_FOLD_DIGIT: ++t->digits; break;
  case PQ_FOLD_DASH:
  case PQ_FOLD_BLANK: ++t->gaps; break;
  case PQ_FOLD_MARK: ++t->marks; break;
  }
}

void pq_traits_of(pq_view text, pq_traits *out) {
  *out = (pq_traits){.letters = 0};
  for (size_t at = 0; at < text.len;) {
    const char c = text.ptr[at];
    if (pq_is_alpha(c)) { /* as most are */
      count_letter(c, out);
      add_letter(c, out);
      ++at;
      continue;
    }
    const pq_fold f = pq_fold_next(text, &at);
    count_fold(&f, out);
    for (uint32_t i = 0; f.is == PQ_FOLD_LETTER && i < f.len; ++i) {
      add_letter(f.text[i], out);
    }
  }
}

static bool only_letters(const pq_traits *t) {
  return t->digits == 0 && t->marks == 0 && t->gaps == 0;
}

/* By their first letter. */
#define WORDS(letter, ...)                   \
  [(letter) - 'a'] = (const char *const[]) { \
    __VA_ARGS__, NULL                        \
  }
static const char *const *const function_words[26] = {
    WORDS('a', "a", "about", "after", "all", "also", "although", "an", "and",
          "any", "are", "as", "at"),
    WORDS('b', "be", "been", "being", "both", "but", "by"),
    WORDS('c', "can", "could"),
    WORDS('d', "do", "does", "during"),
    WORDS('e', "each"),
    WORDS('f', "for", "from"),
    WORDS('h', "had", "has", "have", "how"),
    WORDS('i', "if", "in", "into", "is", "it", "its"),
    WORDS('m', "may", "might", "more", "most"),
    WORDS('n', "no", "nor", "not"),
    WORDS('o', "of", "on", "or", "other", "our"),
    WORDS('s', "so", "some", "such"),
    WORDS('t', "than", "that", "the", "their", "them", "then", "there", "these",
          "they", "this", "those", "through", "thus", "to"),
    WORDS('u', "under", "upon"),
    WORDS('v', "via"),
    WORDS('w', "was", "we", "were", "what", "when", "where", "which", "while",
          "who", "whose", "why", "will", "with", "within", "would")};
#undef WORDS

bool pq_filter_function_word(pq_view word) {
  const char first = pq_view_first(word);
  if (!pq_is_lower(first)) return false;
  const char *const *const words = function_words[first - 'a'];
  return words && pq_view_says_any(word, words);
}

/* ---- context ---- */

/* Byte of the text behind a pattern that stands at `at`, or 0.  A dash in the
 * pattern is any dash. */
static size_t covered(pq_view text, size_t at, pq_view pattern) {
  for (size_t i = 0; i < pattern.len; ++i) {
    if (at >= text.len) return 0;
    if (pattern.ptr[i] == '-') {
      if (pq_fold_next(text, &at).is != PQ_FOLD_DASH) return 0;
    } else if (pq_to_lower(text.ptr[at++]) != pq_to_lower(pattern.ptr[i])) {
      return 0;
    }
  }
  return at;
}

/* Does a token end at this byte, the token i or one behind it? */
static bool ends_token(const pq_look *look, uint32_t i, size_t end) {
  while (i < look->n_tokens && look->tokens[i].span.end < end) {
    ++i;
  }
  return i < look->n_tokens && look->tokens[i].span.end == end;
}

/* Is a word of a context in the sentence: "estrogen", "F-box", or "estrogen*"
 * for what begins so? */
static bool has_word(const pq_look *look, pq_view pattern) {
  const bool open = pq_view_ends(pattern, PQ_LIT("*"));
  const pq_view word = pq_view_head(pattern, pattern.len - (open ? 1 : 0));
  char first = '-';
  if (word.len) first = word.ptr[0];
  for (uint32_t i = 0; i < look->n_tokens; ++i) {
    const uint32_t at = look->tokens[i].span.begin;
    if (first != '-' && !pq_may_alike(look->text.ptr[at], first)) continue;
    const size_t end = covered(look->text, at, word);
    if (end && (open || ends_token(look, i, end))) return true;
  }
  return false;
}

static bool sentence_has(const pq_look *look, pq_view words) {
  pq_view rest = words;
  while (look && rest.len) {
    if (has_word(look, pq_view_cut(&rest, '/'))) return true;
  }
  return false;
}

/* ---- denial ---- */

static bool has_form(pq_view text) {
  pq_traits t;
  pq_traits_of(text, &t);
  return t.upper > 0 || t.digits > 0;
}

static bool same_case(pq_view a, pq_view b) {
  pq_normal x;
  pq_normal y;
  if (pq_view_same(a, b)) return true;
  return pq_view_same(pq_normal_of(&x, a, PQ_NORMAL_CASE),
                      pq_normal_of(&y, b, PQ_NORMAL_CASE));
}

/* A row of the id "-" denies no reading: see pq_filter_names_nothing. */
static bool row_denies(const pq_image *im, const pq_image_deny *row,
                       const pq_surface *s, const pq_candidate *c) {
  const pq_view id = pq_image_text(im, row->id);
  if (!pq_view_same(id, PQ_LIT("*")) && !pq_view_same(id, c->id)) return false;
  const pq_view text = pq_image_text(im, row->text);
  if (has_form(text) && !same_case(text, s->text)) return false;
  const pq_view context = pq_image_text(im, row->context);
  if (pq_view_starts(context, PQ_LIT("!"))) {
    return !sentence_has(s->look, pq_view_skip(context, 1));
  }
  return context.len == 0 || sentence_has(s->look, context);
}

/* The first row of this key. */
static uint32_t first_deny(const pq_image *im, pq_view key) {
  uint32_t low = 0;
  uint32_t high = im->n[PQ_SECTION_DENY];
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (pq_view_order(pq_image_text(im, im->deny[mid].key), key) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

/* A layer denies its own readings and those of weaker ones. */
static bool is_denied(const pq_lexicon *lex, const pq_surface *s,
                      const pq_candidate *c) {
  const pq_view key = s->key;
  for (uint8_t l = 0; l < lex->n && l <= c->layer; ++l) {
    const pq_image *const im = &lex->layers[l].image;
    if (!pq_image_may_deny(im, key)) continue;
    for (uint32_t i = first_deny(im, key);
         i < im->n[PQ_SECTION_DENY] &&
         pq_view_same(pq_image_text(im, im->deny[i].key), key);
         ++i) {
      if (row_denies(im, &im->deny[i], s, c)) return true;
    }
  }
  return false;
}

static bool is_nothing(const pq_image *im, pq_view word) {
  pq_normal made;
  if (!pq_image_may_be_nothing(im, word)) return false;
  const pq_view key = pq_normal_of(&made, word, 0);
  for (uint32_t i = first_deny(im, key);
       i < im->n[PQ_SECTION_DENY] &&
       pq_view_same(pq_image_text(im, im->deny[i].key), key);
       ++i) {
    if (pq_view_same(pq_image_text(im, im->deny[i].id), PQ_LIT("-")) &&
        pq_view_same(pq_image_text(im, im->deny[i].text), word)) {
      return true;
    }
  }
  return false;
}

bool pq_filter_names_nothing(const pq_lexicon *lex, pq_view word) {
  for (uint8_t l = 0; l < lex->n; ++l) {
    if (is_nothing(&lex->layers[l].image, word)) return true;
  }
  return false;
}

/* ---- case and English words ---- */

static bool is_english(const pq_lexicon *lex, const pq_traits *t) {
  const pq_view word = {t->word, t->n_word};
  for (uint8_t l = 0; l < lex->n; ++l) {
    if (pq_image_english(&lex->layers[l].image, word)) return true;
  }
  return false;
}

static bool is_title(const pq_traits *t) {
  return t->first_upper && t->upper == 1 && t->letters > 1;
}

static bool has_lower(pq_view text) {
  pq_traits t;
  pq_traits_of(text, &t);
  return t.lower > 0;
}

/* An English word is a name in capitals that are listed so, or in the listed
 * form, unless that is how any word looks at the start of a sentence. */
static bool english_fits(const pq_surface *s, const pq_candidate *c) {
  if (c->flags & PQ_NAME_ANY_CASE) return true;
  if (s->traits.lower == 0 && !has_lower(c->name)) return true;
  return pq_view_same(s->text, c->name) &&
         !(s->initial && is_title(&s->traits));
}

/* May a word in lower case be this name, which is listed otherwise? */
static bool lower_fits(const pq_lexicon *lex, const pq_surface *s,
                       const pq_candidate *c) {
  const bool as_listed = pq_view_same(s->text, c->name);
  if (c->flags & PQ_NAME_ANY_CASE) return true;
  /* A layer that knows no English word may hold anything. */
  if (lex->layers[c->layer].image.n[PQ_SECTION_ENGLISH] == 0) {
    return s->traits.letters > 5 ||
           (as_listed && c->status == PQ_STATUS_CURATED);
  }
  return s->traits.letters > 3 || as_listed;
}

static pq_refusal judge_word(const pq_lexicon *lex, const pq_surface *s,
                             const pq_candidate *c) {
  const pq_traits *const t = &s->traits;
  if (is_english(lex, t)) {
    return english_fits(s, c) ? PQ_REFUSED_NOT : PQ_REFUSED_ENGLISH;
  }
  if (t->upper == 0 && t->lower > 0 && !lower_fits(lex, s, c)) {
    return PQ_REFUSED_LOWER;
  }
  return PQ_REFUSED_NOT;
}

/* "set 1" is an English word and a number, though SET1 is a gene. */
static bool is_loose_number(const pq_lexicon *lex, const pq_surface *s,
                            const pq_candidate *c) {
  const pq_traits *const t = &s->traits;
  if (!t->digits || !t->gaps || t->marks || t->n_word != t->letters ||
      (t->upper > 0 && !is_title(t)) || (c->flags & PQ_NAME_ANY_CASE)) {
    return false;
  }
  pq_traits name;
  pq_traits_of(c->name, &name);
  return name.gaps == 0 && is_english(lex, t);
}

/* ---- the rest ---- */

static bool is_roman(const pq_traits *t) {
  if (!only_letters(t) || t->n_word > 5) return false;
  for (uint32_t i = 0; i < t->n_word; ++i) {
    if (!strchr("ivx", t->word[i])) return false;
  }
  return t->n_word > 0;
}

static bool is_number(const pq_traits *t) {
  return t->letters == 0 || t->letters + t->digits + t->marks == 1 ||
         is_roman(t);
}

static bool cell_fits(const pq_surface *s, const pq_candidate *c) {
  const pq_view cues = PQ_LIT("cell/cells/line/lines/clone/clones");
  return c->type != PQ_CONCEPT_CELL || c->status == PQ_STATUS_CURATED ||
         s->traits.letters + s->traits.digits >= 6 ||
         sentence_has(s->look, cues);
}

pq_refusal pq_filter(const pq_lexicon *lex, const pq_surface *s,
                     const pq_candidate *c) {
  const pq_traits *const t = &s->traits;
  /* "14-3-3" means one thing and nothing else */
  const bool own = t->letters == 0 && c->status == PQ_STATUS_CURATED &&
                   pq_view_find(s->text, '-') < s->text.len;
  if (is_number(t) && !own) return PQ_REFUSED_NUMBER;
  if (is_denied(lex, s, c)) return PQ_REFUSED_DENIED;
  if ((c->flags & PQ_NAME_CASE) && !same_case(s->text, c->name)) {
    return PQ_REFUSED_CASE;
  }
  if (s->plural && (c->flags & PQ_NAME_NO_PLURAL)) return PQ_REFUSED_PLURAL;
  if (t->letters + t->digits == 2 && c->status < PQ_STATUS_NAME) {
    return PQ_REFUSED_SHORT;
  }
  if (only_letters(t)) {
    const pq_refusal why = judge_word(lex, s, c);
    if (why) return why;
  }
  if (is_loose_number(lex, s, c)) return PQ_REFUSED_ENGLISH;
  if (s->capitals && t->digits == 0 && c->status < PQ_STATUS_NAME) {
    return PQ_REFUSED_SHOUTED;
  }
  if ((c->flags & PQ_NAME_CONTEXT) && !sentence_has(s->look, c->context)) {
    return PQ_REFUSED_CONTEXT;
  }
  return cell_fits(s, c) ? PQ_REFUSED_NOT : PQ_REFUSED_CELL;
}
