/* pathquill: reads pathway prose, writes knowledge graphs.
 *
 * The one public header.  Text is UTF-8; views are (pointer, length) and are
 * not terminated.  Offsets in outputs are Unicode code points, half open;
 * sizes are bytes.  Callers own what they pass and what an `_open` gave them.
 * Nothing here prints, exits, or opens a socket to the network.
 *
 * A pointer may be NULL only where this header says so; every `sink`, `tally`
 * and `n_errors` may.  Names are given by index: NULL past the last.
 *
 * Any call that returns a status may return PQ_OK, PQ_NO_MEM, PQ_BAD_ARG (a
 * NULL that may not be), PQ_INTERNAL and, where it has an `out`, what that
 * gave; the others are told with the call.  Where it is not PQ_OK,
 * out-parameters are untouched, but for a `tally`.  A record that cannot be
 * read is reported, counted in `tally->failed` and skipped: PQ_OK says that the
 * run came to its end, the tally what became of the records.
 */
#ifndef PATHQUILL_H
#define PATHQUILL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#  define PQ_API               __attribute__((visibility("default")))
#  define PQ_NODISCARD         __attribute__((warn_unused_result))
#  define PQ_PURE              __attribute__((pure))
#  define PQ_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#else
#  define PQ_API
#  define PQ_NODISCARD
#  define PQ_PURE
#  define PQ_PRINTF(fmt, args)
#endif

/* ---- the border: types that every room shares ---- */

/** How a call ended.  Zero is success; PQ_END is no error. */
typedef enum pq_status {
  PQ_OK,
  PQ_END,          /**< no more items */
  PQ_NO_MEM,       /**< an allocation failed */
  PQ_BAD_ARG,      /**< the caller asked for what makes no sense */
  PQ_BAD_SYNTAX,   /**< input that does not parse */
  PQ_BAD_ENCODING, /**< input that is no UTF-8, or holds NUL */
  PQ_BAD_READ,     /**< a file that could not be read */
  PQ_BAD_WRITE,    /**< output that could not be written */
  PQ_LIMIT,        /**< a limit of docs/limits was reached */
  PQ_INTERNAL      /**< a mistake of ours */
} pq_status;

/** Words for a status, for messages.  Never NULL. */
PQ_API const char *pq_status_text(pq_status st);

/** Text that somebody else owns; not terminated. */
typedef struct pq_view {
  const char *ptr;
  size_t len;
} pq_view;

/** How much a finding matters. */
typedef enum pq_severity {
  PQ_NOTE_INFO,
  PQ_NOTE_WARN,
  PQ_NOTE_ERROR
} pq_severity;

/** Where a finding points.  Lines and columns count from 1, columns in code
 * points; 0 is "not known". */
typedef struct pq_place {
  pq_view file;
  uint32_t line, column;
} pq_place;

/** One finding.  All views live only during the call that hands it over. */
typedef struct pq_note {
  pq_severity severity;
  pq_status status; /**< why; PQ_OK for news and warnings */
  const char *code; /**< short fixed name, such as "record.no-id" */
  pq_place at;
  pq_view record; /**< stable id, or empty */
  pq_view text;   /**< what is wrong, and what to do about it */
} pq_note;

/** Takes findings.  A NULL sink, or one without `note`, is silence. */
typedef struct pq_sink {
  void *user;
  void (*note)(void *user, const pq_note *note);
} pq_sink;

/** An allocator.  It sees itself, so that a test can subclass it.  NULL in its
 * place means the C library's. */
typedef struct pq_alloc pq_alloc;
struct pq_alloc {
  /** As realloc; size 0 frees and returns NULL. */
  void *(*resize)(pq_alloc *self, void *ptr, size_t size);
};

/** Takes bytes.  Any status but PQ_OK ends the run with it; PQ_NO_MEM and
 * PQ_LIMIT only give up the record. */
typedef struct pq_output {
  void *user;
  pq_status (*write)(void *user, const char *bytes, size_t len);
} pq_output;

/* ---- the engine ---- */

/** What an engine is made of.  All zero is the default.  pq_engine_open copies
 * what it needs of the strings; `alloc` must outlive the engine. */
