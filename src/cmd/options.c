#include "options.h"

#include "cmd.h"
#include "option_table.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int pq_usage_error(const char *command, const char *format, ...) {
  va_list args;
  va_start(args, format);
  (void)fputs("pathquill: ", stderr);
  (void)vfprintf(stderr, format, args);
  va_end(args);
  (void)fprintf(stderr, "\nTry: pathquill %s%s--help\n", command,
                *command ? " " : "");
  return PQ_EXIT_USAGE;
}

bool pq_is_named(const char *(*name_at)(size_t), const char *name) {
  for (size_t i = 0; name_at(i); ++i) {
    if (strcmp(name_at(i), name) == 0) return true;
  }
  return false;
}

/* "ttl,dot": cut in place; argv is ours. */
static int add_types(pq_arguments *out, char *list) {
  for (char *name = list; name;) {
    char *const comma = strchr(name, ',');
    if (comma) *comma = '\0';
    if (!pq_is_named(pq_type_name, name)) {
      return pq_usage_error(out->command->name, "no such type: '%s'", name);
    }
    if (out->n_types == PQ_TYPES_MOST) {
      return pq_usage_error(out->command->name, "too many types");
    }
    out->types[out->n_types++] = name;
    name = comma ? comma + 1 : NULL;
  }
  return PQ_EXIT_DONE;
}

/* A list of the arguments that may be repeated, and its room. */
typedef struct repeated {
  const char **at;
  size_t *n, most;
} repeated;

static int add(const pq_arguments *out, int option, const char *value,
               repeated to) {
  if (*to.n == to.most) {
    return pq_usage_error(out->command->name, "more than %d --%s", (int)to.most,
                          pq_option_name(option));
  }
  to.at[(*to.n)++] = value;
  return PQ_EXIT_DONE;
}

static int add_repeated(pq_arguments *out, int option, const char *value) {
  pq_options *const o = &out->options;
  switch (option) {
  case OPT_LEXICON:
    return add(out, option, value,
               (repeated){out->lexicons, &o->n_lexicons, PQ_LEXICONS_MOST});
  case OPT_BIBLIOGRAPHY:
    return add(out, option, value,
               (repeated){out->bibliographies, &o->n_bibliographies,
                          PQ_BIBLIOGRAPHIES_MOST});
  case OPT_RECORDS:
    return add(out, option, value,
               (repeated){out->records, &out->n_records, PQ_RECORDS_MOST});
  default:
    return add(out, option, value,
               (repeated){out->settings, &out->n_settings, PQ_SETTINGS_MOST});
  }
}

static int set_fail_on(pq_arguments *out, const char *word) {
  static const char *const words[] = {"error", "warn", "never"};
  for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
    if (strcmp(word, words[i]) == 0) {
      out->fail_on = (pq_fail_on)i;
      return PQ_EXIT_DONE;
    }
  }
  return pq_usage_error(out->command->name,
                        "--fail-on is error, warn or never, not '%s'", word);
}

/* "9606,10090" */
static int set_taxa(pq_arguments *out, const char *list) {
  const size_t n = strspn(list, "0123456789,");
  if (!n || list[n] || *list == ',' || list[n - 1] == ',' ||
      strstr(list, ",,")) {
    return pq_usage_error(out->command->name,
                          "--taxa is numbers of the NCBI joined by commas, not"
                          " '%s'",
                          list);
  }
  out->taxa = list;
  return PQ_EXIT_DONE;
}

/* A whole number from `least` to `most`. */
static int set_number(const pq_arguments *out, int option, const char *value,
                      long least, long most, long *to) {
  char *end = NULL;
  const long n = strtol(value, &end, 10);
  if (*value < '0' || *value > '9' || *end || n < least || n > most) {
    return pq_usage_error(out->command->name,
                          "--%s is a number from %ld to %ld, not '%s'",
                          pq_option_name(option), least, most, value);
  }
  *to = n;
  return PQ_EXIT_DONE;
}

/* As many threads as there are cores. */
static uint32_t usual_jobs(void) {
  const long n = sysconf(_SC_NPROCESSORS_ONLN);
  return n < 1 ? 1 : n < PQ_JOBS_LIMIT ? (uint32_t)n : PQ_JOBS_LIMIT;
}

