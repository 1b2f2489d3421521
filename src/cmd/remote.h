/* A triple store over HTTP: SPARQL 1.1 queries and the Graph Store protocol,
 * with patience.
 *
 * What can be asked again without harm (all of it here) is asked again after
 * 1/2, 1, 2, 4, ... seconds, at most 30, or when the store says, if it answers
 * 408, 429 or 5xx, cuts the connection or takes too long. */
#ifndef PQ_CMD_REMOTE_H
#define PQ_CMD_REMOTE_H

#include "http.h"
#include "options.h"
#include "table.h"

/** Both addresses of a store, and the way to them. */
typedef struct pq_remote pq_remote;

/** Open; nothing is sent.  Addresses, passwords and files are as `args` and
 * the environment have them; `to` or `at` may be NULL.  PQ_BAD_ARG: misuse was
 * told; PQ_BAD_READ: a secret could not be read; PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_remote_open(const pq_arguments *args, const char *to,
                                      const char *at, const pq_sink *sink,
                                      pq_remote **out);

/** Close; NULL is allowed. */
void pq_remote_close(pq_remote *r);

/** Address for queries of a store whose Graph Store address is `to`, as the
 * stores that we know name them; PQ_BAD_ARG if that is not known. */
PQ_NODISCARD pq_status pq_remote_derive(const char *to, pq_bytes *out);

/** Make `body` the content of a named graph.  PQ_BAD_WRITE, told. */
PQ_NODISCARD pq_status pq_remote_put(pq_remote *r, const char *graph,
                                     const char *type, pq_view body);

/** Add N-Quads to the graphs that they name.  `*taken` is false where the store
 * answers that it does no such thing.  PQ_BAD_WRITE, told. */
PQ_NODISCARD pq_status pq_remote_post(pq_remote *r, pq_view quads, bool *taken);

/** Remove a named graph; one that is not there is removed.  PQ_BAD_WRITE. */
PQ_NODISCARD pq_status pq_remote_delete(pq_remote *r, const char *graph);

/** Send a query; the answer, of one of the types in `accept`, goes to `out` as
 * it comes.  PQ_BAD_READ, told; or what `out` gave. */
PQ_NODISCARD pq_status pq_remote_query(pq_remote *r, pq_view query,
                                       const char *accept, pq_output *out);

/** Send a SELECT query; the answer is a table, of `columns` columns (0: of
 * any).  PQ_BAD_READ, told. */
PQ_NODISCARD pq_status pq_remote_select(pq_remote *r, pq_view query,
                                        size_t columns, pq_table *out);

#endif
