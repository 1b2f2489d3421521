#include "load.h"

static const pq_load_word classes[] = {{"word", 0}, /* of a phrase: `as` */
                                       {"determiner", PQ_W_DETERMINER},
                                       {"preposition", PQ_W_PREPOSITION},
                                       {"and", PQ_W_AND},
                                       {"or", PQ_W_OR},
                                       {"be", PQ_W_BE},
                                       {"have", PQ_W_HAVE},
                                       {"do", PQ_W_DO},
                                       {"modal", PQ_W_MODAL},
                                       {"not", PQ_W_NOT},
                                       {"relative", PQ_W_RELATIVE},
                                       {"subordinate", PQ_W_SUBORDINATE},
                                       {"adverb", PQ_W_ADVERB},
                                       {"pronoun", PQ_W_PRONOUN},
                                       {"generic", PQ_W_GENERIC},
                                       {"gene", PQ_W_GENE},
                                       {"part", PQ_W_PART},
                                       {"plural", PQ_W_PLURAL},
                                       {"demonstrative", PQ_W_DEMONSTRATIVE},
                                       {"whether", PQ_W_WHETHER},
                                       {"aspect", PQ_W_ASPECT},
                                       {"site", PQ_W_SITE},
                                       {"active", PQ_W_ACTIVE},
                                       {"inactive", PQ_W_INACTIVE},
                                       {"same", PQ_W_SAME},
                                       {"happening", PQ_W_HAPPENING},
                                       {"noun", PQ_W_NOUN},
                                       {"lack", PQ_W_LACK},
                                       {"of-gene", PQ_W_OF_GENE},
                                       {"manner", PQ_W_MANNER},
                                       {"positive", PQ_W_POSITIVE},
                                       {"negative", PQ_W_NEGATIVE},
                                       {"mutant", PQ_W_MUTANT},
                                       {NULL, 0}};

static const pq_load_word meanings[] = {
#define PQ_MEANING(id, name) {name, PQ_M_##id},
#include "meanings.def"
    {NULL, 0}};

static const pq_load_word cue_kinds[] = {{"hedge", PQ_CUE_HEDGE},
                                         {"negation", PQ_CUE_NEGATION},
                                         {"no-negation", PQ_CUE_NO_NEGATION},
                                         {"unclear", PQ_CUE_UNCLEAR},
                                         {"controversy", PQ_CUE_CONTROVERSY},
                                         {"denial", PQ_CUE_DENIAL},
                                         {"direct", PQ_CUE_DIRECT},
                                         {"indirect", PQ_CUE_INDIRECT},
                                         {"either", PQ_CUE_EITHER},
                                         {"scant", PQ_CUE_SCANT},
                                         {"setting", PQ_CUE_SETTING},
                                         {NULL, 0}};

static pq_status choose(const pq_loader *d, const pq_tree *t, pq_view word,
                        const pq_load_word *table, uint32_t *out) {
  pq_tree named = *t;
  named.kind = PQ_TREE_TEXT;
  named.text = word;
  return pq_load_choice(d, &named, table, out);
}

/* ---- words ---- */

static pq_status add_class(pq_loader *d, const pq_tree *t, uint32_t bit) {
  pq_word *const w = pq_rules_add_word(d->g, t->text);
  if (!w) return d->g->arena.status;
  w->classes |= bit;
  return PQ_OK;
}

static pq_status add_meaning(pq_loader *d, const pq_tree *t, uint32_t m) {
  pq_word *const w = pq_rules_add_word(d->g, t->text);
  if (!w) return d->g->arena.status;
  pq_meanings_add(&w->meanings, (pq_meaning)m);
  return PQ_OK;
}

static bool is_meaning(pq_view key, uint32_t *out) {
  const pq_load_word *m = meanings;
  while (m->word && !pq_view_same(key, pq_view_of(m->word))) {
    ++m;
  }
  *out = m->value;
  return m->word != NULL;
}

