/* Words before what they are said of: adjectives made of verbs. */
#include "happen.h"

static const pq_trigger *trigger_at(const pq_happener *w, uint32_t unit) {
  const pq_unit *const u = &w->p->units.at[unit];
  if (u->kind != PQ_UNIT_WORD || w->used[unit] || !u->verb) return NULL;
  return &w->p->g->triggers.at[u->verb];
}

static bool is_participle(const pq_unit *u) {
  return (u->forms & (PQ_FORM_ED | PQ_FORM_EN)) != 0;
}

/* The name before "-induced", if there is one. */
static pq_status before_dash(pq_happener *w, uint32_t chunk, uint32_t unit,
                             pq_part_role role, pq_fill *out) {
  const pq_chunk *const c = &w->p->chunks.at[chunk];
  if (unit > c->begin && pq_unit_says(w->p, unit, "dependent") &&
      w->p->units.at[unit - 1].kind == PQ_UNIT_NAME) {
    return pq_happen_units(w, chunk, unit - 1, unit, role, out);
  }
  if (unit < c->begin + 2 || w->p->units.at[unit - 2].kind != PQ_UNIT_NAME ||
      !pq_unit_is_mark(w->p, unit - 1, '-')) {
    return PQ_OK;
  }
  return pq_happen_units(w, chunk, unit - 2, unit - 1, role, out);
}

/* "X dependent phosphorylation", without the dash. */
static bool is_dependent(const pq_happener *w, uint32_t unit) {
  const pq_unit *const before = pq_unit_at(w->p, unit - 1);
  return !w->used[unit] && pq_unit_says(w->p, unit, "dependent") &&
         (before->kind == PQ_UNIT_NAME || before->noun);
}

/* "p53-independent apoptosis": not regulated by p53. */
static bool is_independent(const pq_parse *p, uint32_t unit) {
  return pq_unit_is_mark(p, unit - 1, '-') &&
         pq_unit_says(p, unit, "independent");
}

/* Does the word at `unit` control what its group says: "reduced expression",
 * "hypoxia-induced expression"?  Its sign. */
static bool is_grip(const pq_happener *w, uint32_t unit, pq_polarity *sign) {
  const pq_unit *const u = &w->p->units.at[unit];
  if (is_independent(w->p, unit)) {
    *sign = PQ_POLARITY_UNSAID;
    return !w->used[unit];
  }
  if (u->compound && u->compound != UINT32_MAX) {
    *sign = w->p->g->compounds.at[u->compound - 1].polarity;
    return !w->used[unit];
  }
  if (is_dependent(w, unit) || pq_unit_says(w->p, unit, "inducible")) {
    *sign = PQ_POSITIVE;
    return true;
  }
  const pq_trigger *const t = trigger_at(w, unit);
  if (!t || u->compound || !is_participle(u) ||
      t->type != PQ_TRIGGER_REGULATION) {
    return false;
  }
  *sign = t->polarity;
  return true;
}

/* An event noun that is no head: its kind, or UINT32_MAX. */
static uint32_t noun_kind(const pq_happener *w, uint32_t unit) {
  const pq_unit *const u = &w->p->units.at[unit];
  if (u->kind != PQ_UNIT_WORD || w->used[unit] || !u->noun || u->compound) {
    return UINT32_MAX;
  }
  const pq_trigger *const t = &w->p->g->triggers.at[u->noun];
  return t->type == PQ_TRIGGER_EVENT && !t->weak && !t->carried ? t->kind
                                                                : UINT32_MAX;
}

/* The name that a happening is about in the end; 0 none. */
static pq_mention_id name_within(const pq_record *r, const pq_filler *f) {
  for (uint32_t depth = 0; depth < 8 && !f->mention; ++depth) {
    const pq_happening *const h = &r->happenings.at[f->happening];
    if (!f->happening || !h->n_fillers) return 0;
    f = &h->fillers[0];
  }
  return f->mention;
}

