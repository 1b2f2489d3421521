/* What is claimed, and who says so.
 *
 * What is claimed is kept apart from how firmly and where:
 *   claim 1    ALK -- enables --> activation of STAT3
 *   claim 2    activation of STAT3 -- depends on --> JAK3
 *   dispute    {1, 2}  <-- evidence: controversial, 7 citations
 *   claims 1,2         <-- evidence: alternative, no citation of its own
 * A claim holds nothing but its content, so merging two records can never make
 * one contradict itself.
 */
#ifndef PQ_MODEL_CLAIM_H
#define PQ_MODEL_CLAIM_H

#include "citation.h"
#include "mention.h"

/** How the subject stands to the object.  The graph chooses the RO term by
 * relation, polarity and kind of subject (graph/claim_name.c). */
typedef enum pq_relation {
  PQ_REL_HAPPENS,    /* RO:0000056: theme -> event, no agent */
  PQ_REL_DIRECT,     /* RO:0002327 enables */
  PQ_REL_UPSTREAM,   /* RO:0004032 and kin, by polarity */
  PQ_REL_REGULATES,  /* RO:0002428 and kin, by polarity */
  PQ_REL_DEPENDS_ON, /* RO:0002502: subject depends on object, the agent */
  PQ_REL_INTERACTS,  /* RO:0002436, symmetric */
  PQ_REL_INFLUENCES, /* RO:0002566 */
  PQ_REL_LOCATED_IN, /* RO:0001025 */
  PQ_REL_PART_OF,    /* BFO:0000050 */
  PQ_REL_OUTPUT_OF   /* RO:0002353: complex -> assembly */
} pq_relation;

typedef enum pq_polarity {
  PQ_POLARITY_UNSAID,
  PQ_POSITIVE,
  PQ_NEGATIVE
} pq_polarity;

typedef enum pq_direct {
  PQ_DIRECT_UNSAID,
  PQ_DIRECTLY,
  PQ_INDIRECTLY
} pq_direct;

/** Evidence status, in the order of the vocabulary. */
typedef enum pq_stance {
  PQ_ASSERTED,
  PQ_PRESUPPOSED,
  PQ_HEDGED,
  PQ_ALTERNATIVE,
  PQ_CONTROVERSIAL,
  PQ_UNCLEAR,
  PQ_DENIED,
  PQ_N_STANCES
} pq_stance;

/** A proposition.  One end left out (PQ_NODE_NONE) makes it an open question.
 * For PQ_REL_DEPENDS_ON the object is the agent. */
typedef struct pq_claim {
  pq_node subject, object;
  pq_relation relation;
  pq_polarity polarity;
  pq_direct direct;
  bool negated;
  pq_view species; /* taxon that the clause itself names, or empty */
} pq_claim;

enum {
  PQ_ALTERNATIVES_MOST = 8
};

/** Two claims or more that the text does not decide between. */
typedef struct pq_dispute {
  pq_claim_id alternatives[PQ_ALTERNATIVES_MOST];
  uint32_t n_alternatives;
} pq_dispute;

typedef enum pq_stated {
  PQ_STATES_CLAIM,
  PQ_STATES_QUESTION,
  PQ_STATES_DISPUTE,
  PQ_STATES_NOTHING /* a passage: it cites works, and no claim was read */
} pq_stated;

/** One place of one text that puts something forward. */
typedef struct pq_evidence {
  pq_stated states;
  uint32_t id; /* pq_claim_id (claims and questions) or pq_dispute_id; of a
                  passage the pq_entity_id that it is about, or 0 */
  pq_sentence_id sentence;
  pq_span span;
  pq_stance stance;
  const pq_span *cues; /* in text order */
  uint32_t n_cues;
  const uint32_t *citations; /* indices into record->citations */
  uint32_t n_citations;
  const pq_span *settings; /* "in vitro", "in the presence of EGF" */
  uint32_t n_settings;
  pq_view rule;  /* of the grammar */
  bool no_cites; /* the papers of its sentence belong to a dispute */
  /* For claim lines: where agent and theme stand, and in which sentence's
   * text; empty where there is none. */
  pq_span agent, theme;
  pq_sentence_id agent_sentence, theme_sentence;
} pq_evidence;

#endif
