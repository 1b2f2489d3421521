#include "feed.h"

#include "base/inlet.h"
#include "base/note.h"
#include "query/quads.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum {
  CHUNK = 64 * 1024
};

static pq_status feed(pq_rdf_reader *reader, int fd) {
  pq_status st = PQ_OK;
  char bytes[CHUNK];
  for (;;) {
    const ssize_t n = read(fd, bytes, sizeof bytes);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return PQ_BAD_READ;
    if (n == 0) return pq_rdf_reader_end(reader);
    PQ_TRY(st, pq_rdf_reader_take(reader, (pq_view){bytes, (size_t)n}));
  }
}

static bool is_record(pq_view file) {
  static const pq_view ends[] = {PQ_LIT_INIT(".md"), PQ_LIT_INIT(".txt"),
                                 PQ_LIT_INIT(".jsonl"), PQ_LIT_INIT(".xml")};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; ++i) {
    if (pq_view_ends(file, ends[i])) return true;
  }
  return false;
}

static pq_status read_file(pq_rdf *rdf, pq_view file, int fd,
                           const pq_sink *sink) {
  pq_status st = PQ_OK;
  pq_rdf_reader *reader = NULL;
  const char *const syntax = pq_rdf_syntax(file);
  if (!syntax && is_record(file)) {
    return pq_fail(sink, PQ_BAD_READ, "check.ending", (pq_place){.file = file},
                   "this is no RDF but a record, by its name: check reads RDF;"
                   " of a record, explain tells what is read");
  }
  if (!syntax) {
    return pq_fail(sink, PQ_BAD_READ, "check.ending", (pq_place){.file = file},
                   "the name does not tell the syntax: it ends in .ttl, .nt,"
                   " .nq or .rdf");
  }
  PQ_TRY(st, pq_rdf_reader_open(rdf, syntax, file, sink, &reader));
  st = feed(reader, fd);
  pq_rdf_reader_close(reader);
  if (st == PQ_BAD_READ) {
    (void)pq_fail(sink, st, "check.unread", (pq_place){.file = file},
                  "cannot read the file");
  }
  return st;
}

pq_status pq_feed_rdf(pq_rdf *rdf, const char *path, const pq_sink *sink) {
  const pq_view file = pq_view_of(path);
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    return pq_fail(sink, PQ_BAD_READ, "check.unread", (pq_place){.file = file},
                   "cannot open the file");
  }
  const pq_status st = read_file(rdf, file, fd, sink);
  (void)close(fd);
  return st;
}

/* ---- line by line ---- */

static pq_status tell_unread(pq_status st, pq_view file, uint32_t line,
                             const pq_sink *sink) {
  const pq_place at = {.file = file, .line = line};
  if (st == PQ_BAD_READ) {
    return pq_fail(sink, st, "ask.unread", at, "cannot read the file: %s",
                   pq_file_why(errno));
  }
  if (st == PQ_LIMIT) {
    return pq_fail(sink, st, "ask.line", at, "the line is longer than 4 MiB");
  }
  return st;
}

static pq_status read_lines(pq_quads *quads, pq_inlet *in) {
  for (;;) {
    pq_view line;
    uint32_t number = 0;
    pq_status st = pq_inlet_line(in, &line, &number);
    if (st == PQ_END) return PQ_OK;
    if (st) return tell_unread(st, quads->file, number, quads->sink);
    PQ_TRY(st, pq_quads_line(quads, line, number));
  }
}

static pq_status feed_lines(pq_rdf *rdf, const char *path,
                            const pq_sink *sink) {
  pq_quads quads;
  pq_inlet in;
  const pq_view file = pq_view_of(path);
  pq_quads_open(&quads, rdf, file, sink);
  pq_inlet_init(&in, rdf->alloc);
  pq_status st = pq_inlet_open(&in, path, PQ_FILE_NAMED);
  st = st ? tell_unread(st, file, 0, sink) : read_lines(&quads, &in);
  if (!st) pq_rdf_settle(rdf);
  pq_inlet_clear(&in);
  pq_quads_close(&quads);
  return st;
}

pq_status pq_feed_bulk(pq_rdf *rdf, const char *path, const pq_sink *sink) {
  const pq_view file = pq_view_of(path);
  const bool lines =
      pq_view_ends(file, PQ_LIT(".nq")) || pq_view_ends(file, PQ_LIT(".nt"));
  return lines ? feed_lines(rdf, path, sink) : pq_feed_rdf(rdf, path, sink);
}
