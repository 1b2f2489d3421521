/* cmocka, with what its header asks for before it. */
#ifndef PQ_TESTS_SUPPORT_UNIT_H
#define PQ_TESTS_SUPPORT_UNIT_H

/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include "base/view.h"

#include <string.h>

/** A view holds exactly these words. */
#define ASSERT_VIEW(got, want)                                 \
  do {                                                         \
    const pq_view got_ = (got);                                \
    const pq_view want_ = pq_view_of(want);                    \
    if (!pq_view_same(got_, want_)) {                          \
      print_error("got \"%.*s\", not \"%s\"\n", (int)got_.len, \
                  got_.len ? got_.ptr : "", want_.ptr);        \
      fail();                                                  \
    }                                                          \
  } while (0)

#endif
