#include "unit.h"

#include "read/shelf.h"

#include <stdlib.h>

enum {
  N_NAMES = 6,
  N_ROWS = 200
};

static const char *const names[N_NAMES] = {"Vries",    "de Vries", "van Vries",
                                           "De-Vries", "Smith",    "Geer"};

typedef struct bench {
  pq_arena arena;
  pq_buf room;
  pq_shelf shelf;
} bench;

static int open_bench(void **state) {
  static bench b;
  b = (bench){.shelf = {.n = 0}};
  pq_arena_init(&b.arena, NULL, 0);
  pq_buf_init(&b.room, NULL);
  *state = &b;
  return 0;
}

static int close_bench(void **state) {
  bench *const b = *state;
  pq_arena_clear(&b->arena);
  pq_buf_clear(&b->room);
  return 0;
}

static pq_person fold(bench *b, const char *name) {
  pq_person p;
  assert_int_equal(pq_person_fold(&b->arena, &b->room, pq_view_of(name), &p),
                   PQ_OK);
  return p;
}

static pq_fitting find(bench *b, const char *name, uint32_t year) {
  const pq_wanted w = {.first = fold(b, name), .year = year};
  pq_fitting found;
  pq_shelf_find(&b->shelf, &w, &found);
  return found;
}

/* The slow way: every row, asked by itself. */
static uint32_t count(const pq_shelved *rows, uint32_t n, const pq_person *who,
                      uint32_t year) {
  uint32_t same = 0;
  uint32_t alike = 0;
  for (uint32_t i = 0; i < n; ++i) {
    if (rows[i].year && rows[i].year != year) continue;
    same += pq_person_same(&rows[i].first, who);
    alike += pq_person_alike(&rows[i].first, who);
  }
  return same ? same : alike;
}

static void test_against_a_loop(void **state) {
  bench *const b = *state;
  pq_shelved rows[N_ROWS] = {{.year = 0}};
  uint32_t chance = 7;
  for (uint32_t i = 0; i < N_ROWS; ++i) {
    chance = chance * 1103515245U + 12345U;
    rows[i].first = fold(b, names[(chance >> 16U) % (i < 9 ? 3 : N_NAMES)]);
    rows[i].year = (chance >> 8U) % 60 ? 2000 + (chance >> 20U) % 40 : 0;
    rows[i].index = i;
  }
  for (uint32_t n = 0; n <= N_ROWS; n += n < 20 ? 1 : 30) {
    assert_int_equal(pq_shelf_fill(&b->shelf, &b->arena, rows, n), PQ_OK);
    for (uint32_t year = 1999; year < 2041; ++year) {
      for (size_t k = 0; k < N_NAMES; ++k) {
        const pq_person who = fold(b, names[k]);
        assert_int_equal(find(b, names[k], year).n, count(rows, n, &who, year));
      }
    }
  }
}

/* Particles may be left out, but not exchanged. */
static void test_particles(void **state) {
  bench *const b = *state;
  const pq_shelved rows[] = {
      {.first = fold(b, "van der Geer"), .year = 1994, .index = 0}};
  assert_int_equal(pq_shelf_fill(&b->shelf, &b->arena, rows, 1), PQ_OK);
  assert_int_equal(find(b, "Van der Geer", 1994).n, 1);
  assert_int_equal(find(b, "Geer", 1994).n, 1);
  assert_int_equal(find(b, "VanderGeer", 1994).n, 1);
  assert_int_equal(find(b, "de Geer", 1994).n, 0);
  assert_int_equal(find(b, "Geer", 1995).n, 0);
}

/* Who is named exactly stands before who is only alike. */
static void test_the_same_first(void **state) {
  bench *const b = *state;
  const pq_shelved rows[] = {
      {.first = fold(b, "de Vries"), .year = 2001, .index = 0},
      {.first = fold(b, "Vries"), .year = 2001, .index = 1}};
  assert_int_equal(pq_shelf_fill(&b->shelf, &b->arena, rows, 2), PQ_OK);
  pq_fitting found = find(b, "de Vries", 2001);
  assert_int_equal(found.n, 1);
  assert_int_equal(found.fits[0], 0);
  found = find(b, "Vries", 2001);
  assert_int_equal(found.n, 1);
  assert_int_equal(found.fits[0], 1);
}

