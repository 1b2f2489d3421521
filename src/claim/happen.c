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

pq_status pq_happen_control(pq_happener *w, const pq_grip *grip,
                            const pq_fill *themes, const pq_fill *causes,
                            pq_told *out) {
  pq_status st = PQ_OK;
  const pq_happening h = {.sort = PQ_HAPPENING_CONTROL,
                          .sign = grip->sign,
                          .lacks = grip->lacks,
                          .aside = grip->aside,
                          .sentence = w->p->sentence,
                          .trigger = grip->trigger,
                          .negated = grip->negated,
                          .hedged = grip->hedged};
  const pq_happening_id first = w->p->r->happenings.n;
  for (uint32_t t = 0; t < themes->n; ++t) {
    pq_filler fillers[2] = {themes->at[t]};
    fillers[0].role = PQ_PART_THEME;
    if (!causes->n) PQ_TRY(st, pq_happen_put(w, &h, fillers, 1));
    for (uint32_t c = 0; c < causes->n; ++c) {
      fillers[1] = causes->at[c];
      fillers[1].role = PQ_PART_CAUSE;
      PQ_TRY(st, pq_happen_put(w, &h, fillers, 2));
    }
  }
  const uint32_t n = w->p->r->happenings.n - first;
  if (n) *out = (pq_told){first, n};
  return PQ_OK;
}

static pq_fill *new_fill(const pq_happener *w) {
  return pq_arena_take(w->p->r->arena, sizeof(pq_fill));
}

/* Happenings as themes of another. */
static void fill_outer(const pq_told *told, pq_fill *out) {
  for (uint32_t i = 0; i < told->n && out->n < PQ_FILL_MOST; ++i) {
    out->at[out->n++] = (pq_filler){PQ_PART_THEME, 0, told->first + i, {0, 0}};
  }
}

/* ---- who acts ---- */

/* How an agent is led in. */
typedef enum lead {
  LEAD_CAUSE, /* a subject, or by, through, via */
  LEAD_WORD,  /* "-induced", "in response to": a word that tells of it */
  LEAD_NONE
} lead;

static bool says(const pq_parse *p, pq_span span, const char *word) {
  return pq_view_alike(pq_span_text(p->text, span), pq_view_of(word));
}

static lead lead_of(const pq_parse *p, const pq_arg *a) {
  static const char *const plain[] = {"by",  "through", "via",
                                      "for", "of",      "with"};
  switch (a->role) {
  case PQ_AS_AGENT:
  case PQ_AS_UPSTREAM:
  case PQ_AS_DEPENDS: break;
  case PQ_AS_INDEPENDENT: return LEAD_WORD;
  default: return LEAD_NONE;
  }
  if (pq_span_empty(a->how)) return LEAD_CAUSE;
  for (size_t i = 0; i < sizeof plain / sizeof plain[0]; ++i) {
    if (says(p, a->how, plain[i])) return LEAD_CAUSE;
  }
  return LEAD_WORD;
}

static bool is_means(const pq_parse *p, const pq_arg *a) {
  return (a->role == PQ_AS_AGENT || a->role == PQ_AS_UPSTREAM) && a->hit &&
         !pq_span_empty(a->how) && lead_of(p, a) == LEAD_CAUSE;
}

static pq_status causes_of(pq_happener *w, uint32_t hit, pq_fill *out) {
  pq_status st = PQ_OK;
  const uint32_t n = w->p->hits.at[hit].n_args;
  bool means = false;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = w->p->hits.at[hit].args[i];
    if (!is_means(w->p, &a) || w->p->hits.at[hit].voice != PQ_ACTIVE_VOICE) {
      continue;
    }
    PQ_TRY(st, pq_happen_fill(w, &a, PQ_PART_CAUSE, out));
    means = means || out->n;
  }
  for (uint32_t i = 0; i < n && !means; ++i) {
    const pq_arg a = w->p->hits.at[hit].args[i];
    if (lead_of(w->p, &a) != LEAD_CAUSE) continue;
    PQ_TRY(st, pq_happen_fill(w, &a, PQ_PART_CAUSE, out));
  }
  return PQ_OK;
}

