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

/* Of two sources that have the same thing, the one that says more of it. */
static int by_id(const void *one, const void *two) {
  const pq_thing *const a = one;
  const pq_thing *const b = two;
  int c = pq_view_order(a->id, b->id);
  if (!c) c = (a->type > b->type) - (a->type < b->type);
  if (!c) c = (a->xrefs.len < b->xrefs.len) - (a->xrefs.len > b->xrefs.len);
  if (!c) c = pq_view_order(a->xrefs, b->xrefs);
  if (!c) c = pq_view_order(a->label, b->label);
  if (!c) c = pq_view_order(a->taxon, b->taxon);
  if (!c) c = pq_view_order(a->after, b->after);
  return c ? c : pq_view_order(a->close, b->close);
}

static pq_status add_concepts(pq_compiler *c) {
  const pq_table *const t = table(c, PQ_TABLE_CONCEPTS);
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    pq_concept_type type = PQ_CONCEPT_GENE;
    (void)pq_entry_type(cell[PQ_CONCEPTS_TYPE], &type);
    PQ_PUSH(c->arena, &c->things,
            ((pq_thing){.id = cell[PQ_CONCEPTS_ID],
                        .label = cell[PQ_CONCEPTS_LABEL],
                        .taxon = cell[PQ_CONCEPTS_TAXON],
                        .xrefs = cell[PQ_CONCEPTS_XREFS],
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

/* Ids that are spoken of and may live in another layer. */
static pq_status add_stubs(pq_compiler *c) {
  const pq_table *t = table(c, PQ_TABLE_NAMES);
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view id = t->rows.at[i].cell[PQ_NAMES_ID];
    if (i && pq_view_same(t->rows.at[i - 1].cell[PQ_NAMES_ID], id)) continue;
    PQ_PUSH(c->arena, &c->things,
            ((pq_thing){.id = id, .type = PQ_IMAGE_STUB}));
  }
  t = table(c, PQ_TABLE_MEMBERS);
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    const pq_view *const cell = t->rows.at[i].cell;
    PQ_PUSH(c->arena, &c->things,
            ((pq_thing){.id = cell[PQ_MEMBERS_CHILD], .type = PQ_IMAGE_STUB}));
    PQ_PUSH(c->arena, &c->things,
            ((pq_thing){.id = cell[PQ_MEMBERS_PARENT], .type = PQ_IMAGE_STUB}));
  }
  return PQ_OK;
}

/* Sort by id; a stub gives way to the thing itself. */
static void settle_things(pq_compiler *c) {
  pq_thing *const at = c->things.at;
  if (c->things.n) qsort(at, c->things.n, sizeof *at, by_id);
  uint32_t n = 0;
  for (uint32_t i = 0; i < c->things.n; ++i) {
    if (n == 0 || !pq_view_same(at[n - 1].id, at[i].id)) at[n++] = at[i];
  }
  c->things.n = n;
}

uint32_t pq_thing_index(const pq_compiler *c, pq_view id) {
  uint32_t low = 0;
  uint32_t high = c->things.n;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (pq_view_order(c->things.at[mid].id, id) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

static pq_status add_key(pq_compiler *c, pq_key name, uint32_t how) {
  pq_status st = PQ_OK;
  pq_normal made;
  const pq_view text = pq_normal_of(&made, name.text, how);
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

static pq_status add_name(pq_compiler *c, const pq_row *row) {
  pq_status st = PQ_OK;
  pq_key name = {.id = row->cell[PQ_NAMES_ID],
                 .status = pq_entry_status(row->cell[PQ_NAMES_STATUS])};
  (void)pq_entry_flags(row->cell[PQ_NAMES_FLAGS], &name.flags, &name.context);
  name.concept = pq_thing_index(c, name.id);
  pq_variant forms[PQ_VARIANTS_MOST];
  size_t n = 0;
  PQ_TRY(st, pq_variants_of(c->arena, row->cell[PQ_NAMES_TEXT], forms, &n));
  const uint8_t status = name.status;
  for (size_t i = 0; i < n; ++i) {
    name.text = forms[i].text;
    name.status = (uint8_t)(status - (forms[i].lower && status > 1 ? 1 : 0));
    PQ_TRY(st, add_key(c, name, 0));
    if (has_dash(name.text)) PQ_TRY(st, add_key(c, name, PQ_NORMAL_SPACE));
  }
  return PQ_OK;
}

static int by_key(const void *one, const void *two) {
  const pq_key *const a = one;
  const pq_key *const b = two;
  int c = pq_view_order(a->key, b->key);
  if (!c) c = pq_view_order(a->id, b->id);
  if (!c) c = (int)b->status - (int)a->status;
  if (!c) c = pq_view_order(a->text, b->text);
  if (!c) c = (a->flags > b->flags) - (a->flags < b->flags);
  return c ? c : pq_view_order(a->context, b->context);
}

static pq_status add_keys(pq_compiler *c) {
  pq_status st = PQ_OK;
  const pq_table *const t = table(c, PQ_TABLE_NAMES);
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    PQ_TRY(st, add_name(c, &t->rows.at[i]));
  }
  pq_key *const at = c->keys.at;
  if (c->keys.n) qsort(at, c->keys.n, sizeof *at, by_key);
  uint32_t n = 0;
  for (uint32_t i = 0; i < c->keys.n; ++i) {
    const bool again = n > 0 && pq_view_same(at[n - 1].key, at[i].key) &&
                       pq_view_same(at[n - 1].id, at[i].id) &&
                       pq_view_same(at[n - 1].text, at[i].text);
    if (!again) at[n++] = at[i];
  }
  c->keys.n = n;
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
static pq_status seal(const pq_buf *out, size_t begin, pq_image_header *h) {
  pq_status st = PQ_OK;
  pq_digest digest;
  const pq_view image = pq_view_skip(pq_buf_view(out), begin);
  for (size_t i = 0; i < PQ_N_SECTIONS; ++i) {
    pq_image_section *const s = &h->sections[i];
    s->checksum = pq_hash((pq_view){image.ptr + s->offset, (size_t)s->length});
  }
  PQ_TRY(st, pq_digest_of(pq_view_skip(image, PQ_IMAGE_HEADER), &digest));
  memcpy(h->digest, digest.hex, sizeof h->digest);
  h->length = image.len;
  h->checksum = 0;
  h->checksum = pq_hash((pq_view){(const char *)(const void *)h, sizeof *h});
  memcpy(out->ptr + begin, h, sizeof *h);
  return PQ_OK;
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
  return seal(c->out, begin, &h);
}

pq_status pq_compile(pq_arena *arena, const pq_tables *tables, pq_buf *out) {
  pq_status st = PQ_OK;
  pq_compiler c = {.arena = arena, .tables = tables, .out = out};
  const size_t begin = out->len;
  pq_pool_init(&c.pool, arena);
  PQ_TRY(st, add_concepts(&c));
  PQ_TRY(st, add_fusions(&c));
  PQ_TRY(st, add_pathways(&c));
  PQ_TRY(st, add_stubs(&c));
  settle_things(&c);
  PQ_TRY(st, add_keys(&c));
  st = write_image(&c);
  if (st) out->len = begin;
  return st;
}
