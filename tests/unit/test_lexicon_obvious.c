/* The look-up against the obvious way: every run of tokens under every form of
 * every name. */
#include "test_lexicon_tables.h"

#include "lexicon/filter.h"
#include "lexicon/normal.h"
#include "lexicon/variant.h"

#include <stdio.h>

/* Names of few letters, so that they overlap, nest and differ by a dash. */
static const char *const names[] = {
    "ab",      "AB-1",       "ab b",    "a-b a",    "aba",
    "kappa a", "a-kappaB",   "A\u03b2", "b 1 a",    "1-a-b",
    "b-a (b)", "aab a b",    "ba/1",    "b eta",    "alphab a",
    "a a a a", "ab-ab-ab-a", "bab:ab",  "kappab b", "abb type II"};

static const char *const pieces[] = {"a",   "b",   "ab",    "1",      " ", "-",
                                     "aba", "bs",  "kappa", "\u03b2", "(", "/",
                                     " ",   "eta", "B",     "AB"};

static void build_names(made *m) {
  char concepts[4000];
  char rows[4000];
  size_t c = 0;
  size_t r = 0;
  for (size_t i = 0; i < COUNT(names); ++i) {
    c += (size_t)snprintf(concepts + c, sizeof concepts - c,
                          "X:%02zu\tprocess\t%zu\t-\t\t\n", i, i);
    r += (size_t)snprintf(rows + r, sizeof rows - r,
                          "%s\tX:%02zu\tcurated\t\t\n", names[i], i);
  }
  const table_text t[] = {CONCEPTS(concepts), NAMES(rows), ENGLISH("zzz\n")};
  make_lexicon(m, t, COUNT(t));
}

/* The same as if they were imported: keys are not kept. */
static void import_names(made *m) {
  build_names(m);
  pq_lexicon_close(m->lex);
  pq_buf_clear(&m->image);
  m->tables.sources = PQ_LIT("tsv\tx.tsv\t-\t-\t-\t20\t20\t20\n");
  assert_int_equal(pq_compile(&m->arena, &m->tables, &m->image), PQ_OK);
  const pq_lexicon_sources sources = {.image = pq_buf_view(&m->image)};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &m->lex), PQ_OK);
}

/* Is `text` this name, by its keys?  Every form is made anew. */
static bool is_name(pq_arena *arena, pq_view text, size_t i) {
  pq_variant forms[PQ_VARIANTS_MOST];
  size_t n = 0;
  assert_int_equal(pq_variants_of(arena, pq_view_of(names[i]), forms, &n), 0);
  for (uint32_t how = 0; how < 4; ++how) {
    pq_normal a;
    const pq_view x = pq_normal_of(&a, text, how & 1U ? PQ_NORMAL_SPACE : 0);
    for (size_t k = 0; k < n; ++k) {
      pq_normal b;
      const pq_view y =
          pq_normal_of(&b, forms[k].text, how & 2U ? PQ_NORMAL_SPACE : 0);
      if (x.len && pq_view_same(x, y)) return true;
    }
  }
  return false;
}

/* May it be read so?  The filters are not what is tested here. */
static bool passes(const pq_lexicon *lex, pq_view text, size_t i,
                   bool initial) {
  pq_surface s = {.text = text, .initial = initial};
  char id[8];
  pq_traits_of(text, &s.traits);
  (void)snprintf(id, sizeof id, "X:%02zu", i);
  const pq_candidate c = {.name = pq_view_of(names[i]),
                          .id = pq_view_of(id),
                          .type = PQ_CONCEPT_PROCESS,
                          .status = 4};
  return pq_filter(lex, &s, &c) == PQ_REFUSED_NOT;
}

static uint32_t count_names(const pq_lexicon *lex, pq_arena *arena,
                            pq_view text, bool initial) {
  uint32_t n = 0;
  for (size_t i = 0; i < COUNT(names); ++i) {
    n += is_name(arena, text, i) && passes(lex, text, i, initial);
  }
  return n;
}