static void mark_used(pq_happener *w, pq_span trigger) {
  for (uint32_t i = 1; i < w->p->units.n; ++i) {
    const pq_span s = w->p->units.at[i].span;
    if (s.begin < trigger.end && trigger.begin < s.end) w->used[i] = true;
  }
}

/* Does the argument stand in the group of its noun: "IL6-induced"? */
static bool is_compound(const pq_parse *p, uint32_t hit, const pq_arg *a) {
  return a->end && a->chunk == p->hits.at[hit].chunk;
}

/* "IL6-induced ...", "... in response to IL6": a control of its own over what
 * the hit says. */
static pq_status wrap_words(pq_happener *w, uint32_t hit, pq_told *outer) {
  pq_status st = PQ_OK;
  const uint32_t n = w->p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < n && outer->n; ++i) {
    const pq_arg a = w->p->hits.at[hit].args[i];
    if (lead_of(w->p, &a) != LEAD_WORD) continue;
    pq_fill *const themes = new_fill(w);
    pq_fill *const causes = new_fill(w);
    if (!themes || !causes) return w->p->r->arena->status;
    PQ_TRY(st, pq_happen_fill(w, &a, PQ_PART_CAUSE, causes));
    fill_outer(outer, themes);
    const bool not = a.role == PQ_AS_INDEPENDENT;
    const pq_grip grip = {.trigger = a.how,
                          .sign = not ? PQ_POLARITY_UNSAID : PQ_POSITIVE,
                          .aside = is_compound(w->p, hit, &a),
                          .negated = not };
    mark_used(w, a.how);
    PQ_TRY(st, pq_happen_control(w, &grip, themes, causes, outer));
  }
  return PQ_OK;
}

/* ---- events ---- */

static pq_span trigger_of(const pq_parse *p, const pq_hit *h) {
  return p->units.at[h->unit].span;
}

/* Firmness of what a hit says. */
static pq_grip grip_of(const pq_happener *w, uint32_t hit) {
  const pq_hit *const h = &w->p->hits.at[hit];
  pq_grip out = {.trigger = trigger_of(w->p, h),
                 .sign = h->trigger->polarity,
                 .lacks =
                     h->trigger->stands && h->trigger->polarity == PQ_NEGATIVE};
  pq_modality_of_hit(w->p, hit, &out.negated, &out.hedged);
  return out;
}

static void add_names(const pq_parse *p, const pq_made *m, uint32_t from,
                      uint32_t to, pq_fill *out) {
  for (uint32_t i = from; i < to; ++i) {
    const bool own = i > 0 || m->theme_sentence == p->sentence;
    const pq_span here = {m->span.begin, m->span.begin};
    pq_mention_id id =
        m->inherited ? pq_happen_mention(p, m->themes[i], p->sentence, here)
                     : pq_happen_mention(p, m->themes[i],
                                         own ? p->sentence : m->theme_sentence,
                                         m->theme_spans[i]);
    if (!id && m->inherited) {
      id = pq_happen_mention(p, m->themes[i], m->theme_sentence,
                             m->theme_spans[i]);
    }
    if (id && out->n < PQ_FILL_MOST) {
      out->at[out->n++] = (pq_filler){PQ_PART_THEME, id, 0, {0, 0}};
    }
  }
}

/* Places and products, which the hit's events share. */
static pq_status add_others(pq_happener *w, uint32_t hit, pq_fill *out) {
  static const struct {
    pq_frame_role role;
    pq_part_role part;
  } others[] = {{PQ_AS_FROM, PQ_PART_FROM},
                {PQ_AS_TO, PQ_PART_TO},
                {PQ_AS_IN, PQ_PART_AT},
                {PQ_AS_PRODUCT, PQ_PART_PRODUCT}};
  pq_status st = PQ_OK;
  const uint32_t n = w->p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = w->p->hits.at[hit].args[i];
    for (size_t k = 0; k < sizeof others / sizeof others[0]; ++k) {
      if (a.role != others[k].role || a.hit) continue;
      PQ_TRY(st, pq_happen_fill(w, &a, others[k].part, out));
    }
  }
  return PQ_OK;
}

