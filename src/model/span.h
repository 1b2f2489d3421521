/* Where something stood: bytes of one text of the record, half open. */
#ifndef PQ_MODEL_SPAN_H
#define PQ_MODEL_SPAN_H

#include "base/view.h"

#include <assert.h>

typedef struct pq_span {
  uint32_t begin, end;
} pq_span;

static inline pq_view pq_span_text(pq_view text, pq_span s) {
  assert(s.begin <= s.end && s.end <= text.len);
  return (pq_view){text.ptr + s.begin, s.end - s.begin};
}

static inline bool pq_span_empty(pq_span s) {
  return s.begin == s.end;
}

/** The shortest span that holds both; an empty one adds nothing. */
static inline pq_span pq_span_join(pq_span a, pq_span b) {
  if (pq_span_empty(a)) return b;
  if (pq_span_empty(b)) return a;
  return (pq_span){a.begin < b.begin ? a.begin : b.begin,
                   a.end > b.end ? a.end : b.end};
}

static inline bool pq_span_holds(pq_span outer, pq_span inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

#endif
