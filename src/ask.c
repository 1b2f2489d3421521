#include "query/ask.h"

#include "engine.h"
#include "feed.h"
#include "joined.h"
#include "lines.h"
#include "run.h"

#include "base/alloc.h"
#include "base/note.h"
#include "query/quads.h"
#include "write/answer.h"
#include "write/write.h"

/* A question in the making: all inputs become one graph first.
 *
 *   .nq .nt .ttl .rdf --------------+
 *   claim lines --------------------+
 *   records -> desk -> N-Quads -----+-> rdf -> index -> answer
 */
typedef struct inquiry {
  pq_engine *engine;
  const pq_sink *sink;
  pq_output *out;
  pq_asking asking;
  pq_view format;
  pq_rdf rdf;
  pq_buf bytes;   /* a record as N-Quads; then the answer */
  pq_quads quads; /* their reader */
  pq_lines lines;
  bool refused; /* claim lines, for this question */
} inquiry;

const char *pq_question_name(size_t index) {
  const pq_question *const q = pq_question_at(index);
  return q ? q->name : NULL;
}

const char *pq_table_format_name(size_t index) {
  return pq_answer_format_at(index);
}

/* ---- files of RDF ---- */

/* A graph that is read by half would give half an answer: a file that cannot
 * be read or parsed, which was told, ends it. */
static pq_status read_files(inquiry *q, const pq_inputs *inputs) {
  for (size_t i = 0; i < inputs->n_paths; ++i) {
    if (!pq_rdf_syntax(pq_view_of(inputs->paths[i]))) continue;
    const pq_status st = pq_feed_bulk(&q->rdf, inputs->paths[i], q->sink);
    const bool told = st == PQ_BAD_SYNTAX || st == PQ_BAD_ENCODING;
    if (st) return told ? PQ_BAD_READ : st;
  }
  return PQ_OK;
}

/* ---- records ---- */

static pq_status refuse_line(inquiry *q, pq_place place) {
  if (!q->refused) {
    (void)pq_fail(q->sink, PQ_BAD_ARG, "ask.claim-line", place,
                  "claim lines cannot answer %s: they do not have %s; write"
                  " them with extract --full, or ask the records, or RDF (--to"
                  " nq)",
                  q->asking.question->name, q->asking.question->lacks);
  }
  q->refused = true;
  return PQ_END;
}

static pq_status take_claim_line(void *user, pq_raw *raw) {
  inquiry *const q = user;
  if (raw->format != PQ_RAW_JSONL || !pq_lines_know(raw->bytes)) return PQ_OK;
  const pq_status st = pq_lines_take(&q->lines, raw);
  if (st == PQ_BAD_ARG) return refuse_line(q, raw->place);
  return st ? st : PQ_END;
}

static pq_status take_record(void *user, pq_desk *desk) {
  pq_status st = PQ_OK;
  inquiry *const q = user;
  pq_buf_reset(&q->bytes);
  PQ_TRY(st, pq_write_nquads(&desk->graph, &q->bytes));
  if (q->bytes.status) return q->bytes.status;
  return pq_quads_text(&q->quads, pq_buf_view(&q->bytes));
}

static pq_status read_records(inquiry *q, const pq_inputs *inputs,
                              pq_tally *tally) {
  const pq_visit visit = {
      .user = q, .prepare = take_claim_line, .record = take_record};
  pq_quads_open(&q->quads, &q->rdf, PQ_LIT("records"), q->sink);
  pq_lines_open(&q->lines, &q->rdf, q->asking.base, q->sink);
  q->lines.full_only = q->asking.question->lacks != NULL;
  pq_status st = pq_run_each(q->engine, inputs, q->sink, &visit, tally);
  if (!st && q->refused) st = PQ_BAD_ARG; /* told */
  if (!st) pq_rdf_settle(&q->rdf);
  pq_lines_close(&q->lines);
  pq_quads_close(&q->quads);
  return st;
}

