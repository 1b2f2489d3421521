/* Papers that running text names, and which claims they back.
 *
 *   X et al. (1999) found that A, and Y et al. (2001) found that B
 *   X et al. (1999) and Y et al. (2001) found that A
 *   A, as first shown by X et al. (1999)
 *   X et al. (1999), but not Y et al. (2001), found that A     Y: against
 */
#include "attach.h"

enum {
  LEAD_MOST = 6, /* tokens: "as was first shown by" */
  THAT_MOST = 3  /* tokens: "later found that" */
};

/* Is it named in running text as one who says so? */
static bool is_running(const pq_citation *c) {
  return !c->in_bracket && pq_span_empty(c->against);
}

/* "X et al. (1999) and Y et al. (2001)": a comma alone joins where the last is
 * joined by "and". */
static bool is_joined(const pq_parse *p, pq_span first, pq_span second,
                      bool *has_and) {
  static const char *const ands[] = {"and", "&", "or", "well", NULL};
  static const char *const small[] = {",", "as", "by", "also", "both", NULL};
  for (uint32_t i = pq_attach_token(p, first.end);
       i < p->s->n_tokens &&
       pq_attach_token_at(p, i)->span.begin < second.begin;
       ++i) {
    if (pq_attach_says(p, i, ands)) {
      *has_and = true;
    } else if (!pq_attach_says(p, i, small)) {
      return false;
    }
  }
  return *has_and || second.begin < first.end; /* "2006 a,b" */
}

pq_running pq_running_before(const pq_parse *p, uint32_t first, uint32_t n,
                             uint32_t begin) {
  pq_running group = {0, 0};
  bool has_and = false;
  for (uint32_t i = first; i < n; ++i) {
    const pq_citation *const c = &p->r->citations.at[i];
    if (is_running(c) && c->span.end <= begin) group = (pq_running){i, i + 1};
  }
  while (group.first > first) {
    const pq_citation *const c = &p->r->citations.at[group.first - 1];
    if (!is_running(c) ||
        !is_joined(p, c->span, p->r->citations.at[group.first].span,
                   &has_and)) {
      break;
    }
    --group.first;
  }
  return group;
}

/* "..., as first shown by Smith et al. (1999)" */
static bool is_as_shown(const pq_parse *p, const pq_citation *c) {
  static const char *const by[] = {"by", "in", NULL};
  static const char *const as[] = {"as", NULL};
  const uint32_t at = pq_attach_token(p, c->span.begin);
  if (at < 3 || !pq_attach_says(p, at - 1, by)) return false;
  for (uint32_t i = at - 2; i > 0 && i + LEAD_MOST > at; --i) {
    if (pq_attach_token_at(p, i)->classes & PQ_TOKEN_MARK) return false;
    if (pq_attach_says(p, i, as)) return true;
  }
  return false;
}

/* "A, and Smith et al. (1999) found that B": it leads to what follows. */
static bool leads_on(const pq_parse *p, const pq_citation *c) {
  static const char *const that[] = {"that", NULL};
  const uint32_t at = pq_attach_token(p, c->span.end);
  for (uint32_t i = at; i < at + THAT_MOST; ++i) {
    if (pq_attach_says(p, i, that)) return true;
  }
  return false;
}

bool pq_running_backs(const pq_parse *p, uint32_t i, pq_span span,
                      pq_running before, bool bracketed) {
  const pq_citation *const c = &p->r->citations.at[i];
  const bool ahead = c->span.end <= span.begin;
  if (pq_span_holds(span, c->span)) return true;
  if (!pq_span_empty(c->against)) return ahead;
  if (ahead) return i >= before.first && i < before.end;
  if (is_as_shown(p, c)) return true;
  return !bracketed && before.first == before.end && !leads_on(p, c);
}
