/* CX2: the network of a record for Cytoscape and NDEx. */
#include "json.h"
#include "network.h"

static void open_aspect(pq_json *j, const char *name) {
  pq_json_object(j, PQ_JSON_SPREAD);
  pq_json_key(j, pq_view_of(name));
  pq_json_array(j, PQ_JSON_SPREAD);
}

static void close_aspect(pq_json *j) {
  pq_json_close(j);
  pq_json_close(j);
}

static void put_number(pq_json *j, const char *key, uint64_t number) {
  pq_json_key(j, pq_view_of(key));
  pq_json_number(j, number);
}

static void put_text(pq_json *j, const char *key, pq_view text) {
  pq_json_key(j, pq_view_of(key));
  pq_json_text(j, text);
}

static void put_count(pq_json *j, const char *name, uint64_t n) {
  pq_json_object(j, PQ_JSON_FILL);
  put_text(j, "name", pq_view_of(name));
  put_number(j, "elementCount", n);
  pq_json_close(j);
}

static void put_head(const pq_network *net, pq_json *j) {
  pq_json_object(j, PQ_JSON_FILL);
  put_text(j, "CXVersion", PQ_LIT("2.0"));
  pq_json_key(j, PQ_LIT("hasFragments"));
  pq_json_word(j, PQ_LIT("false"));
  pq_json_close(j);
  open_aspect(j, "metaData");
  put_count(j, "attributeDeclarations", 1);
  put_count(j, "networkAttributes", 1);
  put_count(j, "nodes", net->nodes.n);
  put_count(j, "edges", net->edges.n);
  close_aspect(j);
}

static void declare(pq_json *j, const char *name, const char *type) {
  pq_json_key(j, pq_view_of(name));
  pq_json_object(j, PQ_JSON_FILL);
  put_text(j, "d", pq_view_of(type));
  pq_json_close(j);
}

static void put_declarations(pq_json *j) {
  const pq_net_node node = {.type = ""};
  const pq_net_edge edge = {.negated = false};
  const char *name = NULL;
  pq_view value;
  open_aspect(j, "attributeDeclarations");
  pq_json_object(j, PQ_JSON_SPREAD);
  pq_json_key(j, PQ_LIT("networkAttributes"));
  pq_json_object(j, PQ_JSON_FILL);
  declare(j, "name", "string");
  declare(j, "record", "string");
  declare(j, "graph", "string");
  pq_json_close(j);
  pq_json_key(j, PQ_LIT("nodes"));
  pq_json_object(j, PQ_JSON_FILL);
  for (size_t i = 0; (name = pq_net_node_field(&node, i, &value)); ++i) {
    declare(j, name, "string");
  }
  pq_json_close(j);
  pq_json_key(j, PQ_LIT("edges"));
  pq_json_object(j, PQ_JSON_FILL);
  for (size_t i = 0; (name = pq_net_edge_field(&edge, i, &value)); ++i) {
    declare(j, name, "string");
  }
  declare(j, "negated", "boolean");
  pq_json_close(j);
  pq_json_close(j);
  close_aspect(j);
}

static void put_network(const pq_graph *g, pq_json *j) {
  const pq_record *const r = g->record;
  open_aspect(j, "networkAttributes");
  pq_json_object(j, PQ_JSON_FILL);
  put_text(j, "name", r->title.len ? r->title : r->stable_id);
  put_text(j, "record", r->stable_id);
  put_text(j, "graph", g->graph_iri);
  pq_json_close(j);
  close_aspect(j);
}

static void put_nodes(const pq_network *net, pq_json *j) {
  const char *name = NULL;
  pq_view value;
  open_aspect(j, "nodes");
  for (uint32_t i = 0; i < net->nodes.n; ++i) {
    pq_json_object(j, PQ_JSON_FILL);
    put_number(j, "id", i);
    pq_json_key(j, PQ_LIT("v"));
    pq_json_object(j, PQ_JSON_FILL);
    for (size_t k = 0; (name = pq_net_node_field(&net->nodes.at[i], k, &value));
         ++k) {
      put_text(j, name, value);
    }
    pq_json_close(j);
    pq_json_close(j);
  }
  close_aspect(j);
}

static void put_edge(pq_json *j, const pq_net_edge *edge, uint32_t id) {
  const char *name = NULL;
  pq_view value;
  pq_json_object(j, PQ_JSON_FILL);
  put_number(j, "id", id);
  put_number(j, "s", edge->source);
  put_number(j, "t", edge->target);
  pq_json_key(j, PQ_LIT("v"));
  pq_json_object(j, PQ_JSON_FILL);
  for (size_t k = 0; (name = pq_net_edge_field(edge, k, &value)); ++k) {
    if (value.len) put_text(j, name, value);
  }
  if (edge->iri.len) {
    pq_json_key(j, PQ_LIT("negated"));
    pq_json_word(j, edge->negated ? PQ_LIT("true") : PQ_LIT("false"));
  }
  pq_json_close(j);
  pq_json_close(j);
}

static void put_edges(const pq_network *net, pq_json *j) {
  open_aspect(j, "edges");
  for (uint32_t i = 0; i < net->edges.n; ++i) {
    put_edge(j, &net->edges.at[i], i);
  }
  close_aspect(j);
}

/* CX2 ends with its own word that it is whole. */
static void put_status(pq_json *j) {
  open_aspect(j, "status");
  pq_json_object(j, PQ_JSON_FILL);
  pq_json_key(j, PQ_LIT("success"));
  pq_json_word(j, PQ_LIT("true"));
  pq_json_close(j);
  close_aspect(j);
}

pq_status pq_write_cx2(const pq_graph *g, pq_buf *out) {
  pq_network net;
  pq_json j;
  const pq_status st = pq_network_fill(&net, g, out->alloc);
  if (!st) {
    pq_json_begin(&j, out, false);
    pq_json_array(&j, PQ_JSON_SPREAD);
    put_head(&net, &j);
    put_declarations(&j);
    put_network(g, &j);
    put_nodes(&net, &j);
    put_edges(&net, &j);
    put_status(&j);
    pq_json_close(&j);
    pq_json_end(&j);
  }
  pq_network_clear(&net);
  return st ? st : out->status;
}
