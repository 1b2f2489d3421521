#include "failing.h"
#include "ledger.h"
#include "test_write_records.h"
#include "unit.h"

/* One place that says of A and B that one influences the other. */
typedef struct voice {
  pq_stance stance;
  bool negated;
} voice;

static pq_status push_dispute(sample *s, pq_dispute d, pq_dispute_id *id) {
  PQ_PUSH(&s->arena, &s->record.disputes, d);
  *id = s->record.disputes.n - 1;
  return PQ_OK;
}

static const saying doubt = {
    .sentence = 1, .stance = PQ_CONTROVERSIAL, .cue = "may"};

/* A record with these voices; with `rival` the claim is side of a dispute. */
static void enter(pq_ledger *ledger, const voice *voices, size_t n,
                  bool rival) {
  static const char *const text[] = {"A is there", "It may be so."};
  sample s;
  sample_begin(&s, "R-1", text[0], text, 2);
  const pq_node a = sample_protein(&s, "P1", "A");
  const pq_node b = sample_protein(&s, "P2", "B");
  pq_claim claim = {.subject = a, .object = b, .relation = PQ_REL_INFLUENCES};
  pq_dispute d = {.n_alternatives = 2};
  for (size_t i = 0; i < n; ++i) {
    claim.negated = voices[i].negated;
    const saying how = {
        .sentence = 1, .stance = voices[i].stance, .cue = "may"};
    d.alternatives[0] = sample_claim(&s, claim, how);
  }
  if (rival) {
    pq_dispute_id id = 0;
    const saying other = {
        .sentence = 1, .stance = PQ_ALTERNATIVE, .cue = "may"};
    claim.subject = b;
    claim.object = a;
    d.alternatives[1] = sample_claim(&s, claim, other);
    assert_int_equal(push_dispute(&s, d, &id), PQ_OK);
    sample_evidence(&s, PQ_STATES_DISPUTE, id, doubt);
  }
  sample_end(&s);
  assert_int_equal(pq_ledger_add(ledger, &s.graph), PQ_OK);
  pq_arena_clear(&s.arena);
}

static void assert_edges(pq_ledger *ledger, uint32_t n) {
  pq_buf out;
  pq_buf_init(&out, NULL);
  assert_int_equal(pq_ledger_edges(ledger, &out), PQ_OK);
  const char *const wanted =
      n ? "<http://purl.uniprot.org/uniprot/P1> <http://purl.obolibrary.org/"
          "obo/RO_0002566> <http://purl.uniprot.org/uniprot/P2> .\n"
        : "";
  ASSERT_VIEW(pq_buf_view(&out), wanted);
  pq_buf_clear(&out);
}

#define YES \
  { PQ_ASSERTED, false }
#define NO \
  { PQ_ASSERTED, true }

/* What is said in a first record and in a second; how the first claim stands,
 * and whether there is an edge. */
static const struct {
  voice first, second;
  bool rival;
  pq_standing standing;
  uint32_t edges;
} rows[] = {
    {YES, YES, false, PQ_CLAIM_PLAIN, 1},
    {YES, {PQ_HEDGED, false}, false, PQ_CLAIM_PLAIN, 1},
    {{PQ_HEDGED, false}, YES, false, PQ_CLAIM_PLAIN, 1},
    {YES, {PQ_UNCLEAR, false}, false, PQ_CLAIM_PLAIN, 1},
    {YES, {PQ_CONTROVERSIAL, false}, false, PQ_CLAIM_DISPUTED, 0},
    {YES, {PQ_DENIED, false}, false, PQ_CLAIM_DISPUTED, 0},
    {YES, NO, false, PQ_CLAIM_DISPUTED, 0},
    {NO, YES, false, PQ_CLAIM_DISPUTED, 0},
    {YES, {PQ_HEDGED, true}, false, PQ_CLAIM_PLAIN, 1},
    {YES, YES, true, PQ_CLAIM_DISPUTED, 0},
    {NO, NO, false, PQ_CLAIM_NEGATED, 0},
    {NO, {PQ_DENIED, true}, false, PQ_CLAIM_DISPUTED, 0},
    {{PQ_HEDGED, false}, {PQ_PRESUPPOSED, false}, false, PQ_CLAIM_RESERVED, 0},
    {{PQ_ALTERNATIVE, false}, {PQ_UNCLEAR, false}, false, PQ_CLAIM_RESERVED, 0},
};

static void test_standing(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    pq_ledger ledger;
    pq_ledger_init(&ledger, NULL);
    enter(&ledger, &rows[i].first, 1, false);
    enter(&ledger, &rows[i].second, 1, rows[i].rival);
    const pq_standing *const standing = pq_ledger_judge(&ledger);
    assert_non_null(standing);
    assert_int_equal(standing[0], rows[i].standing);
    assert_edges(&ledger, rows[i].edges);
    pq_ledger_clear(&ledger);
  }
}

static void test_empty(void **state) {
  (void)state;
  pq_ledger ledger;
  pq_ledger_init(&ledger, NULL);
  assert_edges(&ledger, 0);
  pq_ledger_clear(&ledger);
}

static pq_status enter_seed(void *user, pq_alloc *alloc) {
  const sample *const s = user;
  pq_ledger ledger;
  pq_buf out;
  pq_ledger_init(&ledger, alloc);
  pq_buf_init(&out, alloc);
  pq_status st = pq_ledger_add(&ledger, &s->graph);
  if (!st) st = pq_ledger_edges(&ledger, &out);
  pq_buf_clear(&out);
  pq_ledger_clear(&ledger);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  sample s;
  sample_seed(&s);
  assert_true(pq_fail_each(enter_seed, &s, PQ_OK) > 2);
  pq_arena_clear(&s.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_standing),
      cmocka_unit_test(test_empty),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
