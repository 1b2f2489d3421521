#include "options.h"

#include "cmd.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Long options without a letter. */
enum {
  OPT_TO = 256,
  OPT_ONTOLOGY,
  OPT_LEXICON,
  OPT_BIBLIOGRAPHY,
  OPT_BASE,
  OPT_FILES_FROM,
  OPT_PLAIN,
  OPT_MENTIONS,
  OPT_TEXT,
  OPT_FULL,
  OPT_FAIL_ON,
  OPT_RECORDS,
  OPT_TAXA,
  OPT_ALL_LOCI,
  OPT_GIVEN,
  OPT_SCHEME,
  OPT_SET,
  OPT_LIST,
  OPT_EDGES,
  OPT_SITE,
  OPT_AT,
  OPT_USER,
  OPT_PASSWORD_FILE,
  OPT_TOKEN_FILE,
  OPT_CACERT,
  OPT_TIMEOUT,
  OPT_RETRIES,
  OPT_RESUME,
  OPT_DRY_RUN,
  OPT_BATCH,
  OPT_JOBS,
  OPT_SHARD,
  OPT_SUMMARY,
  OPT_VIEW,
  OPT_TITLE,
  OPT_AROUND,
  OPT_HOPS,
  OPT_MIN_CITATIONS,
  OPT_STATUS,
  OPT_COLLAPSE,
  OPT_THEME,
  OPT_WIDTH
};

static const struct option long_options[] = {
    {"output", required_argument, NULL, 'o'},
    {"types", required_argument, NULL, 't'},
    {"to", required_argument, NULL, OPT_TO},
    {"ontology", required_argument, NULL, OPT_ONTOLOGY},
    {"lexicon", required_argument, NULL, OPT_LEXICON},
    {"bibliography", required_argument, NULL, OPT_BIBLIOGRAPHY},
    {"base", required_argument, NULL, OPT_BASE},
    {"files-from", required_argument, NULL, OPT_FILES_FROM},
    {"plain", no_argument, NULL, OPT_PLAIN},
    {"mentions", no_argument, NULL, OPT_MENTIONS},
    {"text", no_argument, NULL, OPT_TEXT},
    {"full", no_argument, NULL, OPT_FULL},
    {"fail-on", required_argument, NULL, OPT_FAIL_ON},
    {"records", required_argument, NULL, OPT_RECORDS},
    {"taxa", required_argument, NULL, OPT_TAXA},
    {"all-loci", no_argument, NULL, OPT_ALL_LOCI},
    {"given-entities", no_argument, NULL, OPT_GIVEN},
    {"scheme", required_argument, NULL, OPT_SCHEME},
    {"set", required_argument, NULL, OPT_SET},
    {"list", no_argument, NULL, OPT_LIST},
    {"edges", required_argument, NULL, OPT_EDGES},
    {"site", no_argument, NULL, OPT_SITE},
    {"at", required_argument, NULL, OPT_AT},
    {"user", required_argument, NULL, OPT_USER},
    {"password-file", required_argument, NULL, OPT_PASSWORD_FILE},
    {"token-file", required_argument, NULL, OPT_TOKEN_FILE},
    {"cacert", required_argument, NULL, OPT_CACERT},
    {"timeout", required_argument, NULL, OPT_TIMEOUT},
    {"retries", required_argument, NULL, OPT_RETRIES},
    {"resume", no_argument, NULL, OPT_RESUME},
    {"dry-run", no_argument, NULL, OPT_DRY_RUN},
    {"batch", required_argument, NULL, OPT_BATCH},
    {"jobs", required_argument, NULL, OPT_JOBS},
    {"shard", required_argument, NULL, OPT_SHARD},
    {"summary", required_argument, NULL, OPT_SUMMARY},
    {"view", required_argument, NULL, OPT_VIEW},
    {"title", required_argument, NULL, OPT_TITLE},
    {"around", required_argument, NULL, OPT_AROUND},
    {"hops", required_argument, NULL, OPT_HOPS},
    {"min-citations", required_argument, NULL, OPT_MIN_CITATIONS},
    {"status", required_argument, NULL, OPT_STATUS},
    {"collapse", required_argument, NULL, OPT_COLLAPSE},
    {"theme", required_argument, NULL, OPT_THEME},
    {"width", required_argument, NULL, OPT_WIDTH},
    {"quiet", no_argument, NULL, 'q'},
    {"verbose", no_argument, NULL, 'v'},
    {"help", no_argument, NULL, 'h'},
    {NULL, 0, NULL, 0},
};

/* Which commands take an option; 0: all do. */
typedef struct restriction {
  int option;
  unsigned group;
} restriction;

