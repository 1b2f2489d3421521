/* The subject of a finite verb: a noun group, or what happened before.
 *
 *   A does B, which leads to C           that A does B
 *   A binds B after C binds A and moves  A
 */
#include "anaphora.h"
#include "clause.h"

/* "phosphorylates X, which relieves its inhibition of Y": what happened to X
 * does. */
static bool acts_on_own(const pq_parse *p, uint32_t verb) {
  const uint32_t noun = verb + 1;
  return p->hits.at[p->chunks.at[verb].hit].voice == PQ_ACTIVE_VOICE &&
         pq_chunk_is(p, noun, PQ_CHUNK_NOUN) &&
         pq_chunk_is(p, verb - 1, PQ_CHUNK_RELATIVE) &&
         (pq_unit_says(p, p->chunks.at[noun].begin, "its") ||
          pq_unit_says(p, p->chunks.at[noun].begin, "their") ||
          pq_anaphor_is_pair(p, &p->chunks.at[noun]));
}

/* Do the groups name the same thing, or does the second mean one named before:
 * "it"? */
static bool is_same(const pq_parse *p, uint32_t a, uint32_t b) {
  const pq_chunk *const c = &p->chunks.at[a];
  const pq_chunk *const d = &p->chunks.at[b];
  if (!d->name_end) return (p->units.at[d->begin].classes & PQ_W_PRONOUN) != 0;
  if (!c->name_end) return false;
  return pq_unit_entity(p, c->name_begin) == pq_unit_entity(p, d->name_begin);
}

/* Does a group begin with what another one names: "B degradation"? */
static bool begins_with(const pq_parse *p, uint32_t noun, uint32_t named) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const pq_chunk *const n = &p->chunks.at[named];
  return n->name_end && c->end > c->begin + 1 &&
         p->units.at[c->begin].kind == PQ_UNIT_NAME &&
         pq_unit_entity(p, c->begin) == pq_unit_entity(p, n->name_begin);
}

/* "A phosphorylates B, which | primes it for E": what was put on B does. */
static bool primes_it(const pq_parse *p, const pq_hit *before, uint32_t noun) {
  return before->trigger->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[before->trigger->kind].product_unsaid &&
         pq_unit_says(p, p->chunks.at[noun].begin, "it") &&
         pq_chunk_is(p, noun + 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[noun + 1].begin, "for");
}

/* "A phosphorylates B, which | prevents B degradation", "degradation of B":
 * that it is phosphorylated does. */
static bool acts_on_theme(const pq_parse *p, uint32_t verb, uint32_t outer) {
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  const pq_hit *const before = &p->hits.at[p->chunks.at[outer].hit];
  const pq_arg *const theme =
      p->chunks.at[outer].hit ? pq_hit_arg(before, PQ_AS_THEME) : NULL;
  const uint32_t noun = verb + 1;
  if (!theme || theme->hit || h->voice != PQ_ACTIVE_VOICE ||
      pq_purpose_ahead(p, h)->type != PQ_TRIGGER_REGULATION ||
      !pq_chunk_is(p, verb - 1, PQ_CHUNK_RELATIVE) ||
      !pq_chunk_is(p, noun, PQ_CHUNK_NOUN) || p->r->wants_happenings) {
    return false;
  }
  if (begins_with(p, noun, theme->chunk) || primes_it(p, before, noun)) {
    return true;
  }
  return pq_chunk_is(p, noun + 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[noun + 1].begin, "of") &&
         pq_chunk_is(p, noun + 2, PQ_CHUNK_NOUN) &&
         p->chunks.at[noun + 2].name_end && is_same(p, theme->chunk, noun + 2);
}

/* Does the verb say that its subject moves, or comes together? */
static bool moves_itself(const pq_parse *p, uint32_t verb) {
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  return h->trigger->type == PQ_TRIGGER_EVENT && h->voice == PQ_ACTIVE_VOICE &&
         (kind->transport || kind->assembly) &&
         !pq_chunk_is(p, verb + 1, PQ_CHUNK_NOUN);
}

static bool is_passive(const pq_parse *p, uint32_t verb) {
  const uint32_t hit = p->chunks.at[verb].hit;
  return hit && p->hits.at[hit].voice == PQ_PASSIVE;
}

