#include "line.h"
#include "link.h"
#include "out.h"
#include "page_parts.h"

void pq_page_text(const pq_page *p, const char *html) {
  pq_buf_text(p->out, html);
}

void pq_page_words(const pq_page *p, pq_view words) {
  pq_out_html(p->out, words);
}

void pq_page_number(const pq_page *p, uint64_t n) {
  pq_buf_number(p->out, n);
}

void pq_page_empty(const pq_page *p, pq_buf *room) {
  if (room->status) p->out->status = room->status;
  pq_buf_reset(room);
}

void pq_page_line(const pq_page *p, pq_view words) {
  words = pq_view_trim(words);
  while (words.len) {
    size_t n = 0;
    while (n < words.len && !pq_is_space(words.ptr[n])) {
      ++n;
    }
    pq_out_html(p->out, pq_view_head(words, n));
    words = pq_view_trim(pq_view_skip(words, n));
    if (words.len) pq_buf_char(p->out, ' ');
  }
}

void pq_page_anchor(const pq_page *p, const pq_page_item *item) {
  enum {
    DIGITS = 32
  };
  static const char *const heads[] = {[PQ_STATES_CLAIM] = "claim-",
                                      [PQ_STATES_QUESTION] = "question-",
                                      [PQ_STATES_DISPUTE] = "dispute-",
                                      [PQ_STATES_NOTHING] = "passage-"};
  const size_t n = item->iri.len;
  pq_buf_text(p->out, heads[item->states]);
  pq_out_html(p->out, pq_view_skip(item->iri, n > DIGITS ? n - DIGITS : 0));
}

pq_status pq_page_set_put(pq_arena *arena, pq_page_set *set, uint32_t n) {
  uint32_t k = set->n;
  while (k > 0 && set->at[k - 1] > n) {
    --k;
  }
  if (k > 0 && set->at[k - 1] == n) return PQ_OK;
  PQ_PUSH(arena, set, n);
  memmove(&set->at[k + 1], &set->at[k], (set->n - 1 - k) * sizeof n);
  set->at[k] = n;
  return PQ_OK;
}

bool pq_page_lacks(const pq_page *p, unsigned what) {
  return (p->g->lacks & what) != 0;
}

void pq_page_marks(const pq_page *p, const pq_page_set *items) {
  if (!items->n) return;
  for (uint32_t i = 0; i < items->n; ++i) {
    pq_buf_text(p->out, i ? " " : " data-c=\"");
    pq_buf_number(p->out, items->at[i]);
  }
  pq_buf_char(p->out, '"');
}

void pq_page_chip(const pq_page *p, uint32_t item) {
  const pq_page_item *const it = &p->items.at[item];
  const char *const stance = pq_stance_word(it->stance);
  pq_buf_format(p->out, "<a class=\"chip s-%s\" href=\"#", stance);
  pq_page_anchor(p, it);
  pq_buf_format(p->out,
                "\" data-c=\"%u\" aria-label=\"%u, %s: ", (unsigned)item,
                (unsigned)item, stance);
  pq_page_words(p, it->label);
  pq_buf_format(p->out, "\">%u</a>", (unsigned)item);
}

void pq_page_stance(const pq_page *p, pq_stance stance) {
  const char *const word = pq_stance_word(stance);
  pq_buf_format(p->out, "<span class=\"badge s-%s\">%s</span>", word, word);
}

void pq_page_work_label(const pq_page *p, pq_work_id id) {
  const pq_work *const w = &p->r->works.at[id];
  const uint32_t n = pq_work_key_authors(w);
  for (uint32_t i = 0; i < n; ++i) {
    if (i) pq_page_text(p, " and ");
    pq_page_line(p, w->authors[i]);
  }
  if (!n) pq_page_text(p, "anonymous");
  if (w->et_al || w->n_authors > n) pq_page_text(p, " et al.");
  if (w->year) {
    pq_buf_format(p->out, " %u", (unsigned)w->year);
  } else {
    pq_page_text(p, ", no year");
  }
  if (w->letter) pq_buf_char(p->out, w->letter);
}

void pq_page_work_link(const pq_page *p, pq_work_id id) {
  const unsigned number = (unsigned)p->numbers[id];
  const bool review = pq_work_is_review(p->g, id);
  pq_buf_format(p->out, "<a class=\"paper%s\" href=\"#work-%u\" data-w=\"%u\">",
                review ? " review" : "", number, number);
  pq_page_work_label(p, id);
  pq_page_text(p, review ? " (review)</a>" : "</a>");
}

const char *pq_page_type(pq_entity_kind kind) {
  switch (kind) {
  case PQ_ENTITY_PROTEIN: return "protein";
  case PQ_ENTITY_GENE: return "gene";
  case PQ_ENTITY_FAMILY: return "family";
  case PQ_ENTITY_COMPLEX: return "complex";
  case PQ_ENTITY_FUSION: return "fusion";
  case PQ_ENTITY_PATHWAY: return "pathway";
  case PQ_ENTITY_PROCESS: return "process";
  case PQ_ENTITY_PLACE: return "place";
  case PQ_ENTITY_MOLECULE:
  case PQ_ENTITY_DRUG: return "chemical";
  case PQ_ENTITY_GROUP: return "genes";
  case PQ_ENTITY_SPECIES: return "species";
  case PQ_ENTITY_CELL: return "cell";
  case PQ_ENTITY_CLASS: return "noun";
  case PQ_ENTITY_UNGROUNDED: break;
  }
  return "unknown";
}

unsigned pq_page_rank(pq_stance stance) {
  static const unsigned ranks[PQ_N_STANCES] = {
      [PQ_PRESUPPOSED] = 0,  [PQ_ASSERTED] = 1, [PQ_HEDGED] = 2,
      [PQ_UNCLEAR] = 3,      [PQ_DENIED] = 4,   [PQ_ALTERNATIVE] = 5,
      [PQ_CONTROVERSIAL] = 6};
  return ranks[stance];
}
