/* The text of a BibTeX field: TeX's accents, letters and braces. */
#ifndef PQ_READ_LATEX_H
#define PQ_READ_LATEX_H

#include "base/buf.h"

/** Append `text` as plain UTF-8: "M{\"u}ller" is "Müller", "{\ss}" is "ß",
 * "\&" is "&".  Commands that are not known are left out, their arguments stay;
 * braces go. */
void pq_latex_put(pq_buf *out, pq_view text);

#endif
