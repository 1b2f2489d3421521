#include "lexicon/import/import.h"

#include "base/alloc.h"
#include "base/note.h"
#include "lexicon/compile.h"
#include "lexicon/import/kinds.h"
#include "lexicon/import/source.h"
#include "lexicon/join.h"
#include "lexicon/unpack.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static const pq_import_kind kinds[] = {
    {"hgnc", "hgnc_complete_set.txt", "CC0-1.0", pq_read_hgnc, false, NULL},
    {"ncbi-gene", "Homo_sapiens.gene_info", "public domain", pq_read_ncbi_gene,
     false, NULL},
    {"uniprot-tsv", "uniprot.tsv", "CC-BY-4.0", pq_read_uniprot_tsv, false,
     NULL},
    {"uniprot-fasta",
     "uniprot_sprot.fasta, uniprot_sprot_varsplic.fasta, "
     "UP000005640_9606.fasta",
     "CC-BY-4.0", pq_read_fasta, false, NULL},
    {"famplex",
     "entities.csv, relations.csv, equivalences.csv, grounding_map.csv, "
     "gene_prefixes.csv",
     "CC0-1.0", pq_read_famplex, false, pq_end_famplex},
    {"reactome",
     "ReactomePathways.txt, ReactomePathwaysRelation.txt, "
     "UniProt2Reactome.txt, UniProt2Reactome_All_Levels.txt, "
     "UniProt2Reactome_PE_All_Levels.txt, UniProt2Reactome_PE_Pathway.txt",
     "CC0-1.0", pq_read_reactome, false, NULL},
    {"obo",
     "go.obo, go-basic.obo, PSI-MOD.obo, psi-mi.obo, eco.obo, eco-basic.obo, "
     "cl.obo, cl-basic.obo, uberon.obo, uberon-basic.obo, chebi.obo",
     "", pq_read_obo, false, NULL},
    {"chebi-names", "compounds.tsv, names.tsv", "CC-BY-4.0", pq_read_chebi,
     false, NULL},
    {"cellosaurus", "cellosaurus.txt", "CC-BY-4.0", pq_read_cellosaurus, false,
     NULL},
    {"ncbi-names", "names.dmp", "public domain", pq_read_ncbi_names, false,
     NULL},
#ifdef PQ_WITH_SQLITE
    {"sqlite", "GO.sqlite, org.Hs.eg.sqlite", "", pq_read_sqlite, true, NULL},
#endif
    {"tsv",
     "concepts.tsv, names.tsv, members.tsv, fusions.tsv, pathways.tsv, "
     "affixes.tsv, deny.tsv, english.tsv, residues.tsv, sites.tsv, species.tsv",
     "", pq_read_own, false, NULL},
};

enum {
  N_KINDS = sizeof kinds / sizeof kinds[0]
};

const pq_import_kind *pq_import_kind_at(size_t index) {
  return index < N_KINDS ? &kinds[index] : NULL;
}

const pq_import_kind *pq_import_kind_of(pq_view name) {
  for (size_t i = 0; i < N_KINDS; ++i) {
    if (pq_view_same(name, pq_view_of(kinds[i].name))) return &kinds[i];
  }
  return NULL;
}

struct pq_import_run {
  pq_alloc *alloc;
  pq_import_options options;
  const pq_sink *sink;
  pq_arena arena;
  pq_tables tables;
  PQ_VEC(pq_import_file) files;
  PQ_VEC(pq_image) images; /* unpacked when all are there */
  PQ_VEC(pq_mapping) maps; /* of images */
  PQ_VEC(pq_view) sources; /* lines, of files and images */
  uint64_t n_rows;
};

pq_status pq_import_open(pq_alloc *alloc, const pq_import_options *options,
                         const pq_sink *sink, pq_import_run **out) {
  static const pq_import_options usual = {.taxa = NULL};
  pq_import_run *const run = pq_calloc(alloc, sizeof *run);
  if (!run) return PQ_NO_MEM;
  run->alloc = alloc;
  run->options = options ? *options : usual;
  run->sink = sink;
  pq_arena_init(&run->arena, alloc, 0);
  *out = run;
  return PQ_OK;
}

void pq_import_close(pq_import_run *run) {
  if (!run) return;
  for (uint32_t i = 0; i < run->maps.n; ++i) {
    pq_mapping_close(&run->maps.at[i]);
  }
  pq_arena_clear(&run->arena);
  pq_free(run->alloc, run);
}

const pq_import_file *pq_import_file_at(const pq_import_run *run, size_t i) {
  return i < run->files.n ? &run->files.at[i] : NULL;
}

/* ---- files ---- */

/* The name of a file without its folders; what would break a line of the
 * image's sources becomes '?'. */
static pq_status plain_name(pq_arena *arena, const char *path, pq_view *out) {
  const char *const slash = strrchr(path, '/');
  const pq_view name = pq_view_of(slash ? slash + 1 : path);
  char *const room = pq_arena_take(arena, name.len + 1);
  if (!room) return arena->status;
  for (size_t i = 0; i < name.len; ++i) {
    const bool bad = (unsigned char)name.ptr[i] < ' ' || name.ptr[i] == 0x7F;
    room[i] = name.ptr[i];
    if (bad) room[i] = '?';
  }
  *out = (pq_view){room, name.len};
  return PQ_OK;
}

