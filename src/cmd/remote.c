#include "remote.h"

#include "cmd.h"
#include "say.h"
#include "secret.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
  FIRST_WAIT = 500,   /* milliseconds */
  LONG_WAIT = 5000,   /* from here on it is told without --verbose */
  LONGEST_WAIT = 30,  /* seconds, by our own count */
  LONGEST_ASKED = 300 /* seconds that a store may ask us to wait */
};

/* Bytes of an answer that are kept: a table stands in memory. */
static const uint64_t most_answer = (uint64_t)256 << 20;

struct pq_remote {
  const pq_sink *sink;
  const char *to, *at;
  pq_http *store, *queries; /* a connection each: Digest counts per address */
  pq_secret secret;
  long retries;
  bool reached; /* the store has answered once */
  pq_bytes url, form;
};

/* ---- opening ---- */

static pq_status look_at(const char *command, const char *option,
                         const char *url, bool secret, const pq_sink *sink) {
  if (!url) return PQ_OK;
  const pq_url_facts facts = pq_http_look(url);
  if (!facts.ours || facts.fragment) {
    (void)pq_usage_error(command, "%s is no address with http or https",
                         option);
    return PQ_BAD_ARG;
  }
  if (facts.tells) {
    (void)pq_usage_error(command,
                         "no name or password in %s, please: other users can "
                         "see the command line",
                         option);
    return PQ_BAD_ARG;
  }
  if (facts.open && secret) {
    pq_remark(sink, PQ_NOTE_WARN, "store.open",
              "%s: the password goes over the network unencrypted; https would "
              "protect it",
              url);
  }
  return PQ_OK;
}

/* --user makes it a password, else it is a token. */
static pq_status read_login(pq_remote *r, const pq_arguments *args,
                            pq_login *login) {
  const pq_store_arguments *const s = &args->store;
  const char *const command = args->command->name;
  if (s->password_file && !s->user) {
    (void)pq_usage_error(command, "--password-file goes with --user");
    return PQ_BAD_ARG;
  }
  if (s->token_file && s->user) {
    (void)pq_usage_error(command, "either --user or --token-file, not both");
    return PQ_BAD_ARG;
  }
  const pq_status st = pq_secret_read(
      s->user ? s->password_file : s->token_file,
      s->user ? "PATHQUILL_PASSWORD" : "PATHQUILL_TOKEN", r->sink, &r->secret);
  if (st) return st;
  if (s->user && !r->secret.text[0]) {
    (void)pq_usage_error(command,
                         "--user wants a password, from --password-file or the "
                         "variable PATHQUILL_PASSWORD");
    return PQ_BAD_ARG;
  }
  *login = (pq_login){s->user, r->secret.text[0] ? r->secret.text : NULL};
  return PQ_OK;
}

/* Is there what speaks HTTP? */
static pq_status look_for_http(const pq_remote *r) {
  const char *const lacks = pq_http_lacks();
  if (!lacks) return PQ_OK;
  return pq_say(r->sink, PQ_BAD_WRITE, "library.missing",
                "%s is needed for this and not installed (Debian's package "
                "libcurl3-gnutls)",
                lacks);
}

static pq_status open_all(pq_remote *r, const pq_arguments *args) {
  const char *const command = args->command->name;
  pq_http_options options = {.cacert = args->store.cacert,
                             .timeout = args->store.timeout,
                             .agent = "pathquill/" PQ_VERSION};
  pq_status st = look_for_http(r);
  if (!st) st = read_login(r, args, &options.login);
  const bool secret = options.login.secret != NULL;
  if (!st) st = look_at(command, "--to", r->to, secret, r->sink);
  if (!st) st = look_at(command, "--at", r->at, secret, r->sink);
  if (st) return st;
  r->store = pq_http_open(&options);
  r->queries = pq_http_open(&options);
  return r->store && r->queries ? PQ_OK : PQ_NO_MEM;
}

