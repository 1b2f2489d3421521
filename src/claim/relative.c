/* "which", "that", "in which": what a relative clause is about. */
#include "refer.h"

/* "phosphorylation of X, which promotes its degradation, prevents Y from": what
 * is put on X does, or what is taken off it: "deubiquitination of X". */
static bool puts_forward(const pq_parse *p, const pq_hit *does,
                         const pq_hit *happens) {
  const pq_trigger *const t = does->trigger;
  return does->voice == PQ_ACTIVE_VOICE && t->type == PQ_TRIGGER_REGULATION &&
         t->relation == PQ_REL_UPSTREAM && t->polarity != PQ_POLARITY_UNSAID &&
         happens->trigger->type == PQ_TRIGGER_EVENT &&
         (p->r->kinds[happens->trigger->kind].product_unsaid ||
          pq_view_starts(happens->trigger->lemma, PQ_LIT("de")));
}

/* "phosphorylation of X, which is triggered by Y": what happens is triggered,
 * not X.  The noun that happens, or the noun itself. */
static uint32_t triggered(const pq_parse *p, uint32_t relative, uint32_t last) {
  const uint32_t verb = relative + 1;
  /* "phosphorylation of X by Y, which": of X */
  const bool by = last > 4 && pq_chunk_is(p, last - 1, PQ_CHUNK_PREPOSITION) &&
                  pq_unit_says(p, p->chunks.at[last - 1].begin, "by") &&
                  pq_chunk_is(p, last - 2, PQ_CHUNK_NOUN);
  const uint32_t noun = by ? last - 2 : last;
  if (noun < 3 || !pq_chunk_is(p, verb, PQ_CHUNK_VERB)) return last;
  const pq_chunk *const happens = &p->chunks.at[noun - 2];
  const pq_hit *const does = &p->hits.at[p->chunks.at[verb].hit];
  const bool of = pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION) &&
                  pq_unit_says(p, p->chunks.at[noun - 1].begin, "of");
  if (!of || happens->kind != PQ_CHUNK_NOUN || !happens->hit ||
      !p->chunks.at[verb].hit) {
    return last;
  }
  if (puts_forward(p, does, &p->hits.at[happens->hit])) return noun - 2;
  if (does->voice != PQ_PASSIVE) return last;
  return does->trigger->type == PQ_TRIGGER_REGULATION ||
                 does->trigger->type == PQ_TRIGGER_DEPENDENCE
             ? noun - 2
             : last;
}

/* Does a verb group say that its subject is several: "that enhance"? */
static bool wants_many(const pq_parse *p, uint32_t verb) {
  if (!pq_chunk_is(p, verb, PQ_CHUNK_VERB)) return false;
  const pq_chunk *const c = &p->chunks.at[verb];
  const pq_unit *const u = &p->units.at[c->begin];
  if (u->tag == PQ_TAG_AUXILIARY) {
    return pq_unit_says(p, c->begin, "are") ||
           pq_unit_says(p, c->begin, "were") ||
           pq_unit_says(p, c->begin, "have");
  }
  return c->begin == c->head && u->forms == PQ_FORM_BASE;
}

/* Is it one thing, by its look? */
static bool is_single(const pq_parse *p, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const pq_view w = pq_unit_text(p, c->end - 1);
  if (!c->name_end || c->next || c->prior || w.ptr[w.len - 1] == 's') {
    return false;
  }
  const pq_unit *const u = &p->units.at[c->name_begin];
  const pq_mention *const m = &p->r->mentions.at[u->first];
  return u->n == 1 && c->end == c->name_end &&
         pq_entity_at(p->r, m->entity)->kind == PQ_ENTITY_PROTEIN;
}

/* "sites in X that recruit Y": X does, by its sites. */
static bool is_part(const pq_parse *p, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  return c->name_end || c->sites ||
         (p->units.at[c->end - 1].classes & (PQ_W_SITE | PQ_W_PART));
}

/* "mutations in X that enhance E": the mutations do, not X. */
static uint32_t agreeing(const pq_parse *p, uint32_t relative, uint32_t noun) {
  const bool other = noun > 2 && is_single(p, noun) &&
                     pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION) &&
                     pq_chunk_is(p, noun - 2, PQ_CHUNK_NOUN) &&
                     wants_many(p, relative + 1) && !is_part(p, noun - 2);
  return other ? noun - 2 : noun;
}

