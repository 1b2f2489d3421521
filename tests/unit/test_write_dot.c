#include "test_write_chance.h"

#include "base/utf8.h"
#include "write/dot.h"
#include "write/write.h"

#include <graphviz/cgraph.h>

/* A record, its plan and its DOT, read back by cgraph. */
typedef struct read_back {
  sample s;
  pq_plan_view view;
  pq_plan plan;
  pq_buf dot;
  Agraph_t *g;
} read_back;

static void begin(read_back *b) {
  pq_buf_init(&b->dot, NULL);
  assert_int_equal(pq_plan_fill(&b->s.graph, b->view, &b->plan), PQ_OK);
  pq_dot_put(&b->plan, &b->dot);
  pq_buf_char(&b->dot, '\0');
  assert_int_equal(b->dot.status, PQ_OK);
  b->g = agmemread(b->dot.ptr);
  assert_non_null(b->g);
}

static void end(read_back *b) {
  (void)agclose(b->g);
  pq_buf_clear(&b->dot);
  pq_arena_clear(&b->s.arena);
}

static pq_view attr(void *object, const char *name) {
  return pq_view_of(agget(object, (char *)name));
}

static Agnode_t *node(const read_back *b, const char *name) {
  Agnode_t *const n = agnode(b->g, (char *)name, 0);
  assert_non_null(n);
  return n;
}

/* Nodes, arcs, boxes and columns are those of the plan. */
static void check_counts(const read_back *b) {
  uint32_t boxes = 0;
  uint32_t columns = 0;
  for (Agraph_t *s = agfstsubg(b->g); s; s = agnxtsubg(s)) {
    boxes += strncmp(agnameof(s), "cluster.", 8) == 0;
    columns += pq_view_same(attr(s, "rank"), PQ_LIT("same"));
  }
  assert_int_equal(agnnodes(b->g), b->plan.nodes.n - 1);
  assert_int_equal(agnedges(b->g),
                   b->plan.arcs.n + b->plan.orders.n + b->plan.centers.n);
  assert_int_equal(boxes, b->plan.boxes.n - 1);
  assert_int_equal(columns, b->plan.column_starts.n - 1);
}

static void test_counts(void **state) {
  void (*const records[])(sample *) = {sample_seed, sample_nfat, sample_sncaip,
                                       sample_nasty, sample_bare};
  (void)state;
  for (size_t i = 0; i < sizeof records / sizeof records[0]; ++i) {
    for (int view = 0; view < PQ_N_PLAN_VIEWS; ++view) {
      read_back b = {.view = (pq_plan_view)view};
      records[i](&b.s);
      begin(&b);
      check_counts(&b);
      end(&b);
    }
  }
}

static void test_random_counts(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 60; ++seed) {
    read_back b = {.view = (pq_plan_view)(seed % PQ_N_PLAN_VIEWS)};
    sample_random(&b.s, seed);
    begin(&b);
    check_counts(&b);
    end(&b);
  }
}

/* The gaps and sizes of the seed's card, as the rules give them. */
static void test_seed(void **state) {
  (void)state;
  read_back b = {.view = PQ_PLAN_CARD};
  sample_seed(&b.s);
  begin(&b);
  ASSERT_VIEW(pq_view_of(agnameof(b.g)), "R-HSA-9701524");
  Agnode_t *const stat = node(&b, "uniprot:P40763");
  ASSERT_VIEW(attr(stat, "width"), "1.1"); /* two badges of four letters */
  ASSERT_VIEW(attr(stat, "class"), "protein");
  ASSERT_VIEW(attr(stat, "URL"),
              "https://www.uniprot.org/uniprotkb/P40763/entry");
  ASSERT_VIEW(attr(stat, "id"), "R-HSA-9701524-uniprot-P40763");
  Agnode_t *const chip = node(&b, "say.30d0eec6");
  Agedge_t *const gap = agedge(b.g, chip, stat, NULL, 0);
  assert_non_null(gap);
  ASSERT_VIEW(attr(gap, "minlen"), "36"); /* 15 + 30 + 7 points */
  /* roofs: 12 a line, 10, and 7 for a badge */
  ASSERT_VIEW(attr(node(&b, "roof.rival.89cfd839"), "height"), "0.64");
  ASSERT_VIEW(attr(node(&b, "roof.set.30d0eec6"), "height"), "0.4");
  ASSERT_VIEW(attr(node(&b, "ent:process.cell-survival"), "width"), "1.22");
  Agnode_t *const square = node(&b, "do.event:phosphorylation.P40763.Y705");
  Agedge_t *const arc = agedge(b.g, chip, square, NULL, 0);
  assert_non_null(arc);
  ASSERT_VIEW(attr(arc, "arrowhead"), "onormal");
  ASSERT_VIEW(attr(arc, "headport"), "n");
  ASSERT_VIEW(attr(chip, "class"), "chip c30d0eec6 ccf9b61d6");
  ASSERT_VIEW(attr(arc, "class"), "c30d0eec6 ccf9b61d6");
  Agedge_t *const input = agedge(b.g, stat, square, NULL, 0);
  assert_non_null(input);
  ASSERT_VIEW(attr(input, "class"), "cd8a779da"); /* as its process */
  ASSERT_VIEW(attr(agsubg(b.g, (char *)"cluster.rival.89cfd839", 0), "class"),
              "c89cfd839 c9454d0ee cc5a182e7");
  end(&b);
}

