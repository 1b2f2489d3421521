#include "bench.h"
#include "unit.h"

#include "write/page_parts.h"

#include <stdio.h>

/* A drawing as svg.c leaves it: a ground, a chip that draws a claim, a protein
 * with a page of its own, an arc, a plate, and things that do not belong. */
static const char drawn[] =
    "<?xml version=\"1.0\"?>\n"
    "<svg role=\"x\" style=\"max-width:100%\" width=\"9pt\" height=\"8pt\"\n"
    " viewBox=\"0 0 9 8\" onload=\"evil()\">\n"
    "<title id=\"R-title\">T &lt;t&gt;</title>\n"
    "<desc id=\"R-desc\">D</desc>\n<style>text{fill:red}</style>\n"
    "<g id=\"R\" class=\"graph\" transform=\"scale(1 1)\">\n"
    "<g id=\"R-say\" class=\"node chip c30d0eec6 ccf9b61d6\">\n"
    "<title>chip</title>\n"
    "<g id=\"a_R-say\"><a xlink:title=\"promotes\" target=\"_blank\">\n"
    "<text x=\"1\">promotes</text>\n</a>\n</g>\n</g>\n"
    "<g id=\"R&#45;uniprot&#45;P40763\" class=\"node protein\">\n"
    "<g id=\"a_R-p\"><a xlink:href=\"https://www.uniprot.org/x\" "
    "xlink:title=\"STAT3\">\n<text x=\"1\">STAT3</text>\n</a>\n</g>\n</g>\n"
    "<g id=\"R-j\" class=\"node other\">\n"
    "<g id=\"a_R-j\"><a xlink:href=\"javascript:evil()\" xlink:title=\"j\">\n"
    "<text x=\"1\">J</text>\n</a>\n</g>\n</g>\n"
    "<g id=\"R-arc-1\" class=\"edge c30d0eec6\">\n"
    "<path stroke=\"#3a424a\" d=\"M0,0 1,1\"/>\n</g>\n"
    "<script>evil()</script><foreignObject><p>evil</p></foreignObject>"
    "<polygon style=\"fill:red\" points=\"0,0\"/>\n"
    "</g>\n</svg>\n";

static void draw(pq_bench *b, pq_page *p) {
  pq_buf_reset(&b->out);
  *p = (pq_page){
      .g = &b->graph, .r = &b->record, .arena = &b->arena, .out = &b->out};
  assert_int_equal(pq_page_collect(p), PQ_OK);
  assert_int_equal(pq_page_put_picture(p, pq_view_of(drawn)), PQ_OK);
}

#define ASSERT_HOLDS(b, part) \
  assert_true(pq_holds(pq_buf_view(&(b)->out), part))
#define ASSERT_LACKS(b, part) \
  assert_false(pq_holds(pq_buf_view(&(b)->out), part))

static void test_root(void **state) {
  pq_bench *const b = *state;
  pq_page p;
  draw(b, &p);
  assert_true(
      pq_view_starts(pq_buf_view(&b->out),
                     PQ_LIT("<svg xmlns=\"http://www.w3.org/2000/svg\"")));
  ASSERT_HOLDS(b, "aria-labelledby=\"fig-title fig-desc\" width=\"9pt\" "
                  "height=\"8pt\" viewBox=\"0 0 9 8\">");
  ASSERT_HOLDS(b, "<title id=\"fig-title\">T &lt;t&gt;</title>");
  ASSERT_HOLDS(b, "<desc id=\"fig-desc\">D</desc>");
  ASSERT_HOLDS(b, "<g class=\"graph\" transform=\"scale(1 1)\">");
}

/* No other id, no style, nothing that is not drawn. */
static void test_what_goes(void **state) {
  pq_bench *const b = *state;
  pq_page p;
  draw(b, &p);
  ASSERT_LACKS(b, "id=\"R");
  ASSERT_LACKS(b, "id=\"a_");
  ASSERT_LACKS(b, "style");
  ASSERT_LACKS(b, "onload");
  ASSERT_LACKS(b, "javascript");
  ASSERT_LACKS(b, "<script");
  ASSERT_LACKS(b, "foreignObject");
  ASSERT_LACKS(b, "<p>");
  ASSERT_LACKS(b, "<polygon");
  ASSERT_LACKS(b, "_blank");
}

/* The chip leads to its first claim; its name begins with what it shows. */
static void test_claims(void **state) {
  pq_bench *const b = *state;
  pq_page p;
  draw(b, &p);
  const uint32_t one =
      pq_page_item_named(&p, PQ_LIT("https://w3id.org/pathquill/claim/"
                                    "30d0eec619626e19d1eaedc2afb8494c"));
  char want[256];
  assert_true(one > 0);
  (void)snprintf(want, sizeof want, "ccf9b61d6\" data-c=\"%u %u\">",
                 (unsigned)one, (unsigned)one + 1);
  ASSERT_HOLDS(b, want);
  (void)snprintf(want, sizeof want,
                 "<a href=\"#claim-30d0eec619626e19d1eaedc2afb8494c\" "
                 "aria-label=\"promotes claim %u: active ALK promotes STAT3 "
                 "Y705 phosphorylation\">",
                 (unsigned)one);
  ASSERT_HOLDS(b, want);
  (void)snprintf(want, sizeof want,
                 "<g class=\"edge c30d0eec6\" "
                 "data-c=\"%u\">",
                 (unsigned)one);
  ASSERT_HOLDS(b, want);
  (void)snprintf(
      want, sizeof want,
      "<a tabindex=\"-1\" href=\"#claim-30d0eec619626e19d1eaedc2afb"
      "8494c\" aria-label=\"claim %u: active ALK promotes STAT3 Y705 "
      "phosphorylation\"><path class=\"hit\" d=\"M0,0 1,1\"/></a>"
      "<path stroke",
      (unsigned)one);
  ASSERT_HOLDS(b, want);
}

/* A thing is marked as the names in the text are; its page stays a link, and
 * what is no public page is none. */
static void test_things(void **state) {
  pq_bench *const b = *state;
  pq_page p;
  draw(b, &p);
  ASSERT_HOLDS(b, "<g class=\"node protein\" data-e=\"");
  ASSERT_HOLDS(b, "<a rel=\"noopener\" href=\"https://www.uniprot.org/x\" "
                  "aria-label=\"STAT3 STAT3\">");
  ASSERT_HOLDS(
      b, "<g class=\"node other\">\n<g><g>\n<text x=\"1\">J</text>\n</g>\n");
}

#define WITH_SEED(test) \
  cmocka_unit_test_setup_teardown(test, pq_bench_line, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      WITH_SEED(test_root),
      WITH_SEED(test_what_goes),
      WITH_SEED(test_claims),
      WITH_SEED(test_things),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
