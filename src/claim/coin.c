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

/* A group of words that will be a name. */
typedef struct coin {
  uint32_t begin, end; /* units */
  bool widens;         /* a name is part of it */
} coin;

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

/* ---- which words ---- */

/* "nodulin", "isomerase", but not "within" or "phase": is it a protein's name
 * by its end? */
static bool has_protein_end(const pq_parse *p, uint32_t unit) {
  static const char *const ends[] = {"in", "ins", "ase", "ases"};
  const pq_view w = pq_unit_text(p, unit);
  if (w.len < 6) return false;
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; ++i) {
    if (pq_view_ends(w, pq_view_of(ends[i]))) return true;
  }
  return false;
}

/* "subunit", "kinase", "receptor", "nodulin": is a protein meant? */
static bool is_protein(const pq_parse *p, uint32_t unit) {
  static const char *const words[] = {"subunit",   "chain",   "isoform",
                                      "isozyme",   "peptide", "polypeptide",
                                      "component", NULL};
  return p->units.at[unit].class_noun || has_protein_end(p, unit) ||
         pq_unit_means(p, unit, PQ_M_PROTEIN | PQ_M_FOR_NAME) ||
         pq_view_says_any(pq_unit_text(p, unit), words);
}

/* A Greek letter in words, or nothing. */
static bool is_greek(pq_view w) {
  static const char *const words[] = {"alpha",   "beta",   "gamma", "delta",
                                      "epsilon", "zeta",   "eta",   "theta",
                                      "kappa",   "lambda", "sigma", NULL};
  return w.len == 0 || pq_view_says_any(w, words);
}

/* Is it a name by its looks alone, as "betaII" is? */
static bool is_unknown(const pq_parse *p, const pq_unit *u) {
  return u->kind == PQ_UNIT_NAME && u->n == 1 &&
         p->r->mentions.at[u->first].said == PQ_SAID_UNKNOWN;
}

/* "II", "26", "A", "alpha", "IIbeta": what tells proteins of one name apart. */
static bool is_number(const pq_parse *p, uint32_t unit) {
  const pq_unit *const u = pq_unit_at(p, unit);
  const pq_view w = pq_unit_text(p, unit);
  size_t n = 0;
  if ((u->kind != PQ_UNIT_WORD && !is_unknown(p, u)) || !w.len) return false;
  /* "A", "B1" */
  if (w.len <= 2 && pq_is_upper(w.ptr[0]) &&
      (w.len == 1 || pq_is_digit(w.ptr[1]))) {
    return true;
  }
  while (n < w.len && (pq_is_digit(w.ptr[n]) || strchr("IVX", w.ptr[n]))) {
    ++n;
  }
  size_t greek = w.len; /* "betaII" */
  while (greek > 0 && strchr("IVX", w.ptr[greek - 1])) {
    --greek;
  }
  return is_greek(pq_view_skip(w, n)) || is_greek(pq_view_head(w, greek)) ||
         (pq_is_digit(w.ptr[0]) && n + 1 >= w.len);
}

/* The noun of a name, before its number: "band" of "band 3", "inhibitor" of
 * "inhibitor-1". */
static uint32_t head_of(const pq_parse *p, const coin *words) {
  uint32_t head = words->end - 1;
  while (head > words->begin &&
         (is_number(p, head) || pq_unit_is_mark(p, head, '-'))) {
    --head;
  }
  return head;
}

/* "levels", but not "band 3", "inhibitor-1". */
static bool is_no_thing(const pq_parse *p, uint32_t unit) {
  const uint32_t next = unit + (pq_unit_is_mark(p, unit + 1, '-') ? 2 : 1);
  const bool lack = (p->units.at[unit].classes & PQ_W_LACK) != 0;
  return (lack || pq_unit_means(p, unit, PQ_M_NO_THING)) && !is_number(p, next);
}

static bool is_thing(const pq_parse *p, const pq_mention *m) {
  switch (pq_entity_at(p->r, m->entity)->kind) {
  case PQ_ENTITY_PLACE:
  case PQ_ENTITY_PROCESS:
  case PQ_ENTITY_SPECIES:
  case PQ_ENTITY_CELL:
  case PQ_ENTITY_MOLECULE:
  case PQ_ENTITY_CLASS: return false;
  default: return true;
  }
}

/* Does the group name a thing, and no more than where it is, a process or a
 * molecule that its name has: "the nucleocapsid protein", "sucrose-phosphate
 * synthase"? */
static bool names_thing(const pq_parse *p, const pq_chunk *c) {
  if (!c->name_end) return false;
  const pq_unit *const u = &p->units.at[c->name_begin];
  return is_thing(p, &p->r->mentions.at[u->first]) || (c->name_end == c->end);
}

