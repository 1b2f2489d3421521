/* UniProt's tables, as the website and its REST service give them: a row is a
 * protein, the columns are those that somebody chose.
 *
 *   Name (Alternative) (EC 2.7.10.2) [Cleaved into: Peptide (Other) ]
 * A bracket that ends a name holds another name of the same protein; brackets
 * in the middle belong to the name. */
#include "lexicon/import/kinds.h"
#include "lexicon/import/source.h"

enum {
  ENTRY,
  REVIEWED,
  PROTEIN,
  GENES,
  PRIMARY,
  GENE_SYNONYMS,
  TAXON,
  SEQUENCE,
  SIGNAL,
  N_COLUMNS
};

static const pq_column columns[N_COLUMNS] = {
    [ENTRY] = {"Entry", true},
    [REVIEWED] = {"Reviewed/Status", false},
    [PROTEIN] = {"Protein names", false},
    [GENES] = {"Gene Names", false},
    [PRIMARY] = {"Gene Names (primary)", false},
    [GENE_SYNONYMS] = {"Gene Names (synonym)", false},
    [TAXON] = {"Organism (ID)", false},
    [SEQUENCE] = {"Sequence", false},
    [SIGNAL] = {"Signal peptide", false},
};

/* ---- accessions ---- */

static bool is_capital_or_digit(char c) {
  return pq_is_upper(c) || pq_is_digit(c);
}

/* uniprot.org/help/accession_numbers: six or ten characters. */
bool pq_import_is_entry(pq_view text) {
  const size_t n = text.len;
  if ((n != 6 && n != 10) || !pq_is_upper(text.ptr[0])) return false;
  for (size_t i = 1; i < n; ++i) {
    const char c = text.ptr[i];
    const bool digit = i == 1 || i == 5 || i == 9;
    const bool capital = n == 10 && (i == 2 || i == 6);
    if (digit ? !pq_is_digit(c)
              : (capital ? !pq_is_upper(c) : !is_capital_or_digit(c))) {
      return false;
    }
  }
  const bool old = strchr("OPQ", text.ptr[0]) != NULL;
  return n == 6 ? old || pq_is_upper(text.ptr[2]) : !old;
}

/* ---- names of proteins ---- */

/* Byte of the bracket that opens the group which ends the text; text.len if no
 * group ends it. */
static size_t last_group(pq_view text, char open, char close) {
  size_t depth = 0;
  if (!text.len || text.ptr[text.len - 1] != close) return text.len;
  for (size_t i = text.len; i-- > 0;) {
    if (text.ptr[i] == close) ++depth;
    if (text.ptr[i] == open && --depth == 0) return i;
  }
  return text.len;
}

static bool ends_group(pq_view text, size_t at) {
  return at > 1 && at < text.len && text.ptr[at - 1] == ' ';
}

/* Without "[Cleaved into: ...]" and "[Includes: ...]", which name other
 * things. */
static pq_view without_parts(pq_view text) {
  for (;;) {
    text = pq_view_trim(text);
    const size_t at = last_group(text, '[', ']');
    const pq_view group = pq_view_skip(text, at);
    if (!ends_group(text, at) ||
        !(pq_view_starts(group, PQ_LIT("[Cleaved into:")) ||
          pq_view_starts(group, PQ_LIT("[Includes:")))) {
      return text;
    }
    text = pq_view_head(text, at - 1);
  }
}

/* "EC 2.7.10.2" and "Fragment" are no names. */
static bool is_remark(pq_view group) {
  return pq_view_starts(group, PQ_LIT("EC ")) ||
         pq_view_same(group, PQ_LIT("Fragment")) ||
         pq_view_same(group, PQ_LIT("Fragments"));
}

static pq_status add_protein(pq_importer *im, pq_import_name name,
                             pq_view text) {
  pq_status st = PQ_OK;
  name.status = PQ_STATUS_SYNONYM;
  text = without_parts(text);
  for (size_t at = last_group(text, '(', ')'); ends_group(text, at);
       at = last_group(text, '(', ')')) {
    name.text = pq_view_trim((pq_view){text.ptr + at + 1, text.len - at - 2});
    if (!is_remark(name.text)) PQ_TRY(st, pq_import_add_name(im, &name));
    text = pq_view_trim(pq_view_head(text, at));
  }
  name.text = text;
  name.status = PQ_STATUS_NAME;
  return pq_import_add_name(im, &name);
}

/* ---- names of genes ---- */

static pq_view next_word(pq_view *rest) {
  while (rest->len && (rest->ptr[0] == ' ' || rest->ptr[0] == ';')) {
    *rest = pq_view_skip(*rest, 1);
  }
  size_t n = 0;
  while (n < rest->len && rest->ptr[n] != ' ' && rest->ptr[n] != ';') {
    ++n;
  }
  const pq_view word = pq_view_head(*rest, n);
  *rest = pq_view_skip(*rest, n);
  return word;
}

/* Words with blanks between, genes with ';' between.  `first`: the first word
 * of each gene is its name, the others are synonyms. */
