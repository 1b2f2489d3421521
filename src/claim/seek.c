/* Themes that the words of an event do not name. */
#include "seek.h"

#include "anaphora.h"

enum {
  RECENT = 2 /* sentences: how far back a bare noun takes an event again */
};

uint32_t pq_seek_kind(const pq_hit *h) {
  return h->trigger->type == PQ_TRIGGER_EVENT ? h->trigger->kind
                                              : h->trigger->thing_kind;
}

unsigned pq_seek_want(const pq_kind *kind) {
  unsigned want = PQ_WANT_THINGS;
  if (kind->needs_gene || kind->output_theme) want |= PQ_WANT_GROUPS;
  if (kind->leaves != PQ_ACTIVITY_UNSAID) want |= PQ_WANT_PROCESSES;
  if (kind->product_unsaid) want |= PQ_WANT_SINGLE | PQ_WANT_PARTS;
  if (kind->assembly) want |= PQ_WANT_PARTS;
  return want;
}

pq_status pq_seek_role(pq_parse *p, const pq_hit *h, pq_frame_role role,
                       unsigned want, pq_names *out) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    const uint32_t before = out->n;
    if (h->args[i].role == role && !h->args[i].hit) {
      PQ_TRY(st, pq_named_collect(p, &h->args[i], want, out));
    }
    for (uint32_t k = before; k < out->n && h->args[i].negated; ++k) {
      out->at[k].negated = true; /* "of A but not of B" */
      const uint32_t own = h->args[i].end ? h->args[i].chunk : 0;
      out->at[k].not_span =
          p->chunks.at[own ? own : h->args[i].chunk - 1].not_span;
    }
  }
  return PQ_OK;
}

/* "This phosphorylation": the events of this kind that were told last, at most
 * `back` sentences before, with all that was said of them. */
static pq_status take_again(const pq_parse *p, pq_hit *h, uint32_t back) {
  pq_status st = PQ_OK;
  const uint32_t kind = pq_seek_kind(h);
  const pq_memory *const last = pq_memory_of_kind(p, kind);
  if (!last || last->told_in + back < p->sentence) return PQ_OK;
  uint32_t i = (uint32_t)(last - p->memory.at) + 1;
  for (; i > 0 && h->n_events < PQ_MADE_MOST; --i) {
    const pq_memory *const m = &p->memory.at[i - 1];
    if (m->told_in != last->told_in) break;
    if (m->kind != kind) continue;
    bool again = false;
    for (uint32_t k = 0; k < h->n_events; ++k) {
      again = again || h->events[k].event == m->event;
    }
    if (again) continue;
    const pq_made made = {.event = m->event,
                          .span = h->span,
                          .theme = m->theme_span,
                          .theme_sentence = m->sentence,
                          .inherited = true,
                          .known = true,
                          .themes = {m->theme},
                          .theme_spans = {m->theme_span},
                          .n_themes = 1,
                          .n_own = 1};
    PQ_TRY(st, pq_event_keep(p, h, &made));
  }
  return PQ_OK;
}

/* Does the hit say that things bind: "binds", "binding of A to B"? */
static bool says_bond(const pq_parse *p, const pq_hit *h) {
  return h->trigger->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[h->trigger->kind].binding;
}

/* The themes of another hit's first event, as far as they are wanted. */
static void take_themes(const pq_parse *p, const pq_hit *h, unsigned want,
                        pq_parts *out) {
  if (!h->n_events) return;
  const pq_made *const m = &h->events[0];
  const uint32_t bound =
      says_bond(p, h) ? pq_seek_bound_by_ligand(p, m) : PQ_THEMES_MOST;
  const bool one = bound != PQ_THEMES_MOST;
  const uint32_t end = one ? bound + 1 : m->n_own;
  for (uint32_t k = one ? bound : 0; k < end && out->themes.n < 8; ++k) {
    if (pq_draft_is_process(p, m->themes[k]) && !(want & PQ_WANT_PROCESSES)) {
      continue;
    }
    out->themes.at[out->themes.n++] = (pq_named){.entity = m->themes[k],
                                                 .span = m->theme_spans[k],
                                                 .sentence = m->theme_sentence};
  }
}