typedef struct pq_options {
  pq_alloc *alloc;      /**< NULL: the C library's */
  const char *ontology; /**< folder of rules and names; NULL: built in */
  const char *base;     /**< base IRI; NULL: https://w3id.org/pathquill/ */
  const char *const *lexicons; /**< .tsv and .pqlx, strongest first; those that
                                  pq_lexicon_import wrote come after all */
  size_t n_lexicons;           /**< at most 15 */
  const char *const *bibliographies; /**< .nbib .xml .ris .bib .json, or .gz:
                                        for works that a record cites and its
                                        own list lacks */
  size_t n_bibliographies;
  bool mentions; /**< RDF with mentions, pointers and rules */
  bool text;     /**< RDF with the whole text of each document */
  bool full;     /**< claim lines with the nodes that they speak of */
  bool trace;    /**< pq_explain also tells the steps of the grammar */
  uint32_t jobs; /**< threads of pq_extract and pq_build, 64 at most; 0 or 1:
                    none.  They all call `alloc`; sinks and outputs they never
                    call */
} pq_options;

/** Lexicon and grammar, loaded and checked once, constant afterwards. */
typedef struct pq_engine pq_engine;

/** Open an engine; `options` NULL is the default.  Mistakes in rules or names
 * go to `sink` with file, line and column; a bad entry of a bibliography is
 * told and passed over.  The caller owns `*out`.  PQ_BAD_ARG (a base that is no
 * IRI), PQ_BAD_SYNTAX, PQ_BAD_ENCODING, PQ_BAD_READ or PQ_LIMIT. */
PQ_API PQ_NODISCARD pq_status pq_engine_open(const pq_options *options,
                                             const pq_sink *sink,
                                             pq_engine **out);

/** Close an engine; NULL is allowed. */
PQ_API void pq_engine_close(pq_engine *engine);

/** What made an output: version, and SHA-256 of lexicon and grammar in hex.
 * The strings live as long as the engine. */
typedef struct pq_about {
  const char *version, *lexicon, *grammar;
} pq_about;
PQ_API pq_about pq_engine_about(const pq_engine *engine);

/* ---- runs ---- */

/** What to read: files, folders (recursive: .md .txt, and .jsonl and .xml of
 * PubMed, which may be .gz or .zst), "-" for standard input, and `files_from`,
 * a list of paths (one a line, or separated by NUL; "-" is standard input).
 * Paths from folders are sorted.  No path and no list is standard input too. */
typedef struct pq_inputs {
  const char *const *paths; /**< may be NULL if there are none */
  size_t n_paths;
  const char *files_from; /**< or NULL */
  bool plain;             /**< input is bare prose, not records */
  /** Only records whose stable id (or bytes, where there is none) hashes to
   * `shard` of `n_shards`, 1 to n, by XXH3; 0 shards: all.  For pq_extract and
   * pq_build. */
  uint32_t shard, n_shards;
} pq_inputs;

/** What a run counted. */
typedef struct pq_tally {
  uint64_t records, failed;   /**< read; given up */
  uint64_t sentences, silent; /**< all; those without a claim */
  uint64_t mentions, ungrounded;
  uint64_t claims, disputes, questions, evidence;
  uint64_t citations, resolved;
  /** Evidence by status: asserted, presupposed, hedged, alternative,
   * controversial, unclear, denied. */
  uint64_t by_status[7];
  /** Numbered sites of proteins that claims speak of: unverified, verified,
   * mismatched. */
  uint64_t sites[3];
} pq_tally;

/** Called now and then from the running thread, for progress.  `total` is 0
 * where it is not known; `tick` may be NULL. */
typedef struct pq_progress {
  void *user;
  void (*tick)(void *user, const pq_tally *so_far, uint64_t total);
} pq_progress;

/** Formats of pq_extract: "jsonl" (claim lines), "tsv", "nq", "nt", "ttl",
 * "rdf", "jsonld" (a document a line). */
PQ_API const char *pq_format_name(size_t index);

/** Read records and stream what they claim, in input order.  The tally is
 * stored whatever the status is, unless nothing was begun: set it to zero
 * before.  PQ_BAD_ARG (unknown format, no such shard) or PQ_BAD_READ (the list
 * of paths, or no input at all, could be read). */
PQ_API PQ_NODISCARD pq_status pq_extract(pq_engine *engine,
                                         const pq_inputs *inputs,
                                         const char *format, pq_output *out,
                                         const pq_sink *sink, pq_tally *tally);