/* Widths grow with papers; a card has bar, rows and links. */
static void test_evidence(void **state) {
  (void)state;
  read_back b = {.view = PQ_PLAN_EVIDENCE};
  sample_seed(&b.s);
  begin(&b);
  ASSERT_VIEW(attr(b.g, "ranksep"), "0.37");
  Agnode_t *const card = node(&b, "say.30d0eec6");
  ASSERT_VIEW(attr(card, "class"), "claim c30d0eec6 ccf9b61d6");
  ASSERT_VIEW(attr(card, "id"), "R-HSA-9701524-evidence-claim-30d0eec6");
  const char *const label = agget(card, (char *)"label");
  assert_non_null(strstr(label, "WIDTH=\"6\" BGCOLOR=\"#00795A\""));
  assert_non_null(strstr(label, "ROWSPAN=\"16\""));
  assert_non_null(strstr(label, "?term=Zamo%5Bau%5D+2002%5Bdp%5D+STAT3\""));
  assert_non_null(strstr(label, "<I>Palmer 2009</I>"));
  Agnode_t *const product = node(&b, "ent:P40763.Y705.MOD_00048");
  Agedge_t *const arc = agedge(b.g, card, product, NULL, 0);
  assert_non_null(arc);
  ASSERT_VIEW(attr(arc, "penwidth"), "2.6"); /* nine papers */
  ASSERT_VIEW(attr(arc, "arrowsize"), "1");
  Agnode_t *const dispute = node(&b, "say.89cfd839");
  Agedge_t *const side =
      agedge(b.g, node(&b, "uniprot:P52333"), dispute, NULL, 0);
  assert_non_null(side);
  ASSERT_VIEW(attr(side, "headport"), "r0:w");
  ASSERT_VIEW(attr(side, "penwidth"), "2.5"); /* seven */
  end(&b);
}

/* A flow is DOT that says so, with all its arcs. */
static void test_flow(void **state) {
  (void)state;
  read_back b = {.view = PQ_PLAN_OVERVIEW};
  sample_seed(&b.s);
  pq_overview options = {.n_records = 1};
  uint32_t *const folds =
      pq_arena_take(&b.s.arena, b.s.record.entities.n * sizeof *folds);
  assert_non_null(folds);
  for (uint32_t i = 0; i < b.s.record.entities.n; ++i) {
    folds[i] = i;
  }
  options.fold = folds;
  pq_buf_init(&b.dot, NULL);
  assert_int_equal(pq_write_overview(&b.s.graph, &options, &b.dot), PQ_OK);
  assert_true(pq_dot_is_flow(pq_buf_view(&b.dot)));
  pq_buf_char(&b.dot, '\0');
  b.g = agmemread(b.dot.ptr);
  assert_non_null(b.g);
  Agnode_t *const alk = node(&b, "uniprot:Q9UM73");
  Agnode_t *const stat = node(&b, "uniprot:P40763");
  uint32_t n = 0;
  for (Agedge_t *e = agfstout(b.g, alk); e; e = agnxtout(b.g, e)) {
    if (aghead(e) != stat) continue;
    ++n;
    assert_true(attr(e, "tooltip").len > 0);
  }
  assert_int_equal(n, 2); /* what is said, and what is disputed */
  end(&b);
  assert_false(pq_dot_is_flow(PQ_LIT("digraph { a }")));
}

