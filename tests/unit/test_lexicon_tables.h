/* A lexicon from tables that stand in a test. */
#ifndef PQ_TESTS_UNIT_TEST_LEXICON_TABLES_H
#define PQ_TESTS_UNIT_TEST_LEXICON_TABLES_H

#include "heard.h"
#include "unit.h"

#include "lexicon/compile.h"
#include "lexicon/image.h"
#include "lexicon/load.h"

/** A table: its number and its rows, header left out. */
typedef struct table_text {
  pq_table_id id;
  const char *header, *rows;
} table_text;

#define CONCEPTS(rows) \
  { PQ_TABLE_CONCEPTS, "id\ttype\tlabel\ttaxon\txrefs\tnote\n", rows }
#define NAMES(rows) \
  { PQ_TABLE_NAMES, "text\tid\tstatus\tflags\tnote\n", rows }
#define MEMBERS(rows) \
  { PQ_TABLE_MEMBERS, "child\trel\tparent\n", rows }
#define FUSIONS(rows) \
  { PQ_TABLE_FUSIONS, "id\tfive_prime\tthree_prime\tlabel\tnote\n", rows }
#define PATHWAYS(rows) \
  { PQ_TABLE_PATHWAYS, "id\tnamed_after\tlabel\tclose_match\n", rows }
#define AFFIXES(rows) \
  { PQ_TABLE_AFFIXES, "pattern\tside\tclass\teffect\n", rows }
#define DENY(rows) \
  { PQ_TABLE_DENY, "text\tid\tcontext\treason\n", rows }
#define ENGLISH(rows) \
  { PQ_TABLE_ENGLISH, "word\n", rows }
#define RESIDUES(rows) \
  { PQ_TABLE_RESIDUES, "letter\tthree\tname\tphospho\n", rows }
#define SITES(rows)                                                        \
  {                                                                        \
    PQ_TABLE_SITES, "uniprot\tresidue\tposition\tkind\tcanonical\tnote\n", \
        rows                                                               \
  }
#define SPECIES(rows) \
  { PQ_TABLE_SPECIES, "text\ttaxon\tkind\n", rows }

/** Tables in memory and what was made of them. */
typedef struct made {
  pq_arena arena;
  pq_tables tables;
  pq_buf image;
  pq_lexicon *lex;
} made;

/** Load one table; its bytes live in the arena. */
static inline pq_status load_text(made *m, const table_text *t,
                                  const pq_sink *sink) {
  pq_view bytes;
  const pq_view pieces[] = {pq_view_of(t->header), pq_view_of(t->rows)};
  const pq_status st = pq_arena_join(&m->arena, pieces, 2, &bytes);
  if (st) return st;
  return pq_load_bytes(&m->arena, PQ_LIT("t.tsv"), bytes, t->id, sink,
                       &m->tables);
}

/** Load, check and compile, with sequences; everything must go well. */
static inline void make_whole(made *m, const table_text *texts, size_t n,
                              const pq_sequence *sequences,
                              size_t n_sequences) {
  pq_heard h;
  pq_heard_init(&h);
  *m = (made){.lex = NULL};
  pq_arena_init(&m->arena, NULL, 0);
  pq_buf_init(&m->image, NULL);
  for (size_t i = 0; i < n; ++i) {
    if (load_text(m, &texts[i], &h.sink)) {
      fail_msg("line %u:%u: %s", h.at[0].line, h.at[0].column, h.at[0].text);
    }
  }
  if (pq_load_check(&m->arena, &m->tables, NULL, &h.sink)) {
    fail_msg("line %u:%u: %s", h.at[0].line, h.at[0].column, h.at[0].text);
  }
  m->tables.sequences.at =
      pq_arena_take(&m->arena, n_sequences * sizeof *sequences);
  assert_non_null(m->tables.sequences.at);
  for (size_t i = 0; i < n_sequences; ++i) {
    m->tables.sequences.at[i] = sequences[i];
  }
  m->tables.sequences.n = m->tables.sequences.cap = (uint32_t)n_sequences;
  assert_int_equal(pq_compile(&m->arena, &m->tables, &m->image), PQ_OK);
}

static inline void make_image(made *m, const table_text *texts, size_t n) {
  make_whole(m, texts, n, NULL, 0);
}

