#include "unit.h"

#include "write/out.h"

#include <stdio.h>

typedef void put(pq_buf *out, pq_view text);

static void assert_put(put *how, pq_view text, const char *want) {
  pq_buf out;
  pq_buf_init(&out, NULL);
  how(&out, text);
  assert_int_equal(out.status, PQ_OK);
  ASSERT_VIEW(pq_buf_view(&out), want);
  pq_buf_clear(&out);
}

/* One nasty label through all of them. */
#define NASTY PQ_LIT("a\"b\\c\nd\re\tf<g>&'h\x01\xCE\xBA")

static void test_string(void **state) {
  (void)state; /* canonical: a tab and a control character stay */
  assert_put(pq_out_string, NASTY,
             "\"a\\\"b\\\\c\\nd\\re\tf<g>&'h\x01\xCE\xBA\"");
  assert_put(pq_out_string, PQ_LIT(""), "\"\"");
}

static void test_iri(void **state) {
  (void)state;
  assert_put(pq_out_iri, PQ_LIT("http://x/a#b?c=d&e"), "<http://x/a#b?c=d&e>");
  assert_put(pq_out_iri, PQ_LIT("a b<c>\"{}|^`\\\n\xCE\xBA"),
             "<a\\u0020b\\u003Cc\\u003E\\u0022\\u007B\\u007D\\u007C\\u005E"
             "\\u0060\\u005C\\u000A\xCE\xBA>");
}

static void test_comment(void **state) {
  (void)state;
  assert_put(pq_out_comment, NASTY, "a\"b\\c d e f<g>&'h \xCE\xBA");
}

static void test_json(void **state) {
  (void)state;
  assert_put(pq_out_json, NASTY,
             "\"a\\\"b\\\\c\\nd\\re\\tf<g>&'h\\u0001\xCE\xBA\"");
  assert_put(pq_out_json, PQ_LIT("\b\f"), "\"\\b\\f\"");
}

static void test_tsv(void **state) {
  (void)state;
  assert_put(pq_out_tsv, NASTY, "a\"b\\\\c\\nd\\re\\tf<g>&'h\x01\xCE\xBA");
}

static void test_bibtex(void **state) {
  (void)state; /* balanced, whatever comes */
  assert_put(pq_out_bibtex, NASTY,
             "a\"b\\textbackslash{}c d e f<g>\\&'h \xCE\xBA");
  assert_put(pq_out_bibtex, PQ_LIT("}{ 5% $x_1^2$ #~"),
             "\\textbraceright{}\\textbraceleft{} 5\\% \\$x\\_1"
             "\\textasciicircum{}2\\$ \\#\\textasciitilde{}");
}

static void test_dot(void **state) {
  (void)state;
  assert_put(pq_out_dot, PQ_LIT("a\"b\\c\nd"), "\"a\\\"b\\\\c\\nd\"");
}

static void put_lines(pq_buf *out, pq_view text) {
  pq_out_dot_words(out, text, 'l');
}

/* Graphviz shows these very words; what turns writing round is left out. */
#define TURNED \
  "x\xE2\x80\xAEy\xE2\x80\xACz\xE2\x81\xA6w\xE2\x81\xA9\x7F\xE2\x80\x93"

static void test_dot_words(void **state) {
  (void)state;
  assert_put(put_lines, NASTY, "\"a\\\"b\\\\c\\lde\tf<g>&amp;'h\xCE\xBA\"");
  assert_put(put_lines, PQ_LIT(TURNED), "\"xyzw\xE2\x80\x93\"");
}

static void test_dot_html(void **state) {
  (void)state;
  assert_put(pq_out_dot_html, NASTY,
             "a&quot;b&#92;c\nde\tf&lt;g&gt;&amp;&#39;h\xCE\xBA");
  assert_put(pq_out_dot_html, PQ_LIT("\\N]]>"), "&#92;N]]&gt;");
  assert_put(pq_out_dot_html, PQ_LIT(TURNED), "xyzw\xE2\x80\x93");
  assert_put(pq_out_dot_html, PQ_LIT("x\xEF\xBF\xBFy"), "xy");
}

static void test_xml(void **state) {
  (void)state;
  assert_put(pq_out_xml, NASTY,
             "a&quot;b\\c\nd&#13;e\tf&lt;g&gt;&amp;&#39;h\xCE\xBA");
  assert_put(pq_out_xml,
             PQ_LIT("a\xEF\xBF\xBF\xEF\xBF\xBE\xEF\xBF\xBD\xEF\xBF"),
             "a\xEF\xBF\xBD\xEF\xBF");
  assert_put(pq_out_xml, PQ_LIT("a\r\nb"), "a&#13;\nb");
  assert_put(pq_out_xml, PQ_LIT("\x01"), "");
}

/* What is never seen is shown; white space and accents stay. */
static void test_html(void **state) {
  (void)state;
  assert_put(pq_out_html, NASTY,
             "a&quot;b\\c\nd\re\tf&lt;g&gt;&amp;&#39;h[U+0001]\xCE\xBA");
  /* U+202E and U+2069, byte by byte: a literal of them would turn this file */
  static const char turned[] = {'x', '\xE2', '\x80', '\xAE', '<',
                                'y', '>',    '\xE2', '\x81', '\xA9'};
  assert_put(pq_out_html, (pq_view){turned, sizeof turned},
             "x[U+202E]&lt;y&gt;[U+2069]");
  assert_put(pq_out_html, PQ_LIT("\x7F\xC2\x85\xEF\xBB\xBF\xE2\x80\x8D"),
             "[U+007F][U+0085][U+FEFF][U+200D]");
  assert_put(pq_out_html, PQ_LIT("\xC2\xA0\xE2\x80\x93"),
             "\xC2\xA0\xE2\x80\x93");
}

/* Every byte at every place of an IRI, beside the obvious way. */
static void test_iri_bytes(void **state) {
  enum {
    LEN = 35 /* two blocks of sixteen, and some */
  };
  char iri[LEN];
  char want[LEN + 8];
  (void)state;
  for (size_t at = 0; at < LEN; ++at) {
    for (unsigned c = 0; c < 256; ++c) {
      const bool bad = c <= 0x20 || strchr("<>\"{}|^`\\", (int)c);
      memset(iri, 'x', LEN);
      iri[at] = (char)c;
      int n = snprintf(want, sizeof want, "<%.*s", (int)at, iri);
      if (bad) {
        n += snprintf(want + n, sizeof want - (size_t)n, "\\u%04X", c);
      } else {
        want[n++] = (char)c;
      }
      (void)snprintf(want + n, sizeof want - (size_t)n, "%.*s>",
                     (int)(LEN - at - 1), iri + at + 1);
      assert_put(pq_out_iri, ((pq_view){iri, LEN}), want);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_iri_bytes), cmocka_unit_test(test_string),
      cmocka_unit_test(test_iri),       cmocka_unit_test(test_comment),
      cmocka_unit_test(test_json),      cmocka_unit_test(test_tsv),
      cmocka_unit_test(test_dot),       cmocka_unit_test(test_xml),
      cmocka_unit_test(test_dot_words), cmocka_unit_test(test_dot_html),
      cmocka_unit_test(test_bibtex),    cmocka_unit_test(test_html),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
