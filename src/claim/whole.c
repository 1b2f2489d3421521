/* A complex that is told by its members, where no verb forms it:
 *
 *   a complex of A and B, a heterotrimer composed of A, B and C
 *   X is a heterodimer of A and B, the complex consists of A and B
 * Of a complex with a name its members are parts: state.c; so is X where the X
 * subunit of it is spoken of.
 */
#include "draft.h"

/* The members that words tell: a noun group with its list; 0 none. */
typedef struct whole {
  uint32_t complex, members; /* chunks */
  uint32_t carrier;          /* hit of "consists of"; 0 none */
  bool said;                 /* it is what the sentence puts forward */
  bool more;                 /* "includes": it may have other members, too */
} whole;

/* A noun group that is neither formed nor named. */
static bool is_bare(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  return c->kind == PQ_CHUNK_NOUN && !c->hit && !c->name_end && !c->negated;
}

/* Does it end in "complex", "heterodimer" and the like? */
static bool is_complex(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = &p->units.at[p->chunks.at[i].end - 1];
  if (u->kind != PQ_UNIT_WORD || !u->noun) return false;
  const pq_trigger *const t = &p->g->triggers.at[u->noun];
  return t->carried && t->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[t->kind].assembly;
}

/* "the formation of a complex of A and B" tells more. */
static bool is_made(const pq_parse *p, uint32_t i) {
  const uint32_t hit =
      pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION) ? p->chunks.at[i - 2].hit : 0;
  return hit && p->hits.at[hit].voice == PQ_NOMINAL &&
         p->hits.at[hit].trigger->type != PQ_TRIGGER_STATE;
}

/* Two or more members, each of them named. */
static bool are_named(const pq_parse *p, uint32_t first) {
  uint32_t n = 0;
  if (!pq_chunk_is(p, first, PQ_CHUNK_NOUN) || p->chunks.at[first].list_or) {
    return false;
  }
  for (uint32_t i = first; i; i = p->chunks.at[i].next) {
    const pq_chunk *const c = &p->chunks.at[i];
    const bool leads = c->of && p->chunks.at[c->of].name_end;
    if (c->negated || c->hit || (!c->name_end && !leads)) return false;
    if (c->name_end && !pq_argument_content(p, i).things) return false;
    ++n;
  }
  return n > 1;
}

/* "of A and B", "containing A and B" */
static uint32_t behind(const pq_parse *p, uint32_t i) {
  static const char *const slots[] = {"of", "between", "containing", NULL};
  const bool leads = pq_chunk_is(p, i + 1, PQ_CHUNK_PREPOSITION) &&
                     pq_view_says_any(p->chunks.at[i + 1].slot, slots);
  return leads && are_named(p, i + 2) ? i + 2 : 0;
}

/* The hit by which the group is said to consist of something; 0 none. */
static uint32_t consists(const pq_parse *p, uint32_t i) {
  for (uint32_t k = 1; k < p->hits.n; ++k) {
    const pq_hit *const h = &p->hits.at[k];
    const pq_arg *const it = pq_hit_arg(h, PQ_AS_PARTNER);
    if (h->trigger->type == PQ_TRIGGER_STATE && h->voice != PQ_NOMINAL &&
        h->trigger->relation == PQ_REL_PART_OF && it && it->chunk == i) {
      return k;
    }
  }
  return 0;
}

/* "contains A and B", "that includes A and B" */
static bool leaves_more(const pq_parse *p, uint32_t unit) {
  return pq_unit_means(p, unit, PQ_M_HOLDING);
}

static bool find(const pq_parse *p, uint32_t i, whole *out) {
  if (!is_bare(p, i)) return false;
  /* "a receptor composed of A and B" */
  const bool other = !is_complex(p, i);
  if (other && !p->units.at[p->chunks.at[i].end - 1].class_noun) return false;
  if (is_made(p, i)) return false;
  const bool is =
      (pq_chunk_is(p, i - 1, PQ_CHUNK_VERB) && p->chunks.at[i - 1].copula) ||
      pq_unit_says(p, p->chunks.at[i - 1].begin, "as");
  *out = (whole){.complex = i, .members = other ? 0 : behind(p, i), .said = is};
  out->more = out->members && leaves_more(p, p->chunks.at[i + 1].begin);
  const uint32_t hit = out->members ? 0 : consists(p, i);
  const pq_arg *const theme =
      hit ? pq_hit_arg(&p->hits.at[hit], PQ_AS_THEME) : NULL;
  if (theme && !theme->hit && are_named(p, theme->chunk)) {
    const pq_chunk *const verb = &p->chunks.at[p->hits.at[hit].chunk];
    const bool finite = verb->form == PQ_VERB_FINITE;
    out->members = theme->chunk;
    out->carrier = finite ? hit : 0;
    out->said = is || finite;
    out->more = leaves_more(p, p->hits.at[hit].unit);
  }
  return out->members != 0;
}

