/* The lines of a file that is imported, and the digest of its bytes as they lie
 * on the disk.
 */
#ifndef PQ_LEXICON_IMPORT_INPUT_H
#define PQ_LEXICON_IMPORT_INPUT_H

#include "base/digest.h"
#include "base/inlet.h"

typedef struct pq_input {
  pq_inlet inlet;
  const char *path; /* not owned */
  uint32_t line;    /* of what was given last; from 1 */
  pq_digest digest; /* of the file */
} pq_input;

/** Open a regular file, take its digest, and begin with its first line.  PQ_OK
 * or PQ_NO_MEM; PQ_BAD_READ or PQ_BAD_SYNTAX, which was told to `sink`.
 * `pq_input_close` whatever it returns. */
PQ_NODISCARD pq_status pq_input_open(pq_input *in, pq_alloc *alloc,
                                     const char *path, const pq_sink *sink);
void pq_input_close(pq_input *in);

/** The same for plain bytes in memory, which are copied; `path` is for
 * findings.  PQ_OK or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_input_bytes(pq_input *in, pq_alloc *alloc,
                                      const char *path, pq_view bytes);

/** The next line without its end (LF, or CR LF) and, in the first, without a
 * byte order mark; valid until the next call.  PQ_END behind the last; PQ_LIMIT
 * for a line that is too long, which is passed over; PQ_NO_MEM; PQ_BAD_READ
 * with errno; PQ_BAD_SYNTAX: the compressed data are damaged or cut off. */
PQ_NODISCARD pq_status pq_input_line(pq_input *in, pq_view *out);

#endif
