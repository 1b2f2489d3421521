#include "regraph_make.h"

/* ---- claims ---- */

/* The predicates that tell more than their relation (graph/claim_name.c has
 * them the other way round). */
static const struct {
  pq_term predicate;
  pq_relation relation;
  pq_polarity polarity;
} relations[] = {
    {PQ_TERM_PARTICIPATES_IN, PQ_REL_HAPPENS, PQ_POLARITY_UNSAID},
    {PQ_TERM_ENABLES, PQ_REL_DIRECT, PQ_POLARITY_UNSAID},
    {PQ_TERM_DEPENDS_ON, PQ_REL_DEPENDS_ON, PQ_POLARITY_UNSAID},
    {PQ_TERM_INTERACTS, PQ_REL_INTERACTS, PQ_POLARITY_UNSAID},
    {PQ_TERM_INFLUENCES, PQ_REL_INFLUENCES, PQ_POLARITY_UNSAID},
    {PQ_TERM_LOCATED_IN, PQ_REL_LOCATED_IN, PQ_POLARITY_UNSAID},
    {PQ_TERM_PART_OF, PQ_REL_PART_OF, PQ_POLARITY_UNSAID},
    {PQ_TERM_OUTPUT_OF, PQ_REL_OUTPUT_OF, PQ_POLARITY_UNSAID},
    {PQ_TERM_ACTS_UPSTREAM, PQ_REL_UPSTREAM, PQ_POLARITY_UNSAID},
    {PQ_TERM_ACTS_UPSTREAM_POSITIVE, PQ_REL_UPSTREAM, PQ_POSITIVE},
    {PQ_TERM_ACTS_UPSTREAM_NEGATIVE, PQ_REL_UPSTREAM, PQ_NEGATIVE},
    {PQ_TERM_CAUSALLY_UPSTREAM, PQ_REL_UPSTREAM, PQ_POLARITY_UNSAID},
    {PQ_TERM_CAUSALLY_UPSTREAM_POSITIVE, PQ_REL_UPSTREAM, PQ_POSITIVE},
    {PQ_TERM_CAUSALLY_UPSTREAM_NEGATIVE, PQ_REL_UPSTREAM, PQ_NEGATIVE},
    {PQ_TERM_INVOLVED, PQ_REL_REGULATES, PQ_POLARITY_UNSAID},
    {PQ_TERM_INVOLVED_POSITIVE, PQ_REL_REGULATES, PQ_POSITIVE},
    {PQ_TERM_INVOLVED_NEGATIVE, PQ_REL_REGULATES, PQ_NEGATIVE},
    {PQ_TERM_REGULATES, PQ_REL_REGULATES, PQ_POLARITY_UNSAID},
    {PQ_TERM_REGULATES_POSITIVE, PQ_REL_REGULATES, PQ_POSITIVE},
    {PQ_TERM_REGULATES_NEGATIVE, PQ_REL_REGULATES, PQ_NEGATIVE},
};

/* `*known`: the predicate is one of ours. */
static bool set_relation(const pq_remaking *m, pq_rdf_id term, pq_claim *c,
                         pq_term *out) {
  const pq_rdf_id predicate = pq_re_one(m, term, PQ_TERM_PREDICATE);
  for (size_t i = 0; i < sizeof relations / sizeof relations[0]; ++i) {
    if (pq_rdf_of(relations[i].predicate) != predicate) continue;
    c->relation = relations[i].relation;
    c->polarity = relations[i].polarity;
    *out = relations[i].predicate;
    return true;
  }
  return false;
}

/* "9606" of a taxon's IRI. */
static pq_view taxon_of(const pq_remaking *m, pq_rdf_id term) {
  const pq_view iri = pq_re_text(m, term, PQ_TERM_SPECIES_CONTEXT);
  const pq_view space = pq_prefix_at(PQ_PREFIX_TAXON)->space;
  return pq_view_starts(iri, space) ? pq_view_skip(iri, space.len) : iri;
}

