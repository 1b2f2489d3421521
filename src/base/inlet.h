/* The bytes of one input, whole or line by line, in bounded memory.
 *
 *   fd, gzip or zstd -> hold [given | still to give | room]
 */
#ifndef PQ_BASE_INLET_H
#define PQ_BASE_INLET_H

#include "buf.h"
#include "file.h"
#include "gzip.h"
#include "zst.h"

/** Bytes of a record, and of a line of input: 4 MiB. */
#define PQ_RECORD_MOST ((size_t)4 << 20)

/** How the bytes of an input are packed. */
typedef enum pq_packing {
  PQ_PACKED_NOT,
  PQ_PACKED_GZIP,
  PQ_PACKED_ZSTD
} pq_packing;

typedef struct pq_inlet {
  pq_alloc *alloc;
  int fd; /* -1: nothing is open */
  bool owned;
  pq_gzip *gzip; /* or zstd, or both NULL: the bytes are plain */
  pq_zstd *zstd;
  pq_buf hold;
  size_t given;  /* bytes of `hold` that were given out */
  size_t looked; /* bytes of `hold` that hold no line end */
  uint32_t line; /* of the first byte that was not given */
  bool at_end;
} pq_inlet;

void pq_inlet_init(pq_inlet *in, pq_alloc *alloc);
/** Shut, and give the memory back. */
void pq_inlet_clear(pq_inlet *in);

/** Open a path, or standard input if it is NULL, and read its first bytes into
 * `hold`.  PQ_OK, PQ_NO_MEM, or PQ_BAD_READ with errno. */
PQ_NODISCARD pq_status pq_inlet_open(pq_inlet *in, const char *path,
                                     pq_file_trust trust);
/** Read from a descriptor, which is closed with the input.  As `open`. */
PQ_NODISCARD pq_status pq_inlet_adopt(pq_inlet *in, int fd);
/** Take what was opened for gzip, before anything was given.  Then, from here
 * on, PQ_BAD_SYNTAX is damaged data. */
PQ_NODISCARD pq_status pq_inlet_inflate(pq_inlet *in);
/** How are the bytes of what was opened packed, by how they begin? */
pq_packing pq_inlet_packing(const pq_inlet *in);
/** As `inflate`, for any packing. */
PQ_NODISCARD pq_status pq_inlet_unpack(pq_inlet *in, pq_packing packing);
/** Did damaged data only ask for more memory than may be? */
bool pq_inlet_is_wide(const pq_inlet *in);
/** Have bytes in memory, which are copied, as the input.  PQ_OK or PQ_NO_MEM.
 */
PQ_NODISCARD pq_status pq_inlet_bytes(pq_inlet *in, pq_view bytes);
/** End with this input; what it gave is valid until the next open. */
void pq_inlet_shut(pq_inlet *in);

/** The first byte that is no white space, and no byte order mark; 0 if there
 * is none in the first 4 MiB. */
PQ_NODISCARD pq_status pq_inlet_peek(pq_inlet *in, char *out);

/** All of it.  PQ_LIMIT if it is longer than a record may be. */
PQ_NODISCARD pq_status pq_inlet_whole(pq_inlet *in, pq_view *out);

/** Some bytes, as many as are at hand; valid until the next call.  PQ_END
 * behind the last. */
PQ_NODISCARD pq_status pq_inlet_some(pq_inlet *in, pq_view *out);

/** All that was not given yet, at least `n` bytes of it unless the input is at
 * its end; valid until the next call.  For formats that are no lines. */
PQ_NODISCARD pq_status pq_inlet_ahead(pq_inlet *in, size_t n, pq_view *out);
/** Give the first `n` bytes of these out: they stay valid until the next call,
 * and their lines are counted. */
void pq_inlet_pass(pq_inlet *in, size_t n);

/** Is nothing more to be had now, as from a pipe that may get more? */
bool pq_inlet_is_dry(const pq_inlet *in);

/** Would the next line have to be waited for?  So it is where a pipe holds none
 * and may get more. */
bool pq_inlet_waits(const pq_inlet *in);

/** The next line without its end, and its number.  PQ_END behind the last,
 * PQ_LIMIT for a line that was too long and is skipped. */
PQ_NODISCARD pq_status pq_inlet_line(pq_inlet *in, pq_view *out,
                                     uint32_t *number);

#endif
