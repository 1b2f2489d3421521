#include "verify.h"

#include "probe.h"

#include "base/alloc.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum {
  IRI_SHOWN = 200,
  WORDS_MOST = 600
};

void pq_probe_tell(pq_probe *p, const char *code, pq_rdf_id id,
                   const char *format, ...) {
  char words[WORDS_MOST];
  const pq_place at = {.file = p->job->file, .line = p->lines[id]};
  const pq_view iri = pq_view_head(pq_rdf_text(p->rdf, id), IRI_SHOWN);
  va_list args;
  va_start(args, format);
  (void)vsnprintf(words, sizeof words, format, args);
  va_end(args);
  ++p->n_errors;
  (void)pq_fail(p->job->sink, PQ_OK, code, at, "%.*s %s", pq_view_width(iri),
                iri.ptr, words);
}

const pq_rdf_triple *pq_probe_all(const pq_probe *p, pq_rdf_id subject,
                                  pq_term predicate, uint32_t *n) {
  return pq_rdf_find(p->rdf, subject, pq_rdf_of(predicate), n);
}

pq_rdf_id pq_probe_only(const pq_probe *p, pq_rdf_id subject,
                        pq_term predicate) {
  uint32_t n = 0;
  const pq_rdf_triple *const t = pq_probe_all(p, subject, predicate, &n);
  return n == 1 ? t->object : 0;
}

bool pq_probe_says(const pq_probe *p, pq_rdf_id subject, pq_term predicate,
                   pq_rdf_id object) {
  uint32_t n = 0;
  const pq_rdf_triple *const t = pq_probe_all(p, subject, predicate, &n);
  for (uint32_t i = 0; i < n; ++i) {
    if (t[i].object == object) return true;
  }
  return false;
}

bool pq_probe_local(const pq_probe *p, pq_view iri, pq_prefix_id prefix,
                    pq_view *out) {
  const pq_view base = p->job->base;
  const pq_view space = pq_prefix_at(prefix)->space;
  if (!pq_view_starts(iri, base)) return false;
  const pq_view rest = pq_view_skip(iri, base.len);
  if (!pq_view_starts(rest, space)) return false;
  *out = pq_view_skip(rest, space.len);
  return true;
}

/* ---- what is stated, and how terms are used ---- */

static int by_stated(const void *one, const void *two) {
  const pq_stated_row *const a = one;
  const pq_stated_row *const b = two;
  if (a->stated != b->stated) return a->stated < b->stated ? -1 : 1;
  if (a->document != b->document) return a->document < b->document ? -1 : 1;
  return (a->evidence > b->evidence) - (a->evidence < b->evidence);
}

uint32_t pq_probe_stated(const pq_probe *p, pq_rdf_id stated,
                         pq_rdf_id document) {
  const pq_stated_row wanted = {.stated = stated, .document = document};
  uint32_t low = 0;
  uint32_t high = p->n_stated;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (by_stated(&p->stated[mid], &wanted) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

static pq_status find_stated(pq_probe *p) {
  const pq_rdf *const rdf = p->rdf;
  size_t n = 0;
  for (uint32_t i = 0; i < rdf->n_triples; ++i) {
    n += rdf->triples[i].predicate == pq_rdf_of(PQ_TERM_STATES);
  }
  p->stated = pq_calloc(rdf->alloc, (n + 1) * sizeof *p->stated);
  if (!p->stated) return PQ_NO_MEM;
  for (uint32_t i = 0; i < rdf->n_triples; ++i) {
    const pq_rdf_triple *const t = &rdf->triples[i];
    if (t->predicate != pq_rdf_of(PQ_TERM_STATES)) continue;
    p->stated[p->n_stated++] = (pq_stated_row){
        .stated = t->object,
        .document = pq_probe_only(p, t->subject, PQ_TERM_REFERENCE_CONTEXT),
        .evidence = t->subject};
  }
  qsort(p->stated, p->n_stated, sizeof *p->stated, by_stated);
  return PQ_OK;
}

/* A match, what a pathway is named after, and what a tied name may mean need no
 * description. */
static bool needs_node(const pq_probe *p, const pq_rdf_triple *t) {
  const pq_rdf_id predicate = t->predicate;
  if (predicate == pq_rdf_of(PQ_TERM_IDENT_REF)) {
    return !pq_probe_only(p, t->subject, PQ_TERM_IDENT_CONF);
  }
  return predicate != pq_rdf_of(PQ_TERM_EXACT_MATCH) &&
         predicate != pq_rdf_of(PQ_TERM_CLOSE_MATCH) &&
         predicate != pq_rdf_of(PQ_TERM_RELATED_MATCH) &&
         predicate != pq_rdf_of(PQ_TERM_NAMED_AFTER);
}

static void use(pq_probe *p, pq_rdf_id id, unsigned how, uint32_t line) {
  p->uses[id] = (uint8_t)(p->uses[id] | how);
  if (!p->lines[id] || line < p->lines[id]) p->lines[id] = line;
}

static pq_status find_uses(pq_probe *p) {
  const pq_rdf *const rdf = p->rdf;
  p->lines = pq_calloc(rdf->alloc, rdf->n_terms * sizeof *p->lines);
  p->uses = pq_calloc(rdf->alloc, rdf->n_terms * sizeof *p->uses);
  if (!p->lines || !p->uses) return PQ_NO_MEM;
  for (uint32_t i = 0; i < rdf->n_triples; ++i) {
    const pq_rdf_triple *const t = &rdf->triples[i];
    const bool itself = t->subject == t->object;
    const unsigned needed = needs_node(p, t) ? PQ_USED_NEEDED : 0;
    use(p, t->subject, PQ_USED_SUBJECT, t->line);
    use(p, t->predicate, 0, t->line);
    use(p, t->object, itself ? 0 : PQ_USED_OBJECT | needed, t->line);
  }
  /* A node's findings point at where it is described. */
  for (uint32_t i = rdf->n_triples; i > 0; --i) {
    const pq_rdf_triple *const t = &rdf->triples[i - 1];
    p->lines[t->subject] = t->line;
  }
  return PQ_OK;
}

/* ---- one node after another ---- */

static pq_status check_nodes(pq_probe *p) {
  pq_status st = PQ_OK;
  const pq_rdf *const rdf = p->rdf;
  pq_rdf_id last = 0;
  for (uint32_t i = 0; i < rdf->n_triples; ++i) {
    const pq_rdf_id subject = rdf->triples[i].subject;
    if (subject == last) continue;
    last = subject;
    PQ_TRY(st, pq_probe_node(p, subject));
    PQ_TRY(st, pq_probe_place(p, subject));
  }
  return PQ_OK;
}

pq_status pq_verify_file(const pq_verify *job, uint64_t *n_errors) {
  pq_probe p = {.job = job, .rdf = job->rdf};
  pq_status st = PQ_OK;
  pq_buf_init(&p.room, job->rdf->alloc);
  pq_quotes_init(&p.quotes, job->rdf->alloc);
  PQ_TRY_GOTO(done, st, find_uses(&p));
  PQ_TRY_GOTO(done, st, find_stated(&p));
  pq_probe_terms(&p);
  PQ_TRY_GOTO(done, st, check_nodes(&p));
done:
  pq_free(job->rdf->alloc, p.lines);
  pq_free(job->rdf->alloc, p.uses);
  pq_free(job->rdf->alloc, p.stated);
  pq_buf_clear(&p.room);
  pq_quotes_clear(&p.quotes);
  *n_errors += p.n_errors;
  return st;
}
