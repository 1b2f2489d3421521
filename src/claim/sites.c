/* Residues that are said to be sites of what happens:
 *
 *   the phosphorylation sites of X are S5 and S9     X has two of them: S5, S9
 *   AKT target sites in X are S5 and S9              by AKT
 *   Y397 is the major autophosphorylation site of X  S5 was identified as one
 */
#include "draft.h"

/* What such a noun group says, as chunks and units. */
typedef struct site_noun {
  uint32_t chunk, event, word; /* the units of "phosphorylation", "sites" */
  const pq_trigger *trigger;
  pq_arg sites, theme;
  uint32_t agent; /* unit of a name; 0 none */
} site_noun;

static bool is_kinase(const pq_parse *p, uint32_t unit) {
  const pq_unit *const u = &p->units.at[unit];
  if (u->kind != PQ_UNIT_NAME || !p->classes || !p->classes->under) {
    return false;
  }
  const pq_view id = pq_entity_at(p->r, p->r->mentions.at[u->first].entity)->id;
  return id.len &&
         p->classes->under(p->classes->user, id, PQ_LIT("PQ:class.kinase"));
}

/* Can what a word says happen at a residue? */
static const pq_trigger *rule_at(const pq_parse *p, uint32_t unit) {
  const pq_unit *const u = &p->units.at[unit];
  const uint32_t id = u->noun ? u->noun : u->adjective ? u->verb : 0;
  const pq_trigger *const t = &p->g->triggers.at[id];
  uint32_t at = 0;
  if (u->kind != PQ_UNIT_WORD || u->compound || !id ||
      t->type != PQ_TRIGGER_EVENT) {
    return NULL;
  }
  const pq_frame_row *const row =
      pq_rules_slot(p->g, t->frame, PQ_NOMINAL, PQ_LIT("at"), &at);
  return row && row->role == PQ_AS_SITE ? t : NULL;
}

/* The last word of a group that says that it is about sites: "sites",
 * "residue", a final "target"; 0: none does. */
static uint32_t site_word(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t last = c->end - 1;
  if (c->hit || c->negated) return 0;
  if (last > c->begin && p->units.at[last].kind == PQ_UNIT_WORD &&
      (pq_unit_says(p, last, "target") || pq_unit_says(p, last, "targets"))) {
    return last;
  }
  for (uint32_t i = last; i > c->begin; --i) {
    const pq_unit *const u = &p->units.at[i];
    if ((u->classes & PQ_W_SITE) && u->kind == PQ_UNIT_WORD) return i;
  }
  return 0;
}

/* "phosphorylation sites", "phosphorylated residue", "AKT target sites" */
static bool read_noun(const pq_parse *p, uint32_t chunk, uint32_t word,
                      site_noun *out) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const bool target = pq_unit_says(p, word - 1, "target") &&
                      word > c->begin + 1 && is_kinase(p, word - 2);
  *out =
      (site_noun){.chunk = chunk,
                  .event = word - 1,
                  .word = word,
                  .trigger = target ? pq_noun_rule(p, PQ_LIT("phosphorylation"))
                                    : rule_at(p, word - 1)};
  const uint32_t before = word - 2;
  if (word > c->begin + 1 && p->units.at[before].kind == PQ_UNIT_NAME) {
    out->agent = before;
  }
  return out->trigger != NULL;
}

/* ---- the residues ---- */

static bool is_list(const pq_parse *p, uint32_t i) {
  return pq_chunk_is(p, i, PQ_CHUNK_NOUN) && !p->chunks.at[i].hit &&
         pq_sites_have_positions(p, p->chunks.at[i].begin, p->chunks.at[i].end);
}

/* Past "in STAT3", "within its tail": the chunk behind such phrases, and the
 * first that names a thing. */
