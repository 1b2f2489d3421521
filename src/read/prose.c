#include "prose.h"

#include "sentence.h"

/* What a line is in Markdown. */
typedef enum kind {
  KIND_BLANK,
  KIND_HEADING,
  KIND_UNDERLINE, /* === or ---: a heading above it, else a rule */
  KIND_FENCE,
  KIND_ITEM,
  KIND_ROW,   /* of a table */
  KIND_LABEL, /* **Species:** Homo sapiens */
  KIND_TEXT
} kind;

typedef struct line {
  kind kind;
  pq_span all;    /* with its end */
  pq_span words;  /* without marks */
  uint32_t level; /* of a heading */
} line;

/* ---- lines ---- */

static uint32_t count_of(pq_view text, char c) {
  uint32_t n = 0;
  while (n < text.len && text.ptr[n] == c) {
    ++n;
  }
  return n;
}

static bool is_underline(pq_view words) {
  if (words.len < 3 || !strchr("=-*_", words.ptr[0])) return false;
  return count_of(words, words.ptr[0]) == words.len;
}

/* The labels that our own layout writes above the summary. */
static bool is_label(pq_view words) {
  static const pq_view labels[] = {
      PQ_LIT_INIT("**Reactome ID:**"), PQ_LIT_INIT("**Stable ID:**"),
      PQ_LIT_INIT("**ID:**"),          PQ_LIT_INIT("**Species:**"),
      PQ_LIT_INIT("**Type:**"),        PQ_LIT_INIT("**Pathways:**")};
  for (size_t i = 0; i < sizeof labels / sizeof *labels; ++i) {
    if (pq_view_alike(pq_view_head(words, labels[i].len), labels[i])) {
      return true;
    }
  }
  return false;
}

/* Bytes of "- ", "* ", "+ ", "12. " or "3) " before an item's words, or 0. */
static uint32_t item_mark(pq_view words) {
  uint32_t n = 0;
  while (n < words.len && n < 3 && pq_is_digit(words.ptr[n])) {
    ++n;
  }
  if (n == words.len) return 0;
  const bool mark = strchr(n ? ".)" : "-*+", words.ptr[n]);
  const pq_view behind = pq_view_skip(words, n + 1);
  return mark && pq_view_starts(behind, PQ_LIT(" ")) ? n + 2 : 0;
}

static void narrow(pq_view text, pq_span *s) {
  while (s->begin < s->end && pq_is_space(text.ptr[s->begin])) {
    ++s->begin;
  }
  while (s->end > s->begin && pq_is_space(text.ptr[s->end - 1])) {
    --s->end;
  }
}

/* "## Words ##" */
static bool read_heading(pq_view text, line *l) {
  const uint32_t n = count_of(pq_span_text(text, l->words), '#');
  const pq_span behind = {l->words.begin + n, l->words.end};
  const pq_view rest = pq_span_text(text, behind);
  if (n < 1 || n > 6 || (rest.len && !pq_is_space(rest.ptr[0]))) return false;
  l->kind = KIND_HEADING;
  l->level = n;
  l->words = behind;
  while (l->words.end > l->words.begin && text.ptr[l->words.end - 1] == '#') {
    --l->words.end;
  }
  narrow(text, &l->words);
  return true;
}

static kind kind_of(pq_view words) {
  if (!words.len) return KIND_BLANK;
  if (is_underline(words)) return KIND_UNDERLINE;
  if (pq_view_starts(words, PQ_LIT("```")) ||
      pq_view_starts(words, PQ_LIT("~~~"))) {
    return KIND_FENCE;
  }
  if (is_label(words)) return KIND_LABEL;
  return words.ptr[0] == '|' ? KIND_ROW : KIND_TEXT;
}

static line line_at(pq_view text, uint32_t at, uint32_t end) {
  const pq_view rest = pq_view_skip(pq_view_head(text, end), at);
  const size_t n = pq_view_find(rest, '\n');
  const uint32_t next = at + (uint32_t)(n + (n < rest.len));
  line l = {.all = {at, next}, .words = {at, next}};
  narrow(text, &l.words);
  if (read_heading(text, &l)) return l;
  while (l.words.begin < l.words.end && text.ptr[l.words.begin] == '>') {
    ++l.words.begin; /* a quotation is prose like any other */
    narrow(text, &l.words);
  }
  const uint32_t mark = item_mark(pq_span_text(text, l.words));
  l.kind = mark ? KIND_ITEM : kind_of(pq_span_text(text, l.words));
  l.words.begin += mark;
  narrow(text, &l.words);
  return l;
}

/* The line behind a fenced block; behind the fence if it is never closed. */
static uint32_t skip_fence(pq_view text, const line *fence, uint32_t end) {
  const pq_view mark = pq_view_head(pq_span_text(text, fence->words), 3);
  for (uint32_t at = fence->all.end; at < end;) {
    const line l = line_at(text, at, end);
    at = l.all.end;
    if (l.kind == KIND_FENCE &&
        pq_view_starts(pq_span_text(text, l.words), mark)) {
      return at;
    }
  }
  return fence->all.end;
}

/* A heading's words have a line of = or - below them: its level, or 0. */
static uint32_t level_below(pq_view text, const line *l, uint32_t end) {
  if (l->kind != KIND_TEXT || l->all.end >= end) return 0;
  const line below = line_at(text, l->all.end, end);
  if (below.kind != KIND_UNDERLINE) return 0;
  const char c = text.ptr[below.words.begin];
  return c == '=' ? 1 : c == '-' ? 2 : 0;
}

/* The next line, headings of both kinds made one; `*alone`: no text stands
 * right above it. */
