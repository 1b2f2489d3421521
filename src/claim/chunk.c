/* Units -> groups: noun groups with what they are about, verb groups with
 * voice and form, and the small words between them. */
#include "tag.h"

/* ---- noun groups ---- */

static pq_status new_hit(pq_parse *p, uint32_t trigger, uint32_t chunk,
                         uint32_t unit, pq_voice voice) {
  p->chunks.at[chunk].hit = p->hits.n;
  return pq_hit_new(p, &p->g->triggers.at[trigger], chunk, unit, voice);
}

static bool starts_new_noun(const pq_parse *p, uint32_t begin, uint32_t i) {
  if (i == begin) return false;
  if (pq_unit_says(p, i, "they") || pq_unit_says(p, i, "it")) return true;
  if (p->units.at[i].tag != PQ_TAG_DETERMINER) return false;
  return p->units.at[i - 1].tag != PQ_TAG_DETERMINER &&
         p->units.at[i - 1].kind != PQ_UNIT_MARK;
}

/* "humans", "resting cells", "mice" */
static bool is_many(const pq_parse *p, uint32_t i) {
  const pq_view w = pq_unit_text(p, i);
  return p->units.at[i].kind == PQ_UNIT_WORD &&
         (w.ptr[w.len - 1] == 's' || pq_view_alike(w, PQ_LIT("mice")));
}

static bool is_place(const pq_parse *p, uint32_t unit) {
  const pq_unit *const u = &p->units.at[unit];
  return u->kind == PQ_UNIT_NAME &&
         pq_entity_at(p->r, p->r->mentions.at[u->first].entity)->kind ==
             PQ_ENTITY_PLACE;
}

/* Does a clause, but no sentence, begin with the preposition at a unit? */
static bool begins_clause(const pq_parse *p, uint32_t preposition) {
  switch (p->units.at[preposition - 1].tag) {
  case PQ_TAG_SUBORDINATE:
  case PQ_TAG_AND:
  case PQ_TAG_COMMA:
  case PQ_TAG_STOP: return preposition > 1;
  default: return false;
  }
}

/* "In humans STAT6 and ...", "During mitosis CDK1 binds ...": at the start of a
 * sentence the group of a preposition ends before a name, if that leads a verb
 * or comes behind a plural; at that of a clause if it does both. */
static bool ends_setting(const pq_parse *p, uint32_t begin, uint32_t i) {
  const pq_unit *const u = &p->units.at[i - 1];
  const pq_unit *const name = pq_unit_at(p, i);
  const pq_tag next = pq_unit_at(p, i + 1)->tag;
  const bool leads =
      next == PQ_TAG_VERB || next == PQ_TAG_AUXILIARY || next == PQ_TAG_ADVERB;
  if (i == begin || begin < 2 || name->kind != PQ_UNIT_NAME) return false;
  const bool many = pq_unit_says(p, begin - 1, "in") &&
                    (is_many(p, i - 1) || is_place(p, i - 1));
  const bool starts =
      p->units.at[begin - 1].tag == PQ_TAG_PREPOSITION &&
      (begin == 2 ? leads || many
                  : leads && many && begins_clause(p, begin - 1));
  return starts && !name->glued && u->tag == PQ_TAG_NOUN && !u->class_noun &&
         !(u->classes & (PQ_W_GENERIC | PQ_W_ACTIVE | PQ_W_INACTIVE)) &&
         u->kind != PQ_UNIT_MARK && !u->adjective && !u->compound;
}

/* Unit behind the noun group that begins at i. */
static uint32_t noun_end(const pq_parse *p, uint32_t i) {
  uint32_t k = i;
  while (k < p->units.n) {
    const pq_tag tag = p->units.at[k].tag;
    const bool noun = tag == PQ_TAG_NOUN || tag == PQ_TAG_DETERMINER;
    const bool adverb = tag == PQ_TAG_ADVERB && k > i && k + 1 < p->units.n &&
                        p->units.at[k + 1].tag == PQ_TAG_NOUN;
    if ((!noun && !adverb) || starts_new_noun(p, i, k)) break;
    if (ends_setting(p, i, k)) break;
    ++k;
  }
  return k;
}

