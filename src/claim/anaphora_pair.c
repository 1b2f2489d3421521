/* "The former", "the latter", "both": two things, that "and" joins or not. */
#include "anaphora.h"

/* Can the thing be the former or the latter? */
static bool may_be_one(const pq_parse *p, const pq_mention *m) {
  switch (pq_entity_at(p->r, pq_entity_base(p->r, m->entity))->kind) {
  case PQ_ENTITY_PROTEIN:
  case PQ_ENTITY_GENE:
  case PQ_ENTITY_FAMILY:
  case PQ_ENTITY_COMPLEX:
  case PQ_ENTITY_MOLECULE: return true;
  default: return false;
  }
}

/* Does nothing but "and" or "or" stand between two mentions? */
static bool is_joined(const pq_parse *p, const pq_mention *a,
                      const pq_mention *b) {
  static const char *const words[] = {" and ", " or ", " and the ", NULL};
  if (a->sentence != b->sentence || b->span.begin <= a->span.end) return false;
  const pq_span between = {a->span.end, b->span.begin};
  return pq_view_says_any(pq_span_text(p->text, between), words);
}

/* "A, B and C": a third stands before the two. */
static bool is_third(const pq_parse *p, const pq_mention *a,
                     const pq_mention *b) {
  const pq_span between = {a->span.end, b->span.begin};
  return a->sentence == b->sentence && b->span.begin > a->span.end &&
         pq_view_same(pq_span_text(p->text, between), PQ_LIT(", "));
}

/* The last two things that "and" joins before byte `at`, here or in the
 * sentence before: "the former", "the latter".  The first of them, as an index;
 * 0 none. */
uint32_t pq_anaphor_last_pair(const pq_parse *p, uint32_t at) {
  for (uint32_t i = pq_mentions_end(p); i-- > 2;) {
    const pq_mention *const b = &p->r->mentions.at[i];
    const pq_mention *const a = b - 1;
    if (b->sentence == p->sentence && b->span.end > at) continue;
    if (b->sentence + 1 < p->sentence ||
        p->r->sentences.at[b->sentence].text != p->s->text) {
      return 0;
    }
    if (is_joined(p, a, b) && may_be_one(p, a) && may_be_one(p, b)) {
      return i > 2 && is_third(p, a - 1, a) ? 0 : i - 1;
    }
  }
  return 0;
}

/* "binds A and B, and phosphorylates both": the last two of this sentence. */
uint32_t pq_anaphor_pair_here(const pq_parse *p, uint32_t at) {
  const uint32_t pair = pq_anaphor_last_pair(p, at);
  return pair && p->r->mentions.at[pair].sentence == p->sentence ? pair : 0;
}

/* ---- "both", of two that nothing joins ---- */

/* Where the clause of a chunk begins, by the marks and words before it. */
static uint32_t clause_of(const pq_parse *p, uint32_t chunk) {
  uint32_t k = chunk;
  while (--k > 0) {
    switch (p->chunks.at[k].kind) {
    case PQ_CHUNK_AND:
    case PQ_CHUNK_COMMA:
    case PQ_CHUNK_SUBORDINATE:
    case PQ_CHUNK_RELATIVE:
    case PQ_CHUNK_STOP: return k;
    default: break;
    }
  }
  return 0;
}

/* "SMAD2 and SMAD3", which is one name. */
static bool names_two(const pq_parse *p, const pq_mention *m) {
  return pq_view_names_two(pq_span_text(p->text, m->span));
}

/* The things that a sentence names before byte `at`: how many, 3 for more.
 * `*two`: that there is one name of two among them. */
static uint32_t named_in(const pq_parse *p, pq_sentence_id s, uint32_t at,
                         pq_entity_id *out, pq_entity_id *two) {
  uint32_t n = 0;
  *two = 0;
  for (uint32_t i = pq_first_mention(p->r, s + 1); i-- > 1 && n < 3;) {
    const pq_mention *const m = &p->r->mentions.at[i];
    if (m->sentence < s) break;
    if (m->span.end > at || !may_be_one(p, m)) continue;
    const pq_entity_id id = pq_entity_base(p->r, m->entity);
    if (names_two(p, m)) *two = id;
    if ((n > 0 && out[0] == id) || (n > 1 && out[1] == id)) continue;
    if (n < 2) out[n] = id;
    ++n;
  }
  return n;
}

/* "SRC binds FYN, and both ...": the two things that the clauses before name,
 * or where there are none, the sentence before, if these are all or joined.  2,
 * or 1 where one name is of two, or 0. */