/* "CREB is activated by phosphorylation": of CREB.  "Upon dimerization, LTBR
 * activates X": of LTBR. */
static pq_status inherit(pq_parse *p, const pq_hit *h, uint32_t governor,
                         unsigned want, pq_parts *out) {
  pq_status st = PQ_OK;
  /* "A is cleaved, freeing B": not B */
  const bool whole =
      h->voice == PQ_PASSIVE && p->chunks.at[h->chunk].form == PQ_VERB_FINITE;
  if (!governor || whole) return PQ_OK;
  const pq_hit *const g = &p->hits.at[governor];
  if (g->voice == PQ_ACTIVE_VOICE && h->chunk < g->chunk) {
    PQ_TRY(st, pq_seek_role(p, g, PQ_AS_AGENT, want, &out->themes));
    if (!out->themes.n) {
      PQ_TRY(st, pq_seek_role(p, g, PQ_AS_UPSTREAM, want, &out->themes));
    }
    out->inherited = out->themes.n > 0;
    if (out->themes.n) return PQ_OK;
  }
  if (!pq_seek_sited_of_bond(p, g, g, out)) take_themes(p, g, want, out);
  if (!out->themes.n) {
    PQ_TRY(st, pq_seek_role(p, g, PQ_AS_THEME, want, &out->themes));
  }
  out->inherited = out->themes.n > 0;
  return PQ_OK;
}

/* What is recruited to a residue does not have it, nor does what binds where
 * nobody says to what: "phosphorylation of S259 disrupts binding of YWHAB". */
static bool meets_site(const pq_parse *p, const pq_hit *h) {
  const bool alone = h->n_events && h->events[0].n_themes == 1;
  return pq_view_starts(pq_unit_text(p, h->unit), PQ_LIT("recruit")) ||
         (alone && says_bond(p, h));
}

/* "phosphorylation that mediates binding to X": of what binds X.  Not where it
 * is X that binds something: "inhibits X binding to RNA". */
static bool is_one_side(const pq_parse *p, const pq_hit *h) {
  const bool other = h->voice == PQ_NOMINAL && h->other_partner;
  if (other || p->r->wants_happenings) return false;
  return h->n_events && h->events[0].n_themes == 1 && says_bond(p, h);
}

/* "Binding of A to B leads to activation": of either. */
static bool is_of_either(const pq_parse *p, const pq_hit *h, const pq_hit *g) {
  return h->n_events && h->voice == PQ_NOMINAL &&
         g->trigger->type == PQ_TRIGGER_REGULATION &&
         h->events[0].n_themes > 1 && !p->r->wants_happenings &&
         pq_seek_bound_by_ligand(p, &h->events[0]) == PQ_THEMES_MOST;
}

/* The themes of what fills a role of `g`, where it may be of the same. */
static void take_of_same(const pq_parse *p, const pq_hit *h, const pq_hit *g,
                         unsigned want, pq_parts *out) {
  if ((out->sites.n && meets_site(p, h)) || is_one_side(p, h)) return;
  if (pq_seek_sited_of_bond(p, h, g, out) || is_of_either(p, h, g)) return;
  take_themes(p, h, want, out);
}

/* "Phosphorylation leads to degradation of X": of X, if nothing was said of
 * phosphorylation before. */
static void inherit_from_arguments(const pq_parse *p, uint32_t governor,
                                   unsigned want, bool gene, pq_parts *out) {
  const pq_hit *const g = &p->hits.at[governor];
  for (uint32_t i = 0; governor && i < g->n_args && !out->themes.n; ++i) {
    const pq_hit *const h = &p->hits.at[g->args[i].hit];
    if (g->args[i].role == PQ_AS_THEME) take_of_same(p, h, g, want, out);
  }
  /* "A binds B, leading to transcription": of neither */
  for (uint32_t i = 0; !gene && i < g->n_args && !out->themes.n; ++i) {
    take_of_same(p, &p->hits.at[g->args[i].hit], g, want, out);
  }
  out->inherited = out->themes.n > 0;
}

