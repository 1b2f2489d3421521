/* A file of a bibliography: of which format it is, and its reader. */
#include "bibliography.h"
#include "item.h"

#include <errno.h>

typedef pq_status reader(pq_items *e);

/* What the first bytes are, or else the end of the name. */
static reader *reader_of(pq_view head, pq_view name) {
  static const struct {
    pq_view head, end;
    reader *read;
  } kinds[] = {
      {PQ_LIT_INIT("<"), PQ_LIT_INIT(".xml"), pq_pubmed_read},
      {PQ_LIT_INIT("["), PQ_LIT_INIT(".json"), pq_csl_read},
      {PQ_LIT_INIT("{"), PQ_LIT_INIT(".json"), pq_csl_read},
      {PQ_LIT_INIT("@"), PQ_LIT_INIT(".bib"), pq_bibtex_read},
      {PQ_LIT_INIT("PMID"), PQ_LIT_INIT(".nbib"), pq_nbib_read},
      {PQ_LIT_INIT("TY  -"), PQ_LIT_INIT(".ris"), pq_ris_read},
  };
  const size_t n = sizeof kinds / sizeof *kinds;
  if (pq_view_ends(name, PQ_LIT(".gz"))) name.len -= 3;
  for (size_t i = 0; i < n; ++i) {
    if (pq_view_starts(head, kinds[i].head)) return kinds[i].read;
  }
  for (size_t i = 0; i < n; ++i) {
    if (pq_view_ends(name, kinds[i].end)) return kinds[i].read;
  }
  return NULL;
}

static pq_view first_words(const pq_inlet *in) {
  const pq_view mark = PQ_LIT("\xEF\xBB\xBF");
  const pq_view all = pq_buf_view(&in->hold);
  const bool marked = pq_view_starts(all, mark);
  return pq_view_trim(marked ? pq_view_skip(all, mark.len) : all);
}

static pq_status read_entries(pq_items *e) {
  pq_status st = PQ_OK;
  char first = '\0';
  PQ_TRY(st, pq_inlet_peek(e->in, &first));
  reader *const read = reader_of(first_words(e->in), e->at.file);
  if (!read) {
    return pq_items_fail(e, PQ_BAD_SYNTAX, 0, 0,
                         "no bibliography of a known format: MEDLINE"
                         " (.nbib), PubMed XML, RIS, BibTeX, CSL-JSON");
  }
  PQ_TRY(st, read(e));
  PQ_TRY(st, pq_item_end(e));
  if (!e->any) {
    pq_warn(e->sink, "bibliography.empty", (pq_place){.file = e->at.file},
            "there is no entry in it; look whether it is whole, and of the"
            " format that its name or its first bytes tell");
  }
  return PQ_OK;
}

/* What the inlet's failures mean; the others were told. */
static pq_status tell_input(const pq_items *e, pq_status st, bool inflated) {
  if (st == PQ_BAD_READ) {
    return pq_fail(e->sink, st, "bibliography.file", e->at,
                   "cannot read the bibliography: %s", pq_file_why(errno));
  }
  return inflated ? pq_fail(e->sink, st, "bibliography.gzip", e->at,
                            "the compressed data are damaged or cut off")
                  : st;
}

static void begin(pq_bibliography *b, const char *name, pq_inlet *in,
                  pq_items *e) {
  pq_bibliography_begin(b, name, e);
  pq_inlet_init(in, e->arena.alloc);
  e->in = in;
}

static void end(pq_items *e) {
  pq_inlet_clear(e->in);
  pq_arena_clear(&e->arena);
  pq_buf_clear(&e->room);
}

pq_status pq_bibliography_add(pq_bibliography *b, const char *path) {
  pq_items e;
  pq_inlet in;
  begin(b, path, &in, &e);
  pq_status st = pq_inlet_open(&in, path, PQ_FILE_NAMED);
  bool inflated = false;
  if (!st && pq_gzip_begins(pq_buf_view(&in.hold))) {
    st = pq_inlet_inflate(&in);
    inflated = st == PQ_BAD_SYNTAX;
  }
  st = st ? tell_input(&e, st, inflated) : read_entries(&e);
  end(&e);
  return st;
}

pq_status pq_bibliography_add_bytes(pq_bibliography *b, const char *name,
                                    pq_view bytes) {
  pq_items e;
  pq_inlet in;
  begin(b, name, &in, &e);
  pq_status st = pq_inlet_bytes(&in, bytes);
  if (!st) st = read_entries(&e);
  end(&e);
  return st;
}
