#include "compile.h"

#include "emit.h"
#include "image.h"
#include "normal.h"
#include "variant.h"

#include "base/hash.h"

#include <stdlib.h>

static const pq_table *table(const pq_compiler *c, pq_table_id id) {
  return &c->tables->at[id];
}

static bool is_stub(const pq_thing *t) {
  return t->type == PQ_IMAGE_STUB;
}

/* Of two sources that have the same thing, the one that says more of it comes
 * first. */
static int by_id(const void *one, const void *two) {
  const pq_thing *const a = one;
  const pq_thing *const b = two;
  int c = pq_view_order(a->id, b->id);
  if (!c) c = (int)is_stub(a) - (int)is_stub(b);
  if (!c) c = (int)a->joined - (int)b->joined;
  if (!c) c = (a->xrefs.len < b->xrefs.len) - (a->xrefs.len > b->xrefs.len);
  if (!c) c = (a->type > b->type) - (a->type < b->type);
  if (!c) c = pq_view_order(a->xrefs, b->xrefs);
  if (!c) c = pq_view_order(a->label, b->label);
  if (!c) c = pq_view_order(a->taxon, b->taxon);
  if (!c) c = pq_view_order(a->after, b->after);
  return c ? c : pq_view_order(a->close, b->close);
}

static pq_status add_concepts(pq_compiler *c) {
  const pq_table *const t = table(c, PQ_TABLE_CONCEPTS);
  PQ_RESERVE(c->arena, &c->things, t->rows.n + t->rows.n / 8);
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    pq_concept_type type = PQ_CONCEPT_GENE;
    (void)pq_entry_type(cell[PQ_CONCEPTS_TYPE], &type);
    PQ_PUSH(
        c->arena, &c->things,
        ((pq_thing){.id = cell[PQ_CONCEPTS_ID],
                    .label = cell[PQ_CONCEPTS_LABEL],
                    .taxon = cell[PQ_CONCEPTS_TAXON],
                    .xrefs = cell[PQ_CONCEPTS_XREFS],
                    .joined = pq_view_same(cell[PQ_CONCEPTS_JOINED], PQ_JOINED),
                    .type = (uint32_t)type}));
  }
  return PQ_OK;
}

static pq_status add_fusions(pq_compiler *c) {
  const pq_table *const t = table(c, PQ_TABLE_FUSIONS);
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    PQ_PUSH(c->arena, &c->things,
            ((pq_thing){.id = cell[PQ_FUSIONS_ID],
                        .label = cell[PQ_FUSIONS_LABEL],
                        .type = PQ_CONCEPT_FUSION}));
  }
  return PQ_OK;
}

static pq_status add_pathways(pq_compiler *c) {
  const pq_table *const t = table(c, PQ_TABLE_PATHWAYS);
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    PQ_PUSH(c->arena, &c->things,
            ((pq_thing){.id = cell[PQ_PATHWAYS_ID],
                        .label = cell[PQ_PATHWAYS_LABEL],
                        .after = cell[PQ_PATHWAYS_AFTER],
                        .close = cell[PQ_PATHWAYS_CLOSE],
                        .type = PQ_CONCEPT_PATHWAY}));
  }
  return PQ_OK;
}

/* A thing that is spoken of and may live in another layer. */
static pq_status add_stub(pq_compiler *c, pq_view id) {
  pq_status st = PQ_OK;
  bool fresh = false;
  PQ_TRY(st, pq_ids_put(&c->ids, c->arena, id, 0, &fresh));
  if (!fresh) return PQ_OK;
  PQ_PUSH(c->arena, &c->things, ((pq_thing){.id = id, .type = PQ_IMAGE_STUB}));
  return PQ_OK;
}

static pq_status add_stubs(pq_compiler *c) {
  pq_status st = PQ_OK;
  bool fresh = false;
  PQ_TRY(st, pq_ids_reserve(&c->ids, c->arena, c->things.n));
  for (uint32_t i = 0; i < c->things.n; ++i) {
    PQ_TRY(st, pq_ids_put(&c->ids, c->arena, c->things.at[i].id, 0, &fresh));
  }
  const pq_table *t = table(c, PQ_TABLE_NAMES);
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view id = t->rows.at[i].cell[PQ_NAMES_ID];
    if (i && pq_view_same(t->rows.at[i - 1].cell[PQ_NAMES_ID], id)) continue;
    PQ_TRY(st, add_stub(c, id));
  }
  t = table(c, PQ_TABLE_MEMBERS);
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    PQ_TRY(st, add_stub(c, cell[PQ_MEMBERS_CHILD]));
    PQ_TRY(st, add_stub(c, cell[PQ_MEMBERS_PARENT]));
  }
  return PQ_OK;
}

