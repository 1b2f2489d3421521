#include "svg.h"

#include "out.h"

/* Colours by value, not by class: a new kind of node needs no new rule.
 * Graphviz writes them in lower case. */
typedef struct paint {
  const char *light, *dark;
} paint;

static const paint grounds[] = {
    {"#ffffff", "#161b22"}, {"white", "#161b22"},   {"#f6f8fa", "#161b22"},
    {"#e6f1f8", "#0c2d48"}, {"#fcebe1", "#4a150c"}, {"#e3f3ed", "#0b3b30"},
    {"#fff8dc", "#3a3000"}, {"#f8e9f1", "#43203a"}, {"#fff9ee", "#2b1d00"},
    {"#3a424a", "#b1bac4"}, {"#1b1f24", "#e6edf3"}, {"#00795a", "#2fc79c"},
    {"#57606a", "#9da7b3"}, {"#b35c00", "#e69f00"}};

static const paint lines[] = {
    {"#0072b2", "#56b4e9"}, {"#8c1d0a", "#ff8f73"}, {"#00795a", "#2fc79c"},
    {"#8a6d00", "#d4b106"}, {"#9c3d75", "#e59fc7"}, {"#b35c00", "#e69f00"},
    {"#3a424a", "#b1bac4"}, {"#1b1f24", "#e6edf3"}, {"#afb8c1", "#57606a"},
    {"#57606a", "#9da7b3"}, {"#7d8590", "#7d8590"}};

/* The last five are the squares of the key. */
static const paint texts[] = {
    {"#57606a", "#9da7b3"}, {"#8a4700", "#f0b35c"}, {"#00568a", "#79c0ff"},
    {"#00644b", "#56d4a8"}, {"#0072b2", "#56b4e9"}, {"#8c1d0a", "#ff8f73"},
    {"#00795a", "#2fc79c"}, {"#8a6d00", "#d4b106"}, {"#9c3d75", "#e59fc7"}};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void put_ground(pq_buf *out, const paint *p) {
  static const char *const classes[] = {".node", ".cluster", ".edge"};
  for (size_t i = 0; i < COUNT(classes); ++i) {
    if (i) pq_buf_char(out, ',');
    pq_buf_format(out, "%s :not(text)[fill='%s']", classes[i], p->light);
  }
  pq_buf_format(out, "{fill:%s}", p->dark);
}

void pq_svg_dark(pq_buf *out) {
  pq_buf_text(out, "@media(prefers-color-scheme:dark){"
                   ".graph>g>a>polygon,.graph>polygon{fill:#0d1117}");
  for (size_t i = 0; i < COUNT(grounds); ++i) {
    put_ground(out, &grounds[i]);
  }
  for (size_t i = 0; i < COUNT(lines); ++i) {
    pq_buf_format(out, "[stroke='%s']{stroke:%s}", lines[i].light,
                  lines[i].dark);
  }
  pq_buf_text(out, "text{fill:#e6edf3}");
  for (size_t i = 0; i < COUNT(texts); ++i) {
    pq_buf_format(out, "text[fill='%s']{fill:%s}", texts[i].light,
                  texts[i].dark);
  }
  pq_buf_text(out, ".on text{fill:#1b1f24}}");
}

/* ---- pieces of the text ---- */

/* Where `what` stands, or the length of the text. */
static size_t find(pq_view text, pq_view what) {
  for (size_t i = 0; i + what.len <= text.len; ++i) {
    i += pq_view_find(pq_view_skip(text, i), what.ptr[0]);
    if (pq_view_starts(pq_view_skip(text, i), what)) return i;
  }
  return text.len;
}

/* Cut off what ends with `end`, which is part of it. */
static pq_view cut_behind(pq_view *rest, pq_view end) {
  size_t at = find(*rest, end);
  if (at < rest->len) at += end.len;
  const pq_view head = pq_view_head(*rest, at);
  *rest = pq_view_skip(*rest, at);
  return head;
}

static bool follows(pq_view rest, const char *head) {
  return pq_view_starts(rest, pq_view_of(head));
}

static void put_head(pq_buf *out, const pq_svg_words *words) {
  const pq_view id = words->id;
  pq_buf_text(out, "<title id=\"");
  pq_out_xml(out, id);
  pq_buf_text(out, "-title\">");
  pq_out_xml(out, words->title);
  pq_buf_text(out, "</title>\n<desc id=\"");
  pq_out_xml(out, id);
  pq_buf_text(out, "-desc\">");
  pq_out_xml(out, words->desc);
  pq_buf_text(out, "</desc>\n");
  if (words->one_theme) return;
  pq_buf_text(out, "<style>");
  pq_svg_dark(out);
  pq_buf_text(out, "</style>\n");
}

