/* Whom a pronoun means by the clause that it stands in, or begins. */
#include "anaphora.h"
#include "refer.h"

/* ---- "it" that a clause begins with ---- */

/* "until it is degraded": a subject. */
bool pq_refer_begins_clause(const pq_parse *p, uint32_t noun) {
  static const char *const words[] = {"before", "after", "until", "since",
                                      NULL};
  return pq_chunk_is(p, noun + 1, PQ_CHUNK_VERB) &&
         p->chunks.at[noun + 1].form == PQ_VERB_FINITE &&
         pq_view_says_any(p->chunks.at[noun - 1].slot, words);
}

/* "transport of X to Y, where it": what a noun says to move; 0 none. */
static uint32_t moved_by_noun(const pq_parse *p, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const pq_hit *const h = &p->hits.at[c->hit];
  if (c->kind != PQ_CHUNK_NOUN || !c->hit || h->voice != PQ_NOMINAL ||
      h->trigger->type != PQ_TRIGGER_EVENT ||
      !p->r->kinds[h->trigger->kind].transport) {
    return 0;
  }
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (!theme) return c->refers;
  return theme->hit || theme->end ? 0 : theme->chunk;
}

/* "X allows Y to enter the nucleus, where it ...": Y; 0 none. */
static uint32_t sent_there(const pq_parse *p, const pq_chunk *verb) {
  const pq_hit *const h = &p->hits.at[verb->hit];
  if (verb->form != PQ_VERB_INFINITIVE || !verb->hit ||
      h->trigger->type != PQ_TRIGGER_EVENT ||
      !p->r->kinds[h->trigger->kind].transport) {
    return 0;
  }
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (!theme || theme->hit || theme->end) return 0;
  const uint32_t refers = p->chunks.at[theme->chunk].refers;
  return refers ? refers : theme->chunk;
}

/* "the ATG5-ATG12 conjugate": a thing of which only a name is known. */
static bool holds_name(const pq_parse *p, const pq_chunk *c) {
  for (uint32_t i = c->begin; i < c->end && !c->hit; ++i) {
    if (p->units.at[i].kind == PQ_UNIT_NAME) return true;
  }
  return false;
}

pq_meant pq_refer_brought_there(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t noun = it->noun;
  if (!pq_unit_says(p, p->chunks.at[noun].begin - 1, "where")) {
    return PQ_NOT_TOLD;
  }
  for (uint32_t k = noun; k-- > 1;) {
    const pq_chunk *const c = &p->chunks.at[k];
    if (c->kind == PQ_CHUNK_VERB) return pq_meant_if(sent_there(p, c));
    if (c->kind == PQ_CHUNK_STOP) return PQ_NOT_TOLD;
    const uint32_t moved = moved_by_noun(p, k);
    if (moved) return pq_meant_if(moved);
    if (c->kind != PQ_CHUNK_NOUN || !c->verb || c->verb > k ||
        p->chunks.at[c->verb].copula) {
      continue;
    }
    if (c->name_end && pq_argument_content(p, k).things) {
      return pq_meant_if(c->prior ? c->prior : k);
    }
    if (!c->name_end && holds_name(p, c)) return PQ_NOBODY;
  }
  return PQ_NOT_TOLD;
}

/* "A recruits B so that it dimerizes": B, which that is done to for it; of A or
 * B, where they bind, none.  `*told`: the clause is such a one. */
pq_meant pq_refer_for_purpose(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t word = it->noun - 1;
  if (!pq_chunk_is(p, word, PQ_CHUNK_SUBORDINATE) || p->r->wants_happenings ||
      !pq_view_alike(pq_unit_text(p, p->chunks.at[word].begin),
                     PQ_LIT("so that"))) {
    return PQ_NOT_TOLD;
  }
  const uint32_t i = pq_refer_finite(p, word);
  const pq_chunk *const verb = &p->chunks.at[i];
  const pq_hit *const h = &p->hits.at[verb->hit];
  if (!i || verb->copula || (verb->hit && h->voice != PQ_ACTIVE_VOICE)) {
    return PQ_NOT_TOLD;
  }
  const pq_arg *const theme = verb->hit ? pq_hit_arg(h, PQ_AS_THEME) : NULL;
  const bool event = verb->hit && h->trigger->type == PQ_TRIGGER_EVENT;
  if (event && p->r->kinds[h->trigger->kind].binding && theme) {
    return PQ_NOBODY;
  }
  const uint32_t object = theme ? theme->chunk : verb->hit ? 0 : i + 1;
  const bool thing = object > i && pq_chunk_is(p, object, PQ_CHUNK_NOUN) &&
                     !(theme && theme->hit) && p->chunks.at[object].name_end &&
                     !p->chunks.at[object].next;
  return pq_meant_if(thing ? object : 0);
}

