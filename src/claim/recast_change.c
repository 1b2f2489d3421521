/* Verbs whose object tells what they do: "causes a decrease in E" decreases E,
 * "plays a role in the regulation of E" regulates it. */
#include "draft.h"
#include "recast.h"

static bool names_process(const pq_parse *p, const pq_arg *a) {
  const pq_chunk *const c = &p->chunks.at[a->chunk];
  if (a->end) return pq_unit_is_process(p, a->begin); /* before the noun */
  return c->name_end && pq_unit_is_process(p, c->name_begin);
}

/* What the object of a verb tells becomes what the verb does. */
static void tell_by(pq_parse *p, uint32_t hit, const pq_trigger *verb) {
  pq_hit *const h = &p->hits.at[hit];
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role != PQ_AS_THEME) continue;
    pq_hit *const inner = &p->hits.at[h->args[i].hit];
    h->args[i] = *pq_hit_find(inner, PQ_AS_THEME);
    h->trigger = verb;
    if (h->args[i].hit) p->hits.at[h->args[i].hit].used_by = hit;
    inner->n_args = 0; /* it is told */
    return;
  }
}

/* What a verb does that suppresses, or prevents, what another word says. */
static const pq_trigger *turned(const pq_parse *p, const pq_trigger *t) {
  switch (t->polarity) {
  case PQ_POSITIVE: return pq_rules_verb(p->g, PQ_LIT("reduce"));
  case PQ_NEGATIVE: return pq_rules_verb(p->g, PQ_LIT("promote"));
  case PQ_POLARITY_UNSAID: break;
  }
  return NULL;
}

/* Does it say no more than that something has a part in it: "is involved in",
 * "a step in"? */
static bool takes_part(const pq_trigger *t) {
  return t->type == PQ_TRIGGER_REGULATION && !t->has_thing_kind &&
         t->relation == PQ_REL_UPSTREAM && t->polarity == PQ_POLARITY_UNSAID;
}

/* What a verb does that has a part in what a noun says; NULL if that is told
 * by who does it, or is no part of anything. */
static const pq_trigger *part_in(const pq_parse *p, const pq_hit *noun) {
  const pq_trigger *const t = noun->trigger;
  if (noun->voice != PQ_NOMINAL || t->type != PQ_TRIGGER_REGULATION ||
      t->actor || t->stands || !pq_hit_arg(noun, PQ_AS_THEME) ||
      pq_hit_arg(noun, PQ_AS_AGENT)) {
    return NULL;
  }
  if (takes_part(t)) return t;
  if (t->relation != PQ_REL_REGULATES) return NULL;
  switch (pq_hit_sign(p, noun)) { /* "negative regulation" */
  case PQ_POSITIVE: return pq_rules_verb(p->g, PQ_LIT("promote"));
  case PQ_NEGATIVE: return pq_rules_verb(p->g, PQ_LIT("reduce"));
  case PQ_POLARITY_UNSAID: break;
  }
  return t;
}

/* "Plays a role in the regulation of E": regulates E.  "Catalyzes the first
 * step in E": affects E. */
void pq_change_role(pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_arg *const what = pq_hit_arg(h, PQ_AS_THEME);
  const pq_trigger *const t = h->trigger;
  const bool does = t->type == PQ_TRIGGER_REGULATION &&
                    t->relation == PQ_REL_DIRECT && h->voice != PQ_NOMINAL;
  if (!what || !what->hit || !pq_hit_arg(h, PQ_AS_AGENT) ||
      !(does || takes_part(t))) {
    return;
  }
  const pq_trigger *const as = part_in(p, &p->hits.at[what->hit]);
  if (!as) return;
  pq_hit_copy(p, what->hit, hit, PQ_AS_UPSTREAM); /* "downstream of X" */
  tell_by(p, hit, as);
}

/* What a noun says of an event: "downregulation of E" that there is less. */
static const pq_trigger *amount_told(const pq_parse *p, const pq_hit *noun) {
  const pq_trigger *const t = noun->trigger;
  const pq_arg *const theme = pq_hit_arg(noun, PQ_AS_THEME);
  if (t->type != PQ_TRIGGER_EVENT || !theme || !theme->hit) return t;
  const pq_trigger *as = NULL;
  if (t->more) as = pq_rules_verb(p->g, PQ_LIT("increase"));
  if (t->less) as = pq_rules_verb(p->g, PQ_LIT("decrease"));
  return as ? as : t;
}

/* "Causes a decrease in E", "results in loss of E": decreases E.  "Suppresses
 * induction of E": so too. */
