/* What the text leaves open.
 *
 *   Whether A or B is controversial.   a dispute of A and B
 *   Whether A is unclear.              A, status unclear
 *   The role of A is unclear.          a question: A does what?
 *   The kinase that does A is unknown. a question: what does A?
 */
#include "draft.h"

static const pq_cue *cue_of(const pq_parse *p, pq_cue_kind kind) {
  for (uint32_t i = p->cues.n; i-- > 0;) {
    if (p->cues.at[i].kind == kind) return &p->cues.at[i];
  }
  return NULL;
}

/* Does the claim stand in the clause that "whether" opens?  The verb that
 * calls it open does not. */
static bool is_asked(const pq_parse *p, const pq_draft *d, const pq_cue *cue) {
  const pq_hit *const h = &p->hits.at[d->hit];
  if (d->stance == PQ_PRESUPPOSED || h->chunk < p->whether) return false;
  const pq_span whether = p->chunks.at[p->whether].span;
  return cue->span.begin < whether.begin || h->span.begin < cue->span.begin;
}

static pq_status set_cues(pq_parse *p, pq_draft *d, const pq_cue *cue) {
  pq_span *const cues = pq_arena_take(p->r->arena, 2 * sizeof *cues);
  if (!cues) return p->r->arena->status;
  const pq_span whether = p->chunks.at[p->whether].span;
  const bool first = whether.begin < cue->span.begin;
  cues[0] = first ? whether : cue->span;
  cues[1] = first ? cue->span : whether;
  d->cues = cues;
  d->n_cues = 2;
  return PQ_OK;
}

/* Does an "or" stand between the claims, as verbs or as agents? */
static bool are_rivals(const pq_parse *p, uint32_t first) {
  for (uint32_t i = first; i < p->drafts.n; ++i) {
    const pq_hit *const h = &p->hits.at[p->drafts.at[i].hit];
    if (h->shares && pq_chunk_is(p, h->chunk - 1, PQ_CHUNK_AND) &&
        p->chunks.at[h->chunk - 1].is_or) {
      return true;
    }
    for (uint32_t k = 0; k < h->n_args; ++k) {
      if (h->args[k].is_or) return true;
      if (h->args[k].role != PQ_AS_THEME && h->args[k].all &&
          p->chunks.at[h->args[k].chunk].list_or) {
        return true;
      }
    }
  }
  return false;
}

/* A side that stands against a direct one is indirect. */
static void set_contrast(pq_parse *p, const uint32_t *sides, uint32_t n) {
  bool direct = false;
  for (uint32_t i = 0; i < n; ++i) {
    direct = direct || p->drafts.at[sides[i]].claim.direct == PQ_DIRECTLY;
  }
  for (uint32_t i = 0; direct && i < n; ++i) {
    pq_claim *const c = &p->drafts.at[sides[i]].claim;
    if (c->direct == PQ_DIRECT_UNSAID && c->relation != PQ_REL_DIRECT) {
      c->direct = PQ_INDIRECTLY;
    }
  }
}

/* One more claim of a dispute, unless it is there already. */
static void add_side(pq_dispute *dispute, pq_claim_id claim) {
  for (uint32_t i = 0; i < dispute->n_alternatives; ++i) {
    if (dispute->alternatives[i] == claim) return;
  }
  if (dispute->n_alternatives < PQ_ALTERNATIVES_MOST) {
    dispute->alternatives[dispute->n_alternatives++] = claim;
  }
}

static pq_status add_dispute(pq_parse *p, const uint32_t *sides, uint32_t n,
                             const pq_cue *cue) {
  pq_status st = PQ_OK;
  pq_dispute dispute = {.n_alternatives = 0};
  pq_draft whole = {.hit = p->drafts.at[sides[0]].hit,
                    .span =
                        pq_span_join(p->chunks.at[p->whether].span, cue->span),
                    .stance = PQ_CONTROVERSIAL,
                    .rule = PQ_LIT("whether ... or ... is controversial")};
  for (uint32_t i = 0; i < n; ++i) {
    pq_draft *const d = &p->drafts.at[sides[i]];
    whole.span = pq_span_join(whole.span, d->span);
    PQ_TRY(st, pq_store_claim(p->r, &d->claim, &d->id));
    add_side(&dispute, d->id);
  }
  if (dispute.n_alternatives < 2) return PQ_OK;
  PQ_TRY(st, set_cues(p, &whole, cue));
  PQ_PUSH(p->r->arena, &p->r->disputes, dispute);
  whole.dispute = p->r->disputes.n - 1;
  PQ_PUSH(p->r->arena, &p->drafts, whole);
  return PQ_OK;
}

