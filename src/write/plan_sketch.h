/* The plan in the making: what its files share. */
#ifndef PQ_WRITE_PLAN_SKETCH_H
#define PQ_WRITE_PLAN_SKETCH_H

#include "plan.h"

/** A set of cited works: a bit each, by number. */
typedef struct pq_papers {
  uint64_t *bits;
} pq_papers;

static inline bool pq_papers_have(pq_papers papers, uint32_t number) {
  return (papers.bits[number / 64] >> (number % 64)) & 1U;
}

/** A place of a text: words of it that overlap are one place, for that much RDF
 * tells too. */
typedef struct pq_where {
  pq_text_id text;
  pq_span span;
  bool said; /* somewhere at all */
} pq_where;

static inline bool pq_same_place(pq_where a, pq_where b) {
  return a.said && b.said && a.text == b.text && a.span.begin < b.span.end &&
         b.span.begin < a.span.end;
}

/** One claim, with the status under which it is drawn. */
typedef struct pq_say {
  pq_claim_id claim;
  pq_term predicate;
  pq_node actor, target; /* who acts on what: of "depends on" turned round */
  pq_stance stance;
  pq_where where; /* its first evidence stands */
  pq_view cue;    /* words of the reserve, or empty */
  pq_papers papers;
  bool done; /* drawn, or part of what is */
} pq_say;

/** An event that is drawn. */
typedef struct pq_process {
  pq_event_id event; /* 0: two things bind, as another claim needs it */
  uint32_t node;
  uint32_t inputs[PQ_THEMES_MOST], n_inputs;
  uint32_t outputs[PQ_THEMES_MOST], n_outputs;
  uint32_t row;
  pq_papers papers; /* its own */
  pq_papers told;   /* by arcs that meet it, but for those of disputes */
  pq_view cue;
  bool firm, met; /* asserted somewhere; arcs that act on it meet it */
} pq_process;

static inline bool pq_process_takes(const pq_process *p, uint32_t node) {
  for (uint32_t i = 0; i < p->n_inputs; ++i) {
    if (p->inputs[i] == node) return true;
  }
  return false;
}

static inline bool pq_process_gives(const pq_process *p, uint32_t node) {
  for (uint32_t i = 0; i < p->n_outputs; ++i) {
    if (p->outputs[i] == node) return true;
  }
  return false;
}

/** Says that are drawn as one. */
typedef struct pq_link {
  uint32_t chip;    /* or operator; 0: none */
  uint32_t target;  /* 0: in the words of the chip */
  uint32_t process; /* index of the process that it acts on, or 0 */
  uint32_t source;  /* the first one */
  uint32_t from_box, to_box;
  pq_term predicate;
  pq_view says; /* classes of its claims */
  uint32_t n;   /* papers */
  bool dispute, south;
} pq_link;

/** What a box says, for arcs that repeat it. */
typedef struct pq_box_says {
  pq_where where;
  pq_papers papers; /* bits NULL: none */
} pq_box_says;

/** Papers that a card of the evidence view lists. */
typedef struct pq_told_papers {
  pq_papers papers;
  pq_view title;
} pq_told_papers;

/** A count of what is not drawn, by word. */
typedef struct pq_left_out {
  const char *word;
  uint32_t n;
} pq_left_out;

typedef struct pq_sketch {
  const pq_graph *g;
  pq_arena *arena;
  pq_plan *plan;
  pq_plan_view view;
  const pq_overview *overview; /* NULL: it is a view of one record */
  bool map;                    /* a card in which only processes are acted on */
  pq_buf room;                 /* where words are put together */
  uint32_t n_works, n_words;   /* cited works; words of a set of them */
  uint32_t *numbers;           /* by pq_work_id: from 1, 0 not cited */
  uint32_t *nodes;             /* by pq_entity_id: where it is drawn, or 0 */
  uint32_t *genes;             /* the same, for its gene */
  uint32_t *bare;              /* by pq_entity_id: its form after a removal */
  uint32_t *by_event;          /* by pq_event_id: index of its process, or 0 */
  PQ_VEC(pq_say) says;
  PQ_VEC(pq_process) processes; /* [0] unused */
  PQ_VEC(pq_link) links;        /* [0] unused */
  PQ_VEC(pq_box_says) box_says; /* beside the plan's boxes */
  PQ_VEC(pq_left_out) left_out;
  PQ_VEC(pq_told_papers) told;
  pq_buf desc;
  uint32_t n_rows;
} pq_sketch;

/** The claim that a say draws. */
static inline const pq_claim *pq_say_claim(const pq_sketch *s,
                                           const pq_say *say) {
  return &s->g->record->claims.at[say->claim];
}

/* ---- plan_text.c ---- */

enum {
  PQ_GLUE = 1 /* a character: a space at which no line ends */
};

