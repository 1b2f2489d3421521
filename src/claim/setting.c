/* What a claim is said of: another species, or a setting.
 *
 *   "In mice, LCK phosphorylates ZAP70"   before the verb: all of the clauses
 *   "... phosphorylates ZAP70 in vitro"   behind a verb: what that verb says
 *   "LCK phosphorylates mouse ZAP70"      in the noun group of an end
 * A claim about another species is another claim; a setting belongs to the
 * place of the text.  "In humans and mice" says it of humans.
 */
#include "setting.h"

enum {
  SPECIES_MOST = 4, /* of one claim */
  SETTINGS_MOST = 6
};

/* The chunk that holds a unit, or the one before it; 0 none. */
static uint32_t chunk_of(const pq_parse *p, uint32_t unit) {
  uint32_t i = 0;
  while (i + 1 < p->chunks.n && p->chunks.at[i + 1].begin <= unit) {
    ++i;
  }
  return unit ? i : 0;
}

/* Is an end of the claim named in the group? */
static bool holds_end(const pq_parse *p, const pq_draft *d, const pq_chunk *c) {
  const bool agent = !pq_span_empty(d->agent) &&
                     d->agent_sentence == p->sentence &&
                     pq_span_holds(c->span, d->agent);
  return agent ||
         (!pq_span_empty(d->theme) && d->theme_sentence == p->sentence &&
          pq_span_holds(c->span, d->theme));
}

/* Does the preposition before a group say where: "in mice", but not "unlike in
 * mice", "than in mice", "orthologs of mouse X"? */
static bool is_where(const pq_parse *p, uint32_t chunk) {
  static const char *const where[] = {
      "in", "within", "under", "during", "using", "without", "outside",
      "at", "inside", "upon",  "across", "on",    NULL};
  static const char *const other[] = {"as", "than", "not", "unlike", NULL};
  if (!pq_chunk_is(p, chunk - 1, PQ_CHUNK_PREPOSITION)) return false;
  const pq_chunk *const c = &p->chunks.at[chunk - 1];
  const pq_view word =
      pq_span_text(p->text, p->r->tokens.at[p->units.at[c->begin].token].span);
  return !c->negated && pq_view_says_any(word, where) &&
         !pq_view_says_any(pq_unit_text(p, c->begin - 1), other);
}

/* "not mouse STAT3", "unlike mouse STAT3" */
static bool is_not_meant(const pq_parse *p, uint32_t chunk) {
  static const char *const words[] = {"unlike", "not", "than", "except", NULL};
  const pq_chunk *const c = &p->chunks.at[chunk];
  return c->negated || pq_view_says_any(pq_unit_text(p, c->begin - 1), words);
}

/* A group that a sentence begins with: "Mouse studies show". */
static bool is_first(const pq_parse *p, uint32_t chunk) {
  return !pq_chunk_is(p, chunk - 1, PQ_CHUNK_PREPOSITION) &&
         !pq_setting_verb_before(p, chunk);
}

/* ---- species ---- */

typedef struct taxa {
  pq_view at[SPECIES_MOST];
  uint32_t n;
  bool own; /* the species of the record too, and of the whole clause */
} taxa;

static void put_taxon(taxa *t, pq_view taxon) {
  for (uint32_t i = 0; i < t->n; ++i) {
    if (pq_view_same(t->at[i], taxon)) return;
  }
  if (t->n < SPECIES_MOST) t->at[t->n++] = taxon;
}

static uint32_t unit_of_token(const pq_parse *p, uint32_t token) {
  for (uint32_t i = 1; i < p->units.n; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (token >= u->token && token < u->token + u->n_tokens) return i;
  }
  return 0;
}

static pq_view own_taxon(const pq_parse *p) {
  return p->r->taxon.len ? p->r->taxon : PQ_LIT("9606");
}

/* What one species word says of a draft. */
static void weigh(const pq_parse *p, const pq_draft *d, uint32_t chunk,
                  pq_view taxon, taxa *ends, taxa *clause) {
  const bool own = pq_view_same(taxon, own_taxon(p));
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t first = c->prior ? c->prior : chunk; /* "in mice and humans" */
  const bool end = holds_end(p, d, c);
  if (c->kind != PQ_CHUNK_NOUN || is_not_meant(p, chunk)) return;
  if (!end && ((!is_where(p, first) && !is_first(p, first)) ||
               !pq_setting_reaches(p, d, chunk))) {
    return;
  }
  if (!end && pq_setting_leads_in(p, chunk)) *clause = (taxa){.n = 0};
  if (own && !end) clause->own = true;
  if (!own) put_taxon(end ? ends : clause, taxon);
}

