#include "bibliography.h"

#include "field.h"
#include "item.h"

#include "base/alloc.h"
#include "base/hash.h"

#include <stdlib.h>

enum {
  HELD_MOST = 1 << 30, /* bytes of all entries */
  TITLE_LEAST = 24     /* letters; "Editorial" is the title of many */
};

/* Entries by hash of an identifier or a title: an open table, its size a power
 * of two, half full at the most. */
typedef struct slot {
  uint64_t hash;
  uint32_t entry; /* counts from 1; 0: free */
} slot;

/* Entries by their PubMed number. */
typedef struct numbered {
  uint32_t pmid, entry;
} numbered;

/* Hashes of what tells a paper from others; 0 where there is nothing. */
typedef struct marks {
  uint64_t pmid, doi, title;
} marks;

/* An entry as it comes, in the memory of its reader; or to be sorted. */
typedef struct coming {
  pq_reference ref;
  pq_shelved row;
  marks marks;
} coming;

struct pq_bibliography {
  pq_alloc *alloc;
  const pq_sink *sink;
  pq_arena arena;
  PQ_VEC(pq_reference) refs;
  PQ_VEC(pq_shelved) rows; /* of the same entries */
  slot *slots;
  size_t n_slots, n_used;
  pq_buf room, title;
  pq_shelf shelf;
  numbered *numbers; /* sorted */
  uint32_t n_numbers;
  pq_digest digest;
};

pq_status pq_bibliography_open(pq_alloc *alloc, const pq_sink *sink,
                               pq_bibliography **out) {
  pq_bibliography *const b = pq_calloc(alloc, sizeof *b);
  if (!b) return PQ_NO_MEM;
  b->alloc = alloc;
  b->sink = sink;
  pq_arena_init(&b->arena, alloc, HELD_MOST);
  pq_buf_init(&b->room, alloc);
  pq_buf_init(&b->title, alloc);
  *out = b;
  return PQ_OK;
}

/* What only reading needs. */
static void drop_table(pq_bibliography *b) {
  pq_free(b->alloc, b->slots);
  b->slots = NULL;
  b->n_slots = b->n_used = 0;
  pq_buf_clear(&b->room);
  pq_buf_clear(&b->title);
}

void pq_bibliography_close(pq_bibliography *b) {
  if (!b) return;
  drop_table(b);
  pq_arena_clear(&b->arena);
  pq_free(b->alloc, b);
}

/* At most nine digits. */
static uint32_t number_of(pq_view pmid) {
  uint32_t n = 0;
  for (size_t i = 0; i < pmid.len; ++i) {
    n = 10 * n + (uint32_t)(pmid.ptr[i] - '0');
  }
  return n;
}

static int by_number(const void *one, const void *two) {
  const numbered *const a = one;
  const numbered *const b = two;
  if (a->pmid != b->pmid) return a->pmid < b->pmid ? -1 : 1;
  return (a->entry > b->entry) - (a->entry < b->entry);
}

static pq_status fill_numbers(pq_bibliography *b) {
  b->numbers = pq_arena_take(&b->arena, b->refs.n * sizeof *b->numbers);
  if (!b->numbers) return b->arena.status;
  for (uint32_t i = 0; i < b->refs.n; ++i) {
    const pq_view pmid = b->refs.at[i].pmid;
    if (!pmid.len) continue;
    b->numbers[b->n_numbers++] = (numbered){number_of(pmid), i};
  }
  if (b->n_numbers) {
    qsort(b->numbers, b->n_numbers, sizeof *b->numbers, by_number);
  }
  return PQ_OK;
}

const pq_reference *pq_bibliography_of_pmid(const pq_bibliography *b,
                                            pq_view pmid) {
  if (!b || !pq_field_is_pmid(pmid)) return NULL;
  const uint32_t wanted = number_of(pmid);
  uint32_t low = 0;
  uint32_t high = b->n_numbers;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (b->numbers[mid].pmid < wanted) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  const bool found = low < b->n_numbers && b->numbers[low].pmid == wanted;
  return found ? &b->refs.at[b->numbers[low].entry] : NULL;
}