/* "A ubiquitinates, or binds, B when it is phosphorylated": either of them. */
static bool may_be_object(const pq_pronoun *it) {
  static const char *const words[] = {"when", "once", "if", NULL};
  const pq_parse *const p = it->p;
  const pq_walker *const w = it->w;
  const uint32_t noun = it->noun;
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

/* "A dissociates from B after it ...": either of them. */
static bool is_either(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const pq_clause *const now = it->now;
  const uint32_t hit = now->verb ? p->chunks.at[now->verb].hit : 0;
  const pq_hit *const h = &p->hits.at[hit];
  if (!hit || h->trigger->type != PQ_TRIGGER_EVENT ||
      !pq_refer_begins_clause(p, it->noun)) {
    return false;
  }
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  return (kind->binding || kind->dissociation) &&
         pq_hit_arg(h, PQ_AS_PARTNER) != NULL;
}

pq_meant pq_refer_when_done(const pq_pronoun *it) {
  return may_be_object(it) ? PQ_NOBODY : PQ_NOT_TOLD;
}

pq_meant pq_refer_bound(const pq_pronoun *it) {
  return is_either(it) ? PQ_NOBODY : PQ_NOT_TOLD;
}

/* "When the potential is lost, | it phosphorylates X": what has no name here
 * puts nothing on another. */
static bool cannot_do(const pq_parse *p, uint32_t subject, uint32_t noun) {
  const uint32_t verb = noun + 1;
  const pq_hit *const h =
      &p->hits.at[pq_chunk_is(p, verb, PQ_CHUNK_VERB) ? p->chunks.at[verb].hit
                                                      : 0];
  return subject && pq_chunk_is(p, subject - 1, PQ_CHUNK_SUBORDINATE) &&
         pq_argument_is_other(p, subject) && !p->r->wants_happenings &&
         h->voice == PQ_ACTIVE_VOICE && h->trigger->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[h->trigger->kind].product_unsaid;
}

/* What the verb acts on: "A ubiquitinates B", "binds B and ubiquitinates it"; 0
 * none, and where two bind. */
static uint32_t acted_on_by(const pq_parse *p, uint32_t verb) {
  const pq_hit *const h = &p->hits.at[verb ? p->chunks.at[verb].hit : 0];
  if (!verb || h->voice != PQ_ACTIVE_VOICE ||
      h->trigger->type != PQ_TRIGGER_EVENT ||
      p->r->kinds[h->trigger->kind].binding) {
    return 0;
  }
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const uint32_t object =
      theme && !theme->hit && !theme->end && theme->chunk > verb ? theme->chunk
                                                                 : 0;
  const uint32_t refers = p->chunks.at[object].refers;
  return refers ? refers : object;
}

pq_meant pq_refer_half(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  if (!pq_chunk_is(p, it->noun - 1, PQ_CHUNK_STOP) || p->r->wants_happenings ||
      !pq_unit_says(p, p->chunks.at[it->noun].begin, "it") ||
      !pq_topic_goes_on(p, it->noun) || !pq_topic_undergoes(p, it->noun)) {
    return PQ_NOT_TOLD;
  }
  return pq_meant_if(acted_on_by(p, pq_refer_finite(p, it->noun - 2)));
}

pq_meant pq_refer_subject_before(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  /* "A does B, which does C, and it ...": A */
  const bool joined = pq_chunk_is(p, it->noun - 1, PQ_CHUNK_AND) &&
                      pq_chunk_is(p, it->noun - 2, PQ_CHUNK_COMMA);
  const uint32_t subject = joined ? it->w->main_subject : it->w->last_subject;
  if (cannot_do(p, subject, it->noun)) return PQ_NOT_TOLD;
  return pq_meant_for(pq_refer_agreeing(p, subject, it->noun));
}

/* Is it a thing, or what may mean one? */
static bool is_thing(const pq_parse *p, uint32_t chunk) {
  const pq_content c = pq_argument_content(p, chunk);
  return c.things || c.anaphor;
}

/* "A binds B", "it binds B": does the verb say so of two? */
static bool binds_two(const pq_parse *p, uint32_t verb) {
  const pq_hit *const h = &p->hits.at[p->chunks.at[verb].hit];
  if (!p->chunks.at[verb].hit || h->trigger->type != PQ_TRIGGER_EVENT ||
      !p->r->kinds[h->trigger->kind].binding) {
    return false;
  }
  const pq_arg *const one = pq_hit_arg(h, PQ_AS_THEME);
  const pq_arg *const other = pq_hit_arg(h, PQ_AS_PARTNER);
  return one && other && !one->hit && !other->hit && is_thing(p, one->chunk) &&
         is_thing(p, other->chunk);
}

/* ---- "its" ---- */

/* "A degrades B, and its expression, its loss ...": A's, for that goes on about
 * what A is and not about what A does. */
pq_meant pq_refer_goes_on(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const pq_clause *const now = it->now;
  const uint32_t noun = it->noun;
  const pq_hit *const h = &p->hits.at[p->chunks.at[noun].hit];
  const pq_chunk *const s = &p->chunks.at[now->subject];
  const bool told = s->name_end || pq_unit_says(p, s->begin, "it");
  if (it->object || !p->chunks.at[noun].hit || !now->subject || !now->verb ||
      !told || s->next || !pq_chunk_is(p, noun - 1, PQ_CHUNK_AND) ||
      !pq_chunk_is(p, noun - 2, PQ_CHUNK_COMMA) ||
      p->chunks.at[now->verb].form != PQ_VERB_FINITE) {
    return PQ_NOT_TOLD;
  }
  const bool of_it =
      h->trigger->stands || (h->trigger->type == PQ_TRIGGER_EVENT &&
                             p->r->kinds[h->trigger->kind].needs_gene);
  if (of_it || p->r->wants_happenings || !binds_two(p, now->verb)) {
    return pq_meant_if(of_it ? now->subject : 0);
  }
  /* "It binds B, and its degradation": of it; "A binds B, and its": of either
   */
  return s->name_end ? PQ_NOBODY : pq_meant_for(now->subject);
}

/* "its affinity", "its activation": what is of no small molecule? */
static bool is_of_protein(const pq_parse *p, uint32_t noun) {
  const uint32_t hit = p->chunks.at[noun].hit;
  const pq_trigger *const t = p->hits.at[hit].trigger;
  if (!hit || p->r->wants_happenings) return false;
  const pq_kind *const kind = &p->r->kinds[t->kind];
  return t->weak || (t->type == PQ_TRIGGER_EVENT &&
                     (kind->binding || kind->assembly || kind->product_unsaid ||
                      kind->leaves != PQ_ACTIVITY_UNSAID));
}

/* "X binds glucose, | which": X, where it binds; else 0. */
static uint32_t who_binds(const pq_parse *p, uint32_t which) {
  const uint32_t verb = pq_refer_finite(p, which);
  const pq_hit *const h = &p->hits.at[verb ? p->chunks.at[verb].hit : 0];
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const bool binds = h->trigger->type == PQ_TRIGGER_EVENT &&
                     p->r->kinds[h->trigger->kind].binding &&
                     h->voice == PQ_ACTIVE_VOICE && theme && !theme->hit;
  return binds && theme->chunk < verb &&
                 !pq_argument_is_molecule(p, theme->chunk, true)
             ? theme->chunk
             : 0;
}

/* "X does Y, which leads to its Z", "which relieves its Z": of Y, which stands
 * before "which". */
pq_meant pq_refer_of_which(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const pq_clause *const now = it->now;
  const uint32_t noun = it->noun;
  const uint32_t hit = now->verb ? p->chunks.at[now->verb].hit : 0;
  const bool next =
      now->verb + 1 == noun ||
      (now->verb + 2 == noun && pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION));
  const bool own = next && pq_chunk_is(p, now->verb - 1, PQ_CHUNK_RELATIVE);
  const bool of_it = now->after_comma && hit &&
                     (p->hits.at[hit].trigger->consequence || own) &&
                     p->chunks.at[now->verb].form == PQ_VERB_FINITE &&
                     now->subject && p->chunks.at[now->subject].name_end;
  if (!of_it) return PQ_NOT_TOLD;
  const uint32_t who = pq_refer_who_undergoes(p, now->subject);
  const uint32_t binds =
      is_of_protein(p, noun) && pq_argument_is_molecule(p, who, false)
          ? who_binds(p, now->first)
          : 0;
  return pq_meant_if(binds ? binds : who);
}

