#include "item.h"

#include "field.h"

#include "base/utf8.h"

enum {
  WHOLE_MOST = 512 << 20,
  PMID_DIGITS_MOST = 9
};

void pq_item_begin(pq_items *e, uint32_t line, uint32_t column) {
  pq_arena_reset(&e->arena);
  for (size_t i = 0; i < PQ_ITEM_FIELDS; ++i) {
    e->fields[i] = (pq_view){"", 0};
  }
  e->authors[0] = e->authors[1] = (pq_view){"", 0};
  e->n_authors = 0;
  e->letter = '\0';
  e->at.line = line;
  e->at.column = column;
  e->begun = true;
  e->bad = false;
}

pq_status pq_items_fail(const pq_items *e, pq_status st, uint32_t line,
                        uint32_t column, const char *text) {
  const pq_place at = {.file = e->at.file, .line = line, .column = column};
  return pq_fail(e->sink, st, "bibliography.syntax", at, "%s", text);
}

void pq_item_spoil(pq_items *e, uint32_t line, uint32_t column,
                   const char *text) {
  const pq_place at = {.file = e->at.file, .line = line, .column = column};
  if (!e->bad) {
    pq_warn(e->sink, "bibliography.entry", at, "%s; the entry is passed over",
            text);
  }
  e->bad = true;
}

/* Is it text that can be kept?  If not, that was told. */
static bool is_sound(pq_items *e, pq_view text) {
  if (e->bad) return false;
  if (text.len > PQ_ITEM_TEXT_MOST) {
    pq_item_spoil(e, e->at.line, e->at.column, "a field of over 64 KiB");
  } else if (pq_utf8_check(text) < text.len) {
    pq_item_spoil(e, e->at.line, e->at.column,
                  "not valid UTF-8; save the file as UTF-8");
  }
  return !e->bad;
}

pq_status pq_item_set(pq_items *e, pq_item_field field, pq_view text) {
  if (!e->begun || e->fields[field].len || !is_sound(e, text)) return PQ_OK;
  return pq_arena_line(&e->arena, text, &e->fields[field]);
}

pq_status pq_item_author(pq_items *e, pq_view surname) {
  pq_status st = PQ_OK;
  if (!e->begun || !is_sound(e, surname)) return PQ_OK;
  PQ_TRY(st, pq_plain_text(&e->arena, &surname));
  if (e->n_authors < 2) {
    PQ_TRY(st, pq_arena_line(&e->arena, surname, &e->authors[e->n_authors]));
  }
  if (e->n_authors < 3) ++e->n_authors;
  return PQ_OK;
}

/* Digits at a place; none if there are too many. */
static pq_view digits_at(pq_view text, size_t at) {
  size_t n = 0;
  const pq_view rest = pq_view_skip(text, at);
  while (n < rest.len && pq_is_digit(rest.ptr[n])) {
    ++n;
  }
  return pq_view_head(rest, n > PMID_DIGITS_MOST ? 0 : n);
}

/* What follows "PMID: " or the address of an article. */
static pq_view number_behind(pq_view text, size_t at) {
  static const char *const heads[] = {"pmid", "pubmed.ncbi.nlm.nih.gov/",
                                      "ncbi.nlm.nih.gov/pubmed/"};
  for (size_t i = 0; i < sizeof heads / sizeof *heads; ++i) {
    const pq_view head = pq_view_of(heads[i]);
    if (!pq_view_alike(pq_view_head(pq_view_skip(text, at), head.len), head)) {
      continue;
    }
    size_t k = at + head.len;
    while (k < text.len && (text.ptr[k] == ':' || text.ptr[k] == ' ')) {
      ++k;
    }
    return digits_at(text, k);
  }
  return (pq_view){"", 0};
}

/* A number in the first word of a text, of a line, or behind a semicolon: those
 * amid words are of other papers, "Comment in: ...". */
static pq_view number_in(pq_view text) {
  size_t n_words = 0;
  bool within = false;
  for (size_t at = 0; at < text.len; ++at) {
    const char c = pq_to_lower(text.ptr[at]);
    if (c == ';' || c == '\n' || c == '\r') n_words = 0;
    const bool ends = c == ';' || pq_is_space(c);
    n_words += !ends && !within;
    within = !ends;
    if (n_words != 1 || (c != 'p' && c != 'n')) continue;
    const pq_view number = number_behind(text, at);
    if (number.len) return number;
  }
  return (pq_view){"", 0};
}

pq_status pq_item_hint(pq_items *e, pq_view text) {
  if (!e->begun || !is_sound(e, text)) return PQ_OK;
  const pq_view first = digits_at(text, 0);
  const pq_view behind = pq_view_head(pq_view_skip(text, first.len), 6);
  if (first.len && pq_view_alike(behind, PQ_LIT("[pmid]"))) {
    return pq_item_set(e, PQ_ITEM_PMID, first);
  }
  return pq_item_set(e, PQ_ITEM_PMID, number_in(text));
}

static pq_status mend_ids(pq_items *e) {
  static const char *const codes[] = {"bibliography.pmid", "bibliography.doi"};
  pq_reference ref = {.title = e->fields[PQ_ITEM_TITLE],
                      .pmid = e->fields[PQ_ITEM_PMID],
                      .doi = e->fields[PQ_ITEM_DOI]};
  const pq_status st = pq_field_ids(&e->arena, e->sink, e->at, codes, &ref);
  e->fields[PQ_ITEM_TITLE] = ref.title;
  e->fields[PQ_ITEM_PMID] = ref.pmid;
  e->fields[PQ_ITEM_DOI] = ref.doi;
  return st;
}

pq_status pq_item_end(pq_items *e) {
  pq_status st = PQ_OK;
  if (!e->begun) return PQ_OK;
  e->begun = false;
  e->any = true;
  if (e->bad) return PQ_OK;
  PQ_TRY(st, mend_ids(e));
  e->fields[PQ_ITEM_YEAR] = pq_field_year(e->fields[PQ_ITEM_YEAR]);
  if (e->authors[0].len) return pq_bibliography_take(e->to, e);
  const pq_note note = {.severity = PQ_NOTE_INFO,
                        .code = "bibliography.no-author",
                        .at = e->at,
                        .text = PQ_LIT("an entry whose first author has no name"
                                       " is never looked up")};
  return pq_tell(e->sink, &note);
}

pq_status pq_items_whole(pq_items *e, pq_view *out) {
  pq_status st = PQ_OK;
  pq_view some = {"", 0};
  pq_buf_reset(&e->room);
  while ((st = pq_inlet_some(e->in, &some)) == PQ_OK) {
    pq_buf_put(&e->room, some);
    if (e->room.status) return e->room.status;
    if (e->room.len > WHOLE_MOST) {
      return pq_items_fail(e, PQ_LIMIT, 0, 0,
                           "a bibliography of this format has at most 512"
                           " MiB; divide it");
    }
  }
  if (st != PQ_END) return st;
  *out = pq_buf_view(&e->room);
  return PQ_OK;
}

void pq_item_move(pq_item_pen *pen, pq_view all, size_t byte) {
  if (!pen->line) pen->line = pen->column = 1;
  for (; pen->byte < byte && pen->byte < all.len; ++pen->byte) {
    const unsigned char c = (unsigned char)all.ptr[pen->byte];
    if (c == '\n') {
      ++pen->line;
      pen->column = 1;
    } else {
      pen->column += (c & 0xC0U) != 0x80;
    }
  }
}