static bool says_rna(const pq_parse *p, uint32_t unit) {
  return pq_unit_says(p, unit, "mRNA") || pq_unit_says(p, unit, "mRNAs") ||
         pq_unit_says(p, unit, "transcript") ||
         pq_unit_says(p, unit, "transcripts");
}

/* "STAT3 mRNA expression", "expression of STAT3 mRNA". */
static bool is_of_rna(const pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (h->voice == PQ_NOMINAL && says_rna(p, h->unit - 1)) return true;
  return theme && !theme->end &&
         says_rna(p, p->chunks.at[theme->chunk].end - 1);
}

/* One event with the themes in `fill`, once for each cause. */
static pq_status put_event(pq_happener *w, uint32_t hit, const pq_made *m,
                           const pq_fill *causes, const pq_grip *grip,
                           pq_fill *fill) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  const pq_happening h = {.sort = PQ_HAPPENING_EVENT,
                          .kind = pq_event_at(p->r, m->event)->kind,
                          .of_rna = is_of_rna(p, hit),
                          .sentence = p->sentence,
                          .trigger = grip->trigger,
                          .negated = grip->negated || m->negated,
                          .hedged = grip->hedged};
  if (!fill->n) return PQ_OK;
  if (!pq_span_empty(m->site) && fill->n < PQ_FILL_MOST) {
    fill->at[fill->n++] = (pq_filler){PQ_PART_SITE, 0, 0, m->site};
  }
  PQ_TRY(st, add_others(w, hit, fill));
  if (!causes->n) return pq_happen_put(w, &h, fill->at, fill->n);
  const uint32_t n = fill->n < PQ_FILL_MOST ? fill->n : PQ_FILL_MOST - 1;
  for (uint32_t c = 0; c < causes->n; ++c) {
    fill->at[n] = causes->at[c];
    PQ_TRY(st, pq_happen_put(w, &h, fill->at, n + 1));
  }
  return PQ_OK;
}

static bool binds(const pq_parse *p, const pq_made *m) {
  return p->r->kinds[pq_event_at(p->r, m->event)->kind].binding;
}

/* "X inhibits Y through interaction with Z": X binds Z. */
static pq_status put_bond(pq_happener *w, uint32_t hit, const pq_made *m,
                          const pq_fill *causes, const pq_grip *grip) {
  pq_status st = PQ_OK;
  const pq_fill none = {.n = 0};
  for (uint32_t i = 0; i < causes->n; ++i) {
    pq_fill *const fill = new_fill(w);
    if (!fill) return w->p->r->arena->status;
    add_names(w->p, m, 0, 1, fill);
    if (!causes->at[i].mention) continue;
    fill->at[fill->n] = causes->at[i];
    fill->at[fill->n++].role = PQ_PART_THEME;
    PQ_TRY(st, put_event(w, hit, m, &none, grip, fill));
  }
  return PQ_OK;
}

/* "A and B bind C and D": each of the one side with each of the other. */
static pq_status put_made(pq_happener *w, uint32_t hit, const pq_made *m,
                          const pq_fill *causes, const pq_grip *grip) {
  pq_status st = PQ_OK;
  if (binds(w->p, m) && m->n_themes == 1 && causes->n) {
    return put_bond(w, hit, m, causes, grip);
  }
  const bool sides = m->n_own < m->n_themes && m->n_own > 0;
  const uint32_t n = sides ? m->n_own : 1;
  const uint32_t others = sides ? m->n_themes - m->n_own : 1;
  for (uint32_t a = 0; a < n; ++a) {
    for (uint32_t b = 0; b < others; ++b) {
      pq_fill *const fill = new_fill(w);
      if (!fill) return w->p->r->arena->status;
      if (sides) {
        add_names(w->p, m, a, a + 1, fill);
        add_names(w->p, m, m->n_own + b, m->n_own + b + 1, fill);
      } else {
        add_names(w->p, m, 0, m->n_themes, fill);
      }
      PQ_TRY(st, put_event(w, hit, m, causes, grip, fill));
    }
  }
  return PQ_OK;
}

