/* Verb groups and their subjects. */
#include "clause.h"
#include "doubt.h"

void pq_verb_subject(pq_walker *w, uint32_t verb, uint32_t noun) {
  pq_parse *const p = w->p;
  const uint32_t hit = p->chunks.at[verb].hit;
  if (noun && !p->subject) p->subject = noun;
  if (!hit || !noun) return;
  const pq_place_for where = {.hit = hit, .slot = PQ_LIT("subject")};
  (void)pq_argument_attach(p, &where, noun);
}

/* "competes with X": a verb that says nothing of things, said of one. */
static bool is_of_thing(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  return h->trigger->type == PQ_TRIGGER_REGULATION && h->trigger->to.len &&
         !h->trigger->has_thing_kind && theme && !theme->hit &&
         p->chunks.at[theme->chunk].name_end &&
         !pq_unit_is_process(p, p->chunks.at[theme->chunk].name_begin);
}

/* "VEGF induces phosphorylation of X, | leading to E": what it makes happen
 * leads to it; else the verb's own hit.  Of several that it makes happen, or
 * keeps from happening, nobody says which. */
static uint32_t brought_about(const pq_parse *p, uint32_t before) {
  const uint32_t event = p->chunks.at[before].hit;
  const pq_hit *const h = &p->hits.at[event];
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const bool makes = h->trigger->type == PQ_TRIGGER_REGULATION &&
                     pq_hit_sign(p, h) == PQ_POSITIVE &&
                     !p->r->wants_happenings && !pq_doubt_is_unable(p, before);
  if (!makes || !theme || !theme->hit || p->chunks.at[theme->chunk].next ||
      p->chunks.at[theme->chunk].prior) {
    return event;
  }
  const pq_hit *const inner = &p->hits.at[theme->hit];
  return inner->voice == PQ_NOMINAL && inner->trigger->type == PQ_TRIGGER_EVENT
             ? theme->hit
             : event;
}

/* "SOCS3 blocks phosphorylation of X, | thereby inhibiting E": that this does
 * not happen is no event, so who sees to it inhibits E.  NULL: nobody does. */
static const pq_arg *who_holds_off(const pq_parse *p, uint32_t before) {
  const uint32_t event = p->chunks.at[before].hit;
  /* "prevents Y from phosphorylating X, |" */
  const uint32_t outer = p->hits.at[event].used_by;
  const pq_hit *const h = &p->hits.at[outer ? outer : event];
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const bool happens =
      theme && (theme->hit ||
                pq_unit_is_process(p, p->chunks.at[theme->chunk].name_begin));
  const bool holds = h->trigger->type == PQ_TRIGGER_REGULATION && happens &&
                     pq_hit_sign(p, h) == PQ_NEGATIVE &&
                     !p->chunks.at[before].negated && !p->r->wants_happenings &&
                     !pq_doubt_is_unable(p, before);
  return holds ? pq_hit_arg(h, PQ_AS_AGENT) : NULL;
}

/* What happened before becomes the subject: ", leading to ...". */
bool pq_verb_event_acts(pq_parse *p, uint32_t verb, uint32_t before) {
  const uint32_t hit = p->chunks.at[verb].hit;
  const uint32_t event = before ? p->chunks.at[before].hit : 0;
  if (!hit || !event) return false;
  const bool finite = p->chunks.at[verb].form == PQ_VERB_FINITE;
  const pq_trigger *const t =
      finite ? pq_purpose_ahead(p, &p->hits.at[hit]) : p->hits.at[hit].trigger;
  const pq_trigger *const e = p->hits.at[event].trigger;
  const bool may =
      t->type == PQ_TRIGGER_REGULATION || t->type == PQ_TRIGGER_DEPENDENCE;
  if (!may || e->type == PQ_TRIGGER_CARRIER || e->type == PQ_TRIGGER_STATE ||
      pq_hit_is_empty(p, &p->hits.at[event]) ||
      is_of_thing(p, &p->hits.at[event])) {
    return false;
  }
  uint32_t at = 0;
  const pq_frame_row *const row = pq_rules_slot(
      p->g, t->frame, p->hits.at[hit].voice, PQ_LIT("subject"), &at);
  if (!row || row->role == PQ_AS_NONE) return false;
  const pq_arg *const holder = who_holds_off(p, before);
  if (holder) {
    pq_arg arg = *holder;
    arg.role = row->role;
    pq_hit_add(p, hit, arg);
    return true;
  }
  pq_hit_add(p, hit,
             (pq_arg){.role = row->role,
                      .chunk = before,
                      .hit = brought_about(p, before),
                      .relation = PQ_REL_UPSTREAM,
                      .polarity = PQ_POSITIVE});
  return true;
}

