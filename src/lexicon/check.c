/* What tables say of each other. */
#include "load.h"

#include <stdlib.h>

enum {
  DEPTH_MOST = 8
};

/* A text that stands in a table, and where. */
typedef struct spot {
  pq_view text;
  const pq_table *table;
  const pq_row *row;
} spot;

typedef struct checker {
  pq_arena *arena;
  const pq_tables *tables;
  const pq_known *known;
  const pq_sink *sink;
  spot *ids; /* of concepts, fusions and pathways, sorted */
  size_t n_ids;
  bool wrong;
} checker;

static int by_text(const void *one, const void *two) {
  const spot *const a = one;
  const spot *const b = two;
  const int c = pq_view_order(a->text, b->text);
  if (c) return c;
  if (a->table != b->table) return a->table < b->table ? -1 : 1;
  return (a->row > b->row) - (a->row < b->row);
}

/* All texts of some column, sorted; column 0xFF of a table: left out. */
static pq_status gather(checker *c, const uint8_t columns[PQ_N_TABLES],
                        spot **out, size_t *n_out) {
  size_t n = 0;
  for (size_t t = 0; t < PQ_N_TABLES; ++t) {
    if (columns[t] != 0xFF) n += c->tables->at[t].rows.n;
  }
  spot *const spots = pq_arena_take(c->arena, n * sizeof *spots);
  if (!spots) return c->arena->status;
  n = 0;
  for (size_t t = 0; t < PQ_N_TABLES; ++t) {
    const pq_table *const table = &c->tables->at[t];
    for (size_t i = 0; columns[t] != 0xFF && i < table->rows.n; ++i) {
      const pq_row *const row = &table->rows.at[i];
      spots[n++] = (spot){row->cell[columns[t]], table, row};
    }
  }
  if (n) qsort(spots, n, sizeof *spots, by_text);
  *out = spots;
  *n_out = n;
  return PQ_OK;
}