static pq_status put_at(pq_happener *w, uint32_t unit, uint32_t kind,
                        const pq_fill *themes, const pq_fill *others);

static pq_status put_each(pq_happener *w, uint32_t unit, uint32_t kind,
                          const pq_fill *themes) {
  return put_at(w, unit, kind, themes, NULL);
}

/* "phosphorylation-dependent ubiquitination of X": X is phosphorylated. */
pq_status pq_happen_condition(pq_happener *w, uint32_t chunk, uint32_t unit,
                              const pq_fill *themes, pq_fill *causes) {
  pq_status st = PQ_OK;
  const bool dash = pq_unit_is_mark(w->p, unit - 1, '-');
  const uint32_t noun = dash ? unit - 2 : unit - 1;
  const uint32_t begin = w->p->chunks.at[chunk].begin;
  if (unit < begin + (dash ? 2 : 1) || !themes->n || causes->n) return PQ_OK;
  const uint32_t kind = noun_kind(w, noun);
  const pq_mention_id name = name_within(w->p->r, &themes->at[0]);
  if (kind == UINT32_MAX || !name) return PQ_OK;
  const pq_happening_id first = w->p->r->happenings.n;
  const pq_fill theme = {.at = {{PQ_PART_THEME, name, 0, {0, 0}, false}},
                         .n = 1};
  PQ_TRY(st, put_each(w, noun, kind, &theme));
  if (w->p->r->happenings.n > first) {
    causes->at[causes->n++] =
        (pq_filler){PQ_PART_CAUSE, 0, first, {0, 0}, false};
  }
  return PQ_OK;
}

static pq_status grip(pq_happener *w, uint32_t chunk, uint32_t unit,
                      const pq_fill *themes, pq_told *outer) {
  pq_status st = PQ_OK;
  pq_polarity sign = PQ_POLARITY_UNSAID;
  if (!is_grip(w, unit, &sign)) return PQ_OK;
  pq_fill *const causes = pq_fill_new(w);
  if (!causes) return w->p->r->arena->status;
  PQ_TRY(st, before_dash(w, chunk, unit, PQ_PART_CAUSE, causes));
  PQ_TRY(st, pq_happen_condition(w, chunk, unit, themes, causes));
  w->used[unit] = true;
  const uint32_t word = w->p->units.at[unit].compound;
  const bool direct = word && word != UINT32_MAX &&
                      w->p->g->compounds.at[word - 1].relation == PQ_REL_DIRECT;
  const pq_grip g = {.trigger = w->p->units.at[unit].span,
                     .sign = sign,
                     .aside = word != 0,
                     .direct = direct,
                     .negated = is_independent(w->p, unit)};
  return pq_happen_control(w, &g, themes, causes, outer);
}

pq_status pq_happen_before(pq_happener *w, uint32_t chunk, uint32_t end,
                           pq_told *outer) {
  pq_status st = PQ_OK;
  const uint32_t begin = w->p->chunks.at[chunk].begin;
  for (uint32_t i = end; i-- > begin && outer->n;) {
    pq_fill *const themes = pq_fill_new(w);
    if (!themes) return w->p->r->arena->status;
    for (uint32_t k = 0; k < outer->n && k < PQ_FILL_MOST; ++k) {
      themes->at[themes->n++] =
          (pq_filler){PQ_PART_THEME, 0, outer->first + k, {0, 0}, false};
    }
    PQ_TRY(st, grip(w, chunk, i, themes, outer));
  }
  return PQ_OK;
}

/* ---- groups that name something ---- */

static uint32_t kind_that_leaves(const pq_parse *p, pq_activity activity) {
  for (uint32_t k = 0; k < p->r->n_kinds; ++k) {
    if (p->r->kinds[k].leaves == activity) return k;
  }
  return UINT32_MAX;
}

