#include "bench.h"
#include "failing.h"
#include "unit.h"

#include <stdio.h>

static pq_record *record_of(void **state) {
  return &((pq_bench *)*state)->record;
}

static pq_entity protein(const char *id, const char *accession) {
  return (pq_entity){.kind = PQ_ENTITY_PROTEIN,
                     .id = pq_view_of(id),
                     .accession = pq_view_of(accession)};
}

static pq_entity_id add(pq_record *r, pq_entity e) {
  pq_entity_id id = 0;
  assert_int_equal(pq_store_entity(r, &e, &id), PQ_OK);
  return id;
}

static void test_slot_zero_is_nothing(void **state) {
  const pq_record *const r = record_of(state);
  assert_int_equal(r->entities.n, 1);
  assert_int_equal(r->events.n, 1);
  assert_int_equal(r->claims.n, 1);
  assert_int_equal(r->works.n, 1);
  assert_int_equal(r->evidence.n, 0);
}

static void test_equal_entities_share_an_id(void **state) {
  pq_record *const r = record_of(state);
  const pq_entity_id alk = add(r, protein("HGNC:427", "Q9UM73"));
  assert_int_equal(alk, 1);
  assert_int_equal(add(r, protein("HGNC:427", "Q9UM73")), alk);
  assert_int_not_equal(add(r, protein("HGNC:11364", "P40763")), alk);
}

/* p-STAT3, STAT3, ALK F1174L and active ALK are different things. */
static void test_states_differ_from_things(void **state) {
  pq_record *const r = record_of(state);
  const pq_entity_id alk = add(r, protein("HGNC:427", "Q9UM73"));
  const pq_modification y705 = {{'Y', 705}, 48};
  const pq_modification s727 = {{'S', 727}, 46};
  const pq_entity states[] = {
      {.kind = PQ_ENTITY_PROTEIN, .of = alk, .active = PQ_ACTIVE},
      {.kind = PQ_ENTITY_PROTEIN, .of = alk, .active = PQ_INACTIVE},
      {.kind = PQ_ENTITY_PROTEIN, .of = alk, .mutant = PQ_LIT("F1174L")},
      {.kind = PQ_ENTITY_PROTEIN, .of = alk, .mods = &y705, .n_mods = 1},
      {.kind = PQ_ENTITY_PROTEIN, .of = alk, .mods = &s727, .n_mods = 1},
  };
  for (pq_entity_id i = 0; i < 5; ++i) {
    assert_int_equal(add(r, states[i]), alk + 1 + i);
    assert_int_equal(pq_entity_base(r, alk + 1 + i), alk);
  }
  assert_int_equal(add(r, states[3]), alk + 4);
  assert_int_equal(pq_entity_base(r, alk), alk);
}

static void test_ungrounded_by_label(void **state) {
  pq_record *const r = record_of(state);
  const pq_entity one = {.kind = PQ_ENTITY_UNGROUNDED, .label = PQ_LIT("Foo")};
  const pq_entity two = {.kind = PQ_ENTITY_UNGROUNDED, .label = PQ_LIT("Bar")};
  assert_int_equal(add(r, one), 1);
  assert_int_equal(add(r, two), 2);
  assert_int_equal(add(r, one), 1);
}

static void test_binding_has_no_order(void **state) {
  pq_record *const r = record_of(state);
  const pq_entity_id a = add(r, protein("HGNC:2", "P00002"));
  const pq_entity_id b = add(r, protein("HGNC:1", "P00001"));
  pq_event one = {.kind = PQ_KIND_BINDING, .themes = {a, b}, .n_themes = 2};
  pq_event two = {.kind = PQ_KIND_BINDING, .themes = {b, a}, .n_themes = 2};
  pq_event_id ids[2] = {0, 0};
  assert_int_equal(pq_store_event(r, &one, &ids[0]), PQ_OK);
  assert_int_equal(pq_store_event(r, &two, &ids[1]), PQ_OK);
  assert_int_equal(ids[0], ids[1]);
  assert_int_equal(pq_event_at(r, ids[0])->themes[0], b);
}

