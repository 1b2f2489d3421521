#include "regraph_make.h"

#include "graph/name.h"

#include <stdlib.h>

/* ---- claims ---- */

/* The predicates that tell more than their relation (graph/claim_name.c has
 * them the other way round). */
static const struct {
  pq_term predicate;
  pq_relation relation;
  pq_polarity polarity;
} relations[] = {
    {PQ_TERM_PARTICIPATES_IN, PQ_REL_HAPPENS, PQ_POLARITY_UNSAID},
    {PQ_TERM_ENABLES, PQ_REL_DIRECT, PQ_POLARITY_UNSAID},
    {PQ_TERM_DEPENDS_ON, PQ_REL_DEPENDS_ON, PQ_POLARITY_UNSAID},
    {PQ_TERM_INTERACTS, PQ_REL_INTERACTS, PQ_POLARITY_UNSAID},
    {PQ_TERM_INFLUENCES, PQ_REL_INFLUENCES, PQ_POLARITY_UNSAID},
    {PQ_TERM_LOCATED_IN, PQ_REL_LOCATED_IN, PQ_POLARITY_UNSAID},
    {PQ_TERM_PART_OF, PQ_REL_PART_OF, PQ_POLARITY_UNSAID},
    {PQ_TERM_OUTPUT_OF, PQ_REL_OUTPUT_OF, PQ_POLARITY_UNSAID},
    {PQ_TERM_ACTS_UPSTREAM, PQ_REL_UPSTREAM, PQ_POLARITY_UNSAID},
    {PQ_TERM_ACTS_UPSTREAM_POSITIVE, PQ_REL_UPSTREAM, PQ_POSITIVE},
    {PQ_TERM_ACTS_UPSTREAM_NEGATIVE, PQ_REL_UPSTREAM, PQ_NEGATIVE},
    {PQ_TERM_CAUSALLY_UPSTREAM, PQ_REL_UPSTREAM, PQ_POLARITY_UNSAID},
    {PQ_TERM_CAUSALLY_UPSTREAM_POSITIVE, PQ_REL_UPSTREAM, PQ_POSITIVE},
    {PQ_TERM_CAUSALLY_UPSTREAM_NEGATIVE, PQ_REL_UPSTREAM, PQ_NEGATIVE},
    {PQ_TERM_INVOLVED, PQ_REL_REGULATES, PQ_POLARITY_UNSAID},
    {PQ_TERM_INVOLVED_POSITIVE, PQ_REL_REGULATES, PQ_POSITIVE},
    {PQ_TERM_INVOLVED_NEGATIVE, PQ_REL_REGULATES, PQ_NEGATIVE},
    {PQ_TERM_REGULATES, PQ_REL_REGULATES, PQ_POLARITY_UNSAID},
    {PQ_TERM_REGULATES_POSITIVE, PQ_REL_REGULATES, PQ_POSITIVE},
    {PQ_TERM_REGULATES_NEGATIVE, PQ_REL_REGULATES, PQ_NEGATIVE},
};

/* `*known`: the predicate is one of ours. */
static bool set_relation(const pq_remaking *m, pq_rdf_id term, pq_claim *c,
                         pq_term *out) {
  const pq_rdf_id predicate = pq_re_one(m, term, PQ_TERM_PREDICATE);
  for (size_t i = 0; i < sizeof relations / sizeof relations[0]; ++i) {
    if (pq_rdf_of(relations[i].predicate) != predicate) continue;
    c->relation = relations[i].relation;
    c->polarity = relations[i].polarity;
    *out = relations[i].predicate;
    return true;
  }
  return false;
}

/* "9606" of a taxon's IRI. */
static pq_view taxon_of(const pq_remaking *m, pq_rdf_id term) {
  const pq_view iri = pq_re_text(m, term, PQ_TERM_SPECIES_CONTEXT);
  const pq_view space = pq_prefix_at(PQ_PREFIX_TAXON)->space;
  return pq_view_starts(iri, space) ? pq_view_skip(iri, space.len) : iri;
}

