/* Verbs under another verb or noun: "causes X to dissociate", "prevents X from
 * binding Y", "the ability of X to bind Y", "reacts with A to form B". */
#include "clause.h"

static bool causes(const pq_parse *p, uint32_t verb) {
  const uint32_t hit = p->chunks.at[verb].hit;
  return hit && (p->hits.at[hit].trigger->causative ||
                 p->r->kinds[p->hits.at[hit].trigger->kind].transport);
}

/* Is it something that happens, or, as "inhibits Z", makes something happen? */
static bool may_be_caused(const pq_parse *p, uint32_t inner) {
  return inner && (p->hits.at[inner].trigger->type == PQ_TRIGGER_EVENT ||
                   p->hits.at[inner].trigger->has_thing_kind);
}

/* "causes X to dissociate", "prevents X from binding Y": what X does is what is
 * caused or prevented, and not X. */
static void complement(pq_parse *p, uint32_t outer, uint32_t object,
                       uint32_t inner) {
  pq_hit *const h = &p->hits.at[outer];
  if (h->trigger->type != PQ_TRIGGER_REGULATION || !may_be_caused(p, inner)) {
    return;
  }
  for (uint32_t i = 0; i < h->n_args; ++i) {
    pq_arg *const a = &h->args[i];
    if (a->role != PQ_AS_THEME || a->chunk != object || a->hit) continue;
    a->hit = inner;
    p->hits.at[inner].used_by = outer;
    p->hits.at[inner].kept_from = h->trigger->polarity == PQ_NEGATIVE;
  }
}

bool pq_verb_makes(const pq_parse *p, uint32_t verb) {
  return pq_unit_means(p, p->chunks.at[verb].head, PQ_M_MAKING);
}

/* "cleaves A, releasing B": B may be what A held, and no piece of it; so is
 * "to release B from C". */
static bool frees(const pq_parse *p, const pq_hit *h, uint32_t verb) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const uint32_t head = p->chunks.at[verb].head;
  const bool to = pq_unit_says(p, head, "release");
  return (to || pq_unit_says(p, head, "releasing")) && theme &&
         (!pq_argument_is_molecule(p, theme->chunk, false) ||
          (to && pq_chunk_is(p, verb + 2, PQ_CHUNK_PREPOSITION)));
}

/* "the reaction of A and B to form C": C is the product. */
bool pq_verb_product(pq_parse *p, uint32_t i) {
  const bool noun = pq_chunk_is(p, i + 1, PQ_CHUNK_NOUN);
  if (!noun || !pq_verb_makes(p, i)) return false;
  for (uint32_t k = p->hits.n; k-- > 1;) {
    const pq_hit *const h = &p->hits.at[k];
    const bool makes = h->voice == PQ_NOMINAL && h->trigger->when_to.len > 0;
    if (h->chunk >= i || !(makes || h->trigger->type == PQ_TRIGGER_EVENT)) {
      continue;
    }
    if (!pq_argument_may_yield(p, h, i + 1) || pq_hit_arg(h, PQ_AS_PRODUCT) ||
        frees(p, h, i)) {
      return false;
    }
    pq_hit_add(p, k,
               (pq_arg){.role = PQ_AS_PRODUCT, .chunk = i + 1, .all = true});
    p->chunks.at[i].hit = 0;
    return true;
  }
  return false;
}

/* The noun group "the ability" right before an infinitive; `whose`: of whom.
 * "the ability of X to bind Y": X binds; "its ability to bind Y": it does. */
static uint32_t ability(const pq_parse *p, uint32_t i, uint32_t *whose) {
  const bool of = pq_chunk_is(p, i - 2, PQ_CHUNK_PREPOSITION) &&
                  pq_unit_says(p, p->chunks.at[i - 2].begin, "of");
  const uint32_t noun = i > 3 && of ? i - 3 : i - 1;
  if (!pq_chunk_is(p, i - 1, PQ_CHUNK_NOUN) ||
      !pq_chunk_is(p, noun, PQ_CHUNK_NOUN)) {
    return 0;
  }
  const pq_chunk *const c = &p->chunks.at[noun];
  const uint32_t word = c->end - 1;
  *whose = of ? i - 1 : c->refers || c->name_end ? noun : 0;
  /* "Failure of X to bind is lethal" does not claim that X fails. */
  return *whose && (pq_unit_means(p, word, PQ_M_ABILITY) ||
                    (of && p->r->wants_happenings &&
                     pq_unit_means(p, word, PQ_M_INABILITY)))
             ? noun
             : 0;
}