pq_status pq_load_words(pq_loader *d, const pq_tree *t) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_load_expect(d, t, PQ_TREE_MAP));
  for (const pq_tree *c = t->child; c; c = c->next) {
    uint32_t value = 0;
    const pq_tree *list = NULL;
    const bool meaning = is_meaning(c->key, &value);
    if (!meaning) PQ_TRY(st, choose(d, c, c->key, classes, &value));
    PQ_TRY(st, pq_load_list(d, c, "words", &list));
    PQ_TRY(st, pq_load_each(d, list, value, meaning ? add_meaning : add_class));
  }
  return PQ_OK;
}

static pq_status add_class_noun(pq_loader *d, const pq_tree *t, uint32_t id) {
  pq_word *const w = pq_rules_add_word(d->g, t->text);
  if (!w) return d->g->arena.status;
  if (w->class_noun) return pq_load_wrong(d, t, "this word has a class");
  if (id > UINT8_MAX) return pq_load_wrong(d, t, "there are too many classes");
  w->class_noun = (uint8_t)id;
  return PQ_OK;
}

pq_status pq_load_classes(pq_loader *d, const pq_tree *t) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_load_expect(d, t, PQ_TREE_MAP));
  for (const pq_tree *c = t->child; c; c = c->next) {
    const pq_tree *list = NULL;
    PQ_TRY(st, pq_load_list(d, c, "words", &list));
    PQ_PUSH(&d->g->arena, &d->g->class_ids, c->key);
    PQ_TRY(st, pq_load_each(d, list, d->g->class_ids.n - 1, add_class_noun));
  }
  return PQ_OK;
}

static pq_status add_stop(pq_loader *d, const pq_tree *t, uint32_t none) {
  (void)none;
  PQ_PUSH(&d->g->arena, &d->g->stops, t->text);
  return PQ_OK;
}

pq_status pq_load_stops(pq_loader *d, const pq_tree *t) {
  return pq_load_each(d, t, 0, add_stop);
}

/* ---- several words ---- */

static pq_status cut_words(const pq_loader *d, const pq_tree *t,
                           pq_view words[PQ_PHRASE_WORDS_MOST], uint32_t *n) {
  pq_view rest = t->text;
  for (*n = 0; rest.len; ++*n) {
    if (*n == PQ_PHRASE_WORDS_MOST) {
      return pq_load_wrong(d, t, "a phrase has %d words at the most",
                           PQ_PHRASE_WORDS_MOST);
    }
    words[*n] = pq_view_cut(&rest, ' ');
  }
  return *n ? PQ_OK : pq_load_wrong(d, t, "here should be words");
}

/* The alternative number `at` of "loses|lost", and how many there are. */
static pq_view alternative(pq_view words, uint32_t at, uint32_t *n) {
  pq_view found = words;
  for (*n = 0; words.len || !*n; ++*n) {
    const pq_view one = pq_view_cut(&words, '|');
    if (*n == at) found = one;
  }
  return found;
}

/* "loses|lost the|its ability" are four: puts number `choice` of them into
 * `to`; false if there are no more. */
static bool choose_words(const pq_view *words, uint32_t n, uint32_t choice,
                         pq_view *to) {
  uint32_t rest = choice;
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t many = 0;
    (void)alternative(words[i], 0, &many);
    to[i] = alternative(words[i], rest % many, &many);
    rest /= many;
  }
  return rest == 0;
}

static bool same_words(const pq_view *a, uint32_t n_a, const pq_view *b,
                       uint32_t n_b) {
  uint32_t i = 0;
  while (n_a == n_b && i < n_a && pq_view_same(a[i], b[i])) {
    ++i;
  }
  return n_a == n_b && i == n_a;
}

static pq_status check_new_phrase(const pq_loader *d, const pq_tree *t,
                                  const pq_phrase *p) {
  for (uint32_t i = 0; i < d->g->phrases.n; ++i) {
    const pq_phrase *const other = &d->g->phrases.at[i];
    if (!same_words(p->words, p->n_words, other->words, other->n_words) ||
        (p->before.len && other->before.len &&
         !pq_view_same(p->before, other->before))) {
      continue;
    }
    return pq_load_wrong(d, t, "this phrase is there already");
  }
  return PQ_OK;
}

