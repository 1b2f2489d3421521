#include "quotes.h"

#include <stdlib.h>

void pq_quotes_init(pq_quotes *quotes, pq_alloc *alloc) {
  *quotes = (pq_quotes){.all = {NULL, 0, 0}};
  pq_arena_init(&quotes->arena, alloc, 0);
}

void pq_quotes_clear(pq_quotes *quotes) {
  pq_alloc *const alloc = quotes->arena.alloc;
  pq_arena_clear(&quotes->arena);
  pq_quotes_init(quotes, alloc);
}

bool pq_quote_number(pq_view digits, uint32_t *out) {
  uint64_t n = 0;
  if (!digits.len || digits.len > 10) return false;
  if (digits.ptr[0] == '0' && digits.len > 1) return false;
  for (size_t i = 0; i < digits.len; ++i) {
    if (!pq_is_digit(digits.ptr[i])) return false;
    n = n * 10 + (uint64_t)(digits.ptr[i] - '0');
  }
  if (n > UINT32_MAX) return false;
  *out = (uint32_t)n;
  return true;
}

static bool begins_point(char c) {
  return ((unsigned char)c & 0xC0U) != 0x80;
}

uint32_t pq_quote_points(pq_view text) {
  uint32_t n = 0;
  for (size_t i = 0; i < text.len; ++i) {
    n += begins_point(text.ptr[i]);
  }
  return n;
}

/* The one object of a subject's predicate, or 0. */
static pq_rdf_id only(const pq_rdf *rdf, pq_rdf_id subject, pq_term predicate) {
  uint32_t n = 0;
  const pq_rdf_triple *const t =
      pq_rdf_find(rdf, subject, pq_rdf_of(predicate), &n);
  return n == 1 ? t->object : 0;
}

static bool number_of(const pq_rdf *rdf, pq_rdf_id subject, pq_term predicate,
                      uint32_t *out) {
  const pq_rdf_id id = only(rdf, subject, predicate);
  return id && pq_quote_number(pq_rdf_text(rdf, id), out);
}

/* Equal words come one after another often enough: one copy serves. */
static pq_status keep(pq_quotes *quotes, pq_view text, pq_view before,
                      pq_view *out) {
  if (before.ptr && pq_view_same(before, text)) {
    *out = before;
    return PQ_OK;
  }
  return pq_arena_copy(&quotes->arena, text, out);
}

static pq_status add_quote(pq_quotes *quotes, const pq_rdf *rdf,
                           const pq_rdf_triple *t, pq_view file) {
  pq_status st = PQ_OK;
  const pq_rdf_id document = only(rdf, t->subject, PQ_TERM_REFERENCE_CONTEXT);
  pq_quote q = {.file = file, .line = t->line};
  if (!document || !number_of(rdf, t->subject, PQ_TERM_BEGIN_INDEX, &q.begin) ||
      !number_of(rdf, t->subject, PQ_TERM_END_INDEX, &q.end)) {
    return PQ_OK;
  }
  pq_view last = {NULL, 0};
  if (quotes->all.n) last = quotes->all.at[quotes->all.n - 1].document;
  PQ_TRY(st, keep(quotes, pq_rdf_text(rdf, document), last, &q.document));
  PQ_TRY(st,
         pq_arena_copy(&quotes->arena, pq_rdf_text(rdf, t->object), &q.words));
  PQ_PUSH(&quotes->arena, &quotes->all, q);
  return PQ_OK;
}

pq_status pq_quotes_add(pq_quotes *quotes, const pq_rdf *rdf, pq_view file) {
  pq_status st = PQ_OK;
  pq_view kept = {NULL, 0};
  PQ_TRY(st, pq_arena_copy(&quotes->arena, file, &kept));
  for (uint32_t i = 0; i < rdf->n_triples; ++i) {
    const pq_rdf_triple *const t = &rdf->triples[i];
    if (t->predicate != pq_rdf_of(PQ_TERM_ANCHOR_OF)) continue;
    PQ_TRY(st, add_quote(quotes, rdf, t, kept));
  }
  return PQ_OK;
}

static int number_order(uint32_t a, uint32_t b) {
  return (a > b) - (a < b);
}

