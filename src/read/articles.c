#include "articles.h"

enum {
  AHEAD = 64 /* bytes that tell what begins here */
};

/* What may stand outside of the articles, and how each ends. */
typedef enum kind {
  K_PASSED, /* up to its mark */
  K_DOCTYPE,
  K_OPEN,
  K_CLOSE,
  K_ARTICLE, /* up to the end tag of its name */
  K_BOOK,
  K_DELETED
} kind;

static const struct row {
  pq_view head;
  kind is;
  pq_view end;
} rows[] = {
    {PQ_LIT_INIT("<?"), K_PASSED, PQ_LIT_INIT("?>")},
    {PQ_LIT_INIT("<!--"), K_PASSED, PQ_LIT_INIT("-->")},
    {PQ_LIT_INIT("<!DOCTYPE"), K_DOCTYPE, PQ_LIT_INIT(">")},
    {PQ_LIT_INIT("<PubmedArticleSet"), K_OPEN, PQ_LIT_INIT(">")},
    {PQ_LIT_INIT("</PubmedArticleSet"), K_CLOSE, PQ_LIT_INIT(">")},
    {PQ_LIT_INIT("<PubmedArticle"), K_ARTICLE, PQ_LIT_INIT("</PubmedArticle")},
    {PQ_LIT_INIT("<PubmedBookArticle"), K_BOOK,
     PQ_LIT_INIT("</PubmedBookArticle")},
    {PQ_LIT_INIT("<DeleteCitation"), K_DELETED,
     PQ_LIT_INIT("</DeleteCitation")},
};

/* What hides tags. */
static const struct {
  pq_view head, end;
} veils[] = {
    {PQ_LIT_INIT("<!--"), PQ_LIT_INIT("-->")},
    {PQ_LIT_INIT("<![CDATA["), PQ_LIT_INIT("]]>")},
};

/* Does a tag of just this name begin here? */
static bool is_tag(pq_view text, pq_view head) {
  if (!pq_view_starts(text, head)) return false;
  if (text.len == head.len) return true;
  const char next = text.ptr[head.len];
  return next == '>' || next == '/' || pq_is_space(next);
}

static const struct row *row_of(pq_view text) {
  for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
    const bool tag = rows[i].is != K_PASSED;
    if (tag ? is_tag(text, rows[i].head) : pq_view_starts(text, rows[i].head)) {
      return &rows[i];
    }
  }
  return NULL;
}

bool pq_articles_begin(pq_view head) {
  return pq_view_starts(head, PQ_LIT("<?xml")) ||
         pq_view_starts(head, PQ_LIT("<!DOCTYPE Pubmed")) ||
         pq_view_starts(head, PQ_LIT("<PubmedArticle"));
}

/* ---- what is wrong ---- */

static pq_status tell(pq_articles *a, pq_status st, uint32_t line,
                      const char *text) {
  const pq_place at = {.file = a->file, .line = line};
  a->told = true;
  return pq_fail(a->sink, st, "input.pubmed", at, "%s", text);
}

static void tell_news(pq_articles *a, const char *text) {
  const pq_note note = {.severity = PQ_NOTE_INFO,
                        .code = "input.pubmed",
                        .at = {.file = a->file, .line = a->in->line},
                        .text = pq_view_of(text)};
  (void)pq_tell(a->sink, &note);
  a->news = true;
}

static pq_status refuse(pq_articles *a, const char *text) {
  a->over = true;
  return tell(a, PQ_BAD_READ, a->in->line, text);
}

static pq_status refuse_other(pq_articles *a) {
  static const char text[] = "of XML, PubMed's is read, a PubmedArticleSet;"
                             " this is another kind and is passed over";
  if (!a->other_is_fine) return refuse(a, text);
  a->over = true;
  tell_news(a, text);
  return PQ_END;
}

/* ---- looking ahead ---- */

/* At least `n` bytes from here on, unless the input ends before. */
static pq_status look_at(const pq_articles *a, size_t n, pq_view *out) {
  pq_status st = PQ_OK;
  pq_view all = {"", 0};
  PQ_TRY(st, pq_inlet_ahead(a->in, a->at + n, &all));
  *out = pq_view_skip(all, a->at);
  return PQ_OK;
}

