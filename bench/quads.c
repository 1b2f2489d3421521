/* Writers of RDF side by side, over the records of a file:
 *
 *   bench_quads RECORDS.jsonl [ROUNDS]
 *
 * Every record is read once a round, and its statements are handed to raptor,
 * to serd (if it was there when this was built) and to our writers, which all
 * write into memory.  For raptor terms must be made, which has a row of its
 * own; serd takes text as it is; ours walks over the graph, which also has a
 * row of its own, and sorts what it writes.  The last rows are what the machine
 * can do with the bytes of our quads.  Medians of the rounds, of processor
 * time. */
#include "engine.h"
#include "rounds.h"

#include "base/hash.h"
#include "write/write.h"

#include <raptor2.h>
#ifdef PQ_WITH_SERD
#  include <serd/serd.h>
#endif

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef enum way {
  CLOCK, /* what looking at the clock takes: part of every other */
  WALK,
  RAPTOR_TERMS, /* made for RAPTOR_NQ, and freed */
  RAPTOR_NQ,
  SERD_NQ,
  OURS_NQ,
  RAPTOR_TTL,
  SERD_TTL,
  OURS_TTL,
  COPY,
  WRITE,
  N_WAYS
} way;

enum {
  ROUNDS_MOST = 99
};

typedef PQ_VEC(pq_triple) triples;

typedef struct bench {
  pq_engine *engine;
  pq_desk desk;
  pq_arena arena; /* of the record at hand */
  triples all;
  raptor_world *world;
  raptor_statement *statements;
  pq_buf out, copy;
  int file; /* a file without a name, for the row of write() */
  double took[N_WAYS], rounds[N_WAYS][ROUNDS_MOST];
  size_t bytes[N_WAYS], n_triples, n_records, n_as_raptor, n_as_serd;
  uint64_t lines[N_WAYS]; /* sums of the hashes of the lines of a record */
} bench;

/* ---- the statements, kept ---- */

static pq_status count_triple(void *user, const pq_triple *t) {
  *(size_t *)user += t->object.len > 0;
  return PQ_OK;
}

static pq_status keep_triple(void *user, const pq_triple *t) {
  pq_status st = PQ_OK;
  bench *const b = user;
  pq_triple kept = *t;
  PQ_TRY(st, pq_arena_copy(&b->arena, t->subject, &kept.subject));
  PQ_TRY(st, pq_arena_copy(&b->arena, t->object, &kept.object));
  PQ_PUSH(&b->arena, &b->all, kept);
  return PQ_OK;
}

static pq_view type_of(const pq_triple *t) {
  static const pq_term types[] = {[PQ_INTEGER] = PQ_TERM_INTEGER,
                                  [PQ_DECIMAL] = PQ_TERM_DECIMAL,
                                  [PQ_BOOLEAN] = PQ_TERM_BOOLEAN,
                                  [PQ_YEAR] = PQ_TERM_YEAR};
  return t->literal > PQ_PLAIN ? pq_term_iri(types[t->literal])
                               : (pq_view){NULL, 0};
}

/* ---- raptor ---- */

static int put_byte(void *user, const int byte) {
  pq_buf_char(user, (char)byte);
  return 0;
}

static int put_bytes(void *user, const void *bytes, size_t size, size_t n) {
  pq_buf_put(user, (pq_view){bytes, size * n});
  return (int)n;
}

static int end_bytes(void *user) {
  (void)user;
  return 0;
}

static raptor_term *new_iri(bench *b, pq_view iri) {
  return raptor_new_term_from_counted_uri_string(
      b->world, (const unsigned char *)iri.ptr, iri.len);
}

static raptor_term *new_object(bench *b, const pq_triple *t) {
  if (t->literal == PQ_IRI) return new_iri(b, t->object);
  const pq_view iri = type_of(t);
  raptor_uri *const type =
      iri.len ? raptor_new_uri_from_counted_string(
                    b->world, (const unsigned char *)iri.ptr, iri.len)
              : NULL;
  raptor_term *const term = raptor_new_term_from_counted_literal(
      b->world, (const unsigned char *)t->object.ptr, t->object.len, type, NULL,
      0);
  if (type) raptor_free_uri(type);
  return term;
}

