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
  if (st == PQ_NO_MEM) return st;
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

static const char *const formats[] = {"jsonl", "tsv", "nq", "nt", "ttl"};

const char *pq_format_name(size_t index) {
  return index < sizeof formats / sizeof *formats ? formats[index] : NULL;
}

static const pq_writer *stream_writer(const char *format) {
  for (size_t i = 0; format && pq_format_name(i); ++i) {
    if (pq_view_same(pq_view_of(formats[i]), pq_view_of(format))) {
      return pq_writer_named(pq_view_of(format));
    }
  }
  return NULL;
}

typedef struct extraction {
  const pq_writer *writer;
  pq_output *out;
  pq_buf bytes;
} extraction;

static pq_status extract_record(void *user, pq_desk *desk) {
  pq_status st = PQ_OK;
  extraction *const x = user;
  pq_buf_reset(&x->bytes);
  PQ_TRY(st, x->writer->write(&desk->graph, &x->bytes));
  if (x->bytes.status) return x->bytes.status;
  return x->out->write(x->out->user, x->bytes.ptr, x->bytes.len);
}

pq_status pq_extract(pq_engine *engine, const pq_inputs *inputs,
                     const char *format, pq_output *out, const pq_sink *sink,
                     pq_tally *tally) {
  pq_status st = PQ_OK;
  if (!engine || !inputs || !out || !out->write) return PQ_BAD_ARG;
  extraction x = {.writer = stream_writer(format), .out = out};
  if (!x.writer || !x.writer->write) {
    return pq_fail(sink, PQ_BAD_ARG, "format.unknown", (pq_place){0},
                   "no such format: %s", format ? format : "(none)");
  }
  if (pq_view_same(pq_view_of(format), PQ_LIT("tsv"))) {
    const pq_view head = pq_claim_table_head();
    PQ_TRY(st, out->write(out->user, head.ptr, head.len));
  }
  pq_buf_init(&x.bytes, engine->alloc);
  const pq_visit visit = {.user = &x, .record = extract_record};
  st = pq_run_each(engine, inputs, sink, &visit, tally);
  pq_buf_clear(&x.bytes);
  return st;
}
