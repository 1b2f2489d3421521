/* Libraries that are opened where they are called, not when the program starts:
 * it would wait for all that they need, and most runs do without.
 *
 *   #define CALLS(F) F(new_world) F(free_world)     what the door calls
 *   typedef struct door { CALLS(MEMBER) } door;     a pointer for each
 *
 * The table is filled from the library's file or, where the library is linked
 * as others are, with the functions themselves: callers see no difference. */
#ifndef PQ_BASE_MODULE_H
#define PQ_BASE_MODULE_H

#include "base/status.h"

/** Open the library `file` ("libraptor2.so.0", found as the linker finds it)
 * and fill `calls`, a struct of `n` pointers to functions, by their names.  It
 * stays open to the end of the program.  PQ_OK, or PQ_BAD_READ: there is no
 * such library, or it lacks one of them. */
PQ_NODISCARD pq_status pq_module_find(const char *file,
                                      const char *const *names, size_t n,
                                      void *calls);

#endif
