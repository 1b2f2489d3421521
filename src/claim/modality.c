/* How firmly: cue words, and which claims they reach.
 *
 *   may phosphorylate X              group cue: its own verb group
 *   suggests that X phosphorylates   clause cue: what follows it
 *   X, possibly by Y                 between the verb and one agent: that claim
 *   does not bind                    negates; "not only" does not
 */
#include "doubt.h"

/* ---- reach ---- */

/* Units of the verb group that say how firmly: with adverbs before it. */
typedef struct zone {
  uint32_t begin, end;
} zone;

/* An adverb before the verb, or the comma behind one: "X, presumably, does". */
static bool is_aside(const pq_parse *p, uint32_t i) {
  const pq_tag tag = p->units.at[i].tag;
  return tag == PQ_TAG_ADVERB ||
         (tag == PQ_TAG_COMMA && p->units.at[i - 1].tag == PQ_TAG_ADVERB);
}

/* The verb group that tells the hit: its own, or that of "plays a role in",
 * "acts as an inhibitor of", whose subject acts in the noun behind it; 0 none.
 */
static uint32_t told_by(const pq_parse *p, const pq_hit *h) {
  if (p->chunks.at[h->chunk].kind == PQ_CHUNK_VERB) return h->chunk;
  const uint32_t before = h->chunk - 1;
  const bool as = pq_chunk_is(p, before, PQ_CHUNK_PREPOSITION);
  const uint32_t verb = before - (as ? 1 : 0);
  if (!pq_chunk_is(p, verb, PQ_CHUNK_VERB)) return 0;
  for (uint32_t k = 0; k < h->n_args; ++k) {
    const pq_arg *const a = &h->args[k];
    const bool acts = a->role == PQ_AS_AGENT || a->role == PQ_AS_UPSTREAM;
    if (acts && a->chunk < verb) return verb;
  }
  return 0;
}

static zone zone_of(const pq_parse *p, const pq_hit *h) {
  const pq_chunk *const own = &p->chunks.at[h->chunk];
  if (own->kind == PQ_CHUNK_SUBORDINATE) return (zone){own->begin, own->end};
  const uint32_t verb = told_by(p, h);
  if (!verb) return (zone){0, 0};
  zone z = {p->chunks.at[pq_doubt_chain(p, verb)].begin,
            p->chunks.at[verb].end};
  while (z.begin > 2 && is_aside(p, z.begin - 1)) {
    --z.begin;
  }
  return z;
}

static bool in_zone(const zone *z, const pq_cue *cue) {
  return cue->unit >= z->begin && cue->unit < z->end;
}

bool pq_doubt_is_cut(const pq_parse *p, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; ++i) {
    if (p->units.at[i].tag == PQ_TAG_STOP) return true;
  }
  return false;
}

/* "X and possibly Y at S5", "not at S5, by X": a name or a site between? */
static bool is_said_between(const pq_parse *p, pq_unit_kind kind, uint32_t from,
                            uint32_t to) {
  for (uint32_t i = 1; i < p->units.n; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind == kind && u->span.begin >= from && u->span.end <= to) {
      return true;
    }
  }
  return false;
}

/* "phosphorylated, possibly by Y": between the verb and this agent. */
static bool before_agent(const pq_parse *p, const pq_draft *d,
                         const pq_cue *cue) {
  const pq_hit *const h = &p->hits.at[d->hit];
  return !pq_span_empty(d->agent) && d->agent_sentence == p->sentence &&
         d->agent.begin > h->span.end && cue->span.begin >= h->span.end &&
         cue->span.end <= d->agent.begin &&
         d->agent.begin < cue->span.end + 40 &&
         !is_said_between(p, PQ_UNIT_SITE, cue->span.end, d->agent.begin);
}

/* "X, and possibly also on S5": the words stand right behind the cue, or they
 * follow the verb and the cue is between. */
static bool is_hedged_member(const pq_parse *p, const pq_draft *d,
                             const pq_cue *cue, pq_span words) {
  if (pq_span_empty(words) || words.begin < cue->span.end) return false;
  const uint32_t gap = words.begin - cue->span.end;
  const pq_hit *const h = &p->hits.at[d->hit];
  return gap <= 1 || (cue->span.begin >= h->span.end && gap < 40);
}

