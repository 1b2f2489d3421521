#include "utf8.h"

#include <utf8proc.h>

static size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

static bool sequence_valid(const unsigned char *s, size_t n) {
  for (size_t i = 1; i < n; ++i) {
    if ((s[i] & 0xC0U) != 0x80) return false;
  }
  if (n == 3 && s[0] == 0xE0 && s[1] < 0xA0) return false; /* overlong */
  if (n == 3 && s[0] == 0xED && s[1] > 0x9F) return false; /* surrogate */
  if (n == 4 && s[0] == 0xF0 && s[1] < 0x90) return false; /* overlong */
  if (n == 4 && s[0] == 0xF4 && s[1] > 0x8F) return false; /* past U+10FFFF */
  return s[0] != 0;
}

/* Are the next eight bytes ASCII, and none of them NUL? */
static bool is_plain(const unsigned char *s) {
  const uint64_t high = UINT64_C(0x8080808080808080);
  const uint64_t one = UINT64_C(0x0101010101010101);
  uint64_t eight;
  memcpy(&eight, s, sizeof eight);
  /* a byte that is NUL borrows, and sets its high bit */
  return ((eight | (eight - one)) & high) == 0;
}

size_t pq_utf8_check(pq_view text) {
  const unsigned char *const s = (const unsigned char *)text.ptr;
  size_t at = 0;
  while (at < text.len) {
    if (text.len - at >= 8 && is_plain(s + at)) {
      at += 8;
      continue;
    }
    const size_t n = sequence_length(s[at]);
    if (n == 0 || n > text.len - at || !sequence_valid(s + at, n)) return at;
    at += n;
  }
  return at;
}

uint32_t pq_utf8_next_wide(pq_view text, size_t *at) {
  const unsigned char *const s = (const unsigned char *)text.ptr + *at;
  const size_t n = sequence_length(s[0]);
  if (n <= 1 || n > text.len - *at) {
    ++*at;
    return s[0];
  }
  uint32_t code = s[0] & (0xFFU >> (n + 1));
  for (size_t i = 1; i < n; ++i) {
    code = (code << 6U) | (s[i] & 0x3FU);
  }
  *at += n;
  return code;
}

/* ---- read as Windows-1252 ---- */

/* What that has in the place of 0x80 to 0x9F; 0: nothing, as Latin-1 has. */
static const uint16_t western[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/* The byte that goes on a code point and was read as `code`, or 0. */
static uint32_t inner_byte(uint32_t code) {
  if (code >= 0x80 && code <= 0xBF) return code;
  for (uint32_t i = 0; code > 0xFF && i < 32; ++i) {
    if (western[i] == code) return 0x80 + i;
  }
  return 0;
}

/* How many characters follow that which a first byte was read as. */
static size_t inner_count(uint32_t lead) {
  if (lead >= 0xC2 && lead <= 0xCF) return 1; /* Latin, Greek */
  return lead == 0xE2 ? 2 : 0;                /* dashes, quotes, signs */
}

static bool is_plain_at(pq_view text, size_t at) {
  return at < text.len &&
         (pq_is_alpha(text.ptr[at]) || pq_is_digit(text.ptr[at]));
}

/* Do the bytes from `begin` to `end` stand inside of a word? */
static bool is_inside(pq_view text, size_t begin, size_t end) {
  return begin > 0 && is_plain_at(text, begin - 1) && is_plain_at(text, end);
}

/* The last byte of a dash or closing quote, whose place in Windows-1252 is
 * empty, so that a sign for the unknown was put there: which one tells where it
 * stands. */
static uint32_t lost_byte(pq_view text, size_t begin, size_t end) {
  return is_inside(text, begin, end) ? 0x90 : 0x9D;
}

/* May the bytes from `begin` to `end` be this character? */
static bool may_stand_for(pq_view text, size_t begin, size_t end,
                          uint32_t code) {
  if (code < 0xA0) return false;
  if (code < 0xC0 || code > 0x24F) return code < 0x250 || code >= 0x370;
  return (begin > 0 && pq_is_alpha(text.ptr[begin - 1])) ||
         (end < text.len && pq_is_alpha(text.ptr[end]));
}

uint32_t pq_utf8_mended_wide(pq_view text, size_t *at) {
  const size_t begin = *at;
  const uint32_t lead = pq_utf8_next_wide(text, at);
  const size_t n = inner_count(lead);
  if (!n) return lead;
  size_t end = *at;
  uint32_t code = lead & (n == 1 ? 0x1FU : 0xFU);
  for (size_t i = 0; i < n; ++i) {
    const uint32_t next = end < text.len ? pq_utf8_next(text, &end) : 0;
    const bool lost = next == 0xFFFD && i == 1 && code == 0x80; /* 0x20.. */
    const uint32_t byte = lost ? lost_byte(text, begin, end) : inner_byte(next);
    if (!byte) return lead;
    code = (code << 6U) | (byte & 0x3FU);
  }
  if (!may_stand_for(text, begin, end, code)) return lead;
  *at = end;
  return code;
}

static bool is_broken(pq_view text) {
  for (size_t at = 0; at < text.len;) {
    size_t as_is = at;
    (void)pq_utf8_next(text, &as_is);
    (void)pq_utf8_mended(text, &at);
    if (as_is != at) return true;
  }
  return false;
}

pq_status pq_utf8_mend(pq_arena *arena, pq_view *text) {
  if (!is_broken(*text)) return PQ_OK;
  char *const room = pq_arena_take(arena, text->len + 1); /* it gets shorter */
  if (!room) return arena->status;
  size_t n = 0;
  for (size_t at = 0; at < text->len;) {
    char bytes[4];
    const size_t len = pq_utf8_put(pq_utf8_mended(*text, &at), bytes);
    memcpy(room + n, bytes, len);
    n += len;
  }
  *text = (pq_view){room, n};
  return PQ_OK;
}

/* ---- counting ---- */

/* Of eight bytes, how many go on a code point: 10xxxxxx. */
static size_t inner_bytes(const char *eight) {
  const uint64_t ones = UINT64_C(0x0101010101010101);
  uint64_t word = 0;
  memcpy(&word, eight, sizeof word);
  const uint64_t inner = (word >> 7U) & ~(word >> 6U) & ones;
  return (size_t)((inner * ones) >> 56U);
}

size_t pq_utf8_count(pq_view text) {
  size_t n = text.len;
  size_t i = 0;
  for (; text.len - i >= 8; i += 8) {
    n -= inner_bytes(text.ptr + i);
  }
  for (; i < text.len; ++i) {
    n -= ((unsigned char)text.ptr[i] & 0xC0U) == 0x80;
  }
  return n;
}

size_t pq_utf8_put(uint32_t code, char out[4]) {
  const utf8proc_ssize_t n =
      utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);
  return n > 0 ? (size_t)n : 0;
}

