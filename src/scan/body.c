#include "body.h"

#include "shape.h"

enum {
  WORDS_MOST = 3 /* "central nervous system" */
};

/* A word of the table, which is in small letters, and a text. */
static int order(pq_view word, pq_view text) {
  const size_t n = word.len < text.len ? word.len : text.len;
  for (size_t i = 0; i < n; ++i) {
    const int a = (unsigned char)word.ptr[i];
    const int b = (unsigned char)pq_to_lower(text.ptr[i]);
    if (a != b) return a < b ? -1 : 1;
  }
  return word.len == text.len ? 0 : word.len < text.len ? -1 : 1;
}

/* The ends of words stand before the words. */
static uint32_t count_ends(const pq_record *r) {
  uint32_t n = 0;
  while (n < r->n_bodies && r->bodies[n].ends) {
    ++n;
  }
  return n;
}

static uint32_t find_word(const pq_record *r, uint32_t first, pq_view text) {
  uint32_t low = first;
  uint32_t high = r->n_bodies;
  while (low < high) {
    const uint32_t mid = (low + high) / 2;
    const int at = order(r->bodies[mid].word, text);
    if (!at) return mid + 1;
    if (at < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return 0;
}

static uint32_t find_end(const pq_record *r, uint32_t n, pq_view text) {
  for (uint32_t i = 0; i < n; ++i) {
    const pq_view end = r->bodies[i].word;
    if (text.len < end.len) continue;
    if (!order(end, pq_view_skip(text, text.len - end.len))) return i + 1;
  }
  return 0;
}

uint32_t pq_body_at(const pq_line *l, uint32_t i, uint32_t *n) {
  const pq_record *const r = l->r;
  const uint32_t ends = count_ends(r);
  for (*n = WORDS_MOST; *n > 0; --*n) {
    if (i + *n > l->n) continue;
    const pq_view text = pq_span_text(
        l->text, (pq_span){l->at[i].span.begin, l->at[i + *n - 1].span.end});
    uint32_t found = find_word(r, ends, text);
    if (!found && pq_view_ends(text, PQ_LIT("s"))) {
      found = find_word(r, ends, pq_view_head(text, text.len - 1));
    }
    if (!found && *n == 1) found = find_end(r, ends, text);
    if (found) return found;
  }
  return 0;
}

/* Of these only the short forms are taken: the long ones are in the lexicon, or
 * longer than the word. */
static bool is_chemical(const pq_body *b) {
  return pq_view_same(b->cg, PQ_LIT("Simple_chemical"));
}

pq_status pq_body_entity(pq_record *r, uint32_t body, pq_view name,
                         pq_entity_id *out) {
  const pq_body *const b = &r->bodies[body - 1];
  const pq_entity e = {.kind = !b->cg.len       ? PQ_ENTITY_CLASS
                               : is_chemical(b) ? PQ_ENTITY_MOLECULE
                               : b->alone       ? PQ_ENTITY_SPECIES
                                                : PQ_ENTITY_CELL,
                       .label = name};
  return pq_store_entity(r, &e, out);
}

bool pq_body_is_plural(pq_view one, pq_view other) {
  const pq_view less = one.len < other.len ? one : other;
  const pq_view more = one.len < other.len ? other : one;
  return more.len == less.len + 1 && more.ptr[less.len] == 's' &&
         pq_view_same(pq_view_head(more, less.len), less);
}

/* The name that ends right before token `i`. */
static pq_mention *name_before(const pq_scanner *s, uint32_t i) {
  pq_mention *const last = s->found.n ? &s->found.at[s->found.n - 1] : NULL;
  return last && pq_mention_end(s->l, last) == i ? last : NULL;
}

static bool says_cells(const pq_line *l, uint32_t i) {
  return pq_line_says(l, i, "cells") ||
         (pq_line_says(l, i, "cell") &&
          (pq_line_says(l, i + 1, "line") || pq_line_says(l, i + 1, "lines")));
}

/* "colon | cancer", "MCF-7 | cells", "Foo-1 | cells": does the name before go
 * on here? */
static bool goes_on(const pq_scanner *s, const pq_mention *before, uint32_t i,
                    uint32_t body) {
  const pq_record *const r = s->l->r;
  if (before->body) {
    return !r->bodies[before->body - 1].alone && !r->bodies[body - 1].alone;
  }
  const pq_entity_kind kind = pq_entity_at(r, before->entity)->kind;
  return says_cells(s->l, i) &&
         (kind == PQ_ENTITY_CELL || kind == PQ_ENTITY_UNGROUNDED);
}

static pq_status go_on(const pq_scanner *s, pq_mention *m, uint32_t end,
                       uint32_t body) {
  pq_record *const r = s->l->r;
  m->span.end = s->l->at[end - 1].span.end;
  m->n_tokens = end - pq_mention_begin(s->l, m);
  m->body = body;
  if (pq_entity_at(r, m->entity)->id.len) return PQ_OK; /* "MCF-7 cells" */
  return pq_body_entity(r, body, pq_span_text(s->l->text, m->span), &m->entity);
}

/* "HUVEC", "EMSA", "METHODS": would it be taken for a name? */
static bool looks_named(const pq_scanner *s, uint32_t i) {
  return pq_shape_is_name(s->lex, pq_line_word(s->l, i), s->l->at[i].classes);
}

pq_status pq_body_scan(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  uint32_t n = 0;
  const uint32_t body = pq_body_at(l, i, &n);
  if (!body || is_chemical(&l->r->bodies[body - 1])) return PQ_OK;
  const bool lives = l->r->bodies[body - 1].cg.len > 0;
  pq_mention *const before = lives ? name_before(s, i) : NULL;
  if (before && goes_on(s, before, i, body)) {
    *next = i + n;
    return go_on(s, before, i + n, body);
  }
  if (!(lives && l->r->wants_bodies) && !(n == 1 && looks_named(s, i))) {
    return PQ_OK;
  }
  *next = i + n;
  if (!lives) return PQ_OK; /* "EMSA", "mRNAs": a word as any other */
  pq_mention m = {.span = {l->at[i].span.begin, l->at[i + n - 1].span.end},
                  .sentence = l->id,
                  .token = l->first + i,
                  .n_tokens = n,
                  .body = body};
  PQ_TRY(st,
         pq_body_entity(l->r, body, pq_span_text(l->text, m.span), &m.entity));
  PQ_PUSH(l->r->arena, &s->found, m);
  return PQ_OK;
}
