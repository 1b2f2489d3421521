#include "lexicon.h"

#include "compile.h"
#include "filter.h"
#include "layer.h"
#include "load.h"
#include "lookup.h"
#include "path.h"

#include "base/alloc.h"

/* ---- layers ---- */

static void fill(const pq_image *im, const pq_image_concept *row,
                 pq_concept *out) {
  *out = (pq_concept){.id = pq_image_text(im, row->id),
                      .label = pq_image_text(im, row->label),
                      .taxon = pq_image_text(im, row->taxon),
                      .xrefs = pq_image_text(im, row->xrefs),
                      .accession = pq_image_text(im, row->accession),
                      .type = (pq_concept_type)row->type};
}

static bool is_real(const pq_image_concept *row) {
  return row && row->type <= PQ_CONCEPT_MODIFICATION;
}

/* The row of an id in the strongest layer that has more than a stub. */
static const pq_image_concept *row_of(const pq_lexicon *lex, pq_view id,
                                      const pq_image **im) {
  for (uint8_t l = 0; l < lex->n; ++l) {
    *im = &lex->layers[l].image;
    const pq_image_concept *const row =
        pq_image_concept_at(*im, pq_image_find(*im, id));
    if (is_real(row)) return row;
  }
  return NULL;
}

bool pq_lexicon_concept(const pq_lexicon *lex, pq_view id, pq_concept *out) {
  const pq_image *im = NULL;
  const pq_image_concept *const row = row_of(lex, id, &im);
  if (row) fill(im, row, out);
  return row != NULL;
}

bool pq_layer_concept(const pq_lexicon *lex, uint8_t layer, uint32_t index,
                      pq_concept *out) {
  const pq_image *const im = &lex->layers[layer].image;
  const pq_image_concept *const row = pq_image_concept_at(im, index);
  if (!row) return false;
  if (!is_real(row)) {
    return pq_lexicon_concept(lex, pq_image_text(im, row->id), out);
  }
  fill(im, row, out);
  return true;
}

bool pq_lexicon_read(const pq_lexicon *lex, const pq_reading *reading,
                     pq_concept *out) {
  return reading->layer < lex->n &&
         pq_layer_concept(lex, reading->layer, reading->concept, out);
}

/* ---- opening ---- */

/* Overlays that are tables, until all of them are there to be checked. */
typedef struct opening {
  pq_lexicon *lex;
  const pq_sink *sink;
  pq_arena arena;
  pq_tables tables[PQ_LAYERS_MOST];
  bool is_table[PQ_LAYERS_MOST];
} opening;

enum {
  ARENA_MOST = 1 << 30
};

static pq_status compile_layer(opening *o, uint8_t l) {
  pq_status st = PQ_OK;
  pq_layer *const layer = &o->lex->layers[l];
  PQ_TRY(st, pq_compile(&o->arena, &o->tables[l], &layer->bytes));
  return pq_image_open_own(PQ_LIT("compiled tables"),
                           pq_buf_view(&layer->bytes), o->sink, &layer->image);
}

static pq_status read_layer(opening *o, uint8_t l, const char *path) {
  pq_status st = PQ_OK;
  pq_layer *const layer = &o->lex->layers[l];
  if (!pq_view_ends(pq_view_of(path), PQ_LIT(".pqlx"))) {
    o->is_table[l] = true;
    return pq_load_file(&o->arena, path, o->sink, &o->tables[l]);
  }
  PQ_TRY(st, pq_mapping_open(path, o->sink, &layer->map));
  return pq_image_open(pq_view_of(path),
                       (pq_view){layer->map.at, layer->map.length}, o->sink,
                       &layer->image);
}