/* "unphosphorylated": the kind of what was not done; UINT32_MAX for none. */
static uint32_t undone_kind(const pq_parse *p, uint32_t unit) {
  static const pq_view heads[] = {PQ_LIT_INIT("un"), PQ_LIT_INIT("non"),
                                  PQ_LIT_INIT("hypo"), PQ_LIT_INIT("under")};
  const pq_view word = pq_unit_text(p, unit);
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; ++i) {
    if (word.len <= heads[i].len ||
        !pq_view_alike(pq_view_head(word, heads[i].len), heads[i])) {
      continue;
    }
    const pq_word *const w =
        pq_rules_word(p->g, pq_view_skip(word, heads[i].len));
    if (!w || !w->verb || w->verb >= p->g->triggers.n ||
        !(w->forms & (PQ_FORM_ED | PQ_FORM_EN))) {
      continue;
    }
    const pq_trigger *const t = &p->g->triggers.at[w->verb];
    if (t->type == PQ_TRIGGER_EVENT) return t->kind;
  }
  return UINT32_MAX;
}

/* The kind of event that a word before a name tells of it: "phosphorylated
 * STAT3", "active ALK"; UINT32_MAX for none. */
static uint32_t kind_at(const pq_happener *w, uint32_t unit) {
  const pq_parse *const p = w->p;
  const pq_unit *const u = &p->units.at[unit];
  if (u->kind != PQ_UNIT_WORD || w->used[unit]) return UINT32_MAX;
  if (u->classes & PQ_W_ACTIVE) return kind_that_leaves(p, PQ_ACTIVE);
  if (u->classes & PQ_W_INACTIVE) return kind_that_leaves(p, PQ_INACTIVE);
  if (!u->verb) return undone_kind(p, unit);
  const pq_trigger *const t = &p->g->triggers.at[u->verb];
  const bool done =
      t->type == PQ_TRIGGER_EVENT && is_participle(u) && !t->loose;
  return done ? t->kind : UINT32_MAX;
}

/* One for each theme, and all with the first of `others`, if there is any. */
static pq_status put_at(pq_happener *w, uint32_t unit, uint32_t kind,
                        const pq_fill *themes, const pq_fill *others) {
  pq_status st = PQ_OK;
  const pq_happening h = {.sort = PQ_HAPPENING_EVENT,
                          .kind = kind,
                          .sentence = w->p->sentence,
                          .trigger = w->p->units.at[unit].span,
                          .negated = undone_kind(w->p, unit) != UINT32_MAX};
  w->used[unit] = true;
  for (uint32_t i = 0; i < themes->n; ++i) {
    const uint32_t n = others && others->n > 2 ? 2 : others ? others->n : 0;
    pq_filler fillers[3] = {themes->at[i]};
    for (uint32_t k = 0; k < n; ++k) {
      fillers[k + 1] = others->at[k];
    }
    PQ_TRY(st, pq_happen_put(w, &h, fillers, n + 1));
  }
  return PQ_OK;
}

/* The residues of "tyrosine-phosphorylated STAT3", "phosphorylated STAT3
 * (S727)", "phosphorylated tyrosines of STAT3". */
static void sites_of(const pq_parse *p, uint32_t chunk, uint32_t unit,
                     pq_sites *out) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t before =
      pq_unit_is_mark(p, unit - 1, '-') ? unit - 2 : unit - 1;
  const bool own =
      before >= c->begin && p->units.at[before].kind == PQ_UNIT_SITE;
  const bool next = !own && pq_unit_at(p, unit + 1)->kind == PQ_UNIT_SITE;
  const pq_arg arg = {.chunk = chunk,
                      .begin = own    ? before
                               : next ? unit + 1
                                      : c->name_end,
                      .end = own    ? before + 1
                             : next ? unit + 2
                                    : c->end};
  out->n = 0;
  if (!c->sites || !arg.begin || arg.begin >= arg.end) return;
  pq_named_sites(p, &arg, out);
}

