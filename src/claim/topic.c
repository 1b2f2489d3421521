/* What a sentence is about: what the next one's "it" or "they" may mean. */
#include "anaphora.h"
#include "draft.h"
#include "refer.h"

/* Does another clause of "when" begin behind the comma: ", or when C is low"?
 */
static bool goes_on_when(const pq_parse *p, uint32_t comma) {
  const uint32_t word =
      comma + (pq_chunk_is(p, comma + 1, PQ_CHUNK_AND) ? 2 : 1);
  return pq_chunk_is(p, word, PQ_CHUNK_SUBORDINATE);
}

/* The subject of the main clause: "When B is low, | A does C". */
static uint32_t main_subject(const pq_parse *p) {
  uint32_t i = p->subject;
  if (!i || !pq_chunk_is(p, 1, PQ_CHUNK_SUBORDINATE)) return i;
  while (i < p->chunks.n &&
         !(pq_chunk_is(p, i, PQ_CHUNK_COMMA) && !goes_on_when(p, i))) {
    if (pq_chunk_is(p, i, PQ_CHUNK_STOP)) return p->subject;
    ++i;
  }
  const bool clause = pq_chunk_is(p, i + 1, PQ_CHUNK_NOUN) &&
                      pq_chunk_is(p, i + 2, PQ_CHUNK_VERB) &&
                      p->chunks.at[i + 2].form == PQ_VERB_FINITE;
  return clause ? i + 1 : p->subject;
}

/* The last "it" that something is done to, or "its" of what was spoken of
 * before, "binds its tail"; 0 none. */
static uint32_t last_it(const pq_parse *p) {
  for (uint32_t i = p->chunks.n; i-- > 2;) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind != PQ_CHUNK_NOUN || c->name_end ||
        !pq_chunk_is(p, i - 1, PQ_CHUNK_VERB)) {
      continue;
    }
    const bool its = pq_unit_says(p, c->begin, "its") && !c->hit &&
                     !c->refers && !p->r->wants_happenings &&
                     (p->units.at[c->end - 1].classes & PQ_W_PART);
    if (its || pq_unit_says(p, c->begin, "it")) return i;
  }
  return 0;
}

/* "X is unstable.  Y phosphorylates it. | It ...": what was spoken of before,
 * and is again as "it", stays what is spoken of; 0 if there is no such.
 * `*unclear`: it is not known what "it" means. */
static pq_status still_about(pq_parse *p, pq_entity_id *out, bool *unclear) {
  pq_status st = PQ_OK;
  const uint32_t it = last_it(p);
  *out = 0;
  *unclear = false;
  if (!it) return PQ_OK;
  const pq_arg arg = {.chunk = it, .all = true};
  p->names->n = 0;
  PQ_TRY(st, pq_named_collect(p, &arg, PQ_WANT_THINGS, p->names));
  *unclear = p->names->n == 0 && !p->chunks.at[it].refers;
  if (p->names->n != 1 || p->n_topics != 1) return PQ_OK;
  const pq_entity_id same = pq_entity_base(p->r, p->names->at[0].entity);
  if (same == p->topics[0]) *out = same;
  return PQ_OK;
}

/* "X is inactive.  Y activates the kinase.  It ...": may it be either? */
static pq_status may_be_class(pq_parse *p, uint32_t subject, bool *either) {
  pq_status st = PQ_OK;
  for (uint32_t i = subject + 1; i < p->chunks.n && !*either; ++i) {
    if (p->n_topics != 1 || !pq_refer_is_class(p, i)) continue;
    const pq_arg arg = {.chunk = i, .all = true};
    p->names->n = 0;
    PQ_TRY(st, pq_named_collect(p, &arg, PQ_WANT_THINGS, p->names));
    *either = p->names->n == 1 &&
              pq_entity_base(p->r, p->names->at[0].entity) == p->topics[0];
  }
  return PQ_OK;
}

/* The things that a subject names, or, if it names none, that what it tells
 * happens to. */
static pq_status collect(pq_parse *p, uint32_t subject) {
  pq_status st = PQ_OK;
  const pq_arg arg = {.chunk = subject, .all = true};
  p->names->n = 0;
  if (!subject) return PQ_OK;
  PQ_TRY(st, pq_named_collect(p, &arg, PQ_WANT_THINGS, p->names));
  const uint32_t hit = p->chunks.at[subject].hit;
  const pq_arg *const theme =
      hit ? pq_hit_arg(&p->hits.at[hit], PQ_AS_THEME) : NULL;
  if (!theme || theme->hit || p->names->n) return PQ_OK;
  return pq_named_collect(p, theme, PQ_WANT_THINGS, p->names);
}