pq_status pq_remote_open(const pq_arguments *args, const char *to,
                         const char *at, const pq_sink *sink, pq_remote **out) {
  pq_remote *const r = calloc(1, sizeof *r);
  if (!r) return PQ_NO_MEM;
  r->sink = sink;
  r->to = to;
  r->at = at;
  r->retries = args->store.retries;
  const pq_status st = open_all(r, args);
  if (st) {
    pq_remote_close(r);
    return st;
  }
  *out = r;
  return PQ_OK;
}

void pq_remote_close(pq_remote *r) {
  if (!r) return;
  pq_http_close(r->store);
  pq_http_close(r->queries);
  pq_secret_wipe(&r->secret);
  pq_bytes_clear(&r->url);
  pq_bytes_clear(&r->form);
  free(r);
}

pq_status pq_remote_derive(const char *to, pq_bytes *out) {
  static const char *const rows[][2] = {
      {"/sparql-graph-crud-auth", "/sparql-auth"}, /* Virtuoso */
      {"/sparql-graph-crud", "/sparql"},
      {"/store", "/query"},        /* Oxigraph */
      {"/data", "/query"},         /* Fuseki */
      {"/rdf-graphs/service", ""}, /* GraphDB, RDF4J */
  };
  const size_t n = strlen(to);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
    const size_t m = strlen(rows[i][0]);
    if (n <= m || strcmp(to + n - m, rows[i][0]) != 0) continue;
    pq_bytes_put(out, (pq_view){to, n - m});
    pq_bytes_text(out, rows[i][1]);
    return PQ_OK;
  }
  return PQ_BAD_ARG;
}

/* ---- patience ---- */

static bool is_success(const pq_answer *a) {
  return !a->trouble && a->status >= 200 && a->status < 300;
}

static bool may_pass(const pq_remote *r, const pq_answer *a) {
  switch (a->trouble) {
  case PQ_TROUBLE_NONE:
    return a->status == 408 || a->status == 429 ||
           (a->status >= 500 && a->status != 501 && a->status != 505);
  case PQ_TROUBLE_NO_SERVER: return r->reached;
  case PQ_TROUBLE_BROKEN: return true;
  case PQ_TROUBLE_SLOW: return r->to; /* a slow query is slow again */
  case PQ_TROUBLE_TRUST:
  case PQ_TROUBLE_TOO_BIG:
  case PQ_TROUBLE_TYPE:
  case PQ_TROUBLE_OUTPUT:
  case PQ_TROUBLE_OTHER: return false;
  }
  return false;
}

/* Milliseconds before the try after `tried`. */
static long wait_before(long tried, const pq_answer *a) {
  if (a->retry_after) return a->retry_after * 1000;
  const long most = LONGEST_WAIT * 1000L;
  const long wait = tried < 10 ? (long)FIRST_WAIT << tried : most;
  return wait < most ? wait : most;
}

static void pause_for(long ms) {
  struct timespec rest = {ms / 1000, ms % 1000 * 1000000};
  while (nanosleep(&rest, &rest)) {}
}

/* "it answers 503: Come back later" */
static void describe(const pq_answer *a, pq_bytes *out) {
  switch (a->trouble) {
  case PQ_TROUBLE_NONE:
    pq_bytes_format(out, "it answers %ld", a->status);
    break;
  case PQ_TROUBLE_NO_SERVER: pq_bytes_text(out, "no server is there"); break;
  case PQ_TROUBLE_TRUST:
    pq_bytes_text(out, "its certificate is not to be trusted");
    break;
  case PQ_TROUBLE_BROKEN: pq_bytes_text(out, "the connection broke"); break;
  case PQ_TROUBLE_SLOW: pq_bytes_text(out, "it takes too long"); break;
  case PQ_TROUBLE_TOO_BIG: pq_bytes_text(out, "the answer is too large"); break;
  case PQ_TROUBLE_TYPE:
    pq_bytes_format(out, "its answer is %s",
                    a->type[0] ? a->type : "of no type");
    break;
  case PQ_TROUBLE_OUTPUT:
  case PQ_TROUBLE_OTHER: pq_bytes_text(out, "it cannot be asked"); break;
  }
  if (a->text[0]) pq_bytes_format(out, ": %s", a->text);
}

