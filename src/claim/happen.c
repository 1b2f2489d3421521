/* Hits -> happenings. */
#include "happen.h"

enum {
  DEPTH_MOST = 8
};

/* ---- putting ---- */

pq_status pq_happen_put(pq_happener *w, const pq_happening *h,
                        const pq_filler *fillers, uint32_t n) {
  pq_record *const r = w->p->r;
  if (r->happenings.n - w->begin >= PQ_HAPPENINGS_MOST) return PQ_OK;
  pq_filler *const kept = pq_arena_take(r->arena, (n + 1) * sizeof *kept);
  if (!kept) return r->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    kept[i] = fillers[i];
  }
  pq_happening one = *h;
  one.fillers = kept;
  one.n_fillers = n;
  PQ_PUSH(r->arena, &r->happenings, one);
  return PQ_OK;
}

/* "promotes degradation of A, but not B": B is not made to be degraded; whether
 * it is, nobody says.  The denial goes over to what is told of it. */
static bool takes_denial(const pq_happener *w, const pq_filler *theme) {
  pq_happening *const h = &w->p->r->happenings.at[theme->happening];
  if (!theme->happening || !h->but_not) return false;
  h->negated = false;
  return true;
}

pq_status pq_happen_control(pq_happener *w, const pq_grip *grip,
                            const pq_fill *themes, const pq_fill *causes,
                            pq_told *out) {
  pq_status st = PQ_OK;
  pq_happening h = {.sort = PQ_HAPPENING_CONTROL,
                    .sign = grip->sign,
                    .lacks = grip->lacks,
                    .aside = grip->aside,
                    .loose = grip->loose,
                    .sentence = w->p->sentence,
                    .trigger = grip->trigger,
                    .hedged = grip->hedged,
                    .suggested = grip->suggested,
                    .asked = grip->asked};
  if (grip->direct && !grip->negated) {
    PQ_TRY(st, pq_happen_carry(w, themes, causes));
  }
  const pq_happening_id first = w->p->r->happenings.n;
  const bool turns = pq_happen_turns(w, causes, themes->n);
  for (uint32_t t = 0; t < themes->n; ++t) {
    pq_filler fillers[2] = {themes->at[t]};
    fillers[0].role = PQ_PART_THEME;
    h.but_not = takes_denial(w, &fillers[0]) || fillers[0].negated;
    h.negated = grip->negated || h.but_not;
    if (!causes->n) PQ_TRY(st, pq_happen_put(w, &h, fillers, 1));
    for (uint32_t c = 0; c < causes->n; ++c) {
      if (turns && c != t) continue;
      fillers[1] = causes->at[c];
      fillers[1].role = PQ_PART_CAUSE;
      h.negated = grip->negated || h.but_not || fillers[1].negated;
      PQ_TRY(st, pq_happen_put(w, &h, fillers, 2));
    }
  }
  const uint32_t n = w->p->r->happenings.n - first;
  if (n) *out = (pq_told){first, n};
  return PQ_OK;
}

/* ---- controls ---- */

static pq_status tell_control(pq_happener *w, uint32_t hit, pq_polarity sign,
                              pq_told *outer) {
  pq_status st = PQ_OK;
  pq_fill *const themes = pq_fill_new(w);
  pq_fill *const causes = pq_fill_new(w);
  pq_grip grip;
  if (!themes || !causes) return w->p->r->arena->status;
  const uint32_t n = w->p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = w->p->hits.at[hit].args[i];
    if (a.role != PQ_AS_THEME) continue;
    PQ_TRY(st, pq_happen_fill(w, &a, PQ_PART_THEME, themes));
  }
  PQ_TRY(st, pq_happen_causes(w, hit, causes));
  PQ_TRY(st, pq_happen_office(w, hit, causes));
  grip = pq_happen_grip(w, hit);
  grip.sign = sign;
  const pq_arg *const spared =
      pq_hit_arg(&w->p->hits.at[hit], PQ_AS_INDEPENDENT);
  if (spared && pq_span_empty(spared->how)) grip.negated = true;
  return pq_happen_control(w, &grip, themes, causes, outer);
}

