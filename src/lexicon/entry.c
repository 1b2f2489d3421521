#include "entry.h"

#include "base/utf8.h"

pq_place pq_row_place(const pq_table *table, const pq_row *row, size_t cell) {
  const char *const begin = row->cell[0].ptr;
  const pq_view before = {begin, (size_t)(row->cell[cell].ptr - begin)};
  return (pq_place){table->file, row->line,
                    (uint32_t)pq_utf8_count(before) + 1};
}

static const char *const types[] = {[PQ_CONCEPT_GENE] = "gene",
                                    [PQ_CONCEPT_FAMILY] = "family",
                                    [PQ_CONCEPT_COMPLEX] = "complex",
                                    [PQ_CONCEPT_FUSION] = "fusion",
                                    [PQ_CONCEPT_PATHWAY] = "pathway",
                                    [PQ_CONCEPT_PROCESS] = "process",
                                    [PQ_CONCEPT_GROUP] = "group",
                                    [PQ_CONCEPT_COMPARTMENT] = "compartment",
                                    [PQ_CONCEPT_MOLECULE] = "molecule",
                                    [PQ_CONCEPT_DRUG] = "drug",
                                    [PQ_CONCEPT_SPECIES] = "species",
                                    [PQ_CONCEPT_CELL] = "cell",
                                    [PQ_CONCEPT_VIRUS] = "virus",
                                    [PQ_CONCEPT_CLASS] = "class",
                                    [PQ_CONCEPT_MODIFICATION] = "modification"};

enum {
  N_TYPES = sizeof types / sizeof types[0]
};

bool pq_entry_type(pq_view word, pq_concept_type *out) {
  for (size_t i = 0; i < N_TYPES; ++i) {
    if (pq_view_same(word, pq_view_of(types[i]))) {
      *out = (pq_concept_type)i;
      return true;
    }
  }
  return false;
}

const char *pq_entry_type_word(pq_concept_type type) {
  return (size_t)type < N_TYPES ? types[type] : "unknown";
}

static const char *const statuses[] = {"unknown", "former", "synonym", "name",
                                       "curated"};

enum {
  N_STATUSES = sizeof statuses / sizeof statuses[0]
};

uint8_t pq_entry_status(pq_view word) {
  for (size_t i = 1; i < N_STATUSES; ++i) {
    if (pq_view_same(word, pq_view_of(statuses[i]))) return (uint8_t)i;
  }
  return 0;
}

const char *pq_entry_status_word(uint8_t status) {
  return statuses[status < N_STATUSES ? status : 0];
}

static const struct {
  const char *word;
  uint32_t flag;
} flag_words[] = {{"cs", PQ_NAME_CASE},
                  {"ci", PQ_NAME_ANY_CASE},
                  {"noplural", PQ_NAME_NO_PLURAL},
                  {"noaffix", PQ_NAME_NO_AFFIX},
                  {"head", PQ_NAME_HEAD},
                  {"amb", PQ_NAME_AMBIGUOUS},
                  {"path", PQ_NAME_PATHWAY}};

static uint32_t flag_of(pq_view word) {
  for (size_t i = 0; i < sizeof flag_words / sizeof flag_words[0]; ++i) {
    if (pq_view_same(word, pq_view_of(flag_words[i].word))) {
      return flag_words[i].flag;
    }
  }
  return 0;
}

bool pq_entry_flags(pq_view cell, uint32_t *flags, pq_view *context) {
  *flags = 0;
  *context = (pq_view){"", 0};
  pq_view rest = cell;
  while (rest.ptr && cell.len) {
    const pq_view word = pq_view_cut(&rest, ',');
    uint32_t flag = flag_of(word);
    if (pq_view_starts(word, PQ_LIT("ctx=")) && word.len > 4) {
      *context = pq_view_skip(word, 4);
      flag = PQ_NAME_CONTEXT;
    }
    if (!flag || (*flags & flag)) return false;
    *flags |= flag;
  }
  return true;
}

pq_status pq_entry_flag_words(pq_arena *arena, uint32_t flags, pq_view context,
                              pq_view *out) {
  enum {
    N = sizeof flag_words / sizeof flag_words[0]
  };
  pq_view pieces[2 * N + 2];
  size_t n = 0;
  for (size_t i = 0; i < N; ++i) {
    if (!(flags & flag_words[i].flag)) continue;
    if (n) pieces[n++] = PQ_LIT(",");
    pieces[n++] = pq_view_of(flag_words[i].word);
  }
  if (flags & PQ_NAME_CONTEXT) {
    pieces[n] = n ? PQ_LIT(",ctx=") : PQ_LIT("ctx=");
    pieces[++n] = context;
    ++n;
  }
  return pq_arena_join(arena, pieces, n, out);
}

static const struct {
  const char *word;
  pq_effect effect;
} effects[] = {
    {"phospho", PQ_EFFECT_PHOSPHO},   {"active", PQ_EFFECT_ACTIVE},
    {"inactive", PQ_EFFECT_INACTIVE}, {"tag", PQ_EFFECT_TAG},
    {"species", PQ_EFFECT_SPECIES},   {"not-actor", PQ_EFFECT_NOT_ACTOR}};

const char *pq_entry_effect_word(uint8_t effect) {
  for (size_t i = 0; i < sizeof effects / sizeof effects[0]; ++i) {
    if (effects[i].effect == effect) return effects[i].word;
  }
  return "";
}

pq_effect pq_entry_effect(pq_view word) {
  for (size_t i = 0; i < sizeof effects / sizeof effects[0]; ++i) {
    if (pq_view_same(word, pq_view_of(effects[i].word))) {
      return effects[i].effect;
    }
  }
  return PQ_EFFECT_NONE;
}

uint32_t pq_entry_number(pq_view digits) {
  if (digits.len == 0 || digits.len > 9) return 0;
  uint32_t n = 0;
  for (size_t i = 0; i < digits.len; ++i) {
    if (!pq_is_digit(digits.ptr[i])) return 0;
    n = 10 * n + (uint32_t)(digits.ptr[i] - '0');
  }
  return n;
}

pq_view pq_entry_accession(pq_view xrefs) {
  const pq_view prefix = PQ_LIT("UniProt:");
  pq_view rest = xrefs;
  while (rest.len) {
    const pq_view one = pq_view_cut(&rest, '|');
    if (pq_view_starts(one, prefix)) return pq_view_skip(one, prefix.len);
  }
  return (pq_view){"", 0};
}

int pq_sequence_order(const pq_sequence *a, const pq_sequence *b) {
  int c = pq_view_order(a->accession, b->accession);
  if (!c) c = pq_view_order(a->residues, b->residues);
  if (!c) c = (b->signal > a->signal) - (b->signal < a->signal);
  return c ? c : pq_view_order(b->name, a->name);
}
