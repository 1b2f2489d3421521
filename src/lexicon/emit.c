#include "emit.h"

#include "image.h"
#include "normal.h"

#include "base/hash.h"

#include <stdlib.h>

static const pq_table *table(const pq_compiler *c, pq_table_id id) {
  return &c->tables->at[id];
}

/* Room for what is sorted on the way; a failure is kept. */
static void *take(pq_compiler *c, size_t size) {
  void *const room = pq_arena_take(c->arena, size);
  if (!room && !c->pool.status) c->pool.status = c->arena->status;
  return room;
}

static uint32_t ref(pq_compiler *c, pq_view text) {
  return pq_pool_ref(&c->pool, text);
}

static void put(pq_compiler *c, const void *bytes, size_t size) {
  pq_buf_put(c->out, (pq_view){bytes, size});
}

static void put_concepts(pq_compiler *c) {
  for (uint32_t i = 0; i < c->things.n; ++i) {
    const pq_thing *const t = &c->things.at[i];
    const pq_image_concept row = {ref(c, t->id),
                                  ref(c, t->label),
                                  ref(c, t->taxon),
                                  ref(c, t->xrefs),
                                  ref(c, pq_entry_accession(t->xrefs)),
                                  t->type,
                                  ref(c, t->after),
                                  ref(c, t->close)};
    put(c, &row, sizeof row);
  }
}

/* What stands behind each key in longer ones.  A key comes before all that it
 * begins: those that the last one begins with are on a stack. */
static uint32_t *marks_behind(pq_compiler *c) {
  uint32_t open[PQ_KEY_MOST + 1];
  uint32_t depth = 0;
  const pq_key *const at = c->keys.at;
  uint32_t *const marks = take(c, c->keys.n * sizeof *marks);
  for (uint32_t i = 0; marks && i < c->keys.n; ++i) {
    while (depth && !pq_view_starts(at[i].key, at[open[depth - 1]].key)) {
      --depth;
    }
    for (uint32_t k = 0; k < depth; ++k) {
      marks[open[k]] |= pq_mark_behind(at[i].key, at[open[k]].key.len);
    }
    if (!depth || at[open[depth - 1]].key.len < at[i].key.len) {
      open[depth++] = i;
    }
  }
  for (uint32_t i = 1; marks && i < c->keys.n; ++i) {
    if (pq_view_same(at[i - 1].key, at[i].key)) marks[i] = marks[i - 1];
  }
  return marks;
}

static void put_entries(pq_compiler *c) {
  const bool keeps_keys = c->tables->sources.len == 0;
  const bool last = c->pool.sorted; /* before, it wants only its strings */
  const uint32_t *const marks = last && !keeps_keys ? marks_behind(c) : NULL;
  for (uint32_t i = 0; i < c->keys.n; ++i) {
    const pq_key *const k = &c->keys.at[i];
    unsigned how = k->spaced ? PQ_ENTRY_SPACED : 0;
    if (i && pq_view_same(k[-1].key, k->key)) how |= PQ_ENTRY_SAME;
    const uint32_t behind = marks ? marks[i] : 0;
    const pq_image_entry row = {.text = ref(c, k->text),
                                .key = keeps_keys ? ref(c, k->key) : behind,
                                .concept = k->concept,
                                .flags = k->flags,
                                .status = k->status,
                                .how = (uint8_t)how};
    put(c, &row, sizeof row);
    if (!k->context.len) continue;
    const pq_image_entry context = {.text = ref(c, k->context),
                                    .key = row.key,
                                    .how = PQ_ENTRY_SAME | PQ_ENTRY_CONTEXT};
    put(c, &context, sizeof context);
  }
}

/* Slots for so many texts, four in five of them taken: of a power of two up to
 * two in three would lie idle. */
static pq_image_slot *new_slots(pq_compiler *c, uint32_t least, uint32_t *n) {
  *n = 8 + (uint32_t)((uint64_t)least * 5 / 4);
  return take(c, *n * sizeof(pq_image_slot));
}

/* The slot of a text: its own if it is there, else the free one for it. */
static pq_image_slot *slot_of(pq_image_slot *slots, uint32_t n, pq_view text,
                              bool by_tag) {
  const uint64_t hash = pq_hash(text);
  const uint32_t tag = (uint32_t)(hash >> 32U);
  uint32_t at = pq_image_home(hash, n);
  while (slots[at].value && !(by_tag && slots[at].tag == tag)) {
    at = pq_image_next(at, n);
  }
  slots[at].tag = tag;
  return &slots[at];
}

