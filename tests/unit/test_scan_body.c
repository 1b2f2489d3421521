#include "test_claim_text.h"

#include "scan/body.h"

/* A text scanned for annotation with names of its own. */
static void scan_own(parsed *d, void *const *state, const char *text,
                     bool bodies) {
  pq_engine *const e = *state;
  const pq_raw raw = {.bytes = pq_view_of(text), .format = PQ_RAW_TITLED};
  pq_desk_open(&d->desk, e, NULL);
  d->desk.happenings = true;
  d->desk.bodies = bodies;
  pq_buf_init(&d->out, NULL);
  assert_int_equal(pq_desk_read(&d->desk, &raw), PQ_OK);
  assert_int_equal(pq_scan_record(&d->desk.record, e->lexicon), PQ_OK);
}

/* "lung cancer cells=Cell | mice=Organism" */
static void assert_bodies(void *const *state, const char *text, bool bodies,
                          const char *want) {
  parsed d;
  scan_own(&d, state, text, bodies);
  const pq_record *const r = &d.desk.record;
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    if (i > 1) pq_buf_text(&d.out, " | ");
    pq_buf_put(&d.out, pq_record_words(r, m->sentence, m->span));
    if (!m->body) continue;
    pq_buf_char(&d.out, '=');
    pq_buf_put(&d.out, r->bodies[m->body - 1].cg);
  }
  ASSERT_VIEW(pq_buf_view(&d.out), want);
  drop_parsed(&d);
}

static void test_words_in_a_row(void **state) {
  assert_bodies(state, "Lung cancer cells grew in mouse liver.\n", true,
                "Lung cancer cells=Cell | mouse=Organism | liver=Organ");
  assert_bodies(state, "Adenocarcinomas of the lymph nodes.\n", true,
                "Adenocarcinomas=Cancer | lymph nodes=Multi-tissue_structure");
}

/* What the lexicon knows as a process is told of a tumor here. */
static void test_processes(void **state) {
  assert_bodies(state, "It slows tumor growth.\n", true, "tumor=Cancer");
}

static void test_names_of_cells(void **state) {
  assert_bodies(state, "It kills XQZ7 cells.\n", false, "XQZ7 cells=Cell");
  assert_bodies(state, "It kills lung cells.\n", false, "");
}

static void test_short_forms(void **state) {
  assert_bodies(state, "Xanthic quince zygocytes (XQZs) die. Each XQZ dies.\n",
                false, "XQZs=Cell | XQZ=Cell");
  assert_bodies(state, "A quick xylan assay (QXA) shows it.\n", false, "QXA=");
}

static void test_plurals(void **state) {
  (void)state;
  assert_true(pq_body_is_plural(PQ_LIT("XQZ"), PQ_LIT("XQZs")));
  assert_true(pq_body_is_plural(PQ_LIT("XQZs"), PQ_LIT("XQZ")));
  assert_false(pq_body_is_plural(PQ_LIT("XQZ"), PQ_LIT("XQZ")));
  assert_false(pq_body_is_plural(PQ_LIT("XQZ"), PQ_LIT("XAZs")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_words_in_a_row), cmocka_unit_test(test_processes),
      cmocka_unit_test(test_names_of_cells), cmocka_unit_test(test_short_forms),
      cmocka_unit_test(test_plurals),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
