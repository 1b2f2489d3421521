/* pq_pages: pages of RDF; those of records are a build's.
 *
 *   .nq .nt .ttl .rdf -> statements -> graphs -> DOT -> easel
 *                                        +---> page, row  <-+
 * A graph that was read back has no ids of the lexicon, and no verdicts on
 * sites: both are looked up again. */
#include "folds.h"
#include "joined.h"
#include "keys.h"
#include "web_run.h"

#include "base/note.h"
#include "query/rdfin.h"
#include "write/write.h"

typedef struct siting {
  pq_engine *engine;
  const pq_progress *progress;
  pq_joined pool;
  pq_regraph *rg;
  pq_easel *easel;
  pq_web_run web;
  pq_web_overview overview;
  pq_keys keys;          /* of the records: `at` is the index in `rg` */
  pq_arena arena;        /* of the graph at hand */
  pq_buf dot, svg, page; /* likewise */
  pq_tally tally;
} siting;

/* ---- what the lexicon adds ---- */

static pq_status name_thing(const siting *s, pq_graph *g, pq_entity_id id) {
  pq_status st = PQ_OK;
  char room[64];
  pq_entity *const e = &g->record->entities.at[id];
  if (e->of || e->id.len || !e->accession.len) return PQ_OK;
  const pq_view found = pq_folds_concept(g, s->engine->lexicon, id, room);
  if (found.len) PQ_TRY(st, pq_arena_copy(g->arena, found, &e->id));
  return PQ_OK;
}

static void name_ties(const siting *s, const pq_entity *e) {
  pq_tie *const ties = (pq_tie *)e->candidates; /* the graph's own */
  for (uint32_t i = 0; i < e->n_candidates; ++i) {
    pq_concept concept;
    if (!ties[i].label.len &&
        pq_lexicon_concept(s->engine->lexicon, ties[i].id, &concept)) {
      ties[i].label = concept.label;
    }
  }
}

static pq_status look_up(const siting *s, pq_graph *g) {
  pq_status st = PQ_OK;
  for (pq_entity_id i = 1; i < g->record->entities.n; ++i) {
    PQ_TRY(st, name_thing(s, g, i));
    name_ties(s, &g->record->entities.at[i]);
  }
  return pq_sites_look(s->engine, g);
}

/* ---- pages ---- */

/* What cannot be drawn was told, and its page says so. */
static pq_status draw(siting *s) {
  pq_buf_reset(&s->svg);
  if (s->dot.status) return s->dot.status;
  if (!s->dot.len) return PQ_OK;
  const pq_status st =
      pq_easel_draw(s->easel, pq_buf_view(&s->dot), PQ_LIT("svg"), &s->svg);
  if (st) pq_buf_reset(&s->svg);
  return st == PQ_LIMIT ? PQ_OK : st;
}

static void count(siting *s, const pq_graph *g) {
  ++s->tally.records;
  s->tally.evidence += g->n_evidence;
  s->tally.disputes += g->n_disputes;
  for (uint32_t i = 0; i < g->n_claims; ++i) {
    const bool question = g->claims[g->claim_order[i]].question;
    s->tally.claims += !question;
    s->tally.questions += question;
  }
  if (s->progress && s->progress->tick) {
    s->progress->tick(s->progress->user, &s->tally, s->keys.n);
  }
}

static pq_status add_page(siting *s, const pq_key *key) {
  pq_status st = PQ_OK;
  char stem[PQ_STEM_MOST];
  pq_record record;
  pq_graph g;
  const pq_view name = {stem, pq_key_stem(key, stem)};
  pq_arena_reset(&s->arena);
  PQ_TRY(st, pq_regraph_fill(s->rg, (uint32_t)key->at, &s->arena, &record, &g));
  PQ_TRY(st, look_up(s, &g));
  pq_buf_reset(&s->dot);
  PQ_TRY(st, pq_write_dot(&g, &s->dot));
  PQ_TRY(st, draw(s));
  PQ_TRY(st, pq_web_run_page(&s->web.records, &g, name, pq_buf_view(&s->svg),
                             &s->page));
  PQ_TRY(st, pq_web_run_row(&s->web, &g, name));
  PQ_TRY(st, pq_web_overview_note(&s->overview, &g, name));
  count(s, &g);
  return PQ_OK;
}

