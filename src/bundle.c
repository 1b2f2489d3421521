#include "bundle.h"

#include "base/note.h"

void pq_bundle_open(pq_bundle *b, pq_alloc *alloc) {
  *b = (pq_bundle){.status = PQ_OK};
  pq_arena_init(&b->arena, alloc, 0); /* records have their own limits */
  pq_told_open(&b->told, &b->arena);
  pq_buf_init(&b->bytes, alloc);
}

void pq_bundle_close(pq_bundle *b) {
  pq_arena_clear(&b->arena);
  pq_buf_clear(&b->bytes);
}

void pq_bundle_reset(pq_bundle *b) {
  pq_arena_reset(&b->arena);
  b->items.at = NULL;
  b->items.n = b->items.cap = 0;
  pq_told_reset(&b->told);
  b->size = 0;
  pq_buf_reset(&b->bytes);
  b->tally = (pq_tally){0};
  b->status = PQ_OK;
}

/* ---- in ---- */

pq_status pq_bundle_add(pq_bundle *b, const pq_raw *raw) {
  pq_status st = PQ_OK;
  pq_bundle_item item = {.raw = *raw};
  PQ_TRY(st, pq_arena_copy(&b->arena, raw->bytes, &item.raw.bytes));
  PQ_TRY(st, pq_arena_copy(&b->arena, raw->place.file, &item.raw.place.file));
  PQ_PUSH(&b->arena, &b->items, item);
  b->size += raw->bytes.len;
  return PQ_OK;
}

pq_status pq_bundle_note(pq_bundle *b, const pq_note *note) {
  pq_status st = PQ_OK;
  pq_bundle_item item = {.is_note = true};
  PQ_TRY(st, pq_note_copy(&b->arena, note, &item.note));
  PQ_PUSH(&b->arena, &b->items, item);
  return PQ_OK;
}

/* ---- work ---- */

/* What a record is written by, and where. */
typedef struct writing {
  pq_bundle *bundle;
  const pq_writer *writer;
} writing;

/* What the writer has put of a record that is given up is taken back. */
static pq_status write_record(void *user, pq_desk *desk) {
  const writing *const w = user;
  pq_buf *const bytes = &w->bundle->bytes;
  const size_t before = bytes->len;
  pq_status st = w->writer->stream(&desk->graph, bytes);
  if (!st) st = bytes->status;
  if (!st) return PQ_OK;
  bytes->len = before;
  bytes->status = PQ_OK;
  return st;
}

void pq_bundle_work(pq_bundle *b, pq_desk *desk, const pq_writer *writer) {
  writing w = {b, writer};
  const pq_visit visit = {.user = &w, .record = write_record};
  desk->outer = &b->told.sink;
  for (uint32_t i = 0; i < b->items.n && !b->status; ++i) {
    pq_bundle_item *const item = &b->items.at[i];
    if (item->is_note) {
      (void)pq_tell(&b->told.sink, &item->note);
    } else {
      b->status = pq_run_one(desk, &item->raw, &visit, &b->tally);
    }
    if (!b->status) b->status = b->told.status;
  }
}

/* ---- counts ---- */

void pq_tally_add(pq_tally *sum, const pq_tally *one) {
  sum->records += one->records;
  sum->failed += one->failed;
  sum->sentences += one->sentences;
  sum->silent += one->silent;
  sum->mentions += one->mentions;
  sum->ungrounded += one->ungrounded;
  sum->claims += one->claims;
  sum->disputes += one->disputes;
  sum->questions += one->questions;
  sum->evidence += one->evidence;
  sum->citations += one->citations;
  sum->resolved += one->resolved;
  for (size_t i = 0; i < PQ_N_STANCES; ++i) {
    sum->by_status[i] += one->by_status[i];
  }
  for (size_t i = 0; i < sizeof sum->sites / sizeof sum->sites[0]; ++i) {
    sum->sites[i] += one->sites[i];
  }
}
