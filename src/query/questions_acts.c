/* Questions about what acts on what, over many texts together.  Each is its
 * twin in ontology/queries/. */
#include "questions.h"
#include "rows.h"

enum {
  CLAIM = 1,
  CLAIM_2,
  CLAIM_3,
  EVIDENCE,
  EVIDENCE_2,
  SUBJECT,
  SUBJECT_2,
  SUBJECT_3,
  OBJECT,
  OBJECT_2,
  OBJECT_3,
  EVENT,
  SITE,
  WORK,
  ROLE,
  RELATION,
  STATUS,
  DIRECT,
  NEGATION,
  NEGATION_2,
  TYPE,
  LABEL,
  LABEL_2,
  LABEL_3,
  CITED, /* label of a work */
  DOCUMENT,
  DOCUMENT_2,
  RECORD,
  RECORD_2,
  THING,
  THING_2,
  WHOLE, /* what a thing is a state of */
  /* what is set */
  FROM,
  TO,
  KIND,
  KIND_2
};

static const pq_term cites_list[] = {PQ_TERM_CITES_EVIDENCE,
                                     PQ_TERM_CITES_AUTHORITY};
static const pq_terms cites = TERMS(cites_list);

/* What has an effect. */
static const pq_term act_list[] = {
    PQ_TERM_ENABLES,
    PQ_TERM_ACTS_UPSTREAM,
    PQ_TERM_ACTS_UPSTREAM_POSITIVE,
    PQ_TERM_ACTS_UPSTREAM_NEGATIVE,
    PQ_TERM_CAUSALLY_UPSTREAM,
    PQ_TERM_CAUSALLY_UPSTREAM_POSITIVE,
    PQ_TERM_CAUSALLY_UPSTREAM_NEGATIVE,
    PQ_TERM_INVOLVED,
    PQ_TERM_INVOLVED_POSITIVE,
    PQ_TERM_INVOLVED_NEGATIVE,
    PQ_TERM_REGULATES,
    PQ_TERM_REGULATES_POSITIVE,
    PQ_TERM_REGULATES_NEGATIVE,
    PQ_TERM_INFLUENCES,
};
static const pq_terms acts = TERMS(act_list);

static const pq_term firm_list[] = {PQ_TERM_ASSERTED, PQ_TERM_PRESUPPOSED};
static const pq_terms firm = TERMS(firm_list);

static const pq_step its_works[] = {ANY(EVIDENCE, cites, WORK, ROLE),
                                    LINK(WORK, LABEL, CITED), DONE};

static const pq_step negated[] = {LINK(CLAIM, NEGATED, NEGATION), DONE};
static const pq_step negated_2[] = {LINK(CLAIM_2, NEGATED, NEGATION), DONE};
static const pq_step negated_3[] = {LINK(CLAIM_3, NEGATED, NEGATION), DONE};

/* ---- 13: what acts on a protein ---- */

static const pq_step its_residue[] = {LINK(EVENT, LOCATION, SITE),
                                      LINK(SITE, NOTATION, LABEL_3), DONE};
static const pq_step its_direct[] = {LINK(CLAIM, DIRECT, DIRECT), DONE};

static const pq_step on_state[] = {
    LINK(THING, STATE_OF, FROM),
    LINK(EVENT, HAS_INPUT, THING),
    LINK(CLAIM, OBJECT, EVENT),
    LINK(CLAIM, SUBJECT, SUBJECT),
    LINK(CLAIM, PREDICATE, RELATION),
    AMONG(RELATION, acts),
    MAYBE(its_residue),
    DONE,
};
static const pq_step on_thing[] = {
    LINK(EVENT, HAS_INPUT, FROM),
    LINK(CLAIM, OBJECT, EVENT),
    LINK(CLAIM, SUBJECT, SUBJECT),
    LINK(CLAIM, PREDICATE, RELATION),
    AMONG(RELATION, acts),
    MAYBE(its_residue),
    DONE,
};
static const pq_step needed[] = {
    LINK(EVENT, HAS_INPUT, FROM), LINK(CLAIM, SUBJECT, EVENT),
    LINK(CLAIM, OBJECT, SUBJECT), IS(CLAIM, PREDICATE, DEPENDS_ON),
    MAYBE(its_residue),           DONE,
};
static const pq_step on_itself[] = {
    LINK(CLAIM, OBJECT, FROM),
    LINK(CLAIM, SUBJECT, SUBJECT),
    LINK(CLAIM, PREDICATE, RELATION),
    AMONG(RELATION, acts),
    DONE,
};
static const pq_step *const acting[] = {on_state, on_thing, needed, on_itself,
                                        NULL};

