#include "changes.h"

#include "questions.h"
#include "rows.h"

#include "base/alloc.h"

/* Variables of the facts, and of the rows of the answer. */
enum {
  CLAIM = 1, /* or a question, or a dispute */
  RECORD,    /* or the document, of bare prose */
  ASPECT,
  VALUE,
  SIDE, /* a word of `words` */
  LABEL,
  NAME, /* label of the value, if it has one */
  EVIDENCE,
  DOCUMENT,
  CHANGE,
  BEFORE,
  AFTER
};

static const pq_term aspect_list[] = {PQ_TERM_STATUS, PQ_TERM_CITES_EVIDENCE,
                                      PQ_TERM_CITES_AUTHORITY,
                                      PQ_TERM_ANCHOR_OF};
static const pq_terms aspects = TERMS(aspect_list);

static const pq_step has_record[] = {LINK(DOCUMENT, DC_SUBJECT, RECORD), DONE};
static const pq_step in_record[] = {LINK(DOCUMENT, DC_SUBJECT, RECORD), DONE};
static const pq_step in_prose[] = {NONE(has_record), SAME(DOCUMENT, RECORD),
                                   DONE};
static const pq_step *const where[] = {in_record, in_prose, NULL};
static const pq_step its_name[] = {LINK(VALUE, LABEL, NAME), DONE};

static const pq_step facts[] = {
    LINK(EVIDENCE, STATES, CLAIM),
    LINK(CLAIM, LABEL, LABEL),
    LINK(EVIDENCE, REFERENCE_CONTEXT, DOCUMENT),
    EITHER(where),
    ANY(EVIDENCE, aspects, VALUE, ASPECT),
    MAYBE(its_name),
    DONE,
};

/* The facts of both graphs: the key comes first, so that equal ones meet. */
static const pq_question both = {
    .columns = {{"claim", CLAIM, false},
                {"record", RECORD, false},
                {"aspect", ASPECT, false},
                {"value", VALUE, false},
                {"side", SIDE, false},
                {"label", LABEL, false},
                {"name", NAME, false}},
    .order = {1, 2, 3, 4},
};

const pq_question pq_questions_changes[] = {
    {
        .name = "changed",
        .twin = "22-changed.rq",
        .about = "what only one of two graphs has, the old or the new",
        .parameters = {{"before", BEFORE, "FILE", false}},
        .compares = true,
        .lacks = "the names of texts, which records may share",
        .steps = facts,
        .columns = {{"change", CHANGE, false},
                    {"what", LABEL, false},
                    {"before", BEFORE, false},
                    {"after", AFTER, false},
                    {"record", RECORD, false}},
        .order = {5, 2, 1, 3, 4},
    },
    {.name = NULL},
};

/* ---- words ---- */

typedef enum word {
  WORD_ADDED,
  WORD_REMOVED,
  WORD_STATUS,
  WORD_EVIDENCE,
  WORD_REVIEW,
  WORD_WORDS,
  N_WORDS
} word;

typedef struct comparison {
  pq_rdf *terms;
  pq_rdf_id words[N_WORDS];
  const pq_rdf *old; /* whose ids are being translated */
  pq_rdf_id *known;  /* by its ids */
  pq_gather facts;
  pq_row row;
} comparison;

static pq_status make_words(comparison *c) {
  static const char *const words[N_WORDS] = {"added",    "removed", "status",
                                             "evidence", "review",  "words"};
  pq_status st = PQ_OK;
  for (int i = 0; i < N_WORDS; ++i) {
    const pq_rdf_term t = {.kind = PQ_RDF_LITERAL,
                           .text = pq_view_of(words[i])};
    PQ_TRY(st, pq_rdf_add_term(c->terms, &t, &c->words[i]));
  }
  return PQ_OK;
}

/* ---- the facts of both ---- */

static pq_status take_new(void *user, const pq_rdf_id *row) {
  comparison *const c = user;
  return pq_gather_add(&c->facts, row);
}

/* A term of the old graph as one of the new; types of literals are IRIs. */
static pq_status translate(comparison *c, pq_rdf_id id, pq_rdf_id *out) {
  pq_status st = PQ_OK;
  if (id && !c->known[id]) {
    pq_rdf_term t = c->old->terms[id];
    if (t.type) {
      const pq_rdf_term type = c->old->terms[t.type];
      PQ_TRY(st, pq_rdf_add_term(c->terms, &type, &t.type));
    }
    PQ_TRY(st, pq_rdf_add_term(c->terms, &t, &c->known[id]));
  }
  *out = id ? c->known[id] : 0;
  return PQ_OK;
}

