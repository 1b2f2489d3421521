/* Names found in prose, by the lexicon's look-up and by Hyperscan:
 *
 *   bench_names RECORDS.jsonl LITERALS.txt [ROUNDS]
 *
 * LITERALS has the names of the lexicon, one a line.  Every record is read once
 * a round; then the clock runs while its texts are cut into tokens and asked
 * for names, and while Hyperscan is run over the same texts for the same
 * literals. Both count the leftmost longest names that are whole words.
 * Hyperscan finds them as they are written; the look-up, in other cases and
 * with other hyphens too, and refuses what a name's row does not allow. Medians
 * of the rounds, of processor time. */
#include "engine.h"
#include "rounds.h"

#include "scan/scan.h"
#include "scan/token.h"

#ifdef PQ_WITH_HYPERSCAN
#  include <hs/hs.h>
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  OURS,
  THEIRS,
  N_WAYS,
  ROUNDS_MOST = 99,
  TEXT_MOST = 1 << 20 /* bytes of a text whose matches are sorted out */
};

typedef struct literals {
  char *bytes;
  const char **at;
  size_t *lens;
  unsigned *ids, *flags;
  unsigned n;
} literals;

typedef struct bench {
  pq_engine *engine;
  pq_arena arena;
  pq_spellings spellings;
  pq_record record;
  literals names;
#ifdef PQ_WITH_HYPERSCAN
  hs_database_t *db;
  hs_scratch_t *scratch;
#endif
  uint32_t *longest; /* of the text at hand: by where a match begins */
  pq_view text;
  double took[N_WAYS], rounds[N_WAYS][ROUNDS_MOST];
  size_t found[N_WAYS], prose;
} bench;

/* ---- ours ---- */

static pq_status cut_tokens(bench *b) {
  pq_status st = PQ_OK;
  pq_record *const r = &b->record;
  const uint32_t n = b->spellings.all.n ? b->spellings.all.n : 1;
  for (uint32_t i = 0; i < r->sentences.n; ++i) {
    PQ_TRY(st, pq_token_sentence(r, &r->sentences.at[i]));
  }
  for (uint32_t i = n; i < b->spellings.all.n; ++i) {
    pq_lexicon_spell(b->engine->lexicon, &b->spellings.all.at[i]);
  }
  return PQ_OK;
}

static pq_status find_ours(bench *b) {
  pq_status st = PQ_OK;
  pq_record *const r = &b->record;
  pq_found found;
  PQ_TRY(st, cut_tokens(b));
  for (uint32_t i = 0; i < r->sentences.n; ++i) {
    const pq_line l = pq_token_line(r, i);
    pq_look look = {.text = l.text,
                    .tokens = l.at,
                    .n_tokens = l.n,
                    .taxon = r->taxon,
                    .spellings = b->spellings.all.at,
                    .strange = b->spellings.strange};
    while (look.at < l.n) {
      found.n_tokens = 0;
      if (!pq_lexicon_passes(&look)) {
        pq_lexicon_find(b->engine->lexicon, &look, &found);
      }
      b->found[OURS] += found.n_tokens > 0;
      look.at += found.n_tokens ? found.n_tokens : 1;
    }
  }
  return PQ_OK;
}

/* ---- Hyperscan ---- */

#ifdef PQ_WITH_HYPERSCAN
static bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z') || ((unsigned char)c & 0x80U);
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to,
                    unsigned flags, void *context) {
  (void)from;
  (void)flags;
  bench *const b = context;
  const size_t end = (size_t)to;
  const size_t begin = end - b->names.lens[id];
  if (begin > 0 && is_word(b->text.ptr[begin - 1])) return 0;
  if (end < b->text.len && is_word(b->text.ptr[end])) return 0;
  const uint32_t len = (uint32_t)(end - begin);
  if (len > b->longest[begin]) b->longest[begin] = len;
  return 0;
}

static pq_status find_theirs(bench *b) {
  const pq_record *const r = &b->record;
  for (uint32_t i = 0; i < r->texts.n; ++i) {
    b->text = r->texts.at[i].bytes;
    if (b->text.len > TEXT_MOST) return PQ_INTERNAL;
    memset(b->longest, 0, b->text.len * sizeof *b->longest);
    if (hs_scan(b->db, b->text.ptr, (unsigned)b->text.len, 0, b->scratch,
                on_match, b) != HS_SUCCESS) {
      return PQ_INTERNAL;
    }
    for (size_t at = 0; at < b->text.len;) {
      b->found[THEIRS] += b->longest[at] > 0;
      at += b->longest[at] ? b->longest[at] : 1;
    }
  }
  return PQ_OK;
}

