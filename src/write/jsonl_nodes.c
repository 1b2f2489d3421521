#include "jsonl_nodes.h"

pq_status pq_line_nodes_open(pq_line_nodes *n, const pq_graph *g) {
  pq_status st = PQ_OK;
  *n = (pq_line_nodes){.line = 0};
  PQ_TRY(st, pq_ld_tree_fill(&n->tree, g));
  const size_t size = (n->tree.subjects.n + 1) * sizeof *n->told;
  n->told = pq_arena_take(g->arena, size);
  n->queue = pq_arena_take(g->arena, size);
  return n->told && n->queue ? PQ_OK : g->arena->status;
}

void pq_line_nodes_name(const pq_line_nodes *n, const char *key, pq_view iri,
                        pq_buf *out) {
  pq_json j;
  pq_buf_char(out, ',');
  pq_json_begin(&j, out, true);
  pq_json_key(&j, pq_view_of(key));
  pq_ld_put(&n->tree.names, &j, iri, false);
}

/* Things, events, texts and records; what is said of them is not their own. */
static bool is_followed(const pq_ld_subject *s) {
  return s->section <= PQ_SECTION_EVENTS;
}

static void follow(pq_line_nodes *n, pq_view iri) {
  const uint32_t id = pq_ld_subject_of(&n->tree, iri);
  if (!id || n->told[id - 1] == n->line) return;
  if (!is_followed(&n->tree.subjects.at[id - 1])) return;
  n->told[id - 1] = n->line;
  n->queue[n->n_queue++] = id - 1;
}

static void follow_facts(pq_line_nodes *n, const pq_ld_subject *s) {
  for (uint32_t k = s->first; k < s->first + s->n; ++k) {
    const pq_ld_fact *const f = &n->tree.facts.at[k];
    if (f->literal == PQ_IRI) follow(n, f->object);
  }
}

/* The ends of a claim or question, the thing of a passage; a dispute has its
 * sides on lines of their own. */
static void put_stated(pq_line_nodes *n, const pq_ld_subject *s, pq_buf *out) {
  for (uint32_t k = s->first; k < s->first + s->n; ++k) {
    const pq_ld_fact *const f = &n->tree.facts.at[k];
    const pq_ld_key *const key = pq_ld_key_at(f->key);
    if (key->term == PQ_TERM_SUBJECT || key->term == PQ_TERM_PREDICATE ||
        key->term == PQ_TERM_OBJECT || key->term == PQ_TERM_DC_SUBJECT) {
      pq_line_nodes_name(n, key->key, f->object, out);
    }
  }
  follow_facts(n, s);
}

/* A text is no part of a line; its digest is its name; of a record the id
 * begins the line, and its address follows from that. */
static bool is_left_out(pq_term term) {
  return term == PQ_TERM_IS_STRING || term == PQ_TERM_IDENTIFIER ||
         term == PQ_TERM_SEE_ALSO;
}

void pq_line_nodes_put(pq_line_nodes *n, pq_view stated, pq_view document,
                       pq_buf *out) {
  pq_ld_tree *const t = &n->tree;
  const uint32_t id = pq_ld_subject_of(t, stated);
  ++n->line;
  n->n_queue = 0;
  if (id) put_stated(n, &t->subjects.at[id - 1], out);
  pq_line_nodes_name(n, "document", document, out);
  follow(n, document);
  pq_buf_text(out, ",\"nodes\":");
  pq_json_begin(&t->json, out, true);
  pq_json_array(&t->json, PQ_JSON_FILL);
  for (uint32_t i = 0; i < n->n_queue; ++i) { /* it grows on the way */
    const pq_ld_subject *const s = &t->subjects.at[n->queue[i]];
    pq_json_object(&t->json, PQ_JSON_FILL);
    pq_ld_put_facts(t, s, is_left_out);
    pq_json_close(&t->json);
    follow_facts(n, s);
  }
  pq_json_close(&t->json);
}
