#include "name.h"

#include "slug.h"

void pq_namer_open(pq_namer *n, pq_graph *g) {
  *n = (pq_namer){.g = g};
  pq_buf_init(&n->room, g->arena->alloc);
}

void pq_namer_clear(pq_namer *n) {
  pq_buf_clear(&n->room);
}

pq_status pq_namer_keep(pq_namer *n, pq_view *out) {
  pq_status st = n->room.status;
  if (!st) st = pq_arena_copy(n->g->arena, pq_buf_view(&n->room), out);
  pq_buf_reset(&n->room);
  return st;
}

void pq_put_space(pq_buf *out, const pq_graph *g, pq_prefix_id prefix) {
  const pq_prefix *const row = pq_prefix_at(prefix);
  if (row->own) pq_buf_put(out, g->maker->base);
  pq_buf_put(out, row->space);
}

/* Identifiers' name spaces and the prefix that each stands under. */
static const struct {
  pq_view name;
  pq_prefix_id prefix;
} registries[] = {
    {PQ_LIT_INIT("UniProt"), PQ_PREFIX_UNIPROT},
    {PQ_LIT_INIT("HGNC"), PQ_PREFIX_HGNC},
    {PQ_LIT_INIT("FPLX"), PQ_PREFIX_FPLX},
    {PQ_LIT_INIT("MIM"), PQ_PREFIX_MIM},
    {PQ_LIT_INIT("CHEBI"), PQ_PREFIX_CHEBI},
    {PQ_LIT_INIT("GO"), PQ_PREFIX_GO},
    {PQ_LIT_INIT("MI"), PQ_PREFIX_MI},
    {PQ_LIT_INIT("MOD"), PQ_PREFIX_MOD},
    {PQ_LIT_INIT("SO"), PQ_PREFIX_SO},
    {PQ_LIT_INIT("NCBITaxon"), PQ_PREFIX_TAXON},
    {PQ_LIT_INIT("Reactome"), PQ_PREFIX_REACTOME},
    {PQ_LIT_INIT("PQ"), PQ_PREFIX_ENTITY},
};

void pq_put_id(pq_buf *out, const pq_graph *g, pq_view id) {
  const size_t colon = pq_view_find(id, ':');
  const pq_view registry = pq_view_head(id, colon);
  pq_view local = pq_view_skip(id, colon + 1);
  pq_prefix_id prefix = PQ_PREFIX_ENTITY;
  bool known = false;
  for (size_t i = 0; i < sizeof registries / sizeof registries[0]; ++i) {
    if (colon < id.len && pq_view_same(registries[i].name, registry)) {
      prefix = registries[i].prefix;
      known = true;
    }
  }
  if (prefix == PQ_PREFIX_UNIPROT && pq_view_find(local, '-') < local.len) {
    prefix = PQ_PREFIX_ISOFORM;
  }
  pq_put_space(out, g, prefix);
  const size_t from = out->len;
  if (!known && colon < id.len) {
    pq_slug_encode(out, registry);
    pq_buf_char(out, '_');
  }
  pq_slug_encode(out, known || colon < id.len ? local : id);
  if (prefix == PQ_PREFIX_ENTITY) pq_slug_shorten(out, from);
}

/* What is written before the local name of an identifier without a public name
 * space. */
static const struct {
  pq_view head, registry;
} locals[] = {
    {PQ_LIT_INIT("MESH_"), PQ_LIT_INIT("MESH:")},
    {PQ_LIT_INIT("NCBIGene_"), PQ_LIT_INIT("NCBIGene:")},
    {PQ_LIT_INIT("CVCL_"), PQ_LIT_INIT("CVCL_")},
};

/* "text.x", "fusion.P06748--Q9UM73", "complex.A--B"; but "complex.nucleosome"
 * is in the lexicon. */
static bool is_composed(pq_view local) {
  if (pq_view_starts(local, PQ_LIT("text."))) return true;
  if (pq_view_starts(local, PQ_LIT("fusion."))) return true;
  while (local.len && !pq_view_starts(local, PQ_LIT("--"))) {
    local = pq_view_skip(local, 1);
  }
  return local.len > 0;
}

static unsigned hex_value(char c) {
  if (pq_is_digit(c)) return (unsigned)(c - '0');
  return c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10U : 16U;
}