/* "CDK2, and possibly also CDK1, does it": nothing but adverbs between. */
static bool is_right_before(const pq_parse *p, const pq_cue *cue,
                            pq_span words) {
  uint32_t i = cue->unit;
  while (i < p->units.n && (p->units.at[i].span.begin < cue->span.end ||
                            p->units.at[i].tag == PQ_TAG_ADVERB)) {
    ++i;
  }
  return !pq_span_empty(words) && i < p->units.n &&
         p->units.at[i].span.begin == words.begin;
}

static bool before_member(const pq_parse *p, const pq_draft *d,
                          const pq_cue *cue) {
  if (d->claim.subject.kind == PQ_NODE_ENTITY &&
      d->agent_sentence == p->sentence && is_right_before(p, cue, d->agent)) {
    return true;
  }
  if (d->theme_sentence == p->sentence &&
      is_hedged_member(p, d, cue, d->theme)) {
    return true;
  }
  return is_hedged_member(p, d, cue, d->site) &&
         !is_said_between(p, PQ_UNIT_NAME, cue->span.end, d->site.begin);
}

/* Is the unit in the noun group of an argument, or right before its list? */
static bool in_argument(const pq_parse *p, const pq_hit *h, uint32_t unit) {
  for (uint32_t k = 0; k < h->n_args; ++k) {
    const pq_chunk *const c = &p->chunks.at[h->args[k].chunk];
    if (h->args[k].end || c->kind != PQ_CHUNK_NOUN) continue;
    if (unit + 1 >= c->begin && unit < c->end) return true;
  }
  return false;
}

/* "Neither A nor B", "no effect": the word stands before what it negates. */
static bool negates_argument(const pq_parse *p, const pq_draft *d,
                             const pq_cue *cue) {
  const pq_hit *const h = &p->hits.at[d->hit];
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  if (!pq_unit_says(p, cue->unit, "neither") &&
      !pq_unit_says(p, cue->unit, "no")) {
    return false;
  }
  if (c->kind == PQ_CHUNK_NOUN) {
    return cue->unit >= c->begin && cue->unit < h->unit;
  }
  return in_argument(p, h, cue->unit);
}

/* "either A or B": a list that leaves it open. */
static bool is_either(const pq_parse *p, const pq_draft *d, const pq_cue *cue) {
  const pq_hit *const h = &p->hits.at[d->hit];
  bool open = false;
  for (uint32_t k = 0; k < h->n_args; ++k) {
    open = open || p->chunks.at[h->args[k].chunk].list_or || h->args[k].is_or;
  }
  return open && in_argument(p, h, cue->unit);
}

/* "..., but this could not be confirmed": the last verb before the cue. */
static bool is_denied(const pq_parse *p, const pq_draft *d, const pq_cue *cue) {
  if (cue->unit <= p->hits.at[d->hit].unit) return false;
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    const pq_hit *const h = &p->hits.at[i];
    if (h->voice != PQ_NOMINAL && h->unit > p->hits.at[d->hit].unit &&
        h->unit < cue->unit) {
      return false;
    }
  }
  return true;
}

/* Is there a name or an event between two units? */
static bool is_told_between(const pq_parse *p, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; ++i) {
    if (p->units.at[i].kind == PQ_UNIT_NAME) return true;
  }
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    if (p->hits.at[i].unit >= from && p->hits.at[i].unit < to) return true;
  }
  return false;
}

/* "..., although this is disputed", "..., but conflicting data exist": what was
 * told before is.  "..., but it is controversial whether" tells of what
 * follows.
 */
static bool points_back(const pq_parse *p, const pq_cue *cue) {
  enum {
    LINK_MOST = 6
  };
  if (cue->kind != PQ_CUE_CONTROVERSY || p->whether) return false;
  for (uint32_t i = cue->unit; i-- > 1 && i + LINK_MOST > cue->unit;) {
    if (!pq_unit_means(p, i, PQ_M_OBJECTION)) continue;
    return !is_told_between(p, i, p->units.n);
  }
  return false;
}

/* The first unit behind a cue. */
static uint32_t unit_behind(const pq_parse *p, const pq_cue *cue) {
  uint32_t i = cue->unit;
  while (i < p->units.n && p->units.at[i].span.begin < cue->span.end) {
    ++i;
  }
  return i;
}

/* "is incapable of phosphorylating", "its failure to bind": the words run into
 * the verb group; "failure of X to bind": up to one noun group before it. */