/* "X is recruited to Y through its interaction with Z": of X. */
pq_meant pq_refer_means(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const pq_clause *const now = it->now;
  const uint32_t noun = it->noun;
  static const char *const means[] = {"through", "via", NULL};
  const uint32_t hit = now->verb ? p->chunks.at[now->verb].hit : 0;
  const bool of_it = now->subject && p->chunks.at[now->subject].name_end &&
                     hit && p->hits.at[hit].voice == PQ_PASSIVE &&
                     pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION) &&
                     pq_view_says_any(p->chunks.at[noun - 1].slot, means);
  return pq_meant_if(of_it ? now->subject : 0);
}

/* "requires Y for its E", "depends on Y for phosphorylation of its tail" */
static bool is_behind_for(const pq_parse *p, const pq_clause *now,
                          uint32_t noun) {
  const bool inner = pq_unit_says(p, p->chunks.at[noun - 1].begin, "of") &&
                     pq_chunk_is(p, noun - 2, PQ_CHUNK_NOUN);
  const uint32_t link = noun - (inner ? 3 : 1);
  const bool on = pq_chunk_is(p, now->verb + 1, PQ_CHUNK_PREPOSITION);
  return link == now->verb + (on ? 3 : 2) &&
         pq_unit_says(p, p->chunks.at[link].begin, "for");
}

