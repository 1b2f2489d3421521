#include "shelf.h"

#include <stdlib.h>

enum {
  /* bytes of a name that a slip leaves recognizable: alone, and as the second
   * of two */
  NEAR_LEAST = 6,
  NEAR_SECOND = 4
};

static int by_key_and_year(const void *one, const void *two) {
  const pq_shelved *const a = one;
  const pq_shelved *const b = two;
  const int order = pq_view_order(a->key, b->key);
  if (order) return order;
  if (a->year != b->year) return a->year < b->year ? -1 : 1;
  return (a->index > b->index) - (a->index < b->index);
}

pq_status pq_shelf_fill(pq_shelf *shelf, pq_arena *arena,
                        const pq_shelved *rows, uint32_t n) {
  size_t wanted = 0;
  for (uint32_t i = 0; i < n; ++i) {
    wanted += rows[i].first.core ? 2 : 1;
  }
  if (wanted > UINT32_MAX) return PQ_LIMIT;
  pq_shelved *const at = pq_arena_take(arena, wanted * sizeof *at);
  if (!at) return arena->status;
  uint32_t k = 0;
  for (uint32_t i = 0; i < n; ++i) {
    if (!rows[i].first.name.len) continue;
    at[k] = rows[i];
    at[k++].key = rows[i].first.name;
    if (!rows[i].first.core) continue;
    at[k] = rows[i];
    at[k++].key = pq_person_core(&rows[i].first);
  }
  if (k) qsort(at, k, sizeof *at, by_key_and_year);
  shelf->at = at;
  shelf->n = k;
  return PQ_OK;
}

/* The first row that does not come before (key, year). */
static uint32_t first_from(const pq_shelf *s, pq_view key, uint32_t year) {
  const pq_shelved wanted = {.key = key, .year = year};
  uint32_t low = 0;
  uint32_t high = s->n;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (by_key_and_year(&s->at[mid], &wanted) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

static bool fits(const pq_shelved *row, const pq_wanted *w, bool strict) {
  const pq_person *const a = &row->first;
  const pq_person *const b = &w->first;
  if (!pq_person_alike(a, b) || pq_person_same(a, b) != strict) return false;
  if (w->letter && row->letter && w->letter != row->letter) return false;
  if (!w->second.name.len) return true;
  if (w->pair && row->n_authors != 2) return false;
  return pq_person_alike(&row->second, &w->second);
}

/* What stands under a key, in a year. */
typedef struct place {
  pq_view key;
  uint32_t year;
  bool strict;
} place;

static void add_fits(const pq_shelf *s, const pq_wanted *w, place p,
                     pq_fitting *out) {
  for (uint32_t i = first_from(s, p.key, p.year); i < s->n; ++i) {
    const pq_shelved *const row = &s->at[i];
    if (row->year != p.year || !pq_view_same(row->key, p.key)) return;
    if (!fits(row, w, p.strict)) continue;
    if (p.strict && row->key.len != row->first.name.len) continue;
    if (out->n < PQ_FITS_MOST) out->fits[out->n] = row->index;
    ++out->n;
    const bool sure = row->year && row->letter == w->letter;
    out->maybe = out->maybe || (s->shared && !sure);
  }
}

static void add_years(const pq_shelf *s, const pq_wanted *w, pq_view key,
                      bool strict, pq_fitting *out) {
  add_fits(s, w, (place){key, 0, strict}, out);
  if (w->year) add_fits(s, w, (place){key, w->year, strict}, out);
}

void pq_shelf_find(const pq_shelf *shelf, const pq_wanted *wanted,
                   pq_fitting *out) {
  const pq_person *const who = &wanted->first;
  pq_fitting found = {.n = 0};
  add_years(shelf, wanted, who->name, true, &found);
  if (!found.n) {
    const pq_view key = who->core ? pq_person_core(who) : who->name;
    add_years(shelf, wanted, key, false, &found);
  }
  *out = found;
}

/* Is one name made of the other by one slip?  What they begin and end with
 * alike leaves at most a letter of each, or the same two the other way round.
 */
static bool is_slip(pq_view a, pq_view b) {
  if (a.len > b.len + 1 || b.len > a.len + 1) return false;
  const size_t most = a.len < b.len ? a.len : b.len;
  size_t head = 0;
  size_t tail = 0;
  while (head < most && a.ptr[head] == b.ptr[head]) {
    ++head;
  }
  while (tail < most - head &&
         a.ptr[a.len - tail - 1] == b.ptr[b.len - tail - 1]) {
    ++tail;
  }
  const size_t left = a.len - head - tail;
  const size_t other = b.len - head - tail;
  if (left <= 1 && other <= 1) return true;
  return left == 2 && other == 2 && a.ptr[head] == b.ptr[head + 1] &&
         a.ptr[head + 1] == b.ptr[head];
}

static bool is_near(const pq_person *a, const pq_person *b, size_t least) {
  return a->name.len >= least && b->name.len >= least &&
         a->name.ptr[0] == b->name.ptr[0] && is_slip(a->name, b->name);
}

static bool nearly_fits(const pq_shelved *row, const pq_wanted *w) {
  if (row->year && w->year && row->year != w->year) return false;
  if (!is_near(&row->first, &w->first, NEAR_LEAST)) return false;
  if (!w->second.name.len) return true;
  return (!w->pair || row->n_authors == 2) &&
         is_near(&row->second, &w->second, NEAR_SECOND);
}

void pq_shelf_near(const pq_shelf *shelf, const pq_wanted *wanted,
                   pq_fitting *out) {
  pq_fitting found = {.n = 0};
  for (uint32_t i = 0; i < shelf->n; ++i) {
    const pq_shelved *const row = &shelf->at[i];
    if (row->key.len != row->first.name.len) continue; /* it stands twice */
    if (!nearly_fits(row, wanted)) continue;
    if (found.n < PQ_FITS_MOST) found.fits[found.n] = row->index;
    ++found.n;
    found.maybe = true;
  }
  *out = found;
}

pq_status pq_wanted_of(pq_arena *arena, pq_buf *room, const pq_work *work,
                       pq_wanted *out) {
  pq_status st = PQ_OK;
  pq_wanted w = {.year = work->year, .letter = work->letter};
  if (work->n_authors) {
    PQ_TRY(st, pq_person_fold(arena, room, work->authors[0], &w.first));
  }
  if (work->n_authors > 1) {
    w.pair = work->n_authors == 2 && !work->et_al;
    PQ_TRY(st, pq_person_fold(arena, room, work->authors[1], &w.second));
  }
  *out = w;
  return PQ_OK;
}
