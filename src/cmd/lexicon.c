#include "print.h"

#include <stdio.h>
#include <string.h>

static const char help[] =
    "lexicon check [DIR] [--words FILE]\n"
    "       pathquill lexicon compile [DIR | IMAGE...] -o FILE\n"
    "       pathquill lexicon import KIND FILE... -o FILE\n"
    "       pathquill lexicon show [OPTION]... TEXT...\n"
    "       pathquill lexicon stats [OPTION]... [FILE]\n"
    "       pathquill lexicon gaps [OPTION]... RECORD...\n"
    "\n"
    "check looks at the tables in DIR (concepts.tsv, names.tsv, ...); compile\n"
    "makes one image (.pqlx) of them, or of several images; import makes one\n"
    "of files of a public database; show tells what names in TEXT are read "
    "as;\n"
    "stats counts what FILE or the whole lexicon holds, and tells its "
    "sources;\n"
    "gaps lists names in records that are not known or are left open.  "
    "Without\n"
    "DIR the built-in lexicon is meant.  An image is used with --lexicon; "
    "what\n"
    "was imported is asked after the built-in names.\n"
    "\n"
    "  -o, --output FILE    for compile, import: the image; else: write to "
    "FILE\n"
    "  --taxa LIST          for import: only these species (9606,10090)\n"
    "  --all-loci           for import: not only genes that make a protein\n"
    "  --words FILE         for check: tell which of these English words are\n"
    "                       names too, though english.tsv lacks them\n"
    "  --lexicon FILE       for show, stats, gaps: more names; for import: "
    "more\n"
    "                       things that have ids; may be repeated\n"
    "  --ontology DIR       for show, stats, gaps: rules and names from DIR\n"
    "  --files-from LIST    for gaps: read the paths in this file too\n"
    "  --plain              for gaps: inputs are bare prose, not "
    "records\n" PQ_HELP_FINDINGS "\n"
    "Kinds of import; their official files are named in docs/lexicon.md:\n"
    "  hgnc ncbi-gene uniprot-fasta uniprot-tsv famplex reactome tsv\n"
    "  obo chebi-names cellosaurus ncbi-names\n"
    "and sqlite, if libsqlite3 was there when pathquill was built.\n"
    "\n"
    "Examples:\n"
    "  pathquill lexicon check ontology/lexicon\n"
    "  pathquill lexicon check --words /usr/share/dict/words\n"
    "  pathquill lexicon compile ontology/lexicon -o names.pqlx\n"
    "  pathquill lexicon import hgnc hgnc_complete_set.txt -o hgnc.pqlx\n"
    "  pathquill lexicon compile hgnc.pqlx famplex.pqlx -o all.pqlx\n"
    "  pathquill lexicon show --lexicon all.pqlx 'NPM1-ALK'\n"
    "  pathquill lexicon gaps --lexicon all.pqlx records/\n";

/* What may stand behind an action. */
enum {
  MAY_OUTPUT = 1,
  MAY_ENGINE = 2, /* --ontology --base */
  MAY_LEXICON = 4,
  MAY_IMPORT = 8,  /* --taxa --all-loci */
  MAY_INPUTS = 16, /* --files-from --plain */
  MAY_WORDS = 32
};

typedef struct action {
  const char *name;
  unsigned may;
  int (*run)(const pq_arguments *args);
} action;

/* Words behind the action. */
static size_t n_words(const pq_arguments *args) {
  return args->inputs.n_paths - 1;
}

static const char *word(const pq_arguments *args, size_t i) {
  return i < n_words(args) ? args->inputs.paths[i + 1] : NULL;
}

static int show(const pq_arguments *args) {
  pq_printer printer;
  pq_outlet outlet;
  pq_engine *engine = NULL;
  if (!n_words(args)) {
    return pq_usage_error("lexicon", "which text shall be shown?");
  }
  if (!pq_outlet_open(&outlet, args->output)) return PQ_EXIT_OUTPUT;
  pq_printer_open(&printer, args);
  pq_status st = pq_engine_open(&args->options, &printer.sink, &engine);
  for (size_t i = 0; !st && i < n_words(args); ++i) {
    st = pq_lexicon_show(engine, word(args, i), &outlet.output);
  }
  pq_engine_close(engine);
  return pq_outlet_end(&outlet, &printer, st, NULL);
}

static int stats(const pq_arguments *args) {
  pq_printer printer;
  pq_outlet outlet;
  pq_engine *engine = NULL;
  if (n_words(args) > 1) return pq_usage_error("lexicon", "one file, please");
  if (!pq_outlet_open(&outlet, args->output)) return PQ_EXIT_OUTPUT;
  pq_printer_open(&printer, args);
  pq_status st = pq_engine_open(&args->options, &printer.sink, &engine);
  if (!st) {
    st = pq_lexicon_stats(engine, word(args, 0), &outlet.output, &printer.sink);
  }
  pq_engine_close(engine);
  return pq_outlet_end(&outlet, &printer, st, NULL);
}

static int gaps(const pq_arguments *args) {
  pq_printer printer;
  pq_outlet outlet;
  pq_engine *engine = NULL;
  pq_tally tally = {0};
  pq_inputs inputs = args->inputs;
  ++inputs.paths;
  --inputs.n_paths;
  if (!inputs.n_paths && !inputs.files_from) {
    return pq_usage_error("lexicon", "gaps in which records?");
  }
  if (!pq_outlet_open(&outlet, args->output)) return PQ_EXIT_OUTPUT;
  pq_printer_open(&printer, args);
  pq_status st = pq_engine_open(&args->options, &printer.sink, &engine);
  if (!st) {
    st =
        pq_lexicon_gaps(engine, &inputs, &outlet.output, &printer.sink, &tally);
  }
  pq_engine_close(engine);
  return pq_outlet_end(&outlet, &printer, st, &tally);
}

