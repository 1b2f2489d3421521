/* What an engine holds, and a desk: one record in flight.
 *
 *   raw -> read -> taxon -> scan -> claim -> resolve -> graph -> sites ->
 * writers
 *         [---------------------- pq_desk_run ----------------------]
 * Only the pipeline knows this order.  An engine is constant once it is open;
 * a desk is cleared, never freed, between records.
 */
#ifndef PQ_ENGINE_H
#define PQ_ENGINE_H

#include "shard.h"

#include "claim/claim.h"
#include "graph/graph.h"
#include "lexicon/lexicon.h"
#include "read/bibliography.h"
#include "read/read.h"

enum {
  PQ_JOBS_MOST = 64 /* threads of a run */
};

/** Bytes that one record may take at its desk: 256 MiB. */
#define PQ_DESK_MOST ((size_t)256 << 20)

struct pq_engine {
  pq_alloc *alloc;
  pq_lexicon *lexicon;
  const pq_grammar *grammar;
  pq_bibliography *bibliography; /* NULL: none was given */
  pq_buf kept; /* the grammar's files and the base IRI, where not built in */
  pq_classes classes;
  pq_stops stops;
  pq_maker maker;
  uint32_t jobs;
  bool trace;
};

typedef struct pq_desk {
  const pq_engine *engine;
  const pq_sink *outer; /* where findings go on to */
  pq_sink sink;         /* what the rooms see: adds record and place */
  pq_place place;
  pq_arena arena;
  pq_spellings spellings; /* of all records so far, unless they are: */
  pq_spellings *lent;     /* by the thread, which has several desks; or NULL */
  pq_record record;
  pq_graph graph;
  pq_buf folded;             /* room for comparing names */
  bool *heard;               /* by sentence: something is claimed there */
  bool happenings;           /* r->happenings are wanted */
  bool bodies;               /* and names of what lives */
  pq_shard shard;            /* of other records nothing is made */
  pq_buf *trace;             /* takes the steps of the grammar, or NULL */
  uint64_t errors, warnings; /* findings about this record */
} pq_desk;

/** An empty desk.  It must not move: records point to its sink. */
void pq_desk_open(pq_desk *desk, const pq_engine *engine, const pq_sink *sink);
void pq_desk_close(pq_desk *desk);

/** Take a record from bytes to graph.  PQ_OK; PQ_END: it is of another shard;
 * or why it is given up, which was told to the sink then. */
PQ_NODISCARD pq_status pq_desk_run(pq_desk *desk, const pq_raw *raw);

/** Only read it, as far as its stable id and sentences. */
PQ_NODISCARD pq_status pq_desk_read(pq_desk *desk, const pq_raw *raw);

/** Tell that the record is given up, unless its room already did.  Returns
 * `st`. */
pq_status pq_desk_give_up(pq_desk *desk, pq_status st);

/** Add what the record holds. */
void pq_desk_count(const pq_desk *desk, pq_tally *tally);

/** What callers give as inputs, and outputs: is it there, with the paths that
 * it counts? */
static inline bool pq_inputs_are_sound(const pq_inputs *inputs) {
  return inputs && (!inputs->n_paths || inputs->paths);
}
static inline bool pq_output_is_sound(const pq_output *out) {
  return out && out->write;
}

/** Fill the `fits` of each work from the record's references and, for what they
 * lack, from `others` (NULL: nothing), whose entries are put behind them; tell
 * of works that fit several. */
PQ_NODISCARD pq_status pq_resolve_works(pq_record *r,
                                        const pq_bibliography *others,
                                        pq_buf *folded);

/** Of a record that is a paper, let what it claims cite it.  Once, behind the
 * works of the text. */
PQ_NODISCARD pq_status pq_paper_cite(pq_record *r);

/** Find what is known of the sites of all claims (record->checked). */
PQ_NODISCARD pq_status pq_sites_look(const pq_engine *engine,
                                     const pq_graph *g);

/** The same, and tell of those that the sequence does not have.  The graph must
 * be filled. */
PQ_NODISCARD pq_status pq_sites_check(pq_desk *desk);

/** Line and column of a byte of a text, as far as the record knows them. */
pq_place pq_record_place(const pq_record *r, pq_text_id text, uint32_t at);

#endif
