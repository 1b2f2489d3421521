/* Whom a pronoun means by the verb before it: what that is done to. */
#include "refer.h"

uint32_t pq_refer_finite(const pq_parse *p, uint32_t i) {
  while (i > 0 && !(pq_chunk_is(p, i, PQ_CHUNK_VERB) &&
                    p->chunks.at[i].form == PQ_VERB_FINITE)) {
    --i;
  }
  return i;
}

/* What the last finite verb up to chunk i tells; the first hit, which is none,
 * if there is no such verb, or no rule reads it. */
static const pq_hit *told_before(const pq_parse *p, uint32_t i) {
  const uint32_t verb = pq_refer_finite(p, i);
  return &p->hits.at[verb ? p->chunks.at[verb].hit : 0];
}

/* The noun group that has a name of what something is done to; 0 none. */
static uint32_t thing_of(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  return theme && !theme->hit && !theme->end &&
                 p->chunks.at[theme->chunk].name_end
             ? theme->chunk
             : 0;
}

/* "A binds B, followed by its E", ", which is followed by its E": of B; 0 none.
 */
static uint32_t followed_by(const pq_parse *p, uint32_t verb) {
  const uint32_t before = verb - 1;
  const uint32_t head = p->chunks.at[verb].end - 1;
  if (!pq_unit_says(p, head, "followed") ||
      !(pq_chunk_is(p, before, PQ_CHUNK_COMMA) ||
        pq_chunk_is(p, before, PQ_CHUNK_RELATIVE))) {
    return 0;
  }
  return thing_of(p, told_before(p, before));
}

/* "A recruits B to C, leading to its degradation": of what the verb before is
 * done to; 0 none. */
pq_meant pq_refer_done_to(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t noun = it->noun;
  const uint32_t before = noun - 1;
  const bool linked = pq_chunk_is(p, before, PQ_CHUNK_PREPOSITION);
  const uint32_t verb = before - (linked ? 1 : 0);
  if (!pq_chunk_is(p, verb, PQ_CHUNK_VERB)) return PQ_NOT_TOLD;
  const uint32_t followed = linked ? followed_by(p, verb) : 0;
  if (followed) return pq_meant_if(followed);
  const pq_trigger *const t = p->hits.at[p->chunks.at[verb].hit].trigger;
  /* "A recruits B to C and promotes its degradation" */
  const bool joined = p->chunks.at[verb].form == PQ_VERB_FINITE &&
                      t->type == PQ_TRIGGER_REGULATION &&
                      pq_chunk_is(p, verb - 1, PQ_CHUNK_AND);
  if (!joined && (p->chunks.at[verb].form != PQ_VERB_ING || !t->consequence)) {
    return PQ_NOT_TOLD;
  }
  const pq_hit *const h = told_before(p, verb - 1);
  if (joined && !h->trigger->to_agent) return PQ_NOT_TOLD;
  return pq_meant_if(pq_hit_arg(h, PQ_AS_AGENT) ? thing_of(p, h) : 0);
}

/* "A is phosphorylated upon B stimulation, allowing it to recruit C": what the
 * passive before is about; 0 none. */
pq_meant pq_refer_undergone(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t noun = it->noun;
  const uint32_t ing = noun - 1;
  if (!pq_chunk_is(p, ing, PQ_CHUNK_VERB) ||
      p->chunks.at[ing].form != PQ_VERB_ING ||
      !pq_chunk_is(p, ing - 1, PQ_CHUNK_COMMA)) {
    return PQ_NOT_TOLD;
  }
  const pq_hit *const h = told_before(p, ing);
  return pq_meant_if(h->voice == PQ_PASSIVE ? thing_of(p, h) : 0);
}

/* "A recruits B to C and activates it": B; 0 none. */
pq_meant pq_refer_recruited(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t noun = it->noun;
  const uint32_t verb = noun - 1;
  if (!pq_chunk_is(p, verb, PQ_CHUNK_VERB) ||
      p->chunks.at[verb].form != PQ_VERB_FINITE ||
      !pq_chunk_is(p, verb - 1, PQ_CHUNK_AND) || p->r->wants_happenings) {
    return PQ_NOT_TOLD;
  }
  const pq_hit *const h = told_before(p, verb - 1);
  const uint32_t thing = thing_of(p, h);
  const bool brought = h->trigger->to_agent && h->voice == PQ_ACTIVE_VOICE;
  return pq_meant_if(brought && thing > h->chunk ? thing : 0);
}

/* "A ubiquitinates B, which targets it for E": B, as it is the ubiquitination
 * that does; 0 none. */
