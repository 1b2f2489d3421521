/* Which noun group may fill which role of a verb or noun. */
#include "anaphora.h"
#include "coin.h"
#include "list.h"

enum {
  DEPTH_MOST = 4
};

pq_status pq_hit_new(pq_parse *p, const pq_trigger *t, uint32_t chunk,
                     uint32_t unit, pq_voice voice) {
  PQ_ROOM(p->r->arena, &p->hits);
  pq_hit *const h = &p->hits.at[p->hits.n++];
  memset(h, 0, offsetof(pq_hit, args)); /* arguments are many bytes */
  h->trigger = t;
  h->chunk = chunk;
  h->unit = unit;
  h->voice = voice;
  h->span = p->units.at[unit].span;
  return PQ_OK;
}

void pq_hit_add(pq_parse *p, uint32_t hit, pq_arg arg) {
  pq_hit *const h = &p->hits.at[hit];
  if (h->n_args == PQ_ARGS_MOST) return;
  h->args[h->n_args++] = arg;
  h->roles |= 1U << arg.role;
  if (arg.hit && !p->hits.at[arg.hit].used_by) {
    p->hits.at[arg.hit].used_by = hit;
  }
}

void pq_hit_copy(pq_parse *p, uint32_t from, uint32_t to, pq_frame_role role) {
  const pq_hit *const h = &p->hits.at[from];
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role == role) pq_hit_add(p, to, h->args[i]);
  }
}

const pq_arg *pq_hit_find(const pq_hit *h, pq_frame_role role) {
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role == role) return &h->args[i];
  }
  return NULL;
}

static void add_names(const pq_parse *p, const pq_unit *u, pq_content *out) {
  const pq_mention *const m = &p->r->mentions.at[u->first];
  const pq_entity_kind kind = pq_entity_at(p->r, m->entity)->kind;
  if (kind == PQ_ENTITY_PLACE) {
    out->places = true;
  } else if (kind != PQ_ENTITY_SPECIES && kind != PQ_ENTITY_CLASS) {
    out->things = true;
  }
}

static bool may_refer(const pq_parse *p, const pq_chunk *c) {
  /* "A is an enzyme that binds": A; "its affinity" is no thing */
  if (c->refers && !pq_unit_says(p, c->begin, "its") &&
      !pq_unit_says(p, c->begin, "their")) {
    return true;
  }
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->class_noun || (u->classes & PQ_W_PRONOUN)) return true;
  }
  if (pq_unit_says(p, c->begin, "both") && c->end == c->begin + 2 &&
      (p->units.at[c->end - 1].classes & PQ_W_GENERIC)) {
    return true; /* "both proteins" */
  }
  /* "this", "this reaction" */
  const pq_unit *const first = &p->units.at[c->begin];
  const pq_unit *const last = &p->units.at[c->end - 1];
  const bool two = c->end == c->begin + 2 &&
                   (first->classes & PQ_W_DEMONSTRATIVE) &&
                   (last->classes & PQ_W_HAPPENING);
  return two || pq_anaphor_is_pair(p, c) || pq_anaphor_is_list(p, c) ||
         (c->end == c->begin + 1 &&
          (first->classes & (PQ_W_DEMONSTRATIVE | PQ_W_PLURAL)));
}

/* "phosphorylation of its tail", "phosphorylates its tail"; what "binds its
 * tail" may be the same. */
static bool is_done_to(const pq_parse *p, const pq_chunk *c) {
  const uint32_t before = (uint32_t)(c - p->chunks.at) - 1;
  const pq_hit *const h = &p->hits.at[p->chunks.at[before].hit];
  const bool bond = h->trigger->type == PQ_TRIGGER_EVENT &&
                    p->r->kinds[h->trigger->kind].binding;
  return pq_chunk_is(p, before, PQ_CHUNK_VERB)
             ? !bond
             : pq_view_same(p->chunks.at[before].slot, PQ_LIT("of"));
}

