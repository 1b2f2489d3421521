#include "plain_part.h"

enum {
  TAG_MOST = 300,
  FAR = 3000,       /* to the end of what a tag marks */
  SCRIPT_MOST = 80, /* of <sup>; longer ones are text */
  WORDS_MOST = 300, /* of a link */
  ADDRESS_MOST = 2000,
  LABEL_MOST = 20,
  FOOTNOTE_MOST = 20
};

/* ---- tags ---- */

static const struct {
  pq_view name;
  pq_tag is;
} tags[] = {{PQ_LIT_INIT("i"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("b"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("a"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("sub"), PQ_TAG_LOWER},
            {PQ_LIT_INIT("sup"), PQ_TAG_UPPER},
            {PQ_LIT_INIT("em"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("strong"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("span"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("font"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("u"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("s"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("q"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("tt"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("big"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("small"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("code"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("cite"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("abbr"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("acronym"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("mark"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("ins"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("var"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("dfn"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("italic"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("bold"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("underline"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("monospace"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("sc"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("xref"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("wbr"), PQ_TAG_LOOK},
            {PQ_LIT_INIT("br"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("p"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("li"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("ul"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("ol"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("dl"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("dt"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("dd"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("div"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("hr"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("table"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("tbody"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("thead"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("tr"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("td"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("th"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("h1"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("h2"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("h3"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("h4"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("h5"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("h6"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("blockquote"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("section"), PQ_TAG_BREAK},
            {PQ_LIT_INIT("center"), PQ_TAG_BREAK}};

/* What opens and closes tags: "<" and ">", or their entities. */
typedef struct fence {
  pq_view open, close;
} fence;

static const fence plain_fence = {PQ_LIT_INIT("<"), PQ_LIT_INIT(">")};
static const fence entity_fence = {PQ_LIT_INIT("&lt;"), PQ_LIT_INIT("&gt;")};

/* A tag while it is read. */
typedef struct tag {
  const fence *in;
  bool closes; /* "</i>" */
  pq_view name;
  size_t len;
} tag;

static size_t find(pq_view text, pq_view sought, size_t most) {
  const pq_view within = pq_view_head(text, most);
  for (size_t at = 0; at + sought.len <= within.len; ++at) {
    at += pq_view_find(pq_view_skip(within, at), sought.ptr[0]);
    if (pq_view_starts(pq_view_skip(within, at), sought)) return at;
  }
  return text.len;
}

/* "i", "a href="...", "br /": no "a and c", which is prose. */
static bool is_form(pq_view behind) {
  if (pq_view_ends(behind, PQ_LIT("/"))) --behind.len;
  behind = pq_view_trim(behind);
  return !behind.len || pq_view_find(behind, '=') < behind.len;
}

static bool read_tag(pq_view text, const fence *in, tag *out) {
  if (!pq_view_starts(text, in->open)) return false;
  *out = (tag){.in = in};
  const size_t end = find(text, in->close, TAG_MOST);
  if (end == text.len) return false;
  pq_view inner = pq_view_skip(pq_view_head(text, end), in->open.len);
  out->len = end + in->close.len;
  if (pq_view_starts(inner, PQ_LIT("/"))) {
    out->closes = true;
    inner = pq_view_skip(inner, 1);
  }
  out->name.ptr = inner.ptr;
  while (out->name.len < inner.len && (pq_is_alpha(inner.ptr[out->name.len]) ||
                                       pq_is_digit(inner.ptr[out->name.len]))) {
    ++out->name.len;
  }
  const pq_view behind = pq_view_skip(inner, out->name.len);
  return out->name.len && pq_view_find(behind, '<') == behind.len &&
         (!behind.len || behind.ptr[0] == '/' || pq_is_space(behind.ptr[0])) &&
         is_form(behind);
}

/* Where "</name>" stands in the text, or its length. */
static size_t closing_of(pq_view text, const tag *t, size_t most) {
  for (size_t at = 0; at < text.len && at < most; ++at) {
    at += find(pq_view_skip(text, at), t->in->open, most - at);
    if (at >= text.len) break;
    tag end = {0};
    if (read_tag(pq_view_skip(text, at), t->in, &end) && end.closes &&
        pq_view_alike(end.name, t->name)) {
      return at;
    }
  }
  return text.len;
}

static pq_tag kind_of(pq_view name) {
  for (size_t i = 0; i < sizeof tags / sizeof *tags; ++i) {
    if (pq_view_alike(name, tags[i].name)) return tags[i].is;
  }
  return PQ_TAG_NONE;
}

static pq_tag comment(pq_view text, size_t *len) {
  if (!pq_view_starts(text, PQ_LIT("<!--"))) return PQ_TAG_NONE;
  const size_t end = find(text, PQ_LIT("-->"), FAR);
  *len = end + 3;
  return end == text.len ? PQ_TAG_NONE : PQ_TAG_LOOK;
}

pq_tag pq_plain_tag(pq_view text, size_t *len, pq_view *within) {
  tag t = {0};
  if (!read_tag(text, &plain_fence, &t) && !read_tag(text, &entity_fence, &t)) {
    return comment(text, len);
  }
  const pq_tag kind = kind_of(t.name);
  *len = t.len;
  if (kind == PQ_TAG_NONE || kind == PQ_TAG_BREAK) return kind;
  if (t.closes) return PQ_TAG_LOOK;
  if (pq_view_alike(t.name, PQ_LIT("wbr"))) return kind; /* has no end */
  /* "A<B>C" and "p<i" are no tags: these have an end. */
  const pq_view rest = pq_view_skip(text, t.len);
  const size_t end = closing_of(rest, &t, FAR);
  if (end == rest.len) return PQ_TAG_NONE;
  *within = pq_view_head(rest, end);
  const bool script = kind == PQ_TAG_LOWER || kind == PQ_TAG_UPPER;
  return script && end > SCRIPT_MOST ? PQ_TAG_LOOK : kind;
}

/* ---- links ---- */

/* Behind the bracket that closes the one the text begins with, or 0. */
static size_t bracket_end(pq_view text, char open, char close, size_t most) {
  size_t depth = 0;
  for (size_t i = 0; i < text.len && i < most; ++i) {
    const char c = text.ptr[i];
    if (c == '\n' && i + 1 < text.len && text.ptr[i + 1] == '\n') return 0;
    if (c == open) ++depth;
    if (c == close && --depth == 0) return i + 1;
  }
  return 0;
}

bool pq_plain_cites(pq_view words) {
  bool letter = false;
  size_t digits = 0;
  for (size_t i = 0; i <= words.len; ++i) {
    char c = ' ';
    if (i < words.len) c = words.ptr[i];
    letter = letter || pq_is_alpha(c) || (unsigned char)c >= 0x80;
    if (pq_is_digit(c)) {
      ++digits;
      continue;
    }
    if (digits == 4) return true; /* a year */
    digits = 0;
    if (pq_view_starts(pq_view_skip(words, i), PQ_LIT("et al"))) return true;
  }
  return !letter;
}

/* "https://...", "/page", "#part", "../file.md", "page.html "Title"". */
static bool is_address(pq_view text) {
  static const pq_view heads[] = {
      PQ_LIT_INIT("http"),    PQ_LIT_INIT("www."), PQ_LIT_INIT("/"),
      PQ_LIT_INIT("#"),       PQ_LIT_INIT("./"),   PQ_LIT_INIT("../"),
      PQ_LIT_INIT("mailto:"), PQ_LIT_INIT("<"),    PQ_LIT_INIT("doi:"),
      PQ_LIT_INIT("ftp://")};
  static const pq_view tails[] = {PQ_LIT_INIT(".md"),  PQ_LIT_INIT(".html"),
                                  PQ_LIT_INIT(".htm"), PQ_LIT_INIT(".pdf"),
                                  PQ_LIT_INIT(".png"), PQ_LIT_INIT(".svg"),
                                  PQ_LIT_INIT(".jpg")};
  text = pq_view_trim(text);
  const size_t space = pq_view_find(text, ' ');
  const pq_view title = pq_view_trim(pq_view_skip(text, space));
  if (title.len && title.ptr[0] != '"' && title.ptr[0] != '\'') return false;
  const pq_view address = pq_view_head(text, space);
  for (size_t i = 0; i < sizeof heads / sizeof *heads; ++i) {
    if (pq_view_starts(address, heads[i])) return true;
  }
  for (size_t i = 0; i < sizeof tails / sizeof *tails; ++i) {
    if (pq_view_ends(address, tails[i])) return true;
  }
  return false;
}

/* "[1]" behind a link's words; "[PO4]" may be a concentration. */
static bool is_label(pq_view label) {
  for (size_t i = 0; i < label.len; ++i) {
    if (!pq_is_digit(label.ptr[i])) return false;
  }
  return label.len > 0 && label.len < 4;
}

bool pq_plain_link(pq_view text, pq_view *words, size_t *end) {
  if (!text.len || text.ptr[0] != '[') return false;
  const size_t shown = bracket_end(text, '[', ']', WORDS_MOST);
  if (shown < 3) return false;
  *words = (pq_view){text.ptr + 1, shown - 2};
  const pq_view rest = pq_view_skip(text, shown);
  const bool round = pq_view_starts(rest, PQ_LIT("("));
  if (!round && !pq_view_starts(rest, PQ_LIT("["))) return false;
  const size_t n = round ? bracket_end(rest, '(', ')', ADDRESS_MOST)
                         : bracket_end(rest, '[', ']', LABEL_MOST);
  if (n < 3) return false;
  const pq_view inner = {rest.ptr + 1, n - 2};
  *end = shown + n;
  return round ? is_address(inner) : is_label(inner) && !pq_plain_cites(*words);
}

size_t pq_plain_footnote(pq_view text) {
  if (!pq_view_starts(text, PQ_LIT("[^"))) return 0;
  size_t n = 2;
  while (n < text.len && n < FOOTNOTE_MOST &&
         (pq_is_alpha(text.ptr[n]) || pq_is_digit(text.ptr[n]))) {
    ++n;
  }
  if (n == 2 || n + 1 > text.len || text.ptr[n] != ']') return 0;
  /* "[^1]: words" is the note itself. */
  return pq_view_starts(pq_view_skip(text, n + 1), PQ_LIT(":")) ? 0 : n + 1;
}
