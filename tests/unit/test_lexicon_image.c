#include "heard.h"
#include "scratch.h"
#include "test_lexicon_tables.h"

#include "base/hash.h"
#include "lexicon/image.h"

#include <stdlib.h>

static const table_text tables[] = {
    CONCEPTS("FPLX:JAK\tfamily\tJAK\t9606\t\t\n"
             "HGNC:6192\tgene\tJAK2\t9606\tUniProt:O60674\t\n"),
    NAMES("JAK\tFPLX:JAK\tcurated\tpath\t\n"
          "JAK2\tHGNC:6192\tname\tctx=a\t\n"
          "Janus kinase 2\tHGNC:6192\tname\t\t\n"),
    MEMBERS("HGNC:6192\tisa\tFPLX:JAK\n"),
    FUSIONS("*::HGNC:6192\t*\tHGNC:6192\tJAK2 fusion\t\n"),
    PATHWAYS("PQ:pathway.JAK\tFPLX:JAK\tJAK pathway\tGO:0007259\n"),
    AFFIXES("-/-\tsuffix\tnot-actor\tnot-actor\np-\tprefix\tstate\tphospho\n"),
    DENY("JAK\tHGNC:6192\t\tfamily\n"),
    ENGLISH("jak\n"),
    RESIDUES("Y\tTyr\ttyrosine\tMOD:00048\n"),
    SITES("O60674\tY\t1007\tcanonical\t\t\n"),
    SPECIES("human\t9606\tname\n")};

static const pq_sequence sequences[] = {{.accession = PQ_LIT_INIT("O60674"),
                                         .name = PQ_LIT_INIT(""),
                                         .residues = PQ_LIT_INIT("MSYYZXA"),
                                         .signal = 2},
                                        {.accession = PQ_LIT_INIT("O60674-2"),
                                         .name = PQ_LIT_INIT("Short"),
                                         .residues = PQ_LIT_INIT("MYS"),
                                         .signal = 0}};

/* Ask everything that the door offers; nothing but not crashing is wanted. */
static void ask_all(const pq_lexicon *lex) {
  static const char *const text = "A JAK2 and the JAKs, Janus kinase 2: p-JAK";
  sentence s;
  cut_sentence(&s, text);
  for (uint32_t i = 0; i < s.n; ++i) {
    pq_found f;
    const pq_look look = look_at(&s, i);
    pq_lexicon_find(lex, &look, &f);
    assert_true(i + f.n_tokens <= s.n && f.n_readings <= PQ_READINGS_MOST);
  }
  pq_concept c;
  pq_pathway p;
  bool exact = false;
  pq_view rest;
  pq_buf told;
  pq_buf_init(&told, NULL);
  (void)pq_lexicon_concept(lex, PQ_LIT("HGNC:6192"), &c);
  (void)pq_lexicon_under(lex, PQ_LIT("HGNC:6192"), PQ_LIT("FPLX:JAK"));
  (void)pq_lexicon_fusion(lex, PQ_LIT("x"), PQ_LIT("HGNC:6192"), &c, &exact);
  (void)pq_lexicon_pathway(lex, PQ_LIT("FPLX:JAK"), &p);
  (void)pq_lexicon_pathway_by_id(lex, PQ_LIT("PQ:pathway.JAK"), &p);
  (void)pq_lexicon_prefix(lex, PQ_LIT("p-JAK2"), &rest);
  (void)pq_lexicon_suffix(lex, PQ_LIT("JAK2-/-"), &rest);
  (void)pq_lexicon_species(lex, PQ_LIT("Human"));
  (void)pq_lexicon_residue(lex, PQ_LIT("tyrosine"));
  for (uint32_t i = 0; i < 12; ++i) {
    (void)pq_lexicon_site(lex, PQ_LIT("O60674"), (pq_site){'S', i});
  }
  (void)pq_lexicon_site(lex, PQ_LIT("O60674"), (pq_site){'S', 1007});
  (void)pq_lexicon_site(lex, PQ_LIT("O60674"), (pq_site){'S', UINT32_MAX});
  pq_lexicon_tell(lex, pq_view_of(text), &told);
  pq_buf_clear(&told);
}

static pq_status open_image(pq_view bytes, pq_lexicon **lex) {
  const pq_lexicon_sources sources = {.image = bytes};
  return pq_lexicon_open(NULL, &sources, NULL, lex);
}

