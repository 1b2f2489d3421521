#include "kgx.h"

#include "out.h"

#include "graph/claim_name.h"

/* What a kind of event does to its theme, in words of Biolink's enumerations;
 * direction 0: it has none. */
typedef struct effect {
  const char *kind, *aspect;
  int direction;
} effect;

static const effect effects[] = {
    {"phosphorylation", "phosphorylation", 1},
    {"dephosphorylation", "phosphorylation", -1},
    {"ubiquitination", "ubiquitination", 1},
    {"deubiquitination", "ubiquitination", -1},
    {"sumoylation", "sumoylation", 1},
    {"desumoylation", "sumoylation", -1},
    {"acetylation", "acetylation", 1},
    {"deacetylation", "acetylation", -1},
    {"methylation", "methylation", 1},
    {"demethylation", "methylation", -1},
    {"glycosylation", "glycosylation", 1},
    {"deglycosylation", "glycosylation", -1},
    {"hydroxylation", "hydroxylation", 1},
    {"carboxylation", "carboxylation", 1},
    {"sulfation", "sulfation", 1},
    {"nitrosylation", "nitrosation", 1},
    {"ribosylation", "ADP-ribosylation", 1},
    {"palmitoylation", "palmitoylation", 1},
    {"depalmitoylation", "palmitoylation", -1},
    {"myristoylation", "myristoylation", 1},
    {"demyristoylation", "myristoylation", -1},
    {"farnesylation", "farnesylation", 1},
    {"defarnesylation", "farnesylation", -1},
    {"prenylation", "prenylation", 1},
    {"lipidation", "lipidation", 1},
    {"activation", "activity", 1},
    {"inactivation", "activity", -1},
    {"upregulation", "activity_or_abundance", 1},
    {"downregulation", "activity_or_abundance", -1},
    {"expression", "expression", 1},
    {"transcription", "expression", 1},
    {"translation", "synthesis", 1},
    {"production", "synthesis", 1},
    {"stabilization", "stability", 1},
    {"destabilization", "stability", -1},
    {"degradation", "degradation", 1},
    {"cleavage", "cleavage", 1},
    {"secretion", "secretion", 1},
    {"internalization", "uptake", 1},
    {"translocation", "transport", 1},
    {"retention", "localization", 1},
    {"localization", "localization", 1},
};

static const effect *effect_of(pq_view kind) {
  for (size_t i = 0; i < sizeof effects / sizeof effects[0]; ++i) {
    if (pq_view_same(pq_view_of(effects[i].kind), kind)) return &effects[i];
  }
  return NULL;
}

/* How a predicate of ours is said: with `sign`, "affects". */
typedef struct wording {
  const char *predicate;
  pq_term term;
  int sign;
} wording;

#define AFFECTS "biolink:affects"

static const wording wordings[] = {
    {"biolink:participates_in", PQ_TERM_PARTICIPATES_IN, 0},
    {AFFECTS, PQ_TERM_ENABLES, 1},
    {AFFECTS, PQ_TERM_ACTS_UPSTREAM, 0},
    {AFFECTS, PQ_TERM_ACTS_UPSTREAM_POSITIVE, 1},
    {AFFECTS, PQ_TERM_ACTS_UPSTREAM_NEGATIVE, -1},
    {AFFECTS, PQ_TERM_CAUSALLY_UPSTREAM, 0},
    {AFFECTS, PQ_TERM_CAUSALLY_UPSTREAM_POSITIVE, 1},
    {AFFECTS, PQ_TERM_CAUSALLY_UPSTREAM_NEGATIVE, -1},
    {AFFECTS, PQ_TERM_INVOLVED, 0},
    {AFFECTS, PQ_TERM_INVOLVED_POSITIVE, 1},
    {AFFECTS, PQ_TERM_INVOLVED_NEGATIVE, -1},
    {AFFECTS, PQ_TERM_REGULATES, 0},
    {AFFECTS, PQ_TERM_REGULATES_POSITIVE, 1},
    {AFFECTS, PQ_TERM_REGULATES_NEGATIVE, -1},
    {AFFECTS, PQ_TERM_DEPENDS_ON, 1},
    {AFFECTS, PQ_TERM_INFLUENCES, 0},
    {"biolink:directly_physically_interacts_with", PQ_TERM_INTERACTS, 0},
    {"biolink:located_in", PQ_TERM_LOCATED_IN, 0},
    {"biolink:part_of", PQ_TERM_PART_OF, 0},
    {"biolink:is_output_of", PQ_TERM_OUTPUT_OF, 0},
};

