/* The text, sentence by sentence.
 *
 *   sentence   STAT3 is phosphorylated at tyrosine 705 (Zamo et al, 2002)
 *   name       -----                                                       link
 *   claim 1    ---------------------------------------                underline
 *   citation                                            -----------------  link
 * It is cut wherever anything begins or ends; a piece knows all that covers it.
 */
#include "line.h"
#include "link.h"
#include "out.h"
#include "page_parts.h"

#include <stdlib.h>

/* One sentence at work. */
typedef struct marker {
  const pq_page *p;
  pq_sentence_id s;
  pq_view bytes;          /* of its text */
  PQ_VEC(uint32_t) cuts;  /* sorted, each once */
  PQ_VEC(uint32_t) names; /* mentions that are marked */
  pq_page_set marked;     /* items at the piece */
} marker;

static int by_place(const void *one, const void *two) {
  const uint32_t a = *(const uint32_t *)one;
  const uint32_t b = *(const uint32_t *)two;
  return (a > b) - (a < b);
}

/* ---- cutting ---- */

static pq_status cut_at(marker *m, pq_span span) {
  const pq_span whole = m->p->r->sentences.at[m->s].span;
  if (span.begin > whole.begin && span.begin < whole.end) {
    PQ_PUSH(m->p->arena, &m->cuts, span.begin);
  }
  if (span.end > whole.begin && span.end < whole.end) {
    PQ_PUSH(m->p->arena, &m->cuts, span.end);
  }
  return PQ_OK;
}

static pq_status find_names(marker *m) {
  pq_status st = PQ_OK;
  const pq_record *const r = m->p->r;
  const pq_by_sentence *const names = &m->p->shelves.mentions;
  const pq_by_sentence *const sites = &m->p->shelves.sites;
  for (uint32_t i = 0; i < pq_shelf_count(names, m->s); ++i) {
    const uint32_t row = pq_shelf_at(names, m->s, i);
    const pq_mention *const n = &r->mentions.at[row];
    if (pq_entity_at(r, n->entity)->kind == PQ_ENTITY_CLASS) continue;
    PQ_PUSH(m->p->arena, &m->names, row);
    PQ_TRY(st, cut_at(m, n->span));
  }
  for (uint32_t i = 0; i < pq_shelf_count(sites, m->s); ++i) {
    PQ_TRY(st, cut_at(m, r->sites.at[pq_shelf_at(sites, m->s, i)].span));
  }
  return PQ_OK;
}

static const pq_citation *cite_at(const marker *m, uint32_t i) {
  const uint32_t row = pq_shelf_at(&m->p->shelves.citations, m->s, i);
  return &m->p->r->citations.at[row];
}

static uint32_t n_cites(const marker *m) {
  return pq_shelf_count(&m->p->shelves.citations, m->s);
}

/* The i-th evidence of the sentence, and its item. */
static const pq_evidence *evidence_at(const marker *m, uint32_t i,
                                      uint32_t *item) {
  const uint32_t row = pq_shelf_at(&m->p->shelves.evidence, m->s, i);
  *item = m->p->item_of[row];
  return &m->p->r->evidence.at[row];
}

static uint32_t n_evidence(const marker *m) {
  return pq_shelf_count(&m->p->shelves.evidence, m->s);
}

static pq_status find_claims(marker *m) {
  pq_status st = PQ_OK;
  uint32_t item = 0;
  for (uint32_t i = 0; i < n_cites(m); ++i) {
    PQ_TRY(st, cut_at(m, cite_at(m, i)->span));
  }
  for (uint32_t i = 0; i < n_evidence(m); ++i) {
    const pq_evidence *const e = evidence_at(m, i, &item);
    PQ_TRY(st, cut_at(m, e->span));
    for (uint32_t k = 0; k < e->n_cues; ++k) {
      PQ_TRY(st, cut_at(m, e->cues[k]));
    }
  }
  return PQ_OK;
}

static pq_status find_cuts(marker *m) {
  pq_status st = PQ_OK;
  const pq_span whole = m->p->r->sentences.at[m->s].span;
  PQ_PUSH(m->p->arena, &m->cuts, whole.begin);
  PQ_PUSH(m->p->arena, &m->cuts, whole.end);
  PQ_TRY(st, find_names(m));
  PQ_TRY(st, find_claims(m));
  qsort(m->cuts.at, m->cuts.n, sizeof *m->cuts.at, by_place);
  uint32_t n = 1;
  for (uint32_t i = 1; i < m->cuts.n; ++i) {
    if (m->cuts.at[i] != m->cuts.at[n - 1]) m->cuts.at[n++] = m->cuts.at[i];
  }
  m->cuts.n = n;
  return PQ_OK;
}

