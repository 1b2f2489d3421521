#include "test_claim_text.h"

/* A text with given entities, scanned. */
static void scan_given(parsed *d, void *const *state, const char *text,
                       const char *given) {
  pq_engine *const e = *state;
  const pq_raw raw = {.bytes = pq_view_of(text),
                      .format = PQ_RAW_TITLED,
                      .has_given = true,
                      .given = pq_view_of(given)};
  pq_desk_open(&d->desk, e, NULL);
  pq_buf_init(&d->out, NULL);
  assert_int_equal(pq_desk_read(&d->desk, &raw), PQ_OK);
  assert_int_equal(pq_scan_record(&d->desk.record, e->lexicon), PQ_OK);
}

static const pq_mention *mention(const parsed *d, uint32_t i,
                                 const char *words) {
  const pq_record *const r = &d->desk.record;
  assert_true(i < r->mentions.n);
  const pq_mention *const m = &r->mentions.at[i];
  ASSERT_VIEW(pq_record_words(r, m->sentence, m->span), words);
  return m;
}

static const pq_entity *entity(const parsed *d, const pq_mention *m) {
  return pq_entity_at(&d->desk.record, m->entity);
}

static void test_only_what_is_given(void **state) {
  parsed d;
  scan_given(&d, state, "JAK2 binds STAT3 and fooX.\n",
             "T1\tProtein 11 16\tSTAT3\nT2\tProtein 21 25\tfooX\n");
  assert_int_equal(d.desk.record.mentions.n, 3);
  const pq_mention *const known = mention(&d, 1, "STAT3");
  assert_int_equal(known->given, 1);
  ASSERT_VIEW(entity(&d, known)->accession, "P40763");
  const pq_mention *const other = mention(&d, 2, "fooX");
  assert_int_equal(other->given, 2);
  assert_int_equal(entity(&d, other)->kind, PQ_ENTITY_UNGROUNDED);
  drop_parsed(&d);
}

/* The type decides where the lexicon means something else. */
static void test_types(void **state) {
  parsed d;
  scan_given(&d, state, "STAT3 in the nucleus and fooine.\n",
             "T1\tSimple_chemical 0 5\tSTAT3\n"
             "T2\tCellular_component 13 20\tnucleus\n"
             "T3\tSimple_chemical 25 31\tfooine\n");
  const pq_entity *const odd = entity(&d, mention(&d, 1, "STAT3"));
  assert_int_equal(odd->kind, PQ_ENTITY_MOLECULE);
  assert_int_equal(odd->accession.len, 0);
  const pq_entity *const place = entity(&d, mention(&d, 2, "nucleus"));
  assert_int_equal(place->kind, PQ_ENTITY_PLACE);
  assert_true(place->id.len > 0);
  assert_int_equal(entity(&d, mention(&d, 3, "fooine"))->kind,
                   PQ_ENTITY_MOLECULE);
  drop_parsed(&d);
}

static void test_parts_of_words(void **state) {
  parsed d;
  scan_given(&d, state, "preSTAT3x binds.\n", "T1\tProtein 3 8\tSTAT3\n");
  assert_int_equal(d.desk.record.mentions.n, 2);
  ASSERT_VIEW(entity(&d, mention(&d, 1, "STAT3"))->accession, "P40763");
  assert_int_equal(d.desk.record.tokens.n, 5); /* pre STAT3 x binds . */
  drop_parsed(&d);
}

static void test_residues_are_sites(void **state) {
  parsed d;
  scan_given(&d, state, "A conserved threonine and Ser-241 of STAT3.\n",
             "T1\tSimple_chemical 12 21\tthreonine\n"
             "T2\tSimple_chemical 26 33\tSer-241\n"
             "T3\tGene_or_gene_product 37 42\tSTAT3\n");
  const pq_record *const r = &d.desk.record;
  assert_int_equal(r->mentions.n, 2);
  assert_int_equal(r->sites.n, 2);
  assert_int_equal(r->sites.at[0].site.residue, 'T');
  assert_int_equal(r->sites.at[0].site.position, 0);
  assert_int_equal(r->sites.at[1].site.residue, 'S');
  assert_int_equal(r->sites.at[1].site.position, 241);
  drop_parsed(&d);
}

/* A process stays, unless it is what happens to the name before it. */
static void test_processes(void **state) {
  parsed d;
  scan_given(&d, state, "TP53 and apoptosis.\n", "T1\tProtein 0 4\tTP53\n");
  assert_int_equal(entity(&d, mention(&d, 2, "apoptosis"))->kind,
                   PQ_ENTITY_PROCESS);
  drop_parsed(&d);
  scan_given(&d, state, "TP53 gene expression.\n", "T1\tProtein 0 4\tTP53\n");
  assert_int_equal(d.desk.record.mentions.n, 2);
  drop_parsed(&d);
}

static void test_overlaps(void **state) {
  parsed d;
  scan_given(&d, state, "JAK2/STAT3 binds.\n",
             "T1\tComplex 0 10\tJAK2/STAT3\nT2\tProtein 5 10\tSTAT3\n");
  assert_int_equal(d.desk.record.mentions.n, 2);
  assert_int_equal(mention(&d, 1, "JAK2/STAT3")->given, 1);
  drop_parsed(&d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_only_what_is_given),
      cmocka_unit_test(test_types),
      cmocka_unit_test(test_parts_of_words),
      cmocka_unit_test(test_residues_are_sites),
      cmocka_unit_test(test_processes),
      cmocka_unit_test(test_overlaps),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
