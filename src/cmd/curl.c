#include "curl.h"

#ifdef PQ_CURL_FILE

#  include <dlfcn.h>
#  include <string.h>

/* As pq_module_find of the library does, whose inside the tool does not see. */
bool pq_curl_find(pq_curl *out) {
#  define NAME(name) "curl_" #  name,
  static const char *const names[] = {PQ_CURL_CALLS(NAME)};
  void *const library = dlopen(PQ_CURL_FILE, RTLD_LAZY | RTLD_LOCAL);
  char *at = (char *)out;
  if (!library) return false;
  for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
    void *const found = dlsym(library, names[i]);
    if (!found) return false;
    memcpy(at, &found, sizeof found); /* ISO C has no such cast */
    at += sizeof found;
  }
  return true;
}

#else
#  define PQ_CURL_FILE "libcurl"

bool pq_curl_find(pq_curl *out) {
#  define HERE(name)   curl_##name,
  *out = (pq_curl){PQ_CURL_CALLS(HERE)};
  return true;
}

#endif

const char *pq_curl_file(void) {
  return PQ_CURL_FILE;
}
