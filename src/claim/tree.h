/* A grammar file as a tree, so that its parts can be read in any order and each
 * mistake is told with its place. */
#ifndef PQ_CLAIM_TREE_H
#define PQ_CLAIM_TREE_H

#include "base/yaml.h"

typedef enum pq_tree_kind {
  PQ_TREE_TEXT,
  PQ_TREE_LIST,
  PQ_TREE_MAP
} pq_tree_kind;

/** A node.  Children of a map are its values; each has its key. */
typedef struct pq_tree pq_tree;
struct pq_tree {
  pq_tree_kind kind;
  pq_place at;
  pq_view text, key;
  pq_tree *child, *next;
};

/** Read a file into `*out`, which is a map; its nodes live in `arena`.  As
 * pq_yaml_next, and PQ_BAD_SYNTAX for a key that is there twice. */
PQ_NODISCARD pq_status pq_tree_read(pq_arena *arena,
                                    const pq_yaml_source *source,
                                    pq_tree **out);

/** The value of a key of a map, or NULL. */
const pq_tree *pq_tree_at(const pq_tree *map, const char *key);

/** The text of a key; empty if it is not there or no text. */
pq_view pq_tree_text(const pq_tree *map, const char *key);

/** Is the key there with the text "true"? */
bool pq_tree_true(const pq_tree *map, const char *key);

#endif
