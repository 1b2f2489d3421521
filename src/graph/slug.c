#include "slug.h"

#include "base/greek.h"
#include "base/utf8.h"

/* Put one code point that is ASCII, or is spelled so; a run of others is one
 * dash, before the next. */
static void put_one(pq_buf *out, size_t from, uint32_t code, bool *gap) {
  const bool plain =
      code < 0x80 && (pq_is_alpha((char)code) || pq_is_digit((char)code));
  const pq_view greek = pq_greek_name(code);
  if (!plain && !greek.len) {
    *gap = true;
    return;
  }
  if (*gap && out->len > from) pq_buf_char(out, '-');
  *gap = false;
  if (plain) {
    pq_buf_char(out, (char)code);
  } else {
    pq_buf_put(out, greek);
  }
}

void pq_slug_put(pq_buf *out, pq_view text) {
  pq_buf room;
  const size_t from = out->len;
  bool gap = false;
  pq_buf_init(&room, out->alloc);
  pq_utf8_nfkc(text, &room);
  const pq_view v = pq_buf_view(&room);
  if (room.status) out->status = room.status;
  for (size_t at = 0; at < v.len;) {
    put_one(out, from, pq_utf8_lower(pq_utf8_next(v, &at)), &gap);
  }
  pq_buf_clear(&room);
}

/* The letter under its diacritics; other letters, Greek ones too, are none. */
void pq_slug_surname(pq_buf *out, pq_view surname) {
  const size_t from = out->len;
  bool gap = false;
  for (size_t at = 0; at < surname.len;) {
    const uint32_t code = pq_utf8_next(surname, &at);
    if (pq_utf8_is_mark(code)) continue;
    const uint32_t low = pq_utf8_lower(pq_utf8_base(code));
    put_one(out, from, low < 0x80 ? low : '-', &gap);
  }
}

static bool is_unreserved(char c) {
  return pq_is_alpha(c) || pq_is_digit(c) || c == '-' || c == '.' || c == '_' ||
         c == '~';
}

void pq_slug_encode(pq_buf *out, pq_view text) {
  static const char digits[] = "0123456789ABCDEF";
  for (size_t i = 0; i < text.len; ++i) {
    const unsigned char c = (unsigned char)text.ptr[i];
    if (is_unreserved(text.ptr[i])) {
      pq_buf_char(out, text.ptr[i]);
    } else {
      pq_buf_char(out, '%');
      pq_buf_char(out, digits[c >> 4U]);
      pq_buf_char(out, digits[c & 15U]);
    }
  }
}

void pq_slug_doi(pq_buf *out, pq_view doi) {
  while (doi.ptr && doi.len) {
    pq_slug_encode(out, pq_view_cut(&doi, '/'));
    if (doi.ptr) pq_buf_char(out, '/');
  }
}

void pq_slug_digits(pq_buf *out, pq_view text) {
  pq_digest digest;
  pq_digest_of(text, &digest);
  pq_buf_put(out, pq_digest_short(&digest));
}

void pq_slug_shorten(pq_buf *name, size_t from) {
  if (name->status || name->len - from <= PQ_LOCAL_MOST) return;
  const pq_view local = pq_view_skip(pq_buf_view(name), from);
  pq_view head = pq_view_head(local, pq_view_find(local, '.'));
  head = pq_view_head(head, PQ_LOCAL_MOST - PQ_DIGEST_SHORT - 1);
  pq_digest digest;
  pq_digest_of(local, &digest);
  name->len = from + head.len;
  pq_buf_char(name, '.');
  pq_buf_put(name, pq_digest_short(&digest));
}
