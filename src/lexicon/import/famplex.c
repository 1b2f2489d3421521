/* FamPlex: five files of comma-separated values, told by their names; only the
 * last has a header.
 *   entities.csv       id
 *   relations.csv      space,id,isa|partof,space,id
 *   equivalences.csv   space,id,FamPlex id
 *   grounding_map.csv  text,space,id,space,id,space,id
 *   gene_prefixes.csv  Pattern,Category,Notes
 * Genes are named by their symbols: see join.h for what becomes of them. */
#include "lexicon/import/kinds.h"
#include "lexicon/import/source.h"

#include <stdlib.h>

enum {
  CELLS_MOST = 7,
  N_GROUNDINGS = 3
};

/* ---- identifiers ---- */

/* FamPlex's name spaces, and ours.  An id that has its space in itself
 * ("GO:0000502") is taken as it is. */
static const struct {
  pq_view space, prefix;
} spaces[] = {{PQ_LIT_INIT("FPLX"), PQ_LIT_INIT("FPLX:")},
              {PQ_LIT_INIT("HGNC"), PQ_LIT_INIT("HGNC.symbol:")},
              {PQ_LIT_INIT("UP"), PQ_LIT_INIT("UniProt:")},
              {PQ_LIT_INIT("CHEBI"), PQ_LIT_INIT("CHEBI:")},
              {PQ_LIT_INIT("GO"), PQ_LIT_INIT("GO:")},
              {PQ_LIT_INIT("RE"), PQ_LIT_INIT("Reactome:")},
              {PQ_LIT_INIT("IP"), PQ_LIT_INIT("InterPro:")},
              {PQ_LIT_INIT("PF"), PQ_LIT_INIT("Pfam:")}};

enum {
  N_SPACES = sizeof spaces / sizeof spaces[0],
  N_NAMED = 5 /* spaces of things that a text names */
};

static bool is_id(pq_view id) {
  return id.len && pq_view_find(id, ' ') == id.len &&
         pq_view_find(id, '|') == id.len;
}

/* Our id; empty for a space that is not among the first `n`. */
static pq_status id_of(pq_importer *im, pq_view space, pq_view id, size_t n,
                       pq_view *out) {
  *out = (pq_view){"", 0};
  for (size_t i = 0; i < n && is_id(id); ++i) {
    if (!pq_view_same(space, spaces[i].space)) continue;
    const bool whole = pq_view_starts(id, spaces[i].prefix);
    const pq_view pieces[] = {whole ? PQ_LIT("") : spaces[i].prefix, id};
    return pq_import_join(im, pieces, 2, out);
  }
  return PQ_OK;
}

/* "PI3K_p85" is written "PI3K p85". */
static pq_status label_of(pq_importer *im, pq_view id, pq_view *out) {
  char *const room = pq_arena_take(im->arena, id.len + 1);
  if (!room) return im->arena->status;
  for (size_t i = 0; i < id.len; ++i) {
    room[i] = id.ptr[i];
    if (room[i] == '_') room[i] = ' ';
  }
  *out = (pq_view){room, id.len};
  return PQ_OK;
}

static pq_status add_entity(pq_importer *im, pq_view id, pq_view xrefs) {
  pq_status st = PQ_OK;
  pq_concept c = {.xrefs = xrefs, .type = PQ_CONCEPT_FAMILY};
  PQ_TRY(st, id_of(im, PQ_LIT("FPLX"), id, 1, &c.id));
  if (!c.id.len) {
    pq_import_wrong(im, id, "this is no id");
    return PQ_OK;
  }
  PQ_TRY(st, label_of(im, id, &c.label));
  c.taxon = PQ_LIT("9606");
  PQ_TRY(st, pq_import_concept(im, &c));
  const pq_import_name name = {
      .id = c.id, .text = c.label, .status = PQ_STATUS_NAME};
  return pq_import_add_name(im, &name);
}

/* ---- a function for each file ---- */

static pq_status read_entity(pq_importer *im, const pq_view *cells) {
  return add_entity(im, cells[0], (pq_view){"", 0});
}

static pq_status read_relation(pq_importer *im, const pq_view *cells) {
  pq_status st = PQ_OK;
  pq_view child;
  pq_view parent;
  const bool part = pq_view_same(cells[2], PQ_LIT("partof"));
  if (!part && !pq_view_same(cells[2], PQ_LIT("isa"))) {
    pq_import_wrong(im, cells[2], "a relation is isa or partof");
    return PQ_OK;
  }
  PQ_TRY(st, id_of(im, cells[0], cells[1], N_NAMED, &child));
  PQ_TRY(st, id_of(im, cells[3], cells[4], N_NAMED, &parent));
  return pq_import_member(im, child, part, parent);
}

static pq_status read_equivalence(pq_importer *im, const pq_view *cells) {
  pq_status st = PQ_OK;
  pq_view xref;
  PQ_TRY(st, id_of(im, cells[0], cells[1], N_SPACES, &xref));
  return xref.len ? add_entity(im, cells[2], xref) : PQ_OK;
}

/* The first id that can be named; a text without any is none of ours. */
static pq_status read_grounding(pq_importer *im, const pq_view *cells) {
  pq_status st = PQ_OK;
  for (size_t i = 0; i < N_GROUNDINGS; ++i) {
    pq_import_name name = {.text = cells[0], .status = PQ_STATUS_CURATED};
    PQ_TRY(st,
           id_of(im, cells[1 + 2 * i], cells[2 + 2 * i], N_NAMED, &name.id));
    if (name.id.len) return pq_import_add_name(im, &name);
  }
  return PQ_OK;
}

