/* What a verb that only joins says of its subject beside a name: on whom what
 * happens depends, what a thing is a substrate for, and when it is active. */
#include "clause.h"
#include "draft.h"

/* "Apoptosis is X-dependent": what a process depends on; the hit that tells it,
 * or 0. */
static uint32_t process_depends(pq_parse *p, uint32_t subject, uint32_t verb,
                                uint32_t unit, const pq_compound *how) {
  const pq_chunk *const c = &p->chunks.at[subject];
  const pq_trigger *const t = pq_rules_verb(p->g, PQ_LIT("depend"));
  if (!t || how->relation != PQ_REL_DEPENDS_ON || p->chunks.at[verb].hit ||
      !c->name_end || !pq_unit_is_process(p, c->name_begin) ||
      pq_hit_new(p, t, verb, unit, PQ_ACTIVE_VOICE)) {
    return 0;
  }
  const uint32_t hit = p->hits.n - 1;
  pq_hit_add(p, hit,
             (pq_arg){.role = PQ_AS_THEME, .chunk = subject, .all = true});
  return hit;
}

void pq_quality_take(pq_parse *p, uint32_t subject, uint32_t verb,
                     uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const pq_unit *const u = &p->units.at[c->end - 1];
  if (!subject || c->end < c->begin + 3 || !u->compound ||
      u->compound == UINT32_MAX ||
      p->units.at[c->end - 3].kind != PQ_UNIT_NAME) {
    return;
  }
  const pq_compound *const how = &p->g->compounds.at[u->compound - 1];
  uint32_t hit = p->chunks.at[subject].hit;
  if (!hit) hit = process_depends(p, subject, verb, c->end - 1, how);
  if (!hit) return;
  pq_hit_add(p, hit,
             (pq_arg){.role = pq_compound_role(how),
                      .chunk = noun,
                      .begin = c->end - 3,
                      .end = c->end - 2,
                      .how = u->span,
                      .relation = how->relation,
                      .polarity = how->polarity,
                      .negated = p->chunks.at[verb].negated});
  p->hits.at[hit].said = true;
}

/* "X undergoes inhibition by Y": of X.  "X exerts inhibition" is by X.  "X
 * displays specific binding to Y": X does. */
void pq_quality_undergoes(pq_parse *p, uint32_t subject, uint32_t verb,
                          uint32_t noun) {
  const pq_view word = p->units.at[p->chunks.at[verb].head].slot;
  const uint32_t hit = p->chunks.at[noun].hit;
  const pq_hit *const h = &p->hits.at[hit];
  const bool undergoes = pq_view_starts(word, PQ_LIT("undergo")) ||
                         pq_view_starts(word, PQ_LIT("underwent"));
  const bool controlled = h->trigger->type == PQ_TRIGGER_REGULATION &&
                          h->trigger->has_thing_kind && undergoes;
  /* "displays specific binding to Y" */
  const bool binds = h->trigger->type == PQ_TRIGGER_EVENT &&
                     p->r->kinds[h->trigger->kind].binding;
  if (!hit || !subject || pq_hit_arg(h, PQ_AS_THEME) ||
      !(controlled || binds)) {
    return;
  }
  const pq_place_for where = {.hit = hit, .slot = PQ_LIT("of")};
  (void)pq_argument_attach(p, &where, subject);
}

/* "is a substrate", "serves as a substrate" */
static bool is_said_of(const pq_parse *p, const pq_clause *now, uint32_t noun) {
  if (now->object == noun) return p->chunks.at[now->verb].copula;
  return now->verb == noun - 2 && !p->chunks.at[now->verb].hit &&
         pq_unit_says(p, p->chunks.at[noun - 1].begin, "as");
}

bool pq_quality_suffers(pq_walker *w, uint32_t noun) {
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const uint32_t hit = p->chunks.at[noun].hit;
  if (!hit || !now->subject || !now->verb || !is_said_of(p, now, noun - 2) ||
      !(pq_unit_says(p, p->chunks.at[noun - 1].begin, "for") ||
        pq_unit_says(p, p->chunks.at[noun - 1].begin, "of")) ||
      !pq_unit_means(p, p->chunks.at[noun - 2].end - 1, PQ_M_TARGET)) {
    return false;
  }
  const pq_place_for where = {.hit = hit, .slot = PQ_LIT("of")};
  p->hits.at[hit].said = pq_argument_attach(p, &where, now->subject);
  return p->hits.at[hit].said;
}

/* The rule of what makes a thing active, or inactive. */
static const pq_trigger *making(const pq_parse *p, pq_activity activity) {
  for (uint32_t i = 1; i < p->g->triggers.n; ++i) {
    const pq_trigger *const t = &p->g->triggers.at[i];
    if (t->type == PQ_TRIGGER_EVENT && !t->weak && !t->self &&
        p->r->kinds[t->kind].leaves == activity) {
      return t;
    }
  }
  return NULL;
}

/* "when phosphorylated", "once it is phosphorylated": the hit behind the word;
 * 0 none. */
static uint32_t done_then(const pq_parse *p, uint32_t when) {
  static const char *const words[] = {"when", "once", "if", NULL};
  uint32_t i = when + 1;
  if (!pq_chunk_is(p, when, PQ_CHUNK_SUBORDINATE) ||
      !pq_view_says_any(pq_unit_text(p, p->chunks.at[when].begin), words)) {
    return 0;
  }
  if (pq_chunk_is(p, i, PQ_CHUNK_NOUN)) ++i;
  const uint32_t hit =
      pq_chunk_is(p, i, PQ_CHUNK_VERB) ? p->chunks.at[i].hit : 0;
  const pq_hit *const h = &p->hits.at[hit];
  return hit && h->voice == PQ_PASSIVE && !p->chunks.at[i].negated &&
                 h->trigger->type == PQ_TRIGGER_EVENT
             ? hit
             : 0;
}

