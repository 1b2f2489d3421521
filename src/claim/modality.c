/* How firmly: what the cue words that reach a claim make of it.
 *
 *   may, suggests that      hedged
 *   does not bind           negates; "not only" does not
 *   whether, is unknown     unclear
 */
#include "doubt.h"
#include "scope.h"

typedef struct verdict {
  pq_stance stance;
  bool negated, negates_not;
  pq_direct direct;
  bool either_way;
  pq_span cues[8];
  uint32_t n_cues;
} verdict;

static void keep_cue(verdict *v, pq_span span) {
  if (v->n_cues == 8) return;
  for (uint32_t i = 0; i < v->n_cues; ++i) {
    if (v->cues[i].begin == span.begin) return;
  }
  uint32_t k = v->n_cues++;
  for (; k > 0 && v->cues[k - 1].begin > span.begin; --k) {
    v->cues[k] = v->cues[k - 1];
  }
  v->cues[k] = span;
}

/* "directly or indirectly" says neither. */
static void weigh_direct(verdict *v, pq_direct direct) {
  v->either_way =
      v->either_way || (v->direct != PQ_DIRECT_UNSAID && v->direct != direct);
  v->direct = v->either_way ? PQ_DIRECT_UNSAID : direct;
}

static void weigh(verdict *v, const pq_cue *cue) {
  switch (cue->kind) {
  case PQ_CUE_HEDGE:
    if (v->stance == PQ_ASSERTED) v->stance = PQ_HEDGED;
    keep_cue(v, cue->span);
    break;
  case PQ_CUE_NEGATION:
    v->negated = true;
    keep_cue(v, cue->span);
    break;
  case PQ_CUE_NO_NEGATION: v->negates_not = true; break;
  case PQ_CUE_UNCLEAR:
    v->stance = PQ_UNCLEAR;
    keep_cue(v, cue->span);
    break;
  case PQ_CUE_CONTROVERSY:
    v->stance = PQ_CONTROVERSIAL;
    keep_cue(v, cue->span);
    break;
  case PQ_CUE_DENIAL:
    v->stance = PQ_DENIED;
    keep_cue(v, cue->span);
    break;
  case PQ_CUE_DIRECT: weigh_direct(v, PQ_DIRECTLY); break;
  case PQ_CUE_INDIRECT: weigh_direct(v, PQ_INDIRECTLY); break;
  case PQ_CUE_SCANT:
  case PQ_CUE_SETTING: break;
  case PQ_CUE_EITHER:
    if (v->stance == PQ_ASSERTED) v->stance = PQ_ALTERNATIVE;
    keep_cue(v, cue->span);
    break;
  }
}

/* "How X does Y is unclear": that it does is taken for granted. */
static bool is_how(const pq_parse *p, const pq_draft *d) {
  for (uint32_t i = p->hits.at[d->hit].chunk; i > 0; --i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind == PQ_CHUNK_STOP) return false;
    if (c->kind == PQ_CHUNK_SUBORDINATE) {
      return pq_unit_says(p, c->begin, "how") ||
             pq_unit_says(p, c->begin, "why");
    }
  }
  return false;
}

/* "regardless of whether" */
static bool is_no_matter(const pq_parse *p, const pq_chunk *whether) {
  static const char *const words[] = {"regardless of", "irrespective of", NULL};
  return pq_view_says_any(pq_unit_text(p, whether->begin - 1), words);
}

/* The "whether" of the clause that a draft is of: "we asked whether X does Y",
 * and nobody says that it does; 0 none. */
static uint32_t whether_before(const pq_parse *p, const pq_draft *d) {
  const uint32_t at = p->hits.at[d->hit].chunk;
  const uint32_t clause = p->chunks.at[at].clause;
  for (uint32_t i = p->whether ? at : 0; i > 0; --i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind == PQ_CHUNK_WHETHER) return is_no_matter(p, c) ? 0 : i;
    if (c->kind == PQ_CHUNK_STOP ||
        (c->kind == PQ_CHUNK_VERB && clause && c->clause != clause)) {
      return 0;
    }
  }
  return 0;
}

/* "the receptor itself" does it directly. */
static bool says_itself(const pq_parse *p, const pq_draft *d) {
  const pq_chunk *const c = &p->chunks.at[d->agent_chunk];
  for (uint32_t i = c->begin; d->agent_chunk && i < c->end; ++i) {
    if (p->units.at[i].classes & PQ_W_SAME) return true;
  }
  return false;
}

/* "..., but this has not been seen in human cells": no firmer than that. */
static void amend(const pq_parse *p, const pq_hit *h, verdict *v) {
  const pq_amendment a = pq_amend_of(p, h);
  if (a.stance == PQ_ASSERTED) return;
  keep_cue(v, a.cue);
  const bool firm = v->stance == PQ_ASSERTED || v->stance == PQ_PRESUPPOSED ||
                    (v->stance == PQ_HEDGED && a.stance != PQ_UNCLEAR);
  if (firm) v->stance = a.stance;
}