static pq_status put_caused(pq_happener *w, uint32_t chunk, uint32_t unit,
                            uint32_t kind, const pq_fill *themes,
                            const pq_fill *causes) {
  pq_status st = PQ_OK;
  pq_sites sites = {.n = 0};
  pq_fill *const others = pq_fill_new(w);
  if (!others) return w->p->r->arena->status;
  if (w->p->r->kinds[kind].product_unsaid) sites_of(w->p, chunk, unit, &sites);
  for (uint32_t s = 0; s < (sites.n ? sites.n : 1); ++s) {
    others->n = 0;
    if (causes->n) others->at[others->n++] = causes->at[0];
    if (sites.n) {
      others->at[others->n++] =
          (pq_filler){PQ_PART_SITE, 0, 0, sites.at[s].span, false};
    }
    PQ_TRY(st, put_at(w, unit, kind, themes, others));
  }
  return PQ_OK;
}

/* "IL2-producing", "p53-expressing cells": the name before the dash.  An
 * "SP1-binding site" is there, bound or not. */
static pq_status doer(pq_happener *w, uint32_t chunk, uint32_t unit) {
  pq_status st = PQ_OK;
  const pq_trigger *const t = trigger_at(w, unit);
  const pq_unit *const u = &w->p->units.at[unit];
  pq_told told = {0, 0};
  if (!t || !(u->forms & PQ_FORM_ING)) return PQ_OK;
  if (t->type == PQ_TRIGGER_EVENT && w->p->r->kinds[t->kind].binding &&
      pq_happen_is_place(w->p, unit + 1)) {
    return PQ_OK;
  }
  pq_fill *const themes = pq_fill_new(w);
  pq_fill *const none = pq_fill_new(w);
  if (!themes || !none) return w->p->r->arena->status;
  PQ_TRY(st, before_dash(w, chunk, unit, PQ_PART_THEME, themes));
  if (t->type == PQ_TRIGGER_EVENT) return put_each(w, unit, t->kind, themes);
  if (t->type != PQ_TRIGGER_REGULATION) return PQ_OK;
  const pq_grip g = {.trigger = u->span, .sign = t->polarity};
  w->used[unit] = true;
  return pq_happen_control(w, &g, themes, none, &told);
}

/* "p53-deficient cells": a control of what is not there. */
static pq_status lacking(pq_happener *w, uint32_t chunk, uint32_t unit) {
  pq_status st = PQ_OK;
  const pq_unit *const u = &w->p->units.at[unit];
  pq_told told = {0, 0};
  if (u->kind != PQ_UNIT_WORD || w->used[unit] || !(u->classes & PQ_W_LACK) ||
      (u->forms && u->verb)) {
    return PQ_OK;
  }
  pq_fill *const themes = pq_fill_new(w);
  pq_fill *const none = pq_fill_new(w);
  if (!themes || !none) return w->p->r->arena->status;
  PQ_TRY(st, before_dash(w, chunk, unit, PQ_PART_THEME, themes));
  const pq_grip g = {.trigger = u->span, .sign = PQ_NEGATIVE, .lacks = true};
  return pq_happen_control(w, &g, themes, none, &told);
}

static uint32_t kind_named(const pq_parse *p, pq_view name) {
  for (uint32_t k = 0; k < p->r->n_kinds; ++k) {
    if (pq_view_same(p->r->kinds[k].name, name)) return k;
  }
  return UINT32_MAX;
}

/* "IRF4-positive cells": they express it; "-negative" ones do not. */
static pq_status marker(pq_happener *w, uint32_t chunk, uint32_t unit) {
  pq_status st = PQ_OK;
  const bool negative = pq_unit_means(w->p, unit, PQ_M_UNMARKED);
  const uint32_t kind = kind_named(w->p, PQ_LIT("expression"));
  if ((!negative && !pq_unit_says(w->p, unit, "positive")) ||
      kind == UINT32_MAX) {
    return PQ_OK;
  }
  pq_fill *const themes = pq_fill_new(w);
  if (!themes) return w->p->r->arena->status;
  PQ_TRY(st, before_dash(w, chunk, unit, PQ_PART_THEME, themes));
  const pq_happening h = {.sort = PQ_HAPPENING_EVENT,
                          .kind = kind,
                          .sentence = w->p->sentence,
                          .trigger = w->p->units.at[unit].span,
                          .negated = negative};
  for (uint32_t i = 0; i < themes->n; ++i) {
    PQ_TRY(st, pq_happen_put(w, &h, &themes->at[i], 1));
  }
  return PQ_OK;
}

