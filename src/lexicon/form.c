#include "form.h"

#include "normal.h"

enum {
  WORDS_MOST = 12
};

static bool is_id(pq_view id) {
  return id.len > 0 && pq_view_find(id, ' ') == id.len &&
         pq_view_find(id, '|') == id.len;
}

static bool is_digits(pq_view v) {
  for (size_t i = 0; i < v.len; ++i) {
    if (!pq_is_digit(v.ptr[i])) return false;
  }
  return v.len > 0;
}

static bool is_one_of(pq_view v, const char *const *words) {
  for (; *words; ++words) {
    if (pq_view_same(v, pq_view_of(*words))) return true;
  }
  return false;
}

/* "UniProt:P40763|~GO:0043066" */
static bool is_xrefs(pq_view cell) {
  pq_view rest = cell;
  while (rest.ptr && cell.len) {
    pq_view one = pq_view_cut(&rest, '|');
    if (pq_view_starts(one, PQ_LIT("~"))) one = pq_view_skip(one, 1);
    const size_t colon = pq_view_find(one, ':');
    if (!is_id(one) || colon == 0 || colon + 1 >= one.len) return false;
  }
  return true;
}

/* Words joined by '/'; '*' at the end of one, '!' before all. */
static bool is_context(pq_view cell) {
  pq_view rest =
      pq_view_starts(cell, PQ_LIT("!")) ? pq_view_skip(cell, 1) : cell;
  while (rest.ptr) {
    const pq_view word = pq_view_cut(&rest, '/');
    if (word.len == 0) return false;
    for (size_t i = 0; i < word.len; ++i) {
      const char c = word.ptr[i];
      const bool star = c == '*' && i > 0 && i + 1 == word.len;
      if (c == ' ' || c == '!' || (c == '*' && !star)) return false;
    }
  }
  return true;
}

static const char *wrong_concept(const pq_row *row, size_t *cell) {
  pq_concept_type type;
  *cell = PQ_CONCEPTS_ID;
  if (!is_id(row->cell[PQ_CONCEPTS_ID])) return "this is no id";
  *cell = PQ_CONCEPTS_TYPE;
  if (!pq_entry_type(row->cell[PQ_CONCEPTS_TYPE], &type)) {
    return "there is no such type of concept";
  }
  *cell = PQ_CONCEPTS_TAXON;
  const pq_view taxon = row->cell[PQ_CONCEPTS_TAXON];
  if (!is_digits(taxon) && !pq_view_same(taxon, PQ_LIT("-"))) {
    return "a taxon is a number of the NCBI, or '-'";
  }
  *cell = PQ_CONCEPTS_XREFS;
  if (!is_xrefs(row->cell[PQ_CONCEPTS_XREFS])) {
    return "xrefs look like UniProt:P40763|NCBIGene:6774";
  }
  return NULL;
}

/* A name of so many tokens is never found. */
static bool is_long(pq_view text) {
  uint32_t words = 0;
  uint32_t marks = 0;
  pq_fold_class last = PQ_FOLD_BLANK;
  for (size_t at = 0; at < text.len;) {
    pq_fold_class now = pq_fold_next(text, &at).is;
    if (now == PQ_FOLD_GREEK || now == PQ_FOLD_DIGIT) now = PQ_FOLD_LETTER;
    words += now == PQ_FOLD_LETTER && last != now;
    marks += now == PQ_FOLD_MARK || now == PQ_FOLD_DASH;
    last = now;
  }
  return words > PQ_NAME_TOKENS_MOST || words + marks > PQ_TOKENS_MOST;
}