/* A claim or question; 0 if it is none that we know. */
static pq_status add_claim(pq_remaking *m, pq_rdf_id term, pq_claim_id *out) {
  static const pq_direct directs[] = {PQ_DIRECT_UNSAID, PQ_INDIRECTLY,
                                      PQ_DIRECTLY};
  pq_status st = PQ_OK;
  pq_claim c = {.negated = pq_re_bool(m, term, PQ_TERM_NEGATED) == 1,
                .direct = directs[pq_re_bool(m, term, PQ_TERM_DIRECT) + 1],
                .species = taxon_of(m, term)};
  pq_graph_claim name = {
      .iri = pq_rdf_text(m->rdf, term),
      .label = pq_re_text(m, term, PQ_TERM_LABEL),
      .question = pq_re_is(m, term, PQ_TERM_TYPE, PQ_TERM_OPEN_QUESTION)};
  *out = pq_re_seen(m, term);
  if (*out || !set_relation(m, term, &c, &name.predicate)) return PQ_OK;
  PQ_TRY(st, pq_re_node(m, pq_re_one(m, term, PQ_TERM_SUBJECT), &c.subject));
  PQ_TRY(st, pq_re_node(m, pq_re_one(m, term, PQ_TERM_OBJECT), &c.object));
  *out = m->r->claims.n;
  pq_re_mark(m, term, *out);
  PQ_PUSH(m->arena, &m->r->claims, c);
  PQ_PUSH(m->arena, &m->claims, name);
  return PQ_OK;
}

static pq_status add_dispute(pq_remaking *m, pq_rdf_id term,
                             pq_dispute_id *out) {
  pq_status st = PQ_OK;
  pq_dispute d = {.n_alternatives = 0};
  const pq_name name = {.iri = pq_rdf_text(m->rdf, term),
                        .label = pq_re_text(m, term, PQ_TERM_LABEL)};
  uint32_t n = 0;
  *out = pq_re_seen(m, term);
  if (*out) return PQ_OK;
  const pq_rdf_triple *const t = pq_re_all(m, term, PQ_TERM_ALTERNATIVE_OF, &n);
  for (uint32_t i = 0; i < n; ++i) {
    pq_claim_id id = 0;
    PQ_TRY(st, add_claim(m, t[i].object, &id));
    if (id && d.n_alternatives < sizeof d.alternatives / sizeof(pq_claim_id)) {
      d.alternatives[d.n_alternatives++] = id;
    }
  }
  *out = m->r->disputes.n;
  pq_re_mark(m, term, *out);
  PQ_PUSH(m->arena, &m->r->disputes, d);
  PQ_PUSH(m->arena, &m->disputes, name);
  return PQ_OK;
}

/* ---- works ---- */

/* "Turner and Alexander 2006", "Han et al. 2006a": authors of a label. */
static void read_authors(pq_view label, pq_work *w) {
  const pq_view others = PQ_LIT(" et al.");
  size_t end = label.len;
  while (end && label.ptr[end - 1] != ' ') {
    --end;
  }
  const pq_view year = pq_view_skip(label, end);
  if (year.len == 5 && pq_is_alpha(year.ptr[4])) w->letter = year.ptr[4];
  pq_view rest = pq_view_head(label, end ? end - 1 : 0);
  if (pq_view_ends(rest, others)) {
    w->et_al = true;
    rest.len -= others.len;
  }
  while (rest.len && w->n_authors < PQ_AUTHORS_MOST) {
    size_t at = 0;
    size_t skip = 0;
    for (; at < rest.len && !skip; ++at) {
      const pq_view here = pq_view_skip(rest, at);
      if (pq_view_starts(here, PQ_LIT(" and "))) skip = 5;
      if (pq_view_starts(here, PQ_LIT(", "))) skip = 2;
    }
    if (skip) --at;
    w->authors[w->n_authors++] = pq_view_head(rest, at);
    rest = pq_view_skip(rest, at + skip);
  }
}

static pq_status add_paper(const pq_remaking *m, pq_rdf_id term, pq_work *w) {
  const pq_view iri = pq_re_text(m, term, PQ_TERM_EXACT_MATCH);
  const pq_view space = pq_prefix_at(PQ_PREFIX_PUBMED)->space;
  pq_reference ref = {.doi = pq_re_text(m, term, PQ_TERM_DOI),
                      .title = pq_re_text(m, term, PQ_TERM_TITLE)};
  if (pq_view_starts(iri, space)) ref.pmid = pq_view_skip(iri, space.len);
  if (!ref.pmid.len && !ref.doi.len) return PQ_OK;
  w->fits[w->n_fits++] = m->r->references.n;
  PQ_PUSH(m->arena, &m->r->references, ref);
  return PQ_OK;
}