static pq_status open_theirs(bench *b) {
  hs_compile_error_t *error = NULL;
  const literals *const l = &b->names;
  const double began = bench_now();
  b->longest = malloc(TEXT_MOST * sizeof *b->longest);
  if (!b->longest) return PQ_NO_MEM;
  if (hs_compile_lit_multi(l->at, l->flags, l->ids, l->lens, l->n,
                           HS_MODE_BLOCK, NULL, &b->db, &error) != HS_SUCCESS) {
    fprintf(stderr, "hyperscan: %s\n", error ? error->message : "no memory");
    hs_free_compile_error(error);
    return PQ_INTERNAL;
  }
  if (hs_alloc_scratch(b->db, &b->scratch) != HS_SUCCESS) return PQ_NO_MEM;
  printf("hyperscan compiled %.3f s\n", bench_now() - began);
  return PQ_OK;
}

static void close_theirs(bench *b) {
  (void)hs_free_scratch(b->scratch);
  (void)hs_free_database(b->db);
  free(b->longest);
}
#else
static pq_status find_theirs(bench *b) {
  (void)b;
  return PQ_OK;
}

static pq_status open_theirs(bench *b) {
  (void)b;
  puts("hyperscan SKIP: libhyperscan-dev was not there at build time");
  return PQ_OK;
}

static void close_theirs(bench *b) {
  (void)b;
}
#endif

/* ---- both ---- */

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

static pq_status run_record(void *user, const pq_raw *raw) {
  pq_status st = PQ_OK;
  bench *const b = user;
  PQ_TRY(st, read_it(b, raw));
  const double began = bench_now();
  PQ_TRY(st, find_ours(b));
  const double between = bench_now();
  PQ_TRY(st, find_theirs(b));
  b->took[OURS] += between - began;
  b->took[THEIRS] += bench_now() - between;
  for (uint32_t i = 0; i < b->record.texts.n; ++i) {
    b->prose += b->record.texts.at[i].bytes.len;
  }
  return PQ_OK;
}

static pq_status run_round(bench *b, const char *path) {
  b->prose = b->found[OURS] = b->found[THEIRS] = 0;
  b->took[OURS] = b->took[THEIRS] = 0;
  return bench_each(path, run_record, b);
}

static pq_status run_all(bench *b, const char *path, size_t rounds) {
  static const char *const ways[N_WAYS] = {"pathquill", "hyperscan"};
  pq_status st = PQ_OK;
  PQ_TRY(st, open_theirs(b));
  for (size_t i = 0; i < rounds; ++i) {
    PQ_TRY(st, run_round(b, path));
    for (int w = 0; w < N_WAYS; ++w) {
      b->rounds[w][i] = b->took[w];
    }
  }
  printf("prose %zu bytes\n", b->prose);
  for (int w = 0; w < N_WAYS; ++w) {
    if (!b->found[w]) continue;
    printf("%s %.6f s %zu names\n", ways[w], bench_median(b->rounds[w], rounds),
           b->found[w]);
  }
  return PQ_OK;
}

static void cut_lines(literals *l, size_t size) {
  for (char *p = l->bytes, *end; p < l->bytes + size; p = end + 1) {
    end = memchr(p, '\n', (size_t)(l->bytes + size - p));
    if (!end) break;
    if (end == p) continue;
    l->at[l->n] = p;
    l->lens[l->n] = (size_t)(end - p);
    l->ids[l->n] = l->n;
    l->n += 1;
  }
}

static pq_status read_literals(literals *l, const char *path) {
  FILE *const f = fopen(path, "rb");
  if (!f) return PQ_BAD_READ;
  l->bytes = malloc(TEXT_MOST);
  const size_t size = l->bytes ? fread(l->bytes, 1, TEXT_MOST, f) : 0;
  (void)fclose(f);
  if (!size) return l->bytes ? PQ_BAD_SYNTAX : PQ_NO_MEM;
  l->at = malloc(size * sizeof *l->at);
  l->lens = malloc(size * sizeof *l->lens);
  l->ids = malloc(size * sizeof *l->ids);
  l->flags = calloc(size, sizeof *l->flags);
  if (!l->at || !l->lens || !l->ids || !l->flags) return PQ_NO_MEM;
  cut_lines(l, size);
  printf("literals %u\n", l->n);
  return PQ_OK;
}

static void free_literals(literals *l) {
  free(l->bytes);
  free((void *)l->at);
  free(l->lens);
  free(l->ids);
  free(l->flags);
}

int main(int argc, char **argv) {
  const long rounds = argc == 4 ? strtol(argv[3], NULL, 10) : 7;
  if ((argc != 3 && argc != 4) || rounds < 1 || rounds > ROUNDS_MOST) {
    fprintf(stderr, "usage: bench_names RECORDS LITERALS [ROUNDS]\n");
    return 2;
  }
  static bench b;
  const pq_options options = {0};
  pq_arena_init(&b.arena, NULL, 0);
  pq_spellings_open(&b.spellings, NULL);
  pq_status st = read_literals(&b.names, argv[2]);
  if (!st) st = pq_engine_open(&options, NULL, &b.engine);
  if (!st) st = run_all(&b, argv[1], (size_t)rounds);
  close_theirs(&b);
  pq_engine_close(b.engine);
  pq_spellings_close(&b.spellings);
  pq_arena_clear(&b.arena);
  free_literals(&b.names);
  if (st) fprintf(stderr, "%s\n", pq_status_text(st));
  return st ? 1 : 0;
}
