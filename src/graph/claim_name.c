#include "claim_name.h"

#include "label.h"
#include "slug.h"

/* Rows: relation and whether the subject is itself a happening.  Columns:
 * polarity unsaid, positive, negative. */
static const struct {
  pq_relation relation;
  bool happening;
  pq_term by_polarity[3];
} predicates[] = {
    {PQ_REL_UPSTREAM,
     false,
     {PQ_TERM_ACTS_UPSTREAM, PQ_TERM_ACTS_UPSTREAM_POSITIVE,
      PQ_TERM_ACTS_UPSTREAM_NEGATIVE}},
    {PQ_REL_UPSTREAM,
     true,
     {PQ_TERM_CAUSALLY_UPSTREAM, PQ_TERM_CAUSALLY_UPSTREAM_POSITIVE,
      PQ_TERM_CAUSALLY_UPSTREAM_NEGATIVE}},
    {PQ_REL_REGULATES,
     false,
     {PQ_TERM_INVOLVED, PQ_TERM_INVOLVED_POSITIVE, PQ_TERM_INVOLVED_NEGATIVE}},
    {PQ_REL_REGULATES,
     true,
     {PQ_TERM_REGULATES, PQ_TERM_REGULATES_POSITIVE,
      PQ_TERM_REGULATES_NEGATIVE}},
};

static bool is_happening(const pq_record *r, pq_node node) {
  if (node.kind != PQ_NODE_ENTITY) return node.kind == PQ_NODE_EVENT;
  const pq_entity_kind kind = pq_entity_at(r, node.id)->kind;
  return kind == PQ_ENTITY_PATHWAY || kind == PQ_ENTITY_PROCESS;
}

pq_term pq_claim_predicate(const pq_record *r, const pq_claim *c) {
  switch (c->relation) {
  case PQ_REL_HAPPENS: return PQ_TERM_PARTICIPATES_IN;
  case PQ_REL_DIRECT: return PQ_TERM_ENABLES;
  case PQ_REL_DEPENDS_ON: return PQ_TERM_DEPENDS_ON;
  case PQ_REL_INTERACTS: return PQ_TERM_INTERACTS;
  case PQ_REL_INFLUENCES: return PQ_TERM_INFLUENCES;
  case PQ_REL_LOCATED_IN: return PQ_TERM_LOCATED_IN;
  case PQ_REL_PART_OF: return PQ_TERM_PART_OF;
  case PQ_REL_OUTPUT_OF: return PQ_TERM_OUTPUT_OF;
  case PQ_REL_UPSTREAM:
  case PQ_REL_REGULATES: break;
  }
  const bool happening = is_happening(r, c->subject);
  for (size_t i = 0; i < sizeof predicates / sizeof predicates[0]; ++i) {
    if (predicates[i].relation == c->relation &&
        predicates[i].happening == happening) {
      return predicates[i].by_polarity[c->polarity];
    }
  }
  return PQ_TERM_INFLUENCES;
}

pq_view pq_node_iri(const pq_graph *g, pq_node node) {
  if (node.kind == PQ_NODE_ENTITY) return g->entities[node.id].iri;
  if (node.kind == PQ_NODE_EVENT) return g->events[node.id].iri;
  return PQ_LIT("");
}

pq_view pq_node_label(const pq_graph *g, pq_node node) {
  if (node.kind == PQ_NODE_ENTITY) return g->entities[node.id].label;
  if (node.kind == PQ_NODE_EVENT) return g->events[node.id].label;
  return PQ_LIT("");
}

void pq_claim_ends(const pq_graph *g, const pq_claim *c, pq_node *subject,
                   pq_node *object) {
  const pq_view s = pq_node_iri(g, c->subject);
  const pq_view o = pq_node_iri(g, c->object);
  const bool swap = c->relation == PQ_REL_INTERACTS && s.len && o.len &&
                    pq_view_order(o, s) < 0;
  *subject = swap ? c->object : c->subject;
  *object = swap ? c->subject : c->object;
}

pq_direct pq_claim_direct(const pq_claim *c) {
  const bool unsaid = c->direct == PQ_DIRECT_UNSAID;
  return unsaid && c->relation == PQ_REL_DIRECT ? PQ_DIRECTLY : c->direct;
}

static void put_line(pq_buf *out, pq_view text) {
  pq_buf_char(out, '\n');
  pq_buf_put(out, text);
}

