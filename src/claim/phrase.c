/* Prepositions and their nouns: the verb or noun that each belongs to. */
#include "clause.h"
#include "list.h"
#include "recast.h"

/* May a phrase behind this verb belong to the noun before it?  "Activation of
 * X occurs upon Y", "is dependent on Y", but not "is followed by Y". */
static bool lets_through(const pq_parse *p, uint32_t verb) {
  const pq_chunk *const c = &p->chunks.at[verb];
  if (c->copula || c->hit) return true;
  return (p->units.at[c->head].classes & PQ_W_HAPPENING) != 0;
}

/* A noun whose happening the verb puts forward: "E occurs upon X". */
static void set_said(pq_parse *p, const pq_clause *now, uint32_t hit) {
  if (!now->verb || p->hits.at[hit].chunk >= now->verb) return;
  if (!p->chunks.at[now->verb].hit && lets_through(p, now->verb)) {
    p->hits.at[hit].said = true;
  }
}

/* "by A at S1, | by B at S2 and by C at S3": one more agent. */
static bool is_in_series(const pq_parse *p, const pq_hit *h,
                         uint32_t preposition) {
  const pq_chunk *const prep = &p->chunks.at[preposition];
  const pq_arg *const agent = pq_hit_arg(h, PQ_AS_AGENT);
  return agent && pq_chunk_is(p, preposition - 1, PQ_CHUNK_COMMA) &&
         pq_view_same(prep->slot, PQ_LIT("by")) &&
         pq_view_alike(pq_span_text(p->text, agent->how), prep->slot) &&
         !p->chunks.at[preposition + 1].hit;
}

/* "at S1 by A and at S2 | by B": a second agent, for its own site. */
static bool is_next_turn(const pq_parse *p, uint32_t preposition) {
  return preposition > 3 &&
         (pq_chunk_is(p, preposition - 3, PQ_CHUNK_AND) ||
          pq_chunk_is(p, preposition - 3, PQ_CHUNK_COMMA)) &&
         pq_chunk_is(p, preposition - 2, PQ_CHUNK_PREPOSITION) &&
         pq_chunk_is(p, preposition - 1, PQ_CHUNK_NOUN) &&
         pq_argument_content(p, preposition - 1).sites;
}

pq_place_for pq_phrase_place(const pq_parse *p, uint32_t hit,
                             uint32_t preposition) {
  const pq_chunk *const prep = &p->chunks.at[preposition];
  const pq_hit *const h = &p->hits.at[hit];
  const bool object = h->trigger->to.len && h->voice != PQ_NOMINAL &&
                      pq_view_same(h->trigger->to, prep->slot);
  const bool turn = is_next_turn(p, preposition);
  const bool joined = turn || pq_chunk_is(p, preposition - 1, PQ_CHUNK_AND) ||
                      is_in_series(p, h, preposition);
  return (pq_place_for){
      .hit = hit,
      .slot = object ? PQ_LIT("object") : prep->slot,
      .how = prep->span,
      .joined = joined,
      .negated = prep->negated,
      .is_or = joined && p->chunks.at[preposition - (turn ? 3 : 1)].is_or};
}

/* "is protected from phosphorylation by Y": a kinase phosphorylates. */
static bool is_such_enzyme(const pq_parse *p, uint32_t hit, uint32_t noun) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_chunk *const c = &p->chunks.at[noun];
  return h->trigger->type == PQ_TRIGGER_EVENT && c->name_end &&
         pq_argument_is_doer(p, c->name_begin, &p->r->kinds[h->trigger->kind]);
}

/* "inhibition of phosphorylation of X by Y": Y inhibits. */
static uint32_t outer_noun(const pq_parse *p, uint32_t hit, uint32_t noun) {
  const uint32_t user = p->hits.at[hit].used_by;
  if (!user || p->hits.at[hit].voice != PQ_NOMINAL) return hit;
  const pq_hit *const u = &p->hits.at[user];
  /* "is protected from degradation by Y" */
  const bool passive =
      u->voice == PQ_PASSIVE &&
      pq_unit_says(p, p->chunks.at[p->hits.at[hit].chunk].begin - 1, "from");
  /* "downregulation of expression of X" */
  const bool changes = u->trigger->type == PQ_TRIGGER_REGULATION ||
                       u->trigger->less || u->trigger->more;
  const bool open = (u->voice == PQ_NOMINAL || passive) && changes &&
                    !pq_hit_arg(u, PQ_AS_AGENT);
  return open && !(passive && is_such_enzyme(p, hit, noun)) ? user : hit;
}