/* A bare "phosphorylation": of what was told to be phosphorylated last, at
 * whichever residue. */
static void take_recent(const pq_parse *p, const pq_hit *h, pq_parts *out) {
  const uint32_t kind = pq_seek_kind(h);
  const pq_memory *last = NULL;
  for (uint32_t i = p->memory.n; i-- > 0 && out->themes.n < PQ_THEMES_MOST;) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->told_in + RECENT < p->sentence) break;
    if (m->kind != kind) continue;
    if (!last) last = m;
    if (m->told_in != last->told_in) break;
    bool again = false;
    for (uint32_t k = 0; k < out->themes.n; ++k) {
      again = again || out->themes.at[k].entity == m->theme;
    }
    if (again) continue;
    out->themes.at[out->themes.n++] = (pq_named){
        .entity = m->theme, .span = m->theme_span, .sentence = m->sentence};
  }
  out->inherited = out->themes.n > 0;
}

/* "A is phosphorylated at S1, but phosphorylation at S2 inhibits B": of A, if
 * no other thing is told of so in the sentence. */
static void take_here(const pq_parse *p, const pq_hit *h, pq_parts *out) {
  const pq_memory *one = NULL;
  if (h->voice != PQ_NOMINAL || !p->r->kinds[pq_seek_kind(h)].product_unsaid ||
      pq_chunk_is(p, h->chunk - 1, PQ_CHUNK_PREPOSITION)) {
    return; /* "inhibits B by phosphorylation at S2": of B */
  }
  for (uint32_t i = p->memory.n; i-- > 0;) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->told_in != p->sentence) break;
    if (m->kind != pq_seek_kind(h)) continue;
    if (one && one->theme != m->theme) return;
    one = m;
  }
  if (one) pq_seek_take(one, out);
}

/* "subsequent phosphorylation by X": of what was phosphorylated before. */
static bool is_one_more(const pq_parse *p, const pq_hit *h) {
  const bool by = pq_unit_says(p, p->chunks.at[h->chunk + 1].begin, "by");
  return h->voice == PQ_NOMINAL && by && h->unit > 1 &&
         p->r->kinds[pq_seek_kind(h)].product_unsaid &&
         pq_unit_means(p, h->unit - 1, PQ_M_ONE_MORE);
}

/* "phosphorylation", "serine phosphorylation", and not "cellular activation" or
 * "phosphorylation of both": nothing but the noun and its site. */
static bool is_bare(const pq_parse *p, const pq_hit *h) {
  const uint32_t idle = PQ_W_DETERMINER | PQ_W_DEMONSTRATIVE | PQ_W_PRONOUN;
  if (h->voice != PQ_NOMINAL || h->trigger->self ||
      pq_chunk_is(p, h->chunk + 1, PQ_CHUNK_PREPOSITION)) {
    return false;
  }
  for (uint32_t i = p->chunks.at[h->chunk].begin; i < h->unit; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind == PQ_UNIT_SITE || (u->classes & idle)) continue;
    if (!u->compound || u->compound == UINT32_MAX) return false;
  }
  return true;
}

/* "its dimerization and phosphorylation": of the same.  The first of the list
 * is made already. */
static void take_from_list(const pq_parse *p, const pq_hit *h, unsigned want,
                           pq_parts *out) {
  const uint32_t first = p->chunks.at[h->chunk].prior;
  const uint32_t begin = p->chunks.at[first].begin;
  const bool own =
      first && h->voice == PQ_NOMINAL &&
      (pq_unit_says(p, begin, "its") || pq_unit_says(p, begin, "their"));
  if (!own || !p->chunks.at[first].hit) return;
  take_themes(p, &p->hits.at[p->chunks.at[first].hit], want, out);
  out->inherited = out->themes.n > 0;
}

