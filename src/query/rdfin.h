/* The reading door to RDF: a file back into statements.
 *
 *   bytes -> raptor -> pq_rdf
 * All of it takes memory in proportion to the file.
 */
#ifndef PQ_QUERY_RDFIN_H
#define PQ_QUERY_RDFIN_H

#include "rdf.h"

/** The syntax that a file's name tells: "turtle", "ntriples", "nquads",
 * "rdfxml"; NULL if it tells none. */
const char *pq_rdf_syntax(pq_view path);

/** A parser at work on one file. */
typedef struct pq_rdf_reader pq_rdf_reader;

/** Begin to read into `rdf`.  Mistakes go to `sink` with file and line.  PQ_OK,
 * PQ_NO_MEM, or PQ_BAD_READ, which was told: raptor is not installed. */
PQ_NODISCARD pq_status pq_rdf_reader_open(pq_rdf *rdf, const char *syntax,
                                          pq_view file, const pq_sink *sink,
                                          pq_rdf_reader **out);

/** Take the next bytes.  PQ_OK, PQ_NO_MEM, PQ_LIMIT, or PQ_BAD_SYNTAX or
 * PQ_BAD_ENCODING, which was told. */
PQ_NODISCARD pq_status pq_rdf_reader_take(pq_rdf_reader *reader, pq_view bytes);

/** The file is at its end: what is held back is read, the triples are sorted.
 * Returns as `take`. */
PQ_NODISCARD pq_status pq_rdf_reader_end(pq_rdf_reader *reader);

void pq_rdf_reader_close(pq_rdf_reader *reader);

#endif