static pq_status add_whole(siting *s) {
  pq_status st = PQ_OK;
  pq_buf_reset(&s->dot);
  PQ_TRY(st, pq_web_overview_of(&s->overview, s->rg, &s->dot));
  PQ_TRY(st, draw(s));
  PQ_TRY(st, pq_web_run_overview(&s->web, &s->overview, pq_buf_view(&s->svg)));
  return pq_web_run_finish(&s->web, &s->engine->maker);
}

static pq_status name_records(siting *s, const pq_sink *sink) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < pq_regraph_count(s->rg); ++i) {
    PQ_TRY(st, pq_keys_name(&s->keys, pq_regraph_id(s->rg, i),
                            pq_regraph_digits(s->rg, i), i));
  }
  pq_keys_settle(&s->keys, NULL);
  if (s->keys.n) return PQ_OK;
  return pq_fail(sink, PQ_BAD_READ, "site.nothing", (pq_place){.line = 0},
                 "there is no record in this RDF; was it written by "
                 "pathquill?");
}

static pq_status write_all(siting *s) {
  pq_status st = PQ_OK;
  for (size_t i = 0; i < s->keys.n; ++i) {
    PQ_TRY(st, add_page(s, &s->keys.at[i]));
  }
  return add_whole(s);
}

/* ---- the run ---- */

static pq_status open_all(siting *s, pq_engine *engine, const pq_sink *sink) {
  pq_alloc *const alloc = engine->alloc;
  *s = (siting){.engine = engine};
  pq_web_run_init(&s->web, alloc);
  pq_web_overview_init(&s->overview, engine);
  pq_keys_init(&s->keys, alloc);
  pq_arena_init(&s->arena, alloc, 0);
  pq_buf_init(&s->dot, alloc);
  pq_buf_init(&s->svg, alloc);
  pq_buf_init(&s->page, alloc);
  return pq_joined_open(&s->pool, alloc, sink);
}

static void close_all(siting *s) {
  pq_regraph_close(s->rg);
  pq_easel_close(s->easel);
  pq_web_run_clear(&s->web);
  pq_web_overview_clear(&s->overview);
  pq_keys_clear(&s->keys);
  pq_arena_clear(&s->arena);
  pq_buf_clear(&s->dot);
  pq_buf_clear(&s->svg);
  pq_buf_clear(&s->page);
  pq_joined_close(&s->pool);
}

/* Nothing is written before all is read. */
static pq_status run(siting *s, const pq_inputs *inputs, const char *folder,
                     const pq_sink *sink) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_joined_files(&s->pool, inputs));
  PQ_TRY(st, pq_joined_regraph(&s->pool, s->engine, true, &s->rg));
  PQ_TRY(st, name_records(s, sink));
  PQ_TRY(st, pq_easel_open(s->engine->alloc, sink, &s->easel));
  PQ_TRY(st, pq_web_run_open_at(&s->web, folder, sink));
  return write_all(s);
}

static size_t count_rdf(const pq_inputs *inputs) {
  size_t n = 0;
  for (size_t i = 0; i < inputs->n_paths; ++i) {
    n += pq_rdf_syntax(pq_view_of(inputs->paths[i])) != NULL;
  }
  return n;
}

static pq_status site_of_rdf(pq_engine *engine, const pq_inputs *inputs,
                             const char *folder, const pq_progress *progress,
                             const pq_sink *sink, pq_tally *tally) {
  siting s;
  pq_status st = open_all(&s, engine, sink);
  s.progress = progress;
  if (!st) st = run(&s, inputs, folder, sink);
  if (tally) *tally = s.tally;
  close_all(&s);
  return st;
}

pq_status pq_pages(pq_engine *engine, const pq_inputs *inputs,
                   const char *folder, const pq_progress *progress,
                   const pq_sink *sink, pq_tally *tally) {
  if (!engine || !pq_inputs_are_sound(inputs)) return PQ_BAD_ARG;
  const size_t n_rdf = count_rdf(inputs);
  const pq_build_options build = {.folder = folder ? folder : "site",
                                  .site = true,
                                  .only_site = true,
                                  .progress = progress};
  if (!n_rdf) return pq_build(engine, inputs, &build, sink, tally);
  if (n_rdf < inputs->n_paths || inputs->files_from) {
    return pq_fail(sink, PQ_BAD_ARG, "site.mixed", (pq_place){.line = 0},
                   "a site is of records or of RDF, not of both; make RDF of "
                   "the records first: pathquill extract --text --mentions "
                   "--to nq");
  }
  return site_of_rdf(engine, inputs, build.folder, progress, sink, tally);
}