static pq_frame_role role_at(const pq_parse *p, const pq_hit *h, pq_view slot) {
  uint32_t at = 0;
  const pq_frame_row *const row =
      pq_rules_slot(p->g, h->trigger->frame, h->voice, slot, &at);
  return row ? row->role : PQ_AS_NONE;
}

void pq_verb_subject_acts(pq_parse *p, pq_hit *h) {
  if (role_at(p, h, PQ_LIT("subject")) != PQ_AS_THEME ||
      role_at(p, h, PQ_LIT("object")) != PQ_AS_THEME) {
    return;
  }
  for (uint32_t i = 0; i < h->n_args; ++i) {
    pq_arg *const a = &h->args[i];
    if (a->role != PQ_AS_THEME || a->chunk > h->chunk) continue;
    pq_hit_turn(h, a, PQ_AS_AGENT);
    a->relation = h->trigger->relation;
    a->polarity = PQ_POSITIVE;
  }
}

static void take_leads(pq_walker *w, uint32_t verb) {
  pq_parse *const p = w->p;
  pq_clause *const now = pq_walk_top(w);
  const uint32_t hit = p->chunks.at[verb].hit;
  if (!hit) return;
  for (uint32_t i = 0; i < now->n_leads; ++i) {
    const pq_chunk *const prep = &p->chunks.at[now->leads[i].preposition];
    const bool with = prep->kind == PQ_CHUNK_AND; /* "together with" */
    const pq_place_for where = {.hit = hit,
                                .slot = with ? PQ_LIT("subject") : prep->slot,
                                .how = with ? (pq_span){0, 0} : prep->span,
                                .joined = with};
    (void)pq_argument_attach(p, &where, now->leads[i].noun);
  }
  now->n_leads = 0;
}

bool pq_verb_goes_on(pq_walker *w, uint32_t i) {
  return pq_chunk_is(w->p, i - 1, PQ_CHUNK_AND) && pq_walk_top(w)->verb != 0;
}

/* "A does B, which does C, | does D, and does E": who has done B does no more.
 */
static bool is_next_of_many(const pq_walker *w, uint32_t i) {
  const uint32_t outer = w->stack[w->depth - 2].verb;
  return pq_chunk_is(w->p, i - 1, PQ_CHUNK_COMMA) &&
         pq_chunk_is(w->p, w->stack[w->depth - 1].first, PQ_CHUNK_RELATIVE) &&
         outer && w->p->chunks.at[outer].form == PQ_VERB_FINITE;
}

static bool is_means(pq_view slot) {
  return pq_view_same(slot, PQ_LIT("by")) ||
         pq_view_same(slot, PQ_LIT("through")) ||
         pq_view_same(slot, PQ_LIT("via"));
}

/* "E is reduced", "apoptosis is reduced": who is said to be so does nothing. */
static bool is_happening(const pq_parse *p, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  return c->hit || (c->name_end && pq_unit_is_process(p, c->name_begin));
}

/* "X is inhibited by silencing Y", but "by binding Y", "by moving to P", which
 * X does itself. */