static pq_status tell_event(pq_happener *w, uint32_t hit, pq_told *outer) {
  pq_status st = PQ_OK;
  pq_parse *const p = w->p;
  pq_fill *const causes = new_fill(w);
  pq_grip grip;
  if (!causes) return p->r->arena->status;
  PQ_TRY(st, pq_event_make(p, hit, p->hits.at[hit].used_by));
  PQ_TRY(st, causes_of(w, hit, causes));
  grip = grip_of(w, hit);
  const pq_happening_id first = p->r->happenings.n;
  for (uint32_t i = 0; i < p->hits.at[hit].n_events; ++i) {
    const pq_made m = p->hits.at[hit].events[i];
    pq_fill *acts = causes;
    if (p->hits.at[hit].trigger->self) {
      acts = new_fill(w);
      if (!acts) return p->r->arena->status;
      add_names(p, &m, 0, m.n_themes, acts);
      acts->n = acts->n ? 1 : 0;
      acts->at[0].role = PQ_PART_CAUSE;
    }
    PQ_TRY(st, put_made(w, hit, &m, acts, &grip));
  }
  *outer = (pq_told){first, p->r->happenings.n - first};
  return PQ_OK;
}

/* ---- controls ---- */

static pq_polarity sign_of(const pq_parse *p, const pq_hit *h) {
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  for (uint32_t i = c->begin; i < c->end; ++i) {
    if (p->units.at[i].classes & PQ_W_POSITIVE) return PQ_POSITIVE;
    if (p->units.at[i].classes & PQ_W_NEGATIVE) return PQ_NEGATIVE;
  }
  return h->trigger->polarity;
}

static pq_status tell_control(pq_happener *w, uint32_t hit, pq_polarity sign,
                              pq_told *outer) {
  pq_status st = PQ_OK;
  pq_fill *const themes = new_fill(w);
  pq_fill *const causes = new_fill(w);
  pq_grip grip;
  if (!themes || !causes) return w->p->r->arena->status;
  const uint32_t n = w->p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = w->p->hits.at[hit].args[i];
    if (a.role != PQ_AS_THEME) continue;
    PQ_TRY(st, pq_happen_fill(w, &a, PQ_PART_THEME, themes));
  }
  PQ_TRY(st, causes_of(w, hit, causes));
  grip = grip_of(w, hit);
  grip.sign = sign;
  return pq_happen_control(w, &grip, themes, causes, outer);
}

