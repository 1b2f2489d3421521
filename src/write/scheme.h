/* How corpora of events name what happens: the same happening is Transport in
 * one and Localization in another.  One table, a column for each corpus. */
#ifndef PQ_WRITE_SCHEME_H
#define PQ_WRITE_SCHEME_H

#include "model/record.h"

typedef enum pq_scheme {
  PQ_SCHEME_PC,  /* BioNLP-ST 2013 Pathway Curation */
  PQ_SCHEME_GE,  /* GENIA events, 2009 to 2013 */
  PQ_SCHEME_EPI, /* BioNLP-ST 2011 Epigenetics and PTM */
  PQ_SCHEME_CG,  /* BioNLP-ST 2013 Cancer Genetics */
  PQ_N_SCHEMES
} pq_scheme;

/** What becomes of the cause of an event. */
typedef enum pq_cause_rule {
  PQ_CAUSE_KEEP, /* a role of the event */
  PQ_CAUSE_DROP,
  PQ_CAUSE_WRAP /* an event of its own, by the same word, has it */
} pq_cause_rule;

/** What the cells or tissues of a process are. */
typedef enum pq_living_rule {
  PQ_LIVING_NONE, /* a pathway, and no process */
  PQ_LIVING_THEME,
  PQ_LIVING_WHOLE, /* its theme, without which it is no event */
  PQ_LIVING_NAMED, /* its theme, if the words say so */
  PQ_LIVING_PLACE  /* where it happens */
} pq_living_rule;

/** What a scheme makes of a happening; the type is empty if it has none. */
typedef struct pq_scheme_event {
  pq_view type;
  pq_cause_rule cause;
  pq_living_rule living;
  bool more;   /* the word tells that there is more of it, too */
  bool denied; /* the word tells that it does not happen */
  bool yields; /* its theme is what comes out: a product */
  bool filled; /* without a participant it is no event: "these pathways" */
} pq_scheme_event;

/** Name of a scheme: "pc"; empty past the last. */
pq_view pq_scheme_name(size_t index);

/** The scheme of this name, or PQ_N_SCHEMES. */
pq_scheme pq_scheme_named(pq_view name);

/** The scheme that the types of given entities belong to; PQ_SCHEME_PC where
 * they do not tell. */
pq_scheme pq_scheme_of_given(const pq_record *r);

/** The event type of a happening. */
pq_scheme_event pq_scheme_event_of(pq_scheme scheme, const pq_record *r,
                                   const pq_happening *h);

/** The type of the event that takes over a cause. */
pq_view pq_scheme_wrap(pq_scheme scheme);

/** Does a word say that somebody brings a modification about: "mediated"? */
bool pq_scheme_catalyses(pq_view word);

/** The name of a role; empty if the scheme has it not. */
pq_view pq_scheme_role(pq_scheme scheme, pq_part_role role);

/** The type of the entity that a name of our own is; empty if the scheme has
 * none. */
pq_view pq_scheme_entity(pq_scheme scheme, const pq_record *r,
                         const pq_mention *m);

/** In "X inhibits IL6-induced phosphorylation", is the phosphorylation what is
 * inhibited, rather than that it is induced? */
bool pq_scheme_looks_through(pq_scheme scheme);

/** Is an event told whose theme only a sentence before names, and which says of
 * no residue? */
bool pq_scheme_tells_remote(pq_scheme scheme);

/** Is a name that no lexicon has a protein only where something happens to it?
 * Else it may as well be a drug. */
bool pq_scheme_doubts_strangers(pq_scheme scheme);

/** Is it told once more what does not happen elsewhere: "in A, but not in B"?
 */
bool pq_scheme_tells_elsewhere(pq_scheme scheme);

/** Is what regulates another regulation told only with what brings it about? */
bool pq_scheme_wants_cause(pq_scheme scheme);

/** Is it an event that one thing goes with another: "is associated with"? */
bool pq_scheme_tells_loose(pq_scheme scheme);

/** Are cells, tissues and what else lives entities? */
bool pq_scheme_marks_bodies(pq_scheme scheme);

/** Does it mark as speculation what somebody only looks into: "the expression
 * of X was examined"? */
bool pq_scheme_marks_asked(pq_scheme scheme);

/** Does it mark as speculation what "suggests that" leads in? */
bool pq_scheme_marks_suggested(pq_scheme scheme);

/** Are sites and places that were not given entities too? */
bool pq_scheme_adds_entities(pq_scheme scheme);

#endif
