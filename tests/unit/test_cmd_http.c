#include "unit.h"

#include "cmd/http.h"
#include "cmd/remote.h"

static void test_addresses(void **state) {
  (void)state;
  static const struct {
    const char *url;
    pq_url_facts facts;
  } cases[] = {
      {"http://x.org/store", {.ours = true, .open = true}},
      {"http://localhost:80/a?b", {.ours = true}},
      {"http://127.0.0.1/", {.ours = true}},
      {"http://[::1]:1/", {.ours = true}},
      {"http://127.x.org/", {.ours = true, .open = true}},
      {"https://x.org/", {.ours = true}},
      {"https://a:b@x.org/", {.ours = true, .tells = true}},
      {"https://a@x.org/", {.ours = true, .tells = true}},
      {"https://x.org/#a", {.ours = true, .fragment = true}},
      {"ftp://x.org/", {.open = true}},
      {"file:///etc/passwd", {.ours = false}},
      {"x.org/store", {.ours = false}},
      {"", {.ours = false}},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const pq_url_facts got = pq_http_look(cases[i].url);
    assert_int_equal(got.ours, cases[i].facts.ours);
    if (!got.ours) continue;
    assert_int_equal(got.open, cases[i].facts.open);
    assert_int_equal(got.tells, cases[i].facts.tells);
    assert_int_equal(got.fragment, cases[i].facts.fragment);
  }
}

static void test_escapes(void **state) {
  (void)state;
  pq_bytes out = {0};
  pq_http_escape(&out, (pq_view){"aZ09-._~ &=+%/\xC3\xA9\0", 17});
  ASSERT_VIEW(pq_bytes_view(&out), "aZ09-._~%20%26%3D%2B%25%2F%C3%A9%00");
  pq_bytes_clear(&out);
}

static void test_addresses_for_queries(void **state) {
  (void)state;
  static const char *const cases[][2] = {
      {"http://h:8890/sparql-graph-crud-auth", "http://h:8890/sparql-auth"},
      {"http://h/sparql-graph-crud", "http://h/sparql"},
      {"http://h:7878/store", "http://h:7878/query"},
      {"https://h/x/ds/data", "https://h/x/ds/query"},
      {"http://h:7200/repositories/r/rdf-graphs/service",
       "http://h:7200/repositories/r"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    pq_bytes out = {0};
    assert_int_equal(pq_remote_derive(cases[i][0], &out), PQ_OK);
    ASSERT_VIEW(pq_bytes_view(&out), cases[i][1]);
    pq_bytes_clear(&out);
  }
  pq_bytes out = {0};
  assert_int_equal(pq_remote_derive("http://h/sparql", &out), PQ_BAD_ARG);
  assert_int_equal(pq_remote_derive("/store", &out), PQ_BAD_ARG);
  assert_int_equal(out.len, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_addresses),
      cmocka_unit_test(test_escapes),
      cmocka_unit_test(test_addresses_for_queries),
  };
  pq_http_close(NULL);
  pq_remote_close(NULL);
  return cmocka_run_group_tests_name("cmd.http", tests, NULL, NULL);
}