/* "these residues", "the sites": those that were told of, or none.  What is
 * said of "other sites" is not to be claimed of all. */
static bool is_certain_group(const pq_parse *p, const pq_chunk *c) {
  const bool certain = (p->units.at[c->begin].classes & PQ_W_DEMONSTRATIVE) ||
                       pq_unit_says(p, c->begin, "the") ||
                       pq_unit_says(p, c->begin, "both") ||
                       pq_unit_says(p, c->begin, "each");
  const bool other = pq_unit_says(p, c->end - 2, "other") ||
                     pq_unit_says(p, c->end - 2, "another");
  return certain || (other && !p->r->wants_happenings);
}

/* "phosphorylation of several sites in its tail", "of other residues": of what
 * has the tail, or of what the sentence, or else the text, told of last. */
static pq_status take_sited(pq_parse *p, const pq_hit *h, unsigned want,
                            pq_parts *out) {
  pq_status st = PQ_OK;
  const uint32_t of = h->chunk + 1;
  const pq_chunk *const c = &p->chunks.at[of + 1 < p->chunks.n ? of + 1 : 0];
  if (h->voice != PQ_NOMINAL || !p->r->kinds[pq_seek_kind(h)].product_unsaid ||
      !pq_chunk_is(p, of, PQ_CHUNK_PREPOSITION) ||
      !pq_unit_says(p, p->chunks.at[of].begin, "of") ||
      c->kind != PQ_CHUNK_NOUN || c->name_end || c->hit || c->sites ||
      !(p->units.at[c->end - 1].classes & PQ_W_SITE) ||
      is_certain_group(p, c)) {
    return PQ_OK;
  }
  const pq_arg in = {.chunk = of + 3};
  if (pq_chunk_is(p, of + 2, PQ_CHUNK_PREPOSITION) &&
      pq_chunk_is(p, of + 3, PQ_CHUNK_NOUN)) {
    if (p->chunks.at[of + 3].refers) {
      PQ_TRY(st, pq_named_collect(p, &in, want, &out->themes));
    }
    if (out->themes.n && !pq_seek_has_residues(p, out->themes.at[0].entity)) {
      out->themes.n = 0;
    }
    return PQ_OK;
  }
  const pq_memory *const last =
      p->memory.n ? &p->memory.at[p->memory.n - 1] : NULL;
  if (last && last->told_in == p->sentence &&
      pq_seek_has_residues(p, last->theme)) {
    pq_seek_take(last, out);
  } else {
    take_recent(p, h, out);
  }
  return PQ_OK;
}

/* "its function and phosphorylation": of the same. */
static pq_status take_beside(pq_parse *p, const pq_hit *h, unsigned want,
                             pq_parts *out) {
  const uint32_t k = h->chunk - 1;
  if (!pq_chunk_is(p, k, PQ_CHUNK_AND) || p->chunks.at[k].is_or ||
      !pq_chunk_is(p, k - 1, PQ_CHUNK_NOUN) || !is_bare(p, h)) {
    return PQ_OK;
  }
  const pq_chunk *const c = &p->chunks.at[k - 1];
  if (!c->refers || c->hit || c->name_end ||
      (!pq_unit_says(p, c->begin, "its") &&
       !pq_unit_says(p, c->begin, "their"))) {
    return PQ_OK;
  }
  const pq_arg whole = {.chunk = k - 1};
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_named_collect(p, &whole, want, &out->themes));
  out->inherited = out->themes.n > 0;
  return PQ_OK;
}

/* "Phosphorylation of X prevents binding to Y": of X. */
static void inherit_side(const pq_parse *p, uint32_t governor, unsigned want,
                         pq_parts *out) {
  const pq_hit *const g = &p->hits.at[governor];
  if (p->r->wants_happenings) return;
  for (uint32_t i = 0; governor && i < g->n_args && !out->themes.n; ++i) {
    const pq_hit *const h = &p->hits.at[g->args[i].hit];
    const bool put = g->args[i].role != PQ_AS_THEME && h->n_events &&
                     h->trigger->type == PQ_TRIGGER_EVENT &&
                     p->r->kinds[h->trigger->kind].product_unsaid;
    if (put && h->events[0].n_themes == 1) take_themes(p, h, want, out);
  }
  out->inherited = out->themes.n > 0;
}

