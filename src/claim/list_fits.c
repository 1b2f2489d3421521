/* Do two noun groups go together in a list, or does the second begin a clause
 * of its own: "A binds B and C activates D"? */
#include "list.h"

/* "When cells grow, A and B bind": is the verb group of a clause that leads in?
 */
static bool is_led_in(const pq_parse *p, uint32_t verb) {
  uint32_t i = verb;
  while (i > 1 && !pq_chunk_is(p, i, PQ_CHUNK_STOP) &&
         !pq_chunk_is(p, i, PQ_CHUNK_RELATIVE) &&
         !pq_chunk_is(p, i, PQ_CHUNK_SUBORDINATE)) {
    --i;
  }
  return pq_chunk_is(p, i, PQ_CHUNK_SUBORDINATE) &&
         (i == 1 || pq_chunk_is(p, i - 1, PQ_CHUNK_STOP));
}

/* Is there a verb group before chunk i in its clause?  The participle of "X
 * complexed with A or B binds" is none, nor is what leads in. */
bool pq_list_verb_before(const pq_parse *p, uint32_t i) {
  const bool comma = pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA);
  while (i-- > 1) {
    switch (p->chunks.at[i].kind) {
    case PQ_CHUNK_VERB:
      if (p->chunks.at[i].form != PQ_VERB_REDUCED && !pq_lead_is(p, i) &&
          !(comma && is_led_in(p, i))) {
        return true;
      }
      break;
    case PQ_CHUNK_AND: /* ", and the transcription of A and B": a new clause */
      if (pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA)) return false;
      break;
    case PQ_CHUNK_STOP:
    case PQ_CHUNK_SUBORDINATE:
    case PQ_CHUNK_RELATIVE:
    case PQ_CHUNK_WHETHER: return false;
    default: break;
    }
  }
  return false;
}

/* Is noun group i the subject of a verb that follows?  Prepositions and their
 * nouns may stand between. */
bool pq_list_leads_verb(const pq_parse *p, uint32_t i) {
  uint32_t k = i + 1;
  /* "A, and B induced by C binds D" */
  if (pq_chunk_is(p, k, PQ_CHUNK_VERB) &&
      p->chunks.at[k].form == PQ_VERB_REDUCED &&
      pq_chunk_is(p, k + 1, PQ_CHUNK_PREPOSITION)) {
    ++k;
  }
  while (pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION) &&
         pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN)) {
    k += 2;
  }
  return pq_chunk_is(p, k, PQ_CHUNK_VERB) &&
         !(k > i + 2 && pq_lead_has_own_verb(p, k - 1)) &&
         p->chunks.at[k].form == PQ_VERB_FINITE;
}

/* "Whether A binds B or C is unclear": the verb behind C has the question as
 * its subject. */
static bool is_asked(const pq_parse *p, uint32_t a, uint32_t b) {
  uint32_t verbs = 0;
  if (!pq_chunk_is(p, 1, PQ_CHUNK_WHETHER) ||
      !pq_chunk_is(p, b + 1, PQ_CHUNK_VERB) || p->chunks.at[b + 1].hit) {
    return false;
  }
  for (uint32_t i = 2; i < a; ++i) {
    const pq_chunk_kind kind = p->chunks.at[i].kind;
    if (kind == PQ_CHUNK_STOP || kind == PQ_CHUNK_SUBORDINATE) return false;
    verbs += kind == PQ_CHUNK_VERB;
  }
  return verbs == 1;
}

/* "interaction between A and B is ...": B goes with A, whatever follows. */
static bool is_between(const pq_parse *p, uint32_t i) {
  return pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[i - 1].begin, "between");
}

static bool is_participle(const pq_parse *p, uint32_t i) {
  return pq_chunk_is(p, i, PQ_CHUNK_VERB) &&
         p->chunks.at[i].form == PQ_VERB_REDUCED;
}

/* "A bound to B and C bound to D": C goes with A. */
static bool is_parallel(const pq_parse *p, uint32_t b, uint32_t c) {
  return is_participle(p, b - 2) && is_participle(p, c + 1) &&
         pq_chunk_is(p, b - 1, PQ_CHUNK_PREPOSITION);
}

/* "B in macrophages and C in neurons", "B in the cytosol and C in the nucleus":
 * C goes with B. */