/* A claim or question; 0 if it is none that we know. */
static pq_status add_claim(pq_remaking *m, pq_rdf_id term, pq_claim_id *out) {
  static const pq_direct directs[] = {PQ_DIRECT_UNSAID, PQ_INDIRECTLY,
                                      PQ_DIRECTLY};
  pq_status st = PQ_OK;
  pq_claim c = {.negated = pq_re_bool(m, term, PQ_TERM_NEGATED) == 1,
                .direct = directs[pq_re_bool(m, term, PQ_TERM_DIRECT) + 1],
                .species = taxon_of(m, term)};
  pq_graph_claim name = {
      .iri = pq_rdf_text(m->rdf, term),
      .label = pq_re_text(m, term, PQ_TERM_LABEL),
      .question = pq_re_is(m, term, PQ_TERM_TYPE, PQ_TERM_OPEN_QUESTION)};
  *out = pq_re_seen(m, term);
  if (*out || !set_relation(m, term, &c, &name.predicate)) return PQ_OK;
  PQ_TRY(st, pq_re_node(m, pq_re_one(m, term, PQ_TERM_SUBJECT), &c.subject));
  PQ_TRY(st, pq_re_node(m, pq_re_one(m, term, PQ_TERM_OBJECT), &c.object));
  *out = m->r->claims.n;
  pq_re_mark(m, term, *out);
  PQ_PUSH(m->arena, &m->r->claims, c);
  PQ_PUSH(m->arena, &m->claims, name);
  return PQ_OK;
}

static pq_status add_dispute(pq_remaking *m, pq_rdf_id term,
                             pq_dispute_id *out) {
  pq_status st = PQ_OK;
  pq_dispute d = {.n_alternatives = 0};
  const pq_name name = {.iri = pq_rdf_text(m->rdf, term),
                        .label = pq_re_text(m, term, PQ_TERM_LABEL)};
  uint32_t n = 0;
  *out = pq_re_seen(m, term);
  if (*out) return PQ_OK;
  const pq_rdf_triple *const t = pq_re_all(m, term, PQ_TERM_ALTERNATIVE_OF, &n);
  for (uint32_t i = 0; i < n; ++i) {
    pq_claim_id id = 0;
    PQ_TRY(st, add_claim(m, t[i].object, &id));
    if (id && d.n_alternatives < PQ_ALTERNATIVES_MOST) {
      d.alternatives[d.n_alternatives++] = id;
    }
  }
  *out = m->r->disputes.n;
  pq_re_mark(m, term, *out);
  PQ_PUSH(m->arena, &m->r->disputes, d);
  PQ_PUSH(m->arena, &m->disputes, name);
  return PQ_OK;
}

/* ---- evidence ---- */

/* The words that a predicate has, where they stand, in the order of the text.
 */
static pq_status find_words(const pq_remaking *m, pq_rdf_id node,
                            pq_term predicate, const pq_evidence *e,
                            const pq_span **out, uint32_t *n_out) {
  uint32_t n = 0;
  uint32_t found = 0;
  const pq_rdf_triple *const t = pq_re_all(m, node, predicate, &n);
  pq_span *const spans =
      pq_arena_take(m->arena, ((size_t)n + 1) * sizeof *spans);
  if (!spans) return m->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    pq_span one;
    if (!pq_re_find(m, e, pq_rdf_text(m->rdf, t[i].object), &one)) continue;
    uint32_t k = found++;
    for (; k > 0 &&
           (spans[k - 1].begin > one.begin ||
            (spans[k - 1].begin == one.begin && spans[k - 1].end > one.end));
         --k) {
      spans[k] = spans[k - 1];
    }
    spans[k] = one;
  }
  *out = spans;
  *n_out = found;
  return PQ_OK;
}

static pq_stance stance_of(const pq_remaking *m, pq_rdf_id node) {
  const pq_rdf_id status = pq_re_one(m, node, PQ_TERM_STATUS);
  for (int i = 0; i < PQ_N_STANCES; ++i) {
    if (status == pq_rdf_of((pq_term)(PQ_TERM_ASSERTED + i))) {
      return (pq_stance)i;
    }
  }
  return PQ_ASSERTED;
}

/* What it states; 0 if that is nothing that we know. */
static pq_status find_stated(pq_remaking *m, const pq_replace *row,
                             pq_evidence *e) {
  if (pq_re_is(m, row->about, PQ_TERM_TYPE, PQ_TERM_DISPUTE)) {
    e->states = PQ_STATES_DISPUTE;
    return add_dispute(m, row->about, &e->id);
  }
  e->states = pq_re_is(m, row->about, PQ_TERM_TYPE, PQ_TERM_OPEN_QUESTION)
                  ? PQ_STATES_QUESTION
                  : PQ_STATES_CLAIM;
  return add_claim(m, row->about, &e->id);
}

/* Documents in their order. */
typedef struct order {
  const pq_rdf_id *documents;
  uint32_t n, at; /* all; the one at hand */
  pq_rdf_id graph;
} order;

static pq_status add_words(pq_remaking *m, pq_rdf_id node, pq_evidence *e) {
  pq_status st = PQ_OK;
  PQ_TRY(st, find_words(m, node, PQ_TERM_CUE, e, &e->cues, &e->n_cues));
  return find_words(m, node, PQ_TERM_SETTING, e, &e->settings, &e->n_settings);
}

