#include "shelf.h"

#include <stdlib.h>

static int by_name_and_year(const void *one, const void *two) {
  const pq_shelved *const a = one;
  const pq_shelved *const b = two;
  const int order =
      pq_view_order(pq_person_core(&a->first), pq_person_core(&b->first));
  if (order) return order;
  if (a->year != b->year) return a->year < b->year ? -1 : 1;
  return (a->index > b->index) - (a->index < b->index);
}

void pq_shelf_sort(pq_shelf *shelf) {
  if (!shelf->n) return;
  qsort(shelf->at, shelf->n, sizeof *shelf->at, by_name_and_year);
}

/* The first row that does not come before (core of the name, year). */
static uint32_t first_from(const pq_shelf *s, const pq_person *who,
                           uint32_t year) {
  const pq_shelved wanted = {.first = *who, .year = year};
  uint32_t low = 0;
  uint32_t high = s->n;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (by_name_and_year(&s->at[mid], &wanted) < 0) {
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
  if (!(strict ? pq_person_same(a, b) : pq_person_alike(a, b))) return false;
  if (w->letter && row->letter && w->letter != row->letter) return false;
  if (!w->second.name.len) return true;
  if (w->pair && row->n_authors != 2) return false;
  return pq_person_alike(&row->second, &w->second);
}

static void add_fits(const pq_shelf *s, const pq_wanted *w, uint32_t year,
                     bool strict, pq_fitting *out) {
  for (uint32_t i = first_from(s, &w->first, year); i < s->n; ++i) {
    const pq_shelved *const row = &s->at[i];
    if (row->year != year ||
        !pq_view_same(pq_person_core(&row->first), pq_person_core(&w->first))) {
      return;
    }
    if (!fits(row, w, strict)) continue;
    if (out->n < PQ_FITS_MOST) out->fits[out->n] = row->index;
    ++out->n;
    const bool sure = row->year && row->letter == w->letter;
    out->maybe = out->maybe || (s->shared && !sure);
  }
}

void pq_shelf_find(const pq_shelf *shelf, const pq_wanted *wanted,
                   pq_fitting *out) {
  pq_fitting found = {.n = 0};
  for (int strict = 1; strict >= 0 && !found.n; --strict) {
    add_fits(shelf, wanted, 0, strict, &found);
    if (wanted->year) add_fits(shelf, wanted, wanted->year, strict, &found);
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
