/* What is known of the residue at a site, and what the author may have meant.
 *
 *   text Y1068 --> sequence of P00533: G     a mismatch
 *                  fits: Y1092, older numbering
 * A fit is told and never applied: number and letter stay the text's.
 */
#ifndef PQ_MODEL_VERDICT_H
#define PQ_MODEL_VERDICT_H

#include "entity.h"

#include "base/buf.h"

/** Why another number may be meant. */
typedef enum pq_fit_kind {
  PQ_FIT_LEGACY, /* listed: papers have numbered it so */
  PQ_FIT_SIGNAL, /* counted without the signal peptide */
  PQ_FIT_SHIFT,  /* as far off as all listed older numbers of the protein */
  PQ_FIT_NEXT,   /* one off */
  PQ_FIT_ISOFORM /* the number is that of an isoform */
} pq_fit_kind;

typedef struct pq_fit {
  pq_fit_kind kind;
  uint32_t position;     /* where the residue is; of an isoform: there */
  uint32_t shift;        /* PQ_FIT_SIGNAL, PQ_FIT_SHIFT: how many more */
  pq_view isoform, name; /* PQ_FIT_ISOFORM: accession; its name, or empty */
} pq_fit;

enum {
  PQ_VERDICT_FITS = 5
};

/** What the sources say of one site. */
typedef struct pq_verdict {
  pq_site_check check;
  char there;      /* mismatch: the residue there, 0: behind the end */
  uint32_t length; /* mismatch behind the end: where the sequence ends */
  pq_fit fits[PQ_VERDICT_FITS];
  uint32_t n_fits; /* without a mismatch: PQ_FIT_LEGACY alone, if any */
} pq_verdict;

/** Is there anything that an author should know? */
static inline bool pq_verdict_warns(const pq_verdict *v) {
  return v->check == PQ_SITE_MISMATCH || v->n_fits > 0;
}

/** "Y1068: P00533 has G there; Y1092 fits (older numbering)", "Y705 verified",
 * "Y705 unverified". */
void pq_verdict_put(pq_buf *out, pq_view accession, pq_site site,
                    const pq_verdict *v);

#endif
