#include "note.h"

#include <stdarg.h>
#include <stdio.h>

enum {
  TEXT_MOST = 1000
};

pq_status pq_tell(const pq_sink *sink, const pq_note *note) {
  if (sink && sink->note) sink->note(sink->user, note);
  return note->status;
}

PQ_PRINTF(2, 0)
static pq_view formatted(char *room, const char *format, va_list args) {
  const int n = vsnprintf(room, TEXT_MOST, format, args);
  if (n < 0) return (pq_view){"", 0};
  return (pq_view){room, n < TEXT_MOST ? (size_t)n : TEXT_MOST - 1};
}

pq_status pq_fail(const pq_sink *sink, pq_status st, const char *code,
                  pq_place at, const char *format, ...) {
  char room[TEXT_MOST];
  va_list args;
  va_start(args, format);
  const pq_note note = {.severity = PQ_NOTE_ERROR,
                        .status = st,
                        .code = code,
                        .at = at,
                        .text = formatted(room, format, args)};
  va_end(args);
  return pq_tell(sink, &note);
}

void pq_warn(const pq_sink *sink, const char *code, pq_place at,
             const char *format, ...) {
  char room[TEXT_MOST];
  va_list args;
  va_start(args, format);
  const pq_note note = {.severity = PQ_NOTE_WARN,
                        .code = code,
                        .at = at,
                        .text = formatted(room, format, args)};
  va_end(args);
  (void)pq_tell(sink, &note);
}
