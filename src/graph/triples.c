#include "triples.h"

#include "order.h"

void pq_walk_subject(pq_walk *w, pq_section section, pq_view subject) {
  w->section = section;
  w->subject = subject;
  w->comment = (pq_view){NULL, 0};
}

static void hand_over(pq_walk *w, pq_term predicate, pq_view object,
                      pq_literal literal) {
  if (w->status || !w->subject.len) return;
  const pq_triple t = {.section = w->section,
                       .subject = w->subject,
                       .predicate = pq_term_iri(predicate),
                       .object = object,
                       .literal = literal,
                       .comment = w->comment};
  w->status = w->sink->triple(w->sink->user, &t);
  w->comment = (pq_view){NULL, 0};
}

void pq_walk_iri(pq_walk *w, pq_term predicate, pq_view object) {
  if (object.len) hand_over(w, predicate, object, PQ_IRI);
}

void pq_walk_term(pq_walk *w, pq_term predicate, pq_term object) {
  hand_over(w, predicate, pq_term_iri(object), PQ_IRI);
}

void pq_walk_text(pq_walk *w, pq_term predicate, pq_view text) {
  if (text.len) hand_over(w, predicate, text, PQ_PLAIN);
}

/* Hand over what the buffer holds. */
static void hand_room(pq_walk *w, pq_term predicate, pq_literal literal) {
  if (!w->status) w->status = w->room.status;
  hand_over(w, predicate, pq_buf_view(&w->room), literal);
  pq_buf_reset(&w->room);
}

void pq_walk_number(pq_walk *w, pq_term predicate, uint32_t number) {
  pq_buf_number(&w->room, number);
  hand_room(w, predicate, PQ_INTEGER);
}

void pq_walk_thousandths(pq_walk *w, pq_term predicate, uint32_t number) {
  pq_buf_number(&w->room, number / 1000);
  pq_buf_char(&w->room, '.');
  pq_buf_padded(&w->room, number % 1000, 3);
  hand_room(w, predicate, PQ_DECIMAL);
}

void pq_walk_year(pq_walk *w, uint32_t year) {
  pq_buf_padded(&w->room, year, 4);
  hand_room(w, PQ_TERM_ISSUED, PQ_YEAR);
}

void pq_walk_bool(pq_walk *w, pq_term predicate, bool value) {
  const pq_view text = value ? PQ_LIT("true") : PQ_LIT("false");
  hand_over(w, predicate, text, PQ_BOOLEAN);
}

void pq_walk_id(pq_walk *w, pq_term predicate, pq_view id) {
  if (!id.len) return;
  pq_put_id(&w->room, w->g, id);
  hand_room(w, predicate, PQ_IRI);
}

void pq_walk_taxon(pq_walk *w, pq_view taxon) {
  if (!taxon.len) return;
  pq_put_taxon(&w->room, w->g, taxon);
  hand_room(w, PQ_TERM_IN_TAXON, PQ_IRI);
}

void pq_walk_note(pq_walk *w, pq_iris *iris) {
  pq_view iri = {NULL, 0};
  pq_arena *const arena = w->g->arena;
  if (!w->status) w->status = w->room.status;
  if (!w->status) {
    w->status = pq_arena_copy(arena, pq_buf_view(&w->room), &iri);
  }
  pq_buf_reset(&w->room);
  if (w->status) return;
  if (iris->n == iris->cap) {
    void *const more =
        pq_vec_grow(arena, iris->at, iris->n, &iris->cap, sizeof iri);
    if (!more) {
      w->status = arena->status;
      return;
    }
    iris->at = more;
  }
  iris->at[iris->n++] = iri;
}

void pq_walk_note_id(pq_walk *w, pq_iris *iris, pq_view id) {
  if (!id.len) return;
  pq_put_id(&w->room, w->g, id);
  pq_walk_note(w, iris);
}

void pq_walk_iris(pq_walk *w, pq_term predicate, const pq_iris *iris) {
  pq_views sorted = {iris->at, iris->n};
  pq_views_sort(&sorted);
  for (uint32_t i = 0; i < sorted.n; ++i) {
    pq_walk_iri(w, predicate, sorted.at[i]);
  }
}

void pq_walk_entities(pq_walk *w, pq_term predicate, const pq_entity_id *ids,
                      uint32_t n) {
  pq_views iris = {pq_arena_take(w->g->arena, n * sizeof(pq_view)), 0};
  if (!iris.at) {
    w->status = w->g->arena->status;
    return;
  }
  for (uint32_t i = 0; i < n; ++i) {
    iris.at[iris.n++] = w->g->entities[ids[i]].iri;
  }
  pq_views_sort(&iris);
  for (uint32_t i = 0; i < iris.n; ++i) {
    pq_walk_iri(w, predicate, iris.at[i]);
  }
}

