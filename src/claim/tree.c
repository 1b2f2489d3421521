#include "tree.h"

/* A reader of one file, and the node that its next event hangs on. */
typedef struct reader {
  pq_arena *arena;
  pq_yaml *yaml;
  const pq_sink *sink;
  pq_tree *open[PQ_YAML_DEPTH_MOST + 2]; /* lists and maps, outermost first */
  pq_tree **tail[PQ_YAML_DEPTH_MOST + 2];
  size_t depth;
  pq_view key; /* of the next value of a map */
  bool keyed;
} reader;

const pq_tree *pq_tree_at(const pq_tree *map, const char *key) {
  if (!map || map->kind != PQ_TREE_MAP) return NULL;
  for (const pq_tree *t = map->child; t; t = t->next) {
    if (pq_view_same(t->key, pq_view_of(key))) return t;
  }
  return NULL;
}

pq_view pq_tree_text(const pq_tree *map, const char *key) {
  const pq_tree *const t = pq_tree_at(map, key);
  return t && t->kind == PQ_TREE_TEXT ? t->text : (pq_view){"", 0};
}

bool pq_tree_true(const pq_tree *map, const char *key) {
  return pq_view_same(pq_tree_text(map, key), PQ_LIT("true"));
}

/* A node for the event; NULL if memory is out. */
static pq_tree *new_node(reader *d, const pq_yaml_event *e) {
  pq_tree *const t = pq_arena_take(d->arena, sizeof *t);
  if (!t) return NULL;
  *t = (pq_tree){.at = e->at, .text = e->text, .key = d->key};
  if (e->kind == PQ_YAML_SEQUENCE) t->kind = PQ_TREE_LIST;
  if (e->kind == PQ_YAML_MAPPING) t->kind = PQ_TREE_MAP;
  d->key = (pq_view){"", 0};
  d->keyed = false;
  return t;
}

/* The key of a map's next value. */
static pq_status take_key(reader *d, const pq_yaml_event *e) {
  if (e->kind != PQ_YAML_SCALAR) {
    return pq_fail(d->sink, PQ_BAD_SYNTAX, "grammar.key", e->at,
                   "a key is a word");
  }
  for (const pq_tree *t = d->open[d->depth - 1]->child; t; t = t->next) {
    if (!pq_view_same(t->key, e->text)) continue;
    return pq_fail(d->sink, PQ_BAD_SYNTAX, "grammar.key-twice", e->at,
                   "the key \"%.*s\" is there twice", pq_view_width(e->text),
                   e->text.ptr);
  }
  d->key = e->text;
  d->keyed = true;
  return PQ_OK;
}

static pq_status take_value(reader *d, const pq_yaml_event *e) {
  pq_tree *const t = new_node(d, e);
  if (!t) return d->arena->status;
  if (d->depth) {
    *d->tail[d->depth - 1] = t;
    d->tail[d->depth - 1] = &t->next;
  }
  if (t->kind == PQ_TREE_TEXT) return PQ_OK;
  if (d->depth == PQ_YAML_DEPTH_MOST + 2) return PQ_LIMIT;
  d->open[d->depth] = t;
  d->tail[d->depth++] = &t->child;
  return PQ_OK;
}

static pq_status take(reader *d, const pq_yaml_event *e, pq_tree **root) {
  pq_status st = PQ_OK;
  switch (e->kind) {
  case PQ_YAML_SEQUENCE_END:
  case PQ_YAML_MAPPING_END: --d->depth; return PQ_OK;
  case PQ_YAML_DOCUMENT_END: return PQ_OK;
  case PQ_YAML_SCALAR:
  case PQ_YAML_SEQUENCE:
  case PQ_YAML_MAPPING: break;
  }
  if (!d->depth && e->kind != PQ_YAML_MAPPING) {
    return pq_fail(d->sink, PQ_BAD_SYNTAX, "grammar.no-map", e->at,
                   "a grammar file is a map of sections");
  }
  const bool in_map = d->depth && d->open[d->depth - 1]->kind == PQ_TREE_MAP;
  if (in_map && !d->keyed) return take_key(d, e);
  PQ_TRY(st, take_value(d, e));
  if (!*root) *root = d->open[0];
  return PQ_OK;
}

pq_status pq_tree_read(pq_arena *arena, const pq_yaml_source *source,
                       pq_tree **out) {
  pq_status st = PQ_OK;
  reader d = {.arena = arena, .sink = source->sink, .key = {"", 0}};
  pq_tree *root = NULL;
  PQ_TRY(st, pq_yaml_open(arena, source, &d.yaml));
  while (!st) {
    pq_yaml_event e;
    st = pq_yaml_next(d.yaml, &e);
    if (!st) st = take(&d, &e, &root);
  }
  pq_yaml_close(d.yaml);
  if (st != PQ_END) return st;
  if (!root) {
    const pq_place at = {.file = source->file, .line = 1, .column = 1};
    return pq_fail(source->sink, PQ_BAD_SYNTAX, "grammar.empty", at,
                   "the file is empty");
  }
  *out = root;
  return PQ_OK;
}
