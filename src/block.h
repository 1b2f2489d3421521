/* The quads of one record as they stand in a file: a block of lines of one
 * graph, and the key by which `build` orders graph.nq: stable id, then graph.
 *
 *   inlet -> line, line ... | line of another graph = the next block
 */
#ifndef PQ_BLOCK_H
#define PQ_BLOCK_H

#include "base/inlet.h"

enum {
  PQ_BLOCK_MOST = 256 << 20 /* bytes of its lines */
};

/** One block.  `bytes` are its lines with their ends. */
typedef struct pq_block_quads {
  pq_buf bytes;
  pq_buf id;    /* the stable id; empty: none */
  pq_buf graph; /* <IRI>; empty: triples without a graph */
} pq_block_quads;

typedef struct pq_blocks {
  pq_inlet in;
  pq_view file; /* for findings */
  const pq_sink *sink;
  pq_buf ahead; /* the first line of the next block */
  pq_buf graph; /* its graph */
  bool has_ahead;
} pq_blocks;

void pq_block_init(pq_block_quads *b, pq_alloc *alloc);
void pq_block_clear(pq_block_quads *b);

/** Below 0, 0 or above 0: what comes first in graph.nq. */
int pq_block_order(pq_view id_a, pq_view graph_a, pq_view id_b,
                   pq_view graph_b);

/** Read from a file, packed or not ("-": standard input), or from a descriptor,
 * which is then theirs.  PQ_OK, PQ_NO_MEM, or PQ_BAD_READ, which was told. */
PQ_NODISCARD pq_status pq_blocks_open(pq_blocks *bs, pq_alloc *alloc,
                                      const char *path, const pq_sink *sink);
PQ_NODISCARD pq_status pq_blocks_open_at(pq_blocks *bs, pq_alloc *alloc, int fd,
                                         const pq_sink *sink);
void pq_blocks_close(pq_blocks *bs);

/** The next block.  PQ_OK, PQ_END, PQ_NO_MEM; PQ_BAD_READ (packed data
 * that are damaged, too), PQ_BAD_SYNTAX (a line that is no quad) or PQ_LIMIT (a
 * block of more than 256 MiB, a line of more than 4), which were told with file
 * and line. */
PQ_NODISCARD pq_status pq_blocks_next(pq_blocks *bs, pq_block_quads *out);

#endif
