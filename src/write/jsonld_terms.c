#include "jsonld_terms.h"

/* Where nodes stand in a document. */
static const char *const shelves[] = {
    "claims", "disputes", "questions", "events",   "things",    "residues",
    "terms",  "works",    "passages",  "mentions", "documents", "provenance",
};

enum {
  N_SHELVES = sizeof shelves / sizeof shelves[0]
};

/* By section; what is 0 in fact is "claims". */
static const uint8_t shelf_of[] = {
    [PQ_SECTION_CLAIMS] = 0,     [PQ_SECTION_EVIDENCE] = 0,
    [PQ_SECTION_DISPUTES] = 1,   [PQ_SECTION_QUESTIONS] = 2,
    [PQ_SECTION_EVENTS] = 3,     [PQ_SECTION_PROTEINS] = 4,
    [PQ_SECTION_STATES] = 4,     [PQ_SECTION_PROCESSES] = 4,
    [PQ_SECTION_MOLECULES] = 4,  [PQ_SECTION_PLACES] = 4,
    [PQ_SECTION_UNGROUNDED] = 4, [PQ_SECTION_RESIDUES] = 5,
    [PQ_SECTION_TERMS] = 6,      [PQ_SECTION_WORKS] = 7,
    [PQ_SECTION_PASSAGES] = 8,   [PQ_SECTION_MENTIONS] = 9,
    [PQ_SECTION_RECORD] = 10,    [PQ_SECTION_PROVENANCE] = 11,
};

const char *pq_ld_shelf_at(size_t index) {
  return index < N_SHELVES ? shelves[index] : NULL;
}

size_t pq_ld_shelf_of(pq_section section) {
  return shelf_of[section];
}

pq_status pq_ld_names_open(pq_ld_names *names, pq_arena *arena, pq_view base) {
  pq_status st = PQ_OK;
  *names = (pq_ld_names){.spaces = {{NULL, 0}}};
  for (size_t i = 0; i < PQ_N_PREFIXES; ++i) {
    const pq_prefix *const p = pq_prefix_at((pq_prefix_id)i);
    const pq_view pieces[] = {p->own ? base : PQ_LIT(""), p->space};
    PQ_TRY(st, pq_arena_join(arena, pieces, 2, &names->spaces[i]));
  }
  return PQ_OK;
}

/* "a://b" is never a short name. */
size_t pq_ld_prefix_of(const pq_ld_names *names, pq_view iri) {
  size_t best = PQ_N_PREFIXES;
  for (size_t i = 0; i < PQ_N_PREFIXES; ++i) {
    const pq_view space = names->spaces[i];
    if (!pq_view_starts(iri, space) || iri.len == space.len) continue;
    if (pq_view_starts(pq_view_skip(iri, space.len), PQ_LIT("//"))) continue;
    const bool longer =
        best == PQ_N_PREFIXES || space.len > names->spaces[best].len;
    if (longer) best = i;
  }
  return best;
}

void pq_ld_put(const pq_ld_names *names, pq_json *j, pq_view iri, bool word) {
  pq_buf *const out = j->out;
  const size_t prefix = pq_ld_prefix_of(names, iri);
  if (prefix == PQ_N_PREFIXES) {
    pq_json_text(j, iri);
    return;
  }
  const pq_view local = pq_view_skip(iri, names->spaces[prefix].len);
  if (word && prefix == PQ_PREFIX_PQ) {
    pq_json_text(j, local);
    return;
  }
  pq_buf name;
  pq_buf_init(&name, out->alloc);
  pq_buf_put(&name, pq_prefix_at((pq_prefix_id)prefix)->name);
  pq_buf_char(&name, ':');
  pq_buf_put(&name, local);
  if (name.status && !out->status) out->status = name.status;
  pq_json_text(j, pq_buf_view(&name));
  pq_buf_clear(&name);
}

/* ---- the context ---- */

static void put_pair(pq_json *j, const char *key, const char *value) {
  pq_json_key(j, pq_view_of(key));
  pq_json_text(j, pq_view_of(value));
}

/* A name space that ends in a letter has to be called a prefix. */
static void put_prefix(const pq_ld_names *names, pq_json *j, size_t i) {
  const pq_view space = names->spaces[i];
  const char last = space.ptr[space.len - 1];
  pq_json_key(j, pq_prefix_at((pq_prefix_id)i)->name);
  if (last == '/' || last == '#') {
    pq_json_text(j, space);
    return;
  }
  pq_json_object(j, PQ_JSON_FILL);
  pq_json_key(j, PQ_LIT("@id"));
  pq_json_text(j, space);
  pq_json_key(j, PQ_LIT("@prefix"));
  pq_json_word(j, PQ_LIT("true"));
  pq_json_close(j);
}

static void put_key(const pq_ld_names *names, pq_json *j,
                    const pq_ld_key *key) {
  static const char *const types[] = {[PQ_LD_PLAIN] = NULL,
                                      [PQ_LD_NODE] = "@id",
                                      [PQ_LD_WORD] = "@vocab",
                                      [PQ_LD_YEAR] = "xsd:gYear",
                                      [PQ_LD_DECIMAL] = "xsd:decimal"};
  const bool inverse = key->term == PQ_TERM_STATES;
  pq_json_key(j, pq_view_of(key->key));
  if (!types[key->form] && !key->many) {
    pq_ld_put(names, j, pq_term_iri(key->term), false);
    return;
  }
  pq_json_object(j, PQ_JSON_FILL);
  pq_json_key(j, inverse ? PQ_LIT("@reverse") : PQ_LIT("@id"));
  pq_ld_put(names, j, pq_term_iri(key->term), false);
  if (types[key->form]) put_pair(j, "@type", types[key->form]);
  if (key->many) put_pair(j, "@container", "@set");
  pq_json_close(j);
}

void pq_ld_context(const pq_ld_names *names, pq_json *j) {
  pq_json_object(j, PQ_JSON_FILL);
  pq_json_key(j, PQ_LIT("@version"));
  pq_json_word(j, PQ_LIT("1.1"));
  pq_json_key(j, PQ_LIT("@vocab"));
  pq_json_text(j, names->spaces[PQ_PREFIX_PQ]);
  put_pair(j, "id", "@id");
  put_pair(j, "type", "@type");
  for (size_t i = 0; i < PQ_N_PREFIXES; ++i) {
    if (names->prefixes[i]) put_prefix(names, j, i);
  }
  for (size_t i = 0; i < N_SHELVES; ++i) {
    if (names->shelves[i]) put_pair(j, shelves[i], "@included");
  }
  for (size_t i = 1; pq_ld_key_at(i); ++i) { /* the first is @type itself */
    if (names->keys[i]) put_key(names, j, pq_ld_key_at(i));
  }
  pq_json_close(j);
}

pq_status pq_ld_whole_context(pq_arena *arena, pq_view base, pq_buf *out) {
  pq_status st = PQ_OK;
  pq_json j;
  pq_ld_names names;
  PQ_TRY(st, pq_ld_names_open(&names, arena, base));
  memset(names.prefixes, true, sizeof names.prefixes);
  memset(names.keys, true, sizeof names.keys);
  memset(names.shelves, true, sizeof names.shelves);
  pq_json_begin(&j, out, false);
  pq_json_object(&j, PQ_JSON_SPREAD);
  pq_json_key(&j, PQ_LIT("@context"));
  pq_ld_context(&names, &j);
  pq_json_close(&j);
  pq_json_end(&j);
  return out->status;
}
