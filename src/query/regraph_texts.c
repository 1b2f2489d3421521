/* The documents of a record.
 *
 *   nif:isString     the whole text, cut into sentences by who can
 *   without it       what is quoted, where it stands; the rest is blank, and
 *                    what is quoted in one piece is a sentence
 * Either way a span tells its place, and has its words. */
#include "regraph_make.h"

#include "base/inlet.h"

#include <stdlib.h>

/* ---- offsets ---- */

static bool is_inner(char c) {
  return ((unsigned char)c & 0xC0U) == 0x80;
}

/* The byte of a code point: from the last mark that is not behind it. */
static uint32_t byte_of(const pq_text *t, uint32_t point) {
  uint32_t low = 0;
  uint32_t high = (uint32_t)(t->bytes.len / PQ_MARK_STEP);
  while (low < high) {
    const uint32_t mid = high - (high - low) / 2;
    if (t->marks[mid] <= point) {
      low = mid;
    } else {
      high = mid - 1;
    }
  }
  size_t at = (size_t)low * PQ_MARK_STEP;
  while (at < t->bytes.len && is_inner(t->bytes.ptr[at])) {
    ++at; /* its character is counted */
  }
  for (uint32_t n = t->marks[low]; n < point && at < t->bytes.len; ++n) {
    (void)pq_utf8_next(t->bytes, &at);
  }
  return (uint32_t)at;
}

pq_span pq_re_span(const pq_remaking *m, pq_text_id text,
                   const pq_replace *row) {
  const pq_text *const t = &m->r->texts.at[text];
  pq_span span = {byte_of(t, row->begin), byte_of(t, row->end)};
  if (span.begin > span.end) span.end = span.begin;
  return pq_plain_span(&t->plain, span);
}

pq_sentence_id pq_re_sentence(const pq_remaking *m, pq_text_id text,
                              uint32_t at) {
  pq_sentence_id low = 0;
  pq_sentence_id high = m->r->sentences.n - 1;
  while (low < high) { /* the last one that begins before, or there */
    const pq_sentence_id mid = high - (high - low) / 2;
    const pq_sentence *const s = &m->r->sentences.at[mid];
    const bool ahead =
        s->text < text || (s->text == text && s->span.begin <= at);
    if (ahead) {
      low = mid;
    } else {
      high = mid - 1;
    }
  }
  const bool before = m->r->sentences.at[low].text < text;
  return before && low + 1 < m->r->sentences.n ? low + 1 : low;
}

/* ---- words of a text ---- */

static size_t skip_space(pq_view text, size_t at) {
  while (at < text.len && pq_is_space(text.ptr[at])) {
    ++at;
  }
  return at;
}

/* How much of the text is these words, lines and spaces being alike; 0: it does
 * not begin with them. */
static size_t match(pq_view text, pq_view words) {
  size_t at = 0;
  size_t k = 0;
  while (k < words.len) {
    if (at == text.len) return 0;
    if (pq_is_space(words.ptr[k])) {
      if (!pq_is_space(text.ptr[at])) return 0;
      at = skip_space(text, at);
      k = skip_space(words, k);
    } else if (text.ptr[at++] != words.ptr[k++]) {
      return 0;
    }
  }
  return at;
}

static bool find_within(pq_view text, pq_span within, pq_view sought,
                        pq_span *out) {
  for (uint32_t at = within.begin; at < within.end; ++at) {
    const pq_view rest = pq_view_skip(pq_view_head(text, within.end), at);
    const size_t n = match(rest, sought);
    if (!n) continue;
    *out = (pq_span){at, at + (uint32_t)n};
    return true;
  }
  return false;
}

bool pq_re_find(const pq_remaking *m, const pq_evidence *e, pq_view words,
                pq_span *out) {
  const pq_sentence *const s = &m->r->sentences.at[e->sentence];
  const pq_view text = m->r->texts.at[s->text].plain.bytes;
  const pq_span rest = {m->tails.at[s->text], (uint32_t)text.len};
  return find_within(text, e->span, words, out) ||
         find_within(text, s->span, words, out) ||
         find_within(text, rest, words, out);
}

/* ---- quotes in their places ---- */

typedef struct quote {
  uint32_t begin, end;
  pq_view words;
} quote;

typedef PQ_VEC(quote) quotes;

/* Rows of one document. */
typedef struct rows {
  pq_replace *at;
  uint32_t n;
} rows;

enum {
  N_KINDS = 3
};

