#include "out.h"

#include "base/utf8.h"

#ifdef __SSE2__
#  include <emmintrin.h>
#endif

/* Put one byte, or what stands for it in the table. */
typedef struct escape {
  char c;
  const char *as;
} escape;

static const char *find(const escape *table, size_t n, char c) {
  for (size_t i = 0; i < n; ++i) {
    if (table[i].c == c) return table[i].as;
  }
  return NULL;
}

static void put_escaped(pq_buf *out, pq_view text, const escape *table,
                        size_t n) {
  size_t plain = 0; /* bytes before this one are written */
  for (size_t i = 0; i < text.len; ++i) {
    const char *const as = find(table, n, text.ptr[i]);
    if (!as) continue;
    pq_buf_put(out, (pq_view){text.ptr + plain, i - plain});
    pq_buf_text(out, as);
    plain = i + 1;
  }
  pq_buf_put(out, pq_view_skip(text, plain));
}

#define PUT_ESCAPED(out, text, table) \
  put_escaped(out, text, table, sizeof(table) / sizeof((table)[0]))

/* What a literal escapes is among what JSON does: found eight bytes at a time.
 */
void pq_out_string(pq_buf *out, pq_view text) {
  static const escape table[] = {
      {'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\r', "\\r"}};
  size_t plain = 0;
  size_t i = pq_view_escape(text, 0);
  if (i == text.len) {
    pq_out_quoted(out, text);
    return;
  }
  pq_buf_char(out, '"');
  for (; i < text.len; i = pq_view_escape(text, i + 1)) {
    const char *const as =
        find(table, sizeof table / sizeof table[0], text.ptr[i]);
    if (!as) continue;
    pq_buf_put(out, (pq_view){text.ptr + plain, i - plain});
    pq_buf_text(out, as);
    plain = i + 1;
  }
  pq_buf_put(out, pq_view_skip(text, plain));
  pq_buf_char(out, '"');
}

/* What no IRI may hold: controls, space, and these. */
static const uint8_t no_iri[256] = {
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         1,         1,         1,
    1,         1,         1,         ['<'] = 1, ['>'] = 1, ['"'] = 1,
    ['{'] = 1, ['}'] = 1, ['|'] = 1, ['^'] = 1, ['`'] = 1, ['\\'] = 1};

#ifdef __SSE2__
static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

/* A bit for each of sixteen bytes that no IRI may hold.  '<' and '>', and '\\'
 * and '^', differ in one bit; '{', '|' and '}' follow each other. */
static unsigned no_iri_16(const char *at) {
  const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)at);
  const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(' ')), v);
  const __m128i pair = _mm_or_si128(v, _mm_set1_epi8(2));
  const __m128i from = _mm_sub_epi8(v, _mm_set1_epi8('{'));
  __m128i hit = _mm_or_si128(low, _mm_cmpeq_epi8(pair, _mm_set1_epi8('>')));
  hit = _mm_or_si128(hit, _mm_cmpeq_epi8(pair, _mm_set1_epi8('^')));
  hit = _mm_or_si128(hit, _mm_cmpeq_epi8(v, _mm_set1_epi8('"')));
  hit = _mm_or_si128(hit, _mm_cmpeq_epi8(v, _mm_set1_epi8('`')));
  hit = _mm_or_si128(
      hit, _mm_cmpeq_epi8(_mm_min_epu8(from, _mm_set1_epi8(2)), from));
  return (unsigned)_mm_movemask_epi8(hit);
}
#endif

/* The first byte from `at` on that no IRI may hold, or `iri.len`. */
static size_t seek_no_iri(pq_view iri, size_t at) {
#ifdef __SSE2__
  enum {
    BLOCK = 16
  };
  while (iri.len >= BLOCK && at < iri.len) {
    /* The last block overlaps what was seen before. */
    const size_t from = least(at, iri.len - BLOCK);
    const unsigned hits = no_iri_16(iri.ptr + from) >> (at - from);
    if (hits) return at + (size_t)__builtin_ctz(hits);
    at = from + BLOCK;
  }
#endif
  return pq_view_seek(iri, at, iri.len, no_iri);
}

static void put_between(pq_buf *out, char first, pq_view text, char last) {
  const size_t more = text.len + 2;
  if (!pq_buf_has_room(out, more) && pq_buf_reserve(out, more)) return;
  char *const at = out->ptr + out->len;
  at[0] = first;
  if (text.len) memcpy(at + 1, text.ptr, text.len);
  at[more - 1] = last;
  out->len += more;
}

