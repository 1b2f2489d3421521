/* Who does what to whom: each verb finds its subject and object, and each
 * preposition the verb or noun that it belongs to.
 *
 *   clauses    a stack: a relative clause lies on the one that it interrupts
 *   "ATR, which binds DNA, phosphorylates TP53"
 *     ATR            subject of clause 1
 *     which          opens clause 2, subject ATR
 *     phosphorylates finite, and clause 2 has its verb: back to clause 1
 */
#include "clause.h"

#include "list.h"
#include "recast.h"

void pq_walk_restart(pq_walker *w, uint32_t chunk) {
  if (!pq_chunk_is(w->p, chunk, PQ_CHUNK_SUBORDINATE)) w->main_number = 0;
  w->depth = 1;
  w->stack[0] = (pq_clause){.first = chunk};
  ++w->number;
}

/* ---- nouns ---- */

/* Is the noun group the subject of a verb that follows?  What stands between
 * may belong to it; another group right before the verb is a better one. */
bool pq_walk_has_verb(const pq_parse *p, uint32_t i) {
  bool relative = false; /* its verb is still to come */
  for (uint32_t k = i + 1; k < p->chunks.n; ++k) {
    const pq_chunk *const c = &p->chunks.at[k];
    switch (c->kind) {
    case PQ_CHUNK_VERB:
      if (c->form == PQ_VERB_FINITE && !relative) return true;
      relative = relative && c->form != PQ_VERB_FINITE;
      break;
    case PQ_CHUNK_RELATIVE: relative = true; break;
    case PQ_CHUNK_AND: /* "and BAD at S112 and promotes": who did it before */
      if (pq_chunk_is(p, k + 1, PQ_CHUNK_VERB) &&
          p->chunks.at[k + 1].form == PQ_VERB_FINITE) {
        return false;
      }
      break;
    case PQ_CHUNK_NOUN:
      if (pq_chunk_is(p, k - 1, PQ_CHUNK_PREPOSITION) &&
          pq_lead_has_own_verb(p, k)) {
        return false;
      }
      if ((pq_chunk_is(p, k - 1, PQ_CHUNK_COMMA) ||
           pq_chunk_is(p, k - 1, PQ_CHUNK_AND)) &&
          !c->prior && !pq_chunk_is(p, k + 1, PQ_CHUNK_COMMA)) {
        return false;
      }
      break;
    case PQ_CHUNK_STOP:
    case PQ_CHUNK_WHETHER:
    case PQ_CHUNK_SUBORDINATE: return false;
    default: break;
    }
  }
  return false;
}

/* "The site of E is S5": the complement is E's site. */
static void is_site_of(pq_parse *p, uint32_t subject, uint32_t noun) {
  if (!subject || !pq_chunk_is(p, subject + 1, PQ_CHUNK_PREPOSITION) ||
      !pq_chunk_is(p, subject + 2, PQ_CHUNK_NOUN) ||
      !pq_argument_content(p, noun).sites) {
    return;
  }
  const pq_chunk *const s = &p->chunks.at[subject];
  const uint32_t hit = p->chunks.at[subject + 2].hit;
  if (!hit || !(p->units.at[s->end - 1].classes & PQ_W_SITE)) return;
  pq_hit_add(p, hit, (pq_arg){.role = PQ_AS_SITE, .chunk = noun, .all = true});
  p->hits.at[hit].said = true;
}

static void give_object(pq_parse *p, uint32_t hit, uint32_t noun) {
  pq_hit *const h = &p->hits.at[hit];
  if (h->voice != PQ_ACTIVE_VOICE || h->trigger->to.len) return;
  const pq_place_for where = {.hit = hit, .slot = PQ_LIT("object")};
  const pq_content c = pq_argument_content(p, noun);
  if (c.things || c.anaphor || h->trigger->type == PQ_TRIGGER_STATE) {
    pq_verb_subject_acts(p, h);
  }
  (void)pq_argument_attach(p, &where, noun);
}

/* "dimerizes and binds X", "dissociates and binds X": what it does by itself
 * has no object. */
static bool goes_alone(const pq_parse *p, uint32_t hit) {
  const pq_trigger *const t = p->hits.at[hit].trigger;
  const pq_kind *const kind = &p->r->kinds[t->kind];
  return t->type == PQ_TRIGGER_EVENT && (kind->assembly || kind->dissociation);
}

/* "binds, phosphorylates, and activates X": the verb before the comma takes X
 * too, and so on. */