/* What a pattern does to a name, by the words of its notes. */
static const struct {
  pq_view word, group, effect;
} effects[] = {{PQ_LIT_INIT("tag"), PQ_LIT_INIT("tag"), PQ_LIT_INIT("tag")},
               {PQ_LIT_INIT("phosphorylated"), PQ_LIT_INIT("state"),
                PQ_LIT_INIT("phospho")},
               {PQ_LIT_INIT("dominant negative"), PQ_LIT_INIT("state"),
                PQ_LIT_INIT("inactive")},
               {PQ_LIT_INIT("short hairpin RNA"), PQ_LIT_INIT("not-actor"),
                PQ_LIT_INIT("not-actor")},
               {PQ_LIT_INIT("small interfering RNA"), PQ_LIT_INIT("not-actor"),
                PQ_LIT_INIT("not-actor")},
               {PQ_LIT_INIT("siRNA-based knockdown"), PQ_LIT_INIT("not-actor"),
                PQ_LIT_INIT("not-actor")}};

enum {
  N_EFFECTS = sizeof effects / sizeof effects[0]
};

static size_t effect_of(pq_view notes) {
  for (size_t i = 0; i < N_EFFECTS; ++i) {
    if (pq_view_ends(notes, effects[i].word)) return i;
  }
  return N_EFFECTS;
}

/* "GFP-{Gene name}": only what is tied by a dash; letters alone could begin
 * another name. */
static pq_status read_prefix(pq_importer *im, const pq_view *cells) {
  const pq_view gene = PQ_LIT("{Gene name}");
  pq_view affix = cells[0];
  const bool prefix = pq_view_ends(affix, gene);
  const size_t effect = effect_of(cells[2]);
  if (prefix == pq_view_starts(affix, gene) || effect == N_EFFECTS) {
    return PQ_OK;
  }
  affix = prefix ? pq_view_head(affix, affix.len - gene.len)
                 : pq_view_skip(affix, gene.len);
  const bool dash = prefix ? pq_view_ends(affix, PQ_LIT("-"))
                           : pq_view_starts(affix, PQ_LIT("-"));
  if (!dash || affix.len < 2 || pq_view_find(affix, ' ') < affix.len) {
    return PQ_OK;
  }
  const pq_view row[] = {affix, prefix ? PQ_LIT("prefix") : PQ_LIT("suffix"),
                         effects[effect].group, effects[effect].effect};
  return pq_import_row(im, PQ_TABLE_AFFIXES, row, 4);
}

/* ---- files ---- */

static const struct {
  pq_view name;
  size_t n_cells;
  pq_status (*read)(pq_importer *im, const pq_view *cells);
  bool header;
} files[] = {{PQ_LIT_INIT("entities.csv"), 1, read_entity, false},
             {PQ_LIT_INIT("relations.csv"), 5, read_relation, false},
             {PQ_LIT_INIT("equivalences.csv"), 3, read_equivalence, false},
             {PQ_LIT_INIT("grounding_map.csv"), 7, read_grounding, false},
             {PQ_LIT_INIT("gene_prefixes.csv"), 3, read_prefix, true}};

enum {
  N_FILES = sizeof files / sizeof files[0]
};

pq_status pq_read_famplex(pq_importer *im) {
  pq_status st = PQ_OK;
  pq_view line;
  pq_view cells[CELLS_MOST];
  size_t f = 0;
  while (f < N_FILES && !pq_import_is_file(im, files[f].name)) {
    ++f;
  }
  if (f == N_FILES) return pq_import_stranger(im);
  bool header = files[f].header;
  while (!(st = pq_import_line(im, &line))) {
    bool good = false;
    if (!line.len || header) {
      pq_import_no_row(im);
      header = false;
      continue;
    }
    PQ_TRY(st, pq_import_csv(im, line, files[f].n_cells, cells, &good));
    if (good) PQ_TRY(st, files[f].read(im, cells));
  }
  return st == PQ_END ? PQ_OK : st;
}

/* ---- when all is read ---- */

/* What has parts is a complex; that stands in another file. */
pq_status pq_end_famplex(pq_importer *im) {
  const pq_table *const members = &im->tables->at[PQ_TABLE_MEMBERS];
  const pq_table *const concepts = &im->tables->at[PQ_TABLE_CONCEPTS];
  size_t n = 0;
  pq_view *const wholes =
      pq_arena_take(im->arena, members->rows.n * sizeof *wholes);
  if (!wholes) return im->arena->status;
  for (uint32_t i = 0; i < members->rows.n; ++i) {
    const pq_view *const cell = members->rows.at[i].cell;
    if (pq_view_same(cell[PQ_MEMBERS_REL], PQ_LIT("partof"))) {
      wholes[n++] = cell[PQ_MEMBERS_PARENT];
    }
  }
  if (n) qsort(wholes, n, sizeof *wholes, pq_view_compare);
  for (uint32_t i = 0; n && i < concepts->rows.n; ++i) {
    pq_view *const cell = concepts->rows.at[i].cell;
    if (pq_view_starts(cell[PQ_CONCEPTS_ID], PQ_LIT("FPLX:")) &&
        bsearch(&cell[PQ_CONCEPTS_ID], wholes, n, sizeof *wholes,
                pq_view_compare)) {
      cell[PQ_CONCEPTS_TYPE] = PQ_LIT("complex");
    }
  }
  return PQ_OK;
}
