/* Processes and pathways that a text names, and what cells and tissues do:
 * "apoptosis", "the PI3K and MAPK pathways", "tumor growth".
 */
#include "happen.h"

static bool is_way(const pq_parse *p, uint32_t unit) {
  return pq_unit_means(p, unit, PQ_M_WAY);
}

/* "the PI3K and MAPK signaling pathways": one for the words, with the names
 * right before them. */
static pq_status put_way(pq_happener *w, uint32_t chunk, uint32_t way,
                         uint32_t end) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  const pq_happening h = {
      .sort = PQ_HAPPENING_PROCESS,
      .sentence = p->sentence,
      .trigger = {p->units.at[way].span.begin, p->units.at[end - 1].span.end},
  };
  pq_fill *const fill = pq_fill_new(w);
  if (!fill) return p->r->arena->status;
  const pq_arg before = {
      .chunk = chunk, .begin = p->chunks.at[chunk].begin, .end = way};
  if (before.begin < before.end) {
    PQ_TRY(st, pq_happen_fill(w, &before, PQ_PART_PARTICIPANT, fill));
  }
  return pq_happen_put(w, &h, fill->at, fill->n);
}

/* The names of a group and of those that it is listed with; of "human
 * endothelial cells" the last. */
static pq_status names_in(pq_happener *w, uint32_t chunk, unsigned want,
                          pq_fill *out) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  for (uint32_t i = chunk; i; i = p->chunks.at[i].next) {
    const pq_chunk *const c = &p->chunks.at[i];
    const pq_arg all = {.chunk = i, .begin = c->begin, .end = c->end};
    const uint32_t before = out->n;
    PQ_TRY(st, pq_happen_named(w, &all, want, out));
    if (want != PQ_WANT_LIVING || out->n <= before + 1) continue;
    out->at[before] = out->at[out->n - 1];
    out->n = before + 1;
  }
  return PQ_OK;
}

/* What stands behind one of these prepositions right behind the group. */
static pq_status behind(pq_happener *w, uint32_t chunk,
                        const char *const *words, unsigned want, pq_fill *out) {
  const pq_parse *const p = w->p;
  if (!pq_chunk_is(p, chunk + 1, PQ_CHUNK_PREPOSITION) ||
      !pq_chunk_is(p, chunk + 2, PQ_CHUNK_NOUN) ||
      !pq_view_says_any(pq_unit_text(p, p->chunks.at[chunk + 1].begin),
                        words)) {
    return PQ_OK;
  }
  return names_in(w, chunk + 2, want, out);
}

/* What lives behind "of" or "in": "growth of tumors". */
static pq_status living_behind(pq_happener *w, uint32_t chunk, unsigned want,
                               pq_fill *out) {
  static const char *const words[] = {"of", "in", "by", NULL};
  return behind(w, chunk, words, want, out);
}

/* "cells were treated": what is said of the group before the verb. */
static pq_status living_before(pq_happener *w, uint32_t chunk, unsigned want,
                               pq_fill *out) {
  const pq_parse *const p = w->p;
  if (p->chunks.at[chunk].kind == PQ_CHUNK_VERB) {
    return names_in(w, chunk - 1, want, out);
  }
  if (!pq_chunk_is(p, chunk - 1, PQ_CHUNK_VERB) ||
      !pq_chunk_is(p, chunk - 2, PQ_CHUNK_NOUN) ||
      !p->chunks.at[chunk - 1].copula) {
    return PQ_OK;
  }
  return names_in(w, chunk - 2, want, out);
}

/* The row of a word; NULL if it has none. */
static const pq_living *row_of(const pq_parse *p, uint32_t unit) {
  const pq_living *const l = p->r->livings;
  const pq_view word = pq_unit_text(p, unit);
  for (uint32_t i = 0; i < p->r->n_livings; ++i) {
    if (pq_view_alike(l[i].word, word)) return &l[i];
  }
  return NULL;
}

/* What a word is told of: "mutations of TP53", "glucose metabolism". */
static unsigned want_of(const pq_parse *p, uint32_t unit) {
  const pq_living *const l = row_of(p, unit);
  return l && l->of_things ? PQ_WANT_THINGS : PQ_WANT_LIVING;
}

/* Is it only "cell", as in "cell growth"? */
static bool is_any_cell(const pq_happener *w, const pq_fill *fill) {
  const pq_record *const r = w->p->r;
  return fill->n == 1 &&
         pq_text_means(
             w->p->g,
             pq_span_text(w->p->text, r->mentions.at[fill->at[0].mention].span),
             PQ_M_ANY_CELL);
}

/* The nearest name of what is wanted: the last before the word, else the first
 * behind it. */