static pq_status push_chunk(pq_parse *p, pq_chunk_kind kind, uint32_t begin,
                            uint32_t end) {
  const pq_unit *const first = &p->units.at[begin];
  PQ_ROOM(p->r->arena, &p->chunks);
  p->chunks.at[p->chunks.n++] =
      (pq_chunk){.kind = kind,
                 .begin = begin,
                 .end = end,
                 .span = {first->span.begin, p->units.at[end - 1].span.end},
                 .slot = first->slot};
  return PQ_OK;
}

/* A residue that is exchanged is no site: "the S45A mutant of TNNI3". */
static bool has_sites(const pq_parse *p, const pq_chunk *c) {
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind == PQ_UNIT_SITE && !p->r->sites.at[u->first].mutant.len) {
      return true;
    }
  }
  return false;
}

/* "A, but not B phosphorylation": one name and another, which is denied; see
 * pq_argument_before. */
static bool denies_last(const pq_parse *p, uint32_t id) {
  const uint32_t begin = p->chunks.at[id].begin;
  return begin > 2 && p->units.at[begin - 1].tag == PQ_TAG_NOT &&
         p->units.at[begin - 2].tag == PQ_TAG_AND &&
         p->units.at[begin].kind == PQ_UNIT_NAME &&
         !(p->units.at[begin - 2].classes & PQ_W_OR);
}

static pq_status read_noun(pq_parse *p, uint32_t *i, pq_span not_span) {
  pq_status st = PQ_OK;
  const uint32_t end = noun_end(p, *i);
  PQ_TRY(st, push_chunk(p, PQ_CHUNK_NOUN, *i, end));
  uint32_t id = pq_fold_hyphen(p, p->chunks.n - 1);
  uint32_t head = pq_group_event(p, &p->chunks.at[id]);
  const bool folds = head && (pq_span_empty(not_span) || denies_last(p, id));
  bool whole = true; /* "not" is of all of the group */
  if (folds) {
    id = pq_fold_names(p, id);
    whole = p->chunks.at[id].begin == *i;
    head = pq_group_event(p, &p->chunks.at[id]);
  }
  pq_chunk *const c = &p->chunks.at[id];
  c->negated = whole && !pq_span_empty(not_span);
  c->not_span = not_span;
  c->head = head;
  c->sites = has_sites(p, c);
  *i = end;
  if (!head) {
    /* "JAK2 lacking its kinase domain" is not JAK2 */
    if (!pq_unit_says(p, end, "lacking")) pq_group_names(p, c);
    return PQ_OK;
  }
  return new_hit(p, pq_group_noun(p, head), id, head, PQ_NOMINAL);
}

/* ---- verb groups ---- */

/* What stands in a verb group, and where it ends. */
typedef struct verbs {
  uint32_t end, head; /* head: 0 if there are auxiliaries only */
  uint32_t site;      /* unit of a site between them; 0 none */
  bool be, have, negated, to;
} verbs;

/* "is tyrosine phosphorylated", "is tyrosine-phosphorylated": the verb behind a
 * residue at i, or 0. */
static uint32_t verb_behind_site(const pq_parse *p, uint32_t i) {
  const uint32_t next = pq_unit_is_mark(p, i + 1, '-') ? i + 2 : i + 1;
  return p->units.at[i].kind == PQ_UNIT_SITE &&
                 pq_unit_at(p, next)->tag == PQ_TAG_VERB
             ? next
             : 0;
}

static verbs look_at_verbs(const pq_parse *p, uint32_t i) {
  verbs v = {.end = i};
  bool auxiliary = false; /* "not to bind" is one group, "has to bind" two */
  for (uint32_t k = i; k < p->units.n; ++k) {
    const pq_unit *const u = &p->units.at[k];
    if (u->tag == PQ_TAG_TO && auxiliary) break;
    auxiliary = auxiliary || u->tag == PQ_TAG_AUXILIARY;
    if (u->tag == PQ_TAG_VERB) {
      v.head = k;
      v.end = k + 1;
      break;
    }
    const uint32_t verb = v.be ? verb_behind_site(p, k) : 0;
    if (verb) {
      v.site = k;
      k = verb - 1;
      continue;
    }
    if (u->tag == PQ_TAG_AUXILIARY) {
      v.be = v.be || (u->classes & PQ_W_BE);
      v.have = v.have || (u->classes & PQ_W_HAVE);
    } else if (u->tag == PQ_TAG_NOT) {
      v.negated = true;
    } else if (u->tag == PQ_TAG_TO) {
      v.to = true;
    } else if (u->tag != PQ_TAG_ADVERB) {
      break;
    }
    if (u->tag != PQ_TAG_ADVERB) v.end = k + 1;
    if (pq_view_alike(pq_unit_text(p, k), PQ_LIT("cannot"))) v.negated = true;
  }
  /* "is mediated directly by" */
  while (v.head && v.end < p->units.n &&
         p->units.at[v.end].tag == PQ_TAG_ADVERB) {
    ++v.end;
  }
  return v;
}

