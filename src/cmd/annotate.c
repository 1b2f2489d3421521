#include "print.h"

#include <string.h>

static const char help[] =
    "annotate [OPTION]... FILE.txt...\n"
    "\n"
    "Writes events in standoff format, as brat and the BioNLP shared tasks "
    "read\n"
    "them: FILE.ann for each text, with entities of its own, or FILE.a2 for\n"
    "entities that are given.  A text is a line of title and then prose;\n"
    "offsets count its code points.  A FILE may be a folder of texts.\n"
    "\n"
    "  -o, --output DIR     where to write; made if missing (default: out)\n"
    "  --given-entities     the entities are those of FILE.a1, and no others\n"
    "  --scheme NAME        how events are called: pc (Pathway Curation), ge\n"
    "                       (GENIA), epi (Epigenetics and PTM), cg (Cancer\n"
    "                       Genetics).  Default: as the types of given "
    "entities\n"
    "                       tell, else pc\n"
    "  --files-from LIST    read the paths in this file too, one a "
    "line\n" PQ_HELP_ENGINE PQ_HELP_FINDINGS "\n"
    "Examples:\n"
    "  pathquill annotate -o brat abstract.txt\n"
    "  pathquill annotate --given-entities -o given corpus/*.txt\n";

static bool is_scheme(const char *name) {
  for (size_t i = 0; pq_scheme_name_at(i); ++i) {
    if (strcmp(pq_scheme_name_at(i), name) == 0) return true;
  }
  return false;
}

static int run(const pq_arguments *args) {
  pq_printer printer;
  pq_engine *engine = NULL;
  pq_tally tally = {0};
  if (args->scheme && !is_scheme(args->scheme)) {
    return pq_usage_error("annotate", "no such scheme: '%s'", args->scheme);
  }
  if (!args->inputs.n_paths && !args->inputs.files_from) {
    return pq_usage_error("annotate", "nothing to annotate");
  }
  pq_printer_open(&printer, args);
  pq_status st = pq_engine_open(&args->options, &printer.sink, &engine);
  const pq_annotate_options options = {
      .folder = args->output, .scheme = args->scheme, .given = args->given};
  if (!st) {
    st = pq_annotate(engine, &args->inputs, &options, &printer.sink, &tally);
  }
  pq_engine_close(engine);
  return pq_printer_close(&printer, st, &tally);
}

const pq_command pq_command_annotate = {
    .name = "annotate",
    .summary = "texts -> events in standoff format, for brat",
    .help = help,
    .options =
        PQ_TAKES_OUTPUT | PQ_TAKES_GIVEN | PQ_TAKES_ENGINE | PQ_TAKES_INPUTS,
    .run = run,
};