static bool is_done_to(const pq_parse *p, const pq_trigger *t) {
  if (t->type == PQ_TRIGGER_REGULATION) return t->has_thing_kind || !t->to.len;
  return t->type == PQ_TRIGGER_EVENT && p->r->kinds[t->kind].product_unsaid;
}

/* "is reduced", "reduced", "is lost"; but "is said to be reduced by X by" */
static bool is_passive(const pq_parse *p, const pq_chunk *v) {
  const pq_unit *const u = &p->units.at[v->head];
  if (v->hit) return p->hits.at[v->hit].voice == PQ_PASSIVE;
  return v->form == PQ_VERB_REDUCED ||
         (v->head > v->begin && (u->forms & PQ_FORM_EN) &&
          p->g->triggers.at[u->verb].type != PQ_TRIGGER_THOUGHT);
}

/* That something is inhibited is what reduces E: "is reduced by inhibiting X".
 */
static void let_act(pq_parse *p, uint32_t i, uint32_t on) {
  const pq_hit *const h = &p->hits.at[on];
  uint32_t at = 0;
  const pq_frame_row *const row =
      pq_rules_slot(p->g, h->trigger->frame, h->voice, PQ_LIT("by"), &at);
  if (!row || (row->role != PQ_AS_AGENT && row->role != PQ_AS_UPSTREAM)) return;
  pq_hit_add(p, on,
             (pq_arg){.role = row->role,
                      .chunk = i,
                      .hit = p->chunks.at[i].hit,
                      .how = p->chunks.at[i - 1].span,
                      .relation = PQ_REL_UPSTREAM,
                      .polarity = PQ_POSITIVE});
}

/* "E is reduced by X by inhibiting Y": X inhibits it.  "E is reduced by
 * inhibiting Y": that Y is inhibited reduces E, whoever does so.  False if the
 * subject of the verb does it. */
static bool deed_acts(pq_walker *w, uint32_t i, uint32_t verb) {
  pq_parse *const p = w->p;
  const uint32_t subject = pq_walk_top(w)->subject;
  const pq_chunk *const v = &p->chunks.at[verb];
  const uint32_t hit = p->chunks.at[i].hit;
  if (!hit || !verb || !subject || !is_passive(p, v) ||
      !is_means(p->chunks.at[i - 1].slot) ||
      !(is_happening(p, subject) || is_done_to(p, p->hits.at[hit].trigger))) {
    return false;
  }
  if (!v->hit) return true;
  const pq_arg *const agent = pq_hit_arg(&p->hits.at[v->hit], PQ_AS_AGENT);
  if (!agent) {
    let_act(p, i, v->hit);
  } else if (!agent->hit && v->form == PQ_VERB_FINITE) {
    pq_verb_subject(w, i, agent->chunk);
  }
  return true;
}

/* "By inhibiting Y, X reduces E": what the first verb wants. */
static void take_dangling(pq_walker *w, uint32_t verb) {
  const uint32_t doing = w->dangling;
  w->dangling = 0;
  if (doing && w->p->chunks.at[doing].form == PQ_VERB_ING &&
      !deed_acts(w, doing, verb)) {
    pq_verb_subject(w, doing, pq_walk_top(w)->subject);
  }
}

void pq_verb_finite(pq_walker *w, uint32_t i, bool on) {
  pq_parse *const p = w->p;
  while (!on && w->depth > 1 && pq_walk_top(w)->relative &&
         pq_walk_top(w)->verb && !is_next_of_many(w, i)) {
    --w->depth;
  }
  pq_clause *const now = pq_walk_top(w);
  const uint32_t before = now->verb;
  const uint32_t hit = p->chunks.at[i].hit;
  if (on && hit && p->chunks.at[before].hit) {
    p->hits.at[hit].shares = p->chunks.at[before].hit;
  }
  const uint32_t outer =
      now->told ? now->told : w->stack[w->depth > 1 ? w->depth - 2 : 0].verb;
  pq_verb_give_subject(w, i, on, outer);
  take_leads(w, i);
  if (now->about && !before) pq_step_which(w, i);
  const uint32_t event = now->subject ? p->chunks.at[now->subject].hit : 0;
  const pq_chunk *const c = &p->chunks.at[i];
  if (event && !hit && c->head &&
      (p->units.at[c->head].classes & PQ_W_HAPPENING)) {
    p->hits.at[event].said = true; /* "E was observed" */
  }
  if (now->subject) w->last_subject = now->subject;
  if (now->subject && !(now->relative && w->stack[0].subject)) {
    w->main_subject = now->subject;
  }
  if (!on && !now->relative) take_dangling(w, i);
  now->verb = i;
}

