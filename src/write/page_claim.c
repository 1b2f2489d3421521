/* The claims as a list: what is disputed first, then what is open, then what
 * the text stands for. */
#include "line.h"
#include "page_parts.h"

#include "graph/claim_name.h"

/* ---- evidence ---- */

static void put_quoted(const pq_page *p, const pq_evidence *e, const char *head,
                       const pq_span *spans, uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) {
    pq_page_text(p, i ? ", " : head);
    pq_page_text(p, "<q>");
    pq_page_line(p, pq_record_words(p->r, e->sentence, spans[i]));
    pq_page_text(p, "</q>");
  }
}

/* By their place; of one beginning, the shorter first. */
static pq_status put_settings(const pq_page *p, const pq_evidence *e) {
  pq_span *const sorted =
      pq_arena_take(p->arena, ((size_t)e->n_settings + 1) * sizeof *sorted);
  if (!sorted) return p->arena->status;
  for (uint32_t i = 0; i < e->n_settings; ++i) {
    const pq_span one = e->settings[i];
    uint32_t k = i;
    for (; k > 0 &&
           (sorted[k - 1].begin > one.begin ||
            (sorted[k - 1].begin == one.begin && sorted[k - 1].end > one.end));
         --k) {
      sorted[k] = sorted[k - 1];
    }
    sorted[k] = one;
  }
  put_quoted(p, e, " setting ", sorted, e->n_settings);
  return PQ_OK;
}

/* By number: they are one pointer, or several. */
static pq_status put_cites(const pq_page *p, const pq_evidence *e) {
  pq_status st = PQ_OK;
  if (!e->n_citations) {
    pq_page_text(p, e->no_cites
                        ? "<span class=\"quiet\">the papers of this sentence "
                          "belong to the dispute</span>"
                        : "<span class=\"quiet\">no citation</span>");
  }
  pq_page_set numbers = {NULL, 0, 0};
  for (uint32_t i = 0; i < e->n_citations; ++i) {
    const pq_work_id work = p->r->citations.at[e->citations[i]].work;
    PQ_TRY(st, pq_page_set_put(p->arena, &numbers, p->numbers[work]));
  }
  for (uint32_t i = 0; i < numbers.n; ++i) {
    if (i) pq_page_text(p, "; ");
    pq_page_work_link(p, p->works[numbers.at[i]]);
  }
  return PQ_OK;
}

/* Without the text there are no numbers of sentences, but places. */
static void put_where(const pq_page *p, const pq_evidence *e) {
  const pq_text *const t =
      &p->r->texts.at[p->r->sentences.at[e->sentence].text];
  const pq_span points = pq_text_points(t, e->span);
  const unsigned number = (unsigned)e->sentence + 1;
  pq_buf_format(p->out, "</q> <a class=\"where\" href=\"#s%u\">", number);
  if (pq_page_lacks(p, PQ_LACKS_TEXT)) {
    pq_buf_format(p->out, "characters %u–%u", (unsigned)points.begin,
                  (unsigned)points.end);
  } else {
    pq_buf_format(p->out, "sentence %u", number);
  }
  pq_page_text(p, "</a><div class=\"how\">");
}

static pq_status put_evidence(const pq_page *p, uint32_t index) {
  pq_status st = PQ_OK;
  const pq_evidence *const e = &p->r->evidence.at[index];
  pq_page_text(p, "<li><q>");
  pq_page_line(p, pq_record_words(p->r, e->sentence, e->span));
  put_where(p, e);
  pq_page_stance(p, e->stance);
  put_quoted(p, e, e->n_cues > 1 ? " cues " : " cue ", e->cues, e->n_cues);
  PQ_TRY(st, put_settings(p, e));
  pq_page_text(p, "</div><div class=\"cites\">");
  PQ_TRY(st, put_cites(p, e));
  if (e->rule.len) {
    pq_page_text(p, "</div><div class=\"rule\">rule ");
    pq_page_words(p, e->rule);
  }
  pq_page_text(p, "</div></li>\n");
  return PQ_OK;
}

/* ---- what is claimed ---- */