static int by_document(const void *one, const void *two) {
  const pq_quote *const a = one;
  const pq_quote *const b = two;
  int c = pq_view_order(a->document, b->document);
  if (!c) c = pq_view_order(a->file, b->file);
  if (!c) c = number_order(a->begin, b->begin);
  if (!c) c = number_order(a->end, b->end);
  return c ? c : pq_view_order(a->words, b->words);
}

void pq_quotes_settle(pq_quotes *quotes) {
  if (!quotes->all.n) return;
  qsort(quotes->all.at, quotes->all.n, sizeof *quotes->all.at, by_document);
}

/* The byte at which a code point of the text begins, or UINT32_MAX: the text
 * is shorter.  The marks tell nearly where. */
static uint32_t byte_of(const pq_text *t, uint32_t point) {
  uint32_t low = 0;
  uint32_t high = (uint32_t)(t->bytes.len / PQ_MARK_STEP) + 1;
  while (high - low > 1) {
    const uint32_t mid = low + (high - low) / 2;
    if (t->marks[mid] <= point) {
      low = mid;
    } else {
      high = mid;
    }
  }
  uint32_t n = t->marks[low];
  uint32_t at = low * PQ_MARK_STEP;
  for (; at < t->bytes.len; ++at) {
    if (!begins_point(t->bytes.ptr[at])) continue;
    if (n == point) return at;
    ++n;
  }
  return n == point ? at : UINT32_MAX;
}

/* What stands at the quote's offsets; a NULL pointer if the text ends before.
 */
static pq_view words_at(const pq_quote *q, const pq_text *text) {
  if (q->begin > q->end) return (pq_view){NULL, 0};
  const uint32_t begin = byte_of(text, q->begin);
  const uint32_t end = byte_of(text, q->end);
  if (begin == UINT32_MAX || end == UINT32_MAX) return (pq_view){NULL, 0};
  return pq_span_text(text->bytes, (pq_span){begin, end});
}

enum {
  SHOWN = 100
};

static int width_of(pq_view text) {
  size_t n = text.len < SHOWN ? text.len : SHOWN;
  while (n < text.len && n && !begins_point(text.ptr[n])) {
    --n;
  }
  return (int)n;
}

static void compare(const pq_quote *q, const pq_text *text, const pq_sink *sink,
                    uint64_t *n_errors) {
  const pq_place at = {.file = q->file, .line = q->line};
  const pq_view there = words_at(q, text);
  if (there.ptr && pq_view_same(there, q->words)) return;
  ++*n_errors;
  if (!there.ptr) {
    (void)pq_fail(sink, PQ_OK, "check.quote", at,
                  "the document ends before %lu-%lu; write the file anew from"
                  " its record",
                  (unsigned long)q->begin, (unsigned long)q->end);
    return;
  }
  (void)pq_fail(sink, PQ_OK, "check.quote", at,
                "at %lu-%lu the document has \"%.*s\", not \"%.*s\"; write the"
                " file anew from its record",
                (unsigned long)q->begin, (unsigned long)q->end, width_of(there),
                there.ptr, width_of(q->words), q->words.ptr);
}

void pq_quotes_compare(pq_quotes *quotes, pq_view document, const pq_text *text,
                       const pq_sink *sink, uint64_t *n_errors) {
  uint32_t low = 0;
  uint32_t high = quotes->all.n;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (pq_view_order(quotes->all.at[mid].document, document) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  for (; low < quotes->all.n; ++low) {
    pq_quote *const q = &quotes->all.at[low];
    if (!pq_view_same(q->document, document)) return;
    if (q->seen) return; /* the same text once more */
    compare(q, text, sink, n_errors);
    q->seen = true;
  }
}

void pq_quotes_rest(const pq_quotes *quotes, const pq_sink *sink) {
  for (uint32_t i = 0; i < quotes->all.n;) {
    const pq_quote *const q = &quotes->all.at[i];
    uint32_t n = 1;
    while (i + n < quotes->all.n && pq_view_same(q->document, q[n].document) &&
           pq_view_same(q->file, q[n].file)) {
      ++n;
    }
    const pq_place at = {.file = q->file, .line = q->line};
    if (!q->seen) {
      pq_warn(sink, "check.no-record", at,
              "no record that was given has the text of %.*s: %lu quotes are"
              " not compared; give its record too",
              pq_view_width(q->document), q->document.ptr, (unsigned long)n);
    }
    i += n;
  }
}
