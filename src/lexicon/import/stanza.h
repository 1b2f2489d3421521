/* Stanzas of an OBO file, formats 1.0 to 1.4, a line at a time.
 *
 *   [Term]                               a stanza begins
 *   id: GO:0006915                       tag and value
 *   synonym: "PCD" RELATED ABBR [x:y]    quoted text, scope, what it comes from
 *   is_a: GO:0012501 ! cell death        behind ' ! ': for people
 */
#ifndef PQ_LEXICON_IMPORT_STANZA_H
#define PQ_LEXICON_IMPORT_STANZA_H

#include "base/vec.h"

/** How near a synonym is to its term. */
typedef enum pq_obo_scope {
  PQ_OBO_EXACT,
  PQ_OBO_NARROW,
  PQ_OBO_BROAD,
  PQ_OBO_RELATED
} pq_obo_scope;

typedef struct pq_obo_synonym {
  pq_view text;
  pq_obo_scope scope;
} pq_obo_synonym;

/** Ids of other terms. */
typedef PQ_VEC(pq_view) pq_obo_ids;

/** One term; zeroed is empty.  Views are in the arena. */
typedef struct pq_obo_term {
  pq_view id, name, space;
  PQ_VEC(pq_obo_synonym) synonyms;
  pq_obo_ids parents; /* is_a */
  pq_obo_ids others;  /* alt_id: what was merged into it */
  bool obsolete;
} pq_obo_term;

/** A line of tag and value, or none of both: blank, comment, head. */
typedef struct pq_obo_line {
  pq_view tag, value; /* the tag is empty if there is none */
  pq_view head;       /* "Term" of "[Term]", or empty */
} pq_obo_line;

/** What is wrong with a line, and at which byte of it. */
typedef struct pq_flaw {
  const char *what;
  size_t at;
} pq_flaw;

/** Read a line without its end.  PQ_OK, or PQ_BAD_SYNTAX and the flaw. */
PQ_NODISCARD pq_status pq_stanza_line(pq_view line, pq_obo_line *out,
                                      pq_flaw *flaw);

/** Take what a line says of a term; tags of no use here are passed over.
 * `line` is the whole line that `said` was read from.  PQ_OK, PQ_NO_MEM,
 * PQ_LIMIT, or PQ_BAD_SYNTAX and the flaw: the term is as it was. */
PQ_NODISCARD pq_status pq_stanza_take(pq_arena *arena, pq_view line,
                                      const pq_obo_line *said,
                                      pq_obo_term *term, pq_flaw *flaw);

/** A value without the comment and the qualifiers at its end, and with its
 * escapes resolved. */
PQ_NODISCARD pq_status pq_stanza_text(pq_arena *arena, pq_view value,
                                      pq_view *out);

#endif
