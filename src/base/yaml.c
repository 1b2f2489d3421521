#include "base/yaml.h"

#include <yaml.h>

#include "utf8.h"

struct pq_yaml {
  yaml_parser_t parser;
  bool open; /* the parser is to be deleted */
  pq_yaml_source source;
  pq_arena *arena;
  size_t at, point;      /* a place in the bytes, and its code point */
  uint32_t line, column; /* of that place */
  uint32_t depth, events, documents;
  bool ended;
  pq_status status; /* the failure that ended it */
};

pq_status pq_yaml_open(pq_arena *arena, const pq_yaml_source *source,
                       pq_yaml **out) {
  pq_yaml *const y = pq_arena_take(arena, sizeof *y);
  if (!y) return arena->status;
  if (source->bytes.len > UINT32_MAX) return PQ_LIMIT;
  y->source = *source;
  y->arena = arena;
  if (!y->source.line) y->source.line = 1;
  y->line = y->source.line;
  y->column = 1;
  y->open = yaml_parser_initialize(&y->parser);
  if (!y->open) return PQ_NO_MEM;
  yaml_parser_set_encoding(&y->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(
      &y->parser, (const unsigned char *)source->bytes.ptr, source->bytes.len);
  *out = y;
  return PQ_OK;
}

void pq_yaml_close(pq_yaml *y) {
  if (!y || !y->open) return;
  yaml_parser_delete(&y->parser);
  y->open = false;
}

/* ---- places ---- */

/* libyaml counts code points, and lines by more line ends than an editor does:
 * so places are counted here, on from the last one. */
static void step(pq_yaml *y) {
  const char c = y->source.bytes.ptr[y->at];
  (void)pq_utf8_next(y->source.bytes, &y->at);
  ++y->point;
  ++y->column;
  if (c == '\n') {
    ++y->line;
    y->column = 1;
  }
}

static pq_place place(const pq_yaml *y) {
  return (pq_place){
      .file = y->source.file, .line = y->line, .column = y->column};
}

static pq_place place_of(pq_yaml *y, size_t point) {
  if (point < y->point) {
    y->at = 0;
    y->point = 0;
    y->line = y->source.line;
    y->column = 1;
  }
  while (y->point < point && y->at < y->source.bytes.len) {
    step(y);
  }
  return place(y);
}

static pq_place place_of_byte(pq_yaml *y, size_t byte) {
  (void)place_of(y, 0);
  while (y->at < byte && y->at < y->source.bytes.len) {
    step(y);
  }
  return place(y);
}

/* ---- failures ---- */

static pq_status fail(pq_yaml *y, pq_status st, const char *code, pq_place at,
                      const char *text) {
  return pq_fail(y->source.sink, st, code, at, "%s", text);
}

static pq_status tell_reader(pq_yaml *y) {
  const pq_view bytes = y->source.bytes;
  const size_t bad = pq_utf8_check(bytes);
  if (bad < bytes.len) {
    return pq_fail(y->source.sink, PQ_BAD_ENCODING, "yaml.encoding",
                   place_of_byte(y, bad),
                   "not valid UTF-8, or a NUL, at byte %zu of the YAML; save"
                   " the file as UTF-8",
                   bad);
  }
  return fail(y, PQ_BAD_SYNTAX, "yaml.character",
              place_of_byte(y, y->parser.problem_offset),
              "a control character that YAML does not allow; remove it or"
              " write it as an escape in double quotes");
}

/* What to do about it, by how the parser's word begins. */
static const char *advice(const char *problem) {
  static const struct {
    pq_view begins;
    const char *advice;
  } rows[] = {
      {PQ_LIT_INIT("mapping values are not allowed"),
       "; put a value that holds a colon and a space in quotes"},
      {PQ_LIT_INIT("could not find expected ':'"),
       "; a line is \"key: value\", and further lines of a value are indented"},
      {PQ_LIT_INIT("did not find expected key"),
       "; a line is \"key: value\", and quotes stand around the whole value"},
      {PQ_LIT_INIT("found character that cannot start"),
       "; indent with spaces, and put a value that begins with a mark in"
       " quotes"},
      {PQ_LIT_INIT("found unexpected end of stream"),
       "; close the quotes or brackets"},
  };
  const pq_view word = pq_view_of(problem);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
    if (pq_view_starts(word, rows[i].begins)) return rows[i].advice;
  }
  return "";
}

/* What the parser stumbled over, in its words. */
static pq_status tell_problem(pq_yaml *y) {
  const yaml_parser_t *const p = &y->parser;
  if (p->error == YAML_MEMORY_ERROR) return PQ_NO_MEM;
  if (p->error == YAML_READER_ERROR) return tell_reader(y);
  const char *const problem = p->problem ? p->problem : "does not parse";
  const pq_place at = place_of(y, p->problem_mark.index);
  if (!p->context) {
    return pq_fail(y->source.sink, PQ_BAD_SYNTAX, "yaml.syntax", at,
                   "broken YAML: %s%s", problem, advice(problem));
  }
  const pq_place from = place_of(y, p->context_mark.index);
  return pq_fail(y->source.sink, PQ_BAD_SYNTAX, "yaml.syntax", at,
                 "broken YAML: %s, %s that begins at %lu:%lu%s", problem,
                 p->context, (unsigned long)from.line,
                 (unsigned long)from.column, advice(problem));
}

