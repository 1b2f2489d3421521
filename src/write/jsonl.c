#include "jsonl.h"

#include "out.h"

#include "graph/claim_name.h"
#include "graph/order.h"

/* `,"name":` before a value, as one text. */
#define KEY(name) PQ_LIT(",\"" name "\":")

static void put_field(pq_buf *out, pq_view key, pq_view value) {
  pq_buf_put(out, key);
  pq_out_json(out, value);
}

/* A word of ours or an IRI: JSON escapes nothing in them. */
static void put_name(pq_buf *out, pq_view key, pq_view name) {
  pq_buf_put(out, key);
  pq_out_quoted(out, name);
}

/* A string, or null for an empty one. */
static void put_or_null(pq_buf *out, pq_view key, pq_view value) {
  pq_buf_put(out, key);
  if (value.len) {
    pq_out_json(out, value);
  } else {
    pq_buf_text(out, "null");
  }
}

static void put_span(pq_buf *out, const pq_text *t, pq_span span) {
  const pq_span points = pq_text_points(t, span);
  pq_buf_char(out, '[');
  pq_buf_number(out, points.begin);
  pq_buf_char(out, ',');
  pq_buf_number(out, points.end);
  pq_buf_char(out, ']');
}

static void put_span_field(pq_buf *out, const pq_text *t, pq_span span) {
  pq_buf_put(out, KEY("span"));
  put_span(out, t, span);
}

/* The first field of an object: the words. */
static void put_words(pq_buf *out, const pq_text *t, pq_span span) {
  pq_buf_text(out, "{\"text\":");
  pq_out_json(out, pq_text_quote(t, span));
}

static void put_ids(pq_buf *out, const pq_record *r, pq_node node) {
  pq_claim_line_id ids[PQ_LINE_IDS_MOST];
  const size_t n = pq_claim_line_ids(r, node, ids);
  pq_buf_put(out, KEY("ids"));
  if (!n) pq_buf_char(out, '{');
  for (size_t i = 0; i < n; ++i) {
    put_name(out, i ? PQ_LIT(",") : PQ_LIT("{"), ids[i].space);
    pq_buf_char(out, ':');
    pq_out_json(out, ids[i].value);
  }
  pq_buf_char(out, '}');
}

static void put_mention(pq_buf *out, const pq_graph *g, const pq_text *t,
                        pq_node node, pq_span span) {
  if (node.kind == PQ_NODE_NONE) {
    pq_buf_text(out, "null");
    return;
  }
  put_words(out, t, span);
  put_name(out, KEY("iri"), pq_node_iri(g, node));
  put_ids(out, g->record, node);
  put_name(out, KEY("type"), pq_view_of(pq_claim_line_type(g->record, node)));
  put_span_field(out, t, span);
  pq_buf_char(out, '}');
}

/* Every line has a theme, and a passage about nothing named has its words. */
static void put_theme(pq_buf *out, const pq_graph *g,
                      const pq_claim_line *line) {
  const pq_evidence *const e = line->evidence;
  pq_buf_put(out, KEY("theme"));
  if (line->theme.kind != PQ_NODE_NONE || e->states != PQ_STATES_NOTHING) {
    put_mention(out, g, line->text, line->theme, line->theme_span);
    return;
  }
  put_words(out, line->text, e->span);
  put_name(out, KEY("iri"), line->id);
  pq_buf_put(out, KEY("ids"));
  pq_buf_text(out, "{}");
  put_name(out, KEY("type"), PQ_LIT("other"));
  put_span_field(out, line->text, e->span);
  pq_buf_char(out, '}');
}

static void put_site(pq_buf *out, pq_site site) {
  pq_buf_put(out, KEY("site"));
  if (!site.residue && !site.position) {
    pq_buf_text(out, "null");
    return;
  }
  pq_buf_text(out, "{\"residue\":");
  if (site.residue) {
    pq_out_json(out, (pq_view){&site.residue, 1});
  } else {
    pq_buf_text(out, "null");
  }
  pq_buf_put(out, KEY("position"));
  if (site.position) {
    pq_buf_number(out, site.position);
  } else {
    pq_buf_text(out, "null");
  }
  pq_buf_char(out, '}');
}

