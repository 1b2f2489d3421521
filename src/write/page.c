#include "page.h"

#include "link.h"
#include "out.h"
#include "page_parts.h"

#include "graph/name.h"

/* Nothing but the site's own two files is loaded, and nothing runs that stands
 * in the page. */
#define POLICY                                                \
  "default-src 'none'; style-src 'self'; script-src 'self'; " \
  "img-src 'self' data:; base-uri 'none'; form-action 'none'"

void pq_page_head(pq_buf *out, pq_view title, const pq_maker *maker,
                  const char *up, const char *more) {
  pq_buf_text(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                   "<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" "
                   "content=\"" POLICY "\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, "
                   "initial-scale=1\">\n"
                   "<meta name=\"referrer\" content=\"no-referrer\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n"
                   "<meta name=\"generator\" content=\"pathquill ");
  pq_out_html(out, maker->version);
  pq_buf_text(out, "\">\n<title>");
  pq_out_html(out, title);
  pq_buf_format(out,
                "</title>\n<link rel=\"icon\" href=\"data:,\">\n"
                "<link rel=\"stylesheet\" href=\"%sstyle.css\">\n%s"
                "<script src=\"%ssite.js\" defer></script>\n</head>\n",
                up, more, up);
}

void pq_page_title(pq_buf *out, const pq_record *r) {
  const pq_view title = pq_view_trim(r->title);
  const pq_view id = pq_view_trim(r->stable_id);
  pq_buf_put(out, title.len ? title : id);
  if (!title.len && !id.len) pq_buf_text(out, "A record without a title");
}

/* ---- the top ---- */

static void put_count(const pq_page *p, uint32_t n, const char *one,
                      const char *many) {
  pq_buf_format(p->out, "<li><b>%u</b> %s</li>", (unsigned)n,
                n == 1 ? one : many);
}

static uint32_t count_items(const pq_page *p, pq_stated states) {
  uint32_t n = 0;
  for (uint32_t i = 1; i < p->items.n; ++i) {
    n += p->items.at[i].states == states;
  }
  return n;
}

static void put_counts(const pq_page *p) {
  uint32_t silent = 0;
  for (uint32_t s = 0; s < p->r->sentences.n; ++s) {
    silent += !p->heard[s];
  }
  pq_page_text(p, "<ul class=\"counts\">");
  put_count(p, count_items(p, PQ_STATES_CLAIM), "claim", "claims");
  put_count(p, count_items(p, PQ_STATES_DISPUTE), "dispute", "disputes");
  put_count(p, count_items(p, PQ_STATES_QUESTION), "open question",
            "open questions");
  put_count(p, p->n_works, "paper", "papers");
  if (!pq_page_lacks(p, PQ_LACKS_TEXT)) {
    put_count(p, silent, "sentence without a claim",
              "sentences without a claim");
  }
  pq_page_text(p, "</ul>\n");
}

static void put_id(const pq_page *p) {
  const pq_record *const r = p->r;
  pq_page_text(p, "<p class=\"id\">");
  if (pq_is_reactome_id(r->stable_id)) {
    pq_page_text(p, "<a rel=\"noopener\" href=\"");
    pq_link_reactome(p->out, r->stable_id);
    pq_page_text(p, "\">");
    pq_page_words(p, r->stable_id);
    pq_page_text(p, "</a>");
  } else {
    pq_page_words(p, r->stable_id.len ? r->stable_id
                                      : pq_digest_short(&r->digest));
  }
  if (r->species.len) {
    pq_page_text(p, " · <i>");
    pq_page_line(p, r->species);
    pq_page_text(p, "</i>");
  }
  pq_page_text(p, "</p>\n");
}

/* Where the page is not that of the record, and what would make it so. */
static void put_source(const pq_page *p) {
  if (!p->g->lacks) return;
  pq_page_text(p, "<p class=\"source\">Made from RDF");
  if (pq_page_lacks(p, PQ_LACKS_TEXT)) {
    pq_page_text(p, ", which has of the text what it quotes; <code>build "
                    "--text --mentions</code> keeps the whole");
  } else if (pq_page_lacks(p, PQ_LACKS_MENTIONS)) {
    pq_page_text(p, ", which has the text and no names in it; <code>build "
                    "--mentions</code> keeps them");
  }
  pq_page_text(p, ".</p>\n");
}

