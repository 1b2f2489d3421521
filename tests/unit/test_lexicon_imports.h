/* Imports of fixtures that stand in a test. */
#ifndef PQ_TESTS_UNIT_TEST_LEXICON_IMPORTS_H
#define PQ_TESTS_UNIT_TEST_LEXICON_IMPORTS_H

#include "failing.h"
#include "heard.h"
#include "unit.h"

#include "lexicon/entry.h"
#include "lexicon/image.h"
#include "lexicon/import/import.h"

/** A file of some kind. */
typedef struct fixture {
  const char *kind, *name, *text;
} fixture;

/** What came of files. */
typedef struct imported {
  pq_buf bytes;
  pq_image im;
  pq_heard heard;
  pq_import_file file; /* what was read of the last one */
} imported;

/** Import files in memory; `options` may be NULL. */
static inline pq_status import_with(pq_alloc *alloc, const fixture *files,
                                    size_t n, const pq_import_options *options,
                                    imported *out) {
  pq_import_run *run = NULL;
  pq_status st = pq_import_open(alloc, options, &out->heard.sink, &run);
  for (size_t i = 0; !st && i < n; ++i) {
    const pq_import_kind *const kind =
        pq_import_kind_of(pq_view_of(files[i].kind));
    assert_non_null(kind);
    st = pq_import_bytes(run, kind, files[i].name, pq_view_of(files[i].text));
  }
  if (!st && n) out->file = *pq_import_file_at(run, n - 1);
  if (!st) st = pq_import_finish(run, &out->bytes);
  pq_import_close(run);
  return st;
}

static inline void begin_import(imported *m, pq_alloc *alloc) {
  *m = (imported){.bytes = {.alloc = NULL}};
  pq_buf_init(&m->bytes, alloc);
  pq_heard_init(&m->heard);
}

/** Import files, which must end well, and open the image. */
static inline void import_files(imported *m, const fixture *files, size_t n,
                                const pq_import_options *options) {
  begin_import(m, NULL);
  const pq_status st = import_with(NULL, files, n, options, m);
  if (st) fail_msg("status %d: %s", (int)st, m->heard.at[0].text);
  assert_int_equal(
      pq_image_open(PQ_LIT("x"), pq_buf_view(&m->bytes), NULL, &m->im), PQ_OK);
}

static inline void forget(imported *m) {
  pq_buf_clear(&m->bytes);
}

/** The thing with this id, which must be there. */
static inline const pq_image_concept *thing(const imported *m, const char *id) {
  const pq_image_concept *const c =
      pq_image_concept_at(&m->im, pq_image_find(&m->im, pq_view_of(id)));
  if (!c) fail_msg("nothing has the id %s", id);
  return c;
}

/** The entry of a text for a thing, or NULL. */
static inline const pq_image_entry *entry_of(const imported *m,
                                             const char *text, const char *id) {
  for (uint32_t i = 0; i < m->im.n[PQ_SECTION_ENTRIES]; ++i) {
    const pq_image_entry *const e = &m->im.entries[i];
    if (e->how & (PQ_ENTRY_CONTEXT | PQ_ENTRY_SPACED)) continue;
    const pq_image_concept *const c = pq_image_concept_at(&m->im, e->concept);
    if (c && pq_view_same(pq_image_text(&m->im, c->id), pq_view_of(id)) &&
        pq_view_same(pq_image_text(&m->im, e->text), pq_view_of(text))) {
      return e;
    }
  }
  return NULL;
}

/** The status of a text as a name of a thing; 0: it is none. */
static inline int named(const imported *m, const char *text, const char *id) {
  const pq_image_entry *const e = entry_of(m, text, id);
  return e ? e->status : 0;
}

/** Is `child` a member of `parent`? */
static inline bool is_member(const imported *m, const char *child,
                             const char *parent) {
  const uint32_t a = pq_image_find(&m->im, pq_view_of(child));
  const uint32_t b = pq_image_find(&m->im, pq_view_of(parent));
  for (uint32_t i = 0; i < m->im.n[PQ_SECTION_MEMBERS]; ++i) {
    if (m->im.members[i].child == a && m->im.members[i].parent == b) {
      return true;
    }
  }
  return false;
}

/** All sections but the sources, which hold the digest of the file, are the
 * same. */
static inline void assert_same_image(const imported *a, const imported *b) {
  const pq_image_header *const x = (const void *)a->bytes.ptr;
  const pq_image_header *const y = (const void *)b->bytes.ptr;
  for (size_t i = 0; i < PQ_N_SECTIONS; ++i) {
    if (i == PQ_SECTION_SOURCES) continue;
    assert_int_equal(x->sections[i].length, y->sections[i].length);
    assert_true(x->sections[i].checksum == y->sections[i].checksum);
  }
}

enum {
  FIXTURE_LINES = 64,
  FIXTURE_BYTES = 16384
};

/** The rows behind the first `head` lines in turned order. */
static inline void turn_rows(const char *text, size_t head, char *out) {
  pq_view lines[FIXTURE_LINES];
  size_t n = 0;
  size_t len = 0;
  pq_view rest = pq_view_of(text);
  assert_true(rest.len < FIXTURE_BYTES);
  while (rest.len) {
    assert_true(n < FIXTURE_LINES);
    lines[n++] = pq_view_cut(&rest, '\n');
  }
  for (size_t i = 0; i < n; ++i) {
    const pq_view line = i < head ? lines[i] : lines[n - 1 - (i - head)];
    memcpy(out + len, line.ptr, line.len);
    len += line.len;
    out[len++] = '\n';
  }
  out[len] = '\0';
}

/** Files whose rows stand in another order, and files in another order, give
 * the same image. */
static inline void check_turned(const fixture *files, size_t n, size_t head) {
  enum {
    MOST = 8
  };
  static char texts[MOST][FIXTURE_BYTES];
  fixture turned[MOST];
  imported a;
  imported b;
  assert_true(n <= MOST);
  for (size_t i = 0; i < n; ++i) {
    turn_rows(files[i].text, head, texts[i]);
    turned[n - 1 - i] = files[i];
    turned[n - 1 - i].text = texts[i];
  }
  import_files(&a, files, n, NULL);
  import_files(&b, turned, n, NULL);
  assert_true(!pq_view_same(a.im.sources, b.im.sources));
  assert_same_image(&a, &b);
  forget(&a);
  forget(&b);
}

typedef struct fixtures {
  const fixture *at;
  size_t n;
} fixtures;

static inline pq_status try_import(void *user, pq_alloc *alloc) {
  const fixtures *const f = user;
  imported m;
  begin_import(&m, alloc);
  const pq_status st = import_with(alloc, f->at, f->n, NULL, &m);
  forget(&m);
  return st;
}

/** Each allocation that fails is told as such. */
static inline void check_no_memory(const fixture *files, size_t n) {
  fixtures f = {files, n};
  (void)pq_fail_each(try_import, &f, PQ_OK);
}

/** A finding at this place says this. */
static inline void assert_told(const imported *m, size_t i, uint32_t line,
                               uint32_t column, const char *words) {
  assert_true(i < m->heard.n && i < PQ_HEARD_MOST);
  const pq_heard_note *const n = &m->heard.at[i];
  if (n->line != line || n->column != column || !strstr(n->text, words)) {
    fail_msg("%u:%u: %s", n->line, n->column, n->text);
  }
}

#define N_OF(array) (sizeof(array) / sizeof(array)[0])

#endif
