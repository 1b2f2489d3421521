/* Turtle and N-Triples of one record.  The file is sent as it is; it is read
 * only to count its triples and to learn which record it is of.  What
 * pathquill writes has no blank nodes, lists or long strings; a file with them
 * is refused, not guessed at. */
#include "parcel_read.h"

#include <string.h>

enum {
  PREFIXES_MOST = 128
};

typedef struct prefix {
  pq_view name, iri;
} prefix;

typedef enum kind {
  END,
  TERM,        /* an IRI, a name or a number */
  STRING,      /* with its type or language */
  PUNCTUATION, /* one of , ; . */
  WRONG
} kind;

typedef struct token {
  kind kind;
  pq_view text;
} token;

typedef struct turtle {
  pq_parcels *p;
  const char *at, *end;
  prefix prefixes[PREFIXES_MOST];
  size_t n_prefixes;
  pq_bytes subject, predicate, object; /* IRIs, or names as written */
} turtle;

static size_t left(const turtle *t) {
  return (size_t)(t->end - t->at);
}

static void skip(turtle *t) {
  bool comment = false;
  for (; t->at < t->end; ++t->at) {
    if (*t->at == '\n') {
      comment = false;
      ++t->p->lines.number;
    } else if (*t->at == '#') {
      comment = true;
    } else if (!comment && !strchr(" \t\r", *t->at)) {
      return;
    }
  }
}

/* Bytes of a name or number: a full stop at its end is none of it. */
static size_t word_length(const turtle *t) {
  size_t n = 0;
  while (n < left(t) && !strchr(" \t\r\n,;<>\"'[]()", t->at[n])) {
    n += t->at[n] == '\\' && n + 1 < left(t) ? 2 : 1;
  }
  while (n && t->at[n - 1] == '.') {
    --n;
  }
  return n;
}

static size_t iri_length(const turtle *t) {
  for (size_t n = 1; n < left(t); ++n) {
    if (t->at[n] == '>') return n + 1;
    if ((unsigned char)t->at[n] <= 0x20) return 0;
  }
  return 0;
}

static size_t string_length(const turtle *t) {
  for (size_t n = 1; n < left(t); ++n) {
    if (t->at[n] == '"') return n + 1;
    if (t->at[n] == '\n') return 0;
    n += t->at[n] == '\\';
  }
  return 0;
}

static token take(turtle *t, kind what, size_t n) {
  const token out = {n ? what : WRONG, {t->at, n}};
  t->at += n;
  return out;
}

/* A string may have ^^type or @language right behind it. */
static token take_string(turtle *t) {
  token out = take(t, STRING, string_length(t));
  if (out.kind == WRONG || !left(t)) return out;
  if (*t->at == '"') out.kind = WRONG; /* a long string */
  if (*t->at == '@') t->at += word_length(t);
  if (left(t) > 2 && t->at[0] == '^' && t->at[1] == '^') {
    t->at += 2;
    const size_t n = *t->at == '<' ? iri_length(t) : word_length(t);
    t->at += n;
    if (!n) out.kind = WRONG;
  }
  return out;
}

static token next(turtle *t) {
  skip(t);
  if (t->at == t->end) return (token){END, {t->at, 0}};
  switch (*t->at) {
  case '<': return take(t, TERM, iri_length(t));
  case '"': return take_string(t);
  case ',':
  case ';':
  case '.': return take(t, PUNCTUATION, 1);
  default: return take(t, TERM, word_length(t));
  }
}

/* ---- names ---- */

static bool is(pq_view a, const char *b) {
  return a.len == strlen(b) && memcmp(a.ptr, b, a.len) == 0;
}

static void expand(const turtle *t, pq_view term, pq_bytes *out) {
  pq_bytes_reset(out);
  if (term.len && *term.ptr == '<') {
    pq_bytes_put(out, (pq_view){term.ptr + 1, term.len - 2});
    return;
  }
  const char *const colon = term.len ? memchr(term.ptr, ':', term.len) : NULL;
  const size_t n = colon ? (size_t)(colon - term.ptr) : 0;
  for (size_t i = 0; colon && i < t->n_prefixes; ++i) {
    const prefix *const known = &t->prefixes[i];
    if (known->name.len != n || memcmp(known->name.ptr, term.ptr, n) != 0) {
      continue;
    }
    pq_bytes_put(out, known->iri);
    pq_bytes_put(out, (pq_view){colon + 1, term.len - n - 1});
    return;
  }
  pq_bytes_put(out, term);
}