static pq_status near_by(pq_happener *w, uint32_t unit, unsigned want,
                         pq_fill *out) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  for (uint32_t i = unit; i-- > 1 && !out->n;) {
    const pq_arg one = {.chunk = 1, .begin = i, .end = i + 1};
    if (p->units.at[i].kind != PQ_UNIT_NAME) continue;
    PQ_TRY(st, pq_happen_named(w, &one, want, out));
  }
  for (uint32_t i = unit + 1; i < p->units.n && !out->n; ++i) {
    const pq_arg one = {.chunk = 1, .begin = i, .end = i + 1};
    if (p->units.at[i].kind != PQ_UNIT_NAME) continue;
    PQ_TRY(st, pq_happen_named(w, &one, want, out));
  }
  return PQ_OK;
}

/* Cells or a tissue near by.  They only take part, as far as the words tell. */
static pq_status living_near(pq_happener *w, uint32_t unit, pq_fill *out) {
  pq_status st = PQ_OK;
  PQ_TRY(st, near_by(w, unit, PQ_WANT_LIVING, out));
  for (uint32_t i = 0; i < out->n; ++i) {
    out->at[i].role = PQ_PART_PARTICIPANT;
  }
  return PQ_OK;
}

/* In its own group: the last name before the word, else what is described by
 * it. */
static pq_status living_within(pq_happener *w, uint32_t chunk, uint32_t unit,
                               unsigned want, pq_fill *out) {
  pq_status st = PQ_OK;
  const pq_chunk *const c = &w->p->chunks.at[chunk];
  const pq_arg before = {.chunk = chunk, .begin = c->begin, .end = unit};
  const pq_arg behind = {.chunk = chunk, .begin = unit + 1, .end = c->end};
  if (before.begin < before.end) {
    PQ_TRY(st, pq_happen_named(w, &before, want, out));
    if (out->n > 1) out->at[0] = out->at[out->n - 1];
    out->n = out->n ? 1 : 0;
  }
  if (out->n || behind.begin >= behind.end) return PQ_OK;
  return pq_happen_named(w, &behind, want, out);
}

/* In the groups around its own. */
static pq_status living_around(pq_happener *w, uint32_t chunk, uint32_t unit,
                               unsigned want, pq_fill *out) {
  pq_status st = PQ_OK;
  const pq_chunk *const c = &w->p->chunks.at[chunk];
  if (unit + 1 == c->end) PQ_TRY(st, living_behind(w, chunk, want, out));
  if (out->n || unit != c->begin) return PQ_OK;
  return living_before(w, chunk, want, out);
}

/* The cells or tissues of which it is told. */
static pq_status living_of(pq_happener *w, uint32_t chunk, uint32_t unit,
                           pq_fill *out) {
  pq_status st = PQ_OK;
  const unsigned want = want_of(w->p, unit);
  PQ_TRY(st, living_within(w, chunk, unit, want, out));
  if (out->n && !is_any_cell(w, out)) return PQ_OK;
  const pq_filler any = out->at[0];
  const uint32_t n = out->n;
  out->n = 0;
  PQ_TRY(st, living_around(w, chunk, unit, want, out));
  if (out->n) return PQ_OK;
  if (!n && want != PQ_WANT_LIVING) return near_by(w, unit, want, out);
  if (!n) return living_near(w, unit, out);
  out->at[out->n++] = any;
  return PQ_OK;
}

/* Is there a word that negates within these units? */
static bool is_denied_in(const pq_parse *p, uint32_t begin, uint32_t end) {
  for (uint32_t i = 0; i < p->cues.n; ++i) {
    const pq_cue *const cue = &p->cues.at[i];
    if (cue->kind == PQ_CUE_NEGATION && cue->unit >= begin && cue->unit < end) {
      return true;
    }
  }
  return false;
}

/* "no metastasis", "were not vascularized", "did not grow". */
static bool is_denied(const pq_parse *p, uint32_t chunk, uint32_t unit) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (is_denied_in(p, c->begin, unit)) return true;
  const pq_chunk *const verb = &p->chunks.at[chunk - 1];
  return unit == c->begin && pq_chunk_is(p, chunk - 1, PQ_CHUNK_VERB) &&
         verb->copula && is_denied_in(p, verb->begin, verb->end);
}

/* What the word at a unit tells, without the names. */
static pq_happening process_at(const pq_parse *p, uint32_t chunk,
                               uint32_t unit) {
  const pq_unit *const u = &p->units.at[unit];
  const pq_living *const l = row_of(p, unit);
  return (pq_happening){
      .sort = PQ_HAPPENING_PROCESS,
      .sentence = p->sentence,
      .trigger =
          u->kind == PQ_UNIT_NAME ? p->r->mentions.at[u->first].span : u->span,
      .negated = is_denied(p, chunk, unit) != (l && l->negated)};
}