/** What pq_build writes, and where. */
typedef struct pq_build_options {
  const char *folder;       /**< made if missing; NULL: "out" */
  const char *const *types; /**< of pq_type_name */
  size_t n_types;           /**< 0: ttl, dot, svg */
  const char *edges; /**< file for the run's plain edges, or NULL: N-Triples of
                        claims that are asserted and nowhere disputed */
  bool site;         /**< pages for people too, in the folder's site/ */
  bool only_site;    /**< with `site`: nothing but these pages, and they are in
                        the folder itself */
  const pq_progress *progress; /**< or NULL */
} pq_build_options;

/** Types of pq_build. */
PQ_API const char *pq_type_name(size_t index);

/** Write one file of each type per record, named by stable id, and graph.nq,
 * report.tsv and names.tsv for the run.  Files are written beside and renamed;
 * what killed runs left half written in the folder is removed.  Findings come
 * in the order of stable ids, as the files do.  Output does not depend on the
 * order of the inputs; a record that is given up leaves no file.  The tally is
 * stored whatever the status is.  PQ_BAD_ARG (unknown type, no such shard,
 * `edges` that name no file), PQ_BAD_READ (as pq_extract), PQ_BAD_WRITE or
 * PQ_LIMIT (no process that draws could be started). */
PQ_API PQ_NODISCARD pq_status pq_build(pq_engine *engine,
                                       const pq_inputs *inputs,
                                       const pq_build_options *options,
                                       const pq_sink *sink, pq_tally *tally);

/** Write pages for people of records, or of RDF that pathquill wrote (paths
 * that end in .nq, .nt, .ttl or .rdf), into `folder`; NULL: "site".  The pages
 * of RDF with all its layers are those of the records but for what no RDF
 * tells, and each says what it lacks.  As pq_build, and PQ_BAD_ARG for records
 * beside RDF, PQ_BAD_READ as pq_ask. */
PQ_API PQ_NODISCARD pq_status pq_pages(pq_engine *engine,
                                       const pq_inputs *inputs,
                                       const char *folder,
                                       const pq_progress *progress,
                                       const pq_sink *sink, pq_tally *tally);

/** Views of pq_draw: "card", "evidence", "overview". */
PQ_API const char *pq_draw_view_name(size_t index);

/** Statuses of evidence: "asserted" and so on. */
PQ_API const char *pq_draw_status_name(size_t index);

/** Ways of an overview to draw many as one: "none", "family", "pathway". */
PQ_API const char *pq_draw_collapse_name(size_t index);

/** Themes: "light", "dark", "print". */
PQ_API const char *pq_draw_theme_name(size_t index);

/** What pq_draw draws, and where to.  All zero but for one of `folder`, `file`
 * and `out` is the default. */
typedef struct pq_draw_options {
  const char *view;       /**< of pq_draw_view_name; NULL: "card" */
  const char *title;      /**< of an overview; NULL: none */
  const char *around;     /**< claims near this thing only: a label, CURIE or
                             IRI; NULL: all */
  unsigned hops;          /**< so many claims from it; 0: 1 */
  unsigned min_citations; /**< claims that rest on so many papers */
  const char *const *statuses; /**< "asserted" ...: evidence that counts */
  size_t n_statuses;           /**< 0: all */
  const char *collapse; /**< "none", "family", "pathway": what an overview draws
                           as one; NULL: as its size asks */
  const char *const *types; /**< "svg" "png" "pdf" "dot", "sbgn" (card) */
  size_t n_types;           /**< 0: svg */
  const char *theme;        /**< of pq_draw_theme_name; NULL: "light" */
  unsigned width; /**< in millimetres, with a warning where letters get smaller
                     than 6 points; 0: natural */
  const char *folder; /**< for many: ID.svg, ID.evidence.svg */
  const char *file;   /**< for one picture of one type */
  pq_output *out;     /**< likewise */
} pq_draw_options;

/** Draw each record (card, evidence view), or all of them as one (overview):
 * paths that end in .nq, .nt, .ttl or .rdf are RDF that pathquill wrote.  A
 * picture that cannot be made is told and left out.  PQ_BAD_ARG (no such view,
 * type, status or thing; several pictures for one file), PQ_BAD_READ (as
 * pq_ask; RDF without a record), PQ_BAD_WRITE or PQ_LIMIT (as pq_build). */
PQ_API PQ_NODISCARD pq_status pq_draw(pq_engine *engine,
                                      const pq_inputs *inputs,
                                      const pq_draw_options *options,
                                      const pq_sink *sink, pq_tally *tally);

