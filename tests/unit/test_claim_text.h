/* A text as the room `claim` reads it: with the rules and names that are built
 * in, step by step or to the end. */
#ifndef PQ_TESTS_UNIT_TEST_CLAIM_TEXT_H
#define PQ_TESTS_UNIT_TEST_CLAIM_TEXT_H

#include "engine_group.h"
#include "heard.h"
#include "unit.h"

#include "claim/draft.h"
#include "claim/parse.h"
#include "scan/scan.h"

#include <stdlib.h>

enum {
  TEST_LINES_MOST = 60
};

/* ---- to the end ---- */

/** A text on a desk, and what was said of it. */
typedef struct told {
  pq_desk desk;
  pq_heard heard;
  pq_buf out;
} told;

static inline void tell_text(told *t, void *const *state, const char *text) {
  const pq_raw raw = {.bytes = pq_view_of(text),
                      .format = PQ_RAW_PLAIN,
                      .place = {.file = PQ_LIT("a"), .line = 1}};
  *t = (told){.heard = {.n = 0}};
  pq_heard_init(&t->heard);
  pq_buf_init(&t->out, NULL);
  pq_desk_open(&t->desk, *state, &t->heard.sink);
  assert_int_equal(pq_desk_run(&t->desk, &raw), PQ_OK);
}

static inline void drop_told(told *t) {
  pq_buf_clear(&t->out);
  pq_desk_close(&t->desk);
}

static inline pq_view evidence_label(const told *t, const pq_evidence *e) {
  return e->states == PQ_STATES_DISPUTE ? t->desk.graph.disputes[e->id].label
                                        : t->desk.graph.claims[e->id].label;
}

static inline void say_evidence(told *t, const pq_evidence *e) {
  static const char *const stances[PQ_N_STANCES] = {
      "",        "presupposed", "hedged", "alternative", "controversial",
      "unclear", "denied"};
  pq_buf_put(&t->out, evidence_label(t, e));
  if (e->stance != PQ_ASSERTED || e->n_cues) {
    pq_buf_text(&t->out, " [");
    pq_buf_text(&t->out, stances[e->stance]);
    for (uint32_t i = 0; i < e->n_cues; ++i) {
      pq_buf_text(&t->out, i ? ", " : ": ");
      pq_buf_put(&t->out,
                 pq_record_words(&t->desk.record, e->sentence, e->cues[i]));
    }
    pq_buf_char(&t->out, ']');
  }
  pq_buf_char(&t->out, '\n');
}

static inline int line_order(const void *a, const void *b) {
  return pq_view_order(*(const pq_view *)a, *(const pq_view *)b);
}

/* Cut into lines and sort them; how many. */
static inline size_t sorted_lines(pq_view text, pq_view *lines) {
  size_t n = 0;
  while (text.len && n < TEST_LINES_MOST) {
    lines[n++] = pq_view_cut(&text, '\n');
  }
  qsort(lines, n, sizeof *lines, line_order);
  return n;
}

/** The claims of a text are these, a line each, in any order. */
static inline void assert_claims(void *const *state, const char *text,
                                 const char *want) {
  told t;
  pq_view got[TEST_LINES_MOST];
  pq_view wanted[TEST_LINES_MOST];
  tell_text(&t, state, text);
  for (uint32_t i = 0; i < t.desk.record.evidence.n; ++i) {
    say_evidence(&t, &t.desk.record.evidence.at[i]);
  }
  const size_t n = sorted_lines(pq_buf_view(&t.out), got);
  const size_t m = sorted_lines(pq_view_of(want), wanted);
  bool same = n == m;
  for (size_t i = 0; same && i < n; ++i) {
    same = pq_view_same(got[i], wanted[i]);
  }
  if (!same) {
    print_error("%s\nwant:\n%sgot:\n%.*s", text, want, (int)t.out.len,
                t.out.len ? t.out.ptr : "");
  }
  drop_told(&t);
  assert_true(same);
}

/** The evidence whose claim has this label; fails if there is none. */
static inline const pq_evidence *evidence_of_label(const told *t,
                                                   const char *label) {
  const pq_record *const r = &t->desk.record;
  for (uint32_t i = 0; i < r->evidence.n; ++i) {
    const pq_view l = evidence_label(t, &r->evidence.at[i]);
    if (pq_view_same(l, pq_view_of(label))) return &r->evidence.at[i];
  }
  fail_msg("nothing says: %s", label);
  return NULL;
}

static inline void assert_span(const told *t, const pq_evidence *e,
                               const char *words) {
  ASSERT_VIEW(pq_record_words(&t->desk.record, e->sentence, e->span), words);
}

/* ---- step by step ---- */

/** How far a sentence is read. */
typedef enum step {
  TO_UNITS,
  TO_TAGS,
  TO_CHUNKS,
  TO_CLAUSES
} step;

/** The first sentence of a text while it is read. */
typedef struct parsed {
  pq_desk desk;
  pq_parse p;
  pq_buf out;
} parsed;

static inline void parse_text(parsed *d, void *const *state, const char *text,
                              step until) {
  pq_engine *const e = *state;
  pq_record *const r = &d->desk.record;
  const pq_raw raw = {.bytes = pq_view_of(text), .format = PQ_RAW_PLAIN};
  pq_desk_open(&d->desk, e, NULL);
  pq_buf_init(&d->out, NULL);
  assert_int_equal(pq_desk_read(&d->desk, &raw), PQ_OK);
  assert_int_equal(pq_scan_record(r, e->lexicon), PQ_OK);
  d->p = (pq_parse){.r = r,
                    .g = e->grammar,
                    .classes = &e->classes,
                    .s = &r->sentences.at[0],
                    .text = r->texts.at[0].plain.bytes,
                    .mention = 1,
                    .first_mention = 1};
  assert_int_equal(pq_units_read(&d->p), PQ_OK);
  if (until >= TO_TAGS) pq_tag_units(&d->p);
  if (until >= TO_CHUNKS) assert_int_equal(pq_chunk_units(&d->p), PQ_OK);
  if (until >= TO_CLAUSES) assert_int_equal(pq_clause_read(&d->p), PQ_OK);
}

static inline void drop_parsed(parsed *d) {
  pq_buf_clear(&d->out);
  pq_desk_close(&d->desk);
}

static inline pq_view chunk_words(const parsed *d, uint32_t i) {
  return pq_span_text(d->p.text, d->p.chunks.at[i].span);
}

/** The first hit of this verb or noun; fails if there is none. */
static inline uint32_t hit_of(const parsed *d, const char *lemma) {
  for (uint32_t i = 1; i < d->p.hits.n; ++i) {
    if (pq_view_same(d->p.hits.at[i].trigger->lemma, pq_view_of(lemma))) {
      return i;
    }
  }
  fail_msg("no hit of %s", lemma);
  return 0;
}

#endif
