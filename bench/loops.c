/* The loops of `extract` one by one, over the records of a file, each beside
 * what limits it:
 *
 *   bench_loops RECORDS.jsonl [ROUNDS]
 *
 * Every loop and every limit is timed alone, record by record; medians of the
 * rounds are told, of processor time.  The loops "utf8", "tokens", "names" and
 * "hashes" are parts of others, done once more by themselves.  A limit does the
 * least that any program must with the same bytes or things: it copies them,
 * counts words, probes a bare table of hashes, takes one SHA-256, writes a
 * file. */
#include "engine.h"
#include "rounds.h"

#include "base/digest.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "scan/scan.h"
#include "scan/token.h"
#include "write/jsonl.h"

#include <openssl/evp.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef enum step {
  CLOCK, /* what looking at the clock takes: part of every other */
  COPY_PROSE,
  COUNT_WORDS,
  READ,
  UTF8,
  TOKENS,
  PROBES,
  NAMES,
  SCAN,
  CLAIM,
  GRAPH,
  SHA,
  HASHES,
  LINES,
  WRITE_LINES,
  QUADS,
  WRITE_QUADS,
  N_STEPS
} step;

enum {
  ROUNDS_MOST = 99,
  SLOTS = 1 << 17 /* of the bare table: 1 MiB, as large as the names are */
};

/* What is told of a step; one without a limit is its own. */
static const struct {
  const char *name;
  step limit;
  const char *unit; /* what is counted: bytes if it begins with MB */
} rows[N_STEPS] = {
    [CLOCK] = {"", CLOCK, ""},
    [COPY_PROSE] = {"memcpy of the prose", COPY_PROSE, "MB"},
    [COUNT_WORDS] = {"words counted as wc does", COUNT_WORDS, "MB"},
    [READ] = {"read", COUNT_WORDS, "MB of prose"},
    [UTF8] = {"utf8", COPY_PROSE, "MB"},
    [TOKENS] = {"tokens", COUNT_WORDS, "MB of prose"},
    [PROBES] = {"bare hash probes", PROBES, "M tokens"},
    [NAMES] = {"names", PROBES, "M tokens"},
    [SCAN] = {"scan, whole", COUNT_WORDS, "MB of prose"},
    [CLAIM] = {"grammar", COUNT_WORDS, "MB of prose"},
    [GRAPH] = {"graph", SHA, "MB of prose"},
    [SHA] = {"SHA-256, bulk", SHA, "MB"},
    [HASHES] = {"hashes of sentences", SHA, "MB"},
    [LINES] = {"claim lines", WRITE_LINES, "MB of output"},
    [WRITE_LINES] = {"write of the same", WRITE_LINES, "MB"},
    [QUADS] = {"quads", WRITE_QUADS, "MB of output"},
    [WRITE_QUADS] = {"write of the same", WRITE_QUADS, "MB"},
};

typedef struct bench {
  pq_engine *engine;
  pq_arena arena;
  pq_spellings spellings;
  pq_record record;
  pq_graph graph;
  EVP_MD_CTX *context;
  EVP_MD *sha256;
  pq_buf out, copy;
  uint64_t *slots;
  int file; /* without a name, for the rows of write() */
  double took[N_STEPS], rounds[N_STEPS][ROUNDS_MOST];
  size_t amount[N_STEPS]; /* bytes, or tokens */
  size_t found;           /* so that no loop is thought idle */
} bench;

/* ---- limits ---- */

static size_t prose_of(const pq_record *r) {
  size_t n = 0;
  for (uint32_t i = 0; i < r->texts.n; ++i) {
    n += r->texts.at[i].bytes.len;
  }
  return n;
}

static pq_status copy_prose(bench *b) {
  const pq_record *const r = &b->record;
  pq_buf_reset(&b->copy);
  for (uint32_t i = 0; i < r->texts.n; ++i) {
    pq_buf_put(&b->copy, r->texts.at[i].bytes);
  }
  return b->copy.status;
}