/* "a ligase": one thing that has no name. */
static bool is_unnamed_one(const pq_parse *p, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  return !c->name_end && !c->hit && !c->of && !c->refers &&
         (pq_unit_says(p, c->begin, "a") || pq_unit_says(p, c->begin, "an"));
}

/* "A forms a complex with B that does X": the complex does, and so does "a
 * ligase with B". */
static uint32_t of_complex(const pq_parse *p, uint32_t noun) {
  const uint32_t first = p->chunks.at[noun].prior;
  const uint32_t b = first ? first : noun;
  const bool with = b && pq_unit_says(p, p->chunks.at[b - 1].begin, "with");
  if (b < 3 || !pq_chunk_is(p, b - 1, PQ_CHUNK_PREPOSITION) ||
      !pq_chunk_is(p, b - 2, PQ_CHUNK_NOUN) ||
      !(with || pq_unit_says(p, p->chunks.at[b - 1].begin, "of"))) {
    return noun;
  }
  return pq_hit_is_complex(p, p->chunks.at[b - 2].hit) ||
                 (with &&
                  (is_unnamed_one(p, b - 2) ||
                   pq_view_ends(pq_unit_text(p, p->chunks.at[b - 2].end - 1),
                                PQ_LIT("complex"))))
             ? b - 2
             : noun;
}

/* "a RHO GTPase", "a cell-surface receptor", "a transcriptional regulator":
 * does a group only say what its subject is? */
static bool says_kind(const pq_parse *p, const pq_chunk *c) {
  if (c->hit) return !c->name_end && p->hits.at[c->hit].trigger->actor;
  return c->name_end && (pq_unit_is_kind(p, c->name_begin, PQ_ENTITY_FAMILY) ||
                         (c->name_end < c->end &&
                          pq_unit_is_kind(p, c->name_begin, PQ_ENTITY_PLACE)));
}

/* "X is a RHO GTPase that binds Z", "is a membrane protein that": the subject;
 * else 0. */
static uint32_t of_kind(const pq_parse *p, const pq_clause *now,
                        uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const pq_chunk *const verb = &p->chunks.at[noun - 1];
  const bool one =
      pq_unit_says(p, c->begin, "a") || pq_unit_says(p, c->begin, "an");
  const bool is = one && verb->kind == PQ_CHUNK_VERB && verb->copula &&
                  p->chunks.at[now->subject].name_end;
  return is && says_kind(p, c) ? now->subject : 0;
}

/* "a RHO GTPase with a long tail that binds Z": what has the tail. */
static uint32_t past_trait(const pq_parse *p, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const bool with = noun > 3 && !c->name_end && !c->hit && !c->of &&
                    pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION) &&
                    pq_unit_says(p, p->chunks.at[noun - 1].begin, "with");
  return with && pq_chunk_is(p, noun - 2, PQ_CHUNK_NOUN) ? noun - 2 : noun;
}

/* "X is an inhibitor of Y that binds Z", "X is a kinase related to Y that binds
 * Z": X does, or what has no name; and not Y. */
static uint32_t of_office(const pq_walker *w, uint32_t noun) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = &w->stack[w->depth - 1];
  const pq_chunk *const y = &p->chunks.at[noun];
  const uint32_t kind = noun > 1 ? of_kind(p, now, past_trait(p, noun)) : 0;
  if (kind) return kind;
  if (noun < 4 || y->prior || !y->name_end || y->begin != y->name_begin ||
      !pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION)) {
    return noun;
  }
  const bool related = pq_chunk_is(p, noun - 2, PQ_CHUNK_VERB) &&
                       p->chunks.at[noun - 2].form == PQ_VERB_REDUCED;
  const uint32_t head = noun - (related ? 3 : 2);
  const pq_chunk *const c = &p->chunks.at[head];
  const bool one =
      pq_unit_says(p, c->begin, "a") || pq_unit_says(p, c->begin, "an");
  const bool office =
      related ? !c->hit && !c->name_end : p->hits.at[c->hit].trigger->actor;
  if (c->kind != PQ_CHUNK_NOUN || !one || !office) return noun;
  const pq_chunk *const verb = &p->chunks.at[head - 1];
  const bool is = (verb->kind == PQ_CHUNK_VERB && verb->copula) ||
                  pq_unit_says(p, verb->begin, "as");
  return is && now->subject ? now->subject : head;
}

