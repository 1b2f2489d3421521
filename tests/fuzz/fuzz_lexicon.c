/* Lexicon files.  An input that begins with '#' or a letter is a table: it is
 * loaded, checked and compiled, and what comes out must open.  Any other input
 * is a list of changes to a small image, (offset, value) in three bytes each,
 * after which checksums are made right again, so that what lies behind them is
 * reached. */
#include "fuzz.h"

#include "base/hash.h"
#include "lexicon/compile.h"
#include "lexicon/image.h"
#include "lexicon/load.h"
#include "lexicon/unpack.h"

static const char tables_text[][600] = {
    [PQ_TABLE_CONCEPTS] = "id\ttype\tlabel\ttaxon\txrefs\tnote\n"
                          "FPLX:STAT5\tfamily\tSTAT5\t-\t\t\n"
                          "GO:0006915\tprocess\tapoptosis\t-\t\t\n"
                          "HGNC:11366\tgene\tSTAT5A\t9606\tUniProt:P42229\t\n"
                          "HGNC:427\tgene\tALK\t9606\tUniProt:Q9UM73\t\n",
    [PQ_TABLE_NAMES] = "text\tid\tstatus\tflags\tnote\n"
                       "STAT5\tFPLX:STAT5\tcurated\t\t\n"
                       "apoptosis\tGO:0006915\tname\tci\t\n"
                       "STAT5A\tHGNC:11366\tname\t\t\n"
                       "ALK\tHGNC:427\tname\tpath\t\n"
                       "anaplastic lymphoma kinase\tHGNC:427\tname\tci\t\n",
    [PQ_TABLE_MEMBERS] = "child\trel\tparent\n"
                         "HGNC:11366\tisa\tFPLX:STAT5\n",
    [PQ_TABLE_FUSIONS] = "id\tfive_prime\tthree_prime\tlabel\tnote\n",
    [PQ_TABLE_PATHWAYS] = "id\tnamed_after\tlabel\tclose_match\n"
                          "PQ:pathway.ALK\tHGNC:427\tALK pathway\t\n",
    [PQ_TABLE_AFFIXES] = "pattern\tside\tclass\teffect\n"
                         "p-\tprefix\tstate\tphospho\n",
    [PQ_TABLE_DENY] = "text\tid\tcontext\treason\n"
                      "ALK\t*\tMIM\tan identifier\n",
    [PQ_TABLE_ENGLISH] = "word\nset\n",
    [PQ_TABLE_RESIDUES] = "letter\tthree\tname\tphospho\n"
                          "S\tSer\tserine\tMOD:00046\n",
    [PQ_TABLE_SITES] = "uniprot\tresidue\tposition\tkind\tcanonical\tnote\n"
                       "P42229\tY\t694\tcanonical\t\t\n",
    [PQ_TABLE_SPECIES] = "text\ttaxon\tkind\n"
                         "Homo sapiens\t9606\tname\n",
};

static pq_buf image, changed;

/* Tables to an image; false if they do not hold together. */
static bool make_image(pq_arena *arena, pq_tables *tables, pq_buf *out) {
  return !pq_load_check(arena, tables, NULL, NULL) &&
         !pq_compile(arena, tables, out);
}

/* NOLINTNEXTLINE(readability-non-const-parameter): libFuzzer's signature. */
int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  pq_arena arena;
  pq_tables tables = {0};
  pq_arena_init(&arena, NULL, 0);
  pq_buf_init(&image, NULL);
  pq_buf_init(&changed, NULL);
  for (size_t i = 0; i < PQ_N_TABLES; ++i) {
    if (pq_load_bytes(&arena, PQ_LIT("t"), pq_view_of(tables_text[i]),
                      (pq_table_id)i, NULL, &tables)) {
      pq_fuzz_insist(false, tables_text[i]);
    }
  }
  pq_sequence sequences[] = {
      {PQ_LIT("P42229"), PQ_LIT(""), PQ_LIT("MAGWIQAQQL"), 3},
      {PQ_LIT("P42229-2"), PQ_LIT("Short"), PQ_LIT("MAGY"), 0}};
  tables.sequences.at = sequences;
  tables.sequences.n = tables.sequences.cap = 2;
  pq_fuzz_insist(make_image(&arena, &tables, &image), "the tables hold");
  pq_arena_clear(&arena);
  return 0;
}

