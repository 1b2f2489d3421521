/* Drawings of records of chance, for who reads finished pictures:
 *
 *   draw_chance FOLDER FIRST LAST
 *
 * writes FOLDER/chance-SEED-VIEW.svg for each seed and view. */
#include "test_write_chance.h"

#include "write/write.h"

#include <stdlib.h>

static bool save(const char *folder, unsigned seed, int view, pq_view bytes) {
  char path[512];
  (void)snprintf(path, sizeof path, "%s/chance-%u-%s.svg", folder, seed,
                 pq_plan_view_name((size_t)view));
  FILE *const f = fopen(path, "wb");
  if (!f) return false;
  const bool put = fwrite(bytes.ptr, 1, bytes.len, f) == bytes.len;
  return fclose(f) == 0 && put;
}

static bool draw(pq_easel *easel, const char *folder, unsigned seed, int view) {
  sample s;
  pq_buf dot;
  pq_buf svg;
  sample_random(&s, seed);
  pq_buf_init(&dot, NULL);
  pq_buf_init(&svg, NULL);
  const bool done =
      !pq_write_view(&s.graph, (pq_plan_view)view, &dot) &&
      !pq_easel_draw(easel, pq_buf_view(&dot), PQ_LIT("svg"), &svg) &&
      save(folder, seed, view, pq_buf_view(&svg));
  pq_buf_clear(&svg);
  pq_buf_clear(&dot);
  pq_arena_clear(&s.arena);
  return done;
}

int main(int argc, char **argv) {
  pq_easel *easel = NULL;
  if (argc != 4) return EXIT_FAILURE;
  const unsigned long first = strtoul(argv[2], NULL, 10);
  const unsigned long last = strtoul(argv[3], NULL, 10);
  if (pq_easel_open(NULL, NULL, &easel)) return EXIT_FAILURE;
  bool done = true;
  for (unsigned long seed = first; done && seed <= last; ++seed) {
    for (int view = 0; done && view < PQ_N_PLAN_VIEWS; ++view) {
      done = draw(easel, argv[1], (unsigned)seed, view);
    }
  }
  pq_easel_close(easel);
  return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