static line take_line(pq_view text, uint32_t *at, uint32_t end, bool *alone) {
  line l = line_at(text, *at, end);
  const uint32_t level = *alone ? level_below(text, &l, end) : 0;
  if (level) {
    l.all.end = line_at(text, l.all.end, end).all.end;
    l.kind = KIND_HEADING;
    l.level = level;
  }
  if (l.kind == KIND_FENCE) {
    l.all.end = skip_fence(text, &l, end);
    l.kind = KIND_BLANK;
  }
  *alone = l.kind != KIND_TEXT && l.kind != KIND_ITEM;
  *at = l.all.end;
  return l;
}

/* ---- sections ---- */

static bool is_summary(pq_view text, const line *l) {
  return pq_view_alike(pq_span_text(text, l->words), PQ_LIT("Summary"));
}

static bool is_references(pq_view text, const line *l) {
  static const pq_view names[] = {
      PQ_LIT_INIT("References"),       PQ_LIT_INIT("Reference list"),
      PQ_LIT_INIT("Bibliography"),     PQ_LIT_INIT("Literature"),
      PQ_LIT_INIT("Literature cited"), PQ_LIT_INIT("Literature references"),
      PQ_LIT_INIT("Works cited")};
  pq_view words = pq_span_text(text, l->words);
  if (pq_view_ends(words, PQ_LIT(":"))) --words.len;
  for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
    if (pq_view_alike(words, names[i])) return true;
  }
  return false;
}

/* Follow headings: `*list` is the level of the heading of references that the
 * line is below, or is, or 0. */
static void follow_list(pq_view text, const line *l, uint32_t *list) {
  if (l->kind != KIND_HEADING || (*list && l->level > *list)) return;
  *list = is_references(text, l) ? l->level : 0;
}

/* Sections as they come by. */
typedef struct finder {
  pq_view text;
  pq_prose found;
  uint32_t list;   /* level of a heading of references, while below it */
  uint32_t level;  /* of the summary's heading, while inside it */
  bool other;      /* inside another section of level 2 */
  uint32_t behind; /* the title */
} finder;

static void take_heading(finder *f, const line *l) {
  pq_prose *const p = &f->found;
  const uint32_t closing = f->level > 2 ? f->level : 2;
  if (f->level && l->level > closing) return;
  if (f->level) p->body.end = l->all.begin;
  f->level = 0;
  f->other = false;
  if (f->list) return;
  if (!p->summary && is_summary(f->text, l)) {
    p->summary = true;
    f->level = l->level;
    p->body.begin = l->all.end;
    p->body.end = (uint32_t)f->text.len;
  } else if (pq_span_empty(p->title) && !p->summary) {
    p->title = l->words;
    f->behind = l->all.end;
  } else {
    f->other = l->level <= 2;
  }
}

pq_prose pq_prose_find(pq_view text, uint32_t begin) {
  finder f = {.text = text, .behind = begin};
  const uint32_t end = (uint32_t)text.len;
  bool alone = true;
  for (uint32_t at = begin; at < end;) {
    const line l = take_line(text, &at, end, &alone);
    follow_list(text, &l, &f.list);
    if (l.kind == KIND_HEADING) take_heading(&f, &l);
    if (l.kind == KIND_TEXT && f.other && !f.found.unread) {
      f.found.unread = l.words.begin;
    }
    const bool item = l.kind == KIND_TEXT || l.kind == KIND_ITEM;
    if (item && f.list && !f.found.listed) f.found.listed = l.words.begin;
  }
  if (!f.found.summary) {
    f.found.body = (pq_span){f.behind, end};
    f.found.unread = 0;
  }
  return f.found;
}

/* ---- blocks ---- */

/* Lines that make one block, as they are gathered. */
typedef struct gatherer {
  pq_record *r;
  const pq_stops *stops;
  pq_block block; /* an empty span: none is open */
} gatherer;

static pq_status flush(gatherer *g) {
  const pq_block done = g->block;
  g->block.span = (pq_span){0, 0};
  g->block.part = PQ_PART_SUMMARY;
  g->block.whole = false;
  if (pq_span_empty(done.span)) return PQ_OK;
  return pq_sentence_cut(g->r, &done, g->stops);
}

static pq_status put_line(gatherer *g, const line *l) {
  pq_status st = PQ_OK;
  if (l->kind != KIND_TEXT) PQ_TRY(st, flush(g));
  switch (l->kind) {
  case KIND_BLANK:
  case KIND_UNDERLINE:
  case KIND_FENCE:
  case KIND_LABEL: return PQ_OK;
  case KIND_HEADING:
    g->block.part = PQ_PART_HEADING;
    g->block.whole = true;
    g->block.span = l->words;
    return flush(g);
  case KIND_ROW:
    g->block.part = PQ_PART_ITEM;
    g->block.span = l->words;
    return flush(g);
  case KIND_ITEM: g->block.part = PQ_PART_ITEM; break;
  case KIND_TEXT: break;
  }
  g->block.span = pq_span_join(g->block.span, l->words);
  return PQ_OK;
}

pq_status pq_prose_cut(pq_record *r, pq_text_id text, pq_span body,
                       const pq_stops *stops) {
  pq_status st = PQ_OK;
  const pq_view bytes = r->texts.at[text].plain.bytes;
  gatherer g = {
      .r = r, .stops = stops, .block = {.text = text, .part = PQ_PART_SUMMARY}};
  bool alone = true;
  uint32_t list = 0;
  for (uint32_t at = body.begin; at < body.end;) {
    line l = take_line(bytes, &at, body.end, &alone);
    follow_list(bytes, &l, &list);
    if (list) l.kind = KIND_BLANK;
    PQ_TRY(st, put_line(&g, &l));
  }
  return flush(&g);
}
