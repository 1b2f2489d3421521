#include "lexicon/import/reserved.h"

static bool image_denies(const pq_image *im, pq_view word) {
  for (uint32_t i = 0; i < im->n[PQ_SECTION_DENY]; ++i) {
    const pq_image_deny *const row = &im->deny[i];
    if (pq_view_alike(pq_image_text(im, row->text), word) &&
        pq_view_same(pq_image_text(im, row->id), PQ_LIT("*")) &&
        pq_image_text(im, row->context).len == 0) {
      return true;
    }
  }
  return false;
}

bool pq_reserved_ends(const pq_lexicon *known, pq_view name) {
  size_t at = name.len;
  while (at > 0 && name.ptr[at - 1] != ' ') {
    --at;
  }
  const pq_view word = pq_view_skip(name, at);
  for (uint8_t l = 0; known && l < known->n; ++l) {
    if (image_denies(&known->layers[l].image, word)) return true;
  }
  return false;
}
