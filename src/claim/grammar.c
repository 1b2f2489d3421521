#include "load.h"

#include "base/alloc.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Sections in the order in which they need each other.  Each is read out of
 * all files before the next, so a file may use what another one defines. */
static const struct {
  const char *name;
  pq_load_section *load;
} sections[] = {
    {"frames", pq_load_frames},         {"events", pq_load_kinds},
    {"events", pq_load_events},         {"regulation", pq_load_regulation},
    {"dependence", pq_load_dependence}, {"states", pq_load_states},
    {"carriers", pq_load_carriers},     {"thoughts", pq_load_thoughts},
    {"plain", pq_load_plain},           {"compounds", pq_load_compounds},
    {"classes", pq_load_classes},       {"words", pq_load_words},
    {"phrases", pq_load_phrases},       {"cues", pq_load_cues},
    {"stops", pq_load_stops},           {"living", pq_load_living},
    {"anatomy", pq_load_anatomy},       {"names", pq_load_names},
};

enum {
  N_SECTIONS = sizeof sections / sizeof sections[0],
  FILES_MOST = 64
};

#define GRAMMAR_ARENA_MOST ((size_t)64 << 20)

pq_status pq_load_wrong(const pq_loader *d, const pq_tree *t,
                        const char *format, ...) {
  char text[300];
  va_list args;
  va_start(args, format);
  (void)vsnprintf(text, sizeof text, format, args);
  va_end(args);
  return pq_fail(d->sink, PQ_BAD_SYNTAX, "grammar.rule", t->at, "%s", text);
}

pq_status pq_load_choice(const pq_loader *d, const pq_tree *t,
                         const pq_load_word *table, uint32_t *out) {
  for (; table->word; ++table) {
    if (t->kind == PQ_TREE_TEXT &&
        pq_view_same(t->text, pq_view_of(table->word))) {
      *out = table->value;
      return PQ_OK;
    }
  }
  return pq_load_wrong(d, t,
                       "\"%.*s\" is none of the words that may stand here",
                       pq_view_width(t->text), t->text.ptr ? t->text.ptr : "");
}

pq_status pq_load_expect(const pq_loader *d, const pq_tree *t,
                         pq_tree_kind kind) {
  static const char *const names[] = {"a word", "a list", "a map"};
  if (t->kind == kind) return PQ_OK;
  return pq_load_wrong(d, t, "here should be %s, not %s", names[kind],
                       names[t->kind]);
}

static bool is_one_of(const char *const *keys, pq_view key) {
  while (*keys && !pq_view_same(key, pq_view_of(*keys))) {
    ++keys;
  }
  return *keys != NULL;
}

pq_status pq_load_keys(const pq_loader *d, const pq_tree *t,
                       const char *const *keys) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_load_expect(d, t, PQ_TREE_MAP));
  for (const pq_tree *c = t->child; c; c = c->next) {
    if (is_one_of(keys, c->key)) continue;
    return pq_load_wrong(d, c, "the key \"%.*s\" means nothing here",
                         pq_view_width(c->key), c->key.ptr);
  }
  return PQ_OK;
}

static pq_status check_example(const pq_loader *d, const pq_tree *t) {
  pq_status st = PQ_OK;
  static const char *const keys[] = {"text", "claims", NULL};
  PQ_TRY(st, pq_load_keys(d, t, keys));
  const pq_tree *const claims = pq_tree_at(t, "claims");
  if (!pq_tree_text(t, "text").len || !claims) {
    return pq_load_wrong(d, t, "an example has a text and claims");
  }
  PQ_TRY(st, pq_load_expect(d, claims, PQ_TREE_LIST));
  for (const pq_tree *c = claims->child; c; c = c->next) {
    PQ_TRY(st, pq_load_expect(d, c, PQ_TREE_TEXT));
    if (!c->text.len) return pq_load_wrong(d, c, "a claim is not empty");
  }
  return PQ_OK;
}

