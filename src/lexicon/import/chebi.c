/* ChEBI's tables: names.tsv and, for the names that it shows, compounds.tsv
 * given before it.  Both layouts, that of 2025 and the older one.
 *
 *   names.tsv      ID COMPOUND_ID TYPE SOURCE NAME ADAPTED LANGUAGE
 *                  id compound_id name type status_id adapted language_code
 *                  ascii_name
 *   compounds.tsv  ID STATUS CHEBI_ACCESSION SOURCE PARENT_ID NAME ...
 *
 * Names of one compound need not stand together, so they are gathered first.
 */
#include "lexicon/import/kinds.h"
#include "lexicon/import/molecule.h"
#include "lexicon/import/source.h"

#include <stdlib.h>

enum {
  ID,
  COMPOUND,
  NAME,
  ASCII,
  TYPE,
  LANGUAGE,
  PARENT,
  N_COLUMNS
};

static const pq_column columns[N_COLUMNS] = {
    [ID] = {"id", true},
    [COMPOUND] = {"compound_id", false},
    [NAME] = {"name", true},
    [ASCII] = {"ascii_name", false},
    [TYPE] = {"type", false},
    [LANGUAGE] = {"language/language_code", false},
    [PARENT] = {"parent_id", false},
};

/* How good a name is; the best is the label. */
enum {
  RANK_LISTED, /* a row of concepts is there already */
  RANK_SHOWN,  /* in compounds.tsv */
  RANK_INN,
  RANK_NAME,
  RANK_UNIPROT,
  RANK_SYNONYM,
  RANK_BRAND,
  RANK_IUPAC,
  N_RANKS
};

static const struct {
  const char *type;
  uint8_t rank;
} types[] = {
    {"INN", RANK_INN},
    {"NAME", RANK_NAME},
    {"UNIPROT NAME", RANK_UNIPROT},
    {"SYNONYM", RANK_SYNONYM},
    {"BRAND NAME", RANK_BRAND},
    {"IUPAC NAME", RANK_IUPAC},
};

typedef struct molecule_name {
  pq_view text;
  uint32_t compound;
  uint8_t rank;
} molecule_name;

typedef struct gathering {
  pq_sheet sheet;
  pq_arena arena;
  PQ_VEC(molecule_name) names;
  bool compounds; /* it is compounds.tsv that is read */
} gathering;

/* ---- rows ---- */

static uint8_t rank_of(pq_view type) {
  for (size_t i = 0; i < sizeof types / sizeof types[0]; ++i) {
    if (pq_view_alike(type, pq_view_of(types[i].type))) return types[i].rank;
  }
  return RANK_SYNONYM;
}

/* English, or Latin where a name is international; nothing is said of most. */
static bool is_english(pq_view language) {
  return !language.len || pq_view_alike(language, PQ_LIT("en")) ||
         pq_view_alike(language, PQ_LIT("null"));
}

static bool is_nothing(pq_view cell) {
  return !cell.len || pq_view_alike(cell, PQ_LIT("null")) ||
         pq_view_same(cell, PQ_LIT("-"));
}

/* The name, in ASCII if it is there. */
static pq_view text_of(const pq_sheet *s) {
  const pq_view ascii = pq_sheet_cell(s, ASCII);
  return is_nothing(ascii) ? pq_sheet_cell(s, NAME) : ascii;
}

static pq_status gather_row(gathering *g) {
  pq_status st = PQ_OK;
  const pq_sheet *const s = &g->sheet;
  const pq_view id = pq_sheet_cell(s, g->compounds ? ID : COMPOUND);
  const pq_view raw = text_of(s);
  molecule_name n = {.compound = pq_entry_number(id),
                     .rank = g->compounds ? RANK_SHOWN
                                          : rank_of(pq_sheet_cell(s, TYPE))};
  if (!n.compound) {
    pq_import_wrong(s->im, id, "a compound is a number");
    return PQ_OK;
  }
  /* What has a parent was merged into it. */
  if (!is_nothing(pq_sheet_cell(s, PARENT)) || is_nothing(raw) ||
      !is_english(pq_sheet_cell(s, LANGUAGE))) {
    return PQ_OK;
  }
  PQ_TRY(st, pq_molecule_name(&g->arena, raw, &n.text));
  if (!n.text.len) return PQ_OK;
  PQ_PUSH(&g->arena, &g->names, n);
  return PQ_OK;
}