static pq_status add_work(pq_remaking *m, pq_rdf_id term, pq_work_id *out) {
  pq_status st = PQ_OK;
  const pq_name name = {.iri = pq_rdf_text(m->rdf, term),
                        .label = pq_re_text(m, term, PQ_TERM_LABEL)};
  pq_work w = {.year = pq_re_number(m->rdf, term, PQ_TERM_ISSUED)};
  *out = pq_re_seen(m, term);
  if (*out) return PQ_OK;
  read_authors(name.label, &w);
  PQ_TRY(st, add_paper(m, term, &w));
  *out = m->r->works.n;
  pq_re_mark(m, term, *out);
  PQ_PUSH(m->arena, &m->r->works, w);
  PQ_PUSH(m->arena, &m->works, name);
  return PQ_OK;
}

/* ---- citations ---- */

/* A work that some evidence cites, and where it stands in the text. */
typedef struct cited {
  pq_work_id work;
  pq_role role;
  uint32_t pointer;  /* place of its first pointer; UINT32_MAX: there is none */
  uint32_t evidence; /* that cites it first */
  uint32_t year, index;
  pq_view iri;
} cited;

/* What is cited so far; by work and role, 1 + index of it. */
typedef struct citing {
  PQ_VEC(cited) all;
  PQ_VEC(uint32_t) found;
  PQ_VEC(uint32_t) list; /* of the evidence at hand */
} citing;

static int by_text(const void *one, const void *two) {
  const cited *const a = one;
  const cited *const b = two;
  if (a->pointer != b->pointer) return a->pointer < b->pointer ? -1 : 1;
  if (a->pointer == UINT32_MAX) {
    if (a->evidence != b->evidence) return a->evidence < b->evidence ? -1 : 1;
    if (a->role != b->role) return a->role < b->role ? -1 : 1;
    if (a->year != b->year) return a->year < b->year ? -1 : 1;
  }
  const int order = pq_view_order(a->iri, b->iri);
  return order ? order : (a->role > b->role) - (a->role < b->role);
}

static uint32_t first_of(const pq_replace *at, uint32_t n, pq_rdf_id document) {
  uint32_t low = 0;
  uint32_t high = n;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (at[mid].document < document) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

/* How many pointers stand before the first one to a work; what one place names
 * has one number. */
static uint32_t find_pointer(const pq_remaking *m, const pq_rdf_id *documents,
                             uint32_t n, pq_rdf_id work) {
  const pq_replace *const at = m->rg->pointers.at;
  const uint32_t n_all = m->rg->pointers.n;
  uint32_t before = 0;
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t group = before;
    for (uint32_t k = first_of(at, n_all, documents[i]);
         k < n_all && at[k].document == documents[i]; ++k, ++before) {
      if (!k || at[k].node != at[k - 1].node) group = before;
      if (at[k].about == work) return group;
    }
  }
  return UINT32_MAX;
}

/* The documents of one record are few; of many, nobody numbers the works. */
static uint32_t pointer_of(const pq_remaking *m, const pq_rdf_id *documents,
                           uint32_t n, pq_rdf_id work) {
  enum {
    FEW = 8
  };
  return n > FEW ? UINT32_MAX : find_pointer(m, documents, n, work);
}

/* Where a work with this role is among what is cited. */
static pq_status cite(pq_remaking *m, citing *c, const cited *one,
                      uint32_t *out) {
  const uint32_t slot = 2 * one->work + (one->role == PQ_ROLE_REVIEW);
  while (c->found.n <= slot) {
    PQ_PUSH(m->arena, &c->found, 0);
  }
  if (!c->found.at[slot]) {
    PQ_PUSH(m->arena, &c->all, *one);
    c->found.at[slot] = c->all.n;
    c->all.at[c->all.n - 1].index = c->all.n - 1;
  }
  *out = c->found.at[slot] - 1;
  return PQ_OK;
}

/* Documents in their order. */
typedef struct order {
  const pq_rdf_id *documents;
  uint32_t n, at; /* all; the one at hand */
  pq_rdf_id graph;
} order;