/* "X is located in P". */
static pq_status tell_place(pq_happener *w, uint32_t hit) {
  pq_status st = PQ_OK;
  pq_fill *const themes = pq_fill_new(w);
  pq_fill *const places = pq_fill_new(w);
  pq_grip grip;
  if (!themes || !places) return w->p->r->arena->status;
  const pq_arg *const theme = pq_hit_arg(&w->p->hits.at[hit], PQ_AS_THEME);
  if (!theme || theme->hit) return PQ_OK;
  const pq_arg arg = *theme;
  PQ_TRY(st, pq_happen_fill(w, &arg, PQ_PART_THEME, themes));
  PQ_TRY(st, pq_happen_others(w, hit, places));
  grip = pq_happen_grip(w, hit);
  const pq_happening h = {.sort = PQ_HAPPENING_PLACE,
                          .sentence = w->p->sentence,
                          .trigger = grip.trigger,
                          .negated = grip.negated,
                          .hedged = grip.hedged,
                          .suggested = grip.suggested,
                          .asked = grip.asked};
  const bool noun = w->p->hits.at[hit].voice == PQ_NOMINAL;
  for (uint32_t t = 0; t < themes->n; ++t) {
    if (!places->n && noun) PQ_TRY(st, pq_happen_put(w, &h, &themes->at[t], 1));
    for (uint32_t i = 0; i < places->n; ++i) {
      const pq_filler fillers[] = {themes->at[t], places->at[i]};
      PQ_TRY(st, pq_happen_put(w, &h, fillers, 2));
    }
  }
  return PQ_OK;
}

/* ---- hits ---- */

/* Does a verb of activity, or of more or less, have what happens as its object:
 * "activates transcription of X", "upregulates expression of X"? */
static bool controls(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  return theme && theme->hit &&
         (h->trigger->more || h->trigger->less ||
          p->r->kinds[h->trigger->kind].leaves != PQ_ACTIVITY_UNSAID);
}

/* Does an argument say that something happens, or name a process? */
static bool is_told(const pq_happener *w, const pq_arg *a) {
  return a && (a->hit ? w->told[a->hit].n : w->groups[a->chunk].n);
}

/* "expression of X is associated with metastasis": nothing binds, but what
 * happens goes with something. */
static bool goes_with(const pq_happener *w, const pq_hit *h) {
  return h->trigger->loose && h->voice != PQ_NOMINAL &&
         is_told(w, pq_hit_arg(h, PQ_AS_PARTNER));
}

static pq_status tell_going_with(pq_happener *w, uint32_t hit, pq_told *outer) {
  pq_status st = PQ_OK;
  const pq_arg *const one = pq_hit_arg(&w->p->hits.at[hit], PQ_AS_THEME);
  const pq_arg other = *pq_hit_find(&w->p->hits.at[hit], PQ_AS_PARTNER);
  pq_fill *const themes = pq_fill_new(w);
  pq_fill *const causes = pq_fill_new(w);
  if (!themes || !causes) return w->p->r->arena->status;
  PQ_TRY(st, pq_happen_fill(w, &other, PQ_PART_THEME, themes));
  if (one) {
    const pq_arg cause = *one;
    PQ_TRY(st, pq_happen_fill(w, &cause, PQ_PART_CAUSE, causes));
  }
  pq_grip grip = pq_happen_grip(w, hit);
  grip.sign = PQ_POLARITY_UNSAID;
  grip.loose = true;
  return causes->n ? pq_happen_control(w, &grip, themes, causes, outer) : PQ_OK;
}

static pq_status tell_hit(pq_happener *w, uint32_t hit, pq_told *outer) {
  const pq_parse *const p = w->p;
  const pq_hit *const h = &p->hits.at[hit];
  switch (h->trigger->type) {
  case PQ_TRIGGER_EVENT:
    if (goes_with(w, h)) return tell_going_with(w, hit, outer);
    if (!controls(p, h)) return pq_happen_event(w, hit, outer);
    return tell_control(
        w, hit,
        h->trigger->more || p->r->kinds[h->trigger->kind].leaves == PQ_ACTIVE
            ? PQ_POSITIVE
            : PQ_NEGATIVE,
        outer);
  case PQ_TRIGGER_REGULATION:
    if (h->trigger->untold) return PQ_OK;
    return tell_control(w, hit, pq_hit_sign(p, h), outer);
  case PQ_TRIGGER_DEPENDENCE: return tell_control(w, hit, PQ_POSITIVE, outer);
  case PQ_TRIGGER_STATE:
    return h->trigger->relation == PQ_REL_LOCATED_IN ? tell_place(w, hit)
                                                     : PQ_OK;
  case PQ_TRIGGER_CARRIER:
  case PQ_TRIGGER_PLAIN:
  case PQ_TRIGGER_THOUGHT: break;
  }
  return PQ_OK;
}

