#include "census.h"

#include "say.h"

#include <stdlib.h>
#include <string.h>

enum {
  TOLD_MOST = 20 /* graphs that are named; the others are counted */
};

/* What the store has of the entries of one batch. */
typedef struct found {
  const pq_names *names;
  const pq_manifest *m;
  size_t first;
  uint64_t n[PQ_CENSUS_BATCH], made[PQ_CENSUS_BATCH];
} found;

static void put_names(pq_bytes *query, const found *f, size_t n) {
  pq_bytes_text(query, " VALUES ?g {");
  for (size_t i = 0; i < n; ++i) {
    pq_bytes_text(query, " <");
    pq_names_graph(f->names, f->m->at[f->first + i].key, query);
    pq_bytes_text(query, ">");
  }
  pq_bytes_text(query, " } ");
}

/* Index in the batch of the graph that a row names, or -1: an answer may name
 * what was not asked for. */
static long index_of(const found *f, pq_view iri, size_t n) {
  uint8_t key[PQ_KEY_SIZE];
  if (!pq_names_key(f->names, iri, key)) return -1;
  const pq_entry *const e = pq_manifest_find(f->m, key);
  if (!e) return -1;
  const size_t i = (size_t)(e - f->m->at);
  return i >= f->first && i < f->first + n ? (long)(i - f->first) : -1;
}

static uint64_t number(pq_view text) {
  uint64_t n = 0;
  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.ptr[i];
    if (c < '0' || c > '9' || n > UINT64_MAX / 10 - 9) return 0;
    n = n * 10 + (uint64_t)(c - '0');
  }
  return n;
}

static pq_status ask(pq_remote *r, pq_bytes *query, size_t columns,
                     pq_table *t) {
  pq_table_clear(t);
  if (query->failed) return PQ_NO_MEM;
  return pq_remote_select(r, pq_bytes_view(query), columns, t);
}

static pq_status count(pq_remote *r, found *f, size_t n, pq_bytes *query,
                       pq_table *t) {
  pq_bytes_reset(query);
  pq_bytes_text(query, "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g "
                       "{ ?s ?p ?o }");
  put_names(query, f, n);
  pq_bytes_text(query, "} GROUP BY ?g");
  const pq_status st = ask(r, query, 2, t);
  for (size_t row = 1; !st && row <= pq_table_rows(t); ++row) {
    const long i = index_of(f, pq_table_at(t, row, 0), n);
    if (i >= 0) f->n[i] = number(pq_table_at(t, row, 1));
  }
  return st;
}

static pq_status look_back(pq_remote *r, found *f, size_t n, pq_bytes *query,
                           pq_table *t) {
  pq_bytes_reset(query);
  pq_bytes_text(query, "SELECT ?g ?made WHERE { GRAPH ?g { ?g ?p ?made }");
  put_names(query, f, n);
  pq_bytes_text(query,
                "FILTER (?p IN (<http://www.w3.org/ns/prov#wasDerivedFrom>, "
                "<http://www.w3.org/ns/prov#wasAttributedTo>)) }");
  const pq_status st = ask(r, query, 2, t);
  for (size_t row = 1; !st && row <= pq_table_rows(t); ++row) {
    const long i = index_of(f, pq_table_at(t, row, 0), n);
    if (i >= 0) f->made[i] += pq_fnv(pq_table_at(t, row, 1));
  }
  return st;
}

static size_t batch_at(const pq_manifest *m, size_t first) {
  const size_t rest = m->n - first;
  return rest < PQ_CENSUS_BATCH ? rest : (size_t)PQ_CENSUS_BATCH;
}

pq_status pq_census_look(pq_remote *r, const pq_names *names, pq_manifest *m,
                         bool closely) {
  pq_status st = PQ_OK;
  pq_bytes query = {0};
  pq_table t = {0};
  for (size_t first = 0; !st && first < m->n; first += PQ_CENSUS_BATCH) {
    found f = {.names = names, .m = m, .first = first};
    const size_t n = batch_at(m, first);
    st = count(r, &f, n, &query, &t);
    if (!st && closely) st = look_back(r, &f, n, &query, &t);
    for (size_t i = 0; !st && i < n; ++i) {
      pq_entry *const e = &m->at[first + i];
      e->there = f.n[i] > 0;
      e->whole = closely && f.n[i] == e->n_triples && f.made[i] == e->made;
    }
  }
  pq_table_clear(&t);
  pq_bytes_clear(&query);
  return st;
}

