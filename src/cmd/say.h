/* Findings of the tool itself. */
#ifndef PQ_CMD_SAY_H
#define PQ_CMD_SAY_H

#include "pathquill.h"

/** Tell of an error in a file (or NULL) at a line (or 0).  Returns `st`. */
PQ_PRINTF(6, 7)
pq_status pq_say_at(const pq_sink *sink, pq_status st, const char *code,
                    const char *file, uint32_t line, const char *format, ...);

/** Tell of an error without a place.  Returns `st`. */
PQ_PRINTF(4, 5)
pq_status pq_say(const pq_sink *sink, pq_status st, const char *code,
                 const char *format, ...);

/** A warning or news. */
PQ_PRINTF(4, 5)
void pq_remark(const pq_sink *sink, pq_severity severity, const char *code,
               const char *format, ...);

#endif
