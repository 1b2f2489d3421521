#include "heard.h"
#include "keying.h"
#include "scarce.h"
#include "scratch.h"
#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

enum {
  RECORDS = 300, /* five batches, at most 64 records each */
  LINE_MOST = 64
};

typedef struct scene {
  pq_scarce memory;
  pq_scratch scratch;
  pq_engine *engine;
  pq_folder folder;
  pq_keys keys;
  pq_harvest harvest;
  pq_heard heard;
  const char *path;
  int fd;
} scene;

/* Every tenth has no id: it is no JSON. */
static size_t put_line(int i, char out[LINE_MOST]) {
  const int n = i % 10 == 9
                    ? snprintf(out, LINE_MOST, "{nothing %d", i)
                    : snprintf(out, LINE_MOST, "{\"stable_id\": \"T-%d\"}", i);
  return (size_t)n;
}

static void open_scene(scene *s, uint32_t jobs) {
  static char lines[RECORDS * LINE_MOST];
  size_t n = 0;
  for (int i = 0; i < RECORDS; ++i) {
    n += put_line(i, lines + n);
    lines[n++] = '\n';
  }
  *s = (scene){.memory = {.base = {pq_scarce_resize}}};
  atomic_store(&s->memory.n_left, 1L << 40U);
  pq_scratch_open(&s->scratch);
  pq_heard_init(&s->heard);
  s->path = pq_scratch_file(&s->scratch, "a.jsonl", (pq_view){lines, n});
  assert_int_equal(pq_folder_open(s->scratch.folder, NULL, &s->folder), PQ_OK);
  assert_int_equal(pq_folder_scratch(&s->folder, &s->fd), PQ_OK);
  const pq_options options = {.alloc = &s->memory.base, .jobs = jobs};
  assert_int_equal(pq_engine_open(&options, NULL, &s->engine), PQ_OK);
  pq_keys_init(&s->keys, &s->memory.base);
}

static void close_scene(scene *s) {
  pq_keys_clear(&s->keys);
  pq_engine_close(s->engine);
  assert_int_equal(close(s->fd), 0);
  pq_folder_close(&s->folder);
  pq_scratch_close(&s->scratch);
}

static pq_status run(scene *s, uint32_t shard, uint32_t n_shards) {
  const pq_inputs inputs = {
      .paths = &s->path, .n_paths = 1, .shard = shard, .n_shards = n_shards};
  const pq_keying k = {.engine = s->engine,
                       .sink = &s->heard.sink,
                       .folder = &s->folder,
                       .scratch = s->fd,
                       .keys = &s->keys,
                       .harvest = &s->harvest};
  return pq_keying_run(&k, &inputs);
}

/* Key `at` is that of line i. */
static void expect_key(const scene *s, size_t at, int i) {
  char line[LINE_MOST];
  char kept[LINE_MOST];
  char id[LINE_MOST] = "";
  const pq_key *const key = &s->keys.at[at];
  const size_t len = put_line(i, line);
  if (i % 10 != 9) (void)snprintf(id, sizeof id, "T-%d", i);
  ASSERT_VIEW(key->id, id);
  assert_int_equal(key->line, i + 1);
  assert_int_equal(key->len, len);
  assert_int_equal(pread(s->fd, kept, len, (off_t)key->at), len);
  assert_memory_equal(kept, line, len);
}

/* In the order of the input, with bytes that can be fetched; nothing is told
 * of what cannot be read. */
static void test_keys_stand_in_order(void **state) {
  (void)state;
  static const uint32_t jobs[] = {1, 2, 7};
  for (size_t i = 0; i < sizeof jobs / sizeof *jobs; ++i) {
    scene s;
    open_scene(&s, jobs[i]);
    assert_int_equal(run(&s, 0, 0), PQ_OK);
    assert_int_equal(s.harvest.raws, RECORDS);
    assert_int_equal(s.keys.n, RECORDS);
    for (int line = 0; line < RECORDS; ++line) {
      expect_key(&s, (size_t)line, line);
    }
    assert_int_equal(s.heard.n, 0);
    close_scene(&s);
  }
}

/* Each record is in one of three, in the order of the input. */
static void test_shards(void **state) {
  (void)state;
  scene s;
  size_t all = 0;
  bool seen[RECORDS] = {false};
  for (uint32_t shard = 1; shard <= 3; ++shard) {
    open_scene(&s, 2);
    assert_int_equal(run(&s, shard, 3), PQ_OK);
    for (size_t i = 0; i < s.keys.n; ++i) {
      const uint32_t line = s.keys.at[i].line;
      if (i) assert_true(line > s.keys.at[i - 1].line);
      assert_false(seen[line - 1]);
      seen[line - 1] = true;
      expect_key(&s, i, (int)line - 1);
    }
    all += s.keys.n;
    close_scene(&s);
  }
  assert_int_equal(all, RECORDS);
}

static void test_unwritable(void **state) {
  (void)state;
  scene s;
  open_scene(&s, 2);
  assert_int_equal(close(s.fd), 0);
  s.fd = open(s.path, O_RDONLY | O_CLOEXEC);
  assert_int_equal(run(&s, 0, 0), PQ_BAD_WRITE);
  assert_non_null(pq_heard_find(&s.heard, "output.not-written"));
  close_scene(&s);
}

/* Never another name for a record: the run ends. */
static void test_memory_runs_out(void **state) {
  (void)state;
  scene s;
  open_scene(&s, 3);
  atomic_store(&s.memory.n_calls, 0);
  assert_int_equal(run(&s, 0, 0), PQ_OK);
  const long n = atomic_load(&s.memory.n_calls);
  close_scene(&s);
  assert_true(n > 20);
  for (long i = 0; i < n; i += 1 + n / 40) {
    open_scene(&s, 3);
    atomic_store(&s.memory.n_left, i);
    const pq_status st = run(&s, 0, 0);
    if (st) assert_int_equal(st, PQ_NO_MEM);
    if (!st) assert_int_equal(s.keys.n, RECORDS);
    atomic_store(&s.memory.n_left, 1L << 40U);
    close_scene(&s);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_keys_stand_in_order),
      cmocka_unit_test(test_shards),
      cmocka_unit_test(test_unwritable),
      cmocka_unit_test(test_memory_runs_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