static bool has_own_place(const pq_parse *p, uint32_t a, uint32_t b) {
  if (!pq_chunk_is(p, a - 1, PQ_CHUNK_PREPOSITION) ||
      !pq_chunk_is(p, b + 1, PQ_CHUNK_PREPOSITION) ||
      !pq_view_same(p->chunks.at[a - 1].slot, p->chunks.at[b + 1].slot) ||
      !pq_unit_says(p, p->chunks.at[a - 1].begin, "in")) {
    return false;
  }
  return !pq_argument_content(p, a).things && pq_argument_content(p, b).things;
}

/* "A is converted to B by X, and | B to C by Y": B goes with A. */
static bool has_own_product(const pq_parse *p, uint32_t a, uint32_t b) {
  return pq_chunk_is(p, a - 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[a - 1].begin, "by") &&
         pq_chunk_is(p, b + 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[b + 1].begin, "to") &&
         pq_chunk_is(p, b + 3, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[b + 3].begin, "by");
}

/* "binds A through its tail and B through its head": B goes with A. */
static bool is_next_object(const pq_parse *p, uint32_t a, uint32_t b) {
  return a > 3 && pq_chunk_is(p, a - 1, PQ_CHUNK_PREPOSITION) &&
         pq_chunk_is(p, a - 2, PQ_CHUNK_NOUN) &&
         pq_chunk_is(p, a - 3, PQ_CHUNK_VERB) && b == a + 2 &&
         pq_chunk_is(p, b + 1, PQ_CHUNK_PREPOSITION) &&
         !pq_unit_says(p, p->chunks.at[b + 1].begin, "of") &&
         pq_view_same(p->chunks.at[a - 1].slot, p->chunks.at[b + 1].slot);
}

/* Do residues stand in group i? */
static bool has_sites(const pq_parse *p, uint32_t i) {
  return pq_chunk_is(p, i, PQ_CHUNK_NOUN) && p->chunks.at[i].sites;
}

/* "A at S5 of its tail, and B at S7": B goes with A. */
static bool has_own_site(const pq_parse *p, uint32_t a, uint32_t b) {
  return pq_chunk_is(p, a - 1, PQ_CHUNK_PREPOSITION) && a > 2 &&
         has_sites(p, a - 2) && pq_chunk_is(p, b + 1, PQ_CHUNK_PREPOSITION) &&
         has_sites(p, b + 2);
}

/* "and | its fragment, C, activates E": does the group have a verb past another
 * name for it? */
static bool leads_past_name(const pq_parse *p, uint32_t b) {
  return pq_chunk_is(p, b + 1, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, b + 2, PQ_CHUNK_NOUN) &&
         pq_chunk_is(p, b + 3, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, b + 4, PQ_CHUNK_VERB) &&
         p->chunks.at[b + 4].form == PQ_VERB_FINITE;
}

/* "and | C, which binds D, activates E": does the group have a verb past what
 * is told of it? */
static bool leads_past_aside(const pq_parse *p, uint32_t b) {
  if (!pq_chunk_is(p, b + 1, PQ_CHUNK_COMMA) ||
      !pq_chunk_is(p, b + 2, PQ_CHUNK_RELATIVE)) {
    return false;
  }
  uint32_t k = b + 3;
  while (k < p->chunks.n && !pq_chunk_is(p, k, PQ_CHUNK_COMMA) &&
         !pq_chunk_is(p, k, PQ_CHUNK_STOP)) {
    ++k;
  }
  return pq_chunk_is(p, k, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, k + 1, PQ_CHUNK_VERB) &&
         p->chunks.at[k + 1].form == PQ_VERB_FINITE;
}

/* "A binds B, and | C and D activate E": the subjects of a clause of their own,
 * behind a verb. */
static bool begins_clause(const pq_parse *p, uint32_t a, uint32_t b) {
  uint32_t k = b;
  if (b != a + 3 || !pq_chunk_is(p, b - 1, PQ_CHUNK_AND) ||
      !pq_chunk_is(p, b - 2, PQ_CHUNK_COMMA) || !pq_list_verb_before(p, a)) {
    return false;
  }
  if (leads_past_aside(p, b) || leads_past_name(p, b)) return true;
  while (pq_chunk_is(p, k + 1, PQ_CHUNK_AND) &&
         pq_chunk_is(p, k + 2, PQ_CHUNK_NOUN)) {
    k += 2;
  }
  return k > b && pq_chunk_is(p, k + 1, PQ_CHUNK_VERB) &&
         p->chunks.at[k + 1].form == PQ_VERB_FINITE;
}

/* "and activated" that was read as adjective needs no check here: it is part
 * of its noun group. */
