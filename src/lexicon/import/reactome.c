/* Reactome's lists: TAB-separated, without a header, told by how many cells
 * their lines have.
 *   ReactomePathways.txt           id, name, species
 *   ReactomePathwaysRelation.txt   parent, child
 *   UniProt2Reactome*.txt          accession, pathway, URL, name, evidence,
 *                                  species
 *   UniProt2Reactome_PE_*.txt      accession, form, its name, pathway, URL,
 *                                  name, evidence, species
 * A pathway has the same name in all species, so only those asked for are
 * taken, human ones if none is. */
#include "lexicon/import/kinds.h"
#include "lexicon/import/source.h"

enum {
  PATHWAYS = 3,
  RELATIONS = 2,
  PROTEINS = 6,
  FORMS = 8
};

/* The species that Reactome's identifiers tell (R-HSA-109581), in the order of
 * their codes; taxa of the NCBI. */
static const struct {
  pq_view code, taxon;
} species[] = {
    {PQ_LIT_INIT("BTA"), PQ_LIT_INIT("9913")},
    {PQ_LIT_INIT("CEL"), PQ_LIT_INIT("6239")},
    {PQ_LIT_INIT("CFA"), PQ_LIT_INIT("9615")},
    {PQ_LIT_INIT("DDI"), PQ_LIT_INIT("44689")},
    {PQ_LIT_INIT("DME"), PQ_LIT_INIT("7227")},
    {PQ_LIT_INIT("DRE"), PQ_LIT_INIT("7955")},
    {PQ_LIT_INIT("GGA"), PQ_LIT_INIT("9031")},
    {PQ_LIT_INIT("HSA"), PQ_LIT_INIT("9606")},
    {PQ_LIT_INIT("MMU"), PQ_LIT_INIT("10090")},
    {PQ_LIT_INIT("MTU"), PQ_LIT_INIT("1773")},
    {PQ_LIT_INIT("PFA"), PQ_LIT_INIT("5833")},
    {PQ_LIT_INIT("RNO"), PQ_LIT_INIT("10116")},
    {PQ_LIT_INIT("SCE"), PQ_LIT_INIT("4932")},
    {PQ_LIT_INIT("SPO"), PQ_LIT_INIT("4896")},
    {PQ_LIT_INIT("SSC"), PQ_LIT_INIT("9823")},
    {PQ_LIT_INIT("XTR"), PQ_LIT_INIT("8364")},
};

static const char usual_taxon[] = "9606";

/* "R-HSA-109581": three parts, the last digits. */
static bool is_stable_id(pq_view id) {
  return id.len > 6 && pq_view_starts(id, PQ_LIT("R-")) && id.ptr[5] == '-' &&
         pq_import_is_number(pq_view_skip(id, 6));
}

/* Empty for a species that is not in the table. */
static pq_view taxon_of(pq_view id) {
  const pq_view code = pq_view_head(pq_view_skip(id, 2), 3);
  for (size_t i = 0; i < sizeof species / sizeof species[0]; ++i) {
    if (pq_view_same(code, species[i].code)) return species[i].taxon;
  }
  return (pq_view){"", 0};
}

static bool is_wanted(const pq_importer *im, pq_view id) {
  const pq_view taxon = taxon_of(id);
  return taxon.len && pq_import_wants(im, taxon, usual_taxon);
}

static pq_status name_id(pq_importer *im, const char *space, pq_view id,
                         pq_view *out) {
  const pq_view pieces[] = {pq_view_of(space), id};
  return pq_import_join(im, pieces, 2, out);
}

/* ---- a function for each kind of line ---- */

/* The names are titles: "Fatty acids", "RSK activation".  In prose they are
 * what they seem to be, unless a pathway is spoken of. */
static pq_status add_pathway(pq_importer *im, pq_view stable_id,
                             pq_view label) {
  pq_status st = PQ_OK;
  pq_concept c = {
      .label = label, .taxon = taxon_of(stable_id), .type = PQ_CONCEPT_PATHWAY};
  PQ_TRY(st, name_id(im, "Reactome:", stable_id, &c.id));
  PQ_TRY(st, pq_import_concept(im, &c));
  const pq_import_name name = {.id = c.id,
                               .text = label,
                               .status = PQ_STATUS_NAME,
                               .flags = "ctx=pathway/pathways"};
  return pq_import_add_name(im, &name);
}

static pq_status read_pathway(pq_importer *im, const pq_view *cells) {
  return add_pathway(im, cells[0], cells[1]);
}

static pq_status read_relation(pq_importer *im, const pq_view *cells) {
  pq_status st = PQ_OK;
  pq_view child;
  pq_view parent;
  PQ_TRY(st, name_id(im, "Reactome:", cells[0], &parent));
  PQ_TRY(st, name_id(im, "Reactome:", cells[1], &child));
  return pq_import_member(im, child, true, parent);
}

