/* Sections of the grammar's files -> rules. */
#ifndef PQ_CLAIM_LOAD_H
#define PQ_CLAIM_LOAD_H

#include "rules.h"
#include "tree.h"

/** What a section's reader works on. */
typedef struct pq_loader {
  pq_grammar *g;
  const pq_sink *sink;
} pq_loader;

/** Reads one section.  Mistakes are told with their place. */
typedef pq_status pq_load_section(pq_loader *d, const pq_tree *t);

pq_load_section pq_load_frames, pq_load_kinds, pq_load_events,
    pq_load_regulation, pq_load_dependence, pq_load_states, pq_load_carriers,
    pq_load_compounds, pq_load_plain, pq_load_thoughts, pq_load_words,
    pq_load_phrases, pq_load_cues, pq_load_classes, pq_load_stops,
    pq_load_living, pq_load_anatomy, pq_load_names;

/** Tell of a mistake at a node.  Returns PQ_BAD_SYNTAX. */
PQ_PRINTF(3, 4)
pq_status pq_load_wrong(const pq_loader *d, const pq_tree *t,
                        const char *format, ...);

/** A word for a number, as in the files. */
typedef struct pq_load_word {
  const char *word;
  uint32_t value;
} pq_load_word;

/** The number of a word; tells of one that is not in the table, which ends with
 * a NULL word. */
PQ_NODISCARD pq_status pq_load_choice(const pq_loader *d, const pq_tree *t,
                                      const pq_load_word *table, uint32_t *out);

/** Is the node of this kind?  Tells if it is not. */
PQ_NODISCARD pq_status pq_load_expect(const pq_loader *d, const pq_tree *t,
                                      pq_tree_kind kind);

/** Does a map hold no other keys than these?  The list ends with NULL. */
PQ_NODISCARD pq_status pq_load_keys(const pq_loader *d, const pq_tree *t,
                                    const char *const *keys);

/** As pq_load_keys, for a rule, which may also show `examples`: a list of a
 * text and the claims that it makes.  Their form is checked; they are for the
 * reader and for the tests. */
PQ_NODISCARD pq_status pq_load_rule(const pq_loader *d, const pq_tree *t,
                                    const char *const *keys);

/** The list of a rule that is one: the node itself or, in a map that also shows
 * examples, what stands under `key`. */
PQ_NODISCARD pq_status pq_load_list(const pq_loader *d, const pq_tree *t,
                                    const char *key, const pq_tree **out);

/** Calls `load` for each block of a list. */
PQ_NODISCARD pq_status pq_load_blocks(pq_loader *d, const pq_tree *t,
                                      pq_status (*load)(pq_loader *d,
                                                        const pq_tree *block));

/** The index of the kind of event that a node names; tells if there is none. */
PQ_NODISCARD pq_status pq_load_find_kind(const pq_loader *d, const pq_tree *t,
                                         uint32_t *out);

/** Calls `each` for each text of a list; a missing list (NULL) has none. */
PQ_NODISCARD pq_status
pq_load_each(pq_loader *d, const pq_tree *list, uint32_t value,
             pq_status (*each)(pq_loader *d, const pq_tree *t, uint32_t value));

#endif
