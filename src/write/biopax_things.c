#include "biopax.h"
#include "out.h"

#include "graph/name.h"

/* ---- elements ---- */

static void put_name(pq_biopax *b, pq_bp_name name, pq_buf *out) {
  pq_buf_text(out, name.kind);
  pq_buf_char(out, '.');
  pq_put_local(out, b->g, name.iri);
}

bool pq_bp_first(pq_biopax *b, pq_bp_name name) {
  uint32_t id = 0;
  const uint32_t n = b->done.texts.n;
  pq_buf_reset(&b->name);
  put_name(b, name, &b->name);
  pq_status st = b->name.status;
  if (!st) st = pq_intern_put(&b->done, pq_buf_view(&b->name), &id);
  if (st && !b->out->status) b->out->status = st;
  return !st && id == n;
}

static void put_uri(pq_biopax *b, pq_bp_name name) {
  pq_buf_reset(&b->name);
  pq_buf_put(&b->name, b->g->maker->base);
  pq_buf_text(&b->name, "biopax/");
  put_name(b, name, &b->name);
  if (b->name.status && !b->out->status) b->out->status = b->name.status;
  pq_out_xml(b->out, pq_buf_view(&b->name));
}

void pq_bp_open(pq_biopax *b, const char *class, pq_bp_name name) {
  pq_buf_format(b->out, "<bp:%s rdf:about=\"", class);
  put_uri(b, name);
  pq_buf_text(b->out, "\">\n");
}

void pq_bp_close(pq_biopax *b, const char *class) {
  pq_buf_format(b->out, "</bp:%s>\n", class);
}

void pq_bp_link(pq_biopax *b, const char *property, pq_bp_name name) {
  pq_buf_format(b->out, "  <bp:%s rdf:resource=\"", property);
  put_uri(b, name);
  pq_buf_text(b->out, "\"/>\n");
}

static void put_literal(pq_biopax *b, const char *property, const char *type,
                        pq_view text) {
  pq_buf_format(
      b->out, "  <bp:%s rdf:datatype=\"http://www.w3.org/2001/XMLSchema#%s\">",
      property, type);
  pq_out_xml(b->out, text);
  pq_buf_format(b->out, "</bp:%s>\n", property);
}

void pq_bp_text(pq_biopax *b, const char *property, pq_view text) {
  if (text.len) put_literal(b, property, "string", text);
}

void pq_bp_number(pq_biopax *b, const char *property, uint32_t number) {
  pq_buf_reset(&b->name);
  pq_buf_number(&b->name, number);
  put_literal(b, property, "int", pq_buf_view(&b->name));
}

/* ---- databases and vocabularies ---- */

void pq_bp_put_xref(pq_biopax *b, pq_view iri, pq_view db, pq_view id) {
  const pq_bp_name name = {"xref", iri};
  if (!pq_bp_first(b, name)) return;
  pq_bp_open(b, "UnificationXref", name);
  pq_bp_text(b, "db", db);
  pq_bp_text(b, "id", id);
  pq_bp_close(b, "UnificationXref");
}

/* "GO_0005634" -> "GO:0005634" */
static void put_curie(pq_biopax *b, pq_view iri, pq_view db) {
  char id[32];
  size_t n = 0;
  const pq_view obo = PQ_LIT("http://purl.obolibrary.org/obo/");
  const pq_view local = pq_view_skip(iri, obo.len);
  for (; n < local.len && n < sizeof id; ++n) {
    id[n] = (char)(local.ptr[n] == '_' ? ':' : local.ptr[n]);
  }
  pq_bp_put_xref(b, iri, db, (pq_view){id, n});
}

void pq_bp_put_term(pq_biopax *b, const char *class, pq_view iri, pq_view label,
                    pq_view db) {
  const pq_bp_name name = {"term", iri};
  const bool listed =
      pq_view_starts(iri, PQ_LIT("http://purl.obolibrary.org/obo/"));
  if (!pq_bp_first(b, name)) return;
  if (listed) put_curie(b, iri, db);
  pq_bp_open(b, class, name);
  pq_bp_text(b, "term", label);
  if (listed) pq_bp_link(b, "xref", (pq_bp_name){"xref", iri});
  pq_bp_close(b, class);
}

/* ---- things ---- */

/* What classes of things have in BioPAX: its class, and the class of what they
 * refer to. */
typedef struct row {
  pq_entity_kind kind;
  const char *class, *reference;
} row;