/* "its kinase domain phosphorylates X": by that it does. */
static bool does_by_limb(const pq_parse *p, const pq_chunk *c) {
  if (!pq_unit_means(p, c->end - 1, PQ_M_LIMB)) return false;
  const uint32_t verb = (uint32_t)(c - p->chunks.at) + 1;
  const uint32_t hit =
      pq_chunk_is(p, verb, PQ_CHUNK_VERB) ? p->chunks.at[verb].hit : 0;
  const pq_hit *const h = &p->hits.at[hit];
  return hit && h->voice == PQ_ACTIVE_VOICE && !p->r->wants_happenings &&
         (h->trigger->type == PQ_TRIGGER_REGULATION ||
          h->trigger->type == PQ_TRIGGER_EVENT);
}

/* "Its tail is phosphorylated": of what was spoken of before. */
static bool is_modified_part(const pq_parse *p, const pq_chunk *c) {
  const uint32_t verb = (uint32_t)(c - p->chunks.at) + 1;
  const pq_hit *const h =
      pq_chunk_is(p, verb, PQ_CHUNK_VERB) && p->chunks.at[verb].hit
          ? &p->hits.at[p->chunks.at[verb].hit]
          : NULL;
  return h && h->voice == PQ_PASSIVE && !p->r->wants_happenings &&
         h->trigger->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[h->trigger->kind].product_unsaid &&
         pq_unit_says(p, c->begin, "its") &&
         (p->units.at[c->end - 1].classes & PQ_W_PART);
}

/* "it", "one of the kinases"; "its activity" is its own, "its affinity" is
 * another matter. */
static bool means_other(const pq_parse *p, const pq_chunk *c) {
  const bool its = pq_unit_says(p, c->begin, "its");
  if (!c->refers) return is_modified_part(p, c) || (its && does_by_limb(p, c));
  if (!its && !pq_unit_says(p, c->begin, "their")) return true;
  const pq_unit *const last = &p->units.at[c->end - 1];
  return pq_unit_says(p, c->end - 1, "function") ||
         ((last->classes & PQ_W_PART) && is_done_to(p, c)) ||
         does_by_limb(p, c) ||
         (last->noun && p->g->triggers.at[last->noun].weak);
}

bool pq_hit_is_part(const pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  return hit && h->voice == PQ_NOMINAL &&
         h->trigger->relation == PQ_REL_PART_OF &&
         pq_unit_says(p, h->unit - 1, "catalytic");
}

pq_content pq_argument_content(const pq_parse *p, uint32_t chunk) {
  pq_content out = {.things = false};
  uint32_t depth = 0;
  for (uint32_t i = chunk; i && depth < DEPTH_MOST;
       i = p->chunks.at[i].of, ++depth) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (depth == 0) {
      out.event = c->hit && !pq_hit_is_part(p, c->hit);
      out.sites = c->sites || pq_anaphor_is_site(p, i);
      out.things = p->r->wants_happenings && c->end > c->begin &&
                   pq_unit_means(p, c->end - 1, PQ_M_LIVING);
    }
    if (c->name_end && depth > 0 && out.sites) {
      pq_content whole = {.things = false};
      add_names(p, &p->units.at[c->name_begin], &whole);
      out.owner = whole.things;
    } else if (c->name_end) {
      add_names(p, &p->units.at[c->name_begin], &out);
    }
    if (depth == 0 && !c->name_end && !c->hit) {
      out.anaphor = may_refer(p, c) || means_other(p, c);
    }
  }
  return out;
}

/* "factor", "the", "active" tell nothing apart; "checkpoint" does. */
static bool tells_apart(const pq_unit *u) {
  const uint32_t idle = PQ_W_DETERMINER | PQ_W_DEMONSTRATIVE | PQ_W_GENERIC |
                        PQ_W_ACTIVE | PQ_W_INACTIVE | PQ_W_ADVERB;
  return u->kind == PQ_UNIT_WORD && !(u->classes & idle) && !u->class_noun &&
         !u->adjective;
}

