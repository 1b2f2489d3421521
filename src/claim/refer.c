/* Pronouns within a sentence: "it" as a subject is the subject before, "it" and
 * "its" elsewhere the nearest name that is not the subject. */
#include "refer.h"

#include "clause.h"
#include "draft.h"

/* "their protein partners", "its substrates": somebody else; "its dimer" is not
 * one of the two. */
static bool is_another(const pq_parse *p, const pq_chunk *c) {
  return !c->hit && (pq_unit_means(p, c->end - 1, PQ_M_TARGET) ||
                     pq_unit_means(p, c->end - 1, PQ_M_MATE));
}

/* Does the group hold "it", "they", "its"?  `*own`: it is "its". */
static bool has_pronoun(const pq_parse *p, const pq_chunk *c, bool *own) {
  const uint32_t first = c->begin;
  *own = pq_unit_says(p, first, "its") || pq_unit_says(p, first, "their");
  if (*own && is_another(p, c)) return false;
  return *own || pq_unit_says(p, first, "it") ||
         pq_unit_says(p, first, "they") || pq_unit_says(p, first, "them");
}

/* "binds A and, with B, carries it": B is none that a verb is of. */
static bool is_set_off(const pq_parse *p, uint32_t noun) {
  return noun > 3 && !pq_chunk_is(p, noun - 1, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, noun - 2, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, noun - 3, PQ_CHUNK_AND) &&
         pq_chunk_is(p, noun + 1, PQ_CHUNK_COMMA);
}

/* "by X", "in the presence of X", "on tyrosine": not what a clause is about. */
static bool is_aside(const pq_parse *p, uint32_t noun) {
  static const char *const slots[] = {"by", "from", "in the presence of",
                                      "in the absence of", NULL};
  const uint32_t prep = p->chunks.at[noun - 1].begin;
  if (is_set_off(p, noun)) return true;
  return pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION) &&
         (pq_view_says_any(pq_unit_text(p, prep), slots) ||
          (pq_unit_says(p, prep, "on") &&
           pq_argument_is_molecule(p, noun, false)));
}

/* "K48-linked ubiquitin chains": what is put on, and not what has it. */
static bool is_chain(const pq_parse *p, const pq_chunk *c) {
  const pq_view w = pq_unit_text(p, c->end - 1);
  return c->end > c->name_end && (pq_view_same(w, PQ_LIT("chains")) ||
                                  pq_view_same(w, PQ_LIT("chain")));
}

/* "puts X on its substrates, targeting them": several that have no name, and
 * no residues. */
static bool is_unnamed_many(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  return !c->name_end && !c->hit && !c->sites && !c->of && !c->refers &&
         pq_refer_is_many(p, i) && pq_argument_is_other(p, i);
}

/* "it", "its" */
static bool says_one(const pq_parse *p, uint32_t i) {
  return pq_unit_says(p, p->chunks.at[i].begin, "it") ||
         pq_unit_says(p, p->chunks.at[i].begin, "its");
}

/* "their", "them" */
static bool says_several(const pq_parse *p, uint32_t i) {
  return pq_unit_says(p, p->chunks.at[i].begin, "them") ||
         pq_unit_says(p, p->chunks.at[i].begin, "their");
}

/* May a pronoun at i mean a thing that group k names?  "Its activity" is none
 * of a small molecule; in "removes ubiquitin from X and so stabilizes it" it is
 * X; `last` is what was met nearer to the pronoun. */
static bool may_mean(const pq_parse *p, uint32_t i, uint32_t k, uint32_t last) {
  const pq_chunk *const c = &p->chunks.at[k];
  const uint32_t own = p->chunks.at[i].hit;
  const pq_trigger *const t = p->hits.at[own].trigger;
  /* nor "its dimerization" */
  const bool of_protein = own && (t->weak || (t->type == PQ_TRIGGER_EVENT &&
                                              p->r->kinds[t->kind].assembly));
  if (of_protein && (pq_argument_is_molecule(p, k, false) ||
                     pq_unit_is_process(p, c->name_begin))) {
    return false; /* "binds A in hypoxia and increases its activity" */
  }
  if ((pq_refer_is_plural(p, c) || pq_refer_is_list(p, k)) && says_one(p, i)) {
    return false;
  }
  if (pq_refer_is_one(p, k) && says_several(p, i)) return false;
  if (!pq_refer_may_undergo(p, i, k)) return false;
  return !((last || is_chain(p, c)) && pq_hit_is_group(p, c->name_begin));
}

