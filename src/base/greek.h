/* Greek letters and what they are called. */
#ifndef PQ_BASE_GREEK_H
#define PQ_BASE_GREEK_H

#include "base/view.h"

enum {
  PQ_GREEK_CAPITAL = 32 /* from a capital to its small letter */
};

/** "alpha" of U+03B1 and U+0391, and so on; a literal, or empty if the code is
 * none of a Greek letter.  Both forms of the small sigma have one name. */
pq_view pq_greek_name(uint32_t code);

/** The small letter of this name, in whatever case, or 0. */
uint32_t pq_greek_code(pq_view name);

#endif
