/* Words that the search for names asks for: the grammar's section `names`. */
#include "load.h"

enum {
  LEAST = 3 /* letters with which words begin or end: fewer tell nothing */
};

static const struct {
  pq_view name;
  pq_wordlist_of of;
} lists[] = {
#define PQ_WORDLIST(id, name, of) {PQ_LIT_INIT(name), PQ_LIST_OF_##of},
#include "model/wordlists.def"
};

/* The list of this name, or PQ_N_LISTS. */
static uint32_t list_of(pq_view name) {
  uint32_t i = 0;
  while (i < PQ_N_LISTS && !pq_view_same(lists[i].name, name)) {
    ++i;
  }
  return i;
}

static bool is_small_word(pq_view word) {
  for (size_t i = 0; i < word.len; ++i) {
    if (pq_is_space(word.ptr[i]) || pq_is_upper(word.ptr[i])) return false;
  }
  return word.len > 0;
}

static bool is_there(const pq_wordlist *list, pq_view word) {
  for (uint32_t i = 0; i < list->words.n; ++i) {
    if (pq_view_same(list->words.at[i], word)) return true;
  }
  return false;
}

static pq_status keep(pq_loader *d, const pq_tree *t, uint32_t list) {
  pq_wordlist *const to = &d->g->lists[list];
  const pq_wordlist_of of = lists[list].of;
  if (!is_small_word(t->text)) {
    return pq_load_wrong(d, t, "here should be one word, in small letters");
  }
  if (of != PQ_LIST_OF_WORDS && t->text.len < LEAST) {
    return pq_load_wrong(d, t, "here should be %d letters at least", LEAST);
  }
  if (is_there(to, t->text)) {
    return pq_load_wrong(d, t, "this word is there already");
  }
  return pq_wordlist_add(&d->g->arena, to, of, t->text);
}

pq_status pq_load_names(pq_loader *d, const pq_tree *t) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_load_expect(d, t, PQ_TREE_MAP));
  for (const pq_tree *c = t->child; c; c = c->next) {
    const uint32_t list = list_of(c->key);
    if (list == PQ_N_LISTS) {
      return pq_load_wrong(d, c, "no rule asks for the list \"%.*s\"",
                           pq_view_width(c->key), c->key.ptr);
    }
    const pq_tree *words = NULL;
    PQ_TRY(st, pq_load_list(d, c, "words", &words));
    PQ_TRY(st, pq_load_each(d, words, list, keep));
  }
  return PQ_OK;
}
