#include "jsonld.h"

#include "jsonld_tree.h"

static bool is(const pq_ld_fact *f, pq_term term) {
  return pq_ld_key_at(f->key)->term == term;
}

/* ---- nesting ---- */

static void nest(pq_ld_tree *t, uint32_t child, uint32_t parent) {
  pq_ld_subject *const p = &t->subjects.at[parent - 1];
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
static pq_status nest_all(pq_ld_tree *t) {
  for (uint32_t i = 0; i < t->subjects.n; ++i) {
    const pq_ld_subject *const s = &t->subjects.at[i];
    for (uint32_t k = s->first; k < s->first + s->n; ++k) {
      const pq_ld_fact *const f = &t->facts.at[k];
      const bool states = is(f, PQ_TERM_STATES);
      if (!states && !is(f, PQ_TERM_HAS_UNIT)) continue;
      const uint32_t other = pq_ld_subject_of(t, f->object);
      if (!other) return PQ_INTERNAL;
      nest(t, states ? i + 1 : other, states ? other : i + 1);
    }
  }
  return PQ_OK;
}

/* ---- printing ---- */

/* What nests is left to the caller. */
static bool nests(pq_term term) {
  return term == PQ_TERM_STATES || term == PQ_TERM_HAS_UNIT;
}

/* Nothing nests in what is nested. */
static void put_children(pq_ld_tree *t, const pq_ld_subject *s) {
  if (!s->child) return;
  const bool units = s->section == PQ_SECTION_MENTIONS;
  const pq_json_form form = units ? PQ_JSON_FILL : PQ_JSON_SPREAD;
  pq_json_key(&t->json, units ? PQ_LIT("readings") : PQ_LIT("evidence"));
  pq_json_array(&t->json, form);
  for (uint32_t id = s->child; id; id = t->subjects.at[id - 1].next) {
    pq_json_object(&t->json, form);
    pq_ld_put_facts(t, &t->subjects.at[id - 1], nests);
    pq_json_close(&t->json);
  }
  pq_json_close(&t->json);
}

static bool stands_on(const pq_ld_tree *t, const pq_ld_subject *s,
                      size_t shelf) {
  return !s->nested && !pq_ld_is_root(t, s) &&
         pq_ld_shelf_of(s->section) == shelf;
}

static void put_shelf(pq_ld_tree *t, size_t shelf) {
  pq_json_key(&t->json, pq_view_of(pq_ld_shelf_at(shelf)));
  pq_json_array(&t->json, PQ_JSON_SPREAD);
  for (uint32_t i = 0; i < t->subjects.n; ++i) {
    const pq_ld_subject *const s = &t->subjects.at[i];
    if (!stands_on(t, s, shelf)) continue;
    const bool states = s->child && s->section != PQ_SECTION_MENTIONS;
    pq_json_object(&t->json, states ? PQ_JSON_SPREAD : PQ_JSON_FILL);
    pq_ld_put_facts(t, s, nests);
    put_children(t, s);
    pq_json_close(&t->json);
  }
  pq_json_close(&t->json);
}

static void put_document(pq_ld_tree *t) {
  pq_json_object(&t->json, PQ_JSON_SPREAD);
  pq_json_key(&t->json, PQ_LIT("@context"));
  pq_ld_context(&t->names, &t->json);
  for (uint32_t i = 0; i < t->subjects.n; ++i) {
    const pq_ld_subject *const s = &t->subjects.at[i];
    if (pq_ld_is_root(t, s)) pq_ld_put_facts(t, s, nests);
  }
  for (size_t i = 0; pq_ld_shelf_at(i); ++i) {
    if (t->names.shelves[i]) put_shelf(t, i);
  }
  pq_json_close(&t->json);
  pq_json_end(&t->json);
}

static pq_status write_tree(const pq_graph *g, bool one_line, pq_buf *out) {
  pq_status st = PQ_OK;
  pq_ld_tree t;
  PQ_TRY(st, pq_ld_tree_fill(&t, g));
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