/* "When glucose is low, A binds it": not glucose, of which only that is told.
 */
static bool is_condition(const pq_parse *p, uint32_t k) {
  return pq_chunk_is(p, k - 1, PQ_CHUNK_SUBORDINATE) &&
         pq_chunk_is(p, k + 1, PQ_CHUNK_VERB) && p->chunks.at[k + 1].copula &&
         !p->chunks.at[k + 1].hit && pq_argument_is_molecule(p, k, false);
}

/* "A bound to B phosphorylates it": does group k only tell which A that is? */
static bool is_of_subject(const pq_parse *p, uint32_t i, uint32_t k,
                          uint32_t subject) {
  uint32_t verb = subject + 1;
  if (!subject || k < subject || !pq_chunk_is(p, verb, PQ_CHUNK_VERB) ||
      p->chunks.at[verb].form != PQ_VERB_REDUCED) {
    return false;
  }
  while (verb < i && !(pq_chunk_is(p, verb, PQ_CHUNK_VERB) &&
                       p->chunks.at[verb].form == PQ_VERB_FINITE)) {
    ++verb;
  }
  return k < verb && verb < i;
}

/* "Phosphorylation by X leads to its E", "phosphorylation of T172 in the loop
 * by X": of what X phosphorylates. */
static bool does_noun(const pq_parse *p, uint32_t k) {
  uint32_t i = k > 2 ? k - 2 : 0;
  if (!i || !pq_unit_says(p, p->chunks.at[k - 1].begin, "by") ||
      p->r->wants_happenings) {
    return false;
  }
  while (i > 2 && pq_chunk_is(p, i, PQ_CHUNK_NOUN) && !p->chunks.at[i].hit &&
         pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION)) {
    i -= 2;
  }
  return pq_chunk_is(p, i, PQ_CHUNK_NOUN) && p->chunks.at[i].hit &&
         p->hits.at[p->chunks.at[i].hit].voice == PQ_NOMINAL;
}

/* "ubiquitinates the receptor and targets it", "competes for the receptor": a
 * thing without a name that a verb or a noun is of. */
static bool is_object(const pq_parse *p, uint32_t k, uint32_t subject) {
  return k != subject && pq_refer_is_class(p, k) &&
         (pq_chunk_is(p, k - 1, PQ_CHUNK_VERB) ||
          (pq_chunk_is(p, k - 1, PQ_CHUNK_PREPOSITION) &&
           !pq_unit_says(p, p->chunks.at[k - 1].begin, "by")));
}

/* "STAT3 activation": a name before the noun that happens. */
static bool names_before_noun(const pq_parse *p, uint32_t i, uint32_t k,
                              bool them) {
  const uint32_t hit = p->chunks.at[k].hit;
  const pq_arg *const theme =
      hit ? pq_hit_arg(&p->hits.at[hit], PQ_AS_THEME) : NULL;
  const bool many = !them || (theme && theme->end > theme->begin + 1);
  return theme && theme->end && many && !pq_refer_passes(p, i, theme);
}

/* The nearest group with a name before i, the subject left out; one that is
 * aside if there is no other. */
