#include "unit.h"

#include "model/verdict.h"

static void check(pq_site site, const pq_verdict *v, const char *want) {
  pq_buf out;
  pq_buf_init(&out, NULL);
  pq_verdict_put(&out, PQ_LIT("P00533"), site, v);
  assert_int_equal(out.status, PQ_OK);
  ASSERT_VIEW(pq_buf_view(&out), want);
  pq_buf_clear(&out);
}

static void test_without_fits(void **state) {
  (void)state;
  const pq_site site = {'Y', 1068};
  pq_verdict v = {.check = PQ_SITE_UNVERIFIED};
  check(site, &v, "Y1068 unverified");
  assert_false(pq_verdict_warns(&v));
  check((pq_site){'\0', 7}, &v, "?7 unverified");
  v.check = PQ_SITE_VERIFIED;
  check(site, &v, "Y1068 verified");
  assert_false(pq_verdict_warns(&v));
  v = (pq_verdict){.check = PQ_SITE_MISMATCH, .there = 'G'};
  check(site, &v, "Y1068: P00533 has G there");
  assert_true(pq_verdict_warns(&v));
  v = (pq_verdict){.check = PQ_SITE_MISMATCH, .length = 900};
  check(site, &v, "Y1068: P00533 ends at 900");
}

static void test_fits(void **state) {
  (void)state;
  const pq_site site = {'Y', 1068};
  const pq_fit legacy = {.kind = PQ_FIT_LEGACY, .position = 1092};
  pq_verdict v = {.fits = {legacy}, .n_fits = 1};
  check(site, &v, "Y1068: Y1092 fits (older numbering)");
  assert_true(pq_verdict_warns(&v));
  v = (pq_verdict){
      .check = PQ_SITE_MISMATCH,
      .there = 'G',
      .fits = {legacy,
               {.kind = PQ_FIT_SIGNAL, .position = 1093, .shift = 25},
               {.kind = PQ_FIT_SHIFT, .position = 1094, .shift = 26},
               {.kind = PQ_FIT_NEXT, .position = 1069},
               {.kind = PQ_FIT_ISOFORM,
                .position = 1068,
                .isoform = PQ_LIT("P00533-2")}},
      .n_fits = 5};
  check(site, &v,
        "Y1068: P00533 has G there; Y1092 fits (older numbering), or Y1093"
        " (counted without the signal peptide of 25 residues), or Y1094 (26"
        " more, as its other older numbers), or Y1069 (one off), or Y1068"
        " (isoform P00533-2)");
  v.fits[0] = v.fits[4];
  v.fits[0].name = PQ_LIT("p60");
  v.n_fits = 1;
  check(site, &v,
        "Y1068: P00533 has G there; Y1068 fits (isoform P00533-2, p60)");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_without_fits),
      cmocka_unit_test(test_fits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