/* One row as a line: what look-ups can make of it. */
static void put_row(const pq_bibliography *b, const pq_shelved *row,
                    pq_buf *out) {
  const pq_reference *const ref = &b->refs.at[row->index];
  const pq_view cells[] = {row->key,  row->first.name, row->second.name,
                           ref->pmid, ref->doi,        ref->title};
  pq_buf_format(out, "%lu %lu %c", (unsigned long)row->n_authors,
                (unsigned long)row->year, row->letter ? row->letter : '-');
  for (size_t i = 0; i < sizeof cells / sizeof *cells; ++i) {
    pq_buf_char(out, '\t');
    pq_buf_put(out, cells[i]);
  }
  pq_buf_char(out, '\n');
}

/* Of what was read, not of the files: one content in two formats is one. */
static pq_status digest_rows(const pq_bibliography *b, pq_digester *d,
                             pq_digest *out) {
  pq_status st = PQ_OK;
  pq_buf line;
  pq_buf_init(&line, b->alloc);
  for (uint32_t i = 0; !st && i < b->shelf.n; ++i) {
    pq_buf_reset(&line);
    put_row(b, &b->shelf.at[i], &line);
    st = line.status;
    if (!st) pq_digester_add(d, pq_buf_view(&line));
  }
  pq_buf_clear(&line);
  if (!st) pq_digester_end(d, out);
  return st;
}

static pq_status take_digest(pq_bibliography *b) {
  pq_status st = PQ_OK;
  pq_digester *d = NULL;
  PQ_TRY(st, pq_digester_open(b->alloc, &d));
  st = digest_rows(b, d, &b->digest);
  pq_digester_close(d);
  return st;
}

static int by_content(const void *one, const void *two) {
  const coming *const a = one;
  const coming *const b = two;
  const pq_view cells[][2] = {{a->row.first.name, b->row.first.name},
                              {a->ref.pmid, b->ref.pmid},
                              {a->ref.doi, b->ref.doi},
                              {a->ref.title, b->ref.title},
                              {a->ref.year, b->ref.year},
                              {a->row.second.name, b->row.second.name}};
  for (size_t i = 0; i < sizeof cells / sizeof *cells; ++i) {
    const int order = pq_view_order(cells[i][0], cells[i][1]);
    if (order) return order;
  }
  return (a->row.index > b->row.index) - (a->row.index < b->row.index);
}

/* Numbers the entries anew, so that the order of the files counts for nothing:
 * candidates and the digest come in the order of the entries. */
static pq_status sort_entries(pq_bibliography *b) {
  const uint32_t n = b->refs.n;
  coming *const all = pq_calloc(b->alloc, (n + 1) * sizeof *all);
  if (!all) return PQ_NO_MEM;
  for (uint32_t i = 0; i < n; ++i) {
    all[i] = (coming){.ref = b->refs.at[i], .row = b->rows.at[i]};
  }
  qsort(all, n, sizeof *all, by_content);
  for (uint32_t i = 0; i < n; ++i) {
    b->refs.at[i] = all[i].ref;
    b->refs.at[i].found = i + 1;
    b->rows.at[i] = all[i].row;
    b->rows.at[i].index = i;
  }
  pq_free(b->alloc, all);
  return PQ_OK;
}

pq_status pq_bibliography_settle(pq_bibliography *b) {
  pq_status st = PQ_OK;
  drop_table(b);
  b->shelf.shared = true;
  PQ_TRY(st, sort_entries(b));
  PQ_TRY(st, pq_shelf_fill(&b->shelf, &b->arena, b->rows.at, b->rows.n));
  PQ_TRY(st, fill_numbers(b));
  return take_digest(b);
}

pq_view pq_bibliography_digest(const pq_bibliography *b) {
  return b ? pq_view_of(b->digest.hex) : PQ_LIT("");
}

const pq_shelf *pq_bibliography_shelf(const pq_bibliography *b) {
  static const pq_shelf none = {.shared = true};
  return b ? &b->shelf : &none;
}