bool pq_argument_is_other(const pq_parse *p, uint32_t chunk) {
  const uint32_t may_mean = PQ_W_PART | PQ_W_GENE | PQ_W_SITE | PQ_W_PRONOUN |
                            PQ_W_ASPECT | PQ_W_HAPPENING;
  const pq_chunk *const c = &p->chunks.at[chunk];
  bool apart = false;
  if (c->kind != PQ_CHUNK_NOUN || c->name_end || c->hit || c->refers) {
    return false;
  }
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind == PQ_UNIT_NAME || u->kind == PQ_UNIT_SITE ||
        (u->classes & may_mean)) {
      return false;
    }
    apart = apart || tells_apart(u);
  }
  return apart;
}

static bool accepts(pq_frame_role role, const pq_content *c) {
  switch (role) {
  case PQ_AS_NONE: return true;
  case PQ_AS_SITE: return c->sites;
  case PQ_AS_FROM:
  case PQ_AS_TO:
  case PQ_AS_IN: return c->places;
  default: return c->things || c->event || c->anaphor;
  }
}

/* "phosphorylation of A and of B", "required for E but not for F": a theme
 * more, led in by the same word. */
static bool goes_on(const pq_parse *p, const pq_hit *h,
                    const pq_place_for *where) {
  const pq_arg *const first = pq_hit_arg(h, PQ_AS_THEME);
  const bool nominal = h->voice == PQ_NOMINAL;
  return where->joined && first && !(nominal && first->hit) &&
         !pq_span_empty(first->how) &&
         pq_view_alike(pq_span_text(p->text, first->how),
                       pq_span_text(p->text, where->how));
}

static bool is_taken(const pq_parse *p, const pq_place_for *where,
                     pq_frame_role role) {
  const pq_hit *const h = &p->hits.at[where->hit];
  switch (role) {
  case PQ_AS_UPSTREAM:
  case PQ_AS_DEPENDS:
  case PQ_AS_INDEPENDENT:
  case PQ_AS_PARTNER:
  case PQ_AS_SITE: return false;
  case PQ_AS_AGENT:
    if (where->joined) return false;
    break;
  case PQ_AS_THEME:
    if (goes_on(p, h, where)) return false;
    break;
  default: break;
  }
  return pq_hit_arg(h, role) != NULL;
}

/* The slot of a theme or partner is filled, though not by a name: what has it
 * is not to be sought elsewhere. */
static void mark_other(pq_parse *p, const pq_place_for *where, uint32_t chunk) {
  static const char *const slots[] = {"subject", "object", "of",
                                      "by",      "to",     "with"};
  pq_hit *const h = &p->hits.at[where->hit];
  bool marks = false;
  for (size_t i = 0; i < sizeof slots / sizeof slots[0]; ++i) {
    marks = marks || pq_view_same(where->slot, pq_view_of(slots[i]));
  }
  if (!marks || !pq_argument_is_other(p, chunk)) return;
  uint32_t at = 0;
  const pq_frame_row *row = NULL;
  while ((row = pq_rules_slot(p->g, h->trigger->frame, h->voice, where->slot,
                              &at))) {
    if (is_taken(p, where, row->role)) continue;
    h->other_theme = h->other_theme || row->role == PQ_AS_THEME;
    h->other_partner = h->other_partner || row->role == PQ_AS_PARTNER;
  }
}

static bool is_nothing(const pq_content *c) {
  return !c->things && !c->event && !c->sites && !c->places;
}

/* Do things come together in what happens?  Then one of a list that has no name
 * is missed; elsewhere each of a list can be told of without the others. */
static bool needs_all(const pq_parse *p, const pq_hit *h) {
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  return h->trigger->type == PQ_TRIGGER_CARRIER ||
         (h->trigger->type == PQ_TRIGGER_EVENT &&
          (kind->assembly || kind->dissociation));
}