void pq_change_recast(pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_arg *const what = pq_hit_arg(h, PQ_AS_THEME);
  const bool off = h->trigger->polarity == PQ_NEGATIVE;
  const bool open = h->trigger->polarity == PQ_POLARITY_UNSAID;
  if (h->voice == PQ_NOMINAL || (h->voice == PQ_PASSIVE && !off && !open) ||
      !what || !what->hit || h->trigger->type != PQ_TRIGGER_REGULATION ||
      h->trigger->relation == PQ_REL_DIRECT) {
    return;
  }
  const pq_hit *const inner = &p->hits.at[what->hit];
  const pq_arg *const theme = pq_hit_arg(inner, PQ_AS_THEME);
  if (inner->voice != PQ_NOMINAL || !theme) return;
  const pq_trigger *const less = pq_rules_verb(p->g, PQ_LIT("reduce"));
  if (less && !off && !open && theme->hit &&
      pq_unit_says(p, inner->unit, "loss")) {
    tell_by(p, hit, less);
    return;
  }
  const pq_trigger *const t = amount_told(p, inner);
  if (!(theme->hit || names_process(p, theme)) ||
      t->type != PQ_TRIGGER_REGULATION || t->stands || t->actor ||
      !t->has_thing_kind || pq_hit_arg(inner, PQ_AS_AGENT)) {
    return;
  }
  const pq_trigger *const as = off    ? turned(p, t)
                               : open ? p->hits.at[hit].trigger
                                      : t;
  if (as) tell_by(p, hit, as);
}

/* Is the group, or what it is "of", about something named, of which it tells
 * how much there is: "STAT3 levels", "levels of STAT3"? */
static bool tells_amount(const pq_parse *p, const pq_chunk *c) {
  const pq_chunk *const of = &p->chunks.at[c->of];
  return pq_unit_means(p, c->end - 1, PQ_M_AMOUNT) &&
         (c->name_end || (c->of && of->name_end && !of->hit));
}

/* "Leads to decreased X levels", "causes increased levels of X": decreases X,
 * increases X. */
void pq_change_amount(pq_parse *p, uint32_t hit) {
  pq_hit *const h = &p->hits.at[hit];
  const pq_trigger *const t = h->trigger;
  const pq_arg *const what = pq_hit_arg(h, PQ_AS_THEME);
  if (t->type != PQ_TRIGGER_REGULATION || h->voice != PQ_ACTIVE_VOICE ||
      t->relation != PQ_REL_UPSTREAM || t->polarity != PQ_POSITIVE || !what ||
      what->hit || what->end) {
    return;
  }
  const pq_chunk *const c = &p->chunks.at[what->chunk];
  if (!tells_amount(p, c)) return;
  const uint32_t end = c->name_end ? c->name_begin : c->end;
  for (uint32_t i = c->begin; i < end; ++i) {
    const pq_change change = pq_change_at(p, i);
    const pq_trigger *as = NULL;
    if (change == PQ_CHANGE_LESS) as = pq_rules_verb(p->g, PQ_LIT("reduce"));
    if (change == PQ_CHANGE_MORE) as = pq_rules_verb(p->g, PQ_LIT("increase"));
    if (as) h->trigger = as;
  }
}

/* "A ubiquitinates B, thereby recruiting C": what is done to B brings C there,
 * and A need not bind it. */
void pq_drawn_recast(const pq_parse *p, pq_hit *h) {
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  bool follows = false;
  for (uint32_t i = c->begin; h->trigger->to_agent && i < c->end; ++i) {
    follows =
        follows || pq_unit_says(p, i, "thereby") || pq_unit_says(p, i, "thus");
  }
  if (!follows || h->voice != PQ_ACTIVE_VOICE || c->kind != PQ_CHUNK_VERB ||
      c->form != PQ_VERB_ING || !pq_chunk_is(p, h->chunk - 1, PQ_CHUNK_COMMA)) {
    return;
  }
  uint32_t verb = h->chunk - 1;
  while (verb > 0 && !pq_chunk_is(p, verb, PQ_CHUNK_VERB)) {
    --verb;
  }
  const pq_hit *const before = &p->hits.at[p->chunks.at[verb].hit];
  if (!verb || !p->chunks.at[verb].hit ||
      before->trigger->type != PQ_TRIGGER_EVENT ||
      !p->r->kinds[before->trigger->kind].product_unsaid) {
    return;
  }
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role == PQ_AS_AGENT) {
      pq_hit_turn(h, &h->args[i], PQ_AS_UPSTREAM);
      h->args[i].relation = PQ_REL_UPSTREAM;
      h->args[i].polarity = PQ_POSITIVE;
    }
  }
}