static const pq_step acts_on[] = {
    EITHER(acting),
    IS(CLAIM, TYPE, CLAIM),
    LINK(CLAIM, LABEL, LABEL_2),
    LINK(SUBJECT, LABEL, LABEL),
    LINK(EVIDENCE, STATES, CLAIM),
    LINK(EVIDENCE, STATUS, STATUS),
    MAYBE(its_direct),
    MAYBE(its_works),
    DONE,
};

/* ---- 14: where texts disagree ---- */

static const pq_term doubt_list[] = {PQ_TERM_ALTERNATIVE, PQ_TERM_CONTROVERSIAL,
                                     PQ_TERM_UNCLEAR, PQ_TERM_DENIED};
static const pq_terms doubts = TERMS(doubt_list);

static const pq_step doubted[] = {
    LINK(EVIDENCE_2, STATUS, STATUS),
    AMONG(STATUS, doubts),
    LINK(EVIDENCE_2, STATES, CLAIM_2),
    SAME(CLAIM, CLAIM_2),
    DONE,
};

/* The other claim stands, and both are of the same subject. */
#define OPPOSED                                                   \
  LINK(CLAIM_2, SUBJECT, SUBJECT), LINK(CLAIM, SUBJECT, SUBJECT), \
      NONE(negated), LINK(EVIDENCE_2, STATES, CLAIM_2),           \
      LINK(EVIDENCE_2, STATUS, STATUS), AMONG(STATUS, firm), DONE

static const pq_step denied[] = {
    LINK(CLAIM_2, NEGATED, NEGATION_2), LINK(CLAIM_2, OBJECT, OBJECT),
    LINK(CLAIM, OBJECT, OBJECT),        LINK(CLAIM_2, PREDICATE, RELATION),
    LINK(CLAIM, PREDICATE, RELATION),   OPPOSED,
};

/* One effect and its opposite, on the same object. */
#define SIGNS(positive, negative)                                  \
  IS(CLAIM_2, PREDICATE, negative), LINK(CLAIM_2, OBJECT, OBJECT), \
      LINK(CLAIM, OBJECT, OBJECT), IS(CLAIM, PREDICATE, positive), \
      NONE(negated_2), OPPOSED

static const pq_step upstream[] = {
    SIGNS(ACTS_UPSTREAM_POSITIVE, ACTS_UPSTREAM_NEGATIVE)};
static const pq_step causes[] = {
    SIGNS(CAUSALLY_UPSTREAM_POSITIVE, CAUSALLY_UPSTREAM_NEGATIVE)};
static const pq_step involved[] = {SIGNS(INVOLVED_POSITIVE, INVOLVED_NEGATIVE)};
static const pq_step regulates[] = {
    SIGNS(REGULATES_POSITIVE, REGULATES_NEGATIVE)};

/* One effect on what switches a thing on and on what switches it off. */
static const pq_step switched[] = {
    LINK(OBJECT_2, TYPE, KIND_2),
    LINK(OBJECT_2, HAS_INPUT, THING),
    LINK(OBJECT, HAS_INPUT, THING),
    LINK(OBJECT, TYPE, KIND),
    LINK(CLAIM_2, OBJECT, OBJECT_2),
    LINK(CLAIM, OBJECT, OBJECT),
    LINK(CLAIM_2, PREDICATE, RELATION),
    LINK(CLAIM, PREDICATE, RELATION),
    NONE(negated_2),
    OPPOSED,
};
static const pq_step *const against[] = {doubted,  denied,    upstream, causes,
                                         involved, regulates, switched, NULL};

static const pq_step its_record[] = {LINK(DOCUMENT, DC_SUBJECT, RECORD), DONE};
static const pq_step other_record[] = {LINK(DOCUMENT_2, DC_SUBJECT, RECORD_2),
                                       DONE};

static const pq_step disagreements[] = {
    EITHER(against),
    IS(CLAIM, TYPE, CLAIM),
    LINK(EVIDENCE, STATES, CLAIM),
    IS(EVIDENCE, STATUS, ASSERTED),
    LINK(EVIDENCE, REFERENCE_CONTEXT, DOCUMENT),
    LINK(EVIDENCE_2, REFERENCE_CONTEXT, DOCUMENT_2),
    MAYBE(its_record),
    MAYBE(other_record),
    LINK(CLAIM, LABEL, LABEL),
    LINK(CLAIM_2, LABEL, LABEL_2),
    DONE,
};

/* ---- 15, 16: from thing to thing ---- */

/* From an end of a claim to a thing: itself, or what it is a state or a fusion
 * of, or what it happens to. */
static const pq_term end_list[] = {PQ_TERM_STATE_OF, PQ_TERM_FUSION_OF,
                                   PQ_TERM_HAS_INPUT};
