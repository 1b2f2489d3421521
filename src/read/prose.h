/* Markdown: which bytes are title, headings, list items and paragraphs.
 *
 *   # STAT3 is phosphorylated ...      title
 *   **Reactome ID:** [R-HSA-...](...)  no prose
 *   ## Summary
 *   STAT3 is phosphorylated at ...     body, to the next heading of level 1 or
 *                                      2, or the end
 * Without a section called Summary, the body is what follows the title.  A
 * section of references is never prose, wherever it stands.
 */
#ifndef PQ_READ_PROSE_H
#define PQ_READ_PROSE_H

#include "read.h"

#include "model/span.h"

/** Where things are in a Markdown text; a span may be empty. */
typedef struct pq_prose {
  pq_span title;   /* words of the heading */
  pq_span body;    /* lines */
  bool summary;    /* there is a section of that name */
  uint32_t unread; /* byte of a section with text that is not read, or 0 */
  uint32_t listed; /* byte of the first reference under such a heading, or 0 */
} pq_prose;

/** Look over the bytes of a text from `begin` on. */
pq_prose pq_prose_find(pq_view text, uint32_t begin);

/** Cut the lines of `body` into sentences of r->sentences. */
PQ_NODISCARD pq_status pq_prose_cut(pq_record *r, pq_text_id text, pq_span body,
                                    const pq_stops *stops);

#endif
