/* Short forms that stand for things in the rest of a record.  The last that is
 * written as the word counts, in the plural too if it is a body: "HUVECs".  A
 * few are looked through, many have a table of their texts. */
#include "body.h"
#include "mention.h"

enum {
  MANY_LOCALS = 16, /* up to here a look through costs less than a hash */
  PLURAL_MOST = 80  /* bytes: none that is defined is nearly so long */
};

static pq_status note(pq_scanner *s, uint32_t which) {
  pq_status st = PQ_OK;
  const pq_local_name *const local = &s->locals.at[which - 1];
  uint32_t id = 0;
  if (!s->local_texts.arena) {
    pq_intern_init(&s->local_texts, s->l->r->arena);
  }
  PQ_TRY(st, pq_intern_put(&s->local_texts, local->text, &id));
  if (id == s->last_locals.n) {
    PQ_PUSH(s->l->r->arena, &s->last_locals, ((pq_last_local){0, 0}));
  }
  s->last_locals.at[id].any = which;
  if (local->body) s->last_locals.at[id].body = which;
  return PQ_OK;
}

pq_status pq_local_keep(pq_scanner *s, const pq_local_name *local) {
  pq_status st = PQ_OK;
  PQ_PUSH(s->l->r->arena, &s->locals, *local);
  while (s->locals.n > MANY_LOCALS && s->n_noted < s->locals.n) {
    PQ_TRY(st, note(s, ++s->n_noted));
  }
  return PQ_OK;
}

/* The last that is written so; 0 none. */
static pq_last_local last_of(const pq_scanner *s, pq_view text) {
  const uint32_t id = pq_intern_find(&s->local_texts, text);
  return id == UINT32_MAX ? (pq_last_local){0, 0} : s->last_locals.at[id];
}

static uint32_t later(uint32_t a, uint32_t b) {
  return a > b ? a : b;
}

static uint32_t last_noted(const pq_scanner *s, pq_view word) {
  uint32_t last = last_of(s, word).any;
  if (pq_view_ends(word, PQ_LIT("s"))) {
    last = later(last, last_of(s, pq_view_head(word, word.len - 1)).body);
  }
  if (word.len && word.len < PLURAL_MOST) {
    char plural[PLURAL_MOST];
    memcpy(plural, word.ptr, word.len);
    plural[word.len] = 's';
    last = later(last, last_of(s, (pq_view){plural, word.len + 1}).body);
  }
  return last;
}

static bool is_it(const pq_local_name *local, pq_view word) {
  return pq_view_same(local->text, word) ||
         (local->body && pq_body_is_plural(local->text, word));
}

const pq_local_name *pq_local_find(const pq_scanner *s, pq_view word) {
  uint32_t which = s->locals.n;
  if (which > MANY_LOCALS) {
    which = last_noted(s, word);
  } else {
    while (which > 0 && !is_it(&s->locals.at[which - 1], word)) {
      --which;
    }
  }
  return which ? &s->locals.at[which - 1] : NULL;
}

bool pq_local_has(const pq_scanner *s, pq_view word) {
  if (s->locals.n > MANY_LOCALS) return last_of(s, word).any != 0;
  for (uint32_t k = 0; k < s->locals.n; ++k) {
    if (pq_view_same(s->locals.at[k].text, word)) return true;
  }
  return false;
}