/* "@prefix name: <iri> ." */
static bool read_prefix(turtle *t) {
  const token name = next(t);
  const token iri = next(t);
  const token stop = next(t);
  if (name.kind != TERM || iri.kind != TERM || stop.kind != PUNCTUATION ||
      *iri.text.ptr != '<' || name.text.ptr[name.text.len - 1] != ':' ||
      t->n_prefixes == PREFIXES_MOST) {
    return false;
  }
  t->prefixes[t->n_prefixes++] = (prefix){{name.text.ptr, name.text.len - 1},
                                          {iri.text.ptr + 1, iri.text.len - 2}};
  return true;
}

/* ---- statements ---- */

static bool is_graph(const turtle *t) {
  uint8_t key[PQ_KEY_SIZE];
  return pq_names_key(t->p->names, pq_bytes_view(&t->subject), key);
}

/* The graph's name is the subject that looks like one. */
static pq_status read_subject(turtle *t, pq_view term) {
  pq_parcels *const p = t->p;
  expand(t, term, &t->subject);
  if (!is_graph(t)) return PQ_OK;
  const bool first = !p->iri.len;
  if (first) pq_bytes_put(&p->iri, pq_bytes_view(&t->subject));
  if (first || (p->iri.len == t->subject.len &&
                memcmp(p->iri.ptr, t->subject.ptr, p->iri.len) == 0)) {
    return PQ_OK;
  }
  return pq_parcels_fail(p, PQ_BAD_SYNTAX, "load.several",
                         "a second record begins: load several as N-Quads");
}

static bool read_object(turtle *t, token object) {
  if (object.kind != TERM && object.kind != STRING) return false;
  if (object.kind == TERM) {
    expand(t, object.text, &t->object);
    pq_parcels_note(t->p, pq_bytes_view(&t->subject),
                    pq_bytes_view(&t->predicate), pq_bytes_view(&t->object));
  }
  return pq_parcels_count(t->p, t->p->n_seen + 1);
}

/* "predicate object, object ; predicate object ." */
static bool read_rest(turtle *t) {
  for (char mark = ';'; mark != '.';) {
    if (mark == ';') {
      const token predicate = next(t);
      if (predicate.kind != TERM) return false;
      expand(t, predicate.text, &t->predicate);
    }
    if (!read_object(t, next(t))) return false;
    const token end = next(t);
    if (end.kind != PUNCTUATION) return false;
    mark = *end.text.ptr;
  }
  return true;
}

static pq_status read_all(turtle *t) {
  for (;;) {
    pq_status st = PQ_OK;
    const token first = next(t);
    if (first.kind == END) return PQ_OK;
    bool good = first.kind == TERM;
    if (good && is(first.text, "@prefix")) {
      good = read_prefix(t);
    } else if (good) {
      st = read_subject(t, first.text);
      if (!st) good = read_rest(t);
    }
    if (st) return st;
    if (good) continue;
    return pq_parcels_fail(t->p, PQ_BAD_SYNTAX, "load.syntax",
                           "no Turtle as pathquill writes it; load other files "
                           "as N-Quads");
  }
}

static pq_status read_file(pq_parcels *p) {
  pq_view line;
  for (;;) {
    const pq_status st = pq_parcels_read_line(p, &line);
    if (st) return st == PQ_END ? PQ_OK : st;
    pq_bytes_put(&p->body, line);
    pq_bytes_text(&p->body, "\n");
    if (p->body.len > PQ_GRAPH_MOST) {
      return pq_parcels_fail(p, PQ_LIMIT, "load.size",
                             "the file is larger than %d MiB",
                             PQ_GRAPH_MOST >> 20);
    }
  }
}

pq_status pq_parcels_next_turtle(pq_parcels *p) {
  turtle t = {.p = p};
  if (p->ahead) return PQ_END; /* the one graph was read */
  pq_parcels_begin(p);
  pq_status st = read_file(p);
  if (st) return st;
  p->ahead = true;
  t.at = p->body.ptr;
  t.end = p->body.ptr + p->body.len;
  p->lines.number = p->line = 1;
  if (p->body.len && !p->body.failed) st = read_all(&t);
  pq_bytes_clear(&t.subject);
  pq_bytes_clear(&t.predicate);
  pq_bytes_clear(&t.object);
  if (!st && !p->iri.len) {
    return pq_parcels_fail(p, PQ_BAD_SYNTAX, "load.graph",
                           "no graph that pathquill named under <%s> is told of"
                           " in this file; was it written with another --base?",
                           p->names->base);
  }
  return st;
}
