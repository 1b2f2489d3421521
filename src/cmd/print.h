/* What people see: findings, progress and the last line on standard error;
 * bytes on standard output or in a file. */
#ifndef PQ_CMD_PRINT_H
#define PQ_CMD_PRINT_H

#include "cmd.h"

/** Counts and prints findings as file:line:column: severity: text [code]. */
typedef struct pq_printer {
  const pq_arguments *args;
  uint64_t n_errors, n_warns, n_infos;
  pq_sink sink;
  pq_progress progress;
  bool terminal, drawn; /* a progress line stands on the terminal */
  int64_t began, shown; /* milliseconds */
  const char *counted;  /* by the progress: "records" */
} pq_printer;

/** `p` must not move afterwards. */
void pq_printer_open(pq_printer *p, const pq_arguments *args);

/** The inputs, or standard input where none is named. */
pq_inputs pq_inputs_or_standard(const pq_arguments *args);

/** Why writing failed, by errno. */
const char *pq_why_unwritten(int error);

/** Where bytes go. */
typedef struct pq_outlet {
  pq_output output;
  const char *path; /* NULL: standard output */
  char part[4096];  /* written beside, or empty */
  int fd;
  bool closed; /* the reader of the pipe has gone: no failure of ours */
  int error;   /* errno of the first failed write */
} pq_outlet;

/** Open standard output (`path` NULL or "-") or a file.  False, with a message,
 * if it cannot be opened.  `o` must not move afterwards. */
bool pq_outlet_open(pq_outlet *o, const char *path);

/** End the output: give the file its name, or remove it unless `whole`.
 * Returns an exit status. */
int pq_outlet_close(pq_outlet *o, bool whole);

/** Close the output and the printer of a run, and choose its exit status.  A
 * pipe that nobody reads any more is a quiet end. */
int pq_outlet_end(pq_outlet *o, pq_printer *p, pq_status st,
                  const pq_tally *tally);

/** Print the last line and choose the exit status of a run. */
int pq_printer_close(pq_printer *p, pq_status st, const pq_tally *tally);

#endif
