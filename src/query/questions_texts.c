/* The first twelve questions: what texts say, how firmly, and whom they cite.
 * Each is its twin in ontology/queries/, line by line. */
#include "questions.h"
#include "rows.h"

enum {
  CLAIM = 1, /* or a question, or a dispute */
  EVIDENCE,
  EVIDENCE_2,
  DISPUTE,
  SUBJECT,
  OBJECT,
  EVENT,
  SITE,
  WORK,
  WORK_2,
  ROLE,
  ROLE_2,
  RELATION,
  STATUS,
  STATUS_2,
  DIRECT,
  LABEL,
  OTHER,
  CITED, /* label of a work */
  TYPE,
  BEGIN,
  END,
  WORDS,
  DOCUMENT,
  /* what is set */
  PROTEIN,
  POSITION,
  KIND,
  FROM,
  TO
};

static const pq_term cites_list[] = {PQ_TERM_CITES_EVIDENCE,
                                     PQ_TERM_CITES_AUTHORITY};
static const pq_terms cites = TERMS(cites_list);

static const pq_step its_works[] = {ANY(EVIDENCE, cites, WORK, ROLE),
                                    LINK(WORK, LABEL, CITED), DONE};

/* ---- 1 ---- */

static const pq_term agent_list[] = {
    PQ_TERM_ENABLES,
    PQ_TERM_ACTS_UPSTREAM,
    PQ_TERM_ACTS_UPSTREAM_POSITIVE,
    PQ_TERM_ACTS_UPSTREAM_NEGATIVE,
    PQ_TERM_INVOLVED,
    PQ_TERM_INVOLVED_POSITIVE,
    PQ_TERM_INVOLVED_NEGATIVE,
};
static const pq_terms of_agents = TERMS(agent_list);

static const pq_step site_agents[] = {
    LINK(SITE, REFERENCE, PROTEIN),
    LINK(SITE, POSITION, POSITION),
    LINK(EVENT, LOCATION, SITE),
    LINK(EVENT, TYPE, KIND),
    LINK(CLAIM, OBJECT, EVENT),
    LINK(CLAIM, PREDICATE, RELATION),
    AMONG(RELATION, of_agents),
    IS(CLAIM, TYPE, CLAIM),
    LINK(CLAIM, SUBJECT, SUBJECT),
    LINK(SUBJECT, LABEL, LABEL),
    LINK(EVIDENCE, STATES, CLAIM),
    LINK(EVIDENCE, STATUS, STATUS),
    MAYBE(its_works),
    DONE,
};

/* ---- 2, 3, 4: disputed, reviewed, not cited ---- */

static const pq_step its_direct[] = {LINK(CLAIM, DIRECT, DIRECT), DONE};

static const pq_step disputes[] = {
    IS(DISPUTE, TYPE, DISPUTE),
    LINK(EVIDENCE, STATES, DISPUTE),
    ANY(EVIDENCE, cites, WORK, ROLE),
    LINK(WORK, LABEL, CITED),
    LINK(DISPUTE, ALTERNATIVE_OF, CLAIM),
    LINK(CLAIM, LABEL, LABEL),
    MAYBE(its_direct),
    DONE,
};

static const pq_step primary[] = {LINK(EVIDENCE_2, STATES, CLAIM),
                                  LINK(EVIDENCE_2, CITES_EVIDENCE, WORK_2),
                                  DONE};

static const pq_step review_only[] = {
    LINK(EVIDENCE, CITES_AUTHORITY, WORK),
    LINK(EVIDENCE, STATES, CLAIM),
    IS(CLAIM, TYPE, CLAIM),
    NONE(primary),
    LINK(CLAIM, LABEL, LABEL),
    LINK(WORK, LABEL, CITED),
    DONE,
};

static const pq_step cited_elsewhere[] = {
    LINK(EVIDENCE_2, STATES, CLAIM), IS(EVIDENCE_2, TYPE, TRACEABLE), DONE};
static const pq_step disputed[] = {LINK(DISPUTE, ALTERNATIVE_OF, CLAIM), DONE};

static const pq_step uncited[] = {
    IS(EVIDENCE, TYPE, NOT_TRACEABLE),
    LINK(EVIDENCE, STATES, CLAIM),
    IS(CLAIM, TYPE, CLAIM),
    NONE(cited_elsewhere),
    NONE(disputed),
    LINK(EVIDENCE, STATUS, STATUS),
    LINK(CLAIM, LABEL, LABEL),
    DONE,
};

