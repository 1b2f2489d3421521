#include "json.h"

#include "base/utf8.h"

enum {
  KEYS_MOST = 64,   /* more are not compared with each other */
  DEPTH_MOST = 100, /* what is deeper may be too deep for the library */
  DIGITS_MOST = 18  /* more may be too large */
};

typedef struct reader {
  pq_arena *arena;
  pq_view text;
  size_t at;
  uint32_t depth;
  bool sure, wrong;
} reader;

static char peek(const reader *d) {
  if (d->at == d->text.len) return '\0';
  return d->text.ptr[d->at];
}

static bool take(reader *d, char c) {
  if (peek(d) != c || d->at == d->text.len) return false;
  ++d->at;
  return true;
}

static void skip_blanks(reader *d) {
  while (d->at < d->text.len && pq_is_space(d->text.ptr[d->at])) {
    ++d->at;
  }
}

/* ---- texts ---- */

/* Four hex digits, or UINT32_MAX. */
static uint32_t hex_at(const reader *d, size_t at) {
  uint32_t n = 0;
  if (d->text.len - at < 4) return UINT32_MAX;
  for (size_t i = at; i < at + 4; ++i) {
    const char c = d->text.ptr[i];
    const char low = pq_to_lower(c);
    if (!pq_is_digit(c) && (low < 'a' || low > 'f')) return UINT32_MAX;
    n = 16 * n + (uint32_t)(pq_is_digit(c) ? c - '0' : low - 'a' + 10);
  }
  return n;
}

/* "\u03b2", or two of them for what lies beyond U+FFFF; behind the "u". */
static uint32_t read_code(reader *d) {
  uint32_t code = hex_at(d, d->at);
  d->at += code == UINT32_MAX ? 0 : 4;
  if (code >= 0xD800 && code <= 0xDBFF && take(d, '\\') && take(d, 'u')) {
    const uint32_t low = hex_at(d, d->at);
    d->at += low == UINT32_MAX ? 0 : 4;
    if (low >= 0xDC00 && low <= 0xDFFF) {
      return 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
    }
  }
  d->wrong = d->wrong || code == 0 || code > 0xFFFF ||
             (code >= 0xD800 && code <= 0xDFFF);
  return code;
}

/* What stands behind a backslash, decoded to `out`. */
static size_t read_escape(reader *d, char out[4]) {
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  const char c = peek(d);
  d->at += d->at < d->text.len;
  if (c == 'u') {
    const uint32_t code = read_code(d);
    return d->wrong ? 0 : pq_utf8_put(code, out);
  }
  const char *const hit = c ? strchr(from, c) : NULL;
  d->wrong = d->wrong || !hit;
  if (!hit) return 0;
  out[0] = to[hit - from];
  return 1;
}

/* The rest of a text that has escapes; decoded it is never longer. */
static pq_status read_escaped(reader *d, size_t begin, pq_view *out) {
  char *const room = pq_arena_take(d->arena, d->text.len - begin);
  if (!room) return d->arena->status;
  size_t n = 0;
  while (!d->wrong) {
    const size_t end = pq_view_escape(d->text, d->at);
    memcpy(room + n, d->text.ptr + d->at, end - d->at);
    n += end - d->at;
    d->at = end;
    if (take(d, '"')) break;
    d->wrong = !take(d, '\\');
    if (!d->wrong) n += read_escape(d, room + n);
  }
  *out = (pq_view){room, n};
  return PQ_OK;
}

static pq_status read_text(reader *d, pq_view *out) {
  if (!take(d, '"')) {
    d->wrong = true;
    return PQ_OK;
  }
  const size_t begin = d->at;
  const size_t end = pq_view_escape(d->text, begin);
  if (end < d->text.len && d->text.ptr[end] == '"') {
    *out = (pq_view){d->text.ptr + begin, end - begin};
    d->at = end + 1;
    return PQ_OK;
  }
  return read_escaped(d, begin, out);
}

/* ---- numbers and words ---- */

static size_t skip_digits(reader *d) {
  const size_t begin = d->at;
  while (pq_is_digit(peek(d))) {
    ++d->at;
  }
  return d->at - begin;
}

static void read_number(reader *d, pq_json *v) {
  const size_t begin = d->at;
  v->kind = PQ_JSON_INTEGER;
  const bool minus = take(d, '-');
  const bool zero = peek(d) == '0';
  const size_t digits = skip_digits(d);
  d->wrong = digits == 0 || (zero && digits > 1);
  if (peek(d) == '.' || peek(d) == 'e' || peek(d) == 'E') {
    v->kind = PQ_JSON_REAL;
    while (pq_is_digit(peek(d)) || (peek(d) && strchr(".eE+-", peek(d)))) {
      ++d->at;
    }
  }
  d->sure = d->sure && v->kind == PQ_JSON_INTEGER && digits <= DIGITS_MOST;
  v->text = (pq_view){d->text.ptr + begin, d->at - begin};
  if (minus && zero) v->text = PQ_LIT("0");
}

