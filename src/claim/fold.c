/* Noun groups that are one with those before them: "A, B and C
 * phosphorylation", "TNF- and IL1-induced X". */
#include "parse.h"

static bool names_thing(const pq_parse *p, uint32_t unit) {
  const pq_unit *const u = &p->units.at[unit];
  if (u->kind != PQ_UNIT_NAME) return false;
  const pq_mention *const m = &p->r->mentions.at[u->first];
  const pq_entity_kind kind = pq_entity_at(p->r, m->entity)->kind;
  return kind != PQ_ENTITY_PROCESS && kind != PQ_ENTITY_PATHWAY &&
         kind != PQ_ENTITY_PLACE;
}

/* Are all units names? */
static bool only_names(const pq_parse *p, const pq_chunk *c) {
  for (uint32_t i = c->begin; i < c->end; ++i) {
    if (!names_thing(p, i)) return false;
  }
  return true;
}

/* What stands before a list that it could belong to: "activation of A and B
 * phosphorylation", "by A and B phosphorylation". */
static bool is_led(const pq_parse *p, uint32_t first) {
  if (!pq_chunk_is(p, first - 1, PQ_CHUNK_PREPOSITION)) return false;
  const uint32_t word = p->chunks.at[first - 1].begin;
  const bool of = pq_unit_says(p, word, "of");
  return pq_unit_says(p, word, "by") || pq_unit_says(p, word, "between") ||
         pq_unit_says(p, word, "with") ||
         (of && first > 2 &&
          p->hits.at[p->chunks.at[first - 2].hit].trigger->type ==
              PQ_TRIGGER_EVENT);
}

/* Does a finite verb follow the group, prepositions and their nouns between? */
static bool leads_verb(const pq_parse *p, uint32_t chunk) {
  for (uint32_t k = p->chunks.at[chunk].end; k < p->units.n; ++k) {
    const pq_unit *const u = &p->units.at[k];
    switch (u->tag) {
    case PQ_TAG_AUXILIARY: return true;
    case PQ_TAG_VERB: return u->forms == PQ_FORM_S;
    case PQ_TAG_COMMA:
    case PQ_TAG_AND:
    case PQ_TAG_RELATIVE:
    case PQ_TAG_SUBORDINATE:
    case PQ_TAG_STOP: return false;
    default: break;
    }
  }
  return false;
}

/* "X binds A, and A phosphorylation is increased": A alone is what X binds. */
static bool is_object(const pq_parse *p, uint32_t first, uint32_t last) {
  return pq_chunk_is(p, first - 1, PQ_CHUNK_VERB) &&
         p->chunks.at[first - 1].form == PQ_VERB_FINITE && leads_verb(p, last);
}

/* "A, B and C phosphorylation": the names before it belong to the last group,
 * that of chunk `last`.  The chunk with which the list begins, or `last`. */
static uint32_t list_before(const pq_parse *p, uint32_t last) {
  uint32_t first = last;
  for (uint32_t k = last; k > 2;) {
    uint32_t joint = k - 1;
    const bool and = p->chunks.at[joint].kind == PQ_CHUNK_AND;
    if (k == last && !and) break;
    if (and&&p->chunks.at[joint - 1].kind == PQ_CHUNK_COMMA) --joint;
    if (p->chunks.at[joint].kind != PQ_CHUNK_COMMA && !and) break;
    if (k != last && and) break;
    const pq_chunk *const c = &p->chunks.at[joint - 1];
    if (joint < 2 || c->kind != PQ_CHUNK_NOUN || c->hit || c->negated ||
        !names_thing(p, c->end - 1)) {
      break;
    }
    first = joint - 1;
    if (!only_names(p, c)) break; /* "increased A and B ..." */
    k = first;
  }
  const bool apart = is_led(p, first) || is_object(p, first, last);
  return apart ? last : first;
}

/* "TNF- and IL1-induced X": what hangs before the joint goes with the group
 * that is chunk `id`. */
uint32_t pq_fold_hyphen(pq_parse *p, uint32_t id) {
  uint32_t first = id;
  while (first > 2 &&
         (pq_chunk_is(p, first - 1, PQ_CHUNK_AND) ||
          pq_chunk_is(p, first - 1, PQ_CHUNK_COMMA)) &&
         pq_chunk_is(p, first - 2, PQ_CHUNK_NOUN) &&
         !p->chunks.at[first - 2].hit &&
         pq_unit_is_mark(p, p->chunks.at[first - 2].end - 1, '-')) {
    first -= 2;
  }
  if (first == id) return id;
  p->chunks.at[first].end = p->chunks.at[id].end;
  p->chunks.at[first].span.end = p->chunks.at[id].span.end;
  p->chunks.n = first + 1;
  return first;
}

/* Make one group of the names in a list and the noun that happens to them. */
uint32_t pq_fold_names(pq_parse *p, uint32_t id) {
  if (!names_thing(p, p->chunks.at[id].begin)) return id;
  const uint32_t first = list_before(p, id);
  if (first == id) return id;
  const pq_chunk c = p->chunks.at[id];
  const uint32_t begin = p->chunks.at[first].begin;
  p->chunks.n = first + 1;
  p->chunks.at[first] = c;
  p->chunks.at[first].begin = begin;
  p->chunks.at[first].span.begin = p->units.at[begin].span.begin;
  return first;
}
