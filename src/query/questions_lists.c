/* Work lists for a curator: papers, names, what is open.  Each is its twin in
 * ontology/queries/. */
#include "questions.h"
#include "rows.h"

enum {
  CLAIM = 1, /* or a question, or a dispute */
  EVIDENCE,
  EVIDENCE_2,
  OBJECT,
  WORK,
  WORK_2,
  ROLE,
  STATUS,
  LABEL,
  OTHER, /* label of a work; candidate */
  DOCUMENT,
  RECORD,
  PATHWAY,
  THING,
  PAPER /* what is set */
};

static const pq_term cites_list[] = {PQ_TERM_CITES_EVIDENCE,
                                     PQ_TERM_CITES_AUTHORITY};
static const pq_terms cites = TERMS(cites_list);

/* ---- 18, 19: papers ---- */

static const pq_step other_work[] = {LINK(EVIDENCE_2, STATES, CLAIM),
                                     ANY(EVIDENCE_2, cites, WORK_2, 0),
                                     DIFFER(WORK_2, WORK), DONE};

static const pq_step one_paper[] = {
    IS(CLAIM, TYPE, CLAIM),           LINK(EVIDENCE, STATES, CLAIM),
    ANY(EVIDENCE, cites, WORK, ROLE), NONE(other_work),
    LINK(EVIDENCE, STATUS, STATUS),   LINK(CLAIM, LABEL, LABEL),
    LINK(WORK, LABEL, OTHER),         DONE,
};

static const pq_step beside_paper[] = {LINK(EVIDENCE_2, STATES, CLAIM),
                                       ANY(EVIDENCE_2, cites, WORK_2, 0),
                                       DIFFER(WORK_2, PAPER), DONE};

static const pq_step retraction[] = {
    ANY(EVIDENCE, cites, PAPER, ROLE),
    LINK(EVIDENCE, STATES, CLAIM),
    LINK(CLAIM, LABEL, LABEL),
    MAYBE(beside_paper),
    DONE,
};

/* ---- 20, 21: work lists ---- */

static const pq_term role_list[] = {PQ_TERM_SUBJECT, PQ_TERM_OBJECT};
static const pq_terms roles = TERMS(role_list);
static const pq_term part_list[] = {PQ_TERM_HAS_INPUT, PQ_TERM_HAS_PART,
                                    PQ_TERM_STATE_OF};
static const pq_terms parts = TERMS(part_list);

static const pq_step spoken_of[] = {ANY(CLAIM, roles, THING, 0), DONE};
static const pq_step part_spoken_of[] = {ANY(OBJECT, parts, THING, 0),
                                         ANY(CLAIM, roles, OBJECT, 0), DONE};
static const pq_step *const speaking[] = {spoken_of, part_spoken_of, NULL};
static const pq_step candidate[] = {LINK(THING, CLOSE_MATCH, OTHER), DONE};

static const pq_step ungrounded[] = {
    IS(THING, TYPE, UNGROUNDED), LINK(THING, LABEL, LABEL), EITHER(speaking),
    IS(CLAIM, TYPE, CLAIM),      MAYBE(candidate),          DONE,
};

static const pq_term open_list[] = {PQ_TERM_UNCLEAR, PQ_TERM_CONTROVERSIAL};
static const pq_terms open = TERMS(open_list);

static const pq_step is_question[] = {IS(CLAIM, TYPE, OPEN_QUESTION), DONE};
static const pq_step is_open[] = {AMONG(STATUS, open), DONE};
static const pq_step *const not_known[] = {is_question, is_open, NULL};
static const pq_step its_pathway[] = {LINK(RECORD, PART_OF, PATHWAY), DONE};
static const pq_step its_record[] = {LINK(DOCUMENT, DC_SUBJECT, RECORD),
                                     MAYBE(its_pathway), DONE};

static const pq_step open_by_pathway[] = {
    LINK(EVIDENCE, STATUS, STATUS),
    LINK(EVIDENCE, STATES, CLAIM),
    EITHER(not_known),
    LINK(CLAIM, LABEL, LABEL),
    LINK(EVIDENCE, REFERENCE_CONTEXT, DOCUMENT),
    MAYBE(its_record),
    DONE,
};

/* ---- the table ---- */

const pq_question pq_questions_lists[] = {
    {
        .name = "one-paper",
        .twin = "18-one-paper.rq",
        .about = "claims that hang on one paper",
        .steps = one_paper,
        .columns = {{"claim", LABEL, false},
                    {"status", STATUS, false},
                    {"work", OTHER, false}},
        .order = {3, 1, 2},
    },
    {
        .name = "retraction",
        .twin = "19-retraction.rq",
        .about = "what would fall if a paper were retracted",
        .parameters = {{"paper", PAPER, "work:zhang-2002", false}},
        .steps = retraction,
        .columns = {{"what", LABEL, false},
                    {"node", CLAIM, false},
                    {"others", WORK_2, true}},
        .order = {3, 1, 2},
    },
    {
        .name = "ungrounded",
        .twin = "20-ungrounded.rq",
        .about = "names that no lexicon knows, by the claims that use them",
        .lacks = PQ_LACKS_PARTS,
        .steps = ungrounded,
        .columns = {{"name", LABEL, false},
                    {"node", THING, false},
                    {"candidate", OTHER, false},
                    {"claims", CLAIM, true}},
        .order = {-4, 1, 2, 3},
    },
    {
        .name = "open-by-pathway",
        .twin = "21-open-by-pathway.rq",
        .about = "what is not known, by pathway and record",
        .lacks = "the pathways of a record",
        .steps = open_by_pathway,
        .columns = {{"pathway", PATHWAY, false},
                    {"record", RECORD, false},
                    {"what", LABEL, false},
                    {"status", STATUS, false}},
        .order = {1, 2, 3, 4},
    },
    {.name = NULL},
};
