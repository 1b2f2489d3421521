/* The door of the room `write`: the table of writers. */
#ifndef PQ_WRITE_WRITE_H
#define PQ_WRITE_WRITE_H

#include "graph/graph.h"

/** What a writer makes one file of. */
typedef enum pq_writer_kind {
  PQ_WRITER_TEXT,    /* bytes from the graph at once */
  PQ_WRITER_PICTURE, /* DOT drawn by a child: svg, png, pdf */
  PQ_WRITER_MAP,     /* from the graph and what a child places: sbgn */
  PQ_WRITER_RUN      /* none of a record: files for the whole run */
} pq_writer_kind;

typedef struct pq_writer {
  const char *name;   /* "ttl" */
  const char *ending; /* ".ttl" */
  pq_writer_kind kind;
  bool alone; /* no two threads may write it at once */
  /** Append a file of one record.  NULL but for text. */
  pq_status (*write)(const pq_graph *g, pq_buf *out);
  /** Append one record of a stream.  NULL: there are no streams of it. */
  pq_status (*stream)(const pq_graph *g, pq_buf *out);
  /** What stands before the first record of a stream, and behind the last;
   * NULL: nothing. */
  void (*head)(pq_buf *out);
  void (*tail)(pq_buf *out);
  /** Is there what the writer needs?  If not, that is told.  NULL: it needs
   * nothing. */
  pq_status (*ready)(const pq_sink *sink);
} pq_writer;

/** Writer by index; NULL past the last. */
const pq_writer *pq_writer_at(size_t index);
/** Writer by name; NULL if there is none. */
const pq_writer *pq_writer_named(pq_view name);
/** Is there what it needs?  PQ_OK, or PQ_BAD_WRITE, which was told. */
PQ_NODISCARD pq_status pq_writer_ready(const pq_writer *writer,
                                       const pq_sink *sink);

/* The writers, each appending one record. */
PQ_NODISCARD pq_status pq_write_turtle(const pq_graph *g, pq_buf *out);
PQ_NODISCARD pq_status pq_write_nquads(const pq_graph *g, pq_buf *out);
PQ_NODISCARD pq_status pq_write_ntriples(const pq_graph *g, pq_buf *out);
PQ_NODISCARD pq_status pq_write_claim_lines(const pq_graph *g, pq_buf *out);
PQ_NODISCARD pq_status pq_write_claim_table(const pq_graph *g, pq_buf *out);
PQ_NODISCARD pq_status pq_write_dot(const pq_graph *g, pq_buf *out);

/** Views of a drawing. */
typedef enum pq_plan_view {
  PQ_PLAN_CARD,     /* processes, what acts on them, their effects */
  PQ_PLAN_EVIDENCE, /* a card per claim, with its papers */
  PQ_PLAN_OVERVIEW, /* activities and the weight of evidence */
  PQ_N_PLAN_VIEWS
} pq_plan_view;

/** Name of a view: "card"; NULL past the last. */
const char *pq_plan_view_name(size_t index);

/** Append a view of the graph as DOT. */
PQ_NODISCARD pq_status pq_write_view(const pq_graph *g, pq_plan_view view,
                                     pq_buf *out);

/** How many records are drawn as one. */
typedef struct pq_overview {
  const uint32_t *fold; /* by entity: what it is drawn as; NULL: itself */
  pq_view title;        /* or empty */
  pq_view record;       /* the one record's id, or empty */
  uint32_t n_records;
} pq_overview;

/** Append an overview of a graph that holds many records. */
PQ_NODISCARD pq_status pq_write_overview(const pq_graph *g,
                                         const pq_overview *options,
                                         pq_buf *out);

/** A parent process that draws.  Open it before any thread is started; one
 * thread at a time may use it. */
typedef struct pq_easel pq_easel;
PQ_NODISCARD pq_status pq_easel_open(pq_alloc *alloc, const pq_sink *sink,
                                     pq_easel **out);
/** One more beside `n` others, for another thread; it warms up while nobody
 * waits.  PQ_OK, PQ_NO_MEM or PQ_LIMIT (no process); nothing is told. */
PQ_NODISCARD pq_status pq_easel_beside(pq_alloc *alloc, pq_easel *const *others,
                                       uint32_t n, pq_easel **out);
/** Where its findings go from now on. */
void pq_easel_hear(pq_easel *easel, const pq_sink *sink);
/** Draw DOT as "svg", "png" or "pdf"; bytes are appended to `out`.  A crash or
 * a time-out of the child is PQ_LIMIT, with a finding; the easel goes on. */
PQ_NODISCARD pq_status pq_easel_draw(pq_easel *easel, pq_view dot,
                                     pq_view format, pq_buf *out);
void pq_easel_close(pq_easel *easel);

/** Append the reaction card of a graph as SBGN-ML, placed by the easel.  Status
 * as that of pq_easel_draw. */
PQ_NODISCARD pq_status pq_write_sbgn(const pq_graph *g, pq_easel *easel,
                                     pq_buf *out);

#endif
