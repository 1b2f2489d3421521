#include "slug.h"
#include "triples.h"

static void walk_claim(pq_walk *w, pq_claim_id id, bool question) {
  const pq_claim *const c = &w->g->record->claims.at[id];
  const pq_graph_claim *const name = &w->g->claims[id];
  pq_node subject;
  pq_node object;
  pq_claim_ends(w->g, c, &subject, &object);
  pq_walk_subject(w, question ? PQ_SECTION_QUESTIONS : PQ_SECTION_CLAIMS,
                  name->iri);
  pq_walk_term(w, PQ_TERM_TYPE,
               question ? PQ_TERM_OPEN_QUESTION : PQ_TERM_CLAIM);
  pq_walk_text(w, PQ_TERM_LABEL, name->label);
  pq_walk_iri(w, PQ_TERM_SUBJECT, pq_node_iri(w->g, subject));
  pq_walk_term(w, PQ_TERM_PREDICATE, name->predicate);
  pq_walk_iri(w, PQ_TERM_OBJECT, pq_node_iri(w->g, object));
  const pq_direct direct = pq_claim_direct(c);
  if (direct != PQ_DIRECT_UNSAID) {
    pq_walk_bool(w, PQ_TERM_DIRECT, direct == PQ_DIRECTLY);
  }
  if (c->negated) pq_walk_bool(w, PQ_TERM_NEGATED, true);
  if (c->species.len) {
    pq_buf taxon;
    pq_buf_init(&taxon, w->room.alloc);
    pq_put_taxon(&taxon, w->g, c->species);
    if (!w->status) w->status = taxon.status;
    pq_walk_iri(w, PQ_TERM_SPECIES_CONTEXT, pq_buf_view(&taxon));
    pq_buf_clear(&taxon);
  }
}

void pq_walk_claims(pq_walk *w, bool questions) {
  for (uint32_t i = 0; i < w->g->n_claims; ++i) {
    const pq_claim_id id = w->g->claim_order[i];
    if (w->g->claims[id].question == questions) walk_claim(w, id, questions);
  }
}

void pq_walk_disputes(pq_walk *w) {
  for (uint32_t i = 0; i < w->g->n_disputes; ++i) {
    const pq_dispute_id id = w->g->dispute_order[i];
    const pq_dispute *const d = &w->g->record->disputes.at[id];
    pq_claim_id sides[PQ_ALTERNATIVES_MOST];
    const uint32_t n = pq_dispute_sides(w->g, d, sides);
    pq_walk_subject(w, PQ_SECTION_DISPUTES, w->g->disputes[id].iri);
    pq_walk_term(w, PQ_TERM_TYPE, PQ_TERM_DISPUTE);
    pq_walk_text(w, PQ_TERM_LABEL, w->g->disputes[id].label);
    for (uint32_t k = 0; k < n; ++k) {
      pq_walk_iri(w, PQ_TERM_ALTERNATIVE_OF, w->g->claims[sides[k]].iri);
    }
  }
}

static void walk_group(pq_walk *w, pq_term predicate, const pq_views *v,
                       bool iris) {
  for (uint32_t i = 0; i < v->n; ++i) {
    if (iris) {
      pq_walk_iri(w, predicate, v->at[i]);
    } else {
      pq_walk_text(w, predicate, v->at[i]);
    }
  }
}

/* Where some words stand. */
void pq_walk_span(pq_walk *w, pq_text_id text, pq_span span) {
  const pq_text *const t = &w->g->record->texts.at[text];
  const pq_span points = pq_text_points(t, span);
  pq_walk_iri(w, PQ_TERM_REFERENCE_CONTEXT, w->g->texts[text]);
  pq_walk_number(w, PQ_TERM_BEGIN_INDEX, points.begin);
  pq_walk_number(w, PQ_TERM_END_INDEX, points.end);
  pq_walk_text(w, PQ_TERM_ANCHOR_OF, pq_text_quote(t, span));
}

static void walk_evidence(pq_walk *w, uint32_t index) {
  const pq_graph *const g = w->g;
  const pq_evidence *const e = &g->record->evidence.at[index];
  pq_views cues = {NULL, 0};
  pq_views settings = {NULL, 0};
  pq_views primary = {NULL, 0};
  pq_views reviews = {NULL, 0};
  if (!w->status) w->status = pq_evidence_cues(g, e, &cues);
  if (!w->status) w->status = pq_evidence_settings(g, e, &settings);
  if (!w->status) {
    w->status = pq_evidence_works(g, e, PQ_ROLE_PRIMARY, &primary);
  }
  if (!w->status) {
    w->status = pq_evidence_works(g, e, PQ_ROLE_REVIEW, &reviews);
  }
  const bool cites = primary.n || reviews.n;
  pq_walk_subject(w, PQ_SECTION_EVIDENCE, g->evidence[index]);
  w->comment = e->states == PQ_STATES_DISPUTE ? g->disputes[e->id].label
                                              : g->claims[e->id].label;
  pq_walk_term(w, PQ_TERM_TYPE,
               cites ? PQ_TERM_TRACEABLE : PQ_TERM_NOT_TRACEABLE);
  pq_walk_term(w, PQ_TERM_STATUS, (pq_term)(PQ_TERM_ASSERTED + e->stance));
  walk_group(w, PQ_TERM_CUE, &cues, false);
  walk_group(w, PQ_TERM_SETTING, &settings, false);
  pq_walk_iri(w, PQ_TERM_STATES, pq_stated_iri(g, e));
  pq_walk_span(w, g->record->sentences.at[e->sentence].text, e->span);
  walk_group(w, PQ_TERM_CITES_EVIDENCE, &primary, true);
  walk_group(w, PQ_TERM_CITES_AUTHORITY, &reviews, true);
  if (g->maker->mentions) pq_walk_text(w, PQ_TERM_RULE, e->rule);
}