static void share_with_list(pq_parse *p, uint32_t verb, uint32_t noun) {
  uint32_t k = verb;
  for (;;) {
    const bool and = pq_chunk_is(p, k - 1, PQ_CHUNK_AND);
    const uint32_t comma = k - (and? 2 : 1);
    if (k < 4 || (!and&&k == verb) || !pq_chunk_is(p, comma, PQ_CHUNK_COMMA) ||
        !pq_chunk_is(p, comma - 1, PQ_CHUNK_VERB)) {
      return;
    }
    k = comma - 1;
    const uint32_t hit = p->chunks.at[k].hit;
    if (hit && !goes_alone(p, hit)) give_object(p, hit, noun);
  }
}

/* "phosphorylates and activates X", "binds to and activates X" */
static void share_object(pq_parse *p, uint32_t verb, uint32_t noun) {
  if (!pq_chunk_is(p, verb - 1, PQ_CHUNK_AND)) return;
  share_with_list(p, verb, noun);
  const bool hangs = pq_chunk_is(p, verb - 2, PQ_CHUNK_PREPOSITION);
  const uint32_t first = verb - (hangs ? 3 : 2);
  const uint32_t before =
      pq_chunk_is(p, first, PQ_CHUNK_VERB) ? p->chunks.at[first].hit : 0;
  if (!before) return;
  if (!hangs) {
    if (p->hits.at[before].chunk + 2 == verb && !goes_alone(p, before)) {
      give_object(p, before, noun);
    }
    return;
  }
  const pq_place_for where = pq_phrase_place(p, before, verb - 2);
  (void)pq_argument_attach(p, &where, noun);
}

/* A verb and the preposition at its end, read from chunk `end` backwards. */
typedef struct open_verb {
  uint32_t verb, preposition; /* 0 none */
} open_verb;

static open_verb open_verb_at(const pq_parse *p, uint32_t end) {
  open_verb o = {.verb = end};
  if (pq_chunk_is(p, end, PQ_CHUNK_PREPOSITION)) {
    o = (open_verb){.verb = end - 1, .preposition = end};
  }
  if (!pq_chunk_is(p, o.verb, PQ_CHUNK_VERB) || !p->chunks.at[o.verb].hit) {
    o.verb = 0;
  }
  return o;
}

/* "binds to, and phosphorylates, X", "binds, and is phosphorylated by, X": X
 * goes with both verbs. */
static bool close_verbs(pq_parse *p, uint32_t i) {
  if (i < 7 || !pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA)) return false;
  const open_verb last = open_verb_at(p, i - 2);
  if (last.verb < 5 || !pq_chunk_is(p, last.verb - 1, PQ_CHUNK_AND) ||
      !pq_chunk_is(p, last.verb - 2, PQ_CHUNK_COMMA)) {
    return false;
  }
  const open_verb both[] = {open_verb_at(p, last.verb - 3), last};
  for (size_t k = 0; both[0].verb && k < 2; ++k) {
    const uint32_t hit = p->chunks.at[both[k].verb].hit;
    if (!both[k].preposition) {
      give_object(p, hit, i);
      continue;
    }
    const pq_place_for where = pq_phrase_place(p, hit, both[k].preposition);
    (void)pq_argument_attach(p, &where, i);
  }
  return both[0].verb != 0;
}

/* "X provides a docking site for Y", "X contains two": X is it. */
static bool offers(const pq_parse *p, uint32_t verb) {
  const uint32_t head = p->chunks.at[verb].head;
  return !p->chunks.at[verb].hit && head &&
         pq_unit_means(p, head, PQ_M_OFFERING);
}

/* "PDPK1 is the kinase that phosphorylates X", "is one of the kinases that do":
 * PDPK1 does. */
static void is_the_one(pq_parse *p, uint32_t subject, uint32_t noun) {
  if (!subject || !p->chunks.at[subject].name_end) return;
  const uint32_t of = p->chunks.at[noun].of;
  const uint32_t groups[] = {noun, of};
  for (size_t i = 0; i < 2; ++i) {
    pq_chunk *const c = &p->chunks.at[groups[i]];
    if (!groups[i] || c->name_end || c->hit) return;
    c->refers = subject;
  }
}

/* "The kinase that phosphorylates X is MAPK1": MAPK1 does.  Not where it "may
 * be", or "is probably": the verb is no more than "is". */
