#include "bytes.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void pq_bytes_clear(pq_bytes *b) {
  free(b->ptr);
  *b = (pq_bytes){0};
}

static bool reserve(pq_bytes *b, size_t more) {
  if (b->failed) return false;
  if (more <= b->cap - b->len) return true;
  const size_t cap = 2 * (b->len + more);
  char *const grown = more < SIZE_MAX / 4 - b->len ? realloc(b->ptr, cap) //
                                                   : NULL;
  b->failed = !grown;
  if (!grown) return false;
  b->ptr = grown;
  b->cap = cap;
  return true;
}

void pq_bytes_put(pq_bytes *b, pq_view text) {
  if (!text.len || !reserve(b, text.len)) return;
  memcpy(b->ptr + b->len, text.ptr, text.len);
  b->len += text.len;
}

void pq_bytes_text(pq_bytes *b, const char *text) {
  pq_bytes_put(b, (pq_view){text, strlen(text)});
}

void pq_bytes_format(pq_bytes *b, const char *format, ...) {
  va_list args;
  va_start(args, format);
  va_list again;
  va_copy(again, args);
  const int n = vsnprintf(NULL, 0, format, args);
  va_end(args);
  if (n > 0 && reserve(b, (size_t)n + 1)) {
    (void)vsnprintf(b->ptr + b->len, (size_t)n + 1, format, again);
    b->len += (size_t)n;
  }
  va_end(again);
}

const char *pq_bytes_string(pq_bytes *b) {
  if (!reserve(b, 1)) return "";
  b->ptr[b->len] = '\0';
  return b->ptr;
}

static pq_status fill(pq_bytes *b, FILE *in, size_t most) {
  enum {
    PIECE = 16384
  };
  char piece[PIECE];
  for (;;) {
    const size_t n = fread(piece, 1, sizeof piece, in);
    if (!n) break;
    if (n > most - b->len) return PQ_LIMIT;
    pq_bytes_put(b, (pq_view){piece, n});
    if (b->failed) return PQ_NO_MEM;
  }
  return ferror(in) ? PQ_BAD_READ : PQ_OK;
}

pq_status pq_bytes_read(pq_bytes *b, const char *path, size_t most) {
  if (strcmp(path, "-") == 0) return fill(b, stdin, most);
  FILE *const in = fopen(path, "rb");
  if (!in) return PQ_BAD_READ;
  const pq_status st = fill(b, in, most);
  (void)fclose(in);
  return st;
}

size_t pq_bytes_step(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Overlong forms, surrogates and what lies past U+10FFFF show in the second
 * byte. */
static bool is_character(const unsigned char *c, size_t n) {
  for (size_t i = 1; i < n; ++i) {
    if ((c[i] & 0xC0) != 0x80) return false;
  }
  switch (c[0]) {
  case 0xE0: return c[1] >= 0xA0;
  case 0xED: return c[1] < 0xA0;
  case 0xF0: return c[1] >= 0x90;
  case 0xF4: return c[1] < 0x90;
  default: return c[0] != 0;
  }
}

bool pq_bytes_are_text(pq_view bytes, size_t *where) {
  for (size_t at = 0; at < bytes.len;) {
    const unsigned char *const c = (const unsigned char *)bytes.ptr + at;
    const size_t n = pq_bytes_step(*c);
    if (!n || n > bytes.len - at || !is_character(c, n)) {
      *where = at;
      return false;
    }
    at += n;
  }
  return true;
}