/* What some evidence cites in one role. */
static pq_status add_role(pq_remaking *m, citing *c, const order *o,
                          pq_rdf_id node, pq_role role) {
  pq_status st = PQ_OK;
  uint32_t n = 0;
  const pq_rdf_triple *const t = pq_re_all(
      m, node,
      role == PQ_ROLE_REVIEW ? PQ_TERM_CITES_AUTHORITY : PQ_TERM_CITES_EVIDENCE,
      &n);
  for (uint32_t i = 0; i < n; ++i) {
    cited one = {.role = role, .evidence = m->r->evidence.n};
    uint32_t index = 0;
    PQ_TRY(st, add_work(m, t[i].object, &one.work));
    one.year = m->r->works.at[one.work].year;
    one.iri = m->works.at[one.work].iri;
    one.pointer = pointer_of(m, o->documents, o->n, t[i].object);
    PQ_TRY(st, cite(m, c, &one, &index));
    PQ_PUSH(m->arena, &c->list, index);
  }
  return PQ_OK;
}

static pq_status add_cited(pq_remaking *m, citing *c, const order *o,
                           pq_rdf_id node, pq_evidence *e) {
  pq_status st = PQ_OK;
  c->list.at = NULL; /* the last one's is its own now */
  c->list.n = c->list.cap = 0;
  PQ_TRY(st, add_role(m, c, o, node, PQ_ROLE_PRIMARY));
  PQ_TRY(st, add_role(m, c, o, node, PQ_ROLE_REVIEW));
  e->citations = c->list.at;
  e->n_citations = c->list.n;
  return PQ_OK;
}

/* Citations in their order, and evidence that speaks of them by it. */
static pq_status settle_citations(const pq_remaking *m, const citing *c) {
  uint32_t *const now = pq_arena_take(m->arena, (c->all.n + 1) * sizeof *now);
  if (!now) return m->arena->status;
  if (c->all.n) qsort(c->all.at, c->all.n, sizeof *c->all.at, by_text);
  for (uint32_t i = 0; i < c->all.n; ++i) {
    const pq_citation citation = {.work = c->all.at[i].work,
                                  .role = c->all.at[i].role};
    now[c->all.at[i].index] = i;
    PQ_PUSH(m->arena, &m->r->citations, citation);
  }
  for (uint32_t i = 0; i < m->r->evidence.n; ++i) {
    const pq_evidence *const e = &m->r->evidence.at[i];
    uint32_t *const list = (uint32_t *)e->citations; /* ours, made above */
    for (uint32_t k = 0; k < e->n_citations; ++k) {
      list[k] = now[list[k]];
    }
  }
  return PQ_OK;
}

/* ---- evidence ---- */

/* Where words stand in a quote: a document's cues in the order of its text. */
static size_t place_in(pq_view quote, pq_view words) {
  for (size_t i = 0; words.len && i + words.len <= quote.len; ++i) {
    if (pq_view_starts(pq_view_skip(quote, i), words)) return i;
  }
  return quote.len;
}

/* The cues, put into the bytes that stand for the text of the sentence. */
static pq_status add_cues(const pq_remaking *m, pq_rdf_id node, pq_buf *text,
                          pq_evidence *e) {
  uint32_t n = 0;
  const pq_view quote = pq_re_text(m, node, PQ_TERM_ANCHOR_OF);
  const pq_rdf_triple *const t = pq_re_all(m, node, PQ_TERM_CUE, &n);
  pq_span *const cues = pq_arena_take(m->arena, (n + 1) * sizeof *cues);
  pq_view *const words = pq_arena_take(m->arena, (n + 1) * sizeof *words);
  if (!cues || !words) return m->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_view one = pq_rdf_text(m->rdf, t[i].object);
    const size_t at = place_in(quote, one);
    uint32_t k = i;
    for (; k > 0; --k) {
      const size_t other = place_in(quote, words[k - 1]);
      if (other < at ||
          (other == at && pq_view_order(words[k - 1], one) <= 0)) {
        break;
      }
      words[k] = words[k - 1];
    }
    words[k] = one;
  }
  for (uint32_t i = 0; i < n; ++i) {
    cues[i].begin = (uint32_t)text->len;
    pq_buf_put(text, words[i]);
    cues[i].end = (uint32_t)text->len;
  }
  e->cues = cues;
  e->n_cues = n;
  return text->status;
}

