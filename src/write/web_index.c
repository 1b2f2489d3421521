#include "line.h"
#include "link.h"
#include "out.h"
#include "page.h"
#include "web.h"

#include <stdlib.h>

/* One bar of a chart. */
typedef struct bar {
  pq_view label;
  uint64_t n;
  uint32_t id; /* breaks ties */
} bar;

static void put_figure(pq_buf *out, uint64_t n, const char *what) {
  pq_buf_text(out, "<li><b>");
  pq_buf_number(out, n);
  pq_buf_format(out, "</b> %s</li>", what);
}

static void put_figures(const pq_web *s, pq_buf *out) {
  pq_buf_text(out, "<ul class=\"counts\">");
  put_figure(out, s->records, s->records == 1 ? "record" : "records");
  put_figure(out, s->claims, s->claims == 1 ? "claim" : "claims");
  put_figure(out, s->disputes, s->disputes == 1 ? "dispute" : "disputes");
  put_figure(out, s->questions,
             s->questions == 1 ? "open question" : "open questions");
  put_figure(out, s->cited.n, s->cited.n == 1 ? "paper" : "papers");
  pq_buf_text(out, "</ul>\n");
}

/* ---- charts ---- */

/* Thousandths of the longest bar, as a drawing: no style is needed. */
static void put_bar(pq_buf *out, uint64_t n, uint64_t most, const char *look) {
  const uint64_t width = most ? n * 1000 / most : 0;
  pq_buf_format(out,
                "<td class=\"bar\"><svg viewBox=\"0 0 1000 10\" "
                "preserveAspectRatio=\"none\" aria-hidden=\"true\" "
                "focusable=\"false\"><rect class=\"%s\" width=\"",
                look);
  pq_buf_number(out, n && !width ? 1 : width);
  pq_buf_text(out, "\" height=\"10\"/></svg></td>");
}

static void begin_chart(pq_buf *out, const char *head) {
  pq_buf_format(out, "<table class=\"chart\"><caption>%s</caption><tbody>\n",
                head);
}

static void put_row_end(pq_buf *out, uint64_t n) {
  pq_buf_text(out, "<td class=\"n\">");
  pq_buf_number(out, n);
  pq_buf_text(out, "</td></tr>\n");
}

/* The most frequent first. */
static int by_count(const void *one, const void *two) {
  const bar *const a = one;
  const bar *const b = two;
  if (a->n != b->n) return a->n > b->n ? -1 : 1;
  const int order = pq_view_order(a->label, b->label);
  return order ? order : (a->id > b->id) - (a->id < b->id);
}

static void put_words(pq_buf *out, pq_view word) {
  for (size_t i = 0; i < word.len; ++i) {
    const pq_view c = pq_view_head(pq_view_skip(word, i), 1);
    pq_out_html(out, c.ptr[0] == '_' ? PQ_LIT(" ") : c);
  }
}

static pq_status put_kinds(pq_web *s, pq_buf *out) {
  enum {
    SHOWN = 12
  };
  const uint32_t n = s->per_kind.n;
  bar *const bars = pq_arena_take(&s->arena, (n + 1) * sizeof *bars);
  if (!bars) return s->arena.status;
  for (uint32_t i = 0; i < n; ++i) {
    bars[i] = (bar){s->kinds.texts.at[i], s->per_kind.at[i], i};
  }
  qsort(bars, n, sizeof *bars, by_count);
  begin_chart(out, "Claims by kind");
  for (uint32_t i = 0; i < n && i < SHOWN; ++i) {
    pq_buf_text(out, "<tr><th scope=\"row\"><a href=\"#kind=");
    pq_out_html(out, bars[i].label);
    pq_buf_text(out, "\">");
    put_words(out, bars[i].label);
    pq_buf_text(out, "</a></th>");
    put_bar(out, bars[i].n, bars[0].n, "kind");
    put_row_end(out, bars[i].n);
  }
  pq_buf_text(out, "</tbody></table>\n");
  return PQ_OK;
}