/* Does the name at a unit mean a small molecule? */
static bool means_molecule(const pq_parse *p, uint32_t unit, bool unknown) {
  const pq_mention *const m = &p->r->mentions.at[p->units.at[unit].first];
  const pq_entity_kind kind = pq_entity_at(p->r, m->entity)->kind;
  return kind == PQ_ENTITY_MOLECULE ||
         (unknown && kind == PQ_ENTITY_UNGROUNDED);
}

bool pq_argument_is_molecule(const pq_parse *p, uint32_t chunk, bool unknown) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  return c->name_end ? means_molecule(p, c->name_begin, unknown)
                     : pq_substance_is(p, chunk);
}

/* The same of what happens to a thing; "pyruvate reduction" names it before. */
static bool is_of_molecule(const pq_parse *p, const pq_arg *theme,
                           bool unknown) {
  return theme->end && p->units.at[theme->begin].kind == PQ_UNIT_NAME
             ? means_molecule(p, theme->begin, unknown)
             : pq_argument_is_molecule(p, theme->chunk, unknown);
}

/* "It is reduced by DHFR to dihydrofolate": what comes of it is one, so it is.
 */
static bool is_it(const pq_parse *p, const pq_arg *theme) {
  return !theme->end && !p->r->wants_happenings &&
         pq_unit_says(p, p->chunks.at[theme->chunk].begin, "it");
}

static bool converts(const pq_parse *p, const pq_hit *h) {
  return h->trigger->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[h->trigger->kind].conversion;
}

bool pq_argument_may_yield(const pq_parse *p, const pq_hit *h, uint32_t chunk) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  /* "reduces selenite to H2Se": the verb itself tells */
  const bool unknown = h->trigger->when_to.len > 0 && !h->trigger->puts;
  const pq_content c = pq_argument_content(p, chunk);
  const bool whole = h->trigger->type == PQ_TRIGGER_EVENT &&
                     p->r->kinds[h->trigger->kind].into.len > 0;
  return converts(p, h) || (whole && theme && c.things && !c.event) ||
         (theme && is_of_molecule(p, theme, unknown) &&
          pq_argument_is_molecule(p, chunk, true)) ||
         (unknown && theme && is_it(p, theme) &&
          pq_argument_is_molecule(p, chunk, false));
}

/* "phosphorylation of odd-ulose to form odd-ulose 5-phosphate": does the text
 * go on with what may come of the thing? */
static bool leads_on(const pq_parse *p, const pq_hit *h, uint32_t chunk) {
  static const char *const slots[] = {"to", "into", NULL};
  const uint32_t i = (chunk > h->chunk ? chunk : h->chunk) + 1;
  const pq_chunk *const c = &p->chunks.at[i < p->chunks.n ? i : 0];
  const bool on =
      c->kind == PQ_CHUNK_VERB
          ? c->form != PQ_VERB_FINITE
          : c->kind == PQ_CHUNK_PREPOSITION && pq_view_says_any(c->slot, slots);
  const bool may =
      h->trigger->type == PQ_TRIGGER_EVENT || h->trigger->when_to.len > 0;
  return i < p->chunks.n && on && may && pq_substance_is(p, chunk);
}

static bool binds(const pq_parse *p, const pq_hit *h) {
  return h->trigger->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[h->trigger->kind].binding;
}

/* "Y1009 of X recruits Y", "is recruited to Y1009 of X": X does. */
static bool meets_site(const pq_parse *p, const pq_hit *h) {
  return binds(p, h) || (h->trigger->to_agent && !p->r->wants_happenings);
}