static bool fits_names(const pq_parse *p, uint32_t a, uint32_t b) {
  const pq_topic x = pq_list_about(p, a);
  const pq_topic y = pq_list_about(p, b);
  /* "in HeLa cells, and it is done" */
  const pq_chunk *const c = &p->chunks.at[b];
  if (c->end == c->begin + 1 && pq_chunk_is(p, b + 1, PQ_CHUNK_VERB) &&
      (pq_unit_says(p, c->begin, "both") || pq_unit_says(p, c->begin, "it") ||
       pq_unit_says(p, c->begin, "they"))) {
    return false;
  }
  /* "phosphorylates S5, the latter S7" */
  if (y == PQ_ABOUT_SITES && pq_unit_says(p, c->begin + 1, "latter")) {
    return false;
  }
  if (pq_list_leads_verb(p, b) && pq_list_verb_before(p, a) &&
      !is_between(p, a) && !is_asked(p, a, b)) {
    return false;
  }
  if (begins_clause(p, a, b) || is_parallel(p, a, b) ||
      has_own_place(p, a, b) || has_own_site(p, a, b) ||
      is_next_object(p, a, b) || has_own_product(p, a, b)) {
    return false;
  }
  return x == y ? true
                : (x == PQ_ABOUT_NAMES && y == PQ_ABOUT_OTHER) ||
                      (x == PQ_ABOUT_OTHER && y == PQ_ABOUT_NAMES &&
                       !p->chunks.at[b].negated);
}

/* Does the group name a process? */
bool pq_list_is_process(const pq_parse *p, uint32_t i) {
  return pq_list_about(p, i) == PQ_ABOUT_NAMES &&
         pq_unit_is_process(p, p->chunks.at[i].name_begin);
}

/* "activation of STAT3": something is said to happen to it. */
static bool is_done_to(const pq_parse *p, uint32_t i) {
  return i > 2 && pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[i - 1].begin, "of") &&
         pq_chunk_is(p, i - 2, PQ_CHUNK_NOUN) &&
         pq_list_about(p, i - 2) == PQ_ABOUT_EVENT;
}

/* "causes A to dissociate from B and | C to be recruited": C goes with A. */
static bool has_own_infinitive(const pq_parse *p, uint32_t a, uint32_t b) {
  if (!pq_chunk_is(p, b + 1, PQ_CHUNK_VERB) ||
      p->chunks.at[b + 1].form != PQ_VERB_INFINITIVE ||
      !p->chunks.at[b + 1].hit) {
    return false;
  }
  uint32_t k = a - 1;
  while (pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION) ||
         pq_chunk_is(p, k, PQ_CHUNK_NOUN)) {
    --k;
  }
  return pq_chunk_is(p, k, PQ_CHUNK_VERB) &&
         p->chunks.at[k].form == PQ_VERB_INFINITIVE &&
         pq_chunk_is(p, k - 1, PQ_CHUNK_NOUN);
}

/* "required for hypertrophy and expression of A", "induces fever and expression
 * of A": what is no event that is known goes with one behind a verb, or behind
 * a word that leads to what happens. */
static bool goes_with_event(const pq_parse *p, uint32_t a, uint32_t b) {
  static const char *const slots[] = {"for", "on", NULL};
  const pq_chunk *const before = &p->chunks.at[a - 1];
  const bool led =
      (before->kind == PQ_CHUNK_PREPOSITION &&
       pq_view_says_any(before->slot, slots)) ||
      (before->kind == PQ_CHUNK_VERB && before->hit &&
       p->hits.at[before->hit].trigger->type == PQ_TRIGGER_REGULATION);
  const bool apart = b == a + 3; /* a comma stands before the "and" */
  return led && !apart && !p->chunks.at[a].refers &&
         pq_chunk_is(p, b - 1, PQ_CHUNK_AND) &&
         !(pq_list_leads_verb(p, b) && pq_list_verb_before(p, a));
}

bool pq_list_fits(const pq_parse *p, uint32_t a, uint32_t b) {
  if (has_own_infinitive(p, a, b)) return false;
  const pq_topic x = pq_list_about(p, a);
  if (pq_list_is_process(p, b) && !pq_list_is_process(p, a)) {
    /* "STAT3 expression and apoptosis"; "activation of STAT3 and apoptosis" */
    return x == PQ_ABOUT_EVENT ? !pq_list_leads_verb(p, b)
                               : !is_done_to(p, a) && fits_names(p, a, b);
  }
  const bool unknown = x == PQ_ABOUT_OTHER || pq_list_is_process(p, a);
  if (unknown && pq_list_about(p, b) == PQ_ABOUT_EVENT &&
      goes_with_event(p, a, b)) {
    return true;
  }
  return fits_names(p, a, b);
}