static void put_stances(const pq_web *s, pq_buf *out) {
  uint64_t most = 0;
  for (size_t i = 0; i < PQ_N_STANCES; ++i) {
    if (s->by_stance[i] > most) most = s->by_stance[i];
  }
  begin_chart(out, "Evidence by stance");
  for (size_t i = 0; i < PQ_N_STANCES; ++i) {
    const char *const word = pq_stance_word((pq_stance)i);
    char look[32] = "s-";
    if (!s->by_stance[i]) continue;
    memcpy(look + 2, word, strlen(word) + 1);
    pq_buf_format(out,
                  "<tr><th scope=\"row\"><a class=\"u s-%s\" "
                  "href=\"#stance=%s\">%s</a></th>",
                  word, word, word);
    put_bar(out, s->by_stance[i], most, look);
    put_row_end(out, s->by_stance[i]);
  }
  pq_buf_text(out, "</tbody></table>\n");
}

static void put_work(const pq_web_work *w, pq_buf *out) {
  const bool link = w->pmid.len || w->doi.len;
  if (link) pq_buf_text(out, "<a rel=\"noopener\" href=\"");
  if (w->pmid.len) {
    pq_link_pmid(out, w->pmid);
  } else if (w->doi.len) {
    pq_link_doi(out, w->doi);
  }
  if (link) pq_buf_text(out, "\">");
  pq_out_html(out, w->label);
  if (link) pq_buf_text(out, "</a>");
}

static pq_status put_works(pq_web *s, pq_buf *out) {
  enum {
    SHOWN = 12
  };
  bar *const bars = pq_arena_take(&s->arena, (s->cited.n + 1) * sizeof *bars);
  if (!bars) return s->arena.status;
  for (uint32_t i = 0; i < s->cited.n; ++i) {
    bars[i] = (bar){s->works.texts.at[i], s->cited.at[i].claims, i};
  }
  qsort(bars, s->cited.n, sizeof *bars, by_count);
  begin_chart(out, "Papers cited for the most claims");
  for (uint32_t i = 0; i < s->cited.n && i < SHOWN; ++i) {
    pq_buf_text(out, "<tr><th scope=\"row\">");
    put_work(&s->cited.at[bars[i].id], out);
    pq_buf_text(out, "</th>");
    put_bar(out, bars[i].n, bars[0].n, "work");
    put_row_end(out, bars[i].n);
  }
  if (!s->cited.n) pq_buf_text(out, "<tr><td>none</td></tr>\n");
  pq_buf_text(out, "</tbody></table>\n");
  return PQ_OK;
}

static void put_share(pq_buf *out, const char *what, uint64_t n, uint64_t of) {
  pq_buf_format(out, "<tr><th scope=\"row\">%s</th>", what);
  put_bar(out, n, of, "share");
  pq_buf_text(out, "<td class=\"n\">");
  pq_buf_number(out, n);
  pq_buf_text(out, " of ");
  pq_buf_number(out, of);
  pq_buf_text(out, "</td></tr>\n");
}

static void put_coverage(const pq_web *s, pq_buf *out) {
  begin_chart(out, "Coverage");
  put_share(out, "Sentences with a claim", s->heard, s->sentences);
  put_share(out, "Names that are known", s->known, s->mentions);
  put_share(out, "Records with citations", s->citing, s->records);
  put_share(out, "Citations with a paper", s->resolved, s->pointers);
  pq_buf_text(out, "</tbody></table>\n");
}

/* ---- the table ---- */

static void put_choice(pq_buf *out, const char *id, const char *name,
                       const char *all) {
  pq_buf_format(out,
                "<label for=\"f-%s\">%s <select id=\"f-%s\" "
                "data-filter=\"%s\"><option value=\"\">%s</option></select>"
                "</label>\n",
                id, name, id, id, all);
}

static void put_filters(pq_buf *out) {
  pq_buf_text(out, "<div id=\"filters\" role=\"search\" hidden>\n"
                   "<label for=\"q\" class=\"wide\">Search names, identifiers, "
                   "papers and text <input type=\"search\" id=\"q\" "
                   "autocomplete=\"off\" spellcheck=\"false\" "
                   "placeholder=\"STAT3 Y705\"></label>\n");
  put_choice(out, "kind", "Kind of event", "any");
  put_choice(out, "stance", "Stance", "any");
  put_choice(out, "species", "Species", "any");
  pq_buf_text(out, "<label for=\"f-cites\">Citations <select id=\"f-cites\" "
                   "data-filter=\"cites\"><option value=\"\">any</option>"
                   "<option value=\"with\">with</option><option "
                   "value=\"without\">without</option></select></label>\n"
                   "<button type=\"button\" id=\"clear\">Clear</button>\n"
                   "</div>\n<p id=\"found\" role=\"status\"></p>\n");
}

