/* MEDLINE, as PubMed sends it to citation managers (.nbib):
 *
 *   PMID- 11751994
 *   TI  - A title that goes on
 *         in the next line
 *   AU  - Zhang Q
 *   LID - 10.1000/x [doi]
 */
#include "item.h"

typedef struct reading {
  pq_items *e;
  char tag[4];
  pq_buf *value; /* of the tag, its lines joined */
  bool full_names;
} reading;

static bool is_tag(const reading *d, const char *tag) {
  return memcmp(d->tag, tag, sizeof d->tag) == 0;
}

/* "10.1000/x [doi]" */
static pq_status take_location(reading *d, pq_view value) {
  const pq_view mark = PQ_LIT(" [doi]");
  if (!pq_view_ends(value, mark)) return PQ_OK;
  return pq_item_set(d->e, PQ_ITEM_DOI,
                     pq_view_head(value, value.len - mark.len));
}

/* Names stand there twice, in full ("Zhang, Qian") and short ("Zhang Q"); the
 * full one comes first, and counts alone. */
static pq_status take_author(reading *d, pq_view value, bool full) {
  if (!full && d->full_names) return PQ_OK;
  if (full) d->full_names = true;
  return pq_item_author(d->e, pq_person_surname(value));
}

/* Hand over what was read of the tag. */
static pq_status take_value(reading *d) {
  const pq_view value = pq_view_trim(pq_buf_view(d->value));
  if (is_tag(d, "PMID")) return pq_item_set(d->e, PQ_ITEM_PMID, value);
  if (is_tag(d, "TI  ")) return pq_item_set(d->e, PQ_ITEM_TITLE, value);
  if (is_tag(d, "DP  ")) return pq_item_set(d->e, PQ_ITEM_YEAR, value);
  if (is_tag(d, "FAU ")) return take_author(d, value, true);
  if (is_tag(d, "AU  ")) return take_author(d, value, false);
  if (is_tag(d, "CN  ")) return pq_item_author(d->e, value);
  if (is_tag(d, "LID ") || is_tag(d, "AID ")) return take_location(d, value);
  return PQ_OK;
}

static pq_status begin_value(reading *d, pq_view line, uint32_t number) {
  pq_status st = PQ_OK;
  PQ_TRY(st, take_value(d));
  memcpy(d->tag, line.ptr, sizeof d->tag);
  if (is_tag(d, "PMID")) {
    PQ_TRY(st, pq_item_end(d->e));
    pq_item_begin(d->e, number, 1);
    d->full_names = false;
  } else if (!d->e->begun) {
    pq_item_begin(d->e, number, 1);
    pq_item_spoil(d->e, number, 1, "an entry begins with a line PMID- ");
  }
  pq_buf_reset(d->value);
  pq_buf_put(d->value, pq_view_skip(line, 6));
  return d->value->status;
}

static bool is_tagged(pq_view line) {
  return line.len >= 5 && line.ptr[4] == '-' && pq_is_upper(line.ptr[0]);
}

static pq_status take_line(reading *d, pq_view line, uint32_t number) {
  if (is_tagged(line)) return begin_value(d, line, number);
  if (!pq_view_trim(line).len) return PQ_OK;
  if (line.ptr[0] != ' ') {
    if (!d->e->begun) pq_item_begin(d->e, number, 1);
    pq_item_spoil(d->e, number, 1,
                  "a line of MEDLINE is a tag of four characters, - and text,"
                  " or begins with blanks");
    return PQ_OK;
  }
  if (d->value->len < PQ_ITEM_TEXT_MOST) {
    pq_buf_char(d->value, ' ');
    pq_buf_put(d->value, pq_view_trim(line));
  }
  return d->value->status;
}

pq_status pq_nbib_read(pq_items *e) {
  pq_status st = PQ_OK;
  reading d = {.e = e, .tag = "    ", .value = &e->room};
  pq_view line = {"", 0};
  uint32_t number = 0;
  while ((st = pq_inlet_line(e->in, &line, &number)) != PQ_END) {
    if (st == PQ_LIMIT) {
      if (!e->begun) pq_item_begin(e, number, 1);
      pq_item_spoil(e, number, 1, "a line of over 4 MiB");
      continue;
    }
    if (!st) st = take_line(&d, line, number);
    if (st) return st;
  }
  return take_value(&d);
}
