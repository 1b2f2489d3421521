/* A graph from any bytes, and every question asked of it. */
#include "fuzz.h"

#include "base/utf8.h"
#include "query/ask.h"
#include "query/quads.h"

enum {
  ROWS_ENOUGH = 2000
};

static void look(const pq_rdf *rdf) {
  for (pq_rdf_id i = 1; i < rdf->n_terms; ++i) {
    const pq_view text = rdf->terms[i].text;
    pq_fuzz_insist(pq_utf8_check(text) == text.len, "terms are UTF-8");
    pq_fuzz_insist(pq_rdf_id_of(rdf, &rdf->terms[i]) == i, "each term once");
  }
  for (uint32_t i = 0; i < rdf->n_triples; ++i) {
    const pq_rdf_triple *const t = &rdf->triples[i];
    pq_fuzz_insist(t->subject && t->predicate && t->object, "three terms");
    pq_fuzz_insist(!i || t[-1].subject < t->subject ||
                       t[-1].predicate != t->predicate ||
                       t[-1].object != t->object,
                   "each triple once");
  }
}

static void ask(const pq_index *index, const pq_question *question) {
  pq_gather g;
  const char *columns[PQ_COLUMNS_MOST];
  const pq_asking asking = {.question = question,
                            .base = PQ_LIT("https://w3id.org/pathquill/")};
  const pq_status st = pq_ask_index(&asking, index, &g);
  pq_fuzz_insist(st != PQ_INTERNAL, "no mistake of ours");
  if (st) return;
  const pq_answer answer = pq_ask_answer(&g, columns);
  for (uint32_t r = 0; r < answer.n_rows && r < ROWS_ENOUGH; ++r) {
    for (uint32_t c = 0; c < answer.n_columns; ++c) {
      const pq_cell cell = answer.cell(answer.user, r, c);
      pq_fuzz_insist(cell.kind != PQ_CELL_NONE || !cell.text.len,
                     "nothing has no text");
    }
  }
  pq_gather_clear(&g);
}

static pq_status read_lines(pq_rdf *rdf, pq_view text) {
  pq_status st = PQ_OK;
  pq_quads quads;
  pq_quads_open(&quads, rdf, PQ_LIT("a.nq"), NULL);
  while (text.ptr && st != PQ_NO_MEM) {
    st = pq_quads_line(&quads, pq_view_cut(&text, '\n'), 1);
    pq_fuzz_insist(st != PQ_INTERNAL, "no mistake of ours");
  }
  pq_quads_close(&quads);
  pq_rdf_settle(rdf);
  return PQ_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pq_rdf rdf;
  pq_index index;
  const pq_question *q = NULL;
  if (pq_rdf_open(&rdf, NULL)) return 0;
  if (!read_lines(&rdf, pq_fuzz_view(data, size))) look(&rdf);
  if (!pq_index_fill(&index, &rdf)) {
    for (size_t i = 0; (q = pq_question_at(i)); ++i) {
      ask(&index, q);
    }
    pq_index_clear(&index);
  }
  pq_rdf_close(&rdf);
  return 0;
}
