/* The articles of PubMed's XML as bytes, one after the other; each is read by
 * itself later (article.h).
 *
 *   <?xml ...?> <!DOCTYPE PubmedArticleSet ...>
 *   <PubmedArticleSet>
 *     <PubmedArticle> ... </PubmedArticle>      given
 *     <PubmedBookArticle> ...                   told and passed over
 *     <DeleteCitation> ...                      passed over
 *   </PubmedArticleSet>                         another set may follow
 * Only where elements of these names begin and end is looked at, outside of
 * comments and CDATA, so that what is broken in one article is its own affair.
 */
#ifndef PQ_READ_ARTICLES_H
#define PQ_READ_ARTICLES_H

#include "base/inlet.h"
#include "base/note.h"

typedef struct pq_articles {
  pq_inlet *in;
  const pq_sink *sink;
  pq_view file;
  bool other_is_fine; /* another kind of XML is told as news, not as an error */
  bool news;          /* something was told as news */
  bool begun, open;   /* some set was there; one is open */
  bool over;
  bool told; /* the last status was told, and was no fault of the inlet's */
  size_t at; /* how far the bytes that were not given are looked at */
  bool keep; /* what was looked at is needed */
  bool too_long;
} pq_articles;

/** Do these first bytes begin XML: "<?xml", or an element of PubMed's? */
bool pq_articles_begin(pq_view head);

/** The next article, from "<PubmedArticle" to its end, valid until the next
 * call, and the line on which it begins.  PQ_END behind the last.  If `told`:
 * PQ_LIMIT for an article over 4 MiB, PQ_BAD_READ for one that is cut off, for
 * a file that is, or for one that is no PubmedArticleSet; the next call goes
 * on.  Else what the inlet gave. */
PQ_NODISCARD pq_status pq_articles_next(pq_articles *a, pq_view *out,
                                        uint32_t *line);

/** Is a whole article at hand? */
bool pq_articles_ready(const pq_articles *a);

#endif
