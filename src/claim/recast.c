/* Verbs that mean something else with a certain phrase, as their rules say:
 *
 *   target   "targets X for degradation"   promotes the degradation of X
 *   release  "is released from X"          dissociates from X, if X is no place
 *   reduce   "reduces retinal to retinol"  converts it
 *   add      "adds a phosphate group to X" phosphorylates X
 *   hydrolyze  "A hydrolyzes to B"         A is what becomes B
 *   generate "generates AMP"               from what is not told: produces it
 */
#include "recast.h"

enum {
  GROUP_MOST = 24 /* bytes of the name of a group */
};

static bool has_place(const pq_hit *h) {
  return pq_hit_arg(h, PQ_AS_FROM) || pq_hit_arg(h, PQ_AS_TO);
}

/* With a place, what a thing comes from is no partner of it. */
static void drop_partners(pq_hit *h) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role != PQ_AS_PARTNER) h->args[n++] = h->args[i];
  }
  h->n_args = n;
}

/* Is it said what comes from what? */
static bool names_both(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const pq_arg *const partner = pq_hit_arg(h, PQ_AS_PARTNER);
  return theme && partner && !theme->hit && !partner->hit &&
         (theme->end || pq_argument_content(p, theme->chunk).things) &&
         pq_argument_content(p, partner->chunk).things;
}

/* "releases arachidonate from phosphatidylcholine": one molecule is made of the
 * other. */
static bool recast_part(const pq_parse *p, pq_hit *h) {
  const pq_trigger *const as = pq_rules_verb(p->g, PQ_LIT("convert"));
  pq_arg *part = NULL;
  pq_arg *whole = NULL;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role == PQ_AS_THEME) part = &h->args[i];
    if (h->args[i].role == PQ_AS_PARTNER) whole = &h->args[i];
  }
  if (!as || !part || !whole || part->end || h->voice == PQ_NOMINAL ||
      !pq_hit_arg(h, PQ_AS_AGENT) ||
      !pq_argument_is_molecule(p, part->chunk, false) ||
      !pq_argument_is_molecule(p, whole->chunk, false)) {
    return false;
  }
  part->role = PQ_AS_PRODUCT;
  whole->role = PQ_AS_THEME;
  h->trigger = as;
  return true;
}

/* ---- groups ---- */

bool pq_hit_is_group(const pq_parse *p, uint32_t unit) {
  const pq_word *const w = pq_rules_word_of(p->g, pq_unit_text(p, unit));
  return w && (w->put || w->taken);
}

/* What a group's verb means of the group that a noun names; 0 none. */
static uint32_t group_trigger(const pq_parse *p, uint32_t chunk, bool puts) {
  if (!pq_chunk_is(p, chunk, PQ_CHUNK_NOUN)) return 0;
  const pq_chunk *const c = &p->chunks.at[chunk];
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_word *const w = pq_rules_word_of(p->g, pq_unit_text(p, i));
    if (w && (puts ? w->put : w->taken)) return puts ? w->put : w->taken;
  }
  return 0;
}

/* Where the group is named: behind the verb, before a passive, or in "transfer
 * of a phosphate". */
static uint32_t group_of(const pq_parse *p, const pq_hit *h) {
  if (h->voice == PQ_PASSIVE) return h->chunk - 1;
  const bool of = h->voice == PQ_NOMINAL;
  if (of && (!pq_chunk_is(p, h->chunk + 1, PQ_CHUNK_PREPOSITION) ||
             !pq_view_same(p->chunks.at[h->chunk + 1].slot, PQ_LIT("of")))) {
    return 0;
  }
  return h->chunk + (of ? 2 : 1);
}

/* Where it comes to, or from: the noun behind the first of these words. */
static uint32_t end_of_move(const pq_parse *p, uint32_t from, bool puts) {
  static const char *const to[] = {"to", "onto", "on", NULL};
  static const char *const off[] = {"from", "off", NULL};
  for (uint32_t i = from + 1; i + 1 < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    const bool goes_on =
        c->kind == PQ_CHUNK_PREPOSITION || c->kind == PQ_CHUNK_NOUN;
    if (!goes_on) return 0;
    if (c->kind == PQ_CHUNK_PREPOSITION &&
        pq_view_says_any(c->slot, puts ? to : off)) {
      return pq_chunk_is(p, i + 1, PQ_CHUNK_NOUN) ? i + 1 : 0;
    }
  }
  return 0;
}

