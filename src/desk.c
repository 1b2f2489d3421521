#include "engine.h"
#include "names.h"

#include "base/note.h"
#include "scan/scan.h"

/* The desk's own sink: a room knows line and column, the desk knows whose. */
static void pass_on(void *user, const pq_note *note) {
  pq_desk *const desk = user;
  pq_note told = *note;
  if (!told.record.len) told.record = desk->record.stable_id;
  if (!told.at.file.len) told.at.file = desk->place.file;
  if (!told.at.line) told.at.line = desk->place.line;
  desk->errors += note->severity == PQ_NOTE_ERROR;
  desk->warnings += note->severity == PQ_NOTE_WARN;
  (void)pq_tell(desk->outer, &told);
}

void pq_desk_open(pq_desk *desk, const pq_engine *engine, const pq_sink *sink) {
  *desk = (pq_desk){.engine = engine, .outer = sink};
  desk->sink = (pq_sink){.user = desk, .note = pass_on};
  pq_arena_init(&desk->arena, engine->alloc, PQ_DESK_MOST);
  pq_spellings_open(&desk->spellings, engine->alloc);
  pq_buf_init(&desk->folded, engine->alloc);
}

void pq_desk_close(pq_desk *desk) {
  pq_arena_clear(&desk->arena);
  pq_spellings_close(&desk->spellings);
  pq_buf_clear(&desk->folded);
}

pq_status pq_desk_give_up(pq_desk *desk, pq_status st) {
  if (desk->errors) return st;
  const pq_place at = desk->place;
  const bool full = st == PQ_LIMIT && desk->arena.status == PQ_LIMIT;
  return pq_fail(&desk->sink, st, "record.given-up", at,
                 "the record is left out: %s",
                 full ? "what it says takes more than 256 MiB of memory; split"
                        " its text into several records"
                      : pq_status_text(st));
}

static pq_spellings *spellings_of(pq_desk *desk) {
  return desk->lent ? desk->lent : &desk->spellings;
}

static pq_status read_raw(pq_desk *desk, const pq_raw *raw) {
  pq_status st = PQ_OK;
  pq_record *const r = &desk->record;
  PQ_TRY(st, pq_store_begin(r, &desk->arena, &desk->sink));
  r->place = raw->place;
  r->spellings = spellings_of(desk);
  r->wants_happenings = desk->happenings;
  r->kinds = pq_grammar_kinds(desk->engine->grammar, &r->n_kinds);
  r->wants_bodies = desk->bodies;
  r->livings = pq_grammar_livings(desk->engine->grammar, &r->n_livings);
  r->bodies = pq_grammar_bodies(desk->engine->grammar, &r->n_bodies);
  r->lists = pq_grammar_lists(desk->engine->grammar);
  return pq_read_record(r, raw, &desk->engine->stops);
}

static void begin(pq_desk *desk, const pq_raw *raw) {
  desk->record = (pq_record){0};
  desk->graph = (pq_graph){0};
  desk->place = raw->place;
  desk->errors = 0;
  desk->warnings = 0;
  pq_arena_reset(&desk->arena);
  pq_spellings_turn(spellings_of(desk));
}

pq_status pq_desk_read(pq_desk *desk, const pq_raw *raw) {
  begin(desk, raw);
  const pq_status st = read_raw(desk, raw);
  return st ? pq_desk_give_up(desk, st) : PQ_OK;
}

static void find_taxon(pq_desk *desk) {
  pq_record *const r = &desk->record;
  if (!r->species.len) return;
  r->taxon = pq_lexicon_species(desk->engine->lexicon, r->species);
  if (r->taxon.len) return;
  pq_warn(&desk->sink, "record.species-unknown", r->place,
          "the lexicon does not know the species \"%.*s\"; names are read as"
          " human",
          pq_view_width(r->species), r->species.ptr);
}

