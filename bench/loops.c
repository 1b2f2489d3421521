/* The steps of `extract` one by one, over the records of a file:
 *
 *   bench_loops RECORDS.jsonl [ROUNDS]
 *
 * Each step is timed alone, record by record, and its best round is told.  The
 * steps "tokens" and "names" are parts of "scan", done once more by
 * themselves: cutting into tokens, and a look-up from every token. */
#include "engine.h"

#include "scan/scan.h"
#include "scan/token.h"
#include "write/jsonl.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef enum step {
  READ,
  TOKENS,
  NAMES,
  SCAN,
  CLAIM,
  GRAPH,
  WRITE,
  N_STEPS
} step;

static const char *const names[N_STEPS] = {"read",  "tokens", "names", "scan",
                                           "claim", "graph",  "write"};

typedef struct bench {
  pq_engine *engine;
  pq_arena arena;
  pq_spellings spellings;
  pq_record record;
  pq_graph graph;
  pq_buf out;
  double took[N_STEPS];
  size_t prose, found;
} bench;

static double now(void) {
  struct timespec t;
  (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static pq_status read_it(bench *b, const pq_raw *raw) {
  pq_status st = PQ_OK;
  pq_record *const r = &b->record;
  pq_arena_reset(&b->arena);
  pq_spellings_turn(&b->spellings);
  PQ_TRY(st, pq_store_begin(r, &b->arena, NULL));
  r->place = raw->place;
  r->spellings = &b->spellings;
  r->kinds = pq_grammar_kinds(b->engine->grammar, &r->n_kinds);
  PQ_TRY(st, pq_read_record(r, raw, &b->engine->stops));
  r->taxon = pq_lexicon_species(b->engine->lexicon, r->species);
  return PQ_OK;
}

static pq_status cut_tokens(bench *b) {
  pq_status st = PQ_OK;
  pq_record *const r = &b->record;
  r->tokens.n = 0;
  for (uint32_t i = 0; i < r->sentences.n; ++i) {
    PQ_TRY(st, pq_token_sentence(r, &r->sentences.at[i]));
  }
  return PQ_OK;
}

static pq_status find_names(bench *b) {
  pq_record *const r = &b->record;
  pq_found found;
  for (uint32_t i = 0; i < r->sentences.n; ++i) {
    const pq_line l = pq_token_line(r, i);
    pq_look look = {.text = l.text, .tokens = l.at, .n_tokens = l.n};
    for (look.at = 0; look.at < l.n; ++look.at) {
      pq_lexicon_find(b->engine->lexicon, &look, &found);
      b->found += found.n_tokens > 0;
    }
  }
  r->tokens.n = 0;
  return PQ_OK;
}

static pq_status do_step(bench *b, step s, const pq_raw *raw) {
  const pq_engine *const e = b->engine;
  switch (s) {
  case READ: return read_it(b, raw);
  case TOKENS: return cut_tokens(b);
  case NAMES: return find_names(b);
  case SCAN: return pq_scan_record(&b->record, e->lexicon);
  case CLAIM: return pq_claim_record(&b->record, e->grammar, &e->classes, NULL);
  case GRAPH: return pq_graph_fill(&b->graph, &b->record, &e->maker);
  case WRITE:
    pq_buf_reset(&b->out);
    return pq_write_claim_lines(&b->graph, &b->out);
  case N_STEPS: break;
  }
  return PQ_INTERNAL;
}

static pq_status run_record(bench *b, const pq_raw *raw) {
  pq_status st = PQ_OK;
  for (int s = 0; s < N_STEPS; ++s) {
    const double began = now();
    PQ_TRY(st, do_step(b, (step)s, raw));
    b->took[s] += now() - began;
  }
  for (uint32_t i = 0; i < b->record.texts.n; ++i) {
    b->prose += b->record.texts.at[i].bytes.len;
  }
  return PQ_OK;
}

static pq_status run_round(bench *b, const char *path) {
  pq_status st = PQ_OK;
  const pq_inputs inputs = {.paths = &path, .n_paths = 1};
  pq_stream *stream = NULL;
  pq_raw raw;
  b->prose = b->found = 0;
  for (int s = 0; s < N_STEPS; ++s) {
    b->took[s] = 0;
  }
  PQ_TRY(st, pq_stream_open(NULL, &inputs, NULL, &stream));
  while (!(st = pq_stream_next(stream, &raw))) {
    if ((st = run_record(b, &raw))) break;
  }
  pq_stream_close(stream);
  return st == PQ_END ? PQ_OK : st;
}

static pq_status run_all(bench *b, const char *path, long rounds) {
  pq_status st = PQ_OK;
  double best[N_STEPS];
  for (long i = 0; i < rounds; ++i) {
    PQ_TRY(st, run_round(b, path));
    for (int s = 0; s < N_STEPS; ++s) {
      if (i == 0 || b->took[s] < best[s]) best[s] = b->took[s];
    }
  }
  const double megabytes = (double)b->prose / 1e6;
  printf("%.2f MB of prose, %zu names at %ld rounds\n", megabytes, b->found,
         rounds);
  for (int s = 0; s < N_STEPS; ++s) {
    printf("%-8s %8.1f ms %8.1f MB/s\n", names[s], best[s] * 1e3,
           megabytes / best[s]);
  }
  return PQ_OK;
}

int main(int argc, char **argv) {
  const long rounds = argc == 3 ? strtol(argv[2], NULL, 10) : 5;
  if ((argc != 2 && argc != 3) || rounds < 1) {
    fprintf(stderr, "usage: bench_loops RECORDS [ROUNDS]\n");
    return 2;
  }
  static bench b;
  const pq_options options = {0};
  pq_arena_init(&b.arena, NULL, 0);
  pq_buf_init(&b.out, NULL);
  pq_spellings_open(&b.spellings, NULL);
  pq_status st = pq_engine_open(&options, NULL, &b.engine);
  if (!st) st = run_all(&b, argv[1], rounds);
  pq_engine_close(b.engine);
  pq_spellings_close(&b.spellings);
  pq_buf_clear(&b.out);
  pq_arena_clear(&b.arena);
  if (st) fprintf(stderr, "%s\n", pq_status_text(st));
  return st ? 1 : 0;
}
