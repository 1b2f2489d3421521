/* RIS, as most citation managers export it:
 *
 *   TY  - JOUR
 *   AU  - Zhang, Qian
 *   PY  - 2002/01/15
 *   DO  - 10.1000/x
 *   ER  -
 */
#include "item.h"

typedef struct reading {
  pq_items *e;
  char tag[2];   /* NUL: none */
  pq_buf *value; /* of the tag, its lines joined */
  bool pubmed;   /* the entry says that its accession number is PubMed's */
  char accession[16];
  size_t n_accession;
} reading;

static bool is_tag(const reading *d, const char *tag) {
  return memcmp(d->tag, tag, sizeof d->tag) == 0;
}

static bool is_tagged(pq_view line) {
  return line.len >= 5 &&
         pq_view_same(pq_view_head(pq_view_skip(line, 2), 3), PQ_LIT("  -"));
}

static bool names_pubmed(pq_view value) {
  static const char *const words[] = {"PubMed", "NLM", "MEDLINE",
                                      "National Library of Medicine", NULL};
  return pq_view_says_any(value, words);
}

/* What may hold a PubMed number among other things. */
static bool is_hint(const reading *d) {
  static const char *const hints[] = {"AN", "N1", "UR", "L1", "L2",
                                      "ID", "M1", "U1", "C1", "C2"};
  for (size_t i = 0; i < sizeof hints / sizeof *hints; ++i) {
    if (is_tag(d, hints[i])) return true;
  }
  return false;
}

/* Hand over what was read of the tag. */
static pq_status take_value(reading *d) {
  const pq_view value = pq_view_trim(pq_buf_view(d->value));
  if (is_tag(d, "AU") || is_tag(d, "A1")) {
    return pq_item_author(d->e, pq_person_surname(value));
  }
  if (is_tag(d, "TI") || is_tag(d, "T1")) {
    return pq_item_set(d->e, PQ_ITEM_TITLE, value);
  }
  if (is_tag(d, "PY") || is_tag(d, "Y1") || is_tag(d, "DA")) {
    return pq_item_set(d->e, PQ_ITEM_YEAR, value);
  }
  if (is_tag(d, "DO")) return pq_item_set(d->e, PQ_ITEM_DOI, value);
  if (is_tag(d, "DB") || is_tag(d, "DP")) {
    d->pubmed = d->pubmed || names_pubmed(value);
  }
  if (is_tag(d, "AN") && value.len && value.len <= sizeof d->accession) {
    memcpy(d->accession, value.ptr, value.len);
    d->n_accession = value.len;
  }
  return is_hint(d) ? pq_item_hint(d->e, value) : PQ_OK;
}

static pq_status end_value(reading *d) {
  const pq_status st = take_value(d);
  d->tag[0] = '\0';
  return st;
}

static pq_status end_entry(reading *d) {
  pq_status st = PQ_OK;
  if (d->pubmed) {
    PQ_TRY(st, pq_item_set(d->e, PQ_ITEM_PMID,
                           (pq_view){d->accession, d->n_accession}));
  }
  d->pubmed = false;
  d->n_accession = 0;
  return pq_item_end(d->e);
}

static pq_status begin_value(reading *d, pq_view line, uint32_t number) {
  if (!d->e->begun) {
    pq_item_begin(d->e, number, 1);
    pq_item_spoil(d->e, number, 1, "an entry begins with a line TY  - ");
  }
  memcpy(d->tag, line.ptr, sizeof d->tag);
  pq_buf_reset(d->value);
  pq_buf_put(d->value, pq_view_skip(line, 5));
  return d->value->status;
}

/* Long fields go on in lines without a tag. */
static pq_status go_on(reading *d, pq_view line) {
  if (!d->tag[0] || d->value->len > PQ_ITEM_TEXT_MOST) return PQ_OK;
  pq_buf_char(d->value, '\n');
  pq_buf_put(d->value, line);
  return d->value->status;
}

static pq_status take_line(reading *d, pq_view line, uint32_t number) {
  pq_status st = PQ_OK;
  if (!is_tagged(line)) return go_on(d, line);
  PQ_TRY(st, end_value(d));
  if (pq_view_starts(line, PQ_LIT("TY"))) {
    if (d->e->begun) {
      pq_item_spoil(d->e, number, 1, "an entry ends with a line ER  - ");
    }
    PQ_TRY(st, end_entry(d));
    pq_item_begin(d->e, number, 1);
    return PQ_OK;
  }
  if (pq_view_starts(line, PQ_LIT("ER"))) return end_entry(d);
  return begin_value(d, line, number);
}

pq_status pq_ris_read(pq_items *e) {
  pq_status st = PQ_OK;
  reading d = {.e = e, .value = &e->room};
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
  PQ_TRY(st, end_value(&d));
  if (e->begun) {
    pq_item_spoil(e, number, 1, "the file ends within an entry: no ER  - ");
  }
  return end_entry(&d);
}