/* Of rival agents none is to be said to be there at all: the event without an
 * agent goes. */
static void drop_bare(pq_parse *p, uint32_t first) {
  uint32_t n = first;
  for (uint32_t i = first; i < p->drafts.n; ++i) {
    const pq_draft d = p->drafts.at[i];
    bool agent = false;
    for (uint32_t k = first; k < p->drafts.n; ++k) {
      agent = agent || (p->drafts.at[k].hit == d.hit &&
                        !pq_span_empty(p->drafts.at[k].agent));
    }
    if (d.claim.relation == PQ_REL_HAPPENS && agent) continue;
    p->drafts.at[n++] = d;
  }
  p->drafts.n = n;
}

static pq_status read_whether(pq_parse *p, uint32_t first) {
  pq_status st = PQ_OK;
  const pq_cue *const controversy = cue_of(p, PQ_CUE_CONTROVERSY);
  const pq_cue *const unclear = cue_of(p, PQ_CUE_UNCLEAR);
  const pq_cue *const cue = controversy ? controversy : unclear;
  if (!cue) return PQ_OK;
  uint32_t sides[8];
  uint32_t n = 0;
  if (controversy && are_rivals(p, first)) drop_bare(p, first);
  for (uint32_t i = first; i < p->drafts.n; ++i) {
    pq_draft *const d = &p->drafts.at[i];
    if (!is_asked(p, d, cue)) continue;
    d->stance = controversy ? PQ_CONTROVERSIAL : PQ_UNCLEAR;
    PQ_TRY(st, set_cues(p, d, cue));
    if (n < 8) sides[n++] = i;
  }
  if (!controversy || n < 2 || !are_rivals(p, first)) return PQ_OK;
  set_contrast(p, sides, n);
  for (uint32_t i = 0; i < n; ++i) {
    p->drafts.at[sides[i]].stance = PQ_ALTERNATIVE;
  }
  for (uint32_t i = first; i < p->drafts.n; ++i) {
    p->drafts.at[i].no_cites = true;
  }
  return add_dispute(p, sides, n, cue);
}

/* ---- open questions ---- */

static pq_status one_cue(pq_parse *p, pq_draft *d, const pq_cue *cue) {
  pq_span *const cues = pq_arena_take(p->r->arena, sizeof *cues);
  if (!cues) return p->r->arena->status;
  *cues = cue->span;
  d->cues = cues;
  d->n_cues = 1;
  d->stance = PQ_UNCLEAR;
  d->cut_off = true;
  d->rule = PQ_LIT("... is not known");
  d->agent_sentence = p->sentence;
  return PQ_OK;
}

static bool has_aspect(const pq_parse *p, const pq_chunk *c) {
  for (uint32_t i = c->begin; i < c->end; ++i) {
    if (p->units.at[i].classes & PQ_W_ASPECT) return true;
  }
  return false;
}

/* What does each event of the hit do? */
static pq_status ask_events(pq_parse *p, uint32_t hit, pq_draft d) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_event_make(p, hit, 0));
  for (uint32_t i = 0; i < p->hits.at[hit].n_events; ++i) {
    const pq_made *const m = &p->hits.at[hit].events[i];
    d.claim.subject = pq_event_node(m->event);
    d.theme = m->theme;
    d.theme_sentence = m->theme_sentence;
    PQ_TRY(st, pq_draft_add(p, &d));
  }
  return PQ_OK;
}

/* What does each thing that the group names do? */
static pq_status ask_things(pq_parse *p, uint32_t chunk, pq_draft d) {
  pq_status st = PQ_OK;
  pq_names *const names = pq_names_new(p, 1);
  if (!names) return p->r->arena->status;
  const pq_arg arg = {.chunk = chunk, .all = true};
  PQ_TRY(st, pq_named_collect(p, &arg, PQ_WANT_ACTORS, names));
  for (uint32_t i = 0; i < names->n; ++i) {
    d.claim.subject = pq_entity_node(names->at[i].entity);
    d.theme = names->at[i].span;
    PQ_TRY(st, pq_draft_add(p, &d));
  }
  return PQ_OK;
}

