#include "raptor.h"

#include "module.h"
#include "note.h"

#ifdef PQ_RAPTOR_FILE

pq_status pq_raptor_find(pq_raptor *out) {
#  define NAME(name) "raptor_" #  name,
  static const char *const names[] = {PQ_RAPTOR_CALLS(NAME)};
  return pq_module_find(PQ_RAPTOR_FILE, names, sizeof names / sizeof *names,
                        out);
}

#else
#  define PQ_RAPTOR_FILE "raptor"

pq_status pq_raptor_find(pq_raptor *out) {
#  define HERE(name)     raptor_##name,
  *out = (pq_raptor){PQ_RAPTOR_CALLS(HERE)};
  return PQ_OK;
}

#endif

pq_status pq_raptor_miss(const pq_sink *sink, pq_status st) {
  return pq_fail(sink, st, "library.missing", (pq_place){0},
                 "%s is needed for this and not installed (Debian's package "
                 "libraptor2-0)",
                 PQ_RAPTOR_FILE);
}
