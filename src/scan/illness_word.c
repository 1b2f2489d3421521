/* What a disease is called ends in one of few words, or a word with one of few
 * ends: no list of names could be as long. */
#include "illness.h"

/* By their last letter. */
static const char *const in_a[] = {
    "emia",          "uria",      "plasia",     "plegia", "penia",
    "dementia",      "porphyria", "hemophilia", "ataxia", "schizophrenia",
    "thrombophilia", "asthma",    "oma",        NULL};
static const char *const in_e[] = {"syndrome", "disease", "intolerance", NULL};
static const char *const in_m[] = {"autism", "albinism", NULL};
static const char *const in_n[] = {"malabsorption", "hypertension",
                                   "retardation", NULL};
static const char *const in_r[] = {"disorder", "cancer", NULL};
static const char *const in_s[] = {
    "diseases",  "disorders",  "diabetes",  "cancers", "deafness", "blindness",
    "psoriasis", "pathies",    "itis",      "dosis",   "inosis",   "matosis",
    "petrosis",  "porosis",    "lithiasis", "ratosis", "thyosis",  "fibrosis",
    "sclerosis", "dysostosis", NULL};
static const char *const in_y[] = {"deficiency", "epilepsy", "pathy", "trophy",
                                   NULL};

enum {
  SHORTEST = 6 /* "coma", "uremia" */
};

/* Most words are none by their last two letters. */
static const char *const *ends_like(char last_but_one, char last) {
  switch (last) {
  case 'a': return strchr("im", last_but_one) ? in_a : NULL;
  case 'e': return strchr("cms", last_but_one) ? in_e : NULL;
  case 'm': return last_but_one == 's' ? in_m : NULL;
  case 'n': return last_but_one == 'o' ? in_n : NULL;
  case 'r': return last_but_one == 'e' ? in_r : NULL;
  case 's': return strchr("eirs", last_but_one) ? in_s : NULL;
  case 'y': return strchr("chs", last_but_one) ? in_y : NULL;
  default: return NULL;
  }
}

bool pq_illness_is_word(pq_view word) {
  if (word.len < SHORTEST) return false;
  const char *const *end =
      ends_like(word.ptr[word.len - 2], word.ptr[word.len - 1]);
  for (; end && *end; ++end) {
    const pq_view tail = pq_view_of(*end);
    if (tail.len <= word.len &&
        pq_view_says(pq_view_skip(word, word.len - tail.len), *end)) {
      return true;
    }
  }
  return false;
}