static void test_events_differ_by_site_and_place(void **state) {
  pq_record *const r = record_of(state);
  const pq_entity_id a = add(r, protein("HGNC:2", "P00002"));
  pq_event e = {.kind = PQ_KIND_PHOSPHORYLATION, .themes = {a}, .n_themes = 1};
  pq_event_id bare = 0;
  pq_event_id sited = 0;
  pq_event_id after = 0;
  assert_int_equal(pq_store_event(r, &e, &bare), PQ_OK);
  e.site = (pq_site){'Y', 705};
  assert_int_equal(pq_store_event(r, &e, &sited), PQ_OK);
  e.downstream_of = a;
  assert_int_equal(pq_store_event(r, &e, &after), PQ_OK);
  assert_int_equal(bare, 1);
  assert_int_equal(sited, 2);
  assert_int_equal(after, 3);
}

static void test_every_field_of_a_claim_counts(void **state) {
  pq_record *const r = record_of(state);
  const pq_claim plain = {.subject = {PQ_NODE_ENTITY, 1},
                          .object = {PQ_NODE_EVENT, 1},
                          .relation = PQ_REL_UPSTREAM};
  pq_claim others[5] = {plain, plain, plain, plain, plain};
  others[1].direct = PQ_INDIRECTLY;
  others[2].negated = true;
  others[3].species = PQ_LIT("10090");
  others[4].polarity = PQ_NEGATIVE;
  for (pq_claim_id i = 0; i < 5; ++i) {
    pq_claim_id id = 0;
    assert_int_equal(pq_store_claim(r, &others[i], &id), PQ_OK);
    assert_int_equal(id, i + 1);
  }
  pq_claim_id again = 0;
  assert_int_equal(pq_store_claim(r, &plain, &again), PQ_OK);
  assert_int_equal(again, 1);
}

static pq_work_id add_work(pq_record *r, const char *author, uint32_t year,
                           char letter) {
  pq_work_id id = 0;
  const pq_work w = {.authors = {pq_view_of(author)},
                     .n_authors = 1,
                     .et_al = true,
                     .year = year,
                     .letter = letter};
  assert_int_equal(pq_store_work(r, &w, &id), PQ_OK);
  return id;
}

static pq_work_id add_others(pq_record *r, const char *second) {
  pq_work_id id = 0;
  const pq_work w = {.authors = {PQ_LIT("Lee"), pq_view_of(second)},
                     .n_authors = *second ? 2 : 1,
                     .et_al = true,
                     .year = 2010};
  assert_int_equal(pq_store_work(r, &w, &id), PQ_OK);
  return id;
}

/* "Lee, Miller et al. 2010" is another work than "Lee, Shuman et al. 2010". */
static void test_works_with_others(void **state) {
  pq_record *const r = record_of(state);
  const pq_work_id first = add_others(r, "Shuman");
  assert_true(add_others(r, "Miller") != first);
  assert_int_equal(add_others(r, "Shuman"), first);
  assert_int_equal(add_others(r, ""), first);
}

static void test_works_by_key(void **state) {
  pq_record *const r = record_of(state);
  assert_int_equal(add_work(r, "M\xC3\xBCller", 2006, 0), 1);
  assert_int_equal(add_work(r, "MULLER", 2006, 0), 1);
  assert_int_equal(add_work(r, "Muller", 2006, 'a'), 2);
  assert_int_equal(add_work(r, "Muller", 2007, 0), 3);
  const pq_work pair = {.authors = {PQ_LIT("Muller"), PQ_LIT("Han")},
                        .n_authors = 2,
                        .year = 2006};
  pq_work_id id = 0;
  assert_int_equal(pq_store_work(r, &pair, &id), PQ_OK);
  assert_int_equal(id, 4);
  assert_int_equal(r->works.n, 5);
}

/* However long a table is: the same row has one id,
 * and it is that of the first. */
