#include "print.h"

static const char help[] =
    "site [OPTION]... INPUT...\n"
    "\n"
    "Writes pages for people: a page for each record, an index that searches"
    " them\nand an overview.  Open DIR/index.html in a browser; no server and "
    "no"
    " network\nis needed.  INPUT is RDF that pathquill wrote (.nq .nt .ttl"
    " .rdf), or files\nand folders of records (.md .txt .jsonl .xml; .gz or"
    " .zst), or - for standard\ninput.  RDF has of a text what it quotes; with"
    " the layers --text --mentions of\nbuild and extract it has the whole, and"
    " the pages are those of the records.\n"
    "\n"
    "  -o, --output DIR     where to write; made if missing (default: site)\n"
    "  --files-from LIST    read the paths in this file too, one a line\n"
    "  --plain              inputs are bare prose, not records\n"
    "  --ontology DIR       rules and names from DIR, not the built-in ones\n"
    "  --lexicon FILE       names of your own, before all others; may be"
    " repeated\n"
    "  --bibliography FILE  papers that records cite: .nbib .xml (PubMed) .ris"
    " .bib\n                       .json (CSL), or .gz; may be repeated\n"
    "  --base IRI           base of IRIs (https://w3id.org/pathquill/)\n"
    "  --fail-on LEVEL      status 1 for findings: error (default), warn,"
    " never\n"
    "  -q, --quiet          errors only\n"
    "  -v, --verbose        all findings\n"
    "\n"
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
