/* Findings: the library tells a sink, with a place; it never prints. */
#ifndef PQ_BASE_NOTE_H
#define PQ_BASE_NOTE_H

#include "base/status.h"
#include "base/view.h"

/** Hand a finding over.  Returns `note->status`, so that a caller can write
 * `return pq_tell(...)`. */
pq_status pq_tell(const pq_sink *sink, const pq_note *note);

/** An error with a formatted text (integers and strings, 1,000 bytes at the
 * most).  Returns `st`. */
PQ_PRINTF(5, 6)
pq_status pq_fail(const pq_sink *sink, pq_status st, const char *code,
                  pq_place at, const char *format, ...);

/** A warning, likewise. */
PQ_PRINTF(4, 5)
void pq_warn(const pq_sink *sink, const char *code, pq_place at,
             const char *format, ...);

/** For "%.*s": the length of a view as printf wants it. */
static inline int pq_view_width(pq_view v) {
  return v.len < 1000 ? (int)v.len : 1000;
}

#endif