static const pq_terms ends = TERMS(end_list);

/* A text holds that it has an effect. */
#define HELD(claim, unless)                                               \
  IS(claim, TYPE, CLAIM), LINK(claim, PREDICATE, RELATION),               \
      AMONG(RELATION, acts), NONE(unless), LINK(EVIDENCE, STATES, claim), \
      LINK(EVIDENCE, STATUS, STATUS), AMONG(STATUS, firm), DONE

static const pq_step held[] = {HELD(CLAIM, negated)};
static const pq_step held_2[] = {HELD(CLAIM_2, negated_2)};
static const pq_step held_3[] = {HELD(CLAIM_3, negated_3)};

static const pq_step one_hop[] = {
    NEAR(SUBJECT, ends, FROM),
    LINK(CLAIM, SUBJECT, SUBJECT),
    SOME(held),
    LINK(CLAIM, OBJECT, OBJECT),
    NEAR(OBJECT, ends, TO),
    LINK(CLAIM, LABEL, LABEL),
    DONE,
};
static const pq_step two_hops[] = {
    NEAR(SUBJECT, ends, FROM),
    LINK(CLAIM, SUBJECT, SUBJECT),
    SOME(held),
    LINK(CLAIM, OBJECT, OBJECT),
    NEAR(OBJECT, ends, THING),
    DIFFER(THING, FROM),
    DIFFER(THING, TO),
    NEAR(SUBJECT_2, ends, THING),
    LINK(CLAIM_2, SUBJECT, SUBJECT_2),
    LINK(CLAIM_2, OBJECT, OBJECT_2),
    NEAR(OBJECT_2, ends, TO),
    SOME(held_2),
    LINK(CLAIM, LABEL, LABEL),
    LINK(CLAIM_2, LABEL, LABEL_2),
    DONE,
};
static const pq_step three_hops[] = {
    NEAR(SUBJECT, ends, FROM),
    LINK(CLAIM, SUBJECT, SUBJECT),
    SOME(held),
    LINK(CLAIM, OBJECT, OBJECT),
    NEAR(OBJECT, ends, THING),
    DIFFER(THING, FROM),
    DIFFER(THING, TO),
    NEAR(SUBJECT_2, ends, THING),
    LINK(CLAIM_2, SUBJECT, SUBJECT_2),
    SOME(held_2),
    LINK(CLAIM_2, OBJECT, OBJECT_2),
    NEAR(OBJECT_2, ends, THING_2),
    DIFFER(THING_2, FROM),
    DIFFER(THING_2, TO),
    DIFFER(THING_2, THING),
    NEAR(SUBJECT_3, ends, THING_2),
    LINK(CLAIM_3, SUBJECT, SUBJECT_3),
    LINK(CLAIM_3, OBJECT, OBJECT_3),
    NEAR(OBJECT_3, ends, TO),
    SOME(held_3),
    LINK(CLAIM, LABEL, LABEL),
    LINK(CLAIM_2, LABEL, LABEL_2),
    LINK(CLAIM_3, LABEL, LABEL_3),
    DONE,
};
static const pq_step *const hops[] = {one_hop, two_hops, three_hops, NULL};
static const pq_step paths[] = {EITHER(hops), DONE};

static const pq_term thing_list[] = {PQ_TERM_PROTEIN, PQ_TERM_PROTEIN_FAMILY,
                                     PQ_TERM_COMPLEX, PQ_TERM_GENE,
                                     PQ_TERM_SMALL_MOLECULE};
static const pq_terms things = TERMS(thing_list);

static const pq_step forwards[] = {NEAR(SUBJECT, ends, THING),
                                   NEAR(OBJECT, ends, THING_2), DONE};
static const pq_step backwards[] = {NEAR(OBJECT, ends, THING),
                                    NEAR(SUBJECT, ends, THING_2), DONE};
static const pq_step *const both_ways[] = {forwards, backwards, NULL};
static const pq_step state[] = {LINK(THING, STATE_OF, WHOLE), DONE};
static const pq_step other_state[] = {LINK(THING_2, STATE_OF, WHOLE), DONE};
static const pq_step other_thing[] = {LINK(THING_2, TYPE, TYPE),
                                      AMONG(TYPE, things), DONE};

static const pq_step hubs[] = {
    IS(CLAIM, TYPE, CLAIM),
    SOME(held),
    LINK(CLAIM, SUBJECT, SUBJECT),
    LINK(CLAIM, OBJECT, OBJECT),
    EITHER(both_ways),
    DIFFER(THING, THING_2),
    NONE(state),
    NONE(other_state),
    SOME(other_thing),
    LINK(THING, TYPE, TYPE),
    AMONG(TYPE, things),
    LINK(THING, LABEL, LABEL),
    DONE,
};

