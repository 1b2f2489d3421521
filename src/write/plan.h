/* What a drawing shows: nodes, arcs and boxes in columns.  Rules have numbers:
 * M what is drawn, L where it stands.
 *
 *   say     one claim with its status and papers
 *   link    says that are drawn as one: sources -> chip -> target
 *   column  0        1       2        3
 *           sources  boxes   chips -> process -> product -> chip -> effect
 *
 * In the other views an event stands as what it leaves: the evidence view has a
 * card of papers in place of each chip, the overview how many papers there are.
 *
 * Nothing here knows Graphviz. */
#ifndef PQ_WRITE_PLAN_H
#define PQ_WRITE_PLAN_H

#include "write.h"

typedef enum pq_draw_kind {
  PQ_DRAW_PROTEIN,
  PQ_DRAW_DISEASE, /* fusion or mutant */
  PQ_DRAW_COMPLEX, /* of named members */
  PQ_DRAW_CHEMICAL,
  PQ_DRAW_PATHWAY,
  PQ_DRAW_GENE,
  PQ_DRAW_EFFECT,  /* a biological process */
  PQ_DRAW_OTHER,   /* place, cell, species, unknown name */
  PQ_DRAW_PROCESS, /* an event */
  PQ_DRAW_BINDING, /* an event that joins its inputs */
  PQ_DRAW_SINK,    /* what is left of the degraded */
  PQ_DRAW_CHIP,    /* verb and papers on an arc */
  PQ_DRAW_RIVAL,   /* one reading of a dispute */
  PQ_DRAW_OR,      /* where rival readings join */
  PQ_DRAW_NOTE,    /* open question, negated or unclear claim */
  PQ_DRAW_CAPTION, /* kind and papers of a process */
  PQ_DRAW_CLAIM,   /* one claim and its papers */
  PQ_DRAW_AND,     /* what is needed together */
  PQ_DRAW_STOP,    /* scaffold from here on: never seen */
  PQ_DRAW_ROOF,
  PQ_DRAW_FLOOR,
  PQ_DRAW_GATE,
  PQ_DRAW_FORK,
  PQ_DRAW_LEVEL, /* where a process is, in the column before it */
  PQ_DRAW_CLEAR
} pq_draw_kind;

/** How sure a claim is: bar, border and words of its card (M8). */
typedef enum pq_draw_tone {
  PQ_TONE_ASSERTED,
  PQ_TONE_HEDGED,
  PQ_TONE_DISPUTED,
  PQ_TONE_OPEN /* unclear, negated, or a question */
} pq_draw_tone;

/** A line of a claim's card. */
typedef enum pq_draw_row_kind {
  PQ_ROW_HEAD,   /* verb and object */
  PQ_ROW_STATUS, /* how sure, and by how many */
  PQ_ROW_WORK,
  PQ_ROW_REVIEW,
  PQ_ROW_SAME,  /* whose papers it has */
  PQ_ROW_REMARK /* what else there is to know */
} pq_draw_row_kind;

typedef struct pq_draw_row {
  pq_draw_row_kind kind;
  pq_view text, url, tooltip;
  uint32_t port; /* of an arc that ends here, from 1; 0: none */
} pq_draw_row;

typedef struct pq_draw_node {
  pq_view name; /* in DOT: a CURIE of the graph, or a helper's name */
  pq_draw_kind kind;
  pq_view label;  /* lines, separated by LF */
  pq_view strong; /* words of the label in bold (rivals) */
  pq_view papers; /* behind the name, "[8]", or empty */
  pq_view mods;   /* badges, joined by '|': "+pY705", "-S727", "@nucleus" */
  pq_view tooltip, url;
  pq_view says; /* classes of the claims that it draws: "c30d0eec6 ..." */
  const pq_view *members; /* of a complex */
  uint32_t n_members;
  const pq_draw_row *rows; /* of a claim */
  uint32_t n_rows;
  pq_draw_tone tone;
  uint32_t thing;         /* entity that it is, or is a form of; 0: none */
  uint32_t box;           /* that it stands in; 0: none */
  uint32_t size;          /* of scaffold: its height in points */
  uint32_t arcs[2];       /* of a process: arcs from north and south */
  bool uncertain;         /* a process all of whose evidence is hedged */
  uint32_t anchor;        /* of a note or caption: what it is about */
  uint32_t mention;       /* of a stop: node as which it is sorted, or 0 */
  uint32_t column, place; /* place in its column */
  int32_t lane;
} pq_draw_node;

