/* Sequences in FASTA: what is imported opens, each residue is a letter, and the
 * same bytes come out twice. */
#include "fuzz.h"

#include "lexicon/image.h"
#include "lexicon/import/import.h"

static pq_status import(pq_view bytes, pq_buf *out) {
  pq_import_run *run = NULL;
  pq_status st = pq_import_open(NULL, NULL, NULL, &run);
  if (!st) {
    st = pq_import_bytes(run, pq_import_kind_of(PQ_LIT("uniprot-fasta")), "x",
                         bytes);
  }
  if (!st) st = pq_import_finish(run, out);
  pq_import_close(run);
  return st;
}

static void look(const pq_image *im) {
  for (uint32_t i = 0; i < im->n[PQ_SECTION_SEQUENCES]; ++i) {
    const pq_image_sequence *const row = &im->sequences[i];
    const pq_view accession = pq_image_text(im, row->accession);
    pq_fuzz_insist(row->length > 0, "residues");
    pq_fuzz_insist(pq_image_sequence_from(im, accession) == i, "found again");
    for (uint32_t k = 1; k <= row->length; ++k) {
      pq_fuzz_insist(pq_is_upper(pq_image_acid(im, row, k)), "a letter");
    }
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const pq_view bytes = pq_fuzz_view(data, size);
  pq_image im;
  pq_buf one;
  pq_buf two;
  pq_buf_init(&one, NULL);
  pq_buf_init(&two, NULL);
  pq_fuzz_insist(!import(bytes, &one) && !import(bytes, &two), "imported");
  pq_fuzz_insist(pq_view_same(pq_buf_view(&one), pq_buf_view(&two)), "equal");
  pq_fuzz_insist(!pq_image_open(PQ_LIT("x"), pq_buf_view(&one), NULL, &im),
                 "our image opens");
  look(&im);
  pq_buf_clear(&one);
  pq_buf_clear(&two);
  return 0;
}