void pq_out_iri(pq_buf *out, pq_view iri) {
  size_t i = seek_no_iri(iri, 0);
  if (i == iri.len) {
    put_between(out, '<', iri, '>');
    return;
  }
  size_t plain = 0;
  pq_buf_char(out, '<');
  for (; i < iri.len; i = seek_no_iri(iri, i + 1)) {
    pq_buf_put(out, (pq_view){iri.ptr + plain, i - plain});
    pq_buf_format(out, "\\u%04X", (unsigned)(unsigned char)iri.ptr[i]);
    plain = i + 1;
  }
  pq_buf_put(out, pq_view_skip(iri, plain));
  pq_buf_char(out, '>');
}

void pq_out_comment(pq_buf *out, pq_view text) {
  for (size_t i = 0; i < text.len; ++i) {
    const unsigned char c = (unsigned char)text.ptr[i];
    pq_buf_char(out, (char)(c < 0x20 || c == 0x7F ? ' ' : text.ptr[i]));
  }
}

void pq_out_quoted(pq_buf *out, pq_view text) {
  put_between(out, '"', text, '"');
}

static void put_json_escaped(pq_buf *out, pq_view text) {
  static const escape table[] = {{'"', "\\\""}, {'\\', "\\\\"}, {'\b', "\\b"},
                                 {'\f', "\\f"}, {'\n', "\\n"},  {'\r', "\\r"},
                                 {'\t', "\\t"}};
  pq_buf_char(out, '"');
  size_t plain = 0;
  for (size_t i = pq_view_escape(text, 0); i < text.len;
       i = pq_view_escape(text, i + 1)) {
    const unsigned char c = (unsigned char)text.ptr[i];
    pq_buf_put(out, (pq_view){text.ptr + plain, i - plain});
    plain = i + 1;
    const char *const as =
        find(table, sizeof table / sizeof table[0], text.ptr[i]);
    if (as) {
      pq_buf_text(out, as);
    } else {
      pq_buf_format(out, "\\u%04x", (unsigned)c);
    }
  }
  pq_buf_put(out, pq_view_skip(text, plain));
  pq_buf_char(out, '"');
}

void pq_out_json(pq_buf *out, pq_view text) {
  if (pq_view_escape(text, 0) == text.len) {
    pq_out_quoted(out, text);
  } else {
    put_json_escaped(out, text);
  }
}

void pq_out_tsv(pq_buf *out, pq_view text) {
  static const escape table[] = {
      {'\t', "\\t"}, {'\n', "\\n"}, {'\r', "\\r"}, {'\\', "\\\\"}};
  PUT_ESCAPED(out, text, table);
}

void pq_out_tsv_string(pq_buf *out, pq_view text) {
  static const escape table[] = {{'"', "\\\""},
                                 {'\\', "\\\\"},
                                 {'\n', "\\n"},
                                 {'\r', "\\r"},
                                 {'\t', "\\t"}};
  pq_buf_char(out, '"');
  PUT_ESCAPED(out, text, table);
  pq_buf_char(out, '"');
}

void pq_out_csv(pq_buf *out, pq_view text) {
  static const escape table[] = {{'"', "\"\""}};
  static const char marks[] = {'"', ',', '\r', '\n'};
  bool plain = true;
  for (size_t i = 0; plain && i < text.len; ++i) {
    plain = !memchr(marks, text.ptr[i], sizeof marks);
  }
  if (plain) {
    pq_buf_put(out, text);
    return;
  }
  pq_buf_char(out, '"');
  PUT_ESCAPED(out, text, table);
  pq_buf_char(out, '"');
}

void pq_out_bibtex(pq_buf *out, pq_view text) {
  static const escape table[] = {{'&', "\\&"},
                                 {'%', "\\%"},
                                 {'$', "\\$"},
                                 {'#', "\\#"},
                                 {'_', "\\_"},
                                 {'{', "\\textbraceleft{}"},
                                 {'}', "\\textbraceright{}"},
                                 {'~', "\\textasciitilde{}"},
                                 {'^', "\\textasciicircum{}"},
                                 {'\\', "\\textbackslash{}"}};
  for (size_t i = 0; i < text.len; ++i) {
    const unsigned char c = (unsigned char)text.ptr[i];
    const char *const as =
        find(table, sizeof table / sizeof table[0], text.ptr[i]);
    if (as) {
      pq_buf_text(out, as);
    } else {
      pq_buf_char(out, (char)(c < 0x20 || c == 0x7F ? ' ' : text.ptr[i]));
    }
  }
}

void pq_out_dot(pq_buf *out, pq_view text) {
  static const escape table[] = {
      {'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\r', " "}};
  pq_buf_char(out, '"');
  PUT_ESCAPED(out, text, table);
  pq_buf_char(out, '"');
}

