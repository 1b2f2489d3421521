/* One sentence while it is read.
 *
 *   tokens     STAT3 is phosphorylated at tyrosine 705 downstream of active ALK
 *   units      NAME  W  W              W  SITE         W (phrase)    W NAME
 *   chunks     NOUN  VERB--------------PREP NOUN       PREP NOUN------- hits
 * phosphorylate, passive: theme <- subject, site <- "at", upstream <-
 * "downstream of" Units and chunks count from 1, so that 0 is "none".  A
 * bracket that says more than another name is read as a stretch of its own.
 */
#ifndef PQ_CLAIM_PARSE_H
#define PQ_CLAIM_PARSE_H

#include "hit.h"
#include "letters.h"

#include "base/map.h"

typedef enum pq_unit_kind {
  PQ_UNIT_WORD,
  PQ_UNIT_NAME,
  PQ_UNIT_SITE,
  PQ_UNIT_MARK
} pq_unit_kind;

/** What a unit does in its sentence. */
typedef enum pq_tag {
  PQ_TAG_NOUN, /* and adjectives, names, sites */
  PQ_TAG_DETERMINER,
  PQ_TAG_VERB,
  PQ_TAG_AUXILIARY,
  PQ_TAG_NOT,
  PQ_TAG_ADVERB,
  PQ_TAG_TO, /* before an infinitive */
  PQ_TAG_PREPOSITION,
  PQ_TAG_AND,
  PQ_TAG_COMMA,
  PQ_TAG_RELATIVE,
  PQ_TAG_SUBORDINATE,
  PQ_TAG_WHETHER,
  PQ_TAG_STOP /* semicolon, colon, dash, end */
} pq_tag;

/** Every pass walks over the units, so that they are kept small: one line of
 * the cache. */
typedef struct pq_unit {
  pq_unit_kind kind : 8;
  pq_tag tag : 8;
  char mark;          /* of a mark, its first byte; dashes are '-' */
  bool glued : 1;     /* no space before it */
  bool adjective : 1; /* "phosphorylated" in "phosphorylated STAT3" */
  uint8_t forms;      /* PQ_FORM_*; of a verb, those that fit here */
  uint8_t class_noun;
  uint16_t word; /* that it is, if it is one; of no phrase */
  pq_span span;
  uint32_t head;       /* its first bytes: pq_head_of */
  uint32_t token;      /* counted within the record */
  uint16_t n_tokens;   /* a sentence has no more than some thousands */
  uint16_t n;          /* mentions or sites, from `first` on */
  uint32_t classes;    /* PQ_W_* */
  uint32_t verb, noun; /* triggers of the word; 0 none */
  uint32_t compound;   /* 1 + index of "-mediated" behind a name; 0 none */
  uint32_t first;      /* index into the record */
  pq_view slot;        /* the name of a preposition */
} pq_unit;
_Static_assert(sizeof(pq_unit) <= 64, "a unit is one line of the cache");

typedef enum pq_chunk_kind {
  PQ_CHUNK_NOUN,
  PQ_CHUNK_VERB,
  PQ_CHUNK_PREPOSITION,
  PQ_CHUNK_AND,
  PQ_CHUNK_COMMA,
  PQ_CHUNK_RELATIVE,
  PQ_CHUNK_SUBORDINATE,
  PQ_CHUNK_WHETHER,
  PQ_CHUNK_STOP
} pq_chunk_kind;

/** How a verb group stands in its clause. */
typedef enum pq_verb_form {
  PQ_VERB_FINITE,
  PQ_VERB_INFINITIVE,
  PQ_VERB_ING,
  PQ_VERB_REDUCED, /* a participle without "is": RUNX2 phosphorylated by ERKs */
  PQ_VERB_N_FORMS
} pq_verb_form;