const pq_reference *pq_bibliography_at(const pq_bibliography *b,
                                       uint32_t index) {
  assert(index < b->refs.n);
  return &b->refs.at[index];
}

/* ---- each paper once ---- */

static void put_slot(slot *slots, size_t n, slot what) {
  size_t i = what.hash & (n - 1);
  while (slots[i].entry) {
    i = (i + 1) & (n - 1);
  }
  slots[i] = what;
}

static pq_status grow_table(pq_bibliography *b) {
  const size_t n = b->n_slots ? 2 * b->n_slots : 1024;
  slot *const grown = pq_calloc(b->alloc, n * sizeof *grown);
  if (!grown) return PQ_NO_MEM;
  for (size_t i = 0; i < b->n_slots; ++i) {
    if (b->slots[i].entry) put_slot(grown, n, b->slots[i]);
  }
  pq_free(b->alloc, b->slots);
  b->slots = grown;
  b->n_slots = n;
  return PQ_OK;
}

/* The entry that was noted under a hash, or UINT32_MAX. */
static uint32_t noted(const pq_bibliography *b, uint64_t hash) {
  if (!hash || !b->n_slots) return UINT32_MAX;
  for (size_t i = hash & (b->n_slots - 1); b->slots[i].entry;
       i = (i + 1) & (b->n_slots - 1)) {
    if (b->slots[i].hash == hash) return b->slots[i].entry - 1;
  }
  return UINT32_MAX;
}

/* A hash has one entry, the first: else many of one would be a long walk. */
static pq_status note(pq_bibliography *b, uint64_t hash, uint32_t entry) {
  pq_status st = PQ_OK;
  if (!hash || noted(b, hash) != UINT32_MAX) return PQ_OK;
  if (2 * (b->n_used + 1) > b->n_slots) PQ_TRY(st, grow_table(b));
  put_slot(b->slots, b->n_slots, (slot){hash, entry + 1});
  ++b->n_used;
  return PQ_OK;
}

static uint64_t hash_of(pq_bibliography *b, const char *kind, pq_view text) {
  if (!text.len) return 0;
  pq_buf_reset(&b->room);
  pq_buf_text(&b->room, kind);
  for (size_t i = 0; i < text.len; ++i) {
    pq_buf_char(&b->room, pq_to_lower(text.ptr[i]));
  }
  return pq_hash(pq_buf_view(&b->room));
}

static pq_status mark(pq_bibliography *b, pq_arena *arena, coming *c) {
  pq_status st = PQ_OK;
  pq_person title = {{"", 0}, 0};
  c->marks.pmid = hash_of(b, "pmid ", c->ref.pmid);
  c->marks.doi = hash_of(b, "doi ", c->ref.doi);
  PQ_TRY(st, pq_person_fold(arena, &b->title, c->ref.title, &title));
  if (title.name.len < TITLE_LEAST || !c->row.year) return b->room.status;
  pq_buf_reset(&b->title);
  pq_buf_put(&b->title, c->row.first.name);
  pq_buf_format(&b->title, " %lu ", (unsigned long)c->row.year);
  pq_buf_put(&b->title, title.name);
  c->marks.title = hash_of(b, "title ", pq_buf_view(&b->title));
  return b->title.status ? b->title.status : b->room.status;
}

/* Do two identifiers name two papers? */
static bool differ(pq_view a, pq_view b) {
  return a.len && b.len && !pq_view_alike(a, b);
}

/* An entry of the same paper, or UINT32_MAX. */
static uint32_t find_same(const pq_bibliography *b, const coming *c) {
  uint32_t i = noted(b, c->marks.pmid);
  if (i != UINT32_MAX && pq_view_same(b->refs.at[i].pmid, c->ref.pmid)) {
    return i;
  }
  i = noted(b, c->marks.doi);
  if (i != UINT32_MAX && pq_view_alike(b->refs.at[i].doi, c->ref.doi) &&
      !differ(b->refs.at[i].pmid, c->ref.pmid)) {
    return i;
  }
  i = noted(b, c->marks.title);
  if (i == UINT32_MAX || differ(b->refs.at[i].pmid, c->ref.pmid) ||
      differ(b->refs.at[i].doi, c->ref.doi) ||
      b->rows.at[i].year != c->row.year ||
      !pq_person_same(&b->rows.at[i].first, &c->row.first)) {
    return UINT32_MAX;
  }
  return i;
}

