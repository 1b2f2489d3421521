#include "bench.h"
#include "failing.h"
#include "test_write_records.h"
#include "unit.h"

#include "base/utf8.h"
#include "write/write.h"

static void test_names(void **state) {
  (void)state;
  size_t n = 0;
  for (; pq_writer_at(n); ++n) {
    const pq_writer *const w = pq_writer_at(n);
    assert_ptr_equal(pq_writer_named(pq_view_of(w->name)), w);
    assert_int_equal(w->kind == PQ_WRITER_TEXT, w->write != NULL);
    assert_true(w->stream || (!w->head && !w->tail));
    for (size_t i = 0; i < n; ++i) {
      const char *const other = pq_writer_at(i)->ending;
      assert_true(!*other || strcmp(other, w->ending) != 0);
    }
  }
  assert_true(n >= 17);
  assert_null(pq_writer_named(PQ_LIT("gif")));
  assert_null(pq_writer_named(PQ_LIT("")));
}

/* Raw controls: RDF and its kin have them as they are; all else has none. */
static bool keeps_controls(const pq_writer *w) {
  static const char *const names[] = {"ttl", "nq", "nt", "tsv", "dot"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    if (strcmp(w->name, names[i]) == 0) return true;
  }
  return false;
}

static void assert_clean(const pq_writer *w, pq_view text) {
  assert_true(text.len > 0);
  assert_int_equal(pq_utf8_check(text), text.len);
  for (size_t i = 0; i < text.len; ++i) {
    const unsigned char c = (unsigned char)text.ptr[i];
    const bool control = c < 0x20 && c != '\n' && c != '\t' && c != '\r';
    if (control && !keeps_controls(w)) fail_msg("%s: a control", w->name);
  }
}

/* One nasty label goes through all of them, and gives the same bytes again. */
static void test_nasty_label(void **state) {
  (void)state;
  sample s;
  pq_buf out;
  sample_nasty(&s);
  pq_buf_init(&out, NULL);
  for (size_t i = 0; pq_writer_at(i); ++i) {
    const pq_writer *const w = pq_writer_at(i);
    if (!w->write) continue;
    pq_buf_reset(&out);
    assert_int_equal(w->write(&s.graph, &out), PQ_OK);
    const size_t half = out.len;
    assert_clean(w, pq_buf_view(&out));
    assert_int_equal(w->write(&s.graph, &out), PQ_OK);
    assert_int_equal(out.len, 2 * half);
    assert_memory_equal(out.ptr, out.ptr + half, half);
    if (!w->stream) continue;
    pq_buf_reset(&out);
    if (w->head) w->head(&out);
    assert_int_equal(w->stream(&s.graph, &out), PQ_OK);
    if (w->tail) w->tail(&out);
    assert_clean(w, pq_buf_view(&out));
    assert_int_equal(out.ptr[out.len - 1], '\n');
  }
  pq_buf_clear(&out);
  pq_arena_clear(&s.arena);
}

typedef struct trial {
  const pq_graph *g;
  const pq_writer *w;
} trial;

static pq_status write_it(void *user, pq_alloc *alloc) {
  const trial *const t = user;
  pq_buf out;
  pq_buf_init(&out, alloc);
  const pq_status st = t->w->write(t->g, &out);
  pq_buf_clear(&out);
  return st;
}

/* Every allocation of the output fails in turn.  raptor has an allocator of its
 * own, and DOT is parsed: both have tests of theirs. */
static void test_out_of_memory(void **state) {
  pq_bench *const b = *state;
  for (size_t i = 0; pq_writer_at(i); ++i) {
    trial t = {&b->graph, pq_writer_at(i)};
    const bool own =
        strcmp(t.w->name, "rdf") == 0 || strcmp(t.w->name, "dot") == 0;
    if (t.w->write && !own) assert_true(pq_fail_some(write_it, &t, PQ_OK, 40));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_nasty_label),
      cmocka_unit_test_setup_teardown(test_out_of_memory, pq_bench_rich,
                                      pq_bench_close),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