/* "phosphorylates PIP2, generating PIP3" */
static bool ing_makes(pq_parse *p, uint32_t i) {
  return (pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA) ||
          pq_chunk_is(p, i - 1, PQ_CHUNK_NOUN)) &&
         pq_verb_product(p, i);
}

/* "The binding was studied by expressing X": how somebody did so. */
static bool is_method(const pq_parse *p, uint32_t i, uint32_t verb) {
  const pq_chunk *const v = &p->chunks.at[verb];
  bool to = false; /* "was shown to act by" */
  for (uint32_t k = verb + 1; k < i; ++k) {
    to = to || pq_unit_says(p, p->chunks.at[k].begin, "to");
  }
  return verb && !v->hit && v->head && !to &&
         is_means(p->chunks.at[i - 1].slot) && v->form == PQ_VERB_FINITE &&
         v->head > v->begin && pq_unit_means(p, v->head, PQ_M_METHOD);
}

/* "is lost in cells expressing X": the cells do, and nobody else. */
static bool is_of_others(const pq_parse *p, uint32_t i) {
  const uint32_t hit = p->chunks.at[i].hit;
  return pq_chunk_is(p, i - 1, PQ_CHUNK_NOUN) &&
         pq_chunk_is(p, i - 2, PQ_CHUNK_PREPOSITION) &&
         !(hit && p->hits.at[hit].trigger->consequence) &&
         pq_argument_is_other(p, i - 1);
}

/* "X is activated upon binding Y": that brings it about. */
static void take_cause(pq_parse *p, uint32_t verb, uint32_t before) {
  const uint32_t hit = p->chunks.at[verb].hit;
  const pq_hit *const h = &p->hits.at[before];
  uint32_t at = 0;
  const pq_frame_row *const row = pq_rules_slot(
      p->g, h->trigger->frame, h->voice, p->chunks.at[verb - 1].slot, &at);
  const bool acts =
      row &&
      (row->role == PQ_AS_UPSTREAM ||
       (row->role == PQ_AS_AGENT && is_means(p->chunks.at[verb - 1].slot)));
  /* "X moves to P upon binding Y" */
  const bool itself = h->voice == PQ_ACTIVE_VOICE && pq_hit_arg(h, PQ_AS_THEME);
  if (!(h->voice == PQ_PASSIVE || itself) ||
      h->trigger->type != PQ_TRIGGER_EVENT || !acts ||
      pq_hit_arg(h, PQ_AS_AGENT) || pq_hit_arg(h, PQ_AS_UPSTREAM) ||
      p->hits.at[hit].trigger->type != PQ_TRIGGER_EVENT) {
    return;
  }
  pq_hit_add(p, before,
             (pq_arg){.role = row->role,
                      .chunk = verb,
                      .hit = hit,
                      .how = p->chunks.at[verb - 1].span,
                      .relation = PQ_REL_UPSTREAM,
                      .polarity = PQ_POSITIVE});
}

/* "a role for X in phosphorylating Y": X; 0 none.  "The role of X" may be told
 * only to compare. */