static pq_status refuse_names(pq_yaml *y, const unsigned char *anchor,
                              const unsigned char *tag, pq_place at) {
  if (anchor) {
    return fail(y, PQ_BAD_SYNTAX, "yaml.anchor", at,
                "YAML anchors are not read; write the value out");
  }
  if (tag) {
    return fail(y, PQ_BAD_SYNTAX, "yaml.tag", at,
                "YAML tags are not read; remove the tag");
  }
  return PQ_OK;
}

/* ---- events ---- */

static pq_status take_scalar(pq_yaml *y, const yaml_event_t *e,
                             pq_yaml_event *out) {
  pq_status st = PQ_OK;
  PQ_TRY(st,
         refuse_names(y, e->data.scalar.anchor, e->data.scalar.tag, out->at));
  const pq_view text = {(const char *)e->data.scalar.value,
                        e->data.scalar.length};
  if (pq_utf8_check(text) < text.len) {
    return fail(y, PQ_BAD_ENCODING, "yaml.encoding", out->at,
                "an escape writes a character that no text may hold");
  }
  PQ_TRY(st, pq_arena_copy(y->arena, text, &out->text));
  out->kind = PQ_YAML_SCALAR;
  out->plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
  return PQ_OK;
}

static pq_status enter(pq_yaml *y, pq_yaml_kind kind, pq_yaml_event *out) {
  if (y->depth == PQ_YAML_DEPTH_MOST) {
    return pq_fail(y->source.sink, PQ_LIMIT, "yaml.depth", out->at,
                   "nested deeper than %d levels", (int)PQ_YAML_DEPTH_MOST);
  }
  ++y->depth;
  out->kind = kind;
  return PQ_OK;
}

static pq_status leave(pq_yaml *y, pq_yaml_kind kind, pq_yaml_event *out) {
  --y->depth;
  out->kind = kind;
  return PQ_OK;
}

/* One event of libyaml's.  PQ_END: it is none of ours. */
static pq_status take_event(pq_yaml *y, const yaml_event_t *e,
                            pq_yaml_event *out) {
  pq_status st = PQ_OK;
  out->at = place_of(y, e->start_mark.index);
  out->begin = (uint32_t)y->at;
  switch (e->type) {
  case YAML_SCALAR_EVENT: return take_scalar(y, e, out);
  case YAML_SEQUENCE_START_EVENT:
    PQ_TRY(st, refuse_names(y, e->data.sequence_start.anchor,
                            e->data.sequence_start.tag, out->at));
    return enter(y, PQ_YAML_SEQUENCE, out);
  case YAML_MAPPING_START_EVENT:
    PQ_TRY(st, refuse_names(y, e->data.mapping_start.anchor,
                            e->data.mapping_start.tag, out->at));
    return enter(y, PQ_YAML_MAPPING, out);
  case YAML_SEQUENCE_END_EVENT: return leave(y, PQ_YAML_SEQUENCE_END, out);
  case YAML_MAPPING_END_EVENT: return leave(y, PQ_YAML_MAPPING_END, out);
  case YAML_ALIAS_EVENT:
    return fail(y, PQ_BAD_SYNTAX, "yaml.alias", out->at,
                "YAML aliases are not read; write the value out");
  case YAML_DOCUMENT_START_EVENT:
    if (++y->documents < 2) return PQ_END;
    return fail(y, PQ_BAD_SYNTAX, "yaml.documents", out->at,
                "a second YAML document begins here; only one is read");
  case YAML_STREAM_END_EVENT:
    y->ended = true;
    out->kind = PQ_YAML_DOCUMENT_END;
    return PQ_OK;
  case YAML_NO_EVENT:
  case YAML_STREAM_START_EVENT:
  case YAML_DOCUMENT_END_EVENT: return PQ_END;
  }
  return PQ_INTERNAL;
}

static pq_status pull(pq_yaml *y, pq_yaml_event *out) {
  for (;;) {
    yaml_event_t e;
    if (!yaml_parser_parse(&y->parser, &e)) return tell_problem(y);
    pq_yaml_event made = {.text = {"", 0}};
    const pq_status st = take_event(y, &e, &made);
    yaml_event_delete(&e);
    if (st == PQ_END) continue;
    if (!st) *out = made;
    return st;
  }
}

pq_status pq_yaml_next(pq_yaml *y, pq_yaml_event *out) {
  if (y->status) return y->status;
  if (y->ended) return PQ_END;
  y->status = pull(y, out);
  if (y->status) return y->status;
  if (++y->events > PQ_YAML_EVENTS_MOST) {
    y->status = pq_fail(y->source.sink, PQ_LIMIT, "yaml.events", out->at,
                        "more than %d parts", (int)PQ_YAML_EVENTS_MOST);
  }
  return y->status;
}

pq_status pq_yaml_skip(pq_yaml *y, const pq_yaml_event *event) {
  pq_status st = PQ_OK;
  pq_yaml_event e = *event;
  uint32_t open = 0;
  for (;;) {
    open += e.kind == PQ_YAML_SEQUENCE || e.kind == PQ_YAML_MAPPING;
    open -= e.kind == PQ_YAML_SEQUENCE_END || e.kind == PQ_YAML_MAPPING_END;
    if (!open) return PQ_OK;
    PQ_TRY(st, pq_yaml_next(y, &e));
  }
}
