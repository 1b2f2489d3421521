#include "plan_sketch.h"

#include "graph/claim_name.h"
#include "graph/parts.h"

pq_status pq_papers_new(pq_sketch *s, pq_papers *out) {
  out->bits = pq_arena_take(s->arena, s->n_words * sizeof *out->bits);
  return out->bits ? PQ_OK : s->arena->status;
}

void pq_papers_add(const pq_sketch *s, pq_papers to, pq_papers from) {
  for (uint32_t i = 0; i < s->n_words; ++i) {
    to.bits[i] |= from.bits[i];
  }
}

bool pq_papers_same(const pq_sketch *s, pq_papers a, pq_papers b) {
  return memcmp(a.bits, b.bits, s->n_words * sizeof *a.bits) == 0;
}

bool pq_papers_within(const pq_sketch *s, pq_papers part, pq_papers whole) {
  for (uint32_t i = 0; i < s->n_words; ++i) {
    if (part.bits[i] & ~whole.bits[i]) return false;
  }
  return true;
}

uint32_t pq_papers_count(const pq_sketch *s, pq_papers papers) {
  uint32_t n = 0;
  for (uint32_t i = 1; i <= s->n_works; ++i) {
    n += (uint32_t)((papers.bits[i / 64] >> (i % 64)) & 1U);
  }
  return n;
}

/* ---- works, numbered in the order of the text (M6) ---- */

static pq_status mark_cited(const pq_sketch *s, bool *cited) {
  const pq_record *const r = s->g->record;
  for (uint32_t i = 0; i < r->evidence.n; ++i) {
    const pq_evidence *const e = &r->evidence.at[i];
    for (uint32_t k = 0; k < e->n_citations; ++k) {
      cited[r->citations.at[e->citations[k]].work] = true;
    }
  }
  return PQ_OK;
}

static pq_status number_works(pq_sketch *s) {
  pq_status st = PQ_OK;
  const pq_record *const r = s->g->record;
  uint32_t *order = NULL;
  bool *const cited = pq_arena_take(s->arena, r->works.n + 1);
  s->numbers = pq_arena_take(s->arena, (r->works.n + 1) * sizeof *s->numbers);
  if (!cited || !s->numbers) return s->arena->status;
  PQ_TRY(st, mark_cited(s, cited));
  PQ_TRY(st, pq_graph_pointers(s->g, &order));
  for (uint32_t i = 0; i < r->citations.n; ++i) {
    const pq_work_id id = r->citations.at[order[i]].work;
    if (id && cited[id] && !s->numbers[id]) s->numbers[id] = ++s->n_works;
  }
  s->n_words = s->n_works / 64 + 1;
  return PQ_OK;
}

static void add_citations(const pq_sketch *s, const pq_evidence *e,
                          pq_papers to) {
  for (uint32_t i = 0; i < e->n_citations; ++i) {
    const pq_citation *const c = &s->g->record->citations.at[e->citations[i]];
    const uint32_t number = s->numbers[c->work];
    if (number) to.bits[number / 64] |= (uint64_t)1 << (number % 64);
  }
}

pq_status pq_dispute_papers(pq_sketch *s, pq_dispute_id id, pq_papers *out) {
  pq_status st = PQ_OK;
  const pq_record *const r = s->g->record;
  PQ_TRY(st, pq_papers_new(s, out));
  for (uint32_t i = 0; i < r->evidence.n; ++i) {
    const pq_evidence *const e = &r->evidence.at[i];
    if (e->states == PQ_STATES_DISPUTE &&
        pq_view_same(s->g->disputes[e->id].iri, s->g->disputes[id].iri)) {
      add_citations(s, e, *out);
    }
  }
  return PQ_OK;
}

/* ---- says ---- */

/* What several places of the text come to: what is called controversial
 * anywhere, or both said and denied, is controversial; else the firmest. */
static pq_stance join_stances(pq_stance a, pq_stance b) {
  const pq_stance low = a < b ? a : b;
  const pq_stance high = a < b ? b : a;
  if (low == PQ_CONTROVERSIAL || high == PQ_CONTROVERSIAL) {
    return PQ_CONTROVERSIAL;
  }
  return high == PQ_DENIED && low < PQ_ALTERNATIVE ? PQ_CONTROVERSIAL : low;
}

static pq_status put_cues(pq_sketch *s, const pq_evidence *e, pq_view *out) {
  for (uint32_t i = 0; i < e->n_cues; ++i) {
    if (i) pq_buf_text(&s->room, " … ");
    pq_buf_put(&s->room,
               pq_record_words(s->g->record, e->sentence, e->cues[i]));
  }
  return pq_sketch_keep(s, out);
}

static pq_status add_evidence(pq_sketch *s, pq_say *say, const pq_evidence *e) {
  pq_status st = PQ_OK;
  const bool first = !say->where.said;
  const pq_stance before = say->stance;
  say->stance = first ? e->stance : join_stances(before, e->stance);
  if (first) {
    const pq_text_id text = s->g->record->sentences.at[e->sentence].text;
    say->where = (pq_where){text, e->span, true};
  }
  add_citations(s, e, say->papers);
  if (e->stance == say->stance && (first || before != say->stance)) {
    PQ_TRY(st, put_cues(s, e, &say->cue));
  }
  return PQ_OK;
}