/* Themes from the words around a hit that names none. */
static pq_status seek_around(pq_parse *p, const pq_hit *h, unsigned want,
                             pq_parts *out) {
  pq_status st = PQ_OK;
  take_from_list(p, h, want, out);
  if (!out->themes.n) PQ_TRY(st, take_beside(p, h, want, out));
  if (!out->themes.n) PQ_TRY(st, take_sited(p, h, want, out));
  if (!out->themes.n && out->sites.n) take_here(p, h, out);
  if (!out->themes.n && is_one_more(p, h)) take_recent(p, h, out);
  return PQ_OK;
}

/* Themes from elsewhere in the sentence, for a hit that names none. */
static pq_status seek_in_sentence(pq_parse *p, pq_hit *h, uint32_t governor,
                                  pq_parts *out) {
  pq_status st = PQ_OK;
  const pq_kind *const kind = &p->r->kinds[pq_seek_kind(h)];
  const unsigned want = pq_seek_want(kind);
  /* That something binds does not say that its own theme is bound. */
  PQ_TRY(st, seek_around(p, h, want, out));
  if (!kind->binding && !out->themes.n) {
    PQ_TRY(st, inherit(p, h, governor, want, out));
  }
  if (!out->themes.n && !out->sites.n && !out->partners.n && is_bare(p, h)) {
    if (!kind->product_unsaid) {
      PQ_TRY(st, take_again(p, h, RECENT));
      if (h->n_events) return PQ_OK;
    } else {
      take_recent(p, h, out);
    }
  }
  if (!kind->binding && !out->themes.n) {
    const bool gene = kind->needs_gene || kind->output_theme;
    inherit_from_arguments(p, governor, want, gene, out);
  }
  if (kind->binding && !out->themes.n && out->partners.n) {
    inherit_side(p, governor, want, out);
  }
  /* "forms a complex with B and C": who does has no name, and is part of it */
  const bool part = kind->assembly && out->partners.n > 1;
  if (!out->themes.n && out->partners.n && !kind->transport && !part) {
    out->themes = out->partners; /* "binding to B" by an unnamed A */
    out->partners.n = 0;
    out->one_side = true;
  }
  if (out->themes.n || !out->sites.n) return PQ_OK;
  const pq_arg about = {.chunk = pq_seek_about(p, h), .all = true};
  return about.chunk ? pq_named_collect(p, &about, want, &out->themes) : PQ_OK;
}

/* The one gene among the names; of more than one none is meant. */
static void keep_gene(const pq_parse *p, pq_names *names) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < names->n; ++i) {
    if (pq_entity_at(p->r, names->at[i].entity)->kind != PQ_ENTITY_GENE) {
      continue;
    }
    names->at[n++] = names->at[i];
  }
  names->n = n == 1 ? 1 : 0;
}

/* "binds the MYC promoter and activates transcription", "binding of X to the
 * MYC promoter stimulates expression": of the gene that is bound. */
static pq_status take_bound_gene(pq_parse *p, const pq_hit *h,
                                 uint32_t governor, pq_parts *out) {
  pq_status st = PQ_OK;
  if (!governor || h->voice != PQ_NOMINAL ||
      !(p->r->kinds[pq_seek_kind(h)].needs_gene ||
        p->r->kinds[pq_seek_kind(h)].output_theme) ||
      !is_bare(p, h)) {
    return PQ_OK;
  }
  for (uint32_t i = 1; i < p->hits.n && !out->themes.n; ++i) {
    const pq_hit *const b = &p->hits.at[i];
    if (b->chunk > h->chunk) break;
    if (!says_bond(p, b)) continue;
    const unsigned want = PQ_WANT_THINGS;
    PQ_TRY(st, pq_seek_role(p, b, PQ_AS_THEME, want, &out->themes));
    PQ_TRY(st, pq_seek_role(p, b, PQ_AS_PARTNER, want, &out->themes));
    keep_gene(p, &out->themes);
  }
  out->inherited = out->themes.n > 0;
  return PQ_OK;
}