pq_meant pq_refer_primed(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t noun = it->noun;
  if (noun < 4 || !pq_chunk_is(p, noun - 2, PQ_CHUNK_RELATIVE) ||
      !pq_chunk_is(p, noun + 1, PQ_CHUNK_PREPOSITION) ||
      !pq_unit_says(p, p->chunks.at[noun + 1].begin, "for")) {
    return PQ_NOT_TOLD;
  }
  const pq_hit *const h = told_before(p, noun - 2);
  const bool primes = h->trigger->type == PQ_TRIGGER_EVENT &&
                      p->r->kinds[h->trigger->kind].product_unsaid;
  return pq_meant_if(primes ? thing_of(p, h) : 0);
}

/* "its association with X and its localization", "increases its E and reduces
 * its F": of the same; 0 none. */
pq_meant pq_refer_said_of(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t noun = it->noun;
  const uint32_t begin = p->chunks.at[noun].begin;
  uint32_t i = noun - 1;
  if (pq_chunk_is(p, i, PQ_CHUNK_VERB)) --i;
  if (!pq_chunk_is(p, i, PQ_CHUNK_AND)) return PQ_NOT_TOLD;
  while (pq_chunk_is(p, --i, PQ_CHUNK_NOUN) &&
         pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION)) {
    --i;
  }
  const pq_chunk *const c = &p->chunks.at[i];
  const bool same =
      pq_chunk_is(p, i, PQ_CHUNK_NOUN) &&
      pq_view_alike(pq_unit_text(p, c->begin), pq_unit_text(p, begin));
  return pq_meant_if(same ? c->refers : 0);
}

/* "the MYC promoter", "MYC mRNA" */
static bool is_gene(const pq_parse *p, const pq_chunk *c) {
  for (uint32_t i = c->name_end; c->name_end && i < c->end; ++i) {
    if ((p->units.at[i].classes & PQ_W_GENE) || pq_unit_means(p, i, PQ_M_RNA)) {
      return true;
    }
  }
  return false;
}

/* "binds the MYC promoter with B and prevents its transcription": of MYC. */
pq_meant pq_refer_gene(const pq_pronoun *it) {
  const pq_parse *const p = it->p;
  const uint32_t noun = it->noun;
  const pq_hit *const h = &p->hits.at[p->chunks.at[noun].hit];
  if (!p->chunks.at[noun].hit || h->trigger->type != PQ_TRIGGER_EVENT ||
      !(p->r->kinds[h->trigger->kind].needs_gene ||
        p->r->kinds[h->trigger->kind].output_theme)) {
    return PQ_NOT_TOLD;
  }
  for (uint32_t k = noun; k-- > 1;) {
    const pq_chunk *const c = &p->chunks.at[k];
    if (c->kind == PQ_CHUNK_STOP) return PQ_NOT_TOLD;
    if (c->kind == PQ_CHUNK_NOUN && !c->next && !c->prior && is_gene(p, c)) {
      return pq_meant_if(k);
    }
  }
  return PQ_NOT_TOLD;
}

bool pq_refer_may_undergo(const pq_parse *p, uint32_t noun, uint32_t k) {
  const uint32_t verb = noun - 1;
  const uint32_t hit =
      pq_chunk_is(p, verb, PQ_CHUNK_VERB) ? p->chunks.at[verb].hit : 0;
  const pq_trigger *const t = p->hits.at[hit].trigger;
  if (!hit || t->type != PQ_TRIGGER_EVENT) return true;
  const pq_kind *const kind = &p->r->kinds[t->kind];
  const bool modifies =
      kind->product_unsaid || (kind->doer.len && !kind->into.len);
  /* "phosphorylates it at Y105": no small molecule */
  const bool at_site = pq_chunk_is(p, noun + 1, PQ_CHUNK_PREPOSITION) &&
                       pq_chunk_is(p, noun + 2, PQ_CHUNK_NOUN) &&
                       p->chunks.at[noun + 2].sites;
  if (at_site && pq_argument_is_molecule(p, k, false)) return false;
  return !modifies || !is_gene(p, &p->chunks.at[k]);
}

bool pq_refer_is_class(const pq_parse *p, uint32_t k) {
  const pq_chunk *const c = &p->chunks.at[k];
  const bool points = pq_unit_says(p, c->begin, "the") ||
                      (p->units.at[c->begin].classes & PQ_W_DEMONSTRATIVE);
  const bool latter =
      c->end == c->begin + 2 && (pq_unit_says(p, c->end - 1, "latter") ||
                                 pq_unit_says(p, c->end - 1, "former"));
  if (c->kind != PQ_CHUNK_NOUN || c->name_end || c->hit || c->of || c->sites ||
      !points || p->r->wants_happenings ||
      !(latter || p->units.at[c->end - 1].class_noun)) {
    return false;
  }
  /* "the phosphorylated, the same receptor" */
  for (uint32_t i = c->begin + 1; i + 1 < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (!(u->forms & (PQ_FORM_ED | PQ_FORM_EN)) &&
        !(u->classes & (PQ_W_SAME | PQ_W_ACTIVE))) {
      return false;
    }
  }
  return c->end > c->begin + 1;
}