static uint32_t who_has_role(const pq_parse *p, uint32_t i) {
  const uint32_t role = i - 4;
  if (i < 5 || !pq_unit_says(p, p->chunks.at[i - 1].begin, "in") ||
      !pq_chunk_is(p, i - 2, PQ_CHUNK_NOUN) ||
      !pq_chunk_is(p, i - 3, PQ_CHUNK_PREPOSITION) ||
      !pq_unit_says(p, p->chunks.at[i - 3].begin, "for") ||
      !pq_chunk_is(p, role, PQ_CHUNK_NOUN) || !p->chunks.at[role].hit) {
    return 0;
  }
  const pq_hit *const h = &p->hits.at[p->chunks.at[role].hit];
  const pq_arg *const who = pq_hit_arg(h, PQ_AS_AGENT);
  return h->trigger->type == PQ_TRIGGER_REGULATION && who && who->chunk == i - 2
             ? i - 2
             : 0;
}

/* "A does B by C recruiting D": C recruits; "is done by C, which" is another
 * matter. */
static bool has_own_doer(const pq_parse *p, uint32_t i, uint32_t verb) {
  const pq_chunk *const v = &p->chunks.at[verb];
  if (!verb || !pq_chunk_is(p, i - 1, PQ_CHUNK_NOUN) ||
      !pq_chunk_is(p, i - 2, PQ_CHUNK_PREPOSITION) || i - 2 == verb ||
      v->form != PQ_VERB_FINITE ||
      (v->hit && p->hits.at[v->hit].voice == PQ_PASSIVE) ||
      !p->chunks.at[i].hit ||
      p->hits.at[p->chunks.at[i].hit].trigger->consequence) {
    return false;
  }
  const pq_view slot = p->chunks.at[i - 2].slot;
  return (is_means(slot) || pq_view_same(slot, PQ_LIT("with"))) &&
         p->chunks.at[i - 1].name_end && !p->chunks.at[i - 1].hit &&
         !pq_argument_is_molecule(p, i - 1, false) &&
         pq_argument_content(p, i - 1).things;
}

/* "stops phosphorylating X" */
static bool gives_up(const pq_parse *p, uint32_t i) {
  return pq_chunk_is(p, i - 1, PQ_CHUNK_VERB) && p->chunks.at[i - 1].head &&
         pq_unit_means(p, p->chunks.at[i - 1].head, PQ_M_UNABLE);
}

/* What the next one behind "and" has as well: see pq_walk_joined. */
static void remember(pq_walker *w, uint32_t i, uint32_t doer, uint32_t cause) {
  pq_clause *const now = pq_walk_top(w);
  now->under = i;
  now->doer = doer;
  now->cause = cause;
  now->outer = 0;
}

/* "by promoting", "after binding": who does the clause's verb does it, or what
 * it is done by. */
static void behind_preposition(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const uint32_t hit = p->chunks.at[i].hit;
  const uint32_t before = now->verb ? p->chunks.at[now->verb].hit : 0;
  const uint32_t role = who_has_role(p, i);
  const uint32_t doer = role ? role : now->subject;
  const bool told = !role && deed_acts(w, i, now->verb);
  if (!told) pq_verb_subject(w, i, doer);
  remember(w, i, told ? 0 : doer, 0);
  if (!hit) return;
  if (is_method(p, i, now->verb)) p->hits.at[hit].kept_from = true;
  if (!now->verb && !now->subject) w->dangling = i;
  if (now->verb && is_means(p->chunks.at[i - 1].slot)) {
    p->hits.at[hit].means_of = before;
  }
  if (before && !told) take_cause(p, i, before);
}

/* A clause of its own about a noun group before it: "kinases phosphorylating
 * X".
 */
static void of_noun(pq_walker *w, uint32_t i, uint32_t noun) {
  pq_walk_push(w, i, noun);
  pq_verb_subject(w, i, noun);
  remember(w, i, noun, 0);
}

/* "by promoting": the means; ", leading to": what follows from the clause;
 * "kinases phosphorylating X": the noun before it acts. */
