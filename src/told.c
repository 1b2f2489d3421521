#include "told.h"

#include "base/note.h"

pq_status pq_note_copy(pq_arena *arena, const pq_note *note, pq_note *out) {
  pq_status st = PQ_OK;
  pq_note copy = *note;
  PQ_TRY(st, pq_arena_copy(arena, note->at.file, &copy.at.file));
  PQ_TRY(st, pq_arena_copy(arena, note->record, &copy.record));
  PQ_TRY(st, pq_arena_copy(arena, note->text, &copy.text));
  *out = copy;
  return PQ_OK;
}

/* Many come of one record, whose id may be long: they share it. */
static pq_status keep(pq_told *told, const pq_note *note) {
  pq_status st = PQ_OK;
  pq_note copy = *note;
  pq_note last = {.record = {"", 0}};
  if (told->notes.n) last = told->notes.at[told->notes.n - 1];
  const bool same = pq_view_same(last.record, note->record);
  if (same) copy.record = (pq_view){"", 0};
  PQ_TRY(st, pq_note_copy(told->arena, &copy, &copy));
  if (same) copy.record = last.record;
  PQ_PUSH(told->arena, &told->notes, copy);
  return PQ_OK;
}

static void hear(void *user, const pq_note *note) {
  pq_told *const told = user;
  const pq_status st = keep(told, note);
  if (st && !told->status) told->status = st;
}

void pq_told_open(pq_told *told, pq_arena *arena) {
  *told = (pq_told){.arena = arena, .sink = {.user = told, .note = hear}};
}

void pq_told_reset(pq_told *told) {
  told->notes.at = NULL;
  told->notes.n = told->notes.cap = 0;
  told->status = PQ_OK;
}

void pq_told_pass(const pq_told *told, const pq_sink *sink) {
  for (uint32_t i = 0; i < told->notes.n; ++i) {
    (void)pq_tell(sink, &told->notes.at[i]);
  }
}
