#include "graph.h"

/* Each check is false where something is wrong; all are cheap enough for a
 * debug build. */

static bool entity_in_bounds(const pq_record *r, pq_entity_id id) {
  return id < r->entities.n;
}

static bool entity_is_sound(const pq_record *r, const pq_entity *e) {
  bool sound = entity_in_bounds(r, e->of) && entity_in_bounds(r, e->in_place) &&
               e->n_mods <= PQ_MODS_MOST && e->n_members <= PQ_MEMBERS_MOST;
  for (uint32_t i = 0; sound && i < e->n_members; ++i) {
    sound = e->members[i] > 0 && entity_in_bounds(r, e->members[i]);
  }
  for (uint32_t i = 0; sound && i < 4; ++i) {
    sound = entity_in_bounds(r, e->after_entity[i]);
  }
  return sound;
}

static bool event_is_sound(const pq_record *r, const pq_event *e) {
  bool sound = e->kind < r->n_kinds && e->n_themes <= PQ_THEMES_MOST &&
               e->n_products <= PQ_THEMES_MOST &&
               entity_in_bounds(r, e->from) && entity_in_bounds(r, e->to) &&
               entity_in_bounds(r, e->in) &&
               entity_in_bounds(r, e->downstream_of);
  for (uint32_t i = 0; sound && i < e->n_themes; ++i) {
    sound = e->themes[i] > 0 && entity_in_bounds(r, e->themes[i]);
  }
  for (uint32_t i = 0; sound && i < e->n_products; ++i) {
    sound = e->products[i] > 0 && entity_in_bounds(r, e->products[i]);
  }
  return sound;
}

static bool node_is_sound(const pq_record *r, pq_node node) {
  switch (node.kind) {
  case PQ_NODE_NONE: return true;
  case PQ_NODE_ENTITY: return node.id > 0 && node.id < r->entities.n;
  case PQ_NODE_EVENT: return node.id > 0 && node.id < r->events.n;
  }
  return false;
}

static bool needs_cue(pq_stance stance) {
  return stance == PQ_HEDGED || stance == PQ_ALTERNATIVE ||
         stance == PQ_CONTROVERSIAL || stance == PQ_UNCLEAR;
}

static bool evidence_states(const pq_graph *g, const pq_evidence *e) {
  const pq_record *const r = g->record;
  if (e->id == 0) return false;
  if (e->states == PQ_STATES_DISPUTE) {
    return e->id < r->disputes.n && g->disputes[e->id].iri.len > 0 &&
           e->stance != PQ_ASSERTED;
  }
  return e->id < r->claims.n && g->claims[e->id].iri.len > 0;
}

/* Where cues may stand: in the sentence, or in the next one, "This awaits
 * confirmation". */
static pq_span cue_room(const pq_record *r, pq_sentence_id id) {
  const pq_sentence *const s = &r->sentences.at[id];
  const bool more = id + 1 < r->sentences.n && s[1].text == s->text;
  return more ? pq_span_join(s->span, s[1].span) : s->span;
}

static bool evidence_is_sound(const pq_graph *g, const pq_evidence *e) {
  const pq_record *const r = g->record;
  if (e->sentence >= r->sentences.n || !evidence_states(g, e)) return false;
  const pq_span sentence = r->sentences.at[e->sentence].span;
  bool sound = pq_span_holds(sentence, e->span) && !pq_span_empty(e->span) &&
               (e->n_cues > 0 || !needs_cue(e->stance));
  for (uint32_t i = 0; sound && i < e->n_cues; ++i) {
    sound = pq_span_holds(cue_room(r, e->sentence), e->cues[i]);
  }
  for (uint32_t i = 0; sound && i < e->n_settings; ++i) {
    sound = pq_span_holds(sentence, e->settings[i]);
  }
  for (uint32_t i = 0; sound && i < e->n_citations; ++i) {
    sound = e->citations[i] < r->citations.n &&
            r->citations.at[e->citations[i]].work < r->works.n;
  }
  return sound;
}

/* Every claim that has a name is put forward by something.  Claims come in the
 * order of their evidence, so it is looked for from `*from` on, and around. */
static bool claim_is_stated(const pq_graph *g, pq_claim_id id, uint32_t *from) {
  for (uint32_t n = 0; n < g->n_evidence; ++n, ++*from) {
    if (*from >= g->n_evidence) *from = 0;
    const pq_evidence *const e =
        &g->record->evidence.at[g->evidence_order[*from]];
    if (e->states != PQ_STATES_DISPUTE && e->id < g->record->claims.n &&
        pq_view_same(g->claims[e->id].iri, g->claims[id].iri)) {
      return true;
    }
  }
  return false;
}

static bool claim_is_sound(const pq_graph *g, pq_claim_id id, uint32_t *from) {
  const pq_record *const r = g->record;
  const pq_claim *const c = &r->claims.at[id];
  const bool open =
      c->subject.kind == PQ_NODE_NONE || c->object.kind == PQ_NODE_NONE;
  const bool nothing =
      c->subject.kind == PQ_NODE_NONE && c->object.kind == PQ_NODE_NONE;
  return node_is_sound(r, c->subject) && node_is_sound(r, c->object) &&
         !nothing && open == g->claims[id].question &&
         g->claims[id].label.len > 0 && claim_is_stated(g, id, from);
}

static bool dispute_is_sound(const pq_graph *g, const pq_dispute *d) {
  bool sound =
      d->n_alternatives >= 2 &&
      d->n_alternatives <= sizeof d->alternatives / sizeof d->alternatives[0];
  for (uint32_t i = 0; sound && i < d->n_alternatives; ++i) {
    const pq_claim_id id = d->alternatives[i];
    sound = id > 0 && id < g->record->claims.n && g->claims[id].iri.len > 0 &&
            !g->claims[id].question;
  }
  return sound;
}

static bool things_are_sound(const pq_graph *g) {
  const pq_record *const r = g->record;
  bool sound = true;
  for (uint32_t i = 1; sound && i < r->entities.n; ++i) {
    sound = entity_is_sound(r, &r->entities.at[i]);
  }
  for (uint32_t i = 1; sound && i < r->events.n; ++i) {
    sound = event_is_sound(r, &r->events.at[i]);
  }
  return sound;
}

bool pq_graph_is_sound(const pq_graph *g) {
  const pq_record *const r = g->record;
  bool sound = things_are_sound(g);
  for (uint32_t i = 0; sound && i < r->evidence.n; ++i) {
    sound = g->evidence[i].len > 0 && evidence_is_sound(g, &r->evidence.at[i]);
  }
  uint32_t from = 0;
  for (uint32_t i = 0; sound && i < g->n_claims; ++i) {
    sound = claim_is_sound(g, g->claim_order[i], &from);
  }
  for (uint32_t i = 0; sound && i < g->n_disputes; ++i) {
    sound = dispute_is_sound(g, &r->disputes.at[g->dispute_order[i]]);
  }
  return sound;
}
