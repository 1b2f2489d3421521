#include "generic.h"

#include <stdlib.h>

enum {
  WORD_MOST = 16
};

/* Sorted, for bsearch; singular, though a final s is taken off. */
static const char *const words[] = {"a",
                                    "activator",
                                    "adapter",
                                    "adaptor",
                                    "alpha",
                                    "and",
                                    "antigen",
                                    "associated",
                                    "b",
                                    "beta",
                                    "binding",
                                    "c",
                                    "carrier",
                                    "catalytic",
                                    "chain",
                                    "channel",
                                    "clone",
                                    "component",
                                    "containing",
                                    "cytosolic",
                                    "delta",
                                    "dependent",
                                    "dimer",
                                    "domain",
                                    "elongation",
                                    "enzyme",
                                    "epsilon",
                                    "exchange",
                                    "factor",
                                    "family",
                                    "finger",
                                    "form",
                                    "gamma",
                                    "gene",
                                    "group",
                                    "guanine",
                                    "heavy",
                                    "heterodimer",
                                    "homodimer",
                                    "homolog",
                                    "hypothetical",
                                    "inhibitor",
                                    "initiation",
                                    "interacting",
                                    "isoform",
                                    "kappa",
                                    "kinase",
                                    "lambda",
                                    "large",
                                    "ligand",
                                    "light",
                                    "like",
                                    "long",
                                    "membrane",
                                    "mitochondrial",
                                    "monomer",
                                    "nuclear",
                                    "nucleotide",
                                    "of",
                                    "peptide",
                                    "phosphatase",
                                    "polypeptide",
                                    "precursor",
                                    "predicted",
                                    "product",
                                    "protease",
                                    "protein",
                                    "putative",
                                    "receptor",
                                    "regulator",
                                    "regulatory",
                                    "related",
                                    "releasing",
                                    "secreted",
                                    "short",
                                    "small",
                                    "soluble",
                                    "specific",
                                    "structural",
                                    "subtype",
                                    "subunit",
                                    "transcription",
                                    "transcriptional",
                                    "translation",
                                    "transmembrane",
                                    "transporter",
                                    "type",
                                    "ubiquitin",
                                    "unit",
                                    "unknown",
                                    "variant",
                                    "zeta",
                                    "zinc"};

static int by_word(const void *key, const void *item) {
  return strcmp(key, *(const char *const *)item);
}

static bool is_word(const char *word) {
  return bsearch(word, words, sizeof words / sizeof words[0], sizeof words[0],
                 by_word) != NULL;
}

static bool is_generic_word(pq_view word) {
  char room[WORD_MOST + 1];
  if (word.len > WORD_MOST) return false;
  for (size_t i = 0; i < word.len; ++i) {
    if (!pq_is_lower(word.ptr[i])) return false;
    room[i] = word.ptr[i];
  }
  room[word.len] = '\0';
  if (is_word(room)) return true;
  if (word.len < 3 || room[word.len - 1] != 's') return false;
  room[word.len - 1] = '\0';
  return is_word(room);
}

bool pq_generic(pq_view text) {
  size_t at = 0;
  while (at < text.len) {
    size_t end = at;
    while (end < text.len && text.ptr[end] != ' ' && text.ptr[end] != '-') {
      ++end;
    }
    if (!is_generic_word((pq_view){text.ptr + at, end - at})) return false;
    at = end + 1;
  }
  return text.len > 0;
}
