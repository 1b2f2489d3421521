/* The words of our JSON-LD: a key for each section beside those of properties,
 * and the context that says what they mean. */
#ifndef PQ_WRITE_JSONLD_TERMS_H
#define PQ_WRITE_JSONLD_TERMS_H

#include "json.h"
#include "jsonld_keys.h"

#include "graph/graph.h"

enum {
  PQ_SHELVES_MOST = 16
};

/** The shelf on which a section's nodes stand, by index; NULL past the last. */
const char *pq_ld_shelf_at(size_t index);
size_t pq_ld_shelf_of(pq_section section);

/** Names, and which of them a document uses. */
typedef struct pq_ld_names {
  pq_view spaces[PQ_N_PREFIXES]; /* absolute */
  bool prefixes[PQ_N_PREFIXES], keys[PQ_KEYS_MOST], shelves[PQ_SHELVES_MOST];
} pq_ld_names;

/** Names under a base; none is in use.  They live in the arena. */
PQ_NODISCARD pq_status pq_ld_names_open(pq_ld_names *names, pq_arena *arena,
                                        pq_view base);

/** The prefix of an IRI, or PQ_N_PREFIXES. */
size_t pq_ld_prefix_of(const pq_ld_names *names, pq_view iri);

/** Append `"prefix:local"` as a string, or the whole IRI where no prefix fits.
 * With `word` our own terms stand without prefix. */
void pq_ld_put(const pq_ld_names *names, pq_json *j, pq_view iri, bool word);

/** The context of the names in use. */
void pq_ld_context(const pq_ld_names *names, pq_json *j);

/** All of it, as ontology/context.jsonld has it. */
PQ_NODISCARD pq_status pq_ld_whole_context(pq_arena *arena, pq_view base,
                                           pq_buf *out);

#endif