static void put_end(const pq_page *p, const char *name, pq_node node) {
  if (node.kind == PQ_NODE_NONE) return;
  pq_buf_format(p->out, "<div><dt>%s</dt><dd", name);
  if (node.kind == PQ_NODE_ENTITY) {
    pq_buf_format(p->out, " data-e=\"%u\"",
                  (unsigned)pq_page_thing(p, node.id));
  }
  pq_page_text(p, ">");
  pq_page_line(p, pq_node_label(p->g, node));
  pq_page_text(p, "</dd></div>");
}

static void put_row(const pq_page *p, const char *name, pq_view value) {
  if (!value.len) return;
  pq_buf_format(p->out, "<div><dt>%s</dt><dd>", name);
  pq_page_line(p, value);
  pq_page_text(p, "</dd></div>");
}

static pq_status put_site(const pq_page *p, const pq_claim *c) {
  const pq_event_id id = pq_graph_claim_event(p->r, c);
  const pq_event *const e = id ? pq_event_at(p->r, id) : NULL;
  if (!e || !e->n_themes || !e->site.position) return PQ_OK;
  const pq_checked *const checked = pq_checked_of(p->r, e->themes[0], e->site);
  if (!checked) return PQ_OK;
  pq_buf words;
  pq_buf_init(&words, p->out->alloc);
  pq_verdict_put(&words, pq_entity_at(p->r, checked->protein)->accession,
                 e->site, &checked->verdict);
  put_row(p, "Site", pq_buf_view(&words));
  const pq_status st = words.status;
  pq_buf_clear(&words);
  return st;
}

static pq_status put_claim(const pq_page *p, const pq_page_item *item) {
  pq_status st = PQ_OK;
  const pq_claim *const c = &p->r->claims.at[item->id];
  const pq_claim_line line = pq_claim_line_of(p->g, item->evidence.at[0]);
  pq_node subject = c->subject;
  pq_node object = c->object;
  if (!p->g->claims[item->id].question) {
    pq_claim_ends(p->g, c, &subject, &object);
  }
  pq_page_text(p, "<dl class=\"facts\">");
  put_end(p, "Subject", subject);
  put_row(p, "Relation", pq_term_label(p->g->claims[item->id].predicate));
  put_end(p, "Object", object);
  put_row(p, "Kind", line.kind);
  if (c->negated) put_row(p, "Negated", PQ_LIT("yes"));
  if (pq_claim_direct(c) != PQ_DIRECT_UNSAID) {
    put_row(p, "Directness",
            pq_claim_direct(c) == PQ_DIRECTLY ? PQ_LIT("direct")
                                              : PQ_LIT("indirect"));
  }
  put_row(p, "Taxon", c->species);
  PQ_TRY(st, put_site(p, c));
  pq_page_text(p, "</dl>\n");
  return PQ_OK;
}

static void put_related(const pq_page *p, const pq_page_item *item) {
  if (!item->related.n) return;
  pq_page_text(p, item->states == PQ_STATES_DISPUTE
                      ? "<p class=\"sides\">Readings that the text does not "
                        "decide between:</p><ul class=\"sides\">"
                      : "<p class=\"sides\">One reading of a dispute:</p>"
                        "<ul class=\"sides\">");
  for (uint32_t i = 0; i < item->related.n; ++i) {
    pq_page_text(p, "<li>");
    pq_page_chip(p, item->related.at[i]);
    pq_page_text(p, " ");
    pq_page_line(p, p->items.at[item->related.at[i]].label);
    pq_page_text(p, "</li>");
  }
  pq_page_text(p, "</ul>\n");
}

/* ---- an item ---- */

static pq_status put_code(const pq_page *p, uint32_t item) {
  pq_status st = PQ_OK;
  pq_buf_format(p->out,
                "<details class=\"code\"><summary>Turtle and SPARQL</summary>\n"
                "<pre class=\"turtle\" tabindex=\"0\" aria-label=\"Turtle of "
                "%u\">",
                (unsigned)item);
  PQ_TRY(st, pq_page_put_turtle(p, item));
  pq_buf_format(p->out,
                "</pre>\n<pre class=\"sparql\" tabindex=\"0\" "
                "aria-label=\"SPARQL for %u\">",
                (unsigned)item);
  pq_page_put_query(p, item);
  pq_page_text(p, "</pre></details>\n");
  return PQ_OK;
}