static uint32_t two_named(const pq_parse *p, uint32_t chunk,
                          pq_entity_id *out) {
  const uint32_t begin = clause_of(p, chunk);
  const uint32_t at = begin ? p->chunks.at[begin].span.begin : p->s->span.begin;
  pq_entity_id two = 0;
  uint32_t n = named_in(p, p->sentence, at, out, &two);
  bool told = false; /* the sentence tells of others before */
  for (uint32_t k = 1; k < begin; ++k) {
    told = told || pq_chunk_is(p, k, PQ_CHUNK_VERB);
  }
  if (n || told || p->sentence == 0 || p->r->wants_happenings ||
      p->r->sentences.at[p->sentence - 1].text != p->s->text) {
    return n == 2 && !two ? 2 : 0;
  }
  n = named_in(p, p->sentence - 1, UINT32_MAX, out, &two);
  if (two) {
    out[0] = two;
    return 1;
  }
  /* "C binds A and B.  Both ..." */
  const uint32_t pair = n > 2 ? pq_anaphor_last_pair(p, p->s->span.begin) : 0;
  for (uint32_t i = 0; pair && i < 2; ++i) {
    out[i] = pq_entity_base(p->r, p->r->mentions.at[pair + i].entity);
  }
  return pair || n == 2 ? 2 : 0;
}

/* ---- the words ---- */

static bool ends_in_s(pq_view w) {
  return w.len > 2 && w.ptr[w.len - 1] == 's' && w.ptr[w.len - 2] != 's';
}

bool pq_anaphor_is_pair(const pq_parse *p, const pq_chunk *c) {
  uint32_t i = c->begin;
  if (c->end < i + 2 || !(p->units.at[c->end - 1].classes & PQ_W_GENERIC)) {
    return false;
  }
  if (pq_unit_says(p, i, "both")) {
    ++i;
  } else if (((p->units.at[i].classes & PQ_W_DEMONSTRATIVE) ||
              pq_unit_says(p, i, "the")) &&
             pq_unit_says(p, i + 1, "two")) {
    i += 2;
  } else {
    return false;
  }
  const bool words = i < c->end;
  while (i < c->end && (p->units.at[i].classes & PQ_W_GENERIC)) {
    ++i;
  }
  return words && i == c->end && ends_in_s(pq_unit_text(p, i - 1));
}

/* The class that a noun in the plural means; 0 if it is none. */
static uint32_t class_of_plural(const pq_parse *p, uint32_t unit) {
  pq_view one = pq_unit_text(p, unit);
  --one.len;
  const pq_word *const w = pq_rules_word(p->g, one);
  return w ? w->class_noun : 0;
}

/* "phosphorylates A and B, which inactivates both kinases": A and B. */
static uint32_t both_of(const pq_parse *p, const pq_chunk *c,
                        pq_entity_id *out) {
  const uint32_t noun = class_of_plural(p, c->end - 1);
  const uint32_t pair = noun ? pq_anaphor_last_pair(p, c->span.begin) : 0;
  for (uint32_t i = 0; pair && i < 2; ++i) {
    const pq_entity_id one = p->r->mentions.at[pair + i].entity;
    if (!pq_anaphor_is_a(p, noun, one)) return 0;
    out[i] = pq_entity_base(p->r, one);
  }
  return pair ? 2 : 0;
}

/* "SRC binds FYN.  Both kinases ...": the two, if they are such. */
static uint32_t two_of(const pq_parse *p, uint32_t chunk, pq_entity_id *out) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t noun = class_of_plural(p, c->end - 1);
  /* "binds both with A and with B": a word of the list */
  if (pq_chunk_is(p, chunk + 1, PQ_CHUNK_PREPOSITION)) return 0;
  if (c->end > c->begin + 1 && !noun) return 0;
  const uint32_t n = two_named(p, chunk, out);
  for (uint32_t i = 0; noun && i < n; ++i) {
    if (!pq_anaphor_is_a(p, noun, out[i])) return 0;
  }
  return n;
}

bool pq_anaphor_says_both(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t of = chunk - 1;
  for (uint32_t i = c->begin; i < c->end; ++i) {
    if (pq_unit_says(p, i, "both")) return true;
  }
  return (pq_chunk_is(p, of, PQ_CHUNK_PREPOSITION) &&
          pq_unit_says(p, p->chunks.at[of].begin, "of") &&
          pq_chunk_is(p, of - 1, PQ_CHUNK_NOUN) &&
          pq_unit_says(p, p->chunks.at[of - 1].begin, "both"));
}

uint32_t pq_anaphor_both(const pq_parse *p, uint32_t chunk, pq_entity_id *out) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t n = pq_anaphor_is_pair(p, c) ? both_of(p, c, out) : 0;
  return !n && pq_anaphor_says_both(p, chunk) ? two_of(p, chunk, out) : n;
}