static pq_status make_statements(bench *b, bool quads) {
  for (uint32_t i = 0; i < b->all.n; ++i) {
    const pq_triple *const t = &b->all.at[i];
    raptor_statement *const s = &b->statements[i];
    raptor_statement_init(s, b->world);
    s->subject = new_iri(b, t->subject);
    s->predicate = new_iri(b, t->predicate);
    s->object = new_object(b, t);
    if (quads) s->graph = new_iri(b, b->desk.graph.graph_iri);
    if (!s->subject || !s->predicate || !s->object) return PQ_NO_MEM;
  }
  return PQ_OK;
}

static pq_status by_raptor(bench *b, way w) {
  static const raptor_iostream_handler to_buffer = {.version = 2,
                                                    .write_byte = put_byte,
                                                    .write_bytes = put_bytes,
                                                    .write_end = end_bytes};
  pq_status st = PQ_OK;
  const bool quads = w == RAPTOR_NQ;
  double began = bench_now();
  PQ_TRY(st, make_statements(b, quads));
  if (quads) b->took[RAPTOR_TERMS] += bench_now() - began;
  began = bench_now();
  raptor_serializer *const s =
      raptor_new_serializer(b->world, quads ? "nquads" : "turtle");
  raptor_iostream *const stream =
      raptor_new_iostream_from_handler(b->world, &b->out, &to_buffer);
  if (!s || !stream || raptor_serializer_start_to_iostream(s, NULL, stream)) {
    return PQ_NO_MEM;
  }
  for (uint32_t i = 0; i < b->all.n; ++i) {
    (void)raptor_serializer_serialize_statement(s, &b->statements[i]);
  }
  (void)raptor_serializer_serialize_end(s);
  raptor_free_iostream(stream);
  raptor_free_serializer(s);
  b->took[w] += bench_now() - began;
  began = bench_now();
  for (uint32_t i = 0; i < b->all.n; ++i) {
    raptor_statement_clear(&b->statements[i]);
  }
  if (quads) b->took[RAPTOR_TERMS] += bench_now() - began;
  return PQ_OK;
}

/* ---- serd ---- */

#ifdef PQ_WITH_SERD

static size_t sink_bytes(const void *bytes, size_t len, void *user) {
  pq_buf_put(user, (pq_view){bytes, len});
  return len;
}

static SerdNode node_of(SerdType type, pq_view text) {
  return (SerdNode){.buf = (const uint8_t *)text.ptr,
                    .n_bytes = text.len,
                    .n_chars = text.len,
                    .type = type};
}

static pq_status by_serd(bench *b, way w) {
  const bool quads = w == SERD_NQ;
  const SerdNode graph = node_of(SERD_URI, b->desk.graph.graph_iri);
  const double began = bench_now();
  SerdEnv *const env = serd_env_new(NULL);
  SerdWriter *const s = serd_writer_new(
      quads ? SERD_NQUADS : SERD_TURTLE,
      quads ? SERD_STYLE_BULK : SERD_STYLE_ABBREVIATED | SERD_STYLE_BULK, env,
      NULL, sink_bytes, &b->out);
  for (uint32_t i = 0; i < b->all.n; ++i) {
    const pq_triple *const t = &b->all.at[i];
    const SerdNode subject = node_of(SERD_URI, t->subject);
    const SerdNode predicate = node_of(SERD_URI, t->predicate);
    const SerdNode object =
        node_of(t->literal == PQ_IRI ? SERD_URI : SERD_LITERAL, t->object);
    const SerdNode type = node_of(SERD_URI, type_of(t));
    if (serd_writer_write_statement(s, 0, quads ? &graph : NULL, &subject,
                                    &predicate, &object,
                                    type.n_bytes ? &type : NULL, NULL)) {
      return PQ_INTERNAL;
    }
  }
  (void)serd_writer_finish(s);
  serd_writer_free(s);
  serd_env_free(env);
  b->took[w] += bench_now() - began;
  return PQ_OK;
}