static pq_status read_inputs(inquiry *q, const pq_inputs *inputs,
                             pq_tally *tally) {
  pq_status st = PQ_OK;
  pq_inputs records;
  bool some = false;
  PQ_TRY(st, read_files(q, inputs));
  PQ_TRY(st, pq_joined_records(q->engine->alloc, inputs, &records, &some));
  if (some) st = read_records(q, &records, tally);
  pq_free(q->engine->alloc, (void *)records.paths);
  return st;
}

/* ---- the answer ---- */

/* What is compared with is read as any input is; its records are not counted.
 */
static pq_status compare(inquiry *q, const pq_index *after,
                         const pq_inputs *inputs, pq_gather *out) {
  pq_status st = PQ_OK;
  pq_tally tally = {0};
  pq_index before = {.rdf = NULL};
  inquiry old = *q;
  PQ_TRY(st, pq_rdf_open(&old.rdf, q->engine->alloc));
  pq_buf_init(&old.bytes, q->engine->alloc);
  st = read_inputs(&old, inputs, &tally);
  if (!st && tally.failed) st = PQ_BAD_READ; /* told */
  if (!st) st = pq_index_fill(&before, &old.rdf);
  if (!st) st = pq_ask_changes(&q->asking, &before, after, &q->rdf, out);
  pq_index_clear(&before);
  pq_buf_clear(&old.bytes);
  pq_rdf_close(&old.rdf);
  return st;
}

static pq_status gather(inquiry *q, const pq_index *index,
                        const pq_inputs *inputs, pq_gather *out) {
  const char *const path =
      pq_settings_file(q->asking.question, &q->asking.settings);
  const pq_inputs before = {
      .paths = &path, .n_paths = 1, .plain = inputs->plain};
  return path ? compare(q, index, &before, out)
              : pq_ask_index(&q->asking, index, out);
}

static pq_status write_answer(inquiry *q, const pq_index *index,
                              const pq_inputs *inputs) {
  pq_status st = PQ_OK;
  pq_gather gathered;
  const char *columns[PQ_COLUMNS_MOST];
  PQ_TRY(st, gather(q, index, inputs, &gathered));
  const pq_answer answer = pq_ask_answer(&gathered, columns);
  pq_buf_reset(&q->bytes);
  (void)pq_answer_write(q->format, &answer, q->asking.base, &q->bytes);
  pq_gather_clear(&gathered);
  if (q->bytes.status) return q->bytes.status;
  return q->out->write(q->out->user, q->bytes.ptr, q->bytes.len);
}

static pq_status answer_from(inquiry *q, const pq_inputs *inputs,
                             pq_tally *tally) {
  pq_status st = PQ_OK;
  pq_index index;
  PQ_TRY(st, read_inputs(q, inputs, tally));
  PQ_TRY(st, pq_index_fill(&index, &q->rdf));
  st = write_answer(q, &index, inputs);
  pq_index_clear(&index);
  return st;
}

static bool is_format(const char *name) {
  for (size_t i = 0; pq_answer_format_at(i); ++i) {
    if (strcmp(pq_answer_format_at(i), name) == 0) return true;
  }
  return false;
}

static pq_status check(const pq_ask_options *o, const pq_question *question,
                       const pq_sink *sink) {
  const pq_settings settings = {o->settings, o->n_settings};
  const pq_place nowhere = {.line = 0};
  if (!question) {
    return pq_fail(sink, PQ_BAD_ARG, "ask.question", nowhere,
                   "no such question: '%s'; see ask --list", o->question);
  }
  if (o->format && !is_format(o->format)) {
    return pq_fail(sink, PQ_BAD_ARG, "format.unknown", nowhere,
                   "no such format: %s", o->format);
  }
  return pq_settings_check(question, &settings, sink);
}

/* What was not set is that of the bundled example: an answer about it is easily
 * taken for one about the inputs. */
