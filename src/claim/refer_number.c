/* One thing or several: what "it" and "they" may mean by their number. */
#include "refer.h"

/* The first of the list that a chunk belongs to. */
uint32_t pq_refer_first_of(const pq_parse *p, uint32_t i) {
  return p->chunks.at[i].prior ? p->chunks.at[i].prior : i;
}

/* Is it several, by its look? */
bool pq_refer_is_many(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  const pq_view w = pq_unit_text(p, c->end - 1);
  return c->next || c->prior || (w.len && w.ptr[w.len - 1] == 's') ||
         (c->name_end && p->units.at[c->name_begin].n > 1);
}

/* "dNTPs", "MAPKs": an s behind a capital or a digit. */
bool pq_refer_is_plural(const pq_parse *p, const pq_chunk *c) {
  const pq_view w = pq_unit_text(p, c->end - 1);
  if (w.len < 3 || w.ptr[w.len - 1] != 's') return false;
  const char before = w.ptr[w.len - 2];
  return pq_is_upper(before) || pq_is_digit(before);
}

/* "A and B": two names at least. */
bool pq_refer_is_list(const pq_parse *p, uint32_t k) {
  const uint32_t first = pq_refer_first_of(p, k);
  const uint32_t name = p->chunks.at[k].name_begin;
  /* "SMAD2 and SMAD3", which is one name of two */
  if (p->chunks.at[k].name_end && pq_view_names_two(pq_unit_text(p, name))) {
    return true;
  }
  const uint32_t next = p->chunks.at[first].next;
  return next && !p->chunks.at[first].list_or && p->chunks.at[first].name_end &&
         p->chunks.at[next].name_end;
}

/* One protein or the like, and no list. */
bool pq_refer_is_one(const pq_parse *p, uint32_t k) {
  const pq_chunk *const c = &p->chunks.at[k];
  const pq_mention *const m =
      &p->r->mentions.at[p->units.at[c->name_begin].first];
  const pq_entity_kind kind = pq_entity_at(p->r, m->entity)->kind;
  return !pq_refer_is_many(p, k) &&
         (kind == PQ_ENTITY_PROTEIN || kind == PQ_ENTITY_FAMILY ||
          kind == PQ_ENTITY_UNGROUNDED);
}

/* Does the noun group k have the number of the pronoun? */
static bool agrees(const pq_parse *p, uint32_t k, bool they) {
  if (they) return pq_refer_is_list(p, k) || pq_refer_is_many(p, k);
  return !pq_refer_is_list(p, k) && !pq_refer_is_plural(p, &p->chunks.at[k]);
}

uint32_t pq_refer_agreeing(const pq_parse *p, uint32_t subject, uint32_t noun) {
  const uint32_t word = p->chunks.at[noun].begin;
  const bool they = pq_unit_says(p, word, "they");
  uint32_t one = 0;
  if (!subject || !p->chunks.at[subject].name_end ||
      !(they || pq_unit_says(p, word, "it")) || agrees(p, subject, they) ||
      (they && !pq_refer_is_one(p, subject))) {
    return subject;
  }
  for (uint32_t k = subject + 1; k < noun; ++k) {
    const pq_chunk *const c = &p->chunks.at[k];
    if (c->kind != PQ_CHUNK_NOUN || !c->name_end || c->hit || c->prior ||
        !pq_chunk_is(p, k - 1, PQ_CHUNK_VERB) || !agrees(p, k, they) ||
        !pq_argument_content(p, k).things) {
      continue;
    }
    if (one) return 0;
    one = k;
  }
  /* "A binds B, and they do C": A is one of the two */
  return one || !they ? one : subject;
}
