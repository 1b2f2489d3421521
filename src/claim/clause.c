/* Who does what to whom: each verb finds its subject and object, and each
 * preposition the verb or noun that it belongs to.
 *
 *   clauses    a stack: a relative clause lies on the one that it interrupts
 *   "ATR, which binds DNA, phosphorylates TP53"
 *     ATR            subject of clause 1
 *     which          opens clause 2, subject ATR
 *     phosphorylates finite, and clause 2 has its verb: back to clause 1
 */
#include "parse.h"

typedef struct lead {
  uint32_t preposition, noun;
} lead;

typedef struct clause {
  uint32_t first;   /* chunk */
  uint32_t subject; /* noun chunk; 0 none */
  uint32_t verb;    /* the last verb chunk; 0 none */
  uint32_t object;  /* of the last verb; 0 none */
  uint32_t gap;     /* noun chunk of a clause whose verb is left out */
  bool relative, event_subject;
  lead leads[3]; /* "In response to X," before the subject */
  uint32_t n_leads;
} clause;

typedef struct walker {
  pq_parse *p;
  clause stack[PQ_CLAUSES_MOST];
  uint32_t depth; /* at least 1 */
  uint32_t last_noun, number;
  pq_status status;
} walker;

static clause *top(walker *w) {
  return &w->stack[w->depth - 1];
}

static void restart(walker *w, uint32_t chunk) {
  w->depth = 1;
  w->stack[0] = (clause){.first = chunk};
  ++w->number;
}

/* ---- arguments ---- */

void pq_hit_add(pq_parse *p, uint32_t hit, pq_arg arg) {
  pq_hit *const h = &p->hits.at[hit];
  if (h->n_args == PQ_ARGS_MOST) return;
  h->args[h->n_args++] = arg;
  if (arg.hit && !p->hits.at[arg.hit].used_by) {
    p->hits.at[arg.hit].used_by = hit;
  }
}

const pq_arg *pq_hit_arg(const pq_hit *h, pq_frame_role role) {
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role == role) return &h->args[i];
  }
  return NULL;
}

typedef struct content {
  bool things, places, sites, event, anaphor;
} content;

static void add_names(const pq_parse *p, const pq_unit *u, content *out) {
  const pq_mention *const m = &p->r->mentions.at[u->first];
  const pq_entity_kind kind = pq_entity_at(p->r, m->entity)->kind;
  if (kind == PQ_ENTITY_PLACE) {
    out->places = true;
  } else if (kind != PQ_ENTITY_SPECIES && kind != PQ_ENTITY_CLASS) {
    out->things = true;
  }
}

static bool may_refer(const pq_parse *p, const pq_chunk *c) {
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->class_noun || (u->classes & PQ_W_PRONOUN)) return true;
  }
  const pq_unit *const only = &p->units.at[c->begin];
  return c->end == c->begin + 1 && (only->classes & PQ_W_DEMONSTRATIVE);
}

static content content_of(const pq_parse *p, uint32_t chunk) {
  content out = {false, false, false, false, false};
  uint32_t depth = 0;
  for (uint32_t i = chunk; i && depth < 4; i = p->chunks.at[i].of, ++depth) {
    const pq_chunk *const c = &p->chunks.at[i];
    out.event = out.event || (c->hit && depth == 0);
    for (uint32_t k = c->begin; k < c->end; ++k) {
      if (p->units.at[k].kind == PQ_UNIT_SITE && depth == 0) out.sites = true;
    }
    if (c->name_end && !(depth > 0 && out.sites)) {
      add_names(p, &p->units.at[c->name_begin], &out);
    }
    if (depth == 0 && !c->name_end && !c->hit) out.anaphor = may_refer(p, c);
  }
  return out;
}

static bool accepts(pq_frame_role role, const content *c) {
  switch (role) {
  case PQ_AS_NONE: return true;
  case PQ_AS_SITE: return c->sites;
  case PQ_AS_FROM:
  case PQ_AS_TO:
  case PQ_AS_IN: return c->places;
  default: return c->things || c->event || c->anaphor;
  }
}

static bool is_taken(const pq_hit *h, pq_frame_role role) {
  switch (role) {
  case PQ_AS_UPSTREAM:
  case PQ_AS_DEPENDS:
  case PQ_AS_PARTNER:
  case PQ_AS_SITE: return false;
  default: return pq_hit_arg(h, role) != NULL;
  }
}

/* Let a noun group take the roles that a slot of the hit offers.  False if it
 * fits none. */
