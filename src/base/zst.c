#include "zst.h"

#include "alloc.h"
#include "file.h"

#include <zstd.h>
#include <zstd_errors.h>

enum {
  ROOM = 64 * 1024
};

struct pq_zstd {
  pq_alloc *alloc;
  int fd;
  ZSTD_DStream *d;
  ZSTD_inBuffer in;
  pq_status status; /* what went wrong, for good */
  bool within;      /* a frame has begun and not ended */
  bool at_end;      /* the file has no more bytes */
  bool wide;
  char room[ROOM];
};

bool pq_zstd_begins(pq_view head) {
  if (head.len < 4) return false;
  /* RFC 8878: 0xFD2FB528, or 0x184D2A50 to 0x184D2A5F, low byte first. */
  return pq_view_starts(head, PQ_LIT("\x28\xB5\x2F\xFD")) ||
         (((unsigned char)head.ptr[0] & 0xF0U) == 0x50 &&
          pq_view_starts(pq_view_skip(head, 1), PQ_LIT("\x2A\x4D\x18")));
}

/* The library takes its window from libc: a bounded size, once. */
static pq_status begin(pq_zstd *z) {
  z->d = ZSTD_createDStream();
  if (!z->d) return PQ_NO_MEM;
  const size_t done =
      ZSTD_DCtx_setParameter(z->d, ZSTD_d_windowLogMax, PQ_ZSTD_WINDOW_LOG);
  return ZSTD_isError(done) ? PQ_INTERNAL : PQ_OK;
}

pq_status pq_zstd_open(pq_alloc *alloc, int fd, pq_view head, pq_zstd **out) {
  if (head.len > ROOM) return PQ_LIMIT;
  pq_zstd *const z = pq_calloc(alloc, sizeof *z);
  if (!z) return PQ_NO_MEM;
  z->alloc = alloc;
  z->fd = fd;
  if (head.len) memcpy(z->room, head.ptr, head.len);
  z->in = (ZSTD_inBuffer){z->room, head.len, 0};
  const pq_status st = begin(z);
  if (st) {
    pq_zstd_close(z);
    return st;
  }
  *out = z;
  return PQ_OK;
}

void pq_zstd_close(pq_zstd *z) {
  if (!z) return;
  (void)ZSTD_freeDStream(z->d);
  pq_free(z->alloc, z);
}

bool pq_zstd_is_wide(const pq_zstd *z) {
  return z->wide;
}

static pq_status refill(pq_zstd *z) {
  pq_status st = PQ_OK;
  size_t n = 0;
  if (z->in.pos < z->in.size || z->at_end) return PQ_OK;
  PQ_TRY(st, pq_file_read(z->fd, z->room, sizeof z->room, &n));
  z->at_end = n == 0;
  z->in = (ZSTD_inBuffer){z->room, n, 0};
  return PQ_OK;
}

static pq_status fail(pq_zstd *z, size_t code) {
  const ZSTD_ErrorCode error = ZSTD_getErrorCode(code);
  z->wide = error == ZSTD_error_frameParameter_windowTooLarge;
  return error == ZSTD_error_memory_allocation ? PQ_NO_MEM : PQ_BAD_SYNTAX;
}

/* PQ_END: all is read. */
static pq_status unpack_some(pq_zstd *z, ZSTD_outBuffer *out) {
  pq_status st = PQ_OK;
  PQ_TRY(st, refill(z));
  const bool none = z->in.pos == z->in.size;
  if (none && !z->within) return PQ_END;
  const size_t left = ZSTD_decompressStream(z->d, out, &z->in);
  if (ZSTD_isError(left)) return fail(z, left);
  z->within = left != 0;
  /* Nothing comes in, nothing goes out, and the frame wants more. */
  return none && z->within && !out->pos ? PQ_BAD_SYNTAX : PQ_OK;
}

/* NOLINTNEXTLINE(readability-non-const-parameter): the library fills it. */
pq_status pq_zstd_read(pq_zstd *z, char *to, size_t cap, size_t *n) {
  ZSTD_outBuffer out = {to, cap, 0};
  while (!z->status && !out.pos) {
    const pq_status st = unpack_some(z, &out);
    if (st == PQ_END) break;
    z->status = st;
  }
  /* What came before the damage is given first. */
  if (z->status && !out.pos) return z->status;
  *n = out.pos;
  return PQ_OK;
}
