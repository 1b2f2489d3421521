#include "test_scan_text.h"

#include "scan/affix.h"

static void test_phosphate(void **state) {
  (void)state;
  assert_int_equal(pq_affix_phosphate('S'), 46);
  assert_int_equal(pq_affix_phosphate('T'), 47);
  assert_int_equal(pq_affix_phosphate('Y'), 48);
  assert_int_equal(pq_affix_phosphate('\0'), 696);
  assert_int_equal(pq_affix_phosphate('K'), 696);
}

static void test_phospho(void **state) {
  static const want wants[] = {
      {"It is p-STAT3.", "p-STAT3=*696 HGNC:11364"},
      {"It is pSTAT3.", "pSTAT3=*696 HGNC:11364"},
      {"It is P-STAT3.", "P-STAT3=*696 HGNC:11364"},
      {"It is phospho-STAT3.", "phospho-STAT3=*696 HGNC:11364"},
      {"It is p-Y705-STAT3.", "p-Y705-STAT3=Y705*48 HGNC:11364"},
      {"It is pY705-STAT3.", "pY705-STAT3=Y705*48 HGNC:11364"},
      {"It is STAT3-pY705.", "STAT3-pY705=Y705*48 HGNC:11364"},
      {"It is p-S727-STAT3.", "p-S727-STAT3=S727*46 HGNC:11364"},
      {"It is p-T308-AKT1.", "p-T308-AKT1=T308*47 HGNC:391"},
      {"It is p-Y705,S727-STAT3.",
       "p-Y705,S727-STAT3=Y705*48 S727*46 HGNC:11364"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_whole_token_first(void **state) {
  static const want wants[] = {
      {"It is p53.", "p53=HGNC:11998"},
      {"It is p38.", "p38=FPLX:p38"},
      {"It is p27.", "p27=HGNC:1785"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_tags_are_dropped(void **state) {
  static const char *const texts[] = {"It is GFP-STAT3.", "It is FLAG-STAT3.",
                                      "It is HA-STAT3."};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i) {
    scanned s;
    scan_text(&s, state, texts[i]);
    assert_int_equal(s.r.mentions.n, 2);
    const pq_entity *const e = pq_entity_at(&s.r, s.r.mentions.at[1].entity);
    ASSERT_VIEW(e->id, "HGNC:11364");
    drop_text(&s);
  }
}

static void test_activity(void **state) {
  static const want wants[] = {
      {"It is DN-STAT3.", "DN-STAT3=inactive HGNC:11364"},
      {"It is CA-STAT3.", "CA-STAT3=active HGNC:11364"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_no_actors(void **state) {
  static const char *const texts[] = {"It is shSTAT3.", "It is siSTAT3.",
                                      "It is anti-STAT3.", "It is STAT3-/-."};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i) {
    scanned s;
    scan_text(&s, state, texts[i]);
    assert_true(s.r.mentions.n >= 2);
    const pq_mention *const m = &s.r.mentions.at[1];
    if (m->effect != PQ_EFFECT_NOT_ACTOR) fail_msg("%s", texts[i]);
    ASSERT_VIEW(pq_entity_at(&s.r, m->entity)->id, "HGNC:11364");
    drop_text(&s);
  }
}

static void test_states_are_one(void **state) {
  (void)state;
  scanned s;
  read_text(&s, "x");
  const pq_entity thing = {.kind = PQ_ENTITY_PROTEIN, .id = PQ_LIT("HGNC:1")};
  const pq_modification one[] = {{{'S', 727}, 46}, {{'Y', 705}, 48}};
  const pq_modification two[] = {{{'Y', 705}, 48}, {{'S', 727}, 46}};
  pq_entity_id of = 0;
  pq_entity_id a = 0;
  pq_entity_id b = 0;
  assert_int_equal(pq_store_entity(&s.r, &thing, &of), PQ_OK);
  assert_int_equal(pq_affix_state(&s.r, of, one, 2, &a), PQ_OK);
  assert_int_equal(pq_affix_state(&s.r, of, two, 2, &b), PQ_OK);
  assert_int_equal(a, b);
  assert_int_equal(pq_entity_base(&s.r, a), of);
  assert_int_equal(pq_entity_at(&s.r, a)->mods[0].site.position, 705);
  drop_text(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_phosphate),
      cmocka_unit_test(test_phospho),
      cmocka_unit_test(test_whole_token_first),
      cmocka_unit_test(test_tags_are_dropped),
      cmocka_unit_test(test_activity),
      cmocka_unit_test(test_no_actors),
      cmocka_unit_test(test_states_are_one),
  };
  return cmocka_run_group_tests(tests, open_names, close_names);
}