static pq_status store(pq_parse *p, pq_draft *d, verdict *v) {
  if (d->claim.negated && !pq_span_empty(d->not_span)) {
    keep_cue(v, d->not_span);
  }
  pq_span *const cues =
      pq_arena_take(p->r->arena, (v->n_cues + 1) * sizeof *cues);
  if (!cues) return p->r->arena->status;
  memcpy(cues, v->cues, v->n_cues * sizeof *cues);
  d->cues = cues;
  d->n_cues = v->n_cues;
  d->stance = v->stance;
  d->claim.negated = d->claim.negated || (v->negated && !v->negates_not);
  if (d->claim.direct == PQ_DIRECT_UNSAID &&
      d->claim.relation != PQ_REL_HAPPENS) {
    d->claim.direct = v->direct;
  }
  return PQ_OK;
}

/* The hedges in the verb group that tells another hit. */
static void weigh_hedges(const pq_parse *p, const pq_hit *of, verdict *v) {
  const pq_zone z = pq_scope_zone(p, of);
  for (uint32_t i = 0; i < p->cues.n; ++i) {
    const pq_cue *const cue = &p->cues.at[i];
    const bool hedges = cue->kind == PQ_CUE_HEDGE;
    if (hedges && pq_scope_holds(p, &z, cue)) weigh(v, cue);
  }
}

/* "may phosphorylate X, leading to Y": what follows from it is no firmer. */
static void weigh_causes(const pq_parse *p, const pq_hit *h, verdict *v) {
  for (uint32_t k = 0; k < h->n_args; ++k) {
    const pq_arg *const a = &h->args[k];
    const bool acts = a->role == PQ_AS_AGENT || a->role == PQ_AS_UPSTREAM;
    const pq_hit *const cause = &p->hits.at[acts ? a->hit : 0];
    if (!acts || !a->hit || cause->chunk > h->chunk) continue;
    weigh_hedges(p, cause, v);
    /* "may induce phosphorylation of X, leading to Y" */
    const pq_hit *const maker = &p->hits.at[cause->used_by];
    if (cause->used_by && maker->chunk < cause->chunk) {
      weigh_hedges(p, maker, v);
    }
  }
}

/* "may inhibit X by binding Y": the means are no firmer. */
static void weigh_means(const pq_parse *p, const pq_hit *h, verdict *v) {
  if (h->means_of) weigh_hedges(p, &p->hits.at[h->means_of], v);
}

/* Is the claim one that the sentence only takes for granted? */
static bool is_granted(const pq_draft *d) {
  return d->stance == PQ_PRESUPPOSED || d->cut_off;
}

/* "Neither phosphorylation nor ubiquitination of X was seen": both.  What
 * "needs neither E nor F", or what neither needs, is not said to be missing. */
static bool is_neither(const pq_parse *p, const pq_hit *h, const pq_chunk *c,
                       const pq_cue *cue) {
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    const uint32_t at = p->hits.at[i].chunk;
    const bool same = at == h->chunk || (c->prior && at == c->prior);
    if (same && p->hits.at[i].used_by) return false;
  }
  const pq_chunk *const first = c->prior ? &p->chunks.at[c->prior] : c;
  return cue->kind == PQ_CUE_NEGATION &&
         pq_unit_says(p, cue->unit, "neither") &&
         cue->unit + 1 >= first->begin && cue->unit < first->end;
}

/* "The possible phosphorylation of X" is not taken for granted. */
static pq_status judge_granted(pq_parse *p, pq_draft *d) {
  const pq_hit *const h = &p->hits.at[d->hit];
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  verdict v = {.stance = PQ_ASSERTED};
  if (d->cut_off || c->kind != PQ_CHUNK_NOUN) return PQ_OK;
  for (uint32_t i = 0; i < p->cues.n; ++i) {
    const pq_cue *const cue = &p->cues.at[i];
    const bool inside = cue->unit >= c->begin && cue->unit < h->unit;
    const bool none = cue->kind == PQ_CUE_NEGATION &&
                      (pq_unit_says(p, cue->unit, "no") || /* "found no X" */
                       pq_unit_says(p, cue->unit, "little"));
    if (inside && (none || cue->kind == PQ_CUE_HEDGE)) weigh(&v, cue);
    if (pq_cue_tells_of(p, h, cue) || is_neither(p, h, c, cue)) weigh(&v, cue);
    const bool denies = cue->kind == PQ_CUE_DENIAL;
    if (denies && pq_scope_denies(p, d, cue)) weigh(&v, cue);
  }
  amend(p, h, &v);
  const pq_span gone = pq_amend_gone(p, h);
  if (!pq_span_empty(gone)) {
    v.negated = true;
    keep_cue(&v, gone);
  }
  return v.n_cues ? store(p, d, &v) : PQ_OK;
}

/* "Neither A nor B is known to do it": as "is not known to", an open question.
 */