/* What a user can do about it. */
static const char *advice(const pq_answer *a) {
  switch (a->trouble) {
  case PQ_TROUBLE_NONE: break;
  case PQ_TROUBLE_TRUST: return "; for a CA of your own give --cacert";
  case PQ_TROUBLE_SLOW: return "; --timeout gives it longer";
  case PQ_TROUBLE_TYPE: return "; is this the address for queries?";
  default: return "";
  }
  switch (a->status) {
  case 401: return "; give --user and a password, or a token";
  case 403: return "; this user may not do that there";
  case 404:
  case 405: return "; is this the right address?";
  case 413: return "; the server takes no body so large";
  default: return "";
  }
}

static pq_status fail(const pq_remote *r, const pq_request *q,
                      const pq_answer *a, pq_status st) {
  pq_bytes why = {0};
  const char *const url = q->url == r->at ? r->at : r->to;
  describe(a, &why);
  if (a->location[0]) {
    pq_bytes_format(&why, "; it sends to %s: give that address if you trust it",
                    a->location);
  }
  if (a->retry_after > LONGEST_ASKED) {
    pq_bytes_format(&why, "; it asks to come back in %ld s", a->retry_after);
  }
  (void)pq_say(r->sink, st, "store.answer", "%s %s: %s%s", q->method, url,
               pq_bytes_string(&why), advice(a));
  pq_bytes_clear(&why);
  return st;
}

static void send_patiently(pq_remote *r, pq_http *http, const pq_request *q,
                           pq_answer *a) {
  for (long tried = 0;; ++tried) {
    pq_http_send(http, q, a);
    r->reached = r->reached || a->status;
    if (is_success(a) || !may_pass(r, a)) return;
    if (tried == r->retries || a->retry_after > LONGEST_ASKED) return;
    if (a->n_taken && !q->again) return;
    if (q->again) q->again(q->out->user);
    pq_bytes why = {0};
    const long wait = wait_before(tried, a);
    describe(a, &why);
    pq_remark(r->sink, wait < LONG_WAIT ? PQ_NOTE_INFO : PQ_NOTE_WARN,
              "store.again", "%s; trying again in %ld ms",
              pq_bytes_string(&why), wait);
    pq_bytes_clear(&why);
    pause_for(wait);
  }
}

/* ---- graphs ---- */

static const char *graph_url(pq_remote *r, const char *graph) {
  pq_bytes_reset(&r->url);
  pq_bytes_text(&r->url, r->to);
  pq_bytes_text(&r->url, strchr(r->to, '?') ? "&graph=" : "?graph=");
  pq_http_escape(&r->url, (pq_view){graph, strlen(graph)});
  return pq_bytes_string(&r->url);
}

pq_status pq_remote_put(pq_remote *r, const char *graph, const char *type,
                        pq_view body) {
  pq_answer a;
  const pq_request q = {
      .method = "PUT", .url = graph_url(r, graph), .type = type, .body = body};
  if (r->url.failed) return PQ_NO_MEM;
  send_patiently(r, r->store, &q, &a);
  return is_success(&a) ? PQ_OK : fail(r, &q, &a, PQ_BAD_WRITE);
}

/* What is no matter of who asks, or when. */
static bool is_refusal(const pq_answer *a) {
  static const long others[] = {401, 403, 408, 429, 502, 503, 504};
  if (a->trouble) return false;
  for (size_t i = 0; i < sizeof others / sizeof *others; ++i) {
    if (a->status == others[i]) return false;
  }
  return true;
}

