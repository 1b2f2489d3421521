/* A file of one kind (PQ_FUZZ_KIND), which may be anything.  The first byte
 * chooses which of the kind's official files it is.  What comes out must open,
 * and be the same when its rows are taken out and compiled again. */
#include "fuzz.h"

#include "lexicon/compile.h"
#include "lexicon/image.h"
#include "lexicon/import/import.h"
#include "lexicon/unpack.h"

static const pq_import_kind *kind;

/* NOLINTNEXTLINE(readability-non-const-parameter): libFuzzer's signature. */
int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  kind = pq_import_kind_of(PQ_LIT(PQ_FUZZ_KIND));
  pq_fuzz_insist(kind != NULL, "there is such a kind");
  return 0;
}

/* The n-th official name, counted round and round. */
static void choose_name(size_t n, char *out, size_t size) {
  pq_view rest = pq_view_of(kind->files);
  size_t count = 1;
  for (size_t i = 0; i < rest.len; ++i) {
    count += rest.ptr[i] == ',';
  }
  pq_view name = {"", 0};
  for (size_t i = 0; i <= n % count; ++i) {
    name = pq_view_trim(pq_view_cut(&rest, ','));
  }
  name = pq_view_head(name, size - 1);
  memcpy(out, name.ptr, name.len);
  out[name.len] = '\0';
}

static pq_status import(pq_view bytes, const char *name, pq_buf *image) {
  pq_import_run *run = NULL;
  const pq_import_options options = {.all_loci = true};
  pq_status st = pq_import_open(NULL, &options, NULL, &run);
  if (!st) st = pq_import_bytes(run, kind, name, bytes);
  if (!st) st = pq_import_finish(run, image);
  pq_import_close(run);
  return st;
}

static void check(pq_view image) {
  pq_arena arena;
  pq_image im;
  pq_buf again;
  pq_tables tables = {.sources = {"", 0}};
  pq_arena_init(&arena, NULL, 0);
  pq_buf_init(&again, NULL);
  pq_fuzz_insist(!pq_image_open(PQ_LIT("x"), image, NULL, &im), "it opens");
  pq_status st = pq_unpack(&arena, &im, &tables);
  tables.sources = im.sources;
  if (!st) st = pq_compile(&arena, &tables, &again);
  pq_fuzz_insist(!st, "it can be taken apart");
  pq_fuzz_insist(pq_view_same(pq_buf_view(&again), image),
                 "and put together again");
  pq_buf_clear(&again);
  pq_arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char name[128];
  pq_buf image;
  if (!size) return 0;
  choose_name(data[0], name, sizeof name);
  pq_buf_init(&image, NULL);
  if (!import(pq_fuzz_view(data + 1, size - 1), name, &image)) {
    check(pq_buf_view(&image));
  }
  pq_buf_clear(&image);
  return 0;
}