static uint32_t past_phrases(const pq_parse *p, uint32_t i, pq_arg *owner) {
  for (uint32_t n = 0; n < 3 && pq_chunk_is(p, i, PQ_CHUNK_PREPOSITION) &&
                       pq_chunk_is(p, i + 1, PQ_CHUNK_NOUN);
       ++n, i += 2) {
    const pq_content c = pq_argument_content(p, i + 1);
    if (!owner->chunk && (c.things || p->chunks.at[i + 1].refers)) {
      *owner = (pq_arg){.chunk = i + 1};
    }
  }
  return i;
}

/* "are", "are inferred to be", "were found to be": the chunk behind it. */
static uint32_t past_copula(const pq_parse *p, uint32_t i) {
  if (!pq_chunk_is(p, i, PQ_CHUNK_VERB)) return 0;
  bool is = p->chunks.at[i].copula;
  uint32_t k = i + 1;
  if (is && pq_chunk_is(p, k, PQ_CHUNK_NOUN) &&
      pq_chunk_is(p, k + 1, PQ_CHUNK_VERB) && p->chunks.at[k + 1].copula) {
    ++k;
  }
  for (; pq_chunk_is(p, k, PQ_CHUNK_VERB) && p->chunks.at[k].copula; ++k) {
    is = true;
  }
  return is && !p->chunks.at[i].negated ? k : 0;
}

/* "sites in X are S5", "sites in X: S5", "X has two sites, S5 and S9" */
static uint32_t list_behind(const pq_parse *p, site_noun *s) {
  const uint32_t i = past_phrases(p, s->chunk + 1, &s->theme);
  const uint32_t copula = past_copula(p, i);
  if (copula) return is_list(p, copula) ? copula : 0;
  const bool opens = pq_chunk_is(p, i, PQ_CHUNK_COMMA) ||
                     (pq_chunk_is(p, i, PQ_CHUNK_STOP) &&
                      (pq_unit_is_mark(p, p->chunks.at[i].begin, ':') ||
                       pq_unit_is_mark(p, p->chunks.at[i].begin, '-')));
  return opens && is_list(p, i + 1) ? i + 1 : 0;
}

/* "S5 and S9 are sites", "S5 being a site", "S5 was identified as a site" */
static uint32_t list_before(const pq_parse *p, const site_noun *s) {
  uint32_t i = s->chunk - 1;
  const bool as = pq_chunk_is(p, i, PQ_CHUNK_PREPOSITION) &&
                  pq_unit_says(p, p->chunks.at[i].begin, "as");
  if (as) --i;
  const uint32_t last = i;
  while (i > 1 && pq_chunk_is(p, i, PQ_CHUNK_VERB)) {
    if (p->chunks.at[i].negated) return 0;
    --i;
  }
  if (i == last && !as) return 0;
  if (!as && past_copula(p, i + 1) != s->chunk) return 0;
  while (i > 2 && pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION) &&
         !is_list(p, i)) {
    i -= 2; /* "Y5 of X is" */
  }
  const uint32_t prior = p->chunks.at[i].prior;
  return is_list(p, prior ? prior : i) ? (prior ? prior : i) : 0;
}

static bool find_sites(const pq_parse *p, site_noun *s) {
  const pq_chunk *const c = &p->chunks.at[s->chunk];
  if (pq_sites_have_positions(p, s->word + 1, c->end)) { /* in a bracket */
    s->sites = (pq_arg){.chunk = s->chunk, .begin = s->word + 1, .end = c->end};
    (void)past_phrases(p, s->chunk + 1, &s->theme);
    return true;
  }
  uint32_t list = list_before(p, s);
  /* "S9 is the AKT site of GSK3B" only says which one is called so */
  if (list && s->agent) return false;
  if (list) (void)past_phrases(p, s->chunk + 1, &s->theme);
  if (!list) list = list_behind(p, s);
  s->sites = (pq_arg){.chunk = list, .all = true};
  return list != 0;
}

/* ---- whose they are ---- */