/* Keep who does it, why, and at which residue; what else was said is said of
 * the group. */
static void keep_agents(pq_hit *h) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    const pq_frame_role role = h->args[i].role;
    if (role == PQ_AS_AGENT || role == PQ_AS_UPSTREAM ||
        role == PQ_AS_DEPENDS || role == PQ_AS_SITE) {
      h->args[n++] = h->args[i];
    }
  }
  h->n_args = n;
}

/* Does the noun group name what can have a group: no place? */
static bool can_have(const pq_parse *p, uint32_t chunk) {
  const pq_content c = pq_argument_content(p, chunk);
  return c.things || c.sites || c.anaphor || pq_substance_is(p, chunk);
}

static bool names_atom(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  for (uint32_t i = c->begin; i < c->end; ++i) {
    if (pq_unit_means(p, i, PQ_M_ATOM)) return true;
  }
  return false;
}

/* "the 2' hydroxyl of G1145 in 16S rRNA", "position 6 of a residue": from an
 * atom to what has it, as far as a name. */
static uint32_t past_atoms(const pq_parse *p, uint32_t end) {
  static const char *const in[] = {"of", "in", "on", "within", NULL};
  while (end + 2 < p->chunks.n && !can_have(p, end) && !p->chunks.at[end].hit &&
         names_atom(p, end) && pq_chunk_is(p, end + 1, PQ_CHUNK_PREPOSITION) &&
         pq_view_says_any(p->chunks.at[end + 1].slot, in) &&
         pq_chunk_is(p, end + 2, PQ_CHUNK_NOUN)) {
    end += 2;
  }
  return end;
}

/* "the addition of ubiquitin to X", and not "addition of IL6": puts it there.
 */
static bool puts_group(const pq_parse *p, const pq_hit *h) {
  return h->trigger->puts || (h->trigger->stands && h->voice == PQ_NOMINAL &&
                              pq_unit_says(p, h->unit, "addition"));
}

/* "cleaves galactose from X", "hydrolyzes": takes it off. */
static bool takes_group(const pq_parse *p, const pq_hit *h) {
  if (h->trigger->takes) return true;
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  return h->trigger->type == PQ_TRIGGER_EVENT && h->voice != PQ_NOMINAL &&
         (pq_source_cleaves(p, h) ||
          (kind->conversion &&
           pq_view_starts(pq_unit_text(p, h->unit), PQ_LIT("hydroly"))));
}

/* What the verb means of the group that it moves, and where that comes to, or
 * from; 0 if it moves none. */
static uint32_t moved(const pq_parse *p, const pq_hit *h, uint32_t *end) {
  const bool puts = puts_group(p, h);
  const uint32_t group = puts || takes_group(p, h) ? group_of(p, h) : 0;
  const uint32_t as = group ? group_trigger(p, group, puts) : 0;
  *end = as ? end_of_move(p, group > h->chunk ? group : h->chunk, puts) : 0;
  if (*end) *end = past_atoms(p, *end);
  return *end && can_have(p, *end) ? as : 0;
}

bool pq_hit_is_empty(const pq_parse *p, const pq_hit *h) {
  uint32_t end = 0;
  uint32_t at = 0;
  return (h->trigger->puts || h->trigger->takes) && !moved(p, h, &end) &&
         !pq_rules_slot(p->g, h->trigger->frame, PQ_ACTIVE_VOICE,
                        PQ_LIT("object"), &at);
}

/* What stands around a transfer: "of G from A to B to form C". */
typedef struct pq_move {
  uint32_t from, to, product; /* noun groups; 0 none */
  uint32_t maker;             /* the verb "to form"; 0 none */
} pq_move;

static bool may_form(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  return c->kind == PQ_CHUNK_PREPOSITION
             ? pq_view_same(c->slot, PQ_LIT("into"))
             : c->kind == PQ_CHUNK_VERB && c->form != PQ_VERB_FINITE &&
                   pq_verb_makes(p, i);
}

