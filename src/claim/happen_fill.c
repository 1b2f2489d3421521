/* What fills the roles of happenings: names, processes, other happenings. */
#include "happen.h"

enum {
  BACK_MOST = 2000 /* names that are looked at for what was named before */
};

/* ---- names ---- */

static bool is_same_thing(const pq_record *r, pq_entity_id a, pq_entity_id b) {
  return pq_entity_base(r, a) == pq_entity_base(r, b);
}

/* A name within the span: of the entity, else the last. */
static pq_mention_id within(const pq_parse *p, pq_entity_id entity,
                            pq_sentence_id sentence, pq_span span,
                            bool *same_thing) {
  const pq_record *const r = p->r;
  pq_mention_id best = 0;
  bool exact = false;
  for (uint32_t i = pq_first_mention(r, sentence); i < r->mentions.n; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    if (m->sentence != sentence) break;
    if (m->span.begin >= span.end || span.begin >= m->span.end) {
      continue;
    }
    const bool same = entity && is_same_thing(r, m->entity, entity);
    if (exact && !same) continue;
    if (same && exact) continue; /* the first of the same */
    best = i;
    exact = same;
  }
  *same_thing = exact;
  return best;
}

/* In "A, a B-dependent kinase that ..." A is meant, and B is what stands within
 * the span. */
pq_mention_id pq_happen_mention(const pq_parse *p, pq_entity_id entity,
                                pq_sentence_id sentence, pq_span span) {
  const pq_record *const r = p->r;
  bool exact = false;
  const pq_mention_id here = within(p, entity, sentence, span, &exact);
  if (exact || !entity) return here;
  const uint32_t end = pq_first_mention(r, sentence + 1);
  for (uint32_t i = end; i-- > 1 && end - i < BACK_MOST;) {
    const pq_mention *const m = &r->mentions.at[i];
    const bool before = m->sentence < sentence ||
                        (m->sentence == sentence && m->span.end <= span.begin);
    if (here && m->sentence < sentence) return here;
    if (before && is_same_thing(r, m->entity, entity)) return i;
  }
  return here;
}

pq_mention_id pq_happen_mention_near(const pq_parse *p, pq_entity_id entity,
                                     pq_span span) {
  const pq_record *const r = p->r;
  const pq_mention_id before = pq_happen_mention(p, entity, p->sentence, span);
  if (before && r->mentions.at[before].sentence == p->sentence) return before;
  const uint32_t end = pq_first_mention(r, p->sentence + 1);
  for (uint32_t i = pq_first_mention(r, p->sentence); i < end; ++i) {
    if (is_same_thing(r, r->mentions.at[i].entity, entity)) return i;
  }
  return before;
}

static void keep(pq_fill *out, pq_filler filler) {
  for (uint32_t i = 0; i < out->n; ++i) {
    if (out->at[i].mention == filler.mention &&
        out->at[i].happening == filler.happening) {
      return;
    }
  }
  if (out->n < PQ_FILL_MOST) out->at[out->n++] = filler;
}

static void keep_names(const pq_parse *p, const pq_names *names,
                       pq_part_role role, pq_fill *out) {
  for (uint32_t i = 0; i < names->n; ++i) {
    const pq_named *const n = &names->at[i];
    pq_mention_id id = pq_happen_mention(p, n->entity, n->sentence, n->span);
    /* "the kinase that phosphorylates X is Y" */
    if (!id && n->sentence == p->sentence) {
      id = pq_happen_mention_near(p, n->entity, n->span);
    }
    const bool plain = role != PQ_PART_THEME && role != PQ_PART_CAUSE;
    if (!id || (n->negated && plain)) continue;
    keep(out, (pq_filler){role, id, 0, {0, 0}, n->negated});
  }
}

static unsigned want_of(pq_part_role role) {
  switch (role) {
  case PQ_PART_AT:
  case PQ_PART_TO:
  case PQ_PART_FROM: return PQ_WANT_PLACES;
  case PQ_PART_PARTICIPANT: return PQ_WANT_ACTORS;
  default: return PQ_WANT_THINGS;
  }
}

static pq_status fill_names(pq_happener *w, const pq_arg *arg,
                            pq_part_role role, pq_fill *out) {
  pq_status st = PQ_OK;
  pq_names *const names = pq_names_new(w->p, 1);
  if (!names) return w->p->r->arena->status;
  PQ_TRY(st, pq_named_collect(w->p, arg, want_of(role), names));
  keep_names(w->p, names, role, out);
  return PQ_OK;
}

pq_status pq_happen_named(pq_happener *w, const pq_arg *arg, unsigned want,
                          pq_fill *out) {
  pq_status st = PQ_OK;
  pq_names *const names = pq_names_new(w->p, 1);
  if (!names) return w->p->r->arena->status;
  PQ_TRY(st, pq_named_collect(w->p, arg, want, names));
  keep_names(w->p, names, PQ_PART_THEME, out);
  return PQ_OK;
}