/* "binds A and B, which phosphorylate": a verb of several is of the list. */
static uint32_t listed(const pq_parse *p, uint32_t verb, uint32_t noun) {
  if (!noun) return 0;
  const pq_chunk *const c = &p->chunks.at[noun];
  /* "A as well as B, which": B */
  const bool as_well = p->units.at[c->begin - 1].n_tokens > 1;
  const bool all = c->prior && c->name_end && !c->hit && !c->negated &&
                   !as_well && !p->chunks.at[c->prior].hit &&
                   wants_many(p, verb);
  return all ? c->prior : noun;
}

/* "phosphorylates A and B, which suppresses C": one verb for what is done to
 * two things; what binds them may be meant with "binds A and B, which
 * activates". */
static bool is_of_deed(pq_walker *w, uint32_t chunk) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const pq_chunk *const c = &p->chunks.at[w->last_noun];
  const uint32_t deed = now->verb ? p->chunks.at[now->verb].hit : 0;
  const uint32_t verb = chunk + 1;
  if (!w->last_noun || !deed || !c->prior || !c->name_end || c->negated ||
      c->prior != now->verb + 1 || !pq_chunk_is(p, verb, PQ_CHUNK_VERB) ||
      !p->chunks.at[verb].hit || wants_many(p, verb) ||
      !(p->units.at[p->chunks.at[verb].head].forms & PQ_FORM_S)) {
    return false;
  }
  const pq_trigger *const t = p->hits.at[deed].trigger;
  const pq_trigger *const effect = p->hits.at[p->chunks.at[verb].hit].trigger;
  return t->type == PQ_TRIGGER_EVENT && p->r->kinds[t->kind].product_else &&
         (effect->type == PQ_TRIGGER_REGULATION ||
          p->r->kinds[effect->kind].leaves != PQ_ACTIVITY_UNSAID);
}

/* "binds A and B, the latter of which does X": B, the last of the list `last`;
 * "the former", which by itself means A, if there are two; 0 none. */
static uint32_t one_of_which(const pq_parse *p, uint32_t word, uint32_t last) {
  const uint32_t first = p->chunks.at[last].prior;
  const uint32_t end = p->chunks.at[word].end - 1;
  if (!first || p->chunks.at[word].end != p->chunks.at[word].begin + 2) {
    return 0;
  }
  if (pq_unit_says(p, end, "latter")) return last;
  const bool two = p->chunks.at[first].next == last;
  return two && pq_unit_says(p, end, "former") ? word : 0;
}

/* "binds A and B, both of which do X": the list before "both"; 0 none. */
static uint32_t all_of_which(const pq_parse *p, uint32_t i) {
  static const char *const words[] = {"both", "all", "each", "either", NULL};
  if (i < 5 || !pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION) ||
      !pq_unit_says(p, p->chunks.at[i - 1].begin, "of") ||
      !pq_chunk_is(p, i - 2, PQ_CHUNK_NOUN) ||
      !pq_chunk_is(p, i - 3, PQ_CHUNK_COMMA) ||
      !pq_chunk_is(p, i - 4, PQ_CHUNK_NOUN)) {
    return 0;
  }
  const pq_chunk *const all = &p->chunks.at[i - 2];
  /* "SMAD2 and SMAD3, both of which" */
  const uint32_t first = p->chunks.at[i - 4].prior;
  const uint32_t prior = first ? first : pq_refer_is_list(p, i - 4) ? i - 4 : 0;
  const uint32_t one = one_of_which(p, i - 2, i - 4);
  if (one) return one;
  return all->end == all->begin + 1 && !p->chunks.at[i - 4].hit &&
                 pq_view_says_any(pq_unit_text(p, all->begin), words)
             ? prior
             : 0;
}

