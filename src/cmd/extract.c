#include "print.h"

#include <string.h>

static const char help[] =
    "extract [OPTION]... [INPUT]...\n"
    "\n"
    "Streams what records claim, in input order, to standard output.  An "
    "INPUT\n"
    "is a file (.md .txt .jsonl, .xml of PubMed; .gz or .zst of these two), a\n"
    "folder, or - for standard input, which is also read where no INPUT is "
    "given.\n"
    "\n"
    "  --to FORMAT          jsonl (claim lines, the default), tsv; nq, nt, "
    "ttl,\n"
    "                       rdf, jsonld (RDF)\n"
    "  -o, --output FILE    write to FILE\n" PQ_HELP_INPUTS
    "  --mentions           RDF with mentions, pointers and rules\n"
    "  --text               RDF with the whole text of each document\n"
    "  --full               claim lines that tell what their things and events "
    "are\n" PQ_HELP_ENGINE PQ_HELP_BIBLIOGRAPHY PQ_HELP_BASE
    "  --jobs N             threads, 64 at most (as many as cores); 1 writes "
    "each\n"
    "                       record before it reads the next; the output is the "
    "same\n"
    "  --shard K/N          only records whose id hashes to K of N (1 to "
    "N)\n" PQ_HELP_FINDINGS "\n"
    "Examples:\n"
    "  pathquill extract --to tsv record.md\n"
    "  pathquill extract --to nq records.jsonl.gz > graph.nq\n"
    "  pathquill extract --to nq --shard 1/8 pubmed/ > pubmed-1.nq\n"
    "  echo 'JAK2 phosphorylates STAT5A at Y694.' | pathquill extract "
    "--plain\n";

static bool is_format(const char *name) {
  for (size_t i = 0; pq_format_name(i); ++i) {
    if (strcmp(pq_format_name(i), name) == 0) return true;
  }
  return false;
}

static int run(const pq_arguments *args) {
  pq_printer printer;
  pq_outlet outlet;
  pq_engine *engine = NULL;
  pq_tally tally = {0};
  const pq_inputs inputs = pq_inputs_or_standard(args);
  const char *const to = args->to ? args->to : "jsonl";
  if (!is_format(to)) {
    return pq_usage_error("extract", "no such format: '%s'", to);
  }
  if (!pq_outlet_open(&outlet, args->output)) return PQ_EXIT_OUTPUT;
  pq_printer_open(&printer, args);
  pq_status st = pq_engine_open(&args->options, &printer.sink, &engine);
  if (!st) {
    st = pq_extract(engine, &inputs, to, &outlet.output, &printer.sink, &tally);
  }
  pq_engine_close(engine);
  return pq_outlet_end(&outlet, &printer, st, &tally);
}

const pq_command pq_command_extract = {
    .name = "extract",
    .summary = "records -> claims as a stream on standard output",
    .help = help,
    .options = PQ_TAKES_OUTPUT | PQ_TAKES_TO | PQ_TAKES_ENGINE |
               PQ_TAKES_INPUTS | PQ_TAKES_LAYERS | PQ_TAKES_BIBLIOGRAPHY |
               PQ_TAKES_JOBS | PQ_TAKES_SHARD,
    .run = run,
};