static bool has_xref(pq_view xrefs, pq_view xref) {
  pq_view rest = xrefs;
  while (rest.len) {
    if (pq_view_same(pq_view_cut(&rest, '|'), xref)) return true;
  }
  return false;
}

/* Add the xrefs of another row of the same thing. */
static pq_status add_xrefs(pq_compiler *c, pq_thing *t, pq_view more) {
  pq_status st = PQ_OK;
  pq_view rest = more;
  while (rest.len) {
    const pq_view one = pq_view_cut(&rest, '|');
    if (has_xref(t->xrefs, one) || t->xrefs.len + one.len + 1 > PQ_CELL_MOST) {
      continue;
    }
    const pq_view pieces[] = {t->xrefs, t->xrefs.len ? PQ_LIT("|") : PQ_LIT(""),
                              one};
    PQ_TRY(st, pq_arena_join(c->arena, pieces, 3, &t->xrefs));
  }
  return PQ_OK;
}

/* Their order is settled: from here on an id means its place there. */
static pq_status number_things(pq_compiler *c) {
  pq_status st = PQ_OK;
  bool fresh = false;
  c->ids = (pq_ids){.n = 0};
  PQ_TRY(st, pq_ids_reserve(&c->ids, c->arena, c->things.n));
  for (uint32_t i = 0; i < c->things.n; ++i) {
    PQ_TRY(st, pq_ids_put(&c->ids, c->arena, c->things.at[i].id, i, &fresh));
  }
  return PQ_OK;
}

/* Sort by id; a stub gives way to the thing itself. */
static pq_status settle_things(pq_compiler *c) {
  pq_status st = PQ_OK;
  pq_thing *const at = c->things.at;
  if (c->things.n) qsort(at, c->things.n, sizeof *at, by_id);
  uint32_t n = 0;
  for (uint32_t i = 0; i < c->things.n; ++i) {
    if (n && pq_view_same(at[n - 1].id, at[i].id)) {
      PQ_TRY(st, add_xrefs(c, &at[n - 1], at[i].xrefs));
    } else {
      at[n++] = at[i];
    }
  }
  c->things.n = n;
  return number_things(c);
}

static pq_status add_key(pq_compiler *c, pq_key name) {
  pq_status st = PQ_OK;
  pq_normal made;
  const pq_view text =
      pq_normal_of(&made, name.text, name.spaced ? PQ_NORMAL_SPACE : 0);
  if (text.len == 0) return PQ_OK;
  PQ_TRY(st, pq_arena_copy(c->arena, text, &name.key));
  PQ_PUSH(c->arena, &c->keys, name);
  return PQ_OK;
}

static bool has_dash(pq_view text) {
  for (size_t at = 0; at < text.len;) {
    if (pq_fold_next(text, &at).is == PQ_FOLD_DASH) return true;
  }
  return false;
}

/* The text, and what it is also written as. */
static pq_status add_forms(pq_compiler *c, pq_key name) {
  pq_status st = PQ_OK;
  pq_variant forms[PQ_VARIANTS_MOST];
  size_t n = 0;
  PQ_TRY(st, pq_variants_of(c->arena, name.text, forms, &n));
  const uint8_t status = name.status;
  for (size_t i = 0; i < n; ++i) {
    name.text = forms[i].text;
    name.status = (uint8_t)(status - (forms[i].lower && status > 1 ? 1 : 0));
    name.spaced = false;
    PQ_TRY(st, add_key(c, name));
    name.spaced = true;
    if (has_dash(name.text)) PQ_TRY(st, add_key(c, name));
  }
  return PQ_OK;
}

static pq_status add_names(pq_compiler *c) {
  pq_status st = PQ_OK;
  const pq_table *const t = table(c, PQ_TABLE_NAMES);
  pq_key name = {.concept = 0};
  PQ_RESERVE(c->arena, &c->keys, t->rows.n + t->rows.n / 4);
  pq_view last = {NULL, 0};
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    uint32_t flags = 0;
    const pq_view id = cell[PQ_NAMES_ID];
    if (!last.ptr || !pq_view_same(id, last)) {
      name.concept = pq_thing_index(c, id);
    }
    last = id;
    (void)pq_entry_flags(cell[PQ_NAMES_FLAGS], &flags, &name.context);
    name.flags = (uint16_t)flags;
    name.text = cell[PQ_NAMES_TEXT];
    name.status = pq_entry_status(cell[PQ_NAMES_STATUS]);
    name.spaced = pq_view_same(cell[PQ_NAMES_FORM], PQ_LIT("spaced"));
    PQ_TRY(st, cell[PQ_NAMES_FORM].len ? add_key(c, name) : add_forms(c, name));
  }
  return PQ_OK;
}