/** Copy what the room holds into the arena and empty it. */
PQ_NODISCARD pq_status pq_sketch_keep(pq_sketch *s, pq_view *out);

/** Append words, broken after `most` letters (L12), and cut if endless. */
void pq_put_lines(pq_buf *out, pq_view text, size_t most);

/** Append an IRI as a CURIE of the graph. */
void pq_put_curie(pq_buf *out, const pq_graph *g, pq_view iri);

/** Append the first digits of an IRI that ends in a hash. */
void pq_put_short(pq_buf *out, pq_view iri);

/** Append "[2, 9-14]" with a dash, or "no citation". */
void pq_put_papers(pq_buf *out, const pq_sketch *s, pq_papers papers);

/** Append "n=9". */
void pq_put_count(pq_buf *out, const pq_sketch *s, pq_papers papers);

/** Append "1 citation", "9 citations", "no citation". */
void pq_put_citations(pq_buf *out, const pq_sketch *s, pq_papers papers);

/** Append the class of a claim or dispute, behind a space if others stand
 * before it: "c30d0eec6". */
void pq_put_say_class(pq_buf *out, pq_view iri);

/** Append quoted words. */
void pq_put_quoted(pq_buf *out, pq_view words);

/** Append the joined labels: "A", "A and B", "A, B and C". */
void pq_put_joined(pq_buf *out, const pq_view *labels, uint32_t n);

/** The verb on a chip, its plural, and the head of its arc. */
typedef struct pq_verb {
  const char *one, *many;
  pq_term predicate;
  pq_draw_head head;
} pq_verb;
const pq_verb *pq_verb_of(pq_term predicate);

/* ---- plan_say.c ---- */

/** Collect says and number works; fold what M7 folds. */
PQ_NODISCARD pq_status pq_sketch_says(pq_sketch *s);

PQ_NODISCARD pq_status pq_papers_new(pq_sketch *s, pq_papers *out);
void pq_papers_add(const pq_sketch *s, pq_papers to, pq_papers from);
bool pq_papers_same(const pq_sketch *s, pq_papers a, pq_papers b);
/** Are all of `part` in `whole` too? */
bool pq_papers_within(const pq_sketch *s, pq_papers part, pq_papers whole);
uint32_t pq_papers_count(const pq_sketch *s, pq_papers papers);

/** All papers of a dispute's evidence, and its cue words. */
PQ_NODISCARD pq_status pq_dispute_papers(pq_sketch *s, pq_dispute_id id,
                                         pq_papers *out);

/* ---- plan_node.c ---- */

/** Add a node; its name must be new. */
PQ_NODISCARD pq_status pq_sketch_add(pq_sketch *s, const pq_draw_node *node,
                                     uint32_t *out);

/** The page about a protein; none for what has no accession (M9). */
PQ_NODISCARD pq_status pq_sketch_link(pq_sketch *s, pq_entity_id base,
                                      pq_view *out);

/** The node of an entity, made if it is new. */
PQ_NODISCARD pq_status pq_sketch_entity(pq_sketch *s, pq_entity_id id,
                                        uint32_t *out);

/** The node of an entity as a gene. */
PQ_NODISCARD pq_status pq_sketch_gene(pq_sketch *s, pq_entity_id id,
                                      uint32_t *out);

/** A form that the graph has no name for: an entity with one more badge. */
typedef struct pq_form {
  pq_entity_id entity;
  const char *head;  /* of the name: "to." */
  pq_event_id event; /* rest of the name */
  pq_view badge;     /* "+cleaved", or empty */
  pq_view words;     /* for the tooltip, behind the label */
} pq_form;
PQ_NODISCARD pq_status pq_sketch_form(pq_sketch *s, const pq_form *form,
                                      uint32_t *out);

/** Ids in the order of their IRIs. */
PQ_NODISCARD pq_status pq_sketch_sorted(const pq_sketch *s,
                                        const pq_entity_id *ids, uint32_t n,
                                        pq_entity_id **out);

/** The complex of these members. */
PQ_NODISCARD pq_status pq_sketch_complex(pq_sketch *s, const pq_entity_id *ids,
                                         uint32_t n, uint32_t *out);

/** The complex with just these members that claims speak of, or 0. */
pq_entity_id pq_complex_of(const pq_graph *g, const pq_entity_id *ids,
                           uint32_t n);

/** Add a badge to a node, unless it has it. */
PQ_NODISCARD pq_status pq_sketch_badge(pq_sketch *s, uint32_t node,
                                       pq_view badge);

/** Is the event drawn as the gene that it expresses? */
bool pq_is_expression(const pq_graph *g, pq_node node);

/** The node that is drawn already for an end of a claim; 0: none. */
uint32_t pq_sketch_drawn(const pq_sketch *s, pq_node node);