/* "in response to X", "upon X", "due to X": what brings it about? */
static bool brings_about(const pq_parse *p, const pq_place_for *where) {
  const pq_hit *const h = &p->hits.at[where->hit];
  uint32_t at = 0;
  const pq_frame_row *const row =
      pq_rules_slot(p->g, h->trigger->frame, h->voice, where->slot, &at);
  return row && row->role == PQ_AS_UPSTREAM;
}

/* "targets X phosphorylated at S1 for degradation": may what the participle
 * does not take go with the verb before?  Not what stands right behind it. */
static bool is_past(const pq_parse *p, uint32_t verb, uint32_t preposition) {
  return p->chunks.at[verb].form == PQ_VERB_REDUCED && preposition > verb + 1 &&
         !pq_view_same(p->chunks.at[preposition].slot, PQ_LIT("of"));
}

/* "phosphorylates and inhibits X at S1": a residue goes with the verb before,
 * which has the same object, if this one takes none. */
static bool is_of_verb_before(const pq_parse *p, const pq_hit *h,
                              uint32_t noun) {
  const pq_hit *const before = &p->hits.at[h->shares];
  uint32_t at = 0;
  const pq_frame_row *row = NULL;
  if (!h->shares || h->voice != PQ_ACTIVE_VOICE ||
      before->chunk + 2 != h->chunk ||
      !pq_chunk_is(p, h->chunk - 1, PQ_CHUNK_AND) ||
      !pq_argument_content(p, noun).sites) {
    return false;
  }
  const pq_view slot = p->chunks.at[noun - 1].slot;
  while ((row = pq_rules_slot(p->g, h->trigger->frame, h->voice, slot, &at))) {
    if (row->role == PQ_AS_SITE) return false;
  }
  return true;
}

/* "is lost in cells expressing X by Y": Y does not express it. */
static bool is_described(const pq_parse *p, const pq_hit *h) {
  return h->voice == PQ_ACTIVE_VOICE &&
         p->chunks.at[h->chunk].form == PQ_VERB_ING &&
         pq_chunk_is(p, h->chunk - 1, PQ_CHUNK_NOUN);
}

/* "is activated by phosphorylation at S5 and | by Y": Y activates too, and does
 * not phosphorylate. */
static bool is_beside(const pq_parse *p, const pq_hit *h, uint32_t noun) {
  if (h->voice != PQ_NOMINAL || !pq_chunk_is(p, noun - 2, PQ_CHUNK_AND)) {
    return false;
  }
  const pq_view by = PQ_LIT("by");
  for (uint32_t i = h->chunk + 1; i + 1 < noun; ++i) {
    if (pq_chunk_is(p, i, PQ_CHUNK_PREPOSITION) &&
        pq_view_same(p->chunks.at[i].slot, by)) {
      return false; /* "by phosphorylation by X and by Y" */
    }
  }
  return pq_chunk_is(p, h->chunk - 1, PQ_CHUNK_PREPOSITION) &&
         pq_view_same(p->chunks.at[h->chunk - 1].slot, by);
}

/* "binds A phosphorylated at S5 only in the presence of B": it binds then. */
static bool is_past_participle(const pq_parse *p, const pq_hit *h,
                               uint32_t noun) {
  const pq_chunk *const verb = &p->chunks.at[h->chunk];
  return verb->kind == PQ_CHUNK_VERB && verb->form == PQ_VERB_REDUCED &&
         noun > h->chunk + 2 && h->chunk > 2 &&
         pq_chunk_is(p, h->chunk - 2, PQ_CHUNK_VERB) &&
         pq_view_starts(pq_unit_text(p, p->chunks.at[noun - 1].begin),
                        PQ_LIT("only "));
}

/* Does the phrase pass the hit by?  A verb left out in a clause before stands
 * behind the hits of this one. */
static bool is_elsewhere(const pq_parse *p, const pq_hit *h,
                         const pq_clause *now, uint32_t noun) {
  const bool by = pq_view_same(p->chunks.at[noun - 1].slot, PQ_LIT("by"));
  return (h->gap && h->chunk < now->first) || (by && is_described(p, h)) ||
         (by && is_beside(p, h, noun)) || is_of_verb_before(p, h, noun) ||
         is_past_participle(p, h, noun);
}

/* "is bound by A, which is part of a ligase with B": said in the clause of
 * "which", and of no verb without. */