/* Any flipped byte is noticed. */
static void test_flipped(void **state) {
  (void)state;
  made m;
  make_whole(&m, tables, COUNT(tables), sequences, COUNT(sequences));
  pq_lexicon *lex = NULL;
  pq_heard h;
  pq_heard_init(&h);
  pq_image im;
  size_t noticed = 0;
  for (size_t i = 0; i < m.image.len; ++i) {
    m.image.ptr[i] = (char)(m.image.ptr[i] ^ 0x55);
    const pq_status st =
        pq_image_open(PQ_LIT("x"), pq_buf_view(&m.image), &h.sink, &im);
    noticed += st == PQ_BAD_READ;
    /* What nothing uses may change: zeros that fill up to 8 bytes, and behind
     * the header's fields. */
    if (!st) {
      assert_int_equal(m.image.ptr[i], 0x55);
      assert_int_equal(open_image(pq_buf_view(&m.image), &lex), PQ_OK);
      ask_all(lex);
      pq_lexicon_close(lex);
    }
    m.image.ptr[i] = (char)(m.image.ptr[i] ^ 0x55);
  }
  assert_int_equal(h.n, noticed);
  assert_true(noticed > m.image.len - 300);
  unmake(&m);
}

/* Of one's own image only the header and where its sections lie is checked. */
static void test_own(void **state) {
  (void)state;
  made m;
  pq_image im;
  make_whole(&m, tables, COUNT(tables), sequences, COUNT(sequences));
  const pq_view image = pq_buf_view(&m.image);
  assert_int_equal(pq_image_open_own(PQ_LIT("x"), image, NULL, &im), PQ_OK);
  char *const last = m.image.ptr + m.image.len - 1;
  *last = (char)~*last;
  assert_int_equal(pq_image_open_own(PQ_LIT("x"), image, NULL, &im), PQ_OK);
  assert_int_equal(pq_image_open(PQ_LIT("x"), image, NULL, &im), PQ_BAD_READ);
  m.image.ptr[0] = 'p';
  assert_int_equal(pq_image_open_own(PQ_LIT("x"), image, NULL, &im),
                   PQ_BAD_READ);
  unmake(&m);
}

static void test_cut(void **state) {
  (void)state;
  made m;
  pq_image im;
  make_whole(&m, tables, COUNT(tables), sequences, COUNT(sequences));
  for (size_t n = 0; n < m.image.len; ++n) {
    /* A copy of just so many bytes, so that reading on is seen. */
    char *const part = malloc(n ? n : 1);
    assert_non_null(part);
    memcpy(part, m.image.ptr, n);
    assert_int_equal(pq_image_open(PQ_LIT("x"), (pq_view){part, n}, NULL, &im),
                     PQ_BAD_READ);
    free(part);
  }
  pq_buf_char(&m.image, '\0');
  assert_int_equal(pq_image_open(PQ_LIT("x"), pq_buf_view(&m.image), NULL, &im),
                   PQ_BAD_READ);
  unmake(&m);
}

/* Make checksums right again after a change: what an enemy would do. */
static void seal(pq_buf *image) {
  pq_image_header *const h = (void *)image->ptr;
  for (size_t i = 0; i < PQ_N_SECTIONS; ++i) {
    pq_image_section *const s = &h->sections[i];
    if (s->offset > image->len || s->length > image->len - s->offset) continue;
    s->checksum = pq_hash((pq_view){image->ptr + s->offset, (size_t)s->length});
  }
  h->checksum = 0;
  h->checksum = pq_hash((pq_view){(const char *)(const void *)h, sizeof *h});
}

static void test_hostile(void **state) {
  (void)state;
  static const unsigned char masks[] = {0x01, 0x80, 0xFF};
  made m;
  make_whole(&m, tables, COUNT(tables), sequences, COUNT(sequences));
  size_t opened = 0;
  for (size_t i = 0; i < m.image.len; ++i) {
    for (size_t k = 0; k < COUNT(masks); ++k) {
      pq_lexicon *lex = NULL;
      pq_buf copy;
      pq_buf_init(&copy, NULL);
      pq_buf_put(&copy, pq_buf_view(&m.image));
      copy.ptr[i] = (char)(copy.ptr[i] ^ (char)masks[k]);
      seal(&copy);
      if (!open_image(pq_buf_view(&copy), &lex)) {
        ++opened;
        ask_all(lex);
      }
      pq_lexicon_close(lex);
      pq_buf_clear(&copy);
    }
  }
  assert_true(opened > m.image.len);
  unmake(&m);
}

static void check_header(size_t offset, uint32_t value, const char *words) {
  made m;
  pq_image im;
  pq_heard h;
  pq_heard_init(&h);
  make_whole(&m, tables, COUNT(tables), sequences, COUNT(sequences));
  memcpy(m.image.ptr + offset, &value, sizeof value);
  seal(&m.image);
  assert_int_equal(
      pq_image_open(PQ_LIT("x"), pq_buf_view(&m.image), &h.sink, &im),
      PQ_BAD_READ);
  assert_int_equal(h.n, 1);
  if (!strstr(h.at[0].text, words)) fail_msg("%s", h.at[0].text);
  unmake(&m);
}