static pq_move move_of(const pq_parse *p, uint32_t group) {
  pq_move m = {0, 0, 0, 0};
  for (uint32_t i = group + 1; i + 1 < p->chunks.n && !m.product; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    const uint32_t noun = pq_chunk_is(p, i + 1, PQ_CHUNK_NOUN) ? i + 1 : 0;
    if (may_form(p, i)) {
      m.product = noun;
      m.maker = c->kind == PQ_CHUNK_VERB ? i : 0;
      break;
    }
    if (c->kind == PQ_CHUNK_VERB || c->kind == PQ_CHUNK_STOP) break;
    if (c->kind != PQ_CHUNK_PREPOSITION) continue;
    if (!m.to && pq_view_same(c->slot, PQ_LIT("from"))) m.from = noun;
    if (pq_view_same(c->slot, PQ_LIT("to"))) m.to = m.to ? m.to : noun;
  }
  return m;
}

static void add_whole(pq_parse *p, uint32_t hit, pq_frame_role role,
                      uint32_t chunk) {
  pq_hit_add(p, hit, (pq_arg){.role = role, .chunk = chunk, .all = true});
}

/* "Transfers an acyl group from A to B to form C": A and B become C. */
static void recast_transfer(pq_parse *p, uint32_t hit) {
  pq_hit *const h = &p->hits.at[hit];
  const pq_trigger *const as = pq_rules_verb(p->g, h->trigger->when_to);
  const uint32_t group = as && h->trigger->puts ? group_of(p, h) : 0;
  if (!group || !pq_chunk_is(p, group, PQ_CHUNK_NOUN)) return;
  pq_move m = move_of(p, group > h->chunk ? group : h->chunk);
  uint32_t end = 0;
  const bool unknown = !moved(p, h, &end);
  if (!m.from) m.from = group; /* it comes from nothing that is named */
  const bool from = pq_argument_is_molecule(p, m.from, false);
  if (!m.product || !m.to ||
      !pq_argument_is_molecule(p, m.to, unknown && from) ||
      !pq_argument_is_molecule(p, m.product, true)) {
    return;
  }
  h->trigger = as;
  keep_agents(h);
  add_whole(p, hit, PQ_AS_THEME, m.to);
  if (from) add_whole(p, hit, PQ_AS_PARTNER, m.from);
  add_whole(p, hit, PQ_AS_PRODUCT, m.product);
  if (m.maker && p->chunks.at[m.maker].hit) {
    p->hits.at[p->chunks.at[m.maker].hit].n_args = 0; /* it is told */
  }
}

/* "Transfers a methyl group from S-adenosylmethionine to K372 of TP53". */
static void recast_group(pq_parse *p, uint32_t hit) {
  static const char *const slots[] = {[PQ_ACTIVE_VOICE] = "object",
                                      [PQ_PASSIVE] = "subject",
                                      [PQ_NOMINAL] = "of"};
  pq_hit *const h = &p->hits.at[hit];
  uint32_t end = 0;
  const uint32_t as = moved(p, h, &end);
  if (!as) return;
  const pq_trigger *const before = h->trigger;
  const pq_place_for where = {.hit = hit, .slot = pq_view_of(slots[h->voice])};
  h->trigger = &p->g->triggers.at[as];
  keep_agents(h);
  if (!pq_argument_attach(p, &where, end)) h->trigger = before;
}

/* Does the group name a complex that has a name of its own? */
static bool names_complex(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (!c->name_end || c->hit) return false;
  const pq_unit *const u = &p->units.at[c->name_begin];
  const pq_entity *const e =
      pq_entity_at(p->r, p->r->mentions.at[u->first].entity);
  return e->kind == PQ_ENTITY_COMPLEX && e->id.len > 0;
}

/* "A and B form the exocyst": each is part of it. */
static void recast_forming(const pq_parse *p, pq_hit *h) {
  const pq_arg *const whole = pq_hit_arg(h, PQ_AS_PARTNER);
  if (h->trigger->type != PQ_TRIGGER_CARRIER || !whole || whole->hit ||
      h->voice != PQ_ACTIVE_VOICE || !pq_unit_means(p, h->unit, PQ_M_FORMING) ||
      !names_complex(p, whole->chunk)) {
    return;
  }
  const pq_trigger *const part = pq_noun_rule(p, PQ_LIT("part"));
  if (part && part->type == PQ_TRIGGER_STATE) h->trigger = part;
}

/* "in an inactive state", "in its inactive form": right behind a chunk. */
static bool is_inactive_state(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const in = &p->chunks.at[chunk + 1];
  const pq_chunk *const c = &p->chunks.at[chunk + 2];
  return pq_chunk_is(p, chunk + 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, in->begin, "in") &&
         pq_chunk_is(p, chunk + 2, PQ_CHUNK_NOUN) && c->end > c->begin + 1 &&
         pq_unit_means(p, c->end - 1, PQ_M_STATE) &&
         (p->units.at[c->end - 2].classes & PQ_W_INACTIVE);
}