/* One draft for each species that it is said of. */
static pq_status split(pq_parse *p, uint32_t draft, const taxa *t) {
  p->drafts.at[draft].claim.species = t->at[0];
  for (uint32_t i = 1; i < t->n && p->drafts.n < PQ_DRAFTS_MOST; ++i) {
    pq_draft d = p->drafts.at[draft];
    d.claim.species = t->at[i];
    PQ_PUSH(p->r->arena, &p->drafts, d);
  }
  return PQ_OK;
}

static pq_status mark_species(pq_parse *p, uint32_t draft) {
  taxa ends = {.n = 0};
  taxa clause = {.n = 0};
  for (uint32_t i = p->first_said; i < p->r->species_said.n; ++i) {
    const pq_species_mention *const m = &p->r->species_said.at[i];
    if (m->sentence != p->sentence) break;
    const uint32_t chunk = chunk_of(p, unit_of_token(p, m->token));
    if (chunk) weigh(p, &p->drafts.at[draft], chunk, m->taxon, &ends, &clause);
  }
  if (ends.n) return split(p, draft, &ends);
  return clause.n && !clause.own ? split(p, draft, &clause) : PQ_OK;
}

/* ---- settings ---- */

static bool is_of(const pq_parse *p, uint32_t chunk) {
  return pq_chunk_is(p, chunk, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[chunk].begin, "of");
}

/* "in adipose tissue Ebf2 and Pparg are": does a name follow the word in its
 * group, which is no part of the phrase then? */
static bool is_run_over(const pq_parse *p, const pq_chunk *c, uint32_t unit) {
  for (uint32_t i = unit + 1; i < c->end; ++i) {
    if (p->units.at[i].kind == PQ_UNIT_NAME) return true;
  }
  return false;
}

/* Does the group fill a role of something that happens?  Then it is told. */
static bool is_argument(const pq_parse *p, uint32_t noun) {
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    for (uint32_t k = 0; k < p->hits.at[i].n_args; ++k) {
      if (p->hits.at[i].args[k].chunk == noun) return true;
    }
  }
  return false;
}

/* Does the group name a place, cells, or a construct: "the Y705F mutant"? */
static bool names_place(const pq_parse *p, const pq_chunk *c) {
  if (p->units.at[c->end - 1].classes & PQ_W_MUTANT) return true;
  for (uint32_t i = c->name_begin; i < c->name_end; ++i) {
    const pq_mention *const m = &p->r->mentions.at[p->units.at[i].first];
    const pq_entity_kind kind = pq_entity_at(p->r, m->entity)->kind;
    if (kind == PQ_ENTITY_PLACE || kind == PQ_ENTITY_CELL) return true;
  }
  return false;
}

/* From the preposition of a group to the end of its list and of what is "of"
 * it. */
static pq_span phrase_of(const pq_parse *p, uint32_t noun) {
  uint32_t last = noun;
  while (p->chunks.at[last].next) {
    last = p->chunks.at[last].next;
  }
  while (is_of(p, last + 1) && pq_chunk_is(p, last + 2, PQ_CHUNK_NOUN)) {
    last += 2;
  }
  return pq_span_join(p->chunks.at[noun - 1].span, p->chunks.at[last].span);
}

/* "in the presence of", "in the absence of" */
static bool is_state_of_things(const pq_parse *p, uint32_t preposition) {
  const pq_view word = p->chunks.at[preposition].slot;
  return pq_view_same(word, PQ_LIT("in the presence of")) ||
         pq_view_same(word, PQ_LIT("in the absence of"));
}

/* The words of a setting: the cue, or the prepositional phrase that it is in.
 * Empty if there is no such phrase. */
static pq_span setting_of(const pq_parse *p, const pq_cue *cue,
                          uint32_t chunk) {
  if (!cue->clause && cue->kind == PQ_CUE_SETTING) return cue->span;
  const uint32_t noun =
      chunk + (p->chunks.at[chunk].kind == PQ_CHUNK_PREPOSITION);
  /* "in the absence of X" is no agent, though a role may take X */
  if (!pq_chunk_is(p, noun, PQ_CHUNK_NOUN) || !is_where(p, noun) ||
      (!is_state_of_things(p, noun - 1) && is_argument(p, noun))) {
    return (pq_span){0, 0};
  }
  if (noun == chunk && is_run_over(p, &p->chunks.at[noun], cue->unit)) {
    return pq_span_join(p->chunks.at[noun - 1].span, cue->span);
  }
  return phrase_of(p, noun);
}

/* The settings of a draft, in the order of the text. */
typedef struct settings {
  pq_span at[SETTINGS_MOST];
  uint32_t n;
} settings;

