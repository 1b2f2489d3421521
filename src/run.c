#include "run.h"

#include "base/note.h"
#include "write/write.h"

pq_status pq_run_next(pq_stream *stream, pq_harvest *harvest, pq_raw *raw) {
  for (;;) {
    const pq_status st = pq_stream_next(stream, raw);
    harvest->raws += st == PQ_OK;
    if (st == PQ_OK || st == PQ_END || st == PQ_NO_MEM) return st;
    if (!harvest->skipped++) harvest->first = st;
  }
}

pq_status pq_run_close(const pq_harvest *harvest, const pq_sink *sink) {
  if (harvest->raws) return PQ_OK;
  if (harvest->skipped) {
    return harvest->first == PQ_BAD_READ ? PQ_BAD_READ : PQ_OK;
  }
  pq_warn(sink, "input.none", (pq_place){0},
          "no record was found; files end in .md, .txt, .jsonl or .jsonl.gz");
  return PQ_OK;
}

static pq_status take(pq_desk *desk, pq_raw *raw, const pq_visit *visit,
                      pq_tally *tally) {
  if (visit->trace) pq_buf_reset(visit->trace);
  pq_status st = visit->prepare ? visit->prepare(visit->user, raw) : PQ_OK;
  if (st == PQ_NO_MEM || st == PQ_END) return st == PQ_END ? PQ_OK : st;
  if (!st) st = pq_desk_run(desk, raw);
  if (st) {
    ++tally->failed;
    return PQ_OK;
  }
  st = visit->record(visit->user, desk);
  if (st == PQ_NO_MEM || st == PQ_LIMIT) {
    ++tally->failed;
    (void)pq_desk_give_up(desk, st);
    return PQ_OK;
  }
  if (!st) pq_desk_count(desk, tally);
  return st;
}

pq_status pq_run_each(const pq_engine *engine, const pq_inputs *inputs,
                      const pq_sink *sink, const pq_visit *visit,
                      pq_tally *tally) {
  pq_status st = PQ_OK;
  pq_stream *stream = NULL;
  pq_harvest harvest = {0};
  pq_tally sum = {0};
  pq_desk desk;
  PQ_TRY(st, pq_stream_open(engine->alloc, inputs, sink, &stream));
  pq_desk_open(&desk, engine, sink);
  desk.trace = visit->trace;
  desk.happenings = visit->happenings;
  while (!st) {
    pq_raw raw = {0};
    st = pq_run_next(stream, &harvest, &raw);
    if (!st) st = take(&desk, &raw, visit, &sum);
  }
  if (st == PQ_END) st = pq_run_close(&harvest, sink);
  sum.failed += harvest.skipped;
  if (tally) *tally = sum;
  pq_desk_close(&desk);
  pq_stream_close(stream);
  return st;
}

/* ---- extract ---- */

static const pq_writer *stream_writer(const char *format) {
  const pq_writer *const w =
      format ? pq_writer_named(pq_view_of(format)) : NULL;
  return w && w->stream ? w : NULL;
}

const char *pq_format_name(size_t index) {
  for (size_t i = 0; pq_writer_at(i); ++i) {
    if (!pq_writer_at(i)->stream) continue;
    if (!index--) return pq_writer_at(i)->name;
  }
  return NULL;
}

typedef struct extraction {
  const pq_writer *writer;
  pq_output *out;
  pq_buf bytes;
} extraction;

/* Hand over what the buffer holds. */
static pq_status hand_over(extraction *x) {
  if (x->bytes.status) return x->bytes.status;
  if (!x->bytes.len) return PQ_OK;
  return x->out->write(x->out->user, x->bytes.ptr, x->bytes.len);
}

static pq_status extract_record(void *user, pq_desk *desk) {
  pq_status st = PQ_OK;
  extraction *const x = user;
  pq_buf_reset(&x->bytes);
  PQ_TRY(st, x->writer->stream(&desk->graph, &x->bytes));
  return hand_over(x);
}

/* What stands before all records, or behind them. */
static pq_status extract_edge(extraction *x, void (*put)(pq_buf *out)) {
  if (!put) return PQ_OK;
  pq_buf_reset(&x->bytes);
  put(&x->bytes);
  return hand_over(x);
}

pq_status pq_extract(pq_engine *engine, const pq_inputs *inputs,
                     const char *format, pq_output *out, const pq_sink *sink,
                     pq_tally *tally) {
  if (!engine || !inputs || !out || !out->write) return PQ_BAD_ARG;
  extraction x = {.writer = stream_writer(format), .out = out};
  if (!x.writer) {
    return pq_fail(sink, PQ_BAD_ARG, "format.unknown", (pq_place){0},
                   "no such format: %s", format ? format : "(none)");
  }
  pq_buf_init(&x.bytes, engine->alloc);
  const pq_visit visit = {.user = &x, .record = extract_record};
  pq_status st = extract_edge(&x, x.writer->head);
  if (!st) st = pq_run_each(engine, inputs, sink, &visit, tally);
  if (!st) st = extract_edge(&x, x.writer->tail);
  pq_buf_clear(&x.bytes);
  return st;
}
