/* HGNC's complete set: a row is a human gene.  A cell that holds a list joins
 * it with '|' and stands between '"'. */
#include "lexicon/import/kinds.h"
#include "lexicon/import/source.h"

enum {
  ID,
  SYMBOL,
  NAME,
  GROUP,
  STATUS,
  ALIAS_SYMBOL,
  ALIAS_NAME,
  PREV_SYMBOL,
  PREV_NAME,
  GENE_GROUP,
  GENE_GROUP_ID,
  ENTREZ,
  UNIPROT,
  MODIFIED,
  N_COLUMNS
};

enum {
  LIST_MOST = 900 /* bytes of a list in a cell of xrefs: one more id fits */
};

static const pq_column columns[N_COLUMNS] = {
    [ID] = {"hgnc_id", true},
    [SYMBOL] = {"symbol", true},
    [NAME] = {"name", true},
    [GROUP] = {"locus_group", false},
    [STATUS] = {"status", false},
    [ALIAS_SYMBOL] = {"alias_symbol", false},
    [ALIAS_NAME] = {"alias_name", false},
    [PREV_SYMBOL] = {"prev_symbol", false},
    [PREV_NAME] = {"prev_name", false},
    [GENE_GROUP] = {"gene_group", false},
    [GENE_GROUP_ID] = {"gene_group_id", false},
    [ENTREZ] = {"entrez_id", false},
    [UNIPROT] = {"uniprot_ids", false},
    [MODIFIED] = {"date_modified", false},
};

static const struct {
  uint8_t column, status;
} names[] = {{SYMBOL, PQ_STATUS_NAME},          {NAME, PQ_STATUS_NAME},
             {ALIAS_SYMBOL, PQ_STATUS_SYNONYM}, {ALIAS_NAME, PQ_STATUS_SYNONYM},
             {PREV_SYMBOL, PQ_STATUS_FORMER},   {PREV_NAME, PQ_STATUS_FORMER}};

/* "UniProt:P40763|NCBIGene:6774" */
static pq_status put_xrefs(const pq_sheet *s, pq_view *out) {
  pq_status st = PQ_OK;
  *out = (pq_view){"", 0};
  pq_view rest = pq_sheet_cell(s, UNIPROT);
  const pq_view entrez = pq_sheet_cell(s, ENTREZ);
  while (rest.len && out->len < LIST_MOST) {
    const pq_view one = pq_view_trim(pq_view_cut(&rest, '|'));
    if (!one.len) continue;
    PQ_TRY(st, pq_import_add_xref(s->im->arena, PQ_LIT("UniProt:"), one, out));
  }
  if (!pq_import_is_number(entrez)) return PQ_OK;
  return pq_import_add_xref(s->im->arena, PQ_LIT("NCBIGene:"), entrez, out);
}

/* Groups are families with members, but no names: "Endogenous ligands" heads a
 * page of the catalogue, and in prose it is something else. */
static pq_status add_groups(const pq_sheet *s, pq_view gene) {
  pq_status st = PQ_OK;
  pq_view labels = pq_sheet_cell(s, GENE_GROUP);
  pq_view ids = pq_sheet_cell(s, GENE_GROUP_ID);
  while (labels.len && ids.len) {
    const pq_view id = pq_view_trim(pq_view_cut(&ids, '|'));
    const pq_view pieces[] = {PQ_LIT("HGNC.group:"), id};
    pq_concept c = {.label = pq_view_cut(&labels, '|'),
                    .taxon = PQ_LIT("9606"),
                    .type = PQ_CONCEPT_FAMILY};
    if (!pq_import_is_number(id)) continue;
    PQ_TRY(st, pq_import_join(s->im, pieces, 2, &c.id));
    PQ_TRY(st, pq_import_concept(s->im, &c));
    PQ_TRY(st, pq_import_member(s->im, gene, false, c.id));
  }
  return PQ_OK;
}

static pq_status read_row(const pq_sheet *s) {
  pq_status st = PQ_OK;
  pq_concept c = {.id = pq_sheet_cell(s, ID),
                  .label = pq_sheet_cell(s, SYMBOL),
                  .taxon = PQ_LIT("9606"),
                  .type = PQ_CONCEPT_GENE};
  if (!pq_view_starts(c.id, PQ_LIT("HGNC:")) ||
      !pq_import_is_number(pq_view_skip(c.id, 5))) {
    pq_import_wrong(s->im, c.id, "an id is HGNC: and a number");
    return PQ_OK;
  }
  if (!c.label.len) {
    pq_import_wrong(s->im, c.label, "this gene has no symbol");
    return PQ_OK;
  }
  PQ_TRY(st, put_xrefs(s, &c.xrefs));
  PQ_TRY(st, pq_import_concept(s->im, &c));
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    const pq_import_name name = {.id = c.id,
                                 .text = pq_sheet_cell(s, names[i].column),
                                 .status = names[i].status};
    PQ_TRY(st, pq_import_names(s->im, name, '|'));
  }
  return add_groups(s, c.id);
}

static bool is_wanted(const pq_sheet *s) {
  const pq_view status = pq_sheet_cell(s, STATUS);
  const pq_view group = pq_sheet_cell(s, GROUP);
  if (status.len && !pq_view_same(status, PQ_LIT("Approved"))) return false;
  return s->im->options->all_loci || !group.len ||
         pq_view_same(group, PQ_LIT("protein-coding gene"));
}

pq_status pq_read_hgnc(pq_importer *im) {
  pq_sheet s;
  pq_status st = pq_sheet_open(&s, im, columns, N_COLUMNS);
  if (st) return st;
  while (!(st = pq_sheet_next(&s))) {
    pq_import_date(im, pq_sheet_cell(&s, MODIFIED));
    if (is_wanted(&s)) PQ_TRY(st, read_row(&s));
  }
  return st == PQ_END ? PQ_OK : st;
}
