#include "keys.h"

#include "base/alloc.h"
#include "base/note.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  ID_MOST = 64,
  SHORT = 16,
  TAIL = 4
}; /* bytes of a digest in a name */

void pq_keys_init(pq_keys *keys, pq_alloc *alloc) {
  *keys = (pq_keys){.alloc = alloc};
  pq_arena_init(&keys->arena, alloc, 0);
}

void pq_keys_clear(pq_keys *keys) {
  pq_free(keys->alloc, keys->at);
  pq_arena_clear(&keys->arena);
  pq_keys_init(keys, keys->alloc);
}

static pq_status grow(pq_keys *keys) {
  if (keys->n < keys->cap) return PQ_OK;
  const size_t cap = keys->cap ? keys->cap * 2 : 64;
  pq_key *const more = pq_realloc(keys->alloc, keys->at, cap * sizeof *more);
  if (!more) return PQ_NO_MEM;
  keys->at = more;
  keys->cap = cap;
  return PQ_OK;
}

static unsigned char nibble(char c) {
  return (unsigned char)(c <= '9' ? c - '0' : c - 'a' + 10);
}

static void take_digest(pq_view bytes, unsigned char *out) {
  pq_digest d;
  pq_digest_of(bytes, &d);
  for (size_t i = 0; i < PQ_KEY_DIGEST; ++i) {
    const unsigned high = nibble(d.hex[2 * i]);
    out[i] = (unsigned char)(high << 4U | nibble(d.hex[2 * i + 1]));
  }
}

/* Lines of one file come together: they share its name. */
static pq_status keep_file(pq_keys *keys, pq_view file, pq_view *out) {
  if (keys->n && pq_view_same(keys->at[keys->n - 1].file, file)) {
    *out = keys->at[keys->n - 1].file;
    return PQ_OK;
  }
  return pq_arena_copy(&keys->arena, file, out);
}

pq_status pq_key_make(const pq_raw *raw, pq_key *out) {
  if (raw->bytes.len > UINT32_MAX) return PQ_LIMIT;
  pq_key key = {.id = {"", 0},
                .file = raw->place.file,
                .len = (uint32_t)raw->bytes.len,
                .line = raw->place.line,
                .format = raw->format};
  take_digest(raw->bytes, key.digest);
  *out = key;
  return PQ_OK;
}

pq_status pq_keys_put(pq_keys *keys, const pq_key *of) {
  pq_status st = PQ_OK;
  pq_key key = *of;
  PQ_TRY(st, keep_file(keys, of->file, &key.file));
  PQ_TRY(st, pq_arena_copy(&keys->arena, of->id, &key.id));
  PQ_TRY(st, grow(keys));
  keys->at[keys->n++] = key;
  return PQ_OK;
}

/* Half a digest, as the names of graphs have it, is enough for names. */
static void take_digits(pq_view digits, unsigned char *out) {
  static const char hex[] = "0123456789abcdef";
  for (size_t i = 0; i < (size_t)PQ_KEY_DIGEST * 2 && i < digits.len; ++i) {
    const char *const at = strchr(hex, digits.ptr[i]);
    const unsigned value = at && *at ? (unsigned)(at - hex) : 0;
    out[i / 2] |= (unsigned char)(i % 2 ? value : value << 4U);
  }
}

pq_status pq_keys_name(pq_keys *keys, pq_view id, pq_view digits, uint64_t at) {
  pq_status st = PQ_OK;
  pq_key key = {.at = at, .file = {"", 0}};
  take_digits(digits, key.digest);
  PQ_TRY(st, pq_arena_copy(&keys->arena, id, &key.id));
  PQ_TRY(st, grow(keys));
  keys->at[keys->n++] = key;
  return PQ_OK;
}

static int by_content(const void *one, const void *two) {
  const pq_key *const a = one;
  const pq_key *const b = two;
  const int order = pq_view_order(a->id, b->id);
  return order ? order : memcmp(a->digest, b->digest, PQ_KEY_DIGEST);
}

static int by_all(const void *one, const void *two) {
  const pq_key *const a = one;
  const pq_key *const b = two;
  int order = by_content(a, b);
  if (!order) order = pq_view_order(a->file, b->file);
  if (order) return order;
  return (a->line > b->line) - (a->line < b->line);
}

static pq_place place_of(const pq_key *key) {
  return (pq_place){.file = key->file, .line = key->line};
}

static void tell(const pq_sink *sink, const pq_key *key, const char *code,
                 pq_view text) {
  const pq_note note = {.severity = PQ_NOTE_WARN,
                        .code = code,
                        .at = place_of(key),
                        .record = key->id,
                        .text = text};
  (void)pq_tell(sink, &note);
}

static void drop_doubles(pq_keys *keys, const pq_sink *sink) {
  size_t n = 0;
  for (size_t i = 0; i < keys->n; ++i) {
    if (n && by_content(&keys->at[n - 1], &keys->at[i]) == 0) {
      tell(sink, &keys->at[i], "record.twice",
           PQ_LIT("the same record, byte for byte, was read before; it is"
                  " written once"));
    } else {
      keys->at[n++] = keys->at[i];
    }
  }
  keys->n = n;
}

