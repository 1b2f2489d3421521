/* Every escape there is.  Bytes go to a pq_buf, which keeps its first error;
 * no writer prints a label another way. */
#ifndef PQ_WRITE_OUT_H
#define PQ_WRITE_OUT_H

#include "base/buf.h"

/** Append a quoted string of Turtle, N-Triples and N-Quads in canonical form:
 * only '"', '\', LF and CR are escaped. */
void pq_out_string(pq_buf *out, pq_view text);

/** Append <iri>; what no IRI may hold is written as \u. */
void pq_out_iri(pq_buf *out, pq_view iri);

/** Append text for a comment to the end of the line: no line ends. */
void pq_out_comment(pq_buf *out, pq_view text);

/** Append text between quotes, as it is. */
void pq_out_quoted(pq_buf *out, pq_view text);

/** Append a quoted JSON string. */
void pq_out_json(pq_buf *out, pq_view text);

/** Append a field of TSV: tab, line ends and '\' as \t, \n, \r and \\. */
void pq_out_tsv(pq_buf *out, pq_view text);

/** Append a quoted string of Turtle that is a field of TSV: tabs too are
 * escaped. */
void pq_out_tsv_string(pq_buf *out, pq_view text);

/** Append a field of CSV, in quotes where it needs them. */
void pq_out_csv(pq_buf *out, pq_view text);

/** Append text of HTML, also inside attributes.  What is never seen and may
 * mislead (controls, and marks that turn the direction of writing) is shown as
 * [U+202E]. */
void pq_out_html(pq_buf *out, pq_view text);

/** Append words of a line of standoff annotation: tab and line ends as spaces.
 */
void pq_out_standoff(pq_buf *out, pq_view text);

/** Append text inside braces of BibTeX: what TeX would obey stands as a command
 * for itself, and braces are balanced; a control character is a space. */
void pq_out_bibtex(pq_buf *out, pq_view text);

/** Append a quoted string of DOT. */
void pq_out_dot(pq_buf *out, pq_view text);

/** Append words as a quoted string of DOT that Graphviz will show: '&' and '\'
 * stand for themselves, controls are left out, also those that turn the
 * direction of writing; LF ends a line as `end` says: 'n' centred, 'l' at the
 * left. */
void pq_out_dot_words(pq_buf *out, pq_view text, char end);

/** Append the same words inside a label of Graphviz' HTML, and in its
 * attributes. */
void pq_out_dot_html(pq_buf *out, pq_view text);

/** Append text of XML, HTML and Graphviz labels, also inside attributes.
 * What XML cannot hold is left out: control characters, U+FFFE, U+FFFF. */
void pq_out_xml(pq_buf *out, pq_view text);

#endif