pq_status pq_load_rule(const pq_loader *d, const pq_tree *t,
                       const char *const *keys) {
  pq_status st = PQ_OK;
  const pq_tree *const examples = pq_tree_at(t, "examples");
  PQ_TRY(st, pq_load_expect(d, t, PQ_TREE_MAP));
  for (const pq_tree *c = t->child; c; c = c->next) {
    if (c == examples || is_one_of(keys, c->key)) continue;
    return pq_load_wrong(d, c, "the key \"%.*s\" means nothing here",
                         pq_view_width(c->key), c->key.ptr);
  }
  if (!examples) return PQ_OK;
  PQ_TRY(st, pq_load_expect(d, examples, PQ_TREE_LIST));
  for (const pq_tree *e = examples->child; e; e = e->next) {
    PQ_TRY(st, check_example(d, e));
  }
  return PQ_OK;
}

pq_status pq_load_list(const pq_loader *d, const pq_tree *t, const char *key,
                       const pq_tree **out) {
  pq_status st = PQ_OK;
  const char *const keys[] = {key, NULL};
  *out = t;
  if (t->kind != PQ_TREE_MAP) return pq_load_expect(d, t, PQ_TREE_LIST);
  PQ_TRY(st, pq_load_rule(d, t, keys));
  *out = pq_tree_at(t, key);
  if (*out) return pq_load_expect(d, *out, PQ_TREE_LIST);
  return pq_load_wrong(d, t, "here should be the key \"%s\"", key);
}

pq_status pq_load_blocks(pq_loader *d, const pq_tree *t,
                         pq_status (*load)(pq_loader *d,
                                           const pq_tree *block)) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_load_expect(d, t, PQ_TREE_LIST));
  for (const pq_tree *b = t->child; b; b = b->next) {
    PQ_TRY(st, load(d, b));
  }
  return PQ_OK;
}

pq_status pq_load_each(pq_loader *d, const pq_tree *list, uint32_t value,
                       pq_status (*each)(pq_loader *d, const pq_tree *t,
                                         uint32_t value)) {
  pq_status st = PQ_OK;
  if (!list) return PQ_OK;
  PQ_TRY(st, pq_load_expect(d, list, PQ_TREE_LIST));
  for (const pq_tree *t = list->child; t; t = t->next) {
    PQ_TRY(st, pq_load_expect(d, t, PQ_TREE_TEXT));
    PQ_TRY(st, each(d, t, value));
  }
  return PQ_OK;
}

static pq_status check_sections(const pq_loader *d, const pq_tree *root) {
  const char *keys[N_SECTIONS + 1] = {NULL};
  for (size_t i = 0; i < N_SECTIONS; ++i) {
    keys[i] = sections[i].name;
  }
  return pq_load_keys(d, root, keys);
}

static pq_status load_trees(pq_loader *d, pq_tree *const *roots, size_t n) {
  pq_status st = PQ_OK;
  for (size_t s = 0; s < N_SECTIONS; ++s) {
    for (size_t i = 0; i < n; ++i) {
      const pq_tree *const t = pq_tree_at(roots[i], sections[s].name);
      if (t) PQ_TRY(st, sections[s].load(d, t));
    }
  }
  return PQ_OK;
}

static pq_status read_files(pq_loader *d, const pq_grammar_file *files,
                            size_t n) {
  pq_status st = PQ_OK;
  pq_tree *roots[FILES_MOST];
  for (size_t i = 0; i < n; ++i) {
    const pq_yaml_source source = {
        .bytes = files[i].bytes, .file = files[i].name, .sink = d->sink};
    PQ_TRY(st, pq_tree_read(&d->g->arena, &source, &roots[i]));
    PQ_TRY(st, check_sections(d, roots[i]));
  }
  return load_trees(d, roots, n);
}