static const row rows[] = {
    {PQ_ENTITY_PROTEIN, "Protein", "ProteinReference"},
    {PQ_ENTITY_FAMILY, "Protein", "ProteinReference"},
    {PQ_ENTITY_FUSION, "Protein", NULL},
    {PQ_ENTITY_COMPLEX, "Complex", NULL},
    {PQ_ENTITY_MOLECULE, "SmallMolecule", "SmallMoleculeReference"},
    {PQ_ENTITY_DRUG, "SmallMolecule", "SmallMoleculeReference"},
};

/* The row of a thing; one without class for what BioPAX has none for. */
static const row *row_of(const pq_record *r, pq_entity_id id) {
  static const row none = {PQ_ENTITY_UNGROUNDED, "", NULL};
  const pq_entity_kind kind = pq_entity_at(r, pq_entity_base(r, id))->kind;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    if (rows[i].kind == kind) return &rows[i];
  }
  return &none;
}

static bool has_class(const pq_record *r, pq_entity_id id) {
  return *row_of(r, id)->class != '\0';
}

/* Only sequences have features. */
static bool lacks_features(const pq_record *r, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(r, id);
  const bool has = e->n_mods || e->active != PQ_ACTIVITY_UNSAID;
  return has && strcmp(row_of(r, id)->class, "SmallMolecule") == 0;
}

bool pq_bp_is_physical(const pq_record *r, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(r, id);
  if (!has_class(r, id) || lacks_features(r, id)) return false;
  for (uint32_t i = 0; i < e->n_members; ++i) {
    if (e->kind == PQ_ENTITY_COMPLEX && !has_class(r, e->members[i])) {
      return false;
    }
  }
  return true;
}

bool pq_bp_is_pathway(const pq_record *r, pq_entity_id id) {
  return pq_entity_at(r, id)->kind == PQ_ENTITY_PATHWAY;
}

pq_bp_name pq_bp_thing(const pq_biopax *b, pq_entity_id id) {
  return (pq_bp_name){"thing", b->g->entities[id].iri};
}

/* The IRI of a modification: one number of PSI-MOD. */
static pq_view mod_iri(pq_biopax *b, uint32_t term) {
  pq_view iri = {"", 0};
  pq_buf_reset(&b->name);
  pq_put_space(&b->name, b->g, PQ_PREFIX_MOD);
  pq_buf_format(&b->name, "%05u", (unsigned)term);
  const pq_status st = pq_arena_copy(b->g->arena, pq_buf_view(&b->name), &iri);
  if (st && !b->out->status) b->out->status = st;
  return iri;
}

static void put_modification(pq_biopax *b, pq_bp_name name,
                             const pq_modification *m) {
  const pq_view term = mod_iri(b, m->term);
  const pq_bp_name site = {"site", name.iri};
  pq_bp_put_term(b, "SequenceModificationVocabulary", term, pq_gloss_of(term),
                 PQ_LIT("PSI-MOD"));
  if (m->site.position) {
    pq_bp_open(b, "SequenceSite", site);
    pq_bp_number(b, "sequencePosition", m->site.position);
    pq_bp_text(b, "positionStatus", PQ_LIT("EQUAL"));
    pq_bp_close(b, "SequenceSite");
  }
  pq_bp_open(b, "ModificationFeature", name);
  pq_bp_link(b, "modificationType", (pq_bp_name){"term", term});
  if (m->site.position) pq_bp_link(b, "featureLocation", site);
  if (m->site.residue && !m->site.position) {
    pq_bp_text(b, "comment", PQ_LIT("residue known, position not"));
  }
  pq_bp_close(b, "ModificationFeature");
}

/* What pathway databases call it. */
static void put_activity(pq_biopax *b, pq_bp_name name, pq_activity activity) {
  const bool active = activity == PQ_ACTIVE;
  const pq_view word = active ? PQ_LIT("active") : PQ_LIT("inactive");
  const pq_view label = active ? PQ_LIT("residue modification, active")
                               : PQ_LIT("residue modification, inactive");
  pq_bp_put_term(b, "SequenceModificationVocabulary", word, label, PQ_LIT(""));
  pq_bp_open(b, "ModificationFeature", name);
  pq_bp_link(b, "modificationType", (pq_bp_name){"term", word});
  pq_bp_close(b, "ModificationFeature");
}

/* The n-th feature of a state is named after the state that has it alone. */
static pq_bp_name feature_name(const pq_biopax *b, pq_entity_id id,
                               uint32_t i) {
  static const char *const kinds[] = {
      "feature0",  "feature1",  "feature2",  "feature3",
      "feature4",  "feature5",  "feature6",  "feature7",
      "feature8",  "feature9",  "feature10", "feature11",
      "feature12", "feature13", "feature14", "feature15"};
  assert(i < sizeof kinds / sizeof kinds[0]);
  return (pq_bp_name){kinds[i], b->g->entities[id].iri};
}

