#include "print.h"

#include <string.h>

static const char help[] =
    "extract [OPTION]... [INPUT]...\n"
    "\n"
    "Streams what records claim, in input order, to standard output.  An INPUT"
    "\nis a file (.md .txt .jsonl, .xml of PubMed; .gz or .zst of these two), a"
    "\nfolder, or - for standard input, which is also read where no INPUT is "
    "given.\n"
    "\n"
    "  --to FORMAT          jsonl (claim lines, the default), tsv; nq, nt, "
    "ttl,\n"
    "                       rdf, jsonld (RDF)\n"
    "  -o, --output FILE    write to FILE\n"
    "  --files-from LIST    read the paths in this file too, one a line\n"
    "  --plain              inputs are bare prose, not records\n"
    "  --mentions           RDF with mentions, pointers and rules\n"
    "  --text               RDF with the whole text of each document\n"
    "  --full               claim lines that tell what their things and events"
    " are\n"
    "  --ontology DIR       rules and names from DIR, not the built-in ones\n"
    "  --lexicon FILE       names of your own, before all others; may be"
    " repeated\n"
    "  --bibliography FILE  papers that records cite: .nbib .xml (PubMed) .ris"
    " .bib\n                       .json (CSL), or .gz; may be repeated\n"
    "  --base IRI           base of IRIs (https://w3id.org/pathquill/)\n"
    "  --jobs N             threads, 64 at most (as many as cores); 1 writes"
    " each\n                       record before it reads the next; the output"
    " is the same\n"
    "  --shard K/N          only records whose id hashes to K of N (1 to N)\n"
    "  --fail-on LEVEL      status 1 for findings: error (default), warn,"
    " never\n"
    "  -q, --quiet          errors only\n"
    "  -v, --verbose        all findings\n"
    "\n"
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
  static const char *const standard_input[] = {"-"};
  pq_printer printer;
  pq_outlet outlet;
  pq_engine *engine = NULL;
  pq_tally tally = {0};
  pq_inputs inputs = args->inputs;
  const char *const to = args->to ? args->to : "jsonl";
  if (!is_format(to)) {
    return pq_usage_error("extract", "no such format: '%s'", to);
  }
  if (!inputs.n_paths && !inputs.files_from) {
    inputs.paths = standard_input;
    inputs.n_paths = 1;
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
