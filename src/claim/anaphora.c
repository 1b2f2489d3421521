/* "the receptor itself", "it", "this phosphorylation": what was named before.
 * Nothing is guessed: where the class of the noun fits no earlier thing, the
 * words refer to nothing. */
#include "parse.h"

enum {
  BACK_MOST = 3 /* sentences */
};

/* What a noun group without a name says of what it means. */
typedef struct wanted {
  uint32_t class_noun; /* 0: any thing ("it") */
  bool pronoun, definite, same, plural;
} wanted;

static bool is_plural_text(pq_view w) {
  return w.len > 2 && w.ptr[w.len - 1] == 's' && w.ptr[w.len - 2] != 's';
}

static wanted wanted_of(const pq_parse *p, const pq_chunk *c) {
  wanted w = {.class_noun = 0};
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->class_noun) {
      w.class_noun = u->class_noun;
      w.plural = is_plural_text(pq_unit_text(p, i));
    }
    if (u->classes & PQ_W_SAME) {
      w.same = true;
      continue;
    }
    if (pq_unit_says(p, i, "it") || pq_unit_says(p, i, "its")) {
      w.pronoun = true;
    }
    if ((u->classes & PQ_W_DEMONSTRATIVE) || pq_unit_says(p, i, "the")) {
      w.definite = true;
    }
    if (u->classes & PQ_W_PLURAL) w.plural = true;
  }
  return w;
}

/* A word that tells another thing apart: "the upstream kinase". */
static bool is_told_apart(const pq_parse *p, const pq_chunk *c) {
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    const uint32_t known = PQ_W_DETERMINER | PQ_W_DEMONSTRATIVE | PQ_W_SAME |
                           PQ_W_PRONOUN | PQ_W_GENERIC | PQ_W_ACTIVE;
    if (u->class_noun || u->kind == PQ_UNIT_MARK) continue;
    if (!(u->classes & known)) return true;
  }
  return false;
}

static bool fits(const pq_parse *p, const wanted *w, pq_entity_id id) {
  const pq_entity *e = pq_entity_at(p->r, pq_entity_base(p->r, id));
  switch (e->kind) {
  case PQ_ENTITY_PROTEIN:
  case PQ_ENTITY_GENE:
  case PQ_ENTITY_FAMILY:
  case PQ_ENTITY_COMPLEX: break;
  default: return false;
  }
  if (w->pronoun || !w->class_noun) return w->pronoun;
  const pq_view class_id = p->g->class_ids.at[w->class_noun];
  if (pq_view_same(class_id, PQ_LIT("*"))) return true;
  return p->classes && p->classes->under &&
         p->classes->under(p->classes->user, e->id, class_id);
}

/* The nearest fitting mention before byte `at` of this sentence. */
static pq_entity_id in_sentence(const pq_parse *p, const wanted *w,
                                uint32_t at) {
  for (uint32_t i = p->r->mentions.n; i-- > p->first_mention;) {
    const pq_mention *const m = &p->r->mentions.at[i];
    if (m->sentence != p->sentence || m->span.end > at) continue;
    if (m->effect == PQ_EFFECT_NOT_ACTOR) continue;
    if (fits(p, w, m->entity)) return m->entity;
  }
  return 0;
}

/* The first fitting mention of the sentence before, its topic. */
static pq_entity_id before_sentence(const pq_parse *p, const wanted *w) {
  for (uint32_t back = 1; back <= BACK_MOST; ++back) {
    if (back > p->sentence) return 0;
    const pq_sentence_id s = p->sentence - back;
    if (p->r->sentences.at[s].part == PQ_PART_TITLE && w->pronoun) return 0;
    uint32_t i = p->first_mention;
    while (i > 1 && p->r->mentions.at[i - 1].sentence >= s) {
      --i;
    }
    for (; i < p->first_mention; ++i) {
      const pq_mention *const m = &p->r->mentions.at[i];
      if (m->sentence != s) continue;
      if (fits(p, w, m->entity)) return m->entity;
    }
    if (w->pronoun) return 0; /* "it" does not reach further */
  }
  return 0;
}

pq_status pq_anaphor_find(const pq_parse *p, uint32_t chunk,
                          pq_entity_id *out) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const wanted w = wanted_of(p, c);
  *out = 0;
  if (w.plural || is_told_apart(p, c)) return PQ_OK;
  if (!w.pronoun && !(w.class_noun && (w.definite || w.same))) return PQ_OK;
  /* An object's "it" is named nearby, not what the clause is about. */
  if (!w.pronoun || c->verb) *out = in_sentence(p, &w, c->span.begin);
  if (!*out) *out = before_sentence(p, &w);
  /* "it" may mean what the sentence began with. */
  if (!*out && w.pronoun) *out = in_sentence(p, &w, c->span.begin);
  if (*out) *out = pq_entity_base(p->r, *out);
  return PQ_OK;
}

bool pq_anaphor_event(const pq_parse *p, const pq_hit *h) {
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  if (h->voice != PQ_NOMINAL) return false;
  const pq_unit *const u = &p->units.at[c->begin];
  return (u->classes & PQ_W_DEMONSTRATIVE) || pq_unit_says(p, c->begin, "the") ||
         pq_unit_says(p, c->begin, "its");
}
