#include "residue.h"

/* The first row at or behind this accession and position. */
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

pq_site_check pq_residue_check(const pq_image *im, pq_view accession,
                               pq_site site, char *there) {
  pq_site_check result = PQ_SITE_UNVERIFIED;
  if (!site.residue || !site.position || !accession.len) return result;
  for (uint32_t i = first_site(im, accession, site.position);
       i < im->n[PQ_SECTION_SITES]; ++i) {
    const pq_image_site *const row = &im->sites[i];
    if (row->position != site.position ||
        !pq_view_same(pq_image_text(im, row->accession), accession)) {
      break;
    }
    if (row->legacy) continue; /* says nothing of the numbering of today */
    if ((char)row->residue == site.residue) return PQ_SITE_VERIFIED;
    result = PQ_SITE_MISMATCH;
    *there = (char)row->residue;
  }
  return result;
}

static bool is_code(pq_view word, pq_view three) {
  return word.len == 3 && pq_is_upper(word.ptr[0]) &&
         pq_is_lower(word.ptr[1]) && pq_is_lower(word.ptr[2]) &&
         pq_view_alike(word, three);
}

char pq_residue_of(const pq_image *im, pq_view word) {
  for (uint32_t i = 0; i < im->n[PQ_SECTION_RESIDUES]; ++i) {
    const pq_image_residue *const row = &im->residues[i];
    const pq_view letter = pq_image_text(im, row->letter);
    if (letter.len != 1) continue;
    if (pq_view_same(word, letter) ||
        is_code(word, pq_image_text(im, row->three)) ||
        (word.len > 3 && pq_view_alike(word, pq_image_text(im, row->name)))) {
      return letter.ptr[0];
    }
  }
  return '\0';
}
