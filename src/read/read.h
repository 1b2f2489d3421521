/* The door of the room `read`: bytes in, a record with sentences out. */
#ifndef PQ_READ_READ_H
#define PQ_READ_READ_H

#include "model/store.h"

/** How a record's bytes are written. */
typedef enum pq_raw_format {
  PQ_RAW_MARKDOWN, /* .md .txt: YAML front matter and Markdown */
  PQ_RAW_JSONL,    /* one line of .jsonl */
  PQ_RAW_PLAIN,    /* prose and nothing else: pq_inputs.plain */
  PQ_RAW_TITLED,   /* a line of title, then prose */
  PQ_RAW_PUBMED    /* one PubmedArticle of PubMed's XML */
} pq_raw_format;

/** One record's bytes as they came. */
typedef struct pq_raw {
  pq_view bytes; /* a file, a line without its end, or an element */
  pq_raw_format format;
  pq_place place; /* file, and the line on which the bytes begin */
  bool has_given; /* `given` are the entities of the text, an .a1 file */
  pq_view given, given_file;
} pq_raw;

/** Words that end no sentence ("et al", "Fig", "e.g"), lower case, without the
 * last stop. */
typedef struct pq_stops {
  const pq_view *words;
  size_t n;
} pq_stops;

/** Fill `r` (begun by pq_store_begin, r->place set) from raw bytes: fields,
 * texts, references, sentences.  Findings with line and column go to r->sink.
 * PQ_OK, or the record is given up: PQ_BAD_SYNTAX, PQ_BAD_ENCODING, PQ_LIMIT,
 * PQ_NO_MEM.  A missing stable_id, title, species or summary is a finding
 * (warning), not a failure; a missing summary leaves no summary sentences. */
PQ_NODISCARD pq_status pq_read_record(pq_record *r, const pq_raw *raw,
                                      const pq_stops *stops);

/** A stream of raw records from files, folders, lists and standard input. */
typedef struct pq_stream pq_stream;

/** Open a stream.  Paths from folders are sorted by bytes; a path that cannot
 * be read is reported when its turn comes (pq_stream_next returns its status
 * and goes on with the next one at the next call). */
PQ_NODISCARD pq_status pq_stream_open(pq_alloc *alloc, const pq_inputs *inputs,
                                      const pq_sink *sink, pq_stream **out);

/** The next record's bytes, valid until the next call.  PQ_OK, PQ_END, or a
 * status for one input that was reported and is skipped (PQ_BAD_READ, PQ_LIMIT:
 * the caller counts it and calls again); PQ_NO_MEM ends the stream. */
PQ_NODISCARD pq_status pq_stream_next(pq_stream *s, pq_raw *out);

/** Would the next record have to be waited for, as from a pipe? */
bool pq_stream_waits(const pq_stream *s);

/** Records that the stream will give, as far as it is known without reading
 * (number of files), or 0. */
uint64_t pq_stream_total(const pq_stream *s);

void pq_stream_close(pq_stream *s);

#endif