static void put_head(const pq_page *p, uint32_t number) {
  const pq_page_item *const item = &p->items.at[number];
  pq_buf_format(p->out, "<article class=\"claim s-%s\" id=\"",
                pq_stance_word(item->stance));
  pq_page_anchor(p, item);
  pq_buf_format(p->out,
                "\" data-c=\"%u\" aria-labelledby=\"c%u\">\n<h4 "
                "id=\"c%u\"><span class=\"number\">%u</span> ",
                (unsigned)number, (unsigned)number, (unsigned)number,
                (unsigned)number);
  pq_page_line(p, item->label);
  pq_page_text(p, "</h4>\n");
}

static void put_tools(const pq_page *p, const pq_page_item *item) {
  pq_page_text(p, "<p class=\"tools\"><a class=\"self\" href=\"#");
  pq_page_anchor(p, item);
  pq_page_text(p, "\">Link to this</a>"
                  "<button type=\"button\" data-copy=\"turtle\" hidden>Copy as "
                  "Turtle</button>"
                  "<button type=\"button\" data-copy=\"sparql\" hidden>Copy as "
                  "SPARQL</button></p>\n");
}

static pq_status put_item(const pq_page *p, uint32_t number) {
  pq_status st = PQ_OK;
  const pq_page_item *const item = &p->items.at[number];
  put_head(p, number);
  if (item->states != PQ_STATES_DISPUTE) PQ_TRY(st, put_claim(p, item));
  put_related(p, item);
  pq_page_text(p, "<ul class=\"evidence\">\n");
  for (uint32_t i = 0; i < item->evidence.n; ++i) {
    PQ_TRY(st, put_evidence(p, item->evidence.at[i]));
  }
  pq_page_text(p, "</ul>\n");
  put_tools(p, item);
  PQ_TRY(st, put_code(p, number));
  pq_page_text(p, "</article>\n");
  return PQ_OK;
}

/* ---- groups ---- */

static bool is_dispute(const pq_page_item *item) {
  return item->states == PQ_STATES_DISPUTE || item->stance == PQ_ALTERNATIVE ||
         item->stance == PQ_CONTROVERSIAL;
}

static bool is_open(const pq_page_item *item) {
  return !is_dispute(item) &&
         (item->states == PQ_STATES_QUESTION || item->stance == PQ_UNCLEAR);
}

static bool is_reserved(const pq_page_item *item) {
  return !is_dispute(item) && !is_open(item) &&
         (item->stance == PQ_HEDGED || item->stance == PQ_DENIED);
}

static bool is_said(const pq_page_item *item) {
  return !is_dispute(item) && !is_open(item) && !is_reserved(item);
}

static const struct {
  const char *head;
  bool (*holds)(const pq_page_item *item);
} groups[] = {{"Asserted", is_said},
              {"Hedged or denied", is_reserved},
              {"Disputed", is_dispute},
              {"Open", is_open}};

static pq_status put_group(const pq_page *p, size_t group) {
  pq_status st = PQ_OK;
  bool any = false;
  for (uint32_t i = 1; i < p->items.n; ++i) {
    if (!groups[group].holds(&p->items.at[i])) continue;
    if (!any) pq_buf_format(p->out, "<h3>%s</h3>\n", groups[group].head);
    any = true;
    PQ_TRY(st, put_item(p, i));
  }
  return PQ_OK;
}

pq_status pq_page_put_claims(const pq_page *p) {
  pq_status st = PQ_OK;
  pq_page_text(p, "<section id=\"claims\" aria-labelledby=\"claims-head\">\n"
                  "<h2 id=\"claims-head\">Claims</h2>\n");
  if (p->items.n == 1) {
    pq_page_text(p, "<p>No claim was read in this text. <a "
                    "href=\"#gaps\">Why, and what to do</a></p>\n");
  }
  for (size_t i = 0; i < sizeof groups / sizeof groups[0]; ++i) {
    PQ_TRY(st, put_group(p, i));
  }
  pq_page_text(p, "</section>\n");
  return PQ_OK;
}
