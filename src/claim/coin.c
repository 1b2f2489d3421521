/* Things that no lexicon has, by the place where they stand.  What is said to
 * be phosphorylated, or to phosphorylate, is a thing, whatever it is called:
 *
 *   "CDPK phosphorylates the nodulin 26 at S262", "phosphorylated spectrin"
 *                            ~~~~~~~~~~                            ~~~~~~~~
 *
 * For annotation alone, where each word that fills a role is marked: such a
 * group becomes a name without identity, which means nothing but its words.
 * The sentence is read once to see what stands where, and then again. */
#include "coin.h"

#include "anaphora.h"
#include "draft.h"

/* ---- which kinds ---- */

static bool is_of_strangers(const pq_parse *p, uint32_t trigger) {
  const pq_trigger *const t = &p->g->triggers.at[trigger];
  return trigger && t->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[t->kind].strangers;
}

/* "phosphorylates", and "The transporter undergoes phosphorylation". */
static bool wants_strangers(const pq_parse *p, const pq_hit *h) {
  return h->trigger->type == PQ_TRIGGER_CARRIER ||
         (h->trigger->type == PQ_TRIGGER_EVENT &&
          p->r->kinds[h->trigger->kind].strangers);
}

/* Does one of the units tell of such a kind? */
static bool any_tells(const pq_parse *p, const pq_unit *units, uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) {
    if (is_of_strangers(p, units[i].verb) ||
        is_of_strangers(p, units[i].noun)) {
      return true;
    }
  }
  return false;
}

bool pq_coin_may(const pq_parse *p) {
  return p->r->wants_happenings && !p->r->only_given &&
         (any_tells(p, p->units.at, p->units.n) ||
          any_tells(p, p->spare.at, p->spare.n));
}

/* ---- putting ---- */

static bool overlap(const pq_mention *a, const pq_mention *b) {
  return a->token < b->token + b->n_tokens && b->token < a->token + a->n_tokens;
}

/* Is a thing named there already? */
static bool is_named(const pq_parse *p, const pq_mention *m) {
  const pq_record *const r = p->r;
  for (uint32_t i = p->first_mention; i < r->mentions.n; ++i) {
    const pq_mention *const o = &r->mentions.at[i];
    if (o->sentence != p->sentence) break;
    if (overlap(o, m) && pq_coin_is_thing(p, o)) return true;
  }
  return false;
}

/* Note the words of units as a name.  The record's mentions stay as they are
 * while units tell of them. */
static pq_status note(pq_parse *p, const pq_coin *words) {
  pq_status st = PQ_OK;
  const pq_unit *const a = &p->units.at[words->begin];
  const pq_unit *const b = &p->units.at[words->end - 1];
  pq_mention m = {.span = {a->span.begin, b->span.end},
                  .sentence = p->sentence,
                  .token = a->token,
                  .n_tokens = b->token + b->n_tokens - a->token,
                  .said = PQ_SAID_UNKNOWN};
  if (!words->widens && is_named(p, &m)) return PQ_OK;
  for (uint32_t i = 0; i < p->coins->names.n; ++i) {
    if (overlap(&p->coins->names.at[i], &m)) return PQ_OK;
  }
  PQ_TRY(st, pq_store_unknown(p->r, pq_span_text(p->text, m.span), &m.entity));
  PQ_PUSH(p->r->arena, &p->coins->names, m);
  return PQ_OK;
}

/* One more among the record's mentions, in place of what is a part of it. */
static pq_status put(pq_parse *p, const pq_mention *m) {
  pq_record *const r = p->r;
  uint32_t n = p->first_mention;
  for (uint32_t i = n; i < r->mentions.n; ++i) {
    const pq_mention o = r->mentions.at[i];
    if (!overlap(&o, m)) r->mentions.at[n++] = o;
  }
  r->mentions.n = n;
  PQ_PUSH(r->arena, &r->mentions, *m);
  for (; n > p->first_mention && r->mentions.at[n - 1].token > m->token; --n) {
    r->mentions.at[n] = r->mentions.at[n - 1];
  }
  r->mentions.at[n] = *m;
  return PQ_OK;
}

/* ---- where ---- */

/* "the 85-kDa subunit of X": what it is part of is another thing. */
static bool is_subunit(const pq_parse *p, const pq_chunk *c) {
  return pq_unit_means(p, c->end - 1, PQ_M_SUBUNIT);
}

/* "the tail of STAT3" is STAT3's; "the movement protein of the virus" is a
 * thing of its own. */
static bool is_of_thing(const pq_parse *p, const pq_chunk *c) {
  return c->of && (pq_coin_names_thing(p, &p->chunks.at[c->of]) ||
                   (p->units.at[c->end - 1].classes & PQ_W_PART));
}

/* What a part is of. */
static pq_status try_whole(pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  pq_coin words;
  if (c->kind != PQ_CHUNK_NOUN || c->name_end || c->hit || c->refers ||
      !pq_coin_words(p, c, c->end, &words)) {
    return PQ_OK;
  }
  return note(p, &words);
}