static pq_status take_old(void *user, const pq_rdf_id *row) {
  pq_status st = PQ_OK;
  comparison *const c = user;
  pq_row translated = {[SIDE] = c->words[WORD_REMOVED]};
  for (const pq_column *column = both.columns; column->name; ++column) {
    const uint8_t v = column->variable;
    if (v == SIDE) continue;
    PQ_TRY(st, translate(c, row[v], &translated[v]));
  }
  return pq_gather_add(&c->facts, translated);
}

static pq_status read_old(comparison *c, const pq_index *before) {
  pq_row row = {0};
  const pq_row_sink sink = {c, take_old};
  c->old = before->rdf;
  c->known = pq_calloc(c->terms->alloc, c->old->n_terms * sizeof *c->known);
  if (!c->known) return PQ_NO_MEM;
  const pq_status st = pq_match(before, facts, row, &sink);
  pq_free(c->terms->alloc, c->known);
  return st;
}

static pq_status read_both(comparison *c, const pq_index *before,
                           const pq_index *after) {
  pq_status st = PQ_OK;
  const pq_row_sink sink = {c, take_new};
  PQ_TRY(st, make_words(c));
  pq_row row = {[SIDE] = c->words[WORD_ADDED]};
  PQ_TRY(st, pq_match(after, facts, row, &sink));
  PQ_TRY(st, read_old(c, before));
  return pq_gather_settle(&c->facts);
}

/* ---- what one has alone ---- */

static pq_rdf_id cell(const comparison *c, uint32_t row, uint8_t variable) {
  const size_t at = (size_t)row * c->facts.n_columns;
  return c->facts.cells[at + variable - CLAIM];
}

/* The end of the rows from `begin` that are alike up to a variable; `*sides`
 * is how many graphs they are of. */
static uint32_t end_of(const comparison *c, uint32_t begin, uint8_t last,
                       int *sides) {
  bool of[2] = {false, false};
  uint32_t end = begin;
  for (bool alike = true; alike && end < c->facts.n; end += alike) {
    for (uint8_t v = CLAIM; alike && v <= last; ++v) {
      alike = cell(c, end, v) == cell(c, begin, v);
    }
    if (alike) of[cell(c, end, SIDE) == c->words[WORD_ADDED]] = true;
  }
  *sides = of[0] + of[1];
  return end;
}

static word word_of(pq_rdf_id aspect) {
  if (aspect == pq_rdf_of(PQ_TERM_STATUS)) return WORD_STATUS;
  if (aspect == pq_rdf_of(PQ_TERM_CITES_EVIDENCE)) return WORD_EVIDENCE;
  return aspect == pq_rdf_of(PQ_TERM_CITES_AUTHORITY) ? WORD_REVIEW
                                                      : WORD_WORDS;
}

/* Of a statement that came or went its status is told, and no more. */
static pq_status tell(const comparison *c, uint32_t i, bool whole,
                      pq_gather *out) {
  const word about = word_of(cell(c, i, ASPECT));
  const pq_rdf_id side = cell(c, i, SIDE);
  const pq_rdf_id name = cell(c, i, NAME);
  if (whole && about != WORD_STATUS) return PQ_OK;
  pq_row row = {[CHANGE] = whole ? side : c->words[about],
                [LABEL] = cell(c, i, LABEL),
                [RECORD] = cell(c, i, RECORD)};
  row[side == c->words[WORD_ADDED] ? AFTER : BEFORE] =
      name ? name : cell(c, i, VALUE);
  return pq_gather_add(out, row);
}

static pq_status tell_all(const comparison *c, pq_gather *out) {
  pq_status st = PQ_OK;
  uint32_t end = 0;
  int graphs = 0; /* that have the statement, of this record */
  for (uint32_t i = 0; !st && i < c->facts.n;) {
    int sides = 0;
    if (i == end) end = end_of(c, i, RECORD, &graphs);
    const uint32_t next = end_of(c, i, VALUE, &sides);
    for (; !st && i < next; ++i) {
      if (sides == 1) st = tell(c, i, graphs == 1, out);
    }
  }
  return st;
}

pq_status pq_changes(const pq_index *before, const pq_index *after,
                     pq_rdf *terms, pq_gather *out) {
  comparison c = {.terms = terms};
  pq_gather_init(&c.facts, terms, &both);
  pq_gather_init(out, terms, pq_questions_changes);
  pq_status st = read_both(&c, before, after);
  if (!st) st = tell_all(&c, out);
  pq_gather_clear(&c.facts);
  if (!st) st = pq_gather_settle(out);
  if (st) pq_gather_clear(out);
  return st;
}
