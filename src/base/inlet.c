#include "inlet.h"

#include <poll.h>
#include <unistd.h>

enum {
  CHUNK = 64 * 1024,
  HEAD = 4 /* bytes that tell how the others are packed */
};

static const pq_view mark = PQ_LIT_INIT("\xEF\xBB\xBF");

void pq_inlet_init(pq_inlet *in, pq_alloc *alloc) {
  *in = (pq_inlet){.alloc = alloc, .fd = -1};
  pq_buf_init(&in->hold, alloc);
}

void pq_inlet_shut(pq_inlet *in) {
  pq_gzip_close(in->gzip);
  pq_zstd_close(in->zstd);
  in->gzip = NULL;
  in->zstd = NULL;
  if (in->fd >= 0 && in->owned) (void)close(in->fd);
  in->fd = -1;
}

void pq_inlet_clear(pq_inlet *in) {
  pq_inlet_shut(in);
  pq_buf_clear(&in->hold);
}

static pq_status read_some(pq_inlet *in, char *to, size_t *n) {
  if (in->gzip) return pq_gzip_read(in->gzip, to, CHUNK, n);
  if (in->zstd) return pq_zstd_read(in->zstd, to, CHUNK, n);
  return pq_file_read(in->fd, to, CHUNK, n);
}

/* Get more bytes behind those in `hold`; those given out go. */
static pq_status fill(pq_inlet *in) {
  pq_status st = PQ_OK;
  size_t n = 0;
  pq_buf *const hold = &in->hold;
  if (in->given) {
    memmove(hold->ptr, hold->ptr + in->given, hold->len - in->given);
    hold->len -= in->given;
    in->looked -= in->given;
    in->given = 0;
  }
  PQ_TRY(st, pq_buf_reserve(hold, CHUNK));
  PQ_TRY(st, read_some(in, hold->ptr + hold->len, &n));
  hold->len += n;
  in->at_end = n == 0;
  return PQ_OK;
}

/* May these few bytes begin what is packed? */
static bool may_be_packed(pq_view head) {
  const unsigned char first = head.len ? (unsigned char)head.ptr[0] : 0;
  const bool gzip = first == 0x1F;
  const bool zstd = first == 0x28 || (first & 0xF0U) == 0x50;
  if (!gzip && !zstd) return false;
  const unsigned char next = gzip ? 0x8B : first == 0x28 ? 0xB5 : 0x2A;
  return head.len < 2 || (unsigned char)head.ptr[1] == next;
}

/* A pipe may give so few bytes at first that they do not tell how the others
 * are packed. */
static pq_status fill_head(pq_inlet *in) {
  pq_status st = PQ_OK;
  pq_buf *const hold = &in->hold;
  while (!in->at_end && hold->len < HEAD && may_be_packed(pq_buf_view(hold))) {
    size_t n = 0;
    PQ_TRY(st,
           pq_file_read(in->fd, hold->ptr + hold->len, HEAD - hold->len, &n));
    hold->len += n;
    in->at_end = n == 0;
  }
  return PQ_OK;
}

static pq_status begin(pq_inlet *in, int fd, bool owned) {
  pq_status st = PQ_OK;
  in->fd = fd;
  in->owned = owned;
  in->given = 0;
  in->looked = 0;
  in->line = 1;
  in->at_end = false;
  pq_buf_reset(&in->hold);
  PQ_TRY(st, fill(in));
  return fill_head(in);
}

pq_status pq_inlet_open(pq_inlet *in, const char *path, pq_file_trust trust) {
  pq_status st = PQ_OK;
  int fd = STDIN_FILENO;
  if (path) PQ_TRY(st, pq_file_open(path, trust, &fd));
  return begin(in, fd, path);
}

pq_status pq_inlet_adopt(pq_inlet *in, int fd) {
  return begin(in, fd, true);
}

pq_status pq_inlet_bytes(pq_inlet *in, pq_view bytes) {
  in->given = 0;
  in->looked = 0;
  in->line = 1;
  in->at_end = true;
  pq_buf_reset(&in->hold);
  pq_buf_put(&in->hold, bytes);
  return in->hold.status;
}

pq_packing pq_inlet_packing(const pq_inlet *in) {
  const pq_view head = pq_buf_view(&in->hold);
  if (pq_gzip_begins(head)) return PQ_PACKED_GZIP;
  return pq_zstd_begins(head) ? PQ_PACKED_ZSTD : PQ_PACKED_NOT;
}

pq_status pq_inlet_unpack(pq_inlet *in, pq_packing packing) {
  pq_status st = PQ_OK;
  const pq_view head = pq_buf_view(&in->hold);
  switch (packing) {
  case PQ_PACKED_NOT: return PQ_OK;
  case PQ_PACKED_GZIP:
    PQ_TRY(st, pq_gzip_open(in->alloc, in->fd, head, &in->gzip));
    break;
  case PQ_PACKED_ZSTD:
    PQ_TRY(st, pq_zstd_open(in->alloc, in->fd, head, &in->zstd));
    break;
  }
  in->hold.len = 0;
  in->at_end = false;
  return fill(in);
}

pq_status pq_inlet_inflate(pq_inlet *in) {
  return pq_inlet_unpack(in, PQ_PACKED_GZIP);
}

