/* The events of a hit as happenings, one for each cause. */
#include "happen.h"

pq_span pq_happen_trigger(const pq_parse *p, const pq_hit *h) {
  return p->units.at[h->unit].span;
}

/* "hypoacetylation of H4": it bears little of it, or none. */
static bool says_little(const pq_parse *p, const pq_hit *h) {
  static const pq_view heads[] = {PQ_LIT_INIT("hypo"), PQ_LIT_INIT("under")};
  const pq_view word = pq_unit_text(p, h->unit);
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; ++i) {
    if (h->trigger->type == PQ_TRIGGER_EVENT && word.len > heads[i].len &&
        pq_view_alike(pq_view_head(word, heads[i].len), heads[i])) {
      return true;
    }
  }
  return false;
}

/* Firmness of what a hit says. */
pq_grip pq_happen_grip(const pq_happener *w, uint32_t hit) {
  const pq_hit *const h = &w->p->hits.at[hit];
  pq_grip out = {.trigger = pq_happen_trigger(w->p, h),
                 .sign = h->trigger->polarity,
                 .lacks =
                     h->trigger->stands && h->trigger->polarity == PQ_NEGATIVE};
  const pq_firmness firm = pq_modality_of_hit(w->p, hit);
  out.direct = h->trigger->type == PQ_TRIGGER_REGULATION &&
               h->trigger->relation == PQ_REL_DIRECT;
  out.negated = firm.negated != says_little(w->p, h);
  out.hedged = firm.hedged;
  out.suggested = firm.suggested;
  out.asked = firm.asked;
  return out;
}

static void add_names(const pq_parse *p, const pq_made *m, uint32_t from,
                      uint32_t to, pq_fill *out) {
  for (uint32_t i = from; i < to; ++i) {
    const bool own = i > 0 || m->theme_sentence == p->sentence;
    const pq_span here = {m->span.begin, m->span.begin};
    pq_mention_id id =
        m->inherited ? pq_happen_mention_near(p, m->themes[i], here)
                     : pq_happen_mention(p, m->themes[i],
                                         own ? p->sentence : m->theme_sentence,
                                         m->theme_spans[i]);
    if (!id && m->inherited) {
      id = pq_happen_mention(p, m->themes[i], m->theme_sentence,
                             m->theme_spans[i]);
    }
    if (id && out->n < PQ_FILL_MOST) {
      out->at[out->n++] = (pq_filler){PQ_PART_THEME, id, 0, {0, 0}, false};
    }
  }
}

/* Places and products, which the hit's events share. */
pq_status pq_happen_others(pq_happener *w, uint32_t hit, pq_fill *out) {
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
  return pq_unit_means(p, unit, PQ_M_RNA);
}

/* "STAT3 mRNA expression", "expression of STAT3 mRNA". */
static bool is_of_rna(const pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (h->voice == PQ_NOMINAL && says_rna(p, h->unit - 1)) return true;
  return theme && !theme->end &&
         says_rna(p, p->chunks.at[theme->chunk].end - 1);
}

/* Where a residue is written: "this site" means the one before. */
static pq_span site_words(const pq_parse *p, const pq_made *m) {
  const pq_record *const r = p->r;
  const pq_site want = pq_event_at(r, m->event)->site;
  for (uint32_t i = p->site < r->sites.n ? p->site : r->sites.n; i-- > 0;) {
    const pq_site_mention *const s = &r->sites.at[i];
    const bool here = s->sentence == p->sentence;
    if (s->sentence > p->sentence) continue;
    if (here && s->span.begin < m->site.end && m->site.begin < s->span.end) {
      return m->site;
    }
    const bool same =
        s->site.position == want.position && s->site.residue == want.residue;
    if (same && (!here || s->span.end <= m->site.begin)) return s->span;
  }
  return m->site;
}

/* "Expression was high": of what a sentence before told of. */
static bool is_remote(const pq_parse *p, const pq_made *m) {
  return m->inherited && m->theme_sentence != p->sentence;
}

/* Annotation leaves that alone, since others mark such a noun only where
 * residues are changed. */
static bool is_from_before(const pq_parse *p, const pq_made *m) {
  const uint32_t kind = pq_event_at(p->r, m->event)->kind;
  return is_remote(p, m) && !p->r->kinds[kind].product_unsaid;
}

/* "X is associated with a poor prognosis": nothing binds. */
static bool is_lone(const pq_parse *p, uint32_t hit, const pq_fill *fill) {
  const pq_hit *const h = &p->hits.at[hit];
  return fill->n == 1 && h->trigger->loose && h->voice == PQ_PASSIVE;
}