typedef struct pq_chunk {
  pq_chunk_kind kind : 8;
  pq_verb_form form : 8;
  bool is_or : 1;   /* of AND */
  bool negated : 1; /* "not" in the group, or before a noun: "but not SYNJ1" */
  bool copula : 1;  /* a form of "be" and nothing else */
  bool list_or : 1; /* the list is joined by "or" */
  bool sites : 1;   /* of a noun group: a residue stands in it */
  uint8_t way;      /* how `refers` was found, see pq_refer_way; 0 not sought */
  uint32_t begin, end; /* units */
  pq_span span;
  uint32_t noun_behind; /* the next noun group, whatever lies between; 0 none */
  pq_view slot;         /* of a preposition */
  uint32_t head;        /* unit of the verb, or of the noun that happens */
  uint32_t hit;         /* what the verb or noun sets off; 0 none */
  uint32_t next;        /* the next member of a list of noun groups; 0 none */
  uint32_t prior;       /* the first member, in all but the first */
  uint32_t of;          /* noun group that a part or site belongs to; 0 none */
  uint32_t refers;      /* noun group that a pronoun in it means; 0 none */
  pq_span not_span;     /* the word that negates it */
  uint32_t site_begin, site_end; /* "is tyrosine phosphorylated" */
  uint32_t verb; /* verb chunk whose object or subject it is; 0 none */
  uint32_t name_begin, name_end; /* units of the names it is about */
  uint32_t clause;               /* of verbs: number of the clause */
} pq_chunk;

enum {
  PQ_CLAUSES_MOST = 8,
  PQ_DRAFTS_MOST = 200
};

/** A cue, met in the text. */
typedef struct pq_cue {
  pq_cue_kind kind;
  bool clause;
  pq_span span;
  uint32_t unit;
} pq_cue;

/** A claim of the sentence before it becomes evidence. */
typedef struct pq_draft {
  pq_claim claim;
  uint32_t hit;         /* what says it */
  uint32_t agent_chunk; /* noun group of the agent; 0 none */
  pq_span span, agent, theme, site;
  pq_sentence_id agent_sentence, theme_sentence;
  pq_stance stance;
  bool cut_off;     /* a question: one end open */
  bool no_cites;    /* its papers belong to the dispute */
  bool last;        /* "this" of the next sentence may mean it */
  pq_span not_span; /* what negates it besides its verb group */
  const pq_span *cues;
  uint32_t n_cues;
  const pq_span *settings;
  uint32_t n_settings;
  pq_view rule;
  pq_claim_id id;
  pq_dispute_id dispute; /* not 0: this is the dispute, `claim` says nothing */
} pq_draft;

/** What the record said so far, for "this phosphorylation" and the like; or
 * only which protein a residue is of, for "S78" later on. */
#define PQ_OF_ANY_KIND UINT32_MAX
typedef struct pq_memory {
  uint32_t kind; /* of event; PQ_OF_ANY_KIND: only the residue is told */
  pq_event_id event;
  pq_site site;
  pq_entity_id theme;
  pq_span theme_span;
  pq_sentence_id sentence, told_in; /* of the name; of the event */
} pq_memory;

/** Tables of what was said so far, see memory.c; empty while that is little. */
typedef struct pq_recall {
  PQ_VEC(uint32_t) before;
  pq_map last_at, last_of, done_to, happened;
  pq_map done_by;    /* kind, agent -> a claim that says so: seek_self.c */
  uint32_t n_claims; /* that it was looked for in */
} pq_recall;

enum {
  PQ_TOPICS_MOST = 8,
  PQ_TOLD_MOST = 8
};

