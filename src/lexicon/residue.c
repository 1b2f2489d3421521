#include "residue.h"

/* A protein, and what the layers have of it. */
typedef struct protein {
  const pq_lexicon *lex;
  pq_view accession;
  const pq_image *im; /* the strongest layer with its sequence, or NULL */
  const pq_image_sequence *row;
} protein;

/* ---- sources ---- */

/* The first row of sites.tsv at or behind this accession and position. */
static uint32_t first_site(const pq_image *im, pq_view accession,
                           uint32_t position) {
  uint32_t low = 0;
  uint32_t high = im->n[PQ_SECTION_SITES];
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    const pq_image_site *const row = &im->sites[mid];
    const int c = pq_view_order(pq_image_text(im, row->accession), accession);
    if (c < 0 || (c == 0 && row->position < position)) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

/* The i-th row of sites.tsv in an image if it is one of this protein. */
static const pq_image_site *site_at(const protein *p, const pq_image *im,
                                    uint32_t i) {
  if (i >= im->n[PQ_SECTION_SITES]) return NULL;
  const pq_image_site *const row = &im->sites[i];
  return pq_view_same(pq_image_text(im, row->accession), p->accession) ? row
                                                                       : NULL;
}

static void find_sequence(protein *p) {
  for (uint8_t l = 0; l < p->lex->n; ++l) {
    const pq_image *const im = &p->lex->layers[l].image;
    const uint32_t i = pq_image_sequence_from(im, p->accession);
    if (i == im->n[PQ_SECTION_SEQUENCES]) continue;
    const pq_view found = pq_image_text(im, im->sequences[i].accession);
    if (!pq_view_same(found, p->accession)) continue;
    p->im = im;
    p->row = &im->sequences[i];
    return;
  }
}

/* X is anything; B, J and Z are either of two. */
static bool is_certain(char acid) {
  return acid && acid != 'X' && acid != 'B' && acid != 'J' && acid != 'Z';
}

/* The residue that sites.tsv knows at a position, in today's numbering; the
 * wanted one if several are listed.  0: none. */
static char listed_acid(const protein *p, uint32_t position, char wanted) {
  char acid = '\0';
  for (uint8_t l = 0; l < p->lex->n; ++l) {
    const pq_image *const im = &p->lex->layers[l].image;
    uint32_t i = first_site(im, p->accession, position);
    const pq_image_site *row = NULL;
    while ((row = site_at(p, im, i++)) && row->position == position) {
      if (row->legacy) continue;
      if ((char)row->residue == wanted) return wanted;
      if (!acid) acid = (char)row->residue;
    }
    if (acid) break;
  }
  return acid;
}

/* The residue at a position, by the sequence, else by the list; 0: unknown. */
static char acid_at(const protein *p, uint32_t position, char wanted) {
  char acid = '\0';
  if (p->row) acid = pq_image_acid(p->im, p->row, position);
  if (is_certain(acid)) return acid;
  return listed_acid(p, position, wanted);
}

/* ---- what else may be meant ---- */

static void add_fit(pq_verdict *v, pq_fit fit) {
  for (uint32_t i = 0; i < v->n_fits; ++i) {
    if (fit.kind != PQ_FIT_ISOFORM && v->fits[i].position == fit.position) {
      return;
    }
  }
  if (v->n_fits < PQ_VERDICT_FITS) v->fits[v->n_fits++] = fit;
}

/* Listed older numbers of this very residue. */
static void add_legacy(const protein *p, pq_site site, pq_verdict *v) {
  for (uint8_t l = 0; l < p->lex->n; ++l) {
    const pq_image *const im = &p->lex->layers[l].image;
    uint32_t i = first_site(im, p->accession, site.position);
    const pq_image_site *row = NULL;
    while ((row = site_at(p, im, i++)) && row->position == site.position) {
      if (!row->legacy || (char)row->residue != site.residue) continue;
      const char acid = acid_at(p, row->canonical, site.residue);
      if (acid && acid != site.residue) continue;
      add_fit(v, (pq_fit){.kind = PQ_FIT_LEGACY, .position = row->canonical});
    }
  }
}

/* How far off all older numbers of the protein are, or 0. */
static uint32_t listed_shift(const protein *p) {
  uint32_t shift = 0;
  for (uint8_t l = 0; l < p->lex->n; ++l) {
    const pq_image *const im = &p->lex->layers[l].image;
    uint32_t i = first_site(im, p->accession, 0);
    const pq_image_site *row = NULL;
    while ((row = site_at(p, im, i++))) {
      if (!row->legacy) continue;
      if (row->canonical <= row->position) return 0;
      const uint32_t more = row->canonical - row->position;
      if (shift && more != shift) return 0;
      shift = more;
    }
  }
  return shift;
}

static void add_shifted(const protein *p, pq_site site, pq_fit_kind kind,
                        uint32_t shift, pq_verdict *v) {
  if (!shift || shift > UINT32_MAX - site.position) return;
  const uint32_t position = site.position + shift;
  if (acid_at(p, position, site.residue) != site.residue) return;
  add_fit(v, (pq_fit){.kind = kind, .position = position, .shift = shift});
}

static void add_next(const protein *p, pq_site site, pq_verdict *v) {
  const uint32_t near[] = {site.position - 1, site.position + 1};
  for (size_t i = 0; i < 2; ++i) {
    if (acid_at(p, near[i], site.residue) != site.residue) continue;
    add_fit(v, (pq_fit){.kind = PQ_FIT_NEXT, .position = near[i]});
  }
}

/* "P40763-2" before "P40763-10". */
static bool is_before(pq_view a, pq_view b) {
  return a.len != b.len ? a.len < b.len : pq_view_order(a, b) < 0;
}

/* The first isoform with the residue at this number. */
static void add_isoform(const protein *p, pq_site site, pq_verdict *v) {
  pq_fit fit = {.kind = PQ_FIT_ISOFORM, .position = site.position};
  for (uint8_t l = 0; l < p->lex->n; ++l) {
    const pq_image *const im = &p->lex->layers[l].image;
    uint32_t i = pq_image_sequence_from(im, p->accession);
    for (; i < im->n[PQ_SECTION_SEQUENCES]; ++i) {
      const pq_image_sequence *const row = &im->sequences[i];
      const pq_view accession = pq_image_text(im, row->accession);
      if (!pq_view_starts(accession, p->accession)) break;
      const pq_view tail = pq_view_skip(accession, p->accession.len);
      if (!pq_view_starts(tail, PQ_LIT("-")) ||
          pq_image_acid(im, row, site.position) != site.residue ||
          (fit.isoform.len && !is_before(accession, fit.isoform))) {
        continue;
      }
      fit.isoform = accession;
      fit.name = pq_image_text(im, row->name);
    }
  }
  if (fit.isoform.len) add_fit(v, fit);
}

/* A listed older number is certain enough to look no further. */
static void add_fits(const protein *p, pq_site site, pq_verdict *v) {
  add_legacy(p, site, v);
  if (v->n_fits || v->check != PQ_SITE_MISMATCH) return;
  if (p->row) add_shifted(p, site, PQ_FIT_SIGNAL, p->row->signal, v);
  add_shifted(p, site, PQ_FIT_SHIFT, listed_shift(p), v);
  add_next(p, site, v);
  add_isoform(p, site, v);
}

/* ---- the door ---- */

pq_verdict pq_lexicon_site(const pq_lexicon *lex, pq_view accession,
                           pq_site site) {
  pq_verdict v = {.check = PQ_SITE_UNVERIFIED};
  protein p = {.lex = lex, .accession = accession};
  if (!site.residue || !site.position || !accession.len) return v;
  find_sequence(&p);
  const char there = acid_at(&p, site.position, site.residue);
  if (there == site.residue) {
    v.check = PQ_SITE_VERIFIED;
    return v;
  }
  if (there || (p.row && site.position > p.row->length)) {
    v.check = PQ_SITE_MISMATCH;
    v.there = there;
    if (!there) v.length = p.row->length;
  }
  add_fits(&p, site, &v);
  return v;
}

char pq_lexicon_residue(const pq_lexicon *lex, pq_view word) {
  char letter = '\0';
  for (uint8_t l = 0; !letter && l < lex->n; ++l) {
    letter = pq_residue_of(&lex->layers[l].image, word);
  }
  return letter;
}

/* "Ser", and not "his" or "MET". */
static bool may_be_code(pq_view word) {
  return pq_is_upper(word.ptr[0]) && pq_is_lower(word.ptr[1]) &&
         pq_is_lower(word.ptr[2]);
}

/* What a row calls its residue in as many letters as the word has. */
static uint32_t name_for(const pq_image_residue *row, size_t len) {
  return len == 1 ? row->letter : len == 3 ? row->three : row->name;
}

char pq_residue_of(const pq_image *im, pq_view word) {
  if (word.len < 1 || word.len == 2) return '\0';
  if (word.len > 3 && !pq_image_may_be_residue(im, word)) return '\0';
  if (word.len == 3 && !may_be_code(word)) return '\0';
  for (uint32_t i = 0; i < im->n[PQ_SECTION_RESIDUES]; ++i) {
    const pq_image_residue *const row = &im->residues[i];
    const pq_view name = pq_image_text(im, name_for(row, word.len));
    const bool same =
        word.len == 1 ? pq_view_same(word, name) : pq_view_alike(word, name);
    const pq_view letter = pq_image_text(im, row->letter);
    if (same && letter.len == 1) return letter.ptr[0];
  }
  return '\0';
}
