/* What is asked about: words of a user -> a term of the graph.
 *
 *   uniprot:P40763  http://...  an IRI; pubmed:11751994 is the work that has it
 *   705                         a number
 *   STAT3                       what has this label
 */
#ifndef PQ_QUERY_SETTING_H
#define PQ_QUERY_SETTING_H

#include "index.h"
#include "match.h"

/** A term that the graph does not have. */
#define PQ_RDF_ABSENT UINT32_MAX

/** "protein=STAT3", as many as there are. */
typedef struct pq_settings {
  const char *const *at;
  size_t n;
} pq_settings;

/** Does the question take them, each once, and has what it cannot do without?
 * PQ_OK or PQ_BAD_ARG, which was told. */
PQ_NODISCARD pq_status pq_settings_check(const pq_question *question,
                                         const pq_settings *settings,
                                         const pq_sink *sink);

/** Is the parameter set? */
bool pq_settings_has(const pq_settings *settings, const char *name);

/** The file that is set to compare with, or NULL: the question compares
 * nothing. */
const char *pq_settings_file(const pq_question *question,
                             const pq_settings *settings);

/** Give the question's parameters their values in a graph; `base` is that of
 * its IRIs.  An id that the graph does not have becomes PQ_RDF_ABSENT; a name
 * that nothing has, or several things, is PQ_BAD_ARG, which was told. */
PQ_NODISCARD pq_status pq_settings_take(const pq_question *question,
                                        const pq_settings *settings,
                                        const pq_index *index, pq_view base,
                                        const pq_sink *sink, pq_row row);

#endif
