#include "web.h"

#include "line.h"
#include "link.h"
#include "out.h"
#include "page.h"

#include "graph/claim_name.h"

void pq_web_init(pq_web *site, pq_alloc *alloc) {
  *site = (pq_web){.records = 0};
  pq_arena_init(&site->arena, alloc, 0);
  pq_intern_init(&site->kinds, &site->arena);
  pq_intern_init(&site->works, &site->arena);
  pq_buf_init(&site->list, alloc);
  pq_buf_init(&site->room, alloc);
}

void pq_web_clear(pq_web *site) {
  pq_arena_clear(&site->arena);
  pq_buf_clear(&site->list);
  pq_buf_clear(&site->room);
}

/* ---- what a record adds ---- */

typedef struct entry {
  pq_web *site;
  const pq_graph *g;
  const pq_record *r;
  pq_view stem;
  pq_buf *out;
  uint64_t stances[PQ_N_STANCES];
  uint32_t claims, questions, silent, mentions, unknown, resolved;
  PQ_VEC(uint32_t) kinds; /* each once */
} entry;

static pq_status note_kind(entry *e, uint32_t kind) {
  for (uint32_t i = 0; i < e->kinds.n; ++i) {
    if (e->kinds.at[i] == kind) return PQ_OK;
  }
  PQ_PUSH(e->g->arena, &e->kinds, kind);
  return PQ_OK;
}

/* A claim, once; its kind is that of its line. */
static pq_status count_claim(entry *e, uint32_t evidence) {
  pq_status st = PQ_OK;
  pq_web *const s = e->site;
  const pq_claim_line line = pq_claim_line_of(e->g, evidence);
  uint32_t kind = 0;
  PQ_TRY(st, pq_intern_put(&s->kinds, line.kind, &kind));
  if (kind == s->per_kind.n) PQ_PUSH(&s->arena, &s->per_kind, 0);
  ++s->per_kind.at[kind];
  return note_kind(e, kind);
}

static pq_status count_claims(entry *e) {
  pq_status st = PQ_OK;
  const pq_graph *const g = e->g;
  pq_intern seen;
  pq_intern_init(&seen, g->arena);
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    const uint32_t index = g->evidence_order[i];
    const pq_evidence *const ev = &e->r->evidence.at[index];
    uint32_t id = 0;
    const uint32_t before = seen.texts.n;
    ++e->stances[ev->stance];
    PQ_TRY(st, pq_intern_put(&seen, pq_stated_iri(g, ev), &id));
    if (id < before) continue;
    e->claims += ev->states == PQ_STATES_CLAIM;
    e->questions += ev->states == PQ_STATES_QUESTION;
    PQ_TRY(st, count_claim(e, index));
  }
  return PQ_OK;
}

static pq_status count_sentences(entry *e) {
  bool *const heard = pq_arena_take(e->g->arena, e->r->sentences.n + 1);
  if (!heard) return e->g->arena->status;
  for (uint32_t i = 0; i < e->r->evidence.n; ++i) {
    heard[e->r->evidence.at[i].sentence] = true;
  }
  if (e->g->lacks & PQ_LACKS_TEXT) return PQ_OK; /* nobody knows of others */
  for (uint32_t i = 0; i < e->r->sentences.n; ++i) {
    e->silent += !heard[i];
  }
  return PQ_OK;
}

static bool is_name(const pq_record *r, const pq_mention *m) {
  return pq_entity_at(r, m->entity)->kind != PQ_ENTITY_CLASS;
}

static void count_names(entry *e) {
  for (uint32_t i = 1; i < e->r->mentions.n; ++i) {
    const pq_mention *const m = &e->r->mentions.at[i];
    const pq_entity *const thing = pq_entity_at(e->r, m->entity);
    e->mentions += is_name(e->r, m);
    e->unknown += thing->kind == PQ_ENTITY_UNGROUNDED;
  }
  for (uint32_t i = 0; i < e->r->citations.n; ++i) {
    e->resolved +=
        pq_work_is_known(&e->r->works.at[e->r->citations.at[i].work]);
  }
}

