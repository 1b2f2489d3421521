/* YAML as events, pulled one by one; the only door to libyaml.
 *
 *   key: [a, 'b']     MAPPING  SCALAR key  SEQUENCE  SCALAR a  SCALAR b
 *                     SEQUENCE_END  MAPPING_END  DOCUMENT_END
 * Scalars are text and nothing else: `no`, `1.0` and `~` are these letters.
 * There are no anchors, aliases and tags, one document, at most 32 levels and
 * 10,000 events; all else is a finding with line and column.  A mapping is its
 * keys and values in turn; whether a key is there twice, or is no scalar, is
 * for the caller to see.
 */
#ifndef PQ_BASE_YAML_H
#define PQ_BASE_YAML_H

#include "base/arena.h"
#include "base/note.h"

enum {
  PQ_YAML_DEPTH_MOST = 32,
  PQ_YAML_EVENTS_MOST = 10000
};

typedef enum pq_yaml_kind {
  PQ_YAML_SCALAR,
  PQ_YAML_SEQUENCE,
  PQ_YAML_SEQUENCE_END,
  PQ_YAML_MAPPING,
  PQ_YAML_MAPPING_END,
  PQ_YAML_DOCUMENT_END /* the last event, of empty input too */
} pq_yaml_kind;

/** What to read, and how findings about it are told. */
typedef struct pq_yaml_source {
  pq_view bytes; /* must live until pq_yaml_close */
  pq_view file;  /* for places; likewise */
  uint32_t line; /* of the first byte; 0 means 1 */
  const pq_sink *sink;
} pq_yaml_source;

typedef struct pq_yaml_event {
  pq_yaml_kind kind;
  pq_place at;
  pq_view text;   /* of a scalar: in the arena, terminated, never NULL */
  bool plain;     /* a scalar without quotes, and no block */
  uint32_t begin; /* byte of `bytes` where the event begins */
} pq_yaml_event;

/** A reader of one document. */
typedef struct pq_yaml pq_yaml;

/** Open a reader.  It and its scalars live in `arena`; libyaml's own memory is
 * given back by pq_yaml_close.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_yaml_open(pq_arena *arena,
                                    const pq_yaml_source *source,
                                    pq_yaml **out);

/** The next event.  PQ_OK, or PQ_END behind the document's end, or, told to the
 * sink with its place, PQ_BAD_SYNTAX, PQ_BAD_ENCODING or PQ_LIMIT; PQ_NO_MEM
 * is not told.  After a failure, each call fails alike. */
PQ_NODISCARD pq_status pq_yaml_next(pq_yaml *y, pq_yaml_event *out);

/** Read on to the end of what `event` began; a scalar has ended already. */
PQ_NODISCARD pq_status pq_yaml_skip(pq_yaml *y, const pq_yaml_event *event);

/** Close a reader; NULL is allowed. */
void pq_yaml_close(pq_yaml *y);

#endif
