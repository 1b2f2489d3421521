#include "json.h"

#include "out.h"

#include <assert.h>

enum {
  COLUMNS = 72 /* a line that is filled ends with the item that passes this */
};

void pq_json_begin(pq_json *j, pq_buf *out, bool one_line) {
  *j = (pq_json){.out = out, .line = out->len, .one_line = one_line};
}

static void break_line(pq_json *j) {
  pq_buf_char(j->out, '\n');
  j->line = j->out->len;
  for (uint32_t i = 0; i < j->depth; ++i) {
    pq_buf_text(j->out, "  ");
  }
}

/* Short objects in a line that is filled are not broken. */
static bool may_break(const pq_json *j) {
  const uint32_t at = j->depth - 1;
  return at == 0 || j->levels[at - 1].form == PQ_JSON_SPREAD;
}

/* What stands between the last item and this one. */
static void put_gap(pq_json *j) {
  if (j->keyed || !j->depth) {
    j->keyed = false;
    return;
  }
  const pq_json_form form = j->levels[j->depth - 1].form;
  const bool first = !j->levels[j->depth - 1].any;
  j->levels[j->depth - 1].any = true;
  if (!first) pq_buf_char(j->out, ',');
  if (j->one_line) return;
  const bool full = j->out->len - j->line > COLUMNS;
  if (form == PQ_JSON_SPREAD || (!first && full && may_break(j))) {
    break_line(j);
  } else if (!first) {
    pq_buf_char(j->out, ' ');
  }
}

static void begin(pq_json *j, pq_json_form form, char open, char close) {
  put_gap(j);
  assert(j->depth < PQ_JSON_DEPTH); /* writers nest no deeper */
  pq_buf_char(j->out, open);
  j->levels[j->depth].form = form;
  j->levels[j->depth].close = close;
  j->levels[j->depth++].any = false;
}

void pq_json_object(pq_json *j, pq_json_form form) {
  begin(j, form, '{', '}');
}

void pq_json_array(pq_json *j, pq_json_form form) {
  begin(j, form, '[', ']');
}

void pq_json_close(pq_json *j) {
  assert(j->depth > 0);
  --j->depth;
  const bool spread = j->levels[j->depth].form == PQ_JSON_SPREAD;
  if (spread && j->levels[j->depth].any && !j->one_line) break_line(j);
  pq_buf_char(j->out, j->levels[j->depth].close);
}

void pq_json_key(pq_json *j, pq_view key) {
  put_gap(j);
  pq_out_json(j->out, key);
  pq_buf_char(j->out, ':');
  if (!j->one_line) pq_buf_char(j->out, ' ');
  j->keyed = true;
}

void pq_json_text(pq_json *j, pq_view text) {
  put_gap(j);
  pq_out_json(j->out, text);
}

void pq_json_number(pq_json *j, uint64_t number) {
  put_gap(j);
  pq_buf_number(j->out, number);
}

void pq_json_word(pq_json *j, pq_view word) {
  put_gap(j);
  pq_buf_put(j->out, word);
}

void pq_json_end(pq_json *j) {
  assert(!j->depth);
  pq_buf_char(j->out, '\n');
}
