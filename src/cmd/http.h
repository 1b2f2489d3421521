/* One HTTP exchange at a time, by libcurl.
 *
 * Only http and https are spoken; certificates are checked; no redirect is
 * followed, so a password goes to the address that was given and nowhere else.
 * An answer may be anything: its size and its time are bounded. */
#ifndef PQ_CMD_HTTP_H
#define PQ_CMD_HTTP_H

#include "bytes.h"

/** Who asks.  Without a name the secret is a bearer token; without a secret
 * nothing is said of oneself. */
typedef struct pq_login {
  const char *user; /* or NULL */
  const char *secret;
} pq_login;

/** Connection to one server; keeps what it learnt of authentication. */
typedef struct pq_http pq_http;

typedef struct pq_http_options {
  pq_login login;
  const char *cacert; /* file of certificates to trust, or NULL: the system's */
  long timeout;       /* seconds for one exchange */
  const char *agent;
} pq_http_options;

/** The file of libcurl if it is not installed, or NULL. */
const char *pq_http_lacks(void);

/** Open; nothing is sent yet.  The strings must outlive it.  NULL: no memory.
 */
pq_http *pq_http_open(const pq_http_options *options);

/** Close; NULL is allowed. */
void pq_http_close(pq_http *h);

typedef struct pq_request {
  const char *method, *url;
  const char *type;   /* of the body, or NULL */
  const char *accept; /* types that an answer may have, or NULL: any */
  pq_view body;
  pq_output *out; /* takes the body of an answer that is a success, or NULL */
  uint64_t most;  /* bytes that `out` takes */
  void (*again)(void *user); /* lets `out` forget what it took; or NULL */
} pq_request;

/** Why there is no whole answer. */
typedef enum pq_trouble {
  PQ_TROUBLE_NONE,
  PQ_TROUBLE_NO_SERVER, /* not found, or nobody listens */
  PQ_TROUBLE_TRUST,     /* its certificate, or ours, is no good */
  PQ_TROUBLE_BROKEN,    /* the connection was cut */
  PQ_TROUBLE_SLOW,      /* past the time */
  PQ_TROUBLE_TOO_BIG,   /* past `most` */
  PQ_TROUBLE_TYPE,      /* a success, but of no type that was asked for */
  PQ_TROUBLE_OUTPUT,    /* `out` did not take it: see `taken` */
  PQ_TROUBLE_OTHER      /* not a URL, no memory, a mistake of ours */
} pq_trouble;

typedef struct pq_answer {
  pq_trouble trouble;
  long status;        /* of HTTP; 0 if none came */
  long retry_after;   /* seconds; 0 if nothing is said */
  uint64_t n_taken;   /* bytes that `out` took */
  pq_status taken;    /* its last word */
  char type[64];      /* of the body, without parameters, in lower case */
  char location[256]; /* where a redirect points */
  char text[256];     /* first line of an answer that is no success, or what
                         went wrong */
} pq_answer;

/** Send, wait, and fill `answer`. */
void pq_http_send(pq_http *h, const pq_request *request, pq_answer *answer);

/** Escape `text` for the query part of a URL, or a form. */
void pq_http_escape(pq_bytes *out, pq_view text);

/** What a URL given by a user is; all false without libcurl. */
typedef struct pq_url_facts {
  bool ours;     /* http or https, with a host */
  bool open;     /* goes over the network without encryption */
  bool tells;    /* holds a name or a password */
  bool fragment; /* ends with #... */
} pq_url_facts;
pq_url_facts pq_http_look(const char *url);

#endif
