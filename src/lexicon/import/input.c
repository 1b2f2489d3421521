#include "lexicon/import/input.h"

#include "base/file.h"
#include "base/note.h"

#include <errno.h>
#include <unistd.h>

enum {
  CHUNK = 64 * 1024
};

static pq_status digest_file(pq_input *in) {
  pq_status st = PQ_OK;
  pq_digester *d = NULL;
  size_t n = 1;
  PQ_TRY(st, pq_buf_reserve(&in->hold, CHUNK));
  PQ_TRY(st, pq_digester_open(in->alloc, &d));
  while (!st && n) {
    st = pq_file_read(in->fd, in->hold.ptr, CHUNK, &n);
    if (!st) st = pq_digester_add(d, (pq_view){in->hold.ptr, n});
  }
  if (!st) st = pq_digester_end(d, &in->digest);
  pq_digester_close(d);
  if (!st && lseek(in->fd, 0, SEEK_SET) < 0) st = PQ_BAD_READ;
  return st;
}

/* Get more bytes behind those in `hold`; those given out go. */
static pq_status fill(pq_input *in) {
  pq_status st = PQ_OK;
  size_t n = 0;
  pq_buf *const hold = &in->hold;
  if (in->given) {
    memmove(hold->ptr, hold->ptr + in->given, hold->len - in->given);
    hold->len -= in->given;
    in->given = 0;
  }
  PQ_TRY(st, pq_buf_reserve(hold, CHUNK));
  char *const to = hold->ptr + hold->len;
  PQ_TRY(st, in->gzip ? pq_gzip_read(in->gzip, to, CHUNK, &n)
                      : pq_file_read(in->fd, to, CHUNK, &n));
  hold->len += n;
  in->at_end = n == 0;
  return PQ_OK;
}

static pq_status begin(pq_input *in) {
  pq_status st = PQ_OK;
  PQ_TRY(st, digest_file(in));
  PQ_TRY(st, fill(in));
  if (!pq_gzip_begins(pq_buf_view(&in->hold))) return PQ_OK;
  PQ_TRY(st,
         pq_gzip_open(in->alloc, in->fd, pq_buf_view(&in->hold), &in->gzip));
  in->hold.len = 0;
  in->at_end = false;
  return fill(in);
}

pq_status pq_input_open(pq_input *in, pq_alloc *alloc, const char *path,
                        const pq_sink *sink) {
  *in = (pq_input){.alloc = alloc, .path = path, .fd = -1};
  pq_buf_init(&in->hold, alloc);
  pq_status st = pq_file_open(path, PQ_FILE_FOUND, &in->fd);
  if (!st) st = begin(in);
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
  *in = (pq_input){.alloc = alloc, .path = path, .fd = -1, .at_end = true};
  pq_buf_init(&in->hold, alloc);
  pq_buf_put(&in->hold, bytes);
  if (in->hold.status) return in->hold.status;
  return pq_digest_of(bytes, &in->digest);
}

void pq_input_close(pq_input *in) {
  pq_gzip_close(in->gzip);
  in->gzip = NULL;
  if (in->fd >= 0) (void)close(in->fd);
  in->fd = -1;
  pq_buf_clear(&in->hold);
}

/* Pass over the rest of a line. */
static pq_status skip_line(pq_input *in) {
  pq_status st = PQ_OK;
  for (;;) {
    const pq_view rest = pq_view_skip(pq_buf_view(&in->hold), in->given);
    const size_t n = pq_view_find(rest, '\n');
    in->given += n + (n < rest.len);
    if (n < rest.len || in->at_end) return PQ_LIMIT;
    PQ_TRY(st, fill(in));
  }
}

/* Bytes of the line that begins at `given`; there is a line. */
static pq_status find_end(pq_input *in, size_t *len) {
  pq_status st = PQ_OK;
  size_t looked = 0;
  for (;;) {
    const pq_view rest = pq_view_skip(pq_buf_view(&in->hold), in->given);
    *len = looked + pq_view_find(pq_view_skip(rest, looked), '\n');
    if (*len > PQ_INPUT_LINE_MOST) return skip_line(in);
    if (*len < rest.len) return PQ_OK;
    if (in->at_end) return *len ? PQ_OK : PQ_END;
    looked = *len;
    PQ_TRY(st, fill(in));
  }
}

pq_status pq_input_line(pq_input *in, pq_view *out) {
  static const pq_view mark = PQ_LIT_INIT("\xEF\xBB\xBF");
  size_t len = 0;
  const pq_status st = find_end(in, &len);
  if ((!st || st == PQ_LIMIT) && in->line < UINT32_MAX) ++in->line;
  if (st) return st;
  const pq_view rest = pq_view_skip(pq_buf_view(&in->hold), in->given);
  pq_view line = pq_view_head(rest, len);
  in->given += len + (len < rest.len);
  if (in->line == 1 && pq_view_starts(line, mark)) {
    line = pq_view_skip(line, mark.len);
  }
  if (pq_view_ends(line, PQ_LIT("\r"))) --line.len;
  *out = line;
  return PQ_OK;
}