/* ---- the order of keys ---- */

/* A key, and its first bytes as a number, so that most are compared without
 * looking at their texts. */
typedef struct sorted_key {
  uint64_t head;
  const pq_key *key;
} sorted_key;

static int by_key(const void *one, const void *two) {
  const sorted_key *const x = one;
  const sorted_key *const y = two;
  if (x->head != y->head) return x->head < y->head ? -1 : 1;
  const pq_key *const a = x->key;
  const pq_key *const b = y->key;
  int c = pq_view_order(a->key, b->key);
  if (!c) c = (a->concept > b->concept) - (a->concept < b->concept);
  if (!c) c = (int)b->status - (int)a->status;
  if (!c) c = pq_view_order(a->text, b->text);
  if (!c) c = (a->flags > b->flags) - (a->flags < b->flags);
  if (!c) c = (int)a->spaced - (int)b->spaced;
  return c ? c : pq_view_order(a->context, b->context);
}

/* Is the same text of the same thing there with a better status, or twice? */
static bool is_again(const pq_key *at, uint32_t n, const pq_key *k) {
  while (n > 0 && at[n - 1].concept == k->concept &&
         pq_view_same(at[n - 1].key, k->key)) {
    --n;
    if (pq_view_same(at[n].text, k->text)) return true;
  }
  return false;
}

static pq_status settle_keys(pq_compiler *c) {
  const uint32_t all = c->keys.n;
  sorted_key *const order = pq_arena_take(c->arena, all * sizeof *order);
  pq_key *const at = pq_arena_take(c->arena, all * sizeof *at);
  if (!order || !at) return c->arena->status;
  for (uint32_t i = 0; i < all; ++i) {
    const pq_key *const key = &c->keys.at[i];
    order[i] = (sorted_key){pq_pool_head(key->key), key};
  }
  if (all) qsort(order, all, sizeof *order, by_key);
  uint32_t n = 0;
  for (uint32_t i = 0; i < all; ++i) {
    const pq_key *const key = order[i].key;
    if (is_again(at, n, key)) continue;
    c->n_keys += !n || !pq_view_same(at[n - 1].key, key->key);
    at[n++] = *key;
  }
  c->keys.at = at;
  c->keys.n = c->keys.cap = n;
  return PQ_OK;
}

/* Which things a name or a family leads to, by their number. */
static void mark_spoken(const pq_compiler *c, bool *spoken) {
  const pq_table *const members = table(c, PQ_TABLE_MEMBERS);
  for (uint32_t i = 0; i < c->keys.n; ++i) {
    spoken[c->keys.at[i].concept] = true;
  }
  for (uint32_t i = 0; i < members->rows.n; ++i) {
    const pq_view *const cell = members->rows.at[i].cell;
    spoken[pq_thing_index(c, cell[PQ_MEMBERS_CHILD])] = true;
    spoken[pq_thing_index(c, cell[PQ_MEMBERS_PARENT])] = true;
  }
}

/* A name may be too long for a key, or have no letter: its stub goes too.  The
 * order of the others stays, and with it that of the keys. */
static pq_status drop_idle_stubs(pq_compiler *c) {
  const uint32_t all = c->things.n;
  bool *const spoken = pq_arena_take(c->arena, all * sizeof *spoken);
  uint32_t *const place = pq_arena_take(c->arena, all * sizeof *place);
  if (!spoken || !place) return c->arena->status;
  memset(spoken, 0, all * sizeof *spoken);
  mark_spoken(c, spoken);
  uint32_t n = 0;
  for (uint32_t i = 0; i < all; ++i) {
    const bool stays = c->things.at[i].type != PQ_IMAGE_STUB || spoken[i];
    place[i] = n;
    if (stays) c->things.at[n++] = c->things.at[i];
  }
  if (n == all) return PQ_OK;
  for (uint32_t i = 0; i < c->keys.n; ++i) {
    c->keys.at[i].concept = place[c->keys.at[i].concept];
  }
  c->things.n = n;
  return number_things(c);
}

static pq_status add_keys(pq_compiler *c) {
  pq_status st = PQ_OK;
  PQ_TRY(st, add_names(c));
  PQ_TRY(st, settle_keys(c));
  return drop_idle_stubs(c);
}