/* "A%20B" as it was before pq_slug_encode. */
static pq_status decode(pq_arena *arena, pq_view registry, pq_view local,
                        pq_view *out) {
  char *const to = pq_arena_take(arena, registry.len + local.len + 1);
  size_t n = registry.len;
  if (!to) return arena->status;
  memcpy(to, registry.ptr, registry.len);
  for (size_t i = 0; i < local.len; ++i) {
    const bool may = local.ptr[i] == '%' && i + 2 < local.len;
    const unsigned high = may ? hex_value(local.ptr[i + 1]) : 16U;
    const unsigned low = may ? hex_value(local.ptr[i + 2]) : 16U;
    const bool encoded = high < 16U && low < 16U;
    const unsigned char byte = (unsigned char)(high * 16U + low);
    to[n] = local.ptr[i];
    if (encoded) memcpy(&to[n], &byte, 1);
    ++n;
    i += encoded ? 2 : 0;
  }
  *out = (pq_view){to, n};
  return PQ_OK;
}

static pq_status local_id(pq_arena *arena, pq_view local, pq_view *out) {
  pq_view registry = PQ_LIT("PQ:");
  if (is_composed(local)) return PQ_OK;
  for (size_t i = 0; i < sizeof locals / sizeof locals[0]; ++i) {
    if (!pq_view_starts(local, locals[i].head)) continue;
    registry = locals[i].registry;
    local = pq_view_skip(local, locals[i].head.len);
    break;
  }
  return decode(arena, registry, local, out);
}

pq_status pq_id_of(pq_arena *arena, const pq_maker *maker, pq_view iri,
                   pq_view *out) {
  static const pq_view colon = PQ_LIT_INIT(":");
  pq_status st = PQ_OK;
  *out = (pq_view){"", 0};
  const pq_view isoform = pq_prefix_at(PQ_PREFIX_ISOFORM)->space;
  const pq_view own = pq_prefix_at(PQ_PREFIX_ENTITY)->space;
  if (pq_view_starts(iri, isoform)) {
    return decode(arena, PQ_LIT("UniProt:"), pq_view_skip(iri, isoform.len),
                  out);
  }
  if (pq_view_starts(iri, maker->base)) {
    const pq_view rest = pq_view_skip(iri, maker->base.len);
    return pq_view_starts(rest, own)
               ? local_id(arena, pq_view_skip(rest, own.len), out)
               : PQ_OK;
  }
  for (size_t i = 0; i < sizeof registries / sizeof registries[0]; ++i) {
    const pq_prefix *const prefix = pq_prefix_at(registries[i].prefix);
    if (prefix->own || !pq_view_starts(iri, prefix->space)) continue;
    pq_view head = {"", 0};
    const pq_view pieces[] = {registries[i].name, colon};
    PQ_TRY(st, pq_arena_join(arena, pieces, 2, &head));
    return decode(arena, head, pq_view_skip(iri, prefix->space.len), out);
  }
  return PQ_OK;
}

/* Name spaces whose local names are written with a head in composed names. */
static const struct {
  pq_prefix_id prefix;
  pq_view head;
} heads[] = {
    {PQ_PREFIX_UNIPROT, PQ_LIT_INIT("")},
    {PQ_PREFIX_ISOFORM, PQ_LIT_INIT("")},
    {PQ_PREFIX_FPLX, PQ_LIT_INIT("FPLX_")},
    {PQ_PREFIX_HGNC, PQ_LIT_INIT("HGNC_")},
    {PQ_PREFIX_MIM, PQ_LIT_INIT("MIM_")},
};

void pq_put_local(pq_buf *out, const pq_graph *g, pq_view iri) {
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; ++i) {
    const pq_view space = pq_prefix_at(heads[i].prefix)->space;
    if (pq_view_starts(iri, space)) {
      pq_buf_put(out, heads[i].head);
      pq_buf_put(out, pq_view_skip(iri, space.len));
      return;
    }
  }
  pq_view local = iri;
  const pq_view space = pq_prefix_at(PQ_PREFIX_ENTITY)->space;
  if (pq_view_starts(iri, g->maker->base) &&
      pq_view_starts(pq_view_skip(iri, g->maker->base.len), space)) {
    local = pq_view_skip(iri, g->maker->base.len + space.len);
  } else {
    for (size_t at; (at = pq_view_find(local, '/')) < local.len;) {
      local = pq_view_skip(local, at + 1);
    }
  }
  pq_buf_put(out, local);
}

void pq_put_site(pq_buf *out, pq_site site) {
  if (site.residue) pq_buf_char(out, site.residue);
  if (site.position) pq_buf_number(out, site.position);
}