static void ing(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  pq_clause *const now = pq_walk_top(w);
  if (ing_makes(p, i)) {
    now->verb = i;
    return;
  }
  if (pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION)) {
    behind_preposition(w, i);
  } else if (pq_chunk_is(p, i - 1, PQ_CHUNK_NOUN) && !now->verb) {
    of_noun(w, i, w->last_noun);
  } else if (is_of_others(p, i)) {
    pq_walk_push(w, i, i - 1);
  } else if (has_own_doer(p, i, now->verb)) {
    of_noun(w, i, i - 1);
  } else if (gives_up(p, i)) {
    p->ended = i;
    pq_verb_subject(w, i, now->subject);
  } else {
    remember(w, i, now->subject, now->verb);
    if (!pq_verb_event_acts(p, i, now->verb)) {
      pq_verb_subject(w, i, now->subject);
    }
  }
  pq_walk_top(w)->verb = i;
}

/* "is tyrosine phosphorylated" */
static void take_own_site(pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  if (!c->hit || !c->site_end) return;
  pq_hit_add(p, c->hit,
             (pq_arg){.role = PQ_AS_SITE,
                      .chunk = i,
                      .begin = c->site_begin,
                      .end = c->site_end});
}

/* To the clause that one of "when" stands behind. */
static void go_back(pq_walker *w) {
  w->stack[0] = w->main;
  w->number = w->main_number;
  w->main_number = 0;
}

/* ", and does D" behind ", which does C" or "when C is low": the clause before
 * goes on, for the comma closes what stands in it.  In "which does C, does D,
 * and does E" it closes nothing. */
static void resume(pq_walker *w, uint32_t i) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const bool open = w->main_number && !w->main.verb;
  if (open && w->depth == 1 && now->verb &&
      pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA) &&
      p->chunks.at[i].form == PQ_VERB_FINITE) {
    go_back(w);
    return;
  }
  const bool closed = pq_chunk_is(p, i - 1, PQ_CHUNK_AND) &&
                      pq_chunk_is(p, i - 2, PQ_CHUNK_COMMA) &&
                      p->chunks.at[i].form == PQ_VERB_FINITE;
  if (!closed || !now->verb || pq_chunk_is(p, now->verb - 1, PQ_CHUNK_COMMA)) {
    return;
  }
  if (w->depth > 1 && now->relative && w->stack[w->depth - 2].verb &&
      pq_chunk_is(p, now->first, PQ_CHUNK_RELATIVE) &&
      pq_chunk_is(p, now->first - 1, PQ_CHUNK_COMMA)) {
    --w->depth;
  } else if (w->depth == 1 && w->main_number && !open) {
    go_back(w);
  }
}

void pq_walk_verb(pq_walker *w, uint32_t chunk) {
  pq_parse *const p = w->p;
  resume(w, chunk);
  p->chunks.at[chunk].clause = w->number;
  take_own_site(p, chunk);
  if (pq_contrast_drops(p, chunk) && p->chunks.at[chunk].hit) {
    p->hits.at[p->chunks.at[chunk].hit].kept_from = true;
  }
  const bool kept_from = pq_walk_joined(w, chunk) ||
                         pq_walk_kept_from(w, chunk) ||
                         pq_walk_assisted(w, chunk);
  if (kept_from) pq_walk_top(w)->verb = chunk;
  switch (kept_from ? PQ_VERB_N_FORMS : p->chunks.at[chunk].form) {
  case PQ_VERB_FINITE:
    pq_walk_leave(w, chunk);
    pq_verb_finite(w, chunk, pq_verb_goes_on(w, chunk));
    pq_gap_verb(w, chunk);
    break;
  case PQ_VERB_INFINITIVE: pq_walk_infinitive(w, chunk); break;
  case PQ_VERB_ING: ing(w, chunk); break;
  case PQ_VERB_REDUCED: pq_verb_reduced(w, chunk); break;
  case PQ_VERB_N_FORMS: break;
  }
  pq_walk_top(w)->object = 0;
  if (p->whether && !p->verb_of_whether && chunk > p->whether) {
    p->verb_of_whether = chunk;
  }
}