/* "calcium-dependent kinase": is the word behind the dash a part of a name? */
static bool is_of_kind(const pq_parse *p, uint32_t unit) {
  static const char *const words[] = {"dependent", "independent", "activated",
                                      "regulated", "sensitive",   "like",
                                      "related",   "associated",  NULL};
  return pq_view_says_any(pq_unit_text(p, unit), words);
}

/* "sucrose" of "sucrose-phosphate synthase", "CK2" of "CK2-like kinase": a part
 * of a protein's name. */
static bool is_in_name(const pq_parse *p, uint32_t unit, uint32_t head) {
  const pq_unit *const u = &p->units.at[unit];
  if (!is_protein(p, head) || head <= unit) return false;
  if (u->kind == PQ_UNIT_WORD) return u->compound && is_of_kind(p, unit);
  return u->kind == PQ_UNIT_NAME &&
         (!is_thing(p, &p->r->mentions.at[u->first]) ||
          (pq_unit_is_mark(p, unit + 1, '-') && is_of_kind(p, unit + 2)));
}

/* What leads a group and is no part of a name. */
static bool is_lead(const pq_parse *p, uint32_t unit, bool first) {
  const uint32_t idle = PQ_W_DETERMINER | PQ_W_DEMONSTRATIVE | PQ_W_ADVERB |
                        PQ_W_ACTIVE | PQ_W_INACTIVE | PQ_W_MUTANT |
                        PQ_W_PRONOUN | PQ_W_NOT | PQ_W_AND;
  const uint32_t participle = PQ_FORM_ED | PQ_FORM_EN | PQ_FORM_ING;
  const pq_unit *const u = &p->units.at[unit];
  /* "85-kDa", "sucrose-phosphate" */
  if (u->kind == PQ_UNIT_MARK) return u->mark != '-' || !u->glued;
  return u->kind == PQ_UNIT_NAME || u->kind == PQ_UNIT_SITE || u->compound ||
         (u->classes & idle) || is_no_thing(p, unit) ||
         /* "Golgi stacking protein 65" */
         (first && (u->adjective || (u->forms & participle)));
}

/* "immunoprecipitation", "stoichiometry", "vacuolar": what is done, how much or
 * of what kind, by the end of its word. */
static bool is_abstract(const pq_parse *p, uint32_t unit) {
  static const char *const ends[] = {"tion", "tions", "sion",  "ysis",  "ment",
                                     "etry", "raphy", "ility", "ivity", "ness",
                                     "ing",  "ance",  "ence",  "ism",   "lar",
                                     "ical", "onal",  "ous",   "etic"};
  const pq_view w = pq_unit_text(p, unit);
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; ++i) {
    if (pq_view_ends(w, pq_view_of(ends[i]))) return true;
  }
  return false;
}

/* Can the word end a name of a thing? */
static bool is_head(const pq_parse *p, uint32_t unit) {
  const uint32_t other = PQ_W_SITE | PQ_W_HAPPENING | PQ_W_ASPECT |
                         PQ_W_PRONOUN | PQ_W_MANNER | PQ_W_GENE |
                         PQ_W_DETERMINER | PQ_W_DEMONSTRATIVE | PQ_W_ADVERB |
                         PQ_W_MUTANT;
  const uint32_t matter = PQ_M_LIVING | PQ_M_STRETCH | PQ_M_ELEMENT | PQ_M_WAY |
                          PQ_M_PEOPLE | PQ_M_ACCOUNT | PQ_M_RNA;
  const pq_unit *const u = &p->units.at[unit];
  return u->kind == PQ_UNIT_WORD && !(u->classes & other) && !u->adjective &&
         !u->compound && !is_no_thing(p, unit) && !is_abstract(p, unit) &&
         !pq_unit_means(p, unit, matter);
}

/* "kinase", "proteins": a class, and no name of its own. */
static bool is_class(const pq_unit *u) {
  return u->class_noun || (u->classes & PQ_W_GENERIC);
}

/* Do the words tell which thing is meant: "the kinase", "casein kinase", but
 * not "kinases", "a protein"? */
static bool is_told(const pq_parse *p, const pq_chunk *c, const coin *words,
                    uint32_t head) {
  for (uint32_t i = words->begin; i < words->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind == PQ_UNIT_MARK) continue;
    const bool tells = is_protein(p, head) || !is_class(&p->units.at[head]);
    if (is_number(p, i) ? tells : !is_class(u)) return true;
  }
  const pq_view last = pq_unit_text(p, words->end - 1);
  const bool definite =
      pq_unit_says(p, c->begin, "the") || pq_unit_says(p, c->begin, "this");
  return definite && is_protein(p, head) && last.ptr[last.len - 1] != 's';
}

