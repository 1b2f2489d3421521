#include "module.h"

#include "note.h"

#include <dlfcn.h>
#include <string.h>

pq_status pq_module_find(const pq_module *module, void *calls) {
  void *const library = dlopen(module->file, RTLD_LAZY | RTLD_LOCAL);
  if (!library) return PQ_BAD_READ;
  char *at = calls;
  for (size_t i = 0; i < module->n_names; ++i) {
    void *const found = dlsym(library, module->names[i]);
    if (!found) return PQ_BAD_READ;
    memcpy(at, &found, sizeof found); /* ISO C has no such cast */
    at += sizeof found;
  }
  return PQ_OK;
}

pq_status pq_module_miss(const pq_module *module, const pq_sink *sink,
                         pq_status st) {
  return pq_fail(sink, st, "library.missing", (pq_place){0},
                 "%s is needed for this and not installed (Debian's package "
                 "%s)",
                 module->file, module->package);
}
