#include "print.h"

#include <string.h>

static const char help[] =
    "ask [OPTION]... QUESTION [INPUT]...\n"
    "       pathquill ask --list [--to FORMAT]\n"
    "\n"
    "Answers a question from what all inputs say together.  An INPUT is RDF "
    "that\n"
    "pathquill wrote (.nq .nt .ttl .rdf), or a file or folder of records or "
    "of\n"
    "claim lines, or - for these on standard input, which is also read where "
    "no\n"
    "INPUT is given.  Claim lines answer all questions if extract --full wrote "
    "them.\n"
    "\n"
    "  --list               the questions, their parameters, and what claim "
    "lines\n"
    "                       are missing for them without --full\n"
    "  --set NAME=VALUE     what is asked about: a label (STAT3), an id\n"
    "                       (uniprot:P40763, pubmed:11751994), an IRI or a "
    "number;\n"
    "                       or, for changed, the file of before; may be "
    "repeated\n"
    "  --to FORMAT          text (the default), tsv, csv, json\n"
    "  -o, --output FILE    write to FILE\n"
    "  --files-from LIST    paths of more records, one a line\n"
    "  --plain              records are bare prose\n" PQ_HELP_ENGINE
        PQ_HELP_BASE PQ_HELP_FINDINGS "\n"
    "Examples:\n"
    "  pathquill ask disputes out/graph.nq\n"
    "  pathquill ask acts-on --set protein=STAT3 records/\n"
    "  pathquill ask retraction --set paper=pubmed:11751994 --to csv "
    "out/graph.nq\n";

static pq_status ask(const pq_arguments *args, pq_output *out,
                     const pq_sink *sink, pq_tally *tally) {
  pq_status st = PQ_OK;
  pq_engine *engine = NULL;
  if (args->list) return pq_ask_list(args->to, out);
  const pq_ask_options options = {.question = args->inputs.paths[0],
                                  .settings = args->settings,
                                  .n_settings = args->n_settings,
                                  .format = args->to};
  pq_inputs inputs = args->inputs;
  ++inputs.paths;
  --inputs.n_paths;
  st = pq_engine_open(&args->options, sink, &engine);
  if (!st) st = pq_ask(engine, &inputs, &options, out, sink, tally);
  pq_engine_close(engine);
  return st;
}

static int run(const pq_arguments *args) {
  pq_printer printer;
  pq_outlet outlet;
  pq_tally tally = {0};
  if (args->to && !pq_is_named(pq_table_format_name, args->to)) {
    return pq_usage_error("ask", "no such format: '%s'", args->to);
  }
  if (!args->list && !args->inputs.n_paths) {
    return pq_usage_error("ask", "which question?  See ask --list");
  }
  if (!args->list && !pq_is_named(pq_question_name, args->inputs.paths[0])) {
    return pq_usage_error("ask", "no such question: '%s'; see ask --list",
                          args->inputs.paths[0]);
  }
  if (!pq_outlet_open(&outlet, args->output)) return PQ_EXIT_OUTPUT;
  pq_printer_open(&printer, args);
  const pq_status st = ask(args, &outlet.output, &printer.sink, &tally);
  return pq_outlet_end(&outlet, &printer, st, &tally);
}

const pq_command pq_command_ask = {
    .name = "ask",
    .summary = "a question -> a table, from records or from RDF",
    .help = help,
    .options = PQ_TAKES_OUTPUT | PQ_TAKES_TO | PQ_TAKES_ENGINE |
               PQ_TAKES_INPUTS | PQ_TAKES_ASK,
    .run = run,
};