/** Arrowheads, in the words of SBGN. */
typedef enum pq_draw_head {
  PQ_HEAD_NONE,
  PQ_HEAD_PRODUCTION,
  PQ_HEAD_CATALYSIS,
  PQ_HEAD_STIMULATION,
  PQ_HEAD_INHIBITION,
  PQ_HEAD_MODULATION,
  PQ_HEAD_NECESSARY
} pq_draw_head;

typedef enum pq_draw_line {
  PQ_LINE_SOLID,
  PQ_LINE_HEDGED,
  PQ_LINE_DISPUTED,
  PQ_LINE_OPEN
} pq_draw_line;

typedef struct pq_draw_arc {
  uint32_t from, to;
  char to_side; /* 'w', 'n', 's', or 0: where it likes */
  pq_draw_head head;
  pq_draw_line line;
  uint32_t from_box, to_box; /* leaves, meets the border of a box */
  uint32_t weight;
  uint32_t link;   /* that it belongs to; 0: a process has it */
  uint32_t port;   /* of a claim's row that it meets; 0: none */
  uint32_t n;      /* papers behind it, where its width tells */
  pq_view tooltip; /* where no node tells: in a flow */
  pq_view says; /* as that of a node; of a process's arc: the process has it */
} pq_draw_arc;

typedef enum pq_draw_box_kind {
  PQ_BOX_SET,
  PQ_BOX_GOAL,
  PQ_BOX_FORM,
  PQ_BOX_RIVAL
} pq_draw_box_kind;

typedef struct pq_draw_box {
  pq_draw_box_kind kind;
  pq_view name, label, tooltip; /* label: lines, separated by LF */
  pq_view strong;               /* a first line in bold */
  pq_view says;                 /* as that of a node */
  uint32_t lines;               /* of the label, all */
  uint32_t gate;                /* where arcs meet it: node; 0 till then */
} pq_draw_box;

/** Two neighbours in a column, or an invisible arc that centres. */
typedef struct pq_draw_order {
  uint32_t from, to;
  uint32_t steps; /* gap, in steps of nodesep */
  uint32_t weight;
  bool note; /* the line of a comment: seen */
} pq_draw_order;

/** An entry of the key. */
typedef struct pq_draw_sign {
  const char *sign, *word;
  bool disputed;
} pq_draw_sign;

/** A cited work. */
typedef struct pq_draw_work {
  pq_view label, tooltip, url;
  bool review; /* and the label says so at its end */
} pq_draw_work;

typedef struct pq_plan {
  pq_plan_view view;
  pq_view id;       /* of the drawing, fit for XML */
  pq_view title;    /* or empty */
  pq_view shown_id; /* the stable id, or empty */
  pq_view link;     /* to the record, or empty */
  pq_view species;
  pq_view about;              /* under the title of an overview */
  pq_view desc;               /* the claims in words */
  pq_view more;               /* what is not drawn, or empty */
  bool empty;                 /* nothing is drawn */
  bool flow;                  /* no columns: Graphviz places it */
  PQ_VEC(pq_draw_node) nodes; /* [0] unused */
  PQ_VEC(pq_draw_arc) arcs;
  PQ_VEC(pq_draw_box) boxes;      /* [0] unused */
  PQ_VEC(uint32_t) columns;       /* nodes, column by column, top to bottom */
  PQ_VEC(uint32_t) column_starts; /* one more than there are columns */
  PQ_VEC(pq_draw_order) orders;   /* within columns */
  PQ_VEC(pq_draw_order) centers;
  PQ_VEC(pq_draw_sign) signs;
  PQ_VEC(pq_draw_work) works;
} pq_plan;

/** What a view of the graph shows.  It lives in the graph's arena. */
PQ_NODISCARD pq_status pq_plan_fill(const pq_graph *g, pq_plan_view view,
                                    pq_plan *out);

/** The card for a map in which only processes can be acted on (SBGN): who
 * inhibits a thing promotes its inactivation. */
PQ_NODISCARD pq_status pq_plan_map(const pq_graph *g, pq_plan *out);

/** What an overview shows: as rules place it if it is small, else as a flow. */
PQ_NODISCARD pq_status pq_plan_overview(const pq_graph *g,
                                        const pq_overview *options,
                                        pq_plan *out);

static inline bool pq_draw_is_scaffold(pq_draw_kind kind) {
  return kind >= PQ_DRAW_STOP;
}

#endif