/* "A is a channel activated by B, | which phosphorylates its C": of A, or of
 * "the channel A activated by B"; 0 none. */
static uint32_t done_by(const pq_parse *p, uint32_t agent) {
  const uint32_t verb = agent > 3 ? agent - 2 : 0;
  const pq_chunk *const v = &p->chunks.at[verb];
  if (v->kind != PQ_CHUNK_VERB || v->form != PQ_VERB_REDUCED || !v->hit ||
      !pq_unit_says(p, p->chunks.at[agent - 1].begin, "by") ||
      p->hits.at[v->hit].voice != PQ_PASSIVE ||
      !pq_chunk_is(p, verb - 1, PQ_CHUNK_NOUN)) {
    return 0;
  }
  const uint32_t what = verb - 1;
  if (p->chunks.at[what].name_end) return what;
  const bool is = what > 2 && pq_chunk_is(p, what - 1, PQ_CHUNK_VERB) &&
                  p->chunks.at[what - 1].copula &&
                  pq_chunk_is(p, what - 2, PQ_CHUNK_NOUN) &&
                  p->chunks.at[what - 2].name_end;
  return is ? what - 2 : 0;
}

/* "A is phosphorylated at S5 by B, | which inhibits its C": of A, and not of B,
 * which stands before "which". */
uint32_t pq_refer_who_undergoes(const pq_parse *p, uint32_t subject) {
  const uint32_t prior = p->chunks.at[subject].prior;
  const uint32_t first = prior ? prior : subject;
  const uint32_t i = pq_refer_finite(p, subject);
  const pq_hit *const h = &p->hits.at[i ? p->chunks.at[i].hit : 0];
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const pq_arg *const agent = pq_hit_arg(h, PQ_AS_AGENT);
  const pq_arg *const up = pq_hit_arg(h, PQ_AS_UPSTREAM);
  const pq_arg *const with = pq_hit_arg(h, PQ_AS_PARTNER); /* "is bound by B" */
  const pq_arg *const by = agent ? agent : up ? up : with;
  const bool done = i && h->voice == PQ_PASSIVE && theme && !theme->hit && by &&
                    by->chunk == first &&
                    (p->chunks.at[theme->chunk].name_end ||
                     pq_refer_is_class(p, theme->chunk) ||
                     pq_unit_says(p, p->chunks.at[theme->chunk].begin, "it"));
  if (done) return theme->chunk;
  const uint32_t reduced = p->r->wants_happenings ? 0 : done_by(p, first);
  return reduced ? reduced : subject;
}

bool pq_refer_passes(const pq_parse *p, uint32_t noun, const pq_arg *theme) {
  const uint32_t own = p->chunks.at[noun].hit;
  const pq_trigger *const t = p->hits.at[own].trigger;
  if (!own || !pq_unit_is_kind(p, theme->begin, PQ_ENTITY_MOLECULE)) {
    return false;
  }
  const pq_kind *const kind = &p->r->kinds[t->kind];
  return t->type != PQ_TRIGGER_EVENT ||
         !(kind->transport || kind->conversion || kind->binding);
}

/* Does what a noun group says happen to another one? */
static bool happens_to(const pq_parse *p, uint32_t noun, uint32_t to) {
  const uint32_t hit = p->chunks.at[noun].hit;
  const pq_arg *const theme =
      hit ? pq_hit_arg(&p->hits.at[hit], PQ_AS_THEME) : NULL;
  return theme && theme->chunk == to;
}

uint32_t pq_refer_of_event(const pq_parse *p, const pq_clause *now,
                           uint32_t noun, uint32_t near) {
  const uint32_t hit = now->subject ? p->chunks.at[now->subject].hit : 0;
  const pq_arg *const theme =
      hit ? pq_hit_arg(&p->hits.at[hit], PQ_AS_THEME) : NULL;
  const bool joined = pq_chunk_is(p, noun - 1, PQ_CHUNK_VERB) &&
                      pq_chunk_is(p, noun - 2, PQ_CHUNK_AND);
  const bool aside = near > now->subject &&
                     pq_chunk_is(p, near - 1, PQ_CHUNK_PREPOSITION) &&
                     !happens_to(p, near - 2, near);
  return joined && aside && theme && !theme->hit && !theme->end &&
                 p->chunks.at[theme->chunk].name_end && !p->r->wants_happenings
             ? theme->chunk
             : near;
}
