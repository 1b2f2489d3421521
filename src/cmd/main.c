/* pathquill, the tool. */
#include "print.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const pq_command *const commands[] = {
    &pq_command_build,
    &pq_command_extract,
    &pq_command_merge,
    &pq_command_draw,
    &pq_command_site,
    &pq_command_annotate,
    &pq_command_explain,
    &pq_command_ask,
    &pq_command_check,
    &pq_command_load,
    &pq_command_query,
    &pq_command_lexicon,
    NULL,
};

static int finish(int status) {
  const bool failed = fflush(stdout) || ferror(stdout);
  if (failed && errno == EPIPE) return status; /* nobody reads on */
  if (failed) {
    (void)fprintf(stderr,
                  "pathquill: error: cannot write to standard output: %s\n",
                  pq_why_unwritten(errno));
    return PQ_EXIT_OUTPUT;
  }
  return status;
}

static int print_help(void) {
  (void)puts("Usage: pathquill COMMAND [OPTION]... [INPUT]...\n"
             "\n"
             "Reads pathway records and writes what they claim, and who says"
             " so, as RDF\nand as diagrams.\n"
             "\n"
             "Commands:");
  for (size_t i = 0; commands[i]; ++i) {
    (void)printf("  %-9s %s\n", commands[i]->name, commands[i]->summary);
  }
  (void)puts(
      "\n"
      "Options:\n"
      "  -h, --help     this text; pathquill COMMAND --help tells more\n"
      "  -V, --version  the tool's version, and digests of its lexicon and\n"
      "                 its grammar\n"
      "\n"
      "Exit status: 0 done, 1 findings at or above --fail-on, 2 misuse,"
      "\n3 input that could not be read, 4 output that could not be"
      " written,\nor memory ran out, or a mistake of ours.\n"
      "\n"
      "Examples:\n"
      "  pathquill build -o out records/\n"
      "  pathquill extract --to tsv record.md\n"
      "  pathquill explain record.md\n"
      "  pathquill ask disputes out/graph.nq\n"
      "  pathquill check out/graph.nq --records records/");
  return finish(PQ_EXIT_DONE);
}

static int print_version(void) {
  pq_engine *engine = NULL;
  const pq_status st = pq_engine_open(NULL, NULL, &engine);
  if (st) {
    (void)fprintf(stderr, "pathquill: error: %s\n", pq_status_text(st));
    return PQ_EXIT_OUTPUT;
  }
  const pq_about about = pq_engine_about(engine);
  (void)printf("pathquill %s\nlexicon %s\ngrammar %s\n", about.version,
               about.lexicon, about.grammar);
  pq_engine_close(engine);
  return finish(PQ_EXIT_DONE);
}

static const pq_command *find(const char *name) {
  for (size_t i = 0; commands[i]; ++i) {
    if (strcmp(commands[i]->name, name) == 0) return commands[i];
  }
  return NULL;
}

static bool is_one_of(const char *word, const char *a, const char *b) {
  return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

/* "pathquill help build" is "pathquill build --help". */
static int run_command(const char *name, int argc, char **argv) {
  pq_arguments args;
  int status = PQ_EXIT_DONE;
  const pq_command *const command = find(name);
  if (!command) return pq_usage_error("", "no such command: '%s'", name);
  if (!pq_arguments_read(command, argc, argv, &args, &status)) {
    return finish(status);
  }
  return finish(command->run(&args));
}

static int run_help(const char *name) {
  char help[] = "--help";
  char word[] = "help";
  char *argv[] = {word, help, NULL};
  return run_command(name, 2, argv);
}

/* A file that is opened where a closed stream was would get what is printed.
 * What holds the place can be used no more than a closed one. */
static void hold_streams(void) {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
    if (fcntl(fd, F_GETFD) >= 0) continue;
    (void)open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

int main(int argc, char **argv) {
  hold_streams();
  /* A reader that has gone is a failed write, which we tell apart. */
  (void)signal(SIGPIPE, SIG_IGN);
  if (argc < 2) return pq_usage_error("", "which command?");
  if (is_one_of(argv[1], "--help", "-h")) return print_help();
  if (is_one_of(argv[1], "--version", "-V")) return print_version();
  if (strcmp(argv[1], "help") == 0) {
    return argc == 2 ? print_help() : run_help(argv[2]);
  }
  return run_command(argv[1], argc - 1, argv + 1);
}
