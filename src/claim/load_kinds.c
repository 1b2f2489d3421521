#include "load.h"

/* A block of events defines its kind if one of these keys stands in it; any
 * other block adds words to a kind that is defined elsewhere, in any file. */
static const char *const kind_keys[] = {
    "term",       "participle",   "badge",
    "product",    "leaves",       "of-label",
    "needs-gene", "binding",      "output-theme",
    "assembly",   "dissociation", "conversion",
    "transport",  "destruction",  "into",
    "only",       "held",         "undoes",
    "doer",       "strangers",    NULL};
static const char *const keys[] = {
    "puts",         "takes",       "put",        "taken",        "needs-theme",
    "when-for",     "when-from",   "to-agent",   "more",         "causative",
    "less",         "kind",        "frame",      "verbs",        "nouns",
    "self-verbs",   "self-nouns",  "weak-nouns", "adjectives",   "object-nouns",
    "to",           "needs-place", "term",       "participle",   "badge",
    "product",      "leaves",      "of-label",   "needs-gene",   "binding",
    "output-theme", "assembly",    "undoes",     "dissociation", "conversion",
    "transport",    "destruction", "into",       "only",         "held",
    "when-to",      "when-other",  "when-bare",  "when-whole",   "when-rna",
    "doer",         "stays",       "potential",  "told-nouns",   "strangers",
    "loose",        NULL};

/* `else` is of other residues, and of what is not told unless `unsaid` is. */
static uint32_t *place_of_product(pq_kind *kind, pq_view key) {
  if (pq_view_same(key, PQ_LIT("else"))) return &kind->product_else;
  if (pq_view_same(key, PQ_LIT("unsaid"))) return &kind->product_unsaid;
  return key.len == 1 && pq_is_upper(key.ptr[0])
             ? &kind->product[key.ptr[0] - 'A']
             : NULL;
}

static pq_status load_product(const pq_loader *d, const pq_tree *t,
                              pq_kind *kind) {
  pq_status st = PQ_OK;
  if (!t) return PQ_OK;
  PQ_TRY(st, pq_load_expect(d, t, PQ_TREE_MAP));
  for (const pq_tree *c = t->child; c; c = c->next) {
    uint32_t term = 0;
    for (size_t i = 0; i < c->text.len && term < 100000; ++i) {
      term = 10 * term + (uint32_t)(c->text.ptr[i] - '0');
      if (!pq_is_digit(c->text.ptr[i])) term = 100000;
    }
    uint32_t *const place = place_of_product(kind, c->key);
    if (!term || term >= 100000 || !place) {
      return pq_load_wrong(d, c, "a product is RESIDUE: number of PSI-MOD");
    }
    *place = term;
  }
  if (!kind->product_unsaid) kind->product_unsaid = kind->product_else;
  return PQ_OK;
}

/* Kinds are kept by name, so that their order is that of no file. */
static pq_status keep_kind(pq_grammar *g, const pq_kind *kind) {
  PQ_PUSH(&g->arena, &g->kinds, *kind);
  pq_kind *const at = g->kinds.at;
  uint32_t i = g->kinds.n - 1;
  for (; i > 0 && pq_view_order(at[i - 1].name, kind->name) > 0; --i) {
    at[i] = at[i - 1];
  }
  at[i] = *kind;
  return PQ_OK;
}

static pq_status new_kind(pq_loader *d, const pq_tree *block,
                          const pq_tree *name) {
  pq_status st = PQ_OK;
  const pq_view leaves = pq_tree_text(block, "leaves");
  pq_kind kind = {.name = name->text,
                  .term = pq_tree_text(block, "term"),
                  .participle = pq_tree_text(block, "participle"),
                  .badge = pq_tree_text(block, "badge"),
                  .into = pq_tree_text(block, "into"),
                  .only = pq_tree_text(block, "only"),
                  .doer = pq_tree_text(block, "doer"),
                  .of_label = pq_tree_true(block, "of-label"),
                  .needs_gene = pq_tree_true(block, "needs-gene"),
                  .output_theme = pq_tree_true(block, "output-theme"),
                  .binding = pq_tree_true(block, "binding"),
                  .assembly = pq_tree_true(block, "assembly"),
                  .dissociation = pq_tree_true(block, "dissociation"),
                  .conversion = pq_tree_true(block, "conversion"),
                  .transport = pq_tree_true(block, "transport"),
                  .destruction = pq_tree_true(block, "destruction"),
                  .undoes = pq_tree_true(block, "undoes"),
                  .held = pq_tree_true(block, "held"),
                  .strangers = pq_tree_true(block, "strangers")};
  if (pq_view_same(leaves, PQ_LIT("active"))) kind.leaves = PQ_ACTIVE;
  if (pq_view_same(leaves, PQ_LIT("inactive"))) kind.leaves = PQ_INACTIVE;
  if (!kind.term.len || !kind.participle.len) {
    return pq_load_wrong(d, block, "a kind has a term and a participle");
  }
  for (uint32_t i = 0; i < d->g->kinds.n; ++i) {
    if (!pq_view_same(d->g->kinds.at[i].name, kind.name)) continue;
    return pq_load_wrong(d, name, "this kind is defined already");
  }
  PQ_TRY(st, load_product(d, pq_tree_at(block, "product"), &kind));
  return keep_kind(d->g, &kind);
}

pq_status pq_load_find_kind(const pq_loader *d, const pq_tree *t,
                            uint32_t *out) {
  const pq_grammar *const g = d->g;
  for (uint32_t i = 0; i < g->kinds.n; ++i) {
    if (!pq_view_same(g->kinds.at[i].name, t->text)) continue;
    *out = i;
    return PQ_OK;
  }
  return pq_load_wrong(d, t, "there is no kind of event of this name");
}

/* Does the block define its kind, or only add words to it? */
static bool defines(const pq_tree *block) {
  for (const char *const *key = kind_keys; *key; ++key) {
    if (pq_tree_at(block, *key)) return true;
  }
  return false;
}

/* A kind's name heads IRIs and stands in claim lines. */
static bool is_name(const pq_tree *t) {
  bool right = t && t->kind == PQ_TREE_TEXT && t->text.len > 0;
  for (size_t i = 0; right && i < t->text.len; ++i) {
    const char c = t->text.ptr[i];
    right = pq_is_lower(c) || (i > 0 && (pq_is_digit(c) || c == '_'));
  }
  return right;
}

static pq_status load_kind(pq_loader *d, const pq_tree *block) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_load_rule(d, block, keys));
  const pq_tree *const name = pq_tree_at(block, "kind");
  if (!is_name(name)) {
    return pq_load_wrong(d, name ? name : block,
                         "an event has a kind, in small letters");
  }
  return defines(block) ? new_kind(d, block, name) : PQ_OK;
}

pq_status pq_load_kinds(pq_loader *d, const pq_tree *t) {
  return pq_load_blocks(d, t, load_kind);
}