/* ---- a piece ---- */

typedef struct piece {
  pq_span span;
  const pq_mention *name;
  const pq_site_mention *site;
  const pq_citation *cite;
  bool said, cue; /* a claim covers it; it is a cue of one */
  pq_stance stance;
} piece;

static pq_status look_at_claims(marker *m, piece *x) {
  pq_status st = PQ_OK;
  uint32_t item = 0;
  m->marked.n = 0;
  for (uint32_t i = 0; i < n_evidence(m); ++i) {
    const pq_evidence *const e = evidence_at(m, i, &item);
    for (uint32_t k = 0; k < e->n_cues; ++k) {
      x->cue = x->cue || pq_span_holds(e->cues[k], x->span);
    }
    if (!pq_span_holds(e->span, x->span)) continue;
    PQ_TRY(st, pq_page_set_put(m->p->arena, &m->marked, item));
    if (!x->said || pq_page_rank(e->stance) > pq_page_rank(x->stance)) {
      x->stance = e->stance;
    }
    x->said = true;
  }
  return PQ_OK;
}

static void look_at_names(const marker *m, piece *x) {
  const pq_record *const r = m->p->r;
  const pq_by_sentence *const sites = &m->p->shelves.sites;
  for (uint32_t i = 0; !x->name && i < m->names.n; ++i) {
    const pq_mention *const n = &r->mentions.at[m->names.at[i]];
    if (pq_span_holds(n->span, x->span)) x->name = n;
  }
  for (uint32_t i = 0; !x->name && i < pq_shelf_count(sites, m->s); ++i) {
    const pq_site_mention *const n = &r->sites.at[pq_shelf_at(sites, m->s, i)];
    if (pq_span_holds(n->span, x->span)) x->site = n;
  }
  for (uint32_t i = 0; !x->cite && i < n_cites(m); ++i) {
    if (pq_span_holds(cite_at(m, i)->span, x->span)) x->cite = cite_at(m, i);
  }
}

/* All things that are named here: members of a list share their words. */
static void put_things(const marker *m, const piece *x) {
  const pq_record *const r = m->p->r;
  bool any = false;
  for (uint32_t i = 0; i < m->names.n; ++i) {
    const pq_mention *const n = &r->mentions.at[m->names.at[i]];
    if (!pq_span_holds(n->span, x->span)) continue;
    pq_page_text(m->p, any ? " " : " data-e=\"");
    pq_page_number(m->p, pq_page_thing(m->p, n->entity));
    any = true;
  }
  if (any) pq_page_text(m->p, "\"");
}

static void put_papers(const marker *m, const piece *x) {
  bool any = false;
  for (uint32_t i = 0; i < n_cites(m); ++i) {
    const pq_citation *const c = cite_at(m, i);
    if (!pq_span_holds(c->span, x->span) || !c->work) continue;
    pq_page_text(m->p, any ? " " : " data-w=\"");
    pq_page_number(m->p, m->p->numbers[c->work]);
    any = true;
  }
  if (any) pq_page_text(m->p, "\"");
}

static void put_class(const marker *m, const piece *x) {
  const pq_page *const p = m->p;
  const char *gap = "";
  pq_page_text(p, " class=\"");
  if (x->name) {
    const pq_entity_id base = pq_entity_base(p->r, x->name->entity);
    pq_buf_format(p->out, "m m-%s",
                  pq_page_type(pq_entity_at(p->r, base)->kind));
    gap = " ";
  } else if (x->site) {
    pq_page_text(p, "m m-site");
    gap = " ";
  } else if (x->cite) {
    pq_page_text(p, "cite");
    gap = " ";
  }
  if (x->cue) {
    pq_buf_format(p->out, "%scue", gap);
    gap = " ";
  }
  if (x->said) {
    pq_buf_format(p->out, "%su s-%s", gap, pq_stance_word(x->stance));
  }
  pq_page_text(p, "\"");
}

