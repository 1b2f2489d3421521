#include "print.h"

static const char help[] =
    "explain [OPTION]... [INPUT]...\n"
    "\n"
    "Tells sentence by sentence what was read and why: names and what they "
    "may\n"
    "mean, sites, citations, claims with the rule and the words that gave "
    "them,\n"
    "what is known of their residues, and for a sentence without a claim,\n"
    "why.  At the end come the names that no lexicon settles.\n"
    "Without an INPUT, standard input is read.\n"
    "\n"
    "  -o, --output FILE    write to FILE\n" PQ_HELP_INPUTS PQ_HELP_ENGINE
        PQ_HELP_BIBLIOGRAPHY PQ_HELP_BASE
    "  --fail-on LEVEL      status 1 for findings: error (default), warn, "
    "never\n"
    "  -q, --quiet          errors only\n"
    "  -v, --verbose        all findings, and the steps of the grammar\n"
    "\n"
    "Examples:\n"
    "  pathquill explain record.md\n"
    "  echo 'JAK2 phosphorylates STAT5A.' | pathquill explain -v --plain\n";

static int run(const pq_arguments *args) {
  pq_printer printer;
  pq_outlet outlet;
  pq_engine *engine = NULL;
  pq_tally tally = {0};
  const pq_inputs inputs = pq_inputs_or_standard(args);
  if (!pq_outlet_open(&outlet, args->output)) return PQ_EXIT_OUTPUT;
  pq_printer_open(&printer, args);
  pq_status st = pq_engine_open(&args->options, &printer.sink, &engine);
  if (!st) {
    st = pq_explain(engine, &inputs, &outlet.output, &printer.sink, &tally);
  }
  pq_engine_close(engine);
  return pq_outlet_end(&outlet, &printer, st, &tally);
}

const pq_command pq_command_explain = {
    .name = "explain",
    .summary = "what was read in each sentence, and why",
    .help = help,
    .options = PQ_TAKES_OUTPUT | PQ_TAKES_ENGINE | PQ_TAKES_INPUTS |
               PQ_TAKES_BIBLIOGRAPHY,
    .run = run,
};