static bool is_image(const char *path) {
  const size_t n = strlen(path);
  return n > 5 && strcmp(path + n - 5, ".pqlx") == 0;
}

/* A folder of tables, or images to put together. */
static int compile(const pq_arguments *args) {
  pq_printer printer;
  const size_t n = n_words(args);
  const bool images = n && is_image(word(args, 0));
  for (size_t i = 1; i < n; ++i) {
    if (images && is_image(word(args, i))) continue;
    return pq_usage_error("lexicon", "one folder, or images, please");
  }
  if (!args->output) {
    return pq_usage_error("lexicon", "compile wants -o FILE");
  }
  pq_printer_open(&printer, args);
  const pq_status st =
      images ? pq_lexicon_merge(args->inputs.paths + 1, n, args->output,
                                &printer.sink)
             : pq_lexicon_compile(word(args, 0), args->output, &printer.sink);
  return pq_printer_close(&printer, st, NULL);
}

static int check(const pq_arguments *args) {
  pq_printer printer;
  if (n_words(args) > 1) {
    return pq_usage_error("lexicon", "one folder, please");
  }
  pq_printer_open(&printer, args);
  pq_status st = pq_lexicon_verify(word(args, 0), &printer.sink);
  if (!st && args->words) {
    st = pq_lexicon_collisions(word(args, 0), args->words, &printer.sink);
  }
  return pq_printer_close(&printer, st, NULL);
}

static bool is_kind(const char *name) {
  const char *kind = NULL;
  for (size_t i = 0; (kind = pq_import_kind_name(i, NULL)); ++i) {
    if (strcmp(kind, name) == 0) return true;
  }
  return false;
}

/* Lines that were passed over are input that could not be read. */
static int import(const pq_arguments *args) {
  pq_printer printer;
  pq_tally tally = {0};
  const char *const kind = word(args, 0);
  if (!kind) return pq_usage_error("lexicon", "import which kind of file?");
  if (!is_kind(kind)) {
    return pq_usage_error("lexicon", "no such kind of file: '%s'", kind);
  }
  if (n_words(args) < 2) return pq_usage_error("lexicon", "import what?");
  if (!args->output) {
    return pq_usage_error("lexicon", "import wants -o FILE");
  }
  pq_printer_open(&printer, args);
  printer.counted = "rows";
  const pq_import what = {.kind = kind,
                          .files = args->inputs.paths + 2,
                          .n_files = n_words(args) - 1,
                          .lexicons = args->options.lexicons,
                          .n_lexicons = args->options.n_lexicons,
                          .taxa = args->taxa,
                          .all_loci = args->all_loci,
                          .progress = &printer.progress};
  const pq_status st =
      pq_lexicon_import(&what, args->output, &printer.sink, &tally.failed);
  return pq_printer_close(&printer, st, &tally);
}

static const action actions[] = {
    {"check", MAY_WORDS, check},
    {"compile", MAY_OUTPUT, compile},
    {"gaps", MAY_OUTPUT | MAY_LEXICON | MAY_ENGINE | MAY_INPUTS, gaps},
    {"import", MAY_OUTPUT | MAY_LEXICON | MAY_IMPORT, import},
    {"show", MAY_OUTPUT | MAY_LEXICON | MAY_ENGINE, show},
    {"stats", MAY_OUTPUT | MAY_LEXICON | MAY_ENGINE, stats},
};

/* The first option that the action does not heed, or NULL. */
static const char *idle_option(const pq_arguments *args, unsigned may) {
  const pq_options *const o = &args->options;
  if (args->output && !(may & MAY_OUTPUT)) return "output";
  if (o->ontology && !(may & MAY_ENGINE)) return "ontology";
  if (o->n_lexicons && !(may & MAY_LEXICON)) return "lexicon";
  if (args->taxa && !(may & MAY_IMPORT)) return "taxa";
  if (args->all_loci && !(may & MAY_IMPORT)) return "all-loci";
  if (args->words && !(may & MAY_WORDS)) return "words";
  if (args->inputs.files_from && !(may & MAY_INPUTS)) return "files-from";
  if (args->inputs.plain && !(may & MAY_INPUTS)) return "plain";
  return o->base && !(may & MAY_ENGINE) ? "base" : NULL;
}

static int run(const pq_arguments *args) {
  if (!args->inputs.n_paths) {
    return pq_usage_error("lexicon",
                          "check, compile, import, show, stats or gaps?");
  }
  const char *const name = args->inputs.paths[0];
  for (size_t i = 0; i < sizeof actions / sizeof actions[0]; ++i) {
    if (strcmp(name, actions[i].name) != 0) continue;
    const char *const idle = idle_option(args, actions[i].may);
    if (!idle) return actions[i].run(args);
    return pq_usage_error("lexicon", "%s takes no --%s", name, idle);
  }
  return pq_usage_error("lexicon", "no such action: '%s'", name);
}

const pq_command pq_command_lexicon = {
    .name = "lexicon",
    .summary = "check, compile, import, count and show names",
    .help = help,
    .options =
        PQ_TAKES_OUTPUT | PQ_TAKES_ENGINE | PQ_TAKES_IMPORT | PQ_TAKES_INPUTS,
    .run = run,
};
