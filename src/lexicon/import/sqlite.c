/* SQLite files of Debian's R packages of annotation: human genes
 * (r-bioc-org.hs.eg.db) and GO (r-bioc-go.db).  The only door to libsqlite3.
 *
 *   genes, gene_info     -< alias, uniprot      one gene a row
 *   go_term              -< go_synonym          one term a row
 *
 * The many are read beside the one, both in the order of `_id`.  The genes have
 * no HGNC id; they are joined by their number, as those of NCBI are.
 */
#include "base/note.h"
#include "base/utf8.h"
#include "lexicon/import/kinds.h"
#include "lexicon/import/ontology.h"
#include "lexicon/import/source.h"

#include <sqlite3.h>

enum {
  TEXT_MOST = 1 << 20, /* bytes of a value */
  STEPS = 1000000,     /* of SQLite's machine between two looks */
  LOOKS_MOST = 20000,  /* then a file asks for too much */
  TICK = 4096          /* rows between two calls for progress */
};

static const pq_view magic = PQ_LIT_INIT("SQLite format 3");

typedef struct reading {
  pq_importer *im;
  sqlite3 *db;
  pq_arena scratch; /* for a row and what belongs to it */
  pq_view taxon;
  uint32_t n_looks;
} reading;

/* ---- the library ---- */

static pq_status status_of(int code) {
  switch (code & 0xFF) {
  case SQLITE_OK:
  case SQLITE_ROW: return PQ_OK;
  case SQLITE_DONE: return PQ_END;
  case SQLITE_NOMEM: return PQ_NO_MEM;
  case SQLITE_INTERRUPT:
  case SQLITE_TOOBIG: return PQ_LIMIT;
  case SQLITE_IOERR:
  case SQLITE_PERM:
  case SQLITE_CANTOPEN: return PQ_BAD_READ;
  default: return PQ_BAD_SYNTAX;
  }
}

static pq_status tell(const reading *r, int code) {
  const pq_status st = status_of(code);
  if (!st || st == PQ_END || st == PQ_NO_MEM) return st;
  return pq_fail(r->im->sink, st == PQ_LIMIT ? PQ_BAD_SYNTAX : st,
                 "import.sqlite", (pq_place){.file = r->im->file.name},
                 "SQLite: %s", sqlite3_errstr(code));
}

/* A table that is none would keep the machine busy for ever. */
static int look(void *user) {
  reading *const r = user;
  return ++r->n_looks > LOOKS_MOST;
}