static bool has_member(const pq_entity *of, pq_entity_id part) {
  for (uint32_t i = 0; i < of->n_members; ++i) {
    if (of->members[i] == part) return true;
  }
  return false;
}

/* Two things or more; "A and B (A:B)" names the whole as well, and then that is
 * no member. */
static bool are_members(const pq_parse *p, const pq_names *names) {
  for (uint32_t i = 0; i < names->n; ++i) {
    const pq_entity *const e = pq_entity_at(p->r, names->at[i].entity);
    for (uint32_t k = 0; k < names->n; ++k) {
      if (has_member(e, pq_entity_base(p->r, names->at[k].entity))) {
        return false;
      }
    }
  }
  return names->n > 1 && names->n <= PQ_THEMES_MOST;
}

static pq_status put(pq_parse *p, const whole *w, const pq_trigger *t) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_hit_new(p, t, w->complex, p->chunks.at[w->complex].end - 1,
                        PQ_NOMINAL));
  pq_hit *const h = &p->hits.at[p->hits.n - 1];
  h->said = w->said;
  h->carrier = w->carrier;
  pq_hit_add(p, p->hits.n - 1,
             (pq_arg){.role = PQ_AS_THEME, .chunk = w->members, .all = true});
  return PQ_OK;
}

static pq_status read_group(pq_parse *p, const whole *w) {
  pq_status st = PQ_OK;
  pq_names *const names = pq_names_new(p, 1);
  if (!names) return p->r->arena->status;
  const pq_arg all = {.chunk = w->members, .all = true};
  PQ_TRY(st, pq_named_collect(p, &all, PQ_WANT_THINGS, names));
  if (!are_members(p, names)) return PQ_OK;
  const bool two = w->more && names->n == 2;
  const pq_trigger *const t =
      pq_noun_rule(p, two ? PQ_LIT("association") : PQ_LIT("assembly"));
  return t ? put(p, w, t) : PQ_OK;
}

/* "the RPTOR subunit of mTORC1": RPTOR is part of it. */
static pq_status read_part(pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  const pq_unit *const u = &p->units.at[c->end - 1];
  if (!c->name_end || !u->noun) return PQ_OK;
  const pq_trigger *const t = &p->g->triggers.at[u->noun];
  if (c->hit || c->negated || t->type != PQ_TRIGGER_STATE ||
      t->relation != PQ_REL_PART_OF ||
      !pq_chunk_is(p, i + 1, PQ_CHUNK_PREPOSITION) ||
      !pq_view_same(p->chunks.at[i + 1].slot, PQ_LIT("of")) ||
      !pq_chunk_is(p, i + 2, PQ_CHUNK_NOUN) || p->chunks.at[i + 2].hit) {
    return PQ_OK;
  }
  /* "the A and B subunits", but "the A subunit of C and B" */
  const bool own =
      c->next || (i > 3 && pq_unit_says(p, p->chunks.at[i - 3].begin, "of"));
  const uint32_t first = c->prior && !own ? c->prior : i;
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_hit_new(p, t, i, c->end - 1, PQ_NOMINAL));
  const uint32_t hit = p->hits.n - 1;
  pq_hit_add(p, hit,
             (pq_arg){.role = PQ_AS_THEME, .chunk = first, .all = first != i});
  pq_hit_add(p, hit, (pq_arg){.role = PQ_AS_PARTNER, .chunk = i + 2});
  return PQ_OK;
}

pq_status pq_whole_read(pq_parse *p) {
  pq_status st = PQ_OK;
  if (p->r->wants_happenings) return PQ_OK; /* annotation asks for the words */
  for (uint32_t i = pq_first_noun(p); i; i = p->chunks.at[i].noun_behind) {
    PQ_TRY(st, read_part(p, i));
    whole w = {0};
    if (find(p, i, &w)) PQ_TRY(st, read_group(p, &w));
  }
  return PQ_OK;
}
