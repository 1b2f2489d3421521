/* Names of authors as they are compared: a text says "van der Geer", a list
 * "Van Der Geer P" or "Geer, P. van der".
 *
 *   "de Vries"  ->  devries      letters alone, without case and diacritics
 *                     ^ core     where the name begins behind its particles
 */
#ifndef PQ_READ_PERSON_H
#define PQ_READ_PERSON_H

#include "base/arena.h"
#include "base/buf.h"

typedef struct pq_person {
  pq_view name; /* folded; empty if there is none */
  uint32_t core;
} pq_person;

/** "Smith Jr." -> "Smith". */
pq_view pq_person_family(pq_view name);

/** "De Stefani D", "Ullrich, Axel", "O'Brien J Jr" -> the surname. */
pq_view pq_person_surname(pq_view author);

/** The year that a text begins with, 1000 to 9999, or 0; `*letter` (may be
 * NULL) is set to the 'a' of "2006a", or 0. */
uint32_t pq_person_year(pq_view text, char *letter);

/** Fold a surname into the arena; `room` is for work.  PQ_OK, PQ_NO_MEM or
 * PQ_LIMIT. */
PQ_NODISCARD pq_status pq_person_fold(pq_arena *arena, pq_buf *room,
                                      pq_view surname, pq_person *out);

/** The name behind its particles. */
static inline pq_view pq_person_core(const pq_person *p) {
  return pq_view_skip(p->name, p->core);
}

/** Are they one name, the particles too? */
static inline bool pq_person_same(const pq_person *a, const pq_person *b) {
  return pq_view_same(a->name, b->name);
}

/** The same, or one is without the particles of the other. */
bool pq_person_alike(const pq_person *a, const pq_person *b);

#endif