static void put_hash(pq_compiler *c) {
  uint32_t n = 0;
  uint32_t at = 0;             /* of an entry: contexts are entries too */
  if (!c->pool.sorted) return; /* it wants no strings */
  pq_image_slot *const slots = new_slots(c, c->n_keys, &n);
  if (!slots) return;
  for (uint32_t i = 0; i < c->keys.n; ++i) {
    const pq_key *const k = &c->keys.at[i];
    ++at;
    if (!i || !pq_view_same(k[-1].key, k->key)) {
      slot_of(slots, n, k->key, false)->value = at;
    }
    at += k->context.len > 0;
  }
  put(c, slots, n * sizeof *slots);
}

/* How many runs there are, at the most: keys of one run may stand apart. */
static uint32_t count_runs(const pq_compiler *c) {
  uint32_t n = 0;
  pq_view last = {"", 0};
  for (uint32_t i = 0; i < c->keys.n; ++i) {
    const pq_view run = pq_normal_run(c->keys.at[i].key);
    n += !pq_view_same(run, last);
    last = run;
  }
  return n;
}

static void put_first(pq_compiler *c) {
  uint32_t n = 0;
  if (!c->pool.sorted) return;
  pq_image_slot *const slots = new_slots(c, count_runs(c), &n);
  if (!slots) return;
  for (uint32_t i = 0; i < c->keys.n; ++i) {
    const pq_view text = c->keys.at[i].key;
    const pq_view run = pq_normal_run(text);
    pq_image_slot *const slot = slot_of(slots, n, run, true);
    const uint32_t longest = slot->value & PQ_FIRST_LONGEST;
    if (longest < text.len) slot->value += (uint32_t)text.len - longest;
    slot->value |= pq_mark_behind(text, run.len) << PQ_FIRST_MARKS;
  }
  put(c, slots, n * sizeof *slots);
}

/* Rows of a table in an order that depends on their cells alone. */
static int by_cells(const void *one, const void *two) {
  const pq_row *const a = one;
  const pq_row *const b = two;
  for (size_t i = 0; i < PQ_CELLS_MOST; ++i) {
    const int c = pq_view_order(a->cell[i], b->cell[i]);
    if (c) return c;
  }
  return 0;
}

static const pq_row *sorted_rows(pq_compiler *c, pq_table_id id, uint32_t *n) {
  const pq_table *const t = table(c, id);
  *n = 0;
  pq_row *const rows = take(c, t->rows.n * sizeof *rows);
  if (!rows) return NULL;
  *n = t->rows.n;
  if (*n) {
    memcpy(rows, t->rows.at, *n * sizeof *rows);
    qsort(rows, *n, sizeof *rows, by_cells);
  }
  return rows;
}

static void put_members(pq_compiler *c) {
  uint32_t n = 0;
  const pq_row *const rows = sorted_rows(c, PQ_TABLE_MEMBERS, &n);
  for (uint32_t i = 0; i < n; ++i) {
    const pq_image_member row = {
        pq_thing_index(c, rows[i].cell[PQ_MEMBERS_CHILD]),
        pq_thing_index(c, rows[i].cell[PQ_MEMBERS_PARENT])};
    put(c, &row, sizeof row);
  }
}

static int by_partners(const void *one, const void *two) {
  const pq_image_fusion *const a = one;
  const pq_image_fusion *const b = two;
  if (a->five != b->five) return a->five < b->five ? -1 : 1;
  return (a->three > b->three) - (a->three < b->three);
}

static void put_fusions(pq_compiler *c) {
  const pq_table *const t = table(c, PQ_TABLE_FUSIONS);
  pq_image_fusion *const rows = take(c, t->rows.n * sizeof *rows);
  if (!rows) return;
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    rows[i] = (pq_image_fusion){ref(c, cell[PQ_FUSIONS_FIVE]),
                                ref(c, cell[PQ_FUSIONS_THREE]),
                                pq_thing_index(c, cell[PQ_FUSIONS_ID])};
  }
  /* Offsets of strings are in the order of the strings. */
  if (t->rows.n) qsort(rows, t->rows.n, sizeof *rows, by_partners);
  put(c, rows, t->rows.n * sizeof *rows);
}

