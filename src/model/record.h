/* A record and all that was found in it.
 *
 *  record -+-< text -< sentence -+-< token
 *          |                     +-< mention >--- entity
 *          |                     +-< citation >-- work
 *          |                     +-< evidence >-- claim, question, dispute
 *          +-< reference
 * Everything lives in the desk's arena until the next record.
 */
#ifndef PQ_MODEL_RECORD_H
#define PQ_MODEL_RECORD_H

#include "claim.h"
#include "given.h"
#include "happening.h"
#include "plain.h"
#include "spelling.h"
#include "verdict.h"
#include "wordlist.h"

#include "base/catalog.h"
#include "base/digest.h"
#include "base/note.h"
#include "base/utf8.h"
#include "base/vec.h"

/** Which field a text came from; also the order of claim lines. */
typedef enum pq_source {
  PQ_SOURCE_DISPLAY_NAME,
  PQ_SOURCE_SUMMARY,
  PQ_SOURCE_FILE
} pq_source;

/** A document: the bytes that offsets count in, as they are written out, and
 * the plain text, in which all spans of the record count.  A Markdown file is
 * one; a JSON line has two, its decoded display_name and summary. */
typedef struct pq_text {
  pq_source source;
  pq_view bytes; /* as written: valid UTF-8, no NUL */
  pq_plain plain;
  pq_digest digest;
  const uint32_t *marks; /* code points before byte 64 * i */
} pq_text;

enum {
  PQ_MARK_STEP = 64
};

/** Code points before byte `at` of the text as written. */
static inline uint32_t pq_text_point(const pq_text *t, uint32_t at) {
  assert(at <= t->bytes.len);
  const uint32_t from = at / PQ_MARK_STEP * PQ_MARK_STEP;
  const uint32_t *const mark = &t->marks[at / PQ_MARK_STEP];
  /* Nothing but ASCII up to the next mark, as nearly everywhere. */
  const bool whole = from + PQ_MARK_STEP <= t->bytes.len;
  if (whole && mark[1] - mark[0] == PQ_MARK_STEP) return mark[0] + at - from;
  const pq_view rest = {t->bytes.ptr + from, at - from};
  return mark[0] + (uint32_t)pq_utf8_count(rest);
}

/** The offsets of a span: code points of the text as written. */
static inline pq_span pq_text_points(const pq_text *t, pq_span span) {
  if (t->plain.n_seams) span = pq_plain_written(&t->plain, span);
  return (pq_span){pq_text_point(t, span.begin), pq_text_point(t, span.end)};
}

/** What stands at a span, to the letter. */
static inline pq_view pq_text_quote(const pq_text *t, pq_span span) {
  if (t->plain.n_seams) span = pq_plain_written(&t->plain, span);
  return pq_span_text(t->bytes, span);
}

typedef enum pq_part {
  PQ_PART_TITLE,
  PQ_PART_SUMMARY,
  PQ_PART_HEADING,
  PQ_PART_ITEM
} pq_part;

typedef struct pq_sentence {
  pq_text_id text;
  pq_part part;
  pq_span span;
  uint32_t token, n_tokens; /* in record->tokens; set by scan */
  uint32_t paragraph;       /* counts from 0 within the record */
  bool has_trigger;         /* a rule reads a word of it; set by claim */
} pq_sentence;

/** Classes of a token; words may have several. */
enum {
  PQ_TOKEN_WORD = 1,      /* letters, perhaps with digits */
  PQ_TOKEN_NUMBER = 2,    /* digits only, or a decimal number */
  PQ_TOKEN_MARK = 4,      /* one punctuation character */
  PQ_TOKEN_CAPITAL = 8,   /* begins with a capital */
  PQ_TOKEN_CAPITALS = 16, /* no lower-case letter, at least one capital */
  PQ_TOKEN_DIGITS = 32,   /* a word with a digit in it */
  PQ_TOKEN_GLUED = 64,    /* no space between the token before and this */
  PQ_TOKEN_MASKED = 128,  /* citation, URL, prefixed id: no name */
  PQ_TOKEN_GREEK = 256,   /* holds a Greek letter */
  PQ_TOKEN_MIXED = 512    /* capital after a lower-case letter */
};

