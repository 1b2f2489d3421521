/* pq_extract: records in, bytes out, in input order.
 *
 *   jobs 1    stream -> desk -> writer -> output, record by record
 *   jobs N    stream -> bundle -> N workers, a desk each -> bundle -> output
 *
 * The same bytes and findings in the same order, whatever N is: this thread
 * alone reads, hands over and tells. */
#include "bundle.h"

#include "base/alloc.h"
#include "base/note.h"
#include "base/pool.h"

enum {
  SLOTS_PER_WORKER = 4
};

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
  const pq_engine *engine;
  const pq_writer *writer;
  pq_output *out;
  const pq_sink *sink;
  pq_buf bytes;
} extraction;

/* Hand over what a buffer holds. */
static pq_status hand_over(const extraction *x, const pq_buf *bytes) {
  if (bytes->status) return bytes->status;
  if (!bytes->len) return PQ_OK;
  return x->out->write(x->out->user, bytes->ptr, bytes->len);
}

/* What stands before all records, or behind them. */
static pq_status extract_edge(extraction *x, void (*put)(pq_buf *out)) {
  if (!put) return PQ_OK;
  pq_buf_reset(&x->bytes);
  put(&x->bytes);
  return hand_over(x, &x->bytes);
}

/* ---- one job ---- */

static pq_status extract_record(void *user, pq_desk *desk) {
  pq_status st = PQ_OK;
  extraction *const x = user;
  pq_buf_reset(&x->bytes);
  PQ_TRY(st, x->writer->stream(&desk->graph, &x->bytes));
  return hand_over(x, &x->bytes);
}

static pq_status extract_alone(extraction *x, const pq_inputs *inputs,
                               pq_tally *tally) {
  const pq_visit visit = {.user = x, .record = extract_record};
  return pq_run_each(x->engine, inputs, x->sink, &visit, tally);
}

/* ---- many ---- */

typedef struct crew {
  const extraction *x;
  uint32_t n_workers, n_slots;
  pq_desk *desks;     /* of the workers */
  pq_bundle *bundles; /* in the slots */
  pq_pool *pool;      /* NULL until there is more than one bundle */
  pq_bundle *filling; /* takes what the reader tells; NULL: nobody does */
  pq_sink sink;       /* of the reader */
  pq_shard shard;
  pq_stream *stream;
  pq_harvest harvest;
  pq_tally sum;
  bool ended; /* the stream */
} crew;

/* What the reader tells keeps its place between the records. */
static void hear_reader(void *user, const pq_note *note) {
  crew *const c = user;
  if (!c->filling) {
    (void)pq_tell(c->x->sink, note);
    return;
  }
  const pq_status st = pq_bundle_note(c->filling, note);
  if (st && !c->filling->status) c->filling->status = st;
}

static void work(void *user, uint32_t worker, uint32_t slot) {
  crew *const c = user;
  pq_bundle_work(&c->bundles[slot], &c->desks[worker], c->x->writer);
}

/* A bundle ends early where the next record is not there yet: what there is
 * goes on its way. */
static pq_status fill(crew *c, pq_bundle *b) {
  pq_status st = PQ_OK;
  pq_bundle_reset(b);
  c->filling = b;
  while (!st && !pq_bundle_is_full(b) &&
         !(b->items.n && pq_stream_waits(c->stream))) {
    pq_raw raw = {0};
    st = pq_run_next(c->stream, &c->harvest, &raw);
    if (!st) st = pq_bundle_add(b, &raw);
  }
  c->filling = NULL;
  c->ended = st == PQ_END;
  return c->ended ? PQ_OK : st;
}

/* What became of a bundle: its findings, then its bytes. */
static pq_status deliver(crew *c, const pq_bundle *b) {
  pq_told_pass(&b->told, c->x->sink);
  pq_tally_add(&c->sum, &b->tally);
  const pq_status st = hand_over(c->x, &b->bytes);
  return st ? st : b->status;
}

static pq_status deliver_oldest(crew *c) {
  uint32_t slot = 0;
  if (!pq_pool_next(c->pool, &slot)) return PQ_END;
  const pq_status st = deliver(c, &c->bundles[slot]);
  pq_pool_done(c->pool);
  return st;
}

/* The workers begin where one bundle is not all. */
static pq_status start_pool(crew *c) {
  const pq_pool_job job = {.user = c, .work = work};
  return pq_pool_open(c->x->engine->alloc, c->n_workers, c->n_slots, &job,
                      &c->pool);
}

static pq_status deliver_all(crew *c) {
  pq_status st = PQ_OK;
  while (!st) {
    st = deliver_oldest(c);
  }
  return st == PQ_END ? PQ_OK : st;
}