static void put_table(pq_buf *out) {
  static const struct {
    const char *key, *head;
    bool number;
  } columns[] = {
      {"title", "Record", false},        {"species", "Species", false},
      {"claims", "Claims", true},        {"disputes", "Disputes", true},
      {"questions", "Open", true},       {"hedged", "Hedged", true},
      {"papers", "Papers", true},        {"silent", "Silent sentences", true},
      {"unknown", "Unknown names", true}};
  pq_buf_text(out, "<table id=\"records\" hidden><caption "
                   "class=\"unseen\">Records</caption><thead><tr>");
  for (size_t i = 0; i < sizeof columns / sizeof columns[0]; ++i) {
    pq_buf_format(out,
                  "<th scope=\"col\"%s><button type=\"button\" "
                  "data-sort=\"%s\">%s</button></th>",
                  columns[i].number ? " class=\"n\"" : "", columns[i].key,
                  columns[i].head);
  }
  pq_buf_text(out, "</tr></thead><tbody></tbody></table>\n"
                   "<p id=\"rest\" hidden><button type=\"button\" "
                   "id=\"more\">Show more</button></p>\n");
}

static void put_list(const pq_web *s, pq_buf *out) {
  pq_buf_text(out, "<noscript>\n<p>With JavaScript, this list can be searched "
                   "and sorted. Every page can be read without.</p>\n"
                   "<ul class=\"plain\">\n");
  pq_buf_put(out, pq_buf_view(&s->list));
  pq_buf_text(out, "</ul>\n</noscript>\n");
}

static void put_top(const pq_web *s, const pq_maker *maker, pq_buf *out) {
  pq_page_head(out, PQ_LIT("Pathway records"), maker, "",
               "<script src=\"index-data.js\" defer></script>\n");
  pq_buf_text(out, "<body class=\"index\">\n<a class=\"skip\" "
                   "href=\"#list\">Skip to the list</a>\n<header>\n"
                   "<h1>Pathway records</h1>\n<p class=\"id\">What the texts "
                   "claim, who says so, and how firmly</p>\n");
  put_figures(s, out);
  if (s->overview) {
    pq_buf_text(out, "<nav class=\"jump\" aria-label=\"Pictures\"><a "
                     "href=\"overview.html\">Overview: all records as one "
                     "picture</a></nav>\n");
  }
  pq_buf_text(out, "</header>\n<main>\n<section id=\"summary\" "
                   "aria-labelledby=\"summary-head\">\n<details open><summary>"
                   "<h2 id=\"summary-head\">Summary</h2></summary>\n<div "
                   "class=\"charts\">\n");
}

static void put_end(const pq_maker *maker, pq_buf *out) {
  pq_buf_text(out, "</section>\n</main>\n<footer>Read by pathquill ");
  pq_out_html(out, maker->version);
  pq_buf_text(out, ", lexicon <code>");
  pq_out_html(out, pq_view_head(maker->lexicon, 8));
  pq_buf_text(out, "</code>, grammar <code>");
  pq_out_html(out, pq_view_head(maker->grammar, 8));
  pq_buf_text(out, "</code>.</footer>\n</body>\n</html>\n");
}

pq_status pq_web_index(pq_web *site, const pq_maker *maker, pq_buf *out) {
  pq_status st = PQ_OK;
  put_top(site, maker, out);
  PQ_TRY(st, put_kinds(site, out));
  put_stances(site, out);
  PQ_TRY(st, put_works(site, out));
  put_coverage(site, out);
  pq_buf_text(out, "</div>\n</details>\n</section>\n<section id=\"list\" "
                   "aria-labelledby=\"list-head\">\n<h2 id=\"list-head\">"
                   "Records</h2>\n");
  put_filters(out);
  put_table(out);
  put_list(site, out);
  put_end(maker, out);
  return site->list.status ? site->list.status : out->status;
}