/* As many as tell which tag begins here; no more, for a pipe may hold the end
 * of an article and nothing behind it yet. */
static pq_status look(const pq_articles *a, pq_view *out) {
  pq_status st = PQ_OK;
  PQ_TRY(st, look_at(a, 1, out));
  if (pq_view_find(*out, '>') < out->len) return PQ_OK;
  return look_at(a, AHEAD, out);
}

static void move(pq_articles *a, size_t n) {
  a->at += n;
  if (a->keep && a->at > PQ_RECORD_MOST) {
    a->keep = false;
    a->too_long = true;
  }
  if (a->keep) return;
  pq_inlet_pass(a->in, a->at);
  a->at = 0;
}

/* Where the mark begins, or the length of the text. */
static size_t index_of(pq_view text, pq_view mark) {
  size_t at = 0;
  for (;;) {
    const pq_view rest = pq_view_skip(text, at);
    at += pq_view_find(rest, *mark.ptr);
    if (at == text.len) return at;
    if (pq_view_starts(pq_view_skip(text, at), mark)) return at;
    ++at;
  }
}

/* Go to where a mark begins, or behind it.  PQ_END: there is none. */
static pq_status find(pq_articles *a, pq_view mark, bool behind) {
  pq_status st = PQ_OK;
  size_t kept = 0; /* bytes that may be the mark's begin */
  for (;;) {
    pq_view rest = {"", 0};
    PQ_TRY(st, look_at(a, kept + 1, &rest));
    const size_t at = index_of(rest, mark);
    if (at < rest.len) {
      move(a, at + (behind ? mark.len : 0));
      return PQ_OK;
    }
    if (a->in->at_end) {
      move(a, rest.len);
      return PQ_END;
    }
    kept = rest.len < mark.len ? rest.len : mark.len - 1;
    move(a, rest.len - kept);
  }
}

/* Go behind a comment or CDATA that begins here, else behind the "<". */
static pq_status pass_tag(pq_articles *a, pq_view rest) {
  for (size_t i = 0; i < sizeof veils / sizeof *veils; ++i) {
    if (!pq_view_starts(rest, veils[i].head)) continue;
    move(a, veils[i].head.len);
    return find(a, veils[i].end, true);
  }
  move(a, 1);
  return PQ_OK;
}

/* Does what may not stand in an element of the set begin here? */
static bool is_beyond(pq_view rest) {
  const struct row *const row = row_of(rest);
  return row && row->is >= K_OPEN;
}

/* Go behind the end tag of the element that begins here.  PQ_END: the input
 * ends before; PQ_BAD_READ: another one begins. */
static pq_status find_close(pq_articles *a, const struct row *row) {
  pq_status st = PQ_OK;
  move(a, row->head.len);
  for (;;) {
    pq_view rest = {"", 0};
    PQ_TRY(st, find(a, PQ_LIT("<"), false));
    PQ_TRY(st, look(a, &rest));
    if (is_tag(rest, row->end)) return find(a, PQ_LIT(">"), true);
    if (is_beyond(rest)) return PQ_BAD_READ;
    PQ_TRY(st, pass_tag(a, rest));
  }
}

/* ---- what stands in the set ---- */

static pq_status take_doctype(pq_articles *a, const struct row *row) {
  pq_view rest = {"", 0};
  pq_status st = PQ_OK;
  for (;;) {
    PQ_TRY(st, look(a, &rest));
    const size_t end = pq_view_find(rest, *row->end.ptr);
    const pq_view head = pq_view_head(rest, end);
    if (pq_view_find(head, '[') < head.len) {
      return refuse(a, "declarations of entities are not read: write the text"
                       " in their place and take them out");
    }
    move(a, end < rest.len ? end + 1 : end);
    if (end < rest.len) return PQ_OK;
    if (!rest.len) return PQ_END;
  }
}

/* `st` says how: the input ends (PQ_END), or what may not stand in it begins.
 */
static pq_status tell_endless(pq_articles *a, pq_status st, uint32_t line) {
  if (st == PQ_END) a->open = false; /* that is told herewith */
  return tell(a, PQ_BAD_READ, line,
              st == PQ_END ? "the file is cut off within what begins here"
                           : "what begins here has no end, and is left out");
}