/* The say of a claim; equal IRIs are one claim. */
static pq_say *say_of(const pq_sketch *s, const uint32_t *by_claim,
                      pq_claim_id id) {
  const pq_view iri = s->g->claims[id].iri;
  if (by_claim[id]) return &s->says.at[by_claim[id] - 1];
  for (uint32_t i = 0; i < s->says.n; ++i) {
    pq_say *const say = &s->says.at[i];
    if (pq_view_same(s->g->claims[say->claim].iri, iri)) return say;
  }
  return NULL;
}

static pq_status collect_evidence(pq_sketch *s, const uint32_t *by_claim) {
  pq_status st = PQ_OK;
  const pq_graph *const g = s->g;
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    const pq_evidence *const e = &g->record->evidence.at[g->evidence_order[i]];
    pq_say *const say =
        e->states == PQ_STATES_DISPUTE ? NULL : say_of(s, by_claim, e->id);
    if (say) PQ_TRY(st, add_evidence(s, say, e));
  }
  return PQ_OK;
}

static pq_status add_say(pq_sketch *s, pq_claim_id id) {
  pq_status st = PQ_OK;
  const pq_claim *const c = &s->g->record->claims.at[id];
  const bool turned = c->relation == PQ_REL_DEPENDS_ON;
  pq_node subject;
  pq_node object;
  pq_claim_ends(s->g, c, &subject, &object);
  pq_say say = {.claim = id,
                .predicate = s->g->claims[id].predicate,
                .actor = turned ? object : subject,
                .target = turned ? subject : object};
  PQ_TRY(st, pq_papers_new(s, &say.papers));
  PQ_PUSH(s->arena, &s->says, say);
  return PQ_OK;
}

/* In the order of the text; of one place, by IRI.  What is said nowhere, as
 * only a dispute has it, comes last. */
static bool comes_before(const pq_sketch *s, const pq_say *a, const pq_say *b) {
  const pq_where x = a->where;
  const pq_where y = b->where;
  if (x.said != y.said) return x.said;
  if (!x.said) return false;
  if (x.text != y.text) return x.text < y.text;
  if (x.span.begin != y.span.begin) return x.span.begin < y.span.begin;
  if (x.span.end != y.span.end) return x.span.end < y.span.end;
  return pq_view_order(s->g->claims[a->claim].iri, s->g->claims[b->claim].iri) <
         0;
}

/* Hardly anything is out of order. */
static void sort_says(const pq_sketch *s) {
  for (uint32_t i = 1; i < s->says.n; ++i) {
    const pq_say one = s->says.at[i];
    uint32_t k = i;
    for (; k > 0 && comes_before(s, &one, &s->says.at[k - 1]); --k) {
      s->says.at[k] = s->says.at[k - 1];
    }
    s->says.at[k] = one;
  }
}

/* ---- folding (M7) ---- */

/* Does `narrow` say all that `broad` says, of a narrower event? */
static bool says_more(const pq_sketch *s, const pq_say *narrow,
                      const pq_say *broad) {
  const pq_claim *const a = &s->g->record->claims.at[narrow->claim];
  const pq_claim *const b = &s->g->record->claims.at[broad->claim];
  return narrow->target.kind == PQ_NODE_EVENT &&
         broad->target.kind == PQ_NODE_EVENT &&
         s->g->events[narrow->target.id].broader == broad->target.id &&
         pq_same_node(narrow->actor, broad->actor) &&
         narrow->predicate == broad->predicate && a->negated == b->negated &&
         pq_view_same(a->species, b->species) &&
         narrow->stance <= broad->stance &&
         pq_papers_within(s, broad->papers, narrow->papers);
}

static void fold(pq_sketch *s) {
  enum {
    FEW = 2000 /* more are one arc for both anyhow */
  };
  if (s->says.n > FEW) return;
  for (uint32_t i = 0; i < s->says.n; ++i) {
    for (uint32_t k = 0; k < s->says.n; ++k) {
      if (says_more(s, &s->says.at[k], &s->says.at[i])) {
        s->says.at[i].done = true;
      }
    }
  }
}

pq_status pq_sketch_says(pq_sketch *s) {
  pq_status st = PQ_OK;
  uint32_t *const by_claim =
      pq_arena_take(s->arena, (s->g->record->claims.n + 1) * sizeof *by_claim);
  if (!by_claim) return s->arena->status;
  PQ_TRY(st, number_works(s));
  for (uint32_t i = 0; i < s->g->n_claims; ++i) {
    PQ_TRY(st, add_say(s, s->g->claim_order[i]));
    by_claim[s->g->claim_order[i]] = s->says.n;
  }
  PQ_TRY(st, collect_evidence(s, by_claim));
  sort_says(s);
  fold(s);
  return PQ_OK;
}