static bool is_digest_name(pq_view id) {
  if (id.len != (size_t)2 * SHORT) return false;
  for (size_t i = 0; i < id.len; ++i) {
    const char c = id.ptr[i];
    if (!pq_is_digit(c) && !(c >= 'a' && c <= 'f')) return false;
  }
  return true;
}

/* "PMID:1" names PMID-1; a record that is called so itself may not. */
static bool is_pmid(pq_view id, char mark) {
  const pq_view head = PQ_LIT("PMID");
  if (!pq_view_starts(id, head) || id.len < head.len + 2 || id.len > ID_MOST) {
    return false;
  }
  const pq_view rest = pq_view_skip(id, head.len);
  for (size_t i = 1; i < rest.len; ++i) {
    if (!pq_is_digit(rest.ptr[i])) return false;
  }
  return rest.ptr[0] == mark;
}

bool pq_id_names_file(pq_view id) {
  static const pq_view taken[] = {
      PQ_LIT_INIT("graph"),       PQ_LIT_INIT("graph_edges"),
      PQ_LIT_INIT("graph_nodes"), PQ_LIT_INIT("report"),
      PQ_LIT_INIT("index"),       PQ_LIT_INIT("names")};
  if (is_pmid(id, ':')) return true;
  if (!id.len || id.len > ID_MOST || is_digest_name(id) || is_pmid(id, '-')) {
    return false;
  }
  for (size_t i = 0; i < id.len; ++i) {
    const char c = id.ptr[i];
    const bool plain = pq_is_alpha(c) || pq_is_digit(c);
    const bool mark = c == '.' || c == '_' || c == '-';
    if (!plain && (!mark || i == 0)) return false;
    if (c == '.' && i && id.ptr[i - 1] == '.') return false;
  }
  for (size_t i = 0; i < sizeof taken / sizeof *taken; ++i) {
    if (pq_view_alike(id, taken[i])) return false;
  }
  return true;
}

static void choose_names(pq_keys *keys) {
  for (size_t i = 0; i < keys->n; ++i) {
    pq_key *const key = &keys->at[i];
    const bool as_before = i && pq_view_same(key[-1].id, key->id);
    const bool as_after = i + 1 < keys->n && pq_view_same(key[1].id, key->id);
    if (!pq_id_names_file(key->id)) {
      key->naming = PQ_NAMED_DIGEST;
    } else {
      key->naming = as_before || as_after ? PQ_NAMED_BOTH : PQ_NAMED_ID;
    }
  }
}

void pq_key_tell(const pq_key *key, const pq_sink *sink) {
  if (!key->id.len || key->naming == PQ_NAMED_ID) return;
  if (!pq_id_names_file(key->id)) {
    tell(sink, key, "record.id-names-no-file",
         PQ_LIT("the stable_id cannot name a file; the digest of the record"
                " does"));
  } else {
    tell(sink, key, "record.same-id",
         PQ_LIT("another record has the same stable_id; the digest tells"
                " their files apart"));
  }
}

static bool same_tail(const pq_key *a, const pq_key *b) {
  return pq_view_same(a->id, b->id) && memcmp(a->digest, b->digest, TAIL) == 0;
}

static bool is_some_id(const pq_keys *keys, pq_view id) {
  size_t low = 0;
  size_t high = keys->n;
  while (low < high) {
    const size_t mid = low + (high - low) / 2;
    if (pq_view_order(keys->at[mid].id, id) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low < keys->n && pq_view_same(keys->at[low].id, id);
}

/* "A.0123abcd" may be one record's whole id and made of another's id and
 * digest, and two digests may begin alike: the whole digest decides then. */
static void part_names(pq_keys *keys) {
  for (size_t i = 0; i < keys->n; ++i) {
    char stem[PQ_STEM_MOST];
    pq_key *const key = &keys->at[i];
    if (key->naming != PQ_NAMED_BOTH) continue;
    const bool clash = (i && same_tail(&key[-1], key)) ||
                       (i + 1 < keys->n && same_tail(key, &key[1]));
    const size_t n = pq_key_stem(key, stem);
    if (clash || is_some_id(keys, (pq_view){stem, n})) {
      key->naming = PQ_NAMED_DIGEST;
    }
  }
}

void pq_keys_settle(pq_keys *keys, const pq_sink *sink) {
  if (!keys->n) return;
  qsort(keys->at, keys->n, sizeof *keys->at, by_all);
  drop_doubles(keys, sink);
  choose_names(keys);
  part_names(keys);
}

size_t pq_key_stem(const pq_key *key, char out[PQ_STEM_MOST]) {
  static const char digits[] = "0123456789abcdef";
  size_t n = 0;
  size_t bytes = SHORT;
  if (key->naming != PQ_NAMED_DIGEST) {
    n = key->id.len < ID_MOST ? key->id.len : ID_MOST;
    memcpy(out, key->id.ptr, n);
    if (is_pmid(key->id, ':')) out[4] = '-';
    bytes = key->naming == PQ_NAMED_BOTH ? TAIL : 0;
  }
  if (n && bytes) out[n++] = '.';
  for (size_t i = 0; i < bytes; ++i) {
    out[n++] = digits[key->digest[i] >> 4U];
    out[n++] = digits[key->digest[i] & 15U];
  }
  out[n] = '\0';
  return n;
}