static bool says_this(const pq_parse *p, const pq_hit *h) {
  const pq_unit *const u = &p->units.at[p->chunks.at[h->chunk].begin];
  return h->voice == PQ_NOMINAL && (u->classes & PQ_W_DEMONSTRATIVE);
}

/* "phosphorylation of its inhibitor, X": of who is named behind the comma. */
static pq_status take_apposed(pq_parse *p, const pq_hit *h, pq_parts *w) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const uint32_t k = theme && theme->hit ? theme->chunk : 0;
  if (!k || !p->hits.at[theme->hit].trigger->actor ||
      !pq_chunk_is(p, k + 1, PQ_CHUNK_COMMA) ||
      !pq_chunk_is(p, k + 2, PQ_CHUNK_NOUN)) {
    return PQ_OK;
  }
  const pq_chunk *const name = &p->chunks.at[k + 2];
  const bool closed = pq_chunk_is(p, k + 3, PQ_CHUNK_COMMA) ||
                      pq_chunk_is(p, k + 3, PQ_CHUNK_STOP);
  if (!closed || name->hit || name->next || name->prior) return PQ_OK;
  const pq_arg arg = {.chunk = k + 2};
  const unsigned want = pq_seek_want(&p->r->kinds[pq_seek_kind(h)]);
  return pq_named_collect(p, &arg, want, &w->themes);
}

/* "attenuates general translation": of no one thing. */
static bool is_of_all(const pq_parse *p, const pq_hit *h) {
  const uint32_t first = p->chunks.at[h->chunk].begin;
  for (uint32_t i = h->unit; h->voice == PQ_NOMINAL && i-- > first;) {
    if (pq_unit_means(p, i, PQ_M_OF_ALL)) return true;
  }
  return false;
}

/* From elsewhere in the sentence, or in the text before it. */
static pq_status seek_elsewhere(pq_parse *p, pq_hit *h, uint32_t governor,
                                pq_parts *w) {
  pq_status st = PQ_OK;
  PQ_TRY(st, seek_in_sentence(p, h, governor, w));
  if (w->themes.n || h->n_events) return PQ_OK;
  if (!w->sites.n && pq_anaphor_event(p, h)) {
    return take_again(p, h, UINT32_MAX - p->sentence);
  }
  pq_seek_remember(p, h, w);
  return PQ_OK;
}

/* What a hit without a theme happens to; an event told before is taken again.
 */
pq_status pq_seek_themes(pq_parse *p, pq_hit *h, uint32_t governor,
                         pq_parts *w) {
  pq_status st = PQ_OK;
  PQ_TRY(st, take_apposed(p, h, w));
  if (w->themes.n || pq_seek_is_of_other(p, h, w) ||
      pq_seek_is_of_either(p, h, governor) ||
      (!w->sites.n && is_of_all(p, h))) {
    return PQ_OK;
  }
  if (says_this(p, h) && !w->sites.n) {
    PQ_TRY(st, take_again(p, h, UINT32_MAX - p->sentence));
    if (h->n_events) return PQ_OK;
  }
  /* "X binds Y and undergoes phosphorylation at S1": X does */
  if (governor && p->hits.at[governor].trigger->type == PQ_TRIGGER_CARRIER) {
    PQ_TRY(st, inherit(p, h, governor,
                       pq_seek_want(&p->r->kinds[pq_seek_kind(h)]), w));
  }
  if (!w->themes.n) pq_seek_owner(p, h, w);
  if (!w->themes.n) PQ_TRY(st, take_bound_gene(p, h, governor, w));
  return w->themes.n ? PQ_OK : seek_elsewhere(p, h, governor, w);
}
