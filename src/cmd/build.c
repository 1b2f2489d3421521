#include "print.h"

static const char help[] =
    "build [OPTION]... INPUT...\n"
    "\n"
    "Writes one file of each type per record, named by stable id, and "
    "graph.nq,\n"
    "report.tsv and names.tsv (names that no lexicon settles) for the whole\n"
    "run.  An INPUT is a file (.md .txt .jsonl, .xml of PubMed; .gz or .zst "
    "of\n"
    "these two), a folder, or - for standard input.\n"
    "\n"
    "  -o, --output DIR     where to write; made if missing (default: out)\n"
    "  -t, --types LIST     joined by commas (default: ttl,dot,svg): ttl nq "
    "nt\n"
    "                       rdf jsonld (RDF), dot svg png pdf sbgn (the "
    "diagram),\n"
    "                       jsonl tsv (claims), graphml cx2 (the network),\n"
    "                       biopax (Level 3), bib csl (works cited), and for\n"
    "                       the whole run kgx (Biolink: graph_nodes.tsv and\n"
    "                       graph_edges.tsv)\n"
    "  --edges FILE         write the plain edges of the run: what is asserted "
    "and\n"
    "                       nowhere disputed, as N-Triples\n"
    "  --site               write pages for people: open site/index.html in a\n"
    "                       browser; no server and no network is "
    "needed\n" PQ_HELP_INPUTS
    "  --mentions           RDF with mentions, pointers and rules\n"
    "  --text               RDF with the whole text of each document\n"
    "  --full               claim lines that tell what their things and events "
    "are\n" PQ_HELP_ENGINE PQ_HELP_BIBLIOGRAPHY PQ_HELP_BASE
    "  --jobs N             threads, 64 at most (as many as cores), each with "
    "a\n"
    "                       process that draws; the output is the same\n"
    "  --shard K/N          only records whose id hashes to K of N (1 to "
    "N)\n" PQ_HELP_FINDINGS "\n"
    "Examples:\n"
    "  pathquill build record.md\n"
    "  pathquill build -o out -t ttl,svg,png records/ more.jsonl.gz\n"
    "  pathquill build -o out --site records/\n"
    "  zcat records.jsonl.gz | pathquill build -o out -t nq -\n";

static int run(const pq_arguments *args) {
  pq_printer printer;
  pq_engine *engine = NULL;
  pq_tally tally = {0};
  if (!args->inputs.n_paths && !args->inputs.files_from) {
    return pq_usage_error("build", "nothing to build from");
  }
  pq_printer_open(&printer, args);
  pq_status st = pq_engine_open(&args->options, &printer.sink, &engine);
  const pq_build_options options = {
      .folder = args->output ? args->output : "out",
      .types = args->types,
      .n_types = args->n_types,
      .edges = args->edges,
      .site = args->site,
      .progress = printer.terminal ? &printer.progress : NULL,
  };
  if (!st) {
    st = pq_build(engine, &args->inputs, &options, &printer.sink, &tally);
  }
  pq_engine_close(engine);
  return pq_printer_close(&printer, st, &tally);
}

const pq_command pq_command_build = {
    .name = "build",
    .summary = "records -> Turtle, N-Quads, diagrams and a report in a folder",
    .help = help,
    .options = PQ_TAKES_OUTPUT | PQ_TAKES_TYPES | PQ_TAKES_ENGINE |
               PQ_TAKES_INPUTS | PQ_TAKES_LAYERS | PQ_TAKES_RUN |
               PQ_TAKES_BIBLIOGRAPHY | PQ_TAKES_JOBS | PQ_TAKES_SHARD,
    .run = run,
};