static const char *wrong_name(const pq_row *row, size_t *cell) {
  uint32_t flags = 0;
  pq_view context;
  pq_normal key;
  *cell = PQ_NAMES_TEXT;
  const pq_view text = row->cell[PQ_NAMES_TEXT];
  if (pq_normal_of(&key, text, PQ_NORMAL_SPACE).len == 0 || is_long(text)) {
    return "a name has at most 12 words, 24 words and marks, and 160 bytes";
  }
  *cell = PQ_NAMES_STATUS;
  if (!pq_entry_status(row->cell[PQ_NAMES_STATUS])) {
    return "a status is curated, name, synonym or former";
  }
  *cell = PQ_NAMES_FLAGS;
  if (!pq_entry_flags(row->cell[PQ_NAMES_FLAGS], &flags, &context)) {
    return "flags are cs, ci, noplural, noaffix, head, amb, path and "
           "ctx=WORDS, each once";
  }
  if ((flags & PQ_NAME_CASE) && (flags & PQ_NAME_ANY_CASE)) {
    return "cs and ci exclude each other";
  }
  if ((flags & PQ_NAME_CONTEXT) && !is_context(context)) {
    return "ctx= takes words joined by '/'";
  }
  return NULL;
}

static const char *wrong_member(const pq_row *row, size_t *cell) {
  static const char *const rels[] = {"isa", "partof", NULL};
  *cell = PQ_MEMBERS_REL;
  if (!is_one_of(row->cell[PQ_MEMBERS_REL], rels)) {
    return "a relation is isa or partof";
  }
  *cell = PQ_MEMBERS_PARENT;
  return pq_view_same(row->cell[PQ_MEMBERS_CHILD], row->cell[PQ_MEMBERS_PARENT])
             ? "nothing is a member of itself"
             : NULL;
}

static const char *wrong_fusion(const pq_row *row, size_t *cell) {
  const pq_view id = row->cell[PQ_FUSIONS_ID];
  const pq_view five = row->cell[PQ_FUSIONS_FIVE];
  const pq_view three = row->cell[PQ_FUSIONS_THREE];
  *cell = PQ_FUSIONS_ID;
  const bool fits = id.len == five.len + 2 + three.len &&
                    pq_view_starts(id, five) && pq_view_ends(id, three) &&
                    pq_view_starts(pq_view_skip(id, five.len), PQ_LIT("::"));
  return fits ? NULL : "the id of a fusion is five_prime::three_prime";
}

static const char *wrong_pathway(const pq_row *row, size_t *cell) {
  *cell = PQ_PATHWAYS_ID;
  if (!is_id(row->cell[PQ_PATHWAYS_ID])) return "this is no id";
  *cell = PQ_PATHWAYS_AFTER;
  size_t n = 0;
  pq_view rest = row->cell[PQ_PATHWAYS_AFTER];
  while (rest.len) {
    (void)pq_view_cut(&rest, '|');
    ++n;
  }
  if (n > PQ_NAMED_AFTER_MOST) return "named after more than four things";
  *cell = PQ_PATHWAYS_CLOSE;
  return is_xrefs(row->cell[PQ_PATHWAYS_CLOSE])
             ? NULL
             : "a close match looks like GO:0043491";
}

static const char *wrong_affix(const pq_row *row, size_t *cell) {
  static const char *const sides[] = {"prefix", "suffix", NULL};
  static const char *const classes[] = {"state", "tag", "species", "not-actor",
                                        NULL};
  *cell = PQ_AFFIXES_SIDE;
  if (!is_one_of(row->cell[PQ_AFFIXES_SIDE], sides)) {
    return "a side is prefix or suffix";
  }
  *cell = PQ_AFFIXES_CLASS;
  if (!is_one_of(row->cell[PQ_AFFIXES_CLASS], classes)) {
    return "a class is state, tag, species or not-actor";
  }
  *cell = PQ_AFFIXES_EFFECT;
  return pq_entry_effect(row->cell[PQ_AFFIXES_EFFECT])
             ? NULL
             : "an effect is phospho, active, inactive, tag, species or "
               "not-actor";
}

static const char *wrong_deny(const pq_row *row, size_t *cell) {
  pq_normal key;
  *cell = PQ_DENY_TEXT;
  if (pq_normal_of(&key, row->cell[PQ_DENY_TEXT], 0).len == 0) {
    return "no name looks like this";
  }
  *cell = PQ_DENY_CONTEXT;
  const pq_view context = row->cell[PQ_DENY_CONTEXT];
  if (context.len && pq_view_same(row->cell[PQ_DENY_ID], PQ_LIT("-"))) {
    return "what names nothing does so in any context";
  }
  return context.len && !is_context(context)
             ? "a context is words joined by '/', after '!' if one of them "
               "saves the name"
             : NULL;
}

