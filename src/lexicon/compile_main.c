/* lexc FOLDER IMAGE: for the build, which needs the image before there is a
 * tool. */
#include "lexicon.h"

#include <stdio.h>
#include <stdlib.h>

static void print(void *user, const pq_note *note) {
  (void)user;
  const pq_place at = note->at;
  (void)fprintf(stderr, "%.*s:%u:%u: %.*s\n", (int)at.file.len, at.file.ptr,
                (unsigned)at.line, (unsigned)at.column, (int)note->text.len,
                note->text.ptr);
}

static pq_status save(const char *path, pq_view bytes) {
  FILE *const out = fopen(path, "wb");
  if (!out) return PQ_BAD_WRITE;
  const bool whole = fwrite(bytes.ptr, 1, bytes.len, out) == bytes.len;
  return fclose(out) == 0 && whole ? PQ_OK : PQ_BAD_WRITE;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    (void)fputs("lexc FOLDER IMAGE\n", stderr);
    return 2;
  }
  const pq_sink sink = {.note = print};
  pq_buf image;
  pq_buf_init(&image, NULL);
  pq_status st = pq_lexicon_build(NULL, argv[1], &sink, &image);
  if (!st) st = save(argv[2], pq_buf_view(&image));
  pq_buf_clear(&image);
  if (st) (void)fprintf(stderr, "lexc: %s\n", pq_status_text(st));
  return st ? EXIT_FAILURE : EXIT_SUCCESS;
}