static void put_features(pq_biopax *b, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(b->g->record, id);
  for (uint32_t i = 0; i < e->n_mods; ++i) {
    put_modification(b, feature_name(b, id, i), &e->mods[i]);
  }
  if (e->active != PQ_ACTIVITY_UNSAID) {
    put_activity(b, (pq_bp_name){"activity", b->g->entities[id].iri},
                 e->active);
  }
}

static void link_features(pq_biopax *b, const char *property, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(b->g->record, id);
  for (uint32_t i = 0; i < e->n_mods; ++i) {
    pq_bp_link(b, property, feature_name(b, id, i));
  }
  if (e->active != PQ_ACTIVITY_UNSAID) {
    pq_bp_link(b, property, (pq_bp_name){"activity", b->g->entities[id].iri});
  }
}

/* A mutant has another sequence than what it is a mutant of. */
static bool has_reference(const pq_record *r, pq_entity_id id) {
  return row_of(r, id)->reference && !pq_entity_at(r, id)->mutant.len;
}

static void put_place(pq_biopax *b, pq_entity_id place) {
  if (!place) return;
  pq_bp_put_term(b, "CellularLocationVocabulary", b->g->entities[place].iri,
                 b->g->entities[place].label, PQ_LIT("Gene Ontology"));
}

/* All of a thing but where it is. */
static void put_body(pq_biopax *b, pq_entity_id id) {
  const pq_record *const r = b->g->record;
  const pq_entity *const e = pq_entity_at(r, id);
  const pq_entity_id base = pq_entity_base(r, id);
  pq_bp_text(b, "displayName", b->g->entities[id].label);
  if (has_reference(r, id)) {
    pq_bp_link(b, "entityReference",
               (pq_bp_name){"reference", b->g->entities[base].iri});
  }
  link_features(b, "feature", id);
  for (uint32_t i = 0; e->kind == PQ_ENTITY_COMPLEX && i < e->n_members; ++i) {
    bool again = false;
    for (uint32_t k = 0; k < i; ++k) {
      again = again || e->members[k] == e->members[i];
    }
    if (!again) pq_bp_link(b, "component", pq_bp_thing(b, e->members[i]));
  }
  if (e->mutant.len) pq_bp_text(b, "comment", e->mutant);
}

static void link_place(pq_biopax *b, pq_entity_id place) {
  if (!place) return;
  pq_bp_link(b, "cellularLocation",
             (pq_bp_name){"term", b->g->entities[place].iri});
}

pq_bp_name pq_bp_put_located(pq_biopax *b, pq_entity_id id,
                             pq_entity_id place) {
  pq_view kind = {NULL, 0};
  b->used[id] = true; /* its features are written with it */
  if (!place) return pq_bp_thing(b, id);
  pq_buf_reset(&b->name);
  pq_buf_text(&b->name, "thing.in.");
  pq_put_local(&b->name, b->g, b->g->entities[place].iri);
  const pq_status st = pq_arena_copy(b->g->arena, pq_buf_view(&b->name), &kind);
  if (st && !b->out->status) b->out->status = st;
  const pq_bp_name name = {st ? "thing" : kind.ptr, b->g->entities[id].iri};
  if (st || !pq_bp_first(b, name)) return name;
  const char *const class = row_of(b->g->record, id)->class;
  put_place(b, place);
  pq_bp_open(b, class, name);
  put_body(b, id);
  link_place(b, place);
  pq_bp_close(b, class);
  return name;
}

static void put_thing(pq_biopax *b, pq_entity_id id) {
  const pq_record *const r = b->g->record;
  const pq_bp_name name = pq_bp_thing(b, id);
  const pq_entity *const e = pq_entity_at(r, id);
  if (pq_bp_is_pathway(r, id)) {
    pq_bp_open(b, "Pathway", name);
    pq_bp_text(b, "displayName", b->g->entities[id].label);
    pq_bp_close(b, "Pathway");
    return;
  }
  put_features(b, id);
  put_place(b, e->in_place);
  pq_bp_open(b, row_of(r, id)->class, name);
  put_body(b, id);
  link_place(b, e->in_place);
  pq_bp_close(b, row_of(r, id)->class);
  for (uint32_t i = 0; e->kind == PQ_ENTITY_COMPLEX && i < e->n_members; ++i) {
    b->used[e->members[i]] = true;
  }
}

/* Members that are complexes too come in a later round. */
void pq_bp_put_things(pq_biopax *b) {
  for (bool more = true; more && !b->out->status;) {
    more = false;
    for (pq_entity_id id = 1; id < b->g->record->entities.n; ++id) {
      if (!b->used[id] || !pq_bp_first(b, pq_bp_thing(b, id))) continue;
      put_thing(b, id);
      more = true;
    }
  }
}