pq_status pq_census_has(pq_remote *r, const pq_names *names,
                        const pq_manifest *m, const pq_entry *e, bool *out) {
  pq_bytes query = {0};
  pq_table t = {0};
  found f = {.names = names, .m = m, .first = (size_t)(e - m->at)};
  const pq_status st = count(r, &f, 1, &query, &t);
  *out = f.n[0] == e->n_triples;
  pq_table_clear(&t);
  pq_bytes_clear(&query);
  return st;
}

/* ---- at the end ---- */

static void tell_difference(const found *f, size_t i, const pq_sink *sink) {
  pq_bytes name = {0};
  pq_names_graph(f->names, f->m->at[f->first + i].key, &name);
  (void)pq_say(sink, PQ_BAD_WRITE, "load.count",
               "the store has %llu triples in <%s>, not %llu: load it again",
               (unsigned long long)f->n[i], pq_bytes_string(&name),
               (unsigned long long)f->m->at[f->first + i].n_triples);
  pq_bytes_clear(&name);
}

pq_status pq_census_verify(pq_remote *r, const pq_names *names,
                           const pq_manifest *m, const pq_sink *sink,
                           uint64_t *n_all) {
  pq_status st = PQ_OK;
  pq_bytes query = {0};
  pq_table t = {0};
  size_t n_bad = 0;
  for (size_t first = 0; !st && first < m->n; first += PQ_CENSUS_BATCH) {
    found f = {.names = names, .m = m, .first = first};
    const size_t n = batch_at(m, first);
    st = count(r, &f, n, &query, &t);
    for (size_t i = 0; !st && i < n; ++i) {
      *n_all += f.n[i];
      if (f.n[i] == m->at[first + i].n_triples) continue;
      if (n_bad++ < TOLD_MOST) tell_difference(&f, i, sink);
    }
  }
  pq_table_clear(&t);
  pq_bytes_clear(&query);
  if (st || n_bad <= TOLD_MOST) return st ? st : n_bad ? PQ_BAD_WRITE : PQ_OK;
  return pq_say(sink, PQ_BAD_WRITE, "load.count", "and %zu graphs more differ",
                n_bad - TOLD_MOST);
}

/* ---- older revisions ---- */

static void put_records(pq_bytes *query, pq_view records) {
  while (records.len) {
    const char *const feed = memchr(records.ptr, '\n', records.len);
    const size_t n = feed ? (size_t)(feed - records.ptr) : records.len;
    pq_bytes_text(query, " <");
    pq_bytes_put(query, (pq_view){records.ptr, n});
    pq_bytes_text(query, ">");
    const size_t step = n + (feed != NULL);
    records = (pq_view){records.ptr + step, records.len - step};
  }
}

/* The store is not believed: only a graph that has a name of ours goes. */
static pq_status hand_over(const pq_table *t, size_t row, const pq_names *names,
                           const pq_manifest *m, const pq_older *older) {
  uint8_t key[PQ_KEY_SIZE];
  if (!pq_names_key(names, pq_table_at(t, row, 0), key)) return PQ_OK;
  if (pq_manifest_find(m, key)) return PQ_OK;
  pq_bytes name = {0};
  pq_names_graph(names, key, &name);
  const char *const graph = pq_bytes_string(&name);
  const pq_status st =
      name.failed ? PQ_NO_MEM : older->found(older->user, graph);
  pq_bytes_clear(&name);
  return st;
}

pq_status pq_census_older(pq_remote *r, const pq_names *names,
                          const pq_manifest *m, pq_view records,
                          const pq_older *older) {
  pq_bytes query = {0};
  pq_table t = {0};
  if (!records.len) return PQ_OK;
  pq_bytes_text(&query, "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?document "
                        "<http://purl.org/dc/terms/subject> ?record . ?g "
                        "<http://www.w3.org/ns/prov#wasDerivedFrom> ?document "
                        "} VALUES ?record {");
  put_records(&query, records);
  pq_bytes_text(&query, " } }");
  pq_status st = ask(r, &query, 1, &t);
  for (size_t row = 1; !st && row <= pq_table_rows(&t); ++row) {
    st = hand_over(&t, row, names, m, older);
  }
  pq_table_clear(&t);
  pq_bytes_clear(&query);
  return st;
}