static const restriction restrictions[] = {
    {'o', PQ_TAKES_OUTPUT},
    {'t', PQ_TAKES_TYPES},
    {OPT_TO, PQ_TAKES_TO},
    {OPT_ONTOLOGY, PQ_TAKES_ENGINE},
    {OPT_LEXICON, PQ_TAKES_ENGINE},
    {OPT_BIBLIOGRAPHY, PQ_TAKES_BIBLIOGRAPHY},
    {OPT_BASE, PQ_TAKES_ENGINE | PQ_TAKES_BASE},
    {OPT_FILES_FROM, PQ_TAKES_INPUTS},
    {OPT_PLAIN, PQ_TAKES_INPUTS},
    {OPT_MENTIONS, PQ_TAKES_LAYERS},
    {OPT_TEXT, PQ_TAKES_LAYERS},
    {OPT_FULL, PQ_TAKES_LAYERS},
    {OPT_RECORDS, PQ_TAKES_RECORDS},
    {OPT_TAXA, PQ_TAKES_IMPORT},
    {OPT_ALL_LOCI, PQ_TAKES_IMPORT},
    {OPT_GIVEN, PQ_TAKES_GIVEN},
    {OPT_SCHEME, PQ_TAKES_GIVEN},
    {OPT_SET, PQ_TAKES_ASK},
    {OPT_LIST, PQ_TAKES_ASK},
    {OPT_EDGES, PQ_TAKES_RUN},
    {OPT_SITE, PQ_TAKES_RUN},
    {OPT_AT, PQ_TAKES_STORE},
    {OPT_USER, PQ_TAKES_STORE},
    {OPT_PASSWORD_FILE, PQ_TAKES_STORE},
    {OPT_TOKEN_FILE, PQ_TAKES_STORE},
    {OPT_CACERT, PQ_TAKES_STORE},
    {OPT_TIMEOUT, PQ_TAKES_STORE},
    {OPT_RETRIES, PQ_TAKES_STORE},
    {OPT_RESUME, PQ_TAKES_LOAD},
    {OPT_DRY_RUN, PQ_TAKES_LOAD},
    {OPT_BATCH, PQ_TAKES_LOAD},
    {OPT_JOBS, PQ_TAKES_JOBS},
    {OPT_SHARD, PQ_TAKES_SHARD},
    {OPT_SUMMARY, PQ_TAKES_SUMMARY},
    {OPT_VIEW, PQ_TAKES_DRAW},
    {OPT_TITLE, PQ_TAKES_DRAW},
    {OPT_AROUND, PQ_TAKES_DRAW},
    {OPT_HOPS, PQ_TAKES_DRAW},
    {OPT_MIN_CITATIONS, PQ_TAKES_DRAW},
    {OPT_STATUS, PQ_TAKES_DRAW},
    {OPT_COLLAPSE, PQ_TAKES_DRAW},
    {OPT_THEME, PQ_TAKES_DRAW},
    {OPT_WIDTH, PQ_TAKES_DRAW},
};

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

static bool takes(const pq_command *command, int option) {
  for (size_t i = 0; i < sizeof restrictions / sizeof *restrictions; ++i) {
    if (restrictions[i].option == option) {
      return (restrictions[i].group & command->options) != 0;
    }
  }
  return true;
}

static const char *option_name(int option) {
  for (const struct option *o = long_options; o->name; ++o) {
    if (o->val == option) return o->name;
  }
  return "?";
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

static int add_lexicon(pq_arguments *out, const char *path) {
  if (out->options.n_lexicons == PQ_LEXICONS_MOST) {
    return pq_usage_error(out->command->name, "more than %d --lexicon",
                          PQ_LEXICONS_MOST);
  }
  out->lexicons[out->options.n_lexicons++] = path;
  return PQ_EXIT_DONE;
}

static int add_bibliography(pq_arguments *out, const char *path) {
  if (out->options.n_bibliographies == PQ_BIBLIOGRAPHIES_MOST) {
    return pq_usage_error(out->command->name, "more than %d --bibliography",
                          PQ_BIBLIOGRAPHIES_MOST);
  }
  out->bibliographies[out->options.n_bibliographies++] = path;
  return PQ_EXIT_DONE;
}

static int add_records(pq_arguments *out, const char *path) {
  if (out->n_records == PQ_RECORDS_MOST) {
    return pq_usage_error(out->command->name, "more than %d --records",
                          PQ_RECORDS_MOST);
  }
  out->records[out->n_records++] = path;
  return PQ_EXIT_DONE;
}

static int add_setting(pq_arguments *out, const char *setting) {
  if (out->n_settings == PQ_SETTINGS_MOST) {
    return pq_usage_error(out->command->name, "more than %d --set",
                          PQ_SETTINGS_MOST);
  }
  out->settings[out->n_settings++] = setting;
  return PQ_EXIT_DONE;
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
                          option_name(option), least, most, value);
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
  case OPT_LEXICON: return add_lexicon(out, value);
  case OPT_BIBLIOGRAPHY: return add_bibliography(out, value);
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
  case OPT_RECORDS: return add_records(out, value);
  case OPT_SET: return add_setting(out, value);
  case OPT_TAXA: return set_taxa(out, value);
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
    const int c = getopt_long(argc, argv, "o:t:qvh", long_options, NULL);
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
    *status = takes(command, c)
                  ? set_option(out, c, optarg)
                  : pq_usage_error(command->name, "%s takes no --%s",
                                   command->name, option_name(c));
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