/* Replace the canonical string in the buffer by the IRI that it gives. */
static pq_status keep_hash(pq_namer *n, pq_prefix_id prefix, pq_view *out) {
  const pq_status st = n->room.status;
  pq_digest digest;
  if (!st) pq_digest_of(pq_buf_view(&n->room), &digest);
  pq_buf_reset(&n->room);
  if (st) return st;
  pq_put_space(&n->room, n->g, prefix);
  pq_buf_put(&n->room, pq_digest_short(&digest));
  return pq_namer_keep(n, out);
}

pq_status pq_name_claim(pq_namer *n, pq_claim_id id) {
  static const char *const direct[] = {"", "true", "false"};
  const pq_graph *const g = n->g;
  const pq_claim *const c = &g->record->claims.at[id];
  pq_graph_claim *const name = &n->g->claims[id];
  pq_node subject;
  pq_node object;
  pq_claim_ends(g, c, &subject, &object);
  name->predicate = pq_claim_predicate(g->record, c);
  name->question = subject.kind == PQ_NODE_NONE || object.kind == PQ_NODE_NONE;
  pq_buf *const out = &n->room;
  pq_buf_text(out, name->question ? "question 1" : "claim 1");
  put_line(out, pq_node_iri(g, subject));
  put_line(out, pq_term_iri(name->predicate));
  put_line(out, pq_node_iri(g, object));
  put_line(out, pq_view_of(direct[pq_claim_direct(c)]));
  put_line(out, c->negated ? PQ_LIT("true") : PQ_LIT(""));
  pq_buf_char(out, '\n');
  if (c->species.len) pq_put_taxon(out, g, c->species);
  return keep_hash(n, name->question ? PQ_PREFIX_QUESTION : PQ_PREFIX_CLAIM,
                   &name->iri);
}

uint32_t pq_dispute_sides(const pq_graph *g, const pq_dispute *d,
                          pq_claim_id *out) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < d->n_alternatives; ++i) {
    const pq_claim_id id = d->alternatives[i];
    const pq_view iri = g->claims[id].iri;
    uint32_t k = n;
    while (k > 0 && pq_view_order(g->claims[out[k - 1]].iri, iri) > 0) {
      --k;
    }
    if (k > 0 && pq_view_same(g->claims[out[k - 1]].iri, iri)) continue;
    memmove(&out[k + 1], &out[k], (n - k) * sizeof *out);
    out[k] = id;
    ++n;
  }
  return n;
}

pq_status pq_name_dispute(pq_namer *n, pq_dispute_id id) {
  pq_status st = PQ_OK;
  const pq_dispute *const d = &n->g->record->disputes.at[id];
  pq_claim_id sides[PQ_ALTERNATIVES_MOST];
  const uint32_t n_sides = pq_dispute_sides(n->g, d, sides);
  pq_buf_text(&n->room, "dispute 1");
  for (uint32_t i = 0; i < n_sides; ++i) {
    put_line(&n->room, n->g->claims[sides[i]].iri);
  }
  PQ_TRY(st, keep_hash(n, PQ_PREFIX_DISPUTE, &n->g->disputes[id].iri));
  return pq_label_dispute(n, id, sides, n_sides);
}

pq_view pq_stated_iri(const pq_graph *g, const pq_evidence *e) {
  return e->states == PQ_STATES_DISPUTE ? g->disputes[e->id].iri
                                        : g->claims[e->id].iri;
}

void pq_views_sort(pq_views *v) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < v->n; ++i) {
    const pq_view item = v->at[i];
    uint32_t k = n;
    while (k > 0 && pq_view_order(v->at[k - 1], item) > 0) {
      --k;
    }
    if (k > 0 && pq_view_same(v->at[k - 1], item)) continue;
    memmove(&v->at[k + 1], &v->at[k], (n - k) * sizeof *v->at);
    v->at[k] = item;
    ++n;
  }
  v->n = n;
}

static pq_status words_of(const pq_graph *g, const pq_evidence *e,
                          const pq_span *spans, uint32_t n, pq_views *out) {
  pq_status st = PQ_OK;
  pq_views v = {pq_arena_take(g->arena, n * sizeof(pq_view)), 0};
  if (!v.at) return g->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_view words = pq_record_words(g->record, e->sentence, spans[i]);
    PQ_TRY(st, pq_arena_line(g->arena, words, &v.at[v.n]));
    v.n += v.at[v.n].len > 0;
  }
  pq_views_sort(&v);
  *out = v;
  return PQ_OK;
}