static pq_status take_article(pq_articles *a, const struct row *row,
                              pq_view *out, uint32_t *line) {
  pq_status st = PQ_OK;
  const uint32_t first = a->in->line;
  a->keep = true;
  a->too_long = false;
  st = find_close(a, row);
  const size_t len = a->at;
  a->keep = false;
  if (st && st != PQ_END && st != PQ_BAD_READ) return st;
  pq_view all = {"", 0};
  if (!st && !a->too_long) PQ_TRY(st, pq_inlet_ahead(a->in, len, &all));
  move(a, 0); /* all of it is passed */
  if (st) return tell_endless(a, st, first);
  if (a->too_long) {
    return tell(a, PQ_LIMIT, first,
                "this article is longer than 4 MiB and is skipped");
  }
  *out = pq_view_head(all, len);
  *line = first;
  return PQ_OK;
}

/* PQ_END: no article yet. */
static pq_status pass(pq_articles *a, const struct row *row) {
  const uint32_t line = a->in->line;
  if (row->is == K_BOOK) {
    tell_news(a, "a book of PubMed is no article; it is passed over");
  }
  const pq_status st =
      row->is >= K_ARTICLE ? find_close(a, row) : find(a, row->end, true);
  if (st == PQ_BAD_READ || st == PQ_END) return tell_endless(a, st, line);
  if (st) return st;
  if (row->is == K_OPEN) a->open = true;
  if (row->is == K_CLOSE) a->open = false;
  return PQ_END;
}

/* Go to what is known; what is not, is told once. */
static pq_status pass_strange(pq_articles *a) {
  pq_status st = PQ_OK;
  const uint32_t line = a->in->line;
  if (!a->begun) return refuse_other(a);
  for (;;) {
    pq_view rest = {"", 0};
    st = find(a, PQ_LIT("<"), false);
    if (st == PQ_END) break;
    if (st) return st;
    PQ_TRY(st, look(a, &rest));
    if (is_beyond(rest)) break;
    move(a, 1);
  }
  return tell(a, PQ_BAD_READ, line,
              "what begins here is in no article; it is passed over");
}

static pq_status end(pq_articles *a) {
  a->over = true;
  if (!a->open) return PQ_END;
  return tell(a, PQ_BAD_READ, a->in->line,
              "the file is cut off: it ends before </PubmedArticleSet>");
}

/* Over white space, and a byte order mark. */
static void pass_space(pq_articles *a, pq_view *rest) {
  size_t n = 0;
  if (!a->begun && pq_view_starts(*rest, PQ_LIT("\xEF\xBB\xBF"))) n = 3;
  while (n < rest->len && pq_is_space(rest->ptr[n])) {
    ++n;
  }
  move(a, n);
  *rest = pq_view_skip(*rest, n);
}

/* One step; PQ_END with `over` not set: no article yet. */
static pq_status step(pq_articles *a, pq_view *out, uint32_t *line) {
  pq_status st = PQ_OK;
  pq_view rest = {"", 0};
  PQ_TRY(st, look(a, &rest));
  if (!rest.len) return end(a);
  pass_space(a, &rest);
  if (!rest.len) return PQ_END;
  PQ_TRY(st, look(a, &rest));
  const struct row *const row = row_of(rest);
  if (!row) return pass_strange(a);
  if (row->is >= K_OPEN) a->begun = true;
  if (row->is == K_DOCTYPE) {
    st = take_doctype(a, row);
    return st ? st : PQ_END;
  }
  if (row->is == K_ARTICLE) return take_article(a, row, out, line);
  return pass(a, row);
}

pq_status pq_articles_next(pq_articles *a, pq_view *out, uint32_t *line) {
  a->told = false;
  while (!a->over) {
    const pq_status st = step(a, out, line);
    if (st != PQ_END) return st;
  }
  return PQ_END;
}

bool pq_articles_ready(const pq_articles *a) {
  const pq_view rest = pq_view_skip(pq_buf_view(&a->in->hold), a->in->given);
  const pq_view mark = PQ_LIT("</PubmedArticle>");
  return index_of(rest, mark) < rest.len;
}
