/* Which claims a cue reaches.
 *
 *   may phosphorylate X              group cue: its own verb group
 *   suggests that X phosphorylates   clause cue: what follows it
 *   X, possibly by Y                 between the verb and one agent: that claim
 */
#include "scope.h"

#include "doubt.h"

/* "is not, as was once thought, done": between two commas of the group? */
static bool is_in_aside(const pq_parse *p, const pq_zone *z,
                        const pq_cue *cue) {
  bool before = false;
  bool behind = false;
  for (uint32_t i = z->begin; i < z->end; ++i) {
    const bool comma = p->units.at[i].tag == PQ_TAG_COMMA;
    before = before || (comma && i < cue->unit);
    behind = behind || (comma && i > cue->unit);
  }
  return before && behind;
}

bool pq_scope_holds(const pq_parse *p, const pq_zone *z, const pq_cue *cue) {
  return cue->unit >= z->begin && cue->unit < z->end && !is_in_aside(p, z, cue);
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

/* "not by X but by Y" */
static bool turns(const pq_parse *p, uint32_t from, uint32_t to) {
  for (uint32_t i = 1; i < p->units.n; ++i) {
    const pq_span s = p->units.at[i].span;
    if (s.begin >= from && s.end <= to && pq_unit_says(p, i, "but")) {
      return true;
    }
  }
  return false;
}

/* "is phosphorylated but | not activated | by Y": is the cue of another verb?
 */
static bool is_of_other_verb(const pq_parse *p, const pq_hit *h,
                             const pq_cue *cue) {
  for (uint32_t i = h->chunk + 1; h->voice != PQ_NOMINAL && i < p->chunks.n;
       ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->begin > cue->unit) return false;
    if (c->kind == PQ_CHUNK_VERB && c->end > cue->unit) return true;
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
         d->agent.begin < cue->span.end + 40 && !is_of_other_verb(p, h, cue) &&
         !turns(p, cue->span.end, d->agent.begin) &&
         !is_said_between(p, PQ_UNIT_SITE, cue->span.end, d->agent.begin);
}

/* "X, and possibly also on S5", "and, possibly, Y": the words stand right
 * behind the cue, or they follow the verb and the cue is between. */
static bool is_hedged_member(const pq_parse *p, const pq_draft *d,
                             const pq_cue *cue, pq_span words) {
  if (pq_span_empty(words) || words.begin < cue->span.end) return false;
  const uint32_t gap = words.begin - cue->span.end;
  const bool comma = gap == 2 && p->text.ptr[cue->span.end] == ',';
  const pq_hit *const h = &p->hits.at[d->hit];
  return gap <= 1 || comma || (cue->span.begin >= h->span.end && gap < 40);
}

/* "CDK2, and possibly also CDK1, does it": nothing but adverbs between. */
static bool is_right_before(const pq_parse *p, const pq_cue *cue,
                            pq_span words) {
  uint32_t i = cue->unit;
  while (i < p->units.n && (p->units.at[i].span.begin < cue->span.end ||
                            pq_scope_is_aside(p, i))) {
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

/* Is the unit in an argument's noun group, or right before its list? */
static bool is_in_group(const pq_parse *p, const pq_arg *a, uint32_t unit) {
  const pq_chunk *const c = &p->chunks.at[a->chunk];
  return !a->end && c->kind == PQ_CHUNK_NOUN && unit + 1 >= c->begin &&
         unit < c->end;
}

/* ..., or in that of what happens: "increases expression of neither A nor B" */
static bool in_argument(const pq_parse *p, const pq_hit *h, uint32_t unit) {
  for (uint32_t k = 0; k < h->n_args; ++k) {
    if (is_in_group(p, &h->args[k], unit)) return true;
    const pq_hit *const inner = &p->hits.at[h->args[k].hit];
    if (!h->args[k].hit || inner->voice != PQ_NOMINAL) continue;
    for (uint32_t i = 0; i < inner->n_args; ++i) {
      if (is_in_group(p, &inner->args[i], unit)) return true;
    }
  }
  return false;
}

/* "Neither A nor B", "no effect": the word stands before what it negates. */
static bool negates_argument(const pq_parse *p, const pq_draft *d,
                             const pq_cue *cue) {
  const pq_hit *const h = &p->hits.at[d->hit];
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  const bool neither = pq_unit_says(p, cue->unit, "neither");
  if (!neither && !pq_unit_says(p, cue->unit, "no") &&
      !pq_unit_says(p, cue->unit, "little")) {
    return false;
  }
  if (c->kind == PQ_CHUNK_NOUN && !(neither && cue->unit > h->unit)) {
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

/* "binds and activates X": are they said together? */
static bool is_pair(const pq_parse *p, const pq_hit *a, const pq_hit *b) {
  return b->chunk == a->chunk + 2 && pq_chunk_is(p, a->chunk + 1, PQ_CHUNK_AND);
}

/* "..., but a role of Y could not be confirmed": does the clause of the cue
 * begin behind the verb, with another thing that it names? */
static bool names_other(const pq_parse *p, const pq_hit *own,
                        const pq_cue *cue) {
  uint32_t verb = own->chunk + 1;
  while (verb < p->chunks.n && (p->chunks.at[verb].kind != PQ_CHUNK_VERB ||
                                p->chunks.at[verb].end <= cue->unit)) {
    ++verb;
  }
  bool other = false;
  for (uint32_t k = verb - 1; verb < p->chunks.n && k > own->chunk; --k) {
    const pq_chunk *const c = &p->chunks.at[k];
    if (c->kind == PQ_CHUNK_COMMA || c->kind == PQ_CHUNK_AND ||
        c->kind == PQ_CHUNK_SUBORDINATE) {
      return other;
    }
    if (c->kind != PQ_CHUNK_NOUN && c->kind != PQ_CHUNK_PREPOSITION) break;
    other = other || c->name_end;
  }
  return false;
}

/* "..., but this could not be confirmed": the last verb before the cue. */
bool pq_scope_denies(const pq_parse *p, const pq_draft *d, const pq_cue *cue) {
  const pq_hit *const own = &p->hits.at[d->hit];
  if (cue->unit <= own->unit) return false;
  if (own->voice != PQ_NOMINAL && names_other(p, own, cue)) return false;
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    const pq_hit *const h = &p->hits.at[i];
    if (h->voice != PQ_NOMINAL && h->unit > own->unit && h->unit < cue->unit &&
        !is_pair(p, own, h)) {
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
    /* "although the mechanism is debated": that alone */
    if (p->units.at[i].classes & (PQ_W_ASPECT | PQ_W_MANNER)) return false;
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
static bool runs_into(const pq_parse *p, const pq_hit *h, const pq_zone *z,
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

/* "X is believed by some, but not by all, to do Y": nothing with a name stands
 * between the verb group of the cue and the one that it leads to. */
static bool leads_past_some(const pq_parse *p, const pq_hit *h,
                            const pq_cue *cue) {
  if (p->chunks.at[h->chunk].form != PQ_VERB_INFINITIVE) return false;
  for (uint32_t i = h->chunk - 1; i > 0; --i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind == PQ_CHUNK_VERB) {
      return cue->unit >= c->begin && cue->unit < c->end &&
             pq_unit_says(p, p->chunks.at[i + 1].begin, "by");
    }
    const bool small = c->kind == PQ_CHUNK_COMMA || c->kind == PQ_CHUNK_AND ||
                       c->kind == PQ_CHUNK_PREPOSITION;
    if (!small && (c->kind != PQ_CHUNK_NOUN || c->name_end)) return false;
  }
  return false;
}

/* "X does Y, it is thought": a remark at the end. */
static bool is_remark(const pq_parse *p, const pq_draft *d, const pq_cue *cue) {
  const uint32_t behind = unit_behind(p, cue);
  const bool apart = p->units.at[cue->unit - 1].tag == PQ_TAG_COMMA ||
                     pq_unit_says(p, cue->unit - 1, "so");
  const bool last =
      behind >= p->units.n || p->units.at[behind].tag == PQ_TAG_STOP;
  return cue->kind == PQ_CUE_HEDGE && cue->clause && apart && last &&
         pq_scope_denies(p, d, cue);
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

/* Where the first unit of a sentence or of a half of it behind ";" stands, that
 * a unit is in. */
static uint32_t first_of_half(const pq_parse *p, uint32_t unit) {
  uint32_t i = unit;
  while (i > 1 && p->units.at[i - 1].tag != PQ_TAG_STOP) {
    --i;
  }
  return i;
}

/* "is disputed", "has been suggested": does the cue say of what this verb group
 * does it?  "may be relevant", "suggests that" do not. */
static bool is_predicate(const pq_chunk *verb, const pq_cue *cue) {
  enum {
    BEHIND_MOST = 2 /* "a matter of debate", "highly controversial" */
  };
  if (cue->kind == PQ_CUE_NEGATION || cue->unit < verb->begin) return false;
  if (verb->copula && cue->unit >= verb->end) {
    return cue->unit < verb->end + BEHIND_MOST;
  }
  if (cue->unit >= verb->end) return false;
  if (cue->kind != PQ_CUE_HEDGE) return true;
  return verb->copula ? cue->clause : !cue->clause && cue->unit == verb->head;
}

/* "That X does Y is disputed": what is said of the whole clause stands in the
 * verb group that follows it, or right behind. */
static bool tells_of_that(const pq_parse *p, const pq_hit *h,
                          const pq_cue *cue) {
  if (cue->unit <= h->unit || h->voice == PQ_NOMINAL ||
      !pq_unit_says(p, first_of_half(p, h->unit), "that")) {
    return false;
  }
  uint32_t i = h->chunk + 1;
  while (pq_chunk_is(p, i, PQ_CHUNK_NOUN) ||
         pq_chunk_is(p, i, PQ_CHUNK_PREPOSITION)) {
    ++i;
  }
  return pq_chunk_is(p, i, PQ_CHUNK_VERB) &&
         is_predicate(&p->chunks.at[i], cue) &&
         !is_told_between(p, p->chunks.at[i].begin, cue->unit);
}

/* ", | which is", ", a finding | that is": does what stands before the relative
 * chunk mean what was told? */
static bool means_what_is_told(const pq_parse *p, uint32_t relative) {
  const uint32_t before = relative - 1;
  if (pq_chunk_is(p, before, PQ_CHUNK_COMMA)) {
    return pq_unit_says(p, p->chunks.at[relative].begin, "which");
  }
  return relative > 2 && pq_chunk_is(p, before, PQ_CHUNK_NOUN) &&
         pq_chunk_is(p, before - 1, PQ_CHUNK_COMMA) &&
         pq_unit_means(p, p->chunks.at[before].end - 1, PQ_M_UPSHOT);
}

/* "X does Y, which is controversial", "..., a finding that awaits proof" */
static bool tells_of_before(const pq_parse *p, const pq_draft *d,
                            const pq_cue *cue) {
  if (!cue->clause ||
      (cue->kind != PQ_CUE_CONTROVERSY && cue->kind != PQ_CUE_UNCLEAR)) {
    return false;
  }
  for (uint32_t i = p->hits.at[d->hit].chunk + 1; i + 1 < p->chunks.n; ++i) {
    if (p->chunks.at[i].kind != PQ_CHUNK_RELATIVE) continue;
    return pq_chunk_is(p, i + 1, PQ_CHUNK_VERB) &&
           is_predicate(&p->chunks.at[i + 1], cue) &&
           means_what_is_told(p, i) && pq_scope_denies(p, d, cue);
  }
  return false;
}

/* "A binds B directly": an adverb behind the objects is of the last verb. */
static bool ends_clause(const pq_parse *p, const pq_hit *h, const pq_cue *cue) {
  if ((cue->kind != PQ_CUE_DIRECT && cue->kind != PQ_CUE_INDIRECT) ||
      p->units.at[cue->unit].tag != PQ_TAG_ADVERB || cue->unit < h->unit) {
    return false;
  }
  uint32_t next = cue->unit + 1;
  while (next < p->units.n && p->units.at[next].tag == PQ_TAG_ADVERB) {
    ++next; /* "directly or indirectly" */
  }
  const pq_tag tag = pq_unit_at(p, next)->tag;
  if (next < p->units.n && tag != PQ_TAG_STOP && tag != PQ_TAG_COMMA &&
      tag != PQ_TAG_AND) {
    return false;
  }
  uint32_t last = 0;
  for (uint32_t i = 1; i < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->begin > cue->unit) break;
    if (c->kind == PQ_CHUNK_VERB) last = i;
  }
  return last == h->chunk;
}

bool pq_scope_reaches(const pq_parse *p, const pq_draft *d, const pq_zone *z,
                      const pq_cue *cue) {
  const uint32_t unit = p->hits.at[d->hit].unit;
  if (leads_clause(p, &p->hits.at[d->hit], cue)) return true;
  if (tells_of_that(p, &p->hits.at[d->hit], cue)) return true;
  if (tells_of_before(p, d, cue)) return true;
  if (pq_cue_tells_of(p, &p->hits.at[d->hit], cue)) return true;
  if (cue->kind == PQ_CUE_EITHER) return is_either(p, d, cue);
  if (cue->kind == PQ_CUE_DENIAL || points_back(p, cue)) {
    return pq_scope_denies(p, d, cue);
  }
  if (z->end && pq_scope_holds(p, z, cue)) return true;
  if (cue->kind == PQ_CUE_NEGATION && negates_argument(p, d, cue)) return true;
  if ((cue->kind == PQ_CUE_NEGATION || cue->kind == PQ_CUE_HEDGE) &&
      runs_into(p, &p->hits.at[d->hit], z, cue)) {
    return true;
  }
  if (opens_clause(p, d, cue) || is_remark(p, d, cue) ||
      ends_clause(p, &p->hits.at[d->hit], cue)) {
    return true;
  }
  if (!cue->clause) {
    const bool hedge = cue->kind == PQ_CUE_HEDGE;
    return before_agent(p, d, cue) ||
           (hedge && (before_member(p, d, cue) || leads_that(p, cue, unit) ||
                      leads_past_some(p, &p->hits.at[d->hit], cue)));
  }
  const bool before = cue->unit < unit && !pq_doubt_is_cut(p, cue->unit, unit);
  const bool none = cue->kind == PQ_CUE_UNCLEAR && !p->whether &&
                    pq_unit_says(p, cue->unit, "no");
  const bool that = pq_unit_says(p, unit_behind(p, cue), "that");
  return before && (cue->kind == PQ_CUE_HEDGE || none || that);
}
