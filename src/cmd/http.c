#include "http.h"

/* Its macros, which look at the types of arguments, know no table. */
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

#include <ctype.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

enum {
  CONNECT_SECONDS = 20,
  HEADERS_MOST = 65536, /* bytes of the headers of an answer */
  REFUSAL_MOST = 65536  /* bytes of an answer that is no success */
};

/* What is called of libcurl, which is opened only where a server is asked,
 * without "curl_". */
#define CALLS(F)    \
  F(easy_cleanup)   \
  F(easy_getinfo)   \
  F(easy_init)      \
  F(easy_perform)   \
  F(easy_setopt)    \
  F(easy_strerror)  \
  F(free)           \
  F(global_cleanup) \
  F(global_init)    \
  F(slist_append)   \
  F(slist_free_all) \
  F(url)            \
  F(url_cleanup)    \
  F(url_get)        \
  F(url_set)
#define MEMBER(name) __typeof__ (&curl_##name)(name);
#define NAME(name)   "curl_" #name,
typedef struct calls {
  CALLS(MEMBER)
} calls;

static const char *const names[] = {CALLS(NAME)};

/* As pq_module_find of the library does, whose inside the tool does not see. */
static bool find(calls *out) {
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

struct pq_http {
  calls lib;
  CURL *curl;
  char error[CURL_ERROR_SIZE];
  bool login; /* a password may be asked for */
};

/* One answer while it comes in. */
typedef struct incoming {
  pq_http *http;
  const pq_request *request;
  pq_answer *answer;
  uint64_t n_body;
  size_t n_headers, n_text;
} incoming;

static long status_of(pq_http *h) {
  long status = 0;
  (void)h->lib.easy_getinfo(h->curl, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

/* The first line of what the server says to a person; the printer sees to
 * control characters. */
static size_t take_refusal(incoming *in, const char *bytes, size_t n) {
  pq_answer *const a = in->answer;
  in->n_body += n;
  for (size_t i = 0; i < n && in->n_text + 1 < sizeof a->text; ++i) {
    const bool end = bytes[i] == '\n' || bytes[i] == '\r' || !bytes[i];
    if (end && !in->n_text) continue;
    if (end) {
      in->n_text = sizeof a->text;
      break;
    }
    a->text[in->n_text++] = bytes[i];
  }
  return in->n_body > REFUSAL_MOST ? 0 : n;
}

/* `to` holds as much of `from` as it can. */
static void copy(char *to, size_t size, const char *from) {
  const size_t n = from ? strlen(from) : 0;
  const size_t kept = n < size ? n : size - 1;
  if (kept) memcpy(to, from, kept);
  to[kept] = '\0';
}

static void note_type(pq_http *h, pq_answer *a) {
  const char *type = NULL;
  (void)h->lib.easy_getinfo(h->curl, CURLINFO_CONTENT_TYPE, &type);
  copy(a->type, sizeof a->type, type);
  a->type[strcspn(a->type, "; ")] = '\0';
  for (char *c = a->type; *c; ++c) {
    *c = (char)tolower((unsigned char)*c);
  }
}

/* A page in a browser's language means that the address is another one's. */
static bool fits(const pq_request *r, const pq_answer *a) {
  return !r->accept || (a->type[0] && strstr(r->accept, a->type));
}

static size_t take_body(char *bytes, size_t one, size_t n, void *user) {
  incoming *const in = user;
  pq_answer *const a = in->answer;
  n *= one;
  const long status = status_of(in->http);
  if (status < 200 || status > 299) return take_refusal(in, bytes, n);
  if (!in->request->out) {
    in->n_body += n;
    return in->n_body > REFUSAL_MOST ? 0 : n;
  }
  if (!a->n_taken) note_type(in->http, a);
  if (!fits(in->request, a)) {
    a->trouble = PQ_TROUBLE_TYPE;
    return 0;
  }
  if (n > in->request->most - a->n_taken) {
    a->trouble = PQ_TROUBLE_TOO_BIG;
    return 0;
  }
  a->n_taken += n;
  a->taken = in->request->out->write(in->request->out->user, bytes, n);
  if (a->taken) a->trouble = PQ_TROUBLE_OUTPUT;
  return a->taken ? 0 : n;
}

/* libcurl says how its callbacks look. */
/* NOLINTNEXTLINE(readability-non-const-parameter) */
static size_t take_header(char *bytes, size_t one, size_t n, void *user) {
  incoming *const in = user;
  (void)bytes;
  in->n_headers += n * one;
  return in->n_headers > HEADERS_MOST ? 0 : n * one;
}

/* ---- opening ---- */

static bool set_login(pq_http *h, const pq_login *login) {
  CURLcode bad = CURLE_OK;
  if (!login->secret) return true;
  h->login = login->user != NULL;
  if (login->user) {
    bad = h->lib.easy_setopt(h->curl, CURLOPT_USERNAME, login->user);
    if (!bad) {
      bad = h->lib.easy_setopt(h->curl, CURLOPT_PASSWORD, login->secret);
    }
  } else {
    bad = h->lib.easy_setopt(h->curl, CURLOPT_XOAUTH2_BEARER, login->secret);
    if (!bad) {
      bad = h->lib.easy_setopt(h->curl, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
    }
  }
  return !bad;
}

static bool set_up(pq_http *h, const pq_http_options *o) {
  CURL *const c = h->curl;
  return !h->lib.easy_setopt(c, CURLOPT_ERRORBUFFER, h->error) &&
         !h->lib.easy_setopt(c, CURLOPT_NOSIGNAL, 1L) &&
         !h->lib.easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https") &&
         !h->lib.easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L) &&
         !h->lib.easy_setopt(c, CURLOPT_USERAGENT, o->agent) &&
         !h->lib.easy_setopt(c, CURLOPT_CONNECTTIMEOUT,
                             o->timeout < CONNECT_SECONDS
                                 ? o->timeout
                                 : (long)CONNECT_SECONDS) &&
         !h->lib.easy_setopt(c, CURLOPT_TIMEOUT, o->timeout) &&
         !h->lib.easy_setopt(c, CURLOPT_WRITEFUNCTION, take_body) &&
         !h->lib.easy_setopt(c, CURLOPT_HEADERFUNCTION, take_header) &&
         (!o->cacert || !h->lib.easy_setopt(c, CURLOPT_CAINFO, o->cacert)) &&
         set_login(h, &o->login);
}

pq_http *pq_http_open(const pq_http_options *options) {
  pq_http *const h = calloc(1, sizeof *h);
  if (!h || !find(&h->lib) || h->lib.global_init(CURL_GLOBAL_DEFAULT)) {
    free(h);
    return NULL;
  }
  h->curl = h->lib.easy_init();
  if (h->curl && set_up(h, options)) {
    if (h->login) { /* the server says which of the two it wants */
      (void)h->lib.easy_setopt(h->curl, CURLOPT_HTTPAUTH,
                               CURLAUTH_BASIC | CURLAUTH_DIGEST);
    }
    return h;
  }
  pq_http_close(h);
  return NULL;
}

const char *pq_http_lacks(void) {
  calls lib;
  return find(&lib) ? NULL : PQ_CURL_FILE;
}

void pq_http_close(pq_http *h) {
  if (!h) return;
  h->lib.easy_cleanup(h->curl);
  h->lib.global_cleanup();
  free(h);
}

/* ---- one exchange ---- */

static struct curl_slist *add(const pq_http *h, struct curl_slist *list,
                              const char *name, const char *value) {
  pq_bytes line = {0};
  if (!value) return list;
  pq_bytes_format(&line, "%s: %s", name, value);
  struct curl_slist *const longer =
      h->lib.slist_append(list, pq_bytes_string(&line));
  pq_bytes_clear(&line);
  return longer ? longer : list;
}

/* "Expect: 100-continue" makes old servers wait a second for each body. */
static struct curl_slist *headers_of(const pq_http *h, const pq_request *r) {
  struct curl_slist *list = h->lib.slist_append(NULL, "Expect:");
  list = add(h, list, "Accept", r->accept);
  return add(h, list, "Content-Type", r->type);
}

static bool set_request(const pq_http *h, const pq_request *r, incoming *in,
                        struct curl_slist *headers) {
  CURL *const c = h->curl;
  return !h->lib.easy_setopt(c, CURLOPT_URL, r->url) &&
         !h->lib.easy_setopt(c, CURLOPT_HTTPHEADER, headers) &&
         !h->lib.easy_setopt(c, CURLOPT_POSTFIELDSIZE_LARGE,
                             (curl_off_t)r->body.len) &&
         !h->lib.easy_setopt(c, CURLOPT_POSTFIELDS,
                             r->body.len ? r->body.ptr : "") &&
         !h->lib.easy_setopt(c, CURLOPT_CUSTOMREQUEST, r->method) &&
         !h->lib.easy_setopt(c, CURLOPT_WRITEDATA, in) &&
         !h->lib.easy_setopt(c, CURLOPT_HEADERDATA, in);
}

static pq_trouble trouble_of(CURLcode code) {
  switch (code) {
  case CURLE_OK: return PQ_TROUBLE_NONE;
  case CURLE_COULDNT_RESOLVE_HOST:
  case CURLE_COULDNT_RESOLVE_PROXY:
  case CURLE_COULDNT_CONNECT: return PQ_TROUBLE_NO_SERVER;
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_CONNECT_ERROR:
  case CURLE_SSL_CERTPROBLEM:
  case CURLE_SSL_CACERT_BADFILE:
  case CURLE_SSL_ISSUER_ERROR: return PQ_TROUBLE_TRUST;
  case CURLE_OPERATION_TIMEDOUT: return PQ_TROUBLE_SLOW;
  case CURLE_GOT_NOTHING:
  case CURLE_SEND_ERROR:
  case CURLE_RECV_ERROR:
  case CURLE_PARTIAL_FILE:
  case CURLE_WEIRD_SERVER_REPLY:
  case CURLE_HTTP2:
  case CURLE_HTTP2_STREAM: return PQ_TROUBLE_BROKEN;
  case CURLE_WRITE_ERROR: return PQ_TROUBLE_TOO_BIG;
  default: return PQ_TROUBLE_OTHER;
  }
}

/* What became of it all; without an answer, libcurl's words. */
static void judge(pq_http *h, CURLcode code, const pq_request *r,
                  pq_answer *a) {
  const bool success = a->status >= 200 && a->status < 300;
  if (!code && success && !fits(r, a)) a->trouble = PQ_TROUBLE_TYPE;
  /* A refusal is an answer, however long it is. */
  if (code == CURLE_WRITE_ERROR && !success && a->status) return;
  if (!code || a->trouble) return;
  a->trouble = trouble_of(code);
  copy(a->text, sizeof a->text,
       h->error[0] ? h->error : h->lib.easy_strerror(code));
}

static void look_at_answer(pq_http *h, CURLcode code, const pq_request *r,
                           pq_answer *a) {
  const char *location = NULL;
  curl_off_t wait = 0;
  a->status = status_of(h);
  note_type(h, a);
  (void)h->lib.easy_getinfo(h->curl, CURLINFO_REDIRECT_URL, &location);
  (void)h->lib.easy_getinfo(h->curl, CURLINFO_RETRY_AFTER, &wait);
  copy(a->location, sizeof a->location, location);
  a->retry_after = wait > 0 ? (long)wait : 0;
  judge(h, code, r, a);
}

/* Once the server has said what it wants, what is sent is right at once; of
 * two that it offers the one that does not show the password. */
static void learn(pq_http *h) {
  long offered = 0;
  if (!h->login) return;
  if (h->lib.easy_getinfo(h->curl, CURLINFO_HTTPAUTH_AVAIL, &offered)) return;
  const unsigned long one = (unsigned long)offered & CURLAUTH_DIGEST
                                ? CURLAUTH_DIGEST
                                : CURLAUTH_BASIC;
  if ((unsigned long)offered & one) {
    (void)h->lib.easy_setopt(h->curl, CURLOPT_HTTPAUTH, one);
  }
}

void pq_http_send(pq_http *h, const pq_request *request, pq_answer *answer) {
  *answer = (pq_answer){.trouble = PQ_TROUBLE_NONE};
  incoming in = {.http = h, .request = request, .answer = answer};
  struct curl_slist *const headers = headers_of(h, request);
  h->error[0] = '\0';
  if (headers && set_request(h, request, &in, headers)) {
    const CURLcode code = h->lib.easy_perform(h->curl);
    look_at_answer(h, code, request, answer);
    learn(h);
  } else {
    answer->trouble = PQ_TROUBLE_OTHER;
  }
  h->lib.slist_free_all(headers);
}

/* ---- addresses ---- */

void pq_http_escape(pq_bytes *out, pq_view text) {
  for (size_t i = 0; i < text.len; ++i) {
    const unsigned char c = (unsigned char)text.ptr[i];
    if (c < 0x80 && (isalnum(c) || strchr("-._~", c)) && c) {
      pq_bytes_put(out, (pq_view){text.ptr + i, 1});
    } else {
      pq_bytes_format(out, "%%%02X", (unsigned)c);
    }
  }
}

static bool is_here(const char *host) {
  return strcmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0 ||
         (strncmp(host, "127.", 4) == 0 && !host[strspn(host, "0123456789.")]);
}

static bool has_part(const calls *lib, CURLU *parts, CURLUPart part) {
  char *text = NULL;
  const bool has = !lib->url_get(parts, part, &text, 0);
  lib->free(text);
  return has;
}

pq_url_facts pq_http_look(const char *url) {
  pq_url_facts facts = {false, false, false, false};
  calls lib;
  char *scheme = NULL;
  char *host = NULL;
  if (!find(&lib)) return facts;
  CURLU *const parts = lib.url();
  if (parts && !lib.url_set(parts, CURLUPART_URL, url, 0) &&
      !lib.url_get(parts, CURLUPART_SCHEME, &scheme, 0) &&
      !lib.url_get(parts, CURLUPART_HOST, &host, 0)) {
    const bool tls = strcmp(scheme, "https") == 0;
    facts.ours = tls || strcmp(scheme, "http") == 0;
    facts.open = !tls && !is_here(host);
    facts.tells = has_part(&lib, parts, CURLUPART_USER) ||
                  has_part(&lib, parts, CURLUPART_PASSWORD);
    facts.fragment = has_part(&lib, parts, CURLUPART_FRAGMENT);
  }
  lib.free(scheme);
  lib.free(host);
  lib.url_cleanup(parts);
  return facts;
}