static bool comes_before(const pq_view *all, uint32_t n, pq_view iri) {
  for (uint32_t i = 0; i < n; ++i) {
    if (pq_view_same(all[i], iri)) return true;
  }
  return false;
}

/* IRIs of a dispute's claims, sorted, each once. */
static void put_alternatives(pq_buf *out, const pq_graph *g,
                             const pq_evidence *e) {
  pq_view iris[sizeof((pq_dispute *)0)->alternatives / sizeof(pq_claim_id)];
  uint32_t n = 0;
  pq_buf_put(out, KEY("alternatives"));
  pq_buf_char(out, '[');
  if (e->states == PQ_STATES_DISPUTE) {
    const pq_dispute *const d = &g->record->disputes.at[e->id];
    for (uint32_t i = 0; i < d->n_alternatives; ++i) {
      const pq_view iri = g->claims[d->alternatives[i]].iri;
      if (comes_before(iris, n, iri)) continue;
      uint32_t k = n++;
      for (; k > 0 && pq_view_order(iris[k - 1], iri) > 0; --k) {
        iris[k] = iris[k - 1];
      }
      iris[k] = iri;
    }
  }
  for (uint32_t i = 0; i < n; ++i) {
    if (i) pq_buf_char(out, ',');
    pq_out_json(out, iris[i]);
  }
  pq_buf_char(out, ']');
}

static void put_cues(pq_buf *out, const pq_text *t, const pq_evidence *e) {
  pq_buf_put(out, KEY("cues"));
  pq_buf_char(out, '[');
  for (uint32_t i = 0; i < e->n_cues; ++i) {
    if (i) pq_buf_char(out, ',');
    put_words(out, t, e->cues[i]);
    put_span_field(out, t, e->cues[i]);
    pq_buf_char(out, '}');
  }
  pq_buf_char(out, ']');
}

/* Of works with one name the first gives the label. */
static pq_view label_of(const pq_graph *g, pq_work_id id) {
  const uint32_t place = pq_work_place(g, id);
  return g->works[place < g->n_works ? g->work_order[place] : id].label;
}

/* What makes another name or label of the work than all else here would: other
 * words for it elsewhere, and whether references fit, though not one.  That is
 * taken for granted of a record with a list, and not of prose. */
static void put_work_apart(pq_buf *out, const pq_text *t, const pq_graph *g,
                           const pq_citation *c) {
  const pq_work *const w = &g->record->works.at[c->work];
  const pq_view words = pq_span_text(t->plain.bytes, c->span);
  const pq_view label = label_of(g, c->work);
  const bool named = w->letter || pq_graph_doi(g->record, w).len ||
                     pq_graph_pmid(g->record, w).len;
  const bool fits = w->n_fits > 1 || w->maybe;
  const bool listed = t->source != PQ_SOURCE_FILE; /* most often */
  if (!w->year) return;
  if (w->et_al != pq_citation_has_others(words)) {
    pq_buf_put(out, KEY("et_al"));
    pq_buf_text(out, w->et_al ? "true" : "false");
  }
  if (!pq_view_same(label, g->works[c->work].label)) {
    put_field(out, KEY("label"), label);
  }
  if (named || fits == listed) return;
  pq_buf_put(out, listed ? KEY("unlisted") : KEY("fits"));
  pq_buf_text(out, "true");
}

