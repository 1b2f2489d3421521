/* What does not happen where something is lacking depends on that.
 *
 *   In JAK2-deficient cells, STAT3 is not phosphorylated.
 *   STAT3 is not phosphorylated in cells lacking JAK2.
 *   STAT3 is not phosphorylated in the absence of JAK2.
 *   JAK2 knockout cells fail to phosphorylate STAT3.
 */
#include "doubt.h"

static bool is_dash(pq_view w) {
  return pq_view_starts(w, PQ_LIT("-")) ||
         pq_view_starts(w, PQ_LIT("\xE2\x80\x90")) ||
         pq_view_starts(w, PQ_LIT("\xE2\x80\x91")) ||
         pq_view_starts(w, PQ_LIT("\xE2\x80\x93")) ||
         pq_view_starts(w, PQ_LIT("\xE2\x88\x92"));
}

/* "-deficient", " knockout", "-/-" behind a name. */
static bool says_lack(const pq_parse *p, uint32_t at) {
  pq_view w = pq_view_skip(p->text, at);
  if (is_dash(w)) {
    w = pq_view_skip(w, w.ptr[0] == '-' ? 1 : 3);
    if (pq_view_starts(w, PQ_LIT("/"))) return true;
  } else if (pq_view_starts(w, PQ_LIT(" "))) {
    w = pq_view_skip(w, 1);
  } else {
    return false;
  }
  size_t n = 0;
  while (n < w.len && pq_is_alpha(w.ptr[n])) {
    ++n;
  }
  w.len = n;
  return pq_text_means(p->g, w, PQ_M_KNOCKOUT);
}

/* "cells lacking", "cells deficient in": what follows is lacking. */
static bool leads_lack(const pq_parse *p, uint32_t chunk) {
  const uint32_t link = chunk - 1;
  if (!pq_chunk_is(p, link, PQ_CHUNK_PREPOSITION)) return false;
  if (pq_unit_says(p, p->chunks.at[link].begin, "lacking")) return true;
  return pq_chunk_is(p, link - 1, PQ_CHUNK_NOUN) &&
         pq_unit_says(p, p->chunks.at[link - 1].end - 1, "deficient");
}

/* "in the absence of", "without": the thing behind it is lacking. */
static bool is_without(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t link = chunk - 1;
  return pq_chunk_is(p, link, PQ_CHUNK_PREPOSITION) && c->name_end && !c->hit &&
         (pq_unit_says(p, p->chunks.at[link].begin, "without") ||
          pq_view_same(p->chunks.at[link].slot, PQ_LIT("in the absence of")));
}

/* The unit of a noun group that a mention stands in; 0 none. */
static uint32_t unit_of(const pq_parse *p, const pq_chunk *c,
                        uint32_t mention) {
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind == PQ_UNIT_NAME && u->first <= mention &&
        mention < u->first + u->n) {
      return i;
    }
  }
  return 0;
}

/* The things of a noun group that it says are lacking. */
static void look(const pq_parse *p, uint32_t chunk, pq_lacking *out) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const bool all = leads_lack(p, chunk) || is_without(p, chunk);
  for (uint32_t i = p->first_mention; i < p->r->mentions.n; ++i) {
    const pq_mention *const m = &p->r->mentions.at[i];
    if (m->sentence != p->sentence) break;
    if (m->span.begin < c->span.begin || m->span.end > c->span.end ||
        !(all || says_lack(p, m->span.end))) {
      continue;
    }
    const pq_entity_id thing = pq_entity_base(p->r, m->entity);
    out->more = out->more || (out->chunk && out->thing != thing) ||
                (all && (c->next || c->prior));
    out->chunk = chunk;
    out->thing = thing;
    out->span = m->span;
    /* a bracket that was folded away has no unit: "JAK2 (Janus kinase 2)" */
    const uint32_t unit = unit_of(p, c, i);
    if (unit) out->unit = unit;
  }
}

