#include "join.h"

#include "layer.h"

#include "base/hash.h"

/* What a thing is also called: open addressing by the other id. */
typedef struct alias {
  pq_view other; /* "UniProt:P40763"; empty: the slot is free */
  pq_view id;    /* "HGNC:11364"; empty: several things say so */
} alias;

typedef struct joiner {
  pq_arena *arena;
  alias *slots;
  size_t mask;
  pq_view last, result; /* rows of one thing come together */
} joiner;

static bool is_alias(pq_view id) {
  static const pq_view spaces[] = {PQ_LIT_INIT("UniProt:"),
                                   PQ_LIT_INIT("NCBIGene:"),
                                   PQ_LIT_INIT("HGNC.symbol:")};
  for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; ++i) {
    if (pq_view_starts(id, spaces[i])) return true;
  }
  return false;
}

static alias *slot_of(const joiner *j, pq_view other) {
  size_t at = (size_t)pq_hash(other) & j->mask;
  while (j->slots[at].other.len && !pq_view_same(j->slots[at].other, other)) {
    at = (at + 1) & j->mask;
  }
  return &j->slots[at];
}

static void note(const joiner *j, pq_view other, pq_view id) {
  alias *const slot = slot_of(j, other);
  if (!slot->other.len) {
    *slot = (alias){other, id};
  } else if (!pq_view_same(slot->id, id)) {
    slot->id = (pq_view){"", 0};
  }
}

/* How many aliases a thing may have, at the most. */
static size_t count(pq_view xrefs) {
  size_t n = 2;
  for (size_t i = 0; i < xrefs.len; ++i) {
    n += xrefs.ptr[i] == '|';
  }
  return n;
}

static pq_status note_thing(const joiner *j, pq_view id, pq_view label,
                            pq_view xrefs) {
  pq_status st = PQ_OK;
  pq_view rest = xrefs;
  if (!id.len || is_alias(id)) return PQ_OK;
  while (rest.len) {
    const pq_view one = pq_view_cut(&rest, '|');
    if (is_alias(one)) note(j, one, id);
  }
  if (pq_view_starts(id, PQ_LIT("HGNC:")) && label.len) {
    pq_view other;
    const pq_view pieces[] = {PQ_LIT("HGNC.symbol:"), label};
    PQ_TRY(st, pq_arena_join(j->arena, pieces, 2, &other));
    note(j, other, id);
  }
  return PQ_OK;
}

/* Only genes: a complex may have the accessions of its parts. */
static bool is_gene(const pq_row *row) {
  return pq_view_same(row->cell[PQ_CONCEPTS_TYPE], PQ_LIT("gene"));
}

static size_t count_all(const pq_tables *tables, const pq_lexicon *known) {
  size_t n = 0;
  const pq_table *const t = &tables->at[PQ_TABLE_CONCEPTS];
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    n += count(t->rows.at[i].cell[PQ_CONCEPTS_XREFS]);
  }
  for (uint8_t l = 0; known && l < known->n; ++l) {
    const pq_image *const im = &known->layers[l].image;
    for (uint32_t i = 0; i < im->n[PQ_SECTION_CONCEPTS]; ++i) {
      n += count(pq_image_text(im, im->concepts[i].xrefs));
    }
  }
  return n;
}

static pq_status note_all(const joiner *j, const pq_tables *tables,
                          const pq_lexicon *known) {
  pq_status st = PQ_OK;
  const pq_table *const t = &tables->at[PQ_TABLE_CONCEPTS];
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    if (!is_gene(&t->rows.at[i])) continue;
    PQ_TRY(st, note_thing(j, cell[PQ_CONCEPTS_ID], cell[PQ_CONCEPTS_LABEL],
                          cell[PQ_CONCEPTS_XREFS]));
  }
  for (uint8_t l = 0; known && l < known->n; ++l) {
    const pq_image *const im = &known->layers[l].image;
    for (uint32_t i = 0; i < im->n[PQ_SECTION_CONCEPTS]; ++i) {
      const pq_image_concept *const row = &im->concepts[i];
      if (row->type != PQ_CONCEPT_GENE) continue;
      PQ_TRY(st, note_thing(j, pq_image_text(im, row->id),
                            pq_image_text(im, row->label),
                            pq_image_text(im, row->xrefs)));
    }
  }
  return PQ_OK;
}

/* The id to use for an id. */
static pq_view joined(joiner *j, pq_view id) {
  if (!is_alias(id)) return id;
  if (pq_view_same(id, j->last)) return j->result;
  const alias *const slot = slot_of(j, id);
  j->last = id;
  j->result = slot->id.len ? slot->id : id;
  return j->result;
}

static void join_column(joiner *j, pq_table *t, size_t column, size_t mark) {
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    pq_view *const cell = t->rows.at[i].cell;
    const pq_view id = joined(j, cell[column]);
    if (mark && !pq_view_same(id, cell[column])) cell[mark] = PQ_JOINED;
    cell[column] = id;
  }
}

/* The id of a fusion is made of its parts. */
static pq_status join_fusions(joiner *j, pq_table *t) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    pq_view *const cell = t->rows.at[i].cell;
    const pq_view five = joined(j, cell[PQ_FUSIONS_FIVE]);
    const pq_view three = joined(j, cell[PQ_FUSIONS_THREE]);
    const pq_view pieces[] = {five, PQ_LIT("::"), three};
    if (pq_view_same(five, cell[PQ_FUSIONS_FIVE]) &&
        pq_view_same(three, cell[PQ_FUSIONS_THREE])) {
      continue;
    }
    PQ_TRY(st, pq_arena_join(j->arena, pieces, 3, &cell[PQ_FUSIONS_ID]));
    cell[PQ_FUSIONS_FIVE] = five;
    cell[PQ_FUSIONS_THREE] = three;
  }
  return PQ_OK;
}

pq_status pq_join(pq_arena *arena, pq_tables *tables, const pq_lexicon *known) {
  pq_status st = PQ_OK;
  joiner j = {.arena = arena, .last = {"", 0}};
  size_t n = 16;
  const size_t least = 2 * count_all(tables, known);
  while (n < least) {
    n *= 2;
  }
  j.mask = n - 1;
  j.slots = pq_arena_take(arena, n * sizeof *j.slots);
  if (!j.slots) return arena->status;
  PQ_TRY(st, note_all(&j, tables, known));
  join_column(&j, &tables->at[PQ_TABLE_CONCEPTS], PQ_CONCEPTS_ID,
              PQ_CONCEPTS_JOINED);
  join_column(&j, &tables->at[PQ_TABLE_NAMES], PQ_NAMES_ID, 0);
  join_column(&j, &tables->at[PQ_TABLE_MEMBERS], PQ_MEMBERS_CHILD, 0);
  join_column(&j, &tables->at[PQ_TABLE_MEMBERS], PQ_MEMBERS_PARENT, 0);
  return join_fusions(&j, &tables->at[PQ_TABLE_FUSIONS]);
}
