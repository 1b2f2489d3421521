/* Arguments of all commands, read once. */
#ifndef PQ_CMD_OPTIONS_H
#define PQ_CMD_OPTIONS_H

#include "pathquill.h"

typedef struct pq_command pq_command;

enum {
  PQ_LEXICONS_MOST = 15, /* the engine takes no more */
  PQ_BIBLIOGRAPHIES_MOST = 64,
  PQ_RECORDS_MOST = 32,
  PQ_SETTINGS_MOST = 16,
  PQ_TYPES_MOST = 24,
  PQ_STATUSES_MOST = 16,
  PQ_TIMEOUT_MOST = 86400, /* seconds */
  PQ_SHARDS_MOST = 1000000,
  PQ_JOBS_LIMIT = 64, /* the engine starts no more threads */
  PQ_RETRIES_MOST = 100,
  PQ_BATCH_MOST = 100 /* graphs; as many names fit in a query */
};

/** Groups of options that a command may take. */
enum {
  PQ_TAKES_OUTPUT = 1,   /* -o */
  PQ_TAKES_TYPES = 2,    /* -t */
  PQ_TAKES_TO = 4,       /* --to */
  PQ_TAKES_ENGINE = 8,   /* --ontology --lexicon --base */
  PQ_TAKES_INPUTS = 16,  /* --files-from --plain */
  PQ_TAKES_LAYERS = 32,  /* --mentions --text --full */
  PQ_TAKES_RECORDS = 64, /* --records */
  PQ_TAKES_IMPORT = 128, /* --taxa --all-loci --words */
  PQ_TAKES_GIVEN = 256,  /* --given-entities --scheme */
  PQ_TAKES_ASK = 512,    /* --set --list */
  PQ_TAKES_RUN = 1024,   /* --edges --site */
  PQ_TAKES_BIBLIOGRAPHY = 2048,
  PQ_TAKES_BASE = 4096,   /* --base, without an engine */
  PQ_TAKES_STORE = 8192,  /* --at --user --password-file --token-file --cacert
                             --timeout --retries */
  PQ_TAKES_LOAD = 16384,  /* --resume --dry-run --batch */
  PQ_TAKES_JOBS = 32768,  /* --jobs */
  PQ_TAKES_SHARD = 65536, /* --shard */
  PQ_TAKES_SUMMARY = 131072, /* --summary */
  PQ_TAKES_DRAW = 262144     /* --view and the others of draw */
};

typedef enum pq_fail_on {
  PQ_FAIL_ERROR,
  PQ_FAIL_WARN,
  PQ_FAIL_NEVER
} pq_fail_on;

/** How a store is spoken to. */
typedef struct pq_store_arguments {
  const char *at, *user, *password_file, *token_file, *cacert;
  long timeout, retries, batch;
  bool resume, dry_run;
} pq_store_arguments;

typedef struct pq_arguments {
  const pq_command *command;
  pq_options options;
  pq_inputs inputs; /* paths are what is no option */
  const char *output, *to, *scheme, *edges, *summary;
  bool given, site;
  const char *types[PQ_TYPES_MOST];
  size_t n_types;
  const char *lexicons[PQ_LEXICONS_MOST];
  const char *bibliographies[PQ_BIBLIOGRAPHIES_MOST];
  const char *records[PQ_RECORDS_MOST]; /* of check */
  size_t n_records;
  const char *settings[PQ_SETTINGS_MOST]; /* of ask */
  size_t n_settings;
  bool list;
  pq_draw_options draw;
  const char *statuses[PQ_STATUSES_MOST];
  const char *taxa;  /* of lexicon import */
  const char *words; /* of lexicon check */
  bool all_loci;
  pq_store_arguments store;
  pq_fail_on fail_on;
  bool quiet, verbose;
} pq_arguments;

/** Read the arguments of a command (argv[0] is its name) into `out`, which must
 * not move.  True: run the command.  False: end with `*status`; the help, or
 * what is wrong, was printed. */
bool pq_arguments_read(const pq_command *command, int argc, char **argv,
                       pq_arguments *out, int *status);

/** Is it one of the names that a list of the library gives? */
bool pq_is_named(const char *(*name_at)(size_t), const char *name);

/** Say what is misused, to standard error.  Returns PQ_EXIT_USAGE. */
PQ_PRINTF(2, 3)
int pq_usage_error(const char *command, const char *format, ...);

#endif