static void look_up(pq_lexicon *lex) {
  static const char *const names[] = {
      "STAT5A",   "STAT5", "Stat-5", "ALK", "anaplastic lymphoma kinase",
      "apoptosis"};
  pq_buf told;
  pq_buf_init(&told, NULL);
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    pq_found found;
    pq_view rest;
    pq_lexicon_find_text(lex, pq_view_of(names[i]), PQ_LIT("9606"), &found);
    pq_fuzz_insist(found.n_readings <= PQ_READINGS_MOST, "readings");
    (void)pq_lexicon_prefix(lex, pq_view_of(names[i]), &rest);
    (void)pq_lexicon_suffix(lex, pq_view_of(names[i]), &rest);
    for (uint32_t k = 0; k < 16; ++k) {
      (void)pq_lexicon_site(lex, PQ_LIT("P42229"), (pq_site){'Y', k});
    }
    for (uint32_t k = 690; k < 700; ++k) {
      (void)pq_lexicon_site(lex, PQ_LIT("P42229"), (pq_site){'Y', k});
    }
    pq_lexicon_tell(lex, pq_view_of(names[i]), &told);
  }
  (void)pq_lexicon_under(lex, PQ_LIT("HGNC:11366"), PQ_LIT("FPLX:STAT5"));
  (void)pq_lexicon_species(lex, PQ_LIT("Homo sapiens"));
  (void)pq_lexicon_residue(lex, PQ_LIT("serine"));
  pq_pathway way;
  (void)pq_lexicon_pathway(lex, PQ_LIT("HGNC:427"), &way);
  pq_buf_clear(&told);
}

static pq_status open_and_look(pq_view bytes) {
  pq_lexicon *lex = NULL;
  const pq_lexicon_sources sources = {.image = bytes};
  const pq_status st = pq_lexicon_open(NULL, &sources, NULL, &lex);
  if (!st) look_up(lex);
  pq_lexicon_close(lex);
  return st;
}

static void make_right(char *bytes, size_t len) {
  pq_image_header *const h = (void *)bytes;
  for (size_t i = 0; i < PQ_N_SECTIONS; ++i) {
    pq_image_section *const s = &h->sections[i];
    if (s->offset > len || s->length > len - s->offset) continue;
    s->checksum = pq_hash((pq_view){bytes + s->offset, (size_t)s->length});
  }
  h->checksum = 0;
  h->checksum = pq_hash((pq_view){bytes, sizeof *h});
}

/* Back to rows; of a changed image any rows, but no more than it can hold. */
static void unpack(pq_view bytes) {
  pq_arena arena;
  pq_image im;
  pq_tables tables = {.sources = {"", 0}};
  pq_arena_init(&arena, NULL, (size_t)64 << 20);
  if (!pq_image_open(PQ_LIT("x"), bytes, NULL, &im)) {
    pq_fuzz_insist(!pq_unpack(&arena, &im, &tables), "rows of an image");
  }
  pq_arena_clear(&arena);
}

static void change_image(const uint8_t *data, size_t size) {
  pq_buf_reset(&changed);
  pq_buf_put(&changed, pq_buf_view(&image));
  if (changed.status) return;
  for (size_t i = 0; i + 2 < size; i += 3) {
    const size_t at = data[i] | (size_t)data[i + 1] << 8U;
    changed.ptr[at % changed.len] = (char)data[i + 2];
  }
  make_right(changed.ptr, changed.len);
  (void)open_and_look(pq_buf_view(&changed));
  unpack(pq_buf_view(&changed));
}

static void read_table(pq_view bytes) {
  pq_arena arena;
  pq_tables tables = {0};
  pq_buf made;
  pq_arena_init(&arena, NULL, (size_t)64 << 20);
  pq_buf_init(&made, NULL);
  if (!pq_load_bytes(&arena, PQ_LIT("t"), bytes, PQ_N_TABLES, NULL, &tables) &&
      make_image(&arena, &tables, &made)) {
    pq_fuzz_insist(!open_and_look(pq_buf_view(&made)), "our image opens");
  }
  pq_buf_clear(&made);
  pq_arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (!size) return 0;
  if (data[0] == '#' || pq_is_alpha((char)data[0])) {
    read_table(pq_fuzz_view(data, size));
  } else {
    change_image(data + 1, size - 1);
  }
  return 0;
}
