/* A question as data: steps that are taken one after another, each for all ways
 * in which the steps before it could be taken.
 *
 *   LINK(EVIDENCE, STATES, CLAIM)     evidence states claim
 *   IS(CLAIM, TYPE, CLAIM)            that is a pq:Claim
 *   MAYBE(works)                      and its works, if it has some
 *
 * A variable that has no value yet gets one, once for each statement that fits;
 * one that has a value must have this.  That is a basic graph pattern with
 * OPTIONAL, UNION and NOT EXISTS, in the order in which it is evaluated. */
#ifndef PQ_QUERY_STEPS_H
#define PQ_QUERY_STEPS_H

#include "model/terms.h"

enum {
  PQ_VARIABLES_MOST = 40, /* and 0, which is none */
  PQ_COLUMNS_MOST = 8,
  PQ_PARAMETERS_MOST = 3
};

typedef enum pq_op {
  PQ_DONE,   /* ends a list of steps */
  PQ_LINK,   /* subject, predicate, object */
  PQ_IS,     /* subject, predicate, the term `value` */
  PQ_ANY,    /* subject, a predicate of `terms` (kept in `by`), object */
  PQ_NEAR,   /* object is the subject, or what one of `terms` leads to */
  PQ_SAME,   /* object is the subject */
  PQ_DIFFER, /* object is another than the subject */
  PQ_AMONG,  /* subject is one of `terms` */
  PQ_MAYBE,  /* `block`, if it can be taken */
  PQ_SOME,   /* `block` can be taken, in one way or many */
  PQ_NONE,   /* `block` cannot be taken */
  PQ_EITHER  /* each of `blocks` */
} pq_op;

/** Some terms. */
typedef struct pq_terms {
  const pq_term *at;
  size_t n;
} pq_terms;

typedef struct pq_step {
  pq_op op;
  uint8_t subject, object, by; /* variables */
  pq_term predicate, value;
  const pq_terms *terms;
  const struct pq_step *block;
  const struct pq_step *const *blocks; /* NULL ends them */
} pq_step;

/** A column of the answer: the values of a variable; with `count`, how many
 * different ones there are for all else alike. */
typedef struct pq_column {
  const char *name; /* NULL ends the columns */
  uint8_t variable;
  bool count;
} pq_column;

/** What can be set, or, without a name, stands fast. */
typedef struct pq_parameter {
  const char *name;
  uint8_t variable;  /* 0 ends the parameters */
  const char *value; /* "uniprot:P40763", "705" */
  bool usual;        /* is the value what most would ask, of any records? */
} pq_parameter;

typedef struct pq_question {
  const char *name;  /* "hubs" */
  const char *twin;  /* the query in SPARQL, in ontology/queries/ */
  const char *about; /* one line */
  pq_parameter parameters[PQ_PARAMETERS_MOST + 1];
  const char *lacks; /* what of it only full claim lines have; NULL: nothing */
  const pq_step *steps;
  pq_column columns[PQ_COLUMNS_MOST + 1];
  /* The order of the rows: columns from 1, negative ones downwards, 0 at the
   * end; then by all columns. */
  int8_t order[PQ_COLUMNS_MOST + 1];
  /* Its parameter is an input, which has to be given: what all others are
   * compared with. */
  bool compares;
} pq_question;

#endif
