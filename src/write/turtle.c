#include "turtle.h"

#include "out.h"

/* The first line: which record this is. */
static void put_subject(const pq_record *r, pq_buf *out) {
  pq_buf_text(out, "# ");
  pq_out_comment(out, r->stable_id);
  if (r->stable_id.len && r->title.len) pq_buf_text(out, ": ");
  pq_out_comment(out, r->title);
  if (!r->stable_id.len && !r->title.len) {
    pq_buf_text(out, "a record without id and title");
  }
  pq_buf_char(out, '\n');
}

static void put_prefixes(const pq_layout *layout, pq_buf *out) {
  size_t widest = 0;
  for (size_t i = 0; i < PQ_N_PREFIXES; ++i) {
    const size_t len = pq_prefix_at((pq_prefix_id)i)->name.len;
    if (layout->used[i] && len > widest) widest = len;
  }
  for (size_t i = 0; i < PQ_N_PREFIXES; ++i) {
    if (!layout->used[i]) continue;
    const pq_view name = pq_prefix_at((pq_prefix_id)i)->name;
    pq_buf_text(out, "@prefix ");
    pq_buf_put(out, name);
    pq_buf_char(out, ':');
    for (size_t k = name.len; k <= widest; ++k) {
      pq_buf_char(out, ' ');
    }
    pq_out_iri(out, layout->spaces[i]);
    pq_buf_text(out, " .\n");
  }
}

static void sort_views(pq_view *at, uint32_t n) {
  for (uint32_t i = 1; i < n; ++i) {
    const pq_view item = at[i];
    uint32_t k = i;
    for (; k > 0 && pq_view_order(at[k - 1], item) > 0; --k) {
      at[k] = at[k - 1];
    }
    at[k] = item;
  }
}

static bool is_labelled(const pq_layout *layout, pq_view iri) {
  for (uint32_t i = 0; i < layout->labelled.n; ++i) {
    if (pq_view_same(layout->labelled.at[i], iri)) return true;
  }
  return false;
}

/* "; " and the next item of the gloss, wrapped. */
static void put_gloss(pq_layout *layout, pq_buf *out, pq_view iri,
                      size_t *column) {
  const pq_view label = pq_gloss_of(iri);
  const bool begun = *column > 0;
  const size_t from = out->len;
  if (begun) pq_buf_text(out, "; ");
  const size_t item = out->len;
  pq_layout_iri(layout, out, iri);
  pq_buf_char(out, ' ');
  pq_buf_put(out, label);
  const size_t width = out->len - item;
  const bool fits = *column + 2 + width + 1 <= PQ_TURTLE_COLUMNS;
  *column += 2 + width;
  if (begun && fits) return;
  out->len = from; /* begin a line with it */
  pq_buf_text(out, begun ? ";\n# " : "# ");
  pq_layout_iri(layout, out, iri);
  pq_buf_char(out, ' ');
  pq_buf_put(out, label);
  *column = 2 + width;
}

static void put_glosses(pq_layout *layout, pq_buf *out) {
  size_t column = 0;
  sort_views(layout->numbered.at, layout->numbered.n);
  for (uint32_t i = 0; i < layout->numbered.n; ++i) {
    const pq_view iri = layout->numbered.at[i];
    if (is_labelled(layout, iri) || !pq_gloss_of(iri).len) continue;
    put_gloss(layout, out, iri, &column);
  }
  if (column) pq_buf_text(out, ".\n\n");
}

void pq_turtle_head(pq_layout *layout, pq_buf *out) {
  put_subject(layout->g->record, out);
  put_prefixes(layout, out);
  pq_buf_char(out, '\n');
  put_glosses(layout, out);
}

pq_status pq_write_turtle(const pq_graph *g, pq_buf *out) {
  pq_layout layout;
  pq_status st = pq_layout_begin(&layout, g, out->alloc);
  const pq_triple_sink sink = {&layout, pq_layout_triple};
  if (!st) st = pq_graph_walk(g, &sink);
  if (!st) {
    pq_layout_end(&layout);
    st = layout.body.status;
  }
  if (!st) {
    pq_turtle_head(&layout, out);
    pq_buf_put(out, pq_buf_view(&layout.body));
    st = out->status;
  }
  pq_layout_clear(&layout);
  return st;
}