/* The name that a noun group is, from behind what leads it and any name that
 * only tells it apart: "the novel CK2 substrate". */
static bool words_of(const pq_parse *p, const pq_chunk *c, uint32_t end,
                     coin *out) {
  *out = (coin){c->begin, end, false};
  const uint32_t noun = head_of(p, out);
  bool named = false;
  for (uint32_t i = c->begin; i < end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (is_in_name(p, i, noun)) {
      out->widens = out->widens || u->kind == PQ_UNIT_NAME;
      continue;
    }
    named = named || u->kind == PQ_UNIT_NAME || (u->classes & PQ_W_SITE);
    const bool dash = i == out->begin && u->kind == PQ_UNIT_MARK;
    /* "annexin I", "phytochrome A" */
    const bool number = i > out->begin && is_number(p, i);
    if (dash || (!number && is_lead(p, i, i == out->begin))) {
      out->begin = i + 1;
      out->widens = false;
    }
  }
  if (out->begin >= end) return false;
  const uint32_t head = head_of(p, out);
  return is_head(p, head) && (is_protein(p, head) || !named) &&
         is_told(p, c, out, head);
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
    if (overlap(o, m) && is_thing(p, o)) return true;
  }
  return false;
}

/* Note the words of units as a name.  The record's mentions stay as they are
 * while units tell of them. */
static pq_status note(pq_parse *p, const coin *words) {
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
  return pq_unit_says(p, c->end - 1, "subunit") ||
         pq_unit_says(p, c->end - 1, "chain") ||
         pq_unit_says(p, c->end - 1, "isoform");
}

/* "the tail of STAT3" is STAT3's; "the movement protein of the virus" is a
 * thing of its own. */
static bool is_of_thing(const pq_parse *p, const pq_chunk *c) {
  return c->of && (names_thing(p, &p->chunks.at[c->of]) ||
                   (p->units.at[c->end - 1].classes & PQ_W_PART));
}

/* "CaM kinase I": a name that the lexicon has without its number is another
 * one's. */
static bool widens(const pq_parse *p, const pq_chunk *c, coin *out) {
  *out = (coin){c->begin, c->end, true};
  out->begin = head_of(p, out);
  const pq_unit *const u = &p->units.at[out->begin];
  return out->begin + 1 < c->end && u->kind == PQ_UNIT_NAME && u->n == 1 &&
         is_thing(p, &p->r->mentions.at[u->first]);
}

/* "tropomyosin kinase": no kinase itself, so who phosphorylates it. */
static bool names_kinase(const pq_parse *p, const pq_chunk *c, coin *out) {
  *out = (coin){c->end - 2, c->end, true};
  if (c->end < c->begin + 2 || !pq_unit_says(p, c->end - 1, "kinase")) {
    return false;
  }
  const pq_unit *const u = &p->units.at[c->end - 2];
  if (u->kind != PQ_UNIT_NAME || u->n != 1 || !p->classes) return false;
  const pq_entity *const e =
      pq_entity_at(p->r, p->r->mentions.at[u->first].entity);
  return (e->kind == PQ_ENTITY_PROTEIN || e->kind == PQ_ENTITY_FAMILY) &&
         e->id.len && p->classes->under &&
         !p->classes->under(p->classes->user, e->id, PQ_LIT("PQ:class.kinase"));
}

static pq_status try_group(pq_parse *p, uint32_t chunk) {
  pq_status st = PQ_OK;
  const pq_chunk *const c = &p->chunks.at[chunk];
  coin words;
  pq_entity_id ids[PQ_TOPICS_MOST];
  uint32_t n = 0;
  if (c->kind != PQ_CHUNK_NOUN) return PQ_OK;
  if (widens(p, c, &words) || names_kinase(p, c, &words)) {
    return note(p, &words);
  }
  if (names_thing(p, c) || c->refers || pq_hit_is_part(p, c->hit) ||
      ((c->hit || is_of_thing(p, c)) && !is_subunit(p, c))) {
    return PQ_OK;
  }
  if (!words_of(p, c, c->end, &words)) return PQ_OK;
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
  coin words;
  part.begin = begin;
  if (end <= begin || !words_of(p, &part, end, &words)) return PQ_OK;
  const uint32_t head = head_of(p, &words);
  if (!is_protein(p, head) ||
      (words.end == words.begin + 1 && !has_protein_end(p, head))) {
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
