/* Text as a piece of an IRI. */
#ifndef PQ_GRAPH_SLUG_H
#define PQ_GRAPH_SLUG_H

#include "base/buf.h"
#include "base/digest.h"

/** Append the slug of `text`: NFKC, Greek letters spelled, lower case, runs of
 * other characters than a-z and 0-9 as one '-', none at the ends. */
void pq_slug_put(pq_buf *out, pq_view text);

/** Append the slug of a surname: the same, but diacritics are dropped first
 * (NFD, marks dropped) and nothing is spelled: "Müller" is muller, "Jørgensen",
 * whose letter has no diacritic, j-rgensen. */
void pq_slug_surname(pq_buf *out, pq_view surname);

/** Append `text` with all but letters, digits and "-._~" percent-encoded. */
void pq_slug_encode(pq_buf *out, pq_view text);

/** Append a DOI as the path of https://doi.org/: as pq_slug_encode, but its
 * slashes stay. */
void pq_slug_doi(pq_buf *out, pq_view doi);

/** Local names may have this many bytes. */
enum {
  PQ_LOCAL_MOST = 120
};

/** Replace a local name that begins at `from` and is too long by its head, a
 * dot and 32 digits of the long name. */
void pq_slug_shorten(pq_buf *name, size_t from);

/** Append the first 32 digits of the SHA-256 of `text`. */
void pq_slug_digits(pq_buf *out, pq_view text);

#endif
