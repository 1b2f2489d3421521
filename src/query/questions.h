/* The questions that can be asked, a row each. */
#ifndef PQ_QUERY_QUESTIONS_H
#define PQ_QUERY_QUESTIONS_H

#include "steps.h"

/** Question by index; NULL past the last. */
const pq_question *pq_question_at(size_t index);
/** Question by name; NULL if there is none. */
const pq_question *pq_question_named(pq_view name);

/** The first of the tables that make up the list; a row without a name ends
 * each. */
extern const pq_question pq_questions_texts[];   /* what texts say and cite */
extern const pq_question pq_questions_acts[];    /* what acts on what */
extern const pq_question pq_questions_lists[];   /* what a curator has to do */
extern const pq_question pq_questions_changes[]; /* what two graphs differ in */

#endif
