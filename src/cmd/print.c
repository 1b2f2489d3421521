#include "print.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Text of strangers: control characters could play with the terminal. */
static void put_text(pq_view text) {
  for (size_t i = 0; i < text.len; ++i) {
    const unsigned char c = (unsigned char)text.ptr[i];
    (void)putc(c < 0x20 || c == 0x7F ? '?' : c, stderr);
  }
}

static void wipe_progress(pq_printer *p) {
  if (p->drawn) (void)fputs("\r\033[K", stderr);
  p->drawn = false;
}

static void put_place(const pq_place *at) {
  if (!at->file.len) {
    (void)fputs("pathquill", stderr);
    return;
  }
  put_text(at->file);
  if (at->line) (void)fprintf(stderr, ":%lu", (unsigned long)at->line);
  if (at->line && at->column) {
    (void)fprintf(stderr, ":%lu", (unsigned long)at->column);
  }
}

static void print_note(void *user, const pq_note *note) {
  static const char *const words[] = {"info", "warning", "error"};
  pq_printer *const p = user;
  p->n_infos += note->severity == PQ_NOTE_INFO;
  p->n_warns += note->severity == PQ_NOTE_WARN;
  p->n_errors += note->severity == PQ_NOTE_ERROR;
  if (note->severity == PQ_NOTE_INFO && !p->args->verbose) return;
  if (note->severity == PQ_NOTE_WARN && p->args->quiet) return;
  wipe_progress(p);
  put_place(&note->at);
  (void)fprintf(stderr, ": %s: ", words[note->severity]);
  put_text(note->text);
  (void)fprintf(stderr, " [%s]\n", note->code ? note->code : "?");
}

static int64_t now(void) {
  struct timespec t = {0};
  (void)clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* "  1200 of 2521 records, 840 a second, 2 s left" */
static void show_progress(void *user, const pq_tally *so_far, uint64_t total) {
  enum {
    EVERY = 200
  };
  pq_printer *const p = user;
  const int64_t time = now();
  if (!p->terminal || time - p->shown < EVERY) return;
  p->shown = time;
  const uint64_t done = so_far->records + so_far->failed;
  const uint64_t spent = (uint64_t)(time - p->began) + 1;
  const uint64_t rate = done * 1000 / spent;
  (void)fprintf(stderr, "\r\033[K  %llu", (unsigned long long)done);
  if (total) (void)fprintf(stderr, " of %llu", (unsigned long long)total);
  (void)fprintf(stderr, " %s, %llu a second", p->counted,
                (unsigned long long)rate);
  if (total > done && done) {
    (void)fprintf(stderr, ", %llu s left",
                  (unsigned long long)(spent * (total - done) / done / 1000));
  }
  (void)fflush(stderr);
  p->drawn = true;
}

pq_inputs pq_inputs_or_standard(const pq_arguments *args) {
  static const char *const standard_input[] = {"-"};
  pq_inputs inputs = args->inputs;
  if (!inputs.n_paths && !inputs.files_from) {
    inputs.paths = standard_input;
    inputs.n_paths = 1;
  }
  return inputs;
}

void pq_printer_open(pq_printer *p, const pq_arguments *args) {
  *p = (pq_printer){.args = args, .began = now(), .counted = "records"};
  p->terminal = !args->quiet && isatty(STDERR_FILENO);
  p->sink = (pq_sink){.user = p, .note = print_note};
  p->progress = (pq_progress){.user = p, .tick = show_progress};
}

static int exit_of(pq_status st) {
  switch (st) {
  case PQ_OK:
  case PQ_END: return PQ_EXIT_DONE;
  case PQ_BAD_ARG: return PQ_EXIT_USAGE;
  case PQ_BAD_SYNTAX:
  case PQ_BAD_ENCODING:
  case PQ_BAD_READ:
  case PQ_LIMIT: return PQ_EXIT_INPUT;
  case PQ_NO_MEM:
  case PQ_BAD_WRITE:
  case PQ_INTERNAL: return PQ_EXIT_OUTPUT;
  }
  return PQ_EXIT_OUTPUT;
}

int pq_printer_close(pq_printer *p, pq_status st, const pq_tally *tally) {
  int status = exit_of(st);
  wipe_progress(p);
  const bool found = p->n_errors || (p->n_warns && //
                                     p->args->fail_on == PQ_FAIL_WARN);
  if (found && p->args->fail_on != PQ_FAIL_NEVER && !status) {
    status = PQ_EXIT_FINDINGS;
  }
  if (tally && tally->failed && status < PQ_EXIT_INPUT) {
    status = PQ_EXIT_INPUT;
  }
  if (st && !p->n_errors) {
    (void)fprintf(stderr, "pathquill: error: %s\n", pq_status_text(st));
    ++p->n_errors;
  }
  if (!p->args->quiet) {
    (void)fprintf(stderr, "ERROR %llu  WARN %llu  INFO %llu\n",
                  (unsigned long long)p->n_errors,
                  (unsigned long long)p->n_warns,
                  (unsigned long long)p->n_infos);
  }
  return status;
}
