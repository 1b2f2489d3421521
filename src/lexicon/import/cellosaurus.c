/* Cellosaurus: a row is a cell line.  Its names are short and often those of
 * genes, so each is read only with a cue. */
#include "base/note.h"
#include "lexicon/import/cellline.h"
#include "lexicon/import/kinds.h"
#include "lexicon/import/source.h"

static const char cue[] =
    "ctx=cell/cells/line/lines/clone/clones/transfect*/cultured";

typedef struct reading {
  pq_importer *im;
  pq_arena scratch; /* for an entry, reset at its end */
  pq_cell_line entry;
  bool any;
} reading;

static pq_status put_entry(reading *r) {
  pq_status st = PQ_OK;
  const pq_cell_line *const e = &r->entry;
  const pq_concept c = {.id = e->id,
                        .label = e->name,
                        .taxon = e->taxon,
                        .type = PQ_CONCEPT_CELL};
  pq_import_name name = {
      .id = e->id, .text = e->name, .status = PQ_STATUS_NAME, .flags = cue};
  if (!pq_import_wants(r->im, e->taxon, NULL)) return PQ_OK;
  PQ_TRY(st, pq_import_concept(r->im, &c));
  PQ_TRY(st, pq_import_add_name(r->im, &name));
  name.status = PQ_STATUS_SYNONYM;
  for (uint32_t i = 0; i < e->synonyms.n; ++i) {
    name.text = e->synonyms.at[i];
    PQ_TRY(st, pq_import_add_name(r->im, &name));
  }
  return PQ_OK;
}

static void forget(reading *r) {
  r->entry = (pq_cell_line){.begun = false};
  pq_arena_reset(&r->scratch);
}

static pq_status end_entry(reading *r) {
  pq_status st = PQ_OK;
  if (r->entry.id.len) {
    st = put_entry(r);
  } else {
    pq_import_wrong(r->im, r->im->line, "the entry that ends here has no AC");
  }
  forget(r);
  r->any = true;
  return st;
}

/* " Version: 47.0" stands in the preface. */
static void read_preface(const reading *r, pq_view line) {
  const pq_view text = pq_view_trim(line);
  const pq_view head = PQ_LIT("Version:");
  if (!r->entry.begun && !r->any && pq_view_starts(text, head)) {
    pq_import_release(r->im, pq_view_skip(text, head.len));
  }
}

static pq_status read_line(reading *r, pq_view line) {
  pq_flaw flaw;
  pq_status st = pq_cell_line_take(&r->scratch, line, &r->entry, &flaw);
  if (st == PQ_END) return end_entry(r); /* it stands for the row */
  if (st == PQ_BAD_SYNTAX) {
    pq_import_wrong(r->im, pq_view_skip(line, flaw.at), "%s", flaw.what);
    st = PQ_OK;
    if (pq_view_starts(line, PQ_LIT("ID"))) {
      /* Two entries ran together; the first is lost, the second goes on. */
      forget(r);
      st = pq_cell_line_take(&r->scratch, line, &r->entry, &flaw);
      if (st == PQ_BAD_SYNTAX) st = PQ_OK;
    }
  }
  read_preface(r, line);
  pq_import_no_row(r->im);
  return st;
}

static pq_status read_lines(reading *r) {
  pq_status st = PQ_OK;
  pq_view line = {"", 0};
  while (!(st = pq_import_line(r->im, &line))) {
    PQ_TRY(st, read_line(r, line));
  }
  if (st != PQ_END) return st;
  if (r->entry.begun) {
    pq_import_wrong(r->im, r->im->line, "the last entry has no '//'");
  }
  if (r->any || r->entry.begun) return PQ_OK;
  return pq_fail(r->im->sink, PQ_BAD_SYNTAX, "import.header",
                 (pq_place){.file = r->im->file.name, .line = 1, .column = 1},
                 "this is no Cellosaurus file: no entry begins with ID");
}

pq_status pq_read_cellosaurus(pq_importer *im) {
  reading r = {.im = im};
  pq_arena_init(&r.scratch, im->arena->alloc, 0);
  const pq_status st = read_lines(&r);
  pq_arena_clear(&r.scratch);
  return st;
}