/* One event with the themes in `fill`, once for each cause. */
static pq_status put_event(pq_happener *w, uint32_t hit, const pq_made *m,
                           const pq_fill *causes, const pq_grip *grip,
                           pq_fill *fill) {
  pq_status st = PQ_OK;
  const pq_parse *const p = w->p;
  pq_happening h = {.sort = PQ_HAPPENING_EVENT,
                    .kind = pq_event_at(p->r, m->event)->kind,
                    .of_rna = is_of_rna(p, hit),
                    .remote = is_remote(p, m),
                    .sentence = p->sentence,
                    .trigger = grip->trigger,
                    .negated = grip->negated || m->negated,
                    .but_not = m->negated && !grip->negated,
                    .hedged = grip->hedged,
                    .suggested = grip->suggested,
                    .asked = grip->asked};
  if (!fill->n || is_lone(p, hit, fill)) return PQ_OK;
  if (!pq_span_empty(m->site) && fill->n < PQ_FILL_MOST) {
    fill->at[fill->n++] =
        (pq_filler){PQ_PART_SITE, 0, 0, site_words(p, m), false};
  }
  PQ_TRY(st, pq_happen_others(w, hit, fill));
  if (!causes->n) return pq_happen_put(w, &h, fill->at, fill->n);
  const uint32_t n = fill->n < PQ_FILL_MOST ? fill->n : PQ_FILL_MOST - 1;
  for (uint32_t c = 0; c < causes->n; ++c) {
    fill->at[n] = causes->at[c];
    h.negated = grip->negated || m->negated || causes->at[c].negated;
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
    pq_fill *const fill = pq_fill_new(w);
    if (!fill) return w->p->r->arena->status;
    add_names(w->p, m, 0, 1, fill);
    if (!causes->at[i].mention) continue;
    fill->at[fill->n] = causes->at[i];
    fill->at[fill->n++].role = PQ_PART_THEME;
    PQ_TRY(st, put_event(w, hit, m, &none, grip, fill));
  }
  return PQ_OK;
}

/* "A and B bind to the promoter": each for itself. */
static pq_status put_apart(pq_happener *w, uint32_t hit, const pq_made *m,
                           const pq_fill *causes, const pq_grip *grip) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < m->n_themes; ++i) {
    pq_fill *const fill = pq_fill_new(w);
    if (!fill) return w->p->r->arena->status;
    pq_made one = *m;
    one.negated = m->negated || (m->not_themes & (1U << i)) != 0;
    add_names(w->p, m, i, i + 1, fill);
    PQ_TRY(st, put_event(w, hit, &one, causes, grip, fill));
  }
  return PQ_OK;
}

/* "bind | the motif", "binding of A and B | to DNA": does a group without a
 * name stand there?  "Each other" is no such group. */
static bool is_unnamed(const pq_parse *p, uint32_t chunk) {
  static const char *const slots[] = {"to", "on", "with", NULL};
  const bool led =
      pq_chunk_is(p, chunk, PQ_CHUNK_PREPOSITION) &&
      pq_view_says_any(pq_unit_text(p, p->chunks.at[chunk].begin), slots);
  const uint32_t noun = led ? chunk + 1 : chunk;
  const pq_chunk *const c = &p->chunks.at[noun];
  return pq_chunk_is(p, noun, PQ_CHUNK_NOUN) && !c->name_end && !c->hit &&
         !c->refers && !pq_unit_says(p, c->end - 1, "other");
}

/* "A and B bind to the promoter": is what they bind no name that is told? */
static bool binds_unnamed(const pq_parse *p, uint32_t hit, const pq_made *m) {
  const pq_hit *const h = &p->hits.at[hit];
  if (!binds(p, m) || m->n_themes < 2 || m->n_own != m->n_themes) return false;
  const pq_arg *const other = pq_hit_arg(h, PQ_AS_PARTNER);
  if (other) return !other->hit && is_unnamed(p, other->chunk);
  if (h->voice != PQ_NOMINAL) return is_unnamed(p, h->chunk + 1);
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  uint32_t last = theme && !theme->end ? theme->chunk : 0;
  while (last && theme->all && p->chunks.at[last].next) {
    last = p->chunks.at[last].next;
  }
  return last && pq_chunk_is(p, last + 1, PQ_CHUNK_PREPOSITION) &&
         is_unnamed(p, last + 1);
}

/* "A and B bind C and D": each of the one side with each of the other. */
static pq_status put_made(pq_happener *w, uint32_t hit, const pq_made *m,
                          const pq_fill *causes, const pq_grip *grip) {
  pq_status st = PQ_OK;
  if (is_from_before(w->p, m)) return PQ_OK;
  if (binds(w->p, m) && m->n_themes == 1 && causes->n) {
    return put_bond(w, hit, m, causes, grip);
  }
  if (binds_unnamed(w->p, hit, m)) return put_apart(w, hit, m, causes, grip);
  const bool sides = m->n_own < m->n_themes && m->n_own > 0;
  const uint32_t n = sides ? m->n_own : 1;
  const uint32_t others = sides ? m->n_themes - m->n_own : 1;
  for (uint32_t a = 0; a < n; ++a) {
    for (uint32_t b = 0; b < others; ++b) {
      pq_fill *const fill = pq_fill_new(w);
      if (!fill) return w->p->r->arena->status;
      pq_made one = *m;
      if (sides) {
        const uint32_t pair = (1U << a) | (1U << (m->n_own + b));
        one.negated = (m->not_themes & pair) != 0;
        add_names(w->p, m, a, a + 1, fill);
        add_names(w->p, m, m->n_own + b, m->n_own + b + 1, fill);
      } else {
        add_names(w->p, m, 0, m->n_themes, fill);
      }
      PQ_TRY(st, put_event(w, hit, &one, causes, grip, fill));
    }
  }
  return PQ_OK;
}