static const char *wrong_english(const pq_row *row, size_t *cell) {
  *cell = 0;
  for (size_t i = 0; i < row->cell[0].len; ++i) {
    if (!pq_is_lower(row->cell[0].ptr[i])) return "only a to z, lower case";
  }
  return NULL;
}

static const char *wrong_residue(const pq_row *row, size_t *cell) {
  *cell = PQ_RESIDUES_LETTER;
  const pq_view letter = row->cell[PQ_RESIDUES_LETTER];
  if (letter.len != 1 || !pq_is_upper(letter.ptr[0])) return "one capital";
  *cell = PQ_RESIDUES_THREE;
  return row->cell[PQ_RESIDUES_THREE].len == 3 ? NULL : "three letters";
}

static const char *wrong_site(const pq_row *row, size_t *cell) {
  static const char *const kinds[] = {"canonical", "legacy", NULL};
  *cell = PQ_SITES_RESIDUE;
  const pq_view letter = row->cell[PQ_SITES_RESIDUE];
  if (letter.len != 1 || !pq_is_upper(letter.ptr[0])) return "one capital";
  *cell = PQ_SITES_POSITION;
  if (!pq_entry_number(row->cell[PQ_SITES_POSITION])) return "from 1 on";
  *cell = PQ_SITES_KIND;
  const pq_view kind = row->cell[PQ_SITES_KIND];
  if (!is_one_of(kind, kinds)) return "a kind is canonical or legacy";
  *cell = PQ_SITES_CANONICAL;
  const pq_view canonical = row->cell[PQ_SITES_CANONICAL];
  if (pq_view_same(kind, PQ_LIT("legacy"))) {
    return pq_entry_number(canonical) ? NULL
                                      : "a legacy row gives the position today";
  }
  return canonical.len ? "only a legacy row has a canonical position" : NULL;
}

static const char *wrong_species(const pq_row *row, size_t *cell) {
  static const char *const kinds[] = {"name", "adjective", "prefix", NULL};
  *cell = PQ_SPECIES_TAXON;
  if (!is_digits(row->cell[PQ_SPECIES_TAXON])) return "a taxon is a number";
  *cell = PQ_SPECIES_KIND;
  return is_one_of(row->cell[PQ_SPECIES_KIND], kinds)
             ? NULL
             : "a kind is name, adjective or prefix";
}

