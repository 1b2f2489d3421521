/* Records of chance for the tests of drawings. */
#ifndef PQ_TESTS_UNIT_WRITE_CHANCE_H
#define PQ_TESTS_UNIT_WRITE_CHANCE_H

#include "test_write_records.h"

/* A record of chance: the same for the same seed. */
static inline uint32_t draw_lot(uint64_t *state, uint32_t n) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return (uint32_t)(*state >> 33) % n;
}

enum {
  N_THINGS = 9
};

static inline pq_node random_end(sample *s, uint64_t *lots,
                                 const pq_node *things, uint32_t events) {
  static const uint32_t sorts[] = {
      PQ_KIND_PHOSPHORYLATION, PQ_KIND_ACTIVATION,    PQ_KIND_EXPRESSION,
      PQ_KIND_TRANSLOCATION,   PQ_KIND_DEGRADATION,   KIND_DEPHOSPHORYLATION,
      KIND_STABILIZATION,      PQ_KIND_UBIQUITINATION};
  const pq_node thing = things[draw_lot(lots, N_THINGS - 2)];
  if (draw_lot(lots, 10) >= events) {
    return things[draw_lot(lots, N_THINGS)];
  }
  pq_event e = {
      .kind = sorts[draw_lot(lots, 8)], .themes = {thing.id}, .n_themes = 1};
  if (e.kind == PQ_KIND_PHOSPHORYLATION && draw_lot(lots, 2)) {
    e.site = (pq_site){'S', 10 + draw_lot(lots, 2)};
  }
  return sample_event(s, e);
}

static inline void random_claim(sample *s, uint64_t *lots,
                                const pq_node *things,
                                pq_sentence_id sentence) {
  static const pq_relation relations[] = {
      PQ_REL_DIRECT,     PQ_REL_UPSTREAM,   PQ_REL_UPSTREAM, PQ_REL_REGULATES,
      PQ_REL_DEPENDS_ON, PQ_REL_INTERACTS,  PQ_REL_HAPPENS,  PQ_REL_INFLUENCES,
      PQ_REL_UPSTREAM,   PQ_REL_LOCATED_IN, PQ_REL_PART_OF};
  const pq_relation relation = relations[draw_lot(lots, 11)];
  pq_claim c = {.relation = relation,
                .polarity = (pq_polarity)draw_lot(lots, 3),
                .negated = draw_lot(lots, 12) == 0};
  c.subject = random_end(s, lots, things, 2);
  c.object = random_end(s, lots, things, 7);
  if (relation == PQ_REL_DEPENDS_ON) {
    const pq_node subject = c.subject;
    c.subject = c.object;
    c.object = subject;
  }
  if (relation == PQ_REL_HAPPENS && c.object.kind != PQ_NODE_EVENT) {
    c.object = sample_happening(s, PQ_KIND_ACTIVATION, things[0]);
  }
  if (draw_lot(lots, 14) == 0) c.object = (pq_node){PQ_NODE_NONE, 0};
  static const pq_stance stances[] = {PQ_ASSERTED, PQ_ASSERTED,     PQ_ASSERTED,
                                      PQ_HEDGED,   PQ_UNCLEAR,      PQ_DENIED,
                                      PQ_ASSERTED, PQ_CONTROVERSIAL};
  const saying how = {.sentence = sentence,
                      .stance = stances[draw_lot(lots, 8)],
                      .cue = "perhaps"};
  (void)sample_claim(s, c, how);
}

static inline pq_status push_dispute(sample *s, pq_dispute d) {
  PQ_PUSH(&s->arena, &s->record.disputes, d);
  return PQ_OK;
}

static inline void random_dispute(sample *s, uint64_t *lots,
                                  const pq_node *things) {
  const saying how = {
      .sentence = 1, .stance = PQ_ALTERNATIVE, .cue = "perhaps"};
  const pq_node target = random_end(s, lots, things, 7);
  pq_dispute d = {.n_alternatives = 2};
  for (uint32_t i = 0; i < 2; ++i) {
    const pq_claim c = {.subject = things[draw_lot(lots, N_THINGS)],
                        .object = target,
                        .relation = PQ_REL_UPSTREAM,
                        .polarity = (pq_polarity)(i + 1)};
    d.alternatives[i] = sample_claim(s, c, how);
  }
  assert_int_equal(push_dispute(s, d), PQ_OK);
  sample_evidence(
      s, PQ_STATES_DISPUTE, s->record.disputes.n - 1,
      (saying){.sentence = 1, .stance = PQ_CONTROVERSIAL, .cue = "perhaps"});
}

static inline void sample_random(sample *s, uint64_t seed) {
  static const char *const text[] = {"perhaps one", "perhaps two",
                                     "perhaps three", "perhaps four",
                                     "perhaps five"};
  static const char *const names[N_THINGS] = {
      "ABC1", "DEF-2", "GHIJKL3",     "M4",         "NOP5",
      "QR6",  "STU7",  "VWX pathway", "cell growth"};
  uint64_t lots = seed * 2654435761U + 88172645463325252U;
  pq_node things[N_THINGS];
  sample_begin(s, "R-HSA-2", "A record of chance", text, 5);
  for (uint32_t i = 0; i < N_THINGS; ++i) {
    const pq_entity_kind kind = i < 6    ? PQ_ENTITY_PROTEIN
                                : i == 6 ? PQ_ENTITY_GROUP
                                : i == 7 ? PQ_ENTITY_PATHWAY
                                         : PQ_ENTITY_PROCESS;
    char id[24];
    (void)snprintf(id, sizeof id, "PQ:thing.%u", (unsigned)i);
    pq_view kept = {NULL, 0};
    assert_int_equal(pq_arena_copy(&s->arena, pq_view_of(id), &kept), PQ_OK);
    things[i] = sample_thing(s, kind, kept.ptr, names[i]);
  }
  const uint32_t n = 2 + draw_lot(&lots, 10);
  for (uint32_t i = 0; i < n; ++i) {
    random_claim(s, &lots, things, draw_lot(&lots, 5));
  }
  if (draw_lot(&lots, 3) == 0) random_dispute(s, &lots, things);
  sample_end(s);
}

#endif