static bool only_names(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  for (uint32_t i = c->begin; i < c->end; ++i) {
    if (p->units.at[i].kind != PQ_UNIT_NAME) return false;
  }
  return true;
}

/* The names of a group from `unit` on, or of the group that it leads to: "the
 * phosphorylated form of STAT3". */
static pq_status names_from(pq_happener *w, uint32_t chunk, uint32_t unit,
                            pq_fill *out) {
  const pq_parse *const p = w->p;
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (c->name_end) {
    return unit > c->name_begin ? PQ_OK
                                : pq_happen_units(w, chunk, unit, c->name_end,
                                                  PQ_PART_THEME, out);
  }
  /* "their unphosphorylated motifs": of what they are */
  const pq_arg whole = {.chunk = c->of ? c->of : chunk, .all = c->of != 0};
  return (c->of || c->refers) && !c->hit
             ? pq_happen_fill(w, &whole, PQ_PART_THEME, out)
             : PQ_OK;
}

/* "phosphorylated and acetylated STAT3": the group of the second word, if the
 * first is the last of its own; 0 none. */
static uint32_t joined_group(const pq_happener *w, uint32_t chunk,
                             uint32_t unit) {
  const pq_parse *const p = w->p;
  const uint32_t next = chunk + 2;
  if (unit + 1 != p->chunks.at[chunk].end || p->chunks.at[chunk].hit ||
      kind_at(w, unit) == UINT32_MAX ||
      !pq_chunk_is(p, chunk + 1, PQ_CHUNK_AND) ||
      !pq_chunk_is(p, next, PQ_CHUNK_NOUN)) {
    return 0;
  }
  const uint32_t first = p->chunks.at[next].begin;
  return kind_at(w, first) != UINT32_MAX ? next : 0;
}

/* The names that an adjective at `unit` is said of: "phosphorylated AKT1, STAT3
 * and total FOS"; in "phosphorylated STAT3 antibody" and "phosphorylated STAT3
 * expression" the name right behind. */
static pq_status described(pq_happener *w, uint32_t chunk, uint32_t unit,
                           pq_fill *out) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t joined = joined_group(w, chunk, unit);
  const bool next =
      unit + 1 < c->end && p->units.at[unit + 1].kind == PQ_UNIT_NAME;
  if (joined) return names_from(w, joined, p->chunks.at[joined].begin, out);
  if (next && !c->name_end && (!c->hit || kind_at(w, unit) != UINT32_MAX)) {
    return pq_happen_units(w, chunk, unit + 1, unit + 2, PQ_PART_THEME, out);
  }
  PQ_TRY(st, names_from(w, chunk, unit + 1, out));
  for (uint32_t m = c->name_end ? c->next : 0; m && next && only_names(p, m);
       m = p->chunks.at[m].next) {
    PQ_TRY(st, pq_happen_units(w, m, p->chunks.at[m].begin, p->chunks.at[m].end,
                               PQ_PART_THEME, out));
  }
  return PQ_OK;
}

