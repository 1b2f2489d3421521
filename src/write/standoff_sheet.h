/* The sheet of standoff that is being filled: which ids are given, and to what.
 */
#ifndef PQ_WRITE_STANDOFF_SHEET_H
#define PQ_WRITE_STANDOFF_SHEET_H

#include "scheme.h"

#include "base/buf.h"

/** An argument that is written: a T or an E id. */
typedef struct pq_sheet_part {
  pq_view role;
  bool event;
  uint32_t id;
} pq_sheet_part;

/** An event that is written. */
typedef struct pq_sheet_event {
  pq_view type;
  uint32_t trigger; /* T id */
  const pq_sheet_part *parts;
  uint32_t n_parts;
  bool negated;
  pq_sentence_id sentence;
} pq_sheet_event;

/** A T line beyond the names: a trigger, a site, a place. */
typedef struct pq_sheet_line {
  pq_view type;
  pq_span span;
  pq_sentence_id sentence;
  uint32_t id;
} pq_sheet_line;

typedef struct pq_sheet {
  const pq_record *r;
  pq_scheme scheme;
  pq_buf *out;
  uint32_t next;        /* T id */
  uint32_t *names;      /* by mention: T id; 0 none */
  pq_sheet_part *outer; /* by happening: what stands for it; id 0 none */
  PQ_VEC(pq_sheet_line) bounds;
  PQ_VEC(pq_sheet_event) events; /* [0] unused; E id is the index */
  pq_buf triggers, lines, marks;
  uint32_t n_marks;
} pq_sheet;

/** Append a T line. */
void pq_sheet_bound(const pq_sheet *s, pq_buf *out, uint32_t id, pq_view type,
                    pq_sentence_id sentence, pq_span span);

/** The number of an id: 12 of "T12". */
uint32_t pq_sheet_number(pq_view id);

/** Given names keep their ids; what is new counts on. */
void pq_sheet_given(pq_sheet *s);

/** Names of our own: T lines, and N lines for what the lexicon knows. */
PQ_NODISCARD pq_status pq_sheet_names(pq_sheet *s);

/** Lines of names that stand for one thing: "anaplastic lymphoma kinase (ALK)".
 */
void pq_sheet_equal(pq_sheet *s);

#endif
