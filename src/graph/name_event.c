#include "name.h"
#include "slug.h"

static void put_part(pq_buf *out, const pq_graph *g, const char *word,
                     pq_entity_id id) {
  if (!id) return;
  pq_buf_text(out, word);
  pq_put_local(out, g, g->entities[id].iri);
}

static void put_list(pq_namer *n, const char *word, const pq_entity_id *ids,
                     uint32_t n_ids) {
  for (uint32_t i = 0; i < n_ids; ++i) {
    put_part(&n->room, n->g, i ? "--" : word, ids[i]);
  }
}

pq_status pq_name_event(pq_namer *n, pq_event_id id) {
  const pq_graph *const g = n->g;
  pq_event e = *pq_event_at(g->record, id);
  pq_sort_by_local(n, e.themes, e.n_themes);
  pq_sort_by_local(n, e.products, e.n_products);
  pq_put_space(&n->room, g, PQ_PREFIX_EVENT);
  const size_t from = n->room.len;
  pq_slug_encode(&n->room, g->record->kinds[e.kind].name);
  put_list(n, ".", e.themes, e.n_themes);
  if (e.site.residue || e.site.position) {
    pq_buf_char(&n->room, '.');
    pq_put_site(&n->room, e.site);
  }
  put_part(&n->room, g, ".from.", e.from);
  put_part(&n->room, g, ".to.", e.to);
  put_list(n, ".to.", e.products, e.n_products);
  put_part(&n->room, g, ".in.", e.in);
  put_part(&n->room, g, ".downstream-of.", e.downstream_of);
  pq_slug_shorten(&n->room, from);
  return pq_namer_keep(n, &n->g->events[id].iri);
}
