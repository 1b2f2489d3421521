#include "print.h"
#include "remote.h"
#include "say.h"

#include <ctype.h>
#include <string.h>

enum {
  QUERY_MOST = 65536
};

static const char help[] =
    "query FILE.rq --at URL [OPTION]...\n"
    "\n"
    "Sends a SPARQL 1.1 query to a store and prints the answer: a table for\n"
    "SELECT, true or false for ASK, triples for CONSTRUCT and DESCRIBE.  FILE\n"
    "may be - for standard input.\n"
    "\n"
    "  --at URL             the store's address for queries\n"
    "  --to FORMAT          text (columns, the default), tsv, csv, json "
    "(SPARQL's\n"
    "                       own); for triples nt (the default), ttl\n"
    "  -o, --output FILE    write to FILE\n"
    "  --user NAME          Basic or Digest authentication, as the store "
    "asks;\n"
    "                       the password is in the variable "
    "PATHQUILL_PASSWORD\n"
    "  --password-file FILE the password is the first line of FILE\n"
    "  --token-file FILE    a bearer token; or in the variable "
    "PATHQUILL_TOKEN\n"
    "  --cacert FILE        certificates to trust, not the system's\n"
    "  --timeout SECONDS    for one answer (default: 300)\n"
    "  --retries N          tries after the first one (default: "
    "5)\n" PQ_HELP_FINDINGS "\n"
    "Examples:\n"
    "  pathquill query question.rq --at http://localhost:7878/query\n"
    "  pathquill query --to csv question.rq --at http://localhost:8890/sparql\n"
    "  echo 'ASK { ?s ?p ?o }' | pathquill query - --at "
    "http://localhost:3030/ds\n";

typedef enum verb {
  VERB_OTHER, /* an update, or no SPARQL */
  VERB_SELECT,
  VERB_ASK,
  VERB_TRIPLES
} verb;

/* ---- which kind of query? ---- */

