/* Which words of a noun group are the name of a thing that no lexicon has. */
#include "coin.h"

#include "base/greek.h"

/* "nodulin", "isomerase", but not "within" or "phase": is it a protein's name
 * by its end? */
bool pq_coin_has_protein_end(const pq_parse *p, uint32_t unit) {
  static const char *const ends[] = {"in", "ins", "ase", "ases"};
  const pq_view w = pq_unit_text(p, unit);
  if (w.len < 6) return false;
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; ++i) {
    if (pq_view_ends(w, pq_view_of(ends[i]))) return true;
  }
  return false;
}

/* "subunit", "kinase", "receptor", "nodulin": is a protein meant? */
bool pq_coin_is_protein(const pq_parse *p, uint32_t unit) {
  return p->units.at[unit].class_noun || pq_coin_has_protein_end(p, unit) ||
         pq_unit_means(p, unit, PQ_M_PROTEIN) ||
         pq_unit_means(p, unit, PQ_M_FOR_NAME) ||
         pq_unit_means(p, unit, PQ_M_CHAIN);
}

/* A Greek letter in words, or nothing. */
static bool is_greek(pq_view w) {
  return w.len == 0 || pq_greek_code(w) != 0;
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
uint32_t pq_coin_head(const pq_parse *p, const pq_coin *words) {
  uint32_t head = words->end - 1;
  while (head > words->begin &&
         (is_number(p, head) || pq_unit_is_mark(p, head, '-') ||
          pq_unit_is_mark(p, head, '.'))) {
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

bool pq_coin_is_thing(const pq_parse *p, const pq_mention *m) {
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
bool pq_coin_names_thing(const pq_parse *p, const pq_chunk *c) {
  if (!c->name_end) return false;
  const pq_unit *const u = &p->units.at[c->name_begin];
  return pq_coin_is_thing(p, &p->r->mentions.at[u->first]) ||
         (c->name_end == c->end);
}

/* "calcium-dependent kinase": is the word behind the dash a part of a name? */
static bool is_of_kind(const pq_parse *p, uint32_t unit) {
  return pq_unit_means(p, unit, PQ_M_OF_KIND);
}

/* "sucrose" of "sucrose-phosphate synthase", "CK2" of "CK2-like kinase": a part
 * of a protein's name. */
static bool is_in_name(const pq_parse *p, uint32_t unit, uint32_t head) {
  const pq_unit *const u = &p->units.at[unit];
  if (!pq_coin_is_protein(p, head) || head <= unit) return false;
  if (u->kind == PQ_UNIT_WORD) return u->compound && is_of_kind(p, unit);
  return u->kind == PQ_UNIT_NAME &&
         (!pq_coin_is_thing(p, &p->r->mentions.at[u->first]) ||
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
  if (u->kind == PQ_UNIT_MARK) {
    return !u->glued || (u->mark != '-' && u->mark != '.');
  }
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

/* "molecular mass 40", "about 65-75", "42": how much something weighs; "the
 * motif RLSKEV": what a part of it is called. */
static bool is_measure(const pq_parse *p, uint32_t unit) {
  const pq_view word = pq_unit_text(p, unit);
  const bool digits = is_number(p, unit) && pq_is_digit(word.ptr[0]);
  return digits || pq_unit_means(p, unit, PQ_M_WEIGHT) ||
         pq_unit_means(p, unit - 1, PQ_M_STRETCH);
}

/* Can the word end a name of a thing? */
static bool is_head(const pq_parse *p, uint32_t unit) {
  const uint32_t other = PQ_W_SITE | PQ_W_HAPPENING | PQ_W_ASPECT |
                         PQ_W_PRONOUN | PQ_W_MANNER | PQ_W_GENE |
                         PQ_W_DETERMINER | PQ_W_DEMONSTRATIVE | PQ_W_ADVERB |
                         PQ_W_MUTANT;
  const pq_meanings matter =
      PQ_MEANINGS(PQ_M_LIVING, PQ_M_STRETCH, PQ_M_ELEMENT, PQ_M_WAY,
                  PQ_M_PEOPLE, PQ_M_ACCOUNT, PQ_M_RNA);
  const pq_unit *const u = &p->units.at[unit];
  return u->kind == PQ_UNIT_WORD && !(u->classes & other) && !u->adjective &&
         !u->compound && !is_no_thing(p, unit) && !is_abstract(p, unit) &&
         !is_measure(p, unit) && !pq_unit_means_any(p, unit, &matter);
}

/* "kinase", "proteins": a class, and no name of its own. */
static bool is_class(const pq_unit *u) {
  return u->class_noun || (u->classes & PQ_W_GENERIC);
}

/* Do the words tell which thing is meant: "the kinase", "casein kinase", but
 * not "kinases", "a protein"? */
static bool is_told(const pq_parse *p, const pq_chunk *c, const pq_coin *words,
                    uint32_t head) {
  for (uint32_t i = words->begin; i < words->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind == PQ_UNIT_MARK) continue;
    const bool tells =
        pq_coin_is_protein(p, head) || !is_class(&p->units.at[head]);
    if (is_number(p, i) ? tells : !is_class(u)) return true;
  }
  const pq_view last = pq_unit_text(p, words->end - 1);
  const bool definite =
      pq_unit_says(p, c->begin, "the") || pq_unit_says(p, c->begin, "this");
  return definite && pq_coin_is_protein(p, head) &&
         last.ptr[last.len - 1] != 's';
}

/* The name that a noun group is, from behind what leads it and any name that
 * only tells it apart: "the novel CK2 substrate". */
bool pq_coin_words(const pq_parse *p, const pq_chunk *c, uint32_t end,
                   pq_coin *out) {
  *out = (pq_coin){c->begin, end, false};
  const uint32_t noun = pq_coin_head(p, out);
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
  const uint32_t head = pq_coin_head(p, out);
  return is_head(p, head) && (pq_coin_is_protein(p, head) || !named) &&
         is_told(p, c, out, head);
}

/* "CaM kinase I": a name that the lexicon has without its number is another
 * one's. */
bool pq_coin_widens(const pq_parse *p, const pq_chunk *c, pq_coin *out) {
  *out = (pq_coin){c->begin, c->end, true};
  out->begin = pq_coin_head(p, out);
  const pq_unit *const u = &p->units.at[out->begin];
  return out->begin + 1 < c->end && u->kind == PQ_UNIT_NAME && u->n == 1 &&
         pq_coin_is_thing(p, &p->r->mentions.at[u->first]);
}

/* "tropomyosin kinase": no kinase itself, so who phosphorylates it. */
bool pq_coin_names_kinase(const pq_parse *p, const pq_chunk *c, pq_coin *out) {
  *out = (pq_coin){c->end - 2, c->end, true};
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