/* "The function of E is unclear": what does E do? */
static pq_status ask_effect(pq_parse *p, uint32_t chunk, const pq_cue *cue) {
  pq_status st = PQ_OK;
  if (!has_aspect(p, &p->chunks.at[chunk]) ||
      !pq_chunk_is(p, chunk + 1, PQ_CHUNK_PREPOSITION) ||
      !pq_chunk_is(p, chunk + 2, PQ_CHUNK_NOUN) ||
      !pq_view_same(p->chunks.at[chunk + 1].slot, PQ_LIT("of"))) {
    return PQ_OK;
  }
  const uint32_t hit = p->chunks.at[chunk + 2].hit;
  pq_draft d = {.hit = hit,
                .span = pq_span_join(p->chunks.at[chunk].span, cue->span),
                .theme_sentence = p->sentence};
  PQ_TRY(st, one_cue(p, &d, cue));
  d.claim.relation = PQ_REL_UPSTREAM;
  return hit ? ask_events(p, hit, d) : ask_things(p, chunk + 2, d);
}

/* Is it a common noun that means nothing named: "the kinase"? */
static pq_status is_unnamed(pq_parse *p, const pq_arg *agent, bool *out) {
  pq_status st = PQ_OK;
  const pq_chunk *const c = &p->chunks.at[agent->chunk];
  bool class_noun = false;
  for (uint32_t i = c->begin; i < c->end; ++i) {
    class_noun = class_noun || p->units.at[i].class_noun;
  }
  pq_names *const names = pq_names_new(p, 1);
  if (!names) return p->r->arena->status;
  PQ_TRY(st, pq_named_collect(p, agent, PQ_WANT_ACTORS, names));
  *out = class_noun && !names->n;
  return PQ_OK;
}

/* "which kinase | phosphorylates", "who | does", "unknown what | does": the
 * noun group or the word that is asked for; 0 none. */
static uint32_t asked_for(const pq_parse *p, const pq_hit *h) {
  static const char *const words[] = {"which", "what", "who", NULL};
  while (h->shares) { /* "phosphorylate and activate" */
    h = &p->hits.at[h->shares];
  }
  const uint32_t at = h->chunk - 1;
  if (h->voice != PQ_ACTIVE_VOICE) return 0;
  if (pq_chunk_is(p, at, PQ_CHUNK_NOUN)) {
    const pq_chunk *const c = &p->chunks.at[at];
    if (c->name_end || c->hit) return 0;
    if (pq_unit_says(p, c->end - 1, "what")) return at;
  }
  const uint32_t word = pq_chunk_is(p, at, PQ_CHUNK_RELATIVE) ? at : at - 1;
  return pq_chunk_is(p, word, PQ_CHUNK_RELATIVE) &&
                 !pq_chunk_is(p, word - 1, PQ_CHUNK_COMMA) &&
                 pq_view_says_any(pq_unit_text(p, p->chunks.at[word].begin),
                                  words)
             ? at
             : 0;
}

/* "It is not known which kinase does E", "Which kinase does E is not known":
 * does the cue say that of the question, and not of what a noun before it is:
 * "the kinase which"? */
static bool asks(const pq_parse *p, const pq_hit *h, uint32_t asked,
                 const pq_cue *cue) {
  if (!cue->clause || !asked) return false;
  const bool led = !pq_chunk_is(p, asked, PQ_CHUNK_RELATIVE) &&
                   pq_chunk_is(p, asked - 1, PQ_CHUNK_RELATIVE);
  const uint32_t word = asked - (led ? 1 : 0);
  const uint32_t begin = p->chunks.at[word].span.begin;
  if (cue->span.begin >= h->span.end) {
    return word == 1 || pq_chunk_is(p, word - 1, PQ_CHUNK_STOP);
  }
  return cue->span.end <= begin ? begin - cue->span.end <= 1
                                : word == asked && cue->span.begin >= begin;
}