static void walk_document(pq_walk *w, pq_text_id id) {
  const pq_text *const t = &w->g->record->texts.at[id];
  pq_walk_subject(w, PQ_SECTION_RECORD, w->g->texts[id]);
  pq_walk_term(w, PQ_TERM_TYPE, PQ_TERM_CONTEXT);
  pq_walk_iri(w, PQ_TERM_DC_SUBJECT, w->g->record_iri);
  pq_buf_text(&w->room, "sha256:");
  pq_buf_text(&w->room, t->digest.hex);
  hand_room(w, PQ_TERM_IDENTIFIER, PQ_PLAIN);
  if (w->g->maker->text) pq_walk_text(w, PQ_TERM_IS_STRING, t->bytes);
}

/* By IRI, each once: two fields may hold one text. */
static void walk_documents(pq_walk *w) {
  const pq_graph *const g = w->g;
  pq_view last = {NULL, 0};
  for (uint32_t n = 0; n < g->record->texts.n; ++n) {
    pq_text_id next = g->record->texts.n;
    for (pq_text_id i = 0; i < g->record->texts.n; ++i) {
      const bool ahead = !last.ptr || pq_view_order(last, g->texts[i]) < 0;
      const bool sooner = next == g->record->texts.n ||
                          pq_view_order(g->texts[i], g->texts[next]) < 0;
      if (ahead && sooner) next = i;
    }
    if (next == g->record->texts.n) return;
    walk_document(w, next);
    last = g->texts[next];
  }
}

/* A paper is neither a reaction nor a kind of the event that its title names.
 */
static bool is_paper(const pq_graph *g) {
  return pq_pubmed_number(g->record->stable_id).len > 0;
}

static pq_term record_class(const pq_graph *g) {
  if (is_paper(g)) return PQ_TERM_WORK;
  if (g->record->type == PQ_RECORD_PATHWAY) return PQ_TERM_BP_PATHWAY;
  const bool reaction =
      g->record->type == PQ_RECORD_REACTION || g->title_claims;
  return reaction ? PQ_TERM_BP_REACTION : PQ_TERM_BP_ENTITY;
}

static void walk_pathways(pq_walk *w) {
  const pq_record *const r = w->g->record;
  pq_iris iris = {NULL, 0, 0};
  for (uint32_t i = 0; i < r->pathways.n; ++i) {
    const pq_view id = pq_bare_id(r->pathways.at[i]);
    if (!pq_is_reactome_id(id)) continue;
    pq_put_space(&w->room, w->g, PQ_PREFIX_REACTOME);
    pq_buf_put(&w->room, id);
    pq_walk_note(w, &iris);
  }
  pq_walk_iris(w, PQ_TERM_PART_OF, &iris);
}

void pq_walk_record(pq_walk *w) {
  const pq_graph *const g = w->g;
  const pq_view id = pq_bare_id(g->record->stable_id);
  pq_walk_subject(w, PQ_SECTION_RECORD, g->record_iri);
  pq_walk_term(w, PQ_TERM_TYPE, record_class(g));
  pq_walk_text(w, PQ_TERM_LABEL, g->record->title);
  pq_walk_text(w, PQ_TERM_IDENTIFIER, g->record->stable_id);
  pq_walk_taxon(w, g->record->taxon);
  if (g->title_event && !is_paper(g)) {
    const pq_graph_event *const e = &g->events[g->title_event];
    pq_walk_iri(w, PQ_TERM_BROADER, e->iri);
  }
  walk_pathways(w);
  if (pq_is_reactome_id(id)) {
    pq_buf_text(&w->room, "https://reactome.org/content/detail/");
    pq_buf_put(&w->room, id);
    hand_room(w, PQ_TERM_SEE_ALSO, PQ_IRI);
  } else if (is_paper(g)) {
    pq_buf_text(&w->room, "https://pubmed.ncbi.nlm.nih.gov/");
    pq_buf_put(&w->room, pq_pubmed_number(id));
    pq_buf_char(&w->room, '/');
    hand_room(w, PQ_TERM_SEE_ALSO, PQ_IRI);
  }
  walk_documents(w);
}

/* The IRI of a maker, kept, because it is an object and then a subject. */
static pq_view maker_iri(pq_walk *w, pq_prefix_id prefix, pq_view local) {
  pq_view iri = {NULL, 0};
  pq_put_space(&w->room, w->g, prefix);
  pq_buf_put(&w->room, local);
  if (!w->status) w->status = w->room.status;
  if (!w->status) {
    w->status = pq_arena_copy(w->g->arena, pq_buf_view(&w->room), &iri);
  }
  pq_buf_reset(&w->room);
  return iri;
}

static void walk_maker(pq_walk *w, pq_view iri, pq_term type, pq_view label) {
  pq_walk_subject(w, PQ_SECTION_PROVENANCE, iri);
  pq_walk_term(w, PQ_TERM_TYPE, type);
  pq_walk_text(w, PQ_TERM_LABEL, label);
}

