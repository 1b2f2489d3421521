#include "failing.h"
#include "scratch.h"
#include "test_lexicon_tables.h"

#include "lexicon/layer.h"

#include <stdio.h>

static const table_text tables[] = {
    CONCEPTS("FPLX:AKT\tfamily\tAKT\t9606\t\t\n"
             "FPLX:PI3K\tcomplex\tPI3K\t9606\t\t\n"
             "GO:0007169\tpathway\treceptor tyrosine kinase signaling\t-\t\t\n"
             "HGNC:391\tgene\tAKT1\t9606\tNCBIGene:207|UniProt:P31749\t\n"
             "HGNC:427\tgene\tALK\t9606\tUniProt:Q9UM73\t\n"
             "HGNC:7910\tgene\tNPM1\t9606\tUniProt:P06748\t\n"
             "PQ:class.kinase\tclass\tkinase\t-\t\t\n"
             "PQ:class.receptor\tclass\treceptor\t-\t\t\n"
             "PQ:process.cell-survival\tprocess\tcell survival\t-\t~GO:0043066"
             "\t\n"),
    NAMES("AKT\tFPLX:AKT\tcurated\tpath\t\n"
          "AKT1\tHGNC:391\tname\t\t\n"
          "ALK\tHGNC:427\tname\t\t\n"
          "NPM1-ALK\tHGNC:7910::HGNC:427\tname\t\t\n"),
    MEMBERS("FPLX:AKT\tisa\tPQ:class.kinase\n"
            "HGNC:391\tisa\tFPLX:AKT\n"
            "HGNC:427\tisa\tPQ:class.receptor\n"),
    FUSIONS("*::HGNC:427\t*\tHGNC:427\tALK fusion\t\n"
            "HGNC:7910::HGNC:427\tHGNC:7910\tHGNC:427\tNPM1-ALK\t\n"),
    PATHWAYS("PQ:pathway.AKT\tFPLX:AKT\tAKT pathway\t\n"
             "PQ:pathway.PI3K-AKT\tFPLX:PI3K|FPLX:AKT\tPI3K-AKT pathway\t"
             "GO:0043491\n"),
    AFFIXES("-/-\tsuffix\tnot-actor\tnot-actor\n"
            "-GFP\tsuffix\ttag\ttag\n"
            "DN-\tprefix\tstate\tinactive\n"
            "anti-\tprefix\tnot-actor\tnot-actor\n"
            "h\tprefix\tspecies\tspecies\n"
            "p\tprefix\tstate\tphospho\n"
            "phospho\tprefix\tstate\tphospho\n"
            "phospho-\tprefix\tstate\tphospho\n"
            "si\tprefix\tnot-actor\tnot-actor\n"),
    SPECIES("m\t10090\tprefix\n"
            "mouse\t10090\tname\n"
            "murine\t10090\tadjective\n"
            "Homo sapiens\t9606\tname\n"
            "human\t9606\tname\n")};

static void open_tables(made *m) {
  make_lexicon(m, tables, COUNT(tables));
}

static void test_concepts(void **state) {
  (void)state;
  made m;
  pq_concept c;
  open_tables(&m);
  assert_true(pq_lexicon_concept(m.lex, PQ_LIT("HGNC:391"), &c));
  ASSERT_VIEW(c.label, "AKT1");
  ASSERT_VIEW(c.accession, "P31749");
  ASSERT_VIEW(c.xrefs, "NCBIGene:207|UniProt:P31749");
  ASSERT_VIEW(c.taxon, "9606");
  assert_int_equal(c.type, PQ_CONCEPT_GENE);
  assert_true(
      pq_lexicon_concept(m.lex, PQ_LIT("PQ:process.cell-survival"), &c));
  ASSERT_VIEW(c.accession, "");
  ASSERT_VIEW(c.xrefs, "~GO:0043066");
  assert_true(pq_lexicon_concept(m.lex, PQ_LIT("PQ:pathway.AKT"), &c));
  assert_int_equal(c.type, PQ_CONCEPT_PATHWAY);
  assert_false(pq_lexicon_concept(m.lex, PQ_LIT("HGNC:39"), &c));
  assert_false(pq_lexicon_concept(m.lex, PQ_LIT(""), &c));
  unmake(&m);
}