static pq_status note_all(pq_bibliography *b, const marks *m, uint32_t entry) {
  pq_status st = PQ_OK;
  PQ_TRY(st, note(b, m->pmid, entry));
  PQ_TRY(st, note(b, m->doi, entry));
  return note(b, m->title, entry);
}

static pq_status keep(pq_bibliography *b, pq_view text, pq_view *out) {
  if (out->len || !text.len) return PQ_OK;
  return pq_arena_copy(&b->arena, text, out);
}

static pq_status keep_texts(pq_bibliography *b, const pq_reference *from,
                            pq_reference *to) {
  pq_status st = PQ_OK;
  PQ_TRY(st, keep(b, from->pmid, &to->pmid));
  PQ_TRY(st, keep(b, from->doi, &to->doi));
  PQ_TRY(st, keep(b, from->year, &to->year));
  return keep(b, from->title, &to->title);
}

/* The same paper again: what the first entry of it lacks. */
static pq_status fill_in(pq_bibliography *b, const coming *c, uint32_t entry) {
  pq_status st = PQ_OK;
  pq_shelved *const row = &b->rows.at[entry];
  PQ_TRY(st, keep_texts(b, &c->ref, &b->refs.at[entry]));
  if (!row->year) row->year = c->row.year;
  if (!row->letter && row->year == c->row.year) row->letter = c->row.letter;
  return note_all(b, &c->marks, entry);
}

static pq_status push(pq_bibliography *b, const coming *c) {
  pq_status st = PQ_OK;
  pq_reference ref = {.found = b->refs.n + 1};
  pq_shelved row = c->row;
  row.index = b->refs.n;
  PQ_TRY(st, keep_texts(b, &c->ref, &ref));
  PQ_TRY(st, pq_arena_copy(&b->arena, c->row.first.name, &row.first.name));
  PQ_TRY(st, pq_arena_copy(&b->arena, c->row.second.name, &row.second.name));
  PQ_PUSH(&b->arena, &b->refs, ref);
  PQ_PUSH(&b->arena, &b->rows, row);
  return note_all(b, &c->marks, row.index);
}

pq_status pq_bibliography_take(pq_bibliography *b, pq_items *e) {
  pq_status st = PQ_OK;
  coming c = {.ref = {.pmid = e->fields[PQ_ITEM_PMID],
                      .doi = e->fields[PQ_ITEM_DOI],
                      .title = e->fields[PQ_ITEM_TITLE],
                      .year = e->fields[PQ_ITEM_YEAR]},
              .row = {.n_authors = e->n_authors}};
  c.row.year = pq_person_year(e->fields[PQ_ITEM_YEAR], &c.row.letter);
  if (e->letter) c.row.letter = e->letter;
  PQ_TRY(st, pq_person_fold(&e->arena, &b->title, e->authors[0], &c.row.first));
  PQ_TRY(st,
         pq_person_fold(&e->arena, &b->title, e->authors[1], &c.row.second));
  if (!c.row.first.name.len) return PQ_OK;
  PQ_TRY(st, mark(b, &e->arena, &c));
  const uint32_t same = find_same(b, &c);
  st = same == UINT32_MAX ? push(b, &c) : fill_in(b, &c, same);
  if (st != PQ_LIMIT) return st;
  return pq_fail(b->sink, st, "bibliography.size", e->at,
                 "the entries of all bibliographies take more than 1 GiB");
}

void pq_bibliography_begin(pq_bibliography *b, const char *name,
                           pq_items *out) {
  *out = (pq_items){.to = b, .sink = b->sink, .at = {.file = pq_view_of(name)}};
  pq_arena_init(&out->arena, b->alloc, 0);
  pq_buf_init(&out->room, b->alloc);
}