/* "YWHAB keeps RAF1 in an inactive state": it inactivates it. */
static void recast_kept(const pq_parse *p, pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (h->voice != PQ_ACTIVE_VOICE || !h->trigger->stays || !theme ||
      theme->chunk != h->chunk + 1 || theme->hit ||
      !is_inactive_state(p, theme->chunk)) {
    return;
  }
  const pq_trigger *const as = pq_rules_verb(p->g, PQ_LIT("inactivate"));
  if (!as || as->type != PQ_TRIGGER_EVENT) return;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    pq_arg *const a = &h->args[i];
    if (a->role == PQ_AS_AGENT) {
      pq_hit_turn(h, a, PQ_AS_UPSTREAM);
      a->relation = PQ_REL_UPSTREAM;
    }
  }
  h->trigger = as;
}

/* "X translocates A into the ER": X does it, and A moves. */
static void recast_carrier(pq_parse *p, pq_hit *h) {
  const pq_arg *const self = pq_hit_arg(h, PQ_AS_THEME);
  const pq_arg *const other = pq_hit_arg(h, PQ_AS_PARTNER);
  if (h->voice != PQ_ACTIVE_VOICE || h->trigger->type != PQ_TRIGGER_EVENT ||
      !p->r->kinds[h->trigger->kind].transport || !other ||
      other->chunk != h->chunk + 1 || pq_hit_arg(h, PQ_AS_AGENT)) {
    return;
  }
  /* "The product shuttles A into the nucleus": who does it has no name, or is a
   * place, "vesicles" */
  const bool unnamed =
      h->other_theme || (pq_chunk_is(p, h->chunk - 1, PQ_CHUNK_NOUN) &&
                         pq_argument_content(p, h->chunk - 1).places);
  if (self ? self->hit || self->chunk > h->chunk : !unnamed) return;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    pq_arg *const a = &h->args[i];
    if (a->role == PQ_AS_THEME) {
      pq_hit_turn(h, a, PQ_AS_AGENT);
      a->relation = PQ_REL_DIRECT;
    } else if (a->role == PQ_AS_PARTNER) {
      pq_hit_turn(h, a, PQ_AS_THEME);
    }
  }
}

/* "A hydrolyzes to yield B", "A and B yield C": A does it, and it is A that
 * becomes B. */
static void recast_self(pq_parse *p, pq_hit *h) {
  const bool bare = h->voice == PQ_ACTIVE_VOICE &&
                    h->trigger->type == PQ_TRIGGER_EVENT &&
                    p->r->kinds[h->trigger->kind].conversion && !h->other_theme;
  const pq_arg *const product = pq_hit_arg(h, PQ_AS_PRODUCT);
  if (!bare || pq_hit_arg(h, PQ_AS_THEME) || !product) return;
  if (h->trigger->needs_theme &&
      (product->hit || !pq_argument_is_molecule(p, product->chunk, true))) {
    return;
  }
  for (uint32_t i = 0; i < h->n_args; ++i) {
    pq_arg *const a = &h->args[i];
    if (a->role == PQ_AS_AGENT && !a->hit &&
        pq_argument_is_molecule(p, a->chunk, false)) {
      pq_hit_turn(h, a, PQ_AS_THEME);
    }
  }
}

/* The molecule that a verb says to come out, or to be led to; NULL: none. */
static const pq_arg *result_of(const pq_parse *p, const pq_hit *h) {
  const pq_trigger *const t = h->trigger;
  const pq_arg *const product = pq_hit_arg(h, PQ_AS_PRODUCT);
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const bool makes = t->type == PQ_TRIGGER_REGULATION && t->has_thing_kind &&
                     p->r->kinds[t->thing_kind].output_theme;
  if (product) return theme ? NULL : product;
  const bool may = (makes || t->consequence) && theme && !theme->hit;
  return may && pq_argument_is_molecule(p, theme->chunk, false) ? theme : NULL;
}

/* What an event is of which something comes: "hydrolysis of A", "reduction of
 * A", "X reduces A, producing"; NULL if it is none. */