/* The slow way: every span, longest first, against every name. */
static uint32_t slow_find(const pq_lexicon *lex, const sentence *s, uint32_t at,
                          uint32_t *n_readings) {
  pq_arena arena;
  pq_arena_init(&arena, NULL, 0);
  uint32_t n = s->n - at;
  bool initial = true;
  for (uint32_t i = 0; i < at; ++i) {
    initial = initial && (s->tokens[i].classes & PQ_TOKEN_MARK);
  }
  for (*n_readings = 0; n > 0 && !*n_readings; --n) {
    const pq_span last = s->tokens[at + n - 1].span;
    if (pq_view_same(pq_span_text(s->text, last), PQ_LIT("-"))) continue;
    const pq_span span = {s->tokens[at].span.begin, last.end};
    pq_view text = pq_span_text(s->text, span);
    *n_readings = count_names(lex, &arena, text, initial);
    const size_t len = last.end - last.begin;
    /* "bs", "abs": the only plurals that the pieces can make */
    if (!*n_readings && len >= 3 && pq_view_ends(text, PQ_LIT("s"))) {
      text.len -= 1;
      if (len > 3 || !pq_is_lower(text.ptr[text.len - 1])) {
        *n_readings = count_names(lex, &arena, text, initial);
      }
    }
  }
  pq_arena_clear(&arena);
  return *n_readings ? n + 1 : 0;
}

/* The same with what is known of the words by their spelling. */
static pq_found spelled_at(const pq_lexicon *lex, const pq_spellings *all,
                           const sentence *s, uint32_t at) {
  pq_found f;
  pq_look look = look_at(s, at);
  look.strange = all->strange;
  look.spellings = all->all.at;
  pq_lexicon_find(lex, &look, &f);
  return f;
}

static void look_against_slow(made *m) {
  pq_spellings all = {.slots = NULL};
  uint32_t seed = 20261126;
  uint32_t hits = 0;
  for (uint32_t round = 0; round < 1500; ++round) {
    char text[120];
    size_t len = 0;
    for (uint32_t k = 0; k < 9; ++k) {
      seed = seed * 1664525U + 1013904223U;
      const char *const piece = pieces[(seed >> 16U) % COUNT(pieces)];
      memcpy(text + len, piece, strlen(piece));
      len += strlen(piece);
    }
    text[len] = '\0';
    sentence s;
    cut_sentence(&s, text);
    spell_sentence(m->lex, &all, &s);
    for (uint32_t at = 0; at < s.n; ++at) {
      uint32_t n = 0;
      if (pq_view_same(pq_span_text(s.text, s.tokens[at].span), PQ_LIT("-"))) {
        continue;
      }
      const uint32_t want = slow_find(m->lex, &s, at, &n);
      const pq_found f = found_at(m->lex, text, at);
      const pq_found spelled = spelled_at(m->lex, &all, &s, at);
      if (spelled.n_tokens != f.n_tokens) {
        fail_msg("token %u of \"%s\": %u tokens, %u with spellings", at, text,
                 f.n_tokens, spelled.n_tokens);
      }
      assert_int_equal(spelled.n_readings, f.n_readings);
      hits += want > 0;
      if (f.n_tokens != want || f.n_readings != n) {
        /* "a" begins no name, unless a dash follows. */
        const pq_view word = pq_span_text(s.text, s.tokens[at].span);
        if (pq_view_same(word, PQ_LIT("a")) && f.n_tokens == 0) continue;
        fail_msg("token %u of \"%s\": %u tokens, %u readings; want %u, %u", at,
                 text, f.n_tokens, f.n_readings, want, n);
      }
    }
  }
  assert_true(hits > 500);
  pq_spellings_close(&all);
}

static void test_against_slow(void **state) {
  (void)state;
  made m;
  build_names(&m);
  look_against_slow(&m);
  unmake(&m);
}

static void test_imported_against_slow(void **state) {
  (void)state;
  made m;
  import_names(&m);
  look_against_slow(&m);
  unmake(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_against_slow),
      cmocka_unit_test(test_imported_against_slow)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
