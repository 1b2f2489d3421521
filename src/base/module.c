#include "module.h"

#include <dlfcn.h>
#include <string.h>

pq_status pq_module_find(const char *file, const char *const *names, size_t n,
                         void *calls) {
  void *const library = dlopen(file, RTLD_LAZY | RTLD_LOCAL);
  if (!library) return PQ_BAD_READ;
  char *at = calls;
  for (size_t i = 0; i < n; ++i) {
    void *const found = dlsym(library, names[i]);
    if (!found) return PQ_BAD_READ;
    memcpy(at, &found, sizeof found); /* ISO C has no such cast */
    at += sizeof found;
  }
  return PQ_OK;
}
