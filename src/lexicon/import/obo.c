/* Ontologies in OBO format: GO, PSI-MOD, PSI-MI, ECO, CL, Uberon, ChEBI.  A row
 * is a term. */
#include "base/note.h"
#include "lexicon/import/ancestry.h"
#include "lexicon/import/kinds.h"
#include "lexicon/import/molecule.h"
#include "lexicon/import/ontology.h"
#include "lexicon/import/source.h"
#include "lexicon/import/stanza.h"

typedef struct reading {
  pq_importer *im;
  pq_arena scratch; /* for a term, reset at its end */
  pq_arena kept;    /* for the ancestry */
  pq_ancestry kin;
  pq_obo_term term;
  bool in_term, any;
} reading;

/* ---- a term that is whole ---- */

/* Ids that were merged into the term. */
static pq_status put_xrefs(reading *r, pq_view *out) {
  pq_status st = PQ_OK;
  *out = (pq_view){"", 0};
  for (uint32_t i = 0; i < r->term.others.n; ++i) {
    const pq_view one = r->term.others.at[i];
    PQ_TRY(st, pq_import_add_xref(&r->scratch, PQ_LIT(""), one, out));
  }
  return PQ_OK;
}

static uint8_t status_of(pq_obo_scope scope) {
  switch (scope) {
  case PQ_OBO_EXACT: return PQ_STATUS_SYNONYM;
  case PQ_OBO_RELATED: return PQ_STATUS_FORMER;
  case PQ_OBO_NARROW:
  case PQ_OBO_BROAD: break;
  }
  return 0; /* it names something else */
}

static bool fits(const reading *r, const pq_peptides *peptides,
                 const pq_concept *c, pq_view text) {
  if (!pq_ontology_fits(r->im->options->known, c, text)) return false;
  return !pq_view_starts(c->id, PQ_LIT("CHEBI:")) ||
         !(pq_molecule_is_short(text) || pq_molecule_is_part(text) ||
           pq_molecule_is_peptide(peptides, text));
}

static pq_status put_name(const reading *r, const pq_peptides *peptides,
                          const pq_concept *c, pq_view text, uint8_t status) {
  const pq_import_name name = {.id = c->id, .text = text, .status = status};
  if (fits(r, peptides, c, text)) return pq_import_add_name(r->im, &name);
  ++r->im->file.n_left_out;
  return PQ_OK;
}

static pq_status put_names(reading *r, const pq_concept *c) {
  pq_status st = PQ_OK;
  const pq_obo_term *const t = &r->term;
  pq_peptides peptides = {.n = 0};
  pq_molecule_keep_peptide(&peptides, t->name);
  for (uint32_t i = 0; i < t->synonyms.n; ++i) {
    pq_molecule_keep_peptide(&peptides, t->synonyms.at[i].text);
  }
  PQ_TRY(st, put_name(r, &peptides, c, t->name, PQ_STATUS_NAME));
  for (uint32_t i = 0; i < t->synonyms.n; ++i) {
    const pq_obo_synonym *const s = &t->synonyms.at[i];
    const uint8_t status = status_of(s->scope);
    if (status) PQ_TRY(st, put_name(r, &peptides, c, s->text, status));
  }
  return PQ_OK;
}

/* Keep what tells whether the term stands under a root. */
static pq_status put_kin(reading *r) {
  pq_status st = PQ_OK;
  const pq_table *const concepts = &r->im->tables->at[PQ_TABLE_CONCEPTS];
  const uint32_t row = concepts->rows.n - 1;
  const pq_view id = concepts->rows.at[row].cell[PQ_CONCEPTS_ID];
  PQ_TRY(st, pq_ancestry_add(&r->kin, id, row));
  for (uint32_t i = 0; i < r->term.parents.n; ++i) {
    pq_view parent;
    PQ_TRY(st, pq_arena_copy(&r->kept, r->term.parents.at[i], &parent));
    PQ_TRY(st, pq_ancestry_link(&r->kin, id, parent));
  }
  return PQ_OK;
}

