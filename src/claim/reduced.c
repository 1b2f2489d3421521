/* Participles without "is".
 *
 *   RUNX2 phosphorylated by ERKs         a clause of its own
 *   is cleaved by A, bound by B and C'd  goes on with the verb before
 *   once phosphorylated, X binds         its subject is still to come
 */
#include "clause.h"

/* "associated with the membrane in complex with X": the nearest noun group that
 * names a thing is; 0 if there is none. */
static uint32_t nearest_thing(const pq_parse *p, uint32_t i) {
  while (i-- > 1) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind == PQ_CHUNK_STOP || c->kind == PQ_CHUNK_SUBORDINATE) return 0;
    if (c->kind == PQ_CHUNK_NOUN && c->name_end &&
        pq_argument_content(p, i).things) {
      return i;
    }
  }
  return 0;
}

/* "is phosphorylated by A, ubiquitinated by B and degraded", ", and binds C":
 * one behind the other up to the "and", and none a clause of its own. */
static bool is_in_series(pq_walker *w, uint32_t i) {
  const pq_parse *const p = w->p;
  const uint32_t verb = pq_walk_top(w)->verb;
  if (!pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA) || !verb ||
      p->hits.at[p->chunks.at[verb].hit].voice != PQ_PASSIVE ||
      p->chunks.at[verb].form != PQ_VERB_FINITE) {
    return false;
  }
  for (uint32_t k = i + 1; k < p->chunks.n; ++k) {
    const pq_chunk *const c = &p->chunks.at[k];
    const bool joined = pq_chunk_is(p, k - 1, PQ_CHUNK_AND);
    if (c->kind == PQ_CHUNK_VERB) {
      if (joined) {
        return c->form == PQ_VERB_REDUCED || c->form == PQ_VERB_FINITE;
      }
      if (c->form != PQ_VERB_REDUCED) return false;
      if (!pq_chunk_is(p, k - 1, PQ_CHUNK_COMMA)) return false;
    } else if (c->kind != PQ_CHUNK_NOUN && c->kind != PQ_CHUNK_PREPOSITION &&
               c->kind != PQ_CHUNK_COMMA && c->kind != PQ_CHUNK_AND) {
      return false;
    }
  }
  return false;
}

/* "... when phosphorylated": no comma, and no other clause, before it. */
static bool goes_with_last(const pq_parse *p, uint32_t subordinate) {
  const pq_chunk_kind before = p->chunks.at[subordinate - 1].kind;
  return before == PQ_CHUNK_NOUN || before == PQ_CHUNK_VERB;
}

/* "A is converted to B, catalyzed by X": what the clause tells is, where it has
 * not told who does it. */
static bool is_told_by(const pq_parse *p, uint32_t i, uint32_t before) {
  const uint32_t last = i - 2; /* before the comma */
  const pq_hit *const h = &p->hits.at[p->chunks.at[i].hit];
  const pq_hit *const e = &p->hits.at[before ? p->chunks.at[before].hit : 0];
  return h->trigger && e->trigger &&
         h->trigger->type == PQ_TRIGGER_REGULATION &&
         h->trigger->relation == PQ_REL_DIRECT &&
         e->trigger->type == PQ_TRIGGER_EVENT && !pq_hit_arg(e, PQ_AS_AGENT) &&
         (last == before || !p->chunks.at[last].hit);
}

static bool is_passive(const pq_parse *p, uint32_t verb) {
  return verb && p->chunks.at[verb].hit &&
         p->hits.at[p->chunks.at[verb].hit].voice == PQ_PASSIVE;
}

/* "is inhibited by A, which does B, | and reactivated by C": goes on with what
 * the relative clause stands in, since that has no "is". */
static bool goes_past_relative(const pq_walker *w, uint32_t i) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = &w->stack[w->depth - 1];
  if (w->depth < 2 || !now->relative || !now->verb ||
      !pq_chunk_is(p, i - 1, PQ_CHUNK_AND) ||
      !pq_chunk_is(p, i - 2, PQ_CHUNK_COMMA) || is_passive(p, now->verb)) {
    return false;
  }
  const uint32_t outer = w->stack[w->depth - 2].verb;
  return is_passive(p, outer) && p->chunks.at[outer].form == PQ_VERB_FINITE;
}

/* "X hydrolyzes GTP | in complex with Y": X is, and no small molecule that
 * becomes another. */
static bool is_converted(const pq_parse *p, uint32_t verb, uint32_t object) {
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  return verb && object && p->chunks.at[object].verb == verb && h->trigger &&
         h->trigger->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[h->trigger->kind].conversion &&
         pq_argument_is_molecule(p, object, false);
}

void pq_verb_reduced(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  if (goes_past_relative(w, i)) --w->depth;
  if (pq_verb_goes_on(w, i) || is_in_series(w, i)) {
    pq_verb_finite(w, i, true);
    return;
  }
  const bool comma = pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA);
  const pq_clause *const now = pq_walk_top(w);
  const bool outer = !now->verb || p->chunks.at[now->verb].copula;
  uint32_t subject = comma && now->subject && outer ? now->subject
                     : pq_chunk_is(p, i - 1, PQ_CHUNK_NOUN) || comma
                         ? w->last_noun
                         : now->subject;
  /* "X is inactive when phosphorylated": X is */
  if (pq_chunk_is(p, i - 1, PQ_CHUNK_SUBORDINATE) && !subject &&
      pq_walk_top(w)->first == i - 1 && goes_with_last(p, i - 1)) {
    subject = w->main_subject;
  }
  if (p->units.at[p->chunks.at[i].head].n_tokens > 1 &&
      !pq_argument_content(p, subject).things) {
    const uint32_t near = nearest_thing(p, i);
    if (near) subject = near;
  }
  if (p->units.at[p->chunks.at[i].head].n_tokens > 1 && !comma &&
      is_converted(p, now->verb, subject)) {
    subject = now->subject;
  }
  if (comma && is_told_by(p, i, now->verb) &&
      pq_verb_event_acts(p, i, now->verb)) {
    return;
  }
  if (!subject && !now->verb) {
    w->dangling = p->chunks.at[i].hit ? i : 0;
    pq_walk_push(w, i, 0);
    pq_walk_top(w)->verb = i;
    return;
  }
  pq_walk_push(w, i, subject);
  pq_verb_subject(w, i, subject);
  pq_walk_top(w)->verb = i;
}