/* A process of each of these. */
static pq_status put_each(pq_happener *w, const pq_happening *h,
                          const pq_fill *fill) {
  pq_status st = PQ_OK;
  if (!fill->n) return pq_happen_put(w, h, NULL, 0);
  for (uint32_t i = 0; i < fill->n; ++i) {
    PQ_TRY(st, pq_happen_put(w, h, &fill->at[i], 1));
  }
  return PQ_OK;
}

/* Does the word begin its group, or is it the verb: "were | treated"? */
static bool leads(const pq_parse *p, uint32_t chunk, uint32_t unit) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  return c->kind == PQ_CHUNK_VERB || unit == c->begin;
}

/* Who undergoes it: "treatment of mice with X", "X-treated cells". */
static pq_status patients(pq_happener *w, uint32_t chunk, uint32_t unit,
                          pq_fill *out) {
  static const char *const near[] = {"of", "in", "for", NULL};
  static const char *const far[] = {"in", "for", NULL};
  pq_status st = PQ_OK;
  PQ_TRY(st, living_within(w, chunk, unit, PQ_WANT_LIVING, out));
  if (!out->n && unit + 1 == w->p->chunks.at[chunk].end) {
    PQ_TRY(st, behind(w, chunk, near, PQ_WANT_LIVING, out));
    if (!out->n) PQ_TRY(st, behind(w, chunk + 2, far, PQ_WANT_LIVING, out));
  }
  if (out->n || !leads(w->p, chunk, unit)) return PQ_OK;
  return living_before(w, chunk, PQ_WANT_LIVING, out);
}

/* Who is given it: "injection of X into mice", "was injected into mice". */
static pq_status receivers(pq_happener *w, uint32_t chunk, uint32_t unit,
                           pq_fill *out) {
  static const char *const words[] = {"in", "into", "to", "for", NULL};
  pq_status st = PQ_OK;
  if (unit + 1 != w->p->chunks.at[chunk].end) return PQ_OK;
  PQ_TRY(st, behind(w, chunk, words, PQ_WANT_LIVING, out));
  return out->n ? PQ_OK : behind(w, chunk + 2, words, PQ_WANT_LIVING, out);
}

/* With what: "treatment with X", "X-treated", and `of` what: "injection of X".
 */
static pq_status instruments(pq_happener *w, uint32_t chunk, uint32_t unit,
                             unsigned want, bool of, pq_fill *out) {
  static const char *const near[] = {"with", "to", "of", NULL};
  static const char *const far[] = {"with", "to", NULL};
  pq_status st = PQ_OK;
  const pq_chunk *const c = &w->p->chunks.at[chunk];
  const pq_arg before = {.chunk = chunk, .begin = c->begin, .end = unit};
  if (leads(w->p, chunk, unit)) {
    PQ_TRY(st, living_before(w, chunk, want, out));
  } else {
    PQ_TRY(st, pq_happen_named(w, &before, want, out));
  }
  if (!out->n && unit + 1 == c->end) {
    PQ_TRY(st, behind(w, chunk, of ? near : far, want, out));
    if (!out->n) PQ_TRY(st, behind(w, chunk + 2, far, PQ_WANT_THINGS, out));
  }
  for (uint32_t i = 0; i < out->n; ++i) {
    out->at[i].role = PQ_PART_INSTRUMENT;
  }
  return PQ_OK;
}

/* "treatment of cells with X", "injection of X into mice": one for each thing
 * that is given. */
static pq_status put_treatment(pq_happener *w, uint32_t chunk, uint32_t unit,
                               pq_living_of of) {
  pq_status st = PQ_OK;
  const bool with_what = pq_unit_says(w->p, unit + 1, "with");
  const bool received = of == PQ_OF_RECEIVER && !with_what;
  pq_fill *const all = pq_fill_new(w);
  pq_fill *const with = pq_fill_new(w);
  if (!all || !with) return w->p->r->arena->status;
  PQ_TRY(st, received ? receivers(w, chunk, unit, all)
                      : patients(w, chunk, unit, all));
  PQ_TRY(st, instruments(w, chunk, unit,
                         received ? PQ_WANT_THINGS | PQ_WANT_LIVING
                                  : PQ_WANT_THINGS,
                         received || !all->n, with));
  const pq_happening h = process_at(w->p, chunk, unit);
  const uint32_t n = all->n < PQ_FILL_MOST ? all->n : PQ_FILL_MOST - 1;
  if (n && !with->n) return pq_happen_put(w, &h, all->at, n);
  for (uint32_t i = 0; i < with->n; ++i) {
    all->at[n] = with->at[i];
    PQ_TRY(st, pq_happen_put(w, &h, all->at, n + 1));
  }
  return PQ_OK;
}

