#include "say.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
  TEXT_MOST = 1024
};

static pq_view view_of(const char *text) {
  return (pq_view){text ? text : "", text ? strlen(text) : 0};
}

PQ_PRINTF(3, 0)
static void hand_over(const pq_sink *sink, pq_note *note, const char *format,
                      va_list args) {
  char text[TEXT_MOST];
  if (!sink || !sink->note) return;
  (void)vsnprintf(text, sizeof text, format, args);
  note->text = view_of(text);
  sink->note(sink->user, note);
}

pq_status pq_say_at(const pq_sink *sink, pq_status st, const char *code,
                    const char *file, uint32_t line, const char *format, ...) {
  va_list args;
  pq_note note = {.severity = PQ_NOTE_ERROR, .status = st, .code = code};
  note.at = (pq_place){view_of(file), line, 0};
  va_start(args, format);
  hand_over(sink, &note, format, args);
  va_end(args);
  return st;
}

pq_status pq_say(const pq_sink *sink, pq_status st, const char *code,
                 const char *format, ...) {
  va_list args;
  pq_note note = {.severity = PQ_NOTE_ERROR, .status = st, .code = code};
  va_start(args, format);
  hand_over(sink, &note, format, args);
  va_end(args);
  return st;
}

void pq_remark(const pq_sink *sink, pq_severity severity, const char *code,
               const char *format, ...) {
  va_list args;
  pq_note note = {.severity = severity, .status = PQ_OK, .code = code};
  va_start(args, format);
  hand_over(sink, &note, format, args);
  va_end(args);
}