/* "reduces the ability of X to bind Y": that X binds Y is what it reduces. */
static void act_on_ability(pq_parse *p, uint32_t noun, uint32_t inner) {
  const uint32_t verb = p->chunks.at[noun].verb;
  const uint32_t outer = verb ? p->chunks.at[verb].hit : 0;
  if (!outer || !inner) return;
  pq_hit *const h = &p->hits.at[outer];
  if (h->trigger->type != PQ_TRIGGER_REGULATION || h->trigger->to.len ||
      h->voice != PQ_ACTIVE_VOICE || pq_hit_arg(h, PQ_AS_THEME)) {
    return;
  }
  if (!may_be_caused(p, inner)) { /* "to participate in" */
    p->hits.at[inner].kept_from = h->trigger->polarity == PQ_NEGATIVE;
    return;
  }
  pq_hit_add(p, outer,
             (pq_arg){.role = PQ_AS_THEME, .chunk = noun, .hit = inner});
  p->hits.at[inner].used_by = outer;
  p->hits.at[inner].kept_from = h->trigger->polarity == PQ_NEGATIVE;
}

static void drop_themes(pq_hit *h) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role != PQ_AS_THEME) h->args[n++] = h->args[i];
  }
  h->n_args = n;
}

/* "is required for X to bind Y", "is required to bind Y": what X does is what
 * depends on something.  Whether the verb before takes the infinitive so. */
static bool is_depended_on(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  const uint32_t verb = pq_walk_top(w)->verb;
  const uint32_t outer = verb ? p->chunks.at[verb].hit : 0;
  const uint32_t inner = p->chunks.at[i].hit;
  const uint32_t prior = p->chunks.at[i - 1].prior;
  const uint32_t who = prior ? prior : i - 1;
  const bool bare = verb + 1 == i;
  const bool clause = verb + 2 == who && pq_chunk_is(p, who, PQ_CHUNK_NOUN) &&
                      pq_unit_says(p, p->chunks.at[who - 1].begin, "for");
  const pq_trigger_type type = p->hits.at[inner].trigger->type;
  if (!outer || p->r->wants_happenings || (!bare && !clause) || !inner ||
      (type != PQ_TRIGGER_EVENT && !clause) ||
      p->hits.at[outer].trigger->type != PQ_TRIGGER_DEPENDENCE ||
      p->hits.at[outer].voice != PQ_PASSIVE) {
    return false;
  }
  drop_themes(&p->hits.at[outer]);
  pq_clause *const now = pq_walk_top(w);
  now->doer = clause ? who : 0;
  now->outer = outer;
  if (clause) pq_verb_subject(w, i, who);
  if (type != PQ_TRIGGER_EVENT && type != PQ_TRIGGER_REGULATION) return true;
  pq_hit_add(
      p, outer,
      (pq_arg){.role = PQ_AS_THEME, .chunk = clause ? who : i, .hit = inner});
  p->hits.at[inner].used_by = outer;
  p->hits.at[inner].kept_from = bare; /* nobody is said to do it */
  return true;
}

/* "recruits X to phosphorylate it": X is what it is done to. */
static bool is_done_to_it(const pq_parse *p, uint32_t verb, uint32_t i) {
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  const uint32_t object = p->chunks.at[i + 1 < p->chunks.n ? i + 1 : 0].begin;
  return !h->trigger->causative && pq_chunk_is(p, i + 1, PQ_CHUNK_NOUN) &&
         (pq_unit_says(p, object, "it") || pq_unit_says(p, object, "them"));
}

/* "triggers E in order to do A": who triggers it does. */
static bool is_purpose(const pq_parse *p, uint32_t i) {
  const uint32_t begin = p->chunks.at[i].begin;
  return pq_unit_says(p, begin, "in order") || pq_unit_says(p, begin, "so as");
}

/* "causes A to do B and C | to do D": C, where A has an infinitive of its own;
 * else 0. */
static uint32_t next_who(const pq_parse *p, const pq_clause *now, uint32_t i) {
  const uint32_t before = now->verb;
  return i > 4 && pq_chunk_is(p, i - 1, PQ_CHUNK_NOUN) &&
                 p->chunks.at[i - 1].name_end &&
                 !pq_unit_says(p, p->chunks.at[i - 1].begin, "its") &&
                 pq_chunk_is(p, i - 2, PQ_CHUNK_AND) && before &&
                 p->chunks.at[before].form == PQ_VERB_INFINITIVE &&
                 pq_chunk_is(p, before - 1, PQ_CHUNK_NOUN)
             ? i - 1
             : 0;
}