/* Does a verb group begin at i, perhaps with adverbs or "not"? */
static bool begins_verb(const pq_parse *p, uint32_t i) {
  while (i < p->units.n && (p->units.at[i].tag == PQ_TAG_ADVERB ||
                            p->units.at[i].tag == PQ_TAG_NOT)) {
    ++i;
  }
  const pq_tag tag = pq_unit_at(p, i)->tag;
  return i < p->units.n &&
         (tag == PQ_TAG_VERB || tag == PQ_TAG_AUXILIARY || tag == PQ_TAG_TO);
}

/* "resulted in X"; but "X involved in Y" is done to X. */
static bool leads_object(const pq_parse *p, uint32_t head) {
  const pq_trigger *const t = &p->g->triggers.at[p->units.at[head].verb];
  uint32_t at = 0;
  if (!t->to.len || !pq_view_alike(pq_unit_text(p, head + 1), t->to)) {
    return false;
  }
  const pq_frame_row *const row =
      pq_rules_slot(p->g, t->frame, PQ_PASSIVE, PQ_LIT("subject"), &at);
  return !row || row->role != PQ_AS_AGENT;
}

/* "activated X", "induced strongly the expression of X" */
static bool has_object(const pq_parse *p, uint32_t head) {
  const uint32_t behind = pq_tag_behind(p, head);
  const pq_tag next = pq_unit_at(p, behind)->tag;
  return behind && (p->units.at[head].forms & PQ_FORM_ED) &&
         (next == PQ_TAG_NOUN || next == PQ_TAG_DETERMINER);
}

/* "JAK2 bound and phosphorylated STAT5", "bound but did not phosphorylate": the
 * object of the second is that of the first. */
static bool shares_object(const pq_parse *p, uint32_t head) {
  uint32_t k = head + 1;
  if (!(p->units.at[head].forms & PQ_FORM_ED) || k + 2 >= p->units.n ||
      p->units.at[k].tag != PQ_TAG_AND ||
      p->units.at[head - 1].tag != PQ_TAG_NOUN) {
    return false;
  }
  for (++k; k < p->units.n; ++k) {
    const pq_tag tag = p->units.at[k].tag;
    if (tag != PQ_TAG_ADVERB && tag != PQ_TAG_NOT) break;
  }
  return k < p->units.n &&
         ((p->units.at[k].classes & PQ_W_DO) ||
          (p->units.at[k].tag == PQ_TAG_VERB && has_object(p, k)));
}

/* "JAK2 phosphorylated STAT5", "the loss resulted in X": a past tense, for its
 * object follows; "JAK2 interacted with", "loss of X failed to": it has none.
 */
static bool is_past(const pq_parse *p, uint32_t head) {
  if (pq_unit_means(p, head, PQ_M_WITHOUT_OBJECT)) return true;
  const bool ed = (p->units.at[head].forms & PQ_FORM_ED) != 0;
  /* "after X accumulated in the nucleus" */
  const uint32_t before = pq_tag_before(p, head);
  if (ed && p->units.at[before].kind == PQ_UNIT_NAME &&
      pq_tag_leads_clause(p, pq_tag_before(p, before)) &&
      !pq_unit_says(p, head + 1, "by")) {
    return true;
  }
  /* "bound X, moved to the nucleus and activated Y" */
  if (p->units.at[before].tag == PQ_TAG_COMMA && pq_tag_is_of_itself(p, head) &&
      pq_tag_goes_on_in_past(p, head)) {
    return true;
  }
  return has_object(p, head) || shares_object(p, head) ||
         (head + 1 < p->units.n && ed && leads_object(p, head));
}

