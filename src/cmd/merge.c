#include "print.h"

#include <stdio.h>
#include <stdlib.h>

static const char help[] =
    "merge [OPTION]... FILE...\n"
    "\n"
    "Merges N-Quads that extract or build wrote, of shards or of other "
    "records,\n"
    "into the graph.nq that one build of them all writes, on standard output:\n"
    "ordered by stable id, each graph once.  FILEs may be .gz or .zst; - is\n"
    "standard input.  Memory is bounded; TMPDIR names the folder of temporary "
    "files.\n"
    "\n"
    "  -o, --output FILE    write to FILE\n"
    "  --summary FILE       write a table: how many documents put claims,\n"
    "                       questions and disputes forward, and the "
    "evidence\n" PQ_HELP_FINDINGS "\n"
    "Examples:\n"
    "  pathquill merge -o graph.nq shard*/graph.nq\n"
    "  pathquill merge --summary support.tsv a.nq b.nq.gz > graph.nq\n";

static int run(const pq_arguments *args) {
  pq_printer printer;
  pq_outlet outlet;
  pq_merge_count count = {0};
  if (!args->inputs.n_paths) {
    return pq_usage_error("merge", "no file to merge");
  }
  if (!pq_outlet_open(&outlet, args->output)) return PQ_EXIT_OUTPUT;
  pq_printer_open(&printer, args);
  /* The tool has one thread here, and nobody sets the environment. */
  const pq_merge_options options = {
      .scratch = getenv("TMPDIR"), /* NOLINT(concurrency-mt-unsafe): above */
      .summary = args->summary,
  };
  const pq_status st =
      pq_merge(args->inputs.paths, args->inputs.n_paths, &options,
               &outlet.output, &printer.sink, &count);
  if (!st && !args->quiet) {
    (void)fprintf(stderr, "%llu quad%s in %llu graph%s\n",
                  (unsigned long long)count.quads, count.quads == 1 ? "" : "s",
                  (unsigned long long)count.graphs,
                  count.graphs == 1 ? "" : "s");
  }
  return pq_outlet_end(&outlet, &printer, st, NULL);
}

const pq_command pq_command_merge = {
    .name = "merge",
    .summary = "files of quads -> one, as a single run would have written",
    .help = help,
    .options = PQ_TAKES_OUTPUT | PQ_TAKES_SUMMARY,
    .run = run,
};
