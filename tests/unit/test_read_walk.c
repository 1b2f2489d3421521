#include "heard.h"
#include "scratch.h"
#include "unit.h"

#include "read/walk.h"

static bool ends_md(pq_view name) {
  return pq_view_ends(name, PQ_LIT(".md"));
}

typedef struct kit {
  pq_scratch disk;
  pq_arena arena;
  pq_heard heard;
  pq_paths paths;
} kit;

static void open_kit(kit *k) {
  pq_scratch_open(&k->disk);
  pq_arena_init(&k->arena, NULL, 0);
  pq_heard_init(&k->heard);
  k->paths =
      (pq_paths){.arena = &k->arena, .sink = &k->heard.sink, .wanted = ends_md};
}

static void close_kit(kit *k) {
  pq_arena_clear(&k->arena);
  pq_scratch_close(&k->disk);
}

/* Path i is `name` in the folder. */
static void assert_path(const kit *k, uint32_t i, const char *name) {
  const pq_view path = k->paths.all.at[i].name;
  const size_t n = strlen(k->disk.folder);
  ASSERT_VIEW(pq_view_head(path, n), k->disk.folder);
  ASSERT_VIEW(pq_view_skip(path, n + 1), name);
}

static void test_folder(void **state) {
  (void)state;
  kit k;
  open_kit(&k);
  pq_scratch_file(&k.disk, "b.md", PQ_LIT("x"));
  pq_scratch_folder(&k.disk, "a");
  pq_scratch_file(&k.disk, "a/z.md", PQ_LIT("x"));
  pq_scratch_file(&k.disk, "a.md", PQ_LIT("x"));
  pq_scratch_folder(&k.disk, "c.md");
  pq_scratch_file(&k.disk, "c.md/d.md", PQ_LIT("x"));
  pq_scratch_file(&k.disk, "e.csv", PQ_LIT("x"));
  pq_scratch_file(&k.disk, ".f.md", PQ_LIT("x"));
  pq_scratch_fifo(&k.disk, "g.md");
  assert_int_equal(pq_paths_add(&k.paths, pq_view_of(k.disk.folder)), PQ_OK);
  assert_int_equal(k.paths.all.n, 5);
  assert_path(&k, 0, "a.md"); /* a full stop comes before a slash */
  assert_path(&k, 1, "a/z.md");
  assert_path(&k, 2, "b.md");
  assert_path(&k, 3, "c.md/d.md");
  assert_path(&k, 4, "g.md");
  assert_int_equal(k.paths.all.at[4].trust, PQ_FILE_FOUND);
  assert_int_equal(k.heard.n, 0);
  close_kit(&k);
}

static void test_links(void **state) {
  (void)state;
  kit k;
  open_kit(&k);
  pq_scratch_file(&k.disk, "a.md", PQ_LIT("x"));
  pq_scratch_link(&k.disk, "b.md", "a.md");
  pq_scratch_link(&k.disk, "c.md", "nowhere");
  pq_scratch_link(&k.disk, "round", ".");
  assert_int_equal(pq_paths_add(&k.paths, pq_view_of(k.disk.folder)), PQ_OK);
  assert_int_equal(k.paths.all.n, 3);
  assert_path(&k, 1, "b.md");
  assert_path(&k, 2, "c.md"); /* told when it is opened */
  assert_int_equal(k.heard.n, 1);
  assert_string_equal(k.heard.at[0].code, "input.link");
  close_kit(&k);
}

static void test_named(void **state) {
  (void)state;
  kit k;
  open_kit(&k);
  assert_int_equal(pq_paths_add(&k.paths, PQ_LIT("none.csv")), PQ_OK);
  assert_int_equal(pq_paths_add(&k.paths, PQ_LIT("-")), PQ_OK);
  assert_int_equal(k.paths.all.n, 2);
  ASSERT_VIEW(k.paths.all.at[0].name, "none.csv");
  assert_int_equal(k.paths.all.at[0].trust, PQ_FILE_NAMED);
  ASSERT_VIEW(k.paths.all.at[1].name, "-");
  close_kit(&k);
}

static void test_lists(void **state) {
  (void)state;
  kit k;
  open_kit(&k);
  const char *lines = pq_scratch_file(&k.disk, "lines", PQ_LIT("a b\r\n\n c"));
  const char *zeros =
      pq_scratch_file(&k.disk, "zeros", (pq_view){"d\ne\0f\0", 6});
  assert_int_equal(pq_paths_add_list(&k.paths, lines), PQ_OK);
  assert_int_equal(pq_paths_add_list(&k.paths, zeros), PQ_OK);
  static const char *const want[] = {"a b", " c", "d\ne", "f"};
  assert_int_equal(k.paths.all.n, 4);
  for (uint32_t i = 0; i < 4; ++i) {
    ASSERT_VIEW(k.paths.all.at[i].name, want[i]);
  }
  assert_int_equal(pq_paths_add_list(&k.paths, "/none/list"), PQ_BAD_READ);
  assert_string_equal(k.heard.at[0].code, "input.list");
  close_kit(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_folder),
      cmocka_unit_test(test_links),
      cmocka_unit_test(test_named),
      cmocka_unit_test(test_lists),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