/* "the mTOR inhibitor rapamycin": the second name acts on the first. */
static pq_status actor(pq_happener *w, uint32_t chunk, uint32_t unit) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  const pq_unit *const u = &p->units.at[unit];
  const pq_chunk *const c = &p->chunks.at[chunk];
  pq_told told = {0, 0};
  if (u->kind != PQ_UNIT_WORD || w->used[unit] || !u->noun ||
      unit == c->begin || unit + 1 >= c->end ||
      p->units.at[unit - 1].kind != PQ_UNIT_NAME ||
      p->units.at[unit + 1].kind != PQ_UNIT_NAME) {
    return PQ_OK;
  }
  const pq_trigger *const t = &p->g->triggers.at[u->noun];
  if (!t->actor || t->type != PQ_TRIGGER_REGULATION) return PQ_OK;
  pq_fill *const themes = pq_fill_new(w);
  pq_fill *const causes = pq_fill_new(w);
  if (!themes || !causes) return p->r->arena->status;
  PQ_TRY(st, pq_happen_units(w, chunk, unit - 1, unit, PQ_PART_THEME, themes));
  PQ_TRY(st,
         pq_happen_units(w, chunk, unit + 1, unit + 2, PQ_PART_CAUSE, causes));
  if (!themes->n || !causes->n) return PQ_OK;
  const pq_grip g = {.trigger = u->span, .sign = t->polarity};
  w->used[unit] = true;
  return pq_happen_control(w, &g, themes, causes, &told);
}

/* What a word says of the name before its dash, or as a noun of its own. */
static pq_status say_alone(pq_happener *w, uint32_t chunk, uint32_t unit) {
  pq_status st = PQ_OK;
  PQ_TRY(st, doer(w, chunk, unit));
  PQ_TRY(st, lacking(w, chunk, unit));
  PQ_TRY(st, marker(w, chunk, unit));
  PQ_TRY(st, actor(w, chunk, unit));
  const uint32_t kind = noun_kind(w, unit);
  return kind == UINT32_MAX ? PQ_OK : pq_happen_inner(w, chunk, unit, kind);
}

/* "X is an ATP-dependent helicase", "its secreted form": may what the word at
 * `unit` says be told of who is meant by the group?  "An important mediator"
 * says nothing of X. */
static bool tells_of_meant(const pq_happener *w, uint32_t chunk, uint32_t unit,
                           uint32_t kind) {
  const pq_chunk *const c = &w->p->chunks.at[chunk];
  if (c->name_end || c->of || !c->refers) return true;
  if (kind == UINT32_MAX) {
    return w->p->units.at[unit].compound || is_dependent(w, unit) ||
           pq_unit_says(w->p, unit, "inducible");
  }
  const pq_kind *const k = &w->p->r->kinds[kind];
  return !k->binding && k->leaves != PQ_INACTIVE;
}

/* "activated CD8+ T cells": the cells are, and not what they are known by. */
static bool is_of_cells(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const pq_view head = pq_unit_text(p, c->end - 1);
  return c->name_end != c->end && (pq_view_ends(head, PQ_LIT("cells")) ||
                                   pq_view_ends(head, PQ_LIT("cytes")));
}

static pq_status describe(pq_happener *w, uint32_t chunk, uint32_t unit) {
  pq_status st = PQ_OK;
  pq_told told = {0, 0};
  pq_fill *const themes = pq_fill_new(w);
  pq_fill *const causes = pq_fill_new(w);
  if (!themes || !causes) return w->p->r->arena->status;
  PQ_TRY(st, say_alone(w, chunk, unit));
  PQ_TRY(st, described(w, chunk, unit, themes));
  if (!themes->n || is_of_cells(w->p, chunk)) return PQ_OK;
  const uint32_t kind = kind_at(w, unit);
  if (!tells_of_meant(w, chunk, unit, kind)) return PQ_OK;
  if (kind == UINT32_MAX) return grip(w, chunk, unit, themes, &told);
  PQ_TRY(st, before_dash(w, chunk, unit, PQ_PART_CAUSE, causes));
  return put_caused(w, chunk, unit, kind, themes, causes);
}

pq_status pq_happen_adjectives(pq_happener *w) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  for (uint32_t c = 1; c < p->chunks.n; ++c) {
    if (p->chunks.at[c].kind != PQ_CHUNK_NOUN) continue;
    for (uint32_t i = p->chunks.at[c].begin; i < p->chunks.at[c].end; ++i) {
      PQ_TRY(st, describe(w, c, i));
    }
  }
  return PQ_OK;
}
