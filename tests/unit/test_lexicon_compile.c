#include "failing.h"
#include "test_lexicon_tables.h"

#include "base/hash.h"
#include "lexicon/image.h"
#include "lexicon/normal.h"

#include <stdio.h>

static const table_text tables[] = {
    CONCEPTS("CHEBI:30616\tmolecule\tATP\t-\tCHEBI:15422\t\n"
             "FPLX:JAK\tfamily\tJAK\t9606\t\t\n"
             "FPLX:NFkappaB\tcomplex\tNF-kappaB\t9606\t\t\n"
             "HGNC:427\tgene\tALK\t9606\tNCBIGene:238|UniProt:Q9UM73\t\n"
             "HGNC:6192\tgene\tJAK2\t9606\tUniProt:O60674\t\n"
             "HGNC:7910\tgene\tNPM1\t9606\tUniProt:P06748\t\n"),
    NAMES("ATP\tCHEBI:30616\tcurated\t\t\n"
          "JAK\tFPLX:JAK\tcurated\tpath\t\n"
          "NF-kappaB\tFPLX:NFkappaB\tcurated\tpath\t\n"
          "ALK\tHGNC:427\tname\t\t\n"
          "anaplastic lymphoma kinase (Ki-1)\tHGNC:427\tname\t\t\n"
          "JAK-2\tHGNC:6192\tsynonym\t\t\n"
          "JAK2\tHGNC:6192\tname\t\t\n"
          "Janus kinase II\tHGNC:6192\tsynonym\t\t\n"
          "NPM1-ALK\tHGNC:7910::HGNC:427\tname\t\t\n"),
    MEMBERS("HGNC:6192\tisa\tFPLX:JAK\n"),
    FUSIONS("*::HGNC:427\t*\tHGNC:427\tALK fusion\t\n"
            "HGNC:7910::HGNC:427\tHGNC:7910\tHGNC:427\tNPM1-ALK\t\n"),
    PATHWAYS("PQ:pathway.JAK\tFPLX:JAK\tJAK pathway\tGO:0007259\n"
             "PQ:pathway.NFkB\tFPLX:NFkappaB\tNF-kB pathway\t\n"),
    AFFIXES("-/-\tsuffix\tnot-actor\tnot-actor\np-\tprefix\tstate\tphospho\n"),
    DENY("ATP\tHGNC:427\tenergy\tnever\nJAK\tHGNC:6192\t\tfamily\n"),
    ENGLISH("all\njak\n"),
    RESIDUES("S\tSer\tserine\tMOD:00046\nY\tTyr\ttyrosine\tMOD:00048\n"),
    SITES("O60674\tY\t813\tcanonical\t\t\nO60674\tY\t1007\tcanonical\t\t\n"),
    SPECIES("murine\t10090\tadjective\nhuman\t9606\tname\n")};

static void test_twice(void **state) {
  (void)state;
  made a;
  made b;
  make_image(&a, tables, COUNT(tables));
  make_image(&b, tables, COUNT(tables));
  assert_int_equal(a.image.len, b.image.len);
  assert_memory_equal(a.image.ptr, b.image.ptr, a.image.len);
  unmake(&a);
  unmake(&b);
}

/* Put the rows of all tables into another order. */
static void shuffle(pq_tables *t, uint32_t *seed) {
  for (size_t k = 0; k < PQ_N_TABLES; ++k) {
    for (uint32_t i = t->at[k].rows.n; i > 1; --i) {
      *seed = *seed * 1664525U + 1013904223U;
      const uint32_t j = (*seed >> 16U) % i;
      const pq_row row = t->at[k].rows.at[i - 1];
      t->at[k].rows.at[i - 1] = t->at[k].rows.at[j];
      t->at[k].rows.at[j] = row;
    }
  }
}

static void test_shuffled(void **state) {
  (void)state;
  made m;
  uint32_t seed = 1;
  make_image(&m, tables, COUNT(tables));
  for (uint32_t round = 0; round < 20; ++round) {
    pq_buf again;
    pq_buf_init(&again, NULL);
    shuffle(&m.tables, &seed);
    assert_int_equal(pq_compile(&m.arena, &m.tables, &again), PQ_OK);
    assert_int_equal(again.len, m.image.len);
    assert_memory_equal(again.ptr, m.image.ptr, again.len);
    pq_buf_clear(&again);
  }
  unmake(&m);
}

static uint32_t count(const pq_image *im, const char *key) {
  uint32_t first = 0;
  return pq_image_entries(im, pq_view_of(key), &first);
}

static uint8_t status_of(const pq_image *im, const char *key) {
  uint32_t first = 0;
  assert_int_equal(pq_image_entries(im, pq_view_of(key), &first), 1);
  return im->entries[first].status;
}

