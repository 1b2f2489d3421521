/* pq_build with threads.  What its files hold is for tests/meta/same.py. */
#include "heard.h"
#include "scarce.h"
#include "scratch.h"
#include "unit.h"

#include <stdio.h>
#include <unistd.h>

enum {
  RECORDS = 12
};

typedef struct scene {
  pq_scarce memory;
  pq_scratch scratch;
  pq_engine *engine;
  const char *path;
  char out[PQ_SCRATCH_PATH + 8];
} scene;

static void plenty(scene *s) {
  atomic_store(&s->memory.n_left, 1L << 40U);
}

static void open_scene(scene *s, uint32_t jobs) {
  char lines[RECORDS * 128];
  size_t n = 0;
  for (int i = 0; i < RECORDS; ++i) {
    n += (size_t)snprintf(
        lines + n, sizeof lines - n,
        "{\"stable_id\": \"T-%d\", \"summary\": \"JAK2 phosphorylates STAT5A"
        " at Y69%d. It may bind NFKB7.\"}\n",
        i, i % 10);
  }
  *s = (scene){.memory = {.base = {pq_scarce_resize}}};
  plenty(s);
  pq_scratch_open(&s->scratch);
  s->path = pq_scratch_file(&s->scratch, "a.jsonl", (pq_view){lines, n});
  (void)snprintf(s->out, sizeof s->out, "%s/out", s->scratch.folder);
  const pq_options options = {.alloc = &s->memory.base, .jobs = jobs};
  assert_int_equal(pq_engine_open(&options, NULL, &s->engine), PQ_OK);
}

static uint32_t drop(const scene *s, const char *name) {
  char path[2 * PQ_SCRATCH_PATH];
  (void)snprintf(path, sizeof path, "%s/%s", s->out, name);
  return unlink(path) == 0;
}

/* Remove what was written, and the folder, which must be empty then: no half
 * file is left.  Returns how many files there were. */
static uint32_t sweep(const scene *s) {
  char name[32];
  if (access(s->out, F_OK)) return 0;
  uint32_t n =
      drop(s, "graph.nq") + drop(s, "report.tsv") + drop(s, "names.tsv");
  for (int i = 0; i < RECORDS; ++i) {
    (void)snprintf(name, sizeof name, "T-%d.nq", i);
    n += drop(s, name);
    (void)snprintf(name, sizeof name, "T-%d.jsonl", i);
    n += drop(s, name);
  }
  assert_int_equal(rmdir(s->out), 0);
  return n;
}

static void close_scene(scene *s) {
  pq_engine_close(s->engine);
  pq_scratch_close(&s->scratch);
}

static pq_status build(scene *s, const pq_sink *sink, pq_tally *tally) {
  static const char *const types[] = {"nq", "jsonl"};
  const pq_inputs inputs = {.paths = &s->path, .n_paths = 1};
  const pq_build_options options = {
      .folder = s->out, .types = types, .n_types = 2};
  *tally = (pq_tally){0};
  return pq_build(s->engine, &inputs, &options, sink, tally);
}

static pq_status refuse(void *user, const char *bytes, size_t len) {
  (void)user;
  (void)bytes;
  (void)len;
  return PQ_BAD_WRITE;
}

/* Whenever memory runs out, in whichever thread: the run ends with that, or the
 * record is given up and told; and nothing is left half. */
static void test_memory_runs_out(void **state) {
  (void)state;
  scene s;
  pq_tally tally;
  open_scene(&s, 3);
  atomic_store(&s.memory.n_calls, 0);
  assert_int_equal(build(&s, NULL, &tally), PQ_OK);
  assert_int_equal(tally.records, RECORDS);
  assert_int_equal(sweep(&s), 2 * RECORDS + 3);
  const long n = atomic_load(&s.memory.n_calls);
  assert_true(n > 60);
  for (long i = 0; i < n; i += 1 + n / 60) {
    pq_heard heard;
    pq_heard_init(&heard);
    atomic_store(&s.memory.n_left, i);
    const pq_status st = build(&s, &heard.sink, &tally);
    plenty(&s);
    if (!st) assert_int_equal(tally.records + tally.failed, RECORDS);
    if (!st && tally.failed) assert_true(heard.n > 0);
    if (st) assert_int_equal(st, PQ_NO_MEM);
    (void)sweep(&s);
  }
  close_scene(&s);
}

