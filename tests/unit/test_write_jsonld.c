#include "bench.h"
#include "test_write_records.h"
#include "unit.h"

#include "write/jsonld.h"
#include "write/jsonld_terms.h"

#include <stdio.h>

static size_t count(pq_view text, char c) {
  size_t n = 0;
  for (size_t i = 0; i < text.len; ++i) {
    n += text.ptr[i] == c;
  }
  return n;
}

static void test_record_is_the_root(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_jsonld(&b->graph, &b->out), PQ_OK);
  const pq_view text = pq_buf_view(&b->out);
  assert_true(pq_view_starts(text, PQ_LIT("{\n  \"@context\": {")));
  assert_true(pq_holds(text,
                       "\n  \"id\": \"reactome:R-HSA-9701524\",\n"
                       "  \"type\": \"bp:BiochemicalReaction\",\n"
                       "  \"label\": \"STAT3 is phosphorylated downstream of "
                       "active ALK\",\n"));
}

static void test_evidence_stands_in_its_claim(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_jsonld(&b->graph, &b->out), PQ_OK);
  assert_true(
      pq_holds(pq_buf_view(&b->out),
               "    {\n"
               "      \"id\": \"claim:9454d0eec610e00acda40a64b9036b80\",\n"
               "      \"type\": \"Claim\",\n"
               "      \"label\": \"ALK directly mediates STAT3 activation\",\n"
               "      \"subject\": \"uniprot:Q9UM73\",\n"
               "      \"predicate\": \"RO:0002327\",\n"
               "      \"object\": \"event:activation.P40763\",\n"
               "      \"direct\": true,\n"
               "      \"evidence\": [\n"
               "        {\n"
               "          \"id\": \"ev:88b6326f8f5848682440ab4d48dbe0ed\",\n"
               "          \"type\": \"ECO:0000034\",\n"
               "          \"status\": \"Alternative\",\n"
               "          \"cues\": [\"Whether\", \"controversial\"],\n"));
}

/* Only what is in use is declared. */
static void test_context_of_a_document(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_jsonld(&b->graph, &b->out), PQ_OK);
  const pq_view text = pq_buf_view(&b->out);
  assert_true(pq_holds(text, "\"work\": \"https://w3id.org/pathquill/work/\""));
  assert_true(pq_holds(text, "\"disputes\": \"@included\""));
  assert_false(pq_holds(text, "\"mention\":"));
  assert_false(pq_holds(text, "\"isoform\":"));
  assert_false(pq_holds(text, "\"mentions\": \"@included\""));
  assert_false(pq_holds(text, "\"passages\""));
}

static void test_line(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_stream_jsonld(&b->graph, &b->out), PQ_OK);
  const pq_view text = pq_buf_view(&b->out);
  assert_int_equal(count(text, '\n'), 1);
  assert_int_equal(text.ptr[text.len - 1], '\n');
  assert_true(pq_holds(text, "\"position\":705,\"notation\":\"Y705\""));
}

/* Mentions and whole texts have keys of their own; what a tied name may mean
 * stands in its mention. */
static void test_layers(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_stream_jsonld(&b->graph, &b->out), PQ_OK);
  const pq_view text = pq_buf_view(&b->out);
  assert_true(pq_holds(text, "\"mentions\":[{\"id\":\"mention:"));
  assert_true(pq_holds(text, "\"refersTo\":[\"work:zhang-2002.11751994\"]"));
  assert_true(pq_holds(text, "\"text\":\"STAT3 is phosphorylated downstream"));
  assert_true(pq_holds(text, "\"exactMatch\":[\"pubmed:"));
}

static void test_every_key_once(void **state) {
  (void)state;
  size_t n = 0;
  for (; pq_ld_key_at(n); ++n) {
    const pq_ld_key *const k = pq_ld_key_at(n);
    assert_int_equal(pq_ld_key_of(pq_term_iri(k->term)), n);
    for (size_t i = 0; i < n; ++i) {
      assert_string_not_equal(pq_ld_key_at(i)->key, k->key);
    }
    for (size_t i = 0; pq_ld_shelf_at(i); ++i) {
      assert_string_not_equal(pq_ld_shelf_at(i), k->key);
    }
    assert_null(pq_prefix_named(pq_view_of(k->key)));
  }
  assert_true(n <= PQ_KEYS_MOST);
  assert_int_equal(pq_ld_key_of(pq_term_iri(PQ_TERM_CLAIM)), PQ_KEYS_MOST);
}