/* "It also does": of what was spoken of before. */
static bool is_pronoun(const pq_parse *p, uint32_t subject) {
  return pq_unit_says(p, p->chunks.at[subject].begin, "it") ||
         pq_unit_says(p, p->chunks.at[subject].begin, "its");
}

/* What the verb behind a noun group tells; the first hit, which is none, if
 * there is no such verb, or nothing that a rule reads. */
static const pq_hit *told_of(const pq_parse *p, uint32_t noun) {
  const bool verb = noun && pq_chunk_is(p, noun + 1, PQ_CHUNK_VERB);
  return &p->hits.at[verb ? p->chunks.at[noun + 1].hit : 0];
}

/* "X is bound by Y": is X told of as what something is done to? */
static bool is_done_to(const pq_parse *p, uint32_t subject) {
  return told_of(p, subject)->voice == PQ_PASSIVE;
}

/* "X is converted to Y.  It ...": what was X, or Y. */
static bool is_used_up(const pq_parse *p, uint32_t subject) {
  return is_done_to(p, subject) &&
         pq_hit_arg(told_of(p, subject), PQ_AS_PRODUCT) &&
         pq_argument_is_molecule(p, subject, false);
}

/* A name, or "the latter", "the kinase". */
static bool is_thing(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  return c->kind == PQ_CHUNK_NOUN && !c->prior && !c->hit &&
         (c->name_end || pq_refer_is_class(p, i));
}

/* "A binds B, and C, which is bound to B, is activated.  It ...": A, or C. */
static bool has_other_subject(const pq_parse *p, uint32_t subject) {
  for (uint32_t i = subject + 3; i + 1 < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (!is_thing(p, i) || !pq_chunk_is(p, i - 1, PQ_CHUNK_AND) ||
        !pq_chunk_is(p, i - 2, PQ_CHUNK_COMMA)) {
      continue;
    }
    const bool aside = pq_chunk_is(p, i + 1, PQ_CHUNK_COMMA) &&
                       pq_chunk_is(p, i + 2, PQ_CHUNK_RELATIVE);
    const bool verb = pq_chunk_is(p, i + 1, PQ_CHUNK_VERB) &&
                      p->chunks.at[i + 1].form == PQ_VERB_FINITE;
    const bool same =
        c->name_end && pq_unit_entity(p, c->name_begin) == p->topics[0];
    if ((aside || verb) && !same) return true;
  }
  return false;
}

/* "A ubiquitinates B", "A binds B": B. */
static void keep_patient(pq_parse *p, uint32_t subject) {
  const pq_hit *const h = told_of(p, subject);
  p->patient = 0;
  if (h->voice != PQ_ACTIVE_VOICE || h->trigger->type != PQ_TRIGGER_EVENT ||
      p->r->wants_happenings) {
    return;
  }
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  p->patient_bound = kind->binding;
  const pq_arg *const to =
      pq_hit_arg(h, kind->binding ? PQ_AS_PARTNER : PQ_AS_THEME);
  if (!to || to->hit || to->end || to->chunk <= h->chunk ||
      p->chunks.at[to->chunk].next || !p->chunks.at[to->chunk].name_end) {
    return;
  }
  p->patient = pq_entity_base(
      p->r, pq_unit_entity(p, p->chunks.at[to->chunk].name_begin));
}

/* Is it open which of two the next sentence's "it" may mean? */
static pq_status is_open(pq_parse *p, uint32_t subject, bool unclear,
                         bool *open) {
  pq_status st = PQ_OK;
  bool either = false;
  if (!unclear && subject && p->chunks.at[subject].name_end) {
    PQ_TRY(st, may_be_class(p, subject, &either));
  }
  PQ_TRY(st, collect(p, subject));
  const bool other =
      either && p->names->n &&
      pq_entity_base(p->r, p->names->at[0].entity) != p->topics[0];
  *open = unclear || other || is_used_up(p, subject);
  return PQ_OK;
}

