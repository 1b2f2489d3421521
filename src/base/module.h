/* Libraries that are opened where they are called, not when the program starts:
 * it would wait for all that they need, and most runs do without.  A door to
 * one has a table of the functions that it calls:
 *
 *   #define CALLS(F) F(new_world) F(free_world)
 *   #define MEMBER(name) __typeof__ (&raptor_##name)(name);
 *   typedef struct calls { CALLS(MEMBER) } calls;
 *   #define NAME(name) "raptor_" #name,
 *   static const char *const names[] = {CALLS(NAME)}; */
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

/** Tell that the library is not there, and which package of Debian has it.
 * Returns `st`. */
pq_status pq_module_miss(const pq_sink *sink, pq_status st, const char *file,
                         const char *package);

#endif
