/* Prints the claims of the records that are named, as a table. */
#include <pathquill.h>
#include <stdio.h>

static pq_status put(void *user, const char *bytes, size_t len) {
  return fwrite(bytes, 1, len, user) == len ? PQ_OK : PQ_BAD_WRITE;
}

static void tell(void *user, const pq_note *note) {
  (void)fprintf(user, "%.*s:%u: %.*s\n", (int)note->at.file.len,
                note->at.file.ptr, (unsigned)note->at.line, (int)note->text.len,
                note->text.ptr);
}

int main(int argc, char **argv) {
  const char *const *const paths = (const char *const *)argv;
  const pq_inputs inputs = {.paths = paths + 1, .n_paths = (size_t)argc - 1};
  const pq_sink sink = {.user = stderr, .note = tell};
  pq_output out = {.user = stdout, .write = put};
  pq_engine *engine = NULL; /* rules and names: opened once, for many runs */
  pq_tally tally = {0};
  pq_status st = pq_engine_open(NULL, &sink, &engine);
  if (!st) st = pq_extract(engine, &inputs, "tsv", &out, &sink, &tally);
  pq_engine_close(engine);
  (void)printf("%llu claims, %llu records not read: %s\n",
               (unsigned long long)tally.claims,
               (unsigned long long)tally.failed, pq_status_text(st));
  return st || tally.failed;
}