static pq_status add_genes(pq_importer *im, pq_import_name name, pq_view text,
                           bool first) {
  pq_status st = PQ_OK;
  const uint8_t status = name.status;
  pq_view rest = text;
  while (rest.len) {
    pq_view gene = pq_view_cut(&rest, ';');
    bool begins = first;
    while ((name.text = next_word(&gene)).len) {
      name.status = begins ? PQ_STATUS_NAME : status;
      PQ_TRY(st, pq_import_add_name(im, &name));
      begins = false;
    }
  }
  return PQ_OK;
}

/* ---- rows ---- */

/* The primary gene, else the first of all, else the protein's name. */
static pq_view label_of(const pq_sheet *s) {
  pq_view rest = pq_sheet_cell(s, PRIMARY);
  if (!rest.len) rest = pq_sheet_cell(s, GENES);
  const pq_view word = next_word(&rest);
  if (word.len) return word;
  pq_view text = without_parts(pq_sheet_cell(s, PROTEIN));
  for (size_t at = last_group(text, '(', ')'); ends_group(text, at);
       at = last_group(text, '(', ')')) {
    text = pq_view_trim(pq_view_head(text, at));
  }
  return text.len ? text : pq_sheet_cell(s, ENTRY);
}

/* "SIGNAL 1..24; /evidence=..." or "SIGNAL 1 24 {ECO:...}": the last residue.
 */
static uint32_t signal_of(pq_view cell) {
  static const char *const heads[] = {"SIGNAL 1..", "SIGNAL 1 "};
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; ++i) {
    const pq_view head = pq_view_of(heads[i]);
    if (!pq_view_starts(cell, head)) continue;
    const pq_view rest = pq_view_trim(pq_view_skip(cell, head.len));
    size_t n = 0;
    while (n < rest.len && pq_is_digit(rest.ptr[n])) {
      ++n;
    }
    return pq_entry_number(pq_view_head(rest, n));
  }
  return 0;
}

static pq_status read_sequence(const pq_sheet *s) {
  const pq_sequence row = {.accession = pq_sheet_cell(s, ENTRY),
                           .name = {"", 0},
                           .residues = pq_sheet_cell(s, SEQUENCE),
                           .signal = signal_of(pq_sheet_cell(s, SIGNAL))};
  const pq_view names = pq_sheet_cell(s, PROTEIN);
  if (!row.residues.len || pq_view_ends(names, PQ_LIT("(Fragment)")) ||
      pq_view_ends(names, PQ_LIT("(Fragments)"))) {
    return PQ_OK;
  }
  for (size_t i = 0; i < row.residues.len; ++i) {
    if (pq_is_upper(row.residues.ptr[i])) continue;
    pq_import_wrong(s->im, pq_view_skip(row.residues, i),
                    "this is no letter of a residue");
    return PQ_OK;
  }
  return pq_import_sequence(s->im, &row);
}

static pq_status read_row(const pq_sheet *s) {
  pq_status st = PQ_OK;
  PQ_TRY(st, read_sequence(s));
  const pq_view pieces[] = {PQ_LIT("UniProt:"), pq_sheet_cell(s, ENTRY)};
  pq_concept c = {.label = label_of(s),
                  .taxon = pq_sheet_cell(s, TAXON),
                  .type = PQ_CONCEPT_GENE};
  PQ_TRY(st, pq_import_join(s->im, pieces, 2, &c.id));
  c.xrefs = c.id;
  PQ_TRY(st, pq_import_concept(s->im, &c));
  pq_import_name name = {.id = c.id, .status = PQ_STATUS_SYNONYM};
  const bool knows_primary = pq_sheet_cell(s, PRIMARY).len > 0;
  PQ_TRY(st, add_genes(s->im, name, pq_sheet_cell(s, GENES), !knows_primary));
  PQ_TRY(st, add_genes(s->im, name, pq_sheet_cell(s, GENE_SYNONYMS), false));
  PQ_TRY(st, add_protein(s->im, name, pq_sheet_cell(s, PROTEIN)));
  name.status = PQ_STATUS_NAME;
  return add_genes(s->im, name, pq_sheet_cell(s, PRIMARY), false);
}

static const char *fault(const pq_sheet *s, pq_view *where) {
  *where = pq_sheet_cell(s, ENTRY);
  if (!pq_import_is_entry(*where)) return "this is no accession";
  *where = pq_sheet_cell(s, TAXON);
  return !where->len || pq_import_is_number(*where)
             ? NULL
             : "an organism is a number of the NCBI";
}

pq_status pq_read_uniprot_tsv(pq_importer *im) {
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
    const bool reviewed =
        !pq_view_alike(pq_sheet_cell(&s, REVIEWED), PQ_LIT("unreviewed"));
    if (reviewed && pq_import_wants(im, pq_sheet_cell(&s, TAXON), NULL)) {
      PQ_TRY(st, read_row(&s));
    }
  }
  return st == PQ_END ? PQ_OK : st;
}
