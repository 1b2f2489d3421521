/* What the tests of bibliographies share: a text read as a file of that name,
 * and look-ups in it. */
#ifndef PQ_TESTS_UNIT_TEST_READ_PAPERS_H
#define PQ_TESTS_UNIT_TEST_READ_PAPERS_H

#include "failing.h"
#include "heard.h"
#include "unit.h"

#include "read/bibliography.h"

typedef struct papers {
  pq_heard heard;
  pq_bibliography *b;
  pq_arena arena;
  pq_buf room;
} papers;

static inline void papers_open(papers *p) {
  *p = (papers){.heard = {.n = 0}};
  pq_heard_init(&p->heard);
  pq_arena_init(&p->arena, NULL, 0);
  pq_buf_init(&p->room, NULL);
  assert_int_equal(pq_bibliography_open(NULL, &p->heard.sink, &p->b), PQ_OK);
}

static inline void papers_close(papers *p) {
  pq_bibliography_close(p->b);
  pq_arena_clear(&p->arena);
  pq_buf_clear(&p->room);
}

/** Read a text; returns how that ended.  Look-ups are made then. */
static inline pq_status papers_read(papers *p, const char *name,
                                    const char *text) {
  papers_open(p);
  const pq_status st = pq_bibliography_add_bytes(p->b, name, pq_view_of(text));
  assert_int_equal(pq_bibliography_settle(p->b), PQ_OK);
  return st;
}

static inline pq_fitting papers_find_work(papers *p, const pq_work *work) {
  pq_wanted wanted;
  pq_fitting found;
  assert_int_equal(pq_wanted_of(&p->arena, &p->room, work, &wanted), PQ_OK);
  pq_shelf_find(pq_bibliography_shelf(p->b), &wanted, &found);
  return found;
}

/** "A et al, year". */
static inline pq_fitting papers_find(papers *p, const char *author,
                                     uint32_t year) {
  const pq_work work = {.authors = {pq_view_of(author)},
                        .n_authors = 1,
                        .year = year,
                        .et_al = true};
  return papers_find_work(p, &work);
}

/** "A and B, year". */
static inline pq_fitting papers_find_pair(papers *p, const char *one,
                                          const char *two, uint32_t year) {
  const pq_work work = {.authors = {pq_view_of(one), pq_view_of(two)},
                        .n_authors = 2,
                        .year = year};
  return papers_find_work(p, &work);
}

/** The one paper that fits for certain; fails the test if there is none. */
static inline const pq_reference *papers_one(papers *p, const char *author,
                                             uint32_t year) {
  const pq_fitting found = papers_find(p, author, year);
  assert_int_equal(found.n, 1);
  assert_false(found.maybe);
  return pq_bibliography_at(p->b, found.fits[0]);
}

/** The first finding is a warning there. */
static inline void papers_warned(const papers *p, uint32_t line,
                                 uint32_t column) {
  assert_true(p->heard.n > 0);
  assert_int_equal(p->heard.at[0].severity, PQ_NOTE_WARN);
  assert_int_equal(p->heard.at[0].line, line);
  assert_int_equal(p->heard.at[0].column, column);
}

/** The first finding is an error of syntax there. */
static inline void papers_refused(const papers *p, uint32_t line,
                                  uint32_t column) {
  assert_true(p->heard.n > 0);
  assert_string_equal(p->heard.at[0].code, "bibliography.syntax");
  assert_int_equal(p->heard.at[0].line, line);
  assert_int_equal(p->heard.at[0].column, column);
}

/** A name and a text, to be read with an allocator that fails. */
typedef struct papers_trial {
  const char *name, *text;
} papers_trial;

static inline pq_status papers_try(void *user, pq_alloc *alloc) {
  const papers_trial *const t = user;
  pq_bibliography *b = NULL;
  pq_status st = pq_bibliography_open(alloc, NULL, &b);
  if (!st) st = pq_bibliography_add_bytes(b, t->name, pq_view_of(t->text));
  if (!st) st = pq_bibliography_settle(b);
  pq_bibliography_close(b);
  return st;
}

/** Reading ends with PQ_NO_MEM wherever memory ends. */
static inline void papers_fail_each(const char *name, const char *text) {
  papers_trial trial = {name, text};
  assert_true(pq_fail_each(papers_try, &trial, PQ_OK) > 0);
}

#endif