/* Bad lines are told up to a point; then how many there are. */
static void tell_rest(const pq_importer *im) {
  if (im->file.n_bad <= PQ_WRONG_MOST) return;
  pq_warn(im->sink, "import.more", (pq_place){.file = im->file.name},
          "%llu more lines are bad",
          (unsigned long long)(im->file.n_bad - PQ_WRONG_MOST));
}

static void tell_counts(const pq_importer *im) {
  const pq_import_file *const f = &im->file;
  const pq_place at = {.file = f->name};
  char text[160];
  const int n = snprintf(
      text, sizeof text,
      "%llu rows, %llu used, %llu names, %llu texts that"
      " cannot be names",
      (unsigned long long)f->n_read, (unsigned long long)f->n_used,
      (unsigned long long)f->n_names, (unsigned long long)f->n_left_out);
  const pq_note note = {.severity = PQ_NOTE_INFO,
                        .code = "import.read",
                        .at = at,
                        .text = {text, n > 0 ? (size_t)n : 0}};
  (void)pq_tell(im->sink, &note);
  if (!f->n_used) {
    pq_warn(im->sink, "import.nothing", at, "no row of this file was used");
  }
}

static pq_status read_input(pq_import_run *run, const pq_import_kind *kind,
                            pq_input *in) {
  pq_status st = PQ_OK;
  pq_importer im = {.arena = &run->arena,
                    .tables = &run->tables,
                    .options = &run->options,
                    .sink = run->sink,
                    .input = in,
                    .line = {"", 0},
                    .n_all = run->n_rows};
  im.file.kind = kind;
  im.file.digest = in->digest;
  PQ_TRY(st, plain_name(&run->arena, in->path, &im.file.name));
  st = kind->read(&im);
  tell_rest(&im);
  run->n_rows = im.n_all;
  if (st) return st;
  tell_counts(&im);
  PQ_PUSH(&run->arena, &run->files, im.file);
  return PQ_OK;
}

static pq_status read_file(pq_import_run *run, const pq_import_kind *kind,
                           const char *path) {
  pq_input in;
  pq_status st = pq_input_open(&in, run->alloc, path, run->sink);
  if (!st) st = read_input(run, kind, &in);
  pq_input_close(&in);
  return st;
}

pq_status pq_import_bytes(pq_import_run *run, const pq_import_kind *kind,
                          const char *name, pq_view bytes) {
  pq_input in;
  pq_status st = pq_input_bytes(&in, run->alloc, name, bytes);
  if (!st) st = read_input(run, kind, &in);
  pq_input_close(&in);
  return st;
}

/* ---- folders ---- */

/* "a.csv" or "a.csv.gz" for an "a.csv" in the kind's list of files. */
static bool is_official(const pq_import_kind *kind, pq_view name) {
  if (pq_view_ends(name, PQ_LIT(".gz"))) name.len -= 3;
  pq_view rest = pq_view_of(kind->files);
  while (rest.len) {
    const pq_view one = pq_view_trim(pq_view_cut(&rest, ','));
    if (pq_view_same(one, name)) return true;
  }
  return false;
}

typedef PQ_VEC(pq_view) views;

/* Official files of a folder, sorted. */
static pq_status list(pq_import_run *run, const pq_import_kind *kind, DIR *dir,
                      views *out) {
  pq_status st = PQ_OK;
  const struct dirent *entry;
  /* NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is ours alone */
  while ((entry = readdir(dir))) {
    pq_view name = pq_view_of(entry->d_name);
    if (!is_official(kind, name)) continue;
    PQ_TRY(st, pq_arena_copy(&run->arena, name, &name));
    PQ_PUSH(&run->arena, out, name);
  }
  if (out->n) qsort(out->at, out->n, sizeof *out->at, pq_view_compare);
  return PQ_OK;
}

static pq_status read_folder(pq_import_run *run, const pq_import_kind *kind,
                             const char *path) {
  views names = {.at = NULL};
  const pq_place at = {.file = pq_view_of(path)};
  DIR *const dir = opendir(path);
  if (!dir) {
    return pq_fail(run->sink, PQ_BAD_READ, "import.file", at,
                   "cannot open the folder");
  }
  pq_status st = list(run, kind, dir, &names);
  (void)closedir(dir);
  if (!st && !names.n) {
    return pq_fail(run->sink, PQ_BAD_READ, "import.folder", at,
                   "none of these files is here: %s", kind->files);
  }
  for (uint32_t i = 0; !st && i < names.n; ++i) {
    pq_view whole;
    const pq_view pieces[] = {at.file, PQ_LIT("/"), names.at[i]};
    st = pq_arena_join(&run->arena, pieces, 3, &whole);
    if (!st) st = read_file(run, kind, whole.ptr);
  }
  return st;
}

pq_status pq_import_path(pq_import_run *run, const pq_import_kind *kind,
                         const char *path) {
  struct stat about;
  if (!stat(path, &about) && S_ISDIR(about.st_mode)) {
    return read_folder(run, kind, path);
  }
  return read_file(run, kind, path);
}

