#include "failing.h"
#include "heard.h"
#include "unit.h"

#include "claim/tree.h"

typedef struct grown {
  pq_arena arena;
  pq_heard heard;
  pq_tree *root;
} grown;

static pq_status grow(grown *t, const char *text) {
  *t = (grown){.root = NULL};
  pq_arena_init(&t->arena, NULL, 0);
  pq_heard_init(&t->heard);
  const pq_yaml_source source = {.bytes = pq_view_of(text),
                                 .file = PQ_LIT("a.yaml"),
                                 .sink = &t->heard.sink};
  return pq_tree_read(&t->arena, &source, &t->root);
}

static void test_a_map(void **state) {
  (void)state;
  grown t;
  assert_int_equal(
      grow(&t, "kind: binding\nverbs: [bind, hold]\nbinding: true\nnot: yes\n"),
      PQ_OK);
  assert_int_equal(t.root->kind, PQ_TREE_MAP);
  ASSERT_VIEW(pq_tree_text(t.root, "kind"), "binding");
  ASSERT_VIEW(pq_tree_text(t.root, "verbs"), "");
  ASSERT_VIEW(pq_tree_text(t.root, "nothing"), "");
  assert_null(pq_tree_at(t.root, "nothing"));
  assert_true(pq_tree_true(t.root, "binding"));
  assert_false(pq_tree_true(t.root, "not"));
  assert_false(pq_tree_true(t.root, "nothing"));
  const pq_tree *const list = pq_tree_at(t.root, "verbs");
  assert_non_null(list);
  assert_int_equal(list->kind, PQ_TREE_LIST);
  ASSERT_VIEW(list->key, "verbs");
  ASSERT_VIEW(list->child->text, "bind");
  ASSERT_VIEW(list->child->next->text, "hold");
  assert_null(list->child->next->next);
  assert_null(pq_tree_at(NULL, "kind"));
  pq_arena_clear(&t.arena);
}

static void test_places(void **state) {
  (void)state;
  grown t;
  assert_int_equal(grow(&t, "a: b\nlist:\n  - x\n  - {c: d}\n"), PQ_OK);
  const pq_tree *const list = pq_tree_at(t.root, "list");
  assert_int_equal(list->child->at.line, 3);
  assert_int_equal(list->child->at.column, 5);
  assert_int_equal(list->child->next->kind, PQ_TREE_MAP);
  assert_int_equal(list->child->next->at.line, 4);
  ASSERT_VIEW(list->child->at.file, "a.yaml");
  pq_arena_clear(&t.arena);
}

static void test_a_key_twice(void **state) {
  (void)state;
  grown t;
  assert_int_equal(grow(&t, "a: 1\nb: 2\na: 3\n"), PQ_BAD_SYNTAX);
  assert_int_equal(t.heard.n, 1);
  assert_int_equal(t.heard.at[0].line, 3);
  assert_int_equal(t.heard.at[0].column, 1);
  pq_arena_clear(&t.arena);
}

static void test_no_map(void **state) {
  (void)state;
  static const char *const texts[] = {"- a\n",    "a\n",     "",
                                      "[a, b]\n", "{a: b\n", "? [x]\n: y\n"};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i) {
    grown t;
    if (grow(&t, texts[i]) != PQ_BAD_SYNTAX) fail_msg("%s", texts[i]);
    assert_true(t.heard.n > 0);
    pq_arena_clear(&t.arena);
  }
}

static pq_status read_with(void *user, pq_alloc *alloc) {
  pq_tree *root = NULL;
  pq_arena arena;
  pq_arena_init(&arena, alloc, 0);
  const pq_status st = pq_tree_read(&arena, user, &root);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  pq_yaml_source source = {.bytes = PQ_LIT("a: [b, {c: d}]\n")};
  (void)pq_fail_each(read_with, &source, PQ_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_map),         cmocka_unit_test(test_places),
      cmocka_unit_test(test_a_key_twice),   cmocka_unit_test(test_no_map),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
