/* CSL-JSON: the works that a record cites, for citation processors. */
#include "cited.h"
#include "json.h"

static void put_text(pq_json *j, const char *key, pq_view text) {
  if (!text.len) return;
  pq_json_key(j, pq_view_of(key));
  pq_json_text(j, text);
}

/* CSL has no "and others"; the note has the words of the text. */
static void put_authors(pq_json *j, const pq_cited *c) {
  if (!c->authors.n) return;
  pq_json_key(j, PQ_LIT("author"));
  pq_json_array(j, PQ_JSON_FILL);
  for (uint32_t i = 0; i < c->authors.n; ++i) {
    pq_json_object(j, PQ_JSON_FILL);
    put_text(j, c->surnames ? "family" : "literal", c->authors.at[i]);
    pq_json_close(j);
  }
  pq_json_close(j);
}

static void put_year(pq_json *j, uint32_t year) {
  pq_json_key(j, PQ_LIT("issued"));
  pq_json_object(j, PQ_JSON_FILL);
  pq_json_key(j, PQ_LIT("date-parts"));
  pq_json_array(j, PQ_JSON_FILL);
  pq_json_array(j, PQ_JSON_FILL);
  pq_json_number(j, year);
  pq_json_close(j);
  pq_json_close(j);
  pq_json_close(j);
}

static void put_work(pq_json *j, const pq_cited *c, pq_buf *note) {
  pq_json_object(j, PQ_JSON_SPREAD);
  put_text(j, "id", c->key);
  put_text(j, "type", PQ_LIT("document"));
  put_authors(j, c);
  put_text(j, "title", c->title);
  put_year(j, c->year);
  put_text(j, "PMID", c->pmid);
  put_text(j, "DOI", c->doi);
  pq_cited_note(c, note);
  put_text(j, "note", pq_buf_view(note));
  pq_json_close(j);
}

pq_status pq_write_csl(const pq_graph *g, pq_buf *out) {
  pq_status st = PQ_OK;
  pq_json j;
  pq_buf note;
  pq_buf_init(&note, out->alloc);
  pq_json_begin(&j, out, false);
  pq_json_array(&j, PQ_JSON_SPREAD);
  for (uint32_t i = 0; !st && i < g->n_works; ++i) {
    pq_cited cited;
    pq_buf_reset(&note);
    st = pq_cited_fill(&cited, g, g->work_order[i]);
    if (st) break;
    put_work(&j, &cited, &note);
    st = note.status;
  }
  pq_json_close(&j);
  pq_json_end(&j);
  pq_buf_clear(&note);
  return st ? st : out->status;
}
