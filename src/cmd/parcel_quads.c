/* N-Quads: the lines of a graph stand together. */
#include "parcel_read.h"

#include <string.h>

static pq_view skip_blank(pq_view v) {
  while (v.len && (*v.ptr == ' ' || *v.ptr == '\t')) {
    ++v.ptr;
    --v.len;
  }
  return v;
}

/* Length of "<...>" at the beginning, or 0. */
static size_t iri_length(pq_view v) {
  if (!v.len || *v.ptr != '<') return 0;
  for (size_t i = 1; i < v.len; ++i) {
    const unsigned char c = (unsigned char)v.ptr[i];
    if (c == '>') return i > 1 ? i + 1 : 0;
    if (c <= 0x20 || strchr("<\"{}|^`", c)) return 0;
  }
  return 0;
}

/* Length of "..." with its language or type, or 0. */
static size_t literal_length(pq_view v) {
  size_t i = 1;
  if (!v.len || *v.ptr != '"') return 0;
  while (i < v.len && v.ptr[i] != '"') {
    i += v.ptr[i] == '\\' ? 2 : 1;
  }
  if (i >= v.len) return 0;
  ++i;
  if (i + 1 < v.len && v.ptr[i] == '^' && v.ptr[i + 1] == '^') {
    const size_t n = iri_length((pq_view){v.ptr + i + 2, v.len - i - 2});
    return n ? i + 2 + n : 0;
  }
  if (i < v.len && v.ptr[i] == '@') {
    while (i < v.len && v.ptr[i] != ' ' && v.ptr[i] != '\t') {
      ++i;
    }
  }
  return i;
}

static bool take(pq_view *rest, bool literal, pq_view *out) {
  const pq_view v = skip_blank(*rest);
  size_t n = iri_length(v);
  if (!n && literal) n = literal_length(v);
  *out = (pq_view){v.ptr, n};
  *rest = (pq_view){v.ptr + n, v.len - n};
  return n > 0;
}

/* Blank nodes are none of ours: they could not be told from those of another
 * load. */
static bool parse(pq_view line, pq_statement *s, pq_view *graph) {
  if (!take(&line, false, &s->subject)) return false;
  if (!take(&line, false, &s->predicate)) return false;
  if (!take(&line, true, &s->object) || !take(&line, false, graph)) {
    return false;
  }
  line = skip_blank(line);
  if (!line.len || *line.ptr != '.') return false;
  line = skip_blank((pq_view){line.ptr + 1, line.len - 1});
  return !line.len || *line.ptr == '#';
}

static pq_view bare(pq_view term) {
  return term.len > 1 && *term.ptr == '<'
             ? (pq_view){term.ptr + 1, term.len - 2}
             : term;
}

static pq_status add(pq_parcels *p, const pq_statement *s) {
  const size_t begin = p->body.len;
  const pq_view terms[] = {s->subject, s->predicate, s->object};
  for (size_t i = 0; i < sizeof terms / sizeof *terms; ++i) {
    pq_bytes_put(&p->body, terms[i]);
    pq_bytes_text(&p->body, " ");
  }
  pq_bytes_text(&p->body, ".\n");
  if (p->body.failed) return PQ_NO_MEM;
  if (p->body.len > PQ_GRAPH_MOST) {
    return pq_parcels_fail(p, PQ_LIMIT, "load.size",
                           "the graph is larger than %d MiB",
                           PQ_GRAPH_MOST >> 20);
  }
  pq_parcels_note(p, bare(s->subject), bare(s->predicate), bare(s->object));
  const pq_view line = {p->body.ptr + begin, p->body.len - begin};
  return pq_parcels_count(p, pq_fnv(line)) ? PQ_OK : PQ_NO_MEM;
}

static bool is_nothing(pq_view line) {
  line = skip_blank(line);
  return !line.len || *line.ptr == '#';
}

/* The next statement; PQ_END at the end. */
static pq_status next(pq_parcels *p, pq_statement *s, pq_view *graph) {
  pq_view line = pq_bytes_view(&p->lines.line);
  if (!p->ahead) {
    do {
      const pq_status st = pq_parcels_read_line(p, &line);
      if (st) return st;
    } while (is_nothing(line));
  } else if (line.len && line.ptr[line.len - 1] == '\r') {
    --line.len;
  }
  p->ahead = false;
  if (parse(line, s, graph)) return PQ_OK;
  return pq_parcels_fail(p, PQ_BAD_SYNTAX, "load.syntax",
                         "no quad as pathquill writes it: <subject> <predicate>"
                         " <object> or \"literal\", <graph> and a full stop");
}

static bool is_of(const pq_parcels *p, pq_view graph) {
  const pq_view name = bare(graph);
  return name.len && name.len == p->iri.len &&
         memcmp(name.ptr, p->iri.ptr, name.len) == 0;
}

pq_status pq_parcels_next_quads(pq_parcels *p) {
  pq_statement s = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
  pq_view graph = {NULL, 0};
  pq_parcels_begin(p);
  pq_status st = next(p, &s, &graph);
  if (st) return st;
  p->line = p->lines.number;
  pq_bytes_put(&p->iri, bare(graph));
  while (!st && !p->iri.failed && is_of(p, graph)) {
    st = add(p, &s);
    if (!st) st = next(p, &s, &graph);
  }
  p->ahead = !st;
  return st == PQ_END ? PQ_OK : st;
}