static const wording *wording_of(pq_term term) {
  size_t i = 0;
  while (i + 1 < sizeof wordings / sizeof wordings[0] &&
         wordings[i].term != term) {
    ++i;
  }
  assert(wordings[i].term == term); /* a row for each predicate of claims */
  return &wordings[i];
}

static bool affects(const wording *w) {
  return strcmp(w->predicate, AFFECTS) == 0;
}

/* ---- identifiers ---- */

void pq_kgx_id(const pq_graph *g, pq_view iri, pq_buf *out) {
  static const struct {
    pq_prefix_id prefix;
    const char *name;
  } names[] = {{PQ_PREFIX_UNIPROT, "UniProtKB"},
               {PQ_PREFIX_ISOFORM, "UniProtKB"},
               {PQ_PREFIX_HGNC, "HGNC"},
               {PQ_PREFIX_FPLX, "FPLX"},
               {PQ_PREFIX_MIM, "OMIM"},
               {PQ_PREFIX_CHEBI, "CHEBI"},
               {PQ_PREFIX_GO, "GO"},
               {PQ_PREFIX_TAXON, "NCBITaxon"},
               {PQ_PREFIX_PUBMED, "PMID"}};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    const pq_view space = pq_prefix_at(names[i].prefix)->space;
    if (!pq_view_starts(iri, space)) continue;
    pq_buf_text(out, names[i].name);
    pq_buf_char(out, ':');
    pq_out_tsv(out, pq_view_skip(iri, space.len));
    return;
  }
  const pq_view base = g->maker->base;
  if (pq_view_starts(iri, base)) { /* event/x is pathquill.event:x */
    iri = pq_view_skip(iri, base.len);
    pq_buf_text(out, "pathquill.");
    pq_out_tsv(out, pq_view_cut(&iri, '/'));
    pq_buf_char(out, ':');
  }
  pq_out_tsv(out, iri);
}

void pq_kgx_work(const pq_graph *g, pq_work_id id, pq_buf *out) {
  const pq_view pmid = pq_graph_pmid(g->record, &g->record->works.at[id]);
  if (!pmid.len) {
    pq_kgx_id(g, g->works[id].iri, out);
    return;
  }
  pq_buf_text(out, "PMID:");
  pq_out_tsv(out, pmid);
}

/* ---- nodes ---- */

void pq_kgx_nodes_head(pq_buf *out) {
  pq_buf_text(out, "id\tcategory\tname\ttaxon\tiri\n");
}

static void put_category(const pq_graph *g, pq_node node, pq_buf *out) {
  const pq_view space = pq_prefix_at(PQ_PREFIX_BIOLINK)->space;
  if (node.kind == PQ_NODE_EVENT) {
    pq_buf_text(out, "biolink:BiologicalProcessOrActivity");
    return;
  }
  const pq_view iri = pq_term_iri(pq_entity_class(g->record, node.id));
  pq_buf_text(out, "biolink:");
  if (pq_view_starts(iri, space)) {
    pq_buf_put(out, pq_view_skip(iri, space.len));
  } else { /* gene groups, and what the lexicon does not know */
    pq_buf_text(out, "NamedThing");
  }
}

void pq_kgx_node(const pq_graph *g, pq_node node, pq_buf *out) {
  const pq_view iri = pq_node_iri(g, node);
  pq_kgx_id(g, iri, out);
  pq_buf_char(out, '\t');
  put_category(g, node, out);
  pq_buf_char(out, '\t');
  pq_out_tsv(out, pq_node_label(g, node));
  pq_buf_char(out, '\t');
  if (node.kind == PQ_NODE_ENTITY) {
    const pq_entity *const e =
        pq_entity_at(g->record, pq_entity_base(g->record, node.id));
    if (e->taxon.len) pq_buf_text(out, "NCBITaxon:");
    pq_out_tsv(out, e->taxon);
  }
  pq_buf_char(out, '\t');
  pq_out_tsv(out, iri);
}

/* ---- edges ---- */

