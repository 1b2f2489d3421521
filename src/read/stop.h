/* One full stop: does a sentence end with it? */
#ifndef PQ_READ_STOP_H
#define PQ_READ_STOP_H

#include "read.h"

#include "model/span.h"

/** A stop in its sentence.
 *    begin           stop end        limit
 *    | Smith et al   .    |  2004 ... |    end: behind stops and closers */
typedef struct pq_stop_place {
  pq_view text;
  uint32_t begin, stop, end, limit;
} pq_stop_place;

static inline bool pq_stop_is(char c) {
  return c == '.' || c == '?' || c == '!';
}

/** Is this a mark that closes what a stop ended, a quote or emphasis?  Then
 * `*at` steps over it. */
bool pq_stop_closes(pq_view text, uint32_t *at);

/** The first byte at or behind `at` that is no white space; no-break spaces and
 * `&nbsp;` are white. */
uint32_t pq_stop_skip_space(pq_view text, uint32_t at, uint32_t limit);

/** A span without the white space, and the byte order mark, around it. */
pq_span pq_stop_trim(pq_view text, pq_span span);

/** Could a sentence begin behind `at`: space, and then a capital, a number with
 * a bracket, a name such as p38 or mTOR?  The end of the text will do too. */
bool pq_stop_begins(pq_view text, uint32_t at, uint32_t limit);

/** Does the sentence end here?  Brackets are the caller's to know. */
bool pq_stop_ends(const pq_stop_place *p, const pq_stops *stops);

#endif
