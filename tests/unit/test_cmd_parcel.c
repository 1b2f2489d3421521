#include "heard.h"
#include "scratch.h"
#include "unit.h"

#include "cmd/manifest.h"
#include "cmd/parcel.h"

#define G1 "https://x.org/graph/00112233445566778899aabbccddeeff"
#define G2 "https://x.org/graph/ffeeddccbbaa99887766554433221100"
#define R  "http://r.org/R-1"

static const pq_names names = {"https://x.org/"};

/* Read a file's first graphs; their number, and the status at the end. */
static pq_status read_all(const char *name, const char *content,
                          pq_parcel *first, pq_bytes *body, size_t *n,
                          pq_heard *heard) {
  pq_scratch s;
  pq_parcels *p = NULL;
  pq_parcel parcel;
  pq_scratch_open(&s);
  pq_heard_init(heard);
  const char *const path = pq_scratch_file(&s, name, pq_view_of(content));
  pq_status st = pq_parcels_open(path, &names, &heard->sink, &p);
  *n = 0;
  while (!st) {
    st = pq_parcels_next(p, &parcel);
    if (st) break;
    if (!(*n)++) {
      *first = parcel;
      pq_bytes_put(body, parcel.body);
      pq_bytes_text(body, "|");
      pq_bytes_put(body, parcel.about);
    }
  }
  pq_parcels_close(p);
  pq_scratch_close(&s);
  return st;
}

static void test_keys(void **state) {
  (void)state;
  static const char longer[] = G1 "0";
  static const char *const others[] = {
      "https://x.org/graph/00112233445566778899aabbccddee",
      "https://x.org/graph/00112233445566778899AABBCCDDEEFF",
      "https://x.org/claim/00112233445566778899aabbccddeeff",
      "https://y.org/graph/00112233445566778899aabbccddeeff",
      longer,
      ""};
  uint8_t key[PQ_KEY_SIZE];
  pq_bytes name = {0};
  assert_true(pq_names_key(&names, pq_view_of(G1), key));
  for (size_t i = 0; i < PQ_KEY_SIZE; ++i) {
    assert_int_equal(key[i], 0x11 * i);
  }
  pq_names_graph(&names, key, &name);
  ASSERT_VIEW(pq_bytes_view(&name), G1);
  for (size_t i = 0; i < sizeof others / sizeof *others; ++i) {
    assert_false(pq_names_key(&names, pq_view_of(others[i]), key));
  }
  pq_bytes_clear(&name);
}

static void test_quads_become_triples(void **state) {
  (void)state;
  pq_heard heard;
  pq_parcel first;
  pq_bytes body = {0};
  size_t n = 0;
  const pq_status st = read_all("a.nq",
                                "# a comment\n\n"
                                "<a> <b> \"x \\\" <y> .\"@en <" G1 "> .\r\n"
                                "<d> <http://purl.org/dc/terms/subject> <" R
                                "> <" G1 "> . # end\n"
                                "<a>\t<b>  \"1\"^^<t>   <" G1 ">.\n"
                                "<a> <b> \"1\"^^<t> <" G1 "> .\n"
                                "<a> <b> <c> <" G2 "> .",
                                &first, &body, &n, &heard);
  assert_int_equal(st, PQ_END);
  assert_int_equal(n, 2);
  assert_int_equal(first.n_triples, 3);
  ASSERT_VIEW(pq_bytes_view(&body),
              "<a> <b> \"x \\\" <y> .\"@en .\n"
              "<d> <http://purl.org/dc/terms/subject> <" R "> .\n"
              "<a> <b> \"1\"^^<t> .\n<a> <b> \"1\"^^<t> .\n|" R);
  pq_bytes_clear(&body);
}

/* N-Quads and Turtle of one graph agree on all that is learnt of it. */
static void test_turtle_tells_the_same(void **state) {
  (void)state;
  pq_heard heard;
  pq_parcel quads;
  pq_parcel turtle;
  pq_bytes body = {0};
  size_t n = 0;
  assert_int_equal(
      read_all("a.nq",
               "<d> <http://purl.org/dc/terms/subject> <" R "> <" G1 "> .\n"
               "<d> <b> \"a, b; c. #\" <" G1 "> .\n"
               "<d> <b> \"2002\"^^<t:y> <" G1 "> .\n"
               "<d> <b> <p:a.b> <" G1 "> .\n"
               "<d> <b> \"7\" <" G1 "> .\n"
               "<" G1 "> <http://www.w3.org/ns/prov#wasAttributedTo> <p:t> <" G1
               "> .\n"
               "<" G1 "> <http://www.w3.org/ns/prov#wasDerivedFrom> <d> <" G1
               "> .\n",
               &quads, &body, &n, &heard),
      PQ_END);
  pq_bytes_reset(&body);
  assert_int_equal(
      read_all("a.ttl",
               "# comment, with <marks> ; and \"quotes\n"
               "@prefix graph: <https://x.org/graph/> .\n"
               "@prefix p: <p:> .\n@prefix t: <t:> .\n"
               "@prefix dct: <http://purl.org/dc/terms/> .\n"
               "@prefix prov: <http://www.w3.org/ns/prov#> .\n"
               "<d> dct:subject <" R "> ;\n  <b> \"a, b; c. #\", "
               "\"2002\"^^t:y, p:a.b, 7 .\n"
               "graph:00112233445566778899aabbccddeeff prov:wasAttributedTo "
               "p:t ; prov:wasDerivedFrom <d>.\n",
               &turtle, &body, &n, &heard),
      PQ_END);
  assert_int_equal(n, 1);
  assert_int_equal(turtle.n_triples, quads.n_triples);
  assert_int_equal(turtle.n_triples, 7);
  assert_true(turtle.made == quads.made && turtle.made != 0);
  assert_memory_equal(turtle.key, quads.key, sizeof quads.key);
  pq_bytes_clear(&body);
}

