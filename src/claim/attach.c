/* Which papers back which claim.
 *
 *   A (X 2001) and B (Y 2002).     X for A, Y for B
 *   A and B (X 2001; Y 2002).      both for both
 *   Smith et al. (1999) found A.   Smith for A
 *   A (X 2001; but see Y 2002).    X for A; A is controversial by Y
 *   A in vitro (X 2001) and in vivo (Y 2002).         both for A
 *   A (X 2001), but this is disputed (Y 2002).        both, of the dispute
 * A claim takes the first bracket behind its last word; without one, the
 * citations in running text before it.  Papers of a dispute stand on the
 * dispute, not on its sides. */
#include "attach.h"

enum {
  BRACKETS_MOST = 4, /* of one claim */
  PLACE_MOST = 8     /* tokens: "and in primary human cells" */
};

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

/* Does it stand right behind who acts, or what is acted on?  What happens has
 * papers of its own: "phosphorylates A (X 2001), promoting B". */
static bool is_of(const pq_parse *p, const pq_evidence *e, pq_span bracket) {
  const bool happens =
      (e->states == PQ_STATES_CLAIM || e->states == PQ_STATES_QUESTION) &&
      p->r->claims.at[e->id].subject.kind == PQ_NODE_EVENT;
  return (!happens && e->agent_sentence == p->sentence &&
          is_behind(bracket, e->agent)) ||
         (e->theme_sentence == p->sentence && is_behind(bracket, e->theme));
}

/* "binds A (X 2001), which does B (Y 2002)": does the bracket end what another
 * claim says, and this one has more words behind it? */