static void find_rows(const pq_remaking *m, pq_rdf_id document,
                      rows out[N_KINDS]) {
  const pq_places *const all[N_KINDS] = {&m->rg->evidence, &m->rg->passages,
                                         &m->rg->mentions};
  for (size_t i = 0; i < N_KINDS; ++i) {
    const uint32_t first = pq_re_first(all[i], document);
    uint32_t n = 0;
    while (first + n < all[i]->n &&
           all[i]->at[first + n].document == document) {
      ++n;
    }
    if (i && m->all) n = 0; /* nobody reads the text of all records */
    out[i] = (rows){n ? all[i]->at + first : NULL, n};
  }
}

static pq_view words_of(const pq_remaking *m, const pq_replace *row) {
  return pq_re_text(m, row->node, PQ_TERM_ANCHOR_OF);
}

static bool is_placed(const pq_replace *row, pq_view words) {
  return row->begin < row->end && row->end <= PQ_RECORD_MOST &&
         pq_utf8_count(words) == row->end - row->begin;
}

/* What has no place that its words fit in comes behind all others. */
static void place_rows(const pq_remaking *m, rows of[N_KINDS]) {
  uint32_t most = 0;
  for (size_t i = 0; i < N_KINDS; ++i) {
    for (uint32_t k = 0; k < of[i].n; ++k) {
      const pq_replace *const row = &of[i].at[k];
      if (is_placed(row, words_of(m, row)) && row->end > most) most = row->end;
    }
  }
  for (size_t i = 0; i < N_KINDS; ++i) {
    for (uint32_t k = 0; k < of[i].n; ++k) {
      pq_replace *const row = &of[i].at[k];
      const pq_view words = words_of(m, row);
      if (!words.len || is_placed(row, words)) continue;
      row->begin = most + 1;
      row->end = row->begin + (uint32_t)pq_utf8_count(words);
      most = row->end;
    }
    pq_re_sort(of[i].at, of[i].n);
  }
}

static int by_begin(const void *one, const void *two) {
  const quote *const a = one;
  const quote *const b = two;
  if (a->begin != b->begin) return a->begin < b->begin ? -1 : 1;
  return (a->end > b->end) - (a->end < b->end);
}

static pq_status list_rows(const pq_remaking *m, const rows *of, quotes *out) {
  for (uint32_t k = 0; k < of->n; ++k) {
    const pq_replace *const row = &of->at[k];
    const quote one = {row->begin, row->end, words_of(m, row)};
    if (one.words.len) PQ_PUSH(m->arena, out, one);
  }
  return PQ_OK;
}

static pq_status list_quotes(const pq_remaking *m, const rows of[N_KINDS],
                             quotes *out) {
  pq_status st = PQ_OK;
  for (size_t i = 0; i < N_KINDS; ++i) {
    PQ_TRY(st, list_rows(m, &of[i], out));
  }
  if (out->n) qsort(out->at, out->n, sizeof *out->at, by_begin);
  return PQ_OK;
}

static pq_status add_sentence(const pq_remaking *m, pq_text_id text,
                              pq_part part, pq_span span) {
  const pq_sentence one = {
      .text = text, .part = part, .span = span, .paragraph = m->r->sentences.n};
  if (!pq_span_empty(span)) PQ_PUSH(m->arena, &m->r->sentences, one);
  return PQ_OK;
}

/* Write them down, blanks between them; a piece that has none is a sentence. */
static pq_status lay_quotes(const pq_remaking *m, const quotes *all,
                            pq_part part, pq_buf *out) {
  pq_status st = PQ_OK;
  const pq_text_id text = m->r->texts.n;
  uint32_t point = 0;
  pq_span piece = {0, 0};
  for (uint32_t i = 0; i < all->n; ++i) {
    const quote *const q = &all->at[i];
    if (q->begin > point) {
      PQ_TRY(st, add_sentence(m, text, part, piece));
      for (; point < q->begin; ++point) {
        pq_buf_char(out, ' ');
      }
      piece = (pq_span){(uint32_t)out->len, (uint32_t)out->len};
    }
    size_t at = 0;
    for (uint32_t n = q->begin; n < point && at < q->words.len; ++n) {
      (void)pq_utf8_next(q->words, &at);
    }
    pq_buf_put(out, pq_view_skip(q->words, at));
    if (q->end > point) point = q->end;
    piece.end = (uint32_t)out->len;
  }
  PQ_TRY(st, add_sentence(m, text, part, piece));
  return out->status;
}