static void test_under(void **state) {
  (void)state;
  made m;
  open_tables(&m);
  const pq_view akt1 = PQ_LIT("HGNC:391");
  assert_true(pq_lexicon_under(m.lex, akt1, akt1));
  assert_true(pq_lexicon_under(m.lex, akt1, PQ_LIT("FPLX:AKT")));
  assert_true(pq_lexicon_under(m.lex, akt1, PQ_LIT("PQ:class.kinase")));
  assert_false(pq_lexicon_under(m.lex, akt1, PQ_LIT("PQ:class.receptor")));
  assert_false(pq_lexicon_under(m.lex, PQ_LIT("FPLX:AKT"), akt1));
  assert_true(
      pq_lexicon_under(m.lex, PQ_LIT("HGNC:427"), PQ_LIT("PQ:class.receptor")));
  assert_false(pq_lexicon_under(m.lex, PQ_LIT("x"), PQ_LIT("y")));
  unmake(&m);
}

static void test_fusions(void **state) {
  (void)state;
  made m;
  pq_concept c;
  bool exact = false;
  open_tables(&m);
  const pq_view alk = PQ_LIT("HGNC:427");
  assert_true(pq_lexicon_fusion(m.lex, PQ_LIT("HGNC:7910"), alk, &c, &exact));
  assert_true(exact);
  ASSERT_VIEW(c.id, "HGNC:7910::HGNC:427");
  ASSERT_VIEW(c.label, "NPM1-ALK");
  assert_int_equal(c.type, PQ_CONCEPT_FUSION);
  assert_true(pq_lexicon_fusion(m.lex, PQ_LIT("HGNC:391"), alk, &c, &exact));
  assert_false(exact);
  ASSERT_VIEW(c.id, "*::HGNC:427");
  assert_false(pq_lexicon_fusion(m.lex, alk, PQ_LIT("HGNC:391"), &c, &exact));
  unmake(&m);
}

static void test_pathways(void **state) {
  (void)state;
  made m;
  pq_pathway p;
  open_tables(&m);
  assert_true(pq_lexicon_pathway(m.lex, PQ_LIT("FPLX:PI3K|FPLX:AKT"), &p));
  ASSERT_VIEW(p.id, "PQ:pathway.PI3K-AKT");
  ASSERT_VIEW(p.label, "PI3K-AKT pathway");
  ASSERT_VIEW(p.close_match, "GO:0043491");
  assert_true(pq_lexicon_pathway(m.lex, PQ_LIT("FPLX:AKT"), &p));
  ASSERT_VIEW(p.id, "PQ:pathway.AKT");
  ASSERT_VIEW(p.close_match, "");
  assert_false(pq_lexicon_pathway(m.lex, PQ_LIT("FPLX:PI3K"), &p));
  assert_false(pq_lexicon_pathway(m.lex, PQ_LIT(""), &p));
  assert_true(
      pq_lexicon_pathway_by_id(m.lex, PQ_LIT("PQ:pathway.PI3K-AKT"), &p));
  ASSERT_VIEW(p.named_after, "FPLX:PI3K|FPLX:AKT");
  assert_true(pq_lexicon_pathway_by_id(m.lex, PQ_LIT("GO:0007169"), &p));
  ASSERT_VIEW(p.named_after, "");
  assert_false(pq_lexicon_pathway_by_id(m.lex, PQ_LIT("FPLX:AKT"), &p));
  unmake(&m);
}

/* An affix and the rest, or PQ_EFFECT_NONE. */
typedef struct affix {
  const char *token;
  pq_effect effect;
  const char *rest;
} affix;

typedef pq_effect cut_affix(const pq_lexicon *lex, pq_view token,
                            pq_view *rest);

