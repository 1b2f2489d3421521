/* From hits with filled roles to events and claims. */
#ifndef PQ_CLAIM_DRAFT_H
#define PQ_CLAIM_DRAFT_H

#include "parse.h"

/** A thing named in the text, in the state that its words tell. */
typedef struct pq_named {
  pq_entity_id entity;
  pq_span span;  /* the words */
  pq_span reach; /* with the noun that makes it a pathway */
  pq_sentence_id sentence;
  uint32_t chunk;
  bool negated; /* "but not SYNJ1" */
  pq_span not_span;
} pq_named;

enum {
  PQ_NAMED_MOST = 40
};

typedef struct pq_names {
  uint32_t n;
  pq_named at[PQ_NAMED_MOST]; /* not zeroed: large, and mostly unused */
} pq_names;

/** `count` empty lists of names in the record's arena, or NULL. */
static inline pq_names *pq_names_new(const pq_parse *p, uint32_t count) {
  pq_names *const names = pq_arena_room(p->r->arena, count * sizeof *names);
  for (uint32_t i = 0; names && i < count; ++i) {
    names[i].n = 0;
  }
  return names;
}

/** Kinds of thing that an argument may name. */
enum {
  PQ_WANT_THINGS = 1,    /* proteins, genes, families, complexes, molecules */
  PQ_WANT_PROCESSES = 2, /* processes and pathways */
  PQ_WANT_PLACES = 4,
  PQ_WANT_GROUPS = 8,   /* groups of genes */
  PQ_WANT_SINGLE = 16,  /* one of a dimer, for it has the residues */
  PQ_WANT_PARTS = 32,   /* each of a complex, for it joins the others */
  PQ_WANT_PIECES = 64,  /* "C3a and C3b" are two, though both are of C3 */
  PQ_WANT_LIVING = 128, /* cells, tissues, species */
  PQ_WANT_ACTORS = PQ_WANT_THINGS | PQ_WANT_PROCESSES | PQ_WANT_GROUPS
};

/** "C3a" of C3: a piece whose name is the whole's and a letter or two more is a
 * thing of its own, without an identity, since the lexicon knows only the
 * whole; what is no piece stays.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_named_piece(pq_parse *p, const pq_named *n,
                                      pq_entity_id *out);

/** Append what "its" at the begin of a group means, if that was told of in the
 * sentence before: see pq_anaphor_whose. */
void pq_named_whose(const pq_parse *p, uint32_t chunk, unsigned want,
                    pq_names *out);

/** Append what an argument names. */
PQ_NODISCARD pq_status pq_named_collect(pq_parse *p, const pq_arg *arg,
                                        unsigned want, pq_names *out);

/** Negative for positive, and the other way round. */
pq_polarity pq_polarity_contrary(pq_polarity sign);

/** What a word before what happens says of it: "reduced" and "impaired" that
 * there is less, "increased" that there is more, and not "induced", which
 * compares with nothing; "aberrant" that it is not as it should be. */
typedef enum pq_change {
  PQ_CHANGE_NONE,
  PQ_CHANGE_LESS,
  PQ_CHANGE_MORE,
  PQ_CHANGE_ALTERED
} pq_change;

/** What a word says so. */
pq_change pq_change_at(const pq_parse *p, uint32_t unit);

/** What the first such word of a group before a byte says that turns what is
 * told of it: more of it does not. */
pq_change pq_change_before(const pq_parse *p, const pq_chunk *c, uint32_t byte);

/** "reduced expression of X", "low levels of E": is there less of what happens?
 */
bool pq_hit_is_lessened(const pq_parse *p, const pq_hit *h);

/** "reduced X levels", "decreased X": is there less of what is named? */
bool pq_name_is_lessened(const pq_parse *p, const pq_named *n);

/** A site in the text. */
typedef struct pq_placed {
  pq_site site;
  pq_span span;
  uint32_t of;  /* noun group that it belongs to; 0 none is said */
  uint32_t its; /* noun group that "its" means; 0 none */
  bool negated; /* "but not at S5" */
  pq_span not_span;
} pq_placed;

typedef struct pq_sites {
  uint32_t n;
  pq_placed at[PQ_NAMED_MOST];
} pq_sites;

/** Append the residues that a group such as "these sites" means, if it is one
 * and there are as many as it says. */
void pq_anaphor_sites(const pq_parse *p, uint32_t chunk, pq_sites *out);

/** Append the sites of an argument. */
void pq_named_sites(const pq_parse *p, const pq_arg *arg, pq_sites *out);

/** Let what the name at `unit` means be in the state that the words around it
 * tell: "active", "phosphorylated", a mutant. */