static bool is_xml_control(char c) {
  const unsigned char u = (unsigned char)c;
  return u < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/* U+FFFE and U+FFFF: valid UTF-8, but no document in XML may hold them. */
static bool is_noncharacter(pq_view text) {
  return pq_view_starts(text, PQ_LIT("\xEF\xBF\xBE")) ||
         pq_view_starts(text, PQ_LIT("\xEF\xBF\xBF"));
}

/* Bytes of a character that is never shown: a control, what XML cannot hold, or
 * one of U+202A to U+202E and U+2066 to U+2069, which turn all that follows. */
static size_t unseen(pq_view text) {
  const unsigned char *const b = (const unsigned char *)text.ptr;
  if (b[0] == 0x7F || b[0] == '\r' || is_xml_control(text.ptr[0])) return 1;
  if (is_noncharacter(text)) return 3;
  if (text.len < 3 || b[0] != 0xE2) return 0;
  const bool turns = (b[1] == 0x80 && b[2] >= 0xAA && b[2] <= 0xAE) ||
                     (b[1] == 0x81 && b[2] >= 0xA6 && b[2] <= 0xA9);
  return turns ? 3 : 0;
}

void pq_out_dot_words(pq_buf *out, pq_view text, char end) {
  pq_buf_char(out, '"');
  while (text.len) {
    const size_t skip = unseen(text);
    const char c = text.ptr[0];
    text = pq_view_skip(text, skip ? skip : 1);
    if (skip) continue;
    if (c == '\n') {
      pq_buf_char(out, '\\');
      pq_buf_char(out, end);
    } else if (c == '&') {
      pq_buf_text(out, "&amp;");
    } else {
      if (c == '"' || c == '\\') pq_buf_char(out, '\\');
      pq_buf_char(out, c);
    }
  }
  pq_buf_char(out, '"');
}

void pq_out_dot_html(pq_buf *out, pq_view text) {
  while (text.len) {
    const size_t skip = unseen(text);
    if (!skip && text.ptr[0] == '\\') { /* "\N" would be the node's name */
      pq_buf_text(out, "&#92;");
    } else if (!skip) {
      pq_out_xml(out, pq_view_head(text, 1));
    }
    text = pq_view_skip(text, skip ? skip : 1);
  }
}

/* A bare CR would be read as LF. */
void pq_out_xml(pq_buf *out, pq_view text) {
  static const escape table[] = {{'&', "&amp;"},  {'<', "&lt;"},
                                 {'>', "&gt;"},   {'"', "&quot;"},
                                 {'\'', "&#39;"}, {'\r', "&#13;"}};
  while (text.len) {
    size_t n = 0; /* bytes that XML can hold */
    while (n < text.len && !is_xml_control(text.ptr[n]) &&
           !is_noncharacter(pq_view_skip(text, n))) {
      ++n;
    }
    PUT_ESCAPED(out, pq_view_head(text, n), table);
    text = pq_view_skip(text, n);
    text = pq_view_skip(text, is_noncharacter(text) ? 3 : 1);
  }
}

/* Controls but for white space; marks of direction; and what has no width. */
static bool misleads(uint32_t code) {
  static const struct {
    uint32_t first, last;
  } ranges[] = {{0x00, 0x08},     {0x0B, 0x0C},     {0x0E, 0x1F},
                {0x7F, 0x9F},     {0x061C, 0x061C}, {0x200B, 0x200F},
                {0x2028, 0x202E}, {0x2060, 0x2069}, {0xFEFF, 0xFEFF},
                {0xFFF9, 0xFFFB}};
  for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; ++i) {
    if (code >= ranges[i].first && code <= ranges[i].last) return true;
  }
  return false;
}

void pq_out_html(pq_buf *out, pq_view text) {
  size_t plain = 0;
  for (size_t at = 0; at < text.len;) {
    const size_t from = at;
    const uint32_t code = pq_utf8_next(text, &at);
    const bool line_end = code == '\r'; /* HTML has no number for it */
    if (!line_end && !misleads(code)) continue;
    pq_out_xml(out, (pq_view){text.ptr + plain, from - plain});
    if (line_end) {
      pq_buf_char(out, '\r');
    } else {
      pq_buf_format(out, "[U+%04X]", (unsigned)code);
    }
    plain = at;
  }
  pq_out_xml(out, pq_view_skip(text, plain));
}

void pq_out_standoff(pq_buf *out, pq_view text) {
  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.ptr[i];
    pq_buf_char(out, (char)(pq_is_space(c) ? ' ' : c));
  }
}