/* ---- plan_ends.c ---- */

/** What a process of an event takes and gives; nodes are made for it. */
PQ_NODISCARD pq_status pq_process_ends(pq_sketch *s, pq_process *p);

/** Is it an event that takes a group off? */
bool pq_is_removal(const pq_sketch *s, pq_node node);

/** Let a process take in things, but in views that draw none. */
PQ_NODISCARD pq_status pq_process_take_in(pq_sketch *s, pq_process *p,
                                          const pq_entity_id *ids, uint32_t n);

/* ---- plan_process.c ---- */

/** Does an event stand as what it leaves? */
static inline bool pq_is_folded(const pq_sketch *s) {
  return s->view != PQ_PLAN_CARD;
}

/** Make the process of two things that bind, where another claim uses their
 * complex (M1) or speaks of their binding; else leave the claim to be drawn as
 * an arc. */
PQ_NODISCARD pq_status pq_sketch_bind(pq_sketch *s, pq_say *say);

/** Of the inputs of each process, the one that another made comes first: the
 * row goes on through it. */
void pq_sketch_choose_inputs(const pq_sketch *s);

/** Make the process of an event, if it is new. */
PQ_NODISCARD pq_status pq_sketch_process(pq_sketch *s, pq_event_id event,
                                         uint32_t *out);

/* ---- plan_event.c ---- */

/** Is the claim drawn as an arc or process, and not told by a note or box? */
bool pq_say_is_drawn(const pq_sketch *s, const pq_say *say);

/** Does it say no more than that its event happens? */
bool pq_is_event_claim(const pq_sketch *s, const pq_say *say);

/** Is there less of the theme afterwards, or is it not what its name says, as
 * after degradation, cleavage, or removal of a group? */
bool pq_undoes(const pq_sketch *s, pq_event_id event);

/** Processes of all drawn events, in text order. */
PQ_NODISCARD pq_status pq_sketch_processes(pq_sketch *s);

/** The process of an event, or of a narrower or broader one; 0: none. */
uint32_t pq_process_near(const pq_sketch *s, pq_event_id event);

/* ---- plan_verb.c ---- */

/** Says that are drawn as one: they agree in all but one end. */
typedef struct pq_group {
  pq_say **at;
  uint32_t n;
} pq_group;

/** Append "A and B promote C (hedged with "may", 2 citations)". */
void pq_put_sentence(pq_sketch *s, const pq_group *group, pq_papers papers);

/** Append cue, verb and papers, a line each, as a chip has them. */
PQ_NODISCARD pq_status pq_sketch_verb(pq_sketch *s, const pq_say *say,
                                      const pq_papers *papers, pq_view object,
                                      pq_view *out);

/** Append what a goal box says: cue, verb, and papers unless NULL. */
PQ_NODISCARD pq_status pq_sketch_goal(pq_sketch *s, const pq_say *say,
                                      const pq_papers *papers, pq_view *out);

/** The label of an end of a claim. */
pq_view pq_sketch_label(const pq_sketch *s, pq_node node);

/** Break what the room holds into lines, and keep them. */
PQ_NODISCARD pq_status pq_sketch_keep_lines(pq_sketch *s, size_t most,
                                            pq_view *out);

/** Append the verb on a chip: "indirectly promotes expression". */
void pq_put_verb(pq_sketch *s, const pq_say *say);

/* ---- plan_evidence.c ---- */

/** Make the card of says that are drawn as one.  `object`: it is told too, or
 * empty. */
PQ_NODISCARD pq_status pq_evidence_group(pq_sketch *s, const pq_group *group,
                                         pq_papers papers, pq_view object,
                                         uint32_t *out);

/** One reading of a dispute: "directly", "via JAK3". */
typedef struct pq_rival {
  pq_claim_id claim;
  pq_view words;
} pq_rival;

/** What a dispute's card is made of. */
typedef struct pq_rivals {
  pq_view about;         /* the event */
  const pq_rival *sides; /* arcs meet them by port */
  uint32_t n_sides;
  pq_view digits;      /* of its name */
  pq_view tooltip;     /* the dispute in words */
  pq_view presupposed; /* what it takes for granted, or empty */
} pq_rivals;
PQ_NODISCARD pq_status pq_evidence_dispute(pq_sketch *s,
                                           const pq_rivals *rivals,
                                           pq_papers papers, uint32_t *out);

/** Make the card of a claim that no arc may draw, beside `anchor`. */
PQ_NODISCARD pq_status pq_evidence_note(pq_sketch *s, const pq_say *say,
                                        pq_view words, uint32_t anchor);

/** Cards of events that no agent is said to act on, and no other card tells. */
PQ_NODISCARD pq_status pq_evidence_events(pq_sketch *s);

/* ---- plan_flow.c ---- */

