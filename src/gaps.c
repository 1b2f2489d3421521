/* What the lexicon lacks: names that records use and that it does not know, or
 * cannot settle, by how often they come. */
#include "run.h"

#include "base/hash.h"

#include <stdlib.h>

enum {
  FIRST_SLOTS = 1024,
  CANDIDATES_MOST = 4
};

/* A text that is a gap. */
typedef struct gap {
  pq_view text, candidates;
  pq_view file; /* of the first place */
  uint32_t line, column;
  uint32_t n;         /* mentions */
  uint32_t n_records; /* that have any */
  uint64_t last;      /* number of the record that had one last */
  bool open;          /* known, but tied */
} gap;

typedef struct gaps {
  pq_arena arena;
  PQ_VEC(gap) all;
  uint32_t *slots; /* index + 1; 0: free */
  uint32_t n_slots;
  uint64_t record;
} gaps;

static uint32_t *slot_of(const gaps *g, pq_view text, bool open) {
  uint32_t at = (uint32_t)pq_hash(text) & (g->n_slots - 1);
  while (g->slots[at]) {
    const gap *const there = &g->all.at[g->slots[at] - 1];
    if (there->open == open && pq_view_same(there->text, text)) break;
    at = (at + 1) & (g->n_slots - 1);
  }
  return &g->slots[at];
}

static pq_status grow(gaps *g) {
  if (g->n_slots / 2 > g->all.n) return PQ_OK;
  const uint32_t n = g->n_slots ? 2 * g->n_slots : FIRST_SLOTS;
  uint32_t *const slots = pq_arena_take(&g->arena, n * sizeof *slots);
  if (!slots) return g->arena.status;
  g->slots = slots;
  g->n_slots = n;
  for (uint32_t i = 0; i < g->all.n; ++i) {
    *slot_of(g, g->all.at[i].text, g->all.at[i].open) = i + 1;
  }
  return PQ_OK;
}

/* "HGNC:1|HGNC:2" */
static pq_status name_candidates(gaps *g, const pq_mention *m, pq_view *out) {
  pq_view pieces[2 * CANDIDATES_MOST];
  size_t n = 0;
  for (uint32_t i = 0; i < m->n_readings && i < CANDIDATES_MOST; ++i) {
    if (i) pieces[n++] = PQ_LIT("|");
    pieces[n++] = m->readings[i].id;
  }
  return pq_arena_join(&g->arena, pieces, n, out);
}

static pq_status add(gaps *g, const pq_record *r, const pq_mention *m) {
  pq_status st = PQ_OK;
  const bool open = m->n_readings > 0;
  const pq_view text = pq_record_words(r, m->sentence, m->span);
  PQ_TRY(st, grow(g));
  uint32_t *const slot = slot_of(g, text, open);
  if (!*slot) {
    const pq_place at =
        pq_record_place(r, r->sentences.at[m->sentence].text, m->span.begin);
    gap new = {.line = at.line, .column = at.column, .open = open};
    PQ_TRY(st, pq_arena_line(&g->arena, text, &new.text));
    PQ_TRY(st, pq_arena_copy(&g->arena, at.file, &new.file));
    PQ_TRY(st, name_candidates(g, m, &new.candidates));
    PQ_PUSH(&g->arena, &g->all, new);
    *slot = g->all.n;
  }
  gap *const it = &g->all.at[*slot - 1];
  ++it->n;
  if (it->last != g->record) ++it->n_records;
  it->last = g->record;
  return PQ_OK;
}

static pq_status look(void *user, pq_desk *desk) {
  pq_status st = PQ_OK;
  gaps *const g = user;
  const pq_record *const r = &desk->record;
  ++g->record;
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    const pq_entity *const e = pq_entity_at(r, m->entity);
    if (e->kind != PQ_ENTITY_UNGROUNDED || m->said == PQ_SAID_COMPOSED) {
      continue;
    }
    PQ_TRY(st, add(g, r, m));
  }
  return PQ_OK;
}

static int by_frequency(const void *one, const void *two) {
  const gap *const a = one;
  const gap *const b = two;
  if (a->n != b->n) return a->n < b->n ? 1 : -1;
  const int c = pq_view_order(a->text, b->text);
  return c ? c : (int)a->open - (int)b->open;
}

static void put_gap(pq_buf *out, const gap *g) {
  pq_buf_format(out, "%u\t%u\t%s\t", (unsigned)g->n, (unsigned)g->n_records,
                g->open ? "ambiguous" : "unknown");
  pq_buf_put(out, g->text);
  pq_buf_char(out, '\t');
  pq_buf_put(out, g->candidates);
  pq_buf_char(out, '\t');
  pq_buf_put(out, g->file);
  if (g->line) pq_buf_format(out, ":%u", (unsigned)g->line);
  if (g->line && g->column) pq_buf_format(out, ":%u", (unsigned)g->column);
  pq_buf_char(out, '\n');
}

static pq_status write_all(gaps *g, pq_alloc *alloc, pq_output *out) {
  pq_buf text;
  pq_buf_init(&text, alloc);
  pq_buf_text(&text, "mentions\trecords\tkind\ttext\tcandidates\texample\n");
  if (g->all.n) qsort(g->all.at, g->all.n, sizeof *g->all.at, by_frequency);
  for (uint32_t i = 0; i < g->all.n; ++i) {
    put_gap(&text, &g->all.at[i]);
  }
  pq_status st = text.status;
  if (!st) st = out->write(out->user, text.ptr, text.len);
  pq_buf_clear(&text);
  return st;
}

pq_status pq_lexicon_gaps(pq_engine *engine, const pq_inputs *inputs,
                          pq_output *out, const pq_sink *sink,
                          pq_tally *tally) {
  if (!engine || !inputs || !out || !out->write) return PQ_BAD_ARG;
  gaps g = {.record = 0};
  pq_arena_init(&g.arena, engine->alloc, 0);
  const pq_visit visit = {.user = &g, .record = look};
  pq_status st = pq_run_each(engine, inputs, sink, &visit, tally);
  if (!st) st = write_all(&g, engine->alloc, out);
  pq_arena_clear(&g.arena);
  return st;
}