typedef struct pq_token {
  pq_span span;
  uint32_t classes;
  uint32_t spelling; /* index into record->spellings; 0: not kept */
} pq_token;

/** A short form that the record defines: "anaplastic lymphoma kinase (ALK)". */
typedef struct pq_definition {
  pq_span long_form, short_form;
  pq_text_id text;
} pq_definition;

typedef enum pq_record_type {
  PQ_RECORD_UNSAID,
  PQ_RECORD_REACTION,
  PQ_RECORD_PATHWAY
} pq_record_type;

/** A site that claims speak of, and what is known of it. */
typedef struct pq_checked {
  pq_entity_id protein; /* no state; it has an accession */
  pq_site site;         /* with a position */
  pq_verdict verdict;
} pq_checked;

typedef struct pq_record {
  pq_arena *arena; /* where all of it lives */
  const pq_sink *sink;
  pq_place place;         /* file and first line, for findings */
  pq_view bytes;          /* the file, or the JSON line without its end */
  pq_digest digest;       /* of bytes: names the graph */
  pq_view stable_id;      /* as given, version suffix kept; empty if missing */
  pq_view title, species; /* display_name; "Homo sapiens"; may be empty */
  pq_view taxon; /* "9606" for the species, or empty; set by the pipeline */
  pq_record_type type;
  const pq_kind *kinds; /* the grammar's event kinds */
  uint32_t n_kinds;
  const pq_living *livings; /* the grammar's, in the order of its files */
  uint32_t n_livings;
  const pq_body *bodies; /* the grammar's: ends first, sorted by their words */
  uint32_t n_bodies;
  const pq_wordlist *lists; /* the grammar's, by pq_wordlist_id; NULL: none */

  PQ_VEC(pq_text) texts;
  PQ_VEC(pq_view) pathways; /* ids of pathways that the record is part of */
  PQ_VEC(pq_reference) references;
  const pq_paper *paper; /* that the record is; NULL: none */
  bool has_references;   /* a list was given, though perhaps empty */
  bool only_given;       /* the names of the text are `given`, and no others */
  bool wants_happenings; /* set by who writes them; else there are none */
  bool wants_bodies;     /* cells and tissues are names, without an id, too */
  PQ_VEC(pq_sentence) sentences;

  PQ_VEC(pq_token) tokens;
  pq_spellings *spellings; /* of the desk, or NULL */
  PQ_VEC(pq_definition) definitions;
  PQ_VEC(pq_work) works;                   /* [0] unused */
  PQ_VEC(pq_citation) citations;           /* in text order; its own last */
  PQ_VEC(pq_entity) entities;              /* [0] unused */
  PQ_VEC(pq_event) events;                 /* [0] unused */
  PQ_VEC(pq_mention) mentions;             /* [0] unused; in text order */
  PQ_VEC(pq_site_mention) sites;           /* in text order */
  PQ_VEC(pq_species_mention) species_said; /* by sentence */

  PQ_VEC(pq_claim) claims;      /* [0] unused; one per distinct content */
  PQ_VEC(pq_dispute) disputes;  /* [0] unused */
  PQ_VEC(pq_evidence) evidence; /* in the order found */
  PQ_VEC(pq_evidence) passages; /* PQ_STATES_NOTHING: their works are kept */
  PQ_VEC(pq_checked) checked;   /* each site once; set by the pipeline */

  /* Of long tables: which rows may be the same, see store.c. */
  pq_catalog works_catalog, entities_catalog, events_catalog, claims_catalog;
  pq_catalog checked_catalog; /* row 1 is checked.at[0] */

  PQ_VEC(pq_given) given; /* by begin */
  PQ_VEC(uint32_t) cuts;  /* bytes where a given name begins or ends, sorted */
  PQ_VEC(pq_happening) happenings; /* [0] unused */
} pq_record;

/** The words of a span, without marks. */
static inline pq_view pq_record_words(const pq_record *r, pq_sentence_id s,
                                      pq_span span) {
  return pq_span_text(r->texts.at[r->sentences.at[s].text].plain.bytes, span);
}

#endif
