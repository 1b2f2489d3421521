#include "test_write_chance.h"

#include "write/dot.h"
#include "write/sbgn.h"

#include <stdio.h>

/* The plan of a record, with places as an easel might give them: the n-th node
 * at (100 n, 50), each arc from its tail to its head. */
static void put_places(const pq_plan *plan, pq_buf *out) {
  for (uint32_t i = 0; i < plan->columns.n; ++i) {
    const pq_draw_node *const n = &plan->nodes.at[plan->columns.at[i]];
    if (pq_draw_is_scaffold(n->kind)) continue;
    pq_buf_format(out, "n %u %u 50.5 60 30\n", (unsigned)i + 1,
                  (unsigned)i * 100);
  }
  for (uint32_t i = 0; i < plan->arcs.n; ++i) {
    const uint32_t from = plan->nodes.at[plan->arcs.at[i].from].place + 1;
    const uint32_t to = plan->nodes.at[plan->arcs.at[i].to].place + 1;
    pq_buf_format(out, "a %u %u %u 1 2 3.25 -4\n", (unsigned)from, (unsigned)to,
                  (unsigned)from);
  }
}

static pq_buf sbgn_of(sample *s) {
  pq_plan plan;
  pq_buf places;
  pq_buf out;
  pq_buf_init(&places, NULL);
  pq_buf_init(&out, NULL);
  assert_int_equal(pq_plan_fill(&s->graph, PQ_PLAN_CARD, &plan), PQ_OK);
  put_places(&plan, &places);
  assert_int_equal(pq_sbgn_put(&plan, &s->arena, pq_buf_view(&places), &out),
                   PQ_OK);
  pq_buf_clear(&places);
  return out;
}

static uint32_t count(const pq_buf *b, const char *part) {
  const size_t n = strlen(part);
  uint32_t found = 0;
  for (size_t i = 0; i + n <= b->len; ++i) {
    found += memcmp(b->ptr + i, part, n) == 0;
  }
  return found;
}

static void test_seed(void **state) {
  (void)state;
  sample s;
  sample_seed(&s);
  pq_buf out = sbgn_of(&s);
  assert_int_equal(count(&out, "<glyph class=\"process\""), 2);
  assert_int_equal(count(&out, "<glyph class=\"macromolecule\""), 5);
  assert_int_equal(count(&out, "<glyph class=\"nucleic acid feature\""), 2);
  assert_int_equal(count(&out, "<glyph class=\"phenotype\""), 1);
  /* the form is not stated, three pathways are needed together */
  assert_int_equal(count(&out, "<glyph class=\"or\""), 1);
  assert_int_equal(count(&out, "<glyph class=\"and\""), 1);
  assert_int_equal(count(&out, "class=\"logic arc\""), 2 + 3);
  /* the dispute and the question */
  assert_int_equal(count(&out, "<glyph class=\"annotation\""), 2);
  assert_int_equal(count(&out, "class=\"consumption\""), 2);
  assert_int_equal(count(&out, "class=\"production\""), 2);
  assert_int_equal(count(&out, "class=\"necessary stimulation\""), 1);
  assert_int_equal(count(&out, "<state value=\"p\" variable=\"Y705\"/>"), 1);
  assert_int_equal(count(&out, "<state variable=\"Y705\"/>"), 1);
  assert_int_equal(count(&out, "<state value=\"active\"/>"), 1);
  assert_int_equal(count(&out, "<port "), 4);
  pq_buf_clear(&out);
  pq_arena_clear(&s.arena);
}

static void test_complex_and_sink(void **state) {
  (void)state;
  sample s;
  sample_nfat(&s);
  pq_buf out = sbgn_of(&s);
  assert_int_equal(count(&out, "<glyph class=\"association\""), 1);
  assert_int_equal(count(&out, "<glyph class=\"complex\""), 2);
  pq_buf_clear(&out);
  pq_arena_clear(&s.arena);
  sample_sncaip(&s);
  out = sbgn_of(&s);
  assert_int_equal(count(&out, "<glyph class=\"source and sink\""), 1);
  pq_buf_clear(&out);
  pq_arena_clear(&s.arena);
}

/* Quotes close, brackets of words are escaped. */
static void test_any(void **state) {
  (void)state;
  for (uint64_t seed = 0; seed < 40; ++seed) {
    sample s;
    if (seed) {
      sample_random(&s, seed);
    } else {
      sample_nasty(&s);
    }
    pq_buf out = sbgn_of(&s);
    assert_int_equal(count(&out, "<glyph "), count(&out, "</glyph>"));
    assert_int_equal(count(&out, "<arc "), count(&out, "</arc>"));
    assert_int_equal(count(&out, "\"") % 2, 0);
    pq_buf_clear(&out);
    pq_arena_clear(&s.arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_seed),
      cmocka_unit_test(test_complex_and_sink),
      cmocka_unit_test(test_any),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
