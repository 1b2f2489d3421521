#include "option_table.h"

#include "cmd.h"

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
    {"words", required_argument, NULL, OPT_WORDS},
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
    {OPT_WORDS, PQ_TAKES_IMPORT},
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

const struct option *pq_option_table(void) {
  return long_options;
}

bool pq_option_fits(const pq_command *command, int option) {
  for (size_t i = 0; i < sizeof restrictions / sizeof *restrictions; ++i) {
    if (restrictions[i].option == option) {
      return (restrictions[i].group & command->options) != 0;
    }
  }
  return true;
}

const char *pq_option_name(int option) {
  for (const struct option *o = long_options; o->name; ++o) {
    if (o->val == option) return o->name;
  }
  return "?";
}
