/* Libraries that are opened where they are called, not when the program starts:
 * it would wait for all that they need, and most runs do without.  A door to
 * one has a table of the functions that it calls:
 *
 *   #define CALLS(F) F(new_world) F(free_world)
 *   #define MEMBER(name) __typeof__ (&raptor_##name)(name);
 *   typedef struct calls { CALLS(MEMBER) } calls;
 *   #define NAME(name) "raptor_" #name,
 *   static const char *const names[] = {CALLS(NAME)};
 *   static const pq_module library = {"libraptor2.so.0", "libraptor2-0", names,
 *                                     sizeof names / sizeof *names}; */
#ifndef PQ_BASE_MODULE_H
#define PQ_BASE_MODULE_H

#include "base/status.h"

typedef struct pq_module {
  const char *file;    /* as the linker finds it */
  const char *package; /* of Debian, that has it */
  const char *const *names;
  size_t n_names;
} pq_module;

/** Open a library and fill `calls`, a struct of pointers to its functions in
 * the order of their names.  It stays open to the end of the program.  PQ_OK,
 * or PQ_BAD_READ: there is no such library, or it lacks one of them. */
PQ_NODISCARD pq_status pq_module_find(const pq_module *module, void *calls);

/** Tell that the library is not there, and what to install.  Returns `st`. */
pq_status pq_module_miss(const pq_module *module, const pq_sink *sink,
                         pq_status st);

#endif