static pq_status add_evidence(pq_remaking *m, pq_reciting *c, const order *o,
                              const pq_replace *row) {
  pq_status st = PQ_OK;
  pq_evidence e = {.span = pq_re_span(m, o->at, row),
                   .stance = stance_of(m, row->node),
                   .rule = pq_re_text(m, row->node, PQ_TERM_RULE)};
  e.sentence = pq_re_sentence(m, o->at, e.span.begin);
  PQ_TRY(st, find_stated(m, row, &e));
  if (!e.id) return PQ_OK;
  PQ_TRY(st, add_words(m, row->node, &e));
  PQ_TRY(st, pq_re_cited(m, c, row->node, &e));
  PQ_PUSH(m->arena, &m->r->evidence, e);
  PQ_PUSH(m->arena, &m->evidence, pq_rdf_text(m->rdf, row->node));
  return PQ_OK;
}

/* Evidence of one place in the order of what it states. */
static int by_stated(const pq_rdf *rdf, const pq_replace *a,
                     const pq_replace *b) {
  if (a->begin != b->begin) return a->begin < b->begin ? -1 : 1;
  if (a->end != b->end) return a->end < b->end ? -1 : 1;
  return pq_view_order(pq_rdf_text(rdf, a->about), pq_rdf_text(rdf, b->about));
}

static void sort_rows(const pq_rdf *rdf, pq_replace *rows, uint32_t n) {
  for (uint32_t i = 1; i < n; ++i) {
    const pq_replace one = rows[i];
    uint32_t k = i;
    for (; k > 0 && by_stated(rdf, &rows[k - 1], &one) > 0; --k) {
      rows[k] = rows[k - 1];
    }
    rows[k] = one;
  }
}

static pq_status add_document(pq_remaking *m, pq_reciting *c, const order *o) {
  pq_status st = PQ_OK;
  pq_replace *const rows = m->rg->evidence.at;
  const uint32_t n = m->rg->evidence.n;
  const pq_rdf_id document = o->documents[o->at];
  const uint32_t from = pq_re_first(&m->rg->evidence, document);
  uint32_t to = from;
  while (to < n && rows[to].document == document) {
    ++to;
  }
  if (to > from) sort_rows(m->rdf, rows + from, to - from);
  for (uint32_t i = from; i < to; ++i) {
    const bool again = i > from && rows[i].node == rows[i - 1].node;
    const bool other = o->graph && rows[i].graph && rows[i].graph != o->graph;
    if (other || (again && !o->graph)) continue;
    PQ_TRY(st, add_evidence(m, c, o, &rows[i]));
  }
  return PQ_OK;
}

/* The papers of a sentence belong to the dispute that cites them. */
static void find_uncited(const pq_remaking *m) {
  for (uint32_t i = 0; i < m->r->evidence.n; ++i) {
    pq_evidence *const e = &m->r->evidence.at[i];
    if (e->states == PQ_STATES_DISPUTE || e->n_citations) continue;
    for (uint32_t k = 0; k < m->r->evidence.n && !e->no_cites; ++k) {
      const pq_evidence *const d = &m->r->evidence.at[k];
      e->no_cites = d->states == PQ_STATES_DISPUTE && d->n_citations &&
                    d->sentence == e->sentence;
    }
  }
}

/* What passages are about is there, though nothing is claimed of it. */
static pq_status add_subjects(pq_remaking *m, pq_rdf_id document) {
  pq_status st = PQ_OK;
  const pq_places *const all = &m->rg->passages;
  for (uint32_t i = pq_re_first(all, document);
       i < all->n && all->at[i].document == document; ++i) {
    pq_entity_id id = 0;
    PQ_TRY(st, pq_re_entity(
                   m, pq_re_one(m, all->at[i].node, PQ_TERM_DC_SUBJECT), &id));
  }
  return PQ_OK;
}

pq_status pq_re_says(pq_remaking *m, const pq_rdf_id *documents, uint32_t n,
                     pq_rdf_id graph) {
  pq_status st = PQ_OK;
  pq_reciting c = {.documents = documents, .n_documents = n};
  order o = {documents, n, 0, graph};
  for (; o.at < n; ++o.at) {
    PQ_TRY(st, add_document(m, &c, &o));
  }
  for (uint32_t i = 0; i < n; ++i) {
    PQ_TRY(st, add_subjects(m, documents[i]));
  }
  if (!m->all) find_uncited(m);
  return pq_re_citations(m, &c);
}
