/* The seed record, built by hand: what the rooms below the graph would have
 * found in it.  A Markdown file, or a JSON line with references. */
#ifndef PQ_TESTS_SUPPORT_SEED_RECORD_H
#define PQ_TESTS_SUPPORT_SEED_RECORD_H

#include "graph/graph.h"

/** Indices into pq_sample_kinds. */
enum {
  PQ_KIND_PHOSPHORYLATION,
  PQ_KIND_ACTIVATION,
  PQ_KIND_EXPRESSION,
  PQ_KIND_BINDING,
  PQ_KIND_ASSEMBLY,
  PQ_KIND_DISSOCIATION,
  PQ_KIND_TRANSLOCATION,
  PQ_KIND_CONVERSION,
  PQ_KIND_UBIQUITINATION,
  PQ_KIND_DEGRADATION,
  PQ_N_SAMPLE_KINDS
};

/** Some rows of the grammar's table of event kinds. */
extern const pq_kind pq_sample_kinds[PQ_N_SAMPLE_KINDS];

/** The seed file, byte for byte. */
extern const pq_view pq_seed_file;

/** A maker with version 0.1.0, the usual base, and digests of nothing. */
extern const pq_maker pq_sample_maker;

/** Fill `r`, whose tables live in `arena`: as the Markdown file, or as the JSON
 * line with its two texts and fifteen references. */
PQ_NODISCARD pq_status pq_seed_build(pq_record *r, pq_arena *arena, bool json);

#endif