static int by_after(const void *one, const void *two) {
  const uint32_t *const a = one; /* pairs: string, concept */
  const uint32_t *const b = two;
  if (a[0] != b[0]) return a[0] < b[0] ? -1 : 1;
  return (a[1] > b[1]) - (a[1] < b[1]);
}

static void put_pathways(pq_compiler *c) {
  uint32_t(*const pairs)[2] = take(c, c->things.n * sizeof *pairs);
  if (!pairs) return;
  uint32_t n = 0;
  for (uint32_t i = 0; i < c->things.n; ++i) {
    if (!c->things.at[i].after.len) continue;
    pairs[n][0] = ref(c, c->things.at[i].after);
    pairs[n++][1] = i;
  }
  if (n) qsort(pairs, n, sizeof *pairs, by_after);
  for (uint32_t i = 0; i < n; ++i) {
    put(c, &pairs[i][1], sizeof pairs[i][1]);
  }
}

static void put_affixes(pq_compiler *c) {
  uint32_t n = 0;
  const pq_row *const rows = sorted_rows(c, PQ_TABLE_AFFIXES, &n);
  for (uint32_t i = 0; i < n; ++i) {
    const pq_view *const cell = rows[i].cell;
    const pq_image_affix row = {
        .pattern = ref(c, cell[PQ_AFFIXES_PATTERN]),
        .suffix = pq_view_same(cell[PQ_AFFIXES_SIDE], PQ_LIT("suffix")),
        .effect = (uint8_t)pq_entry_effect(cell[PQ_AFFIXES_EFFECT])};
    put(c, &row, sizeof row);
  }
}

static int by_deny(const void *one, const void *two) {
  const pq_image_deny *const a = one;
  const pq_image_deny *const b = two;
  if (a->key != b->key) return a->key < b->key ? -1 : 1;
  if (a->id != b->id) return a->id < b->id ? -1 : 1;
  if (a->text != b->text) return a->text < b->text ? -1 : 1;
  return (a->context > b->context) - (a->context < b->context);
}

static void put_deny(pq_compiler *c) {
  const pq_table *const t = table(c, PQ_TABLE_DENY);
  pq_image_deny *const rows = take(c, t->rows.n * sizeof *rows);
  if (!rows) return;
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    pq_normal made;
    pq_view text = pq_normal_of(&made, cell[PQ_DENY_TEXT], 0);
    if (!c->pool.status) {
      c->pool.status = pq_arena_copy(c->arena, text, &text);
    }
    rows[i] = (pq_image_deny){ref(c, text), ref(c, cell[PQ_DENY_TEXT]),
                              ref(c, cell[PQ_DENY_ID]),
                              ref(c, cell[PQ_DENY_CONTEXT])};
  }
  if (t->rows.n) qsort(rows, t->rows.n, sizeof *rows, by_deny);
  put(c, rows, t->rows.n * sizeof *rows);
}

static void put_english(pq_compiler *c) {
  uint32_t n = 0;
  const pq_row *const rows = sorted_rows(c, PQ_TABLE_ENGLISH, &n);
  for (uint32_t i = 0; i < n; ++i) {
    const uint32_t word = ref(c, rows[i].cell[0]);
    put(c, &word, sizeof word);
  }
}

static void put_residues(pq_compiler *c) {
  uint32_t n = 0;
  const pq_row *const rows = sorted_rows(c, PQ_TABLE_RESIDUES, &n);
  for (uint32_t i = 0; i < n; ++i) {
    const pq_view *const cell = rows[i].cell;
    const pq_image_residue row = {ref(c, cell[PQ_RESIDUES_LETTER]),
                                  ref(c, cell[PQ_RESIDUES_THREE]),
                                  ref(c, cell[PQ_RESIDUES_NAME])};
    put(c, &row, sizeof row);
  }
}

static int by_place(const void *one, const void *two) {
  const pq_image_site *const a = one;
  const pq_image_site *const b = two;
  if (a->accession != b->accession) return a->accession < b->accession ? -1 : 1;
  if (a->position != b->position) return a->position < b->position ? -1 : 1;
  if (a->residue != b->residue) return a->residue < b->residue ? -1 : 1;
  if (a->legacy != b->legacy) return a->legacy < b->legacy ? -1 : 1;
  return (a->canonical > b->canonical) - (a->canonical < b->canonical);
}

