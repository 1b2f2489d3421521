#include "engine.h"

#include "base/note.h"
#include "base/utf8.h"

#include <stdlib.h>

/* A reference as it is compared: surnames without case, diacritics and marks,
 * letters only. */
typedef struct listed {
  pq_view first, second; /* second only where there are exactly two authors */
  uint32_t year;         /* 0: the list has none */
  uint32_t index;
} listed;

typedef struct shelf {
  pq_record *r;
  pq_buf *folded;
  listed *refs; /* sorted by surname, year, index */
  uint32_t n_refs;
} shelf;

static pq_status fold_name(const shelf *s, pq_view name, pq_view *out) {
  pq_buf_reset(s->folded);
  pq_utf8_fold(name, s->folded);
  if (s->folded->status) return s->folded->status;
  size_t n = 0;
  const pq_view text = pq_buf_view(s->folded);
  for (size_t at = 0; at < text.len;) {
    const size_t begin = at;
    if (!pq_utf8_is_letter(pq_utf8_next(text, &at))) continue;
    memmove(s->folded->ptr + n, text.ptr + begin, at - begin);
    n += at - begin;
  }
  return pq_arena_copy(s->r->arena, pq_view_head(text, n), out);
}

static pq_view last_word(pq_view name) {
  size_t at = name.len;
  while (at && name.ptr[at - 1] != ' ') {
    --at;
  }
  return pq_view_skip(name, at);
}

/* "AB", "J-P", "MA.", "Ľ": what stands behind a surname in a list. */
static bool is_initials(pq_view word) {
  if (word.len > 10) return false;
  for (size_t at = 0; at < word.len;) {
    const uint32_t code = pq_utf8_next(word, &at);
    if (pq_utf8_is_letter(code) && !pq_utf8_is_upper(code)) return false;
    if (code >= '0' && code <= '9') return false;
  }
  return true;
}

static bool is_generation(pq_view word) {
  static const pq_view words[] = {PQ_LIT_INIT("Jr"), PQ_LIT_INIT("Sr"),
                                  PQ_LIT_INIT("2nd"), PQ_LIT_INIT("3rd")};
  if (pq_view_ends(word, PQ_LIT("."))) --word.len;
  for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
    if (pq_view_same(word, words[i])) return true;
  }
  return false;
}

/* "De Stefani D" -> "De Stefani". */
static pq_view surname(pq_view author) {
  author = pq_view_trim(author);
  author = pq_view_trim(pq_view_head(author, pq_view_find(author, ',')));
  pq_view word = last_word(author);
  if (word.len < author.len && is_generation(word)) {
    author = pq_view_trim(pq_view_head(author, author.len - word.len));
    word = last_word(author);
  }
  if (word.len < author.len && is_initials(word)) {
    author = pq_view_trim(pq_view_head(author, author.len - word.len));
  }
  return author;
}

static uint32_t year_of(pq_view text) {
  uint32_t year = 0;
  text = pq_view_trim(text);
  for (size_t i = 0; i < text.len && i < 4 && pq_is_digit(text.ptr[i]); ++i) {
    year = year * 10 + (uint32_t)(text.ptr[i] - '0');
  }
  return year > 999 ? year : 0;
}

static pq_status list_one(const shelf *s, uint32_t index, listed *out) {
  pq_status st = PQ_OK;
  const pq_reference *const ref = &s->r->references.at[index];
  const bool semicolons = pq_view_find(ref->authors, ';') < ref->authors.len;
  pq_view rest = pq_view_trim(ref->authors);
  listed made = {.year = year_of(ref->year), .index = index};
  uint32_t n = 0;
  for (; rest.len && n < 3; ++n) {
    const pq_view name = surname(pq_view_cut(&rest, semicolons ? ';' : ','));
    if (n == 0) PQ_TRY(st, fold_name(s, name, &made.first));
    if (n == 1) PQ_TRY(st, fold_name(s, name, &made.second));
  }
  if (n != 2) made.second = (pq_view){"", 0};
  *out = made;
  return PQ_OK;
}

static int by_surname(const void *one, const void *two) {
  const listed *const a = one;
  const listed *const b = two;
  const int order = pq_view_order(a->first, b->first);
  if (order) return order;
  if (a->year != b->year) return a->year < b->year ? -1 : 1;
  return (a->index > b->index) - (a->index < b->index);
}

static pq_status fill_shelf(shelf *s) {
  pq_status st = PQ_OK;
  pq_record *const r = s->r;
  s->refs = pq_arena_take(r->arena, r->references.n * sizeof *s->refs);
  if (!s->refs) return r->arena->status;
  for (uint32_t i = 0; i < r->references.n; ++i) {
    PQ_TRY(st, list_one(s, i, &s->refs[s->n_refs]));
    if (s->refs[s->n_refs].first.len) ++s->n_refs;
  }
  if (s->n_refs) qsort(s->refs, s->n_refs, sizeof *s->refs, by_surname);
  return PQ_OK;
}

