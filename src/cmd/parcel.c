#include "parcel.h"

#include "parcel_read.h"
#include "say.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const char graph_folder[] = "graph/";
static const char derived[] = "http://www.w3.org/ns/prov#wasDerivedFrom";
static const char attributed[] = "http://www.w3.org/ns/prov#wasAttributedTo";
static const char subject[] = "http://purl.org/dc/terms/subject";

static bool is(pq_view a, const char *b) {
  return a.len == strlen(b) && memcmp(a.ptr, b, a.len) == 0;
}

static bool same(pq_view a, pq_view b) {
  return a.len == b.len && (!a.len || memcmp(a.ptr, b.ptr, a.len) == 0);
}

uint64_t pq_fnv(pq_view bytes) {
  uint64_t hash = 14695981039346656037u;
  for (size_t i = 0; i < bytes.len; ++i) {
    hash = (hash ^ (unsigned char)bytes.ptr[i]) * 1099511628211u;
  }
  return hash;
}

/* ---- names of graphs ---- */

static int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool pq_names_key(const pq_names *names, pq_view iri, uint8_t *key) {
  const size_t base = strlen(names->base);
  const size_t head = base + sizeof graph_folder - 1;
  if (iri.len != head + 2 * (size_t)PQ_KEY_SIZE) return false;
  if (memcmp(iri.ptr, names->base, base) != 0) return false;
  if (memcmp(iri.ptr + base, graph_folder, head - base) != 0) return false;
  for (size_t i = 0; i < PQ_KEY_SIZE; ++i) {
    const int high = digit(iri.ptr[head + 2 * i]);
    const int low = digit(iri.ptr[head + 2 * i + 1]);
    if (high < 0 || low < 0) return false;
    key[i] = (uint8_t)(high * 16 + low);
  }
  return true;
}

void pq_names_graph(const pq_names *names, const uint8_t *key, pq_bytes *out) {
  pq_bytes_text(out, names->base);
  pq_bytes_text(out, graph_folder);
  for (size_t i = 0; i < PQ_KEY_SIZE; ++i) {
    pq_bytes_format(out, "%02x", key[i]);
  }
}

/* ---- files ---- */

static bool ends(const char *path, const char *suffix) {
  const size_t n = strlen(path);
  const size_t m = strlen(suffix);
  return n > m && strcmp(path + n - m, suffix) == 0;
}

bool pq_parcels_know(const char *path) {
  return strcmp(path, "-") == 0 || ends(path, ".nq") || ends(path, ".ttl") ||
         ends(path, ".nt");
}

pq_status pq_parcels_open(const char *path, const pq_names *names,
                          const pq_sink *sink, pq_parcels **out) {
  pq_parcels *const p = calloc(1, sizeof *p);
  if (!p) return PQ_NO_MEM;
  p->names = names;
  p->sink = sink;
  p->triples = ends(path, ".ttl") || ends(path, ".nt");
  const pq_status st = pq_feed_open(&p->lines, path);
  if (st) {
    pq_parcels_close(p);
    return pq_say_at(sink, st, "load.file", path, 0, "it cannot be read");
  }
  *out = p;
  return PQ_OK;
}

/* Of a file that was read to its end nothing is kept. */
static void forget(pq_parcels *p) {
  pq_bytes_clear(&p->iri);
  pq_bytes_clear(&p->body);
  pq_bytes_clear(&p->about);
  free(p->seen);
  p->seen = NULL;
  p->n_seen = p->seen_cap = 0;
}

void pq_parcels_close(pq_parcels *p) {
  if (!p) return;
  pq_feed_close(&p->lines);
  forget(p);
  free(p);
}

void pq_parcels_rewind(pq_parcels *p) {
  p->ahead = false;
  pq_feed_rewind(&p->lines);
}

uint32_t pq_parcels_line(const pq_parcels *p) {
  return p->line;
}