static void put_sites(pq_compiler *c) {
  const pq_table *const t = table(c, PQ_TABLE_SITES);
  pq_image_site *const rows = take(c, t->rows.n * sizeof *rows);
  if (!rows) return;
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    rows[i] = (pq_image_site){
        .accession = ref(c, cell[PQ_SITES_ACCESSION]),
        .position = pq_entry_number(cell[PQ_SITES_POSITION]),
        .canonical = pq_entry_number(cell[PQ_SITES_CANONICAL]),
        .residue = (uint8_t)cell[PQ_SITES_RESIDUE].ptr[0],
        .legacy = pq_view_same(cell[PQ_SITES_KIND], PQ_LIT("legacy"))};
  }
  if (t->rows.n) qsort(rows, t->rows.n, sizeof *rows, by_place);
  put(c, rows, t->rows.n * sizeof *rows);
}

static void put_species(pq_compiler *c) {
  uint32_t n = 0;
  const pq_row *const rows = sorted_rows(c, PQ_TABLE_SPECIES, &n);
  for (uint32_t i = 0; i < n; ++i) {
    const pq_view *const cell = rows[i].cell;
    const pq_image_species row = {
        ref(c, cell[PQ_SPECIES_TEXT]), ref(c, cell[PQ_SPECIES_TAXON]),
        pq_view_same(cell[PQ_SPECIES_KIND], PQ_LIT("prefix"))};
    put(c, &row, sizeof row);
  }
}

static void put_sources(pq_compiler *c) {
  pq_buf_put(c->out, c->tables->sources);
}

static void put_sequences(pq_compiler *c) {
  uint64_t begin = 0;
  for (uint32_t i = 0; i < c->sequences.n; ++i) {
    const pq_sequence *const s = &c->sequences.at[i];
    const pq_image_sequence row = {.accession = ref(c, s->accession),
                                   .name = ref(c, s->name),
                                   .begin = (uint32_t)begin,
                                   .length = (uint32_t)s->residues.len,
                                   .signal = s->signal};
    put(c, &row, sizeof row);
    begin += ((uint64_t)s->residues.len * PQ_ACID_BITS + 7) / 8;
    if (begin > UINT32_MAX && !c->pool.status) c->pool.status = PQ_LIMIT;
  }
}

static void put_acids(pq_compiler *c) {
  for (uint32_t i = 0; i < c->sequences.n; ++i) {
    const pq_view residues = c->sequences.at[i].residues;
    uint32_t bits = 0; /* the lowest `n` wait to be written */
    uint32_t n = 0;
    for (size_t k = 0; k < residues.len; ++k) {
      bits |= (uint32_t)(residues.ptr[k] - 'A') << n;
      n += PQ_ACID_BITS;
      if (n < 8) continue;
      pq_buf_char(c->out, (char)(bits & 255U));
      bits >>= 8U;
      n -= 8;
    }
    if (n) pq_buf_char(c->out, (char)bits);
  }
}

/* Where keys are kept: beside each entry, a context too, what its key begins
 * with. */
static void put_heads(pq_compiler *c) {
  if (c->tables->sources.len) return;
  for (uint32_t i = 0; i < c->keys.n; ++i) {
    const uint64_t head = pq_pool_head(c->keys.at[i].key);
    put(c, &head, sizeof head);
    if (c->keys.at[i].context.len) put(c, &head, sizeof head);
  }
}

/* Eight bits for each key. */
static void put_filter(pq_compiler *c) {
  const uint32_t n = 1 + c->n_keys / 8;
  uint64_t *const words = take(c, n * sizeof *words);
  if (!words) return;
  for (uint32_t i = 0; i < c->keys.n; ++i) {
    const uint64_t hash = pq_hash(c->keys.at[i].key);
    words[pq_filter_word(hash, n)] |= pq_filter_bits(hash);
  }
  put(c, words, n * sizeof *words);
}

void (*const pq_emitters[])(pq_compiler *c) = {
    put_concepts, put_entries,  put_hash,    put_first,   put_members,
    put_fusions,  put_pathways, put_affixes, put_deny,    put_english,
    put_residues, put_sites,    put_species, put_sources, put_sequences,
    put_acids,    put_heads,    put_filter};
