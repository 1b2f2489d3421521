/* What the lexicon lacks: names that records use and that it does not know, or
 * cannot settle.  The table of a build, without the build. */
#include "names.h"
#include "run.h"

static pq_status look(void *user, pq_desk *desk) {
  return pq_names_add(user, desk);
}

static pq_status write_table(pq_names *names, pq_alloc *alloc, pq_output *out,
                             const pq_sink *sink) {
  pq_buf text;
  pq_buf_init(&text, alloc);
  pq_names_settle(names, sink);
  pq_names_table(names, &text);
  pq_status st = text.status;
  if (!st) st = out->write(out->user, text.ptr, text.len);
  pq_buf_clear(&text);
  return st;
}

pq_status pq_lexicon_gaps(pq_engine *engine, const pq_inputs *inputs,
                          pq_output *out, const pq_sink *sink,
                          pq_tally *tally) {
  if (!engine || !pq_inputs_are_sound(inputs) || !pq_output_is_sound(out)) {
    return PQ_BAD_ARG;
  }
  pq_names names;
  pq_names_init(&names, engine->alloc);
  const pq_visit visit = {.user = &names, .record = look};
  pq_status st = pq_run_each(engine, inputs, sink, &visit, tally);
  if (!st) st = write_table(&names, engine->alloc, out, sink);
  pq_names_clear(&names);
  return st;
}