/* "A is done when B is done | and does C": A does, or B. */
static bool may_be_either(const pq_walker *w, uint32_t verb) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = &w->stack[w->depth - 1];
  return w->main_number && w->depth == 1 && now->subject && now->verb &&
         !now->object && is_passive(p, now->verb) && w->main.verb &&
         is_passive(p, w->main.verb) && !is_passive(p, verb) &&
         pq_argument_content(p, now->subject).things &&
         pq_argument_content(p, w->main.subject).things &&
         !is_same(p, w->main.subject, now->subject);
}

/* "A is freed after B has cleaved it | and does C": A, or B. */
static bool has_object_before(const pq_parse *p, const pq_clause *now,
                              uint32_t goes_on) {
  static const char *const words[] = {"after", "until", "before", NULL};
  const uint32_t verb = now->object ? now->verb : 0;
  const uint32_t next = p->chunks.at[goes_on].end; /* "and causes its E" */
  return verb && now->object == verb + 1 && !pq_unit_says(p, next, "its") &&
         pq_chunk_is(p, now->first - 1, PQ_CHUNK_PREPOSITION) &&
         pq_view_says_any(p->chunks.at[now->first - 1].slot, words) &&
         pq_unit_says(p, p->chunks.at[now->object].begin, "it");
}

/* "A does B after C binds A and moves": A does.  Where C binds another, nobody
 * can tell. */
static uint32_t who_goes_on(const pq_walker *w, uint32_t verb) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = &w->stack[w->depth - 1];
  if (may_be_either(w, verb)) return 0;
  if (!w->main_number || w->depth > 1 || !now->object ||
      !p->chunks.at[verb].hit || !moves_itself(p, verb)) {
    return has_object_before(p, now, verb) ? 0 : now->subject;
  }
  return is_same(p, w->main.subject, now->object) ? w->main.subject : 0;
}

/* "phosphorylates A at S1 and S2, which in turn phosphorylates B": A does, and
 * so it is where A binds; 0 if the subject is no site, or does something else.
 */
static uint32_t whose_site(pq_walker *w, uint32_t verb) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const uint32_t hit = p->chunks.at[verb].hit;
  if (!now->event_subject || !now->subject || !hit || w->depth < 2 ||
      !p->chunks.at[now->subject].sites) {
    return 0;
  }
  const pq_hit *const h = &p->hits.at[hit];
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  if (h->trigger->type != PQ_TRIGGER_EVENT || h->voice != PQ_ACTIVE_VOICE ||
      !(kind->binding || kind->product_unsaid)) {
    return 0;
  }
  --w->depth; /* what the clause before tells it of */
  const uint32_t owner = pq_step_site_of(w, now->subject);
  ++w->depth;
  return owner;
}

/* "A binds B, which leads to C and | inhibits D": does the verb before follow
 * from what happened? */
static bool followed(const pq_parse *p, const pq_clause *now, uint32_t outer) {
  const uint32_t before = p->chunks.at[now->verb].hit;
  const uint32_t event = p->chunks.at[outer].hit;
  const pq_arg *const by =
      before ? pq_hit_arg(&p->hits.at[before], PQ_AS_AGENT) : NULL;
  return now->after_comma && event && by && by->hit == event;
}

/* "ubiquitination, which is required for E": E depends on the noun itself. */
static bool needs_noun(const pq_parse *p, uint32_t verb, uint32_t noun) {
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  return p->chunks.at[noun].hit && p->chunks.at[verb].hit &&
         h->trigger->type == PQ_TRIGGER_DEPENDENCE;
}

/* "A binds B and C, which | triggers E": one thing does, and so it is that they
 * bind. */
static bool is_of_bond(const pq_parse *p, const pq_clause *now, uint32_t verb,
                       uint32_t outer) {
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  const pq_hit *const b = &p->hits.at[p->chunks.at[outer].hit];
  const pq_unit *const head = &p->units.at[p->chunks.at[verb].head];
  return p->chunks.at[now->subject].prior && p->chunks.at[outer].hit &&
         h->trigger->type == PQ_TRIGGER_REGULATION &&
         h->voice == PQ_ACTIVE_VOICE && head->forms == PQ_FORM_S &&
         b->trigger->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[b->trigger->kind].binding;
}