/* ---- 5 ---- */

static const pq_term form_list[] = {PQ_TERM_STATE_OF, PQ_TERM_FUSION_OF};
static const pq_terms forms = TERMS(form_list);

static const pq_step text_for_edge[] = {
    NEAR(SUBJECT, forms, FROM),
    LINK(CLAIM, SUBJECT, SUBJECT),
    LINK(CLAIM, OBJECT, OBJECT),
    LINK(OBJECT, HAS_INPUT, TO),
    LINK(CLAIM, LABEL, LABEL),
    LINK(EVIDENCE, STATES, CLAIM),
    LINK(EVIDENCE, STATUS, STATUS),
    LINK(EVIDENCE, BEGIN_INDEX, BEGIN),
    LINK(EVIDENCE, END_INDEX, END),
    LINK(EVIDENCE, ANCHOR_OF, WORDS),
    DONE,
};

/* ---- 6, 7 ---- */

static const pq_step claims_per_work[] = {
    ANY(EVIDENCE, cites, WORK, ROLE),
    LINK(EVIDENCE, STATES, CLAIM),
    LINK(WORK, LABEL, CITED),
    DONE,
};

static const pq_step open_questions[] = {
    IS(CLAIM, TYPE, OPEN_QUESTION),
    LINK(CLAIM, LABEL, LABEL),
    LINK(EVIDENCE, STATES, CLAIM),
    LINK(EVIDENCE, STATUS, STATUS),
    LINK(EVIDENCE, CUE, OTHER),
    LINK(EVIDENCE, ANCHOR_OF, WORDS),
    MAYBE(its_works),
    DONE,
};

/* ---- 8, 9 ---- */

static const pq_step from_event[] = {LINK(CLAIM, SUBJECT, EVENT),
                                     LINK(CLAIM, OBJECT, OBJECT), DONE};
static const pq_step to_event[] = {LINK(CLAIM, OBJECT, EVENT),
                                   LINK(CLAIM, SUBJECT, OBJECT), DONE};
static const pq_step *const either_way[] = {from_event, to_event, NULL};

static const pq_step sites[] = {
    LINK(SITE, REFERENCE, PROTEIN),
    LINK(SITE, NOTATION, LABEL),
    LINK(EVENT, LOCATION, SITE),
    LINK(EVENT, TYPE, KIND),
    LINK(EVENT, HAS_OUTPUT, SUBJECT),
    LINK(SUBJECT, MODIFICATION, TYPE),
    LINK(TYPE, LABEL, WORDS),
    EITHER(either_way),
    LINK(CLAIM, PREDICATE, RELATION),
    LINK(OBJECT, LABEL, OTHER),
    DONE,
};

static const pq_step depends_on[] = {
    IS(CLAIM, PREDICATE, DEPENDS_ON),
    LINK(CLAIM, SUBJECT, SUBJECT),
    LINK(CLAIM, OBJECT, OBJECT),
    LINK(SUBJECT, LABEL, LABEL),
    LINK(OBJECT, LABEL, OTHER),
    LINK(OBJECT, TYPE, TYPE),
    LINK(EVIDENCE, STATES, CLAIM),
    LINK(EVIDENCE, STATUS, STATUS),
    DONE,
};

/* ---- 10, 11, 12 ---- */

static const pq_step status_counts[] = {
    LINK(EVIDENCE, STATUS, STATUS),
    LINK(EVIDENCE, REFERENCE_CONTEXT, DOCUMENT),
    DONE,
};

static const pq_step works_both[] = {
    IS(EVIDENCE, STATUS, CONTROVERSIAL),
    ANY(EVIDENCE, cites, WORK, ROLE),
    ANY(EVIDENCE_2, cites, WORK, ROLE_2),
    IS(EVIDENCE_2, STATUS, ASSERTED),
    LINK(WORK, LABEL, CITED),
    DONE,
};

static const pq_step its_pmid[] = {LINK(WORK, EXACT_MATCH, OTHER), DONE};

static const pq_step unresolved_works[] = {
    ANY(EVIDENCE, cites, WORK, ROLE),
    NONE(its_pmid),
    LINK(WORK, LABEL, CITED),
    DONE,
};

/* ---- the table ---- */