/* "X is located in P". */
static pq_status tell_place(pq_happener *w, uint32_t hit) {
  pq_status st = PQ_OK;
  pq_fill *const themes = new_fill(w);
  pq_fill *const places = new_fill(w);
  pq_grip grip;
  if (!themes || !places) return w->p->r->arena->status;
  const pq_arg *const theme = pq_hit_arg(&w->p->hits.at[hit], PQ_AS_THEME);
  if (!theme || theme->hit) return PQ_OK;
  const pq_arg arg = *theme;
  PQ_TRY(st, pq_happen_fill(w, &arg, PQ_PART_THEME, themes));
  PQ_TRY(st, add_others(w, hit, places));
  grip = grip_of(w, hit);
  const pq_happening h = {.sort = PQ_HAPPENING_PLACE,
                          .sentence = w->p->sentence,
                          .trigger = grip.trigger,
                          .negated = grip.negated,
                          .hedged = grip.hedged};
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

/* Does a verb of activity have what happens as its object: "activates
 * transcription of X"? */
static bool controls(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  return p->r->kinds[h->trigger->kind].leaves != PQ_ACTIVITY_UNSAID && theme &&
         theme->hit;
}

static pq_status tell_hit(pq_happener *w, uint32_t hit, pq_told *outer) {
  const pq_parse *const p = w->p;
  const pq_hit *const h = &p->hits.at[hit];
  switch (h->trigger->type) {
  case PQ_TRIGGER_EVENT:
    if (!controls(p, h)) return tell_event(w, hit, outer);
    return tell_control(w, hit,
                        p->r->kinds[h->trigger->kind].leaves == PQ_ACTIVE
                            ? PQ_POSITIVE
                            : PQ_NEGATIVE,
                        outer);
  case PQ_TRIGGER_REGULATION: return tell_control(w, hit, sign_of(p, h), outer);
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

/* "... through phosphorylation of Z": what happens by the way, as one more
 * argument of the verb. */
static void find_means(pq_parse *p, uint32_t hit) {
  for (uint32_t c = p->hits.at[hit].chunk + 1; c + 1 < p->chunks.n; ++c) {
    const pq_chunk *const prep = &p->chunks.at[c];
    if (prep->kind == PQ_CHUNK_VERB || prep->kind == PQ_CHUNK_STOP) return;
    const uint32_t other = p->chunks.at[c + 1].hit;
    if (prep->kind != PQ_CHUNK_PREPOSITION || !other ||
        p->chunks.at[c + 1].kind != PQ_CHUNK_NOUN ||
        p->hits.at[other].used_by ||
        !(pq_unit_says(p, prep->begin, "through") ||
          pq_unit_says(p, prep->begin, "via") ||
          pq_unit_says(p, prep->begin, "by"))) {
      continue;
    }
    pq_hit_add(p, hit,
               (pq_arg){.role = PQ_AS_AGENT,
                        .chunk = c + 1,
                        .hit = other,
                        .all = true,
                        .how = prep->span,
                        .relation = PQ_REL_UPSTREAM});
    return;
  }
}

static bool has_agent(const pq_hit *h) {
  return pq_hit_arg(h, PQ_AS_AGENT) || pq_hit_arg(h, PQ_AS_UPSTREAM);
}

/* "X inhibits Y through phosphorylation of Z": X phosphorylates, and that is
 * what inhibits. */
static void lend_subject(pq_parse *p, uint32_t hit) {
  uint32_t subject = PQ_ARGS_MOST;
  if (p->hits.at[hit].voice != PQ_ACTIVE_VOICE) return;
  for (uint32_t i = 0; i < p->hits.at[hit].n_args; ++i) {
    const pq_arg *const a = &p->hits.at[hit].args[i];
    const bool first = lead_of(p, a) == LEAD_CAUSE && pq_span_empty(a->how);
    if (first && !a->hit) subject = i;
  }
  if (subject == PQ_ARGS_MOST) return;
  find_means(p, hit);
  const pq_arg lent = p->hits.at[hit].args[subject];
  for (uint32_t i = 0; i < p->hits.at[hit].n_args; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    if (!is_means(p, &a)) continue;
    for (uint32_t c = a.chunk; c; c = a.all ? p->chunks.at[c].next : 0) {
      const uint32_t means = p->chunks.at[c].hit;
      if (means && means != hit && !has_agent(&p->hits.at[means])) {
        pq_hit_add(p, means, lent);
      }
    }
  }
}

/* The hits that a hit has as arguments are told before it. */
/* NOLINTNEXTLINE(misc-no-recursion): at most DEPTH_MOST deep */
static pq_status read_hit(pq_happener *w, uint32_t hit, uint32_t depth) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  if (w->done[hit] || depth == DEPTH_MOST) return PQ_OK;
  w->done[hit] = true;
  lend_subject(w->p, hit);
  for (uint32_t i = 0; i < p->hits.at[hit].n_args; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    if (a.end) continue;
    if (a.hit) PQ_TRY(st, read_hit(w, a.hit, depth + 1));
    for (uint32_t c = a.chunk; c; c = a.all ? p->chunks.at[c].next : 0) {
      const uint32_t other = p->chunks.at[c].hit;
      if (other) PQ_TRY(st, read_hit(w, other, depth + 1));
    }
  }
  pq_told outer = {0, 0};
  mark_used(w, trigger_of(p, &p->hits.at[hit]));
  PQ_TRY(st, tell_hit(w, hit, &outer));
  PQ_TRY(st, wrap_words(w, hit, &outer));
  if (p->hits.at[hit].voice == PQ_NOMINAL) {
    PQ_TRY(st, pq_happen_before(w, p->hits.at[hit].chunk, p->hits.at[hit].unit,
                                &outer));
  }
  w->told[hit] = outer;
  return PQ_OK;
}

/* "E2F1-induced apoptosis": groups that are about a process. */
static pq_status tell_groups(pq_happener *w) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  for (uint32_t c = 1; c < p->chunks.n; ++c) {
    const pq_happening_id process = pq_happen_process_of(w, c);
    if (!process) continue;
    w->groups[c] = (pq_told){process, 1};
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
  return pq_happen_adjectives(&w);
}
