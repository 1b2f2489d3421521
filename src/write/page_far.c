/* A picture whose claims are told on other pages: the overview of a site. */
#include "out.h"
#include "page_parts.h"

static pq_status add_item(pq_page *p, const pq_page_far *claim) {
  const pq_page_item item = {.states = claim->states,
                             .iri = claim->iri,
                             .label = claim->label,
                             .page = claim->page};
  PQ_PUSH(p->arena, &p->items, item);
  return PQ_OK;
}

static pq_status fill(pq_page *p, const pq_page_far *claims, uint32_t n) {
  pq_status st = PQ_OK;
  PQ_PUSH(p->arena, &p->items, ((pq_page_item){.states = PQ_STATES_NOTHING}));
  for (uint32_t i = 0; i < n; ++i) {
    PQ_TRY(st, add_item(p, &claims[i]));
  }
  return PQ_OK;
}

pq_status pq_page_overview(const pq_maker *maker, pq_arena *arena,
                           const pq_page_far *claims, uint32_t n, pq_view svg,
                           pq_buf *out) {
  pq_status st = PQ_OK;
  pq_page p = {.arena = arena, .out = out};
  PQ_TRY(st, fill(&p, claims, n));
  pq_page_head(out, PQ_LIT("Overview"), maker, "", "");
  pq_page_text(&p, "<body class=\"overview\">\n<header>\n<nav "
                   "aria-label=\"Site\"><a href=\"index.html\">All "
                   "records</a></nav>\n<h1>Overview</h1>\n<p class=\"id\">What "
                   "all records claim, as one picture. What is drawn leads to "
                   "the record that says so, the first of several.</p>\n"
                   "</header>\n<main>\n<section id=\"diagram\" "
                   "aria-labelledby=\"diagram-head\">\n<h2 "
                   "id=\"diagram-head\">Diagram</h2>\n<button type=\"button\" "
                   "id=\"zoom\" hidden>Full size</button>\n<div class=\"card\" "
                   "tabindex=\"0\" role=\"group\" aria-label=\"Diagram\">\n");
  PQ_TRY(st, pq_page_put_picture(&p, svg));
  pq_page_text(&p, "</div>\n</section>\n</main>\n</body>\n</html>\n");
  return out->status;
}
