/* Words for what cells and tissues do: the grammar's section `living`. */
#include "load.h"

static const pq_load_word rules[] = {
    {"theme", PQ_OF_THEME},       {"cells", PQ_OF_CELLS},
    {"tumor", PQ_OF_TUMOR},       {"named", PQ_OF_NAMED},
    {"place", PQ_OF_PLACE},       {"patient", PQ_OF_PATIENT},
    {"receiver", PQ_OF_RECEIVER}, {NULL, 0}};

/* One word, or several, which are the name of a process. */
static pq_status keep(pq_loader *d, const pq_tree *t, const pq_living *like) {
  pq_living one = *like;
  one.word = t->text;
  for (uint32_t i = 0; i < d->g->livings.n; ++i) {
    if (!pq_view_same(d->g->livings.at[i].word, one.word)) continue;
    return pq_load_wrong(d, t, "this word is there already");
  }
  PQ_PUSH(&d->g->arena, &d->g->livings, one);
  if (pq_view_find(one.word, ' ') < one.word.len) return PQ_OK;
  pq_word *const w = pq_rules_add_word(d->g, one.word);
  if (!w) return d->g->arena.status;
  pq_meanings_add(&w->meanings, PQ_M_LIVING);
  return PQ_OK;
}

static pq_status load_row(pq_loader *d, const pq_tree *t) {
  static const char *const keys[] = {"words", "pc",     "cg", "of",
                                     "not",   "things", NULL};
  pq_status st = PQ_OK;
  uint32_t of = PQ_OF_THEME;
  PQ_TRY(st, pq_load_keys(d, t, keys));
  const pq_tree *const words = pq_tree_at(t, "words");
  const pq_tree *const rule = pq_tree_at(t, "of");
  if (!words || !rule) return pq_load_wrong(d, t, "a row has words and `of`");
  PQ_TRY(st, pq_load_expect(d, words, PQ_TREE_LIST));
  PQ_TRY(st, pq_load_choice(d, rule, rules, &of));
  const pq_living like = {.pc = pq_tree_text(t, "pc"),
                          .cg = pq_tree_text(t, "cg"),
                          .of = (pq_living_of)of,
                          .negated = pq_tree_true(t, "not"),
                          .of_things = pq_tree_true(t, "things")};
  for (const pq_tree *w = words->child; w; w = w->next) {
    PQ_TRY(st, pq_load_expect(d, w, PQ_TREE_TEXT));
    PQ_TRY(st, keep(d, w, &like));
  }
  return PQ_OK;
}

pq_status pq_load_living(pq_loader *d, const pq_tree *t) {
  return pq_load_blocks(d, t, load_row);
}