static void test_keys(void **state) {
  (void)state;
  made m;
  make_image(&m, tables, COUNT(tables));
  const pq_image im = image_of(&m);
  /* "JAK2" and "JAK-2" are two texts under one key. */
  assert_int_equal(count(&im, "jak2"), 2);
  assert_int_equal(count(&im, "jak 2"), 0);
  assert_int_equal(status_of(&im, "nfkappab"), 4);
  assert_int_equal(status_of(&im, "nfkb"), 4);
  assert_int_equal(status_of(&im, "npm1alk"), 3);
  /* One lower without what stands in brackets. */
  assert_int_equal(status_of(&im, "anaplastic lymphoma kinase"), 2);
  assert_int_equal(status_of(&im, "anaplastic lymphoma kinase (ki1)"), 3);
  assert_int_equal(count(&im, "janus kinase ii"), 1);
  assert_int_equal(count(&im, "janus kinase2"), 1);
  assert_int_equal(count(&im, "al"), 0);
  assert_int_equal(count(&im, ""), 0);
  unmake(&m);
}

static void test_first_runs(void **state) {
  (void)state;
  made m;
  make_image(&m, tables, COUNT(tables));
  const pq_image im = image_of(&m);
  assert_int_equal(pq_image_longest(&im, PQ_LIT("jak")), 4);
  assert_int_equal(pq_image_longest(&im, PQ_LIT("nf")), 8);
  assert_int_equal(pq_image_longest(&im, PQ_LIT("anaplastic")),
                   strlen("anaplastic lymphoma kinase (ki1)"));
  assert_int_equal(pq_image_longest(&im, PQ_LIT("npm")), 7);
  assert_int_equal(pq_image_longest(&im, PQ_LIT("the")), 0);
  unmake(&m);
}

/* Does a key begin so?  The slow way. */
static bool some_begins(const pq_image *im, pq_view beginning) {
  for (uint32_t i = 0; i < im->n[PQ_SECTION_ENTRIES]; ++i) {
    const pq_view key = pq_image_text(im, im->entries[i].key);
    if (pq_view_starts(key, beginning)) return true;
  }
  return false;
}

/* Every beginning of every key, and the same with another last letter, each
 * from what the shorter one left. */
static void test_beginnings(void **state) {
  (void)state;
  made m;
  make_image(&m, tables, COUNT(tables));
  const pq_image im = image_of(&m);
  static const char others[] = "a1 z\xCE(";
  for (uint32_t i = 0; i < im.n[PQ_SECTION_ENTRIES]; ++i) {
    const pq_view key = pq_image_text(&im, im.entries[i].key);
    uint32_t at = 0;
    for (size_t n = 1; n <= key.len; ++n) {
      assert_true(pq_image_begins(&im, pq_view_head(key, n), &at));
      for (size_t k = 0; others[k]; ++k) {
        char text[PQ_CELL_MOST];
        uint32_t from = at;
        memcpy(text, key.ptr, n);
        text[n] = others[k];
        const pq_view longer = {text, n + 1};
        assert_int_equal(pq_image_begins(&im, longer, &from),
                         some_begins(&im, longer));
      }
    }
  }
  unmake(&m);
}

/* What stands behind a key in longer ones: no mark of them may be missing, of
 * an image with its keys (`kept`), or of one without. */
static void look_behind(const pq_image *kept, const pq_image *im) {
  uint32_t none = 0;
  const uint32_t n = kept->n[PQ_SECTION_ENTRIES];
  for (uint32_t i = 0; i < n; ++i) {
    const pq_view key = pq_image_text(kept, kept->entries[i].key);
    const size_t run = pq_normal_run(key).len;
    const uint32_t marks = pq_image_goes_on(im, key, run);
    none += marks == 0;
    for (uint32_t k = 0; k < n; ++k) {
      const pq_view other = pq_image_text(kept, kept->entries[k].key);
      const bool begins = run == key.len
                              ? pq_view_same(pq_normal_run(other), key)
                              : pq_view_starts(other, key);
      const uint32_t mark = begins ? pq_mark_behind(other, key.len) : 0;
      assert_int_equal(marks & mark, mark);
    }
  }
  assert_true(none > n / 2);
}

static void test_behind(void **state) {
  (void)state;
  made m;
  made other;
  make_image(&m, tables, COUNT(tables));
  make_image(&other, tables, COUNT(tables));
  pq_buf_reset(&other.image);
  other.tables.sources = PQ_LIT("tsv\tx.tsv\t-\t-\t-\t1\t1\t1\n");
  assert_int_equal(pq_compile(&other.arena, &other.tables, &other.image),
                   PQ_OK);
  const pq_image kept = image_of(&m);
  const pq_image im = image_of(&other);
  assert_int_equal(im.n[PQ_SECTION_HEADS], 0);
  assert_int_equal(im.n[PQ_SECTION_ENTRIES], kept.n[PQ_SECTION_ENTRIES]);
  look_behind(&kept, &kept);
  look_behind(&kept, &im);
  assert_int_equal(pq_image_goes_on(&kept, PQ_LIT("npm"), 3),
                   pq_character_mark('1'));
  assert_int_equal(pq_image_goes_on(&im, PQ_LIT("npm"), 3),
                   pq_character_mark('1'));
  assert_int_equal(pq_image_goes_on(&im, PQ_LIT("the"), 3), 0);
  unmake(&other);
  unmake(&m);
}