static pq_status try_group(pq_parse *p, uint32_t chunk) {
  pq_status st = PQ_OK;
  const pq_chunk *const c = &p->chunks.at[chunk];
  pq_coin words;
  pq_entity_id ids[PQ_TOPICS_MOST];
  uint32_t n = 0;
  if (c->kind != PQ_CHUNK_NOUN) return PQ_OK;
  if (pq_coin_widens(p, c, &words) || pq_coin_names_kinase(p, c, &words)) {
    return note(p, &words);
  }
  /* "both isoforms of crystallin" */
  if (c->of && (p->units.at[c->end - 1].classes & PQ_W_PART) &&
      !p->chunks.at[c->of].of) {
    PQ_TRY(st, try_whole(p, c->of));
  }
  if (pq_coin_names_thing(p, c) || c->refers || pq_hit_is_part(p, c->hit) ||
      ((c->hit || is_of_thing(p, c)) && !is_subunit(p, c))) {
    return PQ_OK;
  }
  if (!pq_coin_words(p, c, c->end, &words)) return PQ_OK;
  PQ_TRY(st, pq_anaphor_find(p, chunk, ids, &n));
  return n ? PQ_OK : note(p, &words);
}

static pq_status try_list(pq_parse *p, uint32_t chunk) {
  pq_status st = PQ_OK;
  for (uint32_t c = chunk; c; c = p->chunks.at[c].next) {
    PQ_TRY(st, try_group(p, c));
  }
  return PQ_OK;
}

/* "spectrin phosphorylation", "phosphorylated nodulin 26": within one group
 * only what looks like a protein's name. */
static pq_status try_within(pq_parse *p, const pq_chunk *c, uint32_t begin,
                            uint32_t end) {
  pq_chunk part = *c;
  pq_coin words;
  part.begin = begin;
  if (end <= begin || !pq_coin_words(p, &part, end, &words)) return PQ_OK;
  const uint32_t head = pq_coin_head(p, &words);
  if (!pq_coin_is_protein(p, head) ||
      (words.end == words.begin + 1 && !pq_coin_has_protein_end(p, head))) {
    return PQ_OK;
  }
  return note(p, &words);
}

static pq_status try_hit(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const pq_hit *const h = &p->hits.at[hit];
  for (uint32_t i = 0; i < h->n_args; ++i) {
    const pq_arg *const a = &h->args[i];
    const bool acts = a->role == PQ_AS_AGENT || a->role == PQ_AS_THEME;
    if (acts && !a->end) PQ_TRY(st, try_list(p, a->chunk));
  }
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  return h->voice == PQ_NOMINAL ? try_within(p, c, c->begin, h->unit) : PQ_OK;
}

/* Words behind a participle in its group. */
static pq_status try_adjectives(pq_parse *p, const pq_chunk *c) {
  pq_status st = PQ_OK;
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind == PQ_UNIT_WORD && is_of_strangers(p, u->verb) &&
        (u->forms & (PQ_FORM_ED | PQ_FORM_EN)) && !c->name_end && !c->hit) {
      PQ_TRY(st, try_within(p, c, i + 1, c->end));
      if (c->of) PQ_TRY(st, try_list(p, c->of)); /* "the ... form of X" */
    }
  }
  return PQ_OK;
}

/* Groups that were offered a place, and the arguments of hits. */
static pq_status try_places(pq_parse *p) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < p->coins->n_strange; ++i) {
    PQ_TRY(st, try_list(p, p->coins->strange[i]));
  }
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    if (wants_strangers(p, &p->hits.at[i])) PQ_TRY(st, try_hit(p, i));
  }
  return PQ_OK;
}

/* The stretch at hand. */
static pq_status read_stretch(pq_parse *p) {
  pq_status st = PQ_OK;
  p->coins->n_strange = 0;
  pq_tag_units(p);
  PQ_TRY(st, pq_chunk_units(p));
  PQ_TRY(st, pq_clause_read(p));
  PQ_TRY(st, try_places(p));
  for (uint32_t i = 1; i < p->chunks.n; ++i) {
    if (p->chunks.at[i].kind != PQ_CHUNK_NOUN) continue;
    PQ_TRY(st, try_adjectives(p, &p->chunks.at[i]));
  }
  return PQ_OK;
}

pq_status pq_coin_read(pq_parse *p) {
  pq_status st = PQ_OK;
  bool more = true;
  p->coins = pq_arena_take(p->r->arena, sizeof *p->coins);
  if (!p->coins) return p->r->arena->status;
  while (more && !st) {
    st = read_stretch(p);
    if (!st) st = pq_units_next(p, &more);
  }
  for (uint32_t i = 0; i < p->coins->names.n && !st; ++i) {
    st = put(p, &p->coins->names.at[i]);
  }
  p->coins = NULL;
  return st;
}

void pq_coin_note(pq_parse *p, const pq_place_for *where, uint32_t chunk) {
  static const char *const slots[] = {"subject", "object", "of", "by", NULL};
  const pq_hit *const h = &p->hits.at[where->hit];
  uint32_t at = 0;
  const pq_frame_row *row = NULL;
  if (!wants_strangers(p, h) || !pq_view_says_any(where->slot, slots)) return;
  while ((row = pq_rules_slot(p->g, h->trigger->frame, h->voice, where->slot,
                              &at))) {
    const bool acts = row->role == PQ_AS_AGENT || row->role == PQ_AS_THEME;
    if (acts && !pq_hit_arg(h, row->role) &&
        p->coins->n_strange < PQ_STRANGE_MOST) {
      p->coins->strange[p->coins->n_strange++] = chunk;
      return;
    }
  }
}
