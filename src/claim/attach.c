/* Which papers back which claim.
 *
 *   A (X 2001) and B (Y 2002).     X for A, Y for B
 *   A and B (X 2001; Y 2002).      both for both
 *   Smith et al. (1999) found A.   Smith for A
 * A claim takes the first bracket behind its last word; without one, the
 * citations in running text before it.  Papers of a dispute stand on the
 * dispute, not on its sides. */
#include "parse.h"

static bool is_mine(const pq_parse *p, const pq_citation *c) {
  return c->sentence == p->sentence;
}

/* The bracket of the first citation behind byte `at`, or an empty span. */
static pq_span next_bracket(const pq_parse *p, uint32_t first, uint32_t n,
                            uint32_t at) {
  for (uint32_t i = first; i < n; ++i) {
    const pq_citation *const c = &p->r->citations.at[i];
    if (is_mine(p, c) && c->in_bracket && c->bracket.end > at &&
        c->span.begin + 1 > at) {
      return c->bracket;
    }
  }
  return (pq_span){0, 0};
}

static bool same_span(pq_span a, pq_span b) {
  return a.begin == b.begin && a.end == b.end;
}

/* "A (X 2001)": does the bracket stand right behind the words? */
static bool is_behind(pq_span bracket, pq_span words) {
  return !pq_span_empty(words) && bracket.begin >= words.end &&
         bracket.begin - words.end <= 1;
}

/* Does it stand right behind who acts, or what is acted on? */
static bool is_of(const pq_parse *p, const pq_evidence *e, pq_span bracket) {
  return (e->agent_sentence == p->sentence && is_behind(bracket, e->agent)) ||
         (e->theme_sentence == p->sentence && is_behind(bracket, e->theme));
}

/* "activates A (X 2001) and B": is it told of A, and not of this? */
static bool is_of_other(const pq_parse *p, const pq_evidence *e, uint32_t first,
                        pq_span bracket) {
  bool other = false;
  for (uint32_t i = first; i < p->r->evidence.n; ++i) {
    other = other || is_of(p, &p->r->evidence.at[i], bracket);
  }
  return other && !is_of(p, e, bracket);
}

/* Does this citation back what stands at `span`? */
static bool backs(const pq_citation *c, pq_span span, pq_span bracket) {
  if (c->in_bracket) {
    return pq_span_empty(bracket) ? pq_span_holds(span, c->bracket)
                                  : same_span(c->bracket, bracket);
  }
  return c->span.end <= span.begin || pq_span_holds(span, c->span) ||
         pq_span_empty(bracket);
}

/* Citations `first` to `n` for a piece of evidence; that of the sentence begins
 * at `told`. */
static pq_status fill(pq_parse *p, pq_evidence *e, uint32_t told,
                      uint32_t first, uint32_t n) {
  const pq_span bracket = next_bracket(p, first, n, e->span.end);
  uint32_t *const list =
      pq_arena_take(p->r->arena, (n - first + 1) * sizeof *list);
  if (!list) return p->r->arena->status;
  for (uint32_t i = first; i < n; ++i) {
    const pq_citation *const c = &p->r->citations.at[i];
    if (!is_mine(p, c)) continue;
    const bool inside = c->in_bracket && pq_span_holds(e->span, c->bracket);
    const bool own = inside && is_of(p, e, c->bracket);
    const bool other = inside && is_of_other(p, e, told, c->bracket);
    if (own || (!other && backs(c, e->span, bracket))) {
      list[e->n_citations++] = i;
    }
  }
  e->citations = list;
  return PQ_OK;
}

pq_status pq_attach_citations(pq_parse *p, uint32_t told) {
  pq_status st = PQ_OK;
  uint32_t first = 0;
  const uint32_t n = p->r->citations.n;
  while (first < n && p->r->citations.at[first].sentence < p->sentence) {
    ++first;
  }
  uint32_t to = first;
  while (to < n && p->r->citations.at[to].sentence == p->sentence) {
    ++to;
  }
  for (uint32_t i = told; to > first && i < p->r->evidence.n; ++i) {
    pq_evidence *const e = &p->r->evidence.at[i];
    const bool side = e->stance == PQ_ALTERNATIVE || e->no_cites;
    if (!side) PQ_TRY(st, fill(p, e, told, first, to));
  }
  return PQ_OK;
}
