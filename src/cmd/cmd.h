/* The tool: a table of commands over the public header. */
#ifndef PQ_CMD_CMD_H
#define PQ_CMD_CMD_H

#include "options.h"

/** Exit status; of several the highest wins. */
enum {
  PQ_EXIT_DONE = 0,     /* warnings are allowed */
  PQ_EXIT_FINDINGS = 1, /* at or above --fail-on */
  PQ_EXIT_USAGE = 2,
  PQ_EXIT_INPUT = 3, /* unreadable, or does not parse */
  PQ_EXIT_OUTPUT = 4 /* not written; or no memory, or a mistake of ours */
};

/** One command.  `run` returns an exit status. */
struct pq_command {
  const char *name, *summary;
  const char *help; /* what stands under "Usage:", with examples */
  unsigned options; /* which it takes: PQ_TAKES_... */
  int (*run)(const pq_arguments *args);
};

/* Lines of help that several commands share. */
#define PQ_HELP_ENGINE                                                       \
  "  --ontology DIR       rules and names from DIR, not the built-in ones\n" \
  "  --lexicon FILE       names of your own, before all others; may be "     \
  "repeated\n"
#define PQ_HELP_INPUTS                                                   \
  "  --files-from LIST    read the paths in this file too, one a line\n" \
  "  --plain              inputs are bare prose, not records\n"
#define PQ_HELP_BIBLIOGRAPHY                                                   \
  "  --bibliography FILE  papers that records cite: .nbib .xml (PubMed) .ris " \
  ".bib\n"                                                                     \
  "                       .json (CSL), or .gz; may be repeated\n"
#define PQ_HELP_BASE \
  "  --base IRI           base of IRIs (https://w3id.org/pathquill/)\n"
#define PQ_HELP_FINDINGS                                                  \
  "  --fail-on LEVEL      status 1 for findings: error (default), warn, " \
  "never\n"                                                               \
  "  -q, --quiet          errors only\n"                                  \
  "  -v, --verbose        all findings\n"

extern const pq_command pq_command_build;
extern const pq_command pq_command_extract;
extern const pq_command pq_command_merge;
extern const pq_command pq_command_draw;
extern const pq_command pq_command_site;
extern const pq_command pq_command_annotate;
extern const pq_command pq_command_explain;
extern const pq_command pq_command_ask;
extern const pq_command pq_command_check;
extern const pq_command pq_command_load;
extern const pq_command pq_command_query;
extern const pq_command pq_command_lexicon;

#endif
