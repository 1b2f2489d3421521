/* Words that name what lives: the grammar's section `anatomy`. */
#include "load.h"

#include <stdlib.h>

/* Ends of words first. */
static int order(const void *one, const void *two) {
  const pq_body *const a = one;
  const pq_body *const b = two;
  if (a->ends != b->ends) return a->ends ? -1 : 1;
  return pq_view_order(a->word, b->word);
}

static pq_status keep(pq_loader *d, const pq_tree *list, const pq_body *like) {
  pq_status st = PQ_OK;
  if (!list) return PQ_OK;
  PQ_TRY(st, pq_load_expect(d, list, PQ_TREE_LIST));
  for (const pq_tree *w = list->child; w; w = w->next) {
    PQ_TRY(st, pq_load_expect(d, w, PQ_TREE_TEXT));
    pq_body one = *like;
    one.word = w->text;
    for (uint32_t i = 0; i < d->g->bodies.n; ++i) {
      const pq_body *const b = &d->g->bodies.at[i];
      if (b->ends != one.ends || !pq_view_same(b->word, one.word)) continue;
      return pq_load_wrong(d, w, "this word is there already");
    }
    PQ_PUSH(&d->g->arena, &d->g->bodies, one);
  }
  return PQ_OK;
}

static pq_status load_row(pq_loader *d, const pq_tree *t) {
  static const char *const keys[] = {"cg", "words", "ends", "alone", NULL};
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_load_keys(d, t, keys));
  const pq_view cg = pq_tree_text(t, "cg");
  if (!cg.len) return pq_load_wrong(d, t, "a row has `cg`");
  pq_body like = {.alone = pq_tree_true(t, "alone")};
  if (!pq_view_same(cg, PQ_LIT("none"))) like.cg = cg;
  PQ_TRY(st, keep(d, pq_tree_at(t, "words"), &like));
  like.ends = true;
  return keep(d, pq_tree_at(t, "ends"), &like);
}

pq_status pq_load_anatomy(pq_loader *d, const pq_tree *t) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_load_blocks(d, t, load_row));
  qsort(d->g->bodies.at, d->g->bodies.n, sizeof *d->g->bodies.at, order);
  return PQ_OK;
}
