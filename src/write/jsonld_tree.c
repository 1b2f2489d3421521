#include "jsonld_tree.h"

#include "base/hash.h"

/* ---- gathering ---- */

bool pq_ld_is_root(const pq_ld_tree *t, const pq_ld_subject *s) {
  return s->section == PQ_SECTION_RECORD &&
         pq_view_same(s->iri, t->g->record_iri);
}

static void note_prefix(pq_ld_tree *t, pq_view iri) {
  const size_t prefix = pq_ld_prefix_of(&t->names, iri);
  if (prefix < PQ_N_PREFIXES) t->names.prefixes[prefix] = true;
}

/* What the context needs for a key. */
static void note_key(pq_ld_tree *t, size_t index) {
  const pq_ld_form form = pq_ld_key_at(index)->form;
  t->names.keys[index] = true;
  if (form == PQ_LD_YEAR || form == PQ_LD_DECIMAL) {
    t->names.prefixes[PQ_PREFIX_XSD] = true;
  }
}

static pq_status begin_subject(pq_ld_tree *t, const pq_triple *triple) {
  const pq_ld_subject s = {
      .iri = triple->subject, .section = triple->section, .first = t->facts.n};
  PQ_PUSH(t->g->arena, &t->subjects, s);
  note_prefix(t, s.iri);
  if (s.section != PQ_SECTION_EVIDENCE && !pq_ld_is_root(t, &s)) {
    t->names.shelves[pq_ld_shelf_of(s.section)] = true;
  }
  return PQ_OK;
}

static bool is_new(const pq_ld_tree *t, const pq_triple *triple) {
  if (!t->subjects.n) return true;
  const pq_ld_subject *const last = &t->subjects.at[t->subjects.n - 1];
  return last->section != triple->section ||
         !pq_view_same(last->iri, triple->subject);
}

/* Objects may be spelled in a buffer of the walk's own. */
static pq_status gather(void *user, const pq_triple *triple) {
  pq_status st = PQ_OK;
  pq_ld_tree *const t = user;
  pq_ld_fact f = {.literal = triple->literal};
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

/* ---- finding ---- */

/* The slot of an IRI: its own, or the free one for it. */
static uint32_t *slot_of(const pq_ld_tree *t, pq_view iri) {
  uint32_t at = (uint32_t)pq_hash(iri) & (t->n_slots - 1);
  while (t->slots[at] &&
         !pq_view_same(t->subjects.at[t->slots[at] - 1].iri, iri)) {
    at = (at + 1) & (t->n_slots - 1);
  }
  return &t->slots[at];
}

static pq_status index_subjects(pq_ld_tree *t) {
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

uint32_t pq_ld_subject_of(const pq_ld_tree *t, pq_view iri) {
  return *slot_of(t, iri);
}

pq_status pq_ld_tree_fill(pq_ld_tree *t, const pq_graph *g) {
  pq_status st = PQ_OK;
  *t = (pq_ld_tree){.g = g};
  const pq_triple_sink sink = {t, gather};
  PQ_TRY(st, pq_ld_names_open(&t->names, g->arena, g->maker->base));
  PQ_TRY(st, pq_graph_walk(g, &sink));
  return index_subjects(t);
}

/* ---- printing ---- */

static void put_value(pq_ld_tree *t, const pq_ld_fact *f) {
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

static bool came_before(const pq_ld_tree *t, const pq_ld_subject *s,
                        uint32_t at) {
  for (uint32_t k = s->first; k < at; ++k) {
    if (t->facts.at[k].key == t->facts.at[at].key) return true;
  }
  return false;
}

static uint32_t count_values(const pq_ld_tree *t, const pq_ld_subject *s,
                             uint32_t at) {
  uint32_t n = 0;
  for (uint32_t k = at; k < s->first + s->n; ++k) {
    n += t->facts.at[k].key == t->facts.at[at].key;
  }
  return n;
}

/* All values of the key of one fact. */
static void put_values(pq_ld_tree *t, const pq_ld_subject *s, uint32_t at) {
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

/* Of each key all values stand where the first one is. */
void pq_ld_put_facts(pq_ld_tree *t, const pq_ld_subject *s,
                     pq_ld_hides *hides) {
  pq_json_key(&t->json, PQ_LIT("id"));
  pq_ld_put(&t->names, &t->json, s->iri, false);
  for (uint32_t k = s->first; k < s->first + s->n; ++k) {
    const pq_ld_fact *const f = &t->facts.at[k];
    if (hides(pq_ld_key_at(f->key)->term) || came_before(t, s, k)) continue;
    put_values(t, s, k);
  }
}
