#include "print.h"

static const char help[] =
    "check [OPTION]... FILE...\n"
    "\n"
    "Checks RDF files (.ttl .nq .nt .rdf) that pathquill wrote: they parse,\n"
    "the IRIs of claims, questions, disputes and evidence re-hash, nothing is\n"
    "without evidence; and with --records every quote is the text of its\n"
    "document.  A residue that the lexicon knows to be another one is a "
    "warning.\n"
    "\n"
    "  --records INPUT      the records that the files were made from; may be\n"
    "                       repeated\n"
    "  --files-from LIST    paths of more records, one a line\n"
    "  --plain              records are bare prose\n"
    "  --lexicon FILE       sequences that residues are compared with (see\n"
    "                       lexicon import uniprot-fasta); may be "
    "repeated\n" PQ_HELP_BASE PQ_HELP_FINDINGS "\n"
    "Examples:\n"
    "  pathquill check out/graph.nq\n"
    "  pathquill check out/*.ttl --records records/\n"
    "  pathquill check out/graph.nq --lexicon sequences.pqlx\n";

static int run(const pq_arguments *args) {
  pq_printer printer;
  pq_engine *engine = NULL;
  uint64_t n_errors = 0;
  if (!args->inputs.n_paths) {
    return pq_usage_error("check", "no file to check");
  }
  const pq_inputs records = {.paths = args->records,
                             .n_paths = args->n_records,
                             .files_from = args->inputs.files_from,
                             .plain = args->inputs.plain};
  const bool given = records.n_paths || records.files_from;
  pq_printer_open(&printer, args);
  pq_status st = pq_engine_open(&args->options, &printer.sink, &engine);
  if (!st) {
    st = pq_check(engine, args->inputs.paths, args->inputs.n_paths,
                  given ? &records : NULL, &printer.sink, &n_errors);
  }
  pq_engine_close(engine);
  return pq_printer_close(&printer, st, NULL);
}

const pq_command pq_command_check = {
    .name = "check",
    .summary = "does the RDF hold, and does it quote its records?",
    .help = help,
    .options = PQ_TAKES_ENGINE | PQ_TAKES_INPUTS | PQ_TAKES_RECORDS,
    .run = run,
};