static uint32_t nearest(const pq_parse *p, uint32_t i, uint32_t subject) {
  uint32_t last = 0;
  const bool them = says_several(p, i);
  for (uint32_t k = i; k-- > 1;) {
    const pq_chunk *const c = &p->chunks.at[k];
    if (c->kind != PQ_CHUNK_NOUN) continue;
    if (them && !last && is_unnamed_many(p, k)) return 0;
    if (is_object(p, k, subject) && says_one(p, i) && !last) return k;
    const bool whose = pq_unit_says(p, c->begin, "its") && !c->hit &&
                       !pq_unit_says(p, p->chunks.at[i].begin, "it");
    const bool named = c->name_end && k != subject && !whose &&
                       pq_refer_first_of(p, k) != subject &&
                       pq_argument_content(p, k).things;
    if (named && (!may_mean(p, i, k, last) || is_of_subject(p, i, k, subject) ||
                  is_condition(p, k))) {
      continue;
    }
    if (named && !is_aside(p, pq_refer_first_of(p, k))) {
      return pq_refer_first_of(p, k);
    }
    if (named && !last && !does_noun(p, pq_refer_first_of(p, k))) {
      last = pq_refer_first_of(p, k);
    }
    if (names_before_noun(p, i, k, them)) return k;
  }
  return last;
}

/* "STAT3 is phosphorylated at S1 and S2 by JAK2, resulting in its
 * dimerization": what a passive is about is meant, and not who does it. */
static bool is_doer(const pq_parse *p, uint32_t subject, uint32_t noun) {
  if (noun < 3 || !subject || subject + 2 >= noun ||
      !p->chunks.at[subject].name_end ||
      !pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION) ||
      !pq_unit_says(p, p->chunks.at[noun - 1].begin, "by")) {
    return false;
  }
  uint32_t verb = noun - 2;
  while (verb > subject + 1 && !pq_chunk_is(p, verb, PQ_CHUNK_VERB)) {
    --verb;
  }
  const uint32_t hit = p->chunks.at[verb].hit;
  return verb == subject + 1 && hit && p->hits.at[hit].voice == PQ_PASSIVE;
}

/* "X is recruited to Y through its interaction with Z": of X. */
static bool is_means_of(const pq_parse *p, const pq_clause *now,
                        uint32_t noun) {
  static const char *const means[] = {"through", "via", NULL};
  const uint32_t hit = now->verb ? p->chunks.at[now->verb].hit : 0;
  return now->subject && p->chunks.at[now->subject].name_end && hit &&
         p->hits.at[hit].voice == PQ_PASSIVE &&
         pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION) &&
         pq_view_says_any(p->chunks.at[noun - 1].slot, means);
}

/* "Their" is of several, and not of a subject that is one thing. */
static bool is_one_of(const pq_parse *p, const pq_chunk *c, uint32_t subject) {
  if (subject && pq_unit_says(p, c->begin, "its") &&
      pq_refer_is_list(p, subject)) {
    return false;
  }
  if (!pq_unit_says(p, c->begin, "their") || !subject) return true;
  const pq_chunk *const s = &p->chunks.at[subject];
  const pq_view w = pq_unit_text(p, s->end - 1);
  return s->next || s->hit || !s->name_end || w.ptr[w.len - 1] == 's' ||
         p->units.at[s->name_begin].n > 1;
}

/* "X does Y, which leads to its Z", "which relieves its Z": of Y, which stands
 * before "which". */
static bool follows(const pq_parse *p, const pq_clause *now, uint32_t noun) {
  const uint32_t hit = now->verb ? p->chunks.at[now->verb].hit : 0;
  const bool next =
      now->verb + 1 == noun ||
      (now->verb + 2 == noun && pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION));
  const bool own = next && pq_chunk_is(p, now->verb - 1, PQ_CHUNK_RELATIVE);
  return now->after_comma && hit &&
         (p->hits.at[hit].trigger->consequence || own) &&
         p->chunks.at[now->verb].form == PQ_VERB_FINITE && now->subject &&
         p->chunks.at[now->subject].name_end;
}

/* "X represses its own transcription", "both are": the subject, or what that
 * means. */
static uint32_t subject_meant(const pq_parse *p, uint32_t subject) {
  const uint32_t refers = p->chunks.at[subject].refers;
  return refers ? refers : subject;
}

bool pq_refer_is_own(const pq_parse *p, uint32_t hit) {
  const pq_arg *const theme = pq_hit_arg(&p->hits.at[hit], PQ_AS_THEME);
  const pq_chunk *const c = &p->chunks.at[theme ? theme->chunk : 0];
  return theme && c->refers && pq_unit_says(p, c->begin + 1, "own");
}