bool pq_utf8_is_letter(uint32_t code) {
  if (code < 0x80) return pq_is_alpha((char)code);
  const utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)code);
  return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool pq_utf8_is_upper(uint32_t code) {
  if (code < 0x80) return pq_is_upper((char)code);
  const utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)code);
  return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool pq_utf8_is_mark(uint32_t code) {
  if (code < 0x300) return false;
  const utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)code);
  return c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME;
}

uint32_t pq_utf8_lower(uint32_t code) {
  return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

/* Letters that carry no diacritic but have a customary ASCII spelling. */
static const struct {
  uint32_t code;
  char ascii[3];
} spelled[] = {
    {0xDF, "ss"},  {0xE6, "ae"}, {0xF0, "d"},  {0xF8, "o"},
    {0xFE, "th"},  {0x111, "d"}, {0x131, "i"}, {0x142, "l"},
    {0x153, "oe"}, {0x127, "h"}, {0x167, "t"},
};

/* A code point beyond ASCII. */
static void fold_one(uint32_t code, pq_buf *out) {
  const uint32_t low = pq_utf8_lower(pq_utf8_base(code));
  for (size_t i = 0; i < sizeof spelled / sizeof spelled[0]; ++i) {
    if (spelled[i].code == low) {
      pq_buf_text(out, spelled[i].ascii);
      return;
    }
  }
  if (pq_utf8_is_mark(low)) return;
  char bytes[4];
  pq_buf_put(out, (pq_view){bytes, pq_utf8_put(low, bytes)});
}

/* The ASCII that a text begins with, in lower case. */
static size_t fold_plain(pq_view text, pq_buf *out) {
  size_t n = 0;
  if (pq_buf_reserve(out, text.len)) return text.len;
  for (; n < text.len && (unsigned char)text.ptr[n] < 0x80; ++n) {
    out->ptr[out->len++] = pq_to_lower(text.ptr[n]);
  }
  return n;
}

void pq_utf8_fold(pq_view text, pq_buf *out) {
  for (size_t at = 0; at < text.len;) {
    at += fold_plain(pq_view_skip(text, at), out);
    if (at < text.len) fold_one(pq_utf8_next(text, &at), out);
  }
}

uint32_t pq_utf8_base(uint32_t code) {
  if (code < 0xC0) return code;
  utf8proc_int32_t parts[8];
  int boundary = UTF8PROC_BOUNDCLASS_START;
  const utf8proc_ssize_t n = utf8proc_decompose_char(
      (utf8proc_int32_t)code, parts, 8, UTF8PROC_DECOMPOSE, &boundary);
  if (n < 2 || n > 8 || !pq_utf8_is_mark((uint32_t)parts[1])) return code;
  return (uint32_t)parts[0];
}

void pq_utf8_nfkc(pq_view text, pq_buf *out) {
  const utf8proc_option_t how =
      (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  const utf8proc_uint8_t *const bytes = (const utf8proc_uint8_t *)text.ptr;
  const utf8proc_ssize_t len = (utf8proc_ssize_t)text.len;
  const utf8proc_ssize_t n = utf8proc_decompose(bytes, len, NULL, 0, how);
  if (n <= 0) return;
  pq_buf codes; /* from the allocator, so aligned for integers */
  pq_buf_init(&codes, out->alloc);
  out->status = out->status
                    ? out->status
                    : pq_buf_reserve(&codes, ((size_t)n + 1) * sizeof(int32_t));
  if (!out->status) {
    utf8proc_int32_t *const room = (utf8proc_int32_t *)(void *)codes.ptr;
    (void)utf8proc_decompose(bytes, len, room, n, how);
    const utf8proc_ssize_t done = utf8proc_reencode(room, n, how);
    if (done > 0) pq_buf_put(out, (pq_view){codes.ptr, (size_t)done});
  }
  pq_buf_clear(&codes);
}