static void test_long_tables(void **state) {
  enum {
    N = 300
  };
  pq_record *const r = record_of(state);
  for (uint32_t round = 0; round < 2; ++round) {
    for (uint32_t i = 0; i < N; ++i) {
      char id[16];
      (void)snprintf(id, sizeof id, "HGNC:%u", (unsigned)i);
      pq_view kept = {NULL, 0};
      assert_int_equal(pq_arena_copy(r->arena, pq_view_of(id), &kept), PQ_OK);
      const pq_entity thing = {.kind = PQ_ENTITY_PROTEIN, .id = kept};
      assert_int_equal(add(r, thing), i + 1);
      const pq_event event = {.kind = PQ_KIND_PHOSPHORYLATION,
                              .themes = {i / 2 + 1},
                              .n_themes = 1,
                              .site = {'S', i % 2}};
      pq_event_id event_id = 0;
      assert_int_equal(pq_store_event(r, &event, &event_id), PQ_OK);
      assert_int_equal(event_id, i + 1);
      const pq_claim claim = {.subject = {PQ_NODE_ENTITY, i / 2 + 1},
                              .object = {PQ_NODE_EVENT, i / 2 + 1},
                              .relation = PQ_REL_UPSTREAM,
                              .negated = i % 2};
      pq_claim_id claim_id = 0;
      assert_int_equal(pq_store_claim(r, &claim, &claim_id), PQ_OK);
      assert_int_equal(claim_id, i + 1);
      assert_int_equal(
          add_work(r, i % 2 ? "M\xC3\xBCller" : "Han", 1700 + i / 2, 0), i + 1);
    }
  }
  assert_int_equal(add_work(r, "MULLER", 1700, 0), 2);
}

/* A text of 3-byte and 4-byte characters, over several marks. */
static void test_points_of_a_text(void **state) {
  pq_record *const r = record_of(state);
  static const pq_view two = PQ_LIT_INIT("\xE2\x82\xAC\xF0\x9F\x98\x80");
  char bytes[7 * 40];
  for (size_t i = 0; i < sizeof bytes; ++i) {
    bytes[i] = two.ptr[i % 7];
  }
  pq_text_id id = 7;
  assert_int_equal(
      pq_store_text(r, PQ_SOURCE_FILE, (pq_view){bytes, sizeof bytes}, &id),
      PQ_OK);
  assert_int_equal(id, 0);
  const pq_text *const t = &r->texts.at[id];
  for (uint32_t i = 0; i < 40; ++i) {
    assert_int_equal(pq_text_point(t, 7 * i), 2 * i);
    assert_int_equal(pq_text_point(t, 7 * i + 3), 2 * i + 1);
  }
  assert_int_equal(pq_text_point(t, sizeof bytes), 80);
}

static void test_digest_of_nothing(void **state) {
  pq_record *const r = record_of(state);
  pq_text_id id = 0;
  assert_int_equal(pq_store_text(r, PQ_SOURCE_SUMMARY, PQ_LIT(""), &id), PQ_OK);
  assert_string_equal(
      r->texts.at[id].digest.hex,
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  assert_int_equal(pq_text_point(&r->texts.at[id], 0), 0);
}

static pq_status build(void *user, pq_alloc *alloc) {
  (void)user;
  pq_arena arena;
  pq_record r;
  pq_arena_init(&arena, alloc, 0);
  const pq_status st = pq_seed_build(&r, &arena, true);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  (void)pq_fail_each(build, NULL, PQ_OK);
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_empty, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_slot_zero_is_nothing),
      TEST(test_equal_entities_share_an_id),
      TEST(test_states_differ_from_things),
      TEST(test_ungrounded_by_label),
      TEST(test_binding_has_no_order),
      TEST(test_events_differ_by_site_and_place),
      TEST(test_every_field_of_a_claim_counts),
      TEST(test_works_by_key),
      TEST(test_works_with_others),
      TEST(test_long_tables),
      TEST(test_points_of_a_text),
      TEST(test_digest_of_nothing),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