/* "Neither A nor B does X, but both do Y": the two of the subject before. */
static bool is_both(const pq_parse *p, uint32_t noun, uint32_t subject) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const uint32_t next = p->chunks.at[subject].next;
  return subject && c->end == c->begin + 1 &&
         pq_unit_says(p, c->begin, "both") && next &&
         !p->chunks.at[next].next && pq_chunk_is(p, noun + 1, PQ_CHUNK_VERB);
}

/* "until it is degraded": a subject. */
static bool begins_clause(const pq_parse *p, uint32_t noun) {
  static const char *const words[] = {"before", "after", "until", "since",
                                      NULL};
  return pq_chunk_is(p, noun + 1, PQ_CHUNK_VERB) &&
         p->chunks.at[noun + 1].form == PQ_VERB_FINITE &&
         pq_view_says_any(p->chunks.at[noun - 1].slot, words);
}

/* "A dissociates from B after it ...": either of them. */
static bool is_either(const pq_parse *p, const pq_clause *now, uint32_t noun) {
  const uint32_t hit = now->verb ? p->chunks.at[now->verb].hit : 0;
  const pq_hit *const h = &p->hits.at[hit];
  if (!hit || h->trigger->type != PQ_TRIGGER_EVENT || !begins_clause(p, noun)) {
    return false;
  }
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  return (kind->binding || kind->dissociation) &&
         pq_hit_arg(h, PQ_AS_PARTNER) != NULL;
}

bool pq_refer_is_mutual(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  return c->end == c->begin + 2 && pq_unit_says(p, c->end - 1, "other") &&
         pq_unit_says(p, c->begin, "each");
}

/* "A and B phosphorylate each other": the list; what binds each other is told
 * of by itself. */
static bool refer_mutual(pq_walker *w, uint32_t noun) {
  const pq_parse *const p = w->p;
  if (!pq_refer_is_mutual(p, noun) ||
      !pq_chunk_is(p, noun - 1, PQ_CHUNK_VERB) || p->r->wants_happenings) {
    return false;
  }
  const pq_hit *const h = &p->hits.at[p->chunks.at[noun - 1].hit];
  const pq_arg *const agent = pq_hit_arg(h, PQ_AS_AGENT);
  const bool event = h->trigger->type == PQ_TRIGGER_EVENT;
  if (!event || !agent || agent->hit) return false;
  p->chunks.at[noun].refers = agent->chunk;
  return true;
}

/* "phosphorylates itself", "phosphorylates X and itself", and not "by itself",
 * which is "alone" */
static bool refer_itself(pq_walker *w, uint32_t noun) {
  const pq_parse *const p = w->p;
  pq_chunk *const c = &p->chunks.at[noun];
  const uint32_t verb = (c->prior ? c->prior : noun) - 1;
  if (c->end != c->begin + 1 || !(p->units.at[c->begin].classes & PQ_W_SAME) ||
      !pq_chunk_is(p, verb, PQ_CHUNK_VERB)) {
    return refer_mutual(w, noun);
  }
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  const pq_arg *const agent = pq_hit_arg(h, PQ_AS_AGENT);
  c->refers = agent && !agent->hit ? agent->chunk : pq_walk_top(w)->subject;
  return true;
}

/* Whom a pronoun does not mean: the subject; but in "allows X to phosphorylate
 * it", X. */
static uint32_t left_out(const pq_parse *p, uint32_t noun, bool own,
                         uint32_t subject) {
  const pq_chunk *const verb = &p->chunks.at[noun - 1];
  if (own || verb->kind != PQ_CHUNK_VERB || verb->form != PQ_VERB_INFINITIVE ||
      !verb->hit || p->r->wants_happenings) {
    return subject;
  }
  const pq_hit *const h = &p->hits.at[verb->hit];
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].chunk < noun - 1 && !h->args[i].end) {
      return h->args[i].chunk;
    }
  }
  return subject;
}