/* The name without folders, so that a folder elsewhere has the same digest. */
static pq_view bare_name(pq_view path) {
  size_t n = path.len;
  while (n > 0 && path.ptr[n - 1] != '/') {
    --n;
  }
  return pq_view_skip(path, n);
}

/* Over names and bytes of the files, each led by its length. */
static pq_status make_digest(pq_grammar *g, const pq_grammar_file *files,
                             size_t n) {
  pq_buf all;
  pq_buf_init(&all, g->arena.alloc);
  for (size_t i = 0; i < n; ++i) {
    const pq_view name = bare_name(files[i].name);
    pq_buf_format(&all, "%lu ", (unsigned long)files[i].bytes.len);
    pq_buf_put(&all, name);
    pq_buf_char(&all, '\n');
    pq_buf_put(&all, files[i].bytes);
  }
  const pq_status st = all.status;
  if (!st) pq_digest_of(pq_buf_view(&all), &g->digest);
  pq_buf_clear(&all);
  return st;
}

static int by_bare_name(const void *one, const void *two) {
  const pq_grammar_file *const a = one;
  const pq_grammar_file *const b = two;
  return pq_view_order(bare_name(a->name), bare_name(b->name));
}

/* In one order, whatever order they were given in. */
static pq_status load_sorted(pq_loader *d, const pq_grammar_file *files,
                             size_t n) {
  pq_status st = PQ_OK;
  pq_grammar_file sorted[FILES_MOST] = {{{0}, {0}}};
  if (n > FILES_MOST) return PQ_LIMIT;
  if (n) memcpy(sorted, files, n * sizeof *files);
  qsort(sorted, n, sizeof *sorted, by_bare_name);
  PQ_TRY(st, read_files(d, sorted, n));
  return make_digest(d->g, sorted, n);
}

static pq_status take_first_slots(pq_grammar *g) {
  const pq_trigger none = {.type = PQ_TRIGGER_PLAIN};
  const pq_view empty = {"", 0};
  PQ_PUSH(&g->arena, &g->triggers, none);
  PQ_PUSH(&g->arena, &g->words, (pq_word){.classes = 0});
  PQ_PUSH(&g->arena, &g->class_ids, empty);
  return PQ_OK;
}

pq_status pq_grammar_open(pq_alloc *alloc, const pq_grammar_file *files,
                          size_t n, const pq_sink *sink, pq_grammar **out) {
  pq_grammar *const g = pq_calloc(alloc, sizeof *g);
  if (!g) return PQ_NO_MEM;
  pq_arena_init(&g->arena, alloc, GRAMMAR_ARENA_MOST);
  pq_loader d = {.g = g, .sink = sink};
  pq_status st = take_first_slots(g);
  if (!st) st = load_sorted(&d, files, n);
  if (st) {
    pq_grammar_close(g);
    return st;
  }
  *out = g;
  return PQ_OK;
}

void pq_grammar_close(pq_grammar *g) {
  if (!g) return;
  pq_alloc *const alloc = g->arena.alloc;
  pq_arena_clear(&g->arena);
  pq_free(alloc, g);
}

const char *pq_grammar_digest(const pq_grammar *g) {
  return g->digest.hex;
}

const pq_kind *pq_grammar_kinds(const pq_grammar *g, uint32_t *n) {
  *n = g->kinds.n;
  return g->kinds.at;
}

const pq_living *pq_grammar_livings(const pq_grammar *g, uint32_t *n) {
  *n = g->livings.n;
  return g->livings.at;
}

const pq_body *pq_grammar_bodies(const pq_grammar *g, uint32_t *n) {
  *n = g->bodies.n;
  return g->bodies.at;
}

const pq_wordlist *pq_grammar_lists(const pq_grammar *g) {
  return g->lists;
}

const pq_view *pq_grammar_stops(const pq_grammar *g, size_t *n) {
  *n = g->stops.n;
  return g->stops.at;
}
