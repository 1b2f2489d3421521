/* A claim as one place of the text puts it forward, field by field: what claim
 * lines and the claim table print. */
#ifndef PQ_WRITE_LINE_H
#define PQ_WRITE_LINE_H

#include "write.h"

typedef struct pq_claim_line {
  const pq_evidence *evidence;
  const pq_text *text; /* all spans count in it */
  pq_view id, label, kind;
  pq_node agent, theme; /* PQ_NODE_NONE: null */
  pq_span agent_span, theme_span;
  pq_site site;
  const char *relation; /* NULL: null */
  const char *polarity, *directness, *status, *source;
  bool negated;
} pq_claim_line;

/** "display_name", "summary" or "file": where offsets count. */
const char *pq_source_word(pq_source source);

/** "asserted", "hedged", ... */
const char *pq_stance_word(pq_stance stance);

/** The line of an evidence, by index. */
pq_claim_line pq_claim_line_of(const pq_graph *g, uint32_t index);

/** Indices of evidence by source, span and id, each of these once; `all`: with
 * passages about nothing named, which have no theme.  `*out` lives in the
 * record's arena. */
PQ_NODISCARD pq_status pq_claim_line_order(const pq_graph *g, bool all,
                                           uint32_t **out, uint32_t *n);

/** Do two evidences put forward one claim at the same words?  Then the lines
 * have one for both. */
bool pq_claim_line_same(const pq_graph *g, uint32_t a, uint32_t b);

/** "protein", "pathway", "process", ... */
const char *pq_claim_line_type(const pq_record *r, pq_node node);

/** Hands over identifiers of a node, name space and value, in a fixed order.
 * A state has those of its thing, a pathway those of what it is named after. */
typedef struct pq_claim_line_id {
  pq_view space, value;
} pq_claim_line_id;
enum {
  PQ_LINE_IDS_MOST = 2
};
size_t pq_claim_line_ids(const pq_record *r, pq_node node,
                         pq_claim_line_id out[PQ_LINE_IDS_MOST]);

#endif
