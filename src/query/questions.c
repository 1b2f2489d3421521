#include "questions.h"

static const pq_question *const tables[] = {
    pq_questions_texts, pq_questions_acts, pq_questions_lists,
    pq_questions_changes, NULL};

const pq_question *pq_question_at(size_t index) {
  for (size_t i = 0; tables[i]; ++i) {
    for (const pq_question *q = tables[i]; q->name; ++q) {
      if (!index--) return q;
    }
  }
  return NULL;
}

const pq_question *pq_question_named(pq_view name) {
  const pq_question *q = NULL;
  for (size_t i = 0; (q = pq_question_at(i)); ++i) {
    if (pq_view_same(pq_view_of(q->name), name)) return q;
  }
  return NULL;
}
