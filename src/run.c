#include "run.h"

#include "base/note.h"

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

pq_status pq_run_one(pq_desk *desk, pq_raw *raw, const pq_visit *visit,
                     pq_tally *tally) {
  if (visit->trace) pq_buf_reset(visit->trace);
  pq_status st = visit->prepare ? visit->prepare(visit->user, raw) : PQ_OK;
  if (st == PQ_NO_MEM || st == PQ_END) return st == PQ_END ? PQ_OK : st;
  if (!st) st = pq_desk_run(desk, raw);
  if (st == PQ_END) return PQ_OK;
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
  desk.bodies = visit->bodies;
  desk.shard = (pq_shard){inputs->shard, inputs->n_shards};
  while (!st) {
    pq_raw raw = {0};
    st = pq_run_next(stream, &harvest, &raw);
    if (!st) st = pq_run_one(&desk, &raw, visit, &sum);
  }
  if (st == PQ_END) st = pq_run_close(&harvest, sink);
  sum.failed += harvest.skipped;
  if (tally) *tally = sum;
  pq_desk_close(&desk);
  pq_stream_close(stream);
  return st;
}