void pq_kgx_edges_head(pq_buf *out) {
  pq_buf_text(out, "id\tsubject\tpredicate\tobject\tcategory\tnegated"
                   "\tqualified_predicate\tobject_aspect_qualifier"
                   "\tobject_direction_qualifier\tspecies_context_qualifier"
                   "\tknowledge_level\tagent_type\toriginal_subject"
                   "\toriginal_predicate\toriginal_object\tpublications\n");
}

/* Does an event say more of its theme than its kind?  What is denied of a
 * residue is not denied of the protein. */
static bool is_narrow(const pq_event *e) {
  return e->site.residue || e->site.position || e->from || e->to || e->in;
}

/* The theme that an event is all about, and what happens to it. */
static const effect *look_into(const pq_graph *g, bool negated, pq_node *node) {
  if (node->kind != PQ_NODE_EVENT) return NULL;
  const pq_event *const e = pq_event_at(g->record, node->id);
  const effect *const found = effect_of(g->record->kinds[e->kind].name);
  if (!found || e->n_themes != 1 || e->downstream_of) return NULL;
  if (negated && is_narrow(e)) return NULL;
  *node = (pq_node){PQ_NODE_ENTITY, e->themes[0]};
  return found;
}

static void put_cell(pq_buf *out, const char *text) {
  pq_buf_char(out, '\t');
  pq_buf_text(out, text);
}

/* What an edge says beyond subject, predicate, object. */
static void put_qualifiers(const wording *w, const effect *what, pq_buf *out) {
  const int direction = w->sign * (what ? what->direction : 1);
  const bool needed = w->term == PQ_TERM_DEPENDS_ON;
  const bool says = affects(w) && direction != 0;
  put_cell(out, !says    ? ""
                : needed ? "biolink:contributes_to"
                         : "biolink:causes");
  put_cell(out, affects(w) && what ? what->aspect : "");
  put_cell(out, !says ? "" : direction > 0 ? "increased" : "decreased");
}

static void put_ends(const pq_graph *g, pq_view a, const char *predicate,
                     pq_view b, pq_buf *out) {
  pq_buf_char(out, '\t');
  pq_kgx_id(g, a, out);
  put_cell(out, predicate);
  pq_buf_char(out, '\t');
  pq_kgx_id(g, b, out);
}

/* The claim as it was: its ends and predicate. */
static void put_original(const pq_graph *g, pq_node subject, pq_term predicate,
                         pq_node object, pq_buf *out) {
  const pq_view obo = PQ_LIT("http://purl.obolibrary.org/obo/");
  const pq_view local = pq_view_skip(pq_term_iri(predicate), obo.len);
  const size_t mark = pq_view_find(local, '_');
  pq_buf_char(out, '\t');
  pq_kgx_id(g, pq_node_iri(g, subject), out);
  pq_buf_char(out, '\t'); /* RO_0002327 is RO:0002327 */
  pq_buf_put(out, pq_view_head(local, mark));
  pq_buf_char(out, ':');
  pq_buf_put(out, pq_view_skip(local, mark + 1));
  pq_buf_char(out, '\t');
  pq_kgx_id(g, pq_node_iri(g, object), out);
}

pq_kgx_ends pq_kgx_edge(const pq_graph *g, pq_claim_id id, pq_buf *out) {
  pq_node subject;
  pq_node object;
  const pq_claim *const c = &g->record->claims.at[id];
  const wording *const w = wording_of(g->claims[id].predicate);
  pq_claim_ends(g, c, &subject, &object);
  const bool turned = w->term == PQ_TERM_DEPENDS_ON;
  pq_kgx_ends ends = {turned ? object : subject, turned ? subject : object};
  const effect *const what =
      affects(w) ? look_into(g, c->negated, &ends.object) : NULL;
  pq_kgx_id(g, g->claims[id].iri, out);
  put_ends(g, pq_node_iri(g, ends.subject), w->predicate,
           pq_node_iri(g, ends.object), out);
  put_cell(out, "biolink:Association");
  put_cell(out, c->negated ? "true" : ""); /* kgx reads "false" as true */
  put_qualifiers(w, what, out);
  put_cell(out, c->species.len ? "NCBITaxon:" : "");
  pq_out_tsv(out, c->species);
  put_cell(out, "not_provided");
  put_cell(out, "text_mining_agent");
  put_original(g, subject, w->term, object, out);
  pq_buf_char(out, '\t');
  return ends;
}
