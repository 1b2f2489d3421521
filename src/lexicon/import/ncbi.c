/* NCBI Gene's gene_info: a row is a gene.  '-' is an empty cell; a cell that
 * holds a list joins it with '|'. */
#include "lexicon/import/kinds.h"
#include "lexicon/import/source.h"

enum {
  TAXON,
  ID,
  SYMBOL,
  SYNONYMS,
  XREFS,
  DESCRIPTION,
  TYPE,
  OFFICIAL_SYMBOL,
  OFFICIAL_NAME,
  OTHER,
  MODIFIED,
  N_COLUMNS
};

static const pq_column columns[N_COLUMNS] = {
    [TAXON] = {"tax_id", true},
    [ID] = {"GeneID", true},
    [SYMBOL] = {"Symbol", true},
    [SYNONYMS] = {"Synonyms", false},
    [XREFS] = {"dbXrefs", false},
    [DESCRIPTION] = {"description", false},
    [TYPE] = {"type_of_gene", false},
    [OFFICIAL_SYMBOL] = {"Symbol_from_nomenclature_authority", false},
    [OFFICIAL_NAME] = {"Full_name_from_nomenclature_authority", false},
    [OTHER] = {"Other_designations", false},
    [MODIFIED] = {"Modification_date", false},
};

static const struct {
  uint8_t column, status;
  char mark; /* between the members of a list; 0: no list */
} names[] = {
    {SYMBOL, PQ_STATUS_NAME, 0},        {OFFICIAL_SYMBOL, PQ_STATUS_NAME, 0},
    {OFFICIAL_NAME, PQ_STATUS_NAME, 0}, {DESCRIPTION, PQ_STATUS_NAME, 0},
    {SYNONYMS, PQ_STATUS_SYNONYM, '|'}, {OTHER, PQ_STATUS_SYNONYM, '|'}};

static pq_view cell(const pq_sheet *s, size_t column) {
  const pq_view text = pq_sheet_cell(s, column);
  return pq_view_same(text, PQ_LIT("-")) ? (pq_view){"", 0} : text;
}

/* "MIM:138670|HGNC:HGNC:5|Ensembl:ENSG00000121410" -> "HGNC:5", or empty */
static pq_view hgnc_of(pq_view xrefs) {
  const pq_view head = PQ_LIT("HGNC:");
  pq_view rest = xrefs;
  while (rest.len) {
    const pq_view one = pq_view_cut(&rest, '|');
    const pq_view id = pq_view_skip(one, head.len);
    if (pq_view_starts(one, head) && pq_view_starts(id, head) &&
        pq_import_is_number(pq_view_skip(id, head.len))) {
      return id;
    }
  }
  return (pq_view){"", 0};
}

static pq_status read_row(const pq_sheet *s) {
  pq_status st = PQ_OK;
  pq_concept c = {.id = hgnc_of(cell(s, XREFS)),
                  .label = cell(s, SYMBOL),
                  .taxon = cell(s, TAXON),
                  .type = PQ_CONCEPT_GENE};
  const pq_view pieces[] = {PQ_LIT("NCBIGene:"), cell(s, ID)};
  PQ_TRY(st, pq_import_join(s->im, pieces, 2, &c.xrefs));
  if (!c.id.len) c.id = c.xrefs;
  PQ_TRY(st, pq_import_concept(s->im, &c));
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    const pq_import_name name = {.id = c.id,
                                 .text = cell(s, names[i].column),
                                 .status = names[i].status};
    PQ_TRY(st, names[i].mark ? pq_import_names(s->im, name, names[i].mark)
                             : pq_import_add_name(s->im, &name));
  }
  return PQ_OK;
}

/* What is wrong with a row, or NULL. */
static const char *fault(const pq_sheet *s, pq_view *where) {
  *where = pq_sheet_cell(s, TAXON);
  if (!pq_import_is_number(*where)) return "a tax_id is a number";
  *where = pq_sheet_cell(s, ID);
  if (!pq_import_is_number(*where)) return "a GeneID is a number";
  *where = pq_sheet_cell(s, SYMBOL);
  return cell(s, SYMBOL).len ? NULL : "this gene has no symbol";
}

/* A gene that has no name yet is called NEWENTRY. */
static bool is_wanted(const pq_sheet *s) {
  const pq_view type = cell(s, TYPE);
  return pq_import_wants(s->im, cell(s, TAXON), NULL) &&
         !pq_view_same(cell(s, SYMBOL), PQ_LIT("NEWENTRY")) &&
         (s->im->options->all_loci || !type.len ||
          pq_view_same(type, PQ_LIT("protein-coding")));
}

pq_status pq_read_ncbi_gene(pq_importer *im) {
  pq_sheet s;
  pq_status st = pq_sheet_open(&s, im, columns, N_COLUMNS);
  if (st) return st;
  while (!(st = pq_sheet_next(&s))) {
    pq_view where;
    const char *const what = fault(&s, &where);
    if (what) {
      pq_import_wrong(im, where, "%s", what);
      continue;
    }
    pq_import_date(im, cell(&s, MODIFIED));
    if (is_wanted(&s)) PQ_TRY(st, read_row(&s));
  }
  return st == PQ_END ? PQ_OK : st;
}