/* What a list can be whose first member has no name: "of leucine and ATP". */
static pq_content content_of_list(const pq_parse *p, const pq_hit *h,
                                  uint32_t chunk) {
  pq_content c = pq_argument_content(p, chunk);
  /* "binds to Y1068 of EGFR": to EGFR */
  c.things = c.things || (c.owner && meets_site(p, h));
  if (!is_nothing(&c) || c.anaphor || needs_all(p, h)) return c;
  c.things =
      (converts(p, h) && pq_substance_is(p, chunk)) || leads_on(p, h, chunk);
  for (uint32_t i = p->chunks.at[chunk].next; i; i = p->chunks.at[i].next) {
    const pq_content more = pq_argument_content(p, i);
    c.things = c.things || more.things;
    c.event = c.event || more.event;
    c.places = c.places || more.places;
  }
  return c;
}

/* "host cells": what is bound to them is on them, and need not be within. */
static bool is_cell(const pq_parse *p, uint32_t chunk) {
  const pq_view w = pq_unit_text(p, p->chunks.at[chunk].name_begin);
  return pq_view_ends(w, PQ_LIT("cell")) || pq_view_ends(w, PQ_LIT("cells"));
}

/* "via its odd domain (Od4)", a part of it by whatever name; "progression
 * through the cell cycle", of which something else goes on.  For annotation
 * what an event noun comes through is no cause. */
static bool is_no_way(const pq_parse *p, const pq_hit *h, uint32_t chunk) {
  const uint32_t link = chunk - 1;
  const pq_chunk *const c = &p->chunks.at[chunk];
  const bool told = c->hit && !p->r->wants_happenings;
  if (told || !pq_chunk_is(p, link, PQ_CHUNK_PREPOSITION) ||
      !(pq_unit_says(p, p->chunks.at[link].begin, "via") ||
        pq_unit_says(p, p->chunks.at[link].begin, "through"))) {
    return false;
  }
  const pq_chunk *const before = &p->chunks.at[link - 1];
  if (p->r->wants_happenings && h->voice == PQ_NOMINAL) return true;
  return pq_unit_says(p, c->begin, "its") ||
         pq_unit_says(p, c->begin, "their") ||
         (h->voice == PQ_NOMINAL && before->kind == PQ_CHUNK_NOUN &&
          !before->hit && !before->name_end);
}

/* Can it have the role?  What comes out may be unknown. */
static bool fits(const pq_parse *p, const pq_hit *h, const pq_content *c,
                 pq_frame_role role, uint32_t chunk) {
  /* "binds a domain of an odd thing at P", "binds to host cells" */
  if (role == PQ_AS_IN && binds(p, h) &&
      (!p->chunks.at[chunk].name_end || is_cell(p, chunk))) {
    return false;
  }
  /* "at amino acid residue 440" */
  if (role == PQ_AS_THEME && c->sites &&
      pq_argument_is_molecule(p, chunk, false)) {
    return false;
  }
  if (role == PQ_AS_UPSTREAM && is_no_way(p, h, chunk)) return false;
  if (role != PQ_AS_PRODUCT) return accepts(role, c);
  return (accepts(PQ_AS_PRODUCT, c) || pq_substance_is(p, chunk)) &&
         pq_argument_may_yield(p, h, chunk);
}

/* "The alpha subunit of X is phosphorylated", "binds the alpha subunit of X":
 * X, where it has no name. */
static uint32_t past_subunit(const pq_parse *p, const pq_hit *h,
                             uint32_t noun) {
  const uint32_t inner = p->chunks.at[noun].hit;
  const uint32_t whole = noun + 2;
  const bool modifies = h->trigger->type == PQ_TRIGGER_EVENT &&
                        p->r->kinds[h->trigger->kind].product_unsaid;
  const pq_hit *const part = &p->hits.at[inner];
  const bool bound = binds(p, h) && noun > h->chunk;
  return (modifies || bound) && inner && part->voice == PQ_NOMINAL &&
                 part->trigger->relation == PQ_REL_PART_OF &&
                 !p->r->wants_happenings &&
                 pq_unit_says(p, p->chunks.at[noun + 1].begin, "of") &&
                 pq_chunk_is(p, whole, PQ_CHUNK_NOUN) &&
                 pq_argument_content(p, whole).things
             ? whole
             : noun;
}