static void check_affixes(cut_affix *cut, const affix *v, size_t n) {
  made m;
  open_tables(&m);
  for (size_t i = 0; i < n; ++i) {
    pq_view rest = {"", 0};
    assert_int_equal(cut(m.lex, pq_view_of(v[i].token), &rest), v[i].effect);
    if (v[i].rest) ASSERT_VIEW(rest, v[i].rest);
  }
  unmake(&m);
}

static void test_prefixes(void **state) {
  (void)state;
  static const affix v[] = {{"pSTAT3", PQ_EFFECT_PHOSPHO, "STAT3"},
                            {"phosphoSTAT3", PQ_EFFECT_PHOSPHO, "STAT3"},
                            {"phospho\u2011STAT3", PQ_EFFECT_PHOSPHO, "STAT3"},
                            {"phosphop38", PQ_EFFECT_PHOSPHO, "p38"},
                            {"phospho-stat", PQ_EFFECT_PHOSPHO, "stat"},
                            {"protein", PQ_EFFECT_NONE, NULL},
                            {"phosphorylation", PQ_EFFECT_NONE, NULL},
                            {"hSTAT3", PQ_EFFECT_SPECIES, "STAT3"},
                            {"heart", PQ_EFFECT_NONE, NULL},
                            {"anti-ALK", PQ_EFFECT_NOT_ACTOR, "ALK"},
                            {"siALK", PQ_EFFECT_NOT_ACTOR, "ALK"},
                            {"DN-ALK", PQ_EFFECT_INACTIVE, "ALK"},
                            {"dn-ALK", PQ_EFFECT_NONE, NULL},
                            {"p", PQ_EFFECT_NONE, NULL},
                            {"", PQ_EFFECT_NONE, NULL}};
  check_affixes(pq_lexicon_prefix, v, COUNT(v));
}

static void test_suffixes(void **state) {
  (void)state;
  static const affix v[] = {{"STAT3-/-", PQ_EFFECT_NOT_ACTOR, "STAT3"},
                            {"STAT3\u2013GFP", PQ_EFFECT_TAG, "STAT3"},
                            {"STAT3GFP", PQ_EFFECT_NONE, NULL},
                            {"-/-", PQ_EFFECT_NONE, NULL},
                            {"", PQ_EFFECT_NONE, NULL}};
  check_affixes(pq_lexicon_suffix, v, COUNT(v));
}

static void test_species(void **state) {
  (void)state;
  made m;
  open_tables(&m);
  ASSERT_VIEW(pq_lexicon_species(m.lex, PQ_LIT("Homo sapiens")), "9606");
  ASSERT_VIEW(pq_lexicon_species(m.lex, PQ_LIT("homo sapiens")), "9606");
  ASSERT_VIEW(pq_lexicon_species(m.lex, PQ_LIT("Murine")), "10090");
  ASSERT_VIEW(pq_lexicon_species(m.lex, PQ_LIT("m")), "10090");
  ASSERT_VIEW(pq_lexicon_species(m.lex, PQ_LIT("M")), "");
  ASSERT_VIEW(pq_lexicon_species(m.lex, PQ_LIT("mouse ")), "");
  unmake(&m);
}

static void test_tell(void **state) {
  (void)state;
  made m;
  pq_buf out;
  open_tables(&m);
  pq_buf_init(&out, NULL);
  pq_lexicon_tell(m.lex, PQ_LIT("AKT1 and alk"), &out);
  pq_buf_char(&out, '\0');
  assert_string_equal(
      out.ptr,
      "AKT1\n"
      "  0.798  HGNC:391  AKT1, gene; listed as \"AKT1\", name, layer 0\n"
      "alk  no name\n"
      "  refused  HGNC:427  \"ALK\", name: a short word in lower case\n");
  pq_buf_reset(&out);
  pq_lexicon_tell(m.lex, PQ_LIT("nothing"), &out);
  ASSERT_VIEW(pq_buf_view(&out), "no name that the lexicon knows\n");
  pq_buf_clear(&out);
  pq_failing f = pq_failing_new(0);
  pq_buf_init(&out, &f.base);
  pq_lexicon_tell(m.lex, PQ_LIT("AKT1"), &out);
  assert_int_equal(out.status, PQ_NO_MEM);
  pq_buf_clear(&out);
  unmake(&m);
}

