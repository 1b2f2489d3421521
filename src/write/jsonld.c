#include "jsonld.h"

#include "jsonld_terms.h"

#include "base/hash.h"

/* One statement about a subject. */
typedef struct fact {
  uint32_t key; /* index into the keys */
  pq_literal literal;
  pq_view object;
} fact;

/* A subject, its facts, and what is nested in it: evidence in what it states,
 * readings in their mention. */
typedef struct subject {
  pq_view iri;
  pq_section section;
  uint32_t first, n;
  uint32_t child, last, next; /* 1 + index of a subject; 0: none */
  bool nested;
} subject;

typedef struct tree {
  const pq_graph *g;
  pq_ld_names names;
  PQ_VEC(fact) facts;
  PQ_VEC(subject) subjects;
  uint32_t *slots; /* 1 + index, by the hash of the IRI */
  uint32_t n_slots;
  pq_json json;
} tree;

static bool is(const fact *f, pq_term term) {
  return pq_ld_key_at(f->key)->term == term;
}

/* ---- gathering ---- */

static bool is_root(const tree *t, const subject *s) {
  return s->section == PQ_SECTION_RECORD &&
         pq_view_same(s->iri, t->g->record_iri);
}

static void note_prefix(tree *t, pq_view iri) {
  const size_t prefix = pq_ld_prefix_of(&t->names, iri);
  if (prefix < PQ_N_PREFIXES) t->names.prefixes[prefix] = true;
}

/* What the context needs for a key. */
static void note_key(tree *t, size_t index) {
  const pq_ld_form form = pq_ld_key_at(index)->form;
  t->names.keys[index] = true;
  if (form == PQ_LD_YEAR || form == PQ_LD_DECIMAL) {
    t->names.prefixes[PQ_PREFIX_XSD] = true;
  }
}

static pq_status begin_subject(tree *t, const pq_triple *triple) {
  const subject s = {
      .iri = triple->subject, .section = triple->section, .first = t->facts.n};
  PQ_PUSH(t->g->arena, &t->subjects, s);
  note_prefix(t, s.iri);
  if (s.section != PQ_SECTION_EVIDENCE && !is_root(t, &s)) {
    t->names.shelves[pq_ld_shelf_of(s.section)] = true;
  }
  return PQ_OK;
}

static bool is_new(const tree *t, const pq_triple *triple) {
  if (!t->subjects.n) return true;
  const subject *const last = &t->subjects.at[t->subjects.n - 1];
  return last->section != triple->section ||
         !pq_view_same(last->iri, triple->subject);
}

/* Objects may be spelled in a buffer of the walk's own. */
static pq_status gather(void *user, const pq_triple *triple) {
  pq_status st = PQ_OK;
  tree *const t = user;
  fact f = {.literal = triple->literal};
  const size_t key = pq_ld_key_of(triple->predicate);
  if (key == PQ_KEYS_MOST) return PQ_INTERNAL; /* a key is missing above */
  f.key = (uint32_t)key;
  PQ_TRY(st, pq_arena_copy(t->g->arena, triple->object, &f.object));
  if (is_new(t, triple)) PQ_TRY(st, begin_subject(t, triple));
  PQ_PUSH(t->g->arena, &t->facts, f);
  ++t->subjects.at[t->subjects.n - 1].n;
  note_key(t, key);
  if (key) note_prefix(t, triple->predicate);
  if (f.literal == PQ_IRI) note_prefix(t, f.object);
  return PQ_OK;
}

/* ---- nesting ---- */

/* The slot of an IRI: its own, or the free one for it. */
static uint32_t *slot_of(const tree *t, pq_view iri) {
  uint32_t at = (uint32_t)pq_hash(iri) & (t->n_slots - 1);
  while (t->slots[at] &&
         !pq_view_same(t->subjects.at[t->slots[at] - 1].iri, iri)) {
    at = (at + 1) & (t->n_slots - 1);
  }
  return &t->slots[at];
}

static pq_status index_subjects(tree *t) {
  t->n_slots = 16;
  while (t->n_slots < 2 * t->subjects.n) {
    t->n_slots *= 2;
  }
  t->slots = pq_arena_take(t->g->arena, t->n_slots * sizeof *t->slots);
  if (!t->slots) return t->g->arena->status;
  for (uint32_t i = 0; i < t->subjects.n; ++i) {
    uint32_t *const slot = slot_of(t, t->subjects.at[i].iri);
    if (!*slot) *slot = i + 1;
  }
  return PQ_OK;
}

static void nest(tree *t, uint32_t child, uint32_t parent) {
  subject *const p = &t->subjects.at[parent - 1];
  if (t->subjects.at[child - 1].nested) return;
  t->subjects.at[child - 1].nested = true;
  if (p->last) {
    t->subjects.at[p->last - 1].next = child;
  } else {
    p->child = child;
  }
  p->last = child;
}

/* Evidence goes into what it states, a reading into its mention.  Evidence of
 * what is not there is a mistake of ours. */
static pq_status nest_all(tree *t) {
  for (uint32_t i = 0; i < t->subjects.n; ++i) {
    const subject *const s = &t->subjects.at[i];
    for (uint32_t k = s->first; k < s->first + s->n; ++k) {
      const fact *const f = &t->facts.at[k];
      const bool states = is(f, PQ_TERM_STATES);
      if (!states && !is(f, PQ_TERM_HAS_UNIT)) continue;
      const uint32_t other = *slot_of(t, f->object);
      if (!other) return PQ_INTERNAL;
      nest(t, states ? i + 1 : other, states ? other : i + 1);
    }
  }
  return PQ_OK;
}