typedef struct pq_parse {
  pq_record *r;
  const pq_grammar *g;
  const pq_classes *classes;
  pq_buf *trace;
  pq_sentence_id sentence;
  const pq_sentence *s;
  pq_view text;                       /* the document */
  uint32_t mention, site, said;       /* next ones to look at, indices into the
                                         record; `said` of species */
  uint32_t citation;                  /* the first of the sentence */
  uint32_t first_mention, first_said; /* of the sentence */
  PQ_VEC(pq_unit) units;              /* [0] unused; of the stretch at hand */
  PQ_VEC(pq_unit) spare;              /* units of brackets that wait */
  PQ_VEC(pq_chunk) chunks;            /* [0] unused */
  PQ_VEC(pq_hit) hits;                /* [0] unused */
  PQ_VEC(pq_cue) cues;                /* of the stretch */
  PQ_VEC(pq_draft) drafts;            /* of the sentence */
  PQ_VEC(pq_memory) memory;
  pq_recall recall;
  pq_entity_id topics[PQ_TOPICS_MOST]; /* what the sentence before was about */
  uint32_t n_topics;
  pq_entity_id patient; /* what its verb was done to, or bound; 0 none */
  bool patient_bound;
  pq_entity_id acting;         /* who did that to the topic; 0: nobody else */
  bool stays;                  /* and so was the one before */
  bool undergoes;              /* they are what its verb was done to */
  uint32_t told[PQ_TOLD_MOST]; /* evidence: what its last verb tells */
  uint32_t n_told;
  pq_sentence_id told_in;
  uint32_t subject; /* noun chunk: subject of the first clause; 0 none */
  uint32_t context; /* noun chunk of a leading "In SMAD3,"; 0 none */
  uint32_t whether, verb_of_whether, ended; /* chunks; 0 none */
  bool nested;            /* the stretch at hand is a bracket */
  bool bracketed, holds;  /* it has brackets; maybe "A binding site" */
  bool stands_in;         /* it has "that of", "those of" */
  bool arrows;            /* and maybe "=>" */
  bool referring;         /* a pronoun is being resolved: no pronoun within */
  bool bare;              /* names are taken without their state */
  struct pq_coins *coins; /* while they are sought; else NULL */
  struct pq_parts *parts; /* room for pq_event_make; NULL until needed */
  struct pq_names *names; /* room for pq_topic_keep; so too */
} pq_parse;

static inline const pq_unit *pq_unit_at(const pq_parse *p, uint32_t i) {
  return &p->units.at[i < p->units.n ? i : 0];
}

static inline pq_view pq_unit_text(const pq_parse *p, uint32_t i) {
  return pq_span_text(p->text, pq_unit_at(p, i)->span);
}

/** Is the unit this word, but for ASCII case?  Its length and its head nearly
 * always tell, without a look at the text; of a word that stands in the source
 * they are constants. */
static inline bool pq_unit_says(const pq_parse *p, uint32_t i,
                                const char *word) {
  const pq_unit *const u = pq_unit_at(p, i); /* the first has no bytes */
  const size_t len = strlen(word);
  if (len == 0) return false;
  const uint32_t head = pq_head_of(word, len);
  if (((u->span.end - u->span.begin) ^ len) | (u->head ^ head)) return false;
  return pq_head_is_all(word, len) ||
         pq_view_says(pq_span_text(p->text, u->span), word);
}

/** Is the unit one word that means this? */
static inline bool pq_unit_means(const pq_parse *p, uint32_t i, pq_meaning m) {
  const pq_word *const w = &p->g->words.at[pq_unit_at(p, i)->word];
  return pq_meanings_have(&w->meanings, m);
}

/** Is it one that means any of these? */
static inline bool pq_unit_means_any(const pq_parse *p, uint32_t i,
                                     const pq_meanings *these) {
  const pq_word *const w = &p->g->words.at[pq_unit_at(p, i)->word];
  return pq_meanings_meet(&w->meanings, these);
}

/** Is there such a chunk at i? */
static inline bool pq_chunk_is(const pq_parse *p, uint32_t i,
                               pq_chunk_kind kind) {
  const uint32_t at = i < p->chunks.n ? i : 0; /* a stop, and no chunk */
  return p->chunks.at[at].kind == kind && (kind != PQ_CHUNK_STOP || at > 0);
}

/** The first noun group; 0 none.  chunks.at[i].noun_behind is the next. */
static inline uint32_t pq_first_noun(const pq_parse *p) {
  return p->chunks.at[0].noun_behind;
}

static inline bool pq_unit_is_mark(const pq_parse *p, uint32_t i, char c) {
  const pq_unit *const u = pq_unit_at(p, i);
  return u->kind == PQ_UNIT_MARK && u->mark == c;
}

static inline bool pq_mark_brackets(char c) {
  return c == '(' || c == ')' || c == '[' || c == ']';
}

/** The thing that a unit with a name is first of. */
static inline pq_entity_id pq_unit_entity(const pq_parse *p, uint32_t i) {
  return p->r->mentions.at[pq_unit_at(p, i)->first].entity;
}