static void test_refused(void **state) {
  (void)state;
  check_header(0, 0x46454C46, "no lexicon image");
  check_header(4, 99, "another version");
  check_header(8, 0x04030201, "another byte order");
  check_header(12, 3, "another version");
  check_header(16, 7, "cut off");
  /* offset and length of the first section */
  check_header(offsetof(pq_image_header, sections), 511, "inside the image");
  check_header(offsetof(pq_image_header, sections), 0x7FFFFFF8,
               "inside the image");
  check_header(offsetof(pq_image_header, sections) + 8, 0x7FFFFFFF,
               "inside the image");
}

/* Residues come out as they went in, across the bounds of bytes. */
static void test_acids(void **state) {
  (void)state;
  made m;
  make_whole(&m, tables, COUNT(tables), sequences, COUNT(sequences));
  const pq_image im = image_of(&m);
  assert_int_equal(im.n[PQ_SECTION_SEQUENCES], 2);
  assert_int_equal(im.n[PQ_SECTION_ACIDS], 5 + 2); /* 35 bits, 15 bits */
  for (uint32_t i = 0; i < 2; ++i) {
    const pq_image_sequence *const row = &im.sequences[i];
    ASSERT_VIEW(pq_image_text(&im, row->accession), sequences[i].accession.ptr);
    ASSERT_VIEW(pq_image_text(&im, row->name), sequences[i].name.ptr);
    assert_int_equal(row->signal, sequences[i].signal);
    assert_int_equal(row->length, sequences[i].residues.len);
    for (uint32_t k = 0; k < row->length; ++k) {
      assert_int_equal(pq_image_acid(&im, row, k + 1),
                       sequences[i].residues.ptr[k]);
    }
    assert_int_equal(pq_image_acid(&im, row, 0), '\0');
    assert_int_equal(pq_image_acid(&im, row, row->length + 1), '\0');
  }
  assert_int_equal(pq_image_sequence_from(&im, PQ_LIT("O60674")), 0);
  assert_int_equal(pq_image_sequence_from(&im, PQ_LIT("O60674-1")), 1);
  assert_int_equal(pq_image_sequence_from(&im, PQ_LIT("P00001")), 2);
  unmake(&m);
}

/* A row that points out of the residues gives none. */
static void test_acids_out_of_bounds(void **state) {
  (void)state;
  made m;
  make_whole(&m, tables, COUNT(tables), sequences, COUNT(sequences));
  const pq_image im = image_of(&m);
  pq_image_sequence row = im.sequences[0];
  row.length = UINT32_MAX;
  assert_int_equal(pq_image_acid(&im, &row, UINT32_MAX), '\0');
  assert_int_equal(pq_image_acid(&im, &row, 13), '\0');
  row.begin = UINT32_MAX;
  assert_int_equal(pq_image_acid(&im, &row, 1), '\0');
  unmake(&m);
}

static void test_unaligned(void **state) {
  (void)state;
  made m;
  pq_image im;
  make_whole(&m, tables, COUNT(tables), sequences, COUNT(sequences));
  pq_buf moved;
  pq_buf_init(&moved, NULL);
  pq_buf_char(&moved, 'x');
  pq_buf_put(&moved, pq_buf_view(&m.image));
  assert_int_equal(pq_image_open(PQ_LIT("x"),
                                 pq_view_skip(pq_buf_view(&moved), 1), NULL,
                                 &im),
                   PQ_BAD_READ);
  pq_buf_clear(&moved);
  unmake(&m);
}

static void test_mapping(void **state) {
  (void)state;
  made m;
  pq_scratch s;
  pq_mapping map = {.at = NULL};
  make_whole(&m, tables, COUNT(tables), sequences, COUNT(sequences));
  pq_scratch_open(&s);
  const char *const path = pq_scratch_file(&s, "a.pqlx", pq_buf_view(&m.image));
  assert_int_equal(pq_mapping_open(path, NULL, &map), PQ_OK);
  assert_int_equal(map.length, m.image.len);
  assert_memory_equal(map.at, m.image.ptr, map.length);
  pq_mapping_close(&map);
  pq_mapping_close(&map);
  const char *const empty = pq_scratch_file(&s, "b.pqlx", PQ_LIT(""));
  assert_int_equal(pq_mapping_open(empty, NULL, &map), PQ_BAD_READ);
  assert_int_equal(pq_mapping_open(s.folder, NULL, &map), PQ_BAD_READ);
  pq_scratch_close(&s);
  assert_int_equal(pq_mapping_open(path, NULL, &map), PQ_BAD_READ);
  unmake(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_flipped),
      cmocka_unit_test(test_own),
      cmocka_unit_test(test_cut),
      cmocka_unit_test(test_hostile),
      cmocka_unit_test(test_refused),
      cmocka_unit_test(test_unaligned),
      cmocka_unit_test(test_mapping),
      cmocka_unit_test(test_acids),
      cmocka_unit_test(test_acids_out_of_bounds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