static void put_citation(pq_buf *out, const pq_graph *g, const pq_text *t,
                         const pq_line_nodes *nodes, const pq_citation *c) {
  const pq_record *const r = g->record;
  const pq_work *const w = &r->works.at[c->work];
  const bool review = c->role == PQ_ROLE_REVIEW;
  put_words(out, t, c->span);
  pq_buf_put(out, KEY("authors"));
  pq_buf_char(out, '[');
  for (uint32_t i = 0; i < w->n_authors; ++i) {
    if (i) pq_buf_char(out, ',');
    pq_out_json(out, w->authors[i]);
  }
  pq_buf_char(out, ']');
  pq_buf_put(out, KEY("year"));
  if (w->year) {
    pq_buf_number(out, w->year);
  } else {
    pq_buf_text(out, "null");
  }
  put_or_null(out, KEY("suffix"), (pq_view){&w->letter, w->letter ? 1 : 0});
  put_name(out, KEY("role"), review ? PQ_LIT("review") : PQ_LIT("primary"));
  put_or_null(out, KEY("pmid"), pq_graph_pmid(r, w));
  put_span_field(out, t, c->span);
  const pq_view doi = pq_graph_doi(r, w);
  if (doi.len) put_field(out, KEY("doi"), doi);
  put_work_apart(out, t, g, c);
  if (c->own) {
    pq_buf_put(out, KEY("own"));
    pq_buf_text(out, "true");
  }
  const pq_view work = g->works[c->work].iri;
  if (nodes && work.len) pq_line_nodes_name(nodes, "work", work, out);
  pq_buf_char(out, '}');
}

static void put_citations(pq_buf *out, const pq_graph *g,
                          const pq_line_nodes *nodes,
                          const pq_claim_line *line) {
  const pq_evidence *const e = line->evidence;
  pq_buf_put(out, KEY("citations"));
  pq_buf_char(out, '[');
  for (uint32_t i = 0; i < e->n_citations; ++i) {
    if (i) pq_buf_char(out, ',');
    put_citation(out, g, line->text, nodes,
                 &g->record->citations.at[e->citations[i]]);
  }
  pq_buf_char(out, ']');
}

/* What the claim says. */
static void put_content(pq_buf *out, const pq_graph *g,
                        const pq_claim_line *line) {
  put_name(out, KEY("id"), line->id);
  put_field(out, KEY("kind"), line->kind);
  put_field(out, KEY("label"), line->label);
  pq_buf_put(out, KEY("agent"));
  put_mention(out, g, line->text, line->agent, line->agent_span);
  put_theme(out, g, line);
  put_site(out, line->site);
  put_or_null(out, KEY("relation"), pq_view_of(line->relation));
  put_name(out, KEY("polarity"), pq_view_of(line->polarity));
  pq_buf_put(out, KEY("negated"));
  pq_buf_text(out, line->negated ? "true" : "false");
  put_name(out, KEY("directness"), pq_view_of(line->directness));
}

/* A key that is there only where something is said. */
static void put_node(pq_buf *out, const pq_graph *g, pq_view key,
                     pq_entity_id id) {
  if (!id) return;
  pq_buf_put(out, key);
  pq_buf_text(out, "{\"label\":");
  pq_out_json(out, g->entities[id].label);
  put_name(out, KEY("iri"), g->entities[id].iri);
  pq_buf_char(out, '}');
}

static void put_products(pq_buf *out, const pq_graph *g, const pq_event *e) {
  if (!e->n_products) return;
  pq_buf_put(out, KEY("products"));
  for (uint32_t i = 0; i < e->n_products; ++i) {
    put_node(out, g, i ? PQ_LIT(",") : PQ_LIT("["), e->products[i]);
  }
  pq_buf_char(out, ']');
}

static void put_settings(pq_buf *out, const pq_text *t, const pq_evidence *e) {
  if (!e->n_settings) return;
  pq_buf_put(out, KEY("settings"));
  for (uint32_t i = 0; i < e->n_settings; ++i) {
    pq_buf_char(out, i ? ',' : '[');
    put_words(out, t, e->settings[i]);
    put_span_field(out, t, e->settings[i]);
    pq_buf_char(out, '}');
  }
  pq_buf_char(out, ']');
}

/* Where it happens, what comes out, in what: keys beyond those of every line.
 */
static void put_more(pq_buf *out, const pq_graph *g,
                     const pq_claim_line *line) {
  const pq_record *const r = g->record;
  const pq_evidence *const e = line->evidence;
  if (e->states == PQ_STATES_CLAIM || e->states == PQ_STATES_QUESTION) {
    const pq_claim *const c = &r->claims.at[e->id];
    if (c->object.kind == PQ_NODE_EVENT) {
      const pq_event *const event = pq_event_at(r, c->object.id);
      put_node(out, g, KEY("from"), event->from);
      put_node(out, g, KEY("to"), event->to);
      put_node(out, g, KEY("in"), event->in);
      put_products(out, g, event);
    }
    if (c->species.len) put_field(out, KEY("species"), c->species);
  }
  put_settings(out, line->text, e);
}