static void set_form(const pq_parse *p, pq_chunk *c, const verbs *v,
                     pq_voice *voice) {
  *voice = PQ_ACTIVE_VOICE;
  if (!v->head) return;
  const uint32_t forms = p->units.at[v->head].forms;
  const bool participle = (forms & (PQ_FORM_ED | PQ_FORM_EN)) != 0;
  const bool ing = (forms & PQ_FORM_ING) != 0;
  if (participle && v->be) *voice = PQ_PASSIVE;
  if (participle && !v->be && !v->have) {
    *voice = is_past(p, v->head) ? PQ_ACTIVE_VOICE : PQ_PASSIVE;
    if (*voice == PQ_PASSIVE) c->form = PQ_VERB_REDUCED;
  }
  if (ing && !v->be) c->form = PQ_VERB_ING;
  if (v->to) c->form = PQ_VERB_INFINITIVE;
}

/* "to bind X and | activate Y": "to" goes with both. */
static bool goes_with_to(const pq_parse *p, uint32_t chunk, const verbs *v) {
  if (!v->head || v->be || v->have ||
      p->units.at[v->head].forms != PQ_FORM_BASE || chunk < 3 ||
      p->chunks.at[chunk - 1].kind != PQ_CHUNK_AND) {
    return false;
  }
  for (uint32_t k = p->chunks.at[chunk].begin; k < v->head; ++k) {
    if (p->units.at[k].tag == PQ_TAG_AUXILIARY) return false;
  }
  for (uint32_t k = chunk - 1; k-- > 1;) {
    const pq_chunk *const c = &p->chunks.at[k];
    if (c->kind == PQ_CHUNK_VERB && c->form != PQ_VERB_REDUCED) {
      return c->form == PQ_VERB_INFINITIVE;
    }
    if (c->kind == PQ_CHUNK_STOP || c->kind == PQ_CHUNK_RELATIVE ||
        c->kind == PQ_CHUNK_SUBORDINATE) {
      return false;
    }
  }
  return false;
}

static pq_status read_verb(pq_parse *p, uint32_t *i) {
  pq_status st = PQ_OK;
  const verbs v = look_at_verbs(p, *i);
  PQ_TRY(st, push_chunk(p, PQ_CHUNK_VERB, *i, v.end));
  const uint32_t id = p->chunks.n - 1;
  pq_chunk *const c = &p->chunks.at[id];
  pq_voice voice = PQ_ACTIVE_VOICE;
  set_form(p, c, &v, &voice);
  if (goes_with_to(p, id, &v)) c->form = PQ_VERB_INFINITIVE;
  c->negated = v.negated;
  if (v.site && v.head) {
    c->site_begin = v.site;
    c->site_end = v.site + 1;
  }
  c->head = v.head;
  c->copula = !v.head;
  *i = v.end;
  if (!v.head) return PQ_OK;
  const uint32_t trigger = p->units.at[v.head].verb;
  const pq_trigger_type type = p->g->triggers.at[trigger].type;
  /* "links A to B": annotation takes no such word for a binding */
  const bool silent =
      p->r->wants_happenings && p->g->triggers.at[trigger].potential;
  if (type == PQ_TRIGGER_PLAIN || type == PQ_TRIGGER_THOUGHT || silent) {
    return PQ_OK;
  }
  PQ_TRY(st, new_hit(p, trigger, id, v.head, voice));
  pq_hit *const h = &p->hits.at[p->hits.n - 1];
  /* Leading "thereby" and trailing "directly" are no part of what it says. */
  uint32_t from = p->chunks.at[id].begin;
  while (from < v.head && p->units.at[from].tag == PQ_TAG_ADVERB) {
    ++from;
  }
  h->span = (pq_span){p->units.at[from].span.begin, h->span.end};
  return PQ_OK;
}

/* ---- all groups ---- */

static pq_chunk_kind small_kind(pq_tag tag) {
  switch (tag) {
  case PQ_TAG_PREPOSITION: return PQ_CHUNK_PREPOSITION;
  case PQ_TAG_AND: return PQ_CHUNK_AND;
  case PQ_TAG_COMMA: return PQ_CHUNK_COMMA;
  case PQ_TAG_RELATIVE: return PQ_CHUNK_RELATIVE;
  case PQ_TAG_SUBORDINATE: return PQ_CHUNK_SUBORDINATE;
  case PQ_TAG_WHETHER: return PQ_CHUNK_WHETHER;
  default: return PQ_CHUNK_STOP;
  }
}