/* Trust nothing that the file says about itself. */
static void be_careful(reading *r) {
  (void)sqlite3_db_config(r->db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
  (void)sqlite3_db_config(r->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0,
                          (int *)NULL);
  (void)sqlite3_limit(r->db, SQLITE_LIMIT_LENGTH, TEXT_MOST);
  (void)sqlite3_limit(r->db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_progress_handler(r->db, STEPS, look, r);
}

/* Bytes that were given in memory are read there. */
static int open_db(reading *r) {
  const pq_input *const in = r->im->input;
  const pq_buf *const hold = &in->inlet.hold;
  if (in->inlet.fd >= 0) {
    return sqlite3_open_v2(in->path, &r->db, SQLITE_OPEN_READONLY, NULL);
  }
  const int code =
      sqlite3_open_v2(":memory:", &r->db, SQLITE_OPEN_READWRITE, NULL);
  if (code) return code;
  return sqlite3_deserialize(r->db, "main", (unsigned char *)hold->ptr,
                             (sqlite3_int64)hold->len, (sqlite3_int64)hold->len,
                             SQLITE_DESERIALIZE_READONLY);
}

/* A statement whose rows are read one after the other. */
typedef struct cursor {
  reading *r;
  sqlite3_stmt *rows;
  bool there;
  sqlite3_int64 id; /* of the row: its first column */
} cursor;

static pq_status step(cursor *c) {
  const int code = sqlite3_step(c->rows);
  c->there = code == SQLITE_ROW;
  if (code == SQLITE_DONE) return PQ_OK;
  if (c->there) c->id = sqlite3_column_int64(c->rows, 0);
  return tell(c->r, code);
}

/* An empty question has no rows. */
static pq_status ask(reading *r, const char *sql, cursor *out) {
  *out = (cursor){.r = r};
  if (!*sql) return PQ_OK;
  const int code = sqlite3_prepare_v2(r->db, sql, -1, &out->rows, NULL);
  return code ? tell(r, code) : step(out);
}

static void end(cursor *c) {
  (void)sqlite3_finalize(c->rows);
  c->rows = NULL;
}

/* A cell as text; empty if it is NULL or no text that may be printed. */
static pq_view cell(const cursor *c, int column) {
  const unsigned char *const text = sqlite3_column_text(c->rows, column);
  const int n = sqlite3_column_bytes(c->rows, column);
  const pq_view v = {(const char *)text, text && n > 0 ? (size_t)n : 0};
  return v.len && pq_utf8_check(v) == v.len ? v : (pq_view){"", 0};
}

/* The same, copied: it outlives the next step. */
static pq_status take(cursor *c, int column, pq_view *out) {
  return pq_arena_copy(&c->r->scratch, cell(c, column), out);
}

/* The first cell of the only row, copied; empty if there is none. */
static pq_status ask_one(reading *r, const char *sql, pq_view *out) {
  cursor c;
  pq_status st = ask(r, sql, &c);
  *out = (pq_view){"", 0};
  if (!st && c.there) st = pq_arena_copy(r->im->arena, cell(&c, 0), out);
  end(&c);
  return st;
}

/* Views are no tables: they may compute what they like. */
static pq_status has_table(reading *r, const char *name, bool *out) {
  sqlite3_stmt *rows = NULL;
  int code = sqlite3_prepare_v2(r->db,
                                "SELECT 1 FROM sqlite_master WHERE type ="
                                " 'table' AND name = ?1",
                                -1, &rows, NULL);
  if (!code) code = sqlite3_bind_text(rows, 1, name, -1, SQLITE_STATIC);
  if (!code) code = sqlite3_step(rows);
  *out = code == SQLITE_ROW;
  (void)sqlite3_finalize(rows);
  const pq_status st = tell(r, code);
  return st == PQ_END ? PQ_OK : st;
}

/* A row of the one: counted like a line. */
static void begin_row(const cursor *c) {
  pq_importer *const im = c->r->im;
  im->used = im->bad = false;
  im->line = (pq_view){"", 0};
  im->input->line = (uint32_t)++im->file.n_read;
  if (++im->n_all % TICK == 0 && im->options->tick) {
    im->options->tick(im->options->user, im->n_all);
  }
}

/* Rows of the many that belong to the one: pass over those before it. */
static pq_status reach(cursor *many, sqlite3_int64 id) {
  pq_status st = PQ_OK;
  while (many->there && many->id < id) {
    PQ_TRY(st, step(many));
  }
  return PQ_OK;
}

/* ---- genes ---- */

static const char sql_genes[] =
    "SELECT g._id, g.gene_id, i.symbol, i.gene_name, t.gene_type FROM genes g"
    " JOIN gene_info i ON i._id = g._id LEFT JOIN genetype t ON t._id = g._id"
    " ORDER BY g._id";
static const char sql_genes_old[] =
    "SELECT g._id, g.gene_id, i.symbol, i.gene_name, NULL FROM genes g"
    " JOIN gene_info i ON i._id = g._id ORDER BY g._id";
static const char sql_alias[] =
    "SELECT _id, alias_symbol FROM alias ORDER BY _id, alias_symbol";
static const char sql_uniprot[] =
    "SELECT _id, uniprot_id FROM uniprot ORDER BY _id, uniprot_id";

typedef struct gene {
  sqlite3_int64 key;
  pq_view entrez, symbol, name, type;
} gene;

/* The accession of a gene that has one only.  Of several, one is reviewed, and
 * the file does not say which. */
static pq_status put_xrefs(reading *r, const gene *g, cursor *uniprot,
                           pq_view *out) {
  pq_status st = PQ_OK;
  pq_view one = {"", 0};
  uint32_t n = 0;
  PQ_TRY(st, reach(uniprot, g->key));
  for (; uniprot->there && uniprot->id == g->key; ++n) {
    PQ_TRY(st, take(uniprot, 1, &one));
    PQ_TRY(st, step(uniprot));
  }
  *out = (pq_view){"", 0};
  if (n != 1 || !one.len) return PQ_OK;
  const pq_view pieces[] = {PQ_LIT("UniProt:"), one};
  return pq_arena_join(&r->scratch, pieces, 2, out);
}

static pq_status put_gene(reading *r, const gene *g, cursor *uniprot,
                          pq_view *id) {
  pq_status st = PQ_OK;
  pq_concept c = {
      .label = g->symbol, .taxon = r->taxon, .type = PQ_CONCEPT_GENE};
  const pq_view pieces[] = {PQ_LIT("NCBIGene:"), g->entrez};
  PQ_TRY(st, pq_arena_join(&r->scratch, pieces, 2, id));
  c.id = *id;
  PQ_TRY(st, put_xrefs(r, g, uniprot, &c.xrefs));
  return pq_import_concept(r->im, &c);
}

static pq_status put_gene_names(reading *r, const gene *g, pq_view id,
                                cursor *alias) {
  pq_status st = PQ_OK;
  pq_import_name name = {.id = id, .text = g->symbol, .status = PQ_STATUS_NAME};
  PQ_TRY(st, pq_import_add_name(r->im, &name));
  name.text = g->name;
  PQ_TRY(st, pq_import_add_name(r->im, &name));
  name.status = PQ_STATUS_SYNONYM;
  PQ_TRY(st, reach(alias, g->key));
  while (alias->there && alias->id == g->key) {
    name.text = cell(alias, 1);
    if (!pq_view_same(name.text, g->symbol)) {
      PQ_TRY(st, pq_import_add_name(r->im, &name));
    }
    PQ_TRY(st, step(alias));
  }
  return PQ_OK;
}

static bool is_wanted(const reading *r, const gene *g) {
  return r->im->options->all_loci || !g->type.len ||
         pq_view_same(g->type, PQ_LIT("protein-coding"));
}

static pq_status read_gene(cursor *genes, cursor *alias, cursor *uniprot) {
  pq_status st = PQ_OK;
  reading *const r = genes->r;
  gene g = {.key = genes->id};
  pq_view id = {"", 0};
  PQ_TRY(st, take(genes, 1, &g.entrez));
  PQ_TRY(st, take(genes, 2, &g.symbol));
  PQ_TRY(st, take(genes, 3, &g.name));
  PQ_TRY(st, take(genes, 4, &g.type));
  if (!pq_import_is_number(g.entrez) || !g.symbol.len) {
    pq_import_wrong(r->im, r->im->line, "a gene has a number and a symbol");
    return PQ_OK;
  }
  if (!is_wanted(r, &g)) return PQ_OK;
  PQ_TRY(st, put_gene(r, &g, uniprot, &id));
  return put_gene_names(r, &g, id, alias);
}

static pq_status read_genes(reading *r) {
  cursor genes = {.r = r};
  cursor alias = {.r = r};
  cursor uniprot = {.r = r};
  bool types = false;
  bool aliases = false;
  bool accessions = false;
  pq_status st = has_table(r, "genetype", &types);
  if (!st) st = has_table(r, "alias", &aliases);
  if (!st) st = has_table(r, "uniprot", &accessions);
  if (!st) st = ask(r, types ? sql_genes : sql_genes_old, &genes);
  if (!st) st = ask(r, aliases ? sql_alias : "", &alias);
  if (!st) st = ask(r, accessions ? sql_uniprot : "", &uniprot);
  while (!st && genes.there) {
    begin_row(&genes);
    pq_arena_reset(&r->scratch);
    st = read_gene(&genes, &alias, &uniprot);
    if (!st) st = step(&genes);
  }
  end(&genes);
  end(&alias);
  end(&uniprot);
  return st;
}

/* ---- GO ---- */

static const char sql_terms[] =
    "SELECT t._id, t.go_id, t.term, t.ontology, o._offspring_id FROM go_term t"
    " LEFT JOIN go_term p ON p.go_id = 'GO:0032991' LEFT JOIN go_cc_offspring o"
    " ON o._id = p._id AND o._offspring_id = t._id ORDER BY t._id";
static const char sql_terms_alone[] =
    "SELECT _id, go_id, term, ontology, NULL FROM go_term ORDER BY _id";
static const char sql_synonyms[] =
    "SELECT _id, synonym FROM go_synonym WHERE like_go_id = 1"
    " ORDER BY _id, synonym";

/* Ids that were merged into the term.  The names beside them are left: GO.db
 * keeps no scopes, so that "formation", a broader word, cannot be told from an
 * exact one. */
static pq_status take_merged(cursor *synonyms, pq_concept *term) {
  const pq_view one = cell(synonyms, 1);
  if (!one.len) return PQ_OK;
  return pq_import_add_xref(&synonyms->r->scratch, PQ_LIT(""), one,
                            &term->xrefs);
}

static pq_status put_term(pq_concept *term, cursor *synonyms,
                          sqlite3_int64 key) {
  pq_status st = PQ_OK;
  reading *const r = synonyms->r;
  const pq_import_name own = {
      .id = term->id, .text = term->label, .status = PQ_STATUS_NAME};
  PQ_TRY(st, reach(synonyms, key));
  while (synonyms->there && synonyms->id == key) {
    PQ_TRY(st, take_merged(synonyms, term));
    PQ_TRY(st, step(synonyms));
  }
  PQ_TRY(st, pq_import_concept(r->im, term));
  if (pq_ontology_fits(r->im->options->known, term, term->label)) {
    return pq_import_add_name(r->im, &own);
  }
  ++r->im->file.n_left_out;
  return PQ_OK;
}

static pq_status read_term(cursor *terms, cursor *synonyms) {
  pq_status st = PQ_OK;
  reading *const r = terms->r;
  pq_concept term = {.xrefs = {"", 0}};
  pq_view space;
  PQ_TRY(st, take(terms, 1, &term.id));
  PQ_TRY(st, take(terms, 2, &term.label));
  PQ_TRY(st, take(terms, 3, &space));
  if (!pq_ontology_type(term.id, space, &term.type)) return PQ_OK;
  if (!term.label.len) {
    pq_import_wrong(r->im, r->im->line, "this term has no name");
    return PQ_OK;
  }
  if (sqlite3_column_type(terms->rows, 4) != SQLITE_NULL) {
    term.type = PQ_CONCEPT_COMPLEX;
  }
  return put_term(&term, synonyms, terms->id);
}

static pq_status read_terms(reading *r) {
  cursor terms = {.r = r};
  cursor synonyms = {.r = r};
  bool offspring = false;
  bool others = false;
  pq_status st = has_table(r, "go_cc_offspring", &offspring);
  if (!st) st = has_table(r, "go_synonym", &others);
  if (!st) st = ask(r, offspring ? sql_terms : sql_terms_alone, &terms);
  if (!st) st = ask(r, others ? sql_synonyms : "", &synonyms);
  while (!st && terms.there) {
    begin_row(&terms);
    pq_arena_reset(&r->scratch);
    st = read_term(&terms, &synonyms);
    if (!st) st = step(&terms);
  }
  end(&terms);
  end(&synonyms);
  return st;
}

/* ---- the file ---- */

static const char sql_gene_date[] =
    "SELECT value FROM metadata WHERE name = 'EGSOURCEDATE'";
static const char sql_go_date[] =
    "SELECT value FROM metadata WHERE name = 'GOSOURCEDATE'";
static const char sql_taxon[] =
    "SELECT value FROM metadata WHERE name = 'TAXID'";

static pq_status read_metadata(reading *r, bool go) {
  pq_status st = PQ_OK;
  bool there = false;
  pq_view release;
  PQ_TRY(st, has_table(r, "metadata", &there));
  if (!there) return PQ_OK;
  PQ_TRY(st, ask_one(r, go ? sql_go_date : sql_gene_date, &release));
  pq_import_release(r->im, release);
  PQ_TRY(st, ask_one(r, sql_taxon, &r->taxon));
  if (!pq_import_is_number(r->taxon)) r->taxon = (pq_view){"", 0};
  return PQ_OK;
}

static pq_status read_db(reading *r) {
  pq_status st = PQ_OK;
  bool go = false;
  bool genes = false;
  const int code = open_db(r);
  if (code) return tell(r, code);
  be_careful(r);
  PQ_TRY(st, has_table(r, "go_term", &go));
  PQ_TRY(st, has_table(r, "genes", &genes));
  if (!go && !genes) {
    return pq_fail(r->im->sink, PQ_BAD_SYNTAX, "import.sqlite",
                   (pq_place){.file = r->im->file.name},
                   "this file has neither genes nor terms of GO");
  }
  PQ_TRY(st, read_metadata(r, go));
  return go ? read_terms(r) : read_genes(r);
}

pq_status pq_read_sqlite(pq_importer *im) {
  const bool is_sqlite =
      pq_view_starts(pq_buf_view(&im->input->inlet.hold), magic);
  if (!is_sqlite || im->input->inlet.gzip) {
    return pq_fail(im->sink, PQ_BAD_SYNTAX, "import.sqlite",
                   (pq_place){.file = im->file.name},
                   is_sqlite ? "SQLite reads no compressed file: unpack it"
                             : "this is no SQLite file");
  }
  reading r = {.im = im, .taxon = {"", 0}};
  pq_arena_init(&r.scratch, im->arena->alloc, 0);
  const pq_status st = read_db(&r);
  (void)sqlite3_close(r.db);
  pq_arena_clear(&r.scratch);
  return st;
}