static bool attach(pq_parse *p, uint32_t hit, pq_view slot, uint32_t chunk,
                   pq_span how) {
  const pq_hit *const h = &p->hits.at[hit];
  const content c = content_of(p, chunk);
  bool any = false;
  bool site = false;
  bool other = false;
  uint32_t at = 0;
  const pq_frame_row *row = NULL;
  while ((row = pq_rules_slot(p->g, h->trigger->frame, h->voice, slot, &at))) {
    const bool is_site = row->role == PQ_AS_SITE;
    if (!accepts(row->role, &c) || is_taken(h, row->role) ||
        (is_site ? site : other)) {
      continue;
    }
    *(is_site ? &site : &other) = true;
    any = true;
    if (row->role == PQ_AS_NONE) continue;
    const pq_arg arg = {.role = row->role,
                        .chunk = chunk,
                        .hit = is_site ? 0 : p->chunks.at[chunk].hit,
                        .all = true,
                        .how = how,
                        .relation = row->role == PQ_AS_AGENT ? PQ_REL_DIRECT
                                                             : PQ_REL_UPSTREAM,
                        .polarity = PQ_POSITIVE};
    pq_hit_add(p, hit, arg);
  }
  return any;
}

static const pq_span nowhere = {0, 0};

/* A preposition and its noun: the nearest hit before it that takes them. */
static bool attach_phrase(walker *w, uint32_t preposition, uint32_t noun) {
  pq_parse *const p = w->p;
  const pq_chunk *const prep = &p->chunks.at[preposition];
  for (uint32_t i = p->hits.n; i-- > 1;) {
    const pq_hit *const h = &p->hits.at[i];
    if (h->chunk >= preposition) continue;
    if (h->chunk < top(w)->first && w->depth == 1) break;
    const bool object = h->trigger->to.len && h->voice != PQ_NOMINAL &&
                        pq_view_same(h->trigger->to, prep->slot);
    if (attach(p, i, object ? PQ_LIT("object") : prep->slot, noun,
               prep->span)) {
      return true;
    }
    if (h->voice != PQ_NOMINAL && h->chunk == top(w)->verb) break;
  }
  return false;
}

/* ---- nouns ---- */

static bool is_kind(const pq_parse *p, uint32_t i, pq_chunk_kind kind) {
  return i > 0 && i < p->chunks.n && p->chunks.at[i].kind == kind;
}

/* "CDK2 phosphorylation", "ALK-mediated STAT3 phosphorylation": what stands
 * before the noun in its own group. */
static void read_before_noun(pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  bool clear = true; /* nothing but what keeps a name stands between */
  for (uint32_t i = h->unit; i-- > c->begin;) {
    const pq_unit *const u = &p->units.at[i];
    if (u->compound && u->compound != UINT32_MAX) {
      const pq_compound *const how = &p->g->compounds.at[u->compound - 1];
      const bool depends = how->relation == PQ_REL_DEPENDS_ON;
      if (i < c->begin + 2 || p->units.at[i - 2].kind != PQ_UNIT_NAME) {
        return;
      }
      pq_hit_add(p, hit,
                 (pq_arg){.role = depends ? PQ_AS_DEPENDS
                                  : how->relation == PQ_REL_DIRECT
                                      ? PQ_AS_AGENT
                                      : PQ_AS_UPSTREAM,
                          .chunk = h->chunk,
                          .begin = i - 2,
                          .end = i - 1,
                          .how = u->span,
                          .relation = how->relation,
                          .polarity = how->polarity});
      return;
    }
    const bool name = u->kind == PQ_UNIT_NAME;
    const bool site = u->kind == PQ_UNIT_SITE;
    if ((name && clear && !pq_hit_arg(h, PQ_AS_THEME)) || site) {
      uint32_t at = 0;
      const pq_frame_row *row = NULL;
      while ((row = pq_rules_slot(p->g, h->trigger->frame, PQ_NOMINAL,
                                  PQ_LIT("pre"), &at))) {
        if ((row->role == PQ_AS_SITE) != site || row->role == PQ_AS_NONE) {
          continue;
        }
        pq_hit_add(p, hit, (pq_arg){.role = row->role,
                                    .chunk = h->chunk,
                                    .begin = i,
                                    .end = i + 1});
        break;
      }
    }
    clear = clear && (name || site || u->kind == PQ_UNIT_MARK || u->adjective ||
                      (u->classes & (PQ_W_GENERIC | PQ_W_SITE)));
    if (name) clear = false;
  }
}

/* A verb before this noun that still wants an object, with only small words
 * between. */