/* A record that is given up leaves no file: not those that were written before
 * it failed, nor those of an earlier run, which would tell old news. */
static void test_given_up(void **state) {
  (void)state;
  scene s;
  pq_tally tally;
  uint32_t n_given_up = 0;
  open_scene(&s, 1);
  s.memory.once = true;
  atomic_store(&s.memory.n_calls, 0);
  assert_int_equal(build(&s, NULL, &tally), PQ_OK);
  const long n = atomic_load(&s.memory.n_calls);
  for (long i = 0; i < n; ++i) {
    assert_int_equal(build(&s, NULL, &tally), PQ_OK);
    atomic_store(&s.memory.n_left, i);
    const pq_status st = build(&s, NULL, &tally);
    plenty(&s);
    if (st) continue;
    n_given_up += tally.failed > 0;
    assert_int_equal(sweep(&s), 2 * tally.records + 3);
  }
  assert_true(n_given_up > 0);
  (void)sweep(&s);
  close_scene(&s);
}

/* More threads than records, and a run after a run. */
static void test_many_threads(void **state) {
  (void)state;
  scene s;
  pq_tally tally;
  open_scene(&s, 64);
  for (int i = 0; i < 3; ++i) {
    assert_int_equal(build(&s, NULL, &tally), PQ_OK);
    assert_int_equal(tally.records, RECORDS);
  }
  assert_int_equal(sweep(&s), 2 * RECORDS + 3);
  close_scene(&s);
}

/* A name that is a folder: one worker cannot write, and the run ends. */
static void test_unwritable(void **state) {
  (void)state;
  scene s;
  pq_tally tally;
  pq_heard heard;
  open_scene(&s, 2);
  assert_int_equal(build(&s, NULL, &tally), PQ_OK);
  char path[2 * PQ_SCRATCH_PATH];
  (void)snprintf(path, sizeof path, "%s/T-3.nq", s.out);
  assert_int_equal(unlink(path), 0);
  assert_string_equal(pq_scratch_folder(&s.scratch, "out/T-3.nq"), path);
  pq_heard_init(&heard);
  assert_int_equal(build(&s, &heard.sink, &tally), PQ_BAD_WRITE);
  assert_non_null(pq_heard_find(&heard, "output.not-written"));
  assert_int_equal(rmdir(path), 0);
  assert_int_equal(sweep(&s), 2 * RECORDS + 3 - 1);
  close_scene(&s);
}

static void test_no_such_shard(void **state) {
  (void)state;
  scene s;
  pq_tally tally;
  pq_output none = {.user = NULL};
  const pq_build_options options = {.folder = "none"};
  static const uint32_t shards[][2] = {{0, 1}, {2, 1}, {0, 7}, {8, 7}};
  open_scene(&s, 1);
  for (size_t i = 0; i < sizeof shards / sizeof *shards; ++i) {
    const pq_inputs inputs = {.paths = &s.path,
                              .n_paths = 1,
                              .shard = shards[i][0],
                              .n_shards = shards[i][1]};
    none.write = refuse;
    assert_int_equal(pq_build(s.engine, &inputs, &options, NULL, &tally),
                     PQ_BAD_ARG);
    assert_int_equal(pq_extract(s.engine, &inputs, "nq", &none, NULL, &tally),
                     PQ_BAD_ARG);
  }
  close_scene(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_no_such_shard),
      cmocka_unit_test(test_memory_runs_out),
      cmocka_unit_test(test_given_up),
      cmocka_unit_test(test_many_threads),
      cmocka_unit_test(test_unwritable),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