/* "allows X to do A and | do B": B is what is allowed, too. */
static void join_theme(pq_parse *p, uint32_t outer, uint32_t doer,
                       uint32_t first, uint32_t next) {
  pq_hit *const h = &p->hits.at[outer];
  const bool may = may_be_caused(p, next);
  for (uint32_t i = 0; i < h->n_args && may; ++i) {
    if (h->args[i].hit != first || h->args[i].role != PQ_AS_THEME) continue;
    pq_arg also = h->args[i];
    also.hit = next;
    p->hits.at[next].used_by = outer;
    pq_hit_add(p, outer, also);
    return;
  }
  if (may && h->trigger->type == PQ_TRIGGER_DEPENDENCE) {
    pq_hit_add(p, outer,
               (pq_arg){.role = PQ_AS_THEME, .chunk = doer, .hit = next});
    p->hits.at[next].used_by = outer;
  }
  complement(p, outer, doer, next);
}

bool pq_walk_joined(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  pq_clause *const now = pq_walk_top(w);
  const uint32_t before = now->under;
  if (!before || before != now->verb || !pq_chunk_is(p, i - 1, PQ_CHUNK_AND) ||
      p->chunks.at[i].form != p->chunks.at[before].form) {
    return false;
  }
  const uint32_t first = p->chunks.at[before].hit;
  const uint32_t next = p->chunks.at[i].hit;
  if (!now->cause || !pq_verb_event_acts(p, i, now->cause)) {
    pq_verb_subject(w, i, now->doer);
  }
  now->verb = now->under = i;
  if (!first || !next) return true;
  p->hits.at[next].shares = first;
  p->hits.at[next].means_of = p->hits.at[first].means_of;
  p->hits.at[next].kept_from = p->hits.at[first].kept_from;
  if (!now->doer && !now->cause) { /* "is reduced by X by doing A and B" */
    pq_hit_copy(p, first, next, PQ_AS_AGENT);
    pq_hit_copy(p, first, next, PQ_AS_UPSTREAM);
  }
  if (now->outer) join_theme(p, now->outer, now->doer, first, next);
  return true;
}

void pq_walk_infinitive(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  pq_clause *const now = pq_walk_top(w);
  const uint32_t next = next_who(p, now, i);
  now->under = i;
  now->cause = now->outer = 0;
  if (next) {
    pq_verb_subject(w, i, next);
    now->verb = i;
    now->doer = next;
    return;
  }
  if (pq_verb_product(p, i)) {
    now->verb = i;
    now->under = 0;
    return;
  }
  if (is_depended_on(w, i)) {
    now->verb = i;
    return;
  }
  const bool object = pq_chunk_is(p, i - 1, PQ_CHUNK_NOUN) && now->object &&
                      now->verb && causes(p, now->verb) &&
                      !is_done_to_it(p, now->verb, i) && !is_purpose(p, i);
  uint32_t whose = 0;
  const uint32_t able = object ? 0 : ability(p, i, &whose);
  now->doer = object ? now->object : able ? whose : now->subject;
  pq_verb_subject(w, i, now->doer);
  if (able) act_on_ability(p, able, p->chunks.at[i].hit);
  if (object) {
    complement(p, p->chunks.at[now->verb].hit, now->object,
               p->chunks.at[i].hit);
  }
  now->outer = object ? p->chunks.at[now->verb].hit
                      : p->hits.at[p->chunks.at[i].hit].used_by;
  now->verb = i;
}

/* "assists X in binding Y": X does it, as in "helps X to bind Y". */
bool pq_walk_assisted(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  if (!now->verb || !now->object || now->object + 2 != i ||
      !pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION) ||
      !pq_unit_says(p, p->chunks.at[i - 1].begin, "in") ||
      p->chunks.at[i].form != PQ_VERB_ING || !causes(p, now->verb)) {
    return false;
  }
  pq_verb_subject(w, i, now->object);
  complement(p, p->chunks.at[now->verb].hit, now->object, p->chunks.at[i].hit);
  /* "may assist X in binding": nobody says that X does */
  if (p->chunks.at[i].hit) p->hits.at[p->chunks.at[i].hit].kept_from = true;
  return true;
}

/* May what does a verb from doing something hold it back?  "results from" and
 * "is released from" do not. */
static bool may_hold_back(const pq_parse *p, uint32_t verb) {
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  return !p->chunks.at[verb].hit || h->trigger->type == PQ_TRIGGER_PLAIN ||
         (h->trigger->type == PQ_TRIGGER_REGULATION &&
          h->trigger->polarity == PQ_NEGATIVE);
}

static bool is_same_thing(const pq_parse *p, uint32_t a, uint32_t b) {
  const pq_chunk *const c = &p->chunks.at[a];
  const pq_chunk *const d = &p->chunks.at[b];
  return a && b && c->name_end && d->name_end &&
         pq_unit_entity(p, c->name_begin) == pq_unit_entity(p, d->name_begin);
}