static uint32_t waiting_verb(const walker *w, uint32_t i) {
  const pq_parse *const p = w->p;
  const uint32_t k = i - 1;
  if (!is_kind(p, k, PQ_CHUNK_VERB)) return 0;
  return k;
}

/* "The site of E is S5": the complement is E's site. */
static void is_site_of(pq_parse *p, uint32_t subject, uint32_t noun) {
  if (!subject || !is_kind(p, subject + 1, PQ_CHUNK_PREPOSITION) ||
      !is_kind(p, subject + 2, PQ_CHUNK_NOUN) ||
      !content_of(p, noun).sites) {
    return;
  }
  const pq_chunk *const s = &p->chunks.at[subject];
  const uint32_t hit = p->chunks.at[subject + 2].hit;
  if (!hit || !(p->units.at[s->end - 1].classes & PQ_W_SITE)) return;
  pq_hit_add(p, hit, (pq_arg){.role = PQ_AS_SITE, .chunk = noun, .all = true});
  p->hits.at[hit].said = true;
}

static void take_object(walker *w, uint32_t verb, uint32_t noun) {
  pq_parse *const p = w->p;
  const uint32_t hit = p->chunks.at[verb].hit;
  p->chunks.at[noun].verb = verb;
  top(w)->object = noun;
  if (p->chunks.at[verb].copula) is_site_of(p, top(w)->subject, noun);
  if (!hit) return;
  const pq_hit *const h = &p->hits.at[hit];
  if (h->voice == PQ_ACTIVE_VOICE && !h->trigger->to.len) {
    (void)attach(p, hit, PQ_LIT("object"), noun, nowhere);
  }
}

/* Is the noun group the subject of a verb that follows?  What stands between
 * may belong to it; another group right before the verb is a better one. */