void pq_put_site_iri(pq_buf *out, const pq_graph *g, pq_entity_id thing,
                     pq_site site) {
  pq_put_space(out, g, PQ_PREFIX_SITE);
  const size_t from = out->len;
  pq_put_local(out, g, g->entities[pq_entity_base(g->record, thing)].iri);
  pq_buf_char(out, '.');
  pq_put_site(out, site);
  pq_slug_shorten(out, from);
}

void pq_put_taxon(pq_buf *out, const pq_graph *g, pq_view taxon) {
  const size_t colon = pq_view_find(taxon, ':');
  pq_put_space(out, g, PQ_PREFIX_TAXON);
  pq_slug_encode(out,
                 colon < taxon.len ? pq_view_skip(taxon, colon + 1) : taxon);
}

pq_view pq_bare_id(pq_view stable_id) {
  size_t end = stable_id.len;
  while (end && pq_is_digit(stable_id.ptr[end - 1])) {
    --end;
  }
  const bool version =
      end > 1 && end < stable_id.len && stable_id.ptr[end - 1] == '.';
  return version ? pq_view_head(stable_id, end - 1) : stable_id;
}

bool pq_is_reactome_id(pq_view stable_id) {
  const pq_view id = pq_bare_id(stable_id);
  if (!pq_view_starts(id, PQ_LIT("R-")) || id.len < 7 || id.ptr[5] != '-') {
    return false;
  }
  for (size_t i = 2; i < id.len; ++i) {
    const bool ok = i < 5    ? pq_is_upper(id.ptr[i])
                    : i == 5 ? true
                             : pq_is_digit(id.ptr[i]);
    if (!ok) return false;
  }
  return true;
}

pq_view pq_pubmed_number(pq_view stable_id) {
  const pq_view none = {"", 0};
  const pq_view head = PQ_LIT("PMID:");
  if (!pq_view_starts(stable_id, head)) return none;
  const pq_view number = pq_view_skip(stable_id, head.len);
  for (size_t i = 0; i < number.len; ++i) {
    if (!pq_is_digit(number.ptr[i])) return none;
  }
  return number;
}

static int local_order(pq_namer *n, pq_entity_id a, pq_entity_id b) {
  pq_put_local(&n->room, n->g, n->g->entities[a].iri);
  const size_t cut = n->room.len;
  pq_put_local(&n->room, n->g, n->g->entities[b].iri);
  if (n->room.status) return 0; /* told when a name is kept */
  const pq_view both = pq_buf_view(&n->room);
  const int order =
      pq_view_order(pq_view_head(both, cut), pq_view_skip(both, cut));
  n->room.len = 0;
  return order;
}

void pq_sort_by_local(pq_namer *n, pq_entity_id *ids, uint32_t n_ids) {
  for (uint32_t i = 1; i < n_ids; ++i) {
    const pq_entity_id id = ids[i];
    uint32_t k = i;
    for (; k > 0 && local_order(n, ids[k - 1], id) > 0; --k) {
      ids[k] = ids[k - 1];
    }
    ids[k] = id;
  }
}

static void put_record(pq_buf *out, const pq_graph *g) {
  const pq_view id = pq_bare_id(g->record->stable_id);
  if (pq_is_reactome_id(id)) {
    pq_put_space(out, g, PQ_PREFIX_REACTOME);
    pq_buf_put(out, id);
  } else if (pq_pubmed_number(id).len) {
    pq_put_space(out, g, PQ_PREFIX_PUBMED);
    pq_buf_put(out, pq_pubmed_number(id));
  } else if (id.len) {
    pq_put_space(out, g, PQ_PREFIX_ENTITY);
    const size_t from = out->len;
    pq_buf_text(out, "record.");
    pq_slug_encode(out, id);
    pq_slug_shorten(out, from);
  }
}

pq_status pq_name_record(pq_namer *n) {
  pq_status st = PQ_OK;
  pq_graph *const g = n->g;
  put_record(&n->room, g);
  PQ_TRY(st, pq_namer_keep(n, &g->record_iri));
  pq_put_space(&n->room, g, PQ_PREFIX_GRAPH);
  pq_buf_put(&n->room, pq_digest_short(&g->record->digest));
  PQ_TRY(st, pq_namer_keep(n, &g->graph_iri));
  for (uint32_t i = 0; i < g->record->texts.n; ++i) {
    pq_put_space(&n->room, g, PQ_PREFIX_DOC);
    pq_buf_put(&n->room, pq_digest_short(&g->record->texts.at[i].digest));
    PQ_TRY(st, pq_namer_keep(n, &g->texts[i]));
  }
  return PQ_OK;
}
