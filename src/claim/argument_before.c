/* What stands before a noun that happens: who does it, and to what. */
#include "list.h"
#include "recast.h"

/* "TNF- and IL1-induced": where the names begin of which the one at `unit` is
 * the last. */
static uint32_t hyphened_begin(const pq_parse *p, uint32_t first,
                               uint32_t unit) {
  uint32_t i = unit;
  while (i >= first + 3 &&
         (p->units.at[i - 1].tag == PQ_TAG_AND ||
          p->units.at[i - 1].tag == PQ_TAG_COMMA) &&
         pq_unit_is_mark(p, i - 2, '-') &&
         p->units.at[i - 3].kind == PQ_UNIT_NAME) {
    i -= 3;
  }
  return i;
}

/* "ALK-mediated", "ALK mediated": the name before it acts. */
static void take_compound(pq_parse *p, uint32_t hit, uint32_t unit) {
  const pq_chunk *const c = &p->chunks.at[p->hits.at[hit].chunk];
  const pq_unit *const u = &p->units.at[unit];
  const pq_compound *const how = &p->g->compounds.at[u->compound - 1];
  const uint32_t end = unit - (p->units.at[unit - 1].kind == PQ_UNIT_MARK);
  if (end < c->begin + 1 || p->units.at[end - 1].kind != PQ_UNIT_NAME) return;
  /* "ubiquitin-mediated degradation": it is put on, and does nothing */
  if (how->relation == PQ_REL_DIRECT && pq_hit_is_group(p, end - 1)) return;
  pq_hit_add(p, hit,
             (pq_arg){.role = pq_compound_role(how),
                      .chunk = p->hits.at[hit].chunk,
                      .begin = hyphened_begin(p, c->begin, end - 1),
                      .end = end,
                      .how = u->span,
                      .relation = how->relation,
                      .polarity = how->polarity});
}

static bool is_place(const pq_parse *p, const pq_unit *u) {
  return u->kind == PQ_UNIT_NAME &&
         pq_entity_at(p->r, p->r->mentions.at[u->first].entity)->kind ==
             PQ_ENTITY_PLACE;
}

/* "JAK2 phosphorylation of STAT3": what stands before the noun acts, for what
 * is acted on follows.  The role that it has then; PQ_AS_NONE if it is acted
 * on. */
static pq_frame_role acts_on_other(const pq_parse *p, const pq_hit *h) {
  const uint32_t of = h->chunk + 1;
  const bool by = pq_chunk_is(p, of + 2, PQ_CHUNK_PREPOSITION) &&
                  pq_unit_says(p, p->chunks.at[of + 2].begin, "by");
  if (!pq_chunk_is(p, of, PQ_CHUNK_PREPOSITION) || by ||
      !pq_view_same(p->chunks.at[of].slot, PQ_LIT("of")) ||
      !pq_chunk_is(p, of + 1, PQ_CHUNK_NOUN) ||
      p->units.at[h->unit].tag != PQ_TAG_NOUN ||
      pq_chunk_is_upstream_of(p, of)) {
    return PQ_AS_NONE;
  }
  const pq_content c = pq_argument_content(p, of + 1);
  uint32_t at = 0;
  const pq_frame_row *const row =
      pq_rules_slot(p->g, h->trigger->frame, PQ_NOMINAL, PQ_LIT("by"), &at);
  const bool acts = row &&
                    (row->role == PQ_AS_AGENT || row->role == PQ_AS_UPSTREAM) &&
                    !c.sites && !c.event &&
                    (c.things || c.anaphor || pq_argument_is_other(p, of + 1));
  return acts ? row->role : PQ_AS_NONE;
}

bool pq_argument_is_doer(const pq_parse *p, uint32_t unit,
                         const pq_kind *kind) {
  const pq_mention *const m = &p->r->mentions.at[p->units.at[unit].first];
  const pq_view id = pq_entity_at(p->r, m->entity)->id;
  return kind->doer.len && id.len && p->classes && p->classes->under &&
         p->classes->under(p->classes->user, id, kind->doer);
}

