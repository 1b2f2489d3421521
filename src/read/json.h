/* A JSON text as a tree, in the arena, for the lines that are read by the
 * million.  It is lenient: it takes all that is JSON, and of what it is not
 * sure about it says so.  Whether that is JSON, and what is wrong with what is
 * not, the library has to tell.
 *
 *   {"a": [1, "x"]}      object -> list "a" -> number "1" -> text "x"
 */
#ifndef PQ_READ_JSON_H
#define PQ_READ_JSON_H

#include "base/arena.h"

typedef enum pq_json_kind {
  PQ_JSON_NULL,
  PQ_JSON_BOOL,
  PQ_JSON_INTEGER,
  PQ_JSON_REAL,
  PQ_JSON_TEXT,
  PQ_JSON_LIST,
  PQ_JSON_OBJECT
} pq_json_kind;

typedef struct pq_json pq_json;
struct pq_json {
  pq_json_kind kind;
  pq_view key;  /* in its object */
  pq_view text; /* decoded; of a number or truth value, as it is written */
  pq_json *up, *child, *last, *next;
  uint32_t n; /* children */
};

/** Read `bytes`, valid UTF-8 without NUL.  Views go into them or into the
 * arena.  `*out` is NULL if this is no JSON for sure; `*sure` is false if the
 * library must be asked.  PQ_OK, or the arena's status. */
PQ_NODISCARD pq_status pq_json_read(pq_arena *arena, pq_view bytes,
                                    pq_json **out, bool *sure);

/** The value of a key; NULL if `object` is none or has none of it. */
const pq_json *pq_json_at(const pq_json *object, const char *key);

#endif
