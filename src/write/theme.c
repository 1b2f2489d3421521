#include "theme.h"

pq_theme pq_theme_named(pq_view name) {
  for (size_t i = 0; pq_theme_name(i); ++i) {
    if (pq_view_same(name, pq_view_of(pq_theme_name(i)))) return (pq_theme)i;
  }
  return PQ_THEME_LIGHT;
}

const char *pq_theme_name(size_t index) {
  static const char *const names[] = {"light", "dark", "print"};
  return index < PQ_N_THEMES ? names[index] : NULL;
}

/* A colour of the drawing in each theme. */
static const struct {
  const char *light, *dark, *print;
} paints[] = {
    {"#FFFFFF", "#161B22", "#FFFFFF"}, {"#F6F8FA", "#161B22", "#F7F7F7"},
    {"#E6F1F8", "#0C2D48", "#F2F2F2"}, {"#FCEBE1", "#4A150C", "#E2E2E2"},
    {"#E3F3ED", "#0B3B30", "#F2F2F2"}, {"#FFF8DC", "#3A3000", "#FAFAFA"},
    {"#F8E9F1", "#43203A", "#F2F2F2"}, {"#FFF9EE", "#2B1D00", "#FFFFFF"},
    {"#FFE08A", "#5C4A00", "#E0E0E0"}, {"#0072B2", "#56B4E9", "#000000"},
    {"#8C1D0A", "#FF8F73", "#000000"}, {"#00795A", "#2FC79C", "#000000"},
    {"#8A6D00", "#D4B106", "#000000"}, {"#9C3D75", "#E59FC7", "#000000"},
    {"#B35C00", "#E69F00", "#000000"}, {"#E69F00", "#E69F00", "#9A9A9A"},
    {"#3A424A", "#B1BAC4", "#000000"}, {"#1B1F24", "#E6EDF3", "#000000"},
    {"#24292F", "#E6EDF3", "#000000"}, {"#AFB8C1", "#57606A", "#777777"},
    {"#57606A", "#9DA7B3", "#333333"}, {"#7D8590", "#7D8590", "#555555"},
    {"#8A4700", "#F0B35C", "#000000"}, {"#00568A", "#79C0FF", "#000000"},
    {"#00644B", "#56D4A8", "#000000"}};

static const char *paint_of(pq_view color, pq_theme theme) {
  for (size_t i = 0; i < sizeof paints / sizeof paints[0]; ++i) {
    if (!pq_view_same(color, pq_view_of(paints[i].light))) continue;
    return theme == PQ_THEME_DARK ? paints[i].dark : paints[i].print;
  }
  return NULL;
}

/* Colours stand in quotes; words of a label are never taken for one, as their
 * quotes are escaped. */
static void put_colors(pq_view dot, pq_theme theme, pq_buf *out) {
  enum {
    QUOTED = 9 /* "#rrggbb" */
  };
  while (dot.len) {
    const size_t at = pq_view_find(dot, '"');
    pq_buf_put(out, pq_view_head(dot, at));
    dot = pq_view_skip(dot, at);
    if (!dot.len) return;
    const char *paint = NULL;
    if (dot.len >= QUOTED && dot.ptr[1] == '#' && dot.ptr[QUOTED - 1] == '"') {
      paint = paint_of((pq_view){dot.ptr + 1, QUOTED - 2}, theme);
    }
    if (paint) {
      pq_buf_format(out, "\"%s\"", paint);
      dot = pq_view_skip(dot, QUOTED);
    } else {
      pq_buf_char(out, '"');
      dot = pq_view_skip(dot, 1);
    }
  }
}

/* The first attributes of the graph: where its head begins. */
static size_t head_of(pq_view dot) {
  const pq_view key = PQ_LIT("graph [");
  for (size_t i = 0; i + key.len <= dot.len; ++i) {
    if (pq_view_starts(pq_view_skip(dot, i), key)) return i + key.len;
  }
  return 0;
}

pq_status pq_theme_tell(pq_view dot, pq_theme theme, uint32_t millimetres,
                        pq_buf *out) {
  const size_t head = head_of(dot);
  pq_buf_put(out, pq_view_head(dot, head));
  if (head && theme != PQ_THEME_LIGHT) {
    pq_buf_format(out, "pq_theme=%s, ", pq_theme_name(theme));
  }
  if (head && millimetres) {
    pq_buf_format(out, "pq_width=%u, ", (unsigned)millimetres);
  }
  pq_buf_put(out, pq_view_skip(dot, head));
  return out->status;
}

/* An inch has 25.4 millimetres. */
static void put_size(uint32_t millimetres, pq_buf *out) {
  const uint32_t thousandths = (millimetres * 10000U + 127) / 254;
  pq_buf_format(out, "size=\"%u.%03u,1000!\", ", (unsigned)(thousandths / 1000),
                (unsigned)(thousandths % 1000));
}

pq_status pq_theme_paint(pq_view dot, pq_theme theme, uint32_t millimetres,
                         pq_buf *out) {
  const size_t head = head_of(dot);
  const pq_view ground = PQ_LIT("bgcolor=\"white\"");
  pq_buf_put(out, pq_view_head(dot, head));
  if (head && millimetres) put_size(millimetres, out);
  pq_view rest = pq_view_skip(dot, head);
  if (theme == PQ_THEME_LIGHT) {
    pq_buf_put(out, rest);
    return out->status;
  }
  for (size_t i = 0; theme == PQ_THEME_DARK && i < rest.len && i < 400; ++i) {
    if (!pq_view_starts(pq_view_skip(rest, i), ground)) continue;
    pq_buf_put(out, pq_view_head(rest, i));
    pq_buf_text(out, "bgcolor=\"#0D1117\"");
    rest = pq_view_skip(rest, i + ground.len);
    break;
  }
  put_colors(rest, theme, out);
  return out->status;
}
