/* The door to the questions: one of them, asked of a graph.
 *
 *   settings -> row -> match -> gather -> answer
 */
#ifndef PQ_QUERY_ASK_H
#define PQ_QUERY_ASK_H

#include "changes.h"
#include "questions.h"
#include "setting.h"

#include "model/answer.h"

typedef struct pq_asking {
  const pq_question *question;
  pq_settings settings;
  pq_view base; /* of the graph's IRIs */
  const pq_sink *sink;
} pq_asking;

/** Ask.  PQ_OK: the caller clears `out`, which must not outlive the index and
 * not move once there is an answer.  PQ_NO_MEM, PQ_BAD_ARG or PQ_LIMIT; what
 * is wrong was told. */
PQ_NODISCARD pq_status pq_ask_index(const pq_asking *asking,
                                    const pq_index *index, pq_gather *out);

/** Ask a question that compares: `before` with `after`, whose graph is `terms`
 * and gets those of the answer.  Returns as `pq_ask_index`. */
PQ_NODISCARD pq_status pq_ask_changes(const pq_asking *asking,
                                      const pq_index *before,
                                      const pq_index *after, pq_rdf *terms,
                                      pq_gather *out);

/** What was gathered, as a table; `columns` is room for their names. */
pq_answer pq_ask_answer(pq_gather *g, const char *columns[PQ_COLUMNS_MOST]);

#endif