static bool runs_into(const pq_parse *p, const pq_hit *h, const zone *z,
                      const pq_cue *cue) {
  const uint32_t next = unit_behind(p, cue);
  if (cue->unit >= z->begin || next >= z->end) return false;
  const pq_chunk *const noun = &p->chunks.at[h->chunk - 1];
  return next >= z->begin ||
         (p->chunks.at[h->chunk].form == PQ_VERB_INFINITIVE &&
          noun->kind == PQ_CHUNK_NOUN && noun->begin == next);
}

/* "It was first thought that X does Y": a word of the verb group that "that"
 * follows. */
static bool leads_that(const pq_parse *p, const pq_cue *cue, uint32_t unit) {
  const uint32_t that = unit_behind(p, cue);
  return that < unit && pq_unit_says(p, that, "that") &&
         p->units.at[that].tag == PQ_TAG_SUBORDINATE &&
         !pq_doubt_is_cut(p, cue->unit, unit);
}

/* "Presumably, X does Y", "Perhaps X is needed for Y": a word at the beginning
 * of a sentence is of its verb. */
static bool opens_clause(const pq_parse *p, const pq_draft *d,
                         const pq_cue *cue) {
  const uint32_t behind = unit_behind(p, cue);
  const uint32_t at = p->hits.at[d->hit].chunk;
  const bool first = cue->unit == 1 ||
                     p->units.at[cue->unit - 1].tag == PQ_TAG_STOP ||
                     p->units.at[cue->unit - 1].tag == PQ_TAG_SUBORDINATE;
  if (cue->kind != PQ_CUE_HEDGE || !first || behind >= p->units.n ||
      (p->units.at[behind].tag != PQ_TAG_COMMA &&
       p->units.at[cue->unit].tag != PQ_TAG_ADVERB)) {
    return false;
  }
  for (uint32_t i = 1; i < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->begin <= behind || c->kind != PQ_CHUNK_VERB) continue;
    return at >= i && p->chunks.at[at].clause == c->clause;
  }
  return false;
}

/* "nor does it bind X": it negates the first verb that follows. */
static bool leads_clause(const pq_parse *p, const pq_hit *h,
                         const pq_cue *cue) {
  if (cue->kind != PQ_CUE_NEGATION || !cue->clause || cue->unit >= h->unit ||
      p->chunks.at[h->chunk].kind != PQ_CHUNK_VERB) {
    return false;
  }
  uint32_t i = 1;
  while (i < p->chunks.n && (p->chunks.at[i].kind != PQ_CHUNK_VERB ||
                             p->chunks.at[i].begin < cue->unit)) {
    ++i;
  }
  return i == h->chunk;
}

static bool reaches(const pq_parse *p, const pq_draft *d, const zone *z,
                    const pq_cue *cue) {
  const uint32_t unit = p->hits.at[d->hit].unit;
  if (leads_clause(p, &p->hits.at[d->hit], cue)) return true;
  if (pq_cue_tells_of(p, &p->hits.at[d->hit], cue)) return true;
  if (cue->kind == PQ_CUE_EITHER) return is_either(p, d, cue);
  if (cue->kind == PQ_CUE_DENIAL || points_back(p, cue)) {
    return is_denied(p, d, cue);
  }
  if (z->end && in_zone(z, cue)) return true;
  if (cue->kind == PQ_CUE_NEGATION && negates_argument(p, d, cue)) return true;
  if ((cue->kind == PQ_CUE_NEGATION || cue->kind == PQ_CUE_HEDGE) &&
      runs_into(p, &p->hits.at[d->hit], z, cue)) {
    return true;
  }
  if (opens_clause(p, d, cue)) return true;
  if (!cue->clause) {
    const bool hedge = cue->kind == PQ_CUE_HEDGE;
    return before_agent(p, d, cue) ||
           (hedge && (before_member(p, d, cue) || leads_that(p, cue, unit)));
  }
  const bool before = cue->unit < unit && !pq_doubt_is_cut(p, cue->unit, unit);
  const bool none = cue->kind == PQ_CUE_UNCLEAR && !p->whether &&
                    pq_unit_says(p, cue->unit, "no");
  const bool that = pq_unit_says(p, unit_behind(p, cue), "that");
  return before && (cue->kind == PQ_CUE_HEDGE || none || that);
}

/* ---- judging ---- */