static void put_top(const pq_page *p, pq_view title) {
  pq_page_text(p, "<body class=\"record\">\n"
                  "<a class=\"skip\" href=\"#text\">Skip to the text</a>\n"
                  "<header>\n<nav aria-label=\"Site\"><a "
                  "href=\"../index.html\">All records</a></nav>\n<h1>");
  pq_page_line(p, title);
  pq_page_text(p, "</h1>\n");
  put_id(p);
  put_source(p);
  put_counts(p);
  pq_page_text(p, "<nav class=\"jump\" aria-label=\"On this page\"><a "
                  "href=\"#text\">Text</a><a href=\"#diagram\">Diagram</a><a "
                  "href=\"#claims\">Claims</a><a "
                  "href=\"#papers\">Papers</a><a href=\"#names\">Names</a><a "
                  "href=\"#gaps\">What to look at</a></nav>\n</header>\n"
                  "<main>\n");
}

/* ---- the whole ---- */

static pq_status put_diagram(const pq_page *p, pq_view svg) {
  pq_status st = PQ_OK;
  pq_page_text(p, "<section id=\"diagram\" aria-labelledby=\"diagram-head\">\n"
                  "<h2 id=\"diagram-head\">Diagram</h2>\n");
  if (p->items.n == 1) {
    pq_page_text(p, "<p class=\"quiet\">There is nothing to draw.</p>\n");
  } else if (svg.len) {
    pq_page_text(p, "<button type=\"button\" id=\"zoom\" hidden>Full "
                    "size</button>\n<div class=\"card\" tabindex=\"0\" "
                    "role=\"group\" aria-label=\"Diagram\">\n");
    PQ_TRY(st, pq_page_put_picture(p, svg));
    pq_page_text(p, "</div>\n");
  } else {
    pq_page_text(p, "<p class=\"none\">The diagram could not be drawn; the "
                    "run told why. All that it would show stands in the list "
                    "of claims.</p>\n");
  }
  pq_page_text(p, "</section>\n");
  return PQ_OK;
}

static pq_status put_sections(const pq_page *p, pq_view svg) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_page_put_text(p));
  PQ_TRY(st, put_diagram(p, svg));
  PQ_TRY(st, pq_page_put_claims(p));
  PQ_TRY(st, pq_page_put_papers(p));
  PQ_TRY(st, pq_page_put_names(p));
  PQ_TRY(st, pq_page_put_gaps(p));
  pq_page_text(p, "</main>\n<p id=\"said\" role=\"status\"></p>\n<footer>Read "
                  "by pathquill ");
  pq_page_words(p, p->g->maker->version);
  pq_page_text(p, ", lexicon <code>");
  pq_page_words(p, pq_view_head(p->g->maker->lexicon, 8));
  pq_page_text(p, "</code>, grammar <code>");
  pq_page_words(p, pq_view_head(p->g->maker->grammar, 8));
  pq_page_text(p, "</code>. Text <code>");
  pq_page_words(p, pq_view_head(pq_digest_short(&p->r->digest), 8));
  pq_page_text(p, "</code>.</footer>\n</body>\n</html>\n");
  return PQ_OK;
}

pq_status pq_page_put(const pq_graph *g, pq_view svg, pq_buf *out) {
  pq_page p = {.g = g, .r = g->record, .arena = g->arena, .out = out};
  pq_buf title;
  pq_buf_init(&title, out->alloc);
  pq_page_title(&title, p.r);
  pq_status st = pq_page_collect(&p);
  if (!st) st = pq_page_take_triples(&p);
  if (!st) {
    pq_page_head(out, pq_buf_view(&title), g->maker, "../", "");
    put_top(&p, pq_buf_view(&title));
    st = put_sections(&p, svg);
  }
  if (!st) st = title.status;
  pq_buf_clear(&title);
  return st ? st : out->status;
}