static pq_status add_phrase(pq_loader *d, const pq_tree *t, pq_phrase p) {
  pq_status st = PQ_OK;
  PQ_TRY(st, check_new_phrase(d, t, &p));
  pq_word *const first = pq_rules_add_word(d->g, p.words[0]);
  if (!first) return d->g->arena.status;
  p.next = first->phrases;
  PQ_PUSH(&d->g->arena, &d->g->phrases, p);
  first->phrases = d->g->phrases.n;
  first->seconds |= p.n_words > 1 ? pq_second_mark(p.words[1]) : ~(uint64_t)0;
  return PQ_OK;
}

/* "as shown|assessed by", before "of|for": one for each choice of words. */
static pq_status load_phrase(pq_loader *d, const pq_tree *t) {
  pq_status st = PQ_OK;
  static const char *const keys[] = {"words", "class", "as", "before", NULL};
  PQ_TRY(st, pq_load_rule(d, t, keys));
  const pq_tree *const words = pq_tree_at(t, "words");
  const pq_tree *const class = pq_tree_at(t, "class");
  if (!words || !class) {
    return pq_load_wrong(d, t, "a phrase has words and a class");
  }
  pq_phrase p = {.as = pq_tree_text(t, "as")};
  pq_view cut[PQ_PHRASE_WORDS_MOST + 1];
  PQ_TRY(st, pq_load_choice(d, class, classes, &p.classes));
  PQ_TRY(st, cut_words(d, words, cut, &p.n_words));
  cut[p.n_words] = pq_tree_text(t, "before");
  if (!p.as.len) p.as = words->text;
  pq_view chosen[PQ_PHRASE_WORDS_MOST + 1];
  for (uint32_t choice = 0; choose_words(cut, p.n_words + 1, choice, chosen);
       ++choice) {
    memcpy(p.words, chosen, p.n_words * sizeof *chosen);
    p.before = chosen[p.n_words];
    PQ_TRY(st, add_phrase(d, words, p));
  }
  return st;
}

pq_status pq_load_phrases(pq_loader *d, const pq_tree *t) {
  return pq_load_blocks(d, t, load_phrase);
}

/* `value`: the kind, with CLAUSE added where the cue's scope is a clause. */
enum {
  CLAUSE = 256
};

static pq_status add_one_cue(const pq_loader *d, const pq_tree *t,
                             const pq_cue_rule *cue) {
  for (uint32_t i = 0; i < d->g->cues.n; ++i) {
    const pq_cue_rule *const other = &d->g->cues.at[i];
    if (!same_words(cue->words, cue->n_words, other->words, other->n_words)) {
      continue;
    }
    return pq_load_wrong(d, t, "this cue is there already");
  }
  return pq_rules_add_cue(d->g, cue);
}

/* "loses|lost the|its ability": four cues, one for each choice of words. */
static pq_status add_cue(pq_loader *d, const pq_tree *t, uint32_t value) {
  pq_status st = PQ_OK;
  pq_view words[PQ_PHRASE_WORDS_MOST];
  pq_cue_rule cue = {.kind = (pq_cue_kind)(value & (CLAUSE - 1)),
                     .clause = (value & CLAUSE) != 0};
  PQ_TRY(st, cut_words(d, t, words, &cue.n_words));
  for (uint32_t choice = 0; choose_words(words, cue.n_words, choice, cue.words);
       ++choice) {
    PQ_TRY(st, add_one_cue(d, t, &cue));
  }
  return st;
}

pq_status pq_load_cues(pq_loader *d, const pq_tree *t) {
  pq_status st = PQ_OK;
  static const char *const keys[] = {"group", "clause", NULL};
  PQ_TRY(st, pq_load_expect(d, t, PQ_TREE_MAP));
  for (const pq_tree *c = t->child; c; c = c->next) {
    uint32_t kind = 0;
    PQ_TRY(st, choose(d, c, c->key, cue_kinds, &kind));
    PQ_TRY(st, pq_load_rule(d, c, keys));
    PQ_TRY(st, pq_load_each(d, pq_tree_at(c, "group"), kind, add_cue));
    PQ_TRY(st,
           pq_load_each(d, pq_tree_at(c, "clause"), kind | CLAUSE, add_cue));
  }
  return PQ_OK;
}