pq_status pq_topic_keep(pq_parse *p) {
  pq_status st = PQ_OK;
  pq_entity_id same = 0;
  bool open = false;
  if (!p->names) p->names = pq_names_new(p, 1);
  if (!p->names) return p->r->arena->status;
  const uint32_t subject = main_subject(p);
  PQ_TRY(st, still_about(p, &same, &open));
  PQ_TRY(st, is_open(p, subject, open, &open));
  p->undergoes = is_done_to(p, subject);
  p->stays = same || (is_pronoun(p, subject) && p->n_topics == 1);
  p->acting = 0;
  keep_patient(p, subject);
  if (same) {
    const bool one = p->names->n == 1;
    p->acting = one ? pq_entity_base(p->r, p->names->at[0].entity) : 0;
    return PQ_OK;
  }
  p->n_topics = 0;
  for (uint32_t i = 0; i < p->names->n && i < PQ_TOPICS_MOST && !open; ++i) {
    p->topics[p->n_topics++] = pq_entity_base(p->r, p->names->at[i].entity);
  }
  const bool two = p->n_topics == 1 && !p->r->wants_happenings &&
                   has_other_subject(p, subject);
  if (two) p->n_topics = 0;
  return PQ_OK;
}

/* Has the sentence a subject before the group that a pronoun could mean? */
static bool has_subject(const pq_parse *p, uint32_t chunk) {
  return p->subject && p->subject < chunk && p->chunks.at[p->subject].name_end;
}

/* "It also binds" */
static bool says_also(const pq_parse *p, uint32_t chunk) {
  if (!pq_chunk_is(p, chunk + 1, PQ_CHUNK_VERB)) return false;
  const pq_chunk *const verb = &p->chunks.at[chunk + 1];
  for (uint32_t i = verb->begin - 1; i < verb->end; ++i) {
    if (pq_unit_says(p, i, "also")) return true;
  }
  return false;
}

/* "X is unstable.  Y phosphorylates it.  It also phosphorylates Z": Y does. */
static bool does_more(const pq_parse *p, uint32_t chunk) {
  return p->acting && says_also(p, chunk) && !is_done_to(p, chunk);
}

bool pq_topic_undergoes(const pq_parse *p, uint32_t chunk) {
  const pq_hit *const h = told_of(p, chunk);
  if (h->trigger->type != PQ_TRIGGER_EVENT) return false;
  if (h->voice == PQ_PASSIVE) return true;
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  return theme && theme->chunk == chunk &&
         !p->r->kinds[h->trigger->kind].binding;
}

bool pq_topic_goes_on(const pq_parse *p, uint32_t chunk) {
  if (!pq_chunk_is(p, chunk + 1, PQ_CHUNK_VERB)) return false;
  const pq_chunk *const verb = &p->chunks.at[chunk + 1];
  for (uint32_t i = verb->begin; i < verb->end; ++i) {
    if (pq_unit_means(p, i, PQ_M_THEREUPON)) return true;
  }
  return false;
}

/* "MDM2 ubiquitinates TP53.  It is then degraded": TP53; without "then" of
 * either; "it also ubiquitinates": of the topic.  Is there one to choose? */
static bool may_be_patient(const pq_parse *p, uint32_t chunk,
                           pq_entity_id *out) {
  *out = 0;
  if (!p->patient || p->n_topics != 1 || p->patient == p->topics[0] ||
      !pq_unit_says(p, p->chunks.at[chunk].begin, "it") ||
      says_also(p, chunk)) {
    return false;
  }
  /* "CBS converts serine.  It is activated by": CBS */
  const bool small = pq_entity_at(p->r, p->patient)->kind == PQ_ENTITY_MOLECULE;
  if (small && !p->patient_bound && !pq_topic_goes_on(p, chunk)) return false;
  if (pq_topic_undergoes(p, chunk)) {
    if (!p->patient_bound && pq_topic_goes_on(p, chunk)) *out = p->patient;
    return true;
  }
  const pq_entity_kind kind = pq_entity_at(p->r, p->topics[0])->kind;
  return p->patient_bound && kind == PQ_ENTITY_MOLECULE;
}

uint32_t pq_topic_meant(const pq_parse *p, uint32_t chunk, bool plural,
                        pq_entity_id *out) {
  if (!p->n_topics || (plural && p->n_topics < 2) ||
      (!plural && (p->n_topics > 1 || has_subject(p, chunk)))) {
    return 0;
  }
  if (does_more(p, chunk)) {
    out[0] = p->acting;
    return 1;
  }
  pq_entity_id patient = 0;
  if (!plural && !p->stays && may_be_patient(p, chunk, &patient)) {
    out[0] = patient;
    return patient != 0;
  }
  memcpy(out, p->topics, p->n_topics * sizeof *out);
  return p->n_topics;
}