/* ---- images ---- */

static pq_status keep_map(pq_import_run *run, const char *path,
                          pq_mapping *out) {
  pq_status st = PQ_OK;
  PQ_PUSH(&run->arena, &run->maps, ((pq_mapping){.at = NULL}));
  PQ_TRY(st, pq_mapping_open(path, run->sink, out));
  run->maps.at[run->maps.n - 1] = *out;
  return PQ_OK;
}

pq_status pq_import_image(pq_import_run *run, const char *path) {
  pq_status st = PQ_OK;
  pq_mapping map = {.at = NULL};
  pq_image im = {.sources = {"", 0}};
  PQ_TRY(st, keep_map(run, path, &map));
  PQ_TRY(st, pq_image_open(pq_view_of(path), (pq_view){map.at, map.length},
                           run->sink, &im));
  pq_view rest = im.sources;
  while (rest.len) {
    const pq_view line = pq_view_cut(&rest, '\n');
    if (line.len) PQ_PUSH(&run->arena, &run->sources, line);
  }
  PQ_PUSH(&run->arena, &run->images, im);
  return PQ_OK;
}

/* Room for all of them at once: rows are many, and an arena gives none back. */
static pq_status unpack_images(pq_import_run *run) {
  pq_status st = PQ_OK;
  pq_table *const at = run->tables.at;
  uint32_t n_concepts = 0;
  uint32_t n_names = 0;
  for (uint32_t i = 0; i < run->images.n; ++i) {
    n_concepts += run->images.at[i].n[PQ_SECTION_CONCEPTS];
    n_names += run->images.at[i].n[PQ_SECTION_ENTRIES];
  }
  PQ_RESERVE(&run->arena, &at[PQ_TABLE_CONCEPTS].rows, n_concepts);
  PQ_RESERVE(&run->arena, &at[PQ_TABLE_NAMES].rows, n_names);
  for (uint32_t i = 0; i < run->images.n; ++i) {
    PQ_TRY(st, pq_unpack(&run->arena, &run->images.at[i], &run->tables));
  }
  run->images.n = 0;
  return PQ_OK;
}

/* ---- the result ---- */

static pq_status add_source(pq_import_run *run, const pq_import_file *f) {
  pq_status st = PQ_OK;
  pq_view line;
  char counts[80];
  (void)snprintf(counts, sizeof counts, "\t%llu\t%llu\t%llu",
                 (unsigned long long)f->n_read, (unsigned long long)f->n_used,
                 (unsigned long long)f->n_names);
  const pq_view tab = PQ_LIT("\t");
  const pq_view pieces[] = {pq_view_of(f->kind->name),
                            tab,
                            f->name,
                            tab,
                            pq_view_of(f->release),
                            tab,
                            pq_view_of(f->kind->licence),
                            tab,
                            pq_view_of(f->digest.hex),
                            pq_view_of(counts)};
  PQ_TRY(st, pq_arena_join(&run->arena, pieces,
                           sizeof pieces / sizeof pieces[0], &line));
  PQ_PUSH(&run->arena, &run->sources, line);
  return PQ_OK;
}

/* All lines, sorted, each once. */
static pq_status put_sources(pq_import_run *run, pq_buf *out) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < run->files.n; ++i) {
    PQ_TRY(st, add_source(run, &run->files.at[i]));
  }
  pq_view *const at = run->sources.at;
  if (run->sources.n) qsort(at, run->sources.n, sizeof *at, pq_view_compare);
  for (uint32_t i = 0; i < run->sources.n; ++i) {
    if (i && pq_view_same(at[i - 1], at[i])) continue;
    pq_buf_put(out, at[i]);
    pq_buf_char(out, '\n');
  }
  return out->status;
}

/* Kinds may have something to do once all of their files are there. */
static pq_status end_kinds(pq_import_run *run) {
  pq_status st = PQ_OK;
  pq_importer im = {.arena = &run->arena,
                    .tables = &run->tables,
                    .options = &run->options,
                    .sink = run->sink};
  for (size_t k = 0; k < N_KINDS; ++k) {
    bool used = false;
    for (uint32_t i = 0; i < run->files.n; ++i) {
      used = used || run->files.at[i].kind == &kinds[k];
    }
    if (used && kinds[k].end) PQ_TRY(st, kinds[k].end(&im));
  }
  return PQ_OK;
}

pq_status pq_import_finish(pq_import_run *run, pq_buf *out) {
  pq_buf sources;
  pq_buf_init(&sources, run->alloc);
  pq_status st = put_sources(run, &sources);
  if (!st) st = unpack_images(run);
  if (!st) st = end_kinds(run);
  if (!st) st = pq_join(&run->arena, &run->tables, run->options.known);
  if (!st) pq_import_compare_sequences(&run->tables, run->sink);
  run->tables.sources = pq_buf_view(&sources);
  if (!st) st = pq_compile(&run->arena, &run->tables, out);
  run->tables.sources = (pq_view){"", 0};
  pq_buf_clear(&sources);
  return st;
}