static bool is_within_relative(const pq_parse *p, const pq_clause *now,
                               uint32_t preposition) {
  return now->verb && pq_chunk_is(p, now->first, PQ_CHUNK_RELATIVE) &&
         pq_chunk_is(p, now->first - 1, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, preposition - 1, PQ_CHUNK_NOUN) &&
         pq_unit_says(p, p->chunks.at[preposition].begin, "with");
}

/* "is recruited to A through its p85 subunit": by nobody else. */
static bool is_own_part(const pq_parse *p, uint32_t preposition,
                        uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const pq_view slot = p->chunks.at[preposition].slot;
  return (pq_view_same(slot, PQ_LIT("through")) ||
          pq_view_same(slot, PQ_LIT("via"))) &&
         (pq_unit_says(p, c->begin, "its") ||
          pq_unit_says(p, c->begin, "their")) &&
         (p->units.at[c->end - 1].classes & PQ_W_PART) &&
         !p->r->wants_happenings;
}

/* Does the verb of the clause keep the phrase from a hit before it?  So in
 * "autophosphorylates and becomes independent of X". */
static bool is_shut_off(const pq_parse *p, const pq_clause *now,
                        const pq_hit *h, uint32_t preposition) {
  if (!now->verb || h->chunk >= now->verb) return false;
  if (!lets_through(p, now->verb)) return true;
  return h->voice != PQ_NOMINAL && p->chunks.at[now->verb].copula &&
         !p->r->wants_happenings &&
         !pq_chunk_is(p, preposition - 1, PQ_CHUNK_AND);
}

/* A preposition and its noun: the nearest hit before it that takes them. */
static bool attach_phrase(pq_walker *w, uint32_t preposition, uint32_t noun) {
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const bool by = pq_view_same(p->chunks.at[preposition].slot, PQ_LIT("by"));
  const bool within = is_within_relative(p, now, preposition);
  for (uint32_t i = p->hits.n; i-- > 1;) {
    const pq_hit *const h = &p->hits.at[i];
    if (h->chunk >= preposition || is_elsewhere(p, h, now, noun)) continue;
    const bool begun = now->relative && !now->verb && by; /* "whose loss by" */
    if (h->chunk < now->first && (w->depth == 1 || begun || within)) break;
    if (is_shut_off(p, now, h, preposition)) break;
    /* "The rise caused by X phosphorylation is due to Y": the rise is. */
    if (now->verb && h->chunk < now->verb && now->subject &&
        p->chunks.at[now->subject].hit && h->chunk != now->subject) {
      continue;
    }
    pq_place_for where = pq_phrase_place(p, i, preposition);
    if (by || brings_about(p, &where)) {
      where.hit = outer_noun(p, i, noun);
    }
    if (pq_argument_attach(p, &where, noun)) {
      set_said(p, now, i);
      return true;
    }
    if (h->voice != PQ_NOMINAL && h->chunk == now->verb &&
        !is_past(p, h->chunk, preposition)) {
      break;
    }
  }
  return false;
}

uint32_t pq_walk_told(const pq_walker *w) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = &w->stack[w->depth - 1];
  const pq_chunk *const c = &p->chunks.at[now->verb];
  if (!now->verb || c->hit) return now->verb ? c->hit : 0;
  const bool occurs = p->units.at[c->head].classes & PQ_W_HAPPENING;
  return occurs && now->subject ? p->chunks.at[now->subject].hit : 0;
}

/* "plays a role in", "has an effect on", "is an inhibitor of": the subject of
 * the verb acts in what the noun says. */
void pq_office_lend(pq_parse *p, uint32_t subject, uint32_t noun) {
  const uint32_t hit = p->chunks.at[noun].hit;
  if (!subject || !hit) return;
  const pq_place_for where = {.hit = hit, .slot = PQ_LIT("subject")};
  if (pq_argument_attach(p, &where, subject)) p->hits.at[hit].said = true;
}

/* "is an inhibitor of Y and an activator of Z": so too for each of the list. */
void pq_office_lend_all(pq_parse *p, uint32_t subject, uint32_t noun) {
  for (uint32_t i = noun; i; i = p->chunks.at[i].next) {
    pq_office_lend(p, subject, i);
  }
}

/* Does the noun say what its subject is: "an inhibitor", "a docking site"? */
bool pq_office_is(const pq_parse *p, uint32_t noun) {
  const uint32_t hit = p->chunks.at[noun].hit;
  uint32_t at = 0;
  return hit && p->hits.at[hit].voice == PQ_NOMINAL &&
         pq_rules_slot(p->g, p->hits.at[hit].trigger->frame, PQ_NOMINAL,
                       PQ_LIT("subject"), &at);
}

