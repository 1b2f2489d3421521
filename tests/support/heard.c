#include "heard.h"

#include <stdio.h>

static void hear(void *user, const pq_note *note) {
  pq_heard *const h = user;
  if (h->n++ >= PQ_HEARD_MOST) return;
  pq_heard_note *const kept = &h->at[h->n - 1];
  kept->severity = note->severity;
  kept->status = note->status;
  kept->line = note->at.line;
  kept->column = note->at.column;
  (void)snprintf(kept->code, sizeof kept->code, "%s", note->code);
  (void)snprintf(kept->text, sizeof kept->text, "%.*s",
                 pq_view_width(note->text), note->text.ptr);
}

void pq_heard_init(pq_heard *h) {
  *h = (pq_heard){.sink = {.note = hear}};
  h->sink.user = h;
}

const pq_heard_note *pq_heard_find(const pq_heard *h, const char *code) {
  for (size_t i = 0; i < h->n && i < PQ_HEARD_MOST; ++i) {
    if (strcmp(h->at[i].code, code) == 0) return &h->at[i];
  }
  return NULL;
}