/* Where in the order of evidence that of the same words begins. */
static uint32_t first_at_place(const pq_graph *g, uint32_t index) {
  uint32_t low = 0;
  uint32_t high = g->n_evidence;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (pq_evidence_by_place(g, g->evidence_order[mid], index) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

/* Others that put forward the same claim at the same words, but otherwise. */
static void put_also(pq_buf *out, const pq_graph *g, const pq_line_nodes *nodes,
                     uint32_t index) {
  bool any = false;
  if (index >= g->record->evidence.n) return; /* a passage */
  for (uint32_t i = first_at_place(g, index); i < g->n_evidence; ++i) {
    const uint32_t other = g->evidence_order[i];
    if (pq_evidence_by_place(g, index, other) != 0) break;
    if (other == index || !pq_claim_line_same(g, index, other)) continue;
    if (pq_view_same(g->evidence[other], g->evidence[index])) continue;
    const pq_claim_line line = pq_claim_line_of(g, other);
    pq_buf_put(out, any ? PQ_LIT(",") : PQ_LIT(",\"also\":["));
    pq_buf_text(out, "{\"status\":");
    pq_out_json(out, pq_view_of(line.status));
    put_cues(out, line.text, line.evidence);
    put_citations(out, g, nodes, &line);
    put_settings(out, line.text, line.evidence);
    if (nodes) {
      pq_line_nodes_name(nodes, "evidence", g->evidence[other], out);
    }
    pq_buf_char(out, '}');
    any = true;
  }
  if (any) pq_buf_char(out, ']');
}

/* A passage is its own evidence. */
static void put_nodes(pq_buf *out, const pq_graph *g, pq_line_nodes *nodes,
                      uint32_t index, const pq_claim_line *line) {
  const pq_record *const r = g->record;
  const pq_text_id text = r->sentences.at[line->evidence->sentence].text;
  if (index < r->evidence.n) {
    pq_line_nodes_name(nodes, "evidence", g->evidence[index], out);
  }
  pq_line_nodes_put(nodes, line->id, g->texts[text], out);
}

void pq_jsonl_line(const pq_graph *g, pq_line_nodes *nodes, uint32_t index,
                   pq_buf *out) {
  const pq_claim_line line = pq_claim_line_of(g, index);
  const pq_evidence *const e = line.evidence;
  pq_buf_text(out, "{\"record\":");
  pq_out_json(out, g->record->stable_id);
  put_content(out, g, &line);
  put_name(out, KEY("status"), pq_view_of(line.status));
  put_alternatives(out, g, e);
  put_name(out, KEY("source"), pq_view_of(line.source));
  put_span_field(out, line.text, e->span);
  pq_buf_put(out, KEY("sentence"));
  put_span(out, line.text, g->record->sentences.at[e->sentence].span);
  put_field(out, KEY("quote"), pq_text_quote(line.text, e->span));
  put_cues(out, line.text, e);
  put_citations(out, g, nodes, &line);
  put_more(out, g, &line);
  put_also(out, g, nodes, index);
  if (nodes) put_nodes(out, g, nodes, index, &line);
  pq_buf_text(out, "}\n");
}

pq_status pq_write_claim_lines(const pq_graph *g, pq_buf *out) {
  pq_status st = PQ_OK;
  uint32_t *order = NULL;
  uint32_t n = 0;
  pq_line_nodes nodes;
  const bool full = g->maker->full;
  PQ_TRY(st, pq_claim_line_order(g, full, &order, &n));
  if (full && n) PQ_TRY(st, pq_line_nodes_open(&nodes, g));
  for (uint32_t i = 0; i < n; ++i) {
    pq_jsonl_line(g, full ? &nodes : NULL, order[i], out);
  }
  return out->status;
}