/* ---- references ---- */

/* The database that an IRI's prefix stands for. */
static bool find_database(pq_biopax *b, pq_view iri, pq_view *db, pq_view *id) {
  static const struct {
    pq_prefix_id prefix;
    pq_view db, head;
  } databases[] = {
      {PQ_PREFIX_UNIPROT, PQ_LIT_INIT("uniprot knowledgebase"),
       PQ_LIT_INIT("")},
      {PQ_PREFIX_ISOFORM, PQ_LIT_INIT("uniprot isoform"), PQ_LIT_INIT("")},
      {PQ_PREFIX_FPLX, PQ_LIT_INIT("FamPlex"), PQ_LIT_INIT("")},
      {PQ_PREFIX_HGNC, PQ_LIT_INIT("hgnc"), PQ_LIT_INIT("HGNC:")},
      {PQ_PREFIX_MIM, PQ_LIT_INIT("omim"), PQ_LIT_INIT("")},
      {PQ_PREFIX_CHEBI, PQ_LIT_INIT("chebi"), PQ_LIT_INIT("CHEBI:")}};
  for (size_t i = 0; i < sizeof databases / sizeof databases[0]; ++i) {
    const pq_view space = pq_prefix_at(databases[i].prefix)->space;
    if (!pq_view_starts(iri, space)) continue;
    const pq_view pieces[] = {databases[i].head, pq_view_skip(iri, space.len)};
    const pq_status st = pq_arena_join(b->g->arena, pieces, 2, id);
    if (st && !b->out->status) b->out->status = st;
    *db = databases[i].db;
    return !st;
  }
  return false;
}

static void put_taxon(pq_biopax *b, pq_view taxon, pq_view *iri) {
  *iri = (pq_view){"", 0};
  if (!taxon.len) return;
  pq_buf_reset(&b->name);
  pq_put_taxon(&b->name, b->g, taxon);
  const pq_status st = pq_arena_copy(b->g->arena, pq_buf_view(&b->name), iri);
  if (st && !b->out->status) b->out->status = st;
  const pq_bp_name name = {"source", *iri};
  if (!pq_bp_first(b, name)) return;
  pq_bp_put_xref(b, *iri, PQ_LIT("taxonomy"), taxon);
  pq_bp_open(b, "BioSource", name);
  pq_bp_text(b, "displayName", pq_gloss_of(*iri));
  pq_bp_link(b, "xref", (pq_bp_name){"xref", *iri});
  pq_bp_close(b, "BioSource");
}

/* Is it a state of what has this IRI, met for the first time?  Two entities of
 * a record may be one by IRI. */
static bool refers_to(pq_biopax *b, pq_entity_id id, pq_view iri) {
  const pq_entity_id base = pq_entity_base(b->g->record, id);
  return has_reference(b->g->record, id) &&
         pq_view_same(b->g->entities[base].iri, iri) &&
         pq_bp_first(b, (pq_bp_name){"state", b->g->entities[id].iri});
}

/* What all states of a thing refer to, with their features. */
static void put_reference(pq_biopax *b, pq_entity_id base) {
  const pq_record *const r = b->g->record;
  const pq_view iri = b->g->entities[base].iri;
  const pq_bp_name name = {"reference", iri};
  const char *const class = row_of(r, base)->reference;
  pq_view db = {"", 0};
  pq_view id = {"", 0};
  pq_view taxon;
  if (!pq_bp_first(b, name)) return;
  const bool listed = find_database(b, iri, &db, &id);
  if (listed) pq_bp_put_xref(b, iri, db, id);
  put_taxon(b, pq_entity_at(r, base)->taxon, &taxon);
  pq_bp_open(b, class, name);
  pq_bp_text(b, "displayName", b->g->entities[base].label);
  if (listed) pq_bp_link(b, "xref", (pq_bp_name){"xref", iri});
  if (taxon.len) pq_bp_link(b, "organism", (pq_bp_name){"source", taxon});
  for (pq_entity_id i = 1; i < r->entities.n; ++i) {
    if (b->used[i] && refers_to(b, i, iri)) {
      link_features(b, "entityFeature", i);
    }
  }
  pq_bp_close(b, class);
}

void pq_bp_put_references(pq_biopax *b) {
  const pq_record *const r = b->g->record;
  for (pq_entity_id id = 1; id < r->entities.n; ++id) {
    if (!b->used[id] || !has_reference(r, id)) continue;
    put_reference(b, pq_entity_base(r, id));
  }
}