/* "..., which prevents X from": if the subject is X itself, what happened to it
 * does. */
static void let_event_act(pq_walker *w, uint32_t verb, uint32_t subject) {
  pq_parse *const p = w->p;
  const uint32_t outer = w->stack[w->depth > 1 ? w->depth - 2 : 0].verb;
  pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  if (!p->chunks.at[verb].hit || !pq_verb_event_acts(p, verb, outer)) return;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].chunk == subject) pq_hit_turn(h, &h->args[i], PQ_AS_NONE);
  }
}

/* "prevents X from occurring" */
static bool is_happening(const pq_parse *p, uint32_t verb) {
  const pq_chunk *const c = &p->chunks.at[verb];
  return (p->units.at[c->end - 1].classes & PQ_W_HAPPENING) != 0;
}

/* "prevents X from accessing Y": it does not prevent X. */
static bool keep_quiet(pq_parse *p, uint32_t outer, uint32_t who) {
  pq_hit *const h = &p->hits.at[outer];
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (!theme || theme->hit || theme->chunk != who) return false;
  h->kept_from = true;
  return true;
}

/* "prevents X from binding Y", "X is kept from being bound" */
bool pq_walk_kept_from(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const uint32_t inner = p->chunks.at[i].hit;
  if (!now->verb || now->verb + 1 >= i ||
      !pq_view_same(p->chunks.at[i - 1].slot, PQ_LIT("from")) ||
      !may_hold_back(p, now->verb)) {
    return false;
  }
  const bool passive = now->verb + 2 == i;
  const uint32_t who = passive ? now->subject : now->object;
  if (!who || (!passive && !pq_chunk_is(p, i - 2, PQ_CHUNK_NOUN))) return false;
  if (!inner) {
    if (p->chunks.at[now->verb].hit && !is_happening(p, i)) {
      (void)keep_quiet(p, p->chunks.at[now->verb].hit, who);
    }
    return false;
  }
  pq_verb_subject(w, i, who);
  p->hits.at[inner].kept_from = true;
  if (!passive && is_same_thing(p, now->subject, who)) {
    let_event_act(w, now->verb, now->subject);
  }
  if (p->chunks.at[now->verb].hit) {
    complement(p, p->chunks.at[now->verb].hit, who, inner);
  }
  return true;
}

/* "from accessing X": what somebody does, though no rule knows the verb. */
static bool is_gerund(const pq_parse *p, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const pq_view w = pq_unit_text(p, c->begin);
  return !c->hit && p->units.at[c->begin].kind == PQ_UNIT_WORD && w.len > 5 &&
         pq_view_alike(pq_view_skip(w, w.len - 3), PQ_LIT("ing"));
}

/* Let what happens be what the verb holds off, and not the thing. */
static void turn_to(pq_parse *p, uint32_t outer, uint32_t who, uint32_t noun) {
  pq_hit *const h = &p->hits.at[outer];
  const uint32_t inner = p->chunks.at[noun].hit;
  uint32_t n = 0;
  for (uint32_t k = 0; k < h->n_args; ++k) {
    if (h->args[k].role != PQ_AS_THEME || h->args[k].chunk != who) {
      h->args[n++] = h->args[k];
    }
  }
  h->n_args = n;
  pq_hit_add(p, outer,
             (pq_arg){.role = PQ_AS_THEME, .chunk = noun, .hit = inner});
  p->hits.at[inner].used_by = outer;
}

bool pq_walk_held_off(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const uint32_t outer = now->verb ? p->chunks.at[now->verb].hit : 0;
  const uint32_t inner = p->chunks.at[i].hit;
  const pq_hit *const h = &p->hits.at[outer];
  if (!outer || h->trigger->type != PQ_TRIGGER_REGULATION ||
      h->trigger->polarity != PQ_NEGATIVE ||
      !pq_view_same(p->chunks.at[i - 1].slot, PQ_LIT("from"))) {
    return false;
  }
  const bool passive = h->voice == PQ_PASSIVE && now->verb + 2 == i;
  const uint32_t who = passive ? now->subject : now->object;
  if (!who || (!passive && (h->voice != PQ_ACTIVE_VOICE || i < who + 2))) {
    return false;
  }
  if (is_gerund(p, i)) return keep_quiet(p, outer, who);
  if (!inner || p->hits.at[inner].trigger->type != PQ_TRIGGER_EVENT) {
    return false;
  }
  if (!pq_hit_arg(&p->hits.at[inner], PQ_AS_THEME)) {
    pq_hit_add(p, inner,
               (pq_arg){.role = PQ_AS_THEME, .chunk = who, .all = true});
  }
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (!theme || theme->hit || theme->chunk != who) return false;
  turn_to(p, outer, who, i);
  return true;
}