static void is_named(pq_parse *p, uint32_t subject, uint32_t verb,
                     uint32_t noun) {
  pq_chunk *const c = &p->chunks.at[subject];
  const pq_chunk *const name = &p->chunks.at[noun];
  const pq_chunk *const is = &p->chunks.at[verb];
  if (!subject || c->name_end || c->hit || c->refers || !name->name_end ||
      name->hit || name->negated || is->negated || is->end != is->begin + 1 ||
      name->begin != is->end) {
    return;
  }
  const bool is_class = p->units.at[c->end - 1].class_noun != 0;
  const bool alone = name->end == name->name_end; /* no "MAPK1 inhibitor" */
  if (is_class && alone) c->refers = noun;
}

/* "Inhibitors of X include A and B", "a ligand of X is A": A is one. */
static bool are_told(const pq_parse *p, uint32_t subject, uint32_t verb,
                     uint32_t noun) {
  const uint32_t head = p->chunks.at[verb].head;
  return subject && pq_office_is(p, subject) && !p->chunks.at[verb].negated &&
         !p->chunks.at[noun].hit && p->chunks.at[noun].name_end &&
         !pq_unit_is_mark(p, p->chunks.at[noun].name_begin - 1, '-') &&
         (p->chunks.at[verb].copula || pq_unit_means(p, head, PQ_M_LISTING));
}

static void take_object(pq_walker *w, uint32_t verb, uint32_t noun) {
  pq_parse *const p = w->p;
  pq_clause *const now = pq_walk_top(w);
  const uint32_t hit = p->chunks.at[verb].hit;
  p->chunks.at[noun].verb = verb;
  now->object = noun;
  const bool carries =
      hit && p->hits.at[hit].trigger->type == PQ_TRIGGER_CARRIER;
  if (p->chunks.at[verb].copula) {
    is_site_of(p, now->subject, noun);
    pq_quality_take(p, now->subject, verb, noun);
  }
  if (p->chunks.at[verb].copula) {
    is_the_one(p, now->subject, noun);
    is_named(p, now->subject, verb, noun);
  }
  if (p->chunks.at[verb].copula) {
    w->status = pq_office_make(p, now->subject, noun);
    if (!w->status) w->status = pq_oligomer_make(p, now->subject, noun);
    if (w->status) return;
  }
  if (are_told(p, now->subject, verb, noun)) {
    pq_office_lend(p, noun, now->subject);
  }
  if (p->chunks.at[verb].copula || carries || offers(p, verb)) {
    pq_office_lend_all(p, now->subject, noun);
  }
  if (carries) pq_bond_lend(p, verb, noun);
  if (carries) pq_quality_undergoes(p, now->subject, verb, noun);
  if (hit) give_object(p, hit, noun);
  share_object(p, verb, noun);
  pq_raise_object(p, verb, noun);
}

/* "binds A and, together with B, does C": B does, too. */
static bool joins_subject(pq_walker *w, uint32_t i) {
  const pq_parse *const p = w->p;
  pq_clause *const now = pq_walk_top(w);
  uint32_t last = i;
  if (i < 5 || !now->verb || !now->subject ||
      !pq_chunk_is(p, i - 1, PQ_CHUNK_AND) ||
      !pq_chunk_is(p, i - 2, PQ_CHUNK_COMMA) ||
      !pq_chunk_is(p, i - 3, PQ_CHUNK_AND)) {
    return false;
  }
  while (p->chunks.at[last].next) {
    last = p->chunks.at[last].next;
  }
  if (!pq_chunk_is(p, last + 1, PQ_CHUNK_COMMA) ||
      !pq_chunk_is(p, last + 2, PQ_CHUNK_VERB)) {
    return false;
  }
  if (now->n_leads < PQ_LEADS_MOST) {
    now->leads[now->n_leads++] = (pq_lead){i - 1, i};
  }
  return true;
}

/* "Once active, | it phosphorylates X": a word that tells how it is. */
static bool tells_how(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  return !c->name_end && !c->hit && c->end == c->begin + 1 &&
         pq_chunk_is(p, i - 1, PQ_CHUNK_SUBORDINATE) &&
         pq_chunk_is(p, i + 1, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, i + 2, PQ_CHUNK_NOUN) && !c->next &&
         pq_walk_has_verb(p, i + 2);
}

/* "The first step, | conversion of A to B, is catalyzed by C": the conversion.
 */
static bool is_step(const pq_parse *p, uint32_t subject, uint32_t i) {
  const pq_chunk *const step = &p->chunks.at[subject];
  const uint32_t hit = p->chunks.at[i].hit;
  return hit && pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA) && !step->hit &&
         !step->name_end &&
         (p->units.at[step->end - 1].classes & PQ_W_HAPPENING) &&
         p->hits.at[hit].voice == PQ_NOMINAL &&
         p->hits.at[hit].trigger->type == PQ_TRIGGER_EVENT &&
         !p->r->wants_happenings;
}