/** Its image, opened. */
static inline pq_image image_of(const made *m) {
  pq_image im;
  assert_int_equal(
      pq_image_open(PQ_LIT("x"), pq_buf_view(&m->image), NULL, &im), PQ_OK);
  return im;
}

/** The same, and open it as the built-in layer. */
static inline void make_lexicon(made *m, const table_text *texts, size_t n) {
  make_image(m, texts, n);
  const pq_lexicon_sources sources = {.image = pq_buf_view(&m->image)};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &m->lex), PQ_OK);
}

static inline void unmake(made *m) {
  pq_lexicon_close(m->lex);
  pq_buf_clear(&m->image);
  pq_arena_clear(&m->arena);
}

enum {
  TEST_TOKENS_MOST = 64
};

/** A sentence cut into tokens, as the scanner would: runs of letters and digits
 * (all bytes from 0x80 on but those of dashes and no-break spaces count as
 * letters), and marks. */
typedef struct sentence {
  pq_view text;
  pq_token tokens[TEST_TOKENS_MOST];
  uint32_t n;
} sentence;

static inline size_t mark_length(pq_view text, size_t at) {
  const unsigned char c = (unsigned char)text.ptr[at];
  if (c < 0x80) {
    return pq_is_alpha((char)c) || pq_is_digit((char)c) ? 0 : 1;
  }
  const pq_view rest = pq_view_skip(text, at);
  if (pq_view_starts(rest, PQ_LIT("\xE2\x80")) && rest.len > 2 &&
      (unsigned char)rest.ptr[2] >= 0x90 && (unsigned char)rest.ptr[2] < 0x96) {
    return 3; /* U+2010 .. U+2015 */
  }
  return pq_view_starts(rest, PQ_LIT("\xC2\xA0")) ? 2 : 0;
}

static inline void cut_sentence(sentence *s, const char *text) {
  bool glued = false;
  size_t at = 0;
  s->text = pq_view_of(text);
  s->n = 0;
  while (at < s->text.len && s->n < TEST_TOKENS_MOST) {
    const size_t begin = at;
    const size_t mark = mark_length(s->text, at);
    if (text[at] == ' ' || (mark == 2)) {
      glued = false;
      at += mark;
      continue;
    }
    uint32_t classes = mark ? PQ_TOKEN_MARK : PQ_TOKEN_WORD;
    bool lower = false;
    bool upper = false;
    at += mark;
    while (!mark && at < s->text.len && !mark_length(s->text, at)) {
      lower = lower || pq_is_lower(text[at]);
      upper = upper || pq_is_upper(text[at]);
      ++at;
    }
    if (glued) classes |= PQ_TOKEN_GLUED;
    if (upper && !lower) classes |= PQ_TOKEN_CAPITALS;
    glued = true;
    s->tokens[s->n++] =
        (pq_token){.span = {(uint32_t)begin, (uint32_t)at}, .classes = classes};
  }
}

static inline pq_look look_at(const sentence *s, uint32_t token) {
  return (pq_look){.text = s->text,
                   .tokens = s->tokens,
                   .n_tokens = s->n,
                   .at = token,
                   .taxon = {"", 0}};
}

/** What begins at a token of a text. */
static inline pq_found found_at(const pq_lexicon *lex, const char *text,
                                uint32_t at) {
  sentence s;
  pq_found f;
  cut_sentence(&s, text);
  const pq_look look = look_at(&s, at);
  pq_lexicon_find(lex, &look, &f);
  return f;
}

/** Give the words their spellings, as the scan does. */
static inline void spell_sentence(const pq_lexicon *lex, pq_spellings *all,
                                  sentence *s) {
  for (uint32_t i = 0; i < s->n; ++i) {
    pq_token *const t = &s->tokens[i];
    const pq_view word = pq_span_text(s->text, t->span);
    const uint32_t n = all->all.n;
    t->spelling = 0;
    if ((t->classes & PQ_TOKEN_MARK) || word.len > PQ_SPELLING_MOST) continue;
    assert_int_equal(pq_spellings_find(all, s->text, t->span, &t->spelling),
                     PQ_OK);
    if (all->all.n > n) pq_lexicon_spell(lex, &all->all.at[t->spelling]);
  }
}

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

#endif
