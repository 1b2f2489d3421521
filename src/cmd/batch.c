#include "batch.h"

#include "say.h"

#include <string.h>

void pq_batch_clear(pq_batch *b) {
  pq_bytes_clear(&b->quads);
  b->n = 0;
}

static void forget(pq_batch *b) {
  pq_bytes_reset(&b->quads);
  b->n = 0;
}

/* ---- gathering ---- */

/* The graph's name, for each of its lines. */
static size_t size_as_quads(const pq_parcel *parcel) {
  size_t n_lines = 0;
  for (size_t i = 0; i < parcel->body.len; ++i) {
    n_lines += parcel->body.ptr[i] == '\n';
  }
  return parcel->body.len + n_lines * (parcel->iri.len + 3);
}

bool pq_batch_fits(const pq_batch *b, const pq_parcel *parcel,
                   const pq_entry *e) {
  return b->most > 1 && b->way != PQ_WAY_ALONE && parcel->lines && !e->there &&
         size_as_quads(parcel) <= PQ_BATCH_BYTES;
}

bool pq_batch_has_room(const pq_batch *b, const pq_parcel *parcel) {
  const size_t most = b->way == PQ_WAY_TOGETHER ? b->most : 1;
  return b->n < most && b->quads.len + size_as_quads(parcel) <= PQ_BATCH_BYTES;
}

/* "s p o .\n" -> "s p o <graph> .\n" */
pq_status pq_batch_add(pq_batch *b, const pq_parcel *parcel,
                       const pq_entry *e) {
  pq_view rest = parcel->body;
  while (rest.len) {
    const char *const feed = memchr(rest.ptr, '\n', rest.len);
    const size_t n = feed ? (size_t)(feed - rest.ptr) + 1 : rest.len;
    pq_bytes_put(&b->quads, (pq_view){rest.ptr, n - 2});
    pq_bytes_text(&b->quads, "<");
    pq_bytes_put(&b->quads, parcel->iri);
    pq_bytes_text(&b->quads, "> .\n");
    rest = (pq_view){rest.ptr + n, rest.len - n};
  }
  b->entries[b->n] = e;
  b->ends[b->n++] = b->quads.len;
  return b->quads.failed ? PQ_NO_MEM : PQ_OK;
}

/* ---- sending ---- */

pq_status pq_batch_send_alone(pq_batch *b, const pq_entry *e, const char *type,
                              pq_view body, uint64_t *sent) {
  pq_bytes name = {0};
  pq_names_graph(b->names, e->key, &name);
  const char *const graph = pq_bytes_string(&name);
  const pq_status st =
      name.failed ? PQ_NO_MEM : pq_remote_put(b->remote, graph, type, body);
  pq_bytes_clear(&name);
  *sent += !st;
  return st;
}

/* "s p o <graph> .\n" -> "s p o .\n" */
static void strip(pq_view quads, size_t n_name, pq_bytes *out) {
  pq_bytes_reset(out);
  while (quads.len) {
    const char *const feed = memchr(quads.ptr, '\n', quads.len);
    const size_t n = (size_t)(feed - quads.ptr) + 1;
    pq_bytes_put(out, (pq_view){quads.ptr, n - n_name - 5});
    pq_bytes_text(out, ".\n");
    quads = (pq_view){quads.ptr + n, quads.len - n};
  }
}

/* That of all of them. */
static size_t name_length(const pq_batch *b) {
  pq_bytes name = {0};
  pq_names_graph(b->names, b->entries[0]->key, &name);
  const size_t n = name.failed ? 0 : name.len;
  pq_bytes_clear(&name);
  return n;
}

static pq_status send_each(pq_batch *b, uint64_t *sent) {
  pq_bytes body = {0};
  const size_t n_name = name_length(b);
  pq_status st = n_name ? PQ_OK : PQ_NO_MEM;
  for (size_t i = 0; !st && i < b->n; ++i) {
    const size_t begin = i ? b->ends[i - 1] : 0;
    strip((pq_view){b->quads.ptr + begin, b->ends[i] - begin}, n_name, &body);
    st = body.failed ? PQ_NO_MEM
                     : pq_batch_send_alone(b, b->entries[i], "text/turtle",
                                           pq_bytes_view(&body), sent);
  }
  pq_bytes_clear(&body);
  return st;
}

/* Was it taken, and for what it is?  The first time we look. */
static pq_status send_together(pq_batch *b, bool *taken) {
  const pq_status st =
      pq_remote_post(b->remote, pq_bytes_view(&b->quads), taken);
  if (st || !*taken || b->way == PQ_WAY_TOGETHER) return st;
  return pq_census_has(b->remote, b->names, b->manifest, b->entries[0], taken);
}

pq_status pq_batch_send(pq_batch *b, uint64_t *sent) {
  bool taken = false;
  pq_status st = PQ_OK;
  if (b->n && b->way != PQ_WAY_ALONE) {
    st = send_together(b, &taken);
    if (st) return st;
    b->way = taken ? PQ_WAY_TOGETHER : PQ_WAY_ALONE;
    if (!taken) {
      pq_remark(b->sink, PQ_NOTE_INFO, "load.alone",
                "the store takes no graphs together: each is sent by itself");
    }
  }
  if (taken) {
    *sent += b->n;
  } else if (b->n) {
    st = send_each(b, sent);
  }
  forget(b);
  return st;
}
