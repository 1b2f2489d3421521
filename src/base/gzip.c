#include "gzip.h"

#include "alloc.h"
#include "file.h"

#include <zlib.h>

enum {
  ROOM = 64 * 1024,
  GZIP_ONLY = 16 + MAX_WBITS
};

struct pq_gzip {
  pq_alloc *alloc;
  int fd;
  z_stream z;
  bool between; /* the last member has ended, the next has not begun */
  bool at_end;  /* the file has no more bytes */
  unsigned char in[ROOM];
};

static void *give(void *user, uInt n, uInt size) {
  const size_t bytes = (size_t)n * size;
  return pq_realloc(user, NULL, bytes ? bytes : 1);
}

static void take_back(void *user, void *ptr) {
  pq_free(user, ptr);
}

pq_status pq_gzip_open(pq_alloc *alloc, int fd, pq_view head, pq_gzip **out) {
  if (head.len > ROOM) return PQ_LIMIT;
  pq_gzip *const g = pq_calloc(alloc, sizeof *g);
  if (!g) return PQ_NO_MEM;
  g->alloc = alloc;
  g->fd = fd;
  g->z.zalloc = give;
  g->z.zfree = take_back;
  g->z.opaque = alloc;
  if (head.len) memcpy(g->in, head.ptr, head.len);
  g->z.next_in = g->in;
  g->z.avail_in = (uInt)head.len;
  if (inflateInit2(&g->z, GZIP_ONLY) != Z_OK) {
    pq_free(alloc, g);
    return PQ_NO_MEM;
  }
  *out = g;
  return PQ_OK;
}

void pq_gzip_close(pq_gzip *g) {
  if (!g) return;
  (void)inflateEnd(&g->z);
  pq_free(g->alloc, g);
}

static pq_status refill(pq_gzip *g) {
  pq_status st = PQ_OK;
  size_t n = 0;
  if (g->z.avail_in || g->at_end) return PQ_OK;
  PQ_TRY(st, pq_file_read(g->fd, (char *)g->in, sizeof g->in, &n));
  g->at_end = n == 0;
  g->z.next_in = g->in;
  g->z.avail_in = (uInt)n;
  return PQ_OK;
}

/* Tapes and dd fill up with zeros behind the last member. */
static pq_status begin_member(pq_gzip *g) {
  pq_status st = PQ_OK;
  while (!g->at_end && (!g->z.avail_in || !*g->z.next_in)) {
    if (g->z.avail_in) {
      ++g->z.next_in;
      --g->z.avail_in;
    }
    PQ_TRY(st, refill(g));
  }
  if (g->at_end) return PQ_OK;
  g->between = false;
  return inflateReset(&g->z) == Z_OK ? PQ_OK : PQ_INTERNAL;
}

static pq_status inflate_some(pq_gzip *g) {
  pq_status st = PQ_OK;
  PQ_TRY(st, refill(g));
  const int got = inflate(&g->z, Z_NO_FLUSH);
  switch (got) {
  case Z_STREAM_END: g->between = true; return PQ_OK;
  case Z_OK: return PQ_OK;
  case Z_MEM_ERROR: return PQ_NO_MEM;
  default: return PQ_BAD_SYNTAX; /* Z_BUF_ERROR: cut off */
  }
}

pq_status pq_gzip_read(pq_gzip *g, char *to, size_t cap, size_t *n) {
  pq_status st = PQ_OK;
  const uInt room = cap < ROOM ? (uInt)cap : ROOM;
  g->z.next_out = (unsigned char *)to;
  g->z.avail_out = room;
  while (g->z.avail_out == room) {
    if (g->between) {
      PQ_TRY(st, begin_member(g));
      if (g->between) break;
    }
    st = inflate_some(g);
    /* What came before the damage is given first; zlib tells of it again. */
    if (st && g->z.avail_out == room) return st;
    if (st) break;
  }
  *n = room - g->z.avail_out;
  return PQ_OK;
}