/* A noun that no verb and no preposition takes: the subject, or another name
 * for what stands before it. */
static void stand_alone(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  pq_clause *const now = pq_walk_top(w);
  if (joins_subject(w, i) || pq_gap_noun(w, i) || pq_gap_object(w, i) ||
      tells_how(p, i)) {
    return;
  }
  const bool begins = pq_chunk_is(p, i - 1, PQ_CHUNK_AND) ||
                      pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA) ||
                      pq_chunk_is(p, i - 1, PQ_CHUNK_SUBORDINATE) ||
                      pq_chunk_is(p, i - 1, PQ_CHUNK_NOUN);
  /* "DKK1, an inhibitor of WNT1" */
  if (pq_office_acts(p, i) && pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA) &&
      pq_chunk_is(p, i - 2, PQ_CHUNK_NOUN) && p->chunks.at[i - 2].name_end) {
    pq_office_lend(p, i - 2, i);
    return;
  }
  if (now->verb && begins) {
    if (!pq_walk_has_verb(p, i)) return;
    pq_walk_restart(w, i);
    pq_walk_top(w)->subject = i;
  } else if (!now->subject || is_step(p, now->subject, i)) {
    now->subject = i;
  }
  /* "by inhibiting X, E": the verb tells who does so */
  if (w->dangling && pq_walk_top(w)->subject == i &&
      p->chunks.at[w->dangling].form != PQ_VERB_ING) {
    pq_verb_subject(w, w->dangling, i);
    w->dangling = 0;
  }
}

/* "A does B when C is low, and does D": the main clause may go on. */
static void keep_main(pq_walker *w, uint32_t i) {
  const uint32_t word = w->p->chunks.at[i].begin;
  const pq_clause *const now = &w->stack[0];
  const bool main = w->depth == 1 && now->subject && now->verb &&
                    !pq_unit_says(w->p, word, "that") &&
                    !pq_unit_means(w->p, word, PQ_M_CONTRAST) &&
                    !pq_unit_means(w->p, word, PQ_M_OBJECTION);
  /* "A, activated by B when C is low, does D": A's verb is still to come */
  bool open =
      w->depth > 1 && now->subject && !now->verb && pq_walk_top(w)->verb != 0;
  /* "A, although unable to do B, does C" */
  open = open || (w->depth == 1 && now->subject && !now->verb &&
                  pq_chunk_is(w->p, i - 1, PQ_CHUNK_COMMA));
  w->main = main || open ? *now : (pq_clause){.first = 0};
  w->main_number = main || open ? w->number : 0;
}

/* "waits before EGFR mediates it": a clause of its own. */
static bool opens_clause(pq_walker *w, uint32_t i) {
  static const char *const words[] = {"before", "after", "until",
                                      "since",  "as",    NULL};
  const pq_parse *const p = w->p;
  const pq_chunk *const verb = &p->chunks.at[i + 1 < p->chunks.n ? i + 1 : 0];
  const uint32_t before = pq_walk_top(w)->verb;
  const bool done = before && (p->chunks.at[before].form == PQ_VERB_FINITE ||
                               (p->chunks.at[before].form == PQ_VERB_REDUCED &&
                                pq_chunk_is(p, before - 1, PQ_CHUNK_AND)));
  const pq_chunk *const c = &p->chunks.at[i];
  const bool pronoun =
      c->end == c->begin + 1 && (p->units.at[c->begin].classes &
                                 (PQ_W_PRONOUN | PQ_W_DEMONSTRATIVE)) != 0;
  /* "After X has bound Y, Z moves" */
  const bool named = c->name_end && !c->hit &&
                     !pq_unit_says(p, p->chunks.at[i - 1].begin, "as");
  if (!(done || pronoun || named) || verb->kind != PQ_CHUNK_VERB ||
      verb->form != PQ_VERB_FINITE ||
      !pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION)) {
    return false;
  }
  /* "only after X is phosphorylated" */
  const pq_chunk *const prep = &p->chunks.at[i - 1];
  const bool only = pq_unit_says(p, prep->begin, "only after");
  if (!only && !pq_view_says_any(prep->slot, words)) return false;
  if (only) pq_step_only(w, i - 1);
  keep_main(w, i - 1);
  const uint32_t number = w->main_number;
  pq_walk_restart(w, i);
  w->main_number = number;
  pq_walk_top(w)->subject = i;
  return true;
}

