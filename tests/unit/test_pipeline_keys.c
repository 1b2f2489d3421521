#include "heard.h"
#include "keys.h"
#include "unit.h"

static void add(pq_keys *keys, const char *id, const char *bytes,
                const char *file, uint32_t line) {
  const pq_raw raw = {.bytes = pq_view_of(bytes),
                      .format = PQ_RAW_JSONL,
                      .place = {.file = pq_view_of(file), .line = line}};
  pq_key key;
  assert_int_equal(pq_key_make(&raw, &key), PQ_OK);
  key.id = pq_view_of(id);
  key.at = keys->n;
  assert_int_equal(pq_keys_put(keys, &key), PQ_OK);
}

static void assert_stem(const pq_key *key, const char *want) {
  char stem[PQ_STEM_MOST];
  const size_t n = pq_key_stem(key, stem);
  assert_int_equal(n, strlen(want));
  assert_string_equal(stem, want);
}

/* SHA-256 of "abc", FIPS 180-4. */
#define ABC "ba7816bf8f01cfea414140de5dae2223"

static void test_sorted_by_id_and_digest(void **state) {
  (void)state;
  pq_keys keys;
  pq_keys_init(&keys, NULL);
  add(&keys, "R-HSA-2", "x", "a.jsonl", 1);
  add(&keys, "R-HSA-1", "abc", "a.jsonl", 2);
  add(&keys, "", "y", "a.jsonl", 3);
  pq_keys_settle(&keys, NULL);
  assert_int_equal(keys.n, 3);
  ASSERT_VIEW(keys.at[0].id, "");
  ASSERT_VIEW(keys.at[1].id, "R-HSA-1");
  ASSERT_VIEW(keys.at[2].id, "R-HSA-2");
  assert_int_equal(keys.at[1].at, 1);
  assert_int_equal(keys.at[1].len, 3);
  assert_int_equal(keys.at[1].digest[0], 0xBA);
  assert_int_equal(keys.at[1].digest[15], 0x23);
  assert_stem(&keys.at[1], "R-HSA-1");
  assert_int_equal(keys.at[0].naming, PQ_NAMED_DIGEST);
  pq_keys_clear(&keys);
}

/* Byte for byte the same: once, with a finding at the later place. */
static void test_doubles(void **state) {
  (void)state;
  pq_keys keys;
  pq_heard heard;
  pq_heard_init(&heard);
  pq_keys_init(&keys, NULL);
  add(&keys, "R-HSA-1", "abc", "b.jsonl", 7);
  add(&keys, "R-HSA-1", "abc", "a.jsonl", 9);
  pq_keys_settle(&keys, &heard.sink);
  assert_int_equal(keys.n, 1);
  ASSERT_VIEW(keys.at[0].file, "a.jsonl");
  assert_int_equal(heard.n, 1);
  assert_string_equal(heard.at[0].code, "record.twice");
  assert_int_equal(heard.at[0].line, 7);
  pq_keys_clear(&keys);
}

static void test_one_id_two_records(void **state) {
  (void)state;
  pq_keys keys;
  pq_heard heard;
  pq_heard_init(&heard);
  pq_keys_init(&keys, NULL);
  add(&keys, "R-HSA-1", "abc", "a.md", 1);
  add(&keys, "R-HSA-1", "abd", "b.md", 1);
  pq_keys_settle(&keys, &heard.sink);
  assert_int_equal(keys.n, 2);
  assert_int_equal(keys.at[0].naming, PQ_NAMED_BOTH);
  const pq_key *const abc = keys.at[0].digest[0] == 0xBA ? &keys.at[0] //
                                                         : &keys.at[1];
  assert_stem(abc, "R-HSA-1.ba7816bf");
  assert_int_equal(heard.n, 0); /* told for each key, when its turn comes */
  pq_key_tell(&keys.at[0], &heard.sink);
  assert_non_null(pq_heard_find(&heard, "record.same-id"));
  pq_keys_clear(&keys);
}

/* A third record is called what one of the two would be called. */
static void test_made_names_do_not_clash(void **state) {
  (void)state;
  pq_keys keys;
  pq_keys_init(&keys, NULL);
  add(&keys, "R-HSA-1", "abc", "a.md", 1);
  add(&keys, "R-HSA-1", "abd", "b.md", 1);
  add(&keys, "R-HSA-1.ba7816bf", "abe", "c.md", 1);
  pq_keys_settle(&keys, NULL);
  char stems[3][PQ_STEM_MOST];
  for (size_t i = 0; i < 3; ++i) {
    (void)pq_key_stem(&keys.at[i], stems[i]);
  }
  assert_string_not_equal(stems[0], stems[1]);
  assert_string_not_equal(stems[0], stems[2]);
  assert_string_not_equal(stems[1], stems[2]);
  assert_string_equal(stems[2], "R-HSA-1.ba7816bf");
  pq_keys_clear(&keys);
}

static void test_ids_that_name_no_file(void **state) {
  (void)state;
  static const char *const bad[] = {"",       "../x",  "a/b",     ".hidden",
                                    "-x",     "a..b",  "a b",     "a\tb",
                                    "PMID-7", "PMID:", "PMID:7a", "graph",
                                    "REPORT", "index", "\xC3",    ABC};
  static const char *const good[] = {
      "R-HSA-9701524", "R-HSA-9701524.1", "a",     "9.x_y-z",
      "graph2",        "PMID:7",          "PMID-x"};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; ++i) {
    assert_false(pq_id_names_file(pq_view_of(bad[i])));
  }
  for (size_t i = 0; i < sizeof good / sizeof good[0]; ++i) {
    assert_true(pq_id_names_file(pq_view_of(good[i])));
  }
  char longest[65];
  memset(longest, 'a', sizeof longest);
  assert_true(pq_id_names_file((pq_view){longest, 64}));
  assert_false(pq_id_names_file((pq_view){longest, 65}));
}

static void test_papers(void **state) {
  (void)state;
  pq_keys keys;
  pq_keys_init(&keys, NULL);
  add(&keys, "PMID:17", "abc", "a.xml", 1);
  pq_keys_settle(&keys, NULL);
  assert_stem(&keys.at[0], "PMID-17");
  pq_keys_clear(&keys);
}

static void test_a_path_as_id(void **state) {
  (void)state;
  pq_keys keys;
  pq_heard heard;
  pq_heard_init(&heard);
  pq_keys_init(&keys, NULL);
  add(&keys, "../../etc/passwd", "abc", "a.md", 1);
  pq_keys_settle(&keys, NULL);
  assert_stem(&keys.at[0], ABC);
  pq_key_tell(&keys.at[0], &heard.sink);
  assert_non_null(pq_heard_find(&heard, "record.id-names-no-file"));
  pq_keys_clear(&keys);
}

static void test_nothing(void **state) {
  (void)state;
  pq_keys keys;
  pq_keys_init(&keys, NULL);
  pq_keys_settle(&keys, NULL);
  assert_int_equal(keys.n, 0);
  pq_keys_clear(&keys);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sorted_by_id_and_digest),
      cmocka_unit_test(test_doubles),
      cmocka_unit_test(test_one_id_two_records),
      cmocka_unit_test(test_made_names_do_not_clash),
      cmocka_unit_test(test_ids_that_name_no_file),
      cmocka_unit_test(test_papers),
      cmocka_unit_test(test_a_path_as_id),
      cmocka_unit_test(test_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
