/* A verb or noun of the grammar that is met in the text, and what fills the
 * roles that its frame gives: the arguments. */
#ifndef PQ_CLAIM_HIT_H
#define PQ_CLAIM_HIT_H

#include "rules.h"

typedef struct pq_parse pq_parse;

/** What fills a role. */
typedef struct pq_arg {
  pq_frame_role role : 8;
  pq_relation relation : 8; /* of AGENT and UPSTREAM */
  pq_polarity polarity : 8;
  bool all : 1;
  bool negated : 1;    /* "but not by JAK3", "independent of" */
  bool is_or : 1;      /* joined to the one before it by "or" */
  uint32_t chunk;      /* the noun group, with its list if `all` */
  uint32_t begin, end; /* units that count; 0, 0: the whole group */
  uint32_t hit;        /* something that happens; 0: what the units name */
  pq_span how;         /* the preposition */
} pq_arg;

enum {
  PQ_ARGS_MOST = 14,
  PQ_MADE_MOST = 40,
  PQ_HITS_MOST = 200
};

/** An event that a hit makes, with where its words stand. */
typedef struct pq_made {
  pq_event_id event;
  pq_span span;  /* theme, site and trigger, as far as the sentence says them */
  pq_span theme; /* where the first theme is named */
  pq_span site;  /* where its site is said; empty if it has none */
  pq_sentence_id theme_sentence;
  bool inherited; /* the theme is not said here */
  bool known;     /* the record told of this event before */
  bool negated;   /* "but not STAT1" */
  pq_span not_span;
  pq_entity_id themes[PQ_THEMES_MOST];
  pq_span theme_spans[PQ_THEMES_MOST];
  uint32_t not_themes;      /* bit k: "but not" the theme k */
  uint32_t n_themes, n_own; /* all; those that are no partners */
  bool one_side;            /* only partners are said, and not of what */
} pq_made;

/** A verb or noun of the grammar, met in the text. */
typedef struct pq_hit {
  const pq_trigger *trigger;
  uint32_t chunk, unit;
  pq_span span; /* its words */
  pq_voice voice;
  uint32_t means_of; /* hit that this one is the means of: "by doing" */
  uint32_t shares;  /* hit before it with the same subject: "and contributes" */
  uint32_t used_by; /* hit of which it is an argument */
  bool negated;
  bool other_theme;   /* its theme is said, in words that name nothing known */
  bool other_partner; /* and so is its partner */
  bool made;          /* events are there */
  bool told;          /* a claim was made of it */
  bool acts;          /* it is what acts in another claim */
  bool said;        /* a noun that a verb puts forward: "the site of E is S5" */
  bool kept_from;   /* "prevents X from doing it": it is not said to happen */
  uint32_t carrier; /* the verb that tells it: "undergoes E"; 0 none */
  bool exchanges;   /* it moves one thing for another */
  uint32_t turn;    /* "respectively": of a list only this one; 0 all */
  bool gap;         /* a verb left out: "A is done at B and C at D" */
  uint32_t since;   /* byte where its words begin; what it takes from a verb
                       before, "but C does not", stands further on the left */
  pq_made *events;
  uint32_t n_events, events_cap;
  uint32_t roles; /* bits of the roles that an argument has, or once had */
  uint32_t n_args;
  pq_arg args[PQ_ARGS_MOST]; /* the first n_args are set */
} pq_hit;

/** One more hit, the last of `p->hits`: `t` at a unit of a chunk, whose words
 * are its span; all else is unset.  PQ_OK, or the arena's status. */
pq_status pq_hit_new(pq_parse *p, const pq_trigger *t, uint32_t chunk,
                     uint32_t unit, pq_voice voice);

/** Add an argument to a hit; more than fit are left out. */
void pq_hit_add(pq_parse *p, uint32_t hit, pq_arg arg);

/** Give a hit the arguments that another has in a role. */
void pq_hit_copy(pq_parse *p, uint32_t from, uint32_t to, pq_frame_role role);

/** The first argument in a role, or NULL. */
const pq_arg *pq_hit_find(const pq_hit *h, pq_frame_role role);

/** The same: most hits have none, which a bit tells. */
static inline const pq_arg *pq_hit_arg(const pq_hit *h, pq_frame_role role) {
  const bool may = h->roles >> role & 1U;
  assert(may || !pq_hit_find(h, role));
  return may ? pq_hit_find(h, role) : NULL;
}

/** Give an argument of a hit another role. */
static inline void pq_hit_turn(pq_hit *h, pq_arg *arg, pq_frame_role role) {
  arg->role = role;
  h->roles |= 1U << role;
}

/** The sign that its words give a regulation ("negatively regulates", "a
 * positive regulator of"), else that of its trigger. */
pq_polarity pq_hit_sign(const pq_parse *p, const pq_hit *h);

#endif
