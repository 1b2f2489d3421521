#include "print.h"

#include <string.h>

static const char help[] =
    "draw [OPTION]... INPUT...\n"
    "\n"
    "Draws records: what happens and what acts on it, the papers behind each "
    "claim,\n"
    "or all of them as one.  An INPUT is RDF that pathquill wrote (.nq .nt "
    ".ttl\n"
    ".rdf), a file or folder of records (.md .txt .jsonl .jsonl.gz), or - for\n"
    "standard input.\n"
    "\n"
    "  --view VIEW          card (the reaction, the default), evidence (a card "
    "per\n"
    "                       claim with its papers), overview (all records as "
    "one)\n"
    "  --title TEXT         of an overview\n"
    "  --around NAME        only claims near a thing: a label (STAT3), an id\n"
    "                       (uniprot:P40763) or an IRI\n"
    "  --hops N             so many claims from it (default: 1)\n"
    "  --min-citations N    only claims that rest on so many papers\n"
    "  --status LIST        only evidence of these statuses, joined by "
    "commas:\n"
    "                       asserted presupposed hedged alternative "
    "controversial\n"
    "                       unclear denied\n"
    "  --collapse HOW       of an overview: members as their family, things as "
    "the\n"
    "                       pathway named after them, or none (default: by "
    "size)\n"
    "  --theme THEME        light (the default; an SVG turns dark on dark\n"
    "                       screens), dark, print (grey)\n"
    "  --width MM           so many millimetres wide; a warning tells where "
    "letters\n"
    "                       get smaller than 6 points\n"
    "  -t, --types LIST     joined by commas (default: svg): svg png pdf dot,\n"
    "                       sbgn (SBGN-ML of the card)\n"
    "  -o, --output PATH    a folder (default: out), made if missing; or, for "
    "one\n"
    "                       record and one type, a file: its ending is the "
    "type;\n"
    "                       - is standard output\n" PQ_HELP_INPUTS
        PQ_HELP_ENGINE PQ_HELP_BIBLIOGRAPHY PQ_HELP_BASE PQ_HELP_FINDINGS "\n"
    "Examples:\n"
    "  pathquill draw record.md\n"
    "  pathquill draw --view evidence -o papers.pdf record.md\n"
    "  pathquill draw -o pictures out/graph.nq\n"
    "  pathquill draw --view overview --around STAT3 -o stat3.svg "
    "out/graph.nq\n"
    "  pathquill draw -t dot -o - record.md | dot -Tsvg > plain.svg\n";

static const char *const types[] = {"svg", "png", "pdf", "dot", "sbgn"};

static bool is_drawing(const char *type) {
  for (size_t i = 0; i < sizeof types / sizeof *types; ++i) {
    if (strcmp(types[i], type) == 0) return true;
  }
  return false;
}

/* The type that the ending of a file's name tells, or NULL. */
static const char *type_of(const char *path) {
  const char *const dot = strrchr(path, '.');
  for (size_t i = 0; dot && i < sizeof types / sizeof *types; ++i) {
    if (strcmp(types[i], dot + 1) == 0) return types[i];
  }
  return NULL;
}

/* Where to: a folder, a file of one type, or standard output. */
static int aim(const pq_arguments *args, const char **only,
               pq_draw_options *out) {
  const char *const path = args->output ? args->output : "out";
  for (size_t i = 0; i < args->n_types; ++i) {
    if (is_drawing(args->types[i])) continue;
    return pq_usage_error("draw", "'%s' is no type of drawing", args->types[i]);
  }
  out->types = args->types;
  out->n_types = args->n_types;
  *only = type_of(path);
  if (!*only) {
    out->folder = path;
    return PQ_EXIT_DONE;
  }
  if (args->n_types > 1 ||
      (args->n_types && strcmp(args->types[0], *only) != 0)) {
    return pq_usage_error("draw", "%s would not be %s", path,
                          args->n_types > 1 ? "a folder" : args->types[0]);
  }
  out->file = path;
  out->types = only;
  out->n_types = 1;
  return PQ_EXIT_DONE;
}

static pq_status draw(const pq_arguments *args, const pq_draw_options *options,
                      const pq_sink *sink, pq_tally *tally) {
  pq_engine *engine = NULL;
  pq_status st = pq_engine_open(&args->options, sink, &engine);
  if (!st) st = pq_draw(engine, &args->inputs, options, sink, tally);
  pq_engine_close(engine);
  return st;
}

static int draw_out(const pq_arguments *args, const pq_draw_options *aimed) {
  pq_printer printer;
  pq_outlet outlet;
  pq_tally tally = {0};
  pq_draw_options options = *aimed;
  if (!pq_outlet_open(&outlet, NULL)) return PQ_EXIT_OUTPUT;
  options.folder = NULL;
  options.out = &outlet.output;
  pq_printer_open(&printer, args);
  const pq_status st = draw(args, &options, &printer.sink, &tally);
  return pq_outlet_end(&outlet, &printer, st, &tally);
}

static int run(const pq_arguments *args) {
  pq_printer printer;
  pq_tally tally = {0};
  pq_draw_options options = args->draw;
  const char *only = NULL;
  if (!args->inputs.n_paths && !args->inputs.files_from) {
    return pq_usage_error("draw", "nothing to draw");
  }
  const int wrong = aim(args, &only, &options);
  if (wrong) return wrong;
  if (args->output && strcmp(args->output, "-") == 0) {
    return draw_out(args, &options);
  }
  pq_printer_open(&printer, args);
  const pq_status st = draw(args, &options, &printer.sink, &tally);
  return pq_printer_close(&printer, st, &tally);
}

const pq_command pq_command_draw = {
    .name = "draw",
    .summary = "records -> pictures: reactions, papers, the whole",
    .help = help,
    .options = PQ_TAKES_OUTPUT | PQ_TAKES_TYPES | PQ_TAKES_ENGINE |
               PQ_TAKES_INPUTS | PQ_TAKES_BIBLIOGRAPHY | PQ_TAKES_DRAW,
    .run = run,
};
