/* A text as the room `scan` leaves it, with the lexicon and the lists of words
 * that are built in. */
#ifndef PQ_TESTS_UNIT_TEST_SCAN_TEXT_H
#define PQ_TESTS_UNIT_TEST_SCAN_TEXT_H

#include "data.h"
#include "heard.h"
#include "unit.h"

#include "base/buf.h"
#include "read/read.h"
#include "scan/mention.h"
#include "scan/scan.h"

/** A text and what was found in it. */
typedef struct scanned {
  pq_arena arena;
  pq_heard heard;
  pq_record r;
  pq_buf told; /* what the last `say_` function said */
} scanned;

/** For cmocka: a lexicon for all tests of a group. */
static inline int open_names(void **state) {
  const pq_lexicon_sources sources = {.image = pq_data_lexicon()};
  pq_lexicon *lex = NULL;
  if (pq_lexicon_open(NULL, &sources, NULL, &lex)) return -1;
  *state = lex;
  return 0;
}

static inline int close_names(void **state) {
  pq_lexicon_close(*state);
  return 0;
}

/** Read a text, as far as its sentences. */
static inline void read_text(scanned *s, const char *text) {
  static const pq_view words[] = {PQ_LIT_INIT("al"), PQ_LIT_INIT("fig")};
  static const pq_stops stops = {words, 2};
  *s = (scanned){.heard = {.n = 0}};
  pq_arena_init(&s->arena, NULL, 0);
  pq_buf_init(&s->told, NULL);
  pq_heard_init(&s->heard);
  assert_int_equal(pq_store_begin(&s->r, &s->arena, &s->heard.sink), PQ_OK);
  s->r.lists = pq_grammar_lists(pq_data_grammar());
  const pq_raw raw = {.bytes = pq_view_of(text),
                      .format = PQ_RAW_PLAIN,
                      .place = {.file = PQ_LIT("a"), .line = 1}};
  s->r.place = raw.place;
  assert_int_equal(pq_read_record(&s->r, &raw, &stops), PQ_OK);
}

/** Read and scan a text. */
static inline void scan_text(scanned *s, void *const *state, const char *text) {
  read_text(s, text);
  assert_int_equal(pq_scan_record(&s->r, *state), PQ_OK);
}

/** Read and cut the first sentence, and no more. */
static inline pq_line cut_text(scanned *s, const char *text) {
  read_text(s, text);
  assert_int_equal(s->r.sentences.n, 1);
  assert_int_equal(pq_token_sentence(&s->r, &s->r.sentences.at[0]), PQ_OK);
  return pq_token_line(&s->r, 0);
}

static inline void drop_text(scanned *s) {
  pq_buf_clear(&s->told);
  pq_arena_clear(&s->arena);
}

static inline void say_site(pq_buf *out, pq_site site) {
  if (site.residue) pq_buf_char(out, site.residue);
  if (site.position) pq_buf_number(out, site.position);
}

static inline void say_state(pq_buf *out, const pq_entity *e) {
  if (e->active == PQ_ACTIVE) pq_buf_text(out, "active ");
  if (e->active == PQ_INACTIVE) pq_buf_text(out, "inactive ");
  for (uint32_t i = 0; i < e->n_mods; ++i) {
    say_site(out, e->mods[i].site);
    pq_buf_char(out, '*');
    pq_buf_number(out, e->mods[i].term);
    pq_buf_char(out, ' ');
  }
  if (e->mutant.len) {
    pq_buf_put(out, e->mutant);
    pq_buf_char(out, ' ');
  }
}