/* ---- works of the run ---- */

static pq_status add_work(entry *e, pq_work_id id) {
  pq_status st = PQ_OK;
  pq_web *const s = e->site;
  const pq_work *const w = &e->r->works.at[id];
  pq_web_work work = {.claims = 0};
  PQ_TRY(st, pq_arena_line(&s->arena, e->g->works[id].label, &work.label));
  PQ_TRY(st, pq_arena_copy(&s->arena, pq_graph_pmid(e->r, w), &work.pmid));
  PQ_TRY(st, pq_arena_copy(&s->arena, pq_graph_doi(e->r, w), &work.doi));
  PQ_PUSH(&s->arena, &s->cited, work);
  return PQ_OK;
}

/* Count that a work is cited for one more thing that is put forward. */
static pq_status count_work(entry *e, pq_work_id id) {
  pq_status st = PQ_OK;
  pq_web *const s = e->site;
  uint32_t at = 0;
  if (!id || !e->g->works[id].iri.len) return PQ_OK; /* no year */
  PQ_TRY(st, pq_intern_put(&s->works, e->g->works[id].iri, &at));
  if (at == s->cited.n) PQ_TRY(st, add_work(e, id));
  pq_web_work *const work = &s->cited.at[at];
  ++work->claims;
  if (work->last != s->records) ++work->records;
  work->last = s->records;
  return PQ_OK;
}

/* A work is counted once for each thing that it is cited for. */
static pq_status count_works(entry *e) {
  pq_status st = PQ_OK;
  pq_buf *const room = &e->site->room;
  pq_intern seen;
  pq_intern_init(&seen, e->g->arena);
  for (uint32_t i = 0; i < e->g->n_evidence; ++i) {
    const pq_evidence *const ev = &e->r->evidence.at[e->g->evidence_order[i]];
    for (uint32_t k = 0; k < ev->n_citations; ++k) {
      const pq_work_id work = e->r->citations.at[ev->citations[k]].work;
      const uint32_t before = seen.texts.n;
      uint32_t id = 0;
      pq_buf_reset(room);
      pq_buf_format(room, "%lu ", (unsigned long)work);
      pq_buf_put(room, pq_stated_iri(e->g, ev));
      PQ_TRY(st, room->status);
      PQ_TRY(st, pq_intern_put(&seen, pq_buf_view(room), &id));
      if (id == before) PQ_TRY(st, count_work(e, work));
    }
  }
  return PQ_OK;
}

static void add_up(const entry *e) {
  pq_web *const s = e->site;
  s->citing += e->r->citations.n > 0;
  s->sentences += e->r->sentences.n;
  s->heard += e->r->sentences.n - e->silent;
  s->mentions += e->mentions;
  s->known += e->mentions - e->unknown;
  s->claims += e->claims;
  s->questions += e->questions;
  s->disputes += e->g->n_disputes;
  s->pointers += e->r->citations.n;
  s->resolved += e->resolved;
  for (size_t i = 0; i < PQ_N_STANCES; ++i) {
    s->by_stance[i] += e->stances[i];
  }
}

/* ---- the row ---- */

static void put_number(const entry *e, uint64_t n) {
  pq_buf_number(e->out, n);
  pq_buf_char(e->out, ',');
}

static void put_string(const entry *e, pq_view text) {
  pq_out_json(e->out, text);
  pq_buf_char(e->out, ',');
}

static void put_name(const entry *e, pq_entity_id id) {
  pq_buf *const room = &e->site->room;
  const pq_entity *const thing = &e->r->entities.at[id];
  if (thing->of || (!thing->id.len && !thing->accession.len)) return;
  pq_buf_put(room, thing->label);
  pq_buf_char(room, ' ');
  pq_link_curie(room, e->r, id);
  pq_buf_char(room, ' ');
  pq_buf_put(room, thing->id);
  pq_buf_char(room, ' ');
}