/* "RAF1 is inhibited by PKA phosphorylation at S259": a kinase does it, and
 * RAF1 is phosphorylated. */
static bool acts_on_subject(const pq_parse *p, const pq_hit *h, uint32_t unit) {
  const uint32_t verb = h->chunk - 2;
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  if (h->trigger->type != PQ_TRIGGER_EVENT || !kind->doer.len ||
      !pq_chunk_is(p, h->chunk - 1, PQ_CHUNK_PREPOSITION) ||
      !pq_unit_says(p, p->chunks.at[h->chunk - 1].begin, "by") ||
      !pq_chunk_is(p, verb, PQ_CHUNK_VERB) || !p->chunks.at[verb].hit) {
    return false;
  }
  const pq_hit *const v = &p->hits.at[p->chunks.at[verb].hit];
  const pq_arg *const theme = pq_hit_arg(v, PQ_AS_THEME);
  if (v->voice != PQ_PASSIVE || !theme || theme->hit || theme->end) {
    return false;
  }
  const pq_chunk *const c = &p->chunks.at[theme->chunk];
  return pq_argument_content(p, theme->chunk).things &&
         !(c->name_end && pq_unit_is_process(p, c->name_begin)) &&
         pq_argument_is_doer(p, unit, kind);
}

/* "Y190 (X) phosphorylation of Y by Z": what follows tells all, and the name
 * before is neither. */
static bool is_of_thing_by(const pq_parse *p, const pq_hit *h) {
  const uint32_t of = h->chunk + 1;
  return pq_chunk_is(p, of, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[of].begin, "of") &&
         pq_chunk_is(p, of + 1, PQ_CHUNK_NOUN) &&
         pq_chunk_is(p, of + 2, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[of + 2].begin, "by") &&
         !p->chunks.at[of + 1].hit && pq_argument_content(p, of + 1).things;
}

/* "A, B and C" before the noun: where its names begin.  Things that bind may be
 * joined by a dash, too.  "Requires NEK7 and potassium efflux": of potassium.
 */
static uint32_t names_begin(const pq_parse *p, uint32_t hit, uint32_t unit) {
  const pq_hit *const h = &p->hits.at[hit];
  const uint32_t first = p->chunks.at[h->chunk].begin;
  const bool event = h->trigger->type == PQ_TRIGGER_EVENT;
  const bool bind = event && p->r->kinds[h->trigger->kind].binding;
  const bool moves = event && p->r->kinds[h->trigger->kind].transport;
  uint32_t i = unit;
  while (i > first + 1) {
    uint32_t k = i - 1;
    const bool dash = bind && pq_unit_is_mark(p, k, '-') &&
                      p->units.at[k].glued && p->units.at[i].glued;
    if (p->units.at[k].tag == PQ_TAG_AND && k > first + 1 &&
        p->units.at[k - 1].tag == PQ_TAG_COMMA) {
      --k;
    }
    if (p->units.at[k].tag != PQ_TAG_AND &&
        p->units.at[k].tag != PQ_TAG_COMMA && !dash) {
      break;
    }
    if (p->units.at[k - 1].kind != PQ_UNIT_NAME ||
        (moves && pq_unit_is_kind(p, k - 1, PQ_ENTITY_MOLECULE) !=
                      pq_unit_is_kind(p, unit, PQ_ENTITY_MOLECULE))) {
      break;
    }
    i = k - 1;
  }
  return i;
}

/* "A, but | not B phosphorylation", in one group. */
static bool is_denied(const pq_parse *p, const pq_hit *h, uint32_t unit) {
  return unit > p->chunks.at[h->chunk].begin &&
         p->units.at[unit - 1].tag == PQ_TAG_NOT;
}

/* The role of a unit that stands before the noun: of the rows of the slot "pre"
 * the first that can hold it. */
