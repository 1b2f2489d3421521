#include "cited.h"
#include "link.h"
#include "page_parts.h"

static void put_authors(const pq_page *p, const pq_cited *c) {
  enum {
    SHOWN = 6
  };
  for (uint32_t i = 0; i < c->authors.n && i < SHOWN; ++i) {
    if (i) pq_page_text(p, ", ");
    pq_page_line(p, c->authors.at[i]);
  }
  if (c->authors.n > SHOWN || c->others) pq_page_text(p, " et al.");
}

/* A link whose address is what `room` holds. */
static void put_link(const pq_page *p, pq_buf *room, const char *head,
                     pq_view words) {
  pq_page_text(p, "<a href=\"");
  pq_page_words(p, pq_buf_view(room));
  pq_page_text(p, "\" rel=\"noopener\">");
  pq_page_text(p, head);
  pq_page_words(p, words);
  pq_page_text(p, "</a> ");
  pq_page_empty(p, room);
}

/* What a paper is in PubMed, and where else it is found. */
static void put_numbers(const pq_page *p, pq_buf *room, pq_view pmid,
                        pq_view doi) {
  if (pmid.len) {
    pq_link_pmid(room, pmid);
    put_link(p, room, "PubMed ", pmid);
  }
  if (doi.len) {
    pq_link_doi(room, doi);
    put_link(p, room, "doi:", doi);
  }
}

/* Numbers of PubMed by their size, then DOIs: no RDF has the list's order. */
static int by_number(const pq_candidate *a, const pq_candidate *b) {
  if (a->pmid.len != b->pmid.len) {
    if (!a->pmid.len || !b->pmid.len) return a->pmid.len ? -1 : 1;
    return a->pmid.len < b->pmid.len ? -1 : 1;
  }
  const int order = pq_view_order(a->pmid, b->pmid);
  return order ? order : pq_view_order(a->doi, b->doi);
}

static void sort_candidates(pq_candidate *at, uint32_t n) {
  for (uint32_t i = 1; i < n; ++i) {
    const pq_candidate one = at[i];
    uint32_t k = i;
    for (; k > 0 && by_number(&at[k - 1], &one) > 0; --k) {
      at[k] = at[k - 1];
    }
    at[k] = one;
  }
}

static void put_links(const pq_page *p, pq_work_id id, const pq_cited *c,
                      pq_buf *room) {
  pq_page_text(p, "<div class=\"links\">");
  put_numbers(p, room, c->pmid, c->doi);
  for (uint32_t i = 0; i < c->candidates.n; ++i) {
    if (!i) {
      pq_page_text(p, "<span class=\"quiet\">not decided between</span> ");
    }
    put_numbers(p, room, c->candidates.at[i].pmid, c->candidates.at[i].doi);
  }
  if (!c->pmid.len && !c->doi.len && !c->candidates.n) {
    pq_link_search(room, &p->r->works.at[id], p->theme);
    put_link(p, room, "search PubMed", (pq_view){"", 0});
  }
  pq_page_text(p, "</div>");
}

/* Works without a year are no nodes of the graph: they have no name. */
static pq_status find_cited(const pq_page *p, pq_work_id id, pq_cited *c) {
  if (p->g->works[id].iri.len) return pq_cited_fill(c, p->g, id);
  *c = (pq_cited){.review = pq_work_is_review(p->g, id)};
  return PQ_OK;
}

static void put_claims(const pq_page *p, uint32_t number) {
  const pq_page_set *const items = &p->citing[p->works[number]];
  pq_page_text(p, "<div class=\"notes\">");
  for (uint32_t i = 0; i < items->n; ++i) {
    pq_page_chip(p, items->at[i]);
  }
  if (!items->n) {
    pq_page_text(p,
                 "<span class=\"none\">cited where no claim was read</span>");
  }
  pq_page_text(p, "</div>");
}

static pq_status put_paper(const pq_page *p, uint32_t number, pq_buf *room) {
  pq_status st = PQ_OK;
  const pq_work_id id = p->works[number];
  pq_cited c;
  PQ_TRY(st, find_cited(p, id, &c));
  sort_candidates(c.candidates.at, c.candidates.n);
  pq_buf_format(p->out, "<li id=\"work-%u\" data-w=\"%u\"", (unsigned)number,
                (unsigned)number);
  pq_page_marks(p, &p->citing[id]);
  pq_buf_format(p->out, "><span class=\"number\">%u</span><div><b>",
                (unsigned)number);
  pq_page_work_label(p, id);
  pq_page_text(p, "</b>");
  if (c.title.len) {
    pq_page_text(p, "<div class=\"authors\">");
    put_authors(p, &c);
    pq_page_text(p, "</div><cite>");
    pq_page_line(p, c.title);
    pq_page_text(p, "</cite>");
  }
  put_links(p, id, &c, room);
  pq_page_text(p, "</div>");
  put_claims(p, number);
  pq_page_text(p, "</li>\n");
  return room->status;
}

static pq_status put_papers(const pq_page *p, bool review, const char *head,
                            pq_buf *room) {
  pq_status st = PQ_OK;
  bool any = false;
  for (uint32_t i = 1; i <= p->n_works; ++i) {
    if (pq_work_is_review(p->g, p->works[i]) != review) continue;
    if (!any) {
      pq_buf_format(p->out, "<h3>%s</h3>\n<ul class=\"papers\">\n", head);
    }
    any = true;
    PQ_TRY(st, put_paper(p, i, room));
  }
  if (any) pq_page_text(p, "</ul>\n");
  return PQ_OK;
}

pq_status pq_page_put_papers(const pq_page *p) {
  pq_buf room;
  pq_buf_init(&room, p->out->alloc);
  pq_page_text(p, "<section id=\"papers\" aria-labelledby=\"papers-head\">\n"
                  "<h2 id=\"papers-head\">Papers</h2>\n");
  if (!p->n_works) pq_page_text(p, "<p>The text cites no paper.</p>\n");
  pq_status st = put_papers(p, false, "Primary", &room);
  if (!st) st = put_papers(p, true, "Reviews", &room);
  pq_page_text(p, "</section>\n");
  pq_buf_clear(&room);
  return st;
}