static int set_jobs(pq_arguments *out, const char *value) {
  long n = 0;
  const int status = set_number(out, OPT_JOBS, value, 1, PQ_JOBS_LIMIT, &n);
  if (!status) out->options.jobs = (uint32_t)n;
  return status;
}

/* "3/8" */
static int set_shard(pq_arguments *out, const char *value) {
  char *end = NULL;
  const long k = strtol(value, &end, 10);
  const char *const behind = *end == '/' ? end + 1 : "";
  const long n = strtol(behind, &end, 10);
  if (strspn(value, "0123456789/") != strlen(value) || !*behind || *end ||
      k < 1 || n < k || n > PQ_SHARDS_MOST) {
    return pq_usage_error(out->command->name,
                          "--shard is K/N, K from 1 to N and N at most %d, not"
                          " '%s'",
                          PQ_SHARDS_MOST, value);
  }
  out->inputs.shard = (uint32_t)k;
  out->inputs.n_shards = (uint32_t)n;
  return PQ_EXIT_DONE;
}

static int set_store(pq_arguments *out, int option, const char *value) {
  pq_store_arguments *const s = &out->store;
  switch (option) {
  case OPT_AT: s->at = value; break;
  case OPT_USER: s->user = value; break;
  case OPT_PASSWORD_FILE: s->password_file = value; break;
  case OPT_TOKEN_FILE: s->token_file = value; break;
  case OPT_CACERT: s->cacert = value; break;
  case OPT_TIMEOUT:
    return set_number(out, option, value, 1, PQ_TIMEOUT_MOST, &s->timeout);
  case OPT_BATCH:
    return set_number(out, option, value, 1, PQ_BATCH_MOST, &s->batch);
  default:
    return set_number(out, option, value, 0, PQ_RETRIES_MOST, &s->retries);
  }
  return PQ_EXIT_DONE;
}

/* A name of a list. */
static int set_named(const pq_arguments *out, const char *(*name_at)(size_t),
                     const char *what, const char *value, const char **to) {
  if (!pq_is_named(name_at, value)) {
    return pq_usage_error(out->command->name, "no such %s: '%s'", what, value);
  }
  *to = value;
  return PQ_EXIT_DONE;
}

/* "asserted,hedged": cut in place; argv is ours. */
static int add_statuses(pq_arguments *out, char *list) {
  pq_draw_options *const d = &out->draw;
  for (char *name = list; name;) {
    char *const comma = strchr(name, ',');
    if (comma) *comma = '\0';
    if (d->n_statuses == PQ_STATUSES_MOST) {
      return pq_usage_error(out->command->name, "too many statuses");
    }
    const int wrong = set_named(out, pq_draw_status_name, "status", name,
                                &out->statuses[d->n_statuses]);
    if (wrong) return wrong;
    ++d->n_statuses;
    name = comma ? comma + 1 : NULL;
  }
  return PQ_EXIT_DONE;
}

static int set_draw(pq_arguments *out, int option, const char *value) {
  enum {
    HOPS_MOST = 10,
    PAPERS_MOST = 1000000,
    WIDTH_LEAST = 10, /* millimetres */
    WIDTH_MOST = 5000
  };
  pq_draw_options *const d = &out->draw;
  long n = 0;
  int wrong = PQ_EXIT_DONE;
  switch (option) {
  case OPT_TITLE: d->title = value; break;
  case OPT_AROUND: d->around = value; break;
  case OPT_HOPS:
    wrong = set_number(out, option, value, 1, HOPS_MOST, &n);
    d->hops = (unsigned)n;
    break;
  case OPT_MIN_CITATIONS:
    wrong = set_number(out, option, value, 0, PAPERS_MOST, &n);
    d->min_citations = (unsigned)n;
    break;
  case OPT_WIDTH:
    wrong = set_number(out, option, value, WIDTH_LEAST, WIDTH_MOST, &n);
    d->width = (unsigned)n;
    break;
  case OPT_THEME:
    return set_named(out, pq_draw_theme_name, "theme", value, &d->theme);
  case OPT_COLLAPSE:
    return set_named(out, pq_draw_collapse_name, "way to collapse", value,
                     &d->collapse);
  default: return set_named(out, pq_draw_view_name, "view", value, &d->view);
  }
  return wrong;
}