PQ_NODISCARD pq_status pq_named_state(pq_parse *p, const pq_chunk *c,
                                      uint32_t unit, pq_named *n);

/** Let what a name means be inactive, if it can be so. */
PQ_NODISCARD pq_status pq_named_idle(pq_parse *p, pq_named *n, bool *idle);

/** What a participle tells that stands behind a dash within a group that begins
 * at a unit: "LCK-phosphorylated"; NULL for any other word. */
const pq_trigger *pq_dashed_trigger(const pq_parse *p, uint32_t begin,
                                    uint32_t word);

/** The rule that says where a thing is; NULL if the grammar has none. */
const pq_trigger *pq_dashed_locating(const pq_parse *p);

/** The name behind such a word, with nothing between but "the kinase"; or 0. */
uint32_t pq_dashed_name(const pq_parse *p, const pq_chunk *c, uint32_t word);

/** Hits of such words: "LCK-phosphorylated ZAP70". */
PQ_NODISCARD pq_status pq_dashed_read(pq_parse *p);

/** Hits of complexes that are told by their members: "a complex of A and B". */
PQ_NODISCARD pq_status pq_whole_read(pq_parse *p);

/** "the TIGAR gene contains TP53 binding sites": they bind. */
PQ_NODISCARD pq_status pq_holder_read(pq_parse *p);

/** Hits of states that come with what happens: "is inactive when
 * phosphorylated". */
PQ_NODISCARD pq_status pq_quality_read(pq_parse *p);

/** "X requires Y for its activity", "as a cofactor": let X's activity depend on
 * Y. */
PQ_NODISCARD pq_status pq_needed_read(pq_parse *p);

/** "The EGFR inhibitor gefitinib": let gefitinib inhibit EGFR. */
PQ_NODISCARD pq_status pq_titled_read(pq_parse *p);

/** What is less where something is lacking: "reduced in JAK2-deficient cells",
 * "JAK2 knockout cells show reduced phosphorylation of STAT3"; what increases
 * "in response to" something; what "its loss" is the loss of. */
PQ_NODISCARD pq_status pq_wane_read(pq_parse *p);

/** "its loss": let nouns that stand for a thing take what "its" means. */
void pq_share_its(pq_parse *p);

/** Hits of residues that are told as sites: "the phosphorylation sites of X are
 * S5 and S9". */
PQ_NODISCARD pq_status pq_sites_read(pq_parse *p);

/** Does a residue with its number stand among the units? */
bool pq_sites_have_positions(const pq_parse *p, uint32_t begin, uint32_t end);

/** "on three residues: S5, S7 and S9", "by A and B (S5)": give the hits the
 * residues that are listed behind the word for them, or behind who acts. */
void pq_sites_behind(pq_parse *p);

/** The events of the hit `inner`, made once: h->events.  `governor` is the hit
 * whose theme an unnamed one takes; 0 none. */
PQ_NODISCARD pq_status pq_event_make(pq_parse *p, uint32_t inner,
                                     uint32_t governor);

/** Add an event to those of a hit.  Most hits have a single one. */
PQ_NODISCARD pq_status pq_event_keep(const pq_parse *p, pq_hit *h,
                                     const pq_made *made);

/** Can the happenings of this hit be events of the graph? */
bool pq_event_has_kind(const pq_hit *h);

/** Let verbs and nouns that are joined share what only one of them says. */
void pq_event_share(pq_parse *p);

/** Is what a thing binds, or what is parted, said in words that name nothing,
 * so that the hit tells nothing of it? */
bool pq_bond_lacks(const pq_parse *p, const pq_hit *h, uint32_t themes,
                   uint32_t partners);

/** "the A:B interaction": its members are what binds. */
void pq_bond_part(const pq_parse *p, const pq_hit *h, pq_names *themes);

/** Is the hit a noun that acts in what another one tells: "binding of A to B
 * activates C"? */
bool pq_bond_acts(const pq_parse *p, uint32_t hit, uint32_t governor);

/** Claims of two things that bind, and of things that form a complex. */
PQ_NODISCARD pq_status pq_draft_bonds(pq_parse *p, uint32_t hit);

/** The complex of these members; repeats are kept. */
PQ_NODISCARD pq_status pq_bond_complex(pq_parse *p, const pq_entity_id *ids,
                                       uint32_t n, pq_entity_id *out);

/** "The STAT5A dimer": the name at a unit becomes so many of it. */
PQ_NODISCARD pq_status pq_bond_copies(pq_parse *p, const pq_chunk *c,
                                      uint32_t unit, pq_named *n);

/** Append a draft. */
PQ_NODISCARD pq_status pq_draft_add(pq_parse *p, const pq_draft *draft);