static pq_status count_words(bench *b) {
  const pq_record *const r = &b->record;
  for (uint32_t i = 0; i < r->texts.n; ++i) {
    const pq_view v = r->texts.at[i].bytes;
    bool inside = false;
    for (size_t k = 0; k < v.len; ++k) {
      const bool word = !pq_is_space(v.ptr[k]);
      b->found += word && !inside;
      inside = word;
    }
  }
  return PQ_OK;
}

static pq_status probe(bench *b) {
  pq_record *const r = &b->record;
  for (uint32_t i = 0; i < r->sentences.n; ++i) {
    const pq_line l = pq_token_line(r, i);
    for (uint32_t k = 0; k < l.n; ++k) {
      const uint64_t hash = pq_hash(pq_line_word(&l, k));
      uint64_t *const slot = &b->slots[hash % SLOTS];
      b->found += *slot == hash;
      *slot = hash;
    }
  }
  return PQ_OK;
}

/* All texts as one, with all that is needed made before. */
static pq_status take_sha(bench *b) {
  const pq_record *const r = &b->record;
  unsigned char digest[EVP_MAX_MD_SIZE] = {0};
  unsigned len = 0;
  bool done = EVP_DigestInit_ex(b->context, b->sha256, NULL);
  for (uint32_t i = 0; done && i < r->texts.n; ++i) {
    const pq_view v = r->texts.at[i].bytes;
    done = EVP_DigestUpdate(b->context, v.ptr, v.len);
  }
  done = done && EVP_DigestFinal_ex(b->context, digest, &len);
  b->found += digest[0];
  return done ? PQ_OK : PQ_NO_MEM;
}

static pq_status write_out(bench *b) {
  const ssize_t n = write(b->file, b->out.ptr, b->out.len);
  return n == (ssize_t)b->out.len ? PQ_OK : PQ_BAD_WRITE;
}

/* ---- ours ---- */

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

static pq_status check_utf8(bench *b) {
  const pq_record *const r = &b->record;
  for (uint32_t i = 0; i < r->texts.n; ++i) {
    b->found += pq_utf8_check(r->texts.at[i].bytes);
  }
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
  b->amount[NAMES] += r->tokens.n;
  b->amount[PROBES] += r->tokens.n;
  r->tokens.n = 0;
  return PQ_OK;
}

static pq_status hash_sentences(bench *b) {
  const pq_record *const r = &b->record;
  pq_digest digest;
  for (uint32_t i = 0; i < r->sentences.n; ++i) {
    const pq_sentence *const s = &r->sentences.at[i];
    const pq_view v = pq_span_text(r->texts.at[s->text].bytes, s->span);
    pq_digest_of(v, &digest);
    b->amount[HASHES] += v.len;
  }
  return PQ_OK;
}

static pq_status write_with(bench *b,
                            pq_status (*write_it)(const pq_graph *, pq_buf *)) {
  pq_buf_reset(&b->out);
  return write_it(&b->graph, &b->out);
}

static pq_status do_step(bench *b, step s) {
  const pq_engine *const e = b->engine;
  switch (s) {
  case CLOCK: return PQ_OK;
  case COPY_PROSE: return copy_prose(b);
  case COUNT_WORDS: return count_words(b);
  case READ: return PQ_OK; /* goes before all of them */
  case UTF8: return check_utf8(b);
  case TOKENS: return cut_tokens(b);
  case PROBES: return probe(b);
  case NAMES: return find_names(b);
  case SCAN: return pq_scan_record(&b->record, e->lexicon);
  case CLAIM: return pq_claim_record(&b->record, e->grammar, &e->classes, NULL);
  case GRAPH: return pq_graph_fill(&b->graph, &b->record, &e->maker);
  case SHA: return take_sha(b);
  case HASHES: return hash_sentences(b);
  case LINES: return write_with(b, pq_write_claim_lines);
  case QUADS: return write_with(b, pq_write_nquads);
  case WRITE_LINES:
  case WRITE_QUADS: return write_out(b);
  case N_STEPS: break;
  }
  return PQ_INTERNAL;
}

/* ---- rounds ---- */