/* "RAF1 is inactive when phosphorylated": that makes it inactive. */
static pq_status read_state(pq_parse *p, uint32_t verb) {
  const uint32_t noun = verb + 1;
  const pq_chunk *const c = &p->chunks.at[noun];
  const uint32_t subject = verb - 1;
  if (!pq_chunk_is(p, noun, PQ_CHUNK_NOUN) || c->end != c->begin + 1 ||
      !p->chunks.at[subject].name_end) {
    return PQ_OK;
  }
  const uint32_t classes = p->units.at[c->begin].classes;
  const pq_activity a = classes & PQ_W_ACTIVE     ? PQ_ACTIVE
                        : classes & PQ_W_INACTIVE ? PQ_INACTIVE
                                                  : PQ_ACTIVITY_UNSAID;
  const uint32_t cause = done_then(p, noun + 1);
  const pq_trigger *const t =
      a == PQ_ACTIVITY_UNSAID || !cause ? NULL : making(p, a);
  if (!t) return PQ_OK;
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_hit_new(p, t, verb, c->begin, PQ_PASSIVE));
  const uint32_t hit = p->hits.n - 1;
  pq_hit_add(p, hit,
             (pq_arg){.role = PQ_AS_THEME, .chunk = subject, .all = true});
  pq_hit_add(p, hit,
             (pq_arg){.role = PQ_AS_UPSTREAM,
                      .chunk = p->hits.at[cause].chunk,
                      .hit = cause,
                      .relation = PQ_REL_UPSTREAM,
                      .polarity = PQ_POSITIVE});
  return PQ_OK;
}

/* ---- where a thing is ---- */

static bool is_place(const pq_parse *p, uint32_t noun) {
  if (!pq_chunk_is(p, noun, PQ_CHUNK_NOUN) || p->chunks.at[noun].hit) {
    return false;
  }
  const pq_content c = pq_argument_content(p, noun);
  return c.places && !c.things;
}

/* "is in the nucleus", "remains at the membrane": the place; 0 none. */
static uint32_t place_behind(const pq_parse *p, uint32_t verb) {
  static const char *const slots[] = {"in",     "at",     "on",
                                      "within", "inside", NULL};
  return pq_chunk_is(p, verb + 1, PQ_CHUNK_PREPOSITION) &&
                 pq_view_says_any(p->chunks.at[verb + 1].slot, slots) &&
                 is_place(p, verb + 2)
             ? verb + 2
             : 0;
}

/* "nuclear", "cytosolic", "lysosomal", "ciliary" */
static bool is_adjective(pq_view word) {
  static const pq_view ends[] = {PQ_LIT_INIT("ar"), PQ_LIT_INIT("ic"),
                                 PQ_LIT_INIT("al"), PQ_LIT_INIT("ary")};
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; ++i) {
    const size_t n = ends[i].len;
    if (word.len > n &&
        pq_view_alike(pq_view_skip(word, word.len - n), ends[i])) {
      return true;
    }
  }
  return false;
}

/* "is nuclear", "is a mitochondrial enzyme": the place; 0 none.  A nuclear
 * receptor is of that family, wherever it is. */
static uint32_t place_within(const pq_parse *p, uint32_t verb) {
  if (!is_place(p, verb + 1)) return 0;
  const pq_chunk *const c = &p->chunks.at[verb + 1];
  const uint32_t last = c->end - 1;
  const bool all =
      c->end == c->begin + 1 && is_adjective(pq_unit_text(p, last));
  return all || (last >= c->name_end && pq_unit_means(p, last, PQ_M_PROTEIN))
             ? verb + 1
             : 0;
}

static pq_status read_place(pq_parse *p, uint32_t verb) {
  const uint32_t subject = verb - 1;
  uint32_t place = place_behind(p, verb);
  if (!place) place = place_within(p, verb);
  const pq_trigger *const t = place ? pq_dashed_locating(p) : NULL;
  if (!t || !pq_chunk_is(p, subject, PQ_CHUNK_NOUN) ||
      pq_chunk_is(p, subject - 1, PQ_CHUNK_PREPOSITION) ||
      p->chunks.at[subject].hit || !pq_argument_content(p, subject).things) {
    return PQ_OK;
  }
  const uint32_t prior = p->chunks.at[subject].prior;
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_hit_new(p, t, verb, p->chunks.at[verb].begin, PQ_PASSIVE));
  const uint32_t hit = p->hits.n - 1;
  p->hits.at[hit].span = p->chunks.at[verb].span;
  p->hits.at[hit].said = true;
  pq_hit_add(p, hit,
             (pq_arg){.role = PQ_AS_THEME,
                      .chunk = prior ? prior : subject,
                      .all = true});
  pq_hit_add(p, hit, (pq_arg){.role = PQ_AS_IN, .chunk = place});
  return PQ_OK;
}

pq_status pq_quality_read(pq_parse *p) {
  pq_status st = PQ_OK;
  if (p->r->wants_happenings) return PQ_OK; /* annotation asks for the words */
  for (uint32_t i = 2; i < p->chunks.n; ++i) {
    if (!pq_chunk_is(p, i, PQ_CHUNK_VERB) || !p->chunks.at[i].copula) continue;
    PQ_TRY(st, read_state(p, i));
    PQ_TRY(st, read_place(p, i));
  }
  return PQ_OK;
}