static void put_work(const entry *e, pq_work_id id) {
  pq_buf *const room = &e->site->room;
  pq_buf_put(room, e->g->works[id].label);
  pq_buf_char(room, ' ');
  pq_buf_put(room, pq_graph_pmid(e->r, &e->r->works.at[id]));
  pq_buf_char(room, ' ');
}

/* Labels and ids of all things, and works, for the search; in the order of the
 * graph, which RDF has too, then those that are not in it. */
static void put_names(const entry *e) {
  const pq_record *const r = e->r;
  for (uint32_t i = 0; i < e->g->n_entities; ++i) {
    put_name(e, e->g->entity_order[i]);
  }
  for (pq_entity_id i = 1; i < r->entities.n; ++i) {
    if (!e->g->entities[i].iri.len) put_name(e, i);
  }
  for (uint32_t i = 0; i < e->g->n_works; ++i) {
    put_work(e, e->g->work_order[i]);
  }
  for (pq_work_id i = 1; i < r->works.n; ++i) {
    if (!e->g->works[i].iri.len) put_work(e, i);
  }
}

static void put_search(const entry *e) {
  pq_buf *const room = &e->site->room;
  pq_buf_reset(room);
  put_names(e);
  for (pq_sentence_id s = 0; s < e->r->sentences.n; ++s) {
    pq_buf_put(room, pq_record_words(e->r, s, e->r->sentences.at[s].span));
    pq_buf_char(room, ' ');
  }
  pq_out_json(e->out, pq_buf_view(room));
  if (room->status) e->out->status = room->status;
}

static void put_row(const entry *e, pq_view title) {
  pq_buf_char(e->out, '[');
  put_string(e, e->stem);
  put_string(e, e->r->stable_id);
  put_string(e, title);
  put_string(e, e->r->species);
  pq_buf_char(e->out, '[');
  for (uint32_t i = 0; i < e->kinds.n; ++i) {
    put_string(e, e->site->kinds.texts.at[e->kinds.at[i]]);
  }
  pq_buf_text(e->out, "],[");
  for (size_t i = 0; i < PQ_N_STANCES; ++i) {
    put_number(e, e->stances[i]);
  }
  pq_buf_text(e->out, "],");
  put_number(e, e->claims);
  put_number(e, e->g->n_disputes);
  put_number(e, e->questions);
  put_number(e, e->r->works.n - 1);
  put_number(e, e->silent);
  put_number(e, e->unknown);
  put_search(e);
  pq_buf_text(e->out, "],\n");
}

static void put_link(const entry *e, pq_view title) {
  pq_buf *const list = &e->site->list;
  pq_buf_text(list, "<li><a href=\"records/");
  pq_out_html(list, e->stem);
  pq_buf_text(list, ".html\">");
  pq_out_html(list, title);
  pq_buf_text(list, "</a> ");
  pq_out_html(list, e->r->stable_id);
  pq_buf_text(list, "</li>\n");
}

static pq_status put_all(entry *e) {
  pq_status st = PQ_OK;
  pq_view title = {"", 0};
  pq_buf_reset(&e->site->room);
  pq_page_title(&e->site->room, e->r);
  if (e->site->room.status) return e->site->room.status;
  PQ_TRY(st, pq_arena_line(e->g->arena, pq_buf_view(&e->site->room), &title));
  put_row(e, title);
  put_link(e, title);
  return e->site->list.status ? e->site->list.status : e->out->status;
}

pq_status pq_web_add(pq_web *site, const pq_graph *g, pq_view stem,
                     pq_buf *out) {
  pq_status st = PQ_OK;
  entry e = {.site = site, .g = g, .r = g->record, .stem = stem, .out = out};
  ++site->records;
  PQ_TRY(st, count_claims(&e));
  PQ_TRY(st, count_sentences(&e));
  count_names(&e);
  PQ_TRY(st, count_works(&e));
  add_up(&e);
  return put_all(&e);
}

void pq_web_rows_head(pq_buf *out) {
  pq_buf_text(out, "var pathquillRows = [\n");
}

void pq_web_rows_tail(pq_buf *out) {
  pq_buf_text(out, "];\n");
}
