#include "out.h"
#include "page_parts.h"
#include "turtle.h"

#include "base/intern.h"

/* ---- statements, kept by subject ---- */

typedef struct keeper {
  pq_page *p;
  pq_intern subjects;
  PQ_VEC(uint32_t)
  first; /* by subject: its first statement; they come
            together */
} keeper;

/* A copy of a statement whose subject is the keeper's. */
static pq_status copy_triple(pq_page *p, const pq_triple *t, pq_view subject) {
  pq_status st = PQ_OK;
  pq_triple kept = *t;
  kept.subject = subject;
  PQ_TRY(st, pq_arena_copy(p->arena, t->object, &kept.object));
  if (t->comment.ptr) {
    PQ_TRY(st, pq_arena_copy(p->arena, t->comment, &kept.comment));
  }
  PQ_PUSH(p->arena, &p->triples, kept);
  return PQ_OK;
}

static pq_status keep_triple(void *user, const pq_triple *t) {
  pq_status st = PQ_OK;
  keeper *const k = user;
  uint32_t id = 0;
  PQ_TRY(st, pq_intern_put(&k->subjects, t->subject, &id));
  if (id == k->first.n) PQ_PUSH(k->p->arena, &k->first, k->p->triples.n);
  return copy_triple(k->p, t, k->subjects.texts.at[id]);
}

/* The statements about a subject. */
static const pq_triple *about(const keeper *k, pq_view subject, uint32_t *n) {
  const uint32_t id = pq_intern_find(&k->subjects, subject);
  *n = 0;
  if (id == UINT32_MAX) return NULL;
  const uint32_t end =
      id + 1 < k->first.n ? k->first.at[id + 1] : k->p->triples.n;
  *n = end - k->first.at[id];
  return &k->p->triples.at[k->first.at[id]];
}

static pq_status take_about(const keeper *k, pq_view subject,
                            pq_page_item *item) {
  uint32_t n = 0;
  const pq_triple *const at = about(k, subject, &n);
  for (uint32_t i = 0; i < n; ++i) {
    PQ_PUSH(k->p->arena, &item->triples, at[i]);
  }
  return PQ_OK;
}

static pq_status gather(const keeper *k, pq_page_item *item) {
  pq_status st = take_about(k, item->iri, item);
  for (uint32_t e = 0; !st && e < item->evidence.n; ++e) {
    st = take_about(k, k->p->g->evidence[item->evidence.at[e]], item);
  }
  return st;
}

pq_status pq_page_take_triples(pq_page *p) {
  pq_status st = PQ_OK;
  keeper k = {.p = p};
  const pq_triple_sink sink = {&k, keep_triple};
  pq_intern_init(&k.subjects, p->arena);
  PQ_TRY(st, pq_graph_walk_said(p->g, &sink));
  for (uint32_t i = 1; i < p->items.n; ++i) {
    PQ_TRY(st, gather(&k, &p->items.at[i]));
  }
  return PQ_OK;
}

/* ---- Turtle ---- */

static pq_status lay_out(const pq_page_item *item, pq_layout *layout) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < item->triples.n; ++i) {
    PQ_TRY(st, pq_layout_triple(layout, &item->triples.at[i]));
  }
  pq_layout_end(layout);
  return layout->body.status;
}

pq_status pq_page_put_turtle(const pq_page *p, uint32_t item) {
  pq_layout layout;
  pq_buf text;
  pq_buf_init(&text, p->out->alloc);
  pq_status st = pq_layout_begin(&layout, p->g, p->out->alloc);
  if (!st) st = lay_out(&p->items.at[item], &layout);
  if (!st) {
    pq_turtle_head(&layout, &text);
    pq_buf_put(&text, pq_buf_view(&layout.body));
    pq_page_words(p, pq_view_trim(pq_buf_view(&text)));
    st = text.status;
  }
  pq_layout_clear(&layout);
  pq_buf_clear(&text);
  return st;
}

/* ---- SPARQL ---- */

static void put_prefix(const pq_page *p, pq_prefix_id id) {
  const pq_prefix *const prefix = pq_prefix_at(id);
  pq_page_text(p, "PREFIX ");
  pq_page_words(p, prefix->name);
  pq_page_text(p, ": &lt;");
  pq_page_words(p, prefix->space);
  pq_page_text(p, "&gt;\n");
}

void pq_page_put_query(const pq_page *p, uint32_t item) {
  static const pq_prefix_id used[] = {PQ_PREFIX_PQ, PQ_PREFIX_NIF,
                                      PQ_PREFIX_CITO, PQ_PREFIX_RDFS};
  for (size_t i = 0; i < sizeof used / sizeof used[0]; ++i) {
    put_prefix(p, used[i]);
  }
  pq_page_text(p, "SELECT DISTINCT ?evidence ?status ?words ?role ?work "
                  "WHERE {\n  ?evidence pq:states &lt;");
  pq_page_words(p, p->items.at[item].iri);
  pq_page_text(p, "&gt; ;\n"
                  "    pq:status ?status ; nif:anchorOf ?words .\n"
                  "  OPTIONAL {\n"
                  "    ?evidence ?role ?w .\n"
                  "    FILTER (?role IN (cito:citesAsEvidence, "
                  "cito:citesAsAuthority))\n"
                  "    ?w rdfs:label ?work .\n"
                  "  }\n"
                  "} ORDER BY ?evidence ?role ?work");
}