/* Behind blanks, comments and "<...>". */
static const char *skip(const char *at, const char *end) {
  while (at < end) {
    if (*at == '#') {
      while (at < end && *at != '\n') {
        ++at;
      }
    } else if (*at == '<') {
      while (at < end && *at != '>') {
        ++at;
      }
      at += at < end;
    } else if (isspace((unsigned char)*at)) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

static bool is_word(const char *at, size_t n, const char *word) {
  if (n != strlen(word)) return false;
  for (size_t i = 0; i < n; ++i) {
    if (toupper((unsigned char)at[i]) != word[i]) return false;
  }
  return true;
}

/* The first word that is none of the prologue's. */
static verb verb_of(pq_view query) {
  const char *const end = query.ptr + query.len;
  for (const char *at = skip(query.ptr, end); at < end; at = skip(at, end)) {
    size_t n = 0;
    while (at + n < end && !strchr(" \t\r\n<#{(*?$", at[n])) {
      ++n;
    }
    if (is_word(at, n, "SELECT")) return VERB_SELECT;
    if (is_word(at, n, "ASK")) return VERB_ASK;
    if (is_word(at, n, "CONSTRUCT") || is_word(at, n, "DESCRIBE")) {
      return VERB_TRIPLES;
    }
    const bool prologue = is_word(at, n, "PREFIX") || is_word(at, n, "BASE");
    if (!prologue && (!n || at[n - 1] != ':')) return VERB_OTHER;
    at += n;
  }
  return VERB_OTHER;
}

/* ---- answers ---- */

/* How an answer is printed.  What needs no work of ours is printed as it
 * comes. */
typedef struct format {
  const char *name, *accept;
  bool triples;
  pq_status (*write)(const pq_table *t, pq_output *out); /* or NULL */
} format;

static const format formats[] = {
    {"text", "text/csv", false, pq_table_write_text},
    {"csv", "text/csv", false, pq_table_write_csv},
    {"tsv", "text/tab-separated-values", false, NULL},
    {"json", "application/sparql-results+json", false, NULL},
    {"nt", "application/n-triples", true, NULL},
    {"ttl", "text/turtle", true, NULL},
};

/* The format of that name, or the first for this kind of answer; NULL: there
 * is none. */
static const format *find_format(const char *name, bool triples) {
  for (size_t i = 0; i < sizeof formats / sizeof *formats; ++i) {
    const format *const f = &formats[i];
    if (name ? strcmp(f->name, name) == 0 : f->triples == triples) return f;
  }
  return NULL;
}

static pq_status select(pq_remote *r, pq_view query, const format *f,
                        pq_output *out) {
  pq_table t = {0};
  pq_status st = pq_remote_select(r, query, 0, &t);
  if (!st) st = f->write(&t, out);
  pq_table_clear(&t);
  return st;
}

/* The first bytes of an answer that is a word or two. */
typedef struct sip {
  char text[256];
  size_t n;
} sip;

static pq_status take_sip(void *user, const char *bytes, size_t len) {
  sip *const s = user;
  if (len > sizeof s->text - s->n) return PQ_LIMIT;
  memcpy(s->text + s->n, bytes, len);
  s->n += len;
  return PQ_OK;
}

/* Stores answer with "true", with a table of one cell, or with 1. */
static pq_status ask(pq_remote *r, pq_view query, const pq_sink *sink,
                     pq_output *out) {
  sip s = {.n = 0};
  pq_output output = {.user = &s, .write = take_sip};
  const pq_status st = pq_remote_query(r, query, "text/csv", &output);
  if (st && st != PQ_LIMIT) return st;
  while (s.n && strchr(" \r\n\"", s.text[s.n - 1])) {
    --s.n;
  }
  size_t begin = s.n;
  while (begin && isalnum((unsigned char)s.text[begin - 1])) {
    --begin;
  }
  const char *const word = s.text + begin;
  const size_t n = s.n - begin;
  if (!st && (is_word(word, n, "TRUE") || is_word(word, n, "1"))) {
    return out->write(out->user, "true\n", 5);
  }
  if (!st && (is_word(word, n, "FALSE") || is_word(word, n, "0"))) {
    return out->write(out->user, "false\n", 6);
  }
  return pq_say(sink, PQ_BAD_READ, "store.ask",
                "the answer is neither true nor false; is this the address for "
                "queries?");
}

static pq_status answer(const pq_arguments *args, pq_view query, verb which,
                        pq_output *out, const pq_sink *sink) {
  pq_remote *r = NULL;
  const format *const f = find_format(args->to, which == VERB_TRIPLES);
  pq_status st = pq_remote_open(args, NULL, args->store.at, sink, &r);
  if (st) return st;
  if (which == VERB_ASK && f->write) {
    st = ask(r, query, sink, out);
  } else if (f->write) {
    st = select(r, query, f, out);
  } else {
    st = pq_remote_query(r, query, f->accept, out);
  }
  pq_remote_close(r);
  return st;
}

/* ---- the command ---- */

static pq_status read_query(const char *path, const pq_sink *sink,
                            pq_bytes *out) {
  size_t where = 0;
  const pq_status st = pq_bytes_read(out, path, QUERY_MOST);
  if (st == PQ_LIMIT) {
    return pq_say_at(sink, st, "query.size", path, 0,
                     "the query is longer than %d KiB", QUERY_MOST >> 10);
  }
  if (st == PQ_BAD_READ) {
    return pq_say_at(sink, st, "query.file", path, 0, "it cannot be read");
  }
  if (!st && !pq_bytes_are_text(pq_bytes_view(out), &where)) {
    return pq_say_at(sink, PQ_BAD_ENCODING, "query.encoding", path, 0,
                     "byte %zu is no UTF-8", where + 1);
  }
  return st;
}

/* Does the format go with the kind of query? */
static int check_format(const char *name, verb which) {
  const bool triples = which == VERB_TRIPLES;
  const format *const f = find_format(name, triples);
  if (!f) return pq_usage_error("query", "no such format: '%s'", name);
  if (f->triples == triples) return PQ_EXIT_DONE;
  return pq_usage_error("query", "the answer to this query is no '%s'", name);
}

static int send(const pq_arguments *args, pq_view query, verb which,
                pq_printer *printer) {
  pq_outlet outlet;
  if (!pq_outlet_open(&outlet, args->output)) return PQ_EXIT_OUTPUT;
  const pq_status st =
      answer(args, query, which, &outlet.output, &printer->sink);
  if (st != PQ_BAD_ARG) return pq_outlet_end(&outlet, printer, st, NULL);
  (void)pq_outlet_close(&outlet, false);
  return PQ_EXIT_USAGE;
}

static int run(const pq_arguments *args) {
  pq_printer printer;
  pq_bytes query = {0};
  if (args->inputs.n_paths != 1) {
    return pq_usage_error("query", "one file with a query, please");
  }
  if (!args->store.at) {
    return pq_usage_error("query", "at which address? (--at URL)");
  }
  const char *const path = args->inputs.paths[0];
  pq_printer_open(&printer, args);
  const pq_status st = read_query(path, &printer.sink, &query);
  const verb which = st ? VERB_OTHER : verb_of(pq_bytes_view(&query));
  int status = PQ_EXIT_DONE;
  if (!st && which == VERB_OTHER) {
    status = pq_usage_error("query",
                            "'%s' is no SELECT, ASK, CONSTRUCT or "
                            "DESCRIBE",
                            path);
  }
  if (!st && !status) status = check_format(args->to, which);
  if (st) {
    status = pq_printer_close(&printer, st, NULL);
  } else if (!status) {
    status = send(args, pq_bytes_view(&query), which, &printer);
  }
  pq_bytes_clear(&query);
  return status;
}

const pq_command pq_command_query = {
    .name = "query",
    .summary = "a SPARQL query to a store -> a table, or triples",
    .help = help,
    .options = PQ_TAKES_OUTPUT | PQ_TAKES_TO | PQ_TAKES_STORE,
    .run = run,
};