static pq_status read_base(opening *o, const pq_lexicon_sources *sources) {
  pq_status st = PQ_OK;
  const uint8_t l = o->lex->n;
  if (!sources->folder && !sources->image.len) return PQ_OK;
  if (sources->folder) {
    o->is_table[l] = true;
    st = pq_load_folder(&o->arena, sources->folder, o->sink, &o->tables[l]);
  } else {
    st = pq_image_open_own(PQ_LIT("built-in lexicon"), sources->image, o->sink,
                           &o->lex->layers[l].image);
  }
  if (!st) o->lex->n = (uint8_t)(l + 1);
  return st;
}

/* Is an id in a layer that is open, or in a row of another table? */
static bool is_known(const void *user, pq_view id) {
  const opening *const o = user;
  static const pq_table_id with_ids[] = {PQ_TABLE_CONCEPTS, PQ_TABLE_FUSIONS,
                                         PQ_TABLE_PATHWAYS};
  pq_concept c;
  if (pq_lexicon_concept(o->lex, id, &c)) return true;
  for (uint8_t l = 0; l < o->lex->n; ++l) {
    for (size_t t = 0; t < sizeof with_ids / sizeof with_ids[0]; ++t) {
      const pq_table *const table = &o->tables[l].at[with_ids[t]];
      for (uint32_t i = 0; i < table->rows.n; ++i) {
        if (pq_view_same(table->rows.at[i].cell[0], id)) return true;
      }
    }
  }
  return false;
}

static pq_status compile_tables(opening *o) {
  pq_status st = PQ_OK;
  const pq_known known = {.user = o, .id = is_known};
  for (uint8_t l = o->lex->n; l-- > 0;) {
    if (!o->is_table[l]) continue;
    PQ_TRY(st, pq_load_check(&o->arena, &o->tables[l], &known, o->sink));
    PQ_TRY(st, compile_layer(o, l));
  }
  return PQ_OK;
}

static void digest_layers(pq_lexicon *lex) {
  char all[PQ_LAYERS_MOST * PQ_DIGEST_HEX];
  for (uint8_t l = 0; l < lex->n; ++l) {
    memcpy(all + (size_t)l * PQ_DIGEST_HEX, lex->layers[l].image.digest,
           PQ_DIGEST_HEX);
  }
  pq_digest_of((pq_view){all, (size_t)lex->n * PQ_DIGEST_HEX}, &lex->digest);
}

static bool is_imported(const pq_layer *layer) {
  return layer->image.sources.len > 0;
}

/* Move one layer behind all others. */
static void move_last(opening *o, uint8_t l) {
  pq_lexicon *const lex = o->lex;
  const size_t n = (size_t)(lex->n - 1 - l);
  const pq_layer layer = lex->layers[l];
  const pq_tables tables = o->tables[l];
  const bool is_table = o->is_table[l];
  memmove(&lex->layers[l], &lex->layers[l + 1], n * sizeof layer);
  memmove(&o->tables[l], &o->tables[l + 1], n * sizeof tables);
  memmove(&o->is_table[l], &o->is_table[l + 1], n * sizeof is_table);
  lex->layers[lex->n - 1] = layer;
  o->tables[lex->n - 1] = tables;
  o->is_table[lex->n - 1] = is_table;
}

/* What was imported comes last, in the order in which it was given. */
static void order_layers(opening *o) {
  uint8_t l = 0;
  for (uint8_t left = o->lex->n; left > 0; --left) {
    if (is_imported(&o->lex->layers[l])) {
      move_last(o, l);
    } else {
      ++l;
    }
  }
  o->lex->n_written = l;
}

static pq_status open_layers(opening *o, const pq_lexicon_sources *sources) {
  pq_status st = PQ_OK;
  if (sources->n_overlays >= PQ_LAYERS_MOST) {
    return pq_fail(o->sink, PQ_LIMIT, "lexicon.layers", (pq_place){.line = 0},
                   "more than %d lexicons", (int)PQ_LAYERS_MOST - 1);
  }
  for (size_t i = 0; i < sources->n_overlays; ++i) {
    const uint8_t l = o->lex->n++;
    PQ_TRY(st, read_layer(o, l, sources->overlays[i]));
  }
  PQ_TRY(st, read_base(o, sources));
  order_layers(o);
  PQ_TRY(st, compile_tables(o));
  digest_layers(o->lex);
  return PQ_OK;
}