/* "X, whose degradation is promoted by Y": Y promotes the degradation, which is
 * of X. */
static bool is_whose(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  const uint32_t noun = i + 1;
  if (!pq_unit_says(p, p->chunks.at[i].begin, "whose") || !w->last_noun ||
      !pq_chunk_is(p, noun, PQ_CHUNK_NOUN) || !p->chunks.at[noun].hit) {
    return false;
  }
  const pq_place_for where = {.hit = p->chunks.at[noun].hit,
                              .slot = PQ_LIT("of")};
  if (!pq_argument_attach(p, &where, w->last_noun)) return false;
  pq_walk_push(w, i, 0);
  return true;
}

/* "X, whose partner Y does Z": Y does. */
static bool is_whose_own(const pq_parse *p, uint32_t i) {
  const uint32_t noun = i + 1;
  return pq_unit_says(p, p->chunks.at[i].begin, "whose") &&
         pq_chunk_is(p, noun, PQ_CHUNK_NOUN) && p->chunks.at[noun].name_end &&
         !p->chunks.at[noun].hit && !p->chunks.at[noun].sites &&
         pq_argument_content(p, noun).things;
}

/* "X, whose product, Y, does Z": Y, which does; 0 none. */
static uint32_t named_behind_whose(const pq_parse *p, uint32_t i) {
  const uint32_t noun = i + 1;
  const uint32_t name = i + 3;
  const bool apposed =
      pq_unit_says(p, p->chunks.at[i].begin, "whose") &&
      pq_chunk_is(p, noun, PQ_CHUNK_NOUN) && !p->chunks.at[noun].name_end &&
      !p->chunks.at[noun].hit && pq_chunk_is(p, noun + 1, PQ_CHUNK_COMMA) &&
      pq_chunk_is(p, name, PQ_CHUNK_NOUN) && p->chunks.at[name].name_end &&
      !p->chunks.at[name].hit && pq_chunk_is(p, name + 1, PQ_CHUNK_COMMA) &&
      pq_chunk_is(p, name + 2, PQ_CHUNK_VERB);
  return apposed ? name : 0;
}

/* "X, which Y phosphorylates at S5": has the verb a subject of its own, and no
 * object but what stands before? */
static bool is_object(const pq_walker *w, uint32_t i) {
  static const char *const words[] = {"which", "that", "whom", NULL};
  const pq_parse *const p = w->p;
  uint32_t last = i + 1;
  if (!pq_view_says_any(pq_unit_text(p, p->chunks.at[i].begin), words) ||
      !pq_chunk_is(p, last, PQ_CHUNK_NOUN) || p->chunks.at[last].hit ||
      !pq_argument_content(p, w->last_noun).things) {
    return false;
  }
  while (p->chunks.at[last].next) {
    last = p->chunks.at[last].next;
  }
  const uint32_t verb = last + 1;
  if (!pq_chunk_is(p, verb, PQ_CHUNK_VERB) || !p->chunks.at[verb].hit ||
      p->chunks.at[verb].form != PQ_VERB_FINITE ||
      pq_chunk_is(p, verb + 1, PQ_CHUNK_NOUN)) {
    return false;
  }
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  return h->voice == PQ_ACTIVE_VOICE && h->trigger->type == PQ_TRIGGER_EVENT &&
         !h->trigger->to.len;
}

/* "A binds B, which C prevents": does a verb with a subject of its own say what
 * is done to what happened?  The chunk of the verb; 0 none. */
static uint32_t deed_verb(const pq_walker *w, uint32_t i) {
  const pq_parse *const p = w->p;
  uint32_t last = i + 1;
  if (!pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA) ||
      !pq_unit_says(p, p->chunks.at[i].begin, "which") ||
      !pq_chunk_is(p, last, PQ_CHUNK_NOUN) || p->chunks.at[last].hit ||
      !p->chunks.at[last].name_end) {
    return 0;
  }
  while (p->chunks.at[last].next) {
    last = p->chunks.at[last].next;
  }
  const uint32_t verb = last + 1;
  return pq_chunk_is(p, verb, PQ_CHUNK_VERB) &&
                 p->chunks.at[verb].form == PQ_VERB_FINITE &&
                 !pq_chunk_is(p, verb + 1, PQ_CHUNK_NOUN)
             ? verb
             : 0;
}

