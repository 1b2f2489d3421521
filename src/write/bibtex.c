/* BibTeX: the works that a record cites. */
#include "cited.h"
#include "out.h"

static void put_field(pq_buf *out, const char *name, pq_view value) {
  if (!value.len) return;
  pq_buf_text(out, ",\n  ");
  pq_buf_text(out, name);
  pq_buf_text(out, " = {");
  pq_out_bibtex(out, value);
  pq_buf_char(out, '}');
}

/* A DOI is no text but an address: styles hand it on as it stands, and its
 * underscores with it.  What would break the entry is escaped all the same. */
static void put_doi(pq_buf *out, pq_view doi) {
  static const char breaking[] = "{}\\%";
  for (size_t i = 0; i < doi.len; ++i) {
    if (memchr(breaking, doi.ptr[i], sizeof breaking - 1)) {
      put_field(out, "doi", doi);
      return;
    }
  }
  if (!doi.len) return;
  pq_buf_text(out, ",\n  doi = {");
  pq_buf_put(out, doi);
  pq_buf_char(out, '}');
}

/* A key is what LaTeX writes in \cite. */
static void put_key(pq_buf *out, pq_view key) {
  for (size_t i = 0; i < key.len; ++i) {
    const char c = key.ptr[i];
    const bool plain = pq_is_alpha(c) || pq_is_digit(c) || c == '.' || c == '-';
    pq_buf_char(out, (char)(plain ? c : '-'));
  }
}

/* Braces keep a name from being taken apart. */
static void put_authors(pq_buf *out, const pq_cited *c) {
  for (uint32_t i = 0; i < c->authors.n; ++i) {
    pq_buf_text(out, i ? " and {" : ",\n  author = {{");
    pq_out_bibtex(out, c->authors.at[i]);
    pq_buf_char(out, '}');
  }
  if (c->authors.n && c->others) pq_buf_text(out, " and others");
  if (c->authors.n) pq_buf_char(out, '}');
}

static void put_work(pq_buf *out, const pq_cited *c, pq_buf *note) {
  pq_buf_text(out, "@misc{");
  put_key(out, c->key);
  put_authors(out, c);
  if (c->title.len) { /* a second pair of braces keeps its capitals */
    pq_buf_text(out, ",\n  title = {{");
    pq_out_bibtex(out, c->title);
    pq_buf_text(out, "}}");
  }
  pq_buf_format(out, ",\n  year = {%04u}", (unsigned)c->year);
  put_field(out, "pmid", c->pmid);
  put_doi(out, c->doi);
  pq_cited_note(c, note);
  put_field(out, "note", pq_buf_view(note));
  pq_buf_text(out, "\n}\n");
}

pq_status pq_write_bibtex(const pq_graph *g, pq_buf *out) {
  pq_status st = PQ_OK;
  pq_buf note;
  pq_buf_init(&note, out->alloc);
  for (uint32_t i = 0; !st && i < g->n_works; ++i) {
    pq_cited cited;
    pq_buf_reset(&note);
    st = pq_cited_fill(&cited, g, g->work_order[i]);
    if (st) break;
    if (i) pq_buf_char(out, '\n');
    put_work(out, &cited, &note);
    st = note.status;
  }
  pq_buf_clear(&note);
  return st ? st : out->status;
}
