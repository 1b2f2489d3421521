/* A page in the making: what its files share.
 *
 *   items     claims, questions and disputes, numbered as the text puts them
 *             forward: c1, c2 ...; data-c="1 2" marks what belongs to them
 *   papers    works, numbered as the diagram numbers them; data-w="3"
 *   things    what names stand for, as the text names them; data-e="7"
 */
#ifndef PQ_WRITE_PAGE_PARTS_H
#define PQ_WRITE_PAGE_PARTS_H

#include "by_sentence.h"
#include "page.h"

#include "base/intern.h"

/** One claim, question or dispute, with all that puts it forward. */
typedef struct pq_page_item {
  pq_stated states;
  uint32_t id; /* of the first claim, or dispute, with this IRI */
  pq_view iri, label;
  pq_view page;              /* that tells of it; empty: this one */
  pq_stance stance;          /* the most telling one */
  PQ_VEC(uint32_t) evidence; /* in text order */
  PQ_VEC(uint32_t) related;  /* items: sides of a dispute, disputes of a side */
  PQ_VEC(pq_triple) triples; /* its own; then those of its evidence */
} pq_page_item;

/** Numbers, sorted, each once. */
typedef PQ_VEC(uint32_t) pq_page_set;

typedef struct pq_page {
  const pq_graph *g;
  const pq_record *r;
  pq_arena *arena;
  pq_buf *out;
  pq_shelves shelves;
  PQ_VEC(pq_page_item) items;  /* [0] unused */
  pq_intern iris;              /* of items: their number is the id + 1 */
  uint32_t *item_of;           /* by evidence: its item, or 0 */
  uint32_t *numbers;           /* by pq_work_id: from 1 */
  pq_work_id *works;           /* by number; [0] unused */
  uint32_t n_works, n_cited;   /* all; those that evidence cites come first */
  pq_page_set *citing;         /* by pq_work_id: items that cite it */
  uint32_t *thing_numbers;     /* by pq_entity_id of what is no state: from 1 */
  PQ_VEC(pq_entity_id) things; /* by number; [0] unused */
  PQ_VEC(uint32_t) named;      /* numbers of those that have an IRI */
  bool *heard;                 /* by sentence: something is claimed there */
  pq_view theme;               /* of the first event: for searches */
  PQ_VEC(pq_triple) triples;
} pq_page;

/* ---- page_item.c ---- */

PQ_NODISCARD pq_status pq_page_collect(pq_page *p);

/** The number of a thing, or of what it is a state of. */
uint32_t pq_page_thing(const pq_page *p, pq_entity_id id);

/** The item with this IRI, or 0. */
uint32_t pq_page_item_named(const pq_page *p, pq_view iri);

/* ---- page_put.c: small pieces ---- */

void pq_page_text(const pq_page *p, const char *html);
void pq_page_words(const pq_page *p, pq_view words);
void pq_page_number(const pq_page *p, uint64_t n);

/** Forget what a buffer holds; that it failed is kept in the page's own. */
void pq_page_empty(const pq_page *p, pq_buf *room);

/** Does the graph tell it, or is it read back from RDF that does not? */
bool pq_page_lacks(const pq_page *p, unsigned what);

/** Append words with each run of white space as one space. */
void pq_page_line(const pq_page *p, pq_view words);

/** Append "claim-9454..." of an item: the id of its element. */
void pq_page_anchor(const pq_page *p, const pq_page_item *item);

/** Put a number into a set. */
PQ_NODISCARD pq_status pq_page_set_put(pq_arena *arena, pq_page_set *set,
                                       uint32_t n);

/** Append ` data-c="1 4"`, or nothing for an empty set. */
void pq_page_marks(const pq_page *p, const pq_page_set *items);

/** Append the numbered chip that leads to an item. */
void pq_page_chip(const pq_page *p, uint32_t item);

/** Append a badge with the word for a stance. */
void pq_page_stance(const pq_page *p, pq_stance stance);

/** Append how a work is cited: "Zhang and Wang 2002a". */
void pq_page_work_label(const pq_page *p, pq_work_id id);

/** Append a link to a work in the list of papers. */
void pq_page_work_link(const pq_page *p, pq_work_id id);

/** What a kind of thing is called, and its class: "protein". */
const char *pq_page_type(pq_entity_kind kind);

/** How telling a stance is: what a reader must not overlook ranks higher. */
unsigned pq_page_rank(pq_stance stance);

/* ---- the sections ---- */

PQ_NODISCARD pq_status pq_page_put_text(const pq_page *p);
PQ_NODISCARD pq_status pq_page_put_claims(const pq_page *p);
PQ_NODISCARD pq_status pq_page_put_papers(const pq_page *p);
PQ_NODISCARD pq_status pq_page_put_names(const pq_page *p);
PQ_NODISCARD pq_status pq_page_put_gaps(const pq_page *p);

/** Append the diagram: no ids but two, no style, links that stay on the page,
 * and the marks of what belongs together. */
PQ_NODISCARD pq_status pq_page_put_picture(const pq_page *p, pq_view svg);

/** Keep the statements about the items, and hand them out. */
PQ_NODISCARD pq_status pq_page_take_triples(pq_page *p);

/** Append an item and its evidence as Turtle, and as a query for it. */
PQ_NODISCARD pq_status pq_page_put_turtle(const pq_page *p, uint32_t item);
void pq_page_put_query(const pq_page *p, uint32_t item);

#endif