pq_status pq_evidence_cues(const pq_graph *g, const pq_evidence *e,
                           pq_views *out) {
  return words_of(g, e, e->cues, e->n_cues, out);
}

pq_status pq_evidence_settings(const pq_graph *g, const pq_evidence *e,
                               pq_views *out) {
  return words_of(g, e, e->settings, e->n_settings, out);
}

pq_status pq_evidence_works(const pq_graph *g, const pq_evidence *e,
                            pq_role role, pq_views *out) {
  pq_views v = {pq_arena_take(g->arena, e->n_citations * sizeof(pq_view)), 0};
  if (!v.at) return g->arena->status;
  for (uint32_t i = 0; i < e->n_citations; ++i) {
    const pq_citation *const c = &g->record->citations.at[e->citations[i]];
    v.at[v.n] = g->works[c->work].iri;
    v.n += c->role == role && v.at[v.n].len > 0;
  }
  pq_views_sort(&v);
  *out = v;
  return PQ_OK;
}

static void put_group(pq_buf *out, const char *word, const pq_views *v) {
  for (uint32_t i = 0; i < v->n; ++i) {
    pq_buf_char(out, '\n');
    pq_buf_text(out, word);
    pq_buf_put(out, v->at[i]);
  }
}

/* Document and place of some evidence or passage. */
static void put_place(pq_buf *out, const pq_graph *g, const pq_evidence *e) {
  const pq_text_id text = g->record->sentences.at[e->sentence].text;
  const pq_text *const t = &g->record->texts.at[text];
  put_line(out, g->texts[text]);
  const pq_span points = pq_text_points(t, e->span);
  pq_buf_char(out, '\n');
  pq_buf_number(out, points.begin);
  pq_buf_char(out, '\n');
  pq_buf_number(out, points.end);
}

pq_status pq_name_evidence(pq_namer *n, uint32_t index) {
  pq_status st = PQ_OK;
  const pq_graph *const g = n->g;
  const pq_evidence *const e = &g->record->evidence.at[index];
  pq_views cues = {NULL, 0};
  pq_views primary = {NULL, 0};
  pq_views reviews = {NULL, 0};
  pq_views settings = {NULL, 0};
  PQ_TRY(st, pq_evidence_cues(g, e, &cues));
  PQ_TRY(st, pq_evidence_settings(g, e, &settings));
  PQ_TRY(st, pq_evidence_works(g, e, PQ_ROLE_PRIMARY, &primary));
  PQ_TRY(st, pq_evidence_works(g, e, PQ_ROLE_REVIEW, &reviews));
  pq_buf *const out = &n->room;
  pq_buf_text(out, "evidence 1");
  put_line(out, pq_stated_iri(g, e));
  put_place(out, g, e);
  put_line(out, pq_term_iri((pq_term)(PQ_TERM_ASSERTED + e->stance)));
  put_group(out, "cue ", &cues);
  put_group(out, "evidence ", &primary);
  put_group(out, "authority ", &reviews);
  put_group(out, "setting ", &settings);
  return keep_hash(n, PQ_PREFIX_EVIDENCE, &n->g->evidence[index]);
}

pq_status pq_name_passage(pq_namer *n, uint32_t index) {
  pq_status st = PQ_OK;
  pq_graph *const g = n->g;
  const pq_evidence *const e = &g->record->passages.at[index];
  pq_views primary = {NULL, 0};
  pq_views reviews = {NULL, 0};
  PQ_TRY(st, pq_evidence_works(g, e, PQ_ROLE_PRIMARY, &primary));
  PQ_TRY(st, pq_evidence_works(g, e, PQ_ROLE_REVIEW, &reviews));
  pq_buf *const out = &n->room;
  pq_buf_text(out, "passage 1");
  put_place(out, g, e);
  put_group(out, "evidence ", &primary);
  put_group(out, "authority ", &reviews);
  PQ_TRY(st, keep_hash(n, PQ_PREFIX_PASSAGE, &g->passages[index].iri));
  pq_buf_text(out, "passage");
  if (e->id) {
    pq_buf_text(out, " about ");
    pq_buf_put(out, g->entities[e->id].label);
  }
  return pq_namer_keep(n, &g->passages[index].label);
}