/* "A acts as a GAP for B; its E": of A, where B is not what A acts on. */
static uint32_t subject_of_half(const pq_walker *w, uint32_t noun,
                                uint32_t meant) {
  const pq_parse *const p = w->p;
  const uint32_t subject = w->last_subject;
  const bool starts = pq_chunk_is(p, noun - 1, PQ_CHUNK_STOP);
  return starts && subject && subject < meant &&
                 p->chunks.at[subject].name_end &&
                 !p->chunks.at[subject].next && !p->chunks.at[subject].hit &&
                 pq_chunk_is(p, meant - 1, PQ_CHUNK_PREPOSITION)
             ? subject
             : meant;
}

/* "A ubiquitinates, or binds, B when it is phosphorylated": either of them. */
static bool may_be_object(const pq_walker *w, uint32_t noun) {
  static const char *const words[] = {"when", "once", "if", NULL};
  const pq_parse *const p = w->p;
  const pq_chunk *const when = &p->chunks.at[noun - 1];
  const uint32_t verb = w->main_number ? w->main.verb : 0;
  const pq_hit *const h = &p->hits.at[verb ? p->chunks.at[verb].hit : 0];
  const pq_hit *const does = &p->hits.at[p->chunks.at[noun + 1].hit];
  if (when->kind != PQ_CHUNK_SUBORDINATE || !h->trigger ||
      !pq_view_says_any(pq_unit_text(p, when->begin), words) ||
      !pq_chunk_is(p, noun + 1, PQ_CHUNK_VERB) || !does->trigger ||
      does->voice != PQ_PASSIVE || h->voice != PQ_ACTIVE_VOICE ||
      h->trigger->type != PQ_TRIGGER_EVENT) {
    return false;
  }
  /* "A binds B when it is phosphorylated": B is the partner */
  const pq_arg *object = pq_hit_arg(h, PQ_AS_THEME);
  if (object && object->chunk < verb) object = pq_hit_arg(h, PQ_AS_PARTNER);
  return object && !object->hit && object->chunk > verb &&
         pq_argument_content(p, object->chunk).things;
}

/* What "it" means that a clause begins with. */
static uint32_t subject_before(pq_walker *w, uint32_t noun) {
  const uint32_t it = pq_refer_same(w->p, noun, 0);
  if (it) return it;
  const uint32_t there = pq_refer_brought_there(w->p, noun);
  if (there) return there;
  bool told = false;
  const uint32_t for_it = pq_refer_for_purpose(w->p, noun, &told);
  if (told) return for_it;
  if (may_be_object(w, noun)) return 0;
  if (is_either(w->p, pq_walk_top(w), noun)) return 0;
  return pq_refer_agreeing(w->p, w->last_subject, noun);
}

/* "A binds B until C phosphorylates it": A, or B. */
static bool may_be_subject(const pq_walker *w, uint32_t noun) {
  const pq_parse *const p = w->p;
  const uint32_t first = w->stack[0].first;
  const uint32_t verb = w->main_number ? w->main.verb : 0;
  return verb && w->depth == 1 && pq_chunk_is(p, noun - 1, PQ_CHUNK_VERB) &&
         pq_chunk_is(p, first - 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[first - 1].begin, "until") &&
         pq_argument_content(p, w->main.subject).things && w->main.object &&
         pq_argument_content(p, w->main.object).things;
}

/* "A degrades B, and its expression, its loss ...": A's, for that goes on about
 * what A is and not about what A does. */
static bool goes_on_about(const pq_parse *p, const pq_clause *now,
                          uint32_t noun) {
  const pq_hit *const h = &p->hits.at[p->chunks.at[noun].hit];
  const pq_chunk *const s = &p->chunks.at[now->subject];
  const bool told = s->name_end || pq_unit_says(p, s->begin, "it");
  if (!p->chunks.at[noun].hit || !now->subject || !now->verb || !told ||
      s->next || !pq_chunk_is(p, noun - 1, PQ_CHUNK_AND) ||
      !pq_chunk_is(p, noun - 2, PQ_CHUNK_COMMA) ||
      p->chunks.at[now->verb].form != PQ_VERB_FINITE) {
    return false;
  }
  return h->trigger->stands || (h->trigger->type == PQ_TRIGGER_EVENT &&
                                p->r->kinds[h->trigger->kind].needs_gene);
}