static pq_stance stance_of(const pq_remaking *m, pq_rdf_id node) {
  const pq_rdf_id status = pq_re_one(m, node, PQ_TERM_STATUS);
  for (int i = 0; i < PQ_N_STANCES; ++i) {
    if (status == pq_rdf_of((pq_term)(PQ_TERM_ASSERTED + i))) {
      return (pq_stance)i;
    }
  }
  return PQ_ASSERTED;
}

/* What it states; 0 if that is nothing that we know. */
static pq_status find_stated(pq_remaking *m, const pq_replace *row,
                             pq_evidence *e) {
  if (pq_re_is(m, row->about, PQ_TERM_TYPE, PQ_TERM_DISPUTE)) {
    e->states = PQ_STATES_DISPUTE;
    return add_dispute(m, row->about, &e->id);
  }
  e->states = pq_re_is(m, row->about, PQ_TERM_TYPE, PQ_TERM_OPEN_QUESTION)
                  ? PQ_STATES_QUESTION
                  : PQ_STATES_CLAIM;
  return add_claim(m, row->about, &e->id);
}

static pq_status add_evidence(pq_remaking *m, citing *c, const order *o,
                              const pq_replace *row, pq_buf *text) {
  pq_status st = PQ_OK;
  pq_evidence e = {.span = {row->begin, row->end},
                   .stance = stance_of(m, row->node)};
  e.sentence = o->at; /* a sentence stands for a document */
  PQ_TRY(st, find_stated(m, row, &e));
  if (!e.id) return PQ_OK;
  PQ_TRY(st, add_cues(m, row->node, text, &e));
  PQ_TRY(st, add_cited(m, c, o, row->node, &e));
  PQ_PUSH(m->arena, &m->r->evidence, e);
  PQ_PUSH(m->arena, &m->evidence, pq_rdf_text(m->rdf, row->node));
  return PQ_OK;
}

/* Evidence of one place in the order of what it states. */
static int by_stated(const pq_rdf *rdf, const pq_replace *a,
                     const pq_replace *b) {
  if (a->begin != b->begin) return a->begin < b->begin ? -1 : 1;
  if (a->end != b->end) return a->end < b->end ? -1 : 1;
  return pq_view_order(pq_rdf_text(rdf, a->about), pq_rdf_text(rdf, b->about));
}

static void sort_rows(const pq_rdf *rdf, pq_replace *rows, uint32_t n) {
  for (uint32_t i = 1; i < n; ++i) {
    const pq_replace one = rows[i];
    uint32_t k = i;
    for (; k > 0 && by_stated(rdf, &rows[k - 1], &one) > 0; --k) {
      rows[k] = rows[k - 1];
    }
    rows[k] = one;
  }
}

static pq_status add_document(pq_remaking *m, citing *c, const order *o) {
  pq_status st = PQ_OK;
  pq_buf text;
  pq_replace *const rows = m->rg->evidence.at;
  const uint32_t n = m->rg->evidence.n;
  const pq_rdf_id document = o->documents[o->at];
  const uint32_t from = first_of(rows, n, document);
  uint32_t to = from;
  while (to < n && rows[to].document == document) {
    ++to;
  }
  if (to > from) sort_rows(m->rdf, rows + from, to - from);
  pq_buf_init(&text, m->arena->alloc);
  for (uint32_t i = from; i < to && !st; ++i) {
    const bool again = i > from && rows[i].node == rows[i - 1].node;
    const bool other = o->graph && rows[i].graph && rows[i].graph != o->graph;
    if (other || (again && !o->graph)) continue;
    st = add_evidence(m, c, o, &rows[i], &text);
  }
  if (!st) {
    st = pq_arena_copy(m->arena, pq_buf_view(&text),
                       &m->r->texts.at[o->at].bytes);
  }
  pq_buf_clear(&text);
  return st;
}

pq_status pq_re_says(pq_remaking *m, const pq_rdf_id *documents, uint32_t n,
                     pq_rdf_id graph) {
  pq_status st = PQ_OK;
  citing c = {.all = {NULL, 0, 0}};
  order o = {documents, n, 0, graph};
  for (; o.at < n; ++o.at) {
    PQ_TRY(st, add_document(m, &c, &o));
  }
  return settle_citations(m, &c);
}
