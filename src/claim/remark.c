/* A sentence that only says what is thought of the one before it.
 *
 *   A does B (X).  This has been disputed (Y).    controversial, by Y
 *   A does B (X).  Others did not find this (Y).  denied, by Y
 *   A does B (X).  This awaits confirmation.      unclear, and no longer firm
 *   A does B (X).  This was confirmed by Y.       asserted, by Y, too
 * Each is further evidence of the claim before; who says so stands there. */
#include "doubt.h"
#include "scope.h"

/* ---- what may be meant ---- */

/* Is it told by the last verb, or by one that is joined to it? */
static bool is_last(const pq_parse *p, const pq_draft *d) {
  const pq_cue end = {.unit = p->units.n};
  return d->stance != PQ_PRESUPPOSED && !d->dispute && !d->cut_off &&
         pq_scope_denies(p, d, &end);
}

void pq_remark_mark(pq_parse *p, uint32_t first) {
  for (uint32_t i = first; i < p->drafts.n; ++i) {
    p->drafts.at[i].last = is_last(p, &p->drafts.at[i]);
  }
}

void pq_remark_keep(pq_parse *p, uint32_t evidence) {
  if (p->told_in != p->sentence) p->n_told = 0;
  p->told_in = p->sentence;
  if (p->n_told < PQ_TOLD_MOST) p->told[p->n_told++] = evidence;
}

/* ---- the remark ---- */

/* Does the sentence name nothing of which it could tell something: cells and
 * species are where something is seen? */
static bool names_nothing(const pq_parse *p) {
  for (uint32_t i = 1; i < p->units.n; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind == PQ_UNIT_SITE) return false;
    if (u->kind != PQ_UNIT_NAME) continue;
    const pq_mention *const m = &p->r->mentions.at[u->first];
    const pq_entity_kind kind = pq_entity_at(p->r, m->entity)->kind;
    if (kind != PQ_ENTITY_CELL && kind != PQ_ENTITY_SPECIES) return false;
  }
  return true;
}

/* "in mice" */
static bool says_of_whom(const pq_parse *p) {
  for (uint32_t i = 1; i < p->units.n; ++i) {
    if (p->units.at[i].kind == PQ_UNIT_NAME) return true;
  }
  return false;
}

/* "in vivo", "in living cells" */
static bool says_where(const pq_parse *p) {
  for (uint32_t i = 1; i < p->units.n; ++i) {
    if (pq_unit_says(p, i, "in") || pq_unit_says(p, i, "in vivo") ||
        pq_unit_says(p, i, "in vitro")) {
      return true;
    }
  }
  return false;
}

/* "The role of this is debated", "how this happens": not whether it does, as
 * "no such effect" tells. */
static bool asks_more(const pq_parse *p) {
  for (uint32_t i = 1; i < p->units.n; ++i) {
    if ((p->units.at[i].classes & (PQ_W_ASPECT | PQ_W_MANNER)) &&
        !pq_unit_says(p, i - 1, "such") && !pq_unit_says(p, i - 1, "this")) {
      return true;
    }
    if (pq_unit_says(p, i, "how") || pq_unit_says(p, i, "why")) return true;
  }
  return false;
}

/* The first verb group that may be a predicate, "failed" by its look too. */
static uint32_t first_verb(const pq_parse *p) {
  for (uint32_t i = 1; i < p->chunks.n; ++i) {
    const pq_verb_form form = p->chunks.at[i].form;
    if (p->chunks.at[i].kind == PQ_CHUNK_VERB &&
        (form == PQ_VERB_FINITE || form == PQ_VERB_REDUCED)) {
      return i;
    }
  }
  return 0;
}

/* Where the subject of a verb begins: behind "However," and "In mice,". */
static uint32_t subject_of(const pq_parse *p, uint32_t verb) {
  uint32_t i = verb;
  while (pq_chunk_is(p, i - 1, PQ_CHUNK_NOUN) ||
         pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION)) {
    --i;
  }
  return i;
}

/* "this finding", "the report", "this interaction": what was told. */
static bool is_what_was_told(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (!pq_chunk_is(p, chunk, PQ_CHUNK_NOUN) ||
      !pq_chunk_is(p, chunk + 1, PQ_CHUNK_VERB)) {
    return false;
  }
  const bool this = (p->units.at[c->begin].classes & PQ_W_DEMONSTRATIVE) != 0;
  const bool the = pq_unit_says(p, c->begin, "the");
  return (this && c->hit) ||
         ((this || the) && (pq_unit_means(p, c->end - 1, PQ_M_MATTER) ||
                            pq_unit_means(p, c->end - 1, PQ_M_IDEA)));
}

/* Does the verb of the subject say it, and none behind: "This is left out,
 * since the details are unclear"? */
static bool is_of_verb(const pq_parse *p, uint32_t verb, const pq_cue *cue) {
  for (uint32_t i = verb + 1; i < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->begin > cue->unit) break;
    if (c->kind == PQ_CHUNK_SUBORDINATE || c->kind == PQ_CHUNK_RELATIVE ||
        c->kind == PQ_CHUNK_COMMA) {
      return false;
    }
  }
  return cue->unit >= p->chunks.at[verb].begin;
}

/* "Conflicting data exist", "There is evidence to the contrary". */
static bool is_in_subject(const pq_parse *p, uint32_t at, uint32_t verb,
                          const pq_cue *cue) {
  const bool there = pq_unit_says(p, p->chunks.at[at].begin, "there");
  return there || pq_amend_is_people(p, at) ||
         (cue->unit >= p->chunks.at[at].begin &&
          cue->unit <= p->chunks.at[verb].end);
}