bool pq_inlet_is_wide(const pq_inlet *in) {
  return in->zstd && pq_zstd_is_wide(in->zstd);
}

pq_status pq_inlet_peek(pq_inlet *in, char *out) {
  pq_status st = PQ_OK;
  size_t at = 0;
  for (;;) {
    const pq_view all = pq_buf_view(&in->hold);
    if (at == 0 && pq_view_starts(all, mark)) at = mark.len;
    while (at < all.len && pq_is_space(all.ptr[at])) {
      ++at;
    }
    const bool some = at < all.len;
    if (some || in->at_end || all.len > PQ_RECORD_MOST) {
      *out = '\0';
      if (some) *out = all.ptr[at];
      return PQ_OK;
    }
    PQ_TRY(st, fill(in));
  }
}

pq_status pq_inlet_whole(pq_inlet *in, pq_view *out) {
  pq_status st = PQ_OK;
  while (!in->at_end) {
    if (in->hold.len > PQ_RECORD_MOST) return PQ_LIMIT;
    PQ_TRY(st, fill(in));
  }
  if (in->hold.len > PQ_RECORD_MOST) return PQ_LIMIT;
  in->given = in->hold.len;
  *out = pq_buf_view(&in->hold);
  return PQ_OK;
}

pq_status pq_inlet_some(pq_inlet *in, pq_view *out) {
  pq_status st = PQ_OK;
  if (in->given == in->hold.len && !in->at_end) PQ_TRY(st, fill(in));
  if (in->given == in->hold.len) return PQ_END;
  *out = pq_view_skip(pq_buf_view(&in->hold), in->given);
  in->given = in->hold.len;
  in->looked = in->given;
  return PQ_OK;
}

pq_status pq_inlet_ahead(pq_inlet *in, size_t n, pq_view *out) {
  pq_status st = PQ_OK;
  while (in->hold.len - in->given < n && !in->at_end) {
    PQ_TRY(st, fill(in));
  }
  *out = pq_view_skip(pq_buf_view(&in->hold), in->given);
  return PQ_OK;
}

void pq_inlet_pass(pq_inlet *in, size_t n) {
  const pq_view rest = pq_view_skip(pq_buf_view(&in->hold), in->given);
  pq_view passed = pq_view_head(rest, n);
  in->given += passed.len;
  in->looked = in->given;
  for (;;) {
    const size_t end = pq_view_find(passed, '\n');
    if (end == passed.len) return;
    passed = pq_view_skip(passed, end + 1);
    if (in->line < UINT32_MAX) ++in->line;
  }
}

/* Is a whole line in `hold`, the last one perhaps without an end?  If not,
 * PQ_END: no more, or PQ_LIMIT: it is too long. */
static pq_status find_line(pq_inlet *in, size_t *end) {
  pq_status st = PQ_OK;
  for (;;) {
    const pq_view all = pq_buf_view(&in->hold);
    const pq_view rest = pq_view_skip(all, in->looked);
    *end = in->looked + pq_view_find(rest, '\n');
    in->looked = *end;
    if (*end - in->given > PQ_RECORD_MOST) return PQ_LIMIT;
    if (*end < all.len) return PQ_OK;
    if (in->at_end) return *end > in->given ? PQ_OK : PQ_END;
    PQ_TRY(st, fill(in));
  }
}

bool pq_inlet_is_dry(const pq_inlet *in) {
  if (in->fd < 0 || in->at_end) return false;
  struct pollfd line = {.fd = in->fd, .events = POLLIN};
  return poll(&line, 1, 0) == 0;
}

bool pq_inlet_waits(const pq_inlet *in) {
  if (in->fd < 0 || in->at_end) return false;
  const pq_view rest = pq_view_skip(pq_buf_view(&in->hold), in->looked);
  return pq_view_find(rest, '\n') == rest.len && pq_inlet_is_dry(in);
}

/* Pass over bytes until a line ends. */
static pq_status skip_line(pq_inlet *in) {
  pq_status st = PQ_OK;
  for (;;) {
    const pq_view rest = pq_view_skip(pq_buf_view(&in->hold), in->looked);
    const size_t n = pq_view_find(rest, '\n');
    in->given = in->looked + n + (n < rest.len);
    in->looked = in->given;
    if (n < rest.len || in->at_end) return PQ_OK;
    PQ_TRY(st, fill(in));
  }
}

pq_status pq_inlet_line(pq_inlet *in, pq_view *out, uint32_t *number) {
  size_t end = 0;
  pq_status st = find_line(in, &end);
  if (st == PQ_LIMIT) {
    const pq_status skipped = skip_line(in);
    if (skipped) return skipped;
  }
  if (st && st != PQ_LIMIT) return st;
  *number = in->line;
  if (in->line < UINT32_MAX) ++in->line;
  if (st) return st;
  const pq_view all = pq_buf_view(&in->hold);
  pq_view line = pq_view_skip(pq_view_head(all, end), in->given);
  if (*number == 1 && pq_view_starts(line, mark)) {
    line = pq_view_skip(line, mark.len);
  }
  if (pq_view_ends(line, PQ_LIT("\r"))) --line.len;
  in->given = end < all.len ? end + 1 : end;
  in->looked = in->given;
  *out = line;
  return PQ_OK;
}