static bool is_treatment(const pq_living *l) {
  return l && (l->of == PQ_OF_PATIENT || l->of == PQ_OF_RECEIVER);
}

static pq_status put_process(pq_happener *w, uint32_t chunk, uint32_t unit) {
  pq_status st = PQ_OK;
  const pq_living *const l = row_of(w->p, unit);
  if (is_treatment(l)) return put_treatment(w, chunk, unit, l->of);
  pq_fill *const fill = pq_fill_new(w);
  if (!fill) return w->p->r->arena->status;
  const pq_happening h = process_at(w->p, chunk, unit);
  PQ_TRY(st, living_of(w, chunk, unit, fill));
  return put_each(w, &h, fill);
}

/* "apoptosis", "growth". */
static bool is_process(const pq_parse *p, uint32_t unit) {
  return pq_unit_is_process(p, unit) || pq_unit_means(p, unit, PQ_M_LIVING);
}

/* The processes of one group. */
static pq_status group_processes(pq_happener *w, uint32_t chunk) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  const uint32_t end = p->chunks.at[chunk].end;
  for (uint32_t i = p->chunks.at[chunk].begin; i < end; ++i) {
    if (is_process(p, i)) PQ_TRY(st, put_process(w, chunk, i));
    uint32_t k = i;
    while (k < end && is_way(p, k)) {
      ++k;
    }
    if (k == i) continue;
    PQ_TRY(st, put_way(w, chunk, i, k));
    i = k - 1;
  }
  return PQ_OK;
}

/* "tumors grow": a verb, said of the group before it. */
static pq_status verb_process(pq_happener *w, uint32_t chunk) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (c->hit || !c->head || !pq_unit_means(p, c->head, PQ_M_LIVING) ||
      !pq_chunk_is(p, chunk - 1, PQ_CHUNK_NOUN)) {
    return PQ_OK;
  }
  pq_fill *const fill = pq_fill_new(w);
  if (!fill) return p->r->arena->status;
  const pq_living *const l = row_of(p, c->head);
  if (is_treatment(l)) return put_treatment(w, chunk, c->head, l->of);
  const pq_happening h = process_at(p, chunk, c->head);
  PQ_TRY(st, names_in(w, chunk - 1, want_of(p, c->head), fill));
  return put_each(w, &h, fill);
}

pq_status pq_happen_processes(pq_happener *w) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  for (uint32_t c = 1; c < p->chunks.n; ++c) {
    if (p->chunks.at[c].kind == PQ_CHUNK_NOUN) {
      PQ_TRY(st, group_processes(w, c));
    } else if (p->chunks.at[c].kind == PQ_CHUNK_VERB) {
      PQ_TRY(st, verb_process(w, c));
    }
  }
  return PQ_OK;
}

/* Where the names of a group end; its begin if it has none. */
static uint32_t names_end(const pq_parse *p, const pq_chunk *c) {
  uint32_t i = c->end;
  while (i > c->begin && p->units.at[i - 1].kind != PQ_UNIT_NAME) {
    --i;
  }
  return i > c->begin ? p->units.at[i - 1].span.end : c->span.begin;
}

static bool is_living(const pq_parse *p, const pq_unit *u) {
  const pq_entity_kind kind =
      pq_entity_at(p->r, p->r->mentions.at[u->first].entity)->kind;
  return kind == PQ_ENTITY_CELL || kind == PQ_ENTITY_SPECIES;
}

/* "E2F1 apoptotic targets": the targets are meant. */
static bool describes(const pq_parse *p, const pq_chunk *c,
                      const pq_happening *h) {
  bool word = false;
  bool thing = false;
  if (h->trigger.end == c->span.end) return false;
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    const bool name = u->kind == PQ_UNIT_NAME;
    thing = thing || (name && !is_living(p, u));
    word = word || (!name && u->span.begin == h->trigger.begin);
  }
  return word && thing;
}

pq_happening_id pq_happen_process_of(const pq_happener *w, uint32_t chunk) {
  const pq_parse *const p = w->p;
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (c->kind != PQ_CHUNK_NOUN ||
      (c->hit && !pq_unit_means(p, p->hits.at[c->hit].unit, PQ_M_LIVING))) {
    return 0;
  }
  const uint32_t end = names_end(p, c);
  for (uint32_t i = p->r->happenings.n; i-- > w->begin;) {
    const pq_happening *const h = &p->r->happenings.at[i];
    if (h->sort == PQ_HAPPENING_PROCESS && h->trigger.end >= end &&
        pq_span_holds(c->span, h->trigger) && !describes(p, c, h)) {
      return i;
    }
  }
  return 0;
}