/** Behind the last mention of the sentence at hand. */
static inline uint32_t pq_mentions_end(const pq_parse *p) {
  return pq_first_mention(p->r, p->sentence + 1);
}

/** Does a unit name a thing of a kind? */
static inline bool pq_unit_is_kind(const pq_parse *p, uint32_t i,
                                   pq_entity_kind kind) {
  const pq_unit *const u = pq_unit_at(p, i);
  if (u->kind != PQ_UNIT_NAME) return false;
  return pq_entity_at(p->r, pq_unit_entity(p, i))->kind == kind;
}

/** Is it the name of a process: "apoptosis"? */
static inline bool pq_unit_is_process(const pq_parse *p, uint32_t i) {
  return pq_unit_is_kind(p, i, PQ_ENTITY_PROCESS);
}

/** What a noun tells by the grammar; NULL if it has no such noun. */
static inline const pq_trigger *pq_noun_rule(const pq_parse *p, pq_view noun) {
  const pq_word *const w = noun.len ? pq_rules_word(p->g, noun) : NULL;
  return w && w->noun ? &p->g->triggers.at[w->noun] : NULL;
}

/** Turn to a sentence: its text, and its first mention and site. */
void pq_parse_turn(pq_parse *p, pq_sentence_id sentence);

/** Tokens -> units of the sentence; brackets that say more wait in `spare`. */
PQ_NODISCARD pq_status pq_units_read(pq_parse *p);

/** The next bracket that waits becomes the units.  False if there is none. */
PQ_NODISCARD pq_status pq_units_next(pq_parse *p, bool *more);

/** "ALK-mediated", with its dash or without: mark what the word says of the
 * name before it. */
void pq_compound_mark(pq_parse *p, uint32_t i);
void pq_compound_mark_open(pq_parse *p, uint32_t i);

/** Let a verb that says how with a dash be a verb: "is K63-ubiquitinated". */
void pq_compound_free_verb(pq_parse *p, uint32_t i);

/** Decide what each unit does. */
void pq_tag_units(pq_parse *p);

/** Units -> chunks and lists of noun groups, with hits of verbs and nouns. */
PQ_NODISCARD pq_status pq_chunk_units(pq_parse *p);

/** "TNF- and IL1-induced X": what hangs before the joint goes with the group
 * that is chunk `id`, the last; the group of all. */
uint32_t pq_fold_hyphen(pq_parse *p, uint32_t id);

/** "A, B and C phosphorylation": so too the names in a list and the noun that
 * happens to them. */
uint32_t pq_fold_names(pq_parse *p, uint32_t id);

/** The noun that happens at the end of a noun group, or 0. */
uint32_t pq_group_event(const pq_parse *p, const pq_chunk *c);

/** What the noun at a unit sets off: "activity" behind "Ras GTPase" is no more
 * than that of a GTPase. */
uint32_t pq_group_noun(const pq_parse *p, uint32_t unit);

/** The names that the group is about: the last, if nothing behind it says that
 * something else is meant. */
void pq_group_names(const pq_parse *p, pq_chunk *c);

/** Is the thing a ligand or cytokine, by its class? */
bool pq_group_is_ligand(const pq_parse *p, pq_entity_id id);

/** Join "A, B and C" and "A or B" into lists. */
void pq_chunk_lists(pq_parse *p);

/** What a noun group, or what it leads to, can be in a role. */
typedef struct pq_content {
  bool things, places, sites, event, anaphor;
  bool owner; /* of the sites, a thing is named */
} pq_content;
pq_content pq_argument_content(const pq_parse *p, uint32_t chunk);

/** Does the noun group name something that is neither known nor said before:
 * "inclusions", "the checkpoint"? */
bool pq_argument_is_other(const pq_parse *p, uint32_t chunk);

/** Is the noun group the name of a chemical that no lexicon knows, by its
 * look? */
bool pq_substance_is(const pq_parse *p, uint32_t chunk);

/** Does the noun group name a small molecule, or look as if it did?  With
 * `unknown` a name that nobody knows will do as well. */
bool pq_argument_is_molecule(const pq_parse *p, uint32_t chunk, bool unknown);

/** Can the noun group be what comes out?  Of a conversion it can; of another
 * happening if both it and the theme are small molecules. */