/* Does a clause end at the chunk? */
static bool is_border(const pq_parse *p, uint32_t i) {
  switch (p->chunks.at[i].kind) {
  case PQ_CHUNK_STOP:
  case PQ_CHUNK_SUBORDINATE:
  case PQ_CHUNK_WHETHER: return true;
  case PQ_CHUNK_AND: return pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA);
  default: return false;
  }
}

pq_lacking pq_lacking_in(const pq_parse *p, uint32_t at) {
  pq_lacking out = {.chunk = 0};
  uint32_t i = at;
  while (i > 1 && !is_border(p, i - 1)) {
    --i;
  }
  for (; i < p->chunks.n && (i <= at || !is_border(p, i)); ++i) {
    if (p->chunks.at[i].kind == PQ_CHUNK_NOUN) look(p, i, &out);
  }
  return out;
}

/* Does the draft deny that something happens, or is brought about? */
static bool denies_event(const pq_claim *c) {
  const bool acts =
      c->relation == PQ_REL_DIRECT || c->relation == PQ_REL_UPSTREAM;
  return c->object.kind == PQ_NODE_EVENT &&
         (c->relation == PQ_REL_HAPPENS ||
          (acts && c->polarity == PQ_POSITIVE));
}

/* "A does not bind B": what the hit says, as a happening. */
static void tell_bond(const pq_parse *p, pq_draft *d) {
  const pq_hit *const h = &p->hits.at[d->hit];
  if (d->claim.relation != PQ_REL_INTERACTS || h->n_events != 1) return;
  d->claim.object = (pq_node){PQ_NODE_EVENT, h->events[0].event};
  d->claim.relation = PQ_REL_HAPPENS;
}

/* "Loss of X does not reduce E", "E is not reduced in the absence of X": that X
 * is lacking is what acts, and the claim is of that. */
static bool is_told_of(const pq_parse *p, const pq_hit *h) {
  for (uint32_t i = 0; i < h->n_args; ++i) {
    const pq_arg *const a = &h->args[i];
    const bool acts = a->role == PQ_AS_AGENT || a->role == PQ_AS_UPSTREAM;
    const pq_trigger *const t = p->hits.at[a->hit].trigger;
    if (acts && a->hit && t->stands && t->polarity == PQ_NEGATIVE) return true;
    if (a->role == PQ_AS_LACKING && p->chunks.at[h->chunk].negated &&
        pq_hit_sign(p, h) == PQ_NEGATIVE) {
      return true;
    }
  }
  return false;
}

pq_lack pq_lack_judge(const pq_parse *p, pq_draft *d) {
  const pq_hit *const h = &p->hits.at[d->hit];
  if (!d->claim.negated) return PQ_LACK_NONE;
  if (is_told_of(p, h)) return PQ_LACK_TOLD;
  if (pq_hit_arg(h, PQ_AS_LACKING)) return PQ_LACK_DROPS;
  const pq_lacking l = pq_lacking_in(p, h->chunk);
  if (!l.chunk) return PQ_LACK_NONE;
  tell_bond(p, d);
  if (l.more || !denies_event(&d->claim)) return PQ_LACK_DROPS;
  const pq_event *const e = pq_event_at(p->r, d->claim.object.id);
  for (uint32_t i = 0; i < e->n_themes; ++i) {
    if (pq_entity_base(p->r, e->themes[i]) == l.thing) return PQ_LACK_DROPS;
  }
  d->claim = (pq_claim){.subject = d->claim.object,
                        .object = {PQ_NODE_ENTITY, l.thing},
                        .relation = PQ_REL_DEPENDS_ON,
                        .polarity = PQ_POSITIVE};
  d->agent = l.span;
  d->agent_sentence = p->sentence;
  d->agent_chunk = l.chunk;
  d->span = pq_span_join(d->span, l.span);
  return PQ_LACK_TURNS;
}
