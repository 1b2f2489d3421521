#include "match.h"

/* Statements that a question may look at: a second or two. */
#define LOOKS_MOST UINT64_C(50000000)

/* Where to go on after a block: a list that lives on the stack. */
typedef struct frame {
  const pq_step *next; /* NULL: that the block can be taken is enough */
  const struct frame *after;
  bool *met; /* set when the block was taken; or NULL */
} frame;

typedef struct match {
  const pq_index *index;
  const pq_row_sink *sink;
  pq_rdf_id *row;
  uint64_t looks;
} match;

/* Each function takes the step `s` and all that come after it.  Steps and
 * blocks stand in tables, so what calls itself here is as deep as a table is
 * long, blocks and all: some fifty. */
/* NOLINTBEGIN(misc-no-recursion): the length of a table */
static pq_status walk(match *m, const pq_step *s, const frame *after);

static pq_status go_on(match *m, const frame *after) {
  if (!after) return m->sink->row(m->sink->user, m->row);
  if (after->met) *after->met = true;
  return after->next ? walk(m, after->next, after->after) : PQ_END;
}

/* Give a variable a value for the rest of the way; 0 is no variable. */
static pq_status with(match *m, uint8_t variable, pq_rdf_id value,
                      const pq_step *s, const frame *after) {
  if (!variable) return walk(m, s + 1, after);
  const pq_rdf_id before = m->row[variable];
  if (before && before != value) return PQ_OK;
  m->row[variable] = value;
  const pq_status st = walk(m, s + 1, after);
  m->row[variable] = before;
  return st;
}

/* Both ends of a statement, and then `by`. */
static pq_status bind(match *m, const pq_rdf_triple *t, const pq_step *s,
                      const frame *after) {
  pq_rdf_id *const row = m->row;
  const pq_rdf_id subject = row[s->subject];
  const pq_rdf_id object = row[s->object];
  row[s->subject] = t->subject;
  if (s->object) row[s->object] = t->object;
  const bool loop = s->subject == s->object && t->subject != t->object;
  const pq_status st = loop ? PQ_OK : with(m, s->by, t->predicate, s, after);
  row[s->object] = object;
  row[s->subject] = subject;
  return st;
}

static pq_status each(match *m, pq_term predicate, pq_rdf_id object,
                      const pq_step *s, const frame *after) {
  pq_status st = PQ_OK;
  const pq_range range =
      pq_index_find(m->index, m->row[s->subject], pq_rdf_of(predicate), object);
  for (uint32_t i = range.begin; !st && i < range.end; ++i) {
    if (++m->looks > LOOKS_MOST) return PQ_LIMIT;
    st = bind(m, pq_index_at(m->index, &range, i), s, after);
  }
  return st;
}

static pq_status any(match *m, const pq_step *s, const frame *after) {
  pq_status st = PQ_OK;
  for (size_t i = 0; !st && i < s->terms->n; ++i) {
    st = each(m, s->terms->at[i], m->row[s->object], s, after);
  }
  return st;
}

/* The one that has a value gives it to the other. */
static pq_status same(match *m, const pq_step *s, const frame *after) {
  const pq_rdf_id subject = m->row[s->subject];
  return subject ? with(m, s->object, subject, s, after)
                 : with(m, s->subject, m->row[s->object], s, after);
}

static pq_status near(match *m, const pq_step *s, const frame *after) {
  const pq_status st = same(m, s, after);
  return st ? st : any(m, s, after);
}

static bool is_among(const pq_terms *terms, pq_rdf_id id) {
  for (size_t i = 0; i < terms->n; ++i) {
    if (pq_rdf_of(terms->at[i]) == id) return true;
  }
  return false;
}

static pq_status maybe(match *m, const pq_step *s, const frame *after) {
  bool met = false;
  const frame rest = {.next = s + 1, .after = after, .met = &met};
  const pq_status st = walk(m, s->block, &rest);
  return st || met ? st : walk(m, s + 1, after);
}

/* Can the block be taken, as is wanted? */
static pq_status whether(match *m, bool wanted, const pq_step *s,
                         const frame *after) {
  bool met = false;
  const frame enough = {.met = &met};
  const pq_status st = walk(m, s->block, &enough);
  if (st && st != PQ_END) return st;
  return met == wanted ? walk(m, s + 1, after) : PQ_OK;
}

static pq_status either(match *m, const pq_step *s, const frame *after) {
  pq_status st = PQ_OK;
  const frame rest = {.next = s + 1, .after = after};
  for (const pq_step *const *block = s->blocks; !st && *block; ++block) {
    st = walk(m, *block, &rest);
  }
  return st;
}

static pq_status walk(match *m, const pq_step *s, const frame *after) {
  const pq_rdf_id subject = m->row[s->subject];
  const pq_rdf_id object = m->row[s->object];
  switch (s->op) {
  case PQ_DONE: return go_on(m, after);
  case PQ_LINK: return each(m, s->predicate, object, s, after);
  case PQ_IS: return each(m, s->predicate, pq_rdf_of(s->value), s, after);
  case PQ_ANY: return any(m, s, after);
  case PQ_NEAR: return near(m, s, after);
  case PQ_SAME: return same(m, s, after);
  case PQ_DIFFER: return subject != object ? walk(m, s + 1, after) : PQ_OK;
  case PQ_AMONG:
    return is_among(s->terms, subject) ? walk(m, s + 1, after) : PQ_OK;
  case PQ_MAYBE: return maybe(m, s, after);
  case PQ_SOME: return whether(m, true, s, after);
  case PQ_NONE: return whether(m, false, s, after);
  case PQ_EITHER: return either(m, s, after);
  }
  return PQ_INTERNAL;
}

/* NOLINTEND(misc-no-recursion) */

pq_status pq_match(const pq_index *index, const pq_step *steps, pq_row row,
                   const pq_row_sink *sink) {
  match m = {.index = index, .sink = sink, .row = row};
  row[0] = 0;
  return walk(&m, steps, NULL);
}