pq_status pq_lexicon_open(pq_alloc *alloc, const pq_lexicon_sources *sources,
                          const pq_sink *sink, pq_lexicon **out) {
  pq_status st = PQ_NO_MEM;
  pq_lexicon *const lex = pq_calloc(alloc, sizeof *lex);
  opening *const o = pq_calloc(alloc, sizeof *o);
  if (lex && o) {
    lex->alloc = alloc;
    for (size_t i = 0; i < PQ_LAYERS_MOST; ++i) {
      pq_buf_init(&lex->layers[i].bytes, alloc);
    }
    o->lex = lex;
    o->sink = sink;
    pq_arena_init(&o->arena, alloc, ARENA_MOST);
    st = open_layers(o, sources);
    pq_arena_clear(&o->arena);
  }
  pq_free(alloc, o);
  if (st) {
    if (lex) lex->alloc = alloc;
    pq_lexicon_close(lex);
    return st;
  }
  *out = lex;
  return PQ_OK;
}

void pq_lexicon_close(pq_lexicon *lex) {
  if (!lex) return;
  for (size_t i = 0; i < PQ_LAYERS_MOST; ++i) {
    pq_mapping_close(&lex->layers[i].map);
    pq_buf_clear(&lex->layers[i].bytes);
  }
  pq_free(lex->alloc, lex);
}

const char *pq_lexicon_digest(const pq_lexicon *lex) {
  return lex->digest.hex;
}

pq_status pq_lexicon_build(pq_alloc *alloc, const char *folder,
                           const pq_sink *sink, pq_buf *out) {
  pq_arena arena;
  pq_tables *const tables = pq_calloc(alloc, sizeof *tables);
  if (!tables) return PQ_NO_MEM;
  pq_arena_init(&arena, alloc, ARENA_MOST);
  pq_status st = pq_load_folder(&arena, folder, sink, tables);
  if (!st) st = pq_load_check(&arena, tables, NULL, sink);
  if (!st) st = pq_compile(&arena, tables, out);
  pq_arena_clear(&arena);
  pq_free(alloc, tables);
  return st;
}

/* ---- looking up ---- */

void pq_lexicon_find(const pq_lexicon *lex, const pq_look *look,
                     pq_found *out) {
  pq_lookup_find(lex, look, NULL, out);
}

bool pq_lexicon_passes(const pq_look *look) {
  return pq_path_passes(look);
}

void pq_lexicon_spell(const pq_lexicon *lex, pq_spelling *s) {
  pq_view rest;
  pq_path_spell(lex, s);
  if (pq_lexicon_prefix(lex, pq_spelling_text(s), &rest) == PQ_EFFECT_NONE) {
    s->is |= PQ_SPELLED_BARE;
  }
}

bool pq_lexicon_names_nothing(const pq_lexicon *lex, pq_view word) {
  return pq_filter_names_nothing(lex, word);
}

void pq_lexicon_find_text(const pq_lexicon *lex, pq_view name, pq_view taxon,
                          pq_found *out) {
  pq_lookup_text(lex, name, taxon, out);
}

bool pq_lexicon_pathway_by_id(const pq_lexicon *lex, pq_view id,
                              pq_pathway *out) {
  const pq_image *im = NULL;
  const pq_image_concept *const row = row_of(lex, id, &im);
  if (!row || row->type != PQ_CONCEPT_PATHWAY) return false;
  *out = (pq_pathway){.id = pq_image_text(im, row->id),
                      .named_after = pq_image_text(im, row->after),
                      .label = pq_image_text(im, row->label),
                      .close_match = pq_image_text(im, row->close)};
  return true;
}
