/* JSON that people can read, value by value.
 *
 *   pq_json_object(&j, PQ_JSON_SPREAD)      {
 *   pq_json_key(&j, "works")                  "works": ["a", "b",
 *   pq_json_array(&j, PQ_JSON_FILL)             "c"]
 *   ...                                     }
 * In a line of a stream there are no line ends and no spaces. */
#ifndef PQ_WRITE_JSON_H
#define PQ_WRITE_JSON_H

#include "base/buf.h"

enum {
  PQ_JSON_DEPTH = 16
};

/** How the items of an object or array stand. */
typedef enum pq_json_form {
  PQ_JSON_FILL,  /* as many on a line as fit */
  PQ_JSON_SPREAD /* each on its own */
} pq_json_form;

typedef struct pq_json {
  pq_buf *out;
  size_t line;   /* where the line begins */
  bool one_line; /* all of it: for streams */
  bool keyed;    /* a key stands there, its value comes */
  uint32_t depth;
  struct {
    pq_json_form form;
    char close;
    bool any;
  } levels[PQ_JSON_DEPTH];
} pq_json;

void pq_json_begin(pq_json *j, pq_buf *out, bool one_line);

/** Open a value; `pq_json_close` ends the innermost. */
void pq_json_object(pq_json *j, pq_json_form form);
void pq_json_array(pq_json *j, pq_json_form form);
void pq_json_close(pq_json *j);

/** The key of the next value. */
void pq_json_key(pq_json *j, pq_view key);

/** A string, a number, and a word: true, false, null. */
void pq_json_text(pq_json *j, pq_view text);
void pq_json_number(pq_json *j, uint64_t number);
void pq_json_word(pq_json *j, pq_view word);

/** End the document with a line end. */
void pq_json_end(pq_json *j);

#endif