static bool is_not_known(const pq_parse *p, const pq_hit *h,
                         const pq_cue *cue) {
  const uint32_t verb = h->chunk - 1;
  return cue->kind == PQ_CUE_NEGATION &&
         pq_unit_says(p, cue->unit, "neither") &&
         pq_chunk_is(p, h->chunk, PQ_CHUNK_VERB) &&
         p->chunks.at[h->chunk].form == PQ_VERB_INFINITIVE &&
         pq_chunk_is(p, verb, PQ_CHUNK_VERB) &&
         p->chunks.at[verb].begin > cue->unit &&
         pq_unit_means(p, p->chunks.at[verb].head, PQ_M_FOUND);
}

/* What a cue that reaches the claim makes of it. */
static void weigh_cue(const pq_parse *p, const pq_hit *h, verdict *v,
                      const pq_cue *cue) {
  pq_cue as = *cue;
  if (is_not_known(p, h, cue)) as.kind = PQ_CUE_UNCLEAR;
  weigh(v, &as);
}

/* "It is not X that does it", "that Y does it to": of the verb of the clause
 * behind X. */
static bool is_of_cleft(const pq_parse *p, const pq_hit *h, const pq_cue *cue) {
  uint32_t i = h->chunk - 1;
  if (cue->kind != PQ_CUE_NEGATION || h->voice == PQ_NOMINAL) return false;
  while (pq_chunk_is(p, i, PQ_CHUNK_NOUN)) {
    --i;
  }
  if (!pq_chunk_is(p, i, PQ_CHUNK_RELATIVE)) return false;
  for (--i; pq_chunk_is(p, i, PQ_CHUNK_NOUN) ||
            pq_chunk_is(p, i, PQ_CHUNK_PREPOSITION);) {
    --i; /* "X", "the phosphorylation of X" */
  }
  const pq_chunk *const is = &p->chunks.at[i];
  return i > 1 && is->kind == PQ_CHUNK_VERB && is->copula &&
         cue->unit >= is->begin && cue->unit < is->end &&
         pq_unit_says(p, p->chunks.at[i - 1].end - 1, "it");
}

static pq_status judge(pq_parse *p, pq_draft *d) {
  const pq_hit *const h = &p->hits.at[d->hit];
  const pq_zone z = pq_scope_zone(p, h);
  verdict v = {.stance = d->stance};
  if (is_granted(d)) return judge_granted(p, d);
  for (uint32_t i = 0; i < p->cues.n; ++i) {
    const pq_cue *const cue = &p->cues.at[i];
    if (pq_scope_reaches(p, d, &z, cue) || is_of_cleft(p, h, cue)) {
      weigh_cue(p, h, &v, cue);
    }
  }
  weigh_causes(p, h, &v);
  weigh_means(p, h, &v);
  amend(p, h, &v);
  if (says_itself(p, d)) v.direct = PQ_DIRECTLY;
  const uint32_t whether = whether_before(p, d);
  if (whether && (v.stance == PQ_ASSERTED || v.stance == PQ_HEDGED)) {
    v.stance = PQ_UNCLEAR;
    keep_cue(&v, p->chunks.at[whether].span);
  }
  if (v.stance == PQ_ASSERTED && is_how(p, d)) v.stance = PQ_PRESUPPOSED;
  return store(p, d, &v);
}

pq_status pq_modality_judge(pq_parse *p, uint32_t first) {
  pq_status st = PQ_OK;
  uint32_t n = first;
  pq_condition_drop(p, first);
  for (uint32_t i = first; i < p->drafts.n; ++i) {
    pq_draft d = p->drafts.at[i];
    PQ_TRY(st, judge(p, &d));
    const pq_lack lack = pq_lack_judge(p, &d);
    if (lack == PQ_LACK_DROPS) continue;
    if (lack == PQ_LACK_TURNS && d.stance == PQ_ASSERTED) d.n_cues = 0;
    if (pq_condition_is_here(p, &d) || pq_condition_is_missed(p, &d) ||
        (lack != PQ_LACK_TOLD && pq_condition_denies(p, &d))) {
      continue;
    }
    p->drafts.at[n++] = d;
  }
  p->drafts.n = n;
  return PQ_OK;
}

pq_firmness pq_modality_of_hit(const pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_draft d = {.hit = hit};
  const pq_zone z = pq_scope_zone(p, h);
  verdict v = {.stance = PQ_ASSERTED};
  pq_firmness out = {.asked =
                         pq_doubt_is_status(p, h) || pq_doubt_is_aim(p, h)};
  for (uint32_t i = 0; i < p->cues.n; ++i) {
    const pq_cue *const cue = &p->cues.at[i];
    out.suggested = out.suggested || pq_doubt_suggests(p, h, cue);
    if (cue->clause || !pq_scope_reaches(p, &d, &z, cue)) continue;
    if (pq_doubt_asks(p, cue)) {
      out.asked = true;
    } else {
      weigh(&v, cue);
    }
  }
  out.negated = (v.negated && !v.negates_not) || v.stance == PQ_DENIED ||
                pq_doubt_is_unseen(p, h);
  const bool whether =
      p->whether && p->whether < h->chunk && h->voice != PQ_NOMINAL;
  out.hedged = out.hedged || whether || v.stance == PQ_HEDGED ||
               v.stance == PQ_UNCLEAR || v.stance == PQ_CONTROVERSIAL;
  return out;
}