/* "A acetylates B, which | is needed for E of B": that B is acetylated is. */
static bool is_needed_for_own(const pq_parse *p, const pq_clause *now,
                              uint32_t verb) {
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  const pq_chunk *const s = &p->chunks.at[now->subject];
  if (!s->name_end || s->next || h->trigger->type != PQ_TRIGGER_DEPENDENCE ||
      h->voice != PQ_PASSIVE) {
    return false;
  }
  const uint32_t of = verb + 4;
  return pq_chunk_is(p, of - 2, PQ_CHUNK_NOUN) &&
         pq_chunk_is(p, of, PQ_CHUNK_NOUN) &&
         pq_unit_says(p, p->chunks.at[of - 1].begin, "of") &&
         p->chunks.at[of].name_end && is_same(p, now->subject, of);
}

/* "A is phosphorylated in response to B, which | increases E": that it is. */
static bool is_behind_cause(const pq_parse *p, const pq_clause *now,
                            uint32_t verb, uint32_t outer) {
  static const char *const slots[] = {"in response to", "upon", "after", NULL};
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  const pq_hit *const event = &p->hits.at[p->chunks.at[outer].hit];
  const uint32_t before = now->subject - 1;
  return now->subject > 1 && p->chunks.at[outer].hit &&
         h->trigger->type == PQ_TRIGGER_REGULATION &&
         h->voice == PQ_ACTIVE_VOICE && event->voice == PQ_PASSIVE &&
         event->trigger->type == PQ_TRIGGER_EVENT &&
         pq_chunk_is(p, before, PQ_CHUNK_PREPOSITION) &&
         pq_view_says_any(p->chunks.at[before].slot, slots) &&
         !p->r->wants_happenings;
}

/* "Binding to X | prevents E": the verb that the clause begins with, and
 * nothing but its nouns behind it; 0 none. */
static uint32_t gerund_before(const pq_walker *w, uint32_t i) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = &w->stack[w->depth - 1];
  const uint32_t verb = now->verb;
  if (now->subject || !verb || now->relative || verb > now->first + 1 ||
      p->chunks.at[verb].form != PQ_VERB_ING || verb + 1 == i) {
    return 0;
  }
  for (uint32_t k = verb + 1; k < i; ++k) {
    if (!pq_chunk_is(p, k, PQ_CHUNK_NOUN) &&
        !pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION) &&
        !pq_chunk_is(p, k, PQ_CHUNK_AND)) {
      return 0;
    }
  }
  return verb;
}

/* Let the verb have its subject; or what happened, where that leads to it. */
void pq_verb_give_subject(pq_walker *w, uint32_t verb, bool on,
                          uint32_t outer) {
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const uint32_t hit = p->chunks.at[verb].hit;
  const uint32_t doing = on ? 0 : gerund_before(w, verb);
  if (doing && pq_verb_event_acts(p, verb, doing)) return;
  /* ", which leads to": what happened leads to it, not the thing */
  const bool follows = now->after_comma && hit &&
                       (p->hits.at[hit].trigger->consequence ||
                        acts_on_own(p, verb) || acts_on_theme(p, verb, outer));
  const bool goes = on && followed(p, now, outer);
  const bool own =
      !on && now->after_comma && hit &&
      (is_needed_for_own(p, now, verb) || is_of_bond(p, now, verb, outer) ||
       is_behind_cause(p, now, verb, outer));
  if (!(now->event_subject || follows || goes || own) ||
      needs_noun(p, verb, now->subject) ||
      !pq_verb_event_acts(p, verb, outer)) {
    /* "A and B, which inactivates both proteins": neither does */
    if (follows && pq_anaphor_is_pair(p, &p->chunks.at[verb + 1])) return;
    const uint32_t owner = on ? 0 : whose_site(w, verb);
    pq_verb_subject(w, verb,
                    owner ? owner
                    : on  ? who_goes_on(w, verb)
                          : now->subject);
  }
}