/* "an inhibitor of X", "a subunit of X" */
bool pq_office_acts(const pq_parse *p, uint32_t noun) {
  const uint32_t hit = p->chunks.at[noun].hit;
  const pq_trigger *const t = p->hits.at[hit].trigger;
  return hit && (t->actor || (t->type == PQ_TRIGGER_STATE &&
                              t->relation == PQ_REL_PART_OF));
}

/* "We identify X as", "using X as": who holds the office is the object, where
 * the verb has one; else the subject. */
static uint32_t holder_of(const pq_parse *p, const pq_clause *now,
                          uint32_t noun) {
  const uint32_t object = noun - 2;
  const bool named = pq_chunk_is(p, object, PQ_CHUNK_NOUN) &&
                     object == now->verb + 1 && p->chunks.at[object].name_end;
  return named ? object : now->subject;
}

/* "X functions as an inhibitor of Y": X inhibits. */
static bool take_office(pq_walker *w, uint32_t noun) {
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const uint32_t verb = now->verb ? p->chunks.at[now->verb].hit : 0;
  const bool other = verb && !p->hits.at[verb].trigger->to.len;
  const pq_view slot = p->chunks.at[noun - 1].slot;
  if (!now->verb || !now->subject || other || !pq_office_is(p, noun) ||
      !(pq_view_same(slot, PQ_LIT("as")) ||
        pq_view_same(slot, PQ_LIT("known as")))) {
    return false;
  }
  pq_office_lend_all(p, holder_of(p, now, noun), noun);
  return true;
}

/* "X is a cytokine with roles in E": X has them. */
static bool take_roles(pq_walker *w, uint32_t noun) {
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const uint32_t hit = p->chunks.at[noun].hit;
  if (!hit || !now->subject || noun != now->verb + 3 ||
      !p->chunks.at[now->verb].copula || p->chunks.at[noun - 2].hit ||
      !pq_unit_says(p, p->chunks.at[noun - 1].begin, "with") ||
      !pq_view_same(p->hits.at[hit].trigger->lemma, PQ_LIT("role"))) {
    return false;
  }
  pq_office_lend(p, now->subject, noun);
  return p->hits.at[hit].said;
}

/* "X relies on Y for activation": that of X, unless the text says of whom. */
static void lend_need(pq_parse *p, uint32_t subject, uint32_t noun) {
  const pq_place_for where = {.hit = p->chunks.at[noun].hit,
                              .slot = PQ_LIT("of")};
  const bool of = pq_chunk_is(p, noun + 1, PQ_CHUNK_PREPOSITION) &&
                  pq_unit_says(p, p->chunks.at[noun + 1].begin, "of");
  if (!of && !pq_hit_arg(&p->hits.at[where.hit], PQ_AS_THEME)) {
    (void)pq_argument_attach(p, &where, subject);
  }
}

/* "X relies on Y for E": E depends on Y; of X itself it would say nothing. */
static void clear_need(pq_walker *w, uint32_t noun) {
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  pq_hit *const h = &p->hits.at[p->chunks.at[now->verb].hit];
  if (!now->verb || !p->chunks.at[now->verb].hit ||
      h->trigger->type != PQ_TRIGGER_DEPENDENCE ||
      h->voice != PQ_ACTIVE_VOICE || !p->chunks.at[noun].hit ||
      !pq_unit_says(p, p->chunks.at[noun - 1].begin, "for")) {
    return;
  }
  for (uint32_t k = 0; k < h->n_args; ++k) {
    if (h->args[k].role == PQ_AS_THEME && !h->args[k].hit) {
      h->args[k].role = PQ_AS_NONE;
      lend_need(p, h->args[k].chunk, noun);
    }
  }
}

/* "phosphorylation by mutants of JAK2" is none of JAK2: what leads to the group
 * has its role. */
static bool is_of_argument(const pq_parse *p, uint32_t i) {
  if (!pq_chunk_is(p, i - 2, PQ_CHUNK_NOUN) || p->chunks.at[i - 2].of != i) {
    return false;
  }
  /* "expression at promoters of JAK2" is none of JAK2 */
  if (pq_chunk_is(p, i - 3, PQ_CHUNK_PREPOSITION) &&
      (p->units.at[p->chunks.at[i - 2].end - 1].classes & PQ_W_GENE)) {
    return true;
  }
  /* "a regulator of events downstream of forms of ALK" is none of ALK */
  if (pq_view_same(p->chunks.at[i - 3].slot, PQ_LIT("downstream of"))) {
    return true;
  }
  for (uint32_t h = p->hits.n; h-- > 1;) {
    for (uint32_t k = 0; k < p->hits.at[h].n_args; ++k) {
      if (p->hits.at[h].args[k].chunk == i - 2) return true;
    }
  }
  return false;
}