/* ---- layers ---- */

static const char *read_first(const pq_lexicon *lex, const char *text,
                              pq_found *f) {
  static char id[80];
  sentence s;
  cut_sentence(&s, text);
  const pq_look look = look_at(&s, 0);
  pq_lexicon_find(lex, &look, f);
  (void)snprintf(id, sizeof id, "%.*s",
                 f->n_readings ? (int)f->readings[0].id.len : 0,
                 f->readings[0].id.ptr);
  return id;
}

static void test_overlays(void **state) {
  (void)state;
  made m;
  pq_scratch s;
  pq_found f;
  pq_lexicon *lex = NULL;
  open_tables(&m);
  pq_scratch_open(&s);
  /* A name for an id of the built-in layer, one for an id of another overlay,
   * and a built-in name that now also means something else. */
  const char *const overlays[] = {
      pq_scratch_file(&s, "n.tsv",
                      PQ_LIT("text\tid\tstatus\tflags\tnote\n"
                             "Foobar9\tHGNC:427\tname\t\t\n"
                             "AKT1\tX:1\tname\t\t\n"
                             "Quux7\tX:1\tname\t\t\n")),
      pq_scratch_file(&s, "c.tsv",
                      PQ_LIT("id\ttype\tlabel\ttaxon\txrefs\tnote\n"
                             "X:1\tgene\tQUUX7\t9606\tUniProt:Q00000\t\n"))};
  const pq_lexicon_sources sources = {
      .image = pq_buf_view(&m.image), .overlays = overlays, .n_overlays = 2};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &lex), PQ_OK);
  assert_string_equal(read_first(lex, "Foobar9", &f), "HGNC:427");
  ASSERT_VIEW(f.readings[0].label, "ALK");
  assert_int_equal(f.readings[0].layer, 0);
  assert_string_equal(read_first(lex, "quux-7", &f), "X:1");
  ASSERT_VIEW(f.readings[0].label, "QUUX7");
  assert_string_equal(read_first(lex, "ALK", &f), "HGNC:427");
  assert_int_equal(f.readings[0].layer, 2);
  /* As good as each other: the user's word goes first and settles it. */
  assert_string_equal(read_first(lex, "AKT1", &f), "X:1");
  assert_int_equal(f.n_readings, 2);
  assert_false(f.tied);
  assert_string_not_equal(pq_lexicon_digest(lex), pq_lexicon_digest(m.lex));
  assert_int_equal(strlen(pq_lexicon_digest(lex)), 64);
  pq_lexicon_close(lex);
  pq_scratch_close(&s);
  unmake(&m);
}

static void test_deny_overlay(void **state) {
  (void)state;
  made m;
  pq_scratch s;
  pq_found f;
  pq_lexicon *lex = NULL;
  open_tables(&m);
  pq_scratch_open(&s);
  const char *const overlays[] = {pq_scratch_file(
      &s, "d.tsv", PQ_LIT("text\tid\tcontext\treason\nALK\t*\t\tnot here\n"))};
  const pq_lexicon_sources sources = {
      .image = pq_buf_view(&m.image), .overlays = overlays, .n_overlays = 1};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &lex), PQ_OK);
  assert_string_equal(read_first(lex, "ALK", &f), "");
  assert_string_equal(read_first(lex, "AKT1", &f), "HGNC:391");
  pq_lexicon_close(lex);
  pq_scratch_close(&s);
  unmake(&m);
}

static void test_image_overlay(void **state) {
  (void)state;
  made m;
  pq_scratch s;
  pq_found f;
  pq_lexicon *lex = NULL;
  open_tables(&m);
  pq_scratch_open(&s);
  const char *const overlays[] = {
      pq_scratch_file(&s, "a.pqlx", pq_buf_view(&m.image))};
  const pq_lexicon_sources sources = {.overlays = overlays, .n_overlays = 1};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &lex), PQ_OK);
  assert_string_equal(read_first(lex, "ALK", &f), "HGNC:427");
  /* The same bytes, linked in or in a file, have one digest. */
  assert_string_equal(pq_lexicon_digest(lex), pq_lexicon_digest(m.lex));
  pq_lexicon_close(lex);
  pq_scratch_close(&s);
  unmake(&m);
}