#else

static pq_status by_serd(bench *b, way w) {
  (void)b;
  (void)w;
  return PQ_OK;
}

#endif

/* ---- ours, and what the machine can do ---- */

static pq_status walk(bench *b) {
  pq_status st = PQ_OK;
  size_t n = 0;
  const pq_triple_sink counts = {&n, count_triple};
  const double began = bench_now();
  PQ_TRY(st, pq_graph_walk(&b->desk.graph, &counts));
  b->took[WALK] += bench_now() - began;
  b->n_triples += n;
  return PQ_OK;
}

static pq_status by_us(bench *b, way w) {
  pq_status st = PQ_OK;
  const double began = bench_now();
  PQ_TRY(st, w == OURS_NQ ? pq_write_nquads(&b->desk.graph, &b->out)
                          : pq_write_turtle(&b->desk.graph, &b->out));
  b->took[w] += bench_now() - began;
  return PQ_OK;
}

/* Of the quads, which are in `out`. */
static pq_status move_bytes(bench *b) {
  pq_status st = PQ_OK;
  pq_buf_reset(&b->copy);
  PQ_TRY(st, pq_buf_reserve(&b->copy, b->out.len));
  double began = bench_now();
  pq_buf_put(&b->copy, pq_buf_view(&b->out));
  b->took[COPY] += bench_now() - began;
  began = bench_now();
  const ssize_t n = write(b->file, b->out.ptr, b->out.len);
  b->took[WRITE] += bench_now() - began;
  b->bytes[COPY] += b->copy.len;
  b->bytes[WRITE] += b->out.len;
  return n == (ssize_t)b->out.len ? PQ_OK : PQ_BAD_WRITE;
}

static uint64_t hash_lines(pq_view text) {
  uint64_t sum = 0;
  while (text.len) {
    sum += pq_hash(pq_view_cut(&text, '\n'));
  }
  return sum;
}

static pq_status do_way(bench *b, way w) {
  switch (w) {
  case WALK: return walk(b);
  case RAPTOR_NQ:
  case RAPTOR_TTL: return by_raptor(b, w);
  case SERD_NQ:
  case SERD_TTL: return by_serd(b, w);
  case OURS_NQ:
  case OURS_TTL: return by_us(b, w);
  default: return PQ_OK;
  }
}

/* ---- rounds ---- */

static pq_status start_record(bench *b) {
  pq_status st = PQ_OK;
  const pq_triple_sink keeps = {b, keep_triple};
  pq_arena_reset(&b->arena);
  b->all = (triples){NULL, 0, 0};
  PQ_TRY(st, pq_graph_walk(&b->desk.graph, &keeps));
  b->statements =
      pq_arena_take(&b->arena, b->all.n * sizeof *b->statements + 1);
  ++b->n_records;
  return b->statements ? PQ_OK : PQ_NO_MEM;
}

static pq_status run_record(void *user, const pq_raw *raw) {
  pq_status st = PQ_OK;
  bench *const b = user;
  if (pq_desk_run(&b->desk, raw)) return PQ_OK; /* not a record */
  PQ_TRY(st, start_record(b));
  const double began = bench_now();
  b->took[CLOCK] += bench_now() - began;
  for (int w = WALK; w < COPY; ++w) {
    if (w == RAPTOR_TERMS) continue; /* by the next */
    pq_buf_reset(&b->out);
    PQ_TRY(st, do_way(b, (way)w));
    b->bytes[w] += b->out.len;
    b->lines[w] = hash_lines(pq_buf_view(&b->out));
    if (w == OURS_NQ) PQ_TRY(st, move_bytes(b));
  }
  b->n_as_raptor += b->lines[RAPTOR_NQ] == b->lines[OURS_NQ];
  b->n_as_serd += b->lines[SERD_NQ] == b->lines[OURS_NQ];
  return PQ_OK;
}