static pq_fitting near(bench *b, const char *name, const char *second) {
  pq_wanted w = {.first = fold(b, name), .year = 2010};
  pq_fitting found;
  if (second) {
    w.second = fold(b, second);
    w.pair = true;
  }
  pq_shelf_near(&b->shelf, &w, &found);
  return found;
}

/* One slip of the pen leaves a candidate, two are another person. */
static void test_slips(void **state) {
  static const char *const slips[] = {"Zimerman",  "Zimmmerman", "Zimmermann",
                                      "Zimmarman", "Zimmemran",  "Zimmerma"};
  static const char *const others[] = {
      "Zimerma", "Zimmmermann", "Wimmerman", "Zimmeramn2x", "Zim", ""};
  bench *const b = *state;
  const pq_shelved rows[] = {
      {.first = fold(b, "Zimmerman"), .index = 0, .n_authors = 1}};
  assert_int_equal(pq_shelf_fill(&b->shelf, &b->arena, rows, 1), PQ_OK);
  for (size_t i = 0; i < sizeof slips / sizeof *slips; ++i) {
    const pq_fitting found = near(b, slips[i], NULL);
    assert_int_equal(found.n, 1);
    assert_true(found.maybe);
    assert_int_equal(near(b, others[i], NULL).n, 0);
  }
}

/* Of two authors each is looked at; short names, other years and what stands
 * twice because of its particles are not. */
static void test_slips_of_two(void **state) {
  bench *const b = *state;
  const pq_shelved rows[] = {
      {.first = fold(b, "Turner"), .second = fold(b, "Grose"), .n_authors = 2},
      {.first = fold(b, "Turner"),
       .second = fold(b, "Hall"),
       .n_authors = 2,
       .index = 1},
      {.first = fold(b, "Smith"), .n_authors = 3, .index = 2},
      {.first = fold(b, "Tanaka"), .n_authors = 3, .year = 2009, .index = 3},
      {.first = fold(b, "van der Geer"), .n_authors = 3, .index = 4}};
  assert_int_equal(pq_shelf_fill(&b->shelf, &b->arena, rows, 5), PQ_OK);
  const pq_fitting found = near(b, "Turner", "Gross");
  assert_int_equal(found.n, 1);
  assert_int_equal(found.fits[0], 0);
  assert_int_equal(near(b, "Turner", "Miller").n, 0);
  assert_int_equal(near(b, "Turner", NULL).n, 2);
  assert_int_equal(near(b, "Smyth", NULL).n, 0);
  assert_int_equal(near(b, "Tanakka", NULL).n, 0);
  assert_int_equal(near(b, "van der Geet", NULL).n, 1);
}

/* On a shared shelf what has no year is a candidate. */
static void test_no_year(void **state) {
  bench *const b = *state;
  const pq_shelved rows[] = {{.first = fold(b, "Smith"), .index = 0}};
  assert_int_equal(pq_shelf_fill(&b->shelf, &b->arena, rows, 1), PQ_OK);
  pq_fitting found = find(b, "Smith", 2001);
  assert_int_equal(found.n, 1);
  assert_false(found.maybe);
  b->shelf.shared = true;
  found = find(b, "Smith", 2001);
  assert_int_equal(found.n, 1);
  assert_true(found.maybe);
}

static void test_more_than_can_be_named(void **state) {
  bench *const b = *state;
  pq_shelved rows[PQ_FITS_MOST + 5] = {{.year = 0}};
  const uint32_t n = sizeof rows / sizeof *rows;
  for (uint32_t i = 0; i < n; ++i) {
    rows[i] = (pq_shelved){.first = fold(b, "Wang"), .year = 2020, .index = i};
  }
  assert_int_equal(pq_shelf_fill(&b->shelf, &b->arena, rows, n), PQ_OK);
  assert_int_equal(find(b, "Wang", 2020).n, n);
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, open_bench, close_bench)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_against_a_loop),         TEST(test_particles),
      TEST(test_the_same_first),         TEST(test_no_year),
      TEST(test_more_than_can_be_named), TEST(test_slips),
      TEST(test_slips_of_two),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