/* Whom a pronoun means by where it stands. */
static uint32_t by_place(pq_walker *w, uint32_t noun, bool own) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  if (own && follows(p, now, noun)) {
    return pq_refer_who_undergoes(p, now->subject);
  }
  if (own && (is_means_of(p, now, noun) || pq_refer_needs_for(p, now, noun))) {
    return now->subject;
  }
  if (!own && may_be_subject(w, noun)) return 0;
  /* "is phosphorylated by X, which inhibits it" */
  if (!own && now->relative && now->subject) {
    const uint32_t done_to = pq_refer_who_undergoes(p, now->subject);
    if (done_to != now->subject) return done_to;
  }
  uint32_t near = nearest(p, noun, left_out(p, noun, own, now->subject));
  /* "It is phosphorylated by X at S1, which relieves its E": not X's; "when it
   * is phosphorylated by X, Y binds it": not X */
  const bool doer = near && pq_unit_says(p, p->chunks.at[near - 1].begin, "by");
  if (own && doer) near = pq_refer_who_undergoes(p, near);
  if (!own && doer && !p->r->wants_happenings) return 0;
  return own ? pq_refer_of_event(p, now, noun, near) : near;
}

/* Whom a pronoun means by the words beside it; 0: they do not tell. */
static uint32_t by_words(const pq_parse *p, uint32_t noun, uint32_t subject,
                         bool own) {
  if (!own) {
    const uint32_t it = pq_refer_same(p, noun, subject);
    const uint32_t to_it = it ? it : pq_refer_recruited(p, noun);
    const uint32_t primed = to_it ? to_it : pq_refer_primed(p, noun);
    return primed ? primed : pq_refer_undergone(p, noun);
  }
  const uint32_t gene = pq_refer_gene(p, noun);
  const uint32_t same = gene ? gene : pq_refer_said_of(p, noun);
  return same ? same : pq_refer_done_to(p, noun);
}

void pq_refer_noun(pq_walker *w, uint32_t noun) {
  pq_parse *const p = w->p;
  pq_chunk *const c = &p->chunks.at[noun];
  bool own = false;
  if (refer_itself(w, noun)) return;
  pq_refer_appose(p, noun);
  pq_refer_encode(p, noun);
  pq_refer_as(p, pq_walk_top(w)->subject, noun);
  if (is_both(p, noun, w->last_subject)) c->refers = w->last_subject;
  if (c->name_end || !has_pronoun(p, c, &own)) return;
  const pq_clause *const now = pq_walk_top(w);
  if (own && now->subject && pq_unit_says(p, c->begin + 1, "own")) {
    c->refers = subject_meant(p, now->subject);
    return;
  }
  const bool object = (pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION) &&
                       !begins_clause(p, noun)) ||
                      pq_chunk_is(p, noun - 1, PQ_CHUNK_VERB);
  const bool where = pq_unit_says(p, c->begin - 1, "where");
  if (!object && (!own || where)) {
    c->refers = subject_before(w, noun);
    return;
  }
  if (own && pq_refer_with_another(p, noun)) return;
  const bool first = own && !object && goes_on_about(p, now, noun);
  const uint32_t done =
      first ? now->subject : by_words(p, noun, now->subject, own);
  if (done) {
    c->refers = done;
    return;
  }
  c->refers = by_place(w, noun, own);
  if (own && !object) c->refers = subject_of_half(w, noun, c->refers);
  if (own && is_doer(p, now->subject, c->refers)) c->refers = now->subject;
  if (!c->refers && own && is_one_of(p, c, now->subject) &&
      pq_refer_may_own(p, now->subject, noun)) {
    c->refers = now->subject;
  }
  if (c->refers == noun) c->refers = 0;
}