/* Cues that are not in their quote stand somewhere: behind the text. */
static void lay_words(const pq_remaking *m, pq_rdf_id node, pq_term predicate,
                      pq_buf *out) {
  uint32_t n = 0;
  const pq_view quoted = pq_re_text(m, node, PQ_TERM_ANCHOR_OF);
  const pq_span whole = {0, (uint32_t)quoted.len};
  const pq_rdf_triple *const t = pq_re_all(m, node, predicate, &n);
  for (uint32_t k = 0; k < n; ++k) {
    const pq_view words = pq_rdf_text(m->rdf, t[k].object);
    pq_span found;
    if (find_within(quoted, whole, words, &found)) continue;
    pq_buf_char(out, '\n');
    pq_buf_put(out, words);
  }
}

static void lay_cues(const pq_remaking *m, const rows *evidence, pq_buf *out) {
  for (uint32_t i = 0; i < evidence->n; ++i) {
    lay_words(m, evidence->at[i].node, PQ_TERM_CUE, out);
    lay_words(m, evidence->at[i].node, PQ_TERM_SETTING, out);
  }
}

/* ---- a document ---- */

static pq_status store(pq_remaking *m, pq_source source, pq_view bytes,
                       size_t tail, pq_view digits) {
  pq_status st = PQ_OK;
  pq_text_id id = 0;
  PQ_TRY(st, pq_store_text(m->r, source, bytes, &id));
  pq_re_digest(digits, &m->r->texts.at[id].digest);
  const pq_plain *const plain = &m->r->texts.at[id].plain;
  PQ_PUSH(m->arena, &m->tails, pq_plain_from(plain, (uint32_t)tail));
  return PQ_OK;
}

/* The sentences from `first` on were counted in the text as written. */
static void count_plain(const pq_remaking *m, uint32_t first) {
  for (uint32_t i = first; i < m->r->sentences.n; ++i) {
    pq_sentence *const s = &m->r->sentences.at[i];
    s->span = pq_plain_span(&m->r->texts.at[s->text].plain, s->span);
  }
}

static pq_status add_quotes(pq_remaking *m, const pq_redocument *d) {
  pq_status st = PQ_OK;
  const uint32_t first = m->r->sentences.n;
  rows of[N_KINDS];
  quotes all = {NULL, 0, 0};
  pq_view bytes = {"", 0};
  pq_buf text;
  const pq_part part =
      d->source == PQ_SOURCE_DISPLAY_NAME ? PQ_PART_TITLE : PQ_PART_SUMMARY;
  find_rows(m, d->term, of);
  place_rows(m, of);
  PQ_TRY(st, list_quotes(m, of, &all));
  pq_buf_init(&text, m->arena->alloc);
  st = lay_quotes(m, &all, part, &text);
  const size_t tail = text.len;
  if (!st) lay_cues(m, &of[0], &text);
  if (!st) st = text.status;
  if (!st) st = pq_arena_copy(m->arena, pq_buf_view(&text), &bytes);
  pq_buf_clear(&text);
  if (!st) st = store(m, d->source, bytes, tail, d->digits);
  if (!st) count_plain(m, first);
  return st;
}

static pq_status add_whole(pq_remaking *m, const pq_redocument *d,
                           pq_view bytes) {
  pq_status st = PQ_OK;
  const pq_regraph_source *const source = &m->rg->source;
  const pq_text_id text = m->r->texts.n;
  PQ_TRY(st, store(m, d->source, bytes, bytes.len, d->digits));
  if (source->cut && d->cut) {
    PQ_TRY(st, source->cut(source->user, m->r, text));
  }
  return PQ_OK;
}

/* A text has a sentence at least: the whole of it. */
pq_status pq_re_document(pq_remaking *m, const pq_redocument *d) {
  pq_status st = PQ_OK;
  const uint32_t before = m->r->sentences.n;
  const pq_view bytes = pq_re_text(m, d->term, PQ_TERM_IS_STRING);
  const bool whole = bytes.len && bytes.len <= PQ_RECORD_MOST;
  m->lacks_text = m->lacks_text || !whole;
  PQ_TRY(st, whole ? add_whole(m, d, bytes) : add_quotes(m, d));
  if (m->r->sentences.n > before) return PQ_OK;
  const pq_sentence all = {.text = m->r->texts.n - 1,
                           .part = PQ_PART_SUMMARY,
                           .span = {0, m->tails.at[m->r->texts.n - 1]},
                           .paragraph = before};
  PQ_PUSH(m->arena, &m->r->sentences, all);
  return PQ_OK;
}