/* ---- 17: two agents, one residue ---- */

static const pq_step one_of[] = {LINK(SUBJECT, STATE_OF, SUBJECT_2), DONE};
static const pq_step other_of[] = {LINK(SUBJECT_2, STATE_OF, SUBJECT), DONE};
static const pq_step one_fused[] = {LINK(SUBJECT, FUSION_OF, SUBJECT_2), DONE};
static const pq_step other_fused[] = {LINK(SUBJECT_2, FUSION_OF, SUBJECT),
                                      DONE};

static const pq_step rival[] = {
    LINK(CLAIM_2, OBJECT, EVENT),
    IS(CLAIM_2, PREDICATE, ENABLES),
    NONE(negated_2),
    LINK(CLAIM_2, SUBJECT, SUBJECT_2),
    DIFFER(SUBJECT_2, SUBJECT),
    NONE(one_of),
    NONE(other_of),
    NONE(one_fused),
    NONE(other_fused),
    DONE,
};

static const pq_step rival_kinases[] = {
    LINK(EVENT, TYPE, KIND),
    LINK(EVENT, LOCATION, SITE),
    IS(SITE, TYPE, EXACT_POSITION),
    LINK(CLAIM, OBJECT, EVENT),
    IS(CLAIM, PREDICATE, ENABLES),
    NONE(negated),
    LINK(CLAIM, SUBJECT, SUBJECT),
    SOME(rival),
    LINK(SITE, NOTATION, LABEL_2),
    LINK(SITE, REFERENCE, THING),
    LINK(THING, LABEL, LABEL),
    LINK(SUBJECT, LABEL, LABEL_3),
    LINK(EVIDENCE, STATES, CLAIM),
    LINK(EVIDENCE, STATUS, STATUS),
    MAYBE(its_works),
    DONE,
};

/* ---- the table ---- */

const pq_question pq_questions_acts[] = {
    {
        .name = "acts-on",
        .twin = "13-acts-on.rq",
        .about = "what acts on a protein, where, and who says so",
        .parameters = {{"protein", FROM, "uniprot:P40763", false}},
        .lacks = PQ_LACKS_PARTS,
        .steps = acts_on,
        .columns = {{"agent", LABEL, false},
                    {"claim", LABEL_2, false},
                    {"residue", LABEL_3, false},
                    {"direct", DIRECT, false},
                    {"status", STATUS, false},
                    {"role", ROLE, false},
                    {"work", CITED, false}},
        .order = {1, 2, 3, 6, 7},
    },
    {
        .name = "disagreements",
        .twin = "14-disagreements.rq",
        .about = "what one text asserts, and what speaks against it",
        .parameters = {{NULL, KIND, "MI:2236", false},
                       {NULL, KIND_2, "MI:2241", false}},
        .lacks = PQ_LACKS_PARTS,
        .steps = disagreements,
        .columns = {{"claim", LABEL, false},
                    {"record", RECORD, false},
                    {"other", LABEL_2, false},
                    {"stance", STATUS, false},
                    {"against", RECORD_2, false}},
        .order = {1, 3, 2, 5, 4},
    },
    {
        .name = "paths",
        .twin = "15-paths.rq",
        .about = "ways from one thing to another, over three claims at most",
        .parameters = {{"from", FROM, "uniprot:Q9UM73", false},
                       {"to", TO, "ent:process.cell-survival", false}},
        .lacks = PQ_LACKS_PARTS,
        .steps = paths,
        .columns = {{"first", LABEL, false},
                    {"second", LABEL_2, false},
                    {"third", LABEL_3, false}},
        .order = {3, 2, 1},
    },
    {
        .name = "hubs",
        .twin = "16-hubs.rq",
        .about = "things that act on, or are acted on by, most others",
        .lacks = PQ_LACKS_PARTS,
        .steps = hubs,
        .columns = {{"thing", LABEL, false},
                    {"node", THING, false},
                    {"partners", THING_2, true},
                    {"claims", CLAIM, true}},
        .order = {-3, -4, 1, 2},
    },
    {
        .name = "rival-kinases",
        .twin = "17-rival-kinases.rq",
        .about = "residues that texts give to several kinases",
        .parameters = {{"kind", KIND, "MI:0217", true}},
        .lacks = PQ_LACKS_PARTS,
        .steps = rival_kinases,
        .columns = {{"protein", LABEL, false},
                    {"residue", LABEL_2, false},
                    {"kinase", LABEL_3, false},
                    {"status", STATUS, false},
                    {"work", CITED, false}},
        .order = {1, 2, 3, 5},
    },
    {.name = NULL},
};
