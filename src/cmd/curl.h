/* The one door to libcurl: its functions as a table, for it is opened only
 * where a server is asked.  A program that names it waits at every start for
 * thirty libraries. */
#ifndef PQ_CMD_CURL_H
#define PQ_CMD_CURL_H

/* Its macros, which look at the types of arguments, know no table. */
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

#include <stdbool.h>

/** What is called, without "curl_". */
#define PQ_CURL_CALLS(F) \
  F(easy_cleanup)        \
  F(easy_getinfo)        \
  F(easy_init)           \
  F(easy_perform)        \
  F(easy_setopt)         \
  F(easy_strerror)       \
  F(free)                \
  F(global_cleanup)      \
  F(global_init)         \
  F(slist_append)        \
  F(slist_free_all)      \
  F(url)                 \
  F(url_cleanup)         \
  F(url_get)             \
  F(url_set)

#define PQ_CURL_MEMBER(name) __typeof__ (&curl_##name)(name);
typedef struct pq_curl {
  PQ_CURL_CALLS(PQ_CURL_MEMBER)
} pq_curl;

/** Fill the table; false if libcurl is not installed. */
bool pq_curl_find(pq_curl *out);

/** The library's file, for telling that it is not there. */
const char *pq_curl_file(void);

#endif