pq_status pq_parcels_fail(const pq_parcels *p, pq_status st, const char *code,
                          const char *format, ...) {
  char words[512];
  va_list args;
  va_start(args, format);
  (void)vsnprintf(words, sizeof words, format, args);
  va_end(args);
  return pq_say_at(p->sink, st, code, p->lines.path, p->lines.number, "%s",
                   words);
}

pq_status pq_parcels_read_line(pq_parcels *p, pq_view *out) {
  size_t where = 0;
  const pq_status st = pq_feed_next(&p->lines, out);
  if (!st && !pq_bytes_are_text(*out, &where)) {
    return pq_parcels_fail(p, PQ_BAD_ENCODING, "load.encoding",
                           "byte %zu of this line is no UTF-8", where + 1);
  }
  switch (st) {
  case PQ_OK:
  case PQ_END: return st;
  case PQ_LIMIT:
    return pq_parcels_fail(p, st, "load.line", "the next line is too long");
  default: return pq_parcels_fail(p, st, "load.file", "it cannot be read");
  }
}

/* ---- a graph while it is read ---- */

void pq_parcels_begin(pq_parcels *p) {
  pq_bytes_reset(&p->iri);
  pq_bytes_reset(&p->body);
  pq_bytes_reset(&p->about);
  p->made = 0;
  p->n_seen = 0;
}

/* The order in which a store tells them is its own: so they are added up. */
void pq_parcels_note(pq_parcels *p, pq_view s, pq_view predicate,
                     pq_view object) {
  if (is(predicate, subject)) {
    if (!p->about.len) pq_bytes_put(&p->about, object);
  } else if (is(predicate, derived) || is(predicate, attributed)) {
    if (same(s, pq_bytes_view(&p->iri))) p->made += pq_fnv(object);
  }
}

bool pq_parcels_count(pq_parcels *p, uint64_t hash) {
  if (p->n_seen == p->seen_cap) {
    const size_t cap = p->seen_cap ? 2 * p->seen_cap : 512;
    uint64_t *const grown = realloc(p->seen, cap * sizeof *grown);
    if (!grown) return false;
    p->seen = grown;
    p->seen_cap = cap;
  }
  p->seen[p->n_seen++] = hash;
  return true;
}

static int by_value(const void *a, const void *b) {
  const uint64_t x = *(const uint64_t *)a;
  const uint64_t y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

static uint64_t n_different(pq_parcels *p) {
  uint64_t n = 0;
  if (p->n_seen) qsort(p->seen, p->n_seen, sizeof *p->seen, by_value);
  for (size_t i = 0; i < p->n_seen; ++i) {
    n += !i || p->seen[i] != p->seen[i - 1];
  }
  return n;
}

pq_status pq_parcels_next(pq_parcels *p, pq_parcel *out) {
  uint8_t key[PQ_KEY_SIZE];
  const pq_status st =
      p->triples ? pq_parcels_next_turtle(p) : pq_parcels_next_quads(p);
  if (st == PQ_END) forget(p);
  if (st) return st;
  if (p->iri.failed || p->body.failed || p->about.failed) return PQ_NO_MEM;
  if (!pq_names_key(p->names, pq_bytes_view(&p->iri), key)) {
    return pq_say_at(p->sink, PQ_BAD_SYNTAX, "load.graph", p->lines.path,
                     p->line,
                     "<%s> is no graph that pathquill named under <%s>; was it "
                     "written with another --base?",
                     pq_bytes_string(&p->iri), p->names->base);
  }
  *out = (pq_parcel){.iri = pq_bytes_view(&p->iri),
                     .body = pq_bytes_view(&p->body),
                     .type = "text/turtle",
                     .lines = !p->triples,
                     .n_triples = n_different(p),
                     .about = pq_bytes_view(&p->about),
                     .made = p->made};
  memcpy(out->key, key, sizeof key);
  return PQ_OK;
}
