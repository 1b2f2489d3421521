/* Who is named where (--mentions), and by whom it was read. */
#include "regraph_make.h"

#include "graph/name.h"

/* ---- mentions ---- */

/* Of one place, by IRI: the numbers of terms are those of chance. */
static bool goes_before(const pq_remaking *m, const pq_mention *a,
                        const pq_mention *b) {
  return a->sentence == b->sentence && a->span.begin == b->span.begin &&
         a->span.end == b->span.end &&
         pq_view_order(m->entities.at[a->entity].iri,
                       m->entities.at[b->entity].iri) < 0;
}

static pq_status add_mention(pq_remaking *m, pq_text_id text,
                             const pq_replace *row) {
  pq_status st = PQ_OK;
  pq_mention one = {.span = pq_re_span(m, text, row)};
  uint32_t k = m->r->mentions.n;
  one.sentence = pq_re_sentence(m, text, one.span.begin);
  PQ_TRY(st, pq_re_entity(m, row->about, &one.entity));
  PQ_PUSH(m->arena, &m->r->mentions, one);
  PQ_PUSH(m->arena, &m->mentioned, row->node);
  pq_mention *const all = m->r->mentions.at;
  for (; k > 1 && goes_before(m, &one, &all[k - 1]); --k) {
    all[k] = all[k - 1]; /* the nodes are the same */
  }
  all[k] = one;
  return PQ_OK;
}

/* Another record with the same text may name other things there. */
static bool is_of_graph(const pq_remaking *m, const pq_replace *row) {
  uint32_t n = 0;
  const pq_rdf_triple *const t = pq_re_all(m, row->node, PQ_TERM_IDENT_REF, &n);
  for (uint32_t i = 0; i < n; ++i) {
    if (t[i].object == row->about) return true;
  }
  return false;
}

pq_status pq_re_mentions(pq_remaking *m, const pq_rdf_id *documents,
                         uint32_t n) {
  pq_status st = PQ_OK;
  const pq_places *const all = &m->rg->mentions;
  PQ_PUSH(m->arena, &m->mentioned, 0); /* slot 0 of the table */
  for (pq_text_id text = 0; text < n; ++text) {
    for (uint32_t i = pq_re_first(all, documents[text]);
         i < all->n && all->at[i].document == documents[text]; ++i) {
      const pq_replace *const row = &all->at[i];
      if (pq_re_is_work(m, row->about) || !is_of_graph(m, row)) continue;
      PQ_TRY(st, add_mention(m, text, row));
    }
  }
  return PQ_OK;
}

/* ---- ties ---- */

/* Thousandths of "0.733". */
static uint16_t thousandths(pq_view text) {
  uint32_t n = 0;
  uint32_t places = 0;
  bool point = false;
  for (size_t i = 0; i < text.len && places < 3; ++i) {
    if (pq_is_digit(text.ptr[i])) {
      n = n < 1000 ? n * 10 + (uint32_t)(text.ptr[i] - '0') : n;
      places += point;
    }
    point = point || text.ptr[i] == '.';
  }
  for (; places < 3; ++places) {
    n = n < 100 ? n * 10 : n;
  }
  return (uint16_t)(n < 1000 ? n : 1000);
}

static void score_unit(const pq_remaking *m, pq_rdf_id unit, pq_entity *e) {
  pq_tie *const ties = (pq_tie *)e->candidates; /* ours */
  const pq_view iri = pq_re_text(m, unit, PQ_TERM_IDENT_REF);
  pq_view id = {"", 0};
  if (pq_id_of(m->arena, m->rg->maker, iri, &id)) return;
  uint32_t k = 0;
  while (k < e->n_candidates && !pq_view_same(ties[k].id, id)) {
    ++k;
  }
  if (k == e->n_candidates) return;
  pq_tie one = ties[k];
  one.score = thousandths(pq_re_text(m, unit, PQ_TERM_IDENT_CONF));
  for (; k > 0 && ties[k - 1].score < one.score; --k) {
    ties[k] = ties[k - 1];
  }
  ties[k] = one;
}

void pq_re_ties(const pq_remaking *m) {
  for (uint32_t i = 1; i < m->r->mentions.n && i < m->mentioned.n; ++i) {
    pq_entity *const e = &m->r->entities.at[m->r->mentions.at[i].entity];
    uint32_t n = 0;
    if (e->n_candidates < 2) continue;
    const pq_rdf_triple *const t =
        pq_re_all(m, m->mentioned.at[i], PQ_TERM_HAS_UNIT, &n);
    for (uint32_t k = 0; k < n; ++k) {
      score_unit(m, t[k].object, e);
    }
  }
}

/* ---- makers ---- */

/* What follows the base and a prefix; empty for any other IRI. */
static pq_view local_of(const pq_remaking *m, pq_rdf_id term,
                        pq_prefix_id prefix) {
  const pq_view iri = pq_rdf_text(m->rdf, term);
  const pq_view base = m->rg->maker->base;
  const pq_view space = pq_prefix_at(prefix)->space;
  const pq_view none = {"", 0};
  if (!pq_view_starts(iri, base)) return none;
  const pq_view rest = pq_view_skip(iri, base.len);
  return pq_view_starts(rest, space) ? pq_view_skip(rest, space.len) : none;
}

pq_status pq_re_maker(const pq_remaking *m, pq_rdf_id graph,
                      const pq_maker **out) {
  static const pq_view head = PQ_LIT_INIT("pathquill-");
  uint32_t n = 0;
  pq_maker *const made = pq_arena_take(m->arena, sizeof *made);
  if (!made) return m->arena->status;
  *made = *m->rg->maker;
  made->mentions = m->r->mentions.n > 1;
  made->text = !m->lacks_text;
  const struct {
    pq_prefix_id prefix;
    pq_view *to;
  } sources[] = {{PQ_PREFIX_LEXICON, &made->lexicon},
                 {PQ_PREFIX_GRAMMAR, &made->grammar},
                 {PQ_PREFIX_BIBLIOGRAPHY, &made->bibliography}};
  const pq_rdf_triple *const t = pq_re_all(m, graph, PQ_TERM_DERIVED_FROM, &n);
  for (uint32_t i = 0; i < n; ++i) {
    for (size_t k = 0; k < sizeof sources / sizeof sources[0]; ++k) {
      const pq_view digits = local_of(m, t[i].object, sources[k].prefix);
      if (digits.len) *sources[k].to = digits;
    }
  }
  const pq_view tool =
      local_of(m, pq_re_one(m, graph, PQ_TERM_ATTRIBUTED_TO), PQ_PREFIX_TOOL);
  if (pq_view_starts(tool, head)) made->version = pq_view_skip(tool, head.len);
  *out = made;
  return PQ_OK;
}