/** What pq_annotate writes, and where. */
typedef struct pq_annotate_options {
  const char *folder; /**< made if missing; NULL: "out" */
  const char *scheme; /**< NULL: as `given` tells, or "pc" */
  bool given;         /**< the entities are those of the .a1 beside each text */
} pq_annotate_options;

/** Schemes of pq_annotate: "pc", "ge", "epi", "cg". */
PQ_API const char *pq_scheme_name_at(size_t index);

/** Write the events of each text in standoff format, a file named after it:
 * .a2 for given entities, else .ann.  A text whose .a1 cannot be read is
 * skipped too.  PQ_BAD_ARG (unknown scheme), PQ_BAD_READ (as pq_extract) or
 * PQ_BAD_WRITE. */
PQ_API PQ_NODISCARD pq_status pq_annotate(pq_engine *engine,
                                          const pq_inputs *inputs,
                                          const pq_annotate_options *options,
                                          const pq_sink *sink, pq_tally *tally);

/** Tell, sentence by sentence, what was read and why, as text, and at the end
 * which names are not settled.  Tally and status are as those of pq_extract. */
PQ_API PQ_NODISCARD pq_status pq_explain(pq_engine *engine,
                                         const pq_inputs *inputs,
                                         pq_output *out, const pq_sink *sink,
                                         pq_tally *tally);

/** Check RDF files that pathquill wrote: they parse, every claim's, question's,
 * dispute's and evidence's IRI re-hashes, no blank node, no xsd:string, nothing
 * without evidence; and, where `records` is not NULL, every quote is the
 * document's text at its offsets.  PQ_OK when all files were read, whatever
 * `*n_errors` is; PQ_LIMIT (a file with too many statements) or PQ_BAD_READ (a
 * file or the records could not be read, or a file does not parse; the other
 * files are checked). */
PQ_API PQ_NODISCARD pq_status pq_check(pq_engine *engine,
                                       const char *const *files, size_t n_files,
                                       const pq_inputs *records,
                                       const pq_sink *sink, uint64_t *n_errors);

/** Where pq_merge works, and what else it tells. */
typedef struct pq_merge_options {
  const char *scratch; /**< folder of temporary files; NULL: /tmp */
  size_t memory;       /**< bytes of quads that are sorted at once; 0: 32 MiB */
  const char *summary; /**< file for a table of how many documents put claims,
                          questions and disputes forward; or NULL */
} pq_merge_options;

/** What pq_merge wrote. */
typedef struct pq_merge_count {
  uint64_t graphs, quads;
} pq_merge_count;

/** Merge files of quads that pathquill wrote (or .gz, .zst; "-": standard
 * input), the lines of each graph together, into the graph.nq that one pq_build
 * of all their records writes: ordered by stable id and graph, each graph once.
 * A graph that differs between files gets the lines of all, sorted.  Takes some
 * 70 MiB, or the largest graph (256 MiB at most), and temporary files.
 * `options` and `count` may be NULL.  PQ_BAD_READ, PQ_BAD_SYNTAX (a line is no
 * quad), PQ_LIMIT or PQ_BAD_WRITE. */
PQ_API PQ_NODISCARD pq_status pq_merge(const char *const *files, size_t n_files,
                                       const pq_merge_options *options,
                                       pq_output *out, const pq_sink *sink,
                                       pq_merge_count *count);

/** Questions of pq_ask. */
PQ_API const char *pq_question_name(size_t index);

/** Formats of pq_ask: "text", "tsv", "csv", "json" (the three of SPARQL 1.1).
 */
PQ_API const char *pq_table_format_name(size_t index);

/** A question, and how it is answered. */
typedef struct pq_ask_options {
  const char *question;        /**< see pq_question_name */
  const char *const *settings; /**< "protein=STAT3"; "before=FILE", an
                                    input; may be NULL if none */
  size_t n_settings;
  const char *format; /**< NULL: "text" */
} pq_ask_options;

/** Answer a question from what the inputs say together: paths that end in .nq,
 * .nt, .ttl or .rdf are RDF that pathquill wrote, all others records or claim
 * lines.  PQ_BAD_ARG (no such question, setting or format; claim lines, which
 * cannot answer this one; nothing, or several things, have a name), PQ_BAD_READ
 * (a file of RDF, or as pq_extract) or PQ_LIMIT. */
PQ_API PQ_NODISCARD pq_status pq_ask(pq_engine *engine, const pq_inputs *inputs,
                                     const pq_ask_options *options,
                                     pq_output *out, const pq_sink *sink,
                                     pq_tally *tally);