/** Its id, or id.s of its members, or "?"; a state before it. */
static inline void say_thing(pq_buf *out, const pq_record *r, pq_entity_id id) {
  const pq_entity *e = pq_entity_at(r, id);
  if (e->of) say_state(out, e);
  e = pq_entity_at(r, pq_entity_base(r, id));
  pq_buf_put(out, e->id.len ? e->id : PQ_LIT(""));
  for (uint32_t i = 0; !e->id.len && i < e->n_members; ++i) {
    const pq_entity *const m =
        pq_entity_at(r, pq_entity_base(r, e->members[i]));
    const char *const joint = e->kind == PQ_ENTITY_FUSION ? "::" : "+";
    if (i) pq_buf_text(out, joint);
    pq_buf_put(out, m->id);
  }
  if (!e->id.len && !e->n_members) pq_buf_char(out, '?');
}

/** "STAT3=HGNC:11364 | JAK2=HGNC:6192" */
static inline pq_view say_names(scanned *s) {
  const pq_record *const r = &s->r;
  pq_buf_reset(&s->told);
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    if (i > 1) pq_buf_text(&s->told, " | ");
    pq_buf_put(&s->told, pq_record_words(r, m->sentence, m->span));
    pq_buf_char(&s->told, '=');
    say_thing(&s->told, r, m->entity);
  }
  return pq_buf_view(&s->told);
}

/** "Y705 | F1174L" */
static inline pq_view say_sites(scanned *s) {
  const pq_record *const r = &s->r;
  pq_buf_reset(&s->told);
  for (uint32_t i = 0; i < r->sites.n; ++i) {
    const pq_site_mention *const m = &r->sites.at[i];
    if (i) pq_buf_text(&s->told, " | ");
    if (m->mutant.len) {
      pq_buf_put(&s->told, m->mutant);
    } else {
      say_site(&s->told, m->site);
    }
  }
  return pq_buf_view(&s->told);
}

static inline void say_work(pq_buf *out, const pq_work *w) {
  for (uint32_t i = 0; i < w->n_authors; ++i) {
    pq_buf_put(out, w->authors[i]);
    pq_buf_char(out, ' ');
  }
  if (w->et_al) pq_buf_text(out, "et al ");
  pq_buf_number(out, w->year);
  if (w->letter) pq_buf_char(out, w->letter);
}

/** "Han et al 2006a | Palmer et al 2009 review" */
static inline pq_view say_papers(scanned *s) {
  const pq_record *const r = &s->r;
  pq_buf_reset(&s->told);
  for (uint32_t i = 0; i < r->citations.n; ++i) {
    const pq_citation *const c = &r->citations.at[i];
    if (i) pq_buf_text(&s->told, " | ");
    say_work(&s->told, &r->works.at[c->work]);
    if (c->role == PQ_ROLE_REVIEW) pq_buf_text(&s->told, " review");
  }
  return pq_buf_view(&s->told);
}

/** The words of all pointers, joined by " | ". */
static inline pq_view say_pointers(scanned *s) {
  const pq_record *const r = &s->r;
  pq_buf_reset(&s->told);
  for (uint32_t i = 0; i < r->citations.n; ++i) {
    const pq_citation *const c = &r->citations.at[i];
    if (i) pq_buf_text(&s->told, " | ");
    pq_buf_put(&s->told, pq_record_words(r, c->sentence, c->span));
  }
  return pq_buf_view(&s->told);
}

/** A text and what a `say_` function must say of it. */
typedef struct want {
  const char *text, *said;
} want;

/** Check each of them; tells of all that differ before it fails. */
static inline void check_wants(void *const *state, const want *wants, size_t n,
                               pq_view (*say)(scanned *s)) {
  size_t wrong = 0;
  for (size_t i = 0; i < n; ++i) {
    scanned s;
    scan_text(&s, state, wants[i].text);
    const pq_view got = say(&s);
    if (!pq_view_same(got, pq_view_of(wants[i].said))) {
      print_error("%s\n  want %s\n  got  %.*s\n", wants[i].text, wants[i].said,
                  (int)got.len, got.ptr);
      ++wrong;
    }
    drop_text(&s);
  }
  assert_int_equal(wrong, 0);
}
#define CHECK_WANTS(state, wants, say) \
  check_wants(state, wants, sizeof(wants) / sizeof((wants)[0]), say)

#endif