/* No key lacks its bits; most other words lack one. */
static void test_filter(void **state) {
  (void)state;
  made m;
  make_image(&m, tables, COUNT(tables));
  const pq_image im = image_of(&m);
  for (uint32_t i = 0; i < im.n[PQ_SECTION_ENTRIES]; ++i) {
    uint32_t first = 0;
    const pq_view key = pq_image_text(&im, im.entries[i].key);
    assert_true(pq_image_entries(&im, key, &first) > 0);
  }
  uint32_t passed = 0;
  for (uint32_t i = 0; i < 1000; ++i) {
    char text[16];
    (void)snprintf(text, sizeof text, "no%u", i);
    const uint64_t hash = pq_hash(pq_view_of(text));
    const uint64_t bits = pq_filter_bits(hash);
    passed += (im.filter[pq_filter_word(hash, im.n[PQ_SECTION_FILTER])] &
               bits) == bits;
  }
  assert_true(passed < 200);
  unmake(&m);
}

static void test_concepts(void **state) {
  (void)state;
  made m;
  make_image(&m, tables, COUNT(tables));
  const pq_image im = image_of(&m);
  const pq_image_concept *const alk =
      pq_image_concept_at(&im, pq_image_find(&im, PQ_LIT("HGNC:427")));
  assert_non_null(alk);
  ASSERT_VIEW(pq_image_text(&im, alk->accession), "Q9UM73");
  ASSERT_VIEW(pq_image_text(&im, alk->label), "ALK");
  const pq_image_concept *const fusion = pq_image_concept_at(
      &im, pq_image_find(&im, PQ_LIT("HGNC:7910::HGNC:427")));
  assert_non_null(fusion);
  assert_int_equal(fusion->type, PQ_CONCEPT_FUSION);
  assert_int_equal(pq_image_find(&im, PQ_LIT("HGNC:42")), UINT32_MAX);
  assert_true(pq_image_english(&im, PQ_LIT("all")));
  assert_false(pq_image_english(&im, PQ_LIT("al")));
  unmake(&m);
}

/* Sequences in any order, and an accession that is there twice. */
static void test_sequences(void **state) {
  (void)state;
  static const pq_sequence one[] = {
      {PQ_LIT_INIT("Q2"), PQ_LIT_INIT(""), PQ_LIT_INIT("MA"), 0},
      {PQ_LIT_INIT("Q1"), PQ_LIT_INIT(""), PQ_LIT_INIT("MC"), 0},
      {PQ_LIT_INIT("Q1"), PQ_LIT_INIT(""), PQ_LIT_INIT("MD"), 0},
      {PQ_LIT_INIT("Q1-2"), PQ_LIT_INIT("b"), PQ_LIT_INIT("ME"), 0}};
  const pq_sequence two[] = {one[2], one[3], one[0], one[1], one[1]};
  made a;
  made b;
  make_whole(&a, tables, COUNT(tables), one, COUNT(one));
  make_whole(&b, tables, COUNT(tables), two, COUNT(two));
  assert_int_equal(a.image.len, b.image.len);
  assert_memory_equal(a.image.ptr, b.image.ptr, a.image.len);
  const pq_image im = image_of(&a);
  assert_int_equal(im.n[PQ_SECTION_SEQUENCES], 3);
  ASSERT_VIEW(pq_image_text(&im, im.sequences[0].accession), "Q1");
  assert_int_equal(pq_image_acid(&im, &im.sequences[0], 2), 'C');
  ASSERT_VIEW(pq_image_text(&im, im.sequences[2].accession), "Q2");
  unmake(&a);
  unmake(&b);
}

static void test_nothing(void **state) {
  (void)state;
  made m;
  make_image(&m, tables, 0);
  const pq_image im = image_of(&m);
  assert_int_equal(im.n[PQ_SECTION_CONCEPTS], 0);
  assert_int_equal(count(&im, "alk"), 0);
  unmake(&m);
}

static pq_status compile_with(void *user, pq_alloc *alloc) {
  made *const m = user;
  pq_arena arena;
  pq_buf out;
  pq_arena_init(&arena, alloc, 0);
  pq_buf_init(&out, alloc);
  const pq_status st = pq_compile(&arena, &m->tables, &out);
  pq_buf_clear(&out);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  made m;
  const pq_sequence sequence = {PQ_LIT("Q1"), PQ_LIT(""), PQ_LIT("MC"), 0};
  make_whole(&m, tables, COUNT(tables), &sequence, 1);
  assert_true(pq_fail_each(compile_with, &m, PQ_OK) > 3);
  unmake(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_twice),      cmocka_unit_test(test_shuffled),
      cmocka_unit_test(test_keys),       cmocka_unit_test(test_first_runs),
      cmocka_unit_test(test_beginnings), cmocka_unit_test(test_behind),
      cmocka_unit_test(test_filter),     cmocka_unit_test(test_concepts),
      cmocka_unit_test(test_nothing),    cmocka_unit_test(test_out_of_memory),
      cmocka_unit_test(test_sequences),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