void pq_walk_evidence(pq_walk *w) {
  for (uint32_t i = 0; i < w->g->n_evidence; ++i) {
    walk_evidence(w, w->g->evidence_order[i]);
  }
}

static void walk_passage(pq_walk *w, uint32_t index) {
  const pq_graph *const g = w->g;
  const pq_evidence *const e = &g->record->passages.at[index];
  pq_views primary = {NULL, 0};
  pq_views reviews = {NULL, 0};
  if (!w->status) {
    w->status = pq_evidence_works(g, e, PQ_ROLE_PRIMARY, &primary);
  }
  if (!w->status) {
    w->status = pq_evidence_works(g, e, PQ_ROLE_REVIEW, &reviews);
  }
  pq_walk_subject(w, PQ_SECTION_PASSAGES, g->passages[index].iri);
  pq_walk_term(w, PQ_TERM_TYPE, PQ_TERM_PASSAGE);
  pq_walk_text(w, PQ_TERM_LABEL, g->passages[index].label);
  if (e->id) pq_walk_iri(w, PQ_TERM_DC_SUBJECT, g->entities[e->id].iri);
  pq_walk_span(w, g->record->sentences.at[e->sentence].text, e->span);
  walk_group(w, PQ_TERM_CITES_EVIDENCE, &primary, true);
  walk_group(w, PQ_TERM_CITES_AUTHORITY, &reviews, true);
}

void pq_walk_passages(pq_walk *w) {
  for (uint32_t i = 0; i < w->g->record->passages.n; ++i) {
    walk_passage(w, i);
  }
}

/* The papers that a work may be, as IRIs: of PubMed, else of its DOI. */
static void note_paper(pq_walk *w, pq_iris *iris, const pq_reference *ref) {
  if (ref->pmid.len) {
    pq_put_space(&w->room, w->g, PQ_PREFIX_PUBMED);
    pq_buf_put(&w->room, ref->pmid);
    pq_walk_note(w, iris);
  } else if (ref->doi.len) {
    pq_put_space(&w->room, w->g, PQ_PREFIX_DOI);
    pq_slug_doi(&w->room, ref->doi);
    pq_walk_note(w, iris);
  }
}

static void walk_candidate_papers(pq_walk *w, const pq_work *work) {
  const pq_record *const r = w->g->record;
  pq_iris iris = {NULL, 0, 0};
  for (uint32_t i = 0; i < work->n_fits; ++i) {
    if (work->fits[i] >= r->references.n) continue;
    note_paper(w, &iris, &r->references.at[work->fits[i]]);
  }
  pq_walk_iris(w, PQ_TERM_CLOSE_MATCH, &iris);
}

/* The paper that a work is.  skos:exactMatch is PubMed's alone, one at the
 * most; a DOI is a literal beside it. */
static void walk_paper(pq_walk *w, const pq_work *work) {
  const pq_record *const r = w->g->record;
  if (work->fits[0] >= r->references.n) return;
  const pq_reference *const ref = &r->references.at[work->fits[0]];
  if (!ref->pmid.len && !ref->doi.len) return;
  pq_walk_text(w, PQ_TERM_TITLE, ref->title);
  pq_walk_text(w, PQ_TERM_DOI, ref->doi);
  if (!ref->pmid.len) return;
  pq_iris iris = {NULL, 0, 0};
  note_paper(w, &iris, ref);
  pq_walk_iris(w, PQ_TERM_EXACT_MATCH, &iris);
}

static void walk_fits(pq_walk *w, const pq_work *work) {
  if (pq_work_is_known(work)) {
    walk_paper(w, work);
  } else {
    walk_candidate_papers(w, work);
  }
}

void pq_walk_works(pq_walk *w) {
  for (uint32_t i = 0; i < w->g->n_works; ++i) {
    const pq_work_id id = w->g->work_order[i];
    const pq_work *const work = &w->g->record->works.at[id];
    pq_walk_subject(w, PQ_SECTION_WORKS, w->g->works[id].iri);
    pq_walk_term(w, PQ_TERM_TYPE,
                 pq_work_is_review(w->g, id) ? PQ_TERM_REVIEW : PQ_TERM_WORK);
    pq_walk_text(w, PQ_TERM_LABEL, w->g->works[id].label);
    pq_walk_year(w, work->year);
    walk_fits(w, work);
  }
}