/* " title="STAT3, protein, uniprot:P40763"". */
static void put_name_title(const marker *m, const pq_mention *n) {
  const pq_page *const p = m->p;
  const pq_entity *const e =
      pq_entity_at(p->r, pq_entity_base(p->r, n->entity));
  pq_buf id;
  pq_buf_init(&id, p->out->alloc);
  pq_link_curie(&id, p->r, n->entity);
  pq_page_text(p, " title=\"");
  if (e->kind == PQ_ENTITY_UNGROUNDED) {
    pq_page_text(p, e->n_candidates > 1 ? "means several things: not decided"
                    : e->n_candidates   ? "of another species: not decided"
                                        : "not known to the lexicon");
  } else {
    if (e->label.len) {
      pq_page_line(p, e->label);
      pq_page_text(p, ", ");
    }
    pq_page_text(p, pq_page_type(e->kind));
    if (id.len) pq_page_text(p, ", ");
    pq_page_words(p, pq_buf_view(&id));
  }
  pq_page_text(p, "\"");
  pq_page_empty(p, &id);
  pq_buf_clear(&id);
}

/* Where the piece leads; false: nowhere. */
static bool put_address(const marker *m, const piece *x, pq_buf *room) {
  const pq_record *const r = m->p->r;
  pq_page_empty(m->p, room);
  if (x->name) {
    const pq_entity_id base = pq_entity_base(r, x->name->entity);
    if (pq_entity_at(r, base)->kind == PQ_ENTITY_UNGROUNDED) {
      pq_buf_text(room, "#unknown-names");
    } else {
      pq_link_entity(room, r, base);
    }
  } else if (x->cite && x->cite->work) {
    pq_buf_text(room, "#work-");
    pq_buf_number(room, m->p->numbers[x->cite->work]);
  }
  return room->len > 0;
}

static void put_piece(const marker *m, const piece *x, pq_buf *room) {
  const pq_page *const p = m->p;
  const pq_view words = pq_span_text(m->bytes, x->span);
  if (!x->name && !x->site && !x->cite && !x->said && !x->cue) {
    pq_page_words(p, words);
    return;
  }
  const bool link = put_address(m, x, room);
  pq_page_text(p, link ? "<a" : "<span");
  put_class(m, x);
  if (link) {
    pq_page_text(p, " href=\"");
    pq_page_words(p, pq_buf_view(room));
    pq_page_text(p, "\"");
  }
  if (x->name) put_name_title(m, x->name);
  put_things(m, x);
  put_papers(m, x);
  pq_page_marks(p, &m->marked);
  pq_page_text(p, ">");
  pq_page_words(p, words);
  pq_page_text(p, link ? "</a>" : "</span>");
}

/* ---- a sentence ---- */

/* Where a quote stands in a text that is not there. */
static void put_place(const marker *m) {
  const pq_sentence *const s = &m->p->r->sentences.at[m->s];
  const pq_text *const t = &m->p->r->texts.at[s->text];
  const pq_span points = pq_text_points(t, s->span);
  pq_buf_format(m->p->out,
                "<span class=\"place\" title=\"characters of document "
                "%.8s\">%u–%u</span>",
                t->digest.hex, (unsigned)points.begin, (unsigned)points.end);
}

static pq_status put_notes(marker *m) {
  pq_status st = PQ_OK;
  const pq_page *const p = m->p;
  uint32_t item = 0;
  pq_page_text(p, "<div class=\"notes\">");
  m->marked.n = 0;
  for (uint32_t i = 0; i < n_evidence(m); ++i) {
    (void)evidence_at(m, i, &item);
    PQ_TRY(st, pq_page_set_put(p->arena, &m->marked, item));
  }
  for (uint32_t i = 0; i < m->marked.n; ++i) {
    pq_page_chip(p, m->marked.at[i]);
  }
  if (pq_page_lacks(p, PQ_LACKS_TEXT)) {
    put_place(m);
  } else if (!p->heard[m->s]) {
    pq_buf_format(p->out,
                  "<a class=\"none\" href=\"#silent-%u\">no claim read "
                  "here</a>",
                  (unsigned)m->s + 1);
  }
  pq_page_text(p, "</div></div>\n");
  return PQ_OK;
}

static pq_status put_pieces(marker *m, pq_buf *room) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i + 1 < m->cuts.n; ++i) {
    piece x = {.span = {m->cuts.at[i], m->cuts.at[i + 1]}};
    look_at_names(m, &x);
    PQ_TRY(st, look_at_claims(m, &x));
    put_piece(m, &x, room);
  }
  return room->status;
}

