/* NCBI Taxonomy's names.dmp: a row is a name.  Rows of a taxon stand together;
 * its scientific name, which is among them, tells what it is. */
#include "base/note.h"
#include "lexicon/import/kinds.h"
#include "lexicon/import/source.h"
#include "lexicon/import/taxon.h"

enum {
  NAMES_MOST = 1000 /* of a taxon; Escherichia coli has some hundred */
};

typedef struct kept_name {
  pq_view text;
  pq_taxon_class is;
} kept_name;

typedef struct reading {
  pq_importer *im;
  pq_arena scratch; /* for a taxon, reset at its end */
  pq_view taxon, scientific;
  PQ_VEC(kept_name) names;
  bool any;
} reading;

/* Of few species that were asked for, names also tell the species of a record.
 * All of them would be asked one by one. */
static pq_status put_species(reading *r, pq_view text) {
  const pq_view cells[] = {[PQ_SPECIES_TEXT] = text,
                           [PQ_SPECIES_TAXON] = r->taxon,
                           [PQ_SPECIES_KIND] = PQ_LIT("name")};
  if (!r->im->options->taxa) return PQ_OK;
  return pq_import_row(r->im, PQ_TABLE_SPECIES, cells, 3);
}

static pq_status put_name(reading *r, pq_view id, const kept_name *n) {
  pq_status st = PQ_OK;
  const pq_import_name name = {
      .id = id,
      .text = n->text,
      .status = n->is == PQ_TAXON_SYNONYM ? PQ_STATUS_SYNONYM : PQ_STATUS_NAME};
  PQ_TRY(st, pq_import_add_name(r->im, &name));
  return n->is == PQ_TAXON_SYNONYM ? PQ_OK : put_species(r, n->text);
}

static pq_status put_taxon(reading *r) {
  pq_status st = PQ_OK;
  pq_view id;
  const pq_view pieces[] = {PQ_LIT("NCBITaxon:"), r->taxon};
  PQ_TRY(st, pq_arena_join(&r->scratch, pieces, 2, &id));
  const pq_concept c = {.id = id,
                        .label = r->scientific,
                        .type = pq_taxon_is_virus(r->scientific)
                                    ? PQ_CONCEPT_VIRUS
                                    : PQ_CONCEPT_SPECIES};
  r->im->used = true; /* a row is a name: they are counted here */
  r->im->file.n_used += r->names.n;
  PQ_TRY(st, pq_import_concept(r->im, &c));
  for (uint32_t i = 0; i < r->names.n; ++i) {
    PQ_TRY(st, put_name(r, id, &r->names.at[i]));
  }
  return PQ_OK;
}

/* What has no scientific name cannot be shown. */
static pq_status end_taxon(reading *r) {
  const pq_status st = r->scientific.len ? put_taxon(r) : PQ_OK;
  pq_arena_reset(&r->scratch);
  r->taxon = r->scientific = (pq_view){"", 0};
  r->names.at = NULL;
  r->names.n = r->names.cap = 0;
  return st;
}

static pq_status take_row(reading *r, const pq_taxon_row *row) {
  pq_status st = PQ_OK;
  kept_name n = {.is = row->is};
  if (!pq_view_same(row->taxon, r->taxon)) {
    PQ_TRY(st, end_taxon(r));
    PQ_TRY(st, pq_arena_copy(&r->scratch, row->taxon, &r->taxon));
  }
  if (row->is == PQ_TAXON_OTHER || !pq_import_wants(r->im, row->taxon, NULL)) {
    return PQ_OK;
  }
  if (r->names.n >= NAMES_MOST && row->is != PQ_TAXON_SCIENTIFIC) {
    ++r->im->file.n_left_out;
    return PQ_OK;
  }
  PQ_TRY(st, pq_arena_copy(&r->scratch, row->name, &n.text));
  if (row->is == PQ_TAXON_SCIENTIFIC) r->scientific = n.text;
  PQ_PUSH(&r->scratch, &r->names, n);
  return PQ_OK;
}

static pq_status read_lines(reading *r) {
  pq_status st = PQ_OK;
  pq_view line;
  while (!(st = pq_import_line(r->im, &line))) {
    pq_taxon_row row;
    pq_flaw flaw;
    if (pq_taxon_line(line, &row, &flaw)) {
      pq_import_wrong(r->im, pq_view_skip(line, flaw.at), "%s", flaw.what);
      continue;
    }
    r->any = true;
    PQ_TRY(st, take_row(r, &row));
  }
  if (st != PQ_END) return st;
  if (r->any || !r->im->file.n_bad) return end_taxon(r);
  return pq_fail(r->im->sink, PQ_BAD_SYNTAX, "import.header",
                 (pq_place){.file = r->im->file.name, .line = 1, .column = 1},
                 "this is no names.dmp");
}

pq_status pq_read_ncbi_names(pq_importer *im) {
  reading r = {.im = im, .taxon = {"", 0}, .scientific = {"", 0}};
  pq_arena_init(&r.scratch, im->arena->alloc, 0);
  const pq_status st = read_lines(&r);
  pq_arena_clear(&r.scratch);
  return st;
}
