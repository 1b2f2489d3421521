#include "test_scan_text.h"

/* "mouse=10090": the species of the text, in order. */
static pq_view say_species(scanned *s) {
  const pq_record *const r = &s->r;
  pq_buf_reset(&s->told);
  for (uint32_t i = 0; i < r->species_said.n; ++i) {
    const pq_species_mention *const m = &r->species_said.at[i];
    if (i) pq_buf_text(&s->told, " | ");
    pq_buf_put(&s->told, pq_record_words(r, m->sentence, m->span));
    pq_buf_format(&s->told, "/%u=", (unsigned)m->n_tokens);
    pq_buf_put(&s->told, m->taxon);
  }
  return pq_buf_view(&s->told);
}

static void test_words(void **state) {
  static const want wants[] = {
      {"In mice and Rats.", "mice/1=10090 | Rats/1=10116"},
      {"Murine cells.", "Murine/1=10090"},
      {"In S. cerevisiae and D. melanogaster.",
       "S. cerevisiae/3=4932 | D. melanogaster/3=7227"},
      {"The guinea pig.", "guinea pig/2=10141"},
      {"Canis lupus familiaris.", "Canis lupus familiaris/3=9615"},
      {"At most S phase.", ""}, /* prefixes of symbols are no species */
  };
  CHECK_WANTS(state, wants, say_species);
}

static void test_names_have_their_words(void **state) {
  static const want wants[] = {
      {"It is mouse STAT3.", "mouse/1=10090"},
      {"It is mStat3.", "m/1=10090"},
      {"It is STAT3.", ""},
  };
  CHECK_WANTS(state, wants, say_species);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_words),
      cmocka_unit_test(test_names_have_their_words),
  };
  return cmocka_run_group_tests(tests, open_names, close_names);
}
