/* Rows of the tables of questions: a word for each kind of step.  For those
 * tables alone, so the words have no prefix. */
#ifndef PQ_QUERY_ROWS_H
#define PQ_QUERY_ROWS_H

#include "steps.h"

#define LINK(s, p, o) \
  { .op = PQ_LINK, .subject = (s), .predicate = PQ_TERM_##p, .object = (o) }
#define IS(s, p, v)                                        \
  {                                                        \
    .op = PQ_IS, .subject = (s), .predicate = PQ_TERM_##p, \
    .value = PQ_TERM_##v                                   \
  }
#define ANY(s, list, o, role)                                      \
  {                                                                \
    .op = PQ_ANY, .subject = (s), .terms = &(list), .object = (o), \
    .by = (role)                                                   \
  }
#define NEAR(s, list, o) \
  { .op = PQ_NEAR, .subject = (s), .terms = &(list), .object = (o) }
#define SAME(s, o) \
  { .op = PQ_SAME, .subject = (s), .object = (o) }
#define DIFFER(s, o) \
  { .op = PQ_DIFFER, .subject = (s), .object = (o) }
#define AMONG(s, list) \
  { .op = PQ_AMONG, .subject = (s), .terms = &(list) }
#define MAYBE(steps) \
  { .op = PQ_MAYBE, .block = (steps) }
#define SOME(steps) \
  { .op = PQ_SOME, .block = (steps) }
#define NONE(steps) \
  { .op = PQ_NONE, .block = (steps) }
#define EITHER(list) \
  { .op = PQ_EITHER, .blocks = (list) }
/** What an end of a claim is, and what happens to what. */
#define PQ_LACKS_PARTS "the parts of events and the names of things"

#define DONE \
  { .op = PQ_DONE }

/** A list of terms for ANY, NEAR and AMONG. */
#define TERMS(list) \
  { .at = (list), .n = sizeof(list) / sizeof *(list) }

#endif