/* Words come through: what cgraph holds is what Graphviz will show. */
static void test_nasty(void **state) {
  (void)state;
  read_back b = {.view = PQ_PLAN_CARD};
  sample_nasty(&b.s);
  begin(&b);
  ASSERT_VIEW(pq_view_of(agnameof(b.g)), "record-..--x---");
  bool cue = false;
  for (Agnode_t *n = agfstnode(b.g); n; n = agnxtnode(b.g, n)) {
    const pq_view label = attr(n, "label");
    cue = cue || pq_view_starts(label, PQ_LIT("“may \"<be>\" &amp;”"));
    assert_true(label.len < (size_t)12 * 1024);
    for (size_t i = 0; i < label.len; ++i) {
      assert_true((unsigned char)label.ptr[i] >= 0x20);
    }
    if (pq_view_same(attr(n, "style"), PQ_LIT("invis"))) continue;
    const pq_view id = attr(n, "id");
    for (size_t i = 0; i < id.len; ++i) {
      const char c = id.ptr[i];
      assert_true(pq_is_alpha(c) || pq_is_digit(c) || c == '-' || c == '.');
    }
  }
  assert_true(cue);
  end(&b);
}

static void test_ids_are_unique(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    read_back b = {.view = (pq_plan_view)(seed % PQ_N_PLAN_VIEWS)};
    sample_random(&b.s, seed);
    begin(&b);
    for (Agnode_t *n = agfstnode(b.g); n; n = agnxtnode(b.g, n)) {
      for (Agnode_t *k = agnxtnode(b.g, n); k; k = agnxtnode(b.g, k)) {
        const pq_view id = attr(n, "id");
        assert_true(!id.len || !pq_view_same(id, attr(k, "id")));
      }
    }
    end(&b);
  }
}

static void test_twice_the_same(void **state) {
  (void)state;
  sample s;
  pq_buf a;
  pq_buf b;
  sample_seed(&s);
  pq_buf_init(&a, NULL);
  pq_buf_init(&b, NULL);
  assert_int_equal(pq_write_dot(&s.graph, &a), PQ_OK);
  assert_int_equal(pq_write_dot(&s.graph, &b), PQ_OK);
  assert_int_equal(a.len, b.len);
  assert_memory_equal(a.ptr, b.ptr, a.len);
  pq_buf_clear(&a);
  pq_buf_clear(&b);
  pq_arena_clear(&s.arena);
}

/* Graphviz takes no more than 16,384 bytes within quotes; what is cut off ends
 * in a mark, and in no half of a character. */
static void test_long_words(void **state) {
  static const char *const pieces[] = {"a", "&", "\"\n", "\xC3\xBC"};
  (void)state;
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; ++i) {
    pq_buf words;
    pq_buf dot;
    pq_buf_init(&words, NULL);
    pq_buf_init(&dot, NULL);
    pq_buf_char(&words, 'x'); /* so that no piece ends with the last byte */
    while (words.len < 40000) {
      pq_buf_text(&words, pieces[i]);
    }
    pq_buf_text(&dot, "digraph { graph [");
    pq_dot_words(&dot, "pq_desc", pq_buf_view(&words));
    pq_buf_text(&dot, "]; a }");
    pq_buf_char(&dot, '\0');
    assert_int_equal(dot.status, PQ_OK);
    Agraph_t *const g = agmemread(dot.ptr);
    assert_non_null(g);
    const pq_view read = attr(g, "pq_desc");
    assert_true(read.len > 3000);
    assert_true(pq_view_ends(read, PQ_LIT(" \xE2\x80\xA6")));
    assert_true(pq_utf8_check(read) == read.len);
    (void)agclose(g);
    pq_buf_clear(&words);
    pq_buf_clear(&dot);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_counts),
      cmocka_unit_test(test_long_words),
      cmocka_unit_test(test_random_counts),
      cmocka_unit_test(test_seed),
      cmocka_unit_test(test_evidence),
      cmocka_unit_test(test_flow),
      cmocka_unit_test(test_nasty),
      cmocka_unit_test(test_ids_are_unique),
      cmocka_unit_test(test_twice_the_same),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
