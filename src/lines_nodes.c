#include "lines_nodes.h"

#include "write/jsonld_keys.h"

static pq_status add_term(const pq_node_reader *r, pq_rdf_kind kind,
                          pq_view text, pq_rdf_id type, pq_rdf_id *out) {
  const pq_rdf_term t = {.kind = kind, .text = text, .type = type};
  return pq_rdf_add_term(r->rdf, &t, out);
}

/* `prefix` NULL: the name is whole. */
static pq_status name_in(const pq_node_reader *r, const pq_prefix *prefix,
                         pq_view local, pq_rdf_id *out) {
  pq_buf *const room = r->room;
  pq_buf_reset(room);
  if (prefix && prefix->own) pq_buf_put(room, r->base);
  if (prefix) pq_buf_put(room, prefix->space);
  pq_buf_put(room, local);
  if (room->status) return room->status;
  return add_term(r, PQ_RDF_IRI, pq_buf_view(room), 0, out);
}

pq_status pq_node_name(const pq_node_reader *r, pq_view name, pq_rdf_id *out) {
  pq_view local = name;
  const pq_prefix *const prefix = pq_prefix_named(pq_view_cut(&local, ':'));
  return name_in(r, prefix, prefix ? local : name, out);
}

pq_status pq_node_say(const pq_node_reader *r, pq_rdf_id subject,
                      pq_term predicate, pq_rdf_id object) {
  const pq_rdf_triple t = {.subject = subject,
                           .predicate = pq_rdf_of(predicate),
                           .object = object,
                           .line = r->line};
  return pq_rdf_add(r->rdf, &t);
}

pq_status pq_node_number(const pq_node_reader *r, pq_rdf_id subject,
                         pq_term predicate, pq_view digits) {
  pq_status st = PQ_OK;
  pq_rdf_id id = 0;
  PQ_TRY(st,
         add_term(r, PQ_RDF_LITERAL, digits, pq_rdf_of(PQ_TERM_INTEGER), &id));
  return pq_node_say(r, subject, predicate, id);
}

/* ---- nodes ---- */

/* Our own terms may stand without prefix where a word is expected. */
static pq_status read_name(const pq_node_reader *r, const pq_ld_key *key,
                           pq_view name, pq_rdf_id *out) {
  const bool bare =
      key->form == PQ_LD_WORD && pq_view_find(name, ':') == name.len;
  return bare ? name_in(r, pq_prefix_at(PQ_PREFIX_PQ), name, out)
              : pq_node_name(r, name, out);
}

/* No node of ours has another kind of value. */
static pq_status read_value(const pq_node_reader *r, const pq_ld_key *key,
                            const pq_json *value, pq_rdf_id *out) {
  const bool node = key->form == PQ_LD_NODE || key->form == PQ_LD_WORD;
  *out = 0;
  switch (value->kind) {
  case PQ_JSON_TEXT:
    if (node) return read_name(r, key, value->text, out);
    return add_term(r, PQ_RDF_LITERAL, value->text, 0, out);
  case PQ_JSON_INTEGER:
    return add_term(r, PQ_RDF_LITERAL, value->text, pq_rdf_of(PQ_TERM_INTEGER),
                    out);
  case PQ_JSON_BOOL:
    return add_term(r, PQ_RDF_LITERAL, value->text, pq_rdf_of(PQ_TERM_BOOLEAN),
                    out);
  case PQ_JSON_NULL:
  case PQ_JSON_REAL:
  case PQ_JSON_LIST:
  case PQ_JSON_OBJECT: break;
  }
  return PQ_BAD_SYNTAX;
}

static pq_status take_values(const pq_node_reader *r, pq_rdf_id subject,
                             const pq_json *value) {
  pq_status st = PQ_OK;
  const pq_ld_key *const key = pq_ld_key_at(pq_ld_key_named(value->key));
  const bool list = value->kind == PQ_JSON_LIST;
  if (!key) return PQ_OK;
  for (const pq_json *v = list ? value->child : value; v;
       v = list ? v->next : NULL) {
    pq_rdf_id object = 0;
    PQ_TRY(st, read_value(r, key, v, &object));
    PQ_TRY(st, pq_node_say(r, subject, key->term, object));
  }
  return PQ_OK;
}

static pq_status take_node(const pq_node_reader *r, const pq_json *node) {
  pq_status st = PQ_OK;
  pq_rdf_id subject = 0;
  const pq_json *const id = pq_json_at(node, "id");
  if (!id || id->kind != PQ_JSON_TEXT) return PQ_BAD_SYNTAX;
  PQ_TRY(st, pq_node_name(r, id->text, &subject));
  for (const pq_json *v = node->child; v; v = v->next) {
    if (v != id) PQ_TRY(st, take_values(r, subject, v));
  }
  return PQ_OK;
}

pq_status pq_nodes_take(const pq_node_reader *r, const pq_json *nodes) {
  pq_status st = PQ_OK;
  if (!nodes || nodes->kind != PQ_JSON_LIST) return PQ_BAD_SYNTAX;
  for (const pq_json *node = nodes->child; node; node = node->next) {
    PQ_TRY(st, take_node(r, node));
  }
  return PQ_OK;
}
