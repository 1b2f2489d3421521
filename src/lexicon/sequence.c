/* Sequences of proteins in an image, and their residues. */
#include "image.h"

uint32_t pq_image_sequence_from(const pq_image *im, pq_view accession) {
  uint32_t low = 0;
  uint32_t high = im->n[PQ_SECTION_SEQUENCES];
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    const pq_view there = pq_image_text(im, im->sequences[mid].accession);
    if (pq_view_order(there, accession) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

char pq_image_acid(const pq_image *im, const pq_image_sequence *row,
                   uint32_t position) {
  if (position == 0 || position > row->length) return '\0';
  const uint64_t bit = (uint64_t)(position - 1) * PQ_ACID_BITS;
  const uint64_t byte = row->begin + bit / 8;
  const uint32_t most = im->n[PQ_SECTION_ACIDS];
  if (byte >= most) return '\0';
  uint32_t two = im->acids[byte];
  if (byte + 1 < most) two |= (uint32_t)im->acids[byte + 1] << 8U;
  const uint32_t acid = (two >> (bit % 8)) & PQ_ACID_MASK;
  return (char)(acid < 26 ? 'A' + (int)acid : '\0');
}
