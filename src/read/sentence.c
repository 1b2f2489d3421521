#include "sentence.h"

#include "bracket.h"
#include "stop.h"

#include "base/utf8.h"

/* Cutting one segment. */
typedef struct cutter {
  pq_record *r;
  const pq_block *block;
  const pq_stops *stops;
  pq_view text;
  pq_span piece; /* the segment */
  uint32_t paragraph;
  pq_brackets brackets;
  uint32_t next;  /* bracket, at or behind where the cutter stands */
  uint32_t begin; /* of the sentence */
} cutter;

/* ---- sentences ---- */

static pq_status emit(cutter *c, uint32_t end) {
  const pq_span s = pq_stop_trim(c->text, (pq_span){c->begin, end});
  c->begin = end;
  if (pq_span_empty(s)) return PQ_OK;
  const pq_sentence made = {.text = c->block->text,
                            .part = c->block->part,
                            .span = s,
                            .paragraph = c->paragraph};
  PQ_PUSH(c->r->arena, &c->r->sentences, made);
  return PQ_OK;
}

static const pq_span *bracket_at(cutter *c, uint32_t at) {
  while (c->next < c->brackets.found.n &&
         c->brackets.found.at[c->next].begin < at) {
    ++c->next;
  }
  if (c->next == c->brackets.found.n) return NULL;
  const pq_span *const b = &c->brackets.found.at[c->next];
  return b->begin == at ? b : NULL;
}

/* Behind what may close a sentence after its stop: quotes, emphasis. */
static uint32_t skip_closers(const cutter *c, uint32_t at) {
  while (at < c->piece.end && pq_stop_closes(c->text, &at)) {}
  return at;
}

/* A bracket of citations behind the stop at `at` is the sentence's own:
 * "... of GJ degradation. (Qin et al., 2003)".  Its end, or `at`. */
static uint32_t take_citations(cutter *c, uint32_t at) {
  uint32_t end = at;
  for (;;) {
    const uint32_t from = pq_stop_skip_space(c->text, end, c->piece.end);
    const pq_span *const b = bracket_at(c, from);
    if (!b || !pq_bracket_cites(c->text, *b)) return end;
    end = b->end;
    const pq_view rest = pq_view_skip(c->text, end);
    end += end < c->piece.end && pq_view_starts(rest, PQ_LIT("."));
  }
}

/* Does a sentence end with the stop, and closers, before `end`? */
static bool ends_at(const cutter *c, uint32_t stop, uint32_t end) {
  const pq_stop_place place = {.text = c->text,
                               .begin = c->begin,
                               .stop = stop,
                               .end = end,
                               .limit = c->piece.end};
  return pq_stop_ends(&place, c->stops);
}

/* Step over a stop; `*at` ends up behind it. */
static pq_status pass_stop(cutter *c, uint32_t *at) {
  const uint32_t stop = *at;
  uint32_t end = stop + 1;
  while (end < c->piece.end && pq_stop_is(c->text.ptr[end])) {
    ++end;
  }
  end = skip_closers(c, end);
  const uint32_t cited = take_citations(c, end);
  *at = cited;
  if (cited > end) {
    return pq_stop_begins(c->text, cited, c->piece.end) ? emit(c, cited)
                                                        : PQ_OK;
  }
  return ends_at(c, stop, end) ? emit(c, end) : PQ_OK;
}

/* A sentence in brackets ends with them: "(Here ... is annotated.) Next". */
static pq_status pass_bracket(cutter *c, const pq_span *b, uint32_t *at) {
  const uint32_t first = pq_stop_skip_space(c->text, c->begin, c->piece.end);
  const bool own = first == b->begin && pq_stop_is(c->text.ptr[b->end - 2]);
  *at = b->end;
  if (!own) return PQ_OK;
  *at = take_citations(c, b->end);
  return pq_stop_begins(c->text, *at, c->piece.end) ? emit(c, *at) : PQ_OK;
}

/* Bytes at which the cutter stops to look; most are letters and spaces. */
static const uint8_t sights[256] = {
    ['('] = 1, ['['] = 1, ['.'] = 1, ['?'] = 1, ['!'] = 1};

static pq_status cut_segment(cutter *c, pq_span piece) {
  pq_status st = PQ_OK;
  c->piece = piece;
  c->begin = piece.begin;
  c->next = 0;
  PQ_TRY(st, pq_brackets_find(&c->brackets, c->r->arena, c->text, piece));
  for (uint32_t at = piece.begin;;) {
    at = (uint32_t)pq_view_seek(c->text, at, piece.end, sights);
    if (at >= piece.end) break;
    const pq_span *const b = bracket_at(c, at);
    if (b) {
      PQ_TRY(st, pass_bracket(c, b, &at));
    } else if (pq_stop_is(c->text.ptr[at])) {
      PQ_TRY(st, pass_stop(c, &at));
    } else {
      ++at;
    }
  }
  return emit(c, piece.end);
}

/* ---- segments ---- */

static bool is_item(pq_view line) {
  size_t n = 0;
  while (n < line.len && n < 3 && pq_is_digit(line.ptr[n])) {
    ++n;
  }
  if (n) {
    return n + 1 < line.len && (line.ptr[n] == '.' || line.ptr[n] == ')') &&
           line.ptr[n + 1] == ' ';
  }
  return pq_view_starts(line, PQ_LIT("- ")) ||
         pq_view_starts(line, PQ_LIT("* ")) ||
         pq_view_starts(line, PQ_LIT("\xE2\x80\xA2"));
}

/* The end of a line that ends the segment too: what follows is blank, or
 * begins an item.  Returns the bytes of the break, or 0. */
static uint32_t line_break(pq_view rest) {
  size_t n = 1;
  while (n < rest.len &&
         (rest.ptr[n] == ' ' || rest.ptr[n] == '\t' || rest.ptr[n] == '\r')) {
    ++n;
  }
  const pq_view line = pq_view_skip(rest, n);
  if (line.len && line.ptr[0] != '\n' && !is_item(line)) return 0;
  return (uint32_t)n;
}

static pq_status cut_all(cutter *c, pq_span span) {
  pq_status st = PQ_OK;
  pq_span piece = {span.begin, span.begin};
  for (;;) {
    const pq_view rest =
        pq_view_skip(pq_view_head(c->text, span.end), piece.end);
    piece.end += (uint32_t)pq_view_find(rest, '\n');
    if (piece.end == span.end) break;
    const uint32_t n =
        line_break(pq_view_skip(pq_view_head(c->text, span.end), piece.end));
    if (!n) {
      ++piece.end;
      continue;
    }
    const uint32_t before = c->r->sentences.n;
    PQ_TRY(st, cut_segment(c, piece));
    c->paragraph += c->r->sentences.n > before;
    piece.begin = piece.end + n;
    piece.end = piece.begin;
  }
  return cut_segment(c, piece);
}

pq_status pq_sentence_cut(pq_record *r, const pq_block *block,
                          const pq_stops *stops) {
  cutter c = {.r = r,
              .block = block,
              .stops = stops,
              .text = r->texts.at[block->text].plain.bytes};
  const uint32_t n = r->sentences.n;
  if (n) c.paragraph = r->sentences.at[n - 1].paragraph + 1;
  if (!block->whole) return cut_all(&c, block->span);
  c.begin = block->span.begin;
  return emit(&c, block->span.end);
}