/* Not a part of the protocol, but stores of quads have it. */
pq_status pq_remote_post(pq_remote *r, pq_view quads, bool *taken) {
  pq_answer a;
  const pq_request q = {.method = "POST",
                        .url = r->to,
                        .type = "application/n-quads",
                        .body = quads};
  send_patiently(r, r->store, &q, &a);
  *taken = is_success(&a);
  return *taken || is_refusal(&a) ? PQ_OK : fail(r, &q, &a, PQ_BAD_WRITE);
}

pq_status pq_remote_delete(pq_remote *r, const char *graph) {
  pq_answer a;
  const pq_request q = {.method = "DELETE", .url = graph_url(r, graph)};
  if (r->url.failed) return PQ_NO_MEM;
  send_patiently(r, r->store, &q, &a);
  const bool gone = !a.trouble && a.status == 404;
  return is_success(&a) || gone ? PQ_OK : fail(r, &q, &a, PQ_BAD_WRITE);
}

/* ---- queries ---- */

/* A form: some stores do not read a query that is the body itself. */
static pq_request make_query(pq_remote *r, pq_view query, const char *accept,
                             pq_output *out) {
  pq_bytes_reset(&r->form);
  pq_bytes_text(&r->form, "query=");
  pq_http_escape(&r->form, query);
  return (pq_request){.method = "POST",
                      .url = r->at,
                      .type = "application/x-www-form-urlencoded",
                      .accept = accept,
                      .body = pq_bytes_view(&r->form),
                      .out = out,
                      .most = UINT64_MAX};
}

static pq_status end_query(const pq_remote *r, const pq_request *q,
                           const pq_answer *a) {
  if (is_success(a)) return PQ_OK;
  return a->trouble == PQ_TROUBLE_OUTPUT ? a->taken
                                         : fail(r, q, a, PQ_BAD_READ);
}

pq_status pq_remote_query(pq_remote *r, pq_view query, const char *accept,
                          pq_output *out) {
  pq_answer a;
  const pq_request q = make_query(r, query, accept, out);
  if (r->form.failed) return PQ_NO_MEM;
  send_patiently(r, r->queries, &q, &a);
  return end_query(r, &q, &a);
}

static pq_status keep(void *user, const char *bytes, size_t len) {
  pq_bytes *const kept = user;
  pq_bytes_put(kept, (pq_view){bytes, len});
  return kept->failed ? PQ_NO_MEM : PQ_OK;
}

/* What came before the connection broke is not what comes now. */
static void forget(void *user) {
  pq_bytes_reset(user);
}

static pq_status read_table(const pq_remote *r, pq_view bytes, size_t columns,
                            pq_table *out) {
  size_t line = 0;
  const pq_status st = pq_table_read_csv(out, bytes, &line);
  if (st == PQ_NO_MEM) return st;
  if (st) {
    return pq_say(r->sink, PQ_BAD_READ, "store.table",
                  "POST %s: the answer is no table: %s, line %zu of it", r->at,
                  st == PQ_BAD_ENCODING ? "no UTF-8" : "broken CSV", line);
  }
  if (!columns || out->n_columns == columns) return PQ_OK;
  return pq_say(r->sink, PQ_BAD_READ, "store.table",
                "POST %s: the answer has %zu columns, not %zu", r->at,
                out->n_columns, columns);
}

pq_status pq_remote_select(pq_remote *r, pq_view query, size_t columns,
                           pq_table *out) {
  pq_answer a;
  pq_bytes bytes = {0};
  pq_output output = {.user = &bytes, .write = keep};
  pq_request q = make_query(r, query, "text/csv", &output);
  q.most = most_answer;
  q.again = forget;
  if (r->form.failed) return PQ_NO_MEM;
  send_patiently(r, r->queries, &q, &a);
  pq_status st = end_query(r, &q, &a);
  if (!st) st = read_table(r, pq_bytes_view(&bytes), columns, out);
  pq_bytes_clear(&bytes);
  return st;
}
