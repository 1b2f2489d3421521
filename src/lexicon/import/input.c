#include "lexicon/import/input.h"

#include "base/note.h"

#include <errno.h>
#include <unistd.h>

enum {
  CHUNK = 64 * 1024
};

/* What was read already, and the rest of the file; then back to where it was.
 */
static pq_status digest_rest(pq_input *in, pq_digester *d, pq_buf *room) {
  pq_status st = PQ_OK;
  const pq_view first = pq_buf_view(&in->inlet.hold);
  size_t n = 1;
  PQ_TRY(st, pq_buf_reserve(room, CHUNK));
  pq_digester_add(d, first);
  while (n) {
    PQ_TRY(st, pq_file_read(in->inlet.fd, room->ptr, CHUNK, &n));
    pq_digester_add(d, (pq_view){room->ptr, n});
  }
  if (lseek(in->inlet.fd, (off_t)first.len, SEEK_SET) < 0) return PQ_BAD_READ;
  pq_digester_end(d, &in->digest);
  return PQ_OK;
}

static pq_status digest_file(pq_input *in) {
  pq_status st = PQ_OK;
  pq_digester *d = NULL;
  pq_buf room;
  PQ_TRY(st, pq_digester_open(in->inlet.alloc, &d));
  pq_buf_init(&room, in->inlet.alloc);
  st = digest_rest(in, d, &room);
  pq_buf_clear(&room);
  pq_digester_close(d);
  return st;
}

static pq_status begin(pq_input *in) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_inlet_open(&in->inlet, in->path, PQ_FILE_FOUND));
  PQ_TRY(st, digest_file(in));
  return pq_gzip_begins(pq_buf_view(&in->inlet.hold))
             ? pq_inlet_inflate(&in->inlet)
             : PQ_OK;
}

static void init(pq_input *in, pq_alloc *alloc, const char *path) {
  *in = (pq_input){.path = path};
  pq_inlet_init(&in->inlet, alloc);
}

pq_status pq_input_open(pq_input *in, pq_alloc *alloc, const char *path,
                        const pq_sink *sink) {
  init(in, alloc, path);
  const pq_status st = begin(in);
  const pq_place at = {.file = pq_view_of(path)};
  if (st == PQ_BAD_READ) {
    return pq_fail(sink, st, "import.file", at, "cannot read the file: %s",
                   pq_file_why(errno));
  }
  if (st == PQ_BAD_SYNTAX) {
    return pq_fail(sink, st, "import.gzip", at,
                   "the compressed data are damaged or cut off");
  }
  return st;
}

pq_status pq_input_bytes(pq_input *in, pq_alloc *alloc, const char *path,
                         pq_view bytes) {
  pq_status st = PQ_OK;
  init(in, alloc, path);
  PQ_TRY(st, pq_inlet_bytes(&in->inlet, bytes));
  pq_digest_of(bytes, &in->digest);
  return PQ_OK;
}

void pq_input_close(pq_input *in) {
  pq_inlet_clear(&in->inlet);
}

pq_status pq_input_line(pq_input *in, pq_view *out) {
  return pq_inlet_line(&in->inlet, out, &in->line);
}