const pq_form pq_forms[PQ_N_TABLES] = {
    [PQ_TABLE_CONCEPTS] = {.file = "concepts.tsv",
                           .header = "id\ttype\tlabel\ttaxon\txrefs\tnote",
                           .n_cells = 6,
                           .may_be_empty = 1U << 4U | 1U << 5U,
                           .key = {PQ_CONCEPTS_ID},
                           .n_key = 1,
                           .wrong = wrong_concept},
    [PQ_TABLE_NAMES] = {.file = "names.tsv",
                        .header = "text\tid\tstatus\tflags\tnote",
                        .n_cells = 5,
                        .may_be_empty = 1U << 3U | 1U << 4U,
                        .key = {PQ_NAMES_ID, PQ_NAMES_TEXT},
                        .n_key = 2,
                        .wrong = wrong_name},
    [PQ_TABLE_MEMBERS] = {.file = "members.tsv",
                          .header = "child\trel\tparent",
                          .n_cells = 3,
                          .key = {0, 1, 2},
                          .n_key = 3,
                          .wrong = wrong_member},
    [PQ_TABLE_FUSIONS] = {.file = "fusions.tsv",
                          .header = "id\tfive_prime\tthree_prime\tlabel\tnote",
                          .n_cells = 5,
                          .may_be_empty = 1U << 4U,
                          .key = {PQ_FUSIONS_ID},
                          .n_key = 1,
                          .wrong = wrong_fusion},
    [PQ_TABLE_PATHWAYS] = {.file = "pathways.tsv",
                           .header = "id\tnamed_after\tlabel\tclose_match",
                           .n_cells = 4,
                           .may_be_empty = 1U << 1U | 1U << 3U,
                           .key = {PQ_PATHWAYS_ID},
                           .n_key = 1,
                           .wrong = wrong_pathway},
    [PQ_TABLE_AFFIXES] = {.file = "affixes.tsv",
                          .header = "pattern\tside\tclass\teffect",
                          .n_cells = 4,
                          .key = {0, 1},
                          .n_key = 2,
                          .wrong = wrong_affix},
    [PQ_TABLE_DENY] = {.file = "deny.tsv",
                       .header = "text\tid\tcontext\treason",
                       .n_cells = 4,
                       .may_be_empty = 1U << 2U,
                       .key = {PQ_DENY_ID, PQ_DENY_TEXT, PQ_DENY_CONTEXT},
                       .n_key = 3,
                       .wrong = wrong_deny},
    [PQ_TABLE_ENGLISH] = {.file = "english.tsv",
                          .header = "word",
                          .n_cells = 1,
                          .key = {0},
                          .n_key = 1,
                          .wrong = wrong_english},
    [PQ_TABLE_RESIDUES] = {.file = "residues.tsv",
                           .header = "letter\tthree\tname\tphospho",
                           .n_cells = 4,
                           .may_be_empty = 1U << 3U,
                           .key = {0},
                           .n_key = 1,
                           .wrong = wrong_residue},
    [PQ_TABLE_SITES] = {.file = "sites.tsv",
                        .header = "uniprot\tresidue\tposition\tkind\tcanonical"
                                  "\tnote",
                        .n_cells = 6,
                        .may_be_empty = 1U << 4U | 1U << 5U,
                        .number = 1U << 2U,
                        .key = {PQ_SITES_ACCESSION, PQ_SITES_POSITION,
                                PQ_SITES_RESIDUE, PQ_SITES_KIND},
                        .n_key = 4,
                        .wrong = wrong_site},
    [PQ_TABLE_SPECIES] = {.file = "species.tsv",
                          .header = "text\ttaxon\tkind",
                          .n_cells = 3,
                          .key = {PQ_SPECIES_TAXON, PQ_SPECIES_TEXT},
                          .n_key = 2,
                          .wrong = wrong_species}};

int pq_form_order(const pq_form *form, const pq_row *a, const pq_row *b) {
  for (size_t i = 0; i < form->n_key; ++i) {
    const size_t cell = form->key[i];
    const uint32_t x = pq_entry_number(a->cell[cell]);
    const uint32_t y = pq_entry_number(b->cell[cell]);
    const bool number = ((unsigned)form->number >> cell & 1U) && x != y;
    const int c = number ? (x > y) - (x < y)
                         : pq_view_order(a->cell[cell], b->cell[cell]);
    if (c) return c;
  }
  return 0;
}

bool pq_form_can_be_name(pq_view text) {
  return text.len <= PQ_CELL_MOST && !is_long(text);
}

static bool has_stray_blank(pq_view cell) {
  for (size_t i = 1; i < cell.len; ++i) {
    if (cell.ptr[i] == ' ' && cell.ptr[i - 1] == ' ') return true;
  }
  return cell.len && (cell.ptr[0] == ' ' || cell.ptr[cell.len - 1] == ' ');
}

const char *pq_form_mistake(const pq_form *form, const pq_row *row,
                            size_t *cell) {
  for (*cell = 0; *cell < form->n_cells; ++*cell) {
    const pq_view c = row->cell[*cell];
    if (has_stray_blank(c)) {
      return "a cell neither begins nor ends with a blank, nor has two "
             "together";
    }
    if (c.len > PQ_CELL_MOST) return "a cell has at most 1,000 bytes";
    if (!c.len && !((unsigned)form->may_be_empty >> *cell & 1U)) {
      return "this cell may not be empty";
    }
  }
  return form->wrong(row, cell);
}