static void test_where_it_is_wrong(void **state) {
  (void)state;
  static const struct {
    const char *name, *content, *code;
    uint32_t line;
  } cases[] = {
      {"a.nq", "<a> <b> <c> <" G1 "> .\n<a> <b> <c>\n", "load.syntax", 2},
      {"a.nq", "<a> \"b\" <c> <" G1 "> .\n", "load.syntax", 1},
      {"a.nq", "<a> <b> \"c <" G1 "> .\n", "load.syntax", 1},
      {"a.nq", "<a> <b> _:c <" G1 "> .\n", "load.syntax", 1},
      {"a.nq", "<a> <b> \"c\"^^t <" G1 "> .\n", "load.syntax", 1},
      {"a.nq", "<a b> <b> <c> <" G1 "> .\n", "load.syntax", 1},
      {"a.nq", "<a> <b> <c> <" G1 "> . x\n", "load.syntax", 1},
      {"a.nq", "\n<a> <b> <c> <http://g> .\n", "load.graph", 2},
      {"a.nq", "\n<a> <b> \"\xFF\" <" G1 "> .\n", "load.encoding", 2},
      {"a.ttl", "<a> <b> <c> .\n\n<a> <b> [] .\n", "load.syntax", 3},
      {"a.ttl", "<a> <b> \"\"\"c\"\"\" .\n", "load.syntax", 1},
      {"a.ttl", "<a> <b> \"c\n\" .\n", "load.syntax", 1},
      {"a.ttl", "<a> <b> <c> ,\n", "load.syntax", 2},
      {"a.ttl", "<a> <b> <c> .\n", "load.graph", 2},
      {"a.nt", "<" G1 "> <b> <c> .\n<" G2 "> <b> <c> .\n", "load.several", 2},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    pq_heard heard;
    pq_parcel first;
    pq_bytes body = {0};
    size_t n = 0;
    const pq_status st =
        read_all(cases[i].name, cases[i].content, &first, &body, &n, &heard);
    assert_true(st != PQ_OK && st != PQ_END);
    assert_int_equal(heard.n, 1);
    assert_string_equal(heard.at[0].code, cases[i].code);
    assert_int_equal(heard.at[0].line, cases[i].line);
    pq_bytes_clear(&body);
  }
}

/* What a manifest says of two files. */
static void test_manifest(void **state) {
  (void)state;
  static const char a[] = "<a> <b> <c> <" G2 "> .\n<a> <b> <c> <" G1 "> .\n";
  static const char b[] = "<a> <b> <c> <" G1 "> .\n<a> <b> <d> <" G1 "> .\n";
  static const char apart[] = "<a> <b> <c> <" G1 "> .\n<a> <b> <c> <" G2 "> .\n"
                              "<a> <b> <d> <" G1 "> .\n";
  pq_scratch s;
  pq_heard heard;
  pq_scratch_open(&s);
  pq_heard_init(&heard);
  const char *paths[3] = {pq_scratch_file(&s, "a.nq", pq_view_of(a)),
                          pq_scratch_file(&s, "b.nq", pq_view_of(b)),
                          pq_scratch_file(&s, "c.nq", pq_view_of(apart))};
  pq_parcels *files[3] = {NULL, NULL, NULL};
  for (size_t i = 0; i < 3; ++i) {
    assert_int_equal(pq_parcels_open(paths[i], &names, &heard.sink, &files[i]),
                     PQ_OK);
  }
  pq_manifest m = {0};
  uint8_t key[PQ_KEY_SIZE];
  assert_int_equal(pq_manifest_read(&m, files, paths, 2, &heard.sink), PQ_OK);
  assert_int_equal(m.n, 2);
  assert_int_equal(m.n_triples, 3);
  assert_true(pq_names_key(&names, pq_view_of(G1), key));
  assert_int_equal(pq_manifest_find(&m, key)->file, 1);
  key[0] = 1;
  assert_null(pq_manifest_find(&m, key));
  pq_manifest_clear(&m);
  assert_int_equal(pq_manifest_read(&m, files + 2, paths + 2, 1, &heard.sink),
                   PQ_BAD_SYNTAX);
  assert_int_equal(pq_heard_find(&heard, "load.apart")->line, 3);
  pq_manifest_clear(&m);
  for (size_t i = 0; i < 3; ++i) {
    pq_parcels_close(files[i]);
  }
  pq_parcels_close(NULL);
  pq_scratch_close(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_keys),
      cmocka_unit_test(test_quads_become_triples),
      cmocka_unit_test(test_turtle_tells_the_same),
      cmocka_unit_test(test_where_it_is_wrong),
      cmocka_unit_test(test_manifest),
  };
  return cmocka_run_group_tests_name("cmd.parcel", tests, NULL, NULL);
}
