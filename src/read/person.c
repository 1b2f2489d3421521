#include "person.h"

#include "base/utf8.h"

static pq_view last_word(pq_view name) {
  size_t at = name.len;
  while (at && name.ptr[at - 1] != ' ') {
    --at;
  }
  return pq_view_skip(name, at);
}

/* No letter of it is small. */
static bool is_capital(pq_view text) {
  for (size_t at = 0; at < text.len;) {
    const uint32_t code = pq_utf8_next(text, &at);
    if (pq_utf8_is_letter(code) && !pq_utf8_is_upper(code)) return false;
  }
  return true;
}

/* "AB", "J-P", "MA.", "Ľ": what stands behind a surname in a list. */
static bool is_initials(pq_view word) {
  if (word.len > 10 || !is_capital(word)) return false;
  for (size_t i = 0; i < word.len; ++i) {
    if (pq_is_digit(word.ptr[i])) return false;
  }
  return true;
}

static bool is_generation(pq_view word) {
  static const char *const words[] = {"Jr", "Sr",  "2nd", "3rd",
                                      "II", "III", NULL};
  if (pq_view_ends(word, PQ_LIT("."))) --word.len;
  return pq_view_says_any(word, words);
}

pq_view pq_person_family(pq_view name) {
  name = pq_view_trim(name);
  const pq_view word = last_word(name);
  if (word.len == name.len || !is_generation(word)) return name;
  return pq_view_trim(pq_view_head(name, name.len - word.len));
}

/* In "VAN DER GEER, PETER" no word before the comma is initials. */
pq_view pq_person_surname(pq_view author) {
  const size_t comma = pq_view_find(author, ',');
  const pq_view name = pq_person_family(pq_view_head(author, comma));
  const pq_view word = last_word(name);
  const bool shouted = comma < author.len && is_capital(name);
  if (shouted || word.len == name.len || !is_initials(word)) return name;
  return pq_view_trim(pq_view_head(name, name.len - word.len));
}

uint32_t pq_person_year(pq_view text, char *letter) {
  uint32_t year = 0;
  size_t n = 0;
  text = pq_view_trim(text);
  for (; n < text.len && n < 4 && pq_is_digit(text.ptr[n]); ++n) {
    year = year * 10 + (uint32_t)(text.ptr[n] - '0');
  }
  const bool lettered =
      year > 999 && text.len == n + 1 && pq_is_lower(text.ptr[n]);
  if (letter) *letter = '\0';
  if (letter && lettered) *letter = text.ptr[n];
  return year > 999 ? year : 0;
}

/* Bytes of "van der " in front of a name; 0 where nothing would remain. */
static size_t particles(pq_view name) {
  static const char *const words[] = {
      "de", "van",   "der", "den", "von", "di", "da", "la",
      "le", "del",   "dos", "ten", "ter", "el", "du", "al",
      "do", "della", "des", "dal", "zu",  NULL};
  size_t at = 0;
  for (;;) {
    const pq_view rest = pq_view_skip(name, at);
    const size_t n = pq_view_find(rest, ' ');
    if (n == rest.len || !pq_view_says_any(pq_view_head(rest, n), words)) {
      return at;
    }
    at += n + 1;
  }
}

/* Append the letters of a name. */
static void put_letters(pq_buf *room, pq_view name) {
  const size_t from = room->len;
  pq_utf8_fold(name, room);
  if (room->status) return;
  size_t n = from;
  const pq_view text = pq_buf_view(room);
  for (size_t at = from; at < text.len;) {
    const size_t begin = at;
    if (pq_is_alpha(text.ptr[at])) { /* nearly all of them */
      room->ptr[n++] = text.ptr[at++];
      continue;
    }
    if (!pq_utf8_is_letter(pq_utf8_next(text, &at))) continue;
    memmove(room->ptr + n, text.ptr + begin, at - begin);
    n += at - begin;
  }
  room->len = n;
}

pq_status pq_person_fold(pq_arena *arena, pq_buf *room, pq_view surname,
                         pq_person *out) {
  pq_status st = PQ_OK;
  pq_person made = {{"", 0}, 0};
  surname = pq_view_trim(surname);
  const size_t head = particles(surname);
  pq_buf_reset(room);
  put_letters(room, pq_view_head(surname, head));
  made.core = (uint32_t)room->len;
  put_letters(room, pq_view_skip(surname, head));
  if (room->status) return room->status;
  if (made.core == room->len) made.core = 0;
  PQ_TRY(st, pq_arena_copy(arena, pq_buf_view(room), &made.name));
  *out = made;
  return PQ_OK;
}

bool pq_person_alike(const pq_person *a, const pq_person *b) {
  if (pq_person_same(a, b)) return true;
  if (a->core && b->core) return false;
  return pq_view_same(pq_person_core(a), pq_person_core(b));
}