static pq_stance stance_of(const pq_cue *cue) {
  switch (cue->kind) {
  case PQ_CUE_DENIAL: return PQ_DENIED;
  case PQ_CUE_CONTROVERSY: return PQ_CONTROVERSIAL;
  case PQ_CUE_UNCLEAR: return cue->clause ? PQ_UNCLEAR : PQ_ASSERTED;
  default: return PQ_ASSERTED;
  }
}

/* The first cue that says it in words of its own. */
static bool is_doubted(const pq_parse *p, uint32_t at, uint32_t verb,
                       pq_amendment *out) {
  const bool told = is_what_was_told(p, at);
  const bool people = pq_amend_is_people(p, at);
  for (uint32_t i = 0; i < p->cues.n; ++i) {
    const pq_cue *const cue = &p->cues.at[i];
    out->stance = stance_of(cue);
    out->cue = cue->span;
    if (out->stance == PQ_ASSERTED) continue;
    if ((told && is_of_verb(p, verb, cue)) ||
        (people && out->stance == PQ_DENIED) ||
        (out->stance == PQ_CONTROVERSIAL && is_in_subject(p, at, verb, cue))) {
      return true;
    }
  }
  return false;
}

/* "The report was later retracted" */
static bool is_rejected(const pq_parse *p, uint32_t at, uint32_t verb,
                        pq_amendment *out) {
  const pq_chunk *const v = &p->chunks.at[verb];
  if (!is_what_was_told(p, at) || v->negated || !v->head ||
      !pq_unit_means(p, v->head, PQ_M_REJECTED)) {
    return false;
  }
  *out = (pq_amendment){PQ_DENIED, p->units.at[v->head].span};
  return true;
}

/* "This was confirmed by Smith et al. (2001)", "A later study confirmed this"
 */
static bool is_confirmed(const pq_parse *p, uint32_t at, uint32_t verb) {
  const pq_chunk *const v = &p->chunks.at[verb];
  const uint32_t object = v->end;
  const bool was = is_what_was_told(p, at) &&
                   (p->units.at[v->begin].classes & (PQ_W_BE | PQ_W_HAVE));
  const bool did = pq_amend_is_people(p, at) &&
                   (p->units.at[object < p->units.n ? object : 0].classes &
                    PQ_W_DEMONSTRATIVE);
  if ((!was && !did) || v->negated || p->cues.n || !v->head ||
      !pq_unit_means(p, v->head, PQ_M_CONFIRMED)) {
    return false;
  }
  return p->citation < pq_first_citation(p->r, p->sentence + 1);
}

/* What the sentence says of what was told; false if it says nothing of it, or
 * only of some cells: "In mice, this has not been seen". */
static bool remark_of(const pq_parse *p, pq_amendment *out) {
  const uint32_t verb = first_verb(p);
  if (!verb || asks_more(p) || !names_nothing(p)) return false;
  const uint32_t at = subject_of(p, verb);
  if (is_rejected(p, at, verb, out)) return true;
  if (pq_amend_takes_back(p, at, out)) {
    return out->stance != PQ_UNCLEAR || !says_of_whom(p);
  }
  *out = (pq_amendment){.stance = PQ_ASSERTED};
  return is_confirmed(p, at, verb) || is_doubted(p, at, verb, out);
}

/* ---- what it makes of the claims ---- */

static pq_status cue_list(pq_parse *p, pq_span cue, const pq_span **out) {
  pq_span *const cues = pq_arena_take(p->r->arena, sizeof *cues);
  if (!cues) return p->r->arena->status;
  *cues = cue;
  *out = cues;
  return PQ_OK;
}

/* What awaits confirmation is no plain claim any more; it is where that is
 * only open for another place: "Whether this occurs in vivo is not known". */
static pq_status soften(pq_parse *p, pq_evidence *e, pq_span cue) {
  pq_status st = PQ_OK;
  if (e->stance != PQ_ASSERTED || e->n_cues || says_where(p)) return PQ_OK;
  PQ_TRY(st, cue_list(p, cue, &e->cues));
  e->n_cues = 1;
  e->stance = PQ_HEDGED;
  return PQ_OK;
}

static pq_status add(pq_parse *p, pq_evidence *e, const pq_amendment *a) {
  pq_status st = PQ_OK;
  const uint32_t last =
      p->chunks.n - (pq_chunk_is(p, p->chunks.n - 1, PQ_CHUNK_STOP) ? 2 : 1);
  pq_draft d = {
      .claim = p->r->claims.at[e->id],
      .span = {p->units.at[1].span.begin, p->chunks.at[last].span.end},
      .agent = e->agent,
      .theme = e->theme,
      .agent_sentence = e->agent_sentence,
      .theme_sentence = e->theme_sentence,
      .stance = a->stance,
      .last = true,
      .rule = PQ_LIT("this has been ...")};
  if (a->stance != PQ_ASSERTED) {
    PQ_TRY(st, cue_list(p, a->cue, &d.cues));
    d.n_cues = 1;
  }
  if (a->stance == PQ_UNCLEAR) PQ_TRY(st, soften(p, e, a->cue));
  PQ_PUSH(p->r->arena, &p->drafts, d);
  return PQ_OK;
}

pq_status pq_remark_read(pq_parse *p) {
  pq_status st = PQ_OK;
  const pq_record *const r = p->r;
  pq_amendment a = {.stance = PQ_ASSERTED};
  if (!p->n_told || p->told_in + 1 != p->sentence || p->drafts.n ||
      r->sentences.at[p->told_in].text != p->s->text || p->chunks.n < 2 ||
      !remark_of(p, &a)) {
    return PQ_OK;
  }
  for (uint32_t i = 0; i < p->n_told; ++i) {
    PQ_TRY(st, add(p, &r->evidence.at[p->told[i]], &a));
  }
  return st;
}