/* Molecules that other files have brought. */
static pq_status gather_listed(gathering *g) {
  const pq_table *const t = &g->sheet.im->tables->at[PQ_TABLE_CONCEPTS];
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    if (!pq_view_starts(cell[PQ_CONCEPTS_ID], PQ_LIT("CHEBI:"))) continue;
    const molecule_name n = {
        .text = cell[PQ_CONCEPTS_LABEL],
        .compound = pq_entry_number(pq_view_skip(cell[PQ_CONCEPTS_ID], 6)),
        .rank = RANK_LISTED};
    PQ_PUSH(&g->arena, &g->names, n);
  }
  return PQ_OK;
}

static pq_status gather(gathering *g) {
  pq_status st = PQ_OK;
  while (!(st = pq_sheet_next(&g->sheet))) {
    const uint32_t before = g->names.n;
    PQ_TRY(st, gather_row(g));
    if (g->names.n > before) ++g->sheet.im->file.n_used;
  }
  if (st != PQ_END) return st;
  return gather_listed(g);
}

/* ---- compounds ---- */

static int by_compound(const void *one, const void *two) {
  const molecule_name *const a = one;
  const molecule_name *const b = two;
  if (a->compound != b->compound) return a->compound < b->compound ? -1 : 1;
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  return pq_view_order(a->text, b->text);
}

static pq_status put_names(pq_importer *im, pq_view id,
                           const molecule_name *names, uint32_t n) {
  pq_status st = PQ_OK;
  pq_peptides peptides = {.n = 0};
  for (uint32_t i = 0; i < n; ++i) {
    pq_molecule_keep_peptide(&peptides, names[i].text);
  }
  for (uint32_t i = 0; i < n; ++i) {
    const pq_view text = names[i].text;
    if (names[i].rank == RANK_LISTED) continue;
    if (i && pq_view_same(text, names[i - 1].text)) continue;
    if (pq_molecule_is_short(text) || pq_molecule_is_part(text) ||
        pq_molecule_is_peptide(&peptides, text)) {
      ++im->file.n_left_out;
      continue;
    }
    const pq_import_name name = {.id = id,
                                 .text = text,
                                 .status = names[i].rank <= RANK_UNIPROT
                                               ? PQ_STATUS_NAME
                                               : PQ_STATUS_SYNONYM};
    PQ_TRY(st, pq_import_add_name(im, &name));
  }
  return PQ_OK;
}

/* All names of one compound, best first. */
static pq_status put_compound(gathering *g, const molecule_name *names,
                              uint32_t n) {
  pq_status st = PQ_OK;
  pq_buf digits;
  pq_view id = {"", 0};
  pq_importer *const im = g->sheet.im;
  pq_buf_init(&digits, im->arena->alloc);
  pq_buf_format(&digits, "CHEBI:%u", (unsigned)names[0].compound);
  st = digits.status;
  if (!st) st = pq_arena_copy(im->arena, pq_buf_view(&digits), &id);
  pq_buf_clear(&digits);
  const pq_concept c = {
      .id = id, .label = names[0].text, .type = PQ_CONCEPT_MOLECULE};
  if (!st && names[0].rank != RANK_LISTED) st = pq_import_concept(im, &c);
  return st ? st : put_names(im, id, names, n);
}

static pq_status put_compounds(gathering *g) {
  pq_status st = PQ_OK;
  const molecule_name *const at = g->names.at;
  uint32_t n = 0;
  if (g->names.n) qsort(g->names.at, g->names.n, sizeof *at, by_compound);
  for (uint32_t i = 0; i < g->names.n; i += n) {
    n = 1;
    while (i + n < g->names.n && at[i + n].compound == at[i].compound) {
      ++n;
    }
    PQ_TRY(st, put_compound(g, at + i, n));
  }
  return PQ_OK;
}

pq_status pq_read_chebi(pq_importer *im) {
  gathering g = {.compounds = false};
  pq_arena_init(&g.arena, im->arena->alloc, 0);
  pq_status st = pq_sheet_open(&g.sheet, im, columns, N_COLUMNS);
  g.compounds = !g.sheet.at[COMPOUND];
  if (!st) st = gather(&g);
  im->used = true; /* rows were counted as they came */
  if (!st) st = put_compounds(&g);
  pq_arena_clear(&g.arena);
  return st;
}
