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
  bool pubmed; /* the entry says that its accession number is PubMed's */
  char accession[16];
  size_t n_accession;
} reading;

static bool is_tag(pq_view line, const char *tag) {
  return pq_view_starts(line, pq_view_of(tag));
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

static pq_status take_value(reading *d, pq_view line) {
  static const char *const hints[] = {"AN", "N1", "UR", "L1", "L2",
                                      "ID", "M1", "U1", "C1", "C2"};
  pq_status st = PQ_OK;
  const pq_view value = pq_view_trim(pq_view_skip(line, 5));
  if (is_tag(line, "AU") || is_tag(line, "A1")) {
    return pq_item_author(d->e, pq_person_surname(value));
  }
  if (is_tag(line, "TI") || is_tag(line, "T1")) {
    return pq_item_set(d->e, PQ_ITEM_TITLE, value);
  }
  if (is_tag(line, "PY") || is_tag(line, "Y1") || is_tag(line, "DA")) {
    return pq_item_set(d->e, PQ_ITEM_YEAR, value);
  }
  if (is_tag(line, "DO")) return pq_item_set(d->e, PQ_ITEM_DOI, value);
  if (is_tag(line, "DB") || is_tag(line, "DP")) {
    d->pubmed = d->pubmed || names_pubmed(value);
  }
  if (is_tag(line, "AN") && value.len <= sizeof d->accession) {
    memcpy(d->accession, value.ptr, value.len);
    d->n_accession = value.len;
  }
  for (size_t i = 0; i < sizeof hints / sizeof *hints; ++i) {
    if (is_tag(line, hints[i])) PQ_TRY(st, pq_item_hint(d->e, value));
  }
  return PQ_OK;
}

static pq_status take_line(reading *d, pq_view line, uint32_t number) {
  pq_status st = PQ_OK;
  if (!is_tagged(line)) return PQ_OK; /* a note goes on, or a blank line */
  if (is_tag(line, "TY")) {
    if (d->e->begun) {
      pq_item_spoil(d->e, number, 1, "an entry ends with a line ER  - ");
    }
    PQ_TRY(st, end_entry(d));
    pq_item_begin(d->e, number, 1);
    return PQ_OK;
  }
  if (is_tag(line, "ER")) return end_entry(d);
  if (!d->e->begun) {
    pq_item_begin(d->e, number, 1);
    pq_item_spoil(d->e, number, 1, "an entry begins with a line TY  - ");
  }
  return take_value(d, line);
}

pq_status pq_ris_read(pq_items *e) {
  pq_status st = PQ_OK;
  reading d = {.e = e};
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
  if (e->begun) {
    pq_item_spoil(e, number, 1, "the file ends within an entry: no ER  - ");
  }
  return end_entry(&d);
}