static pq_status put_sentence(const pq_page *p, pq_sentence_id s, bool first) {
  static const char *const parts[] = {[PQ_PART_TITLE] = " title",
                                      [PQ_PART_SUMMARY] = "",
                                      [PQ_PART_HEADING] = " heading",
                                      [PQ_PART_ITEM] = " item"};
  pq_status st = PQ_OK;
  const pq_sentence *const sentence = &p->r->sentences.at[s];
  marker m = {
      .p = p, .s = s, .bytes = p->r->texts.at[sentence->text].plain.bytes};
  pq_buf room;
  PQ_TRY(st, find_cuts(&m));
  pq_buf_format(p->out, "<div class=\"sentence%s%s%s\" id=\"s%u\"><p>",
                parts[sentence->part], first ? " first" : "",
                p->heard[s] ? "" : " silent", (unsigned)s + 1);
  pq_buf_init(&room, p->out->alloc);
  st = put_pieces(&m, &room);
  pq_buf_clear(&room);
  pq_page_text(p, "</p>");
  return st ? st : put_notes(&m);
}

/* ---- the key ---- */

static void put_key(const pq_page *p) {
  bool types[PQ_ENTITY_UNGROUNDED + 1] = {false};
  bool stances[PQ_N_STANCES] = {false};
  for (uint32_t i = 1; i < p->r->mentions.n; ++i) {
    const pq_entity_id id = pq_entity_base(p->r, p->r->mentions.at[i].entity);
    types[pq_entity_at(p->r, id)->kind] = true;
  }
  types[PQ_ENTITY_CLASS] = false;
  if (types[PQ_ENTITY_DRUG]) types[PQ_ENTITY_MOLECULE] = true;
  types[PQ_ENTITY_DRUG] = false; /* both are chemicals */
  for (uint32_t i = 0; i < p->r->evidence.n; ++i) {
    stances[p->r->evidence.at[i].stance] = true;
  }
  pq_page_text(p, "<p class=\"key\">");
  if (p->r->mentions.n > 1 || p->r->sites.n) {
    pq_page_text(p, "<span class=\"key-head\">Names:</span>");
  }
  for (uint32_t i = 0; i <= PQ_ENTITY_UNGROUNDED; ++i) {
    const char *const word = pq_page_type((pq_entity_kind)i);
    if (types[i]) {
      pq_buf_format(p->out, " <span class=\"m m-%s\">%s</span>", word, word);
    }
  }
  if (p->r->sites.n) {
    pq_page_text(p, " <span class=\"m m-site\">site</span>");
  }
  if (p->r->evidence.n) {
    pq_page_text(p, " <span class=\"key-head\">Claims:</span>");
  }
  for (uint32_t i = 0; i < PQ_N_STANCES; ++i) {
    const char *const word = pq_stance_word((pq_stance)i);
    if (stances[i]) {
      pq_buf_format(p->out, " <span class=\"u s-%s\">%s</span>", word, word);
    }
  }
  pq_page_text(p, "</p>\n");
}

pq_status pq_page_put_text(const pq_page *p) {
  pq_status st = PQ_OK;
  const pq_record *const r = p->r;
  pq_page_text(p, "<section id=\"text\" aria-labelledby=\"text-head\">\n"
                  "<h2 id=\"text-head\">Text</h2>\n");
  if (!r->sentences.n) pq_page_text(p, "<p>The record has no text.</p>\n");
  if (pq_page_lacks(p, PQ_LACKS_TEXT)) {
    pq_page_text(p, "<p class=\"quiet\">What the RDF quotes, each with the "
                    "place where it stands. What lies between is not "
                    "there.</p>\n");
  }
  for (pq_sentence_id s = 0; s < r->sentences.n; ++s) {
    const bool first =
        s && r->sentences.at[s].paragraph != r->sentences.at[s - 1].paragraph;
    const bool none = pq_page_lacks(p, PQ_LACKS_TEXT) &&
                      pq_span_empty(r->sentences.at[s].span);
    if (!none) PQ_TRY(st, put_sentence(p, s, first));
  }
  if (r->mentions.n > 1 || r->evidence.n) put_key(p);
  pq_page_text(p, "</section>\n");
  return PQ_OK;
}