static void test_bad_overlays(void **state) {
  (void)state;
  static const char *const files[] = {
      "text\tid\tstatus\tflags\tnote\nFoo\tX:9\tname\t\t\n", /* unknown id */
      "text\tid\nFoo\tX:9\n",                                /* no header */
      "text\tid\tstatus\tflags\tnote\nFoo\tX:9\tbest\t\t\n"};
  made m;
  pq_scratch s;
  open_tables(&m);
  pq_scratch_open(&s);
  for (size_t i = 0; i < COUNT(files); ++i) {
    char name[20];
    (void)snprintf(name, sizeof name, "%zu.tsv", i);
    const char *const path = pq_scratch_file(&s, name, pq_view_of(files[i]));
    const pq_lexicon_sources sources = {
        .image = pq_buf_view(&m.image), .overlays = &path, .n_overlays = 1};
    pq_heard h;
    pq_heard_init(&h);
    pq_lexicon *lex = NULL;
    assert_int_equal(pq_lexicon_open(NULL, &sources, &h.sink, &lex),
                     PQ_BAD_SYNTAX);
    assert_null(lex);
    assert_int_equal(h.n, 1);
    assert_int_equal(h.at[0].line, i == 1 ? 1 : 2);
  }
  pq_scratch_close(&s);
  unmake(&m);
}

static void test_limits(void **state) {
  (void)state;
  pq_lexicon *lex = NULL;
  const char *paths[PQ_LAYERS_MOST] = {NULL};
  pq_lexicon_sources sources = {.overlays = paths,
                                .n_overlays = PQ_LAYERS_MOST};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &lex), PQ_LIMIT);
  paths[0] = "there/is/no/such.pqlx";
  sources.n_overlays = 1;
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &lex), PQ_BAD_READ);
  /* No layer at all is a lexicon that knows nothing. */
  sources.n_overlays = 0;
  pq_found f;
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &lex), PQ_OK);
  assert_string_equal(read_first(lex, "ALK", &f), "");
  pq_lexicon_close(lex);
  pq_lexicon_close(NULL);
}

/* ---- folders and memory ---- */

static void fill_folder(pq_scratch *s) {
  pq_scratch_open(s);
  (void)pq_scratch_file(s, "concepts.tsv",
                        PQ_LIT("id\ttype\tlabel\ttaxon\txrefs\tnote\n"
                               "HGNC:427\tgene\tALK\t9606\tUniProt:Q9UM73\t"
                               "\n"));
  (void)pq_scratch_file(s, "names.tsv",
                        PQ_LIT("text\tid\tstatus\tflags\tnote\n"
                               "ALK\tHGNC:427\tname\t\t\n"));
}

static void test_folder(void **state) {
  (void)state;
  pq_scratch s;
  pq_found f;
  pq_lexicon *lex = NULL;
  pq_lexicon *linked = NULL;
  pq_buf image;
  fill_folder(&s);
  pq_buf_init(&image, NULL);
  const pq_lexicon_sources sources = {.folder = s.folder};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &lex), PQ_OK);
  assert_string_equal(read_first(lex, "ALK", &f), "HGNC:427");
  assert_int_equal(pq_lexicon_build(NULL, s.folder, NULL, &image), PQ_OK);
  const pq_lexicon_sources built = {.image = pq_buf_view(&image)};
  assert_int_equal(pq_lexicon_open(NULL, &built, NULL, &linked), PQ_OK);
  assert_string_equal(pq_lexicon_digest(lex), pq_lexicon_digest(linked));
  pq_lexicon_close(lex);
  pq_lexicon_close(linked);
  pq_buf_clear(&image);
  pq_scratch_close(&s);
}

