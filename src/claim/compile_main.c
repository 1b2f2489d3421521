/* gramc SOURCE FILE.yaml...: for the build, which links the rules of language
 * in as constants. */
#include "emit.h"

#include "base/alloc.h"

#include <stdio.h>
#include <stdlib.h>

enum {
  FILES_MOST = 64
};

static void print(void *user, const pq_note *note) {
  (void)user;
  const pq_place at = note->at;
  (void)fprintf(stderr, "%.*s:%u:%u: %.*s\n", (int)at.file.len, at.file.ptr,
                (unsigned)at.line, (unsigned)at.column, (int)note->text.len,
                note->text.ptr);
}

static pq_status load(pq_arena *arena, const char *path, pq_grammar_file *out) {
  pq_status st = PQ_OK;
  char part[4096];
  pq_buf bytes;
  FILE *const in = fopen(path, "rb");
  if (!in) return PQ_BAD_READ;
  pq_buf_init(&bytes, NULL);
  for (size_t n = 0; (n = fread(part, 1, sizeof part, in)) > 0;) {
    pq_buf_put(&bytes, (pq_view){part, n});
  }
  st = ferror(in) ? PQ_BAD_READ : bytes.status;
  (void)fclose(in);
  out->name = pq_view_of(path);
  if (!st) st = pq_arena_copy(arena, pq_buf_view(&bytes), &out->bytes);
  pq_buf_clear(&bytes);
  return st;
}

static pq_status save(const char *path, const pq_buf *source) {
  if (source->status) return source->status;
  FILE *const out = fopen(path, "wb");
  if (!out) return PQ_BAD_WRITE;
  const bool whole = fwrite(source->ptr, 1, source->len, out) == source->len;
  return fclose(out) == 0 && whole ? PQ_OK : PQ_BAD_WRITE;
}

static pq_status compile(pq_arena *arena, const char *path, char *const *from,
                         size_t n) {
  pq_status st = PQ_OK;
  const pq_sink sink = {.note = print};
  pq_grammar_file files[FILES_MOST] = {{{0}, {0}}};
  pq_grammar *g = NULL;
  pq_buf source;
  for (size_t i = 0; i < n; ++i) {
    PQ_TRY(st, load(arena, from[i], &files[i]));
  }
  PQ_TRY(st, pq_grammar_open(NULL, files, n, &sink, &g));
  pq_buf_init(&source, NULL);
  pq_grammar_emit(g, "pq_data_grammar_rules", &source);
  st = save(path, &source);
  pq_buf_clear(&source);
  pq_grammar_close(g);
  return st;
}

int main(int argc, char **argv) {
  if (argc < 3 || argc > FILES_MOST + 2) {
    (void)fputs("gramc SOURCE FILE.yaml...\n", stderr);
    return 2;
  }
  pq_arena arena;
  pq_arena_init(&arena, NULL, 0);
  const pq_status st = compile(&arena, argv[1], argv + 2, (size_t)argc - 2);
  pq_arena_clear(&arena);
  if (st) (void)fprintf(stderr, "gramc: %s\n", pq_status_text(st));
  return st ? EXIT_FAILURE : EXIT_SUCCESS;
}
