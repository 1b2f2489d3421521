#include "order.h"
#include "slug.h"
#include "triples.h"

/* One place of the text and one thing or work that it names. */
typedef struct place {
  pq_text_id text;
  pq_span span;
  bool pointer;
  pq_view names;
  const pq_entity *tied; /* what it names is not decided, or NULL */
} place;

typedef PQ_VEC(place) places;

static int place_order(const place *a, const place *b) {
  if (a->text != b->text) return a->text < b->text ? -1 : 1;
  if (a->span.begin != b->span.begin) {
    return a->span.begin < b->span.begin ? -1 : 1;
  }
  if (a->span.end != b->span.end) return a->span.end < b->span.end ? -1 : 1;
  return pq_view_order(a->names, b->names);
}

static bool same_words(const place *a, const place *b) {
  return a->text == b->text && a->span.begin == b->span.begin &&
         a->span.end == b->span.end;
}

/* Mentions come in text order, so that hardly anything is moved. */
static pq_status add_place(pq_arena *arena, places *all, place one) {
  uint32_t k = all->n;
  while (k > 0 && place_order(&all->at[k - 1], &one) > 0) {
    --k;
  }
  if (k > 0 && place_order(&all->at[k - 1], &one) == 0) return PQ_OK;
  PQ_PUSH(arena, all, one);
  memmove(&all->at[k + 1], &all->at[k], (all->n - 1 - k) * sizeof one);
  all->at[k] = one;
  return PQ_OK;
}

static pq_status add_mention(const pq_graph *g, const pq_mention *m,
                             places *all) {
  const pq_record *const r = g->record;
  const pq_entity *const e = pq_entity_at(r, m->entity);
  const place one = {r->sentences.at[m->sentence].text, m->span, false,
                     g->entities[m->entity].iri, e->n_candidates ? e : NULL};
  return one.names.len ? add_place(g->arena, all, one) : PQ_OK;
}

static pq_status add_citation(const pq_graph *g, const pq_citation *c,
                              places *all) {
  const place one = {g->record->sentences.at[c->sentence].text, c->span, true,
                     g->works[c->work].iri, NULL};
  return one.names.len && !c->own ? add_place(g->arena, all, one) : PQ_OK;
}

/* Sentence by sentence the names, then the citations. */
static pq_status add_all(const pq_graph *g, places *all) {
  pq_status st = PQ_OK;
  const pq_record *const r = g->record;
  uint32_t k = 0;
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    for (; k < r->citations.n && r->citations.at[k].sentence < m->sentence;
         ++k) {
      PQ_TRY(st, add_citation(g, &r->citations.at[k], all));
    }
    PQ_TRY(st, add_mention(g, m, all));
  }
  for (; k < r->citations.n; ++k) {
    PQ_TRY(st, add_citation(g, &r->citations.at[k], all));
  }
  return PQ_OK;
}

static void put_place(pq_walk *w, const place *p) {
  const pq_text *const t = &w->g->record->texts.at[p->text];
  pq_put_space(&w->room, w->g, PQ_PREFIX_MENTION);
  pq_buf_put(&w->room, pq_digest_short(&t->digest));
  pq_buf_char(&w->room, '.');
  const pq_span points = pq_text_points(t, p->span);
  pq_buf_number(&w->room, points.begin);
  pq_buf_char(&w->room, '-');
  pq_buf_number(&w->room, points.end);
}

/* The IRI that the buffer holds. */
static pq_view take_iri(pq_walk *w) {
  pq_view iri = {NULL, 0};
  if (!w->status) w->status = w->room.status;
  if (!w->status) {
    w->status = pq_arena_copy(w->g->arena, pq_buf_view(&w->room), &iri);
  }
  pq_buf_reset(&w->room);
  return iri;
}

static pq_view place_iri(pq_walk *w, const place *p) {
  put_place(w, p);
  return take_iri(w);
}

/* "mention:DOC.10-13.HGNC_6029": one of the things that tie there. */
static pq_view unit_iri(pq_walk *w, const place *p, const pq_tie *tie) {
  put_place(w, p);
  pq_buf_char(&w->room, '.');
  for (size_t i = 0; i < tie->id.len; ++i) {
    const pq_view c = {tie->id.ptr + i, 1};
    pq_slug_encode(&w->room, *c.ptr == ':' ? PQ_LIT("_") : c);
  }
  return take_iri(w);
}

static void walk_ties(pq_walk *w, const place *p) {
  pq_iris units = {NULL, 0, 0};
  for (uint32_t i = 0; i < p->tied->n_candidates; ++i) {
    const pq_view iri = unit_iri(w, p, &p->tied->candidates[i]);
    if (w->status) return;
    pq_buf_put(&w->room, iri);
    pq_walk_note(w, &units);
  }
  pq_walk_iris(w, PQ_TERM_HAS_UNIT, &units);
  for (uint32_t i = 0; i < p->tied->n_candidates; ++i) {
    const pq_tie *const tie = &p->tied->candidates[i];
    pq_walk_subject(w, PQ_SECTION_MENTIONS, unit_iri(w, p, tie));
    pq_walk_term(w, PQ_TERM_TYPE, PQ_TERM_ANNOTATION_UNIT);
    pq_walk_id(w, PQ_TERM_IDENT_REF, tie->id);
    pq_walk_thousandths(w, PQ_TERM_IDENT_CONF, tie->score);
  }
}

/* All that one stretch of text names. */
static void walk_place(pq_walk *w, const place *at, uint32_t n) {
  bool pointer = false;
  for (uint32_t i = 0; i < n; ++i) {
    pointer = pointer || at[i].pointer;
  }
  pq_walk_subject(w, PQ_SECTION_MENTIONS, place_iri(w, at));
  pq_walk_term(w, PQ_TERM_TYPE, PQ_TERM_OFFSET_STRING);
  if (pointer) pq_walk_term(w, PQ_TERM_TYPE, PQ_TERM_POINTER);
  pq_walk_span(w, at->text, at->span);
  for (uint32_t i = 0; i < n; ++i) {
    pq_walk_iri(w, PQ_TERM_IDENT_REF, at[i].names);
  }
  /* Units are subjects of their own, and come last. */
  for (uint32_t i = 0; i < n; ++i) {
    if (at[i].tied) walk_ties(w, &at[i]);
  }
}

void pq_walk_mentions(pq_walk *w) {
  places all = {NULL, 0, 0};
  if (!w->status) w->status = add_all(w->g, &all);
  for (uint32_t i = 0; !w->status && i < all.n;) {
    uint32_t n = 1;
    while (i + n < all.n && same_words(&all.at[i], &all.at[i + n])) {
      ++n;
    }
    walk_place(w, &all.at[i], n);
    i += n;
  }
}