static void put_root(pq_buf *out, pq_view tag, pq_view id) {
  pq_buf_text(out, "<svg role=\"graphics-document document\" "
                   "aria-labelledby=\"");
  pq_out_xml(out, id);
  pq_buf_text(out, "-title ");
  pq_out_xml(out, id);
  pq_buf_text(out, "-desc\" lang=\"en\" "
                   "style=\"max-width:100%;height:auto\"");
  pq_buf_put(out, pq_view_skip(tag, 4));
}

/* Graphviz counts the anchors of all pictures of a process: count those of
 * this one.  Returns the tag's rest. */
static pq_view put_anchor(pq_buf *out, pq_view tag, uint32_t *count) {
  const pq_view head = PQ_LIT("<g id=\"a_");
  size_t end = head.len;
  if (!pq_view_starts(tag, head)) return tag;
  while (end < tag.len && tag.ptr[end] != '"') {
    ++end;
  }
  size_t from = end;
  while (pq_is_digit(tag.ptr[from - 1])) {
    --from;
  }
  if (from == end || tag.ptr[from - 1] != '_') return tag;
  pq_buf_put(out, pq_view_head(tag, from));
  pq_buf_number(out, (*count)++);
  return pq_view_skip(tag, end);
}

/* Attributes that are no SVG 1.1. */
static void put_tag(pq_buf *out, pq_view tag) {
  const pq_view bad = PQ_LIT("\"transparent\"");
  while (tag.len) {
    const size_t at = find(tag, bad);
    pq_buf_put(out, pq_view_head(tag, at));
    if (at == tag.len) return;
    pq_buf_text(out, "\"none\"");
    tag = pq_view_skip(tag, at + bad.len);
  }
}

/* The words of a tool tip among what follows a title, up to the end of the
 * element's first anchor; empty if it has none. */
static pq_view tooltip_of(pq_view rest) {
  const pq_view key = PQ_LIT("xlink:title=\"");
  const size_t anchor = find(rest, PQ_LIT("<a "));
  const size_t group = find(rest, PQ_LIT("</g>"));
  if (anchor >= group) return (pq_view){"", 0};
  pq_view tag = pq_view_skip(rest, anchor);
  tag = pq_view_head(tag, pq_view_find(tag, '>'));
  const size_t at = find(tag, key);
  if (at == tag.len) return (pq_view){"", 0};
  const pq_view words = pq_view_skip(tag, at + key.len);
  return pq_view_head(words, pq_view_find(words, '"'));
}

/* Node names make way for words; edges have none, and the graph has its own. */
static void put_title(pq_buf *out, pq_view *rest, bool silent) {
  (void)cut_behind(rest, PQ_LIT("</title>"));
  const pq_view words = silent ? (pq_view){"", 0} : tooltip_of(*rest);
  if (!words.len) {
    if (follows(*rest, "\n")) *rest = pq_view_skip(*rest, 1);
    return;
  }
  pq_buf_text(out, "<title>");
  pq_buf_put(out, words); /* escaped already, as it was in an attribute */
  pq_buf_text(out, "</title>");
}

static bool is_silent(pq_view tag) {
  return find(tag, PQ_LIT("class=\"edge")) < tag.len ||
         find(tag, PQ_LIT("class=\"graph")) < tag.len;
}

pq_status pq_svg_finish(pq_view svg, const pq_svg_words *words, pq_buf *out) {
  pq_view rest = svg;
  bool silent = false;
  uint32_t anchors = 0;
  while (rest.len && !out->status) {
    pq_buf_put(out, pq_view_head(rest, pq_view_find(rest, '<')));
    rest = pq_view_skip(rest, pq_view_find(rest, '<'));
    if (!rest.len) break;
    if (follows(rest, "<!--")) {
      (void)cut_behind(&rest, PQ_LIT("-->"));
      if (follows(rest, "\n")) rest = pq_view_skip(rest, 1);
    } else if (follows(rest, "<!DOCTYPE")) {
      (void)cut_behind(&rest, PQ_LIT(">"));
      if (follows(rest, "\n")) rest = pq_view_skip(rest, 1);
    } else if (follows(rest, "<title>")) {
      put_title(out, &rest, silent);
    } else if (follows(rest, "<svg")) {
      put_root(out, cut_behind(&rest, PQ_LIT(">")), words->id);
      pq_buf_char(out, '\n');
      put_head(out, words);
      if (follows(rest, "\n")) rest = pq_view_skip(rest, 1);
    } else {
      const pq_view tag = cut_behind(&rest, PQ_LIT(">"));
      if (follows(tag, "<g ")) silent = is_silent(tag);
      put_tag(out, put_anchor(out, tag, &anchors));
    }
  }
  return out->status;
}