static pq_status run_round(bench *b, const char *path) {
  memset(b->bytes, 0, sizeof b->bytes);
  memset(b->took, 0, sizeof b->took);
  b->n_triples = b->n_records = b->n_as_raptor = b->n_as_serd = 0;
  if (ftruncate(b->file, 0) || lseek(b->file, 0, SEEK_SET)) return PQ_BAD_WRITE;
  return bench_each(path, run_record, b);
}

static void tell(bench *b, size_t rounds) {
  static const struct {
    const char *name;
    way ours;
  } rows[N_WAYS] = {
      [WALK] = {"walk over the graph alone", OURS_NQ},
      [RAPTOR_TERMS] = {"terms for raptor", OURS_NQ},
      [RAPTOR_NQ] = {"N-Quads by raptor", OURS_NQ},
      [SERD_NQ] = {"N-Quads by serd", OURS_NQ},
      [OURS_NQ] = {"N-Quads by us", OURS_NQ},
      [RAPTOR_TTL] = {"Turtle by raptor", OURS_TTL},
      [SERD_TTL] = {"Turtle by serd", OURS_TTL},
      [OURS_TTL] = {"Turtle by us", OURS_TTL},
      [COPY] = {"memcpy of our quads", OURS_NQ},
      [WRITE] = {"write of them to a file", OURS_NQ},
  };
  double median[N_WAYS];
  for (int w = 0; w < N_WAYS; ++w) {
    median[w] =
        bench_median(b->rounds[w], rounds) - (w == CLOCK ? 0 : median[CLOCK]);
  }
  printf("%zu records, %zu statements, %zu rounds; the same lines as raptor's "
         "in %zu records, as serd's in %zu\n",
         b->n_records, b->n_triples, rounds, b->n_as_raptor, b->n_as_serd);
  for (int w = WALK; w < N_WAYS; ++w) {
    const double seconds = median[w];
    if (seconds <= 0) continue; /* not there */
    printf("%-26s %8.1f ms %8.1f MB/s %6.2f M statements/s, %5.2f times the "
           "time of ours\n",
           rows[w].name, seconds * 1e3, (double)b->bytes[w] / 1e6 / seconds,
           (double)b->n_triples / 1e6 / seconds,
           seconds / median[rows[w].ours]);
  }
}

static pq_status run_all(bench *b, const char *path, size_t rounds) {
  pq_status st = PQ_OK;
  FILE *const file = tmpfile();
  if (!file) return PQ_BAD_WRITE;
  b->file = fileno(file);
  for (size_t i = 0; i < rounds && !st; ++i) {
    st = run_round(b, path);
    for (int w = 0; w < N_WAYS; ++w) {
      b->rounds[w][i] = b->took[w];
    }
  }
  (void)fclose(file);
  if (!st) tell(b, rounds);
  return st;
}

int main(int argc, char **argv) {
  const long rounds = argc == 3 ? strtol(argv[2], NULL, 10) : 5;
  if ((argc != 2 && argc != 3) || rounds < 1 || rounds > ROUNDS_MOST) {
    fprintf(stderr, "usage: bench_quads RECORDS [ROUNDS, 99 at most]\n");
    return 2;
  }
  static bench b;
  const pq_options options = {0};
  pq_status st = pq_engine_open(&options, NULL, &b.engine);
  if (st) return 1;
  pq_desk_open(&b.desk, b.engine, NULL);
  pq_arena_init(&b.arena, NULL, 0);
  pq_buf_init(&b.out, NULL);
  pq_buf_init(&b.copy, NULL);
  b.world = raptor_new_world();
  st = b.world ? run_all(&b, argv[1], (size_t)rounds) : PQ_NO_MEM;
  raptor_free_world(b.world);
  pq_buf_clear(&b.copy);
  pq_buf_clear(&b.out);
  pq_arena_clear(&b.arena);
  pq_desk_close(&b.desk);
  pq_engine_close(b.engine);
  if (st) fprintf(stderr, "%s\n", pq_status_text(st));
  return st ? 1 : 0;
}
