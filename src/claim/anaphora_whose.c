/* "Its", where nothing in the sentence is meant: "X is stable.  Y brings about
 * its degradation", of X. */
#include "anaphora.h"

/* What the sentence before told that something happens to. */
typedef struct told {
  pq_entity_id one; /* 0 none, or not one alone */
  uint32_t n;       /* 0, 1, or 2 for more */
} told;

static told told_before(const pq_parse *p) {
  told t = {0, 0};
  for (uint32_t i = p->memory.n; i-- > 0;) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->told_in == p->sentence) continue;
    if (m->told_in + 1 != p->sentence) break;
    const pq_entity_id theme = pq_entity_base(p->r, m->theme);
    if (pq_entity_at(p->r, theme)->kind == PQ_ENTITY_PROCESS) continue;
    const pq_event *const e = pq_event_at(p->r, m->event);
    const bool whole = m->kind != PQ_OF_ANY_KIND && e->n_themes > 1;
    t.n = whole || (t.one && t.one != theme) ? 2 : 1;
    t.one = t.n == 1 ? theme : 0;
    if (t.n == 2) break;
  }
  return t;
}

/* "This leads to its E": of what happens, which something happens to. */
static bool is_of_this(const pq_parse *p, uint32_t chunk) {
  for (uint32_t i = 1; i < chunk; ++i) {
    if (p->chunks.at[i].kind == PQ_CHUNK_NOUN) {
      return pq_anaphor_this(p, i) != NULL;
    }
  }
  return false;
}

/* Is all that the sentence before told of the topic, or of it and another? */
static bool is_of_subject(const pq_parse *p, pq_entity_id topic) {
  for (uint32_t i = p->memory.n; i-- > 0;) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->told_in == p->sentence) continue;
    if (m->told_in + 1 != p->sentence) return true;
    if (m->kind == PQ_OF_ANY_KIND) return false;
    const pq_event *const e = pq_event_at(p->r, m->event);
    bool has = false;
    for (uint32_t k = 0; k < e->n_themes; ++k) {
      has = has || pq_entity_base(p->r, e->themes[k]) == topic;
    }
    if (!has) return false;
  }
  return true;
}

uint32_t pq_anaphor_owners(const pq_parse *p, uint32_t chunk,
                           pq_entity_id *one) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const bool it =
      pq_unit_says(p, c->begin, "its") || pq_unit_says(p, c->begin, "it");
  *one = 0;
  if (!it || p->r->wants_happenings) return 0;
  const pq_entity_id topic = p->n_topics == 1 ? p->topics[0] : 0;
  const told t = told_before(p);
  /* "X is bound by Y.  Z phosphorylates it": X, which that was told of */
  const bool passive = t.n == 2 && p->undergoes && is_of_subject(p, topic);
  /* "X binds A.  It phosphorylates B.  Y mediates its E": X's */
  if (topic && (passive || p->stays)) {
    *one = topic;
    return 1;
  }
  const bool same = !t.n || (t.one && (!topic || topic == t.one));
  /* "X inhibits Y.  Its degradation": of either */
  if (!same && !(t.one && is_of_this(p, chunk))) return 2;
  *one = t.one ? t.one : topic;
  return *one != 0;
}

pq_entity_id pq_anaphor_whose(const pq_parse *p, uint32_t chunk) {
  pq_entity_id one = 0;
  return pq_anaphor_owners(p, chunk, &one) == 1 ? one : 0;
}
