/* Noun groups that are another name for what is named beside them: "EIF2AK1, a
 * kinase that", "the protein encoded by X". */
#include "refer.h"

/* Does the group name a process or pathway? */
static bool is_way(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  if (!c->name_end) return false;
  const pq_mention *const m =
      &p->r->mentions.at[p->units.at[c->name_begin].first];
  const pq_entity_kind kind = pq_entity_at(p->r, m->entity)->kind;
  return kind == PQ_ENTITY_PROCESS || kind == PQ_ENTITY_PATHWAY;
}

/* Is there a relative clause on noun group i, or on what a preposition hangs on
 * it: "a kinase of the stress response that phosphorylates"? */
static bool is_described(const pq_parse *p, uint32_t i) {
  const bool hangs =
      pq_chunk_is(p, i + 1, PQ_CHUNK_PREPOSITION) &&
      pq_chunk_is(p, i + 2, PQ_CHUNK_NOUN) &&
      (is_way(p, i + 2) || !pq_argument_content(p, i + 2).things);
  return pq_chunk_is(p, i + (hangs ? 3 : 1), PQ_CHUNK_RELATIVE);
}

/* "EIF2AK1, a kinase that phosphorylates X": EIF2AK1 does. */
void pq_refer_appose(pq_parse *p, uint32_t noun) {
  if (!pq_chunk_is(p, noun - 1, PQ_CHUNK_COMMA) ||
      !pq_chunk_is(p, noun - 2, PQ_CHUNK_NOUN)) {
    return;
  }
  pq_chunk *const c = &p->chunks.at[noun];
  const bool article = pq_unit_says(p, c->begin, "a") ||
                       pq_unit_says(p, c->begin, "an") ||
                       pq_unit_says(p, c->begin, "the");
  /* "A and B form a complex, a process that": no thing */
  const bool happens = p->units.at[c->end - 1].classes & PQ_W_HAPPENING;
  if (article && !happens && !c->name_end && !c->hit && !c->refers &&
      !c->prior &&
      (is_way(p, c->of) || !pq_argument_content(p, c->of).things) &&
      p->chunks.at[noun - 2].name_end && !p->chunks.at[noun - 2].hit &&
      pq_argument_content(p, noun - 2).things && is_described(p, noun)) {
    c->refers = noun - 2;
    c->of = 0;
  }
}

/* "X acts as a kinase that phosphorylates Y", "was identified as the kinase
 * that": X does. */
void pq_refer_as(pq_parse *p, uint32_t subject, uint32_t noun) {
  const uint32_t verb = noun - 2;
  if (!pq_chunk_is(p, noun + 1, PQ_CHUNK_RELATIVE) || !subject || noun < 4 ||
      !pq_chunk_is(p, verb, PQ_CHUNK_VERB) ||
      !pq_unit_says(p, p->chunks.at[noun - 1].begin, "as")) {
    return;
  }
  pq_chunk *const c = &p->chunks.at[noun];
  const pq_chunk *const is = &p->chunks.at[verb];
  const pq_chunk *const who = &p->chunks.at[subject];
  if (!is->negated && is->head && pq_unit_means(p, is->head, PQ_M_ACTING_AS) &&
      who->name_end && !who->hit && !c->name_end && !c->hit && !c->refers &&
      p->units.at[c->end - 1].class_noun) {
    c->refers = subject;
  }
}

uint32_t pq_refer_apposed(const pq_parse *p, uint32_t last) {
  const bool hangs = last > 2 && pq_chunk_is(p, last - 2, PQ_CHUNK_NOUN) &&
                     pq_chunk_is(p, last - 1, PQ_CHUNK_PREPOSITION) &&
                     p->chunks.at[last - 2].refers && is_described(p, last - 2);
  return hangs ? last - 2 : 0;
}

/* "The protein encoded by X": X. */
void pq_refer_encode(pq_parse *p, uint32_t noun) {
  const uint32_t verb = noun - 2;
  if (noun < 4 || !pq_chunk_is(p, verb, PQ_CHUNK_VERB) ||
      p->chunks.at[verb].form != PQ_VERB_REDUCED ||
      !pq_unit_says(p, p->chunks.at[verb].end - 1, "encoded") ||
      !pq_unit_says(p, p->chunks.at[noun - 1].begin, "by") ||
      !pq_chunk_is(p, verb - 1, PQ_CHUNK_NOUN)) {
    return;
  }
  pq_chunk *const c = &p->chunks.at[verb - 1];
  const bool alone = p->chunks.at[noun].name_end && !p->chunks.at[noun].next;
  if (alone && !c->name_end && !c->hit && !c->refers &&
      p->units.at[c->end - 1].class_noun) {
    c->refers = noun;
  }
}
