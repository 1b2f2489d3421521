#include "shape.h"

enum {
  NAME_MOST = 16,
  PIECE_MOST = 4
};

bool pq_shape_all_capitals(const pq_line *l) {
  uint32_t words = 0;
  for (uint32_t i = 0; i < l->n; ++i) {
    const uint32_t c = l->at[i].classes;
    if (!(c & PQ_TOKEN_WORD) || (c & PQ_TOKEN_DIGITS)) continue;
    if (l->at[i].span.end - l->at[i].span.begin < 2) continue;
    if (!(c & PQ_TOKEN_CAPITALS)) return false;
    ++words;
  }
  return words > 3;
}

bool pq_shape_is_head(const pq_line *l, uint32_t i) {
  static const char *const nouns[] = {
      "kinase",   "protein",    "receptor", "complex",   "kinases",
      "proteins", "family",     "pathway",  "signaling", "gene",
      "genes",    "signalling", NULL};
  return pq_line_says_any(l, i, nouns);
}

/* What looks like a protein's name and is none: nucleic acids, domains, phases,
 * methods, units, Roman numerals. */
#define WORDS(letter, ...)                   \
  [(letter) - 'a'] = (const char *const[]) { \
    __VA_ARGS__, NULL                        \
  }
static const char *const *const no_names[26] = {
    WORDS('a', "AA", "AIDS", "ALCL", "ALL", "AML", "APC", "ATPase", "aa"),
    WORDS('b', "B1", "BCR", "BER", "bp"),
    WORDS('c', "CD4", "CD8", "CLL", "CML", "CMV", "CNS", "COOH", "COVID", "CRC",
          "ChIP", "CoA", "cDNA"),
    WORDS('d', "DNA", "DSB", "DSBs", "dsDNA", "dsRNA"),
    WORDS('e', "E1", "E2", "E3", "E4", "EBV", "ECM", "EM", "ERAD"),
    WORDS('f', "FAD", "FMN", "FRAP", "FRET"),
    WORDS('g', "G0", "G1", "G2", "GAP", "GDI", "GEF", "GFP", "GPCR", "GPCRs",
          "GST", "GTPase", "GWAS"),
    WORDS('h', "HBV", "HCC", "HCV", "HECT", "HIV", "HLA", "HPLC", "HPV", "HR",
          "HSV", "HTLV"),
    WORDS('i', "ID", "IDs", "II", "III", "IR", "ITAM", "ITIM", "IV", "IX",
          "Ig"),
    WORDS('k', "KDa", "KEGG", "KO", "kDa", "kb"),
    WORDS('l', "LPS", "lncRNA"),
    WORDS('m', "MAM", "MHC", "MMR", "MS", "Mb", "mM", "mRNA", "miRNA"),
    WORDS('n', "NAD", "NADP", "NER", "NES", "NH2", "NHEJ", "NLS", "NMR",
          "NSCLC", "nM"),
    WORDS('o', "OMIM", "ORF"),
    WORDS('p', "PCR", "PDZ", "PH", "PI", "PM", "PNS", "PRD", "PRDs", "PTB",
          "PTM", "PTMs", "pH"),
    WORDS('r', "RING", "RNA", "RNS", "ROS", "RTK", "RTKs", "rRNA"),
    WORDS('s', "S1", "SARS", "SCID", "SH2", "SH3", "SNP", "shRNA", "siRNA",
          "snRNA", "ssDNA", "ssRNA"),
    WORDS('t', "TCR", "TGN", "TM", "Th1", "Th17", "Th2", "tRNA"),
    WORDS('u', "UPR", "USA", "UTR", "UV"),
    WORDS('v', "VI", "VII", "VIII"),
    WORDS('w', "WT", "WW"),
    WORDS('x', "XI", "XX", "XY")};
#undef WORDS

/* They are listed with their case. */
static bool is_no_name(pq_view w) {
  const char first = pq_view_first(w);
  if (!pq_is_lower(first)) return false;
  const char *const *list = no_names[first - 'a'];
  for (; list && *list; ++list) {
    if (pq_view_same(w, pq_view_of(*list))) return true;
  }
  return false;
}

static uint32_t count_upper(pq_view w) {
  uint32_t n = 0;
  for (size_t i = 0; i < w.len; ++i) {
    n += pq_is_upper(w.ptr[i]);
  }
  return n;
}

/* "K63", "S12": a residue or a phase rather than a name. */
static bool is_letter_number(pq_view w) {
  for (size_t i = 1; i < w.len; ++i) {
    if (!pq_is_digit(w.ptr[i])) return false;
  }
  return pq_is_alpha(w.ptr[0]);
}

/* Capitals, digits and mixed case in a short word make a name likely. */
static bool looks_named(pq_view w, uint32_t c) {
  if (!(c & PQ_TOKEN_WORD) || w.len < 2 || w.len > NAME_MOST ||
      pq_is_digit(w.ptr[0])) {
    return false;
  }
  const uint32_t upper = count_upper(w);
  if ((c & PQ_TOKEN_DIGITS) && is_letter_number(w)) return false;
  if (c & PQ_TOKEN_DIGITS) return w.len >= 3 && (upper > 0 || w.len >= 4);
  if (c & PQ_TOKEN_CAPITALS) return w.len >= 3 && w.len <= 10;
  if ((c & PQ_TOKEN_MIXED) && upper >= 2) return true;
  /* "CRMPs": a plural */
  return upper + 1 == w.len && upper >= 3 && w.ptr[w.len - 1] == 's';
}

/* "-2", "-alpha", "-1B": a piece that is glued on by a dash. */
static bool is_piece(const pq_line *l, uint32_t dash) {
  if ((!pq_line_dash(l, dash) && !pq_line_mark(l, dash, '.')) ||
      !pq_line_glued(l, dash) || !pq_line_glued(l, dash + 1)) {
    return false;
  }
  const uint32_t c = l->at[dash + 1].classes;
  const uint32_t len = l->at[dash + 1].span.end - l->at[dash + 1].span.begin;
  if (c & (PQ_TOKEN_MARK | PQ_TOKEN_MASKED)) return false;
  return (c & (PQ_TOKEN_NUMBER | PQ_TOKEN_DIGITS)) && len <= PIECE_MOST;
}

/* "MH2 domain", "BAR-domain": a part of proteins, and no protein. */
static bool names_part(const pq_line *l, uint32_t end) {
  static const char *const parts[] = {
      "domain", "domains", "motif",   "motifs", "box",     "boxes",  "fold",
      "folds",  "repeat",  "repeats", "finger", "fingers", "module", NULL};
  const uint32_t at = pq_line_dash(l, end) ? end + 1 : end;
  return pq_line_says_any(l, at, parts);
}

bool pq_shape_is_name(pq_view word, uint32_t classes) {
  return looks_named(word, classes) && !is_no_name(word);
}

uint32_t pq_shape_unknown(const pq_line *l, uint32_t i) {
  const pq_spelling *const known = pq_line_spelling(l, i);
  if (known ? !(known->is & PQ_SPELLED_NAME)
            : !pq_shape_is_name(pq_line_word(l, i), l->at[i].classes)) {
    return i;
  }
  uint32_t end = i + 1;
  while (is_piece(l, end)) {
    end += 2;
  }
  /* "B7-induced", "FOO-1-dependent": the rest of the word is no name. */
  return names_part(l, end) ? i : end;
}