static pq_status find_heard(pq_desk *desk) {
  const pq_record *const r = &desk->record;
  desk->heard = pq_arena_take(&desk->arena, r->sentences.n);
  if (!desk->heard) return desk->arena.status;
  for (uint32_t i = 0; i < r->evidence.n; ++i) {
    desk->heard[r->evidence.at[i].sentence] = true;
  }
  return PQ_OK;
}

/* Names and claims. */
static pq_status read_claims(pq_desk *desk) {
  pq_status st = PQ_OK;
  const pq_engine *const e = desk->engine;
  pq_record *const r = &desk->record;
  find_taxon(desk);
  PQ_TRY(st, pq_scan_record(r, e->lexicon));
  PQ_TRY(st, pq_claim_record(r, e->grammar, &e->classes, desk->trace));
  return find_heard(desk);
}

static pq_status fill(pq_desk *desk) {
  pq_status st = PQ_OK;
  pq_record *const r = &desk->record;
  PQ_TRY(st, read_claims(desk));
  PQ_TRY(st, pq_resolve_works(r, desk->engine->bibliography, &desk->folded));
  PQ_TRY(st, pq_paper_cite(r));
  PQ_TRY(st, pq_graph_fill(&desk->graph, r, &desk->engine->maker));
  PQ_TRY(st, pq_sites_check(desk));
  PQ_TRY(st, pq_ties_tell(desk));
#ifndef NDEBUG
  if (!pq_graph_is_sound(&desk->graph)) return PQ_INTERNAL;
#endif
  return PQ_OK;
}

/* Its id tells.  What is wrong with a record is for its own shard to say; but
 * without memory its id is not known, and none might take it.  PQ_END: it is
 * another's. */
static pq_status look_whose(pq_desk *desk, const pq_raw *raw) {
  if (!desk->shard.n) return PQ_OK;
  const pq_sink *const outer = desk->outer;
  desk->outer = NULL;
  begin(desk, raw);
  const pq_status st = read_raw(desk, raw);
  desk->outer = outer;
  if (st == PQ_NO_MEM) return st;
  const pq_view id = st ? (pq_view){"", 0} : desk->record.stable_id;
  return pq_shard_has(&desk->shard, id, raw->bytes) ? PQ_OK : PQ_END;
}

pq_status pq_desk_run(pq_desk *desk, const pq_raw *raw) {
  pq_status st = look_whose(desk, raw);
  if (st == PQ_END) return st;
  begin(desk, raw);
  if (!st) st = read_raw(desk, raw);
  if (!st) st = fill(desk);
  return st ? pq_desk_give_up(desk, st) : PQ_OK;
}

void pq_desk_count(const pq_desk *desk, pq_tally *tally) {
  const pq_record *const r = &desk->record;
  const pq_graph *const g = &desk->graph;
  ++tally->records;
  tally->sentences += r->sentences.n;
  for (uint32_t i = 0; i < r->sentences.n; ++i) {
    tally->silent += !desk->heard[i];
  }
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    const pq_entity *const e = pq_entity_at(r, r->mentions.at[i].entity);
    ++tally->mentions;
    tally->ungrounded += e->kind == PQ_ENTITY_UNGROUNDED;
  }
  for (uint32_t i = 0; i < g->n_claims; ++i) {
    const bool question = g->claims[g->claim_order[i]].question;
    ++*(question ? &tally->questions : &tally->claims);
  }
  for (uint32_t i = 0; i < r->checked.n; ++i) {
    ++tally->sites[r->checked.at[i].verdict.check];
  }
  tally->disputes += g->n_disputes;
  tally->evidence += g->n_evidence;
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    ++tally->by_status[r->evidence.at[g->evidence_order[i]].stance];
  }
  for (uint32_t i = 0; i < r->citations.n; ++i) {
    const pq_citation *const c = &r->citations.at[i];
    tally->citations += !c->own;
    tally->resolved += !c->own && pq_work_is_known(&r->works.at[c->work]);
  }
}