static bool ends_other(const pq_parse *p, const pq_evidence *e, uint32_t told,
                       pq_span bracket) {
  for (uint32_t i = told; i < p->r->evidence.n; ++i) {
    const pq_evidence *const other = &p->r->evidence.at[i];
    if (is_behind(bracket, other->span) && other->span.begin < e->span.begin) {
      return true;
    }
  }
  return false;
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

/* ---- brackets that go on ---- */

bool pq_attach_says(const pq_parse *p, uint32_t i, const char *const *words) {
  return i < p->s->n_tokens &&
         pq_view_says_any(pq_span_text(p->text, pq_attach_token_at(p, i)->span),
                          words);
}

uint32_t pq_attach_token(const pq_parse *p, uint32_t byte) {
  uint32_t i = 0;
  while (i < p->s->n_tokens && pq_attach_token_at(p, i)->span.begin < byte) {
    ++i;
  }
  return i;
}

/* Does the sentence name something, a residue too, between two bytes?  Cells
 * and species are where it was seen. */
static bool names_between(const pq_parse *p, uint32_t from, uint32_t to) {
  const pq_record *const r = p->r;
  for (uint32_t i = p->first_mention; i < r->mentions.n; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    if (m->sentence != p->sentence) break;
    const pq_entity_kind kind = pq_entity_at(r, m->entity)->kind;
    if (m->span.begin >= from && m->span.end <= to && kind != PQ_ENTITY_CELL &&
        kind != PQ_ENTITY_SPECIES) {
      return true;
    }
  }
  for (uint32_t i = r->sites.n; i-- > 0;) {
    const pq_site_mention *const s = &r->sites.at[i];
    if (s->sentence < p->sentence) break;
    if (s->sentence == p->sentence && s->span.begin >= from &&
        s->span.end <= to) {
      return true;
    }
  }
  return false;
}

/* "A in vitro (X 2001) and in vivo (Y 2002)": only another place stands between
 * the brackets. */
static bool goes_on(const pq_parse *p, uint32_t end, uint32_t begin) {
  static const char *const joins[] = {"and", "or", NULL};
  static const char *const places[] = {"in",    "from",  "during", "after",
                                       "under", "using", "by",     NULL};
  static const char *const verbs[] = {"is",    "are", "was", "were",
                                      "has",   "but", "had", "that",
                                      "which", "not", NULL};
  const uint32_t first = pq_attach_token(p, end);
  const uint32_t last = pq_attach_token(p, begin);
  uint32_t at = first + (pq_attach_says(p, first, joins) ? 1 : 0);
  if (at == first || last > first + PLACE_MOST || last < at + 2) return false;
  if (pq_attach_says(p, at, (const char *const[]){"also", "later", NULL})) ++at;
  bool goes = pq_attach_says(p, at, places) && !names_between(p, end, begin);
  for (uint32_t i = at; goes && i < last; ++i) {
    goes = !pq_attach_says(p, i, verbs);
  }
  return goes;
}

/* The brackets of one claim. */
typedef struct brackets {
  pq_span at[BRACKETS_MOST];
  uint32_t n;
} brackets;

static void add_bracket(brackets *b, pq_span bracket) {
  if (!pq_span_empty(bracket) && b->n < BRACKETS_MOST) b->at[b->n++] = bracket;
}

/* The bracket behind its words, those that go on from it, and the one behind
 * the words that put it in doubt. */
static brackets brackets_of(const pq_parse *p, const pq_evidence *e,
                            uint32_t first, uint32_t n) {
  brackets b = {.n = 0};
  add_bracket(&b, next_bracket(p, first, n, e->span.end));
  for (uint32_t end = 0;
       b.n && b.n < BRACKETS_MOST && end != b.at[b.n - 1].end;) {
    end = b.at[b.n - 1].end;
    const pq_span next = next_bracket(p, first, n, end);
    if (next.begin > end && goes_on(p, end, next.begin)) add_bracket(&b, next);
  }
  const pq_span cue = e->n_cues ? e->cues[e->n_cues - 1] : e->span;
  if (b.n && cue.begin >= b.at[0].end) {
    add_bracket(&b, next_bracket(p, first, n, cue.end));
  }
  return b;
}

/* ---- what backs a claim ---- */

/* Does this citation in brackets back what the evidence says? */
static bool backs(const pq_citation *c, pq_span span, const brackets *b) {
  if (!b->n) return pq_span_holds(span, c->bracket);
  for (uint32_t i = 0; i < b->n; ++i) {
    if (same_span(c->bracket, b->at[i])) return true;
  }
  return false;
}

/* What a work that is set against a claim says of it. */
static pq_status dispute(pq_parse *p, pq_evidence e, uint32_t citation) {
  pq_status st = PQ_OK;
  uint32_t *const list = pq_arena_take(p->r->arena, sizeof *list);
  pq_span *const cue = pq_arena_take(p->r->arena, sizeof *cue);
  if (!list || !cue) return p->r->arena->status;
  *list = citation;
  *cue = p->r->citations.at[citation].against;
  e.span = pq_span_join(e.span, *cue);
  e.citations = list;
  e.n_citations = 1;
  e.cues = cue;
  e.n_cues = 1;
  e.stance = PQ_CONTROVERSIAL;
  PQ_PUSH(p->r->arena, &p->r->evidence, e);
  return st;
}

/* Citations `first` to `n` for evidence `at`; that of the sentence begins at
 * `told`. */
static pq_status fill(pq_parse *p, uint32_t at, uint32_t told, uint32_t first,
                      uint32_t n) {
  pq_status st = PQ_OK;
  pq_evidence e = p->r->evidence.at[at];
  const brackets b = brackets_of(p, &e, first, n);
  const pq_running before = pq_running_before(p, first, n, e.span.begin);
  /* of a dispute: only what stands right behind it */
  const bool side = e.no_cites;
  uint32_t *const list =
      pq_arena_take(p->r->arena, (n - first + 1) * sizeof *list);
  if (!list) return p->r->arena->status;
  e.citations = list;
  for (uint32_t i = first; i < n; ++i) {
    const pq_citation *const c = &p->r->citations.at[i];
    if (!is_mine(p, c)) continue;
    const bool inside = c->in_bracket && pq_span_holds(e.span, c->bracket);
    const bool own = inside && is_of(p, &e, c->bracket) &&
                     !(b.n && ends_other(p, &e, told, c->bracket));
    const bool other = inside && is_of_other(p, &e, told, c->bracket);
    const bool held = c->in_bracket
                          ? backs(c, e.span, &b)
                          : pq_running_backs(p, i, e.span, before, b.n > 0);
    if (!own && (side || other || !held)) continue;
    if (pq_span_empty(c->against) || e.stance == PQ_CONTROVERSIAL) {
      list[e.n_citations++] = i;
    } else {
      PQ_TRY(st, dispute(p, e, i));
    }
  }
  p->r->evidence.at[at] = e;
  return st;
}

pq_status pq_attach_citations(pq_parse *p, uint32_t told) {
  pq_status st = PQ_OK;
  const uint32_t n = p->r->citations.n;
  const uint32_t first = p->citation;
  uint32_t to = first;
  while (to < n && p->r->citations.at[to].sentence == p->sentence) {
    ++to;
  }
  const uint32_t end = p->r->evidence.n;
  for (uint32_t i = told; to > first && i < end; ++i) {
    PQ_TRY(st, fill(p, i, told, first, to));
  }
  return PQ_OK;
}