/* What a step goes through, where it does not count by itself. */
static void count(bench *b, step s) {
  if (s == LINES || s == WRITE_LINES || s == QUADS || s == WRITE_QUADS) {
    b->amount[s] += b->out.len;
  } else if (s != NAMES && s != PROBES && s != HASHES) {
    b->amount[s] += prose_of(&b->record);
  }
}

static pq_status run_record(void *user, const pq_raw *raw) {
  pq_status st = PQ_OK;
  bench *const b = user;
  double began = bench_now();
  PQ_TRY(st, read_it(b, raw));
  b->took[READ] += bench_now() - began;
  for (int s = 0; s < N_STEPS; ++s) {
    began = bench_now();
    PQ_TRY(st, do_step(b, (step)s));
    b->took[s] += s == READ ? 0 : bench_now() - began;
    count(b, (step)s);
  }
  return PQ_OK;
}

static pq_status run_round(bench *b, const char *path) {
  memset(b->took, 0, sizeof b->took);
  memset(b->amount, 0, sizeof b->amount);
  if (ftruncate(b->file, 0) || lseek(b->file, 0, SEEK_SET)) return PQ_BAD_WRITE;
  return bench_each(path, run_record, b);
}

static void tell(bench *b, size_t rounds) {
  double rate[N_STEPS]; /* millions a second */
  double median[N_STEPS];
  for (int s = 0; s < N_STEPS; ++s) {
    median[s] =
        bench_median(b->rounds[s], rounds) - (s == CLOCK ? 0 : median[CLOCK]);
    rate[s] = (double)b->amount[s] / 1e6 / median[s];
  }
  printf("%.2f MB of prose, %zu rounds\n", (double)b->amount[UTF8] / 1e6,
         rounds);
  for (int s = COPY_PROSE; s < N_STEPS; ++s) {
    const step limit = rows[s].limit;
    printf("%-24s %8.1f ms %8.1f %s/s", rows[s].name, median[s] * 1e3, rate[s],
           rows[s].unit);
    if (limit != (step)s) {
      printf(", %.1f times the time of: %s", rate[limit] / rate[s],
             rows[limit].name);
    }
    printf("\n");
  }
}

static pq_status run_all(bench *b, const char *path, size_t rounds) {
  pq_status st = PQ_OK;
  FILE *const file = tmpfile();
  if (!file) return PQ_BAD_WRITE;
  b->file = fileno(file);
  for (size_t i = 0; i < rounds && !st; ++i) {
    st = run_round(b, path);
    for (int s = 0; s < N_STEPS; ++s) {
      b->rounds[s][i] = b->took[s];
    }
  }
  (void)fclose(file);
  if (!st) tell(b, rounds);
  return st;
}

int main(int argc, char **argv) {
  const long rounds = argc == 3 ? strtol(argv[2], NULL, 10) : 5;
  if ((argc != 2 && argc != 3) || rounds < 1 || rounds > ROUNDS_MOST) {
    fprintf(stderr, "usage: bench_loops RECORDS [ROUNDS, 99 at most]\n");
    return 2;
  }
  static bench b;
  static uint64_t slots[SLOTS];
  const pq_options options = {0};
  b.slots = slots;
  pq_arena_init(&b.arena, NULL, 0);
  pq_buf_init(&b.out, NULL);
  pq_buf_init(&b.copy, NULL);
  pq_spellings_open(&b.spellings, NULL);
  b.context = EVP_MD_CTX_new();
  b.sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
  pq_status st = b.context && b.sha256 ? PQ_OK : PQ_NO_MEM;
  if (!st) st = pq_engine_open(&options, NULL, &b.engine);
  if (!st) st = run_all(&b, argv[1], (size_t)rounds);
  pq_engine_close(b.engine);
  pq_spellings_close(&b.spellings);
  EVP_MD_free(b.sha256);
  EVP_MD_CTX_free(b.context);
  pq_buf_clear(&b.copy);
  pq_buf_clear(&b.out);
  pq_arena_clear(&b.arena);
  if (st) fprintf(stderr, "%s\n", pq_status_text(st));
  return st ? 1 : 0;
}