static bool has_own_verb(const pq_parse *p, uint32_t i) {
  for (uint32_t k = i + 1; k < p->chunks.n; ++k) {
    const pq_chunk *const c = &p->chunks.at[k];
    switch (c->kind) {
    case PQ_CHUNK_VERB:
      if (c->form == PQ_VERB_FINITE) return true;
      break;
    case PQ_CHUNK_NOUN:
      if (is_kind(p, k - 1, PQ_CHUNK_COMMA) && !c->prior &&
          !is_kind(p, k + 1, PQ_CHUNK_COMMA)) {
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

/* "A is phosphorylated on S1 and B on S2": no verb follows B, and a
 * preposition does. */
static bool fills_gap(const pq_parse *p, const clause *now, uint32_t i) {
  if (!now->verb || !is_kind(p, i - 1, PQ_CHUNK_AND) ||
      !is_kind(p, i + 1, PQ_CHUNK_PREPOSITION) ||
      !is_kind(p, i + 2, PQ_CHUNK_NOUN) || !p->chunks.at[i].name_end) {
    return false;
  }
  const uint32_t hit = p->chunks.at[now->verb].hit;
  return hit && p->hits.at[hit].voice == PQ_PASSIVE &&
         pq_hit_arg(&p->hits.at[hit], PQ_AS_SITE) &&
         content_of(p, i + 2).sites && !has_own_verb(p, i);
}

/* The verb once more, for what stands in the gap. */
static pq_status repeat_verb(pq_parse *p, uint32_t verb, uint32_t noun,
                             uint32_t site) {
  const uint32_t before = p->chunks.at[verb].hit;
  pq_hit again = p->hits.at[before];
  again.n_args = 0;
  again.shares = before;
  again.gap = true;
  PQ_PUSH(p->r->arena, &p->hits, again);
  const uint32_t hit = p->hits.n - 1;
  pq_hit_add(p, hit, (pq_arg){.role = PQ_AS_THEME, .chunk = noun});
  pq_hit_add(p, hit, (pq_arg){.role = PQ_AS_SITE, .chunk = site, .all = true});
  return PQ_OK;
}

static void on_noun(walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  const pq_chunk *const c = &p->chunks.at[i];
  clause *const now = top(w);
  w->last_noun = i;
  if (c->hit) read_before_noun(p, c->hit);
  if (c->prior) return; /* goes with the first of its list */
  if (is_kind(p, i - 1, PQ_CHUNK_PREPOSITION)) {
    if (now->gap && now->gap + 2 == i) {
      w->status = repeat_verb(p, now->verb, now->gap, i);
      return;
    }
    if (!now->subject && !now->verb && now->n_leads < 3) {
      now->leads[now->n_leads++] = (lead){i - 1, i};
    }
    (void)attach_phrase(w, i - 1, i);
    return;
  }
  const uint32_t verb = waiting_verb(w, i);
  if (verb) {
    take_object(w, verb, i);
    return;
  }
  if (fills_gap(p, now, i)) {
    now->gap = i;
    return;
  }
  if (now->verb && (is_kind(p, i - 1, PQ_CHUNK_AND) ||
                    is_kind(p, i - 1, PQ_CHUNK_COMMA) ||
                    is_kind(p, i - 1, PQ_CHUNK_SUBORDINATE) ||
                    is_kind(p, i - 1, PQ_CHUNK_NOUN))) {
    if (!has_own_verb(p, i)) return;
    restart(w, i);
    top(w)->subject = i;
    return;
  }
  /* The first noun is the subject; one behind a comma explains it. */
  if (!now->subject) now->subject = i;
}

/* ---- verbs ---- */

static void subject_noun(pq_parse *p, uint32_t verb, uint32_t noun) {
  const uint32_t hit = p->chunks.at[verb].hit;
  if (!hit || !noun) return;
  (void)attach(p, hit, PQ_LIT("subject"), noun, nowhere);
}

/* What happened before becomes the subject: ", leading to ...". */
static bool subject_event(pq_parse *p, uint32_t verb, uint32_t before) {
  const uint32_t hit = p->chunks.at[verb].hit;
  const uint32_t event = before ? p->chunks.at[before].hit : 0;
  if (!hit || !event) return false;
  const pq_trigger *const t = p->hits.at[hit].trigger;
  const pq_trigger *const e = p->hits.at[event].trigger;
  if (t->type != PQ_TRIGGER_REGULATION || e->type == PQ_TRIGGER_CARRIER) {
    return false;
  }
  uint32_t at = 0;
  const pq_frame_row *const row = pq_rules_slot(
      p->g, t->frame, p->hits.at[hit].voice, PQ_LIT("subject"), &at);
  if (!row || row->role == PQ_AS_NONE) return false;
  pq_hit_add(p, hit, (pq_arg){.role = row->role,
                              .chunk = before,
                              .hit = event,
                              .relation = PQ_REL_UPSTREAM,
                              .polarity = PQ_POSITIVE});
  return true;
}

static void take_leads(walker *w, uint32_t verb) {
  pq_parse *const p = w->p;
  clause *const now = top(w);
  const uint32_t hit = p->chunks.at[verb].hit;
  if (!hit) return;
  for (uint32_t i = 0; i < now->n_leads; ++i) {
    const pq_chunk *const prep = &p->chunks.at[now->leads[i].preposition];
    (void)attach(p, hit, prep->slot, now->leads[i].noun, prep->span);
  }
  now->n_leads = 0;
}

static void push_clause(walker *w, uint32_t chunk, uint32_t subject) {
  if (w->depth < PQ_CLAUSES_MOST) ++w->depth;
  *top(w) = (clause){.first = chunk, .subject = subject, .relative = true};
}

/* A verb behind "and" or a comma that goes on with the verb before it. */
static bool goes_on(const walker *w, uint32_t i) {
  const pq_parse *const p = w->p;
  return is_kind(p, i - 1, PQ_CHUNK_AND) &&
         w->stack[w->depth - 1].verb != 0;
}

static void finite(walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  const bool on = goes_on(w, i);
  while (!on && w->depth > 1 && top(w)->relative && top(w)->verb) {
    --w->depth;
  }
  clause *const now = top(w);
  const uint32_t before = now->verb;
  const uint32_t hit = p->chunks.at[i].hit;
  if (on && hit && p->chunks.at[before].hit) {
    p->hits.at[hit].shares = p->chunks.at[before].hit;
  }
  if (!(now->event_subject && subject_event(p, i, w->stack[w->depth > 1
                                                               ? w->depth - 2
                                                               : 0]
                                                      .verb))) {
    subject_noun(p, i, now->subject);
  }
  take_leads(w, i);
  now->verb = i;
}

static bool causes(const pq_parse *p, uint32_t verb) {
  const uint32_t hit = p->chunks.at[verb].hit;
  return hit && (p->hits.at[hit].trigger->causative ||
                 p->r->kinds[p->hits.at[hit].trigger->kind].transport);
}

static void infinitive(walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  clause *const now = top(w);
  const bool object = is_kind(p, i - 1, PQ_CHUNK_NOUN) && now->object &&
                      now->verb && causes(p, now->verb);
  subject_noun(p, i, object ? now->object : now->subject);
  now->verb = i;
}

/* "by promoting": the means; ", leading to": what follows from the clause;
 * "kinases phosphorylating X": the noun before it acts. */
static void ing(walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  clause *const now = top(w);
  const uint32_t hit = p->chunks.at[i].hit;
  if (is_kind(p, i - 1, PQ_CHUNK_PREPOSITION)) {
    const pq_view slot = p->chunks.at[i - 1].slot;
    const bool means = pq_view_same(slot, PQ_LIT("by")) ||
                       pq_view_same(slot, PQ_LIT("through")) ||
                       pq_view_same(slot, PQ_LIT("via"));
    subject_noun(p, i, now->subject);
    if (hit && means && now->verb) {
      p->hits.at[hit].means_of = p->chunks.at[now->verb].hit;
    }
    now->verb = i;
    return;
  }
  if (goes_on(w, i) && p->chunks.at[now->verb].form == PQ_VERB_ING &&
      p->chunks.at[now->verb].hit && hit) {
    const pq_hit *const h = &p->hits.at[p->chunks.at[now->verb].hit];
    for (uint32_t k = 0; k < h->n_args; ++k) {
      const pq_frame_role role = h->args[k].role;
      if (role == PQ_AS_AGENT || role == PQ_AS_UPSTREAM) {
        pq_hit_add(p, hit, h->args[k]);
      }
    }
    now->verb = i;
    return;
  }
  const bool reduced = is_kind(p, i - 1, PQ_CHUNK_NOUN) && !now->verb;
  if (reduced) {
    push_clause(w, i, w->last_noun);
    subject_noun(p, i, w->last_noun);
  } else if (!subject_event(p, i, now->verb)) {
    subject_noun(p, i, now->subject);
  }
  top(w)->verb = i;
}

/* "RUNX2 phosphorylated by ERKs", ", activated by X,": a clause of its own. */
static void reduced(walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  if (goes_on(w, i)) {
    finite(w, i);
    return;
  }
  const bool comma = is_kind(p, i - 1, PQ_CHUNK_COMMA);
  const uint32_t verb = top(w)->verb;
  const bool outer = !verb || p->chunks.at[verb].copula;
  const uint32_t subject =
      comma && top(w)->subject && outer ? top(w)->subject
      : is_kind(p, i - 1, PQ_CHUNK_NOUN) || comma ? w->last_noun
                                                  : top(w)->subject;
  push_clause(w, i, subject);
  subject_noun(p, i, subject);
  top(w)->verb = i;
}

static void on_verb(walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  p->chunks.at[i].clause = w->number;
  switch (p->chunks.at[i].form) {
  case PQ_VERB_FINITE: finite(w, i); break;
  case PQ_VERB_INFINITIVE: infinitive(w, i); break;
  case PQ_VERB_ING: ing(w, i); break;
  case PQ_VERB_REDUCED: reduced(w, i); break;
  }
  top(w)->object = 0;
  if (p->whether && !p->verb_of_whether && i > p->whether) {
    p->verb_of_whether = i;
  }
}

/* ---- small words ---- */

static void on_relative(walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  const bool comma = is_kind(p, i - 1, PQ_CHUNK_COMMA);
  if (is_kind(p, i - 1, PQ_CHUNK_PREPOSITION) ||
      !(comma || is_kind(p, i - 1, PQ_CHUNK_NOUN))) {
    push_clause(w, i, 0); /* "in which" */
    return;
  }
  const uint32_t noun = w->last_noun;
  const bool event = comma && top(w)->verb && noun &&
                     !p->chunks.at[noun].name_end;
  push_clause(w, i, noun);
  top(w)->event_subject = event;
}

pq_status pq_clause_read(pq_parse *p) {
  walker w = {.p = p};
  restart(&w, 1);
  p->verb_of_whether = 0;
  for (uint32_t i = 1; i < p->chunks.n && !w.status; ++i) {
    switch (p->chunks.at[i].kind) {
    case PQ_CHUNK_NOUN: on_noun(&w, i); break;
    case PQ_CHUNK_VERB: on_verb(&w, i); break;
    case PQ_CHUNK_RELATIVE: on_relative(&w, i); break;
    case PQ_CHUNK_SUBORDINATE:
    case PQ_CHUNK_WHETHER:
    case PQ_CHUNK_STOP: restart(&w, i); break;
    case PQ_CHUNK_PREPOSITION:
    case PQ_CHUNK_AND:
    case PQ_CHUNK_COMMA: break;
    }
  }
  return w.status;
}
