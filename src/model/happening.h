/* What a word of the text says that happens.
 *
 *   "MEK1 promotes phosphorylation of ERK2 and STAT3"
 *     1  EVENT    phosphorylation  theme -> ERK2
 *     2  EVENT    phosphorylation  theme -> STAT3
 *     3  CONTROL  promotes (+)     theme -> 1, cause -> MEK1
 *     4  CONTROL  promotes (+)     theme -> 2, cause -> MEK1
 * A claim says what could be true; a happening says which word told of it, and
 * which words fill its roles.  It is nearer to the text: nothing is merged, and
 * what no claim is made of is there too.
 */
#ifndef PQ_MODEL_HAPPENING_H
#define PQ_MODEL_HAPPENING_H

#include "claim.h"

typedef uint32_t pq_happening_id; /* index into record->happenings; 0 none */

/** What the cells or tissues are of which a process is told. */
typedef enum pq_living_of {
  PQ_OF_THEME,   /* its theme, without which it is no event */
  PQ_OF_CELLS,   /* its theme if they are cells, else where it happens */
  PQ_OF_TUMOR,   /* its theme if they are a tumor, else where it happens */
  PQ_OF_NAMED,   /* its theme where the words say so, and none else */
  PQ_OF_PLACE,   /* where it happens */
  PQ_OF_PATIENT, /* its theme is who undergoes it: "treatment of mice with X" */
  PQ_OF_RECEIVER /* its theme is who is given it: "injection of X into mice" */
} pq_living_of;

/** A word for what cells and tissues do, and what schemes call it. */
typedef struct pq_living {
  pq_view word;   /* "apoptosis", "cell cycle" */
  pq_view pc, cg; /* types of events; empty: none */
  pq_living_of of;
  bool negated;   /* "survival" is no death */
  bool of_things; /* of genes and molecules, and not of what lives */
} pq_living;

/** A word that names what lives, or what a short form stands for. */
typedef struct pq_body {
  pq_view word; /* "liver", "bone marrow", "carcinoma" */
  pq_view cg;   /* its type of entities; empty: no thing */
  bool ends;    /* the end of a word: "adenocarcinoma" */
  bool alone;   /* no part of a longer name: "mouse liver" */
} pq_body;

typedef enum pq_happening_sort {
  PQ_HAPPENING_EVENT,   /* a kind of the grammar's table */
  PQ_HAPPENING_CONTROL, /* regulates: by its sign */
  PQ_HAPPENING_PROCESS, /* a process or pathway that is named */
  PQ_HAPPENING_PLACE    /* a thing is somewhere */
} pq_happening_sort;

typedef enum pq_part_role {
  PQ_PART_THEME,
  PQ_PART_CAUSE,
  PQ_PART_SITE,
  PQ_PART_AT,
  PQ_PART_TO,
  PQ_PART_FROM,
  PQ_PART_PRODUCT,
  PQ_PART_PARTICIPANT,
  PQ_PART_INSTRUMENT,
  PQ_N_PART_ROLES
} pq_part_role;

/** What fills a role: a name, a happening, or a site, which has words only. */
typedef struct pq_filler {
  pq_part_role role;
  pq_mention_id mention;     /* 0 none */
  pq_happening_id happening; /* 0 none */
  pq_span span;              /* of a site */
  bool negated;              /* "but not STAT1": of a theme or cause */
} pq_filler;

typedef struct pq_happening {
  pq_happening_sort sort;
  uint32_t kind;    /* of an event */
  pq_polarity sign; /* of a control */
  bool lacks;       /* of a control: what is not there, "loss of X" */
  bool aside;       /* of a control: "IL6-induced", said by the way */
  bool of_rna;      /* of an event: it is an mRNA that is expressed */
  bool bare;        /* of an event: no theme is told, only where or by whom */
  bool remote;      /* of an event: only a sentence before names its theme */
  bool loose;       /* of a control: "is associated with", no more */
  pq_sentence_id sentence;
  pq_span trigger;
  const pq_filler *fillers;
  uint32_t n_fillers;
  bool negated, hedged;
  bool but_not;   /* of one of a list only, "of A, but not B": so is all that it
                     is a theme of, and that alone is denied */
  bool elsewhere; /* denied of another place or actor without a name */
  bool suggested; /* "these data suggest that X binds Y" */
  bool asked; /* somebody looks into it: "the expression of X was examined" */
} pq_happening;

#endif