/* The first reference that does not come before (surname, year). */
static uint32_t first_from(const shelf *s, pq_view name, uint32_t year) {
  const listed wanted = {.first = name, .year = year};
  uint32_t low = 0;
  uint32_t high = s->n_refs;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (by_surname(&s->refs[mid], &wanted) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

/* The names that a work is looked up by. */
typedef struct wanted {
  pq_view first, second; /* second empty: not asked for */
} wanted;

static void add_fits(const shelf *s, const wanted *w, uint32_t year,
                     pq_work *work) {
  uint32_t i = first_from(s, w->first, year);
  for (; i < s->n_refs && work->n_fits < PQ_FITS_MOST; ++i) {
    const listed *const ref = &s->refs[i];
    if (ref->year != year || !pq_view_same(ref->first, w->first)) return;
    if (w->second.len && !pq_view_same(ref->second, w->second)) continue;
    work->fits[work->n_fits++] = ref->index;
  }
}

static pq_status find_fits(const shelf *s, pq_work *work) {
  pq_status st = PQ_OK;
  wanted w = {0};
  work->n_fits = 0;
  if (!work->n_authors) return PQ_OK;
  PQ_TRY(st, fold_name(s, work->authors[0], &w.first));
  if (work->n_authors == 2 && !work->et_al) {
    PQ_TRY(st, fold_name(s, work->authors[1], &w.second));
  }
  if (!w.first.len) return PQ_OK;
  add_fits(s, &w, 0, work);
  if (work->year) add_fits(s, &w, work->year, work);
  return PQ_OK;
}

/* Two works of different years that fit one and the same reference cannot both
 * be it, and nothing says which one is: then neither is. */
static pq_status drop_contested(const shelf *s) {
  pq_record *const r = s->r;
  const size_t n = r->references.n;
  pq_work_id *const owner = pq_arena_take(r->arena, n * sizeof *owner);
  bool *const contested = pq_arena_take(r->arena, n * sizeof *contested);
  if (!owner || !contested) return r->arena->status;
  for (pq_work_id i = 1; i < r->works.n; ++i) {
    const pq_work *const work = &r->works.at[i];
    if (work->n_fits != 1) continue;
    const uint32_t ref = work->fits[0];
    const pq_work *const other = &r->works.at[owner[ref]];
    if (owner[ref] &&
        (other->year != work->year || other->letter != work->letter)) {
      contested[ref] = true;
    }
    owner[ref] = i;
  }
  for (pq_work_id i = 1; i < r->works.n; ++i) {
    pq_work *const work = &r->works.at[i];
    if (work->n_fits == 1 && contested[work->fits[0]]) work->n_fits = 0;
  }
  return PQ_OK;
}

static void tell_news(const pq_record *r, const pq_citation *c,
                      const char *code, const char *words) {
  const pq_text_id text = r->sentences.at[c->sentence].text;
  const pq_note note = {.severity = PQ_NOTE_INFO,
                        .code = code,
                        .at = pq_record_place(r, text, c->span.begin),
                        .text = pq_view_of(words)};
  (void)pq_tell(r->sink, &note);
}

static void tell_findings(const pq_record *r) {
  for (uint32_t i = 0; i < r->citations.n; ++i) {
    const pq_citation *const c = &r->citations.at[i];
    const pq_work *const work = &r->works.at[c->work];
    if (!work->year) {
      tell_news(r, c, "citation.no-year", "a work without a year is no node");
    } else if (work->n_fits > 1) {
      tell_news(r, c, "citation.ambiguous",
                "more than one reference of the list fits: none is taken");
    }
  }
}

pq_status pq_resolve_works(pq_record *r, pq_buf *folded) {
  pq_status st = PQ_OK;
  shelf s = {.r = r, .folded = folded};
  PQ_TRY(st, fill_shelf(&s));
  for (pq_work_id i = 1; i < r->works.n; ++i) {
    PQ_TRY(st, find_fits(&s, &r->works.at[i]));
  }
  PQ_TRY(st, drop_contested(&s));
  tell_findings(r);
  return PQ_OK;
}

pq_place pq_record_place(const pq_record *r, pq_text_id text, uint32_t at) {
  const pq_text *const t = &r->texts.at[text];
  pq_place place = r->place;
  if (t->source != PQ_SOURCE_FILE || at > t->bytes.len) return place;
  uint32_t begin = 0;
  if (!place.line) place.line = 1;
  for (uint32_t i = 0; i < at; ++i) {
    if (t->bytes.ptr[i] == '\n') {
      ++place.line;
      begin = i + 1;
    }
  }
  place.column = pq_text_point(t, at) - pq_text_point(t, begin) + 1;
  return place;
}