/* "inhibits, through an unknown mechanism, | STAT3": the verb that has waited
 * for its object; 0 none. */
static uint32_t verb_past_aside(const pq_parse *p, const pq_clause *now,
                                uint32_t i) {
  uint32_t k = i - 1;
  if (!now->verb || now->object || !pq_chunk_is(p, k, PQ_CHUNK_COMMA) ||
      pq_walk_has_verb(p, i)) {
    return 0;
  }
  while (pq_chunk_is(p, k - 1, PQ_CHUNK_NOUN) ||
         pq_chunk_is(p, k - 1, PQ_CHUNK_PREPOSITION)) {
    --k;
  }
  const bool aside = k + 1 < i && pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION) &&
                     pq_chunk_is(p, k - 1, PQ_CHUNK_COMMA);
  const uint32_t verb = k - 2;
  const uint32_t hit = aside && verb == now->verb ? p->chunks.at[verb].hit : 0;
  return hit && p->hits.at[hit].voice == PQ_ACTIVE_VOICE &&
                 !pq_hit_arg(&p->hits.at[hit], PQ_AS_PRODUCT)
             ? verb
             : 0;
}

static void on_noun(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  const pq_chunk *const c = &p->chunks.at[i];
  pq_refer_noun(w, i);
  w->last_noun = i;
  if (c->hit) {
    pq_argument_before(p, c->hit);
  } else if (c->end > c->begin + 2) {
    for (uint32_t k = c->begin + 1; k + 1 < c->end && !p->holds; ++k) {
      p->holds = p->units.at[k].forms & PQ_FORM_ING;
    }
  }
  if (c->prior || opens_clause(w, i)) return; /* a list goes with its first */
  if (pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION)) {
    pq_walk_phrase(w, i);
  } else if (pq_chunk_is(p, i - 1, PQ_CHUNK_VERB)) {
    take_object(w, i - 1, i);
  } else if (!close_verbs(p, i) && !(pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA) &&
                                     pq_raise_closed(p, i))) {
    const uint32_t verb = verb_past_aside(p, pq_walk_top(w), i);
    if (verb) {
      take_object(w, verb, i);
    } else {
      stand_alone(w, i);
    }
  }
}

/* ---- small words ---- */

/* "JAK2, when bound to EPOR, phosphorylates X", "JAK2, however, does": the
 * clause goes on. */
static bool goes_on(const pq_parse *p, const pq_clause *now, uint32_t i) {
  const bool word = pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA) &&
                    pq_chunk_is(p, i + 1, PQ_CHUNK_COMMA);
  const uint32_t verb = i + (word ? 2 : 1);
  return now->subject && !now->verb && pq_chunk_is(p, verb, PQ_CHUNK_VERB) &&
         word == (p->chunks.at[verb].form == PQ_VERB_FINITE);
}

static void on_subordinate(pq_walker *w, uint32_t i) {
  const pq_clause *const now = pq_walk_top(w);
  if (!goes_on(w->p, now, i)) {
    if (now->verb) pq_step_only(w, i);
    keep_main(w, i);
    pq_walk_restart(w, i);
    w->dangling = 0;
  }
  w->p->chunks.at[i].clause = w->number;
  pq_gap_turned(w, i);
}

void pq_walk_push(pq_walker *w, uint32_t chunk, uint32_t subject) {
  if (w->depth < PQ_CLAUSES_MOST) ++w->depth;
  *pq_walk_top(w) =
      (pq_clause){.first = chunk, .subject = subject, .relative = true};
}

pq_status pq_clause_read(pq_parse *p) {
  pq_walker w = {.p = p};
  pq_walk_restart(&w, 1);
  p->verb_of_whether = 0;
  p->subject = 0;
  p->context = 0;
  p->ended = 0;
  p->holds = false;
  for (uint32_t i = 1; i < p->chunks.n && !w.status; ++i) {
    switch (p->chunks.at[i].kind) {
    case PQ_CHUNK_NOUN: on_noun(&w, i); break;
    case PQ_CHUNK_VERB: pq_walk_verb(&w, i); break;
    case PQ_CHUNK_RELATIVE: pq_walk_relative(&w, i); break;
    case PQ_CHUNK_SUBORDINATE: on_subordinate(&w, i); break;
    case PQ_CHUNK_WHETHER:
    case PQ_CHUNK_STOP: pq_walk_restart(&w, i); break;
    case PQ_CHUNK_PREPOSITION:
    case PQ_CHUNK_AND:
    case PQ_CHUNK_COMMA: break;
    }
  }
  return w.status;
}