static int by_accession(const void *one, const void *two) {
  const pq_sequence *const a = one;
  const pq_sequence *const b = two;
  return pq_sequence_order(a, b);
}

/* Of several sequences of one accession the first in the order of letters: the
 * order of files does not count. */
static pq_status add_sequences(pq_compiler *c) {
  for (uint32_t i = 0; i < c->tables->sequences.n; ++i) {
    PQ_PUSH(c->arena, &c->sequences, c->tables->sequences.at[i]);
  }
  pq_sequence *const at = c->sequences.at;
  if (c->sequences.n) qsort(at, c->sequences.n, sizeof *at, by_accession);
  uint32_t n = 0;
  for (uint32_t i = 0; i < c->sequences.n; ++i) {
    const bool again =
        n > 0 && pq_view_same(at[n - 1].accession, at[i].accession);
    if (!again) at[n++] = at[i];
  }
  c->sequences.n = n;
  return PQ_OK;
}

/* ---- the image ---- */

static void pad(pq_buf *out, size_t begin, size_t grain) {
  while ((out->len - begin) % grain && !out->status) {
    pq_buf_char(out, '\0');
  }
}

static pq_status emit(pq_compiler *c, pq_image_header *h, size_t begin) {
  for (size_t i = PQ_SECTION_CONCEPTS; i < PQ_N_SECTIONS; ++i) {
    pad(c->out, begin, 8);
    h->sections[i].offset = c->out->len - begin;
    pq_emitters[i - 1](c);
    if (c->pool.status) return c->pool.status;
    if (c->out->status) return c->out->status;
    h->sections[i].length = c->out->len - begin - h->sections[i].offset;
  }
  pad(c->out, begin, 8);
  return c->out->status;
}

/* Checksums and the header itself, once all bytes are there. */
static void seal(const pq_buf *out, size_t begin, pq_image_header *h) {
  pq_digest digest;
  const pq_view image = pq_view_skip(pq_buf_view(out), begin);
  for (size_t i = 0; i < PQ_N_SECTIONS; ++i) {
    pq_image_section *const s = &h->sections[i];
    s->checksum = pq_hash((pq_view){image.ptr + s->offset, (size_t)s->length});
  }
  pq_digest_of(pq_view_skip(image, PQ_IMAGE_HEADER), &digest);
  memcpy(h->digest, digest.hex, sizeof h->digest);
  h->length = image.len;
  h->checksum = 0;
  h->checksum = pq_hash((pq_view){(const char *)(const void *)h, sizeof *h});
  memcpy(out->ptr + begin, h, sizeof *h);
}

/* Twice: once to learn which strings there are, once for good. */
static pq_status write_image(pq_compiler *c) {
  pq_status st = PQ_OK;
  pq_image_header h = {.magic = {'P', 'Q', 'L', 'X'},
                       .version = PQ_IMAGE_VERSION,
                       .order = PQ_IMAGE_ORDER,
                       .n_sections = PQ_N_SECTIONS};
  const size_t begin = c->out->len;
  PQ_TRY(st, emit(c, &h, begin));
  c->out->len = begin;
  for (size_t i = 0; i < PQ_IMAGE_HEADER; ++i) {
    pq_buf_char(c->out, '\0');
  }
  PQ_TRY(st, pq_pool_sort(&c->pool, c->out));
  h.sections[PQ_SECTION_STRINGS] =
      (pq_image_section){.offset = PQ_IMAGE_HEADER,
                         .length = c->out->len - begin - PQ_IMAGE_HEADER};
  PQ_TRY(st, emit(c, &h, begin));
  seal(c->out, begin, &h);
  return PQ_OK;
}

static pq_status add_things(pq_compiler *c) {
  pq_status st = PQ_OK;
  PQ_TRY(st, add_concepts(c));
  PQ_TRY(st, add_fusions(c));
  PQ_TRY(st, add_pathways(c));
  PQ_TRY(st, add_stubs(c));
  return settle_things(c);
}

pq_status pq_compile(pq_arena *arena, const pq_tables *tables, pq_buf *out) {
  pq_status st = PQ_OK;
  pq_compiler c = {.arena = arena, .tables = tables, .out = out};
  const size_t begin = out->len;
  pq_pool_init(&c.pool, arena);
  PQ_TRY(st, add_things(&c));
  PQ_TRY(st, add_keys(&c));
  PQ_TRY(st, add_sequences(&c));
  st = write_image(&c);
  if (st) out->len = begin;
  return st;
}