static pq_status put_term(reading *r) {
  pq_status st = PQ_OK;
  pq_concept c = {.id = r->term.id, .label = r->term.name};
  if (r->term.obsolete || !pq_ontology_type(c.id, r->term.space, &c.type)) {
    return PQ_OK;
  }
  PQ_TRY(st, put_xrefs(r, &c.xrefs));
  PQ_TRY(st, pq_import_concept(r->im, &c));
  if (!r->im->taken) return PQ_OK;
  PQ_TRY(st, put_kin(r));
  return put_names(r, &c);
}

/* The stanza is over: what was read is one term, or none. */
static pq_status end_stanza(reading *r) {
  pq_status st = PQ_OK;
  if (r->in_term) {
    if (!r->term.id.len) {
      pq_import_wrong(r->im, r->im->line, "the term before this has no id");
    } else {
      st = put_term(r);
    }
  }
  r->in_term = false;
  r->term = (pq_obo_term){.obsolete = false};
  pq_arena_reset(&r->scratch);
  return st;
}

/* ---- lines ---- */

static void read_header(reading *r, const pq_obo_line *said) {
  const bool version = pq_view_same(said->tag, PQ_LIT("data-version"));
  if (version ||
      (pq_view_same(said->tag, PQ_LIT("date")) && !r->im->file.release[0])) {
    pq_import_release(r->im, said->value);
  }
}

static pq_status read_line(reading *r, pq_view line) {
  pq_status st = PQ_OK;
  pq_obo_line said;
  pq_flaw flaw = {NULL, 0};
  st = pq_stanza_line(line, &said, &flaw);
  if (!st && said.head.len) {
    PQ_TRY(st, end_stanza(r));
    r->any = true;
    r->in_term = pq_view_same(said.head, PQ_LIT("Term"));
    if (r->in_term) return PQ_OK; /* it stands for the row */
  } else if (!st && r->in_term && said.tag.len) {
    st = pq_stanza_take(&r->scratch, line, &said, &r->term, &flaw);
  } else if (!st && !r->any) {
    read_header(r, &said);
  }
  if (st == PQ_BAD_SYNTAX) {
    pq_import_wrong(r->im, pq_view_skip(line, flaw.at), "%s", flaw.what);
    st = PQ_OK;
  }
  pq_import_no_row(r->im);
  return st;
}

static pq_status read_lines(reading *r) {
  pq_status st = PQ_OK;
  pq_view line;
  while (!(st = pq_import_line(r->im, &line))) {
    PQ_TRY(st, read_line(r, line));
  }
  if (st != PQ_END) return st;
  PQ_TRY(st, end_stanza(r));
  if (r->any) return PQ_OK;
  return pq_fail(r->im->sink, PQ_BAD_SYNTAX, "import.header",
                 (pq_place){.file = r->im->file.name, .line = 1, .column = 1},
                 "this is no OBO file: it has no [Term]");
}

/* ---- what only the whole file tells ---- */

static void settle_types(reading *r) {
  const pq_ontology_root *root;
  pq_row *const rows = r->im->tables->at[PQ_TABLE_CONCEPTS].rows.at;
  pq_ancestry_settle(&r->kin);
  for (size_t i = 0; (root = pq_ontology_root_at(i)); ++i) {
    const pq_view word = pq_view_of(pq_entry_type_word(root->type));
    pq_ancestry_mark(&r->kin, root->id);
    for (uint32_t k = 0; k < r->kin.all.n; ++k) {
      const pq_kin *const one = &r->kin.all.at[k];
      if (one->under) rows[one->tag].cell[PQ_CONCEPTS_TYPE] = word;
    }
  }
}

pq_status pq_read_obo(pq_importer *im) {
  reading r = {.im = im};
  pq_arena_init(&r.scratch, im->arena->alloc, 0);
  pq_arena_init(&r.kept, im->arena->alloc, 0);
  r.kin.arena = &r.kept;
  const pq_status st = read_lines(&r);
  if (!st) settle_types(&r);
  pq_arena_clear(&r.scratch);
  pq_arena_clear(&r.kept);
  return st;
}