/* That something does it is taken for granted. */
static void grant(pq_parse *p, uint32_t hit) {
  for (uint32_t i = 0; i < p->drafts.n; ++i) {
    pq_draft *const d = &p->drafts.at[i];
    const bool bare = d->hit == hit && d->claim.relation == PQ_REL_HAPPENS;
    if (bare && d->stance == PQ_ASSERTED) d->stance = PQ_PRESUPPOSED;
  }
}

/* "phosphorylates" is done by its subject, "activates" follows from it. */
static pq_relation relation_of(const pq_parse *p, const pq_hit *h) {
  uint32_t at = 0;
  const pq_frame_row *const row = pq_rules_slot(
      p->g, h->trigger->frame, PQ_ACTIVE_VOICE, PQ_LIT("subject"), &at);
  const bool upstream = h->trigger->type == PQ_TRIGGER_EVENT && row &&
                        row->role == PQ_AS_UPSTREAM;
  return upstream ? PQ_REL_UPSTREAM : PQ_REL_DIRECT;
}

/* Something unsaid does what hit `inner` tells; it is asked from `chunk` on. */
static pq_status ask_who(pq_parse *p, uint32_t hit, uint32_t inner,
                         uint32_t chunk, const pq_cue *cue) {
  pq_status st = PQ_OK;
  if (inner) PQ_TRY(st, pq_event_make(p, inner, hit));
  for (uint32_t i = 0; inner && i < p->hits.at[inner].n_events; ++i) {
    const pq_made *const m = &p->hits.at[inner].events[i];
    const pq_span from = pq_span_join(p->chunks.at[chunk].span,
                                      p->chunks.at[p->hits.at[hit].chunk].span);
    pq_draft d = {.hit = hit,
                  .span = pq_span_join(from, cue->span),
                  .theme = m->theme,
                  .theme_sentence = m->theme_sentence};
    if (m->theme_sentence == p->sentence && !pq_span_empty(m->theme)) {
      d.span = pq_span_join(d.span, m->theme);
    }
    PQ_TRY(st, one_cue(p, &d, cue));
    d.claim = (pq_claim){.object = {PQ_NODE_EVENT, m->event},
                         .relation = relation_of(p, &p->hits.at[hit]),
                         .polarity = PQ_POSITIVE};
    PQ_TRY(st, pq_draft_add(p, &d));
  }
  return PQ_OK;
}

/* "The kinase that phosphorylates E is unknown", "the kinase responsible for
 * E", "it is not known which kinase does E": what does E? */
static pq_status ask_actor(pq_parse *p, uint32_t hit, const pq_cue *cue) {
  pq_status st = PQ_OK;
  const pq_hit *const h = &p->hits.at[hit];
  const pq_arg *const agent = pq_hit_arg(h, PQ_AS_AGENT);
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const bool regulation = h->trigger->type == PQ_TRIGGER_REGULATION &&
                          h->trigger->relation == PQ_REL_DIRECT && theme;
  if (h->trigger->type != PQ_TRIGGER_EVENT && !regulation) return PQ_OK;
  const uint32_t inner = regulation ? theme->hit : hit;
  const uint32_t asked = asked_for(p, h);
  if (asks(p, h, asked, cue)) {
    grant(p, hit);
    return ask_who(p, hit, inner, asked, cue);
  }
  if (!agent || agent->hit || h->voice == PQ_NOMINAL ||
      cue->span.begin < h->span.end) {
    return PQ_OK;
  }
  bool unnamed = false;
  PQ_TRY(st, is_unnamed(p, agent, &unnamed));
  return unnamed ? ask_who(p, hit, inner, agent->chunk, cue) : PQ_OK;
}

static pq_status read_questions(pq_parse *p) {
  pq_status st = PQ_OK;
  const pq_cue *const cue = cue_of(p, PQ_CUE_UNCLEAR);
  if (!cue) return PQ_OK;
  for (uint32_t i = 1; i < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind == PQ_CHUNK_NOUN && c->span.end <= cue->span.begin) {
      PQ_TRY(st, ask_effect(p, i, cue));
    }
  }
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    PQ_TRY(st, ask_actor(p, i, cue));
  }
  return PQ_OK;
}

pq_status pq_dispute_read(pq_parse *p, uint32_t first) {
  return p->whether ? read_whether(p, first) : read_questions(p);
}