static pq_status read_hit(pq_happener *w, uint32_t hit, uint32_t depth);

/* NOLINTNEXTLINE(misc-no-recursion): at most DEPTH_MOST deep */
static pq_status read_arg(pq_happener *w, const pq_arg *a, uint32_t depth) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  if (a->hit) PQ_TRY(st, read_hit(w, a->hit, depth + 1));
  for (uint32_t c = a->chunk; c; c = a->all ? p->chunks.at[c].next : 0) {
    const uint32_t other = p->chunks.at[c].hit;
    if (other) PQ_TRY(st, read_hit(w, other, depth + 1));
  }
  return PQ_OK;
}

/* The hits that a hit has as arguments are told before it. */
/* NOLINTNEXTLINE(misc-no-recursion): at most DEPTH_MOST deep */
static pq_status read_hit(pq_happener *w, uint32_t hit, uint32_t depth) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  if (w->done[hit] || depth == DEPTH_MOST) return PQ_OK;
  w->done[hit] = true;
  pq_happen_lend(w->p, hit);
  for (uint32_t i = 0; i < p->hits.at[hit].n_args; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    if (!a.end) PQ_TRY(st, read_arg(w, &a, depth));
  }
  pq_told outer = {0, 0};
  pq_happen_use(w, pq_happen_trigger(p, &p->hits.at[hit]));
  PQ_TRY(st, tell_hit(w, hit, &outer));
  PQ_TRY(st, pq_happen_wrap(w, hit, &outer));
  if (p->hits.at[hit].voice == PQ_NOMINAL) {
    PQ_TRY(st, pq_happen_before(w, p->hits.at[hit].chunk, p->hits.at[hit].unit,
                                &outer));
  }
  w->told[hit] = outer;
  return pq_happen_elsewhere(w, hit, &outer);
}

/* A process and those before it that the same words tell. */
static pq_told same_words(const pq_happener *w, pq_happening_id last) {
  const pq_happening *const at = w->p->r->happenings.at;
  pq_happening_id first = last;
  while (first > w->begin &&
         at[first - 1].trigger.begin == at[last].trigger.begin) {
    --first;
  }
  return (pq_told){first, last + 1 - first};
}

/* "E2F1-induced apoptosis": groups that are about a process. */
static pq_status tell_groups(pq_happener *w) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  for (uint32_t c = 1; c < p->chunks.n; ++c) {
    const pq_happening_id process = pq_happen_process_of(w, c);
    if (!process) continue;
    w->groups[c] = same_words(w, process);
    uint32_t end = p->chunks.at[c].begin;
    while (p->units.at[end].span.end <=
           p->r->happenings.at[process].trigger.begin) {
      ++end;
    }
    PQ_TRY(st, pq_happen_before(w, c, end, &w->groups[c]));
  }
  return PQ_OK;
}

pq_status pq_happen_read(pq_parse *p) {
  pq_status st = PQ_OK;
  pq_arena *const arena = p->r->arena;
  pq_happener w = {.p = p, .begin = p->r->happenings.n};
  w.told = pq_arena_take(arena, p->hits.n * sizeof *w.told);
  w.done = pq_arena_take(arena, p->hits.n);
  w.groups = pq_arena_take(arena, p->chunks.n * sizeof *w.groups);
  w.used = pq_arena_take(arena, p->units.n);
  if (!w.told || !w.done || !w.groups || !w.used) return arena->status;
  PQ_TRY(st, pq_happen_processes(&w));
  PQ_TRY(st, tell_groups(&w));
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    PQ_TRY(st, read_hit(&w, i, 0));
  }
  PQ_TRY(st, pq_happen_manners(&w));
  PQ_TRY(st, pq_happen_adjectives(&w));
  return pq_happen_sites(&w);
}