/* Who acts in one of the hit's events: of "autophosphorylates" its theme. */
static pq_status put_acted(pq_happener *w, uint32_t hit, const pq_made *m,
                           const pq_fill *causes, const pq_grip *grip) {
  if (!w->p->hits.at[hit].trigger->self) {
    return put_made(w, hit, m, causes, grip);
  }
  pq_fill *const acts = pq_fill_new(w);
  if (!acts) return w->p->r->arena->status;
  add_names(w->p, m, 0, m->n_themes, acts);
  acts->n = acts->n ? 1 : 0;
  acts->at[0].role = PQ_PART_CAUSE;
  return put_made(w, hit, m, acts, grip);
}

/* "DNA binding by VDR", "a site that binds ELF1": one of the two has no name,
 * and each that has one is told of. */
static pq_status put_lone(pq_happener *w, uint32_t hit, const pq_grip *grip) {
  pq_status st = PQ_OK;
  pq_parse *const p = w->p;
  const pq_hit *const h = &p->hits.at[hit];
  pq_fill *const all = pq_fill_new(w);
  if (!all) return p->r->arena->status;
  if (!p->r->kinds[h->trigger->kind].binding || h->voice == PQ_PASSIVE) {
    return PQ_OK;
  }
  for (uint32_t i = 0; i < h->n_args; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    const bool by = !pq_span_empty(a.how) &&
                    pq_view_says(pq_span_text(p->text, a.how), "by");
    const bool takes = h->voice == PQ_NOMINAL
                           ? by
                           : a.role == PQ_AS_PARTNER || a.role == PQ_AS_THEME;
    if (takes && !a.hit) PQ_TRY(st, pq_happen_fill(w, &a, PQ_PART_THEME, all));
  }
  const pq_happening one = pq_happen_event_of(p, h, grip);
  for (uint32_t i = 0; i < all->n; ++i) {
    if (!all->at[i].mention) continue;
    PQ_TRY(st, pq_happen_put(w, &one, &all->at[i], 1));
  }
  return PQ_OK;
}

/* What a hit tells of which no event was made. */
static pq_status put_unmade(pq_happener *w, uint32_t hit, const pq_fill *causes,
                            const pq_grip *grip) {
  pq_status st = PQ_OK;
  const pq_happening_id first = w->p->r->happenings.n;
  PQ_TRY(st, put_lone(w, hit, grip));
  return w->p->r->happenings.n > first ? PQ_OK
                                       : pq_happen_bare(w, hit, causes, grip);
}

bool pq_happen_turns(const pq_happener *w, const pq_fill *causes, uint32_t n) {
  return n > 1 && causes->n == n && pq_turn_pairs(w->p);
}

/* "C and D, respectively": does the word follow what an argument lists? */
static bool ends_in_turns(const pq_parse *p, const pq_arg *a) {
  uint32_t c = a->chunk;
  while (a->all && p->chunks.at[c].next) {
    c = p->chunks.at[c].next;
  }
  const uint32_t end = p->chunks.at[c].end;
  return pq_unit_says(p, pq_unit_is_mark(p, end, ',') ? end + 1 : end,
                      "respectively");
}

/* The cause whose turn it is to act on event i of a hit; all of them, where as
 * many things are not told of. */
static const pq_fill *turn_of(pq_happener *w, const pq_fill *causes,
                              const pq_hit *h, uint32_t i) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (!theme || !ends_in_turns(w->p, theme) ||
      !pq_happen_turns(w, causes, h->n_events)) {
    return causes;
  }
  pq_fill *const one = pq_fill_new(w);
  if (one) one->at[one->n++] = causes->at[i];
  return one;
}

pq_status pq_happen_event(pq_happener *w, uint32_t hit, pq_told *outer) {
  pq_status st = PQ_OK;
  pq_parse *const p = w->p;
  pq_fill *const causes = pq_fill_new(w);
  if (!causes) return p->r->arena->status;
  PQ_TRY(st, pq_event_make(p, hit, p->hits.at[hit].used_by));
  PQ_TRY(st, pq_happen_causes(w, hit, causes));
  PQ_TRY(st, pq_happen_with(w, hit, causes));
  const pq_grip grip = pq_happen_grip(w, hit);
  const pq_happening_id first = p->r->happenings.n;
  for (uint32_t i = 0; i < p->hits.at[hit].n_events; ++i) {
    const pq_made m = p->hits.at[hit].events[i];
    const pq_fill *const acts = turn_of(w, causes, &p->hits.at[hit], i);
    if (!acts) return p->r->arena->status;
    PQ_TRY(st, put_acted(w, hit, &m, acts, &grip));
  }
  if (p->r->happenings.n == first) {
    PQ_TRY(st, put_unmade(w, hit, causes, &grip));
  }
  *outer = (pq_told){first, p->r->happenings.n - first};
  return PQ_OK;
}