/* What is told within the words themselves is not set there: "upon the
 * dissociation of ATM". */
static void put_setting(const pq_parse *p, const pq_draft *d, pq_span span,
                        settings *s) {
  uint32_t k = s->n;
  /* "in X-deficient cells", "in the absence of X": it is told */
  const bool needs = d->agent_sentence == p->sentence &&
                     !pq_span_empty(d->agent) && pq_span_holds(span, d->agent);
  if (pq_span_empty(span) || needs || k == SETTINGS_MOST ||
      pq_span_holds(span, p->hits.at[d->hit].span)) {
    return;
  }
  for (uint32_t i = 0; i < s->n; ++i) {
    if (pq_span_holds(s->at[i], span)) return;
  }
  for (; k > 0 && s->at[k - 1].begin > span.begin; --k) {
    s->at[k] = s->at[k - 1];
  }
  s->at[k] = span;
  ++s->n;
}

/* "without X", where no verb follows: "without binding X" denies. */
static bool is_setting(const pq_parse *p, const pq_cue *cue, uint32_t chunk) {
  if (cue->kind == PQ_CUE_SETTING) { /* "in vitro, but not in vivo" */
    return !(pq_unit_at(p, cue->unit - 1)->classes & PQ_W_NOT);
  }
  return cue->kind == PQ_CUE_NEGATION &&
         pq_unit_says(p, cue->unit, "without") &&
         pq_chunk_is(p, chunk + 1, PQ_CHUNK_NOUN);
}

static void put_cued(const pq_parse *p, const pq_draft *d, settings *s) {
  for (uint32_t i = 0; i < p->cues.n; ++i) {
    const pq_cue *const cue = &p->cues.at[i];
    const uint32_t chunk = chunk_of(p, cue->unit);
    if (chunk && is_setting(p, cue, chunk) && pq_setting_reaches(p, d, chunk)) {
      put_setting(p, d, setting_of(p, cue, chunk), s);
    }
  }
}

/* "which occurs in the cytosol": what was told does. */
static bool is_happening(const pq_parse *p, uint32_t verb) {
  return pq_chunk_is(p, verb, PQ_CHUNK_VERB) &&
         (p->units.at[p->chunks.at[verb].head].classes & PQ_W_HAPPENING);
}

/* "is phosphorylated, which keeps it in the cytosol", "..., impairing its role
 * in the nucleus": a place that only the words behind the comma speak of. */
static bool is_aside(const pq_parse *p, const pq_draft *d, uint32_t chunk) {
  const uint32_t own = pq_setting_verb_of(p, &p->hits.at[d->hit]);
  const uint32_t other = pq_setting_verb_before(p, chunk);
  for (uint32_t i = own + 1; own && i <= other; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if ((c->kind == PQ_CHUNK_RELATIVE && !is_happening(p, i + 1)) ||
        (c->kind == PQ_CHUNK_VERB && c->form == PQ_VERB_ING &&
         pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA))) {
      return true;
    }
  }
  return false;
}

/* "at the plasma membrane", where that is no destination */
static void put_places(const pq_parse *p, const pq_draft *d, settings *s) {
  for (uint32_t i = pq_first_noun(p); i; i = p->chunks.at[i].noun_behind) {
    if (i > 1 && names_place(p, &p->chunks.at[i]) && is_where(p, i) &&
        !is_argument(p, i) && pq_setting_reaches(p, d, i) &&
        !is_aside(p, d, i)) {
      put_setting(p, d, phrase_of(p, i), s);
    }
  }
}

static pq_status mark_settings(pq_parse *p, pq_draft *d) {
  settings s;
  s.n = 0;
  /* "LCK-phosphorylated ZAP70 binds LAT in the cytosol": it binds there */
  const pq_hit *const h = &p->hits.at[d->hit];
  if (!p->chunks.at[h->chunk].hit && !h->said) return PQ_OK;
  put_cued(p, d, &s);
  put_places(p, d, &s);
  if (!s.n) return PQ_OK;
  pq_span *const kept = pq_arena_take(p->r->arena, s.n * sizeof *kept);
  if (!kept) return p->r->arena->status;
  memcpy(kept, s.at, s.n * sizeof *kept);
  d->settings = kept;
  d->n_settings = s.n;
  return PQ_OK;
}

pq_status pq_setting_mark(pq_parse *p, uint32_t first) {
  pq_status st = PQ_OK;
  const uint32_t n = p->drafts.n;
  for (uint32_t i = first; i < n; ++i) {
    PQ_TRY(st, mark_settings(p, &p->drafts.at[i]));
    PQ_TRY(st, mark_species(p, i));
  }
  return PQ_OK;
}