static const spot *find(const checker *c, pq_view id) {
  size_t low = 0;
  size_t high = c->n_ids;
  while (low < high) {
    const size_t mid = low + (high - low) / 2;
    if (pq_view_order(c->ids[mid].text, id) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low < c->n_ids && pq_view_same(c->ids[low].text, id) ? &c->ids[low]
                                                              : NULL;
}

static void need(checker *c, pq_table_id table, const pq_row *row, size_t cell,
                 pq_view id) {
  if (find(c, id)) return;
  if (c->known && c->known->id && c->known->id(c->known->user, id)) return;
  c->wrong = true;
  (void)pq_fail(c->sink, PQ_BAD_SYNTAX, "lexicon.unknown-id",
                pq_row_place(&c->tables->at[table], row, cell),
                "nothing has the id %.*s", pq_view_width(id), id.ptr);
}

static pq_status check_ids(checker *c) {
  pq_status st = PQ_OK;
  uint8_t columns[PQ_N_TABLES];
  memset(columns, 0xFF, sizeof columns);
  columns[PQ_TABLE_CONCEPTS] = PQ_CONCEPTS_ID;
  columns[PQ_TABLE_FUSIONS] = PQ_FUSIONS_ID;
  columns[PQ_TABLE_PATHWAYS] = PQ_PATHWAYS_ID;
  PQ_TRY(st, gather(c, columns, &c->ids, &c->n_ids));
  for (size_t i = 1; i < c->n_ids; ++i) {
    const spot *const s = &c->ids[i];
    if (!pq_view_same(s->text, c->ids[i - 1].text)) continue;
    c->wrong = true;
    const pq_place first =
        pq_row_place(c->ids[i - 1].table, c->ids[i - 1].row, 0);
    (void)pq_fail(c->sink, PQ_BAD_SYNTAX, "lexicon.id-twice",
                  pq_row_place(s->table, s->row, 0),
                  "%.*s stands in %.*s:%u too", pq_view_width(s->text),
                  s->text.ptr, pq_view_width(first.file), first.file.ptr,
                  (unsigned)first.line);
  }
  return PQ_OK;
}

static void check_list(checker *c, const pq_row *row) {
  pq_view rest = row->cell[PQ_PATHWAYS_AFTER];
  while (rest.len) {
    need(c, PQ_TABLE_PATHWAYS, row, PQ_PATHWAYS_AFTER, pq_view_cut(&rest, '|'));
  }
}

static void check_references(checker *c) {
  const pq_tables *const t = c->tables;
  for (size_t i = 0; i < t->at[PQ_TABLE_NAMES].rows.n; ++i) {
    const pq_row *const row = &t->at[PQ_TABLE_NAMES].rows.at[i];
    need(c, PQ_TABLE_NAMES, row, PQ_NAMES_ID, row->cell[PQ_NAMES_ID]);
  }
  for (size_t i = 0; i < t->at[PQ_TABLE_MEMBERS].rows.n; ++i) {
    const pq_row *const row = &t->at[PQ_TABLE_MEMBERS].rows.at[i];
    need(c, PQ_TABLE_MEMBERS, row, PQ_MEMBERS_CHILD,
         row->cell[PQ_MEMBERS_CHILD]);
    need(c, PQ_TABLE_MEMBERS, row, PQ_MEMBERS_PARENT,
         row->cell[PQ_MEMBERS_PARENT]);
  }
  for (size_t i = 0; i < t->at[PQ_TABLE_FUSIONS].rows.n; ++i) {
    const pq_row *const row = &t->at[PQ_TABLE_FUSIONS].rows.at[i];
    const pq_view five = row->cell[PQ_FUSIONS_FIVE];
    if (!pq_view_same(five, PQ_LIT("*"))) {
      need(c, PQ_TABLE_FUSIONS, row, PQ_FUSIONS_FIVE, five);
    }
    need(c, PQ_TABLE_FUSIONS, row, PQ_FUSIONS_THREE,
         row->cell[PQ_FUSIONS_THREE]);
  }
  for (size_t i = 0; i < t->at[PQ_TABLE_PATHWAYS].rows.n; ++i) {
    check_list(c, &t->at[PQ_TABLE_PATHWAYS].rows.at[i]);
  }
}

static bool says_amb(const spot *s) {
  uint32_t flags = 0;
  pq_view context;
  return pq_entry_flags(s->row->cell[PQ_NAMES_FLAGS], &flags, &context) &&
         (flags & PQ_NAME_AMBIGUOUS);
}

/* A text may mean several things if all rows but one say that it does. */
static pq_status check_names(checker *c) {
  pq_status st = PQ_OK;
  uint8_t columns[PQ_N_TABLES];
  spot *names = NULL;
  size_t n = 0;
  memset(columns, 0xFF, sizeof columns);
  columns[PQ_TABLE_NAMES] = PQ_NAMES_TEXT;
  PQ_TRY(st, gather(c, columns, &names, &n));
  const spot *plain = NULL; /* the row of this text without `amb` */
  for (size_t i = 0; i < n; ++i) {
    if (plain && !pq_view_same(plain->text, names[i].text)) plain = NULL;
    if (says_amb(&names[i])) continue;
    if (plain) {
      const pq_view id = plain->row->cell[PQ_NAMES_ID];
      c->wrong = true;
      (void)pq_fail(c->sink, PQ_BAD_SYNTAX, "lexicon.ambiguous",
                    pq_row_place(names[i].table, names[i].row, 0),
                    "this name is also %.*s's (line %u): flag all but one "
                    "with amb",
                    pq_view_width(id), id.ptr, (unsigned)plain->row->line);
    }
    plain = &names[i];
  }
  return PQ_OK;
}

/* The first row of members.tsv with this child; rows are sorted. */
static size_t first_member(const pq_table *t, pq_view child) {
  size_t low = 0;
  size_t high = t->rows.n;
  while (low < high) {
    const size_t mid = low + (high - low) / 2;
    if (pq_view_order(t->rows.at[mid].cell[PQ_MEMBERS_CHILD], child) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

/* Longest way up from a child: more than eight steps are a circle, or as good
 * as one. */
/* NOLINTNEXTLINE(misc-no-recursion): DEPTH_MOST */
static bool climbs(const pq_table *t, pq_view child, uint32_t depth,
                   uint32_t *left) {
  if (depth > DEPTH_MOST || *left == 0) return false;
  --*left;
  for (size_t i = first_member(t, child);
       i < t->rows.n &&
       pq_view_same(t->rows.at[i].cell[PQ_MEMBERS_CHILD], child);
       ++i) {
    if (!climbs(t, t->rows.at[i].cell[PQ_MEMBERS_PARENT], depth + 1, left)) {
      return false;
    }
  }
  return true;
}

static void check_circles(checker *c) {
  const pq_table *const t = &c->tables->at[PQ_TABLE_MEMBERS];
  for (size_t i = 0; i < t->rows.n; ++i) {
    uint32_t left = 100000; /* steps, so that many ways up cost no more */
    if (climbs(t, t->rows.at[i].cell[PQ_MEMBERS_PARENT], 1, &left)) continue;
    c->wrong = true;
    (void)pq_fail(c->sink, PQ_BAD_SYNTAX, "lexicon.circle",
                  pq_row_place(t, &t->rows.at[i], 0),
                  "members go round in a circle, or more than %d deep",
                  (int)DEPTH_MOST);
    return; /* all that hang on the same circle would say so */
  }
}

/* The row of deny.tsv that denies always that the text is this id, or NULL.
 * Rows are sorted, and an empty context comes first. */
static const pq_row *denial_of(const pq_table *t, pq_view id, pq_view text) {
  size_t low = 0;
  size_t high = t->rows.n;
  while (low < high) {
    const size_t mid = low + (high - low) / 2;
    const pq_view *const cell = t->rows.at[mid].cell;
    const int c = pq_view_order(cell[PQ_DENY_ID], id);
    if (c < 0 || (c == 0 && pq_view_order(cell[PQ_DENY_TEXT], text) < 0)) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  if (low == t->rows.n) return NULL;
  const pq_view *const cell = t->rows.at[low].cell;
  const bool is = pq_view_same(cell[PQ_DENY_ID], id) &&
                  pq_view_same(cell[PQ_DENY_TEXT], text) &&
                  !cell[PQ_DENY_CONTEXT].len;
  return is ? &t->rows.at[low] : NULL;
}

/* A row that denies always what another one denies on a condition, or that
 * denies every reading of a name, leaves that other one nothing to decide; but
 * what is no listed name may still look like one that is not listed. */
static bool is_idle(const pq_table *t, const pq_row *row) {
  const pq_view id = row->cell[PQ_DENY_ID];
  const pq_view text = row->cell[PQ_DENY_TEXT];
  const pq_row *const same = denial_of(t, id, text);
  if (same && same != row) return true;
  const bool reading =
      !pq_view_same(id, PQ_LIT("*")) && !pq_view_same(id, PQ_LIT("-"));
  return reading && denial_of(t, PQ_LIT("*"), text);
}

static void check_denials(checker *c) {
  const pq_table *const t = &c->tables->at[PQ_TABLE_DENY];
  for (size_t i = 0; i < t->rows.n; ++i) {
    const pq_row *const row = &t->rows.at[i];
    if (!is_idle(t, row)) continue;
    c->wrong = true;
    (void)pq_fail(c->sink, PQ_BAD_SYNTAX, "lexicon.idle-denial",
                  pq_row_place(t, row, 0),
                  "another row denies this always; take one of both out");
  }
}

pq_status pq_load_check(pq_arena *arena, const pq_tables *tables,
                        const pq_known *known, const pq_sink *sink) {
  pq_status st = PQ_OK;
  checker c = {.arena = arena, .tables = tables, .known = known, .sink = sink};
  PQ_TRY(st, check_ids(&c));
  check_references(&c);
  PQ_TRY(st, check_names(&c));
  check_circles(&c);
  check_denials(&c);
  return c.wrong ? PQ_BAD_SYNTAX : PQ_OK;
}