/* "STAT3 has two phosphorylation sites" */
static uint32_t bearer(const pq_parse *p, const site_noun *s) {
  const uint32_t verb = s->chunk - 1;
  const bool has = pq_chunk_is(p, verb, PQ_CHUNK_VERB) &&
                   !p->chunks.at[verb].negated &&
                   pq_unit_means(p, p->chunks.at[verb].begin, PQ_M_HAVING);
  return has && pq_chunk_is(p, verb - 1, PQ_CHUNK_NOUN) ? verb - 1 : 0;
}

/* A name before the noun is whose they are, unless another is.  False if it is
 * only said who acts, and on whom is not. */
static bool find_owner(const pq_parse *p, site_noun *s) {
  const uint32_t has = bearer(p, s);
  if (!s->theme.chunk && has) s->theme = (pq_arg){.chunk = has};
  const uint32_t list = s->sites.end ? 0 : s->sites.chunk;
  const bool owned = list && p->chunks.at[list].of;
  const bool target = pq_unit_says(p, s->event, "target");
  if (s->theme.chunk || owned || !s->agent) return true;
  s->theme =
      (pq_arg){.chunk = s->chunk, .begin = s->agent, .end = s->agent + 1};
  s->agent = 0;
  return !target;
}

static void add_agent(pq_parse *p, uint32_t hit, const site_noun *s) {
  uint32_t at = 0;
  const pq_frame_row *const row =
      pq_rules_slot(p->g, s->trigger->frame, PQ_NOMINAL, PQ_LIT("by"), &at);
  if (!s->agent || !row) return;
  pq_hit_add(p, hit,
             (pq_arg){.role = row->role,
                      .chunk = s->chunk,
                      .begin = s->agent,
                      .end = s->agent + 1,
                      .relation = row->role == PQ_AS_AGENT ? PQ_REL_DIRECT
                                                           : PQ_REL_UPSTREAM,
                      .polarity = PQ_POSITIVE});
}

static pq_status put(pq_parse *p, const site_noun *s) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_hit_new(p, s->trigger, s->chunk, s->event, PQ_NOMINAL));
  const uint32_t hit = p->hits.n - 1;
  p->hits.at[hit].said = true;
  pq_arg sites = s->sites;
  pq_arg theme = s->theme;
  sites.role = PQ_AS_SITE;
  theme.role = PQ_AS_THEME;
  pq_hit_add(p, hit, sites);
  if (theme.chunk) pq_hit_add(p, hit, theme);
  add_agent(p, hit, s);
  return PQ_OK;
}

/* ---- who does it at a residue ---- */

/* "X is the S473 kinase", "acts as the S473 kinase of Y": X does it. */
static uint32_t holder(const pq_parse *p, uint32_t chunk) {
  uint32_t i = chunk - 1;
  const bool as = pq_chunk_is(p, i, PQ_CHUNK_PREPOSITION) &&
                  pq_unit_says(p, p->chunks.at[i].begin, "as");
  if (as) --i;
  if (!pq_chunk_is(p, i, PQ_CHUNK_VERB) || p->chunks.at[i].negated ||
      !(as || p->chunks.at[i].copula) ||
      !pq_chunk_is(p, i - 1, PQ_CHUNK_NOUN)) {
    return 0;
  }
  const uint32_t prior = p->chunks.at[i - 1].prior;
  const pq_content c = pq_argument_content(p, i - 1);
  if (!c.things || c.event) return 0;
  return prior ? prior : i - 1;
}

static bool read_office(const pq_parse *p, uint32_t chunk, site_noun *out,
                        uint32_t *who) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t word = c->end - 1;
  if (c->kind != PQ_CHUNK_NOUN || !c->sites || c->name_end || c->hit ||
      c->negated || c->end < c->begin + 2) {
    return false;
  }
  const bool off = pq_unit_says(p, word, "phosphatase");
  const uint32_t site = word - (pq_unit_is_mark(p, word - 1, '-') ? 2 : 1);
  if (!(off || pq_unit_says(p, word, "kinase")) || site < c->begin ||
      p->units.at[site].kind != PQ_UNIT_SITE) {
    return false;
  }
  *who = holder(p, chunk);
  *out =
      (site_noun){.chunk = chunk,
                  .event = word,
                  .trigger = pq_noun_rule(p, off ? PQ_LIT("dephosphorylation")
                                                 : PQ_LIT("phosphorylation")),
                  .sites = {.chunk = chunk, .begin = site, .end = site + 1}};
  (void)past_phrases(p, chunk + 1, &out->theme);
  return *who && out->trigger;
}

