/* GraphML: the network of a record for Cytoscape, yEd, Gephi and networkx. */
#include "network.h"
#include "out.h"

static void put_attribute(pq_buf *out, const char *name, pq_view value) {
  pq_buf_char(out, ' ');
  pq_buf_text(out, name);
  pq_buf_text(out, "=\"");
  pq_out_xml(out, value);
  pq_buf_char(out, '"');
}

/* XML has no ids with spaces. */
static void put_id(pq_buf *out, char what, const char *name) {
  pq_buf_char(out, what);
  pq_buf_char(out, '_');
  for (; *name; ++name) {
    pq_buf_char(out, (char)(*name == ' ' ? '_' : *name));
  }
}

static void put_key(pq_buf *out, const char *what, const char *name,
                    const char *type) {
  pq_buf_text(out, "  <key id=\"");
  put_id(out, *what, name);
  pq_buf_format(out, "\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
                what, name, type);
}

static void put_keys(pq_buf *out) {
  const pq_net_node node = {.type = ""};
  const pq_net_edge edge = {.negated = false};
  const char *name = NULL;
  pq_view value;
  for (size_t i = 0; (name = pq_net_node_field(&node, i, &value)); ++i) {
    put_key(out, "node", name, "string");
  }
  for (size_t i = 0; (name = pq_net_edge_field(&edge, i, &value)); ++i) {
    put_key(out, "edge", name, "string");
  }
  put_key(out, "edge", "negated", "boolean");
}

/* Nothing is told by an empty element. */
static void put_data(pq_buf *out, char what, const char *name, pq_view value) {
  if (!value.len) return;
  pq_buf_text(out, "      <data key=\"");
  put_id(out, what, name);
  pq_buf_text(out, "\">");
  pq_out_xml(out, value);
  pq_buf_text(out, "</data>\n");
}

static void put_node(pq_buf *out, const pq_net_node *node, uint32_t id) {
  const char *name = NULL;
  pq_view value;
  pq_buf_format(out, "    <node id=\"n%u\">\n", (unsigned)id);
  for (size_t i = 0; (name = pq_net_node_field(node, i, &value)); ++i) {
    put_data(out, 'n', name, value);
  }
  pq_buf_text(out, "    </node>\n");
}

static void put_edge(pq_buf *out, const pq_net_edge *edge, uint32_t id) {
  const char *name = NULL;
  pq_view value;
  pq_buf_format(out, "    <edge id=\"e%u\" source=\"n%u\" target=\"n%u\">\n",
                (unsigned)id, (unsigned)edge->source, (unsigned)edge->target);
  for (size_t i = 0; (name = pq_net_edge_field(edge, i, &value)); ++i) {
    put_data(out, 'e', name, value);
  }
  if (edge->iri.len) {
    put_data(out, 'e', "negated",
             edge->negated ? PQ_LIT("true") : PQ_LIT("false"));
  }
  pq_buf_text(out, "    </edge>\n");
}

static void put_graph(const pq_network *net, pq_buf *out) {
  pq_buf_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml");
  put_attribute(out, "xmlns", PQ_LIT("http://graphml.graphdrawing.org/xmlns"));
  pq_buf_text(out, ">\n");
  put_keys(out);
  pq_buf_text(out, "  <graph edgedefault=\"directed\">\n");
  for (uint32_t i = 0; i < net->nodes.n; ++i) {
    put_node(out, &net->nodes.at[i], i);
  }
  for (uint32_t i = 0; i < net->edges.n; ++i) {
    put_edge(out, &net->edges.at[i], i);
  }
  pq_buf_text(out, "  </graph>\n</graphml>\n");
}

pq_status pq_write_graphml(const pq_graph *g, pq_buf *out) {
  pq_network net;
  const pq_status st = pq_network_fill(&net, g, out->alloc);
  if (!st) put_graph(&net, out);
  pq_network_clear(&net);
  return st ? st : out->status;
}