/** Things and arcs between them, of all says. */
PQ_NODISCARD pq_status pq_sketch_flow(pq_sketch *s, const uint32_t *fold);

/* ---- plan_group.c ---- */

/** Add to a group of one, the say at `from`, what is said in one place of
 * several actors, or of several targets that are of one sort. */
void pq_group_actors(pq_sketch *s, uint32_t from, pq_group *group);
void pq_group_targets(pq_sketch *s, uint32_t from, pq_group *group);

/** The papers of all; `*same`: each has all of them. */
PQ_NODISCARD pq_status pq_group_papers(pq_sketch *s, const pq_group *group,
                                       pq_papers *out, bool *same);

/** The box whose members are just the actors, or the targets, or 0. */
uint32_t pq_group_box(const pq_sketch *s, const pq_group *group, bool actors);

/** Are there several, and is none of them drawn yet? */
bool pq_group_is_new(const pq_sketch *s, const pq_group *group, bool actors);

/** A box of the actors, with papers behind their names if `papers`. */
PQ_NODISCARD pq_status pq_group_set(pq_sketch *s, const pq_group *group,
                                    bool papers, uint32_t *out);

/** A box of the targets, which tells what is done to them. */
PQ_NODISCARD pq_status pq_group_goal(pq_sketch *s, const pq_group *group,
                                     uint32_t *out);

/** The first member of a box, which has one. */
uint32_t pq_box_first(const pq_sketch *s, uint32_t box);

/* ---- plan_link.c ---- */

PQ_NODISCARD pq_status pq_sketch_links(pq_sketch *s);

/* ---- plan_form.c ---- */

PQ_NODISCARD pq_status pq_sketch_arc(pq_sketch *s, const pq_draw_arc *arc);

/** Does an arc lead, over any others, from one node to another?  A box is one
 * thing. */
bool pq_sketch_leads(const pq_sketch *s, uint32_t from, uint32_t to);

/** Add a box. */
PQ_NODISCARD pq_status pq_sketch_box(pq_sketch *s, const pq_draw_box *box,
                                     const pq_box_says *says, uint32_t *out);

/** The line of a stance. */
pq_draw_line pq_line_of(pq_stance stance);

/** The classes of all claims of a group. */
PQ_NODISCARD pq_status pq_sketch_classes(pq_sketch *s, const pq_group *group,
                                         pq_view *out);

/** Say of a node that it draws one more claim. */
PQ_NODISCARD pq_status pq_sketch_says_too(pq_sketch *s, uint32_t node,
                                          pq_view iri);

/** What leaves for a target: a thing as its claims mean it (L9). */
typedef struct pq_origin {
  uint32_t node, box; /* box: it leaves the frame */
} pq_origin;

PQ_NODISCARD pq_status pq_sketch_origin(pq_sketch *s, pq_node actor,
                                        uint32_t target, pq_origin *out);

/** A removal leaves the plain thing; where the thing itself is drawn too, a
 * badge tells which of the two was changed. */
PQ_NODISCARD pq_status pq_sketch_tell_apart(pq_sketch *s);

/** The node that claims about an end act on, made if it is new. */
PQ_NODISCARD pq_status pq_sketch_target(pq_sketch *s, pq_node target,
                                        uint32_t *node, uint32_t *process);

/* ---- plan_dispute.c, plan_note.c ---- */

PQ_NODISCARD pq_status pq_sketch_disputes(pq_sketch *s);
PQ_NODISCARD pq_status pq_sketch_notes(pq_sketch *s);

/* ---- plan_lane.c, plan_column.c, plan_order.c, plan_center.c ---- */

enum {
  PQ_NO_LANE = INT32_MIN,
  PQ_ROW = 1000,
  PQ_CENTER = 240 /* weight of an arc that centres */
};

PQ_NODISCARD pq_status pq_sketch_lanes(pq_sketch *s);
PQ_NODISCARD pq_status pq_sketch_columns(pq_sketch *s);
PQ_NODISCARD pq_status pq_sketch_orders(pq_sketch *s);
PQ_NODISCARD pq_status pq_sketch_centers(pq_sketch *s);

/* ---- plan_sort.c ---- */

/** Sort the nodes of a column. */
PQ_NODISCARD pq_status pq_sketch_sort(const pq_sketch *s, uint32_t *nodes,
                                      uint32_t n);

/* ---- plan_words.c ---- */

/** Describe the cited works, by number. */
PQ_NODISCARD pq_status pq_sketch_works(pq_sketch *s);

/** One sentence of the description. */
void pq_sketch_tell(pq_sketch *s, const char *head, pq_view sentence);
/** Count what is not drawn. */
PQ_NODISCARD pq_status pq_sketch_leave(pq_sketch *s, const char *word);
PQ_NODISCARD pq_status pq_sketch_words(pq_sketch *s);

#endif