/* The image of a few names; with sources it counts as imported. */
static const char *small_image(pq_scratch *s, const char *file,
                               const char *names, bool imported) {
  made m = {.lex = NULL};
  pq_arena_init(&m.arena, NULL, 0);
  pq_buf_init(&m.image, NULL);
  const table_text text = NAMES(names);
  assert_int_equal(load_text(&m, &text, NULL), PQ_OK);
  if (imported) m.tables.sources = PQ_LIT("tsv\tx\t\t\tabc\t1\t1\t1\n");
  assert_int_equal(pq_compile(&m.arena, &m.tables, &m.image), PQ_OK);
  const char *const path = pq_scratch_file(s, file, pq_buf_view(&m.image));
  unmake(&m);
  return path;
}

static void expect_reading(const pq_lexicon *lex, const char *name,
                           const char *id, uint8_t layer, uint32_t n) {
  pq_found f;
  pq_lexicon_find_text(lex, pq_view_of(name), PQ_LIT(""), &f);
  assert_int_equal(f.n_readings, n);
  ASSERT_VIEW(f.readings[0].id, id);
  assert_int_equal(f.readings[0].layer, layer);
  assert_false(f.tied);
}

/* Written overlays, the base, imported overlays: in this order, wherever they
 * were given; and what is written comes first whatever the scores are. */
static void test_imported(void **state) {
  (void)state;
  made m;
  pq_scratch s;
  pq_lexicon *lex = NULL;
  make_image(&m, tables, COUNT(tables));
  pq_scratch_open(&s);
  const char *const overlays[] = {
      small_image(&s, "i1.pqlx",
                  "ALK\tHGNC:391\tcurated\t\t\nNEW1\tHGNC:391\tname\t\t\n",
                  true),
      small_image(&s, "w.pqlx", "Foo1\tHGNC:427\tformer\t\t\n", false),
      small_image(&s, "i2.pqlx",
                  "Foo1\tHGNC:391\tcurated\t\t\nNEW1\tHGNC:427\tname\t\t\n",
                  true)};
  const pq_lexicon_sources sources = {.image = pq_buf_view(&m.image),
                                      .overlays = overlays,
                                      .n_overlays = COUNT(overlays)};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &lex), PQ_OK);
  assert_int_equal(lex->n, 4);
  assert_int_equal(lex->n_written, 2);
  expect_reading(lex, "ALK", "HGNC:427", 1, 2);
  expect_reading(lex, "Foo1", "HGNC:427", 0, 2);
  /* Of equals the one that was given first. */
  expect_reading(lex, "NEW1", "HGNC:391", 2, 2);
  pq_lexicon_close(lex);
  pq_scratch_close(&s);
  unmake(&m);
}

static pq_status open_with(void *user, pq_alloc *alloc) {
  const pq_lexicon_sources *const sources = user;
  pq_lexicon *lex = NULL;
  const pq_status st = pq_lexicon_open(alloc, sources, NULL, &lex);
  if (st) assert_null(lex);
  pq_lexicon_close(lex);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  pq_scratch s;
  fill_folder(&s);
  const char *const overlay = pq_scratch_file(
      &s, "more.txt",
      PQ_LIT("text\tid\tstatus\tflags\tnote\nFoo1\tHGNC:427\tname\t\t\n"));
  const char *const overlays[] = {
      small_image(&s, "i.pqlx", "NEW1\tHGNC:391\tname\t\t\n", true), overlay};
  pq_lexicon_sources sources = {
      .folder = s.folder, .overlays = overlays, .n_overlays = COUNT(overlays)};
  (void)pq_fail_each(open_with, &sources, PQ_OK);
  pq_scratch_close(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_concepts),
      cmocka_unit_test(test_under),
      cmocka_unit_test(test_fusions),
      cmocka_unit_test(test_pathways),
      cmocka_unit_test(test_prefixes),
      cmocka_unit_test(test_suffixes),
      cmocka_unit_test(test_species),
      cmocka_unit_test(test_tell),
      cmocka_unit_test(test_overlays),
      cmocka_unit_test(test_deny_overlay),
      cmocka_unit_test(test_image_overlay),
      cmocka_unit_test(test_imported),
      cmocka_unit_test(test_bad_overlays),
      cmocka_unit_test(test_limits),
      cmocka_unit_test(test_folder),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