/** Tell the questions as a table: name, parameters, what is asked, twin, and
 * what claim lines are missing to answer it.  `format` as in pq_ask_options;
 * PQ_BAD_ARG if there is no such. */
PQ_API PQ_NODISCARD pq_status pq_ask_list(const char *format, pq_output *out);

/* ---- the lexicon by itself ---- */

/** Check the form of lexicon tables in `folder` (NULL: the built-in ones hold).
 * PQ_BAD_SYNTAX if something is wrong, or as pq_engine_open. */
PQ_API PQ_NODISCARD pq_status pq_lexicon_verify(const char *folder,
                                                const pq_sink *sink);

/** Tell, as warnings, which words of the file `words` (one a line, or the first
 * column of a table; packed by gzip or not) are names of the tables in `folder`
 * (NULL: of the built-in ones) but for case, although english.tsv lacks them:
 * such a word would be read as a name where a sentence begins with it.  PQ_OK
 * whether or not there are any; PQ_BAD_ARG (no file), PQ_BAD_READ, or as
 * pq_lexicon_verify. */
PQ_API PQ_NODISCARD pq_status pq_lexicon_collisions(const char *folder,
                                                    const char *words,
                                                    const pq_sink *sink);

/** Compile the tables in `folder` to one image file at `path`; NULL copies the
 * built-in image.  The same rows give the same bytes.  As pq_lexicon_verify,
 * PQ_BAD_ARG (no name of a file) or PQ_BAD_WRITE. */
PQ_API PQ_NODISCARD pq_status pq_lexicon_compile(const char *folder,
                                                 const char *path,
                                                 const pq_sink *sink);

/** What pq_lexicon_import reads. */
typedef struct pq_import {
  const char *kind;         /**< see pq_import_kind_name */
  const char *const *files; /**< or folders; .gz is inflated */
  size_t n_files;
  const char *const *lexicons; /**< images whose things give their ids to those
                                  that come in, as the built-in ones do */
  size_t n_lexicons;
  const char *taxa; /**< "9606,10090": only these species; NULL: as usual */
  bool all_loci;    /**< more than genes that make a protein */
  const pq_progress *progress; /**< or NULL; counts rows as records */
} pq_import;

/** Kinds of files; `files` (may be NULL) is set to the names of the official
 * ones. */
PQ_API const char *pq_import_kind_name(size_t index, const char **files);

/** Read files of a public database and write their names as an image to `path`,
 * for pq_options.lexicons.  A bad line is told, counted in `*n_bad` (may be
 * NULL) and passed over.  PQ_BAD_ARG (no such kind), PQ_BAD_SYNTAX or
 * PQ_BAD_READ (a file is not of this kind, or cannot be read to its end;
 * nothing is written), PQ_LIMIT or PQ_BAD_WRITE. */
PQ_API PQ_NODISCARD pq_status pq_lexicon_import(const pq_import *what,
                                                const char *path,
                                                const pq_sink *sink,
                                                uint64_t *n_bad);

/** Put images together into one at `path`.  PQ_BAD_READ (a file is no image, or
 * is damaged), PQ_LIMIT or PQ_BAD_WRITE. */
PQ_API PQ_NODISCARD pq_status pq_lexicon_merge(const char *const *images,
                                               size_t n, const char *path,
                                               const pq_sink *sink);

/** Tell what the engine's lexicon reads in `text`: readings, scores, rejected
 * candidates, as text.  PQ_BAD_ENCODING: `text` is no UTF-8. */
PQ_API PQ_NODISCARD pq_status pq_lexicon_show(const pq_engine *engine,
                                              const char *text, pq_output *out);

/** Tell what the layers of the engine's lexicon hold and where it comes from;
 * or, if `file` is not NULL, what this one file of names holds: then as
 * pq_engine_open. */
PQ_API PQ_NODISCARD pq_status pq_lexicon_stats(const pq_engine *engine,
                                               const char *file, pq_output *out,
                                               const pq_sink *sink);

/** Tell which names in the records are not known, or are left open, the most
 * frequent first, as a table: names.tsv of pq_build.  Tally and status are as
 * those of pq_extract. */
PQ_API PQ_NODISCARD pq_status pq_lexicon_gaps(pq_engine *engine,
                                              const pq_inputs *inputs,
                                              pq_output *out,
                                              const pq_sink *sink,
                                              pq_tally *tally);

#endif