bool pq_argument_may_yield(const pq_parse *p, const struct pq_hit *h,
                           uint32_t chunk);

/** Let a noun group take the roles that a slot of the hit offers.  `how` is the
 * preposition; `joined` says that it goes on with one of its kind: "by A or by
 * B".  False if it fits none. */
typedef struct pq_place_for {
  uint32_t hit;
  pq_view slot;
  pq_span how;
  bool joined, negated, is_or;
} pq_place_for;
bool pq_argument_attach(pq_parse *p, const pq_place_for *where, uint32_t noun);

/** What stands before a noun that happens, in its own group: its theme, site
 * and agent. */
void pq_argument_before(pq_parse *p, uint32_t hit);

/** Clauses: subjects, objects and prepositions fill the roles of hits. */
PQ_NODISCARD pq_status pq_clause_read(pq_parse *p);

/** Does a verb group say what comes out: "to form", "yielding"? */
bool pq_verb_makes(const pq_parse *p, uint32_t verb);

/** Let verbs mean what their phrases say: "targets X for degradation". */
void pq_hits_recast(pq_parse *p);

/** Is the noun or verb group only set aside: "rather than binding B"? */
bool pq_contrast_drops(const pq_parse *p, uint32_t chunk);

/** "the catalytic subunit of X": is it what acts where X does, and no state? */
bool pq_hit_is_part(const pq_parse *p, uint32_t hit);

/** Is it a noun for what is assembled, "form a complex", and not "assembly"? */
bool pq_hit_is_complex(const pq_parse *p, uint32_t hit);

/** Does the unit name a group that is put on things: "ubiquitin"? */
bool pq_hit_is_group(const pq_parse *p, uint32_t unit);

/** Does the verb say nothing here, for it moves no group: "removes cells"? */
bool pq_hit_is_empty(const pq_parse *p, const pq_hit *h);

/** Cue words of the stretch. */
PQ_NODISCARD pq_status pq_cues_read(pq_parse *p);

/** Does a cue tell whether what an event noun names happens: "cleavage of A was
 * not observed"? */
bool pq_cue_tells_of(const pq_parse *p, const pq_hit *h, const pq_cue *cue);

/** What each draft from `first` on is said of: another species than the record
 * is about, and settings such as "in vitro". */
PQ_NODISCARD pq_status pq_setting_mark(pq_parse *p, uint32_t first);

/** What the drafts of the sentence say of species whose genes are not named
 * after the human ones is of genes that are not known. */
PQ_NODISCARD pq_status pq_foreign_sentence(pq_parse *p);

/** If the record is about such a species, all its names are of such. */
PQ_NODISCARD pq_status pq_foreign_record(pq_parse *p);

/** Status, negation and cues of each draft from `first` on. */
PQ_NODISCARD pq_status pq_modality_judge(pq_parse *p, uint32_t first);

/** Keep which protein each residue of the stretch is of. */
PQ_NODISCARD pq_status pq_seek_note_sites(pq_parse *p);

/** Drafts of all hits of the stretch. */
PQ_NODISCARD pq_status pq_draft_all(pq_parse *p);

/** Whether the sentence denies what a hit says, says it with a doubt, or only
 * that somebody looks into it. */
typedef struct pq_firmness {
  bool negated, hedged, asked, suggested;
} pq_firmness;
pq_firmness pq_modality_of_hit(const pq_parse *p, uint32_t hit);

/** What each word of the stretch says that happens: r->happenings. */
PQ_NODISCARD pq_status pq_happen_read(pq_parse *p);

/** Disputes and open questions of the stretch; `first` is its first draft. */
PQ_NODISCARD pq_status pq_dispute_read(pq_parse *p, uint32_t first);

/** Citations that back each evidence of the sentence, from index `first`. */
PQ_NODISCARD pq_status pq_attach_citations(pq_parse *p, uint32_t told);

/** Keep what cites works and gave no claim: r->passages. */
PQ_NODISCARD pq_status pq_passages_keep(pq_parse *p);

/** Tell the steps of the stretch, for `explain --trace`. */
void pq_trace_stretch(const pq_parse *p);

#endif
