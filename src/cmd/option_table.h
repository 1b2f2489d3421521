/* The options that there are, and which command takes which. */
#ifndef PQ_CMD_OPTION_TABLE_H
#define PQ_CMD_OPTION_TABLE_H

#include "options.h"

#include <getopt.h>

/** Long options without a letter. */
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
  OPT_WORDS,
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

/** All of them, for getopt_long. */
const struct option *pq_option_table(void);

/** Does the command take the option? */
bool pq_option_fits(const pq_command *command, int option);

/** Its long name, without dashes. */
const char *pq_option_name(int option);

#endif