/* Nothing waits in the ring while the reader waits for more. */
static pq_status send_next(crew *c) {
  pq_status st = PQ_OK;
  uint32_t slot = 0;
  if (pq_stream_waits(c->stream)) PQ_TRY(st, deliver_all(c));
  if (!pq_pool_free(c->pool, &slot)) return deliver_oldest(c);
  PQ_TRY(st, fill(c, &c->bundles[slot]));
  pq_pool_send(c->pool);
  return PQ_OK;
}

/* From the first bundle, which is filled, to the last, by this thread. */
static pq_status work_alone(crew *c) {
  pq_status st = PQ_OK;
  for (;;) {
    work(c, 0, 0);
    PQ_TRY(st, deliver(c, &c->bundles[0]));
    if (c->ended) return PQ_OK;
    PQ_TRY(st, fill(c, &c->bundles[0]));
  }
}

static pq_status share_out(crew *c) {
  pq_status st = PQ_OK;
  PQ_TRY(st, fill(c, &c->bundles[0]));
  if (c->ended) return work_alone(c);
  PQ_TRY(st, start_pool(c));
  pq_pool_send(c->pool); /* its first free slot is 0 */
  while (!c->ended) {
    PQ_TRY(st, send_next(c));
  }
  return deliver_all(c);
}

static pq_status open_crew(crew *c) {
  pq_alloc *const alloc = c->x->engine->alloc;
  c->desks = pq_calloc(alloc, c->n_workers * sizeof *c->desks);
  c->bundles = pq_calloc(alloc, c->n_slots * sizeof *c->bundles);
  if (!c->desks || !c->bundles) return PQ_NO_MEM;
  for (uint32_t i = 0; i < c->n_workers; ++i) {
    pq_desk_open(&c->desks[i], c->x->engine, NULL);
    c->desks[i].shard = c->shard;
  }
  for (uint32_t i = 0; i < c->n_slots; ++i) {
    pq_bundle_open(&c->bundles[i], alloc);
  }
  return PQ_OK;
}

static void close_crew(crew *c) {
  pq_alloc *const alloc = c->x->engine->alloc;
  pq_pool_close(c->pool);
  for (uint32_t i = 0; c->desks && c->bundles && i < c->n_workers; ++i) {
    pq_desk_close(&c->desks[i]);
  }
  for (uint32_t i = 0; c->desks && c->bundles && i < c->n_slots; ++i) {
    pq_bundle_close(&c->bundles[i]);
  }
  pq_free(alloc, c->desks);
  pq_free(alloc, c->bundles);
  pq_stream_close(c->stream);
}

static pq_status extract_together(const extraction *x, uint32_t jobs,
                                  const pq_inputs *inputs, pq_tally *tally) {
  crew c = {.x = x,
            .n_workers = jobs,
            .n_slots = SLOTS_PER_WORKER * jobs,
            .shard = {inputs->shard, inputs->n_shards}};
  c.sink = (pq_sink){.user = &c, .note = hear_reader};
  pq_status st = pq_stream_open(x->engine->alloc, inputs, &c.sink, &c.stream);
  if (!st) st = open_crew(&c);
  if (!st) st = share_out(&c);
  if (!st) st = pq_run_close(&c.harvest, x->sink);
  c.sum.failed += c.harvest.skipped;
  if (tally && c.stream) *tally = c.sum;
  close_crew(&c);
  return st;
}

/* ---- the door ---- */

pq_status pq_extract(pq_engine *engine, const pq_inputs *inputs,
                     const char *format, pq_output *out, const pq_sink *sink,
                     pq_tally *tally) {
  if (!engine || !pq_inputs_are_sound(inputs) || !pq_output_is_sound(out) ||
      !pq_shard_is_sound(inputs->shard, inputs->n_shards)) {
    return PQ_BAD_ARG;
  }
  extraction x = {.engine = engine,
                  .writer = stream_writer(format),
                  .out = out,
                  .sink = sink};
  if (!x.writer) {
    return pq_fail(sink, PQ_BAD_ARG, "format.unknown", (pq_place){0},
                   "no such format: %s", format ? format : "(none)");
  }
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_writer_ready(x.writer, sink));
  pq_buf_init(&x.bytes, engine->alloc);
  const bool alone = engine->jobs < 2 || x.writer->alone;
  st = extract_edge(&x, x.writer->head);
  if (!st) {
    st = alone ? extract_alone(&x, inputs, tally)
               : extract_together(&x, engine->jobs, inputs, tally);
  }
  if (!st) st = extract_edge(&x, x.writer->tail);
  pq_buf_clear(&x.bytes);
  return st;
}