static pq_status read_small(pq_parse *p, uint32_t *i) {
  pq_status st = PQ_OK;
  const pq_unit *const u = &p->units.at[*i];
  PQ_TRY(st, push_chunk(p, small_kind(u->tag), *i, *i + 1));
  pq_chunk *const c = &p->chunks.at[p->chunks.n - 1];
  c->is_or = (u->classes & PQ_W_OR) != 0;
  if (c->kind == PQ_CHUNK_WHETHER) p->whether = p->chunks.n - 1;
  ++*i;
  return PQ_OK;
}

/* "A and, to a lesser extent, B": where the adverbs between commas behind "and"
 * end; `i`, the first comma, if there are none.  Before a common noun they may
 * lead a clause: "and, in turn, complexes of A do". */
static uint32_t past_aside(const pq_parse *p, uint32_t i) {
  uint32_t k = i + 1;
  while (pq_unit_at(p, k)->tag == PQ_TAG_ADVERB) {
    ++k;
  }
  const pq_unit *const next = pq_unit_at(p, k + 1);
  const bool closed = k > i + 1 && pq_unit_at(p, k)->tag == PQ_TAG_COMMA &&
                      (next->kind == PQ_UNIT_NAME || next->tag == PQ_TAG_VERB);
  return closed && p->units.at[i - 1].tag == PQ_TAG_AND ? k + 1 : i;
}

/* Go past what makes no chunk: "not", an adverb, an aside.  True if there was
 * one. */
static bool pass(const pq_parse *p, uint32_t *i, pq_span *negation) {
  const pq_unit *const u = &p->units.at[*i];
  const uint32_t at = *i;
  if (u->tag == PQ_TAG_NOT) *negation = u->span;
  if (u->tag == PQ_TAG_NOT || u->tag == PQ_TAG_ADVERB) ++*i;
  if (u->tag == PQ_TAG_COMMA) *i = past_aside(p, at);
  return *i > at;
}

static pq_status begin(pq_parse *p) {
  p->chunks.n = 0;
  p->hits.n = 0;
  p->whether = 0;
  PQ_ROOM(p->r->arena, &p->chunks);
  p->chunks.at[p->chunks.n++] =
      (pq_chunk){.kind = PQ_CHUNK_STOP, .slot = {"", 0}};
  return pq_hit_new(p, p->g->triggers.at, 0, 0, PQ_NOMINAL);
}

/* Many passes go over the noun groups and nothing else: they go from one to the
 * next, and have no chunk to ask what it is. */
static void link_nouns(const pq_parse *p) {
  uint32_t behind = 0;
  for (uint32_t i = p->chunks.n; i-- > 0;) {
    p->chunks.at[i].noun_behind = behind;
    if (p->chunks.at[i].kind == PQ_CHUNK_NOUN) behind = i;
  }
}

pq_status pq_chunk_units(pq_parse *p) {
  pq_status st = PQ_OK;
  PQ_TRY(st, begin(p));
  pq_span negation = {0, 0};
  for (uint32_t i = 1; i < p->units.n && p->hits.n < PQ_HITS_MOST;) {
    const pq_tag tag = p->units.at[i].tag;
    if (begins_verb(p, i)) {
      PQ_TRY(st, read_verb(p, &i));
    } else if (tag == PQ_TAG_NOUN || tag == PQ_TAG_DETERMINER) {
      PQ_TRY(st, read_noun(p, &i, negation));
    } else if (pass(p, &i, &negation)) {
      continue;
    } else {
      /* "but not by JAK3" */
      const bool on = tag == PQ_TAG_PREPOSITION;
      PQ_TRY(st, read_small(p, &i));
      p->chunks.at[p->chunks.n - 1].negated = !pq_span_empty(negation);
      p->chunks.at[p->chunks.n - 1].not_span = negation;
      if (on) continue;
    }
    negation = (pq_span){0, 0};
  }
  link_nouns(p);
  pq_chunk_lists(p);
  return PQ_OK;
}