pq_meant pq_refer_need(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const pq_clause *const now = it->now;
  const uint32_t noun = it->noun;
  const uint32_t hit = now->verb ? p->chunks.at[now->verb].hit : 0;
  const pq_hit *const h = &p->hits.at[hit];
  const bool of_it = hit && now->subject &&
                     p->chunks.at[now->subject].name_end &&
                     h->trigger->type == PQ_TRIGGER_DEPENDENCE &&
                     h->voice == PQ_ACTIVE_VOICE && is_behind_for(p, now, noun);
  return pq_meant_if(of_it ? now->subject : 0);
}

/* ---- "it" that something is done to ---- */

/* "A binds B until C phosphorylates it": A, or B. */
pq_meant pq_refer_until(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const pq_walker *const w = it->w;
  const uint32_t noun = it->noun;
  const uint32_t first = w->stack[0].first;
  const uint32_t verb = w->main_number ? w->main.verb : 0;
  const bool either =
      verb && w->depth == 1 && pq_chunk_is(p, noun - 1, PQ_CHUNK_VERB) &&
      pq_chunk_is(p, first - 1, PQ_CHUNK_PREPOSITION) &&
      pq_unit_says(p, p->chunks.at[first - 1].begin, "until") &&
      pq_argument_content(p, w->main.subject).things && w->main.object &&
      pq_argument_content(p, w->main.object).things;
  return either ? PQ_NOBODY : PQ_NOT_TOLD;
}

pq_meant pq_refer_when_bound(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t subject = it->now->subject;
  if (!subject || p->r->wants_happenings) return PQ_NOT_TOLD;
  const uint32_t verb = pq_refer_finite(p, subject);
  return verb && pq_chunk_is(p, subject - 1, PQ_CHUNK_COMMA) &&
                 binds_two(p, verb)
             ? PQ_NOBODY
             : PQ_NOT_TOLD;
}

pq_meant pq_refer_done_by_which(const pq_pronoun *it) {
  const uint32_t subject = it->now->subject;
  if (!it->now->relative || !subject) return PQ_NOT_TOLD;
  const uint32_t done_to = pq_refer_who_undergoes(it->p, subject);
  return pq_meant_if(done_to != subject ? done_to : 0);
}
