#include "print.h"

static const char help[] =
    "site [OPTION]... INPUT...\n"
    "\n"
    "Writes pages for people: a page for each record, an index that searches "
    "them\n"
    "and an overview.  Open DIR/index.html in a browser; no server and no "
    "network\n"
    "is needed.  INPUT is RDF that pathquill wrote (.nq .nt .ttl .rdf), or "
    "files\n"
    "and folders of records (.md .txt .jsonl .xml; .gz or .zst), or - for "
    "standard\n"
    "input.  RDF has of a text what it quotes; with the layers --text "
    "--mentions of\n"
    "build and extract it has the whole, and the pages are those of the "
    "records.\n"
    "\n"
    "  -o, --output DIR     where to write; made if missing (default: "
    "site)\n" PQ_HELP_INPUTS PQ_HELP_ENGINE PQ_HELP_BIBLIOGRAPHY PQ_HELP_BASE
        PQ_HELP_FINDINGS "\n"
    "Examples:\n"
    "  pathquill site -o site records/\n"
    "  pathquill extract --text --mentions --to nq records/ > all.nq\n"
    "  pathquill site -o site all.nq\n";

static int run(const pq_arguments *args) {
  pq_printer printer;
  pq_engine *engine = NULL;
  pq_tally tally = {0};
  if (!args->inputs.n_paths && !args->inputs.files_from) {
    return pq_usage_error("site", "nothing to make pages of");
  }
  pq_printer_open(&printer, args);
  pq_status st = pq_engine_open(&args->options, &printer.sink, &engine);
  if (!st) {
    st = pq_pages(engine, &args->inputs, args->output,
                  printer.terminal ? &printer.progress : NULL, &printer.sink,
                  &tally);
  }
  pq_engine_close(engine);
  return pq_printer_close(&printer, st, &tally);
}

const pq_command pq_command_site = {
    .name = "site",
    .summary = "records or RDF -> pages to look at in a browser",
    .help = help,
    .options = PQ_TAKES_OUTPUT | PQ_TAKES_ENGINE | PQ_TAKES_INPUTS |
               PQ_TAKES_BIBLIOGRAPHY,
    .run = run,
};