static void test_names(void **state) {
  (void)state;
  pq_arena arena;
  pq_ld_names names;
  pq_buf out;
  pq_json j;
  pq_arena_init(&arena, NULL, 0);
  pq_buf_init(&out, NULL);
  assert_int_equal(pq_ld_names_open(&names, &arena, PQ_LIT("https://x/")),
                   PQ_OK);
  pq_json_begin(&j, &out, true);
  pq_json_array(&j, PQ_JSON_FILL);
  pq_ld_put(&names, &j, PQ_LIT("https://x/claim/1"), false);
  pq_ld_put(&names, &j, PQ_LIT("http://purl.obolibrary.org/obo/RO_1"), true);
  pq_ld_put(&names, &j, PQ_LIT("https://w3id.org/pathquill/ns#Claim"), true);
  pq_ld_put(&names, &j, PQ_LIT("https://w3id.org/pathquill/ns#Claim"), false);
  pq_ld_put(&names, &j, PQ_LIT("https://w3id.org/pathquill/claim/1"), false);
  pq_ld_put(&names, &j, PQ_LIT("https://x/claim/"), false);    /* no local */
  pq_ld_put(&names, &j, PQ_LIT("https://x/claim///a"), false); /* an address */
  pq_json_close(&j);
  ASSERT_VIEW(pq_buf_view(&out),
              "[\"claim:1\",\"RO:1\",\"Claim\",\"pq:Claim\","
              "\"https://w3id.org/pathquill/claim/1\",\"https://x/claim/\","
              "\"https://x/claim///a\"]");
  pq_buf_clear(&out);
  pq_arena_clear(&arena);
}

/* What is published is what the code says. */
static void test_published_context(void **state) {
  pq_bench *const b = *state;
  static char published[1 << 15];
  FILE *const file = fopen("ontology/context.jsonld", "rb");
  assert_non_null(file);
  const size_t n = fread(published, 1, sizeof published, file);
  (void)fclose(file);
  assert_int_equal(pq_ld_whole_context(&b->arena, b->maker.base, &b->out),
                   PQ_OK);
  if (pq_view_same(pq_buf_view(&b->out), (pq_view){published, n})) return;
  print_error("ontology/context.jsonld should be what follows\n");
  (void)fwrite(b->out.ptr, 1, b->out.len, stderr);
  fail();
}

static void test_nasty_record(void **state) {
  (void)state;
  sample s;
  sample_nasty(&s);
  const pq_view text = sample_write(&s, pq_stream_jsonld);
  assert_int_equal(count(text, '\n'), 1);
  assert_true(pq_holds(text, "\"label\":\"a\\\"b\\\\N \\\\l<c>&xmp;'d' ]]> "));
  assert_true(pq_holds(text, "|x\\u0001"));
  sample_close(&s);
}

/* A record without an id: nothing is the root, all else is there. */
static void test_no_id(void **state) {
  (void)state;
  sample s;
  static const char *const words[] = {"Nothing is said here"};
  sample_begin(&s, "", words[0], words, 1);
  sample_end(&s);
  const pq_view text = sample_write(&s, pq_stream_jsonld);
  assert_true(pq_holds(text, "}},\"documents\":[{\"id\":\"doc:"));
  assert_false(pq_holds(text, "\"about\""));
  sample_close(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_record_is_the_root, pq_bench_file,
                                      pq_bench_close),
      cmocka_unit_test_setup_teardown(test_evidence_stands_in_its_claim,
                                      pq_bench_file, pq_bench_close),
      cmocka_unit_test_setup_teardown(test_context_of_a_document, pq_bench_file,
                                      pq_bench_close),
      cmocka_unit_test_setup_teardown(test_line, pq_bench_file, pq_bench_close),
      cmocka_unit_test_setup_teardown(test_layers, pq_bench_rich,
                                      pq_bench_close),
      cmocka_unit_test_setup_teardown(test_published_context, pq_bench_file,
                                      pq_bench_close),
      cmocka_unit_test(test_every_key_once),
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_nasty_record),
      cmocka_unit_test(test_no_id),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
