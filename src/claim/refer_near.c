/* Whom a pronoun means by where it stands: the nearest thing that is named
 * before it, the subject of its clause left out. */
#include "refer.h"

/* "binds A and, with B, carries it": B is none that a verb is of. */
static bool is_set_off(const pq_parse *p, uint32_t noun) {
  return noun > 3 && !pq_chunk_is(p, noun - 1, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, noun - 2, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, noun - 3, PQ_CHUNK_AND) &&
         pq_chunk_is(p, noun + 1, PQ_CHUNK_COMMA);
}

/* "by X", "in the presence of X", "on tyrosine": not what a clause is about. */
static bool is_aside(const pq_parse *p, uint32_t noun) {
  static const char *const slots[] = {
      "by",      "from",       "in the presence of", "in the absence of",
      "without", "instead of", "independent of",     "independently of",
      NULL};
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

/* "A acts on B, and C, which binds it, acts on B": not B, which would be "it"
 * again. */
static bool is_named_again(const pq_parse *p, uint32_t i, uint32_t k) {
  const pq_entity_id id =
      pq_entity_base(p->r, pq_unit_entity(p, p->chunks.at[k].name_begin));
  for (uint32_t n = i + 1; n < p->chunks.n; ++n) {
    const pq_chunk *const c = &p->chunks.at[n];
    if (c->kind == PQ_CHUNK_STOP) return false;
    if (c->kind == PQ_CHUNK_NOUN && c->name_end &&
        pq_chunk_is(p, n - 1, PQ_CHUNK_VERB) &&
        pq_chunk_is(p, n - 2, PQ_CHUNK_COMMA) &&
        pq_entity_base(p->r, pq_unit_entity(p, c->name_begin)) == id) {
      return true;
    }
  }
  return false;
}

/* "A acts on B that is bound to C, and D phosphorylates it": B, of which C only
 * tells more; `k` is C.  0: it stands in no such clause. */
static uint32_t told_by(const pq_parse *p, uint32_t i, uint32_t k) {
  bool over = false; /* a new clause begins between the two */
  for (uint32_t n = k + 1; n < i; ++n) {
    over = over || (pq_chunk_is(p, n, PQ_CHUNK_AND) &&
                    pq_chunk_is(p, n - 1, PQ_CHUNK_COMMA) &&
                    pq_chunk_is(p, n + 1, PQ_CHUNK_NOUN) && n + 1 < i);
  }
  uint32_t n = k;
  while (over && n > 1 && !pq_chunk_is(p, n, PQ_CHUNK_RELATIVE) &&
         !pq_chunk_is(p, n, PQ_CHUNK_STOP) &&
         !pq_chunk_is(p, n, PQ_CHUNK_AND)) {
    --n;
  }
  if (!over || !pq_chunk_is(p, n, PQ_CHUNK_RELATIVE)) return 0;
  const uint32_t host = n - (pq_chunk_is(p, n - 1, PQ_CHUNK_COMMA) ? 2 : 1);
  const pq_chunk *const c = &p->chunks.at[host];
  return c->kind == PQ_CHUNK_NOUN && c->name_end && !c->hit &&
                 pq_argument_content(p, host).things
             ? host
             : 0;
}

/* Does group k name a thing, and not the subject? */
static bool is_named(const pq_parse *p, uint32_t i, uint32_t k,
                     uint32_t subject) {
  const pq_chunk *const c = &p->chunks.at[k];
  const bool whose = pq_unit_says(p, c->begin, "its") && !c->hit &&
                     !pq_unit_says(p, p->chunks.at[i].begin, "it");
  return c->name_end && k != subject && !whose &&
         pq_refer_first_of(p, k) != subject && pq_argument_content(p, k).things;
}

/* Is what group k names meant by no pronoun at i, where that is? */
static bool is_passed(const pq_parse *p, uint32_t i, uint32_t k,
                      uint32_t subject, uint32_t last) {
  return !may_mean(p, i, k, last) || is_of_subject(p, i, k, subject) ||
         is_condition(p, k) || is_named_again(p, i, k);
}

/* What names a thing at k, or that of which it only tells more. */
static uint32_t meant_at(const pq_parse *p, uint32_t i, uint32_t k) {
  const uint32_t host = p->r->wants_happenings ? 0 : told_by(p, i, k);
  return pq_refer_first_of(p, host ? host : k);
}

/* The nearest group with a name before i, the subject left out; one that is
 * aside if there is no other. */
static uint32_t nearest(const pq_parse *p, uint32_t i, uint32_t subject) {
  uint32_t last = 0;
  const bool them = says_several(p, i);
  for (uint32_t k = i; k-- > 1;) {
    if (p->chunks.at[k].kind != PQ_CHUNK_NOUN) continue;
    if (them && !last && is_unnamed_many(p, k)) return 0;
    if (is_object(p, k, subject) && says_one(p, i) && !last) return k;
    const bool named = is_named(p, i, k, subject);
    if (named && is_passed(p, i, k, subject, last)) continue;
    const uint32_t first = pq_refer_first_of(p, k);
    if (named && !is_aside(p, first)) return meant_at(p, i, k);
    if (named && !last && !does_noun(p, first)) last = first;
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

/* Whom a pronoun does not mean: the subject; but in "allows X to phosphorylate
 * it", X. */
static uint32_t left_out(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t noun = it->noun;
  const uint32_t subject = it->now->subject;
  const pq_chunk *const verb = &p->chunks.at[noun - 1];
  if (it->own || verb->kind != PQ_CHUNK_VERB ||
      verb->form != PQ_VERB_INFINITIVE || !verb->hit ||
      p->r->wants_happenings) {
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
static uint32_t subject_of_half(const pq_pronoun *it, uint32_t meant) {
  const pq_parse *const p = it->p;
  const uint32_t subject = it->w->last_subject;
  const bool starts = pq_chunk_is(p, it->noun - 1, PQ_CHUNK_STOP);
  return starts && subject && subject < meant &&
                 p->chunks.at[subject].name_end &&
                 !p->chunks.at[subject].next && !p->chunks.at[subject].hit &&
                 pq_chunk_is(p, meant - 1, PQ_CHUNK_PREPOSITION)
             ? subject
             : meant;
}

pq_meant pq_refer_near(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t subject = it->now->subject;
  uint32_t near = nearest(p, it->noun, left_out(it));
  /* "It is phosphorylated by X at S1, which relieves its E": not X's; "when it
   * is phosphorylated by X, Y binds it": not X */
  const bool doer = near && pq_unit_says(p, p->chunks.at[near - 1].begin, "by");
  if (!it->own) {
    return doer && !p->r->wants_happenings ? PQ_NOBODY : pq_meant_for(near);
  }
  if (doer) near = pq_refer_who_undergoes(p, near);
  near = pq_refer_of_event(p, it->now, it->noun, near);
  if (!it->object) near = subject_of_half(it, near);
  return pq_meant_if(is_doer(p, subject, near) ? subject : near);
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

pq_meant pq_refer_subject(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t subject = it->now->subject;
  const bool may = is_one_of(p, &p->chunks.at[it->noun], subject) &&
                   pq_refer_may_own(p, subject, it->noun);
  return pq_meant_if(may ? subject : 0);
}