/* ---- printing ---- */

static void put_value(tree *t, const fact *f) {
  const pq_ld_form form = pq_ld_key_at(f->key)->form;
  switch (f->literal) {
  case PQ_IRI:
    pq_ld_put(&t->names, &t->json, f->object, form == PQ_LD_WORD);
    return;
  case PQ_INTEGER:
  case PQ_BOOLEAN: pq_json_word(&t->json, f->object); return;
  case PQ_PLAIN:
  case PQ_YEAR:
  case PQ_DECIMAL: break;
  }
  pq_json_text(&t->json, f->object);
}

static bool came_before(const tree *t, const subject *s, uint32_t at) {
  for (uint32_t k = s->first; k < at; ++k) {
    if (t->facts.at[k].key == t->facts.at[at].key) return true;
  }
  return false;
}

static uint32_t count_values(const tree *t, const subject *s, uint32_t at) {
  uint32_t n = 0;
  for (uint32_t k = at; k < s->first + s->n; ++k) {
    n += t->facts.at[k].key == t->facts.at[at].key;
  }
  return n;
}

/* All values of the key of one fact. */
static void put_values(tree *t, const subject *s, uint32_t at) {
  const pq_ld_key *const key = pq_ld_key_at(t->facts.at[at].key);
  const bool array = key->many || count_values(t, s, at) > 1;
  pq_json_key(&t->json, pq_view_of(key->key));
  if (array) pq_json_array(&t->json, PQ_JSON_FILL);
  for (uint32_t k = at; k < s->first + s->n; ++k) {
    if (t->facts.at[k].key == t->facts.at[at].key) {
      put_value(t, &t->facts.at[k]);
    }
  }
  if (array) pq_json_close(&t->json);
}

/* Name and facts; what nests is left to the caller. */
static void put_facts(tree *t, const subject *s) {
  pq_json_key(&t->json, PQ_LIT("id"));
  pq_ld_put(&t->names, &t->json, s->iri, false);
  for (uint32_t k = s->first; k < s->first + s->n; ++k) {
    const fact *const f = &t->facts.at[k];
    const bool shown = is(f, PQ_TERM_STATES) || is(f, PQ_TERM_HAS_UNIT);
    if (!shown && !came_before(t, s, k)) put_values(t, s, k);
  }
}

/* Nothing nests in what is nested. */
static void put_children(tree *t, const subject *s) {
  if (!s->child) return;
  const bool units = s->section == PQ_SECTION_MENTIONS;
  const pq_json_form form = units ? PQ_JSON_FILL : PQ_JSON_SPREAD;
  pq_json_key(&t->json, units ? PQ_LIT("readings") : PQ_LIT("evidence"));
  pq_json_array(&t->json, form);
  for (uint32_t id = s->child; id; id = t->subjects.at[id - 1].next) {
    pq_json_object(&t->json, form);
    put_facts(t, &t->subjects.at[id - 1]);
    pq_json_close(&t->json);
  }
  pq_json_close(&t->json);
}

static bool stands_on(const tree *t, const subject *s, size_t shelf) {
  return !s->nested && !is_root(t, s) && pq_ld_shelf_of(s->section) == shelf;
}

static void put_shelf(tree *t, size_t shelf) {
  pq_json_key(&t->json, pq_view_of(pq_ld_shelf_at(shelf)));
  pq_json_array(&t->json, PQ_JSON_SPREAD);
  for (uint32_t i = 0; i < t->subjects.n; ++i) {
    const subject *const s = &t->subjects.at[i];
    if (!stands_on(t, s, shelf)) continue;
    const bool states = s->child && s->section != PQ_SECTION_MENTIONS;
    pq_json_object(&t->json, states ? PQ_JSON_SPREAD : PQ_JSON_FILL);
    put_facts(t, s);
    put_children(t, s);
    pq_json_close(&t->json);
  }
  pq_json_close(&t->json);
}

static void put_document(tree *t) {
  pq_json_object(&t->json, PQ_JSON_SPREAD);
  pq_json_key(&t->json, PQ_LIT("@context"));
  pq_ld_context(&t->names, &t->json);
  for (uint32_t i = 0; i < t->subjects.n; ++i) {
    if (is_root(t, &t->subjects.at[i])) put_facts(t, &t->subjects.at[i]);
  }
  for (size_t i = 0; pq_ld_shelf_at(i); ++i) {
    if (t->names.shelves[i]) put_shelf(t, i);
  }
  pq_json_close(&t->json);
  pq_json_end(&t->json);
}

static pq_status write_tree(const pq_graph *g, bool one_line, pq_buf *out) {
  pq_status st = PQ_OK;
  tree t = {.g = g};
  const pq_triple_sink sink = {&t, gather};
  PQ_TRY(st, pq_ld_names_open(&t.names, g->arena, g->maker->base));
  PQ_TRY(st, pq_graph_walk(g, &sink));
  PQ_TRY(st, index_subjects(&t));
  PQ_TRY(st, nest_all(&t));
  pq_json_begin(&t.json, out, one_line);
  put_document(&t);
  return out->status;
}

pq_status pq_write_jsonld(const pq_graph *g, pq_buf *out) {
  return write_tree(g, false, out);
}

pq_status pq_stream_jsonld(const pq_graph *g, pq_buf *out) {
  return write_tree(g, true, out);
}