/* The processes that are named between two places of the sentence. */
static void fill_processes(const pq_happener *w, pq_span span,
                           pq_part_role role, pq_fill *out) {
  for (uint32_t i = w->begin; i < w->p->r->happenings.n; ++i) {
    const pq_happening *const h = &w->p->r->happenings.at[i];
    if (h->sort == PQ_HAPPENING_PROCESS && pq_span_holds(span, h->trigger)) {
      keep(out, (pq_filler){role, 0, i, {0, 0}, false});
    }
  }
}

pq_status pq_happen_units(pq_happener *w, uint32_t chunk, uint32_t begin,
                          uint32_t end, pq_part_role role, pq_fill *out) {
  const pq_arg arg = {.chunk = chunk, .begin = begin, .end = end};
  if (end <= begin) return PQ_OK;
  const pq_span span = {w->p->units.at[begin].span.begin,
                        w->p->units.at[end - 1].span.end};
  fill_processes(w, span, role, out);
  return fill_names(w, &arg, role, out);
}

/* ---- arguments ---- */

static void keep_told(const pq_told *t, pq_part_role role, pq_fill *out) {
  for (uint32_t i = 0; i < t->n; ++i) {
    keep(out, (pq_filler){role, 0, t->first + i, {0, 0}, false});
  }
}

static void fill_told(const pq_happener *w, uint32_t hit, pq_part_role role,
                      pq_fill *out) {
  keep_told(&w->told[hit], role, out);
}

/* "treatment with X": where nothing is told of it, X. */
static pq_status fill_stand_in(pq_happener *w, uint32_t hit, pq_part_role role,
                               pq_fill *out) {
  pq_status st = PQ_OK;
  const pq_hit *const h = &w->p->hits.at[hit];
  if (!h->trigger->stands) return PQ_OK;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role != PQ_AS_THEME || h->args[i].hit) continue;
    PQ_TRY(st, fill_names(w, &h->args[i], role, out));
  }
  return PQ_OK;
}

/* "treatment of mice with X": is it told with what? */
static bool is_treatment(const pq_record *r, const pq_told *told) {
  const pq_happening *const h = &r->happenings.at[told->first];
  const uint32_t n = told->n ? h->n_fillers : 0;
  return n && h->fillers[n - 1].role == PQ_PART_INSTRUMENT;
}

/* What a noun that tells of something stands for. */
static pq_status fill_hit(pq_happener *w, uint32_t hit, uint32_t chunk,
                          pq_part_role role, pq_fill *out) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  const pq_told *const group = &w->groups[chunk];
  const uint32_t before = out->n;
  const bool treats =
      p->hits.at[hit].trigger->stands && is_treatment(p->r, group);
  if (!treats) fill_told(w, hit, role, out);
  if (!treats && out->n == before) {
    PQ_TRY(st, fill_stand_in(w, hit, role, out));
  }
  if (out->n == before) keep_told(group, role, out);
  return PQ_OK;
}

/* What a group of an argument says. */
static pq_status fill_group(pq_happener *w, uint32_t hit, uint32_t chunk,
                            pq_part_role role, pq_fill *out) {
  const pq_arg one = {.chunk = chunk};
  if (hit && (w->told[hit].n || !w->p->chunks.at[chunk].refers)) {
    return fill_hit(w, hit, chunk, role, out);
  }
  if (!w->groups[chunk].n) return fill_names(w, &one, role, out);
  keep_told(&w->groups[chunk], role, out);
  return PQ_OK;
}

/* All that an argument says, whether it is denied or not. */
static pq_status fill_all(pq_happener *w, const pq_arg *arg, pq_part_role role,
                          pq_fill *out) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  if (arg->end) {
    return pq_happen_units(w, arg->chunk, arg->begin, arg->end, role, out);
  }
  for (uint32_t c = arg->chunk; c; c = arg->all ? p->chunks.at[c].next : 0) {
    const bool first = c == arg->chunk && arg->hit;
    const uint32_t before = out->n;
    const uint32_t hit = first ? arg->hit : p->chunks.at[c].hit;
    /* "the catalytic subunit of X" acts as X does. */
    const bool part = pq_hit_is_part(p, hit);
    PQ_TRY(st, fill_group(w, part ? 0 : hit, c, role, out));
    for (uint32_t i = before; i < out->n; ++i) {
      out->at[i].negated = out->at[i].negated || p->chunks.at[c].negated;
    }
  }
  return PQ_OK;
}

/* "but not by JAK3": of themes and causes that is kept. */
pq_status pq_happen_fill(pq_happener *w, const pq_arg *arg, pq_part_role role,
                         pq_fill *out) {
  pq_status st = PQ_OK;
  const bool plain = role != PQ_PART_THEME && role != PQ_PART_CAUSE;
  const uint32_t before = out->n;
  if (arg->negated && plain) return PQ_OK;
  PQ_TRY(st, fill_all(w, arg, role, out));
  for (uint32_t i = before; i < out->n && arg->negated; ++i) {
    out->at[i].negated = true;
  }
  return PQ_OK;
}
