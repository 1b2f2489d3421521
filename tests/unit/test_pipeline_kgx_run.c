#include "failing.h"
#include "heard.h"
#include "kgx_run.h"
#include "scratch.h"
#include "test_write_records.h"
#include "unit.h"

#include <stdio.h>

typedef struct trial {
  sample seed;
  pq_folder folder;
} trial;

static pq_status run(void *user, pq_alloc *alloc) {
  const trial *const t = user;
  pq_ledger ledger;
  pq_kgx kgx;
  pq_ledger_init(&ledger, alloc);
  pq_kgx_init(&kgx, alloc);
  pq_status st = pq_ledger_add(&ledger, &t->seed.graph);
  if (!st) st = pq_kgx_add(&kgx, &ledger, &t->seed.graph);
  if (!st) st = pq_kgx_write(&kgx, &ledger, &t->folder);
  pq_kgx_clear(&kgx);
  pq_ledger_clear(&ledger);
  return st;
}

static size_t lines_of(const char *folder, const char *name) {
  char path[400];
  (void)snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *const file = fopen(path, "rb");
  assert_non_null(file);
  size_t n = 0;
  for (int c = fgetc(file); c != EOF; c = fgetc(file)) {
    n += c == '\n';
  }
  (void)fclose(file);
  return n;
}

/* Both tables, what is told of the rest, and each allocation that fails. */
static void test_seed(void **state) {
  (void)state;
  trial t;
  pq_heard heard;
  pq_scratch scratch;
  pq_heard_init(&heard);
  pq_scratch_open(&scratch);
  sample_seed(&t.seed);
  assert_int_equal(pq_folder_open(scratch.folder, &heard.sink, &t.folder),
                   PQ_OK);
  assert_int_equal(run(&t, NULL), PQ_OK);
  assert_int_equal(lines_of(scratch.folder, "graph_edges.tsv"), 14);
  assert_int_equal(lines_of(scratch.folder, "graph_nodes.tsv"), 14);
  const pq_heard_note *const note = pq_heard_find(&heard, "kgx.left-out");
  assert_non_null(note);
  assert_int_equal(note->severity, PQ_NOTE_WARN);
  assert_non_null(strstr(note->text, "3 claims that are nowhere asserted"));
  assert_true(pq_fail_each(run, &t, PQ_OK) > 4);
  pq_folder_drop(&t.folder, "graph_edges.tsv");
  pq_folder_drop(&t.folder, "graph_nodes.tsv");
  pq_folder_close(&t.folder);
  pq_scratch_close(&scratch);
  pq_arena_clear(&t.seed.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_seed)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
