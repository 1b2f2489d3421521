/* A grammar file: any bytes.  What opens must read a record without harm. */
#include "data.h"
#include "engine.h"
#include "fuzz.h"

#include "base/utf8.h"
#include "scan/scan.h"

static const char text[] =
    "STAT3 is phosphorylated at tyrosine 705 downstream of active ALK (Zamo et"
    " al, 2002). Whether SRC binds it or depends on JAK3 is controversial. It"
    " may promote cell survival by inhibiting BAD, which is not clear.";

static pq_engine *engine;

/* NOLINTNEXTLINE(readability-non-const-parameter): libFuzzer's signature. */
int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  pq_fuzz_insist(!pq_engine_open(NULL, NULL, &engine), "the engine opens");
  return 0;
}

/* A desk keeps what the grammar answered for a spelling: each grammar has a
 * desk of its own. */
static void read_text(pq_grammar *g) {
  pq_desk desk;
  const pq_grammar *const usual = engine->grammar;
  const pq_raw raw = {.bytes = pq_view_of(text), .format = PQ_RAW_PLAIN};
  engine->grammar = g;
  engine->stops.words = pq_grammar_stops(g, &engine->stops.n);
  pq_desk_open(&desk, engine, NULL);
  const pq_status st = pq_desk_run(&desk, &raw);
  pq_desk_close(&desk);
  engine->grammar = usual;
  engine->stops.words = pq_grammar_stops(usual, &engine->stops.n);
  pq_fuzz_insist(st != PQ_INTERNAL, "no mistake of ours");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pq_grammar *g = NULL;
  const pq_grammar_file file = {PQ_LIT("a.yaml"), pq_fuzz_view(data, size)};
  const pq_status st = pq_grammar_open(NULL, &file, 1, NULL, &g);
  pq_fuzz_insist(st != PQ_INTERNAL, "no mistake of ours");
  if (!st) read_text(g);
  pq_grammar_close(g);
  return 0;
}