typedef struct verdict {
  pq_stance stance;
  bool negated, negates_not;
  pq_direct direct;
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
  case PQ_CUE_DIRECT: v->direct = PQ_DIRECTLY; break;
  case PQ_CUE_INDIRECT: v->direct = PQ_INDIRECTLY; break;
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

/* "may phosphorylate X, leading to Y": what follows from it is no firmer. */
static void weigh_causes(const pq_parse *p, const pq_hit *h, verdict *v) {
  for (uint32_t k = 0; k < h->n_args; ++k) {
    const pq_arg *const a = &h->args[k];
    const bool acts = a->role == PQ_AS_AGENT || a->role == PQ_AS_UPSTREAM;
    const pq_hit *const cause = &p->hits.at[acts ? a->hit : 0];
    if (!acts || !a->hit || cause->chunk > h->chunk) continue;
    const zone z = zone_of(p, cause);
    for (uint32_t i = 0; i < p->cues.n; ++i) {
      const pq_cue *const cue = &p->cues.at[i];
      if (cue->kind == PQ_CUE_HEDGE && in_zone(&z, cue)) weigh(v, cue);
    }
  }
}

/* Is the claim one that the sentence only takes for granted? */
static bool is_granted(const pq_draft *d) {
  return d->stance == PQ_PRESUPPOSED || d->cut_off;
}

/* "Neither phosphorylation nor ubiquitination of X was seen": both. */
static bool is_neither(const pq_parse *p, const pq_chunk *c,
                       const pq_cue *cue) {
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
                      pq_unit_says(p, cue->unit, "no"); /* "found no X" */
    if (inside && (none || cue->kind == PQ_CUE_HEDGE)) weigh(&v, cue);
    if (pq_cue_tells_of(p, h, cue) || is_neither(p, c, cue)) weigh(&v, cue);
    if (cue->kind == PQ_CUE_DENIAL && is_denied(p, d, cue)) weigh(&v, cue);
  }
  amend(p, h, &v);
  const pq_span gone = pq_amend_gone(p, h);
  if (!pq_span_empty(gone)) {
    v.negated = true;
    keep_cue(&v, gone);
  }
  return v.n_cues ? store(p, d, &v) : PQ_OK;
}

static pq_status judge(pq_parse *p, pq_draft *d) {
  const pq_hit *const h = &p->hits.at[d->hit];
  const zone z = zone_of(p, h);
  verdict v = {.stance = d->stance};
  if (is_granted(d)) return judge_granted(p, d);
  for (uint32_t i = 0; i < p->cues.n; ++i) {
    const pq_cue *const cue = &p->cues.at[i];
    if (reaches(p, d, &z, cue)) weigh(&v, cue);
  }
  weigh_causes(p, h, &v);
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

/* "The mutant does not phosphorylate STAT3", "is not cleaved by an odd thing":
 * another one may. */
static bool is_only_not_here(const pq_parse *p, const pq_draft *d) {
  const pq_hit *const h = &p->hits.at[d->hit];
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (d->claim.negated && d->claim.relation == PQ_REL_HAPPENS &&
      h->voice == PQ_PASSIVE && !pq_hit_arg(h, PQ_AS_AGENT) &&
      !pq_hit_arg(h, PQ_AS_UPSTREAM) &&
      pq_chunk_is(p, h->chunk + 1, PQ_CHUNK_PREPOSITION) &&
      pq_unit_says(p, p->chunks.at[h->chunk + 1].begin, "by")) {
    return true;
  }
  return d->claim.negated && d->claim.relation == PQ_REL_HAPPENS &&
         h->voice == PQ_ACTIVE_VOICE && theme && theme->chunk > h->chunk;
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
    if (is_only_not_here(p, &d) || pq_condition_denies(p, &d)) continue;
    p->drafts.at[n++] = d;
  }
  p->drafts.n = n;
  return PQ_OK;
}

pq_firmness pq_modality_of_hit(const pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_draft d = {.hit = hit};
  const zone z = zone_of(p, h);
  verdict v = {.stance = PQ_ASSERTED};
  pq_firmness out = {.asked = pq_doubt_is_status(p, h)};
  for (uint32_t i = 0; i < p->cues.n; ++i) {
    const pq_cue *const cue = &p->cues.at[i];
    out.hedged = out.hedged || pq_doubt_suggests(p, h, cue);
    if (cue->clause || !reaches(p, &d, &z, cue)) continue;
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