static pq_status put_office(pq_parse *p, const site_noun *s, uint32_t who) {
  pq_status st = PQ_OK;
  p->chunks.at[s->chunk].refers = 0; /* nothing happens to who does it */
  PQ_TRY(st, put(p, s));
  pq_hit_add(p, p->hits.n - 1,
             (pq_arg){.role = PQ_AS_AGENT,
                      .chunk = who,
                      .all = true,
                      .relation = PQ_REL_DIRECT,
                      .polarity = PQ_POSITIVE});
  return PQ_OK;
}

/* ---- targets ---- */

/* "targets S5", "S5 is a target of X", "S5 is targeted by X": the list; 0
 * none. */
static uint32_t targeted(const pq_parse *p, const pq_hit *h) {
  const bool verb_says = pq_view_same(h->trigger->lemma, PQ_LIT("target"));
  if (!verb_says && !pq_unit_means(p, h->unit, PQ_M_TARGET)) return 0;
  if (h->voice == PQ_ACTIVE_VOICE) {
    return is_list(p, h->chunk + 1) ? h->chunk + 1 : 0;
  }
  const uint32_t verb = h->voice == PQ_PASSIVE ? h->chunk : h->chunk - 1;
  if (h->voice == PQ_NOMINAL && past_copula(p, verb) != h->chunk) return 0;
  const uint32_t prior = p->chunks.at[verb - 1].prior;
  const uint32_t first = prior ? prior : verb - 1;
  return is_list(p, first) && !p->chunks.at[first].name_end ? first : 0;
}

/* What a kinase targets at residues it phosphorylates there. */
static void recast_target(pq_parse *p, uint32_t hit) {
  pq_hit *const h = &p->hits.at[hit];
  const pq_arg *const by = pq_hit_arg(h, PQ_AS_AGENT);
  const uint32_t list = by ? targeted(p, h) : 0;
  if (!list || by->hit || by->end || p->chunks.at[h->chunk].negated ||
      !p->chunks.at[by->chunk].name_end ||
      !is_kinase(p, p->chunks.at[by->chunk].name_begin)) {
    return;
  }
  const pq_trigger *const as = pq_noun_rule(p, PQ_LIT("phosphorylation"));
  if (!as) return;
  pq_arg agent = *by;
  agent.relation = PQ_REL_DIRECT;
  agent.polarity = PQ_POSITIVE;
  h->trigger = as;
  h->said = true;
  h->n_args = 0;
  pq_hit_add(p, hit, agent);
  pq_hit_add(p, hit, (pq_arg){.role = PQ_AS_SITE, .chunk = list, .all = true});
}

static pq_status read_sites(pq_parse *p, uint32_t chunk, uint32_t word) {
  site_noun s;
  return read_noun(p, chunk, word, &s) && find_sites(p, &s) && find_owner(p, &s)
             ? put(p, &s)
             : PQ_OK;
}

static pq_status read_enzyme(pq_parse *p, uint32_t chunk) {
  site_noun s;
  uint32_t who = 0;
  return read_office(p, chunk, &s, &who) ? put_office(p, &s, who) : PQ_OK;
}

pq_status pq_sites_read(pq_parse *p) {
  pq_status st = PQ_OK;
  if (p->r->wants_happenings) return PQ_OK; /* annotation asks for the words */
  for (uint32_t i = pq_first_noun(p); i; i = p->chunks.at[i].noun_behind) {
    const uint32_t word = site_word(p, i);
    if (word) PQ_TRY(st, read_sites(p, i, word));
    if (p->chunks.at[i].sites) PQ_TRY(st, read_enzyme(p, i));
  }
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    recast_target(p, i);
  }
  return PQ_OK;
}