/* "Binding to Y has been shown for X": X binds. */
static bool take_shown(pq_walker *w, uint32_t noun) {
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const uint32_t hit = now->subject ? p->chunks.at[now->subject].hit : 0;
  const pq_chunk *const verb = &p->chunks.at[now->verb];
  if (!hit || !now->verb || verb->hit || noun != now->verb + 2 ||
      !pq_view_same(p->chunks.at[noun - 1].slot, PQ_LIT("for")) ||
      pq_hit_arg(&p->hits.at[hit], PQ_AS_THEME)) {
    return false;
  }
  const pq_unit *const head = &p->units.at[verb->head];
  if (!(head->classes & PQ_W_HAPPENING) &&
      p->g->triggers.at[head->verb].type != PQ_TRIGGER_THOUGHT) {
    return false;
  }
  const pq_place_for where = {.hit = hit,
                              .slot = PQ_LIT("of"),
                              .negated = p->chunks.at[noun - 1].negated};
  p->hits.at[hit].said = pq_argument_attach(p, &where, noun);
  return p->hits.at[hit].said;
}

/* "does A and, in response to B, does C", "which with B does C": it leads in
 * what follows. */
static bool leads_next_verb(const pq_parse *p, uint32_t noun) {
  if (noun > 2 && pq_chunk_is(p, noun - 2, PQ_CHUNK_RELATIVE)) {
    return pq_chunk_is(p, noun + 1, PQ_CHUNK_VERB) &&
           !pq_unit_says(p, p->chunks.at[noun - 2].begin, "where");
  }
  return noun > 3 && pq_chunk_is(p, noun - 2, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, noun - 3, PQ_CHUNK_AND) &&
         pq_chunk_is(p, noun + 1, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, noun + 2, PQ_CHUNK_VERB);
}

void pq_walk_phrase(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  /* "Activation of X upstream of Y" is none of Y; "an enhancer upstream of Y"
   * may be one of it. */
  if (i > 2 && pq_chunk_is(p, i - 2, PQ_CHUNK_NOUN) &&
      p->chunks.at[i - 2].hit && pq_chunk_is_upstream_of(p, i - 1)) {
    return;
  }
  if (leads_next_verb(p, i)) {
    pq_clause *const top = pq_walk_top(w);
    if (top->n_leads < PQ_LEADS_MOST) {
      top->leads[top->n_leads++] = (pq_lead){i - 1, i};
    }
    return;
  }
  if (pq_lead_next(p, i)) pq_walk_restart(w, i - 1);
  pq_clause *const now = pq_walk_top(w);
  if (pq_contrast_drops(p, i)) return;
  if (pq_gap_phrase(w, i) || take_office(w, i) || take_roles(w, i) ||
      pq_walk_held_off(w, i)) {
    return;
  }
  if (pq_unit_says(p, p->chunks.at[i - 1].begin, "as")) {
    w->status = pq_oligomer_make(p, now->subject, i);
    if (w->status) return;
  }
  if (p->chunks.at[i].hit) pq_bond_means(w, i);
  clear_need(w, i);
  const bool leads = !now->subject && !now->verb;
  const bool in = pq_view_same(p->chunks.at[i - 1].slot, PQ_LIT("in"));
  if (leads && in && p->chunks.at[i].name_end) p->context = i; /* "In SMAD3," */
  const pq_chunk *const c = &p->chunks.at[i];
  const bool ends = p->units.at[c->end - 1].classes & PQ_W_MANNER;
  if (((ends || c->next) && pq_manner_take(w, i)) || take_shown(w, i) ||
      pq_quality_suffers(w, i) || is_of_argument(p, i) ||
      is_own_part(p, i - 1, i) || attach_phrase(w, i - 1, i)) {
    return;
  }
  /* "In patients with X, ...": such patients */
  const bool hangs = now->n_leads &&
                     now->leads[now->n_leads - 1].noun == i - 2 &&
                     pq_view_same(p->chunks.at[i - 1].slot, PQ_LIT("with"));
  if (leads && !hangs && now->n_leads < PQ_LEADS_MOST) {
    now->leads[now->n_leads++] = (pq_lead){i - 1, i};
  }
}