const pq_question pq_questions_texts[] = {
    {
        .name = "site-agents",
        .twin = "01-y705-agents.rq",
        .about = "what acts on a residue of a protein, and who says so",
        .parameters = {{"protein", PROTEIN, "uniprot:P40763", false},
                       {"position", POSITION, "705", false},
                       {"kind", KIND, "MI:0217", true}},
        .lacks = PQ_LACKS_PARTS,
        .steps = site_agents,
        .columns = {{"agent", LABEL, false},
                    {"relation", RELATION, false},
                    {"status", STATUS, false},
                    {"role", ROLE, false},
                    {"work", CITED, false}},
        .order = {1, 4, 5},
    },
    {
        .name = "disputes",
        .twin = "02-disputes.rq",
        .about = "disputes: their sides, and the works cited for them",
        .steps = disputes,
        .columns = {{"side", LABEL, false},
                    {"direct", DIRECT, false},
                    {"role", ROLE, false},
                    {"work", CITED, false}},
        .order = {1, 3, 4},
    },
    {
        .name = "review-only",
        .twin = "03-review-only.rq",
        .about = "claims that only reviews are cited for",
        .steps = review_only,
        .columns = {{"label", LABEL, false}, {"review", CITED, false}},
        .order = {1, 2},
    },
    {
        .name = "uncited",
        .twin = "04-uncited.rq",
        .about = "claims that nothing is cited for",
        .steps = uncited,
        .columns = {{"label", LABEL, false}, {"status", STATUS, false}},
        .order = {2, 1},
    },
    {
        .name = "text-for-edge",
        .twin = "05-text-for-edge.rq",
        .about = "the words that lead from one thing to another",
        .parameters = {{"from", FROM, "uniprot:Q9UM73", false},
                       {"to", TO, "uniprot:P40763", false}},
        .lacks = PQ_LACKS_PARTS,
        .steps = text_for_edge,
        .columns = {{"label", LABEL, false},
                    {"status", STATUS, false},
                    {"begin", BEGIN, false},
                    {"end", END, false},
                    {"words", WORDS, false}},
        .order = {3, 4},
    },
    {
        .name = "claims-per-work",
        .twin = "06-claims-per-work.rq",
        .about = "how many claims, questions and disputes a work is cited for",
        .steps = claims_per_work,
        .columns = {{"work", CITED, false}, {"n", CLAIM, true}},
        .order = {-2, 1},
    },
    {
        .name = "open-questions",
        .twin = "07-open-questions.rq",
        .about = "what texts say is not known, in their words",
        .steps = open_questions,
        .columns = {{"question", LABEL, false},
                    {"status", STATUS, false},
                    {"cue", OTHER, false},
                    {"words", WORDS, false},
                    {"work", CITED, false}},
        .order = {1, 3, 5},
    },
    {
        .name = "sites",
        .twin = "08-sites.rq",
        .about = "modified residues of a protein, and what goes with them",
        .parameters = {{"protein", PROTEIN, "uniprot:P40763", false},
                       {"kind", KIND, "MI:0217", true}},
        .lacks = PQ_LACKS_PARTS,
        .steps = sites,
        .columns = {{"residue", LABEL, false},
                    {"product", WORDS, false},
                    {"relation", RELATION, false},
                    {"other", OTHER, false}},
        .order = {1, 3, 4},
    },
    {
        .name = "depends-on",
        .twin = "09-depends-on.rq",
        .about = "what is said to depend on what",
        .lacks = PQ_LACKS_PARTS,
        .steps = depends_on,
        .columns = {{"what", LABEL, false},
                    {"on", OTHER, false},
                    {"type", TYPE, false},
                    {"status", STATUS, false}},
        .order = {4, 2},
    },
    {
        .name = "status-counts",
        .twin = "10-status-counts.rq",
        .about = "pieces of evidence of each status, by document",
        .lacks = "the names of texts",
        .steps = status_counts,
        .columns = {{"doc", DOCUMENT, false},
                    {"status", STATUS, false},
                    {"n", EVIDENCE, true}},
        .order = {1, -3, 2},
    },
    {
        .name = "works-both",
        .twin = "11-works-both.rq",
        .about = "works cited for a controversy and for what is asserted",
        .steps = works_both,
        .columns = {{"work", CITED, false}},
        .order = {1},
    },
    {
        .name = "unresolved-works",
        .twin = "12-unresolved-works.rq",
        .about = "works known by author and year alone, most cited first",
        .lacks = "what is cited beside all claims",
        .steps = unresolved_works,
        .columns = {{"work", CITED, false}, {"uses", EVIDENCE, true}},
        .order = {-2, 1},
    },
    {.name = NULL},
};