/* The files with "Reactions" in their names list reactions in the same form;
 * their names are sentences. */
static pq_status read_protein(pq_importer *im, const pq_view *cells) {
  pq_status st = PQ_OK;
  pq_view child;
  pq_view parent;
  if (pq_import_has_in_name(im, PQ_LIT("Reactions"))) return PQ_OK;
  PQ_TRY(st, add_pathway(im, cells[1], cells[3]));
  PQ_TRY(st, name_id(im, "UniProt:", cells[0], &child));
  PQ_TRY(st, name_id(im, "Reactome:", cells[1], &parent));
  return pq_import_member(im, child, true, parent);
}

/* The name within a form's: "p-Y705,S727-STAT3 [cytosol]" is a form of STAT3.
 * Empty if it has a form that is not understood: a range, a mutant, parts. */
static pq_view bare_name(pq_view form) {
  const size_t place = pq_view_find(form, '[');
  pq_view name = pq_view_trim(pq_view_head(form, place));
  if (pq_view_starts(name, PQ_LIT("p-"))) {
    name = pq_view_skip(name, 2);
    const size_t dash = pq_view_find(name, '-');
    const pq_view sites = pq_view_head(name, dash);
    bool all = dash < name.len && sites.len > 0;
    for (size_t i = 0; i < sites.len; ++i) {
      const char c = sites.ptr[i];
      all = all && (pq_is_digit(c) || strchr("STY,?", c));
    }
    if (all) name = pq_view_skip(name, dash + 1);
  }
  for (size_t i = 0; i < name.len; ++i) {
    if (strchr(" ,:;()?*", name.ptr[i])) return (pq_view){"", 0};
  }
  return name;
}

/* A name with a dash may have a modification in front ("ub-SHH"): only letters
 * and digits are taken. */
static pq_status read_form(pq_importer *im, const pq_view *cells) {
  pq_status st = PQ_OK;
  pq_import_name name = {.text = bare_name(cells[2]),
                         .status = PQ_STATUS_SYNONYM};
  if (!name.text.len || pq_view_find(name.text, '-') < name.text.len) {
    if (cells[2].len) ++im->file.n_left_out;
    return PQ_OK;
  }
  const pq_view id = cells[0];
  PQ_TRY(st, name_id(im, "UniProt:", id, &name.id));
  pq_concept c = {.id = name.id,
                  .label = name.text,
                  .taxon = taxon_of(cells[3]),
                  .xrefs = name.id,
                  .type = PQ_CONCEPT_GENE};
  PQ_TRY(st, pq_import_concept(im, &c));
  return pq_import_add_name(im, &name);
}

/* ---- lines ---- */

static const struct {
  size_t n_cells, id, other; /* cells with a stable id; the same for one */
  pq_status (*read)(pq_importer *im, const pq_view *cells);
} lines[] = {{PATHWAYS, 0, 0, read_pathway},
             {RELATIONS, 0, 1, read_relation},
             {PROTEINS, 1, 1, read_protein},
             {FORMS, 3, 3, read_form}};

enum {
  N_LINES = sizeof lines / sizeof lines[0]
};

static pq_status read_line(pq_importer *im, pq_view line) {
  pq_view cells[FORMS];
  size_t n = 0;
  size_t f = 0;
  pq_view rest = line;
  while (rest.ptr) {
    const pq_view cell = pq_view_trim(pq_view_cut(&rest, '\t'));
    if (n < FORMS) cells[n] = cell;
    ++n;
  }
  while (f < N_LINES && lines[f].n_cells != n) {
    ++f;
  }
  if (f == N_LINES) {
    pq_import_wrong(im, line, "a line has 2, 3, 6 or 8 cells, not %lu",
                    (unsigned long)n);
    return PQ_OK;
  }
  const pq_view id = cells[lines[f].id];
  const pq_view other = cells[lines[f].other];
  if (!is_stable_id(id) || !is_stable_id(other)) {
    pq_import_wrong(im, is_stable_id(id) ? other : id,
                    "a stable id looks like R-HSA-109581");
    return PQ_OK;
  }
  if (n >= PROTEINS && !pq_import_is_accession(cells[0])) {
    pq_import_wrong(im, cells[0], "this is no accession");
    return PQ_OK;
  }
  return is_wanted(im, id) ? lines[f].read(im, cells) : PQ_OK;
}

pq_status pq_read_reactome(pq_importer *im) {
  pq_status st = PQ_OK;
  pq_view line;
  while (!(st = pq_import_line(im, &line))) {
    if (line.len) {
      PQ_TRY(st, read_line(im, line));
    } else {
      pq_import_no_row(im);
    }
  }
  return st == PQ_END ? PQ_OK : st;
}