static void take_before(pq_parse *p, uint32_t hit, uint32_t unit) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_unit *const u = &p->units.at[unit];
  const bool site = u->kind == PQ_UNIT_SITE;
  const bool place = is_place(p, u);
  uint32_t at = 0;
  const pq_frame_row *row = NULL;
  const pq_frame_role acts = site || place ? PQ_AS_NONE
                             : acts_on_subject(p, h, unit)
                                 ? PQ_AS_AGENT
                                 : acts_on_other(p, h);
  if (acts != PQ_AS_NONE) {
    pq_hit_add(p, hit,
               (pq_arg){.role = acts,
                        .chunk = h->chunk,
                        .begin = names_begin(p, hit, unit),
                        .end = unit + 1,
                        .relation = acts == PQ_AS_AGENT ? PQ_REL_DIRECT
                                                        : PQ_REL_UPSTREAM,
                        .polarity = PQ_POSITIVE});
    return;
  }
  if (!site && !place && is_of_thing_by(p, h)) return;
  while ((row = pq_rules_slot(p->g, h->trigger->frame, PQ_NOMINAL,
                              PQ_LIT("pre"), &at))) {
    const bool for_place = row->role == PQ_AS_FROM || row->role == PQ_AS_TO ||
                           row->role == PQ_AS_IN;
    if (row->role == PQ_AS_NONE || (row->role == PQ_AS_SITE) != site ||
        for_place != place) {
      continue;
    }
    const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
    if (row->role == PQ_AS_THEME && theme && !theme->negated) return;
    pq_hit_add(
        p, hit,
        (pq_arg){.role = row->role,
                 .negated = row->role == PQ_AS_THEME && is_denied(p, h, unit),
                 .chunk = h->chunk,
                 .begin = site ? unit : names_begin(p, hit, unit),
                 .end = unit + 1});
    return;
  }
}

/* "ERK2 | MAP kinases | phosphorylation": the first word of what it is called
 * after. */
static bool names_class(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = &p->units.at[i];
  const pq_unit *const next = pq_unit_at(p, i + 1);
  return u->kind == PQ_UNIT_WORD && next->kind == PQ_UNIT_WORD &&
         (next->classes & PQ_W_GENERIC) &&
         (p->r->tokens.at[u->token].classes & PQ_TOKEN_CAPITALS) != 0;
}

/* "STAT3 transcriptional activation": what STAT3 does, and not its gene. */
static void recast_factor(pq_parse *p, uint32_t hit) {
  pq_hit *const h = &p->hits.at[hit];
  const bool name = h->unit > p->chunks.at[h->chunk].begin &&
                    p->units.at[h->unit - 1].kind == PQ_UNIT_NAME;
  if (!name || !pq_unit_says(p, h->unit, "transcriptional activation")) return;
  const pq_trigger *const as = pq_noun_rule(p, PQ_LIT("activation"));
  if (as) h->trigger = as;
}

void pq_argument_before(pq_parse *p, uint32_t hit) {
  recast_factor(p, hit);
  const uint32_t first = p->chunks.at[p->hits.at[hit].chunk].begin;
  bool clear = true; /* nothing but what keeps a name stands between */
  for (uint32_t i = p->hits.at[hit].unit; i-- > first;) {
    const pq_unit *const u = &p->units.at[i];
    if (u->compound && u->compound != UINT32_MAX) {
      take_compound(p, hit, i);
      return;
    }
    const bool name = u->kind == PQ_UNIT_NAME;
    const bool site = u->kind == PQ_UNIT_SITE;
    if ((name && clear) || site) take_before(p, hit, i);
    clear = clear &&
            (name || (u->classes & PQ_W_OF_GENE) || site ||
             u->kind == PQ_UNIT_MARK ||
             /* "proton-coupled transport": protons do not do it */
             (u->adjective && !pq_unit_says(p, i, "coupled")) ||
             (u->glued && pq_unit_says(p, i, "s")) || /* "X's" */
             (u->classes & (PQ_W_GENERIC | PQ_W_SITE)) || names_class(p, i));
    if (name && is_denied(p, &p->hits.at[hit], i)) {
      i -= p->units.at[i - 3].tag == PQ_TAG_COMMA ? 3 : 2;
      continue; /* "A, but not B phosphorylation": A is next */
    }
    if (name && !is_place(p, u)) clear = false;
  }
}