/* "binds the closed conformation of X": X. */
static bool is_shape_of(const pq_parse *p, const pq_hit *h, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const uint32_t of = noun + 2;
  /* "the open, membrane binding conformation" */
  const bool named = pq_chunk_is(p, noun - 1, PQ_CHUNK_VERB) &&
                     p->chunks.at[noun - 1].form == PQ_VERB_ING;
  return binds(p, h) && noun > h->chunk && !named && !c->hit && !c->name_end &&
         pq_unit_means(p, c->end - 1, PQ_M_STATE) &&
         pq_unit_says(p, p->chunks.at[noun + 1].begin, "of") &&
         pq_chunk_is(p, of, PQ_CHUNK_NOUN) && !p->chunks.at[of].hit &&
         pq_argument_content(p, of).things;
}

/* The noun group that the one before a preposition leads to. */
static uint32_t led_to(const pq_parse *p, const pq_hit *h, uint32_t noun) {
  if (!pq_chunk_is(p, noun + 1, PQ_CHUNK_PREPOSITION)) return noun;
  if (is_shape_of(p, h, noun)) return noun + 2;
  const uint32_t past = past_subunit(p, h, noun);
  return past != noun ? past : pq_lead_past(p, noun, binds(p, h));
}

/* "a complex with A, two homologs of B": B goes with the homologs, and not with
 * what happens. */
static bool is_of_aside(const pq_parse *p, const pq_hit *h,
                        const pq_place_for *where, uint32_t noun) {
  const uint32_t whole = noun - 2;
  return noun > 3 && pq_view_same(where->slot, PQ_LIT("of")) &&
         pq_chunk_is(p, whole, PQ_CHUNK_NOUN) && whole > h->chunk + 1 &&
         pq_chunk_is(p, whole - 1, PQ_CHUNK_COMMA) &&
         !p->chunks.at[whole].name_end && !p->chunks.at[whole].hit &&
         !p->chunks.at[whole].prior;
}

bool pq_argument_attach(pq_parse *p, const pq_place_for *where, uint32_t noun) {
  const pq_hit *const h = &p->hits.at[where->hit];
  if (is_of_aside(p, h, where, noun)) return false;
  const uint32_t chunk = led_to(p, h, noun);
  const pq_content c = content_of_list(p, h, chunk);
  if (p->coins && !c.things && !c.event) pq_coin_note(p, where, chunk);
  bool any = false;
  bool site = false;
  bool other = false;
  uint32_t at = 0;
  const pq_frame_row *row = NULL;
  if (is_nothing(&c) || (!converts(p, h) && leads_on(p, h, chunk))) {
    mark_other(p, where, chunk);
  }
  while ((row = pq_rules_slot(p->g, h->trigger->frame, h->voice, where->slot,
                              &at))) {
    const bool is_site = row->role == PQ_AS_SITE;
    const uint32_t inner = p->chunks.at[chunk].hit;
    if (!fits(p, h, &c, row->role, chunk) || is_taken(p, where, row->role) ||
        (is_site ? site : other)) {
      continue;
    }
    *(is_site ? &site : &other) = true;
    any = true;
    if (row->role == PQ_AS_NONE) continue;
    const pq_arg arg = {.role = row->role,
                        .chunk = chunk,
                        .hit = is_site || pq_hit_is_part(p, inner) ? 0 : inner,
                        .all = true,
                        .negated = where->negated,
                        .is_or = where->is_or,
                        .how = where->how,
                        .relation = row->role == PQ_AS_AGENT ? PQ_REL_DIRECT
                                                             : PQ_REL_UPSTREAM,
                        .polarity = PQ_POSITIVE};
    pq_hit_add(p, where->hit, arg);
  }
  return any;
}
