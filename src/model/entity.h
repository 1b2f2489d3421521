/* Things and happenings, without truth.
 *
 *   thing      STAT3 (HGNC:11364, P40763)
 *   state      of = STAT3, mods = {Y705, MOD:00048}        "p-Y705-STAT3"
 *   state      of = ALK, active = PQ_ACTIVE                "active ALK"
 *   fusion     members = {NPM1, ALK}                       "NPM1-ALK"
 *   complex    members = {IL6, IL6R}
 *   event      kind = phosphorylation, themes = {STAT3}, site = Y705
 * Equal values are one entity: pq_store_entity compares all fields.
 */
#ifndef PQ_MODEL_ENTITY_H
#define PQ_MODEL_ENTITY_H

#include "id.h"
#include "span.h"

typedef enum pq_entity_kind {
  PQ_ENTITY_PROTEIN, /* a gene and its protein share one concept */
  PQ_ENTITY_GENE,    /* a gene meant as gene, or an RNA gene */
  PQ_ENTITY_FAMILY,
  PQ_ENTITY_COMPLEX,
  PQ_ENTITY_FUSION,
  PQ_ENTITY_PATHWAY,
  PQ_ENTITY_PROCESS,
  PQ_ENTITY_PLACE,
  PQ_ENTITY_MOLECULE,
  PQ_ENTITY_DRUG,
  PQ_ENTITY_GROUP, /* genes named by what they do */
  PQ_ENTITY_SPECIES,
  PQ_ENTITY_CELL,
  PQ_ENTITY_CLASS, /* "receptor": a common noun; never an end of a claim */
  PQ_ENTITY_UNGROUNDED
} pq_entity_kind;

typedef enum pq_activity {
  PQ_ACTIVITY_UNSAID,
  PQ_ACTIVE,
  PQ_INACTIVE
} pq_activity;

/** A residue and a position, either of which may be unknown (0). */
typedef struct pq_site {
  char residue;      /* one-letter code, 0 unknown */
  uint32_t position; /* from 1, as the text has it; 0 unknown */
} pq_site;

/** What the reference sequence says of a site. */
typedef enum pq_site_check {
  PQ_SITE_UNVERIFIED,
  PQ_SITE_VERIFIED,
  PQ_SITE_MISMATCH
} pq_site_check;

/** One modification of a state. */
typedef struct pq_modification {
  pq_site site;
  uint32_t term; /* PSI-MOD number: 48 for MOD:00048 */
} pq_modification;

/** The order of a state's modifications: position, residue, term. */
static inline int pq_modification_order(const pq_modification *a,
                                        const pq_modification *b) {
  if (a->site.position != b->site.position) {
    return a->site.position < b->site.position ? -1 : 1;
  }
  if (a->site.residue != b->site.residue) {
    return a->site.residue < b->site.residue ? -1 : 1;
  }
  return (a->term > b->term) - (a->term < b->term);
}

enum {
  PQ_MODS_MOST = 16,
  PQ_MEMBERS_MOST = 16,
  PQ_THEMES_MOST = 8
};

/** A thing that a name may mean as well as others. */
typedef struct pq_tie {
  pq_view id, label;
  uint16_t score; /* thousandths */
} pq_tie;

typedef struct pq_entity {
  pq_view id;        /* "HGNC:11364", "FPLX:PI3K", "GO:0006915",
                        "PQ:process.cell-survival"; empty if composed */
  pq_view label;     /* from the lexicon; the surface if ungrounded; may be
                        empty for states, fusions and complexes: templates */
  pq_view accession; /* UniProt "P40763", or empty */
  pq_view xrefs;     /* as in concepts.tsv: "UniProt:P40763|~GO:0043066" */
  pq_view taxon;     /* "9606", or empty */
  pq_view after;     /* pathway: ids it is named after, joined by '|' */
  pq_view close;     /* pathway: close match, "GO:0043491" */
  pq_view mutant;    /* "F1174L", "mutant", "truncated", or empty */
  const pq_modification *mods; /* sorted by position, residue, term */
  const pq_entity_id *members; /* of a complex; partners of a fusion, 5' first;
                                  repeats are kept */
  const pq_tie *candidates;    /* that tie, best first; ungrounded only */
  uint32_t n_mods, n_members, n_candidates;
  pq_entity_kind kind;
  pq_entity_id of; /* a state of this; 0: no state */
  pq_activity active;
  pq_entity_id in_place;        /* a state by place, or 0 */
  pq_entity_id after_entity[4]; /* `after` as entities; 0-terminated */
} pq_entity;

/** Is it a thing of which a part is cut off, which need be no mutant:
 * "truncated BID"? */
static inline bool pq_entity_is_piece(const pq_entity *e) {
  return pq_view_same(e->mutant, PQ_LIT("truncated"));
}

/** Is it a disease?  To the grammar it is a process, but its id is that of
 * OMIM, or it has none. */
static inline bool pq_entity_is_disease(const pq_entity *e) {
  return e->kind == PQ_ENTITY_PROCESS && !e->of &&
         (!e->id.len || pq_view_starts(e->id, PQ_LIT("MIM:")));
}

/** One row of the grammar's table of event kinds.  `product` is indexed by the
 * site's residue letter - 'A'; 0 there means `product_else`.  A site without a
 * letter takes `product_unsaid`.  What is 0 leaves no state. */
typedef struct pq_kind {
  pq_view name;       /* "phosphorylation": claim line, head of the IRI */
  pq_view term;       /* CURIE of its class: "MI:0217", "GO:0010467" */
  pq_view participle; /* "phosphorylated", for agent-less labels */
  pq_view badge;      /* short form for drawings: "p", "Ub", "Ac"; or empty */
  pq_view into;       /* what comes out is said with it: "for"; empty: "to" */
  pq_view only;       /* CURIEs, of which alone it is said; empty: of all */
  pq_view doer;       /* CURIE of the class of who does it; or empty */
  uint32_t product[26];
  uint32_t product_else;
  uint32_t product_unsaid; /* not 0: the kind modifies a residue */
  pq_activity leaves;      /* activation: PQ_ACTIVE */
  bool of_label;           /* "expression of X", not "X expression" */
  bool needs_gene;         /* theme is a gene: expression, transcription */
  bool output_theme;       /* a theme that is a protein is output: expression */
  bool binding;            /* themes are partners, claim is symmetric */
  bool assembly, dissociation, conversion, transport, destruction;
  bool undoes;    /* less is left of the theme, or not what its name says */
  bool held;      /* conversion: a partner holds what goes in and comes out */
  bool strangers; /* who acts, or is acted on, is a thing by this alone */
} pq_kind;

typedef struct pq_event {
  uint32_t kind; /* index into record->kinds */
  pq_entity_id themes[PQ_THEMES_MOST];
  uint32_t n_themes; /* sorted by the store where the kind is binding */
  pq_entity_id products[PQ_THEMES_MOST]; /* conversion only */
  uint32_t n_products;
  pq_site site;
  pq_entity_id from, to, in; /* places, or 0 */
  pq_entity_id downstream_of;
} pq_event;

#endif