static const pq_trigger *becomes(const pq_parse *p, const pq_hit *i,
                                 const pq_hit *h) {
  const bool noun = i->voice == PQ_NOMINAL;
  if (noun && i->trigger->type == PQ_TRIGGER_EVENT) return i->trigger;
  const bool on = noun || p->chunks.at[h->chunk].form == PQ_VERB_ING;
  return on && !i->trigger->puts ? pq_rules_verb(p->g, i->trigger->when_to)
                                 : NULL;
}

/* "Hydrolysis of A by X yields B", "leads to B": A becomes B, which X does. */
static bool recast_result(pq_parse *p, pq_hit *h) {
  const pq_arg *const by = pq_hit_arg(h, PQ_AS_AGENT);
  const pq_arg *const result = result_of(p, h);
  if (!by || !by->hit || !result || h->voice != PQ_ACTIVE_VOICE) return false;
  const uint32_t inner = by->hit;
  const pq_hit *const i = &p->hits.at[inner];
  const pq_trigger *const makes = becomes(p, i, h);
  if (!makes || !pq_hit_arg(i, PQ_AS_THEME) || pq_hit_arg(i, PQ_AS_PRODUCT) ||
      !pq_argument_may_yield(p, i, result->chunk)) {
    return false;
  }
  pq_arg product = *result;
  product.role = PQ_AS_PRODUCT;
  pq_hit_add(p, inner, product);
  p->hits.at[inner].trigger = makes;
  p->hits.at[inner].said = true;
  h->n_args = 0; /* it is told */
  return true;
}

/* "Generates AMP", "the formation of AMP": production, of molecules. */
static void recast_bare(pq_parse *p, pq_hit *h) {
  const pq_trigger *const as = pq_noun_rule(p, h->trigger->when_bare);
  if (recast_result(p, h) || !as) return;
  if (pq_hit_arg(h, PQ_AS_THEME) || !pq_hit_arg(h, PQ_AS_PRODUCT)) {
    return;
  }
  for (uint32_t i = 0; i < h->n_args; ++i) {
    const pq_arg *const a = &h->args[i];
    const bool molecule = pq_argument_is_molecule(p, a->chunk, false);
    /* "A yields B": it becomes that, or is added to something */
    const bool added = a->hit && p->hits.at[a->hit].trigger->stands;
    if (a->role == PQ_AS_AGENT && (a->hit ? added : molecule)) return;
    if (a->role != PQ_AS_PRODUCT) continue;
    if (a->hit || !molecule) return;
  }
  for (uint32_t i = 0; i < h->n_args; ++i) {
    pq_arg *const a = &h->args[i];
    if (a->role == PQ_AS_PRODUCT) pq_hit_turn(h, a, PQ_AS_THEME);
  }
  h->trigger = as;
}

void pq_hits_recast(pq_parse *p) {
  if (p->r->wants_happenings) return; /* annotation asks for the words */
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    pq_hit *const h = &p->hits.at[i];
    const pq_trigger *const purpose = pq_rules_verb(p->g, h->trigger->when_for);
    const pq_trigger *const apart = pq_rules_verb(p->g, h->trigger->when_from);
    if (purpose && h->voice != PQ_NOMINAL) pq_purpose_recast(p, i, purpose);
    if (h->trigger->when_rna.len) pq_purpose_silence(p, h);
    recast_transfer(p, i);
    recast_group(p, i);
    pq_exchange_join(p, i);
    pq_exchange_recast(p, h);
    recast_forming(p, h);
    recast_kept(p, h);
    recast_carrier(p, h);
    recast_self(p, h);
    pq_source_recast(p, i);
    pq_bond_whole(p, h);
    recast_bare(p, h);
    pq_drawn_recast(p, h);
    pq_change_role(p, i);
    pq_change_recast(p, i);
    pq_change_amount(p, i);
    pq_mutated_recast(p, i);
    pq_means_recast(p, i);
    const pq_trigger *const makes =
        h->trigger->puts ? NULL : pq_rules_verb(p->g, h->trigger->when_to);
    if (makes && pq_hit_arg(h, PQ_AS_PRODUCT)) {
      h->trigger = makes;
    } else if (makes && pq_redox_is(p, h)) {
      h->kept_from = true;
    }
    if (!apart) continue;
    if (has_place(h)) {
      drop_partners(h);
    } else if (names_both(p, h) && !recast_part(p, h)) {
      h->trigger = apart;
    }
  }
}