/* Let the verb act on what the clause before tells. */
static void act_on_deed(pq_walker *w, uint32_t verb) {
  pq_parse *const p = w->p;
  const uint32_t before = pq_walk_top(w)->verb;
  const uint32_t event = before ? p->chunks.at[before].hit : 0;
  const uint32_t hit = p->chunks.at[verb].hit;
  const pq_trigger *const t = p->hits.at[hit].trigger;
  if (!hit || !event || t->type != PQ_TRIGGER_REGULATION || t->to.len ||
      p->hits.at[hit].voice != PQ_ACTIVE_VOICE ||
      p->hits.at[event].trigger->type != PQ_TRIGGER_EVENT) {
    return;
  }
  pq_hit_add(p, hit,
             (pq_arg){.role = PQ_AS_THEME, .chunk = before, .hit = event});
}

/* "whose partner does", "which B stabilizes", "which C prevents": a clause that
 * has a subject of its own. */
static bool has_own_subject(pq_walker *w, uint32_t chunk) {
  pq_parse *const p = w->p;
  if (is_whose(w, chunk)) return true;
  const uint32_t named = named_behind_whose(p, chunk);
  if (named) {
    pq_walk_push(w, chunk, named);
    return true;
  }
  uint32_t about = 0;
  if (is_object(w, chunk)) {
    /* "forms a complex with A, which B stabilizes": not A */
    const uint32_t whole = of_complex(p, w->last_noun);
    about = pq_argument_content(p, whole).things ? whole : 0;
  } else if (!is_whose_own(p, chunk)) {
    const uint32_t deed = deed_verb(w, chunk);
    if (!deed) return false;
    act_on_deed(w, deed);
  }
  pq_walk_push(w, chunk, 0);
  pq_walk_top(w)->about = about;
  return true;
}

void pq_walk_relative(pq_walker *w, uint32_t chunk) {
  pq_parse *const p = w->p;
  if (has_own_subject(w, chunk)) return;
  const bool comma = pq_chunk_is(p, chunk - 1, PQ_CHUNK_COMMA);
  const uint32_t both = all_of_which(p, chunk);
  if (both) {
    pq_walk_push(w, chunk, both);
    return;
  }
  if (pq_chunk_is(p, chunk - 1, PQ_CHUNK_PREPOSITION)) {
    const uint32_t about = w->last_noun ? pq_step_site_of(w, w->last_noun) : 0;
    pq_walk_push(w, chunk, 0); /* "in which" */
    pq_walk_top(w)->about = about;
    return;
  }
  if (pq_unit_says(p, p->chunks.at[chunk].begin, "where") ||
      !(comma || pq_chunk_is(p, chunk - 1, PQ_CHUNK_NOUN))) {
    pq_walk_push(w, chunk, 0);
    return;
  }
  if (comma && is_of_deed(w, chunk)) {
    pq_walk_push(w, chunk, 0);
    pq_walk_top(w)->event_subject = true;
    pq_walk_top(w)->after_comma = true;
    return;
  }
  const uint32_t told =
      comma || !w->last_noun ? 0 : pq_step_told(w, w->last_noun);
  if (told) {
    pq_walk_push(w, chunk, 0);
    pq_walk_top(w)->event_subject = true;
    pq_walk_top(w)->told = told;
    return;
  }
  const uint32_t apposed = comma ? 0 : pq_refer_apposed(p, w->last_noun);
  const uint32_t noun =
      apposed ? apposed
      : comma ? listed(p, chunk + 1, agreeing(p, chunk, w->last_noun))
              : of_complex(
                    p, listed(p, chunk + 1,
                              agreeing(p, chunk, of_office(w, w->last_noun))));
  const bool event =
      comma && pq_walk_top(w)->verb && noun && !p->chunks.at[noun].name_end;
  pq_walk_push(w, chunk, comma ? triggered(p, chunk, noun) : noun);
  pq_walk_top(w)->event_subject = event;
  pq_walk_top(w)->after_comma = comma;
}
