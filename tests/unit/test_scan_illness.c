#include "test_scan_text.h"

#include "scan/illness.h"

/* "Kabuki syndrome 1=MIM:147920": the diseases of the text, in order. */
static pq_view say_diseases(scanned *s) {
  const pq_record *const r = &s->r;
  pq_buf_reset(&s->told);
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    const pq_entity *const e = pq_entity_at(r, m->entity);
    if (!pq_entity_is_disease(e)) continue;
    if (s->told.len) pq_buf_text(&s->told, " | ");
    pq_buf_put(&s->told, e->label);
    pq_buf_char(&s->told, '=');
    pq_buf_put(&s->told, e->id);
  }
  return pq_buf_view(&s->told);
}

static void test_words(void **state) {
  (void)state;
  static const char *const are[] = {"syndrome", "Disease", "sialidosis",
                                    "cardiomyopathy", "melanoma"};
  static const char *const are_not[] = {
      "coma", "apoptosis", "endocytosis", "meiosis", "kinase", "", "LIPOMA"};
  const pq_record r = {.lists = pq_grammar_lists(pq_data_grammar())};
  const pq_record none = {.lists = NULL};
  for (size_t i = 0; i < sizeof are / sizeof are[0]; ++i) {
    assert_true(pq_illness_is_word(&r, pq_view_of(are[i])));
    assert_false(pq_illness_is_word(&none, pq_view_of(are[i])));
  }
  for (size_t i = 0; i < sizeof are_not / sizeof are_not[0]; ++i) {
    assert_false(pq_illness_is_word(&r, pq_view_of(are_not[i])));
  }
}

static void test_numbered(void **state) {
  static const want wants[] = {
      {"It causes the Noonan syndrome 4 (NS4; MIM:610733).",
       "Noonan syndrome 4=MIM:610733 | Noonan syndrome 4=MIM:610733"},
      {"It causes rare sialidosis (OMIM 256550).", "sialidosis=MIM:256550"},
      {"It causes the rare disorder galactosialidosis (GSL, MIM:256540).",
       "galactosialidosis=MIM:256540"},
      {"It leads to spinal muscular atrophy and lethal myopathy, with fibre "
       "loss 2 (SMX2; MIM:123456).",
       "lethal myopathy, with fibre loss 2=MIM:123456 | "
       "lethal myopathy, with fibre loss 2=MIM:123456"},
      /* which number is whose? */
      {"It causes sialidosis (MIM:256550 and MIM:256540).", ""},
      /* of a gene */
      {"It is lamin A (LMNA; MIM:150330).", ""},
      {"It causes a disease (MIM:256550).", ""},
      /* one number, two diseases */
      {"It causes sialidosis (MIM:256550) and Salla disease (MIM:256550).",
       "sialidosis=MIM:256550 | Salla disease="},
  };
  CHECK_WANTS(state, wants, say_diseases);
}

static void test_plain(void **state) {
  static const want wants[] = {
      {"Defects in LMNA cause dilated cardiomyopathy.",
       "dilated cardiomyopathy="},
      {"Mutations in LMNA cause Emery-Dreifuss muscular dystrophy type 2.",
       "Emery-Dreifuss muscular dystrophy type 2="},
      {"Mutations cause hearing loss/deafness, a disorder.",
       "hearing loss/deafness="},
      {"Mutations cause the storage diseases sialidosis and cystinosis.",
       "sialidosis= | cystinosis="},
      {"Mutations cause LMNA deficiency.", ""},
      {"Mutations cause a blood disorder.", ""},
      {"Mutations in breast cancer cells.", ""},
      {"LMNA is high in dilated cardiomyopathy.", ""},
      {"Mutations cause spinal muscular atrophy and loss of spinal muscular "
       "atrophy.",
       "spinal muscular atrophy= | spinal muscular atrophy="},
  };
  CHECK_WANTS(state, wants, say_diseases);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_words),
      cmocka_unit_test(test_numbered),
      cmocka_unit_test(test_plain),
  };
  return cmocka_run_group_tests(tests, open_names, close_names);
}
