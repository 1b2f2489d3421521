/* UniProt's FASTA: a row is an entry.
 *
 *   >sp|P40763|STAT3_HUMAN Signal ... 3 OS=Homo sapiens OX=9606 GN=STAT3 PE=1
 *   MAQWNQLQQLDTRYLEQLHQLYSDSFPMELRQFLAPWIESQDWAYAASKESHATLVFHNL
 *   >sp|P40763-2|STAT3_HUMAN Isoform Del-701 of Signal ... OX=9606 GN=STAT3
 *   MAQ...
 * A head may also be the bare accession.
 */
#include "base/note.h"
#include "lexicon/import/kinds.h"
#include "lexicon/import/source.h"

enum {
  RESIDUES_MOST = 1000000 /* of a sequence; titin has 34,350 */
};

/* The entry that is being read. */
typedef struct entry {
  uint32_t line; /* of its head; 0: there is none */
  bool wanted;   /* else its residues are passed over */
  pq_buf head;   /* accession and name */
  size_t n_name; /* bytes of the name */
  pq_buf residues;
} entry;

/* The bytes between two marks of a text; empty if it has not both. */
static pq_view between(pq_view text, pq_view open, pq_view close) {
  while (text.len && !pq_view_starts(text, open)) {
    text = pq_view_skip(text, 1);
  }
  text = pq_view_skip(text, open.len);
  size_t n = 0;
  while (n < text.len && !pq_view_starts(pq_view_skip(text, n), close)) {
    ++n;
  }
  return pq_view_head(text, n < text.len ? n : 0);
}

/* "sp|P40763|STAT3_HUMAN" or "P40763" */
static pq_view accession_of(pq_view word) {
  pq_view rest = word;
  const pq_view database = pq_view_cut(&rest, '|');
  return rest.ptr ? pq_view_cut(&rest, '|') : database;
}

static pq_view taxon_of(pq_view head) {
  while (head.len && !pq_view_starts(head, PQ_LIT(" OX="))) {
    head = pq_view_skip(head, 1);
  }
  head = pq_view_skip(head, 4);
  return pq_view_head(head, pq_view_find(head, ' '));
}

/* A fragment's numbers are not the protein's. */
static bool is_fragment(pq_view head) {
  pq_view name = head;
  for (size_t i = 0; i < head.len; ++i) {
    if (pq_view_starts(pq_view_skip(head, i), PQ_LIT(" OS="))) {
      name = pq_view_head(head, i);
      break;
    }
  }
  return pq_view_ends(name, PQ_LIT("(Fragment)")) ||
         pq_view_ends(name, PQ_LIT("(Fragments)"));
}

static pq_status begin_entry(pq_importer *im, entry *e, pq_view line) {
  const pq_view head = pq_view_skip(line, 1);
  const pq_view accession =
      accession_of(pq_view_head(head, pq_view_find(head, ' ')));
  e->line = im->input->line;
  e->wanted = false;
  pq_buf_reset(&e->head);
  pq_buf_reset(&e->residues);
  if (!pq_import_is_accession(accession)) {
    pq_import_wrong(im, accession.len ? accession : head,
                    "an entry begins with >sp|ACCESSION|NAME or >ACCESSION");
    return PQ_OK;
  }
  if (is_fragment(head) || !pq_import_wants(im, taxon_of(head), NULL)) {
    return PQ_OK;
  }
  pq_view name = {"", 0};
  if (pq_view_find(accession, '-') < accession.len) {
    name = between(head, PQ_LIT(" Isoform "), PQ_LIT(" of "));
  }
  if (name.len > PQ_CELL_MOST) {
    pq_import_wrong(im, name, "a name is longer than %d bytes",
                    (int)PQ_CELL_MOST);
    return PQ_OK;
  }
  e->wanted = true;
  e->n_name = name.len;
  pq_buf_put(&e->head, accession);
  pq_buf_put(&e->head, name);
  return e->head.status;
}

/* Tell of an entry, at its head. */
static void wrong_entry(pq_importer *im, entry *e, const char *words) {
  const pq_place at = {.file = im->file.name, .line = e->line, .column = 1};
  e->wanted = false;
  if (++im->file.n_bad > PQ_WRONG_MOST) return;
  (void)pq_fail(im->sink, PQ_BAD_SYNTAX, "import.line", at, "%s", words);
}

static pq_status end_entry(pq_importer *im, entry *e) {
  if (!e->wanted) return PQ_OK;
  const pq_view head = pq_buf_view(&e->head);
  const size_t cut = head.len - e->n_name;
  const pq_sequence s = {.accession = pq_view_head(head, cut),
                         .name = pq_view_skip(head, cut),
                         .residues = pq_buf_view(&e->residues)};
  if (!s.residues.len) {
    wrong_entry(im, e, "this entry has no residues");
    return PQ_OK;
  }
  e->wanted = false;
  im->used = false; /* that was the line of the entry before */
  return pq_import_sequence(im, &s);
}

static pq_status add_residues(pq_importer *im, entry *e, pq_view line) {
  if (!e->line && line.len) {
    pq_import_wrong(im, line, "residues before the first line with >");
    return PQ_OK;
  }
  for (size_t i = 0; e->wanted && i < line.len; ++i) {
    char c = line.ptr[i];
    const bool last = i + 1 == line.len;
    if (c == ' ' || c == '\t' || (c == '*' && last)) continue;
    if (pq_is_lower(c)) c = (char)(c - 'a' + 'A');
    if (!pq_is_upper(c)) {
      pq_import_wrong(im, pq_view_skip(line, i),
                      "this is no letter of a residue; the entry is left out");
      e->wanted = false;
    }
    pq_buf_char(&e->residues, c);
  }
  if (e->residues.len > RESIDUES_MOST) {
    wrong_entry(im, e, "this entry has more than a million residues");
    pq_buf_reset(&e->residues);
  }
  return e->residues.status;
}

static pq_status read_line(pq_importer *im, entry *e, pq_view line) {
  pq_status st = PQ_OK;
  if (pq_view_starts(line, PQ_LIT(">"))) {
    PQ_TRY(st, end_entry(im, e));
    return begin_entry(im, e, line);
  }
  pq_import_no_row(im);
  if (pq_view_starts(line, PQ_LIT(";"))) return PQ_OK; /* a comment */
  return add_residues(im, e, line);
}

pq_status pq_read_fasta(pq_importer *im) {
  pq_status st = PQ_OK;
  pq_view line;
  entry e = {.line = 0};
  pq_buf_init(&e.head, im->input->inlet.alloc);
  pq_buf_init(&e.residues, im->input->inlet.alloc);
  while (!st) {
    const uint64_t bad = im->file.n_bad;
    st = pq_import_line(im, &line);
    /* A line was passed over: its residues would be missing. */
    if (im->file.n_bad > bad) e.wanted = false;
    if (!st) st = read_line(im, &e, line);
  }
  if (st == PQ_END) st = end_entry(im, &e);
  pq_buf_clear(&e.head);
  pq_buf_clear(&e.residues);
  return st;
}