/* What the graph comes from besides its documents. */
static const struct {
  pq_prefix_id prefix;
  const char *label;
} makers[] = {
    {PQ_PREFIX_GRAMMAR, "grammar"},
    {PQ_PREFIX_LEXICON, "lexicon"},
    {PQ_PREFIX_BIBLIOGRAPHY, "bibliography"},
};

enum {
  N_MAKERS = sizeof makers / sizeof makers[0]
};

/* IRIs of these, empty for what was not there. */
static void name_makers(pq_walk *w, pq_view out[N_MAKERS]) {
  const pq_maker *const m = w->g->maker;
  const pq_view digests[] = {m->grammar, m->lexicon, m->bibliography};
  for (size_t i = 0; i < N_MAKERS; ++i) {
    out[i] = (pq_view){"", 0};
    if (!digests[i].len) continue;
    out[i] = maker_iri(w, makers[i].prefix,
                       pq_view_head(digests[i], PQ_DIGEST_SHORT));
  }
}

/* Documents and makers, sorted. */
static void walk_sources(pq_walk *w, const pq_view named[N_MAKERS]) {
  const uint32_t n_texts = w->g->record->texts.n;
  pq_views from = {
      pq_arena_take(w->g->arena, (n_texts + N_MAKERS) * sizeof(pq_view)), 0};
  if (!from.at) {
    w->status = w->g->arena->status;
    return;
  }
  for (uint32_t i = 0; i < n_texts; ++i) {
    from.at[from.n++] = w->g->texts[i];
  }
  for (size_t i = 0; i < N_MAKERS; ++i) {
    if (named[i].len) from.at[from.n++] = named[i];
  }
  pq_views_sort(&from);
  for (uint32_t i = 0; i < from.n; ++i) {
    pq_walk_iri(w, PQ_TERM_DERIVED_FROM, from.at[i]);
  }
}

/* The graph, its documents, and what made it. */
void pq_walk_provenance(pq_walk *w) {
  pq_view named[N_MAKERS];
  pq_buf name;
  pq_buf_init(&name, w->room.alloc);
  pq_buf_text(&name, "pathquill-");
  pq_buf_put(&name, w->g->maker->version);
  const pq_view tool = maker_iri(w, PQ_PREFIX_TOOL, pq_buf_view(&name));
  name_makers(w, named);
  pq_walk_subject(w, PQ_SECTION_PROVENANCE, w->g->graph_iri);
  pq_walk_term(w, PQ_TERM_TYPE, PQ_TERM_PROV_ENTITY);
  pq_walk_iri(w, PQ_TERM_ATTRIBUTED_TO, tool);
  walk_sources(w, named);
  for (size_t i = 0; i < N_MAKERS; ++i) {
    if (!named[i].len) continue;
    walk_maker(w, named[i], PQ_TERM_PROV_ENTITY, pq_view_of(makers[i].label));
  }
  if (name.len > 9) name.ptr[9] = ' ';
  walk_maker(w, tool, PQ_TERM_SOFTWARE_AGENT, pq_buf_view(&name));
  if (!w->status) w->status = name.status;
  pq_buf_clear(&name);
}

pq_status pq_graph_walk(const pq_graph *g, const pq_triple_sink *sink) {
  pq_walk w = {.g = g, .sink = sink};
  pq_buf_init(&w.room, g->arena->alloc);
  pq_walk_record(&w);
  pq_walk_things(&w, PQ_SECTION_PROTEINS);
  pq_walk_things(&w, PQ_SECTION_STATES);
  pq_walk_sites(&w);
  pq_walk_things(&w, PQ_SECTION_PROCESSES);
  pq_walk_things(&w, PQ_SECTION_MOLECULES);
  pq_walk_things(&w, PQ_SECTION_PLACES);
  pq_walk_things(&w, PQ_SECTION_UNGROUNDED);
  pq_walk_terms(&w);
  pq_walk_events(&w);
  pq_walk_claims(&w, false);
  pq_walk_disputes(&w);
  pq_walk_claims(&w, true);
  pq_walk_evidence(&w);
  pq_walk_passages(&w);
  pq_walk_works(&w);
  if (g->maker->mentions) pq_walk_mentions(&w);
  pq_walk_provenance(&w);
  pq_buf_clear(&w.room);
  return w.status;
}

pq_status pq_graph_walk_said(const pq_graph *g, const pq_triple_sink *sink) {
  pq_walk w = {.g = g, .sink = sink};
  pq_buf_init(&w.room, g->arena->alloc);
  pq_walk_claims(&w, false);
  pq_walk_disputes(&w);
  pq_walk_claims(&w, true);
  pq_walk_evidence(&w);
  pq_buf_clear(&w.room);
  return w.status;
}