static pq_status tell_defaults(const inquiry *q, pq_buf *room) {
  const pq_asking *const a = &q->asking;
  pq_buf_reset(room);
  for (const pq_parameter *p = a->question->parameters; p->variable; ++p) {
    if (!p->name || p->usual || a->question->compares ||
        pq_settings_has(&a->settings, p->name)) {
      continue;
    }
    pq_buf_format(room, "%s%s=%s", room->len ? " " : "", p->name, p->value);
  }
  if (room->status || !room->len) return room->status;
  pq_warn(q->sink, "ask.default", (pq_place){.line = 0},
          "%s is asked about %.*s, as of the bundled example; --set asks about"
          " something else",
          a->question->name, pq_view_width(pq_buf_view(room)), room->ptr);
  return PQ_OK;
}

pq_status pq_ask(pq_engine *engine, const pq_inputs *inputs,
                 const pq_ask_options *options, pq_output *out,
                 const pq_sink *sink, pq_tally *tally) {
  pq_status st = PQ_OK;
  if (!engine || !pq_inputs_are_sound(inputs) || !pq_output_is_sound(out) ||
      !options || !options->question ||
      (options->n_settings && !options->settings)) {
    return PQ_BAD_ARG;
  }
  const pq_question *const question =
      pq_question_named(pq_view_of(options->question));
  PQ_TRY(st, check(options, question, sink));
  inquiry q = {.engine = engine,
               .sink = sink,
               .out = out,
               .asking = {.question = question,
                          .settings = {options->settings, options->n_settings},
                          .base = engine->maker.base,
                          .sink = sink},
               .format =
                   pq_view_of(options->format ? options->format : "text")};
  PQ_TRY(st, pq_rdf_open(&q.rdf, engine->alloc));
  pq_buf_init(&q.bytes, engine->alloc);
  st = tell_defaults(&q, &q.bytes);
  if (!st) st = answer_from(&q, inputs, tally);
  pq_buf_clear(&q.bytes);
  pq_rdf_close(&q.rdf);
  return st;
}

/* ---- the list ---- */

static const char *const list_columns[] = {"question", "parameters", "asks",
                                           "twin", "missing"};

/* "from=uniprot:Q9UM73 to=uniprot:P40763" */
static pq_view put_parameters(const pq_question *q, pq_buf *room) {
  pq_buf_reset(room);
  for (const pq_parameter *p = q->parameters; p->variable; ++p) {
    if (!p->name) continue;
    pq_buf_format(room, "%s%s=%s", room->len ? " " : "", p->name, p->value);
  }
  return pq_buf_view(room);
}

static pq_cell list_cell(void *user, uint32_t row, uint32_t column) {
  const pq_question *const q = pq_question_at(row);
  const pq_view fields[] = {pq_view_of(q->name), put_parameters(q, user),
                            pq_view_of(q->about), pq_view_of(q->twin),
                            pq_view_of(q->lacks)};
  const pq_cell_kind kind = fields[column].len ? PQ_CELL_TEXT : PQ_CELL_NONE;
  return (pq_cell){.kind = kind, .text = fields[column]};
}

pq_status pq_ask_list(const char *format, pq_output *out) {
  pq_buf room;
  pq_buf bytes;
  if (!out || !out->write || (format && !is_format(format))) return PQ_BAD_ARG;
  pq_buf_init(&room, NULL);
  pq_buf_init(&bytes, NULL);
  pq_answer list = {.columns = list_columns,
                    .n_columns = sizeof list_columns / sizeof *list_columns,
                    .user = &room,
                    .cell = list_cell};
  while (pq_question_at(list.n_rows)) {
    ++list.n_rows;
  }
  (void)pq_answer_write(pq_view_of(format ? format : "text"), &list, PQ_LIT(""),
                        &bytes);
  pq_status st = room.status ? room.status : bytes.status;
  if (!st) st = out->write(out->user, bytes.ptr, bytes.len);
  pq_buf_clear(&room);
  pq_buf_clear(&bytes);
  return st;
}