static void read_word(reader *d, pq_json *v) {
  static const struct {
    pq_view word;
    pq_json_kind kind;
  } words[] = {{PQ_LIT_INIT("null"), PQ_JSON_NULL},
               {PQ_LIT_INIT("true"), PQ_JSON_BOOL},
               {PQ_LIT_INIT("false"), PQ_JSON_BOOL}};
  const pq_view rest = pq_view_skip(d->text, d->at);
  for (size_t i = 0; i < sizeof words / sizeof words[0]; ++i) {
    if (!pq_view_starts(rest, words[i].word)) continue;
    v->kind = words[i].kind;
    if (v->kind == PQ_JSON_BOOL) v->text = words[i].word;
    d->at += words[i].word.len;
    return;
  }
  d->wrong = true;
}

/* ---- values ---- */

static pq_status read_value(reader *d, pq_json *v) {
  const char c = peek(d);
  if (c == '"') {
    v->kind = PQ_JSON_TEXT;
    return read_text(d, &v->text);
  }
  if (c == '{' || c == '[') {
    v->kind = c == '{' ? PQ_JSON_OBJECT : PQ_JSON_LIST;
    ++d->at;
  } else if (c == '-' || pq_is_digit(c)) {
    read_number(d, v);
  } else {
    read_word(d, v);
  }
  return PQ_OK;
}

static void hang(pq_json *up, pq_json *v) {
  if (up->last) {
    up->last->next = v;
  } else {
    up->child = v;
  }
  up->last = v;
  ++up->n;
}

static bool is_new_key(const pq_json *object, pq_view key) {
  if (object->n > KEYS_MOST) return false;
  for (const pq_json *c = object->child; c; c = c->next) {
    if (pq_view_same(c->key, key)) return false;
  }
  return true;
}

/* The key and the colon before a value. */
static pq_status read_key(reader *d, const pq_json *object, pq_view *key) {
  pq_status st = PQ_OK;
  skip_blanks(d);
  PQ_TRY(st, read_text(d, key));
  skip_blanks(d);
  d->wrong = d->wrong || !take(d, ':');
  d->sure = d->sure && is_new_key(object, *key);
  return PQ_OK;
}

/* The next value, hung up; NULL where the arena fails. */
static pq_json *read_next(reader *d, pq_json *up) {
  pq_json *const v = pq_arena_take(d->arena, sizeof *v);
  if (!v) return NULL;
  v->up = up;
  v->text = v->key = (pq_view){"", 0};
  if (up && up->kind == PQ_JSON_OBJECT && read_key(d, up, &v->key)) return NULL;
  skip_blanks(d);
  if (!d->wrong && read_value(d, v)) return NULL;
  if (up) hang(up, v);
  return v;
}

static char closing(const pq_json *v) {
  return v->kind == PQ_JSON_OBJECT ? '}' : ']';
}

/* Behind a value: what the next one is part of; NULL where all is closed. */
static pq_json *close_values(reader *d, pq_json *v) {
  pq_json *up = v->up;
  if (v->kind == PQ_JSON_LIST || v->kind == PQ_JSON_OBJECT) {
    skip_blanks(d);
    if (!take(d, closing(v))) {
      d->sure = d->sure && ++d->depth < DEPTH_MOST;
      return v;
    }
  }
  for (; up; up = up->up, --d->depth) {
    skip_blanks(d);
    if (take(d, ',')) return up;
    if (!take(d, closing(up))) {
      d->wrong = true;
      return NULL;
    }
  }
  return NULL;
}

pq_status pq_json_read(pq_arena *arena, pq_view bytes, pq_json **out,
                       bool *sure) {
  reader d = {.arena = arena, .text = bytes, .sure = true};
  pq_json *root = NULL;
  pq_json *up = NULL;
  do {
    pq_json *const v = read_next(&d, up);
    if (!v) return arena->status;
    if (!root) root = v;
    up = d.wrong ? NULL : close_values(&d, v);
  } while (up);
  skip_blanks(&d);
  const bool good = !d.wrong && d.at == bytes.len;
  *out = good ? root : NULL;
  *sure = good && d.sure;
  return PQ_OK;
}

const pq_json *pq_json_at(const pq_json *object, const char *key) {
  if (!object || object->kind != PQ_JSON_OBJECT) return NULL;
  const pq_view wanted = pq_view_of(key);
  for (const pq_json *c = object->child; c; c = c->next) {
    if (pq_view_same(c->key, wanted)) return c;
  }
  return NULL;
}
