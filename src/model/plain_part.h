/* Parts of making a text plain: which marks there are, and what they mean. */
#ifndef PQ_MODEL_PLAIN_PART_H
#define PQ_MODEL_PLAIN_PART_H

#include "base/view.h"

/** The character that an entity at the begin of the text stands for,
 * "&beta;", "&#946;", "&#x3B2;", "&amp;beta;"; 0: it is none.  `*len` is how
 * many bytes it has. */
uint32_t pq_plain_entity(pq_view text, size_t *len);

typedef enum pq_tag {
  PQ_TAG_NONE,  /* also of what is hidden, or no text: <script>, <img> */
  PQ_TAG_LOOK,  /* <i>, </a>: only how it looks; a comment */
  PQ_TAG_BREAK, /* <br>, <p>, </li> */
  PQ_TAG_LOWER, /* <sub> */
  PQ_TAG_UPPER  /* <sup> */
} pq_tag;

/** The tag that the text begins with, also "&lt;i&gt;".  `*len` is how many
 * bytes it has; of <sub> and <sup> `*within` is what stands between it and its
 * end. */
pq_tag pq_plain_tag(pq_view text, size_t *len, pq_view *within);

/** Markdown's link at the begin of the text, "[words](address)" or
 * "[words][1]", or an image behind its "!".  `*words` is what is shown, and
 * `*end` where the link ends; false: it is none. */
bool pq_plain_link(pq_view text, pq_view *words, size_t *end);

/** Is what a link shows the papers that are cited, in brackets that belong to
 * it? */
bool pq_plain_cites(pq_view words);

/** "[^1]": how many bytes of a footnote's mark the text begins with, or 0. */
size_t pq_plain_footnote(pq_view text);

/** "_JAK2_": how many low lines at `at` set a word off; 0: they do not. */
size_t pq_plain_emphasis(pq_view text, size_t at);

/** The ASCII of a character that is written higher or lower, or 0. */
char pq_plain_script(uint32_t code, bool *upper);

/** What to do with what is written higher or lower than the text before it. */
typedef enum pq_script {
  PQ_SCRIPT_GLUE,    /* Ca<sup>2+</sup>, Tyr<sup>118</sup>: all one word */
  PQ_SCRIPT_DROP,    /* STAT3<sup>12</sup>: a note, or paper 12 */
  PQ_SCRIPT_PART,    /* AKT1<sup>S473</sup>: a word of its own */
  PQ_SCRIPT_JOIN,    /* SCF<sup>FBXW7</sup>: SCF-FBXW7 */
  PQ_SCRIPT_BRACKET, /* PO<sub>4</sub><sup>3-</sup>: PO4(3-) */
  PQ_SCRIPT_POWER    /* 10<sup>5</sup>: 10^5 */
} pq_script;

/** `before` is the plain text so far, `behind` the text that follows. */
pq_script pq_plain_higher(pq_view before, pq_view script, pq_view behind);
pq_script pq_plain_lower(pq_view before, pq_view script);

#endif