static int set_flag(pq_arguments *out, int option) {
  switch (option) {
  case OPT_PLAIN: out->inputs.plain = true; break;
  case OPT_GIVEN: out->given = true; break;
  case OPT_SITE: out->site = true; break;
  case OPT_MENTIONS: out->options.mentions = true; break;
  case OPT_TEXT: out->options.text = true; break;
  case OPT_FULL: out->options.full = true; break;
  case OPT_ALL_LOCI: out->all_loci = true; break;
  case OPT_LIST: out->list = true; break;
  case OPT_RESUME: out->store.resume = true; break;
  case OPT_DRY_RUN: out->store.dry_run = true; break;
  case 'q': out->quiet = true; break;
  case 'v': out->verbose = true; break;
  default:
    return pq_usage_error(out->command->name, "wrong option or no value");
  }
  return PQ_EXIT_DONE;
}

static int set_option(pq_arguments *out, int option, char *value) {
  switch (option) {
  case 'o': out->output = value; return PQ_EXIT_DONE;
  case 't': return add_types(out, value);
  case OPT_TO: out->to = value; return PQ_EXIT_DONE;
  case OPT_ONTOLOGY: out->options.ontology = value; return PQ_EXIT_DONE;
  case OPT_BASE: out->options.base = value; return PQ_EXIT_DONE;
  case OPT_LEXICON:
  case OPT_BIBLIOGRAPHY:
  case OPT_RECORDS:
  case OPT_SET: return add_repeated(out, option, value);
  case OPT_FILES_FROM: out->inputs.files_from = value; return PQ_EXIT_DONE;
  case OPT_SCHEME: out->scheme = value; return PQ_EXIT_DONE;
  case OPT_EDGES: out->edges = value; return PQ_EXIT_DONE;
  case OPT_VIEW:
  case OPT_TITLE:
  case OPT_AROUND:
  case OPT_HOPS:
  case OPT_MIN_CITATIONS:
  case OPT_THEME:
  case OPT_WIDTH:
  case OPT_COLLAPSE: return set_draw(out, option, value);
  case OPT_STATUS: return add_statuses(out, value);
  case OPT_TAXA: return set_taxa(out, value);
  case OPT_WORDS: out->words = value; return PQ_EXIT_DONE;
  case OPT_FAIL_ON: return set_fail_on(out, value);
  case OPT_JOBS: return set_jobs(out, value);
  case OPT_SUMMARY: out->summary = value; return PQ_EXIT_DONE;
  case OPT_SHARD: return set_shard(out, value);
  case OPT_AT:
  case OPT_USER:
  case OPT_PASSWORD_FILE:
  case OPT_TOKEN_FILE:
  case OPT_CACERT:
  case OPT_TIMEOUT:
  case OPT_BATCH:
  case OPT_RETRIES: return set_store(out, option, value);
  default: return set_flag(out, option);
  }
}

bool pq_arguments_read(const pq_command *command, int argc, char **argv,
                       pq_arguments *out, int *status) {
  *out = (pq_arguments){
      .command = command,
      .store = {.timeout = 300, .retries = 5, .batch = PQ_BATCH_MOST}};
  if (command->options & PQ_TAKES_JOBS) out->options.jobs = usual_jobs();
  *status = PQ_EXIT_DONE;
  for (;;) {
    /* The tool has one thread when it reads its arguments. */
    /* NOLINTNEXTLINE(concurrency-mt-unsafe) */
    const int c = getopt_long(argc, argv, "o:t:qvh", pq_option_table(), NULL);
    if (c < 0) break;
    if (c == 'h') {
      (void)printf("Usage: pathquill %s", command->help); /* main flushes it */
      return false;
    }
    if (c == '?') {
      (void)fprintf(stderr, "Try: pathquill %s --help\n", command->name);
      *status = PQ_EXIT_USAGE;
      return false;
    }
    *status = pq_option_fits(command, c)
                  ? set_option(out, c, optarg)
                  : pq_usage_error(command->name, "%s takes no --%s",
                                   command->name, pq_option_name(c));
    if (*status) return false;
  }
  out->draw.statuses = out->statuses;
  out->options.lexicons = out->lexicons;
  out->options.bibliographies = out->bibliographies;
  out->options.trace = out->verbose;
  out->inputs.paths = (const char *const *)argv + optind;
  out->inputs.n_paths = (size_t)(argc - optind);
  return true;
}