/** The same, with the name of the rule behind its hit: "modify: phosphorylate
 * passive". */
PQ_NODISCARD pq_status pq_draft_keep(pq_parse *p, pq_draft *draft);

/** A draft of what a hit says; span and theme are those of the event, if any.
 */
pq_draft pq_draft_begin(const pq_parse *p, uint32_t hit, const pq_made *made);

/** How something stands to an event or thing. */
typedef struct pq_link {
  pq_relation relation;
  pq_polarity polarity;
  pq_span how; /* the words that link them */
  bool negated;
  int32_t only; /* of several agents this one, counted from 0; -1: all */
} pq_link;

static inline pq_node pq_entity_node(pq_entity_id id) {
  return (pq_node){PQ_NODE_ENTITY, id};
}
static inline pq_node pq_event_node(pq_event_id id) {
  return (pq_node){PQ_NODE_EVENT, id};
}

/** A draft for each thing and event that an argument names, against one node.
 */
PQ_NODISCARD pq_status pq_draft_by_arg(pq_parse *p, const pq_draft *draft,
                                       const pq_arg *arg, pq_node node,
                                       const pq_link *how);

/** "Phosphorylation of X leads to degradation": makes what leads to it before
 * what it leads to, where nothing is said of whom that happens to. */
PQ_NODISCARD pq_status pq_cause_make(pq_parse *p, uint32_t hit);

/** What the hits of regulation and dependence say. */
PQ_NODISCARD pq_status pq_draft_regulation(pq_parse *p, uint32_t hit);
PQ_NODISCARD pq_status pq_draft_dependence(pq_parse *p, uint32_t hit);

/** A verb of the event table whose object happens: "activates transcription of
 * X". */
PQ_NODISCARD pq_status pq_draft_controls(pq_parse *p, uint32_t hit);

/** "retains X in P": of an event of the hit, that X is in P. */
PQ_NODISCARD pq_status pq_draft_stay(pq_parse *p, uint32_t hit,
                                     const pq_made *m);

/** Where things are, and what they are part of. */
PQ_NODISCARD pq_status pq_draft_state(pq_parse *p, uint32_t hit);

/** Is it a process or pathway? */
bool pq_draft_is_process(const pq_parse *p, pq_entity_id id);

/** Would the draft say of the thing `n` that it acts on itself, in the event
 * `node`, though the text does not: "MCM2 allows CDC45 to activate the
 * helicase", where that seems to be CDC45? */
bool pq_oneself_acts(const pq_parse *p, const pq_draft *d, const pq_named *n,
                     pq_node node, pq_relation relation);

/** "A and B repress their own expression": does what the hit acts on say so? */
bool pq_refer_is_own(const pq_parse *p, uint32_t hit);

/** "each other"? */
bool pq_refer_is_mutual(const pq_parse *p, uint32_t chunk);

/** Does the sentence pair its lists: "respectively"? */
bool pq_draft_is_paired(const pq_parse *p);

/** How many names or groups an argument is a list of. */
uint32_t pq_turn_members(const pq_parse *p, const pq_arg *a);

/** Does the sentence say "respectively"? */
bool pq_turn_pairs(const pq_parse *p);

/** "activates and inhibits A and B, respectively": let each of the verbs that
 * the hit is the last of have its turn. */
void pq_turn_mark(pq_parse *p, uint32_t hit);

/** Is it another verb's turn at member i of a list of n? */
static inline bool pq_turn_skips(const pq_hit *h, uint32_t n, uint32_t i) {
  return h->turn && n > 1 && i + 1 != h->turn;
}

/** "by A at S1 and by B at S2": is the event at a residue of which another
 * agent's turn tells? */
bool pq_turn_is_other(const pq_parse *p, const pq_hit *h, const pq_arg *agent,
                      const pq_made *made);

static inline bool pq_kind_is_bond(const pq_kind *kind) {
  return kind->binding || kind->assembly || kind->dissociation;
}

/** "loss of p14 expression", "X blocks phosphorylation of Y": does nothing say
 * that what the noun tells happens? */
bool pq_silent_lacks(const pq_parse *p, const pq_hit *h);

/** Does a noun say nothing of its own? */
bool pq_silent_is(const pq_parse *p, const pq_hit *h);

/** "X that is not phosphorylated does E": which X does, and denied of none. */
bool pq_silent_restricts(const pq_parse *p, const pq_hit *h);

/** "Cells are resistant to inhibition of X", "are sensitive to inhibition of
 * X": does the noun tell of what would happen then? */
bool pq_silent_response(const pq_parse *p, const pq_hit *h);

#endif
