#include "print.h"

#include <stdio.h>
#include <string.h>

static const char help[] =
    "lexicon check [DIR]\n"
    "       pathquill lexicon compile [DIR] -o FILE\n"
    "       pathquill lexicon show [OPTION]... TEXT...\n"
    "\n"
    "check looks at the tables in DIR (concepts.tsv, names.tsv, ...); compile\n"
    "makes one image file of them; show tells what the names in TEXT are read"
    "\nas.  Without DIR the built-in lexicon is meant.\n"
    "\n"
    "  -o, --output FILE    for compile: the image; for show: write to FILE\n"
    "  --ontology DIR       for show: rules and names from DIR\n"
    "  --lexicon FILE       for show: names of your own; may be repeated\n"
    "  --fail-on LEVEL      status 1 for findings: error (default), warn,"
    " never\n"
    "  -q, --quiet          errors only\n"
    "  -v, --verbose        all findings\n"
    "\n"
    "Examples:\n"
    "  pathquill lexicon check ontology/lexicon\n"
    "  pathquill lexicon compile ontology/lexicon -o names.pqlx\n"
    "  pathquill lexicon show 'NPM1-ALK'\n";

static int show(const pq_arguments *args) {
  pq_printer printer;
  pq_outlet outlet;
  pq_engine *engine = NULL;
  if (args->inputs.n_paths < 2) {
    return pq_usage_error("lexicon", "which text shall be shown?");
  }
  if (!pq_outlet_open(&outlet, args->output)) return PQ_EXIT_OUTPUT;
  pq_printer_open(&printer, args);
  pq_status st = pq_engine_open(&args->options, &printer.sink, &engine);
  for (size_t i = 1; !st && i < args->inputs.n_paths; ++i) {
    st = pq_lexicon_show(engine, args->inputs.paths[i], &outlet.output);
  }
  pq_engine_close(engine);
  return pq_outlet_end(&outlet, &printer, st, NULL);
}

static int compile(const pq_arguments *args, const char *folder) {
  pq_printer printer;
  if (!args->output) {
    return pq_usage_error("lexicon", "compile wants -o FILE");
  }
  pq_printer_open(&printer, args);
  const pq_status st = pq_lexicon_compile(folder, args->output, &printer.sink);
  return pq_printer_close(&printer, st, NULL);
}

static int check(const pq_arguments *args, const char *folder) {
  pq_printer printer;
  pq_printer_open(&printer, args);
  const pq_status st = pq_lexicon_verify(folder, &printer.sink);
  return pq_printer_close(&printer, st, NULL);
}

/* Options that only show heeds, and those that name an output. */
static const char *idle_option(const pq_arguments *args, bool writes) {
  if (args->output && !writes) return "output";
  if (args->options.ontology) return "ontology";
  if (args->options.n_lexicons) return "lexicon";
  return args->options.base ? "base" : NULL;
}

static int run(const pq_arguments *args) {
  const size_t n = args->inputs.n_paths;
  const char *const *const words = args->inputs.paths;
  if (!n) return pq_usage_error("lexicon", "check, compile or show?");
  if (strcmp(words[0], "show") == 0) return show(args);
  if (n > 2) return pq_usage_error("lexicon", "one folder, please");
  const bool compiles = strcmp(words[0], "compile") == 0;
  if (!compiles && strcmp(words[0], "check") != 0) {
    return pq_usage_error("lexicon", "no such action: '%s'", words[0]);
  }
  const char *const idle = idle_option(args, compiles);
  if (idle) {
    return pq_usage_error("lexicon", "%s takes no --%s", words[0], idle);
  }
  const char *const folder = n == 2 ? words[1] : NULL;
  return compiles ? compile(args, folder) : check(args, folder);
}

const pq_command pq_command_lexicon = {
    .name = "lexicon",
    .summary = "check, compile and show names",
    .help = help,
    .options = PQ_TAKES_OUTPUT | PQ_TAKES_ENGINE,
    .run = run,
};
